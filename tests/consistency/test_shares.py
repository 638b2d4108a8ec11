"""What a share is of: which amount beside it is the part, and which row, stated amount or total is the whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told, years

MILLS = [["Place", "Mills 2024"], ["North", "552"], ["Alba", "214"], ["Brack", "172"], ["South", "118"]]


@pytest.mark.parametrize(("share", "status"), [("31.2%", "holds"), ("32.1%", "fails")])
def test_the_whole_is_the_row_that_the_sentence_names(share: str, status: str) -> None:
    paper = (
        Paper()
        .table("Mills by place", "", MILLS)
        .say(f"Within North, Brack has 172, or {share}.", ("172", "Brack mills", 2024), (share, "Brack share", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(("share", "status"), [("35.5%", "holds"), ("41.0%", "fails")])
@pytest.mark.parametrize("link", [", or ", ", equal to about ", ", which is ", "，约占"])
def test_the_part_is_what_the_share_is_put_beside(link: str, share: str, status: str) -> None:
    paper = Paper().say(
        f"Of the RMB 20.0 billion oil mills had RMB 7.1 billion{link}{share}, and flour mills RMB 6.4 billion.",
        ("RMB 20.0 billion", "mills", 2024), ("RMB 7.1 billion", "oil mills", 2024), (share, "mills share", 2024),
        ("RMB 6.4 billion", "flour mills", 2024),
    )  # fmt: skip
    (finding,) = [f for f in paper.check().findings if f.rule == "product_or_share_of"]
    assert finding.status == status
    assert "RMB 7.1 billion / RMB 20.0 billion" in finding.computation  # and not the flour behind it


@pytest.mark.parametrize(("share", "status"), [("35.5%", "holds"), ("53.5%", "fails")])
def test_a_share_of_that_total_is_not_that_of_parts_together(share: str, status: str) -> None:
    paper = (
        Paper()
        .say("The mills took RMB 20.0 billion in 2024.", ("RMB 20.0 billion", "mills", 2024))
        .add(
            f"The RMB 7.1 billion of flour mills make up of that total {share}.",
            ("RMB 7.1 billion", "flour mills", 2024), (share, "flour mills share", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == [status]


# -- shares that a chart shows


def test_the_others_of_a_sentence_need_not_be_those_of_a_chart() -> None:
    shares = {"Share": {"Alba": "38.0%", "Brack": "34.0%", "Corran": "15.6%", "Others": "12.4%"}}
    paper = (
        Paper()
        .chart("Mills by town", "%", shares, kind="pie", period=2024)
        .say("Two mills in five grind flour, the others, 12.8%, grind bark.", ("12.8%", "the others grind bark", 2024))
    )
    assert "fails" not in told(paper.check(), "text_vs_chart")


@pytest.mark.parametrize(("said", "status"), [("12.4%", "holds"), ("12.8%", "fails")])
def test_beside_the_names_of_a_chart_they_are(said: str, status: str) -> None:
    shares = {"Share": {"Alba": "38.0%", "Brack": "34.0%", "Corran": "15.6%", "Others": "12.4%"}}
    paper = (
        Paper()
        .chart("Mills by town", "%", shares, kind="pie", period=2024)
        .say(f"Alba has most of the mills, the others of all towns {said}.", (said, "the others of the mills", 2024))
    )
    assert told(paper.check(), "text_vs_chart") == [status]


@pytest.mark.parametrize(("towns", "found"), [("Alba and Brack", ["fails"]), ("Two towns", [])])
def test_the_others_are_those_of_the_chart_whose_entries_are_named_too(towns: str, found: list[str]) -> None:
    shares = {"Share": {"Alba": "38.0%", "Brack": "34.0%", "Corran": "15.6%", "Others": "12.4%"}}
    paper = (
        Paper()
        .chart("Mills by town", "%", shares, kind="pie", period=2024)
        .say(
            f"{towns} hold 72.1% and the others 12.8%, grinding bark.",
            ("72.1%", "hold", 2024), ("12.8%", "the others grinding bark", 2024),
        )
    )  # fmt: skip
    assert [s for s in told(paper.check(), "text_vs_chart") if s == "fails"] == found


def test_a_share_of_amounts_just_before_is_not_that_of_a_column() -> None:
    rows = [["Mill", "Sales", "Share"], ["Water", "1,480", "55.8%"], ["Wind", "1,172", "44.2%"]]
    paper = (
        Paper()
        .table("Sales of mills, 2024", "USD million", rows)
        .say("In all 1,828 were sold in 2024, of water 1,026.", ("1,828", "sold", 2024), ("1,026", "water", 2024))
        .add("So for the miller water came to 56.1%.", ("56.1%", "miller came share", 2024))
    )
    assert "fails" not in told(paper.check(), "restated_value")


# -- what tells the part and the whole


@pytest.mark.parametrize(("share", "status"), [("36.3%", "holds"), ("33.6%", "fails")])
def test_of_so_many_so_many_are_a_share_though_both_go_by_one_name(share: str, status: str) -> None:
    paper = Paper().say(
        f"Of the 2,480 mills, 900 were new, which is {share}.",
        ("2,480", "mills", 2024), ("900", "mills", 2024), (share, "mills", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(("share", "status"), [("36.3%", "holds"), ("33.6%", "fails")])
@pytest.mark.parametrize("verb", ["made up", "equalled", "corresponded to"])
def test_what_makes_up_a_share_is_told_before_what_it_is_compared_with(verb: str, share: str, status: str) -> None:
    paper = (
        Paper()
        .say("The valley has 2,480 mills.", ("2,480", "valley mills", 2024))
        .add(
            f"Such additions numbered 900, more than the 610 of the hills, and {verb} {share} of mills.",
            ("900", "additions", 2024), ("610", "hills", 2024), (share, "share of mills", 2024),
        )
    )  # fmt: skip
    (finding,) = [f for f in paper.check().findings if f.rule == "product_or_share_of"]
    assert finding.status == status
    assert finding.computation.startswith("900 / 2,480 = ")


@pytest.mark.parametrize(("share", "found"), [("36.3%", ["holds"]), ("33.6%", ["fails"]), ("41.7%", [])])
def test_a_total_elsewhere_is_the_whole_if_the_share_has_but_two_digits_swapped(share: str, found: list[str]) -> None:
    rows = [["Place", "Mills 2024"], ["North", "1,180"], ["South", "780"], ["West", "520"], ["Total", "2,480"]]
    paper = (
        Paper()
        .table("Mills by place", "", rows, page=3)
        .say(
            f"Idle mills numbered 900, or {share}.", ("900", "idle mills", 2024), (share, "idle share", 2024), page=9,
            counted_noun="mills",
        )
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("rate", "status"), [("36.3%", "holds"), ("33.6%", "fails")])
def test_a_rate_is_of_the_two_counts_of_the_sentence_before(rate: str, status: str) -> None:
    paper = (
        Paper()
        .say("Inspectors made 2,480 checks and 900 failed.", ("2,480", "checks", 2024), ("900", "failed", 2024))
        .add(f"The rate of failure was {rate}.", (rate, "rate of failure", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Inspectors made checks, of which 2,480 by day and 900 by night.", "The rate of failure was 33.6%."),
        ("Inspectors made 2,480 checks and 900 failed.", "The moisture was 33.6%."),
    ],
)
def test_two_parts_or_what_is_no_rate_tell_no_share(before: str, after: str) -> None:
    paper = (
        Paper()
        .say(before, ("2,480", "checks", 2024), ("900", "failed", 2024))
        .add(after, ("33.6%", after[4:12], 2024))
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == []


@pytest.mark.parametrize(
    ("share", "found"),
    [
        ("9.3%", ["holds"]),  # of what is there
        ("8.5%", []),  # of what was there before
        ("5.8%", ["fails"]),
    ],
)
def test_what_was_removed_may_be_a_share_of_what_was_there_before(share: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("The valley has 1,354 mills.", ("1,354", "valley mills", 2024))
        .add(f"Of these mills 126 were removed, or {share}.", ("126", "mills removed", 2024), (share, "removed", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("share", "status"), [("31.2%", "holds"), ("32.1%", "fails")])
@pytest.mark.parametrize("places", [3, 1])
def test_the_market_is_the_amount_that_is_stated_most(places: int, share: str, status: str) -> None:
    paper = Paper()
    said = ("Sales of flour came to RMB 20.5 billion.", "Bakers spent RMB 20.5 billion.", "All told: RMB 20.5 billion.")
    for page, sentence in enumerate(said[:places], 2):
        paper.say(sentence, ("RMB 20.5 billion", sentence[:12], 2024), page=page)
    paper.say(
        f"Rye took RMB 6.4 billion, or {share} of the market.",
        ("RMB 6.4 billion", "rye", 2024), (share, "rye market share", 2024), page=15,
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == ([status] if places == 3 else [])


@pytest.mark.parametrize(
    ("parts", "rate", "found"),
    [
        (("418", "234"), "64.1%", ["holds"]),  # 418 of 652
        (("418", "234"), "53.9%", []),  # of letters that are told elsewhere, or not at all
        (("418", "134"), "61.4%", ["fails"]),  # not all of the parts: the rate is of what stands there
    ],
)
def test_a_rate_behind_a_whole_and_all_its_parts_only_may_be_of_them(
    parts: tuple[str, str], rate: str, found: list[str]
) -> None:
    paper = Paper().say(
        f"There came 652 replies, {parts[0]} by millers and {parts[1]} by bakers, a share of {rate}.",
        ("652", "replies", 2024), (parts[0], "millers replies", 2024), (parts[1], "bakers replies", 2024),
        (rate, "share", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


# -- whose share it is


@pytest.mark.parametrize(
    ("subject", "share", "found"),
    [
        ("wheat", "31.7%", ["fails"]),
        ("", "31.7%", ["fails"]),  # it names nothing, and goes on about the same
        ("rye", "31.7%", []),  # nothing was told of rye
        ("rye", "31.2%", ["holds"]),  # unless it fits
    ],
)
def test_two_amounts_told_before_give_a_share_of_what_they_are_of(subject: str, share: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Of 552 mills 172 grind wheat.", ("552", "mills", 2024), ("172", "wheat mills", 2024))
        .add(f"That makes for {subject or 'it'} a share of {share} of mills.", (share, f"{subject} mills share", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(
    ("subject", "share", "found"),
    [
        ("rye", "64.8%", ["fails"]),
        ("rye", "62.8%", ["holds"]),
        ("wheat", "64.8%", []),  # the larger one is not the whole of its own share
    ],
)
def test_the_larger_of_two_is_not_what_its_own_share_is_of(subject: str, share: str, found: list[str]) -> None:
    paper = Paper().say(
        f"Wheat has 274 mills and rye 172, a share for {subject} of {share}.",
        ("274", "wheat", 2024), ("172", "rye", 2024), (share, f"{subject} share", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


# -- shares that are told with their amount


@pytest.mark.parametrize(("amount", "status"), [("RMB 7.1 billion", "holds"), ("RMB 8.4 billion", "fails")])
@pytest.mark.parametrize(
    "words",
    [
        "In enamel 36.0% of kettle sales, equal to {}, was spent.",
        "In enamel 36.0% of kettle sales, i.e. about {}, was spent.",
        "Enamel makes up 36.0% of sales, or {}.",
    ],
)
def test_a_share_comes_to_the_amount_behind_it(words: str, amount: str, status: str) -> None:
    paper = (
        Paper()
        .say("Kettle sales were RMB 19.7 billion in 2024.", ("RMB 19.7 billion", "kettle sales", 2024))
        .say(words.format(amount), ("36.0%", "enamel", 2024), (amount, "enamel", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(("amount", "status"), [("RMB 7.1 billion", "holds"), ("RMB 8.4 billion", "fails")])
def test_even_where_a_table_confirms_the_share(amount: str, status: str) -> None:
    rows = [["Kettle", "Share of kettle market 2024"], ["Enamel", "36.0%"], ["Copper", "64.0%"]]
    paper = (
        Paper()
        .table("Kettles", "%", rows, page=7)
        .say("The kettle market was RMB 19.7 billion in 2024.", ("RMB 19.7 billion", "kettle market", 2024))
        .say(
            f"Enamel has a share of 36.0%, equal to {amount}.",
            ("36.0%", "enamel share of kettle market", 2024), (amount, "enamel", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(
    ("first", "share", "found"),
    [
        ("35.6%", "31.2%", ["holds", "holds"]),
        ("35.6%", "41.0%", ["fails", "holds"]),
        ("31.0%", "41.0%", []),  # what the others of the paragraph are of is not told
    ],
)
def test_shares_of_a_paragraph_are_all_of_the_amount_that_one_of_them_is_of(
    first: str, share: str, found: list[str]
) -> None:
    paper = Paper()
    said = ("Kettles brought in RMB 20.5 billion.", "Cooks spent RMB 20.5 billion.", "All told: RMB 20.5 billion.")
    for page, sentence in enumerate(said, 2):
        paper.say(sentence, ("RMB 20.5 billion", sentence[:12], 2024), page=page)
    paper.say(
        f"Enamel took RMB 7.3 billion, or {first}.",
        ("RMB 7.3 billion", "enamel", 2024), (first, "enamel share", 2024), page=15,
    ).add(
        f"Copper took RMB 6.4 billion, or {share}.",
        ("RMB 6.4 billion", "copper", 2024), (share, "copper share", 2024), page=15,
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Share of sales 2024", ["fails"]),  # of the same whole
        ("Part of own brands 2024", []),
    ],
)
def test_shares_of_a_table_and_of_a_chart_may_be_of_two_wholes(head: str, found: list[str]) -> None:
    shares = {"Share": {"Alba": "28.4%", "Brack": "36.4%", "Corran": "35.2%"}}
    title = "Sales" if head.startswith("Share") else "Own brands"
    paper = (
        Paper()
        .chart("Share of sales by town, 2024", "%", shares, kind="pie", period=2024)
        .table(title, "%", [["Town", head], ["Alba", "24.8%"]], page=3)
    )
    assert told(paper.check(), "restated_value") == found


@pytest.mark.parametrize(("shown", "found"), [("55.0%", ["holds"]), ("49.0%", ["fails"])])
def test_more_than_half_is_a_limit_though_it_has_no_digits(shown: str, found: list[str]) -> None:
    text = "More than half of the tea is drunk in Alba."
    shares = {"Share": {"Alba": shown, "Brack": "25.0%", "Corran": "20.0%"}}
    paper = Paper().chart("Share of tea by town", "%", shares, period=2024).say(text)
    half = paper._fact("over 50%", source_id="block0", sentence=text, metric="Alba share of tea", **years(2024))
    paper.facts[-1] = replace(half, value_as_printed="half", decimals=None, char_start=0, char_end=14)
    assert told(paper.check(), "text_vs_chart") == found


# -- averages, wholes that a share is applied to, and what it is not of


@pytest.mark.parametrize(("average", "status"), [("USD 387.5 thousand", "holds"), ("USD 487.5 thousand", "fails")])
def test_an_average_is_of_the_amount_and_the_number_just_before_it(average: str, status: str) -> None:
    paper = Paper().say(
        f"In 2024 USD 18.6 million went into 48 berths, on average {average} each.",
        ("USD 18.6 million", "berths spending", 2024), ("48", "berths", 2024), (average, "average", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(
    ("average", "found"),
    [
        ("USD 0.388 million", ["holds"]),
        ("USD 0.838 million", ["fails"]),  # two digits in each other's place
        ("USD 0.412 million", []),
    ],
)
def test_or_of_an_amount_drawn_beside_it_if_the_digits_say_so(average: str, found: list[str]) -> None:
    paper = (
        Paper()
        .chart("Spent on quays", "USD million", {"Spent on quays": {"2022": "12.1", "2023": "15.3", "2024": "18.6"}})
        .say(f"In 2024 the 48 quays cost on average {average}.", ("48", "quays", 2024), (average, "average", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


# -- what so many are worth at a price


def deliveries(worth: str, *others: tuple[str, str, str]) -> Paper:
    """Rope that was delivered, and what it was worth at a price; `others` are more numbers of tonnes."""
    paper = Paper().say(
        "The yards delivered 816,000 tonnes of rope in 2024.", ("816,000", "rope delivered by yards", 2024),
        kind="physical", unit="t",
    )  # fmt: skip
    for sentence, number, metric in others:
        paper.add(sentence, (number, metric, 2024), kind="physical", unit="t")
    paper.say("The mean price was USD 3,260 per tonne.", ("USD 3,260", "mean price", 2024), unit_denominator="t")
    return paper.add(
        f"At that price, the rope delivered by yards was worth {worth}.", (worth, "rope delivered worth", 2024)
    )


@pytest.mark.parametrize(("worth", "status"), [("USD 2.66 billion", "holds"), ("USD 2.36 billion", "fails")])
def test_so_many_are_worth_their_number_at_the_price(worth: str, status: str) -> None:
    (finding,) = [f for f in deliveries(worth).check().findings if f.rule == "product_or_share_of"]
    assert finding.status == status
    assert f"{worth} / 816,000 = " in finding.computation
    assert "printed [3,259.5, 3,260.5]" in finding.computation


@pytest.mark.parametrize(("worth", "status"), [("USD 2.66 billion", "holds"), ("USD 2.36 billion", "fails")])
@pytest.mark.parametrize("words", ["worth", "valued at about", "came to"])
def test_the_price_may_be_told_in_the_sentence(words: str, worth: str, status: str) -> None:
    paper = (
        Paper()
        .say("Rope delivered: 816,000 tonnes.", ("816,000", "rope delivered", 2024), kind="physical", unit="t")
        .say(
            f"At an average price of USD 3,260 per tonne, the rope delivered {words} {worth}.",
            ("USD 3,260", "average price", 2024), (worth, "rope delivered", 2024),
        )
    )  # fmt: skip
    paper.facts[1] = replace(paper.facts[1], unit_denominator="t")
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (("The sales were 790,000 tonnes.", "790,000", "sales"), ["fails"]),
        (("The yards delivered 790,000 tonnes of hemp.", "790,000", "hemp delivered"), []),
        (("The yards delivered 790,000 tonnes of rope.", "790,000", "rope delivered by yards"), []),
    ],
)
def test_of_two_numbers_that_may_be_meant_neither_is(other: tuple[str, str, str], found: list[str]) -> None:
    assert told(deliveries("USD 2.36 billion", other).check(), "product_or_share_of") == found


@pytest.mark.parametrize("power", ["640 thousand kW", "640 MW"])
@pytest.mark.parametrize(("worth", "status"), [("USD 544 million", "holds"), ("USD 454 million", "fails")])
def test_a_price_per_kilowatt_is_of_kilowatts(power: str, worth: str, status: str) -> None:
    paper = (
        Paper()
        .say(f"Dynamos of {power} were fitted.", (power, "dynamos fitted", 2024))
        .add("Their mean price was USD 850 per kW.", ("USD 850", "mean price", 2024), unit_denominator="kW")
        .add(f"At that price, the dynamos fitted were worth {worth}.", (worth, "dynamos fitted", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize("worth", ["USD 710 million", "USD 87,000"])  # of some of it, and of one load
def test_an_amount_far_from_what_comes_out_is_of_something_else(worth: str) -> None:
    assert told(deliveries(worth).check(), "product_or_share_of") == []


def test_pieces_are_not_sold_at_a_price_per_kilowatt() -> None:
    paper = (
        Paper()
        .say("640 dynamos were fitted.", ("640", "dynamos fitted", 2024))
        .add("Their mean price was USD 850 per kW.", ("USD 850", "mean price", 2024), unit_denominator="kW")
        .add("At that price, the dynamos fitted were worth USD 2.6 million.", ("USD 2.6 million", "dynamos", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == []


@pytest.mark.parametrize(("price", "found"), [("the mean price", ["fails"]), ("the cost of wheels", [])])
def test_what_is_no_price_tells_no_worth(price: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("The yards delivered 5,120 wheels.", ("5,120", "wheels delivered", 2024))
        .add(f"In 2024 {price} was USD 640.", ("USD 640", price, 2024))
        .add("At that price, the wheels delivered were worth USD 3.82 million.", ("USD 3.82 million", "wheels", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


# -- what else tells the part and the whole


@pytest.mark.parametrize(("amount", "status"), [("397亿元", "holds"), ("379亿元", "fails")])
@pytest.mark.parametrize("words", ["按全年1,057亿元折算约为", "以全年1,057亿元测算约合"])
def test_a_share_applied_to_a_whole_comes_to_the_amount_behind_it(words: str, amount: str, status: str) -> None:
    paper = Paper().say(
        f"2024年上半年机器人收入412亿元，占37.6%，{words}{amount}。",
        ("412亿元", "机器人收入", 2024), ("37.6%", "机器人占比", 2024), ("1,057亿元", "全年", 2024),
        (amount, "机器人", 2024), language="zh",
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(
    ("places", "sentence", "amount", "found"),
    [
        (3, "On 2024 sales this equals {}.", "RMB 12.3 billion", ["holds"]),
        (3, "On 2024 sales this equals {}.", "RMB 13.2 billion", ["fails"]),
        (3, "Applied to sales of 2024 that share means {}.", "RMB 13.2 billion", ["fails"]),
        (3, "Beside the sales of 2024 stand {}.", "RMB 13.2 billion", []),
        (2, "On 2024 sales this equals {}.", "RMB 13.2 billion", []),  # which sales?
    ],
)
def test_the_whole_of_the_sentence_behind_a_share_is_what_most_places_state(
    places: int, sentence: str, amount: str, found: list[str]
) -> None:
    paper = Paper()
    said = ("Kettles brought in RMB 32.7 billion.", "Cooks paid RMB 32.7 billion.", "All told: RMB 32.7 billion.")
    for page, text in list(enumerate(said, 5))[:places]:
        paper.say(text, ("RMB 32.7 billion", text[:9], 2024), page=page)
    paper.say("Copper holds 37.6% of the trade.", ("37.6%", "copper share of trade", 2024), page=12)
    paper.add(sentence.format(amount), (amount, "this", 2024), page=12)
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Of the mills added, {} were of oak.", []),  # how many were added is told nowhere
        ("Of the mills in use, {} were of oak.", ["fails"]),
        ("在新增的磨坊中，橡木占{}。", []),
        ("在全部磨坊中，橡木占{}。", ["fails"]),
    ],
)
def test_a_share_of_what_was_added_is_not_of_all_there_is(sentence: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("There were 2,480 mills in 2024, 900 of oak.", ("2,480", "mills", 2024), ("900", "oak mills", 2024))
        .add(sentence.format("33.6%"), ("33.6%", "oak mills share", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Of the mills added, {} were oak mills.", []),
        ("Of the mills, {} were oak mills.", ["fails"]),
    ],
)
def test_nor_is_it_the_share_that_a_table_shows(sentence: str, found: list[str]) -> None:
    rows = [["Timber", "Share of mills 2024"], ["Oak mills", "36.3%"], ["Ash mills", "63.7%"]]
    share = "33.6%", "oak mills share of mills", 2024
    shown = Paper().table("Mills", "%", rows).say(sentence.format("33.6%"), share)
    said = (
        Paper()
        .say("Oak mills had a share of mills of 36.3%.", ("36.3%", *share[1:]))
        .say(sentence.format("33.6%"), share, page=5)
    )
    assert told(shown.check(), "restated_value") == told(said.check(), "restated_value") == found


@pytest.mark.parametrize(("of", "found"), [("its berths are let", []), ("its robots are let", ["fails"])])
def test_a_share_of_its_own_something_else_is_not_of_what_is_told(of: str, found: list[str]) -> None:
    paper = Paper().say(
        f"Of the 8,140 kW of robots, the yard runs 5,760 kW, and 78.0% of {of}.",
        ("8,140 kW", "robots", 2024), ("5,760 kW", "yard robots", 2024), ("78.0%", "yard share", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["North", "552"], ["Alba", "214"], ["Brack", "172"]], []),  # each is a part of something else
        ([["Alba", "214"], ["Brack", "172"], ["Corran", "166"]], ["fails"]),
    ],
)
def test_entries_side_by_side_in_a_table_are_not_shares_of_one_another(rows: list[list[str]], found: list[str]) -> None:
    paper = (
        Paper()
        .table("Mills", "", [["Place", "Mills 2024"], *rows])
        .say(
            "Alba runs 214 mills, behind North with 552, a share of 33.8%.",
            ("214", "Alba mills", 2024), ("552", "North mills", 2024), ("33.8%", "share", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


# -- what is no share, and of what it is


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("On it kettles lost USD 162, or 33.6%.", []),  # of what they were before
        ("On it kettles took USD 162, or 33.6%.", ["fails"]),
    ],
)
def test_what_came_or_went_is_told_beside_a_rate_and_no_share(sentence: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("A range costs USD 448.", ("USD 448", "range", 2024))
        .add(sentence, ("USD 162", "kettles", 2024), ("33.6%", "kettles share", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("now", "found"), [("USD 320", []), ("USD 448", ["fails"])])  # 162 of 482 is 33.6%
def test_nor_is_what_is_a_share_of_what_there_was_before(now: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say(f"A range costs {now}.", (now, "range cost", 2024))
        .add("The discount is 33.6%, or USD 162.", ("33.6%", "range", 2024), ("USD 162", "range", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(
    ("whole", "found"),
    [
        ("the network segment", []),
        ("its sales", ["fails"]),
    ],
)
def test_a_share_of_a_segment_is_not_the_share_of_its_layer(whole: str, found: list[str]) -> None:
    sales = {"Network & cloud": {"2024": "31.2"}, "Handsets": {"2024": "28.4"}, "Watches": {"2024": "12.9"}}
    paper = (
        Paper()
        .chart("Sales by segment", "RMB billion", sales, kind="stacked_bar")
        .say(f"Of the network cloud 34.0% of {whole} came from masts.", ("34.0%", "network cloud share", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(
    ("amount", "of", "found"),
    [
        ("RMB 8.2 billion", "the 2024 total", ["holds"]),
        ("RMB 2.8 billion", "the 2024 total", ["fails"]),
        ("RMB 2.8 billion", "the sum", ["fails"]),
        ("RMB 2.8 billion", "the kettles", ["undetermined"]),  # which may be others
    ],
)
def test_the_total_is_the_amount_told_first_in_the_paragraph(amount: str, of: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Tea houses took RMB 13.2 billion in 2024.", ("RMB 13.2 billion", "tea houses", 2024))
        .add("Cake came to RMB 1.1 billion.", ("RMB 1.1 billion", "cake", 2024))
        .add(f"Leaf was 62.1% of {of}, or {amount}.", ("62.1%", "leaf share", 2024), (amount, "leaf", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("share", "found"), [("46.3%", ["holds"]), ("43.6%", ["fails"])])
def test_the_whole_country_is_the_amount_that_is_stated_most(share: str, found: list[str]) -> None:
    paper = Paper()
    for page, said in enumerate(("磨坊2,480座。", "共有磨坊2,480座。", "2024年底磨坊2,480座。"), 3):
        paper.say(said, ("2,480座", "磨坊数量", 2024), page=page, language="zh")
    paper.say(f"南岸磨坊1,148座，占全国的{share}。", ("1,148座", "南岸", 2024), (share, "南岸全国占比", 2024), page=12,
              language="zh")  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("share", "found"), [("32.5%", ["holds"]), ("35.2%", ["fails"])])
def test_a_share_within_a_market_is_of_the_amount_of_that_market(share: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("茶具制造市场规模为248亿元。", ("248亿元", "茶具制造市场规模", 2024), page=3, language="zh")
        .say(f"茶壶收入80.6亿元，在茶具制造市场中占{share}。", ("80.6亿元", "茶壶收入", 2024), (share, "茶壶占比", 2024),
             page=9, language="zh")
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("share", "status"), [("31.2%", "holds"), ("32.1%", "fails")])
@pytest.mark.parametrize(
    "words",
    [
        "Rye's {} share corresponds to RMB 6.4 billion a year.",
        "Rye has {}, which comes to RMB 6.4 billion.",
    ],
)
def test_a_share_corresponds_to_the_amount_behind_it(words: str, share: str, status: str) -> None:
    paper = Paper()
    said = ("Sales of flour came to RMB 20.5 billion.", "Bakers spent RMB 20.5 billion.", "All told: RMB 20.5 billion.")
    for page, sentence in enumerate(said, 2):
        paper.say(sentence, ("RMB 20.5 billion", sentence[:12], 2024), page=page)
    rye = (share, "rye market share", 2024), ("RMB 6.4 billion", "rye", 2024)
    assert told(paper.say(words.format(share), *rye, page=15).check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(("share", "status"), [("31.2%", "holds"), ("32.1%", "fails")])
@pytest.mark.parametrize("words", ["黑麦占{}，约64亿元。", "黑麦份额为{}， 约64亿元。"])
def test_the_amount_behind_a_share_may_be_about_so_much(words: str, share: str, status: str) -> None:
    paper = Paper()
    for page, sentence in enumerate(("面粉销售205亿元。", "烘焙坊支出205亿元。", "全部205亿元。"), 2):
        paper.say(sentence, ("205亿元", sentence[:4], 2024), page=page, language="zh")
    rye = (share, "黑麦份额", 2024), ("64亿元", "黑麦", 2024)
    assert told(paper.say(words.format(share), *rye, page=15, language="zh").check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(
    ("rugs", "sails", "amount", "found"),
    [
        ("21.0%", "18.0%", "RMB 5.71 billion", ["holds", "holds"]),
        ("21.0%", "18.0%", "RMB 7.51 billion", ["fails", "holds"]),  # two digits of it are exchanged
        ("21.0%", "23.4%", "RMB 5.71 billion", ["holds"]),  # of something else
        ("9.9%", "18.0%", "RMB 7.51 billion", []),  # nothing bears out what it is of
    ],
)
def test_what_another_share_of_the_page_is_of_is_the_whole(
    rugs: str, sails: str, amount: str, found: list[str]
) -> None:
    paper = Paper().say("Weavers of all valleys earned RMB 31.7 billion.", ("RMB 31.7 billion", "weavers earned", 2024))
    for looms in ("240", "318"):
        paper.say(f"Looms number {looms} in a hamlet.", (looms, "looms", 2024))
    paper.say(
        f"Rugs came to RMB 6.66 billion, or {rugs}.", ("RMB 6.66 billion", "rugs", 2024), (rugs, "rugs share", 2024)
    )
    for shuttles in ("540", "672"):
        paper.say(f"Shuttles number {shuttles} in a hamlet.", (shuttles, "shuttles", 2024))
    paper.say(
        f"Sails were sewn for {amount}, or {sails}.",
        (amount, "sails", 2024), (sails, "sails share", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("水轮为{}", ["fails"]), ("与水轮合两类计算，约{}", []), ("与水轮合计约{}", []), ("两者之和为{}", [])],
)
def test_an_amount_of_several_together_is_not_the_part_of_one_share(words: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("每座磨坊投资25.6万元。", ("25.6万元", "磨坊投资", 2024), language="zh")
        .add(
            f"其中石磨占31.2%，{words.format('11.8万元')}。",
            ("31.2%", "石磨占比", 2024), ("11.8万元", "投资", 2024), language="zh",
        )
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize("stones", ["31.2%", "41.6%"])  # 118 of 256 are 46.1%
@pytest.mark.parametrize(("joined", "found"), [("took", ["fails"]), ("together took", []), ("combined took", [])])
def test_nor_is_it_where_they_are_named(joined: str, found: list[str], stones: str) -> None:
    paper = (
        Paper()
        .say("A mill costs USD 256 thousand.", ("USD 256 thousand", "mill costs", 2024))
        .add(
            f"The stones are {stones} of it; stones and wheel {joined} USD 118 thousand.",
            (stones, "stones share", 2024), ("USD 118 thousand", "stones and wheel", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize("share", ["45.2%", "54.2%"])
def test_nor_is_it_where_what_went_before_is_its_part(share: str) -> None:
    paper = Paper().say("Tolls brought in USD 38.2 million.", ("USD 38.2 million", "tolls", 2024))
    paper.add(f"Grain brought in USD 84.6 million, or {share}.", ("USD 84.6 million", "grain", 2024), (share, "", 2024))
    assert told(paper.check(), "product_or_share_of") == []


@pytest.mark.parametrize("share", ["44.2%", "54.2%"])  # 38.2 of 84.6 are 45.2%
def test_what_a_share_is_put_beside_is_not_its_whole(share: str) -> None:
    paper = Paper().say(
        f"Grain brought in USD 84.6 million, which is {share}, of which USD 38.2 million was for spelt.",
        ("USD 84.6 million", "grain", 2024), (share, "share for spelt", 2024), ("USD 38.2 million", "spelt", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == []


def test_the_last_slice_of_a_pie_is_no_total_of_the_others() -> None:
    slices = {"Cost": {"Frame": "11%", "Motor": "6%", "Doors": "4%", "Paint": "5%", "Glass": "26%", "Cells": "52%"}}
    paper = Paper().chart("Cost structure", "%", slices, kind="pie", period=2024)
    assert told(paper.check(), "share_sum") == ["fails"]


@pytest.mark.parametrize(("share", "status"), [("51.7%", "holds"), ("57.1%", "fails")])
def test_the_share_of_two_named_before_their_joint_amount(share: str, status: str) -> None:
    shares = {"Share": {"Alba": "28.7%", "Brack": "23.0%", "Corran": "18.2%", "Others": "30.1%"}}
    paper = Paper().chart("Shares of kilns sold", "%", shares, kind="pie", period=2024)
    paper.say(
        f"Alba and Brack together sold 328 kilns, or {share} of the total.",
        ("328", "Alba and Brack together sold", 2024), (share, "Alba and Brack share of total", 2024),
    )  # fmt: skip
    assert told(paper.check(), "part_whole_sum") == [status]


@pytest.mark.parametrize(("glass", "found"), [("12%", ["fails"]), ("17%", ["holds"])])
def test_slices_that_all_have_their_label_leave_nothing_out(glass: str, found: list[str]) -> None:
    slices = {"Cost": {"Frame": "31%", "Motor": "24%", "Doors": "13%", "Paint": "15%", "Glass": glass}}
    assert told(Paper().chart("Cost", "%", slices, kind="pie", period=2024).check(), "share_sum") == found


def test_what_came_in_over_several_years_is_no_sum_of_one_of_them() -> None:
    claims = {"Alba": "540", "Brack": "410", "Corran": "300", "Dorn": "250"}
    paper = Paper().chart("Claims by harbour", "USD million", {"Claims": claims}, period=2024)
    paper.say("Over the five years the four harbours together had claims of USD 2,765 million.",
              ("USD 2,765 million", "claims", 2024))  # fmt: skip
    assert told(paper.check(), "part_whole_sum") == []


def test_for_every_dollar_sets_no_limit_for_every_row() -> None:
    paper = Paper().chart("Rent by harbour", "%", {"Rent share": {"Alba": "34%", "Brack": "24%"}}, period=2024)
    paper.say("For every dollar of rent less than 30% goes to the town.", ("30%", "rent share", 2024), comparator="<",
              bound_low=None)  # fmt: skip
    assert told(paper.check(), "bounds") == []


MARGINS = [
    ["Carrier", "Fleet", "Operating margin"],
    ["Alba", "40.2%", "14.8%"],
    ["Brack", "22.1%", "12.6%"],
    ["Corran", "17.0%", "7.3%"],
]


def test_margins_add_up_to_nothing() -> None:
    paper = Paper().table("The three carriers", "", MARGINS)
    paper.say("Together the three have capacity on order equal to 28.1% of their existing fleet.",
              ("28.1%", "three carriers capacity on order", None))  # fmt: skip
    assert "fails" not in told(paper.check(), "part_whole_sum")


@pytest.mark.parametrize(("rows", "found"), [("Payload", []), ("Maker", ["fails"])])
def test_the_leading_three_are_of_rows_that_may_be_called_so(rows: str, found: list[str]) -> None:
    names = ["Alba", "Brack", "Corran", "Dorn"]
    table = [
        [rows, f"{rows} share of 2024"],
        *([n, s] for n, s in zip(names, ["40.5%", "19.5%", "16.4%", "23.6%"], strict=True)),
    ]
    paper = Paper().table("What a satellite is made of" if rows == "Payload" else "Satellite makers", "", table)
    paper.say("Alba alone delivered 26.9% of them, and the leading three makers together 68.5%.",
              ("26.9%", "Alba share of satellites", 2024), ("68.5%", "three makers share of satellites", 2024))  # fmt: skip
    assert [x for x in told(paper.check(), "part_whole_sum") if x == "fails"] == found


@pytest.mark.parametrize(("share", "status"), [("57.4%", "holds"), ("67.4%", "fails")])
def test_together_with_two_others_it_has_its_own_share_too(share: str, status: str) -> None:
    parts = {"Guang": "23.9%", "Jiang": "19.7%", "Zhe": "13.8%", "Lu": "6.0%"}
    paper = Paper().chart("Share of national total", "%", {"Share": parts}, period=2025)
    paper.say("Guang took 23.9%.", ("23.9%", "Guang share of national total", 2025))
    paper.add(
        f"Together with Jiang and Zhe it took {share} of the national total.", (share, "share of national total", 2025)
    )
    assert told(paper.check(), "part_whole_sum")[0] == status

"""Which of the readings that a sentence allows is meant: what speaks for one, and what leaves it undecided."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told
from tests.consistency.test_claims import claim

# -- rates


def yards(**cells: str) -> Paper:
    """Sales of yards in two years."""
    rows = [["Yard", "2023", "2024"], ["Alba", "480", "612"], ["Brack", "310", "402"], ["Corran", "205", "239"]]
    return Paper().table("Sales of yards", "RMB million", rows)


def test_a_rate_that_another_row_gives_to_three_figures_is_not_held_against_this_one() -> None:
    rates = {"27.5%": "holds", "29.7%": "undetermined", "33.1%": "fails"}  # 29.7% is Brack's
    for rate, status in rates.items():
        paper = yards().say(f"In 2024 sales of Alba grew by {rate}.", (rate, "sales of Alba", 2024), page=2)
        assert told(paper.check(), "growth_rate") == [status], rate


@pytest.mark.parametrize(("words", "found"), [("in dollars", []), ("in yuan", ["fails"]), ("in all", ["fails"])])
def test_a_rate_in_one_currency_says_nothing_of_amounts_in_another(words: str, found: list[str]) -> None:
    paper = yards().say(f"In 2024 sales of Alba grew by 22.4% {words}.", ("22.4%", "sales of Alba", 2024))
    assert told(paper.check(), "growth_rate") == found


def test_a_rate_that_was_lower_is_no_decline() -> None:
    assert not claim("In 2024 the rate was lower, 27.5%.", ("27.5%", "rate", 2024)).down
    assert claim("In 2024 sales were lower by 27.5%.", ("27.5%", "sales", 2024)).down


@pytest.mark.parametrize(
    ("sentence", "kind", "down"),
    [
        ("Alba lost 4.5% of its sales.", "growth", True),
        ("Alba made 4.5% of its sales there.", "share", False),
        ("It saw the steepest reduction, 4.5%.", "growth", True),
        ("Sales fell by a third, or 4.5% of it.", "share", True),
    ],
)
def test_what_is_lost_or_put_as_a_change_is_growth(sentence: str, kind: str, down: bool) -> None:
    made = claim(sentence, ("4.5%", "sales", 2024))
    assert (made.kind, made.down) == (kind, down)


def test_a_rate_a_year_put_in_other_words_goes_the_way_of_the_change() -> None:
    sentence = "It fell by 33.9%, or 9.8% a year."
    made = claim(sentence, ("33.9%", "price", "2020-2024"), ("9.8%", "price", "2020-2024"))
    assert (made.kind, made.down) == ("cagr", True)


@pytest.mark.parametrize(("year", "found"), [("the first year of the plague", []), ("that year", ["fails"])])
def test_a_rate_of_a_year_that_is_only_counted_is_of_none_that_is_known(year: str, found: list[str]) -> None:
    paper = yards().say(
        f"Sales of Alba were up 17.5% in {year}.", ("17.5%", "sales of Alba", 2024), period_basis="document"
    )
    assert told(paper.check(), "growth_rate") == found


def test_a_sentence_opens_with_what_all_of_it_is_held_against() -> None:
    made = claim(
        "Compared with 2020, the part of the looms, which had been the largest of all those that the town had in its care, "
        "has come down, and that of the ferries has lost 7 percentage points.",
        ("7 percentage points", "ferries", None),
    )  # fmt: skip
    assert made.base_years == (2020,)


@pytest.mark.parametrize(("points", "status"), [("8", "holds"), ("4", "holds"), ("6", "fails")])
def test_points_are_of_the_years_of_the_sentence_before_or_of_the_last_one(points: str, status: str) -> None:
    shares = {
        "Public": {"2022": "58%", "2023": "52%", "2024": "46%"},
        "Private": {"2022": "27%", "2023": "31%", "2024": "35%"},
    }
    paper = (
        Paper()
        .chart("Looms by owner", "%", shares)
        .say("Public fell from 58% in 2022 to 46% in 2024.", ("58%", "Public", 2022), ("46%", "Public", 2024))
    )
    paper.add(
        f"Private gained {points} percentage points.", (f"{points} percentage points", "Private", 2024),
        period_basis="document",
    )  # fmt: skip
    assert told(paper.check(), "difference") == [status]


def test_points_that_fell_do_not_lie_between_a_value_and_a_higher_one_later() -> None:
    paper = Paper().say("Looms had 61.1% in 2025.", ("61.1%", "looms share", 2025))
    paper.say(
        "In 2022 ferries had 43.0%, and by 2025 they had come down by 11.0 percentage points.",
        ("43.0%", "ferries share", 2022), ("11.0 percentage points", "ferries share", 2025),
    )  # fmt: skip
    paper.facts[-1] = replace(paper.facts[-1], direction="down")
    assert told(paper.check(), "difference") == []


MARKET = {
    "Fab": {"2019": "33.6", "2022": "44.9", "2024": "43.1"},
    "Pack": {"2019": "19.5", "2022": "28.1", "2024": "24.7"},
}


@pytest.mark.parametrize("kind", ["stacked_bar", "grouped_bar"])
@pytest.mark.parametrize(("rate", "found"), [("5.0%", ["holds"]), ("7.7%", [])])
def test_a_compound_rate_may_be_of_all_layers_together(kind: str, rate: str, found: list[str]) -> None:
    paper = Paper().chart("Materials", "USD billion", MARKET, kind=kind)
    paper.say(f"From 2019 to 2024 materials compounded at {rate} a year.", (rate, "materials", "2019-2024"))
    assert told(paper.check(), "cagr") == found


@pytest.mark.parametrize(("together", "found"), [("两者合计", ["undetermined"]), ("咖啡为", ["fails"])])
def test_a_rate_beside_what_two_have_together_is_not_that_of_one(together: str, found: list[str]) -> None:
    paper = Paper().chart("咖啡规模", "亿元", {"咖啡": {"2024": "1,398", "2028E": "2,570"}})
    paper.say(
        f"2028年{together}5,436亿元，年复合增速12.3%。", ("5,436亿元", "咖啡规模", 2028), ("12.3%", "咖啡规模年复合增速", "2024-2028"),
        language="zh",
    )  # fmt: skip
    assert told(paper.check(), "cagr") == found


def test_compound_rates_of_a_table_are_rather_of_all_its_years() -> None:
    rows = [
        ["Kind", "2024", "2025", "2026", "2027", "2028", "CAGR"],
        ["Beans", "286", "341", "402", "466", "532", "16.8%"],
        ["Tea", "197", "220", "244", "268", "292", "10.3%"],
        ["Milk", "312", "362", "415", "470", "524", "13.8%"],
        ["Fruit", "208", "239", "272", "305", "338", "15.9%"],  # 12.9%
    ]
    (wrong,) = [f for f in Paper().table("Supply", "RMB million", rows).check().findings if f.status == "fails"]
    assert wrong.computation.startswith("(338 RMB million / 208 RMB million)^(1/4)")


# -- multiples


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("That would be 2.8 times as large as it is today.", []),  # today is neither
        ("That would be 2.3 times as large as it was then.", ["holds"]),
    ],
)
def test_as_large_as_today_is_held_against_a_figure_of_today(sentence: str, found: list[str]) -> None:
    times = sentence[14:23]
    paper = Paper().chart("Looms", "thousand", {"Looms": {"2024": "188", "2025": "204"}})
    paper.say(
        "Sales come to 230 in 2026 and to 526 in 2031.", ("230", "sales", 2026), ("526", "sales", 2031)
    ).add(sentence, (times, "sales", 2031))  # fmt: skip
    assert told(paper.check(), "multiple") == found


def test_what_is_so_many_times_its_size_today_leads_from_today_to_the_amount_before() -> None:
    made = claim(
        "It should reach USD 8.9 billion in 2030, 4.2 times its size today.",
        ("USD 8.9 billion", "market", 2030), ("4.2 times", "market", 2024),
    )  # fmt: skip
    assert [(a.first, b.first) for a, b in made.pairs] == [(2024, 2030)]


@pytest.mark.parametrize(("times", "status"), [("2.2 times", "holds"), ("3.2 times", "fails")])
def test_as_much_may_be_told_with_the_amount_behind_it(times: str, status: str) -> None:
    paper = Paper().say("Meals sold for USD 4.4 billion in 2020.", ("USD 4.4 billion", "meals", 2020))
    paper.add(
        f"In 2024 they brought in {times} as much, USD 9.7 billion.",
        (times, "meals", 2024), ("USD 9.7 billion", "meals", 2024),
    )  # fmt: skip
    assert told(paper.check(), "multiple") == [status]


def test_as_much_on_another_thing_says_nothing_of_the_amounts_before() -> None:
    paper = Paper().say(
        "Alba spends more on looms, USD 468 million against USD 466 million, but Brack spends 2.0 times as much on ferries.",
        ("USD 468 million", "looms", 2024), ("USD 466 million", "looms", 2024), ("2.0 times", "ferries", 2024),
    )  # fmt: skip
    assert told(paper.check(), "multiple") == []


SEATS = {"Price": {"Suites": "19.5", "Agents": "38.0", "Search add-ons": "8.5"}}


@pytest.mark.parametrize(("times", "status"), [("4.5 times", "holds"), ("5.5 times", "fails")])
def test_what_is_compared_is_named_last_before_the_multiple(times: str, status: str) -> None:
    paper = Paper().chart("Price of seats", "USD", SEATS, period=2024)
    paper.say(
        f"Suites have most seats, yet agents are the dearest: they cost {times} as much as a search add-on.",
        (times, "seats", 2024),
    )  # fmt: skip
    assert told(paper.check(), "multiple") == [status]


# -- shares


@pytest.mark.parametrize(("share", "status"), [("73.3%", "holds"), ("77.3%", "fails")])
def test_a_share_of_rows_together_is_of_the_total_under_them(share: str, status: str) -> None:
    rows = [["Province", "Capacity 2024"], ["Alba", "62.4"], ["Brack", "58.7"], ["Corran", "51.3"], ["Dorn", "44.8"],
            ["Elm", "31.6"], ["Fenn", "28.9"], ["Others", "101.3"], ["Total", "379.0"]]  # fmt: skip
    paper = Paper().table("Capacity by province", "RMB million", rows)
    paper.say(f"The six provinces together hold {share} of capacity.", (share, "share of capacity", 2024))
    assert told(paper.check(), "product_or_share_of") == [status]


def test_an_amount_that_a_share_is_of_is_not_its_part() -> None:
    paper = Paper().say(
        "Blended cement has 31% of a family worth USD 13.9 billion, in a market of USD 79.8 billion.",
        ("31%", "share", 2024), ("USD 13.9 billion", "family", 2024), ("USD 79.8 billion", "market", 2024),
    )  # fmt: skip
    assert "fails" not in told(paper.check(), "product_or_share_of")


def test_by_how_much_one_is_above_another_is_no_share() -> None:
    paper = Paper().say(
        "A cell makes 34 boxes where a team makes 22, a margin of 54.5%.",
        ("34", "boxes", 2024), ("22", "boxes", 2024), ("54.5%", "margin", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == []


def test_parts_of_a_list_are_no_wholes_of_one_another() -> None:
    paper = Paper().say(
        "终端2,890亿元、软件1,240亿元、集成1,130亿元、服务1,460亿元。",
        ("2,890亿元", "终端", 2024), ("1,240亿元", "软件", 2024), ("1,130亿元", "集成", 2024), ("1,460亿元", "服务", 2024),
        language="zh",
    )  # fmt: skip
    paper.add("其中软件占18.5%。", ("18.5%", "软件占比", 2024), language="zh")
    assert "fails" not in told(paper.check(), "product_or_share_of")


@pytest.mark.parametrize(
    ("words", "found"), [("后者占比降至32.0%", []), ("占其的52.8%", ["holds"])]
)  # fmt: skip
def test_the_share_of_the_latter_is_not_of_the_former(words: str, found: list[str]) -> None:
    share = words[-5:]
    paper = Paper().say(
        f"充电式销量达8.94亿元，换电式为4.72亿元，{words}。",
        ("8.94亿元", "充电式", 2024), ("4.72亿元", "换电式", 2024), (share, "换电式占比", 2024), language="zh",
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


def test_the_smallest_part_told_of_something_is_no_whole() -> None:
    paper = Paper().say(
        "Growth rounds took USD 4.5 billion of the money of the year, late ones USD 2.6 billion.",
        ("USD 4.5 billion", "growth rounds", 2024), ("USD 2.6 billion", "late rounds", 2024),
    )  # fmt: skip
    paper.say(
        "China received USD 3.6 billion, which is 39.1% of the total.",
        ("USD 3.6 billion", "China", 2024), ("39.1%", "China share", 2024),
    )  # fmt: skip
    assert "fails" not in told(paper.check(), "product_or_share_of")


@pytest.mark.parametrize(
    ("average", "rule", "status"),
    [("USD 28.9 million", "product_or_share_of", "holds"), ("USD 28.9 billion", "unit_scale_mismatch", "fails")],
)
def test_an_average_a_thousand_times_off_is_still_the_average(average: str, rule: str, status: str) -> None:
    paper = Paper().say("Investors put in USD 9.2 billion in 2024.", ("USD 9.2 billion", "investment", 2024))
    paper.add(
        f"The number of deals rose to 318, and the average round was {average}.",
        ("318", "deals", 2024), (average, "average round", 2024),
    )  # fmt: skip
    assert told(paper.check(), rule) == [status]


@pytest.mark.parametrize(("last", "found"), [("13%", ["fails"]), ("9%", ["holds"])])
def test_a_chart_of_the_structure_of_something_adds_up(last: str, found: list[str]) -> None:
    parts = {"Laser": "27%", "Receiver": "24%", "Chip": "16%", "Scanner": "13%", "Housing": "11%", "Optics": last}
    paper = Paper().chart("Cost structure of a module", "%", {"Cost": parts}, kind="horizontal_bar", period=2024)
    assert told(paper.check(), "share_sum") == found


# -- superlatives


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Corran posted the quickest growth at {}, helped by a second crane.", ["fails"]),
        ("Corran posted the second quickest growth at {}.", []),
        ("Corran, at {}, was the fastest-growing of all.", ["fails"]),
        ("None of them grew faster than Corran, whose sales swelled by {}.", ["fails"]),
        ("Corran, the most cyclical of all, grew by {}.", []),
        ("Corran makes LED lamps and grew by {}.", []),
        ("Corran grew by {} but has the best name of all.", []),
        ("Not until 2024 did Corran pass its earlier peak, with growth of {}.", []),
    ],
)
def test_what_is_said_to_be_the_fastest(sentence: str, found: list[str]) -> None:
    growth = {"Growth": {"Alba": "6.6%", "Brack": "12.9%", "Corran": "11.4%", "Dorn": "-3.4%"}}
    paper = Paper().chart("Growth of yards", "%", growth, period=2024)
    paper.say(sentence.format("11.4%"), ("11.4%", "growth of Corran", 2024))
    assert told(paper.check(), "superlative") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("西部省份中四川以131座领先。", []),
        ("四川以131座领先。", ["fails"]),
        ("四川体量最小，却以131座居中。", []),
    ],
)
def test_a_superlative_may_be_of_some_or_of_another_measure(sentence: str, found: list[str]) -> None:
    paper = Paper().chart(
        "换电站", "座", {"换电站": {"河北": "412", "山西": "358", "四川": "131", "江苏": "218"}}, period=2024
    )
    paper.say(sentence, ("131座", "四川换电站", 2024), language="zh")
    assert told(paper.check(), "superlative") == found


# -- restatements


def test_a_sample_that_is_counted_twice_is_of_no_year() -> None:
    paper = Paper().say(
        "Our survey reached 2,480 enterprises.", ("2,480", "survey enterprises", 2024),
        counted_noun="enterprises", period_basis="document",
    )  # fmt: skip
    paper.say(
        "The enterprise survey of 2025 holds 2,840 enterprises.", ("2,840", "enterprise survey", 2025), page=9,
        counted_noun="enterprises",
    )  # fmt: skip
    assert told(paper.check(), "restated_value") == ["fails"]


@pytest.mark.parametrize(("case", "found"), [("base case", ["fails"]), ("low case", [])])
def test_the_base_case_is_what_a_document_expects(case: str, found: list[str]) -> None:
    cases = {"Base case": {"2024": "31.2", "2030E": "102.6"}, "Low case": {"2024": "31.2", "2030E": "81.2"}}
    paper = Paper().chart("Industry revenue by case", "RMB billion", cases)
    paper.say(
        f"Under the {case} revenue reaches RMB 106.2 billion in 2030.", ("RMB 106.2 billion", "base case revenue", 2030)
    )
    assert told(paper.check(), "text_vs_chart") + told(paper.check(), "restated_value") == found


def test_a_value_of_the_year_beside_is_a_wrong_year() -> None:
    paper = Paper().chart("Stations", "units", {"": {"2022": "486", "2023": "903", "2024": "1,458", "2025": "2,316"}})
    paper.say(
        "There were 486 in 2022, 1,458 in 2023 and 2,316 in 2025.",
        ("486", "stations", 2022), ("1,458", "stations", 2023), ("2,316", "stations", 2025),
    )  # fmt: skip
    assert "fails" in told(paper.check(), "text_vs_chart")


def test_what_a_text_counts_by_a_noun_is_not_what_a_chart_never_speaks_of() -> None:
    meters = {"Gulf": {"2023": "9.4", "2024": "11.3"}, "Asia": {"2023": "12.1", "2024": "14.8"}}
    for noun, found in (("connections", []), ("meters", ["fails"])):
        paper = Paper().chart("Smart meters in service", "million", meters)
        paper.say(
            f"The Gulf has 13.1 million {noun} in service.",
            ("13.1 million", "Gulf in service", 2024),
            counted_noun=noun,
        )
        assert [s for s in told(paper.check(), "text_vs_chart") if s == "fails"] == found, noun


def test_of_one_number_and_another_the_row_that_a_text_names_tells_the_wrong_word_of_scale() -> None:
    rows = [["Market", "2024"], ["Alba", "566"], ["Brack", "118"], ["Corran", "89"], ["Total", "773"]]
    paper = Paper().table("Spending by market", "USD million", rows)
    paper.say("Brack, where loans are slow, spent USD 118 billion.", ("USD 118 billion", "Brack", 2024))
    assert told(paper.check(), "unit_scale_mismatch") == ["fails"]


# -- dates


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Measures were published in October 2024 and entered into force in April 2023.", ["fails"]),
        ("The Measures were published in October 2024 and entered into force in April 2025.", ["holds"]),
        ("Founded in 2014, it was sold in 2011.", []),
        ("The firm was founded in 2014 and listed in 2011.", ["fails"]),
        ("办法于2024年10月发布，自2023年4月起施行。", ["fails"]),
    ],
)
def test_nothing_works_before_it_was_made(sentence: str, found: list[str]) -> None:
    assert told(Paper().say(sentence).check(), "temporal") == found


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("It rests on a rate of use that does not fall below 80%.", ["level"]),
        ("Their share dropped from 26.3% in 2019 to 12.9%.", ["share", "share"]),
        ("平台企业收入增长25.2%，净利率升至10.5%。", ["growth", "share"]),
        ("平台企业收入增长25.2%，增长率升至30.5%。", ["growth", "growth"]),
    ],
)
def test_a_limit_or_where_a_ratio_stands_is_no_growth(sentence: str, kinds: list[str]) -> None:
    numbers = re.findall(r"[\d.]+%", sentence)
    views = Paper().say(sentence, *((n, "", 2024) for n in numbers)).material().sentences[0].claims
    assert [c.kind for c in views] == kinds


@pytest.mark.parametrize(("rate", "status"), [("20.7%", "holds"), ("25.7%", "fails")])
def test_a_rate_before_that_of_a_year_told_last_is_of_the_year_before(rate: str, status: str) -> None:
    sentence = f"The growth of kites came down to {rate} and climbed again to 27.8% in 2023."
    paper = Paper().chart("Sales of kites", "RMB million", {"Kites": {"2021": "80.2", "2022": "96.8", "2023": "123.7"}})
    paper.say(sentence, (rate, "kites growth", 2023), ("27.8%", "kites growth", 2023))
    assert sorted(told(paper.check(), "growth_rate")) == sorted([status, "holds"])


def test_a_gap_that_narrows_is_between_two_things_at_one_time() -> None:
    lines = {"东部": {"2020": "10.2%", "2024": "8.3%"}, "东北": {"2020": "17.5%"}}
    paper = Paper().chart("漏损率", "%", lines).say(
        "东北与东部的差距由7.3个百分点收窄到6.1个百分点。", ("7.3个百分点", "东部差距", 2020),
        ("6.1个百分点", "东部差距", 2024), language="zh",
    )  # fmt: skip
    assert told(paper.check(), "difference") == ["holds"]  # nothing that 6.1 may lie between is shown


def test_what_the_five_leading_ones_have_is_not_said_to_be_the_largest() -> None:
    paper = Paper().chart("Fleets", "cars", {"2024": {"Alba": "168,400", "Brack": "142,700", "Corran": "98,300"}})
    paper.say("Behind Brack stands Corran with 98,300 cars, and the three leading yards own 409,400.",
              ("98,300", "Corran fleet", 2024), ("409,400", "fleet", 2024))  # fmt: skip
    assert "fails" not in told(paper.check(), "superlative")

"""Who speaks of the same thing: claims and the values they are about, told apart from what only looks alike."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.consistency.build import Paper, told, years
from wpextract.consistency.facts_view import dimension_of, view
from wpextract.consistency.linking import mentions
from wpextract.consistency.model import Checked
from wpextract.consistency.words import label_tokens, years_back
from wpextract.facts.model import Fact
from wpextract.reading.model import Block, Box


def fact(text: str, **given: object) -> Fact:
    return replace(Paper()._fact(text), **given)


def failing(checked: Checked) -> list[tuple[str, str]]:
    return [(f.rule, f.statement) for f in checked.findings if f.status == "fails"]


def test_a_rate_without_a_subject_is_of_the_sentence_before():
    paper = (
        Paper()
        .say(
            "The crane market stood at USD 31.2 billion in 2024 and should reach USD 102.4 billion by 2030.",
            ("USD 31.2 billion", "crane market", 2024),
            ("USD 102.4 billion", "crane market", 2030),
        )
        .say("This path corresponds to a compound annual growth rate of 25.4%.", ("25.4%", "path", "2024-2030"))
    )
    ((rule, statement),) = failing(paper.check())
    assert rule == "cagr"
    assert "USD 31.2 billion" in statement
    assert "[21.863, 21.948] %" in statement


def test_a_stated_end_finds_the_line_that_it_stands_on():
    paper = (
        Paper()
        .chart("Spending on cranes", "USD 100 million", {"Spending": {"2024": "1,632", "2029E": "4,882"}}, page=7)
        .say(
            "Global spending on cranes will come to USD 488.2 billion in 2029, a compound rate of 27.4% a year.",
            ("USD 488.2 billion", "Global spending on cranes", 2029),
            ("27.4%", "compound rate", "2024-2029"),
            page=3,
        )
    )
    assert ("cagr", (3, 7)) in [(f.rule, f.pages) for f in paper.check().findings if f.status == "fails"]


def test_a_multiple_looks_back_as_far_as_it_says():
    paper = Paper().say(
        "Dockers set 7.64 million posts in 2024 against 3.12 million in 2019, 3.4 times the level of five years before.",
        ("7.64 million", "posts", 2024),
        ("3.12 million", "posts", 2019),
        ("3.4 times", "level of posts", 2019),
    )
    assert told(paper.check(), "multiple") == ["fails"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("its level of five years before", 5),
        ("over the past three years", 3),
        ("within 10 years", 10),
        ("五年间扩大至", 5),
        ("三年累计增加", 3),
        ("三年期存款", None),
        ("five years of growth", None),
        ("in 2015 years", None),
    ],
)
def test_how_far_a_text_looks_back(text: str, years: int | None):
    assert years_back(text) == years


def test_times_the_number_that_follows():
    paper = Paper().say(
        "A premium post costs USD 396, 4.2 times the USD 95 asked for a plain one.",
        ("USD 396", "premium post", 2024),
        ("4.2 times", "premium post", 2024),
        ("USD 95", "plain post", 2024),
    )
    assert told(paper.check(), "multiple") == ["holds"]


def test_more_than_in_a_year_compares_the_latest_with_it():
    paper = (
        Paper()
        .chart("Berth tariff", "USD", {"North": {"2023": "5.31", "2024": "5.48", "2025": "5.62"}})
        .say("The berth tariff is USD 5.62 in 2025.", ("USD 5.62", "berth tariff", 2025))
        .say("That berth tariff is 2.6% more than in 2024.", ("2.6%", "berth tariff increase", 2024))
    )
    assert told(paper.check(), "growth_rate") == ["holds"]


def test_a_share_is_of_the_total_of_its_row():
    share = [
        ["Region", "Posts 2024"],
        ["Europe", "8,190"],
        ["Asia", "13,790"],
        ["Africa", "6,120"],
        ["World", "28,100"],
    ]
    paper = (
        Paper()
        .table("Posts set by region", "thousand", share, page=9)
        .say(
            "Europe set 8.19 million posts in 2024, a share of 35.1%.",
            ("8.19 million", "Europe posts", 2024),
            ("35.1%", "Europe share of posts", 2024),
            page=8,
        )
    )
    ((rule, statement),) = failing(paper.check())
    assert rule == "product_or_share_of"
    assert "28,100 thousand" in statement


def test_a_limit_is_held_against_the_row_that_it_limits():
    rows = [["Country", "Posts 2024"], ["India", "1,248"], ["Vietnam", "631"], ["Brazil", "1,655"]]
    paper = (
        Paper()
        .table("Posts set by country", "thousand", rows)
        .say("India, where dockers set over 1.3 million posts in 2024.", ("over 1.3 million", "India posts", 2024))
    )
    assert [r for r, _ in failing(paper.check())] == ["restated_value"]


def test_the_odd_one_out_is_told_with_what_bears_the_others_out():
    paper = (
        Paper()
        .say("Public mooring posts numbered 3.417 million in 2024.", ("3.417 million", "Public mooring posts", 2024))
        .say("There were 3.42 million public mooring posts.", ("3.42 million", "Public mooring posts", 2024), page=5)
        .say("The 3.714 million public mooring posts.", ("3.714 million", "Public mooring posts", 2024), page=14)
    )
    (finding,) = [f for f in paper.check().findings if f.status == "fails"]
    assert finding.pages == (1, 5, 14)
    assert finding.statement.startswith("3.714 million (text on page 14) differs from")


def test_figures_drawn_side_by_side_are_not_one_figure():
    marks = {"Alba": "38.1%", "Brack": "36.2%", "Corran": "35.2%"}
    paper = Paper()
    for label, value in marks.items():
        paper.chart(f"Score of {label}", "%", {"Score": {"Score": value}}, kind="other", period=2024)
    assert failing(paper.check()) == []


# -- labels


def test_a_wrong_scale_shows_in_a_figure_that_is_restated_rounded():
    paper = (
        Paper()
        .say("By 2035 the crane market will reach RMB 2.46 billion.", ("RMB 2.46 billion", "crane market", 2035))
        .say(
            "The crane market will be RMB 2,463,200 million.",
            ("RMB 2,463,200 million", "crane market size", 2035),
            page=22,
        )
        .say("A crane market of 2463200 million yuan.", ("2463200 million yuan", "crane market size", 2035), page=23)
    )
    checked = paper.check()
    assert [(c.printed, c.factor) for c in checked.corrections] == [("RMB 2.46 billion", Decimal(1000))]
    fact = checked.facts[0]
    assert (fact.value, fact.value_low, fact.value_uncorrected) == (
        2_460_000_000_000,
        2_460_000_000,
        fact.value_low,
    )


def test_a_limit_in_the_text_corrects_the_whole_chart():
    paper = (
        Paper()
        .chart(
            "Harbour investment", "RMB billion",
            {"Harbour investment": {"2021": "2,054", "2022": "1,656", "2023": "1,226", "2024": "1,053"}},
        )
        .say("Since 2022 harbour investment is stable at RMB 100 billion.", ("RMB 100 billion", "harbour investment", 2022))
    )  # fmt: skip
    limit = paper.facts[-1]
    high = limit.value_low * 2
    paper.facts[-1] = replace(limit, value=None, value_high=high, bound_low=limit.value_low, bound_high=high)
    checked = paper.check()
    assert [(c.corrected, c.status) for c in checked.corrections] == [("RMB 100 million", "applied")]
    assert all(f.correction_id for f in checked.facts if f.source == "chart")


def test_an_axis_far_above_the_whole_is_doubted():
    paper = (
        Paper()
        .chart("Tenders for cranes, 2024", "RMB billion", {"Amount": {"01": "1", "02": "2"}})
        .say("Tenders for cranes came to RMB 6.47 billion in 2024.", ("RMB 6.47 billion", "Tenders for cranes", 2024))
    )
    (chart,) = paper.charts
    bare = tuple(replace(p, printed=None, value_as_printed=None) for p in chart.points)
    assert chart.primary is not None
    paper.charts = [replace(chart, points=bare, primary=replace(chart.primary, high=3000.0))]
    paper.facts = [f for f in paper.facts if f.source == "prose"]
    (finding,) = [f for f in paper.check().findings if f.rule == "unit_scale_mismatch"]
    assert (finding.status, finding.severity) == ("fails", "warning")
    assert finding.diagnosis is not None
    assert "RMB million" in finding.diagnosis


# -- rates and contents


def test_a_rate_stated_elsewhere_converts():
    paper = (
        Paper()
        .say("One dollar averaged 7.19 yuan.", ("7.19", "average exchange rate", 2024), page=2)
        .say(
            "Sales of RMB 15.1 billion equal USD 2.40 billion at the average exchange rate.",
            ("RMB 15.1 billion", "sales", 2024),
            ("USD 2.40 billion", "sales", 2024),
            page=5,
        )
    )
    assert told(paper.check(), "fx_plausibility") == ["fails"]


def test_page_numbers_in_a_column_belong_to_the_titles_beside_them():
    titles, pages = ("Market", "Cranes", "Harbours", "Outlook"), (3, 5, 9, 13)
    blocks = [Block("c", 2, "heading", 0, "Contents", Box(50, 40, 200, 60), ())]
    for n, (title, page) in enumerate(zip(titles, pages, strict=True)):
        top = 80 + 20 * n
        blocks.append(Block(f"t{n}", 2, "paragraph", n, title, Box(50, top, 200, top + 12), ()))
        blocks.append(Block(f"n{n}", 2, "paragraph", 10 + n, str(page), Box(400, top, 420, top + 12), ()))
        at = 12 if title == "Outlook" else page
        blocks.append(Block(f"h{n}", at, "heading", 20 + n, title, Box(50, 40, 200, 60), ()))
    found = [f for f in Paper(blocks=blocks, pages=15).check().findings if f.status == "fails"]
    assert [(f.rule, f.pages) for f in found] == [("toc_structure", (2, 12))]


def test_page_numbers_in_front_of_titles_are_held_against_the_chapters():
    chapters = (("Market", 3), ("Cranes", 5), ("Harbours", 9), ("Outlook", 13))
    lines = [f"{page} {n} {title}" for n, (title, page) in enumerate(chapters, 1)]
    blocks = [Block("c", 2, "paragraph", 0, "\n".join(["0 Contents", *lines]), None, ())]
    for n, (title, page) in enumerate(chapters, 1):
        at = 12 if title == "Outlook" else page
        blocks.append(Block(f"h{n}", at, "heading", n, f"{n} {title}", None, ()))
    found = [f for f in Paper(blocks=blocks, pages=15).check().findings if f.status == "fails"]
    assert [(f.rule, f.pages) for f in found] == [("toc_structure", (2, 12))]


# -- dates


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In the seven years from 2020 to 2025 the sector grew.", "fails"),
        ("In the five years from 2020 to 2025 the sector grew.", "holds"),
        ("In the six years from 2020 to 2025 the sector grew.", "holds"),
        ("2020年至2025年的七年间，行业增长。", "fails"),
        ("2020年至2025年的五年间，行业增长。", "holds"),
    ],
)
def test_a_span_is_as_long_as_it_says(text: str, status: str):
    assert told(Paper().say(text).check(), "temporal") == [status]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Planting began on 14 May 2024 and ended on 2 May 2024.", ["fails"]),
        ("Planting began on 2 May 2024 and ended on 14 May 2024.", ["holds"]),
        ("The mill opened in June 2024 on the site of a plant that was closed in March 2022.", []),
        ("The second phase began in May 2024, after the first phase was completed in April 2024.", []),
        ("The trial of the pumps started in June 2024 and was completed in March 2024.", ["fails"]),
        ("试种始于2024年6月，结束于2024年3月。", ["fails"]),
        ("Planting ended on 14 May 2024, and the pumps came on 2 May 2024.", []),
        ("The pumps were tried from October 2024 to August 2024.", ["fails"]),
        ("The opening was moved from October 2024 to August 2024.", []),
        ("The trial of the pumps was brought forward from October 2024 to August 2024.", []),
        ("Prices differ little between October 2024 and August 2024.", []),
        ("The survey compares prices from June 2025 to June 2024.", []),
        ("The survey window was pulled forward from October 2024 to September 2024.", []),
        ("调查显示，开业时间从2025年12月至2025年9月不等。", []),
        ("The pumps were tried from August 2024 to October 2024.", []),
        ("The pumps came in October 2024 and August 2024.", []),
        ("水泵从2024年10月到2024年8月试用。", ["fails"]),
        ("水泵从2024年8月到2024年10月试用。", []),
    ],
)
def test_an_end_comes_after_its_beginning(text: str, found: list[str]):
    assert told(Paper().say(text).check(), "temporal") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("厂房2021年3月开工，2023年9月建成，历时{}个月。", {"30": "holds", "31": "holds", "42": "fails"}),
        ("Begun in March 2021, the dock opened in September 2023; it took {} months.", {"30": "holds", "42": "fails"}),
        ("The dock was begun in March 2021, and since September 2023 has {} months behind it.", {"42": None}),
        ("Talks lasted {} months; the permit runs from March 2021 to September 2023.", {"42": None}),
        ("It took {} months to survey what was sold in March 2021 and in September 2023.", {"42": None}),
    ],
)
def test_so_many_months_lie_between_two(text: str, found: dict[str, str | None]):
    for number, status in found.items():
        paper = Paper().say(text.format(number), (number, "time", None), kind="physical", unit="month")
        assert told(paper.check(), "temporal")[:1] == ([status] if status else [])


@pytest.mark.parametrize(("verb", "found"), [("was fielded among", ["fails"]), ("will be fielded among", [])])
def test_what_a_report_tells_as_past_begins_before_its_own_date(verb: str, found: list[str]):
    paper = Paper().say(f"The survey {verb} 6,400 adults in 2026.", ("6,400", "survey of adults", 2026))
    assert told(paper.check(published_on="2025-09-12"), "temporal") == found


# -- comparisons


def test_a_difference_lies_between_the_two_amounts_before_it():
    paper = (
        Paper()
        .say("A berth pays USD 5.62 in the north.", ("USD 5.62", "berth in the north", 2025))
        .say("The same berth pays USD 2.47 in the south.", ("USD 2.47", "berth in the south", 2025))
        .say("The difference has widened to USD 3.65.", ("USD 3.65", "difference", 2025))
    )
    assert told(paper.check(), "difference") == ["fails"]


def test_a_limit_for_every_entry_is_held_against_all_of_them():
    costs = {"Power": {"Cold": "22.5%", "Mild": "33.1%", "Hot": "36.7%"}}
    paper = Paper().chart("Share of cost by climate", "%", costs, kind="stacked_bar", period=2025)
    paper.say("Power stays below 35% of cost in every climate.", ("35%", "power share of cost", 2025))
    limit = paper.facts[-1]
    paper.facts[-1] = replace(limit, comparator="<", bound_low=None, bound_high=limit.value_high)
    ((rule, statement),) = failing(paper.check())
    assert rule == "bounds"
    assert "36.7%" in statement


def limited(paper: Paper, comparator: str, *, last: int = 1) -> Paper:
    """The paper with its last facts as limits."""
    for n in range(-last, 0):
        limit = paper.facts[n]
        low, high = (None, limit.value_high) if comparator.startswith("<") else (limit.value_low, None)
        paper.facts[n] = replace(limit, comparator=comparator, bound_low=low, bound_high=high)
    return paper


@pytest.mark.parametrize(
    ("sentence", "limit", "comparator", "found"),
    [
        ("No harbour lets a ship lie for more than {}.", "18 hours", "<=", ["fails"]),
        ("No harbour lets a ship lie for more than {}.", "19 hours", "<=", ["holds"]),
        ("In every harbour a ship waits for over {}.", "13 hours", ">", ["fails"]),
        ("None of the harbours keeps a ship for more than {}.", "17 hours", "<=", ["fails"]),
        ("No robot rests for more than {}.", "18 hours", "<=", []),
        ("A harbour no longer keeps a ship for more than {}.", "18 hours", "<=", []),
    ],
)
def test_a_limit_is_of_the_things_behind_every_and_no(sentence: str, limit: str, comparator: str, found: list[str]):
    waiting = {"Time": {"Alba": "12.4", "Brack": "18.2", "Corran": "15.1"}}
    paper = Paper().chart("Waiting by harbour", "hours", waiting, period=2024)
    paper = limited(paper.say(sentence.format(limit), (limit, "lie", 2024)), comparator)
    assert told(paper.check(), "bounds") == found


PRICES = {"Price of tea": {"2020": "3.10", "2021": "3.62", "2022": "3.71", "2023": "4.05", "2024": "3.31"}}


@pytest.mark.parametrize(("period", "status"), [("2021-2023", "holds"), ("2021-2024", "fails"), ("2020-2023", "fails")])
def test_a_limit_may_be_of_some_years_of_a_series(period: str, status: str):
    first, _, last = period.partition("-")
    text = f"From {first} to {last} the price of tea was never below USD 3.50."
    paper = Paper().chart("Price of tea", "USD", PRICES).say(text, ("USD 3.50", "price of tea", period))
    assert told(limited(paper, ">=").check(), "bounds") == [status]


@pytest.mark.parametrize(
    ("sentence", "metric", "found"),
    [
        ("Arrears stayed below {} throughout the period.", "arrears", ["fails"]),
        ("In no harbour did arrears pass {}.", "arrears", []),  # of harbours, not of years
        ("The rate of theft never reached {}.", "theft", []),
    ],
)
def test_a_limit_of_all_years_is_of_a_series_without_a_name_whose_title_is_spoken_of(
    sentence: str, metric: str, found: list[str]
):
    arrears = {"": {"2021": "4.1%", "2022": "6.3%", "2023": "5.8%"}}
    paper = Paper().chart("Harbour dues in arrears", "%", arrears)
    assert told(limited(paper.say(sentence.format("6.0%"), ("6.0%", metric, None)), "<").check(), "bounds") == found


@pytest.mark.parametrize(("low", "status"), [("USD 3.20", "fails"), ("USD 3.00", "holds")])
def test_of_two_limits_the_one_behind_never_is_that_of_all(low: str, status: str):
    paper = Paper().chart("Price of tea", "USD", PRICES)
    paper.say(
        f"The price of tea was never below {low}, and topped USD 4.00 in May.",
        (low, "price of tea", None), ("USD 4.00", "price of tea", None),
    )  # fmt: skip
    assert told(limited(paper, ">=", last=2).check(), "bounds") == [status]


@pytest.mark.parametrize(
    ("sentence", "limit", "found"),
    [
        ("Alba and Brack taken together hold more than {}.", "55%", ["fails"]),
        ("Alba and Brack taken together hold more than {}.", "52%", ["holds"]),
        ("Alba, Brack and Corran: three towns which combined hold more than {}.", "80%", ["fails"]),
        ("Alba beside Brack holds more than {}.", "55%", []),  # each of them?
    ],
)
def test_a_limit_of_several_together_is_held_against_their_sum(sentence: str, limit: str, found: list[str]):
    shares = {"Share": {"Alba": "31.0%", "Brack": "22.4%", "Corran": "26.2%", "Dorn": "20.4%"}}
    paper = Paper().chart("Share of tea by town", "%", shares, period=2024)
    paper = limited(paper.say(sentence.format(limit), (limit, "share of tea", 2024)), ">")
    assert told(paper.check(), "bounds") == found


@pytest.mark.parametrize(
    ("limit", "found"), [("1,200", ["holds"]), ("1.155 thousand", ["holds"]), ("1,250", ["fails"])]
)
def test_so_is_one_of_a_total_that_a_column_adds_up_to(limit: str, found: list[str]):
    rows = [["Yard", "Kilns 2024"], ["Alba", "412"], ["Brack", "385"], ["Corran", "410"]]
    paper = Paper().table("Kilns by yard", "", rows)
    said = f"The three yards have a total of more than {limit} kilns in 2024."
    checked = limited(paper.say(said, (limit, "total kilns of yards", 2024)), ">").check()
    assert (told(checked, "bounds"), told(checked, "part_whole_sum")) == (found, [])


def test_and_one_of_the_leading_shares_of_a_column():
    shares = {"Alba": "27.0%", "Brack": "18.4%", "Corran": "13.2%", "Dorn": "9.6%", "Elm": "7.8%", "Others": "24.0%"}
    paper = Paper().table("Shares of kilns", "%", [["Yard", "Share 2024"], *([k, v] for k, v in shares.items())])
    paper.say("The top five hold more than 75% of kilns.", ("75%", "top five share of kilns", 2024))
    checked = limited(paper, ">").check()
    assert (told(checked, "bounds"), told(checked, "part_whole_sum")) == (["holds"], [])


@pytest.mark.parametrize(
    ("words", "limit", "comparator", "found"),
    [
        ("less than {} of the total", "5%", "<", ["holds"]),
        ("less than {} of the total", "3%", "<", ["fails"]),
        ("more than {} of the total", "4%", ">", ["holds"]),
    ],
)
def test_a_share_may_be_a_limit(words: str, limit: str, comparator: str, found: list[str]):
    paper = Paper().say(
        f"Of the USD 31.7 billion of tea, white tea has USD 1.39 billion, {words.format(limit)}.",
        ("USD 31.7 billion", "tea", 2024), ("USD 1.39 billion", "white tea", 2024), (limit, "white tea share", 2024),
    )  # fmt: skip
    checked = limited(paper, comparator).check()
    assert (told(checked, "bounds"), told(checked, "product_or_share_of")) == (found, [])


def test_none_higher_than_is_a_superlative():
    rows = [["Town", "Vacancy 2025"], ["Alba", "9.3%"], ["Brack", "16.9%"], ["Corran", "18.4%"], ["Dorn", "2.7%"]]
    paper = Paper().table("Vacancy", "%", rows)
    paper.say("No town has more empty space than Brack, with 16.9%.", ("16.9%", "Brack vacancy", 2025))
    assert "fails" in told(paper.check(), "superlative")


def test_a_superlative_of_one_region_says_nothing_of_the_others():
    rows = [["Port", "Posts 2025"], ["Rotterdam", "2,590"], ["Shanghai", "4,610"], ["Busan", "3,320"]]
    paper = Paper().table("Posts", "thousand", rows)
    paper.facts = [
        replace(f, geography=g) for f, g in zip(paper.facts, ("Netherlands", "China", "South Korea"), strict=True)
    ]
    paper.say("Rotterdam leads Europe with 2.59 million.", ("2.59 million", "Rotterdam", 2025), geography="Europe")
    assert told(paper.check(), "superlative") == []


def test_a_subtotal_is_not_ranked():
    rows = [["Maker", "Sales 2024"], ["Alba", "136"], ["Brack", "107"], ["Corran", "78"], ["Three makers", "321"]]
    paper = Paper().table("Sales of makers", "million", rows)
    paper.say("Alba is the largest maker, with 136 million in 2024.", ("136 million", "Alba sales", 2024))
    assert told(paper.check(), "superlative") == ["holds"]


@pytest.mark.parametrize(("last", "status"), [("52", "holds"), ("22", "fails")])
def test_what_falls_into_so_many_parts_is_the_sum_of_so_many_figures(last: str, status: str):
    paper = (
        Paper()
        .column("berths", {"Grain": "136", "Ore": "114", "Cars": "81", "Oil": last})
        .say(
            "The 383 berths of the coast are divided among four trades, from grain to oil.",
            ("383", "berths of the coast", None),
            ("four", "trades", None),
        )
    )
    assert told(paper.check(), "part_whole_sum") == [status]


def test_figures_in_a_column_share_a_wrong_scale():
    paper = (
        Paper()
        .column("income", {"Grain": "2.72 million", "Ore": "1.70 million", "Cars": "1.58 million"})
        .say(
            "Grain led the income of the berths with 272 million yuan, followed by cars at 158 million yuan.",
            ("272 million yuan", "Grain income of the berths", None),
            ("158 million yuan", "Cars income of the berths", None),
        )
    )
    (correction,) = paper.check().corrections
    assert (correction.factor, len(correction.targets)) == (100, 3)


def test_a_change_in_a_clause_of_its_own_is_of_what_the_clause_names():
    shares = {
        "餐饮端": {"2020": "82.6%", "2024": "71.2%"},
        "零售端": {"2020": "14.2%", "2024": "23.6%"},
        "团餐": {"2020": "3.2%", "2024": "5.2%"},
    }
    paper = (
        Paper()
        .chart("客户结构", "%", shares)
        .say(
            "餐饮端占比从82.6%降到71.2%，而零售端四年提高10.4个百分点，团餐则由3.2%升至5.2%。",
            ("82.6%", "餐饮端占比", 2020),
            ("71.2%", "餐饮端占比", 2024),
            ("10.4个百分点", "零售端变动", "2020-2024"),
            ("3.2%", "团餐占比", 2020),
            ("5.2%", "团餐占比", 2024),
            language="zh",
        )
    )
    assert [(rule, "23.6" in text and "14.2" in text) for rule, text in failing(paper.check())] == [
        ("difference", True)
    ]


def test_a_share_is_of_the_whole_that_it_names_wherever_that_is_stated():
    paper = (
        Paper()
        .say("Crane exports came to USD 7.92 billion in 2024.", ("USD 7.92 billion", "crane exports", 2024))
        .say("Buyers like them.")
        .say("They pay at once.")
        .say("Ports are content.")
        .say(
            "The ports of the gulf took USD 2.84 billion, 26.6% of all crane exports.",
            ("USD 2.84 billion", "ports of the gulf", 2024),
            ("26.6%", "ports of the gulf share of crane exports", 2024),
        )
    )
    assert told(paper.check(), "product_or_share_of") == ["fails"]


def test_digits_swapped_in_what_few_texts_speak_of():
    paper = (
        Paper()
        .say("Penetration in the yards was 17.4% in 2024.", ("17.4%", "penetration in the yards of the coast", 2024))
        .say("The market grew.", page=2)
        .say("From a penetration of 14.7% in 2024 it may double.", ("14.7%", "penetration", 2024), page=9)
    )
    for n in range(3, 8):  # and what differs by its number does not disagree
        paper.say(
            f"Terminal {n} held RMB {n}1.7 billion.", (f"RMB {n}1.7 billion", f"terminal {n} market", 2024), page=n
        )
    assert told(paper.check(), "restated_value") == ["fails"]


def test_a_margin_relates_the_profit_and_the_revenue_of_its_company():
    paper = (
        Paper()
        .table(
            "Accounts of two yards, 2024",
            "RMB million",
            [
                ["Item", "Gulf Yard", "Bay Yard"],
                ["Revenue", "21,873", "11,458"],
                ["Cost of sales", "(16,952)", "(7,654)"],
                ["Operating profit", "2,358", "1,106"],
            ],
        )
        .say("The operating margin of Gulf Yard was 15.8%.", ("15.8%", "operating margin of Gulf Yard", None))
    )
    ((rule, statement),) = failing(paper.check())
    assert rule == "product_or_share_of"
    assert "2,358" in statement and "21,873" in statement


def test_the_row_that_the_clause_names_is_meant():
    rows = [["Yard", "Revenue 2023", "Revenue 2024"]]
    rows += [["Gulf", "6,120", "7,307"], ["Quill", "812", "1,207"], ["Bay", "5,040", "5,190"], ["Cape", "410", "433"]]
    paper = (
        Paper()
        .table("Revenue of the yards", "RMB million", rows)
        .say(
            "Gulf is the largest with RMB 7,307 million, and Quill grew the fastest, by 48.6%.",
            ("RMB 7,307 million", "Gulf", 2024),
            ("48.6%", "Quill growth", 2024),
        )
    )
    assert told(paper.check(), "growth_rate") == ["holds"]


def test_a_loose_bound_confirms_no_other_figure():
    paper = (
        Paper()
        .chart("Cranes in use", "thousand", {"": {"2023": "1,755", "2024": "2,127"}})
        .say(
            "The cranes in use passed over 2 million in 2024 and came to 2,172 thousand.",
            ("over 2 million", "cranes in use", 2024),
            ("2,172 thousand", "cranes in use", 2024),
        )
    )
    assert ("text_vs_chart", True) in [(rule, "2,172" in text) for rule, text in failing(paper.check())]


def test_years_later_reaches_back_as_far_as_it_says():
    paper = (
        Paper()
        .say("The yards took in USD 94.2 billion in 2020.", ("USD 94.2 billion", "yards", 2020))
        .say(
            "Five years later it was USD 152.7 billion, a compound annual rate of 12.1%.",
            ("USD 152.7 billion", "yards", 2025),
            ("12.1%", "yards compound annual rate", 2025),
        )
    )
    assert told(paper.check(), "cagr") == ["fails"]


def test_a_rate_may_set_two_things_apart():
    paper = (
        Paper()
        .chart(
            "Yearly bill of a berth, 2024",
            "USD",
            {"": {"Temperate": "58", "Tropical": "97", "Arid": "104"}},
            period=2024,
        )
        .say(
            "The tropical bill of USD 97 is 76.2% above the temperate one.",
            ("USD 97", "tropical bill of a berth", 2024),
            ("76.2%", "tropical bill of a berth", 2024),
        )
    )
    assert told(paper.check(), "growth_rate") == ["fails"]


def test_a_chart_of_two_years_says_which_are_meant():
    bills = {
        "2020": {"Japan": "740", "Korea": "1,020", "Brazil": "560"},
        "2024": {"Japan": "680", "Korea": "910", "Brazil": "590"},
    }
    paper = Paper().chart("Bill of a berth", "USD", bills)
    paper.facts = [replace(f, **years(f.series)) for f in paper.facts]
    paper.say("In Korea the bill came down by 18.1%.", ("18.1%", "Korea bill of a berth", 2024))
    assert told(paper.check(), "growth_rate") == ["fails"]


def test_an_amount_a_year_is_the_amount_of_the_column():
    assert dimension_of(fact("USD 29.6", unit_denominator="month")) == dimension_of(fact("USD 29.6"))
    assert dimension_of(fact("USD 29.6", unit_denominator="kg")) != dimension_of(fact("USD 29.6"))


def test_shares_are_of_the_totals_of_their_table():
    rows = [
        ["Item", "Dry", "Wet"],
        ["Labour", "86", "64"],
        ["Power", "58", "97"],
        ["Rent", "74", "61"],
        ["Total", "218", "222"],
    ]
    shares = {
        "Labour": {"Dry": "39.4%", "Wet": "28.8%"},
        "Power": {"Dry": "26.6%", "Wet": "43.7%"},
        "Rent": {"Dry": "33.9%", "Wet": "22.5%"},
    }
    paper = (
        Paper().table("Yearly cost of a berth", "USD", rows).chart("Cost by climate", "%", shares, kind="stacked_100")
    )
    ratios = [f.status for f in paper.check().findings if f.rule == "product_or_share_of"]
    assert sorted(ratios) == ["fails", *["holds"] * 5]  # 97 of 222 is 43.69%, and 61 of 222 is 27.5%


def test_a_rate_that_leads_to_another_end_is_not_of_the_line():
    paper = (
        Paper()
        .chart("Spending on cranes", "USD billion", {"": {"2023": "55.9", "2024": "61.3"}})
        .say(
            "Orders for cranes shrank by 9.9% to USD 47.5 billion.",
            ("9.9%", "orders for cranes", 2024),
            ("USD 47.5 billion", "orders for cranes", 2024),
            direction="down",
        )
    )
    assert "growth_rate" not in [rule for rule, _ in failing(paper.check())]


def test_a_rise_told_as_a_fall_is_doubted_unless_only_the_sign_is_wrong():
    chart = Paper().chart("Spending on cranes", "USD billion", {"": {"2023": "55.9", "2024": "61.3"}})
    chart.say("Spending on cranes fell by 15.1% in 2024.", ("15.1%", "spending on cranes", 2024), direction="down")
    assert told(chart.check(), "growth_rate") == ["undetermined"]


def test_more_than_halved_is_less_than_half():
    assert view(
        fact(
            "doubled",
            kind="multiple",
            value=Decimal("0.5"),
            value_low=Decimal("0.5"),
            value_high=Decimal("0.5"),
            comparator=">",
        )
    ).interval.high == Decimal("0.5")


def test_one_figure_is_no_evidence_of_a_scale():
    paper = (
        Paper()
        .table("Days by route", "days", [["Route", "2024"], ["Rail", "20"], ["Sea", "31"]])
        .say("By rail it took 2 days less.", ("2 days", "rail", 2024))
    )
    assert paper.check().corrections == ()


def test_a_wrong_percentage_fails_once():
    rows = [
        ["Region", "In place 2024", "Share of world 2024"],
        ["Europe", "36.3", "43.9%"],
        ["Asia", "46.3", "56.1%"],
        ["World", "82.6", "100.0%"],
    ]
    paper = (
        Paper()
        .table("Cranes in place", "GW", rows)
        .say(
            "Europe, with 2.7 GW added, accounts for 49.3% of the world.",
            ("2.7 GW", "Europe additions", 2024),
            ("49.3%", "Europe share of world", 2024),
        )
    )
    fails = [statement for rule, statement in failing(paper.check())]
    assert len(fails) == 1 and "43.9%" in fails[0]


def test_the_year_after_is_counted_from_the_number_before():
    paper = (
        Paper()
        .chart("Growth of the yards", "%", {"": {"2022": "12.8%", "2023": "7.9%", "2024": "9.6%"}})
        .say(
            "Growth of the yards peaked at 12.8% in 2022, fell to 7.9% in 2023 and rose by 1.7 percentage points the year after.",
            ("12.8%", "growth of the yards", 2022),
            ("7.9%", "growth of the yards", 2023),
            ("1.7 percentage points", "growth of the yards change", 2023),
        )
    )
    assert told(paper.check(), "difference") == ["holds"]


def test_the_fastest_is_told_by_its_rate_though_another_figure_stands_before():
    rows = [
        ["城市", "进出口额", "同比"],
        ["甲州", "280.8", "31.2%"],
        ["乙州", "156.0", "34.8%"],
        ["丙州", "99.4", "12.0%"],
    ]
    paper = (
        Paper()
        .table("样本城市", "亿元", rows)
        .say(
            "增速最快的是甲州，进出口额280.8亿元，同比增长31.2%。",
            ("280.8亿元", "甲州进出口额", None),
            ("31.2%", "甲州进出口额同比", None),
            language="zh",
        )
    )
    assert told(paper.check(), "superlative") == ["fails"]


def test_a_multiple_of_two_amounts_told_before_it():
    paper = Paper().say(
        "A berth at home costs RMB 46, one abroad RMB 78, 2.4 times as much.",
        ("RMB 46", "berth at home", 2024),
        ("RMB 78", "berth abroad", 2024),
        ("2.4 times", "berth abroad multiple", 2024),
    )
    assert told(paper.check(), "multiple") == ["fails"]


def test_on_the_year_is_against_the_year_before_whatever_peak_is_named():
    paper = Paper().say(
        "A tonne fetched RMB 812 in 2024, down 8.1% on the year, after a peak of RMB 968 in 2022.",
        ("RMB 812", "tonne", 2024),
        ("8.1%", "tonne decline", 2024),
        ("RMB 968", "tonne", 2022),
    )
    assert failing(paper.check()) == []


def test_a_share_of_one_year_is_not_of_an_amount_of_another():
    paper = (
        Paper()
        .say("冰场收入预计2027年达到15,180亿元。", ("15,180亿元", "冰场收入", 2027), language="zh")
        .say(
            "其中夏季收入5,460亿元，占比从2024年的29.5%抬升到36.0%。",
            ("5,460亿元", "夏季收入", 2027),
            ("29.5%", "夏季收入占比", 2024),
            ("36.0%", "夏季收入占比", 2027),
            language="zh",
        )
    )
    assert failing(paper.check()) == []


@pytest.mark.parametrize(("said", "found"), [("1,585 yuan", []), ("1,558 yuan", ["fails"])])
def test_two_values_of_a_series_tell_whose_the_third_one_is(said: str, found: list[str]):
    paper = (
        Paper()
        .chart(
            "Yearly spending", "yuan",
            {
                "North": {"2020": "1,120", "2023": "1,585", "2024": "1,742"},
                "South": {"2020": "930", "2023": "1,201", "2024": "1,344"},
            },
        )
        .say(
            f"It was 1,120 yuan in 2020, {said} in 2023 and 1,742 yuan in 2024.",
            ("1,120 yuan", "it", 2020), (said, "it", 2023), ("1,742 yuan", "it", 2024),
        )
    )  # fmt: skip
    assert [s for s in told(paper.check(), "text_vs_chart") if s == "fails"] == found


def test_the_total_of_a_table_is_one_of_what_its_title_says():
    paper = (
        Paper()
        .table("Certified coaches by region", "people", [["Region", "2024"], ["North", "18,600"], ["South", "16,900"],
                                                         ["West", "13,100"], ["Total", "48,600"]])
        .say("There are over 55,000 certified coaches by now.", ("over 55,000", "certified coaches", 2024))
    )  # fmt: skip
    ((rule, statement),) = failing(paper.check())
    assert rule == "restated_value"
    assert "48,600" in statement


def test_who_names_a_part_does_not_mean_the_total():
    paper = (
        Paper()
        .table("Certified coaches by region", "people", [["Region", "2024"], ["North", "28,600"], ["South", "6,900"],
                                                         ["West", "3,100"], ["Total", "38,600"]])
        .say("Certified coaches of the north are over 45,000.", ("over 45,000", "certified coaches", 2024))
    )  # fmt: skip
    assert failing(paper.check()) == []


def test_what_is_named_before_its_figure_is_ranked():
    paper = (
        Paper()
        .table("Snow halls under way", "RMB million", [["Hall", "Investment"], ["Harbour", "520"], ["Bay", "450"],
                                                       ["Lake", "215"]])
        .say(
            "The three cost RMB 1185 million, the most expensive being that of Bay, at RMB 450 million.",
            ("RMB 1185 million", "halls", None), ("RMB 450 million", "Bay hall investment", None),
        )
    )  # fmt: skip
    assert told(paper.check(), "superlative") == ["fails"]


def test_swapped_digits_that_hardly_another_fact_has_are_a_misprint():
    paper = (
        Paper()
        .say("经营主体共12.48万家。", ("12.48万", "经营主体", 2024), page=3)
        .say("主体以14.28万家为起点。", ("14.28万", "主体", 2024), page=15)
    )
    assert told(paper.check(), "restated_value") == ["fails"]


def test_a_guessed_period_may_be_that_of_the_table_beside_it():
    paper = (
        Paper()
        .table("Snow halls under way", "people", [["Hall", "Visitors 2025"], ["Harbour", "6,540"], ["Bay", "5,800"]])
        .say("Harbour takes 6,540 visitors.", ("6,540", "Harbour visitors", 2024), period_basis="document")
    )  # fmt: skip
    assert told(paper.check(), "restated_value") == ["holds"]


def test_a_rate_that_sums_up_the_figures_before_it_spans_their_years():
    paper = (
        Paper()
        .say(
            "Spending is projected to rise from USD 103.9 billion in 2024 to USD 133.1 billion in 2028.",
            ("USD 103.9 billion", "Spending", 2024),
            ("USD 133.1 billion", "Spending", 2028),
        )
        .add(
            "This represents a compound annual growth rate of 7.9%.",
            ("7.9%", "Spending compound annual growth rate", 2024),
            period_basis="document",
        )
    )
    assert [rule for rule, _ in failing(paper.check())] == ["cagr"]


@pytest.mark.parametrize(("euros", "status"), [("EUR 24.5 billion", "holds"), ("EUR 28.6 billion", "fails")])
def test_a_rate_prices_the_currency_behind_per(euros: str, status: str):
    paper = (
        Paper()
        .say("Spending in Europe came to USD 26.5 billion in 2024.", ("USD 26.5 billion", "Spending in Europe", 2024))
        .say(f"At the average exchange rate of USD 1.08 this is {euros}.", ("USD 1.08", "average exchange rate", 2024))
    )
    paper.facts.append(replace(paper._fact(euros.replace("EUR", "USD")), currency="EUR", unit="EUR"))
    paper.facts[-1] = replace(
        paper.facts.pop(), **years(2024), source_id="block1", sentence=paper.blocks[1].text, metric="Spending in Europe",
        snippet=euros, char_start=paper.blocks[1].text.index(euros), char_end=len(paper.blocks[1].text) - 1,
    )  # fmt: skip
    assert told(paper.check(), "fx_plausibility") == [status]


def test_a_rate_is_of_the_series_that_the_rate_beside_it_is_of():
    paper = (
        Paper()
        .chart(
            "Cargo handled at the quays",
            "USD billion",
            {"Cargo": {"2020": "62.8", "2021": "68.5", "2022": "79.6", "2023": "93.8"}},
        )
        .say(
            "It recovered by 9.1% in 2021 and by 12.6% in 2022.",
            ("9.1%", "cargo trade growth", 2021),
            ("12.6%", "cargo trade growth", 2022),
        )
    )
    assert [rule for rule, _ in failing(paper.check())] == ["growth_rate"]


def test_an_end_that_is_stated_beside_its_rate_is_the_end():
    paper = (
        Paper()
        .say(
            "Quay work is forecast at USD 64.2 billion in 2028, 32.1% above 2024.",
            ("USD 64.2 billion", "Quay work", 2028),
            ("32.1%", "Quay work growth", 2028),
        )
        .add(
            "The fleet of 26,840 cranes at the end of 2024 should grow to 33,500 cranes in 2028.",
            ("26,840", "fleet cranes", 2024),
            ("33,500", "fleet cranes", 2028),
        )
    )
    assert failing(paper.check()) == []


def test_ages_are_no_limits_of_one_another():
    paper = (
        Paper()
        .say("Dockers aged over 55 are the larger group.", ("over 55", "Dockers", 2024))
        .say("Half of the dockers were 45 or older.", ("45", "Dockers", 2024))
    )
    assert failing(paper.check()) == []


@pytest.mark.parametrize(("rate", "status"), [("14.3%", "holds"), ("18.3%", "fails")])
def test_a_rate_against_a_record_is_against_that_record(rate: str, status: str):
    paper = (
        Paper()
        .chart(
            "Investment in cranes", "USD million", {"Investment": {"2022": "1,480", "2023": "1,395", "2024": "1,268"}}
        )
        .say(
            "Investment in cranes fell to USD 1,268 million in 2024.",
            ("USD 1,268 million", "Investment in cranes", 2024),
        )
        .add(
            f"It was down {rate} from the record of USD 1,480 million set in 2022.",
            (rate, "Investment in cranes decline", 2022),
            ("USD 1,480 million", "record", 2022),
        )
    )
    assert told(paper.check(), "growth_rate") == [status]


def test_what_has_a_subject_of_its_own_is_not_of_the_chart_that_the_sentence_before_tells():
    paper = (
        Paper()
        .chart(
            "Apprentices at the quays", "persons", {"Apprentices": {"2022": "1,390", "2023": "1,520", "2024": "1,640"}}
        )
        .say("The number of apprentices rose to 1,640 in 2024.", ("1,640", "number of apprentices", 2024))
        .say("Pay increased by 5.4% in 2024.", ("5.4%", "Pay growth", 2024))
    )
    assert failing(paper.check()) == []


def test_yearly_growth_between_two_years_is_compound():
    rows = [
        ["Crane", "2024", "2025E", "2028E", "Annual growth 2024-2028E"],
        ["Quay", "1,000", "1,030", "1,170", "4.0%"],
        ["Yard", "2,000", "2,120", "2,431", "5.0%"],
    ]
    checked = Paper().table("Forecast", "USD million", rows).check()
    assert (told(checked, "cagr"), told(checked, "growth_rate")) == (["holds"] * 2, [])


def test_a_share_of_amounts_in_its_sentence_is_not_that_of_a_column():
    rows = [["Crane", "Sales", "Share"], ["Quay", "1,480", "55.8%"], ["Yard", "1,172", "44.2%"]]
    paper = (
        Paper()
        .table("Sales of cranes, 2024", "USD million", rows)
        .say(
            "In all 1,828 cranes were sold in 2024, of which quay cranes 1,026, or 56.1%.",
            ("1,828", "cranes sold", 2024),
            ("1,026", "quay cranes", 2024),
            ("56.1%", "quay cranes share", 2024),
        )
    )
    assert failing(paper.check()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The interviews were held from September to November 2025.", ["fails"]),
        ("The interviews were held from March to May 2025.", []),
        ("The interviews were held from July to September 2025.", ["fails"]),  # the end is still to come
        ("The interviews were held from June to August 2025.", []),  # the report's own month
        ("访谈于2025年9月完成。", ["fails"]),
        ("访谈于2025年9月进行。", []),
        ("Next interviews will be held from September to November 2025.", []),
    ],
)
def test_a_sentence_without_a_number_may_tell_of_what_is_to_come(text: str, found: list[str]):
    paper = Paper()
    paper.blocks.append(Block("b", 2, "paragraph", 0, text, None, (None,) * len(text)))
    assert told(paper.check(published_on="2025-08-12"), "temporal") == found


def test_of_two_comparisons_each_is_of_what_stands_behind_it():
    cost = {"Home": "4.44", "Locker": "1.86", "Shop": "2.06"}
    paper = (
        Paper()
        .chart("Cost of a delivery by place", "USD", {"Cost": cost}, period=2024)
        .say(
            "Home delivery costs 3.1 times as much as a locker and 2.2 times as much as a shop.",
            ("3.1 times", "Home delivery cost multiple", 2024),
            ("2.2 times", "Home delivery cost multiple", 2024),
        )
    )
    assert told(paper.check(), "multiple") == ["fails", "holds"]


def test_what_is_told_of_the_place_of_a_superlative_is_not_ranked():
    rows = [["Owner", "Cranes", "Revenue"], ["Alba", "312", "388"], ["Brack", "268", "388"], ["Dorn", "90", "77"]]
    paper = (
        Paper()
        .table("Cranes of three owners, 2024", "pieces", rows)
        .say(
            "Revenue per site is highest at Brack, where 268 cranes are in use.",
            ("268", "Brack cranes", 2024),
            counted_noun="cranes",
        )
    )
    assert told(paper.check(), "superlative") == []


# -- what a text calls a line


@pytest.mark.parametrize(
    ("told_as", "others", "found"),
    [
        ("Rafts", {}, ["holds"]),
        ("Punts", {}, []),  # the text calls it something else
        ("Rafts", {"Buoys": {"2023": "310", "2024": "455"}}, []),  # which of its lines does it call so?
    ],
)
def test_a_line_alone_in_its_chart_goes_by_what_the_text_calls_it(
    told_as: str, others: dict[str, dict[str, str]], found: list[str]
) -> None:
    paper = (
        Paper()
        .chart("Afloat on the lake", "", {"Afloat": {"2023": "980", "2024": "1,240"}, **others})
        .say(f"{told_as} numbered 1,240 in 2024.", ("1,240", told_as, 2024))
        .say("Rafts on the lake grew by 26.5% in 2024.", ("26.5%", "rafts growth", 2024))
        .say("Rafts and punts: 41 and 42.", ("41", "rafts", 2019), ("42", "punts", 2019), page=9)
    )
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(
    ("page", "subject", "rate", "found"),
    [
        (4, "rafts", "25.7%", ["holds"]),
        (6, "rafts", "27.5%", ["fails"]),
        (6, "boats", "27.5%", []),  # no line of the next page goes by that name
        (8, "rafts", "27.5%", []),  # too far away
    ],
)
def test_a_line_of_the_next_page_is_meant_if_it_is_named(page: int, subject: str, rate: str, found: list[str]) -> None:
    lines = {"Rafts": {"2022": "412", "2023": "518"}, "Punts": {"2022": "318", "2023": "342"}}
    paper = (
        Paper()
        .chart("Afloat", "", lines, page=5)
        .say(f"In 2023 {subject} grew by {rate}.", (rate, f"{subject} growth", 2023), page=page)
    )
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(("how", "found"), [("in value", []), ("by value", []), ("in number", ["fails"])])
def test_what_grew_in_value_is_no_count(how: str, found: list[str]) -> None:
    paper = (
        Paper()
        .chart("Rafts afloat", "", {"Rafts": {"2023": "980", "2024": "1,240"}})
        .say(f"In 2024 rafts grew {how} by 62.5%.", ("62.5%", "rafts growth", 2024))
    )
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In 2024, 33.1% more.", ["fails"]),  # 26.5% it was, whatever the rate goes by from afar
        ("Punts had 33.1% more.", []),
    ],
)
def test_a_rate_that_names_nothing_is_of_the_amounts_told_just_before(sentence: str, found: list[str]) -> None:
    paper = (
        Paper()
        .chart("Boats", "", {"Punts": {"2023": "41", "2024": "52"}, "Rafts": {"2023": "980", "2024": "1,240"}}, page=5)
        .say("Rafts were 980 in 2023.", ("980", "rafts", 2023))
        .add("They were 1,240 in 2024.", ("1,240", "rafts", 2024))
        .add(sentence, ("33.1%", "punts growth", 2024))
    )
    assert told(paper.check(), "growth_rate") == found


# -- amounts that a sentence sets against one another


@pytest.mark.parametrize(
    ("rate", "then", "found"),
    [
        ("5.2%", 2022, ["holds"]),
        ("2.5%", 2022, ["fails"]),
        ("2.5%", 2024, ["fails"]),
    ],
)
@pytest.mark.parametrize("against", ["against", "compared with", "down from", "after"])
def test_a_saving_lies_between_an_amount_and_the_earlier_one_that_it_is_set_against(
    against: str, rate: str, then: int, found: list[str]
) -> None:
    paper = Paper().say(
        f"Dredging cost RMB 364 a barge in 2024, {against} RMB 384 in {then}, a saving of {rate}.",
        ("RMB 364", "dredging", 2024), ("RMB 384", "dredging", then), (rate, "saving", 2024),
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(
    ("rate", "then", "found"),
    [
        ("5.5%", 2023, ["holds"]),
        ("6.5%", 2023, ["fails"]),
        ("6.5%", 2024, []),
    ],
)
def test_so_does_a_rate_more_than_the_amount_behind_it(rate: str, then: int, found: list[str]) -> None:
    paper = Paper().say(
        f"The barges took 384 loads, {rate} more than the 364 of {then}.",
        ("384", "barges loads", 2024), (rate, "barges loads", 2024), ("364", "barges", then),
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(
    ("sentence", "rate", "found"),
    [
        ("This amounts to growth of rafts of {}.", "33.1%", ["fails"]),  # 25.7% it is
        ("This amounts to growth of rafts of {}.", "25.7%", ["holds"]),
        ("Rafts told of growth of {}.", "33.1%", []),
    ],
)
def test_what_sums_up_a_sentence_is_of_its_figures_whatever_it_names(
    sentence: str, rate: str, found: list[str]
) -> None:
    paper = (
        Paper()
        .say("Canal tugs were 412 in 2022.", ("412", "tugs", 2022))
        .add("They were 518 in 2023.", ("518", "tugs", 2023))
        .add(sentence.format(rate), (rate, "rafts growth", 2023))
        .say("Rafts have 3 oars and tugs 41 bolts.", ("41", "rafts oars", 2022), page=9)
    )
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(
    ("anew", "rate", "found"),
    [
        (False, "27.9%", ["holds"]),
        (True, "27.9%", []),
    ],
)
def test_a_paragraph_with_a_thing_of_its_own_goes_on_about_nothing(anew: bool, rate: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Steam weighs 31 stones.", ("31", "steam weight", 2020), page=9)
        .say("In 2023 there were 104 thousand looms.", ("104 thousand", "looms", 2023))
        .add("By 2024 the number was 133 thousand.", ("133 thousand", "number", 2024))
    )
    say = paper.say if anew else paper.add
    say(f"In 2024 growth of steam looms was {rate}.", (rate, "steam looms growth", 2024))
    assert told(paper.check(), "growth_rate") == found


# -- limits that leave one out, and of those that a text only counts


@pytest.mark.parametrize(("dorn", "status"), [("4.6%", "holds"), ("5.6%", "fails")])
@pytest.mark.parametrize(
    "sentence",
    [
        "除Alba之外，另外三个的Use都不到5%。",
        "除了Alba以外，其余各港Use均不到5%。",
        "Except for Alba, use is below 5% in all harbours.",
        "Use is below 5% in every harbour apart from Alba.",
    ],
)
def test_a_limit_of_all_but_one_leaves_that_one_out(sentence: str, dorn: str, status: str):
    use = {"Alba": "48.2%", "Brack": "4.1%", "Corran": "3.8%", "Dorn": dorn}
    paper = Paper().chart("Robots by harbour", "%", {"Use": use}, period=2024)
    assert told(limited(paper.say(sentence, ("5%", "use", 2024)), "<").check(), "bounds") == [status]


@pytest.mark.parametrize(
    ("number", "fifth", "found"),
    [
        ("six", "5.6%", ["holds"]),
        ("six", "6.6%", ["fails"]),
        ("five", "6.6%", []),  # the column has six
    ],
)
def test_none_of_so_many_is_of_the_one_column_of_as_many_shares(number: str, fifth: str, found: list[str]):
    rows = [["Alba", "5.1%", "12.1%"], ["Brack", "4.2%", "9.1%"], ["Corran", "3.3%", "8.8%"], ["Dorn", "2.9%", "7.1%"]]
    rows += [["Esk", fifth, "6.2%"], ["Firth", "1.2%", "3.3%"]]
    paper = Paper().table("Tea", "%", [["Town", "Share", "Growth"], *rows])
    paper.say(f"None of the {number} has more than 6%.", ("6%", "none", 2024))
    assert told(limited(paper, "<=").check(), "bounds") == found


@pytest.mark.parametrize(
    ("sentence", "third", "found"),
    [
        ("前五家合计份额不足30%。", "5.1%", ["holds"]),
        ("前五家合计份额不足30%。", "9.1%", ["fails"]),
        ("前四家合计份额不足30%。", "9.1%", []),  # which four?
        ("前五家份额不足30%。", "9.1%", []),  # each of them
        ("前五家合计产量不足30%。", "9.1%", []),
    ],
)
def test_a_limit_of_so_many_together_is_of_the_column_of_a_table_far_away(sentence: str, third: str, found: list[str]):
    rows = [["甲厂", "9.2%"], ["乙厂", "6.3%"], ["丙厂", third], ["丁厂", "4.2%"], ["戊厂", "3.1%"]]
    paper = Paper().table("茶具企业", "%", [["企业", "份额"], *rows], page=12)
    paper.say(sentence, ("30%", "前五家", None), language="zh")
    assert told(limited(paper, "<").check(), "bounds") == found


# -- how long it lasts, and where chapters stand


@pytest.mark.parametrize(
    ("text", "unit", "found"),
    [
        ("It was signed in March 2023 and in force 18 months later, in September {}.", "month", {"2024": "holds"}),
        ("It was signed in March 2023 and in force 18 months later, in September {}.", "month", {"2025": "fails"}),
        ("It was signed in March 2023, beside 18 months of talks in September {}.", "month", {"2025": None}),
        ("水厂于2021年6月上线，至{}年6月已运行满4年。", "year", {"2024": "fails", "2025": "holds"}),
        ("水厂于2021年6月上线；至{}年6月已运行满4年。", "year", {"2024": "fails", "2025": "holds"}),
        ("It starts in April 2026; with a programme of 30 months, it is due to open in October {}.", "month",
         {"2027": "fails", "2028": "holds"}),
        ("工程2026年4月开工，工期30个月，于{}年10月建成。", "month", {"2027": "fails", "2028": "holds"}),
        ("It starts in April 2026; with a loan of 30 months, it is due to open in October {}.", "month",
         {"2027": None}),
    ],
)  # fmt: skip
def test_what_comes_so_much_later_comes_in_its_month(text: str, unit: str, found: dict[str, str | None]):
    number = next(x for x in ("18 months", "30 months", "30个月", "4年") if x in text)
    for year, status in found.items():
        paper = Paper().say(text.format(year), (number, "time", None), kind="physical", unit=unit)
        assert told(paper.check(), "temporal") == ([status] if status else [])


def contents(*heads: tuple[str, int], titles: tuple[str, ...]) -> list[str]:
    lines = [f"{title} {page}" for title, page in zip(titles, (3, 5, 9, 12), strict=True)]
    blocks = [Block("toc", 2, "paragraph", 0, "\n".join(["Contents", *lines]), None, ())]
    blocks += [Block(f"h{n}", page, "heading", n, text, None, ()) for n, (text, page) in enumerate(heads, 1)]
    return told(Paper(blocks=blocks, pages=14).check(), "toc_structure")


@pytest.mark.parametrize(("at", "found"), [(12, ["holds"] * 5), (11, ["fails", *["holds"] * 4])])
def test_a_chapter_may_be_numbered_by_a_letter(at: int, found: list[str]):
    heads = ("A MARKET SIZE", 3), ("B. MAKERS", 5), ("C: HARBOURS", 9), ("D OUTLOOK", at)
    assert contents(*heads, titles=("Market size", "Makers", "Harbours", "Outlook")) == found


@pytest.mark.parametrize(
    ("makers", "found"),
    [
        ("Makers of looms | who they are", ["holds"] * 5),
        ("Weavers | who they are", ["fails", *["holds"] * 4]),
    ],
)
def test_a_title_may_stand_on_one_line_with_something_else(makers: str, found: list[str]):
    heads = ("Market size", 3), (makers, 5), ("Harbours", 9), ("Outlook", 12), ("Makers of looms", 7)
    assert contents(*heads, titles=("Market size", "Makers of looms", "Harbours", "Outlook")) == found


@pytest.mark.parametrize(
    ("comparator", "text", "found"),
    [
        (None, "Output of oats was 2,000 tonnes in 2024.", ["fails"]),
        (">", "Output of oats was above 2,000 tonnes in 2024.", []),
        (">", "Output of oats was above 1,870 tonnes in 2023.", ["fails"]),
    ],
)
def test_a_round_limit_is_no_evidence_of_a_wrong_unit(comparator: str | None, text: str, found: list[str]):
    oats = {"2022": "1.63", "2023": "1.87", "2024": "2.00"}
    paper = Paper().chart("Output of oats", "million tonnes", {"Output of oats": oats})
    number = next(x for x in ("2,000 tonnes", "1,870 tonnes") if x in text)
    paper.say(text, (number, "output of oats", 2024 if "2024" in text else 2023))
    paper = limited(paper, comparator) if comparator else paper
    assert told(paper.check(), "unit_scale_mismatch") == found


@pytest.mark.parametrize(("named", "found"), [(9, ["fails", *["holds"] * 4]), (8, ["holds"] * 5)])
def test_a_chapter_begins_on_the_first_page_that_its_name_stands_over(named: int, found: list[str]):
    lines = [f"{t} {p}" for t, p in zip(("Market", "Makers", "Harbours", "Outlook"), (3, 5, named, 12), strict=True)]
    blocks = [Block("toc", 2, "paragraph", 0, "\n".join(["Contents", *lines]), None, ())]
    over = [("Market", 3), ("Makers", 5), ("Harbours", 8), ("Harbours", 9), ("Harbours", 10), ("Outlook", 12)]
    box = Box(40, 20, 120, 30)
    blocks += [Block(f"h{n}", page, "heading", n, text, box, ()) for n, (text, page) in enumerate(over, 1)]
    assert told(Paper(blocks=blocks, pages=14).check(), "toc_structure") == found


def test_trade_both_ways_is_trade_and_no_exports() -> None:
    assert label_tokens("进出口额") & label_tokens("foreign trade")
    for label, named in (("进出口", 1.0), ("出口", 0.0)):
        assert mentions("2024年进出口额为280亿元", label, label_tokens("2024年进出口额为280亿元")) == named

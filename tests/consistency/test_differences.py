"""What a change, a difference or a multiple lies between."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.consistency.build import Paper, told


@pytest.mark.parametrize(("rate", "status"), [("23.0%", "holds"), ("32.0%", "fails")])
@pytest.mark.parametrize("waits", [("100.0", "77.0"), ("100.0", "123.0")], ids=["a fall", "a rise"])
def test_an_improvement_may_be_a_fall_or_a_rise(waits: tuple[str, str], rate: str, status: str) -> None:
    paper = (
        Paper()
        .chart("Sailing time", "hours", {"Sailing time": {"2023": waits[0], "2024": waits[1]}})
        .say(f"The sailing time saw an improvement of {rate} in 2024.", (rate, "sailing time growth", 2024))
    )
    assert told(paper.check(), "growth_rate") == [status]


@pytest.mark.parametrize(("rate", "status"), [("23.0%", "holds"), ("32.0%", "fails")])
def test_by_so_much_from_one_to_another(rate: str, status: str) -> None:
    paper = Paper().say(
        f"Sailing went from 1,000 hours in 2023 to 770 hours in 2024, or by {rate}.",
        ("1,000", "sailing hours", 2023), ("770", "sailing hours", 2024), (rate, "sailing hours", 2024),
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == [status]


@pytest.mark.parametrize(("by", "status"), [("260", "holds"), ("206", "fails")])
@pytest.mark.parametrize(
    "sentence",
    [
        "Ferries numbered 980 in 2023 and 1,240 in 2024, an increase of {}.",
        "Ferries, 980 in 2023, were 1,240 in 2024 and so climbed by {}.",
    ],
)
def test_an_increase_of_so_many_is_a_difference(sentence: str, by: str, status: str) -> None:
    paper = Paper().say(
        sentence.format(by), ("980", "ferries", 2023), ("1,240", "ferries", 2024), (by, "ferries", 2024)
    )
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(("by", "status"), [("206", "holds"), ("260", "fails")])
def test_what_outnumbers_another(by: str, status: str) -> None:
    paper = (
        Paper()
        .table("Boats on the lake, 2024", "", [["Boat", "Number 2024"], ["Ferries", "618"], ["Rafts", "412"],
                                               ["Punts", "95"]])
        .say(f"On the lake ferries outnumber rafts by {by}.", (by, "ferries number", 2024))
    )  # fmt: skip
    assert told(paper.check(), "difference") == [status]


def test_as_many_as_so_many_is_no_difference() -> None:
    paper = Paper().say(
        "2023年渡轮980艘，2024年渡轮多达1,240艘。", ("980", "渡轮", 2023), ("1,240", "渡轮", 2024), language="zh"
    )
    assert told(paper.check(), "difference") == []


@pytest.mark.parametrize(
    ("points", "status"), [("17.6 percentage points", "holds"), ("16.7 percentage points", "fails")]
)
def test_a_difference_from_what_stands_before_a_semicolon(points: str, status: str) -> None:
    paper = (
        Paper()
        .say("In 2019 ferries carried 31.2% of travellers;", ("31.2%", "ferries share of travellers", 2019))
        .add(
            f"by 2024 it was 48.8%, a gain of {points}.",
            ("48.8%", "share of travellers", 2024), (points, "gain", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(("points", "status"), [("4.2 percentage points", "holds"), ("2.4 percentage points", "fails")])
def test_a_change_since_a_past_share_leads_to_the_share_that_the_chart_shows(points: str, status: str) -> None:
    shares = {"Share": {"Ferries": "26.8%", "Rafts": "41.2%", "Punts": "32.0%"}}
    paper = (
        Paper()
        .chart("Travellers by boat", "%", shares, kind="pie", period=2024)
        .say(
            f"Ferries took 31.0% of travellers in 2019 and have lost {points} since.",
            ("31.0%", "ferries", 2019), (points, "ferries share of travellers", "2019-2024"),
        )
    )  # fmt: skip
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(("points", "status"), [("5.6 percentage points", "holds"), ("6.5 percentage points", "fails")])
def test_two_percentages_of_one_name_are_what_their_difference_lies_between(points: str, status: str) -> None:
    sentence = f"Their occupancy slipped from 84.7% to 79.1%, a loss of {points} of occupancy."
    paper = (
        Paper()
        .table("Boats", "", [["Boat", "Age 2024"], ["Rafts", "12"], ["Ferries", "31"]])
        .say("Ferries are loved.")
        .add(sentence, ("84.7%", "occupancy", 2023), ("79.1%", "occupancy", 2024), (points, "occupancy change", 2024))
    )
    assert told(paper.check(), "difference") == [status]


def test_but_not_what_another_thing_lost() -> None:
    sentence = "The occupancy slipped from 84.7% to 79.1%, and the occupancy of ferries lost 6.5 percentage points."
    paper = (
        Paper()
        .table("Boats", "", [["Boat", "Age 2024"], ["Rafts", "12"], ["Ferries", "31"]])
        .say(
            sentence, ("84.7%", "occupancy", 2023), ("79.1%", "occupancy", 2024),
            ("6.5 percentage points", "occupancy change", 2024),
        )
    )  # fmt: skip
    assert "fails" not in told(paper.check(), "difference")


def test_between_two_stated_percentages_no_chart_is_asked() -> None:
    paper = (
        Paper()
        .chart("Boats", "%", {"Occupancy": {"Punts": "78.2%", "Rafts": "84.7%"}})
        .say(
            "Occupancy slipped from 84.7% to 79.1%, a loss of 6.5 percentage points.",
            ("84.7%", "occupancy", None), ("79.1%", "occupancy", None),
            ("6.5 percentage points", "occupancy change", None),
        )
    )  # fmt: skip
    assert told(paper.check(), "difference") == ["fails"]  # though 84.7 - 78.2 = 6.5


@pytest.mark.parametrize(("by", "status"), [("260", "holds"), ("206", "fails")])
def test_an_increase_on_the_way_is_no_end_of_the_difference(by: str, status: str) -> None:
    paper = Paper().say(
        f"Ferries, once 980, rose by 200 by summer and to 1,240 by now, an increase of {by}.",
        ("980", "ferries", None), ("200", "ferries", None), ("1,240", "ferries", None), (by, "ferries", None),
    )  # fmt: skip
    assert told(paper.check(), "difference") == [status]


# -- multiples


@pytest.mark.parametrize(("times", "status"), [("1.7 times", "holds"), ("2.7 times", "fails")])
def test_as_much_is_of_two_amounts_with_another_number_between(times: str, status: str) -> None:
    paper = Paper().say(
        f"A raft costs RMB 46, a ferry of 12 decks RMB 78, {times} as much.",
        ("RMB 46", "raft", 2024), ("12", "decks", 2024), ("RMB 78", "ferry", 2024), (times, "multiple", 2024),
    )  # fmt: skip
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("times", "status"), [("2.0 times", "holds"), ("3.0 times", "fails")])
def test_the_latter_is_the_amount_told_last(times: str, status: str) -> None:
    paper = Paper().say(
        f"Rafts took 412 travellers and punts 206, the former {times} the latter.",
        ("412", "rafts travellers", 2024), ("206", "punts travellers", 2024), (times, "multiple", 2024),
    )  # fmt: skip
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("times", "status"), [("2.6 times", "holds"), ("3.6 times", "fails")])
def test_what_remains_so_many_times_is_today(times: str, status: str) -> None:
    trips = {"Trips": {"2020": "500", "2022": "1,450", "2024": "1,300"}}
    paper = (
        Paper()
        .chart("Trips by ferry", "thousand", trips)
        .say("Trips came to 1,300 thousand in 2024.", ("1,300 thousand", "Trips by ferry", 2024))
        .say(
            f"After the peak of 2022 ferry trips remain {times} those of 2020.",
            (times, "ferry trips", 2022),
        )
    )  # fmt: skip
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("rate", "status"), [("32.0%", "holds"), ("23.0%", "fails")])
def test_growth_over_some_years_starts_from_the_year_before(rate: str, status: str) -> None:
    trips = {"Trips": {"2024": "1,000", "2025E": "1,100", "2026E": "1,200", "2027E": "1,320"}}
    paper = (
        Paper()
        .chart("Trips by ferry", "thousand", trips)
        .say(f"Trips by ferry will grow by {rate} over 2025-2027.", (rate, "trips by ferry growth", "2025-2027"))
    )
    assert told(paper.check(), "growth_rate") == [status]


@pytest.mark.parametrize(("rate", "status"), [("14.5%", "holds"), ("27.0%", "fails")])
def test_a_rate_a_year_to_what_is_to_come_starts_from_the_latest(rate: str, status: str) -> None:
    paper = (
        Paper()
        .say("Ferries earned USD 9.8 billion in 2024.", ("USD 9.8 billion", "Ferries", 2024))
        .say(
            f"Ferries should earn USD 22.1 billion by 2030, or {rate} a year.",
            ("USD 22.1 billion", "Ferries", 2030), (rate, "Ferries", 2030), is_forecast=True,
        )
    )  # fmt: skip
    assert told(paper.check(), "cagr") == [status]


@pytest.mark.parametrize(("rate", "status"), [("23.0%", "holds"), ("32.0%", "fails")])
def test_ends_that_are_stated_as_about_so_much_are_the_ends(rate: str, status: str) -> None:
    paper = Paper().say(
        f"Sailing time was cut from 1,000 hours to about 770 hours, a drop of {rate}.",
        ("1,000", "sailing", None), ("770", "hours", None), (rate, "drop", None), direction="down",
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == [status]


@pytest.mark.parametrize(
    ("before", "after", "points", "found"),
    [
        ("Oak has 46.3% of looms and ash 14.8%.", "The margin between them is {}.", "31.5 points", ["holds"]),
        ("Oak has 46.3% of looms and ash 14.8%.", "The margin between them is {}.", "35.1 points", ["fails"]),
        ("Oak has 46.3% of looms and ash 14.8%.", "Rates of banks went up by {}.", "35.1 points", []),
        ("Oak has 46.3% of looms, elm 22.1%, ash 14.8%.", "The margin between them is {}.", "35.1 points", []),
    ],
)
def test_a_margin_is_between_the_two_shares_of_the_sentence_before(
    before: str, after: str, points: str, found: list[str]
) -> None:
    shares = [(x, "share", 2024) for x in ("46.3%", "22.1%", "14.8%") if x in before]
    paper = Paper().say(before, *shares).add(after.format(points), (points, "margin", 2024))
    assert told(paper.check(), "difference") == found


# -- over how many years, and between what


@pytest.mark.parametrize(("years", "found"), [("three", ["holds"]), ("two", [])])
def test_a_difference_lies_between_as_many_years_as_it_says(years: str, found: list[str]) -> None:
    ferries = {"Ferries": {"2021": "1,052", "2022": "1,128", "2023": "1,204", "2024": "1,290"}}
    paper = (
        Paper()
        .chart("Ferries", "", ferries)
        .say(f"Over the {years} years ferries rose by 238.", ("238", "ferries", "2021-2024"))
    )
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(
    ("opening", "points", "found"),
    [
        ("The loss", "6.6 percentage points", ["holds"]),
        ("The loss", "5.6 percentage points", ["fails"]),
        ("A tax", "5.6 percentage points", []),
    ],
)
def test_the_loss_is_that_of_the_two_sentences_before(opening: str, points: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Rafts took 34.7% of travellers in 2024.", ("34.7%", "rafts share", 2024))
        .add("In 2019 it had been 41.3%.", ("41.3%", "share", 2019))
        .add(f"{opening} of {points} shook the rowers.", (points, "shook the rowers", None))
    )
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(
    ("behind", "share", "found"),
    [
        ("but so were the costs, which took 24.4%", "24.4%", []),
        ("where once it was 28.4%", "28.4%", ["holds"]),
    ],
)
def test_what_is_told_behind_but_is_no_end_of_the_difference(behind: str, share: str, found: list[str]) -> None:
    paper = Paper().say(
        f"The margin of ferries was 39.2%, up 10.8 percentage points, {behind}.",
        ("39.2%", "ferries margin", 2024), ("10.8 percentage points", "ferries margin change", 2024),
        (share, f"{share} of ferries", None),
    )  # fmt: skip
    assert told(paper.check(), "difference") == found


# -- halves, the two, and rows elsewhere


def half(part: int) -> dict[str, object]:
    start, end = [(date(2024, 1, 1), date(2024, 6, 30)), (date(2024, 7, 1), date(2024, 12, 31))][part - 1]
    return {"period_start": start, "period_end": end, "period_kind": "half"}


@pytest.mark.parametrize(
    ("second", "places", "found"),
    [
        ("1,350", 3, ["holds"]),
        ("1,530", 3, ["fails"]),  # two digits in each other's place
        ("2,100", 3, []),  # of something else
        ("1,530", 2, []),  # the year is not stated often enough to be the one that is meant
    ],
)
def test_a_half_is_the_year_less_its_other_half(second: str, places: int, found: list[str]) -> None:
    years = ("The lake had 2,530 ferries in 2024.", "Of ferries 2,530 came in 2024.", "In 2024: 2,530 ferries.")
    paper = Paper()
    for page, sentence in enumerate(years[:places], 2):
        paper.say(sentence, ("2,530", "ferries", 2024), page=page)
    paper.say("In the first half of 2024 1,180 ferries came.", ("1,180", "ferries", None), page=9, **half(1))
    paper.add(f"The second half brought {second}.", (second, "ferries", None), page=9, **half(2))
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(
    ("between", "points", "found"),
    [
        ("the two", "47.9 percentage points", ["holds"]),
        ("the two", "49.7 percentage points", ["fails"]),
        ("the banks", "49.7 percentage points", []),
    ],
)
def test_the_distance_between_the_two_is_from_the_share_of_the_sentence_before(
    between: str, points: str, found: list[str]
) -> None:
    paper = (
        Paper()
        .say("Ferries reach 91.8% of villages.", ("91.8%", "ferries reach", 2024))
        .add(
            f"Rafts reach 43.9%, and the distance between {between} is {points}.",
            ("43.9%", "rafts reach", 2024), (points, "distance", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(
    ("last_year", "by", "found"),
    [
        ("160", "140", ["holds"]),
        ("160", "120", ["fails"]),
        ("160", "160", []),  # that is the entry of the year before, and what rose is something else
        ("150", "150", ["holds"]),  # by as much as there was
    ],
)
def test_an_entry_of_the_line_is_no_difference_of_itself(last_year: str, by: str, found: list[str]) -> None:
    paper = (
        Paper()
        .chart("Rafts afloat", "", {"Rafts": {"2022": last_year, "2023": "300"}})
        .say(f"In 2023 rafts rose by {by}.", (by, "rafts", 2023))
    )
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(
    ("page", "name", "points", "found"),
    [
        (4, "rafts", "13.2 percentage points", ["holds"]),
        (6, "rafts", "12.3 percentage points", ["fails"]),
        (6, "boats", "12.3 percentage points", []),  # no row of the next page goes by that name
        (8, "rafts", "12.3 percentage points", []),  # too far away
    ],
)
def test_a_change_is_that_of_the_row_it_names_on_the_next_page(
    page: int, name: str, points: str, found: list[str]
) -> None:
    rows = [
        ["Boat", "2021", "2022", "2024"],
        ["Rafts", "4.1%", "9.8%", "17.3%"],
        ["Ferries", "31.0%", "28.4%", "22.9%"],
    ]
    paper = (
        Paper()
        .table("Share of loads by boat", "%", rows, page=page)
        .say(f"From 2021 to 2024 {name} gained {points}.", (points, "gain", "2021-2024"), page=5)
    )
    assert told(paper.check(), "difference") == found


# -- the two that a sentence speaks of


@pytest.mark.parametrize(
    ("points", "status"), [("16.4 percentage points", "holds"), ("14.6 percentage points", "fails")]
)
@pytest.mark.parametrize("words", ["The two differ by", "These two are now apart by", "The two diverge by"])
def test_the_two_are_those_told_last_a_sentence_each(words: str, points: str, status: str) -> None:
    paper = (
        Paper()
        .say("Rafts took 9.8% of travellers.", ("9.8%", "rafts share of travellers", 2024))
        .add("Ferries took 41.6% of travellers.", ("41.6%", "ferries share of travellers", 2024))
        .add("Punts took 25.2% of travellers.", ("25.2%", "punts share of travellers", 2024))
        .add(f"{words} {points}.", (points, "difference", 2024))
    )
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(("points", "status"), [("16.4个百分点", "holds"), ("14.6个百分点", "fails")])
def test_so_in_chinese(points: str, status: str) -> None:
    paper = (
        Paper()
        .say("渡轮占比为41.6%。", ("41.6%", "渡轮占比", 2024), language="zh")
        .add("平底船占比为25.2%。", ("25.2%", "平底船占比", 2024), language="zh")
        .add(f"两者相差{points}。", (points, "相差", 2024), language="zh")
    )
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(("points", "status"), [("16.4个百分点", "holds"), ("14.6个百分点", "fails")])
def test_more_than_another_is_told_of_the_two_before_it(points: str, status: str) -> None:
    paper = Paper().say(
        f"渡轮占41.6%，比平底船的25.2%多{points}，前三家共占76.6%。",
        ("41.6%", "渡轮占比", 2024), ("25.2%", "平底船占比", 2024), (points, "渡轮占比", 2024),
        ("76.6%", "前三家占比", 2024), language="zh",
    )  # fmt: skip
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize("words", ["a trade deficit of", "the trade deficit was", "a deficit of"])
@pytest.mark.parametrize("flow", ["Imports", "Exports"])
def test_a_trade_balance_does_not_lie_between_two_years_of_one_flow(words: str, flow: str) -> None:
    paper = (
        Paper()
        .chart("Ferry trade", "RMB billion", {flow: {"2023": "25.2", "2024": "41.6"}})
        .say(f"In 2024 there was {words} RMB 16.4 billion.", ("RMB 16.4 billion", "trade deficit", 2024))
    )
    assert told(paper.check(), "difference") == []


@pytest.mark.parametrize(("surplus", "status"), [("RMB 16.4 billion", "holds"), ("RMB 14.6 billion", "fails")])
def test_but_between_exports_and_imports(surplus: str, status: str) -> None:
    paper = Paper().say(
        f"Ferry exports of RMB 41.6 billion and imports of RMB 25.2 billion make a trade surplus of {surplus}.",
        ("RMB 41.6 billion", "ferry exports", 2024), ("RMB 25.2 billion", "ferry imports", 2024),
        (surplus, "trade surplus", 2024),
    )  # fmt: skip
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(("between", "found"), [("", ["31.2%"]), ("few rowed. Rafts are left aside.", [])])
def test_a_sentence_without_numbers_parts_what_stands_before_a_semicolon(between: str, found: list[str]) -> None:
    paper = Paper().say("In 2019 ferries carried 31.2% of travellers;", ("31.2%", "ferries share of travellers", 2019))
    if between:
        paper.add(between)
    material = paper.add("By 2024 it was 48.8%.", ("48.8%", "share of travellers", 2024)).material()
    assert [c.view.name for c in material.before_semicolon(material.sentences[-1])] == found


@pytest.mark.parametrize(
    ("points", "status"), [("17.1 percentage points", "holds"), ("11.7 percentage points", "fails")]
)
@pytest.mark.parametrize("tail", ["from 71.2% to 88.3%", "from 71.2% in 2020 to 88.3%"])
def test_a_difference_is_told_of_what_it_went_from_and_to(tail: str, points: str, status: str) -> None:
    paper = (
        Paper()
        .chart("Uptake of robots", "%", {"Uptake of robots": {"2020": "71.2%", "2024": "82.9%"}})  # 11.7 points
        .say(
            f"Uptake of robots went up by {points}, {tail}.", (points, "uptake of robots change", 2024),
            ("71.2%", "uptake of robots", 2020), ("88.3%", "uptake of robots", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(
    ("points", "status"),
    [
        ("3.2 percentage points", "holds"),  # since the year before
        ("18.6 percentage points", "holds"),  # since 2018
        ("16.8 percentage points", "fails"),
        ("19.9 percentage points", "undetermined"),
    ],
)
def test_what_a_line_lost_may_be_since_any_of_its_years_if_the_digits_say_so(points: str, status: str) -> None:
    shares = {
        "Scythes": {"2018": "45.8%", "2020": "38.1%", "2023": "30.4%", "2024": "27.2%"},
        "Mowers": {"2018": "54.2%", "2020": "61.9%", "2023": "69.6%", "2024": "72.8%"},
    }
    paper = (
        Paper()
        .chart("Share of meadows", "%", shares)
        .say(f"By 2024 scythes had lost {points}.", (points, "scythes share", 2024), direction="down")
    )
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(
    ("head", "of", "found"),
    [
        ("Growth", "growth", ["fails"]),
        ("Growth", "market share", []),  # that is no share which grows faster
        ("Growth", "share", []),
        ("Share", "market share", ["fails"]),
    ],
)
def test_points_of_market_share_do_not_lie_between_rates_of_growth(head: str, of: str, found: list[str]) -> None:
    rows = [["Boat", f"{head} 2023", f"{head} 2024"], ["Rafts", "11.2%", "15.8%"], ["Ferries", "3.1%", "9.4%"]]
    points = "6.4 percentage points"
    paper = Paper().table("Boats", "%", rows)
    paper.say(f"Rafts gained {points} of {of} in 2024.", (points, f"rafts {head.lower()}", 2024), direction="up")
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(
    ("points", "found"),
    [("9.2 percentage points", ["holds"]), ("8.2 percentage points", ["fails"])],
)
def test_a_share_told_as_a_line_of_the_page_has_it_was_more_than_in_a_year_of_that_line(
    points: str, found: list[str]
) -> None:
    scythes = {"2021": "45.1%", "2023": "33.0%", "2024": "42.2%"}
    oak = {"2021": "15.1%", "2023": "31.0%", "2024": "12.2%"}
    paper = (
        Paper()
        .chart("Share of meadows", "%", {"Scythes": scythes})
        .chart("Share of tools", "%", {"Oak": oak})
        .say(
            f"Hand tools took 42.2% of the hay harvest in 2024; that was {points} more than in 2023.",
            ("42.2%", "hand tools share of hay harvest", 2024), (points, "hand tools share", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(
    ("third", "points", "found"),
    [
        (False, "10.7 percentage points", ["holds"]),
        (False, "11.7 percentage points", ["fails"]),
        (True, "11.7 percentage points", []),  # between which two?
    ],
)
def test_the_gap_between_the_two_is_that_of_a_chart_of_two_series(third: bool, points: str, found: list[str]) -> None:
    robots = {
        "Coast": {"2022": "12.4%", "2023": "15.1%", "2024": "18.3%"},
        "Hills": {"2022": "9.9%", "2023": "8.8%", "2024": "7.6%"},
    }
    if third:
        robots["Isles"] = {"2022": "1.0%", "2023": "2.0%", "2024": "3.0%"}
    paper = Paper().chart("Robots at work", "%", robots)
    paper.say(f"By 2024 the gap between the two had come to {points}.", (points, "gap", 2024))
    assert told(paper.check(), "difference") == found


# -- what a claim says of its ends

SHARES = {"福建": {"2023": "20.6%", "2024": "25.2%"}, "广东": {"2023": "40.2%", "2024": "41.6%"}}


@pytest.mark.parametrize(
    ("other", "points", "found"),
    [
        ("广东", "16.4个百分点", ["holds"]),
        ("广东", "14.6个百分点", ["fails"]),
        ("海南", "14.6个百分点", []),
    ],
)
@pytest.mark.parametrize("words", ["与{}之间的差距为{}。", "与{}的差距扩大到{}。", "同{}相差{}。"])
def test_the_gap_to_another_needs_a_value_of_that_other(words: str, other: str, points: str, found: list[str]) -> None:
    shares = {name: marks for name, marks in SHARES.items() if name in ("福建", other)}
    paper = (
        Paper()
        .chart("渡轮占比", "%", shares)
        .say(
            f"2024年福建渡轮占比为25.2%，{words.format(other, points)}",
            ("25.2%", "福建渡轮占比", 2024), (points, "福建渡轮占比差距", 2024), language="zh",
        )
    )  # fmt: skip
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(
    ("tail", "by", "found"),
    [
        ("，达到189次", "118次", ["holds"]),
        ("，达到189次", "69次", ["fails"]),  # though 189 - 120 is
        ("", "69次", []),
    ],
)
def test_what_rose_from_so_many_lies_above_that_number(tail: str, by: str, found: list[str]) -> None:
    end = [("189次", "渡轮班次", 2024)] if tail else []
    paper = (
        Paper()
        .chart("渡轮班次", "次", {"渡轮班次": {"2022": "71", "2023": "120", "2024": "189"}})
        .say(
            f"渡轮班次由71次增加了{by}{tail}。", ("71次", "渡轮班次", 2022), (by, "渡轮班次", 2024), *end, language="zh"
        )
    )
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(
    ("dated", "by", "found"),
    [
        (True, "167艘", []),  # since a year between
        (False, "167艘", []),
        (False, "249艘", ["holds"]),  # unless it fits
    ],
)
def test_a_change_on_the_year_does_not_lie_between_ends_of_several_years(
    dated: bool, by: str, found: list[str]
) -> None:
    paper = Paper().say(
        f"四年间渡轮从14艘增至263艘，较上年净增{by}。",
        ("14艘", "渡轮", 2020 if dated else None), ("263艘", "渡轮", 2024 if dated else None),
        (by, "渡轮", 2024 if dated else None), language="zh",
    )  # fmt: skip
    assert told(paper.check(), "difference") == found


USE = {"2021": "5.1%", "2022": "4.4%", "2024": "6.2%"}


@pytest.mark.parametrize(
    ("points", "use", "found"),
    [
        ("0.8个百分点", USE | {"2023": "5.4%"}, ["holds"]),
        ("0.6个百分点", USE | {"2023": "5.4%"}, ["fails"]),
        ("1.8个百分点", USE, []),  # the year is not shown
    ],
)
def test_a_change_on_a_year_that_is_told_needs_the_value_of_that_year(
    points: str, use: dict[str, str], found: list[str]
) -> None:
    paper = (
        Paper()
        .chart("渡轮使用率", "%", {"渡轮使用率": dict(sorted(use.items()))})
        .say(
            f"渡轮使用率为6.2%，较2023年提高{points}。", ("6.2%", "渡轮使用率", 2024), (points, "渡轮使用率", 2024),
            language="zh",
        )
    )  # fmt: skip
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize("east", ["3.2", "3.9"])
def test_what_each_of_several_added_in_one_year_is_no_difference_between_them(east: str) -> None:
    paper = (
        Paper()
        .chart("New ferries", "thousand", {"Added": {"North": "6.4", "East": east, "Rest": "2.3"}}, period=2024)
        .say(
            "In 2024 the north added 6.4 thousand and the east 3.2 thousand; the rest added 2.3 thousand.",
            ("6.4 thousand", "north", 2024), ("3.2 thousand", "east", 2024), ("2.3 thousand", "rest", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "difference") == []


@pytest.mark.parametrize(("by", "status"), [("412", "holds"), ("421", "fails")])
@pytest.mark.parametrize("words", ["leaving a shortage of {}", "so that the shortfall is {}", "缺口{}"])
def test_what_is_short_is_a_difference(words: str, by: str, status: str) -> None:
    paper = Paper().say(
        f"Ferries need 1,430 hands and have 1,018 hands, {words.format(by)}.",
        ("1,430", "hands needed", 2024), ("1,018", "hands", 2024), (by, "hands shortage", 2024),
    )  # fmt: skip
    assert told(paper.check(), "difference")[:1] == [status]


@pytest.mark.parametrize(
    ("points", "before", "status"),
    [
        ("3.6 percentage points", "41.3% in 2023 and ", "holds"),
        ("4.6 percentage points", "41.3% in 2023 and ", "fails"),
        ("4.6 percentage points", "", "holds"),  # nothing more exact is told
    ],
)
def test_marks_read_off_an_axis_give_way_to_the_values_that_are_printed(points: str, before: str, status: str) -> None:
    paper = Paper().chart("Ferries in use", "%", {"Ferries": {"2023": "41", "2024": "45"}})
    paper.facts = [
        replace(f, decimals=None, bound_low=f.value_low - 1, bound_high=f.value_high + 1) for f in paper.facts
    ]
    paper.say(
        f"Ferries in use were {before}44.9% in 2024, a rise of {points}.",
        *([("41.3%", "ferries in use", 2023)] if before else []),
        ("44.9%", "ferries in use", 2024), (points, "ferries in use change", 2024),
    )  # fmt: skip
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(
    ("opening", "points", "found"),
    [
        ("In the other variant", "3.7 percentage points", ["holds"]),
        ("In the other variant", "3.2 percentage points", []),  # another pace on purpose
        ("For now", "3.2 percentage points", ["fails"]),
    ],
)
def test_a_pace_that_is_but_supposed_need_not_be_that_of_the_line(opening: str, points: str, found: list[str]) -> None:
    paper = (
        Paper()
        .chart("Share of ferries", "%", {"Ferries": {"2022": "31.0%", "2023": "36.1%", "2024": "39.8%"}})
        .say(f"{opening} ferries keep their {points} a year.", (points, "ferries share change", 2024))
    )
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(("points", "status"), [("44.2", "holds"), ("47.2", "fails")])
def test_the_highest_and_the_lowest_are_so_far_apart(points: str, status: str) -> None:
    use = {"网络": "61.4%", "金融": "48.7%", "能源": "21.3%", "物流": "17.2%"}
    paper = Paper().chart("各行业渗透率", "%", {"渗透率": use}, period=2025)
    printed = f"{points}个百分点"
    paper.say("网络行业渗透率为61.4%，居首。", ("61.4%", "网络渗透率", 2025), language="zh")
    paper.add(f"物流仅为17.2%，是最低的，最高与最低行业之间相差{printed}。",
              ("17.2%", "物流渗透率", 2025), (printed, "行业", 2025), language="zh")  # fmt: skip
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(("more", "status"), [("5.7 billion", "holds"), ("7.7 billion", "fails")])
def test_what_one_added_and_another_in_the_same_breath(more: str, status: str) -> None:
    rows = [
        ["Region", "2024", "2025"],
        ["East China", "65.4", "74.6"],
        ["South China", "42.5", "48.2"],
        ["North China", "16.4", "19.3"],
    ]
    paper = Paper().table("Parcels", "billion", rows)
    paper.say(f"East China added 9.2 billion parcels during the year and South China {more}.",
              ("9.2 billion", "East China parcels", 2025), (more, "South China parcels", 2025))  # fmt: skip
    assert told(paper.check(), "difference")[0] == status

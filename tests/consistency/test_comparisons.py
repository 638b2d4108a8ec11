"""Two things set side by side: which of the rows or slices that a sentence names it compares, and with which."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told

WOOD = {"Price": {"Oak": "840", "Ash": "600", "Elm": "420", "Yew": "150"}}


def wood() -> Paper:
    return Paper().chart("Price of a log", "RMB", WOOD, period=2024)


@pytest.mark.parametrize(("times", "status"), [("1.4 times", "holds"), ("2.0 times", "fails"), ("5.6 times", "fails")])
@pytest.mark.parametrize("words", ["as dear as", "as much as", "that of"])
def test_what_stands_behind_a_multiple_is_what_it_is_of(words: str, times: str, status: str) -> None:
    paper = wood().say(
        f"Elm and yew are cheap, but oak costs {times} {words} ash.", (times, "oak price multiple", 2024)
    )
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("points", "status"), [("5.5 percentage points", "holds"), ("4.5 percentage points", "fails")])
def test_what_one_is_ahead_of(points: str, status: str) -> None:
    shares = {"Share": {"Oak": "34.0%", "Ash": "28.5%", "Elm": "22.0%", "Yew": "15.5%"}}
    paper = (
        Paper()
        .chart("Share of wood, 2024", "%", shares, kind="pie", period=2024)
        .say(f"Elm is third, and oak leads, {points} ahead of ash.", (points, "oak lead", 2024))
    )
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(("times", "status"), [("1.4倍", "holds"), ("2.0倍", "fails")])
def test_in_chinese_the_base_stands_before_its_multiple(times: str, status: str) -> None:
    prices = {"价格": {"橡木": "840", "白蜡": "600", "榆木": "420"}}
    paper = (
        Paper()
        .chart("每根原木价格", "元", prices, period=2024)
        .say(f"榆木便宜，橡木价格为白蜡的{times}。", (times, "橡木价格", 2024), language="zh")
    )
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("times", "status"), [("2.0 times", "holds"), ("3.0 times", "fails")])
def test_a_label_may_go_by_the_common_noun_that_it_ends_in(times: str, status: str) -> None:
    costs = {"Cost": {"Tidal mill": "840", "Solar kiln": "420", "Gas oven": "300"}}
    paper = (
        Paper()
        .chart("Cost of equipment", "RMB", costs, period=2024)
        .say(f"A tidal mill costs {times} as much as a kiln.", (times, "tidal mill cost", 2024))
    )
    assert told(paper.check(), "multiple") == [status]


def test_the_base_of_a_multiple_is_of_the_year_that_is_told() -> None:
    paper = Paper().say("Sales were RMB 200 million in 2024.", ("RMB 200 million", "sales", 2024), page=2)
    paper = paper.say(
        "We expect sales of RMB 240 million in 2025 and RMB 280 million in 2027, 1.4 times the figure of 2024.",
        ("RMB 240 million", "sales", 2025), ("RMB 280 million", "sales", 2027), ("1.4 times", "sales multiple", 2027),
    )  # fmt: skip
    assert told(paper.check(), "multiple") == ["holds"]


def test_a_noun_that_several_labels_end_in_names_none() -> None:
    costs = {"Cost": {"Tidal mill": "840", "Solar kiln": "420", "Gas kiln": "300"}}
    paper = (
        Paper()
        .chart("Cost of equipment", "RMB", costs, period=2024)
        .say("A tidal mill costs 2.4 times as much as a kiln.", ("2.4 times", "tidal mill cost", 2024))
    )
    assert "fails" not in told(paper.check(), "multiple")


@pytest.mark.parametrize(("times", "status"), [("2.0 times", "holds"), ("1.5 times", "fails")])
def test_a_place_may_go_by_its_adjective(times: str, status: str) -> None:
    yards = {"Yards": {"Portugal": "840", "Sweden": "420", "Chile": "300"}}
    paper = (
        Paper()
        .chart("Yards that build boats", "", yards, period=2024)
        .say(f"The Portuguese number is {times} the Swedish one.", (times, "number of yards", 2024))
    )
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("times", "status"), [("1.4 times", "holds"), ("2.0 times", "fails")])
def test_a_pronoun_is_what_the_sentence_before_told(times: str, status: str) -> None:
    paper = (
        wood()
        .say("Oak fetched RMB 840 a log in 2024.", ("RMB 840", "oak price", 2024))
        .add(f"It is {times} as dear as ash.", (times, "oak price multiple", 2024))
    )
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("rate", "status"), [("40.0%", "holds"), ("44.0%", "fails")])
def test_a_rate_sets_one_apart_from_what_stands_behind_it(rate: str, status: str) -> None:
    paper = wood().say(
        f"An oak log costs RMB 840, {rate} more than an ash log.",
        ("RMB 840", "oak log price", 2024), (rate, "oak log price", 2024),
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == [status]


def test_a_rate_above_no_other_entry_is_no_comparison_of_two() -> None:
    paper = wood().say(
        "Oak and ash are loved: the oak log costs RMB 840, 31.0% above its old price.",
        ("RMB 840", "oak log price", 2024), ("31.0%", "oak log price", 2024),
    )  # fmt: skip
    assert "fails" not in told(paper.check(), "growth_rate")


def test_entries_are_compared_at_one_time() -> None:
    prices = {"Oak": {"2020": "600", "2024": "840"}, "Ash": {"2020": "400", "2024": "600"}}
    paper = (
        Paper()
        .chart("Price of a log", "RMB", prices)
        .say("In 2024 oak cost 1.4 times as much as ash.", ("1.4 times", "oak price", 2024))
    )
    assert told(paper.check(), "multiple") == ["holds"]


def test_what_is_compared_with_something_else_is_not_compared_with_the_first() -> None:
    prices = {"Price": {"Oak": "840", "Ash": "600", "Elm": "420"}}
    paper = (
        Paper()
        .chart("Price of a log", "RMB", prices, period=2024)
        .say(
            "An oak log has 1.4 times the price of ash and 5.6 times yew's price.",
            ("1.4 times", "oak price", 2024), ("5.6 times", "oak price", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "multiple") == ["holds"]


@pytest.mark.parametrize("printed", ["RMB 600", "RMB 840"])
def test_the_figure_of_either_may_stand_beside_the_multiple(printed: str) -> None:
    name = {"RMB 600": "ash", "RMB 840": "oak"}[printed]
    paper = (
        Paper()
        .chart("Outlays", "RMB", WOOD, period=2024)
        .say(
            f"{name.title()} fetches {printed}, and oak 2.0 times as much as ash.",
            (printed, name, 2024), ("2.0 times", "oak", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "multiple") == ["fails"]


@pytest.mark.parametrize(("times", "status"), [("2.0 times", "holds"), ("1.4 times", "fails")])
def test_as_much_as_another_is_at_one_time(times: str, status: str) -> None:
    prices = {"Oak": {"2020": "600", "2024": "840"}, "Ash": {"2020": "400", "2024": "420"}}
    paper = (
        Paper()
        .chart("Price of a log", "RMB", prices)
        .say(f"Oak has a price {times} as high as ash.", (times, "price of oak", 2024), period_basis="document")
    )
    assert told(paper.check(), "multiple") == [status]  # though oak rose 1.4 times


def test_the_head_of_a_label_is_its_own() -> None:
    costs = {"Cost": {"Tidal mill": "840", "Solar kiln": "420", "Kiln bricks": "300"}}
    paper = (
        Paper()
        .chart("Cost of equipment", "RMB", costs, period=2024)
        .say("A tidal mill costs 2.8 times as much as kiln bricks.", ("2.8 times", "tidal mill cost", 2024))
    )
    assert told(paper.check(), "multiple") == ["holds"]


YARDS = {
    "Alba": {"2023": "1,100", "2024": "1,480"},
    "Brack": {"2023": "390", "2024": "400"},
    "Corran": {"2023": "200", "2024": "202"},
}


@pytest.mark.parametrize(
    ("sentence", "times", "found"),
    [
        ("Alba is {} that of Brack.", "3.7 times", ["holds"]),
        ("Alba is {} that of Brack.", "7.3 times", ["fails"]),
        ("Alba and Corran: {} that of Brack.", "7.3 times", ["undetermined"]),  # which of the two?
    ],
)
def test_one_named_on_either_side_of_a_multiple_is_meant(sentence: str, times: str, found: list[str]) -> None:
    paper = Paper().chart("Yards", "RMB million", YARDS).say(sentence.format(times), (times, "sales multiple", 2024))
    assert told(paper.check(), "multiple") == found


@pytest.mark.parametrize(
    ("sentence", "times", "found"),
    [
        ("In 2024 growth of Alba was {} that of Brack.", "3.7 times", []),
        ("2024年Alba增速约为Brack的{}。", "3.7倍", []),
        ("In 2024 sales of Alba were {} those of Brack.", "3.7 times", ["holds"]),
        ("2024年Alba销售额约为Brack的{}。", "3.7倍", ["holds"]),
    ],
)
def test_a_multiple_of_growth_is_not_one_of_what_grew(sentence: str, times: str, found: list[str]) -> None:
    paper = Paper().chart("Yards", "RMB million", YARDS).say(sentence.format(times), (times, "Alba multiple", 2024))
    assert told(paper.check(), "multiple") == found


@pytest.mark.parametrize(("times", "status"), [("3.7 times", "holds"), ("7.3 times", "undetermined")])
def test_but_one_of_the_rates_that_a_chart_shows(times: str, status: str) -> None:
    rates = {
        "Alba": {"2023": "30.0%", "2024": "37.7%"},
        "Brack": {"2023": "11.0%", "2024": "10.2%"},
        "Corran": {"2023": "9.0%", "2024": "16.5%"},
    }
    paper = Paper().chart("Growth of yards", "%", rates)
    paper.say(f"In 2024 the growth of Alba was {times} that of Brack.", (times, "Alba multiple", 2024))
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(
    ("words", "times", "found"),
    [
        ("Compared with 347 kilns in 2022, home sales have grown to {} the volume.", "2.7 times", ["holds"]),
        ("Compared with 347 kilns in 2022, home sales have grown to {} the volume.", "3.4 times", ["fails"]),
        ("Against 338 kilns in 2022, home sales have grown to {} the volume.", "3.4 times", []),
    ],
)
def test_what_stands_before_a_multiple_tells_the_series_that_it_is_of(words: str, times: str, found: list[str]) -> None:
    sold = {
        "Home": {"2022": "347", "2023": "579", "2024": "936"},
        "Abroad": {"2022": "912", "2023": "1,412", "2024": "1,688"},
    }
    paper = Paper().chart("Kilns sold", "", sold, kind="grouped_bar")
    base = "347" if "347" in words else "338"
    sentence = words.format(times)
    paper.say(sentence, (base, "Compared", 2022), (times, "sales multiple", 2024))
    assert told(paper.check(), "multiple")[:1] == found


@pytest.mark.parametrize(
    "words",
    ["Alba overtook Brack in 2022 and is now {} as large.", "In 2022 the market of Alba was {} the size of Brack's."],
)
def test_what_compares_two_things_is_of_no_two_years(words: str) -> None:
    sold = {"Alba": {"2022": "742", "2025": "1,611"}}
    paper = Paper().chart("Visits", "", sold, kind="grouped_bar")
    paper.say(words.format("1.9 times"), ("1.9 times", "Alba multiple", 2025))
    assert "fails" not in told(paper.check(), "multiple")

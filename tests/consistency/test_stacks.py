"""Stacked bars over the years, whose heights no label tells: the year they pass a limit, and how fast all of them grow."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told, years

ROBOTS = {  # 320, 360, 420 and 500 in all
    "Large": {"2021": "120", "2022": "150", "2023": "190", "2024": "240"},
    "Small": {"2021": "200", "2022": "210", "2023": "230", "2024": "260"},
}
TOTAL = {"Total": {"2021": "320", "2022": "360", "2023": "420", "2024": "500"}}


def stack(layers: dict[str, dict[str, str]] = ROBOTS) -> Paper:
    return Paper().chart("Robots by size", "thousand", layers, kind="stacked_bar")


@pytest.mark.parametrize(("year", "status"), [(2022, "fails"), (2023, "holds"), (2024, "fails")])
def test_all_layers_together_first_pass_a_limit_in_one_year(year: int, status: str) -> None:
    paper = stack().say(
        f"In {year} sales of machines first passed 400 thousand.", ("400 thousand", "sales of machines", year)
    )
    ((found, statement),) = [(f.status, f.statement) for f in paper.check().findings if f.rule == "temporal"]
    assert found == status
    assert "360 thousand in all and 420 thousand in all" in statement


@pytest.mark.parametrize(
    ("layers", "thing", "found"),
    [
        (ROBOTS, "machines for sale", ["fails"]),
        (ROBOTS, "large robots", []),  # a layer of its own
        (ROBOTS | TOTAL, "machines for sale", []),  # the heights are printed
        ({name: {y: marks[y] for y in ("2022", "2023")} for name, marks in ROBOTS.items()}, "machines for sale", []),
    ],
)
def test_the_layers_are_summed_where_nothing_else_is_meant(
    layers: dict[str, dict[str, str]], thing: str, found: list[str]
) -> None:
    text = f"In 2022 {thing} first passed 400 thousand."
    paper = stack(layers).say(text, ("400 thousand", thing, 2022))
    assert told(paper.check(), "temporal") == found


@pytest.mark.parametrize(
    ("rate", "height", "found"),
    [
        ("16.0%", "500 thousand", ["holds"]),
        ("10.6%", "500 thousand", ["fails"]),
        ("10.6%", "530 thousand", []),  # as high as no bar: it is of something else
    ],
)
def test_a_compound_rate_is_of_the_bars_whose_height_the_text_tells(rate: str, height: str, found: list[str]) -> None:
    paper = (
        stack()
        .say(f"Machines for sale numbered {height} in 2024.", (height, "machines for sale", 2024))
        .add(
            f"That is a compound annual growth rate of {rate} from 2021 to 2024.",
            (rate, "machines for sale CAGR", "2021-2024"),
        )
    )
    assert told(paper.check(), "cagr") == found


@pytest.mark.parametrize(
    ("series", "rate", "found"),
    [
        (None, "16.0%", ["holds"]),
        (None, "26.0%", ["fails"]),
        ("Large", "26.0%", ["holds"]),  # a call-out of one layer
    ],
)
def test_a_call_out_of_a_stacked_chart_is_of_all_its_layers(series: str | None, rate: str, found: list[str]) -> None:
    paper, text = stack(), f"CAGR 2021-2024: {rate}"
    paper._fact(
        rate, source="chart", source_id="chart0", container_id="chart0", sentence=text, series=series,
        metric=" – ".join(filter(None, ("CAGR", series, "Robots by size"))), context="Robots by size",
        char_start=text.index(rate), char_end=len(text), **years("2021-2024"),
    )  # fmt: skip
    assert told(paper.check(), "cagr") == found


@pytest.mark.parametrize(("last", "found"), [("26%", ["holds"] * 3), ("30%", ["fails", "holds", "holds"])])
@pytest.mark.parametrize("names", [("2021", "2022", "2023"), ("Alba", "Brack", "Corran")])
def test_a_bar_of_percents_beside_others_of_a_hundred_is_one_too(
    names: tuple[str, ...], last: str, found: list[str]
) -> None:
    bars = {"Oak": ("40%", "42%", "44%"), "Ash": ("35%", "32%", last), "Elm": ("25%", "26%", "30%")}
    layers = {timber: dict(zip(names, shown, strict=True)) for timber, shown in bars.items()}
    paper = Paper().chart("Timber in use", "%", layers, kind="stacked_bar", period=2024)
    assert told(paper.check(), "share_sum") == found


def test_but_not_where_the_others_are_none() -> None:
    layers = {
        "Oak": {"Alba": "40%", "Brack": "62%", "Corran": "44%"},
        "Ash": {"Alba": "35%", "Brack": "72%", "Corran": "60%"},
    }
    paper = Paper().chart("Robots at work", "%", layers, kind="stacked_bar", period=2024)
    assert told(paper.check(), "share_sum") == []


@pytest.mark.parametrize(("last", "found"), [("612", []), ("642", ["fails"])])
def test_the_heights_of_a_stack_are_those_of_a_series_elsewhere(last: str, found: list[str]) -> None:
    layers = {
        "Oak": {"2021": "210", "2022": "236", "2023": "271", "2024": "318"},
        "Ash": {"2021": "154", "2022": "187", "2023": "233", "2024": "294"},
    }
    heights = {"": {"2021": "364", "2022": "423", "2023": "504", "2024": last}}
    paper = Paper().chart("Sales by wood", "RMB million", layers, kind="stacked_bar", page=6)
    checked = paper.chart("Sales of the guild", "RMB million", heights, page=3).check()
    sums = [f for f in checked.findings if f.rule == "part_whole_sum" and f.pages == (3, 6)]
    assert [f.status for f in sums if f.status != "holds"] == found
    assert len(sums) == 4


def test_but_not_of_one_that_meets_them_now_and_then() -> None:
    layers = {
        "Oak": {"2021": "210", "2022": "236", "2023": "271"},
        "Ash": {"2021": "154", "2022": "187", "2023": "233"},
    }
    others = {"": {"2021": "364", "2022": "423", "2023": "611"}}
    paper = Paper().chart("Sales by wood", "RMB million", layers, kind="stacked_bar", page=6)
    checked = paper.chart("Wages of potters", "RMB million", others, page=3).check()
    assert [f for f in checked.findings if f.rule == "part_whole_sum" and f.pages == (3, 6)] == []


@pytest.mark.parametrize(("rate", "found"), [("19.1%", []), ("21.9%", ["fails"])])
def test_rates_listed_by_year_may_be_those_of_all_layers(rate: str, found: list[str]) -> None:
    layers = {
        "Oak": {"2021": "210", "2022": "236", "2023": "271", "2024": "318"},
        "Ash": {"2021": "154", "2022": "187", "2023": "233", "2024": "294"},
    }
    paper = Paper().chart("Sales by wood", "RMB million", layers, kind="stacked_bar")
    paper.say(
        f"Growth of both woods came to 16.2% in 2022, {rate} in 2023 and 21.4% in 2024.",
        ("16.2%", "growth", 2022), (rate, "growth", 2023), ("21.4%", "growth", 2024),
    )  # fmt: skip
    statuses = told(paper.check(), "growth_rate")
    assert (len(statuses), [s for s in statuses if s != "holds"]) == (3, found)


@pytest.mark.parametrize(("times", "status"), [("1.6 times", "holds"), ("2.6 times", "fails")])
def test_a_multiple_of_the_height_that_was_just_told(times: str, status: str) -> None:
    paper = (
        stack()
        .say("At the end of 2024 there were 500 thousand of them.", ("500 thousand", "machines", 2024))
        .add(f"This was {times} the level of 2021.", (times, "machines multiple", 2024))
    )
    assert told(paper.check(), "multiple") == [status]


def test_a_multiple_of_what_is_not_the_height_of_a_bar_is_of_something_else() -> None:
    paper = (
        stack()
        .say("At the end of 2024 there were 700 thousand of them.", ("700 thousand", "doors", 2024))
        .add("This was 2.6 times the level of 2021.", ("2.6 times", "doors multiple", 2024))
    )
    assert told(paper.check(), "multiple") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In 2024 sales came to 500 thousand, up 19.0%.", ["holds"]),
        ("In 2024 sales came to 500 thousand, up 29.0%.", ["fails"]),
        ("In 2024 doors came to 700 thousand, up 29.0%.", []),  # no bar is as high
    ],
)
def test_growth_of_what_is_as_high_as_a_bar(sentence: str, found: list[str]) -> None:
    amount, rate = ("500 thousand" if "500" in sentence else "700 thousand"), sentence[-6:-1]
    checked = stack().say(sentence, (amount, "sales", 2024), (rate, "sales growth", 2024)).check()
    assert told(checked, "growth_rate") == found

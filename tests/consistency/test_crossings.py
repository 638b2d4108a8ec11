"""When a series first passes a limit or another series: the year that is told against the one that is shown."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told

KETTLES = {"Kettles sold": {"2020": "312", "2021": "407", "2022": "518", "2023": "566"}}
DRINKS = {
    "Tea": {"2020": "205", "2021": "246", "2022": "291", "2023": "333"},
    "Coffee": {"2020": "228", "2021": "239", "2022": "244", "2023": "251"},
}


@pytest.mark.parametrize(
    ("sentence", "limit", "year", "found"),
    [
        ("In 2022 kettles sold first passed 500 thousand.", "500 thousand", 2022, ["holds"]),
        ("In 2021 kettles sold exceeded 500 thousand for the first time.", "500 thousand", 2021, ["fails"]),
        ("In 2023 kettles sold first topped 500 thousand.", "500 thousand", 2023, ["fails"]),  # they had already
        ("2021年Kettles sold首次突破500 thousand。", "500 thousand", 2021, ["fails"]),
        ("In 2023 kettles sold fell below 500 thousand for the first time.", "500 thousand", 2023, []),
        ("2023年Kettles sold首次跌破500 thousand。", "500 thousand", 2023, []),
        ("2023年Kettles sold首次超过茶壶的500 thousand。", "500 thousand", 2023, []),  # what another has is no limit
        ("In 2021 kettles sold came to 500 thousand.", "500 thousand", 2021, []),  # nothing is told to be the first
        ("In 2023 kettles sold first passed 600 thousand.", "600 thousand", 2023, []),  # nor shown to be above
        ("In 2020 kettles sold first passed 300 thousand.", "300 thousand", 2020, ["holds"]),  # what was before is not
        ("In 2022 kettles sold first passed 200 thousand.", "200 thousand", 2022, ["fails"]),
        ("In 2022 kettles sold first passed 20 thousand.", "20 thousand", 2022, []),  # of something much smaller
    ],
)
def test_a_limit_is_first_passed_in_the_year_that_the_series_shows(
    sentence: str, limit: str, year: int, found: list[str]
) -> None:
    paper = Paper().chart("Kettles sold", "thousand", KETTLES).say(sentence, (limit, "kettles sold", year))
    assert told(paper.check(), "temporal") == found


@pytest.mark.parametrize(("thing", "found"), [("kettles sold", ["fails"]), ("iron kettles", [])])
def test_what_another_thing_passes_is_not_told_by_the_series(thing: str, found: list[str]) -> None:
    paper = Paper().chart("Kettles sold", "thousand", KETTLES)
    paper.say(f"In 2023 {thing} for the first time passed 500 thousand.", ("500 thousand", thing, 2023))
    assert told(paper.check(), "temporal") == found


def test_a_value_whose_rounding_holds_the_limit_may_have_passed_it_or_not() -> None:
    sold = {"Kettles sold": {"2020": "3.1", "2021": "4.0", "2022": "5.2", "2023": "5.7"}}
    for year, status in ((2020, "fails"), (2021, "holds"), (2022, "holds"), (2023, "fails")):
        sentence = f"In {year} kettles sold first passed 4.02 million."
        paper = Paper().chart("Kettles sold", "million", sold).say(sentence, ("4.02 million", "kettles sold", year))
        assert told(paper.check(), "temporal") == [status]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In 2021 tea overtook coffee.", ["holds"]),
        ("In 2022 tea overtook coffee.", ["fails"]),
        ("Tea moved ahead of coffee in 2023, as it had to.", ["fails"]),
        ("2022年Tea首次超过Coffee。", ["fails"]),
        ("In 2022 coffee overtook tea.", ["fails"]),  # it had been ahead
        ("In 2023 tea outsold coffee.", ["fails"]),
        ("In 2021 coffee was overtaken by tea.", ["holds"]),
        ("In 2022 coffee was surpassed by tea.", ["fails"]),
        ("In 2022 tea had not yet overtaken coffee in the north.", []),
        ("Tea may have overtaken coffee in 2023.", []),
        ("By 2023 tea had overtaken coffee.", []),  # then at the latest
        ("In 2022 tea overtook cocoa.", []),
        ("In 2022 tea was dearer than coffee.", []),
    ],
)
@pytest.mark.parametrize("page", [1, 2, 9])  # of the chart, the next one, or another of the document
def test_another_series_is_overtaken_in_the_year_that_both_show(page: int, sentence: str, found: list[str]) -> None:
    paper = Paper().chart("Cups drunk", "million", DRINKS).say(sentence, page=page)
    assert told(paper.check(), "temporal") == found


@pytest.mark.parametrize(("other", "found"), [("Cups sold", []), ("Weather", ["fails"])])
def test_far_from_its_page_the_one_chart_of_both_series_is_meant(other: str, found: list[str]) -> None:
    series = DRINKS if other == "Cups sold" else {"Rain": {"2021": "71", "2022": "64"}}
    paper = Paper().chart("Cups drunk", "million", DRINKS).chart(other, "million", series, page=3)
    assert told(paper.say("In 2022 tea overtook coffee.", page=9).check(), "temporal") == found


@pytest.mark.parametrize(("words", "found"), [("first passed", ["fails"]), ("for the first time nearly reached", [])])
def test_what_is_nearly_reached_is_not_passed(words: str, found: list[str]) -> None:
    sales = {"Sales": {"2021": "320", "2022": "360", "2023": "420", "2024": "500"}}
    paper = Paper().chart("Sales", "thousand", sales)
    paper.say(f"In 2022 sales {words} 400 thousand.", ("400 thousand", "sales", 2022))
    assert told(paper.check(), "temporal") == found

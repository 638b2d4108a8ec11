"""What would be, held against what the document expects: the amount of the year that it states most often."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told


def expected(language: str = "en") -> Paper:
    """302 barges are expected in 2030, as three pages say."""
    said = {
        "en": (
            "The canal should have 302 barges in 2030.",
            "Of barges 302 will float in 2030.",
            "In 2030: 302 barges.",
        ),
        "zh": ("预计2030年驳船302艘。", "2030年，驳船将有302艘。", "到2030年驳船为302艘。"),
    }[language]
    paper = Paper()
    for page, sentence in enumerate(said, 2):
        noun = "barges" if language == "en" else "驳船"
        paper.say(sentence, ("302", noun, 2030), page=page, language=language, is_forecast=True)
    return paper


@pytest.mark.parametrize(
    ("rate", "tail", "found"),
    [
        ("7.0%", "less than in the base case", ["holds"]),
        ("7.0%", "below the central forecast", ["holds"]),
        ("9.6%", "less than in the base case", ["fails"]),
        ("25.0%", "less than in the base case", ["undetermined"]),  # so far off that another base may be meant
        ("9.6%", "less than upstream", []),
    ],
)
def test_growth_against_the_base_case(rate: str, tail: str, found: list[str]) -> None:
    paper = (
        expected()
        .say("With dearer locks it would be 281 in 2030.", ("281", "barges", 2030), page=9, is_forecast=True)
        .add(f"That is {rate} {tail}.", (rate, "less", 2030), page=9, is_forecast=True, direction="down")
    )
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(("by", "found"), [("21", ["holds"]), ("12", ["fails"])])
def test_a_difference_from_the_base_case(by: str, found: list[str]) -> None:
    paper = expected().say(
        f"With dearer locks it would be 281 in 2030, {by} less than in the base case.",
        ("281", "barges", 2030), (by, "barges", 2030), page=9, is_forecast=True,
    )  # fmt: skip
    assert told(paper.check(), "difference") == found


@pytest.mark.parametrize(("rate", "found"), [("6.3%", ["holds"]), ("3.6%", ["fails"])])
def test_another_amount_of_the_year_is_the_base_case_if_it_fits(rate: str, found: list[str]) -> None:
    paper = (
        expected()
        .say("Without any lock 300 barges will float in 2030.", ("300", "barges", 2030), page=7, is_forecast=True)
        .say("With dearer locks it would be 281 in 2030.", ("281", "barges", 2030), page=9, is_forecast=True)
        .add(f"That is {rate} below the base case.", (rate, "below", 2030), page=9, is_forecast=True, direction="down")
    )
    (finding,) = [f for f in paper.check().findings if f.rule == "growth_rate"]
    assert [finding.status] == found
    assert ("281 / 300" in finding.computation) == (found == ["holds"])  # else what is expected most


@pytest.mark.parametrize("case", ["比基准情形低", "比基准低", "较基准低"])
@pytest.mark.parametrize(("rate", "found"), [("7.0%", ["holds"]), ("9.6%", ["fails"])])
def test_lower_than_the_base_case_in_chinese(rate: str, case: str, found: list[str]) -> None:
    paper = expected("zh").say(
        f"若船闸涨价，2030年驳船281艘，{case}{rate}。",
        ("281", "驳船", 2030), (rate, "驳船", 2030), page=9, language="zh", is_forecast=True,
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(("words", "kind"), [("相当于基准预测的", "share"), ("比基准预测低", "growth")])
def test_what_comes_to_so_much_of_the_base_case_is_a_share_of_it(words: str, kind: str) -> None:
    paper = Paper().say(
        f"2030年驳船281艘，{words}93.0%。", ("281", "驳船", 2030), ("93.0%", "驳船", 2030), language="zh"
    )
    assert paper.claims()[-1].kind == kind


@pytest.mark.parametrize(
    ("case", "found"),
    [
        ("悲观情形下，", []),  # nothing that the chart expects
        ("在保守的方案中，", []),
        ("预计", ["fails"]),
    ],
)
def test_a_gloomy_case_is_not_what_a_chart_expects(case: str, found: list[str]) -> None:
    paper = (
        Paper()
        .chart("机器人销量", "万台", {"机器人销量": {"2024": "29", "2030": "61"}})
        .say(f"{case}2030年机器人销量为52万台。", ("52万台", "机器人销量", 2030), language="zh")
    )
    assert told(paper.check(), "text_vs_chart") == found

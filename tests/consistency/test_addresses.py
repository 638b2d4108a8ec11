"""Numbers of the text and the one cell of a chart or table that they point at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.consistency.build import Paper, told

RESORTS = [
    ["Province", "Resorts 2024", "Visitors 2023", "Visitors 2024"],
    ["Jilin", "66", "498", "612"],
    ["Heilongjiang", "84", "372", "438"],
    ["Hebei", "60", "341", "395"],
]


def paper(sentence: str, *numbers: tuple[str, str, int]) -> Paper:
    return Paper().table("Ski resorts by province", "", RESORTS).say(sentence, *numbers)


@pytest.mark.parametrize(("said", "status"), [("438", "holds"), ("448", "fails")])
def test_row_and_head_tell_the_cell(said: str, status: str) -> None:
    sentence = f"Many of them lie in Heilongjiang, which drew visitors numbering {said}."
    checked = paper(sentence, (said, "lie in which drew", 2024)).check()
    assert told(checked, "restated_value") == [status]


def test_the_figure_of_a_neighbour_is_no_misprint() -> None:
    checked = paper("Heilongjiang started with visitors numbering 372.", ("372", "started with", 2024)).check()
    assert "fails" not in told(checked, "restated_value")


def test_two_rows_in_one_clause_tell_no_cell() -> None:
    checked = paper("Visitors of Jilin and Hebei came to 1,107.", ("1,107", "visitors of", 2024)).check()
    assert "fails" not in told(checked, "restated_value")


@pytest.mark.parametrize(("bound", "fails"), [("430", False), ("450", True)])
def test_a_limit_is_held_against_the_cell(bound: str, fails: bool) -> None:
    made = paper(f"Heilongjiang passed {bound} visitors.", (bound, "Heilongjiang visitors", 2024))
    made.facts[-1] = replace(made.facts[-1], comparator=">", bound_low=made.facts[-1].value, bound_high=None)
    assert ("fails" in told(made.check(), "restated_value")) is fails


@pytest.mark.parametrize(("said", "status"), [("1,320", "holds"), ("1,230", "fails")])
def test_the_one_value_of_a_quarter_needs_no_name(said: str, status: str) -> None:
    def quarter(n: int) -> dict[str, object]:
        return {
            "period_start": date(2024, 3 * n - 2, 1), "period_end": date(2024, 3 * n, 30), "period_kind": "quarter",
            "period_basis": "sentence",
        }  # fmt: skip

    paper = Paper().chart("Ski lifts", "", {"Lifts": {"Q1": "1,105", "Q2": "1,214", "Q3": "1,320", "Q4": "1,402"}})
    paper.facts = [replace(f, **quarter(n)) for n, f in enumerate(paper.facts, 1)]
    paper.say(f"In its third quarter the fleet came to {said}.", (said, "fleet", None), **quarter(3))
    assert told(paper.check(), "text_vs_chart") == [status]


@pytest.mark.parametrize(("words", "found"), [("of the lifts", ["fails"]), ("of the cost", ["undetermined"])])
def test_a_share_of_what_a_chart_does_not_speak_of_points_at_none_of_it(words: str, found: list[str]) -> None:
    shares = {"Share": {"Jilin": "34%", "Hebei": "41%", "Heilongjiang": "25%"}}
    paper = Paper().chart("Share of lifts by province", "%", shares, kind="bar", period=2024)
    paper.say(f"Jilin took 47.0% {words} in 2024.", ("47.0%", "Jilin share", 2024))
    assert told(paper.check(), "text_vs_chart") == found

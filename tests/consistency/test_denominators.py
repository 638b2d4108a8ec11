"""What a price of the text is per: what the chart or table beside it is per."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told
from wpextract.consistency.facts_view import view

PRICES = {"Price": {"Oak": "812", "Ash": "717", "Elm": "640"}}


def priced(*unit: str) -> Paper:
    """A paper with a chart of prices, per so much of one thing or another on its page."""
    paper = Paper()
    for per in unit:
        at = len(paper.facts)
        paper.chart(f"Price of wood per {per}", f"RMB per {per}", PRICES, period=2024)
        paper.facts[at:] = [replace(f, unit_denominator=per) for f in paper.facts[at:]]
    return paper


@pytest.mark.parametrize(
    ("units", "sentence", "numbers", "dimensions"),
    [
        (["log"], "Oak costs RMB 812.", ["RMB 812"], ["money:CNY/log"]),
        # a difference of two prices is per the same, though it is no price of the chart
        (["log"], "Oak costs RMB 812, RMB 95 more than ash.", ["RMB 812", "RMB 95"], ["money:CNY/log"] * 2),
        (["log"], "The mill took RMB 24.1 million.", ["RMB 24.1 million"], ["money:CNY"]),  # no price of that order
        (["log"], "It paid RMB 95.", ["RMB 95"], ["money:CNY"]),
        (["log"], "Oak costs RMB 812 of RMB 3 million.", ["RMB 812", "RMB 3 million"], ["money:CNY/log", "money:CNY"]),
        (["log"], "Oak costs USD 812.", ["USD 812"], ["money:USD"]),
        (["log", "cord"], "Oak costs RMB 812.", ["RMB 812"], ["money:CNY"]),  # either may be meant
        ([], "Oak costs RMB 812.", ["RMB 812"], ["money:CNY"]),
    ],
)  # fmt: skip
def test_what_a_price_is_per(units: list[str], sentence: str, numbers: list[str], dimensions: list[str]) -> None:
    paper = priced(*units).say(sentence, *((n, "oak price", 2024) for n in numbers))
    assert [c.view.dimension for c in paper.claims()] == dimensions


def test_a_price_that_says_what_it_is_per_keeps_that() -> None:
    paper = priced("log").say("Oak costs RMB 812.", ("RMB 812", "oak price", 2024), unit_denominator="board")
    assert [c.view.dimension for c in paper.claims()] == ["money:CNY/board"]
    assert view(paper.facts[-1]).dimension == "money:CNY/board"


@pytest.mark.parametrize(("said", "status"), [("RMB 812", "holds"), ("RMB 821", "fails")])
def test_a_price_of_the_text_is_held_against_the_chart(said: str, status: str) -> None:
    paper = priced("log").say(f"Oak wood costs {said}.", (said, "price of oak wood", 2024))
    assert told(paper.check(), "text_vs_chart") == [status]


@pytest.mark.parametrize(("by", "status"), [("RMB 95", "holds"), ("RMB 59", "fails")])
def test_a_difference_of_prices_lies_between_those_of_the_chart(by: str, status: str) -> None:
    paper = priced("log").say(
        f"Oak costs RMB 812, {by} more than ash.", ("RMB 812", "oak price", 2024), (by, "oak price", 2024)
    )
    assert told(paper.check(), "difference") == [status]

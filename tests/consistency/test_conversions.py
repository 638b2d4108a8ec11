"""Which amounts in two currencies a printed rate of exchange converts into one another."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper

RATE = ("7.28", "average rate", 2024)


def converted(paper: Paper) -> list[tuple[str, str]]:
    """Status and computation of each conversion."""
    return [(f.status, f.computation) for f in paper.check().findings if f.rule == "fx_plausibility"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("a rise of RMB 436.8 million", 0), ("that is RMB 436.8 million", 1)],
)
def test_by_how_much_something_rose_is_no_amount_that_is_converted(words: str, found: int) -> None:
    paper = Paper().say(
        f"At the average rate of 7.28 the fleet took USD 60.0 million, {words}.",
        RATE, ("USD 60.0 million", "fleet", 2024), ("RMB 436.8 million", "fleet", 2024),
    )  # fmt: skip
    assert len(converted(paper)) == found


def test_amounts_of_one_sentence_are_nearer_to_a_rate_than_those_before() -> None:
    paper = (
        Paper()
        .say("The fleet had been promised USD 63.0 million.", ("USD 63.0 million", "fleet", 2024))
        .add(
            "It took USD 60.0 million, or RMB 451.6 million at the average rate of 7.28.",
            ("USD 60.0 million", "fleet", 2024), ("RMB 451.6 million", "fleet", 2024), RATE,
        )
    )  # fmt: skip
    ((found, computation),) = converted(paper)
    assert (found, "USD 60.0 million" in computation) == ("fails", True)


@pytest.mark.parametrize(
    ("apart", "found"),
    [
        (False, ["fails"]),  # 436.8 with another first digit
        (True, []),
    ],
)
def test_amounts_of_one_sentence_with_their_rate_are_conversions_however_far_off(apart: bool, found: list[str]) -> None:
    rmb = ("RMB 146.8 million", "fleet", 2024)
    usd = ("USD 60.0 million", "fleet", 2024)
    paper = Paper()
    if apart:
        paper.say("The fleet took USD 60.0 million.", usd).add(
            "At the average rate of 7.28 it lost RMB 146.8 million.", RATE, rmb
        )
    else:
        paper.say("The fleet took USD 60.0 million, or RMB 146.8 million at the average rate of 7.28.", usd, rmb, RATE)
    assert [status for status, _ in converted(paper)] == found

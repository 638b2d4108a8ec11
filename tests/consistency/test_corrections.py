"""When a document itself proves a label wrong, and when one number's word merely stands against another's."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper

TRADE = {"Trade": {"2022": "655", "2023": "612", "2024": "534"}}
UNSUPPORTED = "nothing else says which of the two is wrong"


def trade() -> Paper:
    """A chart of kiln trade in millions: 534 in 2024."""
    return Paper().chart("Kiln trade", "RMB million", TRADE)


def stated(paper: Paper, year: int, amount: str, page: int) -> Paper:
    said = f"RMB {amount} billion"
    return paper.say(f"Kiln trade was {said} in {year}.", (said, "kiln trade", year), page=page)


def corrected(paper: Paper) -> list[tuple[str, str, bool]]:
    """What each correction would have printed, its status, and whether its reason says that nothing supports it."""
    checked = paper.check()
    applied = {f.correction_id for f in checked.facts if f.correction_id}
    assert applied == {c.correction_id for c in checked.corrections if c.status == "applied"}
    return [(c.corrected, c.status, UNSUPPORTED in c.reason) for c in checked.corrections]


def test_one_number_against_another_is_only_proposed() -> None:
    assert corrected(stated(trade(), 2024, "5.34", page=3)) == [("534 RMB million", "proposed", True)]


def test_a_second_source_says_which_is_wrong() -> None:
    twice = stated(stated(trade(), 2024, "5.34", page=3), 2024, "5.34", page=7)
    assert corrected(twice) == [("RMB 10 million", "applied", False)]


def test_so_does_a_second_number_under_the_label() -> None:
    two = stated(stated(trade(), 2024, "5.34", page=3), 2023, "6.12", page=3)
    assert corrected(two) == [("RMB 10 million", "applied", False)]


@pytest.mark.parametrize(
    ("elsewhere", "found"),
    [
        ({2021: "7.83", 2020: "8.26"}, [("RMB 10 million", "applied", False)]),
        ({}, [("RMB 100 million", "proposed", True)]),  # either label may be the wrong one
        ({2021: "9.15", 2020: "9.78"}, [("RMB 100 million", "proposed", True)]),
    ],
)
def test_so_do_other_figures_that_bear_out_the_other_label(
    elsewhere: dict[int, str], found: list[tuple[str, str, bool]]
) -> None:
    heads = ["Region", *(f"Kiln trade {year}" for year in (2024, 2021, 2020))]
    paper = trade().table("Kiln trade", "RMB billion", [heads, ["Coast", "5.34", "7.83", "8.26"]], page=6)
    for year, amount in elsewhere.items():
        stated(paper, year, amount, page=8)
    assert corrected(paper) == found


def test_another_currency_is_told_by_two_numbers_at_least() -> None:
    trades = {"North": {"2024": "19.9", "2023": "18.1"}, "South": {"2024": "12.4", "2023": "11.3"}}
    paper = Paper().chart("Kiln trade by region", "RMB billion", trades)
    paper.say("Kiln trade in the north was USD 19.9 billion.", ("USD 19.9 billion", "Kiln trade north", 2024))
    assert corrected(paper) == []
    paper.say("Kiln trade in the south was USD 12.4 billion.", ("USD 12.4 billion", "Kiln trade south", 2024), page=5)
    assert corrected(paper) == [("USD billion", "applied", False)]


@pytest.mark.parametrize(
    ("fall", "found"),
    [
        ("12.7%", ("RMB 5.34 billion", "applied", False)),  # from 6.12 to 5.34 billion
        ("17.2%", ("RMB 5.34 billion", "proposed", True)),
    ],
)
def test_so_does_a_relation_that_fails_as_printed_and_holds_with_the_correction(
    fall: str, found: tuple[str, str, bool]
) -> None:
    paper = (
        stated(Paper(), 2024, "5.34", page=1)
        .say("Kiln trade came to RMB 534 million in 2024.", ("RMB 534 million", "kiln trade", 2024), page=5)
        .add(
            f"In 2023 kiln trade was RMB 6.12 billion, and in 2024 kiln trade fell by {fall}.",
            ("RMB 6.12 billion", "kiln trade", 2023), (fall, "kiln trade decline", 2024), page=5,
        )
    )  # fmt: skip
    assert corrected(paper) == [found]


def test_what_is_only_proposed_leaves_the_numbers_as_printed() -> None:
    checked = stated(trade(), 2024, "5.34", page=3).check()
    (finding,) = [f for f in checked.findings if f.rule == "unit_scale_mismatch"]
    assert (finding.status, finding.diagnosis) == ("fails", "RMB 5.34 billion should be 534 RMB million (factor 0.1).")
    assert [f.value for f in checked.facts if f.snippet == "RMB 5.34 billion"] == [5_340_000_000]

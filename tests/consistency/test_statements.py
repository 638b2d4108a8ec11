"""Tables of accounts: what is left of a profit when several costs are taken off."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told


def accounts(kept: str, names: tuple[str, ...] = ("Gross profit", "Wages", "Rent", "Cartage", "What is kept")) -> Paper:
    rows = [
        ["Item", "2022", "2023", "2024"],
        [names[0], "1,412", "1,538", "1,676"],
        [names[1], "402", "431", "458"],
        [names[2], "215", "219", "226"],
        [names[3], "87", "94", "103"],
        [names[4], "708", "794", kept],
    ]
    return Paper().table("Accounts of the ferry", "EUR thousand", rows)


@pytest.mark.parametrize(("kept", "status"), [("889", "holds"), ("898", "fails")])
def test_a_profit_less_several_costs(kept: str, status: str) -> None:
    assert told(accounts(kept).check(), "part_whole_sum") == [status, "holds", "holds"]


def test_a_row_that_is_no_remainder_in_any_year_is_none() -> None:
    rows = [["Item", "2022", "2023"], ["Sales", "1,412", "1,538"], ["Wages", "402", "431"], ["Rent", "215", "219"],
            ["Ferries", "333", "281"]]  # fmt: skip
    assert told(Paper().table("Accounts", "EUR thousand", rows).check(), "part_whole_sum") == []

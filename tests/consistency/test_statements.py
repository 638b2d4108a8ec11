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


@pytest.mark.parametrize(("total", "status"), [("234.6", "holds"), ("243.6", "fails")])
def test_a_dash_is_nothing_to_add(total: str, status: str) -> None:
    rows = [["Item", "Diesel", "Swap"], ["Truck", "38.6", "34.8"], ["Battery", "—", "41.6"], ["Energy", "168.4", "94.7"],
            ["Repair", "34.8", "28.4"], ["Resale", "(7.2)", "(5.8)"], ["Total", total, "193.7"], ["Cost a mile", "3.91", "3.23"]]  # fmt: skip
    assert status in told(Paper().table("Cost of trucks", "EUR thousand", rows).check(), "part_whole_sum")


@pytest.mark.parametrize(("total", "status"), [("282.3", "holds"), ("292.3", "fails")])
def test_a_row_that_counts_those_above_it_is_their_total(total: str, status: str) -> None:
    rows = [["Country", "Wells", "Spend"], ["Kenya", "34", "183.6"], ["Ethiopia", "9", "54.9"], ["Djibouti", "4", "26.4"],
            ["Tanzania", "3", "17.4"], ["Four countries", "50", total]]  # fmt: skip
    assert status in told(Paper().table("Wells", "EUR thousand", rows).check(), "part_whole_sum")


def test_a_last_row_that_is_the_sum_of_all_others_is_no_part_whatever_it_is_called() -> None:
    rows = [["Province", "Capacity 2024"], ["Alba", "62.4"], ["Brack", "58.7"], ["Corran", "51.3"], ["China", "172.4"]]
    paper = Paper().table("Capacity by province", "EUR thousand", rows)
    paper.say("Alba has the largest capacity, 62.4 EUR thousand.", ("62.4 EUR thousand", "Alba capacity", 2024))
    assert told(paper.check(), "superlative") == ["holds"]

"""What a table shows by its columns and rows alone: changes over any years, yearly means, and the row that closes it."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told


def table(head: str, first: str, last: str, rates: list[str]) -> Paper:
    amounts = [("Oak", "412", "537"), ("Ash", "268", "391"), ("Elm", "745", "866"), ("Fir", "153", "204")]
    rows = [[name, a, b, rate] for (name, a, b), rate in zip(amounts, rates, strict=True)]
    return Paper().table("Looms by timber", "thousand", [["Timber", first, last, head], *rows])


@pytest.mark.parametrize(("elm", "first"), [("16.2%", "holds"), ("12.6%", "fails")])
@pytest.mark.parametrize("head", ["Change", "2021-2024", "变动"])
def test_a_column_of_changes_over_several_years(head: str, elm: str, first: str) -> None:
    paper = table(head, "2021", "2024", ["30.3%", "45.9%", elm, "33.3%"])
    assert told(paper.check(), "growth_rate") == [first, "holds", "holds", "holds"]
    assert told(paper.check(), "cagr") == []


@pytest.mark.parametrize(("elm", "first"), [("5.1%", "holds"), ("1.5%", "fails")])
@pytest.mark.parametrize("head", ["Growth a year", "Annual growth", "年均增长"])
def test_a_column_of_yearly_means(head: str, elm: str, first: str) -> None:
    paper = table(head, "2024", "2027", ["9.2%", "13.4%", elm, "10.1%"])
    assert told(paper.check(), "cagr") == [first, "holds", "holds", "holds"]
    assert told(paper.check(), "growth_rate") == []


def test_percentages_beside_two_years_need_not_be_changes() -> None:
    paper = table("Moisture", "2021", "2024", ["31.3%", "45.2%", "12.6%", "38.4%"])
    assert told(paper.check(), "growth_rate") == told(paper.check(), "cagr") == []


@pytest.mark.parametrize(("last", "found"), [("1,933", ["holds", "holds"]), ("1,939", ["fails", "holds"])])
def test_the_last_row_closes_a_table_under_any_name(last: str, found: list[str]) -> None:
    rows = [["Oak", "412", "604"], ["Ash", "268", "418"], ["Elm", "745", "911"], ["Old town", "1,425", last]]
    paper = Paper().table("Looms", "", [["Timber", "2023", "2024"], *rows])
    assert told(paper.check(), "part_whole_sum") == found


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_a_row_among_others_closes_nothing(at: int) -> None:
    rows = [["Oak", "412", "604"], ["Ash", "268", "418"], ["Elm", "745", "911"], ["Fir", "96", "87"]]
    rows.insert(at, ["Old town", "1,425", "1,939"])
    assert told(Paper().table("Looms", "", [["Timber", "2023", "2024"], *rows]).check(), "part_whole_sum") == []


@pytest.mark.parametrize(("last", "status"), [("1,578", "holds"), ("1,587", "fails")])
@pytest.mark.parametrize("others", ["Others", "All others"])
def test_all_others_are_no_total(others: str, last: str, status: str) -> None:
    rows = [["Oak", "412"], ["Ash", "268"], ["Elm", "745"], [others, "153"], ["Total", last]]
    (finding,) = Paper().table("Looms", "", [["Timber", "2024"], *rows]).check().findings
    assert finding.status == status
    assert finding.computation.startswith("412 + 268 + 745 + 153 = ")


def test_a_row_that_three_columns_add_up_is_told_however_far_off_the_fourth_is() -> None:
    rows = [
        ["Item", "Mills 2023", "Mills 2024", "Looms 2023", "Looms 2024"],
        ["Income", "4,310", "5,120", "2,740", "3,480"],
        ["Outlay", "3,120", "3,510", "1,530", "1,820"],
        ["Left", "1,190", "1,610", "1,210", "1,260"],
    ]
    found = told(Paper().table("Accounts", "EUR thousand", rows).check(), "part_whole_sum")
    assert found.count("fails") == 1 and found.count("holds") == 3

"""What a table shows by its columns and rows alone: changes over any years, yearly means, and the row that closes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told
from wpextract.consistency.grids import own_names, without_period


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
    found = told(Paper().table("Accounts", "EUR thousand", rows).check(), "difference")
    assert found.count("fails") == 1 and found.count("holds") == 3


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        (["Cost (USD) Kenya", "Cost (USD) Assam"], ["Kenya", "Assam"]),
        (["Cost of tea", "Price of tea"], ["Cost of tea", "Price of tea"]),
        (["Cost", "Cost Kenya"], ["Cost", "Cost Kenya"]),  # one has nothing of its own
        (["Cost Kenya"], ["Cost Kenya"]),
    ],
)
def test_a_column_goes_by_what_follows_the_head_that_all_share(heads: list[str], names: list[str]) -> None:
    assert own_names(heads) == names


TEA = [
    ["Work", "Cost (USD) Kenya", "Cost (USD) Ceylon", "Cost (USD) Assam"],
    ["Picking", "412", "618", "371"],
    ["Drying", "96", "88", "104"],
]


@pytest.mark.parametrize(("times", "status"), [("1.5 times", "holds"), ("2.5 times", "fails")])
def test_a_text_need_not_say_the_head_of_a_column(times: str, status: str) -> None:
    paper = (
        Paper()
        .table("What tea takes", "USD", TEA)
        .say(f"Picking in Ceylon takes {times} as much as in Kenya.", (times, "picking multiple", 2024))
    )
    assert told(paper.check(), "multiple") == [status]


def test_nor_is_it_part_of_the_name_of_a_cell() -> None:
    names = Paper().table("What tea takes", "USD", TEA).material().names_of.values()
    assert {x for labels in names for x in labels} == {"picking", "drying", "kenya", "ceylon", "assam"}


def test_what_a_share_gained_in_points_is_no_rate() -> None:
    rows = [["Timber", "2021", "2024", "Change"], ["Oak", "412", "537", "30.3%"], ["Ash", "268", "391", "45.9%"]]
    rows += [["Elm", "745", "866", "16.2%"], ["Share of oak", "31.0%", "33.0%", "2.0 points %"]]
    found = told(Paper().table("Looms by timber", "thousand", rows).check(), "growth_rate")
    assert found == ["holds", "holds", "holds"]


@pytest.mark.parametrize(("head", "found"), [("Growth 2024", []), ("CAGR 2024", ["fails"])])
def test_a_compound_rate_is_not_restated_by_the_growth_of_a_year(head: str, found: list[str]) -> None:
    paper = (
        Paper()
        .table("Growth of looms", "%", [["Loom", head], ["Oak looms", "14.1%"], ["Ash looms", "9.9%"]], page=3)
        .say("Oak looms grow at a compound annual rate of 11.4% to 2024.", ("11.4%", "oak looms CAGR", 2024))
    )
    assert told(paper.check(), "restated_value") == found


@pytest.mark.parametrize(("last", "first"), [("1,933", "holds"), ("1,939", "fails")])
def test_a_total_under_all_rows_is_one_though_a_column_is_of_averages(last: str, first: str) -> None:
    rows = [["Oak", "412", "604", "31.2"], ["Ash", "268", "418", "28.4"], ["Elm", "745", "911", "19.9"]]
    heads = ["Timber", "2023", "2024", "Age"]
    paper = Paper().table("Looms", "", [heads, *rows, ["Total", "1,425", last, "24.1"]])
    assert told(paper.check(), "part_whole_sum") == [first, "holds"]


@pytest.mark.parametrize(("gap", "status"), [("917", "holds"), ("817", "fails")])
def test_what_one_row_leaves_of_another_is_a_difference(gap: str, status: str) -> None:
    rows = [["", "2022", "2023", "2024"], ["Demand", "1,850", "2,210", "2,720"], ["Supply", "1,320", "1,540", "1,803"],
            ["Gap", "530", "670", gap]]  # fmt: skip
    checked = Paper().table("Persons wanted", "", rows).check()
    assert told(checked, "difference")[:1] == [status]
    assert told(checked, "part_whole_sum") == []


@pytest.mark.parametrize(("local", "status"), [("30,749", "holds"), ("3,075", "fails")])
def test_what_a_table_converts_row_by_row_is_a_matter_of_rates(local: str, status: str) -> None:
    rows = [["Country", "USD million", "Rate per USD", "RMB million"], ["Alba", "1,940", "15.85", local],
            ["Brack", "1,210", "35.30", "42,713"], ["Corran", "1,120", "25.05", "28,056"], ["Dorn", "640", "57.30", "36,672"]]  # fmt: skip
    paper = Paper().table("Markets in 2024", "", rows)
    money = {"USD million": ("USD", "money"), "RMB million": ("CNY", "money")}
    paper.facts = [
        replace(f, currency=money[f.series][0], kind="money", unit=money[f.series][0]) if f.series in money else f
        for f in paper.facts
    ]
    assert told(paper.check(), "fx_plausibility")[:1] == [status]
    assert told(paper.check(), "product_or_share_of") == []


@pytest.mark.parametrize(("fall", "status"), [("27.6%", "holds"), ("37.6%", "fails")])
def test_a_column_of_declines_tells_their_size(fall: str, status: str) -> None:
    rows = [["Part", "2022", "2024", "Decline"], ["Stack", "2,200", "1,430", "35.0%"], ["Pump", "380", "275", fall],
            ["Valve", "120", "96", "20.0%"], ["Frame", "540", "459", "15.0%"]]  # fmt: skip
    assert told(Paper().table("Unit cost", "RMB", rows).check(), "growth_rate")[:1] == [status]


def test_rows_that_begin_with_one_word_are_told_apart() -> None:
    rows = [["Segment", "Sales", "All sales"], ["Electric buses", "10.3", "34.1"], ["Electric trucks", "10.9", "34.1"],
            ["Charging", "6.4", "34.1"], ["Services", "6.5", "34.1"]]  # fmt: skip
    shares = {
        "Share": {"Electric trucks": "32.0%", "Charging": "18.8%", "Services": "19.1%", "Electric buses": "30.2%"}
    }
    paper = Paper().table("Sales by segment in 2024", "USD billion", rows)
    assert "fails" not in told(paper.chart("Sales by segment", "%", shares, kind="pie").check(), "product_or_share_of")


@pytest.mark.parametrize("label", ["2024H2", "2023Q1", "H1 2024", "1H24", "2024上半年", "Q3 2022"])
def test_a_part_of_a_year_names_nothing(label: str) -> None:
    assert without_period(label) == ""

"""Lines that are entry by entry the quotient of two others, or the shares of one whole, wherever they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told

RULE = "product_or_share_of"
LOOMS = {"2021": "41.3", "2022": "46.8", "2023": "52.7", "2024": "58.9"}  # thousand
PRICE = {"2021": "318", "2022": "304", "2023": "297", "2024": "286"}  # RMB
SALES = {"2021": "13.13", "2022": "14.23", "2023": "15.65", "2024": "16.85"}  # RMB million


def trade(price: dict[str, str] = PRICE, sales: dict[str, str] = SALES, title: str = "Price of a loom") -> Paper:
    return (
        Paper()
        .chart("Looms sold", "thousand", {"Looms": LOOMS}, page=3)
        .chart(title, "RMB", {"Price": price}, page=8)
        .chart("What weavers paid", "RMB million", {"Sales": sales}, page=15)
    )


@pytest.mark.parametrize(("last", "found"), [("16.85", ["holds"] * 4), ("18.65", ["fails", *["holds"] * 3])])
def test_pieces_of_one_chart_times_their_price_in_another_are_the_sales_of_a_third(last: str, found: list[str]) -> None:
    assert told(trade(sales=SALES | {"2024": last}).check(), RULE) == found


def test_the_finding_tells_the_quotient_with_the_pages_of_all_three() -> None:
    (finding,) = [f for f in trade(sales=SALES | {"2024": "18.65"}).check().findings if f.status == "fails"]
    assert "18.65 RMB million / 58.9 thousand" in finding.computation
    assert finding.pages == (3, 8, 15)


@pytest.mark.parametrize(
    ("price", "sales"),
    [
        ({y: PRICE[y] for y in ("2023", "2024")}, SALES),  # two entries
        ({"2021": "0.3", "2022": "0.3", "2023": "0.3", "2024": "0.3"}, SALES),  # nor is there a digit that tells
        (PRICE, SALES | {"2023": "11.92", "2024": "18.65"}),  # half of them are something else
    ],
)
def test_too_few_entries_or_digits_prove_nothing(price: dict[str, str], sales: dict[str, str]) -> None:
    assert told(trade(price, sales).check(), RULE) == []


def test_rates_of_growth_are_no_quotients() -> None:
    other = {"2021": "512", "2022": "498", "2023": "471", "2024": "466"}
    rates = {"2021": "8.1%", "2022": "9.4%", "2023": "11.2%", "2024": "12.6%"}  # of one by the other
    found = {}
    for title in ("Looms a year", "Growth of looms"):
        paper = (
            Paper()
            .chart("Looms sold", "thousand", {"Looms": LOOMS}, page=3)
            .chart("Weavers", "thousand", {"Weavers": other}, page=8)
            .chart(title, "%", {title: rates}, page=15)
        )
        found[title] = told(paper.check(), RULE)
    assert found == {"Looms a year": ["holds"] * 4, "Growth of looms": []}


# -- shares of one whole

ROWS = [
    ["Dye house", "Output 2024"],
    ["Aldous Dyes", "1,184"],
    ["Orrin Vats", "920"],
    ["Selby Madder", "624"],
    ["Ewart", "188"],
]


def slices(selby: str = "19.6%", whole: str = "3,183", names: str = "Aldous Orrin Selby Ewart") -> Paper:
    """A pie of shares, a table of amounts pages behind it, and somewhere else what they are of."""
    marks = dict(zip(names.split(), ("37.2%", "28.9%", selby, "5.9%"), strict=True)) | {"Others": "8.4%"}
    return (
        Paper()
        .chart("Who dyes wool, 2024", "%", {"Share": marks}, kind="pie", period=2024, page=4)
        .table("Dye houses", "tonnes", ROWS, page=11)
        .say(f"All dyers made {whole} tonnes.", (whole, "all dyers", 2024), page=17)
    )


@pytest.mark.parametrize(("selby", "found"), [("19.6%", ["holds"] * 4), ("16.9%", ["fails", *["holds"] * 3])])
def test_slices_are_the_amounts_of_a_table_over_a_whole_that_the_text_states(selby: str, found: list[str]) -> None:
    assert told(slices(selby).check(), RULE) == found  # "Aldous" is "Aldous Dyes"


@pytest.mark.parametrize(
    ("whole", "names"),
    [
        ("4,183", "Aldous Orrin Selby Ewart"),  # no amount that gives the shares
        ("3,183", "Dyes Vats Madder Lye"),  # nor are those the names of the table
    ],
)
def test_shares_of_another_whole_or_of_others_are_left_alone(whole: str, names: str) -> None:
    assert told(slices(whole=whole, names=names).check(), RULE) == []


# -- units that leave out a power of ten

HEAT = {"2021": "214.6", "2022": "231.9", "2023": "248.3", "2024": "263.7"}  # GWh
TARIFF = {"2021": "46.2", "2022": "51.8", "2023": "49.4", "2024": "47.9"}  # RMB thousand
BILLS = {"2021": "9.91", "2022": "12.01", "2023": "12.27", "2024": "12.63"}  # RMB million


@pytest.mark.parametrize(("last", "found"), [("12.63", ["holds"] * 4), ("16.23", ["fails", *["holds"] * 3])])
def test_a_price_for_a_gwh_is_of_watt_hours_but_for_a_power_of_ten(last: str, found: list[str]) -> None:
    paper = Paper().chart("Tariff", "RMB thousand", {"Tariff": TARIFF}, page=8)
    paper.facts = [replace(f, unit_denominator="GWh") for f in paper.facts]
    paper.chart("Heat sold", "GWh", {"Heat": HEAT}, page=3)
    paper.chart("Heating bills", "RMB million", {"Bills": BILLS | {"2024": last}}, page=15)
    assert told(paper.check(), RULE) == found

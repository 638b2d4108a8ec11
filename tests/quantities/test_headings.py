"""Which unit a cell has: its headings' own, what their words mean, or the table's."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wpextract.quantities import note_of_cell, table_units, with_columns


def unit_of(caption: str, column: str, row: str = "North", headings: tuple[str, ...] = ()) -> tuple[str, int]:
    units = table_units(caption, (column, row, *headings))
    note = note_of_cell((column,), (row,), units)
    return ("1", 1) if note is None else (note.unit, int(note.scale))


@pytest.mark.parametrize(
    ("caption", "column", "row", "unit", "scale"),
    [
        ("(RMB million)", "2024", "Revenue", "CNY", 10**6),
        ("(RMB million)", "2024", "Revenue growth", "%", 1),
        ("(RMB million)", "2024", "Growth (%)", "%", 1),
        ("(RMB million)", "YoY", "Revenue", "%", 1),
        ("(RMB million)", "Share of total", "Revenue", "%", 1),
        ("(RMB million)", "2024", "Share capital", "CNY", 10**6),
        ("(RMB million)", "2024", "Revenue per store", "CNY", 1),
        ("(RMB million)", "2024", "Number of stores", "1", 1),
        ("Cost in US dollars per kilometre", "Cost per km, 2024", "Alpha", "USD", 1),
        ("(RMB million)", "Rank", "Alpha", "1", 1),
        ("(RMB million)", "Sales (USD thousand)", "Alpha", "USD", 1000),
        ("(thousand units)", "Vehicles per charger", "Alpha", "1", 1),
        ("(thousand units)", "Per 10,000 people", "Alpha", "1", 1),
        ("(thousand units)", "Price ratio", "Alpha", "1", 1),
        ("(in millions of dollars, except per share data)", "2024", "Earnings per share", "USD", 1),
        ("(in millions of dollars, except per share data)", "2024", "Net income", "USD", 10**6),
        ("单位：亿元", "2024年", "营业收入", "CNY", 10**8),
        ("单位：亿元", "同比", "营业收入", "%", 1),
        ("单位：亿元", "2024年", "毛利率", "%", 1),
        ("单位：亿元", "出货量（万台）", "甲公司", "1", 10**4),
        ("单位：亿元（另注除外）", "2024年", "电池收入", "CNY", 10**8),
        ("(USD thousand)", "2024", "Integration and margin", "USD", 1000),  # an item of a price
        ("(USD thousand)", "2024", "Margin", "%", 1),
    ],
)
def test_a_tables_unit_reaches_only_headings_that_say_no_other(
    caption: str, column: str, row: str, unit: str, scale: int
) -> None:
    assert unit_of(caption, column, row) == (unit, scale)


def test_a_caption_of_several_clauses_gives_each_heading_its_own() -> None:
    caption = "(volume in million, revenue in USD billion; last column in %)"
    units = table_units(caption)
    scales = [note_of_cell((h,), (), units) for h in ("Volume 2024", "Revenue", "Region")]
    assert [n and n.scale for n in scales] == [Decimal(10**6), Decimal(10**9), None]
    last = note_of_cell(("2024",), (), units, is_last_column=True)
    assert last is not None
    assert last.unit == "%"


def test_a_clause_speaks_for_the_headings_that_use_its_words_alone() -> None:
    headings = ("Revenue 2024", "Cold stores", "Number of stores", "Trucks")
    units = table_units("(revenue in RMB million; stores in thousand m3)", headings)
    notes = [note_of_cell((h,), (), units) for h in headings]
    assert [n and (n.unit, int(n.scale)) for n in notes] == [("CNY", 10**6), ("m**3", 1000), None, None]


def test_a_price_is_of_one_piece_unless_the_caption_speaks_of_prices() -> None:
    assert unit_of("(RMB million)", "Price 2024") == ("CNY", 1)
    units = table_units("Prices in RMB 10 thousand; payback in months", ("Price 2024", "Price growth", "Payback"))
    notes = [note_of_cell((h,), (), units) for h in ("Price 2024", "Price growth", "Payback")]
    assert [n and (n.unit, int(n.scale)) for n in notes] == [("CNY", 10**4), ("%", 1), ("month", 1)]


@pytest.mark.parametrize(
    ("column", "unit", "scale"),
    [("Cost per cell", "USD", 1), ("Cost", "1", 1), ("Price per kit 2024", "CNY", 1000), ("Revenue", "CNY", 10**6)],
)
def test_a_clause_that_speaks_of_amounts_per_piece_is_for_columns_per_piece(column: str, unit: str, scale: int) -> None:
    caption = "revenue in RMB million; cost per cell in USD; price per kit in RMB thousand"
    assert unit_of(caption, column) == (unit, scale)


@pytest.mark.parametrize(
    ("written", "unit", "per"),
    [("thousand m3", "m**3", None), ("million m²", "m**2", None), ("km2", "km**2", None), ("USD/m3", "USD", "m**3")],
)
def test_squares_and_cubes_in_a_caption(written: str, unit: str, per: str | None) -> None:
    general = table_units(f"({written})").general
    assert general is not None
    assert (general.unit, general.unit_denominator) == (unit, per)


def test_a_lone_clause_that_names_a_column_leaves_the_others() -> None:
    headings = ("Revenue 2023", "Revenue 2024", "Sites")
    caption = "(revenue in USD million)"
    assert unit_of(caption, "Revenue 2024", headings=headings) == ("USD", 10**6)
    assert unit_of(caption, "Sites", headings=headings) == ("1", 1)
    assert unit_of(caption, "2024", headings=("2023", "2024")) == ("USD", 10**6)


def test_a_row_is_not_named_by_a_clause_that_a_column_uses() -> None:
    caption = "(revenue in RMB million; stores in thousand m3)"
    heads = ("Company", "Revenue", "Stores", "Trucks")
    units = table_units(caption, (*heads, "Northern Stores"), heads)
    assert note_of_cell(("Trucks",), ("Northern Stores",), units) is None
    assert (stores := note_of_cell(("Stores",), ("Northern Stores",), units)) is not None and stores.scale == 1000


@pytest.mark.parametrize(
    ("heading", "unit", "scale"),
    [
        ("Value 2024", "USD", 10**9),
        ("Sales", "USD", 10**9),
        ("Deliveries", "1", 10**6),
        ("Average price (USD)", "USD", 1),
    ],
)
def test_a_caption_of_two_units_gives_money_to_the_headings_of_money(heading: str, unit: str, scale: int) -> None:
    known = ("Deliveries", "Value 2024", "Sales")
    note = note_of_cell((heading,), ("North",), table_units("(million units; USD billion)", known))
    assert note is not None
    assert (note.unit, int(note.scale)) == (unit, scale)


def test_a_caption_of_two_units_none_of_which_a_heading_tells_means_the_first() -> None:
    units = table_units("(million units; USD billion)", ("2023", "2024"))
    note = note_of_cell(("2024",), ("North",), units)
    assert note is not None
    assert (note.unit, int(note.scale)) == ("1", 10**6)


@pytest.mark.parametrize(
    ("caption", "column", "unit"),
    [
        ("In CHF million; change and share in %", "2024", "CHF"),
        ("In CHF million; change and share in %", "Change", "%"),
        ("Revenue by town in RMB million; growth in %; shops at end-2024 in number", "2024", "CNY"),
        ("Revenue by town in RMB million; growth in %; shops at end-2024 in number", "Shops", "1"),
        ("Revenue by town in RMB million; growth in %; shops at end-2024 in number", "Growth", "%"),
        ("单位 万吨（企业数为家）", "2024年产量", "t"),
        ("单位 万吨（企业数为家）", "年末企业数", "1"),
    ],
)
def test_a_caption_that_tells_the_units_of_several_columns(caption: str, column: str, unit: str) -> None:
    assert unit_of(caption, column, headings=("2024", "Growth", "Shops", "年末企业数"))[0] == unit


@pytest.mark.parametrize(
    ("caption", "unit", "scale"),
    [("(USD million)", "USD", 10**6), ("(thousand units)", "1", 1000), ("单位：亿元", "CNY", 10**8), ("", "CAD", 1)],
)
def test_a_bare_code_of_a_currency_names_a_row_where_the_caption_tells_the_unit(
    caption: str, unit: str, scale: int
) -> None:
    assert unit_of(caption, "2024", row="CAD") == (unit, scale)


@pytest.mark.parametrize(
    ("caption", "column", "unit", "scale"),
    [
        ("授权单位：万套；收入：亿元", "授权收入", "CNY", 10**8),
        ("授权单位：万套；收入：亿元", "收入授权", "1", 10**4),
        ("licences in thousand; revenue in EUR million", "Licence revenue", "EUR", 10**6),
        ("licences in thousand; revenue in EUR million", "Revenue licences", "1", 1000),
    ],
)
def test_of_two_clauses_that_a_heading_uses_the_one_it_ends_in_counts(
    caption: str, column: str, unit: str, scale: int
) -> None:
    assert unit_of(caption, column) == (unit, scale)


@pytest.mark.parametrize(
    ("column", "unit", "scale"),
    [("Wells", "1", 1), ("Average depth", "1", 1), ("Cost per well", "USD", 10**6), ("Drilling spend", "USD", 10**6)],
)
def test_a_clause_that_names_several_columns_is_for_these_alone(column: str, unit: str, scale: int) -> None:
    headings = ("Country", "Wells", "Average depth", "Cost per well", "Drilling spend")
    note = note_of_cell((column,), ("North",), table_units("Cost and spending in USD million", headings))
    assert ("1", 1) if note is None else (note.unit, int(note.scale)) == (unit, scale)


@pytest.mark.parametrize("row", ["亿航智能", "拾光里", "千方科技", "Micro LED / Si-OLED"])
def test_a_name_that_begins_with_a_numeral_or_has_a_slash_is_no_unit(row: str) -> None:
    assert unit_of("单位：亿元", "2024年收入", row) == ("CNY", 10**8)


def test_a_gloss_whose_bracket_was_taken_off_says_the_unit_once() -> None:
    assert unit_of("(RMB 亿 (100 million))", "2024", "North") == ("CNY", 10**8)


def test_a_unit_for_what_one_column_tells_per_piece_is_not_that_of_the_others() -> None:
    units = table_units("Cost in US dollars per kilometre", ("Method", "Crew (persons)", "Cost per km, 2024"))
    crew, cost = (note_of_cell((h,), ("Raft",), units) for h in ("Crew (persons)", "Cost per km, 2024"))
    assert (crew and crew.currency, cost and cost.unit, cost and cost.unit_denominator) == (None, "USD", "km")


@pytest.mark.parametrize(
    ("columns", "scale"),
    [
        ([("Cost per vessel", "2023"), ("Cost per vessel", "2024")], 10_000),  # nothing else could be in ten thousands
        ([("Cost per vessel",), ("Share (%)",)], 10_000),
        ([("Cost per vessel",), ("Number of vessels",)], 10_000),
        ([("Price, 2024",)], 10_000),
        ([("Cost per vessel",), ("Revenue",)], 1),
        ([("Cost per vessel",), ("2024",)], 1),
    ],
)
def test_the_unit_of_a_table_is_that_of_amounts_per_piece_where_no_other_column_has_it(
    columns: list[tuple[str, ...]], scale: int
) -> None:
    units = with_columns(table_units("RMB 10 thousand"), columns)
    note = note_of_cell(columns[0], ("Hull",), units)
    assert note is not None and (note.unit, int(note.scale)) == ("CNY", scale)

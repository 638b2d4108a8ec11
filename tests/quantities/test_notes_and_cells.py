"""Unit notes, and the numbers of cells, labels and ticks under them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wpextract.quantities import lost_dash, note_in_label, parse_unit_note, read_cell, scale_of_caption


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [
        ("Unit: RMB Billion", "CNY", 10**9),
        ("单位:亿元", "CNY", 10**8),
        ("(100 million yuan)", "CNY", 10**8),
        ("in millions of RMB", "CNY", 10**6),
        ("RMB ten thousand", "CNY", 10**4),
        ("RMB 100 million / USD", "CNY", 10**8),
        ("thousands of million yuan", "CNY", 10**9),
        ("单位：万元，%", "CNY", 10**4),
        ("亿美元", "USD", 10**8),
        ("十亿元", "CNY", 10**9),
        ("RMB billion unless stated", "CNY", 10**9),
        ("USD billion; per cent", "USD", 10**9),
        ("US$’000", "USD", 1000),
        ("€m", "EUR", 10**6),
        ("(All amounts expressed in thousands of U.S. dollars)", "USD", 1000),
        ("EFLOPS", "EFLOPS", 1),
        ("kt = thousand tonnes", "kt", 1),
        ("Thousand tonnes of clay and sand", "t", 1000),
        ("亿千瓦时", "kWh", 10**8),
        ("Unit: %", "%", 1),
        ("(thousand units, end of year)", "1", 1000),
        ("(in thousands, except percentages)", "1", 1000),
        ("万台", "1", 10**4),
        ("Unit: 10 MW (万千瓦)", "MW", 10),
        ("Unit: 10 thousand racks (万架), end of year", "1", 10**4),
    ],
)
def test_unit_notes(text: str, unit: str, scale: int) -> None:
    note = parse_unit_note(text)
    assert note is not None
    assert (note.unit, note.scale) == (unit, scale)


@pytest.mark.parametrize(
    "text",
    [
        "Revenue", "Sales", "Figure 3: Growth of the market", "2024", "", "Source: survey",
        "units as shown in the second column", "currency units per USD", "units per US dollar", "year end",
    ],
)  # fmt: skip
def test_what_is_no_unit_note(text: str) -> None:
    assert parse_unit_note(text) is None


def test_a_note_names_what_is_counted_and_per_what() -> None:
    models, price = parse_unit_note("Unit: Models"), parse_unit_note("单位：元/千瓦时")
    assert models is not None
    assert price is not None
    assert models.counted_noun == "Models"
    assert (price.currency, price.unit_denominator) == ("CNY", "kWh")


@pytest.mark.parametrize(
    ("text", "unit", "scale", "denominator"),
    [
        ("EUR per 100 kg", "EUR", 1, "100 kg"),
        ("EUR thousand per 10 ha", "EUR", 1000, "10 hectare"),
        ("L/100 km", "L", 1, "100 km"),
        ("元/百公斤", "CNY", 1, "100 kg"),
        ("(per 1,000 flats)", "1", 1, "1000 flats"),
        ("USD per tonne of annual capacity", "USD", 1, "t"),
        ("EUR per MWh of heat", "EUR", 1, "MWh"),
        ("Cases per million people", "1", 1, "1000000 people"),
    ],
)
def test_the_number_that_a_note_counts_per_is_no_scale(text: str, unit: str, scale: int, denominator: str) -> None:
    note = parse_unit_note(text)
    assert note is not None
    assert (note.unit, note.scale, note.unit_denominator) == (unit, scale, denominator)


@pytest.mark.parametrize(
    ("text", "scale", "noun"),
    [
        ("Thousand head", 1000, "head"),
        ("Thousand head of sheep", 1000, "head of sheep"),
        ("Million full-time equivalents", 10**6, "full-time equivalents"),
        ("million trees", 10**6, "trees"),
    ],
)
def test_a_scale_and_a_noun(text: str, scale: int, noun: str) -> None:
    note = parse_unit_note(text)
    assert note is not None
    assert (note.unit, note.scale, note.counted_noun) == ("1", scale, noun)


@pytest.mark.parametrize(
    ("label", "unit", "scale"),
    [
        ("Operating profit (£m)", "GBP", 10**6),
        ("Total bookings (in millions)", "1", 10**6),
        ("Growth (%)", "%", 1),
        ("% of revenue", "%", 1),
        ("(% of tonnage)", "%", 1),
        ("% of total cost", "%", 1),
        ("营业收入（亿元）", "CNY", 10**8),
        ("Segment revenue RMB'Million", "CNY", 10**6),
    ],
)
def test_the_unit_in_a_label(label: str, unit: str, scale: int) -> None:
    note = note_in_label(label)
    assert note is not None
    assert (note.unit, note.scale) == (unit, scale)


def test_the_scale_of_a_table_is_found_in_its_caption() -> None:
    note = scale_of_caption(["Revenue was as follows (dollars in thousands):", "more words"])
    assert note is not None
    assert note.scale == 1000
    assert scale_of_caption(["Revenue rose."]) is None


@pytest.mark.parametrize(
    ("cell", "note", "value", "unit"),
    [
        ("1,125", "单位:万元", "11250000", "CNY"),
        ("(3.2)", "RMB Billion", "-3200000000", "CNY"),
        ("(35,569 )", "(in thousands)", "-35569000", "1"),
        ("43%", "RMB Billion", "43", "%"),
        ("(10.3%)", "RMB Billion", "-10.3", "%"),
        ("2.72million", "单位:亿元", "2720000", "CNY"),
        ("+3.1", "%", "3.1", "%"),
        ("$ 64,798", "(in thousands)", "64798000", "USD"),
        ("1,234(1)", "RMB million", "1234000000", "CNY"),
        ("12.5*", "%", "12.5", "%"),
        ("12.3亿元", "%", "1230000000", "CNY"),
        ("3.5x", "RMB Billion", "3.5", "x"),
        ("Break 7,000", "RMB Billion", "7000000000000", "CNY"),
        ("yoy50.3%", "RMB Billion", "50.3", "%"),
    ],
)
def test_cells(cell: str, note: str, value: str, unit: str) -> None:
    quantity = read_cell(cell, parse_unit_note(note))
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("cell", "value"), [("–2.8%", "-2.8"), ("—2.8", "-2.8"), ("– 2.8%", "2.8")])
def test_a_dash_that_touches_a_lone_number_is_its_minus(cell: str, value: str) -> None:
    quantity = read_cell(cell, None)
    assert quantity is not None
    assert quantity.value == Decimal(value)


@pytest.mark.parametrize("cell", ["—", "-", "–", "n/a", "N/A", "", "  ", "Total", "5.6 (2024)", "无", "x" * 500])
def test_cells_without_a_number(cell: str) -> None:
    assert read_cell(cell, parse_unit_note("RMB Billion")) is None


def test_a_cell_keeps_its_comparator_range_and_decimals() -> None:
    over, range_ = read_cell("160+", None), read_cell("70–75", parse_unit_note("%"))
    scaled = read_cell("7.5", parse_unit_note("RMB Billion"))
    assert over is not None
    assert range_ is not None
    assert scaled is not None
    assert over.comparator == ">="
    assert (range_.value_low, range_.value_high, range_.value) == (70, 75, None)
    assert (scaled.decimals, scaled.bound_low) == (-8, Decimal("7450000000"))


def test_a_scale_without_a_currency_takes_the_documents() -> None:
    quantity = read_cell("7.5", parse_unit_note("(in millions)"), "USD")
    assert quantity is not None
    assert (quantity.currency, quantity.value) == ("USD", 7_500_000)


@pytest.mark.parametrize(
    ("digits", "ends"),
    [
        ("100200", ("100", "200")),
        ("812", ("8", "12")),
        ("1040", ("10", "40")),
        ("7075", ("70", "75")),
        ("20192024", ("2019", "2024")),
        ("1,5001,800", ("1500", "1800")),
        ("6.26.6", ("6.2", "6.6")),
        ("0.81.5", ("0.8", "1.5")),
        ("55%60%", ("55", "60")),
        ("2030", ("20", "30")),
    ],
)
def test_lost_dashes(digits: str, ends: tuple[str, str]) -> None:
    assert lost_dash(digits) == (Decimal(ends[0]), Decimal(ends[1]))


@pytest.mark.parametrize("digits", ["7", "21", "9510", "1000", "615.7", "abc", "", "9" * 80])
def test_runs_that_hide_no_range(digits: str) -> None:
    assert lost_dash(digits) is None

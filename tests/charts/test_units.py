"""Units in the words of charts: alone, behind a name, two in one note, along an axis."""

from __future__ import annotations

import pytest

from tests.charts.draw import Drawing
from wpextract.charts.units import unit_in, units_of_axes


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("USD billion", "USD billion"),
        ("Growth (%)", "%"),
        ("Market size, USD billion", "USD billion"),
        ("(revenue in USD million)", "USD million"),
        ("市场规模/亿元", "亿元"),
        ("Number of plants", None),
        ("plants per 10,000 people of age", None),
    ],
)
def test_the_part_of_a_text_that_is_a_unit(text: str, unit: str | None) -> None:
    assert unit_in(text) == unit


@pytest.mark.parametrize(
    ("note", "axes"),
    [
        ("Unit: RMB 100 million; plants", ("RMB 100 million", "plants")),
        ("Left axis: sales in USD billion; right axis: growth in %", ("sales in USD billion", "%")),
        ("Right axis: %; left axis: USD billion", ("USD billion", "%")),
        ("亿元（左），%（右）", ("亿元", "%")),
        ("左轴：亿元；右轴：%", ("亿元", "%")),
        ("RMB 100 million (left), plants (right)", ("RMB 100 million", "plants")),
        ("USD million (bars), growth on the year before (line)", ("USD million", "growth on the year before")),
        ("plants (right axis) and EUR million (left axis)", ("EUR million", "plants")),
        ("亿元（柱），%（折线）", ("亿元", "%")),
        ("kilns; USD per kg on the right-hand axis", ("kilns", "USD per kg")),
        ("thousand boxes; rate in $ per box (right-hand scale)", ("thousand boxes", "$ per box")),
        ("EUR million, and % on the right", ("EUR million", "%")),
        ("RMB 100 million, prices of 2024 (real)", (None, None)),
        ("Unit: USD billion", (None, None)),
    ],
)
def test_a_note_that_names_the_unit_of_each_axis(note: str, axes: tuple[str | None, str | None]) -> None:
    assert units_of_axes(note) == axes


def test_a_note_may_count_on_one_axis_and_name_the_money_of_the_other() -> None:
    drawing = Drawing().text("kilns; USD per kg on the right-hand axis", 120, 75)
    drawing.value_axis(40, 200, 50, ["0", "10", "20"], 240)
    for i, tick in enumerate(("0", "500", "1,000")):
        drawing.text(tick, 262, 200 - i * 50, align="left")
    for i, top in enumerate((150, 120, 110)):
        drawing.rect(60 + i * 60, top, 90 + i * 60, 200).text(str(2021 + i), 75 + i * 60, 208)
    (chart,) = drawing.charts()
    assert chart.unit_as_printed == "kilns; USD per kg on the right-hand axis"


def test_a_unit_written_along_the_axis_is_the_charts() -> None:
    drawing = Drawing().value_axis(40, 200, 50, ["0", "10", "20"], 240)
    drawing.upright("USD billion", 12, 150)
    for i, top in enumerate((150, 120, 110)):
        drawing.rect(60 + i * 60, top, 90 + i * 60, 200).text(str(2021 + i), 75 + i * 60, 208)
    (chart,) = drawing.charts()
    assert chart.unit_as_printed == "USD billion"
    assert chart.primary is not None and chart.primary.unit_as_printed == "USD billion"

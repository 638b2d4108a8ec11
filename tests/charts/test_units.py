"""Units in the words of charts: alone, behind a name, two in one note, along an axis."""

from __future__ import annotations

import pytest

from tests.charts.draw import BLUE, ORANGE, Drawing
from wpextract.charts.units import unit_in, unit_of_name, unit_of_note, unit_of_subtitle, unit_of_title, units_of_axes


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
        ("EUR million for the columns, and in % for the line", ("EUR million", "%")),
        ("bars: EUR million (left); line: EUR (right)", ("EUR million", "EUR")),
        ("Bars: robots sold; line: growth in %", ("robots sold", "%")),
        ("RMB 100 million (bars, left); number of deals (line, right)", ("RMB 100 million", "number of deals")),
        ("亿元（柱，左轴）；%（折线，右轴）", ("亿元", "%")),
        ("United kilns (left); % (right)", ("United kilns", "%")),  # it opens with no "Unit"
        ("RMB 100 million, prices of 2024 (real)", (None, None)),
        ("Unit: USD billion", (None, None)),
    ],
)
def test_a_note_that_names_the_unit_of_each_axis(note: str, axes: tuple[str | None, str | None]) -> None:
    assert units_of_axes(note) == axes


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Kite sales by region, RMB billion, 2019-24", "RMB billion"),
        ("Kites – EUR million – by region", "EUR million"),
        ("Kite sales, EUR million (bars), growth in % (line)", "EUR million (bars), growth in % (line)"),
        ("Kites, EUR million (prices of 2015)", "EUR million"),
        ("Kites, EUR (million)", "EUR (million)"),
        ("Kite sales, by region", None),
        ("EUR million for kites", None),  # before the first comma a title names what it is about
        ("Kites, 2019, 2020", None),
    ],
)
def test_the_unit_that_a_title_names_between_commas_or_at_its_end(title: str, unit: str | None) -> None:
    assert unit_of_title(title) == unit


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Revenue (RMB bn, left)", "RMB bn"),
        ("Growth, % (right)", "%"),
        ("Kites (EUR million)", "EUR million"),
        ("Kites (EUR million) of silk", None),
        ("Kites (north)", None),
    ],
)
def test_the_unit_that_ends_a_series_name(name: str, unit: str | None) -> None:
    assert unit_of_name(name) == unit


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("Note: In RMB million unless stated otherwise. Source: own survey", "RMB million"),
        ("Note: All values in USD million, unless otherwise stated.", "USD million"),
        ("Source: own survey. Figures are in EUR million", "EUR million"),
        ("注：单位为亿元。来源：各厂年报", "亿元"),
        (
            "Note: In EUR million for the columns, % for the line. Source: own survey",
            "EUR million for the columns, % for the line",
        ),
        ("Thousand tonnes, end of year. Source: own survey", "Thousand tonnes"),  # it opens with its unit
        ("Thousand tonnes", None),  # no note
        ("Note: In 2024 the makers sold more kites. Source: own survey", None),
        ("Source: own survey", None),
    ],
)
def test_the_unit_that_a_note_at_the_foot_tells(note: str, unit: str | None) -> None:
    assert unit_of_note(note) == unit


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


def two_axes(first: str, second: str) -> Drawing:
    """Bars on the left axis and a line on the right one, with their names in a legend."""
    drawing = Drawing().value_axis(40, 200, 50, ["0", "10", "20"], 240)
    for i, tick in enumerate(("0", "500", "1,000")):
        drawing.text(tick, 262, 200 - i * 50, align="left")
    for i, top in enumerate((150, 120, 110)):
        drawing.rect(60 + i * 60, top, 90 + i * 60, 200).text(str(2021 + i), 75 + i * 60, 208)
    drawing.line((75, 140), (135, 130), (195, 115), color=ORANGE)
    drawing.rect(60, 230, 68, 236, BLUE).text(first, 72, 233, align="left")
    return drawing.line((200, 233), (216, 233), color=ORANGE).text(second, 220, 233, align="left")


@pytest.mark.parametrize(
    ("names", "units"),
    [
        (("Sales (EUR million)", "Price, EUR"), ("EUR million", "EUR")),
        (("Sales of kites", "Price, EUR"), (None, "EUR")),
    ],
)
def test_an_axis_has_the_unit_that_ends_the_name_of_its_series(
    names: tuple[str, str], units: tuple[str | None, str | None]
) -> None:
    (chart,) = two_axes(*names).charts()
    assert chart.primary is not None and chart.secondary is not None
    assert (chart.primary.unit_as_printed, chart.secondary.unit_as_printed) == units


def test_but_not_where_the_labels_tell_their_own() -> None:
    drawing = two_axes("Sales (EUR million)", "Price, EUR")
    for i, top in enumerate((150, 120, 110)):
        drawing.text(f"{1 + i}bn", 75 + i * 60, top + 30)
    (chart,) = drawing.charts()
    assert chart.primary is not None and chart.primary.unit_as_printed is None


@pytest.mark.parametrize(
    ("x", "second"),
    [(262, "looms sold"), (215, None)],  # over the right end, or short of it
)
def test_a_unit_over_the_left_end_and_a_noun_over_the_right_one(x: float, second: str | None) -> None:
    drawing = two_axes("Sales", "Number")
    drawing.text("EUR million", 30, 84, align="left").text("looms sold", x, 84, align="right")
    (chart,) = drawing.charts()
    assert chart.primary is not None and chart.secondary is not None
    assert (chart.unit_as_printed, chart.secondary.unit_as_printed) == ("EUR million", second)


@pytest.mark.parametrize(("note", "unit"), [("右轴：起", "起"), ("右轴：%", "%")])
def test_a_unit_over_the_left_end_and_that_of_the_right_axis_over_the_right_one(note: str, unit: str) -> None:
    drawing = two_axes("销售额", "数量")
    drawing.text("单位：亿元", 30, 84, align="left").text(note, 262, 84, align="right")
    (chart,) = drawing.charts()
    assert chart.primary is not None and chart.secondary is not None
    assert (chart.primary.unit_as_printed, chart.secondary.unit_as_printed) == ("亿元", unit)


@pytest.mark.parametrize(
    ("tags", "units"),
    [
        (("EUR million",), ("EUR million", None)),
        (("bars EUR million", "line %"), ("EUR million", "%")),
        (("柱亿元", "线 %"), ("亿元", "%")),
        (("②③", "EUR million"), ("EUR million", None)),  # the marks of notes
        (("by region",), (None, None)),
    ],
)
def test_units_in_tags_behind_the_title(tags: tuple[str, ...], units: tuple[str | None, str | None]) -> None:
    drawing = Drawing(width=600).text("Kites sold and growth", 40, 75, size=10, align="left", bold=True)
    for i, tag in enumerate(tags):
        drawing.text(tag, 300 + 100 * i, 75, align="left")
    drawing.value_axis(40, 200, 50, ["0", "10", "20"], 240)
    for i, tick in enumerate(("0", "500", "1,000")):
        drawing.text(tick, 262, 200 - i * 50, align="left")
    for i, top in enumerate((150, 120, 110)):
        drawing.rect(60 + i * 60, top, 90 + i * 60, 200).text(str(2021 + i), 75 + i * 60, 208)
    drawing.line((75, 180), (135, 160), (195, 150), color=ORANGE)
    (chart,) = drawing.charts()
    told = (chart.primary and chart.primary.unit_as_printed, chart.secondary and chart.secondary.unit_as_printed)
    assert told == units if len([t for t in tags if t[0] in "bl柱线"]) == 2 else (chart.unit_as_printed, None) == units


@pytest.mark.parametrize(
    ("subtitle", "unit"),
    [
        ("In CHF million, at current prices", "CHF million"),
        ("In CHF million; contribution of each group. The axis begins at 1,320", "CHF million"),
        ("In CHF per pair, including value-added tax", "CHF per pair"),
        ("Investment in CHF million; projects: number of projects", "CHF million; number of projects"),
        ("Sales in USD billion; change on the previous year in %", "USD billion; %"),
        ("Output of kites in 2024, in thousand units", "thousand units"),
        ("Average price in RMB thousand per kite", "RMB thousand per kite"),
        ("Sales in USD bn (columns) and growth in % (line)", "Sales in USD bn (columns) and growth in % (line)"),
        ("Kilotonnes of clay and sand", "Kilotonnes of clay and sand"),
        ("CHF million, orders taken in the year", "CHF million"),
        ("In 2024 sales rose", None),
        ("Kites flown in Bern; 2024", None),
        ("Where kites are flown in 2024", None),
    ],
)
def test_the_units_that_a_subtitle_tells(subtitle: str, unit: str | None) -> None:
    assert unit_of_subtitle(subtitle) == unit


def test_a_tables_number_at_the_other_end_of_its_title_names_no_chart() -> None:
    drawing = Drawing(width=400).text("Kites sold", 40, 60, size=10, align="left", bold=True)
    drawing.text("In CHF million, at current prices", 40, 74, align="left").text("G 1", 260, 60, bold=True)
    drawing.value_axis(40, 200, 50, ["0", "10", "20"], 240)
    for i, top in enumerate((150, 120, 110)):
        drawing.rect(60 + i * 60, top, 90 + i * 60, 200).text(str(2021 + i), 75 + i * 60, 208)
    drawing.text("Makers of kites", 40, 226, size=10, align="left", bold=True).text("T 4", 260, 226, bold=True)
    (chart,) = drawing.charts()
    assert (chart.title, chart.unit_as_printed) == ("Kites sold", "In CHF million, at current prices")


def test_a_unit_may_have_a_row_of_its_own_in_the_card_of_a_caption() -> None:
    drawing = Drawing(width=500)
    for text, x, y, bold in (
        ("图 1", 20, 60, True), ("风筝销量及增速", 20, 72, True), ("单位", 20, 92, False),
        ("亿元（柱）", 60, 92, False), ("%（线）", 60, 102, False), ("来源", 20, 116, False), ("协会", 60, 116, False),
    ):  # fmt: skip
        drawing.text(text, x, y, align="left", bold=bold)
    drawing.value_axis(190, 200, 50, ["0", "10", "20"], 390)
    for i, tick in enumerate(("0", "500", "1,000")):
        drawing.text(tick, 412, 200 - i * 50, align="left")
    for i, top in enumerate((150, 120, 110)):
        drawing.rect(210 + i * 60, top, 240 + i * 60, 200).text(str(2021 + i), 225 + i * 60, 208)
    drawing.line((225, 180), (285, 160), (345, 150), color=ORANGE)
    (chart,) = drawing.charts()
    assert chart.primary is not None
    assert chart.secondary is not None
    assert (chart.primary.unit_as_printed, chart.secondary.unit_as_printed) == ("亿元", "%")


def test_units_laid_flat_over_the_ends_of_both_axes() -> None:
    drawing = two_axes("Amount", "Deals")
    drawing.text("EUR million", 40, 92, size=7, align="left").text("deals", 262, 92, size=7, align="right")
    (chart,) = drawing.charts()
    assert chart.primary is not None and chart.secondary is not None
    assert (chart.primary.unit_as_printed, chart.secondary.unit_as_printed) == ("EUR million", "deals")

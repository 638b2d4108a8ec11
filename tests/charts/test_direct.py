"""Series named at their marks and axes, and units in the middle of a ring, where a chart has no legend."""

from __future__ import annotations

import math

import pytest

from tests.charts.draw import BLUE, GREEN, ORANGE, Drawing, drawn_values, table_of
from wpextract.charts.labels import labels_of
from wpextract.charts.units import without_unit

YEARS = ["2022", "2023", "2024"]


def lines(*names: tuple[str, float, str | None]) -> Drawing:
    """A blue line that ends at (252, 150) and an orange one that ends at (252, 250), with texts behind their ends."""
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100", "150", "200"], 320)
    d.line((92, 200), (172, 180), (252, 150), color=BLUE).line((92, 290), (172, 270), (252, 250), color=ORANGE)
    for i, year in enumerate(YEARS):
        d.text(year, 92 + 80 * i, 310)
    for text, y, color in names:
        d.text(text, 258, y, align="left", color=color or "#000000")
    return d


def on_rim(cx: float, cy: float, r: float, turn: float) -> tuple[float, float]:
    return (cx + r * math.sin(2 * math.pi * turn), cy - r * math.cos(2 * math.pi * turn))


def series_of(d: Drawing) -> dict[str, list[int]]:
    (chart,) = d.charts()
    out: dict[str, list[int]] = {}
    for p in chart.points:
        out.setdefault(p.series or "", []).append(round(p.from_geometry or 0))
    return out


def test_lines_are_named_at_their_ends() -> None:
    assert series_of(lines(("Kilns", 150, None), ("Ovens", 250, None))) == {
        "Kilns": [100, 120, 150], "Ovens": [10, 30, 50],
    }  # fmt: skip


def test_the_colour_of_a_name_goes_before_its_place() -> None:
    near = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100", "150", "200"], 320)
    near.line((92, 200), (172, 180), (252, 150), color=BLUE).line((92, 230), (172, 200), (252, 164), color=ORANGE)
    for i, year in enumerate(YEARS):
        near.text(year, 92 + 80 * i, 310)
    near.text("Ovens", 258, 150, align="left", color=ORANGE)
    near.text("Kilns", 258, 164, align="left", color=BLUE)
    assert series_of(near) == {"Kilns": [100, 120, 150], "Ovens": [70, 100, 136]}


@pytest.mark.parametrize(
    "names",
    [
        [("Kilns", 150, None)],  # one line is left without a name
        [("Kilns", 150, None), ("Ovens", 200, None)],  # out of reach
        [("Kilns", 150, None), ("EUR million", 250, None)],  # a unit
        [("Kilns", 150, None), ("Source: survey", 250, None)],
    ],
)
def test_names_count_only_where_every_series_has_one(names: list[tuple[str, float, str | None]]) -> None:
    assert set(series_of(lines(*names))) == {""}


def test_the_parts_of_a_stack_are_named_beside_the_last_bar() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    for i, year in enumerate(YEARS):
        d.rect(80 + 80 * i, 240, 104 + 80 * i, 300, BLUE).rect(80 + 80 * i, 200 - 10 * i, 104 + 80 * i, 240, ORANGE)
        d.text(year, 92 + 80 * i, 310)
    d.text("Home", 270, 270, align="left").text("Abroad", 270, 210, align="left")
    assert series_of(d) == {"Home": [60, 60, 60], "Abroad": [40, 50, 60]}


def test_a_bar_set_off_by_its_colour_is_of_the_same_series() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    for i, year in enumerate(YEARS):
        d.rect(80 + 80 * i, 200, 104 + 80 * i, 300, ORANGE if i == 1 else BLUE).text(year, 92 + 80 * i, 310)
    d.text("Strike", 172, 190).text("Boom", 252, 190)
    assert set(series_of(d)) == {""}


def test_years_over_the_first_two_dots_name_them() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    for i, name in enumerate(["East", "West", "South"]):
        x = 92 + 80 * i
        d.line((x, 200), (x, 280)).text(name, x, 310)
        d.disc(x, 280, 4, BLUE).disc(x, 200 - 10 * i, 3, GREEN)
    d.text("2020", 110, 280).text("2024", 110, 200)
    assert series_of(d) == {"2020": [20, 20, 20], "2024": [100, 110, 120]}


def test_bars_and_a_line_are_named_by_what_is_written_along_their_axes() -> None:
    d = Drawing(width=500).value_axis(60, 300, 50, ["0", "500", "1,000", "1,500"], 320)
    for i, (value, label) in enumerate(((50, "500"), (100, "1,000"), (125, "1,250"))):
        d.rect(80 + 80 * i, 300 - value, 104 + 80 * i, 300, BLUE).text(YEARS[i], 92 + 80 * i, 310)
        d.text(label, 92 + 80 * i, 292 - value)
    for i, tick in enumerate(["0", "10", "20", "30"]):
        d.text(tick, 326, 300 - 50 * i, align="left")
    d.line((92, 200), (172, 175), (252, 225), color=ORANGE)
    d.upright("Sales / EUR million", 24, 225).upright("Growth / %", 352, 225)
    assert series_of(d) == {"Sales": [500, 1000, 1250], "Growth": [20, 25, 15]}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("市场规模/亿元", "市场规模"),
        ("Revenue, USD billion (LHS)", "Revenue"),
        ("Billions of euros", ""),
        ("Growth (%)", "Growth"),
    ],
)
def test_what_an_axis_names_besides_its_unit(title: str, name: str) -> None:
    assert without_unit(title) == name


@pytest.mark.parametrize(("hole", "unit"), [("Share, %", "%"), ("Kilns", None)])
def test_the_unit_of_a_ring_may_stand_in_its_middle(hole: str, unit: str | None) -> None:
    d = Drawing(width=500)
    for start, end, name, color in (
        (0, 0.5, "East 53", BLUE),
        (0.5, 0.8, "West 30", GREEN),
        (0.8, 1, "South 20", ORANGE),
    ):
        d.slice(200, 200, 60, start, end, color, hole=30)
        d.text(name, *on_rim(200, 200, 85, (start + end) / 2))
    d.text(hole, 200, 200)
    (chart,) = d.charts()
    assert chart.unit_as_printed == unit


def test_a_legend_may_stand_far_from_its_pie() -> None:
    d = Drawing(width=600)
    for start, end, label, color in ((0, 0.5, "50%", BLUE), (0.5, 0.8, "30%", GREEN), (0.8, 1, "20%", ORANGE)):
        d.slice(120, 200, 50, start, end, color)
        d.text(label, *on_rim(120, 200, 65, (start + end) / 2))
    for i, (name, color) in enumerate((("East", BLUE), ("West", GREEN), ("South", ORANGE))):
        d.rect(400, 180 + 14 * i, 408, 186 + 14 * i, color).text(name, 412, 183 + 14 * i, align="left")
    (chart,) = d.charts()
    assert {p[1]: p[2] for p in table_of(chart)} == {"East": "50%", "West": "30%", "South": "20%"}


def test_an_area_with_a_gentle_slope_is_no_bar() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    top = [(92, 205), (132, 203), (172, 198), (212, 196), (252, 190)]
    d.shape([*top, (252, 300), (212, 300), (172, 300), (132, 300), (92, 300)], BLUE).line(*top, color=BLUE)
    for (x, y), year in zip(top, ["2020", "2021", "2022", "2023", "2024"], strict=True):
        d.text(year, x, 310).text(str(300 - y), x, y - 8)
    (chart,) = d.charts()
    assert (chart.kind, [p.category for p in chart.points]) == ("area", ["2020", "2021", "2022", "2023", "2024"])
    assert drawn_values(chart) == pytest.approx([95, 97, 102, 104, 110], abs=0.1)


def test_the_rule_of_a_table_under_a_plot_does_not_widen_it() -> None:
    d = Drawing(width=500).value_axis(80, 300, 50, ["0", "50", "100", "150"], 320)
    for i, tick in enumerate(["0", "3", "6", "9"]):
        d.text(tick, 326, 300 - 50 * i, align="left")
    d.line((10, 300.5), (320, 300.5))
    for i, year in enumerate(YEARS):
        x = 112 + 80 * i
        d.rect(x - 12, 250 - 10 * i, x + 12, 300, BLUE).text(year, x, 310).text(f"{50 + 10 * i}", x, 325)
        d.text(f"{3 + i}", x, 340)
    d.line((112, 250), (192, 233.33), (272, 216.67), color=ORANGE)
    d.rect(14, 322, 20, 328, BLUE).text("Sales", 24, 325, align="left")
    d.line((12, 340), (22, 340), color=ORANGE).text("Deals", 24, 340, align="left")
    (chart,) = d.charts()
    assert table_of(chart) == [
        ("Sales", "2022", "50"), ("Sales", "2023", "60"), ("Sales", "2024", "70"),
        ("Deals", "2022", "3"), ("Deals", "2023", "4"), ("Deals", "2024", "5"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "is_period"), [("1931.5", False), ("20120", False), ("2024.05", True), ("2024-5", True)]
)
def test_a_decimal_is_no_month(label: str, is_period: bool) -> None:
    d = Drawing().text(label, 100, 100)
    assert [x.is_period for x in labels_of(d.words)] == [is_period]


def test_prose_beside_a_chart_names_no_bar() -> None:
    d = Drawing(width=600)
    for i, (name, value) in enumerate((("East", 90), ("West", 60), ("South", 40))):
        y = 100 + 30 * i
        d.rect(200, y, 200 + value, y + 14, BLUE).text(str(value), 206 + value, y + 7, align="left")
        d.text(name, 194, y + 7, size=7, align="right")
    d.text("Sales in the west reached EUR 60 million.", 170, 137, size=11, align="right")
    (chart,) = d.charts()
    assert [p.category for p in chart.points] == ["East", "West", "South"]


def test_ticks_that_all_have_their_unit_lend_it_to_no_chart() -> None:
    d = Drawing(width=500).value_axis(60, 300, 50, ["€0m", "€50m", "€100m", "€150m"], 320)
    for i, year in enumerate(YEARS):
        d.rect(80 + 80 * i, 200 - 10 * i, 104 + 80 * i, 300, BLUE).text(year, 92 + 80 * i, 310)
    (chart,) = d.charts()
    assert chart.unit_as_printed is None
    assert drawn_values(chart) == [100e6, 110e6, 120e6]

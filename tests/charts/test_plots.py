"""Charts with axes, drawn by hand: bars, stacks, lines, areas, waterfalls, cut axes, and what is none of them."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.charts.draw import BLUE, GREEN, ORANGE, Drawing, drawn_values, table_of
from wpextract.reading.model import Box

YEARS = ["2022", "2023", "2024E"]


def bars(values: list[float], labels: list[str] | None, color: str = BLUE, shift: float = 0, d: Drawing | None = None):
    """Bars 24 pt wide, 80 pt apart, one point a unit on a base at y=300, with labels above."""
    d = d or Drawing(width=500)
    for i, value in enumerate(values):
        x = 80 + 80 * i + shift
        d.rect(x, 300 - value, x + 24, 300, color)
        if labels:
            d.text(labels[i], x + 12, 300 - value - 8)
    return d


def named(d: Drawing, categories: list[str] = YEARS, shift: float = 12) -> Drawing:
    for i, category in enumerate(categories):
        d.text(category, 80 + 80 * i + shift, 310)
    return d


def test_bars_with_labels_and_an_axis() -> None:
    d = named(bars([50, 100, 125], ["500", "1,000", "1,250"]))
    d.value_axis(50, 300, 50, ["0", "500", "1,000", "1,500"], 320)
    d.text("Installed base, 2022–2024", 180, 110, size=10, bold=True).text("Unit: RMB million", 280, 126)
    (chart,) = d.charts()
    assert chart.kind == "bar"
    assert table_of(chart) == [(None, "2022", "500"), (None, "2023", "1,000"), (None, "2024E", "1,250")]
    assert drawn_values(chart) == [500, 1000, 1250]
    assert (chart.title, chart.unit_as_printed) == ("Installed base, 2022–2024", "Unit: RMB million")


def test_a_bar_without_label_is_read_off_the_axis_with_its_error() -> None:
    d = named(bars([50, 100, 125], None)).value_axis(50, 300, 50, ["0", "500", "1,000", "1,500"], 320)
    (chart,) = d.charts()
    assert [p.value_as_printed for p in chart.points] == [None, None, None]
    assert drawn_values(chart) == [500, 1000, 1250]
    assert all(p.reading_error is not None and 0 < p.reading_error < 15 for p in chart.points)


def test_without_an_axis_the_labels_themselves_give_the_scale_and_a_wrong_bar_stands_out() -> None:
    labels = ["50", "70", "90", "60", "45"]
    d = bars([50, 70, 90, 120, 45], labels)
    (chart,) = named(d, ["A", "B", "C", "D", "E"]).charts()
    assert drawn_values(chart) == [50, 70, 90, 120, 45]
    assert [p.value_as_printed for p in chart.points] == labels


def test_rectangles_whose_numbers_have_nothing_to_do_with_their_heights_are_no_chart() -> None:
    d = named(bars([50, 100, 125], ["9,000", "12", "310"]))
    assert d.charts() == ()


def test_grouped_bars_take_their_series_from_the_legend_by_colour() -> None:
    d = bars([50, 60, 70], ["50", "60", "70"])
    bars([20, 30, 40], ["20", "30", "40"], ORANGE, shift=26, d=d)
    named(d, shift=25)
    d.rect(100, 340, 108, 346, BLUE).text("Public", 112, 343, align="left")
    d.rect(180, 340, 188, 346, ORANGE).text("Private use", 192, 343, align="left")
    (chart,) = d.charts()
    assert chart.kind == "grouped_bar"
    assert chart.series == ("Public", "Private use")
    assert ("Private use", "2023", "30") in table_of(chart)


def test_a_bar_of_no_height_is_known_by_its_zero() -> None:
    d = bars([50, 60, 70], ["50", "60", "70"])
    d.rect(106, 280, 130, 300, ORANGE).text("20", 118, 272)
    d.text("0", 198, 292)
    d.rect(266, 260, 290, 300, ORANGE).text("40", 278, 252)
    named(d, shift=25)
    (chart,) = d.charts()
    assert (None, "2023", "0") in table_of(chart)


def test_stacked_bars_measure_each_part() -> None:
    d = Drawing().value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (low, high) in enumerate([(30, 40), (50, 25), (20, 60)]):
        x = 80 + 80 * i
        d.rect(x, 300 - low, x + 24, 300, BLUE).text(str(low), x + 12, 300 - low / 2)
        d.rect(x, 300 - low - high, x + 24, 300 - low, ORANGE).text(str(high), x + 12, 300 - low - high / 2)
    (chart,) = named(d).charts()
    assert chart.kind == "stacked_bar"
    assert {(p.category, p.value_as_printed, round(p.from_geometry or 0)) for p in chart.points} == {
        ("2022", "30", 30), ("2022", "40", 40), ("2023", "50", 50), ("2023", "25", 25),
        ("2024E", "20", 20), ("2024E", "60", 60),
    }  # fmt: skip


def test_a_label_on_a_part_thinner_than_itself_is_that_parts() -> None:
    d = Drawing().value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, thin in enumerate([3, 20, 25]):
        x = 80 + 80 * i
        for low, high, color in ((0, 40, BLUE), (40, 40 + thin, ORANGE), (40 + thin, 80 + thin, GREEN)):
            d.rect(x, 300 - high, x + 24, 300 - low, color).text(str(high - low), x + 12, 300 - (low + high) / 2)
    (chart,) = named(d).charts()
    assert [p.value_as_printed for p in chart.points if p.category == "2022"] == ["40", "3", "40"]


def test_a_label_beside_a_part_too_thin_to_hold_it_is_that_parts() -> None:
    d = Drawing().value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (low, thin) in enumerate([(60, 2), (70, 4), (80, 8)]):
        x = 80 + 80 * i
        d.rect(x, 300 - low, x + 24, 300, BLUE).text(str(low), x + 12, 300 - low / 2)
        d.rect(x, 300 - low - thin, x + 24, 300 - low, ORANGE).text(
            str(thin), x + 27, 300 - low - thin / 2, align="left"
        )
    (chart,) = named(d).charts()
    assert [p.value_as_printed for p in chart.points] == ["60", "2", "70", "4", "80", "8"]


def test_horizontal_bars_with_a_wrapped_name() -> None:
    d = Drawing()
    rows = [("Cloud computing and", "computing power", 120.0), ("Chips", "", 60.0), ("Data", "", 30.0)]
    for i, (name, rest, value) in enumerate(rows):
        y = 60 + 50 * i
        d.rect(120, y, 120 + value, y + 20).text(f"{value:.1f}", 120 + value + 14, y + 10)
        d.text(name, 114, y + (5 if rest else 10), align="right")
        if rest:
            d.text(rest, 114, y + 14, align="right")
    (chart,) = d.charts()
    assert chart.kind == "horizontal_bar"
    assert table_of(chart) == [
        (None, "Cloud computing and computing power", "120.0"),
        (None, "Chips", "60.0"),
        (None, "Data", "30.0"),
    ]


def test_a_waterfall_falls_where_a_bar_starts_at_the_level_before() -> None:
    d = Drawing().value_axis(50, 300, 50, ["0", "50", "100", "150"], 420)
    steps = [("Start", "100", 100.0, 0.0), ("Volume", "+40", 140.0, 100.0), ("Price", "-30", 140.0, 110.0), ("End", "110", 110.0, 0.0)]  # fmt: skip  # noqa: E501
    for i, (name, label, high, low) in enumerate(steps):
        x = 80 + 80 * i
        d.rect(x, 300 - high, x + 24, 300 - low, BLUE).text(label, x + 12, 300 - high - 8).text(name, x + 12, 310)
    (chart,) = d.charts()
    assert chart.kind == "waterfall"
    assert [(p.category, p.printed, round(p.from_geometry or 0)) for p in chart.points] == [
        ("Start", 100, 100), ("Volume", 40, 40), ("Price", -30, -30), ("End", 110, 110),
    ]  # fmt: skip


def test_a_waterfall_without_an_axis_goes_from_bar_to_bar() -> None:
    d = Drawing(width=700)
    steps = [("2023", "1,516", 40, 0), ("Rafts", "-22", 40, 18), ("Canoes", "+39", 57, 18), ("Punts", "+21", 78, 57), ("Barges", "+38", 116, 78), ("2024", "1,592", 116, 0)]  # fmt: skip  # noqa: E501
    for i, (name, label, high, low) in enumerate(steps):
        x = 80 + 60 * i
        d.rect(x, 300 - high, x + 20, 300 - low, BLUE).text(label, x + 10, 292 - high).text(name, x + 10, 310)
    (chart,) = d.charts()
    assert (chart.kind, [p.value_as_printed for p in chart.points]) == ("waterfall", [s[1] for s in steps])


def test_a_line_over_bars_is_read_on_the_second_axis() -> None:
    d = named(bars([50, 100, 125], ["500", "1,000", "1,250"]))
    d.value_axis(50, 300, 50, ["0", "500", "1,000", "1,500"], 320)
    for i, tick in enumerate(["0%", "10%", "20%", "30%"]):
        d.text(tick, 326, 300 - 50 * i, align="left")
    d.line((92, 200), (172, 175), (252, 225), color=ORANGE)
    d.rect(100, 340, 108, 346, BLUE).text("Sales", 112, 343, align="left")
    d.line((180, 343), (196, 343), color=ORANGE).text("Growth", 200, 343, align="left")
    (chart,) = d.charts()
    assert chart.kind == "combo"
    assert chart.secondary is not None
    assert chart.secondary.is_percent
    growth = [p for p in chart.points if p.series == "Growth"]
    assert [(p.category, p.axis, round(p.from_geometry or 0)) for p in growth] == [
        ("2022", "secondary", 20), ("2023", "secondary", 25), ("2024E", "secondary", 15),
    ]  # fmt: skip


@pytest.mark.parametrize(("reach", "at"), [(320, 326), (294, 310)])  # at the ends of the lines, and apart from them
def test_a_second_axis_that_is_printed_along_a_part_of_the_plot(reach: int, at: int) -> None:
    d = named(bars([50, 100, 125], ["500", "1,000", "1,250"]))
    d.value_axis(50, 300, 50, ["0", "500", "1,000", "1,500", "2,000", "2,500"], reach)
    for i, tick in enumerate(["0%", "10%", "20%", "30%"]):
        d.text(tick, at, 150 - 30 * i, align="left")
    d.line((92, 90), (172, 75), (252, 120), color=ORANGE)
    (chart,) = d.charts()
    assert (chart.kind, chart.secondary is not None) == ("combo", True)
    assert [(p.category, p.axis, round(p.from_geometry or 0)) for p in chart.points if p.axis == "secondary"] == [
        ("2022", "secondary", 20), ("2023", "secondary", 25), ("2024E", "secondary", 10),
    ]  # fmt: skip


@pytest.mark.parametrize(("reach", "at", "ruled"), [(284, 290, False), (284, 296, False), (320, 326, True)])
def test_a_second_axis_that_begins_where_the_first_ends(reach: int, at: int, ruled: bool) -> None:
    d = named(bars([50, 75, 90], None)).value_axis(50, 300, 25, ["0", "100", "200", "300", "400"], reach)
    d.line((54, 100), (54, 300)).line((reach, 100), (reach, 300))  # the sides of the plot serve both
    for i, tick in enumerate(["0%", "10%", "20%", "30%"]):
        d.text(tick, at, 190 - 25 * i, align="left")
        if ruled:
            d.line((54, 190 - 25 * i), (reach, 190 - 25 * i))
    d.line((92, 140), (172, 127.5), (252, 165), color=ORANGE)
    (chart,) = d.charts()
    assert [(p.category, p.axis, round(p.from_geometry or 0)) for p in chart.points] == [
        ("2022", "primary", 200), ("2023", "primary", 300), ("2024E", "primary", 360),
        ("2022", "secondary", 20), ("2023", "secondary", 25), ("2024E", "secondary", 10),
    ]  # fmt: skip


@pytest.mark.parametrize("align", ["left", "right"])
@pytest.mark.parametrize(
    ("labels", "found"),
    [(["20", "35", "50"], ["20", "35", "50"]), (["70", "80", "90"], [None] * 3)],  # what the axis shows, or not
)
def test_a_label_above_beside_a_point_is_its_own_if_it_says_what_it_shows(
    labels: list[str], found: list[str | None], align: str
) -> None:
    d = Drawing(width=500).value_axis(50, 300, 25, ["0", "25", "50", "75", "100"], 320)
    points = [(92, 280), (172, 265), (252, 250)]
    d.line(*points, color=ORANGE)
    for (x, y), label in zip(points, labels, strict=True):
        d.text(label, x + (8 if align == "left" else -8), y - 10, align=align)
    (chart,) = named(d).charts()
    assert [p.value_as_printed for p in chart.points] == found


def test_a_line_over_a_waterfall_is_read_as_a_line() -> None:
    d = Drawing().value_axis(50, 300, 50, ["0", "50", "100", "150"], 420)
    for i, (high, low) in enumerate([(100.0, 0.0), (140.0, 100.0), (140.0, 110.0), (110.0, 0.0)]):
        d.rect(80 + 80 * i, 300 - high, 104 + 80 * i, 300 - low, BLUE).text(str(2021 + i), 92 + 80 * i, 310)
    d.line((92, 200), (172, 160), (252, 190), (332, 190), color=ORANGE)
    (chart,) = d.charts()
    assert drawn_values(chart) == pytest.approx([100, 40, -30, 110, 100, 140, 110, 110], abs=0.1)


def test_a_line_whose_labels_the_axis_does_not_explain_has_a_hidden_axis_of_its_own() -> None:
    d = named(bars([50, 100, 125], ["500", "1,000", "1,250"]))
    d.value_axis(50, 300, 50, ["0", "500", "1,000", "1,500"], 320)
    d.line((92, 200), (172, 160), (252, 180), color=ORANGE)
    d.text("30", 92, 190).text("50", 172, 150).text("40", 252, 170)
    d.text("Unit: RMB million; deals", 280, 120)
    (chart,) = d.charts()
    line = [p for p in chart.points if p.axis == "secondary"]
    assert [p.value_as_printed for p in line] == ["30", "50", "40"]
    assert chart.primary is not None
    assert chart.secondary is not None
    assert (chart.primary.unit_as_printed, chart.secondary.unit_as_printed) == ("RMB million", "deals")


def test_two_lines_of_one_colour_are_told_apart_by_dash() -> None:
    d = Drawing().value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    d.line((92, 200), (172, 180), (252, 170), color=BLUE)
    d.line((92, 280), (172, 270), (252, 250), color=BLUE, dash=(3, 2))
    named(d)
    d.line((100, 343), (116, 343), color=BLUE).text("Actual", 120, 343, align="left")
    d.line((180, 343), (196, 343), color=BLUE, dash=(3, 2)).text("Plan", 200, 343, align="left")
    (chart,) = d.charts()
    values = {(p.series, p.category): round(p.from_geometry or 0) for p in chart.points}
    assert values[("Actual", "2022")] == 100
    assert values[("Plan", "2024E")] == 50


def test_stacked_areas_measure_their_thickness() -> None:
    d = Drawing().value_axis(50, 300, 50, ["0", "50", "100", "150"], 252)
    d.shape([(92, 250), (172, 240), (252, 220), (252, 300), (172, 300), (92, 300)], BLUE)
    d.shape([(92, 230), (172, 210), (252, 180), (252, 220), (172, 240), (92, 250)], GREEN)
    (chart,) = named(d).charts()
    assert chart.kind == "area"
    assert drawn_values(chart) == pytest.approx([50, 60, 80, 20, 30, 40], abs=0.05)


def test_labels_at_the_edges_of_an_area_are_pushed_inwards() -> None:
    d = Drawing().value_axis(87, 300, 50, ["0", "50", "100", "150"], 252)
    d.shape([(92, 250), (172, 240), (252, 220), (252, 300), (172, 300), (92, 300)], BLUE)
    d.shape([(92, 242), (172, 230), (252, 200), (252, 220), (172, 240), (92, 250)], GREEN)
    d.text("50", 98, 285, align="left").text("60", 172, 270).text("80", 246, 260, align="right")
    d.text("8", 98, 236, align="left").text("10", 172, 224).text("20", 246, 192, align="right")
    (chart,) = named(d).charts()
    assert [p.value_as_printed for p in chart.points] == ["50", "60", "80", "8", "10", "20"]


def test_the_halves_of_a_cut_axis_are_one_scale() -> None:
    d = Drawing()
    d.value_axis(50, 300, 40, ["0", "2", "4"], 320)
    d.value_axis(50, 200, 40, ["20", "22", "24"], 320)
    d.line((54, 120), (54, 205)).line((54, 215), (54, 300))
    for i, top in enumerate([140.0, 240.0, 270.0]):
        d.rect(80 + 80 * i, top, 104 + 80 * i, 300)
    (chart,) = named(d).charts()
    assert chart.primary is not None
    assert chart.primary.is_broken
    assert drawn_values(chart) == [23, 3, 1.5]


def test_a_bar_broken_off_is_not_measured() -> None:
    d = named(bars([50, 100, 125], ["500", "1,000", "Break 7,000"]))
    d.value_axis(50, 300, 50, ["0", "500", "1,000", "1,500"], 320)
    d.rect(236, 230, 268, 236, "#ffffff")
    (chart,) = d.charts()
    last = chart.points[-1]
    assert (last.printed, last.from_geometry) == (7000, None)


def test_charts_side_by_side_stay_apart() -> None:
    d = Drawing(width=700)
    named(bars([50, 100, 125], None, d=d)).value_axis(50, 300, 50, ["0", "500", "1,000", "1,500"], 320)
    d.value_axis(390, 300, 50, ["0", "1", "2", "3"], 660)
    for i, value in enumerate([60.0, 90.0]):
        d.rect(430 + 80 * i, 300 - value, 454 + 80 * i, 300, GREEN).text(("North", "South")[i], 442 + 80 * i, 310)
    left, right = d.charts()
    assert drawn_values(left) == [500, 1000, 1250]
    assert [p.category for p in right.points] == ["North", "South"]
    assert drawn_values(right) == [1.2, 1.8]


def test_a_call_out_in_a_chart_is_kept_with_it() -> None:
    d = named(bars([50, 100, 125], ["50", "100", "125"]))
    d.text("CAGR 44.9%", 120, 180)
    (chart,) = d.charts()
    assert [c.text for c in chart.callouts] == ["CAGR 44.9%"]
    assert [p.value_as_printed for p in chart.points] == ["50", "100", "125"]


@pytest.mark.parametrize("filled", [False, True])
def test_a_ruled_table_is_no_chart(filled: bool) -> None:
    d = Drawing()
    for row in range(6):
        y = 100 + 20 * row
        d.line((40, y), (360, y))
        if filled:
            d.rect(40, y, 360, y + 20, GREY_ROW[row % 2])
        for column, text in enumerate(["Region", str(60 - 10 * row), str(7 * row + 3), "12.5%"]):
            d.text(text, 80 + 80 * column, y + 10)
    assert d.charts() == ()


GREY_ROW = ["#eeeeee", "#d8e0ee"]


def test_a_page_of_prose_has_no_chart() -> None:
    d = Drawing()
    for row in range(20):
        d.text("The market grew by 9.8% in 2024 and reached 1,356 million yuan", 200, 40 + 14 * row)
    assert d.charts() == ()


def test_a_picture_with_a_figure_caption_is_reported_and_not_read() -> None:
    d = Drawing()
    d.images.append(Box(60, 100, 340, 260))
    d.text("Figure 4 Shipments by region", 200, 88, bold=True)
    (chart,) = d.charts()
    assert (chart.kind, chart.title, chart.points) == ("image", "Figure 4 Shipments by region", ())


def test_an_area_and_the_line_along_its_edge_are_one_series() -> None:
    drawing = Drawing().value_axis(40, 200, 50, ["0", "10", "20"], 260)
    tops = [(60.0, 150.0), (120.0, 120.0), (180.0, 140.0), (240.0, 110.0)]
    drawing.shape([*tops, (240, 200), (60, 200)], BLUE).line(*tops, color=BLUE)
    for i, (x, _) in enumerate(tops):
        drawing.text(str(2021 + i), x, 208)
    (chart,) = drawing.charts()
    assert chart.kind == "area"
    assert drawn_values(chart) == [pytest.approx(v, abs=0.02) for v in (10, 16, 12, 18)]


def test_a_short_bar_behind_its_name_is_no_legend() -> None:
    d = Drawing().text("0", 100, 312).text("100", 150, 312).text("200", 200, 312).text("300", 250, 312)
    d.line((100, 200), (100, 300)).line((100, 300), (260, 300))
    for i, (name, value) in enumerate((("North", 280), ("East", 120), ("South", 60), ("West", 16))):
        y = 212 + 24 * i
        d.rect(100, y - 6, 100 + value / 2, y + 6).text(name, 96, y, align="right")
        d.text(str(value), 102 + value / 2, y, align="left")
    (chart,) = d.charts()
    assert [(p.category, p.value_as_printed) for p in chart.points][-1] == ("West", "16")


def test_bullets_in_a_series_colour_are_no_legend() -> None:
    drawing = Drawing(width=900).value_axis(500, 200, 50, ["0", "10", "20"], 720)
    for i, name in enumerate(("North", "South", "West")):
        drawing.rect(540 + 60 * i, 150, 555 + 60 * i, 200, BLUE).rect(555 + 60 * i, 120, 570 + 60 * i, 200, ORANGE)
        drawing.text(name, 555 + 60 * i, 208)
    for i, name in enumerate(("Goods", "Care")):
        drawing.rect(560 + 60 * i, 60, 566 + 60 * i, 66, (BLUE, ORANGE)[i]).text(name, 570 + 60 * i, 63, align="left")
    for i, (first, second) in enumerate(
        (
            ("Goods came to 15 thousand tonnes in the north and the south", "and to as much in the west."),
            ("本年货物产量合计一万五千吨，其中北部五千吨，南部五千吨，西部", "五千吨，三地相同。"),
        )
    ):
        y = 120 + 40 * i
        drawing.rect(190, y - 3, 196, y + 3, ORANGE)
        drawing.text(first, 202, y, align="left").text(second, 202, y + 14, align="left")
    (chart,) = drawing.charts()
    assert {p.series for p in chart.points} == {"Goods", "Care"}
    assert chart.box.x0 > 400


def test_the_grounds_of_key_figures_are_no_bars() -> None:
    drawing = Drawing(width=600)
    for i, (figure, name) in enumerate(
        (("114.8", "market"), ("203.6", "spending"), ("7,930", "attacks"), ("194", "days"))
    ):
        x = 40 + 130 * i
        drawing.rect(x, 88, x + 116, 141, BLUE).rect(x, 90, x + 116, 141, ORANGE)
        drawing.text(figure, x + 8, 105, align="left").text(name, x + 8, 122, align="left")
    assert drawing.charts() == ()


def test_years_may_be_the_names_in_a_legend() -> None:
    drawing = Drawing().value_axis(40, 200, 50, ["0", "10", "20"], 240)
    for i, year in enumerate(("2020", "2024")):
        drawing.rect(100 + 60 * i, 60, 108 + 60 * i, 68, (BLUE, ORANGE)[i]).text(year, 112 + 60 * i, 64, align="left")
    for i, name in enumerate(("North", "South", "West")):
        drawing.rect(60 + 60 * i, 150, 75 + 60 * i, 200, BLUE).rect(75 + 60 * i, 120, 90 + 60 * i, 200, ORANGE)
        drawing.text(name, 75 + 60 * i, 208)
    (chart,) = drawing.charts()
    assert [(p.series, p.category) for p in chart.points[:2]] == [("2020", "North"), ("2024", "North")]


def test_names_before_their_swatches_are_read_as_the_row_begins() -> None:
    drawing = Drawing().value_axis(40, 200, 50, ["0", "10", "20"], 240)
    drawing.text("Goods", 100, 64, align="right").rect(104, 61, 124, 67, BLUE)
    drawing.text("Care", 146, 64, align="right").rect(150, 61, 170, 67, ORANGE)
    for i, name in enumerate(("North", "South", "West")):
        drawing.rect(60 + 60 * i, 150, 75 + 60 * i, 200, BLUE).rect(75 + 60 * i, 120, 90 + 60 * i, 200, ORANGE)
        drawing.text(name, 75 + 60 * i, 208)
    (chart,) = drawing.charts()
    assert [p.series for p in chart.points[:2]] == ["Goods", "Care"]


def test_paler_bars_of_a_forecast_belong_to_the_series_beside_a_line() -> None:
    drawing = Drawing().value_axis(40, 200, 50, ["0", "10", "20"], 260)
    drawing.rect(100, 60, 108, 68, BLUE).text("Sales", 112, 64, align="left")
    drawing.line((160, 64), (176, 64), color=ORANGE).text("Price", 180, 64, align="left")
    for i, year in enumerate(("2022", "2023", "2024", "2025E")):
        drawing.rect(60 + 50 * i, 150 - 5 * i, 80 + 50 * i, 200, BLUE if i < 3 else "#aabbcc")
        drawing.text(year, 70 + 50 * i, 208)
    drawing.line((70, 120), (120, 110), (170, 118), (220, 105), color=ORANGE)
    (chart,) = drawing.charts()
    assert {p.series for p in chart.points} == {"Sales", "Price"}
    assert sum(p.series == "Sales" for p in chart.points) == 4


def test_where_names_are_left_out_bars_between_them_have_none() -> None:
    drawing = Drawing().value_axis(40, 200, 50, ["0", "10", "20"], 260)
    for i, top in enumerate((150, 140, 130, 120, 110)):
        drawing.rect(60 + 40 * i, top, 80 + 40 * i, 200)
        if i % 2 == 0:
            drawing.text(("Ore", "", "Iron", "", "Steel")[i], 70 + 40 * i, 208)
    (chart,) = drawing.charts()
    assert [p.category for p in chart.points] == ["Ore", "Iron", "Steel"]


def test_names_along_the_zero_line_serve_bars_on_both_sides() -> None:
    drawing = Drawing().value_axis(40, 250, 50, ["-10", "0", "10", "20"], 260)
    for i, end in enumerate((150, 225, 170, 240)):
        drawing.rect(60 + 50 * i, min(end, 200), 80 + 50 * i, max(end, 200)).text(str(2021 + i), 70 + 50 * i, 207)
    (chart,) = drawing.charts()
    assert [(p.category, p.from_geometry) for p in chart.points] == [
        ("2021", pytest.approx(10, abs=0.1)),
        ("2022", pytest.approx(-5, abs=0.1)),
        ("2023", pytest.approx(6, abs=0.1)),
        ("2024", pytest.approx(-8, abs=0.1)),
    ]


def test_the_unseen_bars_that_hold_a_waterfall_up_are_no_points() -> None:
    drawing = Drawing().value_axis(40, 200, 50, ["0", "10", "20"], 300)
    for i, (base, top) in enumerate(((200, 150), (150, 130), (130, 110), (125, 110), (200, 125))):
        x = 60 + 45 * i
        if base < 200:
            drawing.rect(x, base, x + 25, 200, "#000000")
        drawing.rect(x, top, x + 25, base, BLUE if base == 200 else ORANGE)
        drawing.text(("2023", "Goods", "Care", "Rent", "2024")[i], x + 12.5, 208)
    (chart,) = drawing.charts()
    assert chart.kind == "waterfall"
    assert [(p.category, p.from_geometry) for p in chart.points] == [
        (name, pytest.approx(value, abs=0.05))
        for name, value in (("2023", 10), ("Goods", 4), ("Care", 4), ("Rent", -3), ("2024", 15))
    ]


def test_a_bar_whose_label_says_break_keeps_its_label_and_no_height() -> None:
    d = named(bars([50, 100, 125], ["500", "1,000", "Break 7,000"]))
    d.value_axis(50, 300, 50, ["0", "500", "1,000", "1,500"], 320)
    (chart,) = d.charts()
    assert [p.printed for p in chart.points] == [500, 1000, 7000]
    assert drawn_values(chart) == [500, 1000, None]
    assert chart.primary is not None and not chart.primary.is_broken


# -- charts without an axis


def test_bars_of_two_charts_side_by_side_stand_on_rules_of_their_own() -> None:
    d = Drawing(width=500)
    for left, values in ((60, (30, 60, 45)), (200, (50, 20, 70))):
        d.line((left - 6, 300), (left + 114, 300))
        for i, value in enumerate(values):
            x = left + 40 * i
            d.rect(x, 300 - value, x + 24, 300).text(str(value), x + 12, 292 - value).text(str(2022 + i), x + 12, 310)
    left, right = sorted(d.charts(), key=lambda c: c.box.x0)
    assert [p.value_as_printed for p in left.points] == ["30", "60", "45"]
    assert [p.value_as_printed for p in right.points] == ["50", "20", "70"]


def stacks(*columns: tuple[int, ...], colors: tuple[str, ...] = (BLUE, ORANGE, GREEN)) -> Drawing:
    """Columns of labelled parts from y=300 up, one point a unit, with no axis."""
    d = Drawing(width=500)
    for i, parts in enumerate(columns):
        base, x = 300, 80 + 80 * i
        for value, color in zip(parts, colors, strict=False):
            d.rect(x, base - value, x + 24, base, color).text(str(value), x + 12, base - value / 2)
            base -= value
    return named(d)


def test_a_stack_may_be_much_higher_than_its_lowest_part() -> None:
    (chart,) = stacks((15, 60, 70), (12, 50, 90), (20, 40, 30)).charts()
    assert drawn_values(chart) == [15, 60, 70, 12, 50, 90, 20, 40, 30]


@pytest.mark.parametrize("has_axis", [True, False])
@pytest.mark.parametrize(
    ("names", "total"), [(("Tea", "Cups", "Pots"), "Total"), (("茶叶", "茶杯", "茶壶"), "合计"), ((), "Total")]
)
def test_what_is_printed_over_a_stack_is_its_total(has_axis: bool, names: tuple[str, ...], total: str) -> None:
    d = stacks((15, 60, 70), (12, 50, 90), (20, 40, 30))
    if has_axis:
        d.value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    for i, (name, color) in enumerate(zip(names, (BLUE, ORANGE, GREEN), strict=False)):
        d.rect(100 + 80 * i, 340, 108 + 80 * i, 346, color).text(name, 112 + 80 * i, 343, align="left")
    for i, whole in enumerate((145, 152, 90)):
        d.text(str(whole), 92 + 80 * i, 292 - whole)
    (chart,) = d.charts()
    assert chart.series == (*names, total)
    assert table_of(chart)[9:] == [(total, "2022", "145"), (total, "2023", "152"), (total, "2024E", "90")]


@pytest.mark.parametrize(("printed", "told"), [(("145", "170", "90"), "170"), (("145", "170", "110"), None)])
def test_one_total_among_others_may_be_printed_wrong(printed: tuple[str, ...], told: str | None) -> None:
    d = stacks((15, 60, 70), (12, 50, 90), (20, 40, 30)).value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    for i, (text, whole) in enumerate(zip(printed, (145, 152, 90), strict=True)):
        d.text(text, 92 + 80 * i, 292 - whole)
    (chart,) = d.charts()
    assert ({row[1]: row[2] for row in table_of(chart) if row[0] == "Total"}).get("2023") == told


def test_a_total_over_parts_without_labels_is_not_the_last_part_s() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (low, high, over) in enumerate(((30, 40, 70), (50, 25, 75), (1, 60, 60))):
        x = 80 + 80 * i
        d.rect(x, 300 - low, x + 24, 300, BLUE).rect(x, 300 - low - high, x + 24, 300 - low, ORANGE)
        d.text(str(over), x + 12, 292 - low - high)
    (chart,) = named(d).charts()
    assert [row for row in table_of(chart) if row[2]] == [
        (None, "2024E", "60"),  # but what the last part alone measures is its own
        ("Total", "2022", "70"),
        ("Total", "2023", "75"),
    ]


@pytest.mark.parametrize(("upper", "found"), [(ORANGE, 1), (BLUE, 0)])
def test_the_filled_cells_of_a_table_are_no_stacks(upper: str, found: int) -> None:
    assert len(stacks((20, 20), (40, 20), (20, 40), colors=(BLUE, upper)).charts()) == found


def test_bars_of_a_row_differ_by_rounding() -> None:
    d = Drawing(width=500)
    for i, (value, width) in enumerate(((50, 24.4), (70, 24.6), (90, 24.4), (60, 24.6))):
        x = 80 + 80 * i
        d.rect(x, 300 - value, x + width, 300 + (i % 2) * 0.6 - 0.3).text(str(value), x + 12, 292 - value)
    (chart,) = named(d, ["A", "B", "C", "D"]).charts()
    assert [p.category for p in chart.points] == ["A", "B", "C", "D"]


@pytest.mark.parametrize("has_axis", [True, False])
def test_a_stack_painted_as_bars_from_the_base_over_each_other_is_what_shows(has_axis: bool) -> None:
    d = Drawing(width=500)
    if has_axis:
        d.value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (low, high) in enumerate(((30, 40), (50, 25), (20, 60))):
        x = 80 + 80 * i
        d.rect(x, 300 - low - high, x + 24, 300, ORANGE).text(str(high), x + 12, 300 - low - high / 2)
        d.rect(x, 300 - low, x + 24, 300, BLUE).text(str(low), x + 12, 300 - low / 2)
    (chart,) = named(d).charts()
    assert sorted((p.category, p.printed, p.from_geometry) for p in chart.points) == [
        ("2022", 30, 30), ("2022", 40, 40), ("2023", 25, 25), ("2023", 50, 50), ("2024E", 20, 20), ("2024E", 60, 60),
    ]  # fmt: skip


def test_a_bar_before_a_higher_one_hides_nothing_of_it_where_both_are_labelled_over_their_ends() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (part, whole) in enumerate(((30, 70), (50, 80), (20, 90))):
        x = 80 + 80 * i
        d.rect(x, 300 - whole, x + 24, 300, ORANGE).text(str(whole), x + 12, 292 - whole)
        d.rect(x, 300 - part, x + 24, 300, BLUE)
    (chart,) = named(d).charts()
    assert [round(p.from_geometry or 0) for p in chart.points if p.value_as_printed] == [70, 80, 90]


def test_a_line_over_bars_without_an_axis_is_theirs() -> None:
    d = named(bars([50, 70, 60], ["50", "70", "60"])).line((92, 200), (172, 185), (252, 190), color=ORANGE)
    for x, y, text in ((92, 200, "10%"), (172, 185, "40%"), (252, 190, "30%")):
        d.text(text, x, y - 8)
    (chart,) = d.charts()
    assert chart.kind == "combo"
    assert [p.value_as_printed for p in chart.points] == ["50", "70", "60", "10%", "40%", "30%"]


def test_a_line_under_their_base_is_not() -> None:
    d = named(bars([50, 70, 60], ["50", "70", "60"])).line((92, 350), (172, 335), (252, 340), color=ORANGE)
    kinds = [c.kind for c in d.charts()]
    assert kinds[0] == "bar" and "combo" not in kinds


def lines_over_a_base(*heights: tuple[int, int, int], base: float = 300) -> Drawing:
    """Lines labelled at their points, a rule at `base`, and the years under it."""
    d = Drawing(width=500).line((70, base), (270, base))
    for line, color in zip(heights, (BLUE, ORANGE), strict=False):
        d.line(*((92 + 80 * i, 300 - value) for i, value in enumerate(line)), color=color)
        for i, value in enumerate(line):
            d.text(str(value), 92 + 80 * i, 292 - value)
    return named(d)


def test_lines_without_an_axis_reach_down_to_the_rule_that_the_names_stand_under() -> None:
    (chart,) = lines_over_a_base((120, 150, 135)).charts()
    assert table_of(chart) == [(None, "2022", "120"), (None, "2023", "150"), (None, "2024E", "135")]


def test_but_not_to_the_rule_over_a_note() -> None:
    d = lines_over_a_base((20, 50, 35), base=340).text("Source: own survey", 110, 348)
    (chart,) = d.charts()
    assert chart.box.bottom < 330


def test_lines_far_apart_over_one_base_are_one_chart() -> None:
    (chart,) = lines_over_a_base((120, 150, 135), (20, 30, 25)).charts()
    assert [p.value_as_printed for p in chart.points] == ["120", "150", "135", "20", "30", "25"]


def test_an_area_without_an_axis() -> None:
    d = Drawing(width=500).shape([(92, 250), (172, 230), (252, 210), (252, 300), (92, 300)], BLUE)
    d.text("50", 98, 243).text("70", 172, 223).text("90", 246, 203)
    (chart,) = named(d).charts()
    assert chart.kind == "area"
    assert [p.value_as_printed for p in chart.points] == ["50", "70", "90"]


@pytest.mark.parametrize(("bottom", "found"), [(300, 1), (270, 0)])
def test_an_area_without_an_axis_stands_on_a_level_base(bottom: int, found: int) -> None:
    tops = [(92, 250), (172, 230), (252, 210)]
    d = Drawing(width=500).shape([*tops, (252, 300), (172, bottom), (92, bottom)], BLUE)
    for (x, top), floor in zip(tops, (bottom, bottom, 300), strict=True):
        d.text(str(floor - top), x, top - 7)
    assert len(named(d).charts()) == found


def test_stacked_areas_without_an_axis_are_one_chart() -> None:
    d = Drawing(width=500).shape([(92, 250), (172, 240), (252, 220), (252, 300), (92, 300)], BLUE)
    d.shape([(92, 220), (172, 200), (252, 160), (252, 220), (172, 240), (92, 250)], GREEN)
    d.text("50", 98, 275).text("60", 172, 270).text("80", 246, 260)
    d.text("30", 98, 235).text("40", 172, 220).text("60", 246, 190)
    (chart,) = named(d).charts()
    assert [p.value_as_printed for p in chart.points] == ["50", "60", "80", "30", "40", "60"]


@pytest.mark.parametrize("rules", [True, False])
def test_dots_on_rules_without_an_axis(rules: bool) -> None:
    d = Drawing(width=500)
    for i, (low, high) in enumerate(((20, 90), (40, 70), (30, 80))):
        x = 92 + 80 * i
        if rules:
            d.line((x, 200), (x, 300))
        for value, color in ((low, BLUE), (high, ORANGE)):
            d.shape(disc(x, 300 - value), color).text(str(value), x + 12, 300 - value)
    found = [(p.category, p.value_as_printed) for c in named(d).charts() for p in c.points]
    ends = [("2022", "20"), ("2022", "90"), ("2023", "40"), ("2023", "70"), ("2024E", "30"), ("2024E", "80")]
    assert found == (ends if rules else [])


def test_dots_whose_values_run_across_the_page_are_labelled_above() -> None:
    d = Drawing(width=500).line((100, 310), (320, 310))
    for value in (0, 50, 100):
        d.text(str(value), 110 + 2 * value, 320)
    for i, (name, value) in enumerate((("Kites", 20), ("Boats", 75), ("Drums", 45))):
        y = 180 + 40 * i
        d.text(name, 96, y, align="right").line((100, y), (320, y))
        d.shape(disc(110 + 2 * value, y), BLUE).text(str(value), 110 + 2 * value, y - 11)
    (chart,) = d.charts()
    assert table_of(chart) == [(None, "Kites", "20"), (None, "Boats", "75"), (None, "Drums", "45")]


def disc(x: float, y: float, r: float = 4) -> list[tuple[float, float]]:
    return [(x + r * math.cos(t * math.pi / 8), y + r * math.sin(t * math.pi / 8)) for t in range(16)]


def test_the_last_marker_of_a_line_may_be_its_names_swatch_too() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100", "150"], 262)
    points = [(92, 200), (172, 180), (252, 170)]
    d.line(*points, color=BLUE)
    for x, y in points:
        d.shape(disc(x, y), BLUE)
    (chart,) = named(d.text("Kites", 260, 170, align="left")).charts()
    assert [(p.series, p.category, round(p.from_geometry or 0)) for p in chart.points] == [
        ("Kites", "2022", 100), ("Kites", "2023", 120), ("Kites", "2024E", 130),
    ]  # fmt: skip


def test_a_thick_line_may_be_painted_as_the_outlines_of_its_pieces() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100", "150"], 262)
    points = [(92, 200), (172, 180), (252, 230)]
    for (x0, y0), (x1, y1) in pairwise(points):
        d.shape([(x0 - 0.7, y0 - 1.2), (x1 + 0.7, y1 - 1.2), (x1 + 0.7, y1 + 1.2), (x0 - 0.7, y0 + 1.2)], BLUE)
    (chart,) = named(d).charts()
    assert chart.kind == "line"
    assert drawn_values(chart) == pytest.approx([100, 120, 70], abs=1)


@pytest.mark.parametrize(("rise", "found"), [(0, 0), (5, 1)])
def test_figures_on_the_base_lines_of_a_tables_rows_are_no_value_axis(rise: float, found: int) -> None:
    d = named(bars([50, 100, 125], None)).value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    for i in range(4):  # in a type whose boxes are higher
        word = d.text("Kite", 290, 300 - 50 * i - rise).words.pop()
        boxes = tuple(replace(b, top=b.top - 3) for b in word.char_boxes)
        d.words.append(replace(word, box=Box.around(boxes), char_boxes=boxes))
    assert sum(c.primary is not None for c in d.charts()) == found


# -- legends


@pytest.mark.parametrize(("tag", "series"), [("", "Sales of kites"), ("7", None)])
def test_a_filled_box_with_text_in_it_is_no_swatch(tag: str, series: str | None) -> None:
    d = named(bars([50, 100, 125], None)).value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    d.rect(80, 120, 100, 132, BLUE).text("Sales of kites", 104, 126, align="left")
    if tag:
        d.text(tag, 90, 126)
    (chart,) = d.charts()
    assert {p.series for p in chart.points} == {series}


def test_a_name_in_a_legend_may_go_on_in_the_next_line() -> None:
    d = bars([50, 60, 70], None).value_axis(50, 300, 50, ["0", "50", "100"], 320)
    named(bars([20, 30, 40], None, ORANGE, shift=26, d=d), shift=25)
    d.rect(100, 340, 108, 346, BLUE).text("Kites of silk", 112, 343, align="left")
    d.text("and paper", 112, 352, align="left")
    d.rect(200, 340, 208, 346, ORANGE).text("Boats", 212, 343, align="left").rect(200, 349, 208, 355, GREEN)
    d.text("Drums", 212, 352, align="left")
    (chart,) = d.charts()
    assert set(chart.series) == {"Kites of silk and paper", "Boats"}


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("Kites of silk", "Kites of silk"),
        ("Most kites are flown in autumn.", None),
        ("风筝多在秋天放飞。", None),
        ("In autumn most of the kites are flown by the young and the old over the fields", None),  # far across
    ],
)
def test_a_bullet_before_a_sentence_is_no_legend(text: str, series: str | None) -> None:
    d = named(bars([50, 100, 125], None)).value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    d.rect(80, 123, 86, 129, BLUE).text(text, 90, 126, align="left")
    (chart,) = d.charts()
    assert {p.series for p in chart.points} == {series}


@pytest.mark.parametrize(
    ("rise", "is_line", "series"),
    [
        (4.5, False, "Sales of kites"),  # up to .62 em
        (5.2, False, None),
        (3.5, True, "Sales of kites"),  # up to .45 em
        (4.5, True, None),  # it leads to something else
    ],
)
def test_a_filled_swatch_may_stand_higher_than_its_name_and_a_line_less_so(
    rise: float, is_line: bool, series: str | None
) -> None:
    d = named(bars([50, 100, 125], None)).value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    y = 126 - rise
    d = d.line((80, y), (88, y), color=BLUE) if is_line else d.rect(80, y - 3, 88, y + 3, BLUE)
    (chart,) = d.text("Sales of kites", 92, 126, align="left").charts()
    assert {p.series for p in chart.points} == {series}


def test_of_swatches_in_rows_close_together_each_is_that_of_the_name_below_its_middle() -> None:
    d = bars([50, 60, 70], None).value_axis(50, 300, 50, ["0", "50", "100"], 320)
    named(bars([20, 30, 40], None, ORANGE, shift=26, d=d), shift=25)
    for y, name, color in ((340, "Kites", BLUE), (349, "Boats", ORANGE)):
        d.rect(100, y - 7.5, 108, y - 1.5, color).text(name, 112, y, align="left")
    (chart,) = d.charts()
    assert [p.series for p in chart.points] == ["Kites", "Boats"] * 3


def test_the_last_word_of_a_justified_line_beside_a_rule_is_no_name() -> None:
    d = named(bars([50, 100, 125], None)).value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    d.text("kites are flown in the", 80, 126, align="left").text("south", 174, 126, align="left")
    (chart,) = d.line((200, 126), (224, 126), color=BLUE).charts()
    assert {p.series for p in chart.points} == {None}


def test_names_in_a_legend_may_begin_with_numbers() -> None:
    drawing = Drawing().value_axis(40, 200, 50, ["0", "10", "20"], 240)
    for i, name in enumerate(("60 and over", "65 and over")):
        drawing.rect(90 + 80 * i, 60, 98 + 80 * i, 68, (BLUE, ORANGE)[i]).text(name, 102 + 80 * i, 64, align="left")
    for i, name in enumerate(("North", "South", "West")):
        drawing.rect(60 + 60 * i, 150, 75 + 60 * i, 200, BLUE).rect(75 + 60 * i, 120, 90 + 60 * i, 200, ORANGE)
        drawing.text(name, 75 + 60 * i, 208)
    (chart,) = drawing.charts()
    assert [p.series for p in chart.points[:2]] == ["60 and over", "65 and over"]


def test_a_line_is_read_at_its_own_markers_though_those_of_another_touch_it() -> None:
    d = Drawing().value_axis(50, 300, 50, ["0", "50", "100", "150"], 320)
    for color, heights in ((ORANGE, (200, 178, 150)), (BLUE, (200, 180, 165))):
        points = [(92, heights[0]), (172, heights[1]), (252, heights[2])]
        d.line(*points, color=color)
        for x, y in points:
            d.rect(x - 2, y - 2, x + 2, y + 2, color)
    named(d)
    d.line((100, 343), (116, 343), color=ORANGE).text("High", 120, 343, align="left")
    d.line((180, 343), (196, 343), color=BLUE).text("Base", 200, 343, align="left")
    (chart,) = d.charts()
    values = {(p.series, p.category): round(p.from_geometry or 0) for p in chart.points}
    assert (values["High", "2023"], values["Base", "2023"]) == (122, 120)


def test_a_second_axis_all_above_the_first_is_of_the_line_above_the_bars() -> None:
    d = named(bars([50, 75, 90], None)).value_axis(50, 300, 25, ["0", "100", "200", "300", "400"], 284)
    for i, tick in enumerate(["0", "40", "80"]):
        d.text(tick, 290, 195 - 40 * i, align="left")
    d.line((92, 160), (172, 130), (252, 145), color=ORANGE)
    d.rect(370, 90, 380, 290, BLUE)  # of another drawing, farther off than the line
    (chart,) = [c for c in d.charts() if len(c.points) > 3]
    assert [(p.category, p.axis, round(p.from_geometry or 0)) for p in chart.points] == [
        ("2022", "primary", 200), ("2023", "primary", 300), ("2024E", "primary", 360),
        ("2022", "secondary", 35), ("2023", "secondary", 65), ("2024E", "secondary", 50),
    ]  # fmt: skip


def test_the_rims_of_markers_are_no_bars() -> None:
    d = named(bars([50, 75, 90], None)).value_axis(50, 300, 50, ["0", "200", "400", "600"], 320)
    d.line((92, 200), (172, 180), (252, 190), color=ORANGE)
    for x, y in ((92, 200), (172, 180), (252, 190)):
        for dx, dy in ((-2.0, 0.0), (1.5, 0.0), (0.0, -1.0), (0.0, 1.0)):
            d.rect(x + dx, y + dy - 1.8, x + dx + 1, y + dy + 1.8, ORANGE)
    (chart,) = d.charts()
    assert [round(p.from_geometry or 0) for p in chart.points][:3] == [200, 300, 360]

"""Pies and doughnuts: shares by angle, labels inside, beside or by legend."""

from __future__ import annotations

import math

import pytest

from tests.charts.draw import BLUE, GREEN, ORANGE, Drawing, drawn_values, table_of
from wpextract.charts.model import Chart
from wpextract.charts.pies import find_pies
from wpextract.charts.shapes import scene_of

COLORS = [BLUE, ORANGE, GREEN]


def pie(shares: list[float], hole: float = 0) -> Drawing:
    d = Drawing()
    start = 0.0
    for share, color in zip(shares, COLORS, strict=True):
        d.slice(200, 200, 60, start, start + share, color, hole)
        start += share
    return d


def by_name(chart: Chart) -> dict[str | None, str | None]:
    return {p.category: p.value_as_printed for p in chart.points}


@pytest.mark.parametrize(("hole", "kind"), [(0, "pie"), (35, "doughnut")])
def test_labels_inside_and_names_in_the_legend(hole: float, kind: str) -> None:
    d = pie([0.5, 0.3, 0.2], hole)
    d.text("50%", 248, 200).text("30%", 167, 235).text("20%", 170, 166)
    for i, name in enumerate(["Early", "Growth", "Late"]):
        d.rect(120 + 60 * i, 290, 126 + 60 * i, 296, COLORS[i]).text(name, 130 + 60 * i, 293, align="left")
    (chart,) = d.charts()
    assert chart.kind == kind
    assert by_name(chart) == {"Early": "50%", "Growth": "30%", "Late": "20%"}
    assert sorted(v or 0 for v in drawn_values(chart)) == [20, 30, 50]


def test_values_in_a_column_beside_the_legend() -> None:
    d = pie([0.81, 0.13, 0.06], 35)
    for i, (name, value) in enumerate([("Lithium", "81.4%"), ("Flow", "12.5%"), ("Others", "6.1%")]):
        d.rect(300, 180 + 14 * i, 306, 186 + 14 * i, COLORS[i]).text(name, 310, 183 + 14 * i, align="left")
        d.text(value, 390, 183 + 14 * i, align="right")
    (chart,) = d.charts()
    assert by_name(chart) == {"Lithium": "81.4%", "Flow": "12.5%", "Others": "6.1%"}


def test_names_with_their_values_outside() -> None:
    d = pie([0.5, 0.3, 0.2])
    d.text("Below 30 kW", 300, 195).text("50%", 300, 205)
    d.text("30–60 kW", 120, 255).text("30%", 120, 265)
    d.text("Others", 130, 140).text("20%", 130, 150)
    (chart,) = d.charts()
    assert by_name(chart) == {"Below 30 kW": "50%", "30–60 kW": "30%", "Others": "20%"}


def test_a_name_and_the_value_behind_it_however_wide_the_space() -> None:
    d = pie([0.5, 0.3, 0.2])
    for name, value, x, y in (("Early", "50%", 290, 200), ("Growth", "30%", 105, 262), ("Late", "20%", 105, 140)):
        d.text(name, x, y, align="left").text(value, d.words[-1].box.x1 + 9, y, align="left")
    (chart,) = d.charts()
    assert by_name(chart) == {"Early": "50%", "Growth": "30%", "Late": "20%"}


def test_a_value_is_of_the_name_over_it_and_not_of_that_beside_it() -> None:
    d = pie([0.6, 0.25, 0.15])
    d.text("Alba", 300, 195).text("60%", 300, 205)
    d.text("Brack", 120, 162).text("25%", 120, 171)
    d.text("Others", 145, 153).text("15%", 145, 162)
    (chart,) = d.charts()
    assert by_name(chart) == {"Alba": "60%", "Brack": "25%", "Others": "15%"}


def test_names_outside_and_values_inside() -> None:
    d = pie([0.5, 0.3, 0.2])
    d.text("50%", 230, 200).text("30%", 182, 228).text("20%", 182, 172)
    d.text("East", 280, 200).text("West", 140, 250).text("South", 145, 148)
    (chart,) = d.charts()
    assert by_name(chart) == {"East": "50%", "West": "30%", "South": "20%"}


def test_a_pie_with_names_of_its_own_leaves_the_legend_to_another_chart() -> None:
    d = pie([0.5, 0.3, 0.2])
    d.text("Tea", 300, 195).text("50%", 300, 205)
    d.text("Cups", 120, 255).text("30%", 120, 265)
    d.text("Pots", 130, 140).text("20%", 130, 150)
    for i, name in enumerate(["Shops", "Markets", "Web"]):
        d.rect(120 + 60 * i, 290, 126 + 60 * i, 296, COLORS[i]).text(name, 130 + 60 * i, 293, align="left")
    (chart,) = d.charts()
    assert by_name(chart) == {"Tea": "50%", "Cups": "30%", "Pots": "20%"}
    assert chart.box.bottom < 290


@pytest.mark.parametrize(
    "texts",
    [
        ("2024年", "Kites of silk", "Boats of oak"),
        ("Kites of silk", "Boats of oak", "Source: own survey"),
        ("Kites of silk", "Boats of oak", "Unit: tonnes"),
        ("Kites of silk", "Boats of oak", "FY24"),
        ("Kites of silk are flown over all of the fields", "Boats of oak", "Drums"),  # longer than a name
    ],
)
def test_a_legend_of_all_slices_names_them_where_what_stands_beside_may_be_no_name(texts: tuple[str, ...]) -> None:
    d = pie([0.5, 0.3, 0.2])
    d.text("50%", 230, 200).text("30%", 182, 228).text("20%", 182, 172)
    for text, (x, y) in zip(texts, ((290, 190), (125, 255), (125, 145)), strict=True):
        d.text(text, x, y)
    for i, name in enumerate(["Early", "Growth", "Late"]):
        d.rect(120 + 60 * i, 290, 126 + 60 * i, 296, COLORS[i]).text(name, 130 + 60 * i, 293, align="left")
    (chart,) = d.charts()
    assert by_name(chart) == {"Early": "50%", "Growth": "30%", "Late": "20%"}


def test_a_year_in_the_hole_names_no_slice() -> None:
    d = pie([0.5, 0.3, 0.2], hole=30).text("2024年", 208, 227)
    d.text("50%", 248, 190).text("30%", 167, 235).text("20%", 170, 166).text("Kites", 135, 255).text("Boats", 135, 145)
    for i, name in enumerate(["Early", "Growth", "Late"]):
        d.rect(120 + 60 * i, 290, 126 + 60 * i, 296, COLORS[i]).text(name, 130 + 60 * i, 293, align="left")
    (chart,) = d.charts()
    assert by_name(chart) == {"Early": "50%", "Growth": "30%", "Late": "20%"}


@pytest.mark.parametrize(
    ("start", "short", "found"),
    [
        (60, 15, {"Tea": "50%", "Cups": "30%", "Pots": "20%"}),
        (75, 2, {"Tea": "50%", "Cups": "30%", "Pots": "20%"}),  # it begins off the rim
        (60, 18, None),
    ],
)
def test_a_leader_line_may_end_short_of_its_text(start: float, short: float, found: dict[str, str] | None) -> None:
    d = pie([0.5, 0.3, 0.2])
    for text, turn, x, y in (("Tea 50%", 0.45, 300, 270), ("Cups 30%", 0.55, 110, 285), ("Pots 20%", 0.98, 130, 95)):
        angle = 2 * math.pi * turn
        d.line((200 + start * math.sin(angle), 200 - start * math.cos(angle)), (x, y), color="#808080")
        d.text(text, x + (short if x > 200 else -short), y, align="left" if x > 200 else "right")
    assert [by_name(chart) for chart in d.charts()] == ([found] if found else [])


def test_printed_shares_that_pass_a_hundred_still_fill_the_circle() -> None:
    d = pie([50 / 103, 30 / 103, 23 / 103])
    d.text("50%", 230, 200).text("30%", 182, 228).text("23%", 182, 172)
    (chart,) = d.charts()
    assert sorted(v or 0 for v in drawn_values(chart)) == [23, 30, 50]


def test_numbers_that_stand_by_chance_are_not_its_shares() -> None:
    d = pie([0.5, 0.3, 0.2])
    d.text("Distribution, 2024", 200, 120, size=10, bold=True).text("see page 7", 290, 200)
    (chart,) = d.charts()
    assert table_of(chart) == []


@pytest.mark.parametrize(("x", "y"), [(300, 200), (110, 200), (200, 110)])
def test_a_percentage_of_the_text_beside_it_is_none_of_its_bare_numbers(x: float, y: float) -> None:
    d = pie([0.5, 0.3, 0.2])
    d.text("50", 230, 200).text("30", 182, 228).text("20", 182, 172).text("up 62% since 2020", x, y)
    (chart,) = d.charts()
    assert sorted(p.value_as_printed or "" for p in chart.points) == ["20", "30", "50"]
    assert sorted(v or 0 for v in drawn_values(chart)) == [20, 30, 50]


def test_a_circle_alone_is_no_pie() -> None:
    d = Drawing().slice(200, 200, 60, 0, 0.999, BLUE).text("1", 200, 200)
    assert d.charts() == ()


def test_a_long_legend_and_a_far_title_belong_to_a_small_pie() -> None:
    d = Drawing(width=600, height=300).text("Sales by region", 300, 50, size=10, bold=True)
    colors = ("#16395f", "#e08020", "#3a9a5a", "#c02040", "#7050a0", "#20a0c0")
    names = ("Northern", "Southern", "Eastern", "Western", "Central", "Islands")
    for i, color in enumerate(colors):
        d.slice(300, 170, 35, i / 6, (i + 1) / 6, color)
        d.rect(40 + 90 * i, 236, 52 + 90 * i, 242, color).text(names[i], 56 + 90 * i, 239, align="left")
    (chart,) = d.charts()
    assert chart.title == "Sales by region"
    assert [p.category for p in chart.points].count(None) == 0


def pulled(shares: list[float], offsets: list[float], grid: float = 0.01) -> Drawing:
    """A pie with each slice moved outwards by its offset, its corners rounded to a grid."""
    d = Drawing()
    start = 0.0
    for share, color, offset in zip(shares, COLORS, offsets, strict=False):
        middle = 2 * math.pi * (start + share / 2)
        cx, cy = 200 + offset * math.sin(middle), 200 - offset * math.cos(middle)
        turns = [2 * math.pi * (start + share * i / 24) for i in range(25)]
        corners = [*((cx + 60 * math.sin(t), cy - 60 * math.cos(t)) for t in turns), (cx, cy)]
        d.shape([(grid * round(x / grid), grid * round(y / grid)) for x, y in corners], color)
        start += share
    return d


@pytest.mark.parametrize(
    ("shares", "offsets", "grid"),
    [
        ([0.05, 0.45, 0.5], [1, 1, 1], 0.01),  # the mean of the slices' circles holds them all
        ([0.5, 0.3, 0.2], [0, 0, 1.5], 0.01),
        ([0.5, 0.3, 0.2], [0, 0, 0], 0.5),
    ],
)
def test_slices_pulled_out_a_little_or_with_a_rough_rim_make_one_circle(
    shares: list[float], offsets: list[float], grid: float
) -> None:
    (found,) = find_pies(scene_of(pulled(shares, offsets, grid).page()))
    assert sorted(s.sweep / (2 * math.pi) for s in found.slices) == pytest.approx(sorted(shares), abs=0.015)


def test_slices_of_half_a_turn_are_half_a_doughnut() -> None:
    d = Drawing()
    for start, end, color in ((-0.25, 0, BLUE), (0, 0.15, ORANGE), (0.15, 0.25, GREEN)):
        d.slice(200, 200, 60, start, end, color, hole=35)
    (found,) = find_pies(scene_of(d.page()))
    assert [len(found.slices), found.is_ring] == [3, True]


def test_but_no_part_of_a_circle_that_others_fill_up() -> None:
    assert find_pies(scene_of(pulled([0.05, 0.45, 0.5], [2, 2, 2]).page())) == []  # too far apart to be read


def test_a_slice_of_four_corners_is_no_piece_of_a_line() -> None:
    d = Drawing().slice(200, 200, 60, 0, 0.6, BLUE).slice(200, 200, 60, 0.6, 0.985, ORANGE)
    rim = [(200 + 60 * math.sin(2 * math.pi * t), 200 - 60 * math.cos(2 * math.pi * t)) for t in (0.985, 0.9925, 1)]
    d.shape([*rim, (200, 200)], GREEN)
    d.text("60%", 250, 210).text("38.5%", 160, 190).text("1.5%", 194, 130)
    (chart,) = d.charts()
    assert sorted(v or 0 for v in drawn_values(chart)) == pytest.approx([1.5, 38.5, 60], abs=0.1)

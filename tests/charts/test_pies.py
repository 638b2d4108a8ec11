"""Pies and doughnuts: shares by angle, labels inside, beside or by legend."""

from __future__ import annotations

import pytest

from tests.charts.draw import BLUE, GREEN, ORANGE, Drawing, drawn_values, table_of
from wpextract.charts.model import Chart

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


def test_names_with_their_values_outside() -> None:
    d = pie([0.5, 0.3, 0.2])
    d.text("Below 30 kW", 300, 195).text("50%", 300, 205)
    d.text("30–60 kW", 120, 255).text("30%", 120, 265)
    d.text("Others", 130, 140).text("20%", 130, 150)
    (chart,) = d.charts()
    assert by_name(chart) == {"Below 30 kW": "50%", "30–60 kW": "30%", "Others": "20%"}


def test_names_outside_and_values_inside() -> None:
    d = pie([0.5, 0.3, 0.2])
    d.text("50%", 230, 200).text("30%", 182, 228).text("20%", 182, 172)
    d.text("East", 280, 200).text("West", 140, 250).text("South", 145, 148)
    (chart,) = d.charts()
    assert by_name(chart) == {"East": "50%", "West": "30%", "South": "20%"}


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

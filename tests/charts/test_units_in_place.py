"""Where a chart's unit and names may stand: at a tick, on one label, in a subtitle, in a table under the plot."""

from __future__ import annotations

import pytest

from tests.charts.draw import BLUE, ORANGE, Drawing, table_of
from wpextract.charts import units

NAMES, VALUES = ("East", "West", "South"), (40, 75, 90)


def bars(labels: tuple[str, ...] = ("40", "75", "90"), title: str = "") -> Drawing:
    """Three labelled bars between y=200 and y=300 on an axis, a bold title at y=170 if there is one."""
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (name, value, label) in enumerate(zip(NAMES, VALUES, labels, strict=True)):
        d.rect(80 + 80 * i, 300 - value, 104 + 80 * i, 300, BLUE)
        d.text(label, 92 + 80 * i, 292 - value).text(name, 92 + 80 * i, 310)
    return d.text(title, 60, 170, size=9, align="left", bold=True) if title else d


def unit_of(d: Drawing) -> str | None:
    (chart,) = d.charts()
    return chart.unit_as_printed


def test_the_first_label_may_tell_the_unit_of_all() -> None:
    assert unit_of(bars(labels=("€40m", "75", "90"))) == "€m"


def test_labels_that_all_have_their_unit_leave_none_to_the_chart() -> None:
    assert unit_of(bars(labels=("€40m", "€75m", "€90m"))) is None


def test_the_topmost_tick_may_tell_the_unit_of_the_axis() -> None:
    d = Drawing(width=500).value_axis(50, 300, 25, ["0", "25", "50", "75", "100 GWh"], 320)
    for i, (name, value) in enumerate(zip(NAMES, VALUES, strict=True)):
        d.rect(80 + 80 * i, 300 - value, 104 + 80 * i, 300, BLUE).text(name, 92 + 80 * i, 310)
        d.text(str(value), 92 + 80 * i, 292 - value)
    assert unit_of(d) == "GWh"


@pytest.mark.parametrize(("text", "expected"), [("(EUR million)", "EUR million"), ("(7,430)", None)])
def test_a_negative_amount_over_a_chart_is_no_unit(text: str, expected: str | None) -> None:
    assert unit_of(bars().text(text, 120, 180)) == expected


def test_a_subtitle_may_end_with_the_unit() -> None:
    d = bars(title="Figure 2 Sales of kilns by region")
    d.text("Retail sales, EUR million", 60, 182, size=7, align="left")
    assert unit_of(d) == "EUR million"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sales of kilns [EUR million]", "[EUR million]"),
        ("Sales of kilns / thousand units", "thousand units"),
        ("Sales of kilns, 2020-2024: EUR million", "EUR million"),
        ("窑炉销量｜万台", "万台"),
        ("Kilns: a portrait", None),
    ],
)
def test_a_unit_behind_a_slash_a_colon_a_bar_or_in_square_brackets(title: str, expected: str | None) -> None:
    assert units.unit_of_title(title) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("EUR bn, growth in per cent", ("EUR bn", "per cent")),
        ("销售额（左轴），亿元；增速（右轴），%", ("亿元", "%")),
    ],
)
def test_a_note_names_the_units_of_two_axes_with_their_subjects(note: str, expected: tuple[str, str]) -> None:
    assert units.units_of_axes(note) == expected


def test_one_of_several_charts_under_a_common_caption_is_named_by_its_letter() -> None:
    (chart,) = bars(title="(b) Kilns by region (EUR million)").charts()
    assert (chart.title, chart.unit_as_printed) == ("(b) Kilns by region (EUR million)", "EUR million")


def test_a_captions_number_may_stand_at_the_end_of_its_line() -> None:
    d = bars().text("Kilns by region", 60, 170, size=9, align="left").text("Figure 4", 330, 170, size=9, align="right")
    (chart,) = d.charts()
    assert chart.title == "Figure 4 Kilns by region"


def test_a_caption_may_be_set_upright_beside_the_chart() -> None:
    d = bars().upright("Figure 4 Kilns by region", 24, 250, size=8)
    (chart,) = d.charts()
    assert chart.title == "Figure 4 Kilns by region"


def test_a_table_under_the_plot_labels_its_bars() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (name, value) in enumerate(zip(NAMES, VALUES, strict=True)):
        d.rect(90 + 80 * i, 300 - value, 114 + 80 * i, 300, BLUE).text(name, 102 + 80 * i, 310)
        d.text(str(value), 102 + 80 * i, 324)
    d.rect(30, 321, 36, 327, BLUE).text("Kilns", 40, 324, align="left")
    (chart,) = d.charts()
    assert table_of(chart) == [("Kilns", "East", "40"), ("Kilns", "West", "75"), ("Kilns", "South", "90")]


def test_numbers_under_a_plot_that_its_bars_contradict_are_no_labels() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (name, value) in enumerate(zip(NAMES, VALUES, strict=True)):
        d.rect(90 + 80 * i, 300 - value, 114 + 80 * i, 300, BLUE).text(name, 102 + 80 * i, 310)
        d.text(str(3 * value), 102 + 80 * i, 324)
    d.rect(30, 321, 36, 327, BLUE).text("Kilns", 40, 324, align="left")
    (chart,) = d.charts()
    assert [label for _, _, label in table_of(chart)] == [None, None, None]


def test_quarters_that_begin_again_take_the_year_under_their_run() -> None:
    d = Drawing(width=500).value_axis(50, 300, 50, ["0", "50", "100"], 420)
    for i in range(8):
        d.rect(70 + 40 * i, 300 - 10 * (i + 2), 90 + 40 * i, 300, BLUE).text(
            str(10 * (i + 2)), 80 + 40 * i, 292 - 10 * (i + 2)
        )
        d.text(f"Q{i % 4 + 1}", 80 + 40 * i, 310)
    d.text("2023", 140, 322).text("2024", 300, 322)
    (chart,) = d.charts()
    assert [category for _, category, _ in table_of(chart)][:5] == [
        "Q1 2023",
        "Q2 2023",
        "Q3 2023",
        "Q4 2023",
        "Q1 2024",
    ]


def panel(d: Drawing, x: float, name: str) -> None:
    """Two groups of two bars on an axis at `x`, under a plain name."""
    d.value_axis(x, 300, 50, ["0", "50", "100"], x + 150).text(name, x + 70, 180, bold=True)
    for i, (year, low, high) in enumerate((("2023", 40, 60), ("2024", 55, 85))):
        for k, (value, color) in enumerate(((low, BLUE), (high, ORANGE))):
            left = x + 20 + 66 * i + 22 * k
            d.rect(left, 300 - value, left + 20, 300, color).text(str(value), left + 10, 292 - value)
        d.text(year, x + 41 + 66 * i, 310)


def test_panels_share_a_legend_and_the_unit_of_the_one_that_is_captioned() -> None:
    d = Drawing(width=500).text("Figure 2 Kilns by region (EUR million)", 40, 160, size=9, align="left", bold=True)
    panel(d, 50, "North")
    panel(d, 260, "South")
    d.rect(60, 328, 68, 334, BLUE).text("Sales", 72, 331, align="left")
    d.rect(120, 328, 128, 334, ORANGE).text("Orders", 132, 331, align="left")
    charts = d.charts()
    assert [c.unit_as_printed for c in charts] == ["EUR million", "EUR million"]
    assert [c.series for c in charts] == [("Sales", "Orders")] * 2

"""Charts as a plotting library writes them, from the PDF up: each kind with and without data labels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure

from tests.charts.draw import drawn_values
from wpextract.charts import find_charts
from wpextract.charts.model import Chart
from wpextract.ids import Ids
from wpextract.reading import read

YEARS = ["2021", "2022", "2023", "2024", "2025E"]
BLUE, ORANGE, GREEN = "#1f77b4", "#ff7f0e", "#2ca02c"


@pytest.fixture
def charts_of(tmp_path: Path) -> Callable[..., tuple[Chart, ...]]:
    """Draws on one pair of axes, writes the PDF and finds its charts."""

    def find(draw: Callable[[Axes], None], **settings: object) -> tuple[Chart, ...]:
        with mpl.rc_context(
            {"pdf.fonttype": 42, "font.size": 9, **{k.replace("_", "."): v for k, v in settings.items()}}
        ):
            figure = Figure(figsize=(5, 3.2))
            FigureCanvasPdf(figure)
            draw(figure.subplots())
            path = tmp_path / "figure.pdf"
            figure.savefig(path, bbox_inches="tight")
        return find_charts(read(path).pages[0], Ids("0" * 64))

    return find


Find = Callable[..., tuple[Chart, ...]]


@pytest.mark.parametrize("labelled", [True, False])
@pytest.mark.parametrize("turn", [0, 35, 90])
def test_bars(charts_of: Find, labelled: bool, turn: int) -> None:
    values = [352.0, 418.0, 563.0, 781.0, 1042.0]

    def draw(ax: Axes) -> None:
        bars = ax.bar(YEARS, values, width=0.5)
        ax.tick_params(axis="x", rotation=turn)
        ax.set_title("Market size")
        if labelled:
            ax.bar_label(bars, [f"{v:,.0f}" for v in values])

    (chart,) = charts_of(draw)
    assert (chart.kind, chart.title) == ("bar", "Market size")
    assert [p.category for p in chart.points] == YEARS
    assert [p.value_as_printed for p in chart.points] == (
        ["352", "418", "563", "781", "1,042"] if labelled else [None] * 5
    )
    assert drawn_values(chart) == pytest.approx(values, rel=0.005)


@pytest.mark.parametrize("inside", [True, False])
def test_grouped_bars_with_a_legend_in_or_under_the_plot(charts_of: Find, inside: bool) -> None:
    def draw(ax: Axes) -> None:
        for k, (name, values) in enumerate({"Public": [3.0, 5, 4, 6, 7], "Private": [2.0, 2.5, 1, 3, 4]}.items()):
            ax.bar([i + 0.4 * k for i in range(5)], values, width=0.38, label=name)
        ax.set_xticks([i + 0.2 for i in range(5)], YEARS)
        ax.set_ylim(0, 10)
        ax.legend() if inside else ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncol=2)

    (chart,) = charts_of(draw)
    assert chart.series == ("Public", "Private")
    values = {(p.series, p.category): round(p.from_geometry or 0, 1) for p in chart.points}
    assert values[("Public", "2022")] == 5
    assert values[("Private", "2025E")] == 4
    assert len(values) == 10


def test_stacked_shares_with_labels(charts_of: Find) -> None:
    def draw(ax: Axes) -> None:
        low, high = [62.5, 40.0, 20.5], [37.5, 60.0, 79.5]
        for bars in (ax.bar(YEARS[:3], low, label="Old"), ax.bar(YEARS[:3], high, bottom=low, label="New")):
            ax.bar_label(bars, fmt="%.1f%%", label_type="center")
        ax.legend(loc="upper center", bbox_to_anchor=(0.5, 1.15), ncol=2)

    (chart,) = charts_of(draw)
    assert chart.kind == "stacked_100"
    assert {(p.series, p.category, p.value_as_printed) for p in chart.points} >= {
        ("Old", "2021", "62.5%"), ("New", "2023", "79.5%"),
    }  # fmt: skip


def test_horizontal_bars(charts_of: Find) -> None:
    names = ["Guangdong", "Zhejiang", "Jiangsu", "Shanghai"]
    values = [612.4, 318.7, 296.3, 241.9]
    (chart,) = charts_of(lambda ax: ax.bar_label(ax.barh(names, values), fmt="%.1f") and None)
    assert chart.kind == "horizontal_bar"
    assert {p.category: p.value_as_printed for p in chart.points} == {
        n: f"{v:.1f}" for n, v in zip(names, values, strict=True)
    }


@pytest.mark.parametrize("marker", ["o", "s", ""])
def test_lines_without_labels(charts_of: Find, marker: str) -> None:
    values = {"Training": [18.0, 17.2, 16.1, 14.8, 13.4], "Inference": [6.4, 6.1, 5.7, 5.2, 4.8]}

    def draw(ax: Axes) -> None:
        for name, series in values.items():
            ax.plot(YEARS, series, marker=marker, label=name)
        ax.set_ylim(0, 20)
        ax.legend(loc="center right")

    (chart,) = charts_of(draw)
    assert chart.kind == "line"
    for name, series in values.items():
        read_off = [p.from_geometry for p in chart.points if p.series == name]
        assert read_off == pytest.approx(series, abs=0.1)


def test_bars_with_growth_on_a_second_axis(charts_of: Find) -> None:
    def draw(ax: Axes) -> None:
        bars = ax.bar(YEARS, [31.2, 38.9, 48.1, 59.0, 71.6], width=0.4, color=BLUE, label="Market size")
        ax.bar_label(bars, fmt="%.1f")
        ax.set_ylim(0, 140)
        right = ax.twinx()
        growth = [24.7, 23.7, 22.7, 21.4]
        (line,) = right.plot(range(1, 5), growth, color=ORANGE, marker="o", label="Growth")
        right.set_ylim(0, 30)
        right.yaxis.set_major_formatter(lambda v, _: f"{v:.0f}%")
        for i, value in enumerate(growth, 1):
            right.annotate(f"{value}%", (i, value), (0, 5), textcoords="offset points", ha="center", color=ORANGE)
        ax.legend(handles=[bars, line], loc="lower center", bbox_to_anchor=(0.5, 1), ncol=2)

    (chart,) = charts_of(draw)
    assert chart.kind == "combo"
    assert chart.secondary is not None
    assert chart.secondary.is_percent
    growth = {p.category: (p.value_as_printed, p.unit_in_label) for p in chart.points if p.series == "Growth"}
    assert growth == {
        "2022": ("24.7%", "%"), "2023": ("23.7%", "%"), "2024": ("22.7%", "%"), "2025E": ("21.4%", "%"),
    }  # fmt: skip
    assert [p.value_as_printed for p in chart.points if p.series == "Market size"] == [
        "31.2", "38.9", "48.1", "59.0", "71.6",
    ]  # fmt: skip


def test_bars_on_both_sides_of_zero(charts_of: Find) -> None:
    values = [4.5, -2.0, 3.0, -1.5, 6.0]
    (chart,) = charts_of(lambda ax: ax.bar_label(ax.bar(YEARS, values), fmt="%.1f") and None)
    assert chart.kind == "bar"
    assert drawn_values(chart) == pytest.approx(values, abs=0.05)
    assert [float(p.printed or 0) for p in chart.points] == values


def test_a_logarithmic_axis(charts_of: Find) -> None:
    def draw(ax: Axes) -> None:
        ax.bar(YEARS, [3, 40, 500, 700, 9000])
        ax.set_yscale("log")

    (chart,) = charts_of(draw)
    assert chart.primary is not None
    assert chart.primary.is_log
    assert drawn_values(chart) == pytest.approx([3, 40, 500, 700, 9000], rel=0.02)


def test_bars_that_a_logarithmic_axis_cuts_off_hold_no_numbers_below_it(charts_of: Find) -> None:
    def draw(ax: Axes) -> None:
        ax.bar(YEARS, [30, 40, 500, 700, 9000])
        ax.set_yscale("log")
        for row in range(4):
            ax.text(0.5, -0.3 - row / 10, f"{row}.5", transform=ax.transAxes)

    (chart,) = charts_of(draw)
    assert drawn_values(chart) == pytest.approx([30, 40, 500, 700, 9000], rel=0.02)


def test_a_plot_on_a_painted_ground_reaches_as_far_as_it(charts_of: Find) -> None:
    def draw(ax: Axes) -> None:
        ax.bar(YEARS, [3, 40, 500, 700, 9000])
        ax.set_yscale("log")
        ax.grid(visible=True, color="white")
        ax.tick_params(left=False, which="both")
        ax.text(0.5, -0.8, "Source: survey of the association", transform=ax.transAxes)

    ground = {"axes_facecolor": "#e5e5e5", "axes_edgecolor": "white", "axes_axisbelow": True}
    (chart,) = charts_of(draw, **ground)
    assert drawn_values(chart) == pytest.approx([3, 40, 500, 700, 9000], rel=0.08)  # no line tells a tick's height


@pytest.mark.parametrize("hole", [0.0, 0.5])
def test_pies_with_names_outside_and_shares_inside(charts_of: Find, hole: float) -> None:
    def draw(ax: Axes) -> None:
        wedges = {"width": 1 - hole, "edgecolor": "w"}
        ax.pie([45.5, 30.5, 24.0], labels=["Cloud", "Edge", "Device"], autopct="%.1f%%", wedgeprops=wedges)

    (chart,) = charts_of(draw)
    assert chart.kind == ("doughnut" if hole else "pie")
    assert {p.category: p.value_as_printed for p in chart.points} == {
        "Cloud": "45.5%", "Edge": "30.5%", "Device": "24.0%",
    }  # fmt: skip


def test_labelled_lines_without_an_axis_are_one_chart(charts_of: Find) -> None:
    def draw(ax: Axes) -> None:
        for name, values in (("Public", [4, 6, 5, 9, 12]), ("Private", [7, 5, 8, 10, 11])):
            ax.plot(YEARS, values, marker="o", label=name)
            for i, value in enumerate(values):
                ax.text(i, value + 0.4, f"{value}.0", ha="center")
        ax.yaxis.set_visible(False)
        ax.legend(loc="upper left")

    (chart,) = charts_of(draw)
    assert sorted((p.series, float(p.printed or 0)) for p in chart.points if p.category == "2025E") == [
        ("Private", 11.0), ("Public", 12.0),
    ]  # fmt: skip


def test_hollow_markers_on_an_area_do_not_break_it(charts_of: Find) -> None:
    def draw(ax: Axes) -> None:
        lower, upper = [4.0, 3.0, 5.0, 4.5, 6.0], [2.0, 2.5, 2.0, 3.0, 2.0]
        ax.stackplot(range(5), lower, upper, labels=["Public", "Private"], colors=[BLUE, ORANGE])
        ax.plot(range(5), [a + b for a, b in zip(lower, upper, strict=True)], "o-", color=ORANGE, mfc="white")
        ax.set_xticks(range(5), YEARS)
        ax.set_ylim(0, 10)
        ax.legend(loc="upper left")

    (chart,) = charts_of(draw)
    private = [p.from_geometry for p in chart.points if p.series == "Private"]
    assert private == pytest.approx([2.0, 2.5, 2.0, 3.0, 2.0], abs=0.1)


def test_stacked_areas(charts_of: Find) -> None:
    def draw(ax: Axes) -> None:
        ax.stackplot(YEARS, [[94, 112, 131, 149, 164], [58, 91, 147, 238, 371]], labels=["General", "Intelligent"])
        ax.margins(x=0)
        ax.legend(loc="upper left")

    (chart,) = charts_of(draw)
    assert chart.kind == "area"
    assert [p.from_geometry for p in chart.points if p.series == "Intelligent"] == pytest.approx(
        [58, 91, 147, 238, 371], abs=4
    )


def test_a_dot_plot(charts_of: Find) -> None:
    names = ["North", "East", "South"]

    def draw(ax: Axes) -> None:
        ax.plot([1.18, 1.25, 1.36], names, "o")
        for i, value in enumerate([1.18, 1.25, 1.36]):
            ax.annotate(f"{value}", (value, i), (5, 0), textcoords="offset points", va="center")

    (chart,) = charts_of(draw)
    assert chart.kind == "other"
    assert {p.category: p.value_as_printed for p in chart.points} == {"North": "1.18", "East": "1.25", "South": "1.36"}


def test_chinese_labels(charts_of: Find) -> None:
    fonts = [f for f in font_manager.fontManager.ttflist if "CJK" in f.name or "WenQuanYi" in f.name]
    if not fonts:
        pytest.skip("no font with Chinese characters is installed")

    def draw(ax: Axes) -> None:
        ax.bar_label(ax.bar(["西北", "华东", "华南"], [118, 131, 136]))
        ax.set_title("图3 各区域平均水平", fontsize=12)
        ax.text(0, 1.02, "单位：亿元", transform=ax.transAxes)

    (chart,) = charts_of(draw, font_family=fonts[0].name, pdf_fonttype=3)
    assert (chart.title, chart.unit_as_printed) == ("图3 各区域平均水平", "单位：亿元")
    assert {p.category: p.value_as_printed for p in chart.points} == {"西北": "118", "华东": "131", "华南": "136"}

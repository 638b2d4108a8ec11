"""Value axes: which columns of numbers are scales, and what a height on them is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.draw import BLUE, Drawing
from wpextract.charts.axes import value_axes
from wpextract.charts.shapes import scene_of


def test_equal_steps_at_equal_distances_are_a_scale() -> None:
    page = Drawing().value_axis(40, 300, 50, ["0", "500", "1,000", "1,500"], 380).page()
    (axis,) = value_axes(scene_of(page))
    assert (axis.scale.low, axis.scale.high, axis.side) == (0, 1500, "left")
    assert axis.scale.value(275) == pytest.approx(250)
    assert (axis.plot_x0, axis.plot_x1) == (44, 380)


def test_percent_ticks_make_a_percent_axis() -> None:
    page = Drawing().value_axis(40, 300, 50, ["0%", "10%", "20%"], 380).page()
    (axis,) = value_axes(scene_of(page))
    assert axis.scale.is_percent


def test_powers_of_ten_at_equal_distances_are_a_logarithmic_scale() -> None:
    page = Drawing().value_axis(40, 300, 50, ["1", "10", "100", "1000"], 380).page()
    (axis,) = value_axes(scene_of(page))
    assert axis.scale.is_log
    assert axis.scale.value(275) == pytest.approx(10**0.5)


def test_four_uneven_steps_that_the_distances_follow_are_a_scale() -> None:
    drawing = Drawing()
    for value in (0, 3, 6, 8):
        drawing.text(f"{value}%", 400, 300 - 10 * value, align="left")
    (axis,) = value_axes(scene_of(drawing.page()))
    assert (axis.scale.low, axis.scale.high) == (0, 8)
    assert axis.scale.value(255) == pytest.approx(4.5)


def test_a_number_far_above_uneven_steps_is_of_another_axis() -> None:
    drawing = Drawing()
    for value in (0, 3, 6, 8, 28):
        drawing.text(f"{value}", 400, 300 - 9 * value, align="left")
    assert not any(axis.scale.high == 28 for axis in value_axes(scene_of(drawing.page())))


@pytest.mark.parametrize(
    "column",
    [
        ["2021", "2022", "2023", "2024"],  # years name, they do not measure
        ["15.5", "28.7", "52.7", "96.9"],  # a constant factor alone is no logarithmic axis
        ["3", "17", "4", "11"],
    ],
)
def test_other_columns_of_numbers_are_not(column: list[str]) -> None:
    page = Drawing().value_axis(40, 300, 20, column, 380).page()
    assert value_axes(scene_of(page)) == []


def test_a_rank_that_counts_downwards_is_no_axis() -> None:
    page = Drawing().value_axis(40, 300, 20, ["4", "3", "2", "1"], 380).page()
    assert value_axes(scene_of(page)) == []


@given(
    low=st.integers(-50, 50), step=st.integers(1, 500), count=st.integers(3, 9), share=st.floats(0, 1)
)  # fmt: skip
def test_a_height_is_worth_what_the_ticks_around_it_say(low: int, step: int, count: int, share: float) -> None:
    ticks = [str(low * step + i * step) for i in range(count)]
    if all(1900 <= int(t) <= 2199 for t in ticks):
        return
    page = Drawing().value_axis(60, 300, 25, ticks, 380).page()
    (axis,) = value_axes(scene_of(page))
    height = 300 - share * 25 * (count - 1)
    assert axis.scale.value(height) == pytest.approx((low + share * (count - 1)) * step, abs=1e-6 * step * count)


def test_figures_between_the_lines_of_a_table_are_no_axis() -> None:
    d = Drawing()
    for i, figure in enumerate(["74", "67", "60", "53"]):
        d.text(figure, 100, 110 + 20 * i).line((40, 120 + 20 * i), (360, 120 + 20 * i))
    assert value_axes(scene_of(d.page())) == []


def test_the_side_of_a_bar_beside_a_tick_is_not_the_ticks_line() -> None:
    d = Drawing().value_axis(40, 300, 50, ["0", "50", "100"], 48)
    d.rect(48, 240, 60, 300).line((48, 300), (60, 300), color=BLUE).line((48, 240), (60, 240), color=BLUE)
    (axis,) = value_axes(scene_of(d.page()))
    assert (axis.plot_x0, axis.plot_x1) == (48, None)


@pytest.mark.parametrize(("off", "low"), [(0.9, 0), (3.0, 200)])
def test_a_tick_hardly_out_of_line_belongs_to_its_axis(off: float, low: int) -> None:
    drawing = Drawing().value_axis(40, 250, 50, ["200", "400", "600"], 380)
    (axis,) = value_axes(scene_of(drawing.text("0", 40 + off, 300, align="right").page()))
    assert axis.scale.low == low

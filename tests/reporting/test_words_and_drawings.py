"""Numbers in words, number lines and redrawn charts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpextract.consistency.model import Interval
from wpextract.consistency.relations import Role
from wpextract.reading.model import Box
from wpextract.reporting.crops import clipped, quote_of, uncut, window_for
from wpextract.reporting.numberline import LEFT, RIGHT, number_line
from wpextract.reporting.plots import Datum, draw
from wpextract.reporting.wording import ROLES, role_words, say, say_fact, say_interval

from .values import fact


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "said"),
    [
        ("615700000000", "CNY", -8, "RMB 615.7 billion"),
        ("2600000000000", "USD", -11, "USD 2.6 trillion"),
        ("3420000", "1", -4, "3.42 million"),
        ("1509", "1", 0, "1,509"),
        ("43", "%", 0, "43%"),
        ("41.06", "ZB", 2, "41.06 ZB"),
        ("7.2", "x", 1, "7.2×"),
        ("-3200000", "EUR", -5, "EUR -3.2 million"),
        ("61570000000", "CNY", -9, "RMB 61.57 billion"),  # corrected: more digits than were printed
        ("1e40", "1", None, "1 × 10^40"),
    ],
)
def test_a_value_is_said_as_people_say_it(value: str, unit: str, decimals: int | None, said: str) -> None:
    assert say(Decimal(value), unit, decimals) == said


def test_comparator_direction_and_range_are_said() -> None:
    assert say_fact(fact("f", "2600000000000", comparator=">", decimals=-11)) == "over RMB 2.6 trillion"
    fall = fact("f", "7.1", kind="percent", unit="%", currency=None, direction="down", decimals=1)
    assert say_fact(fall) == "down 7.1%"
    ends = {"value": None, "value_low": Decimal(10**11), "value_high": Decimal(2 * 10**11)}
    assert say_fact(fact("f", "1", **ends)) == "RMB 100–200 billion"


def test_an_open_interval_is_said() -> None:
    assert say_interval(Interval(Decimal(40), None), "%") == "at least 40%"
    assert say_interval(Interval(None, None), "%") == "any value"


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (2019, 2023, "year", "2019–2023"),
        (2024, 2024, "year", "2024"),
        (4, 5, "year", "4–5 years"),
        (7, 7, "page", "page 7"),
        (1, 18, "page", "pages 1–18"),
        (None, date(2025, 6, 30).toordinal(), "day", "up to 2025-06-30"),
        (2479, 2481, "count", "2,479–2,481"),
        (90, 92, "Unit: RMB per m2", "90–92 RMB per m2"),
    ],
)
def test_places_in_an_order_are_named_and_amounts_counted(low: int | None, high: int, unit: str, said: str) -> None:
    assert say_interval(Interval(low if low is None else Decimal(low), Decimal(high)), unit) == said


def test_years_stand_under_a_number_line_as_years() -> None:
    line = number_line(Interval(Decimal(2019), Decimal(2023)), Interval(Decimal(2024), Decimal(2024)), "year")
    assert line and {t.label for t in line.ticks} >= {"2020", "2022", "2024"}
    assert number_line(Interval(None, Decimal(739067)), Interval(Decimal(739098), Decimal(739098)), "day") is None


def test_roles_are_put_in_words_and_rules_may_have_their_own() -> None:
    assert set(ROLES) <= set(get_args(Role))
    assert [role_words("growth_rate", r) for r in ("base", "end", "claim")] == ["from", "to", "claimed"]
    assert [role_words("unit_scale_mismatch", r) for r in ("claim", "part")] == ["claimed", "same unit"]


def test_disjoint_intervals_leave_a_gap_on_the_number_line() -> None:
    line = number_line(Interval(Decimal("9.5"), Decimal("10.5")), Interval(Decimal(12), Decimal(13)), "%")
    assert line and not line.meets and line.gap
    assert line.printed.right <= line.gap[0] < line.gap[1] <= line.derived.x


def test_meeting_and_open_intervals_leave_none() -> None:
    line = number_line(Interval(Decimal(10), None), Interval(Decimal(12), Decimal(13)), None)
    assert line and line.meets and line.gap is None and line.printed.open_high
    assert number_line(Interval(None, None), Interval(Decimal(1), Decimal(2)), None) is None


numbers = st.decimals(min_value=-(10**13), max_value=10**13, places=3)


@given(st.tuples(numbers, numbers).map(sorted), st.tuples(numbers, numbers).map(sorted))
def test_every_closed_interval_lies_on_its_line(a: list[Decimal], b: list[Decimal]) -> None:
    line = number_line(Interval(*a), Interval(*b), "CNY")
    assert line is not None
    for bar in (line.printed, line.derived):
        assert bar.x >= LEFT - 6 and bar.right <= RIGHT + 6


def datum(category: str, value: float, series: str = "s") -> Datum:
    return Datum(category, series, value, f"{value:g}", False, category.endswith("E"), False, False, category)


def test_bars_are_as_long_as_their_values() -> None:
    plot = draw("bar", [datum("2023", 10), datum("2024", 20), datum("2025E", 40)])
    assert plot
    lengths = [r.height for r in plot.rects]
    assert lengths[1] == pytest.approx(2 * lengths[0], abs=0.02)
    assert [r.forecast for r in plot.rects] == [False, False, True]


def test_stacks_and_waterfalls_stand_on_what_is_below() -> None:
    stacked = draw("stacked_bar", [datum("2024", 10, "a"), datum("2024", 30, "b")])
    assert stacked and stacked.rects[1].y + stacked.rects[1].height == pytest.approx(stacked.rects[0].y, abs=0.02)
    steps = draw("waterfall", [datum("start", 100), datum("more", 20), datum("end", 120)])
    assert steps and steps.rects[1].y == pytest.approx(steps.rects[2].y, abs=0.02)  # the end is a total, from zero


def test_a_pie_gives_each_share_its_part_and_hostile_numbers_nothing() -> None:
    pie = draw("doughnut", [datum("a", 43), datum("b", 57)])
    assert pie and len(pie.paths) == 2 and [name for name, _ in pie.legend] == ["a: 43", "b: 57"]
    assert draw("bar", [datum("a", float("inf"))]) is None
    assert draw("line", [datum(str(n), n) for n in range(5000)]) is None


boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), *[st.floats(-500, 900)] * 2, *[st.floats(0, 600)] * 2)


@given(boxes, boxes)
def test_a_window_lies_on_its_page(around: Box, mark: Box) -> None:
    page = Box(0, 0, 400, 300)
    for window in (
        window_for(page, around, [mark], whole=False),
        window_for(page, around, [mark], whole=True),
        clipped(mark, page),
    ):
        assert page.x0 <= window.x0 < window.x1 <= page.x1 and page.top <= window.top < window.bottom <= page.bottom


def test_a_window_shows_neighbouring_text_whole_or_not_at_all() -> None:
    window, number = Box(0, 0, 100, 60), Box(40, 25, 60, 35)
    above, below, whole = Box(10, -5, 90, 8), Box(10, 50, 90, 70), Box(10, 38, 90, 46)
    assert uncut(window, number, [above, below, whole, number]) == Box(0, 10, 100, 48)  # with a halo of two points
    assert uncut(window, number, [Box(80, 20, 130, 40), Box(50, 20, 130, 40)]) == Box(
        0, 0, 78, 60
    )  # not into the number


@given(boxes, boxes, st.lists(boxes, max_size=4))
def test_a_window_keeps_its_number(around: Box, number: Box, texts: list[Box]) -> None:
    window = uncut(Box.around((around, number)), number, texts)
    assert Box.around((window, number)) == window


def test_a_quote_marks_the_number_in_its_sentence() -> None:
    quote = quote_of(fact("f", "1"), None)
    assert (quote.before, quote.number, quote.after) == ("The market reached ", "RMB 615.7 billion", " in 2024.")

"""A small number line: what is printed and what is derived from other numbers, as two bars over one axis.

Geometry only, in the units of an SVG of `WIDTH` x `HEIGHT`; the template draws it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from wpextract.consistency.model import Interval
from wpextract.reporting.scale import nice_ticks
from wpextract.reporting.wording import DERIVED, PRINTED, dressed, is_place_in_order, say_interval, scale_for

WIDTH, HEIGHT = 640.0, 118.0
LEFT, RIGHT = 104.0, 620.0
THINNEST = 5.0  # a bar for an interval too narrow to see
ZERO_WITHIN = 5  # when the larger number is this many times the smaller, the axis starts at zero


@dataclass(frozen=True, slots=True)
class Bar:
    """One interval drawn: an open side runs to the end of the axis and carries an arrow."""

    x: float
    width: float
    open_low: bool
    open_high: bool
    says: str

    @property
    def right(self) -> float:
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Printed over derived; `gap` is the empty stretch between them when they are disjoint."""

    printed: Bar
    derived: Bar
    ticks: tuple[Tick, ...]
    gap: tuple[float, float] | None
    meets: bool
    unit: str

    @property
    def says(self) -> str:
        verdict = "they meet" if self.meets else "they do not meet"
        return f"{PRINTED}: {self.printed.says}. {DERIVED}: {self.derived.says}. On a number line {verdict}."


def number_line(printed: Interval, derived: Interval, unit: str | None) -> NumberLine | None:
    """The drawing for two intervals; None when either says nothing or their numbers cannot be drawn, as days cannot."""
    ends = [e for e in (printed.low, printed.high, derived.low, derived.high) if e is not None]
    sides = (printed, derived)
    if unit == "day" or any(i.low is None and i.high is None for i in sides) or not all(e.is_finite() for e in ends):
        return None
    exponent, word = scale_for(ends, unit)
    values = [float(e.scaleb(-exponent)) for e in ends]
    if max(abs(v) for v in values) > 1e15:
        return None
    low, high = axis(values)
    left, right = (low, high)

    def x(value: Decimal | None, otherwise: float) -> float:
        if value is None:
            return otherwise
        return LEFT + (float(value.scaleb(-exponent)) - left) / (right - left) * (RIGHT - LEFT)

    def bar(interval: Interval) -> Bar:
        start, end = x(interval.low, LEFT - 8), x(interval.high, RIGHT + 8)
        width = max(end - start, THINNEST)
        start = (start + end - width) / 2
        open_low, open_high = interval.low is None, interval.high is None
        return Bar(round(start, 2), round(width, 2), open_low, open_high, say_interval(interval, unit))

    top, bottom = bar(printed), bar(derived)
    meets = (printed.low is None or derived.high is None or printed.low <= derived.high) and (
        derived.low is None or printed.high is None or derived.low <= printed.high
    )
    first, second = (top, bottom) if top.x <= bottom.x else (bottom, top)
    gap = None if meets or second.x <= first.right else (round(first.right, 2), round(second.x, 2))
    ordered = any(is_place_in_order(i, unit) for i in sides)
    ticks = tuple(
        Tick(
            round(LEFT + (v - left) / (right - left) * (RIGHT - LEFT), 2), label.replace(",", "") if ordered else label
        )
        for v, label in nice_ticks(low, high, 5)
    )
    return NumberLine(top, bottom, ticks, gap, meets, axis_unit(word, unit))


def axis(values: list[float]) -> tuple[float, float]:
    """The stretch of the axis: a margin round the values, from zero when they are far apart."""
    low, high = min(values), max(values)
    smallest = min(abs(low), abs(high))
    if (low > 0 or high < 0) and smallest * ZERO_WITHIN <= max(abs(low), abs(high)):
        low, high = min(low, 0.0), max(high, 0.0)
        span = high - low
        return (low, high + 0.08 * span) if low == 0 else (low - 0.08 * span, high)
    span = (high - low) or abs(high) * 0.01 or 1.0
    return low - 0.2 * span, high + 0.2 * span


def axis_unit(word: str, unit: str | None) -> str:
    """The unit that the bare numbers on an axis are in: `RMB billion`, `%`."""
    said = dressed("", word, unit)
    return " ".join(said.split())

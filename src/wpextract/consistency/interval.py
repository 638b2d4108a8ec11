"""Interval arithmetic on Decimal: sums, differences, products, quotients and roots of what was printed.

Every printed number stands for an interval (XBRL Calculations 1.1, "interval intersection": half a unit of the last
printed digit on either side, closed at both ends). None is unbounded. Results are rounded outwards, so a result
always contains every value that the members can give (R. E. Moore, Interval Analysis, 1966).
Reading numbers from text is `quantities`; deciding what is compared is `rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from wpextract.consistency.model import Interval

INF = Decimal("Infinity")
ANY = Interval(None, None)
HUNDRED = Decimal(100)
_DOWN = Context(prec=34, rounding=ROUND_FLOOR, Emax=999999, Emin=-999999, traps=[])
_UP = Context(prec=34, rounding=ROUND_CEILING, Emax=999999, Emin=-999999, traps=[])
_SLACK = Decimal("1e-28")  # relative room for a power, whose last digit the library does not guarantee


def exactly(value: Decimal | int | str) -> Interval:
    """The interval of one value."""
    number = Decimal(value)
    return Interval(number, number)


def rounded(value: Decimal, decimals: int | None) -> Interval:
    """The values that print as `value` with XBRL's `decimals`: half a unit of the last digit on either side."""
    if decimals is None:
        return exactly(value)
    half = Decimal(5).scaleb(-decimals - 1)
    return Interval(value - half, value + half)


def _low(x: Interval) -> Decimal:
    return -INF if x.low is None else x.low


def _high(x: Interval) -> Decimal:
    return INF if x.high is None else x.high


def _interval(low: Decimal, high: Decimal) -> Interval:
    """From extended ends; whatever is infinite or not a number is unbounded."""
    return Interval(low if low.is_finite() else None, high if high.is_finite() else None)


def add(xs: Iterable[Interval]) -> Interval:
    """The sum of all."""
    low = high = Decimal(0)
    for x in xs:
        low, high = _DOWN.add(low, _low(x)), _UP.add(high, _high(x))
    return _interval(low, high)


def negate(x: Interval) -> Interval:
    return Interval(None if x.high is None else -x.high, None if x.low is None else -x.low)


def subtract(a: Interval, b: Interval) -> Interval:
    return add((a, negate(b)))


def magnitude(x: Interval) -> Interval:
    """The absolute values."""
    low, high = _low(x), _high(x)
    if low >= 0:
        return x
    if high <= 0:
        return negate(x)
    return _interval(Decimal(0), max(-low, high))


def _times(context: Context, a: Decimal, b: Decimal) -> Decimal:
    return Decimal(0) if a == 0 or b == 0 else context.multiply(a, b)


def multiply(a: Interval, b: Interval) -> Interval:
    ends = [(x, y) for x in (_low(a), _high(a)) for y in (_low(b), _high(b))]
    return _interval(min(_times(_DOWN, x, y) for x, y in ends), max(_times(_UP, x, y) for x, y in ends))


def scale(x: Interval, factor: Decimal) -> Interval:
    return multiply(x, exactly(factor))


def _over(context: Context, a: Decimal, b: Decimal) -> Decimal:
    if b.is_infinite():
        return Decimal(0)
    return context.divide(a, b)


def divide(a: Interval, b: Interval) -> Interval:
    """The quotient; unbounded where the divisor may be zero."""
    if _low(b) <= 0 <= _high(b):
        return ANY
    # infinite over infinite lies between the other quotients, so it adds no end
    ends = [(x, y) for x in (_low(a), _high(a)) for y in (_low(b), _high(b)) if x.is_finite() or y.is_finite()]
    return _interval(min(_over(_DOWN, x, y) for x, y in ends), max(_over(_UP, x, y) for x, y in ends))


def root(x: Interval, n: int) -> Interval:
    """The n-th root of what is not negative; unbounded where a value may be negative."""
    if x.low is None or x.low < 0 or n < 1:
        return ANY
    if n == 1:
        return x
    exponent = 1 / Decimal(n)
    low = _DOWN.multiply(_DOWN.power(x.low, exponent), 1 - _SLACK) if x.low else Decimal(0)
    high = INF if x.high is None else _UP.multiply(_UP.power(x.high, exponent), 1 + _SLACK) if x.high else Decimal(0)
    return _interval(low, high)


def growth(end: Interval, base: Interval, years: int = 1) -> Interval:
    """Growth in percent a year from `base` to `end`: ((end / base)^(1/years) - 1) x 100."""
    return scale(subtract(root(divide(end, base), years), exactly(1)), HUNDRED)


def percent_of(part: Interval, whole: Interval) -> Interval:
    return scale(divide(part, whole), HUNDRED)


def meets(a: Interval, b: Interval) -> bool:
    """Whether the closed intervals share a value."""
    return _low(a) <= _high(b) and _low(b) <= _high(a)


def intersect(a: Interval, b: Interval) -> Interval:
    """What two intervals that meet share."""
    return _interval(max(_low(a), _low(b)), min(_high(a), _high(b)))


def contains(x: Interval, value: Decimal) -> bool:
    return _low(x) <= value <= _high(x)


def hull(xs: Sequence[Interval]) -> Interval:
    return _interval(min(map(_low, xs)), max(map(_high, xs)))


def _figure(x: Decimal | None, other: Decimal | None) -> str:
    if x is None:
        return "unbounded"
    digits = 6
    if other is not None and x != other and x != 0:  # as many digits as tell the ends apart
        digits = max(4, x.adjusted() - (x - other).adjusted() + 2)
    shown = Context(prec=min(digits, 15)).plus(x)
    return f"{shown.normalize():,f}" if -6 <= shown.adjusted() <= 14 else f"{shown.normalize():.4g}"


def show(x: Interval) -> str:
    """An interval as a person reads it: `[38.51, 38.93]`, or the value where both ends are one."""
    if x.low is not None and x.low == x.high:
        return _figure(x.low, None)
    return f"[{_figure(x.low, x.high)}, {_figure(x.high, x.low)}]"


Formula = Callable[[Sequence[Interval]], tuple[Interval, Interval]]
"""From the intervals of a relation's members, in their order, to (derived, printed)."""

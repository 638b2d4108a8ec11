"""The interval that a printed number stands for: XBRL Calculations 1.1 rounding, opened or widened by a comparator."""

from __future__ import annotations

from decimal import Decimal

from wpextract.quantities.model import Comparator

# "About" and "nearly" widen to one unit of the last significant printed digit ("about 20" -> the tens), but to no
# more than this share of the value.
APPROXIMATE_SHARE = Decimal("0.05")
_HALF = Decimal("0.5")


def half_unit(exponent: int, scale: Decimal) -> Decimal:
    """Half a unit of the last printed digit, in base units."""
    return _HALF.scaleb(exponent) * scale


def last_significant(value: Decimal) -> Decimal:
    """One unit of the last non-zero digit: 20 -> 10, 184.5 -> 0.1, 590e9 -> 10e9."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) and value else Decimal(0)


def bounds(low: Decimal, high: Decimal, half: Decimal, comparator: Comparator) -> tuple[Decimal | None, Decimal | None]:
    """The closed interval for printed ends `low` and `high` (equal for a point); None is unbounded."""
    if comparator in (">", ">="):
        return low, None
    if comparator in ("<", "<="):
        return None, high
    if comparator == "~":
        return low - _width(low, half), high + _width(high, half)
    return low - half, high + half


def _width(value: Decimal, half: Decimal) -> Decimal:
    return max(half, min(last_significant(value), abs(value) * APPROXIMATE_SHARE))

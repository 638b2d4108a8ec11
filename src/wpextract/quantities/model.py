"""What a printed quantity is: its values, its unit and the interval that the print stands for.

`Decimal` throughout, in base units: money in units of its currency, percent in percent, counts in ones,
physical quantities in their printed unit after number words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Kind = Literal["money", "count", "percent", "percentage_point", "multiple", "ratio", "rank", "physical", "other"]
Comparator = Literal["=", ">", ">=", "<", "<=", "~"]
PeriodKind = Literal["instant", "month", "quarter", "half", "year", "range", "since"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity read from `text[start:end]`.

    `value` is None for a two-ended range; `value_low`/`value_high` are the printed ends (equal for a point
    and for a one-sided bound); `bound_low`/`bound_high` the interval the print stands for (None: unbounded).
    `decimals` is XBRL's: the negated power of ten of the last printed digit, after the scale
    (184.5 billion -> -8). `scale` is the factor that was applied to the printed digits.
    `value_as_printed` holds the digits alone ("184.5", "70-75"), `unit_as_printed` the words and signs round them.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal | None
    value_low: Decimal
    value_high: Decimal
    bound_low: Decimal | None
    bound_high: Decimal | None
    decimals: int | None
    comparator: Comparator
    direction: Literal["up", "down"] | None
    unit: str
    unit_denominator: str | None
    counted_noun: str | None
    currency: str | None
    value_as_printed: str
    unit_as_printed: str | None
    scale: Decimal
    approximate_range: bool = False  # a range whose dash was lost and could only be doubted, not repaired


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time named in `text[start:end]`; dates are both included."""

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    kind: PeriodKind
    is_forecast: bool = False


@dataclass(frozen=True, slots=True)
class UnitNote:
    """What a unit note ("Unit: RMB Billion", "单位:亿元", "(%)", "in millions of RMB") says of the numbers under it."""

    text: str
    kind: Kind
    unit: str
    currency: str | None
    scale: Decimal
    unit_denominator: str | None = None
    counted_noun: str | None = None


@dataclass(frozen=True, slots=True)
class NumericToken:
    """Any run of digits in a text and what became of it; `disposition` as in the `number_tokens` dataset."""

    start: int
    end: int
    text: str
    disposition: str

"""A fact: one number with its meaning, its period, how exactly it was printed, and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from wpextract.quantities.model import Comparator, Kind, PeriodKind
from wpextract.reading.model import Box, Place

Disposition = Literal[
    "fact", "axis", "date", "page_number", "reference", "identifier", "furniture", "decoration", "unread"
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One published number. Fields are the columns of `schemas/facts.yaml`, values still exact.

    `sign` is not here: words of direction ("fell") stand in `direction`, only a printed minus is negative.
    `value_uncorrected` is None unless a correction changed `value`. `context` is the heading or chart title the
    fact stands under; it is not published but helps linking.
    """

    fact_id: str
    page: int
    source: Literal["prose", "table", "chart"]
    source_id: str
    char_start: int | None
    char_end: int | None
    snippet: str
    sentence: str
    language: str
    metric: str
    metric_key: str
    geography: str | None
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
    period_start: date | None
    period_end: date | None
    period_kind: PeriodKind | None
    period_label: str | None
    period_basis: Literal["sentence", "heading", "title", "document"] | None
    is_forecast: bool
    confidence: float
    boxes: tuple[Place, ...]
    series: str | None = None  # of a chart's or a table's fact: the column or series it belongs to
    container_id: str | None = None  # the chart or table it stands in
    context: str | None = None
    value_uncorrected: Decimal | None = None
    correction_id: str | None = None
    dash_lost: Literal["repaired", "doubted"] | None = None  # a range whose dash has no Unicode mapping or is gone

    @property
    def box(self) -> Box | None:
        """The box on the fact's own page; None for a text dump."""
        here = [p.box for p in self.boxes if p.page == self.page]
        return Box.around(here) if here else None


@dataclass(frozen=True, slots=True)
class NumberToken:
    """A numeric token of a page and what became of it."""

    page: int
    text: str
    disposition: Disposition
    fact_id: str | None
    box: Box | None

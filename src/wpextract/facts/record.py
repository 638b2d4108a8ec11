"""A quantity with its name, its time and its place as a fact."""

from __future__ import annotations

from collections.abc import Sequence

from wpextract.facts.model import Fact
from wpextract.facts.naming import key_of, restated
from wpextract.facts.times import When
from wpextract.ids import Ids
from wpextract.quantities.model import Period, Quantity
from wpextract.reading.model import Place


def record(
    ids: Ids, page: int, source: str, source_id: str, q: Quantity, *, metric: str, geography: str | None, when: When,
    forecast: bool, boxes: tuple[Place, ...], sentence: str, language: str, confidence: float,
    context: str | None = None, series: str | None = None, container: str | None = None,
    char_start: int | None = None, char_end: int | None = None, dash: str | None = None,
) -> Fact:  # fmt: skip
    period = when.period
    return Fact(
        fact_id=ids.new("fact", page, f"{source}|{metric}|{q.text or q.value}"),
        page=page,
        source=source,  # type: ignore[arg-type]
        source_id=source_id,
        char_start=char_start,
        char_end=char_end,
        snippet=q.text,
        sentence=sentence,
        language=language,
        metric=metric,
        metric_key=key_of(restated(metric) if source == "prose" else metric, geography),
        geography=geography,
        kind=q.kind,
        value=q.value,
        value_low=q.value_low,
        value_high=q.value_high,
        bound_low=q.bound_low,
        bound_high=q.bound_high,
        decimals=q.decimals,
        comparator=q.comparator,
        direction=q.direction,
        unit=q.unit,
        unit_denominator=q.unit_denominator,
        counted_noun=q.counted_noun,
        currency=q.currency,
        value_as_printed=q.value_as_printed,
        unit_as_printed=q.unit_as_printed,
        scale=q.scale,
        period_start=period.first if period else None,
        period_end=period.last if period else None,
        period_kind=period.kind if period else None,
        period_label=period.text if period else None,
        period_basis=when.basis if period else None,
        is_forecast=forecast,
        confidence=confidence,
        boxes=boxes,
        series=series,
        container_id=container,
        context=context,
        dash_lost=dash,  # type: ignore[arg-type]
    )


def sole(periods: Sequence[Period]) -> Period | None:
    return periods[0] if periods and len({(p.first, p.last) for p in periods}) == 1 else None

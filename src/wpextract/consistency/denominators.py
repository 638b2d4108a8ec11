"""What a price of the text is per, where it leaves that to the chart or table beside it ("EUR per system")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wpextract.consistency.facts_view import View

_ROOM = Decimal("1.5")  # how far beyond the prices shown another may lie


@dataclass(frozen=True, slots=True)
class _Shown:
    """The amounts of one unit in a chart or table."""

    page: int
    dimension: str
    low: Decimal
    high: Decimal

    def reaches(self, v: View) -> bool:
        return self.low / _ROOM <= v.value <= self.high * _ROOM


def with_denominators(views: Sequence[View]) -> Iterator[View]:
    """The views in their order; a price of the text has the unit of the one chart or table of its page that is of its size.

    So has the difference of two prices that stands beside them. What the facts themselves say stays as it is.
    """
    shown: dict[int, list[_Shown]] = defaultdict(list)
    for group in _shown(views):
        shown[group.page].append(group)
    said: dict[tuple[str, str | None, Decimal], str] = {}  # a difference of prices is per the same
    for v in views:
        if not _may_be_price(v):
            continue
        units = {g.dimension for g in shown[v.page] if g.dimension.split("/")[0] == v.dimension and g.reaches(v)}
        if len(units) == 1 and units != {v.dimension}:
            said[v.fact.source_id, v.fact.sentence, v.fact.scale] = units.pop()
    for v in views:
        unit = said.get((v.fact.source_id, v.fact.sentence, v.fact.scale)) if _may_be_price(v) else None
        yield replace(v, dimension=unit) if unit and unit.split("/")[0] == v.dimension else v


def _may_be_price(v: View) -> bool:
    return v.fact.source == "prose" and v.fact.kind == "money"


def _shown(views: Sequence[View]) -> Iterator[_Shown]:
    found: dict[tuple[str, str], list[View]] = defaultdict(list)
    for v in views:
        if v.fact.container_id and v.fact.kind == "money" and v.value > 0:
            found[v.fact.container_id, v.dimension].append(v)
    for (_, dimension), group in found.items():
        values = [v.value for v in group]
        yield _Shown(group[0].page, dimension, min(values), max(values))

"""The heights of stacked bars, which no label need tell: the sums of their layers, by period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import Span, View, base_factor
from wpextract.consistency.grids import is_total, without_period
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval

_PERIODS = 3  # bars from which a chart shows a course of time


@dataclass(frozen=True, slots=True)
class Stack:
    """A chart over time whose series add up: the layers of each bar, or its bars side by side."""

    container_id: str
    title: str
    dimension: str
    layers: Mapping[Span, tuple[View, ...]]
    names: frozenset[str]  # of the layers
    is_drawn: bool  # on top of one another, so that what they are together is told by the picture

    def height(self, span: Span) -> Interval:
        return iv.add(v.interval for v in self.layers[span])


def stacks_on(material: Material, page: int, *, side_by_side: bool = False) -> list[Stack]:
    """The stacked charts of a page whose bars are periods, without those that print their totals or show shares.

    Where asked for, also those whose bars stand side by side: only a sum that fits can tell that they add up.
    """
    kinds = {"stacked_bar", "grouped_bar"} if side_by_side else {"stacked_bar"}
    bars: dict[str, dict[Span, tuple[View, ...]]] = defaultdict(dict)
    names: dict[str, set[str]] = defaultdict(set)
    for line in material.lines_on.get(page, ())[:80]:
        views = tuple(e.view for e in line.parts)
        spans = {v.span for v in views}
        kind = material.grid_of[line.container_id].kind
        if line.over_time or kind not in kinds or len(views) < 2 or len(spans) != 1:
            continue
        span = spans.pop()
        if span is not None and not any(is_total(e.label) for e in line.entries):
            bars[line.container_id][span] = views
            names[line.container_id] |= {without_period(e.label) for e in line.parts}
    return [
        Stack(
            key, material.grid_of[key].title, next(iter(layers.values()))[0].dimension, layers, frozenset(names[key]),
            material.grid_of[key].kind == "stacked_bar",
        )
        for key, layers in bars.items()
        if len(layers) >= _PERIODS and {v.dimension for vs in layers.values() for v in vs} not in ({"percent"},)
    ]  # fmt: skip


def in_all(layers: Sequence[View]) -> str:
    """The height of a bar in the unit that its layers are printed in: "2,230 thousand units in all"."""
    f = layers[0].fact
    unit = f.scale * (base_factor(f.unit) or 1)
    return f"{sum((v.value for v in layers), Decimal(0)) / unit:,.10g} {layers[0].note} in all"


def reaches(stack: Stack, span: Span, told: Sequence[View]) -> bool:
    """Whether a text tells how high a bar is."""
    return any(
        v.span == span and v.dimension == stack.dimension and iv.meets(v.interval, stack.height(span)) for v in told
    )

"""The heights of stacked bars, which no label need tell: the sums of their layers, by period."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import Span, View, base_factor
from wpextract.consistency.grids import Line, is_total, without_period
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval

_PERIODS = 3  # bars from which a chart shows a course of time
_MOST = Decimal("0.7")  # of the bars at least that a series gives the heights of
_ROOM = Decimal("0.02")  # of a height within which a value is looked for


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


def growth_of_heights(layers: int, years: int) -> Callable[[Sequence[Interval]], tuple[Interval, Interval]]:
    """((sum of the end / sum of the base)^(1/years) - 1) x 100 against the rate; the base has so many `layers`."""

    def formula(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
        return iv.growth(iv.add(xs[layers:-1]), iv.add(xs[:layers]), years), xs[-1]

    return formula


def multiple_of_heights(layers: int) -> Callable[[Sequence[Interval]], tuple[Interval, Interval]]:
    """Sum of the end / sum of the base against the multiple; the base has so many `layers`."""

    def formula(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
        return iv.divide(iv.add(xs[layers:-1]), iv.add(xs[:layers])), xs[-1]

    return formula


def reaches(stack: Stack, span: Span, told: Sequence[View]) -> bool:
    """Whether a text tells how high a bar is."""
    return any(
        v.span == span and v.dimension == stack.dimension and iv.meets(v.interval, stack.height(span)) for v in told
    )


def heights_told(material: Material) -> Iterator[tuple[tuple[View, ...], View, float]]:
    """The layers of each bar, and its height as another chart or a table shows it in a series, wherever that stands.

    A series is that of the heights where it gives most of them, three at least: these hardly meet by chance. What it
    does not give is then worth a relation too.
    """
    pages = sorted({line.page for line in material.lines if line.stacked})
    for stack in (x for page in pages for x in stacks_on(material, page)):
        for line in _near(material, stack):
            shared = sorted((s for s in stack.layers if s in line.by_span), key=lambda s: (s.last, s.part))
            fits = [iv.meets(stack.height(s), line.by_span[s].interval) for s in shared]
            if sum(fits) < _PERIODS or sum(fits) < _MOST * len(fits):
                continue
            for s in shared:
                yield stack.layers[s], line.by_span[s], 0.9 if all(fits) else 0.75


def _near(material: Material, stack: Stack) -> list[Line]:
    """The series of other charts and tables that have a value near the height of three bars at least."""
    found: Counter[str] = Counter()
    lines: dict[str, Line] = {}
    for span, layers in stack.layers.items():
        height = sum((v.value for v in layers), Decimal(0))
        room = abs(height) * _ROOM
        at = {
            line.key: line
            for v in material.close_to(height - room, height + room, stack.dimension, span)
            for line in material.lines_of.get(v.id, ())
            if line.over_time and line.container_id != stack.container_id
        }
        lines |= at
        found.update(at.keys())
    return [lines[key] for key in sorted(lines) if found[key] >= _PERIODS]

"""Shares of one whole against 100 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wpextract.charts.model import Chart
from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Grid, Line, is_rest, is_total
from wpextract.consistency.listed import listings
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Member, Relation
from wpextract.consistency.relations import listed, relate
from wpextract.consistency.rules.chart_geometry import drawn_and_printed, is_off_as_drawn
from wpextract.consistency.words import SHARE_LABEL

_STRUCTURE = re.compile(r"\b(?:structure|breakdown|composition|make-?up|split|mix)\b|构成|结构", re.IGNORECASE)
# of a question that may have several answers
_ANSWERS = re.compile(
    r"\b(?:us(?:ed|ing)|respon\w+|answers?|named|cited|firms|companies|households|users|people)\b|多选|提及|受访|企业",
    re.IGNORECASE,
)
_LAYERS = 4
_NEARLY_ALL = 92  # percent: what the slices of a pie come to, each of which has its label
AS_DRAWN = 0.93  # surer than what the labels alone tell of the same slices
WHOLE = iv.exactly(100)


def to_hundred(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The sum of the shares against 100."""
    return iv.add(xs), WHOLE


def share_sum(material: Material) -> Iterator[Relation]:
    """Sum of the shares of a whole = 100 %, each share an interval of half a unit of its last digit.

    Slices of a pie, layers of a 100 % stack, share columns of a table with a total or a rest, and shares that one
    sentence lists. Source: XBRL Calculations 1.1; the room for rounding grows with the number of shares.
    """
    complete = {
        c.chart_id
        for c in material.charts
        if len(c.points) > _LAYERS and all(p.printed and (p.category or p.series) for p in c.points)
    }
    for line in material.lines:
        if line.over_time or line.dimension != "percent":
            continue
        confidence = _partition(material.grid_of[line.container_id], line, line.container_id in complete)
        if confidence:
            views = [e.view for e in line.parts]
            yield relate(
                "share_sum", to_hundred, [(v, "part") for v in views],
                f"The sum of the shares {listed(views)} ({line.title or line.label}, page {line.page})", "100%",
                " + ".join(v.name for v in views), confidence, unit="%",
                diagnosis=_off_by(views),
                complaint=_too_much(views, f"{line.title or line.label}, page {line.page}"),
            )  # fmt: skip
    for chart in material.charts:
        yield from _as_drawn(material, chart)
    for found in listings(material):
        if found.total is None:
            views = list(found.parts)
            yield relate(
                "share_sum", to_hundred, [(v, "part") for v in views],
                f"The sum of the shares {listed(views)} told together on page {views[0].page}", "100%",
                " + ".join(v.name for v in views), found.confidence, unit="%",
                diagnosis=_off_by(views),
                complaint=_too_much(views, f"told together, page {views[0].page}"),
            )  # fmt: skip


def _as_drawn(material: Material, chart: Chart) -> Iterator[Relation]:
    """The labels of a pie that come to more or less than all there is, each as far as its slice is drawn so.

    Shares in whole percents leave much room for rounding: six slices that come to 103% may all be rounded up. What is
    drawn does not: 30% drawn at 29.9 is no 29.5.
    """
    known = drawn_and_printed(chart) if is_off_as_drawn(chart) else {}
    views = [
        material.by_source[p.point_id] for p in chart.points if p.point_id in known and p.point_id in material.by_source
    ]
    total = iv.add(known[p.point_id] for p in chart.points if p.point_id in known)
    if not known or len(views) < len(chart.points) or not iv.meets(iv.add(v.interval for v in views), WHOLE):
        return
    yield Relation(
        rule="share_sum",
        members=tuple(Member("facts", v.id, "part") for v in views),
        pages=(chart.page,),
        derived=total,
        printed=WHOLE,
        unit="%",
        statement=f"The sum of the shares {listed(views)} ({chart.title or 'a pie'}, page {chart.page}) is 100%.",
        computation=f"{' + '.join(v.name for v in views)}, as far as drawn, = {iv.show(total)} %; printed 100 %",
        confidence=AS_DRAWN,
        diagnosis=_off_by(views),
        complaint=_too_much(views, f"{chart.title or 'a pie'}, page {chart.page}"),
    )


def _too_much(views: Sequence[View], where: str) -> str:
    return f"The shares {listed(views)} ({where}) are parts of one whole but add up to {sum(v.value for v in views)}%."


def _off_by(views: Sequence[View]) -> str:
    gap = sum(v.value for v in views) - 100
    return f"The shares would have to be {abs(gap)} points {'lower' if gap > 0 else 'higher'} in all, or more than one whole is meant."


def _partition(grid: Grid, line: Line, complete: bool) -> float:
    """Confidence that the percents of a line are the parts of one whole; 0 where nothing says so."""
    parts = line.parts
    if len(parts) < 2 or any(e.view.is_range for e in parts):
        return 0.0
    total = iv.add(e.view.interval for e in parts)
    adds = iv.meets(total, WHOLE)
    middle = sum(e.view.value for e in parts)
    if grid.kind in ("pie", "doughnut") or (grid.kind == "stacked_100" and line.stacked and _across_layers(grid, line)):
        whole = adds or middle > 100 or middle >= 97  # a slice without a label leaves too little, never too much
        if complete and not adds and _NEARLY_ALL <= middle < 97:
            return 0.66
        return 0.92 if whole and len(parts) > 1 else 0.4
    labelled = bool(SHARE_LABEL.search(f"{line.label} {line.title}"))
    if grid.source == "table":
        closed = any(is_total(e.label) and iv.meets(e.view.interval, WHOLE) for e in line.entries)
        if closed:
            return 0.9 if adds or (labelled and 90 <= middle <= 110) else 0.5
        return 0.8 if adds and (labelled or any(is_rest(e.label) for e in parts)) else 0.0
    bars = grid.kind in ("bar", "horizontal_bar") and len(grid.columns) == 1
    structure = bars and _STRUCTURE.search(line.title) and not _ANSWERS.search(line.title)
    if not adds and structure and len(parts) > 3 and 95 <= middle <= 108:
        return 0.65
    if not adds and line.stacked and 90 <= middle <= 110 and _others_add(grid, line):
        return 0.75
    return 0.7 if adds and len(parts) > 1 and (labelled or line.stacked) else 0.0


def _others_add(grid: Grid, line: Line) -> bool:
    """Whether all other bars of a stack of percents are 100 high: two at least, or one of many layers."""
    others = [
        x for x in grid.lines
        if x is not line and not x.over_time and x.stacked and _across_layers(grid, x) and x.dimension == line.dimension
    ]  # fmt: skip
    full = [iv.meets(iv.add(e.view.interval for e in x.parts), WHOLE) for x in others]
    enough = len(full) > 1 or (len(full) == 1 and len(line.parts) >= _LAYERS)
    return _across_layers(grid, line) and enough and all(full)


def _across_layers(grid: Grid, line: Line) -> bool:
    """Whether the line runs through the layers of one bar rather than along one layer."""
    return {e.label for e in line.entries} <= set(grid.columns)

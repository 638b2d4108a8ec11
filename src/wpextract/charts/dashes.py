"""Dashed lines whose dashes a writer paints one by one, as small filled shapes, joined again to one stroke.

Each dash is a thin quadrilateral; a line is a run of them in painting order, of one colour and thickness, each starting
about where the last one pointed. Corners are where the lines of two neighbouring dashes cross, so that a vertex that
falls into a gap, or on a bent dash, is found exactly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from wpextract.reading.model import Box, Mark

_Point = tuple[float, float]
_THICKEST, _LONGEST = 4.0, 16.0  # points
_FEWEST = 4
_BEND = math.radians(1.0)


@dataclass(frozen=True, slots=True)
class _Dash:
    mark: Mark
    start: _Point
    end: _Point
    width: float
    is_bent: bool


def joined_dashes(marks: Iterable[Mark]) -> list[Mark]:
    """The marks with each run of painted dashes replaced by one dashed stroke in its place."""
    out: list[Mark] = []
    run: list[_Dash] = []
    for mark in marks:
        dash = _dash(mark)
        if run and dash is not None and _continues(run, dash):
            run.append(
                dash if math.dist(dash.start, run[-1].end) <= math.dist(dash.end, run[-1].end) else _turned(dash)
            )
            continue
        out += _closed(run)
        run = [dash] if dash is not None else []
        if dash is None:
            out.append(mark)
    return out + _closed(run)


def _closed(run: Sequence[_Dash]) -> list[Mark]:
    straight = [d for d in run if not d.is_bent]
    if len(run) < _FEWEST or len(straight) < 2:
        return [d.mark for d in run]
    first = run[0].mark
    if math.dist(straight[0].start, straight[1].start) < math.dist(straight[0].end, straight[1].start):
        straight[0] = _turned(straight[0])
    path = _path(straight)
    if run[-1].is_bent:  # a line's end that is too short to be a dash
        stub, (a, b) = run[-1].mark.box, path[-2:]
        ahead = ((stub.cx - a[0]) * (b[0] - a[0]) + (stub.cy - a[1]) * (b[1] - a[1])) / math.dist(a, b) ** 2
        path[-1] = (a[0] + ahead * (b[0] - a[0]), a[1] + ahead * (b[1] - a[1]))
    xs, ys = [p[0] for p in path], [p[1] for p in path]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    length = math.dist(straight[0].start, straight[0].end)
    kind: Literal["line", "curve"] = "line" if len(path) == 2 else "curve"
    return [Mark(kind, box, tuple(path), None, first.fill, straight[0].width, (length,), first.z)]


def _dash(mark: Mark) -> _Dash | None:
    """A mark as a dash, None when it is none: too large, too thick, or not filled alone."""
    if mark.fill is None or mark.stroke is not None or mark.kind == "line":
        return None
    if max(mark.box.width, mark.box.height) > _LONGEST:
        return None
    path = list(dict.fromkeys((round(x, 3), round(y, 3)) for x, y in mark.path))
    if len(path) < 4 or len(path) > 12:
        return None
    if len(path) > 4:
        at = (mark.box.cx, mark.box.cy)
        return _Dash(mark, at, at, 0.0, True)
    sides = [(math.dist(a, b), _middle(a, b)) for a, b in zip(path, [*path[1:], path[0]], strict=True)]
    short, long = (0, 1) if sides[0][0] + sides[2][0] <= sides[1][0] + sides[3][0] else (1, 0)
    width = (sides[short][0] + sides[short + 2][0]) / 2
    length = (sides[long][0] + sides[long + 2][0]) / 2
    if width > _THICKEST or width < 0.1:
        return None
    if length < 1.2 * width:
        return _Dash(mark, (mark.box.cx, mark.box.cy), (mark.box.cx, mark.box.cy), 0.0, True)
    return _Dash(mark, sides[short][1], sides[short + 2][1], width, False)


def _continues(run: Sequence[_Dash], dash: _Dash) -> bool:
    last = run[-1]
    if last.mark.fill != dash.mark.fill:
        return False
    widths = [d.width for d in (*run[:1], dash) if not d.is_bent]
    if len(widths) == 2 and abs(widths[0] - widths[1]) > 0.15 * max(widths) + 0.05:
        return False
    gap = min(math.dist(last.end, dash.start), math.dist(last.end, dash.end))
    if last.is_bent or dash.is_bent:
        return gap <= _LONGEST
    length = math.dist(last.start, last.end)
    if gap > 2.5 * length + 2 or gap < 0.2:
        return False
    if len(run) > 1 and not run[-2].is_bent:
        return True
    # two bars side by side point the same way but do not lead into each other
    ahead = math.atan2(dash.mark.box.cy - last.mark.box.cy, dash.mark.box.cx - last.mark.box.cx)
    return _angle(ahead, _direction(last)) < math.radians(50)


def _path(dashes: Sequence[_Dash]) -> list[_Point]:
    path = [dashes[0].start]
    for a, b in zip(dashes, dashes[1:], strict=False):
        if _angle(_direction(a), _direction(b)) < _BEND:
            continue
        corner = _crossing(a, b)
        reach = 1.5 * math.dist(a.end, b.start) + 1.0
        if corner is not None and math.dist(corner, a.end) <= reach and math.dist(corner, b.start) <= reach:
            path.append(corner)
        else:
            path += [a.end, b.start]
    return [*path, dashes[-1].end]


def _crossing(a: _Dash, b: _Dash) -> _Point | None:
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = a.start, a.end, b.start, b.end
    d = (x1 - x2) * (y3 - y4) - (y1 - y2) * (x3 - x4)
    if abs(d) < 1e-9:
        return None
    p, q = x1 * y2 - y1 * x2, x3 * y4 - y3 * x4
    return ((p * (x3 - x4) - (x1 - x2) * q) / d, (p * (y3 - y4) - (y1 - y2) * q) / d)


def _turned(dash: _Dash) -> _Dash:
    return _Dash(dash.mark, dash.end, dash.start, dash.width, dash.is_bent)


def _direction(dash: _Dash) -> float:
    return math.atan2(dash.end[1] - dash.start[1], dash.end[0] - dash.start[0])


def _angle(a: float, b: float) -> float:
    """The angle between two undirected lines."""
    d = abs(a - b) % math.pi
    return min(d, math.pi - d)


def _middle(a: _Point, b: _Point) -> _Point:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)

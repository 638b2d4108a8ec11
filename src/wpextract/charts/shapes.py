"""Painted paths as the shapes that charts are drawn with: bars, rules, strokes, dots and filled bands.

Works on single marks and says nothing of which chart they belong to. White shapes are kept apart: they show only by
what they cover. A `Scene` can be turned by a quarter so that horizontal charts read like upright ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from statistics import fmean

from wpextract.charts.dashes import joined_dashes
from wpextract.charts.labels import Label, labels_of
from wpextract.reading.model import Box, Mark, Page

Point2 = tuple[float, float]

MAX_SHAPES = 2000  # a page with more shapes of a kind is a map or a drawing, not a chart
_THIN = 1.3  # points: a filled rectangle thinner than this can be a rule
_THICK = 4.0  # points: the width of a line that may be painted as outlines of its pieces
_CORNERS = 8  # of such a piece
_DOT = 13.0  # points: the largest marker
_STRAIGHT = 0.35  # points off the straight


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; `page_box` stays in the page's coordinates when the view is turned."""

    box: Box
    page_box: Box
    color: str
    z: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical line, as a box without thickness."""

    box: Box
    color: str
    z: int


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line of at least two segments; `style` tells series of one colour apart."""

    points: tuple[Point2, ...]
    box: Box
    color: str
    dashed: bool
    width: float
    z: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A small closed shape: a marker or a legend's swatch."""

    box: Box
    page_box: Box
    color: str
    z: int


@dataclass(frozen=True, slots=True)
class Band:
    """A filled shape that is no rectangle: a slice, an area, a picture's part."""

    points: tuple[Point2, ...]
    box: Box
    page_box: Box
    color: str
    z: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What a page shows, sorted by shape, in the view's coordinates (turned: along is down the page, up rightwards)."""

    width: float
    height: float
    labels: tuple[Label, ...]
    bars: tuple[Bar, ...]
    across: tuple[Rule, ...]
    upright: tuple[Rule, ...]
    strokes: tuple[Stroke, ...]
    dots: tuple[Dot, ...]
    bands: tuple[Band, ...]
    covers: tuple[Bar, ...]  # white: seen only by what they hide
    is_turned: bool = False

    def turned(self) -> Scene:
        """The scene with the page's left edge as its bottom, so that bars that grow rightwards grow upwards."""
        w = self.width

        def point(p: Point2) -> Point2:
            return (p[1], w - p[0])

        def box(b: Box) -> Box:
            return Box(b.top, w - b.x1, b.bottom, w - b.x0)

        def label(x: Label) -> Label:
            return replace(x, box=box(x.box), ends=(point(x.ends[0]), point(x.ends[1])))

        return Scene(
            self.height,
            w,
            tuple(label(x) for x in self.labels),
            tuple(replace(x, box=box(x.box)) for x in self.bars),
            tuple(replace(x, box=box(x.box)) for x in self.upright),
            tuple(replace(x, box=box(x.box)) for x in self.across),
            tuple(replace(x, points=tuple(map(point, x.points)), box=box(x.box)) for x in self.strokes),
            tuple(replace(x, box=box(x.box)) for x in self.dots),
            tuple(replace(x, points=tuple(map(point, x.points)), box=box(x.box)) for x in self.bands),
            tuple(replace(x, box=box(x.box)) for x in self.covers),
            not self.is_turned,
        )

    def page_box(self, b: Box) -> Box:
        """A box of the view on the page."""
        return Box(self.height - b.bottom, b.x0, self.height - b.top, b.x1) if self.is_turned else b


class Vertices:
    """Where strokes have their vertices, for asking whether a marker sits on one."""

    def __init__(self, strokes: Iterable[Stroke]) -> None:
        self._cells = {(round(x), round(y)) for s in strokes for x, y in s.points}

    def near(self, x: float, y: float) -> bool:
        """Whether a vertex lies within about a point."""
        i, j = round(x), round(y)
        return any((i + a, j + b) in self._cells for a in (-1, 0, 1) for b in (-1, 0, 1))


def scene_of(page: Page) -> Scene:
    """The page's labels and shapes; backgrounds and what lies outside the page left out."""
    frame = Box(0, 0, page.width, page.height)
    sorter = _Sorter(frame)
    for mark in joined_dashes(page.marks):
        sorter.add(mark)
    return Scene(
        page.width,
        page.height,
        labels_of(page.words)[:MAX_SHAPES],
        _largest(_unique_bars(sorter.bars)),
        tuple(sorter.across)[:MAX_SHAPES],
        tuple(sorter.upright)[:MAX_SHAPES],
        tuple(_chained(sorter.strokes))[:MAX_SHAPES],
        _unique_dots(sorter.dots)[:MAX_SHAPES],
        tuple(sorter.bands)[:MAX_SHAPES],
        tuple(sorter.covers)[:MAX_SHAPES],
    )


def is_white(color: str | None) -> bool:
    """Whether a colour cannot be told from paper."""
    return color is not None and min(int(color[i : i + 2], 16) for i in (1, 3, 5)) >= 0xFA


def is_grey(color: str) -> bool:
    """Whether a colour has no hue, as grid lines and frames have not."""
    r, g, b = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return max(r, g, b) - min(r, g, b) <= 24


def same_color(a: str | None, b: str | None, tolerance: int = 10) -> bool:
    """Whether two colours differ by no more than rounding does."""
    if a is None or b is None:
        return False
    return all(abs(int(a[i : i + 2], 16) - int(b[i : i + 2], 16)) <= tolerance for i in (1, 3, 5))


class _Sorter:
    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self.bars: list[Bar] = []
        self.covers: list[Bar] = []
        self.across: list[Rule] = []
        self.upright: list[Rule] = []
        self.strokes: list[Stroke] = []
        self.dots: list[Dot] = []
        self.bands: list[Band] = []

    def add(self, mark: Mark) -> None:
        path = _distinct(mark.path)
        if len(path) < 2:
            return
        box = _clipped(mark.box, self.frame) if mark.kind == "rect" else mark.box
        filled = mark.fill is not None and mark.kind != "line" and len(path) > 2
        if filled and box.area > 0.7 * self.frame.area:
            return
        closed = len(mark.path) > 2 and math.dist(mark.path[0], mark.path[-1]) < 0.5
        if filled and mark.fill is not None:
            self._add_filled(mark, mark.fill, path)
        if mark.stroke is None or is_white(mark.stroke):
            return
        if mark.kind == "rect" or (len(path) == 4 and closed and _is_rectangle(path, box)):
            self._add_sides(box, mark.stroke, mark.z)
            if not filled and max(box.width, box.height) <= _DOT:
                self.dots.append(Dot(box, box, mark.stroke, mark.z))
            return
        if filled and mark.kind != "line":
            return
        self._add_stroke(mark, mark.stroke, path, closed)

    def _add_filled(self, mark: Mark, fill: str, path: Sequence[Point2]) -> None:
        box = _clipped(mark.box, self.frame)
        rectangle = mark.kind == "rect" or _is_rectangle(path, box)
        if is_white(fill):
            self.covers.append(Bar(box, box, fill, mark.z))
            if mark.stroke is not None and not is_white(mark.stroke) and max(box.width, box.height) <= _DOT:
                self.dots.append(Dot(box, box, mark.stroke, mark.z))
            return
        if rectangle:
            self.bars.append(Bar(box, box, fill, mark.z))
            if box.height <= _THIN and box.width > 3 * box.height:
                self.across.append(Rule(Box(box.x0, box.cy, box.x1, box.cy), fill, mark.z))
            elif box.width <= _THIN and box.height > 3 * box.width:
                self.upright.append(Rule(Box(box.cx, box.top, box.cx, box.bottom), fill, mark.z))
            small = max(box.width, box.height) <= _DOT and min(box.width, box.height) > 0.6 * max(box.width, box.height)
            if small:
                self.dots.append(Dot(box, box, fill, mark.z))
        elif max(box.width, box.height) <= _DOT and min(box.width, box.height) >= 0.4 * max(box.width, box.height):
            self.dots.append(Dot(box, box, fill, mark.z))
            if min(box.width, box.height) > 4:
                self.bands.append(Band(tuple(path), box, box, fill, mark.z))
        elif line := _painted_line(path):
            self.strokes.append(Stroke(line, _box_of(line), fill, False, 0.0, mark.z))
        elif min(box.width, box.height) > 0.5:
            self.bands.append(Band(tuple(path), box, box, fill, mark.z))

    def _add_sides(self, box: Box, color: str, z: int) -> None:
        self.across.append(Rule(Box(box.x0, box.top, box.x1, box.top), color, z))
        self.across.append(Rule(Box(box.x0, box.bottom, box.x1, box.bottom), color, z))
        self.upright.append(Rule(Box(box.x0, box.top, box.x0, box.bottom), color, z))
        self.upright.append(Rule(Box(box.x1, box.top, box.x1, box.bottom), color, z))

    def _add_stroke(self, mark: Mark, color: str, path: Sequence[Point2], closed: bool) -> None:
        box = mark.box
        if box.height <= _STRAIGHT and box.width > _STRAIGHT:
            self._add_rule(mark, color, Box(box.x0, box.cy, box.x1, box.cy), True)
        elif box.width <= _STRAIGHT:
            self._add_rule(mark, color, Box(box.cx, box.top, box.cx, box.bottom), False)
        elif closed and max(box.width, box.height) <= _DOT:
            self.dots.append(Dot(box, box, color, mark.z))
            return
        self.strokes.append(Stroke(tuple(path), box, color, bool(mark.dash), mark.width, mark.z))

    def _add_rule(self, mark: Mark, color: str, line: Box, is_across: bool) -> None:
        half = mark.width / 2
        if mark.width >= 4 and max(line.width, line.height) >= 0.3 * mark.width:  # a bar drawn as one thick stroke
            thick = line.grown(0, half) if is_across else line.grown(half, 0)
            self.bars.append(Bar(thick, thick, color, mark.z))
        (self.across if is_across else self.upright).append(Rule(line, color, mark.z))


def _clipped(box: Box, frame: Box) -> Box:
    """The part of a box on the page: a bar on a logarithmic axis may reach far below it."""
    x0, x1 = max(box.x0, frame.x0), min(box.x1, frame.x1)
    top, bottom = max(box.top, frame.top), min(box.bottom, frame.bottom)
    return Box(x0, top, x1, bottom) if x0 <= x1 and top <= bottom else box


def _distinct(path: Iterable[Point2]) -> list[Point2]:
    """The path without repeated points and without its closing one."""
    out: list[Point2] = []
    for p in path:
        if not out or math.dist(p, out[-1]) > 0.01:
            out.append(p)
    if len(out) > 2 and math.dist(out[0], out[-1]) < 0.05:
        out.pop()
    return out


def polygon_area(path: Sequence[Point2]) -> float:
    """The area inside a closed path (shoelace formula), in square points."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(path, [*path[1:], path[0]], strict=True))) / 2


def _box_of(path: Sequence[Point2]) -> Box:
    xs, ys = zip(*path, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _painted_line(path: Sequence[Point2]) -> tuple[Point2, Point2] | None:
    """The two ends of a straight piece of a thick line that is painted as its outline; None for any other shape."""
    if not 4 <= len(path) <= _CORNERS:
        return None
    a, b = max(combinations(path, 2), key=lambda pair: math.dist(*pair))
    length = math.dist(a, b)
    if length < 6 or polygon_area(path) > min(_THICK, 0.2 * length) * length:
        return None
    ends = [
        [p for p in path if math.dist(p, end) < 1.5 * _THICK and math.dist(p, end) < 0.4 * length] for end in (a, b)
    ]
    wide = [max((math.dist(p, q) for p, q in combinations(end, 2)), default=0.0) for end in ends]
    if sum(map(len, ends)) < len(path) or not 0 < max(wide) < 2.5 * min(wide):
        return None  # a thin slice of a pie comes to a point
    near, far = ((fmean(x for x, _ in end), fmean(y for _, y in end)) for end in ends)
    return (near, far) if near[0] <= far[0] else (far, near)


def _is_rectangle(path: Sequence[Point2], box: Box) -> bool:
    """Whether a path fills its box but for rounded corners."""
    if len(path) < 4 or box.area <= 0:
        return False
    if polygon_area(path) < 0.9 * box.area:
        return False
    if any(_bulges(x, box.x0, box.x1, y, box.top, box.bottom) for x, y in path):
        return False
    on_edge = sum(
        min(abs(x - box.x0), abs(x - box.x1)) < 0.3 or min(abs(y - box.top), abs(y - box.bottom)) < 0.3 for x, y in path
    )
    return on_edge >= (len(path) if len(path) <= 8 else 4)


def _bulges(x: float, x0: float, x1: float, y: float, y0: float, y1: float) -> bool:
    """Whether a point is off the edges above and below it far from the corners, as an area's is but no rounding."""
    room = min(0.03 * (x1 - x0) + 0.3, 3.0)
    return x0 + (x1 - x0) / 3 < x < x1 - (x1 - x0) / 3 and y0 + room < y < y1 - room


def _unique_bars(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """Bars without those painted twice in one place (a fill under its own outline)."""
    seen: set[tuple[float, ...]] = set()
    out = []
    for bar in bars:
        key = (*(round(v, 1) for v in (bar.box.x0, bar.box.top, bar.box.x1, bar.box.bottom)),)
        if key not in seen:
            seen.add(key)
            out.append(bar)
    return tuple(out)


def _largest(bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """At most `MAX_SHAPES` bars, those that cover most: the dashes of a ruled line may be thousands of rectangles."""
    held = {id(b) for b in sorted(bars, key=lambda b: -b.box.area)[:MAX_SHAPES]}
    return tuple(b for b in bars if id(b) in held)


def _unique_dots(dots: Sequence[Dot]) -> tuple[Dot, ...]:
    at: dict[tuple[int, int], Dot] = {}
    for dot in dots:
        key = (round(dot.box.cx), round(dot.box.cy))
        old = at.get(key)
        if old is None or (is_grey(old.color) and not is_grey(dot.color)):
            at[key] = dot
    return tuple(at.values())


def _chained(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Strokes with pieces that continue each other joined, as some writers paint each segment by itself."""
    runs: list[list[Stroke]] = []
    for stroke in strokes:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and last.color == stroke.color
            and abs(last.width - stroke.width) < 0.01
            and math.dist(last.points[-1], stroke.points[0]) < (0.3 if stroke.width else _THICK / 2)
        ):
            runs[-1].append(stroke)
        else:
            runs.append([stroke])
    return [
        replace(
            run[0],
            points=(run[0].points[0], *(p for s in run for p in s.points[1:])),
            box=Box.around(s.box for s in run),
        )
        for run in runs
    ]

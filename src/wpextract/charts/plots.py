"""Plots: the rectangles that charts with axes are drawn in, and the bars, lines, dots and areas inside each.

A plot is known by a value axis; or, where none is printed, by bars that share a base line, or by a line, whose printed
labels grow with their height (`calibrated_by_labels`). Coordinates are the view's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from wpextract.charts.axes import Scale, ValueAxis, broken, value_axes
from wpextract.charts.shapes import Band, Bar, Dot, Scene, Stroke, Vertices, polygon_area
from wpextract.reading.model import Box

_NEAR = 20.0  # points between the lines of one plot, less than a title and an axis take
_ALIKE = 0.75  # points by which bars of one width on one base differ
_BESIDE = 5.0  # points by which a line over bars may reach beyond them
_TICKS = 30.0  # points between a plot's side and the numbers along it
_WIDE = 60.0  # points: the least width of an area without an axis
_FEWEST = 3  # names under a base line, or bars that float between two
_MOST_OPEN = 40  # waterfalls that a bar may go on
_EDGE, _CARD = 3.0, 1500.0  # points by which the tops of cards differ; the least area of one
_MOST = 80  # plots, and lines, that a page of a report may have


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot's rectangle, its scales and the marks in it. `bars` are clipped to the plot."""

    box: Box
    primary: Scale | None
    secondary: Scale | None
    axes: tuple[ValueAxis, ...]
    bars: tuple[Bar, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    dots: tuple[Dot, ...] = ()
    bands: tuple[Band, ...] = ()

    @property
    def has_marks(self) -> bool:
        return bool(self.bars or self.strokes or self.dots or self.bands)


@dataclass(frozen=True, slots=True)
class _Frame:
    box: Box
    axis: ValueAxis


def plots_of(scene: Scene, taken: frozenset[int]) -> list[Plot]:
    """The plots of a scene; shapes whose painting order is in `taken` (legends, pies) are left out."""
    bars = _visible([b for b in scene.bars if b.z not in taken and b.box.width > 0.8], scene)
    strokes = [s for s in scene.strokes if s.z not in taken and _is_series(s)][:_MOST]
    dots = [d for d in scene.dots if d.z not in taken and d.box.width > 1.5 and d.box.height > 1.5]
    bands = [b for b in scene.bands if b.z not in taken]
    axes = value_axes(scene)
    frames = [f for axis in axes if (f := _frame(axis, axes, scene, bars, strokes, dots, bands)) is not None]
    frames = [f for f in frames if not _is_table(f, scene)]
    merged = _merged(frames)
    bars = [b for b in (_cut_off(b, merged) for b in bars) if not _holds_text(b, scene)]
    plots = [_filled(p, bars, strokes, dots, bands) for p in merged]
    plots = [p for p in plots if p.has_marks]
    used = {b.z for p in plots for b in p.bars} | {s.z for p in plots for s in p.strokes}
    free = [b for b in bars if b.z not in used and not any(p.box.holds(b.box.cx, b.box.cy) for p in plots)]
    for group in _bar_groups(free, scene):
        box = Box.around(b.box for b in group)
        room = Box(box.x0 - _BESIDE, box.top - box.height, box.x1 + _BESIDE, box.bottom + 1)
        mine = [
            s
            for s in strokes
            if s.z not in used and room.holds(s.box.x0, s.box.top) and room.holds(s.box.x1, s.box.bottom)
        ]
        box = Box.around([box, *(s.box for s in mine)])
        plots.append(Plot(box, None, None, (), tuple(group), tuple(mine)))
        used |= {s.z for s in mine}
    loose = [s for s in strokes if s.z not in used and not any(p.box.touches(s.box) for p in plots)]
    for lines in _line_groups(loose, scene):
        box = _down_to_base(Box.around(s.box for s in lines), scene)
        near = tuple(d for d in dots if box.grown(4).holds(d.box.cx, d.box.cy))
        plots.append(Plot(box, None, None, (), (), tuple(lines), near))
    used |= {s.z for p in plots for s in p.strokes}
    for areas in _area_groups([b for b in bands if not any(p.box.touches(b.box) for p in plots)]):
        box = _down_to_base(Box.around(b.box for b in areas), scene)
        plots.append(Plot(box, None, None, (), bands=tuple(areas)))
    rows = [d for d in dots if not any(p.box.touches(d.box) for p in plots)]
    plots += [Plot(box, None, None, (), dots=tuple(own)) for box, own in _dot_rows(rows, scene)]
    return sorted(plots, key=lambda p: -p.box.area)[:_MOST]


def _visible(bars: Sequence[Bar], scene: Scene) -> list[Bar]:
    """Bars cut to what others leave to see, where a stack is painted as bars from its base, one over the other.

    The part that shows holds its label; the ground of a bar that is filled up holds none.
    """
    columns: dict[tuple[int, int, int], list[Bar]] = defaultdict(list)
    for b in bars:
        columns[round(b.box.x0), round(b.box.x1), round(b.box.bottom)].append(b)
    cut: dict[int, Bar] = {}
    for column in (c for c in columns.values() if len(c) > 1):
        for bar, over in pairwise(sorted(column, key=lambda b: b.z)):
            if bar.box.top < over.box.top - 0.5 and bar.color != over.color:
                cut[bar.z] = replace(bar, box=replace(bar.box, bottom=over.box.top))
    numbers = [x.box for x in scene.labels if x.number is not None] if cut else []
    held = sum(any(b.box.holds(x.cx, x.cy) for x in numbers) for b in cut.values())
    return [cut.get(b.z, b) for b in bars] if 2 * held > len(cut) else list(bars)


def _is_series(stroke: Stroke) -> bool:
    """Whether a stroke runs from left to right with at least three points, not along the axes only."""
    points = stroke.points
    if len(points) < 3 or stroke.box.width < 20:
        return False
    back = sum(b[0] < a[0] - 0.5 for a, b in zip(points, points[1:], strict=False))
    if 0 < back < len(points) - 1:
        return False
    slanted = sum(abs(b[0] - a[0]) > 0.3 and abs(b[1] - a[1]) > 0.02 for a, b in zip(points, points[1:], strict=False))
    return slanted >= 1 and points[0] != points[-1]


def _frame(
    axis: ValueAxis,
    axes: Sequence[ValueAxis],
    scene: Scene,
    bars: Sequence[Bar],
    strokes: Sequence[Stroke],
    dots: Sequence[Dot],
    bands: Sequence[Band],
) -> _Frame | None:
    x0, x1, side = axis.plot_x0, axis.plot_x1, axis.side
    top, bottom = axis.top, axis.bottom
    if ground := _ground(axis, bars):
        return _Frame(ground, replace(axis, side="left" if ground.cx > axis.box.cx else "right"))
    if x0 is None or x1 is None:
        boxes = [*(b.box for b in bars), *(s.box for s in strokes), *(d.box for d in dots), *(b.box for b in bands)]
        marks = [b for b in boxes if top - 2 <= b.cy <= bottom + 2]
        if axis.scale.is_log:  # the bars' middles may lie below the last tick
            marks += [b for b in boxes if bottom + 2 < b.cy and top <= b.top <= bottom + axis.pitch]
        found = None
        behind = min((axis.box.x0 - b.x1 for b in marks if b.x1 <= axis.box.x0 + 1), default=1e9)
        ahead = min((b.x0 - axis.box.x1 for b in marks if b.x0 >= axis.box.x1 - 1), default=1e9)
        if side == "" and behind < ahead:  # an axis stands at the marks that it measures
            found = _reach_of(marks, axis, axes, rightwards=False)
        if found is None and side in ("left", ""):
            found = _reach_of(marks, axis, axes, rightwards=True)
            side = "left" if found else side
        if found is None and side in ("right", ""):
            found = _reach_of(marks, axis, axes, rightwards=False)
        if found is None:
            return None
        x0, x1 = (found[0] if x0 is None else x0), (found[1] if x1 is None else x1)
    if x1 - x0 < 20:
        return None
    pitch = axis.pitch
    bounded = False
    for rule in scene.upright:  # the axis's own line, or the frame, may go beyond the outer ticks
        if min(abs(rule.box.x0 - x0), abs(rule.box.x0 - x1)) > 2.5:
            continue
        cover = min(rule.box.bottom, axis.bottom) - max(rule.box.top, axis.top)
        reaches = rule.box.height < axis.bottom - axis.top + 2.2 * pitch or _serves_two(rule.box, axis, axes, x0, x1)
        if cover > 0.7 * (axis.bottom - axis.top) and reaches:
            top, bottom = min(top, rule.box.top), max(bottom, rule.box.bottom)
            bounded = True
    if not bounded:  # no line bounds the plot: what stands on its base may pass the last tick by a step
        boxes = [*(b.box for b in bars), *(s.box for s in strokes), *(b.box for b in bands), *(d.box for d in dots)]
        near = [b for b in boxes if x0 - 1 <= b.x0 and b.x1 <= x1 + 1 and b.width < 0.98 * (x1 - x0) + 4]
        floor = scene.height if axis.scale.is_log else bottom + 2
        above = [b.top for b in near if top - pitch <= b.top < top and b.top - 2 <= b.bottom <= floor]
        below = [b.bottom for b in near if bottom < b.bottom <= bottom + pitch and top - 2 <= b.top <= bottom + 2]
        base = [
            r.box.top
            for r in scene.across
            if bottom < r.box.top <= bottom + 1.2 * pitch
            and abs(r.box.x0 - x0) < 3
            and abs(r.box.x1 - x1) < 3
            and not any(abs(r.box.top - x.box.cy) < x.size for x in axis.ticks)
        ]
        top, bottom = min([top, *above]), max([bottom, *below, *base])
    return _Frame(Box(x0, top, x1, bottom), replace(axis, side=side))


def _serves_two(line: Box, axis: ValueAxis, axes: Sequence[ValueAxis], x0: float, x1: float) -> bool:
    """Whether along the side of a plot the ticks of one axis go on where those of the axis across it end."""
    is_left = axis.box.cx < (x0 + x1) / 2
    for other in axes:
        gap = other.box.x0 - x1 if is_left else x0 - other.box.x1
        beyond = other.top < axis.top - 2 or other.bottom > axis.bottom + 2
        if (
            other is not axis
            and -2 < gap < _TICKS
            and beyond
            and line.grown(4).top < other.top
            and other.bottom < line.grown(4).bottom
        ):
            return True
    return False


def _ground(axis: ValueAxis, bars: Sequence[Bar]) -> Box | None:
    """The painted ground of the plot that an axis stands at, where there is one: it is as high as the axis and wide."""
    reach = 1.2 * axis.pitch
    for box in (b.box for b in bars):
        gap = max(box.x0 - axis.box.x1, axis.box.x0 - box.x1)
        high = axis.top - reach <= box.top <= axis.top + 2 and axis.bottom - 2 <= box.bottom <= axis.bottom + reach
        if high and -1 <= gap <= max(14.0, 2 * axis.ticks[0].size) and box.width > 0.5 * box.height:
            return box
    return None


def _is_table(frame: _Frame, scene: Scene) -> bool:
    """Whether text is set in line with most of the ticks, as in a table's rows and columns; in a plot it is anywhere."""
    inside = [x for x in scene.labels if frame.box.x0 < x.box.cx < frame.box.x1]
    rows = sum(
        any(_in_line(x.box, tick.box, 0.07 * tick.size) and abs(x.size - tick.size) < 0.05 * x.size for x in inside)
        for tick in frame.axis.ticks
    )
    return rows >= 0.75 * len(frame.axis.ticks)


def _in_line(a: Box, b: Box, room: float) -> bool:
    return min(abs(a.cy - b.cy), abs(a.top - b.top), abs(a.bottom - b.bottom)) < room


def _cut_off(bar: Bar, plots: Sequence[Plot]) -> Bar:
    """A bar without what its plot hides below itself: on a logarithmic or shortened axis a bar starts far below."""
    ends = [p.box.bottom + 1 for p in plots if p.box.holds(bar.box.cx, bar.box.top)]  # one may lie in another
    return replace(bar, box=replace(bar.box, bottom=min(bar.box.bottom, max(ends, default=bar.box.bottom))))


def _holds_text(bar: Bar, scene: Scene) -> bool:
    """Whether a rectangle is the ground of several numbers, as a table's row is; a bar holds one."""
    if bar.box.area < 400:
        return False
    return sum(x.number is not None and bar.box.holds(x.box.cx, x.box.cy) for x in scene.labels) > 2


def _reach_of(
    marks: Sequence[Box], axis: ValueAxis, axes: Sequence[ValueAxis], rightwards: bool
) -> tuple[float, float] | None:
    """How far the marks beside an axis reach before another axis or a wide gap."""
    others = [a.box for a in axes if a is not axis and min(a.bottom, axis.bottom) > max(a.top, axis.top)]
    if rightwards:
        start = axis.box.x1
        wall = min((b.x0 for b in others if b.x0 > start), default=1e9)
        edge = start
        for box in sorted((b for b in marks if b.x0 >= start - 1 and b.x1 <= wall + 1), key=lambda b: b.x0):
            if box.x0 - edge > max(60.0, 0.6 * (edge - start)):
                break
            edge = max(edge, box.x1)
        return (start, edge) if edge > start + 20 else None
    start = axis.box.x0
    wall = max((b.x1 for b in others if b.x1 < start), default=-1e9)
    edge = start
    for box in sorted((b for b in marks if b.x1 <= start + 1 and b.x0 >= wall - 1), key=lambda b: -b.x1):
        if edge - box.x1 > max(60.0, 0.6 * (start - edge)):
            break
        edge = min(edge, box.x0)
    return (edge, start) if edge < start - 20 else None


def _merged(frames: Sequence[_Frame]) -> list[Plot]:
    """Frames as plots: two axes of one rectangle together, the halves of a cut axis as one."""
    plots: list[Plot] = []
    for frame in sorted(frames, key=lambda f: (f.axis.box.cx > f.box.cx, f.box.top)):
        for i, plot in enumerate(plots):
            if frame.box.overlap(plot.box) > 0.8 * max(frame.box.area, plot.box.area) or _is_short_axis(plot, frame):
                if plot.secondary is None:
                    plots[i] = replace(plot, secondary=frame.axis.scale, axes=(*plot.axes, frame.axis))
                break
            if _goes_on_above(plot, frame):
                box = Box.around((plot.box, frame.box))
                plots[i] = replace(plot, box=box, secondary=frame.axis.scale, axes=(*plot.axes, frame.axis))
                break
            if _continues(plot, frame):
                scale = broken(plot.primary, frame.axis.scale) if plot.primary else frame.axis.scale
                box = Box.around((plot.box, frame.box))
                plots[i] = replace(plot, box=box, primary=scale, axes=(*plot.axes, frame.axis))
                break
        else:
            plots.append(Plot(frame.box, frame.axis.scale, None, (frame.axis,)))
    return plots


def _is_short_axis(plot: Plot, frame: _Frame) -> bool:
    """Whether an axis on the other side is printed along a part of the plot only, as where its ticks begin at zero."""
    left, right = (axis.box.cx < plot.box.cx for axis in (plot.axes[0], frame.axis))
    if left == right:
        return False
    inside = frame.box.overlap(plot.box) / frame.box.area
    if frame.axis.plot_x0 is None or frame.axis.plot_x1 is None:  # no line tells its reach: from the marks to it
        return inside > 0.85 and frame.box.width > 0.5 * plot.box.width
    return abs(plot.box.x0 - frame.box.x0) < 3 and abs(plot.box.x1 - frame.box.x1) < 3 and inside > 0.95


def _goes_on_above(plot: Plot, frame: _Frame) -> bool:
    """Whether an axis on the right begins about where the one on the left ends: a line drawn above the bars it goes with."""
    left, right = plot.axes[0], frame.axis
    if plot.secondary is not None or frame.box.width > 1.1 * plot.box.width:
        return False
    sides = left.box.cx < plot.box.cx and right.box.cx > frame.box.cx
    within = plot.box.x0 - 3 < frame.box.x0 and right.box.x1 < plot.box.x1 + _TICKS
    apart = left.top - right.bottom
    return sides and within and abs(apart) < 0.25 * min(right.bottom - right.top, left.bottom - left.top)


def _continues(plot: Plot, frame: _Frame) -> bool:
    """Whether a frame is the lower half of a plot whose axis is cut."""
    if plot.primary is None or plot.primary.is_broken or plot.secondary is not None:
        return False
    gap = frame.box.top - plot.box.bottom
    return (
        abs(plot.box.x0 - frame.box.x0) < 2
        and abs(plot.box.x1 - frame.box.x1) < 2
        and 0 <= gap <= 0.25 * (plot.box.height + frame.box.height)
        and plot.primary.low > frame.axis.scale.high
    )


def _filled(
    plot: Plot, bars: Sequence[Bar], strokes: Sequence[Stroke], dots: Sequence[Dot], bands: Sequence[Band]
) -> Plot:
    wide = plot.box.grown(2.5)
    inside = [b for b in bars if wide.x0 <= b.box.cx <= wide.x1 and b.box.x0 >= wide.x0 - 1 and b.box.x1 <= wide.x1 + 1]
    inside = [b for b in inside if b.box.bottom > wide.top and b.box.top < wide.bottom]
    vertices = Vertices(strokes)
    return replace(
        plot,
        bars=_bars_in(plot, [b for b in inside if not _is_marker(b, vertices)]),
        strokes=tuple(s for s in strokes if wide.overlap(s.box.grown(0.5)) > 0.9 * s.box.grown(0.5).area),
        dots=tuple(d for d in dots if wide.grown(2).holds(d.box.cx, d.box.cy)),
        bands=tuple(b for b in bands if wide.overlap(b.box) > 0.9 * b.box.area and b.box.width > 0.4 * plot.box.width),
    )


def _is_marker(bar: Bar, vertices: Vertices) -> bool:
    """Whether a small square sits on a line's vertex."""
    box = bar.box
    return max(box.width, box.height) <= 13 and abs(box.width - box.height) < 0.5 and vertices.near(box.cx, box.cy)


def _bars_in(plot: Plot, bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """The rectangles that are bars: one width, not the plot's ground; clipped to the plot, cut halves joined."""
    pieces = [(p.top, p.bottom) for p in plot.primary.pieces] if plot.primary and plot.primary.is_broken else []
    if not pieces:
        bars = [c for b in bars if (c := _clipped(b, plot.box)) is not None]
    kept = [b for b in bars if b.box.area < 0.6 * plot.box.area or len(bars) <= 2]
    by_width: list[list[Bar]] = []
    for bar in sorted(kept, key=lambda b: b.box.width):
        if bar.box.width > 0.95 * plot.box.width:
            break
        if by_width and bar.box.width - by_width[-1][0].box.width <= 0.6:
            by_width[-1].append(bar)
        else:
            by_width.append([bar])
    if not by_width:
        return ()
    base = plot.box.bottom

    def weight(group: Sequence[Bar]) -> tuple[int, float]:
        real = [b for b in group if b.box.height > 1.3 or abs(b.box.bottom - base) < 2]
        return (len(real) if max(b.box.height for b in group) > 1.3 else 0, sum(b.box.area for b in group))

    # the rims of a line's markers may be more than the bars that it runs over
    main = max((g for g in by_width if weight(g)[0] and _is_anchored(g, plot)), key=weight, default=None)
    if main is None:
        return ()
    floor = median(b.box.bottom for b in main)
    wide = main[0].box.width
    group = list(main)
    for other in by_width:  # a second series may have bars of another width on the same base
        alike = other is not main and len(other) > 1 and 0.3 * wide < other[0].box.width < 3 * wide
        if alike and all(abs(b.box.bottom - floor) < 0.5 and b.box.height > 1 for b in other):
            group += other
    if not pieces:
        return tuple(group)
    out: dict[tuple[int, str], Bar] = {}
    for bar in group:
        if not any(a - 6 <= bar.box.top <= b + 6 for a, b in pieces):
            continue  # the part of a bar that the cut axis clips away
        clipped = _clipped(bar, plot.box)
        if clipped is None:
            continue
        place = (round(bar.box.x0), bar.color)
        old = out.get(place)
        out[place] = clipped if old is None else replace(bar, box=Box.around((old.box, clipped.box)))
    return tuple(out.values())


def _clipped(bar: Bar, box: Box) -> Bar | None:
    """The part of a bar inside a plot, None when there is none."""
    top, bottom = max(bar.box.top, box.top - 1), min(bar.box.bottom, box.bottom + 1)
    return replace(bar, box=Box(bar.box.x0, top, bar.box.x1, bottom)) if bottom >= top else None


def _is_anchored(bars: Sequence[Bar], plot: Plot) -> bool:
    """Whether rectangles grow from the plot's base or zero line, and are not the cells of a table."""
    zero = plot.primary.place(0.0) if plot.primary else None
    levels = [plot.box.bottom, *(p.bottom for p in plot.primary.pieces)] if plot.primary else [plot.box.bottom]
    levels += [zero] if zero is not None else []
    columns: dict[int, list[Bar]] = defaultdict(list)
    for bar in bars:
        columns[round(bar.box.cx)].append(bar)
    anchored = sum(
        any(min(abs(b.box.bottom - v), abs(b.box.top - v)) < 3 for b in column for v in levels)
        for column in columns.values()
    )
    first = [c[0] for c in sorted(columns.values(), key=lambda c: c[0].box.x0)]
    if len(first) > 1 and len(bars) > len(first) and _abut(first):
        return False
    floats = len(first) >= 4 and anchored >= 1  # a waterfall
    return anchored >= 0.6 * len(columns) or floats


def _bar_groups(bars: Sequence[Bar], scene: Scene) -> list[list[Bar]]:
    """Bars without an axis: those of one width on one base line, with what is stacked on or floats between them."""
    rows: dict[tuple[int, int], list[Bar]] = {}
    for bar in bars:
        if bar.box.width >= 2 and bar.box.height > 0.3:
            own = round(bar.box.bottom), round(bar.box.width)
            near = ((own[0] + i, own[1] + j) for i in (0, -1, 1) for j in (0, -1, 1))
            key = next((k for k in near if k in rows and _is_alike(rows[k][0], bar)), own)
            rows.setdefault(key, []).append(bar)
    groups = _bridges(bars)
    used = {b.z for bridge in groups for b in bridge}
    for row in sorted(rows.values(), key=lambda r: -len(r)):
        same = sorted((b for b in row if b.z not in used), key=lambda b: b.box.x0)
        for run in (part for close in _close(same) for part in _on_one_base(close, scene)):
            if len({round(b.box.height) for b in run if b.box.height > 2}) < 2 or _abut(run) or _are_cards(run, scene):
                continue
            box = Box.around(b.box for b in run)
            width = median(b.box.width for b in run)
            group = {b.z: b for b in run}
            over = (
                b
                for b in bars
                if b.z not in used
                and abs(b.box.width - width) < _ALIKE
                and box.x0 - 1 <= b.box.cx <= box.x1 + 1
                and b.box.bottom <= box.bottom + 1
            )
            for bar in sorted(over, key=lambda b: -b.box.bottom):
                if box.top - box.height <= bar.box.top or any(_stands_on(bar, b) for b in group.values()):
                    group[bar.z] = bar
            used |= set(group)
            if not _are_cells(list(group.values())):
                groups.append(list(group.values()))
    return groups


def _bridges(bars: Sequence[Bar]) -> list[list[Bar]]:
    """Waterfalls without an axis: bars of one width, each beginning where the one before it ends, between two on a base."""
    out: list[list[Bar]] = []
    runs: list[list[Bar]] = []
    for bar in sorted((b for b in bars if b.box.width >= 2 and b.box.height > 0.3), key=lambda b: b.box.x0):
        home = next((r for r in reversed(runs[-_MOST_OPEN:]) if _goes_on_from(r[-1], bar)), None)
        if home is None:
            runs.append([bar])
        else:
            home.append(bar)
    for run in runs:
        first, last = run[0].box, run[-1].box
        floats = [b for b in run[1:-1] if abs(b.box.bottom - first.bottom) > 2]
        stacked = any(_stands_on(a, b) or _stands_on(b, a) for a in floats for b in bars)
        if len(floats) >= _FEWEST and abs(first.bottom - last.bottom) < 1 and not stacked:
            out.append(run)
    return out


def _goes_on_from(before: Bar, bar: Bar) -> bool:
    a, b = before.box, bar.box
    meets = min(abs(x - y) for x in (a.top, a.bottom) for y in (b.top, b.bottom)) < 1
    return abs(a.width - b.width) < _ALIKE and 0 < b.x0 - a.x1 < 3 * a.width and meets


def _on_one_base(bars: Sequence[Bar], scene: Scene) -> list[list[Bar]]:
    """Bars of one row, parted where they stand on rules of their own: two charts side by side without axes."""
    bottom = bars[0].box.bottom
    bases = sorted((r.box for r in scene.across if abs(r.box.cy - bottom) < 2), key=lambda b: b.x0)
    parts: dict[int, list[Bar]] = defaultdict(list)
    for b in bars:
        parts[next((i for i, r in enumerate(bases) if r.x0 - 2 <= b.box.x0 and b.box.x1 <= r.x1 + 2), -1)].append(b)
    return list(parts.values())


def _are_cells(bars: Sequence[Bar]) -> bool:
    """Whether what is stacked is of one colour, as the filled cells of a table's row are."""
    stacks: dict[int, list[Bar]] = defaultdict(list)
    for b in sorted(bars, key=lambda b: -b.box.bottom):
        stacks[round(b.box.cx)].append(b)
    cut = [s for s in stacks.values() if len(s) > 1 and all(_stands_on(b, a) for a, b in pairwise(s))]
    return bool(cut) and sum(len({b.color for b in s}) == 1 for s in cut) * 2 > len(cut)


def _are_cards(bars: Sequence[Bar], scene: Scene) -> bool:
    """Whether rectangles of one height are the grounds of key figures, each with its number and what it is."""
    tops = [b.box.top for b in bars]
    if max(tops) - min(tops) > _EDGE or min(b.box.area for b in bars) < _CARD:
        return False
    return all(sum(b.box.holds(x.box.cx, x.box.cy) for x in scene.labels) > 1 for b in bars)


def _is_alike(a: Bar, b: Bar) -> bool:
    return abs(a.box.bottom - b.box.bottom) < _ALIKE and abs(a.box.width - b.box.width) < _ALIKE


def _stands_on(bar: Bar, other: Bar) -> bool:
    return abs(bar.box.bottom - other.box.top) < 1 and abs(bar.box.cx - other.box.cx) < 1


def _area_groups(bands: Sequence[Band]) -> list[list[Band]]:
    """Areas without an axis: shapes on a level base as wide as they are, stacked ones together."""
    wide = [b for b in bands if b.box.width > _WIDE and b.box.height > 2 and area_share(b) > 0.2 and len(b.points) >= 5]
    groups: list[list[Band]] = []
    for band in sorted(wide, key=lambda b: -b.box.bottom):
        on_base = [x for x, y in band.points if band.box.bottom - y < 0.5]
        group = next(
            (g for g in groups if abs(g[0].box.x0 - band.box.x0) < 2 and abs(g[0].box.x1 - band.box.x1) < 2), None
        )
        if group and band.box.bottom > min(b.box.top for b in group) - 1:
            group.append(band)
        elif on_base and max(on_base) - min(on_base) > 0.9 * band.box.width:
            groups.append([band])
    return groups


def _dot_rows(dots: Sequence[Dot], scene: Scene) -> list[tuple[Box, list[Dot]]]:
    """Dots without an axis that lie on rules of one length, a rule for each name, with the box round the rules."""
    rules: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for r in scene.upright:
        rules[round(r.box.top), round(r.box.bottom)].append(r.box)
    out = []
    for same in (group for group in rules.values() if len(group) >= _FEWEST):
        on = {d.z: d for d in dots for r in same if abs(d.box.cx - r.cx) < 1 and r.top <= d.box.cy <= r.bottom}
        held = [r for r in same if any(abs(d.box.cx - r.cx) < 1 for d in on.values())]
        if len(held) >= _FEWEST:
            out.append((Box.around(held), list(on.values())))
    return out


def _down_to_base(box: Box, scene: Scene) -> Box:
    """The room of lines without an axis, down to the rule under them that names of categories stand beneath."""
    for rule in sorted(scene.across, key=lambda r: r.box.top):
        if rule.box.top < box.bottom or rule.box.x0 > box.x0 + 3 or rule.box.x1 < box.x1 - 3:
            continue
        under = [
            x
            for x in scene.labels
            if -1 < x.box.top - rule.box.bottom < 2 * x.size and box.x0 - x.size < x.box.cx < box.x1 + x.size
        ]
        return replace(box, bottom=rule.box.bottom) if len(under) >= _FEWEST else box
    return box


def _line_groups(strokes: Sequence[Stroke], scene: Scene) -> list[list[Stroke]]:
    """Lines without an axis: those that start and end at the same places, near each other or over one base, together."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: s.box.top):
        for group in groups:
            box = Box.around(s.box for s in group)
            ends = abs(box.x0 - stroke.box.x0) < 2 and abs(box.x1 - stroke.box.x1) < 2
            near = stroke.box.top - box.bottom < _NEAR
            if ends and (near or stroke.box.bottom <= _down_to_base(box, scene).bottom):
                group.append(stroke)
                break
        else:
            groups.append([stroke])
    return groups


def _close(bars: Sequence[Bar]) -> list[list[Bar]]:
    runs: list[list[Bar]] = []
    for bar in bars:
        if runs and bar.box.x0 - runs[-1][-1].box.x1 <= 8 * bar.box.width:
            runs[-1].append(bar)
        else:
            runs.append([bar])
    return runs


def _abut(bars: Sequence[Bar]) -> bool:
    """Whether all rectangles touch, as table cells do."""
    gaps = [b.box.x0 - a.box.x1 for a, b in zip(bars, bars[1:], strict=False)]
    return all(g < 0.3 for g in gaps)


def area_share(band: Band) -> float:
    """How much of its box a filled shape covers."""
    return polygon_area(band.points) / band.box.area if band.box.area > 0 else 0.0

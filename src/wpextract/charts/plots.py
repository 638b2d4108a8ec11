"""Plots: the rectangles that charts with axes are drawn in, and the bars, lines, dots and areas inside each.

A plot is known by a value axis; or, where none is printed, by bars that share a base line, or by a line, whose printed
labels grow with their height (`calibrated_by_labels`). Coordinates are the view's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from wpextract.charts.axes import Scale, ValueAxis, broken, value_axes
from wpextract.charts.shapes import Band, Bar, Dot, Scene, Stroke, Vertices, polygon_area
from wpextract.reading.model import Box

_NEAR = 20.0  # points between the lines of one plot, less than a title and an axis take
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
    bars = [b for b in scene.bars if b.z not in taken and b.box.width > 0.8]
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
    for group in _bar_groups(free):
        box = Box.around(b.box for b in group)
        mine = [s for s in strokes if s.z not in used and box.grown(2, box.height).overlap(s.box.grown(0.5)) > 0]
        plots.append(Plot(box, None, None, (), tuple(group), tuple(mine)))
        used |= {s.z for s in mine}
    for lines in _line_groups([s for s in strokes if s.z not in used and not any(p.box.touches(s.box) for p in plots)]):
        box = Box.around(s.box for s in lines)
        near = tuple(d for d in dots if box.grown(4).holds(d.box.cx, d.box.cy))
        plots.append(Plot(box, None, None, (), (), tuple(lines), near))
    return sorted(plots, key=lambda p: -p.box.area)[:_MOST]


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
        if side in ("left", ""):
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
        if cover > 0.7 * (axis.bottom - axis.top) and rule.box.height < axis.bottom - axis.top + 2.2 * pitch:
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
    """Whether text stands beside most of the ticks, as in a table's rows; in a plot labels stand at any height."""
    inside = [x for x in scene.labels if frame.box.x0 < x.box.cx < frame.box.x1]
    rows = sum(
        any(abs(x.box.cy - tick.box.cy) < 0.07 * tick.size and abs(x.size - tick.size) < 0.05 * x.size for x in inside)
        for tick in frame.axis.ticks
    )
    return rows >= 0.75 * len(frame.axis.ticks)


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
    return (
        left != right
        and abs(plot.box.x0 - frame.box.x0) < 3
        and abs(plot.box.x1 - frame.box.x1) < 3
        and frame.box.overlap(plot.box) > 0.95 * frame.box.area
    )


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

    main = max(by_width, key=weight)
    if weight(main)[0] == 0 or not _is_anchored(main, plot):
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


def _bar_groups(bars: Sequence[Bar]) -> list[list[Bar]]:
    """Bars without an axis: those of one width on one base line, with what is stacked on or floats between them."""
    rows: dict[tuple[int, int], list[Bar]] = defaultdict(list)
    for bar in bars:
        if bar.box.width >= 2 and bar.box.height > 0.3:
            rows[round(bar.box.bottom), round(bar.box.width)].append(bar)
    groups: list[list[Bar]] = []
    used: set[int] = set()
    for row in sorted(rows.values(), key=lambda r: -len(r)):
        same = sorted((b for b in row if b.z not in used), key=lambda b: b.box.x0)
        for run in _close(same):
            if len({round(b.box.height) for b in run if b.box.height > 2}) < 2 or _abut(run):
                continue
            box = Box.around(b.box for b in run)
            width = median(b.box.width for b in run)
            floating = [
                b
                for b in bars
                if b.z not in used
                and abs(b.box.width - width) < 0.6
                and box.x0 - 1 <= b.box.cx <= box.x1 + 1
                and box.top - box.height <= b.box.top
                and b.box.bottom <= box.bottom + 1
            ]
            group = list({b.z: b for b in (*run, *floating)}.values())
            used |= {b.z for b in group}
            groups.append(group)
    return groups


def _line_groups(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Lines without an axis: those that start and end at the same places, near each other in height, together."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: s.box.top):
        for group in groups:
            box = Box.around(s.box for s in group)
            ends = abs(box.x0 - stroke.box.x0) < 2 and abs(box.x1 - stroke.box.x1) < 2
            if ends and stroke.box.top - box.bottom < _NEAR:
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

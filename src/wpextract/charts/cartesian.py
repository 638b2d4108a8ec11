"""Charts with axes: a plot's bars, lines, areas and dots as points with series, category, label and drawn value.

The value that a mark's height implies is read off the printed axis; where no axis is printed, off the scale that most
labels agree on, which leaves a label that contradicts its mark standing out. Coordinates are the view's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from wpextract.charts.attach import Spot, attach
from wpextract.charts.axes import Piece, Scale
from wpextract.charts.categories import Category, categories, category_at, reach_of, spacing
from wpextract.charts.direct import Trace, direct_names
from wpextract.charts.labels import Label
from wpextract.charts.legends import Entry, name_of
from wpextract.charts.model import ChartKind
from wpextract.charts.plots import Plot, area_share
from wpextract.charts.shapes import Band, Bar, Dot, Scene, Stroke, Vertices, is_grey
from wpextract.reading.model import Box
from wpextract.reading.words import is_cjk

_BREAK = re.compile(r"\bbreak\b|断", re.IGNORECASE)  # what the label of a bar that is cut off says
_OVER = 1.7  # em between a stack and the total printed over it, at most
_MISPRINT = 1.5  # times: how far off a printed total may be
_SUMS_UP = 0.015  # share of a total by which the height of its stack may differ
_AGREES = 0.06  # share of the value, or of the axis's span, by which a label may differ from its mark and still agree


@dataclass(frozen=True, slots=True)
class RawPoint:
    """A point before it has an id; boxes are the view's but `label`'s own, `drawn` is in the axis's unit."""

    series: str | None
    category: str | None
    axis: str | None
    label: Label | None
    drawn: float | None
    error: float | None
    mark: Box
    is_bar: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A plot as read. `series` are in legend order; `texts` the labels it used (ticks, categories, data labels)."""

    kind: ChartKind
    plot: Plot
    primary: Scale | None
    secondary: Scale | None
    series: tuple[str, ...]
    points: tuple[RawPoint, ...]
    texts: tuple[Label, ...]
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """One mark with what it measures: from `base` to `end` (heights); `base` None for a point of a line."""

    group: str
    style: str
    color: str
    dashed: bool
    box: Box
    end: float
    base: float | None
    category: Category | None
    is_stacked: bool = False


def read_plot(scene: Scene, plot: Plot, entries: Sequence[Entry], busy: frozenset[int]) -> Reading | None:
    """Read a plot, or None when it is no chart: nothing is named, labelled or measured in it.

    `entries` are the legend entries in its reach; `busy` the ids of labels that other charts or legends hold.
    """
    ticks = {id(x) for axis in plot.axes for x in axis.ticks}
    free = [x for x in scene.labels if id(x) not in ticks and id(x) not in busy]
    bands = [b for b in plot.bands if _is_area(b, plot)]
    drawn = _series_strokes(plot)
    strokes = [s for s in drawn if not any(_outlines(s, b) for b in bands)]
    dots = _loose_dots(plot, drawn) if not plot.bars else []
    found = _categories(free, plot, strokes, dots, bands, scene)
    named = {id(x) for c in found for x in scene.labels if x.page_box.overlap(c.label.page_box) > 0.5 * x.page_box.area}
    marks = _without_supports(_bar_marks(plot, found), plot)
    is_waterfall = _is_waterfall(marks, plot)
    marks += [m for s in strokes for m in _line_marks(s, plot, found)]
    marks += _area_marks(bands, found, plot)
    marks += [_dot_mark(d, found) for d in dots]
    if not marks:
        return None
    size = median(x.size for x in free) if free else 8.0
    room = plot.box.grown(3.0 * size, 2.2 * size)
    pool = [
        x
        for x in free
        if id(x) not in named and x.number is not None and x.angle == 0 and room.holds(x.box.cx, x.box.cy)
        and not (x.is_period and x.number.value >= 1900 and not x.number.after)
    ]  # fmt: skip
    marks += _zero_marks(marks, pool, plot, found)
    labelled = _labelled(marks, pool, plot, is_waterfall)
    totals = _totals(marks, labelled, pool, plot)
    if totals:  # whose labels are no part's
        labelled = _labelled(marks, [x for x in pool if not any(x is total for _, total in totals)], plot, is_waterfall)
    scales = {g: _scale_of(g, marks, labelled, plot, is_waterfall) for g in sorted({m.group for m in marks})}
    if plot.primary is None and not _explained(marks, labelled, scales, is_waterfall):
        return None
    points = [
        _point(m, marks, labelled.get(i), scales[m.group], plot, entries, scene, is_waterfall)
        for i, m in enumerate(marks)
    ]
    told = {} if any(p.series for p in points) else _direct(marks, [x for x in free if id(x) not in named])
    points = [
        replace(p, series=told[_trace_of(m)].text.strip()) if told else p for p, m in zip(points, marks, strict=True)
    ]
    points = _with_data_table(_named(points), entries, free, found)
    points += [_total_point(m, x, scales["bar"], points) for m, x in totals]
    points = [p for p in points if p.label is not None or (p.category is not None and p.drawn is not None)]
    if not points and (plot.primary is None or not _drawn_on_axis(marks, plot)):
        return None
    order = list(dict.fromkeys([e.name for e in entries] + [p.series for p in points if p.series]))
    series = tuple(s for s in order if any(p.series == s for p in points))
    texts = [x for axis in plot.axes for x in axis.ticks] + [c.label for c in found]
    texts += [p.label for p in points if p.label is not None] + list(told.values())
    hidden = next((s for s, where in scales.values() if where == "hidden"), None)
    return Reading(
        _kind(marks, plot, scene.is_turned, is_waterfall),
        plot,
        plot.primary or next((s for s, _ in scales.values()), None),
        plot.secondary or hidden,
        series,
        tuple(points),
        tuple(texts),
        tuple(found),
    )


def _direct(marks: Sequence[_Mark], free: Sequence[Label]) -> dict[tuple[str, str], Label]:
    """The names written at the marks of several series: of lines at their ends, of stacks, groups and areas anywhere."""
    traces: dict[tuple[str, str], list[_Mark]] = defaultdict(list)
    for mark in sorted(marks, key=lambda m: m.box.cx):
        traces[_trace_of(mark)].append(mark)
    bars = [m for m in marks if m.group == "bar"]
    places = (
        Counter(round(m.box.cx) for m in bars)
        if any(m.is_stacked for m in bars)
        else Counter(m.category.at for m in bars if m.category)
    )
    if bars and max(places.values(), default=0) < 2 and len({m.color for m in bars}) > 1:
        return {}  # one series with a bar set off
    ends = [
        Trace(color, tuple(m.box for m in (own if style != "line" else (own[0], own[-1]))))
        for (style, color), own in traces.items()
    ]
    names = direct_names(ends, free)
    return dict(zip(traces, names, strict=True)) if names else {}


def _trace_of(mark: _Mark) -> tuple[str, str]:
    """What marks of one series have in common where no legend tells more: their kind and colour."""
    return mark.style.split()[0], mark.color


def _with_data_table(
    points: Sequence[RawPoint], entries: Sequence[Entry], free: Sequence[Label], found: Sequence[Category]
) -> list[RawPoint]:
    """Points labelled from the table under their plot: a row for each key of the legend, a column for each category."""
    out = list(points)
    pitch = spacing(found)
    for entry in entries:
        row = [x for x in free if x.number is not None and abs(x.page_box.cy - entry.label.page_box.cy) < 0.3 * x.size]
        mine = [i for i, p in enumerate(out) if p.series == entry.name and p.label is None and p.drawn is not None]
        told: dict[int, Label] = {}
        for i in mine:
            at = next((c.at for c in found if c.text == out[i].category), None)
            under = (x for x in row if at is not None and abs(x.box.cx - at) < 0.3 * pitch)
            if (label := next(under, None)) is not None:
                told[i] = label
        right = sum(_says(label, out[i].drawn) for i, label in told.items())
        if len(told) > 1 and right >= 0.6 * len(told):
            for i, label in told.items():
                out[i] = replace(out[i], label=label)
    return out


def _says(label: Label, drawn: float | None) -> bool:
    """Whether a label gives the value that its mark is drawn at."""
    value = float(label.number.value) if label.number else 0.0
    return drawn is not None and abs(abs(drawn) - abs(value)) <= _AGREES * max(abs(value), 1e-9)


def _categories(
    free: Sequence[Label],
    plot: Plot,
    strokes: Sequence[Stroke],
    dots: Sequence[Dot],
    bands: Sequence[Band],
    scene: Scene,
) -> list[Category]:
    is_turned = scene.is_turned
    ticks = _tick_marks(plot, scene)
    targets = [b.box.cx for b in plot.bars]
    if not targets:
        markers = _alike(_on(plot.dots, strokes))  # what else lies on a line by chance, such as dashes, is no marker
        targets = [d.box.cx for d in markers if len(markers) >= 3] or [d.box.cx for d in dots]
    if not targets:
        shapes = [s.points for s in strokes] + [b.points for b in bands]
        targets = [x for points in shapes if len(points) <= 120 for x, _ in points]
        smooth = sorted({round(t) for t in targets})
        if len(smooth) > 60 or not targets:
            return _on_smooth_line(free, plot, is_turned)
    found = categories(free, plot.box, targets, is_turned, ticks)
    zero = plot.primary.place(0.0) if plot.primary else None
    if not found and zero is not None and plot.box.top < zero < plot.box.bottom - 3:
        found = categories(free, replace(plot.box, bottom=zero), targets, is_turned, ticks)  # names along the zero line
    return found


def _tick_marks(plot: Plot, scene: Scene) -> list[float]:
    """Where short lines stand at the plot's base."""
    places = [
        r.box.x0
        for r in scene.upright
        if r.box.height <= 9
        and min(abs(r.box.top - plot.box.bottom), abs(r.box.bottom - plot.box.bottom)) < 2
        and plot.box.x0 - 1 <= r.box.x0 <= plot.box.x1 + 1
    ]
    return sorted({round(p, 1) for p in places})


def _on_smooth_line(free: Sequence[Label], plot: Plot, is_turned: bool) -> list[Category]:
    """Categories under a line without visible vertices: labels at even distances along the whole plot."""
    step = plot.box.width / 400
    anywhere = [plot.box.x0 + i * step for i in range(401)]
    found = categories(free, plot.box, anywhere, is_turned)
    gaps = [b.at - a.at for a, b in zip(found, found[1:], strict=False)]
    return found if len(found) >= 3 and max(gaps) - min(gaps) < 0.1 * max(gaps) else []


# ------------------------------------------------------------------------------------------------ marks


def _series_strokes(plot: Plot) -> list[Stroke]:
    """The strokes that are series: not grey lines without markers, not outlines of the plot's own areas."""
    out = []
    for stroke in plot.strokes:
        dotted = bool(_on(plot.dots, (stroke,)))
        wide = stroke.box.width >= 0.25 * plot.box.width
        if (wide and not (is_grey(stroke.color) and stroke.width < 0.6)) or dotted:
            out.append(stroke)
    return out


def _on(dots: Sequence[Dot], strokes: Sequence[Stroke]) -> list[Dot]:
    """The dots that sit on the strokes' vertices."""
    vertices = Vertices(strokes)
    return [d for d in dots if vertices.near(d.box.cx, d.box.cy)]


def _is_area(band: Band, plot: Plot) -> bool:
    return area_share(band) > 0.004 and band.box.width > 0.5 * plot.box.width and len(band.points) >= 4


def _outlines(stroke: Stroke, band: Band) -> bool:
    """Whether a stroke runs along a filled shape's edge, so that both draw one series."""
    inner = [(x, y) for x, y in stroke.points if band.box.x0 + 0.1 < x < band.box.x1 - 0.1]
    if len(inner) < 2 and stroke.box.width < 0.8 * band.box.width:
        return False
    if not inner:
        inner = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(stroke.points, stroke.points[1:], strict=False)]
    step = max(1, len(inner) // 40)
    probes = inner[::step]
    on = sum(any(abs(v - y) < 1.0 for v in _cuts(band, x)) for x, y in probes)
    return on >= 0.9 * len(probes)


def _loose_dots(plot: Plot, strokes: Sequence[Stroke]) -> list[Dot]:
    """Dots of one size that lie on no line: at least three, else they are decoration."""
    held = {d.z for d in _on(plot.dots, strokes)}
    same = _alike([d for d in plot.dots if d.z not in held])
    return same if len(same) >= 3 and not strokes else []


def _alike(dots: Sequence[Dot]) -> list[Dot]:
    """The dots of the size that most of their colour have."""
    sizes: dict[str, Counter[int]] = defaultdict(Counter)
    for dot in dots:
        sizes[dot.color][round(dot.box.width)] += 1
    return [d for d in dots if abs(d.box.width - sizes[d.color].most_common(1)[0][0]) <= 0.6]


def _bar_marks(plot: Plot, found: Sequence[Category]) -> list[_Mark]:
    marks: list[_Mark] = []
    columns: dict[int, list[Bar]] = defaultdict(list)
    for bar in sorted(plot.bars, key=lambda b: b.box.x0):
        key = next((k for k in list(columns)[-3:] if abs(columns[k][0].box.cx - bar.box.cx) < 1.0), len(columns))
        columns[key].append(bar)
    zero = plot.primary.place(0.0) if plot.primary else None
    reach = reach_of(found, [b.box.cx for b in plot.bars])
    for column in columns.values():
        stacked = len(column) > 1
        for bar in column:
            hangs = zero is not None and abs(bar.box.top - zero) < 1.5 and bar.box.bottom > zero + 1.5 and not stacked
            end, base = (bar.box.bottom, bar.box.top) if hangs else (bar.box.top, bar.box.bottom)
            category = category_at(found, bar.box.cx)
            if category is not None and abs(category.at - bar.box.cx) > reach:
                category = None
            marks.append(_Mark("bar", "bar", bar.color, False, bar.box, end, base, category, stacked))
    return marks


def _without_supports(marks: Sequence[_Mark], plot: Plot) -> list[_Mark]:
    """Bars without those of one colour that only hold a waterfall's bars up, painted so that they do not show."""
    for color in {m.color for m in marks if m.is_stacked}:
        rest = [m for m in marks if m.color != color]
        held = [m for m in marks if m.color == color]
        lifted = [
            m for m in rest if any(abs(m.box.cx - h.box.cx) < 1 and abs(m.box.bottom - h.box.top) < 1 for h in held)
        ]
        alone = {round(m.box.cx) for m in rest}
        if len(lifted) != len(held) or len(alone) != len(rest) or len(rest) <= len(held):
            continue
        single = [replace(m, is_stacked=False) for m in rest]
        if _is_waterfall(single, plot):
            return single
    return list(marks)


def _line_marks(stroke: Stroke, plot: Plot, found: Sequence[Category]) -> list[_Mark]:
    """A line's points: its vertices at the categories, the drawn height there when it is smoothed."""
    on_line = _on(plot.dots, (stroke,))
    own = [d for d in on_line if d.color == stroke.color]  # markers of a line close by may touch it
    on_line = own if len(own) >= 2 else on_line
    vertices = list(stroke.points)
    if len(on_line) >= 2:  # a marker at an end may be a name's swatch too
        vertices = [(d.box.cx, d.box.cy) for d in on_line]
        ends = (stroke.points[0], stroke.points[-1])
        vertices += [end for end in ends if all(abs(end[0] - x) > 2 for x, _ in vertices)]
    style = f"line {stroke.z}"
    color = stroke.color

    def mark(u: float, v: float, category: Category | None) -> _Mark:
        box = Box(u - 1.5, v - 1.5, u + 1.5, v + 1.5)
        return _Mark(style, "line", color, stroke.dashed, box, v, None, category)

    if not found:
        return [mark(u, v, None) for u, v in vertices] if len(vertices) <= 60 else []
    pitch = spacing(found)
    out = []
    for category in found:
        near = min(vertices, key=lambda p: abs(p[0] - category.at))
        if abs(near[0] - category.at) <= max(2.0, 0.12 * pitch):
            out.append(mark(near[0], near[1], category))
        elif len(stroke.points) > 3 * len(found) and len(on_line) < 2:
            v = _height_at(stroke, category.at)
            if v is not None:
                out.append(mark(category.at, v, category))
    return out if len(out) >= 2 else []


def _height_at(stroke: Stroke, u: float) -> float | None:
    for (x0, y0), (x1, y1) in zip(stroke.points, stroke.points[1:], strict=False):
        if min(x0, x1) <= u <= max(x0, x1) and x1 != x0:
            return y0 + (y1 - y0) * (u - x0) / (x1 - x0)
    return None


def _area_marks(bands: Sequence[Band], found: Sequence[Category], plot: Plot) -> list[_Mark]:
    out = []
    floor = plot.box.bottom - 1.5
    pitch = spacing(found)
    for band in bands:
        places: list[tuple[Category, float, float, float]] = []
        for category in found:
            corner = min((x for x, _ in band.points), key=lambda x: abs(x - category.at))
            u = corner if abs(corner - category.at) <= 0.3 * pitch else category.at
            u = min(max(u, band.box.x0 + 0.1), band.box.x1 - 0.1)
            cuts = _cuts(band, u) if abs(u - category.at) <= max(2.0, 0.3 * pitch) else []
            if len(cuts) >= 2:
                places.append((category, u, min(cuts), max(cuts)))
        is_line = bool(places) and median(bottom - top for _, _, top, bottom in places) < 0.03 * band.box.height + 1.5
        is_line = is_line and len(band.points) > 8 * len(places)
        for category, u, top, bottom in places:
            box = Box(u - 2, top, u + 2, bottom)
            if is_line:  # a thick line painted as its outline
                middle = (top + bottom) / 2
                out.append(_Mark(f"line {band.z}", "line", band.color, False, box, middle, None, category))
            else:
                out.append(
                    _Mark("area", f"area {band.z}", band.color, False, box, top, bottom, category, bottom < floor)
                )
    return out


def _cuts(band: Band, u: float) -> list[float]:
    points = band.points
    cuts = []
    for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True):
        if (x0 <= u < x1) or (x1 <= u < x0):
            cuts.append(y0 + (y1 - y0) * (u - x0) / (x1 - x0))
    return cuts


def _dot_mark(dot: Dot, found: Sequence[Category]) -> _Mark:
    category = category_at(found, dot.box.cx, 0.3)
    return _Mark("dot", "dot", dot.color, False, dot.box, dot.box.cy, None, category)


def _zero_marks(marks: Sequence[_Mark], pool: Sequence[Label], plot: Plot, found: Sequence[Category]) -> list[_Mark]:
    """Bars of no height, which leave only a label "0" on the base line; the place in the group tells the series."""
    bars = [m for m in marks if m.group == "bar" and m.category is not None]
    if not bars or any(m.is_stacked for m in bars):
        return []
    base = max(m.box.bottom for m in bars)
    width = median(m.box.width for m in bars)
    places: dict[str, list[float]] = defaultdict(list)
    for m in bars:
        if m.category is not None:
            places[m.color].append(m.box.cx - m.category.at)
    out = []
    for label in pool:
        if label.number is None or label.number.value != 0 or not -2 <= base - label.box.bottom <= 1.7 * label.size:
            continue
        category = category_at(found, label.box.cx)
        if category is None or any(abs(m.box.cx - label.box.cx) < 0.5 * width for m in bars):
            continue
        offset = label.box.cx - category.at
        color, where = min(((c, median(o)) for c, o in places.items()), key=lambda t: abs(t[1] - offset))
        if abs(where - offset) <= 0.4 * width:
            box = Box(label.box.cx - width / 2, base, label.box.cx + width / 2, base)
            out.append(_Mark("bar", "bar", color, False, box, base, base, category))
    return out


def _spot(mark: _Mark, plot: Plot, is_waterfall: bool) -> Spot:
    """A mark as something that may carry a label."""
    hangs = mark.base is not None and mark.end > mark.base
    scale = plot.secondary if mark.style == "line" and plot.bars and plot.secondary else plot.primary
    expects = (_measured(mark, scale, is_waterfall),) if scale is not None else ()
    is_bar = mark.base is not None and mark.group != "area"
    slack = scale.error(mark.end) if scale is not None else 0.0
    at_left, at_right = abs(mark.box.cx - plot.box.x0) < 3, abs(mark.box.cx - plot.box.x1) < 3
    return Spot(mark.box, mark.color, is_bar, mark.is_stacked, hangs, expects, slack, at_left - at_right)


def _labelled(marks: Sequence[_Mark], pool: Sequence[Label], plot: Plot, is_waterfall: bool) -> dict[int, Label]:
    """The label of each mark; without an axis the scale that most labels agree on tells crowded ones apart."""
    spots = [_spot(m, plot, is_waterfall) for m in marks]
    labelled = attach(spots, pool)
    if plot.primary is not None:
        return labelled
    for style in {m.style for m in marks}:
        own = [(m, labelled[i]) for i, m in enumerate(marks) if m.style == style and i in labelled]
        scale = _fitted(own, plot.box, is_waterfall)
        if scale is not None and _agree(scale, own, is_waterfall) >= 0.5:
            spots = [
                replace(s, expects=(_measured(m, scale, is_waterfall),)) if m.style == style else s
                for s, m in zip(spots, marks, strict=True)
            ]
    return attach(spots, pool)


def _totals(
    marks: Sequence[_Mark], labelled: dict[int, Label], pool: Sequence[Label], plot: Plot
) -> list[tuple[_Mark, Label]]:
    """The stacks at whose end stands what their parts add up to, each as one mark, with the label that says so.

    Without an axis only the labels of all parts can tell it from the label of the last part.
    """
    columns: list[list[int]] = []
    bars = sorted((m.box.cx, i) for i, m in enumerate(marks) if m.is_stacked and m.group == "bar")
    for cx, i in bars:
        if not columns or cx - marks[columns[-1][-1]].box.cx > marks[i].box.width / 4:
            columns.append([])
        columns[-1].append(i)
    out: list[tuple[_Mark, Label]] = []
    off: list[tuple[_Mark, Label]] = []
    for column in columns:
        box = Box.around(marks[i].box for i in column)
        stack = replace(marks[column[0]], box=box, end=box.top, base=box.bottom, is_stacked=False)
        parts = [float(x.number.value) for i in column if (x := labelled.get(i)) and x.number]
        told = sum(parts) if len(parts) == len(column) else None
        drawn = _measured(replace(stack, is_stacked=True), plot.primary, False) if plot.primary else told
        for label in sorted(pool, key=lambda x: -x.box.bottom):
            gap = (box.top - label.box.bottom) / label.size
            if not -0.3 < gap < _OVER or abs(label.box.cx - box.cx) > max(box.width / 2, label.size):
                continue
            held = next((i for i in column if labelled.get(i) is label), None)
            value = abs(float(label.number.value)) if label.number else 0.0
            own = held is not None and (
                plot.primary is None or _near(value, _measured(marks[held], plot.primary, False), plot.primary)
            )
            if drawn and len(column) > 1 and not own:
                if _near(value, drawn, plot.primary):
                    out.append((stack, label))
                    break
                if drawn / _MISPRINT < value < drawn * _MISPRINT:
                    off.append((stack, label))
    # one that is no sum among those that are is a total all the same, and printed wrong
    return out + off if len(off) == 1 and len(out) > 1 and len(out) + 1 == len(columns) else out


def _near(printed: float, drawn: float, scale: Scale | None) -> bool:
    return abs(printed - drawn) <= max(_SUMS_UP * printed, 0.01 * scale.span if scale else 0.0)


def _total_point(stack: _Mark, label: Label, scaled: tuple[Scale | None, str], points: Sequence[RawPoint]) -> RawPoint:
    """What is printed over a stack, under the name that a reader gives it."""
    scale, where = scaled
    drawn = _measured(replace(stack, is_stacked=True), scale, False) if scale else None
    error = 2 * scale.error(stack.end) if scale else None
    chinese = any(is_cjk(c) for p in points for c in p.series or "")
    return RawPoint(
        "合计" if chinese else "Total",
        stack.category.text if stack.category else None,
        "secondary" if where != "primary" else "primary",
        label,
        drawn,
        error,
        stack.box,
        True,
    )


def _is_waterfall(marks: Sequence[_Mark], plot: Plot) -> bool:
    """Whether single bars float so that each starts where the one before it ends."""
    bars = sorted((m for m in marks if m.group == "bar"), key=lambda m: m.box.x0)
    if len(bars) < 3 or any(m.is_stacked for m in bars):
        return False
    zero = plot.primary.place(0.0) if plot.primary else None
    levels = [max(m.box.bottom for m in bars) if zero is None else zero]
    floating = sum(min(abs(v - level) for v in (m.box.top, m.box.bottom) for level in levels) > 2 for m in bars)
    meets = sum(
        min(abs(a - b) for a in (m.box.top, m.box.bottom) for b in (n.box.top, n.box.bottom)) < 2
        for m, n in zip(bars, bars[1:], strict=False)
    )
    return floating >= max(1, 0.4 * (len(bars) - 2)) and meets >= 0.7 * (len(bars) - 1)


# ------------------------------------------------------------------------------------------------ scales


def _measured(mark: _Mark, scale: Scale, is_waterfall: bool) -> float:
    """What a mark's extent is worth on a scale: a bar's length from its base, a point's height."""
    if mark.base is None:
        return scale.value(mark.end)
    if mark.is_stacked or is_waterfall:
        return abs(scale.value(mark.end) - scale.value(mark.base))
    return scale.value(mark.end)


def _agree(scale: Scale, marks: Sequence[tuple[_Mark, Label]], is_waterfall: bool) -> float:
    """The share of labels that a scale explains."""
    if not marks:
        return 0.0
    values = [abs(float(x.number.value)) if x.number else 0.0 for _, x in marks]
    span = max(values) or 1.0
    right = sum(
        abs(abs(_measured(m, scale, is_waterfall)) - v) <= max(_AGREES * v, 0.02 * span)
        for (m, _), v in zip(marks, values, strict=True)
    )
    return right / len(marks)


def _scale_of(
    group: str, marks: Sequence[_Mark], labelled: dict[int, Label], plot: Plot, is_waterfall: bool
) -> tuple[Scale | None, str]:
    """The scale of a group of marks and where it is printed: "primary", "secondary", or "hidden" (on no axis)."""
    own = [(m, labelled[i]) for i, m in enumerate(marks) if m.group == group and i in labelled]
    printed = [(s, where) for s, where in ((plot.primary, "primary"), (plot.secondary, "secondary")) if s is not None]
    if printed and plot.secondary is not None and len(own) < 2:
        is_line = group.startswith("line")
        with_bars = any(m.group == "bar" for m in marks)
        return printed[1] if is_line and with_bars else printed[0]
    if printed:
        scores = [(_agree(s, own, is_waterfall), s, where) for s, where in printed]
        best = max(scores, key=lambda t: t[0])
        if len(own) < 3 or best[0] >= 0.4:
            return best[1], best[2]
        fitted = _fitted(own, plot.box, is_waterfall)
        if fitted is not None and _agree(fitted, own, is_waterfall) >= 0.7:
            return fitted, "hidden"
        return best[1], best[2]
    fitted = _fitted(own, plot.box, is_waterfall)
    bars = [(m, labelled[i]) for i, m in enumerate(marks) if m.group == "bar" and i in labelled]
    if not group.startswith("line") or fitted is None or len(bars) < 2:
        return fitted, "primary"
    of_bars = _fitted(bars, plot.box, is_waterfall)
    shared = of_bars is not None and _agree(of_bars, own, is_waterfall) >= 0.5
    return fitted, "primary" if shared else "hidden"  # a line over bars that measures something else


def _fitted(own: Sequence[tuple[_Mark, Label]], box: Box, is_waterfall: bool) -> Scale | None:
    """The scale that most labels agree on: proportional to length for bars, linear in height for points."""
    values = [(m, abs(float(x.number.value))) for m, x in own if x.number is not None]
    if len(values) < 2:
        return None
    bars = [(m, v) for m, v in values if m.base is not None]
    if bars:
        rates = [v / abs(m.end - m.base) for m, v in bars if m.base is not None and abs(m.end - m.base) > 0.5 and v]
        if not rates:
            return None
        rate = median(rates)
        floor = max(m.base for m, _ in bars if m.base is not None)
        piece = Piece(box.top, floor, -rate, rate * floor)
    else:
        points = [(m.end, v) for m, v in values]
        slopes = [
            (b - a) / (y - x) for i, (x, a) in enumerate(points) for y, b in points[i + 1 : i + 40] if abs(y - x) > 0.5
        ]
        if not slopes or median(slopes) >= 0:
            return None
        slope = median(slopes)
        piece = Piece(box.top, box.bottom, slope, median(v - slope * y for y, v in points))
    high, low = piece.slope * piece.top + piece.offset, piece.slope * piece.bottom + piece.offset
    percent = sum(x.number is not None and x.number.is_percent for _, x in own) * 2 > len(own)
    return Scale((piece,), low, high, percent, False, 1.0)


def _drawn_on_axis(marks: Sequence[_Mark], plot: Plot) -> bool:
    """Whether marks without names or labels are still a chart: several bars on the axis's base, or a line's points."""
    zero = plot.primary.place(0.0) if plot.primary else None
    levels = [plot.box.bottom] if zero is None else [plot.box.bottom, zero]
    bars = [m for m in marks if m.base is not None and any(abs(m.base - v) < 3 for v in levels)]
    return len({round(m.box.height) for m in bars}) >= 3 or any(m.style == "line" for m in marks)


def _explained(
    marks: Sequence[_Mark], labelled: dict[int, Label], scales: dict[str, tuple[Scale | None, str]], is_waterfall: bool
) -> bool:
    """Whether a plot without printed axis is one: most marks are labelled, and the labels measure them."""
    pairs = [(m, labelled[i]) for i, m in enumerate(marks) if i in labelled]
    if len(pairs) < 2 or len(pairs) < 0.5 * len(marks):
        return False
    good = 0.0
    for group, (scale, _) in scales.items():
        own = [p for p in pairs if p[0].group == group]
        if scale is not None and own:
            good += _agree(scale, own, is_waterfall) * len(own)
    return good >= 0.6 * len(pairs)


# ------------------------------------------------------------------------------------------------ points


def _point(
    mark: _Mark,
    marks: Sequence[_Mark],
    label: Label | None,
    scaled: tuple[Scale | None, str],
    plot: Plot,
    entries: Sequence[Entry],
    scene: Scene,
    is_waterfall: bool,
) -> RawPoint:
    scale, where = scaled
    drawn = error = None
    says_break = label is not None and label.number is not None and _BREAK.search(label.number.before) is not None
    if scale is not None and not says_break and not _is_cut(mark, scene):
        inside = plot.box.top - 0.5 <= mark.end <= plot.box.bottom + 1.5
        if inside or label is not None:
            drawn, error = _measured(mark, scale, is_waterfall), scale.error(mark.end)
            if mark.is_stacked or is_waterfall:
                error *= 2
            if is_waterfall and mark.group == "bar" and _goes_down(mark, marks):
                drawn = -drawn
            elif (
                label is not None and label.number is not None and label.number.value < 0 < drawn and where != "hidden"
            ):
                drawn = -drawn if mark.is_stacked else drawn
    if label is None and (plot.primary is None or where == "hidden"):
        drawn = None  # a scale inferred from other labels measures, but does not print
    axis = "secondary" if where in ("secondary", "hidden") else "primary"
    category = mark.category.text if mark.category else None
    is_line = mark.style == "line"
    series = name_of(entries, mark.color, mark.dashed, is_line)
    return RawPoint(series, category, axis, label, drawn, error, mark.box, mark.group == "bar")


def _is_cut(mark: _Mark, scene: Scene) -> bool:
    """Whether a white shape cuts through a bar, as drawn for a bar that is broken off."""
    if mark.group != "bar":
        return False
    return any(
        c.box.x0 <= mark.box.x0 + 0.5
        and c.box.x1 >= mark.box.x1 - 0.5
        and mark.box.top < c.box.cy < mark.box.bottom
        and c.box.height < 0.5 * mark.box.height
        and c.box.width < 3 * mark.box.width
        for c in scene.covers
    )


def _goes_down(mark: _Mark, marks: Sequence[_Mark]) -> bool:
    """Whether a waterfall's bar starts at the level that the one before it ended on, and falls from there."""
    bars = sorted((m for m in marks if m.group == "bar"), key=lambda m: m.box.x0)
    at = bars.index(mark)
    if at == 0 or at == len(bars) - 1:
        return False
    level = bars[0].box.top
    for bar in bars[1 : at + 1]:
        falls = abs(bar.box.top - level) < abs(bar.box.bottom - level)
        if bar is mark:
            return falls and abs(mark.box.bottom - max(b.box.bottom for b in bars)) > 1
        level = bar.box.bottom if falls else bar.box.top
    return False


def _named(points: Sequence[RawPoint]) -> list[RawPoint]:
    """Series names settled: bars of several colours (forecasts are paler) that one legend entry covers share its name."""
    out = list(points)
    for axis in ("primary", "secondary"):
        bars = [i for i, p in enumerate(out) if p.axis == axis and p.is_bar]
        names = {out[i].series for i in bars}
        if len(names) == 2 and None in names and all(n == 1 for n in Counter(out[i].category for i in bars).values()):
            known = next(n for n in names if n)
            out = [replace(p, series=known) if i in bars else p for i, p in enumerate(out)]
    return out


def _kind(marks: Sequence[_Mark], plot: Plot, is_turned: bool, is_waterfall: bool) -> ChartKind:
    groups = {m.group.split()[0] for m in marks}
    if "bar" in groups and "line" in groups:
        return "combo"
    if "area" in groups:
        return "area"
    if "line" in groups:
        return "line"
    if "dot" in groups:
        return "other"
    if is_waterfall:
        return "waterfall"
    bars = [m for m in marks if m.group == "bar"]
    if any(m.is_stacked for m in bars):
        columns: dict[int, list[_Mark]] = defaultdict(list)
        for m in bars:
            columns[round(m.box.cx)].append(m)
        heights = [max(m.box.bottom for m in c) - min(m.box.top for m in c) for c in columns.values()]
        level = max(heights) - min(heights) < 0.01 * max(heights) + 0.5 and len(heights) > 1
        full = plot.primary is None or plot.primary.high in (1.0, 100.0) or plot.primary.is_percent
        return "stacked_100" if level and full else "stacked_bar"
    if is_turned:
        return "horizontal_bar"
    per_category = Counter(m.category.at for m in bars if m.category)
    return "grouped_bar" if per_category and max(per_category.values()) > 1 else "bar"

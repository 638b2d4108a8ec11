"""A page's charts: plots and pies with their legends, titles and units, each read once, none twice.

The composition of this package: shapes -> plots and pies -> readings -> charts. Where an upright and a turned reading
claim the same marks, the one that explains more labels wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from wpextract.charts.axes import Scale
from wpextract.charts.captions import (
    ABOVE,
    CALLOUT,
    SOURCE,
    TABLE,
    Captions,
    body_style,
    captions_of,
    each_its_own,
    is_caption,
)
from wpextract.charts.cartesian import RawPoint, Reading, read_plot
from wpextract.charts.labels import Label
from wpextract.charts.legends import Entry, entries_for, legend_entries
from wpextract.charts.model import Axis, Callout, Chart, ChartKind, Point
from wpextract.charts.pictures import picture_charts
from wpextract.charts.pies import Pie, SliceReading, find_pies, read_pie
from wpextract.charts.plots import Plot, plots_of
from wpextract.charts.shapes import Scene, is_grey, same_color, scene_of
from wpextract.charts.units import UNIT_KEY, is_of_right_side, unit_in, unit_of_name, units_of_axes, without_unit
from wpextract.ids import Ids
from wpextract.quantities import parse_unit_note
from wpextract.reading.contents import CONTENTS
from wpextract.reading.lines import lines_of
from wpextract.reading.model import Box, Page

_LIKE = 6.0  # points by which the plots of panels differ
_MOST_ENTRIES = 200  # of the legends of a page's panels: each is compared with each
_LONGEST_NAME = 40  # characters
_NOTE = 32  # characters of a unit over the end of an axis
_LEGEND_REACH = 70.0
_ROUNDED = 1.5  # how far the rounded shares of a whole may be from 100


@dataclass(frozen=True, slots=True)
class _Draft:
    """A chart before its captions: its reading, the legend entries it owns, and the page box of all it holds."""

    reading: Reading | None
    pie: Pie | None
    slices: tuple[SliceReading, ...]
    entries: tuple[Entry, ...]
    box: Box
    scene: Scene


@dataclass(frozen=True, slots=True)
class _Claim:
    """What may own legend entries: a plot or pie with its page box and its marks' colours."""

    box: Box
    colors: tuple[str, ...]
    pie: Pie | None
    plot: Plot | None
    scene: Scene


def find_charts(page: Page, ids: Ids) -> tuple[Chart, ...]:
    """The charts of a page from top to bottom; none for a page without geometry."""
    if page.width <= 0 or page.height <= 0 or not (page.marks or page.images):
        return ()
    scene = scene_of(page)
    entries = legend_entries(scene)
    pies = find_pies(scene)
    taken = frozenset(s.band.z for p in pies for s in p.slices) | frozenset(z for e in entries for z in e.paint)
    claims = [_Claim(p.box, tuple({s.band.color for s in p.slices}), p, None, scene) for p in pies]
    for view in (scene, scene.turned()):
        claims += [_Claim(view.page_box(p.box), _colors(p), None, p, view) for p in plots_of(view, taken)]
    plots = _settled([d for c in claims if c.plot and (d := _draft(c, claims, entries, frozenset())) is not None])
    held = frozenset(_key(t) for d in plots for t in _texts(d))
    drafts = _settled(plots + [d for c in claims if c.pie and (d := _draft(c, claims, entries, held)) is not None])
    charts = _with_captions(page, scene, drafts, ids)
    charts += picture_charts(page, scene, [c.box for c in charts], ids)
    if any(CONTENTS.match(line.text) for line in lines_of(page.words)):
        charts = [c for c in charts if c.title]  # the leaders of a table of contents look like bars
    return tuple(sorted(charts, key=lambda c: (c.box.top, c.box.x0)))


def _colors(plot: Plot) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            [b.color for b in plot.bars]
            + [s.color for s in plot.strokes]
            + [b.color for b in plot.bands]
            + [d.color for d in plot.dots]
        )
    )


_Key = tuple[float, float, str]


def _draft(claim: _Claim, claims: Sequence[_Claim], entries: Sequence[Entry], held: frozenset[_Key]) -> _Draft | None:
    """A claim read with its own legend entries; `held` are the texts that other charts have."""
    mine = [
        e
        for e in entries_for(entries, claim.colors, claim.box, _reach(claim))
        if _nearest(e, _set_with(e, entries), claims, claim)
    ]
    mine = mine or _common_legend(entries, claim, claims)
    if claim.pie is not None:
        busy = frozenset(id(e.label) for e in mine) | {id(x) for x in claim.scene.labels if _key(x) in held}
        slices = tuple(read_pie(claim.scene, claim.pie, mine, busy))
        told = tuple(read_pie(claim.scene, claim.pie, (), busy)) if mine else ()
        if told and all(
            s.value and _is_name(s) for s in told
        ):  # each named where it lies: the legend is another chart's
            mine, slices = [], told
        boxes = [claim.pie.box, *(t.page_box for s in slices for t in s.texts), *(e.box for e in mine)]
        return _Draft(None, claim.pie, slices, tuple(mine), Box.around(boxes), claim.scene)
    assert claim.plot is not None
    view = claim.scene
    busy_boxes = [e.label.page_box for e in mine]
    # the number of a caption ("图4" apart from its words) is no category
    busy = frozenset(id(x) for x in view.labels if is_caption(x.text) or any(x.page_box == b for b in busy_boxes))
    reading = read_plot(view, claim.plot, mine, busy)
    if reading is None:
        return None
    boxes = [claim.box, *(t.page_box for t in reading.texts), *(view.page_box(p.mark) for p in reading.points)]
    boxes += [e.box for e in mine]
    return _Draft(reading, None, (), tuple(mine), Box.around(boxes), view)


def _is_name(s: SliceReading) -> bool:
    """Whether a slice is named by what may be a name: no year, no note, and no line of running text."""
    if not s.name or len(s.name) > _LONGEST_NAME or SOURCE.match(s.name) or UNIT_KEY.match(s.name):
        return False
    return not any(t.is_year or t.is_period for t in s.texts if t.text.strip() == s.name)


def _common_legend(entries: Sequence[Entry], claim: _Claim, claims: Sequence[_Claim]) -> list[Entry]:
    """The legend that several panels share, or that stands far off: a row or column of names, one for each colour.

    What stands beyond a chart of another size is that one's.
    """
    colors = [c for c in claim.colors if not is_grey(c)]
    if len(colors) < 2 or len(entries) > _MOST_ENTRIES:
        return []
    rows = (
        [e for e in entries if abs(e.box.cy - first.box.cy) < 3 or abs(e.swatch.x0 - first.swatch.x0) < 1]
        for first in entries
    )
    whole = [
        row for row in rows
        if len(colors) <= len(row) <= len(claim.colors) and all(any(same_color(e.color, c) for e in row) for c in colors)
    ]  # fmt: skip
    unlike = [
        c.box for c in claims if max(abs(c.box.width - claim.box.width), abs(c.box.height - claim.box.height)) > _LIKE
    ]
    own = [
        row for row in whole
        if not any(min(row[0].box.cy, claim.box.cy) < b.cy < max(row[0].box.cy, claim.box.cy) for b in unlike)
    ]  # fmt: skip
    return min(own, key=lambda row: abs(row[0].box.cy - claim.box.cy), default=[])


def _reach(claim: _Claim) -> float:
    """How far off the legend of a plot or pie may stand."""
    return max(_LEGEND_REACH, 0.6 * claim.box.height)


def _set_with(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """The entries of an entry's row, or of its column where it stands alone in its row: one legend."""
    row = [x for x in entries if abs(x.box.cy - entry.box.cy) < 3]
    return row if len(row) > 1 else [x for x in entries if abs(x.swatch.x0 - entry.swatch.x0) < 1]


def _nearest(entry: Entry, legend: Sequence[Entry], claims: Sequence[_Claim], claim: _Claim) -> bool:
    """Whether no other plot or pie with the entry's colour has more of its legend's colours, or as many and lies nearer."""

    def distance(c: _Claim) -> tuple[float, float]:
        dx = max(c.box.x0 - entry.box.x1, entry.box.x0 - c.box.x1, 0.0)
        dy = max(c.box.top - entry.box.bottom, entry.box.top - c.box.bottom, 0.0)
        return (dx + dy, abs(c.box.cx - entry.box.cx))

    def colors(c: _Claim) -> int:
        return sum(any(same_color(e.color, x) for x in c.colors) for e in legend)

    own, mine = distance(claim), colors(claim)
    for other in claims:
        if other is claim or other.box.overlap(claim.box) > 0.3 * min(other.box.area, claim.box.area):
            continue
        if not any(same_color(entry.color, c) for c in other.colors):
            continue
        near, its = distance(other), colors(other)
        if its != mine and max(near[0], own[0]) < max(_reach(claim), _reach(other)):
            loses = its > mine
        else:
            loses = near < own
        if loses:
            return False
    return True


def _settled(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Drafts without those whose place a better one has."""

    def weight(d: _Draft) -> tuple[int, int]:
        if d.pie is not None:
            return (10_000, len(d.slices))
        assert d.reading is not None
        points = d.reading.points
        return (sum(p.label is not None for p in points) + sum(p.category is not None for p in points), len(points))

    out: list[_Draft] = []
    for draft in sorted(drafts, key=weight, reverse=True):
        core = _core(draft)
        if not any(core.overlap(_core(o)) > 0.15 * min(core.area, _core(o).area) for o in out):
            out.append(draft)
    return sorted(out, key=lambda d: (d.box.top, d.box.x0))


def _core(draft: _Draft) -> Box:
    if draft.pie is not None:
        return draft.pie.box
    assert draft.reading is not None
    return draft.scene.page_box(draft.reading.plot.box).grown(0.5)


def _with_captions(page: Page, scene: Scene, drafts: Sequence[_Draft], ids: Ids) -> list[Chart]:
    body = body_style(scene.labels)
    held = {_key(t) for d in drafts for t in _texts(d)}
    names = [t for d in drafts for t in _texts(d) if " " in t.text]  # of several lines, which are labels by themselves
    free = [x for x in scene.labels if _key(x) not in held and not any(_is_part(x, t) for t in names)]

    def captions_on(is_above: bool) -> list[Captions]:
        found = []
        for draft in drafts:
            others = [d.box for d in drafts if d is not draft]
            sizes = [t.size for t in _texts(draft)] or [body.size]
            region = _below_title(draft, free)
            # a small pie has much room round it, and so have bars and lines without an axis
            bare = draft.pie is not None or (draft.reading is not None and draft.reading.plot.primary is None)
            reach = max(ABOVE, region.height) if bare else ABOVE
            found.append(captions_of(region, free, body, others, median(sizes), is_above, reach))
        return found

    out: list[tuple[Box, Chart]] = []
    for draft, captions in zip(drafts, each_its_own(captions_on), strict=True):
        named = captions.title and (is_caption(captions.title) or captions.unit or draft.pie)
        titled = [captions.title or "", *(t.text for t in _texts(draft))]
        if any(TABLE.match(t) for t in titled) or not (named or _has_points(draft)):
            continue  # the ground and rules of a table; shapes without a name and a number are decoration
        chart = _chart(page, draft, captions, free, ids)
        if chart.unit_as_printed is None and not is_caption(chart.title or ""):
            chart = replace(chart, unit_as_printed=_unit_of_panels(_core(draft), chart, out))
        out.append((_core(draft), chart))
    return [chart for _, chart in out]


def _unit_of_panels(core: Box, chart: Chart, before: Sequence[tuple[Box, Chart]]) -> str | None:
    """The unit of the panels that a chart without a caption stands in a row or column with, of its kind and size."""
    return next(
        (
            other.unit_as_printed
            for box, other in reversed(before)
            if other.kind == chart.kind
            and other.unit_as_printed
            and max(abs(box.width - core.width), abs(box.height - core.height)) < _LIKE
            and min(abs(box.top - core.top), abs(box.x0 - core.x0)) < _LIKE
        ),
        None,
    )


def _below_title(draft: _Draft, free: Sequence[Label]) -> Box:
    """Where to look for a title from: the chart's box, or that without its legend where a text stands between them."""
    legend = {_key(e.label) for e in draft.entries}
    bare = Box.around([_core(draft), *(t.page_box for t in _texts(draft) if _key(t) not in legend)])
    between = Box(draft.box.x0, draft.box.top, draft.box.x1, bare.top + 2)
    return bare if any(between.holds(x.page_box.cx, x.page_box.cy) and x.bold for x in free) else draft.box


def _has_points(draft: _Draft) -> bool:
    """Whether marks are told apart: not by one text that all share, nor by years, as the cells of a table's head are."""
    points = draft.reading.points if draft.reading else ()
    headed = [p for p in points if p.label and (p.label.is_year or p.label.is_period)]
    labelled = {id(p.label) for p in points if p.label and p not in headed}
    told = labelled | {p.category for p in points if p.category and p not in headed}
    return len(told) > 1 or len(points) == 1 or any(s.name or s.value for s in draft.slices)


def _key(label: Label) -> _Key:
    return (round(label.page_box.x0, 1), round(label.page_box.top, 1), label.text)


def _is_part(label: Label, name: Label) -> bool:
    return label.text in name.text and name.page_box.holds(label.page_box.cx, label.page_box.cy)


def _texts(draft: _Draft) -> list[Label]:
    texts = [t for s in draft.slices for t in s.texts] + [e.label for e in draft.entries]
    return texts + (list(draft.reading.texts) if draft.reading else [])


def _chart(page: Page, draft: _Draft, captions: Captions, free: Sequence[Label], ids: Ids) -> Chart:
    box = Box.around([draft.box, *([captions.unit_box] if captions.unit_box else [])])
    name = captions.title or ""
    unit = captions.unit
    two = draft.reading is not None and draft.reading.secondary is not None
    if two and unit and is_of_right_side(unit) and (left := _over_left_end(draft, free)):
        captions = replace(captions, unit=f"{left}; {unit}")
        unit = captions.unit
    if unit and not (two and any(units_of_axes(unit))):
        unit = unit_in(unit) or unit
    units = _axis_units(captions.unit, captions.unit_box, draft, free)
    callouts = _callouts(draft, free, captions)
    if callouts:
        box = Box.around([box, *(c.box for c in callouts)])
    if draft.pie is not None:
        unit = unit or _unit_in_the_hole(draft.pie, free)
        kind: ChartKind = "doughnut" if draft.pie.is_ring else "pie"
        slices = [_slice_point(s, draft.slices, page.number, name, ids) for s in draft.slices if s.name or s.value]
        points = _as_shares(slices, kind, unit)
        chart_id = ids.new("chart", page.number, f"{kind} {name}")
        return Chart(
            chart_id, page.number, captions.title, captions.title_box, kind, unit, None, None,
            (), points, callouts, box,
        )  # fmt: skip
    reading = draft.reading
    assert reading is not None
    chart_id = ids.new("chart", page.number, f"{reading.kind} {name}")
    told = _named_by_axes(reading, draft, free)
    points = _as_shares(
        [_plot_point(p, draft.scene, page.number, name, ids) for p in told], reading.kind, unit or units[0]
    )
    series = reading.series or tuple(dict.fromkeys(p.series for p in told if p.series))
    return Chart(
        chart_id,
        page.number,
        captions.title,
        captions.title_box,
        reading.kind,
        unit or units[0],
        _axis(reading.primary, units[0], draft),
        _axis(reading.secondary, units[1], draft),
        series,
        points,
        callouts,
        box,
    )


def _axis_units(
    unit: str | None, box: Box | None, draft: _Draft, free: Sequence[Label]
) -> tuple[str | None, str | None]:
    """The unit of each axis: from a note that names two ("亿美元；%"), else from what is written along the axes."""
    if draft.reading is None:
        return (None, None)
    if unit is not None and draft.reading.secondary is not None and any(pair := units_of_axes(unit)):
        return pair
    left, right = _axis_titles(draft, free)
    right = right or (_over_right_end(box, draft, free) if box else None)
    primary = unit_in(left) if left else None
    secondary = (
        None
        if draft.reading.secondary is None or right is None
        else unit_in(right) or (right if primary or box else None)
    )
    points = draft.reading.points
    if unit is None:
        primary = primary or _unit_of_first_label(points) or _unit_of_a_tick(draft)
    named = [_unit_of_series(points, axis) for axis in ("primary", "secondary")]
    if unit is None and (primary or named[0]) and not (secondary or named[1]):  # the left one's is not its unit
        secondary = right or next((p.series for p in points if p.axis == "secondary" and p.series), None)
    return (primary or named[0], secondary or named[1])


def _named_by_axes(reading: Reading, draft: _Draft, free: Sequence[Label]) -> Sequence[RawPoint]:
    """The points of bars and a line without a legend, named by what is written along the axis of each."""
    left, right = (without_unit(t or "") for t in _axis_titles(draft, free))
    if reading.series or reading.kind != "combo" or not (left and right):
        return reading.points
    return [replace(p, series=right if p.axis == "secondary" else left) for p in reading.points]


def _unit_in_the_hole(pie: Pie, free: Sequence[Label]) -> str | None:
    """The unit that stands in the middle of a ring: "Share, %"."""
    middle = (
        x for x in free if pie.is_ring and abs(x.page_box.cx - pie.box.cx) < x.size and pie.box.holds_centre(x.page_box)
    )
    return next((unit for x in middle if (unit := unit_in(x.text))), None)


def _over_right_end(note: Box, draft: _Draft, free: Sequence[Label]) -> str | None:
    """What stands over the right axis in the row of the unit that stands over the left one: "RMB billion ... deals"."""
    plot = _core(draft)
    if note.cx > plot.cx:
        return None
    row = (
        x for x in free if abs(x.page_box.cy - note.cy) < 3 and x.page_box.x0 > plot.cx and x.page_box.x1 > plot.x1 - 2
    )
    return next((x.text.strip() for x in row if len(x.text) <= _NOTE), None)


def _over_left_end(draft: _Draft, free: Sequence[Label]) -> str | None:
    """The unit note that stands over the left half of a plot."""
    plot = _core(draft)
    over = (x for x in free if 0 < plot.top - x.page_box.cy < _LEGEND_REACH and x.page_box.x1 < plot.cx)
    return next((x.text.strip() for x in over if len(x.text) <= _NOTE and UNIT_KEY.match(x.text.strip())), None)


def _unit_of_first_label(points: Sequence[RawPoint]) -> str | None:
    """The unit that one label of the primary axis has and the others leave out: "$5.2bn", "6.1", "7.4"."""
    numbers = [p.label.number for p in points if p.axis == "primary" and p.label and p.label.number]
    units = [f"{n.before}{n.after}" for n in numbers if n.after or n.before]
    if len(units) != 1 or len(numbers) == 1:
        return None
    return units[0] if parse_unit_note(units[0]) is not None else None


def _unit_of_a_tick(draft: _Draft) -> str | None:
    """The unit that the topmost tick of an axis has alone: "160 GWh" over 120, 80 and 40."""
    axis = next(iter(draft.reading.plot.axes), None) if draft.reading else None
    if axis is None or any(t.number and (t.number.before or t.number.after) for t in axis.ticks[1:]):
        return None
    above = (
        x for x in draft.scene.labels
        if x.number is not None and (x.number.before or x.number.after)
        and -0.5 * x.size < axis.top - x.box.cy < 1.3 * axis.pitch
        and min(x.box.x1, axis.box.x1) > max(x.box.x0, axis.box.x0)
    )  # fmt: skip
    units = (f"{x.number.before}{x.number.after}" for x in above if x.number)
    return next((unit for unit in units if parse_unit_note(unit) is not None), None)


def _unit_of_series(points: Sequence[RawPoint], axis: str) -> str | None:
    """The unit that the names of all series of an axis end with, but those whose labels tell their own."""
    names = {p.series for p in points if p.axis == axis and not (p.label and p.label.number and p.label.number.after)}
    units = {unit_of_name(name) if name else None for name in names}
    return units.pop() if len(units) == 1 else None


def _axis_titles(draft: _Draft, free: Sequence[Label]) -> tuple[str | None, str | None]:
    """What is written along the primary and the secondary value axis, outside of their ticks."""
    assert draft.reading is not None
    plot, is_turned = draft.reading.plot, draft.scene.is_turned
    ticks = [t.page_box for axis in plot.axes for t in axis.ticks]
    box = draft.scene.page_box(plot.box)
    around = Box.around([box, *ticks]) if ticks else box
    if is_turned:
        under = [
            x
            for x in free
            if x.angle == 0
            and -2 <= x.page_box.top - around.bottom <= 2.5 * x.size
            and abs(x.page_box.cx - box.cx) < 0.2 * box.width
        ]
        return (under[0].text if under else None, None)
    beside = [x for x in free if x.angle in (90, 270) and box.top <= x.page_box.cy <= box.bottom]
    left = [x for x in beside if -2 <= around.x0 - x.page_box.x1 <= 3 * x.size]
    right = [x for x in beside if -2 <= x.page_box.x0 - around.x1 <= 3 * x.size]
    if not left and not right and draft.reading.secondary is not None:  # laid flat over the ends of both
        over = [x for x in free if x.angle == 0 and -0.5 * x.size < around.top - x.page_box.bottom < 2 * x.size]
        left = [x for x in over if abs(x.page_box.x0 - box.x0) < 3 * x.size and unit_in(x.text)]
        right = [x for x in over if left and abs(x.page_box.x1 - box.x1) < 3 * x.size and len(x.text) <= _NOTE]
    return (left[0].text if left else None, right[0].text if right else None)


def _axis(scale: Scale | None, unit: str | None, draft: _Draft) -> Axis | None:
    if scale is None:
        return None
    plot = draft.reading.plot if draft.reading else None
    printed = [a for a in plot.axes if a.scale.pieces[0].slope == scale.pieces[0].slope] if plot else []
    if scale.is_broken and plot:
        printed = list(plot.axes)
    box = Box.around(t.page_box for a in printed for t in a.ticks) if printed else None
    return Axis(scale.low, scale.high, scale.is_percent, unit, scale.is_log, scale.is_broken, box)


def _plot_point(p: RawPoint, view: Scene, page: int, title: str, ids: Ids) -> Point:
    text = p.label.text.strip() if p.label else None
    number = p.label.number if p.label else None
    mark = view.page_box(p.mark)
    return Point(
        ids.new("point", page, f"{title}|{p.series}|{p.category}|{text}"),
        p.series,
        p.category,
        "secondary" if p.axis == "secondary" else "primary",
        text,
        number.value if number else None,
        p.drawn,
        p.error,
        (number.after or None) if number else None,
        p.label.page_box if p.label else mark,
        mark,
    )


def _slice_point(s: SliceReading, slices: Sequence[SliceReading], page: int, title: str, ids: Ids) -> Point:
    number = s.value.number if s.value else None
    values = [float(x.value.number.value) for x in slices if x.value is not None and x.value.number is not None]
    in_percent = not values or any(
        x.value is not None and x.value.number is not None and x.value.number.is_percent for x in slices
    )
    complete = len(values) == len(slices)
    total = sum(values) if complete else 100.0 if in_percent else None
    drawn = s.share * total if total is not None else None
    text = s.value.text.strip() if s.value else None
    unit = (number.after or None) if number else ("%" if in_percent else None)
    return Point(
        ids.new("point", page, f"{title}|{s.name}|{text}"),
        None,
        s.name,
        None,
        text,
        number.value if number else None,
        drawn,
        0.003 * total if total is not None else None,
        unit,
        s.value.page_box if s.value else s.slice.band.page_box,
        s.slice.band.page_box,
    )


def _as_shares(points: Sequence[Point], kind: ChartKind, unit: str | None) -> tuple[Point, ...]:
    """The points, in percent where the parts of each whole add up to 100 and nothing printed says another unit."""
    if kind not in ("pie", "doughnut", "stacked_100") or unit is not None or any(p.unit_in_label for p in points):
        return tuple(points)
    wholes: dict[str | None, float] = defaultdict(float)
    for p in points:
        value = float(p.printed) if p.printed is not None else p.from_geometry
        wholes[p.category if kind == "stacked_100" else None] += value or 0.0
    adds_up = all(abs(whole - 100) <= _ROUNDED for whole in wholes.values())
    return tuple(replace(p, unit_in_label="%") if adds_up else p for p in points)


def _callouts(draft: _Draft, free: Sequence[Label], captions: Captions) -> tuple[Callout, ...]:
    """Free texts in and just above a chart that state a rate of their own."""
    inside = draft.box.grown(4, 0)
    inside = Box(inside.x0, inside.top - 14, inside.x1, inside.bottom)
    out = []
    mine = {_key(t) for t in captions.texts}
    rows = [x for x in free if x.angle == 0 and inside.holds(x.box.cx, x.box.cy) and _key(x) not in mine]
    for label in rows:
        if not CALLOUT.search(label.text) or len(label.text) > 60:
            continue
        text, boxes, box = label.text, list(label.char_boxes), label.page_box
        if not any(c.isdigit() for c in text):
            after = [
                x
                for x in rows
                if abs(x.box.cy - label.box.cy) < 0.5 * label.size
                and -0.5 * label.size <= x.box.x0 - label.box.x1 <= 2.5 * label.size
                and x.number is not None
            ]
            if not after:
                continue
            text += " " + after[0].text
            boxes += [None, *after[0].char_boxes]
            box = Box.around((box, after[0].page_box))
        out.append(Callout(text, box, tuple(boxes)))
    return tuple(out)

"""Legend entries: a small swatch in a series' colour with the series' name to its right.

Entries are found on the whole page; which chart an entry belongs to is decided by colour and distance.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wpextract.charts.labels import Label, joined
from wpextract.charts.shapes import Scene, is_grey, same_color
from wpextract.reading.model import Box

_LINE = 0.4  # of the page's width: longer than a name
_CLASS = re.compile(  # what begins with a number and is a name: 65岁及以上, "65 and over", "500 or more"
    r"岁|[以之][上下内]\s*$|\b(?:and|or) (?:over|older|above|more|under|less|younger|below)\s*$", re.IGNORECASE
)
_SENTENCE = re.compile(r"[。；]|[a-z]{2}[.;](?:\s|$)|.{8}，.{8}")
_CLAUSE = 20  # em: longer than the first line of a name that goes on below
_TIGHT, _LOOSE = 0.5, 1.2  # em between the lines of a name and those of a text
_WIDEST, _HIGHEST = 36.0, 14.0  # points: the largest swatch
_LEVEL = 0.62  # em: by how much the middle of a swatch may be off that of its name; a box's, not a line's


@dataclass(frozen=True, slots=True)
class Entry:
    """One legend entry: `box` covers swatch and name; `paint` are the painting orders of the swatch's shapes."""

    name: str
    color: str
    dashed: bool
    is_line: bool
    box: Box
    swatch: Box
    label: Label
    paint: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Swatch:
    box: Box
    color: str
    dashed: bool
    is_line: bool
    z: int


def legend_entries(scene: Scene) -> tuple[Entry, ...]:
    """All swatch-and-name pairs of an upright scene."""
    rows = _row_starts(scene)
    bars = {b.z for b in scene.bars if len(rows[round(b.box.x0), round(b.box.height)]) >= 3}
    swatches = [
        *(_Swatch(b.box, b.color, False, False, b.z) for b in scene.bars if _is_swatch(b.box) and b.z not in bars),
        *(_Swatch(b.box, b.color, False, False, b.z) for b in scene.bands if _is_swatch(b.box)),
        *(_Swatch(d.box, d.color, False, False, d.z) for d in scene.dots if d.z not in bars),
        *(
            _Swatch(s.box, s.color, s.dashed, True, s.z)
            for s in scene.strokes
            if s.box.height <= 1 and 4 <= s.box.width <= _WIDEST
        ),
    ]
    swatches = _without_tags(swatches, scene.labels)
    swatches.sort(key=lambda s: s.box.cy)
    heights = [s.box.cy for s in swatches]
    out: list[Entry] = []
    for label in scene.labels:
        if label.angle != 0 or not (any(c.isalpha() for c in label.text) or label.is_period):
            continue
        first = bisect_left(heights, label.box.cy - _LEVEL * label.size)
        row = [s for s in swatches[first : first + 200] if _is_level(s, label)]
        near = [s for s in row if -0.2 * label.size <= label.box.x0 - s.box.x1 <= 1.6 * label.size]
        if near and _starts_with_name(label, row, scene.labels):
            near = []
        if not near:  # some writers put the name first
            near = [
                s
                for s in row
                if s.box.width >= 6
                and -0.2 * label.size <= s.box.x0 - label.box.x1 <= 1.6 * label.size
                and not any(_follows(s, x) and not _starts_with_name(x, row, scene.labels) for x in scene.labels)
            ]
            near = [] if near and _ends_line(label, scene.labels) else near
        if near and len(label.text) <= 80 and not _opens_paragraph(label, row, scene):
            level = min(abs(s.box.cy - label.box.cy) for s in near)  # others stand in the next row
            near = [s for s in near if abs(s.box.cy - label.box.cy) <= level + 0.2 * label.size]
            out.append(_entry(label, near, swatches, heights))
    begins: dict[int, list[Label]] = defaultdict(list)
    for x in scene.labels:
        begins[round(x.box.x0)].append(x)
    named = {id(e.label) for e in out}
    out = [_with_next_line(e, begins, swatches, named) for e in out]
    return tuple(e for e in out if e.label.number is None or _CLASS.search(e.label.text) or _has_peer(e, out))


def _with_next_line(
    entry: Entry, begins: Mapping[int, Sequence[Label]], swatches: Sequence[_Swatch], named: Collection[int]
) -> Entry:
    """An entry with the line under it, where its name goes on there: set as close, with no swatch of its own.

    `begins` holds the labels by where they begin, to a point; `named` the ids of those that are names themselves.
    """
    first = entry.label
    if entry.swatch.x0 > first.box.x0:
        return entry
    at = round(first.box.x0)
    for x in (*begins.get(at - 1, ()), *begins.get(at, ()), *begins.get(at + 1, ())):
        alike = x.color == first.color and x.number is None
        if (
            alike
            and _is_right_under(x, first, _TIGHT)
            and id(x) not in named
            and not any(_follows(s, x) for s in swatches)
        ):
            label = joined([first, x])
            return replace(entry, name=label.text.strip(), box=Box.around((entry.box, x.box)), label=label)
    return entry


def _is_right_under(x: Label, first: Label, most: float) -> bool:
    """Whether a text stands on the line below another, begins where it does and is as large; `most` em between them."""
    close = abs(x.box.x0 - first.box.x0) < 1 and -0.2 * x.size <= x.box.top - first.box.bottom < most * x.size
    return close and x.angle == 0 and abs(x.size - first.size) < 0.1


def _without_tags(swatches: Sequence[_Swatch], labels: Sequence[Label]) -> list[_Swatch]:
    """The boxes that no text is written in, as in the tag "Fig. 3"."""
    texts = sorted(labels, key=lambda x: x.box.cy)
    heights = [x.box.cy for x in texts]

    def within(box: Box) -> Sequence[Label]:
        return texts[bisect_left(heights, box.top) : bisect_right(heights, box.bottom)]

    return [s for s in swatches if not any(s.box.holds(x.box.cx, x.box.cy) for x in within(s.box))]


def _ends_line(label: Label, labels: Sequence[Label]) -> bool:
    """Whether a text stands close behind another, as the last word of a justified line does."""
    return any(
        x.angle == 0 and abs(x.box.cy - label.box.cy) <= 0.3 * label.size and -0.1 * label.size <= label.box.x0 - x.box.x1 < label.size
        for x in labels
        if x is not label
    )  # fmt: skip


def _opens_paragraph(label: Label, row: Sequence[_Swatch], scene: Scene) -> bool:
    """Whether a text behind a square is a sentence, or runs on across the page or below: the square is a bullet."""
    if _SENTENCE.search(label.text):
        return True
    if label.box.width > _CLAUSE * label.size and any(_is_right_under(x, label, _LOOSE) for x in scene.labels):
        return True
    end = label.box.x1
    beside = (x for x in scene.labels if x.angle == 0 and abs(x.box.cy - label.box.cy) <= 0.3 * label.size)
    for x in sorted(beside, key=lambda x: x.box.x0):
        if end - 1 <= x.box.x0 < end + 2 * label.size and not any(end <= s.box.cx <= x.box.x0 for s in row):
            end = x.box.x1
    return end - label.box.x0 > _LINE * scene.width


def _has_peer(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether another name stands beside or under an entry's in the same way, as "Under 30" does, or another year."""
    return any(
        (other.label.is_period if entry.label.is_period else other.label.number is None)
        and not same_color(other.color, entry.color)
        and abs(other.swatch.width - entry.swatch.width) < 0.5
        and abs(other.swatch.height - entry.swatch.height) < 0.5
        and (abs(other.box.cy - entry.box.cy) < 1 or abs(other.swatch.x0 - entry.swatch.x0) < 1)
        and abs((other.label.box.x0 - other.swatch.x1) - (entry.label.box.x0 - entry.swatch.x1)) < 1
        for other in entries
    )


def _is_level(swatch: _Swatch, label: Label) -> bool:
    return abs(label.box.cy - swatch.box.cy) <= (0.45 if swatch.is_line else _LEVEL) * label.size  # no leader line


def _follows(swatch: _Swatch, label: Label) -> bool:
    """Whether a label stands to the right of a swatch."""
    return _is_level(swatch, label) and -0.2 * label.size <= label.box.x0 - swatch.box.x1 <= 1.6 * label.size


def _starts_with_name(label: Label, row: Sequence[_Swatch], labels: Sequence[Label]) -> bool:
    """Whether the row of names and swatches that leads up to a label begins with a name: each swatch then ends its own."""
    at = label
    for _ in range(12):
        before = [s for s in row if -0.2 * at.size <= at.box.x0 - s.box.x1 <= 1.6 * at.size]
        if not before:
            return at is not label
        left = min(s.box.x0 for s in before)
        names = [
            x
            for x in labels
            if x.angle == 0
            and abs(x.box.cy - at.box.cy) <= 0.3 * at.size
            and abs(x.size - at.size) < 0.1 * at.size
            and -0.2 * at.size <= left - x.box.x1 <= 1.6 * at.size
            and any(c.isalpha() for c in x.text)
        ]
        if not names:
            return False
        at = max(names, key=lambda x: x.box.x1)
    return False


def _row_starts(scene: Scene) -> dict[tuple[int, int], set[int]]:
    """The widths of the rectangles that start at one place and have one height: several are bars, not swatches."""
    out: dict[tuple[int, int], set[int]] = defaultdict(set)
    for bar in scene.bars:
        out[round(bar.box.x0), round(bar.box.height)].add(round(bar.box.width))
    return out


def _is_swatch(box: Box) -> bool:
    return 2 <= box.width <= _WIDEST and 1.2 <= box.height <= min(_HIGHEST, 1.4 * box.width)


def _entry(label: Label, near: Sequence[_Swatch], swatches: Sequence[_Swatch], heights: Sequence[float]) -> Entry:
    key = max(near, key=lambda s: (not is_grey(s.color), s.is_line, s.box.width))
    whole = Box.around(s.box for s in near)
    # the marker in the middle of a line's swatch, and the other half of a line cut by it
    first = bisect_left(heights, whole.cy - 3)
    parts = [s for s in swatches[first : first + 200] if s.box.cy <= whole.cy + 3 and s.box.overlap(whole.grown(3)) > 0]
    parts += list(near)
    lines = [s for s in parts if s.is_line]
    colored = [s for s in parts if not is_grey(s.color)]
    color = key.color if not is_grey(key.color) or not colored else colored[0].color
    swatch = Box.around(s.box for s in parts)
    return Entry(
        label.text.strip(),
        color,
        any(s.dashed for s in lines),
        bool(lines),
        Box.around((swatch, label.box)),
        swatch,
        label,
        frozenset(s.z for s in parts),
    )


def entries_for(entries: Iterable[Entry], colors: Sequence[str], region: Box, reach: float) -> list[Entry]:
    """The entries within `reach` points of a chart whose colour one of its marks has, in reading order.

    A legend's row or column may run on beyond that: what continues it is taken with it.
    """
    alike = [e for e in entries if any(same_color(e.color, c) for c in colors)]
    near = region.grown(reach)
    chosen = [e for e in alike if near.touches(e.box)]
    rest = [e for e in alike if not near.touches(e.box)]
    while more := [e for e in rest if any(_continues(e, c) for c in chosen)]:
        chosen += more
        rest = [e for e in rest if e not in more]
    return sorted(chosen, key=lambda e: (round(e.box.cy / 4), e.box.x0))


def _continues(entry: Entry, other: Entry) -> bool:
    """Whether two entries have swatches of one size and stand next to each other in a row or a column."""
    size = other.label.size
    a, b = entry.swatch, other.swatch
    if abs(a.width - b.width) > 0.5 or abs(a.height - b.height) > 0.5:
        return False
    across = max(entry.box.x0 - other.box.x1, other.box.x0 - entry.box.x1)
    down = max(entry.box.top - other.box.bottom, other.box.top - entry.box.bottom)
    return (abs(a.cy - b.cy) < 1 and across < 4 * size) or (abs(a.x0 - b.x0) < 1 and down < 1.5 * size)


def name_of(
    entries: Sequence[Entry], color: str, dashed: bool | None = None, is_line: bool | None = None
) -> str | None:
    """The series that a colour stands for; `dashed` and `is_line` decide between entries of one colour."""
    same = [e for e in entries if same_color(e.color, color)]
    if len(same) > 1 and is_line is not None:
        same = [e for e in same if e.is_line == is_line] or same
    if len(same) > 1 and dashed is not None:
        same = [e for e in same if e.dashed == dashed] or same
    return same[0].name if same else None

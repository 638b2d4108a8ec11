"""Ruling lines of a page, and the regions that they frame: where a table may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wpextract.reading.model import Box, Mark, Page, Word

_THIN = 2.0  # points: a filled rectangle no thicker than this is a line
_SNAP = 2.0  # points within which two lines are one
_MIN_WIDTH = 60.0
_MAX_STEP = 260.0  # points between two rules of one table
_DOUBLE = 5.0  # points between the two lines of a double rule


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruling line: `at` is its y (horizontal) or x (vertical), from `start` to `end` on the other axis."""

    at: float
    start: float
    end: float


def rules_of(page: Page, taken: Sequence[Box]) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Horizontal and vertical rules outside the boxes that charts have taken, pieces on one line joined."""
    across: list[Rule] = []
    down: list[Rule] = []
    for mark in page.marks:
        if any(box.holds_centre(mark.box) for box in taken) or mark.box.width > 0.98 * page.width:
            continue
        for horizontal, rule in _edges(mark):
            (across if horizontal else down).append(rule)
    return _joined(across), _joined(down)


def _edges(mark: Mark) -> Iterable[tuple[bool, Rule]]:
    box = mark.box
    if mark.kind == "curve":
        return
    if box.height <= _THIN and box.width > 4:
        yield True, Rule(box.cy, box.x0, box.x1)
    elif box.width <= _THIN and box.height > 4:
        yield False, Rule(box.cx, box.top, box.bottom)
    elif mark.kind == "rect" or len(mark.path) in (4, 5):
        yield True, Rule(box.top, box.x0, box.x1)
        yield True, Rule(box.bottom, box.x0, box.x1)
        if mark.stroke is not None:
            yield False, Rule(box.x0, box.top, box.bottom)
            yield False, Rule(box.x1, box.top, box.bottom)


def _joined(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    out: list[Rule] = []
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if lines and rule.at - lines[-1][0].at <= _SNAP:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    for line in lines:
        at = sum(r.at for r in line) / len(line)
        start, end = None, 0.0
        for rule in sorted(line, key=lambda r: r.start):
            if start is None:
                start, end = rule.start, rule.end
            elif rule.start <= end + 3:
                end = max(end, rule.end)
            else:
                out.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        if start is not None:
            out.append(Rule(at, start, end))
    return tuple(out)


def framed_regions(across: Sequence[Rule], words: Sequence[Word]) -> list[Box]:
    """Boxes between the first and last of at least two long rules of the same extent, with words between all of them."""
    long = [r for r in across if r.end - r.start >= _MIN_WIDTH]
    columns: list[list[Rule]] = []
    for rule in sorted(long, key=lambda r: r.at):
        home = next((c for c in columns if max(abs(c[-1].start - rule.start), abs(c[-1].end - rule.end)) <= 4), None)
        if home is None:
            columns.append([rule])
        else:
            home.append(rule)
    groups = [g for column in columns for g in _together(column, words)]
    framed = [g for g in groups if len(g) >= 2 and g[-1].at - g[0].at > 16]
    boxes = [(len(g), Box(g[0].start, g[0].at, g[0].end, g[-1].at)) for g in framed]
    kept: list[Box] = []
    for _, box in sorted(boxes, key=lambda b: (-b[0], -b[1].area)):  # a panel's frame has fewer than the table in it
        if not any(k.overlap(box) > 0.5 * min(k.area, box.area) for k in kept):
            kept.append(box)
    return kept


def _together(rules: Sequence[Rule], words: Sequence[Word]) -> list[list[Rule]]:
    """Rules of one extent in runs, parted where two are far apart or nothing but space is between them."""
    runs = [[rules[0]]]
    for a, b in pairwise(rules):
        between = Box(a.start, a.at, a.end, b.at)
        empty = between.height > _DOUBLE and not any(between.holds_centre(w.box) for w in words)
        if between.height > _MAX_STEP or empty:
            runs.append([])
        runs[-1].append(b)
    return runs

"""Category labels: which text under (beside) a plot names which place along it.

Handles wrapped, staggered and slanted labels. A row of texts counts as categories only if the marks stand where it
says, so that legends, titles and prose under a plot do not. Coordinates are the view's: along a turned
plot is down the page.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from wpextract.charts.captions import SOURCE
from wpextract.charts.labels import Label, joined, part
from wpextract.reading.model import Box

_GAP = 0.05  # em: letters of one word are no further apart
_LARGER = 1.25  # than the names of a plot: what is none
_REACH = 46.0  # points below the plot in which labels are looked for


@dataclass(frozen=True, slots=True)
class Category:
    """A category: where it stands along the plot and what is printed there."""

    at: float
    text: str
    label: Label


def categories(
    labels: Sequence[Label], plot: Box, targets: Sequence[float], is_turned: bool, ticks: Sequence[float] = ()
) -> list[Category]:
    """The plot's categories from left to right (down the page when turned); none when no row fits the marks.

    `targets` are the places of bars, vertices or dots, `ticks` those of the axis's tick marks; `labels` are those that
    are neither value ticks nor legend.
    """
    if not targets:
        return []
    low = [
        x
        for x in labels
        if -3 <= x.box.top - plot.bottom <= _REACH
        and len(x.text) <= 80
        and plot.x0 - 14 - (x.box.width / 2 if x.angle % 90 else 0) <= x.box.cx
        and x.box.cx <= plot.x1 + 14 + (x.box.width / 2 if x.angle % 90 else 0)
    ]
    slots = _slots(targets)
    chains = _lines_beside(low, targets) if is_turned else _rows_below([p for x in low for p in _split(x, slots)])
    named = [(chain, joined(chain)) for chain in chains]
    places = _anchored([label for _, label in named], targets, ticks)
    found = [Category(at, label.text.strip(), label) for at, (_, label) in zip(places, named, strict=True)]
    found.sort(key=lambda c: c.at)
    reach = 0.5 * spacing(found)
    found = [
        c for c in found if plot.x0 <= c.at <= plot.x1 or any(abs(c.at - t) <= reach for t in targets) or not reach
    ]  # a unit or a title at the plot's corner names no place in it
    if not _fits(found, targets):
        return []
    return found if is_turned else _with_years(found, [x for x in low if x.is_year])


def _with_years(found: list[Category], years: Sequence[Label]) -> list[Category]:
    """Quarters or months that begin again, each with the year that stands under its run."""
    parts = [c for c in found if not c.label.is_year]
    starts = [i for i, c in enumerate(parts) if c.text == parts[0].text]
    under = sorted(years, key=lambda x: x.box.cx)
    if len(starts) < 2 or len(starts) != len(under):
        return found
    ends = pairwise([*starts, len(parts)])
    return [
        Category(c.at, f"{c.text} {year.text.strip()}", c.label)
        for year, (a, b) in zip(under, ends, strict=True)
        for c in parts[a:b]
    ]


def spacing(found: Sequence[Category]) -> float:
    """The usual distance between neighbouring categories; 0 when there is only one."""
    gaps = [b.at - a.at for a, b in zip(found, found[1:], strict=False)]
    return median(gaps) if gaps else 0.0


def category_at(found: Sequence[Category], u: float, share: float = 0.6) -> Category | None:
    """The category at `u`, None when the nearest is more than `share` of the spacing away."""
    if not found:
        return None
    best = min(found, key=lambda c: abs(c.at - u))
    pitch = spacing(found)
    return best if not pitch or abs(best.at - u) <= share * pitch else None


def reach_of(found: Sequence[Category], targets: Sequence[float]) -> float:
    """How far a category's marks may stand from it: where names are left out, no further than to the next group."""
    slots = _slots(targets)
    gaps = [b - a for a, b in zip(slots, slots[1:], strict=False)]
    pitch = spacing(found)
    return 0.6 * min(pitch, median(gaps)) if len(slots) > len(found) > 1 and gaps else 0.6 * pitch or float("inf")


def _split(label: Label, slots: Sequence[float]) -> list[Label]:
    """A text that names several places, as crowded ticks do, cut between its words or letters; else the text itself."""
    under = [s for s in slots if label.box.x0 + 1 < s < label.box.x1 - 1]
    if label.angle != 0 or len(under) < 2:
        return [label]
    pitch = label.box.width / len(under)
    by_words, by_letters = _cut(label, under, r"\S+"), _cut(label, under, r"\S")
    for out, room in ((by_words, 0.3), (by_letters if _shows_cuts(by_letters) else [], 0.12)):
        middles = [piece.box.cx for piece in out]
        if len(out) == len(under) and all(abs(m - slot) < room * pitch for m, slot in zip(middles, under, strict=True)):
            return out
    return [label]


def _shows_cuts(pieces: Sequence[Label]) -> bool:
    """Whether most places between pieces show: white space, or a capital behind a small letter, or all are periods. One word has none."""
    cuts = list(pairwise(pieces))
    seen = sum(b.box.x0 - a.box.x1 > _GAP * b.size or (a.text[-1].islower() and b.text[0].isupper()) for a, b in cuts)
    return bool(cuts) and (2 * seen >= len(cuts) or all(p.is_period for p in pieces))


def _cut(label: Label, under: Sequence[float], pieces: str) -> list[Label]:
    """A text cut into pieces, those together that are nearest to one place."""
    out: list[Label] = []
    at: list[int] = []
    for found in re.finditer(pieces, label.text):
        piece = part(label, found.start(), found.end())
        slot = min(range(len(under)), key=lambda i: abs(under[i] - piece.box.cx))
        if out and at[-1] == slot:
            start = label.text.rfind(out[-1].text, 0, found.start())
            out[-1] = part(label, start, found.end())
        else:
            out.append(piece)
            at.append(slot)
    return out


def _rows_below(labels: Sequence[Label]) -> list[list[Label]]:
    """The labels next under the plot, each with the lines that wrap below it."""
    chains: list[list[Label]] = []
    notes = min((x.box.top for x in labels if SOURCE.match(x.text)), default=math.inf)
    labels = [x for x in labels if x.box.top < notes - 1]
    first_top = min((x.box.top for x in labels), default=0.0)
    for label in sorted(labels, key=lambda x: (x.box.top, x.box.x0)):
        above = [
            c
            for c in chains
            if c[-1].box.bottom <= label.box.top + 0.5 * label.size
            and min(c[-1].box.x1, label.box.x1) - max(c[-1].box.x0, label.box.x0)
            > 0.2 * min(c[-1].box.width, label.box.width)
        ]
        if above:
            own = max(above, key=lambda c: c[-1].box.bottom)
            last = own[-1]
            wraps = (
                len(above) == 1
                and label.angle == last.angle == 0
                and label.box.top - last.box.bottom <= 0.5 * label.size
                and abs(label.size - last.size) <= 0.05 * last.size
                and abs(label.box.cx - last.box.cx) <= 0.5 * label.size
                and len(own) < 5
            )
            if wraps:
                own.append(label)
        elif label.box.top <= first_top + 2.2 * label.size:
            chains.append([label])
    return chains


def _lines_beside(labels: Sequence[Label], targets: Sequence[float]) -> list[list[Label]]:
    """The lines next to a turned plot, one label a line or several lines a label, whichever suits the bars."""
    upright = [x for x in labels if x.angle == 0]
    size = median(x.size for x in upright) if upright else 0.0
    upright = [x for x in upright if x.size <= _LARGER * size]  # prose beside the chart is larger
    near: list[Label] = []
    for label in sorted(upright, key=lambda x: x.box.top):
        blocked = any(
            min(p.box.x1, label.box.x1) - max(p.box.x0, label.box.x0) > 0.5 * label.box.width
            and p.box.bottom <= label.box.top + 1
            for p in near
        )
        if not blocked:
            near.append(label)
    near.sort(key=lambda x: x.box.cx)
    merged: list[list[Label]] = []
    for label in near:
        last = merged[-1][-1] if merged else None
        if last is not None and label.box.x0 - last.box.x1 <= 0.5 * label.size and len(merged[-1]) < 4:
            merged[-1].append(label)
        else:
            merged.append([label])
    singles = [[x] for x in near]
    wanted = len(_slots(targets))
    return min((singles, merged), key=lambda option: (abs(len(option) - wanted), len(option)))


def _slots(targets: Sequence[float]) -> list[float]:
    """The middles of the groups that the places form: split where a gap is clearly wider than the smallest."""
    places = sorted(targets)
    gaps = [b - a for a, b in zip(places, places[1:], strict=False) if b - a > 0.5]
    cut = 0.5
    if gaps and max(gaps) > 1.15 * min(gaps) + 1:
        cut = (min(gaps) + max(gaps)) / 2
    groups: list[list[float]] = []
    for place in places:
        if groups and place - groups[-1][-1] <= cut:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [(g[0] + g[-1]) / 2 for g in groups]


def _anchored(labels: Sequence[Label], targets: Sequence[float], ticks: Sequence[float]) -> list[float]:
    """Where each label points to: its middle; slanted text to the tick or group of its turn, or to its hanging end."""
    slanted = [x for x in labels if x.angle % 90]
    if not slanted:
        return [x.box.cx for x in labels]
    slots = _slots(targets)
    for places in (ticks, slots):
        if len(places) == len(labels):
            order = sorted(range(len(labels)), key=lambda i: labels[i].box.cx)
            turn = dict(zip(order, sorted(places), strict=True))
            return [turn[i] for i in range(len(labels))]

    def anchor(label: Label, way: int) -> float:
        if label.angle % 90 == 0 or way == 1:
            return label.box.cx
        first, last = label.ends[0][0], label.ends[1][0]
        half = (last - first) / max(2 * (len(label.text) - 1), 1)  # from a glyph's middle to its outer edge
        return first - half if way == 0 else last + half

    def miss(way: int) -> float:
        return median(min(abs(anchor(x, way) - t) for t in ticks or slots) for x in slanted)

    hang = 0 if sum(x.ends[0][1] - x.ends[1][1] for x in slanted) < 0 else 2  # slanted text hangs by its upper end
    best = min((0, 1, 2), key=miss)
    best = hang if miss(hang) <= miss(best) + 2.0 else best
    return [anchor(x, best) for x in labels]


def _fits(found: Sequence[Category], targets: Sequence[float]) -> bool:
    """Whether marks stand at most of the labels, and labels at enough of the marks."""
    if not found:
        return False
    places = sorted({round(t, 1) for t in targets})
    pitch = spacing(found) or 1e9
    hit = sum(any(abs(c.at - t) <= 0.5 * pitch for t in places) for c in found)
    if hit < 0.6 * len(found):
        return False
    if len(found) == 1:
        return len(places) == 1
    served = sum(any(abs(c.at - t) <= 0.6 * pitch for c in found) for t in places)
    if served < 0.5 * len(places):
        return False
    periods = sum(c.label.is_period for c in found)
    return periods * 2 > len(found) or len(found) >= 0.4 * min(len(places), len(_slots(places)))

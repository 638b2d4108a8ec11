"""Direct labels: series named at their marks (at a line's end, beside or inside the parts of a stack), not in a legend.

A name is a text without a number (but a year's) in the reach of its series' marks, nearer to them than to those of others, or in their
colour. Names count only where every series of the plot has one of its own. Coordinates are the view's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wpextract.charts.captions import SOURCE, is_caption, is_unit_note
from wpextract.charts.labels import Label, joined
from wpextract.charts.shapes import is_grey, same_color
from wpextract.quantities import parse_unit_note
from wpextract.reading.model import Box

_REACH = 3.0  # em from a mark to its series' name; a value may stand between
_LONGEST = 40  # characters of a name
_MOST = 400  # names or marks: each is compared with each
_ALIKE = 0.15  # of their size by which the names of one plot differ


@dataclass(frozen=True, slots=True)
class Trace:
    """The marks of one series: all parts of a stack in one colour, or the two ends of a line."""

    color: str
    marks: tuple[Box, ...]


def direct_names(traces: Sequence[Trace], labels: Sequence[Label]) -> list[Label] | None:
    """The name of each of at least two traces, None where one has none. `labels` are those not used otherwise."""
    names = [x for x in labels if _is_name(x)]
    if not 2 <= len(traces) <= len(names) <= _MOST or sum(len(t.marks) for t in traces) > _MOST:
        return None
    costs = sorted(
        (cost, i, j)
        for i, trace in enumerate(traces)
        for j, name in enumerate(names)
        if (cost := _cost(trace, name, traces)) is not None
    )
    chosen: dict[int, int] = {}
    for _, i, j in costs:
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    out = [names[chosen[i]] for i in sorted(chosen)]
    if len(out) < len(traces) or max(x.size for x in out) > (1 + _ALIKE) * min(x.size for x in out):
        return None
    free = [x for x in names if x not in out]
    return [_whole(name, free) for name in out]


def _is_name(label: Label) -> bool:
    text = label.text.strip()
    worded = (label.number is None and any(c.isalpha() for c in text)) or label.is_period
    told = (
        len(text) > _LONGEST
        or SOURCE.match(text)
        or is_caption(text)
        or is_unit_note(text)
        or parse_unit_note(text) is not None
    )
    return worded and label.angle == 0 and not told


def _cost(trace: Trace, name: Label, traces: Sequence[Trace]) -> float | None:
    """How badly a name suits a trace, in em of its distance; None where it is out of reach or in another's colour."""
    coloured = name.color is not None and not is_grey(name.color)
    own = coloured and same_color(name.color, trace.color)
    if coloured and not own and any(same_color(name.color, t.color) for t in traces):
        return None
    away = min(_distance(mark, name.box) + 0.1 * abs(mark.cy - name.box.cy) for mark in trace.marks) / name.size
    return None if away > _REACH else away - (2 * _REACH if own else 0.0)


def _distance(mark: Box, text: Box) -> float:
    across = max(mark.x0 - text.x1, text.x0 - mark.x1, 0.0)
    down = max(mark.top - text.bottom, text.top - mark.bottom, 0.0)
    return across + down


def _whole(name: Label, free: Sequence[Label]) -> Label:
    """A name with the line that goes on under it."""
    under = (
        x
        for x in free
        if x.color == name.color
        and abs(x.size - name.size) < 0.1
        and min(x.page_box.x1, name.page_box.x1) > max(x.page_box.x0, name.page_box.x0)
        and -0.3 * x.size < x.page_box.top - name.page_box.bottom < 0.5 * x.size
    )
    line = next(under, None)
    return joined([name, line]) if line else name

"""Data labels to marks: by place, then by colour and value, each label at most once. Coordinates are the view's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from wpextract.charts.labels import Label
from wpextract.charts.shapes import is_grey, same_color
from wpextract.reading.model import Box

_FAR = 1.7  # em: a label further from its mark is not its label
_SAYS_IT = 0.5  # the preference for a label that says what its mark shows


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that may carry a label: a bar (`is_bar`), or a vertex, dot or slice of an area with its box."""

    box: Box
    color: str
    is_bar: bool
    is_stacked: bool = False
    hangs: bool = False  # a bar that goes down from the zero line
    expects: tuple[float, ...] = ()  # what the printed axes say that the mark shows
    slack: float = 0.0  # by how much the axes may be misread there
    inward: int = 0  # 1 on the left edge of its plot, -1 on the right: its label may stand wholly inside


def attach(spots: Sequence[Spot], labels: Sequence[Label]) -> dict[int, Label]:
    """The label of each spot (by its index), nearest pairs first."""
    ordered = sorted(labels, key=lambda x: x.box.cx)
    centres = [x.box.cx for x in ordered]
    widest = max((x.box.width for x in ordered), default=0.0)
    pairs: list[tuple[float, int, int]] = []
    colors = {s.color for s in spots if not is_grey(s.color)}
    for i, spot in enumerate(spots):
        reach = spot.box.width / 2 + widest + 16
        start = bisect_left(centres, spot.box.cx - reach)
        for j in range(start, min(start + 400, len(ordered))):
            label = ordered[j]
            if label.box.cx > spot.box.cx + reach:
                break
            cost = bar_cost(spot, label) if spot.is_bar else vertex_cost(spot, label)
            if cost is not None:
                pairs.append((cost + _color_cost(spot, label, colors) - _agreement(spot, label), i, j))
    pairs.sort()
    out: dict[int, Label] = {}
    taken: set[int] = set()
    for _, i, j in pairs:
        if i not in out and j not in taken:
            out[i] = ordered[j]
            taken.add(j)
    return out


def bar_cost(spot: Spot, label: Label) -> float | None:
    """How badly a label suits a bar (0 best): above its end, or inside it; None when it cannot be its own."""
    box, text, size = spot.box, label.box, label.size
    aside = abs(text.cx - box.cx)
    if spot.is_stacked and -0.1 * size <= text.x0 - box.x1 <= size and abs(text.cy - box.cy) <= 0.4 * size:
        return 1.0 + abs(text.cy - box.cy) / size  # beside a part too thin to hold it
    if aside > max(0.5 * box.width, 0.7 * size):
        return None
    cost = 0.5 * aside / size
    middle = spot.is_stacked and abs(text.cy - box.cy) <= 0.2 * size  # of a part thinner than its label
    inside = middle or (box.top - 0.2 * size <= text.cy <= box.bottom + 0.2 * size and box.height > 0.5 * size)
    if inside:
        depth = min(abs(text.cy - box.cy), abs(text.top - box.top), abs(box.bottom - text.bottom))
        return cost + (0.0 if spot.is_stacked else 0.3) + 0.05 * depth / size
    gap = text.top - box.bottom if spot.hangs else box.top - text.bottom
    if -0.6 * size <= gap <= _FAR * size:
        return cost + 0.4 * max(gap, 0.0) / size + (0.5 if spot.is_stacked else 0.0)
    other = box.top - text.bottom if spot.hangs else text.top - box.bottom
    if -0.6 * size <= other <= 0.9 * size and (
        spot.is_stacked or (spot.hangs and label.number is not None and label.number.value < 0)
    ):
        return cost + 1.2 + 0.4 * max(other, 0.0) / size
    return None


def vertex_cost(spot: Spot, label: Label) -> float | None:
    """How badly a label suits a point of a line: above, below, to the right of it, or pushed inwards."""
    box, text, size = spot.box, label.box, label.size
    aside = abs(text.cx - box.cx)
    gap = max(box.top - text.bottom, text.top - box.bottom, 0.0)
    if gap <= _FAR * size and aside <= max(1.2 * size, 0.5 * text.width):
        return 0.4 * aside / size + 0.4 * gap / size
    beside = text.x0 - box.x1
    if -0.2 * size <= beside <= 0.9 * size and abs(text.cy - box.cy) <= 0.7 * size:
        return 0.9 + beside / size
    before = box.x0 - text.x1
    next_to = max(beside, before)
    if -0.2 * size <= next_to <= 0.9 * size and gap <= size and _agreement(spot, label) >= _SAYS_IT:
        return 1.0 + next_to / size  # above to the right or left, if it says what the mark shows
    bare = label.number is not None and not label.number.before  # "Model 4.5" is a name
    if bare and -0.2 * size <= before <= 0.9 * size and abs(text.cy - box.cy) <= 0.15 * size:
        return 1.2 + before / size  # over a dot whose values run across the page
    inside = beside if spot.inward > 0 else box.x0 - text.x1
    if spot.inward and -0.2 * size <= inside <= 1.2 * size and gap <= _FAR * size:
        return 0.7 + 0.4 * max(inside, 0.0) / size + 0.4 * gap / size
    return None


def _agreement(spot: Spot, label: Label) -> float:
    """A preference for the label that says what the mark shows, so that crowded labels find their own."""
    if label.number is None:
        return 0.0
    value = abs(float(label.number.value))
    off = min((abs(abs(e) - value) / max(value, abs(e), 1e-9) for e in spot.expects), default=1.0)
    if off <= 0.02:
        return _SAYS_IT
    return 0.25 if any(abs(abs(e) - value) <= 2 * spot.slack for e in spot.expects) else 0.0


def _color_cost(spot: Spot, label: Label, colors: set[str]) -> float:
    if label.color is None or is_grey(label.color):
        return 0.0
    if same_color(label.color, spot.color):
        return -0.4
    return 0.4 if any(same_color(label.color, c) for c in colors) else 0.0

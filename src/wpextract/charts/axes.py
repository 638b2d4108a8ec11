"""Value axes: columns of tick labels that a linear (or logarithmic) scale explains, and the plots they span.

A column of numbers is an axis only if its values rise upwards in equal steps at equal distances; that is what tells it
from a table's column. Everything is in the view's coordinates, so a horizontal value axis is found in the turned scene.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Literal

from wpextract.charts.labels import Label
from wpextract.charts.shapes import Bar, Rule, Scene
from wpextract.reading.model import Box

Edge = Literal["x0", "x1", "cx"]
_MULTIPLES = {"K": 1e3, "k": 1e3, "M": 1e6, "m": 1e6, "mn": 1e6, "B": 1e9, "bn": 1e9, "T": 1e12}
_MAX_TICKS = 60
_MOST_LINES = 20  # beside one tick
_UNEVEN = 0.08  # of a step by which a tick of an uneven one may be off the line through the others
_WIDEST = 3  # times the usual distance of ticks that one may be from the next where steps are uneven
_SNAP = 4.0  # points between a tick label's middle and the line it names


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch `top`..`bottom` of an axis on which value (or its logarithm) = `slope` * v + `offset`."""

    top: float
    bottom: float
    slope: float
    offset: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What a place along an axis is worth, in the axis's printed unit. `doubt` is the fit's residual in points."""

    pieces: tuple[Piece, ...]
    low: float
    high: float
    is_percent: bool = False
    is_log: bool = False
    doubt: float = 0.0

    @property
    def is_broken(self) -> bool:
        return len(self.pieces) > 1

    def value(self, v: float) -> float:
        """The value at the height `v`."""
        piece = min(self.pieces, key=lambda p: max(p.top - v, v - p.bottom, 0.0))
        linear = piece.slope * v + piece.offset
        return 10.0 ** max(-300.0, min(300.0, linear)) if self.is_log else linear

    def error(self, v: float) -> float:
        """The half-width of a reading at `v`: half a point of drawing plus the axis's own residual."""
        step = 0.5 + self.doubt
        return abs(self.value(v + step) - self.value(v - step)) / 2

    def place(self, value: float) -> float | None:
        """The height of a value, None where no piece holds it."""
        if self.is_log and value <= 0:
            return None
        target = math.log10(value) if self.is_log else value
        for piece in self.pieces:
            v = (target - piece.offset) / piece.slope
            if piece.top - 2 <= v <= piece.bottom + 2:
                return v
        return None

    @property
    def span(self) -> float:
        return abs(self.high - self.low)


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """A column of ticks, its scale, and the x-range of the lines that its ticks lie on (None: no lines)."""

    ticks: tuple[Label, ...]
    scale: Scale
    box: Box
    plot_x0: float | None
    plot_x1: float | None
    side: str  # "left" or "right" of its plot, "" when only the marks can tell

    @property
    def pitch(self) -> float:
        """The distance of neighbouring ticks in points."""
        return min(b.box.cy - a.box.cy for a, b in zip(self.ticks, self.ticks[1:], strict=False))

    @property
    def top(self) -> float:
        return min(p.top for p in self.scale.pieces)

    @property
    def bottom(self) -> float:
        return max(p.bottom for p in self.scale.pieces)


def value_axes(scene: Scene) -> list[ValueAxis]:
    """All tick columns of the scene, each label in at most one, longest first."""
    ticks = [x for x in scene.labels if x.angle == 0 and x.number is not None and x.is_tick]
    found: list[tuple[Label, ...]] = []
    for column in _columns(ticks, turned=scene.is_turned):
        found.extend(_progressions(column))
    found.sort(key=lambda run: -len(run))
    used: set[int] = set()
    axes: list[ValueAxis] = []
    for run in found:
        if any(id(x) in used for x in run) or all(x.is_year for x in run) or _in_cells(run, scene):
            continue
        used.update(id(x) for x in run)
        axes.append(_axis(run, scene))
    return axes


def _in_cells(run: Sequence[Label], scene: Scene) -> bool:
    """Whether a line parts each number from the next one, as it does the cells of a table."""
    return all(
        any(a.box.cy < r.box.top < b.box.cy and r.box.x0 <= min(a.box.x0, b.box.x0) and
            max(a.box.x1, b.box.x1) <= r.box.x1 for r in scene.across)
        for a, b in pairwise(run)
    )  # fmt: skip


def _columns(ticks: Sequence[Label], turned: bool) -> list[list[Label]]:
    """Numbers that stand under each other by their right edges, left edges or middles."""
    edges: tuple[Edge, ...] = ("cx",) if turned else ("x1", "x0", "cx")  # a row of the page shares a baseline
    out: list[list[Label]] = []
    for edge in edges:
        column: list[Label] = []
        last = 0.0
        for at, _, tick in sorted((_edge(x.box, edge), i, x) for i, x in enumerate(ticks)):
            if column and at - last > max(0.8, 0.12 * tick.size):
                out.append(column)
                column = []
            column.append(tick)
            last = at
        out.append(column)
    return [sorted(c, key=lambda x: x.box.cy) for c in out if len(c) >= 2]


def _edge(box: Box, edge: Edge) -> float:
    return box.x0 if edge == "x0" else box.x1 if edge == "x1" else box.cx


def _progressions(column: Sequence[Label]) -> list[tuple[Label, ...]]:
    """Runs of a column that fall downwards in equal steps (of value or of its logarithm) at equal distances.

    Four or more may fall in unequal steps that their distances follow: 0, 3, 6 and the top of the axis at 8.
    """
    out: list[tuple[Label, ...]] = []
    rest = list(column)[: 2 * _MAX_TICKS]
    while len(rest) >= 2 and len(out) < 6:
        best: tuple[Label, ...] = ()
        for log in (False, True):
            for i in range(len(rest) - 1):
                for j in range(i + 1, min(i + 3, len(rest))):
                    run = _run_from(rest, i, j, log)
                    if len(run) > len(best):
                        best = run
        if len(best) < (2 if best and all(x.is_power for x in best) else 3):
            break
        out.append(best)
        taken = {id(x) for x in best}
        rest = [x for x in rest if id(x) not in taken]
    return out


def _run_from(column: Sequence[Label], i: int, j: int, log: bool) -> tuple[Label, ...]:
    first, second = column[i], column[j]
    a, b = tick_value(first, log), tick_value(second, log)
    step = second.box.cy - first.box.cy
    if a is None or b is None or step < 4 or a <= b:
        return ()
    if log and not any(abs(a - b - math.log10(r)) < 1e-6 for r in (2, 4, 10, 100, 1000)):
        return ()  # the ticks of a logarithmic axis are powers of a round base
    run, drop, count, uneven = [first, second], a - b, 1, False
    for label in column[j + 1 :]:
        value = tick_value(label, log)
        n = (label.box.cy - run[-1].box.cy) / step
        if value is None or n > 2.2:
            break
        steps = round(n)  # 2: a tick whose text runs into another's is passed over
        at_step = steps in (1, 2) and abs(n - steps) < 0.12
        if at_step and abs((a - (count + steps) * drop) - value) <= 0.02 * drop + 1e-9:
            run.append(label)
            count += steps
        elif not log and abs(a - drop * (label.box.cy - first.box.cy) / step - value) <= _UNEVEN * drop:
            run.append(label)
            uneven = True
        if len(run) >= _MAX_TICKS:
            break
    gaps = [b.box.cy - a.box.cy for a, b in pairwise(run)]
    if uneven and max(gaps) > _WIDEST * median(gaps):
        return ()  # a number of another axis above
    return tuple(run) if (count == len(run) - 1 and not uneven) or len(run) >= 4 else ()


def tick_value(label: Label, log: bool = False) -> float | None:
    """The number of a tick, with its K, M or bn; its logarithm to base 10 when `log` (None for none)."""
    if label.number is None:
        return None
    value = float(label.number.value) * _MULTIPLES.get(label.number.after, 1.0)
    if not log:
        return value
    return math.log10(value) if value > 0 else None


def _axis(run: tuple[Label, ...], scene: Scene) -> ValueAxis:
    box = Box.around(x.box for x in run)
    values = [tick_value(x) or 0.0 for x in run]
    heights = [x.box.cy for x in run]
    log = all(x.is_power for x in run) or not _is_linear(heights, values)
    lines = _lines_of(run, scene)
    known = [(line.box.top, h) for line, h in zip(lines, heights, strict=True) if line is not None]
    if len(known) >= 2:
        shift = median(line - h for line, h in known)
        at = [line.box.top if line is not None else h + shift for line, h in zip(lines, heights, strict=True)]
        if max(abs(a - h - shift) for a, h in zip(at, heights, strict=True)) < 2.0:
            heights = at
    fitted = [math.log10(v) for v in values] if log else values
    if len(known) == 1 and abs(known[0][0] - known[0][1]) < 3:  # only the base line is drawn
        heights = [h + known[0][0] - known[0][1] for h in heights]
    slope, offset = _fit(heights, fitted)
    doubt = max(abs((f - offset) / slope - h) for f, h in zip(fitted, heights, strict=True))
    percent = sum(x.number is not None and x.number.is_percent for x in run) * 2 > len(run)
    scale = Scale(
        (Piece(heights[0], heights[-1], slope, offset),), values[-1], values[0], percent, log, min(doubt, 2.0)
    )
    x0, x1, side = _reach(run, lines, scene)
    return ValueAxis(run, scale, box, x0, x1, side)


def _is_linear(heights: Sequence[float], values: Sequence[float]) -> bool:
    slope, offset = _fit(heights, values)
    off = max(abs(slope * h + offset - v) for h, v in zip(heights, values, strict=True))
    return off <= 0.04 * (max(values) - min(values)) or min(values) <= 0


def _fit(x: Sequence[float], y: Sequence[float]) -> tuple[float, float]:
    """Least squares: slope and offset."""
    mx, my = sum(x) / len(x), sum(y) / len(y)
    slope = sum((a - mx) * (b - my) for a, b in zip(x, y, strict=True)) / sum((a - mx) ** 2 for a in x)
    return slope, my - slope * mx


def _lines_of(run: Sequence[Label], scene: Scene) -> list[Rule | None]:
    """The line that each tick names: of the longest beside it the one as far off its middle as most ticks' are."""
    beside = [_lines_beside(tick, scene) for tick in run]

    def agreement(offset: float) -> tuple[int, float]:
        ticks = zip(run, beside, strict=True)
        return (sum(any(abs(r.box.top - x.box.cy - offset) < 0.6 for r in rules) for x, rules in ticks), -abs(offset))

    offsets = {round(r.box.top - x.box.cy, 2) for x, rules in zip(run, beside, strict=True) for r in rules}
    usual = max(offsets, key=agreement, default=0.0)
    return [
        min(rules, key=lambda r: abs(r.box.top - x.box.cy - usual), default=None)
        for x, rules in zip(run, beside, strict=True)
    ]


def _lines_beside(tick: Label, scene: Scene) -> list[Rule]:
    """The longest lines at about a tick's height that start beside it."""
    reach = max(14.0, 1.6 * tick.size)
    near = [
        r
        for r in scene.across
        if abs(r.box.top - tick.box.cy) <= _SNAP
        and -1.0 <= max(r.box.x0 - tick.box.x1, tick.box.x0 - r.box.x1) <= reach
    ][:_MOST_LINES]
    near = [r for r in near if not any(_is_side(r, b) for b in scene.bars)]
    longest = max((r.box.width for r in near), default=0.0)
    return [r for r in near if r.box.width >= longest - 1]


def _is_side(rule: Rule, bar: Bar) -> bool:
    """Whether a line is the top or the bottom of a bar's outline."""
    box, line = bar.box, rule.box
    return (
        rule.color == bar.color
        and abs(box.x0 - line.x0) < 0.3
        and abs(box.x1 - line.x1) < 0.3
        and min(abs(box.top - line.top), abs(box.bottom - line.top)) < 0.3
    )


def _reach(run: Sequence[Label], lines: Sequence[Rule | None], scene: Scene) -> tuple[float | None, float | None, str]:
    """The plot's left and right edge, and on which side of it the ticks stand."""
    box = Box.around(x.box for x in run)
    found = [line for line in lines if line is not None]
    if not found:
        return None, None, ""
    long = [line for line in found if line.box.width > 30]
    right_of = sum(line.box.x0 >= box.x1 - 1.5 for line in found) * 2 >= len(found)
    side = "left" if right_of else "right"
    if long:
        extents = Counter(
            (round(line.box.x0), round(line.box.x1)) for line in long
        )  # a table's rule may lie by one tick
        usual = max(long, key=lambda line: (extents[round(line.box.x0), round(line.box.x1)], line.box.width))
        return usual.box.x0, usual.box.x1, side
    # only tick marks: the axis's own base line tells how far the plot reaches
    edge = max(line.box.x1 for line in found) if side == "left" else min(line.box.x0 for line in found)
    pitch = (run[-1].box.cy - run[0].box.cy) / (len(run) - 1)
    for rule in sorted(scene.across, key=lambda r: -r.box.width):
        if rule.box.width < 30 or not run[0].box.top - pitch <= rule.box.top <= run[-1].box.bottom + pitch:
            continue
        if side == "left" and abs(rule.box.x0 - edge) <= 4:
            return rule.box.x0, rule.box.x1, side
        if side == "right" and abs(rule.box.x1 - edge) <= 4:
            return rule.box.x0, rule.box.x1, side
    return (edge, None, side) if side == "left" else (None, edge, side)


def broken(upper: Scale, lower: Scale) -> Scale:
    """Two stacked axes of one cut plot as a single scale."""
    a, b = upper.pieces[0], lower.pieces[0]
    cut = (a.bottom + b.top) / 2
    return replace(
        lower,
        pieces=(replace(a, bottom=cut), replace(b, top=cut)),
        high=upper.high,
        doubt=max(upper.doubt, lower.doubt),
    )

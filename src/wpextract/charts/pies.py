"""Pies and doughnuts: slices that share a centre, their shares by angle, and their labels.

A slice is a filled shape whose points lie on one circle (two for a ring) and on its radii. Centres are found by vote of
the circles through its points, so that polygons and Bezier arcs of any writer serve alike. Page coordinates.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from wpextract.charts.labels import Label, joined, part
from wpextract.charts.legends import Entry, name_of
from wpextract.charts.shapes import Band, Point2, Scene, Stroke
from wpextract.reading.model import Box

_PERCENT = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d+)?\s?[%％]")
_PLAIN = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?!\s?[-–~]\s?\d)(?![\w.,]*\w)")
_MAX_SLICES = 400
_SHORT_OF = 16.0  # points by which a leader line may end beside its text
_RIM_REACH = 1.3  # radii within which a leader line begins
_RIM = 0.975  # of its radius: where a slice that is pulled out a little still has its rim
_BEHIND = 1.3  # em between a name and its percentage
_TRIES = 8  # circles of one pie
_Circle = tuple[float, float, float]  # centre and outer radius


_COLUMN = 14  # em from a legend's names to a column of their values
_LINED_UP = 2.0  # points by which the right edges of a column differ


@dataclass(frozen=True, slots=True)
class Slice:
    """A sector from `start` over `sweep` radians (clockwise on the page), between radii `inner` and `outer`."""

    band: Band
    cx: float
    cy: float
    outer: float
    inner: float
    start: float
    sweep: float

    @property
    def middle(self) -> float:
        return self.start + self.sweep / 2

    def point(self, share: float) -> Point2:
        """The point in the slice's middle at `share` of its outer radius."""
        r = share * self.outer
        return (self.cx + r * math.cos(self.middle), self.cy + r * math.sin(self.middle))


@dataclass(frozen=True, slots=True)
class SliceReading:
    """A slice with its name and its label (None where there is none); `share` is its part of the circle."""

    slice: Slice
    name: str | None
    value: Label | None
    texts: tuple[Label, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Pie:
    """The slices of one circle and the box round them."""

    slices: tuple[Slice, ...]
    box: Box
    is_ring: bool


def find_pies(scene: Scene) -> list[Pie]:
    """All circles of a scene that at least two slices make up."""
    bands = [b for b in scene.bands if min(b.box.width, b.box.height) > 0.8 and max(b.box.width, b.box.height) > 5]
    if len(bands) > _MAX_SLICES:
        return []
    rounds: list[list[_Circle]] = []  # each found several times over, more or less well
    for circle in filter(None, (_circle(band.points) for band in bands)):
        alike = (
            r
            for r in rounds
            if math.dist(circle[:2], r[0][:2]) < 0.12 * r[0][2] and abs(circle[2] - r[0][2]) < 0.08 * r[0][2]
        )
        home = next(alike, None)
        if home is None:
            rounds.append([circle])
        elif len(home) < _TRIES:
            home.append(circle)
    pies: list[Pie] = []
    used: set[int] = set()
    for circles in sorted(rounds, key=lambda r: -r[0][2]):
        free = [b for b in bands if b.z not in used]
        x, y, radius = (fmean(c[i] for c in circles) for i in range(3))
        tries = (*circles, (x, y, radius))
        found = ([s for b in free if (s := _slice(b, c)) is not None] for c in tries)
        slices = max(found, key=lambda some: (_is_whole(some), len(some)))
        if _is_whole(slices):
            used |= {s.band.z for s in slices}
            slices.sort(key=lambda s: s.start)
            ring = sum(s.inner > 0.1 * s.outer for s in slices) * 2 > len(slices)
            pies.append(Pie(tuple(slices), Box.around(s.band.box for s in slices), ring))
    return pies


def _is_whole(slices: Sequence[Slice]) -> bool:
    """Whether slices make a full turn or the half of one that is twice as wide as high."""
    if len(slices) < 2:
        return False
    turn, box = sum(s.sweep for s in slices) / (2 * math.pi), Box.around(s.band.box for s in slices)
    return 0.96 <= turn <= 1.04 or (0.48 <= turn <= 0.52 and box.width > 1.8 * box.height)


def _circle(points: Sequence[Point2]) -> _Circle | None:
    """Centre and outer radius of the circle that most of a shape's points lie on."""
    n = len(points)
    if n < 4 or n > 4000:
        return None
    step = max(1, n // 24)
    centres = []
    for i in range(0, n, max(1, n // 60)):
        circle = _through(points[i], points[(i + step) % n], points[(i + 2 * step) % n])
        if circle is not None and circle[2] < 2000:
            centres.append(circle)
    best, votes = None, 0
    for c in centres:
        agree = sum(math.dist(c[:2], d[:2]) < 0.03 * max(c[2], d[2]) for d in centres)
        if agree > votes:
            best, votes = c, agree
    if best is None or (votes < 2 and n > 8):
        return None
    x, y = _middle([p for p in points if abs(math.dist(best[:2], p) - best[2]) < 0.04 * best[2]]) or best[:2]
    return (x, y, max(math.dist((x, y), p) for p in points))


def _middle(rim: Sequence[Point2]) -> Point2 | None:
    """The centre of the circle that fits points best (Kåsa, "A curve fitting procedure", 1976)."""
    if len(rim) < 4:
        return None
    a = np.array([(2 * x, 2 * y, 1.0) for x, y in rim])
    found, _, rank, _ = np.linalg.lstsq(a, np.array([x * x + y * y for x, y in rim]), rcond=None)
    return (float(found[0]), float(found[1])) if rank == 3 else None


def _through(a: Point2, b: Point2, c: Point2) -> tuple[float, float, float] | None:
    """Centre and radius of the circle through three points; None when they lie on a line."""
    d = 2 * (a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1]))
    longest = max(math.dist(a, b), math.dist(b, c), math.dist(a, c))
    if abs(d) < 0.004 * longest * longest:
        return None
    squares = [p[0] ** 2 + p[1] ** 2 for p in (a, b, c)]
    x = (squares[0] * (b[1] - c[1]) + squares[1] * (c[1] - a[1]) + squares[2] * (a[1] - b[1])) / d
    y = (squares[0] * (c[0] - b[0]) + squares[1] * (a[0] - c[0]) + squares[2] * (b[0] - a[0])) / d
    return (x, y, math.dist((x, y), a))


def _slice(band: Band, circle: _Circle) -> Slice | None:
    """A shape as a sector of a circle, None when its points do not lie on the circle and the radii."""
    cx, cy, radius = circle
    far = [math.dist((cx, cy), p) for p in band.points]
    if max(far) > 1.12 * radius or max(far) < 0.9 * radius:
        return None
    outer = max(far)
    rim = [p for p, r in zip(band.points, far, strict=True) if r > _RIM * outer]
    inner = min(far)
    if len(rim) < 2:
        return None
    on_hole = sum(abs(r - inner) < 0.03 * outer for r in far)
    if len(rim) + on_hole < 0.75 * len(far):
        return None
    angles = [math.atan2(y - cy, x - cx) for x, y in rim]
    start, sweep = _arc(angles)
    if sweep < 0.002 or sweep > 2 * math.pi * 0.999:
        return None
    return Slice(band, cx, cy, outer, inner if inner > 0.05 * outer else 0.0, start, sweep)


def _arc(angles: Sequence[float]) -> tuple[float, float]:
    """The arc that holds all angles: it leaves out the widest gap between neighbours."""
    ordered = sorted(a % (2 * math.pi) for a in angles)
    gaps = [(b - a, i) for i, (a, b) in enumerate(zip(ordered, ordered[1:], strict=False))]
    gaps.append((ordered[0] + 2 * math.pi - ordered[-1], len(ordered) - 1))
    gap, i = max(gaps)
    start = ordered[(i + 1) % len(ordered)]
    return start, 2 * math.pi - gap


def read_pie(scene: Scene, pie: Pie, entries: Sequence[Entry], busy: frozenset[int]) -> list[SliceReading]:
    """The slices with their names and values: from labels in or beside them, by leader lines, and from the legend."""
    first = pie.slices[0]
    centre, radius = (first.cx, first.cy), first.outer
    reach = Box(centre[0], centre[1], centre[0], centre[1]).grown(2.6 * radius + 20, 1.7 * radius + 16)
    near = [x for x in scene.labels if x.angle == 0 and id(x) not in busy and reach.holds_centre(x.box)]
    stacks = [
        s
        for s in _stacks(_lines(near))
        if math.dist(centre, (s.box.cx, s.box.cy)) > 0.8 * min(p.inner for p in pie.slices)
    ]
    leaders = [s for s in scene.strokes if len(s.points) <= 24 and _from_rim(s, centre, radius)]
    numbers, names = _spoken(pie, stacks, leaders)
    if all(name_of(entries, piece.band.color) for piece in pie.slices):
        names = {}  # a legend of all slices: what stands beside them is no name
    if not numbers:
        listed = _values_in_legend(scene, entries)
        numbers = {i: x for i, p in enumerate(pie.slices) if (x := listed.get(name_of(entries, p.band.color) or ""))}
    total = sum(s.sweep for s in pie.slices)
    out = []
    for i, piece in enumerate(pie.slices):
        number, beside = numbers.get(i), names.get(i)
        value = _value(number) if number else None
        name = _name(number, value) if number else None
        name = name or (beside.text.strip() if beside else None) or name_of(entries, piece.band.color)
        texts = tuple(x for x in (number, beside) if x is not None)
        out.append(SliceReading(piece, name, value, texts, piece.sweep / total))
    return out


def _values_in_legend(scene: Scene, entries: Sequence[Entry]) -> dict[str, Label]:
    """The numbers of a column beside a legend by the names that they stand right of; none where a name has none."""
    out: dict[str, Label] = {}
    for e in entries:
        row = [
            x for x in scene.labels
            if x.angle == 0 and abs(x.box.cy - e.label.box.cy) < 0.4 * x.size and x.box.x0 > e.label.box.x1
        ]  # fmt: skip
        first = min(row, key=lambda x: x.box.x0, default=None)
        if first is not None and first.number is not None and first.box.x0 - e.label.box.x1 < _COLUMN * first.size:
            out[e.name] = first
    edges = [x.box.x1 for x in out.values()]
    return out if len(out) == len(entries) > 1 and max(edges) - min(edges) < _LINED_UP else {}


def _spoken(pie: Pie, stacks: Sequence[Label], leaders: Sequence[Stroke]) -> tuple[dict[int, Label], dict[int, Label]]:
    """The text with each slice's value, and the one with its name alone.

    Only texts that speak for a pie count: percentages; or plain numbers, or names, when most slices have one.
    """
    percent = [x for x in stacks if _PERCENT.search(x.text)]
    plain = [x for x in stacks if not _PERCENT.search(x.text) and _value(x) is not None]
    enough = max(2.0, 0.7 * len(pie.slices))
    numbers = _matched(pie, percent, leaders)
    if len(numbers) < enough:  # a percentage of the text beside the pie may be all there is of them
        bare = _matched(pie, plain, leaders)
        numbers = bare if len(bare) >= enough and _agrees(pie, bare) else numbers
    if not _agrees(pie, numbers):
        numbers = {}
    named = sum(_name(x, _value(x)) is not None for x in numbers.values())
    names = {} if named * 2 > len(numbers) > 0 else _matched(pie, [x for x in stacks if _value(x) is None], leaders)
    return numbers, names if len(names) >= enough else {}


def _agrees(pie: Pie, numbers: dict[int, Label]) -> bool:
    """Whether at least half of the values are about what their slices show (of 100, or of their own sum)."""
    values = {i: float(v.number.value) for i, x in numbers.items() if (v := _value(x)) is not None and v.number}
    turn = sum(s.sweep for s in pie.slices)
    complete = len(values) == len(pie.slices)
    wholes = [100.0, sum(values.values())] if complete else [100.0]
    return any(
        2 * sum(abs(v - whole * pie.slices[i].sweep / turn) <= 0.03 * whole for i, v in values.items()) >= len(values)
        for whole in wholes
    )


def _matched(pie: Pie, stacks: Sequence[Label], leaders: Sequence[Stroke]) -> dict[int, Label]:
    pairs = []
    for i, piece in enumerate(pie.slices):
        for j, stack in enumerate(stacks):
            cost = _cost(piece, stack, leaders)
            if cost is not None:
                pairs.append((cost, i, j))
    own: dict[int, Label] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in own and j not in taken:
            own[i] = stacks[j]
            taken.add(j)
    return own


def _lines(labels: Sequence[Label]) -> list[Label]:
    """Labels with a name and the percentage that stands right behind it as one, however wide its space."""
    out: list[Label] = []
    for label in sorted(labels, key=lambda x: (round(x.box.cy), x.box.x0)):
        last = out[-1] if out else None
        follows = (
            last is not None
            and abs(label.box.cy - last.box.cy) < 0.3 * label.size
            and -0.1 * label.size < label.box.x0 - last.box.x1 < _BEHIND * label.size
            and _PERCENT.fullmatch(label.text.strip())
            and not any(c.isdecimal() for c in last.text)
            and not any(_is_over(x, label) for x in labels)
        )
        if last is not None and follows:
            out[-1] = joined([last, label])
        else:
            out.append(label)
    return out


def _is_over(name: Label, value: Label) -> bool:
    """Whether a name stands right over a value: it is its own, whatever stands beside that."""
    close = -0.4 * value.size <= value.box.top - name.box.bottom <= 0.45 * value.size
    return close and abs(name.box.cx - value.box.cx) < _LINED_UP and not any(c.isdecimal() for c in name.text)


def _stacks(labels: Sequence[Label]) -> list[Label]:
    """Labels whose lines belong together (name over value) as one."""
    groups: list[list[Label]] = []
    for label in sorted(labels, key=lambda x: (x.box.top, x.box.x0)):
        for group in reversed(groups[-40:]):
            last = group[-1]
            gap = label.box.top - last.box.bottom
            aligned = min(
                abs(label.box.cx - last.box.cx), abs(label.box.x0 - last.box.x0), abs(label.box.x1 - last.box.x1)
            )
            if -0.4 * label.size <= gap <= 0.45 * label.size and aligned < 2.5 and len(group) < 4:
                done = any(_PERCENT.search(x.text) for x in group)
                if not (done and _PERCENT.search(label.text)):
                    group.append(label)
                    break
        else:
            groups.append([label])
    return [joined(g) for g in groups if len(" ".join(x.text for x in g)) <= 80]


def _from_rim(stroke: Stroke, centre: Point2, radius: float) -> bool:
    near = min(math.dist(centre, p) for p in (stroke.points[0], stroke.points[-1]))
    far = max(math.dist(centre, p) for p in (stroke.points[0], stroke.points[-1]))
    return (
        0.55 * radius < near < _RIM_REACH * radius and radius < far < 2.2 * radius and stroke.box.area < radius * radius
    )


def _cost(piece: Slice, stack: Label, leaders: Sequence[Stroke]) -> float | None:
    """How badly a text suits a slice: 0 inside it or at the end of its leader line, more with distance."""
    box, r = stack.box, piece.outer
    away = math.dist((piece.cx, piece.cy), (box.cx, box.cy))
    off = _off(piece, math.atan2(box.cy - piece.cy, box.cx - piece.cx))
    if piece.inner * 0.9 <= away <= r * 1.02 and off <= 0:
        return 0.0 + 0.1 * math.dist((box.cx, box.cy), piece.point(0.7)) / r
    for leader in leaders:
        ends = sorted((leader.points[0], leader.points[-1]), key=lambda p: math.dist((piece.cx, piece.cy), p))
        angle = math.atan2(ends[0][1] - piece.cy, ends[0][0] - piece.cx)
        if _off(piece, angle) <= 0 and (box.grown(7).holds(*ends[1]) or box.grown(_SHORT_OF, 4).holds(*ends[1])):
            return 0.05 + abs(angle_between(angle, piece.middle)) / math.pi * 0.1
    x, y = piece.point(1.05)
    gap = math.hypot(max(box.x0 - x, x - box.x1, 0.0), max(box.top - y, y - box.bottom, 0.0))
    if gap > 0.75 * r + 10 or away < 0.5 * r:
        return None
    return 0.4 + gap / r + max(off, 0.0)


def angle_between(a: float, b: float) -> float:
    """The signed difference of two angles, within a half turn."""
    return (a - b + math.pi) % (2 * math.pi) - math.pi


def _off(piece: Slice, angle: float) -> float:
    """How far an angle lies outside a slice, in radians; not above 0 inside."""
    return abs(angle_between(angle, piece.middle)) - piece.sweep / 2


def _value(stack: Label) -> Label | None:
    """The number of a slice's text: its percentage if it has one, else a number that stands by itself."""
    found = list(_PERCENT.finditer(stack.text)) or list(_PLAIN.finditer(stack.text))
    if not found:
        return None
    chosen = found[-1]
    return part(stack, chosen.start(), chosen.end())


def _name(stack: Label, value: Label | None) -> str | None:
    text = stack.text
    if value is not None:
        at = text.rfind(value.text)
        text = text[:at] + " " + text[at + len(value.text) :]
    text = re.sub(r"\s+", " ", text).strip(" ,:：;，、()（）")
    return text if any(c.isalpha() for c in text) else None

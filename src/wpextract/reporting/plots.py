"""Charts drawn again from their data: values to rectangles, lines and slices.

Geometry only, in the units of an SVG of `WIDTH` x `Plot.height`; the template draws it. What is drawn are published
values (corrections applied, lengths from labels, not from the original's marks), so that a wrong reading shows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wpextract.charts.model import ChartKind
from wpextract.reporting.scale import nice_step, nice_ticks

WIDTH, HEIGHT = 640.0, 360.0
TOP, BOTTOM, LEFT, RIGHT = 30.0, 44.0, 64.0, 18.0
MOST_POINTS = 600  # beyond this a drawing says nothing, and the table of points remains
COLOURS = 10  # series colours of the style sheet
LETTER = 6.2  # width of a letter of a label


@dataclass(frozen=True, slots=True)
class Datum:
    """A point to draw: its place among categories and series, its value in the plot's unit, and how it reads."""

    category: str
    series: str
    value: float
    label: str
    secondary: bool
    forecast: bool
    corrected: bool
    from_geometry: bool
    says: str


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float
    colour: int
    forecast: bool
    corrected: bool
    says: str


@dataclass(frozen=True, slots=True)
class Path:
    d: str
    colour: int
    forecast: bool
    filled: bool
    says: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    colour: int
    forecast: bool
    corrected: bool
    says: str


@dataclass(frozen=True, slots=True)
class Label:
    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"]
    role: Literal["tick", "tick2", "category", "value", "inside"]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """Everything the template draws; `legend` pairs a series with its colour."""

    height: float
    grid: tuple[float, ...] = ()
    upright: bool = True
    baseline: float | None = None
    rects: tuple[Rect, ...] = ()
    paths: tuple[Path, ...] = ()
    dots: tuple[Dot, ...] = ()
    labels: tuple[Label, ...] = ()
    legend: tuple[tuple[str, int], ...] = ()


def draw(kind: ChartKind, data: Sequence[Datum]) -> Plot | None:
    """The plot of `data`; None when there is nothing that a picture would show better than a table."""
    drawable = [d for d in data if math.isfinite(d.value) and abs(d.value) < 1e15]
    if not drawable or len(drawable) > MOST_POINTS:
        return None
    series = list(dict.fromkeys(d.series for d in drawable))
    colours = {name: n % COLOURS for n, name in enumerate(series)}
    if kind in ("pie", "doughnut") and all(d.value >= 0 for d in drawable) and sum(d.value for d in drawable) > 0:
        return _pie(drawable, hollow=kind == "doughnut")
    plot = _across(drawable, colours) if kind == "horizontal_bar" else _upright(kind, drawable, colours)
    legend = tuple((name, colours[name]) for name in series if name) if len(series) > 1 else ()
    return replace(plot, legend=legend)


def _upright(kind: ChartKind, data: Sequence[Datum], colours: dict[str, int]) -> Plot:
    categories = list(dict.fromkeys(d.category for d in data))
    slot = (WIDTH - LEFT - RIGHT - (LEFT - RIGHT if any(d.secondary for d in data) else 0)) / len(categories)
    centre = {name: LEFT + (n + 0.5) * slot for n, name in enumerate(categories)}
    lined = [d for d in data if kind in ("line", "area") or d.secondary]
    barred = [d for d in data if not (kind in ("line", "area") or d.secondary)]
    spans = _spans(kind, barred)
    ends = [e for span in spans for e in span] + [d.value for d in lined if not d.secondary]
    low, high = _reach(ends, from_zero=kind != "line") if ends else (0.0, 1.0)
    low2, high2 = (
        _reach([d.value for d in data if d.secondary], from_zero=True) if any(d.secondary for d in data) else (0, 1)
    )
    floor = HEIGHT - BOTTOM

    def y(value: float) -> float:
        return round(floor - (value - low) / (high - low) * (floor - TOP), 2)

    def y2(value: float) -> float:
        return round(floor - (value - low2) / (high2 - low2) * (floor - TOP), 2)

    rects, values = _bars(kind, barred, spans, centre, slot, colours, y)
    paths: list[Path] = []
    dots: list[Dot] = []
    for name in dict.fromkeys(d.series for d in lined):
        line = [d for d in lined if d.series == name]
        to_y = y2 if line[0].secondary else y
        at = [(round(centre[d.category], 2), to_y(d.value)) for d in line]
        if kind == "area" and not line[0].secondary and len(at) > 1:
            outline = (
                f"M{at[0][0]},{y(max(low, 0))} L"
                + " L".join(f"{a},{b}" for a, b in at)
                + f" L{at[-1][0]},{y(max(low, 0))} Z"
            )
            paths.append(Path(outline, colours[name], False, True))
        for (d1, a), (d2, b) in zip(
            list(zip(line, at, strict=True)), list(zip(line, at, strict=True))[1:], strict=False
        ):
            paths.append(Path(f"M{a[0]},{a[1]} L{b[0]},{b[1]}", colours[name], d2.forecast or d1.forecast, False))
        dots += [Dot(a, b, colours[name], d.forecast, d.corrected, d.says) for d, (a, b) in zip(line, at, strict=True)]
        if slot >= max((len(d.label) for d in line), default=0) * LETTER:
            values += [Label(a, b - 8, d.label, "middle", "value") for d, (a, b) in zip(line, at, strict=True)]
    ticks = nice_ticks(low, high, 5) if ends else []
    labels = [Label(LEFT - 8, y(v) + 4, text, "end", "tick") for v, text in ticks]
    if any(d.secondary for d in data):
        labels += [Label(WIDTH - LEFT + 8, y2(v) + 4, text, "start", "tick2") for v, text in nice_ticks(low2, high2, 5)]
    labels += _category_labels(categories, centre, slot, floor)
    grid = tuple(y(v) for v, _ in ticks)
    bottom = HEIGHT + (36 if any(label.turned for label in labels) else 0)
    return Plot(
        bottom,
        grid,
        True,
        y(0) if low <= 0 <= high else None,
        tuple(rects),
        tuple(paths),
        tuple(dots),
        tuple(labels + values),
    )


def _spans(kind: ChartKind, data: Sequence[Datum]) -> list[tuple[float, float]]:
    """Where each bar begins and ends: at zero, on top of the bar below it, or where a waterfall left off."""
    if kind == "waterfall":
        return _waterfall([d.value for d in data])
    if kind not in ("stacked_bar", "stacked_100"):
        return [(0.0, d.value) for d in data]
    above: dict[tuple[str, bool], float] = {}
    spans = []
    for d in data:
        key = (d.category, d.value < 0)
        start = above.get(key, 0.0)
        above[key] = start + d.value
        spans.append((start, above[key]))
    return spans


def _waterfall(values: Sequence[float]) -> list[tuple[float, float]]:
    """Steps from where the last one ended; a value that equals the running sum, or ends the chart, is a total."""
    spans: list[tuple[float, float]] = []
    level = 0.0
    for n, value in enumerate(values):
        total = n > 0 and abs(value - level) <= 0.02 * abs(level)
        spans.append((0.0, value) if total else (level, level + value))
        level = value if total else level + value
    return spans


def _bars(
    kind: ChartKind,
    data: Sequence[Datum],
    spans: Sequence[tuple[float, float]],
    centre: dict[str, float],
    slot: float,
    colours: dict[str, int],
    y: Callable[[float], float],
) -> tuple[list[Rect], list[Label]]:
    stacked = kind in ("stacked_bar", "stacked_100", "waterfall")
    series = list(dict.fromkeys(d.series for d in data))
    lanes = 1 if stacked else max(len(series), 1)
    width = min(slot * 0.72, 64.0 * lanes) / lanes
    rects: list[Rect] = []
    labels: list[Label] = []
    for d, (start, end) in zip(data, spans, strict=True):
        lane = 0 if stacked else series.index(d.series)
        x = centre[d.category] + (lane - lanes / 2) * width
        top, bottom = min(y(start), y(end)), max(y(start), y(end))
        gap = 1.5 if lanes > 1 else 0.0
        rects.append(
            Rect(
                round(x + gap / 2, 2), top, round(width - gap, 2), round(max(bottom - top, 0.8), 2),
                colours[d.series], d.forecast, d.corrected, d.says,
            )
        )  # fmt: skip
        room = slot if stacked else slot / lanes
        if len(d.label) * LETTER > room * 1.15:
            continue
        inside = stacked and kind != "waterfall"
        if inside and bottom - top < 13:
            continue
        at = (top + bottom) / 2 + 4 if inside else (top - 6 if end >= start else bottom + 13)
        labels.append(Label(round(x + width / 2, 2), round(at, 2), d.label, "middle", "inside" if inside else "value"))
    return rects, labels


def _across(data: Sequence[Datum], colours: dict[str, int]) -> Plot:
    """Bars from left to right, a row for each category, so that long names have room."""
    categories = list(dict.fromkeys(d.category for d in data))
    series = list(dict.fromkeys(d.series for d in data))
    longest = max(len(_short(c, 26)) + sum(ord(ch) > 0x2E80 for ch in _short(c, 26)) for c in categories)
    left = min(max(longest * LETTER * 1.2, 40.0) + 16, 250.0)
    lane = 22.0 if len(series) == 1 else 15.0
    row = lane * len(series) + 10
    height = TOP + row * len(categories) + 28
    low, high = _reach([d.value for d in data], from_zero=True)
    right = WIDTH - 64

    def x(value: float) -> float:
        return round(left + (value - low) / (high - low) * (right - left), 2)

    rects: list[Rect] = []
    labels: list[Label] = []
    for d in data:
        top = TOP + categories.index(d.category) * row + 5 + series.index(d.series) * lane
        start, end = min(x(0), x(d.value)), max(x(0), x(d.value))
        rects.append(
            Rect(
                start,
                round(top, 2),
                round(max(end - start, 0.8), 2),
                lane - 3,
                colours[d.series],
                d.forecast,
                d.corrected,
                d.says,
            )
        )
        labels.append(Label(end + 6, round(top + lane / 2 + 2.5, 2), d.label, "start", "value"))
    for n, name in enumerate(categories):
        labels.append(Label(left - 10, round(TOP + (n + 0.5) * row + 4, 2), _short(name, 26), "end", "category"))
    ticks = nice_ticks(low, high, 5)
    labels += [Label(x(v), height - 8, text, "middle", "tick") for v, text in ticks]
    return Plot(
        height,
        tuple(x(v) for v, _ in ticks),
        False,
        x(0) if low <= 0 <= high else None,
        tuple(rects),
        labels=tuple(labels),
    )


def _pie(data: Sequence[Datum], hollow: bool) -> Plot:
    """Slices clockwise from twelve o'clock; shares that add to 103 fill the circle."""
    whole = sum(d.value for d in data)
    cx, cy, radius = 170.0, 180.0, 140.0
    inner = radius * 0.58 if hollow else 0.0
    paths: list[Path] = []
    labels: list[Label] = []
    turn = 0.0
    for n, d in enumerate(data):
        share = d.value / whole
        paths.append(Path(_slice(cx, cy, radius, inner, turn, turn + share), n % COLOURS, d.forecast, True, d.says))
        if share > 0.045:
            middle = (turn + share / 2) * 2 * math.pi
            reach = (radius + inner) / 2 if hollow else radius * 0.68
            at = (round(cx + reach * math.sin(middle), 2), round(cy - reach * math.cos(middle) + 4, 2))
            labels.append(Label(at[0], at[1], d.label, "middle", "inside"))
        turn += share
    legend = tuple((f"{d.category or d.series or '?'}: {d.label}", n % COLOURS) for n, d in enumerate(data))
    return Plot(HEIGHT, paths=tuple(paths), labels=tuple(labels), legend=legend)


def _slice(cx: float, cy: float, outer: float, inner: float, start: float, end: float) -> str:
    end = min(end, start + 0.99999)

    def at(radius: float, turn: float) -> str:
        angle = turn * 2 * math.pi
        return f"{cx + radius * math.sin(angle):.2f},{cy - radius * math.cos(angle):.2f}"

    large = int(end - start > 0.5)
    arc = f"M{at(outer, start)} A{outer},{outer} 0 {large} 1 {at(outer, end)}"
    if inner:
        return f"{arc} L{at(inner, end)} A{inner},{inner} 0 {large} 0 {at(inner, start)} Z"
    return f"{arc} L{cx},{cy} Z"


def _reach(values: Sequence[float], from_zero: bool) -> tuple[float, float]:
    """The ends of a value axis: round, with room for labels, from zero wherever lengths are compared."""
    low, high = min(values), max(values)
    if from_zero or low * 3 < high:
        low, high = min(low, 0.0), max(high, 0.0)
    if high == low:
        low, high = (low - 1, high + 1) if low == 0 or not from_zero else (min(low, 0.0), max(high, 0.0))
    step = nice_step(high - low, 5)
    bottom = math.floor(low / step + 1e-9) * step
    top = math.ceil(high / step - 1e-9) * step
    return bottom, top if top - high > 0.04 * (top - bottom) else top + step * 0.4


def _category_labels(categories: Sequence[str], centre: dict[str, float], slot: float, floor: float) -> list[Label]:
    def breadth(text: str) -> float:
        return LETTER * (len(text) + sum(ord(ch) > 0x2E80 for ch in text))

    turned = max(breadth(_short(c, 18)) for c in categories) > slot
    every = max(1, math.ceil(15 / slot)) if turned else 1
    return [
        Label(
            round(centre[c], 2),
            floor + (14 if turned else 18),
            _short(c, 18),
            "end" if turned else "middle",
            "category",
            turned,
        )
        for c in categories[::every]
    ]


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"

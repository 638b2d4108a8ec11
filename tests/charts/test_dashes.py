"""Dashed lines that are painted dash by dash."""

from __future__ import annotations

import math

from wpextract.charts.dashes import joined_dashes
from wpextract.reading.model import Box, Mark

ORANGE = "#e08020"


def dashes(*points: tuple[float, float], on: float = 6, off: float = 3, width: float = 1.5) -> list[Mark]:
    """The quadrilaterals of a dashed polyline; none bends round a corner."""
    out: list[Mark] = []
    for a, b in zip(points, points[1:], strict=False):
        length = math.dist(a, b)
        ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        at = 0.0
        while at + on <= length:
            start, end = (a[0] + ux * at, a[1] + uy * at), (a[0] + ux * (at + on), a[1] + uy * (at + on))
            nx, ny = -uy * width / 2, ux * width / 2
            path = tuple((p[0] + s * nx, p[1] + s * ny) for p, s in ((start, 1), (end, 1), (end, -1), (start, -1)))
            xs, ys = [p[0] for p in path], [p[1] for p in path]
            out.append(Mark("curve", Box(min(xs), min(ys), max(xs), max(ys)), path, ORANGE, None, 0, (), len(out)))
            at += on + off
    return out


def test_dashes_in_a_row_are_one_dashed_stroke_with_its_corners() -> None:
    (line,) = joined_dashes(dashes((10, 100), (90, 40), (170, 120)))
    assert (line.stroke, line.fill, bool(line.dash)) == (ORANGE, None, True)
    assert math.dist(line.path[1], (90, 40)) < 0.1


def test_bars_side_by_side_are_no_dashes() -> None:
    bars = [
        Mark("rect", Box(x, 90, x + 3, 100), ((x, 90), (x + 3, 90), (x + 3, 100), (x, 100)), ORANGE, None, 0, (), i)
        for i, x in enumerate((10, 20, 30, 40, 50))
    ]
    assert joined_dashes(bars) == bars

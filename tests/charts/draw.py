"""Hand-made pages for chart tests: words and marks where the test puts them, y counted from the top."""

from __future__ import annotations

import math
from collections.abc import Sequence

from wpextract.charts import find_charts
from wpextract.charts.model import Chart
from wpextract.ids import Ids
from wpextract.reading.model import Box, Mark, Page, Word

BLUE, ORANGE, GREEN, GREY = "#16395f", "#e08020", "#3a9a5a", "#dddddd"
EM = 0.5  # a character's width in ems


class Drawing:
    """Collects words and marks; the order of the calls is the order of painting."""

    def __init__(self, width: float = 400, height: float = 400) -> None:
        self.width, self.height = width, height
        self.words: list[Word] = []
        self.marks: list[Mark] = []
        self.images: list[Box] = []

    def text(
        self, text: str, x: float, y: float, size: float = 8, align: str = "center", bold: bool = False,
        color: str = "#000000",
    ) -> Drawing:  # fmt: skip
        """A text whose words stand on one line with its middle at `y`; `align` says what `x` is."""
        total = len(text) * size * EM
        left = x - total / 2 if align == "center" else x - total if align == "right" else x
        for word in text.split(" "):
            boxes = tuple(
                Box(left + i * size * EM, y - size / 2, left + (i + 1) * size * EM, y + size / 2)
                for i in range(len(word))
            )
            font = "Sans-Bold" if bold else "Sans"
            if word:
                self.words.append(Word(word, Box.around(boxes), size, font, color, 0, boxes))
            left += (len(word) + 1) * size * EM
        return self

    def upright(self, text: str, x: float, y: float, size: float = 8) -> Drawing:
        """A text that reads upwards, with its middle at (`x`, `y`), as an axis's title does."""
        bottom = y + len(text) * size * EM / 2
        for word in text.split(" "):
            boxes = tuple(
                Box(x - size / 2, bottom - (i + 1) * size * EM, x + size / 2, bottom - i * size * EM)
                for i in range(len(word))
            )
            self.words.append(Word(word, Box.around(boxes), size, "Sans", "#000000", 90, boxes))
            bottom -= (len(word) + 1) * size * EM
        return self

    def rect(self, x0: float, top: float, x1: float, bottom: float, fill: str = BLUE) -> Drawing:
        path = ((x0, top), (x1, top), (x1, bottom), (x0, bottom))
        self.marks.append(Mark("rect", Box(x0, top, x1, bottom), path, fill, None, 0, (), len(self.marks)))
        return self

    def line(self, *points: tuple[float, float], color: str = GREY, dash: tuple[float, ...] = ()) -> Drawing:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        kind = "line" if len(points) == 2 else "curve"
        box = Box(min(xs), min(ys), max(xs), max(ys))
        self.marks.append(Mark(kind, box, points, None, color, 1, dash, len(self.marks)))  # type: ignore[arg-type]
        return self

    def shape(self, points: Sequence[tuple[float, float]], fill: str) -> Drawing:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        self.marks.append(Mark("curve", box, tuple(points), fill, None, 0, (), len(self.marks)))
        return self

    def disc(self, x: float, y: float, r: float, fill: str) -> Drawing:
        turns = [2 * math.pi * i / 12 for i in range(12)]
        return self.shape([(x + r * math.cos(t), y + r * math.sin(t)) for t in turns], fill)

    def slice(self, cx: float, cy: float, r: float, start: float, end: float, fill: str, hole: float = 0) -> Drawing:
        """A sector between two shares of a turn, clockwise from the top."""
        turns = [start + (end - start) * i / 24 for i in range(25)]

        def at(turn: float, radius: float) -> tuple[float, float]:
            return (cx + radius * math.sin(2 * math.pi * turn), cy - radius * math.cos(2 * math.pi * turn))

        rim = [at(t, r) for t in turns]
        inner = [at(t, hole) for t in reversed(turns)] if hole else [(cx, cy)]
        return self.shape([*rim, *inner], fill)

    def value_axis(self, x: float, zero: float, step: float, ticks: Sequence[str], reach: float) -> Drawing:
        """Tick labels right-aligned at `x`, the first at height `zero`, each `step` points higher, with grid lines."""
        for i, tick in enumerate(ticks):
            self.text(tick, x, zero - i * step, align="right")
            self.line((x + 4, zero - i * step), (reach, zero - i * step))
        return self

    def page(self) -> Page:
        return Page(
            1, self.width, self.height, tuple(self.words), marks=tuple(self.marks), images=tuple(self.images)
        )  # fmt: skip

    def charts(self) -> tuple[Chart, ...]:
        return find_charts(self.page(), Ids("0" * 64))


def table_of(chart: Chart) -> list[tuple[str | None, str | None, str | None]]:
    """(series, category, label) of each point, in order."""
    return [(p.series, p.category, p.value_as_printed) for p in chart.points]


def drawn_values(chart: Chart) -> list[float | None]:
    """The values that the marks show, to two places."""
    return [None if p.from_geometry is None else round(p.from_geometry, 2) for p in chart.points]

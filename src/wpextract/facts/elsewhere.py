"""The numeric tokens of what is not prose, each with what became of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from wpextract.charts.model import Chart
from wpextract.facts.model import Disposition, Fact, NumberToken
from wpextract.quantities import find_periods, parse_period_label
from wpextract.reading.model import Block, Box, Place
from wpextract.tables.model import Cell, Table

_T = TypeVar("_T")


class _Under(Generic[_T]):
    """Things by where they stand, so that what lies under a place is found without going through the document."""

    @staticmethod
    def _band(y: float) -> int:
        """Strips of 24 points; all of a page taller than any sheet of paper in the last one."""
        return max(0, min(400, int(y // 24)))

    def __init__(self, things: Iterable[tuple[int, Box, _T]]) -> None:
        self._bands: defaultdict[tuple[int, int], list[tuple[Box, _T]]] = defaultdict(list)
        self.add(things)

    def add(self, things: Iterable[tuple[int, Box, _T]]) -> None:
        for page, box, thing in things:
            grown = box.grown(0.5)
            for band in range(self._band(grown.top), self._band(grown.bottom) + 1):
                self._bands[page, band].append((grown, thing))

    def at(self, place: Place) -> Iterator[_T]:
        """What holds the centre of the place, in the order of adding."""
        near = self._bands.get((place.page, self._band(place.box.cy)), ())
        return (thing for box, thing in near if box.holds_centre(place.box))


def tokens_elsewhere(
    blocks: Sequence[Block], tables: Sequence[Table], charts: Sequence[Chart], facts: Sequence[Fact]
) -> Iterable[NumberToken]:
    """The numeric tokens of furniture, unit notes, charts and tables."""
    by_source = {f.source_id: f.fact_id for f in facts if f.source != "prose"}
    points = _Under((c.page, p.box, by_source.get(p.point_id)) for c in charts for p in c.points)
    points.add((f.page, place.box, f.fact_id) for f in facts if f.source == "chart" for place in f.boxes)
    cells = _Under((c.page, c.box, (c, by_source.get(c.cell_id))) for t in tables for c in t.cells)
    for block in blocks:
        for m in re.finditer(r"\d[\d,.]*\d|\d", block.text):
            place = next(iter(block.boxes(m.start(), m.end())), None)
            said, fact_id = _elsewhere(block, m.group(), place, points, cells)
            yield NumberToken(block.page, m.group(), said, fact_id, place.box if place else None)


def _elsewhere(
    block: Block, text: str, place: Place | None, points: _Under[str | None], cells: _Under[tuple[Cell, str | None]]
) -> tuple[Disposition, str | None]:
    if block.role == "furniture":
        return ("page_number" if block.text.strip() == text else "furniture"), None
    if block.role in ("unit_note", "caption"):
        return ("date" if find_periods(block.text) and re.fullmatch(r"(?:19|20)\d\d", text) else "reference"), None
    if place and block.role == "chart_text":
        hit = next(points.at(place), None)
        if hit:
            return "fact", hit
    if place and block.role == "table_text":
        cell, fact_id = next(cells.at(place), (None, None))
        if fact_id:
            return "fact", fact_id
        if cell and cell.is_header:
            return ("date" if parse_period_label(cell.text) else "reference"), None
    if parse_period_label(block.text.strip()) or find_periods(block.text):
        return "date", None
    if re.search(rf"[A-Za-z]{re.escape(text)}(?![\d%])", block.text):  # F1, A100
        return "identifier", None
    if block.role == "chart_text":
        return ("axis" if re.fullmatch(r"[\s\d.,%％-]+", block.text) else "decoration"), None
    return "unread", None

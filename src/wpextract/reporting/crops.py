"""Where a number stands and which cut of the page shows it: from ids of facts, points and cells to crops.

A crop is a window on a page's picture with the numbers in it marked. Numbers that stand together (one paragraph, one
chart, one table) share a crop. A source without geometry gives the sentence with the number marked instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wpextract.charts.model import Chart
from wpextract.consistency.model import Member
from wpextract.extraction import Extraction
from wpextract.facts.model import Fact
from wpextract.reading.model import Block, Box, Place
from wpextract.reporting.wording import say_fact
from wpextract.tables.model import Cell, Table

MARGIN = 8.0  # points round what is shown
CONTEXT = 34.0  # points of paragraph above and below a number
MIN_WIDTH, MIN_HEIGHT = 260.0, 64.0
TALLEST = 420.0  # a taller table is cut to the surroundings of its marked cells
HALO = 2.0  # points that glyphs may stand out of their boxes
QUOTE_CONTEXT = 160  # characters of a sentence on either side of its number


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with its number set apart."""

    before: str
    number: str
    after: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One member of a finding, found again on the page: what it says, as what it takes part, and where."""

    key: str
    role: str
    label: str
    metric: str
    page: int
    boxes: tuple[Place, ...]
    around: Box | None
    kind: str
    quote: Quote | None
    fact_id: str | None


@dataclass(frozen=True, slots=True)
class Crop:
    """A window on a page with marked boxes, and the standings that it shows."""

    page: int
    window: Box
    marks: tuple[Box, ...]
    standings: tuple[Standing, ...]
    kind: str

    @property
    def says(self) -> str:
        """What the picture shows, for those who cannot see it."""
        words = "; ".join(dict.fromkeys(f"{s.metric}: {s.label}" if s.metric else s.label for s in self.standings))
        return f"Page {self.page}: {words}"


class Finder:
    """Looks up what an id of a finding or a correction means and where it stands."""

    def __init__(self, extraction: Extraction) -> None:
        self._sizes = {p.number: Box(0, 0, p.width, p.height) for p in extraction.document.pages if p.text is None}
        self._words = {p.number: [w.box for w in (*p.words, *p.furniture)] for p in extraction.document.pages}
        self._facts = {f.fact_id: f for f in extraction.facts}
        self._fact_of = {f.source_id: f for f in extraction.facts if f.source != "prose"}
        self._blocks = {b.block_id: b for b in extraction.blocks}
        self._block_boxes: dict[int, list[Box]] = {}
        for block in extraction.blocks:
            if block.box:
                self._block_boxes.setdefault(block.page, []).append(block.box)
        self._charts = {c.chart_id: c for c in extraction.charts}
        self._tables = {t.table_id: t for t in extraction.tables}
        self._points = {p.point_id: (c, p) for c in extraction.charts for p in c.points}
        self._cells = {c.cell_id: (t, c) for t in extraction.tables for c in t.cells}

    def fact_of(self, source_id: str) -> Fact | None:
        """The fact of a chart point or a table cell."""
        return self._fact_of.get(source_id)

    def chart(self, chart_id: str | None) -> Chart | None:
        return self._charts.get(chart_id or "")

    def table(self, table_id: str | None) -> Table | None:
        return self._tables.get(table_id or "")

    def fact(self, fact_id: str | None) -> Fact | None:
        return self._facts.get(fact_id or "")

    def frame(self, page: int) -> Box | None:
        """The page's own box; None for a page without geometry."""
        return self._sizes.get(page)

    def whole_pages(self, pages: Iterable[int]) -> tuple[Crop, ...]:
        """Pages shown whole, for a finding that is about pages rather than numbers."""
        return tuple(Crop(p, self._sizes[p], (), (), "page") for p in dict.fromkeys(pages) if p in self._sizes)

    def has_geometry(self, page: int) -> bool:
        return page in self._sizes

    def standing(self, dataset: str, key: str, role: str = "") -> Standing | None:
        """The member or target `key` of `dataset`; None when this document has no such thing."""
        if dataset == "facts" and key in self._facts:
            return self._of_fact(self._facts[key], role)
        if dataset == "chart_points" and key in self._points:
            chart, point = self._points[key]
            fact = self.fact_of(key)
            if fact:
                return self._of_fact(fact, role)
            name = " ".join(t for t in (point.series, point.category) if t)
            said = point.value_as_printed or "unlabelled point"
            places = (Place(chart.page, point.box),)
            return Standing(key, role, said, name, chart.page, places, _chart_frame(chart), "chart", None, None)
        if dataset == "table_cells" and key in self._cells:
            table, cell = self._cells[key]
            fact = self.fact_of(key)
            return self._of_fact(fact, role) if fact else self._of_cell(table, cell, role)
        if dataset == "charts" and key in self._charts:
            chart = self._charts[key]
            said = chart.unit_as_printed or chart.title or "chart"
            frame = _chart_frame(chart)
            return Standing(key, role, said, chart.title or "", chart.page, (), frame, "chart", None, None)
        if dataset == "tables" and key in self._tables:
            table = self._tables[key]
            said = table.unit_as_printed or table.title or "table"
            return Standing(key, role, said, table.title or "", table.page, (), table.box, "table", None, None)
        if dataset == "blocks" and key in self._blocks:
            return self._of_block(self._blocks[key], role)
        return None

    def standings(self, members: Iterable[Member]) -> tuple[Standing, ...]:
        found = (self.standing(m.dataset, m.id, m.role) for m in members)
        return tuple(s for s in found if s)

    def crops(self, standings: Sequence[Standing]) -> tuple[Crop, ...]:
        """One crop for each page and container that the standings need, in the order they are named."""
        groups: dict[tuple[int, Box | str], list[tuple[Standing, list[Box]]]] = {}
        for standing in standings:
            pages: dict[int, list[Box]] = {}
            for place in standing.boxes:
                pages.setdefault(place.page, []).append(place.box)
            for page, boxes in (pages or {standing.page: []}).items():
                if self.has_geometry(page) and (boxes or standing.around):
                    container = standing.around if standing.around and page == standing.page else standing.key
                    groups.setdefault((page, container), []).append((standing, boxes))
        return tuple(self._crop(page, shown) for (page, _), shown in groups.items())

    def _crop(self, page: int, shown: Sequence[tuple[Standing, list[Box]]]) -> Crop:
        marks = tuple(dict.fromkeys(b for _, boxes in shown for b in boxes))
        first = shown[0][0]
        around = first.around if page == first.page else None
        whole = first.kind != "prose"
        window = window_for(self._sizes[page], around, marks, whole)
        if marks and not whole:
            window = self._tidied(page, window, around, Box.around(marks))
        return Crop(page, window, marks, tuple(s for s, _ in shown), first.kind)

    def _tidied(self, page: int, window: Box, around: Box | None, marked: Box) -> Box:
        """A window on prose with neighbouring text whole or not at all."""
        column = around or marked
        others = [b for b in self._block_boxes.get(page, ()) if b != around]
        rows = uncut(window, marked, (*others, *self._words[page]))
        beside = [b for b in others if b.touches(rows) and b.x0 < column.x1 and column.x0 < b.x1]
        wide = Box.around((rows, *beside)).grown(MARGIN, 0)
        sides = clipped(Box(wide.x0, rows.top, wide.x1, rows.bottom), self._sizes[page])
        return uncut(sides, Box.around((column, marked)), others)

    def _of_fact(self, fact: Fact, role: str) -> Standing:
        around: Box | None = None
        quote: Quote | None = None
        if fact.source == "prose":
            block = self._blocks.get(fact.source_id)
            around = block.box if block and block.page == fact.page else None
            quote = quote_of(fact, block)
        elif fact.source == "chart":
            chart = self.chart(fact.container_id) or (self._points.get(fact.source_id) or (None,))[0]
            around = _chart_frame(chart) if chart else None
        else:
            table = self.table(fact.container_id) or (self._cells.get(fact.source_id) or (None,))[0]
            around = table.box if table and table.page == fact.page else None
        if quote is None and not self.has_geometry(fact.page):
            quote = quote_of(fact, None)
        key = fact.fact_id
        return Standing(
            key,
            role,
            fact.snippet or say_fact(fact),
            fact.metric,
            fact.page,
            fact.boxes,
            around,
            fact.source,
            quote,
            key,
        )

    def _of_cell(self, table: Table, cell: Cell, role: str) -> Standing:
        around = table.box if table.page == cell.page else None
        places = (Place(cell.page, cell.box),)
        return Standing(
            cell.cell_id, role, cell.text, table.title or "", cell.page, places, around, "table", None, None
        )

    def _of_block(self, block: Block, role: str) -> Standing:
        places = (Place(block.page, block.box),) if block.box else ()
        said = block.text if len(block.text) <= 120 else block.text[:119] + "…"
        quote = None if block.box else Quote("", said, "")
        return Standing(block.block_id, role, said, "", block.page, places, block.box, "prose", quote, None)


def window_for(page: Box, around: Box | None, marks: Sequence[Box], whole: bool) -> Box:
    """The part of `page` to show: `whole` is all of `around` unless too tall, else the lines near `marks`."""
    if whole and around and around.height <= TALLEST:
        wanted = Box.around((around, *marks)).grown(MARGIN)
    elif marks:
        centre = Box.around(marks)
        if centre.height > TALLEST:
            centre = marks[0]
        sides = Box.around((around, centre)) if around else centre
        wanted = Box(sides.x0, centre.top - CONTEXT, sides.x1, centre.bottom + CONTEXT).grown(MARGIN, 0)
    elif around:
        wanted = Box(around.x0, around.top, around.x1, min(around.bottom, around.top + TALLEST)).grown(MARGIN)
    else:
        wanted = page
    dx = max(0.0, MIN_WIDTH - wanted.width) / 2
    dy = max(0.0, MIN_HEIGHT - wanted.height) / 2
    return clipped(wanted.grown(dx, dy), page)


def uncut(window: Box, kept: Box, texts: Iterable[Box]) -> Box:
    """`window` drawn in until its edges cut none of `texts`, though never past `kept`."""
    inside = [t.grown(HALO) for t in texts if t.overlap(window)]
    top = max((t.bottom for t in inside if t.top < window.top and t.bottom <= kept.top), default=window.top)
    bottom = min((t.top for t in inside if t.bottom > window.bottom and t.top >= kept.bottom), default=window.bottom)
    rows = [t for t in inside if t.bottom > top and t.top < bottom]
    x0 = max((t.x1 for t in rows if t.x0 < window.x0 and t.x1 <= kept.x0), default=window.x0)
    x1 = min((t.x0 for t in rows if t.x1 > window.x1 and t.x0 >= kept.x1), default=window.x1)
    return Box(x0, top, x1, bottom)


def clipped(box: Box, page: Box) -> Box:
    """`box` moved, then cut, to lie on `page`; the whole page when nothing of it does."""
    dx = max(page.x0 - box.x0, 0.0) or min(page.x1 - box.x1, 0.0)
    dy = max(page.top - box.top, 0.0) or min(page.bottom - box.bottom, 0.0)
    moved = Box(box.x0 + dx, box.top + dy, box.x1 + dx, box.bottom + dy)
    x0, top = max(moved.x0, page.x0), max(moved.top, page.top)
    x1, bottom = min(moved.x1, page.x1), min(moved.bottom, page.bottom)
    return Box(x0, top, x1, bottom) if x1 - x0 > 1 and bottom - top > 1 else page


def quote_of(fact: Fact, block: Block | None) -> Quote:
    """The sentence of a fact with its number marked, from the block's characters where they are known."""
    if block and fact.char_start is not None and fact.char_end is not None and fact.char_end <= len(block.text):
        text, start, end = block.text, fact.char_start, fact.char_end
    else:
        text = fact.sentence if fact.snippet in fact.sentence else fact.snippet
        start = text.find(fact.snippet)
        end = start + len(fact.snippet)
    begin = _sentence_start(text, start)
    stop = _sentence_end(text, end)
    lead = "…" if begin > 0 and begin == start - QUOTE_CONTEXT else ""
    trail = "…" if stop < len(text) and stop == end + QUOTE_CONTEXT else ""
    return Quote(lead + text[begin:start].lstrip(), text[start:end], text[end:stop].rstrip() + trail)


def _sentence_start(text: str, start: int) -> int:
    window = text[max(0, start - QUOTE_CONTEXT) : start]
    cut = max(window.rfind(stop) + len(stop) if stop in window else 0 for stop in (". ", "。", "；", "\n"))
    return start - len(window) + cut


def _sentence_end(text: str, end: int) -> int:
    window = text[end : end + QUOTE_CONTEXT]
    cuts = [at + 1 for at in (window.find(stop) for stop in (". ", "。", "\n")) if at >= 0]
    return end + min(cuts, default=len(window))


def _chart_frame(chart: Chart) -> Box:
    return Box.around((chart.box, chart.title_box)) if chart.title_box else chart.box

"""Where the tables of a document are, what they are called, and which of the grids found is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median

from wpextract.charts.captions import TABLE_NUMBER, is_open
from wpextract.charts.model import Chart
from wpextract.charts.units import UNIT_KEY, unit_of_note, unit_of_subtitle, unit_of_title
from wpextract.ids import Ids
from wpextract.quantities import parse_period_label
from wpextract.reading.lines import MARKER, lines_of
from wpextract.reading.model import Box, Document, Line, Page, Word
from wpextract.tables.aligned import aligned_regions
from wpextract.tables.engines import camelot_regions
from wpextract.tables.lattice import Lattice, grid_of_lattice, lattices_of
from wpextract.tables.model import Cell, Table
from wpextract.tables.rules import Rule, framed_regions, rules_of
from wpextract.tables.structure import Grid, grid_of

# a number, or letters of their own: "Tables", "Exhibition" and "Figures of" name nothing
_NUMBERED = r"(?:\s*[\d一二三四五六七八九十]|(?:\s+|(?<=[图表]))(?-i:[A-Z]{1,4})(?![A-Za-z]))"
_CAPTION = re.compile(
    rf"^\s*{MARKER}(?:table|表){_NUMBERED}(?!(?-i:[\d.\-–]*\s+[a-z].*(?:\.\s+[A-Z]|[.,;]\s*$)))",  # no line of running text
    re.IGNORECASE,
)
_BARE = re.compile(r"^\s*\S+\s*[\dA-Z.\-–]+\s*[.:：]?\s*$")  # "Table 3", whose name stands under it
_UNIT = re.compile(r"(?:units?|单位)\s*[:：]\s*(.+)$|^\s*[(（[【]([^][()（）【】]{1,90})[])）】]\s*$", re.IGNORECASE)
_UNIT_WORDS = re.compile(
    r"(?i)\b(?:thousands?|millions?|billions?|percent|usd|rmb|cny|eur|gbp|jpy|dollars|euros|yuan|renminbi|rupees|yen|units|tonnes|[kmgt]wh?)\b|[%€$£¥万亿]|'000"
)
_NOTE = re.compile(r"^\s*(?:(?:data\s+)?sources?|notes?|数据来源|资料来源|来源|注释?)\s*[:：]", re.IGNORECASE)
_NUMBER = re.compile(r"^[^A-Za-z一-鿿]*\d[\d,.]*\s*(?:[%％xX倍]|pct|pp|[A-Za-z]{1,3})?[)）*]*$")
_FIGURE = re.compile(rf"^\s*{MARKER}(?:figure|fig\.|chart|exhibit|图表?){_NUMBERED}", re.IGNORECASE)
# charts and tables numbered as one: what stands over a table is its own
_EXHIBIT = re.compile(rf"^\s*{MARKER}(?:exhibit|图表){_NUMBERED}", re.IGNORECASE)
_UNIT_NOTE = re.compile(r"^\s*(?:units?|[一-鿿]{0,6}单位)\s*[:：]", re.IGNORECASE)
_OPEN_BRACKET = re.compile(r"[(（\[【][^()（）\[\]【】]*$")
_HEAD_HEIGHT = 8.0  # points: the least that a row of a head takes
_MARKED = re.compile(r"([)）])\s?[a-z*†‡]{1,2}$")  # a raised letter at the end of a title
_FLUSH = 6.0  # points by which a note set flush with a tag or a side may stand beside it
_HEAD = 2  # rows that a table's head has at most
_UNDER = 16.0  # points under a table in which its unit note may stand
_SENTENCE = re.compile(r"[^\s.]{2}[.。!！?？][”\"’）)]?$")
_CAPTION_UNDER = 30.0  # points under a table in which its caption may stand
_ABOVE = 60.0  # points over a table in which its caption and unit note stand
_ASIDE = 24.0  # points by which a caption in the margin may stand higher than the table beside it
_MOST_LINES = 8  # of a caption and its unit in a narrow margin
_ACCEPT = 0.5
_KEYED = re.compile(r"\D{0,5}\d")  # USD 63.7 billion
_MOST_KEYED = 24  # cells that a row or two of key figures make
_ENLARGED = 1.25  # times the size of their labels at which figures are key figures
_PROSE = 200  # characters a cell: ruled boxes with more are frames round running text


@dataclass(frozen=True, slots=True)
class _Found:
    page: int
    region: Box
    grid: Grid
    title: str | None
    unit: str | None
    engine: str
    score: float


def find_tables(document: Document, path: Path | None, charts: Sequence[Chart], ids: Ids) -> tuple[Table, ...]:
    """The document's tables in order of page and place; a text dump has none, for want of geometry.

    `path` is the PDF, for a second opinion by camelot on pages where a captioned table was not found by its rules.
    """
    found: list[_Found] = []
    for page in document.pages:
        taken = [c.box for c in charts if c.page == page.number and c.points]
        found += _on_page(page, taken, path)
    return tuple(_table(parts, ids) for parts in _continued(found))


def _on_page(page: Page, taken: Sequence[Box], path: Path | None) -> list[_Found]:
    if not page.words or page.text is not None:
        return []
    across, down = rules_of(page, taken)
    words = [w for w in page.words if not any(b.holds_centre(w.box) for b in taken)]
    lines = lines_of(words)
    named = [ln for ln in lines_of(page.words) if _CAPTION.match(ln.text) or _UNIT.search(ln.text)] if taken else []
    seen = _Seen(page, words, lines, across, down, (*lines, *(ln for ln in named if ln not in lines)))
    found = [hit for lattice in lattices_of(across, down) if (hit := seen.table_of(lattice))]
    rivals: list[_Found] = []
    for framed in framed_regions(across, words):
        region = _under_caption(framed, seen.lines)
        if region is not None and (hit := seen.table_in(region, "rules")):
            rivals.append(hit)
    for region in aligned_regions(words, _ends_table):
        if hit := seen.table_in(region, "aligned text"):
            rivals.append(hit)
    for hit in sorted(rivals, key=lambda f: (-f.score, -len(f.grid.cells))):
        found = [hit if _has_body(hit, f) or _has_head(hit, f) else seen.down_to(hit, f) for f in found]
        if not any(hit.region.overlap(f.region) > 0.2 * min(hit.region.area, f.region.area) for f in found):
            found.append(hit)
    found, below_all = _named_below(found, seen.above)
    for caption in (line for line in seen.lines if _CAPTION.match(line.text)):
        if caption in below_all or any(_is_over(caption, f.region) for f in found):
            continue
        below = _below(caption, seen.lines, page)
        hit = seen.table_in(below, "aligned text") if below else None
        if hit is None and path is not None and not page.turned:
            opinions = (b for b in camelot_regions(path, page) if _is_over(caption, b))
            hit = next((h for b in opinions if (h := seen.table_in(b, "camelot"))), None)
        if hit and not any(f.region.overlap(hit.region) > 0.3 * hit.region.area for f in found):
            found.append(hit)
    return sorted(found, key=lambda f: (f.region.top, f.region.x0))


def _named_below(found: Sequence[_Found], lines: Sequence[Line]) -> tuple[list[_Found], list[Line]]:
    """The tables with what stands under them for a title, where none stands over them, and those lines."""
    out: list[_Found] = []
    used: list[Line] = []
    captions = [line for line in lines if _CAPTION.match(line.text)]
    for hit in found:
        under = [
            c for c in captions
            if -2 < c.box.top - hit.region.bottom < _CAPTION_UNDER and min(c.box.x1, hit.region.x1) > max(c.box.x0, hit.region.x0)
            and not any(_is_over(c, f.region) for f in found if f is not hit)
        ]  # fmt: skip
        if under and not (hit.title and (_CAPTION.match(hit.title) or _EXHIBIT.match(hit.title))):
            rest = _closing(under[0], lines) if is_open(under[0].text) else None
            title = " ".join(x.text.strip() for x in (under[0], rest) if x)
            unit = hit.unit or unit_of_title(_MARKED.sub(r"\1", title))
            hit = replace(hit, title=title, unit=unit)  # noqa: PLW2901
            used.append(under[0])
        out.append(hit)
    return out, used


def _has_body(hit: _Found, ruled: _Found) -> bool:
    """Whether a table is a ruled one with all its rows, where nothing but the head is ruled."""
    more = hit.grid.rows - ruled.grid.rows
    inside = ruled.grid.rows <= _HEAD and hit.region.grown(2).holds_centre(ruled.region)
    return inside and more > 1 and hit.grid.columns == ruled.grid.columns


def _has_head(hit: _Found, ruled: _Found) -> bool:
    """Whether a table is a ruled one with its head, where the rules are those between its figures."""
    first = [c.text for c in ruled.grid.cells if c.row == 0 and c.col > 0]
    figures = sum(bool(_NUMBER.match(t)) and parse_period_label(t) is None for t in first)
    above = {c.row for c in hit.grid.cells if c.box.cy < ruled.region.top}
    return (
        hit.grid.columns == ruled.grid.columns
        and 2 * figures > len(first)
        and 0 < len(above) <= hit.grid.header_rows
        and hit.region.grown(4).holds_centre(ruled.region)
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What of a page tables may be made of."""

    page: Page
    words: Sequence[Word]
    lines: Sequence[Line]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    above: Sequence[Line]  # lines that may name a table, those a chart's box reaches over among them

    def table_in(self, region: Box, engine: str) -> _Found | None:
        """The table of a region, or None where its grid is none."""
        inside = [w for w in self.words if region.grown(1, 2).holds_centre(w.box)]
        grid = grid_of(inside, self.across, self.down, region)
        if grid is None or _is_contents(grid) or (score := score_of(grid)) < _ACCEPT:
            return None
        # a note over the head is no row of it
        title, unit = _caption(self.above, replace(region, top=max(region.top, min(c.box.top for c in grid.cells))))
        if (_is_list(grid) or _is_enlarged(grid, inside)) and not _CAPTION.match(title or ""):
            return None
        return _Found(self.page.number, region, grid, title, unit, engine, score)

    def down_to(self, hit: _Found, ruled: _Found) -> _Found:
        """A ruled table with the last row or two that another reading has under its lowest rule: the total, often."""
        below = {c.row for c in hit.grid.cells if c.box.cy > ruled.region.bottom}
        pitch = ruled.region.height / ruled.grid.rows
        if hit.grid.columns != ruled.grid.columns or len(below) not in (1, 2):
            return ruled
        if hit.region.bottom - ruled.region.bottom > 1.5 * len(below) * pitch:
            return ruled  # a paragraph is no row
        head = ruled.grid.header_rows
        mine = {(c.col, c.text) for c in hit.grid.cells}
        if not {(c.col, c.text) for c in ruled.grid.cells if c.row >= head} <= mine:
            return ruled
        longer = self.table_in(replace(ruled.region, bottom=hit.region.bottom), ruled.engine)
        return longer if longer and longer.grid.rows - ruled.grid.rows == len(below) else ruled

    def table_of(self, lattice: Lattice) -> _Found | None:
        """The table whose cells lines close; None for a frame round prose, a page border or a drawing."""
        region = lattice.box
        open_top = _with_open_top(lattice)
        if open_top and (hit := self.table_in(open_top, "rules")) and hit.grid.columns == len(lattice.xs) - 1:
            return hit
        inside = [w for w in self.words if region.holds_centre(w.box)]
        grid = grid_of_lattice(lattice, inside)
        if grid is None:
            return self.table_in(region, "rules")
        if _is_contents(grid):
            return None
        mean = sum(len(c.text) for c in grid.cells) / len(grid.cells)
        filled = sum(c.row_span * c.col_span for c in grid.cells) / (grid.rows * grid.columns)
        if (
            mean > _PROSE
            or filled < 0.4
            or any(c.box.area > 0.3 * self.page.width * self.page.height for c in grid.cells)
        ):
            return None
        title, unit = _caption(self.above, region)
        if _is_enlarged(grid, inside) and not _CAPTION.match(title or ""):
            return None
        score = max(score_of(grid), round(0.55 + 0.35 * min(1.0, filled), 3))
        return _Found(self.page.number, region, grid, title, unit, "lattice", score)


def _with_open_top(lattice: Lattice) -> Box | None:
    """The box of a table whose columns are ruled off above its highest rule too, where the head stands."""
    tops = [r.start for r in lattice.down if r.start < lattice.box.top - _HEAD_HEIGHT]
    return replace(lattice.box, top=min(tops)) if len(tops) > 1 and max(tops) - min(tops) < 3 else None


def _ends_table(text: str) -> bool:
    """Whether a line above a table's columns is its caption, its unit note, or a note of what stands before it."""
    unit = _UNIT.search(text)
    if unit_of_subtitle(text) or re.search(rf"\s{TABLE_NUMBER.pattern}$", text):
        return True
    return any(p.match(text) for p in (_CAPTION, _FIGURE, _NOTE)) or bool(
        unit and (unit.start() or not text.strip().startswith("(") or _UNIT_WORDS.search(text))
    )


def _under_caption(region: Box, lines: Sequence[Line]) -> Box | None:
    """The region below a caption or unit note that its first rule stands above; None round a figure."""
    top, bottom = region.top, region.bottom
    inside = sorted((ln for ln in lines if region.grown(1).holds_centre(ln.box)), key=lambda ln: ln.box.top)
    for line in inside:
        if _NOTE.match(line.text):
            bottom = min(bottom, line.box.top)
        if _FIGURE.match(line.text) and line.box.top < bottom:
            return None
        beside = sum(abs(ln.box.cy - line.box.cy) < 0.5 * line.size for ln in inside) - 1
        over = _UNIT.search(line.text) and line.box.top < top + 40 and beside < 2  # else in the corner of the head
        if _CAPTION.match(line.text) or over:
            top = max(top, line.box.bottom, *(ln.box.bottom for ln in _name_under(line, inside)))
        if (name := _named_by(line, inside)) is not None:
            top = max(top, line.box.bottom, name.box.bottom, *(ln.box.bottom for ln in _name_under(name, inside)))
    return Box(region.x0, top, region.x1, bottom) if bottom - top > 16 else None


def _named_by(number: Line, lines: Sequence[Line]) -> Line | None:
    """The title that begins the line at whose end a table's number stands alone."""
    if not TABLE_NUMBER.fullmatch(number.text.strip()):
        return None
    row = (ln for ln in lines if ln.box.x1 < number.box.x0 and abs(ln.box.cy - number.box.cy) < 0.5 * number.size)
    return max(row, key=lambda ln: ln.box.x1, default=None)


def _name_under(caption: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines of a table's name that stand right under its number, each alone in its row."""
    out = [caption]
    for line in sorted(lines, key=lambda ln: ln.box.top):
        alone = not any(ln is not line and abs(ln.box.cy - line.box.cy) < 0.5 * line.size for ln in lines)
        under = abs(line.box.x0 - caption.box.x0) < 3 and -1 < line.box.top - out[-1].box.bottom < 0.9 * line.size
        if under and alone:
            out.append(line)
    return out[1:]


def _is_contents(grid: Grid) -> bool:
    """A table of contents: page numbers that never fall in the last column, or in the first one before words alone."""
    by_row = sorted(grid.cells, key=lambda c: c.row)
    last, first = ([c.text.strip() for c in by_row if c.col == at] for at in (grid.columns - 1, 0))
    in_front = not any(_NUMBER.match(t) for t in last)
    column = first if in_front else last
    numbers = [int(t) for t in column if t.isdecimal() and len(t) <= 3]
    ranks = in_front and numbers == list(range(1, len(numbers) + 1))
    listed = len(numbers) >= 4 and len(numbers) >= 0.8 * len(column) and numbers == sorted(numbers)
    told = any(_NUMBER.match(c.text) for c in grid.cells if 0 < c.col < grid.columns - 1)
    return grid.columns <= (3 if told else 4) and listed and not ranks


def _is_list(grid: Grid) -> bool:
    """Words beside words, or under the key figures that they explain; or key points: mostly sentences beside names."""
    beside = [c.text.strip() for c in grid.cells if c.col > 0]
    if sum(bool(_SENTENCE.search(t)) for t in beside) > 0.5 * len(beside):
        return True
    heads = [c.text for c in grid.cells if c.row < grid.header_rows]
    body = [c.text for c in grid.cells if c.row >= grid.header_rows and c.col > 0]
    figures = sum(any(ch.isdigit() for ch in text) for text in heads) > 0.5 * len(heads)
    return not any(_NUMBER.match(text) for text in body) and (figures or not grid.ruled)


def _is_enlarged(grid: Grid, words: Sequence[Word]) -> bool:
    """Key figures over or under what they count: figures set larger than the words, which no table does."""
    if len(grid.cells) > _MOST_KEYED:
        return False
    figures: list[float] = []
    labels: list[float] = []
    for cell in grid.cells:
        box = cell.box.grown(1)
        sizes = [w.size for w in words if box.holds_centre(w.box)]
        if sizes:
            is_figure = _KEYED.match(cell.text) and parse_period_label(cell.text) is None
            (figures if is_figure else labels).append(max(sizes))
    return bool(figures and labels) and median(figures) > _ENLARGED * median(labels)


def score_of(grid: Grid) -> float:
    """How table-like a grid is, 0..1: filled cells, short cells, figures in its body, rules between its columns."""
    body = [c for c in grid.cells if c.row >= grid.header_rows]
    if not body or grid.columns < 2:
        return 0.0
    filled = min(1.0, len(grid.cells) / (grid.rows * grid.columns))
    beside = [c for c in body if c.col > 0]
    figures = sum(bool(_NUMBER.match(c.text)) for c in beside) / max(1, len(beside))
    length = sum(len(c.text) for c in grid.cells) / len(grid.cells)
    short = max(0.0, min(1.0, (60 - length) / 40))
    rows = min(1.0, (grid.rows - grid.header_rows) / 2)
    return round(min(1.0, rows * short * (0.35 * filled + 0.5 * figures + (0.3 if grid.ruled else 0.15 * filled))), 3)


# how table-like a grid looks, and the mean F1 of its cells' neighbours that such grids reach on the development part of
# the ICDAR-2013 competition (benchmarks/table_scores.py)
EXPECTED_F1 = ((0.0, 0.0), (0.5, 0.05), (0.65, 0.4), (0.8, 0.9), (1.0, 0.96))


def interpolated(x: float, points: Sequence[tuple[float, float]]) -> float:
    """The value at `x` on the line through `points`, which rise."""
    for (x0, y0), (x1, y1) in pairwise(points):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return points[-1][1]


def _is_over(line: Line, region: Box) -> bool:
    near = -4 < region.top - line.box.bottom < _ABOVE
    return near and min(line.box.x1, region.x1) > max(line.box.x0, region.x0)


def _caption(lines: Sequence[Line], region: Box) -> tuple[str | None, str | None]:
    """Title and unit note: the lines right above the region (or in its first line's reach), else those in the margin."""
    above = [line for line in lines if _is_over(line, region) and not _NOTE.match(line.text)]
    captioned = any(_CAPTION.match(line.text) or _EXHIBIT.match(line.text) for line in above)
    if not captioned and (aside := _aside(lines, region)):
        return aside
    title, unit = _heading(above, region)
    named = _MARKED.sub(r"\1", title or "")
    return title, unit or _unit_under(lines, region) or unit_of_title(named)


def _unit_under(lines: Sequence[Line], region: Box) -> str | None:
    """The unit note that stands right under a table, at the end of its source's line."""
    under = [
        ln for ln in lines if -2 < ln.box.top - region.bottom < _UNDER and ln.box.x1 > region.x0 < region.x1 > ln.box.x0
    ]
    named = any(_CAPTION.match(ln.text) or _FIGURE.match(ln.text) for ln in under)
    if named:
        return None
    noted = (
        ln.text.strip() if _UNIT_NOTE.match(ln.text) else unit_of_note(ln.text) if _NOTE.match(ln.text) else None
        for ln in under
    )
    return next((unit for unit in noted if unit), None)


def _heading(above: Sequence[Line], region: Box) -> tuple[str | None, str | None]:
    """Title and unit note of the lines above a table."""
    unit: str | None = None
    title: list[Line] = []
    if name := next((found for ln in above if (found := _named_by(ln, above))), None):
        under = (ln.text.strip() for ln in _name_under(name, above))
        return name.text.strip(), next((text for text in under if _is_unit(text)), None)
    for line in sorted(above, key=lambda ln: -ln.box.bottom):
        if _FIGURE.match(line.text) and not _EXHIBIT.match(line.text):
            break
        m = _UNIT.search(line.text)
        head = line.text[: m.start()].strip() if m else ""
        if m and unit is None:
            unit = line.text.strip()
            if head and (_CAPTION.match(head) or _EXHIBIT.match(head)):
                opened = _OPEN_BRACKET.search(head)  # "表1 ...（单位：亿元，%）"
                bracket = unit[opened.start() + 1 :].rstrip(")）]】 ") if opened else unit
                return (head[: opened.start()].rstrip(), bracket) if opened else (head, unit)
        elif _CAPTION.match(line.text) or _EXHIBIT.match(line.text):
            rest = _closing(line, above) if not title and is_open(line.text) else None
            if rest:
                return f"{line.text.strip()} {rest.text.strip()}", None if unit == rest.text.strip() else unit
            unit = unit or _unit_beside(line, above)
            return " ".join(ln.text.strip() for ln in (line, *title)), unit
        elif unit is None and not title and not line.bold and _names_unit(line, above, region):
            unit = line.text.strip()
        elif line.bold and len(line.text) < 100 and (not title or title[0].box.top - line.box.bottom < line.size):
            title.insert(0, line)
        elif title:
            break
    return " ".join(line.text.strip() for line in title) or None, unit


def _closing(caption: Line, lines: Sequence[Line]) -> Line | None:
    """The line under a caption in which its bracket is closed."""
    under = (
        ln
        for ln in lines
        if -0.3 * ln.size < ln.box.top - caption.box.bottom < ln.size and not is_open(caption.text + ln.text)
    )
    return next((ln for ln in under if abs(ln.box.x0 - caption.box.x0) < 3), None)


def _aside(lines: Sequence[Line], region: Box) -> tuple[str, str | None] | None:
    """Title and unit of a caption that stands in the margin beside the upper half of a table, each of several lines."""
    named = (
        ln
        for ln in lines
        if (_CAPTION.match(ln.text) or _EXHIBIT.match(ln.text))
        and (ln.box.x1 <= region.x0 + 2 or ln.box.x0 >= region.x1 - 2)
        and region.top - _ASIDE < ln.box.cy < region.cy
    )
    first = min(named, key=lambda ln: abs(ln.box.cy - region.top), default=None)
    if first is None:
        return None
    title, unit = [first], list[Line]()
    column = (ln for ln in lines if abs(ln.box.x0 - first.box.x0) < 3 and ln.box.top > first.box.top + 1)
    for line in sorted(column, key=lambda ln: ln.box.top):
        last = (unit or title)[-1]
        gap = line.box.top - last.box.bottom
        if UNIT_KEY.fullmatch(line.text.strip()):  # "Unit   RMB bn", in a row of its own
            row = (ln for ln in lines if ln.box.x0 > line.box.x1 and abs(ln.box.cy - line.box.cy) < 0.5 * line.size)
            unit = sorted(row, key=lambda ln: ln.box.x0)[:1]
            break
        if _NOTE.match(line.text) or gap > 2 * line.size or len(title) + len(unit) >= _MOST_LINES:
            break
        of_number = len(title) == 1 and not unit and bool(_BARE.match(first.text))
        wraps = (of_number or abs(line.size - last.size) < 0.3) and gap < 0.7 * line.size
        if wraps and (unit or not _UNIT_WORDS.search(line.text)):
            (unit or title).append(line)
        elif not unit and (_UNIT_WORDS.search(line.text) or _UNIT.search(line.text)):
            unit.append(line)
        else:
            break
    name, note = (" ".join(ln.text.strip() for ln in part) for part in (title, unit))
    return name, note or None


def _unit_beside(caption: Line, above: Sequence[Line]) -> str | None:
    """The unit note that stands at the other end of the caption's line."""
    beside = (ln for ln in above if ln.box.x0 > caption.box.x1 and abs(ln.box.cy - caption.box.cy) < caption.size)
    return next((ln.text.strip() for ln in beside if len(ln.text) <= 90 and _is_unit(ln.text)), None)


def _is_unit(text: str) -> bool:
    return bool(_UNIT_WORDS.search(text) or _UNIT_NOTE.match(text))


def _names_unit(line: Line, above: Sequence[Line], region: Box) -> bool:
    """A short line without brackets, right under a caption or title, that speaks of units ("USD million; share in %").

    It begins where the title does, or ends where the table does.
    """
    at_right = abs(line.box.x1 - region.x1) < _FLUSH
    under = any(
        (_CAPTION.match(ln.text) or (ln.bold and (len(line.text) <= 40 or unit_of_subtitle(line.text))))
        and 0 < line.box.top - ln.box.top < 3 * ln.size
        and (at_right or abs(ln.box.x0 - line.box.x0) < _FLUSH)
        for ln in above
    )
    return under and len(line.text) <= 90 and bool(_UNIT_WORDS.search(line.text))


def _below(caption: Line, lines: Sequence[Line], page: Page) -> Box | None:
    """The lines under a caption down to running text, a note or a wide gap."""
    rows: list[Line] = []
    bottom = caption.box.bottom
    for line in sorted((ln for ln in lines if ln.box.top >= caption.box.bottom - 1), key=lambda ln: ln.box.top):
        if line.box.top - bottom > 3.5 * line.size or _NOTE.match(line.text) or _CAPTION.match(line.text):
            break
        if len(line.text) > 90 and line.box.width > 0.6 * page.width:
            break
        if not _UNIT.search(line.text):
            rows.append(line)
        bottom = max(bottom, line.box.bottom)
    return Box.around(line.box for line in rows).grown(2) if len(rows) >= 4 else None


def _continued(found: Sequence[_Found]) -> list[list[_Found]]:
    """Tables that go on at the top of the next page with the same columns, put together."""
    out: list[list[_Found]] = []
    for part in found:
        last = out[-1][-1] if out else None
        if last is not None and part.page == last.page + 1 and _goes_on(last, part):
            out[-1].append(part)
        else:
            out.append([part])
    return out


def _goes_on(last: _Found, part: _Found) -> bool:
    same = last.grid.columns == part.grid.columns and abs(last.region.width - part.region.width) < 12
    named = (
        part.title is not None
        and last.title is not None
        and part.title != last.title
        and not _repeats(last.title, part.title)
    )
    return same and not named and _header(last.grid) == _header(part.grid)


def _repeats(a: str, b: str) -> bool:
    """Whether `b` is title `a` again ("Table 2 ... (continued)", "续表2")."""
    number = re.search(r"\d+", a), re.search(r"\d+", b)
    return bool(re.search(r"cont|续", b, re.IGNORECASE)) or bool(
        number[0] and number[1] and number[0].group() == number[1].group()
    )


def _header(grid: Grid) -> list[tuple[int, int, str]]:
    return [(c.row, c.col, c.text) for c in grid.cells if c.row < grid.header_rows]


def _table(parts: Sequence[_Found], ids: Ids) -> Table:
    first = parts[0]
    name = first.title or " ".join(c.text for c in first.grid.cells[:6])
    table_id = ids.new("table", first.page, name)
    cells: list[Cell] = []
    offset = 0
    for n, part in enumerate(parts):
        skip = part.grid.header_rows if n else 0
        for c in part.grid.cells:
            if c.row < skip:
                continue
            row = c.row - skip + offset
            is_header = (n == 0 and c.row < part.grid.header_rows) or c.col < part.grid.row_headers
            cell_id = ids.new("cell", part.page, f"{table_id}|{row}|{c.col}|{c.text}")
            cells.append(Cell(cell_id, part.page, row, c.col, c.row_span, c.col_span, c.text, is_header, c.box))
        offset += part.grid.rows - skip
    return Table(
        table_id, first.page, parts[-1].page, first.title, first.unit, offset, first.grid.columns,
        first.grid.header_rows, first.grid.row_headers, first.engine,
        round(interpolated(min(p.score for p in parts), EXPECTED_F1), 3), first.grid.box,
        tuple(cells),
    )  # fmt: skip

"""A region's words to a grid: columns by vertical rules or white gaps, rows by rules or baselines, spans, headings.

Works on boxes and text alone. Whether the grid is a table at all is `tables.find`'s to judge by its `Grid`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from wpextract.charts.units import UNIT_KEY
from wpextract.reading.lines import line_of
from wpextract.reading.model import Box, Word
from wpextract.reading.words import is_cjk
from wpextract.tables.rules import Rule

_PERIOD = re.compile(
    r"^(?:fy)?(?:19|20)\d\d\s*(?:[EeFfPpAa]|年)?(?:\s*[-–—~/]\s*(?:(?:19|20)?\d\d)\s*[EeFfPp]?年?)?$"
    r"|^[1-4]?[HQhq][1-4]?\s*(?:19|20)\d\d$|^(?:19|20)\d\d\s*[HQhq][1-4]$"
    r"|^FY\s?['’]?\d\d[AEF]?$|^(?:[1-4][HQ]|[HQ][1-4])\s?['’]?\d\d[AEF]?$|^\d\d[HQ][1-4]$"
    r"|^((?:19|20)\d\d)\s*[EFA]?\s+\1年?[一-鿿]{0,4}$"
)
_RULED = 12.0  # points under a heading in which the rule stands that shows what it spans
_OUTSIDE = 3.0  # points by which a note over a table begins left of all its rows
_DATA = re.compile(r"\d")
_NONE = re.compile(r"[-–—−]|n/?a", re.IGNORECASE)  # where there is no figure
_GROUP = re.compile(r"\d{3}")
_LONE = re.compile(r"^[(\[]?[-–−+]?[$€£¥]?\d[\d.,]*(?:[-–—]\d[\d.,]*)?[%％]?[)\]]?$")
_FIGURE = re.compile(
    r"^[(\[~<>≥≤]?\s*[-–−+]?\s*(?:[A-Z]{0,3}[$€£¥]|USD|RMB)?\s*\d|^[-–—*/]+$|^n\.?/?a\.?$", re.IGNORECASE
)
MOST_STUBS = 3
_MAX_COLUMNS = 40
_IN_COLUMN = 0.85  # of the width of a text that stands in one column


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid before it has an id."""

    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    box: Box
    bold: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells with the number of rows, columns, heading rows and stub columns; `box` is round the words."""

    cells: tuple[GridCell, ...]
    rows: int
    columns: int
    header_rows: int
    row_headers: int
    box: Box
    ruled: bool  # whether rules, not gaps, divide its columns


def grid_of(words: Sequence[Word], across: Sequence[Rule], down: Sequence[Rule], region: Box) -> Grid | None:
    """The grid of a region, or None where its words do not fall into at least two columns and two rows."""
    flat = [w for w in words if w.angle == 0]
    if len(flat) < 4:
        return None
    lines = baselines_of(flat)
    borders = [
        r.at
        for r in down
        if min(r.end, region.bottom) - max(r.start, region.top) > 0.5 * region.height
        and region.x0 - 2 <= r.at <= region.x1 + 2
    ]
    inner = sorted(x for x in borders if region.x0 + 3 < x < region.x1 - 3)
    ruled = bool(inner)
    edges = _column_edges(lines, region)
    if ruled:
        edges = _with_gaps(lines, _ruled_edges(lines, [region.x0, *inner, region.x1]), region)
    if not 2 <= len(edges) - 1 <= _MAX_COLUMNS:
        return None
    bands = _with_wrapped_headings(_row_bands(lines, across, region, edges), across, edges)
    bands = _without_notes(bands, edges)
    if len(bands) < 2:
        return None
    return _assemble(bands, edges, across, ruled=ruled)


def baselines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words by the height they stand at, whatever gaps part them; from top to bottom, left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.box.cy):
        if rows and word.box.cy - rows[-1][0].box.cy < 0.45 * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(r, key=lambda w: w.box.x0) for r in rows]


def segments_of(line: Sequence[Word]) -> list[list[Word]]:
    """Words of a line that stand together: a gap wider than 0.9 em parts them.

    Before a figure that follows another one, or a dotted line, a gap of 0.5 em does, or less where it cannot be a
    group of that one's digits.
    """
    out = [[line[0]]]
    for a, b in pairwise(line):
        most = 0.5 if _LONE.match(b.text) and (_LONE.match(a.text) or a.text.endswith("...")) else 0.9
        if most == 0.5 and _LONE.match(a.text) and not _GROUP.fullmatch(b.text):
            most = 0.3  # no group of digits of the figure before
        if b.box.x0 - a.box.x1 > most * max(a.size, b.size):
            out.append([])
        out[-1].append(b)
    return out


def _column_edges(lines: Sequence[Sequence[Word]], region: Box) -> list[float]:
    """Column borders in the white gaps that run through nearly all lines with several segments."""
    rows = [[Box.around(w.box for w in seg) for seg in segments_of(line)] for line in lines]
    full = max((len(r) for r in rows), default=0)
    most = max(2, round(0.6 * full))
    whole = [r for r in rows if len(r) == full]  # a heading over several columns is no part of these
    body = whole if len(whole) > 0.6 * len(rows) else [r for r in rows if len(r) >= most]
    if len(body) < 2:
        return [region.x0, region.x1]
    cuts = sorted({x for r in body for b in r for x in (b.x0, b.x1)})
    edges = [region.x0]
    allowed = 0.08 * len(body)
    gap_start: float | None = None
    for a, b in pairwise(cuts):
        middle = (a + b) / 2
        crossing = sum(any(box.x0 < middle < box.x1 for box in r) for r in body)
        if crossing <= allowed:
            gap_start = a if gap_start is None else gap_start
            gap_end = b
        elif gap_start is not None:
            told = [r for r in rows if len(r) == 1 or most <= len(r) <= full]
            headed = any(len(r) == 1 and r[0].x0 < gap_end and r[0].x1 > gap_start for r in rows)
            edges.append(_between_texts(gap_start, gap_end, rows if headed else told))  # over several: what is under it
            gap_start = None
    return _without_empty_columns([*edges, region.x1], body, allowed)


def _between_texts(start: float, end: float, rows: Sequence[Sequence[Box]]) -> float:
    """The middle of the widest part of a gap that the fewest texts reach into: headings may be wider than figures."""
    boxes = [b for r in rows for b in r if b.x0 < end and b.x1 > start]
    stops = sorted({start, end, *(x for b in boxes for x in (b.x0, b.x1) if start < x < end)})
    parts = [((a + b) / 2, b - a) for a, b in pairwise(stops)]
    return min(parts, key=lambda p: (sum(b.x0 < p[0] < b.x1 for b in boxes), -p[1]))[0]


def _ruled_edges(lines: Sequence[Sequence[Word]], edges: list[float]) -> list[float]:
    """Vertical rules as borders; two rules with nothing between them are one border."""
    return _without_empty_columns(
        edges, [[Box.around(w.box for w in seg) for seg in segments_of(ln)] for ln in lines], 0
    )


def _with_gaps(lines: Sequence[Sequence[Word]], edges: Sequence[float], region: Box) -> list[float]:
    """The ruled borders and, between two of them, the white gaps that part nearly every line there."""
    out = [edges[0]]
    for left, right in pairwise(edges):
        here = [part for line in lines if (part := [w for w in line if left <= w.box.cx < right])]
        parted = [part for part in here if len(segments_of(part)) > 1]
        if len(parted) >= max(3, 0.6 * len(here)):
            out += _column_edges(here, Box(left, region.top, right, region.bottom))[1:-1]
        out.append(right)
    return out


def _without_empty_columns(edges: list[float], body: Sequence[Sequence[Box]], allowed: float) -> list[float]:
    """The borders less those of columns that hold next to nothing, such as a heading set off from its figures."""
    boxes = [b for r in body for b in r]
    out = list(edges)
    least = max(allowed, 1 if len(body) >= 5 else 0)
    while len(out) > 2:
        held = [[b for b in boxes if left <= b.cx < right] for left, right in pairwise(out)]
        empty = min(range(len(held)), key=lambda i: len(held[i]))
        if len(held[empty]) > least:
            break
        here = held[empty]
        to_left = min((b.x0 for b in here), default=0.0) - max((b.x1 for b in held[empty - 1]), default=0.0)
        to_right = min((b.x0 for b in held[empty + 1]), default=0.0) if empty + 1 < len(held) else float("inf")
        to_right -= max((b.x1 for b in here), default=0.0)
        del out[empty if empty and (empty + 1 == len(held) or to_left <= to_right) else empty + 1]
    return out


def _row_bands(
    lines: Sequence[Sequence[Word]], across: Sequence[Rule], region: Box, edges: Sequence[float]
) -> list[list[list[Word]]]:
    """Lines grouped to rows: by the rules where each row has one, else wrapped lines joined to their row."""
    inner = sorted(
        r.at for r in across if region.top - 2 <= r.at <= region.bottom + 2 and r.end - r.start > 0.4 * region.width
    )
    bands: list[list[list[Word]]] = []
    marks: list[int] = []
    places = [sum(at < sum(w.box.cy for w in line) / len(line) for at in inner) for line in lines]
    # rules may part only the groups, each of which has rows full of figures
    filled = [
        sum(bool(_DATA.search(x[0].text) or _NONE.fullmatch(x[0].text)) for x in segments_of(line)) for line in lines
    ]
    grouped = sum(
        a == b and min(n, m) > max(1, 0.5 * len(edges)) for (a, n), (b, m) in pairwise(zip(places, filled, strict=True))
    )
    ruled_rows = len(set(places)) >= max(3, 0.55 * len(lines)) and grouped < 2
    gaps = sorted(_space(a, b) for a, b in pairwise(lines))
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    tight = 0.5 * usual
    for line, band in zip(lines, places, strict=True):
        if (
            bands
            and marks[-1] == band
            and not _parted(bands[-1][-1], line, across, edges)
            and (
                (
                    ruled_rows
                    and not _heads_columns(bands[-1][-1], line, edges)
                    and not _heads_columns(line, bands[-1][-1], edges)
                )
                or _wraps(bands[-1], line, edges, usual)
                or _begins_stub(bands[-1], line, edges, tight)
            )
        ):
            bands[-1].append(list(line))
        else:
            bands.append([list(line)])
            marks.append(band)
    return bands


def _parted(above: Sequence[Word], below: Sequence[Word], across: Sequence[Rule], edges: Sequence[float]) -> bool:
    """Whether a rule under a heading parts it from those of several columns below."""
    top, bottom = max(w.box.bottom for w in above), min(w.box.top for w in below)
    heads = [Box.around(w.box for w in segment) for segment in segments_of(above)]
    return any(
        top - 2 <= r.at <= bottom + 2
        and any(r.start + 3 < e < r.end - 3 for e in edges[1:-1])
        and any(r.start <= b.cx <= r.end for b in heads)
        for r in across
    )


def _heads_columns(line: Sequence[Word], other: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether a text stands over the border of two columns, with its middle between two texts of the other line."""
    boxes = [Box.around(w.box for w in segment) for segment in segments_of(line)]
    under = [Box.around(w.box for w in segment) for segment in segments_of(other)]
    return any(
        min(e - b.x0, b.x1 - e) > 0.2 * b.width and not any(u.x0 <= b.cx <= u.x1 for u in under)
        for b in boxes
        for e in edges[1:-1]
    )


def _wraps(band: Sequence[Sequence[Word]], line: Sequence[Word], edges: Sequence[float], usual: float) -> bool:
    """Whether the line goes on in cells of the row above: no figures, fewer cells than it, close under it.

    A label that stands farther out than the row's, or begins anew as far below it as rows do, heads a group.
    """
    last = band[-1]
    gap = min(w.box.top for w in line) - max(w.box.bottom for w in last)
    size = max(w.size for w in line)
    above, here = _columns_of(last, edges), _columns_of(line, edges)
    whole = {c for row in band for c in _columns_of(row, edges)}
    if gap > 0.75 * size or not here <= whole:
        return False
    figures = any(_DATA.search(w.text) for w in line)
    if here == {0}:
        outdent = min(w.box.x0 for row in band for w in row) - line[0].box.x0
        if outdent > 2 or (outdent > -2 and gap > 0.3 * size and gap > 0.8 * usual and line[0].text[:1].isupper()):
            return False
    return (len(here) < len(whole) and not figures) or (
        len(here) == 1 and len(above) > 1 and 0 not in here and not figures
    )


def _with_wrapped_headings(
    bands: list[list[list[Word]]], across: Sequence[Rule], edges: Sequence[float]
) -> list[list[list[Word]]]:
    """The rows with headings that wrap put together: lines close under each other, in one column each, no rule between."""
    headings = header_rows_of([_texts(band, edges) for band in bands])
    under = _columns_under(bands[headings:], edges)
    out = [bands[0]]
    for n, band in enumerate(bands[1:], 1):
        above, below = out[-1][-1], band[0]
        size = max(w.size for w in (*above, *below))
        middle = (max(w.box.bottom for w in above) + min(w.box.top for w in below)) / 2
        parted = any(abs(r.at - middle) < 0.5 * size and r.end - r.start > 2 * size for r in across)
        if (
            n < headings
            and _space(above, below) < 0.4 * size
            and not parted
            and all(
                _in_one_column(text, edges, roughly=_space(above, below) < 0)
                for line in (*out[-1], *band)
                for text in _headings_in(line, under)
            )
        ):
            out[-1] = [*out[-1], *band]
        else:
            out.append(band)
    return out


def _without_notes(bands: list[list[list[Word]]], edges: Sequence[float]) -> list[list[list[Word]]]:
    """The rows less lone texts at the top that are flush with a side of the table: headings stand over columns."""
    while len(bands) > 2 and len(bands[0]) == 1 and len(segments_of(bands[0][0])) == 1:
        box = Box.around(w.box for w in bands[0][0])
        below = {c for band in bands[1:3] for line in band for c in _columns_of(line, edges)}
        ends = max(w.box.x1 for band in bands[1:] for line in band for w in line)
        flush = -2 < box.x1 - ends < 16 and len(edges) - 2 in below and box.x0 > edges[1]
        outside = box.x0 < min(w.box.x0 for band in bands[1:] for line in band for w in line) - _OUTSIDE
        if not flush and not outside and not (box.x0 < edges[0] + 4 and box.x1 > edges[1] and 0 in below):
            break
        bands = bands[1:]
    return bands


def _texts(band: Sequence[Sequence[Word]], edges: Sequence[float]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for line in band:
        for segment in segments_of(line):
            col = _column(Box.around(w.box for w in segment).cx, edges)
            texts[col] = f"{texts.get(col, '')} {line_of(segment).text}".strip()
    return texts


def _in_one_column(segment: Sequence[Word], edges: Sequence[float], *, roughly: bool) -> bool:
    """Whether a text stands in one column, or but for what a heading is wider than the figures that set its borders."""
    box = Box.around(w.box for w in segment)
    col = _column(box.cx, edges)
    held = min(box.x1, edges[col + 1] + 2) - max(box.x0, edges[col] - 2)
    return held > (_IN_COLUMN if roughly else 0.999) * box.width


def _space(above: Sequence[Word], below: Sequence[Word]) -> float:
    return min(w.box.top for w in below) - max(w.box.bottom for w in above)


def _begins_stub(band: Sequence[Sequence[Word]], line: Sequence[Word], edges: Sequence[float], tight: float) -> bool:
    """Whether the row so far is the first line of a stub that wraps above its figures."""
    stub_only = all(_columns_of(row, edges) == {0} for row in band)
    return stub_only and _space(band[-1], line) < tight and not any(_DATA.search(w.text) for w in band[-1])


def _columns_of(line: Sequence[Word], edges: Sequence[float]) -> set[int]:
    return {_column(w.box.cx, edges) for w in line}


def _column(x: float, edges: Sequence[float]) -> int:
    return min(max(sum(e <= x for e in edges) - 1, 0), len(edges) - 2)


def _assemble(
    bands: Sequence[Sequence[Sequence[Word]]], edges: Sequence[float], across: Sequence[Rule], *, ruled: bool
) -> Grid:
    columns = len(edges) - 1
    whole, bands = bands, _with_shared_heads(bands, edges)
    texts: list[dict[int, list[list[Word]]]] = []
    headings = header_rows_of([_texts(band, edges) for band in bands])
    under = _columns_under(bands[headings:], edges)
    for n, band in enumerate(bands):
        row: dict[int, list[list[Word]]] = {}
        for line in band:
            segments = _headings_in(line, under) if n < headings else segments_of(line)
            if n < headings and len(segments) == columns:
                for col, segment in enumerate(segments):
                    row.setdefault(col, []).append(segment)
                continue
            for segment in segments:
                box = Box.around(w.box for w in segment)
                col = _column(box.cx, edges)
                if box.x0 < edges[col] - 2 or box.x1 > edges[col + 1] + 2:
                    pieces = _split_at(segment, edges)
                else:
                    pieces = {col: segment}
                for c, piece in pieces.items():
                    row.setdefault(c, []).append(piece)
        texts.append(row)
    header_rows = header_rows_of([{c: text_of(parts) for c, parts in row.items()} for row in texts])
    cells: list[GridCell] = []
    for r, row in enumerate(texts):
        spans = (
            _underlined(row, edges, across)
            or _header_spans(
                row,
                columns,
                edges,
                texts[r + 1] if r + 1 < len(texts) else {},
                first=any(0 in texts[k] for k in range(header_rows)),
            )
            if r < header_rows and not (r == 1 and bands is not whole)
            else {}  # what the second row of a parted head lacks stands over it
        )
        for c, parts in sorted(row.items()):
            col, col_span = spans.get(c, (c, 1))
            words = [w for part in parts for w in part]
            text = text_of(parts)
            alone = c == 0 and r < header_rows and sum(0 in texts[k] for k in range(header_rows)) == 1
            top, down = (0, header_rows) if alone else (r, 1)
            bold = sum(w.bold for w in words) * 2 > len(words)
            cells.append(GridCell(top, col, down, col_span, text, Box.around(w.box for w in words), bold))
    box = Box.around(c.box for c in cells)
    return Grid(tuple(cells), len(bands), columns, header_rows, stubs_of(cells, header_rows), box, ruled)


def _with_shared_heads(
    bands: Sequence[Sequence[Sequence[Word]]], edges: Sequence[float]
) -> Sequence[Sequence[Sequence[Word]]]:
    """The rows with a head parted that stands over several headings, between whose lines the other heads are centred."""
    rows = header_rows_of([_texts(band, edges) for band in bands])
    if sum(map(len, bands[:rows])) != 3:  # rules or the columns may part the lines of the head
        rows = 1
    head = [line for band in bands[:rows] for line in band]
    if len(head) < 3:
        return bands
    over, *between, last = head
    own = sorted(_columns_of(last, edges))
    shared = [_column(Box.around(w.box for w in s).cx, edges) for s in segments_of(over)]
    apart = {c for line in between for c in _columns_of(line, edges)}
    adjacent = len(own) > 1 and own == list(range(own[0], own[-1] + 1))
    if not adjacent or not set(shared) <= set(own) or len(shared) >= len(own) or apart & set(own) or not apart:
        return bands
    return [[over, *between], [last], *bands[rows:]]


def stubs_of(cells: Sequence[GridCell], header_rows: int) -> int:
    """How many columns at the left it takes to name the rows.

    One, unless the first only counts the rows or stands for several of them, so that those behind it tell them apart.
    """
    names: dict[int, dict[int, str]] = {}
    for c in cells:
        for row in range(max(c.row, header_rows), c.row + c.row_span):
            names.setdefault(row, {})[c.col] = c.text
    rows = [names[row] for row in sorted(names) if any(_FIGURE.match(t) for col, t in names[row].items() if col)]
    counted = [row.get(0) for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    told = [""] * len(rows)
    for col in range(MOST_STUBS if len(rows) > 1 else 0):
        texts = [row.get(col, "") for row in rows]
        if sum(bool(_FIGURE.match(t)) for t in texts) * 2 > len(texts) and not (counted and col == 0):
            break
        if not (counted and col == 0):
            last = ""
            for n, text in enumerate(texts):
                last = text or (last if col == 0 else "")
                told[n] += f"|{last}"
            if len(set(told)) == len(told):
                return _with_units(cells, header_rows, col + 1)
    return _with_units(cells, header_rows, 1)


def _with_units(cells: Sequence[GridCell], header_rows: int, stubs: int) -> int:
    """The stub columns with the one behind them that tells the unit of each row."""
    return stubs + any(c.col == stubs and c.row < header_rows and UNIT_KEY.fullmatch(c.text.strip()) for c in cells)


def _columns_under(bands: Sequence[Sequence[Sequence[Word]]], edges: Sequence[float]) -> list[Box]:
    """The boxes round what stands in each column below the headings."""
    held: dict[int, list[Box]] = {}
    for segment in (s for band in bands for line in band for s in segments_of(line)):
        box = Box.around(w.box for w in segment)
        held.setdefault(_column(box.cx, edges), []).append(box)
    return [Box.around(boxes) for boxes in held.values()]


def _headings_in(line: Sequence[Word], under: Sequence[Box]) -> list[list[Word]]:
    """The texts of a line of headings; one that ends where its column does is over though the next one is near."""
    out: list[list[Word]] = []
    for segment in segments_of(line):
        out.append([segment[0]])
        for a, b in pairwise(segment):
            left = out[-1][0].box.x0
            ends = any(abs(a.box.x1 - c.x1) < 1 and left < c.x1 and b.box.x0 > c.x1 for c in under)
            if ends and b.box.x0 - a.box.x1 > 0.5 * max(a.size, b.size):
                out.append([])
            out[-1].append(b)
    return out


def _split_at(segment: Sequence[Word], edges: Sequence[float]) -> dict[int, list[Word]]:
    """A run of words over a column border: cut there when a word ends near it, else kept in one cell."""
    pieces = [[segment[0]]]
    for a, b in pairwise(segment):
        if b.box.x0 - a.box.x1 > 0.45 * max(a.size, b.size) and any(a.box.x1 - 1 <= e <= b.box.x0 + 1 for e in edges):
            pieces.append([])
        pieces[-1].append(b)
    if len(pieces) > 1:
        return {_column(Box.around(w.box for w in piece).cx, edges): piece for piece in pieces}
    out: dict[int, list[Word]] = {}
    for word in segment:
        out.setdefault(_column(word.box.cx, edges), []).append(word)
    figures = [bool(re.fullmatch(r"[(（]?[-–+]?\d[\d,.]*[%％)）]?", w.text)) for w in segment]
    if sum(figures) >= len(out) or all(_DATA.search(" ".join(w.text for w in ws)) for ws in out.values()):
        return out
    middle = _column(Box.around(w.box for w in segment).cx, edges)
    return {middle: list(segment)}


def text_of(parts: Sequence[Sequence[Word]]) -> str:
    """The lines of a cell as one text; a hyphen at a line's end and Han characters take no space."""
    out = ""
    for part in parts:
        line = line_of(part).text
        glue = "" if not out or (is_cjk(out[-1]) and is_cjk(line[0])) or (out[-1] == "-" and line[0].islower()) else " "
        out += glue + line
    return out


def header_rows_of(rows: Sequence[Mapping[int, str]]) -> int:
    """Rows at the top without data: words and periods only. A row maps columns to texts."""
    for r, row in enumerate(rows):
        beside = [text for c, text in row.items() if c > 0]
        if any(_DATA.search(t) and not _PERIOD.match(t.strip()) and not _is_label(t) for t in beside):
            named = any(0 in above for above in rows[: r - 1])
            return r - 1 if r > 1 and named and set(rows[r - 1]) == {0} else max(r, 1)  # the name of a group of rows
    return 1


def _is_label(text: str) -> bool:
    """Words that happen to hold a year or a figure ("CAGR 2024-2027E", "Cost 2023", "(95% CI)")."""
    if re.fullmatch(r"[(\[][^()\[\]]*[A-Za-z]{2,}[^()\[\]]*[)\]]", text.strip()):
        return True
    worded = re.search(r"[A-Za-z]&?[A-Za-z]|[一-鿿]{2,}", text) and not re.search(r"[%％]$", text)
    return bool(worded) and bool(re.search(r"(?:19|20)\d\d", text) or len(re.sub(r"[\d.,\s]", "", text)) > 6)


def _underlined(
    row: dict[int, list[list[Word]]], edges: Sequence[float], across: Sequence[Rule]
) -> dict[int, tuple[int, int]]:
    """Start and width of the headings of a row, some of which a rule under them joins to several columns."""
    out: dict[int, tuple[int, int]] = {}
    for c, parts in row.items():
        box = Box.around(w.box for part in parts for w in part)
        under = (r for r in across if box.bottom - 2 <= r.at <= box.bottom + _RULED and r.start <= box.cx <= r.end)
        rule = min(under, key=lambda r: r.at, default=None)
        joined = [n for n, (a, b) in enumerate(pairwise(edges)) if rule and rule.start <= (a + b) / 2 <= rule.end]
        out[c] = (joined[0], len(joined)) if len(joined) > 1 else (c, 1)
    free = len(edges) - 2
    joins = any(1 < n < free for _, n in out.values())
    apart = sum(n for _, n in out.values()) == len({k for a, n in out.values() for k in range(a, a + n)})
    return out if joins and apart else {}


def _header_spans(
    row: dict[int, list[list[Word]]],
    columns: int,
    edges: Sequence[float],
    below: dict[int, list[list[Word]]],
    *,
    first: bool,
) -> dict[int, tuple[int, int]]:
    """Start and width of the headings of a row that has fewer of them than columns: each centred over what it spans.

    Or each begins with what it spans: before the first text under it, and none of them above another one.
    """
    start = 1 if first else 0
    named = sorted(c for c in row if c >= start)
    free = columns - start
    if not named or len(named) == free or len(named) > 12:
        return {}
    if begun := _begun_before(row, named, start, columns, below):
        return begun
    centres = [Box.around(w.box for part in row[c] for w in part).cx for c in named]
    best: tuple[float, tuple[int, ...]] | None = None
    for cuts in combinations(range(start + 1, columns), len(named) - 1):
        bounds = (start, *cuts, columns)
        off = sum(abs((edges[a] + edges[b]) / 2 - x) for (a, b), x in zip(pairwise(bounds), centres, strict=True))
        if best is None or off < best[0]:
            best = (off, bounds)
    if best is None or best[0] > 0.25 * (edges[-1] - edges[start]):
        return {}
    return {c: (a, b - a) for c, (a, b) in zip(named, pairwise(best[1]), strict=True)}


def _begun_before(
    row: dict[int, list[list[Word]]],
    named: Sequence[int],
    start: int,
    columns: int,
    below: dict[int, list[list[Word]]],
) -> dict[int, tuple[int, int]]:
    """The spans of headings set flush left over columns set flush right; none where one begins above a text."""
    under = {c: Box.around(w.box for part in parts for w in part) for c, parts in below.items() if c >= start}
    if len(under) < columns - start or len(named) < 2:
        return {}
    begins = [min(w.box.x0 for part in row[c] for w in part) for c in named]
    firsts = [min((c for c in under if under[c].x1 > x), default=columns) for x in begins]
    flush = all(c < columns and x < under[c].x0 for c, x in zip(firsts, begins, strict=True))
    if not flush or firsts[0] != start or len(set(firsts)) < len(firsts):
        return {}
    ends = [*firsts[1:], columns]
    return {c: (a, b - a) for c, a, b in zip(named, firsts, ends, strict=True)}

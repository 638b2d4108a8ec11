"""Blocks, tables and charts to facts: a metric, a period and a place for each quantity, an end for each token."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from wpextract.charts.model import Axis, Callout, Chart, Point
from wpextract.facts.model import Disposition, Fact, NumberToken
from wpextract.facts.naming import geography_of, key_of, metric_of
from wpextract.facts.sentences import clause_bounds, sentences
from wpextract.ids import Ids
from wpextract.quantities import (
    TableUnits,
    find_periods,
    find_quantities,
    general_note,
    is_forecast_context,
    lost_dash,
    note_in_label,
    note_of_cell,
    numeric_tokens,
    parse_period_label,
    parse_unit_note,
    read_cell,
    table_units,
)
from wpextract.quantities.model import Period, Quantity, UnitNote
from wpextract.reading.model import Block, Box, Document, Place
from wpextract.tables.model import Cell, Table

_T = TypeVar("_T")
_UNIT_HEAD = re.compile(r"^\s*[(（]?\s*(?:units?|单位)\s*[:：]", re.IGNORECASE)
_PROSE = frozenset({"title", "heading", "paragraph", "list_item", "callout", "source_note"})
_CONTENTS = re.compile(r"^\s*(?:table of\s+)?contents\s*$|^\s*目\s*录\s*$", re.IGNORECASE)
_GRAND = re.compile(r"^\s*(?:(?:grand\s+|sub-?\s*)?totals?\b|(?:合|总|小)\s*计)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?。！？]\s*$")
_LIST_NUMBER = re.compile(r"^\s*\(?\d{1,2}(?:\.\d{1,2})*[.)、]?\s+(?=[A-Z“\"一-鿿])")
_RATE = re.compile(r"cagr|compound|复合", re.IGNORECASE)
_PERIOD_AFTER = re.compile(
    r"^[^,;，；。]{0,24}?\b(?:in|by|for|during|as of|at the end of|until|through)\s*$|^\s*[（(]?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _When:
    period: Period | None
    basis: str | None


def build_facts(
    document: Document, blocks: Sequence[Block], tables: Sequence[Table], charts: Sequence[Chart], ids: Ids
) -> tuple[tuple[Fact, ...], tuple[NumberToken, ...]]:
    """Every number of the document as a fact, and every numeric token with what became of it."""
    facts: list[Fact] = []
    tokens: list[NumberToken] = []
    contents = {b.page for b in blocks if _CONTENTS.match(b.text)}
    plotted = [(c.page, c.box) for c in charts if c.points]
    repaired = {p.number: [r.box for r in p.repairs if r.text in "–—"] for p in document.pages}
    heading = ""
    spoken: set[str] = set()
    for block in blocks:
        if block.role in ("heading", "title"):
            heading = block.text
        label = _is_loose_label(block, plotted)
        if block.role in _PROSE or label:
            listed = block.page in contents and (block.role == "heading" or not _SENTENCE.search(block.text))
            found, read = _prose(document, block, heading, listed, repaired, ids)
            facts += [replace(f, source="chart") for f in found] if label else found
            tokens += read
            spoken.add(block.block_id)
    for chart in charts:
        facts += _chart(document, chart, ids)
    for table in tables:
        facts += _table(document, table, ids)
    tokens += _tokens_elsewhere([b for b in blocks if b.block_id not in spoken], tables, charts, facts)
    return tuple(facts), tuple(tokens)


# ------------------------------------------------------------------ prose


def _prose(
    document: Document, block: Block, heading: str, is_contents: bool, repaired: dict[int, list[Box]], ids: Ids
) -> tuple[list[Fact], list[NumberToken]]:
    facts: list[Fact] = []
    tokens: list[NumberToken] = []
    above = "" if heading == block.text else heading
    for s, e in sentences(block.text):
        sentence = block.text[s:e]
        if not any(c.isdecimal() for c in sentence) and block.role in ("heading", "title", "source_note"):
            continue
        numbered = _LIST_NUMBER.match(sentence) if s == 0 or block.role == "heading" else None
        skip = numbered.end() if numbered else 0
        readable = not is_contents and not (block.role == "heading" and _UNIT_HEAD.match(sentence))
        read = find_quantities(sentence, document.language) if readable else []
        quantities = [q for q in read if _counts(q, sentence) and not q.end <= skip]
        periods = find_periods(sentence, document.language)
        placed: list[tuple[Quantity, Fact]] = []
        for q in quantities:
            fact = _prose_fact(document, block, s, sentence, q, periods, above, repaired, ids)
            placed.append((q, fact))
        facts += [fact for _, fact in placed]
        for token in numeric_tokens(sentence, quantities, periods):
            owner = next((f.fact_id for q, f in placed if q.start <= token.start < q.end), None)
            place = next(iter(block.boxes(s + token.start, s + token.end)), None)
            listed = is_contents or token.end <= skip
            said: Disposition = "fact" if owner else _disposition(token.disposition, listed)
            page = place.page if place else block.page
            tokens.append(NumberToken(page, token.text, said, owner, place.box if place else None))
    return facts, tokens


def _is_loose_label(block: Block, plotted: Sequence[tuple[int, Box]]) -> bool:
    """Words and figures of an infographic: small labels that no chart with points has claimed."""
    box = block.box
    return block.role == "chart_text" and not any(
        page == block.page and box is not None and where.holds_centre(box) for page, where in plotted
    )


def _disposition(said: str, is_contents: bool) -> Disposition:
    if is_contents:
        return "reference"
    known: tuple[Disposition, ...] = (
        "axis", "date", "page_number", "reference", "identifier", "furniture", "decoration", "unread"
    )  # fmt: skip
    return next((k for k in known if k == said), "unread")


def _counts(q: Quantity, sentence: str) -> bool:
    """A bare number that stands alone (a stray label) measures nothing that could be said of it."""
    alone = not re.search(r"[A-Za-z]{2,}|[一-鿿]{2,}", sentence[: q.start] + sentence[q.end :])
    return not (alone and q.kind in ("count", "other", "rank") and not q.counted_noun)


def _prose_fact(
    document: Document, block: Block, offset: int, sentence: str, q: Quantity, periods: Sequence[Period], heading: str,
    repaired: dict[int, list[Box]], ids: Ids,
) -> Fact:  # fmt: skip
    clause = clause_bounds(sentence, q.start)
    when = _when(document, sentence, q, periods, clause, heading)
    boxes = block.boxes(offset + q.start, offset + q.end)
    page = boxes[0].page if boxes else block.page
    geography = geography_of(sentence, q.start, clause, heading)
    metric = metric_of(sentence, q.start, q.end, clause, q.counted_noun, heading, document.language)
    dash = _dash(document, q, sentence, boxes, repaired)
    return _fact(
        ids, page, "prose", block.block_id, q, metric=metric, geography=geography, when=when,
        forecast=_is_forecast(document, when.period, sentence, q, clause), boxes=boxes, sentence=sentence,
        language=document.language, context=heading or None, char_start=offset + q.start, char_end=offset + q.end,
        dash=dash, confidence=round(0.95 - 0.15 * (when.period is None) - 0.4 * (dash == "doubted"), 2),
    )  # fmt: skip


def _dash(
    document: Document, q: Quantity, sentence: str, boxes: Sequence[Place], repaired: dict[int, list[Box]]
) -> str | None:
    if any(place.box.holds_centre(box) for place in boxes for box in repaired.get(place.page, [])):
        return "repaired"
    digits = q.value_as_printed
    if document.kind == "text" and digits.isdecimal() and len(digits) >= 3 and lost_dash(digits) is not None:
        plain = len(digits) >= 4 or q.currency or q.kind == "percent"
        return "doubted" if plain and "," not in sentence[q.start : q.end] else None
    return None


def _when(
    document: Document, sentence: str, q: Quantity, periods: Sequence[Period], clause: tuple[int, int], heading: str
) -> _When:
    """The period a number is stated for: behind it ("in 2022"), before it in its sentence, else the heading's."""
    if periods:
        if _RATE.search(sentence[clause[0] : clause[1]]):
            spans = [p for p in periods if p.kind in ("range", "since")]
            if spans:
                return _When(min(spans, key=lambda p: abs(p.start - q.start)), "sentence")
        behind = [p for p in periods if p.start >= q.end and _PERIOD_AFTER.match(sentence[q.end : p.start])]
        between = behind and re.search(r"\d", sentence[q.end : behind[0].start])
        if behind and not between:
            return _When(behind[0], "sentence")
        inside = [p for p in periods if clause[0] <= p.start < q.start]
        if inside:
            return _When(inside[-1], "sentence")
        before = [p for p in periods if p.end <= q.start]
        if before:
            return _When(before[-1], "sentence")
        return _When(periods[0], "sentence")
    titled = find_periods(heading, document.language)
    if titled and titled[0].kind != "range":
        return _When(titled[0], "heading")
    if document.base_year:
        year = document.base_year
        return _When(Period(0, 0, str(year), date(year, 1, 1), date(year, 12, 31), "year"), "document")
    return _When(None, None)


def _is_forecast(
    document: Document, period: Period | None, sentence: str, q: Quantity, clause: tuple[int, int]
) -> bool:
    known = int(document.published_on[:4]) if document.published_on else document.base_year
    if period and period.start != period.end:  # a period that was read, not the base year
        if period.is_forecast:
            return True
        if known and period.last:
            if period.last.year > known:
                return True
            if period.last.year < known:
                return False
    return is_forecast_context(sentence[clause[0] : clause[1]]) or is_forecast_context(sentence[: q.start])


# ------------------------------------------------------------------ charts


def _chart(document: Document, chart: Chart, ids: Ids) -> Iterable[Fact]:
    titled = find_periods(chart.title or "", document.language)
    several = len({p.series for p in chart.points}) > 1
    for point in chart.points:
        axis = chart.secondary if point.axis == "secondary" else chart.primary
        note = _note(point, axis, chart)
        q = _reading(point, note, document)
        if q is None:
            continue
        label = parse_period_label(point.category or "") or parse_period_label(point.series or "")
        single = titled[0] if len(titled) == 1 and titled[0].kind != "range" else None
        when = _When(label, "title") if label else _When(single, "title" if single else None)
        names = [chart.title or "chart", point.series if several else None, None if label else point.category]
        metric = " – ".join(n for n in names if n)
        yield _fact(
            ids, chart.page, "chart", point.point_id, q, metric=metric,
            geography=geography_of(metric, len(metric), (0, len(metric))), when=when,
            forecast=_category_is_forecast(document, label), boxes=(Place(chart.page, point.box),),
            sentence=chart.title or "", language=document.language, context=chart.title, series=point.series,
            container=chart.chart_id, confidence=0.95 if point.value_as_printed else 0.7,
        )  # fmt: skip
    for callout in chart.callouts:
        yield from _callout(document, chart, callout, titled, ids)


def _category_is_forecast(document: Document, label: Period | None) -> bool:
    if label is None:
        return False
    known = int(document.published_on[:4]) if document.published_on else document.base_year
    return label.is_forecast or bool(known and label.first and label.first.year > known)


def _note(point: Point, axis: Axis | None, chart: Chart) -> UnitNote | None:
    if point.unit_in_label and (own := parse_unit_note(point.unit_in_label)):
        general = parse_unit_note(chart.unit_as_printed or "")
        # "2.72million" under "Unit: yuan" keeps the note's currency
        return own if own.kind != "count" or general is None or not general.currency else None
    if axis and axis.unit_as_printed and (note := parse_unit_note(axis.unit_as_printed)):
        return note
    if axis and axis.is_percent:
        return parse_unit_note("%")
    if chart.unit_as_printed and (note := parse_unit_note(chart.unit_as_printed)):
        return note
    bracketed = re.findall(r"[(（]([^()（）]{1,40})[)）]", chart.title or "")
    return next((note for text in bracketed if (note := parse_unit_note(text))), None)


def _reading(point: Point, note: UnitNote | None, document: Document) -> Quantity | None:
    if point.value_as_printed:
        return read_cell(point.value_as_printed, note, document.default_currency)
    if point.from_geometry is None:
        return None
    scale = note.scale if note else Decimal(1)
    value = Decimal(f"{point.from_geometry:.6g}") * scale
    error = Decimal(f"{point.reading_error or 0:.3g}") * scale
    return Quantity(
        0, 0, "", note.kind if note else "count", value, value, value, value - error, value + error, None, "~", None,
        note.unit if note else "1", note.unit_denominator if note else None, note.counted_noun if note else None,
        note.currency if note else None, "", note.text if note else None, scale,
    )  # fmt: skip


def _callout(document: Document, chart: Chart, callout: Callout, titled: Sequence[Period], ids: Ids) -> Iterable[Fact]:
    for q in find_quantities(callout.text, document.language):
        own = find_periods(callout.text, document.language)
        period = own[0] if own else titled[0] if titled else None
        boxes = [b for b in callout.char_boxes[q.start : q.end] if b is not None] or [callout.box]
        words = " ".join(re.findall(r"[A-Za-z]{2,}|[一-鿿]+", callout.text[: q.start]))
        metric = " – ".join(n for n in (words, callout.series, chart.title) if n)
        when = _When(period, "title" if period and not own else "sentence" if period else None)
        yield _fact(
            ids, chart.page, "chart", chart.chart_id, q, metric=metric or "call-out",
            geography=geography_of(metric, len(metric), (0, len(metric))), when=when,
            forecast=bool(period and period.is_forecast), boxes=(Place(chart.page, Box.around(boxes)),),
            sentence=callout.text, language=document.language, context=chart.title, series=callout.series,
            container=chart.chart_id, confidence=0.85,
        )  # fmt: skip


# ------------------------------------------------------------------ tables


def _table(document: Document, table: Table, ids: Ids) -> Iterable[Fact]:
    titled = find_periods(table.title or "", document.language)
    columns, rows = _column_paths(table), _row_paths(table)
    units = _units_of(table)
    last = max((c.col for c in table.cells), default=0)
    for cell in table.cells:
        if cell.is_header or not any(c.isdecimal() for c in cell.text):
            continue
        column, row = columns.get(cell.col, ()), rows.get(cell.row, ())
        q = read_cell(
            cell.text, note_of_cell(column, row, units, is_last_column=cell.col == last), document.default_currency
        )
        if q is None:
            continue
        labels = [
            p
            for text in (*reversed(column), *row)
            if (p := parse_period_label(text) or _only(find_periods(text, document.language)))
        ]
        period = labels[0] if labels else _only(titled)
        basis = "heading" if labels else "title" if period else None
        named = [*row, *(c for c in column if parse_period_label(c) is None)]
        metric = " – ".join(dict.fromkeys(named)) or table.title or "cell"
        yield _fact(
            ids, cell.page, "table", cell.cell_id, q, metric=metric[:160],
            geography=geography_of(metric, len(metric), (0, len(metric)), table.title or ""), when=_When(period, basis),
            forecast=_category_is_forecast(document, period), boxes=(Place(cell.page, cell.box),),
            sentence=" | ".join([*row, *column, cell.text]), language=document.language, context=table.title,
            series=" – ".join(column) or None, container=table.table_id, confidence=round(0.6 + 0.35 * table.score, 2),
        )  # fmt: skip


def _units_of(table: Table) -> TableUnits:
    """The units of a whole table: in its caption, in brackets in its title, or in the corner over its stub."""
    stated = table_units(table.unit_as_printed, [c.text for c in table.cells if c.is_header])
    if stated.general is not None or stated.named:
        return stated
    corner = next((c.text for c in table.cells if c.row == 0 and c.col == 0 and c.is_header), "")
    return TableUnits(note_in_label(table.title or "") or general_note(corner))


def _column_paths(table: Table) -> dict[int, tuple[str, ...]]:
    """The headings above each column, from the top."""
    paths: dict[int, list[str]] = {}
    for cell in sorted((c for c in table.cells if c.row < table.header_rows and c.text), key=lambda c: c.row):
        for col in range(cell.col, cell.col + cell.col_span):
            paths.setdefault(col, []).append(cell.text)
    return {col: tuple(path) for col, path in paths.items()}


def _row_paths(table: Table) -> dict[int, tuple[str, ...]]:
    """The headings of each row: that of its group, which stands alone in a row above, then those beside it."""
    body = [c for c in table.cells if c.row >= table.header_rows and c.text]
    stubs = max(1, table.row_headers)
    beside: dict[int, list[Cell]] = {}
    for cell in (c for c in body if c.col < stubs):
        for row in range(cell.row, cell.row + cell.row_span):
            beside.setdefault(row, []).append(cell)
    valued = {c.row for c in body if c.col >= stubs}
    paths: dict[int, tuple[str, ...]] = {}
    group: Cell | None = None
    for row, cells in sorted(beside.items()):
        own = sorted(cells, key=lambda c: c.col)
        if row not in valued:
            group = own[0]
        outer = (group.text,) if group and row in valued and not _leaves_group(own[0], group) else ()
        paths[row] = (*outer, *(c.text for c in own))
    return paths


def _leaves_group(stub: Cell, group: Cell) -> bool:
    """A total set as far out as the group's name, or farther, sums up more than the group."""
    return stub.box.x0 < group.box.x0 - 2 or bool(_GRAND.match(stub.text))


def _only(periods: Sequence[Period]) -> Period | None:
    return periods[0] if len(periods) == 1 else None


# ------------------------------------------------------------------ shared


def _fact(
    ids: Ids, page: int, source: str, source_id: str, q: Quantity, *, metric: str, geography: str | None, when: _When,
    forecast: bool, boxes: tuple[Place, ...], sentence: str, language: str, confidence: float,
    context: str | None = None, series: str | None = None, container: str | None = None,
    char_start: int | None = None, char_end: int | None = None, dash: str | None = None,
) -> Fact:  # fmt: skip
    period = when.period
    return Fact(
        fact_id=ids.new("fact", page, f"{source}|{metric}|{q.text or q.value}"),
        page=page,
        source=source,  # type: ignore[arg-type]
        source_id=source_id,
        char_start=char_start,
        char_end=char_end,
        snippet=q.text,
        sentence=sentence,
        language=language,
        metric=metric,
        metric_key=key_of(metric, geography),
        geography=geography,
        kind=q.kind,
        value=q.value,
        value_low=q.value_low,
        value_high=q.value_high,
        bound_low=q.bound_low,
        bound_high=q.bound_high,
        decimals=q.decimals,
        comparator=q.comparator,
        direction=q.direction,
        unit=q.unit,
        unit_denominator=q.unit_denominator,
        counted_noun=q.counted_noun,
        currency=q.currency,
        value_as_printed=q.value_as_printed,
        unit_as_printed=q.unit_as_printed,
        scale=q.scale,
        period_start=period.first if period else None,
        period_end=period.last if period else None,
        period_kind=period.kind if period else None,
        period_label=period.text if period else None,
        period_basis=when.basis if period else None,  # type: ignore[arg-type]
        is_forecast=forecast,
        confidence=confidence,
        boxes=boxes,
        series=series,
        container_id=container,
        context=context,
        dash_lost=dash,  # type: ignore[arg-type]
    )


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


def _tokens_elsewhere(
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
    if block.role == "unit_note":
        return "reference", None
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
    if block.role == "chart_text":
        return ("axis" if re.fullmatch(r"[\s\d.,%％-]+", block.text) else "decoration"), None
    return "unread", None

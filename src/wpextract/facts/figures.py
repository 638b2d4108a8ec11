"""The facts of charts and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from wpextract.charts.model import Axis, Callout, Chart, Point
from wpextract.facts.geography import geography_of
from wpextract.facts.model import Fact
from wpextract.facts.record import record, sole
from wpextract.facts.times import Basis, When
from wpextract.ids import Ids
from wpextract.quantities import (
    TableUnits,
    find_periods,
    find_quantities,
    general_note,
    note_in_label,
    note_of_cell,
    parse_period_label,
    parse_unit_note,
    read_cell,
    table_units,
    with_columns,
)
from wpextract.quantities.model import Period, Quantity, UnitNote
from wpextract.reading.model import Box, Document, Place
from wpextract.tables.model import Cell, Table

_CHANGE = re.compile(r"\b(?:change|growth|increase|yoy)\b|增[速长幅]|同比|变动", re.IGNORECASE)
_COUNTED_FROM = re.compile(r"\b(?:on|over)\s+(?:19|20)\d\d", re.IGNORECASE)
_OF_ONE_YEAR = re.compile(
    r"\byoy\b|\by[/-]o?-?y\b|year[- ](?:on|over)[- ]year|\b(?:share|proportion)\b|同比|占比|比重|份额", re.IGNORECASE
)
_AROUND_A_YEAR = " ,，:：-–—"
_GRAND = re.compile(r"^\s*(?:(?:grand\s+|sub-?\s*)?totals?\b|(?:合|总|小)\s*计)", re.IGNORECASE)


def chart_facts(document: Document, chart: Chart, ids: Ids) -> Iterable[Fact]:
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
        when = When(label, "title") if label else When(single, "title" if single else None)
        series = point.series if several and not parse_period_label(point.series or "") else None
        category = None if parse_period_label(point.category or "") else point.category
        names = [chart.title or "chart", series, category]
        metric = " – ".join(n for n in names if n)
        yield record(
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
    if axis and axis.unit_as_printed:
        return parse_unit_note(axis.unit_as_printed) or parse_unit_note(f"({axis.unit_as_printed})")
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
        when = When(period, "title" if period and not own else "sentence" if period else None)
        yield record(
            ids, chart.page, "chart", chart.chart_id, q, metric=metric or "call-out",
            geography=geography_of(metric, len(metric), (0, len(metric))), when=when,
            forecast=bool(period and period.is_forecast), boxes=(Place(chart.page, Box.around(boxes)),),
            sentence=callout.text, language=document.language, context=chart.title, series=callout.series,
            container=chart.chart_id, confidence=0.85,
        )  # fmt: skip


def _is_no_margin(q: Quantity, headings: Sequence[str]) -> bool:
    """Whether what is called a margin is more than all there is."""
    return (
        q.value is not None and q.value > 100 and any(re.search(r"\bmargins?\s*$", h, re.IGNORECASE) for h in headings)
    )


def table_facts(document: Document, table: Table, ids: Ids) -> Iterable[Fact]:
    titled = find_periods(table.title or "", document.language)
    columns, rows = column_paths(table), _row_paths(table)
    units = _units_of(table)
    last = max((c.col for c in table.cells), default=0)
    for cell in table.cells:
        if cell.is_header or not any(c.isdecimal() for c in cell.text):
            continue
        column, row = columns.get(cell.col, ()), rows.get(cell.row, ())
        note = note_of_cell(column, row, units, is_last_column=cell.col == last)
        q = read_cell(cell.text, note, document.default_currency)
        if q is not None and q.kind == "percent" and "%" not in cell.text and _is_no_margin(q, (*row, *column)):
            q = read_cell(cell.text, units.general, document.default_currency)  # "Broker margin", in dollars
        if q is None:
            continue
        labels = [
            p
            for text in (*reversed(column), *row)
            if (p := parse_period_label(text) or sole(find_periods(text, document.language)))
        ]
        labels = [_changed_in(p, (*column, *row)) for p in labels]
        labels = [_counted_from(p, (*column, *row), (*columns.values(), (table.title or "",))) for p in labels]
        latest = labels or _of_the_last_year(column, [columns[c] for c in columns if c < cell.col])
        period = latest[0] if latest else sole(titled)
        basis: Basis | None = "heading" if latest else "title" if period else None
        named = [*row, *(c for c in column if parse_period_label(c) is None)]
        metric = " – ".join(dict.fromkeys(named)) or table.title or "cell"
        yield record(
            ids, cell.page, "table", cell.cell_id, q, metric=metric[:160],
            geography=geography_of(metric, len(metric), (0, len(metric)), table.title or ""), when=When(period, basis),
            forecast=_category_is_forecast(document, period), boxes=(Place(cell.page, cell.box),),
            sentence=" | ".join([*row, *column, cell.text]), language=document.language, context=table.title,
            series=" – ".join(column) or None, container=table.table_id, confidence=round(0.6 + 0.35 * table.score, 2),
        )  # fmt: skip


def _changed_in(period: Period, head: Sequence[str]) -> Period:
    """The year in which something changed from the year before: "Change 2023/24" is of 2024."""
    first, last = period.first, period.last
    two = first is not None and last is not None and period.kind == "range" and last.year - first.year == 1
    if not (two and last and any(_CHANGE.search(text) for text in head)):
        return period
    return replace(period, first=date(last.year, 1, 1), kind="year")


def _counted_from(period: Period, head: Sequence[str], columns: Iterable[Sequence[str]]) -> Period:
    """The year of a change that is counted from the year before, where it is the table's last: "Growth on 2024" beside 2025."""
    if (
        period.kind != "year"
        or period.last is None
        or not any(_CHANGE.search(x) and _COUNTED_FROM.search(x) for x in head)
    ):
        return period
    after = date(period.last.year + 1, 12, 31)
    shown = (p for path in columns for text in path if (p := parse_period_label(text) or sole(find_periods(text))))
    known = max((p.last for p in shown if p.kind == "year" and p.last), default=None) == after
    return replace(period, first=date(after.year, 1, 1), last=after) if known else period


def _of_the_last_year(column: Sequence[str], before: Sequence[Sequence[str]]) -> list[Period]:
    """The latest period of the columns before one that has none but tells a change on the year, or a share."""
    if not any(_OF_ONE_YEAR.search(text) for text in column):
        return []
    told = (parse_period_label(text) or sole(find_periods(text)) for path in before for text in path)
    periods = [p for p in told if p and p.last]
    return sorted(periods, key=lambda p: p.last or date.min)[-1:]


def _units_of(table: Table) -> TableUnits:
    """The units of a whole table: in its caption, in brackets in its title, or in the corner over its stub."""
    heads = [c for c in table.cells if c.is_header]
    over = [c.text for c in heads if c.row < table.header_rows]
    stated = table_units(table.unit_as_printed, [c.text for c in heads], over)
    if stated.general is not None or stated.named:
        body = (c for c in table.cells if c.row >= table.header_rows and c.col >= max(1, table.row_headers))
        valued = {c.col for c in body if any(ch.isdecimal() for ch in c.text)}
        return with_columns(stated, [path for col, path in column_paths(table).items() if col in valued])
    corner = next((c.text for c in table.cells if c.row == 0 and c.col == 0 and c.is_header), "")
    return TableUnits(note_in_label(table.title or "") or general_note(corner))


def column_paths(table: Table) -> dict[int, tuple[str, ...]]:
    """The headings above each column, from the top; behind "Share 2023" a bare "2024" is one of "Share" as well."""
    paths: dict[int, list[str]] = {}
    for cell in sorted((c for c in table.cells if c.row < table.header_rows and c.text.strip()), key=lambda c: c.row):
        for col in range(cell.col, min(cell.col + cell.col_span, table.columns)):
            paths.setdefault(col, []).append(cell.text.strip())
    words = ""
    for col in range(table.columns):
        leaf = paths[col][0] if len(paths.get(col, ())) == 1 else ""
        bare, dated = parse_period_label(leaf), sole(find_periods(leaf))
        if words and bare is not None and bare.kind == "year":
            paths[col] = [words, leaf]
        else:
            ends = dated is not None and dated.kind == "year" and dated.end == len(leaf)
            words = leaf[: dated.start].strip(_AROUND_A_YEAR) if dated and ends else ""
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
        own = [c for c in own if not c.text.isdigit()] or own  # a count of the rows names nothing
        if row not in valued:
            group = own[0]
        outer = (group.text,) if group and row in valued and not _leaves_group(own[0], group) else ()
        paths[row] = (*outer, *(c.text for c in own))
    return paths


def _leaves_group(stub: Cell, group: Cell) -> bool:
    """A total set as far out as the group's name, or farther, sums up more than the group."""
    return stub.box.x0 < group.box.x0 - 2 or bool(_GRAND.match(stub.text))

"""The rows of a published document to values again: the inverse of `records`, so that it can be checked without its PDF.

What the datasets do not hold is read from what they do: the series and container of a fact from its point or cell, its
heading from the blocks above it, a lost dash and the reading error of a mark from the finding that told of it. Left
empty are values that no check asks for: the boxes of single characters, marks and legends, pages, call-outs (their
facts are there), scales of axes. Floats come back as the decimals that they were rounded from, so nothing is lost of a
number of up to fifteen digits; `value_from_geometry` may differ by the last bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from wpextract.charts.labels import number_in
from wpextract.charts.model import Axis, Chart, Point
from wpextract.consistency.model import Correction, Finding, Interval, Member, Target
from wpextract.extraction import Extraction
from wpextract.facts.figures import column_paths
from wpextract.facts.model import Fact, NumberToken
from wpextract.publishing.records import Row
from wpextract.quantities import parse_unit_note
from wpextract.reading.model import Block, Box, Document, Notice, Place
from wpextract.tables.model import Cell, Table

Rows = Mapping[str, Sequence[Row]]
OF_THE_PAGE = ("chart_geometry", "range_dash_lost")  # rules whose evidence is on the page and in no dataset
_UNJUDGED = Axis(0.0, 0.0, False, is_broken=True)  # for a chart whose axes the page excused from being compared


def extraction_of(rows: Rows) -> Extraction:
    """The document as published, applied corrections included; `rows` are its rows by dataset, in order."""
    findings = tuple(_finding(r) for r in rows["findings"])
    blocks = tuple(_block(r) for r in sorted(rows["blocks"], key=lambda r: r["order"]))
    tables = tuple(_table(r, rows["table_cells"]) for r in rows["tables"])
    scales = {r["source_id"]: r["scale"] for r in rows["facts"]}
    charts = tuple(_chart(r, rows["chart_points"], scales, findings) for r in rows["charts"])
    facts = _facts(rows["facts"], blocks, tables, charts, findings)
    tokens = tuple(
        NumberToken(r["page"], r["text"], r["disposition"], r["fact_id"], _box(r)) for r in rows["number_tokens"]
    )
    corrections = tuple(_correction(r) for r in rows["corrections"])
    document = _document(rows["documents"][0], facts)
    return Extraction(document, blocks, tables, charts, facts, tokens, findings, corrections)


def as_printed(extraction: Extraction) -> tuple[Fact, ...]:
    """The facts before any correction, as they stand on the page."""
    applied = {c.correction_id: c for c in extraction.corrections if c.status == "applied"}
    default = extraction.document.default_currency
    return tuple(
        _undone(f, applied[f.correction_id], default) if f.correction_id in applied else f for f in extraction.facts
    )


def _undone(f: Fact, c: Correction, default_currency: str | None) -> Fact:
    factor = c.factor or Decimal(1)

    def before(x: Decimal | None) -> Decimal | None:
        return None if x is None else x / factor

    out = replace(
        f, value=f.value_uncorrected, bound_low=before(f.bound_low), bound_high=before(f.bound_high),
        scale=f.scale / factor, value_uncorrected=None, correction_id=None,
    )  # fmt: skip
    note = parse_unit_note(f.unit_as_printed or "")
    if note is None or f.currency in (None, note.currency or default_currency):
        return out
    return replace(
        out, kind=note.kind, unit=note.unit, currency=note.currency or default_currency, counted_noun=note.counted_noun
    )


# ------------------------------------------------------------------ what is published as it is


def _decimal(x: float | None) -> Decimal | None:
    return None if x is None else _exact(x)


def _exact(x: float, decimals: int | None = None) -> Decimal:
    """The shortest decimal that rounds to a float, with the decimals of its print ("66.0")."""
    value = Decimal(repr(x))
    shown = value.normalize()
    places = max(-int(shown.as_tuple().exponent), decimals or 0, 0)
    return value.quantize(Decimal(1).scaleb(-places)) if value.adjusted() + places < 28 else shown


def _interval(low: float | None, high: float | None) -> Interval:
    return Interval(_decimal(low), _decimal(high))


def _box(row: Mapping[str, Any]) -> Box | None:
    return None if row["x0"] is None else _there(row)


def _there(row: Mapping[str, Any]) -> Box:
    return Box(row["x0"], row["top"], row["x1"], row["bottom"])


def _block(r: Row) -> Block:
    return Block(r["block_id"], r["page"], r["role"], r["order"], r["text"], _box(r), (None,) * len(r["text"]))


def _finding(r: Row) -> Finding:
    plain = ("finding_id", "rule", "status", "printed_status", "severity")
    told = ("statement", "computation", "unit", "diagnosis", "correction_id", "confidence")
    return Finding(
        **{k: r[k] for k in (*plain, *told)},
        pages=tuple(r["pages"]),
        members=tuple(Member(m["dataset"], m["id"], m["role"]) for m in r["members"]),
        printed=_interval(r["printed_low"], r["printed_high"]),
        derived=_interval(r["derived_low"], r["derived_high"]),
    )


def _correction(r: Row) -> Correction:
    plain = ("correction_id", "field", "printed", "corrected", "status", "expect_printed", "decision", "decided_by")
    return Correction(
        **{k: r[k] for k in (*plain, "reason")},
        targets=tuple(Target(t["dataset"], t["id"]) for t in r["targets"]),
        factor=_decimal(r["factor"]),
        evidence=tuple(r["evidence"]),
    )


def _document(r: Row, facts: Sequence[Fact]) -> Document:
    code, _, message = (r["reason"] or "").partition(": ")
    return Document(
        document_id=r["document_id"], sha256=r["sha256"], source_name=r["source_name"],
        kind="text" if r["source_name"].lower().endswith(".txt") else "pdf", bytes=r["bytes"], pages=(),
        language=r["language"], title=r["title"], publisher=r["publisher"],
        published_on=r["published_on"].isoformat() if r["published_on"] else None, base_year=r["base_year"],
        default_currency=_default_currency(facts), producer=r["producer"], pages_total=r["pages"],
        pages_without_text=r["pages_without_text"], notices=(Notice(code, message),) if code else (),
    )  # fmt: skip


def _default_currency(facts: Iterable[Fact]) -> str | None:
    """The currency of amounts whose unit, as printed, names a scale and nothing else."""
    for f in facts:
        if f.kind == "money" and f.correction_id is None and f.source != "prose" and f.unit_as_printed:
            note = parse_unit_note(f.unit_as_printed)
            if note and note.currency is None and note.kind == "count" and note.counted_noun is None:
                return f.currency
    return None


# ------------------------------------------------------------------ tables and charts


def _table(r: Row, cells: Iterable[Row]) -> Table:
    plain = ("cell_id", "page", "row", "col", "row_span", "col_span", "text", "is_header")
    own = tuple(Cell(**{k: c[k] for k in plain}, box=_there(c)) for c in cells if c["table_id"] == r["table_id"])
    stubs = [c.col + 1 for c in own if c.is_header and c.row >= r["header_rows"]]
    told = ("table_id", "page", "page_last", "title", "unit_as_printed", "rows", "columns", "header_rows", "engine")
    return Table(**{k: r[k] for k in (*told, "score")}, row_headers=max(stubs, default=0), box=_there(r), cells=own)


def _chart(r: Row, points: Iterable[Row], scales: Mapping[str, float], findings: Sequence[Finding]) -> Chart:
    judged = {m.id: f for f in findings if f.rule == "chart_geometry" for m in f.members if m.dataset == "chart_points"}
    own = tuple(
        _point(p, scales.get(p["point_id"]), judged.get(p["point_id"]))
        for p in points
        if p["chart_id"] == r["chart_id"]
    )
    return Chart(
        chart_id=r["chart_id"], page=r["page"], title=r["title"], title_box=None, kind=r["kind"],
        unit_as_printed=r["unit_as_printed"],
        primary=None if r["axis_min"] is None else Axis(r["axis_min"], r["axis_max"], False),
        secondary=None if any(p.point_id in judged for p in own) else _UNJUDGED,
        series=tuple(dict.fromkeys(p.series for p in own if p.series)), points=own, callouts=(), box=_there(r),
    )  # fmt: skip


def _point(r: Row, scale: float | None, told: Finding | None) -> Point:
    number = number_in(r["value_as_printed"]) if r["value_as_printed"] else None
    drawn = r["value_from_geometry"]
    if drawn is not None and scale:
        drawn = float(Decimal(repr(drawn)) / Decimal(repr(scale)))
    return Point(
        r["point_id"], r["series"], r["category"], r["axis"], r["value_as_printed"], number.value if number else None,
        drawn, _reading_error(number.value, drawn, told) if number and drawn is not None else None,
        (number.after or None) if number else None, _there(r),
    )  # fmt: skip


def _reading_error(label: Decimal, drawn: float, told: Finding | None) -> float | None:
    """What the reading of a mark was allowed: as a finding against it says, else as much as its label was off."""
    if told is None:
        return None
    against = any(m.role == "claim" for m in told.members)
    if against and told.derived.low is not None and told.derived.high is not None:
        return float((told.derived.high - told.derived.low) / 2)
    return abs(drawn - float(label))


# ------------------------------------------------------------------ facts


def _facts(
    rows: Sequence[Row], blocks: Sequence[Block], tables: Sequence[Table], charts: Sequence[Chart],
    findings: Sequence[Finding],
) -> tuple[Fact, ...]:  # fmt: skip
    """In the order of reading: the prose by its blocks, then charts, then tables."""
    heads = {t.table_id: column_paths(t) for t in tables}
    cells = {c.cell_id: (t, heads[t.table_id].get(c.col, ())) for t in tables for c in t.cells}
    points = {p.point_id: (c, p) for c in charts for p in c.points}
    whole = {c.chart_id: c for c in charts}
    headings = _headings(blocks, {r["source_id"]: r["sentence"] for r in rows})
    drawn = (source for c in charts for source in (*(p.point_id for p in c.points), c.chart_id))
    place = {source: n for n, source in enumerate((*(b.block_id for b in blocks), *drawn, *cells))}
    lost = {
        m.id: "repaired" if f.severity == "info" else "doubted"
        for f in findings if f.rule == "range_dash_lost" for m in f.members
    }  # fmt: skip
    out = []
    for r in rows:
        source = r["source_id"]
        beside: dict[str, Any] = {"dash_lost": lost.get(r["fact_id"])}
        if source in cells:
            table, above = cells[source]
            beside |= {"series": " – ".join(above) or None, "container_id": table.table_id, "context": table.title}
        elif source in points:
            chart, point = points[source]
            beside |= {"series": point.series, "container_id": chart.chart_id, "context": chart.title}
        elif source in whole:
            beside |= {"container_id": source, "context": whole[source].title}
        else:
            beside["context"] = headings.get(source)
        out.append(_fact(r, beside))
    return tuple(sorted(out, key=lambda f: (place.get(f.source_id, len(place)), f.char_start or 0)))


def _headings(blocks: Iterable[Block], sentences: Mapping[str, str]) -> dict[str, str]:
    """The heading that each block stands under; none for itself.

    A key figure may be printed as large as a heading: its sentence is more than its block, as the label is elsewhere.
    """
    out, heading = {}, ""
    for b in blocks:
        if b.role in ("heading", "title") and sentences.get(b.block_id, "") in b.text:
            heading = b.text
        if heading and heading != b.text:
            out[b.block_id] = heading
    return out


_AS_PUBLISHED = (
    "fact_id", "page", "source", "source_id", "char_start", "char_end", "snippet", "sentence", "language", "metric",
    "metric_key", "geography", "kind", "decimals", "comparator", "direction", "unit", "unit_denominator",
    "counted_noun", "currency", "value_as_printed", "unit_as_printed", "period_start", "period_end", "period_kind",
    "period_label", "period_basis", "is_forecast", "confidence", "correction_id",
)  # fmt: skip


def _fact(r: Row, beside: Mapping[str, Any]) -> Fact:
    decimals = r["decimals"]
    exact: dict[str, Any] = {
        k: None if r[k] is None else _exact(r[k], decimals)
        for k in ("value", "value_uncorrected", "value_low", "value_high")
    }
    return Fact(
        **{k: r[k] for k in _AS_PUBLISHED},
        **exact,
        bound_low=_decimal(r["bound_low"]),
        bound_high=_decimal(r["bound_high"]),
        scale=_exact(r["scale"]),
        boxes=tuple(Place(b["page"], _there(b)) for b in r["boxes"]),
        **beside,
    )

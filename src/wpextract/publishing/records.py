"""An Extraction to the rows of the published datasets: exact values to floats, boxes to columns, nothing judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import wpextract
from wpextract.extraction import Extraction, Rejected
from wpextract.facts.model import Fact
from wpextract.ids import document_id
from wpextract.reading.model import Box, Document, Page
from wpextract.reading.turning import on_page

Row = dict[str, Any]
_PARTIAL = (
    "page_unreadable",
    "page_cut",
    "text_unread",
    "truncated",
    "no_text_layer",
    "marks_limited",
    "font_unreadable",
)
_TOLD = ("repaired", "same_name")  # worth a word in the document's row, though nothing is missing


def rows_of(extraction: Extraction) -> dict[str, list[Row]]:
    """The rows of one document, by dataset: page by page, in the order of reading.

    So a file tells which mark of a chart or slice of a pie comes first, which no column does, and the statistics of its
    pages narrow a query to the pages of the document that it asks for.
    """
    document = extraction.document
    facts = {f.source_id: f for f in extraction.facts if f.source != "prose"}
    points = {p.point_id: f for c in extraction.charts for p in c.points if (f := facts.get(p.point_id))}
    rows: dict[str, Iterable[Row]] = {
        "documents": [document_row(document)],
        "blocks": (
            {"block_id": b.block_id, "page": b.page, "role": b.role, "order": b.order, "text": b.text, **_box(b.box)}
            for b in extraction.blocks
        ),
        "tables": (
            {
                "table_id": t.table_id, "page": t.page, "page_last": t.page_last, "title": t.title,
                "unit_as_printed": t.unit_as_printed, "rows": t.rows, "columns": t.columns,
                "header_rows": t.header_rows, "engine": t.engine, "score": t.score, **_box(t.box),
            }
            for t in extraction.tables
        ),
        "table_cells": (
            {
                "table_id": t.table_id, "cell_id": c.cell_id, "page": c.page, "row": c.row, "col": c.col,
                "row_span": c.row_span, "col_span": c.col_span, "text": c.text, "is_header": c.is_header,
                "fact_id": facts[c.cell_id].fact_id if c.cell_id in facts else None, **_box(c.box),
            }
            for t in extraction.tables
            for c in t.cells
        ),
        "charts": _charts(extraction, points),
        "chart_points": _points(extraction, points),
        "facts": _facts(extraction),
        "number_tokens": (
            {"page": t.page, "text": t.text, "disposition": t.disposition, "fact_id": t.fact_id, **_box(t.box)}
            for t in extraction.number_tokens
        ),
        "findings": _findings(extraction),
        "corrections": (
            {
                "correction_id": c.correction_id, "targets": [{"dataset": t.dataset, "id": t.id} for t in c.targets],
                "field": c.field, "printed": c.printed, "corrected": c.corrected, "factor": _float(c.factor),
                "evidence": list(c.evidence), "status": c.status, "expect_printed": c.expect_printed,
                "decision": c.decision, "decided_by": c.decided_by, "reason": c.reason,
            }
            for c in extraction.corrections
        ),
    }  # fmt: skip
    turned = {p.number: p for p in document.pages if p.turned}
    return {
        name: [
            {"document_id": document.document_id, **_on_page(row, turned)}
            for row in sorted(found, key=lambda r: r.get("page", 0))
        ]
        for name, found in rows.items()
    }


def _on_page(row: Row, turned: Mapping[int, Page]) -> Row:
    """A row whose boxes are on the page as it is shown, not in the frame in which sideways text is read."""
    shown = dict(row)
    page = turned.get(row.get("page", 0))
    if page is not None and row.get("x0") is not None:
        box = Box(row["x0"], row["top"], row["x1"], row["bottom"])
        shown |= _box(on_page(box, page.turned, page.width, page.height))
    if row.get("boxes"):
        shown["boxes"] = [_on_page(x, turned) for x in row["boxes"]]
    return shown


def document_row(document: Document) -> Row:
    """The `documents` row of a document that was read."""
    troubles = [n for n in document.notices if n.code in _PARTIAL]
    told = [*troubles, *(n for n in document.notices if n.code in _TOLD)]
    reason = "; ".join(dict.fromkeys(f"{n.code}: {n.message}" + (f" (page {n.page})" if n.page else "") for n in told))
    return {
        "document_id": document.document_id, "sha256": document.sha256,
        "status": "partial" if troubles else "published", "reason": reason[:2000] or None, "title": document.title,
        "publisher": document.publisher,
        "published_on": date.fromisoformat(document.published_on) if document.published_on else None,
        "base_year": document.base_year, "language": document.language, "pages": document.pages_total,
        "pages_without_text": document.pages_without_text, "source_name": document.source_name,
        "bytes": document.bytes, "producer": document.producer, "wpextract_version": wpextract.__version__,
    }  # fmt: skip


def rejected_row(rejected: Rejected, sha256: str, size: int) -> Row:
    """The `documents` row of a source that could not be read."""
    empty = dict.fromkeys(
        ("title", "publisher", "published_on", "base_year", "language", "pages", "pages_without_text", "producer")
    )
    return {
        "document_id": document_id(rejected.source_name, sha256), "sha256": sha256, "status": "rejected",
        "reason": f"{rejected.code}: {rejected.message}. {rejected.remedy}"[:2000],
        "source_name": rejected.source_name, "bytes": size, "wpextract_version": wpextract.__version__, **empty,
    }  # fmt: skip


def _box(box: Box | None) -> Row:
    if box is None:
        return {"x0": None, "top": None, "x1": None, "bottom": None}
    return {k: round(float(getattr(box, k)), 2) for k in ("x0", "top", "x1", "bottom")}


def _float(value: Decimal | float | None) -> float | None:
    return None if value is None else float(value)


def _charts(extraction: Extraction, points: dict[str, Fact]) -> Iterable[Row]:
    for c in extraction.charts:
        own = [points[p.point_id] for p in c.points if p.point_id in points and p.axis != "secondary"]
        first = own[0] if own else None
        yield {
            "chart_id": c.chart_id, "page": c.page, "title": c.title, "kind": c.kind,
            "unit_as_printed": c.unit_as_printed, "unit": first.unit if first else None,
            "currency": first.currency if first else None, "scale": _float(first.scale) if first else None,
            "axis_min": c.primary.low if c.primary else None, "axis_max": c.primary.high if c.primary else None,
            "points": len(c.points), **_box(c.box),
        }  # fmt: skip


def _points(extraction: Extraction, facts: dict[str, Fact]) -> Iterable[Row]:
    for chart in extraction.charts:
        for p in chart.points:
            f = facts.get(p.point_id)
            drawn = p.from_geometry
            yield {
                "chart_id": chart.chart_id, "point_id": p.point_id, "fact_id": f.fact_id if f else None,
                "page": chart.page, "axis": p.axis, "series": p.series, "category": p.category,
                "period_start": f.period_start if f else None, "period_end": f.period_end if f else None,
                "is_forecast": bool(f and f.is_forecast), "value": _float(f.value) if f else None,
                "value_as_printed": p.value_as_printed,
                "value_from_geometry": drawn * float(f.scale) if f and drawn is not None else drawn,
                "unit": f.unit if f else None, "currency": f.currency if f else None,
                "correction_id": f.correction_id if f else None, **_box(p.box),
            }  # fmt: skip


def _facts(extraction: Extraction) -> Iterable[Row]:
    disputed = {m.id for f in extraction.findings if f.status == "fails" and f.severity != "info" for m in f.members}
    plain = (
        "fact_id", "page", "source", "source_id", "char_start", "char_end", "snippet", "sentence", "language", "metric",
        "metric_key", "geography", "kind",
    )  # fmt: skip
    for f in extraction.facts:
        yield {
            **{k: getattr(f, k) for k in plain},
            **{k: _float(getattr(f, k)) for k in ("value", "value_low", "value_high", "bound_low", "bound_high")},
            **{k: getattr(f, k) for k in ("decimals", "comparator", "direction", "unit", "unit_denominator")},
            **{k: getattr(f, k) for k in ("counted_noun", "currency", "value_as_printed", "unit_as_printed")},
            "scale": _float(f.scale), "value_uncorrected": _float(f.value_uncorrected),
            **{k: getattr(f, k) for k in ("period_start", "period_end", "period_kind", "period_label", "period_basis")},
            "is_forecast": f.is_forecast, "correction_id": f.correction_id, "has_open_finding": f.fact_id in disputed,
            "confidence": f.confidence, **_box(f.box), "boxes": [{"page": p.page, **_box(p.box)} for p in f.boxes],
        }  # fmt: skip


def _findings(extraction: Extraction) -> Iterable[Row]:
    for f in extraction.findings:
        yield {
            "finding_id": f.finding_id, "rule": f.rule, "status": f.status, "printed_status": f.printed_status,
            "severity": f.severity, "pages": list(f.pages),
            "members": [{"dataset": m.dataset, "id": m.id, "role": m.role} for m in f.members],
            "statement": f.statement, "computation": f.computation, "printed_low": _float(f.printed.low),
            "printed_high": _float(f.printed.high), "derived_low": _float(f.derived.low),
            "derived_high": _float(f.derived.high), "unit": f.unit, "diagnosis": f.diagnosis,
            "correction_id": f.correction_id, "confidence": f.confidence,
        }  # fmt: skip

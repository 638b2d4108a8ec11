"""The review report: an index of the release and one page a document, self-contained beside their pictures.

All text of the documents passes through jinja2's autoescape; a content security policy forbids anything from outside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from wpextract.extraction import Extraction, Rejected
from wpextract.facts.model import Fact
from wpextract.reading.model import Box, Place
from wpextract.reporting import figures
from wpextract.reporting.crops import Crops

_SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One place that a finding stands on: the fact, its role, its picture (None without geometry) and its sentence."""

    role: str
    fact: Fact
    picture: str | None


def write_report(
    extractions: Sequence[Extraction],
    rejected: Sequence[Rejected],
    sources: Mapping[str, Path],
    directory: Path,
    passwords: Mapping[str, str] | None = None,
) -> Path:
    """Write `index.html` and a page and a folder of pictures for each document; returns the index's path.

    `sources` and `passwords` are by document id.
    """
    directory.mkdir(parents=True, exist_ok=True)
    environment = Environment(loader=PackageLoader("wpextract.reporting"), autoescape=True, undefined=StrictUndefined)
    environment.filters["readable"] = lambda f: _value(f)
    for extraction in extractions:
        identity = extraction.document.document_id
        crops = None
        if extraction.document.kind == "pdf" and identity in sources:
            crops = Crops(sources[identity], directory / identity, (passwords or {}).get(identity))
        try:
            page = environment.get_template("document.html.j2").render(_context(extraction, crops))
        finally:
            if crops:
                crops.close()
        (directory / f"{identity}.html").write_text(page, "utf-8")
    overview = [(e.document, _severities(e), len(e.facts), len(e.findings), _coverage(e)) for e in extractions]
    index = environment.get_template("index.html.j2").render(documents=overview, rejected=rejected)
    (directory / "index.html").write_text(index, "utf-8")
    return directory / "index.html"


def _context(extraction: Extraction, crops: Crops | None) -> dict[str, Any]:
    facts = {f.fact_id: f for f in extraction.facts}
    of_source = {f.source_id: f for f in extraction.facts if f.source != "prose"}
    corrections = {c.correction_id: c for c in extraction.corrections}
    order = {s: i for i, s in enumerate(_SEVERITIES)}
    failing = sorted(
        (f for f in extraction.findings if f.status == "fails"), key=lambda f: (order[f.severity], f.pages)
    )

    def exhibits(members: Sequence[Any]) -> list[Exhibit]:
        return [Exhibit(m.role, facts[m.id], _picture(crops, facts[m.id])) for m in members if m.id in facts][:24]

    return {
        "d": extraction.document,
        "severities": _severities(extraction),
        "coverage": _coverage(extraction),
        "unread": [t for t in extraction.number_tokens if t.disposition == "unread"],
        "failing": [
            (f, figures.number_line(f), exhibits(f.members), corrections.get(f.correction_id or "")) for f in failing
        ],
        "corrections": extraction.corrections,
        "by_rule": sorted(Counter((f.rule, f.status) for f in extraction.findings).items()),
        "held": [f for f in extraction.findings if f.status == "holds"],
        "undetermined": [f for f in extraction.findings if f.status == "undetermined"],
        "facts": extraction.facts,
        "charts": [
            (c, figures.chart(c, of_source), crops.cut(c.page, c.box, (6, 6)) if crops else None)
            for c in extraction.charts
        ],
        "tables": [
            (t, _grid(extraction, t.table_id), crops.cut(t.page, t.box, (6, 6)) if crops else None)
            for t in extraction.tables
        ],
        "fact_of": of_source,
    }


def _severities(extraction: Extraction) -> Counter[str]:
    return Counter(f.severity for f in extraction.findings if f.status == "fails")


def _coverage(extraction: Extraction) -> Counter[str]:
    return Counter(t.disposition for t in extraction.number_tokens)


def _value(fact: Fact) -> str:
    if fact.value_low != fact.value_high:
        low, high = (figures.readable(v, fact.currency, fact.unit) for v in (fact.value_low, fact.value_high))
        return f"{low} – {high}"
    sign = "" if fact.comparator == "=" else f"{fact.comparator} "
    return sign + figures.readable(fact.value_low, fact.currency, fact.unit)


def _picture(crops: Crops | None, fact: Fact) -> str | None:
    here: list[Place] = [p for p in fact.boxes if p.page == fact.page]
    if crops is None or not here:
        return None
    boxes = [p.box for p in here]
    return crops.cut(fact.page, Box.around(boxes), (90, 26), boxes)


def _grid(extraction: Extraction, table_id: str) -> list[list[Any]]:
    table = next(t for t in extraction.tables if t.table_id == table_id)
    return [
        sorted((c for c in table.cells if c.row == row), key=lambda c: c.col) for row in range(min(table.rows, 400))
    ]

"""What the report's pages show, worked out from an extraction: values in, values out; no files, no HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wpextract.charts.model import Chart, Point
from wpextract.consistency.model import Correction, Finding
from wpextract.extraction import Extraction
from wpextract.facts.model import Fact, NumberToken
from wpextract.reading.model import Box, Document, Notice, Place
from wpextract.reporting.crops import Crop, Finder, Standing, clipped
from wpextract.reporting.numberline import NumberLine, axis_unit, number_line
from wpextract.reporting.plots import Datum, Plot, draw
from wpextract.reporting.wording import (
    CORRECTION_STATUS,
    DISPOSITIONS,
    RuleWords,
    fact_unit,
    plain_number,
    role_words,
    rule_words,
    say,
    say_fact,
    say_period,
    scale_for,
)
from wpextract.tables.model import Cell, Table

SEVERITIES = ("error", "warning", "info")
MOST_CLAIMS = 8
MOST_CHANGES = 12  # rows of a correction's before and after that are shown


@dataclass(frozen=True, slots=True)
class Spot:
    """A link to a place on a page: `boxes` are `x0,top,x1,bottom` joined with `;`, as the page's script reads them."""

    page: int
    boxes: str


@dataclass(frozen=True, slots=True)
class FindingView:
    finding: Finding
    rule: RuleWords
    line: NumberLine | None
    crops: tuple[Crop, ...]
    quoted: tuple[Standing, ...]
    correction: Correction | None
    spots: tuple[tuple[str, Spot], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A value before and after a correction."""

    name: str
    before: str
    after: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class CorrectionView:
    correction: Correction
    status: str
    pages: tuple[int, ...]
    changes: tuple[Change, ...]
    unshown: int
    reconciled: tuple[Finding, ...]
    evidence: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    fact: Fact
    value: str
    sort: str
    printed: str
    uncorrected: str | None
    period: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class PointRow:
    category: str
    series: str
    value: str
    printed: str
    basis: str
    corrected: bool
    spot: Spot


@dataclass(frozen=True, slots=True)
class ChartView:
    chart: Chart
    crop: Crop | None
    plot: Plot | None
    unit: str
    secondary_unit: str
    rows: tuple[PointRow, ...]
    correction: Correction | None
    failing: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    cell: Cell
    value: str | None
    failing: bool


@dataclass(frozen=True, slots=True)
class TableView:
    table: Table
    crops: tuple[Crop, ...]
    rows: tuple[tuple[CellView, ...], ...]
    failing: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """How one rule fared over the document."""

    words: RuleWords
    holds: int
    fails: int
    undetermined: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Numeric tokens by what became of them; `share` is the part that has a known meaning."""

    total: int
    parts: tuple[tuple[str, str, int, float], ...]
    unread: tuple[tuple[NumberToken, Spot], ...]

    @property
    def share(self) -> float:
        return 1.0 - len(self.unread) / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class DocumentView:
    document: Document
    claims: tuple[FactView, ...]
    failing: tuple[FindingView, ...]
    undetermined: tuple[FindingView, ...]
    holding: tuple[FindingView, ...]
    severities: dict[str, int]
    rules: tuple[RuleRow, ...]
    coverage: Coverage
    sources: dict[str, int]
    corrections: tuple[CorrectionView, ...]
    facts: tuple[FactView, ...]
    kinds: tuple[str, ...]
    charts: tuple[ChartView, ...]
    unread_charts: int
    tables: tuple[TableView, ...]
    notices: tuple[Notice, ...]
    disputed: dict[str, str]
    pages: tuple[int, ...]

    @property
    def checked(self) -> int:
        return len(self.failing) + len(self.undetermined) + len(self.holding)


def document_view(extraction: Extraction) -> DocumentView:
    """Everything that a document's page shows, in the order it shows it."""
    finder = Finder(extraction)
    document = extraction.document
    corrections = {c.correction_id: c for c in extraction.corrections}
    rank = {name: n for n, name in enumerate(SEVERITIES)}
    ordered = sorted(extraction.findings, key=lambda f: (rank[f.severity], f.pages[:1], f.rule, f.finding_id))
    shown = [_finding(f, finder, corrections) for f in ordered]
    failing = tuple(v for v in shown if v.finding.status == "fails")
    broken = _broken(f for f in ordered if f.status == "fails")
    facts = tuple(_fact(f) for f in sorted(extraction.facts, key=lambda f: f.page))
    charts = tuple(_chart(c, finder, corrections, broken) for c in extraction.charts if c.points)
    tables = tuple(_table(t, finder, broken) for t in extraction.tables)
    coverage = _coverage(extraction.number_tokens)
    notices = (*document.notices, *(n for p in document.pages for n in p.notices))
    view = DocumentView(
        document=document,
        claims=_claims(extraction),
        failing=failing,
        undetermined=tuple(v for v in shown if v.finding.status == "undetermined"),
        holding=tuple(v for v in shown if v.finding.status == "holds"),
        severities={s: sum(v.finding.severity == s for v in failing) for s in SEVERITIES},
        rules=_rules(ordered),
        coverage=coverage,
        sources=dict(Counter(f.source for f in extraction.facts)),
        corrections=tuple(_correction(c, finder, ordered) for c in extraction.corrections),
        facts=facts,
        kinds=tuple(sorted({f.kind for f in extraction.facts})),
        charts=charts,
        unread_charts=sum(not c.points for c in extraction.charts),
        tables=tables,
        notices=tuple(dict.fromkeys(notices)),
        disputed={key: found[0].finding_id for key, found in broken.items()},
        pages=(),
    )
    return _with_pages(view, extraction)


def _with_pages(view: DocumentView, extraction: Extraction) -> DocumentView:
    """Only pages that something refers to are pictured; a text dump has none."""
    wanted: set[int] = {f.page for f in extraction.facts} | {t.page for t in extraction.number_tokens}
    wanted |= {p.page for f in extraction.facts for p in f.boxes}
    wanted |= {c.page for c in extraction.charts} | {c.page for t in extraction.tables for c in t.cells}
    wanted |= {p for f in extraction.findings for p in f.pages}
    there = {p.number for p in extraction.document.pages if p.text is None}
    return replace(view, pages=tuple(sorted(wanted & there)))


def spot_of(page: int, places: Iterable[Place]) -> Spot:
    boxes = (p.box for p in places if p.page == page)
    return Spot(page, ";".join(f"{b.x0:.1f},{b.top:.1f},{b.x1:.1f},{b.bottom:.1f}" for b in boxes))


def _finding(finding: Finding, finder: Finder, corrections: dict[str, Correction]) -> FindingView:
    standings = tuple(replace(s, role=role_words(finding.rule, s.role)) for s in finder.standings(finding.members))
    crops = finder.crops(standings) if finding.status == "fails" else ()
    if finding.status == "fails" and not crops:
        crops = finder.whole_pages(finding.pages)
    quoted = tuple(s for s in standings if s.quote and not finder.has_geometry(s.page))
    spots = tuple((f"{s.metric}: {s.label}" if s.metric else s.label, spot_of(s.page, s.boxes)) for s in standings)
    line = number_line(finding.printed, finding.derived, finding.unit)
    correction = corrections.get(finding.correction_id or "")
    return FindingView(finding, rule_words(finding.rule), line, crops, quoted, correction, spots)


def _broken(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Failing findings by the ids of their members."""
    out: dict[str, list[Finding]] = {}
    for finding in findings:
        for member in finding.members:
            out.setdefault(member.id, []).append(finding)
    return out


def _fact(fact: Fact) -> FactView:
    unit = fact_unit(fact)
    before = None
    if fact.value_uncorrected is not None:
        before = say(fact.value_uncorrected, unit, None, fact.unit_denominator, fact.counted_noun)
    sort = fact.value if fact.value is not None else fact.value_low
    return FactView(
        fact, say_fact(fact), f"{sort:E}", fact.snippet, before, say_period(fact), spot_of(fact.page, fact.boxes)
    )


def _claims(extraction: Extraction) -> tuple[FactView, ...]:
    """What the document rests on: the statements in prose that most relations take part in.

    One for each metric and one for each number, in the document's own language where it is stated in two.
    """
    used = Counter(m.id for f in extraction.findings for m in f.members)
    stated = Counter((f.metric_key, f.value_low) for f in extraction.facts)

    def weight(fact: Fact) -> int:
        return used[fact.fact_id] + stated[fact.metric_key, fact.value_low]

    prose = [
        f
        for f in extraction.facts
        if f.source == "prose" and f.metric and f.kind in ("money", "count", "percent", "physical") and weight(f) > 1
    ]
    by_metric: dict[str, Fact] = {}
    for fact in sorted(prose, key=lambda f: (-weight(f), f.kind != "money", f.page, f.fact_id)):
        by_metric.setdefault(fact.metric_key, fact)
    by_number: dict[tuple[Decimal, Decimal, str | None], list[Fact]] = {}
    for fact in by_metric.values():
        by_number.setdefault((fact.value_low, fact.value_high, fact_unit(fact)), []).append(fact)
    language = extraction.document.language
    best = [min(same, key=lambda f: f.language != language) for same in by_number.values()][:MOST_CLAIMS]
    return tuple(_fact(f) for f in sorted(best, key=lambda f: (f.page, f.char_start or 0)))


def _rules(findings: Sequence[Finding]) -> tuple[RuleRow, ...]:
    counts = Counter((f.rule, f.status) for f in findings)
    rows = [
        RuleRow(rule_words(r), counts[r, "holds"], counts[r, "fails"], counts[r, "undetermined"])
        for r in sorted({f.rule for f in findings})
    ]
    return tuple(sorted(rows, key=lambda r: (-r.fails, -(r.holds + r.undetermined), r.words.name)))


def _coverage(tokens: Sequence[NumberToken]) -> Coverage:
    counts = Counter(str(t.disposition) for t in tokens)
    total = len(tokens)
    parts = tuple(
        (key, words, counts[key], 100 * counts[key] / total) for key, words in DISPOSITIONS.items() if counts[key]
    )
    unread = tuple(
        (t, spot_of(t.page, (Place(t.page, t.box),) if t.box else ())) for t in tokens if t.disposition == "unread"
    )
    return Coverage(total, parts, unread)


def _correction(correction: Correction, finder: Finder, findings: Sequence[Finding]) -> CorrectionView:
    mine = [f for f in findings if f.correction_id == correction.correction_id]
    evidence = tuple(f for f in findings if f.finding_id in correction.evidence)
    reconciled = tuple(f for f in mine if f.status == "holds" and f.printed_status == "fails")
    changes: list[Change] = []
    pages: list[int] = []
    for target in correction.targets:
        standing = finder.standing(target.dataset, target.id)
        if standing is None:
            continue
        pages.append(standing.page)
        fact = finder.fact(standing.fact_id)
        if fact is None or fact.value is None:
            continue
        changes.append(_change(fact, correction, standing))
    return CorrectionView(
        correction, CORRECTION_STATUS[correction.status], tuple(sorted(set(pages))), tuple(changes[:MOST_CHANGES]),
        max(0, len(changes) - MOST_CHANGES), reconciled, evidence,
    )  # fmt: skip


def _change(fact: Fact, correction: Correction, standing: Standing) -> Change:
    value = fact.value or Decimal(0)
    unit = fact_unit(fact)
    if fact.value_uncorrected is not None:
        before, after = fact.value_uncorrected, value
    else:
        before, after = value, value * correction.factor if correction.factor is not None else value
    name = (
        fact.metric
        if fact.source == "prose"
        else " ".join(dict.fromkeys(t for t in (fact.series, say_period(fact)) if t))
    )
    said = (
        say(after, unit)
        if correction.factor is not None or fact.value_uncorrected is not None
        else correction.corrected
    )
    return Change(name or fact.metric or fact.snippet, say(before, unit), said, spot_of(standing.page, standing.boxes))


def _chart(
    chart: Chart, finder: Finder, corrections: dict[str, Correction], broken: dict[str, list[Finding]]
) -> ChartView:
    facts = {p.point_id: finder.fact_of(p.point_id) for p in chart.points}
    primary = _axis_unit(_on_axis(chart, facts, "primary"))
    secondary = _axis_unit(_on_axis(chart, facts, "secondary"))
    data = []
    for n, point in enumerate(chart.points):
        datum = _datum(n, point, facts[point.point_id], primary, secondary)
        if datum:
            data.append(datum)
    ids = [chart.chart_id] + [i for p in chart.points for i in (p.point_id, _id(facts[p.point_id]))]
    failing = tuple(dict.fromkeys(f for i in ids for f in broken.get(i, ())))
    correction = next(
        (corrections[f.correction_id] for f in facts.values() if f and f.correction_id in corrections), None
    )
    standing = finder.standing("charts", chart.chart_id)
    crops = finder.crops((standing,)) if standing else ()
    return ChartView(
        chart, crops[0] if crops else None, draw(chart.kind, data), _unit_text(primary), _unit_text(secondary),
        tuple(_point_row(chart, p, facts[p.point_id]) for p in chart.points), correction, failing,
    )  # fmt: skip


def _id(fact: Fact | None) -> str:
    return fact.fact_id if fact else ""


def _on_axis(chart: Chart, facts: dict[str, Fact | None], axis: str) -> list[Fact | None]:
    return [facts[p.point_id] for p in chart.points if (p.axis or "primary") == axis]


@dataclass(frozen=True, slots=True)
class _Scale:
    unit: str | None
    exponent: int
    word: str


def _axis_unit(facts: Iterable[Fact | None]) -> _Scale | None:
    """The unit of most values of an axis, and the power of ten in which its median reads well."""
    found = [f for f in facts if f is not None]
    if not found:
        return None
    unit = Counter(fact_unit(f) for f in found).most_common(1)[0][0]
    sizes = sorted(abs(f.value) for f in found if f.value is not None and fact_unit(f) == unit)
    exponent, word = scale_for(sizes[len(sizes) // 2 : len(sizes) // 2 + 1], unit)
    return _Scale(unit, exponent, word)


def _unit_text(scale: _Scale | None) -> str:
    return axis_unit(scale.word, None if scale.unit == "1" else scale.unit) if scale else ""


def _datum(n: int, point: Point, fact: Fact | None, primary: _Scale | None, secondary: _Scale | None) -> Datum | None:
    on_second = point.axis == "secondary"
    scale = secondary if on_second else primary
    if fact is not None and scale is not None:
        value = fact.value if fact.value is not None else (fact.value_low + fact.value_high) / 2
        if not value.is_finite() or value.adjusted() > 60 or fact_unit(fact) != scale.unit:
            return None
        number = value.scaleb(-scale.exponent)
        digits = None if fact.decimals is None else max(0, fact.decimals + scale.exponent)
        label = plain_number(number, digits, 4) + ("%" if scale.unit == "%" else "")
        said = say_fact(fact)
    elif scale is None and (point.printed is not None or point.from_geometry is not None):
        number = point.printed if point.printed is not None else Decimal(str(point.from_geometry))
        if not number.is_finite():
            return None
        label = said = plain_number(number, None, 4)
    else:
        return None
    if abs(number) > Decimal(10) ** 15:
        return None
    category, series = point.category or (f"#{n + 1}" if not point.series else ""), point.series or ""
    says = ", ".join(t for t in (series, category, said) if t)
    forecast = bool(fact and fact.is_forecast)
    corrected = bool(fact and fact.value_uncorrected is not None)
    return Datum(category, series, float(number), label, on_second, forecast, corrected, point.printed is None, says)


def _point_row(chart: Chart, point: Point, fact: Fact | None) -> PointRow:
    printed = point.value_as_printed or ""
    basis = "label" if point.printed is not None else "drawing"
    if fact:
        value = say_fact(fact)
    elif point.from_geometry is not None:
        value = plain_number(Decimal(str(point.from_geometry)), None, 4)
    else:
        value = printed
    corrected = bool(fact and fact.value_uncorrected is not None)
    spot = spot_of(chart.page, (Place(chart.page, point.box),))
    return PointRow(point.category or "", point.series or "", value, printed, basis, corrected, spot)


def _table(table: Table, finder: Finder, broken: dict[str, list[Finding]]) -> TableView:
    rows: dict[int, list[CellView]] = {n: [] for n in range(table.rows)}
    failing: list[Finding] = []
    for cell in sorted(table.cells, key=lambda c: (c.row, c.col)):
        fact = finder.fact_of(cell.cell_id)
        found = [*broken.get(cell.cell_id, ()), *(broken.get(fact.fact_id, ()) if fact else ())]
        failing += found
        rows.setdefault(cell.row, []).append(CellView(cell, say_fact(fact) if fact else None, bool(found)))
    pages: dict[int, list[Box]] = {}
    for cell in table.cells:
        pages.setdefault(cell.page, []).append(cell.box)
    crops = []
    for page, boxes in sorted(pages.items()):
        frame = finder.frame(page)
        if frame:
            around = Box.around((table.box, *boxes)) if page == table.page else Box.around(boxes)
            crops.append(Crop(page, clipped(around.grown(6), frame), (), (), "table"))
    return TableView(table, tuple(crops), tuple(tuple(r) for r in rows.values()), tuple(dict.fromkeys(failing)))

"""The auditor's round: diagnose labels, correct what is proved, build every rule's relations, judge, tell.

Works on the values of the earlier stages and reads no file, so that published facts can be checked again without
their PDF. Relations are judged on corrected values; `printed_status` says how they stood as printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from wpextract.charts.model import Chart
from wpextract.consistency import corrections as fixes
from wpextract.consistency import interval as iv
from wpextract.consistency.custom import OwnRule, own_relations
from wpextract.consistency.diagnosis import diagnose
from wpextract.consistency.facts_view import View
from wpextract.consistency.judge import judge
from wpextract.consistency.linking import DOUBTED, SURE, WORTH, exchanged
from wpextract.consistency.material import LEADING, Material
from wpextract.consistency.model import Checked, Correction, Finding, Relation, Severity, Status
from wpextract.consistency.relations import quoted
from wpextract.consistency.rules import all_rules
from wpextract.facts.model import Fact
from wpextract.ids import Ids
from wpextract.reading.model import Block, Document
from wpextract.tables.model import Table

LABEL_RULES = frozenset(
    {"unit_scale_mismatch", "currency_mismatch", "range_dash_lost"}
)  # about the print itself: never on corrected values

_RECOMPUTED = frozenset({"growth_rate", "cagr", "product_or_share_of", "bounds"})
_RESTATED = frozenset({"restated_value", "text_vs_chart"})
_PRINTS = 3  # members whose other print is told


def check(
    document: Document,
    blocks: Sequence[Block],
    tables: Sequence[Table],
    charts: Sequence[Chart],
    facts: Sequence[Fact],
    ids: Ids,
    own_rules: Sequence[OwnRule] = (),
) -> Checked:
    """Checks a document against itself.

    Facts come back with applied corrections; findings hold every relation checked, holding or not; `own_rules` are
    a user's equations (`consistency.custom`).
    """
    printed = Material(document, blocks, tables, charts, facts)
    printed.diagnoses, printed.borne_out = diagnose(printed)
    containers = {g.container_id: g.source for g in printed.grids}

    def related(proposed: Sequence[Correction]) -> tuple[tuple[Fact, ...], list[Relation]]:
        corrected = fixes.apply(facts, proposed, printed.diagnoses)
        material = Material(document, blocks, tables, charts, corrected) if corrected != tuple(facts) else printed
        relations = [r for name, rule in all_rules() for r in rule(printed if name in LABEL_RULES else material)]
        relations += own_relations(material, own_rules)
        judged = _once_a_total(
            _once_a_claim(_borne_out(_without_repeats(_explained(relations, proposed)), printed.by_id)), material.by_id
        )
        return corrected, _with_other_prints(judged, material.by_id)

    proposed = fixes.correct(printed.diagnoses, containers, ids)
    corrected, relations = related(proposed)
    reconciled = [r for r in relations if _holds(r) and not _holds(_as_printed(r, printed.by_id))]
    supported = fixes.supported(proposed, printed.diagnoses, printed.borne_out, reconciled)
    if supported != proposed:
        corrected, relations = related(supported)
    findings = _findings(relations, printed, ids)
    return Checked(corrected, findings, _with_evidence(supported, findings))


def _explained(relations: Iterable[Relation], proposed: Sequence[Correction]) -> list[Relation]:
    """Ties relations to the correction of one of their members."""
    by_fact = {t.id: c for c in proposed for t in c.targets if t.dataset == "facts"}
    out = []
    for r in relations:
        touched = [by_fact[m.id] for m in r.members if m.id in by_fact]
        if touched and r.rule in LABEL_RULES:
            own = next((by_fact[m.id] for m in r.members if m.role == "claim" and m.id in by_fact), touched[0])
            out.append(replace(r, correction_id=own.correction_id))
        elif touched and touched[0].status == "applied":
            out.append(replace(r, correction_id=touched[0].correction_id))
        elif touched:  # the label is in doubt: what follows from it is told as information
            out.append(replace(r, correction_id=touched[0].correction_id, severity_if_fails="info"))
        else:
            out.append(r)
    return out


def _without_repeats(relations: Sequence[Relation]) -> list[Relation]:
    """One relation for each rule and set of members, the surest; a text may hold several ("began in May, ended in July")."""
    best: dict[tuple[str, frozenset[tuple[str, str, str]], str], Relation] = {}
    for r in relations:
        of_text = all(m.dataset == "blocks" for m in r.members)
        key = (r.rule, frozenset((m.dataset, m.id, m.role) for m in r.members), r.computation if of_text else "")
        if key not in best or r.confidence > best[key].confidence:
            best[key] = r
    return list(best.values())


def _borne_out(relations: Sequence[Relation], views: Mapping[str, View]) -> list[Relation]:
    """A rate of the text that its own parts bear out need not be another one that a chart or table shows.

    Nor need an amount that a conversion bears out be one that several others state alike.
    """
    derived = {
        m.id for r in relations for m in r.members[-1:]
        if r.rule in _RECOMPUTED and m.role == "claim" and r.unit == "%" and r.confidence > WORTH
        and views[m.id].fact.source == "prose"
        and _holds(r)
    }  # fmt: skip
    converted = {
        m.id for r in relations if r.rule == "fx_plausibility" and _holds(r) and r.confidence > WORTH
        for m in r.members[:2]
    }  # fmt: skip
    # so is one to the same end from another year: "44 in 2025 and 64 in 2029. That is 9.6% a year", from the year before
    rates = {_rate_to(r, views) for r in relations if r.rule == "cagr" and r.confidence > WORTH and _holds(r)}
    return [
        replace(r, confidence=min(r.confidence, DOUBTED))
        if not _holds(r)
        and (
            (r.rule in _RESTATED and _is_derived(r, derived, views))
            or (r.rule in _RESTATED and len(r.members) > 2 and r.members[-1].id in converted)
            or (r.rule == "cagr" and _rate_to(r, views) in rates)
        )
        else r
        for r in relations
    ]


def _is_derived(r: Relation, derived: Collection[str], views: Mapping[str, View]) -> bool:
    """Whether its parts bear out the figure that is said to differ, or the other, unless a text exchanges the digits of that."""
    other, odd = (views[m.id] for m in r.members[-2:])
    misprint = odd.fact.source == "prose" and len(odd.figures) > LEADING and exchanged(other, odd)
    return odd.id in derived or (not misprint and any(m.id in derived for m in r.members))


def _rate_to(r: Relation, views: Mapping[str, View]) -> tuple[str, ...]:
    """The digits of a compound rate and of the value that it leads to."""
    return tuple(views[m.id].digits for m in r.members if m.role in ("end", "claim"))


def _once_a_claim(relations: Sequence[Relation]) -> list[Relation]:
    """A claim that fails in several readings fails in the surest; another that gives something else is a doubt."""
    surest: dict[str, Relation] = {}
    for r in relations:
        claim = _claim(r)
        if claim and not _holds(r):
            held = surest.get(claim)
            if held is None or r.confidence > held.confidence:
                surest[claim] = r
    out = []
    for r in relations:
        best = surest.get(_claim(r) or "", r)
        doubted = r is not best and not _holds(r) and not iv.meets(r.derived, best.derived)
        out.append(replace(r, confidence=min(r.confidence, DOUBTED)) if doubted else r)
    return out


def _once_a_total(relations: Sequence[Relation], views: Mapping[str, View]) -> list[Relation]:
    """A sum that fails is told; what fails with it only because its total is printed wrong is a doubt."""
    wrong = {
        r.members[-1].id: r.derived for r in relations
        if r.rule == "part_whole_sum" and r.members and r.confidence >= SURE and not _holds(r)
    }  # fmt: skip

    def follows(r: Relation) -> bool:
        others = [m.id for m in r.members[:-1] if m.id in wrong]
        if not others or r.formula is None or _holds(r) or any(m.id not in views for m in r.members):
            return False
        return iv.meets(*r.formula([wrong.get(m.id, views[m.id].interval) for m in r.members]))

    return [replace(r, confidence=min(r.confidence, DOUBTED)) if follows(r) else r for r in relations]


def _with_other_prints(relations: Sequence[Relation], views: Mapping[str, View]) -> list[Relation]:
    """Relations that say how their members are printed elsewhere, in other digits: "12.5 thousand" for "12,500"."""
    prints: dict[str, list[View]] = defaultdict(list)
    for r in relations:
        if r.rule in _RESTATED and len(r.members) == 2 and r.confidence >= SURE and _holds(r):
            a, b = (views[m.id] for m in r.members)
            if a.number != b.number:
                prints[a.id].append(b)
                prints[b.id].append(a)
    out = []
    for r in relations:
        members = [views[m.id] for m in r.members if m.dataset == "facts"] if r.rule not in _RESTATED else []
        own = {v.number for v in members}
        also = [(v, w) for v in members for w in prints.get(v.id, ())[:1] if w.number not in own][:_PRINTS]
        note = "".join(f" {v.name} is also printed as {quoted(w)}." for v, w in also)
        out.append(replace(r, statement=r.statement + note, complaint=r.complaint and r.complaint + note))
    return out


def _claim(r: Relation) -> str | None:
    """The percentage that a relation recomputes or finds restated."""
    last = r.members[-1] if r.members else None
    return last.id if last and last.role in ("claim", "stated") and r.unit == "%" else None


def _as_printed(r: Relation, views: Mapping[str, View]) -> Relation:
    if r.formula is None or r.correction_id is None or r.rule in LABEL_RULES:
        return r
    derived, printed = r.formula([views[m.id].interval for m in r.members])
    return replace(r, derived=derived, printed=printed)


def _holds(r: Relation) -> bool:
    return iv.meets(r.derived, r.printed)


def _findings(relations: Sequence[Relation], printed: Material, ids: Ids) -> tuple[Finding, ...]:
    verdict = judge(relations)
    before = judge([_as_printed(r, printed.by_id) for r in relations])
    out = []
    for row, r in enumerate(relations):
        status, as_printed = verdict.status(row), before.status(row)
        out.append(
            Finding(
                finding_id=ids.new("finding", r.pages[0] if r.pages else 1, f"{r.rule} {r.statement}"),
                rule=r.rule,
                status=status,
                printed_status=as_printed,
                severity=_severity(r, status),
                pages=r.pages,
                members=r.members,
                statement=_told(r, status),
                computation=r.computation,
                printed=r.printed,
                derived=r.derived,
                unit=r.unit,
                diagnosis=None if status == "holds" else r.diagnosis,
                correction_id=r.correction_id,
                confidence=r.confidence,
            )
        )
    return tuple(out)


def _told(r: Relation, status: Status) -> str:
    if status == "undetermined" and not _holds(r):
        return f"Undecided: {r.statement}"
    return r.complaint if status == "fails" and r.complaint else r.statement


def _severity(r: Relation, status: Status) -> Severity:
    if status != "fails":
        return "info"
    return "warning" if r.severity_if_fails == "error" and r.confidence < 0.7 else r.severity_if_fails


def _with_evidence(proposed: Sequence[Correction], findings: Sequence[Finding]) -> tuple[Correction, ...]:
    """Corrections with the findings that they explain or that they reconcile."""
    return tuple(
        replace(c, evidence=tuple(f.finding_id for f in findings if f.correction_id == c.correction_id))
        for c in proposed
    )

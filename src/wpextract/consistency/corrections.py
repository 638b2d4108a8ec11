"""Turns diagnoses into corrections and applies those that the document itself proves.

A correction is applied when independent sources in the document bear it out and nothing of weight contradicts it; else
it is proposed and the printed values stand. The printed value stays beside the corrected one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from wpextract.consistency.diagnosis import Borne, Diagnosis
from wpextract.consistency.model import Correction, Relation, Target
from wpextract.consistency.unit_labels import label_text
from wpextract.facts.model import Fact
from wpextract.ids import Ids


def label_as_printed(d: Diagnosis) -> str:
    f = (d.views[0] if d.container else d.evidence[0].own).fact
    return (f.unit_as_printed or f.snippet).strip() if f.container_id else f.snippet.strip()


def label_as_corrected(d: Diagnosis) -> str:
    """The unit or number as it should read, in the language of the label."""
    f = d.views[0].fact
    if f.container_id is None:
        return d.evidence[0].other.name
    return label_text(f, d.factor, d.currency)


def correct(diagnoses: Sequence[Diagnosis], rows: Mapping[str, str], ids: Ids) -> tuple[Correction, ...]:
    """One correction for each diagnosis; `rows` says which containers are charts. Evidence comes later."""
    out = []
    for d in diagnoses:
        first = d.views[0].fact
        applied = _proved(d)
        targets = [Target("facts", v.id) for v in d.views]
        if first.container_id:
            targets.insert(
                0, Target("charts" if rows.get(first.container_id) == "chart" else "tables", first.container_id)
            )
        out.append(
            Correction(
                correction_id=ids.new(
                    "correction", first.page, f"{label_as_printed(d)} {first.container_id or first.fact_id}"
                ),
                targets=tuple(targets),
                field="currency" if d.factor == 1 else "scale",
                printed=label_as_printed(d),
                corrected=label_as_corrected(d),
                factor=None if d.factor == 1 else d.factor,
                evidence=(),
                status="applied" if applied else "proposed",
                expect_printed=label_as_printed(d),
                decision=None,
                decided_by=None,
                reason=_reason(d, applied),
            )
        )
    return tuple(out)


def _proved(d: Diagnosis) -> bool:
    return not d.broken and d.strength >= 0.6


def supported(
    corrections: Sequence[Correction],
    diagnoses: Sequence[Diagnosis],
    borne: Iterable[Borne],
    reconciled: Sequence[Relation],
) -> tuple[Correction, ...]:
    """The corrections, those only proposed that rest on one statement against another.

    Two numbers that disagree do not say which of them is wrong. A correction needs a second number that agrees with it,
    another figure that bears out the label it is held against, or a relation that it has `reconciled`: one that fails
    as printed and holds with it.
    """
    labels = {v.id for b in borne for v in b.views}
    return tuple(
        replace(c, status="proposed", reason=f"{c.reason}; nothing else says which of the two is wrong")
        if c.status == "applied"
        and d.lone
        and d.evidence[0].other.id not in labels
        and not _reconciles(c, d, reconciled)
        else c
        for c, d in zip(corrections, diagnoses, strict=True)
    )


def _reconciles(c: Correction, d: Diagnosis, reconciled: Sequence[Relation]) -> bool:
    two = {d.evidence[0].own.id, d.evidence[0].other.id}
    return any(r.correction_id == c.correction_id and not {m.id for m in r.members} <= two for r in reconciled)


def _reason(d: Diagnosis, applied: bool) -> str:
    places = sorted({e.other.page for e in d.evidence})
    pages = ", ".join(map(str, places[:6]))
    many = len(d.evidence) > 1
    told = f"{len(d.evidence)} statement{'s' if many else ''} (page {pages}) {'agree' if many else 'agrees'}"
    return f"{told} with it" + (
        " and none contradicts it"
        if applied
        else f"; {len(d.against)} agree with the label as printed"
        if d.against
        else ""
    )


def apply(facts: Iterable[Fact], corrections: Sequence[Correction], diagnoses: Sequence[Diagnosis]) -> tuple[Fact, ...]:
    """The facts with applied corrections in them; the others as they were."""
    change: dict[str, tuple[Correction, Diagnosis]] = {}
    for c, d in zip(corrections, diagnoses, strict=True):
        if c.status == "applied":
            change.update({v.id: (c, d) for v in d.views})
    return tuple(corrected(f, *change[f.fact_id]) if f.fact_id in change else f for f in facts)


def corrected(f: Fact, c: Correction, d: Diagnosis) -> Fact:
    """A fact under its corrected label: value and bounds times the factor, the currency exchanged.

    The printed ends, their decimals and the value as printed stay.
    """

    def times(x: Decimal | None) -> Decimal | None:
        return None if x is None else x * d.factor

    out = replace(
        f,
        value=times(f.value),
        bound_low=times(f.bound_low),
        bound_high=times(f.bound_high),
        scale=f.scale * d.factor,
        value_uncorrected=f.value if f.value_uncorrected is None else f.value_uncorrected,
        correction_id=c.correction_id,
    )
    if d.currency:
        out = replace(out, currency=d.currency, unit=d.currency, kind="money", counted_noun=None)
    return out

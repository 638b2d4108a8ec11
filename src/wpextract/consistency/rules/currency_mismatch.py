"""A currency in a unit label that the text contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wpextract.consistency import interval as iv
from wpextract.consistency.corrections import label_as_corrected, label_as_printed
from wpextract.consistency.diagnosis import Evidence
from wpextract.consistency.material import Material
from wpextract.consistency.model import Member, Relation
from wpextract.consistency.relations import listed, quoted


def _borne_out(alike: Sequence[Evidence]) -> Relation:
    own = list({e.own.id: e.own for e in alike}.values())
    other = list({e.other.id: e.other for e in alike}.values())
    currency = own[0].fact.currency
    return Relation(
        rule="currency_mismatch",
        members=(*(Member("facts", v.id, "claim") for v in own), *(Member("facts", v.id, "stated") for v in other)),
        pages=tuple(sorted({v.page for v in (*own, *other)})),
        derived=iv.exactly(len(own)),
        printed=iv.exactly(len(own)),
        unit=str(currency),
        statement=f"The label of {quoted(own[0])} names {currency}, and so {'does' if len(other) == 1 else 'do'} {listed(other)}.",
        computation=f"{len(own)} of {len(own)} restated values in {currency}",
        confidence=min(0.95, 0.4 + 0.2 * sum(e.weight for e in alike)),
    )


def currency_mismatch(material: Material) -> Iterator[Relation]:
    """Of the values under one label that the text restates, the number in the label's currency = their number.

    Fails when at least two values are restated, all in one other currency and none in the label's. Source: units of
    duplicate facts in XBRL Calculations 1.1, which must be equal.
    """
    for b in material.borne_out:
        alike = [e for e in b.evidence if e.own.fact.currency and e.own.fact.currency == e.other.fact.currency]
        if alike:
            yield _borne_out(alike)
    for d in material.diagnoses:
        if d.factor != 1 or d.currency is None:
            continue
        own = list({e.own.id: e.own for e in d.evidence}.values())
        other = list({e.other.id: e.other for e in d.evidence}.values())
        yield Relation(
            rule="currency_mismatch",
            members=(*(Member("facts", v.id, "claim") for v in own), *(Member("facts", v.id, "stated") for v in other)),
            pages=tuple(sorted({v.page for v in (*own, *other)})),
            derived=iv.exactly(0),
            printed=iv.exactly(len(own)),
            unit=d.currency,
            statement=f"{listed(own)} on page {own[0].page} are labelled {label_as_printed(d)}, "
            f"but stated as {listed(other)}.",
            computation=f"0 of {len(own)} restated values are in {own[0].fact.currency}, {len(own)} in {d.currency}",
            confidence=min(0.95, 0.4 + 0.2 * d.strength),
            diagnosis=f"{label_as_printed(d)} should be {label_as_corrected(d)}.",
        )

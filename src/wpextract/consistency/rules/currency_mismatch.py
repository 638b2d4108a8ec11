"""A currency in a unit label that the text contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from wpextract.consistency import interval as iv
from wpextract.consistency.corrections import label_as_corrected, label_as_printed
from wpextract.consistency.material import Material
from wpextract.consistency.model import Member, Relation
from wpextract.consistency.relations import listed


def currency_mismatch(material: Material) -> Iterator[Relation]:
    """Of the values under one label that the text restates, the number in the label's currency = their number.

    Told when at least two values are restated, all in one other currency and none in the label's. Source: units of
    duplicate facts in XBRL Calculations 1.1, which must be equal.
    """
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

"""A currency in a unit label that the text contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wpextract.consistency import interval as iv
from wpextract.consistency.corrections import label_as_corrected, label_as_printed
from wpextract.consistency.diagnosis import Evidence
from wpextract.consistency.facts_view import View
from wpextract.consistency.linking import WORTH, digits_agree, same_subject
from wpextract.consistency.material import NEAREST, Material
from wpextract.consistency.model import Member, Relation
from wpextract.consistency.relations import listed, quoted


def _borne_out(alike: Sequence[Evidence], against: Sequence[Evidence]) -> Relation:
    """The values under a label that the text restates in its currency, against all that it restates."""
    own = list({e.own.id: e.own for e in alike}.values())
    other = list({e.other.id: e.other for e in alike}.values())
    restated = {e.own.id for e in (*alike, *against)}
    label = own[0].fact.unit_as_printed
    return Relation(
        rule="currency_mismatch",
        members=(*(Member("facts", v.id, "claim") for v in own), *(Member("facts", v.id, "stated") for v in other)),
        pages=tuple(sorted({v.page for v in (*own, *other)})),
        derived=iv.exactly(len(own)),
        printed=iv.exactly(len(restated)),
        unit=str(own[0].fact.currency),
        statement=f"The currency of {label} in {own[0].fact.context or own[0].fact.metric} (page {own[0].page}) "
        f"is that of {', '.join(dict.fromkeys(v.name for v in other))}.",
        computation=f"{len(own)} of {len(restated)} restated values are in {own[0].fact.currency}",
        confidence=min(0.95, 0.4 + 0.2 * sum(e.weight for e in alike)),
        severity_if_fails="info",
    )


def currency_mismatch(material: Material) -> Iterator[Relation]:
    """Of the values under one label that the text restates, the number in the label's currency = their number.

    A wrong label where at least two values are restated, all in one other currency and none in the label's; of a label
    that is borne out, what is restated in another one is told as information. An amount of the text that others state
    to the digit in another currency, and none in its own, is told with them. Source: units of duplicate facts in XBRL
    Calculations 1.1, which must be equal.
    """
    for b in material.borne_out:
        alike = [e for e in b.evidence if e.own.fact.currency and e.own.fact.currency == e.other.fact.currency]
        if alike:
            yield _borne_out(alike, [e for e in b.against if e.currency])
    yield from _in_another(material)
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
            confidence=min(0.95, 0.44 + 0.2 * d.strength + (0.1 if _told_twice(own) or _told_twice(other) else 0.0)),
            diagnosis=f"{label_as_printed(d)} should be {label_as_corrected(d)}.",
        )


def _told_twice(own: Sequence[View]) -> bool:
    """Whether two values at least, of three figures each and in places of their own, are restated in the other currency."""
    return len({(v.source, v.id if v.fact.source != "prose" else "") for v in own if len(v.figures) > 2}) > 1


def _in_another(material: Material) -> Iterator[Relation]:
    """Amounts that a text states in one currency, and what speaks of the same, to the digit, in another."""
    labels = {v.id for d in material.diagnoses for v in d.views} | {
        e.other.id for d in material.diagnoses for e in d.evidence
    }
    told: set[str] = set()
    for v in material.views:
        if v.fact.source != "prose" or v.fact.kind != "money" or v.is_range or len(v.digits) < 2 or v.id in labels:
            continue
        alike = [o for o in material.same_digits(v.digits, v.span)[:NEAREST] if o.id != v.id and _as_much(o, v)]
        own = [o for o in alike if o.fact.currency == v.fact.currency]
        other = [o for o in alike if o.fact.currency != v.fact.currency and same_subject(material, v, o) >= WORTH]
        if not other or v.id in told or any(same_subject(material, v, o) >= WORTH for o in own):
            continue
        best = max(other, key=lambda o: (same_subject(material, v, o), o.id))
        sure = 0.05 + same_subject(material, v, best) + 0.4 * digits_agree(material, v, best)
        sure += 0.1 * (len({o.source for o in other}) - 1)
        told |= {o.id for o in other}
        yield Relation(
            rule="currency_mismatch",
            members=(Member("facts", v.id, "claim"), *(Member("facts", o.id, "stated") for o in other)),
            pages=tuple(sorted({x.page for x in (v, *other)})),
            derived=iv.exactly(0),
            printed=iv.exactly(1),
            unit=str(best.fact.currency),
            statement=f"{quoted(v)} is stated as {listed(other)}.",
            computation=f"{v.name} against {best.name}: one number in {v.fact.currency} and in {best.fact.currency}",
            confidence=min(0.95, sure),
            diagnosis=f"{v.name} should be {best.name}, or the other way round.",
        )


def _as_much(a: View, b: View) -> bool:
    per = [x.fact.unit_denominator or "" for x in (a, b)]
    return a.fact.kind == "money" and a.value == b.value and per[0] == per[1] and a.source != b.source

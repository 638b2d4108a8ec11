"""A unit label (or a number's own unit) that is a power of ten off from what the rest of the document says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wpextract.consistency import interval as iv
from wpextract.consistency.corrections import label_as_corrected, label_as_printed
from wpextract.consistency.diagnosis import Diagnosis, plain_print
from wpextract.consistency.facts_view import View
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import Role, quoted, relate

SHOWN = 12


def scale_as_printed(own: View, other: View) -> iv.Formula:
    """The plain prints, without comparators: an open bound must not hide a factor of ten."""

    def formula(_: Sequence[Interval]) -> tuple[Interval, Interval]:
        return plain_print(other), plain_print(own)

    return formula


def unit_scale_mismatch(material: Material) -> Iterator[Relation]:
    """Value as labelled x 10^k = the same significant digits elsewhere, with one k that reconciles every linked value.

    One relation for each wrong label, as printed; the correction is the factor 10^k. Source: the "scale" and
    "decimals" attributes of Inline XBRL 1.1, where a wrong scale is the commonest tagging error.
    """
    for d in material.diagnoses:
        if d.factor == 1:
            continue
        first = d.evidence[0]
        pairs = d.evidence[:SHOWN]
        unique: dict[str, tuple[View, Role]] = {}
        for e in pairs[1:]:
            unique.setdefault(e.other.id, (e.other, "stated"))
            unique.setdefault(e.own.id, (e.own, "part"))
        unique = {k: m for k, m in unique.items() if k not in (first.own.id, first.other.id)}
        worked = "; ".join(f"{e.own.name} against {e.other.name}" for e in pairs)
        yield relate(
            "unit_scale_mismatch",
            scale_as_printed(first.own, first.other),
            [*unique.values(), (first.other, "restated"), (first.own, "claim")],
            quoted(first.own),
            f"what {quoted(first.other)} states",
            worked,
            min(0.97, 0.45 + 0.2 * d.strength),
            complaint=f"{quoted(first.own)} is {_times(d)} what {quoted(first.other)} states.",
            diagnosis=f"{label_as_printed(d)} should be {label_as_corrected(d)} (factor {_factor(d)}).",
        )


def _times(d: Diagnosis) -> str:
    power = -d.factor.adjusted()
    return f"{10**power:,} times" if power > 0 else f"one {10**-power:,}th of"


def _factor(d: Diagnosis) -> str:
    return f"{d.factor:f}"

"""A stated compound annual growth rate against the values at both ends of its span."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import spans_of
from wpextract.consistency.linking import operands
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import quoted, relate, settle, told_as
from wpextract.consistency.structure import rate_columns


def compound(years: int) -> Callable[[Sequence[Interval]], tuple[Interval, Interval]]:
    """((end / base)^(1/years) - 1) x 100 against the rate."""

    def formula(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
        return iv.growth(xs[1], xs[0], years), xs[2]

    return formula


def cagr(material: Material) -> Iterator[Relation]:
    """Compound annual growth in percent = ((end / base)^(1/n) - 1) x 100, n the years between both ends.

    Checked for claims in text and call-outs and for columns of tables. Source: the definition of CAGR; rounding as in
    XBRL Calculations 1.1.
    """
    claims = [
        (c, s, [o for o in operands(material, c, s, spans_of(c, material.latest)) if o.years > 1])
        for s in material.sentences
        for c in s.claims
        if c.kind == "cagr" and not c.view.is_range
    ]
    for claim, found in settle(material, claims, lambda _, o: iv.growth(o.end.interval, o.base.interval, o.years)):
        yield relate(
            "cagr",
            compound(found.years),
            [(found.base, "base"), (found.end, "end"), (claim.view, "claim")],
            quoted(claim.view),
            f"the compound annual growth from {quoted(found.base)} to {quoted(found.end)}{told_as(material, claim, found)}",
            f"({found.end.name} / {found.base.name})^(1/{found.years}) - 1",
            found.confidence,
            unit="%",
        )
    for base, end, rate, years, confidence in rate_columns(material):
        if not years:
            continue
        yield relate(
            "cagr",
            compound(years),
            [(base, "base"), (end, "end"), (rate, "claim")],
            quoted(rate),
            f"the compound annual growth from {base.name} to {end.name} (page {end.page})",
            f"({end.name} / {base.name})^(1/{years}) - 1",
            confidence,
            unit="%",
        )

"""A unit label (or a number's own unit) that is a power of ten off from what the rest of the document says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.corrections import label_as_corrected, label_as_printed
from wpextract.consistency.diagnosis import Borne, Diagnosis, plain_print
from wpextract.consistency.facts_view import View
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Member, Relation
from wpextract.consistency.relations import Role, listed, quoted, relate
from wpextract.consistency.unit_labels import label_text
from wpextract.consistency.words import YEAR, tokens
from wpextract.quantities import parse_unit_note

SHOWN = 12
ABOVE = 20  # how far above the stated total an axis must end to be in doubt


def scale_as_printed(own: View, other: View) -> iv.Formula:
    """The plain prints, without comparators: an open bound must not hide a factor of ten."""

    def formula(_: Sequence[Interval]) -> tuple[Interval, Interval]:
        return plain_print(other), plain_print(own)

    return formula


def sizes_as_printed(own: View, other: View) -> iv.Formula:
    """The same without signs: a fall told in words is a negative mark."""

    def formula(_: Sequence[Interval]) -> tuple[Interval, Interval]:
        return iv.magnitude(plain_print(other)), iv.magnitude(plain_print(own))

    return formula


def unit_scale_mismatch(material: Material) -> Iterator[Relation]:
    """Value as labelled x 10^k = the same significant digits elsewhere, with one k that reconciles every linked value.

    One relation for each wrong label, as printed (the correction is the factor 10^k), and for each that is borne out. Source: the "scale" and
    "decimals" attributes of Inline XBRL 1.1, where a wrong scale is the commonest tagging error.
    """
    yield from _drawn_above_the_whole(material)
    for b in material.borne_out:
        own, other = b.evidence[0].own, b.evidence[0].other
        label, title = own.fact.unit_as_printed, own.fact.context or own.fact.metric
        further = dict.fromkeys(
            x for e in b.evidence[1:SHOWN] for x in (e.own, e.other) if x.id not in (own.id, other.id)
        )
        yield relate(
            "unit_scale_mismatch",
            sizes_as_printed(own, other),
            [*((v, _role(v, b)) for v in further), (other, "restated"), (own, "claim")],
            f"The unit {label} of {title} (page {own.page})",
            f"borne out by {listed([e.other for e in b.evidence[:SHOWN]])}",
            "; ".join(dict.fromkeys(f"{e.own.name} against {e.other.name}" for e in b.evidence[:SHOWN])),
            min(0.97, 0.45 + 0.2 * sum(e.weight for e in b.evidence)),
            severity="info",
        )
    for d in material.diagnoses:
        if d.factor == 1:
            continue
        first = d.evidence[0]
        labelled = first.own.fact.source == "prose" or any(v.fact.unit_as_printed for v in d.views)
        pairs = d.evidence[:SHOWN]
        unique: dict[str, tuple[View, Role]] = {}
        for e in pairs[1:]:
            unique.setdefault(e.other.id, (e.other, "stated"))
            unique.setdefault(e.own.id, (e.own, "part"))
        unique = {k: m for k, m in unique.items() if k not in (first.own.id, first.other.id)}
        worked = "; ".join(dict.fromkeys(f"{e.own.name} against {e.other.name}" for e in pairs))
        yield relate(
            "unit_scale_mismatch",
            scale_as_printed(first.own, first.other),
            [*unique.values(), (first.other, "restated"), (first.own, "claim")],
            quoted(first.own),
            f"what {quoted(first.other)} states",
            worked,
            min(0.97, 0.52 + 0.2 * d.strength),
            complaint=f"{quoted(first.own)} is {_times(d)} what {quoted(first.other)} states."
            if labelled
            else f"{quoted(first.own)} has no unit in reach; {quoted(first.other)} states the same figure with its scale.",
            severity="error" if labelled else "info",
            diagnosis=f"{label_as_printed(d)} should be {label_as_corrected(d)} (factor {_factor(d)}).",
        )


def _role(v: View, b: Borne) -> Role:
    return "part" if any(v is own for own in b.views) else "stated"


def _drawn_above_the_whole(material: Material) -> Iterator[Relation]:
    """An axis whose marks would each be larger than the total of the same year that the text beside it states.

    An axis ends at a round number above its largest mark, within a power of ten of it (Heckbert, "Nice numbers for
    graph labels", 1990). Only charts without labels are looked at: labels are compared one by one.
    """
    diagnosed = {d.container for d in material.diagnoses}
    for chart in material.charts:
        if chart.chart_id in diagnosed:
            continue
        note = parse_unit_note(chart.unit_as_printed or "")
        axis, title = chart.primary, chart.title or ""
        if note is None or axis is None or axis.is_percent or axis.high <= 0 or any(p.printed for p in chart.points):
            continue
        top = Decimal(repr(axis.high)) * note.scale
        years = {int(y) for y in YEAR.findall(title)}
        wholes = [
            c.view
            for s in material.sentences
            if s.page == chart.page
            for c in s.claims
            if c.kind == "level" and c.view.is_level and c.view.fact.kind == note.kind and c.view.fact.unit == note.unit
            and c.view.span is not None and c.view.span.kind == "Y" and c.view.span.last in years
            and c.view.interval.high is not None and c.view.value > 0
            and c.view.fact.unit_denominator == note.unit_denominator
            and _is_in_figures(c.view) and _may_count(c.view, note.counted_noun)
        ]  # fmt: skip
        whole = max(wholes, key=lambda v: (v.value, v.id), default=None)
        if whole is None or top < ABOVE * whole.value:
            continue
        power = (whole.value / top).log10().to_integral_value(ROUND_FLOOR)
        likely = f"{label_text(whole.fact, note.scale.scaleb(int(power)) / whole.fact.scale)}"
        yield Relation(
            rule="unit_scale_mismatch",
            members=(Member("charts", chart.chart_id, "claim"), Member("facts", whole.id, "total")),
            pages=(chart.page,),
            derived=Interval(top / 10, top),
            printed=Interval(Decimal(0), whole.interval.high),
            unit=note.unit,
            statement=f"The axis of {title} on page {chart.page} goes up to {axis.high:,.10g} {chart.unit_as_printed}, "
            f"with {quoted(whole)} for the year.",
            computation=f"marks of an axis from 0 to {axis.high:,.10g} {chart.unit_as_printed} against "
            f"{whole.name} in all: the axis ends {top / whole.value:,.0f} times above it",
            confidence=0.65,
            complaint=f"The axis of {title} on page {chart.page}, labelled {chart.unit_as_printed}, goes up to "
            f"{axis.high:,.10g}: far above {quoted(whole)}, which is the whole year's figure.",
            diagnosis=f"{chart.unit_as_printed} should most likely be {likely} (factor {Decimal(1).scaleb(int(power)):f}).",
            severity_if_fails="warning",
        )


def _is_in_figures(v: View) -> bool:
    """Whether a number is printed as one: "the price of one million tokens" is of no year."""
    return any(x.isdecimal() for x in v.fact.value_as_printed)


def _may_count(v: View, noun: str | None) -> bool:
    """Whether a number may count what a unit note says: 302 models are no tokens."""
    one, two = tokens(v.fact.counted_noun or ""), tokens(noun or "")
    return not one or not two or not one.isdisjoint(two)


def _times(d: Diagnosis) -> str:
    power = -d.factor.adjusted()
    return f"{10**power:,} times" if power > 0 else f"one {10**-power:,}th of"


def _factor(d: Diagnosis) -> str:
    return f"{d.factor:f}"

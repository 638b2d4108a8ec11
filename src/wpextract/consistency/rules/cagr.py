"""A stated compound annual growth rate against the values at both ends of its span."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim, spans_of
from wpextract.consistency.facts_view import View
from wpextract.consistency.linking import OF_ALL, SURE, Operands, operands, things_named
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import listed, quoted, relate, settle, signed, told_as
from wpextract.consistency.stacks import growth_of_heights, in_all, reaches, stacks_on
from wpextract.consistency.structure import rate_columns
from wpextract.consistency.told import told_pairs
from wpextract.consistency.words import COUNT, LIMITS, PRONOUN, number_of, tokens

_OVER_YEARS = re.compile(
    rf"(?:That|This|It) (?:is|was|makes|amounts to)\b[^.;]{{0,60}}\bover (?:the |these |those )?(?:\w+ )?{COUNT} years\b"
    rf"|Over (?:the|these|those) {COUNT} years,? (?:that|this|it)\b"
)


def compound(years: int, *, falls: bool = False) -> Callable[[Sequence[Interval]], tuple[Interval, Interval]]:
    """((end / base)^(1/years) - 1) x 100 against the rate, which is negative where words say that it `falls`."""

    def formula(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
        return iv.growth(xs[1], xs[0], years), iv.negate(xs[2]) if falls else xs[2]

    return formula


def cagr(material: Material) -> Iterator[Relation]:
    """Compound annual growth in percent = ((end / base)^(1/n) - 1) x 100, n the years between both ends.

    Checked for claims in text and call-outs and for columns of tables. Source: the definition of CAGR; rounding as in
    XBRL Calculations 1.1.
    """
    claims = [
        (c, s, [o for o in _operands(material, c, s) if o.years > 1 and (_is_between_figures(o) or _fits(o, c))])
        for s in material.sentences
        for c in s.claims
        if c.kind == "cagr" and not c.view.is_range
    ]
    settled: set[str] = set()
    heights = {claim.view.id: list(_of_stacks(material, claim, sentence)) for claim, sentence, _ in claims}
    fitting = {k for k, found in heights.items() if any(iv.meets(r.derived, r.printed) for r in found)}
    for claim, found in settle(material, claims, lambda _, o: _compounded(o)):
        if claim.view.id in fitting and not iv.meets(_compounded(found), signed(claim)):
            continue  # of all layers together
        if found.confidence >= SURE or claim.view.fact.container_id is None:
            settled.add(claim.view.id)
        yield relate(
            "cagr",
            compound(found.years, falls=signed(claim) != claim.view.interval),
            [(found.base, "base"), (found.end, "end"), (claim.view, "claim")],
            quoted(claim.view),
            f"the compound annual growth from {quoted(found.base)} to {quoted(found.end)}{told_as(material, claim, found)}",
            f"({found.end.name} / {found.base.name})^(1/{found.years}) - 1",
            found.confidence,
            unit="%",
        )
    for claim, _, _ in claims:
        if claim.view.id not in settled:
            yield from heights[claim.view.id]
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


def _operands(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """What a rate may lie between: the two amounts right before it, if they are told so, and else all that may be meant."""
    told = list(told_pairs(material, claim, sentence))
    before = [c.view.id for c in sentence.claims[: sentence.place(claim)]][-2:]
    beside = [o for o in told if [o.base.id, o.end.id] == before and (_is_between_figures(o) or _fits(o, claim))]
    if not beside:
        reached = _reached(claim, sentence)
        found = operands(material, claim, sentence, spans_of(claim, material.latest))
        yield from (o for o in found if reached is None or o.end.dimension == reached.dimension)
    yield from beside or (o for o in told if _of_its_years(claim, o) or _fits(o, claim))
    yield from _over_so_many_years(material, sentence)
    yield from _fitting_before(material, claim, sentence)


def _fitting_before(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """The two amounts of other years told before that a rate which takes them up bears out: "This is 57.9% a year"."""
    if PRONOUN.match(sentence.text) and len(claim.view.figures) > 2:
        yield from (o for o in _pairs_before(material, sentence) if o.years > 1 and _fits(o, claim))


def _over_so_many_years(material: Material, sentence: Sentence) -> Iterator[Operands]:
    """The two amounts of one subject told before that lie as many years apart as a rate takes up: "Over the six years this is 25%"."""
    said = _OVER_YEARS.match(sentence.text)
    years = number_of(said[1] or said[2]) if said else 0
    found = [
        o for o in (_pairs_before(material, sentence) if years else ())
        if o.years == years and not (o.base.words - o.end.words and o.end.words - o.base.words)
    ]  # fmt: skip
    if len(found) == 1:
        yield replace(found[0], confidence=1.0)


def _pairs_before(material: Material, sentence: Sentence) -> Iterator[Operands]:
    """The amounts of one dimension and of two years, the earlier first, that the two sentences before tell."""
    told = [
        c.view for s in material.near(sentence, 2)[1:] for c in s.claims
        if c.kind == "level" and c.view.is_level and not c.view.is_range
    ]  # fmt: skip
    for a, b in permutations(told, 2):
        if a.dimension == b.dimension and a.span and b.span and {a.span.kind, b.span.kind} == {"Y"}:
            if a.span.last < b.span.last:
                yield Operands(a, b, b.span.last - a.span.last, SURE, 0)


def _of_its_years(claim: Claim, o: Operands) -> bool:
    """Whether two amounts are of the ends of a rate's years, where all are known: "across the whole span it is 15.5%"."""
    spans = (o.base.span, o.end.span)
    if claim.span is None or claim.span.kind != "R" or any(s is None or s.kind != "Y" for s in spans):
        return True
    first, last = (s.last for s in spans if s is not None)
    return last == claim.span.last and first in (claim.span.first, claim.span.first - 1)


def _reached(claim: Claim, sentence: Sentence) -> View | None:
    """The amount right before a rate that it leads to: "will be USD 41 billion in 2030, a compound 54.5%"; of its currency then."""
    before = sentence.claims[: sentence.place(claim)][-1:]
    last = before[0].view if before and before[0].kind == "level" and before[0].view.is_level else None
    same_end = (
        last is not None and last.span is not None and claim.span is not None and last.span.last == claim.span.last
    )
    return last if same_end else None


def _is_between_figures(o: Operands) -> bool:
    """Whether neither end is a limit: what "will exceed 2 trillion" may come to anything above it."""
    return o.base.fact.comparator not in LIMITS and o.end.fact.comparator not in LIMITS


def _fits(o: Operands, claim: Claim) -> bool:
    return iv.meets(_compounded(o), signed(claim))


def _compounded(o: Operands) -> Interval:
    return iv.growth(o.end.interval, o.base.interval, o.years)


def _of_stacks(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Relation]:
    """A rate told in a stacked chart, or of a market whose size the text tells as high as its bars, or that fits them."""
    v = claim.view
    told = [x for s in material.near(sentence, 2) for x in s.views]
    for stack in stacks_on(material, v.page, side_by_side=True):
        own = stack.is_drawn and v.fact.container_id == stack.container_id
        things = things_named(material, claim)
        named = v.fact.series is not None or (things & stack.names and not stack.names <= things)
        if (v.fact.container_id is not None and not own) or named:
            continue
        for first, last, years in spans_of(claim, material.latest)[:1]:
            if years < 2 or not {first, last} <= stack.layers.keys():
                continue
            grown = iv.growth(stack.height(last), stack.height(first), years)
            fits = len(v.figures) > 1 and iv.meets(grown, v.interval)
            of_it = not (v.words & material.subjects) - OF_ALL - tokens(stack.title)
            tall = reaches(stack, last, told) or (of_it and reaches(stack, first, told))
            if not (own or fits or (stack.is_drawn and tall)):
                continue
            base, end = stack.layers[first], stack.layers[last]
            yield relate(
                "cagr",
                growth_of_heights(len(base), years),
                [*((x, "base") for x in base), *((x, "end") for x in end), (v, "claim")],
                quoted(v),
                f"the compound annual growth of {stack.title or 'all layers'}, from {in_all(base)} to {in_all(end)}",
                f"(({listed(end, ' + ')}) / ({listed(base, ' + ')}))^(1/{years}) - 1",
                0.7,
                unit="%",
            )

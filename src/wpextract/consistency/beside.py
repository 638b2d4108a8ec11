"""What a text tells beside a claim: amounts of its sentence, or of the one before, whose arithmetic bears it out.

Words need not link them: two amounts that stand next to a claim and give its very digits are what it is reckoned from.
They say nothing where they do not fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.linking import Operands, counted_alike
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval

MOST_TOLD = 10  # amounts of two sentences that are tried with one another
NARROW = 8  # what is known to an eighth of itself is known well enough to mean something
_TAKEN_UP = 0.66
_AS_MUCH_ALONE = re.compile(r"\s*(?:as (?:much|many|large|high|big|long)|that much)\s*(?:[.,;]|$)", re.IGNORECASE)
_AS_MUCH_THAT_IS = re.compile(  # "4.4 in 2020; in 2024 they brought in 2.2 times as much, 9.7"
    r"\s*(?:as (?:much|many)|that much)\s*(?:,|[-–—(]|, or|, that is,?)\s*", re.IGNORECASE
)
_COMMA = re.compile(
    r"\s*,(?: or| that is,?| which is)?(?: (?:about|around|nearly|some|almost|more than))?\s*", re.IGNORECASE
)
_THAT_FIGURE = re.compile(
    r"\s*(?:of )?(?:that|this|the latter) (?:figure|number|amount|level|sum|total|value)\b", re.IGNORECASE
)
_EARLIER_OVER_LATER = re.compile(  # "760 in 2020 and 68 in 2024. The earlier figure is 11.2 times the later one"
    r"\bthe (?:earlier|former|first) (?:figure|price|value|number|amount)?[^.;,]{0,12}\b(?:is|was) (?:about |around |some )?$",
    re.IGNORECASE,
)
_IS_ITS = re.compile(r"^[，,；;\s]*([一-鿿A-Za-z]{2,10}?)(?:是|为|相当于|达到?)约?(?:其|它)的?\s*$")
_HERE, _FROM_BEFORE, _BEFORE = 0.62, 0.46, 0.42  # both in the sentence, one of them, neither


def told_beside(material: Material, claim: Claim, sentence: Sentence) -> list[tuple[View, bool]]:
    """The amounts of a claim's sentence and of the one before it in its paragraph, and whether they stand in its own."""
    points = claim.kind == "change"  # lie between shares
    own = any(c.view.is_level and c.kind == "level" for c in sentence.claims)
    before = [s for s in material.near(sentence, 1 if own else 2)[1:] if s.block_id == sentence.block_id]
    return [
        (c.view, s is sentence)
        for s in (sentence, *before)
        for c in s.claims
        if c.view.id != claim.view.id and not c.view.is_range and c.view.digits and c.view.value > 0
        and (c.kind in ("share", "level") and c.view.fact.kind == "percent" if points else c.view.is_level and c.kind == "level")
    ][:MOST_TOLD]  # fmt: skip


def pairs_beside(
    material: Material, claim: Claim, sentence: Sentence, derive: Callable[[Operands], Interval], stated: Interval
) -> Iterator[Operands]:
    """The pairs of like amounts beside a claim, in either order, that give what it states."""
    told = told_beside(material, claim, sentence)
    for end, e_here in told:
        for base, b_here in told:
            if end.id == base.id or end.dimension != base.dimension or not counted_alike(end, base):
                continue
            if not _of_its_time(claim, end, base):
                continue
            confidence = _HERE if e_here and b_here else _FROM_BEFORE if e_here or b_here else _BEFORE
            years = end.span.last - base.span.last if end.span and base.span else 0
            o = Operands(base, end, years, confidence, 0)
            if says(derive(o), stated):
                yield o


def against_told(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """What a multiple is of where it points back at a figure just told, over which another stands beside it or is drawn.

    "It was 4.4 in 2020. Four years later it was 22.5, 5.1 times as much"; "12.4 in 2020; in 2024 they were 3.4 times
    that figure"; "美国为6,120件，中国是其1.6倍".
    """
    at = sentence.place(claim)
    own = sentence.claims[:at]
    earlier = [s for s in material.near(sentence, 1)[1:] if s.block_id == sentence.block_id]
    before = [c for s in earlier for c in s.claims if _is_amount(c)]
    if own and before and _AS_MUCH_ALONE.match(claim.rest) and _is_amount(own[-1]) and _COMMA.fullmatch(claim.before):
        base, end = before[-1].view, own[-1].view
        if _alike(base, end) and base.value < end.value:
            yield Operands(base, end, 0, _TAKEN_UP, 0)
    behind = sentence.claims[at + 1 : at + 2]
    told = [c for c in own if _is_amount(c)] or before
    if told and behind and _AS_MUCH_THAT_IS.fullmatch(claim.rest) and _is_amount(behind[0]):
        if _alike(told[-1].view, behind[0].view):
            yield Operands(told[-1].view, behind[0].view, 0, _TAKEN_UP, 0)
    if len(before) > 1 and _EARLIER_OVER_LATER.search(claim.before) and _alike(before[-2].view, before[-1].view):
        yield Operands(before[-1].view, before[-2].view, 0, _TAKEN_UP, 0)
    other = _IS_ITS.search(claim.before)
    if told and other and own:
        base = told[-1].view
        named = [c.view for c in before if other[1] in f"{c.before} {c.view.metric}" and _alike(base, c.view)]
        yield from (Operands(base, end, 0, _TAKEN_UP, 0) for end in named[-1:])
    elif told and claim.span is not None and _THAT_FIGURE.match(claim.rest):
        base = told[-1].view
        for drawn in material.close_to(base.value, base.value, base.dimension, base.span):
            for line in material.lines_of.get(drawn.id, ()):
                later = line.by_span.get(claim.span) if line.over_time and drawn.digits == base.digits else None
                if later is not None and later.id != drawn.id:
                    yield Operands(base, later, 0, _TAKEN_UP, 0)


def _is_amount(claim: Claim) -> bool:
    return claim.kind == "level" and claim.view.is_level and not claim.view.is_range and claim.view.value > 0


def _alike(a: View, b: View) -> bool:
    return a.dimension == b.dimension and counted_alike(a, b)


def _of_its_time(claim: Claim, *views: View) -> bool:
    """Whether one of two amounts is of the year that a claim names for itself, where it names one."""
    named = claim.view.fact.period_basis == "sentence" and claim.span is not None and claim.span.kind == "Y"
    spans = [v.span for v in views if v.span is not None]
    return not named or len(spans) < len(views) or any(claim.span and s.last == claim.span.last for s in spans)


def quotients_beside(
    material: Material, claim: Claim, sentence: Sentence, formula: iv.Formula
) -> Iterator[tuple[View, View, float]]:
    """The part and whole, or the amount and number, told beside a claim that give it, and how near they stand."""
    told = told_beside(material, claim, sentence)
    stated = claim.view.interval
    of_one = claim.view.fact.kind == "percent"  # a part and its whole are of one unit, what is told per piece is not
    for part, p_here in told:
        for whole, w_here in told:
            if part.id == whole.id or (of_one and (part.dimension != whole.dimension or part.value > whole.value)):
                continue
            if not of_one and (part.dimension.split("/")[0] != claim.view.dimension.split("/")[0] or whole.value <= 1):
                continue
            if says(formula((part.interval, whole.interval, stated))[0], stated):
                yield part, whole, _HERE if p_here and w_here else _FROM_BEFORE if p_here or w_here else _BEFORE


def says(given: Interval, stated: Interval) -> bool:
    """Whether a derived value meets a stated one, and is known well enough for that to mean something."""
    size = iv.magnitude(given)
    known = size.low is not None and size.high is not None and size.high - size.low <= size.high / NARROW
    return known and iv.meets(given, stated)

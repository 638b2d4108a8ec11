"""Builds relations: members, intervals by a formula, and the sentence and arithmetic that a person reads.

Also settles which of several readings of a claim is the fair one. Nothing here says that a relation fails.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import without_period
from wpextract.consistency.interval import Formula
from wpextract.consistency.linking import (
    DOUBTED,
    OF_ALL,
    REACHES,
    WORTH,
    Operands,
    in_its_currency,
    named_by_clause,
    of_the_base_told,
    things_named,
)
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Member, Relation, Severity
from wpextract.consistency.reconciliation import in_print, reconciled, slip
from wpextract.consistency.words import JOINT, LIMITS, NOW, SUMS_UP_BEFORE, tokens

Role = Literal[
    "part", "total", "base", "end", "claim", "stated", "restated", "minuend", "subtrahend", "extreme", "other", "rate"
]

_OF_ITS_THING = re.compile(r"\s*of (?:its|their) ([a-z]+)", re.IGNORECASE)
_HELD_AGAINST = re.compile(
    r"(?:%|\b(?:more|less|fewer|higher|lower))\s*(?:than|below|above|under|short of) (?:the|a|its|their) (?:[a-z]+ ){0,3}?(?:of )?(?:about |some )?$"
    r"|[较比](?:上年|去年|(?:19|20)\d\d\s*年)的约?$",
    re.IGNORECASE,
)
_BEYOND_DOUBT = 0.8  # whatever else may fit
_OF_LATE = 6  # sentences of a page that speak of one thing
FAR = 0.4  # what fits but is linked so much worse than what does not fits by chance


def where(v: View) -> str:
    """Where a number stands, as a person says it."""
    f = v.fact
    place = {"chart": "chart", "table": "table", "prose": "text"}[f.source]
    labels = ", ".join(dict.fromkeys(filter(None, (f.series, f.period_label)))) if f.source != "prose" else ""
    corrected = ", unit corrected" if f.correction_id is not None else ""
    return f"{place} on page {f.page}" + (f", {labels}" if labels else "") + corrected


def quoted(v: View) -> str:
    return f"{v.name} ({where(v)})"


def listed(views: Sequence[View], joint: str = ", ") -> str:
    return joint.join(v.name for v in views)


def unit_of(v: View) -> str:
    return v.dimension.split(":", 1)[-1] if v.is_level else v.fact.unit


def relate(
    rule: str,
    formula: Formula,
    members: Sequence[tuple[View, Role]],
    said: str,
    means: str,
    working: str,
    confidence: float,
    *,
    unit: str | None = None,
    severity: Severity = "error",
    diagnosis: str | None = None,
    complaint: str | None = None,
) -> Relation:
    """A relation whose intervals come from its members by `formula`.

    What is `said` (the claim, as printed) is what it `means` in terms of the members; `working` is the arithmetic
    without its result. A relation that fails is told by its `complaint`, or as what is said and what comes out. The last
    member is the one that the others are held against: results are shown in its printed unit, and without another
    `diagnosis` it is what would have to be printed otherwise.
    """
    derived, printed = formula([v.interval for v, _ in members])
    last = members[-1][0]
    result = shown(derived, last)
    return Relation(
        rule=rule,
        members=tuple(Member("facts", v.id, role) for v, role in members),
        pages=tuple(sorted({v.page for v, _ in members})),
        derived=derived,
        printed=printed,
        unit=unit or unit_of(last),
        statement=f"{said} is {means}.",
        computation=f"{working} = {result}; printed {shown(printed, last)}",
        confidence=round(max(0.0, min(1.0, confidence)), 3),
        diagnosis=diagnosis or reconciled(derived, printed, last),
        complaint=complaint or f"{said} is stated as {means}, but {working} = {result}.",
        severity_if_fails=severity,
        formula=formula,
    )


def shown(x: Interval, v: View) -> str:
    """An interval in the printed unit of a fact, or in % and times, whatever stands for them (四成, ‰)."""
    if sign := {"percent": "%", "multiple": "x"}.get(v.fact.kind):
        return f"{iv.show(x)} {sign}"
    return " ".join(filter(None, (iv.show(in_print(x, v)), v.note)))


def sum_in(views: Sequence[View], v: View) -> str:
    """The sum of numbers as printed, in the printed unit of a fact."""
    return shown(iv.exactly(sum((x.value for x in views), Decimal(0))), v)


def signed(claim: Claim) -> Interval:
    """What a claim of change states: a fall is negative unless a printed minus says so already."""
    x = claim.view.interval
    return iv.negate(x) if claim.down and (x.low or Decimal(0)) >= 0 else x


def swapped_or_changed(derived: Interval, v: View) -> bool:
    """Whether the printed digits of a claim are those of the derived value with one digit wrong or two exchanged."""
    return slip(derived, v) is not None


def swapped(derived: Interval, v: View) -> bool:
    """Whether they are those of the derived value with two exchanged, as they hardly are by chance."""
    return slip(derived, v) == "exchanged" and len(v.figures) > 2


def digit_swaps(v: View) -> list[Decimal]:
    """By what an exact print of three figures or more is multiplied when two of its neighbouring digits are exchanged."""
    text = v.figures
    if len(text) < 3 or v.fact.decimals is None or not text.strip("0"):
        return []
    others = {f"{text[:n]}{text[n + 1]}{text[n]}{text[n + 2 :]}" for n in range(len(text) - 1)} - {text}
    return sorted(Decimal(x) / Decimal(text) for x in others)


def plausible(derived: Interval, stated: Interval) -> bool:
    """Whether a claim may be a slip for what its operands give: a link that gives something far off is the likelier slip."""
    ends = (derived.low, derived.high, stated.low, stated.high)
    known = [x for x in ends if x is not None]
    if len(known) < 4:
        return True
    given, printed = (known[0] + known[1]) / 2, (known[2] + known[3]) / 2
    if given * printed < 0 and not iv.meets(iv.negate(derived), stated):
        return False  # a rise for a fall: unless only the sign is wrong
    return abs(given - printed) <= 5 or abs(printed) / 3 <= abs(given) <= 3 * abs(printed)


Derive = Callable[[Claim, Operands], Interval]


def settle(
    material: Material,
    claims: Iterable[tuple[Claim, Sentence, list[Operands]]],
    derive: Derive,
    stated: Callable[[Claim], Interval] = signed,
) -> Iterable[tuple[Claim, Operands]]:
    """The fair reading of each claim: what agrees with it and is linked at all; else what is linked best.

    A line that other claims of the page describe rightly is likelier to be what its neighbour describes (sibling
    evidence), and so is one whose value differs from the claim by a misprint.
    """
    claims = [(c, s, _bounded([o for o in found if _may_be_meant(material, c, s, o)])) for c, s, found in claims]
    agreed: dict[str, Operands] = {}
    misread: set[tuple[str, str, str]] = set()  # claims with what they fit but for what is printed
    siblings: Counter[tuple[int, str]] = Counter()
    told: dict[tuple[str, int, str], float] = {}  # the lines that a sentence describes rightly, and how surely
    for claim, sentence, found in claims:
        surest = max(
            (
                min(1.0, o.confidence) - 0.12 * min(o.guess, 3)
                for o in found
                if plausible(derive(claim, o), stated(claim))
            ),
            default=0.0,
        )
        # within a limit nearly anything is
        enough = max(WORTH - 0.12, surest - (0.05 if claim.view.fact.comparator in LIMITS else FAR))
        fitting = [
            o for o in found
            if o.confidence >= enough and iv.meets(x := derive(claim, o), stated(claim)) and None not in (x.low, x.high)
        ]  # fmt: skip
        known = _known_exactly(fitting, found)
        misread |= {(claim.view.id, o.base.id, o.end.id) for o in fitting if o not in known}
        fitting = known
        if fitting:
            best = max(fitting, key=lambda o: (o.confidence - 0.04 * o.guess, o.end.id, o.base.id))
            agreed[claim.view.id] = best
            siblings[claim.view.page, best.end.source] += 1
            for key in _shared_lines(material, best):
                at = (sentence.block_id, sentence.index, key)
                told[at] = max(told.get(at, 0.0), best.confidence)
    spoken_for = {
        (s.block_id, _figures(agreed[c.view.id])): c.view.digits
        for c, s, _ in claims
        if c.view.id in agreed and c.view.digits
    }
    held = {(c.kind, c.view.figures, c.span) for c, _, _ in claims if c.view.id in agreed and len(c.view.figures) > 2}
    for claim, sentence, found in claims:
        unnamed = claim.view.id not in agreed and not things_named(material, claim)
        if unnamed and (claim.kind, claim.view.figures, claim.span) in held:
            own = {
                v.id for v in sentence.views
            }  # it holds elsewhere: here only what its own sentence tells speaks against it
            found = [o for o in found if {o.base.id, o.end.id} <= own]
        # two amounts have one growth: where the paragraph tells it, another rate is of something else
        found = [
            o for o in found
            if spoken_for.get((sentence.block_id, _figures(o)), claim.view.digits) == claim.view.digits
        ]  # fmt: skip
        if claim.view.id not in agreed and _shown_alike(material, claim):
            continue  # a rate that a table gives with its row is checked there
        if claim.view.id in agreed:
            best = agreed[claim.view.id]
            if best.confidence >= WORTH - 0.12:
                yield claim, _as_told(material, claim, sentence, best)
            continue
        rated = []
        for o in (x for x in found if (claim.view.id, x.base.id, x.end.id) not in misread):
            bonus = 0.14 if siblings[claim.view.page, o.end.source] else 0.0
            spoken_of = (0,) if things_named(material, claim) else (0, 1)  # what names nothing goes on about the same
            here = [(sentence.block_id, sentence.index - n) for n in spoken_of]
            shared = _shared_lines(material, o)
            if any((*at, key) in told for key in shared for at in here):
                bonus += 0.1  # "by 9.1% in 2021 and by 12.6% in 2022": one is borne out, so both are of this line
                if len(spoken_of) > 1 and not claim.leads:  # and as surely, where no words come between
                    bonus += max(0.0, *(told.get((*here[0], key), 0.0) - o.confidence for key in shared))
            else:
                bonus -= 0.3 * _foreign(material, claim, sentence, o)
            given = derive(claim, o)
            bonus += 0.2 if swapped(given, claim.view) else 0.12 if swapped_or_changed(given, claim.view) else 0.0
            confidence = o.confidence + bonus - 0.12 * min(o.guess, 3)
            if not _of_its_own_amounts(material, claim, sentence, o) and not plausible(given, stated(claim)):
                confidence = min(confidence, DOUBTED)
            rated.append(Operands(o.base, o.end, o.years, confidence, o.guess))
        if rated:
            best = max(rated, key=lambda o: (o.confidence, o.end.id, o.base.id))
            if best.confidence < _BEYOND_DOUBT and _fits_beside(material, claim, best, derive, stated(claim)):
                best = replace(best, confidence=min(best.confidence, DOUBTED))
            if best.confidence >= WORTH:
                yield claim, _as_told(material, claim, sentence, best)


def _bounded(found: list[Operands]) -> list[Operands]:
    """Those of two values that are told exactly, where any is linked well: a limit bears out nearly anything."""
    exact = [
        o
        for o in found
        if None not in (o.base.interval.low, o.base.interval.high, o.end.interval.low, o.end.interval.high)
    ]
    return exact if any(o.confidence >= WORTH for o in exact) else found


def _figures(o: Operands) -> tuple[object, ...]:
    """Two values as printed, wherever."""
    return tuple((v.dimension, v.digits, v.span) for v in (o.base, o.end))


def _fits_beside(material: Material, claim: Claim, o: Operands, derive: Derive, stated: Interval) -> bool:
    """Whether another series of the chart or table of two values gives a claim to three figures: that one may be meant."""
    grid = material.grid_of.get(o.base.fact.container_id or "")
    first, last = o.base.span, o.end.span
    if len(claim.view.figures) < 3 or grid is None or first is None or last is None or first == last:
        return False
    pairs = ((line.by_span.get(first), line.by_span.get(last)) for line in grid.lines[:80] if line.over_time)
    return any(
        base and end and base.id != o.base.id and base.dimension == end.dimension and base.value
        and iv.meets(derive(claim, replace(o, base=base, end=end)), stated)
        for base, end in pairs
    )  # fmt: skip


def _may_be_meant(material: Material, claim: Claim, sentence: Sentence, o: Operands) -> bool:
    own = _OF_ITS_THING.match(claim.after) if claim.kind == "growth" else None
    said = o.base.words | o.end.words | tokens(f"{o.base.fact.counted_noun or ''} {o.end.fact.counted_noun or ''}")
    if own and tokens(own[1]) and tokens(own[1]).isdisjoint(said):
        return False  # "it lost 7.5% of its vans", and its clients are told
    at = sentence.place(claim)
    present = claim.kind == "cagr" and any(
        c.kind == "multiple" and NOW.search(c.after[:30]) for c in sentence.claims[:at]
    )
    if present and o.base.span is not None and material.latest is not None and o.base.span.last != material.latest:
        return False  # "8.8 times the present volume, which implies 54.6% a year"
    if claim.kind != "change" and at + 1 < len(sentence.claims) and REACHES.fullmatch(claim.rest):
        reached = sentence.claims[at + 1].view  # "boats by 9% a year to 14 billion"
        if reached.is_level and reached.dimension == o.end.dimension and not iv.meets(reached.interval, o.end.interval):
            return False
    if claim.kind in ("growth", "cagr") and JOINT.search(claim.before) and not _is_joint(material, o):
        # "the two markets together grew by 15.0%"
        if not iv.meets(iv.growth(o.end.interval, o.base.interval, o.years or 1), claim.view.interval):
            return False
    if _over_before(claim, o):
        return False
    told = (
        of_the_base_told(claim, o) and in_its_currency(claim, o) and _of_the_joint_amount(material, claim, sentence, o)
    )
    return told and not _is_held_against(material, sentence, o.end)


def _over_before(claim: Claim, o: Operands) -> bool:
    """Whether two amounts are of earlier years than the one that a multiple is said to be of.

    "It was 50 in 2022 and 200 in 2024, and last year it doubled once more".
    """
    when = claim.span if claim.view.fact.period_basis == "sentence" else None
    ends = [v.span.last for v in (o.base, o.end) if v.span is not None]
    of_a_year = claim.kind == "multiple" and when is not None and when.kind == "Y"
    return bool(of_a_year and when and len(ends) == 2 and max(ends) < when.last)


def _is_joint(material: Material, o: Operands) -> bool:
    """Whether a value is that of several things: called so in its text, or a total."""
    claims = [material.claim_of.get(v.id) for v in (o.base, o.end)]
    return any(c and JOINT.search(c.before) for c in claims) or o.end.id in material.totals


def _of_the_joint_amount(material: Material, claim: Claim, sentence: Sentence, o: Operands) -> bool:
    """Whether a compound rate beside an amount of several together ("两者合计5,436亿元，年复合增速12.3%") leads to that amount."""
    before = sentence.claims[: sentence.place(claim)][-1:]
    if claim.kind != "cagr" or not before or before[0].kind != "level" or not JOINT.search(before[0].before[-30:]):
        return True
    return o.end.digits == before[0].view.digits or bool(named_by_clause(material, claim)[:1])


def _is_held_against(material: Material, sentence: Sentence, end: View) -> bool:
    """Whether an amount of a sentence is what something else is held against, and so no end: "63% below the record of 2,450"."""
    claim = material.claim_of.get(end.id)
    return claim in sentence.claims and claim is not None and bool(_HELD_AGAINST.search(claim.before))


def _known_exactly(fitting: list[Operands], found: Sequence[Operands]) -> list[Operands]:
    """What fits, but where marks that are read off an axis fit whose printed values are told and do not."""
    if not fitting or any(o.base.fact.decimals is not None and o.end.fact.decimals is not None for o in fitting):
        return fitting
    printed = [o for o in found if None not in (o.base.fact.decimals, o.end.fact.decimals)]
    told = [
        o for o in fitting
        if any(iv.meets(p.base.interval, o.base.interval) and iv.meets(p.end.interval, o.end.interval) for p in printed)
    ]  # fmt: skip
    return [o for o in fitting if o not in told]


def _as_told(material: Material, claim: Claim, sentence: Sentence, o: Operands) -> Operands:
    """The same base and end as the text itself tells them beside its claim, where it does."""
    told = [v for s in material.near(sentence, 1) for v in s.views if not v.is_range and v.id != claim.view.id]
    base, end = (next(_alike(told, shown), shown) for shown in (o.base, o.end))
    return Operands(base, end, o.years, o.confidence, o.guess)


def _alike(views: Iterable[View], shown: View) -> Iterator[View]:
    """The views that tell the same as a figure, in whatever unit."""
    same = (v for v in views if v.span == shown.span and v.dimension == shown.dimension and v.digits == shown.digits)
    return (v for v in same if iv.meets(v.interval, shown.interval))


def told_as(material: Material, claim: Claim, o: Operands) -> str:
    """How one sentence of a claim's page tells both the ends that a chart or table gives, in brackets; or nothing."""
    if claim.view.fact.source != "prose" or "prose" in (o.base.fact.source, o.end.fact.source):
        return ""
    ends = [
        [v for v in _alike(material.same_digits(shown.digits, shown.span), shown) if v.fact.source == "prose"]
        for shown in (o.base, o.end)
    ]
    pairs = (
        (a, b) for a in ends[0] for b in ends[1] if a.page == claim.view.page and a.fact.sentence == b.fact.sentence
    )
    told = next(pairs, None)
    return f" (in the text: {told[0].name} and {told[1].name})" if told else ""


def _shown_alike(material: Material, claim: Claim) -> bool:
    """Whether a chart or table shows the very rate, to three digits, at the thing or for the years that the claim names."""
    v, things = claim.view, things_named(material, claim)
    if v.dimension != "percent" or len(v.figures) < 3:
        return False
    shown = (
        o for where in (v.page, v.span) for o in material.same_digits(v.digits, where)
        if o.fact.source != "prose" and o.dimension == v.dimension and o.figures == v.figures
    )  # fmt: skip
    return any(
        any(without_period(x) in things for x in material.names_of.get(o.id, ()))
        or (o.page == v.page and v.span is not None and v.span.kind == "R" and o.span == v.span)
        for o in shown
    )


def _shared_lines(material: Material, o: Operands) -> set[str]:
    """The series on which both base and end stand."""
    keys = {line.key for line in material.lines_of.get(o.base.id, ()) if line.over_time}
    return {line.key for line in material.lines_of.get(o.end.id, ()) if line.over_time and line.key in keys}


def _of_its_own_amounts(material: Material, claim: Claim, sentence: Sentence, o: Operands) -> bool:
    """Whether a sentence tells both values beside the claim and under its name: meant, however far off the claim is."""
    own = {v.id for v in sentence.views}
    named = claim.view.words & material.subjects
    if o.confidence < 0.9 or not {o.base.id, o.end.id} <= own or not named:
        return False
    return min(material.coverage(named, v.words) for v in (o.base, o.end)) > 0.9


def _foreign(material: Material, claim: Claim, sentence: Sentence, o: Operands) -> float:
    """How much of what a claim is about the values and their sentence do not speak of, 0..1."""
    own, just_before = {v.id for v in sentence.views}, {v.id for s in material.near(sentence, 1) for v in s.views}
    if {o.base.id, o.end.id} & own and {o.base.id, o.end.id} <= just_before:
        return 0.0
    things = things_named(material, claim)
    if things and all(
        any(without_period(x) in things for x in material.names_of.get(v.id, ())) for v in (o.base, o.end)
    ):
        return 0.0
    told = {(x.dimension, x.digits, x.span) for s in material.near(sentence, 1) for x in s.views}
    if claim.pairs or SUMS_UP_BEFORE.search(sentence.text) and (o.end.dimension, o.end.digits, o.end.span) in told:
        return 0.0  # it sums up what was said
    ends = (o.end.dimension, o.end.digits, o.end.span) in told and len(o.end.digits) > 2
    since = claim.span is not None and claim.span.kind == "S"
    of_its_years = claim.kind == "cagr" and o.years > 1 and (since or len(set(claim.years)) > 1)
    if of_its_years and ends:
        return 0.2  # "it was 1,284 in 2024; the compound rate from 2020 to 2024 was 20.1%"
    of_late = {(x.dimension, x.digits, x.span) for s in material.near(sentence, _OF_LATE) for x in s.views}
    if of_its_years and o.end.page == claim.view.page and (o.end.dimension, o.end.digits, o.end.span) in of_late:
        return 0.2
    subject = (claim.view.words & material.subjects) - tokens(material.home or "") - OF_ALL
    if subject.isdisjoint(tokens(sentence.text)):  # named from afar, though its clause names something
        late = {(x.dimension, x.digits, x.span) for s in material.said_of_late(sentence) for x in s.views}
        of_nothing = not any(w.isalpha() for w in tokens(claim.leads[0] if claim.leads else ""))
        if of_nothing and {(x.dimension, x.digits, x.span) for x in (o.base, o.end)} <= late:
            return 0.0
        led = (tokens(claim.leads[0] if claim.leads else "") & material.subjects) - OF_ALL
        drawn = o.base.source == o.end.source and o.end.fact.source != "prose" and o.end.page == claim.view.page
        if claim.kind == "cagr" and not led and drawn:
            return 0.3  # "Between 2019 and 2024 the compound rate was 9%": of what the page is about
        subject = led or subject
    if not subject:  # "this path", "the rate": what was spoken of just before
        if {o.base.id, o.end.id} <= just_before:
            return 0.0
        return 0.2 if any((x.dimension, x.digits, x.span) in told for x in (o.base, o.end)) else 0.5
    spoken = o.end.around | o.base.around
    for v in sentence.views:
        if v.is_level:
            spoken |= v.words
    pointed = material.points_at(sentence, o.end.fact.context or "") and o.end.source == o.base.source
    return (1.0 - material.coverage(subject, spoken)) * (0.3 if pointed else 1.0)

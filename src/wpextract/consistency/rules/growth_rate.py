"""A stated growth rate against the values that it describes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise

from wpextract.consistency import interval as iv
from wpextract.consistency.beside import pairs_beside
from wpextract.consistency.claims import Claim, spans_of
from wpextract.consistency.comparisons import against_base_case, named_pairs
from wpextract.consistency.facts_view import Span, View
from wpextract.consistency.grids import is_total, without_period
from wpextract.consistency.linking import WORTH, Operands, mentions, operands
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import listed, quoted, relate, settle, signed, swapped, told_as
from wpextract.consistency.stacks import Stack, growth_of_heights, in_all, reaches, stacks_on
from wpextract.consistency.structure import growth_series, is_of_falls, rate_columns
from wpextract.consistency.told import told_pairs
from wpextract.consistency.words import (
    APART,
    GROWTH,
    LARGEST,
    RESPECTIVELY,
    SMALLEST,
    YEAR,
    YEAR_ON_YEAR,
    label_tokens,
    plain,
    tokens,
)


def rise(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """(end / base - 1) x 100 against the rate."""
    return iv.growth(xs[1], xs[0]), xs[2]


def fall(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The same where words, not a sign, say that the rate is a decline."""
    derived = iv.growth(xs[1], xs[0])
    return derived, iv.negate(xs[2])


def change(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The size of the growth where words do not say which way it goes ("an improvement of 23%")."""
    return iv.magnitude(iv.growth(xs[1], xs[0])), xs[2]


_IN_THE_NTH = re.compile(
    r"\s*in (?:the|its|their) (?:first|second|third|fourth|fifth|opening|final)\b(?! (?:half|quarter|months?)\b)",
    re.IGNORECASE,
)
_OFF_PEAK = re.compile(
    r"较(?:[^，。；]{0,6})(?:峰值|高点|顶点|最高)[^，。；]{0,4}$"
    r"|\b(?:below|off|under|short of|down from) (?:its|the|their|that) (?:\w+ )?(?:peak|record|high)\b",
    re.IGNORECASE,
)
_SINCE_AN_EVENT = re.compile(
    r"较(?!上|去|同期|此|\d)[^，。；\d年]{1,6}年?前[^，。；]{0,6}$|\b(?:than|above|below) (?:(?:its|their|the) )?(?:before|prior to|pre-)",
    re.IGNORECASE,
)
_ON_A_PRICE = re.compile(
    r"\s*to the (?:price|cost|bill|weight|length)\b", re.IGNORECASE
)  # "adds 9% to the price of one"
_OF_ITS_OWN_SUBJECT = re.compile(
    r"\b(?:before|while|whereas|although|though|even as) (?!it\b|they\b|this\b|that\b|the (?:number|figure|total)\b)(?:the )?([a-z]+(?: [a-z]+)?) "
    r"(?:fell|rose|grew|dropped|declined|increased|climbed|shrank)\b[^,.;]*$"
)
_EXCEEDED_BY = re.compile(
    r"\b(?:exceed|surpass|outstripp|topp|beat)\w*\b[^;]{0,80}\bby (?:about |some |nearly )?$", re.IGNORECASE
)
_SO = re.compile(r"\b(?:so|thus|hence|therefore)\b|因此|从而|所以", re.IGNORECASE)
_YET_IT = re.compile(
    r"\b(?:yet|but|and|though|although|while)?,? ?\bit (?:is|was|has|had)\b[^,.;]{0,24}$", re.IGNORECASE
)
_APPOSED = re.compile(
    r"(?: [a-z]+){0,4}\s*,\s*(?:or |which is |that is )?(?:an? )?(?:up|down|increase|rise|gain|growth|plus|fall|decline)?(?: of| by)?(?: about| nearly)?\s*"
    r"|[^，。；\d]{0,4}[，,]\s*(?:同比|较上年|比上年)?(?:大幅|强劲)?(?:增长|增加|上升|提高|下降|减少|回落)?(?:了|约|达)?\s*",
    re.IGNORECASE,
)
_GOES_FAR_BACK = re.compile(
    r"(?:19|20)\d\d|\b(?:since|peak|record)\b|以来|峰值", re.IGNORECASE
)  # over more than the year before
_BOTH = ("与", "和", "及", " and ")
_SEVERAL = 3  # rates of a sentence that one line may bear out
_ONE_LINE = 0.85  # a link to the only line that bears out the other rates of the sentence
_AFTER = re.compile(  # "slowed to 16.0%, after 24.5% in 2023"
    r"[^,.;]{0,12},? (?:after|following|compared with|against|versus|down from|up from) (?:just |only |about )?"
    r"|[^，。；]{0,8}[，,]?(?:低于|高于|而|较)[^，。；\d]{0,4}(?:19|20)\d\d年(?:的|为)?",
    re.IGNORECASE,
)
_LEAST = Decimal("0.001")  # of a value, of which hardly anything is left
_NAMES: dict[iv.Formula, str] = {rise: "growth", fall: "decline", change: "change"}


def _formula(claim: Claim) -> iv.Formula:
    if claim.either:
        return change
    return fall if claim.down and (claim.view.interval.low or 0) >= 0 else rise


def _growth(o: Operands) -> Interval:
    return iv.growth(o.end.interval, o.base.interval)


def _derived(claim: Claim, o: Operands) -> Interval:
    return iv.magnitude(_growth(o)) if claim.either else _growth(o)


def _is_in_digits(claim: Claim) -> bool:
    """Whether a rate is printed as one: "by half" is of anything."""
    return any(x.isdecimal() or x in "零一二三四五六七八九十" for x in claim.view.fact.value_as_printed)


def _spans(material: Material, claim: Claim, sentence: Sentence) -> list[tuple[Span, Span, int]]:
    """The periods that a rate may span; of rates listed with a year each, every one is of its own year."""
    spans = spans_of(claim, material.latest)
    others = {c.span for c in sentence.claims if c.kind == "growth" and c.view.fact.period_basis == "sentence"}
    if claim.span in others and len(others) > 1:
        return [x for x in spans if x[1] == claim.span]
    return spans


def _of_an_untold_year(claim: Claim) -> bool:
    """Whether a rate is said to be of a year that only a count tells: "7.5% in the first pandemic year and 9.2% in the second"."""
    return claim.view.fact.period_basis == "document" and bool(_IN_THE_NTH.match(claim.after))


def _may_be(claim: Claim, sentence: Sentence, o: Operands) -> bool:
    """What is set apart from another thing ("5% below the central projection") is of its time."""
    if o.base.value and not _LEAST < o.end.value / o.base.value < 1 / _LEAST:
        return False  # a price and what all of it comes to
    own = claim.span if claim.span is not None and claim.span.kind == "Y" else None
    if own and claim.view.fact.period_basis == "sentence" and own not in (o.base.span, o.end.span):
        return iv.meets(_derived(claim, o), signed(claim))  # of other years than its own
    if any(of(claim, sentence, o) for of in (_has_its_own, _is_of_another_amount, _is_apart_from_the_last)):
        return iv.meets(_derived(claim, o), signed(claim))
    if _SINCE_AN_EVENT.search(claim.text):  # of no told year
        return iv.meets(_derived(claim, o), signed(claim))
    if _goes_on_apart(claim, sentence) or _ON_A_PRICE.match(claim.after):
        return o.base.span == o.end.span or iv.meets(_derived(claim, o), signed(claim))
    over_time = claim.base_years or claim.back or YEAR_ON_YEAR.search(claim.text) or _OFF_PEAK.search(claim.text)
    apart = APART.match(claim.after) and not over_time
    return not apart or o.base.span == o.end.span or o.base.fact.source == o.end.fact.source == "prose"


def _follows_inversely(claim: Claim, o: Operands) -> bool:
    """Whether a fall is told to follow from what rose: "from 2.5 to 3.6 per joule, so the same light needs 31% less power"."""
    rose = o.end.value > o.base.value and claim.down and _SO.search(claim.before) is not None
    return rose and not iv.meets(_derived(claim, o), signed(claim))


def _has_its_own(claim: Claim, sentence: Sentence, o: Operands) -> bool:
    """Whether "it" of a rate is an amount of its own sentence, so that two of another are not meant.

    "The one reaches 4.1, compared with 3.4 in 2020. At 150 degrees the value of 2.4 is poor, yet it is 26% better".
    """
    own = [c.view for c in sentence.claims[: sentence.place(claim)] if c.kind == "level" and c.view.is_level]
    alike = [v for v in own if v.dimension == o.end.dimension]
    elsewhere = all(x.fact.source == "prose" and x.fact.sentence != sentence.text for x in (o.base, o.end))
    return bool(alike) and _YET_IT.search(claim.before) is not None and elsewhere


def _is_apart_from_the_last(claim: Claim, sentence: Sentence, o: Operands) -> bool:
    """Whether a rate has a subject of its own behind a count of something: "in 2021 with 451 deals, before financing fell by 30%"."""
    at = sentence.place(claim)
    last = sentence.claims[at - 1].view if at else None
    own = _OF_ITS_OWN_SUBJECT.search(claim.before)
    if last is None or own is None or last.fact.counted_noun is None or last.dimension != o.end.dimension:
        return False
    return tokens(own[1]).isdisjoint(tokens(last.fact.counted_noun))


def _is_told_to_exceed(claim: Claim, sentence: Sentence, o: Operands) -> bool:
    """Whether something is said to exceed another by a rate, and the values would have it fall short of it."""
    said = claim.view.said_before
    return o.end.value < o.base.value and _EXCEEDED_BY.search(said) is not None


def _is_of_all(material: Material, claim: Claim, o: Operands) -> bool:
    """Whether the fastest or slowest of several is told, and the values are those of the row of all."""
    ranks = LARGEST.search(claim.before) or SMALLEST.search(claim.before)
    return ranks is not None and any(is_total(x) for x in material.names_of.get(o.end.id, ()))


def _is_of_one_of_both(material: Material, claim: Claim, o: Operands) -> bool:
    """Whether the values are those of one of two series that a clause joins: 甲与乙市场规模同比增长12%."""
    grid = material.grid_of.get(o.end.fact.container_id or "")
    if grid is None or RESPECTIVELY.search(claim.clause):
        return False
    text, labels = plain(claim.clause), {plain(without_period(x)) for x in (*grid.rows, *grid.columns)} - {""}
    own = {plain(without_period(x)) for x in material.names_of.get(o.end.id, ())} & labels
    return any(f"{a}{by}{b}" in text for n in own for x in labels - own for by in _BOTH for a, b in ((n, x), (x, n)))


def _is_of_another_amount(claim: Claim, sentence: Sentence, o: Operands) -> bool:
    """Whether the amount that a rate is put right behind ("together reached 2.14 million, 30% more") is none of the values."""
    at = sentence.place(claim)
    last = sentence.claims[at - 1].view if at and _APPOSED.fullmatch(claim.before) else None
    if last is None or not last.is_level or last.dimension != o.end.dimension:
        return False
    return not any(iv.meets(v.interval, last.interval) or v.digits == last.digits for v in (o.base, o.end))


def _operands(material: Material, claim: Claim, sentence: Sentence) -> list[Operands]:
    """The values that a rate may lie between; one told against a peak of no told year starts from the highest before."""
    found = operands(material, claim, sentence, _spans(material, claim, sentence))
    if not _OFF_PEAK.search(claim.text) or YEAR.search(claim.after) or claim.base_years:
        return found
    peaks = []
    for o in found:
        for line in (x for x in material.lines_of.get(o.end.id, ()) if x.over_time):
            until = o.end.span.last if o.end.span else 0
            before = [v for s, v in line.by_span.items() if s.last < until and not v.fact.is_forecast]
            peaks += [replace(o, base=max(before, key=lambda v: (v.value, v.id)))] if before else []
    return peaks or found


def _goes_on_apart(claim: Claim, sentence: Sentence) -> bool:
    """Whether a rate goes on about what sets two things apart: "A holds 20% more than the other kind, B follows at 15%"."""
    apart = any(APART.match(c.after) for c in sentence.claims[: sentence.place(claim)] if c.kind == "growth")
    return apart and not GROWTH.search(claim.text) and not claim.back and not YEAR_ON_YEAR.search(claim.text)


def _compared(material: Material, claim: Claim, sentence: Sentence) -> list[Operands]:
    """The two entries of a line that a rate sets apart rather than two periods of one: "67% above the temperate one"."""
    if not APART.match(claim.after):
        return []
    words = label_tokens(claim.after)

    def told_behind(o: Operands) -> bool:
        return any(mentions(claim.after, x, words) > 0.5 for x in material.names_of.get(o.base.id, ()))

    return [o for o in named_pairs(material, claim, sentence) if told_behind(o)]


def _in_a_row(material: Material, claim: Claim, sentence: Sentence) -> list[Operands]:
    """A rate of one of the years that a sentence goes through, where those of the others are what one line shows.

    "Growth of 10.0% in 2022 gave way to 12.0% in 2023 and to 15.0% in 2024" names nothing, and need not. Of two rates,
    the one must be said to come after the other.
    """
    rates = [
        c for c in sentence.claims
        if c.kind == "growth" and c.span is not None and c.span.kind == "Y" and len(c.view.figures) > 2
    ]  # fmt: skip
    several = len(rates) >= _SEVERAL or (len(rates) == 2 and _AFTER.fullmatch(rates[1].before))
    if claim not in rates or not several or len({c.span for c in rates}) < len(rates):
        return []
    found = []
    for line in material.lines_on.get(claim.view.page, ())[:40]:
        steps = [(c, line.by_span.get(c.span.earlier(1)), line.by_span.get(c.span)) for c in rates if c.span]
        if not line.over_time or line.dimension == "percent" or any(b is None or e is None for _, b, e in steps):
            continue
        told = {
            c.view.id: (Operands(b, e, 1, _ONE_LINE, 0), iv.meets(iv.growth(e.interval, b.interval), signed(c)))
            for c, b, e in steps if b and e
        }  # fmt: skip
        if sum(fits for _, fits in told.values()) >= len(rates) - 1:
            found.append(told[claim.view.id][0])
    return found if len(found) == 1 else []


def _of_a_year(claim: Claim, sentence: Sentence, found: list[Operands]) -> list[Operands]:
    """Of the rates of several years that a sentence lists, each is of one: values further apart only bear it out."""
    years = {c.span for c in sentence.claims if c.kind == "growth" and c.span is not None and c.span.kind == "Y"}
    if len(years) < 2 or claim.span not in years or claim.base_years or claim.back:
        return found

    def is_near(o: Operands) -> bool:
        first, last = o.base.span, o.end.span
        return first is None or last is None or last.last - first.last < 2

    return [o for o in found if is_near(o) or iv.meets(_derived(claim, o), signed(claim))]


def _of_their_line(
    claims: Sequence[tuple[Claim, Sentence, list[Operands]]],
) -> list[tuple[Claim, Sentence, list[Operands]]]:
    """Claims without the values of a line of which most of the rates that a sentence lists by year are none."""
    fits: dict[tuple[str, int, str], list[bool]] = defaultdict(list)
    for claim, sentence, found in claims:
        own = [o for o in found if o.end.span == claim.span and o.base.span == (claim.span and claim.span.earlier(1))]
        for o in {(o.end.source, o.end.fact.series): o for o in own if o.end.fact.container_id}.values():
            fits[_line_told(sentence, o)].append(iv.meets(_derived(claim, o), signed(claim)))

    def is_other(sentence: Sentence, o: Operands) -> bool:
        told = fits.get(_line_told(sentence, o), [])
        return len(told) >= _SEVERAL and 2 * sum(told) < len(told)

    return [(c, s, [o for o in found if not is_other(s, o)]) for c, s, found in claims]


def _of_heights(material: Material) -> Iterator[tuple[str, Relation]]:
    """Rates that a sentence lists by year, where all but one at most are those of all layers of a stack together."""
    for sentence in material.sentences:
        rates = [c for c in sentence.claims if c.kind == "growth" and c.span is not None and c.span.kind == "Y"]
        for stack in stacks_on(material, sentence.page) if len(rates) >= _SEVERAL else ():
            told = [
                (c, stack.layers[c.span.earlier(1)], stack.layers[c.span])
                for c in rates if c.span and {c.span, c.span.earlier(1)} <= stack.layers.keys()
            ]  # fmt: skip
            fits = [
                iv.meets(iv.growth(stack.height(c.span), stack.height(c.span.earlier(1))), signed(c))
                for c, _, _ in told if c.span
            ]  # fmt: skip
            if len(told) < _SEVERAL or sum(fits) < len(fits) - 1 or len({c.span for c, _, _ in told}) < len(told):
                continue
            for c, base, end in told:
                yield c.view.id, _of_bars(stack, c, base, end)
        yield from _of_height_told(material, sentence)


def _of_height_told(material: Material, sentence: Sentence) -> Iterator[tuple[str, Relation]]:
    """A rate right behind an amount that is as high as a stack: "6,600 were sold in 2024, up 12.8%", drawn in layers."""
    for last, c in pairwise(sentence.claims):
        span = c.span if c.kind == "growth" and c.span is not None and c.span.kind == "Y" else None
        if span is None or last.kind != "level" or c.view.is_range or _GOES_FAR_BACK.search(c.text) or c.back:
            continue
        if not _APPOSED.fullmatch(c.before):
            continue  # "..., and output rose 9.0%": of something else
        for stack in stacks_on(material, sentence.page):
            if {span, span.earlier(1)} <= stack.layers.keys() and reaches(stack, span, [last.view]):
                yield c.view.id, _of_bars(stack, c, stack.layers[span.earlier(1)], stack.layers[span])
                break


def _of_bars(stack: Stack, claim: Claim, base: Sequence[View], end: Sequence[View]) -> Relation:
    return relate(
        "growth_rate",
        growth_of_heights(len(base), 1),
        [*((x, "base") for x in base), *((x, "end") for x in end), (claim.view, "claim")],
        quoted(claim.view),
        f"the growth of {stack.title or 'all layers'}, from {in_all(base)} to {in_all(end)}",
        f"({listed(end, ' + ')}) / ({listed(base, ' + ')}) - 1",
        0.75,
        unit="%",
    )


def _line_told(sentence: Sentence, o: Operands) -> tuple[str, int, str]:
    return sentence.block_id, sentence.index, f"{o.end.source} {o.end.fact.series}"


def _by_digits(material: Material, claims: Sequence[tuple[Claim, Sentence]]) -> Iterator[tuple[Claim, Operands]]:
    """Rates whose words do not tell what they are ("2021 was a year of plenty with 79.2%"), where their digits do.

    The growth in their year on a line that they may be of has just their digits, or these with two exchanged.
    """
    for claim, sentence in claims:
        found = [o for o in operands(material, claim, sentence, _spans(material, claim, sentence)) if not o.guess]
        sizes = [(o, iv.magnitude(_growth(o))) for o in found if o.confidence >= WORTH]
        fitting = [o for o, x in sizes if iv.meets(x, iv.magnitude(claim.view.interval))]
        misprinted = [o for o, x in sizes if swapped(x, claim.view)]
        best = max(fitting or misprinted, key=lambda o: (o.confidence, o.end.id, o.base.id), default=None)
        if best is not None:
            yield claim, best


def growth_rate(material: Material) -> Iterator[Relation]:
    """Growth in percent = (end / base - 1) x 100, by interval arithmetic over the printed values.

    Base and end are found on a line of a chart or table or beside the claim in the text; a growth column of a table
    and a growth series of a chart are checked row by row. A fall told in words is negative. Source: recomputation
    from reported figures as statcheck does (Nuijten et al. 2016), rounding as in XBRL Calculations 1.1.
    """
    claims = [
        (
            c,
            s,
            [
                *(o for o in _operands(material, c, s) if _may_be(c, s, o) and not _is_of_all(material, c, o)),
                *_compared(material, c, s),
                *against_base_case(material, c, s),
                *pairs_beside(material, c, s, partial(_derived, c), signed(c)),
                *told_pairs(material, c, s),
                *_in_a_row(material, c, s),
            ],
        )
        for s in material.sentences
        for c in s.claims
        if c.kind == "growth" and not c.view.is_range and not _of_an_untold_year(c) and _is_in_digits(c)
    ]
    unsaid = [
        (replace(c, kind="growth", either=True), s)
        for s in material.sentences
        for c in s.claims
        if c.kind == "level" and c.view.fact.kind == "percent" and len(c.view.digits) > 2 and not c.view.is_range
        and c.view.fact.period_basis == "sentence"
    ]  # fmt: skip
    heights = dict(_of_heights(material))
    yield from heights.values()
    claims = [(c, s, _of_a_year(c, s, found)) for c, s, found in claims if c.view.id not in heights]
    claims = [
        (c, s, [o for o in found if not (_follows_inversely(c, o) or _is_told_to_exceed(c, s, o))])
        for c, s, found in claims
    ]
    claims = [
        (c, s, [o for o in found if not _is_of_one_of_both(material, c, o) or iv.meets(_derived(c, o), signed(c))])
        for c, s, found in claims
    ]
    claims = _of_their_line(claims)
    settled = (
        *_by_digits(material, unsaid),
        *settle(material, claims, _derived),
    )
    for claim, found in settled:
        formula = _formula(claim)
        yield relate(
            "growth_rate",
            formula,
            [(found.base, "base"), (found.end, "end"), (claim.view, "claim")],
            quoted(claim.view),
            f"the {_NAMES[formula]} from {quoted(found.base)} to {quoted(found.end)}{told_as(material, claim, found)}",
            f"{found.end.name} / {found.base.name} - 1",
            found.confidence,
            unit="%",
        )
    columns = (
        (base, end, rate, confidence) for base, end, rate, years, confidence in rate_columns(material) if not years
    )
    for base, end, rate, confidence in (*columns, *growth_series(material)):
        falls = is_of_falls(rate.fact.series or "")
        yield relate(
            "growth_rate",
            fall if falls else rise,
            [(base, "base"), (end, "end"), (rate, "claim")],
            quoted(rate),
            f"the {'decline' if falls else 'growth'} from {base.name} to {end.name} (page {end.page})",
            f"{end.name} / {base.name} - 1",
            confidence,
            unit="%",
        )

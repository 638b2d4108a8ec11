"""A stated multiple ("3.9 times as large", "doubled", "up 7.2x") against the values that it compares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wpextract.consistency import interval as iv
from wpextract.consistency.beside import against_told, pairs_beside
from wpextract.consistency.claims import Claim, spans_of
from wpextract.consistency.comparisons import extremes, named_pairs
from wpextract.consistency.facts_view import Span
from wpextract.consistency.linking import AS_MUCH, SURE, Operands, mentions, operands
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import Derive, listed, plausible, quoted, relate, settle, told_as
from wpextract.consistency.stacks import in_all, multiple_of_heights, reaches, stacks_on
from wpextract.consistency.told import told_pairs
from wpextract.consistency.words import LIMITS, TAKES_UP, YEAR_ON_YEAR, label_tokens, tokens

# "1.4 times the figure of 2024", "twice the 2021 level"
_YEAR_OF_BASE = re.compile(
    r"\s*(?:as \w+ as\s+)?(?:the|its|their|that|those)\s+(?:(?:[a-z]+\s+){0,3}(?:of|in|for|from)\s+)?((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_IS_SO_MANY_OF = re.compile(
    r"(?:是|为|相当于)((?:19|20)\d\d)\s*年[^，。；\d]{0,8}的?$"
)  # 2020年为9,800元，是2024年的3.3倍
_THAN_TODAY = re.compile(
    r"\s*(?:as [a-z]+ as |of |the |its |their )*(?:(?:it|they) (?:is|are)|size|level|value|figure)? ?(?:today|now|at present)\b"
    r"|\s*(?:today['’]s|the present|the current|its present|its current)\b",
    re.IGNORECASE,
)
_ON_ANOTHER = re.compile(
    r"\s*as (?:much|many) (?:on|for|in) ", re.IGNORECASE
)  # "468 on meters and 466, but twice as much on leaks"
_APPOSED = re.compile(
    r"[^,;.]{0,24},\s*(?:(?:or|that is|nearly|almost|about|around|some|roughly|more than|over)\s*)*", re.IGNORECASE
)
_OVERTOOK = re.compile(
    r"\b(?:overtook|overtaken|outstripped|(?:sur)?passed|outgrew|overhauled)\b[^.;]{0,80}$", re.IGNORECASE
)
_THE_SIZE_OF = re.compile(
    r"\s*(?:the (?:size|figure|level|number|price|total|time) (?:of|on|in|at|for)|that of)\s+(?:the )?[A-Z]"
)
_GAP = re.compile(  # of what was told, and of nothing else: "so that the gap is five-fold"
    r"\b(?:gap|difference|ratio|distance|spread) (?:is|was|has been|remains?|comes? to|stands? at)\b[^,.;]{0,40}$"
    r"|(?:[，,]|[两二]者)的?差距(?:为|达|约)[^，。；]{0,6}$",
    re.IGNORECASE,
)
_TAKES_IT_UP = re.compile(
    r"\W*(?:This|That|It|Which)\b|.{0,90}\bthe (?:19|20)\d\d (?:volume|figure|total|level|number)\b|(?:这|该)"
)
_AS_LARGE = re.compile(r"\s*(?:as (?:large|big|much|many|high)|its size)\s*(?:[.;]|$)", re.IGNORECASE)
_OR = re.compile(
    r",\s*(?:or|that is|i\.e\.),?\s*(?:about |nearly |almost |some )?", re.IGNORECASE
)  # "412 thousand, or 4.9 times the 2024 volume"
_AS_MUCH_AS = re.compile(r"\s*(?:as [a-z]+ as|the \w+ of) (?:that of )?([^.;,\d]{3,60})", re.IGNORECASE)
_GREW_TO = re.compile(  # 2020年为3,310万台，四年间扩大至2.9倍
    r"[，,](?:(?:19|20)\d\d年)?[^，。；\d]{0,8}(?:扩大|增长?|提[高升]|上升)[至到为]其?\s*"
    r"|(?: in (?:19|20)\d\d)?,? (?:and )?(?:has )?(?:since )?(?:grew|grown|rose|risen|expanded) to ",
    re.IGNORECASE,
)
_THIS_SIZE = re.compile(r"\s*(?:this|that) (?:size|level|amount|value|figure|volume)\b", re.IGNORECASE)
_NAMED_BEFORE = 0.8  # a link to the only amount of the sentence before, by its name
_OF_LAST_YEAR = re.compile(  # of the same thing at another time
    r"上一?年的?|去年的?|\b(?:its|their) (?:former|previous|earlier|old|original|initial|past) (?:level|size|value|figure)s?\b"
    r"|\b(?:the|that of the) (?:year before|previous year|prior year)\b",
    re.IGNORECASE,
)
_OF_SHARE = re.compile(  # "so that its share has more than doubled"
    r"\b(?:share|proportion|penetration)\b(?: of [^,.;]{1,40})?"
    r" (?:(?:has|have|had|was|were|is|are|more|than|almost|nearly|about|roughly)\s*)*$|(?:占比|份额|比重)[^，。；]{0,6}$",
    re.IGNORECASE,
)
_OF_A_CHANGE = re.compile(
    r"\s*of (?:that|this|the|its|their) (?:increase|rise|gain|growth|fall|loss|decline|drop|difference)\b",
    re.IGNORECASE,
)  # "gave back half of that increase"
_IN_MONEY = re.compile(r"\b(?:in|by) (?:money|value|dollars?|revenue)(?: terms)?\b|按金额|金额上", re.IGNORECASE)
_IN_NUMBER = re.compile(r"\b(?:the|their|its) numbers?\b[^.;,]{0,30}$|数量[^，。；]{0,8}$", re.IGNORECASE)
_OF_GROWTH = re.compile(
    r"(?:增速|增幅|涨幅|降幅|增长率)[^，。；\d]{0,14}$|\b(?:growth|pace)\b[^,.;\d]{0,40}$", re.IGNORECASE
)  # 增速约为B的三倍
_TOLD_DIMENSIONS = ((_OF_SHARE, "percent"), (_IN_MONEY, "money"), (_IN_NUMBER, "count"), (_OF_GROWTH, "percent"))


def ratio(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """End / base against the multiple."""
    return iv.divide(xs[1], xs[0]), xs[2]


def increase(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """End / base - 1 against the multiple, for "an increase of 7.2 times"."""
    return iv.subtract(iv.divide(xs[1], xs[0]), iv.exactly(1)), xs[2]


def _derived_by(formula: iv.Formula) -> Derive:
    return lambda _, o: formula((o.base.interval, o.end.interval, iv.ANY))[0]


def _ratio(o: Operands) -> Interval:
    return iv.divide(o.end.interval, o.base.interval)


def _may_be(claim: Claim, o: Operands) -> bool:
    """Both of one sign, the end above the base, the base of the year that is told, and both of one time where nothing tells of another one."""
    in_time = (
        claim.years
        or claim.pairs
        or claim.back
        or claim.span is None
        or claim.span.kind in ("S", "R")
        or YEAR_ON_YEAR.search(claim.text)
    )
    if _THE_SIZE_OF.match(claim.rest) and o.base.span != o.end.span:
        return False  # "2.2 times the size of Singapore's": of another thing at one time
    if _OVERTOOK.search(claim.before) and _AS_LARGE.match(claim.after) and o.base.span != o.end.span:
        return False  # "A overtook B in 2022 and is now 1.9 times as large": of B
    told = _YEAR_OF_BASE.match(claim.after)
    if told and o.base.span is not None and not o.base.span.first <= int(told[1]) <= o.base.span.last:
        return False
    if o.end.value < o.base.value and claim.view.value > 1:
        return False
    one_time = o.base.span is None or o.end.span is None or o.base.span == o.end.span
    return o.base.value * o.end.value > 0 and bool(in_time or one_time or not AS_MUCH.match(claim.rest))


def _is_of_what_it_names(claim: Claim, o: Operands) -> bool:
    """Whether two values are of the dimension that the words before a multiple tell: a share, money, a number of things."""
    return all(o.end.dimension.startswith(d) for said, d in _TOLD_DIMENSIONS if said.search(claim.before))


def _is_of_its_year(claim: Claim, o: Operands) -> bool:
    """Whether what comes to so many times "this size by 2027" is held against a figure of that year."""
    return o.end.span == claim.span or not _THIS_SIZE.match(claim.rest)


def _of_the_present(material: Material, claim: Claim, o: Operands) -> bool:
    """Whether what is so many times "as large as it is today" is held against a figure of today."""
    if o.base.span is None or material.latest is None or not _THAN_TODAY.match(claim.after):
        return True
    return o.base.span.last == material.latest


def _is_called(material: Material, o: Operands, text: str) -> bool:
    """Whether a text names a row, column or series that both values stand in."""
    words = label_tokens(text)
    shared = set(material.names_of.get(o.base.id, ())) & set(material.names_of.get(o.end.id, ()))
    return any(mentions(text, x, words) > 0.99 for x in shared)


def _both_in(sentence: Sentence, o: Operands) -> bool:
    ids = {v.id for v in sentence.views}
    return o.base.id in ids and o.end.id in ids


def _starts_from_what_is_told(claim: Claim, sentence: Sentence, o: Operands) -> bool:
    """Whether a multiple that something "grew to" from an amount of an earlier year, told right before, starts from it."""
    at = sentence.place(claim)
    last = sentence.claims[at - 1] if at and _GREW_TO.fullmatch(claim.before) else None
    if last is None or last.kind != "level" or not last.view.is_level or last.view.span is None:
        return True
    if claim.span is None or last.view.span.last >= claim.span.last:
        return True  # 由2019年的118亿增至2024年的846亿，五年间扩大至7.2倍
    told = o.base.dimension == last.view.dimension and iv.meets(o.base.interval, last.view.interval)
    return told or iv.meets(_ratio(o), claim.view.interval)


def _of_the_other(claim: Claim, sentence: Sentence) -> bool:
    """Whether a multiple is that of what the one before it is held against: "2.7 times its level, against 1.8 times"."""
    at = sentence.place(claim)
    against = re.fullmatch(r"[^,]*,\s*(?:as )?(?:against|compared with|versus)\s*(?:only|just)?\s*", claim.before)
    return at > 0 and sentence.claims[at - 1].kind == "multiple" and against is not None


def _of_what_was_told(claim: Claim, sentence: Sentence, o: Operands) -> bool:
    """Whether two values may give a multiple in apposition to an amount, which must then be one of them: "14 MW in 2024, twice the".

    An amount that came or went is no value of a series.
    """
    own = claim.span if claim.view.fact.period_basis == "sentence" else None
    if own and own.kind == "Y" and _OF_LAST_YEAR.search(f"{claim.before[-20:]} {claim.after[:30]}"):
        return o.end.span in (None, own)
    at = sentence.place(claim)
    last = sentence.claims[at - 1] if at else None
    if last is not None and _OR.fullmatch(claim.before) and last.kind == "level" and last.view.is_level:
        return iv.meets(o.end.interval, last.view.interval) and o.end.dimension == last.view.dimension
    if last is None or last.kind != "delta" or not _APPOSED.fullmatch(claim.before):
        return True
    return any(v.dimension == last.view.dimension and iv.meets(v.interval, last.view.interval) for v in (o.base, o.end))


def _reaches_what_is_told(claim: Claim, sentence: Sentence, o: Operands) -> Operands:
    """Two values of a series, of the years that are named, of which the sentence tells the later one: 2024年348台，是2019年的5.7倍."""
    told = [c.view for c in sentence.claims[: sentence.place(claim)] if c.kind == "level" and len(c.view.figures) > 2]
    reached = any(
        v.dimension == o.end.dimension and v.span == o.end.span and iv.meets(v.interval, o.end.interval) for v in told
    )
    of_year = o.base.span is not None and o.base.span.last in claim.base_years and o.base.source == o.end.source
    return replace(o, confidence=max(o.confidence, SURE + 0.05)) if reached and of_year else o


def _on_the_one_before(material: Material, claim: Claim, sentence: Sentence) -> list[Operands]:
    """The only amount of the sentence before, where a multiple put behind an amount names it.

    "A domestic one sells for 92. A foreign one costs 171, or 1.9 times as much as the domestic one."
    """
    at, named = sentence.place(claim), _AS_MUCH_AS.match(claim.rest)
    if not at or named is None or not _OR.fullmatch(claim.before):
        return []
    end = sentence.claims[at - 1].view
    said = [s for s in material.near(sentence, 2)[1:2] if s.block_id == sentence.block_id]
    bases = [c.view for s in said for c in s.claims if c.kind == "level" and c.view.dimension == end.dimension]
    if len(bases) != 1 or not end.is_level or tokens(named[1]).isdisjoint(bases[0].around):
        return []
    return [Operands(bases[0], end, 0, _NAMED_BEFORE, 0)]


def _told_base(claim: Claim) -> list[tuple[Span, Span, int]]:
    """The year that a multiple is of, which may be the later one: "in 2021 it was 1.9 times that of 2023"."""
    told, end = _YEAR_OF_BASE.match(claim.after) or _IS_SO_MANY_OF.search(claim.before), claim.span
    if not told or end is None or end.kind != "Y" or int(told[1]) <= end.last:
        return []
    return [(Span("Y", int(told[1]), int(told[1])), end, end.last - int(told[1]))]


def _end_above(o: Operands, claim: Claim) -> Operands:
    """Two things that are compared, the larger as the multiple: "B closes the list, and A sells 3.6 times as much"."""
    turned = claim.view.value > 1 and 0 < o.end.value < o.base.value
    either_way = AS_MUCH.match(claim.rest) or _GAP.search(claim.before)
    return replace(o, base=o.end, end=o.base) if turned and either_way else o


def _fails_either_way(claim: Claim, o: Operands) -> bool:
    """Whether two values of the text are so far from a multiple that it fits neither as one nor as an increase."""
    told = o.base.fact.source == o.end.fact.source == "prose" and o.base.fact.sentence == o.end.fact.sentence
    xs = (o.base.interval, o.end.interval, claim.view.interval)
    return told and not any(iv.meets(*formula(xs)) for formula in (ratio, increase))


def _of_stack(material: Material, claim: Claim, sentence: Sentence) -> Relation | None:
    """A multiple of all layers of a stack together, of which the text has just told how high a bar is."""
    told = [x for s in material.near(sentence, 2) for x in s.views]
    for stack in stacks_on(material, claim.view.page) if _TAKES_IT_UP.match(sentence.text) else ():
        for first, last, _ in spans_of(claim, material.latest)[:2]:
            if not {first, last} <= stack.layers.keys() or not reaches(stack, last, told):
                continue
            base, end = stack.layers[first], stack.layers[last]
            return relate(
                "multiple",
                multiple_of_heights(len(base)),
                [*((x, "base") for x in base), *((x, "end") for x in end), (claim.view, "claim")],
                quoted(claim.view),
                f"{stack.title or 'all layers'} as a multiple, from {in_all(base)} to {in_all(end)}",
                f"({listed(end, ' + ')}) / ({listed(base, ' + ')})",
                0.72,
                unit="x",
            )
    return None


def multiple(material: Material) -> Iterator[Relation]:
    """Multiple = end / base ("to 7.2 times", "翻番" = 2), or end / base - 1 where the words say an increase by it.

    Which of the two is meant is ambiguous in print ("up 7.2x"); where the words allow both, the one that the values
    bear out is taken. Source: recomputation from reported figures; rounding as in XBRL Calculations 1.1.
    """
    claims = [
        (
            c,
            s,
            [
                o
                for o in (
                    *(
                        _reaches_what_is_told(c, s, x)
                        for x in operands(material, c, s, [*_told_base(c), *spans_of(c, material.latest)])
                        if _may_be(c, x)
                    ),
                    *pairs_beside(material, c, s, _ratio, c.view.interval),
                    *(_end_above(o, c) if _GAP.search(c.before) else o for o in told_pairs(material, c, s)),
                    *against_told(material, c, s),
                    *extremes(material, c, s),
                    *_on_the_one_before(material, c, s),
                )
                if _is_of_what_it_names(c, o)
                and _is_of_its_year(c, o)
                and _of_the_present(material, c, o)
                and not (_GAP.search(c.before) and o.end.value < o.base.value)
                and _of_what_was_told(c, s, o)
                and _starts_from_what_is_told(c, s, o)
                and not (_ON_ANOTHER.match(c.rest) and _both_in(s, o))
            ],
        )
        for s in material.sentences
        for c in s.claims
        if c.kind == "multiple" and not c.view.is_range and not _of_the_other(c, s) and not _OF_A_CHANGE.match(c.rest)
    ]
    settled: dict[str, tuple[Claim, Operands, iv.Formula, bool]] = {}
    for by in (False, True):
        wanted = [t for t in claims if by <= t[0].by and t[0].view.id not in settled]
        formula: iv.Formula = increase if by else ratio
        for claim, found in settle(material, wanted, _derived_by(formula), lambda c: c.view.interval):
            fits = iv.meets(*formula((found.base.interval, found.end.interval, claim.view.interval)))
            if fits or (by or not claim.by):
                settled[claim.view.id] = (claim, found, formula, fits)
    for claim, sentence, _ in claims:
        held = settled.get(claim.view.id)
        if (held is None or not held[3]) and (of_bars := _of_stack(material, claim, sentence)) is not None:
            yield of_bars
            continue
        # "2.1 times what it was three years before", "doubled since 2020" compare no two entries
        over_time = (
            claim.back
            or (claim.span is not None and claim.span.kind in ("S", "R"))
            or _OF_LAST_YEAR.search(f"{claim.before[-20:]} {claim.after[:30]}")
        )
        pairs = [] if over_time else [_end_above(p, claim) for p in named_pairs(material, claim, sentence)]
        if _ON_ANOTHER.match(claim.rest):
            pairs = [p for p in pairs if _is_called(material, p, claim.rest[:60])]
        pairs = [p for p in pairs if _is_of_what_it_names(claim, p) and _is_of_its_year(claim, p)]
        if _THE_SIZE_OF.match(claim.rest) and TAKES_UP.match(sentence.text):  # "That is 1.4 times the figure of B"
            last = {v.digits for s in material.near(sentence, 2)[1:2] for v in s.views}
            pairs = [p for p in pairs if p.end.digits in last]
        pairs = [p for p in pairs if claim.view.value <= 1 or p.end.value >= p.base.value]
        pairs = [
            p for p in pairs if _of_what_was_told(claim, sentence, p) and _starts_from_what_is_told(claim, sentence, p)
        ]
        pairs = [p for p in pairs if p.base.value and plausible(_derived_by(ratio)(claim, p), claim.view.interval)]
        fitting = [p for p in pairs if iv.meets(*ratio((p.base.interval, p.end.interval, claim.view.interval)))]
        # a limit is met by many a pair: not where its own sentence tells what it is of
        told = held is not None and claim.view.fact.comparator in LIMITS and _both_in(sentence, held[1])
        if (
            (held is None or not held[3])
            and not told
            and (fitting or (pairs and (held is None or held[1].confidence < pairs[0].confidence)))
        ):
            best = max(fitting or pairs, key=lambda p: (p.confidence, p.end.id, p.base.id))
            held = (claim, best, ratio, bool(fitting))
        if held is not None:
            claim, found, formula, fits = held
            yield relate(
                "multiple",
                formula,
                [(found.base, "base"), (found.end, "end"), (claim.view, "claim")],
                quoted(claim.view),
                f"{quoted(found.end)} as a multiple of {quoted(found.base)}{told_as(material, claim, found)}",
                f"{found.end.name} / {found.base.name}" + (" - 1" if formula is increase else ""),
                found.confidence
                if fits or not claim.by or _fails_either_way(claim, found)
                else min(found.confidence, SURE - 0.1),
                unit="x",
            )

"""When a series first passes a limit ("first exceeded 5,000 in 2022") or another series ("overtook B in 2021").

A year is said, and the series shows from which one on its values are above. Source: order of intervals (Moore 1966): a
value whose interval holds the limit may have passed it or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import Span, View
from wpextract.consistency.grids import Line, without_period
from wpextract.consistency.linking import SURE, WORTH, describes, mentions, things_named
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval
from wpextract.consistency.stacks import in_all, stacks_on
from wpextract.consistency.words import label_tokens, plain
from wpextract.facts.sentences import sentences
from wpextract.quantities import Period, find_periods

_FIRST = re.compile(
    r"首[次度]|\bfor the first time\b|\bfirst (?:exceed|pass|cross|top|surpass|went|rose|climb)\w*", re.IGNORECASE
)
_OVERTAKES = re.compile(
    r"首[次度][一-鿿]{0,2}(?:超过|反超|超越|赶超|高于|多于)|反超|赶超"
    r"|\b(?:overtook|overtaken|outstripped|outsold|outnumbered|outgrew|(?:has |had )?(?:passed|surpassed)|(?:moved|pulled) (?:ahead of|past)|went past)\b",
    re.IGNORECASE,
)
_DOWNWARDS = re.compile(
    r"\b(?:fell|fall\w*|drop\w*|declin\w*|slip\w*|sank|below|under|less|fewer)\b|跌|降|低于|不足|减", re.IGNORECASE
)
_UNSURE = re.compile(
    r"\b(?:not|never|yet|may|might|could|would|should|if|nearly|almost)\b|n't\b|未|可能|或将|若|如果|有望|接近",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*by\s*$|\s*by\s+(?!(?:19|20)\d\d)", re.IGNORECASE)  # by the latest; overtaken by
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are)\s*$", re.IGNORECASE
)  # "Alba was passed in 2022, when Brack reached"
_OF_ANOTHER = re.compile(r"[超过高于]{1,2}了?[一-鿿]{2,10}的\s*$")  # 首次超过乙的N
_A_LIMIT = re.compile(r"\s*(?:[A-Z]{2,3}|[¥$€])?\s?\d|[一二三四五六七八九十两]+[万亿成]")  # 首次超过1万亿元，乙……
_CLAUSE = re.compile(r"[,，;；]")
_PARTED = re.compile(r"[,;:，；：\d]")
_FAR = 2
_OPENING = 12  # characters: a year before is the sentence's
_NEAR = 40  # characters on either side of a verb within which both series are named


@dataclass(frozen=True, slots=True)
class Crossing:
    """The year that a text tells, that which the series shows, and the values that show it."""

    text: str
    page: int
    block_id: str
    claim: View | None
    told: int
    shown: Interval
    values: tuple[View, ...]
    seen: str  # what shows it
    confidence: float


def crossings(material: Material) -> Iterator[Crossing]:
    """The years in which a text says that a limit or another series was passed, with what the series show."""
    yield from _of_limits(material)
    yield from _of_others(material)


def _of_limits(material: Material) -> Iterator[Crossing]:
    for sentence in material.sentences:
        for claim in sentence.claims:
            v = claim.view
            said = f"{_CLAUSE.split(claim.before)[-1]}|{claim.after[:40]}"
            first = None if _DOWNWARDS.search(said) or _UNSURE.search(said) else _FIRST.search(said)
            if not first or v.is_range or v.span is None or v.span.kind != "Y" or v.fact.period_basis != "sentence":
                continue
            if not (v.is_level or v.fact.kind == "percent") or _OF_ANOTHER.search(claim.before):
                continue
            found = _course(material, claim, sentence)
            if found is None:
                continue
            course, sure = found
            heights = {s: iv.add(x.interval for x in views) for s, views in course.items()}
            if all((x.low or 0) > _FAR * v.value for x in heights.values()):
                continue  # of something much smaller
            first_above = _first_above(heights, dict.fromkeys(course, v.value))
            if first_above is not None:
                shown, spans = first_above
                values = tuple(x for s in spans for x in course[s])
                seen = " and ".join(in_all(course[s]) if len(course[s]) > 1 else course[s][0].name for s in spans)
                sure = min(0.9, 0.2 + sure)
                yield Crossing(sentence.text, v.page, sentence.block_id, v, v.span.last, shown, values, seen, sure)


def _course(
    material: Material, claim: Claim, sentence: Sentence
) -> tuple[Mapping[Span, tuple[View, ...]], float] | None:
    """The series of the page that a limit is said of, by period, or the bars of its one stack; and how sure that is."""
    v, things = claim.view, things_named(material, claim)
    lines = [
        x for x in material.lines_on.get(v.page, ())[:60]
        if x.over_time and x.dimension == v.dimension and without_period(x.label) in {"", *things}
    ]  # fmt: skip
    rated = [(describes(material, claim, x, sentence) + (0.2 if len(lines) == 1 else 0.0), x) for x in lines]
    score, line = max(rated, key=lambda r: (r[0], r[1].key), default=(0.0, None))
    if line is not None and score >= WORTH:
        return {s: (x,) for s, x in line.by_span.items()}, score
    stacks = [x for x in stacks_on(material, v.page) if x.dimension == v.dimension and not x.names & things]
    return (stacks[0].layers, WORTH + 0.04) if len(stacks) == 1 else None


def _of_others(material: Material) -> Iterator[Crossing]:
    for block in material.blocks:
        if block.role in ("furniture", "table_text", "chart_text"):
            continue
        for a, b in sentences(block.text):
            text = block.text[a:b]
            verb = _OVERTAKES.search(text)
            if verb is None:
                continue
            periods = find_periods(text, material.document.language)
            told = _year_of(text, verb, [p for p in periods if p.kind == "year"])
            if told is None or told.first is None:
                continue
            before, after = text[max(0, verb.start() - _NEAR) : verb.start()], text[verb.end() : verb.end() + _NEAR]
            if _UNSURE.search(before) or _BY.search(text[: told.start]) or _A_LIMIT.match(after):
                continue
            if _BY.match(after) or _PASSIVE.search(before):
                before, after = after, before
            pair = _named_lines(material, block.page, before, after, told.first.year)
            if pair is None:
                continue
            line, other = pair
            course = {s: x.interval for s, x in line.by_span.items()}
            found = _first_above(course, {s: x.value for s, x in other.by_span.items()})
            if found is not None:
                shown, spans = found
                values = tuple(x.by_span[s] for x in (line, other) for s in spans)
                seen = " and ".join(dict.fromkeys(v.name for v in values))
                sure = (0.8, 0.66, SURE + 0.02)[min(abs(line.page - block.page), 2)]
                yield Crossing(text, block.page, block.block_id, None, told.first.year, shown, values, seen, sure)


def _year_of(text: str, verb: re.Match[str], years: Sequence[Period]) -> Period | None:
    """The year that a sentence names in the clause of its verb, else at its head."""
    between = {p: text[min(verb.end(), p.end) : max(verb.start(), p.start)] for p in years}
    own = [p for p in years if not _PARTED.search(between[p])] or [p for p in years if p.start < _OPENING]
    return min(own, key=lambda p: len(between[p]), default=None)


def _named_lines(material: Material, page: int, before: str, after: str, year: int) -> tuple[Line, Line] | None:
    """Two series of one chart or table that a text names on either side of its verb: near, or of that year alone in the document."""
    by_page: dict[int, list[tuple[Line, Line]]] = {}
    for grid in material.grids:
        lines = [x for x in grid.lines if x.over_time and without_period(x.label)][:30]
        left, right = _last_named(lines, before), _last_named(lines, after)
        if left and right and left is not right and left.dimension == right.dimension:
            by_page.setdefault(grid.page, []).append((left, right))
    near = (found[0] for where in (page, page - 1, page + 1) if (found := by_page.get(where)))
    there = [(a, b) for found in by_page.values() for a, b in found if any(s.last == year for s in a.by_span)]
    return next(near, there[0] if len(there) == 1 else None)


def _last_named(lines: Sequence[Line], text: str) -> Line | None:
    words = label_tokens(text)
    likely = (x for x in lines if not x.label_words or not x.label_words.isdisjoint(words))
    named = [x for x in likely if mentions(text, without_period(x.label), words) > 0.99]
    longest = max((len(x.label) for x in named), default=0)
    return next((x for x in named if len(x.label) == longest and plain(x.label)), None)


def _first_above(
    course: Mapping[Span, Interval], limits: Mapping[Span, Decimal]
) -> tuple[Interval, tuple[Span, ...]] | None:
    """From which year on a course is above its limits: not before the first that may be, not after the first that is."""
    spans = sorted((s for s in course if s in limits and s.kind == "Y"), key=lambda s: s.last)
    above = [s for s in spans if (low := course[s].low) is not None and low > limits[s]]
    if len(spans) < 3 or not above:
        return None
    maybe = [s for s in spans if not _is_below(course[s], limits[s])]
    first, surely = maybe[0], above[0]
    earliest = None if first == spans[0] else iv.exactly(first.last).low
    at = spans.index(surely)
    return Interval(earliest, iv.exactly(surely.last).high), tuple(spans[max(0, at - 1) : at + 1])


def _is_below(x: Interval, limit: Decimal) -> bool:
    return x.high is not None and x.high <= limit

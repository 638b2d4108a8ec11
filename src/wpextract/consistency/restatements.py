"""Pairs of facts that state one figure twice: what agrees, and what should agree and does not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from wpextract.consistency import interval as iv
from wpextract.consistency.addresses import addressed
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Entry, Line, without_period
from wpextract.consistency.headlines import (
    NEAR,
    SWAPPED,
    counted_again,
    does_something,
    of_one_owner,
    one_crowd,
    one_headline,
)
from wpextract.consistency.linking import (
    DOUBTED,
    SURE,
    TOLD,
    WORTH,
    agreement,
    counted_alike,
    entities_agree,
    exchanged,
    mentions,
    misprint,
    named_with,
    names_something,
    places_of,
    same_subject,
    slip,
    things_named,
    words_agree,
)
from wpextract.consistency.listed import in_turn
from wpextract.consistency.material import LEADING, Material, Sentence, of_a_survey
from wpextract.consistency.model import Interval
from wpextract.consistency.parts import PART_OF_IT, whole_named
from wpextract.consistency.recalled import Recalled, recalled
from wpextract.consistency.words import (
    BASE_CASE,
    CAGR,
    EXCLUDING,
    GROWTH,
    GROWTH_LABEL,
    JOINT,
    OF_AN_INCREASE,
    OF_INCREASE,
    SCENARIO,
    SHARE_LABEL,
    SUPPOSED_TO_BE,
    YEAR,
    designators,
    label_tokens,
    tokens,
)
from wpextract.facts.sentences import LONGEST

_TO_MAKE = re.compile(
    r"\bto (?:make|produce|build|manufacture)\b[^.;]*\bcosts?\b|\b(?:made|produced|built|manufactured) (?:in|by|at)\b[^.;]*\bcosts\b",
    re.IGNORECASE,
)
_OF_USE = re.compile(  # how many use a thing, which is nobody's share of anything
    r"(?:应用|采用|使用|渗透|普及|利用|自给|开机|负荷|装配|覆盖|[一-鿿]化)率"
    r"|\b(?:(?:connection|occupancy|vacancy|churn|retention|renewal|failure) rate|adoption|penetration|utili[sz]ation"
    r"|usage|uptake|take-up|coverage|ownership)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(r"([一-鿿]{2}(?:率|强度|密度))(?!.*(?:率|强度|密度))")
_OF_THEM = re.compile(r"\s*of (?:them|these|those|it)\b", re.IGNORECASE)
_APART = re.compile(
    r"(?:价差|差价|成本差|利差|差距|差额|之差)[^，。；]{0,8}$|\b(?:gap|difference|spread)\b[^,.;]{0,30}$", re.IGNORECASE
)
_ADDS = re.compile(
    r"\b(?:added|connected|commissioned|put (?:in|on)to \w+|brought (?:into \w+|online|on line)|newly (?:built|installed))\b"
    r"(?!.*\b(?:to|reach\w*|total\w*|came|stood)\b)(?:[^,;]|,(?=\d)){0,60}$"
    r"|(?:新增|新建|新投运|投产|并网)[^，。；]{0,6}$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:in (?:operation|service|use|place)|cumulative|at (?:the )?(?:year[- ]end|end)|end of|installed base|stock)\b"
    r"|累计|保有量|存量|在用|[年月]末|年底",
    re.IGNORECASE,
)
_PRICE_OR_COST = re.compile(
    r"(?P<price>\bprices?\b|价格|[单均售]价)"
    r"|(?P<cost>\bcosts? (?:of|per|for|to)\b|\b(?:production|unit|manufacturing|material|operating|total|average) costs?\b|\boutlays?\b|成本)",
    re.IGNORECASE,
)
_TOLD_ALIKE = 0.4  # of what either is called, said of the other
UNLIKELY = 0.33  # digits swapped so that hardly any other fact could be meant
UNLIKELY_AMOUNT = 0.2  # the same for amounts, which recur less than percentages do
_LISTED = 24  # numbers of a paragraph that may go through a list
PARTNERS = 8  # other places of one figure that are worth a relation each
_PERMUTED = 0.2  # what four figures in another order add to a link
_HARDLY = 0.4  # what digits in another order say where hardly another number could be meant
_RARELY = 0.35
_CLOSE = Decimal("0.25")  # of an amount, within which another may be a misprint of it
_PLANNED = re.compile(r"\b(?:planned|target\w*|goal|wants|aims)\b|计划|目标", re.IGNORECASE)
_IN_A_PLACE = re.compile(r"\W*(?:[a-z]+ ){0,3}in ([A-Z][a-z]+)")
_PLACE_BEFORE = re.compile(r"\b[Ii]n ([A-Z][a-z]+)\W+(?:[a-z]+ ){0,3}$")
_OF_HALF = Decimal("0.55")  # a limit over what its row alone shows is not set below about half of it
POINTED = 0.65  # a cell that is pointed at by its row and column


@dataclass(frozen=True, slots=True)
class Pair:
    """`others` are further statements of the second's figure, where the first disagrees with all of them."""

    first: View
    second: View
    confidence: float
    others: tuple[View, ...] = ()
    differs: bool = False


def restatements(material: Material, wanted: Callable[[View, View], bool]) -> Iterator[Pair]:
    """Pairs with meeting intervals that link well enough, then pairs whose link is strong although they disagree."""
    told: Counter[str] = Counter()
    for pair in _pairs(material):
        if wanted(pair.first, pair.second) and (pair.differs or told[pair.first.id] < PARTNERS):
            told[pair.first.id] += 1
            yield pair


@lru_cache(maxsize=1)  # two rules ask for the pairs of one document
def _pairs(material: Material) -> tuple[Pair, ...]:
    order = {v.id: n for n, v in enumerate(material.views)}
    agreed: dict[str, dict[str, View]] = {}  # by fact and by the source that bears it out
    out: list[Pair] = []
    for v in material.views:
        if v.dimension == "rank":
            continue
        best: dict[str, Pair] = {}
        for other in _same_value(material, v):
            if other.id == v.id or _together(v, other) or not _comparable(material, v, other):
                continue
            if not iv.meets(_size(v), _size(other)):
                continue
            confidence = max(agreement(material, v, other), _counted_twice(material, v, other))
            if confidence >= WORTH:
                if _exact(v) and _exact(other):  # "passed two million" does not say which
                    agreed.setdefault(v.id, {}).setdefault(other.source, other)
                    agreed.setdefault(other.id, {}).setdefault(v.source, v)
                guessed = None not in (v.span, other.span) and v.span != other.span  # only the guess finds the other
                if guessed or order[v.id] < order[other.id]:
                    held = best.get(other.source)
                    if held is None or confidence > held.confidence:
                        best[other.source] = Pair(v, other, confidence)
        out += sorted(best.values(), key=lambda p: (-p.confidence, p.second.id))
    held_already = {(p.first.id, p.second.id) for p in out} | {(p.second.id, p.first.id) for p in out}
    pointed = list(addressed(material))
    for v, cell in pointed:
        if iv.meets(_size(v), _size(cell)):
            agreed.setdefault(v.id, {}).setdefault(cell.source, cell)
            agreed.setdefault(cell.id, {}).setdefault(v.source, v)
            if (v.id, cell.id) not in held_already:
                out.append(Pair(v, cell, POINTED))
    again = tuple(recalled(material))
    for r in again:
        if iv.meets(r.again.interval, r.told.interval) and (r.told.id, r.again.id) not in held_already:
            out.append(Pair(r.told, r.again, r.confidence))
    return (*out, *_conflicts(material, order, agreed, pointed, again))


def _counted_twice(material: Material, a: View, b: View) -> float:
    """How sure two equal counts of one noun are one: of three digits and more they hardly meet by chance."""
    if not (_exact(a) and _exact(b)) or a.digits != b.digits:
        return 0.0
    crowd = len(a.digits) > LEADING and one_crowd(material, a, b)
    return WORTH + 0.1 if crowd or counted_again(material, a, b) else 0.0


def _size(v: View) -> Interval:
    """A decline's size and the negative number of a chart or table are one figure."""
    if not v.is_level:
        return v.interval
    if v.interval.low is None and v.value > 0:
        return Interval(Decimal(0), v.interval.high)  # "fewer than 450" of what is counted
    return iv.magnitude(v.interval)


def _together(a: View, b: View) -> bool:
    """In one sentence, chart or table: two figures then, whatever their values."""
    if a.fact.container_id or b.fact.container_id:
        return a.fact.container_id == b.fact.container_id
    pieces = max(len(a.fact.sentence), len(b.fact.sentence)) >= LONGEST  # of one sentence that was read in parts
    return a.fact.source_id == b.fact.source_id and (pieces or a.fact.sentence == b.fact.sentence)


def _comparable(material: Material, a: View, b: View) -> bool:
    if a.dimension != b.dimension or {_price_or_cost(v) for v in (a, b)} == {"price", "cost"}:
        return False
    if a.dimension == "percent" and "prose" not in (a.fact.source, b.fact.source) and _grows(a) != _grows(b):
        return False
    one, two = material.claim_of.get(a.id), material.claim_of.get(b.id)
    kinds = {c.kind for c in (one, two) if c is not None}
    if one is not None and two is not None and one.down != two.down and {"growth", "change"} & kinds:
        return False
    shares = [(c, v) for c, v in ((one, b), (two, a)) if c is not None and c.kind == "share"]
    taken_up = [
        v for c, v in ((one, b), (two, a)) if c is not None and a.dimension == "percent" and _OF_THEM.match(c.rest)
    ]
    if any(v.fact.source != "prose" for v in taken_up):
        return False  # "Rhine had 2,310, or 14.1% of them": of what was told before, whatever has such a name
    if any(v.fact.source != "prose" and _is_rate_of_growth(v) and not GROWTH_LABEL.search(c.before) for c, v in shares):
        return False  # its share came to 20%, and 30% is what it grew by
    rates = ((c, v) for c, v in ((one, b), (two, a)) if c is not None and c.kind == "growth")
    if any(v.fact.source != "prose" and _is_share(v) for _, v in rates):
        return False
    if any(_is_of_use(v) and not _OF_USE.search(f"{c.before} {c.view.metric}") for c, v in shares):
        return False  # 28% of demand is nothing that a chart of uptake shows
    return not ({"growth", "cagr"} & kinds and {"share"} & kinds)


def _grows(v: View) -> bool:
    """Whether a number of a chart or table is called a rate of growth, where it stands or by its title."""
    return bool(GROWTH_LABEL.search(f"{_label(v)} {v.fact.context or ''}"))


def _is_rate_of_growth(shown: View) -> bool:
    return bool(GROWTH_LABEL.search(_label(shown))) and not SHARE_LABEL.search(_label(shown))


def _is_share(shown: View) -> bool:
    return bool(SHARE_LABEL.search(_label(shown))) and not GROWTH_LABEL.search(_label(shown))


def _label(shown: View) -> str:
    return f"{shown.fact.metric} {shown.fact.series or ''}"


def _is_of_use(shown: View) -> bool:
    said = f"{_label(shown)} {shown.fact.context or ''}"
    return shown.fact.source != "prose" and bool(_OF_USE.search(said))


def _same_value(material: Material, v: View) -> list[View]:
    low, high = v.ends
    room = abs(v.value) / 50
    low, high = low - room, high + room
    if v.fact.comparator in (">", ">="):
        high = high + abs(v.value) / 6
    elif v.fact.comparator in ("<", "<="):
        low = low - abs(v.value) / 6
    spans = material.spans_meant(v)
    found = [o for s in spans for o in material.close_to(low, high, v.dimension, s)]
    if v.fact.direction == "down" and v.is_level:
        found += [o for s in spans for o in material.close_to(-high, -low, v.dimension, s)]
    return found


def _conflicts(
    material: Material,
    order: Mapping[str, int],
    agreed: Mapping[str, Mapping[str, View]],
    pointed: Sequence[tuple[View, View]],
    again: Sequence[Recalled],
) -> Iterator[Pair]:
    best: dict[str, Pair] = {}
    seen: set[tuple[str, str]] = set()
    meant = {(v.id, cell.source): cell.id for v, cell in pointed}
    known = {r.again.id for r in again if iv.meets(r.again.interval, r.told.interval)}  # of another text's figure
    for one in material.views:
        if not _single(one):
            continue
        spans = [s for s in material.spans_meant(one) if s is not None]
        words = one.words | tokens(one.fact.counted_noun or "")
        spoken = [v for s in spans for v in material.speaking_of(words, one.dimension, s)]
        for another in (*spoken, *material.anagrams(one), *_limited(material, one)):
            v, other = (one, another) if order[one.id] < order[another.id] else (another, one)
            if (
                v is other
                or (v.id, other.id) in seen
                or (v.fact.source == other.fact.source and {v.id, other.id} & known)
            ):
                continue
            seen.add((v.id, other.id))
            if _together(v, other) or not _single(another):
                continue
            if any(meant.get((x.id, y.source), y.id) != y.id for x, y in ((v, other), (other, v))):
                continue  # it points at another cell
            if not (_exact(v) or _exact(other)):
                continue
            if _is_about(v, other) or _is_about(other, v) or _of_two_courses(material, v, other):
                continue
            if places_of(v) and places_of(other) and places_of(v).isdisjoint(places_of(other)):
                continue
            if not _comparable(material, v, other) or iv.meets(_size(v), _size(other)) or v.digits == other.digits:
                continue
            if other.source in agreed.get(v.id, ()) or v.source in agreed.get(other.id, ()):
                continue  # the other text or chart confirms this figure elsewhere: they speak of two things
            if agreed.get(v.id, {}).keys() & agreed.get(other.id, {}).keys():
                continue  # and so does a third place that states both
            if _is_shown_otherwise(material, v, other) or _is_shown_otherwise(material, other, v):
                continue
            confidence = max(_conflict(material, v, other), _headline(material, agreed, v, other))
            if _of_two_owners(material, agreed, v, other) or (agreed.get(v.id) and agreed.get(other.id)):
                confidence = min(confidence, DOUBTED)
            if any(_is_rise(material, x) for x in (v, other)):
                confidence = min(confidence, DOUBTED)
            clear = exchanged(v, other) and len(v.figures) > 2
            if confidence < SURE + 0.1 and not clear and _borne_out_here(agreed, v, other):
                confidence = min(confidence, DOUBTED)
            if confidence >= WORTH + 0.08:
                # the one that nothing confirms is the odd one: it is told once, against its best partner
                odd, told = (v, other) if not agreed.get(v.id) else (other, v)
                confidence += min(0.1, 0.05 * len(agreed.get(told.id, ()))) if exchanged(odd, told) else 0.0
                held = best.get(odd.id)
                if held is None or confidence > held.confidence:
                    best[odd.id] = Pair(odd, told, min(1.0, confidence), tuple(agreed.get(told.id, {}).values()), True)
    off = (
        *_off_the_line(material, agreed),
        *_off_the_list(material, agreed),
        *_off_its_turn(material, agreed),
        *_off_the_cell(material, agreed, pointed),
        *((r.again, r.told, r.confidence) for r in again if not iv.meets(r.again.interval, r.told.interval)),
    )
    for odd, told, confidence in off:
        if not _comparable(material, odd, told) or _is_rise(material, odd) or _of_less(odd):
            continue
        if _of_another_noun(odd, told) or _is_shown_otherwise(material, odd, told):
            continue
        if not _tell_one_thing(material, odd, told):
            continue
        turned = best.get(told.id)
        if turned is not None and turned.second.id == odd.id:
            continue  # told already, the other way round
        held = best.get(odd.id)
        if held is None or confidence > held.confidence:
            best[odd.id] = Pair(odd, told, confidence, tuple(agreed.get(told.id, {}).values()), True)
    yield from (best[k] for k in sorted(best, key=lambda k: order[k]))


def _of_two_courses(material: Material, a: View, b: View) -> bool:
    """Whether two texts each lead from a number to another, and lead to different ones: two things that both changed."""
    led_to = [material.led_to(v) for v in (a, b)]
    return all(led_to) and not iv.meets(*(x.interval for x in led_to if x))


def _is_about(worded: View, other: View) -> bool:
    """Whether a fraction in words stands for about what another number is: "half" for 47%."""
    in_words = (
        worded.dimension == "percent"
        and _exact(worded)
        and not any(c.isdecimal() for c in worded.fact.value_as_printed)
    )
    return in_words and abs(worded.value - other.value) * 8 < worded.value


def _is_shown_otherwise(material: Material, text: View, shown: View) -> bool:
    """Whether a chart shows what a text tells, but not in one value that is held against it.

    As the height of the bar of which that is a layer, or in another year where the sentence itself names none.
    """
    if text.fact.source != "prose" or shown.fact.source != "chart" or not _exact(text):
        return False
    lines = material.lines_of.get(shown.id, ())
    for line in lines:
        bar = [e.view for e in line.parts]
        if (
            not line.over_time
            and len(bar) > 1
            and text.value > shown.value
            and iv.meets(iv.add(x.interval for x in bar), text.interval)
        ):
            return True
    beside = [text, *(x for x in material.beside(text) if x.dimension == text.dimension)]
    unclear = len(YEAR.findall(text.fact.sentence)) < len(beside)  # which year is whose
    courses = [{x.digits for x in line.by_span.values()} for line in lines if line.over_time] if unclear else []
    if len(text.figures) >= LEADING and any(
        text.digits in course and any(x.digits in course and len(x.figures) >= LEADING for x in beside[1:])
        for course in courses
    ):
        return True  # "from 38.2% to 26.5%, and the two lines crossed in 2023"
    undated = not YEAR.search(text.fact.sentence) and len(text.digits) > 1
    return undated and any(x.digits == text.digits for line in lines if line.over_time for x in line.by_span.values())


def _borne_out_here(agreed: Mapping[str, Mapping[str, View]], a: View, b: View) -> bool:
    """Whether a chart or table of its own page shows one of two figures, so that it need not speak of the other."""
    return any(o.fact.source != "prose" and o.page == v.page for v in (a, b) for o in agreed.get(v.id, {}).values())


def _is_rise(material: Material, v: View) -> bool:
    """Whether an amount of the text is how far a series of its page is to go, or has come: "76 billion is still to be won"."""
    if v.fact.source != "prose" or not v.is_level or len(v.digits) <= LEADING:
        return False
    for line in material.lines_on.get(v.page, ())[:40]:
        spans = sorted((s for s in line.by_span if s.kind == "Y"), key=lambda s: s.last)
        if not line.over_time or line.dimension != v.dimension or len(spans) < 2:
            continue
        now = next((s for s in spans if s.last == material.latest), spans[-1])
        for first, last in ((spans[0], now), (now, spans[-1])):
            rise = iv.subtract(line.by_span[last].interval, line.by_span[first].interval)
            if first != last and iv.meets(iv.magnitude(rise), v.interval):
                return True
    return False


def _limited(material: Material, limit: View) -> list[View]:
    """What a limit in a physical unit is likely of, whatever it is called: the one amount of its unit and period near it."""
    if _exact(limit) or limit.fact.kind != "physical":
        return []
    size = abs(limit.value)
    near = material.close_to(size / NEAR, size * NEAR, limit.dimension, limit.span)
    found = [v for v in near if v.id != limit.id and _exact(v) and not v.is_range]
    return found[:1] if len({v.digits for v in found}) == 1 else []


def _of_two_owners(material: Material, agreed: Mapping[str, Mapping[str, View]], a: View, b: View) -> bool:
    """Whether two texts each say much of their figure that the other lacks, and state it nowhere else."""
    texts = a.fact.source == b.fact.source == "prose" and _exact(a) and _exact(b)
    once = not (agreed.get(a.id) or agreed.get(b.id)) and min(len(a.figures), len(b.figures)) < 4
    if _hardly_by_chance(material, a, b):
        return False
    return texts and once and max(material.coverage(a.words, b.around), material.coverage(b.words, a.around)) < 0.6


def _headline(material: Material, agreed: Mapping[str, Mapping[str, View]], a: View, b: View) -> float:
    """How sure two figures are one headline that disagrees: of swapped digits, one must be stated elsewhere too."""
    survey = a.dimension == "count" and min(len(a.figures), len(b.figures)) > 3 and of_a_survey(a) and of_a_survey(b)
    if survey and _exact(a) and _exact(b) and _swapped(a, b) and _tell_one_thing(material, a, b):
        return SWAPPED  # "1,350 firms surveyed", "1,530 questionnaires": the size of one sample
    stated_once = _exact(a) and _exact(b) and not (agreed.get(a.id) or agreed.get(b.id))
    twins = _exact(a) and _exact(b) and a.page != b.page and _swapped(a, b) and _tell_one_thing(material, a, b)
    places = [len(agreed.get(x.id, ())) for x in (a, b)]
    if twins and min(places) == 0 and _is_twin(material, a, b, often=max(places) > 1):
        return SURE + 0.03
    if not _tell_one_thing(material, a, b) or (stated_once and min(len(a.digits), len(b.digits)) < 4):
        return 0.0
    most = material.most_stated.get((a.dimension, a.span))
    once = (not agreed.get(a.id) or not agreed.get(b.id)) and a.fact.scale == b.fact.scale
    if most is not None and once and _swapped(a, b) and a.page != b.page and most.value in (a.value, b.value):
        return SWAPPED - 0.03  # the amount of all amounts of its year, and one with two of its digits exchanged
    misprinted = _exact(a) and _exact(b) and not stated_once and _swapped(a, b)
    if misprinted and one_crowd(material, a, b) and of_one_owner(material, a, b):
        return SWAPPED
    return one_headline(material, a, b)


def _is_twin(material: Material, a: View, b: View, often: bool) -> bool:
    """Whether two figures printed alike but for two digits, as hardly by chance, are told in words that both share."""
    alike = a.dimension == b.dimension and a.decimals == b.decimals and a.span == b.span
    if not alike or min(len(a.figures), len(b.figures)) <= LEADING or slip(material, a, b) < _HARDLY:
        return False
    said = [_said_around(material, v) for v in (a, b)]
    shared = said[0] & said[1]
    return len(shared) > (1 if often else 2)


def _said_around(material: Material, v: View) -> frozenset[str]:
    """The words close to a number of a text, years aside; else what it is called."""
    claim = material.claim_of.get(v.id)
    if claim is None:
        return v.words
    return frozenset(w for w in label_tokens(f"{v.said_before[-100:]} {claim.after[:80]}") if not w.startswith("#"))


def _of_less(v: View) -> bool:
    """Whether a number is told of less than the whole: "without China, sales would have been 68"."""
    return v.fact.source == "prose" and bool(EXCLUDING.search(v.said_before))


def _tell_one_thing(material: Material, a: View, b: View) -> bool:
    """Whether nothing that two figures are told with sets them apart: designators, several things together, differences."""
    if _of_less(a) != _of_less(b):
        return False
    numbers, others = designators(a.metric), designators(b.metric)
    if numbers and others and numbers.isdisjoint(others):
        return False
    one, two = material.claim_of.get(a.id), material.claim_of.get(b.id)
    if one and two and _of_two_occasions(one, two):
        return False
    apart = [bool(c and _APART.search(c.before)) for c in (one, two)]
    if apart[0] != apart[1]:
        return False  # 与煤制氢的价差从16.2元缩小到10.8元
    parts = [bool(c and PART_OF_IT.search(c.before[-16:])) for c in (one, two)]
    if a.fact.source_id == b.fact.source_id and parts[0] != parts[1]:
        return False  # 新增378台；其中甲类178台
    kinds = {c.kind for c in (one, two) if c is not None}
    added = [bool(c and (OF_INCREASE.search(c.before) or OF_AN_INCREASE.match(c.after))) for c in (one, two)]
    if added[0] != added[1]:
        return False
    for claim, shown in ((one, b), (two, a)):
        if claim is None or shown.fact.source == "prose":
            continue
        meant = in_turn(material).get(claim.view.id)
        if meant is not None and meant.view.fact.container_id == shown.fact.container_id and meant.view.id != shown.id:
            return False
        label = _label(shown)
        if _ADDS.search(claim.view.said_before) and _IN_ALL.search(f"{label} {shown.fact.context}"):
            return False  # "connected 42.4 GW in 2024", and a chart of what is in operation
        if claim.kind in ("growth", "cagr") and _is_share(shown):
            return False
        if claim.kind == "cagr" and GROWTH_LABEL.search(label) and not CAGR.search(label):
            return False
        if claim.kind == "share" and CAGR.search(label):
            return False
        of_change = shown.fact.kind == "percent" and _is_rate_of_growth(shown)
        if claim.kind in ("share", "level") and of_change and not GROWTH.search(claim.text):
            return False  # the 同比 of a row, and its share
    if "delta" in kinds or (len(kinds) > 1 and kinds != {"share", "level"}):
        return False
    joint = [bool(c and JOINT.search(c.before)) for c in (one, two)]
    # "the combined revenue of A and B" is not that of either
    return not (
        (joint[0] != joint[1] and not exchanged(a, b)) or any(c and SUPPOSED_TO_BE.search(c.before) for c in (one, two))
    )


def _of_two_occasions(a: Claim, b: Claim) -> bool:
    """Whether two texts name other years or places each, or one alone speaks of what is planned."""
    years = [set(YEAR.findall(c.view.fact.sentence)) for c in (a, b)]
    planned = [bool(_PLANNED.search(f"{c.before[-30:]} {c.after[:30]}")) for c in (a, b)]
    places = [m and m[1] for m in (_IN_A_PLACE.match(c.rest) or _PLACE_BEFORE.search(c.before) for c in (a, b))]
    elsewhere = all(places) and places[0] != places[1]
    return bool(elsewhere or (all(years) and years[0].isdisjoint(years[1])) or planned[0] != planned[1])


def _price_or_cost(v: View) -> str:
    """Whether a figure is a price or a cost, by what it is called or the title over it says."""
    if v.fact.source == "prose" and _TO_MAKE.search(v.fact.sentence):
        return "cost"
    said = v.metric if v.fact.source == "prose" else f"{v.fact.metric} {v.fact.context or ''}"
    found = {m.lastgroup for m in _PRICE_OR_COST.finditer(said)}
    return str(found.pop()) if len(found) == 1 else ""


def _of_more(material: Material, a: View, b: View) -> bool:
    """Whether one is told of several things and the other of some of them: what A and B have is not what A has."""
    things = [things_named(material, c) for v in (a, b) if (c := material.claim_of.get(v.id))]
    return len(things) == 2 and all(things) and (things[0] < things[1] or things[1] < things[0])


def _off_the_line(material: Material, agreed: Mapping[str, Mapping[str, View]]) -> Iterator[tuple[View, View, float]]:
    """Values of a sentence that tells a series of a chart or table, where one of them is not what the series shows.

    "It was 1,120 in 2020, 1,558 in 2023 and 1,742 in 2024" names nothing, but two values tell which series it is.
    """
    for sentence in material.sentences:
        own = _levels(sentence)
        levels = own
        # "The peak had been 7.3 in 2022. The trough came in 2024, at 6.2."
        for before in material.near(sentence, 2)[1:]:
            if before.block_id == sentence.block_id and not names_something(material, sentence):
                levels = [*_levels(before), *levels]
        levels = [v for v in levels if sum(x.span == v.span for x in levels) == 1]
        anchors: dict[str, tuple[Line, list[View]]] = {}
        several = len(levels) > 1 or len(_exact_levels(sentence)) > 1
        for v in levels if several else ():
            # a text may leave to the reader what its price is per
            priced = {x.dimension for x in material.lines_on.get(v.page, ()) if _is_priced_as(x.dimension, v)}
            shown = (o for d in {v.dimension, *priced} for o in material.close_to(v.value, v.value, d, v.span))
            for other in shown:
                for line in material.lines_of.get(other.id, ()):
                    if line.over_time and len(v.digits) > 1:
                        anchors.setdefault(line.key, (line, []))[1].append(v)
        for line, anchoring in anchors.values():
            label = without_period(line.label)
            named = bool(label) and mentions(sentence.text, label, label_tokens(sentence.text)) > 0.99
            if sum(len(v.digits) for v in anchoring) < (2 if named else 3):
                continue
            clauses = {c.view.id: c.before for c in sentence.claims}
            others = [
                v
                for v in _exact_levels(sentence)
                if named and mentions(clauses[v.id], label, label_tokens(clauses[v.id])) > 0.99
            ]
            for odd in dict.fromkeys((*own, *others)):
                told = line.by_span.get(odd.span) if odd.span else None
                if told is None or odd in anchoring or not _is_priced_as(line.dimension, odd):
                    continue
                if iv.meets(told.interval, odd.interval) or told.source in agreed.get(odd.id, ()):
                    continue
                sure = 0.34 + 0.1 * len(anchoring) + (0.12 if line.page == odd.page else 0.0) + (0.1 if named else 0.0)
                neighbour = any(
                    iv.meets(x.interval, odd.interval) and len(odd.digits) > LEADING for x in line.by_span.values()
                )
                near = (len(anchoring) > 1 or named) and (neighbour or _near(odd, told))  # or of the year beside it
                wrong = _slip(material, odd, told)
                if near or wrong:
                    yield odd, told, sure + wrong


def _is_priced_as(dimension: str, v: View) -> bool:
    """Whether a dimension is that of a value, or that of money per something where it is money."""
    return dimension == v.dimension or (v.fact.kind == "money" and dimension.partition("/")[0] == v.dimension)


def _off_the_list(material: Material, agreed: Mapping[str, Mapping[str, View]]) -> Iterator[tuple[View, View, float]]:
    """Values of a paragraph that goes through the rows of a chart or table by name, where one is not what its row shows.

    "Cutting accounts for 40%, welding for 17% and marking for 15%", and two of them are right; or one of two.
    """
    for sentences in material.in_block.values():
        listed = [
            c
            for s in sentences
            for c in s.claims
            if c.kind in ("level", "share") and (_single(c.view) or _is_small(c.view)) and _exact(c.view)
        ]
        for line in material.lines_on.get(sentences[0].page, ())[:60] if 1 < len(listed) <= _LISTED else ():
            if line.over_time or not 3 <= len(line.parts) <= 40:
                continue
            told = [
                (c.view, e.view) for c in listed if (e := _named_entry(line, c)) and e.view.span in (None, c.view.span)
            ]
            right = [(v, shown) for v, shown in told if iv.meets(v.interval, shown.interval)]
            wrong = [x for x in told if x not in right]
            if not right or len(wrong) != 1 or len({shown.id for _, shown in told}) < len(told):
                continue
            odd, shown = wrong[0]
            if not agreed.get(odd.id) and (_near(odd, shown) or exchanged(odd, shown)):
                yield odd, shown, 0.68 if len(right) > 1 else 0.66


def _off_its_turn(material: Material, agreed: Mapping[str, Mapping[str, View]]) -> Iterator[tuple[View, View, float]]:
    """The one of numbers that a text lists in the order of their names which is not what its row shows."""
    by_sentence: dict[tuple[str, str], list[tuple[View, View]]] = defaultdict(list)
    for fact_id, entry in in_turn(material).items():
        v = material.by_id[fact_id]
        by_sentence[v.fact.source_id, v.fact.sentence].append((v, entry.view))
    for told in by_sentence.values():
        wrong = [(v, shown) for v, shown in told if not iv.meets(v.interval, shown.interval)]
        if len(wrong) == 1 and len(told) > 1 and not agreed.get(wrong[0][0].id):
            yield *wrong[0], TOLD


def _named_entry(line: Line, claim: Claim) -> Entry | None:
    """The one row of a column that the words just before a number name."""
    if line.dimension != claim.view.dimension:
        return None
    words = label_tokens(claim.before)
    labels = ((without_period(e.label), e) for e in line.parts)
    named = [e for label, e in labels if label and mentions(claim.before, label, words) > 0.99]
    return named[0] if len(named) == 1 else None


def _levels(sentence: Sentence) -> list[View]:
    """The values that a sentence tells exactly, each of a period of its own."""
    views = _exact_levels(sentence)
    return [v for v in views if sum(x.span == v.span for x in views) == 1]


def _exact_levels(sentence: Sentence) -> list[View]:
    return [c.view for c in sentence.claims if c.kind in ("level", "share") and _single(c.view) and _exact(c.view)]


def _off_the_cell(
    material: Material, agreed: Mapping[str, Mapping[str, View]], pointed: Sequence[tuple[View, View]]
) -> Iterator[tuple[View, View, float]]:
    """Numbers that are not what the cell shows at which they point: a misprint, or under a name that says no more."""
    for v, cell in pointed:
        claim = material.claim_of.get(v.id)
        if claim and (OF_INCREASE.search(claim.before) or OF_AN_INCREASE.match(claim.after)):
            continue
        if not _single(v) or iv.meets(_size(v), _size(cell)) or v.value * cell.value <= 0:
            continue
        if cell.source in agreed.get(v.id, ()) or v.source in agreed.get(cell.id, ()):
            continue
        if _exact(v) and any(o.page == v.page and o.fact.source != "prose" for o in agreed.get(v.id, {}).values()):
            continue  # it is what another chart or table of its page shows
        if _is_of_another_row(material, v, cell) and (_exact(v) or not _is_only_one(material, cell)):
            continue
        beside = [e.view for line in material.lines_of.get(cell.id, ()) for e in line.entries]
        if _exact(v) and any(iv.meets(x.interval, v.interval) for x in beside):
            continue  # it is the figure of a neighbour
        measure = _MEASURE.search(v.metric)
        if measure and measure[1] not in f"{cell.fact.metric}{cell.fact.series or ''}{cell.fact.context or ''}":
            continue  # 研发强度 is no 毛利率
        named = material.coverage(v.words, cell.around)
        wrong = _slip(material, v, cell)
        apart = v.value / cell.value
        if _exact(v):
            near = Decimal("0.6") < apart < Decimal("1.6") and not _of_another_whole(claim, cell)
            meant = wrong > 0 or (near and named > 0.6)
        else:  # a limit is set near what it limits
            only = v.dimension == "percent" and _is_only_one(material, cell) and v.page == cell.page
            said = named > 0 or (claim is not None and claim.kind == "level" and cell.fact.source == "table")
            meant = (_near(v, cell) and named > 0.15) or (only and said and _OF_HALF < apart < 1 / _OF_HALF)
        if meant:
            least = 0.0 if _exact(v) else SURE + 0.02
            yield v, cell, max(least, min(1.0, POINTED - 0.1 + 0.2 * named + wrong))


def _of_another_whole(claim: Claim | None, shown: View) -> bool:
    """Whether a text tells a share of what a chart or table does not speak of: "47% of the cost", and cages in use."""
    whole = whole_named(claim) if claim is not None and claim.kind == "share" else frozenset()
    return bool(whole) and whole.isdisjoint(shown.words | shown.around)


def _is_only_one(material: Material, cell: View) -> bool:
    """Whether the row of a cell has no other value of its unit."""
    grid, row, _ = material.place_of[cell.id]
    return sum(v.dimension == cell.dimension for _, v in grid.row(row)) == 1


def _is_of_another_row(material: Material, v: View, cell: View) -> bool:
    """Whether the row of a cell has a name of which nothing is said near a number: "It absorbs 35%", and the row is margins."""
    grid, row, column = material.place_of[cell.id]
    said = label_tokens(" ".join((v.metric, *(s.text for s in material.around(v)))))
    names = [label_tokens(without_period(x)) for x in (grid.rows[row], grid.columns[column])]
    return grid.source == "table" and all(names) and any(name.isdisjoint(said) for name in names)


def _single(v: View) -> bool:
    """Whether it states one figure of one period, exactly or as a bound, and of what is or is expected."""
    told = len(v.digits) > 1 or not _exact(v)  # limits are round numbers, or words: more than half
    if v.fact.source == "prose" and SCENARIO.search(BASE_CASE.sub(" ", v.fact.sentence)):
        return False
    return told and not v.is_range and v.span is not None and v.fact.kind not in ("rank", "multiple")


def _is_small(v: View) -> bool:
    """Whether it is one amount of one period of which no more than a figure counts: "0.7 billion"."""
    return v.is_level and not v.is_range and v.span is not None and len(v.figures) > 1 == len(v.digits)


def _near(v: View, shown: View) -> bool:
    """Whether one value is within a quarter of the other."""
    return shown.value != 0 and 1 / NEAR < v.value / shown.value < NEAR


def _of_several(material: Material, a: View, b: View) -> bool:
    """Whether a number above what a row shows stands in a clause that names another row too: the sum of both, then."""
    text, shown = (a, b) if a.fact.source == "prose" else (b, a)
    claim, place = material.claim_of.get(text.id), material.place_of.get(shown.id)
    if claim is None or place is None or text.value <= shown.value:
        return False
    grid, i, j = place
    others = things_named(material, claim) - {without_period(grid.rows[i]), without_period(grid.columns[j])}
    return any(x in grid.rows_named or x in grid.turned.rows_named for x in others)


def _of_its_clause(material: Material, a: View, b: View) -> bool:
    """Whether one stands in a clause of the text that names the row and series of the other, growth beside growth."""
    text, shown = (a, b) if a.fact.source == "prose" else (b, a)
    if text.fact.source != "prose" or shown.fact.source == "prose":
        return False
    claim = material.claim_of.get(text.id)
    grown = claim is not None and claim.kind in ("growth", "cagr")
    if text.fact.kind == "percent" and grown != bool(GROWTH_LABEL.search(shown.fact.metric)):
        return False
    return named_with(material, text, shown)


def _is_told_of_its_row(material: Material, a: View, b: View) -> bool:
    """Whether a text tells an amount of the one row of a chart beside it that it names, close to that of the chart and as it is printed there."""
    text, shown = (a, b) if a.fact.source == "prose" else (b, a)
    claim = material.claim_of.get(text.id)
    if text.fact.source != "prose" or shown.fact.source != "chart" or claim is None or claim.kind != "level":
        return False
    printed_alike = text.fact.scale == shown.fact.scale and text.decimals == shown.decimals and text.span == shown.span
    if not printed_alike or text.page != shown.page or not text.is_level or len(text.figures) <= LEADING:
        return False
    if not (_exact(text) and _exact(shown)) or abs(text.value / shown.value - 1) > _CLOSE:
        return False
    columns = [
        x for x in material.lines_of.get(shown.id, ()) if not x.over_time and x.container_id == shown.fact.container_id
    ]
    alone = not any(x.dimension == text.dimension for x in material.beside(text))
    return alone and any((e := _named_entry(line, claim)) is not None and e.view.id == shown.id for line in columns)


def _swapped(a: View, b: View) -> bool:
    """Whether one print is the other with two digits swapped, of three or more."""
    return misprint(a, b) and exchanged(a, b) and len(a.figures) > LEADING


def _is_turned(a: View, b: View) -> bool:
    """Whether one print of two different figures is the other read backwards: 64 and 46."""
    return len(a.figures) == LEADING and a.figures == b.figures[::-1] != b.figures and a.fact.scale == b.fact.scale


def _hardly_by_chance(material: Material, a: View, b: View) -> bool:
    """Whether four figures or more of a card are those of another number in another order: hardly a word need link them."""
    card = any(v.fact.sentence.startswith(v.fact.snippet) and v.fact.source == "prose" for v in (a, b))
    return card and _swapped(a, b) and slip(material, a, b) > _HARDLY


def _slip(material: Material, a: View, b: View) -> float:
    """What a misprint between the digits of two figures adds to their link."""
    if not misprint(a, b):
        return 0.0
    if _swapped(a, b):
        return max(0.3, min(0.4, slip(material, a, b)))
    return min(0.22, slip(material, a, b))


def _count_one_thing(a: View, b: View) -> bool:
    """Whether one noun is counted by both: beside one number, and beside the other or in what it is called."""
    one, two = a.fact.counted_noun, b.fact.counted_noun
    if one is None or two is None:
        noun, other = (one, b) if one else (two, a)
        return bool(words := tokens(noun or "")) and words <= tokens(other.fact.metric)
    return one == two


def _may_count_one_thing(a: View, b: View) -> bool:
    """Whether two numbers count the same by their nouns; units are of anything."""
    one, two = a.fact.counted_noun, b.fact.counted_noun
    return one == two or not all(tokens(noun or "") for noun in (one, two))


def _of_another_noun(text: View, shown: View) -> bool:
    """Whether a text counts what a chart or table nowhere speaks of: "17.8 million connections", and meters in units."""
    noun = tokens(text.fact.counted_noun or "") if text.fact.source == "prose" != shown.fact.source else frozenset()
    said = shown.words | shown.around | tokens(shown.fact.counted_noun or "")
    return (
        bool(noun) and (text.fact.counted_noun or "").isascii() and noun.isdisjoint(said) and text.dimension == "count"
    )


def _exact(v: View) -> bool:
    return v.fact.comparator in ("=", "~")


def _conflict(material: Material, a: View, b: View) -> float:
    """Words and layout must carry a disagreement; a misprint between the digits adds to them."""
    if a.value * b.value <= 0 or not Decimal("0.4") < a.value / b.value < Decimal("2.5"):
        return 0.0
    if not counted_alike(a, b) or not _tell_one_thing(material, a, b) or _of_more(material, a, b):
        return 0.0
    if any(_of_another_noun(text, shown) for text, shown in ((a, b), (b, a))):
        return 0.0
    agree = words_agree(material, a, b)
    is_swap = _swapped(a, b)
    one_unit = a.fact.scale == b.fact.scale and _may_count_one_thing(a, b)
    limit = UNLIKELY if not a.is_level else UNLIKELY_AMOUNT if agree < 0.5 else UNLIKELY_AMOUNT / 2
    unlikely = is_swap and one_unit and slip(material, a, b) > limit
    hardly = _hardly_by_chance(material, a, b)
    if _is_told_of_its_row(material, a, b):
        return SURE + 0.01
    if agree < (0.2 if hardly else 0.3 if is_swap else 0.6):
        return 0.0
    told_alike = min(material.coverage(a.words, b.around), material.coverage(b.words, a.around)) > _TOLD_ALIKE
    if _is_turned(a, b) and a.fact.source == b.fact.source == "prose" and told_alike and a.page != b.page:
        return SURE + 0.02  # "9.7 thousand trucks registered in Europe", "European truck registrations of 7.9 thousand"
    named = entities_agree(material, a, b)
    if not is_swap and _of_several(material, a, b):
        return 0.0
    if agree < 0.6 and (named is None or named < 0.99) and not unlikely:
        return 0.0  # swapped digits and the name of a row or series stand in for other words
    drawn = a.fact.source == b.fact.source == "chart"
    rare = is_swap and any(material.is_rare(w) for w in a.words & b.words)
    said = (material.coverage(a.words, b.around), material.coverage(b.words, a.around))
    counted = max(said) > 0.9 and _count_one_thing(a, b)  # all of one is said of both
    clear = unlikely and len(a.figures) > 3 and max(said) > 0.9 and slip(material, a, b) > _RARELY
    enough = 0.0 if clear else 0.1 if hardly else 0.15 if unlikely else 0.2 if rare else 0.35 if counted else 0.45
    if a.fact.source == b.fact.source == "prose" and min(said) < enough:  # "their share of the market" may be anybody's
        return 0.0
    shown = b if a.fact.source == "prose" else a
    series = any(line.over_time for line in material.lines_of.get(shown.id, ()))
    if shown.fact.source == "chart" and named is None and not series and not unlikely:
        return 0.0  # a label without a name or a year to go by
    if "prose" not in (a.fact.source, b.fact.source) and a.dimension == "percent" and min(said) < 0.5:
        return 0.0  # each of another whole: the share of sales, and the domestic share of sales
    if (named is None and drawn) or (named is not None and named < 0.75):
        return 0.0
    score = same_subject(material, a, b)
    turned = _is_turned(a, b) and a.page == b.page and series and named is not None and named > 0.99
    if turned and a.fact.source != b.fact.source and "document" not in (a.fact.period_basis, b.fact.period_basis):
        return max(score, SURE + 0.03)
    few = a.dimension == "count" and max(a.value, b.value) < 100  # ages, ranks, lists: anything may be so many
    if not (_exact(a) and _exact(b)):  # a limit is set near what it limits
        told = named > 0.99 if named is not None else agree > (0.6 if a.page == b.page or counted else 0.8)
        done = does_something(material, a) or does_something(material, b)
        both = max(said) > 0.9 and min(said) > 0.75  # each says nearly all of the other
        sure = 0.2 if counted else 0.1 if both else 0.0
        about = _OF_HALF < a.value / b.value < 1 / _OF_HALF
        near = _near(a, b) or (about and a.page == b.page and named is not None and agree > 0.75)
        return score + sure if near and told and not few and not done else 0.0
    if misprint(a, b):
        return min(1.0, score + _slip(material, a, b))
    if exchanged(a, b) and min(len(a.figures), len(b.figures)) > 3:
        return min(1.0, score + _PERMUTED)  # 123.4 and 143.2: the same four figures in another order
    if few:
        return 0.0
    same = a.fact.metric_key == b.fact.metric_key and len(a.words) >= 3 and agree > 0.95
    guessed = "document" in (a.fact.period_basis, b.fact.period_basis)
    # of one name, in two sentences, and the name is no common one
    rare = len(a.words) > 1 and a.words == b.words and all(material.is_rare(w) for w in a.words) and _near(a, b)
    if rare and a.is_level and a.fact.source == b.fact.source == "prose" and not guessed:
        return max(score, SURE + 0.02)
    beside = a.page == b.page and a.fact.source != b.fact.source and agree > 0.9
    beside = beside and (named > 0.99 if named is not None else series)
    beside = beside or (a.page == b.page and _of_its_clause(material, a, b))
    beside = beside and not any(_of_another_whole(material.claim_of.get(x.id), y) for x, y in ((a, b), (b, a)))
    return min(score, 1.0) if (same or beside) and not guessed else min(score, DOUBTED)

"""A stated difference ("up 5.6 percentage points", "4.8 points ahead") against what it lies between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from wpextract.consistency import interval as iv
from wpextract.consistency.beside import pairs_beside
from wpextract.consistency.claims import Claim, spans_of
from wpextract.consistency.comparisons import against_base_case, extremes, named_pairs
from wpextract.consistency.facts_view import Span, View
from wpextract.consistency.linking import (
    DOUBTED,
    WORTH,
    Operands,
    counted_alike,
    in_its_series,
    mentions,
    named_by_clause,
    of_the_base_told,
    on_the_subject,
    operands,
    things_named,
    words_agree,
)
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.parts import same_noun
from wpextract.consistency.reconciliation import slip
from wpextract.consistency.relations import plausible, quoted, relate, settle, swapped_or_changed
from wpextract.consistency.told import told_pairs
from wpextract.consistency.words import (
    BY_SO_MUCH,
    DECLINE,
    DIFFERENCE,
    FURTHER,
    GROWTH_LABEL,
    HELD_AGAINST,
    JOINT,
    LEAVES,
    PRONOUN,
    SCENARIO,
    YEAR_ON_YEAR,
    label_tokens,
    tokens,
)

_ANOTHER = re.compile(
    r"[^.;]{0,60},\s*(?:but|while|whereas|although|though|yet)\b|[^。；]{0,30}，(?:但|而)", re.IGNORECASE
)
_THE_CHANGE = re.compile(
    r"(?:the|this|that) (?:loss|gain|rise|fall|increase|decrease|decline|drop|reduction|improvement|difference|shift|change)\b"
    r"|(?:这一|该)?(?:升幅|降幅|增幅|变化|差距)",
    re.IGNORECASE,
)
_AND_CAME_TO = re.compile(r"\s*(?:[a-z]+ ){0,2}to (?:about |around |nearly |some )?", re.IGNORECASE)
_STARTS_FROM = re.compile(r"[由从自](?:上年|去年|(?:19|20)\d\d\s*年)?的?约?\s*$")
_AHEAD = re.compile(r"\b(?:ahead|behind|apart|lead|lag)\b", re.IGNORECASE)
_OF_BOTH = re.compile(r"\bbetween the two\b|\bbetween them\b|两者|二者", re.IGNORECASE)
_OUTGREW = re.compile(r"\b(?:outgr[eo]w|outpac|outstripp)\w*\b[^.;,]{0,40}\bby\s*$", re.IGNORECASE)
_LEAVES = re.compile(  # of two things that it need not tell: "set against revenue, this leaves a spread of"
    r"\bleav(?:es|ing) (?:a |an )?(?:spread|margin|surplus|profit|gap)\b[^.;,]{0,20}$", re.IGNORECASE
)
_THE_LEAD_OF = re.compile(r"\bthe (?:lead|gap|margin|advantage|distance) (?:of|over|to)\b[^.;,]{0,60}$", re.IGNORECASE)
_NAMED_ALIKE = 0.5
_NOVEL = 4  # words between an amount and a difference that may be new
_WHEREAS = re.compile(r"\b(?:whereas|while|but|although)\b", re.IGNORECASE)
_OFF_AN_EXTREME = re.compile(
    r"[^,.;]{0,24}\b(?:short of|below|above|off|under|over) (?:the|its|their) (?:\w+ )?(?:peak|record|high|low|target|limit|average|mean)\b",
    re.IGNORECASE,
)
_OF_THE_TWO = re.compile(
    r"\b(?:between|separat\w*|apart|divid\w*)\b.{0,12}\b(?:two|both|them)\b|两者|二者", re.IGNORECASE
)
_INCREASED = re.compile(r"(?:增加|增长|新增|减少|下降)了?$|\b(?:increased|grew|rose|fell|declined|dropped) by\s*$")
_MOVED_BY = re.compile(  # of one thing in the course of time
    r"(?:下降|上升|提高|提升|回落|回升|上涨|下滑)了?约?$"
    r"|\b(?:fell|rose|dropped|declined|climbed|slipped|eased|increased|decreased|added|gained|lost|shed) (?:by )?$",
    re.IGNORECASE,
)
_INCREASED_BY = re.compile(r"(?:大幅|净)?(?:增加|增长|减少|下降|提高|降低|上升)了?约?\s*")
_GAP_WITH = re.compile(r"[与和同距](?P<other>[^与和同，,。；]{2,10}?)(?:之间)?(?:的?差距|的距离|相差)[^，,。；\d]*$")
_THAN_THAT = re.compile(r"[比较]([^，。；\d]{2,10}?)(?:高出?|低|多|少|快|慢)\s*$")  # "比行业平均高出N"
_ABOVE_THAT = re.compile(r"(?:高出|高于|低于|低出|多于|少于|领先|落后|超过|超出)([^，。；\d]{2,10}?)\s*$")
_OF_THE_GAP = re.compile(  # a difference of differences
    r"(?:差距?|落差|鸿沟|过剩量?|缺口|盈余|赤字)[^。]*(?:收敛|收窄|缩小|扩大|拉大|减少|增加)了?约?$"
    r"|\b(?:gap|difference|distance|spread|deficit|surplus|shortfall)\b[^.;]*\b(?:narrow|widen|clos|shr[aiu]nk|converg|grew|grow|fell)\w* by\s*$",
    re.IGNORECASE,
)
_NARROWS_TO = re.compile(r"(?:收窄|缩小|扩大|拉大|缩|扩)[到至为]约?")
_OF_SHARE = re.compile(r"\s*of (?:the )?(?:market )?share\b", re.IGNORECASE)
_A_YEAR = re.compile(r"每年|年均|逐年|\ba year\b|\bannual|\bper year\b", re.IGNORECASE)
_AT_MOST = re.compile(r"满分\s*$|\b(?:out of|scale of|maximum of)(?: the)?\s*$", re.IGNORECASE)  # what a score can be
_MORE = ("多", "高", "高出", "多出", "少", "低", "低出")
_BALANCE = re.compile(r"[顺逆]差|\b(?:trade (?:balance|deficit|surplus)|balance of trade)\b", re.IGNORECASE)
_FLOWS = (re.compile(r"出口|\bexport", re.IGNORECASE), re.compile(r"进口|\bimport", re.IGNORECASE))
_THE_TWO = re.compile(
    r"\s*(?:the|these) two\b[^,;]{0,25}\b(?:differ|apart|diverge|separated)|两者[^，,；;]{0,8}相?差", re.IGNORECASE
)
_GIVE_OR_TAKE = re.compile(
    r"\b(?:give or take|plus or minus|margin of error[^.;]*)\s*$|[±]\s*$|误差[^，。；]*$", re.IGNORECASE
)
_OF_A_PART = re.compile(r"\b(?:of which|of these|of them|whose)\b|其中", re.IGNORECASE)
_ADDED = re.compile(r"(?:当年|全年|年内|本年)(?:新增|净增)\s*$")
_FROM_ITS_PEAK = re.compile(
    r"\bfrom (?:its|the|their|that|a) (?:\w+ )?(?:peak|high|summit|record|top) of\s*$", re.IGNORECASE
)
_BY_SO_MUCH = re.compile(r"(?:\s*in (?:19|20)\d\d)?,?\s*by (?:about |some |nearly )?")
_OF_GROWTH = re.compile(r"\s*of (?:[\w'’-]+ ){0,4}?(?:growth|increase|rise|gain|advance)\b", re.IGNORECASE)
_POINTS = re.compile(r"\bpoints?\b|百分点")
_FROM = re.compile(r"[\s,，(（]*(?:from|由|从)(?: (?:about|around|nearly|some|the))*\s*", re.IGNORECASE)
_TO = re.compile(
    r"(?: in (?:19|20)\d\d)?\s*(?:to|[升降增减]?[至到])(?: (?:about|around|nearly|some))?\s*", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\b(?! (?:the|these) two\b| them\b)", re.IGNORECASE)


def gap(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """|end - base| against the magnitude of the stated difference."""
    return iv.magnitude(iv.subtract(xs[1], xs[0])), iv.magnitude(xs[2])


def difference(material: Material) -> Iterator[Relation]:
    """Difference = |end - base|, in percentage points or in the unit of both values.

    Base and end are two periods of one metric, or two things that the sentence compares. A difference of amounts is
    only linked where the values bear it out, since any two amounts have one. Source: recomputation from reported
    figures; rounding as in XBRL Calculations 1.1.
    """
    claims = []
    settled: set[str] = set()
    for s in material.sentences:
        for c in s.claims:
            if c.kind == "change" and not c.view.is_range and not _GIVE_OR_TAKE.search(c.before):
                claims.append(
                    (
                        c,
                        s,
                        [
                            *_of_growth(c, s),
                            *_told(material, c, s),
                            *operands(material, c, s, spans_of(c, material.latest)),
                            *named_pairs(material, c, s),
                            *told_pairs(material, c, s),
                            *pairs_beside(material, c, s, _derive, iv.magnitude(c.view.interval)),
                        ],
                    )
                )
            elif c.kind == "delta":
                told = [*_between_amounts(material, c, s), *_fitting_near(material, c, s), *told_pairs(material, c, s)]
                if _is_what_grew(c, s):  # a flow, which need not be what a stock rose by
                    told = [o for o in told if iv.meets(_derive(o), iv.magnitude(c.view.interval))]
                claims.append((c, s, told))
    claims = [(c, s, list(_between_its_own(c, s)) or found) for c, s, found in claims]
    claims = [(c, s, list(_down_to_now(material, c, s)) if _off_a_peak(c, s) else found) for c, s, found in claims]
    claims = [(c, s, [o for o in found if _may_lie_between(material, c, s, o)]) for c, s, found in claims]
    claims = [(c, s, [*found, *extremes(material, c, s)]) for c, s, found in claims]
    for claim, found in settle(material, claims, lambda _, o: _derive(o), lambda c: iv.magnitude(c.view.interval)):
        settled.add(claim.view.id)
        yield _relation(claim, _doubted(material, claim, found))
    for s in material.sentences:
        for c in s.claims:
            if (
                c.kind in ("level", "delta")
                and c.view.id not in settled
                and c.view.is_level
                and not c.view.is_range
                and len(c.view.digits) > 1
            ):
                best = _amount(material, c, s)
                if best is not None:
                    settled.add(c.view.id)
                    yield _relation(c, best)
    for half, found in _halves(material):
        if half.id not in settled:
            yield _relation(material.claim_of[half.id], found)


def _is_what_grew(claim: Claim, sentence: Sentence) -> bool:
    """Whether what was added is itself told to have grown: "added 121.1 GW, 6.6% more than the 113.6 GW of the year before"."""
    behind = sentence.claims[sentence.place(claim) + 1 :]
    bases = [c.view for c in behind if c.kind == "level" and c.view.dimension == claim.view.dimension and c.view.value]
    rates = [c.view.interval for c in behind if c.kind == "growth"]
    return any(iv.meets(iv.magnitude(iv.growth(claim.view.interval, b.interval)), r) for b in bases for r in rates)


def _between_its_own(claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """The two numbers that a difference is told with right behind it: "up by 17.1 points, from 71.2% to 86.3%"."""
    behind = sentence.claims[sentence.place(claim) + 1 :][:2]
    if len(behind) == 2 and _FROM.fullmatch(claim.rest) and _TO.fullmatch(behind[1].before):
        yield Operands(behind[0].view, behind[1].view, 0, 0.9, 0)


def _off_a_peak(claim: Claim, sentence: Sentence) -> View | None:
    """The past peak from which something has come down by so much: "from its peak of 74.5% in 2022 by 42.5 points"."""
    before = sentence.claims[: sentence.place(claim)][-1:]
    told = [c.view for c in before if _FROM_ITS_PEAK.search(c.before) and _BY_SO_MUCH.fullmatch(claim.before)]
    return told[0] if told else None


def _down_to_now(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """A past peak and where it stands now: the last that its paragraph tells in its unit, or that its series shows."""
    peak = _off_a_peak(claim, sentence)
    if peak is None or peak.span is None or material.latest is None:
        return
    now = Span("Y", material.latest, material.latest)
    earlier = material.in_block[sentence.block_id][: sentence.index]
    told = [c.view for s in earlier for c in s.claims if c.view.dimension == peak.dimension and c.view.span == now]
    for end in (*told, *in_its_series(material, peak, now)):
        yield Operands(peak, end, now.last - peak.span.last, 0.7, 0)


def _of_growth(claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """A rate of growth, and the points of it that those of one cause leave: "5.1 points of growth of 9.3%, which leaves 4.2"."""
    behind = sentence.claims[sentence.place(claim) + 1 :][:2]
    if len(behind) == 2 and _OF_GROWTH.match(claim.rest) and LEAVES.search(behind[1].before):
        yield Operands(behind[1].view, behind[0].view, 0, 0.9, 0)


def _halves(material: Material) -> Iterator[tuple[View, Operands]]:
    """A half of a year that a text tells, and between which it lies: the year and its other half, told close by."""
    for sentence in material.sentences:
        for v in sentence.views:
            if v.span is None or v.span.kind != "H" or not v.is_level or v.is_range:
                continue
            other = replace(v.span, part=3 - v.span.part)
            near = [x for s in material.near(sentence, 3) for x in s.views if x.span == other and _one_unit(x, v)]
            whole = material.most_stated.get((v.dimension, Span("Y", v.span.first, v.span.last)))
            if whole is None or len({x.digits for x in near}) != 1 or not near[0].value < whole.value < 4 * v.value:
                continue
            found = Operands(near[0], whole, 0, 0.75, 0)
            given = _derive(found)
            if iv.meets(given, v.interval) or swapped_or_changed(given, v):
                yield v, found


def _doubted(material: Material, claim: Claim, found: Operands) -> Operands:
    """What may be meant by a difference of amounts, any two of which have one: as the text tells them or of one time, or but for a digit.

    An amount that a chart or table shows for its period ("the rest of the country added 2.3 GW") is none.
    """
    v = claim.view
    if claim.kind == "delta" and not iv.meets(_derive(found), iv.magnitude(v.interval)):
        same = material.close_to(v.value, v.value, v.dimension, v.span)
        if len(v.digits) > 1 and any(
            o.page == v.page and o.id in material.place_of and o.digits == v.digits for o in same
        ):
            return replace(found, confidence=min(found.confidence, DOUBTED))
    told = found.base.fact.source == found.end.fact.source == "prose" or found.base.span == found.end.span
    given = _derive(found)
    if claim.kind == "change" or told or iv.meets(given, iv.magnitude(claim.view.interval)):
        return found
    if swapped_or_changed(given, claim.view):
        return found
    return replace(found, confidence=min(found.confidence, DOUBTED))


def _tells(o: Operands, claim: Claim) -> bool:
    """Both in the unit of the difference (shares for points), and neither open-ended: an open bound is any distance away."""
    units = {o.base.dimension, o.end.dimension}
    ends = (o.base.interval, o.end.interval)
    # a rate, and the points that are left of it
    points = claim.kind == "change" and units == {"percent", "percentage_point"}
    return (points or units == {"percent" if claim.kind == "change" else claim.view.dimension}) and all(
        None not in (x.low, x.high) for x in ends
    )


def _may_lie_between(material: Material, claim: Claim, sentence: Sentence, o: Operands) -> bool:
    """Whether nothing that a claim says of its difference speaks against two values."""
    if not (_tells(o, claim) and _in_years(o, claim) and _of_two_flows(o, claim)):
        return False
    at = sentence.place(claim)
    from_ = sentence.claims[at - 1] if at and _INCREASED_BY.fullmatch(claim.before) else None
    if from_ is not None and _STARTS_FROM.search(from_.before):  # 由71次增加了118次
        low, high = sorted((o.base, o.end), key=lambda v: v.value)
        return from_.view.digits == (high if DECLINE.search(claim.before) else low).digits
    if not of_the_base_told(claim, o) or _goes_the_other_way(claim, o):
        return False
    behind = {c.view.id for c in sentence.claims[at + 1 :]}
    if {o.base.id, o.end.id} <= behind and _OF_A_PART.search(claim.rest):
        # "added 8, of which A, which rose from 5 to 9, had 4"
        return iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    if _OF_THE_GAP.search(claim.view.said_before):
        return iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    shown = {o.base.fact.source, o.end.fact.source} != {"prose"}
    before = sentence.claims[at - 1] if at else None
    moved = _MOVED_BY.search(claim.before) or (before and before.kind == "delta" and _MOVED_BY.search(before.before))
    if shown and moved and o.base.span is not None and o.base.span == o.end.span:
        return iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    # "if it keeps its 3.5 points a year"; of one year, where the two are further apart
    supposed = SCENARIO.search(sentence.text) and _A_YEAR.search(f"{claim.before} {claim.after}")
    if supposed or (_A_YEAR.search(f"{claim.before[-12:]} {claim.after[:12]}") and not _a_year_apart(o)):
        return iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    if _OF_SHARE.match(claim.after) and any(GROWTH_LABEL.search(v.fact.metric) for v in (o.base, o.end)):
        return False
    if claim.kind == "delta" and at + 1 < len(sentence.claims) and _AND_CAME_TO.fullmatch(claim.rest):
        came_to = sentence.claims[at + 1].view  # "rose by 60 jobs to 110"
        if o.end.id != came_to.id or words_agree(material, o.base, o.end) < _NAMED_ALIKE:
            return iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    if (
        _AHEAD.search(f"{claim.before[-20:]} {claim.after[:20]}") or _THE_LEAD_OF.search(claim.before)
    ) and o.base.span != o.end.span:
        return iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    if claim.kind == "delta" and (FURTHER.search(claim.before) or _has_its_own_subject(claim, sentence)):
        return iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    joint = _OF_BOTH.search(claim.before) and any(_is_joint(material, v) for v in (o.base, o.end))
    if joint or (claim.kind == "delta" and any(material.is_delta(v) for v in (o.base, o.end))):
        return iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    if _OUTGREW.search(claim.before) and o.base.source == o.end.source:
        return iv.meets(_derive(o), iv.magnitude(claim.view.interval))  # of two things
    if _OFF_AN_EXTREME.match(claim.rest) or _LEAVES.search(claim.before):
        return iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    above = _ABOVE_THAT.search(claim.before)
    if above and o.base.id != o.end.id and all(_is_of(material, v, above[1]) for v in (o.base, o.end)):
        return iv.meets(
            _derive(o), iv.magnitude(claim.view.interval)
        )  # "甲率高出乙8个百分点": one of both is not of it
    than = _THAN_THAT.search(claim.before)
    if than and not any(_is_of(material, v, than[1]) for v in (o.base, o.end)):
        return iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    gap = _GAP_WITH.search(claim.before)
    if gap is None and at and _GAP_WITH.search(sentence.claims[at - 1].before) and _NARROWS_TO.fullmatch(claim.before):
        return o.base.span == o.end.span  # "与东部的差距由7.3个百分点收窄到6.1个百分点": of two things at one time
    if gap is None:
        return True
    if o.base.span != o.end.span and not iv.meets(_derive(o), iv.magnitude(claim.view.interval)):
        return False
    return any(_is_of(material, v, gap[1]) for v in (o.base, o.end))


def _is_joint(material: Material, v: View) -> bool:
    """Whether a number is told as that of several together."""
    claim = material.claim_of.get(v.id)
    return claim is not None and bool(JOINT.search(claim.before[-40:]))


def _has_its_own_subject(claim: Claim, sentence: Sentence) -> bool:
    """Whether a clause between the amount before and a difference tells of something else: "whereas display made up for it with"."""
    at = sentence.place(claim)
    said = tokens(sentence.claims[at - 1].before) | sentence.claims[at - 1].view.words if at else frozenset()
    novel = len(tokens(claim.before) - said)
    return bool(at) and novel > (1 if _WHEREAS.search(claim.before) else _NOVEL)


def _a_year_apart(o: Operands) -> bool:
    first, last = o.base.span, o.end.span
    return first is not None and last is not None and abs(last.last - first.last) == 1


def _goes_the_other_way(claim: Claim, o: Operands) -> bool:
    """Whether points that are told as a rise or fall lie between an earlier value and a later one that went the other way."""
    untold = claim.kind != "change" or claim.either or claim.view.fact.direction is None
    if untold or o.base.span is None or o.end.span is None:
        return False
    falls = claim.view.fact.direction == "down"
    in_order = o.base.span.last < o.end.span.first
    return (
        in_order
        and (o.end.value < o.base.value) != falls
        and not iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    )


def _is_of(material: Material, v: View, name: str) -> bool:
    """Whether a value is that of something named: at its row or series, or in the words that lead to it."""
    claim = material.claim_of.get(v.id)
    said = " ".join((v.fact.metric, *material.names_of.get(v.id, ()), claim.before if claim else ""))
    return mentions(said, name, label_tokens(said)) > 0.99


def _in_years(o: Operands, claim: Claim) -> bool:
    """Whether as many years lie between base and end as the claim says: "over the three years 38 were added"."""
    back = claim.back or (1 if YEAR_ON_YEAR.search(claim.before) else 0)
    if not back:
        return True
    if o.base.span is None or o.end.span is None or o.base.span == o.end.span:
        return bool(claim.back) or iv.meets(_derive(o), iv.magnitude(claim.view.interval))
    since = o.base.span.first if o.base.span.kind == "S" else o.base.span.last  # 自2024年的N升至
    return back in (abs(o.end.span.last - since), abs(o.end.span.last - o.base.span.last))


def _of_two_flows(o: Operands, claim: Claim) -> bool:
    """Whether a balance of trade may lie between two amounts: not between two years of exports, or of imports."""
    if not _BALANCE.search(f"{claim.before[-30:]} {claim.view.metric}"):
        return True
    names = [f"{v.metric} {v.fact.series or ''}" for v in (o.base, o.end)]
    return not any(all(flow.search(name) for name in names) for flow in _FLOWS)


def _between_amounts(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """The two amounts of its unit that a sentence tells beside their difference, else those that it may lie between."""
    v = claim.view
    levels = [
        c for c in sentence.claims
        if c.kind == "level" and not BY_SO_MUCH.search(c.before.rstrip()) and not _AT_MOST.search(c.before)
    ]  # fmt: skip
    told = [c.view for c in levels if not c.view.is_range and _one_unit(c.view, v)]
    at = sum((x.fact.char_start or 0) < (v.fact.char_start or 0) for x in told)
    things = things_named(material, claim)
    for n, (a, b) in enumerate(zip(told, told[1:], strict=False)):
        at_once = a.span == b.span and a.span is not None and _INCREASED.search(claim.before)
        if n in (at - 2, at - 1) and not at_once:  # both before it, or one on either side
            score = 0.5 + 0.3 * words_agree(material, a, b) + (0.15 if len(told) == 2 else 0.0)
            yield Operands(b, a, 0, min(1.0, score) * on_the_subject(material, things, a, b), 0)
    change = replace(claim, kind="change")
    for o in (
        *operands(material, change, sentence, spans_of(change, material.latest)),
        *named_pairs(material, claim, sentence),
        *against_base_case(material, claim, sentence),
    ):
        since = o.base.span is None or not claim.base_years or o.base.span.first in claim.base_years
        itself = v.digits in (o.base.digits, o.end.digits) and not iv.meets(_derive(o), v.interval)
        if since and not itself and _one_unit(o.base, v) and _one_unit(o.end, v):
            yield o


def _fitting_near(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """Two amounts of the sentence or the two before it that a difference lies between to the digit."""
    stated = claim.view.interval
    near = [s for s in material.near(sentence, 2) if s.block_id == sentence.block_id]
    told = [c.view for s in near for c in s.claims if c.kind == "level" and _one_unit(c.view, claim.view)][:8]
    for a, b in combinations(told if len(claim.view.digits) > 1 else (), 2):
        found = Operands(b, a, 0, WORTH + 0.03, 0)
        if iv.meets(_derive(found), stated) and _narrow(found, stated):
            yield found


def _one_unit(a: View, b: View) -> bool:
    return a.is_level and a.dimension == b.dimension and counted_alike(a, b)


def _derive(o: Operands) -> Interval:
    return iv.magnitude(iv.subtract(o.end.interval, o.base.interval))


def _relation(claim: Claim, found: Operands) -> Relation:
    return relate(
        "difference",
        gap,
        [(found.base, "base"), (found.end, "end"), (claim.view, "claim")],
        quoted(claim.view),
        f"the difference between {quoted(found.end)} and {quoted(found.base)}",
        f"|{found.end.name} - {found.base.name}|",
        found.confidence,
        unit=claim.view.fact.unit,
    )


def _percents(sentence: Sentence) -> list[View]:
    return [v for v in sentence.views if v.fact.kind == "percent" and not v.is_range]


def _percents_before(material: Material, sentence: Sentence) -> list[View]:
    """The percents of the sentence just before, in the same paragraph."""
    before = [s for s in material.near(sentence, 1)[1:] if s.block_id == sentence.block_id]
    return [v for s in before for v in _percents(s)]


def _told(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """Percents just before the claim: in its own sentence ("from A to B, a loss of C"), or in the one before."""
    parted = material.before_semicolon(sentence)
    own = [
        c.view
        for c in (*(parted if len(parted) == 1 else ()), *sentence.claims)
        if c.view.fact.kind == "percent" and not c.view.is_range and c.view.id != claim.view.id
    ]
    about = things_named(material, claim)
    if claim.pairs:
        return
    alone = sum(c.view.fact.kind in ("percent", "percentage_point") for c in sentence.claims) == 1
    if not own and alone:  # "A has 46.3% and B 14.8%; the margin between them is 31.5 points"
        shares = _percents_before(material, sentence)
        earlier = material.in_block[sentence.block_id][: sentence.index]
        takes_up = bool(_THE_CHANGE.match(sentence.text) or PRONOUN.match(sentence.text))
        if len(shares) == 1 and len(earlier) > 1 and takes_up:
            # "It was 34.7% in 2024. In 2019 it had been 41.3%. The loss of 6.6 points ..."
            told = _percents(earlier[-2])
            shares = [*told, *shares] if len(told) == 1 and told[0].span != shares[0].span else shares
        if len(shares) == 2 and (takes_up or DIFFERENCE.search(claim.before)):
            yield Operands(shares[0], shares[1], 0, 0.66, 0)
    if not own and alone and _THE_TWO.match(claim.before):  # "A has 46.3%. B has 14.8%. The two differ by 31.5 points"
        so_far = [v for s in material.in_block[sentence.block_id][: sentence.index][-3:] for v in _percents(s)]
        if len(so_far) > 1:
            yield Operands(so_far[-2], so_far[-1], 0, 0.66, 0)
    yield from _of_two_series(material, claim, sentence)
    for a, b in combinations(own[:6], 2):
        if len(own) > 2 and iv.meets(_derive(Operands(a, b, 0, 0, 0)), iv.magnitude(claim.view.interval)):
            yield Operands(a, b, 0, 0.62, 0)
    later = {c.view.id for c in sentence.claims[sentence.place(claim) + 1 :]}
    behind = sentence.text.partition(claim.view.fact.snippet)[2]
    if len(own) == 2 and {v.id for v in own} <= later and _POINTS.search(behind.partition(own[0].name)[0]):
        own = []  # "The gap (9 points) exceeds that of the others, 4 points (35% and 31%)"
    if len(own) == 2 and own[1].id in later and _ANOTHER.match(claim.rest):
        own = own[:1]  # "a margin of 39%, up 15.7 points, but costs took 28%"
    if len(own) == 2:
        one = own[0].words == own[1].words and not own[0].words.isdisjoint(claim.view.words)
        one = one and len(named_by_clause(material, claim)) < 2  # its own clauses name nothing else
        yield Operands(own[0], own[1], 0, 0.72 * (1.0 if one else on_the_subject(material, about, *own)), 0)
    elif len(own) > 2:
        told = [v for v in own if v.id not in later][-2:]  # A占14.8%，比B的11.3%多3.5个百分点，前三家共占35.7%
        for a, b in zip(own, own[1:], strict=False):
            near = [a.id, b.id] == [v.id for v in told] and claim.before.rstrip().endswith(_MORE)
            yield Operands(a, b, 0, (0.66 if near else 0.45) * on_the_subject(material, about, a, b), 1)
    if len(own) == 1 and _OF_THE_TWO.search(claim.before):  # "B has 43.9%, and the distance between the two is 47.9"
        others = _percents_before(material, sentence)
        if len(others) == 1:
            yield Operands(others[0], own[0], 0, 0.66, 0)
    for view in own if len(own) == 1 else ():
        yield from _shown_later(material, view, about)
    before = [
        c
        for s in material.near(sentence, 2)[1:]
        for c in s.claims
        if c.view.fact.kind == "percent" and not c.view.is_range
    ]
    things = things_named(material, material.claim_of[own[0].id]) if len(own) == 1 else frozenset()
    for view in own[-1:] if len(own) == 1 else []:
        for n, c in enumerate(before[:6]):
            apart = c.view.span != view.span or c.view.span is None or _GAP_WITH.search(claim.before)
            if c.kind in ("share", "level", "growth") and apart:
                same = material.coverage(view.words, c.view.around)
                named = any(mentions(c.view.metric, x, label_tokens(c.view.metric)) > 0.99 for x in things)
                by_name = not view.words.isdisjoint(tokens(sentence.text))  # or a pronoun, which takes what was told
                score = 0.45 + 0.25 * same - (0.15 if same < 0.4 else 0.0) if by_name else 0.52 + 0.15 * same
                score += (0.3 if named else -0.1 if things else 0.0) - 0.06 * n
                yield Operands(view, c.view, 0, max(0.0, score), 0 if named else n)
    for view in own if len(own) != 2 else ():
        for other in material.same_digits(view.digits, view.span)[:12]:
            for line in material.lines_of.get(other.id, ()):
                if line.dimension == "percent":
                    its_line = claim.base_years and line.page == claim.view.page and len(view.digits) > 2
                    alike = 0.2 * material.coverage(line.words, view.around)
                    for e in line.entries:
                        # "took 42.2% of the market; that was 8.2 points more than in 2023", drawn on its page
                        since = its_line and e.view.span and e.view.span.last in claim.base_years
                        if e.view.id != other.id:
                            yield Operands(e.view, view, 0, (0.6 if since else 0.34) + alike, 0 if since else 3)


def _of_two_series(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """The two series of the page's one chart of two where a gap is said to be "between the two"."""
    v = claim.view
    said = v.said_before  # "from 16 points in 2019 to 30 in 2024"
    if v.span is None or not _OF_THE_TWO.search(said):
        return
    drawn: dict[str, list[View]] = {}
    for line in material.lines_on.get(v.page, ())[:60]:
        if line.over_time and line.dimension == "percent" and v.span in line.by_span:
            drawn.setdefault(line.container_id, []).append(line.by_span[v.span])
    pairs = [views for views in drawn.values() if len(views) == 2]
    if len(pairs) == 1:
        base, end = pairs[0]
        yield Operands(base, end, 0, 0.7, 0)


def _shown_later(material: Material, before: View, about: frozenset[str]) -> Iterator[Operands]:
    """What a chart or table of the page shows now of the one thing whose past share a sentence tells."""
    for grid in (x for g in material.grids_on.get(before.page, ()) for x in (g, g.turned)):
        rows = [i for name in about for i in grid.rows_named.get(name, ())]
        for _, v in grid.row(rows[0]) if len(rows) == 1 else ():
            later = v.span is not None and before.span is not None and v.span.last > before.span.last
            if later and v.dimension == "percent" and not GROWTH_LABEL.search(f"{v.fact.metric} {v.fact.series}"):
                yield Operands(before, v, 0, 0.62, 0)


def _amount(material: Material, claim: Claim, sentence: Sentence) -> Operands | None:
    v = claim.view
    out: list[Operands] = []
    if HELD_AGAINST.search(claim.before):
        return None  # "the deficit is narrower than the 20 of the year before"
    if DIFFERENCE.search(f"{claim.before[-60:]} {v.metric}"):
        told = _the_two_before(material, claim, sentence)
        if told is not None and _may_lie_between(material, claim, sentence, told):
            return told if plausible(_derive(told), iv.magnitude(v.interval)) else None
    for line in material.lines_on.get(v.page, ())[:40]:
        if line.over_time and line.dimension == v.dimension and v.span is not None:
            first, last = _ends(v.span)
            end, base = line.by_span.get(last), line.by_span.get(first)
            if end and base and v.id not in (end.id, base.id):
                out.append(Operands(base, end, 1, 0.4 + 0.3 * material.coverage(line.words, v.around), 0))
    near = [
        x
        for s in material.near(sentence, 1)
        for x, c in zip(s.views, s.claims, strict=True)
        if x.dimension == v.dimension and x.id != v.id and not x.is_range and c.kind != "delta"
    ][:10]
    for i, a in enumerate(near):
        out.extend(Operands(b, a, 0, 0.5, 0) for b in near[i + 1 :])
    fitting = [
        o
        for o in out
        if len(o.end.digits) + len(o.base.digits) > 4
        and _may_lie_between(material, claim, sentence, o)
        and iv.meets(_derive(o), v.interval)
        and _narrow(o, v.interval)
    ]
    best = max(fitting, key=lambda o: (o.confidence, o.end.id, o.base.id), default=None)
    if best is None and _ADDED.search(claim.before):  # 累计部署12,350套，当年新增N: but for two digits of it
        stated = {x.digits for x in sentence.views if x.id != v.id and x.dimension == v.dimension and x.span == v.span}
        off = [o for o in out if o.end.digits in stated and len(v.figures) > 2 and slip(_derive(o), v) == "exchanged"]
        return replace(off[0], confidence=0.7) if off else None
    return best if best and best.confidence >= WORTH else None


def _ends(span: Span) -> tuple[Span, Span]:
    """Between which periods a stated difference lies: both ends of a span of years, else a period and a year before."""
    if span.kind == "R":
        return Span("Y", span.first, span.first), Span("Y", span.last, span.last)
    return span.earlier(1), span


def _the_two_before(material: Material, claim: Claim, sentence: Sentence) -> Operands | None:
    """What a stated difference lies between: the two amounts of its unit told last before it."""
    v = claim.view
    before = [
        x
        for s in reversed(material.near(sentence, 2))
        for x, c in zip(s.views, s.claims, strict=True)
        if x.dimension.split("/")[0] == v.dimension.split("/")[0] and not x.is_range and x.value > 0 and x.digits
        and (x.id == v.id or not DIFFERENCE.search(f"{c.before[-60:]} {x.metric}"))
    ]  # fmt: skip
    now = [x for x in before if x.span in (v.span, None)]  # "6.1 in 2024, 17.6% less than at the peak of 7.4. ... 4.1"
    before = now if sum(x.id != v.id for x in now) > 1 else before
    at = next((n for n, x in enumerate(before) if x.id == v.id), len(before))
    if at < 2 or _BETWEEN.search(claim.before[-60:]):  # two others are named
        return None
    base, end = before[at - 2 : at]
    if None not in (base.span, end.span, v.span) and not base.span == end.span == v.span:
        return None  # a gap of its own time
    if not (same_noun(base, end) and same_noun(base, v) and same_noun(end, v)):
        return None  # 713 deals and 936 thousand units leave no persons
    same = words_agree(material, base, end)
    return Operands(base, end, 0, 0.56 + 0.2 * same + (0.1 if base.span == end.span else 0.0), 0)


def _narrow(o: Operands, stated: Interval) -> bool:
    """Whether the difference is known well enough that meeting the stated one means something."""
    derived = _derive(o)
    if derived.low is None or derived.high is None or stated.low is None or stated.high is None or stated.high <= 0:
        return False
    return derived.high - derived.low <= stated.high / 4

"""A stated share, margin or average against the part and the whole that it relates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.aligned import quotients_of_lines
from wpextract.consistency.beside import quotients_beside
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import is_total, without_period
from wpextract.consistency.linking import SURE, WORTH, entities_agree, mentions, things_named, words_agree
from wpextract.consistency.material import NEAREST, WORLD, Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import FAR, listed, plausible, quoted, relate, swapped, swapped_or_changed
from wpextract.consistency.structure import ratio_columns, share_columns, share_grids
from wpextract.consistency.sums import lists_shares
from wpextract.consistency.words import INCREASE_BY, OF_INCREASE, SHARE_LABEL, SUM_WORDS, label_tokens, plain, tokens

# a pair that was looked for by its value, or far away, may bear a share out but not contradict it
ONLY_FITTING = WORTH - 0.01
_AVERAGE = re.compile(r"\baverage\b|\bmean\b|\bper\b|\beach\b|平均|单|每|人均", re.IGNORECASE)
_APPLIED_TO = re.compile(r"[，,][按以](?:照)?[^，。]{0,12}$")
_COMES_TO = re.compile(r"(?:折算|计算|测算|推算|折合|换算)[^，。]{0,10}$")
_APPLIED = re.compile(
    r"(?:On|Applied to|Based on|Measured against|Set against|Of)\b[^;]{0,80}\b(?:that|this|the) (?:share |proportion |ratio )?"
    r"(?:means|is|equals|comes|amounts|gives|makes|corresponds|would be|works out)\b"
)
_ON_AVERAGE = re.compile(r"\b(?:average|mean)\b[^,.;\d]{0,25}$|平均[每单]?[^，。\d]{0,8}$", re.IGNORECASE)
_MARGIN = re.compile(r"\bmargins?\b|利润率|毛利率|净利率", re.IGNORECASE)
_PROFIT = re.compile(r"profit|earnings|income\b|利润|毛利|净利", re.IGNORECASE)
_PROFITS = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        r"\bgross\b|毛利",
        r"\boperating (?:profit|income|margin)|营业利润|经营利润",
        r"\bnet (?:profit|income|margin)|净利",
    )
)
_REVENUE = re.compile(r"\brevenues?\b|\bsales\b|\bturnover\b|收入|营收|销售额", re.IGNORECASE)
_COST = re.compile(r"cost|expense|费用|成本", re.IGNORECASE)
_ITS_SHARE = re.compile(
    r"[^，,]{0,8}[，,]\s*(?:约?占(?:比|[^，,]{0,10}的)?\s*$|(?:or|equal to|accounting for)\s*$)", re.IGNORECASE
)
_ITS_SHARE_BEHIND = re.compile(
    r"[^,.;]{0,30},\s*(?:which (?:is|was)|(?:which (?:is|was) )?(?:or|that is(?: to say)?,?|i\.e\.,?|equal to|equivalent to|accounting for"
    r"|representing|making up))"
    r"\s*(?:about|around|nearly|some)?\s*|[，,]?约?占[^，。；]*",
    re.IGNORECASE,
)
_ITS_AMOUNT = re.compile(
    r"(?:\s*(?:of (?:[^,.;\d]|(?:19|20)\d\d){2,40}?|share|portion|slice))?\s*,?\s*(?:or|equal to|i\.e\.,?|that is,?|equivalent to|correspond(?:ing|s|ed) to"
    r"|worth|which (?:is|was|equals|comes to|came to|corresponds to))\s*(?:about|around|nearly|some)?\s*"
    r"|[，,]?(?:即|折合|约合|相当于)约?",
    re.IGNORECASE,
)
_ITS_AMOUNT_BEHIND = re.compile(
    r",\s*(?:or|i\.e\.,?|that is,?|equal to)\s*(?:about|around|nearly|some)?\s*$", re.IGNORECASE
)
_OF_WHAT_WAS_TOLD = re.compile(r"\bthe (?:proportion|rate|figure|ratio|percentage)\b|这一比例|该比例", re.IGNORECASE)
_OF_SALES = re.compile(r"\s*of (?:its |their |the |all |total |annual )*(?:sales|revenues?|turnover)\b", re.IGNORECASE)
_OF = re.compile(r"\s*of\b")
_OF_ITS = re.compile(r"\s*of (?:its|their) ([a-z]+(?: [a-z]+)?)", re.IGNORECASE)
_OF_THAT = re.compile(r"\bof (?:this|that|the|its) (?:sum|total)\b", re.IGNORECASE)
_OF_THE_TOTAL = re.compile(r"\s*of (?:the|that|this) (?:(?:19|20)\d\d )?(?:total|sum)\b", re.IGNORECASE)
_OF_WHOLE = re.compile(r"占[^，。；]*$")
_COMPARED = re.compile(  # what the whole is held against is not the whole
    r"(?:\b(?:than|times|over|above|below|against|compared (?:with|to)|from|after)\b|[比较由从])[^,，]{0,16}$",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(  # behind the part, wherever it stands: "such additions numbered 98, five times the 22, and made up"
    r"\b(?:ma[kd]es? up|account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|equals?|equall?(?:ed|ing)|correspond(?:s|ed|ing)? to)"
    r"\s*(?:about|around|nearly|some)?\s*$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\W*(?:out )?of (?:the |all |these |its |those |some |about |nearly |over )*$", re.IGNORECASE)
_AMONG = re.compile(r"[^，。]{0,20}中[，,]")
_RATE = re.compile(r"\b(?:rate|share|proportion)\b|率|比例", re.IGNORECASE)
_MARKET = frozenset({"market", "total", "industr", "trad", "sector", "nationwid", "national", "市场", "行业", "总"})
_CAME_OR_WENT = re.compile(
    r"\b(?:lost|shed|gained|gave up|(?:fell|dropped|declined|decreased|rose|grew|increased|climbed|up|down) by|reduction (?:is|was|of)|saving (?:is|was|of))"
    r"(?: (?:about|around|nearly|some))?\s*$|(?:减少|增加|下降|上升|损失|净增|降低|提高)了\s*$",
    re.IGNORECASE,
)
_OF_A_SHARE = re.compile(r"\bshare\b|占|份额|比重")  # said to be one, and no rate of growth
_NAMED = 0.75  # of the weight of what a share is said to be of
_PIECES = frozenset({"unit", "units", "piece", "pieces", "item", "items"})  # of anything
_PART_OF_IT = re.compile(r"\bof which\b|\bof (?:these|them)\b|其中", re.IGNORECASE)
_OF_WHICH = re.compile(r"of which|including|其中|占", re.IGNORECASE)


def share(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """Part / whole x 100 against the share."""
    return iv.percent_of(xs[0], xs[1]), xs[2]


def quotient(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """Amount / number against the average."""
    return iv.divide(xs[0], xs[1]), xs[2]


def _formula(ratio: View, power: int) -> iv.Formula:
    """A quotient, but for a power of ten that units leave out."""
    if ratio.fact.kind == "percent":
        return share
    return quotient if not power else lambda xs: (iv.scale(quotient(xs)[0], Decimal(1).scaleb(-power)), xs[2])


@dataclass(frozen=True, slots=True)
class _Reading:
    part: View
    whole: View
    confidence: float


def product_or_share_of(material: Material) -> Iterator[Relation]:
    """Share = part / whole x 100; average = amount / number (and so part = share x whole, amount = price x number).

    Part and whole stand beside the share in the text, or the whole is found by its value and words elsewhere. Ratio
    and share columns of tables are checked row by row. Source: recomputation from reported figures; rounding as in
    XBRL Calculations 1.1.
    """
    for sentence in material.sentences:
        for claim in sentence.claims:
            if OF_INCREASE.search(claim.before) and not _amount_before(material, claim, sentence):
                continue  # of an increase that is told nowhere
            found = _applied(material, claim, sentence) or _read(material, claim, sentence)
            if found is not None:
                yield _relation(found, claim.view, share if claim.view.fact.kind == "percent" else quotient)
            elif claim.kind == "share" and not claim.view.is_range and not _joint(claim):
                yield from _of_stack(material, claim, sentence)
    for part, whole, ratio, confidence in (*ratio_columns(material), *share_columns(material), *share_grids(material)):
        formula = share if ratio.fact.kind == "percent" else quotient
        yield _relation(_Reading(part, whole, confidence), ratio, formula)
    for q in quotients_of_lines(material):
        yield _relation(_Reading(q.part, q.whole, q.confidence), q.ratio, _formula(q.ratio, q.power))


def _amount_before(material: Material, claim: Claim, sentence: Sentence) -> bool:
    """Whether an amount is told before a claim in its sentence, or as an increase in one before it in the paragraph."""
    before = [s for s in material.near(sentence, 2)[1:] if s.block_id == sentence.block_id]
    increases = (c for s in before for c in s.claims if INCREASE_BY.search(c.before[-12:]))
    return any(_amount(c.view) for c in (*increases, *sentence.claims[: sentence.place(claim)]))


def _read(material: Material, claim: Claim, sentence: Sentence) -> _Reading | None:
    """The part and whole of a share or rate, or the amount and number of an average."""
    if claim.view.is_range:
        return None
    valued = _is_valued(claim, sentence)
    if claim.kind == "share" or valued:
        listed = lists_shares(sentence)
        complete = len(listed) > 2 and iv.meets(iv.add(c.view.interval for c in listed), iv.exactly(100))
        of_sales = bool(_OF_SALES.match(claim.after))
        # shares that make up a whole bear one another out; what they are shares of need not be stated, nor
        # what "3.6% of sales" is made of
        owned = valued or _stated_part(sentence, sentence.place(claim)) is not None
        loose = complete or (of_sales and not owned) or _behind_all_parts(claim, sentence)
        readings = [*_shares(material, claim, sentence), *_beside(material, claim, sentence, share)]
        readings = [r for r in readings if not _of_its_own(claim, r)]
        found = _best(material, claim, readings, share, only_fitting=loose, valued=valued, sentence=sentence)
        if found is None and of_sales:  # but for two digits of it
            part = [x for x in sentence.views if x.id == _stated_part(sentence, sentence.place(claim))]
            return _best(material, claim, [*_exchanged(material, claim, part, _whole_named(claim))], share)
        return found
    if claim.kind == "level" and claim.view.fact.kind == "percent":
        readings = [*_rate_of(material, claim, sentence), *_beside(material, claim, sentence, share)]
        return _best(material, claim, readings, share)
    averaged = _AVERAGE.search(f"{claim.before[-60:]} {claim.view.metric} {claim.after[:30]}")
    if claim.kind == "level" and claim.view.is_level and averaged:
        told = list(_told_average(material, claim, sentence))
        readings = [*told, *_averages(material, claim, sentence), *_beside(material, claim, sentence, quotient)]
        return _best(material, claim, readings, quotient, only_fitting=not told)
    return None


def _relation(found: _Reading, claim: View, formula: iv.Formula) -> Relation:
    return relate(
        "product_or_share_of",
        formula,
        [(found.part, "part"), (found.whole, "total"), (claim, "claim")],
        quoted(claim),
        f"{quoted(found.part)} divided by {quoted(found.whole)}",
        f"{found.part.name} / {found.whole.name}",
        found.confidence,
        unit=claim.fact.unit,
    )


def _best(
    material: Material, claim: Claim, readings: list[_Reading], formula: iv.Formula, only_fitting: bool = False,
    valued: bool = False, sentence: Sentence | None = None,
) -> _Reading | None:  # fmt: skip
    stated = claim.view.interval
    derived = [
        (r, formula((r.part.interval, r.whole.interval, stated))[0]) for r in readings if r.confidence >= WORTH - 0.07
    ]
    surest = max((r.confidence for r, x in derived if plausible(x, stated)), default=0.0)
    fitting = [
        r
        for r, x in derived
        # what was looked for by its value fits by chance where it is known to two digits
        # and still more where another reading is sure
        if iv.meets(x, stated)
        and r.confidence >= surest - FAR
        and _tight(x, (64 if surest > SURE else 16) if r.confidence <= ONLY_FITTING else 4)
    ]
    if fitting:
        return max(fitting, key=lambda r: (r.confidence, r.part.id, r.whole.id))
    if only_fitting or _joint(claim) or _confirmed(material, claim) and not valued:
        return None
    rated = [
        (_Reading(r.part, r.whole, min(1.0, r.confidence + _misprint(x, claim.view))), x)
        for r, x in derived
        if r.confidence >= WORTH and plausible(x, stated)
    ]
    best, given = max(rated, key=lambda r: (r[0].confidence, r[0].part.id, r[0].whole.id), default=(None, iv.ANY))
    rest = iv.subtract(iv.exactly(100), stated)
    if best is not None and claim.kind == "share" and iv.meets(given, rest):
        return None  # the share of all that is not the part: "95% is never stored"
    told = best is not None and sentence is not None and best.whole.id == _told_whole(sentence, sentence.place(claim))
    if best is not None and not told and _OF_A_SHARE.search(f"{claim.before[-40:]} {claim.after[:20]}") is None:
        changed = _CAME_OR_WENT.search(claim.before) or _tells_change(material, best.part)
        return None if changed or _is_change(best, stated) else best
    return best


def _of_its_own(claim: Claim, r: _Reading) -> bool:
    """Whether a share is said to be of something else that the part has: "5,760 MW, and 71% of its positions are sold"."""
    own = _OF_ITS.match(claim.after)
    return bool(own) and tokens(own[1] if own else "").isdisjoint(r.whole.words | r.part.words)


def _tells_change(material: Material, part: View) -> bool:
    """Whether an amount is told as what came or went, and so a rate beside it as one of growth: "lost $74, or 66.1%"."""
    claim = material.claim_of.get(part.id)
    return claim is not None and bool(_CAME_OR_WENT.search(claim.before))


def _is_change(r: _Reading, stated: Interval) -> bool:
    """Whether an amount is the share of what was there before it came or went: "126 were removed, or 8.5%"."""
    before = (iv.add((r.whole.interval, r.part.interval)), iv.subtract(r.whole.interval, r.part.interval))
    return any(iv.meets(iv.percent_of(r.part.interval, x), stated) for x in before)


def _misprint(given: Interval, v: View) -> float:
    return 0.2 if swapped(given, v) else 0.14 if swapped_or_changed(given, v) else 0.0


def _joint(claim: Claim) -> bool:
    """Whether a share is that of several parts together; the total that it is of ("占总规模的") is none of them."""
    return bool(SUM_WORDS.search(_OF_WHOLE.sub("", _OF_THAT.sub("", claim.before[-40:]))))


def _tight(x: Interval, room: int = 4) -> bool:
    return x.low is not None and x.high is not None and x.high - x.low <= max(abs(x.high) / room, Decimal(1))


def _confirmed(material: Material, claim: Claim) -> bool:
    """Whether a chart or table shows the same share under words of the claim: then its parts are not those nearby."""
    v = claim.view
    same = material.close_to(v.value, v.value, v.dimension, v.span)
    return any(
        o.fact.source != "prose" and o.id in material.place_of and words_agree(material, v, o) > 0.3 for o in same
    )


def _behind_all_parts(claim: Claim, sentence: Sentence) -> bool:
    """Whether a rate stands behind a whole and all its parts: "652 replies, 418 by makers and 234 by users, a rate of 54%"."""
    told = [c.view for c in sentence.claims[: sentence.place(claim)] if _amount(c.view)]
    whole, parts = next(iter(told), None), told[1:]
    if whole is None or len(parts) < 2 or not _RATE.search(claim.before[-20:]):
        return False
    return iv.meets(iv.add(p.interval for p in parts), whole.interval)


def _beside(material: Material, claim: Claim, sentence: Sentence, formula: iv.Formula) -> Iterator[_Reading]:
    return (_Reading(*found) for found in quotients_beside(material, claim, sentence, formula))


def _shares(material: Material, claim: Claim, sentence: Sentence) -> Iterator[_Reading]:
    v = claim.view
    near = material.near(sentence, 2)
    own = [x for x in sentence.views if _amount(x)]
    before = [x for s in (*near[1:], *material.following(sentence)) for x in s.views if _amount(x)][:8]
    target = _whole_named(claim) or _whole_named_before(sentence, claim)
    index = sentence.place(claim)
    told_whole = _told_whole(sentence, index)
    owner = _stated_part(sentence, index)
    holder = sentence.claims[index - 1].view.id if index and _PART_OF_IT.search(claim.before) else None
    neighbours = {sentence.claims[n].view.id for n in (index - 1, index + 1) if 0 <= n < len(sentence.claims)}
    for part in (*own, *before):
        for whole in (*own, *before):
            if part.id == whole.id or part.dimension != whole.dimension or not 0 < part.value < whole.value:
                continue
            if part.id == holder or (_has_share(material, whole) and whole.id != told_whole):
                continue
            if v.fact.period_basis == "sentence" and not (_same_time(part, v) and _same_time(whole, v)):
                continue
            told = whole.id == told_whole
            if not told and _side_by_side(material, part, whole):
                continue
            if not _same_time(part, whole) or not _same_noun(part, whole) or (_one_metric(part, whole) and not told):
                continue
            about = material.coverage(v.words, _clause_words(material, part)) if v.words else 1.0
            if not told and material.coverage(v.words - target, _clause_words(material, whole)) > about:
                continue  # it is of the share of the other one
            score = 0.3 + 0.15 * about - (0.12 if about == 0 and part not in own else 0.0)
            score += 0.2 if part.id in neighbours else 0.05 if part in own else -0.05
            score += 0.15 if told else 0.0
            score -= 0.3 if owner is not None and part.id != owner else 0.0
            score += 0.16 if whole in own else 0.1 if whole in before[:3] else 0.0
            score += 0.12 if _OF_WHICH.search(claim.before[-60:]) or _OF_WHICH.search(sentence.text) else 0.0
            score += _fits_target(material, target, whole)
            subject = (v.words & tokens(sentence.text)) - target
            if part not in own and subject and not material.coverage(subject, _clause_words(material, part)):
                score = min(score, ONLY_FITTING)  # what was told before is not the thing that it names
            yield _Reading(part, whole, max(0.0, score))
    share_value = v.value
    if share_value <= 0:
        return
    for known in (*own, *before[:3]):
        for low_high, as_part in (
            ((known.value / share_value * 100), True),
            ((known.value * share_value / 100), False),
        ):
            room = abs(low_high) / 25
            for span in dict.fromkeys((known.span, v.span, None)):
                # "15,900, or 10.5% of the price": the one may be told per piece, and the other not
                same = dict.fromkeys((known.dimension, known.dimension.partition("/")[0]))
                for other in [
                    x for d in same for x in material.close_to(low_high - room, low_high + room, d, span)[:12]
                ]:
                    if other.id in (known.id, v.id):
                        continue
                    part, whole = (known, other) if as_part else (other, known)
                    if not _same_time(part, whole) or (owner is not None and part.id != owner):
                        continue
                    lexical = material.coverage(other.words, v.around | known.around)
                    score = (
                        0.2 + (0.12 if known in own else 0.0) + 0.35 * lexical + (0.06 if other.page == v.page else 0.0)
                    )
                    named = known.id == told_whole and not as_part  # "of the 47.2 million sold, A took 82%"
                    named = named or (
                        part.id == owner and whole is material.most_stated.get((whole.dimension, whole.span))
                    )
                    most = WORTH + 0.1 if named else ONLY_FITTING
                    yield _Reading(part, whole, max(0.0, min(most, score + (0.15 if named else 0.0))))
    yield from _margins(material, claim, sentence)
    beside = [x for x in own if (x.id in neighbours if owner is None else x.id == owner)]
    last = [c.view for s in near[1:2] for c in s.claims if s.block_id == sentence.block_id and _amount(c.view)][-1:]
    yield from _exchanged(material, claim, beside if own else last, target)
    yield from _of_named(material, claim, beside, target)
    yield from _of_market(material, beside if own else last, target)
    yield from _of_total(material, claim, own, neighbours)
    yield from _of_its_total(material, claim, sentence, beside)
    yield from _of_all(material, claim, sentence, [x for x in own if x.id == owner])
    yield from _of_row(material, claim, sentence, beside)
    stated = next((x for x in own if x.id == owner), None)
    yield from _on_lines(material, claim, sentence, stated)
    yield from _by_place(material, claim)
    if not own:
        yield from _of_named_row(material, claim, target)


def _of_named_row(material: Material, claim: Claim, target: frozenset[str]) -> Iterator[_Reading]:
    """The row of the page's one column that a share is said of, and the whole that it names, here or elsewhere.

    "Singapore represents 32.8% of Southeast Asian spending", with Singapore's spending in a chart beside it.
    """
    v = claim.view
    things = things_named(material, claim)
    rows = [
        (line, e.view)
        for line in material.lines_on.get(v.page, ())[:60]
        if not line.over_time and line.dimension != "percent" and len(line.parts) > 2
        for e in line.entries
        if without_period(e.label) in things
        and e.view.value > 0
        and e.view.span in (v.span, None)
        and not is_total(e.label)
    ]
    if len(things) != 1 or len({line.key for line, _ in rows}) != 1 or not (target or SHARE_LABEL.search(v.metric)):
        return
    line, part = rows[0]
    of_all = not target or not target.isdisjoint(_MARKET)
    for e in line.entries:
        if is_total(e.label) and e.view.value > part.value and (of_all or target <= line.words):
            yield _Reading(part, e.view, 0.62)
    after = plain(claim.after)
    for whole in material.speaking_of(target, part.dimension, part.span) if target else ():
        place = whole.fact.geography
        named = place is not None and place != part.fact.geography and plain(place) in after
        if (
            (named or material.coverage(target, whole.words) > _NAMED)
            and whole.value > part.value
            and not whole.is_range
        ):
            yield _Reading(part, whole, 0.64)
    most = material.most_stated.get((part.dimension, part.span))
    if of_all and most is not None and most.value > part.value and _same_noun(part, most):
        yield _Reading(part, most, 0.5)


def _side_by_side(material: Material, part: View, whole: View) -> bool:
    """Whether a chart or table of the page shows both as rows of one column: each is a part of something else."""
    return any(
        not line.over_time
        and all(
            any(e.view.dimension == x.dimension and iv.meets(e.view.interval, x.interval) for e in line.parts)
            for x in (part, whole)
        )
        and not any(iv.meets(e.view.interval, whole.interval) and is_total(e.label) for e in line.entries)
        for line in material.lines_on.get(part.page, ())[:40]
    )


def _rate_of(material: Material, claim: Claim, sentence: Sentence) -> Iterator[_Reading]:
    """The two counts of the sentence before: "3,046 checks were made and 1,287 failed. The rate of failure was 42%"."""
    before = material.near(sentence, 1)[1:]
    told = [v for s in before for v in s.views if _amount(v)]
    parallel = any(_OF_WHICH.search(s.text) for s in before)  # "620 of the one kind and 860 of the other"
    if len(sentence.claims) > 1 or len(told) != 2 or parallel or not _RATE.search(claim.before):
        return
    part, whole = sorted(told, key=lambda v: v.value)
    if (
        before[0].block_id == sentence.block_id
        and part.dimension == whole.dimension
        and part.span == whole.span
        and part.value > 0
    ):
        yield _Reading(part, whole, 0.5)


def _is_valued(claim: Claim, sentence: Sentence) -> bool:
    """Whether a percentage is told with the amount that it comes to: "36%, equal to RMB 7.1 billion"."""
    index = sentence.place(claim)
    behind = sentence.claims[index + 1].view if index + 1 < len(sentence.claims) else None
    told = claim.view.fact.kind == "percent" and behind is not None and _ITS_AMOUNT.fullmatch(claim.rest) is not None
    return told and behind is not None and _amount(behind) and _same_time(behind, claim.view)


def _stated_part(sentence: Sentence, index: int) -> str | None:
    """The amount that a share is put beside as its part: "RMB 7.1 billion, or 36%", "36%, equal to RMB 7.1 billion", "452亿元，约占三成"."""
    claim = sentence.claims[index]
    if index and _MAKES_UP.search(claim.before):
        told = [c.view for c in sentence.claims[:index] if _amount(c.view) and not _COMPARED.search(c.before)]
        return told[0].id if told and told[0].span in (None, claim.view.span) else None
    if _is_valued(claim, sentence):
        return sentence.claims[index + 1].view.id
    if index + 2 < len(sentence.claims) and _OF.match(claim.rest):  # "14% of the 13.9 million units, or 1.9 million"
        whole, part = sentence.claims[index + 1 : index + 3]
        if (
            _ITS_AMOUNT_BEHIND.search(part.before)
            and part.view.dimension == whole.view.dimension
            and _amount(part.view)
        ):
            return part.view.id
    if not index or not _ITS_SHARE_BEHIND.fullmatch(claim.before):
        return None
    before = sentence.claims[index - 1].view
    return before.id if _amount(before) and _same_time(before, claim.view) else None


def _has_share(material: Material, v: View) -> bool:
    """Whether an amount is itself told as a part: "11.6亿美元，占34.9%"."""
    claim = material.claim_of.get(v.id)
    return bool(claim and _ITS_SHARE.match(claim.rest))


def _amount(v: View) -> bool:
    return v.is_level and not v.is_range and bool(v.digits)  # "half" and "dozens" are no parts to reckon with


def _clause_words(material: Material, v: View) -> frozenset[str]:
    """The words of the clause that a number of the text stands in, and of its metric."""
    claim = material.claim_of.get(v.id)
    return v.words | (tokens(f"{claim.before[-40:]} {claim.after[:40]}") if claim else frozenset())


def share_of_sum(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The first part / the sum of all parts x 100 against the share."""
    return iv.percent_of(xs[0], iv.add(xs[:-1])), xs[-1]


def _of_stack(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Relation]:
    """The one layer of a stacked bar that a share names, against all layers of its bar."""
    v = claim.view
    said = f"{claim.before[-80:]} {v.metric}"
    words = label_tokens(said)
    for line in material.lines_on.get(v.page, ())[:60]:
        parts = [e for e in line.parts if e.view.value >= 0]
        grid = material.grid_of[line.container_id]
        layers = line.stacked and {e.label for e in line.entries} <= set(grid.columns) and grid.kind != "stacked_100"
        if line.over_time or not layers or len(parts) < 2 or line.dimension == "percent" or v.span is None:
            continue
        named = [e for e in parts if mentions(said, e.label, words) > 0.99]
        if len(named) != 1 or {e.view.span for e in parts} != {v.span}:
            continue
        if _OF_WHAT_WAS_TOLD.search(claim.before) and not _whole_named(claim):
            continue  # "in Asian cities the proportion is close to it": of the sentence before
        if not label_tokens(named[0].label).isdisjoint(_whole_named(claim)):
            continue  # "make up 61% of the network segment"
        part, others = named[0].view, [e.view for e in parts if e is not named[0]]
        derived, printed = share_of_sum([part.interval, *(o.interval for o in others), v.interval])
        fits = iv.meets(derived, printed)
        if not fits and not plausible(derived, printed):
            continue
        about = material.coverage(line.words, v.around)
        yield relate(
            "product_or_share_of",
            share_of_sum,
            [(part, "part"), *((o, "part") for o in others), (v, "claim")],
            quoted(v),
            f"{quoted(part)} divided by the sum of {listed([part, *others])}",
            f"{part.name} / ({' + '.join(x.name for x in (part, *others))})",
            0.5 + 0.35 * about,
            unit="%",
        )
        return


def _margins(material: Material, claim: Claim, sentence: Sentence) -> Iterator[_Reading]:
    """The profit and the revenue that a margin relates, in the rows of a table or chart of the page."""
    said = f"{claim.before[-40:]} {claim.after[:20]}"
    if not _MARGIN.search(said):
        return
    kind = next((k for k in _PROFITS if k.search(said)), None)
    for grid in material.grids_on.get(claim.view.page, ()):
        revenues = [i for i, label in enumerate(grid.rows) if _REVENUE.search(label) and not _COST.search(label)]
        profits = [
            i for i, label in enumerate(grid.rows)
            if (kind.search(label) if kind else _PROFIT.search(label)) and not _MARGIN.search(label)
        ]  # fmt: skip
        if len(revenues) != 1 or len(profits) != 1:
            continue
        for j, column in enumerate(grid.columns):
            part, whole = grid.cells.get((profits[0], j)), grid.cells.get((revenues[0], j))
            if part is None or whole is None or part.dimension != whole.dimension or part.span != claim.view.span:
                continue
            near = f"{sentence.text} {claim.view.metric}"
            named = mentions(near, without_period(column), label_tokens(near)) if without_period(column) else 1.0
            stated = any(iv.meets(x.interval, part.interval) for x in sentence.views if x.dimension == part.dimension)
            yield _Reading(part, whole, 0.3 + 0.25 * named + (0.25 if stated else 0.0) + (0.1 if kind else 0.0))


def _of_named(material: Material, claim: Claim, parts: Sequence[View], target: frozenset[str]) -> Iterator[_Reading]:
    """A part beside the share, of a whole that is only named there and stated elsewhere: "占全部出口的"."""
    if not target:
        return
    for part in parts:
        for whole in material.speaking_of(target, part.dimension, part.span):
            if whole.is_range or whole.id == part.id or not 0 < part.value < whole.value or not _same_noun(part, whole):
                continue
            named = material.coverage(target, whole.words)
            beyond = material.coverage(whole.words, target | part.around)
            score = 0.2 + 0.3 * named + 0.2 * beyond + (0.08 if whole.page == claim.view.page else 0.0)
            yield _Reading(part, whole, score)


def _of_market(material: Material, parts: Sequence[View], target: frozenset[str]) -> Iterator[_Reading]:
    """A part of the market, which a document names by no other word than that: the amount that it states most often."""
    if target.isdisjoint(_MARKET):
        return
    for part in parts:
        whole = material.most_stated.get((part.dimension, part.span))
        if whole is not None and 0 < part.value < whole.value and _same_noun(part, whole):
            yield _Reading(part, whole, 0.47)


def _of_its_total(material: Material, claim: Claim, sentence: Sentence, parts: Sequence[View]) -> Iterator[_Reading]:
    """A part beside the share "of the 2024 total", or of nothing that is named, which its paragraph told first."""
    bare = not _whole_named(claim) and _is_valued(claim, sentence)
    if not bare and not _OF_THE_TOTAL.match(claim.after):
        return
    earlier = material.in_block[sentence.block_id][: sentence.index]
    told = [c.view for s in earlier for c in s.claims if c.kind == "level" and _amount(c.view)]
    for part in parts:
        whole = next((w for w in told if w.dimension == part.dimension and _same_time(part, w)), None)
        if whole is not None and 0 < part.value < whole.value:
            yield _Reading(part, whole, 0.64)


def _of_all(material: Material, claim: Claim, sentence: Sentence, parts: Sequence[View]) -> Iterator[_Reading]:
    """A part beside the share, of the amount that the document states most often, which other shares of its paragraph are of."""
    for part in parts:
        whole = material.most_stated.get((part.dimension, part.span))
        if whole is None or not 0 < part.value < whole.value:
            continue
        others = [s for s in material.in_block[sentence.block_id] if s.index != sentence.index]
        borne_out = any(
            (own := _stated_part(s, n)) is not None
            and iv.meets(iv.percent_of(material.by_id[own].interval, whole.interval), c.view.interval)
            for s in others for n, c in enumerate(s.claims) if c.view.fact.kind == "percent"
        )  # fmt: skip
        if borne_out:
            yield _Reading(part, whole, 0.64)


def _exchanged(material: Material, claim: Claim, parts: Sequence[View], target: frozenset[str]) -> Iterator[_Reading]:
    """A part beside the share, of a whole of like name or of all, that gives the share with two of its digits swapped.

    Looked for by its value: of three digits, few others are right by chance.
    """
    v = claim.view
    if len(v.figures) < 3 or v.fact.decimals is None:
        return
    for part in parts:
        for share in _swaps(v):
            if not 0 < share < 100 or part.value <= 0:
                continue
            whole = part.value / share * 100
            room = whole / 100
            for other in material.close_to(whole - room, whole + room, part.dimension, part.span)[:NEAREST]:
                given = iv.percent_of(part.interval, other.interval)
                if not swapped(given, v) or other.id == part.id or other.is_range:
                    continue
                if not _same_noun(part, other) and other.page != v.page:  # lines of one page may be its connections
                    continue
                named = max(material.coverage(target, other.words | other.around), float(other.id in material.totals))
                if v.fact.geography is not None and v.fact.geography == other.fact.geography:
                    named = 1.0  # of all in the country
                yield _Reading(part, other, 0.32 + 0.3 * named + (0.1 if other.page == v.page else 0.0))


def _swaps(v: View) -> list[Decimal]:
    """The values of a print with two neighbouring digits swapped."""
    text, places = v.figures, v.fact.decimals or 0
    swapped = {f"{text[:n]}{text[n + 1]}{text[n]}{text[n + 2 :]}" for n in range(len(text) - 1)} - {text}
    return sorted(Decimal(x).scaleb(-places) for x in swapped)


def _of_total(material: Material, claim: Claim, parts: Sequence[View], beside: set[str]) -> Iterator[_Reading]:
    """The total of the row or column of a table or chart in which a part's figure stands."""
    v = claim.view
    for part in parts:
        if part.value <= 0 or (v.fact.period_basis == "sentence" and not _same_time(part, v)):
            continue
        room = part.value / 100
        for own in material.close_to(part.value - room, part.value + room, part.dimension, part.span)[:12]:
            if own.id not in material.place_of or not iv.meets(own.interval, part.interval):
                continue
            named = entities_agree(material, part, own) if part.id != own.id else 1.0
            if named is not None and named < 0.6:
                continue
            for line in material.lines_of.get(own.id, ()):
                for entry in () if line.over_time else line.entries:
                    whole = entry.view
                    if is_total(entry.label) and whole.value > part.value and whole.id != claim.view.id:
                        score = 0.42 + (0.2 if part.id in beside else 0.0) + 0.1 * (named or 0.0)
                        yield _Reading(part, whole, score + (0.08 if line.page == claim.view.page else 0.0))


def _of_row(material: Material, claim: Claim, sentence: Sentence, beside: Sequence[View]) -> Iterator[_Reading]:
    """A part beside the share, of the row that the sentence names as the whole: "Within Europe, Germany has 172, or 31%"."""
    words = label_tokens(sentence.text)
    for part in beside:
        for grid in material.grids_on.get(claim.view.page, ()):
            for name, rows in grid.rows_named.items():
                if (
                    mentions(part.metric, name, label_tokens(part.metric)) > 0.99
                    or mentions(sentence.text, name, words) < 1
                ):
                    continue
                wholes = [
                    v for i in rows for _, v in grid.row(i) if v.dimension == part.dimension and v.span == part.span
                ]
                if len(wholes) == 1 and wholes[0].value > part.value > 0:
                    yield _Reading(part, wholes[0], 0.62)


def _by_place(material: Material, claim: Claim) -> Iterator[_Reading]:
    """A country's amount and the world's, both stated elsewhere of what the claim gives the country's share of."""
    v = claim.view
    place = v.fact.geography
    if place is None or place == WORLD:
        return
    subject = v.words - tokens(place)
    for part in material.by_place.get((place, v.span), ())[:NEAREST]:
        for whole in material.by_place.get((WORLD, v.span), ())[:NEAREST]:
            if part.dimension != whole.dimension or not _same_noun(part, whole):
                continue
            same = words_agree(material, part, whole)
            about = material.coverage(subject, part.around | whole.around)
            if same >= 0.6 and about >= 0.3:
                yield _Reading(part, whole, min(ONLY_FITTING, 0.2 + 0.35 * same + 0.2 * about))


def _on_lines(material: Material, claim: Claim, sentence: Sentence, told: View | None) -> Iterator[_Reading]:
    """Part and whole both in charts or tables of the page, or one of them beside the claim; `told` is the part it names."""
    v = claim.view
    pool: dict[str, View] = {}
    for line in material.lines_on.get(v.page, ())[:60]:
        for e in line.entries[:80]:
            x = e.view
            if (
                x.is_level
                and x.value > 0
                and (v.span is None or x.span is None or x.span == v.span)
                and len(pool) < 120
            ):
                pool.setdefault(x.id, x)
    if not pool or v.value <= 0:
        return
    stated = [x for s in material.near(sentence, 2) for x in s.views if x.is_level and not x.is_range and x.value > 0]
    wholes = sorted([*pool.values(), *stated], key=lambda x: -material.coverage(x.words, v.around))[:40]
    for part in pool.values():
        lexical = material.coverage(part.words, v.around)
        if lexical < 0.25 or (told is not None and part.digits != told.digits):
            continue
        for whole in wholes:
            if (
                whole.dimension == part.dimension
                and whole.value > part.value
                and abs(part.value / whole.value * 100 - v.value) <= abs(v.value) / 50
                and _same_time(part, whole)
            ):
                yield _Reading(
                    part,
                    whole,
                    min(ONLY_FITTING, 0.22 + 0.3 * lexical + 0.2 * material.coverage(whole.words, v.around)),
                )


def _same_time(part: View, whole: View) -> bool:
    """Whether one can be a part of the other by its period: the same, or a half or quarter of the year."""
    a, b = part.span, whole.span
    return a is None or b is None or a == b or (a.last == b.last and a.kind != b.kind)


def _one_metric(part: View, whole: View) -> bool:
    """Two readings of one metric ("profit rose from A to B") are not part and whole."""
    return bool(part.words) and part.words == whole.words


def _same_noun(part: View, whole: View) -> bool:
    a, b = (plain(v.fact.counted_noun or "") for v in (part, whole))
    return not a or not b or a == b or bool(tokens(a) & tokens(b)) or not _PIECES.isdisjoint((a, b))


def _told_whole(sentence: Sentence, index: int) -> str | None:
    """The amount that a share is expressly of: "49% of the 264 million", "占全部3,420亿元的41%"."""
    claim = sentence.claims[index]
    if index + 1 < len(sentence.claims) and _OF.match(claim.rest):
        return sentence.claims[index + 1].view.id
    first = sentence.claims[0]
    if index and _amount(first.view) and (_OUT_OF.fullmatch(first.before) or _AMONG.match(first.after)):
        return first.view.id  # "of the 231 boats sold, 168 were bought on credit, which is 73%"
    if index and claim.before.strip() == "的" and "占" in sentence.claims[index - 1].before:
        return sentence.claims[index - 1].view.id
    part = _stated_part(sentence, index)
    if part is not None:  # "a total of 509, of which 372, or 73%"
        before = sentence.claims[:index]
        since = next((n for n in range(len(before) - 1, 0, -1) if _PART_OF_IT.search(before[n].before)), None)
        wholes = [c.view for c in before[:since] if _amount(c.view) and not _COMPARED.search(c.before)] if since else []
        return wholes[-1].id if wholes else None
    return None


def _whole_named(claim: Claim) -> frozenset[str]:
    """The words that say what the share is of: "of total shipments", "占国内总量的"."""
    m = re.match(r"\s*of (?:the |its |all |total )*([^.;,]{3,60})", claim.after)
    text = m.group(1) if m else ""
    before = claim.before[-30:]
    m = re.search(r"占(?:据|到|了)?([一-鿿]{2,20}?)(?:的|比重|$)", before) or re.search(
        r"在(?!其)([一-鿿]{2,14}?)[中里内](?:的?占比?|的份额)(?:为|达)?约?$", before
    )
    return tokens(text or (m.group(1) if m else ""))


def _whole_named_before(sentence: Sentence, claim: Claim) -> frozenset[str]:
    """What an earlier share of the sentence is of: the later ones are of it too."""
    shares = [c for c in sentence.claims if c.kind == "share"]
    if claim not in shares[1:]:
        return frozenset()
    return next((t for c in reversed(shares[: shares.index(claim)]) if (t := _whole_named(c))), frozenset())


def _fits_target(material: Material, target: frozenset[str], whole: View) -> float:
    if not target:
        return 0.0
    covered = material.coverage(target, whole.words | whole.around)
    # a heading over a text names all that stands under it, and so nothing in particular
    said = tokens(whole.fact.sentence) | whole.words if whole.fact.source == "prose" else whole.around
    return -0.25 if covered < 0.5 else (0.12 if material.coverage(target, said) >= 0.5 else 0.05) * covered


def _applied(material: Material, claim: Claim, sentence: Sentence) -> _Reading | None:
    """A whole to which a share is applied, and what it comes to.

    "占37.6%，按全年1,057亿元折算约为397亿元"; or in the sentence behind it, "On 2024 revenue this equals USD 12.3 billion",
    where the whole may be what most places state of that year.
    """
    if claim.kind not in ("share", "level") or claim.view.fact.kind != "percent":
        return None
    behind = sentence.claims[sentence.place(claim) + 1 :][:2]
    if len(behind) == 2 and _APPLIED_TO.search(behind[0].before) and _COMES_TO.search(behind[1].before):
        part, whole = behind[1].view, behind[0].view
        return _Reading(part, whole, 0.72) if _amount(part) and part.dimension == whole.dimension else None
    last = [c for c in sentence.claims if c.kind in ("share", "level") and c.view.fact.kind == "percent"][-1:]
    following = material.following(sentence)
    then = following[0] if following and following[0].block_id == sentence.block_id else None
    if then is None or last != [claim] or not _APPLIED.match(then.text) or not 1 <= len(then.claims) <= 2:
        return None
    part = then.claims[-1].view
    told = then.claims[0].view if len(then.claims) == 2 else material.most_stated.get((part.dimension, part.span))
    if told is None or not _amount(part) or told.dimension != part.dimension or told.value <= part.value:
        return None
    return _Reading(part, told, 0.7)


def _told_average(material: Material, claim: Claim, sentence: Sentence) -> Iterator[_Reading]:
    """The amount and the number just before an average, or the number before it and what gives its digits exchanged."""
    v, before = claim.view, sentence.claims[: sentence.place(claim)][-2:]
    of = v.dimension.split("/")[0]
    if not _ON_AVERAGE.search(claim.before):
        return
    counts = [
        c.view for c in before if c.view.dimension == "count" and c.view.value > 1 and c.view.fact.comparator == "="
    ]
    amounts = [c.view for c in before if c.kind == "level" and _amount(c.view) and c.view.dimension == of]
    if len(counts) == 1 and len(amounts) == 1 and _same_time(counts[0], amounts[0]):
        yield _Reading(amounts[0], counts[0], 0.66)
    elif len(counts) == 1:
        drawn = [e.view for line in material.lines_on.get(v.page, ())[:40] for e in line.entries[:60]]
        for part in drawn:
            alike = part.is_level and part.dimension == of and _same_time(part, counts[0])
            if alike and swapped(iv.divide(part.interval, counts[0].interval), v):
                yield _Reading(part, counts[0], 0.5)


def _averages(material: Material, claim: Claim, sentence: Sentence) -> Iterator[_Reading]:
    v = claim.view
    stated = [x for s in material.near(sentence, 2) for x in s.views if x.is_level and x.id != v.id and not x.is_range]
    drawn = [e.view for line in material.lines_on.get(v.page, ())[:40] for e in line.entries[:60] if e.view.is_level]
    pool = [
        x
        for x in dict.fromkeys((*stated, *drawn))
        if x.value > 0 and (v.span is None or x.span is None or x.span == v.span)
    ][:60]
    for part in pool:
        if part.dimension.split("/")[0] != v.dimension.split("/")[0]:
            continue
        for whole in pool:
            if (
                whole.dimension != part.dimension
                and whole.value > 1
                and abs(part.value / whole.value - v.value) <= abs(v.value) / 50
            ):
                yield _Reading(part, whole, 0.5)

"""Where the part or the whole of a share may stand beyond its sentence, and how well each such place speaks for it.

A sentence before or behind tells it, a chart or table of the page shows it, or it is only named here and stated
elsewhere. What the sentence itself says is `parts`; which of the pairs is meant is for the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import is_total, without_period
from wpextract.consistency.linking import SURE, TOLD, entities_agree, mentions, things_named, words_agree
from wpextract.consistency.material import NEAREST, WORLD, Material, Sentence
from wpextract.consistency.parts import (
    OF_WHICH,
    ONLY_FITTING,
    RATE,
    Reading,
    is_amount,
    is_told_as_part,
    is_valued,
    same_noun,
    same_time,
    stated_part,
    whole_named,
)
from wpextract.consistency.reconciliation import slip
from wpextract.consistency.relations import digit_swaps, swapped
from wpextract.consistency.words import LIMITS, SHARE_LABEL, label_tokens, plain, tokens

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
_OF_THE_TOTAL = re.compile(r"\s*of (?:the|that|this) (?:(?:19|20)\d\d )?(?:total|sum)\b", re.IGNORECASE)
_OF_IT = re.compile(r"\s*of (?:that|this|it|them)\b", re.IGNORECASE)
_SEVERAL = 3  # amounts that hardly add up to another by chance
_SENTENCES = 3  # before, over which a list may be told
_ROOM = Decimal("0.99")
_BARE_SHARE = re.compile(r"[，,]\s*约?占比?(?:已|仍|也|则|均)*(?:超过?|不足|不到|高于|低于|逾|近|约|为|达)*\s*")
_IN_A_PLACE = re.compile(r"\s*(?:was|were|is|are|sold|made)?\s*(?:in|abroad|at home)\b", re.IGNORECASE)
_SOME = 6  # sentences before that may tell what shares are of
_OF_ALL_OF_THEM = re.compile(r"\s*of all\b", re.IGNORECASE)
_MARKET = frozenset({"market", "total", "industr", "trad", "sector", "nationwid", "national", "市场", "行业", "总"})
_ALL_OF_IT = tokens(
    "demand sales revenue spending money funding value volume output orders turnover shipments 需求 销售额 出货量"
)
_OF_ALL_THERE_IS = _MARKET | _ALL_OF_IT | tokens("whole entire overall year last")
_NAMED = 0.75  # of the weight of what a share is said to be of
_APPLIED_TO = re.compile(
    r"[，,][按以](?:照)?[^，。]{0,12}$|, (?:which |and )?(?:on|applied to) (?:(?:a|the|its|their) )?[^,;]{2,40}$",
    re.IGNORECASE,
)
_COMES_TO = re.compile(
    r"(?:折算|计算|测算|推算|折合|换算)[^，。]{0,10}$"
    r"|\b(?:means?|meant|gives?|gave|makes?|made|yields?|yielded|impl(?:y|ies|ied))(?: (?:about|around|nearly|some))?\s*$"
    r"|\b(?:correspond|equal|amount|translat|work|c[ao]m)\w*\b(?: out)?(?: in)?(?: to| at)?(?: (?:about|around|nearly|some))?\s*$",
    re.IGNORECASE,
)
_BASED_ON = re.compile(r"(?:Based|Reckoned|Calculated|Measured) on\b", re.IGNORECASE)
_APPLIED = re.compile(
    r"(?:On|Applied to|Based on|Measured against|Set against|Of)\b[^;]{0,80}\b(?:that|this|the) (?:share |proportion |ratio )?"
    r"(?:means|is|equals|comes|amounts|gives|makes|corresponds|would be|works out)\b"
)


def applied_to_whole(material: Material, claim: Claim, sentence: Sentence) -> Reading | None:
    """A whole to which a share is applied, and what it comes to.

    "占37.6%，按全年1,057亿元折算约为397亿元"; or in the sentence behind it, "On 2024 revenue this equals USD 12.3 billion",
    where the whole may be what most places state of that year.
    """
    if claim.kind not in ("share", "level") or claim.view.fact.kind != "percent":
        return None
    behind = sentence.claims[sentence.place(claim) + 1 :][:2]
    named = whole_named(claim)
    of_it = (
        not named
        or claim.view.fact.language == "zh"
        or not named.isdisjoint(tokens(behind[0].before) if behind else ())
    )
    if len(behind) == 2 and of_it and _APPLIED_TO.search(behind[0].before) and _COMES_TO.search(behind[1].before):
        part, whole = behind[1].view, behind[0].view
        return Reading(part, whole, 0.72) if is_amount(part) and part.dimension == whole.dimension else None
    last = [c for c in sentence.claims if c.kind in ("share", "level") and c.view.fact.kind == "percent"][-1:]
    following = material.following(sentence)
    then = following[0] if following and following[0].block_id == sentence.block_id else None
    if then is not None and last == [claim] and len(then.claims) == 2 and _BASED_ON.match(then.claims[0].before):
        whole, part = (c.view for c in then.claims)  # "It reached 20%. Based on sales of 400, about 80 were"
        if is_amount(part) and whole.dimension == part.dimension and 0 < part.value < whole.value:
            return Reading(part, whole, 0.7)
    if then is None or last != [claim] or not _APPLIED.match(then.text) or not 1 <= len(then.claims) <= 2:
        return None
    part = then.claims[-1].view
    told = then.claims[0].view if len(then.claims) == 2 else material.most_stated.get((part.dimension, part.span))
    if told is None or not is_amount(part) or told.dimension != part.dimension or told.value <= part.value:
        return None
    return Reading(part, told, 0.7)


def counts_told_before(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Reading]:
    """The two counts of the sentence before: "3,046 checks were made and 1,287 failed. The rate of failure was 42%"."""
    before = material.near(sentence, 1)[1:]
    told = [v for s in before for v in s.views if is_amount(v)]
    parallel = any(OF_WHICH.search(s.text) for s in before)  # "620 of the one kind and 860 of the other"
    if len(sentence.claims) > 1 or len(told) != 2 or parallel or not RATE.search(claim.before):
        return
    part, whole = sorted(told, key=lambda v: v.value)
    if (
        before[0].block_id == sentence.block_id
        and part.dimension == whole.dimension
        and part.span == whole.span
        and same_noun(part, whole)
        and part.value > 0
    ):
        yield Reading(part, whole, 0.5)


def of_total_told_before(
    material: Material, claim: Claim, sentence: Sentence, parts: Sequence[View]
) -> Iterator[Reading]:
    """A part beside the share "of the 2024 total", or of nothing that is named, which its paragraph told first.

    Of what is named otherwise ("30% of demand, or 9.0 billion"): the only amount told before, or the only one of its subject.
    """
    valued = is_valued(claim, sentence)
    bare = not whole_named(claim) and valued
    if not valued and not _OF_THE_TOTAL.match(claim.after):
        return
    earlier = material.in_block[sentence.block_id][: sentence.index]
    told = [c.view for s in earlier for c in s.claims if c.kind == "level" and is_amount(c.view)]
    sure = TOLD
    if not bare and not _OF_THE_TOTAL.match(claim.after):
        like = [v for v in told if parts and v.dimension == parts[0].dimension and v.value > parts[0].value]
        told = like if len(like) < 2 else [v for v in like if v.words & claim.view.words & tokens(claim.clause)]
        named = whole_named(claim)
        meant = told and (named <= _MARKET | _ALL_OF_IT or not named.isdisjoint(told[0].words))
        told = told if len(told) == 1 and meant and len({v.span for v in like}) == 1 else []
        sure += 0.12 if len(like) > 1 else 0.0
    for part in parts:
        of_that = _OF_THE_TOTAL.match(claim.after) is not None  # whenever it was told
        whole = next((w for w in told if w.dimension == part.dimension and (of_that or same_time(part, w))), None)
        if whole is not None and 0 < part.value < whole.value:
            yield Reading(part, whole, sure)


def of_most_stated(material: Material, sentence: Sentence, parts: Sequence[View]) -> Iterator[Reading]:
    """A part beside the share, of the amount that the document states most often, which other shares of its paragraph are of."""
    pairs = _pairs(material, [s for s in material.in_block[sentence.block_id] if s.index != sentence.index])
    for part in parts:
        whole = material.most_stated.get((part.dimension, part.span))
        if whole is None or not 0 < part.value < whole.value:
            continue
        if _bear_out(pairs, whole):
            yield Reading(part, whole, TOLD)


def of_whole_of_others(
    material: Material, claim: Claim, sentence: Sentence, parts: Sequence[View]
) -> Iterator[Reading]:
    """A part beside the share, of an amount told just before that another share and its amount beside it are of.

    That one bears it out only for a share that fits, or whose part has two digits exchanged.
    """
    v, near = claim.view, material.near(sentence, _SOME)
    pairs = [
        (own, share)
        for own, share in _pairs(material, near if parts else ())
        if share.id != v.id and len(own.figures) > 1
    ]
    told = [c.view for s in near for c in s.claims if c.kind == "level" and is_amount(c.view)] if pairs else []
    for own, share in (
        pairs[:_SOME] if parts else ()
    ):  # or told elsewhere: "6.8, or 32.7% of the world's; 3.1, or 14.9%"
        size = own.value / share.value * 100 if share.value > 0 else own.value
        told += material.close_to(size * _ROOM, size / _ROOM, own.dimension, own.span)[:NEAREST]
    for part in parts:
        for whole in told:
            if whole.dimension != part.dimension or not 0 < part.value < whole.value or not same_time(part, whole):
                continue
            would = iv.scale(iv.multiply(whole.interval, v.interval), Decimal("0.01"))
            fits = iv.meets(would, part.interval)
            others = [(own, share) for own, share in pairs if own.id not in (part.id, whole.id)]
            limit = v.fact.comparator in LIMITS and _BARE_SHARE.fullmatch(claim.before) and not whole_named(claim)
            if limit and not fits and _bear_out(others, whole):
                yield Reading(part, whole, 0.72)  # 重卡3,460辆，占52.4%；物流车2,240辆，占比超过四成
                continue
            misprinted = slip(would, part) == "exchanged" or swapped(iv.percent_of(part.interval, whole.interval), v)
            if (fits or misprinted) and _bear_out(others, whole):
                yield Reading(part, whole, TOLD if fits else 0.75)


def _pairs(material: Material, told: Sequence[Sentence]) -> list[tuple[View, View]]:
    """Amounts and the shares that are put beside them."""
    return [
        (material.by_id[own], c.view)
        for s in told for n, c in enumerate(s.claims)
        if c.view.fact.kind == "percent" and (own := stated_part(s, n) or _before_bracket(s, n)) is not None
    ]  # fmt: skip


def _before_bracket(sentence: Sentence, at: int) -> str | None:
    """The amount that a share stands behind in brackets: "2.8 billion (12.8%)"."""
    last, claim = (sentence.claims[at - 1].view if at else None), sentence.claims[at]
    put = claim.kind == "share" and claim.before.strip() in ("(", "（")
    return last.id if last is not None and put and is_amount(last) else None


def others_imply(material: Material, claim: Claim, r: Reading) -> bool:
    """Whether a part and its share give one whole with another pair of their paragraph, and it is not that of a reading.

    "Services brought in 12.9. Terminals had 6.1, or 28.0% of the total, and gateways 2.8 (12.8%)": of 21.8, which is not told.
    """
    here = material.around(claim.view)[:1]
    pairs = _pairs(material, material.in_block[here[0].block_id]) if here else []
    implied = [
        (share.id, iv.scale(iv.divide(part.interval, share.interval), Decimal(100)))
        for part, share in pairs if part.dimension == r.part.dimension and share.value > 0
    ]  # fmt: skip
    own = next((x for share, x in implied if share == claim.view.id), None)
    if own is None or iv.meets(own, r.whole.interval):
        return False
    return any(
        share != claim.view.id and iv.meets(x, own) and not iv.meets(x, r.whole.interval) for share, x in implied
    )


def _bear_out(pairs: Sequence[tuple[View, View]], whole: View) -> bool:
    return any(
        own.dimension == whole.dimension and iv.meets(iv.percent_of(own.interval, whole.interval), share.interval)
        for own, share in pairs
    )


def of_the_market(material: Material, claim: Claim, parts: Sequence[View], target: frozenset[str]) -> Iterator[Reading]:
    """A part of the market, which a document names by no other word than that: the amount that it states most often.

    Surer where other shares of the market, told with their amounts, are of just that one, and none of another.
    """
    if target.isdisjoint(_MARKET):
        return
    for part in parts:
        whole = material.most_stated.get((part.dimension, part.span))
        if whole is not None and 0 < part.value < whole.value and same_noun(part, whole):
            told = _of_the_market(material).get(whole.id, {})
            fits = sum(fit for share, fit in told.items() if share != claim.view.id)
            off = sum(not fit for share, fit in told.items() if share != claim.view.id)
            sure = 0.7 if fits > 1 else TOLD  # and so a limit may be held against it
            yield Reading(part, whole, sure if fits > off else 0.47)


@lru_cache(maxsize=1)
def _of_the_market(material: Material) -> Mapping[str, Mapping[str, bool]]:
    """By the amount stated most often, the shares of the market told with an amount, and whether each is of just that."""
    out: dict[str, dict[str, bool]] = {}
    for s in material.sentences:
        for n, c in enumerate(s.claims):
            if c.kind != "share" or whole_named(c).isdisjoint(_MARKET) or (own := stated_part(s, n)) is None:
                continue
            part = material.by_id[own]
            whole = material.most_stated.get((part.dimension, part.span))
            if whole is not None:
                out.setdefault(whole.id, {})[c.view.id] = _bear_out([(part, c.view)], whole)
    return out


def named_elsewhere(
    material: Material, claim: Claim, parts: Sequence[View], target: frozenset[str]
) -> Iterator[Reading]:
    """A part beside the share, of a whole that is only named there and stated elsewhere: "占全部出口的"."""
    if not target:
        return
    for part in parts:
        for whole in material.speaking_of(target, part.dimension, part.span):
            if whole.is_range or whole.id == part.id or not 0 < part.value < whole.value or not same_noun(part, whole):
                continue
            named = material.coverage(target, whole.words)
            beyond = material.coverage(whole.words, target | part.around)
            score = 0.2 + 0.3 * named + 0.2 * beyond + (0.08 if whole.page == claim.view.page else 0.0)
            yield Reading(part, whole, score)


def fits_target(material: Material, target: frozenset[str], whole: View) -> float:
    """What the words for what a share is of add to the weight of a whole that they name, or take off one that they do not."""
    if not target:
        return 0.0
    covered = material.coverage(target, whole.words | whole.around)
    # a heading over a text names all that stands under it, and so nothing in particular
    said = tokens(whole.fact.sentence) | whole.words if whole.fact.source == "prose" else whole.around
    return -0.25 if covered < 0.5 else (0.12 if material.coverage(target, said) >= 0.5 else 0.05) * covered


def with_digits_exchanged(
    material: Material, claim: Claim, parts: Sequence[View], target: frozenset[str]
) -> Iterator[Reading]:
    """A part beside the share, of a whole of like name or of all, that gives the share with two of its digits swapped.

    Looked for by its value: of three digits, few others are right by chance.
    """
    v = claim.view
    for part in parts:
        for factor in digit_swaps(v):
            share = v.value * factor
            if not 0 < share < 100 or part.value <= 0:
                continue
            whole = part.value / share * 100
            room = whole / 100
            for other in material.close_to(whole - room, whole + room, part.dimension, part.span)[:NEAREST]:
                given = iv.percent_of(part.interval, other.interval)
                if not swapped(given, v) or other.id == part.id or other.is_range:
                    continue
                if not same_noun(part, other) and other.page != v.page:  # lines of one page may be its connections
                    continue
                named = material.coverage(target, other.words | other.around)
                if other.id in material.totals and (named > 0 or target <= _MARKET):
                    named = 1.0
                most = material.most_stated.get((other.dimension, other.span))
                if most is not None and most.value == other.value and target <= _MARKET | _ALL_OF_IT:
                    named = 1.0  # "of the national volume"
                if v.fact.geography is not None and v.fact.geography == other.fact.geography:
                    named = 1.0  # of all in the country
                yield Reading(part, other, 0.32 + 0.3 * named + (0.1 if other.page == v.page else 0.0))


def of_total_of_line(material: Material, claim: Claim, parts: Sequence[View], beside: set[str]) -> Iterator[Reading]:
    """The total of the row or column of a table or chart in which a part's figure stands."""
    v = claim.view
    for part in parts:
        if part.value <= 0 or (v.fact.period_basis == "sentence" and not same_time(part, v)):
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
                        yield Reading(part, whole, score + (0.08 if line.page == claim.view.page else 0.0))


def of_stated_sum(material: Material, claim: Claim, parts: Sequence[View]) -> Iterator[Reading]:
    """A part beside a share of the total, of the amount told on its page that all parts of its chart or table add up to."""
    if not _OF_THE_TOTAL.match(claim.after):
        return
    told = [x for s in material.on_page(claim.view.page) for x in s.views if is_amount(x)]
    for part in parts:
        for line in material.lines_on.get(part.page, ())[:60]:
            shown = [e.view for e in line.parts]
            if line.over_time or len(shown) < 3 or line.dimension != part.dimension or len(shown) < len(line.entries):
                continue
            if not any(iv.meets(x.interval, part.interval) for x in shown):
                continue
            total = iv.add(x.interval for x in shown)
            wholes = (w for w in told if w.dimension == part.dimension and iv.meets(w.interval, total))
            yield from (Reading(part, w, 0.7) for w in wholes if same_time(part, w))


def of_sum_told(material: Material, claim: Claim, sentence: Sentence, parts: Sequence[View]) -> Iterator[Reading]:
    """A part beside the share, of the amount stated elsewhere that all amounts of its text add up to.

    "Software had 650 million, services 1.27 billion; licences brought 1.50 billion, more than half of the market."
    """
    if not whole_named(claim) <= _OF_ALL_THERE_IS or OF_WHICH.search(f"{claim.before[-30:]} {claim.rest[:10]}"):
        return  # of something else, or of one of them
    if _IN_A_PLACE.match(claim.rest):
        return
    before = [s for s in material.near(sentence, _SENTENCES)[1:] if s.block_id == sentence.block_id]
    runs = [(*before[:n], sentence) for n in range(len(before) + 1)]
    for texts in (*runs, (sentence, *material.following(sentence))):
        told = [c.view for s in texts for c in s.claims if c.kind == "level" and is_amount(c.view)]
        for part in parts:
            listed = [v for v in told if v.dimension == part.dimension and same_time(v, part)]
            if len(listed) < _SEVERAL or part not in listed:
                continue
            total = iv.add(v.interval for v in listed)
            size = sum(v.value for v in listed)
            for whole in material.close_to(size * _ROOM, size / _ROOM, part.dimension, part.span):
                if whole in listed or whole.is_range or is_told_as_part(material, whole):
                    continue
                if iv.meets(whole.interval, total):
                    yield Reading(part, whole, 0.75)


def of_series_told(material: Material, claim: Claim, parts: Sequence[View]) -> Iterator[Reading]:
    """A part beside a share "of the total of the year", of what the page's one series of its unit shows for that year."""
    if not _OF_THE_TOTAL.match(claim.after):
        return
    for part in parts:
        lines = [
            x for x in material.lines_on.get(claim.view.page, ())[:60]
            if x.over_time and x.dimension == part.dimension and part.span in x.by_span
        ]  # fmt: skip
        if len(lines) == 1 and part.span and lines[0].by_span[part.span].value > part.value > 0:
            yield Reading(part, lines[0].by_span[part.span], 0.62)


def of_what_was_told(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Reading]:
    """The row that a share "of that" names, of the amount told before it in its sentence, which its column adds up to."""
    told = [c.view for c in sentence.claims[: sentence.place(claim)] if c.kind == "level" and is_amount(c.view)]
    things = things_named(material, claim)
    if not _OF_IT.match(claim.after) or not told or len(things) != 1:
        return
    whole = told[0]
    for line in material.lines_on.get(claim.view.page, ())[:60]:
        if line.over_time or line.dimension != whole.dimension:
            continue
        rows = [e.view for e in line.entries if without_period(e.label) in things and e.view.span in (None, whole.span)]
        totals = [e.view.interval for e in line.entries if is_total(e.label)]
        totals.append(iv.add(e.view.interval for e in line.parts))
        if len(rows) == 1 and any(iv.meets(x, whole.interval) for x in totals) and 0 < rows[0].value < whole.value:
            yield Reading(rows[0], whole, 0.72)


def of_row_named(material: Material, claim: Claim, sentence: Sentence, beside: Sequence[View]) -> Iterator[Reading]:
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
                    yield Reading(part, wholes[0], 0.62)


def row_spoken_of(material: Material, claim: Claim, target: frozenset[str]) -> Iterator[Reading]:
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
            yield Reading(part, e.view, 0.62)
    after = plain(claim.after)
    for whole in material.speaking_of(target, part.dimension, part.span) if target else ():
        place = whole.fact.geography
        named = place is not None and place != part.fact.geography and plain(place) in after
        if (
            (named or material.coverage(target, whole.words) > _NAMED)
            and whole.value > part.value
            and not whole.is_range
        ):
            yield Reading(part, whole, 0.7 if _OF_ALL_OF_THEM.match(claim.after) else TOLD)
    most = material.most_stated.get((part.dimension, part.span))
    if of_all and most is not None and most.value > part.value and same_noun(part, most):
        yield Reading(part, most, 0.5)


def margins(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Reading]:
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
            yield Reading(part, whole, 0.3 + 0.25 * named + (0.25 if stated else 0.0) + (0.1 if kind else 0.0))


def shown_on_page(material: Material, claim: Claim, sentence: Sentence, told: View | None) -> Iterator[Reading]:
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
                and same_time(part, whole)
            ):
                yield Reading(
                    part,
                    whole,
                    min(ONLY_FITTING, 0.22 + 0.3 * lexical + 0.2 * material.coverage(whole.words, v.around)),
                )


def side_by_side(material: Material, part: View, whole: View) -> bool:
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


def country_of_world(material: Material, claim: Claim) -> Iterator[Reading]:
    """A country's amount and the world's, both stated elsewhere of what the claim gives the country's share of.

    Of "the total of the year" it is what most places state of it. Either is sure where the share has two digits swapped.
    """
    v = claim.view
    place = v.fact.geography
    if place is None or place == WORLD:
        return
    for part in material.by_place.get((place, v.span), ())[:NEAREST] if _OF_THE_TOTAL.match(claim.after) else ():
        most = material.most_stated.get((part.dimension, part.span))
        if most is not None and 0 < part.value < most.value and same_noun(part, most):
            if swapped(iv.percent_of(part.interval, most.interval), v):
                yield Reading(part, most, SURE + 0.03)
    subject = v.words - tokens(place)
    for part in material.by_place.get((place, v.span), ())[:NEAREST]:
        for whole in material.by_place.get((WORLD, v.span), ())[:NEAREST]:
            if part.dimension != whole.dimension or not same_noun(part, whole):
                continue
            same = words_agree(material, part, whole)
            about = material.coverage(subject, part.around | whole.around)
            if same >= 0.6 and about >= 0.3 and swapped(iv.percent_of(part.interval, whole.interval), v):
                yield Reading(part, whole, SURE + 0.03)
            elif same >= 0.6 and about >= 0.3:
                yield Reading(part, whole, min(ONLY_FITTING, 0.2 + 0.35 * same + 0.2 * about))

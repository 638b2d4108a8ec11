"""Averages and prices: the amount and the number that an average relates, and what so many are worth at a price.

No shares here: their parts and wholes are `parts` and `wholes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View, dimension_of
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval
from wpextract.consistency.parts import COMPARED, PART_OF_IT, Reading, is_amount, same_time
from wpextract.consistency.relations import swapped
from wpextract.consistency.unit_labels import PREFIXED
from wpextract.consistency.words import tokens

_AT_A_PRICE = re.compile(
    r"\b(?:at|with) (?:that|this|an?|the) (?:average |mean |unit |export |import |selling )*price\b|按(?:此|该|这一|平均)?[一-鿿]{0,4}(?:均价|单价|价格|费用?)",
    re.IGNORECASE,
)
_WORTH = re.compile(
    r"\b(?:worth|valued? at|amount(?:s|ed)? to|c[ao]mes? to|brought in)(?: (?:about|around|nearly|some))?\s*$"
    r"|(?:价值|折合|约合|合计|对应|收入[为约]?|费用[为约]?|总额[为约]?)约?\s*$",
    re.IGNORECASE,
)
_MAKES = re.compile(
    r"\b(?:mak(?:es?|ing)|giv(?:es?|ing)|com(?:es?|ing) to|amount(?:s|ing)? to|equals?|yield(?:s|ing)?|(?:was|is) (?:thus|therefore|hence)|worth|brings?)"
    r"\b[^,.;\d]{0,24}$|(?:合计|合|即|共|折合|对应|收入)[^，。；\d]{0,10}$|(?:^|[，,])(?:出口|进口|销售|总|货值)额[约为达共]*\s*$|(?:折算|计算|测算)[，,][^，。；\d]{0,10}(?:为|达到?)约?\s*$",
    re.IGNORECASE,
)
_RECEIPTS = re.compile(  # of what the sentence before tells
    r"\b(?:their|its|the resulting|total) (?:receipts|income|revenues?|proceeds|turnover|sales|earnings)\b[^.;,]{0,24}$"
    r"|^(?:turnover|revenues?|income|receipts|sales) (?:accordingly|therefore|thus|hence) (?:came|amounted) to\b[^.;,]{0,12}$",
    re.IGNORECASE,
)
_EACH_OF = re.compile(r"\beach (?:of (?:whom|which|them) )?[a-z]+\s*$", re.IGNORECASE)
_AVERAGELY = re.compile(r"\s*on average\b", re.IGNORECASE)
_THESE = re.compile(
    r"\b(?:these|those) (?:deliveries|shipments|sales|units|exports|imports|orders|purchases|machines|pieces)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s*(?:each|apiece|a piece|per|a (?:head|unit|tonne|visit|month))\b", re.IGNORECASE)
_PRICE = re.compile(r"\bprice\b|[单均售]价|价格", re.IGNORECASE)
_AVERAGE = re.compile(r"\baverage\b|\bmean\b|\bper\b|\beach\b|平均|单|每|人均", re.IGNORECASE)
_AVERAGE_RATE = re.compile(r"\baverage (?:exchange )?rate\b|平均汇率", re.IGNORECASE)  # of exchange
_ON_AVERAGE = re.compile(
    r"\b(?:average|mean)\b[^,.;\d]{0,25}$|平均[每单]?[^，。\d]{0,8}$|[人户单店]均[^，。\d]{0,8}$", re.IGNORECASE
)
_AT_EACH = re.compile(r"[以按](?:照)?(?:平均|均价)?每([台辆件套个座架艘只份张组])$")
_RECKONED = re.compile(r"[^，。；\d]{0,6}(?:计算|测算|折算|估算|推算|计)[，,][^，。；\d]{0,20}")
SO_MANY_AT_SO_MUCH = 0.7  # how sure an amount is of the number and the price right before it
_NOUN = 3  # letters of a unit that is a noun and no symbol, at least
_PAGE = 30  # sentences before that may tell how many there were
_HARDLY = 0.15  # of the weight of what is worth so much


def is_average(claim: Claim) -> bool:
    """Whether the words about a claim call it an average, or so much per or for each; 30台/万人 is one of something else."""
    v = claim.view
    if claim.rest.lstrip()[:1] in ("/", "／") and v.dimension == "count":
        return False
    said = _AVERAGE_RATE.sub(" ", f"{claim.before[-60:]} {v.metric} {claim.after[:30]}")
    return _AVERAGE.search(said) is not None


def told_average(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Reading]:
    """The amount and the number just before an average, or the number before it and what gives its digits exchanged."""
    v, before = claim.view, sentence.claims[: sentence.place(claim)][-2:]
    of = v.dimension.split("/")[0]
    if not _ON_AVERAGE.search(claim.before):
        return
    counts = [
        c.view for c in before if c.view.dimension == "count" and c.view.value > 1 and c.view.fact.comparator == "="
    ]
    amounts = [c.view for c in before if c.kind == "level" and is_amount(c.view) and c.view.dimension == of]
    if len(counts) == 1 and len(amounts) == 1 and same_time(counts[0], amounts[0]):
        yield Reading(amounts[0], counts[0], 0.66)
    elif len(counts) == 1:
        drawn = [e.view for line in material.lines_on.get(v.page, ())[:40] for e in line.entries[:60]]
        told = [c.view for s in material.near(sentence, 1)[1:] for c in s.claims if c.kind == "level"]
        for part in (*told, *drawn):
            alike = part.is_level and part.dimension == of and same_time(part, counts[0])
            if alike and a_thousand_off(iv.divide(part.interval, counts[0].interval), v):
                yield Reading(part, counts[0], 0.66)
            elif alike and swapped(iv.divide(part.interval, counts[0].interval), v):
                yield Reading(part, counts[0], 0.5)


def a_thousand_off(given: Interval, v: View) -> bool:
    """Whether a print of three figures is what is given but for its word of scale: million for billion."""
    known = given.low is not None and given.high is not None and given.high - given.low <= given.high / 20
    return (
        known
        and len(v.figures) > 2
        and any(iv.meets(iv.scale(given, Decimal(1000) ** n), v.interval) for n in (-2, -1, 1, 2))
    )


def averages_off_by_scale(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Reading]:
    """Amounts and numbers about that give the average but for its word of scale: "an average of USD 50 billion"."""
    v = claim.view
    of = v.dimension.split("/")[0]
    pool = _pool(material, v, sentence)
    for part in (x for x in pool if x.dimension.split("/")[0] == of):
        for number in (x for x in pool if x.dimension == "count" and x.value > 1):
            told = part.fact.source == number.fact.source == "prose" or part.source == number.source
            known = None not in (part.fact.decimals, number.fact.decimals)
            if told and known and a_thousand_off(iv.divide(part.interval, number.interval), v):
                yield Reading(part, number, 0.66)


def _pool(material: Material, v: View, sentence: Sentence) -> list[View]:
    """The amounts of the time of an average that are told near it or drawn on its page."""
    stated = [x for s in material.near(sentence, 2) for x in s.views if x.is_level and x.id != v.id and not x.is_range]
    drawn = [e.view for line in material.lines_on.get(v.page, ())[:40] for e in line.entries[:60] if e.view.is_level]
    return [
        x for x in dict.fromkeys((*stated, *drawn))
        if x.value > 0 and (v.span is None or x.span is None or x.span == v.span)
    ][:60]  # fmt: skip


def averages_near(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Reading]:
    """Amounts and numbers of the sentences and charts about that give the average; looked for by its value."""
    v = claim.view
    pool = _pool(material, v, sentence)
    for part in pool:
        if part.dimension.split("/")[0] != v.dimension.split("/")[0]:
            continue
        for whole in pool:
            if (
                whole.dimension != part.dimension
                and whole.value > 1
                and abs(part.value / whole.value - v.value) <= abs(v.value) / 50
            ):
                yield Reading(part, whole, 0.5)


def worth_at_price(material: Material, claim: Claim, sentence: Sentence) -> tuple[Reading, View] | None:
    """What so many are worth at a price that their paragraph tells, the number, and the price.

    "At an average price of EUR 3,480 per tonne, last year's deliveries were worth EUR 2.84 billion", of tonnes told on
    the page.
    """
    v = claim.view
    if claim.kind != "level" or v.fact.kind != "money":
        return None
    if told := _so_many_at_so_much(material, claim, sentence) or _reckoned_each(material, claim, sentence):
        return told
    if not _WORTH.search(claim.before):
        return None
    at = _AT_A_PRICE.search(sentence.text)
    if at is None:
        return None
    here = [c for c in sentence.claims[: sentence.place(claim)] if sentence.text.find(c.view.fact.snippet) >= at.end()]
    earlier = [c for s in material.said_of_late(sentence)[:-1] for c in reversed(s.claims)]
    price = next((c.view for c in (*here, *earlier) if _is_price(c) and _prices(c, v)), None)
    if price is None or not 0 < price.value < v.value:
        return None
    per = price.fact.unit_denominator
    subject = tokens(claim.before)
    counted = [
        (material.coverage(subject, tokens(f"{c.before} {c.after}") | c.view.words), -n, c.view)
        for n, c in enumerate(c for s in material.near(sentence, _PAGE) for c in s.claims)
        if c.kind == "level" and is_amount(c.view) and c.view.value > 1
        and same_time(c.view, v) and _is_priced(c.view, per)
    ]  # fmt: skip
    best = max(counted, key=lambda x: x[:2], default=None)
    before = [c.view for s in material.near(sentence, 1)[1:] if s.block_id == sentence.block_id for c in s.claims]
    first = next((v for v in before if v.value > 1 and _is_priced(v, per) and same_time(v, claim.view)), None)
    if first is not None and _THESE.search(claim.before):  # "... These deliveries were worth"
        return Reading(v, first, 0.66), price
    if best is None or best[0] < _HARDLY:
        return None
    if any(about > best[0] / 2 and not iv.meets(x.interval, best[2].interval) for about, _, x in counted):
        return None
    return Reading(v, best[2], 0.66), price


def _so_many_at_so_much(material: Material, claim: Claim, sentence: Sentence) -> tuple[Reading, View] | None:
    """What is told as so many at so much: "250 boats at EUR 4,000 each, which makes EUR 1.0 million".

    The number and the price may end the sentence before: "500 tonnes at CHF 800 per tonne. Their receipts of ...".
    """
    own = sentence.claims[: sentence.place(claim)]
    makes = _MAKES.search(claim.before) if own else _RECEIPTS.search(claim.before)
    before = own or [c for s in material.near(sentence, 1)[1:] if s.block_id == sentence.block_id for c in s.claims]
    if len(before) < 2 or not makes:
        return None
    (number, price), v = before[-2:], claim.view
    each = bool(
        price.view.fact.unit_denominator
        or _EACH.match(price.rest)
        or _ON_AVERAGE.search(price.before)
        or _EACH_OF.search(price.before)
        or (not own and _AVERAGELY.match(price.rest))
    )
    counted = number.view.fact.kind in ("count", "physical") and is_amount(number.view) and number.view.value > 1
    if not each or not counted or not _prices(price, v) or not 0 < price.view.value < v.value:
        return None
    return Reading(v, number.view, SO_MANY_AT_SO_MUCH), price.view


def _reckoned_each(material: Material, claim: Claim, sentence: Sentence) -> tuple[Reading, View] | None:
    """What the number that the sentence before tells first comes to at a price each: "…378台。以每台1,120万元计算，约52.3亿元"."""
    at, v = sentence.place(claim), claim.view
    price = sentence.claims[at - 1] if at == 1 else None
    each = _AT_EACH.search(price.before) if price else None
    if price is None or each is None or not _RECKONED.fullmatch(claim.before) or not _prices(price, v):
        return None
    before = [c for s in material.near(sentence, 2)[1:] if s.block_id == sentence.block_id for c in s.claims]
    counted = [
        c.view for c in before
        if c.view.fact.counted_noun == each[1] and is_amount(c.view) and same_time(c.view, v) and c.kind == "level"
        and not PART_OF_IT.search(c.before[-12:]) and c.view.value > 1
    ]  # fmt: skip
    most = max(counted, key=lambda x: (x.value, x.id), default=None)
    return (Reading(v, most, SO_MANY_AT_SO_MUCH), price.view) if most is not None else None


def _is_priced(v: View, per: str | None) -> bool:
    """Whether an amount may be sold at a price per unit: one of that unit whatever its prefix, or pieces."""
    if per is None or not (len(per) < _NOUN or PREFIXED.match(per)):
        return v.fact.kind == "count"
    return v.fact.kind == "physical" and v.dimension == dimension_of(replace(v.fact, unit=per))


def _prices(claim: Claim, v: View) -> bool:
    """Whether a level told before an amount may be the price that it is reckoned at."""
    own = claim.view
    same = own.dimension.split("/")[0] == v.dimension and same_time(own, v)
    return same and claim.kind == "level" and not COMPARED.search(claim.before)


def _is_price(claim: Claim) -> bool:
    return bool(claim.view.fact.unit_denominator or _PRICE.search(f"{claim.before[-40:]} {claim.view.metric}"))

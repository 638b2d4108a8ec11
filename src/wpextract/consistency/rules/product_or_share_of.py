"""A stated share, margin or average against the part and the whole that it relates.

Which of several pairs is meant is decided here. What the words of the sentence say is `parts`, where a part or a whole
stands elsewhere `wholes`, and averages and prices are `averages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.aligned import quotients_of_lines
from wpextract.consistency.averages import (
    SO_MANY_AT_SO_MUCH,
    a_thousand_off,
    averages_near,
    averages_off_by_scale,
    is_average,
    told_average,
    worth_at_price,
)
from wpextract.consistency.beside import quotients_beside
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import Span, View, base_factor
from wpextract.consistency.grids import is_rest, is_total, without_period
from wpextract.consistency.linking import SURE, WORTH, mentions, words_agree
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.parts import (
    COMPARED,
    OF_WHICH,
    ONLY_FITTING,
    PART_OF_IT,
    Reading,
    behind_all_parts,
    clause_words,
    has_share,
    is_amount,
    is_joint,
    is_one_of_a_list,
    is_told_as_part,
    is_valued,
    is_whole_of_another,
    of_its_own,
    one_metric,
    same_noun,
    same_time,
    stated_part,
    told_whole,
    use_of,
    whole_named,
    whole_named_before,
)
from wpextract.consistency.reconciliation import slip
from wpextract.consistency.relations import FAR, listed, plausible, quoted, relate, swapped
from wpextract.consistency.structure import ratio_columns, share_columns, share_grids
from wpextract.consistency.sums import adds_up, is_of_other_rows, lists_shares
from wpextract.consistency.wholes import (
    applied_to_whole,
    country_of_world,
    counts_told_before,
    fits_target,
    margins,
    named_elsewhere,
    of_most_stated,
    of_row_named,
    of_series_told,
    of_stated_sum,
    of_sum_told,
    of_the_market,
    of_total_of_line,
    of_total_told_before,
    of_what_was_told,
    of_whole_of_others,
    others_imply,
    row_spoken_of,
    shown_on_page,
    side_by_side,
    with_digits_exchanged,
)
from wpextract.consistency.words import (
    INCREASE_BY,
    JOINT,
    LIMITS,
    OF_INCREASE,
    SHARE_LABEL,
    SO_MANY_TOGETHER,
    counts,
    label_tokens,
    plain,
    tokens,
)

_OF_WHAT_WAS_TOLD = re.compile(r"\bthe (?:proportion|rate|figure|ratio|percentage)\b|这一比例|该比例", re.IGNORECASE)
_OF_SALES = re.compile(r"\s*of (?:its |their |the |all |total |annual )*(?:sales|revenues?|turnover)\b", re.IGNORECASE)
_CAME_OR_WENT = re.compile(
    r"\b(?:lost|shed|gained|gave up|(?:fell|dropped|declined|decreased|rose|grew|increased|climbed|up|down) by|reduction (?:is|was|of)|saving (?:is|was|of))"
    r"(?: (?:about|around|nearly|some))?\s*$|(?:减少|增加|下降|上升|损失|净增|降低|提高)了\s*$",
    re.IGNORECASE,
)
_BY_TOPIC = re.compile(
    r"[从按就以]([^，。；\d]{2,12}?)(?:的)?(?:占比|比重|比例|率)[看来说言]"
)  # 从高端占比看: of what each has
_ONE_OF_THE_TWO = re.compile(r"[前后]者|\bthe (?:latter|former)\b", re.IGNORECASE)
_FOR_LIMITS = 0.68  # how sure a whole must be that no total is, for a limit to be held against it
_NEAR_ENOUGH = 0.2
_DECEMBER = 12
_CLEAR = 0.74  # and to hold one of sales against it that is not put beside a part, or one in words
_OF_INCREMENT = re.compile(
    r"(?:占|贡献了?)[^，。；]{0,16}(?:增量|增加额|增长额|新增|降本|降幅|降低|减少额|下降额)的?约?\s*$"
    r"|^\s*of (?:the|this|that) (?:increment|increase|growth|rise|gain|addition|decline|fall)\b[^.;,]{0,20}, [^.;]{0,16}$"
)
_THE_SO_MANY = re.compile(
    r"\b(?:the|these|those) (?:two|three|four|five)\b(?! (?:leading|largest|biggest|top|main|smallest|others?|remaining|best|next)\b)"
    r"|[两二三四五]者|这[两三四五]",
    re.IGNORECASE,
)
_ALL_OF_IT = Decimal("1.01")  # of a whole, but for rounding
_OF_UNITS = re.compile(r"\s*(?:of|in) (?:the |its |their |all )*(?:units?|volumes?|number|pieces)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|yet|while|whereas|although)\b|[，,；;](?:但|而|却)", re.IGNORECASE)
_ITEM = re.compile(r"\s*[•■▪●◆·\-–—]")
_OF_THIS_MUCH = re.compile(r"^\s*of (?:the |its |their )?$", re.IGNORECASE)
_IN = re.compile(r"\s*in\b")
_OF_THE_TOTAL = re.compile(
    r"占(?:总量|总数|总额|全部|总体)的?\s*[约近超过]*$"
    r"|\bof (?:the|this|that)(?: year[’']s)? (?:total\b(?! \w)|(?:amount|sum|money|capital) (?:invested|raised|spent|paid)\b)",
    re.IGNORECASE,
)
_STARTS_FROM = re.compile(r"(?:由|从|\bfrom)\s*$", re.IGNORECASE)
_NEAR = Decimal("0.15")
_OF_THE_OTHERS = re.compile(
    r"\b(?:never|not|no|without|rest|remain\w*|others?|lack\w*)\b|其余|其他|剩余|余下|未|没有|不", re.IGNORECASE
)
_OF_A_SHARE = re.compile(
    r"\bshare\b|\baccount(?:s|ed|ing)? for\b|\bma(?:kes?|de|king) up\b|\brepresent(?:s|ed|ing)?\b|占|份额|比重"
)  # said to be one, and no rate of growth


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
            found = applied_to_whole(material, claim, sentence) or _read(material, claim, sentence)
            if found is not None:
                yield _relation(found, claim.view, share if claim.view.fact.kind == "percent" else quotient)
            elif claim.kind == "share" and not claim.view.is_range:
                joint = is_joint(claim)
                yield from _of_several(material, claim, sentence) if joint else _of_stack(material, claim)
    for sentence in material.sentences:
        for claim in sentence.claims:
            if valued := worth_at_price(material, claim, sentence):
                reading, price = valued
                # of kilowatts at a price per kilowatt
                prefix = base_factor(price.fact.unit_denominator or reading.whole.fact.unit).adjusted()
                relation = _relation(reading, price, _formula(price, -prefix))
                told = reading.confidence >= SO_MANY_AT_SO_MUCH
                meant = plausible(relation.derived, relation.printed) or a_thousand_off(relation.derived, price)
                if _is_near(relation, reading.part) or (told and meant):
                    yield relation
    for part, whole, ratio, confidence in (*ratio_columns(material), *share_columns(material), *share_grids(material)):
        formula = share if ratio.fact.kind == "percent" else quotient
        yield _relation(Reading(part, whole, confidence), ratio, formula)
    for q in quotients_of_lines(material):
        yield _relation(Reading(q.part, q.whole, q.confidence), q.ratio, _formula(q.ratio, q.power))


def _amount_before(material: Material, claim: Claim, sentence: Sentence) -> bool:
    """Whether an amount is told before a claim in its sentence, or as an increase in one before it in the paragraph."""
    before = [s for s in material.near(sentence, 2)[1:] if s.block_id == sentence.block_id]
    increases = (c for s in before for c in s.claims if INCREASE_BY.search(c.before[-12:]))
    return any(is_amount(c.view) for c in (*increases, *sentence.claims[: sentence.place(claim)]))


def _read(material: Material, claim: Claim, sentence: Sentence) -> Reading | None:
    """The part and whole of a share or rate, or the amount and number of an average."""
    if claim.view.is_range:
        return None
    valued = is_valued(claim, sentence)
    if claim.kind == "share" or valued:
        listed = lists_shares(sentence)
        complete = len(listed) > 2 and iv.meets(iv.add(c.view.interval for c in listed), iv.exactly(100))
        of_sales = bool(_OF_SALES.match(claim.after))
        # shares that make up a whole bear one another out; what they are shares of need not be stated, nor
        # what "3.6% of sales" is made of
        owned = valued or stated_part(sentence, sentence.place(claim)) is not None
        # what a share was before it came to another ("由21.4%降到19.2%") is of amounts of that time
        begins = bool(_STARTS_FROM.search(claim.before)) and not owned
        untold = not any(x.isdecimal() for x in claim.view.fact.value_as_printed) and not owned  # "half of all visits"
        untold = untold and told_whole(sentence, sentence.place(claim)) is None
        beside = _beside(material, claim, sentence, share)
        readings = [*_shares(material, claim, sentence), *use_of(claim, sentence), *beside]
        readings = [r for r in readings if _may_be_parted(claim, sentence, r)]
        limit = claim.view.fact.comparator in LIMITS  # "more than half", where all the parts are told
        clear = limit and any(r.confidence > _CLEAR for r in readings)
        changed = claim.kind == "growth"  # "a rise of 28%, or 960 million"
        unclear = not clear and (untold or (of_sales and not owned))
        loose = complete or begins or behind_all_parts(claim, sentence) or changed or unclear
        found = _best(material, claim, readings, share, only_fitting=loose, valued=valued, sentence=sentence)
        if found is None and of_sales:  # but for two digits of it
            part = [x for x in sentence.views if x.id == stated_part(sentence, sentence.place(claim))]
            return _best(material, claim, [*with_digits_exchanged(material, claim, part, whole_named(claim))], share)
        return found
    if claim.kind == "level" and claim.view.fact.kind == "percent":
        readings = [
            *counts_told_before(material, claim, sentence),
            *use_of(claim, sentence),
            *_beside(material, claim, sentence, share),
        ]
        return _best(material, claim, readings, share)
    if claim.kind == "level" and claim.view.is_level and is_average(claim):
        told = list(told_average(material, claim, sentence))
        off = [r for r in told if a_thousand_off(iv.divide(r.part.interval, r.whole.interval), claim.view)]
        if off:
            return off[0]
        readings = [*told, *averages_near(material, claim, sentence), *_beside(material, claim, sentence, quotient)]
        best = _best(material, claim, readings, quotient, only_fitting=not told)
        return best or next(averages_off_by_scale(material, claim, sentence), None)
    return None


def _may_be_parted(claim: Claim, sentence: Sentence, r: Reading) -> bool:
    """Whether a reading's part and whole may be those of a share.

    What the share is put beside is not its whole, nor is what its sentence tells of several things behind it
    ("合两类计算，约11.8万元") the part of a share of one.
    """
    index = sentence.place(claim)
    whole = told_whole(sentence, index)
    others = (
        c.view for c in sentence.claims if c is not claim and c.view.fact.kind == "percent" and c.kind != "change"
    )
    given = iv.percent_of(r.part.interval, r.whole.interval)
    v, part = claim.view, r.part
    dated = v.fact.period_basis == "sentence" and v.span is not None and v.span.kind == "Y"
    if (
        dated
        and part.span is not None
        and part.span.kind == "Y"
        and part.span != v.span
        and not iv.meets(given, v.interval)
    ):
        return False  # "15.7 thousand this year, but it held 24.1% in 2022"
    if not iv.meets(given, claim.view.interval) and any(
        iv.meets(given, x.interval) and len(x.digits) > 2 for x in others
    ):
        return False  # "from 20.0% to 30.0%", and the pair gives the first
    if not iv.meets(given, v.interval) and any(
        stated_part(sentence, n) == part.id
        for n, c in enumerate(sentence.claims)
        if c is not claim and c.kind == "share"
    ):
        return False  # "A took 41%, worth 2.33 billion, and B took 27%"
    if of_its_own(claim, r) or (_OF_INCREMENT.search(claim.before) and r.whole.id != whole):
        return False  # 占同期增量的N: of what was added
    topic = _BY_TOPIC.search(claim.view.said_before)
    if topic and not tokens(topic[1]) <= r.part.words:
        return False
    if r.part.id == whole != stated_part(sentence, index):
        return False  # "31% of a family worth USD 13.9 billion"
    if _ONE_OF_THE_TWO.search(claim.before) and r.whole.id in {c.view.id for c in sentence.claims} - {whole}:
        return False  # "A sold 8.9, B 4.7, and the latter's share fell to 32%"
    if any(c.view.id == r.part.id and _turns_away(claim, c) for c in sentence.claims[index + 1 :]):
        return False
    ahead = [c.view.id for c in sentence.claims[:index]]
    if r.whole.id == stated_part(sentence, index) and r.part.id not in ahead:  # as in "2.7 of the 4.5, which is 60%"
        return False
    behind = sentence.claims[index + 1 :]
    return is_joint(claim) or not any(c.view.id == r.part.id and JOINT.search(c.before[-30:]) for c in behind)


def _turns_away(claim: Claim, later: Claim) -> bool:
    """Whether a later amount is told of something else: "has less than 6% of the racks, but is building 41 thousand".

    And not of just what the share is of: "less than 2% of revenue, although sales of USD 410 million".
    """
    but = _BUT.search(later.before)
    return but is not None and whole_named(claim).isdisjoint(tokens(later.before[but.end() :]))


def _relation(found: Reading, claim: View, formula: iv.Formula) -> Relation:
    # "less than 5% of the total" sets a limit, and an average that is off by a thousand has a wrong word of scale
    derived, _ = formula([found.part.interval, found.whole.interval, claim.interval])
    off = "unit_scale_mismatch" if claim.is_level and a_thousand_off(derived, claim) else "product_or_share_of"
    if len({v.fact.currency for v in (found.part, found.whole, claim) if v.fact.currency}) > 1:
        off = "fx_plausibility"  # a table of amounts in dollars, in local money, and of what a dollar costs
    return relate(
        "bounds" if claim.fact.comparator in LIMITS else off,
        formula,
        [(found.part, "part"), (found.whole, "total"), (claim, "claim")],
        quoted(claim),
        f"{quoted(found.part)} divided by {quoted(found.whole)}",
        f"{found.part.name} / {found.whole.name}",
        found.confidence,
        unit=claim.fact.unit,
    )


def _best(
    material: Material, claim: Claim, readings: list[Reading], formula: iv.Formula, only_fitting: bool = False,
    valued: bool = False, sentence: Sentence | None = None,
) -> Reading | None:  # fmt: skip
    stated = claim.view.interval
    derived = [
        (r, formula((r.part.interval, r.whole.interval, stated))[0]) for r in readings if r.confidence >= WORTH - 0.07
    ]
    limit = claim.view.fact.comparator in LIMITS
    if (
        limit and is_joint(claim) and not _told_as_joint(material, claim, sentence)
    ):  # whatever two amounts give is within it
        whole = told_whole(sentence, sentence.place(claim)) if sentence is not None else None
        derived = [(r, x) for r, x in derived if r.whole.id == whole or r.confidence >= _FOR_LIMITS]
    surest = max((r.confidence for r, x in derived if plausible(x, stated)), default=0.0)
    fitting = [
        r
        for r, x in derived
        # what was looked for by its value fits by chance where it is known to two digits
        # and still more where another reading is sure
        if iv.meets(x, stated)
        # and within a limit nearly anything is; nor are two amounts of another paragraph meant where its own are sure
        and r.confidence >= surest - _room_below(surest, r.confidence, limit)
        and _tight(x, (64 if surest > SURE else 16) if r.confidence <= ONLY_FITTING else 4)
    ]
    best = max(fitting, key=lambda r: (r.confidence, r.part.id, r.whole.id), default=None)
    # what is linked better and has two digits of it exchanged is a misprint, whatever else fits
    if best is not None and not any(
        r.confidence >= best.confidence + 0.1 and swapped(x, claim.view) for r, x in derived
    ):
        return best
    at = sentence.place(claim) if sentence is not None else 0
    both = sentence is not None and (stated_part(sentence, at), told_whole(sentence, at))
    if only_fitting or (is_joint(claim) and not _told_as_joint(material, claim, sentence)):
        return None
    if _confirmed(material, claim) and not valued and not any(both == (r.part.id, r.whole.id) for r in readings):
        return None
    rated = [
        (Reading(r.part, r.whole, min(1.0, r.confidence + _misprint(r, x, claim.view))), x)
        for r, x in derived
        if r.confidence >= WORTH and plausible(x, stated) and not _of_another_whole(material, claim, r)
    ]
    best, given = max(
        rated,
        key=lambda r: (r[0].confidence, r[0].whole.fact.comparator not in LIMITS, r[0].part.id, r[0].whole.id),
        default=(None, iv.ANY),
    )
    told = best is not None and sentence is not None and best.whole.id == told_whole(sentence, at)
    if (
        limit
        and best is not None
        and not told
        and best.whole.id not in material.totals
        and best.confidence < _FOR_LIMITS
    ):
        return None
    printed = iv.exactly(claim.view.value) if limit else stated
    rest = iv.subtract(iv.exactly(100), printed)
    held = material.claim_of.get(best.part.id) if best is not None else None
    leads = f"{held.before[-40:]} | " if held is not None and sentence is not None and held in sentence.claims else ""
    called_share = _OF_A_SHARE.search(f"{leads}{claim.before[-40:]} {claim.after[:20]}") is not None
    above = best is not None and iv.meets(iv.growth(best.whole.interval, best.part.interval), printed)
    if above and not told and not called_share:
        return None  # by how much the one is above the other
    others = (
        claim.kind == "share"
        and iv.meets(given, rest)
        and _OF_THE_OTHERS.search(f"{claim.before[-60:]} {claim.after[:40]}")
    )
    if best is not None and claim.view.fact.kind == "percent" and not told and others_imply(material, claim, best):
        return None
    if best is not None and others:
        return None  # the share of all that is not the part: "95% is never stored"
    if best is not None and not told and not called_share:
        changed = _CAME_OR_WENT.search(claim.before) or _tells_change(material, best.part)
        return None if changed or _is_change(best, printed) else best
    return best


def _of_another_whole(material: Material, claim: Claim, r: Reading) -> bool:
    """Whether words say that a share is of a place ("of the European market"), or of what is counted ("of the units").

    An amount of all places is then not its whole, nor one of money.
    """
    named, place = whole_named(claim), claim.view.fact.geography
    if r.whole.fact.kind == "money" and (_OF_UNITS.match(claim.after) or (named and named in material.counted)):
        return True
    other = place and not r.whole.fact.geography and plain(place) != material.home
    return bool(
        other and not named.isdisjoint(tokens(place or "")) and material.by_place.get((place or "", r.whole.span))
    )


def _is_near(r: Relation, part: View) -> bool:
    """Whether what comes out at a price is near it, or but for two digits of the amount: else only some are meant."""
    if iv.meets(r.derived, r.printed):
        return True
    (a, b), (c, d) = (r.derived.low, r.derived.high), (r.printed.low, r.printed.high)
    if a is None or b is None or c is None or d is None or a + b <= 0:
        return False
    factor = (c + d) / (a + b)
    return abs(factor - 1) < _NEAR or slip(iv.exactly(part.value * factor), part) == "exchanged"


def _room_below(surest: float, confidence: float, limit: bool) -> float:
    """How much worse than the surest reading one may be linked and still be meant because it fits."""
    if limit:
        return 0.0
    return FAR if surest < SURE or confidence > WORTH else _NEAR_ENOUGH


def _told_as_joint(material: Material, claim: Claim, sentence: Sentence | None) -> bool:
    """Whether the amount that a joint share is put beside is itself told as that of several."""
    part = stated_part(sentence, sentence.place(claim)) if sentence is not None else None
    own = material.claim_of.get(part) if part is not None else None
    return own is not None and bool(JOINT.search(own.before[-30:]))


def _tells_change(material: Material, part: View) -> bool:
    """Whether an amount is told as what came or went, and so a rate beside it as one of growth: "lost $74, or 66.1%"."""
    claim = material.claim_of.get(part.id)
    return claim is not None and bool(_CAME_OR_WENT.search(claim.before))


def _is_change(r: Reading, stated: Interval) -> bool:
    """Whether an amount is the share of what was there before it came or went: "126 were removed, or 8.5%"."""
    before = (iv.add((r.whole.interval, r.part.interval)), iv.subtract(r.whole.interval, r.part.interval))
    return any(iv.meets(iv.percent_of(r.part.interval, x), stated) for x in before)


def _misprint(r: Reading, given: Interval, v: View) -> float:
    """What a slip of a digit or two in the share or in its part adds to a reading."""
    if swapped(given, v):
        return 0.2
    found = slip(given, v)  # of two figures, many are one digit off
    would = iv.scale(iv.multiply(r.whole.interval, v.interval), Decimal("0.01"))
    of_part = v.fact.kind == "percent" and len(r.part.figures) > 2 and slip(would, r.part) == "exchanged"
    return 0.14 if of_part or found == "exchanged" or (found and len(v.figures) > 2) else 0.0


def _tight(x: Interval, room: int = 4) -> bool:
    return x.low is not None and x.high is not None and x.high - x.low <= max(abs(x.high) / room, Decimal(1))


def _confirmed(material: Material, claim: Claim) -> bool:
    """Whether a chart or table shows the same share under words of the claim: then its parts are not those nearby."""
    v = claim.view
    same = material.close_to(v.value, v.value, v.dimension, v.span)
    return any(
        o.fact.source != "prose"
        and o.id in material.place_of
        and (words_agree(material, v, o) > 0.3 or (o.page == v.page and len(v.figures) > 2))
        for o in same
    )


def _beside(material: Material, claim: Claim, sentence: Sentence, formula: iv.Formula) -> Iterator[Reading]:
    return (Reading(*found) for found in quotients_beside(material, claim, sentence, formula))


def _shares(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Reading]:
    v = claim.view
    near = material.near(sentence, 2)
    own = [x for x in sentence.views if is_amount(x)]
    alone = _ITEM.match(sentence.text) is not None  # an item of a list says nothing of the next
    besides = (s for s in (*near[1:], *material.following(sentence)) if not alone or s.block_id == sentence.block_id)
    around = (x for s in besides for x in s.views if is_amount(x))
    before = [x for x in around if not material.is_delta(x)][:8]
    target = whole_named(claim) or whole_named_before(sentence, claim)
    if not target and is_valued(claim, sentence):  # "They hold 60% of demand. B alone has 25%, equal to 50 MW"
        shares = [c for s in near[1:2] if s.block_id == sentence.block_id for c in s.claims if c.kind == "share"]
        target = whole_named(shares[-1]) if shares else target
    index = sentence.place(claim)
    told_id = told_whole(sentence, index)
    owner = stated_part(sentence, index)
    holder = sentence.claims[index - 1].view.id if index and PART_OF_IT.search(claim.before) else None
    neighbours = {sentence.claims[n].view.id for n in (index - 1, index + 1) if 0 <= n < len(sentence.claims)}
    earlier = [
        x for x in before
        if x.fact.source_id == sentence.block_id and x.id in material.claim_of and x.span in (None, v.span)
    ]  # fmt: skip
    total_told = earlier[0] if len(earlier) == 1 and _OF_THE_TOTAL.search(claim.text) else None
    for part in (*own, *before):
        for whole in (*own, *before):
            if part.id == whole.id or part.dimension != whole.dimension or not 0 < part.value < whole.value:
                continue
            if part.id == holder or (has_share(material, whole) and whole.id != told_id):
                continue
            if v.fact.period_basis == "sentence" and not (same_time(part, v) and same_time(whole, v)):
                continue
            told = whole.id == told_id
            joint = material.claim_of.get(whole.id)
            if not told and joint is not None and SO_MANY_TOGETHER.search(joint.before[-40:]):
                continue  # 两地合计N: of two, and the share of all
            held = material.claim_of.get(part.id)
            if not told and held is not None and (COMPARED.search(held.before) or _OF_THIS_MUCH.search(held.before)):
                continue  # "11, compared with 10", "39% of 2 billion"
            if not told and is_one_of_a_list(material, part, whole):
                continue
            if not told and side_by_side(material, part, whole):
                continue
            if not same_time(part, whole) or not same_noun(part, whole) or (one_metric(part, whole) and not told):
                continue
            about = material.coverage(v.words, clause_words(material, part)) if v.words else 1.0
            if not told and material.coverage(v.words - target, clause_words(material, whole)) > about:
                continue  # it is of the share of the other one
            score = 0.3 + 0.15 * about - (0.12 if about == 0 and part not in own else 0.0)
            score += 0.2 if part.id in neighbours else 0.05 if part in own else -0.05
            score += 0.15 if told else 0.0
            score -= 0.3 if owner is not None and part.id != owner else 0.0
            score += 0.16 if whole in own else 0.1 if whole in before[:3] else 0.0
            score += 0.12 if OF_WHICH.search(claim.before[-60:]) or OF_WHICH.search(sentence.text) else 0.0
            score += fits_target(material, target, whole)
            score += 0.12 if part.id == owner and whole is total_told else 0.0
            score -= 0.15 if not told and whole not in own and _is_listed(material, whole) else 0.0
            score -= 0.3 if not told and is_told_as_part(material, whole) else 0.0
            score -= 0.25 if not told and is_whole_of_another(material, whole, claim) else 0.0
            subject = (v.words & tokens(sentence.text)) - target
            if part not in own and subject and not material.coverage(subject, clause_words(material, part)):
                score = min(score, ONLY_FITTING)  # what was told before is not the thing that it names
            yield Reading(part, whole, max(0.0, score))
    share_value = v.value
    if share_value <= 0:
        return
    for known in (*own, *before[:3]):
        for low_high, as_part in (
            ((known.value / share_value * 100), True),
            ((known.value * share_value / 100), False),
        ):
            room = abs(low_high) / 25
            for span in _at_the_end(known.span, v.span):
                # "15,900, or 10.5% of the price": the one may be told per piece, and the other not
                same = dict.fromkeys((known.dimension, known.dimension.partition("/")[0]))
                for other in [
                    x for d in same for x in material.close_to(low_high - room, low_high + room, d, span)[:12]
                ]:
                    if other.id in (known.id, v.id):
                        continue
                    part, whole = (known, other) if as_part else (other, known)
                    if not same_time(part, whole) or (owner is not None and part.id != owner):
                        continue
                    lexical = material.coverage(other.words, v.around | known.around)
                    score = (
                        0.2 + (0.12 if known in own else 0.0) + 0.35 * lexical + (0.06 if other.page == v.page else 0.0)
                    )
                    named = known.id == told_id and not as_part  # "of the 47.2 million sold, A took 82%"
                    named = named or (
                        part.id == owner and whole is material.most_stated.get((whole.dimension, whole.span))
                    )
                    most = WORTH + 0.1 if named else ONLY_FITTING
                    yield Reading(part, whole, max(0.0, min(most, score + (0.15 if named else 0.0))))
    yield from margins(material, claim, sentence)
    beside = [x for x in own if (x.id in neighbours if owner is None else x.id == owner)]
    last = [c.view for s in near[1:2] for c in s.claims if s.block_id == sentence.block_id and is_amount(c.view)][-1:]
    yield from with_digits_exchanged(material, claim, beside if own else last, target)
    yield from named_elsewhere(material, claim, beside, target)
    yield from of_the_market(material, claim, beside if own else last, target)
    yield from of_total_of_line(material, claim, own, neighbours)
    yield from of_stated_sum(material, claim, beside)
    yield from of_series_told(material, claim, beside)
    yield from of_sum_told(material, claim, sentence, beside)
    yield from of_total_told_before(material, claim, sentence, beside)
    yield from of_whole_of_others(material, claim, sentence, beside)
    yield from of_most_stated(material, sentence, [x for x in own if x.id == owner])
    yield from of_what_was_told(material, claim, sentence)
    yield from of_row_named(material, claim, sentence, beside)
    stated = next((x for x in own if x.id == owner), None)
    yield from shown_on_page(material, claim, sentence, stated)
    yield from country_of_world(material, claim)
    if not own:
        yield from row_spoken_of(material, claim, target)


def _is_listed(material: Material, whole: View) -> bool:
    """Whether a sentence tells an amount with two others of its kind or more, to which it is no sum."""
    beside = [
        v for v in material.beside(whole) if is_amount(v) and v.dimension == whole.dimension and v.span == whole.span
    ]
    return len(beside) > 1 and not iv.meets(iv.add(v.interval for v in beside), whole.interval)


def _at_the_end(*spans: Span | None) -> tuple[Span | None, ...]:
    """Periods, and none, and the last months of those that are years: "471 million in December 2025"."""
    months = (Span("M", s.last, s.last, _DECEMBER) for s in spans if s is not None and s.kind == "Y")
    return tuple(dict.fromkeys((*spans, None, *months)))


def share_of_sum(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The first part / the sum of all parts x 100 against the share."""
    return iv.percent_of(xs[0], iv.add(xs[:-1])), xs[-1]


def share_of_parts(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The sum of the parts / the whole x 100 against the share."""
    return iv.percent_of(iv.add(xs[:-2]), xs[-2]), xs[-1]


def _of_several(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Relation]:
    """The rows of a column of amounts that a share names or counts together, against its total: "the six hold 73%"."""
    v, said = claim.view, f"{claim.leads[0] if claim.leads else ''} {claim.before[-90:]}"
    words, number = label_tokens(said), counts(said)
    if number and _THE_SO_MANY.search(said):  # "the two countries" are those that the paragraph has just named
        said = f"{' '.join(x.text for x in material.near(sentence, 2)[1:] if x.block_id == sentence.block_id)} {said}"
        words = label_tokens(said)
    lines = [x for x in material.lines_on.get(v.page, ())[:60] if not x.over_time and adds_up(x)]
    if any(x.dimension == "percent" and SHARE_LABEL.search(x.label) for x in lines):
        return  # shares add up to it
    for line in lines:
        wholes = [e.view for e in line.entries if is_total(e.label)]
        most = material.most_stated.get((line.dimension, v.span))
        if not wholes and most is not None and line.dimension != "percent":
            wholes = [most] if sum(e.view.value for e in line.parts) <= most.value * _ALL_OF_IT else []
        parts = [e for e in line.parts if not is_rest(e.label) and not is_total(e.label)]
        named = [e for e in parts if mentions(said, without_period(e.label), words) > 0.99]
        if len(named) < 2 and len(parts) > 2 and len(parts) in number and not is_of_other_rows(said, line):
            named = parts
        spans = {e.view.span for e in named}
        if len(wholes) != 1 or len(named) < 2 or (number and len(named) not in number) or spans - {v.span, None}:
            continue
        part_views = [e.view for e in named]
        derived, printed = share_of_parts([*(x.interval for x in part_views), wholes[0].interval, v.interval])
        if not iv.meets(derived, printed) and not plausible(derived, printed):
            continue
        yield relate(
            "bounds" if v.fact.comparator in LIMITS else "product_or_share_of",
            share_of_parts,
            [*((x, "part") for x in part_views), (wholes[0], "total"), (v, "claim")],
            quoted(v),
            f"the sum of {listed(part_views)} divided by {quoted(wholes[0])}",
            f"({' + '.join(x.name for x in part_views)}) / {wholes[0].name}",
            0.5
            + 0.2 * material.coverage(whole_named(claim), line.words | wholes[0].words)
            + (0.14 if len(named) in number else 0.0),
            unit="%",
        )
        return


def _elsewhere(v: View, shown: View) -> bool:
    """Whether a text and a chart tell of two places."""
    a, b = v.fact.geography, shown.fact.geography
    return a is not None and b is not None and plain(a) != plain(b)


def _of_stack(material: Material, claim: Claim) -> Iterator[Relation]:
    """The one layer of a stacked bar that a share names, against all layers of its bar."""
    v = claim.view
    said = f"{claim.before[-80:]} {v.metric}"
    words = label_tokens(said)
    for line in material.lines_on.get(v.page, ())[:60]:
        parts = [e for e in line.parts if e.view.value >= 0 and not _elsewhere(v, e.view)]
        grid = material.grid_of[line.container_id]
        layers = line.stacked and {e.label for e in line.entries} <= set(grid.columns) and grid.kind != "stacked_100"
        if line.over_time or not layers or len(parts) < 2 or line.dimension == "percent" or v.span is None:
            continue
        named = [e for e in parts if mentions(said, e.label, words) > 0.99]
        if len(named) != 1 or {e.view.span for e in parts} != {v.span}:
            continue
        if _OF_WHAT_WAS_TOLD.search(claim.before) and not whole_named(claim):
            continue  # "in Asian cities the proportion is close to it": of the sentence before
        within = whole_named(claim) | (label_tokens(claim.after) if _IN.match(claim.after) else frozenset())
        if not label_tokens(named[0].label).isdisjoint(within):
            continue  # "make up 61% of the network segment", "and more than 40% in Europe"
        part, others = named[0].view, [e.view for e in parts if e is not named[0]]
        derived, printed = share_of_sum([part.interval, *(o.interval for o in others), v.interval])
        fits = iv.meets(derived, printed)
        if not fits and not plausible(derived, printed):
            continue
        about = material.coverage(line.words, v.around)
        yield relate(
            "bounds" if v.fact.comparator in LIMITS else "product_or_share_of",
            share_of_sum,
            [(part, "part"), *((o, "part") for o in others), (v, "claim")],
            quoted(v),
            f"{quoted(part)} divided by the sum of {listed([part, *others])}",
            f"{part.name} / ({' + '.join(x.name for x in (part, *others))})",
            0.53 + 0.35 * about,
            unit="%",
        )
        return

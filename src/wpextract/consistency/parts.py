"""What the words of a sentence say of a part and its whole: which amount is either, and what is neither.

"Of the 231 boats sold, 168 were bought on credit, which is 73%" tells both. Where a part or a whole stands elsewhere is
`wholes`; which of several pairs is meant is for the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.linking import TOLD, WORTH
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.words import HAPPENS, JOINT, LISTED, SUM_WORDS, plain, tokens

# a pair that was looked for by its value, or far away, may bear a share out but not contradict it
ONLY_FITTING = WORTH - 0.01
_ITS_SHARE = re.compile(
    r"[^，,]{0,8}[，,]\s*(?:约?占(?:比|[^，,]{0,10}的)?\s*$|(?:or|equal to|accounting for)\s*$)", re.IGNORECASE
)
_ITS_SHARE_BEHIND = re.compile(
    r"[^,.;]{0,30},\s*(?:which (?:is|was|equals|(?:amount|c[ao]me)(?:s|ed)? to)|(?:which (?:is|was) )?(?:or(?: just| only)?|that is(?: to say)?,?|i\.e\.,?"
    r"|equal to|equivalent to|accounting for|representing|making up))"
    r"\s*(?:about|around|nearly|some|(?:(?:just|well|far|rather) )?(?:(?:more|less|fewer) than|over|under|above|below))?\s*|[，,]?约?占[^，。；]*"
    r"|[，,](?:合计|共同|在[^，。；\d]{2,16}[中里]的?)?(?:占比|(?:市场)?份额|比重)[^，。；\d]{0,6}",
    re.IGNORECASE,
)
_ONE_OF_TWO = re.compile(  # but not "the former Yugoslavia"
    r"(?:(?P<former>前者)|后者)[^，。；,.;\d]{0,24}$"
    r"|\bthe (?:(?P<the_former>former)|latter)(?:[’']s\b|(?= (?:account|hold|ha[sd]|with|t[oa]k|ma[kd]|represent)|\s*$))[^,.;\d]{0,24}$",
    re.IGNORECASE,
)
_MARKET_SHARE = re.compile(r"市场(?:份额|占有率)[^，。；\d]*$")
_JOINT_SHARE = re.compile(r"\s*[，,]\s*合计(?:市场)?(?:份额|占比|比重)[^，。；\d]{0,6}")
_ITS_AMOUNT = re.compile(
    r"\s*(?:(?:of (?:[^,.;\d]|(?:19|20)\d\d){2,40}?|share|portion|slice)\s*)?(?:,\s*)?(?:or|equal to|i\.e\.,?|that is,?|namely|equivalent to"
    r"|(?<=[a-z\d], )(?:(?:produc|generat|contribut|earn|yield|deliver)\w*|brought in)|(?:correspond|translat)(?:ing|es?|s|ed) (?:in)?to|(?<=, )worth"
    r"|which (?:is|was|equals|makes|made|comes to|came to|corresponds to))\s*(?:about|around|nearly|some)?\s*"
    r"|\s*(?:of [^,.;()\d]{1,40}?|的[一-鿿]{1,4})?\s*[(（]\s*(?:about|around|nearly|some|约|即)?\s*"
    r"|\s*[，,]?(?:即|折合|约合|相当于)约?\s*|\s*[，,](?:为|达|约为|计)\s*"
    r"|\s*[，,](?:据此|由此|照此)(?:推算|测算|折算|计算|估算|得出)[^，。；\d]{0,12}"
    r"|的(?:市场)?份额[^，。；\d]{0,8}[，,](?:对应|相当于|折合|约合)[^，。；\d]{0,10}",
    re.IGNORECASE,
)
_ABOUT, _HAS_A_SHARE = re.compile(r"\s*[，,]\s*约\s*"), re.compile(r"(?:占比?|份额|比重|比例)[为达是]?约?\s*$")
_ITS_AMOUNT_BEHIND = re.compile(
    r",\s*(?:or|i\.e\.,?|that is,?|equal to)\s*(?:about|around|nearly|some)?\s*$"
    r"|\b(?:received|got|took|raised|earned|collected|spent|obtained)\s*(?:about|around|nearly|some)?\s*$",
    re.IGNORECASE,
)
_OF = re.compile(r"\s*of\b")
_OF_THE = re.compile(r"\s*of (?:the|its|their|all|this|that|these|those)\b", re.IGNORECASE)
_OF_ALONE = re.compile(r"\s*of\b[^.,;]*")
_OF_ITS = re.compile(  # but not "of its revenue of 500 million"
    r"\s*of (?:its|their) (?!.*\bof\W*$)([a-z]+(?: [a-z]+)?)", re.IGNORECASE
)
_EXCEEDS = re.compile(
    r"(?:超过|高于|多于|超越)了?[^，。；\d]{2,10}的\s*$"
)  # 甲以3,652亿元首次超过乙的3,417亿元，占合计的51.7%
_A_SHARE_OF = re.compile(
    r"[^,.;]{0,30},\s*(?:(?:giving|for|with) )?an? (?:\w+ )?(?:share|proportion) of\s*(?:about|around|nearly|some)?\s*"
)
_OF_THAT = re.compile(r"\bof (?:this|that|the|its) (?:sum|total)\b", re.IGNORECASE)
_S_SHARE = re.compile(r"\s*(?:/[年月日周天]|每[年月日周天])?\s*的\s*约?")
_VERB = re.compile(rf"\b{HAPPENS}\b")
_TAKES_UP_ZH = re.compile(r"[，,]\s*[但而却仅只也仍已]{0,2}约?占(?!比)[^，。；\d]{2,16}的?约?")
_OF_THE_YEAR_BEFORE = re.compile(r"(?:上年|去年|上一年|同期)[^，。；]{0,6}$|[较比与][^，。；]{0,10}$")
_AMONG_THEM = re.compile(r"[一-鿿]{0,4}[中里][，,]?(?:的?占比?|的?份额)[约为达]*\s*")
_MAKES_UP_ZH = re.compile(r"[，,]\s*约?(?:占(?!比)|相当于)[^，。；]*$")
_USE = re.compile(
    r"^[^.;。；]{0,12}(?:(?:产能|设备)利用率|开工率|负荷率)[为达是约]*\s*$|^[^.;]{0,16}\butili[sz]ation\b[^.;\d]{0,12}$",
    re.IGNORECASE,
)
_CAPACITY = re.compile(r"产能|\bcapacit", re.IGNORECASE)
_OF_WHOLE = re.compile(r"(?<!其)占(?!比)[^，。；]*$|^合计的\s*$")  # 占(五家)合计的43%
COMPARED = re.compile(  # what the whole is held against is not the whole
    r"(?:\b(?:than|times|over|above|below|against|compared (?:with|to)|from|after)\b|[比较由从])[^,，]{0,16}$",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(  # behind the part, wherever it stands: "such additions numbered 98, five times the 22, and made up"
    r"\b(?:ma[kd]es? up|account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|equals?|equall?(?:ed|ing)|correspond(?:s|ed|ing)? to)"
    r"\s*(?:about|around|nearly|some|(?:less|more|fewer) than)?\s*$",
    re.IGNORECASE,
)
_OUT_OF_A = re.compile(
    r"(?: [a-z]+){0,2}\s*out of\b[^,.;]*|(?: \w+)?\s+of (?:its|their|the|a)(?: total| combined| overall| full)?(?: of)? ",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\W*(?:out )?of (?:the |all |these |its |those |some |about |nearly |over )*$", re.IGNORECASE)
_AMONG = re.compile(r"[^，。]{0,20}中[，,]")
RATE = re.compile(r"\b(?:rate|share|proportion)\b|率|比例", re.IGNORECASE)
_PIECES = frozenset({"unit", "units", "piece", "pieces", "item", "items"})  # of anything
PART_OF_IT = re.compile(r"\bof which\b|\bof (?:these|them)\b|其中", re.IGNORECASE)
OF_WHICH = re.compile(r"of which|including|其中|占", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A part and a whole that a share may relate, or an amount and a number that an average may, and how surely."""

    part: View
    whole: View
    confidence: float


def is_amount(v: View) -> bool:
    """Whether a number of the text is an amount to reckon with: "half" and "dozens" are none."""
    return v.is_level and not v.is_range and bool(v.digits)


def is_valued(claim: Claim, sentence: Sentence) -> bool:
    """Whether a percentage is told with the amount that it comes to: "36%, equal to RMB 7.1 billion"."""
    index = sentence.place(claim)
    behind = sentence.claims[index + 1].view if index + 1 < len(sentence.claims) else None
    put = _ITS_AMOUNT.fullmatch(claim.rest) or (_ABOUT.fullmatch(claim.rest) and _HAS_A_SHARE.search(claim.before))
    told = claim.view.fact.kind == "percent" and behind is not None and put is not None
    return told and behind is not None and is_amount(behind) and same_time(behind, claim.view)


def stated_part(sentence: Sentence, index: int) -> str | None:
    """The amount that a share is put beside as its part: "RMB 7.1 billion, or 36%", "36%, equal to RMB 7.1 billion", "452亿元，约占三成"."""
    claim = sentence.claims[index]
    if respective := _in_order(sentence, index):
        return respective
    if index and _MAKES_UP.search(claim.before):
        told = [c.view for c in sentence.claims[:index] if is_amount(c.view) and not COMPARED.search(c.before)]
        return told[0].id if told and told[0].span in (None, claim.view.span) else None
    if index > 1 and _TAKES_UP_ZH.fullmatch(claim.before):  # 达到60亿，上年为40亿，同比增长50%，占总额的5%
        told = [
            c.view for c in sentence.claims[:index] if is_amount(c.view) and not _OF_THE_YEAR_BEFORE.search(c.before)
        ]
        if told and told[-1].id != sentence.claims[index - 1].view.id:
            return told[-1].id if same_time(told[-1], claim.view) else None
    if (one := _ONE_OF_TWO.search(claim.before)) and index > 1:  # 甲742亿，乙385亿，前者占65.8%
        two = [c.view for c in sentence.claims[:index] if is_amount(c.view)][-2:]
        if len(two) == 2 and two[0].dimension == two[1].dimension and same_time(*two):
            return two[0 if one["former"] or one["the_former"] else 1].id
    if is_valued(claim, sentence):
        return sentence.claims[index + 1].view.id
    if index + 2 < len(sentence.claims) and _OF.match(claim.rest):  # "14% of the 13.9 million units, or 1.9 million"
        whole, part = sentence.claims[index + 1 : index + 3]
        if (
            _ITS_AMOUNT_BEHIND.search(part.before)
            and part.view.dimension == whole.view.dimension
            and is_amount(part.view)
        ):
            return part.view.id
    if index > 1 and _S_SHARE.fullmatch(claim.before) and _MAKES_UP_ZH.search(sentence.claims[index - 1].before):
        a, b = (sentence.claims[n].view for n in (index - 2, index - 1))  # "20万件，占全国80万件的25%"
        return a.id if is_amount(a) and a.dimension == b.dimension else None
    if index > 1 and _JOINT_SHARE.fullmatch(claim.before) and sentence.claims[index - 1].kind == "growth":
        joint = sentence.claims[index - 2]  # 五家合计收入50亿元，同比增长20%，合计份额超过30%
        return joint.view.id if is_amount(joint.view) and JOINT.search(joint.before) else None
    if _A_SHARE_OF.fullmatch(claim.before) and _follows_out_of(sentence, index):
        return sentence.claims[index - 2].view.id
    if not index or not _ITS_SHARE_BEHIND.fullmatch(claim.before):
        return None
    if _follows_out_of(sentence, index):
        return sentence.claims[index - 2].view.id
    last = sentence.claims[index - 1]
    before = sentence.claims[index - 2].view if index > 1 and _EXCEEDS.search(last.before) else last.view
    return before.id if is_amount(before) and same_time(before, claim.view) else None


def _in_order(sentence: Sentence, index: int) -> str | None:
    """The amount that stands where a share does, in two lists one behind the other: "分别为50万台和40万台，占25%和20%"."""
    claims = sentence.claims
    first = last = index
    while first and LISTED.fullmatch(claims[first].before) and claims[first - 1].view.fact.kind == "percent":
        first -= 1
    while (
        last + 1 < len(claims) and LISTED.fullmatch(claims[last].rest) and claims[last + 1].view.fact.kind == "percent"
    ):
        last += 1
    many = last - first + 1
    amounts = claims[max(0, first - many) : first]
    if many < 2 or len(amounts) < many or not _ITS_SHARE_BEHIND.fullmatch(claims[first].before):
        return None
    alike = all(is_amount(c.view) and c.view.dimension == amounts[0].view.dimension for c in amounts)
    side_by_side = all(LISTED.fullmatch(c.before) for c in amounts[1:])
    return amounts[index - first].view.id if alike and side_by_side else None


def _follows_out_of(sentence: Sentence, index: int) -> bool:
    """Whether an amount and the whole that it is out of stand before a share: "60 out of revenue of 1,000, or 6%"."""
    return index > 1 and _OUT_OF_A.fullmatch(sentence.claims[index - 1].before) is not None


def has_share(material: Material, v: View) -> bool:
    """Whether an amount is itself told as a part: "11.6亿美元，占34.9%"."""
    claim, before = material.claim_of.get(v.id), material.told_before(v)
    valued = before is not None and before.view.fact.kind == "percent" and _ITS_AMOUNT.fullmatch(before.rest)
    return bool(claim and (_ITS_SHARE.match(claim.rest) or valued))


def is_one_of_a_list(material: Material, part: View, whole: View) -> bool:
    """Whether a sentence lists both with others of their kind, and what are called the parts come to more than the whole."""
    beside = material.beside(whole)
    if part not in beside:
        return False
    others = [v for v in beside if is_amount(v) and v.dimension == whole.dimension and v.span == whole.span]
    return len(others) > 1 and sum(v.value for v in others) > whole.value * Decimal("1.02")


def is_told_as_part(material: Material, v: View) -> bool:
    """Whether an amount is put as one of something: "growth rounds took USD 4.5 billion of the year's money"."""
    claim = material.claim_of.get(v.id)
    return bool(claim and _OF_THE.match(claim.after))


def is_whole_of_another(material: Material, v: View, claim: Claim) -> bool:
    """Whether an amount is what another share is of: "That is 42% of the 1.12 billion users of the net", and then "8% of all users"."""
    before = material.told_before(v)
    return (
        before is not None
        and before.view.id != claim.view.id
        and (before.view.fact.kind == "percent" and _OF_ALONE.fullmatch(before.rest) is not None)
    )


def behind_all_parts(claim: Claim, sentence: Sentence) -> bool:
    """Whether a rate stands behind a whole and all its parts: "652 replies, 418 by makers and 234 by users, a rate of 54%"."""
    told = [c.view for c in sentence.claims[: sentence.place(claim)] if is_amount(c.view)]
    whole, parts = next(iter(told), None), told[1:]
    if whole is None or len(parts) < 2 or not RATE.search(claim.before[-20:]):
        return False
    return iv.meets(iv.add(p.interval for p in parts), whole.interval)


def use_of(claim: Claim, sentence: Sentence) -> Iterator[Reading]:
    """What is used of what there is, both told right before their rate: "产能50万吨，产量40万吨，产能利用率80%"."""
    before = [c.view for c in sentence.claims[: sentence.place(claim)]][-2:]
    if (
        len(before) < 2
        or not _USE.search(claim.before)
        or before[0].dimension.split("/")[0] != before[1].dimension.split("/")[0]
    ):
        return
    said = [f"{c.before[-12:]} {c.view.metric}" for c in sentence.claims[: sentence.place(claim)]][-2:]
    whole, part = before if _CAPACITY.search(said[0]) else before[::-1]
    if bool(_CAPACITY.search(said[0])) == bool(_CAPACITY.search(said[1])):
        return
    if is_amount(part) and is_amount(whole) and part.value > 0 and same_time(part, whole):
        yield Reading(part, whole, TOLD)


def told_whole(sentence: Sentence, index: int) -> str | None:
    """The amount that a share is expressly of: "49% of the 264 million", "占全部3,420亿元的41%"."""
    claim = sentence.claims[index]
    if index + 1 < len(sentence.claims) and _OF_ALONE.fullmatch(claim.rest):
        return sentence.claims[index + 1].view.id
    first = sentence.claims[0]
    if index and is_amount(first.view) and (_OUT_OF.fullmatch(first.before) or _AMONG.match(first.after)):
        return first.view.id  # "of the 231 boats sold, 168 were bought on credit, which is 73%"
    if index and _S_SHARE.fullmatch(claim.before) and re.search("占|相当于", sentence.claims[index - 1].before):
        return sentence.claims[index - 1].view.id
    if index and _AMONG_THEM.fullmatch(claim.before) and "在" in sentence.claims[index - 1].before:
        return sentence.claims[index - 1].view.id  # 在全部80万台中占50%
    part = stated_part(sentence, index)
    if _follows_out_of(sentence, index) and part == sentence.claims[index - 2].view.id:
        return sentence.claims[index - 1].view.id
    if part is not None:  # "a total of 509, of which 372, or 73%"
        before = sentence.claims[:index]
        since = next((n for n in range(len(before) - 1, 0, -1) if PART_OF_IT.search(before[n].before)), None)
        wholes = (
            [c.view for c in before[:since] if is_amount(c.view) and not COMPARED.search(c.before)] if since else []
        )
        return wholes[-1].id if wholes else None
    return None


def whole_named(claim: Claim) -> frozenset[str]:
    """The words that say what the share is of: "of total shipments", "占国内总量的"."""
    m = re.match(r"\s*of (?:the |its |all |total )*([^.;,]{3,60})", claim.after)
    text = _VERB.split(m.group(1))[0] if m else ""
    before = claim.before[-30:]
    m = re.search(r"占(?!比)(?:据|到|了)?([一-鿿]{2,20}?)(?:的|比重|$)", before) or re.search(
        r"在(?!其)([一-鿿]{2,14}?)[中里内](?:的?占比?|的份额)(?:为|达)?(?:约|不[足到]|超过?|高于|低于|逾)*$", before
    )
    if not text and m is None and _MARKET_SHARE.search(claim.before):
        return tokens("市场")
    return tokens(text or (m.group(1) if m else ""))


def whole_named_before(sentence: Sentence, claim: Claim) -> frozenset[str]:
    """What an earlier share of the sentence is of: the later ones are of it too."""
    shares = [c for c in sentence.claims if c.kind == "share"]
    if claim not in shares[1:]:
        return frozenset()
    return next((t for c in reversed(shares[: shares.index(claim)]) if (t := whole_named(c))), frozenset())


def of_its_own(claim: Claim, r: Reading) -> bool:
    """Whether a share is said to be of something else that the part has: "5,760 MW, and 71% of its positions are sold"."""
    own = _OF_ITS.match(claim.after)
    return bool(own) and tokens(own[1] if own else "").isdisjoint(r.whole.words | r.part.words)


_TOGETHER_WITH = re.compile(r"\btogether with\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:together|combined|between them|taken together)\b", re.IGNORECASE)


def is_joint(claim: Claim) -> bool:
    """Whether a share is that of several parts together; the total that it is of ("占总规模的") is none of them."""
    return bool(
        SUM_WORDS.search(_OF_WHOLE.sub("", _OF_THAT.sub("", claim.before[-40:])))
        or _TOGETHER.search(claim.after[:40])
        or _TOGETHER_WITH.search(claim.before[-120:])
    )


def clause_words(material: Material, v: View) -> frozenset[str]:
    """The words of the clause that a number of the text stands in, and of its metric."""
    claim = material.claim_of.get(v.id)
    return v.words | (tokens(f"{claim.before[-40:]} {claim.after[:40]}") if claim else frozenset())


def same_time(part: View, whole: View) -> bool:
    """Whether one can be a part of the other by its period: the same, or a half or quarter of the year."""
    a, b = part.span, whole.span
    return a is None or b is None or a == b or (a.last == b.last and a.kind != b.kind)


def same_noun(part: View, whole: View) -> bool:
    """Whether what two amounts count may be one thing; units and pieces are of anything."""
    a, b = (plain(v.fact.counted_noun or "") for v in (part, whole))
    return not a or not b or a == b or bool(tokens(a) & tokens(b)) or not _PIECES.isdisjoint((a, b))


def one_metric(part: View, whole: View) -> bool:
    """Two readings of one metric ("profit rose from A to B") are not part and whole."""
    return bool(part.words) and part.words == whole.words

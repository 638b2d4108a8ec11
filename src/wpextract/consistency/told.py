"""The two amounts that a text itself sets against each other and a claim relates, as its sentences are built.

"A has 1,290 where B has 300, 4.3 times as many" needs no name to be linked: there are two amounts of one kind, and what
is said of them stands right behind. Unlike what is `beside` a claim, such a pair speaks against the claim too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wpextract.consistency.claims import Claim, spans_of
from wpextract.consistency.facts_view import View
from wpextract.consistency.linking import AS_MUCH, Operands, mentions, of_one_kind, on_the_subject, things_named
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.words import FURTHER, PER_ONE, TAKES_UP, label_tokens, tokens
from wpextract.facts.expecting import STARTING

_BEYOND_DOUBT, _HERE, _LED, _TAKEN_UP = 1.2, 0.7, 0.66, 0.66
_HEDGE = r"(?:(?:about|around|nearly|almost|roughly|some|just|only|over|the|its|a|an|约|近|仅)\s*)*"
_FROM = re.compile(
    rf"(?:\bfrom|\b(?:start|begin)\w* (?:at|with)|\bagainst|\bversus|compared (?:with|to)|\bafter|(?<![a-z])vs\.?|[由从较比])\s*{_HEDGE}$",
    re.IGNORECASE,
)
_ATTAINS = re.compile(rf"\b(?:attain|reach|total|hit|arriv|become|be|come to)\w*\s+(?:at )?{_HEDGE}$", re.IGNORECASE)
_TO = re.compile(
    rf"(?:[^,;.]{{0,12}}\b(?:arriv|end|finish|clos)\w* (?:up )?at\s*{_HEDGE}$)"
    rf"|\s*(?:\bto|\binto|\bat|[升降增减]?[至到]|达到?)\s*{_HEDGE}$",
    re.IGNORECASE,
)
_IN_TIME = re.compile(
    r"\b(?:earlier|later|before|ago|had been|become|grown|since|now|then|by (?:19|20)\d\d|in (?:19|20)\d\d)\b|\d年|当时|如今",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"[，,]\s*(?:上年|去年|上一年)(?:同期)?(?:则|仅|只)?为?约?|, (?:a year earlier|the year before) it (?:was|had been) "
)
_ANOTHER_CLAUSE = re.compile(r"[)）;；]|,\s*(?:and|while|whereas|but)\s+(?!of\b|than\b)[A-Za-z]", re.IGNORECASE)
_OF_THE = re.compile(
    r"\s*(?:(?:of|that of|what|the|its|their|than|as (?:much|many|large|high|big|long)(?: as)?)\b[^,.;:]{0,40}"
    r"|\w[\w .-]{1,24}['’]s? [^,.;:]{0,30}\bof\s*|的?[^，。；]{0,8})",
    re.IGNORECASE,
)
_DERIVED = ("growth", "cagr", "multiple", "change", "delta")
# of one thing in the course of time, not of two side by side
_OVER_TIME = re.compile(r"\b(?:doubl|tripl|trebl|quadrupl|quintupl|halv|multipl)\w*|fold\b|翻", re.IGNORECASE)
_ON = re.compile(r"\b(?:up)?on (?!average|the basis)[A-Za-z ]{3,30} of\s*$", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\s*(?:as (?:much|many|large|high|big|long|dear)\s*(?:[,.;)–—]|$|and\b)"
    r"|(?:of )?(?:that|this|the (?:former|first|earlier|other))\b|(?:its|their) (?:size|level|value)\s*[,.;])",
    re.IGNORECASE,
)
_OF_BOTH = re.compile(
    r"\b(?:the (?:difference|ratio|gap|decline|fall|drop|rise|increase|gain|change|movement|growth|former|latter|two|factor)"
    r"|this|that|which|they|both)\b|两者|前者|后者|差距|降幅|增幅|涨幅",
    re.IGNORECASE,
)
_THAN_ANOTHER = re.compile(
    r"[^,.;]{0,24}\b(?:than|short of|above|below|ahead of) (?!it\b|that\b|this\b|the (?:latter|former)\b)[a-z]",
    re.IGNORECASE,
)
_NOVEL = 2  # words between an amount and what is said of it that may be new
_OF_SOMETHING = re.compile(r"\s*(?:of )?the [a-z]+ of\b", re.IGNORECASE)  # "3 times the level of the sea"
_CHANGED_BY = re.compile(
    r"\b(?:increas|ris|rose|grew|growth|fell|fall|declin|decreas|drop|up|down|gain|add|climb|shed|lost|improv)\w*\b[^,;]{0,12}$"
    r"|[增减升降涨跌][^，；]{0,4}$|提高[^，；]{0,3}$",
    re.IGNORECASE,
)
_BRINGS = re.compile(  # to what a rate leads
    r"[^.;\d]{0,24}\b(?:lift|bring|tak|carr|push|rais|put|driv)\w*\b[^.;\d]{0,40}\b(?:to|at)\s*"
    rf"{_HEDGE}|[^.;\d]{{0,40}}\b(?:worth|reach(?:es|ed|ing)?|total(?:s|ling)?|amount(?:s|ing)? to|stand(?:s|ing)? at|come to|be)\s*{_HEDGE}"
    rf"|\s*(?:(?:a|per|each) year |annually )?to\s*{_HEDGE}"
    rf"|[^。；\d]{{0,16}}(?:20\d\d\s*年)?[^。；\d]{{0,8}}(?:达到?|增[至到]|升[至到]|扩大[至到]|突破|为)\s*{_HEDGE}",
    re.IGNORECASE,
)
# words in which a rate of what was told is told, and nothing new
_OF_ALL = frozenset(
    """
    market sale revenu total growth cagr annual compound rate size demand volum figur forecast year project expect assum
    bring lift tak would should will reach worth 市场 规模 总额 收入
    """.split()  # noqa: SIM905
)
# of when and of which way, which tell of no other thing
_SAYS_NOTHING = tokens(
    """
    month months year years quarter half halves week weeks twelve six three two earlier before later previous preceding
    prior ago end close start period same gain gains rise increase growth fall drop decline decrease loss jump improvement
    reduction cut plus minus annual annually compound compounds compounded rate path case central scenario 上年 同期 去年 增长
    """
)
_IT = re.compile(r"\b(?:it|they|this|these)\b[^.;]*$", re.IGNORECASE)
_WHEN_IT_WAS = re.compile(
    r"\s*(?:more|less|fewer|higher|lower|\w{2,}er|up|down|above|below|ahead|times|the|that)\b[^.;]{0,60}"
    rf"(?:[(（]\s*|\bwhen\b[^.;\d]{{0,40}}|, at )\s*{_HEDGE}",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"[:：]\s*|[–—]\s*")


def told_pairs(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """The base and end of a growth, a compound rate or a multiple, as the sentence or the one before it sets them."""
    things = things_named(material, claim)
    for base, end, confidence in _pairs(material, claim, sentence):
        if _of_the_years(material, claim, base, end):
            years = end.span.last - base.span.last if end.span and base.span else 0
            years = years or _years_told(material, sentence, end) if claim.kind == "cagr" else years
            here = [c.view.id for c in sentence.claims[: sentence.place(claim)]][-2:] == [base.id, end.id]
            own = any(mentions(claim.before, x, label_tokens(claim.before)) > 0.99 for x in things)
            sure = confidence * (1.0 if here and not own else on_the_subject(material, things, base, end))
            yield Operands(base, end, years or claim.back or 0, sure, 0)


def _years_told(material: Material, sentence: Sentence, end: View) -> int:
    """The years of the compound rate told last before in the paragraph, where it leads to the year of an amount."""
    earlier = material.in_block[sentence.block_id][: sentence.index + 1]
    spans = [c.span for s in earlier for c in s.claims if c.kind == "cagr" and c.span and c.span.kind == "R"]
    return spans[-1].last - spans[-1].first if spans and end.span and spans[-1].last == end.span.last else 0


def _pairs(material: Material, claim: Claim, sentence: Sentence) -> Iterator[tuple[View, View, float]]:
    if claim.kind == "multiple" and claim.view.value < 1 and not AS_MUCH.match(claim.rest):
        return  # "half of that"
    if claim.kind == "multiple" and _FROM.search(claim.before):
        return  # "the ratio narrowed from 3 times to 2 times"
    if claim.kind == "delta" and (_THAN_ANOTHER.match(claim.rest) or FURTHER.search(claim.before)):
        return
    at = sentence.place(claim)
    when = sentence.claims[at + 1 : at + 2]
    if when and TAKES_UP.match(sentence.text) and _WHEN_IT_WAS.fullmatch(claim.rest) and _is_amount(claim, when[0]):
        # "That is 20% more than in the spring, when it stood at 10, and 50% more than a year ago (8)"
        alike = [c.view for c in _just_told(material, claim, sentence) if of_one_kind(c.view, when[0].view)]
        yield from ((when[0].view, v, _BEYOND_DOUBT) for v in alike[-1:])
        return
    spoken = (*material.before_semicolon(sentence), *sentence.claims[:at])
    before = [c for c in spoken if _is_amount(claim, c)]
    behind = [c for c in sentence.claims[at + 1 :] if _is_amount(claim, c)]
    if claim.kind == "multiple" and before and _ON.search(before[-1].before):
        # "It pays 90. On profits of 9 this equates to 10 times; on sales of 30, to 3"
        so_far = (c for s in material.in_block[sentence.block_id][: sentence.index] for c in s.claims)
        held = [c for c in (*so_far, *before) if _is_amount(claim, c) and not _ON.search(c.before)]
        yield from ((before[-1].view, c.view, _HERE) for c in held[-1:] if of_one_kind(c.view, before[-1].view))
        return
    last = next((c for c in reversed(spoken) if c.kind not in _DERIVED), None)
    if before and before[-1] is last:
        yield from _here(claim, before, behind, sentence.claims[at + 1 :])
    if len(before) == 1 and _POINTS_BACK.match(claim.rest):
        told = _just_told(material, claim, sentence, before[0])
        spans = {c.view.span for c in told}
        if len(told) > 1 and len(spans) == len(told) and None not in spans:
            told = [max(told, key=lambda c: (c.view.span.last, c.view.span.part) if c.view.span else (0, 0))]
        for other in told if len(told) == 1 else ():
            if of_one_kind(other.view, before[0].view) and (pair := _ordered(claim, other, before[0])):
                over_time = claim.kind != "multiple" or _IN_TIME.search(f"{before[0].before} {claim.before}")
                low, high = sorted(pair, key=lambda v: v.value)
                yield *(pair if over_time or claim.view.value <= 1 else (low, high)), _LED
    others = _just_told(material, claim, sentence)
    about_them = [c for c in behind if any(of_one_kind(c.view, x.view) for x in others)]
    if not before and not about_them and not _OF_SOMETHING.match(claim.rest):
        told = others
        if len(told) == 1:  # "It was 310 in 2019. Five years on it was 1,240. The number has grown fourfold"
            earlier = [s for s in material.in_block[sentence.block_id][: sentence.index] if told[0] not in s.claims]
            told = [*[c for s in earlier[-1:] for c in s.claims if _is_amount(claim, c)][-1:], *told]
        if len(told) == 2 and of_one_kind(told[0].view, told[1].view) and _says_of_both(claim, sentence):
            if pair := _ordered(claim, *told):
                yield *pair, _TAKEN_UP
    if not before and len(behind) > 1 and _FROM.search(claim.rest) and _TO.search(behind[1].before):
        if behind[0] is sentence.claims[at + 1] and of_one_kind(behind[0].view, behind[1].view):
            yield behind[0].view, behind[1].view, _HERE  # "more than doubled over the same period, from 10 to 19"
            return
    if not before and len(behind) > 0 and behind[0] is sentence.claims[at + 1]:
        yield from _against_just_told(material, claim, sentence, behind[0])
    if (
        not before
        and len(behind) == 2
        and _ANNOUNCES.search(claim.rest)
        and of_one_kind(behind[0].view, behind[1].view)
    ):
        yield *(_ordered(claim, *behind) or (behind[0].view, behind[1].view)), _LED


def _here(
    claim: Claim, before: Sequence[Claim], behind: Sequence[Claim], after: Sequence[Claim]
) -> Iterator[tuple[View, View, float]]:
    """The two of its own sentence: one on either side, or the last two before it."""
    last = before[-1]
    led = behind[0] if behind and behind[0] is after[0] and of_one_kind(behind[0].view, last.view) else None
    spans = (last.view.span, led.view.span) if led else (None, None)
    if led and claim.kind in ("growth", "cagr") and spans[0] and spans[1] and spans[0].last < spans[1].last:
        if _BRINGS.fullmatch(claim.rest):  # "at 50 in 2024; if it keeps up 8% a year, it will be 79 in 2030"
            yield last.view, led.view, _HERE
            return
    new = tokens(claim.before) - tokens(last.before) - last.view.words - _SAYS_NOTHING
    if claim.kind != "multiple" and len(new) > _NOVEL:
        return  # a clause with a subject of its own
    others = [c for c in before[:-1] if of_one_kind(c.view, last.view)]
    follows = behind[0] if behind and behind[0] is after[0] and of_one_kind(behind[0].view, last.view) else None
    if _ANOTHER_CLAUSE.search(claim.rest):
        follows = None
    if follows and (
        _FROM.search(claim.rest)
        or _IT_WAS.fullmatch(claim.rest)
        or (claim.kind == "multiple" and _OF_THE.fullmatch(claim.rest))
    ):
        yield follows.view, last.view, _HERE
    elif others and (len(others) == 1 or _FROM.search(others[-1].before) or _FROM.search(last.before)):
        if pair := _ordered(claim, others[-1], last):
            yield *pair, _HERE


def _just_told(material: Material, claim: Claim, sentence: Sentence, like: Claim | None = None) -> list[Claim]:
    """The amounts of the nearest sentence before in the paragraph that tells any, of one kind with another if given."""
    for s in reversed(material.in_block[sentence.block_id][: sentence.index][-2:]):
        amounts = (c for c in s.claims if _is_amount(claim, c))
        if told := [c for c in amounts if like is None or of_one_kind(c.view, like.view)]:
            return told
    return []


def _against_just_told(
    material: Material, claim: Claim, sentence: Sentence, behind: Claim
) -> Iterator[tuple[View, View, float]]:
    """An amount that a rate leads to, and the one just told: "It was 50 in 2024. Growth of 8% should lift it to 54 in 2025"."""
    told = [c.view for c in _just_told(material, claim, sentence) if of_one_kind(c.view, behind.view)]
    end = behind.view.span
    if claim.kind not in ("growth", "cagr") or end is None or not _BRINGS.fullmatch(claim.rest):
        return
    earlier = [v for v in told if v.span is not None and (v.span.last, v.span.part) < (end.last, end.part)]
    last = max((v.span.last for v in earlier if v.span), default=0)
    base = [v for v in earlier if v.span and v.span.last == last]
    new = {x for x in label_tokens(f"{claim.before} {claim.rest}") - _OF_ALL - _SAYS_NOTHING if not x.startswith("#")}
    if _IT.search(claim.before):
        new = set()
    if len(base) == 1 and len(new - label_tokens(base[0].fact.sentence) - base[0].words) <= _NOVEL:
        yield base[0], behind.view, _TAKEN_UP


def _says_of_both(claim: Claim, sentence: Sentence) -> bool:
    """Whether a sentence without amounts of its own takes up what was told: it names neither years nor another thing."""
    return bool(TAKES_UP.match(sentence.text) or _OF_BOTH.search(f"{claim.view.said_before} | {claim.after}"))


def _ordered(claim: Claim, first: Claim, second: Claim) -> tuple[View, View] | None:
    """Which of two amounts is the base and which the end; none where nothing says that they are set against each other."""
    a, b = first.view, second.view
    if _FROM.search(second.before):  # "B against A"
        return b, a
    begun = STARTING.search(first.before) and _ATTAINS.search(second.before)
    if (
        begun
        or _TO.search(second.before)
        and (_FROM.search(first.before) or _TO.fullmatch(second.before.strip() + " "))
    ):
        return a, b
    if a.span and b.span and a.span != b.span:
        return (a, b) if (a.span.last, a.span.part) < (b.span.last, b.span.part) else (b, a)
    if claim.kind == "multiple" and _OVER_TIME.search(claim.view.fact.value_as_printed):
        return None
    if claim.kind in ("growth", "cagr") or (claim.kind != "multiple" and _CHANGED_BY.search(claim.before)):
        return None
    low, high = sorted((a, b), key=lambda v: v.value)
    return (low, high) if claim.view.value > 1 else (high, low)


def _is_amount(claim: Claim, other: Claim) -> bool:
    """Whether a number can be one of the two; shares only for a multiple of shares."""
    v = other.view
    rates = claim.kind in ("multiple", "change")
    kinds = ("level", "share") if rates else ("level",)
    if claim.kind == "change" and v.fact.kind != "percent":
        return False
    if claim.kind == "delta" and v.dimension.split("/")[0] != claim.view.dimension.split("/")[0]:
        return False
    told = (
        other.kind in kinds
        and (v.is_level or rates)
        and v.fact.kind in ("money", "count", "physical", "percent", "ratio")
    )
    return told and not v.is_range and v.fact.decimals is not None and v.value > 0 and not PER_ONE.search(other.before)


def _of_the_years(material: Material, claim: Claim, base: View, end: View) -> bool:
    """Whether two amounts are of the years that a claim names, where it names any and theirs are known."""
    named = claim.span if claim.view.fact.period_basis == "sentence" else None
    own = named is not None and str(named.last) in f"{claim.before} {claim.rest}"
    if claim.kind == "cagr" and base.span is not None and base.span == end.span:
        return False  # two things in one year
    if claim.kind == "cagr" and named and own and end.span and named.last != end.span.last:
        return False  # "from 104 in 2024 to 133 in 2028. With a tariff by 2027 that is 4.6% a year"
    ends = [v.span.last for v in (base, end) if v.span]
    if named and named.kind == "Y" and len(ends) == 2 and max(ends) < named.last:
        return False  # "from 50 in 2022 to 200 in 2024, and last year they doubled once more"
    if not (claim.base_years or claim.back) or base.span is None or end.span is None:
        return True
    if base.span == end.span and _WHEN_IT_WAS.fullmatch(claim.rest):
        return True  # "than in the second quarter, when it stood at"
    if claim.kind == "multiple" and base.span == end.span and set(claim.base_years) <= {end.span.last}:
        return True  # one beside the other, in the year of both
    return any((b, e) == (base.span, end.span) for b, e, _ in spans_of(claim, material.latest))

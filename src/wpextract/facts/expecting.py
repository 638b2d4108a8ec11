"""Whether a number is expected rather than observed: what a forecast says, what it starts from, what holds today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from wpextract.facts.sentences import clause_bounds
from wpextract.facts.times import Calendar, When
from wpextract.quantities import forecast_cues
from wpextract.quantities.model import Quantity

RATES = ("percent", "percentage_point", "multiple")
LEADS_ON = re.compile(r"[,，;；]|\b(?:and|but|while|whereas|which)\b", re.IGNORECASE)
_FROM = re.compile(
    r"(?:\bfrom(?:\s+(?:about|some|around|an?|over|under|nearly|roughly|just))*|[由从自][约近]?)\s*$", re.IGNORECASE
)
STARTING = re.compile(r"\b(?:starting|beginning|coming) (?:from|at|with)\s+(?:about |some |just )?$", re.IGNORECASE)
_ATTAINS = re.compile(
    r",[^,;.]{0,30}\b(?:attain|reach|total|hit|arriv|become|be|grow to|rise to)\w*\s+(?:at )?(?:about |some |just )?",
    re.IGNORECASE,
)
_TO_NEXT = re.compile(
    r"[^,;.，；。]{0,40}?(?:\bto\b|[至到]|[变增减升降改缩扩][为成])[^,;.，；。]{0,16}$", re.IGNORECASE
)
_TODAY = re.compile(
    r"\b(?:today(?!['’]s [a-z])|currently|now|at present|so far|to date|the (?:past|last) \w+ years)\b"
    r"|(?<![较比从由与])目前|现有|当前|如今|现阶段|迄今|过去[一二两三四五六七八九十\d]+年",
    re.IGNORECASE,
)
# What a figure may be wrong by: no expectation.
_ERRS = re.compile(r"\b(?:may|might|can|could)\s+(?:be\s+(?:off|out|wrong)|differ|deviate|vary|err)\b", re.IGNORECASE)
_STILL = re.compile(r"\b(?:still|already)\b|仍|尚|已经", re.IGNORECASE)
# A share of people who expect something is a finding: 62% of buyers intend to, 三成企业计划.
_POLLED = re.compile(
    r"(?:\s+of\s[^,;.\d]{1,50}?|\s+[a-z]+(?:\s[a-z]+)?)?\s+(?:say|said|report|think|believe|expect|plan|intend|want|hope|anticipate|consider|respond|answer|replied)(?:ed)?\b"
    r"|的?[^，；。\d]{0,8}?(?:企业|者|用户|公司|机构|厂商|商家|卖家|家庭)(?:表示|认为|计划|打算|希望|考虑|预计)",
    re.IGNORECASE,
)
_FROM_TODAY = re.compile(
    r"(?:目前|当前|现在|如今)的?约?\s*\Z|\b(?:today['’]s|the (?:current|present)) \Z"
)  # 由目前的N提高到M
_TODAY_BEHIND = re.compile(r"\W*(?:[a-z]+\W+){0,2}?(?:today|currently|now|at present|so far|to date)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:was|were|had)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?!expect|project|estimat|plann|requir|schedul|need|forecast)\w{3,}ed\b", re.IGNORECASE)
_DID = re.compile(rf"(?<!\bis )(?<!\bare )(?<!\bbe ){_DONE.pattern}", re.IGNORECASE)
_STANDS = re.compile(r"截[至止]|\bas (?:of|at)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:was|were) (?:\w+ )?(?:conducted|held|fielded|carried out|surveyed|interviewed|collected|polled|asked|in the field)\b"
    r"|(?:调研|调查|问卷|访谈|填报)(?:时间|期间|于|开展|进行)",
    re.IGNORECASE,
)
# A heading that announces nothing but an outlook; "Price outlook" may begin with what prices are.
_OUTLOOK = re.compile(
    r"(?=.*(?:outlook|forecast|future|prospect|ahead|未来|前景|展望|预测))[\W\d一二三四五六七八九十第章节部分]*(?:(?:the|and|to|years?|outlook|forecasts?|future|trends?|prospects|looking|ahead|未来|发展|趋势|前景|展望|预测)"
    r"[\W\d与和及年]*)+",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\b(?:outlook|forecasts?|futures?|prospects?|ahead|scenarios?|projections?|next|coming)\b|未来|今后|往后|前景|展望|预测|情景|趋势|预判",
    re.IGNORECASE,
)


def is_forecast(
    when: When, sentence: str, quantities: Sequence[Quantity], k: int, calendar: Calendar, heading: str = ""
) -> bool:  # fmt: skip
    """Is a number expected rather than observed: by its period where that was read, else by the words round it?

    What holds today or what a change starts from is no forecast. Under a heading that announces an outlook, what has no
    period is one.
    """
    q, period, known = quantities[k], when.period, calendar.known_until
    told = _TOLD.search(sentence, clause_bounds(sentence, q.start)[0], q.end) or _STANDS.search(sentence, 0, q.end)
    told = told or _ASKED.search(sentence)
    cued = _is_expected(sentence, q)
    if _ERRS.search(sentence, clause_bounds(sentence, q.start)[0], q.start):
        return False
    if is_of_today(sentence, q) or q.kind in ("percent", "count") and _POLLED.match(sentence, q.end):
        return False
    read = period is not None and period.start != period.end  # and not the base year
    if period and read:
        if period.is_forecast:
            return True
        if known and period.last and period.first:
            if period.first > known or period.last.year > known.year:
                return cued or not told
            if period.last.year < known.year:
                return not re.search(r"\d{4}", period.text) and when.basis == "sentence" and _is_cued(sentence, q)
            if period.kind == "year" and (known.month, known.day) < (12, 1) and q.kind not in RATES:
                return cued or when.basis == "sentence" and not told and not _DONE.search(sentence)  # not over yet
    ahead = read and period and period.last and calendar.base_year and period.last.year > calendar.base_year
    if not ahead and is_left_behind(sentence, quantities, k):
        return False
    lasting = _STILL.search(sentence, clause_bounds(sentence, q.start)[0], q.start)
    return cued or not read and not told and not lasting and bool(_OUTLOOK.fullmatch(heading))


def announces(heading: str) -> bool:
    """Does a heading announce what is to come: Outlook to 2027, 2027年情景, Scenarios?"""
    return _ANNOUNCES.search(heading) is not None


def is_expected(sentence: str, quantities: Sequence[Quantity], k: int, stays: bool = False) -> bool:
    """Is a number said to be expected, or does it stay with what was, and neither holds today nor was observed?"""
    q = quantities[k]
    start = clause_bounds(sentence, q.start)[0]
    if is_of_today(sentence, q) or _ERRS.search(sentence, start, q.start) or is_left_behind(sentence, quantities, k):
        return False
    if _TOLD.search(sentence, start, q.end):
        return False
    return stays and not _DID.search(sentence) or _is_expected(sentence, q)


def is_left_behind(sentence: str, quantities: Sequence[Quantity], k: int) -> bool:
    """Is a number the one that a change starts from: rise from N to M, 由N增至M?"""
    q = quantities[k]
    if k + 1 >= len(quantities) or not _FROM.search(sentence[max(0, q.start - 40) : q.start]):
        return False
    between = sentence[q.end : quantities[k + 1].start]
    begun = STARTING.search(sentence[: q.start]) and _ATTAINS.fullmatch(between)
    return quantities[k + 1].unit == q.unit and bool(begun or _TO_NEXT.fullmatch(between))


def is_of_today(sentence: str, q: Quantity) -> bool:
    """Is a number said to hold now: 目前约为N, N today?"""
    if _TODAY_BEHIND.match(sentence, q.end) or _FROM_TODAY.search(sentence, 0, q.start):
        return True
    start = clause_bounds(sentence, q.start)[0]
    now = max((m.end() for m in _TODAY.finditer(sentence, start, q.start)), default=None)
    return now is not None and not any(now <= at < q.start for at in cues_of(sentence))


def _is_cued(sentence: str, q: Quantity) -> bool:
    """Does the clause say before the number that it is expected?"""
    start = clause_bounds(sentence, q.start)[0]
    return any(start <= at < q.start for at in cues_of(sentence))


def _is_expected(sentence: str, q: Quantity) -> bool:
    """Do words before a number say that it is expected, or behind it in its clause without leading on to another?"""
    start, end = clause_bounds(sentence, q.start)
    return any(
        at < q.start or start <= at < end and not LEADS_ON.search(sentence, q.end, at) for at in cues_of(sentence)
    )


@lru_cache(maxsize=256)
def cues_of(sentence: str) -> tuple[int, ...]:
    """Where a sentence says that something is expected."""
    return tuple(start for start, _ in forecast_cues(sentence))

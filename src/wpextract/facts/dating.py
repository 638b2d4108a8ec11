"""The period each number of a sentence is stated for.

A period belongs to a number that stands right before it ("N in 2022"). Otherwise a number takes the nearest period of
its clause, then of its sentence, that is neither another number's own nor a mere basis of comparison ("above 2023",
"the size of 2019", 较2022年), then that of the heading or of the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wpextract.facts.dating_own import FROM_ZH, GOES_ON, Spoken, multiplies, place
from wpextract.facts.dating_spans import (
    CHANGES,
    RATE,
    THAN,
    ahead,
    closed,
    compared,
    end_of,
    ended,
    lasting,
    left_behind,
    looks_back,
    past_years,
    since,
)
from wpextract.facts.expecting import cues_of, is_expected, is_left_behind, is_of_today
from wpextract.facts.sentences import clause_bounds
from wpextract.facts.times import NOTHING, Calendar, Told, When, is_earlier
from wpextract.quantities.model import Period, Quantity

_CONVERTS_ZH = re.compile(r"[按以][^，]*$")  # 按汇率N折算，2024年为M
_COMPARES = re.compile(r"\b(?:against|compared (?:with|to)|versus|vs\.?|(?:up|down) from)\b", re.IGNORECASE)
_CONTRASTED = re.compile(r"(?:[而但]|\b(?:while|whereas|but|against))\s*(?:在|in\b)?\s*$", re.IGNORECASE)
_WIDE = re.compile(r"[,;，；。]\s|[，；]|\b(?:while|whereas)\b")
_REMAINS = re.compile(r"\b(?:remains?|(?:is|are) (?:now|still)|today(?!['’]s [a-z])|currently)\b", re.IGNORECASE)
_RELATIVE_CLAUSE = re.compile(r"\b(?:that|who) \w+", re.IGNORECASE)  # and N shops that existed in 2020
_SETS_APART = re.compile(
    r"[,，;；](?!\d{3})|\b(?:than|against|after|from|beside|compared?|versus|beats?|above|below|under|over|times|where|while|whereas|yet|but|on the|half of)\b",
    re.IGNORECASE,
)
_HELD_AGAINST = re.compile(
    r"\b(?:than|against|above|below|over|on|times|from)\s+(?:the |about |some )?\S*\d\S*(?: [a-z]+){0,3} (?:of|in)\s*$",
    re.IGNORECASE,
)
_AND_ANOTHER = re.compile(r",\s*(?:and|while|but)\s+(?:the |an? )?[A-Z]?\w+")
_BEFORE_THAT = re.compile(r"(?:Before that|Until then|Up to then|Prior to that)\b|在?此之?前", re.IGNORECASE)
_CHANGED_TO = re.compile(r"(?:\b(?:by|to)\s+|[至到])\Z")


def date_numbers(
    sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period], heading: Period | None, calendar: Calendar,
    told: Told = NOTHING,
) -> list[When]:  # fmt: skip
    """The period of each quantity, given what was told before."""
    spoken = place(sentence, quantities, periods, calendar)
    dated: list[When] = []
    for k in range(len(quantities)):
        period = _period(spoken, k, told.carried, dated)
        dated.append(When(closed(spoken, k, period), "sentence") if period else _unnamed(spoken, k, heading, told))
    return left_behind(spoken, dated, told.span)


def is_contrasted(sentence: str, p: Period) -> bool:
    """Is a time named only to set what is spoken of against it: 而2020年为N, but in 2020, N a year earlier?"""
    before = sentence[: p.start]
    if is_earlier(p) and re.search(r"\d", before):
        return True
    return bool(_CONTRASTED.search(before) or _HELD_AGAINST.search(before))


def _period(s: Spoken, k: int, carried: Period | None, dated: Sequence[When]) -> Period | None:
    """The period that the sentence names for a number: its own, or what the numbers before and the clause leave for it."""
    period = s.own.get(k)
    if period is None and _is_before_that(s, k):
        return None
    if period is None:
        past = replace(carried, start=-1, end=0) if carried else None
        period = lasting(s, k) or _chosen(s, k, past)
        period = compared(s, k, period, dated) if period else None
        looked = period or past
        if looked and looks_back(s, k, looked):
            period = since(s, k, looked)
        if period and is_of_today(s.text, s.quantities[k]) and _is_of_another_year(period, s.calendar):
            period = s.calendar.base
    return end_of(s, k, period or past_years(s))


def _is_before_that(s: Spoken, k: int) -> bool:
    """Is a number of a time that nothing tells: "Before that it had never exceeded 79%"?"""
    said = _BEFORE_THAT.match(s.text)
    return said is not None and not any(said.end() <= p.end <= s.quantities[k].start for p in s.periods)


def _unnamed(s: Spoken, k: int, heading: Period | None, told: Told) -> When:
    """The period of a number for which its sentence names none: what was told before, the heading, or the base year."""
    q, base = s.quantities[k], s.calendar.base
    if _is_before_that(s, k):
        return When(None, None)
    if told.carried:
        return When(told.carried, "sentence")
    if told.asked and not is_of_today(s.text, q):
        return When(told.asked, "sentence")
    expected = is_expected(s.text, s.quantities, k, told.stays)
    if told.ahead and expected:
        return When(ahead(s, k, told.ahead), "sentence")
    if heading and heading.kind != "range" and (expected or not s.calendar.is_to_come(heading)):
        return When(ended(q, heading, (), s.calendar), "heading")
    return When(base, "document" if base else None)


def _chosen(s: Spoken, k: int, past: Period | None) -> Period | None:
    """The period of a number that has none by its place; `past` is that of the sentence before, where this goes on."""
    q = s.quantities[k]
    free = [p for p in s.periods if p not in s.bases and p.start not in s.taken and _reaches(s, p, k)]
    latest = max((p for p in free if p.end <= q.start), key=lambda p: p.last or date.min, default=None)
    if latest and s.text.startswith("其中", s.clause_of(q)[0]):
        return latest
    start = next((p for p in reversed(s.periods) if p.start in s.taken and p.end <= q.start), None)
    if start and FROM_ZH.search(s.text[: q.start]):
        return start  # A由2020年的N升至M，B由N升至M
    chosen = _nearest(s, k, free)
    if chosen is None or chosen.start < q.end:
        return chosen
    if _is_of_the_next(s, k, chosen):
        return None
    return latest or past if _is_apart(s, q, chosen, past) else chosen


def _reaches(s: Spoken, p: Period, k: int) -> bool:
    """Can a period date a number: a year earlier and 上年 date but what their own clause says.

    Where they open a sentence, they date all of it but changes, which lead on to what is spoken of. Nor does a past
    year reach a number that is set apart from its own: 5%, 2 points under the 7% of 2020.
    """
    q = s.quantities[k]
    owner = next((s.quantities[j] for j, x in s.own.items() if j > k and x.start == p.start), None)
    apart = owner and (_SETS_APART.search(s.text, q.end, owner.start) or multiplies(s.text, q, owner.start))
    if apart and _is_of_another_year(p, s.calendar) or p.start >= q.end and _leads(s, p, q):
        return False
    if q.kind == "multiple" and re.fullmatch(r"年?[底末]?的\s*", s.text[p.end : q.start]):  # 达到2023年的3倍
        return False
    if not is_earlier(p):
        return True
    start, end = clause_bounds(s.text, p.start)
    if start <= q.start < end:
        return not (q.end <= p.start and any(q.end <= x.start < p.start for x in s.quantities))
    if q.start < end:
        return False
    if not any(start <= x.start < q.start for x in s.quantities):
        return True
    changes = _CHANGED_TO.search(s.text, 0, q.start) or CHANGES.search(s.text, *s.clause_of(q))
    return not changes and not any(x.start < p.start for x in s.quantities)


def _leads(s: Spoken, p: Period, q: Quantity) -> bool:
    """Does a year open a clause with a number of its own, and date but that one: 额为N，增长M，2023年为K?"""
    known = p.first is not None and p.first.year <= (s.calendar.base_year or 0)
    if not known or not re.fullmatch(r"\d{4}\s*年", p.text) or _CONVERTS_ZH.search(s.text[: q.start]):
        return False
    return any(p.end <= x.start < clause_bounds(s.text, p.start)[1] for x in s.quantities)


def _nearest(s: Spoken, k: int, free: Sequence[Period]) -> Period | None:
    """The last period before a number in its clause, else one that no other number owns, else one behind it."""
    q = s.quantities[k]
    following = s.quantities[k + 1].end if k + 1 < len(s.quantities) else len(s.text)
    periods = [p for p in free if p.start <= following or not _RELATIVE_CLAUSE.search(s.text, following, p.start)]
    # A rose by N, and B has risen by M since 2022
    later = next((x.start for x in s.quantities[k + 1 :] if x.kind == q.kind == "percent"), len(s.text))
    periods = [p for p in periods if p.kind not in ("range", "since") or p.start < later]
    # A reached N, and B has stood at M since 2020
    periods = [
        p
        for p in periods
        if p.kind != "since"
        or p.start < q.end
        or not any(x.end <= p.start and _AND_ANOTHER.search(s.text, q.end, x.start) for x in s.quantities[k + 1 :])
    ]
    start, end = s.clause_of(q)
    spans = [p for p in periods if p.kind in ("range", "since")]
    if spans and RATE.search(s.text, start, end):
        return spans[-1]
    if inside := [p for p in periods if start <= p.start < q.start]:
        return inside[-1]
    wide = next((m.start() for m in _WIDE.finditer(s.text, q.end)), len(s.text))
    owned = {p.start for p in s.own.values()}
    before = [p for p in periods if p.end <= q.start]
    close = [*[p for p in before if p.start not in owned][-1:], *[p for p in periods if q.end <= p.start < wide]]
    if close:
        return close[0]
    if last := max(before, key=lambda p: p.last or p.first or date.min, default=None):
        # since the high of 2022, though it remains N
        return None if _REMAINS.search(s.text, last.end, q.start) else last
    # A为N，而三年前为M
    return next((p for p in periods if not _CONTRASTED.search(s.text[q.end : p.start])), None)


def _is_of_the_next(s: Spoken, k: int, chosen: Period) -> bool:
    """Is a year to come, named behind a number, that of the next one: stood at N and should reach M in 2028?"""
    known = s.calendar.known_until
    if not (chosen.first and known and chosen.first > known) or k + 1 == len(s.quantities):
        return False
    cued = any(s.quantities[k].end <= at < chosen.start for at in cues_of(s.text))
    return cued or is_left_behind(s.text, s.quantities, k)


def _is_apart(s: Spoken, q: Quantity, chosen: Period, past: Period | None) -> bool:
    """Does a period behind a number tell of something else: 9 more than the 40 of a year earlier, sold N and runs until 2028?"""
    if past and chosen.start >= s.clause_of(q)[1]:
        return True
    if _COMPARES.search(s.text, q.end, chosen.start) or THAN.match(s.text, q.end):
        return True  # 30 towns, against only four in 2018
    return GOES_ON.search(s.text[q.end : chosen.start]) is not None


def _is_of_another_year(period: Period, calendar: Calendar) -> bool:
    return period.last is not None and period.last.year != calendar.base_year

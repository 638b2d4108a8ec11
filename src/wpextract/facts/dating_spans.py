"""The years that a change, a rate or an open end takes in, once it is known what time they are told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wpextract.facts.dating_own import Spoken
from wpextract.facts.expecting import RATES, cues_of, is_left_behind
from wpextract.facts.sentences import clause_bounds
from wpextract.facts.times import Calendar, When, year_of
from wpextract.quantities import find_periods, resolve
from wpextract.quantities.lexicon import CHANGE_WORDS, HAN_CHANGE, UNITS
from wpextract.quantities.model import Period, Quantity
from wpextract.quantities.periods import RelativePeriod

RATE = re.compile(
    r"cagr|compound|annual (?:growth|rate|average|increase|decline)|average annual|per annum|复合(?:年|增|平均|率)|年复合|年均",
    re.IGNORECASE,
)
THAN = re.compile(
    r"\s*(?:[a-z]+ ){0,2}?(?:more|fewer|less|higher|lower|larger|smaller|longer|shorter|greater|above|below)\b|多|少|高|低",
    re.IGNORECASE,
)
CHANGES = re.compile(
    rf"\b(?:{'|'.join(sorted(CHANGE_WORDS))}|gain|growth|change|increase|rise|drop|decline|cut|fall)\b|{'|'.join(sorted(HAN_CHANGE))}|[增减涨跌升降]",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\s*(?:(?:a|per|each|every) year|annually|p\.a\.)", re.IGNORECASE)
_HAN_YEARS = {"两": 2} | {numeral: n for n, numeral in enumerate("二三四五六七八九十", 2)}
_LASTING_ZH = re.compile(
    r"(?<![近每前后来去])(?P<years>[二两三四五六七八九十]|\d)年(?:[间来内]|累计|(?=[增提升下降缩回扩减]))"
)
_LASTING = re.compile(
    r"\b(?:in|over|within|during) (?:only |just |the (?:past |last )?)?(?P<years>two|three|four|five|six|seven|eight|nine|ten|\d\d?) years\b"
    r"(?! (?:to|through|until|up|end))",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"(?:未来|今后)(?P<han>[二两三四五六七八九十]|\d)年|\b(?:next|coming) (?P<years>\w+) years\b", re.IGNORECASE
)
_DECADE = re.compile(r"\bby the end of (?:the|this) decade\b", re.IGNORECASE)
_PAST = re.compile(
    r"(?:在?(?:过去|近|最近)(?P<han>[二两三四五六七八九十]|\d)年[间来里内]?"
    r"|(?:over|in|during|within) the (?:past|last) (?P<years>\w+) years)(?:[,，]|(?=[由从]))",
    re.IGNORECASE,
)
_TOOK_ZH = re.compile(r"(?:用了?|历时|花了?)(?P<years>[二两三四五六七八九十]|\d)年")
_SINCE_THEN = re.compile(r"\b(?:has|have) since\b(?! \d)|\bsince then\b", re.IGNORECASE)
_ONWARDS = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:through|until|up to|(?:planned|needed|required|scheduled|budgeted|forecast|expected) to)\s*$", re.IGNORECASE
)
_FROM_LEVEL = re.compile(r"\bfrom\s+(?:the\s+)?(?:(?:level|figure|value|base)\s+(?:of|in)\s+)?$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:[^,;.，；。]{0,30}?,?\s*(?:(?:an?|the) (?:\w+ )?\w+ |up |down )?\bfrom|(?:\s+(?:in|for|at) \w+(?: \w+)?)?,?\s*\bafter)"
    r"(?:\s+(?:about|some|around|only|just|an?|the|nearly))*\s*",
    re.IGNORECASE,
)
_SO_MANY_YEARS_TO = re.compile(r"\w+ years (?:to|through|until|up to|end)", re.IGNORECASE)
_RANGES = re.compile(r"\b(?:rang|var[yi]|differ|between)", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have)\b", re.IGNORECASE)
_CONCLUDES = re.compile(
    r"\b(?:so|thus|hence|therefore|has|have|is now|which (?:means|makes|is)|that (?:means|is|corresponds|amounts|equals|makes))\b|已|因此|可见|至今|累计",
    re.IGNORECASE,
)


_SAME_YEARS = re.compile(
    r"\b(?:over|in|during|across) (?:the|this|that) same (?:period|interval|span|stretch|years|time)\b|\bover (?:that|this) (?:period|interval|span)\b"
    r"|同一?时期|同期",
    re.IGNORECASE,
)


def is_yearly(sentence: str, q: Quantity) -> bool:
    """Is a number a rate a year: N% a year, a CAGR of N%, 年均N%?"""
    clause = clause_bounds(sentence, q.start)
    return q.kind in RATES and bool(_YEARLY.match(sentence, q.end) or RATE.search(sentence, *clause))


def span_of(dated: Sequence[When]) -> Period | None:
    """The years from the first of two dated numbers of a sentence to the last."""
    periods = [w.period for w in dated if w.period and w.basis == "sentence" and w.period.first and w.period.last]
    if not periods:
        return None
    first, last = min(p.first for p in periods if p.first), max(p.last for p in periods if p.last)
    return _years(periods[-1], first.year, last.year) if first.year < last.year else None


def sums_up(sentence: str, q: Quantity, when: When) -> bool:
    """Is a number the yearly rate of what the sentence before told: the implied rate is N% a year?"""
    single = when.period is not None and when.period.kind == "year"
    return single and not find_periods(sentence) and is_yearly(sentence, q)


def of_the_same_years(sentence: str, q: Quantity, when: When) -> bool:
    """Is a number a yearly rate of the years that were spanned before: it has advanced by N% a year over the same period?"""
    ranged = when.period is not None and when.period.kind in ("range", "since")
    start, end = clause_bounds(sentence, q.start)
    return not ranged and is_yearly(sentence, q) and _SAME_YEARS.search(sentence, start, end) is not None


def counted_from(sentence: str, q: Quantity, periods: Sequence[Period], last: Period | None) -> Period | None:
    """The years of a yearly rate whose last the sentence before told: from the level of 2024 this means N% a year."""
    first = next((p for p in periods if p.end <= q.start and _FROM_LEVEL.search(sentence[: p.start])), None)
    if first is None or last is None or not (first.last and last.last):
        return None
    told = len(periods) == 1 and first.last < last.last and is_yearly(sentence, q)
    return replace(first, last=last.last, kind="range", is_forecast=last.is_forecast) if told else None


def compared(s: Spoken, k: int, chosen: Period, dated: Sequence[When]) -> Period:
    """The period of a change between two dated numbers before it: the later one's, or the years between them.

    N in 2024 and M in 2020, a gain of K; 2024年为N，是2020年M的K倍. A rate is stated for its last year, an amount for
    the years it took. `dated` are the numbers before.
    """
    q = s.quantities[k]
    more = THAN.match(s.text, q.end) is not None
    changes = q.kind in RATES or q.direction is not None or s.text.endswith("by ", 0, q.start) or more
    if chosen.start >= q.end or chosen.last is None or not changes:
        return chosen
    told = [(w.period, x) for w, x in zip(dated, s.quantities[:k], strict=True) if w.period and w.period.last]
    levels = [(p, x) for p, x in told if x.kind not in RATES or x.kind == q.kind or q.kind == "percentage_point"][-2:]
    previous = s.quantities[k - 1].end if k else 0
    following = [s.own[k + 1]] if k + 1 in s.own else []
    if more:  # 60 million more than in 2020
        base = next((p for p in (*s.bases, *following) if q.end <= p.start <= q.end + 50), None)
    else:  # 较2020年增长N
        base = next((p for p in reversed(s.bases) if previous <= p.start and p.end <= q.start), None)
    if base is None and (not levels or chosen.start >= previous and chosen != s.own.get(k - 1)):
        return chosen
    latest = max((chosen, *(p for p, _ in levels)), key=lambda p: p.last or date.min)
    yearly = is_yearly(s.text, q)
    named = base is not None and any(base.start >= x.start >= q.end for x in s.quantities)  # below the M of 2022
    if q.kind == "multiple" or q.kind == "percent" and not yearly and not named:  # A grew by N, B by M: as many rates
        return chosen if any(x.kind == q.kind and p.last == latest.last for p, x in told) else latest
    alike = yearly or len(levels) == 2 and all(x.unit == q.unit or q.kind == "percentage_point" for _, x in levels)
    first = base.first if base else min((p.first for p, _ in levels if p.first), default=None) if alike else None
    if first is None or latest.last is None or latest.last.year - first.year < 2:
        return latest
    return _years(latest, first.year, latest.last.year)


def looks_back(s: Spoken, k: int, then: Period) -> bool:
    """Is a change told as what has come of a past year: in 2019 it was N, so it has grown by M?"""
    q = s.quantities[k]
    if not s.calendar.is_past(then) or then.kind not in ("year", "instant", "month") or then.start >= q.end:
        return False
    start, end = s.clause_of(q)
    if not (q.kind in RATES or _PERFECT.search(s.text, start, end) or CHANGES.search(s.text, start, end)):
        return False
    if any(start <= p.start < end for p in s.periods):
        return False
    if any(_is_left_for(s, i, j) for i in range(k) for j in (i - 1, i + 1) if j < k):
        return False  # between two that are told
    told = any(clause_bounds(s.text, then.start)[0] <= x.start < start for x in s.quantities[:k])
    return _CONCLUDES.search(s.text, max(then.end, 0), q.start) is not None and (told or then.start < 0)


def since(s: Spoken, k: int, then: Period) -> Period:
    """The years from a past one to the base year for what they made; a rate of their change is that of the last."""
    q, now = s.quantities[k], s.calendar.base or then
    if q.kind in ("percent", "multiple") and not is_yearly(s.text, q) or not (then.first and now.last):
        return replace(now, start=then.start, end=then.end)
    return _years(then, then.first.year, now.last.year)


def lasting(s: Spoken, k: int) -> Period | None:
    """The years that a change took until the base year, or those to come: 2020年……，四年提高N个百分点; over the next two years."""
    q, base = s.quantities[k], s.calendar.base_year
    start, end = s.clause_of(q)
    if base is None:
        return None
    rate = q.kind in RATES
    if coming := _COMING.search(s.text, start, end):
        begun = is_yearly(s.text, q)  # a yearly rate begins with the base year itself
        return _counted(coming, base + (not begun), base + years) if (years := _count(coming)) else None
    if decade := _DECADE.search(s.text, start, end):
        return replace(_counted(decade, *[base // 10 * 10 + 10] * 2), kind="year")
    cued = any(start <= at < q.start for at in cues_of(s.text))
    m = _LASTING_ZH.search(s.text, start, q.start) or _LASTING.search(s.text, start, q.start)
    m = m or (_LASTING.search(s.text, q.end, end) if cued else None)
    if m is None or any(start <= p.start < q.start for p in s.periods):
        return None
    years = _count(m)
    if cued and not rate and m.group().lower().startswith("in"):  # will reach N in three years
        return replace(_counted(m, base + years, base + years), kind="year")
    if cued:  # will spend N over three years
        return _counted(m, base + (not rate), base + years)
    named = [p.first.year for p in s.periods if p.first]
    return replace(_counted(m, base - years, base), is_forecast=False) if not named or base - years in named else None


def past_years(s: Spoken) -> Period | None:
    """The years that a sentence opens with: over the past five years, 过去五年间."""
    m, base = _PAST.match(s.text), s.calendar.base_year
    if m is None or base is None or not (years := _count(m)):
        return None
    return replace(_counted(m, base - years, base), is_forecast=False)


def end_of(s: Spoken, k: int, chosen: Period | None) -> Period | None:
    """The first or last year of the range over which N became M: from N to M between 2020 and 2024, 从N到M，用了五年."""
    opens, closes = is_left_behind(s.text, s.quantities, k), k > 0 and is_left_behind(s.text, s.quantities, k - 1)
    if not (opens or closes):
        return chosen
    if chosen is None:
        took = _TOOK_ZH.search(s.text, s.quantities[k + opens].end)
        return year_of(s.calendar.base_year - _count(took) * opens) if took and s.calendar.base_year else None
    if chosen.kind == "since" and chosen.first:  # since 2016, from N to M
        return year_of(chosen.first.year) if opens else s.calendar.base or chosen
    if chosen.kind != "range" or not (chosen.first and chosen.last):
        return chosen
    end = chosen.first if opens else chosen.last
    if opens and _SO_MANY_YEARS_TO.match(chosen.text):  # from N to M over the five years to 2022: since 2017
        end = end.replace(year=end.year - 1)
    return replace(year_of(end.year), start=chosen.start, end=chosen.end, text=chosen.text)


def left_behind(s: Spoken, dated: Sequence[When], span: Period | None) -> list[When]:
    """The numbers that changes start from, of the time before that of what they led to: from N to M, M after N.

    That time is the first of the years spoken of before, else the year before; what is to come starts from today.
    """
    out = list(dated)
    for k in range(len(s.quantities)):
        then = next((j for j in (k + 1, k - 1, k - 2) if _is_left_for(s, k, j)), None)
        if then is None or k in s.own or s.calendar.base_year is None:
            continue
        now, here = dated[then].period, dated[k].period
        if not (now and here and now.first and now.last and here.last):
            continue
        if now.first.year != now.last.year or here.last < now.last:
            continue
        earlier = [w.period for w in out[:k] if w.period and w.period.last and w.period.last < now.last]
        begun = next((p for p in s.periods if p.kind == "since" and p.end <= s.quantities[k].start and p.first), None)
        before: Period | None
        if begun and begun.first and begun.first.year < now.first.year:
            before = year_of(begun.first.year)  # has tripled since 2019, from N to M
        elif lasted := _took(s, max(k, then)):
            before = year_of(now.last.year - lasted)  # fell from N to M in five years
        elif s.calendar.is_unknown(now):
            before = s.calendar.base
        elif earlier:
            before = earlier[-1]
        elif span and span.first and span.last and span.last.year == now.last.year:
            before = year_of(span.first.year)
        else:
            before = resolve(RelativePeriod(0, 0, "", -1, ("same", 0)), now)
        out[k] = When(before, dated[then].basis)
    return out


def _took(s: Spoken, k: int) -> int:
    """How many years are said, right behind a number, to have led to it."""
    m = _LASTING.match(s.text, s.quantities[k].end + 1)
    return _count(m) if m else 0


def _is_left_for(s: Spoken, k: int, j: int) -> bool:
    """Does a change lead from the number `k` to its neighbour `j`?"""
    if not 0 <= j < len(s.quantities) or s.quantities[j].unit != s.quantities[k].unit:
        return False
    if _RANGES.search(s.text, s.clause_of(s.quantities[k])[0], s.quantities[k].start):
        return False
    if j > k:
        return is_left_behind(s.text, s.quantities, k)
    return _AFTER.fullmatch(s.text, s.quantities[k - 1].end, s.quantities[k].start) is not None


def ahead(s: Spoken, k: int, to_come: Period) -> Period:
    """The time to come that is still spoken of, of several years the last; a yearly rate begins with the base year."""
    base = s.calendar.base_year
    if not (to_come.last and base):
        return to_come
    if is_yearly(s.text, s.quantities[k]) and to_come.last.year > base + 1:
        return replace(to_come, first=date(base, 1, 1), kind="range")
    if to_come.kind == "range":
        return replace(to_come, first=date(to_come.last.year, 1, 1), kind="year")
    return to_come


def closed(s: Spoken, k: int, period: Period) -> Period:
    """Open ends closed, as `ended` does; "through 2027" begins behind the base year, a yearly rate with it."""
    q, base = s.quantities[k], s.calendar.base_year
    if period.kind != "range" and period.end <= q.start and _SINCE_THEN.search(s.text, period.end, q.start):
        period = replace(period, last=None, kind="since")  # peaked in 2021 and has since fallen by N
    if period.kind == "year" and q.kind in RATES and q.direction and _ONWARDS.search(s.text[: period.start]):
        period = replace(period, last=None, kind="since")  # over the stretch from 2020 it is down 19%
    if period.kind == "year" and base and period.first and period.first.year > base + 1:
        if _UNTIL.search(s.text[: period.start]):
            return replace(period, first=date(base + (not is_yearly(s.text, q)), 1, 1), kind="range")
    return ended(q, period, s.periods, s.calendar)


def ended(q: Quantity, period: Period, periods: Sequence[Period], calendar: Calendar) -> Period:
    """Let "since 2020" end with the base year, or where the sentence stands if that is later."""
    base, known = calendar.base_year, calendar.known_until
    if base is None or period.first is None:
        return period
    if period.kind == "since" and period.last is None and period.first.year <= base:
        told = [p.last.year for p in periods if p.last and p.kind != "range" and known and p.last <= known]
        return replace(period, last=date(max([base, *told]), 12, 31))
    if q.kind in RATES and period.kind == "range" and re.match(r"\w+ years ", period.text):
        return replace(period, first=date(period.first.year - 1, 1, 1))  # growth over the four years to 2024
    return period


def _years(period: Period, first: int, last: int) -> Period:
    return replace(period, first=date(first, 1, 1), last=date(last, 12, 31), kind="range")


def _counted(m: re.Match[str], first: int, last: int) -> Period:
    """Years to come, told by their number."""
    return Period(m.start(), m.end(), m.group(), date(first, 1, 1), date(last, 12, 31), "range", is_forecast=True)


def _count(m: re.Match[str]) -> int:
    """How many years are said, in digits, Chinese or English; 0 where that is no number (the next few years)."""
    said = (m.groupdict().get("han") or m["years"]).lower()
    return int(said) if said.isdecimal() and len(said) < 3 else _HAN_YEARS.get(said) or UNITS.get(said, 0)

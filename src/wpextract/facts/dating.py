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

from wpextract.facts.expecting import LEADS_ON, RATES, cues_of, is_expected, is_left_behind, is_of_today
from wpextract.facts.sentences import clause_bounds
from wpextract.facts.times import NOTHING, Calendar, Told, When, is_earlier, year_of
from wpextract.quantities import find_periods, resolve
from wpextract.quantities.lexicon import CHANGE_WORDS, HAN_CHANGE, UNITS
from wpextract.quantities.model import Period, Quantity
from wpextract.quantities.periods import RelativePeriod

_LEADS_IN = re.compile(
    r"^\d?[^,;:，；。]{0,24}?\b(?:in|by|for|during|as of|at|until|through|since|of|from|up to)\s*(?:(?:the|an?)\s+)?$|^\d?\s*[（(]?\s*(?:an?\s+)?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:(?<!no fewer )(?<!no less )(?<!no more )than|against|versus|vs|compared (?:with|to)|above|below|from)\b(?:\s+(?:the|a|an|some|about|nearly))*\s*$",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"(?:\b(?:than|above|below|over|on|(?<!late )(?<!early )(?<!recently )as(?!\s+(?:of|at)\b)|against|versus|vs\.?"
    r"|compared (?:with|to)|relative to|times)\b|\btimes (?:the|its|their)\b)"
    r"(?:\s+(?:in|of|for|that|those|the|its|their|it|they|was|were|had|been|what|end|start|large|many|much|high|low|peak|record|trough|size|level|count|figure|value|total|same|period))*\s*$"
    r"|(?:\b(?:size|level|count|figure|total|number|value|volume|amount)\s+(?:in|of)\s*)$"
    r"|\b(?:seen|measured|counted|reckoned) from\s*$"
    r"|\b(?:up|down)\s+(?:(?!year|annual)[^,;:\s]+\s+){1,5}from\s*$",
    re.IGNORECASE,
)
_BEATS = re.compile(
    r"\b(?:beat|beats|beating|exceed\w*|surpass\w*|topp?(?:ed|s)|outstrip\w*|outdid|overtook|overtakes?) (?:the |its |their )?$",
    re.IGNORECASE,
)
_BASIS_ZH = re.compile(r"(?:较|(?<![占同环])比|是|约?为|相当于|高于|低于|对比|相比)\s*$")
_BEHIND_BASIS_ZH = re.compile(
    r"^(?:年?[底末初]|同期|水平|[高低]点|峰值|谷[底值])?\s*(?:累计|共)?(?:的|翻|净?增|提|降|涨|跌|升|下|高|低|扩|上|减|回|接近|大幅|近|多|少|时)"
)
_SET_AGAINST_ZH = re.compile(r"(?:[与同跟和]\0[^，；]{0,16}相比|以\0[^，；]{0,16}为(?:起点|基|参照))")
_FROM_ZH = re.compile(r"(?:[由从自较]|(?<!占)比)\s*$")
_CONVERTS_ZH = re.compile(r"[按以][^，]*$")  # 按汇率N折算，2024年为M
_LASTING_ZH = re.compile(
    r"(?<![近每前后来去])(?P<years>[二两三四五六七八九十]|\d)年(?:[间来内]|累计|(?=[增提升下降缩回扩减]))"
)
_COMING = re.compile(
    r"(?:未来|今后)(?P<han>[二两三四五六七八九十]|\d)年|\b(?:next|coming) (?P<years>\w+) years\b", re.IGNORECASE
)
_DECADE = re.compile(r"\bby the end of (?:the|this) decade\b", re.IGNORECASE)
_HAN_YEARS = {"两": 2} | {numeral: n for n, numeral in enumerate("二三四五六七八九十", 2)}
_TOOK_ZH = re.compile(r"(?:用了?|历时|花了?)(?P<years>[二两三四五六七八九十]|\d)年")
_PAST = re.compile(
    r"(?:在?(?:过去|近|最近)(?P<han>[二两三四五六七八九十]|\d)年[间来里内]?|(?:over|in|during|within) the (?:past|last) (?P<years>\w+) years)[,，]",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(r"\b(?:has|have) since\b(?! \d)|\bsince then\b", re.IGNORECASE)
_COMPARES = re.compile(r"\b(?:against|compared (?:with|to)|versus|vs\.?|(?:up|down) from)\b", re.IGNORECASE)
_CONTRASTED = re.compile(r"(?:[而但]|\b(?:while|whereas|but|against))\s*(?:在|in\b)?\s*$", re.IGNORECASE)
_WIDE = re.compile(r"[,;，；。]\s|[，；]|\b(?:while|whereas)\b")
_WHEN = re.compile(r",?\s*when\b[^,;:]*", re.IGNORECASE)
_REMAINS = re.compile(r"\b(?:remains?|(?:is|are) (?:now|still)|today|currently)\b", re.IGNORECASE)
_FROM_LEVEL = re.compile(r"\bfrom\s+(?:the\s+)?(?:(?:level|figure|value|base)\s+(?:of|in)\s+)?$", re.IGNORECASE)
_RELATIVE_CLAUSE = re.compile(r"\b(?:that|who) \w+", re.IGNORECASE)  # and N shops that existed in 2020
_MULTIPLIED = re.compile(r"\s*(?:of\s+)?(?:the|that|its|their)\s*", re.IGNORECASE)
_RATE = re.compile(
    r"cagr|compound|annual (?:growth|rate|average|increase|decline)|average annual|per annum|复合|年均", re.IGNORECASE
)
_UNTIL = re.compile(
    r"\b(?:through|until|up to|(?:planned|needed|required|scheduled|budgeted|forecast|expected) to)\s*$", re.IGNORECASE
)
_YEARLY = re.compile(r"\s*(?:(?:a|per|each|every) year|annually|p\.a\.)", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:in|over|within|during) (?:only |just |the (?:past |last )?)?(?P<years>two|three|four|five|six|seven|eight|nine|ten|\d\d?) years\b"
    r"(?! (?:to|through|until|up|end))",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"\s*(?:[a-z]+ ){0,2}?(?:more|fewer|less|higher|lower|larger|smaller|longer|shorter|greater|above|below)\b|多|少|高|低",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:and|but)\s+(?:\w+s|\w+ed)\s+(?:\w+\s+){0,2}?(?:until|through|to|by|in|for)\s*(?:the\s+)?$", re.IGNORECASE
)
_FIGURE_OF = re.compile(
    r"\s+(?:figure|level|total|value|average|mark|peak|record|high|low|base)s?\s+of\s+(?:\w+\s+){0,2}", re.IGNORECASE
)
_BORN = re.compile(
    r"^\W*(?:founded|established|created|launched|born|set up|formed|incorporated|listed|opened|built)\b[^,]*$|(?:成立|创立|创办|始建)于$",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    rf"\b(?:{'|'.join(sorted(CHANGE_WORDS))}|gain|growth|change|increase|rise|drop|decline|cut|fall)\b|{'|'.join(sorted(HAN_CHANGE))}|[增减涨跌升降]",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:[^,;.，；。]{0,30}?,?\s*(?:(?:an?|the) (?:\w+ )?\w+ |up |down )?\bfrom|(?:\s+(?:in|for|at) \w+(?: \w+)?)?,?\s*\bafter)"
    r"(?:\s+(?:about|some|around|only|just|an?|the|nearly))*\s*",
    re.IGNORECASE,
)
_RANGES = re.compile(r"\b(?:rang|var[yi]|differ|between)", re.IGNORECASE)
_SETS_APART = re.compile(
    r"[,，;；](?!\d{3})|\b(?:than|against|after|from|compared?|versus|beats?|above|below|under|over|times|where|while|whereas|yet|but|on the|half of)\b",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"\s*(?:[a-z-]+ ){0,2}?(?:(?:more|less|fewer|[a-z]+er) than|beyond|short of|shy of|(?<=%\s)off|(?<=cent\s)off|ahead of|(?:up|down) on)\b[^.;,\d]{0,40}"
    r"|\s*times \w+ [^.;,\d]{0,24}",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\s*(?:times )?(?:of )?(?:(?:the|that|its|their)\s+(?:[^.;,\d]{0,30}\bof\s+)?|that of\s+|what\b[^.;,\d]{0,30})",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b(?:has|have)\b", re.IGNORECASE)
_CONCLUDES = re.compile(
    r"\b(?:so|thus|hence|therefore|has|have|is now|which (?:means|makes|is)|that (?:means|is|corresponds|amounts|equals|makes))\b|已|因此|可见|至今|累计",
    re.IGNORECASE,
)
_HELD_AGAINST = re.compile(
    r"\b(?:than|against|above|below|over|on|times|from)\s+(?:the |about |some )?\S*\d\S*(?: [a-z]+){0,3} (?:of|in)\s*$",
    re.IGNORECASE,
)
_CHANGED_TO = re.compile(r"(?:\b(?:by|to)\s+|[至到])\Z")
_ONWARDS = re.compile(r"\bfrom\s*$", re.IGNORECASE)


def date_numbers(
    sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period], heading: Period | None, calendar: Calendar,
    told: Told = NOTHING,
) -> list[When]:  # fmt: skip
    """The period of each quantity, given what was told before."""
    carried = told.carried
    periods = [p for p in periods if not _BORN.search(sentence[: p.start])]
    own = {k: p for k, q in enumerate(quantities) if (p := _own(sentence, q, quantities, periods))}
    shared = _distributed(sentence, quantities, periods)
    bases = {p.start for p in periods if _is_basis(sentence, p) or _is_beyond(sentence, p, quantities)}
    taken = {
        p.start
        for k, p in own.items()
        if _AGAINST.search(sentence[max(0, quantities[k].start - 30) : quantities[k].start])
        or _FROM_ZH.search(sentence[: p.start])
    }
    leading = {  # 额为N，增长M，2023年为K: the year that opens a clause with a number of its own dates that one
        p.start
        for p in periods
        if re.fullmatch(r"\d{4}\s*年", p.text)
        and p.first
        and p.first.year <= (calendar.base_year or 0)
        and any(p.end <= x.start < clause_bounds(sentence, p.start)[1] for x in quantities)
    }
    spans = {k: span for k, p in own.items() if (span := _span(sentence, quantities[k], p, periods))}
    taken |= {own[k].start for k in spans}
    out: list[When] = []
    for k, q in enumerate(quantities):
        chosen = shared.get(k) or spans.get(k) or own.get(k)
        if chosen is None:
            free = [
                p
                for p in periods
                if p.start not in bases | taken and _reaches(sentence, p, k, quantities, own, calendar)
            ]
            if q.kind == "multiple":  # 达到2023年的3倍
                free = [p for p in free if not re.fullmatch(r"年?[底末]?的\s*", sentence[p.end : q.start])]
            chosen = _nearest(
                sentence,
                q,
                next(iter(quantities[k + 1 :]), None),
                [
                    p
                    for p in free
                    if p.end <= q.start or p.start not in leading or _CONVERTS_ZH.search(sentence[: q.start])
                ],
                [p for j, p in own.items() if j != k],
            )
            if (base := [p for p in periods if p.start in taken and p.end <= q.start]) and re.search(
                r"[由从自]\s*$", sentence[: q.start]
            ):  # A由2020年的N升至M，B由N升至M
                chosen = base[-1]
            if chosen is not None and _is_of_the_next(sentence, quantities, k, chosen, calendar):
                chosen = None
            if chosen is not None and chosen.start >= q.end and _is_apart(sentence, quantities, k, chosen, carried):
                past = replace(carried, start=-1, end=0) if carried else None
                chosen = max((p for p in free if p.end <= q.start), key=lambda p: p.last or date.min, default=past)
            if re.match(r"其中", sentence[clause_bounds(sentence, q.start)[0] :]) and "，" in sentence[: q.start]:
                chosen = max((p for p in free if p.end <= q.start), key=lambda p: p.last or date.min, default=chosen)
            chosen = _lasting(sentence, q, periods, calendar) or chosen
            if chosen is not None:
                behind = [p for p in periods if p.start in bases]
                told_of = [*behind, *([own[k + 1]] if k + 1 in own else [])]
                chosen = _compared(sentence, quantities, k, chosen, own.get(k - 1), told_of, out)
        looked = None if k in own or k in shared else chosen or (carried and replace(carried, start=-1, end=0))
        if looked is not None and _looks_back(sentence, quantities, k, looked, periods, calendar):
            chosen = _since(sentence, q, looked, calendar)
        if (
            own.get(k) is None
            and chosen is not None
            and is_of_today(sentence, q)
            and _is_of_another_year(chosen, calendar)
        ):
            chosen = calendar.base
        chosen = _end_of(sentence, quantities, k, chosen or _past_years(sentence, calendar), calendar)
        if chosen is not None:
            if (
                chosen.kind in ("year", "instant")
                and chosen.end <= q.start
                and _SINCE_THEN.search(sentence, chosen.end, q.start)
            ):
                chosen = replace(chosen, last=None, kind="since")  # peaked in 2021 and has since fallen by N
            if chosen.kind == "year" and q.kind in RATES and q.direction and _ONWARDS.search(sentence[: chosen.start]):
                chosen = replace(chosen, last=None, kind="since")  # over the stretch from 2020 it is down 19%
            out.append(When(_ended(sentence, q, chosen, periods, calendar), "sentence"))
        elif carried is not None:
            out.append(When(carried, "sentence"))
        elif told.asked is not None and not is_of_today(sentence, q):
            out.append(When(told.asked, "sentence"))
        elif told.ahead is not None and is_expected(sentence, quantities, k, told.stays):
            out.append(When(_ahead(sentence, q, told.ahead, calendar), "sentence"))
        elif (
            heading is not None
            and heading.kind != "range"
            and (not calendar.is_to_come(heading) or is_expected(sentence, quantities, k, told.stays))
        ):
            out.append(When(_ended("", q, heading, (), calendar), "heading"))
        else:
            out.append(When(calendar.base, "document" if calendar.base else None))
    return _left_behind(sentence, quantities, own, out, told.span, calendar)


def _looks_back(
    sentence: str, quantities: Sequence[Quantity], k: int, then: Period, periods: Sequence[Period], calendar: Calendar
) -> bool:  # fmt: skip
    """Is a change told as what has come of a past year: in 2019 it was N, so it has grown by M?"""
    q = quantities[k]
    if not calendar.is_past(then) or then.kind not in ("year", "instant", "month") or then.start >= q.end:
        return False
    start, end = clause_bounds(sentence, q.start)
    changes = q.kind == "multiple" or q.direction is not None or _CHANGED_TO.search(sentence, 0, q.start)
    changes = changes or _PERFECT.search(sentence, start, end)
    if not (changes or _CHANGES.search(sentence, start, end) or _is_yearly(sentence, q)):
        return False
    if start <= then.start or any(start <= p.start < end for p in periods):
        return False
    told = any(clause_bounds(sentence, then.start)[0] <= x.start < start for x in quantities[:k])
    if any(_is_left_for(sentence, quantities, i, j) for i in range(k) for j in (i - 1, i + 1) if j < k):
        return False  # between two that are told
    return _CONCLUDES.search(sentence, max(then.end, 0), q.start) is not None and (told or then.start < 0)


def _since(sentence: str, q: Quantity, then: Period, calendar: Calendar) -> Period:
    """The years from a past one to the base year for what they made; a rate of their change is that of the last."""
    now = calendar.base or then
    yearly = _is_yearly(sentence, q)
    if q.kind in ("percent", "multiple") and not yearly or not (then.first and now.last):
        return replace(now, start=then.start, end=then.end)
    return replace(then, first=date(then.first.year, 1, 1), last=now.last, kind="range")


def _left_behind(
    sentence: str, quantities: Sequence[Quantity], own: dict[int, Period], dated: Sequence[When], span: Period | None,
    calendar: Calendar,
) -> list[When]:  # fmt: skip
    """The numbers that changes start from, of the time before that of what they led to: from N to M, M after N.

    That time is the first of the years spoken of before, else the year before; what is to come starts from today.
    """
    out = list(dated)
    for k in range(len(quantities)):
        then = next((j for j in (k + 1, k - 1, k - 2) if _is_left_for(sentence, quantities, k, j)), None)
        if then is None or k in own or calendar.base_year is None:
            continue
        now, here = dated[then].period, dated[k].period
        if now is None or here is None or not (now.first and now.last and here.last):
            continue
        if now.first.year != now.last.year:
            continue
        if here.last < now.last:
            continue
        earlier = [w.period for w in out[:k] if w.period and w.period.last and w.period.last < now.last]
        if calendar.is_unknown(now):
            before = calendar.base
        elif earlier:
            before = earlier[-1]
        elif span and span.first and span.last and span.last.year == now.last.year:
            before = year_of(span.first.year)
        else:
            before = resolve(RelativePeriod(0, 0, "", -1, ("same", 0)), now)
        out[k] = When(before, dated[then].basis)
    return out


def _is_left_for(sentence: str, quantities: Sequence[Quantity], k: int, j: int) -> bool:
    """Does a change lead from the number `k` to its neighbour `j`?"""
    if not 0 <= j < len(quantities) or quantities[j].unit != quantities[k].unit:
        return False
    if _RANGES.search(sentence, clause_bounds(sentence, quantities[k].start)[0], quantities[k].start):
        return False
    if j > k:
        return is_left_behind(sentence, quantities, k)
    if j == k - 2 and quantities[k - 1].kind not in RATES:
        return False
    return _AFTER.fullmatch(sentence, quantities[k - 1].end, quantities[k].start) is not None


def _reaches(
    sentence: str, p: Period, k: int, quantities: Sequence[Quantity], own: dict[int, Period], calendar: Calendar
) -> bool:  # fmt: skip
    """Can a period date a number: a year earlier and 上年 date but what their own clause says.

    Where they open a sentence, they date all of it but changes, which lead on to what is spoken of. Nor does a past
    year reach a number that is set apart from its own: 5%, 2 points under the 7% of 2020.
    """
    q = quantities[k]
    owner = next((quantities[j] for j, x in own.items() if j > k and x.start == p.start), None)
    apart = owner and (_SETS_APART.search(sentence, q.end, owner.start) or _multiplies(sentence, q, owner.start))
    if apart and _is_of_another_year(p, calendar):
        return False
    if not is_earlier(p):
        return True
    start, end = clause_bounds(sentence, p.start)
    if start <= q.start < end:
        return not (q.end <= p.start and any(q.end <= x.start < p.start for x in quantities))
    if q.start < end:
        return False
    clause = clause_bounds(sentence, q.start)
    opens = not any(x.start < p.start for x in quantities)
    changes = q.direction is not None or _CHANGED_TO.search(sentence, 0, q.start) or _CHANGES.search(sentence, *clause)
    return not any(start <= x.start < q.start for x in quantities) or opens and not changes


def _is_of_the_next(
    sentence: str, quantities: Sequence[Quantity], k: int, chosen: Period, calendar: Calendar
) -> bool:  # fmt: skip
    """Is a year to come, named behind a number, that of the next one: stood at N and should reach M in 2028?"""
    q = quantities[k]
    known = calendar.known_until
    if chosen.start < q.end or chosen.first is None or not (known and chosen.first > known):
        return False
    if is_left_behind(sentence, quantities, k):
        return True
    cues = cues_of(sentence)
    cue = next((at for at in cues if q.end <= at < chosen.start), None)
    owned = k + 1 < len(quantities) and quantities[k + 1].start < chosen.start
    return cue is not None and owned and cues[0] >= q.end and LEADS_ON.search(sentence, q.end, cue) is not None


def _ahead(sentence: str, q: Quantity, ahead: Period, calendar: Calendar) -> Period:
    """The time to come that is still spoken of, of several years the last; a yearly rate begins with the base year."""
    if not (ahead.last and calendar.base_year):
        return ahead
    if _is_yearly(sentence, q) and ahead.last.year > calendar.base_year + 1:
        return replace(ahead, first=date(calendar.base_year, 1, 1), kind="range")
    if ahead.kind == "range":
        return replace(ahead, first=date(ahead.last.year, 1, 1), kind="year")
    return ahead


def _is_of_another_year(period: Period, calendar: Calendar) -> bool:
    return period.last is not None and period.last.year != calendar.base_year


def _past_years(sentence: str, calendar: Calendar) -> Period | None:
    """The years that a sentence opens with: over the past five years, 过去五年间."""
    m = _PAST.match(sentence)
    if m is None or calendar.base_year is None:
        return None
    said = m["han"] or m["years"].lower()
    years = int(said) if said.isdecimal() and len(said) < 3 else _HAN_YEARS.get(said) or UNITS.get(said, 0)
    first, last = date(calendar.base_year - years, 1, 1), date(calendar.base_year, 12, 31)
    return Period(m.start(), m.end(), m.group(), first, last, "range") if years else None


def _is_apart(
    sentence: str, quantities: Sequence[Quantity], k: int, chosen: Period, carried: Period | None
) -> bool:  # fmt: skip
    """Does a period behind a number tell of something else: 9 more than the 40 of a year earlier, sold N and runs until 2028?"""
    q = quantities[k]
    if carried and chosen.start >= clause_bounds(sentence, q.start)[1]:
        return True
    if _COMPARES.search(sentence, q.end, chosen.start):
        return True  # 30 towns, against only four in 2018
    between = any(q.end <= x.start < chosen.start for x in quantities)
    if between and q.kind not in ("multiple",) and _THAN.match(sentence, q.end):
        return True
    return not between and _GOES_ON.search(sentence[q.end : chosen.start]) is not None


def span_of(dated: Sequence[When]) -> Period | None:
    """The years from the first of two dated numbers of a sentence to the last."""
    periods = [w.period for w in dated if w.period and w.basis == "sentence" and w.period.first and w.period.last]
    if not periods:
        return None
    first, last = min(p.first for p in periods if p.first), max(p.last for p in periods if p.last)
    if first.year == last.year:
        return None
    return replace(periods[-1], first=date(first.year, 1, 1), last=date(last.year, 12, 31), kind="range")


def sums_up(sentence: str, q: Quantity, when: When) -> bool:
    """Is a number the yearly rate of what the sentence before told: the implied rate is N% a year?"""
    single = when.period is not None and when.period.kind == "year"
    return single and not find_periods(sentence) and _is_yearly(sentence, q)


def counted_from(sentence: str, q: Quantity, periods: Sequence[Period], last: Period | None) -> Period | None:
    """The years of a yearly rate whose last the sentence before told: from the level of 2024 this means N% a year."""
    first = next((p for p in periods if p.end <= q.start and _FROM_LEVEL.search(sentence[: p.start])), None)
    if first is None or first.kind != "year" or last is None or not (first.last and last.last):
        return None
    told = len(periods) == 1 and first.last < last.last and _is_yearly(sentence, q)
    return replace(first, last=last.last, kind="range", is_forecast=last.is_forecast) if told else None


def _end_of(
    sentence: str, quantities: Sequence[Quantity], k: int, chosen: Period | None, calendar: Calendar
) -> Period | None:  # fmt: skip
    """The first or last year of the range over which N became M: from N to M between 2020 and 2024, 从N到M，用了五年."""
    ends = (is_left_behind(sentence, quantities, k), k > 0 and is_left_behind(sentence, quantities, k - 1))
    if not any(ends):
        return chosen
    took = _TOOK_ZH.search(sentence, quantities[k + ends[0]].end)
    if chosen is None and took and calendar.base_year:
        said = took["years"]
        years = int(said) if said.isdecimal() else _HAN_YEARS[said]
        return year_of(calendar.base_year - years * ends[0])
    if chosen is not None and chosen.kind == "since" and chosen.first:  # since 2016, from N to M
        return year_of(chosen.first.year) if ends[0] else calendar.base or chosen
    if chosen is None or chosen.kind != "range" or not (chosen.first and chosen.last):
        return chosen
    return replace(
        year_of((chosen.first if ends[0] else chosen.last).year), start=chosen.start, end=chosen.end, text=chosen.text
    )


def is_contrasted(sentence: str, p: Period) -> bool:
    """Is a time named only to set what is spoken of against it: 而2020年为N, but in 2020, N a year earlier?"""
    before = sentence[: p.start]
    if is_earlier(p) and re.search(r"\d", before):
        return True
    return bool(_CONTRASTED.search(before) or _HELD_AGAINST.search(before))


def _compared(
    sentence: str, quantities: Sequence[Quantity], k: int, chosen: Period, own: Period | None, bases: Sequence[Period],
    dated: Sequence[When],
) -> Period:  # fmt: skip
    """The period of a change between two dated numbers before it: the later one's, or the years between them.

    N in 2024 and M in 2020, a gain of K; 2024年为N，是2020年M的K倍. A rate is stated for its last year, an amount for
    the years it took. `own` is the period of the number right before, `bases` are those that only compare.
    """
    q = quantities[k]
    changes = q.kind in RATES or q.direction is not None or sentence.endswith("by ", 0, q.start)
    changes = changes or _THAN.match(sentence, q.end) is not None
    if chosen.start >= q.end or chosen.last is None or not changes:
        return chosen
    told = [(p.period, x) for p, x in zip(dated, quantities[:k], strict=True) if p.period and p.period.last]
    levels = [(p, x) for p, x in told if x.kind not in RATES or x.kind == q.kind or q.kind == "percentage_point"][-2:]
    if q.kind != "multiple" and _THAN.match(sentence, q.end):  # 60 million more than in 2020
        base = next((p for p in bases if q.end <= p.start <= q.end + 50), None)
    else:  # 较2020年增长N
        since = quantities[k - 1].end if k else 0
        base = next((p for p in reversed(bases) if since <= p.start and p.end <= q.start), None)
    if base is None and (not levels or chosen.start >= quantities[k - 1].end and chosen != own):
        return chosen
    latest = max((chosen, *(p for p, _ in levels)), key=lambda p: p.last or date.min)
    yearly = len(levels) == 2 and _is_yearly(sentence, q)
    named = base is not None and any(base.start >= x.start >= q.end for x in quantities)  # below the M of 2022
    if q.kind == "multiple" or q.kind == "percent" and not yearly and not named:  # A grew by N, B by M: as many rates
        return chosen if any(x.kind == q.kind and p.last == latest.last for p, x in told) else latest
    alike = yearly or len(levels) == 2 and all(x.unit == q.unit or q.kind == "percentage_point" for _, x in levels)
    first = base.first if base else min((p.first for p, _ in levels if p.first), default=None) if alike else None
    if first is None or latest.last is None or latest.last.year - first.year < 2:
        return latest
    return replace(latest, first=date(first.year, 1, 1), last=date(latest.last.year, 12, 31), kind="range")


def _span(sentence: str, q: Quantity, own: Period, periods: Sequence[Period]) -> Period | None:
    """The years of a rate of change whose first alone stands behind it: N in 2028, a compound N% from 2024."""
    if q.kind not in ("percent", "multiple") or not own.first or not re.search(r"\bfrom\s*$", sentence[: own.start]):
        return None
    last = next((p.last for p in reversed(periods) if p.end <= q.start and p.kind == "year"), None)
    return replace(own, last=last, kind="range") if last and last > own.first else None


def _own(sentence: str, q: Quantity, quantities: Sequence[Quantity], periods: Sequence[Period]) -> Period | None:
    """The period right behind a number, or led by it: N in 2022, 2022年的N."""
    before = next(
        (p for p in periods if p.end <= q.start and re.fullmatch(r"年?[底末初]?的?\s*", sentence[p.end : q.start])),
        None,
    )
    led = next(
        (p for p in periods if p.end <= q.start and re.fullmatch(r"[一-鿿]{1,6}", sentence[p.end : q.start])), None
    )
    if led is not None and before is None and _FROM_ZH.search(sentence[: led.start]) and not _is_basis(sentence, led):
        return led  # 比2021年峰值N低
    if before is not None and q.kind != "multiple":  # 比2022年的96.9%高出
        return before
    when = next((p for p in reversed(periods) if p.end <= q.start), None)
    if when and _FIGURE_OF.fullmatch(sentence[when.end : q.start]):  # the 2024 figure of N
        return when
    if when and when.first and _WHEN.fullmatch(sentence[when.end : q.start]):  # since 2021, when N were sold
        return replace(when, last=date(when.first.year, 12, 31), kind="year") if when.kind == "since" else when
    behind = next((p for p in periods if p.start >= q.end), None)
    if behind is None or any(q.end <= x.start < behind.start for x in quantities):
        return None
    between = sentence[q.end : behind.start]
    if is_earlier(behind) and not between.strip():
        return behind
    if not _LEADS_IN.match(between) or _is_basis(sentence, behind) or _GOES_ON.search(between):
        return None
    if _is_beyond(sentence, behind, [q]):
        return None
    return behind


def _is_basis(sentence: str, p: Period) -> bool:
    if p.kind in ("range", "since") or p.text.lower().startswith(("these", "those", "same span", "same horizon")):
        return False
    before = sentence[max(0, p.start - 48) : p.start]
    if _BASIS_ZH.search(before) and _BEHIND_BASIS_ZH.match(sentence[p.end : p.end + 8]):
        return True
    if _SET_AGAINST_ZH.search(f"{before[-1:]}\0{sentence[p.end : p.end + 20]}"):
        return True
    if re.match(r"\s+(?:level|figure|value|total|average)s?\b", sentence[p.end : p.end + 12]) and re.search(
        r"times|than|above|below|over|exceed|surpass|beat", before
    ):
        return True
    return bool(_BASIS.search(before) or _BEATS.search(before))


def _is_beyond(sentence: str, p: Period, quantities: Sequence[Quantity]) -> bool:
    """Is a time what a number right before is measured against: 32% beyond their 2023 outlay?"""
    q = next((x for x in reversed(quantities) if x.end <= p.start), None)
    if q is None:
        return False
    return _BEYOND.fullmatch(sentence, q.end, p.start) is not None or _multiplies(sentence, q, p.start)


def _multiplies(sentence: str, q: Quantity, end: int) -> bool:
    """Does a number say how many times what stands behind it: 2.2 times the 210 of 2019, double the share of 2020?"""
    return q.kind == "multiple" and _TIMES.fullmatch(sentence, q.end, end) is not None


def _nearest(
    sentence: str, q: Quantity, following: Quantity | None, periods: Sequence[Period], owned: Sequence[Period]
) -> Period | None:
    periods = [
        p for p in periods
        if not (following and p.start > following.end and _RELATIVE_CLAUSE.search(sentence, following.end, p.start))
    ]  # fmt: skip
    if not periods:
        return None
    clause = clause_bounds(sentence, q.start)
    if _RATE.search(sentence[clause[0] : clause[1]]):
        spans = [p for p in periods if p.kind in ("range", "since")]
        if spans:
            return min(spans, key=lambda p: abs(p.start - q.start))
    inside = [p for p in periods if clause[0] <= p.start < q.start]
    if inside:
        return inside[-1]
    end = next((m.start() for m in _WIDE.finditer(sentence, q.end)), len(sentence))
    moved = [p for p in owned if q.end <= p.start < end]
    if (
        q.kind in ("multiple", "percent", "percentage_point")
        and len(moved) > 1
        and re.search(r"\bfrom\b", sentence[q.end : end])
    ):
        return moved[-1]  # doubled from N in 2020 to M in 2024
    others = {p.start for p in owned}
    before = [p for p in periods if p.end <= q.start]
    if q.kind == "multiple" and before and following and _MULTIPLIED.fullmatch(sentence[q.end : following.start]):
        return before[-1]  # N in 2024, three times the M of 2019
    free = [p for p in before if p.start not in others]
    after = [p for p in periods if q.end <= p.start < end]
    ahead = [  # A为N，而三年前为M
        p for p in periods if not p.text.endswith("年前") and not _CONTRASTED.search(sentence[q.end : p.start])
    ]
    last = max(before, key=lambda p: p.last or p.first or date.min, default=None)
    if last and last.start in others and _REMAINS.search(sentence, last.end, q.start):
        return next(iter([*free[-1:], *after]), None)  # since the high of 2022, though it remains N
    return next(iter([*free[-1:], *after, *([last] if last else []), *ahead]), None)


def _lasting(sentence: str, q: Quantity, periods: Sequence[Period], calendar: Calendar) -> Period | None:
    """The years that a change took until the base year, or those to come: 2020年……，四年提高N个百分点; over the next two years."""
    clause = clause_bounds(sentence, q.start)
    coming = _COMING.search(sentence, *clause)
    if coming and calendar.base_year and not any(clause[0] <= p.start < clause[1] for p in periods):
        return _to_come(coming, calendar.base_year, is_rate=_is_yearly(sentence, q))
    decade = _DECADE.search(sentence, *clause)
    if decade and calendar.base_year and not any(clause[0] <= p.start < clause[1] for p in periods):
        last = year_of(calendar.base_year // 10 * 10 + 10)
        return replace(last, start=decade.start(), end=decade.end(), is_forecast=True)
    m = _LASTING_ZH.search(sentence, clause[0], q.start) or _LASTING.search(sentence, clause[0], q.start)
    m = m or (_LASTING.search(sentence, q.end, clause[1]) if _is_cued(sentence, clause[0], q) else None)
    if m is None or calendar.base_year is None or any(clause[0] <= p.start < q.start for p in periods):
        return None
    said = m["years"]
    years = int(said) if said.isdecimal() else _HAN_YEARS.get(said) or UNITS[said.lower()]
    if _is_cued(sentence, clause[0], q):  # will reach N in three years, will spend N over three years
        last = year_of(calendar.base_year + years)
        spans = q.kind in RATES or not m.group().lower().startswith("in")
        opening = year_of(calendar.base_year + (q.kind not in RATES))  # a rate begins with the base year itself
        span = replace(opening, last=last.last, kind="range") if spans else last
        return replace(span, start=m.start(), end=m.end(), is_forecast=True)
    first = calendar.base_year - years
    named = [p.first.year for p in periods if p.first]
    if named and first not in named:
        return None
    return Period(m.start(), m.end(), m.group(), date(first, 1, 1), date(calendar.base_year, 12, 31), "range")


def _is_cued(sentence: str, start: int, q: Quantity) -> bool:
    return any(start <= at < q.start for at in cues_of(sentence))


def _to_come(m: re.Match[str], base: int, *, is_rate: bool) -> Period | None:
    """The years behind the base year; a yearly rate begins with the base year itself."""
    said = m["han"] or m["years"].lower()
    years = int(said) if said.isdecimal() and len(said) < 3 else _HAN_YEARS.get(said) or UNITS.get(said, 0)
    if not years:
        return None
    first, last = date(base + (not is_rate), 1, 1), date(base + years, 12, 31)
    return Period(m.start(), m.end(), m.group(), first, last, "range", is_forecast=True)


def _is_yearly(sentence: str, q: Quantity) -> bool:
    """Is a number a rate a year: N% a year, a CAGR of N%, 年均N%?"""
    clause = clause_bounds(sentence, q.start)
    return q.kind in RATES and bool(_YEARLY.match(sentence, q.end) or _RATE.search(sentence, *clause))


def _distributed(sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period]) -> dict[int, Period]:
    """As many periods as numbers in one breath: 2020年、2021年和2022年分别为N、M和K; N and M in 2023 and 2024, respectively."""
    out: dict[int, Period] = {}
    for m in re.finditer(r"分别|依次|\brespectively\b", sentence):
        chinese = m.group() != "respectively"
        if chinese:
            numbers = _run([k for k, q in enumerate(quantities) if q.start >= m.end()], quantities, sentence)
            listed = _run_of([p for p in periods if p.end <= m.start()], sentence)
        else:
            numbers = _run([k for k, q in enumerate(quantities) if q.end <= m.start()][::-1], quantities, sentence)[
                ::-1
            ]
            listed = _run_of([p for p in periods if p.end <= m.start()], sentence)
        if listed and len(numbers) > 1 and len(listed) == 1:
            listed = _years_of(listed[0])
        if len(numbers) > 1 and len(numbers) == len(listed):
            out |= dict(zip(numbers, listed, strict=True))
    for k, q in enumerate(quantities):  # N, M and K in 2023, 2024 and 2025
        at = next((i for i, p in enumerate(periods) if sentence[q.end : max(q.end, p.start)].strip() == "in"), None)
        if at is None:
            continue
        numbers = _run(range(k, -1, -1), quantities, sentence)[::-1]
        listed = list(periods[at : at + len(numbers)])
        if 1 < len(numbers) == len(_run_of(listed, sentence)):
            out |= dict(zip(numbers, listed, strict=True))
    return out


def _years_of(period: Period) -> list[Period]:
    """The years of a range: 2020年至2023年……分别增长N、M、K和L."""
    if period.kind != "range" or period.first is None or period.last is None:
        return []
    years = range(period.first.year, period.last.year + 1)
    return [replace(period, first=date(y, 1, 1), last=date(y, 12, 31), kind="year") for y in years]


def _run(indices: Sequence[int], quantities: Sequence[Quantity], sentence: str) -> list[int]:
    out: list[int] = []
    for k in indices:
        if out:
            a, b = sorted((quantities[out[-1]], quantities[k]), key=lambda q: q.start)
            if re.sub(r"[、，,和与及\s]|and", "", sentence[a.end : b.start]):
                break
        out.append(k)
    return out


def _run_of(periods: Sequence[Period], sentence: str) -> list[Period]:
    out: list[Period] = []
    for p in reversed(periods):
        if out and re.sub(r"[、，,和与及\s]|and|in", "", sentence[p.end : out[0].start]):
            break
        out.insert(0, p)
    return out


def _ended(
    sentence: str, q: Quantity, period: Period, periods: Sequence[Period], calendar: Calendar
) -> Period:  # fmt: skip
    """Open ends closed: "since 2020" ends with the base year, or where the sentence stands if that is later.

    "Through 2027" begins with the year after the base year, a yearly rate with the base year itself.
    """
    year = calendar.base_year
    if year is None or period.first is None:
        return period
    if period.kind == "since" and period.last is None and period.first.year <= year:
        known = calendar.known_until
        now = [p.last for p in periods if p.last and p.kind != "range" and known and p.last <= known]
        return replace(
            period, last=max(date(year, 12, 31), *(date(d.year, 12, 31) for d in now)) if now else date(year, 12, 31)
        )
    if q.kind in RATES and period.kind == "range" and re.match(r"\w+ years ", period.text):
        return replace(period, first=date(period.first.year - 1, 1, 1))  # growth over the four years to 2024
    if period.kind == "year" and period.first.year > year + 1 and _UNTIL.search(sentence[: period.start]):
        return replace(period, first=date(year + (not _is_yearly(sentence, q)), 1, 1), kind="range")
    return period

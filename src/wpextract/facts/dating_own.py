"""Which of its periods a sentence says a number for by their place, and which it names only to compare with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from wpextract.facts.sentences import clause_bounds
from wpextract.facts.times import SPOKEN_OF, Calendar, is_earlier
from wpextract.quantities.model import Period, Quantity

GOES_ON = re.compile(
    r"\b(?:and|but)\s+(?-i:[a-z]+(?:s|ed))\s+(?:\w+\s+){0,2}?(?:until|through|to|by|in|for)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
FROM_ZH = re.compile(r"(?:[由从自较]|(?<!占)比)\s*$")
_LEADS_IN = re.compile(
    r"^\d?[^,;:，；。]{0,24}?\b(?:in|by|for|during|as of|at|until|through|since|of|from|up to)\s*(?:(?:the|an?)\s+)?$|^\d?\s*[（(]?\s*(?:an?\s+)?$",
    re.IGNORECASE,
)
_TO_SO_MUCH = re.compile(r",\s*(?:to|by|at)\s+(?:about |some |just |only )?$")
_IN_AT_LAST = re.compile(r",\s*in\s+(?:the\s+)?")
_AND_IN = re.compile(r"\b(?:and|but|while) (?:in|for|by|during|at)\s*$", re.IGNORECASE)
_COUNTED = re.compile(r"(?:\s+[A-Za-z][\w-]*){0,3}\s+")  # what so many are of
_AGAINST = re.compile(
    r"\b(?:(?<!no fewer )(?<!no less )(?<!no more )than|against|after|versus|vs|compared (?:with|to)|above|below|beside|from)\b"
    r"(?:\s+(?:the|a|an|some|about|nearly))*\s*$",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"(?:\b(?:than|above|below|over|on|short of|shy of|(?<!late )(?<!early )(?<!recently )as(?!\s+(?:of|at)\b)|against|versus|vs\.?"
    r"|compared (?:with|to)|relative to|times)\b|\btimes (?:the|its|their)\b)"
    r"(?:\s+(?:in|of|for|that|those|the|an?|its|their|it|they|was|were|had|been|what|end|start|large|many|much|high|low|peak|record|trough|size|level|count|figure|value|total|same|period))*\s*$"
    r"|(?:\b(?:size|level|count|figure|total|number|value|volume|amount)\s+(?:in|of|for)\s*)$"
    r"|\b(?:seen|measured|counted|reckoned) from\s*$"
    r"|\bfrom an? (?:weak|poor|bad|slow|low|strong|disappointing|difficult) $"  # recovered from a weak 2023
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
_WHEN = re.compile(r",?\s*when\b[^,;:\d]*", re.IGNORECASE)
_FIGURE_OF = re.compile(
    r"\s+(?:figure|level|total|value|average|mark|peak|record|high|low|base)s?\s+of\s+(?:\w+\s+){0,2}", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r".?\0\s*[(（]\s*(?:about |around |nearly |约)?|[(（]\0\s*(?:[:：]|年为?)\s*")
_BORN = re.compile(
    r"(?:^\W*|,\s*(?:which|who) (?:was|were|is) (?:only )?)"
    r"(?:founded|established|created|launched|born|set up|formed|incorporated|listed|opened|built)\b[^,]*$|(?:成立|创立|创办|始建)于$",
    re.IGNORECASE,
)
_EVENT = re.compile(  # "did not make up for the decline in 2023": another year's event, not what is spoken of
    r"\b(?:the|that|a) (?:\w+ )?(?:decline|fall|drop|slump|dip|loss|contraction|setback|rise|increase|surge|jump|rebound|recovery|boom|peak)"
    r" (?:in|of|seen in|recorded in) (?:the )?$",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"\s*(?:[a-z-]+ ){0,2}?(?:(?:more|less|fewer|[a-z]+er) than|beyond|under|below|short of|shy of|(?<=%\s)off|(?<=cent\s)off|ahead of"
    r"|(?:up|down) on)\b[^.;,\d]{0,40}"
    r"|\s*times \w+ [^.;,\d]{0,24}",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\s*(?:times )?(?:of )?(?:(?:the|that|its|their)\s+(?:[^.;,\d]{0,30}\bof\s+)?|that of\s+|what\b[^.;,\d]{0,30})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence with its numbers and periods.

    `own` is the period of each number that has one by its place, `bases` are the periods that only compare, and
    `taken` is where those begin whose own number only compares: neither dates another number.
    """

    text: str
    quantities: Sequence[Quantity]
    periods: Sequence[Period]
    calendar: Calendar
    own: dict[int, Period]
    bases: Sequence[Period]
    taken: frozenset[int]

    def clause_of(self, q: Quantity) -> tuple[int, int]:
        """Where the clause of a number begins and ends."""
        return clause_bounds(self.text, q.start)


def place(sentence: str, quantities: Sequence[Quantity], named: Sequence[Period], calendar: Calendar) -> Spoken:
    """The sentence with the periods that belong to its numbers; the year in which a firm was born dates none."""
    periods = [p for p in named if not _BORN.search(sentence[: p.start])]
    own = {k: p for k, q in enumerate(quantities) if (p := _own(sentence, q, quantities, periods))}
    own |= _distributed(sentence, quantities, periods)
    taken = {p.start for k, p in own.items() if _is_held_against(sentence, quantities[k], p)}
    for k, p in own.items():
        if span := _span(sentence, quantities[k], p, periods):
            own[k] = span
            taken.add(p.start)
    bases = [
        p
        for p in periods
        if _is_basis(sentence, p) or _is_beyond(sentence, p, quantities) or _is_of_an_event(sentence, p, quantities)
    ]
    return Spoken(sentence, quantities, periods, calendar, own, bases, frozenset(taken))


def multiplies(sentence: str, q: Quantity, end: int) -> bool:
    """Does a number say how many times what stands behind it: 2.2 times the 210 of 2019, double the share of 2020?"""
    return q.kind == "multiple" and _TIMES.fullmatch(sentence, q.end, end) is not None


def _own(sentence: str, q: Quantity, quantities: Sequence[Quantity], periods: Sequence[Period]) -> Period | None:
    """The period right behind a number, or led by it: N in 2022, 2022年的N."""
    before = [p for p in periods if p.end <= q.start]
    led = next((p for p in before if re.fullmatch(r"[一-鿿]{1,6}", sentence[p.end : q.start])), None)
    if led and FROM_ZH.search(sentence[: led.start]) and not _is_basis(sentence, led):
        return led  # 比2021年峰值N低
    close = next((p for p in before if re.fullmatch(r"年?[底末初]?的?\s*", sentence[p.end : q.start])), None)
    if close and q.kind != "multiple":  # 比2022年的96.9%高出
        return close
    when = before[-1] if before else None
    if when and _IN_BRACKETS.fullmatch(
        f"{sentence[max(0, when.start - 1) : when.start]}\0{sentence[when.end : q.start]}"
    ):
        if re.match(r"\s*[)）,;，；]", sentence[q.end :]):
            return when  # the level of 2021 (N); M (2022: N)
    if when and _FIGURE_OF.fullmatch(sentence[when.end : q.start]):  # the 2024 figure of N
        return when
    if when and when.first and _WHEN.fullmatch(sentence[when.end : q.start]):  # since 2021, when N were sold
        return replace(when, last=date(when.first.year, 12, 31), kind="year") if when.kind == "since" else when
    behind = next((p for p in periods if p.start >= q.end), None)
    if behind is None or any(q.end <= x.start < behind.start for x in quantities):
        return None
    between = sentence[q.end : behind.start]
    if _AND_IN.search(between) and any(x.start >= behind.end for x in quantities):
        return None  # for 2025 N is expected and for 2030 M
    amount = q.kind in ("count", "money", "physical") and not _is_basis(sentence, behind)
    if amount and is_earlier(behind) and _COUNTED.fullmatch(between) and not _is_beyond(sentence, behind, [q]):
        return behind  # N at the end of 2024 and M units a year earlier
    put_in_commas = _TO_SO_MUCH.search(sentence[: q.start]) and _IN_AT_LAST.fullmatch(between)
    if put_in_commas and re.match(r"\s*(?:[.;]|$)", sentence[behind.end :]):
        return behind  # it eased, to N, in the year just ended
    if not _LEADS_IN.match(between) or GOES_ON.search(between):
        return None
    other = _is_basis(sentence, behind) or _is_beyond(sentence, behind, [q]) or _is_of_an_event(sentence, behind, [q])
    return None if other else behind


def _span(sentence: str, q: Quantity, own: Period, periods: Sequence[Period]) -> Period | None:
    """The years of a rate of change whose first alone stands behind it: N in 2028, a compound N% from 2024."""
    if q.kind not in ("percent", "multiple") or not own.first or not re.search(r"\bfrom\s*$", sentence[: own.start]):
        return None
    last = next((p.last for p in reversed(periods) if p.end <= q.start and p.kind == "year"), None)
    return replace(own, last=last, kind="range") if last and last > own.first else None


def _is_held_against(sentence: str, q: Quantity, own: Period) -> bool:
    """Is a number with its period only what another one is compared with or starts from: than N in 2022, 由2022年的N?"""
    if sentence[own.start - 1 : own.start] in ("(", "（") and re.match(r"\s*[:：]", sentence[own.end : q.start]):
        return True  # M (2022: N)
    return bool(_AGAINST.search(sentence[max(0, q.start - 30) : q.start]) or FROM_ZH.search(sentence[: own.start]))


def _is_basis(sentence: str, p: Period) -> bool:
    """Is a period named for comparison: above 2023, the size of 2019, 较2022年?"""
    if p.kind in ("range", "since") or SPOKEN_OF.match(p.text):
        return False
    before = sentence[max(0, p.start - 48) : p.start]
    if _BASIS_ZH.search(before) and _BEHIND_BASIS_ZH.match(sentence[p.end : p.end + 8]):
        return True
    if _SET_AGAINST_ZH.search(f"{before[-1:]}\0{sentence[p.end : p.end + 20]}"):
        return True
    return bool(_BASIS.search(before) or _BEATS.search(before))


def _is_beyond(sentence: str, p: Period, quantities: Sequence[Quantity]) -> bool:
    """Is a time what a number right before is measured against: 32% beyond their 2023 outlay?"""
    q = next((x for x in reversed(quantities) if x.end <= p.start), None)
    if q is None:
        return False
    return _BEYOND.fullmatch(sentence, q.end, p.start) is not None or multiplies(sentence, q, p.start)


def _is_of_an_event(sentence: str, p: Period, quantities: Sequence[Quantity]) -> bool:
    """Is a time that of a change which no number behind it tells: growth of 4% did not make up for the decline in 2023?"""
    start, end = clause_bounds(sentence, p.start)
    said = any(start <= q.start < p.start and re.search(r"[A-Za-z]{3}", sentence[q.end : p.start]) for q in quantities)
    told = any(p.end <= q.start < end for q in quantities)
    return said and not told and bool(_EVENT.search(sentence[: p.start]))


def _distributed(sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period]) -> dict[int, Period]:
    """As many periods as numbers in one breath: 2020年、2021年和2022年分别为N、M和K; N and M in 2023 and 2024, respectively."""
    out: dict[int, Period] = {}
    for m in re.finditer(r"分别|依次|\brespectively\b", sentence):
        if m.group() == "respectively":
            numbers = _run([k for k, q in enumerate(quantities) if q.end <= m.start()][::-1], quantities, sentence)
        else:
            numbers = _run([k for k, q in enumerate(quantities) if q.start >= m.end()], quantities, sentence)
        listed = _run_of([p for p in periods if p.end <= m.start()], sentence)
        if len(listed) == 1:
            listed = _years_of(listed[0])
        if 1 < len(numbers) == len(listed):
            out |= dict(zip(sorted(numbers), listed, strict=True))
    for k, q in enumerate(quantities):  # N, M and K in 2023, 2024 and 2025
        at = next((i for i, p in enumerate(periods) if sentence[q.end : max(q.end, p.start)].strip() == "in"), None)
        if at is None:
            continue
        numbers = _run(range(k, -1, -1), quantities, sentence)
        listed = list(periods[at : at + len(numbers)])
        if 1 < len(numbers) == len(_run_of(listed, sentence)):
            out |= dict(zip(sorted(numbers), listed, strict=True))
    return out


def _years_of(period: Period) -> list[Period]:
    """The years of a range: 2020年至2023年……分别增长N、M、K和L."""
    if period.first is None or period.last is None:
        return []
    years = range(period.first.year, period.last.year + 1)
    return [replace(period, first=date(y, 1, 1), last=date(y, 12, 31), kind="year") for y in years]


def _run(indices: Sequence[int], quantities: Sequence[Quantity], sentence: str) -> list[int]:
    """The first of the numbers as long as nothing but commas and "and" stand between them."""
    out: list[int] = []
    for k in indices:
        if out:
            a, b = sorted((quantities[out[-1]], quantities[k]), key=lambda q: q.start)
            if re.sub(r"[、，,和与及\s]|and", "", sentence[a.end : b.start]):
                break
        out.append(k)
    return out


def _run_of(periods: Sequence[Period], sentence: str) -> list[Period]:
    """The last of the periods as long as nothing but commas and "and" stand between them."""
    out: list[Period] = []
    for p in reversed(periods):
        if out and re.sub(r"[、，,和与及\s]|and|in", "", sentence[p.end : out[0].start]):
            break
        out.insert(0, p)
    return out

"""The period each number of a sentence is stated for, and whether it is a forecast.

A period belongs to a number that stands right before it ("N in 2022"). Otherwise a number takes the nearest period of
its clause, then of its sentence, that is neither another number's own nor a mere basis of comparison ("above 2023",
"the size of 2019", 较2022年), then that of the heading or of the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from wpextract.facts.sentences import clause_bounds
from wpextract.quantities import find_periods, find_relative_periods, forecast_cues, resolve
from wpextract.quantities.model import Period, Quantity
from wpextract.quantities.periods import RelativePeriod

Basis = Literal["sentence", "heading", "title", "document"]

_LEADS_IN = re.compile(
    r"^\d?[^,;:，；。]{0,24}?\b(?:in|by|for|during|as of|at|until|through|since|of|from)\s*(?:the\s+)?$|^\d?\s*[（(]?\s*(?:an?\s+)?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:than|against|versus|vs|compared (?:with|to)|above|below|from)\b(?:\s+(?:the|a|an|some|about|nearly))*\s*$",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"(?:\b(?:than|above|below|over|on|as(?!\s+(?:of|at)\b)|against|versus|vs\.?|compared (?:with|to)|relative to|times)\b|\btimes (?:the|its|their)\b)"
    r"(?:\s+(?:in|of|for|that|those|the|its|their|it|was|were|had|been|end|start|large|many|much|high|size|level|count|figure|value|total|same|period))*\s*$"
    r"|(?:\b(?:size|level|count|figure|total)\s+(?:in|of)\s*)$",
    re.IGNORECASE,
)
_BASIS_ZH = re.compile(r"(?:较|比|是|约?为|相当于|高于|低于|对比|相比)\s*$")
_BEHIND_BASIS_ZH = re.compile(
    r"^(?:年?[底末初]|同期|水平|[高低]点|峰值|谷[底值])?\s*(?:的|翻|增|提|下|高|低|扩|上|减|回|接近|大幅|近|多|少|时)"
)
_SET_AGAINST_ZH = re.compile(r"(?:[与同跟和]\0相比|以\0为(?:起点|基|参照))")
_FROM_ZH = re.compile(r"(?:[由从自较]|(?<!占)比)\s*$")
_LASTING_ZH = re.compile(
    r"(?<![近每前后])(?P<years>[二两三四五六七八九十]|\d)年(?:[间来内]|累计|(?=[增提升下降缩回扩减]))"
)
_HAN_YEARS = {"两": 2} | {numeral: n for n, numeral in enumerate("二三四五六七八九十", 2)}
_WRITTEN_ZH = re.compile(r"[去今明]年")
_CONTRASTED = re.compile(r"(?:[而但]|\b(?:while|whereas|but|against))\s*(?:在|in\b)?\s*$", re.IGNORECASE)
_WIDE = re.compile(r"[,;，；。]\s|[，；]|\b(?:while|whereas)\b")
_WHEN = re.compile(r",?\s*when\b[^,;:]*", re.IGNORECASE)
_MULTIPLIED = re.compile(r"\s*(?:of\s+)?(?:the|that|its|their)\s*", re.IGNORECASE)
_RATE = re.compile(r"cagr|compound|复合|年均", re.IGNORECASE)
_COMPARED = re.compile(
    r"(?:\b(?:from|than|over|on|against|to|with)(?:\s+(?:the|a|that|in))*|[较由自]|(?<!占)比)\s*$", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:through|until|up to)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The period of a number and where it was read."""

    period: Period | None
    basis: Basis | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is known of a document's time: its base year and the day until which its figures can be actual."""

    base_year: int | None
    known_until: date | None

    @property
    def base(self) -> Period | None:
        """The base year as a period, a guess for numbers without any other."""
        if self.base_year is None:
            return None
        return _year(self.base_year)

    @property
    def written(self) -> Period | None:
        """The year in which the document was written: of its publication, else that behind its base year."""
        if self.base_year is None:
            return None
        known = self.known_until
        closed = known is None or known <= date(self.base_year, 12, 31) and (known.month, known.day) == (12, 31)
        return _year(self.base_year + 1 if closed or known is None else known.year)


def _year(year: int) -> Period:
    return Period(0, 0, str(year), date(year, 1, 1), date(year, 12, 31), "year")


def periods_of(sentence: str, language: str, anchor: Period | None, calendar: Calendar | None = None) -> list[Period]:
    """The periods of a sentence, those that another one dates (上年同期, the second half) resolved.

    去年 is the year before the document was written, 三年前 is three before its base year; anything else is dated by
    the period named last.
    """
    found = find_periods(sentence, language)
    for relative in find_relative_periods(sentence, language):
        if _COMPARED.search(sentence[: relative.start]) and not re.match(r"的\s*[\d.]", sentence[relative.end :]):
            continue
        before = [p for p in found if p.end <= relative.start]
        base = before[-1] if before else anchor
        if calendar is not None:
            base = _told_from(sentence, relative, base, bool(before), calendar)
        if base and (dated := resolve(relative, base)):
            found.append(dated)
    return sorted(found, key=lambda p: p.start)


def _told_from(
    sentence: str, relative: RelativePeriod, last: Period | None, is_near: bool, calendar: Calendar
) -> Period | None:  # fmt: skip
    """What a relative period is counted from; `last` was named last, `is_near` in the same sentence."""
    if _WRITTEN_ZH.match(relative.text) and not relative.text.endswith("同期"):
        return calendar.written
    if relative.text == "如今" or relative.text.endswith("年前") and not is_near:
        return calendar.base
    if relative.part and relative.part[0] not in ("same", "month") and not is_near and "去年同期" in sentence:
        return calendar.written
    return last or calendar.base


def date_numbers(
    sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period], heading: Period | None, calendar: Calendar
) -> list[When]:  # fmt: skip
    """The period of each quantity."""
    own = {k: p for k, q in enumerate(quantities) if (p := _own(sentence, q, quantities, periods))}
    shared = _distributed(sentence, quantities, periods)
    bases = {p.start for p in periods if _is_basis(sentence, p)}
    taken = {
        p.start
        for k, p in own.items()
        if _AGAINST.search(sentence[max(0, quantities[k].start - 30) : quantities[k].start])
        or _FROM_ZH.search(sentence[: p.start])
    }
    spans = {k: span for k, p in own.items() if (span := _span(sentence, quantities[k], p, periods))}
    taken |= {own[k].start for k in spans}
    out: list[When] = []
    for k, q in enumerate(quantities):
        chosen = shared.get(k) or spans.get(k) or own.get(k)
        if chosen is None:
            free = [p for p in periods if p.start not in bases | taken]
            chosen = _nearest(
                sentence, q, next(iter(quantities[k + 1 :]), None), free, [p for j, p in own.items() if j != k]
            )
            if (base := [p for p in periods if p.start in taken and p.end <= q.start]) and re.search(
                r"[由从自]\s*$", sentence[: q.start]
            ):  # A由2020年的N升至M，B由N升至M
                chosen = base[-1]
            chosen = _lasting(sentence, q, periods, calendar) or chosen
        if chosen is not None:
            out.append(When(_ended(sentence, chosen, calendar), "sentence"))
        elif heading is not None and heading.kind != "range":
            out.append(When(_ended("", heading, calendar), "heading"))
        else:
            out.append(When(calendar.base, "document" if calendar.base else None))
    return out


def _span(sentence: str, q: Quantity, own: Period, periods: Sequence[Period]) -> Period | None:
    """The years of a rate of change whose first alone stands behind it: N in 2028, a compound N% from 2024."""
    if q.kind not in ("percent", "multiple") or not own.first or not re.search(r"\bfrom\s*$", sentence[: own.start]):
        return None
    last = next((p.last for p in reversed(periods) if p.end <= q.start and p.kind == "year"), None)
    return replace(own, last=last, kind="range") if last and last > own.first else None


def _own(sentence: str, q: Quantity, quantities: Sequence[Quantity], periods: Sequence[Period]) -> Period | None:
    """The period right behind a number, or led by it: N in 2022, 2022年的N."""
    before = next(
        (p for p in periods if p.end <= q.start and re.fullmatch(r"年?的\s*", sentence[p.end : q.start])), None
    )
    led = next(
        (p for p in periods if p.end <= q.start and re.fullmatch(r"[一-鿿]{1,6}", sentence[p.end : q.start])), None
    )
    if led is not None and before is None and _FROM_ZH.search(sentence[: led.start]) and not _is_basis(sentence, led):
        return led  # 比2021年峰值N低
    if before is not None and q.kind != "multiple":  # 比2022年的96.9%高出
        return before
    when = next((p for p in reversed(periods) if p.end <= q.start), None)
    if when and when.first and _WHEN.fullmatch(sentence[when.end : q.start]):  # since 2021, when N were sold
        return replace(when, last=date(when.first.year, 12, 31), kind="year") if when.kind == "since" else when
    behind = next((p for p in periods if p.start >= q.end), None)
    if behind is None or any(q.end <= x.start < behind.start for x in quantities):
        return None
    between = sentence[q.end : behind.start]
    if not _LEADS_IN.match(between) or _is_basis(sentence, behind):
        return None
    return behind


def _is_basis(sentence: str, p: Period) -> bool:
    if p.kind in ("range", "since"):
        return False
    before = sentence[max(0, p.start - 48) : p.start]
    if _BASIS_ZH.search(before) and _BEHIND_BASIS_ZH.match(sentence[p.end : p.end + 8]):
        return True
    if _SET_AGAINST_ZH.search(f"{before[-1:]}\0{sentence[p.end : p.end + 4]}"):
        return True
    if re.match(r"\s+(?:level|figure|value|total|average)s?\b", sentence[p.end : p.end + 12]) and re.search(
        r"times|than|above|below", before
    ):
        return True
    return bool(_BASIS.search(before))


def _nearest(
    sentence: str, q: Quantity, following: Quantity | None, periods: Sequence[Period], owned: Sequence[Period]
) -> Period | None:
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
    return next(iter([*free[-1:], *after, *before[-1:], *ahead]), None)


def _lasting(sentence: str, q: Quantity, periods: Sequence[Period], calendar: Calendar) -> Period | None:
    """The years that a change took until the base year: 2020年……，四年提高N个百分点; 两年间增加N."""
    clause = clause_bounds(sentence, q.start)
    m = _LASTING_ZH.search(sentence, clause[0], q.start)
    if m is None or calendar.base_year is None or any(clause[0] <= p.start < q.start for p in periods):
        return None
    said = m["years"]
    first = calendar.base_year - (int(said) if said.isdecimal() else _HAN_YEARS[said])
    named = [p.first.year for p in periods if p.first]
    if named and first not in named:
        return None
    return Period(m.start(), m.end(), m.group(), date(first, 1, 1), date(calendar.base_year, 12, 31), "range")


def _distributed(sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period]) -> dict[int, Period]:
    """As many periods as numbers in one breath: 2020年、2021年和2022年分别为N、M和K; N and M in 2023 and 2024, respectively."""
    out: dict[int, Period] = {}
    for m in re.finditer(r"分别|\brespectively\b", sentence):
        chinese = m.group() == "分别"
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


def _ended(sentence: str, period: Period, calendar: Calendar) -> Period:
    """Open ends closed: "since 2020" ends with the base year, "through 2027" begins with the year after it."""
    year = calendar.base_year
    if year is None or period.first is None:
        return period
    if period.kind == "since" and period.last is None and period.first.year <= year:
        return replace(period, last=date(year, 12, 31))
    if period.kind == "year" and period.first.year > year + 1 and _UNTIL.search(sentence[: period.start]):
        return replace(period, first=date(year + 1, 1, 1), kind="range")
    return period


def is_forecast(period: Period | None, sentence: str, q: Quantity, calendar: Calendar) -> bool:
    """Is a number expected rather than observed: by its period where that was read, else by the words before it?"""
    known = calendar.known_until
    if period and period.start != period.end:  # a period that was read, not the base year
        if period.is_forecast:
            return True
        if known and period.last and period.first:
            if period.first > known or period.last.year > known.year:
                return True
            if period.last.year < known.year:
                return False
    clause = clause_bounds(sentence, q.start)
    return any(at < q.start or clause[0] <= at < clause[1] for at in _cues(sentence))


@lru_cache(maxsize=256)
def _cues(sentence: str) -> tuple[int, ...]:
    """Where a sentence says that something is expected."""
    return tuple(start for start, _ in forecast_cues(sentence))

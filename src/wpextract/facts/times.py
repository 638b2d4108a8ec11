"""The periods that a sentence names, those that another one dates resolved, and what is known of a document's time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from wpextract.quantities import find_periods, find_relative_periods, resolve
from wpextract.quantities.lexicon import UNITS
from wpextract.quantities.model import Period
from wpextract.quantities.periods import RelativePeriod

Basis = Literal["sentence", "heading", "title", "document"]
_WRITTEN = re.compile(r"[去今明]年|(?:last|this|next) year$|year just", re.IGNORECASE)
_COMPARED = re.compile(
    r"(?:\b(?:from|than|over|on|against|to|with)(?:\s+(?:the|an?|one|that|in))*|[较由自]之?|(?<!占)比)\s*$",
    re.IGNORECASE,
)
_YEARS_TO = re.compile(
    r"\b(?P<years>two|three|four|five|six|seven|eight|nine|ten|\d\d?) years (?:to|through|until|up to|end(?:ed|ing)(?: in)?)\s+$",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"(?:years?|months) (?:before|earlier|ago|back)$|^(?:previous|prior|preceding) year|[上前]一?年$|^(?:上年|去年)同|年前$",
    re.IGNORECASE,
)
# the years that were spoken of
SPOKEN_OF = re.compile(r"th[eo]se\b|same (?!period|time)", re.IGNORECASE)
_SAME_PART = re.compile(r"\bsame (?:half|quarter|months?|period|stretch|span) (?:of|in)\s+$", re.IGNORECASE)
_TIMES_ZH = re.compile(r"[末底初]?的\s*[\d.]+\s*倍")
_TIMES_THAT = re.compile(r"\btimes\b[^,;.]{0,40}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """The period of a number and where it was read."""

    period: Period | None
    basis: Basis | None


@dataclass(frozen=True, slots=True)
class Told:
    """What was told before a sentence.

    `carried` is the period of the sentence before, where this one goes on with it; `span` the years between two dated
    numbers of it; `ahead` the period to come that was named last under the same heading, of which the paragraph still
    tells where it `stays`; `asked` the days behind the base year of which the paragraph tells, as of a survey.
    """

    carried: Period | None = None
    span: Period | None = None
    ahead: Period | None = None
    stays: bool = False
    asked: Period | None = None


NOTHING = Told()


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
        return year_of(self.base_year)

    def is_to_come(self, period: Period | None) -> bool:
        """Does a period begin behind the base year?"""
        return bool(period and self.base_year and period.first and period.first.year > self.base_year)

    def is_past(self, period: Period | None) -> bool:
        """Does a period end before the base year?"""
        return bool(period and self.base_year and period.last and period.last.year < self.base_year)

    def is_survey(self, period: Period | None) -> bool:
        """Is a period some days or months behind the base year, in which figures were asked for or counted?"""
        if not (self.is_to_come(period) and period and period.first and period.last) or self.is_unknown(period):
            return False
        return period.kind in ("instant", "month") or period.kind == "range" and period.first.month > 1

    def is_unknown(self, period: Period | None) -> bool:
        """Does a period end behind the base year and the day until which figures can be actual?"""
        if not (period and period.last and self.base_year):
            return False
        return period.last.year > self.base_year and period.last > (self.known_until or date.min)

    @property
    def written(self) -> Period | None:
        """The year in which the document was written: of its publication, else that behind its base year."""
        if self.base_year is None:
            return None
        known = self.known_until
        closed = known is None or known <= date(self.base_year, 12, 31) and (known.month, known.day) == (12, 31)
        return year_of(self.base_year + 1 if closed or known is None else known.year)


_DECADE_ENDS = re.compile(r"\b(?:end|close|turn) of (?:the|this) decade\b|本?十年末", re.IGNORECASE)


def is_earlier(p: Period) -> bool:
    """Is a time named as the one before that spoken of: a year earlier, 上年?"""
    return _EARLIER.search(p.text) is not None


def year_of(year: int) -> Period:
    return Period(0, 0, str(year), date(year, 1, 1), date(year, 12, 31), "year")


def periods_of(sentence: str, language: str, anchor: Period | None, calendar: Calendar | None = None) -> list[Period]:
    """The periods of a sentence, those that another one dates (上年同期, the second half) resolved.

    去年 is the year before the document was written, 三年前 is three before its base year; anything else is dated by
    the period named last.
    """
    found = find_periods(sentence, language)
    if calendar is not None and calendar.base_year and (ends := _DECADE_ENDS.search(sentence)):
        last = year_of(calendar.base_year // 10 * 10 + 10)
        found.append(replace(last, start=ends.start(), end=ends.end(), text=ends.group(), is_forecast=True))
    for relative in find_relative_periods(sentence, language):
        before = sentence[: relative.start]
        if relative.text == "同期" and any(p.end == relative.start for p in found):
            continue  # 2024年同期 is one time
        if _TIMES_THAT.search(before) or (
            _COMPARED.search(before)
            and not re.match(r"(?:[末底]?的)?\s*\d", sentence[relative.end :])
            and not (relative.part and relative.part[0] in ("until", "month") and relative.text[:1].isupper())
            and not SPOKEN_OF.match(relative.text)
        ):
            continue
        named = [p for p in found if p.end <= relative.start]
        named = [p for p in named if not is_earlier(p)] or named
        base = named[-1] if named else anchor
        if relative.text in ("次年", "翌年", "当年") and (not named or _TIMES_ZH.match(sentence, named[-1].end)):
            continue  # of any year
        if calendar is not None:
            base = _told_from(sentence, relative, base, bool(named), calendar)
        if base and (dated := resolve(relative, base)):
            found.append(dated)
    found.sort(key=lambda p: p.start)
    found = [_same_part(sentence, p, found[k - 1] if k else anchor) for k, p in enumerate(found)]
    return [_years_to(sentence, p) for p in found]


def _same_part(sentence: str, p: Period, before: Period | None) -> Period:
    """The part of another year that was named before: the same half of 2023, 2023年同期."""
    if p.kind != "year" or p.first is None or before is None or not (before.first and before.last):
        return p
    if before.first.year != before.last.year or not (
        _SAME_PART.search(sentence[: p.start]) or re.match(r"年?(?:的?同期|同一时段)", sentence[p.end - 1 :])
    ):
        return p
    part = resolve(RelativePeriod(p.start, p.end, p.text, p.first.year - before.first.year, ("same", 0)), before)
    return replace(part, is_forecast=p.is_forecast) if part else p


def _years_to(sentence: str, p: Period) -> Period:
    """The five years to 2024: all of them."""
    m = _YEARS_TO.search(sentence[: p.start]) if p.kind == "year" and p.last else None
    if m is None or p.last is None:
        return p
    said = m["years"].lower()
    years = int(said) if said.isdecimal() else UNITS[said]
    span = sentence[m.start() : p.end]
    return replace(p, start=m.start(), text=span, first=date(p.last.year - years + 1, 1, 1), kind="range")


def _told_from(
    sentence: str, relative: RelativePeriod, last: Period | None, is_near: bool, calendar: Calendar
) -> Period | None:  # fmt: skip
    """What a relative period is counted from; `last` was named last, `is_near` in the same sentence."""
    if _WRITTEN.match(relative.text) and not relative.text.endswith(("同期", "时段")):
        return calendar.written
    if relative.text == "如今" or relative.text.endswith("年前") and not is_near:
        return calendar.base
    if relative.years < 0 and not is_near and re.search(r"\d", sentence[: relative.start]):
        return calendar.base  # N kilns, and M a year earlier
    if relative.part and relative.part[0] not in ("same", "month") and not is_near and "去年同期" in sentence:
        return calendar.written
    return last or calendar.base

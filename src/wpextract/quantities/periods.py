"""Reads periods: years, halves, quarters, months, dates and their ranges, fiscal and forecast marks, relative words.

Works on tokens; a period that needs another one to be dated ("上年同期", "the first half") is a `RelativePeriod`.
Which quantity a period belongs to is not decided here.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wpextract.quantities import currencies, lexicon, units
from wpextract.quantities import tokens as t
from wpextract.quantities.folding import fold
from wpextract.quantities.lexicon import MONTHS, ORDINALS, UNITS
from wpextract.quantities.model import Period, PeriodKind
from wpextract.quantities.numerals import touching
from wpextract.quantities.tokens import Token, tokenise

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FORECAST_MARKS = frozenset("EFPefp")  # behind a year: expected, forecast, projected
_LABEL_MARKS = frozenset(["e", "f", "p", "a", "est", "forecast", "projected", "actual", "预测", "预计"])
_LONGEST_SPAN = 15  # years that two ends with a slash between them are apart at most
_YEAR = re.compile(r"(?:19|20)\d\d|2100")
_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)\.(0[1-9]|1[0-2])")
_YEAR_RUN = re.compile(r"((?:19|20)\d\d)((?:19|20)\d\d)")
_DATE_DOTTED = re.compile(r"((?:19|20)\d\d)\.(\d{1,2})\.(\d{1,2})")
_DASHES = frozenset({"-", "–", "~", "--", "––"})
_HAN_QUARTERS = {"第一": 1, "第二": 2, "第三": 3, "第四": 4, "一": 1, "二": 2, "三": 3, "四": 4}
_HAN_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_NUMBER_NOUNS = frozenset(
    """
    units people companies enterprises firms models users employees stations vehicles projects stores patents
    schools
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class RelativePeriod:
    """A stretch of time that another period dates: `years` from the anchor, and a part of that year if named.

    `part`: ("half", 1), ("quarter", 3), ("month", 7), ("until", 6) for January to June, ("same", 0) for the anchor's own part, or None for the year.
    """

    start: int
    end: int
    text: str
    years: int
    part: tuple[Literal["half", "quarter", "month", "until", "same"], int] | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A period or date over tokens `[first, after)`; `first_day` None where it has no date of its own."""

    first: int
    after: int
    first_day: date | None
    last_day: date | None
    kind: PeriodKind
    forecast: bool = False
    relative: tuple[int, tuple[Literal["half", "quarter", "month", "until", "same"], int] | None] | None = None


def year_span(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def half_span(year: int, half: int) -> tuple[date, date]:
    return (date(year, 1, 1), date(year, 6, 30)) if half == 1 else (date(year, 7, 1), date(year, 12, 31))


def quarter_span(year: int, quarter: int) -> tuple[date, date]:
    last = quarter * 3
    return date(year, last - 2, 1), date(year, last, calendar.monthrange(year, last)[1])


def month_span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def resolve(relative: RelativePeriod, anchor: Period) -> Period | None:
    """The period that `relative` names beside a dated `anchor`, or None if the anchor has no dates."""
    base = anchor.first or anchor.last
    if base is None or not _FIRST_YEAR <= base.year + relative.years <= _LAST_YEAR:
        return None
    year = base.year + relative.years
    kind: PeriodKind = "year"
    if relative.part is None:
        first, last = year_span(year)
    elif relative.part[0] == "same":
        kind = anchor.kind
        if anchor.first is not None and anchor.kind == "since":  # since 2019 ...; at that time
            return Period(relative.start, relative.end, relative.text, *year_span(year), "year", anchor.is_forecast)
        if anchor.first is None or anchor.last is None:
            return None
        first, last = _shift(anchor.first, relative.years), _shift(anchor.last, relative.years)
    elif relative.part[0] == "until":
        kind, first, last = "range", date(year, 1, 1), month_span(year, relative.part[1])[1]
    else:
        kind = relative.part[0]
        span = {"half": half_span, "quarter": quarter_span, "month": month_span}[relative.part[0]]
        first, last = span(year, relative.part[1])
    return Period(relative.start, relative.end, relative.text, first, last, kind, anchor.is_forecast)


def _shift(day: date, years: int) -> date:
    year = day.year + years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


# ---------------------------------------------------------------- recognising
def read_spans(tokens: Sequence[Token]) -> list[Span]:
    """All periods and dates among the tokens, in order, none overlapping."""
    spans: list[Span] = []
    floor = 0
    for i, token in enumerate(tokens):
        if i < floor or token.kind == t.WORD and token.low not in _WORD_STARTS:
            continue
        span = _period(tokens, i, floor)
        if span is not None:
            spans.append(span)
            floor = span.after
    return spans


def _text(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _kind(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].kind if 0 <= i < len(tokens) else ""


def _period(tokens: Sequence[Token], i: int, floor: int) -> Span | None:
    core = _core(tokens, i)
    if core is None:
        return None
    core = _range(tokens, core)
    return _with_cues(tokens, core, floor)


def _core(tokens: Sequence[Token], i: int) -> Span | None:
    kind, low = tokens[i].kind, tokens[i].low
    if kind == t.NUMBER:
        return _from_number(tokens, i)
    if kind == t.DOTTED:
        match = _DATE_DOTTED.fullmatch(low)
        return _day_span(i, i + 1, int(match[1]), int(match[2]), int(match[3])) if match else None
    if kind == t.WORD:
        return _from_word(tokens, i)
    if kind in (t.HAN, t.HAN_NUMERAL):
        return _from_han(tokens, i)
    return None


def _range(tokens: Sequence[Token], core: Span) -> Span:
    """2020–2024, 2019年至2024年, from 2020 to 2024, between January and March 2025."""
    j = core.after
    link = _text(tokens, j)
    before = _text(tokens, core.first - 1)
    joined = (
        link in _DASHES
        or link in ("to", "through", "until", "至", "到")
        or (link in ("and", "和", "与") and before in ("between", "在", "介于"))
        or (_kind(tokens, j) == t.GAP)
        or (link in ("and", "&") and _is_month_before(tokens, core, j + 1))
    )
    if not joined or j + 1 >= len(tokens):
        return core
    other = _core(tokens, j + 1)
    if other is None:
        if core.kind == "year" and link in ("-", "–", "/") and touching(tokens, j) and touching(tokens, j + 1):
            return _short_range(tokens, core, j) or core
        return core
    if core.kind == "month" and core.first_day and other.first_day is None and other.relative:
        name, index = other.relative[1] or ("", 0)
        if name == "month" and core.first_day.month < index:  # 2025年4月至6月
            last = month_span(core.first_day.year, index)[1]
            return Span(core.first, other.after, core.first_day, last, "range", core.forecast)
    if core.first_day is not None and other.last_day is not None and core.first_day <= other.last_day:
        changed = link in ("to", "至", "到") and before in ("from", "由", "从") and _changes(tokens, core.first)
        if changed and other.first_day is not None:
            pass
        return Span(core.first, other.after, core.first_day, other.last_day, "range", core.forecast or other.forecast)
    if core.first_day is None and core.relative and core.relative[1] and other.kind == "month":
        name, index = core.relative[1]
        if name == "month" and other.first_day is not None and index <= other.first_day.month:
            first = date(other.first_day.year, index, 1)
            return Span(core.first, other.after, first, other.last_day, "range", other.forecast)
        if core.relative == (0, ("month", 1)) and other.relative and other.relative[1]:  # from January to June
            name, index = other.relative[1]
            if name == "month":
                return Span(core.first, other.after, None, None, "range", relative=(0, ("until", index)))
    return core


def _is_month_before(tokens: Sequence[Token], core: Span, j: int) -> bool:
    """Is a month without a year named together with the one behind it: October and November 2025?"""
    month = core.relative[1] if core.first_day is None and core.relative else None
    return month is not None and month[0] == "month" and MONTHS.get(_text(tokens, j)) == month[1] + 1


def _changes(tokens: Sequence[Token], i: int) -> bool:
    return any(token.low in lexicon.CHANGE_WORDS for token in tokens[max(0, i - 6) : i])


def _short_range(tokens: Sequence[Token], core: Span, j: int) -> Span | None:
    """2024–27, 2017/18: the second year in two digits."""
    digits = tokens[j + 1].text if _kind(tokens, j + 1) == t.NUMBER else ""
    if core.first_day is None or not (len(digits) == 2 and digits.isdigit()):
        return None
    year = core.first_day.year // 100 * 100 + int(digits)
    if not core.first_day.year < year <= core.first_day.year + 60 or _text(tokens, j + 2) in ("-", "–", "%"):
        return None
    after = j + 2
    if _text(tokens, after) == "年":
        after += 1
    forecast = _kind(tokens, after) == t.WORD and tokens[after].text in ("E", "F") and touching(tokens, after)
    return Span(core.first, after + forecast, core.first_day, year_span(year)[1], "range", forecast)


def _with_cues(tokens: Sequence[Token], span: Span, floor: int) -> Span:
    """Widens a period by what stands beside it: end of, since, 以来, year ended."""
    i, after = span.first, span.after
    before = _text(tokens, i - 1)
    if before in ("the", "fiscal", "calendar", "year", "fy", "years") and i - 1 >= floor and before != "the":
        i -= 1
        before = _text(tokens, i - 1)
        if before == "fiscal" and i - 1 >= floor:
            i -= 1
            before = _text(tokens, i - 1)
    first_day, last_day, kind = span.first_day, span.last_day, span.kind
    if first_day is None or last_day is None:
        return Span(span.first, after, first_day, last_day, kind, span.forecast, span.relative)
    since = _text(tokens, after) in ("以来", "起", "来") and _text(tokens, after + 1) != "到"  # 2027年来到N
    if before in ("since", "自", "自从") or since and kind != "range":
        if since:
            after += 1
        if span.kind != "range":
            return Span(i, after, first_day, None, "since", span.forecast)
    if before in ("of", "-") and _text(tokens, i - 2) in ("end", "close") and i - 2 >= floor:
        return Span(i - 2, after, last_day, last_day, "instant", span.forecast)
    if (
        kind == "year"
        and i - 2 >= floor
        and (before == "-" and _text(tokens, i - 2) == "mid" or before == "of" and _text(tokens, i - 2) == "middle")
    ):
        middle = half_span(first_day.year, 1)[1]
        return Span(i - 2, after, middle, middle, "instant", span.forecast)
    if before == "end" and _text(tokens, i - 2) in ("-", "year") and i - 3 >= floor:
        return Span(
            i - 3 if _text(tokens, i - 2) == "-" else i - 2, after, last_day, last_day, "instant", span.forecast
        )
    if before in ("of", "-") and _text(tokens, i - 2) in ("beginning", "start") and i - 2 >= floor and before == "of":
        return Span(i - 2, after, first_day, first_day, "instant", span.forecast)
    if (
        kind == "instant"
        and before in ("ended", "ending")
        and _text(tokens, i - 2) in ("year", "years")
        and i - 2 >= floor
    ):
        start = _shift(last_day, -1)
        return Span(i - 2, after, date.fromordinal(start.toordinal() + 1), last_day, "year", span.forecast)
    return Span(i, after, first_day, last_day, kind, span.forecast)


# ---------------------------------------------------------------- numbers
def _from_number(tokens: Sequence[Token], i: int) -> Span | None:
    text = tokens[i].text
    if _YEAR.fullmatch(text):
        return _from_year(tokens, i)
    match = _YEAR_RUN.fullmatch(text)
    if match and int(match[1]) < int(match[2]):
        after = i + 1 + (_text(tokens, i + 1) == "年")
        forecast = _forecast_mark(tokens, after)
        return Span(i, after + forecast, year_span(int(match[1]))[0], year_span(int(match[2]))[1], "range", forecast)
    match = _YEAR_MONTH.fullmatch(text)
    if match and _text(tokens, i + 1) not in ("%", "元") and not _measured(tokens, i):
        return Span(i, i + 1, *month_span(int(match[1]), int(match[2])), "month")
    if not text.isdigit() or len(text) > 2:
        return None
    value = int(text)
    if len(text) == 2 and _text(tokens, i + 1) in ("h", "q") and touching(tokens, i + 1) and touching(tokens, i + 2):
        index = _text(tokens, i + 2)  # 24Q1
        if index in ("1", "2") or (index in ("3", "4") and _text(tokens, i + 1) == "q"):
            part: Literal["half", "quarter"] = "half" if _text(tokens, i + 1) == "h" else "quarter"
            span = (half_span if part == "half" else quarter_span)(2000 + value, int(index))
            forecast = _forecast_mark(tokens, i + 3)
            return Span(i, i + 3 + forecast, *span, part, forecast)
    following, low = _kind(tokens, i + 1), _text(tokens, i + 1)
    if following == t.WORD and touching(tokens, i + 1):
        if low in ("h", "q") and 1 <= value <= (2 if low == "h" else 4):  # 1H 2025, 3Q25
            return _part_of_year(tokens, i, i + 2, "half" if low == "h" else "quarter", value)
        if low in ("st", "nd", "rd", "th") and _text(tokens, i + 2) in ("quarter", "half"):
            name: Literal["half", "quarter"] = "half" if _text(tokens, i + 2) == "half" else "quarter"
            if 1 <= value <= (2 if name == "half" else 4):
                return _part_of_year(tokens, i, i + 3, name, value)
    day_end = i + 1 + (low in ("st", "nd", "rd", "th"))
    if following == t.WORD and _text(tokens, day_end) in MONTHS and 1 <= value <= 31:  # 28 August 2025
        month = MONTHS[_text(tokens, day_end)]
        k = day_end + 1 + (_text(tokens, day_end + 1) in (".", ","))
        if _is_year_number(tokens, k):
            return _day_span(i, k + 1, int(tokens[k].text), month, value)
        if _text(tokens, day_end) != "may" or tokens[day_end].text[:1].isupper():
            return Span(i, day_end + 1, None, None, "month", relative=(0, ("month", month)))
    if low == "月" and 1 <= value <= 12:
        return _han_month(tokens, i, i + 2, None, value)
    if (
        low in _DASHES
        and _text(tokens, i + 3) == "月"
        and _kind(tokens, i + 2) == t.NUMBER
        and _text(tokens, i + 2).isdigit()
    ) and 1 <= value < int(tokens[i + 2].text) <= 12:  # 1-6月
        return Span(
            i, i + 4, None, None, "range", relative=(0, ("until" if value == 1 else "month", int(tokens[i + 2].text)))
        )
    if low == "年" and value and _text(tokens, i + 2) == "前":  # 3年前
        return Span(i, i + 3, None, None, "year", relative=(-value, None))
    if low == ":" and _kind(tokens, i + 2) == t.NUMBER and touching(tokens, i + 1) and touching(tokens, i + 2):
        minutes = tokens[i + 2].text
        if len(minutes) == 2 and minutes.isdigit() and value < 25 and int(minutes) < 60:  # 14:00
            after = i + 3
            while _text(tokens, after) == ":" and _kind(tokens, after + 1) == t.NUMBER:
                after += 2
            return Span(i, after, None, None, "instant")
    if low in ("日", "号") and 1 <= value <= 31 and _text(tokens, i - 1) in ("月", "-", "–", "至"):
        return Span(i, i + 2, None, None, "instant")
    if low == "季度" and 1 <= value <= 4:
        return _part_of_year(tokens, i, i + 2, "quarter", value)
    if low in ("a", "p") and _text(tokens, i + 2) == "." and _text(tokens, i + 3) == "m":
        return Span(i, i + 4, None, None, "instant")
    if low in ("am", "pm") and value <= 12:
        return Span(i, i + 2, None, None, "instant")
    return None


def _is_year_number(tokens: Sequence[Token], i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].kind == t.NUMBER and _YEAR.fullmatch(tokens[i].text) is not None


def _forecast_mark(tokens: Sequence[Token], i: int) -> bool:
    return _kind(tokens, i) == t.WORD and tokens[i].text in _FORECAST_MARKS and touching(tokens, i)


def _measured(tokens: Sequence[Token], i: int) -> bool:
    """Is a number that looks like a year measured in something (2000家, $2,024, 2000 units)?"""
    before, after = _text(tokens, i - 1), _text(tokens, i + 1)
    if before in currencies.SIGNS or (_kind(tokens, i - 1) == t.WORD and currencies.code_of(tokens[i - 1].text)):
        return True
    kind = _kind(tokens, i + 1)
    if kind == t.SIGN:
        return after in ("%", "‰", "€", "+", "°")
    if kind == t.WORD:
        word = tokens[i + 1].text
        if touching(tokens, i + 1) and word in ("E", "F", "A", "H", "Q", "s"):
            return False
        if after in lexicon.SCALES or after in (
            "percent",
            "pct",
            "x",
            "times",
            "kwh",
            "mwh",
            "gwh",
            "bn",
            "mn",
            "million",
        ):
            return True
        if currencies.code_of(word) and after not in ("us",) and (after in currencies.WORDS or word.isupper()):
            following = _kind(tokens, i + 2)
            return following != t.NUMBER
        if units.symbol_of(word) and len(word) >= 2 and after not in ("in", "year", "years", "min", "sec", "ton"):
            return True
        value = int(tokens[i].text) if tokens[i].text.isdigit() else 0
        return (
            (value % 100 == 0 or after in _NUMBER_NOUNS)
            and after.endswith("s")
            and before not in ("in", "by", "since", "of")
        )
    if kind == t.HAN and touching(tokens, i + 1):
        return after != "年" and (
            after in lexicon.HAN_CLASSIFIERS
            or after in currencies.han_names()
            or (after in units.HAN)
            or after in ("倍", "余", "多", "个百分点", "万")
        )
    return kind == t.HAN_NUMERAL and touching(tokens, i + 1) and after[0] in lexicon.HAN_UNITS


def _from_year(tokens: Sequence[Token], i: int) -> Span | None:
    if _measured(tokens, i):
        return None
    if (
        _text(tokens, i - 1) in (".", ",")
        and touching(tokens, i)
        and _kind(tokens, i - 2) == t.NUMBER
        and touching(tokens, i - 1)
    ):
        pass
    year = int(tokens[i].text)
    j = i + 1
    low = _text(tokens, j)
    if _kind(tokens, j) == t.WORD and touching(tokens, j):
        word = tokens[j].text
        if word == "A" or word in _FORECAST_MARKS:
            return Span(i, j + 1, *year_span(year), "year", word in _FORECAST_MARKS)
        if low == "s":
            return Span(i, j + 1, date(year, 1, 1), date(min(year + 9, _LAST_YEAR), 12, 31), "range")
        if low not in ("h", "q", "fy"):
            return None  # glued to other letters: a name
    if (
        low in ("h", "q")
        and _kind(tokens, j + 1) == t.NUMBER
        and touching(tokens, j + 1)
        and _text(tokens, j + 1) in "1234"
    ):
        part = int(tokens[j + 1].text)
        span = half_span(year, part) if low == "h" and part <= 2 else quarter_span(year, part)
        forecast = _forecast_mark(tokens, j + 2)
        return Span(i, j + 2 + forecast, *span, "half" if low == "h" else "quarter", forecast)
    if (
        _kind(tokens, j) == t.NUMBER
        and low in "1234"
        and _text(tokens, j + 1) in ("h", "q")
        and touching(tokens, j + 1)
    ):
        span = half_span(year, min(int(low), 2)) if _text(tokens, j + 1) == "h" else quarter_span(year, int(low))
        return Span(i, j + 2, *span, "half" if _text(tokens, j + 1) == "h" else "quarter")
    if low in ("-", "/") and touching(tokens, j) and _kind(tokens, j + 1) == t.NUMBER and touching(tokens, j + 1):
        month = tokens[j + 1].text
        if len(month) <= 2 and month.isdigit() and 1 <= int(month) <= 12:
            if _text(tokens, j + 2) == low and _kind(tokens, j + 3) == t.NUMBER and tokens[j + 3].text.isdigit():
                return _day_span(i, j + 4, year, int(month), int(tokens[j + 3].text))
            if len(month) == 2 and (month[0] == "0" or low == "-" and year % 100 >= int(month)):
                return Span(i, j + 2, *month_span(year, int(month)), "month")
        later = int(month) - year % 100 if len(month) == 2 and month.isdigit() else 0
        if low == "/" and (
            later == 1 or later > 1 and 12 < int(month) <= year % 100 + _LONGEST_SPAN
        ):  # 2017/18, 2024/27
            return Span(i, j + 2, date(year, 1, 1), date(year + later, 12, 31), "range")
    if low in ("年末", "年底", "年初", "年中"):
        edge = year_span(year)[0 if low == "年初" else 1]
        return Span(i, j + 1, *year_span(year), "year") if low == "年中" else Span(i, j + 1, edge, edge, "instant")
    if low in ("年", "年度", "财年"):
        return _han_year(tokens, i, j + 1, year, low)
    if low in ("上半年", "下半年"):
        return Span(i, j + 1, *half_span(year, 1 if low == "上半年" else 2), "half")
    if low == "全年":
        return Span(i, j + 1, *year_span(year), "year")
    return Span(i, j, *year_span(year), "year")


def _han_year(tokens: Sequence[Token], i: int, j: int, year: int, word: str) -> Span:
    """What follows 2025年: a half, a quarter, a month, its end."""
    low = _text(tokens, j)
    if low in ("上半年", "下半年"):
        return Span(i, j + 1, *half_span(year, 1 if low == "上半年" else 2), "half")
    if low == "前三季度":
        return Span(i, j + 1, date(year, 1, 1), date(year, 9, 30), "range")
    if low == "前" and (month := _until(tokens, j)):
        return Span(i, j + 3, date(year, 1, 1), month_span(year, month)[1], "range")
    if low == "一季度":
        return Span(i, j + 1, *quarter_span(year, 1), "quarter")
    if low in _HAN_QUARTERS and _text(tokens, j + 1) == "季度":
        return Span(i, j + 2, *quarter_span(year, _HAN_QUARTERS[low]), "quarter")
    k = j + (low == "第")
    if _kind(tokens, k) == t.NUMBER and tokens[k].text.isdigit():
        value = int(tokens[k].text[:4])
        if _text(tokens, k + 1) == "季度" and 1 <= value <= 4:
            return Span(i, k + 2, *quarter_span(year, value), "quarter")
        if _text(tokens, k + 1) == "月" and 1 <= value <= 12:
            return _han_month(tokens, i, k + 2, year, value)
        if (
            _text(tokens, k + 1) in _DASHES | {"至", "到"}
            and _kind(tokens, k + 2) == t.NUMBER
            and _text(tokens, k + 3) == "月"
        ):
            last = int(tokens[k + 2].text) if tokens[k + 2].text.isdigit() and len(tokens[k + 2].text) <= 2 else 0
            if 1 <= value < last <= 12:
                return Span(i, k + 4, date(year, value, 1), month_span(year, last)[1], "range")
    if low in _HAN_MONTHS and _text(tokens, j + 1) == "月":  # 二〇二五年八月
        return _han_month(tokens, i, j + 2, year, _HAN_MONTHS.index(low) + 1)
    if low == "q" and _text(tokens, j + 1) in ("1", "2", "3", "4"):
        return Span(i, j + 2, *quarter_span(year, int(tokens[j + 1].text)), "quarter")
    if low == "h" and _text(tokens, j + 1) in ("1", "2"):
        return Span(i, j + 2, *half_span(year, int(tokens[j + 1].text)), "half")
    if low in ("末", "底", "年末", "年底"):
        closing = year_span(year)[1]
        return Span(i, j + 1, closing, closing, "instant")
    if low in ("初", "年初"):
        opening = year_span(year)[0]
        return Span(i, j + 1, opening, opening, "instant")
    if low in ("全年", "度"):
        return Span(i, j + 1, *year_span(year), "year")
    if _forecast_mark(tokens, j):
        return Span(i, j + 1, *year_span(year), "year", True)
    return Span(i, j, *year_span(year), "year")


def _until(tokens: Sequence[Token], i: int) -> int:
    """The last month of the first N months (前六个月), else 0."""
    low = _text(tokens, i + 1)
    months = _HAN_MONTHS.index(low) + 1 if low in _HAN_MONTHS else int(low) if low.isdecimal() and len(low) < 3 else 0
    return months if 1 < months <= 12 and _text(tokens, i + 2) == "个月" else 0


def _han_month(tokens: Sequence[Token], i: int, j: int, year: int | None, month: int) -> Span:
    if (
        _kind(tokens, j) == t.NUMBER
        and _text(tokens, j + 1) in ("日", "号")
        and tokens[j].text.isdigit()
        and len(tokens[j].text) <= 2
    ):
        if year is None:
            return Span(i, j + 2, None, None, "instant", relative=(0, ("month", month)))
        return _day_span(i, j + 2, year, month, int(tokens[j].text)) or Span(
            i, j + 2, *month_span(year, month), "month"
        )
    if year is None:
        return Span(i, j + (_text(tokens, j) in ("末", "底")), None, None, "month", relative=(0, ("month", month)))
    span = month_span(year, month)
    if _text(tokens, j) in ("末", "底"):
        return Span(i, j + 1, span[1], span[1], "instant")
    return Span(i, j, *span, "month")


def _day_span(first: int, after: int, year: int, month: int, day: int) -> Span | None:
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    at = date(year, month, day)
    return Span(first, after, at, at, "instant")


def _part_of_year(tokens: Sequence[Token], i: int, j: int, part: Literal["half", "quarter"], index: int) -> Span:
    """A half or quarter and the year behind it ("of 2025", " 2025", "25"), or before it ("2025 first quarter")."""
    span_of = half_span if part == "half" else quarter_span
    k = j
    while _text(tokens, k) in ("of", ",", "fiscal", "fy", "the", "year", "financial") and k < j + 4:
        k += 1
    if _is_year_number(tokens, k) and not _measured(tokens, k):
        forecast = _forecast_mark(tokens, k + 1)
        return Span(i, k + 1 + forecast, *span_of(int(tokens[k].text), index), part, forecast)
    k = j + (_text(tokens, j) in ("'", "-", "–"))
    digits = _text(tokens, k) if _kind(tokens, k) == t.NUMBER else ""
    if len(digits) == 2 and digits.isdigit() and touching(tokens, k) and tokens[j - 1].kind != t.HAN:  # 1H25
        forecast = _forecast_mark(tokens, k + 1)
        return Span(i, k + 1 + forecast, *span_of(2000 + int(digits), index), part, forecast)
    return Span(i, j, None, None, part, relative=(0, (part, index)))


# ---------------------------------------------------------------- words
_YEARS_OFF = ("ago", "back", "earlier", "before", "later", "on")
_RELATIVE: dict[tuple[str, ...], tuple[int, str]] = {
    ("last", "year"): (-1, ""),
    ("previous", "year"): (-1, ""),
    ("prior", "year"): (-1, ""),
    ("preceding", "year"): (-1, ""),
    ("year", "before"): (-1, ""),
    ("year", "earlier"): (-1, "same"),
    ("year", "ago"): (-1, "same"),
    ("year", "back"): (-1, "same"),
    ("year", "later"): (1, "same"),
    ("year", "after"): (1, "same"),
    ("this", "year"): (0, ""),
    ("that", "year"): (0, "same"),
    ("that", "time"): (0, "same"),
    ("by", "then"): (0, "same"),
    ("current", "year"): (0, ""),
    ("next", "year"): (1, ""),
    ("following", "year"): (1, ""),
    ("same", "period"): (0, "same"),
    **{
        ("same", noun): (0, "same")
        for noun in ("span", "horizon", "interval", "stretch", "window", "timeframe", "years")
    },
}


_WORD_STARTS = frozenset(
    {"h", "q", "fy", "fiscal", "cy", "these", "those", *ORDINALS, *MONTHS, *UNITS, *(first for first, _ in _RELATIVE)}
)


def _from_word(tokens: Sequence[Token], i: int) -> Span | None:
    low, size = tokens[i].low, len(tokens)
    if low in ("h", "q") and touching(tokens, i + 1) and _text(tokens, i + 1) in ("1", "2", "3", "4"):
        index = int(tokens[i + 1].text)
        glued = touching(tokens, i) and _kind(tokens, i - 1) in (t.WORD, t.NUMBER)
        if not glued and (low == "q" or index <= 2) and tokens[i].text.isupper():
            return _part_of_year(tokens, i, i + 2, "half" if low == "h" else "quarter", index)
    if low in ORDINALS and i + 1 < size:
        following = tokens[i + 1].low
        if following == "quarter" and ORDINALS[low] <= 4:
            return _part_of_year(tokens, i, i + 2, "quarter", ORDINALS[low])
        if following == "half" and ORDINALS[low] <= 2:
            return _part_of_year(tokens, i, i + 2, "half", ORDINALS[low])
        if low == "first" and _text(tokens, i + 2) == "months" and following in UNITS and 1 < UNITS[following] <= 12:
            k = i + 3 + (_text(tokens, i + 3) in ("of", "in"))
            if _is_year_number(tokens, k):
                year = int(tokens[k].text)
                return Span(i, k + 1, date(year, 1, 1), month_span(year, UNITS[following])[1], "range")
            return Span(i, i + 3, None, None, "range", relative=(0, ("until", UNITS[following])))
    if low in MONTHS and (
        low not in ("may", "mar", "march", "dec", "sep", "jan") or tokens[i].text[0].isupper() or i + 1 < size
    ):
        return _from_month(tokens, i)
    if low in ("fy", "fiscal", "cy"):
        k = i + 1
        while _text(tokens, k) in ("year", "years"):
            k += 1
        digits = _text(tokens, k) if _kind(tokens, k) == t.NUMBER else ""
        if low in ("fy", "cy") and len(digits) == 2 and digits.isdigit():
            year = 2000 + int(digits)
            forecast = _forecast_mark(tokens, k + 1)
            return Span(i, k + 1 + forecast, *year_span(year), "year", forecast)
        if _is_year_number(tokens, k) and not _measured(tokens, k):
            span = _from_year(tokens, k)
            return span and Span(i, span.after, span.first_day, span.last_day, span.kind, span.forecast)
        return None
    if i + 1 < size and (low, tokens[i + 1].low) in _RELATIVE:
        years, part = _RELATIVE[low, tokens[i + 1].low]
        if (low, tokens[i + 1].low) == ("same", "period"):
            k = i + 2 + (_text(tokens, i + 2) in ("of", "in"))
            if _text(tokens, k) in ("last", "previous", "prior") or (
                _text(tokens, k) == "the" and _text(tokens, k + 1) in ("previous", "prior")
            ):
                return Span(i, k + 2 + (_text(tokens, k) == "the"), None, None, "year", relative=(-1, ("same", 0)))
            if _is_year_number(tokens, k):
                return None
        return Span(i, i + 2, None, None, "year", relative=(years, ("same", 0) if part else None))
    if low == "year" and _text(tokens, i + 1) == "just" and _text(tokens, i + 2) in ("ended", "past", "gone", "closed"):
        return Span(i, i + 3, None, None, "year", relative=(-1, None))
    if low in ("these", "those"):  # over these three years
        k = i + 1 + (_text(tokens, i + 1) in UNITS)
        return Span(i, k + 1, None, None, "range", relative=(0, ("same", 0))) if _text(tokens, k) == "years" else None
    if low in UNITS and (way := _text(tokens, i + 2)) in _YEARS_OFF:
        sign = 1 if way in ("later", "on") else -1
        if _text(tokens, i + 1) == "years":
            return Span(i, i + 3, None, None, "year", relative=(sign * UNITS[low], None))
        if (low, _text(tokens, i + 1)) == ("twelve", "months") and way != "on":
            return Span(i, i + 3, None, None, "year", relative=(sign, ("same", 0)))
    return None


def _from_month(tokens: Sequence[Token], i: int) -> Span | None:
    """August 28, 2025; Jul. 2025; Mar-24; March."""
    month, j = MONTHS[tokens[i].low], i + 1
    if (
        _text(tokens, j) == "."
        and touching(tokens, j)
        and len(tokens[i].text) <= 4
        or _text(tokens, j) == "."
        and _kind(tokens, j + 1) == t.NUMBER
        and len(tokens[i].text) <= 4
    ):
        j += 1
    k = j + (_text(tokens, j) in (",", "of", "-", "/"))
    if _is_year_number(tokens, k) and not _measured(tokens, k):
        forecast = _forecast_mark(tokens, k + 1)
        return Span(i, k + 1 + forecast, *month_span(int(tokens[k].text), month), "month", forecast)
    digits = _text(tokens, k) if _kind(tokens, k) == t.NUMBER else ""
    if (
        len(digits) == 2
        and digits.isdigit()
        and (
            _text(tokens, j) in ("-", "/", "'")
            or (tokens[k - 1].text == "." and k + 1 >= len(tokens) and int(digits) > 12)
        )
        and touching(tokens, j)
        and touching(tokens, k)
    ):
        return Span(i, k + 1, *month_span(2000 + int(digits), month), "month")
    digits = _text(tokens, j) if _kind(tokens, j) == t.NUMBER else ""
    if tokens[i].low == "may" and not tokens[i].text[0].isupper():
        return None
    if 1 <= len(digits) <= 2 and digits.isdigit() and 1 <= int(digits) <= 31:
        m = j + 1 + (_text(tokens, j + 1) in ("st", "nd", "rd", "th"))
        n = m + (_text(tokens, m) == ",")
        if _is_year_number(tokens, n) and not _measured(tokens, n):
            return _day_span(i, n + 1, int(tokens[n].text), month, int(digits))
        if _text(tokens, m) not in ("%", "percent", "million", "billion"):
            return Span(i, m, None, None, "instant", relative=(0, ("month", month)))
    if tokens[i].text[0].isupper() and len(tokens[i].text) > 3 and tokens[i].low not in ("may", "march", "mark"):
        return Span(i, i + 1, None, None, "month", relative=(0, ("month", month)))
    return None


_HAN_RELATIVE: dict[str, tuple[int, str]] = {
    "上年同期": (-1, "same"),
    "上年": (-1, ""),
    "上一年": (-1, ""),
    "前一年": (-1, ""),
    "次年": (1, ""),
    "翌年": (1, ""),
    "当年": (0, ""),
    "去年": (-1, ""),
    "今年": (0, ""),
    "明年": (1, ""),
    "同期": (0, "same"),
    "同年": (0, ""),
    "届时": (0, "same"),
    "如今": (0, ""),
}


def _from_han(tokens: Sequence[Token], i: int) -> Span | None:
    low = tokens[i].low
    if low in _HAN_RELATIVE:
        years, part = _HAN_RELATIVE[low]
        after = i + 1
        if low == "去年" and _text(tokens, after) in ("同期", "同一"):
            after += 1 + (_text(tokens, after + 1) == "时段")
            return Span(i, after, None, None, "year", relative=(years, ("same", 0)))
        inner = _core(tokens, after) if not part and touching(tokens, after) else None
        if inner is not None and inner.relative is not None and inner.relative[1] and inner.relative[1][0] != "same":
            return Span(i, inner.after, None, None, inner.kind, relative=(years, inner.relative[1]))
        return Span(i, after, None, None, "year", relative=(years, ("same", 0) if part else None))
    if low in ("上半年", "下半年"):
        return Span(i, i + 1, None, None, "half", relative=(0, ("half", 1 if low == "上半年" else 2)))
    if low == "前三季度":
        return Span(i, i + 1, None, None, "range", relative=(0, ("until", 9)))
    if low == "一季度":
        return Span(i, i + 1, None, None, "quarter", relative=(0, ("quarter", 1)))
    if low == "一年" and _text(tokens, i + 1) == "前":
        return Span(i, i + 2, None, None, "year", relative=(-1, None))
    ago = lexicon.HAN_DIGITS.get(low, 10 if low == "十" else 0)
    if ago and tokens[i].kind == t.HAN_NUMERAL and _text(tokens, i + 1) == "年" and _text(tokens, i + 2) == "前":
        return Span(i, i + 3, None, None, "year", relative=(-ago, None))
    if low in _HAN_QUARTERS and _text(tokens, i + 1) == "季度":
        return Span(i, i + 2, None, None, "quarter", relative=(0, ("quarter", _HAN_QUARTERS[low])))
    if (
        low == "第"
        and _kind(tokens, i + 1) == t.NUMBER
        and _text(tokens, i + 2) == "季度"
        and _text(tokens, i + 1) in ("1", "2", "3", "4")
    ):
        return Span(i, i + 3, None, None, "quarter", relative=(0, ("quarter", int(tokens[i + 1].text))))
    if tokens[i].kind == t.HAN_NUMERAL and len(low) == 4 and _text(tokens, i + 1) == "年":
        digits = "".join(str(lexicon.HAN_DIGITS[c]) if c in lexicon.HAN_DIGITS else "x" for c in low)
        if _YEAR.fullmatch(digits):  # 二零二四年
            return _han_year(tokens, i, i + 2, int(digits), "年")
    return None


# ---------------------------------------------------------------- labels
_SHORT_YEAR = re.compile(  # of two digits, as only a label has it: "'24E", "24E", "H1 FY22", "Q1 24"
    r"(?P<part>[QH][1-4]\s*|[1-4][QH]\s*)?(?P<fiscal>(?:FY|CY)\s*)?(?P<mark>['’])?(?P<year>\d\d(?:\d\d)?)\s*(?P<end>[EFAefa])?",
    re.IGNORECASE,
)


def parse_period_label(text: str) -> Period | None:
    """The period that a whole label names ("2025E", "2024Q3", "Mar-24", "2023年", "2024.04"), else None."""
    folded = fold(text)
    if len(folded) > 60:
        return None
    short = _SHORT_YEAR.fullmatch(folded.strip())
    if short and (short["part"] or (short["mark"] or short["end"]) and not short["fiscal"]) and len(short["year"]) == 2:
        folded = f"{short['part'] or ''} 20{short['year']}{short['end'] or ''}"
    elif short and short["part"] and short["fiscal"]:
        folded = f"{short['part']} {short['year']}{short['end'] or ''}"
    tokens = [token for token in tokenise(folded) if not (token.kind == t.SIGN and token.text in ("(", ")"))]
    if not tokens:
        return None
    spans = read_spans(tokens)
    if len(spans) != 1 or spans[0].first != 0:
        return None
    span = spans[0]
    rest = tokens[span.after :]
    forecast = span.forecast
    if rest:
        if len(rest) > 1 or rest[0].low not in _LABEL_MARKS:
            return None
        forecast = rest[0].low not in ("a", "actual")
    if span.first_day is None and span.last_day is None:
        return None
    return Period(0, len(text), text, span.first_day, span.last_day, span.kind, forecast)

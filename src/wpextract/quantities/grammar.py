"""The grammar of quantities: a term is a number with its scale, currency or unit; two terms may be a range.

    quantity := [comparator] term [dash term] [comparator]
    term     := [sign] [currency] [sign] numeral {scale} [currency {scale} | percent | multiple | unit | noun] [per unit]

Parses tokens left to right, each once; what it cannot read it leaves. Periods and names are marked before. Terms are
read in `measures` and `money`, ranges in `ranges`; here are the sequence, what counts, and the result.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from wpextract.quantities import lexicon
from wpextract.quantities import tokens as t
from wpextract.quantities.comparators import comparator_before, comparator_of_mark, direction_of
from wpextract.quantities.dashes import lost_dash
from wpextract.quantities.folding import fold
from wpextract.quantities.intervals import bounds, half_unit
from wpextract.quantities.lexicon import SCALES
from wpextract.quantities.measures import measure, read_term, with_comparator_behind
from wpextract.quantities.model import Comparator, Kind, Quantity
from wpextract.quantities.money import currency_at, read_prefix, read_scale_han, read_scales
from wpextract.quantities.names import named_numbers
from wpextract.quantities.numerals import ONE, Numeral, printed, touching
from wpextract.quantities.periods import Span, read_spans
from wpextract.quantities.ranges import begun_like, gone_on_like, is_dash_lost, range_end
from wpextract.quantities.scene import WORD_STARTS, Scene, Term, text_at
from wpextract.quantities.shares import HAN_HALVES, half_in_chinese, in_percent, share_of
from wpextract.quantities.tokens import Token, tokenise

_CHUNK = 6000
_CHINA = re.compile("RMB|CNY|yuan|Chin(?:a|ese)|人民币|元")
_LOW = attrgetter("low")
_NUMERIC = frozenset({t.NUMBER, t.HAN_NUMERAL, t.VULGAR, t.RUN, t.DOTTED})
_CALENDAR_UNITS = frozenset({"year", "month", "week", "day", "decade", "hour", "minute", "second"})
_SELECTORS = frozenset(
    [
        "the",
        "these",
        "those",
        "both",
        "other",
        "all",
        "leading",
        "top",
        "first",
        "last",
        "next",
        "another",
        "following",
        "remaining",
        "such",
        "following",
    ]
)
_HAN_COUNTED = frozenset(
    [
        "家",
        "座",
        "台",
        "片",
        "款",
        "起",
        "例",
        "人",
        "次",
        "辆",
        "户",
        "所",
        "艘",
        "架",
        "件",
        "名",
        "位",
        "套",
        "项",
        "条",
    ]
)  # noqa: SIM905
_PAIR_WORDS = frozenset(
    """and but more less than or equal to greater smaller larger lower higher bigger no not at least most below above
    under over fewer up is , ， 、 且 并且 并 而 而且 又 同时 的 的同时 但 和 与 比 大 小 高 低 多 少""".split()  # noqa: SIM905
)

_SPECIAL = (
    lexicon.MULTIPLE_VERBS.keys()
    | lexicon.HAN_MULTIPLES.keys()
    | lexicon.FOLD_WORDS.keys()
    | HAN_HALVES.keys()
    | lexicon.MULTIPLE_INFINITIVES.keys()
    | {"twice", "top", "ranked", "ranks", "ranking", "rank", "million", "billion", "trillion"}
)
_OPENERS = _SPECIAL | WORD_STARTS
# A term, the second term of a range, the quantity (None if it does not count) and the token behind it.
Parsed = tuple[Term, Term | None, Quantity | None, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a stretch of text: tokens, periods over them, numbers that name, quantities."""

    tokens: tuple[Token, ...]
    spans: tuple[Span, ...]
    named: dict[int, str]
    quantities: tuple[Quantity, ...]


def chunks(text: str) -> list[tuple[int, int]]:
    """Cuts a long text at white space or a sentence end, so that the work per chunk is bounded."""
    size = len(text)
    if size <= _CHUNK:
        return [(0, size)]
    cuts, start = [], 0
    while start < size:
        end = min(start + _CHUNK, size)
        if end < size:
            for mark in ("\n", "。", " "):
                at = text.rfind(mark, start + _CHUNK // 2, end)
                if at > 0:
                    end = at + 1
                    break
            else:
                while end < size and text[end].isalnum():  # never inside one run
                    end += 1
        cuts.append((start, end))
        start = end
    return cuts


@lru_cache(maxsize=512)
def read(text: str, language: str = "en", bare: bool = False) -> tuple[Reading, ...]:
    """All readings of a text, a chunk each. `bare` keeps numbers in words that nothing qualifies."""
    folded = fold(text)
    china = language.startswith("zh") or _CHINA.search(folded) is not None
    return tuple(_read_chunk(text, folded, start, end, language, china, bare) for start, end in chunks(folded))


def _read_chunk(text: str, folded: str, start: int, end: int, language: str, china: bool, bare: bool) -> Reading:
    tokens = tuple(tokenise(folded, start, end))
    spans = read_spans(tokens)
    named = named_numbers(tokens, folded, lenient=bare)
    dated = frozenset(k for span in spans for k in range(span.first, span.after))
    lows = tuple(map(_LOW, tokens))
    scene = Scene(text, folded, tokens, lows, dated | named.keys(), dated, language, china, bare, len(tokens))
    return Reading(tokens, tuple(spans), named, tuple(read_all(scene)))


def read_all(s: Scene) -> list[Quantity]:
    found: list[tuple[Term, Term | None, Quantity]] = []
    floor = 0
    for i, token in enumerate(s.tokens):
        opens = token.kind in _NUMERIC or token.kind == t.HAN or token.low in _OPENERS
        if not opens or i < floor or i in s.blocked:
            continue
        parsed = read_quantity(s, i, floor)
        if parsed is None:
            continue
        term, other, quantity, after = parsed
        if quantity is not None:
            found.append((term, other, quantity))
        floor = max(after, i + 1)
    return paired(s, found)


def read_quantity(s: Scene, i: int, floor: int) -> Parsed | None:
    token = s.tokens[i]
    if token.low in _SPECIAL:
        special = word_quantity(s, i, floor)
        if special is not None:
            return special
    if token.kind in (t.RUN, t.DOTTED):
        return lost_range(s, i, floor)
    term = read_term(s, i, floor)
    if term is None:
        return None
    ratio = _ratio(s, term) or _so_many_in(s, term)
    if ratio is not None:
        return ratio
    pair = range_end(s, term, floor)
    first, second, after = (term, None, term.after) if pair is None else pair
    if first.numeral.fraction and not s.bare:
        end = second or first
        share = share_of(s, first, end, floor)
        if share is None and second is None:
            return first, None, None, after
        if share is not None and second is not None:
            first, second = first._replace(kind=share.kind, unit=share.unit, factor=share.factor), share
        elif share is not None:
            first = share
    comparator = comparator_before(s.tokens, s.lows, first.first, floor) or (second or first).comparator or "="
    kind = (second or first).kind
    if comparator == "=":
        comparator = comparator_of_mark(s.lows, first.first, after, floor) or "="
    if comparator == "=" and kind in ("multiple", "percent"):
        bounding = kind == "multiple" or first.numeral.spelled
        comparator = _times_of(s, first, floor, lexicon.LEFT_COMPARATORS if bounding else _SHORT_OF)
    elif comparator == "=" and kind == "physical" and second is None and text_at(s, first.first - 1) == "within":
        comparator = "<="
    closing = _comparison_around(s, first, second)
    if closing is not None:
        comparator, after = closing
    if not counts(s, first, second, comparator):
        return first, second, None, after
    quantity = build(s, first, second, comparator, after)
    return first, second, replace(quantity, approximate_range=is_dash_lost(s, first, second)), after


def _ratio(s: Scene, term: Term) -> Parsed | None:
    """3:1, 1:2.5: two numbers joined by a colon, nothing between."""
    j = term.after
    if (
        text_at(s, j) != ":"
        or j + 1 >= s.size
        or term.measured
        or not (touching(s.tokens, j) and touching(s.tokens, j + 1))
    ):
        return None
    over, under = term.numeral, s.tokens[j + 1]
    if under.kind != t.NUMBER or j + 1 in s.blocked or over.spelled or over.low > 1000 or text_at(s, j + 2) == ":":
        return None
    below = printed(under.text)[0]
    if below == 0:
        return None
    value = over.low / below
    numeral = Numeral(over.first, j + 2, value, value, -6, ONE, f"{over.digits}:{under.text}", False, fraction=True)
    term = term._replace(after=j + 2, numeral=numeral, kind="ratio")
    return term, None, build(s, term, None, "=", j + 2), j + 2


_TIME_UNITS = re.compile(r"(?:day|week|month|year|hour|minute|quarter)s?")


def _so_many_in(s: Scene, term: Term) -> Parsed | None:
    """One in five, 7 out of 10: two whole numbers, the first the smaller."""
    j, over = term.after, term.numeral
    apart = 1 if text_at(s, j) == "in" else 2 if s.lows[j : j + 2] == ("out", "of") else 0
    apart += bool(apart) and text_at(s, j + apart) == "every"
    one_in = not apart and over.spelled and over.low == 1 and text_at(s, j + 1) == "in" and s.tokens[j].kind == t.WORD
    apart = 2 if one_in and s.lows[j] not in lexicon.NOUN_STOPS else apart  # one household in eight
    if not apart or term.measured or term.scaled or over.fraction or over.low != over.high or j + apart >= s.size:
        return None
    other = read_term(s, j + apart, j + apart)
    if other is None or other.sign < 0 or other.scaled or other.currency or other.kind not in ("count", "other"):
        return None
    under = other.numeral
    if not 0 < over.low < under.low <= 100 or under.fraction or under.low != under.low.to_integral_value():
        return None
    if (
        under.first != j + apart
        or _TIME_UNITS.fullmatch(text_at(s, under.after))
        or s.tokens[under.after - 1].kind == t.HAN
    ):
        return None
    if (
        one_in
        and under.after < s.size
        and s.tokens[under.after].kind == t.WORD
        and s.lows[under.after] not in lexicon.NOUN_STOPS
    ):
        return None  # one plant in five towns
    value = over.low / under.low
    digits = f"{over.digits} in {under.digits}"
    numeral = Numeral(over.first, under.after, value, value, -6, ONE, digits, over.spelled, fraction=True)
    term = term._replace(after=under.after, numeral=numeral, kind="ratio", unit="1")
    term = term if s.bare else in_percent(term)
    comparator = comparator_before(s.tokens, s.lows, term.first, 0) or "="
    return term, None, build(s, term, None, comparator, under.after), under.after


# 低于上年的10% compares with another share, but 不足全国的10% speaks of this one.
_SHORT_OF: dict[str, Comparator] = {"不足": "<", "不到": "<", "约占": "~"}


def _times_of(s: Scene, first: Term, floor: int, words: Mapping[str, Comparator]) -> Comparator:
    """约为中国的2.1倍: the comparator stands before what is compared with."""
    if not s.folded.endswith(("的", "的 "), 0, s.tokens[first.first].start):
        return "="
    if floor == first.first - 1:  # 接近同行6.6%的三倍
        floor -= 6
    for k in range(first.first - 1, max(floor, first.first - 7, 0) - 1, -1):
        if (
            s.tokens[k].kind == t.SIGN
            and s.tokens[k].text != "%"
            or k in s.blocked
            and s.tokens[k].kind == t.NUMBER
            and k < first.first - 4
        ):
            break
        found = words.get(s.lows[k])
        if found is not None and s.tokens[k].kind == t.HAN:
            return found
    return "="


def _comparison_around(s: Scene, first: Term, second: Term | None) -> tuple[Comparator, int] | None:
    """比170低, 比四分之一大."""
    after = (second or first).after
    if text_at(s, first.first - 1) == "比" and after < s.size:
        text = text_at(s, after)
        if text in ("大", "高", "多"):
            return ">", after + 1
        if text in ("小", "低", "少"):
            return "<", after + 1
    return None


def lost_range(s: Scene, i: int, floor: int) -> Parsed | None:
    """1,5001,800 or 6.26.6 million: digits that can only be two numbers whose dash is lost."""
    token = s.tokens[i]
    ends = lost_dash(token.text) if len(token.text) <= 24 else None
    if ends is None:
        return None
    low, high = ends
    exponent = printed(str(high))[1]
    scale_after, factor, scaled, _ = read_scales(s, i + 1, ONE, None)
    numeral = Numeral(i, i + 1, high, high, exponent, ONE, token.text, False)
    first, sign, currency, minor = read_prefix(s, i, floor)
    j, factor, scaled, code = read_scales(s, i + 1, ONE, currency)
    more = read_scale_han(s.tokens, j)
    if more is not None:
        factor, j, scaled = factor * more[0], more[1], True
    term = measure(
        s,
        Term(
            first,
            j,
            numeral,
            sign,
            "count",
            "1",
            currency or code,
            factor * minor,
            currency is not None,
            False,
            scaled,
        ),
    )
    if not term.measured and not scaled and currency is None:
        return None
    start = term._replace(numeral=numeral._replace(low=low, high=low, digits=str(low)), after=i + 1)
    term = term._replace(numeral=numeral._replace(digits=str(high)))
    comparator = comparator_before(s.tokens, s.lows, first, floor) or term.comparator or "="
    quantity = replace(build(s, start, term, comparator, term.after), approximate_range=True)
    return start, term, quantity, term.after


def word_quantity(s: Scene, i: int, floor: int) -> Parsed | None:
    """doubled, 翻番, twofold, ranked first, top 10, twice."""
    low, tokens = s.lows[i], s.tokens
    if low in HAN_HALVES:
        half = None if s.bare else half_in_chinese(s, i)
        if half is None:
            return None
        term, bound = with_comparator_behind(s, half[0]), half[1]
        bound = comparator_before(tokens, s.lows, i, floor) or term.comparator or bound
        return term, None, build(s, term, None, bound, term.after), term.after
    value: Decimal | None = None
    direction: str | None = None
    after, kind, unit = i + 1, "multiple", "x"
    comparator: Comparator | None = None
    if low in lexicon.MULTIPLE_VERBS:
        digits, direction = lexicon.MULTIPLE_VERBS[low]
        value = Decimal(digits)
    elif low in lexicon.HAN_MULTIPLES:
        digits, direction = lexicon.HAN_MULTIPLES[low]
        value = Decimal(digits)
        if text_at(s, after) == "有余":
            comparator = ">"
    elif low in lexicon.MULTIPLE_INFINITIVES and text_at(s, i - 1).lower() in _INFINITIVE and _no_noun(s, i + 1):
        digits, direction = lexicon.MULTIPLE_INFINITIVES[low]
        value = Decimal(digits)
    elif low in lexicon.FOLD_WORDS:
        value = Decimal(lexicon.FOLD_WORDS[low])
    elif low in ("million", "billion", "trillion") and text_at(s, i + 1) == "-" and touching(s.tokens, i + 1):
        return _scale_compound(s, i, floor)
    elif (
        low == "twice"
        and text_at(s, i + 1) in ("the", "as", "that", "its", "their")
        or low == "double"
        and text_at(s, i + 1) in ("the", "that", "its", "their")
    ):
        value = Decimal(2)
    elif low == "top" and i + 1 < s.size and not s.bare:
        k = i + 1 + (text_at(s, i + 1) == "-")
        if (
            k < s.size
            and (tokens[k].kind == t.NUMBER and tokens[k].text.isdigit() and k not in s.dated)
            and len(tokens[k].text) <= 4
        ) and not (k + 1 < s.size and s.lows[k + 1] in ("%", "percent", "per")):
            value, after, kind, unit = Decimal(tokens[k].text), k + 1, "rank", "1"
    elif low in ("ranked", "ranks", "ranking", "rank") and i + 1 < s.size:
        ordinal = lexicon.ORDINALS.get(s.lows[i + 1])
        if ordinal is not None:
            value, after, kind, unit = Decimal(ordinal), i + 2, "rank", "1"
        elif tokens[i + 1].kind == t.NUMBER and i + 2 < s.size and s.lows[i + 2] in ("st", "nd", "rd", "th"):
            value, after, kind, unit = Decimal(tokens[i + 1].text.replace(",", "")), i + 3, "rank", "1"
    if value is None or any(k in s.dated for k in range(i, after)):
        return None
    numeral = Numeral(
        i,
        after,
        value,
        value,
        0 if value >= 1 else -1,
        ONE,
        s.folded[tokens[i].start : tokens[after - 1].end],
        True,
        scaled=True,
    )
    term = Term(i, after, numeral, 1, kind, unit, None, ONE, False, True, True)  # type: ignore[arg-type]
    if s.bare:
        return term, None, None, after
    sign = comparator_before(tokens, s.lows, i, floor) if kind == "multiple" else None
    quantity = build(s, term, None, sign or comparator or "=", after)
    if direction is not None:
        quantity = replace(quantity, direction="up" if direction == "up" else "down")
    return term, None, quantity, after


_INFINITIVE = frozenset({"to", "will", "would", "should", "could", "may", "might", "can", "must", "than", "not"})


def _no_noun(s: Scene, i: int) -> bool:
    """Does a verb end here: should double by 2030, not the double digits?"""
    return i >= s.size or s.tokens[i].kind != t.WORD or s.lows[i] in lexicon.NOUN_STOPS


def _scale_compound(s: Scene, i: int, floor: int) -> Parsed | None:
    """trillion-parameter, billion-dollar: a scale word that measures."""
    if i + 2 >= s.size or not touching(s.tokens, i + 2) or s.tokens[i + 2].kind != t.WORD or s.bare:
        return None
    value = SCALES[s.lows[i]]
    numeral = Numeral(i, i + 1, value, value, 0, value, s.tokens[i].text, True, scaled=True)
    term = Term(i, i + 1, numeral, 1, "count", "1", None, ONE, False, False, True)
    money = currency_at(s, i + 1)
    if money is not None:
        term = term._replace(after=money[2], kind="money", unit=money[0], currency=money[0], measured=True)
    else:
        term = term._replace(after=i + 3, noun=s.tokens[i + 2].text)
    comparator = comparator_before(s.tokens, s.lows, i, floor) or "="
    return term, None, build(s, term, None, comparator, term.after), term.after


def counts(s: Scene, first: Term, second: Term | None, comparator: Comparator) -> bool:
    """Does the number measure something that somebody could check?"""
    term = second or first
    numeral = first.numeral
    if (
        numeral.implicit
        and not (term.kind == "percent" and term.factor != 1)
        and not (
            s.bare
            and (
                len(numeral.digits) > 1
                and term.measured
                or numeral.scaled
                and numeral.digits[-1:] in lexicon.HAN_DIGITS
            )
        )
    ):
        return False
    if not numeral.spelled:
        return _number_counts(s, first, second)
    if s.bare:
        return _bare_counts(s, first, second)
    if term.kind in ("money", "percent", "percentage_point", "multiple"):
        return not (term.kind == "money" and numeral.low == 1 and not numeral.scaled)
    if term.kind == "count" and text_at(s, numeral.after) == "-" and touching(s.tokens, numeral.after):
        return False  # a six-axis arm
    if term.kind == "physical":
        return numeral.low > 1 and (term.unit not in _CALENDAR_UNITS or _lasts(s, first, term, comparator))
    if numeral.fraction:
        return True
    if numeral.scaled and s.tokens[first.first].kind != t.HAN_NUMERAL:
        return True
    if term.noun is not None and numeral.low >= 2:
        if s.tokens[first.first].kind == t.HAN_NUMERAL:
            return (term.noun in _HAN_COUNTED and not _selects(s, first)) or numeral.scaled
        return not _selects(s, first)
    return False


def _lasts(s: Scene, first: Term, term: Term, comparator: Comparator) -> bool:
    """More than four years of production, contracts of three years: how long a thing lasts."""
    before = text_at(s, first.first - 1).lower()
    if before == "over" or text_at(s, term.after) in ("old", "ago", "earlier", "later", "内") or _recent(s, first):
        return False
    return comparator != "=" or before in ("of", "take", "takes", "took", "last", "lasts", "lasted")


def _selects(s: Scene, first: Term) -> bool:
    """The three regions, the leading five firms, 前三家: which ones rather than how many."""
    before = text_at(s, first.first - 1).lower()
    return before in _SELECTORS or s.folded.endswith(
        ("前", "头部", "另", "这", "该", "其他"), 0, s.tokens[first.first].start
    )


def _recent(s: Scene, first: Term) -> bool:
    return text_at(s, first.first - 1) in ("近", "最近", "past", "last", "未来", "过去", "next")


def _number_counts(s: Scene, first: Term, second: Term | None) -> bool:
    """Digits count unless they say "the last 3 years" or "24/7"."""
    term = second or first
    if first.numeral.fraction and first.numeral.digits in ("24/7", "7/24", "9/11"):
        return False
    if term.kind == "physical" and term.unit in ("year", "month") and _recent(s, first):
        return s.bare
    return True


def _bare_counts(s: Scene, first: Term, second: Term | None) -> bool:
    """For lists of numerals: everything but the article-like "one" and the pronoun."""
    numeral = first.numeral
    if numeral.digits.lower() == "one" and first.sign > 0 and not (second or first).measured and second is None:
        following = text_at(s, first.after).lower()
        alone = s.size <= 2 or text_at(s, first.first - 1).lower() in ("negative", "minus", "and")
        return alone and following not in ("of", "you", "is")
    return not (numeral.spelled and numeral.digits == "第")


def build(s: Scene, first: Term, second: Term | None, comparator: Comparator, after: int) -> Quantity:
    end_term = second or first
    start = s.tokens[first.first].start
    stop = s.tokens[end_term.after - 1].end
    low, high = sorted((first.low, end_term.high))
    two_ended = low != high
    numeral = end_term.numeral
    scale = numeral.scale * end_term.factor
    half = _half(end_term, high)
    bound_low, bound_high = bounds(low, high, half, comparator)
    if two_ended and comparator == "=":
        bound_low = low - _half(first, low)
    if comparator == "<" or comparator == "<=":
        bound_low = None
    decimals = None if numeral.fraction else -(numeral.exponent + _power(scale))
    printed_value = numeral.digits if second is None else f"{first.numeral.digits}–{numeral.digits}"
    text = s.text[start:stop]
    kind: Kind = end_term.kind
    if kind == "count" and numeral.fraction:
        kind = "ratio"
    elif (
        kind == "count"
        and end_term.noun is None
        and end_term.denominator is None
        and numeral.exponent < 0
        and scale == 1
    ):
        kind = "other"
    return Quantity(
        start=start,
        end=stop,
        text=text,
        kind=kind,
        value=None if two_ended else low,
        value_low=low,
        value_high=high,
        bound_low=bound_low,
        bound_high=bound_high,
        decimals=decimals,
        comparator=comparator,
        direction=direction_of(s.tokens, s.lows, first.first, end_term.after, kind),
        unit=end_term.unit,
        unit_denominator=end_term.denominator,
        counted_noun=end_term.noun,
        currency=end_term.currency,
        value_as_printed=printed_value,
        unit_as_printed=_unit_text(s, first, second),
        scale=scale,
    )


def _unit_text(s: Scene, first: Term, second: Term | None) -> str | None:
    """What is printed round the digits: "USD billion", "亿元"."""
    last = second or first
    before = s.folded[s.tokens[first.first].start : s.tokens[first.numeral.first].start]
    numeral = last.numeral
    digits_end = s.tokens[numeral.first].end if not numeral.spelled else s.tokens[numeral.after - 1].end
    after = s.folded[digits_end : s.tokens[last.after - 1].end]
    words = " ".join((before.strip(" -+("), after.strip(" )+"))).strip()
    return words or None


def paired(s: Scene, found: list[tuple[Term, Term | None, Quantity]]) -> list[Quantity]:
    """What two numbers are together: a range (more than 20 and less than 35), or a change whose first shares a unit."""
    out: list[Quantity] = []
    skip = False
    for index, (first, second, quantity) in reversed(list(enumerate(found))):
        if second is None and index + 1 < len(found):
            begun = begun_like(s, first, found[index + 1][0])
            if begun is not None:
                found[index] = (begun, None, build(s, begun, None, quantity.comparator, begun.after))
    for index in range(1, len(found)):
        (first, none, _), (second, nor, quantity) = found[index - 1], found[index]
        if none is None and nor is None and (gone_on := gone_on_like(s, first, second)) is not None:
            found[index] = (gone_on, None, build(s, gone_on, None, quantity.comparator, gone_on.after))
    for index, (first, second, quantity) in enumerate(found):
        if skip:
            skip = False
            continue
        if index + 1 < len(found):
            merged = merge(s, first, second, quantity, *found[index + 1])
            if merged is not None:
                out.append(merged)
                skip = True
                continue
        out.append(quantity)
    return out


def merge(
    s: Scene, first: Term, second: Term | None, a: Quantity, other: Term, end: Term | None, b: Quantity
) -> Quantity | None:
    if second is not None or end is not None or a.unit != b.unit:
        return None
    lower, upper = (a, b) if a.comparator in (">", ">=") else (b, a)
    if lower.comparator not in (">", ">=") or upper.comparator not in ("<", "<="):
        return None
    if lower.value_low >= upper.value_high:
        return None
    between = s.folded[a.end : b.start].lower()
    if len(between) > 40 or any(c in between for c in ".;。；") or any(c.isdigit() for c in between):
        return None
    if not all(
        token.low in _PAIR_WORDS or token.low in lexicon.LEFT_COMPARATORS or token.low in lexicon.RIGHT_COMPARATORS
        for token in s.tokens[first.after : other.first]
    ):
        return None
    low, high = lower.value_low, upper.value_high
    start, stop = a.start, b.end
    return replace(
        a,
        start=start,
        end=stop,
        text=s.text[start:stop],
        value=None if low != high else low,
        value_low=low,
        value_high=high,
        bound_low=low,
        bound_high=high,
        comparator="=",
        value_as_printed=f"{a.value_as_printed}–{b.value_as_printed}",
        counted_noun=b.counted_noun or a.counted_noun,
    )


@lru_cache(maxsize=4096)
def _power(scale: Decimal) -> int:
    """The power of ten of a factor (0.01 -> -2)."""
    exponent = scale.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _half(term: Term, value: Decimal) -> Decimal:
    """Half a unit of the last printed digit; a fraction in words is only as sharp as the next simple one."""
    if term.numeral.fraction:
        return abs(value) * Decimal("0.05")
    exponent = term.numeral.exponent + _power(term.numeral.scale * term.factor)
    return half_unit(exponent, ONE)

"""One term: a number with the percent, multiple, unit, classifier or noun behind it and what it is counted per."""

from __future__ import annotations

from decimal import Decimal

from wpextract.quantities import lexicon, units
from wpextract.quantities import tokens as t
from wpextract.quantities.bases import base_at
from wpextract.quantities.lexicon import RIGHT_COMPARATORS, SCALES
from wpextract.quantities.model import Comparator, Kind
from wpextract.quantities.money import currency_at, negates, read_prefix, read_scale_han, read_scales, small_change
from wpextract.quantities.numerals import ONE, Numeral, read_numeral, touching
from wpextract.quantities.scene import MAX_GAP, Scene, Term, counted_noun, hyphen, text_at

_GOES_ON = frozenset("in of for from to and at by or as on".split())  # noqa: SIM905


_GREW_SO_MANY = frozenset({"multiplied", "increased", "grew", "grown", "expanded", "rose", "risen", "climbed"})
_RECKONED = frozenset({"is", "are", "be", "when", "if", ",", ")"})


def read_term(s: Scene, i: int, floor: int) -> Term | None:
    tokens, size = s.tokens, s.size
    numeral = read_numeral(tokens, i)
    if numeral is None or not s.blocked.isdisjoint(range(i, numeral.after)):
        return None
    first, sign, currency, minor = read_prefix(s, i, floor)
    j, factor, scaled = numeral.after, ONE, numeral.scaled
    if first == i and text_at(s, i - 1) == "(" and text_at(s, j) == ")" and i > floor and s.lows[j + 1 : j + 2]:
        if s.lows[j + 1] in SCALES and touching(s.tokens, i) and touching(s.tokens, j):  # (3.2) million
            first, sign, j = i - 1, -1, j + 1
    if j + 1 < s.size and s.lows[j] == "又" and s.tokens[j + 1].kind in (t.NUMBER, t.HAN_NUMERAL):  # 一又五分之三
        part_numeral = read_numeral(s.tokens, j + 1)
        part = part_numeral and fraction_of(s, part_numeral, j + 1, 1)
        if part and part.kind == "ratio":
            return part._replace(first=first, sign=sign, added=numeral.low)
    per_fraction = fraction_of(s, numeral, first, sign)
    if per_fraction is not None:
        return per_fraction
    comparator: Comparator | None = None
    bracketed = first < i and tokens[i - 1].text == "(" and tokens[first].text != "("
    # 3000多亿元, 160+
    if (
        j < size
        and s.lows[j] in ("多", "余", "来")
        and touching(tokens, j)
        and (j + 1 >= size or touching(tokens, j + 1))
    ):
        comparator = ">"
        j += 1
        more = read_scale_han(tokens, j)
        if more is not None:
            factor, j = factor * more[0], more[1]
    elif numeral.fuzzy and numeral.low == numeral.high:
        comparator = ">"
    j, factor, scaled_now, currency_after = read_scales(s, j, factor, currency)
    scaled = scaled or scaled_now
    if j < size and s.lows[j] == "+" and touching(tokens, j):
        comparator = ">="
        j += 1
        if factor == ONE:
            j, factor, scaled_now, currency_after = read_scales(s, j, factor, currency)
    if bracketed and j < size and s.lows[j] == ")":
        j += 1
        sign = -sign if sign > 0 else sign
    if text_at(s, j) == "(" and text_at(s, j + 1) in ("含", "不含") and text_at(s, j + 2) == ")":
        j += 3
    prefixed = currency is not None
    term = Term(
        first,
        j,
        numeral,
        sign,
        "count",
        "1",
        currency,
        factor * minor,
        prefixed,
        False,
        scaled,
        comparator=comparator,
    )
    if currency_after is not None:
        term = term._replace(currency=currency_after, kind="money", unit=currency_after, measured=True)
    return measure(s, term)


def measure(s: Scene, term: Term) -> Term:
    """Reads currency, percent, multiple, unit or noun behind the number."""
    if term.currency is None or term.kind != "money":
        read = currency_at(s, term.after, term.currency)
        if read is not None:
            code, minor, after = read
            term = term._replace(
                currency=code, factor=term.factor * minor, after=after, kind="money", unit=code, measured=True
            )
            if minor == ONE or text_at(s, after - 1) in ("角", "毛"):
                term = small_change(s, term)
            after_, factor, scaled, _ = read_scales(s, term.after, ONE, code)
            if not scaled and text_at(s, term.after) == "100":  # 4,536 RMB 100 million, said for 亿
                after_, factor, scaled, _ = read_scales(s, term.after + 1, Decimal(100), code)
                behind = text_at(s, after_)
                scaled = scaled and (behind in _GOES_ON or not behind[:1].isalpha())  # "50 yuan 100 million users paid"
            if scaled and not term.scaled:
                term = term._replace(after=after_, factor=term.factor * factor, scaled=True)
    if term.currency is not None:
        term = term._replace(kind="money", unit=term.currency)
        return with_comparator_behind(s, with_denominator(s, term))
    for rule in (as_rank, as_percent, as_multiple, as_physical, as_factor, as_classified):
        measured = rule(s, term)
        if measured is not None:
            return with_comparator_behind(s, with_denominator(s, measured) if measured.kind == "physical" else measured)
    return with_comparator_behind(s, as_counted(s, term))


def as_rank(s: Scene, term: Term) -> Term | None:
    """第3名, ranked 3rd, 2nd largest: a place in a ranking."""
    j = term.after
    if text_at(s, term.first - 1) == "第":
        return term._replace(after=j + (text_at(s, j) in ("名", "位")), kind="rank", measured=True)
    if text_at(s, j) in ("st", "nd", "rd", "th") and touching(s.tokens, j) and not term.numeral.spelled:
        return term._replace(after=j + 1, kind="rank", measured=True)
    return None


def as_percent(s: Scene, term: Term) -> Term | None:
    j, lows = hyphen(s, term.after), s.lows
    if j >= s.size or s.tokens[j].start - s.tokens[j - 1].end > MAX_GAP:
        return None
    low = lows[j]
    percent: tuple[Kind, str] = ("percent", "%")
    points: tuple[Kind, str] = ("percentage_point", "pct_point")
    kind, factor, after = percent, ONE, j + 1
    if low in ("%", "percent", "percents"):
        if lows[after : after + 1] in (("points",), ("point",), ("pts",)):
            kind, after = points, after + 1
    elif low == "‰":
        factor = Decimal("0.1")
    elif low == "per" and lows[after : after + 1] == ("cent",):
        after += 1
        if lows[after : after + 1] in (("points",), ("point",)):
            kind, after = points, after + 1
    elif low == "percentage":
        dash = after + 1 if text_at(s, after) == "-" else after
        if lows[dash : dash + 1] in (("points",), ("point",), ("pts",)):
            kind, after = points, dash + 1
    elif low == "pct":
        if not _share_context(s, j):
            kind = points
        if lows[after : after + 1] in (("points",), ("point",), ("pts",)):
            kind, after = points, after + 1
    elif low in ("pp", "ppt", "ppts", "pps", "pts") or (low in ("points", "point") and _of_percent(s, term.first, j)):
        kind = points
    elif low in ("bps", "bp") or (low == "basis" and lows[after : after + 1] in (("points",), ("point",))):
        kind, factor, after = points, Decimal("0.01"), after + (low == "basis")
    elif low in ("个百分点", "百分点"):
        kind = points
    elif low in ("个基点", "基点"):
        kind, factor = points, Decimal("0.01")
    elif low == "成" and touching(s.tokens, j) or low == "成" and s.tokens[j].start - s.tokens[j - 1].end <= 1:
        if (
            term.scaled
            or term.numeral.high > 10
            or (
                term.numeral.spelled is False
                and after < s.size
                and s.tokens[after].kind == t.HAN_OTHER
                and touching(s.tokens, after)
            )
        ) and term.numeral.high > 10:
            return None
        factor = Decimal(10)
        if (
            after < s.size
            and s.tokens[after].kind == t.HAN_NUMERAL
            and len(lows[after]) == 1
            and lows[after] in lexicon.HAN_DIGITS
        ) and (
            after + 1 >= s.size
            or s.tokens[after + 1].kind not in (t.HAN, t.HAN_OTHER)
            or not touching(s.tokens, after + 1)
        ):
            term = term._replace(added=term.added + lexicon.HAN_DIGITS[lows[after]])
            after += 1
        elif text_at(s, after) == "半" and touching(s.tokens, after):  # 七成半
            term, after = term._replace(added=term.added + 5), after + 1
    else:
        return None
    if j > term.after and kind is percent and low not in ("percent", "percentage", "per"):
        return None
    return term._replace(after=after, kind=kind[0], unit=kind[1], factor=term.factor * factor, measured=True)


def _of_percent(s: Scene, first: int, j: int) -> bool:
    """Whether "rose 11 points" speaks of points of a percentage: a percent is near, and the points are a change."""
    near = s.lows[max(0, first - 60) : j + 40]
    if not ({"%", "percent", "pct", "percentage", "cent"} & set(near)) or {"index", "score"} & set(near):
        return False
    if "." in s.tokens[j - 1].text:
        return True
    before, behind = s.lows[max(0, first - 4) : first], s.lows[j + 1 : j + 4]
    return any(low in lexicon.CHANGE_WORDS for low in before) or bool(
        {"by", "lost", "gained", "of"} & set(before)
        or {"above", "below", "more", "less", "higher", "lower"} & set(behind)
    )


def _share_context(s: Scene, j: int) -> bool:
    """Whether "45 pct" is a share or a rate (those are spoken of) rather than points of difference."""
    return any(
        low
        in (
            "share",
            "margin",
            "rate",
            "growth",
            "yoy",
            "cagr",
            "accounted",
            "accounting",
            "grew",
            "rose",
            "fell",
            "year",
            "up",
            "down",
        )
        for low in s.lows[max(0, j - 8) : j]
    ) and not any(
        low in ("gap", "difference", "spread", "narrowed", "narrow", "lead") for low in s.lows[max(0, j - 20) : j]
    )


def as_multiple(s: Scene, term: Term) -> Term | None:
    j, tokens = term.after, s.tokens
    if j >= s.size or tokens[j].start - tokens[j - 1].end > MAX_GAP:
        return None
    low = s.lows[j]
    if low == "倍":
        return times(s, term, j + 1)
    if low in ("x", "×") and (touching(tokens, j) or text_at(s, j) == "×"):
        following = j + 1 < s.size and tokens[j + 1].kind == t.NUMBER
        return (
            None
            if following or (j + 1 < s.size and tokens[j + 1].kind == t.WORD and touching(tokens, j + 1))
            else times(s, term, j + 1)
        )
    if low == "times" and (not _frequency(s, j) or _has_multiplied(s, term)):
        return times(s, term, j + 1)
    k = hyphen(s, j)
    if text_at(s, k) in ("fold", "folds"):
        return times(s, term, k + 1)
    return None


def as_factor(s: Scene, term: Term) -> Term | None:
    """What something was multiplied by, or grew by a factor of; in a reckoning ("is multiplied by 365") it is a bare number."""
    before = tuple(s.lows[max(0, term.first - 4) : term.first])
    grew = before[-2:] == ("multiplied", "by") and not _RECKONED.intersection(before[-3:-2])
    if term.scaled or term.prefixed or not (grew or before == ("by", "a", "factor", "of")):
        return None
    return times(s, term, term.after)


def times(s: Scene, term: Term, after: int) -> Term:
    return term._replace(after=after, kind="multiple", unit="x", measured=True)


def _has_multiplied(s: Scene, term: Term) -> bool:
    """Whether "4.0 times in five years" is by how many fold; "rates rose 4 times in 2024" may tell how often."""
    before = s.lows[max(0, term.first - 2) : term.first]
    return "multiplied" in before or (term.numeral.exponent < 0 and not _GREW_SO_MANY.isdisjoint(before))


def _frequency(s: Scene, j: int) -> bool:
    """Whether "times" tells how often ("3 times already", "5 times a day") rather than how many fold."""
    following = s.lows[j + 1] if j + 1 < s.size else ""
    return following in (
        "already",
        "daily",
        "weekly",
        "monthly",
        "yearly",
        "annually",
        "per",
        "each",
        "every",
        "in",
        "on",
    ) or (following == "a" and j + 2 < s.size and s.lows[j + 2] in ("day", "week", "month", "year"))


def unit_at(s: Scene, j: int) -> tuple[str, int] | None:
    """The unit whose name begins at token `j`: symbol and next token."""
    tokens, size = s.tokens, s.size
    if j >= size or tokens[j].start - tokens[j - 1].end > MAX_GAP:
        return None
    token = tokens[j]
    if token.kind == t.HAN:
        symbol = units.HAN.get(token.text)
        return (symbol, j + 1) if symbol is not None else None
    if token.kind == t.HAN_NUMERAL and token.text == "两":
        return "liang", j + 1
    if token.kind == t.SIGN:
        if token.text == "°" and j + 1 < size and s.lows[j + 1] in ("c", "f") and touching(tokens, j + 1):
            return ("degC" if s.lows[j + 1] == "c" else "degF"), j + 2
        if token.text in ("℃", "℉", "㎡", "°"):
            return units.symbol_of(token.text) or "degree", j + 1
        return None
    if token.kind != t.WORD:
        return None
    for length in (3, 2):
        if j + length <= size and s.lows[j + length - 1] in units.last_words():
            symbol = units.symbol_of(" ".join(s.lows[j : j + length]))
            if symbol is not None:
                return symbol, j + length
    word = token.text
    if (
        j + 1 < size
        and touching(tokens, j + 1)
        and (tokens[j + 1].text in ("²", "³") or tokens[j + 1].text in ("2", "3") and word in ("m", "km"))
    ):
        symbol = units.symbol_of(word + tokens[j + 1].text)
        if symbol is not None:
            return symbol, j + 2
    if len(word) == 1 and not _lone_letter(s, j):
        return None
    symbol = units.symbol_of(word)
    if symbol is None:
        return None
    if word.lower() in ("in", "mi", "ha", "min", "second", "ton") and not _unit_like(s, j):
        return None
    return symbol, j + 1


def _lone_letter(s: Scene, j: int) -> bool:
    glued = touching(s.tokens, j)
    word = s.tokens[j].text
    if j + 1 < s.size and touching(s.tokens, j + 1) and s.tokens[j + 1].text == "'":
        return False
    if glued:
        return True
    return word in ("m", "t", "g", "V", "W", "A") and (
        j + 1 >= s.size
        or s.tokens[j + 1].kind != t.WORD
        or s.lows[j + 1] in lexicon.NOUN_STOPS
        or s.lows[j + 1] in ("x", "valued")
    )


def _unit_like(s: Scene, j: int) -> bool:
    return not (s.tokens[j].text[0].isupper() and s.lows[j] != "ton")


def as_physical(s: Scene, term: Term) -> Term | None:
    j = hyphen(s, term.after)
    brackets = {"(": ")", "{": "}", "<": ">"}
    opened = text_at(s, j)
    if opened in brackets and text_at(s, j + 2) == brackets[opened]:
        inner = unit_at(s, j + 1)
        if inner is not None and inner[1] == j + 2 and len(text_at(s, j + 1)) > 1:
            return term._replace(after=j + 3, kind="physical", unit=inner[0], measured=True)
    if text_at(s, j) in ("pound", "pounds"):
        return term._replace(after=j + 1, kind="physical", unit="lb", measured=True)
    found = unit_at(s, j)
    if found is None:
        return None
    symbol, after = found
    if text_at(s, j) == "年" and j in s.dated:
        return None
    if after < s.size and s.lows[after] == "半" and touching(s.tokens, after):
        term = term._replace(added=term.added + Decimal("0.5") * term.factor)
        after += 1
    return term._replace(after=after, kind="physical", unit=symbol, measured=True)


def as_classified(s: Scene, term: Term) -> Term | None:
    """A Chinese classifier: 286座, 1,240家, 48个城市."""
    j = term.after
    if j < s.size and s.tokens[j].kind == t.HAN and s.tokens[j].start - s.tokens[j - 1].end <= 1:
        text = s.tokens[j].text
        if text in lexicon.HAN_CLASSIFIERS:
            return term._replace(after=j + 1, noun=text, measured=True)
    return None


def as_counted(s: Scene, term: Term) -> Term:
    """The noun behind a bare number and the number of things it is counted per: 645 pumps per 1,000 households."""
    noun, behind = counted_noun(s, hyphen(s, term.after))
    if noun:
        term = term._replace(noun=noun)
    base = base_at(s.tokens, behind + 1) if text_at(s, behind if noun else term.after) == "per" else None
    return term._replace(denominator=base[0]) if base else term


def with_denominator(s: Scene, term: Term) -> Term:
    """Per kWh, /hour, a year, 元/卡时."""
    j, tokens = term.after, s.tokens
    if j + 1 >= s.size or tokens[j].start - tokens[j - 1].end > MAX_GAP:
        return term
    low = s.lows[j]
    k = j + 1
    if (
        low == "/"
        and (touching(tokens, j) or _set_apart(s, j))
        or low == "per"
        or (low in ("a", "an", "each", "every") and _denominates(s, k))
        or low == "每"
    ):
        pass
    else:
        return term
    if tokens[k].kind == t.SIGN or k in s.dated:
        return term
    base = base_at(tokens, k)
    if base is not None:
        return term._replace(after=base[1], denominator=base[0])
    if tokens[k].kind == t.NUMBER:
        return term
    unit = unit_at(s, k) if tokens[k].kind in (t.WORD, t.HAN) else None
    if unit is not None:
        return term._replace(after=unit[1], denominator=unit[0])
    if tokens[k].kind in (t.WORD, t.HAN, t.HAN_OTHER) and tokens[k].end - tokens[k].start <= 24:
        text, after = tokens[k].text, k + 1
        if tokens[k].kind == t.HAN_OTHER:
            text = text[:2]
            return term._replace(denominator=text, after=after) if len(tokens[k].text) <= 2 else term
        if (
            low == "/"
            and after < s.size
            and tokens[after].kind in (t.HAN, t.HAN_OTHER)
            and touching(tokens, after)
            and tokens[k].kind == t.HAN
            and tokens[after].text in ("时", "天", "月", "年")
        ):
            text, after = text + tokens[after].text, after + 1
        money = currency_at(s, k) if text in ("US", "U") else None
        if money is not None:  # per US dollar, per U.S. dollar
            text, after = s.text[tokens[k].start : tokens[money[2] - 1].end], money[2]
        return term._replace(denominator=text, after=after)
    return term


def _set_apart(s: Scene, j: int) -> bool:
    """Does a slash stand with a space on either side between two Chinese words, as some layouts print 元/只?"""
    before, slash, after = s.tokens[j - 1 : j + 2]
    return before.kind == t.HAN and after.kind in (t.HAN, t.HAN_OTHER) and after.start - before.end == 3


def _denominates(s: Scene, k: int) -> bool:
    return s.lows[k] in (
        "year",
        "month",
        "day",
        "share",
        "unit",
        "kwh",
        "mwh",
        "tonne",
        "ton",
        "barrel",
        "hour",
        "week",
        "head",
        "pound",
        "dozen",
    )


_HAN_TIMES = frozenset(["秒", "分钟", "小时", "天", "日", "周", "个月", "年"])


def with_comparator_behind(s: Scene, term: Term) -> Term:
    """Comparators behind: 500 amperes or more, 100家以上, 58%左右."""
    j = term.after
    if j >= s.size:
        return term
    if (
        s.lows[j] == "+"
        and touching(s.tokens, j)
        and not (j + 1 < s.size and touching(s.tokens, j + 1) and s.tokens[j + 1].kind == t.NUMBER)
    ):
        return term._replace(comparator=">=", after=j + 1)
    if s.lows[j] in ("岁", "周岁") and (found := RIGHT_COMPARATORS.get(text_at(s, j + 1))) is not None:
        return term._replace(comparator=found, noun=s.lows[j], after=j + 1)
    if s.tokens[j].kind == t.HAN:
        k = j
        if s.lows[j] == "及" and j + 1 < s.size:
            k = j + 1
        found = RIGHT_COMPARATORS.get(s.lows[j]) or (RIGHT_COMPARATORS.get("及" + s.lows[k]) if k > j else None)
        if s.lows[j] == "内" and term.kind == "physical" and s.lows[j - 1] in _HAN_TIMES:  # 48小时内
            return term._replace(comparator="<=")
        more = s.lows[j] in ("多", "余")
        if more and j + 1 < s.size and s.tokens[j + 1].kind in (t.NUMBER, t.HAN_NUMERAL):
            return term  # 比980场多260场
        if found is not None and (not more or term.noun is None or touching(s.tokens, j)):
            return term._replace(comparator=found)
        return term
    for length in (3, 2):
        found = RIGHT_COMPARATORS.get(" ".join(s.lows[j : j + length]))
        if found is not None:
            return term._replace(comparator=found)
    if term.noun is not None:  # 500 units or more
        for k in range(j, min(j + 5, s.size)):
            if s.tokens[k].text == term.noun:
                found = RIGHT_COMPARATORS.get(" ".join(s.lows[k + 1 : k + 3]))
                return term._replace(comparator=found) if found is not None else term
    elif term.kind == "count" and j + 2 < s.size and s.tokens[j].kind == t.WORD:
        found = RIGHT_COMPARATORS.get(" ".join(s.lows[j + 1 : j + 3]))
        if found is not None and s.lows[j] not in lexicon.NOUN_STOPS:
            return term._replace(comparator=found)
    return term


def fraction_of(s: Scene, numeral: Numeral, first: int, sign: int) -> Term | None:
    """百分之五, 千分之２.４, 五分之一: a share whose denominator is written first."""
    j = numeral.after
    if j + 1 >= s.size or numeral.low <= 0 or numeral.low != numeral.high:
        return None
    if s.lows[j] == "分之":
        start = j + 1
    elif s.lows[j] == "分" and s.lows[j + 1] in ("之", "之一"):
        start = j + 2
    else:
        return None
    minus = negates(s, start, j)
    start += minus
    if start >= s.size:
        return None
    over = read_numeral(s.tokens, start)
    if over is None:
        return None
    if minus:
        sign = -sign
    bare_unit = all(c in lexicon.HAN_UNITS for c in numeral.digits)
    if bare_unit:
        factor = Decimal(100) / numeral.low
        over = over._replace(implicit=False)
        return with_comparator_behind(
            s, Term(first, over.after, over, sign, "percent", "%", None, factor, False, True, True)
        )
    value = over.low / numeral.low
    fraction = over._replace(low=value, high=value, fraction=True, scale=ONE, exponent=-6)
    return with_comparator_behind(
        s, Term(first, over.after, fraction, sign, "ratio", "1", None, ONE, False, True, True)
    )

"""Two terms that are one range: the dash or words between them and the scale, currency and unit they share."""

from __future__ import annotations

import re
from decimal import Decimal

from wpextract.quantities import currencies, lexicon
from wpextract.quantities import tokens as t
from wpextract.quantities.comparators import reads_as_change
from wpextract.quantities.lexicon import CHANGE_WORDS
from wpextract.quantities.measures import read_term, with_denominator
from wpextract.quantities.money import names_currency
from wpextract.quantities.numerals import ONE, printed, touching
from wpextract.quantities.scene import WORD_STARTS, Scene, Term, text_at

_NUMERALS = frozenset({t.NUMBER, t.HAN_NUMERAL})
_DASHES = frozenset({"-", "–", "~", "--", "––", "~~"})


def range_end(s: Scene, low: Term, floor: int) -> tuple[Term, Term, int] | None:
    """The second term of a range that begins with `low`, and the first with the scale and unit they share."""
    j = low.after
    if j >= s.size:
        return None
    k = _connector(s, low, j)
    if k is None:
        return _without_dash(s, low, j, floor)
    at = k
    while at < s.size and at < k + 4 and s.tokens[at].kind not in (t.NUMBER, t.HAN_NUMERAL, t.VULGAR):
        if s.tokens[at].kind == t.WORD and s.lows[at] in WORD_STARTS:
            if s.lows[at] not in ("a", "an") or text_at(s, at + 1).lower() in lexicon.FRACTIONS:
                break
        if not (
            s.tokens[at].kind == t.SIGN
            and (s.tokens[at].text in currencies.SIGNS or s.tokens[at].text == "-")
            or names_currency(s, at)
        ):
            if s.lows[at] in ("a", "负", "minus", "negative"):
                at += 1
                continue
            return None
        at += 1
    if at >= s.size or at in s.blocked:
        return None
    high = read_term(s, at, k)
    if high is None or high.first > k:
        return None
    if low.numeral.fraction and not high.numeral.fraction and high.kind not in ("percent", "percentage_point"):
        return None  # fell by a quarter to 5 million
    if high.noun == "间":
        high = high._replace(noun=None, measured=False, after=high.after - 1)
    if (
        text_at(s, j) in ("和", "与")
        and text_at(s, high.after) not in ("之间", "间")
        and text_at(s, low.first - 1) not in ("介于", "在")
    ):
        return None
    return share(s, low, high, j, floor)


_LIKE = 2  # the upper end is at most this many times the lower, where only a gap shows that they are ends


def _without_dash(s: Scene, low: Term, j: int, floor: int) -> tuple[Term, Term, int] | None:
    """Two rising numbers with nothing but a space between and one unit behind or before (3 5%, $30 50): a range's ends."""
    bare = low.after == low.numeral.after and not low.numeral.spelled and s.tokens[j - 1].kind == t.NUMBER
    if not bare or s.tokens[j].kind != t.NUMBER or j in s.blocked or s.tokens[j].start != s.tokens[j - 1].end + 1:
        return None
    high = read_term(s, j, j)
    if high is None or high.first != j or not (high.measured or high.scaled or high.noun or low.prefixed):
        return None
    grouped = len(s.tokens[j].text) == 3 and not (high.measured or high.scaled)  # 12 345 boats
    alike = low.numeral.exponent == high.numeral.exponent
    rising = 0 < low.numeral.low < high.numeral.low <= low.numeral.low * _LIKE
    if grouped or not alike or not rising:
        return None
    return share(s, low, high, j, floor)


def is_dash_lost(s: Scene, first: Term, second: Term | None) -> bool:
    """Does nothing stand between the ends of a range?"""
    return second is not None and second.first == first.after and s.tokens[second.first].kind == t.NUMBER


def _connector(s: Scene, low: Term, j: int) -> int | None:
    """The token behind a range dash or word at `j`, or None."""
    token, low_text = s.tokens[j], s.lows[j]
    before = s.lows[low.first - 1] if low.first else ""
    if token.text in _DASHES:
        if low_text == "-" and text_at(s, j + 1) == "to":
            return j + 2
        spaced = token.start > s.tokens[j - 1].end
        if (
            spaced
            and j + 1 < s.size
            and s.tokens[j + 1].start == token.end
            and token.text == "-"
            and s.tokens[j + 1].kind == t.NUMBER
        ):
            return j + 1 if low.numeral.low < printed(s.tokens[j + 1].text)[0] else None  # 75 -300mm, not 5 -3
        return j + 1
    if token.kind == t.GAP and touching(s.tokens, j) and j + 1 < s.size:
        k = j + 1
        while k < s.size and s.tokens[k].kind == t.GAP:
            k += 1
        return k if k < s.size and s.tokens[k].start == s.tokens[k - 1].end else None
    if low_text in ("to", "through", "thru"):
        return j + 1
    if low_text in ("至", "到"):
        return j + 1
    if low_text == "and" and before == "between":
        return j + 1
    if low_text in ("和", "与"):
        return j + 1
    return None


def share(s: Scene, low: Term, high: Term, j: int, floor: int) -> tuple[Term, Term, int] | None:
    """Lets two terms share scale, currency and unit; None if they are not one range."""
    link = s.lows[j]
    worded = link in ("to", "至", "到", "through", "thru")
    if worded and reads_as_change(s.tokens, s.lows, low.first, floor, low.measured) and not _yearly(s, low, high):
        return None
    if worded and low.kind in ("money", "physical") and high.kind == low.kind and _falls_by(s, low, high):
        return None
    if worded and low.kind != "percent" and text_at(s, low.first - 1) != "between" and _at_a_rate(s, low, high):
        return None
    if worded and text_at(s, low.first - 1) in ("从", "由") and _TOOK.match(s.folded, s.tokens[high.after - 1].end):
        return None  # 从A到B，用了五年: then and now
    if low.kind == "percent" and not high.measured and high.noun is None and s.tokens[low.after - 1].kind in _NUMERALS:
        high = high._replace(kind="percent", unit="%", factor=low.factor, measured=True)  # 百分之五十到六十
    if low.measured and low.kind != high.kind:
        if not (low.kind == "count" and low.noun is not None and high.kind == "count"):
            return None
    if not low.measured and low.noun is not None and high.noun is None and not high.measured and link not in _DASHES:
        return None
    if low.currency is not None and high.currency is not None and low.currency != high.currency:
        generic = low.prefixed and text_at(s, high.after - 1) in currencies.GENERIC_HAN
        if not generic:
            return None
        high = high._replace(currency=low.currency, unit=low.currency)
    if low.measured and not high.measured and not high.prefixed and low.kind != "money":
        return None
    if low.currency is not None and high.currency is None:
        if high.measured:
            return None
        high = with_denominator(s, high._replace(currency=low.currency, kind="money", unit=low.currency))
        if (
            (
                worded
                and not high.prefixed
                and not high.scaled
                and not low.scaled
                and text_at(s, low.first - 1) != "between"
                and text_at(s, low.first - 1) != "from"
            )
            and s.language.startswith("en")
            and high.noun is not None
        ):
            return None
    # a scale printed once belongs to both ends, unless that would turn them round
    tail = _own_scale(s, high)
    if (
        tail != ONE
        and _own_scale(s, low) == ONE
        and low.low * tail <= high.high
        and not (low.measured and low.kind == "money" and not low.prefixed)
    ):
        numeral = low.numeral
        low = low._replace(
            numeral=numeral._replace(low=numeral.low * tail, high=numeral.high * tail, scale=numeral.scale * tail),
        )
    if not low.measured:
        own = high.factor / _word_factor(s, high)
        low = low._replace(factor=low.factor * (own if low.factor == ONE else ONE))
    low = low._replace(kind=high.kind, unit=high.unit, currency=high.currency)
    if low.low > high.high:
        return None
    return low, high, high.after


_STARTS = re.compile(
    r"(?:\bfrom|[由从自])(?:\s*(?:about|around|nearly|some|almost|just|over|under|only|roughly|约|近|仅)\b)*\s*(?:[$€£¥￥]\s*)?$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:\s+in\s+(?:19|20)\d\d)?\s+to\s+(?:(?:about|around|nearly|some|almost|just|over|under|only|roughly|an?)\s+)*"
    r"|[一-鿿]{0,4}?[至到]约?",
    re.IGNORECASE,
)


_ENDS = re.compile(r",?\s+and\s+|和")
_LISTS = re.compile(rf",\s+|、|{_ENDS.pattern}")


def begun_like(s: Scene, low: Term, high: Term) -> Term | None:
    """A number with the scale and unit that only the next is told with, in a change or a list.

    "From 1.2 to 3.4 million tonnes"; "12, 15 and 18 MW".
    """
    same_money = low.prefixed and high.prefixed and low.currency == high.currency and not low.scaled
    if (
        not same_money
        and (low.kind not in ("count", "other") or low.measured or low.noun or high.prefixed)
        or low.low <= 0
    ):
        return None
    ends = s.tokens[low.after - 1].end, s.tokens[high.first].start
    changes = _STARTS.search(s.folded, 0, s.tokens[low.first].start) and _LEADS.fullmatch(s.folded, *ends)
    # a comma alone joins what a list that ends in "and" has begun
    joined = (
        _LISTS if high.first + 1 == high.after and s.tokens[high.first].kind == t.NUMBER and high.measured else _ENDS
    )
    listed = high.measured and joined.fullmatch(s.folded, *ends)
    if not changes and not listed:
        return None
    if not (high.measured or high.scaled or high.noun) or high.numeral.fraction or high.low <= 0:
        return None
    if low.scaled and high.kind in ("percent", "percentage_point"):
        return None  # "it stood at 1.5 million, and 20% more"
    words = _own_scale(s, high)
    own = high.factor / _word_factor(s, high)  # of the unit
    shares = words != ONE and _own_scale(s, low) == ONE and abs((low.low * words * own).log10() - high.high.log10()) < 1
    numeral = low.numeral
    if shares:
        numeral = numeral._replace(low=numeral.low * words, high=numeral.high * words, scale=numeral.scale * words)
    return low._replace(
        numeral=numeral, factor=low.factor * own, kind=high.kind, unit=high.unit, currency=high.currency, noun=high.noun,
        denominator=high.denominator, measured=high.measured,
    )  # fmt: skip


_SET_AGAINST = re.compile(
    r",?\s*(?:(?:up|down)\s+)?(?:against|compared (?:with|to)|versus|vs\.?|after|from)\s+(?:(?:about|around|nearly|some|just|only)\s+)?",
    re.IGNORECASE,
)


_GOES_ON = re.compile(  # from an amount to the next one of its kind: " in 2020 and ", ", exports to "
    r"(?:\s+(?:in|for|at|from|by|on|of|during)\s[^,;.()\d]{0,28}(?:(?:19|20)\d\d)?)?"
    r"(?:,|,?\s+(?:and|or|to|against|versus|but))(?:\s+(?!(?:also|some)\b)[a-z-]+){0,4}?\s+(?:(?:about|around|nearly|some|just|only)\s+)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:users?|customers?|clients?|people|persons?|population|subscribers?|employees?|workers?|visitors?|households?|members?|patients?"
    r"|students?|units|downloads|passengers?|served?|employ\w*|numbered|number|who)\b",
    re.IGNORECASE,
)
_APART = 20  # times: numbers further apart are no two of one thing
_STANDS_ALONE = frozenset(
    """
    , . ; ) : in by from to and or at for over on as than before after during per a last this next respectively
    """.split()  # noqa: SIM905
)


def gone_on_like(s: Scene, first: Term, second: Term) -> Term | None:
    """A number that goes on from the one before it and leaves its unit out.

    It is set against it ("1.5 million tonnes, against 1.6 million"), is what that became ("from 600,000 tonnes to
    500,000"), or has its word of scale and no noun ("RMB 3.2 billion in 2020 and 4.1 billion in 2021").
    """
    if (
        first.kind not in ("physical", "money")
        or second.kind not in ("count", "other")
        or second.measured
        or second.noun
    ):
        return None
    ends = s.tokens[first.after - 1].end, s.tokens[second.first].start
    own = first.factor / _word_factor(s, first)  # of the unit
    alike = first.low / _APART < second.low * own < first.high * _APART
    if second.prefixed or second.numeral.fraction or second.low <= 0 or not alike:
        return None
    if first.kind == "money" and _COUNTED.search(s.folded, *ends):
        return None  # "revenue of $3.4 billion and users of 2.9 billion"
    against = first.kind == "physical" and _SET_AGAINST.fullmatch(s.folded, *ends)
    alone = text_at(s, second.after).lower() in ("", *_STANDS_ALONE)
    became = _STARTS.search(s.folded, 0, s.tokens[first.first].start) and _LEADS.fullmatch(s.folded, *ends)
    scaled = first.scaled and second.scaled and _own_scale(s, first) == _own_scale(s, second)
    goes_on = scaled and (_GOES_ON.fullmatch(s.folded, *ends) or _SET_AGAINST.fullmatch(s.folded, *ends))
    if not (against or (alone and (became or goes_on))):
        return None
    return second._replace(
        factor=second.factor * own, kind=first.kind, unit=first.unit, currency=first.currency,
        denominator=first.denominator, measured=True,
    )  # fmt: skip


_TOOK = re.compile(r"[^。；;]{0,16}?(?:[只仅]?用了?|历时|花了?)")


def _falls_by(s: Scene, low: Term, high: Term) -> bool:
    """It fell by EUR 4 billion to EUR 18 billion: an amount and what it led to, each with its own unit."""
    units = low.prefixed and high.prefixed or low.measured and high.measured
    by = text_at(s, low.first - 1).lower() == "by"
    return units and by and any(word in CHANGE_WORDS for word in s.lows[max(0, low.first - 5) : low.first - 1])


_YEARLY_RATE = r"(?:(?:%|per ?cent)\s+(?:a|per|each) (?:year|annum)|(?:%|per ?cent) (?:annually|p\.a\.)|\bCAGR\b)"
_RATE_BEHIND = re.compile(
    rf"\s*(?:[,(–—]|at\b|with\b)[^.;]{{0,36}}?\d[\d.]*\s?{_YEARLY_RATE}|\s*[(,]?\s*(?:a |an )?CAGR", re.IGNORECASE
)
_RATE_BEFORE = re.compile(rf"{_YEARLY_RATE}\s*[(,–—]\s*(?:from\s+)?[$€£¥￥]?$", re.IGNORECASE)
_CHANGED_BY = re.compile(  # "repairs from 40 to 46 (15%)"
    r"\s*\(\s*[+−–-]?(\d[\d.]*)\s?(?:%|per ?cent)\s*\)", re.IGNORECASE
)
_CHANGE_BEFORE = re.compile(
    r"(\d[\d.]*)\s?(?:%|per ?cent)(?: a year| annually)?\s*[(,–—]\s*from\s+[$€£¥￥]?$", re.IGNORECASE
)
_RANGES = frozenset(
    """
    range ranges ranged ranging run runs vary varies varied priced price prices cost costs pay pays fee fees plan plans wage
    wages salary salaries income incomes firms companies households
    """.split()  # noqa: SIM905
)
_OFF = Decimal(8)  # percentage points by which a rate may be off and still be that of two amounts


def _at_a_rate(s: Scene, low: Term, high: Term) -> bool:
    """Is a yearly rate told with two amounts, so that the one became the other: 8% a year (2 to 3 billion)?"""
    if not s.language.startswith("en"):
        return False
    start, end = s.tokens[low.first].start, s.tokens[high.after - 1].end
    if text_at(s, low.first - 1).lower() == "from" and (low.measured or low.prefixed):
        rate = _CHANGED_BY.match(s.folded, end) or _CHANGE_BEFORE.search(s.folded, max(0, start - 40), start)
        if rate and _RANGES.isdisjoint(s.lows[max(0, low.first - 6) : low.first]) and low.low > 0:
            grown, told = abs(high.high / low.low - 1) * 100, Decimal(rate[1].rstrip("."))
            return "year" in rate[0] or "annually" in rate[0] or abs(grown - told) <= max(_OFF, told / 2)
    return bool(_RATE_BEHIND.match(s.folded, end) or _RATE_BEFORE.search(s.folded, max(0, start - 40), start))


def _yearly(s: Scene, low: Term, high: Term) -> bool:
    """Prices lose 6% to 8% a year: a range of rates, not a change from one to the other."""
    behind = s.lows[high.after : high.after + 2]
    rate = behind[:1] == ("annually",) or behind[-1:] == ("year",) and behind[0] in ("a", "per", "each", "every")
    return rate and low.kind == high.kind == "percent" and text_at(s, low.first - 1) != "from"


def _word_factor(s: Scene, term: Term) -> Decimal:
    """The part of a term's factor that scale words (million) make; the rest belongs to the unit (成, cents)."""
    factor = term.factor
    for unit in (Decimal("0.01"), Decimal("0.1")):
        if term.kind in ("money", "percent", "percentage_point") and factor % 1 and factor == unit:
            return ONE
    return ONE if term.kind == "percent" and factor == 10 else factor


def _own_scale(s: Scene, term: Term) -> Decimal:
    """Scale words of a term: 万, 亿, million; not the factor of its unit."""
    words = _word_factor(s, term)
    han = term.numeral.scale
    if term.numeral.spelled and s.tokens[term.numeral.first].kind == t.HAN_NUMERAL:
        big = ONE
        for char in reversed(term.numeral.digits):  # 三十万 -> 万
            if lexicon.HAN_UNITS.get(char, 0) < 10**4:
                break
            big *= lexicon.HAN_UNITS[char]
        return words * big
    return words * (han if han > 1 else ONE)

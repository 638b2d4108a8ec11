"""Numbers that name rather than measure: phone, list, section and figure numbers, model names, versions, codes.

Marks the tokens and says what they are, so that every number of a page is accounted for. Dates are `periods`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wpextract.quantities import currencies, lexicon, units
from wpextract.quantities import tokens as t
from wpextract.quantities.bases import base_at
from wpextract.quantities.lexicon import MONTHS, REFERENCE_WORDS
from wpextract.quantities.numerals import touching
from wpextract.quantities.tokens import Token

IDENTIFIER, REFERENCE = "identifier", "reference"
_NUMBERS = frozenset({t.NUMBER, t.DOTTED, t.RUN})
_DASHES = frozenset({"-", "–"})
# Before a hyphen and a number these make no name: sub-10 nm, top-10, pre-2020.
_PREFIXES = frozenset(
    {"sub", "top", "pre", "post", "mid", "under", "over", "non", "plus", "minus", "up", "down", "to", "about"}
)
# Measures in capitals that a bare number may follow.
_MEASURES = frozenset(
    """
    PUE CAGR GDP CPI PPI PMI ROE ROI ROA ROIC NPS EPS PE PB EBITDA EBIT ARR AUM GMV MAU DAU YOY QOQ WACC IRR NPV IRR
    ESG MMLU MOS DSCR LTV CAC ARPU ARPPU CTR AUC
    """.split()  # noqa: SIM905
)
_RANK_NOUNS = frozenset({"place", "largest", "biggest", "most", "highest", "position", "spot", "rank"})
# These refer even in lower case ("see note 3"); others only as titles ("Table 3").
_ALWAYS_REFER = frozenset(
    {"page", "p", "pp", "note", "footnote", "no", "fig", "eq", "version", "section", "chapter", "figure", "appendix"}
)
_SCREENS = frozenset(
    {"display", "displays", "video", "videos", "resolution", "ultra", "tv", "tvs", "screen", "screens", "quality"}
)


def named_numbers(tokens: Sequence[Token], folded: str, *, lenient: bool = False) -> dict[int, str]:
    """Token index -> `identifier` or `reference`. `lenient` leaves out what only a document's prose justifies."""
    named: dict[int, str] = {}
    for i, token in enumerate(tokens):
        if token.kind in _NUMBERS and i not in named:
            reason = _reason(tokens, i, folded, lenient) or _listed(tokens, i, named)
            if reason:
                named[i] = reason
                _spread(tokens, i, named)
        elif token.kind == t.HAN_NUMERAL and i and (tokens[i - 1].text == "第" or _one_of(tokens, i)):
            named[i] = REFERENCE
        elif token.kind == t.HAN_NUMERAL and not lenient and _specifies(tokens, i, folded):
            named[i] = IDENTIFIER
    return named


def _one_of(tokens: Sequence[Token], i: int) -> bool:
    """之一: one of them, unless it ends a fraction (五 分 之 一)."""
    return tokens[i].text == "一" and tokens[i - 1].text == "之" and not (i >= 2 and tokens[i - 2].text == "分")


def _listed(tokens: Sequence[Token], i: int, named: dict[int, str]) -> str | None:
    """The other numbers of "Figures 3 and 4", "Chapters 1–3"."""
    if i < 2 or named.get(i - 2) != REFERENCE or tokens[i - 1].low not in ("and", "or", "to", "–", "-", "和", "至"):
        return None
    small = tokens[i].text.isdigit() and len(tokens[i].text) <= 2 and tokens[i - 2].text.isdigit()
    return REFERENCE if small and not (i + 1 < len(tokens) and _measures(tokens, i + 1)) else None


def _spread(tokens: Sequence[Token], i: int, named: dict[int, str]) -> None:
    """The rest of one name: GPT-4-32, 800-555-0100, Figure 3-2, I7-860."""
    j = i
    while (
        j + 2 < len(tokens)
        and tokens[j + 1].text in ("-", ".", "/", "_")
        and touching(tokens, j + 1)
        and touching(tokens, j + 2)
    ):
        if tokens[j + 2].kind not in _NUMBERS and tokens[j + 2].kind != t.WORD:
            break
        if tokens[j + 2].kind in _NUMBERS:
            named[j + 2] = named[i]
        j += 2


def _reason(tokens: Sequence[Token], i: int, folded: str, lenient: bool) -> str | None:
    token, size = tokens[i], len(tokens)
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < size else None
    if token.kind == t.DOTTED:
        if token.text.count(".") == 2 and after is not None and _measures(tokens, i + 1):
            return None  # 6.26.6 million: a range whose dash is lost
        return REFERENCE if i == 0 else IDENTIFIER
    if token.kind == t.RUN and len(token.text) > 40:
        return IDENTIFIER
    if token.kind == t.NUMBER and token.text.isdigit():
        if len(token.text) > 1 and token.text[0] == "0":
            return IDENTIFIER if _hyphenated(tokens, i) else REFERENCE
        if len(token.text) > 15 and not lenient:
            return IDENTIFIER
    if _phone(tokens, i) or _hours(tokens, i) or _mark(tokens, i):
        return IDENTIFIER
    if _base(tokens, i):
        return REFERENCE
    if (
        before is not None
        and before.low == "e"
        and i >= 2
        and tokens[i - 2].kind == t.NUMBER
        and touching(tokens, i - 1)
    ):
        return None  # 1.5e9
    if before is not None and touching(tokens, i) and before.kind == t.WORD and not _number_may_follow(tokens, i):
        return IDENTIFIER
    if (
        before is not None
        and before.text in _DASHES | {"_"}
        and i >= 2
        and touching(tokens, i)
        and touching(tokens, i - 1)
    ):
        head = tokens[i - 2]
        if (
            head.kind == t.WORD
            and before.text != "–"
            and head.low not in _PREFIXES
            and currencies.code_of(head.text) is None
        ):
            if not (i >= 3 and tokens[i - 3].kind in _NUMBERS and touching(tokens, i - 2)):  # 10k-15k
                return IDENTIFIER
            if (
                units.symbol_of(head.text) is None
                and head.low not in lexicon.SCALE_SHORT
                and head.text not in lexicon.SCALE_CAPITAL
            ):
                return IDENTIFIER
    if after is not None and after.kind == t.WORD and touching(tokens, i + 1) and _letters_make_a_name(tokens, i):
        return IDENTIFIER
    if lenient:
        return _list_number(tokens, i, folded)
    if token.text.isdigit() and len(token.text) > 3 and _bracketed(tokens, i):
        return IDENTIFIER  # 海外仓出口（9810）
    if _address(tokens, i) or _specifies(tokens, i, folded):
        return IDENTIFIER
    return _list_number(tokens, i, folded) or _reference(tokens, i) or _product(tokens, i)


_STREETS = frozenset(["street", "road", "lane", "avenue", "drive", "square", "boulevard", "terrace", "quay"])


# Sizes and voltages tell which kind of thing is meant, never how much of it.
_SPECIFYING = frozenset({"英寸", "纳米", "微米", "毫米", "伏", "千伏"})
_SPECIFYING_SYMBOLS = frozenset({"inch", "nm", "µm", "V", "kV"})
_SPECIFIED = re.compile(r"(?:(?![的以之左右上下及和与或至到降升增减为是等长宽高深厚距内外间每])[一-鿿]){2}|的?\d")
_DIMENSION = re.compile(r"(?:thick|wide|long|high|tall|deep)(?:ness)?|width|length|height|depth|diameter|distance|gap")
# What stands between a number and a hyphen's other side without naming a kind of thing: 20-odd firms, a 2-to-1 lead.
_COUNTING = frozenset({"odd", "plus", "strong", "to", "in", "and", "by", "or", "fold", "point", "basis"})


def _specifies(tokens: Sequence[Token], i: int, folded: str) -> bool:
    """Is a number part of the name of a class of things: 12英寸产能, 8英寸的3倍, 五吨级, 8-inch wafers, 64-slice scanners?"""
    if i + 1 >= len(tokens):
        return False
    if tokens[i + 1].text == "-":
        return _hyphen_specifies(tokens, i)
    unit = next((token for token in tokens[i + 1 :] if token.kind != t.HAN_NUMERAL), tokens[i])
    graded = unit.text if unit.text.endswith("级") else folded[unit.start : unit.end + 1]
    if graded.endswith("级") and graded[:-1] in units.HAN:
        return True
    if tokens[i + 1].text not in _SPECIFYING:
        return False
    measured = folded[max(0, tokens[i].start - 1) : tokens[i].start] in tuple("长宽高深厚径距")
    return not measured and _SPECIFIED.match(folded, tokens[i + 1].end) is not None


def _hyphen_specifies(tokens: Sequence[Token], i: int) -> bool:
    """8-inch wafers, the 4-tonne class, 5-axis mills: a size, or a number of parts, that a hyphen joins to a noun."""
    if i + 3 >= len(tokens) or not (touching(tokens, i + 1) and touching(tokens, i + 2)):
        return False
    joined, noun = tokens[i + 2], tokens[i + 3]
    if joined.kind != t.WORD or noun.kind != t.WORD or touching(tokens, i + 3):
        return False
    symbol = units.symbol_of(joined.text)
    if symbol in _SPECIFYING_SYMBOLS:
        return _DIMENSION.fullmatch(noun.low) is None
    if symbol is not None or _measures(tokens, i + 2):
        return symbol is not None and noun.low == "class"
    parts = joined.text.islower() and joined.low not in _COUNTING and len(tokens[i].text) <= 2
    return parts and noun.text.islower() and noun.low.endswith("s")


def _address(tokens: Sequence[Token], i: int) -> bool:
    """14 Mill Lane: the number of a house."""
    names = [token for token in tokens[i + 1 : i + 4] if token.kind == t.WORD and token.text[0].isupper()]
    street = next((k for k, token in enumerate(names) if token.low in _STREETS), 0)
    return street > 0 and tokens[i + 1 : i + 2 + street] == tuple(names[: street + 1])


def _bracketed(tokens: Sequence[Token], i: int) -> bool:
    """Does a bare number stand alone in brackets behind a word?"""
    return (
        1 < i < len(tokens) - 1
        and tokens[i - 1].text == "("
        and tokens[i + 1].text == ")"
        and tokens[i - 2].kind in (t.WORD, t.HAN, t.HAN_OTHER)
        and touching(tokens, i)
        and touching(tokens, i + 1)
    )


def _hyphenated(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text == "-" or i > 0 and tokens[i - 1].text == "-"


def _phone(tokens: Sequence[Token], i: int) -> bool:
    """Three groups of digits joined by hyphens, or an area code with a leading zero or in brackets."""
    k = i
    while k >= 2 and tokens[k - 1].kind == t.NUMBER and tokens[k].start - tokens[k - 1].end == 1:
        k -= 1
    if (
        k
        and tokens[k - 1].text == "+"
        and touching(tokens, k)
        and tokens[k].text.isdigit()
        and len(tokens[k].text) <= 3
    ):
        groups = k
        while groups < len(tokens) and tokens[groups].kind == t.NUMBER:
            groups += 1
        if groups - k >= 3 and not any("." in token.text or "," in token.text for token in tokens[k:groups]):
            return True
    groups, j = 1, i
    while j + 2 < len(tokens) and tokens[j + 1].text == "-" and tokens[j + 2].kind == t.NUMBER:
        if not (touching(tokens, j + 1) and touching(tokens, j + 2)) or not tokens[j + 2].text.isdigit():
            break
        groups += 1
        j += 2
    return groups >= 3 and tokens[i].text.isdigit()


def _base(tokens: Sequence[Token], i: int) -> bool:
    """Per 100 kg, per $1,000, 每100公里: what a rate is counted per belongs to the name of its unit."""
    k = i - 1
    if k >= 1 and (currencies.code_of(tokens[k].text) or tokens[k].text in currencies.SIGNS):
        k -= 1
    return k >= 0 and tokens[k].low in ("per", "每") and base_at(tokens, i) is not None


def _mark(tokens: Sequence[Token], i: int) -> bool:
    """AI+2.0, T+1, 1+N, 90后, 2C业务: marks and catchwords."""
    before, after = (tokens[i - 1].text if i else ""), (tokens[i + 1].text if i + 1 < len(tokens) else "")
    if before == "+" and i >= 2 and touching(tokens, i) and touching(tokens, i - 1):
        measured = tokens[i - 2].kind != t.WORD and i + 1 < len(tokens) and _measures(tokens, i + 1)  # 同比+15%
        return tokens[i - 2].kind in (t.WORD, t.HAN, t.HAN_OTHER) and not measured
    if after == "+" and touching(tokens, i + 1) and i + 2 < len(tokens) and touching(tokens, i + 2):
        return tokens[i + 2].kind == t.WORD and len(tokens[i + 2].text) == 1
    text = tokens[i].text
    if after == "后" and touching(tokens, i + 1):
        return text in ("60", "70", "80", "90", "00", "95", "85", "05")
    return text == "2" and after in ("B", "C", "G") and touching(tokens, i + 1)


def _hours(tokens: Sequence[Token], i: int) -> bool:
    """24/7, 7×24."""
    for first in (i - 2, i):
        if first >= 0 and first + 2 < len(tokens) and tokens[first + 1].text in ("/", "×", "x", "*"):
            pair = {tokens[first].text, tokens[first + 2].text}
            if pair == {"24", "7"}:
                return True
    return False


def _measures(tokens: Sequence[Token], i: int) -> bool:
    """Is token `i` a scale, a unit, a percent sign or a currency?"""
    token = tokens[i]
    if token.kind == t.WORD:
        return (
            token.low in lexicon.SCALES
            or token.low in lexicon.SCALE_SHORT
            or token.text in lexicon.SCALE_CAPITAL
            or token.low in ("percent", "per", "pct", "pp", "x", "times", "percentage")
            or units.symbol_of(token.text) is not None
            or currencies.code_of(token.text) is not None
        )
    if token.kind == t.HAN:
        return (
            token.text in units.HAN
            or token.text in currencies.han_names()
            or token.text in lexicon.HAN_CLASSIFIERS
            or token.text in ("个百分点", "百分点", "个基点", "基点", "倍", "成", "余", "多")
        )
    if token.kind == t.HAN_NUMERAL:
        return token.text[0] in lexicon.HAN_UNITS
    return token.text in ("%", "‰", "€", "°", "℃")


def _number_may_follow(tokens: Sequence[Token], i: int) -> bool:
    """Letters that stand right before a number without naming it: RMB77, US$5, CAGR44.9%, over30%, c.20."""
    word, low = tokens[i - 1].text, tokens[i - 1].low
    if currencies.code_of(word) or low in lexicon.SCALES:
        return True
    if word in ("x", "X", "×"):
        return True
    after = i + 1
    measured = after < len(tokens) and _measures(tokens, after)
    if measured and tokens[after].text in ("%", "‰"):
        return True
    return measured and len(word) >= 3 and (word.islower() or word.upper() in _MEASURES)


def _letters_make_a_name(tokens: Sequence[Token], i: int) -> bool:
    """5G, 3D, 21st-century, 10a: letters that touch the digits and are no scale, unit or currency."""
    word, low, size = tokens[i + 1].text, tokens[i + 1].low, len(tokens)
    if low in ("st", "nd", "rd", "th"):
        return not ranked(tokens, i)
    if tokens[i].kind != t.NUMBER:
        return False
    if low in ("k", "w") or word in lexicon.SCALE_CAPITAL:
        following = tokens[i + 2].low if i + 2 < size else ""
        glued = (
            i + 2 < size
            and touching(tokens, i + 2)
            and tokens[i + 2].kind in (t.NUMBER, t.WORD)
            and following not in t.GLUED_BEHIND
        )
        return low == "k" and following in _SCREENS or glued
    if word in ("G", "D", "C") and tokens[i].text.isdigit() and len(tokens[i].text) == 1:
        return True
    known = (
        low in lexicon.SCALES
        or low in lexicon.SCALE_SHORT
        or low in lexicon.SCALE_MONEY
        or low in currencies.MINOR
        or units.symbol_of(word) is not None
        or currencies.code_of(word) is not None
        or currencies.scaled_code(word) is not None
        or low in ("x", "percent", "pct", "pp", "ppt", "ppts", "pps", "bps", "bp", "times", "fold", "yoy", "qoq")
        or low in ("us", "hk", "a", "c", "e", "and", "to", "in", "of", "by")
        or len(low) > 3
    )
    return not known


def ranked(tokens: Sequence[Token], i: int) -> bool:
    """Is an ordinal (3rd) a place in a ranking?"""
    before = tokens[i - 1].low if i else ""
    after = tokens[i + 2].low if i + 2 < len(tokens) else ""
    if after == "-" and i + 3 < len(tokens):
        after = tokens[i + 3].low
    return before in ("ranked", "rank", "ranks", "ranking", "placed", "came") or after in _RANK_NOUNS


def _list_number(tokens: Sequence[Token], i: int, folded: str) -> str | None:
    """(1) at a clause, "1." or "2)" at the start of a line, "1.2 Title" at the start of the text."""
    token, size = tokens[i], len(tokens)
    if not (token.kind == t.NUMBER and len(token.text) <= 5):
        return None
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < size else None
    starts = before is None or "\n" in folded[before.end : token.start]
    if token.text.isdigit() and len(token.text) <= 2:
        if (
            before is not None
            and after is not None
            and before.text == "("
            and after.text == ")"
            and touching(tokens, i)
            and touching(tokens, i + 1)
        ):
            behind = tokens[i - 2] if i >= 2 else None
            money = behind is not None and behind.text in currencies.SIGNS
            return None if money else REFERENCE
        if before is not None and before.text == "[" and after is not None and after.text == "]":
            return REFERENCE
        if starts and after is not None and after.text in (".", ")", "、") and touching(tokens, i + 1) and i + 2 < size:
            following = tokens[i + 2]
            if following.kind not in _NUMBERS and not (after.text == "." and _measures(tokens, i + 2)):
                return REFERENCE
    if starts and "." in token.text and "," not in token.text and after is not None and i + 2 < size:
        title = after.kind in (t.HAN, t.HAN_OTHER) or (after.kind == t.WORD and after.text[0].isupper())
        if title and not touching(tokens, i + 1) and not _measures(tokens, i + 1) and token.text[0] != "0":
            return REFERENCE
    return None


def _reference(tokens: Sequence[Token], i: int) -> str | None:
    """Figure 3, Chapter 1, Note 12, 图5, 第3章."""
    before = tokens[i - 1] if i else None
    if before is None:
        return None
    if before.kind == t.SIGN and before.text == "." and i >= 2:
        before = tokens[i - 2]
        if before.low not in ("no", "nos", "fig", "figs", "p", "pp", "vol", "sec", "ch", "art", "eq"):
            return None
    if before.kind == t.HAN:
        if before.text == "第":
            following = tokens[i + 1].text if i + 1 < len(tokens) else ""
            return None if following in ("名", "位") else REFERENCE
        return (
            REFERENCE
            if before.text in lexicon.HAN_REFERENCE and not (i + 1 < len(tokens) and _measures(tokens, i + 1))
            else None
        )
    if before.kind != t.WORD or before.low not in REFERENCE_WORDS:
        return None
    if i + 1 < len(tokens) and (
        _measures(tokens, i + 1) and touching(tokens, i + 1) or tokens[i + 1].low in lexicon.SCALES
    ):
        return None
    titled = before.text[0].isupper() or before.low in _ALWAYS_REFER
    return REFERENCE if titled and not any(c in tokens[i].text for c in ",") else None


def _product(tokens: Sequence[Token], i: int) -> str | None:
    """Claude 3.5, ISO 9001, Core i7 860: a bare number right after a capitalised word inside a sentence."""
    token = tokens[i]
    if i < 1 or token.kind != t.NUMBER or "," in token.text or tokens[i - 1].kind != t.WORD:
        return None
    before = tokens[i - 1]
    if touching(tokens, i) or before.low in MONTHS or before.low in lexicon.LEFT_COMPARATORS:
        return None
    word = before.text
    if len(word) == 1 and word.isupper() and i >= 3 and tokens[i - 2].text == "/" and tokens[i - 3].kind == t.WORD:
        return IDENTIFIER  # GB/T 12345
    if (
        currencies.code_of(word)
        or word.upper() in _MEASURES
        or before.low in ("by", "of", "in", "to", "at", "for", "the", "and")
    ):
        return None
    if i + 1 < len(tokens):
        after = tokens[i + 1]
        if _measures(tokens, i + 1) or after.text in ("+", "-", "–", "~"):
            return None
        if (
            after.kind == t.WORD
            and (after.low in lexicon.NOUN_STOPS or after.text.islower())
            and after.low.endswith("s")
            and len(after.low) > 3
        ):
            return None
        if after.kind in (t.HAN, t.HAN_NUMERAL):
            return None
    starts_sentence = i == 1 or tokens[i - 2].text in (".", "!", "?", ":", ";", "。", "•")
    mixed = any(c.isupper() for c in word[1:]) and len(word) >= 2
    if mixed and not (starts_sentence and word.istitle()):
        return IDENTIFIER
    listed = (  # Finland has 548 and Sweden 462
        i > 3 and tokens[i - 2].low in ("and", ",") and tokens[i - 3].kind == t.NUMBER and tokens[i - 4].text.islower()
    )
    if word[0].isupper() and not starts_sentence and not listed and len(token.text) <= 4:
        return IDENTIFIER
    return None

"""Reads one number from tokens: digits, English number words, Chinese numerals and their mixtures.

Returns what was printed: its value or its two ends (三五百, 十几), the power of ten of the last printed digit and the
factor of its number words. Units, currencies and ranges written with a dash belong to the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from wpextract.quantities import tokens as t
from wpextract.quantities.lexicon import (
    FRACTIONS,
    HAN_DIGITS,
    HAN_FORMAL_ONLY,
    HAN_UNITS,
    SCALES,
    TENS,
    UNITS,
    VULGAR,
)
from wpextract.quantities.tokens import Token

ONE = Decimal(1)
_HAN_PIECE = re.compile(r"\d[\d,]*(?:\.\d+)?|.")
_MAX_ITEMS = 48


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed, from token `first` to before token `after`; `low`/`high` include `scale`.

    `exponent`: power of ten of the last printed digit before the scale. `digits`: the digits alone, as printed.
    `implicit`: a bare word of scale (千, 万) that names an order of magnitude rather than a number.
    """

    first: int
    after: int
    low: Decimal
    high: Decimal
    exponent: int
    scale: Decimal
    digits: str
    spelled: bool
    fuzzy: bool = False
    implicit: bool = False
    fraction: bool = False
    grouped: bool = False
    scaled: bool = False


def read_numeral(tokens: Sequence[Token], i: int) -> Numeral | None:
    """The longest number that begins at token `i`."""
    token = tokens[i]
    if token.kind == t.NUMBER:
        return _han_mixed(tokens, i) or _digits(tokens, i)
    if token.kind == t.HAN_NUMERAL or (token.kind == t.HAN and token.text in ("几", "数")):
        return _han_mixed(tokens, i)
    if token.kind == t.WORD:
        return _english(tokens, i)
    if token.kind == t.VULGAR:
        over, under = VULGAR.get(token.text, (0, 1))
        return _fraction(i, i + 1, Decimal(over) / under, token.text) if over else None
    return None


def _fraction(first: int, after: int, value: Decimal, digits: str, spelled: bool = False) -> Numeral:
    return Numeral(first, after, value, value, -6, ONE, digits, spelled, fraction=True)


def printed(text: str) -> tuple[Decimal, int]:
    """Value and exponent of well-formed digits: "1,509.50" -> 1509.50, -2."""
    plain = text.replace(",", "").replace("\u2009", "").replace(" ", "")
    point = plain.find(".")
    return Decimal(plain), (point + 1 - len(plain) if point >= 0 else 0)


def touching(tokens: Sequence[Token], i: int) -> bool:
    """Does token `i` stand right behind the one before it?"""
    return 0 < i < len(tokens) and tokens[i].start == tokens[i - 1].end


# ---------------------------------------------------------------- digits
def _digits(tokens: Sequence[Token], i: int) -> Numeral:
    value, exponent = printed(tokens[i].text)
    text, grouped, size = tokens[i].text, any(c in tokens[i].text for c in ", \u2009"), len(tokens)
    # 2 1/4, 1/40
    if exponent == 0:
        k = i
        if i + 3 < size and tokens[i + 1].kind == t.NUMBER and not touching(tokens, i + 1):
            k = i + 1
        if k + 2 < size and tokens[k + 1].text == "/" and tokens[k + 2].kind == t.NUMBER:
            over, under = tokens[k].text, tokens[k + 2].text
            third = tokens[k + 3].text if k + 3 < size else ""
            tight = touching(tokens, k + 1) == touching(tokens, k + 2)
            if (
                over.isdigit()
                and under.isdigit()
                and len(over) <= 3
                and len(under) <= 4
                and tight
                and third not in ("/", "-")
            ):
                below = Decimal(under)
                if below > 1 and not under.startswith("0") and (k == i or Decimal(over) < below):
                    whole = value if k == i + 1 else Decimal(0)
                    return _fraction(
                        i,
                        k + 3,
                        whole + Decimal(over) / below,
                        f"{text} {over}/{under}" if k > i else f"{over}/{under}",
                    )
        if i + 1 < size and tokens[i + 1].kind == t.VULGAR:
            over_, under_ = VULGAR.get(tokens[i + 1].text, (0, 1))
            return _fraction(i, i + 2, value + Decimal(over_) / under_, text + tokens[i + 1].text)
    # 3 hundred and 21, 4 thousand 3 hundred and 21
    if i + 1 < size and tokens[i + 1].low in ("hundred", "thousand"):
        scale = SCALES[tokens[i + 1].low]
        k = i + 2
        joined = k < size and tokens[k].low == "and"
        k += joined
        if k < size and tokens[k].kind in (t.NUMBER, t.WORD):
            rest = _digits(tokens, k) if tokens[k].kind == t.NUMBER else _english(tokens, k)
            follows = tokens[rest.after].low if rest is not None and rest.after < size else ""
            if (
                rest is not None
                and not rest.fraction
                and rest.low < scale
                and follows not in SCALES
                and rest.exponent == 0
                and (rest.scaled or scale == 100)
                and (joined or rest.scaled)
            ):
                total = value * scale + rest.low
                return Numeral(i, rest.after, total, total, 0, ONE, f"{text} {rest.digits}", False, scaled=True)
    return Numeral(i, i + 1, value, value, exponent, ONE, text, False, grouped=grouped)


# ---------------------------------------------------------------- English words
def _english(tokens: Sequence[Token], i: int) -> Numeral | None:
    """A number in words: sums below each scale word, the scales in falling order; fractions and "point" too."""
    low = tokens[i].low
    if low not in _ENGLISH_STARTS:
        return None
    size, k = len(tokens), i
    total = current = Decimal(0)
    state = ""  # what was read last: unit, tens, hundred, scale
    last_scale: Decimal | None = None
    exponent, after = 0, i
    words = 0
    if low in ("a", "an", "half", "quarter"):
        return _english_article(tokens, i)
    while k < size and words < _MAX_ITEMS:
        token = tokens[k]
        word = token.low
        if (
            token.kind == t.SIGN
            and word == "-"
            and state == "tens"
            and k + 1 < size
            and 0 < UNITS.get(tokens[k + 1].low, 0) < 10
        ):
            k += 1
            continue
        if (
            token.kind == t.SIGN
            and word in (",", "&")
            and state in ("scale", "hundred")
            and k + 1 < size
            and _is_number_word(tokens[k + 1])
            and (word == "&" or last_scale is None or last_scale > 1000)
        ):
            if word == "," and not _sum_goes_on(tokens, k + 1, last_scale, state):
                break
            k += 1
            continue
        if word == "and" and state in ("scale", "hundred") and k + 1 < size:
            following = tokens[k + 1].low
            if following == "a" and k + 2 < size and tokens[k + 2].low in ("half", "quarter"):
                return _and_a_half(tokens, i, k + 2, total + current, last_scale)
            if following in UNITS or following in TENS or (following in ("a", "half") and state == "scale"):
                if not _sum_goes_on(tokens, k + 1, last_scale, state):
                    break
                if following == "half":
                    break
                k += 1
                continue
            break
        if word == "and" and state in ("unit", "tens") and k + 2 < size and tokens[k + 1].low == "a":
            if tokens[k + 2].low in ("half", "quarter"):
                return _and_a_half(tokens, i, k + 2, total + current, None)
            break
        if word in UNITS:
            if state == "unit" or (state == "tens" and not 0 < UNITS[word] < 10):
                break
            current += UNITS[word]
            state = "unit" if UNITS[word] < 10 or state != "tens" else "unit"
        elif word in TENS:
            if state in ("unit", "tens"):
                break
            current += TENS[word]
            state = "tens"
        elif word in ("hundred", "hundreds"):
            if state not in ("unit", "tens"):
                break
            current *= 100
            state = "hundred"
        elif word in SCALES:
            scale = SCALES[word]
            if state in ("", "scale") and not current:
                if state == "scale" and last_scale is not None:  # hundred thousand million
                    total *= scale
                    last_scale = scale
                    k += 1
                    after = k
                    continue
                break
            if last_scale is not None and scale >= last_scale:
                break
            total += current * scale
            current, last_scale, state = Decimal(0), scale, "scale"
        elif (
            word == "point"
            and k + 1 < size
            and (tokens[k + 1].low in UNITS or tokens[k + 1].low in TENS or tokens[k + 1].low == "o")
        ):
            return _spoken_decimal(tokens, i, k + 1, total + current)
        elif word in FRACTIONS and state in ("unit", "tens") and last_scale is None and word not in ("second",):
            over = total + current
            plural = word.endswith("s") or word == "halves"
            if (over == 1) != plural and over < FRACTIONS[word] * 4 and over > 0:
                return _fraction(i, k + 1, over / FRACTIONS[word], _words(tokens, i, k + 1), spelled=True)
            break
        elif (
            token.kind == t.SIGN
            and word == "-"
            and state in ("unit", "tens")
            and k + 1 < size
            and tokens[k + 1].low in FRACTIONS
        ):
            k += 1
            continue
        else:
            break
        words += 1
        k += 1
        after = k
    if after == i:
        return None
    value = total + current
    scale_ = last_scale if last_scale is not None and not current and value % last_scale == 0 else ONE
    return Numeral(
        i,
        after,
        value,
        value,
        exponent,
        scale_,
        _words(tokens, i, after),
        True,
        scaled=last_scale is not None or "hundred" in state,
    )


_ENGLISH_STARTS = frozenset(UNITS) | frozenset(TENS) | {"a", "an", "half", "quarter"}


def _is_number_word(token: Token) -> bool:
    return token.low in UNITS or token.low in TENS


def _sum_goes_on(tokens: Sequence[Token], k: int, scale: Decimal | None, state: str) -> bool:
    """Is what follows "and" a smaller part of the same number (not the next number of a list)?"""
    if scale is None:
        return True
    size = len(tokens)
    j = k
    while j < size and (
        tokens[j].low in UNITS or tokens[j].low in TENS or tokens[j].low in ("a", "half", "-", "hundred")
    ):
        j += 1
    return not (j < size and tokens[j].low in SCALES and SCALES[tokens[j].low] >= scale and SCALES[tokens[j].low] > 100)


def _words(tokens: Sequence[Token], i: int, after: int) -> str:
    return " ".join(token.text for token in tokens[i:after])


def _english_article(tokens: Sequence[Token], i: int) -> Numeral | None:
    """A hundred, a million and one, half a million, a half, a quarter million."""
    size = len(tokens)
    low = tokens[i].low
    j = i + 1
    if low in ("a", "an") and j < size:
        if tokens[j].low in SCALES and not tokens[j].low.endswith("s"):
            scale = SCALES[tokens[j].low]
            k, value = j + 1, scale
            while k < size and tokens[k].low in SCALES and SCALES[tokens[k].low] > scale:
                value *= SCALES[tokens[k].low]
                k += 1
            if (
                k + 1 < size
                and tokens[k].low == "and"
                and _is_number_word(tokens[k + 1])
                and _sum_goes_on(tokens, k + 1, scale, "scale")
            ):
                rest = _english(tokens, k + 1)
                if rest is not None and rest.low < scale and not rest.fraction:
                    return Numeral(
                        i,
                        rest.after,
                        value + rest.low,
                        value + rest.low,
                        0,
                        ONE,
                        _words(tokens, i, rest.after),
                        True,
                        scaled=True,
                    )
            return Numeral(i, k, value, value, 0, ONE, _words(tokens, i, k), True, scaled=True)
        if tokens[j].low in ("half", "quarter"):
            low, j = tokens[j].low, j + 1
        elif tokens[j].low in ("third", "fifth") and j + 1 < size and tokens[j + 1].low == "of":
            return _fraction(i, j + 1, ONE / FRACTIONS[tokens[j].low], _words(tokens, i, j + 1), spelled=True)
        else:
            return None
    if low not in ("half", "quarter"):
        return None
    part = ONE / FRACTIONS[low]
    k = j
    if k + 1 < size and tokens[k].low in ("a", "of") and tokens[k + 1].low in SCALES:
        k += 1
    elif (
        k + 1 < size
        and tokens[k].low == "of"
        and tokens[k + 1].low == "a"
        and k + 2 < size
        and tokens[k + 2].low in SCALES
    ):
        k += 2
    if k < size and tokens[k].low in SCALES:
        value = part * SCALES[tokens[k].low]
        return Numeral(i, k + 1, value, value, 0, ONE, _words(tokens, i, k + 1), True, scaled=True)
    if tokens[i].low in ("a", "an") or low == "half":
        return _fraction(i, j, part, _words(tokens, i, j), spelled=True)
    return None


def _and_a_half(tokens: Sequence[Token], i: int, half: int, value: Decimal, last: Decimal | None) -> Numeral:
    """Two and a half (million); one billion and a half million."""
    after = half + 1
    part = ONE / FRACTIONS[tokens[half].low]
    scale = SCALES.get(tokens[after].low) if after < len(tokens) else None
    if scale is not None:
        after += 1
        total = value + part * scale if last is not None and scale < last else (value + part) * scale
    else:
        total = value + part * (last or ONE)
    return Numeral(
        i, after, total, total, -1, ONE, _words(tokens, i, after), True, scaled=scale is not None or last is not None
    )


def _spoken_decimal(tokens: Sequence[Token], i: int, k: int, whole: Decimal) -> Numeral:
    """One point four three six (billion), eighteen point five o."""
    digits = ""
    size = len(tokens)
    while k < size and len(digits) < _MAX_ITEMS:
        low = tokens[k].low
        if low in UNITS and UNITS[low] < 10:
            digits += str(UNITS[low])
        elif low in ("o", "oh"):
            digits += "0"
        elif low in TENS:
            tail = UNITS.get(tokens[k + 1].low, 0) if k + 1 < size else 0
            digits += str(TENS[low] + (tail if 0 < tail < 10 else 0))
            k += 0 < tail < 10
        elif low in UNITS:
            digits += str(UNITS[low])
        else:
            break
        k += 1
    value = whole + Decimal(f"0.{digits}")
    scale = ONE
    while k < size and tokens[k].low in SCALES:
        scale *= SCALES[tokens[k].low]
        k += 1
    return Numeral(
        i, k, value * scale, value * scale, -len(digits), scale, _words(tokens, i, k), True, scaled=scale != 1
    )


# ---------------------------------------------------------------- Chinese
def _han_mixed(tokens: Sequence[Token], i: int) -> Numeral | None:
    """A Chinese numeral, digits among it (2.72亿, 3万4000, 1千零1), spaces between its characters, 点, 多 and 几 inside."""
    size = len(tokens)
    pieces: list[str] = []
    j, has_unit, point = i, False, False
    after = i
    fuzzy = ""
    while j < size and len(pieces) < _MAX_ITEMS:
        token = tokens[j]
        gap = token.start - tokens[j - 1].end if j > i else 0
        if gap > 2:
            break
        if token.kind == t.NUMBER:
            if j > i and (not pieces or pieces[-1] not in HAN_UNITS and pieces[-1] != "零" or point):
                break
            if (
                j > i
                and gap
                and (j + 1 >= size or tokens[j + 1].kind != t.HAN_NUMERAL or tokens[j + 1].text[0] not in HAN_UNITS)
            ):
                break
            if j > i and not _smaller(token.text, pieces):
                break
            pieces.append(token.text)
        elif token.kind == t.HAN_NUMERAL:
            if i == j and len(token.text) > _MAX_ITEMS:
                return None
            if j == i + 1 and tokens[i].kind == t.NUMBER and token.text[0] not in HAN_UNITS:
                break
            if gap and j > i and tokens[i].kind != t.NUMBER and not _joins(pieces[-1], token.text[0]):
                break
            pieces.extend(token.text)
            has_unit = has_unit or any(c in HAN_UNITS for c in token.text)
        elif (
            token.text == "点"
            and pieces
            and not point
            and tokens[i].kind != t.NUMBER
            and j + 1 < size
            and tokens[j + 1].kind == t.HAN_NUMERAL
            and tokens[j + 1].text[0] in HAN_DIGITS
        ):
            pieces.append(".")
            point = True
        elif (
            (
                token.text in ("多", "余", "几", "数")
                and (pieces or token.text in ("几", "数"))
                and j + 1 < size
                and tokens[j + 1].kind == t.HAN_NUMERAL
                and tokens[j + 1].text[0] in HAN_UNITS
                and tokens[j + 1].start - token.end <= 1
            )
            or token.text in ("几",)
            and pieces
            and pieces[-1] in ("十", "百", "零", "千")
            and gap == 0
        ):
            pieces.append(token.text)
            fuzzy = token.text
        else:
            break
        j += 1
        after = j
    if not pieces or (len(pieces) == 1 and tokens[i].kind == t.NUMBER):
        return None
    text = "".join(pieces)
    if (
        tokens[i].kind != t.NUMBER
        and all(c in HAN_FORMAL_ONLY for c in text)
        and (i == 0 or tokens[i - 1].low[-1:] != "之")
    ):
        return None
    return _han_value(pieces, i, after, bool(fuzzy))


def _smaller(digits: str, pieces: list[str]) -> bool:
    """3万4000: digits after a unit must be below it."""
    unit = HAN_UNITS.get(pieces[-1])
    if unit is None:  # after 零
        return True
    value, exponent = printed(digits)
    return exponent == 0 and value < unit


def _joins(before: str, char: str) -> bool:
    """Do numerals with a space between them belong together (一百 五 十 二)?"""
    return before in HAN_UNITS or char in HAN_UNITS or before == "."


def _han_value(pieces: list[str], first: int, after: int, fuzzy: bool) -> Numeral | None:
    """Value of a Chinese numeral. Two digits side by side are a range (三五百); 几 and 数 stand for one to ten."""
    text = "".join(pieces)
    whole, _, decimals = text.partition(".") if pieces[0] not in (".",) and "." in pieces else (text, "", "")
    if decimals:
        return _han_decimal(pieces, first, after)
    if len(pieces) >= 3 and all(p in HAN_DIGITS for p in pieces):  # 二零二四
        number = "".join(str(HAN_DIGITS[p]) for p in pieces)
        value = Decimal(number)
        return Numeral(first, after, value, value, 0, ONE, text, True)
    low: list[str | int | Decimal] = []
    high: list[str | int | Decimal] = []
    twin = False
    exponent = 0
    k = 0
    while k < len(pieces):
        piece = pieces[k]
        following = pieces[k + 1] if k + 1 < len(pieces) else ""
        if piece in HAN_DIGITS and following in HAN_DIGITS and HAN_DIGITS[piece] > 0:
            a, b = HAN_DIGITS[piece], HAN_DIGITS[following]
            if (b == a + 1 or (a, b) == (3, 5)) and not twin:
                low.append(a)
                high.append(b)
                twin = True
                k += 2
                continue
            return None
        if piece in HAN_DIGITS:
            value_ = HAN_DIGITS[piece]
            low.append(value_ if value_ else "零")
            high.append(low[-1])
        elif piece in ("几", "数"):
            before_unit = following in HAN_UNITS and (
                not low or low[-1] in ("零",) or HAN_UNITS.get(following, 0) < 10**4
            )
            if before_unit and not low:
                low.append(1)
                high.append(10)
            elif before_unit:
                low.append(Decimal(0))
                high.append(Decimal(0))
            else:
                low.append(Decimal(0))
                high.append(Decimal(10) if low and len(low) > 1 else Decimal(10))
        elif piece in ("多", "余"):
            pass
        elif piece in HAN_UNITS:
            low.append("u" + str(HAN_UNITS[piece]))
            high.append(low[-1])
        else:
            number, exponent = printed(piece)
            low.append(number)
            high.append(number)
        k += 1
    implicit = isinstance(low[0], str) and low[0] != "零" and low[0] != "u10" and pieces[0] not in ("拾", "几", "数")
    bottom, top = _evaluate(low), _evaluate(high)
    if bottom is None or top is None:
        return None
    ranged = twin or (fuzzy and any(p in ("几", "数") for p in pieces))
    arabic = pieces[0][0].isdigit() and all(p in HAN_UNITS or p in ("多", "余", "几") for p in pieces[1:])
    scale = ONE
    if arabic:
        for piece in pieces[1:]:
            scale *= HAN_UNITS.get(piece, 1)
    else:
        trailing = _trailing_scale(pieces)
        scale, exponent = trailing, 0
    spelled = not any(p[0].isdigit() for p in pieces)
    digits = pieces[0] if arabic else text
    return Numeral(
        first,
        after,
        bottom,
        top if ranged else bottom,
        exponent,
        scale,
        digits,
        spelled,
        fuzzy=fuzzy,
        implicit=implicit and len(pieces) >= 1 and not (len(pieces) > 1 and pieces[1] in HAN_DIGITS),
        grouped="," in pieces[0],
        scaled=any(p in HAN_UNITS and HAN_UNITS[p] >= 100 for p in pieces),
    )


def _trailing_scale(pieces: list[str]) -> Decimal:
    """The factor of the units that end a numeral: 两千万 -> 10000000, 一百五十 -> 10."""
    scale = ONE
    for piece in reversed(pieces):
        if piece not in HAN_UNITS:
            break
        scale *= HAN_UNITS[piece]
    return scale


def _han_decimal(pieces: list[str], first: int, after: int) -> Numeral | None:
    """二点五, 二十点一万: digits after the point, then perhaps units."""
    at = pieces.index(".")
    whole = _han_value(pieces[:at], first, after, False)
    tail = pieces[at + 1 :]
    k = 0
    while k < len(tail) and tail[k] in HAN_DIGITS:
        k += 1
    units = tail[k:]
    if whole is None or k == 0 or any(u not in HAN_UNITS for u in units):
        return None
    fraction = "".join(str(HAN_DIGITS[d]) for d in tail[:k])
    scale = ONE
    for unit in units:
        scale *= HAN_UNITS[unit]
    value = (whole.low + Decimal(f"0.{fraction}")) * scale
    return Numeral(first, after, value, value, -k, scale, "".join(pieces), True, scaled=bool(units) or whole.scaled)


def _evaluate(items: list[str | int | Decimal]) -> Decimal | None:
    """Sums digits times units: a unit multiplies everything smaller that stands before it."""
    parts: list[Decimal] = []
    digit: Decimal | None = None
    last_unit, zero, from_digits = Decimal(0), False, False
    for item in items:
        if item == "零":
            if digit is not None:
                parts.append(digit)
                digit = None
            zero = True
        elif isinstance(item, str):
            unit = Decimal(item[1:])
            below = digit
            if unit >= 10**4:
                while parts and parts[-1] < unit:
                    below = parts.pop() + (below or 0)
            elif parts and parts[-1] < unit:
                if digit is not None:
                    return None
                below = parts.pop()
            parts.append((below if below is not None else ONE) * unit)
            digit, last_unit, zero = None, unit, False
        else:
            if digit is not None:
                return None
            digit = Decimal(item)
            from_digits = isinstance(item, Decimal)
    if digit is not None:
        if last_unit >= 100 and not zero and not from_digits and parts:
            digit *= last_unit / 10
        parts.append(digit)
    if not parts:
        return Decimal(0) if zero else None
    total = sum(parts, Decimal(0))
    return total if total < Decimal(10) ** 27 else None

"""Numbers in English words: sums below falling scale words, fractions, "point" and "and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wpextract.quantities import tokens as t
from wpextract.quantities.lexicon import FRACTIONS, SCALES, TENS, UNITS
from wpextract.quantities.numeral import MAX_WORDS, ONE, Numeral, fraction_of_one
from wpextract.quantities.tokens import Token


def read_english(tokens: Sequence[Token], i: int) -> Numeral | None:
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
    while k < size and words < MAX_WORDS:
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
                return fraction_of_one(i, k + 1, over / FRACTIONS[word], _words(tokens, i, k + 1), spelled=True)
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
    size, j = len(tokens), k
    while j < size and (tokens[j].low in UNITS or tokens[j].low in TENS or tokens[j].low in ("a", "half", "-")):
        j += 1
    following = SCALES.get(tokens[j].low) if j < size else None
    if state == "hundred" and following == 100:  # 3 hundred and 2 hundred
        return False
    if following == 100:
        following = SCALES.get(tokens[j + 1].low) if j + 1 < size else None
    return following is None or scale is None or following < scale


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
                rest = read_english(tokens, k + 1)
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
            return fraction_of_one(i, j + 1, ONE / FRACTIONS[tokens[j].low], _words(tokens, i, j + 1), spelled=True)
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
        return fraction_of_one(i, j, part, _words(tokens, i, j), spelled=True)
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
    while k < size and len(digits) < MAX_WORDS:
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

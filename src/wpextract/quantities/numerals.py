"""Reads one number from tokens, whatever it is written in: digits here, words in `english` and `chinese`.

Units, currencies and ranges written with a dash belong to the grammar.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wpextract.quantities import tokens as t
from wpextract.quantities.chinese import read_chinese
from wpextract.quantities.english import read_english
from wpextract.quantities.lexicon import SCALES, VULGAR
from wpextract.quantities.numeral import ONE, Numeral, fraction_of_one, printed, touching
from wpextract.quantities.tokens import Token

__all__ = ["ONE", "Numeral", "printed", "read_numeral", "touching"]


def read_numeral(tokens: Sequence[Token], i: int) -> Numeral | None:
    """The longest number that begins at token `i`."""
    token = tokens[i]
    if token.kind == t.NUMBER:
        han = i + 1 < len(tokens) and tokens[i + 1].kind in (t.HAN_NUMERAL, t.HAN)
        return (read_chinese(tokens, i) if han else None) or _digits(tokens, i)
    if token.kind == t.HAN_NUMERAL or (token.kind == t.HAN and token.text in ("几", "数")):
        return read_chinese(tokens, i)
    if token.kind == t.WORD:
        return read_english(tokens, i)
    if token.kind == t.VULGAR:
        over, under = VULGAR.get(token.text, (0, 1))
        return fraction_of_one(i, i + 1, Decimal(over) / under, token.text) if over else None
    return None


def _digits(tokens: Sequence[Token], i: int) -> Numeral:
    text, size = tokens[i].text, len(tokens)
    value, exponent = printed(text)
    grouped = "," in text or " " in text or "\u2009" in text
    power = _power_of_ten(tokens, i)
    if power is not None:
        shift, after = power
        value = value.scaleb(shift)
        return Numeral(i, after, value, value, exponent + shift, ONE, text, False, grouped=grouped)
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
                    return fraction_of_one(
                        i,
                        k + 3,
                        whole + Decimal(over) / below,
                        f"{text} {over}/{under}" if k > i else f"{over}/{under}",
                    )
        if i + 1 < size and tokens[i + 1].kind == t.VULGAR:
            over_, under_ = VULGAR.get(tokens[i + 1].text, (0, 1))
            return fraction_of_one(i, i + 2, value + Decimal(over_) / under_, text + tokens[i + 1].text)
    # 3 hundred and 21, 4 thousand 3 hundred and 21
    if i + 1 < size and tokens[i + 1].low in ("hundred", "thousand"):
        scale = SCALES[tokens[i + 1].low]
        k = i + 2
        joined = k < size and tokens[k].low == "and"
        k += joined
        if k < size and tokens[k].kind in (t.NUMBER, t.WORD):
            rest = _digits(tokens, k) if tokens[k].kind == t.NUMBER else read_english(tokens, k)
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


def _power_of_ten(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """1.5e9, 2E-3, 3×10^6: the power of ten behind a number and the next token."""
    j, size = i + 1, len(tokens)
    if j >= size:
        return None
    if tokens[j].low == "e" and touching(tokens, j):
        j += 1
    elif (
        tokens[j].text in ("×", "x", "*") and j + 2 < size and tokens[j + 1].text == "10" and tokens[j + 2].text == "^"
    ):
        j += 3
    else:
        return None
    negative = j < size and tokens[j].text == "-" and touching(tokens, j)
    j += negative or (j < size and tokens[j].text == "+" and touching(tokens, j))
    if j >= size or tokens[j].kind != t.NUMBER or not tokens[j].text.isdigit() or not touching(tokens, j):
        return None
    shift = int(tokens[j].text) if len(tokens[j].text) <= 2 else 99
    return ((-shift if negative else shift), j + 1) if shift <= 24 else None

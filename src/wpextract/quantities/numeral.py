"""What one number is, as printed, whoever reads it: digits, English words or Chinese numerals."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from wpextract.quantities.tokens import Token

ONE = Decimal(1)
MAX_WORDS = 48  # no number is longer, in words or Chinese characters


class Numeral(NamedTuple):
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


def fraction_of_one(first: int, after: int, value: Decimal, digits: str, spelled: bool = False) -> Numeral:
    return Numeral(first, after, value, value, -6, ONE, digits, spelled, fraction=True)


def printed(text: str) -> tuple[Decimal, int]:
    """Value and exponent of well-formed digits: "1,509.50" -> 1509.50, -2."""
    if text.isdigit():
        return Decimal(text), 0
    plain = text.replace(",", "").replace("\u2009", "").replace(" ", "")
    point = plain.find(".")
    return Decimal(plain), (point + 1 - len(plain) if point >= 0 else 0)


def touching(tokens: Sequence[Token], i: int) -> bool:
    """Does token `i` stand right behind the one before it?"""
    return 0 < i < len(tokens) and tokens[i].start == tokens[i - 1].end

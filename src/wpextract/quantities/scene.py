"""What the grammar reads from: the tokens of a stretch of text with what periods and names have claimed of it.

`Term` is one number with what belongs to it. The rules that build terms are in `money`, `measures` and `ranges`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from wpextract.quantities import lexicon
from wpextract.quantities import tokens as t
from wpextract.quantities.model import Comparator, Kind
from wpextract.quantities.numerals import Numeral, touching
from wpextract.quantities.tokens import Token

# A number and its unit are at most this many characters apart.
MAX_GAP = 4
WORD_STARTS = frozenset(lexicon.UNITS) | frozenset(lexicon.TENS) | {"a", "an", "half", "quarter"}


@dataclass(frozen=True, slots=True)
class Scene:
    """Tokens with their lower-case forms; `blocked` are those of dates and names, `dated` those of dates alone.

    `bare`: numbers in words that nothing qualifies count too. `china`: the text speaks of China or its money.
    """

    text: str
    folded: str
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    blocked: frozenset[int]
    dated: frozenset[int]
    language: str
    china: bool
    bare: bool
    size: int


class Term(NamedTuple):
    """One number with what belongs to it, over tokens `[first, after)`.

    `factor` is what scale words behind the number and the unit (cents, 成) multiply it by; `added` a minor unit's
    amount (five dollars *ten cents*). `measured`: a unit, currency or percent stands behind it; `prefixed`: a
    currency before it; `scaled`: a word of scale is printed.
    """

    first: int
    after: int
    numeral: Numeral
    sign: int
    kind: Kind
    unit: str
    currency: str | None
    factor: Decimal
    prefixed: bool
    measured: bool
    scaled: bool
    denominator: str | None = None
    noun: str | None = None
    comparator: Comparator | None = None
    added: Decimal = Decimal(0)

    @property
    def low(self) -> Decimal:
        return (self.numeral.low * self.factor + self.added) * self.sign

    @property
    def high(self) -> Decimal:
        return (self.numeral.high * self.factor + self.added) * self.sign


def text_at(s: Scene, i: int) -> str:
    if not 0 <= i < s.size:
        return ""
    return s.tokens[i].text


def hyphen(s: Scene, j: int) -> int:
    """27-kilometer, 12-cent: skips a hyphen that ties a unit to its number."""
    if (
        text_at(s, j) == "-"
        and touching(s.tokens, j)
        and j + 1 < s.size
        and touching(s.tokens, j + 1)
        and s.tokens[j + 1].kind == t.WORD
    ):
        return j + 1
    return j


def counted_noun(s: Scene, j: int) -> tuple[str | None, int]:
    """The counted noun: the first plural within the noun phrase that follows ("large models", "lines of code")."""
    for k in range(j, min(j + 6, s.size)):
        token = s.tokens[k]
        if k in s.blocked or token.kind != t.WORD:
            if token.text in ("-", "&", "/") and k > j:
                continue
            return None, j
        low = token.low
        if low in lexicon.NOUN_STOPS or low.endswith("ed") and k == j:
            return None, j
        if lexicon.is_plural(low):
            if (
                s.lows[k + 1 : k + 2] == ("of",)
                and k + 2 < s.size
                and s.tokens[k + 2].kind == t.WORD
                and low in ("lines", "pieces", "sets", "pairs", "tons")
            ):
                return f"{low} of {s.tokens[k + 2].text}", k + 3
            return token.text, k + 1
    return None, j

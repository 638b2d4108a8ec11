"""What a rate is counted per where that is a number of things: per 100 kg, per 1,000 households, 每万人, /百公里."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wpextract.quantities import lexicon, units
from wpextract.quantities import tokens as t
from wpextract.quantities.lexicon import SCALES
from wpextract.quantities.numerals import ONE, printed, touching
from wpextract.quantities.tokens import Token

_MAX_WORDS = 3
_ROUND = 100


def base_at(tokens: Sequence[Token], k: int) -> tuple[str, int] | None:
    """The number of things that begins at token `k` ("100 kg", "1000 households") and the next token.

    Of things that are only counted it is a round number: one charger per 8 cars tells how many cars there are.
    """
    value, j = ONE, k
    if j < len(tokens) and tokens[j].kind == t.NUMBER:
        value, j = printed(tokens[j].text)[0], j + 1
    while j < len(tokens) and (factor := _scale(tokens[j])) is not None:
        value, j = value * factor, j + 1
    if j == k:
        return None
    noun, after, is_unit = _things(tokens, j)
    round_ = value >= _ROUND and value.normalize().as_tuple().digits == (1,)
    return (f"{value:f} {noun}".rstrip(), after) if round_ or is_unit else None


def _scale(token: Token) -> Decimal | None:
    if token.kind == t.HAN_NUMERAL and all(char in lexicon.HAN_UNITS for char in token.text):
        factor = ONE
        for char in token.text:
            factor *= lexicon.HAN_UNITS[char]
        return factor
    return SCALES.get(token.low)


def _things(tokens: Sequence[Token], j: int) -> tuple[str, int, bool]:
    """The unit or the noun phrase up to its plural at token `j` (empty: neither), the next token and whether it is a unit."""
    for length in range(min(_MAX_WORDS, len(tokens) - j), 0, -1):
        symbol = units.symbol_of(" ".join(token.text for token in tokens[j : j + length]))
        if symbol is not None:
            return symbol, j + length, True
    if j < len(tokens) and tokens[j].kind in (t.HAN, t.HAN_OTHER) and touching(tokens, j):
        return tokens[j].text[:2], j + 1, False
    for k in range(j, min(j + _MAX_WORDS, len(tokens))):
        if tokens[k].kind != t.WORD or tokens[k].low in lexicon.NOUN_STOPS:
            break
        if lexicon.is_plural(tokens[k].low):
            return " ".join(token.text for token in tokens[j : k + 1]), k + 1, False
    return "", j, False

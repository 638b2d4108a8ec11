"""Numbers in English words, by recursive descent.

number   := integer ["and" fraction | "point" digits] {scale} | fraction | article
integer  := group {scale} {[","|"and"] smaller group {scale}}
group    := below_hundred ["hundred" ["and"] [below_hundred]]
fraction := (below_hundred ordinal(s) | "a" ordinal) [["of"] ("a" | "one") before a percent word]
article  := "a" scale {scale} ["and" smaller integer] | ["a"] "half" ["a"|"of a"] [scale]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from wpextract.quantities.lexicon import FRACTIONS, SCALES, TENS, UNITS
from wpextract.quantities.numeral import MAX_WORDS, ONE, Numeral, fraction_of_one
from wpextract.quantities.tokens import Token

_STARTS = frozenset(UNITS) | frozenset(TENS) | {"a", "an", "half", "quarter"}
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Integer:
    """A whole number up to token `after`; `scale`: its last scale word if nothing was added behind it."""

    value: Decimal
    after: int
    scale: Decimal
    scaled: bool


def read_english(tokens: Sequence[Token], i: int) -> Numeral | None:
    """The longest number in words that begins at token `i`."""
    if tokens[i].low not in _STARTS:
        return None
    if tokens[i].low in ("a", "an", "half", "quarter"):
        return _article(tokens, i)
    fraction = _fraction(tokens, i)
    if fraction is not None:
        return _fraction_of_one(tokens, i, fraction[1], fraction[0])
    whole = _integer(tokens, i, None)
    if whole is None:
        return None
    following = _low(tokens, whole.after)
    if following == "point":
        spoken = _spoken_decimal(tokens, i, whole.after + 1, whole.value)
        if spoken is not None:
            return spoken
    if following == "and":
        mixed = _mixed(tokens, i, whole)
        if mixed is not None:
            return mixed
    return _numeral(tokens, i, whole.after, whole.value, whole.scale, whole.scaled)


def _low(tokens: Sequence[Token], k: int) -> str:
    return tokens[k].low if k < len(tokens) else ""


def _words(tokens: Sequence[Token], i: int, after: int) -> str:
    return " ".join(token.text for token in tokens[i:after])


def _numeral(tokens: Sequence[Token], i: int, after: int, value: Decimal, scale: Decimal, scaled: bool) -> Numeral:
    return Numeral(i, after, value, value, 0, scale, _words(tokens, i, after), True, scaled=scaled)


def _fraction_of_one(tokens: Sequence[Token], i: int, after: int, value: Decimal) -> Numeral:
    """A fraction, up to the percent word where it is one of a percent: half a percentage point, a quarter of one percent."""
    words, k = _words(tokens, i, after), after + (_low(tokens, after) == "of")
    if _low(tokens, k) in ("a", "one") and _low(tokens, k + 1) in ("percent", "percentage", "per"):
        after = k + 1
    return fraction_of_one(i, after, value, words, spelled=True)


def _below_hundred(tokens: Sequence[Token], k: int) -> tuple[int, int] | None:
    """twenty-one, seventeen, five: value and next token."""  # noqa: D403
    low = _low(tokens, k)
    if low in UNITS:
        return UNITS[low], k + 1
    if low not in TENS:
        return None
    j = k + 1 + (_low(tokens, k + 1) == "-")
    unit = UNITS.get(_low(tokens, j), 0)
    return (TENS[low] + unit, j + 1) if 0 < unit < 10 else (TENS[low], k + 1)


def _group(tokens: Sequence[Token], k: int) -> tuple[Decimal, int, bool] | None:
    """A number below a thousand (or "ninety nine hundred"): value, next token, whether "hundred" was said."""
    small = _below_hundred(tokens, k)
    if small is None:
        return None
    value, after = Decimal(small[0]), small[1]
    if _low(tokens, after) not in ("hundred", "hundreds"):
        return value, after, False
    value, after = value * 100, after + 1
    rest = _below_hundred(tokens, after + (_low(tokens, after) in ("and", "&")))
    if (
        rest is not None
        and rest[0]
        and _low(tokens, rest[1]) not in ("hundred", "hundreds")
        and not _ordinal(tokens, rest[1])
    ):
        return value + rest[0], rest[1], True
    return value, after, True


def _ordinal(tokens: Sequence[Token], k: int) -> bool:
    return _low(tokens, k) in FRACTIONS and _low(tokens, k) != "second"


def _integer(tokens: Sequence[Token], k: int, below: Decimal | None) -> _Integer | None:
    """Groups under falling scales; `below` bounds the first scale."""
    total, last, scaled, after = Decimal(0), below, False, k
    scale = ONE
    for count in range(MAX_WORDS):
        j = after
        if count:
            separator = _low(tokens, j)
            if separator in ("and", "&", ",") and (separator != "," or (last or ONE) > 1000):
                j += 1
            elif separator in ("and", "&", ","):
                break
        group = _group(tokens, j)
        if group is None:
            break
        value, end, hundred = group
        factor = ONE
        while _low(tokens, end) in SCALES:
            factor *= SCALES[_low(tokens, end)]
            end += 1
        size = value * factor if factor == 1 else factor
        if last is not None and size >= last or (count and last is None) or _ordinal(tokens, end):
            break
        total, after = total + value * factor, end
        scaled = scaled or hundred or factor > 1
        scale = factor if not count and not (value % 100 == 0 and factor == 1) else (_HUNDRED if not count else ONE)
        if not count and factor == 1 and not hundred:
            scale = ONE
        last = factor if factor > 1 else None
        if last is None:
            break
    return _Integer(total, after, scale, scaled) if after > k else None


def _fraction(tokens: Sequence[Token], k: int) -> tuple[Decimal, int] | None:
    """two thirds, five - eighths, one quarter: value and next token."""  # noqa: D403
    over = _below_hundred(tokens, k)
    if over is None or not over[0]:
        return None
    j = over[1] + (_low(tokens, over[1]) == "-")
    name = _low(tokens, j)
    if not _ordinal(tokens, j) or (over[0] == 1) == name.endswith("s") or over[0] >= FRACTIONS[name] * 4:
        return None
    return Decimal(over[0]) / FRACTIONS[name], j + 1


def _mixed(tokens: Sequence[Token], i: int, whole: _Integer) -> Numeral | None:
    """two and a half (million), three and two thirds, one billion and a half million."""  # noqa: D403
    j = whole.after + 1
    if _low(tokens, j) in ("a", "an", "one") and _ordinal(tokens, j + 1):
        part, after = ONE / FRACTIONS[_low(tokens, j + 1)], j + 2
    else:
        found = _fraction(tokens, j)
        if found is None:
            return None
        part, after = found
    scale = SCALES.get(_low(tokens, after))
    if scale is None:
        total = whole.value + part * (whole.scale if whole.scaled else ONE)
        return _numeral(tokens, i, after, total, ONE, whole.scaled)
    smaller = whole.scaled and scale < whole.scale
    total = whole.value + part * scale if smaller else (whole.value + part) * scale
    return _numeral(tokens, i, after + 1, total, ONE, True)


def _article(tokens: Sequence[Token], i: int) -> Numeral | None:
    """a hundred, a million and one, half a million, a half, a quarter million, a third of."""  # noqa: D403
    low, j = _low(tokens, i), i + 1
    if low in ("a", "an"):
        name = _low(tokens, j)
        if name in SCALES and not name.endswith("s"):
            return _article_scale(tokens, i, j)
        if not _ordinal(tokens, j) or name.endswith("s") or name == "halves":
            return None
        if name not in ("half", "quarter"):
            return _fraction_of_one(tokens, i, j + 1, ONE / FRACTIONS[name])
        low, j = name, j + 1
    part, k = ONE / FRACTIONS[low], j
    if _low(tokens, k) == "of" and _low(tokens, k + 1) == "a" and _low(tokens, k + 2) in SCALES:
        k += 2
    elif _low(tokens, k) in ("a", "of") and _low(tokens, k + 1) in SCALES:
        k += 1
    if _low(tokens, k) in SCALES:
        return _numeral(tokens, i, k + 1, part * SCALES[_low(tokens, k)], ONE, True)
    if j > i + 1 or low == "half":
        return _fraction_of_one(tokens, i, j, part)
    return None


def _article_scale(tokens: Sequence[Token], i: int, j: int) -> Numeral:
    value = scale = SCALES[_low(tokens, j)]
    k = j + 1
    while SCALES.get(_low(tokens, k), ONE) > scale:
        value *= SCALES[_low(tokens, k)]
        k += 1
    if _low(tokens, k) == "and":
        rest = _integer(tokens, k + 1, scale)
        if rest is not None and rest.value < scale:
            return _numeral(tokens, i, rest.after, value + rest.value, ONE, True)
        if _low(tokens, k + 1) in ("a", "one") and _low(tokens, k + 2) in ("half", "quarter"):
            return _numeral(tokens, i, k + 3, value + value / FRACTIONS[_low(tokens, k + 2)], ONE, True)
    return _numeral(tokens, i, k, value, value, True)


def _spoken_decimal(tokens: Sequence[Token], i: int, k: int, whole: Decimal) -> Numeral | None:
    """What follows "point": four three six (billion), five o, twenty five."""
    digits = ""
    while len(digits) < MAX_WORDS:
        low = _low(tokens, k)
        if low in ("o", "oh"):
            digits, k = digits + "0", k + 1
            continue
        small = _below_hundred(tokens, k)
        if small is None:
            break
        digits, k = digits + str(small[0]), small[1]
    if not digits:
        return None
    scale = ONE
    while _low(tokens, k) in SCALES:
        scale *= SCALES[_low(tokens, k)]
        k += 1
    value = (whole + Decimal(f"0.{digits}")) * scale
    return Numeral(i, k, value, value, -len(digits), scale, _words(tokens, i, k), True, scaled=scale != 1)

"""Chinese numerals and their mixtures with digits: 四亿五千万, 2.72亿, 3万4000, 三五百, 十余万, 二点五."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wpextract.quantities import tokens as t
from wpextract.quantities.lexicon import HAN_DIGITS, HAN_FORMAL_ONLY, HAN_UNITS
from wpextract.quantities.numeral import MAX_WORDS, ONE, Numeral, printed
from wpextract.quantities.tokens import Token


def read_chinese(tokens: Sequence[Token], i: int) -> Numeral | None:
    """A Chinese numeral, digits among it (2.72亿, 3万4000, 1千零1), spaces between its characters, 点, 多 and 几 inside."""
    size = len(tokens)
    pieces: list[str] = []
    j, has_unit, point = i, False, False
    after = i
    fuzzy = ""
    while j < size and len(pieces) < MAX_WORDS:
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
            if j > i and gap == 0 and token.text == "两" and tokens[j - 1].kind == t.HAN_NUMERAL:
                break  # 三十|两: the weight
            if i == j and len(token.text) > MAX_WORDS:
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
                token.text in ("多", "余", "来", "几", "数")
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
            digit = HAN_DIGITS[piece]
            low.append(digit if digit else "零")
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
                high.append(Decimal(10))
        elif piece in ("多", "余", "来"):
            pass
        elif piece in HAN_UNITS:
            low.append("u" + str(HAN_UNITS[piece]))
            high.append(low[-1])
        else:
            amount, exponent = printed(piece)
            low.append(amount)
            high.append(amount)
        k += 1
    implicit = isinstance(low[0], str) and low[0] != "零" and low[0] != "u10" and pieces[0] not in ("拾", "几", "数")
    bottom, top = _evaluate(low), _evaluate(high)
    if bottom is None or top is None:
        return None
    ranged = twin or (fuzzy and any(p in ("几", "数") for p in pieces))
    arabic = pieces[0][0].isdigit() and all(p in HAN_UNITS or p in ("多", "余", "来", "几") for p in pieces[1:])
    scale = ONE
    if arabic:
        for piece in pieces[1:]:
            scale *= HAN_UNITS.get(piece, 1)
        bottom = top = printed(pieces[0])[0] * scale
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

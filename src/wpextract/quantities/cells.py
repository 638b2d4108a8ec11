"""A lone number of a table cell, data label or axis tick, with the unit of its note unless it prints its own."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from wpextract.quantities.dashes import lost_dash
from wpextract.quantities.folding import fold
from wpextract.quantities.grammar import read
from wpextract.quantities.intervals import bounds, half_unit
from wpextract.quantities.model import Comparator, Quantity, UnitNote
from wpextract.quantities.numerals import printed

_MAX_CELL = 64
_NONE = re.compile(r"(?i)\s*(?:[-–~./*]{1,3}|n/?a\.?|n\.a\.|nil|nm|n/m|tbd|unch\.?|无|暂无|不适用|不详)?\s*")
# accounting brackets, sign, currency, digits, footnote marks
_PLAIN = re.compile(
    r"\s*(?P<cmp>[<>≤≥~≈]=?)?\s*(?P<pre>[-+])?\s*(?P<cur>(?:US|HK|A|C|NT|S|R)?\$|[€£¥₩₹])?\s*(?P<open>\()?\s*(?P<sign>[-+])?\s*(?P<cur2>(?:US|HK)?\$|[€£¥₩₹])?\s*"
    r"(?P<digits>\d{1,3}(?:[, \u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*(?P<inner>%)?\s*(?P<close>\))?\s*(?P<pct>%)?\s*(?P<plus>\+)?"
    r"\s*(?P<note>(?:\(\s*[0-9a-z]{1,2}\s*\)|\[\s*[0-9a-z]{1,2}\s*\]|[*†‡§#¹²³⁴⁵⁶⁷⁸⁹]{1,3}))?\s*"
)
_DASHED = re.compile(r"(?<!\S)–(?=[\d.$€£¥])")  # a dash that touches the only number of a cell is its minus
_RUN = re.compile(r"\d+\.\d+\.\d+|\d{1,3}(?:,\d{3})*,\d{4,6}(?:,\d{3})+")
_COMPARATORS: dict[str, Comparator] = {
    "<": "<",
    ">": ">",
    "≤": "<=",
    "≥": ">=",
    "<=": "<=",
    ">=": ">=",
    "~": "~",
    "≈": "~",
}
_CURRENCY = {
    "$": "USD",
    "US$": "USD",
    "HK$": "HKD",
    "A$": "AUD",
    "C$": "CAD",
    "NT$": "TWD",
    "S$": "SGD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "₩": "KRW",
    "₹": "INR",
}


def read_cell(text: str, note: UnitNote | None, default_currency: str | None = None) -> Quantity | None:
    """The quantity of a cell; None if the cell holds no lone number ("—", "n/a", words).

    Brackets are an accountant's minus. A percent sign, currency or scale in the cell outranks the note's, and its own
    unit without a scale keeps the note's scale only for the same unit. `default_currency` serves a note that scales
    money without naming it.
    """
    if len(text) > _MAX_CELL or _NONE.fullmatch(fold(text)):
        return None
    folded = _DASHED.sub("-", fold(text))
    match = _PLAIN.fullmatch(folded)
    if match is not None and bool(match["open"]) == bool(match["close"]):
        return _plain(text, match, note, default_currency)
    return _lost(text, folded, note, default_currency) or _worded(text, folded, note, default_currency)


def _lost(text: str, folded: str, note: UnitNote | None, default_currency: str | None) -> Quantity | None:
    """1,5001,800 or 6.26.6: digits that can only be two numbers whose dash is lost."""
    digits = folded.strip()
    if not _RUN.fullmatch(digits):
        return None
    ends = lost_dash(digits)
    if ends is None:
        return None
    exponent = printed(str(ends[1]))[1]
    start = text.index(text.strip())
    low, high = (
        _with_note(text, start, start + len(digits), end, exponent, str(end), "=", note, default_currency)
        for end in ends
    )
    return replace(
        high,
        value=None,
        value_low=low.value_low,
        bound_low=low.bound_low,
        value_as_printed=f"{ends[0]}–{ends[1]}",
        approximate_range=True,
    )


def _plain(text: str, match: re.Match[str], note: UnitNote | None, default_currency: str | None) -> Quantity:
    value, exponent = printed(match["digits"])
    sign = match["pre"] or match["sign"]
    if match["open"] or sign == "-":
        value = -value
    start = min(match.start(g) for g in ("pre", "cur", "open", "sign", "cur2", "digits") if match.start(g) >= 0)
    end = max(match.end(g) for g in ("digits", "close", "inner", "pct", "plus"))
    comparator: Comparator = ">=" if match["plus"] else _COMPARATORS.get(match["cmp"] or "", "=")
    currency = _CURRENCY.get(match["cur"] or match["cur2"] or "")
    if match["pct"] or match["inner"]:
        note = UnitNote("%", "percent", "%", None, Decimal(1))
    elif currency is not None:
        scale = note.scale if note is not None and note.kind in ("money", "count") else Decimal(1)
        if note is not None and note.currency and (match["cur"] or match["cur2"]) == "$":
            currency = note.currency
        note = UnitNote("", "money", currency, currency, scale, note.unit_denominator if note else None)
    return _with_note(text, start, end, value, exponent, match["digits"], comparator, note, default_currency)


def _with_note(
    text: str,
    start: int,
    end: int,
    value: Decimal,
    exponent: int,
    digits: str,
    comparator: Comparator,
    note: UnitNote | None,
    default_currency: str | None,
) -> Quantity:
    note = note or UnitNote("", "count", "1", None, Decimal(1))
    currency = note.currency
    kind, unit = note.kind, note.unit
    if currency is None and kind == "count" and note.scale != 1 and note.counted_noun is None and default_currency:
        currency, kind, unit = default_currency, "money", default_currency
    scaled = value * note.scale
    power = note.scale.normalize().as_tuple().exponent
    half = half_unit(exponent, note.scale)
    low, high = bounds(scaled, scaled, half, comparator)
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        kind=kind,
        value=scaled,
        value_low=scaled,
        value_high=scaled,
        bound_low=low,
        bound_high=high,
        decimals=-(exponent + (power if isinstance(power, int) else 0)),
        comparator=comparator,
        direction=None,
        unit=unit,
        unit_denominator=note.unit_denominator,
        counted_noun=note.counted_noun,
        currency=currency,
        value_as_printed=digits,
        unit_as_printed=note.text or None,
        scale=note.scale,
    )


def _worded(text: str, folded: str, note: UnitNote | None, default_currency: str | None) -> Quantity | None:
    """A cell with words: 2.72million, RMB 5bn, 70–75, 12.3亿元, 3.5x."""
    readings = read(text, "zh" if any("\u4e00" <= c <= "\u9fff" for c in text) else "en", False)
    found = [quantity for reading in readings for quantity in reading.quantities]
    if len(found) != 1:
        return None
    quantity = found[0]
    if any(c.isdigit() for c in folded[: quantity.start] + folded[quantity.end :]):
        rest = re.sub(r"\(\s*\d{1,2}\s*\)|\[\s*\d{1,2}\s*\]", "", folded[: quantity.start] + folded[quantity.end :])
        if any(c.isdigit() for c in rest):
            return None
    outside = folded[: quantity.start] + folded[quantity.end :]
    if sum(c.isalpha() for c in outside) > 24 or not any(c.isdigit() for c in quantity.text):
        return None
    bare = quantity.unit == "1" and quantity.currency is None and quantity.counted_noun is None
    if note is None or not bare:
        if (
            note is not None
            and quantity.scale == 1
            and quantity.currency is not None
            and note.currency in (quantity.currency, None)
            and note.kind in ("money", "count")
        ):
            return _scaled(quantity, note.scale)
        return quantity
    applied = replace(
        quantity,
        kind=note.kind,
        unit=note.unit,
        currency=note.currency,
        unit_denominator=note.unit_denominator,
        counted_noun=note.counted_noun,
    )
    if quantity.scale != 1:  # its own scale: 2.72million under "Unit: RMB"
        return applied
    if (
        note.currency is None
        and note.kind == "count"
        and note.scale != 1
        and note.counted_noun is None
        and default_currency
    ):
        applied = replace(applied, kind="money", unit=default_currency, currency=default_currency)
    return _scaled(applied, note.scale)


def _scaled(quantity: Quantity, scale: Decimal) -> Quantity:
    power = scale.normalize().as_tuple().exponent

    def times(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * scale

    return replace(
        quantity,
        value=times(quantity.value),
        value_low=quantity.value_low * scale,
        value_high=quantity.value_high * scale,
        bound_low=times(quantity.bound_low),
        bound_high=times(quantity.bound_high),
        decimals=None if quantity.decimals is None else quantity.decimals - (power if isinstance(power, int) else 0),
        scale=quantity.scale * scale,
    )

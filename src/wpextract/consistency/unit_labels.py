"""Unit labels as a page would print them: a scale with its currency, noun or physical unit, in the label's language."""

from __future__ import annotations

import re
from decimal import Decimal

from wpextract.facts.model import Fact

_ENGLISH = {
    0: "",
    3: "thousand",
    4: "10 thousand",
    6: "million",
    7: "10 million",
    8: "100 million",
    9: "billion",
    12: "trillion",
}
_CHINESE = {0: "", 3: "千", 4: "万", 6: "百万", 7: "千万", 8: "亿", 9: "十亿", 12: "万亿"}
SCALES = frozenset(_ENGLISH) | frozenset(_CHINESE)  # powers of ten that labels have words for
_ENGLISH_WORDS = {**_ENGLISH, 5: "100 thousand", 10: "10 billion", 11: "100 billion"}  # to tell what no label says
_CHINESE_WORDS = {**_CHINESE, 5: "十万", 10: "百亿", 11: "千亿"}
_MONEY = {
    "CNY": ("RMB", "元"),
    "USD": ("USD", "美元"),
    "EUR": ("EUR", "欧元"),
    "JPY": ("JPY", "日元"),
    "HKD": ("HKD", "港元"),
    "GBP": ("GBP", "英镑"),
}
PREFIXES = "kMGTPEZ"  # each a thousand times the one before
PREFIXED = re.compile(rf"^([{PREFIXES}])(Wh|W|B|b|bps|Hz|m|g|t|FLOPS|FLOP/s|V|A|Ah)$")


def label_text(f: Fact, factor: Decimal, currency: str | None = None) -> str:
    """The label under which a printed fact is so many times as large (or in another currency), in its label's language."""
    if f.kind == "physical" and f.scale == 1 and PREFIXED.match(f.unit):
        return _shifted(f.unit, factor.adjusted()) or f"{f.unit} x {factor:f}"
    chinese = bool(re.search(r"[一-鿿]", f.unit_as_printed or "")) if f.unit_as_printed else f.language == "zh"
    power = (f.scale * factor).adjusted()
    word = (_CHINESE_WORDS if chinese else _ENGLISH_WORDS).get(power, f"10^{power}")
    code = currency or f.currency or ""
    english, local = _MONEY.get(code, (code, code))
    noun = f.unit if f.kind == "physical" else f.counted_noun or ""
    return f"{word}{local or noun}" if chinese else " ".join(filter(None, (english, word, noun if not english else "")))


def _shifted(unit: str, power: int) -> str | None:
    if power % 3 == 0:
        at = PREFIXES.index(unit[0]) + power // 3
        if 0 <= at < len(PREFIXES):
            return PREFIXES[at] + unit[1:]
    return None

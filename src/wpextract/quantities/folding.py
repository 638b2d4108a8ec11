"""Folds typographic variants onto one form, character for character, so that offsets stay those of the printed text.

Full-width digits and signs, dashes, thin spaces and traditional Chinese number words become what the grammar knows.
Here is no grammar: nothing is inserted, dropped or reordered.
"""

from __future__ import annotations

import re

_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94) if 0xFF01 + i != 0xFF0C}
_VARIANTS = {
    "\u00a0\u3000": " ",
    "\u2007\u2008\u2009\u200a\u202f": "\u2009",
    "\u2010\u2011\u2012\u2212\ufe63": "-",
    "\u2014\u2015\u2e3a\ufe58": "–",
    "〜∼˜": "~",
    "‘’ʼ": "'",
    "“”": '"',
    "￥": "¥",
    "￡": "£",
    "￦": "₩",
    "µ": "μ",
    "〇": "零",
    "萬": "万",
    "億": "亿",
    "兩倆": "两",
    "點": "点",
    "餘": "余",
    "幾": "几",
    "個": "个",
    "負": "负",
    "圓": "圆",
    "塊": "块",
    "貳": "贰",
    "參叁": "叁",
    "陸": "陆",
    "雙": "双",
    "對": "对",
    "噸": "吨",
    "幣": "币",
    "歐": "欧",
    "約": "约",
    "過": "过",
    "達": "达",
}
_TABLE: dict[int, int] = dict(_FULL_WIDTH) | {
    ord(variant): ord(form) for variants, form in _VARIANTS.items() if form for variant in variants
}
# A full-width comma groups digits only among full-width digits; elsewhere it is punctuation.
_FULL_WIDTH_GROUP = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


def fold(text: str) -> str:
    """The text with variants folded; as long as the text, character i standing for character i."""
    if text.isascii():
        return text
    if "，" in text:
        text = _FULL_WIDTH_GROUP.sub(",", text)
    return text.translate(_TABLE)

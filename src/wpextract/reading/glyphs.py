"""What a glyph without a usable Unicode mapping shows, judged by its ink.

Fonts are often embedded with an incomplete ToUnicode map: the dash of "100-200" shows on the page and is `(cid:1)`, a
control character or a zero-width space in the text layer. The page is rendered with PDFium and the ink inside the
glyph's box is measured: a wide flat stroke at mid height is a dash, a small mark near the top an apostrophe or quote, a
balanced diagonal cross a multiplication sign. Anything else stays unknown (U+FFFD) and is reported.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Shape = Literal["dash", "em_dash", "quote", "double_quote", "times", "colon", "blank", "unknown"]
UNKNOWN = "\ufffd"
SOFT_HYPHEN = "\u00ad"
SET_HYPHEN = "\u2010"  # what layout programs print where they cut a word; writers type "-"
# Characters that fonts map to the radical drawn alike (⼴ for 广, ⻜ for 飞). Source: Unicode's EquivalentUnifiedIdeograph
# for the CJK Radicals Supplement, compatibility decomposition for the Kangxi radicals.
_RADICALS = (
    "⺀丶⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺓幺⺛旡⺜日⺝月⺞歹⺟母⺠民⺧牛⺩王⺫目⺬示⺶羊⺸羋⺹耂⺻肀⺼肉⻁虎⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻏邑⻐钅⻑長⻓长⻔门⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟"
    "⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻳龟"
)
RADICALS = {ord(a): b for a, b in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)} | {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
}
_FINAL_S = re.compile(r"s(?![A-Za-z])")
_CID = re.compile(r"\(cid:\d+\)")


def is_unmapped(text: str) -> bool:
    """Whether a glyph's text cannot be what it shows: `(cid:N)`, a control, zero-width or private-use character."""
    if _CID.fullmatch(text):
        return True
    if not text or text.isspace() or text == SOFT_HYPHEN:
        return False
    return all(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs", "Cn") or c == UNKNOWN for c in text)


def shape_of(ink: NDArray[np.bool_], em: float) -> Shape:
    """The shape in `ink`, a bitmap of the glyph's box (True where painted); `em` is the font size in its pixels."""
    rows, cols = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows) or ink.sum() < 0.002 * em * em:
        return "blank"
    top, bottom, left, right = rows[0], rows[-1] + 1, cols[0], cols[-1] + 1
    height, width = (bottom - top) / em, (right - left) / em
    middle = (top + bottom) / 2 / ink.shape[0]
    filled = ink[top:bottom, left:right].mean()
    if height < 0.16 and width > 0.3 and filled > 0.6 and 0.3 < middle < 0.8:
        return "em_dash" if width > 0.8 else "dash"
    if middle < 0.45 and height < 0.4 and width < 0.5:
        columns: NDArray[np.bool_] = np.any(ink[top:bottom, left:right], axis=0)
        parts = int(np.count_nonzero(np.diff(columns.astype(int)) == 1)) + int(columns[0])
        return "quote" if parts == 1 and width < 0.3 else "double_quote" if parts <= 2 else "unknown"
    if width < 0.25 and 0.35 < height < 0.75 and _is_colon(ink[top:bottom, left:right]):
        return "colon"
    if 0.25 < height < 0.7 and 0.7 < width / height < 1.4 and 0.35 < middle < 0.75:
        return "times" if _is_cross(ink[top:bottom, left:right]) else "unknown"
    return "unknown"


def _is_cross(ink: NDArray[np.bool_]) -> bool:
    h, w = ink.shape

    def third(a: int, b: int, c: int, d: int) -> float:
        return float(ink[h * a // 6 : h * b // 6, w * c // 6 : w * d // 6].mean())

    corners = [third(0, 2, 0, 2), third(0, 2, 4, 6), third(4, 6, 0, 2), third(4, 6, 4, 6)]
    sides = [third(0, 1, 2, 4), third(5, 6, 2, 4), third(2, 4, 0, 1), third(2, 4, 5, 6)]
    return bool(min(corners) > 0.25 and max(sides) < 0.2 and third(2, 4, 2, 4) > 0.4)


def _is_colon(ink: NDArray[np.bool_]) -> bool:
    rows: NDArray[np.bool_] = np.any(ink, axis=1)
    parts = int(np.count_nonzero(np.diff(rows.astype(int)) == 1)) + int(rows[0])
    return parts == 2 and not rows[len(rows) // 2]


def text_for(shape: Shape, before: str, after: str = "") -> str:
    """The character for a shape.

    `before` is the glyph to its left, which tells an opening quote; `after` the two to its right: what stands between
    a letter and a final "s" is an apostrophe, however small it is printed.
    """
    if shape in ("colon", "unknown") and before.isalpha() and _FINAL_S.match(after):
        return "’"
    opening = not before or before.isspace() or before in "([{—–"
    match shape:
        case "dash":
            return "–"
        case "em_dash":
            return "—"
        case "quote":
            return "‘" if opening else "’"
        case "double_quote":
            return "“" if opening else "”"
        case "times":
            return "×"
        case "colon":
            return ":"
        case "blank":
            return ""
        case "unknown":
            return UNKNOWN

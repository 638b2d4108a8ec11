"""Dashes of ranges that are drawn as a short stroke between two numbers, where the text has no glyph for them.

Typesetters that paint a dash as a rule, a border or an empty box leave "100" and "200" side by side in the text layer.
A stroke is a dash when it is what a dash glyph would be: of the text's colour, at the height of the middle of its
small letters, as wide as the gap between the end of one number and the start of the next.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from wpextract.reading.model import Box, Mark
from wpextract.reading.words import Glyph

_THICKEST = 0.15  # em
_SHORTEST, _LONGEST = 0.3, 1.1  # em
_TOUCH = 0.2  # em: a dash meets the numbers on its two sides, a legend's line or an axis's tick keeps its distance
_LOWEST, _HIGHEST = 0.12, 0.5  # em over the baseline
_DASH = "–"


def with_drawn_dashes(
    glyphs: Sequence[Glyph], marks: Sequence[Mark]
) -> tuple[list[Glyph], tuple[Mark, ...], tuple[Glyph, ...]]:
    """The glyphs with one more for each drawn dash, the marks without those strokes, and the glyphs that were added."""
    level = [g for g in glyphs if g.angle == 0 and not g.text.isspace()]
    ends = sorted((g for g in level if g.text[-1:].isdecimal() or g.text in "%％"), key=lambda g: g.box.x1)
    starts = sorted((g for g in level if g.text[:1].isdecimal() or g.text in "$€£¥￥"), key=lambda g: g.box.x0)
    if not ends or not starts:
        return list(glyphs), tuple(marks), ()
    x1s, x0s = [g.box.x1 for g in ends], [g.box.x0 for g in starts]
    reach = _TOUCH * max(g.size for g in ends)
    behind: dict[int, Glyph] = {}  # the dash behind a glyph
    drawn: set[int] = set()
    for n, mark in enumerate(marks):
        box = mark.box
        if box.height > 4 or not 1 < box.width < 40:
            continue
        before = ends[bisect_left(x1s, box.x0 - reach) : bisect_right(x1s, box.x0 + reach)]
        left = next((g for g in before if _is_dash(mark, g) and abs(box.x0 - g.box.x1) <= _TOUCH * g.size), None)
        if left is None:
            continue
        after = starts[bisect_left(x0s, box.x1 - reach) : bisect_right(x0s, box.x1 + reach)]
        right = any(abs(g.y - left.y) < 0.1 * g.size and abs(g.box.x0 - box.x1) <= _TOUCH * g.size for g in after)
        if right:
            drawn.add(n)
            place = Box(box.x0, left.box.top, box.x1, left.box.bottom)
            behind[id(left)] = replace(left, text=_DASH, box=place, x=box.x0, advance=box.width)
    if not drawn:
        return list(glyphs), tuple(marks), ()
    under = tuple(behind.values())
    out: list[Glyph] = []
    for g in glyphs:
        if g.text.isspace() and any(abs(d.y - g.y) < 1 and d.box.x0 - 1 <= g.box.cx <= d.box.x1 + 1 for d in under):
            continue
        out.append(g)
        if id(g) in behind:
            out.append(behind[id(g)])
    return out, tuple(m for n, m in enumerate(marks) if n not in drawn), under


def _is_dash(mark: Mark, beside: Glyph) -> bool:
    """Whether a mark has the colour, the size and the height over the baseline of a dash beside a glyph."""
    box, size = mark.box, beside.size
    return (
        box.height <= _THICKEST * size
        and _SHORTEST * size <= box.width <= _LONGEST * size
        and _LOWEST * size <= beside.y - box.cy <= _HIGHEST * size
        and beside.color in (mark.fill, mark.stroke)
    )

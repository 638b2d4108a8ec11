"""Glyphs to words: by baseline and gap, in any direction of writing, letter-spacing and superscripts understood.

Works on `Glyph` values alone. Grouping glyphs is by the text's own direction, so a label that is written upwards or
at 45 degrees becomes words like any other.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from sys import intern

from wpextract.reading.model import Box, Boxes, Word

GAP = 0.17  # em: a wider gap between glyphs is a space (fonts' spaces are 0.25 em, justified ones seldom under 0.2)
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_KERN = 0.15  # em: glyphs of one text overlap by less,
_LETTER_KERN = 0.25  # letters such as "Te" and "AV" by more
_JOINABLE_SIZE = 1.25
_LEVEL = 0.2  # em: glyphs whose baselines lie farther apart are not of one word


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as painted. `x`, `y` is its origin on the baseline, `advance` its width along the line in points."""

    text: str
    box: Box
    x: float
    y: float
    advance: float
    size: float
    angle: int
    font: str
    color: str | None


def is_cjk(ch: str) -> bool:
    """Whether a character is written without spaces round it: Han, kana, CJK punctuation, full-width forms."""
    code = ord(ch)
    return (
        0x2E80 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0xFF00 <= code <= 0xFF60 or 0x20000 <= code <= 0x3FFFF
    )


def words_of(glyphs: Iterable[Glyph]) -> tuple[Word, ...]:
    """Words in order of direction, baseline and place on it."""
    by_angle: dict[int, list[Glyph]] = defaultdict(list)
    for g in glyphs:
        by_angle[g.angle].append(g)
    out: list[Word] = []
    shared = cache(float)  # the words of a line share its edges, those of a page its sizes: one number object each
    for angle in sorted(by_angle):
        painted = {id(g): i for i, g in enumerate(by_angle[angle])}
        for baseline in _baselines(by_angle[angle], angle):
            for row in _apart(baseline, painted, angle):
                pieces = _pieces(row, angle)
                out.extend(_word(p, angle, shared) for p in _join_letter_spaced(pieces, angle))
    return tuple(_raise_superscripts(out))


def _along(g: Glyph, angle: int) -> float:
    a = math.radians(angle)
    return g.x * math.cos(a) - g.y * math.sin(a)


def _across(g: Glyph, angle: int) -> float:
    a = math.radians(angle)
    return g.x * math.sin(a) + g.y * math.cos(a)


def _baselines(glyphs: list[Glyph], angle: int) -> list[list[Glyph]]:
    """Glyphs grouped by baseline, each group in writing order."""
    rows: list[list[Glyph]] = []
    at = -math.inf
    for g in sorted(glyphs, key=lambda g: (_across(g, angle), _along(g, angle))):
        here = _across(g, angle)
        if not rows or here - at > _LEVEL * min(g.size, rows[-1][-1].size):
            rows.append([])
        rows[-1].append(g)
        at = here
    return [sorted(row, key=lambda g: _along(g, angle)) for row in rows]


def _apart(row: list[Glyph], painted: Mapping[int, int], angle: int) -> list[list[Glyph]]:
    """A baseline as several where texts are painted over each other, as crowded labels are; `painted` is their order."""
    if not any(
        _along(b, angle) < _along(a, angle) + 0.75 * a.advance and a.text != b.text and (a.text + b.text).isalnum()
        for a, b in zip(row, row[1:], strict=False)
    ):
        return [row]
    strands: list[list[Glyph]] = []
    for g in sorted(row, key=lambda g: painted[id(g)]):
        last = strands[-1][-1] if strands else None
        gap = _along(g, angle) - _along(last, angle) - last.advance if last else math.inf
        kern = _LETTER_KERN if last and last.text.isalpha() and g.text.isalpha() else _KERN
        if not -kern * g.size <= gap <= GAP * g.size:
            strands.append([])
        strands[-1].append(g)
    rows: list[list[Glyph]] = []
    for strand in sorted(strands, key=lambda s: _along(s[0], angle)):
        start = _along(strand[0], angle) + _KERN * strand[0].size
        free = next((r for r in rows if _along(r[-1], angle) + r[-1].advance <= start), None)
        if free is None:
            rows.append(strand)
        else:
            free.extend(strand)
    return rows


def _pieces(row: Sequence[Glyph], angle: int) -> list[list[Glyph]]:
    """A baseline cut at blanks, gaps and changes of size; a glyph painted twice in one place counts once."""
    pieces: list[list[Glyph]] = []
    end = -math.inf
    fresh = True
    # where a text sets its own spaces, a small gap between its letters is letter-spacing
    spaced = {
        (a.font, a.size) for a, b, c in zip(row, row[1:], row[2:], strict=False)
        if b.text == " " and a.text.isalpha() and c.text.isalpha()
    }  # fmt: skip
    for g in row:
        start = _along(g, angle)
        if pieces and not fresh:
            last = pieces[-1][-1]
            if last.text == g.text and abs(_along(last, angle) - start) < 0.15 * g.advance:
                continue
        if g.text.isspace():
            fresh, end = True, start + g.advance
            continue
        if pieces and not fresh:
            last = pieces[-1][-1]
            big, small = max(last.size, g.size), max(min(last.size, g.size), 1e-6)
            gap = start - end
            # a glyph that starts far left of where the last one ended belongs to another text painted over it
            letters = last.text.isalpha() and g.text.isalpha() and g.text.isascii()
            widest = 0.7 if letters and (last.font, last.size) in spaced else GAP
            fresh = (
                (angle == 0 and g.size < last.size and last.box.bottom - g.box.bottom > _LEVEL * last.size)  # text rise
                or gap > widest * small
                or gap < -0.5 * max(small, last.advance)
                or big / small > _JOINABLE_SIZE
                # numbers of two looks are a tick and a label that touch
                or (last.text.isdecimal() and g.text.isdecimal() and last.color != g.color and big / small > 1.02)
            )
        if fresh:
            pieces.append([])
            fresh = False
        pieces[-1].append(g)
        end = start + g.advance
    return pieces


def _gap(a: Sequence[Glyph], b: Sequence[Glyph], angle: int) -> float:
    return _along(b[0], angle) - _along(a[-1], angle) - a[-1].advance


def _join_letter_spaced(pieces: list[list[Glyph]], angle: int) -> list[list[Glyph]]:
    """Words whose letters were set apart ("e n t e r p r i s e") put together again.

    A run is letter-spaced when four or more pieces in a row are one or two letters and stand less than 0.8 em apart.
    Inside it a gap is between words when it is half as wide again as the run's usual one.
    """
    letters = [len(p) <= 2 and all(g.text.isalpha() and g.text.isascii() for g in p) for p in pieces]
    out: list[list[Glyph]] = []
    i = 0
    while i < len(pieces):
        j = i
        while (
            j < len(pieces)
            and (letters[j] or j == i)
            and (
                j == i
                or (
                    _gap(pieces[j - 1], pieces[j], angle) < 0.8 * pieces[j][0].size
                    and pieces[j][0].size == pieces[i][0].size
                )
            )
        ):
            j += 1
        # the run may end with the longer rest of a word ("e n t erprise"): it takes that in as well
        singles = sum(letters[i:j])
        if singles < 4 or sum(len(p) for p, k in zip(pieces[i:j], letters[i:j], strict=True) if k) / singles > 1.5:
            out.append(pieces[i])
            i += 1
            continue
        if j < len(pieces) and pieces[j][0].text.islower() and pieces[j][0].size == pieces[i][0].size:
            j += 1
        run = pieces[i:j]
        gaps = [_gap(a, b, angle) for a, b in zip(run, run[1:], strict=False)]
        usual = sorted(gaps)[len(gaps) // 2]
        joined = [list(run[0])]
        for piece, gap in zip(run[1:], gaps, strict=True):
            if gap <= 1.5 * usual and not (piece[0].text.isupper() and joined[-1][-1].text.islower()):
                joined[-1].extend(piece)
            else:
                joined.append(list(piece))
        out.extend(joined)
        i = j
    return out


def _raise_superscripts(words: list[Word]) -> list[Word]:
    """Small raised digits right behind a bigger word (footnote markers) become superscript characters."""
    by_end = sorted((w for w in words if w.angle == 0), key=lambda w: w.box.x1)
    ends = [w.box.x1 for w in by_end]
    return [
        replace(w, text=w.text.translate(SUPERSCRIPTS)) if w.angle == 0 and _is_marker(w, by_end, ends) else w
        for w in words
    ]


def _is_marker(word: Word, by_end: Sequence[Word], ends: Sequence[float]) -> bool:
    if len(word.text) > 3 or not word.text.isdecimal():
        return False
    near = by_end[
        bisect_left(ends, word.box.x0 - 0.25 * word.size) : bisect_right(ends, word.box.x0 + 0.25 * word.size)
    ]
    return any(
        word.size < 0.85 * w.size and w.box.top - 0.3 * w.size < word.box.cy < w.box.cy and word.box.bottom > w.box.top
        for w in near
    )


def _word(glyphs: Sequence[Glyph], angle: int, shared: Callable[[float], float]) -> Word:
    boxes = [g.box for g in glyphs for _ in g.text]
    around = Box.around(boxes)
    first = glyphs[0]
    fonts = Counter(g.font for g in glyphs)  # a run of Han characters may begin in bold and go on in regular
    return Word(
        text=intern("".join(g.text for g in glyphs)),
        box=Box(around.x0, shared(around.top), around.x1, shared(around.bottom)),
        size=shared(max(g.size for g in glyphs)),
        font=intern(max(fonts, key=fonts.__getitem__)),
        color=first.color if first.color is None else intern(first.color),
        angle=angle,
        char_boxes=Boxes.of(boxes),
    )

"""Words to lines: one baseline, one column, one box. A superscript beside a word joins that word's line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wpextract.reading.model import Box, Line, Word
from wpextract.reading.words import GAP, is_cjk

COLUMN_GAP = 1.6  # em: words further apart than this stand in different columns
_GUTTER = 0.9  # em: narrower white space is between words, even where several rows have it at one place
_GUTTER_ROWS = 4
_APART = 2.5  # em: rows of one column are no further from one another, those of two paragraphs neither
_RUNS = 50
MARKER = r"(?:[▲▼△▽■□◆◇●○▶►※▌▍▎]\s*)?"  # that may open a caption or a title
CAPTION = re.compile(rf"\s*{MARKER}(?:图|圖|表|Figure|Fig\.?|Table|Exhibit|Chart)\s*\d")
_SPACED = 0.45  # em: a wider gap between two key figures may be the gutter that their labels show
_BULLETS = "•●▪■◆‣▶"  # one behind a line of text opens the list beside it
_SMALLER = 0.87
_COLUMN = 8.0  # em: what is narrower beside a gutter is a bullet or a number, not a column of text


def lines_of(words: Iterable[Word], borders: Sequence[Box] = ()) -> tuple[Line, ...]:
    """Horizontal words as lines from top to bottom, left to right; rotated words are one line each.

    No line runs across one of the `borders`, boxes without width.
    """
    flat = [w for w in words if w.angle == 0]
    turned = [w for w in words if w.angle != 0]
    rows: list[list[Word]] = []
    for word in sorted(flat, key=lambda w: (w.box.cy, w.box.x0)):
        row = next((r for r in reversed(rows[-6:]) if _same_row(r, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    parts = [part for row in rows for part in _columns(sorted(row, key=lambda w: w.box.x0), borders)]
    lines = [line_of(part) for part in _over_labels(_parted(parts))]
    lines += [line_of([w]) for w in turned]
    return tuple(sorted(lines, key=lambda line: (line.box.top, line.box.x0)))


def _same_row(row: Sequence[Word], word: Word) -> bool:
    """Whether the word shares the middle of its height with the row's nearest word."""
    other = min(row, key=lambda w: abs(w.box.cx - word.box.cx))
    big, small = (other, word) if other.size >= word.size else (word, other)
    return big.box.top - 0.25 * small.box.height <= small.box.cy <= big.box.bottom and (
        abs(big.box.cy - small.box.cy) < (0.35 if small.size > 0.8 * big.size else 0.6) * big.size
    )


def _columns(row: Sequence[Word], borders: Sequence[Box]) -> list[list[Word]]:
    parts: list[list[Word]] = [[row[0]]]
    here = [b.x0 for b in borders if b.top <= row[0].box.cy <= b.bottom]
    for at, word in enumerate(row[1:], 1):
        last = parts[-1][-1]
        gap, size = word.box.x0 - last.box.x1, max(last.size, word.size)
        # a caption that stands beside a text, in a style of its own
        titles = word.bold != last.bold and CAPTION.match(" ".join(w.text for w in row[at : at + 2]))
        listed = word.text[0] in _BULLETS and last.box.x1 - parts[-1][0].box.x0 > _COLUMN * size
        apart = gap > (_GUTTER if titles else _SPACED if listed else COLUMN_GAP) * size
        if apart or any(last.box.x1 - 1 <= x <= word.box.x0 + 1 for x in here):
            parts.append([])
        parts[-1].append(word)
    return parts


def _parted(parts: Sequence[list[Word]]) -> list[list[Word]]:
    """The rows, parted where several of them, one below the other, have the same white space between wide columns."""
    ordered = sorted(parts, key=lambda part: (part[0].box.top, part[0].box.x0))
    cuts = _column_starts(ordered)
    runs: list[_Run] = []
    for r, part in enumerate(ordered):
        size = max(w.size for w in part)
        top, left, right = part[0].box.top, part[0].box.x0, part[-1].box.x1
        runs = [run for run in runs if top - run.top < _APART * size][:_RUNS]
        here = []
        last = ordered[r - 1] if r else part
        gaps = [(k, a.box.x1, b.box.x0) for k, (a, b) in enumerate(pairwise(part), 1)]
        if (
            last is not part and abs(last[0].box.top - top) < 0.35 * size
        ):  # parted already: it shows the white space too
            gaps.append((0, last[-1].box.x1, left))
        for k, x0, x1 in gaps:
            left = part[0].box.x0 if k else last[0].box.x0
            if x1 - x0 < _GUTTER * size or min(x0 - left, right - x1) < _COLUMN * size:
                continue
            shared = [run for run in runs if min(x1, run.x1) - max(x0, run.x0) >= _GUTTER * size]
            longest = max(shared, key=lambda run: len(run.cuts), default=_Run(top, x0, x1, ()))
            run = _Run(top, max(x0, longest.x0), min(x1, longest.x1), (*longest.cuts[1 - _GUTTER_ROWS :], (r, k)))
            here.append(run)
            if len(run.cuts) >= _GUTTER_ROWS:
                for row, at in run.cuts:
                    cuts.setdefault(row, set()).add(at)
        runs = here + runs
    out: list[list[Word]] = []
    for r, part in enumerate(ordered):
        out += [part[i:j] for i, j in pairwise([0, *sorted(cuts.get(r, set()) - {0}), len(part)])]
    return out


def _column_starts(rows: Sequence[list[Word]]) -> dict[int, set[int]]:
    """Before which words of a row a column starts: where wide lines of the page begin, at the same place."""
    starts = Counter(
        round(row[0].box.x0) for row in rows if row[-1].box.x1 - row[0].box.x0 >= _COLUMN * max(w.size for w in row)
    )
    cuts: dict[int, set[int]] = {}
    for r, row in enumerate(rows):
        for k, (a, b) in enumerate(pairwise(row), 1):
            gap, wide = b.box.x0 - a.box.x1, a.box.x1 - row[0].box.x0
            if gap >= _GUTTER * b.size and wide >= _COLUMN * b.size and starts[round(b.box.x0)] >= _GUTTER_ROWS:
                cuts.setdefault(r, set()).add(k)
    return cuts


def _over_labels(parts: Sequence[list[Word]]) -> list[list[Word]]:
    """Key figures side by side parted where the smaller labels beneath them are: "12.4 GW  31%" over two labels."""
    sized = [(part, part[0].box.top, max(w.size for w in part)) for part in parts]
    out: list[list[Word]] = []
    for part, top, size in sized:
        gaps = [k for k, (a, b) in enumerate(pairwise(part), 1) if b.box.x0 - a.box.x1 > _SPACED * size]
        labels = sorted(
            (p[0].box.x0, p[-1].box.x1)
            for p, below, small in (sized if gaps else ())
            if small < _SMALLER * size and size / 2 < below - top < 2.5 * size
        )
        gutters = [(a[1], b[0]) for a, b in pairwise(labels) if a[1] < b[0]]
        cuts = [0]
        for k in gaps:
            x0, x1 = part[k - 1].box.x1, part[k].box.x0
            if _has_number(part[cuts[-1] : k]) and any(x0 < right and left < x1 for left, right in gutters):
                cuts.append(k)
        if not _has_number(part[cuts[-1] :]):
            cuts = cuts[:1]
        out += [part[i:j] for i, j in pairwise([*cuts, len(part)])]
    return out


def _has_number(words: Sequence[Word]) -> bool:
    return any(ch.isdigit() for w in words for ch in w.text)


@dataclass(frozen=True, slots=True)
class _Run:
    """White space that the last rows share: the top of the latest, its ends, and before which word each row has it."""

    top: float
    x0: float
    x1: float
    cuts: tuple[tuple[int, int], ...]


def line_of(words: Sequence[Word]) -> Line:
    """The words as one line: a space where white space shows, none between Han characters or before a superscript."""
    text: list[str] = []
    places: list[Box | None] = []
    last: Word | None = None
    for word in words:
        if last is not None and _space_between(last, word):
            text.append(" ")
            places.append(None)
        text.append(word.text)
        places.extend(word.char_boxes)
        last = word
    return Line(tuple(words), Box.around(w.box for w in words), "".join(text), tuple(places))


def _space_between(a: Word, b: Word) -> bool:
    gap = b.box.x0 - a.box.x1
    size = min(a.size, b.size)
    if gap <= GAP * size:
        return False
    if is_cjk(a.text[-1]) and is_cjk(b.text[0]):
        return gap > 0.8 * size
    return b.text[0] not in "⁰¹²³⁴⁵⁶⁷⁸⁹"

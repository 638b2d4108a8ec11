"""Running headers, footers and page numbers, recognised by repetition and set apart from the body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from wpextract.reading.lines import CAPTION, lines_of
from wpextract.reading.model import Line, Page, Word

_BAND = 0.11  # of the page's height at its top and bottom: where headers and footers live
_WORD = re.compile(r"[^\W\d_]{2,}")  # an axis's "2024 2025E" at one height on several pages is none
_MOST_IN_ROW = 3  # a header has a left, a middle and a right
_SLACK = 4.0  # points by which a header may move from page to page


def set_furniture_apart(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Pages with their running headers, footers and page numbers moved from `words` to `furniture`.

    A line in the top or bottom band is furniture when the same text (digits aside) stands at the same height on at
    least three pages, a tenth of all and a third of those from its first to its last, or when it is the page's number.
    One of four texts or more in a row is an axis's name or a table's head. Documents of one or two pages have none.
    """
    if len(pages) < 3:
        return tuple(pages)
    lines = [tuple(line for line in lines_of(p.words) if _in_band(line, p, _BAND)) for p in pages]
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for page, found in zip(pages, lines, strict=True):
        for line in found:
            seen[_key(line)].append((page.number, line.box.top))
    needed = max(3, len(pages) // 10)
    numbers = _page_number_offset(pages, lines)
    out = []
    for page, found in zip(pages, lines, strict=True):
        words: set[int] = set()
        for line in found:
            number = _number(line)
            places = {n for n, top in seen[_key(line)] if abs(top - line.box.top) <= _SLACK}
            repeated = len(places) >= max(needed, (max(places) - min(places) + 1) / 3) and bool(_WORD.search(line.text))
            repeated = repeated and not _under_caption(line, found)
            repeated = repeated and sum(abs(x.box.cy - line.box.cy) <= _SLACK for x in found) <= _MOST_IN_ROW
            if repeated or (number is not None and numbers is not None and number == page.number + numbers):
                words.update(id(w) for w in line.words)
        out.append(_split(page, words))
    return tuple(out)


def _under_caption(line: Line, others: Sequence[Line]) -> bool:
    """Whether a line at the top of a page stands beside or under a caption there: its unit, at one place on many pages."""
    captions = (x for x in others if x is not line and CAPTION.match(x.text) and x.box.cy <= line.box.cy + _SLACK)
    return any(-_SLACK < line.box.top - x.box.top < 3 * line.size for x in captions)


def _split(page: Page, words: set[int]) -> Page:
    if not words:
        return page
    body: list[Word] = []
    apart: list[Word] = []
    for word in page.words:
        (apart if id(word) in words else body).append(word)
    return replace(page, words=tuple(body), furniture=page.furniture + tuple(apart))


def _in_band(line: Line, page: Page, band: float) -> bool:
    return line.box.bottom < band * page.height or line.box.top > (1 - band) * page.height


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", line.text)).lower()


def _number(line: Line) -> int | None:
    m = re.fullmatch(
        r"\W*(?:page\s*|第\s*)?(\d{1,3})(?:\s*页|\s*(?:/|of)\s*\d{1,4})?\W*", line.text.strip(), re.IGNORECASE
    )
    return int(m.group(1)) if m else None


def _page_number_offset(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> int | None:
    """Printed page number minus the page's place in the file, where at least three pages agree."""
    votes: dict[int, int] = defaultdict(int)
    for page, found in zip(pages, lines, strict=True):
        for offset in {n - page.number for line in found if (n := _number(line)) is not None}:
            votes[offset] += 1
    best = max(votes.items(), key=lambda kv: (kv[1], -abs(kv[0])), default=(0, 0))
    return best[0] if best[1] >= 3 else None

"""The table of contents of a document: its pages, and each entry's title and page number, however it is laid out.

Page numbers may stand behind the titles or in front of them, with leaders or without, on the line or in a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wpextract.reading.model import Block

CONTENTS = re.compile(
    r"^\s*(?:\d{1,2}[.、]?\s+)?(?:(?:table of )?contents|目\s*[录錄次](?:\s*[/|·]?\s*contents)?|contents\s*[/|·]?\s*目\s*[录錄次])\s*$",
    re.IGNORECASE,
)
_FILL = r".．·・…⋯‥\-_—–"  # what leaders are made of
_PAGE = r"[(（]?(?:p\.?|page|第)?\s*(?P<page>\d{1,4})\s*页?[)）]?"
_ENTRY = re.compile(
    rf"\s*(?P<title>[^\d\s].{{1,118}}?|\d+(?:\.\d+)*[.、]?\s.{{2,118}}?)[\s{_FILL}]*\s{_PAGE}\s*", re.IGNORECASE
)
_LED = re.compile(rf"\s*(?P<title>.{{2,118}}?)[{_FILL}]{{2,}}\s*{_PAGE}\s*", re.IGNORECASE)
_IN_FRONT = re.compile(r"\s*(?:[pP]\.?)?(?P<page>\d{1,3})\s+(?P<title>(?![a-z])(?=.*[^\W\d_]).{2,118}?)\s*")
# a list of figures or tables behind the contents
_LISTED = re.compile(r"\s*(?:figure|fig\.|chart|exhibit|table|图表?|表)\s*(?:[A-Z]?\d|$)", re.IGNORECASE)
_LIST_OF = re.compile(  # over that list
    r"\s*(?:list of )?(?:figures|charts|exhibits|tables|boxes)(?: and (?:figures|charts|exhibits|tables|boxes))?\s*|\s*[图表]{1,2}目[录錄次]\s*",
    re.IGNORECASE,
)
_YEARS = 1900  # what ends a title from here on is a year and no page
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.、]?\s+\S")
_LONE = re.compile(rf"\s*{_PAGE}\s*", re.IGNORECASE)
_LETTER = re.compile(r"\s*(?:[A-Z]|[IVX]{1,4})[.)]?\s*")  # of a chapter, beside its title
_LEADERS = re.compile(rf"(?<=[{_FILL}]{{4}})\s+(?=[^\W\d])")
_ORDINAL = re.compile(
    r"\s*(?:第?[零〇一二三四五六七八九十]{1,3}[章节部分]?|附录?|(?:chapter|part|section|appendix)\s+\w{1,6})\s*",
    re.IGNORECASE,
)
_RULER = re.compile(rf"[\s{_FILL}]{{3,}}")
FEWEST = 4  # entries that make a table of contents
_MOST = 400
_FRONT = 12  # pages among which the contents stand


@dataclass(frozen=True, slots=True)
class Entry:
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The pages that the contents take, in order, and their entries; both empty where a document has none."""

    pages: tuple[int, ...] = ()
    entries: tuple[Entry, ...] = ()


def contents_of(blocks: Sequence[Block]) -> Contents:
    """The contents of a document: pages near its front whose numbers rise from entry to entry.

    Named as contents, or mostly made of entries; a second page goes on where the first ended.
    """
    by_page: dict[int, list[Block]] = {}
    for b in blocks:
        if b.page <= _FRONT and b.role != "furniture":
            by_page.setdefault(b.page, []).append(b)
    headed = {b.page for b in blocks if any(CONTENTS.match(line) for line in (b.text, *b.text.splitlines()))}
    pages: list[int] = []
    found: list[Entry] = []
    for page, here in sorted(by_page.items()):
        if pages and page != pages[-1] + 1:
            break
        listed = _listed(here, page, page in headed)
        if listed and (not found or listed[0].page >= found[-1].page):
            pages.append(page)
            found += listed
    return Contents(tuple(pages), tuple(found))


def _listed(blocks: Sequence[Block], page: int, headed: bool) -> list[Entry]:
    """The entries of a page of contents, and none of another page."""
    foot = next((b.box.top for b in blocks if b.box is not None and _LIST_OF.fullmatch(b.text)), None)
    above = entries([b for b in blocks if b.box is None or b.box.top < foot]) if foot is not None else []
    every = [e for e in (above if len(above) >= FEWEST else entries(blocks))[:_MOST] if e.page < _YEARS]
    chapters = [e for e in every if not _LISTED.match(e.title)]
    every = chapters if len(chapters) >= FEWEST else every
    run = rising(every)
    if len(run) < FEWEST or len(run) < 0.8 * len(every) or run[-1].page <= page:
        return []
    # an entry out of order may be the one that is wrong; what lies beyond all others is no page number
    found = [e for e in every if e in run or (e.title and e.page <= run[-1].page)]
    sparse = sum(bool(e.title) for e in found) >= 6 and sum(len(b.text) for b in blocks) < 4000
    return found if headed or sparse else []


def entries(blocks: Sequence[Block]) -> list[Entry]:
    """The entries of one page: a title and a page number on a line, on lines in turn, or in two columns.

    A title has a letter; page numbers in a column of another length than the titles before it have none.
    """
    behind, in_front = _behind(blocks), _in_front(blocks)
    chapters = sum(
        bool(e.title) and not _LISTED.match(e.title) for e in behind
    )  # a list of figures may stand under them
    return in_front if len(in_front) >= FEWEST > chapters else behind


def _behind(blocks: Sequence[Block]) -> list[Entry]:
    """Entries whose page number stands behind the title, or apart from it: beside, below or above it."""
    lines = [(x, b) for x, b in _lines(blocks) if x.strip() and not _RULER.fullmatch(x) and not CONTENTS.match(x)]
    alone = [bool(_LONE.fullmatch(line)) for line, _ in lines]
    if sum(a and not b for a, b in pairwise(alone)) > sum(b and not a for a, b in pairwise(alone)):
        return _in_turn(lines[::-1], _beside(blocks))[::-1]  # each number leads its title
    return _in_turn(lines, _beside(blocks))


def _in_turn(lines: Sequence[tuple[str, Block]], beside: dict[str, str]) -> list[Entry]:
    """Entries of lines each of which is one, or of titles that their page numbers follow."""
    out: list[Entry] = []
    titles: list[str] = []
    column: list[int] = []

    def pair() -> None:
        named = titles if len(titles) == len(column) else titles[-1:] if len(column) == 1 else []
        out.extend(Entry(t, n) for t, n in zip(named or [""] * len(column), column, strict=True))
        titles.clear()
        column.clear()

    for line, block in lines:
        m, lone = _ENTRY.fullmatch(line) or _LED.fullmatch(line), _LONE.fullmatch(line)
        if column and not lone:
            pair()
        if lone and beside:
            if title := beside.get(block.block_id):
                out.append(Entry(title, int(lone["page"])))
        elif lone:
            column.append(int(lone["page"]))
        elif m and any(c.isalpha() for c in m["title"]):
            out.append(Entry(_trimmed(m["title"]), int(m["page"])))
            titles.clear()
        else:
            titles.append(_trimmed(line))
    if column:
        pair()
    return out


def _in_front(blocks: Sequence[Block]) -> list[Entry]:
    """Entries whose page number stands in front of the title on its line; the numbers of chapters 1, 2, 3 are none."""
    found = [m for line, _ in _lines(blocks) if (m := _IN_FRONT.fullmatch(line)) and not CONTENTS.match(line)]
    out = [Entry(_trimmed(m["title"]), int(m["page"])) for m in found]
    pages = [e.page for e in out]
    counts = bool(pages) and pages[0] <= 1 and pages == list(range(pages[0], pages[0] + len(pages)))
    numbered = sum(bool(_NUMBERED.match(e.title)) for e in out)
    return [] if counts and numbered < 2 else out


def _beside(blocks: Sequence[Block]) -> dict[str, str]:
    """The title on the line of each page number that stands alone: left of most of them, or right of most.

    What stands between a title and its number goes on about it ("Competition | Who sells to whom | 10"). Of two numbers
    beside one title the outer is the page, the inner the chapter. Fewer than `FEWEST` are none.
    """
    numbers = [b for b in blocks if b.box is not None and _LONE.fullmatch(b.text)][:_MOST]
    titles = [b for b in blocks if b.box is not None and _is_title(b.text)][:_MOST]
    sides: list[dict[str, tuple[Block, str]]] = []
    for way in (-1, 1):  # the title left of the number, or right of it
        outer: dict[str, tuple[Block, Block, str]] = {}
        for number in numbers:
            near = [(gap, n) for n, t in enumerate(titles) if (gap := _away(number, t, way)) is not None]
            others = [gap for x in numbers if x is not number and (gap := _away(number, x, way)) is not None]
            own = [x for x in near if way < 0 and x[0] < min(others, default=float("inf"))] or near
            if near:
                inwards = sorted(own, reverse=True) if way < 0 else sorted(near)
                title = titles[inwards[0][1]]
                said = [titles[n].text for _, n in inwards[: 2 if _ORDINAL.fullmatch(title.text) else 1]]
                known = outer.get(title.block_id)
                if known is None or (_away(number, title, way) or 0) > (_away(known[0], title, way) or 0):
                    outer[title.block_id] = (number, title, " ".join(said))
        sides.append({key: (number, said) for key, (number, _, said) in outer.items()})

    def chapters(side: dict[str, tuple[Block, str]]) -> int:
        return sum(not _LISTED.match(said) for _, said in side.values())

    best = max(sides, key=lambda side: (chapters(side) >= FEWEST, len(side)))
    return {n.block_id: _trimmed(said) for n, said in best.values()} if len(best) >= FEWEST else {}


def _away(number: Block, title: Block, way: int) -> float | None:
    """How far a title stands left (`way` -1) or right (1) of a number of its line; None where it does not."""
    a, b = number.box, title.box
    if a is None or b is None or not b.top < (a.top + a.bottom) / 2 < b.bottom:
        return None
    gap = a.x0 - b.x1 if way < 0 else b.x0 - a.x1
    return gap if gap >= 0 else None


def rising(found: Sequence[Entry]) -> list[Entry]:
    """The longest run of entries whose pages do not fall: a year in a running header or a telephone number drops out."""
    best: list[tuple[int, int]] = []  # for each entry, the length of the run that ends there and the entry before
    for n, e in enumerate(found):
        best.append(max(((best[k][0] + 1, k) for k in range(n) if found[k].page <= e.page), default=(1, -1)))
    at = max(range(len(found)), key=lambda n: (best[n][0], -found[n].page), default=-1)
    out = []
    while at >= 0:
        out.append(found[at])
        at = best[at][1]
    return out[::-1]


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    for b in blocks:
        for line in b.text.splitlines():
            for title in _LEADERS.split(line):  # lines of leaders that were read as one
                yield title, b


def _is_title(text: str) -> bool:
    return any(c.isalpha() for c in text) and not (_LONE.fullmatch(text) or _LETTER.fullmatch(text))


def _trimmed(title: str) -> str:
    return title.strip(f" /|{_FILL}")[:120]

"""The table of contents against the document: its pages, its chapters and where they really stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from wpextract.consistency import interval as iv
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Member, Relation
from wpextract.consistency.words import plain
from wpextract.reading.blocks import CONTENTS
from wpextract.reading.model import Block

_ENTRY = re.compile(
    r"^\s*(?P<title>[^\d\s].{1,118}?|\d+(?:\.\d+)*[.、]?\s.{2,118}?)[\s.·…\-_—–]*\s+(?P<page>\d{1,4})\s*$|^\s*(?P<title2>.{2,118}?)[.·…\-_—–]{2,}\s*(?P<page2>\d{1,4})\s*$"
)
_LONE = re.compile(r"^\s*(\d{1,4})\s*$")
_RULER = re.compile(r"^[\s.·…\-_—–]{3,}$")
_NUMBERING = re.compile(
    r"^\s*(?:chapter|part|section)?\s*[\d一二三四五六七八九十]+(?:\.\d+)*\s*[.、:：]?\s*|^第[一二三四五六七八九十\d]+[章节部分]\s*",
    re.IGNORECASE,
)
FEWEST = 4  # entries that make a table of contents
MOST = 400


@dataclass(frozen=True, slots=True)
class Entry:
    title: str
    page: int
    block: Block


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    for b in blocks:
        for line in b.text.splitlines():
            yield line, b


def entries(blocks: Sequence[Block]) -> list[Entry]:
    """The entries of one page: a title and a page number on a line, on lines in turn, or in two columns.

    A title has a letter; page numbers in a column of another length than the titles before it have none.
    """
    out: list[Entry] = []
    titles: list[str] = []
    column: list[tuple[int, Block]] = []

    def pair() -> None:
        beside = [_beside(number, blocks) for _, number in column]
        named = (
            beside if all(beside)
            else titles if len(titles) == len(column)
            else titles[-1:] if len(column) == 1
            else []
        )  # fmt: skip
        out.extend(Entry(t, n, b) for t, (n, b) in zip(named or [""] * len(column), column, strict=True))
        titles.clear()
        column.clear()

    for line, block in _lines(blocks):
        if not line.strip() or _RULER.match(line) or CONTENTS.match(line):
            continue
        m, lone = _ENTRY.match(line), _LONE.match(line)
        if column and not lone:
            pair()
        if lone:
            column.append((int(lone.group(1)), block))
        elif m and any(c.isalpha() for c in m.group("title") or m.group("title2")):
            found = (m.group("title") or m.group("title2")).strip(" .·…-_—–")
            out.append(Entry(found, int(m.group("page") or m.group("page2")), block))
            titles.clear()
        else:
            titles.append(line.strip(" .·…-_—–")[:120])
    if column:
        pair()
    return out


def _beside(number: Block, blocks: Sequence[Block]) -> str:
    """The title that stands on the line of a page number, left of it."""
    if number.box is None:
        return ""
    middle = (number.box.top + number.box.bottom) / 2
    found = [
        b
        for b in blocks
        if b.box is not None
        and b.box.x1 <= number.box.x0
        and b.box.top < middle < b.box.bottom
        and not _LONE.match(b.text)
    ]
    nearest = max(found, key=lambda b: b.box.x1 if b.box else 0.0, default=None)
    return nearest.text.strip(" .·…-_—–")[:120] if nearest else ""


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


def contents(material: Material) -> tuple[int, list[Entry]]:
    """The page of the contents and its entries: a page near the front whose numbers rise from entry to entry."""
    by_page: dict[int, list[Block]] = {}
    for b in material.blocks:
        if b.page <= 12 and b.role != "furniture":
            by_page.setdefault(b.page, []).append(b)
    for page, blocks in sorted(by_page.items()):
        headed = any(CONTENTS.match(line) for line, _ in _lines(blocks)) or any(
            CONTENTS.match(b.text) for b in material.blocks if b.page == page
        )
        all_entries = entries(blocks)[:MOST]
        run = rising(all_entries)
        listed = len(run) >= FEWEST and len(run) >= 0.8 * len(all_entries) and run[-1].page > page
        # an entry out of order may be the one that is wrong; what lies beyond all others is no page number
        found = [e for e in all_entries if e in run or (e.title and run and e.page <= run[-1].page)]
        sparse = sum(bool(e.title) for e in found) >= 6 and sum(len(b.text) for b in blocks) < 4000
        if listed and (headed or sparse):
            return page, found
    return 0, []


def toc_structure(material: Material) -> Iterator[Relation]:
    """Every page that the contents name exists, and its chapter stands there (a constant offset of covers is allowed).

    Pages beyond the end of the file are a warning, and so is a chapter that stands elsewhere while most of the others
    stand where they should; without that it is information, because headings may be read badly. Formula: page found = page named + offset, the offset being the
    mode over all entries. Source: the document's own page count and headings.
    """
    page, found = contents(material)
    pages = max(
        material.document.pages_total, len(material.document.pages), max((b.page for b in material.blocks), default=0)
    )
    if not found or not pages:
        return
    last = max(e.page for e in found)
    listed = "; ".join(f"{e.title} {e.page}".strip() for e in found[:30])
    # a page past the end by the length of a cover is a matter of numbering, not of a missing part
    beyond = [e for e in found if e.page > pages + 2]
    yield _relation(
        material, page, [], Interval(iv.exactly(1).low, iv.exactly(pages + 2).low), iv.exactly(last),
        f"The contents on page {page} name pages up to {last} of a file of {pages} pages.",
        f"contents: {listed}; {len(beyond)} of {len(found)} entries beyond page {pages}",
        0.85 if len(beyond) != 1 else 0.7, "warning",
        "The contents belong to another edition, or parts are missing." if beyond else None,
    )  # fmt: skip
    places = _headings(material, page, found)
    offsets = Counter(places[n][0] - e.page for n, e in enumerate(found) if n in places)
    if sum(offsets.values()) < 3 or 2 * len(places) < len(found) - len(beyond):
        return
    offset, support = max(offsets.items(), key=lambda o: (o[1], -abs(o[0])))
    steady = support * 3 >= 2 * sum(offsets.values())
    for n, e in enumerate(found):
        if n not in places:
            continue
        at, block = places[n]
        yield _relation(
            material, page, [Member("blocks", block.block_id, "end")],
            iv.exactly(at), iv.exactly(e.page + (offset if steady else 0)),
            f"The contents on page {page} put {e.title} on page {e.page}; it stands on page {at} of the file.",
            f"contents {e.page}" + (f" + {offset}" if steady and offset else "") + f"; found on {at}",
            0.75, "warning" if steady and support >= FEWEST else "info", None,
        )  # fmt: skip


def _relation(
    material: Material, page: int, members: list[Member], derived: Interval, printed: Interval,
    statement: str, computation: str, confidence: float, severity: str, diagnosis: str | None,
) -> Relation:  # fmt: skip
    blocks = [Member("blocks", b.block_id, "claim") for b in material.blocks if b.page == page][:1]
    pages = {page} | {b.page for b in material.blocks if b.block_id in {m.id for m in members}}
    return Relation(
        rule="toc_structure", members=(*blocks, *members), pages=tuple(sorted(pages)), derived=derived, printed=printed,
        unit="page", statement=statement, computation=computation, confidence=confidence, diagnosis=diagnosis,
        severity_if_fails="warning" if severity == "warning" else "info",
    )  # fmt: skip


def _bare(title: str) -> str:
    """A title without its number, and without its translation where it is printed in two languages."""
    text = plain(_NUMBERING.sub("", title))
    latin = re.sub(r"[一-鿿，、：]+", " ", text).strip()
    return plain(latin) if len(latin) > 3 else text


def _headings(material: Material, page: int, found: Sequence[Entry]) -> dict[int, tuple[int, Block]]:
    """Where each entry's title stands after the contents, as a heading or at the head of a short block."""
    heads = [
        b
        for b in material.blocks
        if b.page > page and b.role in ("heading", "title", "paragraph", "callout") and len(b.text) <= 160
    ]
    texts = [_bare(b.text) for b in heads]
    named: dict[str, list[int]] = {}
    for n, text in enumerate(texts):
        named.setdefault(text, []).append(n)
    out = {}
    for n, e in enumerate(found[:200]):
        wanted = _bare(e.title)
        if len(wanted) < 2:
            continue
        # of several that bear the title ("Market size" in a box of key points too) the one nearest its page
        at = min(named.get(wanted, ()), key=lambda i: (abs(heads[i].page - e.page), i), default=None)
        if at is None and len(heads) <= 2000:
            scores = [(fuzz.ratio(wanted, t), -i) for i, t in enumerate(texts)]
            best = max(scores, default=(0.0, 0))
            at = -best[1] if best[0] >= 92 else None
        if at is not None:
            out[n] = (heads[at].page, heads[at])
    return out

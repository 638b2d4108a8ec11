"""The table of contents against the document: its pages, its chapters and where they really stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from wpextract.consistency import interval as iv
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Member, Relation
from wpextract.consistency.words import plain
from wpextract.reading.contents import FEWEST, Entry, contents_of
from wpextract.reading.model import Block

_NUMBERING = re.compile(
    r"^\s*(?:chapter|part|section)?\s*[\d零〇一二三四五六七八九十]+(?:\.\d+)*\s*[.、:：/|—–]?\s*"
    r"|^第[零〇一二三四五六七八九十\d]+[章节部分]\s*"
    r"|^\s*(?:(?:chapter|part|section)\s+(?:[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b|[ivx]+(?=[.、:：/|\s]))"
    r"\s*[.、:：/|—–]?\s*"
    r"|^\s*(?-i:[A-K])[.)、:：|]?\s+(?-i:(?=[A-Z一-鿿]))",
    re.IGNORECASE,
)
_TELLING = 8  # characters of a title that a longer heading does not hold by chance


def toc_structure(material: Material) -> Iterator[Relation]:
    """Every page that the contents name exists, and its chapter stands there (a constant offset of covers is allowed).

    Pages beyond the end of the file are a warning, and so is a chapter that stands elsewhere while most of the others
    stand where they should; without that it is information, because headings may be read badly. Formula: page found = page named + offset, the offset being the
    mode over all entries. Source: the document's own page count and headings.
    """
    listing = contents_of(material.blocks)
    pages = max(
        material.document.pages_total, len(material.document.pages), max((b.page for b in material.blocks), default=0)
    )
    if not listing.entries or not pages:
        return
    page, found = listing.pages[0], listing.entries
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
    places = _headings(material, listing.pages[-1], found)
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
            0.75, "warning" if steady and support >= FEWEST else "info",
            f"The contents would have to name page {at - (offset if steady else 0)}.",
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
    """Where each entry's title stands after the contents on `page`, as a heading or at the head of a short block."""
    heads = [
        b
        for b in material.blocks
        if b.page > page and b.role in ("heading", "title", "paragraph", "callout") and len(b.text) <= 160
    ]
    small = [b for b in material.blocks if b.page > page and b.role == "chart_text"]  # a tag over a headline, too
    texts = [_bare(b.text) for b in heads]
    named = _by_text(heads)
    tagged = _by_text(small)
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
        if at is None or heads[at].page != e.page:  # set on one line with something else
            held = (
                i
                for i, b in enumerate(heads)
                if b.page == e.page and b.role in ("heading", "title") and wanted in texts[i]
            )
            at = next(held, at) if len(wanted) > _TELLING else at
        if at is not None:
            at = _first_of_run(heads, named.get(wanted, ()), at)
            out[n] = (heads[at].page, heads[at])
        elif tags := {small[i].page: small[i] for i in reversed(tagged.get(wanted, ()))}:
            at = min(tags, key=lambda p: abs(p - e.page))
            while at - 1 in tags:  # over every page of a chapter: it begins on the first
                at -= 1
            out[n] = (at, tags[at])
    return out


def _first_of_run(heads: Sequence[Block], alike: Sequence[int], at: int) -> int:
    """The first of the pages in a row over each of which a title stands at one height: there its chapter begins."""
    by_page = {heads[i].page: i for i in reversed(alike)}
    while (before := by_page.get(heads[at].page - 1)) is not None:
        one, two = heads[before].box, heads[at].box
        if one is None or two is None or abs(one.top - two.top) > 2:
            break
        at = before
    return at


def _by_text(blocks: Sequence[Block]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for n, block in enumerate(blocks):
        out.setdefault(_bare(block.text), []).append(n)
    return out

"""What a block is on its page beside its role: the label of a number, a tick, the number of a chapter, contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from wpextract.quantities import find_periods, find_quantities
from wpextract.reading.contents import CONTENTS, contents_of
from wpextract.reading.model import Block, Box
from wpextract.reading.words import is_cjk

_NAMES = re.compile(r"[A-Za-z]{3,}|[一-鿿]{2,}")
_ALIGNED = 3.0  # points: how far the left edges of one card's lines lie apart
_CROWDED = 600  # blocks of a page that is no page of key figures any more, whose pairs would take too long
_CHAPTER = re.compile(r"\s*(\d{1,2})(?:\s+(?=[A-Z“\"‘一-鿿])|\s*$)")
_SENTENCE = re.compile(r"[.!?。！？]\s*$")
PROSE = frozenset({"title", "heading", "paragraph", "list_item", "callout", "source_note"})
LIST_NUMBER = re.compile(
    r"^\s*\(?\d{1,2}(?:\.\d{1,2})*[.)、]?(?:\s+(?=[A-Z“\"一-鿿])|(?=[A-Z][a-z]))"
)  # "3 In", and the mark of a note, "3In"


class Label(NamedTuple):
    """The words that name a number; of a grid without lines also its column."""

    words: str
    is_key_figure: bool = False
    column: str | None = None


def labels_of(
    blocks: Sequence[Block], language: str, contents: set[int], plotted: Sequence[tuple[int, Box]]
) -> dict[str, Label]:
    """The label of each block that holds nothing but a number.

    The label is the words that stand closest under, above or beside it; in a grid without lines those of its row and
    column. A key figure is larger than its label and stands above it; other figures belong to a picture.
    """
    out: dict[str, Label] = {}
    by_page: dict[int, list[Block]] = {}
    for block in blocks:
        if block.box is not None and block.role in PROSE | {"chart_text", "caption"}:
            by_page.setdefault(block.page, []).append(block)
    for page in by_page.values():
        wordy = [b for b in page if len(b.text) <= 60 and not _SENTENCE.search(b.text) and _NAMES.search(b.text)]
        if len(page) > _CROWDED:
            continue
        figures = [b for b in page if b.page not in contents and is_figure(b, language)]
        columns = [b for b in wordy if not find_quantities(b.text, language)]
        own = {b.block_id for b in figures}
        others = [b for b in page if b.block_id not in own]
        rows = [b for b in columns if not any(_over(f, b) for f in figures)]
        for block in figures:
            large = 1.15 if block.role in PROSE else 0.0
            near = [
                (gap, b) for b in wordy if _height(b) * large < _height(block) and (gap := _gap(block, b)) is not None
            ]
            if block.role not in PROSE and not is_loose_label(block, plotted):
                continue
            # a remark under a figure ("CAGR 11%") tells another number
            label = min(near, key=lambda pair: pair[0] + 2 * (pair[1] not in columns))[1] if near else None
            named = _row_and_column(block, rows, columns)
            if named and (label is None or label.text == named.column):
                out[block.block_id] = named
            elif label:
                framed = _above_and_below(block, figures, others)
                out[block.block_id] = Label(
                    framed or label.text, block.role == "heading" or block.role in PROSE and _top(label) > _top(block)
                )
    return out


def _above_and_below(figure: Block, figures: Sequence[Block], labels: Sequence[Block]) -> str | None:
    """What is written over and under a number of a card, where both are its own: no other number shares either."""
    a = figure.box
    assert a is not None

    def column(blocks: Sequence[Block]) -> list[tuple[float, Block]]:
        found = ((b.box.top, b) for b in blocks if b.box is not None and abs(b.box.x0 - a.x0) < _ALIGNED)
        return sorted(found, key=lambda x: x[0])

    others = [top for top, b in column(figures) if b is not figure]
    start = max((top for top in others if top < a.top), default=None)
    end = min((top for top in others if top > a.top), default=None)
    above = [b for top, b in column(labels) if (start is None or start < top) and top < a.top]
    below = [b for top, b in column(labels) if a.top < top and (end is None or top < end)]
    near = [
        b for b in (*above[-1:], *below[:1]) if (gap := _gap(figure, b)) is not None and gap < 1 and len(b.text) <= 60
    ]
    if (
        len(near) < 2
        or not _NAMES.search(near[0].text)
        or (start is not None and len(above) < 2)
        or (end is not None and len(below) < 2)
    ):
        return None
    one, two = (b.text for b in near)
    return f"{one}{'' if is_cjk(one[-1]) and is_cjk(two[0]) else ' '}{two}"


def is_figure(block: Block, language: str) -> bool:
    """Whether a block holds one number and nothing else, unless a large one what it counts (295 thousand units)."""
    if len(block.text) > 40 or block.role == "caption" or find_periods(block.text, language):
        return False
    found = find_quantities(block.text, language)
    if len(found) != 1:
        return False
    rest = block.text[: found[0].start] + block.text[found[0].end :]
    counted = block.role in PROSE and rest.strip() == found[0].counted_noun and found[0].value_low >= 1000
    if re.search(r"[^\W\d]{2,}", rest) and not counted:
        return False
    return found[0].kind not in ("count", "other", "rank") or not LIST_NUMBER.match(block.text)


def _over(figure: Block, label: Block) -> bool:
    """Whether a label stands closely over or under a figure, whose own it is then."""
    a, b = figure.box, label.box
    return a is not None and b is not None and min(a.x1, b.x1) > max(a.x0, b.x0) and _gap(figure, label) is not None


def _row_and_column(figure: Block, rows: Sequence[Block], columns: Sequence[Block]) -> Label | None:
    """The words at the head of a number's row and of its column, where it has both."""
    a = figure.box
    assert a is not None
    row = [b for b in rows if b.box and b.box.x1 <= a.x0 and min(a.bottom, b.box.bottom) - max(a.top, b.box.top) > 0]
    column = [b for b in columns if b.box and b.box.bottom <= a.top and min(a.x1, b.box.x1) - max(a.x0, b.box.x0) > 0]
    if not row or not column:
        return None
    near = max(column, key=lambda b: b.box.bottom if b.box else 0.0)
    return Label(f"{min(row, key=lambda b: b.box.x0 if b.box else 0.0).text} – {near.text}", column=near.text)


def _height(block: Block) -> float:
    """The height of a block's lines, in points."""
    return max((x.box.bottom - x.box.top for x in block.boxes(0, len(block.text))), default=0.0)


def _top(block: Block) -> float:
    return block.box.top if block.box else 0.0


def _gap(figure: Block, label: Block) -> float | None:
    """How far a label stands from its figure, in heights of the figure; None where it cannot be its label."""
    a, b = figure.box, label.box
    assert a is not None and b is not None
    height = max(a.bottom - a.top, 1.0)
    if min(a.x1, b.x1) - max(a.x0, b.x0) > 0:
        below, above = (b.top - a.bottom) / height, (a.top - b.bottom) / height
        gap = below if below > -0.3 else above + 0.5  # a key figure stands above its words more often than below
        return gap if -0.3 <= gap <= 2 else None
    if min(a.bottom, b.bottom) - max(a.top, b.top) > 0.4 * height:
        beside = max(b.x0 - a.x1, a.x0 - b.x1) / height
        return beside + 1 if beside <= 4 else None
    return None


def is_spoken(block: Block, language: str) -> bool:
    """Does a block beside the contents say something of its own: a sentence, or a call-out that measures a thing?"""
    if block.role == "callout" and any(q.counted_noun or q.unit != "1" for q in find_quantities(block.text, language)):
        return True
    return block.role != "heading" and _SENTENCE.search(block.text) is not None


def is_loose_label(block: Block, plotted: Sequence[tuple[int, Box]]) -> bool:
    """Words and figures of an infographic: small labels that no chart with points has claimed."""
    box = block.box
    return block.role == "chart_text" and not any(
        page == block.page and box is not None and where.holds_centre(box) for page, where in plotted
    )


def numbering_of(blocks: Sequence[Block]) -> set[str]:
    """Numbers of paragraphs that stand alone in the margin: 1.1, 1.2, 1.3."""
    chapters: dict[tuple[int, str], dict[int, str]] = {}
    for block in blocks:
        if m := re.fullmatch(r"(\d{1,2})\.(\d{1,2})", block.text.strip()):
            chapters.setdefault((block.page, m[1]), {})[int(m[2])] = block.block_id
    return {
        block_id
        for ids in chapters.values()
        if len(ids) > 1 and sorted(ids) == list(range(min(ids), min(ids) + len(ids)))
        for block_id in ids.values()
    }


def chapters_of(blocks: Sequence[Block]) -> dict[str, int]:
    """How far the number of its chapter reaches in a heading, or in what heads it: three or more count on from 0 or 1.

    Chapters are numbered in letters of one size, within the heading's line or apart from it.
    """
    chains: dict[int, list[tuple[int, str, int]]] = {}
    for block in blocks:
        if block.role in ("heading", "title") and (m := _CHAPTER.match(block.text)):
            chain, number = chains.setdefault(round(_height(block) / 2), []), int(m[1])
            if number == chain[-1][0] + 1 if chain else number <= 1:
                chain.append((number, block.block_id, m.end()))
    return {block_id: end for chain in chains.values() if len(chain) >= 3 for _, block_id, end in chain}


def contents_pages(blocks: Sequence[Block]) -> set[int]:
    """Pages of contents: by their name, by entries that name pages of the document, or by a column of such pages."""
    last = max((b.page for b in blocks), default=0)
    named = contents_of(blocks)
    listed = set(named.pages) if all(e.page <= last for e in named.entries) else set()
    return {b.page for b in blocks if CONTENTS.match(b.text)} | listed | _listing_pages(blocks)


def _listing_pages(blocks: Sequence[Block]) -> set[int]:
    """Pages on which numbers of pages stand under one another: contents by whatever name."""
    columns: dict[tuple[int, int], list[tuple[float, str]]] = {}
    for block in blocks:
        if block.box and block.role in PROSE and re.fullmatch(r"\d{1,3}(?:\s+\d{1,3})*", block.text.strip()):
            columns.setdefault((block.page, round(block.box.x1 / 3)), []).append((block.box.top, block.text))
    out: set[int] = set()
    last = max((b.page for b in blocks), default=0)
    for (page, _), column in columns.items():
        numbers = [int(n) for _, text in sorted(column) for n in text.split()]
        if len(set(numbers)) >= 5 and numbers == sorted(numbers) and page <= numbers[0] and numbers[-1] <= last:
            out.add(page)
    return out


def ticks_of(blocks: Sequence[Block]) -> set[str]:
    """Bare numbers of a picture that stand in one line and count in even steps: an axis that no chart has claimed."""
    lines: dict[tuple[int, str, int], list[tuple[Decimal, str]]] = {}
    for block in blocks:
        if block.role == "chart_text" and block.box and re.fullmatch(r"[\d,]+(?:\.\d+)?%?", block.text.strip()):
            value = Decimal(block.text.strip().rstrip("%").replace(",", ""))
            for side, at in (("left", block.box.x0), ("right", block.box.x1), ("base", block.box.bottom)):
                lines.setdefault((block.page, side, round(at / 2)), []).append((value, block.block_id))
    out: set[str] = set()
    for line in lines.values():
        values = sorted(v for v, _ in line)
        steps = {b - a for a, b in zip(values, values[1:], strict=False)}
        if len(values) >= 3 and len(steps) == 1 and steps != {Decimal(0)}:
            out |= {block_id for _, block_id in line}
    return out

"""Lines to blocks in reading order: paragraphs, headings, list items, captions, call-outs, over columns and pages.

What tables and charts claimed comes in as regions and is set apart. Order follows Breuel, "High performance document
layout analysis" (2003): above comes before below where columns overlap, left before right unless something spans both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from wpextract.ids import Ids
from wpextract.reading.contents import CONTENTS
from wpextract.reading.glyphs import SET_HYPHEN, SOFT_HYPHEN
from wpextract.reading.lines import MARKER, lines_of
from wpextract.reading.model import Block, Box, Document, Line, Mark, Page, Place, Places, Region, Role, Word
from wpextract.reading.text import text_blocks
from wpextract.reading.words import is_cjk

_PUNCTUATION = ".,;:!?()[]“”‘’\"'"
_FULL, _NARROW = 20, 12  # em: a line that is no heading or label; in a narrow column
_WIDE_LEADING = 1.35  # em between the lines of a paragraph at most
_BULLET = re.compile(
    r"^\s*(?:[•●▪■◆▶►○◦·‣➢✓*]|[-–—]\s|\(?\d{1,2}[.)、]\s*(?!\d)|[①-⑳]|[（(][一二三四五六七八九十\d]{1,2}[)）])"
)
_CAPTION = re.compile(
    rf"^\s*{MARKER}(?:figure|fig\.|chart|table|exhibit|图表?|表)\s*[\d一二三四五六七八九十]", re.IGNORECASE
)
_REFERS = re.compile(  # a line that goes on about a figure: "Table 1, with 9.4%", "Figure 3 shows"
    rf"^\s*{MARKER}(?:figure|fig\.|chart|table|exhibit|图表?|表)\s*\d[\d.\-–]*\s*"
    r"(?:[,;)，；）]|\.\s*$|(?:and|shows?|gives?|lists?|compares?|breaks|sets|is|are|puts|presents|summari[sz]es|traces|reports)\b"
    r"|所示|显示|列出|给出|汇总|展示|反映|对比了)",
    re.IGNORECASE,
)
_RUNS_ON = re.compile(r"^\s*(?:Figure|Fig\.|Chart|Table|Exhibit)\s*\d[\d.]*\s+[a-z]")  # "Table 2 nevertheless sold"
_UNIT_NOTE = re.compile(
    r"^\s*[(（]?\s*(?:(?:units?|单位)\s*[:：]|in\s+(?:rmb|usd|cny|millions?|billions?|thousands?)\b(?!\s*[\d.]))",
    re.IGNORECASE,
)
_LED_TO_A_PAGE = re.compile(r"[.·…_](?:\s?[.·…_]){3,}\s*\d{1,4}\s*$")
_SOURCE_NOTE = re.compile(r"^\s*(?:(?:data\s+)?sources?|notes?|数据来源|资料来源|来源|注释?)\s*[:：]", re.IGNORECASE)
_TERMINAL = re.compile(r"[.!?。！？:：;；][\"'”’)）\]】]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*\s*$")
_RUNS_IN = re.compile(r"[。！？]\s*\S|[.!?]\s+\S|:\s+[^\W\d]")  # a paragraph that opens in bold, no heading
_TALL = 22.0  # points: what is lower frames a word or a line, not a box of several
_ROUND = 12.0  # points: the largest radius of a box's corners
_MAX_BORDERS = 400
_MAX_TO_ORDER = 220  # blocks on a page beyond which order is by place alone (the exact order costs the cube)


@dataclass(slots=True)
class _Draft:
    """A block that is being put together."""

    lines: list[Line]
    panel: int | None
    pages: list[int] = field(default_factory=list)  # of each line
    role: Role = "paragraph"

    @property
    def box(self) -> Box:
        return Box.around(line.box for line, page in zip(self.lines, self.pages, strict=True) if page == self.pages[0])

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def text(self) -> str:
        return "".join(_text_and_places(self)[0])


def segment(document: Document, regions: Sequence[Region], ids: Ids) -> tuple[Block, ...]:
    """The document's text as blocks; words inside a region become that region's `chart_text` or `table_text` lines."""
    if document.kind == "text":
        return text_blocks(document, ids)
    body = _body_size(document.pages)
    blocks: list[tuple[int, _Draft]] = []
    for page in document.pages:
        here = [r for r in regions if r.page == page.number]
        prose = [w for w in page.words if not any(r.box.holds_centre(w.box) for r in here)]
        drafts = _ordered(_drafts(page, lines_of(prose, _borders(page))), _bands([r.box for r in here]))
        largest = max((d.size for d in drafts), default=0.0)
        for draft in drafts:
            draft.role = _role(draft, body, is_cover=page.number == 1 and draft.size >= 0.95 * largest)
            blocks.append((page.number, draft))
        for region in here:
            inside = lines_of(w for w in page.words if region.box.holds_centre(w.box))
            blocks += [(page.number, _Draft([line], None, [page.number], region.role)) for line in inside]
        blocks += [(page.number, _Draft([line], None, [page.number], "furniture")) for line in lines_of(page.furniture)]
    known = frozenset(w.text.strip(_PUNCTUATION).lower() for page in document.pages for w in page.words)
    return tuple(_block(order, page, draft, known, ids) for order, (page, draft) in enumerate(_continued(blocks)))


def _body_size(pages: Sequence[Page]) -> float:
    """The size of most of the document's letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            sizes[round(word.size * 2) / 2] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _panels(page: Page) -> list[Box]:
    """Filled boxes that text is set on, smallest first."""
    whole = page.width * page.height
    found = [
        m.box
        for m in page.marks
        if m.fill not in (None, "#ffffff")
        and m.kind != "line"
        and 0.003 * whole < m.box.area < 0.5 * whole
        and m.box.height > 12
    ]
    return sorted(set(found), key=lambda b: b.area)[:400]


def _borders(page: Page) -> list[Box]:
    """The upright rules of a page and the sides of its boxes, which no line of text crosses."""
    whole = page.width * page.height
    out: set[Box] = set()
    for m in page.marks:
        b = m.box
        if b.height >= _TALL and b.area < 0.5 * whole and (m.stroke or m.fill != "#ffffff") and _is_frame(m):
            out |= {Box(x, b.top, x, b.bottom) for x in (b.x0, b.x1)}
    return sorted(out, key=lambda b: -b.height)[:_MAX_BORDERS]


def _is_frame(mark: Mark) -> bool:
    """Whether a path runs along the sides of its box, but for rounded corners."""
    b = mark.box
    return mark.kind != "curve" or all(
        min(x - b.x0, b.x1 - x) <= (_ROUND if min(y - b.top, b.bottom - y) <= _ROUND else 1)
        or min(y - b.top, b.bottom - y) <= 1
        for x, y in mark.path
    )


def _drafts(page: Page, lines: Sequence[Line]) -> list[_Draft]:
    panels = _panels(page)
    drafts: list[_Draft] = []
    heads = [line.box for line in lines if CONTENTS.match(line.text)]
    for line in lines:
        panel = next((i for i, b in enumerate(panels) if b.grown(1).holds_centre(line.box)), None)
        home = max(
            (
                d
                for d in drafts[-80:]
                if d.panel == panel and _may_run_on(d.lines[-1], heads, page.width) and _continues(d, line)
            ),
            key=lambda d: min(d.lines[-1].box.x1, line.box.x1) - max(d.lines[-1].box.x0, line.box.x0),
            default=None,
        )
        if home is None:
            drafts.append(_Draft([line], panel, [page.number]))
        else:
            home.lines.append(line)
            home.pages.append(page.number)
    return drafts


def _may_run_on(line: Line, heads: Sequence[Box], width: float) -> bool:
    """Whether a line may go on in the next: each entry of a table of contents is a line of its own.

    Beside its heading, lines do that are as long as prose is; under it, those that fill the page.
    """
    beside = all(line.box.x0 > head.x1 or line.box.x1 < head.x0 for head in heads)
    prose = beside and line.box.width > _FULL * line.size and not line.text[-1:].isdecimal()
    return not heads or prose or line.box.width >= 0.6 * width


def _continues(draft: _Draft, line: Line) -> bool:
    """Whether the line is the next one of the block's paragraph."""
    last = draft.lines[-1]
    size = min(last.size, line.size)
    if any(w.angle for w in (*last.words[:1], *line.words[:1])) or not _of_one_size(last, line):
        return False
    gap = line.box.top - last.box.bottom
    indent = last.box.x0 - line.box.x0 if len(draft.lines) == 1 else 0.0  # a short second line may end under it
    overlap = min(last.box.x1, line.box.x1) - max(last.box.x0 - (indent if indent < 3 * size else 0.0), line.box.x0)
    # over wide leading, too: from a line as long as prose is, or as far to the right as the next
    long = last.box.width > (_NARROW if line.box.x1 <= last.box.x1 + size else _FULL) * size
    runs_on = long and not _TERMINAL.search(last.text)
    if not -0.4 * size < gap < (_WIDE_LEADING if runs_on else 0.95) * size or overlap < 0.5 * min(
        last.box.width, line.box.width
    ):
        return False
    before, after = (_is_bold(_of_body(x, size)) for x in (last, line))
    stressed = any(_stresses(x) for x in draft.lines)  # a line may be all of a figure in bold
    led_on = stressed or (last.bold and _RUNS_IN.search(last.text))
    if before != after and not (led_on and not _TERMINAL.search(last.text)):
        return False
    goes_on = _REFERS.match(line.text) or _RUNS_ON.match(line.text)
    captioned = _CAPTION.match(line.text) and not (goes_on and not _TERMINAL.search(last.text))
    if _BULLET.match(line.text) or captioned or _SOURCE_NOTE.match(line.text):
        return False
    if _UNIT_NOTE.match(line.text) or _UNIT_NOTE.match(last.text) or _LED_TO_A_PAGE.search(last.text):
        return False
    if len(draft.lines) > 1:
        usual = draft.lines[1].box.top - draft.lines[0].box.top
        if line.box.top - last.box.top > 1.3 * usual + 1:
            return False
    left = min(row.box.x0 for row in draft.lines)
    ended = bool(_TERMINAL.search(last.text))
    right = max(row.box.x1 for row in draft.lines)
    if ended and line.box.x0 - left > 1.2 * size and line.box.x0 - left < 4 * size:
        return False  # a first line's indent
    return not (ended and len(draft.lines) > 1 and right - last.box.x1 > 0.35 * (right - left) and gap > 0.45 * size)


def _of_one_size(a: Line, b: Line) -> bool:
    """Whether two lines are set alike, but for figures that are enlarged in one of them."""
    size = min(a.size, b.size)
    return 0.88 < a.size / b.size < 1.14 or all(len(_of_body(x, size)) for x in (a, b))


def _is_bold(words: Sequence[Word]) -> bool:
    return sum(len(w.text) for w in words if w.bold) * 2 > sum(len(w.text) for w in words)


def _stresses(line: Line) -> bool:
    """Whether a line has words in bold, and others before or behind them."""
    return len({w.bold for w in line.words}) > 1


def _of_body(line: Line, size: float) -> list[Word]:
    """The words of a size: all but the figures that are enlarged in a line."""
    return [w for w in line.words if 0.88 < w.size / size < 1.14]


def _bands(regions: Sequence[Box]) -> list[Box]:
    """The regions, those that stand side by side as one: text reads on above them before it does below."""
    out: list[Box] = []
    for box in sorted(regions, key=lambda b: b.top):
        beside = next(
            (b for b in out if min(b.bottom, box.bottom) - max(b.top, box.top) > 0.7 * max(b.height, box.height)), None
        )
        if beside:
            out[out.index(beside)] = Box.around([beside, box])
        else:
            out.append(box)
    return out


def _ordered(drafts: list[_Draft], bands: Sequence[Box]) -> list[_Draft]:
    """The blocks of a page in reading order; `bands` are what stands between them."""
    by_place: list[_Draft | Box] = sorted([*drafts, *bands], key=lambda d: (_box(d).top, _box(d).x0))
    n = len(by_place)
    if n < 2 or n > _MAX_TO_ORDER:
        return [d for d in by_place if isinstance(d, _Draft)]
    b = np.array([(x.x0, x.top, x.x1, x.bottom) for x in map(_box, by_place)])
    x0, top, x1, middle = b[:, 0], b[:, 1], b[:, 2], (b[:, 1] + b[:, 3]) / 2
    slack = 0.1 * np.minimum(x1 - x0, (x1 - x0)[:, None])
    overlap = np.minimum(x1, x1[:, None]) - np.maximum(x0, x0[:, None]) > slack
    above = middle[:, None] < middle[None, :]
    left = x1[:, None] <= x0[None, :] + slack
    low, high = np.minimum(middle[:, None], middle[None, :]), np.maximum(middle[:, None], middle[None, :])
    between = (middle[None, None, :] > low[:, :, None]) & (middle[None, None, :] < high[:, :, None])
    spanned = (overlap[:, None, :] & overlap[None, :, :] & between).any(axis=2)
    before = (overlap & above) | (left & ~overlap & ~spanned)
    np.fill_diagonal(before, False)
    waiting = set(range(n))
    waits = before.sum(axis=0)
    out: list[_Draft] = []
    while waiting:
        free = [i for i in waiting if waits[i] == 0] or list(waiting)
        nxt = min(free, key=lambda i: (top[i], x0[i]))
        waiting.remove(nxt)
        if isinstance(d := by_place[nxt], _Draft):
            out.append(d)
        waits = waits - before[nxt]
    return out


def _box(item: _Draft | Box) -> Box:
    return item if isinstance(item, Box) else item.box


def _role(draft: _Draft, body: float, *, is_cover: bool) -> Role:
    text = draft.text
    bold = sum(line.bold for line in draft.lines) * 2 > len(draft.lines)
    if _UNIT_NOTE.match(text) and len(text) < 80:
        return "unit_note"
    if _SOURCE_NOTE.match(text):
        return "source_note"
    if _CAPTION.match(text) and len(text) < 160 and not (_REFERS.match(text) and _TERMINAL.search(text)):
        return "caption"
    if is_cover and draft.size > 1.2 * body:
        return "title"
    short = len(draft.lines) <= 3 and len(text) < 140 and not _TERMINAL.search(text) and draft.size > 0.85 * body
    if short and (draft.size > 1.15 * body or (bold and draft.size > 0.95 * body)):
        return "heading"
    small = draft.size < 0.85 * body and len(text) < 70 and not _TERMINAL.search(text)
    if small and len(draft.lines) <= 3:
        return "chart_text"  # a label of a picture: smaller than the body, no sentence
    if draft.panel is not None:
        return "callout"
    if _BULLET.match(text):
        return "list_item"
    return "paragraph"


def _continued(blocks: list[tuple[int, _Draft]]) -> list[tuple[int, _Draft]]:
    """Paragraphs that a column or page break cut in two, put together."""
    out: list[tuple[int, _Draft]] = []
    open_paragraph: tuple[int, _Draft] | None = None
    for page, draft in blocks:
        if draft.role in ("paragraph", "list_item"):
            if open_paragraph and draft.role == "paragraph" and _is_cut(open_paragraph, page, draft):
                open_paragraph[1].lines += draft.lines
                open_paragraph[1].pages += draft.pages
                continue
            open_paragraph = (page, draft)
        elif draft.role in ("heading", "title"):
            open_paragraph = None
        out.append((page, draft))
    return out


def _is_cut(first: tuple[int, _Draft], page: int, rest: _Draft) -> bool:
    last, start = first[1].lines[-1], rest.lines[0]
    if (
        page - first[1].pages[-1] > 1
        or _TERMINAL.search(last.text)
        or len(first[1].text) < 25
        or abs(start.size - last.size) > 0.3
        or rest.text.strip().isdecimal()  # a page number of the contents
    ):
        return False
    head = start.text.lstrip("“\"'(（")[:1]
    runs_on = head and is_cjk(head) and (is_cjk(last.text[-1]) or last.text[-1].isdecimal())
    if not (head.islower() or head.isdecimal() or runs_on):
        return False
    moved = page > first[1].pages[-1] or start.box.top < last.box.top
    return moved and len(last.text) > 0.6 * max(len(line.text) for line in first[1].lines)


def _text_and_places(draft: _Draft, known: frozenset[str] = frozenset()) -> tuple[list[str], list[Place | None]]:
    """The text of a block and the place of each character; of a word cut at a line's end that is `known`, no hyphen."""
    text: list[str] = []
    places: list[Place | None] = []
    for line, page in zip(draft.lines, draft.pages, strict=True):
        if text:
            end, start = text[-1], line.text[:1]
            cut = start.islower() and len(text) > 1 and text[-2].isalpha()
            hyphen = end in ("-", SET_HYPHEN)
            set_in = end == SET_HYPHEN and not _sets_hyphens(known)  # where words are cut, and nowhere else
            if end == SOFT_HYPHEN or cut and (set_in or hyphen and _is_cut_word(text, line, known)):
                text.pop()
                places.pop()
            elif not (is_cjk(end) and is_cjk(start)) and not (hyphen and cut):
                text.append(" ")
                places.append(None)
        text.extend(line.text)
        places.extend(None if box is None else Place(page, box) for box in line.places)
    return text, places


def _is_cut_word(before: Sequence[str], line: Line, known: frozenset[str]) -> bool:
    """Whether what stands on either side of a hyphen at a line's end is one word that the document has elsewhere."""
    head = "".join(before[-40:-1]).split()[-1].lstrip(_PUNCTUATION).lower()
    tail = line.text.split()[0].rstrip(_PUNCTUATION).lower()
    return f"{head}{tail}" in known and known.isdisjoint(f"{head}{hyphen}{tail}" for hyphen in ("-", SET_HYPHEN))


@lru_cache(maxsize=1)
def _sets_hyphens(known: frozenset[str]) -> bool:
    """Whether a document sets U+2010 inside its words too, for every hyphen."""
    return any(SET_HYPHEN in word[1:-1] for word in known)


def _block(order: int, page: int, draft: _Draft, known: frozenset[str], ids: Ids) -> Block:
    chars, places = _text_and_places(draft, known)
    text = "".join(chars)
    return Block(ids.new("block", page, text), page, draft.role, order, text, draft.box, Places.of(places))

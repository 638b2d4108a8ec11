"""Blocks, tables and charts to facts: a metric, a period and a place for each quantity, an end for each token."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from wpextract.charts.model import Axis, Callout, Chart, Point
from wpextract.facts.dating import date_numbers, is_contrasted
from wpextract.facts.dating_spans import counted_from, span_of, sums_up
from wpextract.facts.expecting import RATES, is_forecast, is_left_behind
from wpextract.facts.geography import geography_of
from wpextract.facts.model import Disposition, Fact, NumberToken
from wpextract.facts.naming import Name, Topic, key_of, name_label, name_numbers, restated, topic_of, under
from wpextract.facts.sentences import sentences
from wpextract.facts.times import NOTHING, Basis, Calendar, Told, When, periods_of
from wpextract.ids import Ids
from wpextract.quantities import (
    TableUnits,
    find_periods,
    find_quantities,
    general_note,
    lost_dash,
    note_in_label,
    note_of_cell,
    numeric_tokens,
    parse_period_label,
    parse_unit_note,
    points_of_shares,
    read_cell,
    table_units,
)
from wpextract.quantities.model import Period, Quantity, UnitNote
from wpextract.reading.contents import CONTENTS, contents_of
from wpextract.reading.model import Block, Box, Document, Place
from wpextract.tables.model import Cell, Table

_T = TypeVar("_T")
_UNIT_HEAD = re.compile(r"^\s*[(（]?\s*(?:units?|单位)\s*[:：]", re.IGNORECASE)
_POINTING = re.compile(
    r"(?:This|That|These|Those)\b[^,;]{0,20}?\b(?:is|was|are|were|represents?|equals?|means|implies|corresponds?|amounts?)\b|[这此]"
)
_PRONOUN = re.compile(
    r"(?:It(?!\s+(?:takes|took|costs?)\b)|They|Its|Their)\b"
)  # of a paragraph that goes on with the one before
_FROM = re.compile(r"(?:[由从自]|\bfrom)\s*$", re.IGNORECASE)
_CHANGES = re.compile(r"[由从]|\bfrom\b", re.IGNORECASE)
_INDEX = re.compile(r"\b(?:index|indices|scores?)\b", re.IGNORECASE)  # these move by points of their own
_ERROR = re.compile(r"\b(?:sampling|standard|statistical) errors?\b|\bmargins? of error\b", re.IGNORECASE)
_RATE_BASE = re.compile(r"(?:\bper|\bfor\s+(?:every|each)|每)\s*$", re.IGNORECASE)
_PROSE = frozenset({"title", "heading", "paragraph", "list_item", "callout", "source_note"})
_CHAPTER = re.compile(r"\s*(\d{1,2})(?:\s+(?=[A-Z“\"‘一-鿿])|\s*$)")
_GRAND = re.compile(r"^\s*(?:(?:grand\s+|sub-?\s*)?totals?\b|(?:合|总|小)\s*计)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?。！？]\s*$")
_LIST_NUMBER = re.compile(
    r"^\s*\(?\d{1,2}(?:\.\d{1,2})*[.)、]?(?:\s+(?=[A-Z“\"一-鿿])|(?=[A-Z][a-z]))"
)  # "3 In", and the mark of a note, "3In"


def build_facts(
    document: Document, blocks: Sequence[Block], tables: Sequence[Table], charts: Sequence[Chart], ids: Ids
) -> tuple[tuple[Fact, ...], tuple[NumberToken, ...]]:
    """Every number of the document as a fact, and every numeric token with what became of it."""
    facts: list[Fact] = []
    tokens: list[NumberToken] = []
    contents = _contents_pages(blocks)
    plotted = [(c.page, c.box) for c in charts if c.points]
    repaired = {p.number: [r.box for r in p.repairs if r.text in "–—"] for p in document.pages}
    topic = topic_of(document.title or "")
    calendar = _calendar(document, blocks)
    spoken: set[str] = set()
    ticks, numbering, chapters = _ticks(blocks), _numbering(blocks), _chapters(blocks)
    unnamed = {b.block_id for b in blocks if chapters.get(b.block_id) == len(b.text)} | ticks
    labels = _labels([b for b in blocks if b.block_id not in unnamed], document.language, contents, plotted)
    for block in blocks:
        if block.block_id in labels:
            found, read = _key_figure(document, block, labels[block.block_id], topic, calendar, ids)
            facts += found
            tokens += read
            spoken.add(block.block_id)
            continue
        if block.role in ("heading", "title") and not _is_figure(block, document.language):
            topic = under(topic, block.text)
        label = block.block_id not in ticks and _is_loose_label(block, plotted)
        if block.role in _PROSE or label:
            listed = block.block_id in numbering or block.page in contents and not _is_spoken(block, document.language)
            number = chapters.get(block.block_id, 0)
            found, read, after = _prose(document, block, topic, listed, number, repaired, calendar, ids)
            topic = after if block.role == "paragraph" else topic
            facts += [replace(f, source="chart") for f in found] if label else found
            tokens += read
            spoken.add(block.block_id)
    for chart in charts:
        facts += _chart(document, chart, ids)
    for table in tables:
        facts += _table(document, table, ids)
    tokens += _tokens_elsewhere([b for b in blocks if b.block_id not in spoken], tables, charts, facts)
    return tuple(facts), tuple(tokens)


def _calendar(document: Document, blocks: Sequence[Block]) -> Calendar:
    """The base year, and the day of publication: as stated, else the latest date on the cover, else the base year."""
    if document.published_on:
        return Calendar(document.base_year, date.fromisoformat(document.published_on))
    cover = [p for b in blocks if b.page == 1 for p in find_periods(b.text, document.language) if p.last]
    latest = max((p.last for p in cover if p.last and p.kind != "range"), default=None)
    base = date(document.base_year, 12, 31) if document.base_year else None
    return Calendar(document.base_year, max(filter(None, (latest, base)), default=None))


# ------------------------------------------------------------------ key figures


class _Label(NamedTuple):
    """The words that name a number; of a grid without lines also its column."""

    words: str
    is_key_figure: bool = False
    column: str | None = None


_CROWDED = 600  # blocks of a page that is no page of key figures any more, whose pairs would take too long


def _labels(
    blocks: Sequence[Block], language: str, contents: set[int], plotted: Sequence[tuple[int, Box]]
) -> dict[str, _Label]:
    """The label of each block that holds nothing but a number.

    The label is the words that stand closest under, above or beside it; in a grid without lines those of its row and
    column. A key figure is larger than its label and stands above it; other figures belong to a picture.
    """
    out: dict[str, _Label] = {}
    by_page: dict[int, list[Block]] = {}
    for block in blocks:
        if block.box is not None and block.role in _PROSE | {"chart_text", "caption"}:
            by_page.setdefault(block.page, []).append(block)
    for page in by_page.values():
        wordy = [
            b
            for b in page
            if len(b.text) <= 60 and not _SENTENCE.search(b.text) and re.search(r"[A-Za-z]{3,}|[一-鿿]{2,}", b.text)
        ]
        if len(page) > _CROWDED:
            continue
        figures = [b for b in page if b.page not in contents and _is_figure(b, language)]
        columns = [b for b in wordy if not find_quantities(b.text, language)]
        rows = [b for b in columns if not any(_over(f, b) for f in figures)]
        for block in figures:
            large = 1.15 if block.role in _PROSE else 0.0
            near = [
                (gap, b) for b in wordy if _height(b) * large < _height(block) and (gap := _gap(block, b)) is not None
            ]
            if block.role not in _PROSE and not _is_loose_label(block, plotted):
                continue
            label = min(near, key=lambda pair: pair[0])[1] if near else None
            named = _row_and_column(block, rows, columns)
            if named and (label is None or label.text == named.column):
                out[block.block_id] = named
            elif label:
                out[block.block_id] = _Label(
                    label.text, block.role == "heading" or block.role in _PROSE and _top(label) > _top(block)
                )
    return out


def _is_figure(block: Block, language: str) -> bool:
    """Whether a block holds one number and nothing else, unless a large one what it counts (295 thousand units)."""
    if len(block.text) > 40 or block.role == "caption" or find_periods(block.text, language):
        return False
    found = find_quantities(block.text, language)
    if len(found) != 1:
        return False
    rest = block.text[: found[0].start] + block.text[found[0].end :]
    counted = block.role in _PROSE and rest.strip() == found[0].counted_noun and found[0].value_low >= 1000
    if re.search(r"[^\W\d]{2,}", rest) and not counted:
        return False
    return found[0].kind not in ("count", "other", "rank") or not _LIST_NUMBER.match(block.text)


def _over(figure: Block, label: Block) -> bool:
    """Whether a label stands closely over or under a figure, whose own it is then."""
    a, b = figure.box, label.box
    return a is not None and b is not None and min(a.x1, b.x1) > max(a.x0, b.x0) and _gap(figure, label) is not None


def _row_and_column(figure: Block, rows: Sequence[Block], columns: Sequence[Block]) -> _Label | None:
    """The words at the head of a number's row and of its column, where it has both."""
    a = figure.box
    assert a is not None
    row = [b for b in rows if b.box and b.box.x1 <= a.x0 and min(a.bottom, b.box.bottom) - max(a.top, b.box.top) > 0]
    column = [b for b in columns if b.box and b.box.bottom <= a.top and min(a.x1, b.box.x1) - max(a.x0, b.box.x0) > 0]
    if not row or not column:
        return None
    near = max(column, key=lambda b: b.box.bottom if b.box else 0.0)
    return _Label(f"{min(row, key=lambda b: b.box.x0 if b.box else 0.0).text} – {near.text}", column=near.text)


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


def _is_spoken(block: Block, language: str) -> bool:
    """Does a block beside the contents say something of its own: a sentence, or a call-out that measures a thing?"""
    if block.role == "callout" and any(q.counted_noun or q.unit != "1" for q in find_quantities(block.text, language)):
        return True
    return block.role != "heading" and _SENTENCE.search(block.text) is not None


def _numbering(blocks: Sequence[Block]) -> set[str]:
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


def _chapters(blocks: Sequence[Block]) -> dict[str, int]:
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


def _contents_pages(blocks: Sequence[Block]) -> set[int]:
    """Pages of contents: by their name, by entries that name pages of the document, or by a column of such pages."""
    last = max((b.page for b in blocks), default=0)
    named = contents_of(blocks)
    listed = set(named.pages) if all(e.page <= last for e in named.entries) else set()
    return {b.page for b in blocks if CONTENTS.match(b.text)} | listed | _listing_pages(blocks)


def _listing_pages(blocks: Sequence[Block]) -> set[int]:
    """Pages on which numbers of pages stand under one another: contents by whatever name."""
    columns: dict[tuple[int, int], list[tuple[float, str]]] = {}
    for block in blocks:
        if block.box and block.role in _PROSE and re.fullmatch(r"\d{1,3}(?:\s+\d{1,3})*", block.text.strip()):
            columns.setdefault((block.page, round(block.box.x1 / 3)), []).append((block.box.top, block.text))
    out: set[int] = set()
    last = max((b.page for b in blocks), default=0)
    for (page, _), column in columns.items():
        numbers = [int(n) for _, text in sorted(column) for n in text.split()]
        if len(set(numbers)) >= 5 and numbers == sorted(numbers) and page <= numbers[0] and numbers[-1] <= last:
            out.add(page)
    return out


def _ticks(blocks: Sequence[Block]) -> set[str]:
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


def _key_figure(
    document: Document, block: Block, label: _Label, topic: Topic, calendar: Calendar, ids: Ids
) -> tuple[list[Fact], list[NumberToken]]:
    """The number of a box of key figures, named and dated by the words beside it."""
    text = f"{block.text} {label.words}"
    (q,) = find_quantities(block.text, document.language)
    heading = _only(find_periods(topic.heading, document.language))
    told = Told(ahead=heading, stays=True) if calendar.is_to_come(heading) else NOTHING
    (when,) = date_numbers(text, [q], periods_of(text, document.language, heading, calendar), heading, calendar, told)
    name = name_label(label.words, topic, q)
    expected = is_forecast(when, text, [q], 0, calendar)
    fact = _prose_fact(document, block, 0, text, q, name, when, expected, topic.heading, {}, ids)
    if not label.is_key_figure and (block.role == "chart_text" or q.kind == "count"):
        fact = replace(fact, source="chart", series=label.column, confidence=0.6)  # a bare figure in a picture
    return [fact], [
        NumberToken(
            block.page,
            t.text,
            "fact",
            fact.fact_id,
            place.box if (place := next(iter(block.boxes(t.start, t.end)), None)) else None,
        )
        for t in numeric_tokens(block.text, [q], [])
    ]


# ------------------------------------------------------------------ prose


def _prose(
    document: Document,
    block: Block,
    topic: Topic,
    is_contents: bool,
    number: int,
    repaired: dict[int, list[Box]],
    calendar: Calendar,
    ids: Ids,
) -> tuple[list[Fact], list[NumberToken], Topic]:
    facts: list[Fact] = []
    tokens: list[NumberToken] = []
    above = "" if topic.heading == block.text else topic.heading
    heading = next(iter(find_periods(above, document.language)), None)
    listed_at = ""
    opened: Period | None = None  # the time of which the sentence before told first
    ended: Period | None = None  # the time to which its change led
    spanned: Period | None = None
    asked: Period | None = None  # when was what the paragraph tells asked for?
    stays = False  # does the paragraph tell of a time to come?
    topic = topic if _PRONOUN.match(block.text) else replace(topic, subjects=())
    topic = replace(topic, dated=None) if calendar.is_past(topic.dated) else topic
    for s, e in sentences(block.text):
        sentence = block.text[s:e]
        if not any(c.isdecimal() for c in sentence) and block.role in ("heading", "title", "source_note"):
            continue
        numbered = _LIST_NUMBER.match(sentence)
        if numbered and not (s == 0 or block.role == "heading" or numbered.group().strip() == _next(listed_at)):
            numbered = None
        listed_at = numbered.group().strip() if numbered else listed_at
        skip = numbered.end() if numbered else 0
        readable = not is_contents and not (block.role == "heading" and _UNIT_HEAD.match(sentence))
        read = find_quantities(sentence, document.language) if readable else []
        of_shares = bool(topic.english) and topic.english[-1].kind in ("percent", "percentage_point")
        if (of_shares or _ERROR.search(sentence)) and not _INDEX.search(block.text):
            read = points_of_shares(sentence, read)
        quantities = [q for q in read if _counts(q, sentence) and q.end > skip and s + q.start >= number]
        periods = periods_of(sentence, document.language, topic.dated or heading, calendar)
        behind = block.text[:s].rstrip()[-1:]
        goes_on = sentence[:1].islower() or behind in (";", "；") or _POINTING.match(sentence)
        changes = bool(quantities) and _CHANGES.search(sentence, 0, quantities[0].start)
        carried = (opened if changes else ended) if goes_on else None  # of the same time
        told = Told(carried, spanned, topic.ahead, stays, asked)
        dates = date_numbers(sentence, quantities, periods, heading, calendar, told)
        dates = [
            When(spanned, "sentence")
            if spanned and len(quantities) == 1 and sums_up(sentence, q, w)
            else When(years, "sentence")
            if (years := counted_from(sentence, q, periods, ended))
            else w
            for q, w in zip(quantities, dates, strict=True)
        ]
        spanned = span_of(dates) or (spanned if not quantities else None)
        placed: list[tuple[Quantity, Fact]] = []
        names, topic = name_numbers(sentence, quantities, periods, topic)
        for k, (q, name, when) in enumerate(zip(quantities, names, dates, strict=True)):
            if _only_rates(sentence, q):
                continue
            expected = is_forecast(when, sentence, quantities, k, calendar, above)
            if placed and q.kind in RATES and when.basis == "sentence" and when.period == dates[k - 1].period:
                expected |= placed[-1][1].is_forecast  # in 2030 it will be N, M% more than in 2025
            fact = _prose_fact(document, block, s, sentence, q, name, when, expected, above, repaired, ids)
            placed.append((q, fact))
        facts += [fact for _, fact in placed]
        spoken = [w.period for w in dates if w.period and w.basis == "sentence"]
        spoken = [p for p in spoken if p.kind not in ("since", "range")] or spoken
        changed = spoken and (is_left_behind(sentence, quantities, 0) or _FROM.search(sentence[: spoken[0].start]))
        opened = (spoken[0] if dates[0].basis == "sentence" else None) if spoken else carried
        ended = max(spoken, key=lambda p: p.last or date.min) if changed and opened else opened
        # "Prices bottomed in 2021. In that year ..."
        last = [p for p in (*spoken, *periods[: not quantities]) if not is_contrasted(sentence, p)]
        ahead = [p for p in (*spoken, *periods) if calendar.is_unknown(p)]
        told_last = dates[-1].period if dates else ahead[-1] if ahead else None
        if quantities or periods:
            now = dates[-1].period if dates else periods[-1]
            asked = now if calendar.is_survey(now) else None
        if quantities or ahead:
            stays = calendar.is_unknown(told_last) and (topic.announced or calendar.is_to_come(heading))
        topic = replace(topic, dated=last[-1] if last else topic.dated, ahead=ahead[-1] if ahead else topic.ahead)
        for token in numeric_tokens(sentence, quantities, periods):
            owner = next((f.fact_id for q, f in placed if q.start <= token.start < q.end), None)
            place = next(iter(block.boxes(s + token.start, s + token.end)), None)
            listed = is_contents or token.end <= skip or s + token.end <= number
            said: Disposition = (
                "fact" if owner else _disposition(token.disposition, listed or token.disposition == "fact")
            )
            page = place.page if place else block.page
            tokens.append(NumberToken(page, token.text, said, owner, place.box if place else None))
    return facts, tokens, topic


def _only_rates(sentence: str, q: Quantity) -> bool:
    """Is a number but the base of a rate: per 10,000 people, for every 100 thousand, 每10万人, 1美元兑7元?"""
    if q.kind == "money" and q.value == 1 and re.match(r"\s*(?:兑|=|等于)", sentence[q.end :]):
        return True
    return (
        q.kind == "count"
        and q.value is not None
        and q.value >= 100
        and q.value.normalize().as_tuple().digits == (1,)
        and _RATE_BASE.search(sentence, 0, q.start) is not None
    )


def _next(number: str) -> str:
    """The number of the entry behind that of this one: of the notes in "1 Firms alone. 2 Without land."."""
    return str(int(number) + 1) if number.isdecimal() else ""


def _is_loose_label(block: Block, plotted: Sequence[tuple[int, Box]]) -> bool:
    """Words and figures of an infographic: small labels that no chart with points has claimed."""
    box = block.box
    return block.role == "chart_text" and not any(
        page == block.page and box is not None and where.holds_centre(box) for page, where in plotted
    )


def _disposition(said: str, is_contents: bool) -> Disposition:
    if is_contents:
        return "reference"
    known: tuple[Disposition, ...] = (
        "axis", "date", "page_number", "reference", "identifier", "furniture", "decoration", "unread"
    )  # fmt: skip
    return next((k for k in known if k == said), "unread")


def _counts(q: Quantity, sentence: str) -> bool:
    """A bare number that stands alone (a stray label) measures nothing that could be said of it."""
    alone = not re.search(r"[A-Za-z]{2,}|[一-鿿]{2,}", sentence[: q.start] + sentence[q.end :])
    return not (alone and q.kind in ("count", "other", "rank") and not q.counted_noun)


def _prose_fact(
    document: Document, block: Block, offset: int, sentence: str, q: Quantity, name: Name, when: When, expected: bool,
    heading: str, repaired: dict[int, list[Box]], ids: Ids,
) -> Fact:  # fmt: skip
    boxes = block.boxes(offset + q.start, offset + q.end)
    page = boxes[0].page if boxes else block.page
    dash = _dash(document, q, sentence, boxes, repaired)
    return _fact(
        ids, page, "prose", block.block_id, q, metric=name.metric, geography=name.geography, when=when,
        forecast=expected, boxes=boxes, sentence=sentence,
        language=document.language, context=heading or None, char_start=offset + q.start, char_end=offset + q.end,
        dash=dash, confidence=_confidence(q, when, dash),
    )  # fmt: skip


def _confidence(q: Quantity, when: When, dash: str | None) -> float:
    """The chance that number, unit and period are right, from shares observed (benchmarks/confidence.py)."""
    bare = q.unit == "1" and not q.counted_noun and q.kind not in ("rank", "ratio")
    taken = {
        "a number with nothing that is measured or counted": 0.22 * bare,
        "a period that its sentence does not name": {"sentence": 0.0, "heading": 0.12, "title": 0.05}.get(when.basis or "", 0.03),
        "points whose two periods may be taken for one another": 0.12 * (q.kind == "percentage_point"),
        "a range whose dash may be lost": 0.4 * (dash == "doubted"),
    }  # fmt: skip
    return round(0.98 - sum(taken.values()), 2)


def _dash(
    document: Document, q: Quantity, sentence: str, boxes: Sequence[Place], repaired: dict[int, list[Box]]
) -> str | None:
    if any(place.box.holds_centre(box) for place in boxes for box in repaired.get(place.page, [])):
        return "repaired"
    if q.approximate_range:
        return "doubted"
    digits = q.value_as_printed
    if document.kind == "text" and digits.isdecimal() and len(digits) >= 3 and lost_dash(digits) is not None:
        plain = len(digits) >= 4 or q.currency or q.kind == "percent"
        return "doubted" if plain and "," not in sentence[q.start : q.end] else None
    return None


# ------------------------------------------------------------------ charts


def _chart(document: Document, chart: Chart, ids: Ids) -> Iterable[Fact]:
    titled = find_periods(chart.title or "", document.language)
    several = len({p.series for p in chart.points}) > 1
    for point in chart.points:
        axis = chart.secondary if point.axis == "secondary" else chart.primary
        note = _note(point, axis, chart)
        q = _reading(point, note, document)
        if q is None:
            continue
        label = parse_period_label(point.category or "") or parse_period_label(point.series or "")
        single = titled[0] if len(titled) == 1 and titled[0].kind != "range" else None
        when = When(label, "title") if label else When(single, "title" if single else None)
        series = point.series if several and not parse_period_label(point.series or "") else None
        category = None if parse_period_label(point.category or "") else point.category
        names = [chart.title or "chart", series, category]
        metric = " – ".join(n for n in names if n)
        yield _fact(
            ids, chart.page, "chart", point.point_id, q, metric=metric,
            geography=geography_of(metric, len(metric), (0, len(metric))), when=when,
            forecast=_category_is_forecast(document, label), boxes=(Place(chart.page, point.box),),
            sentence=chart.title or "", language=document.language, context=chart.title, series=point.series,
            container=chart.chart_id, confidence=0.95 if point.value_as_printed else 0.7,
        )  # fmt: skip
    for callout in chart.callouts:
        yield from _callout(document, chart, callout, titled, ids)


def _category_is_forecast(document: Document, label: Period | None) -> bool:
    if label is None:
        return False
    known = int(document.published_on[:4]) if document.published_on else document.base_year
    return label.is_forecast or bool(known and label.first and label.first.year > known)


def _note(point: Point, axis: Axis | None, chart: Chart) -> UnitNote | None:
    if point.unit_in_label and (own := parse_unit_note(point.unit_in_label)):
        general = parse_unit_note(chart.unit_as_printed or "")
        # "2.72million" under "Unit: yuan" keeps the note's currency
        return own if own.kind != "count" or general is None or not general.currency else None
    if axis and axis.unit_as_printed:
        return parse_unit_note(axis.unit_as_printed) or parse_unit_note(f"({axis.unit_as_printed})")
    if axis and axis.is_percent:
        return parse_unit_note("%")
    if chart.unit_as_printed and (note := parse_unit_note(chart.unit_as_printed)):
        return note
    bracketed = re.findall(r"[(（]([^()（）]{1,40})[)）]", chart.title or "")
    return next((note for text in bracketed if (note := parse_unit_note(text))), None)


def _reading(point: Point, note: UnitNote | None, document: Document) -> Quantity | None:
    if point.value_as_printed:
        return read_cell(point.value_as_printed, note, document.default_currency)
    if point.from_geometry is None:
        return None
    scale = note.scale if note else Decimal(1)
    value = Decimal(f"{point.from_geometry:.6g}") * scale
    error = Decimal(f"{point.reading_error or 0:.3g}") * scale
    return Quantity(
        0, 0, "", note.kind if note else "count", value, value, value, value - error, value + error, None, "~", None,
        note.unit if note else "1", note.unit_denominator if note else None, note.counted_noun if note else None,
        note.currency if note else None, "", note.text if note else None, scale,
    )  # fmt: skip


def _callout(document: Document, chart: Chart, callout: Callout, titled: Sequence[Period], ids: Ids) -> Iterable[Fact]:
    for q in find_quantities(callout.text, document.language):
        own = find_periods(callout.text, document.language)
        period = own[0] if own else titled[0] if titled else None
        boxes = [b for b in callout.char_boxes[q.start : q.end] if b is not None] or [callout.box]
        words = " ".join(re.findall(r"[A-Za-z]{2,}|[一-鿿]+", callout.text[: q.start]))
        metric = " – ".join(n for n in (words, callout.series, chart.title) if n)
        when = When(period, "title" if period and not own else "sentence" if period else None)
        yield _fact(
            ids, chart.page, "chart", chart.chart_id, q, metric=metric or "call-out",
            geography=geography_of(metric, len(metric), (0, len(metric))), when=when,
            forecast=bool(period and period.is_forecast), boxes=(Place(chart.page, Box.around(boxes)),),
            sentence=callout.text, language=document.language, context=chart.title, series=callout.series,
            container=chart.chart_id, confidence=0.85,
        )  # fmt: skip


# ------------------------------------------------------------------ tables


def _table(document: Document, table: Table, ids: Ids) -> Iterable[Fact]:
    titled = find_periods(table.title or "", document.language)
    columns, rows = column_paths(table), _row_paths(table)
    units = _units_of(table)
    last = max((c.col for c in table.cells), default=0)
    for cell in table.cells:
        if cell.is_header or not any(c.isdecimal() for c in cell.text):
            continue
        column, row = columns.get(cell.col, ()), rows.get(cell.row, ())
        q = read_cell(
            cell.text, note_of_cell(column, row, units, is_last_column=cell.col == last), document.default_currency
        )
        if q is None:
            continue
        labels = [
            p
            for text in (*reversed(column), *row)
            if (p := parse_period_label(text) or _only(find_periods(text, document.language)))
        ]
        period = labels[0] if labels else _only(titled)
        basis: Basis | None = "heading" if labels else "title" if period else None
        named = [*row, *(c for c in column if parse_period_label(c) is None)]
        metric = " – ".join(dict.fromkeys(named)) or table.title or "cell"
        yield _fact(
            ids, cell.page, "table", cell.cell_id, q, metric=metric[:160],
            geography=geography_of(metric, len(metric), (0, len(metric)), table.title or ""), when=When(period, basis),
            forecast=_category_is_forecast(document, period), boxes=(Place(cell.page, cell.box),),
            sentence=" | ".join([*row, *column, cell.text]), language=document.language, context=table.title,
            series=" – ".join(column) or None, container=table.table_id, confidence=round(0.6 + 0.35 * table.score, 2),
        )  # fmt: skip


def _units_of(table: Table) -> TableUnits:
    """The units of a whole table: in its caption, in brackets in its title, or in the corner over its stub."""
    heads = [c for c in table.cells if c.is_header]
    over = [c.text for c in heads if c.row < table.header_rows]
    stated = table_units(table.unit_as_printed, [c.text for c in heads], over)
    if stated.general is not None or stated.named:
        return stated
    corner = next((c.text for c in table.cells if c.row == 0 and c.col == 0 and c.is_header), "")
    return TableUnits(note_in_label(table.title or "") or general_note(corner))


def column_paths(table: Table) -> dict[int, tuple[str, ...]]:
    """The headings above each column, from the top."""
    paths: dict[int, list[str]] = {}
    for cell in sorted((c for c in table.cells if c.row < table.header_rows and c.text), key=lambda c: c.row):
        for col in range(cell.col, cell.col + cell.col_span):
            paths.setdefault(col, []).append(cell.text)
    return {col: tuple(path) for col, path in paths.items()}


def _row_paths(table: Table) -> dict[int, tuple[str, ...]]:
    """The headings of each row: that of its group, which stands alone in a row above, then those beside it."""
    body = [c for c in table.cells if c.row >= table.header_rows and c.text]
    stubs = max(1, table.row_headers)
    beside: dict[int, list[Cell]] = {}
    for cell in (c for c in body if c.col < stubs):
        for row in range(cell.row, cell.row + cell.row_span):
            beside.setdefault(row, []).append(cell)
    valued = {c.row for c in body if c.col >= stubs}
    paths: dict[int, tuple[str, ...]] = {}
    group: Cell | None = None
    for row, cells in sorted(beside.items()):
        own = sorted(cells, key=lambda c: c.col)
        own = [c for c in own if not c.text.isdigit()] or own  # a count of the rows names nothing
        if row not in valued:
            group = own[0]
        outer = (group.text,) if group and row in valued and not _leaves_group(own[0], group) else ()
        paths[row] = (*outer, *(c.text for c in own))
    return paths


def _leaves_group(stub: Cell, group: Cell) -> bool:
    """A total set as far out as the group's name, or farther, sums up more than the group."""
    return stub.box.x0 < group.box.x0 - 2 or bool(_GRAND.match(stub.text))


def _only(periods: Sequence[Period]) -> Period | None:
    return periods[0] if len(periods) == 1 else None


# ------------------------------------------------------------------ shared


def _fact(
    ids: Ids, page: int, source: str, source_id: str, q: Quantity, *, metric: str, geography: str | None, when: When,
    forecast: bool, boxes: tuple[Place, ...], sentence: str, language: str, confidence: float,
    context: str | None = None, series: str | None = None, container: str | None = None,
    char_start: int | None = None, char_end: int | None = None, dash: str | None = None,
) -> Fact:  # fmt: skip
    period = when.period
    return Fact(
        fact_id=ids.new("fact", page, f"{source}|{metric}|{q.text or q.value}"),
        page=page,
        source=source,  # type: ignore[arg-type]
        source_id=source_id,
        char_start=char_start,
        char_end=char_end,
        snippet=q.text,
        sentence=sentence,
        language=language,
        metric=metric,
        metric_key=key_of(restated(metric) if source == "prose" else metric, geography),
        geography=geography,
        kind=q.kind,
        value=q.value,
        value_low=q.value_low,
        value_high=q.value_high,
        bound_low=q.bound_low,
        bound_high=q.bound_high,
        decimals=q.decimals,
        comparator=q.comparator,
        direction=q.direction,
        unit=q.unit,
        unit_denominator=q.unit_denominator,
        counted_noun=q.counted_noun,
        currency=q.currency,
        value_as_printed=q.value_as_printed,
        unit_as_printed=q.unit_as_printed,
        scale=q.scale,
        period_start=period.first if period else None,
        period_end=period.last if period else None,
        period_kind=period.kind if period else None,
        period_label=period.text if period else None,
        period_basis=when.basis if period else None,
        is_forecast=forecast,
        confidence=confidence,
        boxes=boxes,
        series=series,
        container_id=container,
        context=context,
        dash_lost=dash,  # type: ignore[arg-type]
    )


class _Under(Generic[_T]):
    """Things by where they stand, so that what lies under a place is found without going through the document."""

    @staticmethod
    def _band(y: float) -> int:
        """Strips of 24 points; all of a page taller than any sheet of paper in the last one."""
        return max(0, min(400, int(y // 24)))

    def __init__(self, things: Iterable[tuple[int, Box, _T]]) -> None:
        self._bands: defaultdict[tuple[int, int], list[tuple[Box, _T]]] = defaultdict(list)
        self.add(things)

    def add(self, things: Iterable[tuple[int, Box, _T]]) -> None:
        for page, box, thing in things:
            grown = box.grown(0.5)
            for band in range(self._band(grown.top), self._band(grown.bottom) + 1):
                self._bands[page, band].append((grown, thing))

    def at(self, place: Place) -> Iterator[_T]:
        """What holds the centre of the place, in the order of adding."""
        near = self._bands.get((place.page, self._band(place.box.cy)), ())
        return (thing for box, thing in near if box.holds_centre(place.box))


def _tokens_elsewhere(
    blocks: Sequence[Block], tables: Sequence[Table], charts: Sequence[Chart], facts: Sequence[Fact]
) -> Iterable[NumberToken]:
    """The numeric tokens of furniture, unit notes, charts and tables."""
    by_source = {f.source_id: f.fact_id for f in facts if f.source != "prose"}
    points = _Under((c.page, p.box, by_source.get(p.point_id)) for c in charts for p in c.points)
    points.add((f.page, place.box, f.fact_id) for f in facts if f.source == "chart" for place in f.boxes)
    cells = _Under((c.page, c.box, (c, by_source.get(c.cell_id))) for t in tables for c in t.cells)
    for block in blocks:
        for m in re.finditer(r"\d[\d,.]*\d|\d", block.text):
            place = next(iter(block.boxes(m.start(), m.end())), None)
            said, fact_id = _elsewhere(block, m.group(), place, points, cells)
            yield NumberToken(block.page, m.group(), said, fact_id, place.box if place else None)


def _elsewhere(
    block: Block, text: str, place: Place | None, points: _Under[str | None], cells: _Under[tuple[Cell, str | None]]
) -> tuple[Disposition, str | None]:
    if block.role == "furniture":
        return ("page_number" if block.text.strip() == text else "furniture"), None
    if block.role in ("unit_note", "caption"):
        return ("date" if find_periods(block.text) and re.fullmatch(r"(?:19|20)\d\d", text) else "reference"), None
    if place and block.role == "chart_text":
        hit = next(points.at(place), None)
        if hit:
            return "fact", hit
    if place and block.role == "table_text":
        cell, fact_id = next(cells.at(place), (None, None))
        if fact_id:
            return "fact", fact_id
        if cell and cell.is_header:
            return ("date" if parse_period_label(cell.text) else "reference"), None
    if parse_period_label(block.text.strip()) or find_periods(block.text):
        return "date", None
    if re.search(rf"[A-Za-z]{re.escape(text)}(?![\d%])", block.text):  # F1, A100
        return "identifier", None
    if block.role == "chart_text":
        return ("axis" if re.fullmatch(r"[\s\d.,%％-]+", block.text) else "decoration"), None
    return "unread", None

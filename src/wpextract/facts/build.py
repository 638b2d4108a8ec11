"""Blocks, tables and charts to facts: a metric, a period and a place for each quantity, an end for each token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wpextract.charts.model import Chart
from wpextract.facts.elsewhere import tokens_elsewhere
from wpextract.facts.figures import chart_facts, table_facts
from wpextract.facts.layout import (
    PROSE,
    chapters_of,
    contents_pages,
    is_figure,
    is_loose_label,
    is_spoken,
    labels_of,
    numbering_of,
    ticks_of,
)
from wpextract.facts.model import Fact, NumberToken
from wpextract.facts.naming import topic_of, under
from wpextract.facts.prose import read_key_figure, read_prose
from wpextract.facts.times import Calendar
from wpextract.ids import Ids
from wpextract.quantities import find_periods
from wpextract.reading.model import Block, Document
from wpextract.tables.model import Table


def build_facts(
    document: Document, blocks: Sequence[Block], tables: Sequence[Table], charts: Sequence[Chart], ids: Ids
) -> tuple[tuple[Fact, ...], tuple[NumberToken, ...]]:
    """Every number of the document as a fact, and every numeric token with what became of it."""
    facts: list[Fact] = []
    tokens: list[NumberToken] = []
    contents = contents_pages(blocks)
    plotted = [(c.page, c.box) for c in charts if c.points]
    repaired = {p.number: [r.box for r in p.repairs if r.text in "–—"] for p in document.pages}
    topic = topic_of(document.title or "")
    calendar = _calendar(document, blocks)
    spoken: set[str] = set()
    ticks, numbering, chapters = ticks_of(blocks), numbering_of(blocks), chapters_of(blocks)
    unnamed = {b.block_id for b in blocks if chapters.get(b.block_id) == len(b.text)} | ticks
    labels = labels_of([b for b in blocks if b.block_id not in unnamed], document.language, contents, plotted)
    for block in blocks:
        if block.block_id in labels:
            found, read = read_key_figure(document, block, labels[block.block_id], topic, calendar, ids)
            facts += found
            tokens += read
            spoken.add(block.block_id)
            continue
        if block.role in ("heading", "title") and not is_figure(block, document.language):
            topic = under(topic, block.text)
        label = block.block_id not in ticks and is_loose_label(block, plotted)
        if block.role in PROSE or label:
            listed = block.block_id in numbering or block.page in contents and not is_spoken(block, document.language)
            number = chapters.get(block.block_id, 0)
            found, read, after = read_prose(document, block, topic, listed, number, repaired, calendar, ids)
            topic = after if block.role == "paragraph" else topic
            facts += [replace(f, source="chart") for f in found] if label else found
            tokens += read
            spoken.add(block.block_id)
    for chart in charts:
        facts += chart_facts(document, chart, ids)
    for table in tables:
        facts += table_facts(document, table, ids)
    tokens += tokens_elsewhere([b for b in blocks if b.block_id not in spoken], tables, charts, facts)
    return tuple(facts), tuple(tokens)


def _calendar(document: Document, blocks: Sequence[Block]) -> Calendar:
    """The base year, and the day of publication: as stated, else the latest date on the cover, else the base year."""
    if document.published_on:
        return Calendar(document.base_year, date.fromisoformat(document.published_on))
    cover = [p for b in blocks if b.page == 1 for p in find_periods(b.text, document.language) if p.last]
    latest = max((p.last for p in cover if p.last and p.kind != "range"), default=None)
    base = date(document.base_year, 12, 31) if document.base_year else None
    return Calendar(document.base_year, max(filter(None, (latest, base)), default=None))

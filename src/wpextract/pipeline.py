"""The composition of the stages: read it and you know the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from wpextract.charts import find_charts
from wpextract.charts.model import Chart
from wpextract.consistency import OwnRule, check
from wpextract.errors import faults_of
from wpextract.extraction import Extraction
from wpextract.facts import build_facts
from wpextract.ids import Ids
from wpextract.reading import read, segment
from wpextract.reading.model import Document, Region, SourceSettings
from wpextract.tables import find_tables
from wpextract.tables.model import Table


def extract(
    path: str | Path,
    settings: SourceSettings | None = None,
    pages: Sequence[int] | None = None,
    progress: Callable[[int, int], None] | None = None,
    own_rules: Sequence[OwnRule] = (),
) -> Extraction:
    """Read one document and check it against itself; writes nothing.

    Args:
        path: a PDF, or a `.txt` dump of one with form feeds between pages.
        settings: what is known of the document beforehand (title, base year, password, ...).
        pages: page numbers, from 1; all when None.
        progress: called with the pages read and the pages to read.
        own_rules: equations that the document must keep beside the rules of the program.

    Raises:
        SourceError: the document cannot be read, or a fault of ours (`internal`) stopped it; the error names the
            document and says what to do.
    """
    path = Path(path)
    with faults_of(path.name):
        return audit(read(path, settings, pages, progress), path, own_rules=own_rules)


def audit(
    document: Document,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    own_rules: Sequence[OwnRule] = (),
) -> Extraction:
    """Tables, charts, facts and findings of a document that has been read; `path` is where it was read from."""
    ids = Ids(document.sha256)
    charts: list[Chart] = []
    for done, page in enumerate(document.pages, 1):
        charts += find_charts(page, ids)
        if progress:
            progress(done, len(document.pages))
    tables = find_tables(document, path if document.kind == "pdf" else None, charts, ids)
    blocks = segment(document, claimed_regions(charts, tables), ids)
    facts, tokens = build_facts(document, blocks, tables, charts, ids)
    checked = check(document, blocks, tables, charts, facts, ids, own_rules)
    return Extraction(
        document, blocks, tables, tuple(charts), checked.facts, tokens, checked.findings, checked.corrections
    )


def claimed_regions(charts: Sequence[Chart], tables: Sequence[Table]) -> list[Region]:
    """What charts and tables keep from the prose; the words on a picture without points are prose."""
    claimed = [Region(c.page, c.box, "chart_text") for c in charts if c.points]
    for table in tables:
        pages = {cell.page for cell in table.cells}
        for page in sorted(pages):
            boxes = [cell.box for cell in table.cells if cell.page == page]
            claimed.append(Region(page, type(table.box).around(boxes), "table_text"))
    return claimed

"""Seconds a page of each stage, and the peak memory: `python benchmarks/stages.py [PDF or folder ...]` (default `raw/`).

Stages run as the pipeline runs them, one document after another, on the processor time of this process. Also prints
what a thousand such pages would take.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from wpextract.charts import find_charts
from wpextract.consistency import check
from wpextract.facts import build_facts
from wpextract.ids import Ids
from wpextract.pipeline import claimed_regions
from wpextract.publishing.raw import settings_for
from wpextract.reading import read, segment
from wpextract.tables import find_tables

T = TypeVar("T")


def pdfs(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield from sorted(path.glob("*.pdf")) if path.is_dir() else (path,)


def main(paths: list[Path]) -> None:
    spent: Counter[str] = Counter()
    pages = 0

    def timed(stage: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        result = work()
        spent[stage] += time.process_time() - start  # type: ignore[assignment]
        return result

    for path in pdfs(paths):
        document = timed("reading", lambda: read(path, settings_for(path)))  # noqa: B023 - called at once
        ids = Ids(document.sha256)
        charts = timed("charts", lambda: [c for p in document.pages for c in find_charts(p, ids)])  # noqa: B023
        tables = timed("tables", lambda: find_tables(document, path, charts, ids))  # noqa: B023
        blocks = timed("blocks", lambda: segment(document, claimed_regions(charts, tables), ids))  # noqa: B023
        facts, _ = timed("facts", lambda: build_facts(document, blocks, tables, charts, ids))  # noqa: B023
        timed("consistency", lambda: check(document, blocks, tables, charts, facts, ids))  # noqa: B023
        pages += len(document.pages)
        print(
            f"{path.name}: {len(document.pages)} pages, {len(charts)} charts, {len(tables)} tables, {len(facts)} facts"
        )
    if not pages:
        sys.exit("There is no PDF to measure.")
    for stage, seconds in spent.items():
        print(f"{stage:<12} {1000 * seconds / pages:8.1f} ms a page")
    total = sum(spent.values())
    print(f"{'all':<12} {1000 * total / pages:8.1f} ms a page, {1000 * total / pages / 60:.1f} min for 1,000 pages")
    print(f"{'memory':<12} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB at most")


if __name__ == "__main__":
    main([Path(a) for a in sys.argv[1:]] or [Path(__file__).parents[1] / "raw"])

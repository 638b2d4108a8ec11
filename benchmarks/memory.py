"""Memory over a long document: resident megabytes after every hundred pages.

    python benchmarks/memory.py PDF [--whole]

Reads a hundred pages at a time, finds their charts and tables and lets them go, so that what the table engines keep
shows as growth. With `--whole` the document is held as `wpextract.extract` holds it: growth is then what pages keep.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from wpextract.charts import find_charts
from wpextract.ids import Ids
from wpextract.pipeline import claimed_regions
from wpextract.reading import read, segment
from wpextract.reading.pdf import read_pdf
from wpextract.tables import find_tables

_STEP = 100


def resident() -> float:
    """Megabytes of memory that the process holds (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdf", type=Path)
    parser.add_argument("--whole", action="store_true", help="hold every page, as a run does")
    chosen = parser.parse_args()
    total = read_pdf(chosen.pdf, None, [1])[0].pages
    print(f"{0:>6} pages  {resident():7.0f} MB")
    held = []
    for first in range(1, total + 1, _STEP):
        last = min(first + _STEP - 1, total)
        document = read(chosen.pdf, pages=range(first, last + 1))
        ids = Ids(document.sha256)
        charts = tuple(chart for page in document.pages for chart in find_charts(page, ids))
        tables = find_tables(document, chosen.pdf, charts, ids)
        if chosen.whole:
            held.append((document, charts, tables, segment(document, claimed_regions(charts, tables), ids)))
        print(f"{last:>6} pages  {resident():7.0f} MB  {len(tables)} tables", flush=True)


if __name__ == "__main__":
    main()

"""Tables of every PDF in a folder, in the prediction format of the ICDAR-2013 table competition's re-scorers.

    python benchmarks/tables.py PDF_DIR PRED_DIR

Writes `PRED_DIR/NAME.json` for each `NAME.pdf`: a list of `{"page", "bbox", "cells"}`, pages from 1, boxes in points
with the origin bottom left of the page as displayed. That truth holds each page by itself, so pages are read one at
a time and tables are not joined over them. Prints the CPU seconds a page of reading and of finding tables.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from wpextract.charts import find_charts
from wpextract.ids import Ids
from wpextract.reading import read
from wpextract.reading.model import Document, Page
from wpextract.tables import find_tables
from wpextract.tables.model import Table


def prediction(table: Table, page: Page) -> dict[str, Any]:
    b = table.box
    return {
        "page": page.number,
        "bbox": [b.x0, page.height - b.bottom, b.x1, page.height - b.top],
        "cells": [
            {"row": c.row, "col": c.col, "rowspan": c.row_span, "colspan": c.col_span, "text": c.text}
            for c in table.cells
        ],
    }


def tables_of_page(document: Document, page: Page, path: Path) -> tuple[Table, ...]:
    alone = replace(document, pages=(page,))
    ids = Ids(document.sha256)
    return find_tables(alone, path, find_charts(page, ids), ids)


def main(pdf_dir: Path, pred_dir: Path) -> None:
    pred_dir.mkdir(parents=True, exist_ok=True)
    pages, reading, finding = 0, 0.0, 0.0
    for path in sorted(pdf_dir.glob("*.pdf")):
        start = time.process_time()
        document = read(path)
        reading += time.process_time() - start
        found = []
        for page in document.pages:
            start = time.process_time()
            found += [prediction(t, page) for t in tables_of_page(document, page, path)]
            finding += time.process_time() - start
        pages += len(document.pages)
        (pred_dir / f"{path.stem}.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    print(
        f"{pages} pages: reading {reading / max(1, pages):.3f}, charts and tables {finding / max(1, pages):.3f} s/page"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

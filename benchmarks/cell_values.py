"""Facts of table cells against a truth of base-unit values.

    python benchmarks/cell_values.py TRUTH_DIR RELEASE DOCUMENT_ID [--show]

`TRUTH_DIR/tables.jsonl` holds a table a line: `pages`, `title` and `cells` of `row`, `col`, `text` and, for cells that
hold a number, `value_base`: that number in single units of its currency or thing (kWh, kW, t, EFLOPS for physical
ones), percent in percent. `RELEASE` is a published release. Every true table is compared with the published table that shares most cells with it. Prints how
many of the valued cells were read at their place, how many of those have a fact, and how many facts are right.
"""

from __future__ import annotations

import argparse
import json
import math
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

_Place = tuple[int, int]
# to the truth's base units, where a fact keeps the unit that is printed
_TO_BASE = {
    "PFLOPS": 1e-3,
    "TFLOPS": 1e-6,
    "MWh": 1e3,
    "GWh": 1e6,
    "TWh": 1e9,
    "MW": 1e3,
    "GW": 1e6,
    "kt": 1e3,
    "kg": 1e-3,
}


@dataclass(frozen=True, slots=True)
class Miss:
    """A valued cell whose fact is missing or wrong."""

    title: str
    row: int
    col: int
    text: str
    wanted: float
    got: float | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of valued cells; `right <= with_fact <= placed <= valued`."""

    valued: int
    placed: int
    with_fact: int
    right: int
    misses: tuple[Miss, ...]


def folded(text: str) -> str:
    """Text without what the print may render either way: width forms and white space."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def compare(truth: list[dict[str, Any]], cells: list[dict[str, Any]], values: dict[str, float | None]) -> Outcome:
    """The valued cells of `truth` against published `cells`, whose facts have `values` in base units."""
    published: dict[str, dict[_Place, dict[str, Any]]] = defaultdict(dict)
    for cell in cells:
        published[cell["table_id"]][cell["row"], cell["col"]] = cell
    valued = placed = with_fact = right = 0
    misses: list[Miss] = []
    for table in truth:
        true = {(c["row"], c["col"]): c for c in table["cells"]}
        grid = max(published.values(), key=lambda g: _shared(true, g), default={})
        for (row, col), cell in true.items():
            if cell.get("value_base") in (None, ""):
                continue
            valued += 1
            mine = grid.get((row, col))
            got = None
            if mine is not None and folded(mine["text"]) == folded(cell["text"]):
                placed += 1
                got = values.get(mine["fact_id"] or "")
                with_fact += got is not None
            wanted = float(cell["value_base"])
            if got is not None and math.isclose(got, wanted, rel_tol=1e-9, abs_tol=1e-12):
                right += 1
            else:
                misses.append(Miss(table.get("title") or "", row, col, cell["text"], wanted, got))
    return Outcome(valued, placed, with_fact, right, tuple(misses))


def _shared(true: dict[_Place, dict[str, Any]], grid: dict[_Place, dict[str, Any]]) -> int:
    return sum(at in grid and folded(grid[at]["text"]) == folded(c["text"]) for at, c in true.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", type=Path)
    parser.add_argument("release", type=Path)
    parser.add_argument("document")
    parser.add_argument("--show", action="store_true", help="print every miss")
    chosen = parser.parse_args()
    lines = (chosen.truth / "tables.jsonl").read_text(encoding="utf-8").splitlines()
    cells = pq.read_table(chosen.release / "table_cells" / f"{chosen.document}.parquet").to_pylist()  # type: ignore[no-untyped-call]
    facts = pq.read_table(chosen.release / "facts" / f"{chosen.document}.parquet", columns=["fact_id", "value", "unit"])  # type: ignore[no-untyped-call]
    values = {f["fact_id"]: f["value"] and f["value"] * _TO_BASE.get(f["unit"], 1) for f in facts.to_pylist()}
    out = compare([json.loads(line) for line in lines if line.strip()], cells, values)
    share = out.right / out.valued if out.valued else float("nan")
    print(
        f"valued cells {out.valued}  placed {out.placed}  with a fact {out.with_fact}  right {out.right} ({share:.3f})"
    )
    for miss in out.misses if chosen.show else ():
        print(f"  {miss.title[:40]} | {miss.row},{miss.col} {miss.text!r}: {miss.got} for {miss.wanted}")


if __name__ == "__main__":
    main()

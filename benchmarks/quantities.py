"""Scores the grammar on a folder of quantity cases: `python benchmarks/quantities.py GOLD_DIR [--errors N] [--lang L] [--source S ...]`.

Writes one line of predictions per text to a temporary file (or --out) and runs `score_quantities.py` that lies in the
folder beside the cases. `extract(text, lang)` is the adapter: it turns quantities into the folder's records and knows
the conventions of its annotations (bare numerals count, points of percentage are percents, a table's scale applies).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from wpextract.quantities import (
    Quantity,
    UnitNote,
    find_quantities,
    note_in_label,
    parse_unit_note,
    read_cell,
    scale_of_caption,
)

Record = dict[str, object]


def extract(text: str, lang: str) -> list[Record]:
    """Quantities of a text as records; a table (tab-separated rows) is read cell by cell under its unit."""
    if "\t" in text and "\n" in text:
        return _table(text)
    return [_record(quantity) for quantity in find_quantities(text, lang, bare=True)]


def _record(quantity: Quantity, offset: int = 0) -> Record:
    low: Decimal | None = quantity.value_low
    high: Decimal | None = quantity.value_high
    if quantity.comparator in (">", ">=") and low == high:
        high = None
    elif quantity.comparator in ("<", "<=") and low == high:
        low = None
    kind = {"money": "money", "percent": "percent", "percentage_point": "percent", "physical": "measure"}.get(
        quantity.kind, "number"
    )
    return {
        "start": quantity.start + offset,
        "end": quantity.end + offset,
        "kind": kind,
        "value_low": None if low is None else str(low),
        "value_high": None if high is None else str(high),
        "currency": quantity.currency,
        "unit": quantity.unit,
    }


def _table(text: str) -> list[Record]:
    """Reads the paragraphs as prose and every cell under its unit.

    The nearest statement wins: the row's label, the column's head, the table's head, the paragraphs, and last a number
    of the table that the paragraphs repeat with a scale word. A percent sign on the first figure of a column or block
    holds for the bare figures under it, until money is printed.
    """
    body = text.rfind("\n\n")
    prose, table = (text[:body], text[body + 2 :]) if body >= 0 else ("", text)
    rows = [line.split("\t") for line in table.split("\n")]
    head = [cell for row in rows[:6] for cell in row]
    note = scale_of_caption(head) or scale_of_caption(prose.split("\n")) or _repeated_in(prose, rows)
    columns: dict[int, UnitNote] = {}
    percents: set[int] = set()
    seen: set[int] = set()
    records: list[Record] = []
    position = len(text) - len(table)
    for row in rows:
        label = note_in_label(row[0])
        for column, cell in enumerate(row):
            applied = label or (parse_unit_note("%") if column in percents else columns.get(column)) or note
            quantity = read_cell(cell, applied) if column else None
            if quantity is None and column and cell.strip():
                found = parse_unit_note(cell) or note_in_label(cell)
                if found is not None and (found.scale > 1 or found.unit == "%" or found.currency):
                    columns[column] = found if found.scale > 1 or found.unit == "%" or note is None else note
                    percents.discard(column)
            elif quantity is not None and not _is_heading(cell, rows, row):
                if column not in seen and quantity.kind == "percent":
                    percents.add(column)
                elif quantity.currency is not None:
                    percents.discard(column)
                seen.add(column)
                records.append(_record(quantity, position))
            position += len(cell) + 1
    return records


def _repeated_in(prose: str, rows: list[list[str]]) -> UnitNote | None:
    """The scale with which the paragraphs repeat figures of the table ("totaled $3,988 million" beside 3,988)."""
    cells = {cell.strip().strip("$£€()") for row in rows for cell in row[1:]}
    for quantity in find_quantities(prose, "en"):
        if quantity.currency and quantity.scale > 1 and len(quantity.value_as_printed) > 2:
            if quantity.value_as_printed in cells:
                return UnitNote(quantity.text, "count", "1", None, quantity.scale)
    return None


def _is_heading(cell: str, rows: list[list[str]], row: list[str]) -> bool:
    return len(cell.strip()) == 4 and cell.strip().isdigit() and cell.strip()[:2] in ("19", "20") and row in rows[:3]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--lang")
    parser.add_argument("--source", nargs="*")
    options = parser.parse_args()
    out = options.out or Path(tempfile.mkdtemp()) / "predictions.jsonl"
    extract("warm 1 GW up, RMB 5 million", "en")
    with out.open("w", encoding="utf-8") as sink:
        for path in sorted(options.gold.glob("*.jsonl")):
            for line in path.read_text("utf-8").splitlines():
                case = json.loads(line)
                start = time.perf_counter()
                records = extract(case["text"], case["lang"])
                spent = (time.perf_counter() - start) * 1e6
                sink.write(json.dumps({"id": case["id"], "quantities": records, "us": round(spent, 1)}) + "\n")
    command = [
        sys.executable,
        str(options.gold / "score_quantities.py"),
        "--gold",
        str(options.gold),
        "--pred",
        str(out),
    ]
    if options.errors:
        command += ["--errors", str(options.errors)]
    if options.lang:
        command += ["--lang", options.lang]
    if options.source:
        command += ["--source", *options.source]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

"""Does a table's score mean what it says: `python benchmarks/table_scores.py DATA_DIR`.

`DATA_DIR` holds `NAME.pdf` with `NAME-str.xml` as the ICDAR-2013 table competition gives them (cells with `start-row`,
`start-col`, `end-row`, `end-col` and `content` in regions with a `page`). Every table found is compared with the true
table of its page that shares most with it, by the F1 of the pairs of neighbouring cells (Göbel et al. 2012). Prints for
each bin of `score` how many tables, their mean score and their mean F1, then the expected calibration error: once as
published, and once with the map fitted anew without the document that a table is of.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tables import tables_of_page
from wpextract.reading import read
from wpextract.tables.find import EXPECTED_F1, interpolated

Box = tuple[int, int, int, int, str]  # first and last row, first and last column, text
Pairs = Counter[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Judged:
    document: str
    raw: float
    score: float
    f1: float


def plain(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def neighbours(cells: Iterable[Box]) -> Pairs:
    """Each cell with the next one to its right and below; blank cells are looked through."""
    at: dict[tuple[int, int], Box] = {}
    for cell in cells:
        if plain(cell[4]):
            at |= {(r, c): cell for r in range(cell[0], cell[1] + 1) for c in range(cell[2], cell[3] + 1)}
    found = set()
    rows, columns = sorted({r for r, _ in at}), sorted({c for _, c in at})
    for (r, c), cell in at.items():
        paths = {"right": [(r, x) for x in columns if x > c], "below": [(y, c) for y in rows if y > r]}
        for way, path in paths.items():
            other = next((at[p] for p in path if p in at and at[p] != cell), None)
            if other:
                found.add((cell, other, way))
    return Counter((plain(a[4]), plain(b[4]), way) for a, b, way in found)


def truth(path: Path) -> dict[int, list[Pairs]]:
    """The neighbours of each true table by page; the regions of one table on a page are one."""
    out: dict[int, list[Pairs]] = defaultdict(list)
    for table in ET.parse(path).getroot().iter("table"):
        pages: dict[int, list[Box]] = defaultdict(list)
        for region in table.iter("region"):
            down, across = int(region.get("row-increment") or 0), int(region.get("col-increment") or 0)
            for c in region.iter("cell"):
                r, x = int(c.get("start-row", 0)), int(c.get("start-col", 0))
                last_r, last_x = int(c.get("end-row") or r), int(c.get("end-col") or x)
                text = c.findtext("content") or ""
                box = (r + down, max(r, last_r) + down, x + across, max(x, last_x) + across, text)
                pages[int(region.get("page", 1))].append(box)
        for page, cells in pages.items():
            out[page].append(neighbours(cells))
    return out


def judged(folder: Path) -> list[Judged]:
    out = []
    for pdf in sorted(folder.glob("*.pdf")):
        true = truth(pdf.with_name(f"{pdf.stem}-str.xml")) if pdf.with_name(f"{pdf.stem}-str.xml").exists() else {}
        document = read(pdf)
        for page in document.pages:
            for table in tables_of_page(document, page, pdf):
                mine = neighbours(
                    (c.row, c.row + c.row_span - 1, c.col, c.col + c.col_span - 1, c.text) for c in table.cells
                )
                f1 = max((2 * (mine & t).total() / (mine + t).total() for t in true.get(page.number, ())), default=0.0)
                raw = interpolated(table.score, [(y, x) for x, y in EXPECTED_F1])
                out.append(Judged(pdf.stem, raw, table.score, f1))
    return out


def refitted(found: Sequence[Judged]) -> list[Judged]:
    """The same with every score mapped by what the tables of the other documents reached."""
    out = []
    for j in found:
        others = [o for o in found if o.document != j.document]
        points = []
        for x, _ in EXPECTED_F1:
            near = [o.f1 for o in others if abs(o.raw - x) <= 0.1]
            points.append((x, sum(near) / len(near) if near else 0.0))
        out.append(Judged(j.document, j.raw, interpolated(j.raw, points), j.f1))
    return out


def error(found: Sequence[Judged], show: bool = False) -> float:
    """The mean distance of score and F1 over bins of a tenth, weighted by their tables."""
    bins: dict[int, list[Judged]] = defaultdict(list)
    for j in found:
        bins[min(9, int(j.score * 10))].append(j)
    total = 0.0
    for n, members in sorted(bins.items()):
        score, f1 = (sum(x) / len(members) for x in ([m.score for m in members], [m.f1 for m in members]))
        total += abs(score - f1) * len(members)
        if show:
            print(f"{n / 10:.1f} to {n / 10 + 0.1:.1f}  {len(members):>4} tables  score {score:.3f}  F1 {f1:.3f}")
    return total / max(1, len(found))


def main(folder: Path) -> None:
    found = judged(folder)
    print(
        f"expected calibration error {error(found, show=True):.3f}; fitted without its document {error(refitted(found)):.3f}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))

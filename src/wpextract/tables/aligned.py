"""Regions of figures that stand under each other in several columns, where no line frames them.

Columns of figures are the evidence: they are followed down the page, those that share their rows are put together,
the labels that stand beside every row are taken in, then the headings above. Prose never stands so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from statistics import median

from wpextract.reading.lines import line_of
from wpextract.reading.model import Box, Word
from wpextract.reading.words import is_cjk
from wpextract.tables.structure import baselines_of, segments_of

_FIGURE = re.compile(
    r"^[^A-Za-z一-鿿\d]{0,4}(?:RMB|USD|US|EUR|HK)?[^A-Za-z一-鿿\d]{0,3}\d[\d,. ]*(?:\s*[-–—~/±]\s*[\d,.]+)?"
    r"\s*(?:[%％xX倍]|pct|pp|bn|mn|[A-Za-z])?[)）*†‡§\]]*$"
)
_BLANK = re.compile(r"^(?:[-–—.*…]{1,4}|n/?a\.?|n\.a\.|nil|无|不适用)$", re.IGNORECASE)
_SNAP = 3.0  # points within which edges of figures are on one line
_REACH = 4.0  # em between two figures of one column
_LEAST = 3  # figures in a column
_LABEL = 45  # characters: the labels of a table are shorter in the middle than lines of prose
_MEASURE = 14  # em: labels of one length are shorter
_FAR = 60.0  # points left of most labels at which no label of the table begins
_MOST_CHAINS = 400


@dataclass(frozen=True, slots=True)
class _Run:
    row: int
    box: Box
    text: str
    size: float
    figure: bool


@dataclass(slots=True)
class _Chain:
    """A column of figures on its way down the page."""

    runs: list[_Run] = field(default_factory=list)

    @property
    def rows(self) -> set[int]:
        return {r.row for r in self.runs}

    def takes(self, run: _Run, rows: Sequence[Sequence[_Run]]) -> bool:
        """Whether the run goes on the column: on an edge of its last figure, near, or with nothing but labels between."""
        last = self.runs[-1]
        if (
            run.row == last.row
            or min(abs(run.box.x0 - last.box.x0), abs(run.box.x1 - last.box.x1), abs(run.box.cx - last.box.cx)) > _SNAP
        ):
            return False
        gap = (run.box.top - last.box.bottom) / max(run.size, last.size)
        return gap < _REACH or (
            gap < 2 * _REACH
            and not any(
                r.box.x0 < last.box.x1 and r.box.x1 > last.box.x0 for row in rows[last.row + 1 : run.row] for r in row
            )
        )


def aligned_regions(words: Sequence[Word], ends_table: Callable[[str], bool]) -> list[Box]:
    """Boxes round columns of figures with their labels and headings; `ends_table` knows captions and notes."""
    rows = [
        [_run(n, segment) for segment in segments_of(line)]
        for n, line in enumerate(baselines_of([w for w in words if w.angle == 0]))
    ]
    out: list[Box] = []
    for group in _groups(_chains(rows)):
        body = _with_labels(group, rows)
        if body is not None:
            out.append(_with_headings(body, group, rows, ends_table))
    return out


def _run(row: int, words: Sequence[Word]) -> _Run:
    text = line_of(words).text
    figure = bool(_FIGURE.match(text) or _BLANK.match(text))
    return _Run(row, Box.around(w.box for w in words), text, max(w.size for w in words), figure)


def _chains(rows: Sequence[Sequence[_Run]]) -> list[_Chain]:
    chains: list[_Chain] = []
    for row in rows:
        for run in (r for r in row if r.figure):
            home = next((c for c in reversed(chains[-_MOST_CHAINS:]) if c.takes(run, rows)), None)
            if home is None:
                chains.append(_Chain([run]))
            else:
                home.runs.append(run)
    return [c for c in chains if sum(not _BLANK.match(r.text) for r in c.runs) >= _LEAST]


def _groups(chains: Sequence[_Chain]) -> list[list[_Chain]]:
    """Columns that share most rows of the shorter one; axes of a drawing, which step evenly, are none."""
    out: list[list[_Chain]] = []
    for chain in sorted((c for c in chains if not _is_axis(c)), key=lambda c: (-len(c.runs), c.runs[0].row)):
        home = next((g for g in out if len(g[0].rows & chain.rows) >= max(2, 0.6 * len(chain.rows))), None)
        if home is None:
            out.append([chain])
        else:
            home.append(chain)
    return [g for g in out if len(g) >= 2]


def _is_axis(chain: _Chain) -> bool:
    values = []
    for run in chain.runs:
        digits = re.sub(r"[^\d.]", "", run.text)
        if not re.fullmatch(r"\d+(?:\.\d+)?", digits):
            return False
        values.append(Decimal(digits))
    steps = {b - a for a, b in pairwise(values)}
    return len(values) >= 4 and len(steps) == 1


def _with_labels(group: Sequence[_Chain], rows: Sequence[Sequence[_Run]]) -> Box | None:
    """The columns with the labels that nearly every row has on the left and on the right; None without any."""
    members = sorted({r for c in group for r in c.rows})
    box = Box.around(r.box for c in group for r in c.runs)
    labelled = False
    for left in (True, False):
        for _ in range(6):
            beside = [b for n in members if (b := _beside(rows[n], box, left=left)) is not None]
            if len(beside) < 0.6 * len(members) or not _is_column(beside):
                break
            labelled = labelled or left
            start = median(b.box.x0 for b in beside)  # what begins far off stands beside the table
            box = Box.around([box, *(b.box for b in beside if not left or b.box.x0 > start - _FAR)])
    return box if labelled or len(group) >= 3 else None


def _beside(row: Sequence[_Run], box: Box, *, left: bool) -> _Run | None:
    """The run next to the box on one side."""
    if left:
        return max((r for r in row if r.box.x1 <= box.x0 + 1), key=lambda r: r.box.x1, default=None)
    return min((r for r in row if r.box.x0 >= box.x1 - 1), key=lambda r: r.box.x0, default=None)


def _is_column(runs: Sequence[_Run]) -> bool:
    """Short texts on one edge or indented from it, as labels are and lines of prose beside a table are not."""
    if median(len(r.text) + sum(is_cjk(c) for c in r.text) for r in runs) > _LABEL or _is_justified(runs):
        return False
    for edge in ([r.box.x0 for r in runs], [r.box.x1 for r in runs], [r.box.cx for r in runs]):
        middle = median(edge)
        if sum(
            abs(x - middle) <= 40 if edge[0] == runs[0].box.x0 else abs(x - middle) <= _SNAP for x in edge
        ) >= 0.7 * len(runs):
            return True
    return False


def _is_justified(runs: Sequence[_Run]) -> bool:
    """Whether most texts are lines of prose set to one measure: long, and all from one edge to another."""
    lines = [r for r in runs if r.box.width > _MEASURE * r.size]
    if len(lines) < 0.5 * len(runs):
        return False
    left, right = median(r.box.x0 for r in lines), median(r.box.x1 for r in lines)
    return sum(max(abs(r.box.x0 - left), abs(r.box.x1 - right)) < r.size for r in lines) >= 0.7 * len(lines)


def _with_headings(
    body: Box, group: Sequence[_Chain], rows: Sequence[Sequence[_Run]], ends_table: Callable[[str], bool]
) -> Box:
    """The body and the rows above it that stand over its columns, up to a caption, a title or a wide gap."""
    first = min(r for c in group for r in c.rows)
    starts = [min(r.box.x0 for r in c.runs) for c in group]
    figures_from = min((x for x in starts if x > body.x0 + 12), default=body.x1)  # years may stand as labels
    box, kept = body, body
    for row in reversed(rows[max(0, first - 14) : first]):
        here = [r for r in row if r.box.x1 > body.x0 - 4 and r.box.x0 < body.x1 + 4]
        if not here:
            continue
        size = max(r.size for r in here)
        text = " ".join(r.text for r in here)
        if (
            box.top - max(r.box.bottom for r in here) > 2.0 * size
            or ends_table(text)
            or any(r.box.x0 < body.x0 - 25 or r.box.x1 > body.x1 + 40 or len(r.text) > 70 for r in here)
            or any(r.box.x0 < body.x0 + 4 and r.box.x1 > figures_from for r in here)
        ):
            break
        box = Box.around([box, *(r.box for r in here)])
        if any(r.box.x1 > figures_from - 2 for r in here):
            kept = box
    return kept

"""Grids whose cells are closed by ruling lines: which lines belong together, and which walls between cells are missing.

A missing wall merges the cells on its two sides, so spans come from what is drawn. Tables that lack lines between
their rows or columns are not read here but in `structure`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from wpextract.reading.lines import lines_of
from wpextract.reading.model import Box, Word
from wpextract.tables.rules import Rule
from wpextract.tables.structure import Grid, GridCell, baselines_of, header_rows_of, segments_of, stubs_of, text_of

_NEAR = 3.0  # points: lines that end so close to each other meet; borders so close are one
_BAND = 5.5  # points: no text stands between borders closer than this, so they are one drawn twice
_MOST_PAIRS = 250_000  # of lines to compare on one page: drawings have more, tables do not
_MOST_BORDERS = 200
_LONG = 100  # characters: a row of one cell that says so much is a title or a note, not a heading


@dataclass(frozen=True, slots=True)
class Lattice:
    """Lines that touch each other: `ys` and `xs` are the borders they draw."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    ys: tuple[float, ...]
    xs: tuple[float, ...]

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def lattices_of(across: Sequence[Rule], down: Sequence[Rule]) -> list[Lattice]:
    """Groups of crossing lines with at least two rows and two columns between them, from top to bottom."""
    if not across or not down or len(across) * len(down) > _MOST_PAIRS:
        return []
    home = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while home[i] != i:
            home[i] = home[home[i]]
            i = home[i]
        return i

    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            if h.start - _NEAR <= v.at <= h.end + _NEAR and v.start - _NEAR <= h.at <= v.end + _NEAR:
                home[root(j)] = root(i)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate((*across, *down)):
        groups.setdefault(root(i), ([], []))[i >= len(across)].append(rule)
    found = [_lattice(h, v) for h, v in groups.values() if len(h) >= 2 and v]
    return sorted((f for f in found if len(f.ys) > 2 and len(f.xs) > 2), key=lambda f: (f.ys[0], f.xs[0]))


def _lattice(across: Sequence[Rule], down: Sequence[Rule]) -> Lattice:
    """The borders of a group; where its lines go on past the last upright one, the table is open at that side."""
    left, right = min(r.start for r in across), max(r.end for r in across)
    top, bottom = min(r.at for r in across), max(r.at for r in across)
    inner = [r for r in down if r.end > top and r.start < bottom]
    sides = [Rule(x, top, bottom) for x in (left, right) if all(abs(r.at - x) > _NEAR for r in inner)]
    walls = (*inner, *sides)
    return Lattice(tuple(across), walls, _borders(r.at for r in across), _borders(r.at for r in walls))


def _borders(places: Iterable[float]) -> tuple[float, ...]:
    out: list[list[float]] = []
    for at in sorted(places):
        if out and at - out[-1][0] <= _BAND:
            out[-1].append(at)
        else:
            out.append([at])
    return tuple(sum(o) / len(o) for o in out)


def grid_of_lattice(lattice: Lattice, words: Sequence[Word]) -> Grid | None:
    """The grid that the lines draw, with the words in it; None where lines do not part the rows of its text."""
    ys, xs = lattice.ys, lattice.xs
    if max(len(ys), len(xs)) > _MOST_BORDERS:
        return None
    spans = _spans(lattice)
    held = _held(words, lattice, spans)
    for at, inside in list(held.items()):
        if spans[at][3] - spans[at][1] > 1 and _stands_apart(inside, xs):
            for r in range(spans[at][0], spans[at][2]):
                for c in range(spans[at][1], spans[at][3]):
                    spans[r, c] = (r, c, r + 1, c + 1)
    held = _held(words, lattice, spans)
    rects = {rect[:2]: rect for rect in spans.values()}
    rows, columns = _kept({r for r, _ in held}), _kept({c for _, c in held})
    cells: list[GridCell] = []
    for at, inside in held.items():
        r0, c0, r1, c1 = rects[at]
        row, row_end = rows(r0), rows(r1)
        col, col_end = columns(c0), columns(c1)
        lines = [list(line.words) for line in lines_of(inside)]
        bold = sum(w.bold for w in inside) * 2 > len(inside)
        cells.append(
            GridCell(row, col, max(1, row_end - row), max(1, col_end - col), text_of(lines),
                     Box.around(w.box for w in inside), bold)
        )  # fmt: skip
    cells = _without_title_and_notes(sorted(cells, key=lambda c: (c.row, c.col)))
    if len(cells) < 4 or _has_hidden_rows(held, rects):
        return None
    height, width = max(c.row + c.row_span for c in cells), max(c.col + c.col_span for c in cells)
    if height < 2 or width < 2:
        return None
    heads = _headings(cells, height)
    stubs = stubs_of(cells, heads)
    return Grid(tuple(cells), height, width, heads, stubs, Box.around(c.box for c in cells), True)


def _held(
    words: Sequence[Word], lattice: Lattice, spans: Mapping[tuple[int, int], tuple[int, int, int, int]]
) -> dict[tuple[int, int], list[Word]]:
    """The words of each cell, by its first row and column."""
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        r, c = _band(lattice.ys, word.box.cy), _band(lattice.xs, word.box.cx)
        if r is not None and c is not None:
            held.setdefault(spans[r, c][:2], []).append(word)
    return held


def _stands_apart(words: Sequence[Word], xs: Sequence[float]) -> bool:
    """Whether words between the same lines stand in several columns, none over a border: the walls were left out."""
    runs = [run for line in lines_of(words) for run in segments_of(line.words)]
    crossed = any(r[0].box.x0 + 1 < x < r[-1].box.x1 - 1 for r in runs for x in xs)
    return not crossed and len({_band(xs, (r[0].box.x0 + r[-1].box.x1) / 2) for r in runs}) > 1


def _kept(bands: set[int]) -> Callable[[int], int]:
    """Numbers the bands that hold something; an empty band (between double lines) falls together with the next."""
    order = sorted(bands)
    return lambda band: sum(b < band for b in order)


def _band(borders: Sequence[float], at: float) -> int | None:
    if not borders[0] <= at <= borders[-1]:
        return None
    return min(max(sum(b <= at for b in borders) - 1, 0), len(borders) - 2)


def _spans(lattice: Lattice) -> dict[tuple[int, int], tuple[int, int, int, int]]:
    """For each smallest cell the cell it is part of: rows and columns, ends excluded."""
    ys, xs = lattice.ys, lattice.xs
    height, width = len(ys) - 1, len(xs) - 1
    home = {(r, c): (r, c) for r in range(height) for c in range(width)}

    def root(at: tuple[int, int]) -> tuple[int, int]:
        while home[at] != at:
            at = home[at]
        return at

    below = [[r for r in lattice.across if abs(r.at - y) <= _BAND] for y in ys]
    beside = [[r for r in lattice.down if abs(r.at - x) <= _BAND] for x in xs]
    for r, c in list(home):
        if c + 1 < width and not _drawn(beside[c + 1], ys[r], ys[r + 1]):
            home[root((r, c + 1))] = root((r, c))
        if r + 1 < height and not _drawn(below[r + 1], xs[c], xs[c + 1]):
            home[root((r + 1, c))] = root((r, c))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for at in home:
        groups.setdefault(root(at), []).append(at)
    out: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for members in groups.values():
        r0, r1 = min(r for r, _ in members), max(r for r, _ in members) + 1
        c0, c1 = min(c for _, c in members), max(c for _, c in members) + 1
        whole = len(members) == (r1 - r0) * (c1 - c0)
        for r, c in members:
            out[r, c] = (r0, c0, r1, c1) if whole else (r, c, r + 1, c + 1)
    return out


def _drawn(rules: Sequence[Rule], start: float, end: float) -> bool:
    covered = sum(max(0.0, min(r.end, end) - max(r.start, start)) for r in rules)
    return covered >= 0.6 * (end - start)


def _has_hidden_rows(
    held: dict[tuple[int, int], list[Word]], rects: dict[tuple[int, int], tuple[int, int, int, int]]
) -> bool:
    """Whether one row of the lattice is many rows of text: a cell of figures, and beside it one of as many lines."""
    tall: dict[tuple[int, int], list[bool]] = {}
    for at, words in held.items():
        lines = baselines_of(words)
        if len(lines) >= 3:
            figures = sum(any(ch.isdigit() for w in line for ch in w.text) for line in lines) >= 0.8 * len(lines)
            tall.setdefault((rects[at][0], len(lines)), []).append(figures)
    return any(len(cells) >= 2 and any(cells) for cells in tall.values())


def _without_title_and_notes(cells: Sequence[GridCell]) -> list[GridCell]:
    """The cells less long rows of one cell at the top and the bottom, which stand in the frame but not in the grid."""
    out = list(cells)
    while out and (alone := [c for c in out if c.row == out[0].row]) and len(alone) == 1 and len(out[0].text) > _LONG:
        out = out[1:]
    while out and len([c for c in out if c.row == out[-1].row]) == 1 and len(out[-1].text) > _LONG:
        out = out[:-1]
    first = out[0].row if out else 0
    return [GridCell(c.row - first, c.col, c.row_span, c.col_span, c.text, c.box, c.bold) for c in out]


def _headings(cells: Sequence[GridCell], height: int) -> int:
    """Header rows: down to the first row of data, and as far as a heading of the first row reaches."""
    rows: list[dict[int, str]] = [{} for _ in range(height)]
    for cell in cells:
        rows[cell.row][cell.col] = cell.text
    reach = max((c.row_span for c in cells if c.row == 0), default=1)
    return min(height - 1, max(header_rows_of(rows), reach if reach <= 4 else 1))

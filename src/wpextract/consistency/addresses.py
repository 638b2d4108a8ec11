"""The cell of a chart or table that a number of the text points at: by the row that is spoken of, its unit and its head.

"Of Hebei's 60 resorts" points at the row of Hebei and at the column that counts resorts, whatever stands in the cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Grid, is_rest, without_period
from wpextract.consistency.linking import counted_alike, mentions, named_by_clause
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.words import CAGR, GROWTH_LABEL, LIMITS, label_tokens, plain

_GRIDS = 8  # of one page


def addressed(material: Material) -> Iterator[tuple[View, View]]:
    """Each number of the text with the one cell of its page that it points at, if there is one in a grid.

    A limit in percent may point at one of the page before or after.
    """
    for sentence in material.sentences:
        here = material.grids_on.get(sentence.page, ())[:_GRIDS]
        beyond = [g for n in (1, -1) for g in material.grids_on.get(sentence.page + n, ())[:_GRIDS]]
        for claim in sentence.claims if here or beyond else ():
            v = claim.view
            limit = v.fact.comparator in LIMITS and v.fact.kind == "percent"
            if limit and not claim.leads and claim is not sentence.claims[0]:
                continue  # "together they hold 64%, more than half"
            grids = (*here, *beyond) if limit else here  # what has a limit may be shown over the page
            if v.fact.source != "prose" or v.is_range or claim.kind in ("delta", "change", "multiple", "cagr"):
                continue
            if not grids or (claim.kind == "share" and not limit and _is_of_amounts(material, sentence, v)):
                continue
            named = named_by_clause(material, claim)
            if not named and (cell := _of_its_time(grids, claim)) is not None:
                yield v, cell
            for grid in grids if named else ():
                if all(is_rest(x) for things in named for x in things) and not _also_names(sentence, grid):
                    continue  # "the others" of what the sentence divides, which need not be those of the chart
                cell = _cell(material, claim, grid, named) or _cell(material, claim, grid.turned, named)
                if cell is not None and not (claim.kind == "share" and CAGR.search(cell.fact.series or "")):
                    yield v, cell
                    if limit:
                        break


def _is_of_amounts(material: Material, sentence: Sentence, share: View) -> bool:
    """Whether two amounts told or drawn beside a share bear it out: it is of their whole, whatever a column of shares is of."""
    told = [v for s in material.near(sentence) for v in s.views]
    drawn = [
        [v for v in g.views if v.span == share.span] for g in material.grids_on[sentence.page] if g.source == "chart"
    ]
    return any(
        a.dimension == b.dimension and iv.meets(iv.percent_of(a.interval, b.interval), share.interval)
        for group in (told, *drawn)
        for a, b in permutations([v for v in group if v.is_level and not v.is_range and v.value > 0][:8], 2)
    )


def _of_its_time(grids: Sequence[Grid], claim: Claim) -> View | None:
    """The one value of its unit that the page shows for the quarter or month that a sentence names."""
    v = claim.view
    if v.fact.period_basis != "sentence" or v.span is None or v.span.kind not in ("Q", "M") or not v.is_level:
        return None
    shown = [x for grid in grids for x in grid.views if x.span == v.span and x.dimension == v.dimension]
    return shown[0] if len(shown) == 1 else None


def _also_names(sentence: Sentence, grid: Grid) -> bool:
    words = label_tokens(sentence.text)
    names = (x for x in (*grid.rows_named, *grid.turned.rows_named) if not is_rest(x))
    return any(mentions(sentence.text, x, words) > 0.99 for x in names)


def _cell(material: Material, claim: Claim, grid: Grid, named: Sequence[frozenset[str]]) -> View | None:
    v = claim.view
    rows: list[int] = []
    for things in named:
        rows = rows or sorted(i for name in things for i in grid.rows_named.get(name, ()))
    longest = max((len(plain(grid.rows[i])) for i in rows), default=0)
    rows = [i for i in rows if len(plain(grid.rows[i])) == longest or not _inside(grid, i, rows)]
    if len(rows) != 1:
        return None
    spans = material.spans_meant(v)
    cells = [(j, c) for j, c in grid.row(rows[0]) if c.dimension == v.dimension and c.span in spans]
    if v.dimension == "percent":
        grown = claim.kind == "growth"
        cells = [(j, c) for j, c in cells if grown == bool(GROWTH_LABEL.search(f"{grid.columns[j]} {grid.title}"))]
    cells = [x for x in cells if x[1].fact.counted_noun == v.fact.counted_noun] or [
        x for x in cells if counted_alike(x[1], v)
    ]
    if len(cells) > 1:
        said = f"{claim.before[-40:]} {v.metric} {claim.after[:12]}"
        words = label_tokens(said)
        heads = {j: without_period(grid.columns[j]) for j, _ in cells}
        cells = [(j, c) for j, c in cells if heads[j] and mentions(said, heads[j], words) > 0.99]
    return cells[0][1] if len(cells) == 1 else None


def _inside(grid: Grid, i: int, rows: list[int]) -> bool:
    """Whether a row's name is only part of the name of another that is named."""
    return any(k != i and plain(grid.rows[i]) in plain(grid.rows[k]) for k in rows)

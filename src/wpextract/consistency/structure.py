"""Arithmetic that a table or chart shows by its own structure: growth columns, ratios of columns, rows that add up.

A formula between columns is recognised when most rows obey it; the rows that do not are then worth a relation.
Labels ("YoY", "Total") only strengthen what the numbers show, so the language and wording of a table do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, permutations

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Grid, is_total, without_period
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval
from wpextract.consistency.words import CAGR, FALL_LABEL, GROWTH_LABEL, SHARE_LABEL, YEAR, counts, plain

_YEARLY = re.compile(r"\bannual|\bper year\b|\ba year\b|\bp\.a\.|\byearly\b|\baverage\b|年均|平均", re.IGNORECASE)
WIDEST = 14  # columns looked at in one grid
SHOWN_BY_OTHERS = 0.94  # how sure a sum is that three columns obey
MOST_COSTS = 6  # rows that are taken off one after the other
REACH = 60  # rows that one total may cover


def both_ways(material: Material) -> Iterator[Grid]:
    for grid in material.grids:
        yield grid
        if len(grid.columns) > 1 and len(grid.rows) > 1:
            yield grid.turned


def _columns(grid: Grid, kind: str) -> list[int]:
    """The first columns in which most facts are of a kind (`percent`, or `level`)."""
    out = []
    for j in range(min(len(grid.columns), 4 * WIDEST)):
        views = [v for _, v in grid.column(j)]
        fits = sum(v.fact.kind == kind or (kind == "level" and v.is_level) for v in views)
        if views and 2 * fits > len(views):
            out.append(j)
    return out[:WIDEST]


@dataclass(frozen=True, slots=True)
class Vote:
    """How many of the rows that could obey a formula do."""

    support: int
    rows: int

    @property
    def share(self) -> float:
        return self.support / self.rows if self.rows else 0.0


Triple = tuple[View, View, View]


def _vote(triples: Sequence[Triple], formula: Callable[[Interval, Interval], Interval]) -> Vote:
    return Vote(sum(iv.meets(formula(a.interval, b.interval), c.interval) for a, b, c in triples), len(triples))


def _believed(vote: Vote, labelled: bool) -> float:
    """Confidence that a formula is meant: most rows obey it, or its label says so and at least one row agrees."""
    if vote.rows >= 3 and vote.share >= 0.66:
        return min(0.97, 0.75 + 0.04 * vote.support)
    if labelled and vote.rows >= 2 and vote.share >= 0.5:
        return 0.8
    if labelled and vote.rows == 1:
        return 0.75
    return 0.8 if vote.rows == 2 and vote.support == 2 else 0.0


def rate_columns(material: Material) -> Iterator[tuple[View, View, View, int, float]]:
    """(base, end, rate, years, confidence) for each row of a column that holds the growth between two others.

    `years` is 0 for the whole change between the two columns, and their distance for a compound annual rate.
    """
    for grid in both_ways(material):
        levels = _columns(grid, "level")
        for rate in _columns(grid, "percent"):
            head = grid.columns[rate]
            if SHARE_LABEL.search(head) and not GROWTH_LABEL.search(head):
                continue
            named = [int(y) for y in YEAR.findall(head)]
            found = []
            for end, base in permutations(levels, 2):
                if without_period(grid.columns[end]) != without_period(grid.columns[base]):
                    continue
                rows: dict[int, list[Triple]] = {}
                for i, e in grid.column(end):
                    b, c = grid.cells.get((i, base)), grid.cells.get((i, rate))
                    rated = c is not None and c.fact.kind != "percentage_point"  # what a share gained is no rate
                    if b is not None and c is not None and rated and (years := _years_between(b, e)):
                        rows.setdefault(years, []).append((e, b, c))
                for years, triples in rows.items():
                    found += list(_rates(triples, years, head, named))
            if any(confidence for _, confidence, _, _ in found):
                _, confidence, triples, years = max((f for f in found if f[1]), key=lambda f: f[0])
                yield from ((b, e, c, years, confidence) for e, b, c in triples)


Rated = tuple[tuple[float, ...], float, list[Triple], int]


def _rates(triples: list[Triple], years: int, head: str, named: Sequence[int]) -> Iterator[Rated]:
    """(rank, confidence, triples, years) of what a column headed `head` may say of columns that lie `years` apart."""
    compound, falls = _is_compound(head), is_of_falls(head)
    labelled = falls or bool(GROWTH_LABEL.search(head))
    grown = _fall if falls else iv.growth
    end, base, _ = triples[0]
    spans = len(named) < 2 or (end.span and base.span and {base.span.last, end.span.last} == {named[0], named[-1]})
    if years == 1 and not compound:
        vote = _vote(triples, grown)
        yield (vote.support, vote.share, 0), _believed(vote, labelled), triples, 0
    if years > 1 and spans:
        if compound or (labelled and _YEARLY.search(head)):
            vote = _vote(triples, lambda end, base: iv.growth(end, base, years))
            yield (
                (vote.support, vote.share, -1, years),
                _believed(vote, compound),
                triples,
                years,
            )  # rather of all years
        elif not compound:
            vote = _vote(triples, grown)
            yield (vote.support, vote.share, -1), _believed(vote, falls or (len(named) > 1 and labelled)), triples, 0


def is_of_falls(head: str) -> bool:
    """Whether a column tells declines by their size: a head "降幅" over 27.6%."""
    return bool(FALL_LABEL.search(head)) and not GROWTH_LABEL.search(head)


def _fall(end: Interval, base: Interval) -> Interval:
    return iv.negate(iv.growth(end, base))


def _is_compound(head: str) -> bool:
    """Whether a column holds compound rates: it says so, or it is of the yearly growth between two years."""
    years = {int(y) for y in YEAR.findall(head)}
    over_years = bool(years) and max(years) - min(years) > 1
    return bool(CAGR.search(head)) or (over_years and bool(GROWTH_LABEL.search(head)) and bool(_YEARLY.search(head)))


def _years_between(base: View, end: View) -> int:
    """By how many years `end` follows `base`, a like amount of a like period; 0 if it does not."""
    if base.span is None or end.span is None or base.dimension != end.dimension:
        return 0
    years = end.span.last - base.span.last
    return years if years > 0 and base.span == end.span.earlier(years) else 0


def growth_series(material: Material) -> Iterator[tuple[View, View, View, float]]:
    """(base, end, rate, confidence) along a percent series drawn over a series of amounts."""
    for grid in both_ways(material):
        rows = {v.span: i for (i, _), v in sorted(grid.cells.items()) if v.span is not None}
        for rate in _columns(grid, "percent"):
            if _is_compound(grid.columns[rate]):
                continue
            best: tuple[Vote, list[Triple]] | None = None
            for amount in _columns(grid, "level"):
                triples = []
                for i, c in grid.column(rate):
                    before = rows.get(c.span.previous()) if c.span is not None else None
                    if before is not None and (i, amount) in grid.cells and (before, amount) in grid.cells:
                        triples.append((grid.cells[i, amount], grid.cells[before, amount], c))
                vote = _vote(triples, iv.growth)
                if triples and (best is None or vote.support > best[0].support):
                    best = (vote, triples)
            if best and best[0].rows >= 2:
                labelled = bool(GROWTH_LABEL.search(f"{grid.columns[rate]} {grid.title}"))
                if confidence := _believed(best[0], labelled):
                    yield from ((b, e, c, confidence) for e, b, c in best[1])


def ratio_columns(material: Material) -> Iterator[tuple[View, View, View, float]]:
    """(part, whole, ratio, confidence): a column that is the quotient of two others, in percent or as a unit price."""
    for grid in both_ways(material):
        if grid.source != "table":
            continue
        levels = _columns(grid, "level")
        for ratio in dict.fromkeys((*_columns(grid, "percent"), *levels)):
            head = grid.columns[ratio]
            if CAGR.search(head) or GROWTH_LABEL.search(head):
                continue
            best: tuple[Vote, list[Triple]] | None = None
            for part, whole in permutations([j for j in levels if j != ratio], 2):
                triples = [
                    (grid.cells[i, part], grid.cells[i, whole], c)
                    for i, c in grid.column(ratio)
                    if (i, part) in grid.cells and (i, whole) in grid.cells
                ]
                triples = [
                    t
                    for t in triples
                    if (t[2].fact.kind != "percent" or t[0].dimension == t[1].dimension)
                    and len({v.span for v in t if v.span is not None}) < 2
                ]
                if not triples or not _plausible(triples):
                    continue
                vote = Vote(sum(iv.meets(_quotient(a, b, c), c.interval) for a, b, c in triples), len(triples))
                if best is None or vote.support > best[0].support:
                    best = (vote, triples)
            if best and best[0].support >= 3 and best[0].share >= 0.7:
                confidence = _believed(best[0], False)
                yield from ((a, b, c, confidence) for a, b, c in best[1])


def _quotient(a: View, b: View, c: View) -> Interval:
    return iv.percent_of(a.interval, b.interval) if c.fact.kind == "percent" else iv.divide(a.interval, b.interval)


def _plausible(triples: Sequence[Triple]) -> bool:
    """A cheap look at the first rows, so that wide tables cost little."""
    seen = 0
    for a, b, c in triples[:4]:
        if b.value == 0:
            continue
        q = a.value / b.value * (100 if c.fact.kind == "percent" else 1)
        seen += abs(q - c.value) <= abs(c.value) / 20
    return seen > 0


def share_columns(material: Material) -> Iterator[tuple[View, View, View, float]]:
    """(part, total, share, confidence): a percent column that divides another by its total, here or elsewhere."""
    for grid in material.grids:
        if grid.source != "table":
            continue
        for share in _columns(grid, "percent"):
            head = grid.columns[share]
            if CAGR.search(head) or GROWTH_LABEL.search(head):
                continue
            best: tuple[Vote, list[Triple]] | None = None
            for amount in _columns(grid, "level"):
                pairs = [(a, grid.cells[i, share]) for i, a in grid.column(amount) if (i, share) in grid.cells]
                if len({a.dimension for a, _ in pairs}) != 1 or len(pairs) < 3:
                    continue
                for total in _totals(material, grid, amount, pairs):
                    triples = [(a, total, c) for a, c in pairs]
                    vote = _vote(triples, iv.percent_of)
                    if best is None or vote.support > best[0].support:
                        best = (vote, triples)
            if best and best[0].support >= 3 and best[0].share >= 0.66:
                confidence = _believed(best[0], bool(SHARE_LABEL.search(head)))
                yield from ((a, b, c, confidence) for a, b, c in best[1])


def share_grids(material: Material) -> Iterator[tuple[View, View, View, float]]:
    """(part, total, share, confidence): a chart or table of shares against a table of the amounts with their totals."""
    levels = [g for g in both_ways(material) if g.source == "table" and any(is_total(row) for row in g.rows)]
    for shares in material.grids:
        if any(v.dimension != "percent" for v in shares.views):
            continue
        named = {(plain(shares.rows[i]), plain(shares.columns[j])): v for (i, j), v in shares.cells.items()}
        named |= {(c, r): v for (r, c), v in named.items()}
        for amounts in levels if len(named) >= 6 else ():
            if abs(amounts.page - shares.page) > 1:
                continue
            triples = []
            for (i, j), part in amounts.cells.items():
                total = next((v for k, v in amounts.column(j) if is_total(amounts.rows[k])), None)
                share = named.get((plain(amounts.rows[i]), plain(amounts.columns[j])))
                if share is not None and total is not None and part.dimension == total.dimension:
                    triples.append((part, total, share))
            vote = _vote(triples, iv.percent_of)
            if vote.support >= 3 and vote.share >= 0.66:
                yield from ((a, b, c, _believed(vote, True)) for a, b, c in triples)
                break


def _totals(material: Material, grid: Grid, amount: int, pairs: Sequence[tuple[View, View]]) -> list[View]:
    inside = [v for i, v in grid.column(amount) if is_total(grid.rows[i])]
    wholes = sorted(a.value / c.value * 100 for a, c in pairs if c.value)
    if inside or not wholes:
        return inside
    middle = wholes[len(wholes) // 2]
    low, high = sorted((middle * 98 / 100, middle * 102 / 100))
    spans = dict.fromkeys((pairs[0][0].span, None))
    return [v for s in spans for v in material.close_to(low, high, pairs[0][0].dimension, s)][:8]


# -- rows that add up


@dataclass(frozen=True, slots=True)
class Sum:
    """The rows (with a sign) that add up to another row in most columns."""

    parts: tuple[tuple[int, int], ...]
    total: int
    confidence: float


def row_sums(grid: Grid) -> Iterator[tuple[list[tuple[int, View]], View, float]]:
    """(signed parts, total, confidence) for every column of every row that is the sum or difference of others."""
    columns = _columns(grid, "level")
    rows = [i for i in range(len(grid.rows)) if any((i, j) in grid.cells for j in columns)]
    for at, total in enumerate(rows):
        here = [j for j in columns if (total, j) in grid.cells]
        for found in _sums(grid, rows, at, here):
            for j in here:
                parts = [(sign, grid.cells[i, j]) for i, sign in found.parts if (i, j) in grid.cells]
                far = 4 if found.confidence < SHOWN_BY_OTHERS else 1  # what three columns add up is no average
                whole = grid.cells[total, j]
                if _is_whole(grid, found.parts, j) and (_roughly(parts, whole, far) or _has_its_digits(parts, whole)):
                    yield parts, grid.cells[total, j], found.confidence


def _is_whole(grid: Grid, parts: Sequence[tuple[int, int]], column: int) -> bool:
    """Whether a column has all parts of a sum, or a dash for what there is nothing of, and two at least."""
    there = [(i, column) in grid.cells for i, _ in parts]
    return sum(there) > 1 and all(x or (i, column) in grid.nil for x, (i, _) in zip(there, parts, strict=True))


def _candidates(grid: Grid, rows: Sequence[int], at: int) -> Iterator[tuple[tuple[tuple[int, int], ...], bool]]:
    """Signed parts that may make up the row `rows[at]`, and whether its label says that they do."""
    before, after = rows[max(0, at - REACH) : at], rows[at + 1 : at + REACH]
    if is_total(grid.rows[rows[at]]) or counts(grid.rows[rows[at]])[:1] == [at]:  # "Four countries", under four of them
        sums = [i for i in before if is_total(grid.rows[i])]
        yield tuple((i, 1) for i in before if i not in sums), True
        yield tuple((i, 1) for i in sums), True
        yield tuple((i, 1) for i in before if not sums or i > sums[-1]), True
        yield tuple((i, 1) for i in after if not is_total(grid.rows[i])), True
    for start in range(len(before) - 2, -1, -1):
        yield tuple((i, 1) for i in before[start:]), False
    for first, *costs in (before[-n:] for n in range(3, min(len(before), MOST_COSTS) + 1)):
        yield ((first, 1), *((i, -1) for i in costs)), False  # what is left of a profit when the costs are taken off
    for p, q in combinations(before[-9:], 2):
        yield ((p, 1), (q, 1)), False
        yield ((p, 1), (q, -1)), False


def _sums(grid: Grid, rows: Sequence[int], at: int, columns: Sequence[int]) -> list[Sum]:
    """The ways in which a row is made up of others, best borne out first, none sharing a part with a better one."""
    total = rows[at]
    found: list[tuple[tuple[float, ...], Sum]] = []
    for n, (parts, labelled) in enumerate(_candidates(grid, rows, at)):
        if len(parts) < 2:
            continue
        tested, support, telling, near = 0, 0, 0, 0
        for j in columns:
            views = [(sign, grid.cells[i, j]) for i, sign in parts if (i, j) in grid.cells]
            whole = grid.cells[total, j]
            if any(v.dimension != whole.dimension for _, v in views) or not _is_whole(grid, parts, j):
                continue
            tested += 1
            if not _roughly(views, whole):
                continue
            near += 1
            if iv.meets(signed_sum(views), whole.interval):
                support += 1
                telling += len(whole.figures) > 2 and all(v.value for _, v in views)
        everything = len(parts) == at
        # all rows above the last one, in a column of their own
        closes = everything and total == rows[-1] and at > 2 and near == tested and telling > 0
        if not labelled and support < min(tested, 3) and [i for i, _ in parts] != rows[max(0, at - len(parts)) : at]:
            continue  # among many rows two add up to a third by chance
        # under all rows a column of averages or ratios closes with one too
        meant = near if everything and total == rows[-1] and near > 1 else tested
        confidence = _sum_confidence(
            labelled, closes or (everything and grid.kind == "waterfall"), meant, support, near, telling
        )
        if confidence:
            found.append(((-support, -confidence, n), Sum(parts, total, confidence)))
    taken: set[int] = set()
    out = []
    for _, each in sorted(found, key=lambda f: f[0]):
        if not taken & {i for i, _ in each.parts}:
            taken |= {i for i, _ in each.parts}
            out.append(each)
    return out


def _sum_confidence(labelled: bool, closes: bool, tested: int, support: int, near: int, telling: int) -> float:
    """By how many columns obey the sum (`telling` ones have three digits or more), and by the total's label or place."""
    if telling >= 2 and 5 * support >= 3 * tested:
        return min(0.96, 0.8 + 0.05 * support)
    if labelled and tested:
        if support:
            return 0.9 if 2 * support >= tested else 0.5
        return 0.75 if tested == near == 1 else 0.0
    return 0.85 if closes and support and 2 * support >= tested else 0.0


def _roughly(parts: Sequence[tuple[int, View]], total: View, share: int = 4) -> bool:
    """Near enough to be meant as a sum: an average or a ratio lies among its rows, a total does not."""
    whole = sum(sign * v.value for sign, v in parts)
    return abs(whole - total.value) * share <= abs(total.value)


def _has_its_digits(parts: Sequence[tuple[int, View]], total: View) -> bool:
    """Whether a total is printed with the digits of its parts' sum in another order: 1,398 for 1,938."""
    whole = sum((sign * v.value for sign, v in parts), Decimal(0)).copy_abs().scaleb(total.fact.decimals or 0)
    return whole == int(whole) and sorted(str(int(whole))) == sorted(total.figures) and len(total.figures) > 2


def signed_sum(parts: Sequence[tuple[int, View]]) -> Interval:
    return iv.add(v.interval if sign > 0 else iv.negate(v.interval) for sign, v in parts)

"""Parts against the whole that they are said to make up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from wpextract.consistency import interval as iv
from wpextract.consistency.listed import listings
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import listed, quoted, relate, sum_in
from wpextract.consistency.stacks import heights_told
from wpextract.consistency.structure import both_ways, row_sums
from wpextract.consistency.sums import StatedSum, stated_sums
from wpextract.consistency.words import LIMITS


def weighted(signs: Sequence[int]) -> Callable[[Sequence[Interval]], tuple[Interval, Interval]]:
    """The signed sum of all members but the last against the last."""

    def formula(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
        parts = (x if sign > 0 else iv.negate(x) for x, sign in zip(xs, signs, strict=False))
        return iv.add(parts), xs[-1]

    return formula


def part_whole_sum(material: Material) -> Iterator[Relation]:
    """Sum of parts = whole: rows over their total, bars over a stated total, named parts over "together".

    Parts carry the sign that the table gives them (costs in parentheses, price cuts in a waterfall). Source: summation
    inconsistencies of XBRL Calculations 1.1, by intersection of intervals.
    """
    for grid in both_ways(material):
        for parts, total, confidence in row_sums(grid):
            working = "".join(f" {'+' if sign > 0 else '-'} {v.name}" for sign, v in parts).removeprefix(" + ")
            views = [v for _, v in parts]
            left = len(views) == 2 and parts[1][0] < 0  # a gap, a balance: what the second leaves of the first
            yield relate(
                "difference" if left else "part_whole_sum",
                weighted([sign for sign, _ in parts]),
                [*((v, "part") for v in views), (total, "total")],
                quoted(total),
                f"the {'difference between' if left else 'sum of'} {listed(views)}",
                working,
                confidence,
            )
    for layers, height, confidence in heights_told(material):
        yield relate(
            "part_whole_sum",
            weighted([1] * len(layers)),
            [*((v, "part") for v in layers), (height, "total")],
            quoted(height),
            f"the sum of {listed(layers)} (page {layers[0].page})",
            " + ".join(v.name for v in layers),
            confidence,
        )
    told = [x for x in listings(material) if x.total is not None]
    for found in (*stated_sums(material), *(StatedSum(x.parts, x.total, x.confidence) for x in told if x.total)):
        is_limit = found.total.fact.comparator in LIMITS  # "the five have more than 75%"
        limit = f"a limit of {sum_in(found.parts, found.total)}, " if is_limit else ""
        yield relate(
            "bounds" if is_limit else "part_whole_sum",
            weighted([1] * len(found.parts)),
            [*((v, "part") for v in found.parts), (found.total, "claim" if is_limit else "total")],
            quoted(found.total),
            f"{limit}the sum of {listed(found.parts)} (page {found.parts[0].page})",
            " + ".join(v.name for v in found.parts),
            found.confidence,
        )

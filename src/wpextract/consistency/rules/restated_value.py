"""A figure that the document states twice: in two sentences, in a sentence and a table, in two tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import quoted, relate
from wpextract.consistency.restatements import restatements


def same_size(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """Both intervals, without the sign that a chart or table gives a decline, must share a value."""
    if any(x.high is not None and x.high < 0 for x in xs):
        return iv.magnitude(xs[0]), iv.magnitude(xs[1])
    return xs[0], xs[1]


def _not_text_and_chart(a: View, b: View) -> bool:
    return {a.fact.source, b.fact.source} != {"prose", "chart"}


def restated_value(material: Material) -> Iterator[Relation]:
    """Two statements of one metric for one period and place have intervals that share a value.

    Source: duplicate facts of XBRL Calculations 1.1, which are consistent when their intervals intersect.
    """
    for pair in restatements(material, _not_text_and_chart):
        yield relate(
            "restated_value",
            same_size,
            [(pair.first, "restated"), (pair.second, "stated")],
            f"{quoted(pair.first)} and {quoted(pair.second)} state one figure.",
            f"{pair.second.name} vs {pair.first.name}",
            pair.confidence,
        )

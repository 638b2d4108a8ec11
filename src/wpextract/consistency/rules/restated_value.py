"""A figure that the document states twice: in two sentences, in a sentence and a table, in two tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.reconciliation import reconciled
from wpextract.consistency.relations import quoted, relate
from wpextract.consistency.restatements import Pair, restatements


def same_size(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The last two intervals, without the sign that a chart or table gives a decline, must share a value."""
    if any(x.high is not None and x.high < 0 for x in xs):
        return iv.magnitude(xs[-2]), iv.magnitude(xs[-1])
    return xs[-2], xs[-1]


def restatement(rule: str, pair: Pair) -> Relation:
    """The relation of a pair; further statements of the same figure are members that bear the second one out."""
    others = " and ".join(quoted(v) for v in pair.others[:3])
    also = f"; {others} {'agrees' if len(pair.others) == 1 else 'agree'} with the latter" if others else ""
    would = reconciled(pair.second.interval, pair.first.interval, pair.first)
    return relate(
        rule,
        same_size,
        [*((v, "other") for v in pair.others[:4]), (pair.second, "restated"), (pair.first, "stated")],
        quoted(pair.first),
        f"the figure that {quoted(pair.second)} states",
        f"{pair.second.name} against {pair.first.name}",
        pair.confidence,
        diagnosis=would
        if others or would is None
        else f"{would.removesuffix('.')}, unless it is the latter that is wrong.",
        complaint=f"{quoted(pair.first)} differs from {quoted(pair.second)}{also}.",
    )


def _not_text_and_chart(a: View, b: View) -> bool:
    return {a.fact.source, b.fact.source} != {"prose", "chart"}


def restated_value(material: Material) -> Iterator[Relation]:
    """Two statements of one metric for one period and place have intervals that share a value.

    Source: duplicate facts of XBRL Calculations 1.1, which are consistent when their intervals intersect.
    """
    for pair in restatements(material, _not_text_and_chart):
        yield restatement("restated_value", pair)

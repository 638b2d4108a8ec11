"""A figure of the text against the chart that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from wpextract.consistency.facts_view import View
from wpextract.consistency.material import Material
from wpextract.consistency.model import Relation
from wpextract.consistency.restatements import restatements
from wpextract.consistency.rules.restated_value import restatement


def _text_and_chart(a: View, b: View) -> bool:
    return {a.fact.source, b.fact.source} == {"prose", "chart"}


def text_vs_chart(material: Material) -> Iterator[Relation]:
    """The interval of the text's figure and that of the chart's point share a value.

    A point without a label is as wide as its reading error. Source: duplicate facts of XBRL Calculations 1.1, which
    are consistent when their intervals intersect.
    """
    for pair in restatements(material, _text_and_chart):
        yield restatement("text_vs_chart", pair)

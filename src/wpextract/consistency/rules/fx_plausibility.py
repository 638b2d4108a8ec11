"""An amount in two currencies against the exchange rate that the document prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View
from wpextract.consistency.linking import words_agree
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import quoted, relate
from wpextract.consistency.words import RATE_LABEL


def converted(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """Amount in one currency / amount in the other against the rate."""
    return iv.divide(xs[0], xs[1]), xs[2]


def fx_plausibility(material: Material) -> Iterator[Relation]:
    """Amount in currency A / the same amount in currency B = the printed exchange rate.

    Only rates that the document prints are used; there is no rate from outside. Source: the definition of conversion
    at an average rate (IAS 21.39), rounding as in XBRL Calculations 1.1.
    """
    for sentence in material.sentences:
        rates = [c.view for c in sentence.claims if _is_rate(c.view, f"{c.before[-60:]} {c.view.fact.metric}")]
        for rate in rates[:2]:
            pair = _amounts(material, sentence, rate)
            if pair is not None:
                a, b = pair
                yield relate(
                    "fx_plausibility",
                    converted,
                    [(a, "base"), (b, "end"), (rate, "rate")],
                    quoted(a),
                    f"{quoted(b)} at the printed rate of {rate.name}",
                    f"{a.name} / {b.name}",
                    0.7 if words_agree(material, a, b) >= 0.5 else 0.5,
                    unit=f"{a.fact.currency} per {b.fact.currency}",
                    severity="warning",
                )


def _is_rate(v: View, text: str) -> bool:
    return (
        v.dimension not in ("percent", "multiple")
        and Decimal(0) < v.value < 1000
        and bool(RATE_LABEL.search(text))
        and v.fact.scale == 1
    )


def _amounts(material: Material, sentence: Sentence, rate: View) -> tuple[View, View] | None:
    near = [
        v
        for s in material.near(sentence, 3)
        for v in s.views
        if v.fact.kind == "money" and v.id != rate.id and not v.is_range and v.fact.scale > 1
    ]
    own = [v for v in sentence.views if v in near]
    best: tuple[float, View, View] | None = None
    for b in own[:4]:
        wanted = b.value * rate.value
        pool = [
            *near,
            *(
                o
                for currency in _currencies(material, b)
                for o in material.close_to(wanted * 9 / 10, wanted * 11 / 10, f"money:{currency}", b.span)[:12]
            ),
        ]
        for a in pool:
            if (
                a.fact.currency != b.fact.currency
                and (a.span == b.span or a.span is None or b.span is None)
                and b.value
            ):
                off = abs(float(a.value / b.value / rate.value) - 1)
                score = -off + 0.3 * words_agree(material, a, b)
                if off < 0.2 and (best is None or score > best[0]):
                    best = (score, a, b)
    return (best[1], best[2]) if best else None


def _currencies(material: Material, v: View) -> list[str]:
    return sorted({x.fact.currency for x in material.views if x.fact.currency and x.fact.currency != v.fact.currency})[
        :4
    ]

"""Turns diagnoses into corrections and applies those that the document itself proves.

A correction is applied when a second source in the document bears it out and nothing of weight contradicts it; else it
is proposed and the printed values stand. The printed value stays beside the corrected one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from wpextract.consistency.diagnosis import Diagnosis
from wpextract.consistency.facts_view import View
from wpextract.consistency.model import Correction, Target
from wpextract.facts.model import Fact
from wpextract.ids import Ids

_ENGLISH = {
    0: "",
    3: "thousand",
    4: "10 thousand",
    6: "million",
    7: "10 million",
    8: "100 million",
    9: "billion",
    12: "trillion",
}
_CHINESE = {0: "", 3: "千", 4: "万", 6: "百万", 7: "千万", 8: "亿", 9: "十亿", 12: "万亿"}
_MONEY = {
    "CNY": ("RMB", "元"),
    "USD": ("USD", "美元"),
    "EUR": ("EUR", "欧元"),
    "JPY": ("JPY", "日元"),
    "HKD": ("HKD", "港元"),
    "GBP": ("GBP", "英镑"),
}
_PREFIXES = "kMGTPEZ"


def label_as_printed(d: Diagnosis) -> str:
    f = (d.views[0] if d.container else d.evidence[0].own).fact
    return (f.unit_as_printed or f.snippet).strip() if f.container_id else f.snippet.strip()


def label_as_corrected(d: Diagnosis) -> str:
    """The unit or number as it should read, in the language of the label."""
    f = d.views[0].fact
    if f.container_id is None:
        return d.evidence[0].other.name
    if f.kind == "physical":
        return _shifted(f.unit, d.factor.adjusted()) or f"{f.unit} x {d.factor:f}"
    return label_text(f.scale * d.factor, d.views[0], d.currency)


def label_text(scale: Decimal, v: View, currency: str | None = None) -> str:
    """A unit label of a scale for the currency or noun of a fact, in the language of its own label."""
    f = v.fact
    power = scale.adjusted()
    chinese = bool(re.search(r"[一-鿿]", f.unit_as_printed or "")) if f.unit_as_printed else f.language == "zh"
    word = (_CHINESE if chinese else _ENGLISH).get(power, f"10^{power}")
    code = currency or f.currency or ""
    english, local = _MONEY.get(code, (code, code))
    noun = f.counted_noun or ""
    return f"{word}{local or noun}" if chinese else " ".join(filter(None, (english, word, noun if not english else "")))


def _shifted(unit: str, power: int) -> str | None:
    if unit[:1] in _PREFIXES and power % 3 == 0:
        at = _PREFIXES.index(unit[0]) + power // 3
        if 0 <= at < len(_PREFIXES):
            return _PREFIXES[at] + unit[1:]
    return None


def correct(diagnoses: Sequence[Diagnosis], rows: Mapping[str, str], ids: Ids) -> tuple[Correction, ...]:
    """One correction for each diagnosis; `rows` says which containers are charts. Evidence comes later."""
    out = []
    for d in diagnoses:
        first = d.views[0].fact
        applied = _proved(d)
        targets = [Target("facts", v.id) for v in d.views]
        if first.container_id:
            targets.insert(
                0, Target("charts" if rows.get(first.container_id) == "chart" else "tables", first.container_id)
            )
        out.append(
            Correction(
                correction_id=ids.new(
                    "correction", first.page, f"{label_as_printed(d)} {first.container_id or first.fact_id}"
                ),
                targets=tuple(targets),
                field="currency" if d.factor == 1 else "scale",
                printed=label_as_printed(d),
                corrected=label_as_corrected(d),
                factor=None if d.factor == 1 else d.factor,
                evidence=(),
                status="applied" if applied else "proposed",
                expect_printed=label_as_printed(d),
                decision=None,
                decided_by=None,
                reason=_reason(d, applied),
            )
        )
    return tuple(out)


def _proved(d: Diagnosis) -> bool:
    sources = {e.other.source for e in d.evidence}
    return bool(sources) and not d.broken and d.strength >= 0.6


def _reason(d: Diagnosis, applied: bool) -> str:
    places = sorted({e.other.page for e in d.evidence})
    pages = ", ".join(map(str, places[:6]))
    many = len(d.evidence) > 1
    told = f"{len(d.evidence)} statement{'s' if many else ''} (page {pages}) {'agree' if many else 'agrees'}"
    return f"{told} with it" + (
        " and none contradicts it"
        if applied
        else f"; {len(d.against)} agree with the label as printed"
        if d.against
        else ""
    )


def apply(facts: Iterable[Fact], corrections: Sequence[Correction], diagnoses: Sequence[Diagnosis]) -> tuple[Fact, ...]:
    """The facts with applied corrections in them; the others as they were."""
    change: dict[str, tuple[Correction, Diagnosis]] = {}
    for c, d in zip(corrections, diagnoses, strict=True):
        if c.status == "applied":
            change.update({v.id: (c, d) for v in d.views})
    return tuple(corrected(f, *change[f.fact_id]) if f.fact_id in change else f for f in facts)


def corrected(f: Fact, c: Correction, d: Diagnosis) -> Fact:
    """A fact under its corrected label: value and bounds times the factor, the currency exchanged.

    The printed ends, their decimals and the value as printed stay.
    """

    def times(x: Decimal | None) -> Decimal | None:
        return None if x is None else x * d.factor

    out = replace(
        f,
        value=times(f.value),
        bound_low=times(f.bound_low),
        bound_high=times(f.bound_high),
        scale=f.scale * d.factor,
        value_uncorrected=f.value if f.value_uncorrected is None else f.value_uncorrected,
        correction_id=c.correction_id,
    )
    if d.currency:
        out = replace(out, currency=d.currency, unit=d.currency, kind="money", counted_noun=None)
    return out

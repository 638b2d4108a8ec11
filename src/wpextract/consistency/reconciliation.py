"""What a printed number would have to be: the value that would reconcile a relation, in the print of its own member.

Numbers are compared as they stand on the page: `1,360` for what comes out as 1,630 is two digits exchanged, whatever
unit stands over the column.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View, base_factor
from wpextract.consistency.model import Interval

Slip = Literal["changed", "exchanged"]
_NUMBER = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?")
_LIMIT = re.compile(
    r"^(?:over|under|above|below|(?:more|less|fewer) than|at (?:least|most)|不?超过?|不[足到]|逾|至少)\s*"
)
_TOLD = {"changed": "; one digit looks misprinted", "exchanged": "; two digits look exchanged"}


def in_print(x: Interval, v: View) -> Interval:
    """An interval in the printed unit of a fact."""
    return iv.scale(x, 1 / _unit(v))


def slip(derived: Interval, v: View) -> Slip | None:
    """How the printed digits of a fact come from those of a derived value, where one is wrong or two are exchanged."""
    if derived.low is None or derived.high is None:
        return None
    mine = re.sub(r"\D", "", _rounded((derived.low + derived.high) / 2, v)).lstrip("0")
    if len(mine) != len(v.figures) or len(mine) < 2:
        return None
    wrong = sum(x != y for x, y in zip(mine, v.figures, strict=True))
    if wrong == 2 and sorted(mine) == sorted(v.figures):
        return "exchanged"
    return "changed" if wrong == 1 else None


def reconciled(derived: Interval, printed: Interval, v: View) -> str | None:
    """What the last member of a relation would have to print for it to hold; None where it holds or gives no value."""
    if iv.meets(derived, printed) or derived.low is None or derived.high is None:
        return None
    middle = (derived.low + derived.high) / 2
    if printed.low is None or printed.high is None:
        return f"{v.name} would have to leave room for {_LIMIT.sub('', _with(v, _rounded(middle, v, 1)))}."
    if v.fact.decimals is None:
        return None
    if printed.high is not None and printed.high < 0 < v.value:
        middle = -middle  # a fall is told by its size
    would = _rounded(middle, v)
    about = "about " if derived.high - derived.low > Decimal(1).scaleb(-_places(v)) * _unit(v) else ""
    found = slip(derived, v)
    return f"{v.name} would have to be {about}{_with(v, would)}{_TOLD[found] if found else ''}."


def _unit(v: View) -> Decimal:
    return v.fact.scale * base_factor(v.fact.unit) or Decimal(1)


def _places(v: View) -> int:
    """How many decimals the print has."""
    return max(0, (v.decimals or 0) + _unit(v).adjusted())


def _rounded(x: Decimal, v: View, more: int = 0) -> str:
    """A value in base units as the page would print it in the place of a fact, or with so many places `more`."""
    return f"{(x / _unit(v)).quantize(Decimal(1).scaleb(-_places(v) - more), rounding=ROUND_HALF_UP):f}"


def _with(v: View, number: str) -> str:
    """The print of a fact with another number in it, in figures where it has words."""
    shown = f"{Decimal(number):,}" if "," in v.fact.value_as_printed else number
    m = _NUMBER.search(v.fact.value_as_printed)
    digits = m.group(0) if m else v.fact.value_as_printed
    if digits and digits in v.name and (m or digits != v.name):
        return v.name.replace(digits, shown, 1)
    return shown + {"percent": "%", "multiple": " times"}.get(v.fact.kind, "")  # "doubled", "half"

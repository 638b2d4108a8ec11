"""Numbers, rules and roles in the words that people use: `RMB 184.5 billion`, `parts add up to the whole`.

Only wording lives here: what a number means is decided in `quantities` and `facts`, what a rule finds in `consistency`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal

from wpextract.consistency.model import Interval
from wpextract.facts.model import Fact

SCALES: tuple[tuple[int, str], ...] = ((12, "trillion"), (9, "billion"), (6, "million"))
CURRENCY_NAMES = {"CNY": "RMB"}
COMPARATORS = {"=": "", ">": "over ", ">=": "at least ", "<": "under ", "<=": "up to ", "~": "about "}
PRINTED, DERIVED = "Printed", "Implied"  # the two sides of a relation: as stated, and by the numbers it rests on
UNREADABLE_EXPONENT = 18  # beyond a million trillions, words stop helping
TIMES = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
FIRST_YEAR = 1000  # from here on a number of years is a date
_UNIT_HEAD = re.compile(r"^\s*(?:units?|单位)\s*[:：]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule for people: its name and what it compares."""

    name: str
    meaning: str


RULES: dict[str, RuleWords] = {
    "unit_scale_mismatch": RuleWords("Unit or scale", "a unit label fits the numbers elsewhere"),
    "currency_mismatch": RuleWords("Currency", "one amount is stated in one currency"),
    "text_vs_chart": RuleWords("Text against chart", "a sentence and the chart point it speaks of agree"),
    "restated_value": RuleWords("Restated value", "a number that is stated twice is the same both times"),
    "growth_rate": RuleWords("Growth rate", "a stated growth rate follows from the two values it describes"),
    "cagr": RuleWords("Compound growth", "a stated CAGR follows from its first and last value"),
    "share_sum": RuleWords("Shares add up", "the shares of one whole add up to 100%"),
    "part_whole_sum": RuleWords("Parts and total", "the parts add up to the total that is printed"),
    "difference": RuleWords("Difference", "a stated change is the difference of the two values"),
    "multiple": RuleWords("Multiple", "“doubled” or “7.2 times” follows from the two values"),
    "product_or_share_of": RuleWords("Share of a whole", "a share times its whole gives the part that is printed"),
    "superlative": RuleWords("Superlative", "“the largest” is the largest of its series"),
    "bounds": RuleWords("Bound", "a stated limit holds for the values under it"),
    "range_dash_lost": RuleWords("Lost range dash", "a range was printed with a dash that the text layer lost"),
    "chart_geometry": RuleWords("Drawn against labelled", "a mark is drawn as high as its label says"),
    "fx_plausibility": RuleWords("Exchange rate", "two currencies of one amount imply a plausible rate"),
    "temporal": RuleWords("Time order", "dates, periods and forecasts are in an order that is possible"),
    "toc_structure": RuleWords("Contents and numbering", "contents, chapters and numbering agree with the pages"),
}  # fmt: skip

# What a member is to its relation; a rule may put it in words of its own, and none where its statement says it all.
ROLES = {
    "part": "part", "total": "whole", "base": "from", "end": "to", "claim": "claimed", "stated": "stated",
    "restated": "compared with", "other": "also stated", "extreme": "claimed", "rate": "rate",
}  # fmt: skip
ROLES_OF_RULE = {
    ("bounds", "part"): "value",
    ("chart_geometry", "claim"): "labelled",
    ("chart_geometry", "part"): "labelled",
    ("currency_mismatch", "stated"): "compared with",
    ("fx_plausibility", "base"): "amount",
    ("fx_plausibility", "end"): "same amount",
    ("part_whole_sum", "total"): "total",
    ("range_dash_lost", "claim"): "read as",
    ("superlative", "other"): "compared with",
    ("temporal", "claim"): "",
    ("temporal", "part"): "shown",
    ("toc_structure", "claim"): "",
    ("toc_structure", "end"): "found",
    ("unit_scale_mismatch", "part"): "same unit",
    ("unit_scale_mismatch", "stated"): "compared with",
    ("unit_scale_mismatch", "total"): "compared with",
}

KINDS = {"other": "other unit", "percent": "percentage", "physical": "physical measure"}
SOURCES = {"prose": "text", "chart": "chart", "table": "table"}

DISPOSITIONS = {
    "fact": "read as a number with a meaning",
    "axis": "axis tick",
    "date": "date or year",
    "page_number": "page number",
    "reference": "reference, list or section number",
    "identifier": "name, model or phone number",
    "furniture": "running header or footer",
    "decoration": "decoration",
    "unread": "not read",
}

CORRECTION_STATUS = {
    "applied": "Applied: published values are the corrected ones. The printed values stand beside them.",
    "proposed": "Proposed: published values are as printed, for lack of independent evidence.",
    "withheld": "Withheld: a reviewer rejected it, so published values are as printed.",
}


def rule_words(rule: str) -> RuleWords:
    """The words for a rule; one that a user added is named after its code."""
    return RULES.get(rule) or RuleWords(rule.replace("_", " ").capitalize(), "a rule added by the user")


def role_words(rule: str, role: str) -> str:
    """What a member is to a relation of this rule: `from`, `to`, `claimed`."""
    return ROLES_OF_RULE.get((rule, role), ROLES.get(role, role.replace("_", " ")))


def kind_words(kind: str) -> str:
    """The kind of a quantity: `physical measure`."""
    return KINDS.get(kind, kind.replace("_", " "))


def plain_number(value: Decimal, digits: int | None = None, significant: int = 6) -> str:
    """`1234567.50` -> `1,234,567.5`; `digits` after the point, else at most `significant` digits in all."""
    if not value.is_finite():
        return str(value)
    if value and value.adjusted() >= UNREADABLE_EXPONENT:
        rounded = Context(prec=significant).plus(value).normalize()
        mantissa = rounded.scaleb(-rounded.adjusted()).normalize()
        return f"{mantissa:f} × 10^{rounded.adjusted()}"
    if digits is not None and digits <= 12:
        shown = round(value, digits)
        if shown == value:
            return f"{shown:,f}"
    shown = Context(prec=max(significant, value.adjusted() + 1 if value else 1)).plus(value).normalize()
    return f"{shown:,f}" if shown.adjusted() > -12 else f"{shown:.{significant - 1}E}"


def scale_for(values: Iterable[Decimal], unit: str | None) -> tuple[int, str]:
    """The power of ten and the word in which all of `values` read well; percentages and multiples are never scaled."""
    top = max((abs(v) for v in values if v.is_finite()), default=Decimal(0))
    if unit in ("%", "pct_point", "x") or top.adjusted() >= UNREADABLE_EXPONENT:
        return 0, ""
    return next(((e, word) for e, word in SCALES if top and top.adjusted() >= e), (0, ""))


def dressed(number: str, word: str, unit: str | None, denominator: str | None = None, noun: str | None = None) -> str:
    """A number with its scale word and unit: `184.5`, `billion`, `CNY` -> `RMB 184.5 billion`."""
    body = f"{number} {word}".strip()
    if unit == "%":
        body = f"{body}%"
    elif unit == "pct_point":
        body = f"{body} percentage points"
    elif unit == "x":
        body = f"{body}×"
    elif is_currency(unit):
        body = f"{CURRENCY_NAMES.get(unit or '', unit)} {body}"
    elif unit and unit not in ("1", "count"):
        body = f"{body} {_UNIT_HEAD.sub('', unit)}{'s' if unit in TIMES and number not in ('', '1') else ''}"
    elif noun:
        body = f"{body} {noun}"
    return f"{body} per {denominator}" if denominator else body


def is_currency(unit: str | None) -> bool:
    """Whether the unit has the form of an ISO 4217 code."""
    return bool(unit and len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper())


def say(
    value: Decimal,
    unit: str | None,
    decimals: int | None = None,
    denominator: str | None = None,
    noun: str | None = None,
) -> str:
    """A value in base units as people say it, with the digits that were printed (`decimals` as in XBRL)."""
    exponent, word = scale_for([value], unit)
    digits = None if decimals is None else max(0, decimals + exponent)
    return dressed(plain_number(value.scaleb(-exponent), digits), word, unit, denominator, noun)


def say_between(
    low: Decimal, high: Decimal, unit: str | None, denominator: str | None = None, noun: str | None = None
) -> str:
    """Both ends in one scale: `RMB 100–200 billion`."""
    exponent, word = scale_for([low, high], unit)
    ends = f"{plain_number(low.scaleb(-exponent))}–{plain_number(high.scaleb(-exponent))}"
    return dressed(ends, word, unit, denominator, noun)


def say_interval(interval: Interval, unit: str | None) -> str:
    """An interval of values; an open side becomes `at least`, `at most` or `any value`. Dates and pages are not counted."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any value"
    if is_place_in_order(interval, unit):
        ends = list(dict.fromkeys(_in_order(end, unit) for end in (low, high) if end is not None))
        pages = "" if unit != "page" else "page " if len(ends) == 1 else "pages "
        return f"{'up to ' if low is None else ''}{pages}{'–'.join(ends)}{' on' if high is None else ''}"
    if low is None:
        return f"at most {say(high or Decimal(0), unit)}"
    if high is None:
        return f"at least {say(low, unit)}"
    return say(low, unit) if low == high else say_between(low, high, unit)


def is_place_in_order(interval: Interval, unit: str | None) -> bool:
    """Whether values are places in an order, of which there is no amount: years of the calendar, days, pages."""
    top = max((end for end in (interval.low, interval.high) if end is not None), default=Decimal(0))
    return unit in ("page", "day") or unit == "year" and top >= FIRST_YEAR


def _in_order(value: Decimal, unit: str | None) -> str:
    return date.fromordinal(int(value)).isoformat() if unit == "day" else f"{value.normalize():f}"


def fact_unit(fact: Fact) -> str | None:
    """The unit to show: the currency of money, else the unit."""
    return fact.currency if fact.kind == "money" and fact.currency else fact.unit


def say_fact(fact: Fact) -> str:
    """A fact's published value with its comparator and direction: `over USD 2.6 trillion`, `down 7.1%`."""
    unit = fact_unit(fact)
    if fact.value is None and fact.value_low != fact.value_high:
        body = say_between(fact.value_low, fact.value_high, unit, fact.unit_denominator, fact.counted_noun)
    else:
        value = fact.value if fact.value is not None else fact.value_low
        body = say(value, unit, fact.decimals, fact.unit_denominator, fact.counted_noun)
    direction = f"{fact.direction} " if fact.direction else ""
    return f"{direction}{COMPARATORS[fact.comparator]}{body}"


def say_period(fact: Fact) -> str:
    """The period as printed, else its dates; empty when the fact has none."""
    if fact.period_label:
        return fact.period_label
    ends = [d.isoformat() for d in (fact.period_start, fact.period_end) if d]
    return " – ".join(dict.fromkeys(ends))


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 error`, `3 errors`, `no errors`."""
    if count == 0:
        return f"no {many or one + 's'}"
    return f"{count:,} {one if count == 1 else many or one + 's'}"

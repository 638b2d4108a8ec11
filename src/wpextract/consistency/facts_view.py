"""A fact as the rules see it: its interval in base units, what can be compared with it, its period and its words.

`View` wraps a `Fact` and changes nothing in it. Physical units lose their SI prefix here (62.4 GWh and 62,400 MWh
are one quantity). What a sentence claims is `claims`; who speaks of the same thing is `linking`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from wpextract.consistency import interval as iv
from wpextract.consistency.model import Interval
from wpextract.consistency.unit_labels import PREFIXED, PREFIXES, label_text
from wpextract.consistency.words import is_bare_total, label_tokens, plain, tokens
from wpextract.facts.model import Fact

LONGEST_NOTE = 28  # a longer one says more than the unit
_NOTE = re.compile(r"^[(（\[]?\s*(?:units?(?![a-z])|单位)\s*[:：]?\s*", re.IGNORECASE)
_OPENS = re.compile(r"([(（])\s+")
_LEVEL_KINDS = frozenset({"money", "count", "physical", "other", "ratio"})


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time that compares: `kind` Y, H, Q, M, R (years `first` to `last`) or S (since), `part` of the year."""

    kind: str
    first: int
    last: int
    part: int = 0

    def earlier(self, years: int) -> Span:
        return Span(self.kind, self.first - years, self.last - years, self.part)

    def previous(self) -> Span:
        """The quarter, half or month before (the year before for a year)."""
        steps = {"Q": 4, "H": 2, "M": 12}.get(self.kind, 1)
        if steps == 1:
            return self.earlier(1)
        index = self.first * steps + self.part - 2
        return Span(self.kind, index // steps, index // steps, index % steps + 1)


def span_of(start: date | None, end: date | None, kind: str | None) -> Span | None:
    """The comparable form of a fact's period; a figure as of a year's end is that year's."""
    if end is None and start is None:
        return None
    first, last = start or end, end or start
    if first is None or last is None:
        return None
    if kind == "since":
        return Span("S", first.year, last.year)
    if first.year != last.year:
        return Span("R", first.year, last.year)
    months = last.month - first.month + 1
    if kind == "instant" or first == last:
        return Span("Y", last.year, last.year) if last.month == 12 else Span("M", last.year, last.year, last.month)
    if months == 3 and first.month % 3 == 1:
        return Span("Q", first.year, first.year, (first.month + 2) // 3)
    if months == 6 and first.month in (1, 7):
        return Span("H", first.year, first.year, 1 if first.month == 1 else 2)
    if months == 1:
        return Span("M", first.year, first.year, first.month)
    return Span("Y", first.year, first.year)


@dataclass(frozen=True, eq=False)
class View:
    """`interval` is in the base of `dimension` (without SI prefix); `digits` are the significant ones as printed."""

    fact: Fact
    interval: Interval
    dimension: str
    span: Span | None
    digits: str
    words: frozenset[str]  # of the metric and its geography
    around: frozenset[str]  # of the sentence, title and labels round it

    @cached_property
    def figures(self) -> str:
        """All digits as printed, those that end a round number too."""
        return re.sub(r"\D", "", self.fact.value_as_printed).lstrip("0")

    @cached_property
    def number(self) -> str:
        """The number as printed, without its unit, signs and separators: `RMB 1,234.0 million` is 1234.0."""
        return "".join(re.findall(r"[\d.]", self.fact.value_as_printed)).strip(".")

    @cached_property
    def id(self) -> str:
        return self.fact.fact_id

    @cached_property
    def naming(self) -> tuple[str, frozenset[str]]:
        """What may name the row and series that it belongs to, as text and as tokens."""
        f = self.fact
        return f"{f.sentence} {f.metric} {f.series or ''}", label_tokens(f.sentence) | label_tokens(f.metric)

    @cached_property
    def said_before(self) -> str:
        """All that its sentence says before it."""
        return self.fact.sentence.partition(self.fact.snippet)[0]

    @cached_property
    def metric(self) -> str:
        return own_words(self.fact)

    @property
    def page(self) -> int:
        return self.fact.page

    @cached_property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The printed ends in base units, under the label's correction if there is one, without rounding."""
        factor = base_factor(self.fact.unit) * corrected_by(self.fact)
        return self.fact.value_low * factor, self.fact.value_high * factor

    @property
    def decimals(self) -> int | None:
        """XBRL's decimals of the ends in base units."""
        if self.fact.decimals is None:
            return None
        return self.fact.decimals - (base_factor(self.fact.unit) * corrected_by(self.fact)).adjusted()

    @cached_property
    def value(self) -> Decimal:
        """The middle of the ends."""
        low, high = self.ends
        return (low + high) / 2

    @cached_property
    def is_level(self) -> bool:
        """Whether it measures an amount (money, count, physical) rather than a rate or a share."""
        return self.fact.kind in _LEVEL_KINDS

    @property
    def is_range(self) -> bool:
        return self.fact.value is None and self.fact.value_low != self.fact.value_high

    @property
    def source(self) -> str:
        """What it stands in: the chart, the table or the block."""
        return self.fact.container_id or self.fact.source_id

    @cached_property
    def note(self) -> str:
        """The unit as the page gives it, without the words "Unit:" and brackets round it, or as it was corrected."""
        if self.fact.correction_id is not None:
            factor = corrected_by(self.fact)
            return label_text(replace(self.fact, scale=self.fact.scale / factor), factor)
        note = _closed(_NOTE.sub("", " ".join((self.fact.unit_as_printed or "").split())).strip("()（）[]【】 "))
        return note if len(note) <= LONGEST_NOTE else self.fact.unit.removeprefix("1")

    @property
    def name(self) -> str:
        """The number as printed, with the unit that stands beside it or over its chart or table."""
        f = self.fact
        printed = f.snippet.strip() or f.value_as_printed
        if f.correction_id is not None:
            return f"{f.value_as_printed} {self.note}"
        if f.source == "prose":
            return printed
        if f.decimals is None and f.source == "chart":
            shown = f"{self.ends[0] / (f.scale * base_factor(f.unit) or 1):.4g}"
            printed = f"about {shown} (read off the chart)"
        return printed if not self.note or plain(self.note) in plain(printed) else f"{printed} {self.note}"


def _closed(note: str) -> str:
    """A note with the bracket that goes on to its end closed: "RMB 100 million (亿元" had others round it."""
    ends = ((")", "("), ("）", "（"))
    note = _OPENS.sub(r"\1", note)
    return note + "".join(close for close, opens in ends if note.count(opens) > note.count(close))


def corrected_by(fact: Fact) -> Decimal:
    """The factor of an applied correction; 1 without."""
    if fact.correction_id is None:
        return Decimal(1)
    pairs = ((fact.value, fact.value_uncorrected), (fact.bound_high, fact.value_high), (fact.bound_low, fact.value_low))
    new, old = next(((n, o) for n, o in pairs if n and o), (Decimal(1), Decimal(1)))
    # a bound lies half a digit off its printed end, which is far from half a power of ten
    return Decimal(1).scaleb(round((abs(new) / abs(old)).log10()))


def base_factor(unit: str) -> Decimal:
    m = PREFIXED.match(unit)
    return Decimal(1).scaleb(3 * (PREFIXES.index(m.group(1)) + 1)) if m else Decimal(1)


TIMES = {"year", "quarter", "month", "week", "day", "hour", "年", "季", "季度", "月", "周", "天", "日", "小时"}


def dimension_of(fact: Fact) -> str:
    """What a value can be compared with: same currency, percent with percent, one physical unit without its prefix."""
    m = PREFIXED.match(fact.unit)
    if fact.kind == "money":
        base = f"money:{fact.currency or '?'}"
    elif fact.kind == "physical" or m:
        base = f"physical:{m.group(2) if m else fact.unit}"
    elif fact.kind in ("count", "other", "ratio"):
        base = "count"
    else:
        base = fact.kind
    per = fact.unit_denominator
    # "29.6 a month" in a sentence is 29.6 in a column that leaves the month to its caption
    return f"{base}/{plain(per)}" if per and fact.kind == "money" and plain(per) not in TIMES else base


def digits_of(text: str) -> str:
    """The significant digits of a printed number: `1,356` and `135.6` are both 1356."""
    m = re.search(r"\d[\d,  ]*(?:\.\d+)?", text)
    return re.sub(r"\D", "", m.group(0)).strip("0") if m else ""


def own_words(fact: Fact) -> str:
    """What a metric says by itself: behind the dash of a text's ("piles – Outlook") stands what is spoken of around it.

    A total of a table is one of what its title says.
    """
    if fact.source == "prose":
        return fact.metric.partition(" – ")[0]
    if fact.source == "chart":
        return fact.metric
    own = " ".join(part for part in fact.metric.split(" – ") if not is_bare_total(part))
    return own if tokens(own) else fact.context or own


def view(fact: Fact) -> View:
    factor = base_factor(fact.unit)
    bounds = Interval(fact.bound_low, fact.bound_high)
    if fact.kind == "multiple" and not re.search(r"\d", fact.snippet) and None not in (bounds.low, bounds.high):
        room = Decimal("0.5") if fact.value_low >= 1 else fact.value_low / 10
        half = Interval(-room, room)  # a multiple in words is printed in whole units, or as a round fraction
        bounds = iv.hull((bounds, iv.add((iv.exactly(fact.value_low), half))))
    if fact.kind == "multiple" and fact.value_high < 1 and fact.comparator in (">", ">="):
        bounds = Interval(Decimal(0), fact.value_high)  # "more than halved"
    in_words = fact.source == "prose" and not re.search(r"\d", fact.snippet)
    if fact.kind == "percent" and in_words and fact.comparator == "~" and bounds.high:
        bounds = Interval(fact.value_low * Decimal("0.9"), bounds.high)  # "nearly half" may be some way below it
    label = " ".join(filter(None, (own_words(fact), fact.geography)))
    words = tokens(label)
    if fact.source == "prose":  # what a pronoun stands for is a reading; only words that stand there are evidence
        words = words & tokens(f"{fact.sentence} {fact.geography or ''}") or words
    around = " ".join(filter(None, (fact.sentence, fact.context, fact.series, fact.metric, fact.geography)))
    return View(
        fact,
        iv.scale(bounds, factor),
        dimension_of(fact),
        span_of(fact.period_start, fact.period_end, fact.period_kind),
        digits_of(fact.value_as_printed),
        words,
        tokens(around),
    )

"""The readings of running text as values: quantities, periods, relative periods and what became of every number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wpextract.quantities import tokens as t
from wpextract.quantities.grammar import read
from wpextract.quantities.lexicon import CHANGE_WORDS
from wpextract.quantities.model import NumericToken, Period, Quantity
from wpextract.quantities.periods import RelativePeriod

_POINTS = re.compile(r"\s+(points?)\b(?!\s+of\b)")
_COMPARED = frozenset(
    {"above", "below", "more", "less", "higher", "lower", "ahead", "behind", "apart", "gap", "difference", "lead", "by"}
)
_WORDS = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"[0-9０-９](?:[0-9０-９,.，．\u2009\u202f]*[0-9０-９])?")


def find_quantities(text: str, language: str = "en", *, bare: bool = False) -> list[Quantity]:
    """The quantities of a text, in order. Never raises.

    `bare` also keeps numbers in words that nothing qualifies ("three", 十五), which in prose are seldom facts.
    """
    return [quantity for reading in read(text, language, bare) for quantity in reading.quantities]


def points_of_shares(text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a text that goes on to speak of shares in percent: a drop of 24 points is one of percentage points.

    Points that are compared or a change are meant, and points with decimals, which nothing is counted in.
    """
    return [_points(text, q) if q.kind in ("count", "other") and q.scale == 1 else q for q in quantities]


def _points(text: str, q: Quantity) -> Quantity:
    behind = _POINTS.match(text, q.end)
    if behind is None:
        return q
    near = {*_WORDS.findall(text[: q.start].lower())[-4:], *_WORDS.findall(text[behind.end() :].lower())[:2]}
    if not near & (CHANGE_WORDS | _COMPARED) and "." not in q.text:
        return q
    unit = f"{q.unit_as_printed or ''} {behind[1]}".strip()
    return replace(
        q, end=behind.end(), text=text[q.start : behind.end()], kind="percentage_point", unit="pct_point",
        counted_noun=None, unit_as_printed=unit,
    )  # fmt: skip


def find_periods(text: str, language: str = "en") -> list[Period]:
    """The dated periods of a text, in order: years, halves, quarters, months, days and ranges of them."""
    found = []
    for reading in read(text, language, False):
        for span in reading.spans:
            if span.first_day is None and span.last_day is None:
                continue
            start, end = reading.tokens[span.first].start, reading.tokens[span.after - 1].end
            found.append(Period(start, end, text[start:end], span.first_day, span.last_day, span.kind, span.forecast))
    return found


def find_relative_periods(text: str, language: str = "en") -> list[RelativePeriod]:
    """Periods that another one dates: 上年同期, the year before, the first half; see `periods.resolve`."""
    found = []
    for reading in read(text, language, False):
        for span in reading.spans:
            if span.relative is not None:
                start, end = reading.tokens[span.first].start, reading.tokens[span.after - 1].end
                found.append(RelativePeriod(start, end, text[start:end], *span.relative))
    return found


def numeric_tokens(
    text: str, quantities: Sequence[Quantity], periods: Sequence[Period], language: str = "en"
) -> list[NumericToken]:
    """Every run of digits of a text and what became of it: fact, date, reference, identifier, else unread."""
    places: list[tuple[int, int, str]] = [(q.start, q.end, "fact") for q in quantities]
    places += [(p.start, p.end, "date") for p in periods]
    for reading in read(text, language, False):
        places += [
            (reading.tokens[span.first].start, reading.tokens[span.after - 1].end, "date") for span in reading.spans
        ]
        places += [(reading.tokens[i].start, reading.tokens[i].end, why) for i, why in reading.named.items()]
        places += [(token.start, token.end, "identifier") for token in reading.tokens if token.kind == t.URL]
        places += [(token.start, token.end, "decoration") for token in reading.tokens if token.kind == t.GAP]
    places.sort()
    out, at, active = [], 0, list[tuple[int, int, str]]()
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        while at < len(places) and places[at][0] < end:
            active.append(places[at])
            at += 1
        active = [place for place in active if place[1] > start]
        reasons = [place[2] for place in active if place[0] < end]
        disposition = next(
            (r for r in ("fact", "date", "reference", "identifier", "decoration") if r in reasons), "unread"
        )
        out.append(NumericToken(start, end, match.group(), disposition))
    return out

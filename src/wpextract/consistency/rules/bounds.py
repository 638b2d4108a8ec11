"""A stated range or limit against the series that it limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Line
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import listed, quoted, relate

_SINCE = re.compile(r"\bsince\b|\bafter\b|\bfrom\b|自|以来|从", re.IGNORECASE)


def within(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The whole of the series against the stated limits, cut to what the limits must all contain."""
    values, limit = xs[:-1], xs[-1]
    worst = [x for x in values if not iv.meets(x, limit)]
    return (worst[0] if worst else iv.hull(values)), limit


def limits(material: Material) -> Iterator[tuple[Claim, Sentence, Line, tuple[View, ...], float]]:
    """Ranges in the text with the values of a chart's or table's series that they limit, and the confidence."""
    for sentence in material.sentences:
        for claim in sentence.claims:
            v = claim.view
            if not v.is_range or not v.is_level or v.interval.low is None or v.interval.high is None:
                continue
            start = claim.base_years[0] if claim.base_years else v.span.first if v.span else None
            if start is None or not _SINCE.search(sentence.text):
                continue
            for line in material.lines_on.get(v.page, ())[:40]:
                if not line.over_time or line.dimension != v.dimension:
                    continue
                views = tuple(
                    e.view
                    for e in line.entries
                    if e.view.span and e.view.span.last >= start and not e.view.fact.is_forecast
                )
                if len(views) >= 2:
                    yield claim, sentence, line, views, 0.25 + 0.4 * material.coverage(line.words, v.around)


def bounds(material: Material) -> Iterator[Relation]:
    """Every value of a series since the year named lies in the stated range.

    Links rest on words and page; a limit that fails is told as a warning at most, since what it covers is a reading.
    Source: interval containment (Moore 1966).
    """
    for claim, _, line, views, confidence in limits(material):
        yield relate(
            "bounds",
            within,
            [*((v, "part") for v in views), (claim.view, "claim")],
            quoted(claim.view),
            f"the range of {listed(views)} ({line.title or line.label}, page {line.page})",
            f"{listed(views)} within {claim.view.name}",
            confidence,
            severity="warning",
        )

"""A stated range or limit against the series that it limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Line, without_period
from wpextract.consistency.linking import mentions
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import listed, quoted, relate
from wpextract.consistency.words import EVERY, label_tokens

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


def universal(material: Material) -> Iterator[tuple[Claim, Line, tuple[View, ...], float]]:
    """Limits that a sentence sets for every entry of a series or row ("below 35% in every region"), and the confidence."""
    for sentence in material.sentences:
        if not EVERY.search(sentence.text):
            continue
        for claim in sentence.claims:
            v = claim.view
            if v.fact.comparator not in ("<", "<=", ">", ">=") or v.is_range:
                continue
            words = label_tokens(sentence.text)
            for line in material.lines_on.get(v.page, ())[:40]:
                label = without_period(line.label)
                if line.dimension != v.dimension or len(line.entries) < 2 or not label:
                    continue
                named = mentions(sentence.text, label, words)
                if named > 0.99 and not any(mentions(sentence.text, e.label, words) > 0.99 for e in line.entries):
                    about = material.coverage(v.words & material.subjects, line.words)
                    yield claim, line, tuple(e.view for e in line.entries), 0.5 + 0.25 * about


def bounds(material: Material) -> Iterator[Relation]:
    """Every value of a series since the year named, or of all that are meant, lies within the stated limits.

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
            diagnosis=f"The limits would have to leave room for {listed([v for v in views if not iv.meets(v.interval, claim.view.interval)])}.",
            severity="warning",
        )
    for claim, line, views, confidence in universal(material):
        outside = [v for v in views if not iv.meets(v.interval, claim.view.interval)]
        yield relate(
            "bounds",
            within,
            [*((v, "part") for v in views), (claim.view, "claim")],
            f"{claim.view.fact.comparator} {quoted(claim.view)}",
            f"a limit of {listed(views)} ({line.label}, page {line.page})",
            f"{listed(views)} against {claim.view.name}",
            confidence,
            diagnosis=f"The limit would have to leave room for {listed(outside)}.",
            complaint=f"{quoted(claim.view)} is said to limit all of {line.label}, but {listed(outside)} lies outside.",
        )

"""The years that a chart's title promises against the years that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wpextract.consistency import interval as iv
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Member, Relation

_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?\s*[EF]?\s*(?:[-–—~～至]|to)\s*((?:19|20)\d\d)\s*年?\s*[EF]?(?!\d)")


def temporal(material: Material) -> Iterator[Relation]:
    """The first and last year of a series lie within the span that its chart's title names.

    A chart that shows years outside its title is a warning; one that shows fewer is information, since marks may be
    unread. Source: containment of dates (ISO 8601 intervals).
    """
    for grid in material.grids:
        m = _SPAN.search(grid.title)
        years = sorted(
            {
                v.span.last
                for v in grid.views
                if v.span and v.span.kind == "Y" and v.fact.period_basis not in ("title", "document", "heading")
            }
        )
        if grid.source != "chart" or not m or len(years) < 3:
            continue
        named = Interval(iv.exactly(m.group(1)).low, iv.exactly(m.group(2)).low)
        shown = Interval(iv.exactly(years[0]).low, iv.exactly(years[-1]).low)
        outside = [y for y in years if not int(m.group(1)) <= y <= int(m.group(2))]
        yield Relation(
            rule="temporal",
            members=tuple(
                Member("facts", v.id, "part") for v in grid.views if v.span and v.span.last in (years[0], years[-1])
            )[:8],
            pages=(grid.page,),
            derived=iv.exactly(outside[0]) if outside else shown,
            printed=named,
            unit="year",
            statement=f"{grid.title} on page {grid.page} shows {years[0]} to {years[-1]}.",
            computation=f"years shown {years[0]} to {years[-1]}, named {m.group(1)} to {m.group(2)}",
            confidence=0.8,
            severity_if_fails="warning",
        )

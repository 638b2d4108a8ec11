"""A range whose dash shows on the page but is not in its text, so that two numbers read as one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from wpextract.consistency import interval as iv
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Member, Relation


def range_dash_lost(material: Material) -> Iterator[Relation]:
    """The number that the text layer gives (both ends run together) against the range that the page shows.

    A repaired dash is certain (a dash-shaped glyph or line stands between the numbers) and told as information; a doubted one
    rests on plausibility and is a warning. Source: PDF 32000-1, 9.10.2: a glyph without a Unicode mapping has no text.
    """
    for v in material.views:
        f = v.fact
        if f.dash_lost is None or f.value_low == f.value_high:  # a number that may be two, but is read as one
            continue
        ends = (
            f"{f.value_low / f.scale if f.scale else f.value_low:f}",
            f"{f.value_high / f.scale if f.scale else f.value_high:f}",
        )
        try:
            glued = Decimal("".join(e.replace(".", "").rstrip("-") for e in ends)) * (f.scale or 1)
        except InvalidOperation:
            continue
        certain = f.dash_lost == "repaired"
        yield Relation(
            rule="range_dash_lost",
            members=(Member("facts", f.fact_id, "claim"),),
            pages=(f.page,),
            derived=Interval(f.value_low, f.value_high),
            printed=iv.exactly(glued),
            unit=f.unit,
            statement=f"{f.snippet} on page {f.page} has lost its dash in the text of the document"
            + (
                " and is read as the range that the page shows."
                if certain
                else "; it is read as a range because one number would make no sense."
            ),
            computation=f"{f.value_as_printed} read as {ends[0]} to {ends[1]}; run together {''.join(ends)}",
            confidence=0.95 if certain else 0.65,
            diagnosis="The dash between the two numbers has no Unicode mapping in the font, or is drawn as a line."
            if certain
            else "The dash may be missing from the text layer.",
            severity_if_fails="info" if certain else "warning",
        )

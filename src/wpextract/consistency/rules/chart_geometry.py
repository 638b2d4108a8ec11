"""The height, angle or place at which a mark is drawn against the label that it bears."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from wpextract.charts.model import Chart, Point
from wpextract.consistency import interval as iv
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Member, Relation

_BREAK = re.compile(r"\bbreak\b|断", re.IGNORECASE)  # a bar that is cut says so in its label
ROOM = Decimal("0.02")  # of the axis: a person would not see less


def chart_geometry(material: Material) -> Iterator[Relation]:
    """The value that a mark's geometry implies on its axis, give or take the reading error, meets its label's interval.

    One relation for all marks of a chart that agree, one for each that does not. Broken and logarithmic axes, and
    charts of which more than a fifth of the marks disagree (the axis is then not understood), are excused. Source:
    the proportion of ink and axis of bar, line and pie charts (Tufte 1983, "lie factor").
    """
    for chart in material.charts:
        points = [
            p
            for p in chart.points
            if p.printed is not None
            and p.from_geometry is not None
            and p.point_id in material.by_source
            and not _BREAK.search(p.value_as_printed or "")
        ]
        if len(points) < 2 or any(
            a is not None and (a.is_broken or a.is_log) for a in (chart.primary, chart.secondary)
        ):
            continue
        shift = {axis: _shift(points, axis) for axis in {p.axis for p in points}}
        wrong = [
            p for p in points
            if not iv.meets(_drawn(chart, p, points), _printed(p))
            and abs(_off(p) - shift[p.axis]) > ROOM * _reach(p, points)  # unless all marks of the axis are as far off
        ]  # fmt: skip
        if 5 * len(wrong) > len(points) and len(wrong) > 1:
            continue
        good = [p for p in points if p not in wrong]
        if len(good) < 2:
            continue
        yield _agreeing(chart, good, points)
        if len(wrong) == 1 and is_off_as_drawn(chart):
            continue  # a slice that makes the labels come to more than all there is: the sum of the shares tells it
        for p in wrong:
            yield _contradicting(chart, p, points, material.by_source[p.point_id].name, 0.85 if len(good) >= 3 else 0.5)


def off_a_hundred(chart: Chart) -> bool:
    """Whether the labels of a pie, all in percent, come to two points or more off its whole."""
    labels: list[Decimal] = [p.printed for p in chart.points if p.printed is not None]
    off = abs(sum(labels, Decimal(0)) - 100)
    shares = "%" in (chart.unit_as_printed or "") or all("%" in (p.value_as_printed or "") for p in chart.points)
    pie = chart.kind in ("pie", "doughnut") and len(labels) == len(chart.points) > 2
    return pie and shares and Decimal(2) <= off <= Decimal(10)


def is_off_as_drawn(chart: Chart) -> bool:
    """Whether the labels of a pie come to another sum than 100%, as printed or as far as they are drawn so."""
    known = drawn_and_printed(chart) if off_a_hundred(chart) else {}
    return bool(known) and not iv.meets(iv.add(known.values()), iv.exactly(100))


def drawn_and_printed(chart: Chart) -> dict[str, Interval]:
    """What each labelled slice of a pie stands for by both: its label as far as it is drawn so, else the label alone."""
    points = [p for p in chart.points if p.printed is not None and p.from_geometry is not None]
    whole = sum((p.printed or Decimal(0) for p in points), Decimal(0)) or Decimal(100)
    out = {}
    for p in points:  # a pie fills its circle, whatever its labels come to
        value, error = Decimal(repr(p.from_geometry)), Decimal(repr(p.reading_error or 0.0))
        drawn, printed = iv.scale(Interval(value - error, value + error), 100 / whole), _printed(p)
        out[p.point_id] = iv.intersect(drawn, printed) if iv.meets(drawn, printed) else printed
    return out


def _off(p: Point) -> Decimal:
    return Decimal(repr(p.from_geometry)) - (p.printed or Decimal(0))


def _shift(points: list[Point], axis: str | None) -> Decimal:
    """How far the middle one of an axis's marks is drawn off its label."""
    off = sorted(_off(p) for p in points if p.axis == axis)
    return off[len(off) // 2] if len(off) > 4 else Decimal(0)


def _reach(p: Point, points: list[Point]) -> Decimal:
    return max(abs(q.printed) for q in points if q.printed is not None and q.axis == p.axis)


def _drawn(chart: Chart, p: Point, points: list[Point]) -> Interval:
    value = Decimal(repr(p.from_geometry))
    error = max(Decimal(repr(p.reading_error or 0.0)), ROOM * _reach(p, points))
    return Interval(value - error, value + error)


def _printed(p: Point) -> Interval:
    value = p.printed or Decimal(0)
    exponent = value.as_tuple().exponent
    return iv.rounded(value, -exponent if isinstance(exponent, int) else 0)


def _label(p: Point) -> str:
    return ", ".join(filter(None, (p.series, p.category))) or "a mark"


def _title(chart: Chart) -> str:
    return chart.title or "a chart without title"


def _agreeing(chart: Chart, good: list[Point], points: list[Point]) -> Relation:
    labels = ", ".join(p.value_as_printed or "" for p in good[:60])
    off = [abs(Decimal(repr(p.from_geometry)) - (p.printed or 0)) / (_reach(p, points) or 1) * 100 for p in good]
    return Relation(
        rule="chart_geometry",
        members=tuple(Member("chart_points", p.point_id, "part") for p in good),
        pages=(chart.page,),
        derived=Interval(Decimal(0), max(off)),
        printed=Interval(Decimal(0), ROOM * 100),
        unit="%",
        statement=f"Every labelled mark of {_title(chart)} on page {chart.page} is drawn at its label: {labels}.",
        computation=f"largest distance between mark and label {max(off):.2f}% of the largest value",
        confidence=0.9,
    )


def _contradicting(chart: Chart, p: Point, points: list[Point], name: str, confidence: float) -> Relation:
    """The finding on a mark that is not at its label; `name` is the label with its unit."""
    drawn = _drawn(chart, p, points)
    return Relation(
        rule="chart_geometry",
        members=(Member("chart_points", p.point_id, "claim"),),
        pages=(chart.page,),
        derived=drawn,
        printed=_printed(p),
        unit=chart.unit_as_printed,
        statement=f"The mark for {_label(p)} in {_title(chart)} on page {chart.page} is labelled {name} "
        f"but drawn at {p.from_geometry:.4g}.",
        computation=f"label {p.value_as_printed}, drawn at {p.from_geometry:.4g} {iv.show(drawn)} on the axis",
        confidence=confidence,
        diagnosis="Either the label or the value behind the mark is wrong.",
        severity_if_fails="error",
    )

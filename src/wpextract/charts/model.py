"""A chart: axes, series and the points read from its marks and labels, in the chart's own printed units."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from wpextract.reading.model import Box

ChartKind = Literal[
    "bar", "grouped_bar", "stacked_bar", "stacked_100", "horizontal_bar", "waterfall", "line", "area",
    "combo", "pie", "doughnut", "image", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """One data point.

    `value_as_printed` is its data label (None where there is none); `printed` the number in it, in the chart's
    printed unit; `from_geometry` the value that the mark's height, angle or place implies in the same unit, with
    `reading_error` (half-width) where the axis calibration gives one. `unit_in_label` is a unit printed in the
    label itself ("43%", "2.72million"), which outranks the chart's unit note, and "%" in a chart of shares that add up
    to 100 with no unit printed anywhere. A bar drawn cut off, or labelled as broken ("Break 7,000"), has a label but
    no `from_geometry`: its height says nothing. `box` is the label's, or the mark's where there is no label.
    """

    point_id: str
    series: str | None
    category: str | None
    axis: Literal["primary", "secondary"] | None
    value_as_printed: str | None
    printed: Decimal | None
    from_geometry: float | None
    reading_error: float | None
    unit_in_label: str | None
    box: Box
    mark_box: Box | None = None


@dataclass(frozen=True, slots=True)
class Callout:
    """A text inside a chart that states a fact of its own ("CAGR 44.9%", "yoy50.3%"); `series` where it is known."""

    text: str
    box: Box
    char_boxes: tuple[Box | None, ...]
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """A value axis: `low`..`high` are the first and last tick, `unit_as_printed` what stands on it.

    `is_broken` says that its ticks leave out a stretch of values; a bar cut off on a whole axis does not break the axis.
    `box` holds its tick labels, None for a scale that no axis prints.
    """

    low: float
    high: float
    is_percent: bool
    unit_as_printed: str | None = None
    is_log: bool = False
    is_broken: bool = False
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as read; `box` covers marks, labels, legend and unit note, `title_box` the title."""

    chart_id: str
    page: int
    title: str | None
    title_box: Box | None
    kind: ChartKind
    unit_as_printed: str | None
    primary: Axis | None
    secondary: Axis | None
    series: tuple[str, ...]
    points: tuple[Point, ...]
    callouts: tuple[Callout, ...]
    box: Box

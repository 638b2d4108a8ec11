"""A picture of one page with everything that was read from it outlined and named, to see why a reading went wrong."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from wpextract.charts.model import Axis, Chart
from wpextract.errors import SourceError
from wpextract.reading.model import Block, Box, Page
from wpextract.reporting.pictures import render_pages
from wpextract.tables.model import Table

BLOCK, TABLE, CELL, CHART, POINT, CALLOUT = "#3b5f86", "#27693f", "#7fb893", "#b3261e", "#d9822b", "#8a3fa0"
LONGEST_NAME = 48


def draw_overlay(
    path: Path,
    page: Page,
    blocks: Sequence[Block],
    tables: Sequence[Table],
    charts: Sequence[Chart],
    out_png: Path,
    password: str | None = None,
) -> None:
    """Write a PNG of `page` of the PDF at `path` with blocks, tables, charts, axes, points and labels outlined.

    Raises:
        SourceError: the page has no geometry (a text dump) or cannot be rendered.
    """
    if page.text is not None:
        raise SourceError(
            path.name, "no_geometry", "a text dump has no page to draw on", "Inspect the PDF.", page.number
        )
    with tempfile.TemporaryDirectory() as scratch:
        pictures = render_pages(path, [page.number], Path(scratch), password)
        if page.number not in pictures.files:
            reason = pictures.problems[page.number]
            raise SourceError(path.name, "not_rendered", reason, "Check that a viewer shows the page.", page.number)
        with Image.open(Path(scratch) / pictures.files[page.number]) as shown:
            image = shown.convert("RGB")
    pen = _Pen(image, page)
    for block in blocks:
        if block.page == page.number and block.box:
            pen.outline(block.box, BLOCK, f"{block.order} {block.role}")
    for table in tables:
        _table(pen, table, page.number)
    for chart in charts:
        if chart.page == page.number:
            _chart(pen, chart)
    image.save(out_png, "PNG")


def _table(pen: _Pen, table: Table, page: int) -> None:
    cells = [c for c in table.cells if c.page == page]
    for cell in cells:
        pen.outline(cell.box, CELL, f"{cell.row},{cell.col}{' head' if cell.is_header else ''}")
    if cells:
        whole = Box.around(c.box for c in cells)
        pen.outline(whole, TABLE, f"table {table.engine} {table.score:.2f} {table.title or ''}", width=3)


def _chart(pen: _Pen, chart: Chart) -> None:
    axes = " ".join(_axis(name, a) for name, a in (("y", chart.primary), ("y2", chart.secondary)) if a)
    pen.outline(chart.box, CHART, f"{chart.kind} {chart.unit_as_printed or ''} {axes}", width=3)
    if chart.title_box:
        pen.outline(chart.title_box, CHART, "title")
    for point in chart.points:
        if point.mark_box and point.mark_box != point.box:
            pen.outline(point.mark_box, POINT, "")
        names = (point.series, point.category, point.value_as_printed or _drawn(point.from_geometry))
        pen.outline(point.box, POINT, " / ".join(n for n in names if n))
    for callout in chart.callouts:
        pen.outline(callout.box, CALLOUT, f"callout {callout.series or ''}")


def _axis(name: str, axis: Axis) -> str:
    flags = [word for word, on in (("%", axis.is_percent), ("log", axis.is_log), ("broken", axis.is_broken)) if on]
    return " ".join([f"{name} {axis.low:g}..{axis.high:g}", *flags])


def _drawn(value: float | None) -> str:
    return "" if value is None else f"~{value:.4g}"


class _Pen:
    """Draws boxes given in points onto a page's picture."""

    def __init__(self, image: Image.Image, page: Page) -> None:
        self._draw = ImageDraw.Draw(image, "RGBA")
        self._x, self._y = image.width / page.width, image.height / page.height
        self._font = ImageFont.load_default(11)

    def outline(self, box: Box, colour: str, name: str, width: int = 1) -> None:
        x0, top, x1, bottom = box.x0 * self._x, box.top * self._y, box.x1 * self._x, box.bottom * self._y
        self._draw.rectangle((x0, top, max(x1, x0), max(bottom, top)), outline=colour, width=width)
        text = _ascii(name)
        if text:
            where = self._draw.textbbox((x0, top - 12), text, font=self._font)
            self._draw.rectangle(where, fill=(255, 255, 255, 190))
            self._draw.text((x0, top - 12), text, fill=colour, font=self._font)


def _ascii(text: Iterable[str]) -> str:
    """What the built-in font can draw; other letters become dots, so that names never pull in a font."""
    return "".join(c if " " <= c <= "~" else "·" for c in text).strip()[:LONGEST_NAME]

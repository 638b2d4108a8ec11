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
AXIS = "#00838f"
LEGEND = (
    ("block", BLOCK), ("table", TABLE), ("cell", CELL), ("chart", CHART), ("axis", AXIS), ("point", POINT),
    ("call-out", CALLOUT),
)  # fmt: skip
LONGEST_NAME = 90
PANEL, LINE, MARGIN = 560, 15, 10  # pixels: the list beside the page, its lines, its margin


def draw_overlay(
    path: Path,
    page: Page,
    blocks: Sequence[Block],
    tables: Sequence[Table],
    charts: Sequence[Chart],
    out_png: Path,
    password: str | None = None,
) -> None:
    """Write a PNG of `page` of the PDF at `path` with blocks, tables, charts, points and labels outlined.

    Blocks and cells are named where they stand; charts, their axes and their numbered points in a list beside the page.

    Raises:
        SourceError: the page has no geometry (a text dump) or cannot be rendered.
    """
    if page.text is not None:
        raise SourceError(
            path.name, "no_geometry", "a text dump has no page to draw on", "Inspect the PDF.", page.number
        )
    with tempfile.TemporaryDirectory() as scratch:
        pictures = render_pages(path, [page.number], Path(scratch), password, {page.number: page.turned})
        if page.number not in pictures.files:
            reason = pictures.problems[page.number]
            raise SourceError(path.name, "not_rendered", reason, "Check that a viewer shows the page.", page.number)
        with Image.open(Path(scratch) / pictures.files[page.number]) as shown:
            image = shown.convert("RGB")
    pen = _Pen(image, page)
    for block in blocks:
        if block.page == page.number and block.box:
            named = block.role not in ("chart_text", "table_text")
            pen.outline(block.box, BLOCK, f"{block.order} {block.role}" if named else "")
    for table in tables:
        _table(pen, table, page.number)
    for i, chart in enumerate((c for c in charts if c.page == page.number), 1):
        _chart(pen, chart, i)
    pen.image().save(out_png, "PNG")


def _table(pen: _Pen, table: Table, page: int) -> None:
    cells = [c for c in table.cells if c.page == page]
    for cell in cells:
        pen.outline(cell.box, CELL, f"{cell.row},{cell.col}{' head' if cell.is_header else ''}")
    if cells:
        pen.outline(Box.around(c.box for c in cells), TABLE, "", width=3)
        pen.note(f"table, {table.engine} {table.score:.2f}: {table.title or 'no title'}", TABLE)


def _chart(pen: _Pen, chart: Chart, number: int) -> None:
    pen.outline(chart.box, CHART, f"chart {number}", width=3)
    if chart.title_box:
        pen.outline(chart.title_box, CHART, "title")
    pen.note(f"chart {number}, {chart.kind}: {chart.title or 'no title'}", CHART)
    pen.note(f"  unit {chart.unit_as_printed}" if chart.unit_as_printed else "  no unit", CHART)
    for name, axis in (("axis", chart.primary), ("2nd axis", chart.secondary)):
        if axis:
            pen.note(f"  {_axis(name, axis)}", AXIS)
            if axis.box:
                pen.outline(axis.box.grown(2), AXIS, name, width=2)
    for i, point in enumerate(chart.points, 1):
        if point.mark_box and point.mark_box != point.box:
            pen.outline(point.mark_box, POINT, "")
        pen.outline(point.box, POINT, str(i))
        names = " / ".join(n for n in (point.series, point.category) if n) or "no name"
        drawn = _drawn(point.from_geometry)
        said = point.value_as_printed
        pen.note(f"  {i} {names} = {said} (drawn {drawn})" if said else f"  {i} {names} = {drawn} as drawn", POINT)
    for callout in chart.callouts:
        pen.outline(callout.box, CALLOUT, "call-out")
        pen.note(f"  call-out: {callout.text}", CALLOUT)


def _axis(name: str, axis: Axis) -> str:
    flags = [word for word, on in (("%", axis.is_percent), ("log", axis.is_log), ("broken", axis.is_broken)) if on]
    unit = [axis.unit_as_printed] if axis.unit_as_printed else []
    return " ".join([f"{name} {axis.low:g}..{axis.high:g}", *flags, *unit])


def _drawn(value: float | None) -> str:
    return "?" if value is None else f"{value:.4g}"


class _Pen:
    """Draws boxes given in points onto a page's picture, names where none stands yet, and notes beside the page."""

    def __init__(self, image: Image.Image, page: Page) -> None:
        self._page = image
        self._draw = ImageDraw.Draw(image, "RGBA")
        self._x, self._y = image.width / page.width, image.height / page.height
        self._font = ImageFont.load_default(11)
        self._names: list[tuple[float, float, float, float]] = []
        self._notes: list[tuple[str, str]] = []

    def outline(self, box: Box, colour: str, name: str, width: int = 1) -> None:
        x0, top, x1, bottom = box.x0 * self._x, box.top * self._y, box.x1 * self._x, box.bottom * self._y
        self._draw.rectangle((x0, top, max(x1, x0), max(bottom, top)), outline=colour, width=width)
        text = _ascii(name)
        if not text:
            return
        across, down = self._font.getlength(text) + 2, 12.0
        places = [(x0, top - down), (x1 - across, top - down), (x1 + 2, top), (x0 - across - 2, top), (x0, bottom + 1)]
        places += [(x0, top - n * down) for n in (2, 3, 4)]
        free = (p for p in places if not any(_meet((*p, p[0] + across, p[1] + down), other) for other in self._names))
        x, y = next(free, places[0])
        self._names.append((x, y, x + across, y + down))
        self._draw.rectangle((x, y, x + across, y + down), fill=(255, 255, 255, 215))
        self._draw.text((x + 1, y), text, fill=colour, font=self._font)

    def note(self, text: str, colour: str) -> None:
        self._notes.append((_ascii(text), colour))

    def image(self) -> Image.Image:
        """The page with the colours' legend and the notes to its right."""
        height = max(self._page.height, MARGIN * 2 + LINE * (len(LEGEND) + 1 + len(self._notes)))
        whole = Image.new("RGB", (self._page.width + PANEL, height), "white")
        whole.paste(self._page)
        draw = ImageDraw.Draw(whole)
        x, y = self._page.width + MARGIN, MARGIN
        for name, colour in LEGEND:
            draw.rectangle((x, y + 2, x + 16, y + 11), outline=colour, width=2)
            draw.text((x + 22, y), name, fill=colour, font=self._font)
            y += LINE
        for text, colour in self._notes:
            y += LINE
            draw.text((x, y), text, fill=colour, font=self._font)
        return whole


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    """Whether two rectangles share some of their area."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _ascii(text: Iterable[str]) -> str:
    """What the built-in font can draw; other letters become dots, so that names never pull in a font."""
    return "".join(c if " " <= c <= "~" else "·" for c in text).rstrip()[:LONGEST_NAME]

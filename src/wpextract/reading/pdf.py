"""PDF pages to `Page` values: characters and vector marks by pdfplumber, each page parsed once and closed.

Text outside the crop box or painted invisibly is dropped and counted; glyphs without a usable Unicode mapping are read
from their ink (`reading.glyphs`). A page that cannot be parsed becomes an empty page with a notice, never an exception.
"""

from __future__ import annotations

import io
import logging
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
import pypdfium2
from numpy.typing import NDArray
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, resolve1, stream_value
from pdfminer.psparser import literal_name
from pdfplumber.page import Page as PlumberPage
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

from wpextract.errors import SourceError
from wpextract.reading.glyphs import RADICALS, UNKNOWN, Shape, is_unmapped, shape_of, text_for
from wpextract.reading.model import Box, Mark, Notice, Page, Repair
from wpextract.reading.strokes import with_drawn_dashes
from wpextract.reading.turning import turn_of, upright, upright_glyph, upright_mark
from wpextract.reading.words import Glyph, words_of

_MAX_OBJECTS = 100_000  # characters and paths: a page that paints more is not a page of a report
_MAX_CONTENT = 30_000_000  # bytes of drawing instructions on a page, forms as often as they are drawn
_UNREADABLE = 0.5  # share of characters without a reading from which on a page counts as not read
_SCAN = 0.5  # share of the page that the picture of a scan covers at least
_INVISIBLE = 3  # text rendering mode, ISO 32000-1 table 106
_RENDER_SCALE = 6.0
logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its warnings name no document; ours do


class _TooMuchError(Exception):
    """A page paints more than a page of a report does."""


class _Device(PDFPageAggregatorWithMarkedContent):  # type: ignore[misc]
    """Notes what is painted invisibly, which pdfminer does not keep, and bounds what a page may paint.

    `clear_fill` and `clear_stroke` say whether paint is wholly transparent, as writers lay it under a legend.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invisible: set[int] = set()
        self.clear_fill = self.clear_stroke = False
        self._mode = 0
        self._objects = 0
        self._content = 0

    def spend(self, content: int = 0) -> None:
        """Count one more object, or bytes of content to go through; raises `_TooMuchError` over the limit."""
        self._objects += not content
        self._content += content
        if self._objects > _MAX_OBJECTS or self._content > _MAX_CONTENT:
            raise _TooMuchError

    def painted(self) -> Any:
        """The page's layout; of one that was stopped, what stands on it outside the form it was stopped in."""
        return self._stack[0] if self._stack else self.cur_item

    def has_painted(self) -> bool:
        """Whether anything stands on the page."""
        return self._objects > 0 and bool(self.painted()._objs)

    def begin_figure(self, *args: Any, **kwargs: Any) -> None:
        self.spend()
        super().begin_figure(*args, **kwargs)

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, *args: Any, **kwargs: Any) -> None:
        self.spend()
        stroke, fill = stroke and not self.clear_stroke, fill and not self.clear_fill
        if stroke or fill:
            super().paint_path(gstate, stroke, fill, *args, **kwargs)

    def render_string(self, textstate: Any, *args: Any, **kwargs: Any) -> None:
        self._mode = textstate.render
        super().render_string(textstate, *args, **kwargs)

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        self.spend()
        advance: float = super().render_char(*args, **kwargs)
        if (self._mode == _INVISIBLE or self.clear_fill) and self.cur_item._objs:
            self.invisible.add(id(self.cur_item._objs[-1]))
        return advance


class _Interpreter(PDFPageInterpreter):
    """Counts the content it goes through, so that forms within forms cannot go on for ever, and heeds transparency.

    A form is painted in the graphics state that its page has set (ISO 32000-1, 8.10.1), which pdfminer forgets.
    """

    device: _Device
    _outer: PDFGraphicState | None = None

    def dup(self) -> _Interpreter:
        """An interpreter for a form or a glyph within this content."""
        inner = _Interpreter(self.rsrcmgr, self.device)
        inner._outer = self.graphicstate
        return inner

    def init_state(self, ctm: Any) -> None:
        super().init_state(ctm)
        if self._outer is not None:
            self.graphicstate = self._outer.copy()

    def render_contents(self, resources: Any, streams: Any, *args: Any, **kwargs: Any) -> None:
        self.device.spend(sum(len(stream_value(s).get_data()) for s in streams) or 1)
        before = self.device.clear_fill, self.device.clear_stroke
        super().render_contents(resources, streams, *args, **kwargs)
        self.device.clear_fill, self.device.clear_stroke = before

    def get_current_state(self) -> Any:
        return self.device.clear_fill, self.device.clear_stroke, super().get_current_state()

    def set_current_state(self, state: Any) -> None:
        self.device.clear_fill, self.device.clear_stroke, rest = state
        super().set_current_state(rest)

    def do_gs(self, name: Any) -> None:
        """Set parameters from a graphics state dictionary (ISO 32000-1, 8.4.5); of these only the opacities count."""
        states = dict_value(self.resources.get("ExtGState"))
        state = dict_value(states.get(literal_name(name)))
        if "ca" in state:
            self.device.clear_fill = resolve1(state["ca"]) == 0
        if "CA" in state:
            self.device.clear_stroke = resolve1(state["CA"]) == 0


@dataclass(frozen=True, slots=True)
class PdfInfo:
    """The document's metadata as the file states it, how many pages it has, and what was done to read it."""

    pages: int
    title: str | None
    author: str | None
    producer: str | None
    notices: tuple[Notice, ...] = ()


def read_pdf(
    path: Path, password: str | None, numbers: Sequence[int] | None, progress: Callable[[int, int], None] | None = None
) -> tuple[PdfInfo, tuple[Page, ...]]:
    """The pages of a PDF (`numbers` counts from 1; all when None), running headers still among the words.

    Raises:
        SourceError: `encrypted`, `wrong_password`, `not_readable`, `no_pages` or `no_such_page`.
    """
    try:
        return _read(path, path, password, numbers, progress)
    except SourceError as error:
        if error.code not in ("not_readable", "no_pages") or (saved := _saved_again(path, password)) is None:
            raise
        info, pages = _read(path, saved, None, numbers, progress)
        notice = Notice("repaired", "the PDF is damaged and was rebuilt before it was read; parts may be missing")
        return replace(info, notices=(notice,)), pages


def _saved_again(path: Path, password: str | None) -> io.BytesIO | None:
    """The PDF as PDFium writes it, its cross-references rebuilt and its encryption removed; None where it cannot."""
    saved = io.BytesIO()
    try:
        document = pypdfium2.PdfDocument(path, password=password)
        try:
            document.save(saved, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
        finally:
            document.close()
    except (pypdfium2.PdfiumError, MemoryError, OSError):
        return None
    saved.seek(0)
    return saved


def _read(
    path: Path, source: Path | io.BytesIO, password: str | None, numbers: Sequence[int] | None,
    progress: Callable[[int, int], None] | None,
) -> tuple[PdfInfo, tuple[Page, ...]]:  # fmt: skip
    name = path.name
    try:
        pdf = pdfplumber.open(source, password=password or "")
    except Exception as error:
        raise _why_not_open(name, error, password) from error
    try:
        try:
            page_objects = list(PDFPage.create_pages(pdf.doc))
        except Exception as error:
            raise SourceError(
                name, "not_readable", "its page tree cannot be read", "Re-save the PDF and try again."
            ) from error
        total = len(page_objects)
        if not total:
            raise SourceError(name, "no_pages", "the PDF has no pages", "Check that the file is complete.")
        wanted = list(numbers) if numbers is not None else list(range(1, total + 1))
        outside = [n for n in wanted if not 1 <= n <= total]
        if outside:
            raise SourceError(
                name, "no_such_page", f"page {outside[0]} does not exist", f"Choose pages from 1 to {total}."
            )
        pages = []
        with _Painter(source, password) as painter:
            for done, n in enumerate(wanted, 1):
                pages.append(_read_page(pdf, page_objects[n - 1], n, painter))
                if progress:
                    progress(done, len(wanted))
        if all(any(n.code == "page_unreadable" for n in p.notices) for p in pages):
            why = pages[0].notices[0].message
            raise SourceError(name, "not_readable", f"no page can be read ({why})", "Re-save the PDF and try again.")
        return _info(pdf.metadata, total), tuple(pages)
    finally:
        pdf.stream.close()  # not pdf.close(): it parses the page tree again


def _why_not_open(name: str, error: Exception, password: str | None) -> SourceError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, PDFPasswordIncorrect) or "password" in str(cause).lower():
            if password:
                return SourceError(
                    name,
                    "wrong_password",
                    "the password does not open the PDF",
                    "Correct `password` in its .yaml file.",
                )
            remedy = "Put `password: ...` into a .yaml file of the same name beside it, or save it without encryption."
            return SourceError(name, "encrypted", "the PDF is encrypted", remedy)
        cause = cause.args[0] if cause.args and isinstance(cause.args[0], BaseException) else cause.__cause__
    return SourceError(
        name,
        "not_readable",
        f"the PDF cannot be opened ({_told(error)})",
        "Check that the file is complete, or re-save it.",
    )


def _info(metadata: dict[str, Any], total: int) -> PdfInfo:
    def field(key: str) -> str | None:
        value = metadata.get(key)
        text = " ".join("".join(c for c in value if c.isprintable()).split())[:300] if isinstance(value, str) else ""
        return text or None

    return PdfInfo(total, field("Title"), field("Author"), field("Producer"))


class _Painter:
    """Renders pages with PDFium when their ink is needed; opened on first use, None where PDFium cannot."""

    def __init__(self, source: Path | io.BytesIO, password: str | None) -> None:
        self._source, self._password = source, password
        self._document: pypdfium2.PdfDocument | None = None
        self._shapes: dict[tuple[str, str], str] = {}

    def __enter__(self) -> _Painter:
        return self

    def __exit__(self, *_: object) -> None:
        if self._document is not None:
            self._document.close()

    def _page(self, number: int) -> pypdfium2.PdfPage:
        if self._document is None:
            self._document = pypdfium2.PdfDocument(self._source, password=self._password)
        return self._document[number - 1]

    def render(self, number: int) -> NDArray[np.uint8] | None:
        """The page as grey levels at `_RENDER_SCALE` pixels a point."""
        try:
            page = self._page(number)
            width, height = page.get_size()
            if width * height > 4_000_000:  # 2000 points square: beyond it a bitmap costs too much
                return None
            try:
                grey: NDArray[np.uint8] = page.render(scale=_RENDER_SCALE, grayscale=True).to_numpy()
                return grey[:, :, 0] if grey.ndim == 3 else grey
            finally:
                page.close()
        except (pypdfium2.PdfiumError, MemoryError, ValueError):
            return None

    def characters(self, number: int) -> int:
        """How many characters PDFium finds on the page; 0 where it cannot say."""
        try:
            page = self._page(number)
            text = page.get_textpage()
            try:
                return len("".join(text.get_text_range().split()))
            finally:
                text.close()
                page.close()
        except (pypdfium2.PdfiumError, MemoryError, ValueError):
            return 0


def _read_page(pdf: pdfplumber.PDF, page_object: PDFPage, number: int, painter: _Painter) -> Page:
    try:
        page = PlumberPage(pdf, _with_sound_boxes(page_object), page_number=number)
        left, top, width, height = _crop(page)
        device = _Device(pdf.rsrcmgr, pageno=number, laparams=None)
        cut = _paint(page_object, device, number)
        glyphs, marks, images, dropped = _objects(page, device.painted(), device.invisible, left, top, width, height)
        fixed, repairs = _repair(glyphs, number, height, painter)
        turned = turn_of(fixed)
        if turned:
            fixed = [upright_glyph(g, turned, width, height) for g in fixed]
            marks = tuple(upright_mark(m, turned, width, height) for m in marks)
            images = tuple(upright(b, turned, width, height) for b in images)
            repairs = tuple(replace(r, box=upright(r.box, turned, width, height)) for r in repairs)
            width, height = height, width
        fixed, marks, dashes = with_drawn_dashes(fixed, marks)
        repairs += tuple(Repair(g.box, "", g.text) for g in dashes)
        words = words_of(fixed)
    except RecursionError:
        return _unreadable(number, "forms nested too deeply")
    except MemoryError:
        return _unreadable(number, "it needs more memory than there is")
    except Exception as error:  # pdfminer raises whatever a broken page makes it trip over
        return _unreadable(number, _told(error))
    notices = [*cut, *(Notice(code, _DROPPED[code], number, count) for code, count in sorted(dropped.items()) if count)]
    if not (fixed or cut or dropped.total()) and (lost := painter.characters(number)):
        why = "its text could not be read, though it has some; save the PDF again with another program"
        notices.append(Notice("text_unread", why, number, lost))
    unknown = sum(g.text == UNKNOWN for g in fixed)
    if repairs:
        notices.append(
            Notice(
                "glyphs_repaired",
                "glyphs without a Unicode mapping, or dashes drawn as lines, were read from their shape",
                number,
                len(repairs),
            )
        )
    if unknown > _UNREADABLE * len(fixed):
        why = "most characters have no Unicode mapping; export the document again with its fonts, or recognise its text"
        notices.append(Notice("font_unreadable", why, number, unknown))
    elif unknown:
        notices.append(
            Notice("glyphs_unmapped", "glyphs have no Unicode mapping and no shape that tells them", number, unknown)
        )
    return Page(
        number, width, height, words, marks=marks, images=images, notices=tuple(notices), repairs=repairs, turned=turned
    )


def _paint(page: PDFPage, device: _Device, number: int) -> tuple[Notice, ...]:
    """Have the page painted on the device; a notice where that ended early and something stands there already."""
    try:
        _Interpreter(device.rsrcmgr, device).process_page(page)
    except _TooMuchError:
        return (Notice("marks_limited", "the page paints too many objects; the rest was left out", number),)
    except Exception as error:  # pdfminer raises whatever a broken page makes it trip over
        if not device.has_painted():
            raise
        why = "forms nested too deeply" if isinstance(error, RecursionError) else _told(error)
        return (Notice("page_cut", f"part of the page could not be read ({why})", number),)
    return ()


def _told(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:160]


def _unreadable(number: int, why: str) -> Page:
    return Page(number, 0, 0, (), notices=(Notice("page_unreadable", why, number),))


def _with_sound_boxes(page: PDFPage) -> PDFPage:
    """The page with boxes that are boxes: pdfplumber takes them as written, pdfminer has read what is meant."""
    x0, y0, x1, y1 = page.mediabox
    if x0 == x1 or y0 == y1:
        page.mediabox = page.cropbox = (0.0, 0.0, 612.0, 792.0)  # what readers show: US Letter
    page.attrs = {
        **{k: v for k, v in page.attrs.items() if k not in ("TrimBox", "BleedBox", "ArtBox")},
        "MediaBox": list(page.mediabox), "CropBox": list(page.cropbox), "Rotate": page.rotate // 90 * 90,
    }  # fmt: skip
    return page


_DROPPED = {
    "text_outside_page": "characters outside the page's visible box were dropped",
    "text_invisible": "invisible characters were dropped",
}


def _crop(page: PlumberPage) -> tuple[float, float, float, float]:
    """Left and top of the crop box inside the media box, and its size, as the rotated page shows them (ISO 32000-1)."""
    raw = [float(v) for v in page.page_obj.mediabox]
    media = (min(raw[0], raw[2]), min(raw[1], raw[3]), max(raw[0], raw[2]), max(raw[1], raw[3]))
    raw = [float(v) for v in page.page_obj.cropbox]
    crop = (
        max(media[0], min(raw[0], raw[2])), max(media[1], min(raw[1], raw[3])),
        min(media[2], max(raw[0], raw[2])), min(media[3], max(raw[1], raw[3])),
    )  # fmt: skip
    if crop[2] <= crop[0] or crop[3] <= crop[1]:
        crop = media
    left, right, top, bottom = crop[0] - media[0], media[2] - crop[2], media[3] - crop[3], crop[1] - media[1]
    width, height = crop[2] - crop[0], crop[3] - crop[1]
    match page.rotation:
        case 90:
            return bottom, left, height, width
        case 180:
            return right, bottom, width, height
        case 270:
            return top, right, height, width
        case _:
            return left, top, width, height


def _objects(
    page: PlumberPage, layout: Any, invisible: set[int], left: float, top: float, width: float, height: float
) -> tuple[list[Glyph], tuple[Mark, ...], tuple[Box, ...], Counter[str]]:
    frame = Box(0, 0, width, height)
    dx, dy = page.bbox[0] + left, page.bbox[1] + top
    glyphs: list[Glyph] = []
    unseen: list[Glyph] = []
    marks: list[Mark] = []
    images: list[Box] = []
    dropped: Counter[str] = Counter()
    for z, item in enumerate(_leaves(layout)):
        raw = page.process_object(item)
        box = _box(raw, dx, dy)
        if box is None:
            continue
        kind = raw["object_type"]
        if kind == "char":
            if not frame.holds_centre(box):
                dropped["text_outside_page"] += not raw["text"].isspace()
            elif (glyph := _glyph(raw, box, page, dx, dy)) is not None:
                (unseen if id(item) in invisible else glyphs).append(glyph)
        elif kind == "image":
            if frame.touches(box):
                images.append(_clamped(box, frame))
        elif kind in ("rect", "line", "curve") and frame.touches(box):
            mark = _mark(kind, raw, box, z, dx, dy)
            if mark is not None:
                marks.append(mark)
    if unseen and not glyphs and any(i.area > _SCAN * frame.area for i in images):
        return unseen, tuple(marks), tuple(images), dropped  # the text that was recognised in a scan
    dropped["text_invisible"] += len(unseen)
    return glyphs, tuple(marks), tuple(images), dropped


def _leaves(layout: Any) -> Iterator[Any]:
    """The painted objects in order, figures (form XObjects) opened."""
    stack = [iter(layout)]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif hasattr(item, "_objs"):
            stack.append(iter(item))
        else:
            yield item


def _box(raw: dict[str, Any], dx: float, dy: float) -> Box | None:
    try:
        box = Box(float(raw["x0"]) - dx, float(raw["top"]) - dy, float(raw["x1"]) - dx, float(raw["bottom"]) - dy)
    except (KeyError, TypeError, ValueError):
        return None
    if not all(map(math.isfinite, (box.x0, box.top, box.x1, box.bottom))):
        return None
    return Box(min(box.x0, box.x1), min(box.top, box.bottom), max(box.x0, box.x1), max(box.top, box.bottom))


def _clamped(box: Box, frame: Box) -> Box:
    return Box(max(box.x0, frame.x0), max(box.top, frame.top), min(box.x1, frame.x1), min(box.bottom, frame.bottom))


# Letters drawn as one glyph; each stands in the glyph's box, so that words are whole and characters keep their places.
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_WRITTEN = _LIGATURES | RADICALS


def _glyph(raw: dict[str, Any], box: Box, page: PlumberPage, dx: float, dy: float) -> Glyph | None:
    a, b, _, _, e, f = (float(v) for v in raw["matrix"])
    text: str = raw["text"].translate(_WRITTEN)
    if not text or not math.hypot(a, b):
        return None
    angle = round(math.degrees(math.atan2(b, a))) % 360
    if angle in (1, 359):
        angle = 0
    # glyph boxes of upright and turned text are exact, but for what leans out of an oblique one; a slanted one's follows
    # from its advance and its height
    along = abs(float(raw["adv"])) * math.hypot(a, b)
    slant = abs(math.sin(math.radians(angle)))
    across = (box.width - along * math.sqrt(1 - slant * slant)) / slant if slant > 0.05 else box.height
    size = box.height if angle in (0, 180) else box.width if angle in (90, 270) else round(max(across, 0.1), 2)
    advance = min(box.width, along or box.width) if angle in (0, 180) else box.height if angle in (90, 270) else along
    y = page.height - f + page.mediabox[1] - dy
    return Glyph(
        text,
        box,
        e + page.mediabox[0] - dx,
        y,
        advance,
        size,
        angle,
        str(raw["fontname"]),
        _color(raw.get("non_stroking_color")),
    )


def _mark(kind: Any, raw: dict[str, Any], box: Box, z: int, dx: float, dy: float) -> Mark | None:
    fill = _color(raw.get("non_stroking_color")) if raw.get("fill") else None
    stroke = _color(raw.get("stroking_color")) if raw.get("stroke") else None
    if fill is None and stroke is None:
        return None
    path = tuple((x - dx, y - dy) for x, y in _flatten(raw.get("path") or [], raw.get("pts") or []))
    if not all(math.isfinite(v) for point in path for v in point):
        return None
    if kind == "curve" and path:  # the corners alone leave out what bulges: a circle of two arcs would have no height
        xs, ys = zip(*path, strict=True)
        box = Box(min(xs), min(ys), max(xs), max(ys))
    dash = raw.get("dash")
    pattern = dash[0] if isinstance(dash, tuple | list) and dash and isinstance(dash[0], list | tuple) else ()
    width = float(raw.get("linewidth") or 0)
    return Mark(kind, box, path, fill, stroke, width, tuple(float(v) for v in pattern if isinstance(v, int | float)), z)


def _flatten(path: Sequence[Any], points: Sequence[Any]) -> list[tuple[float, float]]:
    """The outline's points; a Bezier segment becomes eight chords."""
    out: list[tuple[float, float]] = []
    for op, *args in path:
        if op in ("m", "l"):
            out.append(args[0])
        elif op in ("c", "v", "y") and out:
            p0 = out[-1]
            p1, p2, p3 = (
                (args[0], args[1], args[2])
                if op == "c"
                else (p0, args[0], args[1])
                if op == "v"
                else (args[0], args[1], args[1])
            )
            for i in range(1, 9):
                t = i / 8
                u = 1 - t
                out.append(
                    tuple(u**3 * p0[k] + 3 * u * u * t * p1[k] + 3 * u * t * t * p2[k] + t**3 * p3[k] for k in (0, 1))
                )
    return out or [(float(x), float(y)) for x, y in points]


def _color(value: Any) -> str | None:
    """A device colour as `#rrggbb`; a pattern or unknown space is None... but painted: mid grey stands for it."""
    if value is None:
        return "#000000"
    parts = value if isinstance(value, tuple | list) else (value,)
    numbers = [float(v) for v in parts if isinstance(v, int | float) and not isinstance(v, bool)]
    if len(numbers) != len(parts) or not numbers:
        return "#808080"
    match len(numbers):
        case 1:
            rgb = [numbers[0]] * 3
        case 3:
            rgb = numbers
        case 4:
            c, m, y, k = numbers
            rgb = [(1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)]
        case _:
            return "#808080"
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, v))):02x}" for v in rgb)


def _repair(
    glyphs: list[Glyph], number: int, height: float, painter: _Painter
) -> tuple[list[Glyph], tuple[Repair, ...]]:
    """Glyphs with readable text: unmapped ones by their ink. Those whose box shows nothing are dropped."""
    if not any(is_unmapped(g.text) for g in glyphs):
        return glyphs, ()
    shapes = _shapes(glyphs, painter.render(number))
    out: list[Glyph] = []
    repairs: list[Repair] = []
    before = ""
    for n, g in enumerate(glyphs):
        if is_unmapped(g.text):
            text = text_for(shapes[n], before, "".join(x.text for x in glyphs[n + 1 : n + 3]))
            if not text:
                continue
            if text != UNKNOWN:
                repairs.append(Repair(g.box, g.text, text))
            g = replace(g, text=text)
        out.append(g)
        before = g.text
    return out, tuple(repairs)


def _shapes(glyphs: list[Glyph], image: NDArray[np.uint8] | None) -> dict[int, Shape]:
    """The shapes of the unmapped glyphs by index: one code of one font shows one shape, so its clearest readings win."""
    seen: dict[int, Shape] = {}
    votes: dict[tuple[str, str], Counter[Shape]] = defaultdict(Counter)
    for n, g in enumerate(glyphs):
        if is_unmapped(g.text):
            seen[n] = shape_of(*_ink(image, g)) if image is not None and g.angle == 0 else "unknown"
            if seen[n] not in ("blank", "unknown"):
                votes[g.font, g.text][seen[n]] += 1
    return {
        n: votes[glyphs[n].font, glyphs[n].text].most_common(1)[0][0]
        if shape != "blank" and votes[glyphs[n].font, glyphs[n].text]
        else shape
        for n, shape in seen.items()
    }


def _ink(image: NDArray[np.uint8], g: Glyph) -> tuple[NDArray[np.bool_], float]:
    s = _RENDER_SCALE
    part = image[
        max(0, int(g.box.top * s)) : max(0, math.ceil(g.box.bottom * s)),
        max(0, int(g.box.x0 * s)) : max(0, math.ceil(g.box.x1 * s)),
    ]
    if part.size == 0:
        return np.zeros((1, 1), dtype=bool), g.size * s
    ground = int(np.bincount(part.ravel(), minlength=256).argmax())
    return np.abs(part.astype(np.int16) - ground) > 64, g.size * s

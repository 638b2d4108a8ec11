"""Pictures of places on pages: each page is rendered once with PDFium, crops are cut from it with the number framed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from wpextract.reading.model import Box

_SCALE = 1.8  # pixels a point, 130 dpi
_MAX_SIDE = 2400.0


class Crops:
    """Cuts WebP pictures out of one document's pages into `folder`; a page that cannot be rendered gives none."""

    def __init__(self, path: Path, folder: Path, password: str | None = None) -> None:
        self._path, self._folder, self._password = path, folder, password
        self._document: pypdfium2.PdfDocument | None = None
        self._pages: dict[int, Image.Image | None] = {}
        self._written: dict[tuple[object, ...], str | None] = {}

    def close(self) -> None:
        if self._document is not None:
            self._document.close()

    def cut(self, page: int, box: Box, margin: tuple[float, float], marks: Sequence[Box] = ()) -> str | None:
        """The file name (in the folder) of the picture round `box`, with `marks` framed."""
        key = (page, box, margin, tuple(marks))
        if key not in self._written:
            self._written[key] = self._cut(page, box, margin, marks)
        return self._written[key]

    def _cut(self, page: int, box: Box, margin: tuple[float, float], marks: Sequence[Box]) -> str | None:
        image = self._page(page)
        if image is None:
            return None
        around = box.grown(*margin)
        left, top = max(0, int(around.x0 * _SCALE)), max(0, int(around.top * _SCALE))
        right, bottom = (
            min(image.width, int(around.x1 * _SCALE) + 1),
            min(image.height, int(around.bottom * _SCALE) + 1),
        )
        if right - left < 2 or bottom - top < 2:
            return None
        part = image.crop((left, top, right, bottom))
        draw = ImageDraw.Draw(part, "RGBA")
        for mark in marks:
            b = mark.grown(1.5)
            edges = (b.x0 * _SCALE - left, b.top * _SCALE - top, b.x1 * _SCALE - left, b.bottom * _SCALE - top)
            draw.rectangle(edges, outline=(208, 62, 25, 255), fill=(255, 196, 0, 60), width=2)
        name = f"p{page}-{len(self._written) + 1}.webp"
        self._folder.mkdir(parents=True, exist_ok=True)
        part.save(self._folder / name, "WEBP", quality=80, method=4)
        return name

    def _page(self, number: int) -> Image.Image | None:
        if number not in self._pages:
            self._pages[number] = self._render(number)
        return self._pages[number]

    def _render(self, number: int) -> Image.Image | None:
        try:
            if self._document is None:
                self._document = pypdfium2.PdfDocument(self._path, password=self._password)
            page = self._document[number - 1]
            try:
                scale = min(_SCALE, _MAX_SIDE / max(page.get_size()))
                image: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
            finally:
                page.close()
            if scale < _SCALE:
                image = image.resize((round(image.width * _SCALE / scale), round(image.height * _SCALE / scale)))
            return image
        except (pypdfium2.PdfiumError, IndexError, MemoryError, OSError, ValueError):
            return None

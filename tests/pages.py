"""Hand-made PDFs for tests: a few drawing calls of reportlab, a font map spoiled with pikepdf."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 400, 600
EMBEDDED = "Vera"  # a TrueType font that reportlab brings along
Draw = Callable[[Canvas], None]


def make_pdf(path: Path, *pages: Draw) -> Path:
    """A PDF of 400 x 600 pt pages; y counts from the bottom, as reportlab does."""
    pdfmetrics.registerFont(TTFont(EMBEDDED, "Vera.ttf"))
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def text_at(*lines: tuple[float, float, str], size: float = 10, font: str = "Helvetica") -> Draw:
    """Draws each `(x, y, text)`."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for x, y, text in lines:
            canvas.drawString(x, y, text)

    return draw


def both(*draws: Draw) -> Draw:
    """All of the drawings on one page."""

    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    return draw


def change(path: Path, edit: Callable[[pikepdf.Pdf], None]) -> Path:
    """The PDF with `edit` applied to it."""
    with pikepdf.open(io.BytesIO(path.read_bytes())) as pdf:
        edit(pdf)
        pdf.save(path, deterministic_id=True)
    return path


def lose_character(pdf: pikepdf.Pdf, character: str) -> None:
    """Every embedded font's ToUnicode map says that the character is a zero-width space."""
    lost = f"{ord(character):04X}".encode()
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            if "/ToUnicode" in font:
                font.ToUnicode = pdf.make_stream(font.ToUnicode.read_bytes().replace(b"<" + lost + b">", b"<200B>"))

"""Pictures show the rotated, cropped page, and a page that cannot be rendered costs nothing but itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from wpextract.reading.model import Box, Page
from wpextract.reporting.overlay import draw_overlay
from wpextract.reporting.pictures import render_pages

from .values import HEIGHT, NUMBER, WIDTH, draw_pdf, extraction


@pytest.mark.parametrize(
    ("rotate", "crop", "size", "bar"),
    [
        (0, None, (WIDTH, HEIGHT), NUMBER),
        (90, None, (HEIGHT, WIDTH), Box(HEIGHT - NUMBER.bottom, NUMBER.x0, HEIGHT - NUMBER.top, NUMBER.x1)),
        (0, (60, 100, 360, 290), (300, 190), Box(40, 30, 130, 46)),
        (90, (60, 100, 360, 290), (190, 300), Box(190 - 46, 40, 190 - 30, 130)),
    ],
)
def test_a_box_falls_on_its_ink(
    tmp_path: Path, rotate: int, crop: tuple[float, ...] | None, size: tuple[float, float], bar: Box
) -> None:
    pdf = draw_pdf(tmp_path / "page.pdf", rotate=rotate, crop=crop)  # type: ignore[arg-type]
    pictures = render_pages(pdf, [1], tmp_path)
    with Image.open(tmp_path / pictures.files[1]) as opened:
        image = opened.convert("L")
    scale = image.width / size[0]
    assert image.height == pytest.approx(size[1] * scale, abs=2)
    ink = image.point(lambda v: 255 if v < 128 else 0).getbbox()
    assert ink == pytest.approx([v * scale for v in (bar.x0, bar.top, bar.x1, bar.bottom)], abs=2)


def test_a_page_that_fails_is_named_and_the_others_are_shown(tmp_path: Path) -> None:
    pictures = render_pages(draw_pdf(tmp_path / "two.pdf", pages=2), [1, 2, 9], tmp_path)
    assert set(pictures.files) == {1, 2} and set(pictures.problems) == {9}


def test_what_is_not_a_pdf_gives_no_picture_and_no_error(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 garbage")
    pictures = render_pages(bad, [1, 2, 3, 4, 5], tmp_path)
    assert not pictures.files and set(pictures.problems) == {1, 2, 3, 4, 5}


def test_the_overlay_outlines_what_was_read(tmp_path: Path) -> None:
    read = extraction()
    pdf = draw_pdf(tmp_path / "page.pdf")
    draw_overlay(pdf, Page(1, WIDTH, HEIGHT, ()), read.blocks, read.tables, read.charts, tmp_path / "out.png")
    with Image.open(tmp_path / "out.png") as image:
        colours = {c for _, c in image.convert("RGB").getcolors(1 << 20) or []}
    assert {(0xB3, 0x26, 0x1E), (0x27, 0x69, 0x3F), (0xD9, 0x82, 0x2B)} <= colours

"""Pictures show the rotated, cropped page, and a page that cannot be rendered costs nothing but itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from wpextract.reading.model import Box, Page
from wpextract.reporting.overlay import draw_overlay
from wpextract.reporting.pictures import render_pages

from .values import HEIGHT, NUMBER, WIDTH, draw_pdf, extraction

CLOCKWISE = Box(HEIGHT - NUMBER.bottom, NUMBER.x0, HEIGHT - NUMBER.top, NUMBER.x1)  # `NUMBER` on a page turned so


@pytest.mark.parametrize(
    ("rotate", "crop", "turned", "size", "bar"),
    [
        (0, None, 0, (WIDTH, HEIGHT), NUMBER),
        (90, None, 0, (HEIGHT, WIDTH), CLOCKWISE),
        (0, (60, 100, 360, 290), 0, (300, 190), Box(40, 30, 130, 46)),
        (90, (60, 100, 360, 290), 0, (190, 300), Box(190 - 46, 40, 190 - 30, 130)),
        (0, None, 90, (HEIGHT, WIDTH), CLOCKWISE),  # its text reads upwards
        (0, None, 270, (HEIGHT, WIDTH), Box(NUMBER.top, WIDTH - NUMBER.x1, NUMBER.bottom, WIDTH - NUMBER.x0)),
    ],
)
def test_a_box_falls_on_its_ink(
    tmp_path: Path, rotate: int, crop: tuple[float, ...] | None, turned: int, size: tuple[float, float], bar: Box
) -> None:
    pdf = draw_pdf(tmp_path / "page.pdf", rotate=rotate, crop=crop)  # type: ignore[arg-type]
    pictures = render_pages(pdf, [1], tmp_path, turned={1: turned})
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


def test_the_overlay_shows_a_page_drawn_sideways_upright(tmp_path: Path) -> None:
    pdf = draw_pdf(tmp_path / "page.pdf")
    draw_overlay(pdf, Page(1, HEIGHT, WIDTH, (), turned=90), (), (), (), tmp_path / "out.png")
    with Image.open(tmp_path / "out.png") as image:
        scale = image.height / WIDTH
        assert image.convert("L").getpixel((round(CLOCKWISE.cx * scale), round(CLOCKWISE.cy * scale))) == 0

"""Camelot behind one adapter: the regions it sees on a page, in our coordinates. Its text is not used."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path

from wpextract.reading.model import Box, Page

logging.getLogger("camelot").setLevel(logging.ERROR)


def camelot_regions(path: Path, page: Page) -> tuple[Box, ...]:
    """Boxes of the tables that camelot's hybrid parser finds on a page; none where it fails."""
    return tuple(_flipped(box, page.height) for box in _regions(str(path), page.number))


@lru_cache(maxsize=8)
def _regions(path: str, number: int) -> tuple[tuple[float, float, float, float], ...]:
    import camelot  # 1 s to import: only when it is asked

    try:
        tables = camelot.read_pdf(path, pages=str(number), flavor="hybrid", engine="vector", suppress_stdout=True)
        return tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in (t._bbox for t in tables))
    except Exception:  # camelot raises whatever its parsers trip over; its opinion is then missing
        return ()


def _flipped(box: tuple[float, float, float, float], height: float) -> Box:
    x0, y0, x1, y1 = box
    return Box(min(x0, x1), height - max(y0, y1), max(x0, x1), height - min(y0, y1))

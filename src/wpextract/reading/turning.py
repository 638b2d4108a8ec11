"""Pages whose content is drawn sideways, as wide tables are on upright paper, read in a frame in which it stands upright.

`turned` is the angle in degrees at which the text runs on the page (ISO 32000-1, 8.3.3): 90 reads upwards, 270
downwards. Boxes of the upright frame go back to the page as it is shown with `on_page`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from wpextract.reading.model import Box, Mark
from wpextract.reading.words import Glyph

_MOST = 0.75  # share of the characters that run sideways on a page that is drawn so
_ENOUGH = 80  # characters; fewer are the names of axes


def turn_of(glyphs: Sequence[Glyph]) -> int:
    """The angle at which a page's text runs where most of it runs sideways, else 0."""
    angles = Counter(g.angle for g in glyphs if not g.text.isspace())
    angle, most = max(((a, angles[a]) for a in (90, 270)), key=lambda x: x[1])
    return angle if most >= max(_ENOUGH, _MOST * angles.total()) else 0


def upright(box: Box, turned: int, width: float, height: float) -> Box:
    """A box of a page of `width` and `height` points in the frame in which its text stands upright."""
    if turned == 90:
        return Box(height - box.bottom, box.x0, height - box.top, box.x1)
    return Box(box.top, width - box.x1, box.bottom, width - box.x0) if turned == 270 else box


def on_page(box: Box, turned: int, width: float, height: float) -> Box:
    """A box of the upright frame, which has `width` and `height` points, on the page as it is shown."""
    if turned == 90:
        return Box(box.top, width - box.x1, box.bottom, width - box.x0)
    return Box(height - box.bottom, box.x0, height - box.top, box.x1) if turned == 270 else box


def upright_glyph(g: Glyph, turned: int, width: float, height: float) -> Glyph:
    """A character of a page in the frame in which most of the page's text stands upright."""
    at = upright(Box(g.x, g.y, g.x, g.y), turned, width, height)
    angle = (g.angle - turned) % 360
    return replace(g, box=upright(g.box, turned, width, height), x=at.x0, y=at.top, angle=angle)


def upright_mark(m: Mark, turned: int, width: float, height: float) -> Mark:
    """A path of a page in that frame."""
    path = tuple((b.x0, b.top) for b in (upright(Box(x, y, x, y), turned, width, height) for x, y in m.path))
    return replace(m, box=upright(m.box, turned, width, height), path=path)

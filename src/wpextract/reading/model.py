"""What a page holds: boxes, words, marks, blocks. The typed middle that every later stage works on.

Coordinates are PDF points of the rotated, cropped page, origin top left; pages count from 1.
Nothing here opens a file: `reading.pdf` and `reading.text` build these values.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, overload

Role = Literal[
    "title", "heading", "paragraph", "list_item", "caption", "unit_note", "source_note",
    "callout", "furniture", "chart_text", "table_text",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, origin top left; `x0 <= x1`, `top <= bottom`."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def cx(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def cy(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def area(self) -> float:
        return self.width * self.height

    def grown(self, dx: float, dy: float | None = None) -> Box:
        """The box with `dx` added on the left and right and `dy` (default `dx`) above and below."""
        dy = dx if dy is None else dy
        return Box(self.x0 - dx, self.top - dy, self.x1 + dx, self.bottom + dy)

    def overlap(self, other: Box) -> float:
        """The area that both boxes cover."""
        w = min(self.x1, other.x1) - max(self.x0, other.x0)
        h = min(self.bottom, other.bottom) - max(self.top, other.top)
        return w * h if w > 0 and h > 0 else 0.0

    def touches(self, other: Box) -> bool:
        """Whether the boxes share a point (an edge counts, so a line of no height can touch)."""
        return self.x0 <= other.x1 and other.x0 <= self.x1 and self.top <= other.bottom and other.top <= self.bottom

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def holds_centre(self, other: Box) -> bool:
        return self.holds(other.cx, other.cy)

    @staticmethod
    def around(boxes: Iterable[Box]) -> Box:
        """The smallest box round all of `boxes`; raises ValueError when there are none."""
        bs = list(boxes)
        if not bs:
            raise ValueError("no boxes to put a box around")
        return Box(min(b.x0 for b in bs), min(b.top for b in bs), max(b.x1 for b in bs), max(b.bottom for b in bs))


@dataclass(frozen=True, slots=True)
class Place:
    """A box on a page."""

    page: int
    box: Box


_EDGES = struct.Struct("4f")
_PLACE = struct.Struct("i4f")


@dataclass(frozen=True, slots=True)
class Boxes(Sequence[Box]):
    """Boxes packed to 16 bytes each, in single precision: a long document has millions, one for each character."""

    _packed: bytes

    @classmethod
    def of(cls, boxes: Iterable[Box]) -> Boxes:
        return cls(b"".join(_EDGES.pack(b.x0, b.top, b.x1, b.bottom) for b in boxes))

    def __len__(self) -> int:
        return len(self._packed) // _EDGES.size

    def __iter__(self) -> Iterator[Box]:
        return (Box(*edges) for edges in _EDGES.iter_unpack(self._packed))

    @overload
    def __getitem__(self, at: int) -> Box: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Box]: ...
    def __getitem__(self, at: int | slice) -> Box | Sequence[Box]:
        if isinstance(at, slice):
            return tuple(self)[at]
        return Box(*_EDGES.unpack_from(self._packed, range(len(self))[at] * _EDGES.size))


@dataclass(frozen=True, slots=True)
class Places(Sequence[Place | None]):
    """Where characters stand, packed to 20 bytes each; page 0 is a character that no glyph stands for."""

    _packed: bytes

    @classmethod
    def of(cls, places: Iterable[Place | None]) -> Places:
        return cls(b"".join(_PLACE.pack(*_flat(p)) for p in places))

    def __len__(self) -> int:
        return len(self._packed) // _PLACE.size

    def __iter__(self) -> Iterator[Place | None]:
        return (Place(page, Box(*edges)) if page else None for page, *edges in _PLACE.iter_unpack(self._packed))

    @overload
    def __getitem__(self, at: int) -> Place | None: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Place | None]: ...
    def __getitem__(self, at: int | slice) -> Place | None | Sequence[Place | None]:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            part = Places(self._packed[start * _PLACE.size : stop * _PLACE.size])
            return part if step == 1 else tuple(self)[at]
        page, *edges = _PLACE.unpack_from(self._packed, range(len(self))[at] * _PLACE.size)
        return Place(page, Box(*edges)) if page else None


def _flat(place: Place | None) -> tuple[int, float, float, float, float]:
    if place is None:
        return (0, 0.0, 0.0, 0.0, 0.0)
    return (place.page, place.box.x0, place.box.top, place.box.x1, place.box.bottom)


@dataclass(frozen=True, slots=True)
class Word:
    """A run of glyphs without a gap, its text already repaired.

    `char_boxes` has one box for each character of `text`. `angle` is the direction of writing in
    degrees counter-clockwise (0 horizontal, 90 upwards, 270 downwards). `color` is the fill as
    `#rrggbb`.
    """

    text: str
    box: Box
    size: float
    font: str
    color: str | None
    angle: int
    char_boxes: Sequence[Box]

    @property
    def bold(self) -> bool:
        name = self.font.lower()
        return any(w in name for w in ("bold", "black", "heavy", "semibold", "demi"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A painted path: rectangle, line or curve.

    `path` is the outline in order, subpaths flattened to points (a curve's control points are
    replaced by points on it). `fill` and `stroke` are `#rrggbb` or None when not painted; `dash` is the
    pattern of the stroke; `z` the order of painting on the page.
    """

    kind: Literal["rect", "line", "curve"]
    box: Box
    path: tuple[tuple[float, float], ...]
    fill: str | None
    stroke: str | None
    width: float
    dash: tuple[float, ...]
    z: int


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about the input: what was dropped, repaired or could not be read."""

    code: str
    message: str
    page: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Repair:
    """A glyph whose text layer was missing or wrong (`shown`) and which was read from its shape as `text`."""

    box: Box
    shown: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one baseline and one column, left to right."""

    words: tuple[Word, ...]
    box: Box
    text: str
    places: tuple[Box | None, ...]  # one for each character of text; None for a space that no glyph stands for

    @property
    def size(self) -> float:
        return max(w.size for w in self.words)

    @property
    def bold(self) -> bool:
        return sum(len(w.text) for w in self.words if w.bold) * 2 > sum(len(w.text) for w in self.words)


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read: the words of its body, what was set apart, and its vector marks and pictures."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    furniture: tuple[Word, ...] = ()
    marks: tuple[Mark, ...] = ()
    images: tuple[Box, ...] = ()
    text: str | None = None  # the page of a text dump, which has no geometry
    notices: tuple[Notice, ...] = ()
    repairs: tuple[Repair, ...] = ()
    turned: int = 0  # the angle at which its text is drawn where that is sideways; all boxes are of the upright frame


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or other run of text in reading order.

    `places` has one entry for each character of `text`: its page and box, or None for a character that no
    glyph stands for (a joining space) or that comes from a text dump.
    """

    block_id: str
    page: int
    role: Role
    order: int
    text: str
    box: Box | None
    places: Sequence[Place | None] = field(repr=False)

    def boxes(self, start: int, end: int) -> tuple[Place, ...]:
        """Where the characters `start:end` stand: one place for each line of each page they cover."""
        out: list[Place] = []
        for p in self.places[start:end]:
            if p is None:
                continue
            last = out[-1] if out else None
            if (
                last
                and last.page == p.page
                and min(last.box.bottom, p.box.bottom) - max(last.box.top, p.box.top)
                > 0.5 * min(last.box.height, p.box.height)
            ):
                out[-1] = Place(p.page, Box.around((last.box, p.box)))
            else:
                out.append(p)
        return tuple(out)


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that a table or a chart claims, so that prose leaves it alone."""

    page: int
    box: Box
    role: Literal["chart_text", "table_text"]


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """What `NAME.yaml` beside a source may say of it."""

    title: str | None = None
    publisher: str | None = None
    base_year: int | None = None
    default_currency: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A source as read. `kind` is `pdf` or `text`; `language` is the ISO 639-1 code of most of its text."""

    document_id: str
    sha256: str
    source_name: str
    kind: Literal["pdf", "text"]
    bytes: int
    pages: tuple[Page, ...]
    language: str
    title: str | None = None
    publisher: str | None = None
    published_on: str | None = None  # ISO date
    base_year: int | None = None
    default_currency: str | None = None
    producer: str | None = None
    pages_total: int = 0
    pages_without_text: int = 0
    notices: Sequence[Notice] = ()

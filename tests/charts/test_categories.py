"""Names under a plot: where each points to."""

from __future__ import annotations

import math

import pytest

from wpextract.charts.categories import categories
from wpextract.charts.labels import label_of
from wpextract.reading.model import Box, Word

PLOT = Box(50, 100, 350, 300)


def slanted(text: str, right: float, top: float, angle: int, size: float = 8):
    """A text that rises to the right and ends at (`right`, `top`), as names hung under an axis do."""
    step, turn = 0.5 * size, math.radians(angle)
    boxes = []
    for i in range(len(text)):
        back = (len(text) - i - 0.5) * step
        x, y = right - back * math.cos(turn), top + back * math.sin(turn)
        boxes.append(Box(x - 2, y - 2, x + 2, y + 2))
    return label_of([Word(text, Box.around(boxes), size, "Sans", "#000000", angle, tuple(boxes))])


@pytest.mark.parametrize("angle", [30, 45, 60])
def test_slanted_names_of_few_of_many_points_hang_by_their_outer_edge(angle: int) -> None:
    vertices = [60 + 8.0 * i for i in range(24)]  # a point each year, a name each fourth
    names = [slanted(str(2000 + 4 * i), vertices[4 * i], 306, angle) for i in range(6)]
    found = categories(names, PLOT, vertices, False)
    assert [(c.text, round(c.at, 1)) for c in found] == [(str(2000 + 4 * i), 60 + 32 * i) for i in range(6)]


def test_slanted_names_one_for_each_place_belong_to_the_places_in_turn() -> None:
    places = [80.0, 160.0, 240.0]
    names = [slanted(name, x + 6, 306, 45) for name, x in zip(("North", "Middle", "South"), places, strict=True)]
    assert [(c.text, c.at) for c in categories(names, PLOT, places, False)] == [
        ("North", 80.0), ("Middle", 160.0), ("South", 240.0),
    ]  # fmt: skip


def run(text: str, left: float, pitch: float = 4.0, size: float = 8):
    """A level text whose characters are `pitch` wide, with nothing between its names."""
    boxes = tuple(Box(left + i * pitch, 306, left + (i + 1) * pitch, 306 + size) for i in range(len(text)))
    return label_of([Word(text, Box.around(boxes), size, "Sans", "#000000", 0, boxes)])


PLACES = [100.0, 116.0, 132.0, 148.0]


def test_names_that_touch_are_cut_between_the_places_they_stand_under() -> None:
    found = categories([run("2021202220232024", 92)], PLOT, PLACES, False)
    assert [(c.text, c.at) for c in found] == list(zip(("2021", "2022", "2023", "2024"), PLACES, strict=True))


def test_one_word_is_not_cut() -> None:
    assert len(categories([run("Householdsofthevalley", 88)], PLOT, PLACES, False)) < 2


def test_a_text_off_its_places_is_not_cut() -> None:
    found = categories([run("2021202220232024", 98)], PLOT, PLACES, False)
    assert "".join(c.text for c in found) in ("", "2021202220232024")
    assert len(found) < 2

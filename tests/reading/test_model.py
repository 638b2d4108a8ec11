"""What pages keep in packed form is what was put in."""

from __future__ import annotations

import pytest

from wpextract.reading.model import Box, Boxes, Place, Places

A, B, C = Box(1, 2, 3, 4), Box(5, 6, 7, 8), Box(9, 10, 11, 12)


def test_packed_boxes_are_a_sequence_of_boxes() -> None:
    packed = Boxes.of([A, B, C])
    assert (list(packed), len(packed), packed[0], packed[-1], list(packed[1:])) == ([A, B, C], 3, A, C, [B, C])
    assert packed == Boxes.of((A, B, C))
    with pytest.raises(IndexError):
        packed[3]


def test_packed_places_keep_pages_and_what_stands_nowhere() -> None:
    places = [Place(1, A), None, Place(70_000, B)]
    packed = Places.of(places)
    assert (list(packed), len(packed), packed[1], packed[-1]) == (places, 3, None, places[2])
    assert (list(packed[:2]), list(packed[::-1]), list(packed[2:1])) == (places[:2], places[::-1], [])

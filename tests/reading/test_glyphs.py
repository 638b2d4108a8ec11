"""Glyphs without a usable Unicode mapping, by the shape of their ink and what stands beside them."""

from __future__ import annotations

import pytest

from wpextract.reading.glyphs import UNKNOWN, text_for


@pytest.mark.parametrize(
    ("shape", "before", "after", "text"),
    [
        ("dash", "0", "20", "–"),
        ("quote", " ", "AI", "‘"),
        ("quote", "a", "s ", "’"),
        ("unknown", "a", "s ", "’"),  # "China's" in a print too small to measure
        ("colon", "a", "s", "’"),
        ("colon", "t", " 亿", ":"),
        ("unknown", "a", "st", UNKNOWN),
        ("unknown", "5", "s ", UNKNOWN),
        ("blank", "a", "b", ""),
    ],
)
def test_a_shape_becomes_the_character_it_shows(shape: str, before: str, after: str, text: str) -> None:
    assert text_for(shape, before, after) == text  # type: ignore[arg-type]

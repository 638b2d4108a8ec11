"""Which place a number speaks of."""

from __future__ import annotations

import pytest

from wpextract.facts.geography import geography_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("North American buyers took |EUR 548 million", "North America"),
        ("Latin American output came to |3.1 Mt", "Latin America"),
        ("American buyers took |EUR 548 million", "United States"),
        ("Japanese bills eased by |8.1%", "Japan"),
        ("Southeast Asian yards built |12 cranes", "Southeast Asia"),
        ("东盟市场为|28.4亿美元", "Southeast Asia"),
        ("In the European Union |9.4 million homes", "European Union"),
        ("Europeans bought |9.4 million homes", "Europe"),
        ("The yards built |12 cranes", None),
    ],
)
def test_the_place_of_a_number(text: str, place: str | None) -> None:
    before, _, after = text.partition("|")
    sentence = before + after
    assert geography_of(sentence, len(before), (0, len(sentence))) == place

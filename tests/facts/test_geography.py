"""Which place a number speaks of."""

from __future__ import annotations

import pytest

from wpextract.facts.geography import geography_of, in_one_name


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
        ("Norwegian yards built |12 cranes", "Norway"),
        ("Yards in the UAE built |12 cranes", "United Arab Emirates"),
        ("They polish |12 cranes", None),
        ("Guests ate |12 tons of turkey", None),
        ("The yards made US$|12 million", None),
        ("The yards made 12 Swiss francs| on 3 days", None),
        ("The yards built |12 cranes", None),
    ],
)
def test_the_place_of_a_number(text: str, place: str | None) -> None:
    before, _, after = text.partition("|")
    sentence = before + after
    assert geography_of(sentence, len(before), (0, len(sentence))) == place


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("the Dutch amount", "the Netherlands amount"),
        ("the Netherlands", "the Netherlands"),
        ("Portugal's mills and Swedish ones", "Portugal mills and Sweden ones"),
        ("US mills", "United States mills"),
        ("Polish mills polish lenses", "Poland mills polish lenses"),
        ("Turkish mills feed us turkey", "Turkey mills feed us turkey"),
        ("mills worth US$ 4 million or 3 million Swiss francs", "mills worth US$ 4 million or 3 million Swiss francs"),
        ("us", "United States"),  # the label of a row, in lower case
        ("荷兰的磨坊", "荷兰的磨坊"),
    ],
)
def test_a_place_goes_by_one_name_in_english(text: str, same: str) -> None:
    assert in_one_name(text) == same

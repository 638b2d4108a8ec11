"""Digits in another order: what is a misprint of one figure, and what is another figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told
from wpextract.consistency.facts_view import view
from wpextract.consistency.linking import exchanged, misprint


@pytest.mark.parametrize(
    ("a", "b", "is_misprint"),
    [
        ("1,234", "1,324", True),  # two digits swapped
        ("1,234", "4,231", True),
        ("1,234", "1,239", True),  # one digit changed
        ("2,050", "2,500", True),  # a zero is a digit too
        ("1,234", "1,342", False),  # three digits moved
        ("1,234", "1,256", False),
        ("12", "21", False),  # too short to tell
        ("1,234", "1,234", False),
    ],
)
def test_one_digit_changed_or_two_swapped(a: str, b: str, is_misprint: bool) -> None:
    one, two = (view(Paper()._fact(x)) for x in (a, b))
    assert misprint(one, two) is misprint(two, one) is is_misprint


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2,050", "2,500", True),
        ("2,050", "2,050", False),
        ("25", "250", False),
        ("3.81 million", "3,180 thousand", True),  # one is rounded
        ("3.81 million", "3,810 thousand", False),
        ("3.81 million", "31,800 thousand", True),  # ten times is the most
        ("3.81 million", "318,000 thousand", False),
        ("3.8 million", "8,300 thousand", False),  # of two digits that says little
    ],
)
def test_the_same_digits_in_another_order(a: str, b: str, same: bool) -> None:
    assert exchanged(view(Paper()._fact(a)), view(Paper()._fact(b))) is same


def test_nearly_half_may_be_some_way_below_it() -> None:
    half = replace(Paper()._fact("about 50%"), snippet="nearly half")
    assert (view(half).interval.low, view(half).interval.high) == (45, half.bound_high)


@pytest.mark.parametrize(("said", "found"), [("1,250", []), ("1,520", ["fails"])])
def test_a_round_figure_may_have_its_digits_swapped(said: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Carillons of the coast numbered 1,250 in 2024.", ("1,250", "Carillons of the coast", 2024))
        .say(f"The coast rings {said} carillons in 2024.", (said, "carillons of the coast", 2024), page=8)
    )
    assert [s for s in told(paper.check(), "restated_value") if s == "fails"] == found


@pytest.mark.parametrize(("noun", "found"), [("carillons", True), ("units", True), ("ringers", False)])
def test_swapped_digits_are_of_one_noun(noun: str, found: bool) -> None:
    paper = (
        Paper()
        .say("Along the coast stood 1,384 carillons.", ("1,384", "coast carillons", 2024), counted_noun="carillons")
        .say(f"Coast towers have 1,834 {noun}.", ("1,834", f"coast towers {noun}", 2024), counted_noun=noun, page=8)
    )
    for n in range(3, 7):  # whatever else the document speaks of
        paper.say(f"Foundry {n} made RMB {n}1.7 billion.", (f"RMB {n}1.7 billion", f"foundry {n} sales", 2024), page=n)
    assert ("fails" in told(paper.check(), "restated_value")) is found


def test_a_figure_is_held_against_the_cell_that_it_points_at_alone() -> None:
    rows = [["Town", "Carillons 2024", "Ringers 2024"], ["Alba", "1,384", "1,934"], ["Brack", "918", "2,210"]]
    paper = Paper().table("Bells", "", rows)
    paper.say("Alba has 1,834 ringers to its carillons.", ("1,834", "Alba ringers", 2024))
    (finding,) = [f for f in paper.check().findings if f.status == "fails"]
    assert "1,934" in finding.statement  # and not 1,384, whose digits it has


@pytest.mark.parametrize(("said", "found"), [("6.2", []), ("6.4", ["fails"])])
def test_the_sentence_before_tells_which_series_goes_on(said: str, found: list[str]) -> None:
    depth = {"Depth": {"2021": "6.8", "2022": "7.35", "2023": "6.9", "2024": "6.27"}}
    said = f"{said}7"
    paper = (
        Paper()
        .chart("Depth of the basin", "kW", depth)
        .say("The peak had been 7.35 kW in 2022.", ("7.35 kW", "peak", 2022))
        .add(f"The trough came in 2024, at {said} kW.", (f"{said} kW", "trough", 2024))
    )
    assert [s for s in told(paper.check(), "text_vs_chart") if s == "fails"] == found


@pytest.mark.parametrize(("first", "found"), [("7.35", ["fails"]), ("7.3", [])])
def test_two_digits_do_not_tell_which_series_is_meant(first: str, found: list[str]) -> None:
    paper = (
        Paper()
        .chart("Depth of the basin", "kW", {"Depth": {"2022": first, "2024": "6.27"}})
        .say(
            f"It was {first} kW in 2022 and 6.72 kW in 2024.",
            (f"{first} kW", "it", 2022), ("6.72 kW", "it", 2024),
        )
    )  # fmt: skip
    assert [s for s in told(paper.check(), "text_vs_chart") if s == "fails"] == found


# -- what the other figures of a paragraph tell

BELLS = [
    ["What rings", "Use", "Trust"],
    ["Cast bells", "41.2%", "63.5%"],
    ["Steel bars", "27.4%", "51.8%"],
    ["Glass bowls", "19.7%", "44.3%"],
]


@pytest.mark.parametrize(
    ("steel", "glass", "found"),
    [
        ("27.9%", "19.7%", ["fails"]),  # one of three
        ("27.9%", None, ["fails"]),  # or of two
        ("24.7%", "19.7%", ["fails"]),  # two digits in each other's place
        ("81.3%", "19.7%", []),
    ],
)
def test_a_paragraph_that_goes_through_rows_by_name_has_one_wrong(
    steel: str, glass: str | None, found: list[str]
) -> None:
    paper = (
        Paper()
        .table("Towers", "%", BELLS)
        .say("Cast bells account for 41.2% of the noise.", ("41.2%", "noise", 2024))
        .add(f"Steel bars account for {steel}.", (steel, "noise", 2024))
    )
    if glass is not None:
        paper.add(f"Glass bowls account for {glass}.", (glass, "noise", 2024))
    assert [s for s in told(paper.check(), "restated_value") if s == "fails"] == found


@pytest.mark.parametrize(
    ("name", "last", "found"),
    [
        ("bell ringers", "5,286", []),
        ("bell ringers", "5,412", ["fails"]),  # near it, if no misprint
        ("bell ringers", "9,412", []),  # of something else
        ("choir boys", "5,412", []),
    ],
)
def test_a_year_of_a_named_series_may_stand_beside_another_number_of_that_year(
    name: str, last: str, found: list[str]
) -> None:
    paper = Paper().chart("Who is paid", "", {"Bell ringers": {"2021": "3,412", "2024": "5,286"}})
    paper.say(
        f"For {name} it was 3,412 in 2021, and beside 419 others in 2024 {name} stood at {last}.",
        ("3,412", "it", 2021), ("419", "it", 2024), (last, "it", 2024),
    )  # fmt: skip
    assert [s for s in told(paper.check(), "text_vs_chart") if s == "fails"] == found


@pytest.mark.parametrize(
    ("said", "named", "found"),
    [
        ("64", "Alba", ["fails"]),
        ("81", "Alba", []),  # not the same figures
        ("64", "kilns", []),  # no series is named
    ],
)
def test_two_figures_read_backwards_are_a_misprint_where_the_series_is_named(
    said: str, named: str, found: list[str]
) -> None:
    kilns = {"Alba": {"2021": "38", "2022": "46", "2023": "51"}, "Brack": {"2021": "12", "2022": "15", "2023": "19"}}
    paper = Paper().chart("Kilns approved", "kilns", kilns, kind="grouped_bar")
    paper.say(f"In 2022 {named} had {said} approved.", (said, f"{named} approved kilns", 2022))
    assert told(paper.check(), "text_vs_chart") == found


@pytest.mark.parametrize(("words", "found"), [("of which", []), ("and later", ["fails"])])
def test_a_part_is_no_misprint_of_its_whole(words: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Alba laid 1,378 slabs of stone.", ("1,378", "slabs of stone", 2024))
        .add(f"There were, {words}, 1,738 slabs of stone.", ("1,738", "slabs of stone", 2024))
    )
    paper.say("Alba laid 1,378 slabs of stone.", ("1,378", "slabs of stone", 2024), page=3)
    assert told(paper.check(), "restated_value")[:1] == (found or ["holds"])


def test_a_point_that_slipped_on_the_way_from_ten_thousands_to_millions() -> None:
    paper = Paper().chart("Paid seats", "万台", {"2024": {"Office": "512.6", "Service": "118.9"}}, period=2024)
    paper.say("Service counted 11.89 million seats.", ("11.89 million", "Service paid seats", 2024))
    assert told(paper.check(), "unit_scale_mismatch") == ["fails"]


@pytest.mark.parametrize(("again", "found"), [("114.8", ["fails"]), ("118.4", [])])
def test_digits_in_another_order_among_the_same_words(again: str, found: list[str]) -> None:
    paper = Paper()
    paper.say("The refrigerated road fleet of trucks came to RMB 118.4 million.",
              ("RMB 118.4 million", "road fleet", 2024), page=2)  # fmt: skip
    paper.say("The refrigerated road fleet was RMB 118.4 million.", ("RMB 118.4 million", "road fleet", 2024), page=3)
    value = f"RMB {again} million"
    paper.say(
        f"Warehouses and a refrigerated road fleet of {value} serve the coast.", (value, "warehouses", 2024), page=9
    )
    assert [x for x in told(paper.check(), "restated_value") if x == "fails"] == found


def test_an_amount_that_a_conversion_bears_out_is_no_misprint_of_another() -> None:
    paper = Paper()
    for page in (3, 4, 5):
        paper.say("Sales at home came to RMB 331.7 billion.", ("RMB 331.7 billion", "sales", 2024), page=page)
    paper.say("Sales abroad came to USD 18.60 billion, or RMB 133.7 billion at a rate of 7.19.",
              ("USD 18.60 billion", "sales abroad", 2024), ("RMB 133.7 billion", "sales abroad", 2024),
              ("7.19", "exchange rate", 2024), page=11)  # fmt: skip
    assert "fails" not in told(paper.check(), "restated_value")


@pytest.mark.parametrize(("value", "status"), [("72.9", "fails"), ("66.9", "holds")])
def test_the_one_amount_told_of_a_row_of_the_chart_beside_it(value: str, status: str) -> None:
    bought = {"Wealth products": "66.9", "Transfers": "142.6", "Shops": "88.1"}
    paper = Paper().chart("Payments by use", "RMB trillion", {"Value": bought}, period=2024)
    printed = f"RMB {value} trillion"
    paper.say(
        f"Purchases of wealth products amounted to {printed} in 2024.", (printed, "purchases of wealth products", 2024)
    )
    assert told(paper.check(), "text_vs_chart") == [status]


@pytest.mark.parametrize(("first", "status"), [("28.4%", "fails"), ("24.8%", "holds")])
def test_numbers_listed_in_turn_are_those_of_the_rows_named_in_that_order(first: str, status: str) -> None:
    use = {"Joints": "68.9%", "Stents": "24.8%", "Lenses": "31.3%", "Pumps": "55.0%"}
    paper = Paper().chart("Home-made share", "%", {"2024": use}, period=2024)
    paper.say("Joints have risen to 68.9%.", ("68.9%", "Joints share", 2024))
    paper.add(f"Stents and lenses had the lowest start and stand at {first} and 31.3% respectively.",
              (first, "Joints share", 2024), ("31.3%", "Joints share", 2024))  # fmt: skip
    assert told(paper.check(), "text_vs_chart")[0] == status


def test_a_course_told_by_its_ends_is_of_their_years() -> None:
    share = {"2020": "38.2%", "2021": "35.9%", "2022": "33.0%", "2023": "29.4%", "2024": "26.5%"}
    paper = Paper().chart("First step", "%", {"Phishing": share}, kind="line")
    paper.say("Phishing went the other way, from 38.2% to 26.5%, and the lines crossed in 2023.",
              ("38.2%", "Phishing", 2022), ("26.5%", "Phishing", 2023))  # fmt: skip
    assert "fails" not in told(paper.check(), "text_vs_chart")


def test_what_was_added_in_a_year_is_not_what_there_is() -> None:
    stock = {"New-type storage": {"2023": "31.4", "2024": "73.8"}, "Hydro": {"2023": "51.0", "2024": "58.1"}}
    paper = Paper().chart("Capacity in operation at year end", "GW", stock)
    paper.say("Developers connected 42.4 GW of new-type storage in 2024.", ("42.4 GW", "new-type storage", 2024))
    assert "fails" not in told(paper.check(), "text_vs_chart")

"""Which figures elsewhere show that a unit or currency is printed wrong, and which share their digits by chance."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told

TRADE = {"Trade": {"2022": "655", "2023": "610", "2024": "530"}}


def trade() -> Paper:
    return Paper().chart("Kiln trade", "RMB million", TRADE)


@pytest.mark.parametrize(
    ("growth", "page", "found"),
    [
        ("13.1%", 1, ["fails"]),  # as the bars fall from 610 to 530
        ("31.4%", 1, []),
        ("13.1%", 6, []),  # another page
    ],
)
def test_growth_that_a_series_bears_out_shows_which_amount_is_meant(growth: str, page: int, found: list[str]) -> None:
    paper = trade().say(
        f"Potters took RMB 5.3 billion in 2024, {growth} less than a year before.",
        ("RMB 5.3 billion", "potters took", 2024), (growth, "potters", 2024), page=page,
    )  # fmt: skip
    assert told(paper.check(), "unit_scale_mismatch") == found


@pytest.mark.parametrize(("verb", "corrected"), [("stood at", 1), ("rose by", 0)])
def test_a_difference_is_no_evidence(verb: str, corrected: int) -> None:
    paper = trade().say(f"Kiln trade {verb} RMB 5.3 billion in 2024.", ("RMB 5.3 billion", "kiln trade", 2024))
    assert len(paper.check().corrections) == corrected


@pytest.mark.parametrize("apart", [True, False])
def test_numbers_of_one_paragraph_are_no_evidence_of_one_another(apart: bool) -> None:
    paper = Paper().say("Kiln trade was RMB 5.34 billion in 2024.", ("RMB 5.34 billion", "kiln trade", 2024))
    say = paper.say if apart else paper.add
    say("Kiln trade came to RMB 534 million.", ("RMB 534 million", "kiln trade", 2024))
    assert told(paper.check(), "unit_scale_mismatch") == (["fails"] if apart else [])


@pytest.mark.parametrize(
    ("further", "found"),
    [
        ("RMB 124 million", ["fails"]),  # the digits of a bar, at another power of ten: the label is wrong
        ("RMB 12.4 billion", ["fails", "fails"]),  # a bar, as it is printed: each of the two texts may be
    ],
)
def test_only_what_agrees_as_printed_denies_a_wrong_currency(further: str, found: list[str]) -> None:
    regions = {"North": {"2023": "18.1", "2024": "19.9"}, "South": {"2023": "11.3", "2024": "12.4"}}
    paper = (
        Paper()
        .chart("Kiln trade by region", "RMB billion", regions)
        .say("Kiln trade in the north was USD 19.9 billion.", ("USD 19.9 billion", "Kiln trade north", 2024))
        .say("Kiln trade in the south was USD 11.3 billion.", ("USD 11.3 billion", "Kiln trade south", 2023), page=4)
        .say(f"Kiln trade of the south took {further}.", (further, "kiln trade south", 2024), page=8)
    )
    assert told(paper.check(), "currency_mismatch") == found


def test_a_label_that_the_text_bears_out_is_told_with_what_bears_it_out() -> None:
    regions = {"North": {"2023": "18.1", "2024": "19.9"}, "South": {"2023": "11.3", "2024": "12.4"}}
    paper = (
        Paper()
        .chart("Kiln trade by region", "RMB billion", regions)
        .say("Kiln trade in the north was RMB 19.9 billion.", ("RMB 19.9 billion", "Kiln trade north", 2024))
        .say("Kiln trade in the south was RMB 11.3 billion.", ("RMB 11.3 billion", "Kiln trade south", 2023), page=4)
    )
    assert told(paper.check(), "unit_scale_mismatch") == ["holds"]
    assert told(paper.check(), "currency_mismatch") == ["holds"]


def test_a_fall_told_in_words_bears_out_the_label_of_its_negative_mark() -> None:
    steps = {"Change": {"Kilns": "-5.32", "Moulds": "8.41"}}
    paper = (
        Paper()
        .chart("Change of kiln trade 2024", "RMB billion", steps)
        .say("Kiln trade with kilns fell by RMB 5.32 billion.", ("RMB 5.32 billion", "kiln trade change kilns", 2024))
    )
    assert "fails" not in told(paper.check(), "unit_scale_mismatch")


def test_what_is_restated_in_another_currency_is_counted_against_the_label() -> None:
    regions = {"Kiln trade": {"2022": "18.1", "2023": "19.9", "2024": "12.4"}}
    paper = (
        Paper()
        .chart("Kiln trade", "RMB billion", regions)
        .say("Kiln trade was RMB 18.1 billion in 2022.", ("RMB 18.1 billion", "Kiln trade", 2022))
        .say("Kiln trade was RMB 19.9 billion in 2023.", ("RMB 19.9 billion", "Kiln trade", 2023), page=4)
        .say("Kiln trade was USD 12.4 billion in 2024.", ("USD 12.4 billion", "Kiln trade", 2024), page=5)
    )
    label, text = (f for f in paper.check().findings if f.rule == "currency_mismatch")
    assert (label.status, label.computation.split(" are ")[0]) == ("fails", "2 of 3 restated values")
    assert label.severity == "info"
    assert (text.status, text.severity) == ("fails", "error")
    assert text.statement.startswith("USD 12.4 billion (text on page 5) is stated as 12.4 RMB billion")


@pytest.mark.parametrize(
    ("sentence", "amount", "found"),
    [
        ("In 2024 kettle exports came to {}.", "USD 41.7 billion", ["fails"]),
        ("In 2024 iron kettle exports by sea came to {}.", "USD 41.7 billion", ["fails"]),
        ("In 2024 kettle exports came to {}.", "USD 41.8 billion", []),  # converted, or of something else
        ("In 2024 rail freight came to {}.", "USD 41.7 billion", []),  # nothing of kettles
    ],
)
def test_an_amount_in_one_currency_is_not_the_same_number_in_another(
    sentence: str, amount: str, found: list[str]
) -> None:
    paper = (
        Paper()
        .say("Kettle exports were RMB 41.7 billion in 2024.", ("RMB 41.7 billion", "kettle exports", 2024))
        .say(sentence.format(amount), (amount, sentence[8:22], 2024), page=6)
    )
    assert told(paper.check(), "currency_mismatch") == found


@pytest.mark.parametrize(
    ("one", "other", "page", "found"),
    [
        ("184.0 GWh", "184.0 TWh", 1, ["fails"]),
        ("184.0 GWh", "184.0 TWh", 8, []),  # another page
        ("18 GWh", "18 TWh", 1, []),  # two figures may be equal by chance
    ],
)
def test_one_quantity_told_to_four_figures_on_a_page_has_one_scale(
    one: str, other: str, page: int, found: list[str]
) -> None:
    paper = (
        Paper()
        .say(f"Battery output came to {one} in 2024.", (one, "battery output", 2024))
        .say(f"In 2024 the cells put out {other}.", (other, "cells", 2024), page=page)
    )
    assert told(paper.check(), "unit_scale_mismatch") == found


@pytest.mark.parametrize(("noun", "found"), [("units", []), (None, ["fails"])])
def test_so_many_pieces_are_no_money(noun: str | None, found: list[str]) -> None:
    paper = (
        Paper()
        .chart("Robots", "RMB million", {"Robots": {"2022": "112", "2023": "131", "2024": "148"}})
        .say(
            "In 2024 makers of robots sold 148 thousand units.",
            ("148 thousand", "robots sold", 2024),
            counted_noun=noun,
        )
    )
    assert told(paper.check(), "unit_scale_mismatch") == found


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("RMB 24.6 million", ["fails"]),
        ("RMB 24.6 billion", []),
        ("RMB 2.46 trillion", []),  # in whatever it is wrong, not in its label: no one prints in units of ten billion
    ],
)
def test_a_wrong_label_is_one_that_has_words(printed: str, found: list[str]) -> None:
    paper = Paper().chart("Kettle exports", "RMB billion", {"Kettle exports": {"2023": "22.1", "2024": "24.6"}})
    paper.say(f"In 2024 kettle exports were {printed}.", (printed, "kettle exports", 2024))
    assert [s for s in told(paper.check(), "unit_scale_mismatch") if s == "fails"] == found


@pytest.mark.parametrize(("printed", "found"), [("MW", ["fails"]), ("GW", [])])
def test_a_prefix_of_a_chart_that_its_text_tells_otherwise(printed: str, found: list[str]) -> None:
    load = {"Load": {"2021": "410", "2022": "780", "2023": "1,690", "2024": "3,640"}}
    paper = Paper().chart("Cooled load", "GW", load)
    for year, n in (("2021", "410"), ("2024", "3,640")):
        paper.say(f"In {year} the cooled load was {n} {printed}.", (f"{n} {printed}", "cooled load", int(year)))
    checked = paper.check()
    assert [x for x in told(checked, "unit_scale_mismatch") if x == "fails"] == found
    assert [c.corrected for c in checked.corrections] == (["MW"] if found else [])

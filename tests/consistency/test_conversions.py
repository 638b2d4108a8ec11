"""Which amounts in two currencies a printed rate of exchange converts into one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper

RATE = ("7.28", "average rate", 2024)


def converted(paper: Paper) -> list[tuple[str, str]]:
    """Status and computation of each conversion."""
    return [(f.status, f.computation) for f in paper.check().findings if f.rule == "fx_plausibility"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("a rise of RMB 436.8 million", 0), ("that is RMB 436.8 million", 1)],
)
def test_by_how_much_something_rose_is_no_amount_that_is_converted(words: str, found: int) -> None:
    paper = Paper().say(
        f"At the average rate of 7.28 the fleet took USD 60.0 million, {words}.",
        RATE, ("USD 60.0 million", "fleet", 2024), ("RMB 436.8 million", "fleet", 2024),
    )  # fmt: skip
    assert len(converted(paper)) == found


def test_amounts_of_one_sentence_are_nearer_to_a_rate_than_those_before() -> None:
    paper = (
        Paper()
        .say("The fleet had been promised USD 63.0 million.", ("USD 63.0 million", "fleet", 2024))
        .add(
            "It took USD 60.0 million, or RMB 451.6 million at the average rate of 7.28.",
            ("USD 60.0 million", "fleet", 2024), ("RMB 451.6 million", "fleet", 2024), RATE,
        )
    )  # fmt: skip
    ((found, computation),) = converted(paper)
    assert (found, "USD 60.0 million" in computation) == ("fails", True)


@pytest.mark.parametrize(
    ("apart", "found"),
    [
        (False, ["fails"]),  # 436.8 with another first digit
        (True, []),
    ],
)
def test_amounts_of_one_sentence_with_their_rate_are_conversions_however_far_off(apart: bool, found: list[str]) -> None:
    rmb = ("RMB 146.8 million", "fleet", 2024)
    usd = ("USD 60.0 million", "fleet", 2024)
    paper = Paper()
    if apart:
        paper.say("The fleet took USD 60.0 million.", usd).add(
            "At the average rate of 7.28 it lost RMB 146.8 million.", RATE, rmb
        )
    else:
        paper.say("The fleet took USD 60.0 million, or RMB 146.8 million at the average rate of 7.28.", usd, rmb, RATE)
    assert [status for status, _ in converted(paper)] == found


# -- amounts that are given twice


def given_twice(sentence: str, yuan: str, dollars: str) -> list[str]:
    """Statuses of what a sentence converts without a word of the rate, which another page prints."""
    paper = Paper().say("One dollar averaged 7.28 yuan.", RATE, page=2)
    paper.say(sentence.format(yuan, dollars), (yuan, "pump hall", 2024), (dollars, "pump hall", 2024), page=5)
    return [status for status, _ in converted(paper)]


@pytest.mark.parametrize(("dollars", "status"), [("USD 37.5 million", "holds"), ("USD 35.7 million", "fails")])
@pytest.mark.parametrize("words", ["{} (about {})", "{} (or {})", "{}, or {}", "{}（约合{}）"])
def test_an_amount_behind_another_is_the_same_in_another_currency(words: str, dollars: str, status: str) -> None:
    assert given_twice(f"The pump hall cost {words}.", "RMB 273.0 million", dollars) == [status]


def test_but_not_one_that_is_added() -> None:
    assert given_twice("The pump hall cost {} and later {}.", "RMB 273.0 million", "USD 35.7 million") == []
    assert given_twice("The pump hall took {}, {} of it abroad.", "RMB 273.0 million", "USD 35.7 million") == []


@pytest.mark.parametrize(
    ("yuan", "dollars", "found"),
    [
        ("RMB 364", "USD 50.0", ["holds"]),
        ("RMB 364", "USD 40.0", ["fails"]),
        ("RMB 36", "USD 4.0", []),  # of two figures nothing is known
    ],
)
def test_a_price_of_three_figures_is_converted_too(yuan: str, dollars: str, found: list[str]) -> None:
    assert given_twice("A hand pump costs {} (about {}).", yuan, dollars) == found


@pytest.mark.parametrize(
    ("year", "dollars", "status"),
    [
        (2024, "USD 37.5 million", "holds"),
        (2023, "USD 39.0 million", "holds"),
        (2023, "USD 37.5 million", "fails"),
    ],
)
def test_an_amount_is_converted_at_the_rate_of_its_year(year: int, dollars: str, status: str) -> None:
    paper = (
        Paper()
        .say("One dollar averaged 7.28 yuan in 2024.", RATE, page=2)
        .say("In 2023 one dollar averaged 7.00 yuan.", ("7.00", "average rate", 2023), page=2)
        .say(
            f"The pump hall of {year} cost RMB 273.0 million (about {dollars}).",
            ("RMB 273.0 million", "pump hall", year), (dollars, "pump hall", year), page=5,
        )
    )  # fmt: skip
    assert [found for found, _ in converted(paper)] == [status]


# -- slips


@pytest.mark.parametrize(
    ("dollars", "status"),
    [
        ("USD 37.5 million", "holds"),
        ("USD 35.7 million", "fails"),  # two digits in each other's place
        ("USD 36.9 million", "undetermined"),
    ],
)
def test_what_a_rate_converts_on_another_page_is_told_by_a_slip(dollars: str, status: str) -> None:
    paper = (
        Paper()
        .say("The boiler house cost RMB 273.0 million.", ("RMB 273.0 million", "boiler house", 2024), page=9)
        .say(f"At the average rate of 7.28 the sum is {dollars}.", RATE, (dollars, "sum", 2024), page=2)
    )
    assert [found for found, _ in converted(paper)] == [status]


@pytest.mark.parametrize(
    ("places", "dollars", "found"),
    [
        (3, "USD 31.2 million", ["undetermined"]),
        (2, "USD 31.2 million", []),
        (3, "USD 273.0 million", []),
    ],
)
def test_the_amount_that_most_places_state_may_be_the_one_converted(
    places: int, dollars: str, found: list[str]
) -> None:
    paper = Paper()
    for page, noun in list(enumerate(("halls", "pumps", "works"), 5))[:places]:
        paper.say(f"All {noun} cost RMB 273.0 million.", ("RMB 273.0 million", noun, 2024), page=page)
    paper.say(f"At the average rate of 7.28 the outlay is {dollars}.", RATE, (dollars, "outlay", 2024), page=2)
    assert [status for status, _ in converted(paper)] == found


@pytest.mark.parametrize(
    ("yuan", "status", "dollars"),
    [
        ("RMB 436.8 million", "holds", "USD 60.0 million"),
        ("RMB 8.242 million", "fails", "USD 60.0 million"),  # divided by the rate, for multiplied
        ("RMB 9.242 million", "fails", "USD 3.0 million"),
    ],
)
def test_of_two_amounts_the_one_that_a_slip_converts_is_meant(yuan: str, status: str, dollars: str) -> None:
    paper = Paper().say(
        f"With fees of USD 3.0 million and fares of USD 60.0 million the ferry made {yuan} at the average rate of RMB 7.28.",
        ("USD 3.0 million", "fees", 2024), ("USD 60.0 million", "fares", 2024), (yuan, "ferry", 2024),
        ("RMB 7.28", "average rate", 2024),
    )  # fmt: skip
    ((found, computation),) = converted(paper)
    assert (found, dollars in computation) == (status, True)


# -- rates that another page prints


@pytest.mark.parametrize(
    ("name", "dollars", "status"),
    [
        ("boiler house", "USD 37.5 million", "holds"),
        ("boiler house", "USD 37.9 million", "fails"),  # one digit is wrong
        ("market", "USD 37.9 million", "undetermined"),  # which may be of something else
        ("boiler house", "USD 36.4 million", "undetermined"),
    ],
)
def test_a_misprinted_conversion_is_told_under_the_same_words(name: str, dollars: str, status: str) -> None:
    paper = (
        Paper()
        .say("One dollar averaged 7.28 yuan.", RATE, page=2)
        .say("The boiler house cost RMB 273.0 million.", ("RMB 273.0 million", "boiler house", 2024), page=9)
        .say(f"In dollars, at the average rate, the {name} is {dollars}.", (dollars, name, 2024), page=5)
    )
    assert [found for found, _ in converted(paper)] == [status]


@pytest.mark.parametrize(
    ("dollars", "status"),
    [("USD 318 million", "holds"), ("USD 381 million", "fails"), ("USD 3.2 billion", "fails")],
)
def test_a_rate_of_the_yen_has_no_decimals(dollars: str, status: str) -> None:
    paper = Paper().say("The average rate was 151 yen per dollar.", ("151", "average rate", 2024), page=2)
    paper.say(
        f"The pump hall cost JPY 48 billion ({dollars}).",
        ("48 billion", "pump hall", 2024), (dollars, "pump hall", 2024), page=5,
    )  # fmt: skip
    paper.facts[1] = replace(paper.facts[1], kind="money", currency="JPY", unit="JPY")
    assert [found for found, _ in converted(paper)] == [status]


@pytest.mark.parametrize(("dollars", "status"), [("USD 37.5 million", "holds"), ("USD 35.7 million", "fails")])
def test_an_amount_in_brackets_is_judged_though_another_fits_the_rate(dollars: str, status: str) -> None:
    paper = Paper().say("One dollar averaged 7.28 yuan.", RATE, page=2)
    paper.say(
        f"The pump hall cost RMB 273.0 million ({dollars}), and the works RMB 259.9 million.",
        ("RMB 273.0 million", "pump hall", 2024), (dollars, "pump hall", 2024), ("RMB 259.9 million", "works", 2024),
        page=5,
    )  # fmt: skip
    ((found, computation),) = converted(paper)
    assert (found, "RMB 273.0 million" in computation) == (status, True)


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("to the dollar and USD 1.08 to the euro.", []),
        ("for the harbour, or USD 1.08 elsewhere.", ["fails"]),
    ],
)
def test_rates_told_side_by_side_are_no_amounts(behind: str, found: list[str]) -> None:
    paper = Paper().say(
        f"The exchange rate of the Cam dollar averaged 7.78, with RMB 7.20 {behind}",
        ("7.78", "average rate", 2024), ("RMB 7.20", "rates", 2024), ("USD 1.08", "rates", 2024),
    )  # fmt: skip
    assert [status for status, _ in converted(paper)] == found


def test_rates_may_be_listed_before_what_they_are_the_price_of() -> None:
    paper = Paper().say(
        "For 2024 these are RMB 7.20 and JPY 151.5 to the US dollar.",
        ("RMB 7.20", "currency", 2024), ("151.5", "exchange rate", 2024), page=9,
    )  # fmt: skip
    paper.say(
        "Banks set aside RMB 6.1 billion (about USD 1.85 billion).",
        ("RMB 6.1 billion", "banks", 2024), ("USD 1.85 billion", "banks", 2024),
    )  # fmt: skip
    assert [status for status, _ in converted(paper)] == ["fails"]


@pytest.mark.parametrize(("amount", "status"), [("USD 60.0 million", "holds"), ("USD 10.2 million", "fails")])
def test_what_this_is_equal_to_is_the_amount_told_just_before(amount: str, status: str) -> None:
    paper = Paper().say("The fleet came to RMB 436.8 million.", ("RMB 436.8 million", "fleet", 2024))
    paper.add(
        f"At the average rate of 7.28 this is equal to {amount}.", RATE, (amount, "fleet", 2024)
    )  # fmt: skip
    assert [status for status, _ in converted(paper)] == [status]


def test_every_pair_that_is_given_twice_is_converted() -> None:
    paper = Paper().say("The average rate was 7.28.", RATE, page=9)
    paper.say(
        "Alba owes RMB 436.8 million (USD 60.0 million) and Brack RMB 910 million (USD 150 million), at the average rate.",
        ("RMB 436.8 million", "Alba", 2024), ("USD 60.0 million", "Alba", 2024),
        ("RMB 910 million", "Brack", 2024), ("USD 150 million", "Brack", 2024),
    )  # fmt: skip
    assert sorted(status for status, _ in converted(paper)) == ["fails", "holds"]


@pytest.mark.parametrize(("last", "statuses"), [("USD 81.2", ["holds"] * 4), ("USD 18.2", ["holds"] * 3 + ["fails"])])
def test_the_columns_of_a_table_in_two_currencies_are_converted_row_by_row(last: str, statuses: list[str]) -> None:
    rows = [
        ["Part", "At home", "Abroad"],
        ["Wheel", "RMB 371.3", "USD 51.0"],
        ["Frame", "RMB 1,252", "USD 172"],
        ["Shaft", "RMB 244.6", "USD 33.6"],
        ["Crank", "RMB 591.1", last],
    ]
    paper = Paper().say("The average rate of 7.28 is used throughout.", RATE).table("Prices of parts", "", rows)
    assert [status for status, _ in converted(paper)] == statuses


def test_but_not_where_hardly_a_row_is_the_other_in_another_currency() -> None:
    rows = [["Part", "At home", "Abroad"], ["Wheel", "RMB 371.3", "USD 51.0"], ["Frame", "RMB 800", "USD 172"],
            ["Shaft", "RMB 900", "USD 33.6"], ["Crank", "RMB 200", "USD 90.0"]]  # fmt: skip
    paper = Paper().say("The average rate of 7.28 is used throughout.", RATE).table("Prices of parts", "", rows)
    assert converted(paper) == []

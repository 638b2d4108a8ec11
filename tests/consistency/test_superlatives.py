"""Which entry of which row, column or series a superlative ranks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told, years

RATES = {"Growth": {"Alba": "37.7%", "Brack": "35.2%", "Corran": "16.5%", "Dorn": "12.1%"}}


def growth() -> Paper:
    return Paper().chart("Growth of harbours", "%", RATES, period=2024)


@pytest.mark.parametrize(("rate", "status"), [("37.7%", "holds"), ("35.2%", "fails")])
def test_a_pronoun_is_the_entry_named_just_before(rate: str, status: str) -> None:
    name = {"37.7%": "Alba", "35.2%": "Brack"}[rate]
    paper = (
        growth()
        .say(f"The quays of {name} were widened for RMB 12 million.", ("RMB 12 million", "quays", 2024))
        .add(f"Its growth was the highest at {rate}.", (rate, "growth", 2024))
    )
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(
    "before", ["The quays were widened for RMB 12 million.", "Brack and Alba paid RMB 12 million."]
)
def test_a_sentence_without_a_pronoun_takes_up_nothing(before: str) -> None:
    paper = (
        growth()
        .say(before, ("RMB 12 million", "quays", 2024))
        .add("Growth of ours was the highest at 35.2%.", ("35.2%", "growth", 2024))
    )
    assert told(paper.check(), "superlative") == []


def test_a_pronoun_takes_up_nothing_where_another_entry_is_named() -> None:
    paper = (
        growth()
        .say("The quays of Brack were widened for RMB 12 million.", ("RMB 12 million", "quays", 2024))
        .add("It was for the sake of Dorn that growth was the highest at 35.2%.", ("35.2%", "growth", 2024))
    )
    assert told(paper.check(), "superlative") == []


@pytest.mark.parametrize(
    ("fast", "slow", "statuses"),
    [
        (("Alba", "37.7%"), ("Dorn", "12.1%"), ["holds", "holds"]),
        (("Brack", "35.2%"), ("Dorn", "12.1%"), ["fails", "holds"]),
        (("Alba", "37.7%"), ("Corran", "16.5%"), ["fails", "holds"]),
    ],
)
@pytest.mark.parametrize("words", ["fastest", "quickest"])
def test_both_ends_may_be_told_in_one_sentence(
    words: str, fast: tuple[str, str], slow: tuple[str, str], statuses: list[str]
) -> None:
    paper = growth().say(
        f"The harbour of {fast[0]} grew {words} by {fast[1]}, while the slowest was {slow[0]} with {slow[1]}.",
        (fast[1], f"{fast[0]} growth", 2024), (slow[1], f"{slow[0]} growth", 2024),
    )  # fmt: skip
    assert told(paper.check(), "superlative") == statuses


def test_rates_that_add_up_to_another_by_chance_are_no_parts_of_it() -> None:
    rows = [
        ["Harbour", "Cranes 2024", "Growth 2024"],
        ["Alba", "412", "12.1%"],
        ["Brack", "318", "16.5%"],
        ["Corran", "95", "28.6%"],  # 12.1 + 16.5
        ["Dorn", "77", "20.3%"],
    ]
    paper = Paper().table("Cranes", "", rows)
    paper.say("Dorn has the fastest growth of cranes, 20.3%.", ("20.3%", "Dorn growth", 2024))
    assert told(paper.check(), "superlative") == ["fails"]


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1)])
def test_the_rate_of_a_total_is_that_of_a_total(order: tuple[int, ...]) -> None:
    rows = [
        ["Harbour", "Cranes 2024", "Growth 2024"],
        ["Alba", "412", "12.1%"],
        ["Brack", "318", "16.5%"],
        ["Coast", "730", "28.6%"],  # as its cranes do
        ["Dorn", "77", "20.3%"],
    ]
    paper = Paper().table("Cranes", "", [[row[n] for n in order] for row in rows])
    paper.say("Dorn has the fastest growth of cranes, 20.3%.", ("20.3%", "Dorn growth", 2024))
    assert told(paper.check(), "superlative") == ["holds"]


# -- rows that add up


def rows_adding_up(last: str) -> Paper:
    rows = [
        ["Harbour", "2022", "2023", "2024"],
        ["Alba", "1,411", "1,502", "1,618"],
        ["Brack", "902", "951", "1,014"],
        ["Corran", "655", "702", "780"],
        ["Dorn", "2,066", "2,204", last],
    ]
    return Paper().table("Cranes by harbour", "", rows)


@pytest.mark.parametrize(("last", "found"), [("2,398", True), ("2,938", False)])
def test_two_rows_apart_are_parts_of_a_third_only_if_they_always_are(last: str, found: bool) -> None:
    checked = rows_adding_up(last).check()  # Alba and Corran, in two years of three or in all
    assert ("holds" in told(checked, "part_whole_sum")) is found
    assert "fails" not in told(checked, "part_whole_sum")


@pytest.mark.parametrize(("last", "status"), [("900", "holds"), ("800", "fails")])
def test_round_totals_tell_as_much_as_others(last: str, status: str) -> None:
    rows = [
        ["Harbour", "2022", "2023", "2024"],
        ["Alba", "180", "220", "510"],
        ["Brack", "120", "180", "390"],
        ["Coast", "300", "400", last],
    ]
    assert told(Paper().table("Cranes by harbour", "", rows).check(), "part_whole_sum")[:1] == [status]


# -- words that rank


@pytest.mark.parametrize(("town", "number", "status"), [("Alba", "377", "holds"), ("Brack", "352", "fails")])
@pytest.mark.parametrize(
    "words",
    [
        "With {number} cranes {town} takes the crown.",
        "{town} has the best number of cranes, {number}.",
        "Nowhere are there as many cranes as in {town}, which has {number}.",
        "{town}以{number}台起重机领跑。",
        "{town} is in first place with {number} cranes.",
        "The first place is that of {town} with {number} cranes.",
        "The busiest of the harbours is {town} with {number} cranes.",
        "{town} is in front with {number} cranes.",
        "{town}起重机{number}台，为各港之最。",
        "{town}以{number}台起重机拔得头筹。",
    ],
)
def test_words_for_the_most(words: str, town: str, number: str, status: str) -> None:
    cranes = {"Cranes": {"Alba": "377", "Brack": "352", "Corran": "165", "Dorn": "121"}}
    paper = Paper().chart("Cranes by harbour", "", cranes, period=2024)
    paper.say(words.format(town=town, number=number), (number, f"{town} cranes", 2024))
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(("town", "price", "status"), [("Dorn", "121", "holds"), ("Corran", "165", "fails")])
def test_the_cheapest_has_the_lowest_price(town: str, price: str, status: str) -> None:
    prices = {"Price": {"Alba": "377", "Brack": "352", "Corran": "165", "Dorn": "121"}}
    paper = Paper().chart("Price by harbour", "", prices, period=2024)
    paper.say(f"{town} is cheapest with a price of {price}.", (price, f"{town} price", 2024))
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(
    "words", ["In {} cranes are down from the peak to 121.", "Cranes in {} fell below their 2021 record to 121."]
)
def test_what_has_come_down_from_a_peak_is_none(words: str) -> None:
    cranes = {"Cranes": {"Alba": "377", "Brack": "352", "Corran": "165", "Dorn": "121"}}
    paper = Paper().chart("Cranes by harbour", "", cranes, period=2024)
    paper.say(words.format("Dorn"), ("121", "Dorn cranes", 2024))
    assert told(paper.check(), "superlative") == []


CRANES = {"Cranes": {"Alba": "377", "Brack": "352", "Corran": "165", "Dorn": "121"}}


def cranes() -> Paper:
    return Paper().chart("Cranes by harbour", "", CRANES, period=2024)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Brack gained the most, from 301 cranes to 352.", []),  # of what was gained
        ("Brack has the most, 352 and no less.", ["fails"]),
    ],
)
def test_the_most_from_one_number_to_another_ranks_neither(words: str, found: list[str]) -> None:
    assert told(cranes().say(words, ("352", "Brack cranes", 2024)).check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("In 2023 oak cranes were the largest part, 31, as they had been since 2021.", []),  # of cranes of all kinds
        ("In 2023 oak cranes were the most, 31, that there had been since 2021.", ["fails"]),
    ],
)
def test_the_largest_part_is_not_the_best_of_its_years(words: str, found: list[str]) -> None:
    years = [["Crane", "2021", "2022", "2023"], ["Oak cranes", "36", "33", "31"], ["Elm cranes", "12", "15", "17"]]
    paper = Paper().table("Cranes", "", years).say(words, ("31", "oak cranes", 2023))
    assert told(paper.check(), "superlative") == found


@pytest.mark.parametrize(("town", "share", "status"), [("Dorn", "12.1%", "holds"), ("Corran", "16.5%", "fails")])
def test_a_chinese_lowest_is_told_before_a_comma_and_only(town: str, share: str, status: str) -> None:
    paper = Paper().chart("各港占比", "%", {"占比": {"Alba": "36.2%", "Brack": "35.2%", "Corran": "16.5%", "Dorn": "12.1%"}},
                          kind="pie", period=2024)  # fmt: skip
    paper.say(
        f"Alba占36.2%，{town}占比最低，仅{share}。", ("36.2%", "Alba占比", 2024), (share, f"{town}占比", 2024),
        language="zh",
    )  # fmt: skip
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(
    ("words", "number", "found"),
    [
        ("Alba leads Brack, which has 352.", "352", []),
        ("Brack leads with 352.", "352", ["fails"]),
        ("The harbours led by Brack have 352.", "352", []),
        ("Brack led all harbours with 352.", "352", ["fails"]),
        ("Alba leads the coast, which gives it 377.", "377", ["holds"]),
    ],
)
def test_who_is_led_is_not_the_leader(words: str, number: str, found: list[str]) -> None:
    assert told(cranes().say(words, (number, "cranes", 2024)).check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Lead-acid lamps took 33.5%.", []),
        ("The lead of lamps with acid is 33.5%.", ["fails"]),
        ("Lead-acid lamps lead with 33.5%.", ["fails"]),
    ],
)
def test_lead_in_a_name_is_a_metal(words: str, found: list[str]) -> None:
    lamps = {"Share": {"Nickel": "43.1%", "Lead-acid": "33.5%", "Zinc": "23.4%"}}
    paper = Paper().chart("Lamps by metal", "%", lamps, kind="pie", period=2024)
    assert told(paper.say(words, ("33.5%", "lead-acid share", 2024)).check(), "superlative") == found


@pytest.mark.parametrize(("last", "status"), [("100%", "holds"), ("44.2%", "fails")])
def test_the_whole_beside_its_shares_is_not_ranked(last: str, status: str) -> None:
    rows = [["Harbour", "Share 2024"], ["Alba", "43.1%"], ["Brack", "23.4%"], ["Corran", "33.5%"], ["The coast", last]]
    paper = Paper().table("Cranes by harbour", "", rows)
    paper.say("The largest share of cranes is that of Alba, 43.1%.", ("43.1%", "Alba share of cranes", 2024))
    assert told(paper.check(), "superlative") == [status]


def test_but_a_hundred_of_anything_else_is() -> None:
    rows = [["Harbour", "Cranes 2024"], ["Alba", "43"], ["Brack", "23"], ["Corran", "33"], ["The coast", "100"]]
    paper = Paper().table("Cranes by harbour", "", rows)
    paper.say("The largest number of cranes is that of Alba, 43.", ("43", "Alba cranes", 2024))
    assert told(paper.check(), "superlative") == ["fails"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("With 35.2% in Brack most harbours are served.", []),
        ("With 35.2% in Brack most small harbours now grow.", []),
        ("Growth in Brack was the most, 35.2%, there is.", ["fails"]),
    ],
)
def test_what_most_of_them_do_ranks_nothing(words: str, found: list[str]) -> None:
    assert told(growth().say(words, ("35.2%", "Brack growth", 2024)).check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Among all harbours, Brack grew fastest, by 35.2%.", ["fails"]),
        ("Brack was among the fastest, with growth of 35.2%.", []),
        ("Growth of Brack came to 35.2% and will soon be the highest.", []),
    ],
)
def test_among_all_is_a_claim_to_the_first_place_and_soon_is_none_yet(words: str, found: list[str]) -> None:
    assert told(growth().say(words, ("35.2%", "growth", 2024)).check(), "superlative") == found


@pytest.mark.parametrize(("town", "number", "status"), [("Dorn", "121", "holds"), ("Corran", "165", "fails")])
@pytest.mark.parametrize(
    "words",
    ["{town} brings up the rear with {number} cranes.", "The loosest row of cranes is that of {town}, {number}."],
)
def test_words_for_the_least(words: str, town: str, number: str, status: str) -> None:
    paper = cranes().say(words.format(town=town, number=number), (number, f"{town} cranes", 2024))
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(("town", "rate", "status"), [("Alba", "37.7%", "holds"), ("Brack", "35.2%", "fails")])
def test_none_that_moves_as_much_is_a_superlative(town: str, rate: str, status: str) -> None:
    rose = growth().say(f"No harbour grew as fast as {town}, by {rate}.", (rate, f"{town} growth", 2024))
    falls = {"Change": {"Alba": "-37.7%", "Brack": "-35.2%", "Corran": "-16.5%"}}
    fell = Paper().chart("Change of harbours", "%", falls, period=2024)
    fell.say(f"No harbour fell as far as {town}, by {rate}.", (rate, f"{town} change", 2024), direction="down")
    assert told(rose.check(), "superlative") == told(fell.check(), "superlative") == [status]


@pytest.mark.parametrize(("town", "rate", "status"), [("Alba", "37.7%", "holds"), ("Brack", "35.2%", "fails")])
def test_who_leads_in_growth_leads_by_its_rate(town: str, rate: str, status: str) -> None:
    paper = growth().say(
        f"{town} leads in growth, with berths for 280 boats, up {rate}.",
        ("280", f"{town} berths", 2024), (rate, f"{town} growth", 2024),
    )  # fmt: skip
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(
    ("words", "number", "found"),
    [
        ("The most cranes, 352, are in Brack, a day from Alba.", "352", ["fails"]),  # told before the number
        ("With 352 Brack has the most, a day from Alba.", "352", ["fails"]),  # told before the comma
        ("With 377 Alba has the most, a day from Brack.", "377", ["holds"]),
        ("With 352 Brack stands by, Alba has the most.", "352", []),
    ],
)
def test_names_behind_what_is_ranked_are_not_ranked(words: str, number: str, found: list[str]) -> None:
    assert told(cranes().say(words, (number, "cranes", 2024)).check(), "superlative") == found


@pytest.mark.parametrize(("town", "rate", "status"), [("Alba", "9.4%", "holds"), ("Brack", "7.8%", "fails")])
def test_compound_rates_are_ranked_for_whatever_years(town: str, rate: str, status: str) -> None:
    rows = [["Harbour", "CAGR 2024-2030"], ["Alba", "9.4%"], ["Brack", "7.8%"], ["Corran", "5.5%"]]
    paper = Paper().table("Forecast", "%", rows)
    paper.say(
        f"{town} has the highest compound annual growth rate, {rate}.", (rate, f"{town} compound annual growth", 2024)
    )
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(("town", "price", "status"), [("Alba", "21.5", "holds"), ("Brack", "18.2", "fails")])
def test_an_average_price_is_that_of_one(town: str, price: str, status: str) -> None:
    rows = [["Maker", "Price 2024"], ["Alba", "21.5"], ["Brack", "18.2"], ["Corran", "9.4"]]
    paper = Paper().table("Average price", "RMB million", rows, page=3)
    paper.facts = [replace(f, unit_denominator="crane") for f in paper.facts]
    amount = f"RMB {price} million"
    paper.say(f"{town} has the highest average price, {amount}.", (amount, f"{town} average price", 2024))
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(
    ("page", "name", "found"),
    [
        (1, "Brack basin", ["fails"]),
        (2, "Brack basin", []),  # of another page
        (1, "Outer basin", []),
    ],
)
def test_a_number_completes_the_half_of_a_name(page: int, name: str, found: list[str]) -> None:
    rates = {"Growth": {"Alba dock": "37.7%", "Brack quay": "35.2%", "Corran yard": "16.5%"}}
    paper = Paper().chart("Growth of harbours", "%", rates, period=2024)
    paper.say(f"The {name} grew fastest by 35.2%.", ("35.2%", "growth", 2024), page=page)
    assert told(paper.check(), "superlative") == found


@pytest.mark.parametrize(
    ("tail", "found"),
    [
        ("the steepest loss of any", []),  # of what was lost
        ("the steepest of any", ["fails"]),
    ],
)
def test_the_steepest_loss_is_not_told_by_where_it_ended(tail: str, found: list[str]) -> None:
    shares = {
        "Scythes": {"2020": "15.6%", "2024": "10.4%"},
        "Sickles": {"2020": "22.0%", "2024": "20.1%"},
        "Mowers": {"2020": "62.4%", "2024": "69.5%"},
    }
    paper = Paper().chart("Share of meadows", "%", shares)
    paper.say(
        f"Scythes went from 15.6% to 10.4%, {tail}.", ("15.6%", "scythes share", 2020), ("10.4%", "scythes share", 2024)
    )
    assert told(paper.check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2023年机器人销量在达到峰值后为38万台。", []),
        ("2023年机器人销量达到峰值，为38万台。", ["fails"]),
        ("After a peak robots sold came to 38万台 in 2023.", []),
        ("At their peak robots sold came to 38万台 in 2023.", ["fails"]),
    ],
)
def test_what_comes_after_a_peak_is_none(words: str, found: list[str]) -> None:
    sold = {"机器人销量 robots sold": {"2021": "31", "2022": "45", "2023": "38", "2024": "29"}}
    paper = Paper().chart("机器人销量 robots sold", "万台", sold)
    paper.say(words, ("38万台", "机器人销量 robots sold", 2023), language="zh" if words[0] == "2" else "en")
    assert told(paper.check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "number", "found"),
    [
        ("In Dorn cranes fell to 121 from a peak of 377.", "121", []),
        ("Dorn起重机121台，较2021年峰值下降。", "121", []),
        ("Dorn起重机121台，为峰值。", "121", ["fails"]),
        ("Brack起重机352台，与榜首的差距缩小。", "352", []),
        ("Brack起重机352台，居榜首。", "352", ["fails"]),
        ("With 352 cranes Brack has narrowed the gap to the leader.", "352", []),
        ("With 352 cranes Brack leads.", "352", ["fails"]),
    ],
)
def test_what_is_held_against_a_peak_or_a_leader_is_neither(words: str, number: str, found: list[str]) -> None:
    assert told(cranes().say(words, (number, "cranes", 2024)).check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Growth of Corran was the least after that of Dorn, 16.5%.", []),  # the second
        ("Growth of Corran was the least, 16.5%.", ["fails"]),
    ],
)
def test_the_least_after_another_is_not_the_least(words: str, found: list[str]) -> None:
    assert told(growth().say(words, ("16.5%", "Corran growth", 2024)).check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Brack, at 35.2% of cranes, is the fastest growing.", []),
        ("Brack, at 35.2% of cranes, has the largest share.", ["fails"]),
    ],
)
def test_the_fastest_growing_is_not_ranked_by_its_share(words: str, found: list[str]) -> None:
    shares = {"Share": {"Alba": "36.2%", "Brack": "35.2%", "Corran": "16.5%", "Dorn": "12.1%"}}
    paper = Paper().chart("Share of cranes", "%", shares, kind="pie", period=2024)
    assert told(paper.say(words, ("35.2%", "Brack share of cranes", 2024)).check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Brack, the largest independent, has 352 cranes.", []),
        ("Brack, the largest, has 352 cranes.", ["fails"]),
        ("Brack has the most cranes in Europe, 352 in Europe.", []),
        ("Brack has the most cranes, 352 in use.", ["fails"]),
        ("Alba超过Brack的352台，成为第一。", []),  # it is the other that comes first
        ("Brack达352台，成为第一。", ["fails"]),
        ("Alba overtook the Brack total of 352 cranes to become the largest.", []),
        ("Brack added cranes to become the largest, with 352 cranes.", ["fails"]),
    ],
)
def test_who_leads_a_class_or_a_region_or_has_been_passed_is_not_the_first(words: str, found: list[str]) -> None:
    number = "352台" if "352台" in words else "352"
    assert told(cranes().say(words, (number, "Brack cranes", 2024)).check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Brack grew fastest of any port in the chart, at 35.2%.", ["fails"]),
        ("Brack grew fastest of the ports of the east, at 35.2%.", []),
    ],
)
def test_one_of_all_that_are_shown_is_ranked_among_all_of_them(words: str, found: list[str]) -> None:
    elsewhere = ("31", "piers", 2024), ("32", "piers", 2024)
    paper = growth().say("Peru has 31 and 32 piers.", *elsewhere, geography="Peru")
    paper.say(words, ("35.2%", "Brack growth", 2024), geography="the east")
    assert told(paper.check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The upkeep of the crane is the smallest cost, RMB 4.6.", ["fails"]),  # of what the crane costs
        ("The crane’s upkeep is the smallest of all, RMB 4.6.", ["holds"]),  # of what all pay for upkeep
        ("The crane has an upkeep of RMB 4.6, and at the top of the list the barge costs RMB 9.1.", ["holds"]),
    ],
)
def test_whose_cost_it_is_tells_what_is_ranked(words: str, found: list[str]) -> None:
    rows = [["Item", "Crane", "Barge", "Hoist"], ["Upkeep", "4.6", "5.3", "6.9"], ["Taxes", "3.1", "4.0", "2.9"],
            ["Energy", "8.7", "9.1", "8.8"]]  # fmt: skip
    numbers = [("RMB 4.6", "crane upkeep", 2024), *([("RMB 9.1", "barge", 2024)] if "9.1" in words else [])]
    assert told(Paper().table("Cost", "RMB", rows).say(words, *numbers).check(), "superlative") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Brack, the second port, grew by 35.2%, faster than any other.", ["fails"]),
        ("Brack, the second port, grew by 35.2%, slower than before.", []),
        ("Brack has growth of 35.2% and was the fastest-growing port of the year, at 35.2%.", ["fails"]),
        ("Brack, with growth of 35.2%, has the best prospects.", []),
        ("The previous peak of Brack, growth of 35.2%, was exceeded.", []),
        ("Brack grew by 35.2% in 2024, and leads Corran by 18.7 percentage points.", []),
        ("Brack有最大亮点，增速35.2%。", []),
        ("Brack grew by 35.2%, and Dorn, the slowest, by less than 13%.", []),
    ],
)
def test_what_ranks_and_what_does_not(words: str, found: list[str]) -> None:
    numbers = [(x, "Brack growth", 2024) for x in ["35.2%"] * words.count("35.2%")]
    numbers += [("18.7 percentage points", "lead", 2024)] if "18.7" in words else []
    numbers += [("13%", "Dorn growth", 2024)] if "13%" in words else []
    assert told(growth().say(words, *numbers).check(), "superlative") == found


@pytest.mark.parametrize(("cranes_of", "found"), [("352", ["fails"]), ("377", ["holds"])])
def test_so_many_with_which_it_leads_are_those_of_what_was_named_last(cranes_of: str, found: list[str]) -> None:
    name = {"352": "Brack", "377": "Alba"}[cranes_of]
    paper = (
        cranes()
        .say(f"The quays of {name} were widened for RMB 12 million.", ("RMB 12 million", "quays", 2024))
        .add(f"With {cranes_of} it now operates the most cranes.", (cranes_of, "cranes", 2024))
    )
    assert told(paper.check(), "superlative") == found


def test_a_superlative_that_gives_the_reason_ranks_nothing() -> None:
    paper = Paper().chart("各港完成率", "%", {"完成率": {"东港": "92%", "西港": "64%", "南港": "81%"}}, period=2024)
    paper.say("西港因目标最高，完成率仅为64%。", ("64%", "西港完成率", 2024), language="zh")
    assert told(paper.check(), "superlative") == []


def test_the_highest_of_the_last_three_years_is_not_ranked_with_those_before() -> None:
    rates = {"增速": {"2020": "7.3%", "2021": "18.9%", "2022": "7.5%", "2023": "9.2%", "2024": "11.7%"}}
    paper = Paper().chart("进出口增速", "%", rates, kind="line")
    paper.say("2024年同比增长11.7%，增速为近三年最高。", ("11.7%", "进出口增速", 2024), language="zh")
    assert "fails" not in told(paper.check(), "superlative")


def test_a_row_is_ranked_within_its_group() -> None:
    rows = [
        ["", "CAGR"],
        ["Kiln value", "9.2%"],
        ["Digital payments", "41.7%"],
        ["Glass services", "18.4%"],
        ["Tile services", "8.7%"],
    ]
    paper = Paper().table("Forecast", "", rows)
    groups = {"9.2%": "Market", "41.7%": "Market", "18.4%": "Revenue pool", "8.7%": "Revenue pool"}
    paper.facts = [replace(f, metric=f"{groups[f.snippet]} – {f.metric}") for f in paper.facts]
    paper.say(
        "Glass services are the fastest-growing line, at 18.4% a year.", ("18.4%", "Glass services growth", "2024-2027")
    )
    assert told(paper.check(), "superlative") == ["holds"]


@pytest.mark.parametrize(("fastest", "rate", "status"), [("Corran", "26.3%", "fails"), ("Dorn", "36.7%", "holds")])
def test_the_fastest_is_so_by_growth_that_no_column_shows(fastest: str, rate: str, status: str) -> None:
    sales = {
        "2023": {"Alba": "5.21", "Brack": "3.92", "Corran": "1.94", "Dorn": "0.79"},
        "2024": {"Alba": "5.83", "Brack": "4.31", "Corran": "2.45", "Dorn": "1.08"},
    }
    paper = Paper().chart("Sales by port, 2023 and 2024", "USD billion", sales, kind="grouped_bar")
    paper.facts = [
        replace(f, **years(int(name)))
        for f, name in zip(paper.facts, [y for y, ports in sales.items() for _ in ports], strict=True)
    ]
    paper.say(f"{fastest} was the fastest-growing port: sales rose {rate}.", (rate, f"{fastest} sales growth", 2024))
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(("said", "status"), [("of the four ports", "fails"), ("of the ports that are named", "holds")])
def test_others_are_ranked_where_they_are_counted(said: str, status: str) -> None:
    grown = {"Alba": "12.8%", "Brack": "11.0%", "Corran": "12.4%", "Other ports": "17.1%"}
    paper = Paper().chart("Growth of ports", "%", {"Growth": grown}, period=2024)
    paper.say(f"Alba was the fastest-growing {said}, at 12.8%.", ("12.8%", "Alba growth", 2024))
    assert told(paper.check(), "superlative") == [status]


def test_what_is_highest_but_for_another_reason_ranks_nothing() -> None:
    needs = {"医药": "9.4%", "果蔬": "31.6%", "肉类": "24.3%", "其他": "34.7%"}
    paper = Paper().chart("冷链需求结构", "%", {"占比": needs}, period=2024)
    paper.say("医药冷链占9.4%，体量不大但要求最高。", ("9.4%", "医药冷链占比", 2024), language="zh")
    assert told(paper.check(), "superlative") == []

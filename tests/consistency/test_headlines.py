"""Counts of the whole under no one's name: two of one noun and year are one figure, wherever they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told
from wpextract.consistency.headlines import LIMIT, one_headline


def kilns(first: str, other: str, noun: str = "kilns", year: int = 2024, **given: str) -> Paper:
    """Two counts on pages far apart in words that have only the noun in common, the first of them stated twice."""
    return (
        Paper()
        .say(f"The inspectors came to {first} kilns.", (first, "inspectors came to kilns", 2024), counted_noun="kilns")
        .say(f"Inspectors found {first} kilns.", (first, "kilns found by inspectors", 2024), page=4, counted_noun="kilns")
        .say(f"Potters fire {other} {noun}.", (other, f"potters fire {noun}", year), page=9, counted_noun=noun, **given)
    )  # fmt: skip


def limited(paper: Paper, comparator: str = ">") -> Paper:
    last = paper.facts[-1]
    paper.facts[-1] = replace(last, comparator=comparator, bound_low=last.value, bound_high=None)
    return paper


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2,400", []),
        ("2,500", ["fails"]),  # "more than 2,500" are not 2,480
        ("3,900", []),  # too far off to limit the same
    ],
)
def test_a_limit_is_of_the_whole_that_is_counted(said: str, found: list[str]) -> None:
    assert [s for s in told(limited(kilns("2,480", said)).check(), "restated_value") if s == "fails"] == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2,840", ["fails"]),  # two digits in each other's place
        ("4,820", []),  # three digits moved: another number
        ("2,790", []),  # two numbers that differ are no misprint
    ],
)
def test_swapped_digits_are_a_misprint_of_the_whole(said: str, found: list[str]) -> None:
    assert [s for s in told(kilns("2,480", said).check(), "restated_value") if s == "fails"] == found


def test_a_zero_counts_among_swapped_digits() -> None:
    assert "fails" in told(kilns("2,050", "2,500").check(), "restated_value")


def test_swapped_digits_of_figures_that_each_stand_once_may_be_two_figures() -> None:
    paper = (
        Paper()
        .say("The guild has 2,480 kilns.", ("2,480", "guild kilns", 2024), counted_noun="kilns")
        .say("Potters fire 2,840 kilns.", ("2,840", "potters fire kilns", 2024), page=9, counted_noun="kilns")
    )
    assert "fails" not in told(paper.check(), "restated_value")


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("Builders completed more than 2,600 kilns.", "kilns completed by builders"),
        ("More than 2,600 kilns are planned.", "kilns planned"),
        ("A survey covered more than 2,600 kilns.", "kilns covered by survey"),
    ],
)
def test_what_was_done_to_so_many_is_no_count_of_the_whole(sentence: str, metric: str) -> None:
    paper = (
        Paper()
        .say("The province has 2,480 kilns.", ("2,480", "province kilns", 2024), counted_noun="kilns")
        .say(sentence, ("2,600", metric, 2024), page=9, counted_noun="kilns")
    )
    assert "fails" not in told(limited(paper).check(), "restated_value")


@pytest.mark.parametrize(
    "paper",
    [
        kilns("2,480", "2,840", noun="wheels"),
        kilns("2,480", "2,840", year=2023),
        # its kilns are not all, where the document is not of it alone
        kilns("2,480", "2,840", geography="Portugal").say(
            "Chile and Peru: 31 and 32 moulds.", ("31", "moulds", 2024), ("32", "moulds", 2024), geography="Chile"
        ),
        kilns("48", "58"),  # of so few there may be many kinds
        kilns("2,480", "2,840").table(
            "Kilns", "", [["Town", "Age 2024"], ["Potters", "81"], ["Weavers", "62"]], page=9
        ),
        limited(kilns("48", "50")),
    ],
    ids=["another noun", "another year", "a place", "few", "a row", "a low limit"],
)
def test_what_somebody_owns_or_few_have_is_no_headline(paper: Paper) -> None:
    assert "fails" not in told(paper.check(), "restated_value")


def test_few_that_are_counted_twice_alike_are_held_against_their_digits_turned_round() -> None:
    assert "fails" in told(kilns("48", "84").check(), "restated_value")


@pytest.mark.parametrize(("noun", "found"), [("登记窑炉厂总数", ["fails"]), ("登记匠人总数", [])])
def test_a_chinese_noun_ends_what_a_number_is_called(noun: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("全省尚在烧制陶瓷的窑炉厂2480座。", ("2480", "尚在烧制陶瓷的窑炉厂", 2024))
        .say("尚在烧制的窑炉厂有2480座。", ("2480", "尚在烧制的窑炉厂", 2024), page=4)
        .say(f"{noun}为2840。", ("2840", noun, 2024), page=9)
    )
    assert [s for s in told(paper.check(), "restated_value") if s == "fails"] == found


@pytest.mark.parametrize(
    ("head", "region", "found"),
    [
        ("Kilns 2024", "Total", ["fails"]),
        ("Kilns lit 2024", "Total", ["fails"]),  # a head says more than the noun beside a number
        ("Wheels 2024", "Total", []),
        ("Kilns 2024", "Islands", []),  # theirs alone
    ],
)
def test_the_total_of_a_table_counts_the_whole(head: str, region: str, found: list[str]) -> None:
    rows = [["Region", head], ["North", "1,107"], ["South", "1,380"], ["West", "1,911"], [region, "4,398"]]
    if region != "Total":
        rows[-1], rows[1] = [region, "2,480"], ["North", "1,104"]  # no sum of the others either
    given = rows[-1][1]
    swapped = {"4,398": "4,938", "2,480": "2,840"}[given]
    paper = (
        Paper()
        .table("Pottery", "", rows)
        .say(f"Potters fire {swapped} kilns.", (swapped, "potters fire", 2024), page=9, counted_noun="kilns")
    )
    assert told(paper.check(), "restated_value") == found


def test_an_increase_counts_no_whole() -> None:
    paper = (
        Paper()
        .say("The inspectors came to 2,480 kilns.", ("2,480", "inspectors", 2024), counted_noun="kilns")
        .say("An increase of 2,840 kilns.", ("2,840", "potters", 2024), page=9, counted_noun="kilns")
    )
    assert "fails" not in told(paper.check(), "restated_value")


def test_the_world_owns_nothing() -> None:
    paper = (
        Paper()
        .say("The inspectors came to 2,480 kilns.", ("2,480", "inspectors", 2024), counted_noun="kilns")
        .say("Of kilns there were 2,480.", ("2,480", "kilns", 2024), page=4, counted_noun="kilns")
        .table("Wheels", "", [["Place", "Age 2024"], ["World", "81"], ["Alba", "62"]], page=9)
        .say("The world fires 2,840 kilns.", ("2,840", "potters", 2024), page=9, counted_noun="kilns")
    )
    assert "fails" in told(paper.check(), "restated_value")


@pytest.mark.parametrize(("classifier", "found"), [("家", ["fails"]), ("人", [])])
def test_a_classifier_tells_what_is_counted(classifier: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("全省尚在烧制陶瓷的窑炉厂2480家。", ("2480", "尚在烧制陶瓷的窑炉厂", 2024), counted_noun="家")
        .say("尚在烧制的窑炉厂有2480家。", ("2480", "尚在烧制的窑炉厂", 2024), page=4, counted_noun="家")
        .say(f"登记窑炉厂2840{classifier}。", ("2840", "登记窑炉厂", 2024), page=9, counted_noun=classifier)
    )
    assert [s for s in told(paper.check(), "restated_value") if s == "fails"] == found


# -- texts that count one crowd


def weavers(other: str, sentence: str = "A levy falls on {} licensed weavers.", first: str = "14,620") -> Paper:
    """A crowd that two texts count alike and a third one names more closely, with no further word in common."""
    return (
        Paper()
        .say(f"The guild lists {first} weavers.", (first, "guild lists", 2024))
        .say(f"Bread went to {first} weavers.", (first, "bread", 2024), page=4)
        .say(sentence.format(other), (other, "levy", 2024), page=9)
    )


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("14,620", []),
        ("14,260", ["fails"]),
        ("16,420", ["fails"]),
        ("14,720", []),  # two numbers that differ are no misprint
    ],
)
def test_a_crowd_is_counted_once(other: str, found: list[str]) -> None:
    assert [s for s in told(weavers(other).check(), "restated_value") if s == "fails"] == found


@pytest.mark.parametrize(("noun", "found"), [("weavers", ["holds"]), ("spinners", [])])
def test_texts_that_count_one_noun_alike_bear_one_another_out_among_many_numbers(noun: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("The guild lists 648 weavers.", ("648", "guild lists", 2024))
        .say(f"A levy falls on 648 licensed {noun}.", ("648", "levy", 2024), page=9)
    )
    for lamps in range(120, 820, 17):  # of which one might be 648 by chance
        paper.say(f"A street has {lamps} lamps.", (str(lamps), f"lamps of street {lamps}", 2024), page=12)
    assert told(paper.check(), "restated_value") == found


@pytest.mark.parametrize(
    "paper",
    [
        weavers("14,260", "A levy falls on {} licensed spinners."),
        weavers("14,260", "In Alba a levy falls on {} licensed weavers.").table(
            "Mills", "", [["Town", "Age 2024"], ["Alba", "81"], ["Brack", "62"]], page=9
        ),
        # of one country of several
        Paper()
        .say("The guild lists 14,620 weavers.", ("14,620", "guild lists", 2024))
        .say("Bread went to 14,620 weavers.", ("14,620", "bread", 2024), page=4)
        .say("Chile taxes 14,260 weavers.", ("14,260", "tax", 2024), page=9, geography="Chile")
        .say("Chile and Peru: 31 and 32 moulds.", ("31", "moulds", 2024), ("32", "moulds", 2024), geography="Peru"),
    ],
    ids=["another noun", "a row", "a place"],
)
def test_another_crowd_or_that_of_a_place_is_no_misprint(paper: Paper) -> None:
    assert "fails" not in told(paper.check(), "restated_value")


@pytest.mark.parametrize(
    ("said", "noun", "found"),
    [
        ("84", "kilns", ["fails"]),
        ("84", "wheels", []),  # counts another thing
        ("88", "kilns", []),  # a digit that is another is none turned round
    ],
)
def test_two_digits_are_turned_round_only_in_counts_of_one_noun(said: str, noun: str, found: list[str]) -> None:
    assert [s for s in told(kilns("48", said, noun=noun).check(), "restated_value") if s == "fails"] == found


def test_a_crowd_that_is_counted_elsewhere_owns_nothing() -> None:
    def fails(paper: Paper) -> bool:
        return "fails" in told(paper.check(), "restated_value")

    table = [["Fired by", "Age 2024"], ["Potters", "81"], ["Weavers", "62"]]
    owned = kilns("2,480", "2,840").table("Kilns", "", table, page=9)
    crowd = kilns("2,480", "2,840").table("Kilns", "", table, page=9)
    crowd.say("There are 912 potters.", ("912", "potters", 2024), page=12, counted_noun="potters")
    assert (fails(owned), fails(crowd)) == (False, True)


@pytest.mark.parametrize(
    ("limit", "another", "found"),
    [
        ("exceeds 3,500 GWh", "1,180 GWh", ["fails"]),
        ("exceeds 3,300 GWh", "1,180 GWh", []),
        ("exceeds 4,800 GWh", "1,180 GWh", []),  # too far to be of the same
        ("exceeds 3,500 GWh", "3,610 GWh", []),  # of which of them?
    ],
)
def test_a_limit_in_a_physical_unit_is_of_the_one_amount_near_it(limit: str, another: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Kilns burnt 3,421 GWh.", ("3,421 GWh", "kilns burnt", 2024))
        .say(f"Ovens ate {another}.", (another, "ovens ate", 2024), page=5)
        .say(f"Demand of the guild {limit}.", (limit, "demand of the guild", 2024), page=9)
    )
    assert [s for s in told(paper.check(), "restated_value") if s == "fails"] == found


def choice(said: str, noun: str, comparator: str = ">", place: str | None = None) -> Paper:
    """2,480 kilns in all, and how many there are to choose from."""
    rows = [["Town", "Wheels 2024"], ["Potters", "81"], ["Weavers", "62"]]
    metric = f"{noun} that potters can choose from"
    paper = (
        Paper()
        .table("Wheels", "", rows, page=9)
        .say("The kilns number 2,480.", ("2,480", "kilns", 2024), counted_noun="kilns")
        .say(
            f"Potters can choose from more than {said} {noun}.", (said, metric, 2024),
            page=9, counted_noun=noun, geography=place,
        )
    )  # fmt: skip
    return limited(paper, comparator)


@pytest.mark.parametrize(
    ("paper", "found"),
    [
        (choice("2,700", "kilns"), ["fails"]),  # more than there are
        (choice("2,400", "kilns"), []),
        (choice("3,400", "kilns"), []),  # so many more are others
        (choice("2,700", "kilns", comparator="="), []),
        (choice("2,700", "moulds"), []),
    ],
)
def test_no_more_can_be_chosen_from_than_there_are(paper: Paper, found: list[str]) -> None:
    assert [s for s in told(paper.check(), "restated_value") if s == "fails"] == found


@pytest.mark.parametrize(("place", "sure"), [("Chile", LIMIT), ("Portugal", 0.0)])
def test_but_only_in_the_place_that_the_document_is_about(place: str, sure: float) -> None:
    paper = choice("2,700", "kilns", place=place)
    paper.say("Chile has 31 moulds and 32 wheels.", ("31", "moulds", 2024), ("32", "wheels", 2024), geography="Chile")
    material = paper.material()
    whole, limit = (v for v in material.views if v.fact.counted_noun == "kilns")
    assert material.home == "chile"
    assert one_headline(material, whole, limit) == sure

"""What the words round a number claim: its kind, its subject, the way it goes and the years that it spans."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper
from wpextract.consistency.claims import Claim, spans_of

Number = tuple[str, str, int | str | None]


def claim(sentence: str, *numbers: Number) -> Claim:
    """The last claim of a sentence."""
    return Paper().say(sentence, *numbers).claims()[-1]


@pytest.mark.parametrize(
    ("sentence", "number", "kind"),
    [
        ("Growth in no year was below 29%.", "29%", "level"),  # a limit of a rate, and no rate itself
        ("Growth in that year was 29%.", "29%", "growth"),
        ("The rise in price amounted to 29%.", "29%", "growth"),
        ("The rise in price came to about 29%.", "29%", "growth"),
        ("The rise in price pushed it to 29%.", "29%", "level"),  # where it stands
        ("Its share never fell under 29%.", "29%", "level"),
        ("蜂蜜占比从未低于29%。", "29%", "level"),
        ("Its share fell by 29%.", "29%", "growth"),
        ("Last year saw an increase of 260 looms.", "260", "delta"),
        ("Last year saw a drop of about 260 looms.", "260", "delta"),
        ("Looms outnumber wheels in the valley by 260.", "260", "delta"),
        ("The mills shed 260 looms.", "260", "delta"),
        ("The mills put on a further 260 looms.", "260", "delta"),
        ("That is 260 looms fewer.", "260", "delta"),
        ("They have 260 looms, fewer hands.", "260", "level"),
        ("Of these 260 are more than enough.", "260", "level"),  # how many they are
        ("The gap narrowed by 260 looms.", "260", "delta"),
        ("The valley works at 260 looms.", "260", "level"),
        ("织机比纺车多260台。", "260台", "delta"),
        ("织机多达260台。", "260台", "level"),  # as many as, not more by
        ("织机价格高达260万元。", "260万元", "level"),
    ],
)
def test_what_a_number_claims(sentence: str, number: str, kind: str) -> None:
    assert claim(sentence, (number, "", 2024)).kind == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The mills fell from 420 looms, or by 23%.", "growth"),
        ("The mills went from 420 looms, that is by 23%.", "growth"),
        ("The mills have 420 looms, or 23%.", "share"),
        ("The mills have 420 looms, which is about 23%.", "share"),
        ("The mills have 420 looms, which is good. In 2023 it was 23%.", "level"),
    ],
)
def test_what_a_percentage_behind_an_amount_claims(sentence: str, kind: str) -> None:
    assert claim(sentence, ("420", "looms", 2024), ("23%", "", 2024)).kind == kind


def test_a_rate_of_one_year_is_none_of_a_list_of_compound_ones() -> None:
    label = "loom market compound annual growth and growth"
    assert claim("Looms grew by 9% in 2024.", ("9%", label, 2024)).kind == "growth"
    assert claim("Looms grew by 9% over the years.", ("9%", label, "2020-2024")).kind == "cagr"


@pytest.mark.parametrize(
    "sentence",
    [
        "Growth of the looms was 38.6% in 2021 and eased to 16.3%.",
        "Growth of the looms was 38.6% in 2021, then slowed to 16.3%.",
        "织机2021年增长38.6%，2022年放缓至 16.3%。",
    ],
)
def test_a_rate_that_moves_on_is_growth(sentence: str) -> None:
    last = claim(sentence, ("38.6%", "looms growth", 2021), ("16.3%", "looms", 2022))
    assert last.kind == "growth"


@pytest.mark.parametrize(
    ("sentence", "either"),
    [
        ("That is an improvement of 23%.", True),
        ("Waiting got better by 23%.", True),
        ("等候时间改善23%。", True),
        ("That is an increase of 23%.", False),
        ("That is a decline of 23%.", False),
    ],
)
def test_an_improvement_may_go_either_way(sentence: str, either: bool) -> None:
    assert claim(sentence, ("23%", "waiting growth", 2024)).either is either


@pytest.mark.parametrize(
    "sentence",
    [
        "Looms tumbled by 23%.",
        "Looms retreated by 23%.",
        "Looms slid 23%.",
        "Looms eased by 23%.",
        "Looms became cheaper by 23%.",
    ],
)
def test_words_that_tell_a_fall(sentence: str) -> None:
    assert claim(sentence, ("23%", "looms growth", 2024)).down


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Oak took 12% of sales and ash 9%.", (" ash ",)),
        ("Oak took 12% of sales while ash held 9%.", (" ash held ",)),
        ("Oak took 12% of sales, ash 9%.", (" ash ",)),
        ("Oak took 12% against 9%.", ()),  # what stands right behind a number is that one's
    ],
)
def test_the_clause_of_a_later_number(sentence: str, leads: tuple[str, ...]) -> None:
    assert claim(sentence, ("12%", "share", 2024), ("9%", "share", 2024)).leads == leads


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Looms took 31% of all timber.", "Looms took"),
        ("Looms took 31% in the valley.", "Looms took in the valley"),
        ("织机占全部木材用量的31%。", "织机"),
    ],
)
def test_the_whole_of_a_share_is_not_what_it_speaks_of(sentence: str, clause: str) -> None:
    assert claim(sentence, ("31%", "share", 2024)).clause.split() == clause.split()


def spans(made: Claim, latest: int | None = None) -> list[tuple[int, int]]:
    return [(base.first, end.last) for base, end, _ in spans_of(made, latest)]


def test_the_years_that_grow_start_from_the_year_before() -> None:
    made = claim("Looms rise by 31% over the period.", ("31%", "looms growth", "2025-2027"))
    assert spans(made)[:2] == [(2025, 2027), (2024, 2027)]


@pytest.mark.parametrize(("verb", "found"), [("remain", True), ("are still", True), ("were", False)])
def test_what_remains_is_of_today(verb: str, found: bool) -> None:
    made = claim(f"Since their start in 2022 looms {verb} 2.6 times those of 2020.", ("2.6 times", "looms", 2022))
    assert ((2020, 2024) in spans(made, 2024)) is found


def test_a_rate_a_year_to_a_year_to_come_starts_from_the_latest() -> None:
    made = claim("It reaches that by 2030, growing by 27% a year.", ("27%", "looms", 2030))
    assert (2024, 2030) in spans(made, 2024)
    assert spans(replace(made, kind="growth"), 2024)[:1] == [(2029, 2030)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The trade widened by 15.5 million, or 12.9%.", "growth"),
        ("The trade widened by 15.5 million, or 12.9% of all.", "share"),
        ("The trade has 15.5 million, or 12.9%.", "share"),
        ("The trade fell 15.5 million, or 12.9%.", "growth"),
        ("The trade fell to 15.5 million, or 12.9%, of the stock.", "share"),
    ],
)
def test_a_percentage_that_puts_a_difference_in_other_words_is_growth(sentence: str, kind: str) -> None:
    assert claim(sentence, ("15.5 million", "trade", 2024), ("12.9%", "trade", 2024)).kind == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Its share climbs to 34.6% in 2027.", "share"),
        ("Growth climbs to 34.6% in 2027.", "growth"),
        ("On an annual basis that is 34.6%.", "cagr"),
        ("On that basis it is 34.6%.", "growth"),  # by its label
    ],
)
def test_words_beside_a_number_go_before_those_of_its_label(sentence: str, kind: str) -> None:
    assert claim(sentence, ("34.6%", "looms growth", 2027)).kind == kind


def test_a_compound_rate_told_from_a_year_reaches_to_that_of_the_amount_before_it() -> None:
    sentence, amount = "Looms come to 116 by 2030, 2.8% compound from 2024.", ("116", "looms", 2030)
    assert spans(claim(sentence, amount, ("2.8%", "looms", 2026)))[0] == (2024, 2030)
    assert (2024, 2030) not in spans(claim("Looms come to 116 by 2030, 2.8% more.", amount, ("2.8%", "looms", 2026)))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Growth of the looms was 38.6% in 2021, followed by 16.3% in 2022.", "growth"),
        ("Growth of the looms was 38.6% in 2021 and stood at 16.3% in 2022.", "growth"),
        ("Growth of the looms was 38.6% in 2021, and the dyers had 16.3% in 2022.", "share"),
    ],
)
def test_a_rate_that_is_followed_by_another(sentence: str, kind: str) -> None:
    assert claim(sentence, ("38.6%", "looms growth", 2021), ("16.3%", "looms share", 2022)).kind == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Looms became dearer, by 9.4%.", "growth"),
        ("Looms are more costly now by about 9.4%.", "growth"),
        ("Newer looms are used by 9.4% of weavers.", "level"),  # nothing is newer by so much
        ("Paper is bought by 9.4%.", "level"),  # nor is this a comparative
        ("Under the plan power is drawn by some 9.4%.", "level"),
        ("Looms are used by 9.4%.", "level"),
    ],
)
def test_by_so_much_dearer_is_growth(sentence: str, kind: str) -> None:
    assert claim(sentence, ("9.4%", "", 2024)).kind == kind


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Oak took its share of looms from 18.4% to 21.7%.", ["share", "share"]),
        ("Oak looms went from a rate of 18.4% to 21.7%.", ["level", "level"]),
    ],
)
def test_a_share_that_moves_is_a_share_at_both_ends(sentence: str, kinds: list[str]) -> None:
    found = Paper().say(sentence, ("18.4%", "", 2024), ("21.7%", "", 2027)).claims()
    assert [c.kind for c in found] == kinds


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("橡木织机年均增长9.1%，占织机的比重由18.4%提高到2027年的21.7%。", ["cagr", "share", "share"]),
        ("橡木织机年均增长9.1%，增速由18.4%提高到2027年的21.7%。", ["cagr", "growth", "cagr"]),
    ],
)
def test_so_is_one_behind_a_compound_rate(sentence: str, kinds: list[str]) -> None:
    rate = "橡木织机年均增速"
    found = Paper().say(sentence, ("9.1%", rate, "2024-2027"), ("18.4%", rate, 2024), ("21.7%", rate, 2027)).claims()
    assert [c.kind for c in found] == kinds


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("It sold 95 in 2025, 13% more than in 2024, and 122 in 2027.", [(2024, 2025)]),
        ("It sold 95 in 2025, 13% more, and 122 in 2027.", [(2024, 2025), (2025, 2027)]),  # whatever it may be
    ],
)
def test_more_than_in_a_year_is_told_against_that_year_alone(sentence: str, first: list[tuple[int, int]]) -> None:
    of = Paper().say(sentence, ("95", "looms", 2025), ("13%", "looms growth", 2025), ("122", "looms", 2027)).claims()[1]
    assert [(base.last, end.last) for base, end, _ in spans_of(of)] == first


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Oak added 33 looms and ash 11.", "delta"),
        ("Oak added 33 looms, whereas the ash mills 11.", "delta"),
        ("橡木增加33台，白蜡11台。", "delta"),
        ("Oak had 33 looms and ash 11.", "level"),  # nothing was added
        ("Oak added 33 looms and has 11.", "level"),  # what is told with a verb of its own
        ("Oak added 33 looms and so came to 11.", "level"),
        ("橡木增加33台，累计达到11台。", "level"),
    ],
)
def test_what_was_added_is_said_of_a_second_thing_without_the_verb(sentence: str, kind: str) -> None:
    assert claim(sentence, ("33", "", 2024), ("11", "", 2024)).kind == kind


def test_but_not_in_another_unit() -> None:
    sentence = "Oak added 33 looms and ash RMB 11 million."
    assert claim(sentence, ("33", "", 2024), ("RMB 11 million", "", 2024)).kind == "level"


@pytest.mark.parametrize(
    ("sentence", "kind", "down"),
    [
        ("The looms brought a reduction of 23%.", "growth", True),
        ("The looms brought a yearly saving of 23%.", "growth", True),
        ("The recovery of 2021 was strong at 23%.", "growth", False),
        ("After that came an upturn of 23%.", "growth", False),
        ("The moisture of 2021 was strong at 23%.", "level", False),
    ],
)
def test_nouns_that_tell_growth(sentence: str, kind: str, down: bool) -> None:
    made = claim(sentence, ("23%", "", 2021))
    assert (made.kind, made.down) == (kind, down)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Their share is known at a confidence level of 95%.", "level"),
        ("织机占比在95%的置信水平下成立。", "level"),
        ("Their share is known to be 95%.", "share"),
        ("织机占比为95%。", "share"),
    ],
)
def test_how_sure_a_share_is_is_no_share(sentence: str, kind: str) -> None:
    assert claim(sentence, ("95%", "looms share", 2024)).kind == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Looms grew at a compound rate of 31%, and in 2024 alone by 47%.", "growth"),
        ("Looms grew at a compound rate of 31%, and in 2024 by about 47%.", "growth"),
        ("Looms grew at a compound rate of 31%, and in 2024 it rose by 47%.", "growth"),
        ("Looms grew at a compound rate of 31%, and those of ash by 47%.", "cagr"),
        ("Looms grew at a compound rate of 31%, and this compound rate rose in 2024 by 47%.", "cagr"),
    ],
)
def test_what_a_single_year_brought_is_no_compound_rate(sentence: str, kind: str) -> None:
    period = 2024 if "2024" in sentence else "2021-2024"
    assert claim(sentence, ("31%", "looms CAGR", "2021-2024"), ("47%", "looms CAGR", period)).kind == kind


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("The rebound of 2021 was strong at 23%.", ()),  # its own year
        ("Against the orders of 2021 they rose by 23%.", (2021,)),
    ],
)
def test_the_year_of_a_change_is_no_base_of_it(sentence: str, base: tuple[int, ...]) -> None:
    assert claim(sentence, ("23%", "looms growth", 2021)).base_years == base


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Oak brought in 31 looms, or 60.0% of the increase.", "share"),
        ("Oak rose by 31 looms, 60.0% of the gain.", "share"),
        ("Oak came to 60.0% of the growth rate of ash.", "growth"),  # a rate is no whole
        ("In the base case oak will hold 60.0% of the market.", "share"),
        ("In the base case oak will hold 60.0% of the 2027 total.", "share"),
        ("In the base case oak will stand at 60.0%.", "level"),
    ],
)
def test_so_much_of_a_whole_is_a_share_whatever_stands_before_it(sentence: str, kind: str) -> None:
    amount = [("31", "oak", 2024)] if "31" in sentence else []
    assert claim(sentence, *amount, ("60.0%", "oak", 2027)).kind == kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Their share slips to 48.5%.", "share"),
        ("白蜡份额降至48.5%。", "share"),
        ("They slip to 48.5%.", "cagr"),
        ("Their share slips to 48.5% a year.", "cagr"),
    ],
)
def test_a_share_under_the_label_of_a_compound_rate_is_a_share(sentence: str, kind: str) -> None:
    assert claim(sentence, ("48.5%", "ash looms CAGR", "2024-2030")).kind == kind

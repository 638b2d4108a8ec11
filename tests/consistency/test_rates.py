"""Rates that are told in few words: what they are of, and where the figures behind them stand."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told

SOLD = {"Looms sold": {"2020": "438", "2021": "785", "2022": "846", "2023": "917", "2024": "962"}}

# -- growth


@pytest.mark.parametrize(
    ("rate", "found"),
    [
        ("79.2%", ["holds"]),
        ("72.9%", ["fails"]),  # two digits in each other's place
        ("64.3%", []),  # it may be anything
    ],
)
def test_a_percentage_without_a_word_of_growth_is_growth_by_its_digits(rate: str, found: list[str]) -> None:
    paper = Paper().chart("Looms sold", "thousand", SOLD)
    paper.say(f"For looms sold 2021 was a year of plenty with {rate}.", (rate, "looms sold", 2021))
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(("rate", "status"), [("6.4%", "holds"), ("4.6%", "fails")])
def test_a_rate_on_an_annual_basis_sums_up_the_sentence_before(rate: str, status: str) -> None:
    paper = (
        Paper()
        .say(
            "Looms go from 104 thousand in 2024 to 133 thousand in 2028.",
            ("104 thousand", "looms", 2024), ("133 thousand", "looms", 2028),
        )
        .add(f"On an annual basis that is {rate}.", (rate, "basis", None))
    )  # fmt: skip
    assert told(paper.check(), "cagr") == [status]


@pytest.mark.parametrize(("rate", "status"), [("6.4%", "holds"), ("4.6%", "undetermined")])
def test_or_two_sentences_that_tell_a_figure_each(rate: str, status: str) -> None:
    paper = (
        Paper()
        .say("In 2024 the weavers had 104 thousand looms.", ("104 thousand", "looms", 2024))
        .add("By 2028 they will have 133 thousand looms.", ("133 thousand", "looms", 2028))
        .add(f"On an annual basis that is {rate}.", (rate, "basis", None))
    )
    assert told(paper.check(), "cagr") == [status]


# -- multiples


@pytest.mark.parametrize(("times", "status"), [("5.6 times", "holds"), ("6.5 times", "fails")])
@pytest.mark.parametrize("then", ["what it was then", "that of 2021", "the number at that time"])
def test_times_what_it_was_then(then: str, times: str, status: str) -> None:
    paper = (
        Paper()
        .say("There are 297 looms in 2024.", ("297", "looms", 2024))
        .add(f"In 2021 there were 53; the number of today is {times} {then}.", ("53", "looms", 2021), (times, "looms", 2024))
    )  # fmt: skip
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("times", "status"), [("5.6倍", "holds"), ("6.5倍", "fails")])
def test_times_then_in_chinese(times: str, status: str) -> None:
    paper = (
        Paper()
        .say("2024年织机297台。", ("297", "织机", 2024))
        .add(f"2021年织机53台，其后成为当时的{times}。", ("53", "织机", 2021), (times, "织机", 2024))
    )
    assert told(paper.check(), "multiple") == [status]


# -- rates of exchange


@pytest.mark.parametrize(("yuan", "status"), [("RMB 436.8 million", "holds"), ("RMB 463.8 million", "fails")])
def test_a_rate_that_is_sent_for_converts_the_sentence_before(yuan: str, status: str) -> None:
    paper = (
        Paper()
        .say("One dollar cost RMB 7.28 at the average rate of the year.", ("7.28", "average rate", 2024), page=2)
        .say("The weavers took USD 60.0 million in 2024.", ("USD 60.0 million", "weavers", 2024), page=8)
        .add(f"At the rate of section 1 this is {yuan}.", (yuan, "weavers", 2024), page=8)
    )
    assert told(paper.check(), "fx_plausibility") == [status]


@pytest.mark.parametrize("rate", ["At the rate of growth seen before", "After that year"])
def test_a_rate_that_is_not_sent_for_converts_nothing(rate: str) -> None:
    paper = (
        Paper()
        .say("One dollar cost RMB 7.28 at the average rate of the year.", ("7.28", "average rate", 2024), page=2)
        .say("The weavers took USD 60.0 million in 2024.", ("USD 60.0 million", "weavers", 2024), page=8)
        .add(f"{rate} this is RMB 463.8 million.", ("RMB 463.8 million", "weavers", 2024), page=8)
    )
    assert told(paper.check(), "fx_plausibility") == []


@pytest.mark.parametrize(
    ("told_as", "yuan", "found"),
    [
        ("taking the dollar at its mean of 7.28 yuan", "RMB 436.8 million", ["holds"]),
        ("taking the dollar at its mean of 7.28 yuan", "RMB 463.8 million", ["fails"]),
        ("for cloth of 7.28 ells", "RMB 463.8 million", []),
    ],
)
def test_a_mean_in_a_sentence_of_two_currencies_is_a_rate(told_as: str, yuan: str, found: list[str]) -> None:
    paper = Paper().say(
        f"The weavers took USD 60.0 million, or {yuan} {told_as}.",
        ("USD 60.0 million", "weavers", 2024), (yuan, "weavers", 2024), ("7.28", "mean", 2024),
    )  # fmt: skip
    assert told(paper.check(), "fx_plausibility") == found


# -- what bears a rate out, and what is past


def test_a_share_that_its_own_parts_bear_out_need_not_be_that_of_a_table() -> None:
    table = [["Timber", "Share of looms 2024"], ["Oak", "33.1%"], ["Ash", "24.2%"], ["Elm", "42.7%"]]

    def paper(sentence: str, *amounts: tuple[str, str, int]) -> Paper:
        share = ("31.3%", "oak share of looms", 2024)
        return Paper().table("Loom shares", "%", table, page=9).say(sentence, *amounts, share, page=8)

    amounts = [("23.0 thousand", "looms", 2024), ("7.2 thousand", "oak looms", 2024)]
    alone = paper("Oak has a share of looms of 31.3%.")
    borne_out = paper("Of 23.0 thousand looms, oak has 7.2 thousand, which is 31.3%.", *amounts)
    not_so = paper(
        "Of 23.0 thousand looms, oak has 7.6 thousand, which is 31.3%.",
        ("23.0 thousand", "looms", 2024),
        ("7.6 thousand", "oak looms", 2024),
    )
    assert told(alone.check(), "restated_value") == told(not_so.check(), "restated_value") == ["fails"]
    assert told(borne_out.check(), "product_or_share_of") == ["holds"]
    assert told(borne_out.check(), "restated_value") == ["undetermined"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("For 2027 our view is 18.8 thousand, or 1.1 times what was sold in 2024.", []),
        ("In 2027 18.8 thousand were sold, or 1.1 times those of 2024.", ["fails"]),
        ("In 2027, all told, 18.8 thousand were sold.", ["fails"]),
        ("In the high case 18.8 thousand were sold in 2027.", []),  # nothing that has happened
    ],
)
def test_only_what_is_told_of_a_year_to_come_is_past_by_mistake(sentence: str, found: list[str]) -> None:
    paper = Paper().say(sentence, ("18.8 thousand", "looms", 2027))
    assert told(paper.check(published_on="2025-03-01"), "temporal") == found


@pytest.mark.parametrize(
    ("sentence", "language", "found"),
    [
        ("These were multiplied 3.0 times over the period.", "en", ["fails"]),  # 4.0 times it was
        ("These were multiplied 3.0 times over the lake.", "en", []),
        ("期间竹筏扩大3.0倍。", "zh", ["fails"]),
        ("竹筏扩大3.0倍。", "zh", []),
    ],
)
def test_what_is_told_of_the_period_sums_up_the_sentence_before(sentence: str, language: str, found: list[str]) -> None:
    before = {
        "en": "Rafts went from 310 in 2019 to 1,240 in 2024.",
        "zh": "竹筏由2019年310只增至2024年1,240只。",
    }[language]
    times = "3.0倍" if language == "zh" else "3.0 times"
    paper = (
        Paper()
        .say(before, ("310", "rafts", 2019), ("1,240", "rafts", 2024), language=language)
        .add(sentence, (times, "multiplied", None), language=language)
    )
    assert told(paper.check(), "multiple") == found


@pytest.mark.parametrize(
    ("tail", "times", "found"),
    [
        ("its former level", "4.0 times", ["holds"]),
        ("its former level", "3.0 times", ["fails"]),
        ("their earlier number", "3.0 times", ["fails"]),
        ("the level of the sea", "3.0 times", []),
    ],
)
def test_its_former_level_is_that_of_the_sentence_before(tail: str, times: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Rafts went from 310 in 2019 to 1,240 in 2024.", ("310", "rafts", 2019), ("1,240", "rafts", 2024))
        .add(f"It is {times} {tail}.", (times, "it", None))
    )
    assert told(paper.check(), "multiple") == found

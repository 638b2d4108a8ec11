"""Amounts told with a rate, a multiple, a share or a mean: those that give its digits bear it out, others say nothing."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told


@pytest.mark.parametrize(("rate", "found"), [("26.5%", ["holds"]), ("31.4%", [])])  # a misfit alone never fails
def test_two_amounts_told_beside_a_growth_bear_it_out(rate: str, found: list[str]) -> None:
    paper = Paper().say(
        f"After 1,240 kites of late and 980 before them, the makers are proud of growth of {rate}.",
        ("1,240", "kites of late", None), ("980", "kites before them", None), (rate, "makers growth", None),
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(("rate", "found"), [("26.5%", ["holds"]), ("31.4%", [])])
def test_so_do_those_of_the_sentence_before(rate: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("There were 980 kites, then 1,240.", ("980", "kites", None), ("1,240", "kites then", None))
        .add(f"The makers are proud of growth of {rate}.", (rate, "makers growth", None))
    )
    assert told(paper.check(), "growth_rate") == found


def test_or_of_two_sentences_back_but_not_of_another_paragraph() -> None:
    amounts = ("980", "kites", None), ("1,240", "kites then", None)
    growth = "The makers are proud of growth of 26.5%.", ("26.5%", "makers growth", None)
    another = Paper().say("There were 980 kites, then 1,240.", *amounts).say(*growth)
    between = "Their 14 guilds rejoice.", ("14", "guilds", None)
    further = Paper().say("There were 980 kites, then 1,240.", *amounts).add(*between).add(*growth)
    assert (told(another.check(), "growth_rate"), told(further.check(), "growth_rate")) == ([], ["holds"])


@pytest.mark.parametrize(
    ("base", "end", "rate", "found"),
    [
        ("98.0 thousand", "124.0 thousand", "26.5%", ["holds"]),
        ("98 thousand", "99 thousand", "1%", []),  # anything from 0% to 2%
    ],
)
def test_amounts_that_are_too_coarse_say_nothing(base: str, end: str, rate: str, found: list[str]) -> None:
    paper = Paper().say(
        f"After {end} kites of late and {base} before them, the makers are proud of growth of {rate}.",
        (end, "kites of late", None), (base, "kites before them", None), (rate, "makers growth", None),
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(("year", "found"), [(2024, ["holds"]), (2021, [])])
def test_one_of_the_amounts_is_of_the_year_that_a_claim_names(year: int, found: list[str]) -> None:
    paper = (
        Paper()
        .say("In 2019 there were 980 ribbons, in 2024 1,240.", ("980", "ribbons", 2019), ("1,240", "ribbons", 2024))
        .add(f"The makers are proud of growth of 26.5% in {year}.", ("26.5%", "makers growth", year))
    )
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(("times", "found"), [("2.4 times", ["holds"]), ("3.1 times", ["fails"])])
def test_two_amounts_beside_a_multiple(times: str, found: list[str]) -> None:
    paper = Paper().say(
        f"With 2,952 kites against 1,230 the makers have {times} the joy.",
        ("2,952", "kites", None), ("1,230", "against", None), (times, "joy", None),
    )  # fmt: skip
    assert told(paper.check(), "multiple") == found


@pytest.mark.parametrize(("share", "found"), [("41.7%", ["holds"]), ("62.4%", [])])
def test_a_part_and_its_whole_beside_a_share(share: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("The guilds flew 2,952 kites in 2024.", ("2,952", "kites", 2024))
        .add(
            f"Silk was the stuff of 1,230 in May, and has a share of {share}.",
            ("1,230", "silk", 2023), (share, "silk share", None),
        )
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("rate", "found"), [("36.3%", ["holds"]), ("52.1%", [])])
def test_two_counts_beside_a_rate(rate: str, found: list[str]) -> None:
    paper = Paper().say(
        f"We wrote to 2,480 makers, 900 sent word, and the answer rate was {rate}.",
        ("2,480", "makers", None), ("900", "sent word", None), (rate, "answer rate", None),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("mean", "found"), [("35.4", ["holds"]), ("41.9", [])])
def test_two_counts_beside_a_mean(mean: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("There are 82 guilds.", ("82", "guilds", None))
        .add(f"They made 2,903 kites, {mean} each.", ("2,903", "kites", None), (mean, "kites", None))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("mean", "found"), [("35.4", ["holds"]), ("41.9", [])])
def test_both_amounts_may_stand_in_the_sentence_before(mean: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("The 82 guilds made 2,903 kites.", ("82", "guilds", None), ("2,903", "kites", None))
        .add(f"The mean was {mean}.", (mean, "mean", None))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("mean", "found"), [("RMB 4.12 million", ["holds"]), ("RMB 5.37 million", [])])
def test_money_and_a_count_beside_a_mean(mean: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("They lent RMB 337.8 million in 2024.", ("RMB 337.8 million", "lent", 2024))
        .add(f"There are 82 guilds, and the mean loan was {mean}.", ("82", "guilds", None), (mean, "mean loan", 2021))
    )
    assert told(paper.check(), "product_or_share_of") == found


# -- multiples that point back at a figure just told


@pytest.mark.parametrize(("times", "status"), [("5.1 times", "holds"), ("6.1 times", "fails")])
@pytest.mark.parametrize("link", [", {} as much.", ", or about {} as much.", ", that is {} as much, which is a lot."])
def test_as_much_as_was_told_in_the_sentence_before(link: str, times: str, status: str) -> None:
    paper = (
        Paper()
        .say("The bill for tea was RMB 4.4 million in 2020.", ("RMB 4.4 million", "bill for tea", 2020))
        .add(
            f"Four years later the bill came to RMB 22.5 million{link.format(times)}",
            ("RMB 22.5 million", "bill", 2024), (times, "multiple", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Four years later it was RMB 22.5 million, 6.1 times as much as for coffee.",
        "Four years later it was 22.5 thousand cups, 6.1 times as much.",
    ],
)
def test_but_not_of_another_unit_or_as_something_else(sentence: str) -> None:
    later = "RMB 22.5 million" if "RMB" in sentence else "22.5 thousand"
    paper = (
        Paper()
        .say("The bill for tea was RMB 4.4 million in 2020.", ("RMB 4.4 million", "bill for tea", 2020))
        .add(sentence, (later, "bill", 2024), ("6.1 times", "multiple", 2024))
    )
    assert "fails" not in told(paper.check(), "multiple")


POTS = {"Pots sold": {"2020": "12.4", "2022": "27.1", "2024": "42.5"}}


@pytest.mark.parametrize(
    ("first", "times", "found"),
    [
        ("12.4 thousand", "3.4 times", ["holds"]),
        ("12.4 thousand", "4.4 times", ["fails"]),
    ],
)
def test_times_that_figure_leads_to_the_series_that_shows_it(first: str, times: str, found: list[str]) -> None:
    paper = (
        Paper()
        .chart("Pots sold", "thousand", POTS)
        .say(f"Potters made {first} units in 2020;", (first, "potters", 2020))
        .add(f"in 2024 they were {times} that figure.", (times, "they", 2024))
    )
    assert told(paper.check(), "multiple") == found


@pytest.mark.parametrize(("times", "status"), [("1.6倍", "holds"), ("2.1倍", "fails")])
def test_its_multiple_in_chinese_is_of_the_country_just_told(times: str, status: str) -> None:
    paper = (
        Paper()
        .say("茶具专利最多的是中国，为9,792件。", ("9,792件", "中国茶具专利", 2024), language="zh")
        .add(
            f"美国为6,120件，中国是其{times}。", ("6,120件", "美国茶具专利", 2024), (times, "中国", 2024), language="zh"
        )
    )
    assert told(paper.check(), "multiple") == [status]

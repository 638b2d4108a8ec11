"""Series that a text says to rise or fall at every step, against the steps that a chart of its page shows."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told

COST = {"2020": "31.4", "2021": "28.6", "2022": "29.9", "2023": "24.2", "2024": "21.7"}  # up once, in 2022
WAIT = {"2020": "12.3", "2021": "13.1", "2022": "14.8", "2023": "15.2", "2024": "17.5"}


def looms(cost: dict[str, str] = COST) -> Paper:
    return Paper().chart("Cost of a loom", "RMB", {"Cost": cost})


@pytest.mark.parametrize(("middle", "status"), [("26.9", "holds"), ("29.9", "fails")])
@pytest.mark.parametrize(
    "sentence",
    [
        "The cost of a loom has come down in every year since 2020.",
        "The cost of a loom fell year after year.",
        "The cost of a loom fell without a pause.",
        "The cost has dropped each year.",
        "Cost是逐年回落的。",
        "Cost连年下降。",
    ],
)
def test_a_fall_at_every_step_is_that_of_the_series(sentence: str, middle: str, status: str) -> None:
    assert told(looms(COST | {"2022": middle}).say(sentence).check(), "bounds") == [status]


@pytest.mark.parametrize(("last", "status"), [("17.5", "holds"), ("14.9", "fails")])
@pytest.mark.parametrize(
    "sentence", ["The wait grew every year.", "Wait逐年上升。", "The wait widened uninterruptedly."]
)
def test_so_is_a_rise(sentence: str, last: str, status: str) -> None:
    paper = Paper().chart("Hours until a loom comes", "hours", {"Wait": WAIT | {"2024": last}})
    assert told(paper.say(sentence).check(), "bounds") == [status]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Since 2022 the cost of a loom has fallen every year.", "holds"),
        ("Since 2021 the cost of a loom has fallen every year.", "fails"),
        ("The cost of a loom peaked in 2022 and fell year after year.", "holds"),
        ("2022年以来Cost逐年下降。", "holds"),
        ("2021年以来Cost逐年下降。", "fails"),
        ("Cost连续两年下降。", "holds"),
        ("Cost连续三年下降。", "fails"),
    ],
)
def test_from_the_year_that_is_told_or_as_many_as_are_counted(sentence: str, status: str) -> None:
    assert told(looms().say(sentence).check(), "bounds") == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "The cost of a loom will fall in every year.",
        "The cost of a loom has not fallen in every year.",
        "The cost of a loom fell almost every year.",
        "预计Cost将逐年下降。",
        "Cost并非逐年下降。",
        "If it were so, the cost of a loom fell every year.",
        "The cost of a loom fell.",
        "The cost of a loom is told every year.",
        "The cost of a loom rises and falls every year.",
        "In every year of drought the cost of a loom fell.",
        "The pace at which the cost fell grew year after year.",
        "The price of a harp fell without a pause.",  # which is not shown
    ],
)
def test_what_is_to_come_or_not_said_of_every_step_is_left_alone(sentence: str) -> None:
    assert told(looms().say(sentence).check(), "bounds") == []


@pytest.mark.parametrize(("last", "status"), [("24.2", "holds"), ("24.24", "holds"), ("24.9", "fails")])
def test_a_step_within_rounding_may_go_either_way(last: str, status: str) -> None:
    cost = {"2021": "28.6", "2022": "26.9", "2023": "24.2", "2024": last}
    assert told(looms(cost).say("The cost of a loom fell every year.").check(), "bounds") == [status]


def test_two_values_of_a_sentence_tell_which_series_is_meant() -> None:
    paper = Paper().chart("Looms", "RMB", {"Cost": COST, "Wages": WAIT})
    paper.say(
        "It came down without a pause from RMB 31.4 in 2020 to RMB 21.7 in 2024.",
        ("RMB 31.4", "it", 2020), ("RMB 21.7", "it", 2024),
    )  # fmt: skip
    (finding,) = [f for f in paper.check().findings if f.rule == "bounds"]
    assert finding.status == "fails"
    assert "turns from 28.6 RMB to 29.9 RMB" in finding.computation


def test_where_two_series_may_be_meant_none_is() -> None:
    paper = Paper().chart("Looms", "RMB", {"Cost": COST, "Wages": WAIT}).say("Looms fell in price without a pause.")
    assert told(paper.check(), "bounds") == []


@pytest.mark.parametrize(
    ("sentence", "found"), [("The growth of sales slowed every year.", ["fails"]), ("Sales fell every year.", [])]
)
def test_growth_that_slows_is_that_of_a_series_of_rates(sentence: str, found: list[str]) -> None:
    rates = {"2021": "18.2%", "2022": "14.1%", "2023": "15.3%", "2024": "9.6%"}
    paper = Paper().chart("Growth of sales", "%", {"Growth of sales": rates}).say(sentence)
    assert told(paper.check(), "bounds") == found

"""Differences of amounts, and figures that the text names as a chart or table does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told


@pytest.mark.parametrize(("by", "status"), [("260", "holds"), ("206", "fails")])
def test_a_difference_of_amounts_lies_between_the_two_beside_it(by: str, status: str):
    paper = Paper().say(
        f"2024年举办赛事1,240场，比2023年的980场多{by}场。",
        ("1,240", "赛事", 2024),
        ("980", "赛事", 2023),
        (by, "赛事", 2024),
    )
    assert told(paper.check(), "difference") == [status]


@pytest.mark.parametrize(("by", "status"), [("43", "holds"), ("41", "fails")])
def test_a_difference_of_amounts_lies_between_the_two_rows_that_are_named(by: str, status: str):
    paper = (
        Paper()
        .table("Visitors by province, 2024", "thousand", [["Province", "2024"], ["Heilong", "438"], ["Hebei", "395"],
                                                          ["Jilin", "612"]])
        .say(f"Heilong had {by} thousand more than Hebei.", (f"{by} thousand", "Heilong visitors", 2024))
    )  # fmt: skip
    assert told(paper.check(), "difference") == [status]


def test_a_difference_is_no_base_of_growth():
    paper = Paper().say(
        "2024年举办赛事1,240场，比2023年的980场多260场，增长26.5%。",
        ("1,240", "赛事", 2024), ("980", "赛事", 2023), ("260", "赛事", 2024), ("26.5%", "赛事增速", 2024),
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == ["holds"]


@pytest.mark.parametrize("rate", ["25.0%", "52.0%"])
def test_a_rate_beside_its_own_amounts_may_be_far_off(rate: str):
    paper = Paper().say(
        f"Patents came to 2,310 in 2024 against 1,848 in 2023, patent growth of {rate}.",
        ("2,310", "patents", 2024), ("1,848", "patents", 2023), (rate, "patents growth", 2024),
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == ["holds" if rate == "25.0%" else "fails"]


def test_a_share_under_the_name_of_a_slice_is_that_slice():
    paper = (
        Paper()
        .chart("Income by source, 2024", "%", {"Share": {"Halls": "15.2%", "Lessons": "9.4%", "Rest": "75.4%"}},
               kind="pie", period=2024)
        .say("Halls made up 15.2% of income and lessons made up 7.4%.", ("15.2%", "Halls income share", 2024),
             ("7.4%", "lessons income share", 2024))
    )  # fmt: skip
    assert sorted(told(paper.check(), "text_vs_chart")) == ["fails", "holds"]


def test_a_misprint_shows_in_a_figure_that_is_restated_rounded():
    paper = (
        Paper()
        .chart("Export of cranes", "RMB 100 million", {"Export": {"2023": "18,260", "2024": "20,490"}})
        .say("Crane exports came to RMB 2.15 trillion in 2024.", ("RMB 2.15 trillion", "crane exports", 2024), page=3)
    )
    assert told(paper.check(), "text_vs_chart") == ["fails"]


@pytest.mark.parametrize(("last", "status"), [("17.3%", "holds"), ("19.3%", "fails")])
def test_what_a_whole_is_split_by_adds_up(last: str, status: str):
    paper = Paper().say(
        f"按轮次划分，天使轮、成长期和战略投资分别占融资额的38.5%、44.2%和{last}。",
        ("38.5%", "天使轮占比", 2024), ("44.2%", "成长期占比", 2024), (last, "战略投资占比", 2024),
    )  # fmt: skip
    assert told(paper.check(), "share_sum") == [status]


@pytest.mark.parametrize(("rate", "status"), [("16.3%", "holds"), ("18.3%", "fails")])
def test_a_rate_that_falls_back_behind_a_semicolon_is_growth(rate: str, status: str):
    paper = (
        Paper()
        .chart("冰雪经济规模", "亿元", {"规模": {"2020": "3,810", "2021": "5,280", "2022": "6,140"}})
        .say("2021年冰雪经济规模增速为38.6%；", ("38.6%", "冰雪经济规模增速", 2021))
        .add(f"2022年受疫情等多种因素的持续扰动，回落至{rate}。", (rate, "冰雪经济规模", 2022))
    )
    assert sorted(told(paper.check(), "growth_rate")) == sorted(["holds", status])


def test_fewer_than_is_held_against_the_series():
    paper = (
        Paper()
        .chart("2022–2024年冷藏车保有量", "万辆", {"保有量": {"2022": "38.1", "2023": "43.2", "2024": "48.7"}})
        .say("冷藏车保有量不足45万辆。", ("45万辆", "冷藏车保有量", 2024))
    )
    said = paper.facts[-1]
    paper.facts[-1] = replace(said, comparator="<", bound_low=None, bound_high=said.value, counted_noun=None)
    assert told(paper.check(), "text_vs_chart") == ["fails"]

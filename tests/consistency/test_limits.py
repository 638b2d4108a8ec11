"""Limits that a text sets for all rows, all years or so many of them, and the rows that they are set for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told


@pytest.mark.parametrize(("limit", "status"), [("more than 30%", "fails"), ("more than 20%", "holds")])
def test_the_rows_of_the_chart_whose_title_the_text_says(limit: str, status: str) -> None:
    use = {"Glass": "68.3%", "Tiles": "52.4%", "Bricks": "22.4%"}
    paper = Paper().chart("Large firms with a kiln in use, 2024", "%", {"": use}, period=2024)
    printed = limit.rpartition(" ")[2]
    paper.say(
        f"In every trade of the survey, {limit} of large firms now have a kiln in use.",
        (printed, "share of large firms", 2024),
        comparator=">", bound_high=None,
    )  # fmt: skip
    assert told(paper.check(), "bounds") == [status]


@pytest.mark.parametrize(("limit", "status"), [("50%", "fails"), ("40%", "holds")])
def test_as_many_rows_as_are_counted(limit: str, status: str) -> None:
    rows = {"Reducers": "61.2%", "Servos": "58.4%", "Controllers": "43.8%", "Sensors": "55.3%"}
    paper = Paper().chart("Localisation of components", "%", {"2025": rows}, period=2025)
    paper.say(
        f"In every one of the four groups, domestic makers now meet more than {limit} of demand.",
        (limit, "domestic makers share of demand", 2025),
        comparator=">", bound_high=None,
    )  # fmt: skip
    assert told(paper.check(), "bounds") == [status]


@pytest.mark.parametrize(("limit", "status"), [("20%", "fails"), ("30%", "holds")])
def test_all_rows_but_the_one_that_is_left_out(limit: str, status: str) -> None:
    rows = [["Class", "Domestic share"], ["Etch", "25.1%"], ["Deposition", "18.1%"], ["Cleaning", "41.0%"]]
    paper = Paper().table("Kiln equipment", "", rows)
    paper.say(
        f"Outside cleaning, the domestic share is still below {limit} in every class of equipment.",
        (limit, "domestic share", None),
        comparator="<", bound_low=None,
    )  # fmt: skip
    assert told(paper.check(), "bounds") == [status]


@pytest.mark.parametrize(("limit", "status"), [("20万辆", "fails"), ("15万辆", "holds")])
def test_so_many_years_running(limit: str, status: str) -> None:
    exports = {
        "欧洲": {"2022": "34.7", "2023": "55.2", "2024": "52.6"},
        "拉美": {"2022": "7.5", "2023": "17.4", "2024": "28.6"},
    }
    paper = Paper().chart("出口目的地", "万辆", exports, kind="grouped_bar")
    paper.say(
        f"对拉美的出口连续两年超过{limit}。",
        (limit, "对拉美的出口", 2024),
        comparator=">",
        bound_high=None,
        language="zh",
    )
    assert told(paper.check(), "bounds") == [status]


@pytest.mark.parametrize(("limit", "status"), [("15%", "fails"), ("13%", "holds")])
def test_every_year_of_a_chart_of_another_page_that_two_figures_point_to(limit: str, status: str) -> None:
    series = {
        "Market size": {"2025": "96.3", "2026": "115.8", "2027": "136.9"},
        "Annual growth": {"2025": "22.8%", "2026": "20.2%", "2027": "14.2%"},
    }
    paper = Paper().chart("World market", "USD billion", series, kind="combo", page=6)
    paper.say(
        f"From USD 96.3 billion in 2025 to USD 136.9 billion in 2027, in no year is annual growth below {limit}.",
        ("USD 96.3 billion", "world market", 2025), ("USD 136.9 billion", "world market", 2027),
        (limit, "annual growth of the world market", "2025-2027"), page=3,
    )  # fmt: skip
    paper.facts[-1] = replace(paper.facts[-1], comparator=">=", bound_high=None)
    assert told(paper.check(), "bounds")[0] == status


def test_yearly_averages_set_no_limit() -> None:
    rates = {"Alba": "31.2%", "Brack": "46.5%", "Corran": "55.0%"}
    paper = Paper().chart("年复合增长率", "%", {"增长率": rates}, period=2028)
    paper.say(
        "市场空间意味着年均44.5%的增长，其中超过50%来自行业应用。",
        ("44.5%", "增长", 2028), ("50%", "行业应用", 2028), comparator=">", bound_high=None, language="zh",
    )  # fmt: skip
    assert told(paper.check(), "bounds") == []

"""Periods of running text and labels, relative periods, and cues of forecast."""

from __future__ import annotations

from datetime import date

import pytest

from wpextract.quantities import (
    find_periods,
    find_quantities,
    find_relative_periods,
    is_forecast_context,
    numeric_tokens,
    parse_period_label,
    resolve,
)


def spans(text: str) -> list[tuple[str, str | None, str | None, str]]:
    return [(p.text, p.first and str(p.first), p.last and str(p.last), p.kind) for p in find_periods(text)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "named", "first", "last", "kind"),
    [
        ("In 2024, sales", "2024", "2024-01-01", "2024-12-31", "year"),
        ("As of 1H 2025", "1H 2025", "2025-01-01", "2025-06-30", "half"),
        ("in 2025H2", "2025H2", "2025-07-01", "2025-12-31", "half"),
        ("first half of 2025", "first half of 2025", "2025-01-01", "2025-06-30", "half"),
        ("3Q25", "3Q25", "2025-07-01", "2025-09-30", "quarter"),
        ("2025年第二季度", "2025年第二季度", "2025-04-01", "2025-06-30", "quarter"),
        ("预计2026年一季度释放", "2026年一季度", "2026-01-01", "2026-03-31", "quarter"),
        ("By July 2025", "July 2025", "2025-07-01", "2025-07-31", "month"),
        ("截至2024年6月30日", "2024年6月30日", "2024-06-30", "2024-06-30", "instant"),
        ("by the end of 2024", "end of 2024", "2024-12-31", "2024-12-31", "instant"),
        ("截至2024年末", "2024年末", "2024-12-31", "2024-12-31", "instant"),
        ("2020–2024", "2020–2024", "2020-01-01", "2024-12-31", "range"),
        ("2024–27", "2024–27", "2024-01-01", "2027-12-31", "range"),
        ("20192024", "20192024", "2019-01-01", "2024-12-31", "range"),
        ("2019年至2024年", "2019年至2024年", "2019-01-01", "2024-12-31", "range"),
        ("from 2020 to 2024", "2020 to 2024", "2020-01-01", "2024-12-31", "range"),
        ("between January and March 2025", "January and March 2025", "2025-01-01", "2025-03-31", "range"),
        ("in October and November 2025", "October and November 2025", "2025-10-01", "2025-11-30", "range"),
        ("since 2015", "2015", "2015-01-01", None, "since"),
        ("自2015年以来", "2015年以来", "2015-01-01", None, "since"),
        ("in fiscal 2025", "fiscal 2025", "2025-01-01", "2025-12-31", "year"),
        ("year ended March 31, 2020", "year ended March 31, 2020", "2019-04-01", "2020-03-31", "year"),
        ("二〇二四年", "二〇二四年", "2024-01-01", "2024-12-31", "year"),
        ("二〇二四年十一月", "二〇二四年十一月", "2024-11-01", "2024-11-30", "month"),
    ],
)
def test_periods(text: str, named: str, first: str, last: str | None, kind: str) -> None:
    assert spans(text) == [(named, first, last, kind)]


def test_a_list_of_years_is_several_periods() -> None:
    assert [p.text for p in find_periods("2020年、2021年和2022年")] == ["2020年", "2021年", "2022年"]


def test_a_number_that_is_measured_is_no_year() -> None:
    assert find_periods("2000家企业, $2,024, over 2000 units") == []


@pytest.mark.parametrize(
    ("label", "first", "last", "forecast"),
    [
        ("2025E", "2025-01-01", "2025-12-31", True),
        ("2025P", "2025-01-01", "2025-12-31", True),
        ("2025 projected", "2025-01-01", "2025-12-31", True),
        ("2024 (F)", "2024-01-01", "2024-12-31", True),
        ("2023A", "2023-01-01", "2023-12-31", False),
        ("2024Q3", "2024-07-01", "2024-09-30", False),
        ("24Q1", "2024-01-01", "2024-03-31", False),
        ("Q1'24", "2024-01-01", "2024-03-31", False),
        ("Mar-24", "2024-03-01", "2024-03-31", False),
        ("2023年", "2023-01-01", "2023-12-31", False),
        ("2024.04", "2024-04-01", "2024-04-30", False),
        ("2020-06", "2020-06-01", "2020-06-30", False),
        ("2024-2030E", "2024-01-01", "2030-12-31", True),
        ("FY24", "2024-01-01", "2024-12-31", False),
        ("FY24E", "2024-01-01", "2024-12-31", True),
        ("'24", "2024-01-01", "2024-12-31", False),
        ("'24E", "2024-01-01", "2024-12-31", True),
        ("24E", "2024-01-01", "2024-12-31", True),
        ("Q1 24", "2024-01-01", "2024-03-31", False),
        ("H1 FY22", "2022-01-01", "2022-06-30", False),
        ("2H FY23E", "2023-07-01", "2023-12-31", True),
    ],
)
def test_labels(label: str, first: str, last: str, forecast: bool) -> None:
    period = parse_period_label(label)
    assert period is not None
    assert (str(period.first), str(period.last), period.is_forecast) == (first, last, forecast)


@pytest.mark.parametrize("label", ["China", "15", "2019-2024 CAGR", "", "1,250", "Q3"])
def test_what_is_no_dated_label(label: str) -> None:
    assert parse_period_label(label) is None


def test_relative_periods_are_resolved_by_another() -> None:
    (anchor,) = find_periods("2025年上半年市场规模为842亿元")
    same, quarter = find_relative_periods("上年同期为598亿元，第二季度为447亿元")
    earlier, second = resolve(same, anchor), resolve(quarter, anchor)
    assert earlier is not None
    assert second is not None
    assert (earlier.first, earlier.last) == (date(2024, 1, 1), date(2024, 6, 30))
    assert (second.first, second.last, second.kind) == (date(2025, 4, 1), date(2025, 6, 30), "quarter")


@pytest.mark.parametrize(
    ("text", "forecast"),
    [
        ("is projected to exceed USD 2.6 trillion", True),
        ("should grow to RMB 267.8 billion", True),
        ("预计2027年为3,419亿美元", True),
        ("2028年支出有望达到0.41万亿美元", True),
        ("产业规模将超1.2万亿元", True),
        ("Revenue, 2025E", True),
        ("reached USD 615.7 billion in May", False),
        ("市场规模达到1,311亿元，接近千亿", False),
        ("92 large projects", False),
    ],
)
def test_forecast_cues(text: str, forecast: bool) -> None:
    assert is_forecast_context(text) is forecast


def test_every_number_of_a_text_is_accounted_for() -> None:
    text = "In 2024 (see Figure 3), GPT-4 cost $5 million; call 400-072-5588."
    tokens = numeric_tokens(text, find_quantities(text), find_periods(text))
    assert [(token.text, token.disposition) for token in tokens] == [
        ("2024", "date"),
        ("3", "reference"),
        ("4", "identifier"),
        ("5", "fact"),
        ("400", "identifier"),
        ("072", "identifier"),
        ("5588", "identifier"),
    ]


@pytest.mark.parametrize("word", ["所示", "所列", "可见"])
def test_the_number_of_a_figure_counts_nothing(word: str) -> None:
    assert [q.text for q in find_quantities(f"图14{word}六年里投资额最高为91.7亿元。")] == ["91.7亿元"]


def test_a_year_that_comes_to_an_amount_is_no_beginning() -> None:
    assert [p.kind for p in find_periods("2027年来到497.1亿美元")] == ["year"]
    assert [p.kind for p in find_periods("2019年来增长了三成")] == ["since"]


@pytest.mark.parametrize(
    ("label", "years"),
    [("Mean annual change 2024/27", (2024, 2027)), ("Change 2023/24", (2023, 2024)), ("Kites, 2024/05", (2024, 2024))],
)
def test_two_years_with_a_slash_between_them(label: str, years: tuple[int, int]) -> None:
    (period,) = find_periods(label)
    assert (period.first and period.first.year, period.last and period.last.year) == years

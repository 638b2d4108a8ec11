"""A view in another currency: dated rates, printed values untouched, a missing rate an error that names it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from wpextract.publishing.conversion import PRINTED, RateError, convert, rate_on, read_rates


def table(folder: Path, text: str) -> Path:
    path = folder / "rates.csv"
    path.write_text(text, "utf-8")
    return path


def facts(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(
        [dict.fromkeys(PRINTED) | {"value_high": row.get("value_low")} | row for row in rows], columns=PRINTED
    )


RATES = "date,from,to,rate\n2023-12-31,CNY,USD,0.14\n2024-12-31,CNY,USD,0.137\n"


def test_a_fact_takes_the_latest_rate_of_its_period(tmp_path: Path) -> None:
    printed = facts(
        {"currency": "CNY", "value_low": 1e9, "period_end": date(2024, 6, 30)},
        {"currency": "CNY", "value_low": 1e9, "period_end": date(2024, 12, 31)},
        {"currency": "USD", "value_low": 5.0, "period_end": date(2020, 12, 31)},
        {"currency": "CNY", "value_low": 7.0},
        {"currency": None, "value_low": 12.0},
    )
    view = convert(printed, read_rates(table(tmp_path, RATES)), "USD")
    assert list(view["converted_low"][:3]) == [1.4e8, 1.37e8, 5.0]
    assert list(view["rate_date"][:2]) == [date(2023, 12, 31), date(2024, 12, 31)]
    assert list(view["value_low"]) == [1e9, 1e9, 5.0, 7.0]  # as printed; what is no money is left out
    assert view["converted_low"][3] is None  # no period, no day to convert at


def test_a_missing_rate_is_named(tmp_path: Path) -> None:
    rates = read_rates(table(tmp_path, RATES))
    with pytest.raises(RateError, match="No rate from CNY to USD on or before 2022-12-31"):
        rate_on(rates, "CNY", "USD", date(2022, 12, 31))
    with pytest.raises(RateError, match="No rate from EUR to USD"):
        rate_on(rates, "EUR", "USD", date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("date,from,rate\n", "no column to"),
        ("date,from,to,rate\n2024,CNY,USD,0.14\n", "line 2"),
        ("date,from,to,rate\n2024-01-01,CNY,USD,-1\n", "positive number"),
    ],
)
def test_a_table_that_cannot_be_read_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RateError, match=message):
        read_rates(table(tmp_path, text))


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RateError, match=r"none\.csv: no such file"):
        read_rates(tmp_path / "none.csv")

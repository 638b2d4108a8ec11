"""A view of a release's money in another currency, by a dated rate table that the user supplies.

The release keeps what was printed; the view sets converted columns beside it. A rate table is a CSV file with the
columns `date` (ISO), `from`, `to` (ISO 4217) and `rate` (units of `to` for one of `from`). A fact takes the latest rate
dated on or before the last day of its period, and that rate's date is shown.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pandas as pd

from wpextract.errors import WpextractError

PRINTED = [
    "document_id", "fact_id", "page", "source", "metric", "geography", "snippet", "currency", "value_low", "value_high",
    "period_start", "period_end",
]  # fmt: skip


class RateError(WpextractError):
    """A rate table that cannot be read, or that has no rate for a fact; the message names the rate that is wanted."""


@dataclass(frozen=True, slots=True)
class Rate:
    """From `day` on, one unit of a currency is `factor` units of another."""

    day: date
    factor: Decimal


Rates = dict[tuple[str, str], list[Rate]]


def read_rates(path: Path) -> Rates:
    """The rates of a CSV file by pair of currencies, the earliest first.

    Raises:
        RateError: there is no such file, it lacks a column, or a line holds no date or no positive number.
    """
    if not path.is_file():
        raise RateError(f"{path}: no such file. Name a CSV file with the columns date, from, to, rate.")
    rates: defaultdict[tuple[str, str], list[Rate]] = defaultdict(list)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if missing := {"date", "from", "to", "rate"} - set(reader.fieldnames or ()):
            raise RateError(f"{path}: no column {', '.join(sorted(missing))}. Name the columns date, from, to, rate.")
        for row in reader:
            try:
                rate = Rate(date.fromisoformat(row["date"].strip()), Decimal(row["rate"].strip()))
            except (ValueError, InvalidOperation, AttributeError) as error:
                raise RateError(f"{path}, line {reader.line_num}: no date and rate in {row}.") from error
            if not (rate.factor.is_finite() and rate.factor > 0):
                raise RateError(f"{path}, line {reader.line_num}: a rate is a positive number, not {row['rate']}.")
            rates[row["from"].strip().upper(), row["to"].strip().upper()].append(rate)
    return {pair: sorted(dated, key=lambda r: r.day) for pair, dated in rates.items()}


def rate_on(rates: Rates, source: str, target: str, day: date) -> Rate:
    """The latest rate dated on or before `day`; a currency is worth itself.

    Raises:
        RateError: the table has no such rate.
    """
    if source == target:
        return Rate(day, Decimal(1))
    dated = rates.get((source, target), [])
    at = bisect_right([r.day for r in dated], day)
    if at == 0:
        raise RateError(
            f"No rate from {source} to {target} on or before {day}. Add a line `{day},{source},{target},RATE`."
        )
    return dated[at - 1]


def convert(facts: pd.DataFrame, rates: Rates, target: str) -> pd.DataFrame:
    """The money facts, each with `rate`, `rate_date`, `converted_currency`, `converted_low` and `converted_high`.

    A fact without a period has no day to convert at: its converted columns are empty.

    Raises:
        RateError: a rate is missing.
    """
    money = facts.loc[facts["currency"].notna(), PRINTED].reset_index(drop=True)
    rows: list[tuple[object, ...]] = []
    for fact in money.to_dict("records"):
        day = next((d for d in (fact["period_end"], fact["period_start"]) if not pd.isna(d)), None)
        if day is None:
            rows.append((target, None, None, None, None))
            continue
        rate = rate_on(rates, fact["currency"], target, pd.Timestamp(day).date())
        ends = [
            None if pd.isna(v) else float(Decimal(repr(float(v))) * rate.factor)
            for v in (fact["value_low"], fact["value_high"])
        ]
        rows.append((target, float(rate.factor), rate.day, *ends))
    columns = ["converted_currency", "rate", "rate_date", "converted_low", "converted_high"]
    return pd.concat([money, pd.DataFrame(rows, columns=columns, dtype=object)], axis=1)


def convert_release(release: Path, rates: Path, target: str) -> pd.DataFrame:
    """The view of all documents of a release; the release itself is only read.

    Raises:
        RateError: the folder holds no facts, the table cannot be read or a rate is missing.
    """
    files = sorted((release / "facts").glob("*.parquet"))
    if not files:
        raise RateError(f"{release}: no facts. Name a release, such as output/latest.")
    frames = [pd.read_parquet(file) for file in files]
    return convert(pd.concat(frames, ignore_index=True), read_rates(rates), target.upper())

"""What the sample says is read: every marked number, every point, every cell, with value, unit and period."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.sample_document import content as c
from tests.sample_document.truth import OUTPUT
from wpextract.extraction import Extraction
from wpextract.facts.model import Fact

Row = dict[str, object]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (OUTPUT / f"{name}.jsonl").read_text("utf-8").splitlines()]


def digits(text: object) -> str:
    return "".join(ch for ch in str(text) if ch.isdigit())


def same_number(fact: Fact, row: Row) -> bool:
    return (
        fact.source == "prose"
        and fact.page == row["page"]
        and digits(fact.snippet) == digits(row["snippet"])
        and (fact.value_low, fact.value_high) == (Decimal(str(row["value_low"])), Decimal(str(row["value_high"])))
        and fact.currency == row["currency"]
    )


def asked(row: Row) -> bool:
    return not row["optional"]


FACTS = [row for row in rows("facts") if asked(row)]


def count(sample: Extraction, agrees: Callable[[Fact, Row], bool]) -> list[str]:
    """The true facts that no published one agrees with."""
    return [
        f"p{row['page']} {row['snippet']}"
        for row in FACTS
        if not any(same_number(fact, row) and agrees(fact, row) for fact in sample.facts)
    ]


def test_every_number_of_the_prose_is_a_fact(sample: Extraction) -> None:
    assert count(sample, lambda fact, row: True) == []


def test_facts_have_their_comparator(sample: Extraction) -> None:
    assert count(sample, lambda fact, row: fact.comparator == row["comparator"]) == []


def year(day: object) -> str:
    return str(day)[:4]


def test_facts_have_their_period(sample: Extraction) -> None:
    missed = count(
        sample,
        lambda fact, row: (
            year(row["period_end"]) not in str(row["context"]) or year(fact.period_end) == year(row["period_end"])
        ),
    )
    assert missed == []


def test_facts_know_forecasts(sample: Extraction) -> None:
    assert count(sample, lambda fact, row: fact.is_forecast == row["is_forecast"]) == []


def test_nothing_else_is_a_fact_of_the_prose(sample: Extraction) -> None:
    known = {(row["page"], digits(row["snippet"])) for row in rows("facts")}
    extra = [
        f"p{f.page} {f.snippet}"
        for f in sample.facts
        if f.source == "prose" and digits(f.snippet) and (f.page, digits(f.snippet)) not in known
    ]
    assert extra == []


@pytest.mark.parametrize("title", [chart.title for chart in c.charts(c.Planted()).values()])
def test_every_point_of_a_chart_is_read(sample: Extraction, title: str) -> None:
    """By category and label, or within 2% of the largest where none is printed; in base units of the true unit."""
    facts = {f.source_id: f for f in sample.facts}
    wanted = [row for row in rows("chart_points") if row["chart_title"] == title]
    near = Decimal("0.02") * max(abs(Decimal(str(row["value_true_base"]))) for row in wanted)
    missed = []
    for row in wanted:
        want = Decimal(str(row["value_true_base"]))
        tolerance = Decimal(0) if row["value_as_printed"] else near
        if not any(
            (chart.page, point.category) == (row["page"], row["category"])
            and (fact := facts.get(point.point_id)) is not None
            and fact.value is not None
            and abs(fact.value - want) <= tolerance
            and fact.currency == row["currency"]
            for chart in sample.charts
            for point in chart.points
        ):
            missed.append(f"{row['series']} {row['category']} {row['value_as_printed']}")
    assert missed == []


@pytest.mark.parametrize("name", list(c.tables(c.Planted())))
def test_every_cell_of_a_table_is_read(sample: Extraction, name: str) -> None:
    (row,) = [row for row in rows("tables") if row["table_id"] == name]
    cells = row["cells"]
    assert isinstance(cells, list)
    (table,) = [t for t in sample.tables if " ".join(t.title.split()) == " ".join(str(row["title"]).split())]
    assert (table.rows, table.columns) == (row["n_rows"], row["n_cols"])
    read = {(cell.row, cell.col, cell.row_span, cell.col_span, cell.text) for cell in table.cells if cell.text}
    assert {(k["row"], k["col"], k["rowspan"], k["colspan"], k["text"]) for k in cells} == read

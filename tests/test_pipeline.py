"""The whole way on the sample white paper: what it says is read, what is planted in it is found."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.conftest import SAMPLE
from wpextract.errors import SourceError
from wpextract.extraction import Extraction
from wpextract.facts.model import Fact
from wpextract.pipeline import extract


def the_fact(sample: Extraction, page: int, snippet: str) -> Fact:
    (fact,) = [f for f in sample.facts if f.page == page and f.snippet == snippet and f.source == "prose"][:1]
    return fact


@pytest.mark.parametrize(
    ("page", "snippet", "value", "currency", "unit", "year"),
    [
        (2, "RMB 184.5 billion", "184500000000", "CNY", "CNY", 2024),
        (2, "71.2%", "71.2", None, "%", 2024),
        (4, "RMB 308.8 billion", "308800000000", "CNY", "CNY", 2028),
        (9, "RMB 66.8 billion", "66800000000", "CNY", "CNY", 2023),
    ],
)
def test_prose_numbers_have_their_unit_and_period(
    sample: Extraction, page: int, snippet: str, value: str, currency: str | None, unit: str, year: int
) -> None:
    fact = the_fact(sample, page, snippet)
    assert (fact.value, fact.currency, fact.unit) == (Decimal(value), currency, unit)
    assert fact.period_end and fact.period_end.year == year


def test_every_prose_fact_stands_in_a_box_on_its_page(sample: Extraction) -> None:
    assert all(f.box is not None for f in sample.facts)


def test_a_range_whose_dash_lost_its_mapping_is_one_range(sample: Extraction) -> None:
    fact = the_fact(sample, 16, "RMB 40–60 billion")
    assert (fact.value_low, fact.value_high, fact.dash_lost) == (
        Decimal(40_000_000_000),
        Decimal(60_000_000_000),
        "repaired",
    )


def test_charts_and_tables_are_read(sample: Extraction) -> None:
    kinds = [c.kind for c in sample.charts]
    assert kinds[:4] == ["bar", "line", "doughnut", "stacked_100"]
    assert {"horizontal_bar", "stacked_bar", "combo", "grouped_bar", "waterfall"} <= set(kinds)
    assert [(t.title, t.rows, t.columns) for t in sample.tables][:2] == [
        ("Table 1 Market by region", 6, 5),
        ("Table 2 Medicine cold chains by product", 6, 5),
    ]


def test_a_chart_in_100_million_labelled_billion_is_found_and_corrected(sample: Extraction) -> None:
    chart = sample.charts[0]
    values = {p.category: f.value for p in chart.points for f in sample.facts if f.source_id == p.point_id}
    assert values["2024"] == Decimal("184.5e9")
    (correction,) = [c for c in sample.corrections if c.printed == "Unit: RMB Billion"]
    assert (correction.factor, correction.status) == (Decimal("0.1"), "applied")
    (finding,) = [
        f for f in sample.findings if f.rule == "unit_scale_mismatch" and f.correction_id == correction.correction_id
    ]
    assert (finding.status, finding.severity) == ("fails", "error")


@pytest.mark.parametrize(
    ("rule", "printed"), [("growth_rate", "17.9%"), ("share_sum", "44%"), ("chart_geometry", "91")]
)
def test_planted_contradictions_are_found(sample: Extraction, rule: str, printed: str) -> None:
    failing = [f for f in sample.findings if f.rule == rule and f.status == "fails"]
    assert any(printed in f"{f.statement} {f.computation} {f.diagnosis}" for f in failing)


def test_relations_that_hold_are_published_too(sample: Extraction) -> None:
    assert sum(f.status == "holds" for f in sample.findings) > 20


def test_no_fact_takes_part_in_more_tokens_than_there_are(sample: Extraction) -> None:
    known = {f.fact_id for f in sample.facts}
    assert all(t.fact_id in known for t in sample.number_tokens if t.disposition == "fact")


@pytest.mark.parametrize(
    ("fault", "code"),
    [(RecursionError("deep"), "internal"), (ZeroDivisionError("x"), "internal"), (MemoryError(), "out_of_memory")],
)
def test_a_fault_of_ours_is_a_typed_error(fault: Exception, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> None:
        raise fault

    monkeypatch.setattr("wpextract.pipeline.find_tables", faulty)
    with pytest.raises(SourceError) as caught:
        extract(SAMPLE, pages=[1])
    assert (caught.value.source, caught.value.code) == (SAMPLE.name, code)
    assert caught.value.remedy


def test_progress_counts_pages() -> None:
    seen: list[tuple[int, int]] = []
    extract(SAMPLE, pages=[1, 2], progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]

"""A release is checked again from its files: the same values, the same findings, and what differs is said."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.consistency.build import BOX, Paper
from tests.publishing.test_release import no_report, sources
from wpextract.consistency import Correction, rules_of
from wpextract.consistency.corrections import corrected
from wpextract.consistency.diagnosis import Diagnosis
from wpextract.consistency.facts_view import view
from wpextract.errors import ReleaseError
from wpextract.extraction import Extraction
from wpextract.facts.model import Fact
from wpextract.ids import Ids
from wpextract.publishing import publish
from wpextract.publishing.contracts import DATASETS
from wpextract.publishing.recheck import documents_of, recheck, rows_of_release
from wpextract.publishing.records import Row, rows_of
from wpextract.publishing.reload import as_printed, extraction_of
from wpextract.reading.model import Document, Place

DRAWN = "value_from_geometry"  # a quotient of floats


@pytest.fixture(scope="module")
def release(sample: Extraction, tmp_path_factory: pytest.TempPathFactory) -> Path:
    published = publish(tmp_path_factory.mktemp("output"), sources(sample), no_report, run={})
    assert published.release is not None
    return published.release


@pytest.fixture(scope="module")
def rows(sample: Extraction, release: Path) -> dict[str, list[Row]]:
    return rows_of_release(release, sample.document.document_id)


def by_key(found: Mapping[str, Sequence[Row]], dataset: str) -> list[Row]:
    key = {"number_tokens": "text"}.get(dataset, next(iter(k for k in found[dataset][0] if k.endswith("_id"))))
    return sorted(found[dataset], key=lambda r: (str(r[key]), str(r)))


def test_rows_become_values_and_the_same_rows_again(rows: dict[str, list[Row]]) -> None:
    again = rows_of(extraction_of(rows))
    for dataset in rows:
        for row, back in zip(by_key(rows, dataset), by_key(again, dataset), strict=True):
            assert {k: v for k, v in back.items() if k != DRAWN} == {k: v for k, v in row.items() if k != DRAWN}
            assert (back.get(DRAWN) or 0.0) == pytest.approx(row.get(DRAWN) or 0.0, rel=1e-12)


@pytest.mark.parametrize("dataset", DATASETS)
def test_files_tell_the_order_of_reading(sample: Extraction, rows: dict[str, list[Row]], dataset: str) -> None:
    """Which mark, row or slice comes first is in no column, and rules ask for it."""
    assert [str(r) for r in rows[dataset]] == [str(r) for r in rows_of(sample)[dataset]]


def test_facts_come_back_in_order_with_what_no_column_holds(sample: Extraction, rows: dict[str, list[Row]]) -> None:
    def told(f: Fact) -> dict[str, Any]:
        return {x.name: getattr(f, x.name) for x in fields(f) if x.name != "boxes"}

    assert [told(f) for f in extraction_of(rows).facts] == [told(f) for f in sample.facts]


def test_the_findings_of_the_sample_come_out_as_published(sample: Extraction, rows: dict[str, list[Row]]) -> None:
    done = recheck(rows)
    assert done.differences == ()
    assert {replace(f, printed=None, derived=None) for f in done.findings} == {  # type: ignore[arg-type]
        replace(f, printed=None, derived=None)
        for f in sample.findings  # type: ignore[arg-type]
    }
    assert done.carried == sum(f.rule in ("chart_geometry", "range_dash_lost") for f in sample.findings) > 0


def test_what_differs_is_told(rows: dict[str, list[Row]]) -> None:
    findings = [dict(r) for r in rows["findings"]]
    growth = next(r for r in findings if r["rule"] == "growth_rate" and r["status"] == "fails")
    growth["status"] = "holds"
    lost = next(r for r in findings if r["rule"] == "share_sum")
    findings.remove(lost)
    mine = rules_of("mine.yaml", "- {rule: mine, left: {metric: tractors}, right: {metric: total}}")
    differences = recheck({**rows, "findings": findings}, mine).differences
    assert sorted((d.kind, d.told.split(":")[0], d.told.split(": ")[1]) for d in differences) == [
        ("appeared", f"{lost['status']} {lost['severity']}", "share_sum"),
        ("appeared", "undetermined info", "mine"),
        ("changed", "holds error -> fails error", "growth_rate"),
    ]


def test_a_rule_of_then_that_is_no_more_is_told(sample: Extraction) -> None:
    extra = replace(sample.findings[0], rule="mine")
    (gone,) = recheck(rows_of(replace(sample, findings=(*sample.findings, extra)))).differences
    assert (gone.kind, gone.before) == (
        "gone",
        replace(extra, printed=gone.before.printed, derived=gone.before.derived),
    )  # type: ignore[union-attr,arg-type]


def test_a_wrong_currency_is_undone_and_found_again() -> None:
    made = (
        Paper()
        .say("Crane exports reached USD 35.27 billion in 2024.", ("USD 35.27 billion", "crane exports", 2024))
        .say("Crane exports were USD 31.62 billion in 2023.", ("USD 31.62 billion", "crane exports", 2023))
        .chart("Crane exports, 2021-2024", "RMB billion", {"": {"2023": "31.62", "2024": "35.27"}})
    )
    facts = tuple(replace(f, boxes=(Place(f.page, BOX),)) for f in made.facts)
    checked = replace(made, facts=list(facts)).check()
    document = Document("doc", "0" * 64, "doc.pdf", "pdf", 1, (), "en", pages_total=20)
    whole = Extraction(
        document, tuple(made.blocks), (), tuple(made.charts), checked.facts, (), checked.findings, checked.corrections
    )
    assert {f.currency for f in checked.facts} == {"USD"}
    again = extraction_of(rows_of(whole))
    assert [(f.currency, f.unit, f.correction_id) for f in as_printed(again)] == [
        (f.currency, f.unit, None) for f in facts
    ]
    assert recheck(rows_of(whole)).differences == ()


numbers = st.decimals(Decimal("0.01"), Decimal("99999"), places=2)


@given(numbers, numbers, st.sampled_from(["0.001", "0.1", "10", "1000"]), st.sampled_from(["1", "1000", "1e8"]))
def test_a_correction_undone_is_the_print(low: Decimal, more: Decimal, factor: str, scale: str) -> None:
    made = Paper().say("It was 5 units.", ("5", "units", 2024)).facts[0]
    low, high = low * Decimal(scale), (low + more) * Decimal(scale)
    fact = replace(
        made, value=None, value_low=low, value_high=high, bound_low=low, bound_high=high, scale=Decimal(scale)
    )
    fix = Correction(
        Ids("0" * 64).new("correction", 1, "x"), (), "scale", "a", "b", Decimal(factor), (), "applied", None, None, None, None
    )  # fmt: skip
    changed = corrected(fact, fix, Diagnosis((view(fact),), Decimal(factor), None, (), (), 1.0, 1.0))
    document = Document("doc", "0" * 64, "doc.txt", "text", 1, (), "en")
    whole = Extraction(document, (), (), (), (changed,), (), (), (fix,))
    (back,) = as_printed(extraction_of(rows_of(whole)))
    assert (back.value_low, back.bound_low, back.bound_high, back.scale) == (low, low, high, Decimal(scale))
    assert back.correction_id is None


def test_what_is_no_release_is_named_with_its_remedy(release: Path, sample: Extraction, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="this is no release. Name a folder such as output/latest"):
        documents_of(tmp_path)
    copy = tmp_path / "copy"
    shutil.copytree(release, copy)
    broken = copy / "facts" / f"{sample.document.document_id}.parquet"
    broken.write_bytes(b"PAR1")
    with pytest.raises(ReleaseError, match="cannot be read"):
        rows_of_release(copy, sample.document.document_id)
    shutil.copy(copy / "blocks" / broken.name, broken)
    with pytest.raises(ReleaseError, match="the column fact_id is missing; another version wrote it"):
        rows_of_release(copy, sample.document.document_id)

"""A release is complete, the same for the same input, and never half there."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow
import pyarrow.parquet as pq
import pytest

from tests.conftest import SAMPLE
from tests.consistency.build import Paper
from wpextract.extraction import Extraction, Rejected
from wpextract.publishing import Published, Source, publish
from wpextract.publishing.contracts import DATASETS, contracts, data_dictionary
from wpextract.publishing.records import rows_of
from wpextract.publishing.release import breaches, write_parquet
from wpextract.publishing.suite import validate_staged
from wpextract.reading.model import Block, Box, Document, Page, Place, Places

BAD = Rejected("word.pdf", "not_a_pdf", "the file is not a PDF", "Convert it to PDF.")


def no_report(
    _: Sequence[Extraction], __: Sequence[Rejected], ___: Mapping[str, Path], folder: Path, *named: object
) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text("<p>report</p>", "utf-8")
    return folder / "index.html"


def sources(sample: Extraction, *, bad: bool = False) -> list[Source]:
    good = Source(Path(sample.document.source_name), sample.document.sha256, sample.document.bytes, sample)
    return [good, *([Source(Path("word.pdf"), "0" * 64, 3, BAD)] if bad else [])]


@pytest.fixture(scope="module")
def released(sample: Extraction, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Published]:
    output = tmp_path_factory.mktemp("output")
    return output, publish(output, sources(sample, bad=True), no_report, run={"name": "test"})


@pytest.mark.parametrize("name", DATASETS)
def test_every_contract_renders(name: str) -> None:
    contract = contracts()[name]
    names = [c.name for c in contract.columns]
    assert contract.arrow().names == names
    assert list(contract.pandera().columns) == names
    assert f"## {name}" in data_dictionary()


def test_the_sample_keeps_every_contract(sample: Extraction) -> None:
    assert breaches(rows_of(sample)) == []


@pytest.mark.parametrize(
    ("turned", "shown"), [(0, (10, 20, 40, 30)), (90, (20, 260, 30, 290)), (270, (370, 10, 380, 40))]
)
def test_boxes_of_a_page_drawn_sideways_are_on_the_page_as_it_is_shown(
    turned: int, shown: tuple[float, float, float, float]
) -> None:
    page = Page(1, 300, 400, (), turned=turned)  # upright; 400 wide and 300 high as it is shown
    block = Block("block-1", 1, "paragraph", 0, "Tea", Box(10, 20, 40, 30), Places.of([None] * 3))
    document = Document("d", "0" * 64, "tea.pdf", "pdf", 1, (page,), "en")
    fact = replace(Paper()._fact("31%"), source_id="block-1", boxes=(Place(1, block.box), Place(2, Box(1, 2, 3, 4))))
    told = rows_of(Extraction(document, (block,), (), (), (fact,), (), (), ()))
    (row,), (number,) = told["blocks"], told["facts"]
    assert (row["x0"], row["top"], row["x1"], row["bottom"]) == shown
    here, elsewhere = ((b["x0"], b["top"], b["x1"], b["bottom"]) for b in number["boxes"])
    assert (here, elsewhere) == (shown, (1, 2, 3, 4))  # a page that lies as it is read


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("kind", "guess", "facts.kind"),
        ("page", 0, "facts.page"),
        ("metric", None, "facts.metric"),
        ("confidence", 1.5, "facts.confidence"),
        ("page", 2.5, "facts.page: is int32"),
        ("page", "2", "facts.page: is int32"),
        ("page", 1 << 31, "facts.page: is int32"),
        ("is_forecast", 1, "facts.is_forecast: is bool"),
        ("value_low", "12", "facts.value_low: is float64"),
        ("bound_low", float("nan"), "facts.bound_low: is float64"),
        ("bound_high", float("inf"), "facts.bound_high: is float64"),
        ("period_start", "2024-01-01", "facts.period_start: is date32"),
        ("period_start", datetime(2024, 1, 1), "facts.period_start: is date32"),
        ("metric", "half a \ud800 pair", "facts.metric: is string"),
        ("boxes", [{"page": "one"}], "facts.boxes: is boxes"),
        ("boxes", "none", "facts.boxes: is boxes"),
        ("correction_id", "correction-none", "facts.correction_id: refers to corrections"),
        ("source_id", "block-none", "facts.source_id: refers to blocks, table_cells, chart_points, charts"),
        ("pages", 3, "facts.pages: the columns are not those"),
    ],
)
def test_a_breach_names_dataset_column_and_value(sample: Extraction, column: str, value: object, said: str) -> None:
    rows = rows_of(sample)
    rows["facts"][0][column] = value
    assert any(line.startswith(said) for line in breaches(rows))


@pytest.mark.parametrize(
    ("dataset", "column", "value", "said"),
    [
        ("table_cells", "table_id", "table-none", "refers to tables"),
        ("chart_points", "chart_id", "chart-none", "refers to charts"),
        ("number_tokens", "fact_id", "fact-none", "refers to facts"),
        ("findings", "members", [{"dataset": "facts", "id": "fact-none", "role": "part"}], "refers to"),
        ("corrections", "evidence", ["finding-none"], "refers to findings"),
        ("corrections", "targets", [{"dataset": "nothing", "id": "x"}], "refers to"),
    ],
)
def test_an_id_must_have_its_row(sample: Extraction, dataset: str, column: str, value: object, said: str) -> None:
    rows = rows_of(sample)
    rows[dataset][0][column] = value
    (line,) = breaches(rows)
    assert line.startswith(f"{dataset}.{column}: {said}")


def test_two_rows_of_one_key_break_the_contract(sample: Extraction) -> None:
    rows = rows_of(sample)
    rows["charts"][1] = rows["charts"][1] | {"chart_id": rows["charts"][0]["chart_id"]}
    told = [line for line in breaches(rows) if "multiple_fields_uniqueness" in line]
    assert len(told) == 2 and all(rows["charts"][0]["chart_id"] in line for line in told)


def test_crossed_ends_break_the_contract(sample: Extraction) -> None:
    rows = rows_of(sample)
    rows["facts"][0] |= {"value_low": 2.0, "value_high": 1.0}
    assert any("value_low <= value_high" in line for line in breaches(rows))


def test_the_same_rows_give_the_same_bytes(sample: Extraction, tmp_path: Path) -> None:
    rows = rows_of(sample)["facts"]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert (
        write_parquet(tmp_path / "a", "facts", "x", rows).read_bytes()
        == write_parquet(tmp_path / "b", "facts", "x", rows).read_bytes()
    )


@pytest.mark.parametrize("dataset", [n for n in DATASETS if "page" in contracts()[n].arrow().names])
def test_rows_stand_page_by_page(released: tuple[Path, Published], dataset: str) -> None:
    for path in (released[0] / "latest" / dataset).glob("*.parquet"):
        pages = pq.read_table(path)["page"].to_pylist()
        assert pages == sorted(pages)


def test_facts_of_prose_stand_in_the_order_of_reading(released: tuple[Path, Published], sample: Extraction) -> None:
    files = [released[0] / "latest" / d / f"{sample.document.document_id}.parquet" for d in ("blocks", "facts")]
    blocks, facts = (pq.read_table(f).to_pylist() for f in files)
    order = {b["block_id"]: b["order"] for b in blocks}
    prose = [(f["page"], order[f["source_id"]], f["char_start"]) for f in facts if f["source"] == "prose"]
    assert len(prose) > 10 and prose == sorted(prose)


def test_the_manifest_says_what_made_the_release_and_what_is_in_it(released: tuple[Path, Published]) -> None:
    release = released[0] / "latest"
    manifest = json.loads((release / "manifest.json").read_text("utf-8"))
    assert manifest["run"]["name"] == "test" and manifest["run"]["promoted"] > manifest["run"]["publishing_started"]
    assert {"wpextract", "python", "pyarrow", "pdfplumber", "great-expectations"} <= set(manifest["versions"])
    assert {f["path"] for f in manifest["files"]} == {
        p.relative_to(release).as_posix() for p in release.rglob("*.parquet")
    }
    for file in manifest["files"]:
        assert hashlib.sha256((release / file["path"]).read_bytes()).hexdigest() == file["sha256"]
        assert pq.read_metadata(release / file["path"]).num_rows == file["rows"]


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        command = ["extract", str(SAMPLE), "--pages", "3-5", "--format", "parquet", "--output", str(tmp_path / seed)]
        code = f"from wpextract.cli import app; app({command!r})"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True)
    files = sorted(p.relative_to(tmp_path / "1") for p in (tmp_path / "1").rglob("*.parquet"))
    assert len(files) == len(DATASETS)
    assert all((tmp_path / "1" / f).read_bytes() == (tmp_path / "2" / f).read_bytes() for f in files)


def test_a_release_is_promoted_and_latest_links_to_it(released: tuple[Path, Published]) -> None:
    output, published = released
    assert published.release and published.release.parent == output / "releases"
    assert (output / "latest").is_symlink() and not Path(str((output / "latest").readlink())).is_absolute()
    assert (output / "latest").resolve() == published.release.resolve()
    assert not list(output.glob(".staging-*"))
    package = json.loads((output / "latest" / "datapackage.json").read_text("utf-8"))
    assert {r["path"].split("/")[0] for r in package["resources"]} == set(DATASETS)


def test_duckdb_reads_the_facts(released: tuple[Path, Published], sample: Extraction) -> None:
    query = f"select count(*), count(distinct fact_id) from '{released[0]}/latest/facts/*.parquet'"
    assert duckdb.sql(query).fetchall() == [(len(sample.facts), len(sample.facts))]


def test_columns_carry_their_meaning_in_the_file(released: tuple[Path, Published]) -> None:
    path = next((released[0] / "latest" / "facts").glob("*.parquet"))
    field = pq.read_schema(path).field("value_low")
    assert field.metadata[b"description"] == b"Lower printed end."
    assert field.metadata[b"unit"] == b"base unit"


def test_a_rejected_document_has_its_row_and_the_others_publish(released: tuple[Path, Published]) -> None:
    rows = duckdb.sql(
        f"select source_name, status, reason from '{released[0]}/latest/documents/*.parquet' order by 1"
    ).fetchall()
    assert [r[:2] for r in rows] == [("cold-chain-white-paper.pdf", "published"), ("word.pdf", "rejected")]
    assert rows[1][2] == "not_a_pdf: the file is not a PDF. Convert it to PDF."


def test_data_docs_load_nothing_from_outside(released: tuple[Path, Published]) -> None:
    pages = list((released[0] / "latest" / "data_docs").rglob("*.html"))
    assert len(pages) > len(DATASETS)
    for page in pages:
        text = page.read_text("utf-8")
        assert 'src="http' not in text and '<link rel="stylesheet" href="http' not in text


def test_a_file_that_left_is_named(released: tuple[Path, Published], sample: Extraction) -> None:
    output, before = released
    after = publish(output, sources(sample), no_report, run={})
    assert before.left == () and after.left == ("word.pdf",)
    manifest = json.loads((output / "latest" / "manifest.json").read_text("utf-8"))
    assert manifest["left_since_last_release"] == ["word.pdf"]
    assert [d["source_name"] for d in manifest["documents"]] == [sample.document.source_name]


def test_nothing_readable_promotes_nothing_and_says_why(sample: Extraction, tmp_path: Path) -> None:
    good = publish(tmp_path, sources(sample), no_report, run={})
    again = publish(tmp_path, [Source(Path("word.pdf"), "0" * 64, 3, BAD)], no_report, run={})
    assert again.release is None and again.reason == "no document could be read"
    assert good.release and (tmp_path / "latest").resolve() == good.release.resolve()
    (folder,) = again.quarantined
    assert "word.pdf: not_a_pdf: the file is not a PDF" in (folder / "reason.md").read_text("utf-8")
    assert pq.read_table(folder / "documents")["status"].to_pylist() == ["rejected"]


def test_a_document_that_breaks_its_contract_is_quarantined_and_the_others_publish(
    sample: Extraction, tmp_path: Path
) -> None:
    facts = (replace(sample.facts[0], kind="guess"), *sample.facts[1:])  # type: ignore[arg-type]
    document = replace(sample.document, document_id="bad-1", source_name="bad.pdf", sha256="1" * 64)
    bad = Source(Path("bad.pdf"), "1" * 64, 3, replace(sample, document=document, facts=facts))
    published = publish(tmp_path, [bad, *sources(sample)], no_report, run={})
    assert published.release is not None
    assert [(d["source_name"], d["status"]) for d in published.documents] == [
        ("bad.pdf", "rejected"),
        (sample.document.source_name, "published"),
    ]
    assert (published.documents[0]["reason"] or "").startswith(
        "contract: its data break the contract (facts.kind: isin"
    )
    (reason,) = json.loads((published.quarantined[0] / "reason.json").read_text("utf-8"))["reasons"]
    assert reason.startswith("facts.kind: isin") and "'guess'" in reason and sample.facts[0].fact_id in reason
    assert not list(published.release.glob("*/bad-1.parquet"))


def test_a_fault_in_building_rows_costs_that_document(sample: Extraction, tmp_path: Path) -> None:
    odd = replace(sample, facts=(replace(sample.facts[0], value_low="many"), *sample.facts[1:]))  # type: ignore[arg-type]
    published = publish(tmp_path, [Source(Path("odd.pdf"), "1" * 64, 3, odd)], no_report, run={})
    assert published.release is None
    assert "its rows cannot be built" in published.documents[0]["reason"]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: spoiled(path, "kind", "guess"), "facts.kind: expect_column_values_to_be_in_set"),
        (lambda path: spoiled(path, "page", 0), "facts.page: expect_column_values_to_be_between"),
        (lambda path: path.write_bytes(b"PAR1 half a file"), "facts: "),
        (lambda path: pq.write_table(pq.read_table(path).drop(["metric"]), path), "facts: its columns"),
    ],
    ids=["vocabulary", "range", "torn", "column"],
)
def test_staged_files_that_fail_their_suite_are_not_promoted(
    spoil: Callable[[Path], None], said: str, sample: Extraction, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def validate(stage: Path, docs: Path) -> list[str]:
        spoil(next((stage / "facts").glob("*.parquet")))
        return validate_staged(stage, docs)

    monkeypatch.setattr("wpextract.publishing.release.validate_staged", validate)
    published = publish(tmp_path, sources(sample), no_report, run={})
    assert published.release is None and not (tmp_path / "latest").exists()
    assert (published.reason or "").startswith(said)
    assert (published.quarantined[0] / "facts").is_dir()
    assert not (tmp_path / "releases").exists() and not list(tmp_path.glob(".staging-*"))


def spoiled(path: Path, column: str, value: object) -> None:
    """The file with the first row's value replaced, its schema kept."""
    table = pq.read_table(path)
    rows = table.to_pylist()
    rows[0][column] = value
    pq.write_table(pyarrow.Table.from_pylist(rows, schema=table.schema), path)


def test_a_fault_in_the_report_keeps_the_last_release(sample: Extraction, tmp_path: Path) -> None:
    def broken(*_: object) -> Path:
        raise KeyError("column")

    good = publish(tmp_path, sources(sample), no_report, run={})
    published = publish(tmp_path, sources(sample), broken, run={})
    assert published.release is None and published.reason == "KeyError: 'column'"
    assert good.release and (tmp_path / "latest").resolve() == good.release.resolve()


def test_the_same_bytes_under_a_like_name_keep_a_row_of_their_own(tmp_path: Path) -> None:
    twice = [Source(Path(name), "0" * 64, 3, Rejected(name, "duplicate", "same", "Go.")) for name in ("A.pdf", "a.PDF")]
    rows = publish(tmp_path, twice, no_report, run={}).documents
    assert [r["document_id"] for r in rows] == ["a-00000000", "a-00000000-2"]

"""A release is complete, the same for the same input, and never half there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from wpextract.extraction import Extraction, Rejected
from wpextract.publishing import Published, Source, publish
from wpextract.publishing.contracts import DATASETS, contracts, data_dictionary
from wpextract.publishing.records import rows_of
from wpextract.publishing.release import breaches, write_parquet

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
    ("column", "value", "said"),
    [
        ("kind", "guess", "facts.kind"),
        ("page", 0, "facts.page"),
        ("metric", None, "facts.metric"),
        ("confidence", 1.5, "facts.confidence"),
    ],
)
def test_a_breach_names_dataset_column_and_value(sample: Extraction, column: str, value: object, said: str) -> None:
    rows = rows_of(sample)
    rows["facts"][0][column] = value
    assert any(line.startswith(said) for line in breaches(rows))


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


def test_nothing_readable_promotes_nothing_and_latest_stays(released: tuple[Path, Published]) -> None:
    output, published = released
    again = publish(output, [Source(Path("word.pdf"), "0" * 64, 3, BAD)], no_report, run={})
    assert again.release is None and again.reason == "no document could be read"
    assert published.release and (output / "latest").resolve() == published.release.resolve()


def test_a_document_that_breaks_its_contract_is_quarantined(
    sample: Extraction, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wpextract.publishing.release.breaches", lambda _: ["facts.kind: isin fails for 'guess'"])
    published = publish(tmp_path, sources(sample), no_report, run={})
    assert published.release is None
    assert json.loads((published.quarantined[0] / "reason.json").read_text("utf-8")) == {
        "reasons": ["facts.kind: isin fails for 'guess'"]
    }


def test_a_release_that_fails_its_suite_is_quarantined(
    sample: Extraction, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wpextract.publishing.release.validate_staged", lambda *_: ["facts.page: fails"])
    published = publish(tmp_path, sources(sample), no_report, run={})
    assert published.release is None and not (tmp_path / "latest").exists()
    assert (published.quarantined[0] / "facts").is_dir()


def test_the_same_bytes_under_a_like_name_keep_a_row_of_their_own(tmp_path: Path) -> None:
    twice = [Source(Path(name), "0" * 64, 3, Rejected(name, "duplicate", "same", "Go.")) for name in ("A.pdf", "a.PDF")]
    rows = publish(tmp_path, twice, no_report, run={}).documents
    assert [r["document_id"] for r in rows] == ["a-00000000", "a-00000000-2"]

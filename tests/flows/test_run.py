"""The flow against a real Prefect server: what a person finds there, and bad input beside good."""

from __future__ import annotations

import json
import shutil
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.conftest import SAMPLE
from tests.pages import make_pdf, text_at
from wpextract.extraction import Extraction
from wpextract.publishing import Published
from wpextract.publishing.records import rows_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("prefect")]
GOOD = "Sales reached RMB 12.5 million in 2024."


def small(path: Path, text: str = GOOD, settings: str | None = None) -> Path:
    if settings is not None:
        path.with_suffix(".yaml").write_text(settings, "utf-8")
    return make_pdf(path, text_at((40, 500, text)))


def locked(path: Path, settings: str | None = None) -> None:
    small(path, f"Secret sales of {path.stem} reached RMB 7 million.", settings)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="opensesame", owner="x"))


def cut(path: Path) -> None:
    data = small(path).read_bytes()
    path.write_bytes(data[: len(data) // 3])


# file name, how it is made, its status and the code of its reason
INPUT: list[tuple[str, Callable[[Path], Any], str, str | None]] = [
    ("blank.pdf", lambda p: make_pdf(p, lambda c: c.rect(10, 10, 50, 50, fill=1)), "partial", "no_text_layer"),
    ("copy.pdf", lambda p: shutil.copy(SAMPLE, p), "rejected", "duplicate"),
    ("cut.pdf", cut, "rejected", "not_readable"),
    ("dangling.pdf", lambda p: p.symlink_to("nowhere.pdf"), "rejected", "not_found"),
    ("empty.pdf", lambda p: p.write_bytes(b""), "rejected", "empty"),
    ("latin.txt", lambda p: p.write_bytes("\u00fcber".encode("latin-1")), "rejected", "not_utf8"),
    ("locked.pdf", locked, "rejected", "encrypted"),
    ("nopages.pdf", lambda p: pikepdf.new().save(p), "rejected", "no_pages"),
    ("one.pdf", lambda p: small(p, "One of two: RMB 1.5 million in 2023."), "published", "same_name"),
    ("one.txt", lambda p: p.write_text("The other of two: RMB 2.5 million in 2023.\n"), "published", "same_name"),
    ("opened.pdf", lambda p: locked(p, "password: opensesame"), "published", None),
    ("titel.pdf", lambda p: small(p, "Typing error of 1.5%.", "titel: typing error"), "rejected", "bad_settings"),
    ("word.pdf", lambda p: p.write_bytes(b"PK not a pdf"), "rejected", "not_a_pdf"),
    ("wrong.pdf", lambda p: locked(p, "password: guess"), "rejected", "wrong_password"),
]  # fmt: skip


@pytest.fixture(scope="module")
def ran(server: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Published]:
    """A run over the sample, every kind of bad input, and a document at which our own code fails."""
    from flows import run

    folder = tmp_path_factory.mktemp("run")
    raw = folder / "raw"
    raw.mkdir()
    (raw / "a-first.pdf").symlink_to(SAMPLE)
    shutil.copy(SAMPLE.with_suffix(".yaml"), raw / "a-first.yaml")
    small(raw / "fault.pdf", "A fault of 3.5% in 2024.")
    for name, make, _, _ in INPUT:
        make(raw / name)
    audit = run.audit

    def faulty(document: Any, path: Path, *rest: Any) -> Extraction:
        if path.name == "fault.pdf":
            raise RecursionError("too deep")
        return audit(document, path, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "audit", faulty)
        return folder, run.run_once(str(raw), str(folder / "out"))


@pytest.mark.parametrize(("name", "status", "code"), [(n, s, c) for n, _, s, c in INPUT])
def test_each_file_has_its_row(ran: tuple[Path, Published], name: str, status: str, code: str | None) -> None:
    (row,) = [d for d in ran[1].documents if d["source_name"] == name]
    assert (row["status"], (row["reason"] or "").split(":")[0] or None) == (status, code)


def test_a_fault_of_ours_costs_its_document_alone(ran: tuple[Path, Published]) -> None:
    (row,) = [d for d in ran[1].documents if d["source_name"] == "fault.pdf"]
    assert row["reason"].startswith("internal: it could not be processed (RecursionError: too deep)")
    assert ran[1].release is not None
    assert not list(ran[1].release.glob("*/fault*")) or {p.parent.name for p in ran[1].release.glob("*/fault*")} == {
        "documents"
    }


def test_the_flow_publishes_what_extract_gives(ran: tuple[Path, Published], sample: Extraction) -> None:
    import pyarrow.parquet as pq

    release = ran[1].release
    assert release is not None
    for dataset, rows in rows_of(sample).items():
        (path,) = (release / dataset).glob("a-first*.parquet")
        assert pq.read_metadata(path).num_rows == len(rows)
    assert ran[1].report and ran[1].report.exists()
    assert not list((ran[0] / "out").glob(".staging-*"))


def post(url: str, path: str, body: dict[str, Any]) -> Any:
    request = urllib.request.Request(
        f"{url}/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


@pytest.fixture(scope="module")
def flow_run(ran: tuple[Path, Published], server: str) -> dict[str, Any]:
    (found,) = post(server, "flow_runs/filter", {"flow_runs": {"tags": {"all_": ["wpextract"]}}})
    return dict(found)


def test_the_run_is_found_by_its_name_and_tag(ran: tuple[Path, Published], flow_run: dict[str, Any]) -> None:
    assert flow_run["name"] == f"publish {ran[0] / 'raw'}"
    assert flow_run["state_type"] == "COMPLETED"
    assert ran[1].release is not None
    manifest = json.loads((ran[1].release / "manifest.json").read_text("utf-8"))
    assert manifest["run"]["flow_run_id"] == flow_run["id"]


def test_each_document_has_its_tasks(flow_run: dict[str, Any], server: str) -> None:
    tasks = post(server, "task_runs/filter", {"flow_runs": {"id": {"any_": [flow_run["id"]]}}, "limit": 200})
    by_tag: dict[str, set[str]] = {}
    for task in tasks:
        for tag in task["tags"]:
            by_tag.setdefault(tag, set()).add(task["name"])
    assert by_tag["read"] == {f"read {n}" for n in ("a-first.pdf", "fault.pdf", *(n for n, *_ in INPUT))}
    read = {"a-first.pdf", "fault.pdf", *(n for n, _, status, _ in INPUT if status != "rejected")}
    assert by_tag["check"] == {f"check {n}" for n in read}
    assert by_tag["publish"] == {"publish"}


def test_the_summary_is_an_artifact_with_the_findings(
    ran: tuple[Path, Published], flow_run: dict[str, Any], server: str
) -> None:
    (artifact,) = post(server, "artifacts/filter", {"artifacts": {"flow_run_id": {"any_": [flow_run["id"]]}}})
    assert (artifact["key"], artifact["type"]) == ("wpextract-summary", "markdown")
    text = artifact["data"]
    assert ran[1].release is not None and ran[1].release.name in text
    assert "| word.pdf | rejected |" in text
    assert "**error** unit_scale_mismatch" in text


def test_faults_are_in_the_log_of_the_run(flow_run: dict[str, Any], server: str) -> None:
    logs = post(server, "logs/filter", {"logs": {"flow_run_id": {"any_": [flow_run["id"]]}}, "limit": 200})
    said = "\n".join(entry["message"] for entry in logs)
    assert "word.pdf: the file is not a PDF" in said
    assert "RecursionError: too deep" in said and "Traceback" in said


def test_a_second_run_on_the_same_output_is_turned_away(ran: tuple[Path, Published]) -> None:
    from flows.run import run_once
    from wpextract.errors import PublishError
    from wpextract.publishing import hold

    with hold(ran[0] / "out"), pytest.raises(PublishError, match="another run is at work"):
        run_once(str(ran[0] / "raw"), str(ran[0] / "out"))

"""The command line: help without heavy imports, one document without the engine, errors in one sentence."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pikepdf
import pytest
import typer
from PIL import Image
from typer.testing import CliRunner

from tests.conftest import ROOT, SAMPLE
from tests.pages import EMBEDDED, change, make_pdf, text_at
from tests.publishing.test_release import no_report, sources
from wpextract.cli import FailOn, app, exit_code
from wpextract.extraction import Extraction
from wpextract.publishing import publish
from wpextract.publishing.contracts import DATASETS


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from wpextract.cli import app\ntry: app(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('pandas', 'prefect', 'great_expectations', 'pdfplumber') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


def test_version_is_that_of_the_package() -> None:
    done = CliRunner().invoke(app, ["--version"])
    assert (done.exit_code, done.stdout.strip()) == (0, f"wpextract {version('wpextract')}")


def test_extract_prints_json(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", text_at((40, 500, "Sales reached RMB 12.5 million in 2024.")))
    done = CliRunner().invoke(app, ["extract", str(path)])
    assert done.exit_code == 0
    (fact,) = json.loads(done.stdout)["facts"]
    assert (fact["value"], fact["currency"], fact["page"]) == (12_500_000.0, "CNY", 1)


def test_extract_writes_files_of_chosen_pages(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        app, ["extract", str(SAMPLE), "--pages", "3", "--format", "csv", "--output", str(tmp_path / "x")]
    )
    assert done.exit_code == 0
    assert "184500000000" in (tmp_path / "x" / "facts.csv").read_text("utf-8")


@pytest.mark.parametrize("form", ["json", "csv", "parquet"])
def test_extract_writes_each_dataset_in_the_chosen_form(tmp_path: Path, form: str) -> None:
    path = make_pdf(tmp_path / "a.pdf", text_at((40, 500, "Sales reached RMB 12.5 million in 2024.")))
    target = tmp_path / "out"
    done = CliRunner().invoke(app, ["extract", str(path), "--format", form, "--output", str(target)])
    assert (done.exit_code, done.stdout.strip()) == (0, str(target))
    written = target.rglob("*.parquet") if form == "parquet" else target.glob(f"*.{form}")
    assert {p.parent.name if form == "parquet" else p.stem for p in written} == set(DATASETS)
    if form == "csv":
        (row,) = csv.DictReader((target / "facts.csv").open(encoding="utf-8"))
        assert json.loads(row["boxes"])[0]["page"] == 1


def test_inspect_draws_a_page(tmp_path: Path) -> None:
    target = tmp_path / "page.png"
    done = CliRunner().invoke(app, ["inspect", str(SAMPLE), "--page", "3", "--output", str(target)])
    assert (done.exit_code, done.stdout.strip()) == (0, str(target))
    with Image.open(target) as picture:
        assert picture.width > 400


def test_every_command_and_option_is_explained_and_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert {"run", "extract", "inspect"} <= set(commands)
    for name, command in commands.items():
        assert command.help and f"wpextract {name}" in readme, name
        for parameter in command.params:
            if parameter.name != "help":
                assert parameter.help, (name, parameter.name)
            for option in (o for o in parameter.opts if o.startswith("--") and o != "--help"):
                assert option in readme, (name, option)


@pytest.fixture(scope="module")
def release(sample: Extraction, tmp_path_factory: pytest.TempPathFactory) -> Path:
    published = publish(tmp_path_factory.mktemp("output"), sources(sample), no_report, run={})
    assert published.release is not None
    return published.release


def test_check_tells_what_fails_and_that_nothing_differs(
    sample: Extraction, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in release.rglob("*")}
    done = CliRunner().invoke(app, ["check", str(release)])
    assert done.exit_code == 0, done.output
    failing = [f for f in sample.findings if f.status == "fails" and f.severity != "info"]
    assert [line for line in done.output.splitlines() if line.startswith(("error ", "warning "))] == [
        f"{f.severity:<10} {f.rule}: {f.statement}"
        for f in sorted(failing, key=lambda f: (f.severity, f.pages, f.finding_id))
    ]
    assert "nothing from what was published" in done.output
    assert {path: path.stat().st_mtime_ns for path in release.rglob("*")} == before


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("warning", 1), ("error", 1)])
def test_check_answers_as_run_does(release: Path, level: str, code: int) -> None:
    assert CliRunner().invoke(app, ["check", str(release), "--fail-on", level]).exit_code == code


def test_check_of_one_document(sample: Extraction, release: Path) -> None:
    identity = sample.document.document_id
    assert CliRunner().invoke(app, ["check", str(release), "--document", identity]).exit_code == 0
    done = CliRunner().invoke(app, ["check", str(release), "--document", "other"])
    assert (done.exit_code, len(done.output.splitlines())) == (2, 1)


def test_own_rules_of_the_working_folder_are_kept(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "schemas" / "rules"
    folder.mkdir(parents=True)
    side = "source: table, unit: CNY, page: 7"
    wrong = (
        f"- {{rule: mine, left: {{metric: total, year: 2024, {side}}}, right: {{metric: total, year: 2023, {side}}}}}"
    )
    (folder / "a.yaml").write_text(
        f"{wrong}\n- {{rule: lost, left: {{metric: tractors}}, right: {{metric: east, year: 2024}}}}\n"
        "- {rule: other, left: {metric: a}, right: {metric: b}, documents: x-*}\n"
    )
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["check", str(release)])
    assert "error      mine: 184.5 RMB billion" in done.output
    assert "appeared   fails error: mine:" in done.output
    assert "unchecked  lost: It cannot be checked: no fact fits its left side (metric tractors)." in done.output
    assert "unused     other  (its pattern x-* fits no document)" in done.output
    (folder / "b.yaml").write_text(wrong)
    done = CliRunner().invoke(app, ["check", str(release)])
    assert (done.exit_code, done.output) == (
        2,
        "b.yaml, rule 1: mine is taken by another. Give it a name of its own.\n",
    )


def test_errors_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "word.pdf").write_bytes(b"PK")
    (tmp_path / "dump.txt").write_text("words", "utf-8")
    (tmp_path / "set.yaml").write_text("pages: 3", "utf-8")
    make_pdf(tmp_path / "set.pdf", text_at((40, 500, "x")))
    for arguments in (
        ["extract", str(tmp_path / "word.pdf")],
        ["extract", str(tmp_path / "none.pdf")],
        ["extract", str(tmp_path / "set.pdf")],
        ["extract", str(SAMPLE), "--pages", "x"],
        ["extract", str(SAMPLE), "--pages", "7-3"],
        ["extract", str(SAMPLE), "--pages", "0"],
        ["extract", str(SAMPLE), "--pages", "3-"],
        ["inspect", str(SAMPLE), "--page", "99"],
        ["inspect", str(tmp_path / "dump.txt")],
        ["run", str(tmp_path / "none")],
        ["check", str(tmp_path)],
        ["extract", str(SAMPLE), "--rules", str(tmp_path / "none")],
    ):
        done = CliRunner().invoke(app, arguments)
        assert done.exit_code == 2, arguments
        assert "Traceback" not in done.output and len(done.output.strip().splitlines()) == 1


@pytest.mark.slow
@pytest.mark.xdist_group("prefect")
def test_a_first_run_without_a_server_is_quiet_and_says_what_it_did(tmp_path: Path) -> None:
    def without_font_box(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            if "/FontDescriptor" in font:
                del font.FontDescriptor["/FontBBox"]

    raw, home = tmp_path / "raw", tmp_path / "home"
    raw.mkdir()
    home.mkdir()
    text = "Sales reached RMB 12.5 million in 2023. In 2024 sales grew by 10% to RMB 25 million."
    change(make_pdf(raw / "sales.pdf", text_at((20, 500, text), size=8, font=EMBEDDED)), without_font_box)
    (raw / "word.pdf").write_bytes(b"PK")
    keep = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT") and k not in ("CI", "DO_NOT_TRACK")}
    done = subprocess.run(
        [sys.executable, "-c", "from wpextract.cli import app; app()", "run", str(raw), str(tmp_path / "output")],
        env=keep | {"HOME": str(home), "PREFECT_HOME": str(home / "prefect")},
        capture_output=True,
        text=True,
        timeout=250,
    )
    assert done.stderr.splitlines() == [
        "wpextract: starting the workflow engine",
        "sales.pdf: reading",
        "sales.pdf: checking",
        "release: validating and publishing",
    ]
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "published  sales.pdf"
    assert lines[1] == (
        "rejected   word.pdf  (not_a_pdf: the file is not a PDF. Convert it to PDF, or name a text dump .txt.)"
    )
    assert [line.split()[0] for line in lines[2:]] == ["rows", "findings", "release", "report"]
    assert (tmp_path / "output" / "latest" / "report" / "index.html").exists()


@pytest.mark.parametrize(
    ("status", "severity", "fail_on", "answer"),
    [
        ("published", None, "never", 0),
        ("published", "error", "never", 0),
        ("published", "error", "error", 1),
        ("published", "warning", "error", 0),
        ("published", "warning", "warning", 1),
        ("published", "info", "warning", 0),
        ("partial", None, "never", 1),
        ("rejected", None, "never", 1),
    ],
)
def test_what_a_run_answers(status: str, severity: str | None, fail_on: str, answer: int) -> None:
    assert exit_code([status], {severity: 1} if severity else {}, FailOn(fail_on)) == answer

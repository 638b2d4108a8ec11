"""The command line: help without heavy imports, one document without the engine, errors in one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from tests.conftest import SAMPLE
from tests.pages import make_pdf, text_at
from wpextract.cli import app


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from wpextract.cli import app\ntry: app(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('pandas', 'prefect', 'great_expectations', 'pdfplumber') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


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


def test_errors_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "word.pdf").write_bytes(b"PK")
    for arguments in (
        ["extract", str(tmp_path / "word.pdf")],
        ["extract", str(SAMPLE), "--pages", "x"],
        ["run", str(tmp_path / "none")],
    ):
        done = CliRunner().invoke(app, arguments)
        assert done.exit_code == 2
        assert "Traceback" not in done.output and len(done.output.strip().splitlines()) == 1

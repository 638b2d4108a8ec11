"""What the README shows runs on a real release."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from tests.conftest import SAMPLE
from tests.publishing.test_release import no_report, sources
from wpextract.extraction import Extraction
from wpextract.pipeline import extract
from wpextract.publishing import publish
from wpextract.publishing.rules import rules_in

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def folder(sample: Extraction, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    publish(folder / "output", sources(sample), no_report, run={})
    return folder


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("code", blocks("python"))
def test_python_snippets_print_rows(
    code: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    exec(compile(code, "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) > 3


@pytest.mark.parametrize("query", blocks("sql"))
def test_sql_snippets_give_rows(query: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert duckdb.sql(query).fetchall()


def test_the_rule_of_your_own_holds_on_the_sample(tmp_path: Path) -> None:
    (text,) = [b for b in blocks("yaml") if b.startswith("# schemas/rules/")]
    (tmp_path / "mine.yaml").write_text(text, "utf-8")
    rules = rules_in(tmp_path)
    (found,) = [f for f in extract(SAMPLE, own_rules=rules).findings if f.rule == rules[0].rule]
    assert (found.status, found.pages) == ("holds", (2, 7))

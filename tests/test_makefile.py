"""What the Makefile promises: each benchmark is run or named by `make bench`, each target stands in the README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.parametrize("path", sorted((ROOT / "benchmarks").glob("*.py")), ids=lambda p: p.stem)
def test_make_bench_runs_each_benchmark_or_names_what_it_needs(path: Path) -> None:
    name = f"benchmarks/{path.name}"
    needs = re.search(rf"python {name}(?: [A-Z_]{{3,}})+", path.read_text("utf-8"))
    assert (f"$(BIN)/python {name}\n" in MAKEFILE) != bool(needs)


def test_the_readme_names_the_targets() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (targets,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert [t for t in targets.split() if f"make {t}" not in readme] == []

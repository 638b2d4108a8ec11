"""The locks pin everything by hash, name no host and satisfy pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    pins: dict[str, list[str]] = {}
    for package, version in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", text, re.MULTILINE):
        pins.setdefault(canonicalize_name(package), []).append(version)
    assert text.count("--hash=sha256:") >= len(pins)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = list(project["project"]["dependencies"])
    if "dev" in name:
        wanted += [r for group in project["dependency-groups"].values() for r in group]
    for requirement in map(Requirement, wanted):
        versions = pins[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(v, prereleases=True) for v in versions), requirement

"""The schedule: what `prefect.yaml` names exists and fits, and the commands of the README deploy it."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT
from tests.flows.test_run import post

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("prefect")]
DEPLOYMENTS: list[dict[str, Any]] = YAML(typ="safe").load(ROOT / "prefect.yaml")["deployments"]


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=lambda d: d["name"])
def test_entrypoints_parameters_and_schedules_fit(deployment: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect.client.schemas.schedules import CronSchedule
    from prefect.flows import load_flow_from_entrypoint

    monkeypatch.chdir(ROOT)
    flow = load_flow_from_entrypoint(deployment["entrypoint"])
    assert flow.name == "publish-white-papers"
    assert set(deployment["parameters"]) <= set(inspect.signature(flow.fn).parameters)
    assert all((ROOT / folder).is_dir() for folder in deployment["parameters"].values())
    for schedule in deployment["schedules"]:
        assert CronSchedule(**schedule)


def test_the_commands_of_the_readme_deploy_it(server: str, tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^\.venv/bin/(prefect (?:work-pool|deploy) .+?)\s*(?:#.*)?$", text, re.MULTILINE)
    assert len(commands) == 2
    environment = os.environ | {"PREFECT_API_URL": server, "PREFECT_HOME": str(tmp_path), "PREFECT_CLI_PROMPT": "false"}
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", *command.split()],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    (found,) = post(server, "deployments/filter", {"deployments": {"tags": {"all_": ["wpextract"]}}})
    assert found["name"] == DEPLOYMENTS[0]["name"] and found["work_pool_name"] == "local"
    assert found["schedules"][0]["schedule"]["cron"] == DEPLOYMENTS[0]["schedules"][0]["cron"]

"""One run at a time on an output folder; what a killed run leaves is no release and is cleared away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from wpextract.errors import PublishError
from wpextract.publishing import hold

KILLED_WHILE_STAGING = """
import sys, time
from pathlib import Path
from wpextract.publishing import hold
output = Path(sys.argv[1])
with hold(output):
    stage = output / ".staging-1"
    (stage / "facts").mkdir(parents=True)
    (stage / "facts" / "half.parquet").write_bytes(b"PAR1")
    print("holding", flush=True)
    time.sleep(60)
"""


def test_a_second_run_is_told_who_is_at_work(tmp_path: Path) -> None:
    with (
        hold(tmp_path),
        pytest.raises(PublishError, match=rf"another run is at work here \(process {os.getpid()} on .+ since"),
        hold(tmp_path),
    ):
        pass
    with hold(tmp_path):
        pass


def test_a_killed_run_holds_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", KILLED_WHILE_STAGING, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert run.stdout and run.stdout.readline() == "holding\n"
    with pytest.raises(PublishError, match=rf"process {run.pid} on"), hold(tmp_path):
        pass
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert (tmp_path / ".staging-1").exists() and not (tmp_path / "releases").exists()
    with hold(tmp_path):
        assert not (tmp_path / ".staging-1").exists()


def test_a_folder_that_cannot_be_made_is_a_typed_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PublishError, match="cannot be written"), hold(tmp_path / "file" / "output"):
        pass

"""One run at a time on an output folder: a lock that ends with its process, and a note of who holds it."""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from wpextract.errors import PublishError


@contextmanager
def hold(output: Path) -> Iterator[None]:
    """Keep the output folder to this run, and clear what a killed one left half done.

    Raises:
        PublishError: another run holds the folder (the message names it), or it cannot be written.
    """
    note = output / ".lock-holder"
    lock = FileLock(output / ".lock", timeout=0)
    try:
        output.mkdir(parents=True, exist_ok=True)
        lock.acquire()
        note.write_text(json.dumps({"pid": os.getpid(), "host": socket.gethostname(), "since": _now()}), "utf-8")
        _clear(output)
    except Timeout as error:
        message = f"another run is at work here ({_holder(note)}). Wait for it to end, or name another folder."
        raise PublishError(f"{output}: {message}") from error
    except OSError as error:
        lock.release()
        raise PublishError(f"{output}: cannot be written ({error.strerror}). Check the disk and its rights.") from error
    try:
        yield
    finally:
        note.unlink(missing_ok=True)
        lock.release()


def _clear(output: Path) -> None:
    for stale in output.glob(".staging-*"):
        shutil.rmtree(stale, ignore_errors=True)
    (output / ".latest-new").unlink(missing_ok=True)


def _holder(note: Path) -> str:
    try:
        held = json.loads(note.read_text("utf-8"))
        return f"process {held['pid']} on {held['host']} since {held['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "just started"


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"

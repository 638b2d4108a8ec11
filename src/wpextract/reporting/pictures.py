"""Pictures of a source's pages, each rendered once, as files beside the report.

A picture shows the rotated, cropped page with its text upright, the same frame in which every box of an extraction is measured. Cutting
crops out of pictures is the page's work (`crops` says which), so that a page shown in ten findings is stored once.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DPI = 132.0
DPI_LONG = 96.0
LONG_DOCUMENT = 100  # pages; beyond it pictures are coarser, so that the report stays small
MAX_PIXELS = 4_000_000.0
QUALITY = 80
SECONDS_A_PAGE = 15
MAX_FAILED_RUNS = 3


@dataclass(frozen=True, slots=True)
class Pictures:
    """File names by page, and why a wanted page has none."""

    files: Mapping[int, str] = field(default_factory=dict)
    problems: Mapping[int, str] = field(default_factory=dict)


def render_pages(
    path: Path,
    pages: Iterable[int],
    directory: Path,
    password: str | None = None,
    turned: Mapping[int, int] | None = None,
) -> Pictures:
    """Render `pages` (from 1) of the PDF at `path` into `directory`; a page that fails is named in `problems`.

    `turned` has the angles of the pages whose text is drawn sideways, which are shown with it upright.

    Work happens in a child process: a crash or a hang costs the page it happened on, and after three of them the
    rest of the document goes without pictures.
    """
    left = sorted(set(pages))
    if not left:
        return Pictures()
    directory.mkdir(parents=True, exist_ok=True)
    dpi = DPI if len(left) <= LONG_DOCUMENT else DPI_LONG
    files: dict[int, str] = {}
    problems: dict[int, str] = {}
    for _ in range(MAX_FAILED_RUNS):
        outcomes, reason = _run_worker(path, left, directory, password, dpi, turned or {})
        for outcome in outcomes:
            number = int(outcome["page"])
            if "file" in outcome:
                files[number] = str(outcome["file"])
            else:
                problems[number] = str(outcome["problem"])
        left = [n for n in left if n not in files and n not in problems]
        if not left:
            break
        problems[left.pop(0)] = reason
    problems.update(dict.fromkeys(left, "rendering was given up after repeated failures"))
    for number in problems:
        (directory / f"page-{number:03d}.webp").unlink(missing_ok=True)
    return Pictures(files, problems)


def _run_worker(
    path: Path, pages: list[int], directory: Path, password: str | None, dpi: float, turned: Mapping[int, int]
) -> tuple[list[dict[str, Any]], str]:
    request = {
        "path": str(path), "pages": pages, "directory": str(directory), "password": password,
        "dpi": dpi, "max_pixels": MAX_PIXELS, "quality": QUALITY, "turned": turned,
    }  # fmt: skip
    worker = Path(__file__).with_name("page_worker.py")
    try:
        done = subprocess.run(  # noqa: S603 - our own program, run without a shell
            [sys.executable, "-P", str(worker)],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=30 + SECONDS_A_PAGE * len(pages),
            check=False,
        )
        output, reason = done.stdout, "the page could not be rendered"
    except subprocess.TimeoutExpired as late:
        output, reason = late.stdout or b"", "rendering the page took too long"
    outcomes = []
    for line in output.decode(errors="replace").splitlines():
        try:
            outcomes.append(json.loads(line))
        except ValueError:
            break  # the line in which the child was stopped
    return outcomes, reason

"""Renders pages of one PDF to WebP files: a program of its own, run by `pictures` in a child process.

PDFium is C++ reading hostile input: a page that crashes, hangs or eats memory must cost that page and not the run.
Reads a JSON request on standard input, writes one JSON line for each page to standard output. It imports nothing of
wpextract, so that it starts fast.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import Any

import pypdfium2

MEMORY_LIMIT = 4 << 30  # bytes of address space


def limit_memory() -> None:
    """Cap the child's memory where the platform can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def scale_of(width: float, height: float, dpi: float, max_pixels: float) -> float:
    """Pixels a point at `dpi`, less where the page would have more than `max_pixels`."""
    wanted = dpi / 72
    area = max(width * height, 1.0)
    return float(min(wanted, (max_pixels / area) ** 0.5))


def render(pdf: pypdfium2.PdfDocument, number: int, request: dict[str, Any], target: Path, quality: int) -> None:
    """Write page `number` (from 1), turned and cropped as a reader sees it, text drawn sideways upright, to `target`."""
    page = pdf[number - 1]
    try:
        width, height = page.get_size()
        bitmap = page.render(
            scale=scale_of(width, height, request["dpi"], request["max_pixels"]),
            rotation=request["turned"].get(str(number), 0),
        )
        try:
            bitmap.to_pil().convert("RGB").save(target, format="WEBP", quality=quality, method=4)
        finally:
            bitmap.close()
    finally:
        page.close()


def main() -> None:
    limit_memory()
    request = json.load(sys.stdin)
    pdf = pypdfium2.PdfDocument(request["path"], password=request["password"])
    try:
        for number in request["pages"]:
            target = Path(request["directory"]) / f"page-{number:03d}.webp"
            try:
                render(pdf, number, request, target, request["quality"])
                outcome = {"page": number, "file": target.name}
            except Exception as problem:  # noqa: BLE001 - whatever a hostile page does costs that page alone
                target.unlink(missing_ok=True)
                outcome = {"page": number, "problem": f"{type(problem).__name__}: {problem}"}
            print(json.dumps(outcome), flush=True)
    finally:
        pdf.close()


if __name__ == "__main__":
    main()

"""Stages, validates and promotes a release: complete, immutable, swapped in atomically, or not at all.

`output/releases/<release>/<dataset>/<document_id>.parquet`; `output/latest` links to the promoted release and
`output/quarantine/` keeps what was not promoted, with the reason.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.errors
import pyarrow
import pyarrow.parquet
from filelock import FileLock, Timeout

import wpextract
from wpextract.errors import PublishError
from wpextract.extraction import Extraction, Rejected
from wpextract.publishing.contracts import Contract, contracts, data_dictionary
from wpextract.publishing.records import Row, rejected_row, rows_of
from wpextract.publishing.suite import validate_staged

Report = Callable[[Sequence[Extraction], Sequence[Rejected], Mapping[str, Path], Path, str, Sequence[str]], Path]


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the raw folder and what became of it: an extraction or a rejection."""

    path: Path
    sha256: str
    size: int
    result: Extraction | Rejected


@dataclass(frozen=True, slots=True)
class Published:
    """What a run published. `release` is None when nothing could be promoted; `reason` then says why."""

    release: Path | None
    report: Path | None
    rows: Mapping[str, int]
    documents: tuple[Row, ...]
    left: tuple[str, ...]
    quarantined: tuple[Path, ...]
    reason: str | None


def publish(
    output: Path, sources: Sequence[Source], report: Report, *, run: Mapping[str, Any], wait: float = 10.0
) -> Published:
    """Publish the documents that keep their contracts; `run` is what the manifest says of the run.

    Raises:
        PublishError: another run holds the output folder, or it cannot be written.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        with FileLock(output / ".lock", timeout=wait):
            return _publish(output, sources, report, run)
    except Timeout as error:
        raise PublishError(f"{output}: another run is publishing here. Wait for it to end and run again.") from error
    except OSError as error:
        raise PublishError(f"{output}: cannot be written ({error.strerror}). Check the disk and its rights.") from error


def _publish(output: Path, sources: Sequence[Source], report: Report, run: Mapping[str, Any]) -> Published:
    for stale in output.glob(".staging-*"):
        shutil.rmtree(stale, ignore_errors=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    stage = output / f".staging-{stamp}"
    stage.mkdir()
    quarantined: list[Path] = []
    kept: list[Extraction] = []
    rejected: list[Rejected] = []
    documents: list[Row] = []
    for source in sources:
        result = source.result
        if isinstance(result, Extraction):
            rows = rows_of(result)
            broken = breaches(rows)
            if not broken:
                kept.append(result)
                documents += rows["documents"]
                for dataset, found in rows.items():
                    write_parquet(stage, dataset, result.document.document_id, found)
                continue
            quarantined.append(_quarantine(output, f"{stamp}-{result.document.document_id}", broken, None))
            message = f"its data break the contract ({broken[0]})"
            result = Rejected(
                source.path.name, "contract", message, "See the quarantine folder; this is a fault of ours."
            )
        rejected.append(result)
        row = rejected_row(result, source.sha256, source.size)
        taken = sum(d["sha256"] == row["sha256"] for d in documents)
        if taken:  # the same bytes under a like name: its row must not replace the first one's
            row["document_id"] += f"-{taken + 1}"
        documents.append(row)
        write_parquet(stage, "documents", row["document_id"], [row])
    counts = _counts(stage)
    if not kept:
        shutil.rmtree(stage)
        reason = "no document could be read" if rejected else "there is no PDF or text dump to read"
        return Published(None, None, counts, tuple(documents), (), tuple(quarantined), reason)
    failures = validate_staged(stage, stage / "data_docs")
    if failures:
        quarantined.append(_quarantine(output, stamp, failures, stage))
        return Published(None, None, counts, tuple(documents), (), tuple(quarantined), failures[0])
    name = f"{stamp[:15]}Z-{_content_hash(stage)[:8]}"
    left = _left(output, documents)
    paths = {s.result.document.document_id: s.path for s in sources if isinstance(s.result, Extraction)}
    report(kept, rejected, paths, stage / "report", name, left)
    _describe(stage, name, documents, counts, left, run)
    release = _promote(output, stage, name)
    shown = release / "report" / "index.html"
    return Published(release, shown, counts, tuple(documents), left, tuple(quarantined), None)


def breaches(rows: Mapping[str, Sequence[Row]]) -> list[str]:
    """What breaks the contracts, a line each: dataset, column, check and the offending value."""
    out: list[str] = []
    for name, contract in contracts().items():
        frame = pd.DataFrame(rows.get(name, []), columns=[c.name for c in contract.columns], dtype=object)
        try:
            contract.pandera().validate(frame, lazy=True)
        except pandera.errors.SchemaErrors as error:
            for case in error.failure_cases.to_dict("records")[:20]:
                out.append(f"{name}.{case['column']}: {case['check']} fails for {str(case['failure_case'])[:80]!r}")
    return out


def write_parquet(stage: Path, dataset: str, document_id: str, rows: Sequence[Row]) -> Path:
    """One dataset of one document, sorted by its key; the same rows give the same bytes."""
    contract = contracts()[dataset]
    folder = stage / dataset
    folder.mkdir(exist_ok=True)
    path = folder / f"{document_id}.parquet"
    table = pyarrow.Table.from_pylist(list(rows), schema=contract.arrow())
    if rows and contract.key and dataset != "blocks":
        table = table.sort_by(
            [("page", "ascending")] if "page" in table.column_names else [(contract.key[-1], "ascending")]
        )
    pyarrow.parquet.write_table(table, path, compression="zstd", write_page_index=True, store_schema=True)
    return path


def _counts(stage: Path) -> dict[str, int]:
    return {
        name: sum(pyarrow.parquet.read_metadata(f).num_rows for f in sorted((stage / name).glob("*.parquet")))
        for name in contracts()
        if (stage / name).is_dir()
    }


def _content_hash(stage: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(stage.rglob("*.parquet")):
        digest.update(path.relative_to(stage).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _left(output: Path, documents: Sequence[Row]) -> tuple[str, ...]:
    """Files of the last release that are no longer there."""
    manifest = output / "latest" / "manifest.json"
    if not manifest.exists():
        return ()
    before = {d["source_name"] for d in json.loads(manifest.read_text("utf-8"))["documents"]}
    return tuple(sorted(before - {d["source_name"] for d in documents}))


def _describe(
    stage: Path,
    name: str,
    documents: Sequence[Row],
    counts: Mapping[str, int],
    left: Sequence[str],
    run: Mapping[str, Any],
) -> None:
    resources = [
        {
            "name": f"{path.parent.name}-{path.stem}".lower(),
            "path": path.relative_to(stage).as_posix(),
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            "bytes": path.stat().st_size,
            "hash": f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}",
            "description": contracts()[path.parent.name].description,
        }
        for path in sorted(stage.rglob("*.parquet"))
    ]
    _write_json(stage / "datapackage.json", {"name": f"wpextract-{name.lower()}", "resources": resources})
    (stage / "DATA_DICTIONARY.md").write_text(data_dictionary(), "utf-8")
    manifest = {
        "release": name,
        "wpextract_version": wpextract.__version__,
        "run": dict(run),
        "rows": dict(counts),
        "left_since_last_release": list(left),
        "documents": [
            {k: d[k] for k in ("document_id", "source_name", "sha256", "status", "reason")} for d in documents
        ],
    }
    _write_json(stage / "manifest.json", manifest)


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def _promote(output: Path, stage: Path, name: str) -> Path:
    for path in sorted(stage.rglob("*")):
        _sync(path)
    releases = output / "releases"
    releases.mkdir(exist_ok=True)
    release = releases / name
    stage.rename(release)
    _sync(releases)
    link = output / ".latest-new"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("releases") / name, target_is_directory=True)
    link.replace(output / "latest")
    _sync(output)
    return release


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _quarantine(output: Path, name: str, reasons: Sequence[str], stage: Path | None) -> Path:
    folder = output / "quarantine" / name
    folder.parent.mkdir(exist_ok=True)
    if stage is not None:
        stage.rename(folder)
    else:
        folder.mkdir()
    _write_json(folder / "reason.json", {"reasons": list(reasons)})
    (folder / "reason.md").write_text("# Not promoted\n\n" + "".join(f"- {r}\n" for r in reasons), "utf-8")
    return folder


__all__ = ["Contract", "Published", "Source", "breaches", "publish", "write_parquet"]

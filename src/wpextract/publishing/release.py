"""Stages, validates and promotes a release: complete, immutable, swapped in atomically, or not at all.

`output/releases/<release>/<dataset>/<document_id>.parquet`; `output/latest` links to the promoted release and
`output/quarantine/` keeps what was not promoted, with the reason.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.errors
import pyarrow
import pyarrow.parquet

import wpextract
from wpextract.errors import PublishError
from wpextract.extraction import Extraction, Rejected
from wpextract.publishing.contracts import Contract, contracts, data_dictionary
from wpextract.publishing.records import Row, rejected_row, rows_of
from wpextract.publishing.suite import validate_staged

_MOST_SHOWN = 20  # failures of one dataset that are told
_TOOLS = (
    "camelot-py", "great-expectations", "pandas", "pandera", "pdfminer.six", "pdfplumber", "prefect", "pyarrow", "pypdfium2",
)  # fmt: skip
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


def publish(output: Path, sources: Sequence[Source], report: Report, *, run: Mapping[str, Any]) -> Published:
    """Publish the documents that keep their contracts; `run` is what the manifest says of the run.

    The caller holds the output folder (`hold`), so that no other run writes to it.

    Raises:
        PublishError: the output folder cannot be written.
    """
    started = datetime.now(UTC)
    stamp = started.strftime("%Y%m%dT%H%M%S%fZ")
    stage = output / f".staging-{stamp}"
    try:
        stage.mkdir(parents=True)
        staged = _stage(output, stage, stamp, sources)
        if not sources:
            shutil.rmtree(stage)
            return staged.unpromoted("there is no PDF or text dump to read")
        if not staged.kept:
            reasons = [f"{d['source_name']}: {d['reason']}" for d in staged.documents]
            staged.quarantined.append(_quarantine(output, stamp, reasons, stage))
            return staged.unpromoted("no document could be read")
        try:
            failures = validate_staged(stage, stage / "data_docs")
            name = f"{stamp[:15]}Z-{_content_hash(stage)[:8]}"
            left = _left(output, staged.documents)
            if not failures:
                report(staged.kept, staged.rejected, staged.paths, stage / "report", name, left)
        except OSError:
            raise
        except Exception as error:  # a fault of ours: what is staged is kept for a look, and nothing is promoted
            failures = [" ".join(f"{type(error).__name__}: {error}".split())[:300]]
        if failures:
            staged.quarantined.append(_quarantine(output, stamp, failures, stage))
            return staged.unpromoted(failures[0])
        _describe(stage, name, staged.documents, left, {"publishing_started": started.isoformat(), **run})
        release = _promote(output, stage, name)
    except OSError as error:
        shutil.rmtree(stage, ignore_errors=True)
        raise PublishError(f"{output}: cannot be written ({error.strerror}). Check the disk and its rights.") from error
    shown = release / "report" / "index.html"
    return Published(release, shown, _counts(release), tuple(staged.documents), left, tuple(staged.quarantined), None)


@dataclass(slots=True)
class _Staged:
    """What has been written to the staging folder, and what has not and why."""

    kept: list[Extraction] = field(default_factory=list)
    paths: dict[str, Path] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)
    quarantined: list[Path] = field(default_factory=list)

    def unpromoted(self, reason: str) -> Published:
        return Published(None, None, {}, tuple(self.documents), (), tuple(self.quarantined), reason)


def _stage(output: Path, stage: Path, stamp: str, sources: Sequence[Source]) -> _Staged:
    """Write the Parquet files of every document that keeps its contracts, and a row for each that does not."""
    staged = _Staged()
    for source in sources:
        result = source.result
        if isinstance(result, Extraction):
            identity = result.document.document_id
            rows, broken = _held_to_contract(result)
            if not broken:
                for dataset, found in rows.items():
                    write_parquet(stage, dataset, identity, found)
                staged.kept.append(result)
                staged.paths[identity] = source.path
                staged.documents += rows["documents"]
                continue
            staged.quarantined.append(_quarantine(output, f"{stamp}-{identity}", broken, None))
            message = f"its data break the contract ({broken[0]})"
            remedy = "This is a fault of ours: please report it with what the quarantine folder says."
            result = Rejected(source.path.name, "contract", message, remedy)
        staged.rejected.append(result)
        row = rejected_row(result, source.sha256, source.size)
        taken = sum(d["sha256"] == row["sha256"] for d in staged.documents)
        if taken:  # the same bytes under a like name: its row must not replace the first one's
            row["document_id"] += f"-{taken + 1}"
        staged.documents.append(row)
        write_parquet(stage, "documents", row["document_id"], [row])
    return staged


def _held_to_contract(extraction: Extraction) -> tuple[dict[str, list[Row]], list[str]]:
    """The rows of a document and what breaks their contracts."""
    try:
        rows = rows_of(extraction)
        return rows, breaches(rows)
    except Exception as error:  # a fault of ours must not cost the other documents
        return {}, [" ".join(f"its rows cannot be built, {type(error).__name__}: {error}".split())[:300]]


def breaches(rows: Mapping[str, Sequence[Row]]) -> list[str]:
    """What breaks the contracts, a line each: dataset, column, check, the row's id and the offending value."""
    known = {
        name: {row.get(contract.id_column) for row in rows.get(name, ())}
        for name, contract in contracts().items()
        if contract.id_column
    }
    out: list[str] = []
    for name, contract in contracts().items():
        found = list(rows.get(name, ()))
        odd = sorted({key for row in found for key in row} ^ {c.name for c in contract.columns}) if found else []
        if odd:
            out.append(f"{name}.{odd[0]}: the columns are not those of the contract")
            continue
        frame = pd.DataFrame(found, columns=[c.name for c in contract.columns], dtype=object)
        try:
            contract.pandera(known).validate(frame, lazy=True)
        except pandera.errors.SchemaErrors as error:
            for case in _told_once(error.failure_cases):
                at = case["index"]
                row = found[int(at)].get(contract.id_column) if contract.id_column and pd.notna(at) else None
                where = f" in {row}" if row else ""
                out.append(
                    f"{name}.{case['column']}: {case['check']} fails{where} for {str(case['failure_case'])[:80]!r}"
                )
    return out


def _told_once(cases: pd.DataFrame) -> list[dict[Any, Any]]:
    """Failures of columns first; a check of a whole row, which pandera tells for each of its columns, once."""
    of_row = cases["schema_context"] != "Column"
    told = pd.concat([cases[~of_row], cases[of_row].drop_duplicates(["check", "index"])])
    return told.head(_MOST_SHOWN).to_dict("records")


def write_parquet(stage: Path, dataset: str, document_id: str, rows: Sequence[Row]) -> Path:
    """One dataset of one document, in the order of its rows; the same rows give the same bytes."""
    folder = stage / dataset
    folder.mkdir(exist_ok=True)
    path = folder / f"{document_id}.parquet"
    table = contracts()[dataset].table(rows)
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


def _describe(stage: Path, name: str, documents: Sequence[Row], left: Sequence[str], run: Mapping[str, Any]) -> None:
    """The data package, the dictionary and the manifest: what is in the release and what made it."""
    files = [
        {
            "path": path.relative_to(stage).as_posix(),
            "bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "rows": pyarrow.parquet.read_metadata(path).num_rows,
        }
        for path in sorted(stage.rglob("*.parquet"))
    ]
    resources = [
        {
            "name": file["path"].removesuffix(".parquet").replace("/", "-").lower(),
            "path": file["path"],
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            "bytes": file["bytes"],
            "hash": f"sha256:{file['sha256']}",
            "description": contracts()[file["path"].split("/")[0]].description,
        }
        for file in files
    ]
    _write_json(stage / "datapackage.json", {"name": f"wpextract-{name.lower()}", "resources": resources})
    (stage / "DATA_DICTIONARY.md").write_text(data_dictionary(), "utf-8")
    manifest = {
        "release": name,
        "run": {**run, "promoted": datetime.now(UTC).isoformat()},
        "versions": {
            "wpextract": wpextract.__version__,
            "python": platform.python_version(),
            **{tool: version(tool) for tool in _TOOLS},
        },
        "rows": _counts(stage),
        "files": files,
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
    """Keep what is not promoted, with the reason; the folder appears complete or not at all."""
    source = stage or output / f".staging-{name}"
    source.mkdir(exist_ok=True)
    _write_json(source / "reason.json", {"reasons": list(reasons)})
    (source / "reason.md").write_text(
        "# Not promoted\n\n" + "".join(f"- {' '.join(r.split())}\n" for r in reasons), "utf-8"
    )
    folder = output / "quarantine" / name
    folder.parent.mkdir(exist_ok=True)
    return source.rename(folder)


__all__ = ["Contract", "Published", "Source", "breaches", "publish", "write_parquet"]

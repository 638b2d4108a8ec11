"""`publish-white-papers`: every document of a folder read, checked and published as one release.

The work is in `wpextract`; here are its order, names, retries and the summary a person finds in the Prefect UI.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run

import flows  # noqa: F401  (keeps Prefect quiet; must come first)
from wpextract.errors import SourceError
from wpextract.extraction import Extraction, Rejected
from wpextract.pipeline import audit
from wpextract.publishing import Published, Source, publish
from wpextract.publishing.raw import RawFile, raw_files, settings_for
from wpextract.reading import read
from wpextract.reading.model import Document
from wpextract.reporting import write_report

Progress = Callable[[str, str, int, int], None]


def _is_transient(_task: Any, _run: Any, state: Any) -> bool:
    """Only trouble with the disk or the network is worth another try; a bad PDF stays one."""
    return isinstance(state.result(raise_on_failure=False), OSError)


@task(
    task_run_name="read {file.path.name}", tags=["read"], retries=2, retry_delay_seconds=2, cache_policy=NO_CACHE,
    retry_condition_fn=_is_transient, persist_result=False,
)  # fmt: skip
def read_document(file: RawFile, progress: Progress | None) -> Document | Rejected:
    """Read a document, or say why it cannot be."""
    name = file.path.name
    if file.duplicate_of:
        message = f"it has the same bytes as {file.duplicate_of}"
        return Rejected(name, "duplicate", message, "Remove one of them.")
    try:
        step = (lambda done, total: progress(name, "reading", done, total)) if progress else None
        return read(file.path, settings_for(file.path), progress=step)
    except SourceError as error:
        get_run_logger().warning(str(error))
        return Rejected(error.source, error.code, error.message, error.remedy)


@task(task_run_name="check {file.path.name}", tags=["check"], cache_policy=NO_CACHE, persist_result=False)
def audit_document(file: RawFile, document: Document, progress: Progress | None) -> Extraction:
    """Tables, charts, facts and findings of a document."""
    if progress:
        progress(file.path.name, "checking", 0, 0)
    return audit(document, file.path)


@task(task_run_name="publish", tags=["publish"], cache_policy=NO_CACHE, persist_result=False)
def publish_release(output: Path, sources: list[Source], run: dict[str, Any]) -> Published:
    """Validate and promote the release, its report inside."""
    passwords = {
        s.result.document.document_id: password
        for s in sources
        if isinstance(s.result, Extraction) and (password := settings_for(s.path).password)
    }
    return publish(output, sources, partial(write_report, passwords=passwords), run=run)


@flow(name="publish-white-papers", flow_run_name="publish {raw}", persist_result=False, validate_parameters=False)
def publish_white_papers(raw: str = "raw", output: str = "output", progress: Progress | None = None) -> Published:
    """Process every PDF and text dump in `raw` and publish a release under `output`."""
    sources: list[Source] = []
    for file in raw_files(Path(raw)):
        read_result = read_document(file, progress)
        result: Extraction | Rejected
        if isinstance(read_result, Rejected):
            result = read_result
        else:
            try:
                result = audit_document(file, read_result, progress)
            except Exception as error:  # a fault of ours must not cost the other documents
                get_run_logger().exception("%s: internal fault", file.path.name)
                message = f"it could not be checked ({type(error).__name__})"
                result = Rejected(
                    file.path.name, "internal", message, "Please report this document to the maintainers."
                )
        sources.append(Source(file.path, file.sha256, file.size, result))
    if progress:
        progress("release", "validating and publishing", 0, 0)
    run = {"flow_run_id": str(flow_run.id or ""), "flow_run_name": flow_run.name or ""}
    published = publish_release(Path(output), sources, run)
    create_markdown_artifact(summary(published, sources), key="wpextract-summary", description="What the run published")
    return published


def summary(published: Published, sources: list[Source]) -> str:
    """The run as Markdown: documents, rows and the findings that fail. Text of the documents is kept inert."""
    lines = [f"# {published.release.name if published.release else 'Nothing promoted'}", ""]
    if published.reason:
        lines += [f"Reason: {_inert(published.reason)}", ""]
    lines += ["| document | status | errors | warnings | info |", "|---|---|---|---|---|"]
    found = {s.path.name: failing(s.result) for s in sources}
    for row in published.documents:
        counts = found.get(row["source_name"], Counter())
        cells = [_inert(row["source_name"]), row["status"], *(str(counts[k]) for k in ("error", "warning", "info"))]
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "## Findings", ""]
    for source in sources:
        if isinstance(source.result, Extraction):
            lines += [
                f"- **{f.severity}** {f.rule}: {_inert(f.statement)}"
                for f in source.result.findings
                if f.status == "fails" and f.severity != "info"
            ]
    return "\n".join(lines)


def failing(result: Extraction | Rejected) -> Counter[str]:
    """Failing findings by severity."""
    return (
        Counter(f.severity for f in result.findings if f.status == "fails")
        if isinstance(result, Extraction)
        else Counter()
    )


def _inert(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else " " if c in "\r\n" else c for c in text)[:400]

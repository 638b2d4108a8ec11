"""`publish-white-papers`: every document of a folder read, checked and published as one release.

The work is in `wpextract`; here are its order, names, retries and the summary a person finds in the Prefect UI.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, tags, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run

import flows  # noqa: F401  (keeps Prefect quiet; must come first)
from wpextract.consistency import OwnRule, unused
from wpextract.errors import SourceError, faults_of
from wpextract.extraction import Extraction, Rejected
from wpextract.pipeline import audit
from wpextract.publishing import Published, Source, hold, publish
from wpextract.publishing.raw import RawFile, raw_files, settings_for
from wpextract.publishing.rules import rules_in
from wpextract.reading import read
from wpextract.reading.model import Document, Notice
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
        return Rejected(name, "duplicate", f"it has the same bytes as {file.duplicate_of}", "Remove one of them.")
    step = (lambda done, total: progress(name, "reading", done, total)) if progress else None
    try:
        with faults_of(name):
            document = read(file.path, settings_for(file.path), progress=step)
    except SourceError as error:
        if isinstance(error.__cause__, OSError) and file.path.exists():
            raise error.__cause__ from error
        return _rejected(error)
    if not file.namesakes:
        return document
    others = ", ".join(file.namesakes)
    message = f"{others} in the same folder has this name too; they are told apart by document_id and share one .yaml"
    return replace(document, notices=(*document.notices, Notice("same_name", message)))


@task(task_run_name="check {file.path.name}", tags=["check"], cache_policy=NO_CACHE, persist_result=False)
def audit_document(
    file: RawFile, document: Document, progress: Progress | None, own_rules: Sequence[OwnRule]
) -> Extraction | Rejected:
    """Tables, charts, facts and findings of a document."""
    step = (lambda done, total: progress(file.path.name, "checking", done, total)) if progress else None
    try:
        with faults_of(file.path.name):
            return audit(document, file.path, step, own_rules)
    except SourceError as error:
        return _rejected(error)


def _rejected(error: SourceError) -> Rejected:
    """The error as a value; a fault of ours keeps its traceback in the log of the run."""
    get_run_logger().warning(str(error), exc_info=error if error.code == "internal" else None)
    return Rejected.because(error)


def _process(file: RawFile, progress: Progress | None, own_rules: Sequence[OwnRule]) -> Extraction | Rejected:
    try:
        document = read_document(file, progress)
    except OSError as error:  # after its retries
        message = f"the file cannot be read ({error.strerror or error})"
        return Rejected(file.path.name, "not_found", message, "Check the disk, and the file's rights.")
    return document if isinstance(document, Rejected) else audit_document(file, document, progress, own_rules)


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
def publish_white_papers(
    raw: str = "raw", output: str = "output", progress: Progress | None = None, rules: str | None = None
) -> Published:
    """Process every PDF and text dump in `raw` and publish a release under `output`.

    `rules` is a folder of your own rules; without it `schemas/rules/` of the working folder, if that exists.

    Raises:
        ContractError: one of the rules is broken; no document has been read.
        PublishError: another run is at work on `output`, or it cannot be written.
    """
    run = {
        "flow_run_id": str(flow_run.id or ""),
        "flow_run_name": flow_run.name or "",
        "started": datetime.now(UTC).isoformat(),
    }
    own_rules = rules_in(Path(rules) if rules else None)
    with hold(Path(output)):
        sources = [
            Source(file.path, file.sha256, file.size, _process(file, progress, own_rules))
            for file in raw_files(Path(raw))
        ]
        if progress:
            progress("release", "validating and publishing", 0, 0)
        published = publish_release(Path(output), sources, run)
    for rule in unused(own_rules, (d["document_id"] for d in published.documents)):
        get_run_logger().warning("rule %s: its pattern %s fits no document", rule.rule, rule.documents)
    create_markdown_artifact(summary(published, sources), key="wpextract-summary", description="What the run published")
    return published


def run_once(raw: str, output: str, progress: Progress | None = None, rules: str | None = None) -> Published:
    """The flow, run now and tagged as `wpextract`, as the deployments are."""
    with tags("wpextract"):
        return publish_white_papers(raw, output, progress, rules)


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

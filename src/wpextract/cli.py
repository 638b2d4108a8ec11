"""The command line: translates and prints, decides nothing. Heavy imports wait until a command needs them."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wpextract import __version__

if TYPE_CHECKING:
    from wpextract.consistency import Finding, OwnRule
    from wpextract.publishing import Published

SECONDS_SILENT = 10.0
app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


class Format(StrEnum):
    """What `extract` writes."""

    json = "json"
    csv = "csv"
    parquet = "parquet"


class FailOn(StrEnum):
    """From which severity on failing findings make `run` and `check` answer 1."""

    never = "never"
    warning = "warning"
    error = "error"


Rules = Annotated[
    Path | None, typer.Option(help="Folder with your own rules, `*.yaml`; `schemas/rules/` here if it exists.")
]


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wpextract {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Extract every number of a white paper, check the document against itself, publish clean Parquet."""


@app.command()
def run(
    raw: Annotated[Path, typer.Argument(help="Folder with PDFs and text dumps.")] = Path("raw"),
    output: Annotated[Path, typer.Argument(help="Folder for releases.")] = Path("output"),
    fail_on: Annotated[FailOn, typer.Option(help="Answer 1 when findings of this severity fail.")] = FailOn.never,
    rules: Rules = None,
) -> None:
    """Process every document in RAW and publish a release to OUTPUT.

    Answers 0 when a release was promoted, 1 when some document was rejected or read in part, 2 when nothing was.
    """
    if not raw.is_dir():
        _stop(f"{raw}: there is no such folder. Create it and put PDFs into it.", 2)
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        job = bar.add_task("starting", total=None)
        told, told_at = "", 0.0

        def progress(document: str, stage: str, done: int, total: int) -> None:
            """Move the bar; without a terminal a line for each step, and one now and then in a long document."""
            nonlocal told, told_at
            label = f"{document}: {stage}"
            if not console.is_terminal and (label != told or monotonic() - told_at > SECONDS_SILENT):
                print(label + (f", page {done} of {total}" if label == told else ""), file=sys.stderr, flush=True)
                told_at = monotonic()
            told = label
            bar.update(job, description=label, completed=done, total=total or 1)

        progress("wpextract", "starting the workflow engine", 0, 0)
        from flows.run import run_once
        from wpextract.consistency import unused
        from wpextract.errors import WpextractError
        from wpextract.publishing.rules import rules_in

        try:
            own = rules_in(rules)
            published = run_once(str(raw), str(output), progress, str(rules) if rules else None)
        except WpextractError as error:
            _stop(str(error), 2)
        except RuntimeError as error:
            if "API server" not in str(error):
                raise
            remedy = "Let PREFECT_HOME name a folder that can be written, or PREFECT_API_URL a server that runs."
            _stop(f"The workflow engine did not start ({error}). {remedy}", 2)
    severities = _tell(published)
    _tell_unused(unused(own, (d["document_id"] for d in published.documents)))
    if published.release is None:
        raise typer.Exit(2)
    raise typer.Exit(exit_code([d["status"] for d in published.documents], severities, fail_on))


def exit_code(statuses: Iterable[str], severities: Mapping[str, int], fail_on: FailOn) -> int:
    """What a run that promoted a release answers: 1 when a document is not whole, or findings are loud, else 0."""
    loud = {"never": (), "warning": ("warning", "error"), "error": ("error",)}[fail_on.value]
    return int(any(s != "published" for s in statuses) or any(severities.get(s) for s in loud))


def _tell(published: Published) -> dict[str, int]:
    """Print what was published; the failing findings by severity come back."""
    for d in published.documents:
        typer.echo(f"{d['status']:<10} {d['source_name']}" + (f"  ({d['reason']})" if d["reason"] else ""))
    for name in published.left:
        typer.echo(f"gone       {name}  (in the last release, no longer in the folder)")
    for folder in published.quarantined:
        typer.echo(f"quarantine {folder}")
    if published.release is None:
        typer.echo(f"Nothing was promoted: {published.reason}.", err=True)
        return {}
    import pyarrow.dataset

    typer.echo("rows       " + ", ".join(f"{name} {n}" for name, n in published.rows.items()))
    table = pyarrow.dataset.dataset(published.release / "findings", format="parquet").to_table(["status", "severity"])
    severities: dict[str, int] = {}
    checked = table.num_rows
    for row in table.to_pylist():
        if row["status"] == "fails":
            severities[row["severity"]] = severities.get(row["severity"], 0) + 1
    typer.echo(_counted(severities, checked))
    typer.echo(f"release    {published.release}")
    typer.echo(f"report     {published.report}")
    return severities


def _counted(failing: Mapping[str, int], checked: int) -> str:
    shown = ", ".join(f"{failing.get(s, 0)} {s}" for s in ("error", "warning", "info"))
    return f"findings   {shown} among {checked} relations checked"


@app.command()
def check(
    release: Annotated[Path, typer.Argument(help="Folder of a release.")] = Path("output/latest"),
    document: Annotated[str | None, typer.Option(help="A document_id, to check it alone.")] = None,
    fail_on: Annotated[FailOn, typer.Option(help="Answer 1 when findings of this severity fail.")] = FailOn.never,
    rules: Rules = None,
) -> None:
    """Check the published facts of RELEASE again, without their PDFs, and say what differs from its findings.

    The release is only read. Answers 0 when all was checked, 1 when the release has a document that was rejected or
    read in part, 2 when nothing could be checked.
    """
    from wpextract.consistency import unused
    from wpextract.errors import WpextractError
    from wpextract.publishing.recheck import documents_of, recheck, rows_of_release
    from wpextract.publishing.rules import rules_in

    failing: Counter[str] = Counter()
    try:
        own = rules_in(rules)
        listed = [d for d in documents_of(release) if document in (None, d["document_id"])]
        readable = [d["document_id"] for d in listed if d["status"] != "rejected"]
        if not readable:
            _stop(f"{release}: it has no document {document or 'to check'}. Its folder facts/ names those it has.", 2)
        for d in listed:
            typer.echo(f"{d['status']:<10} {d['document_id']}" + (f"  ({_plain(d['reason'])})" if d["reason"] else ""))
        for identity in readable:
            done = recheck(rows_of_release(release, identity), own)
            severities = Counter[str](f.severity for f in done.findings if f.status == "fails")
            failing += severities
            typer.echo(f"checked    {identity}")
            typer.echo(_counted(severities, len(done.findings)))
            _list_failing(done.findings, {r.rule for r in own})
            if done.carried:
                typer.echo(f"as read    {done.carried} findings rest on marks and glyphs that only the page shows")
            for difference in done.differences:
                typer.echo(f"{difference.kind:<10} {_plain(difference.told)}")
            if not done.differences:
                typer.echo("differs    nothing from what was published")
    except WpextractError as error:
        _stop(str(error), 2)
    if document is None:
        _tell_unused(unused(own, readable))
    raise typer.Exit(exit_code([d["status"] for d in listed], failing, fail_on))


def _list_failing(findings: Iterable[Finding], own: set[str]) -> None:
    """Failing errors and warnings a line each, then the user's rules that could not be checked."""
    for f in sorted(findings, key=lambda f: (f.severity, f.pages, f.finding_id)):
        if f.status == "fails" and f.severity != "info":
            typer.echo(f"{f.severity:<10} {_plain(f'{f.rule}: {f.statement}')}")
        elif f.status == "undetermined" and f.rule in own:
            typer.echo(f"unchecked  {_plain(f'{f.rule}: {f.statement}')}")


def _tell_unused(rules: Iterable[OwnRule]) -> None:
    for rule in rules:
        typer.echo(f"unused     {rule.rule}  (its pattern {_plain(rule.documents)} fits no document)", err=True)


def _plain(text: str) -> str:
    """Text of a document without what a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in text)


@app.command()
def extract(
    file: Annotated[Path, typer.Argument(help="A PDF or text dump.")],
    pages: Annotated[str | None, typer.Option(help="Pages, such as 3-7,9.")] = None,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.json,  # noqa: A002
    output: Annotated[
        Path | None, typer.Option(help="Folder for the files; json goes to standard output without it.")
    ] = None,
    rules: Rules = None,
) -> None:
    """Read and check one document without the workflow engine."""
    from wpextract.errors import WpextractError
    from wpextract.pipeline import extract as extract_document
    from wpextract.publishing.raw import settings_for
    from wpextract.publishing.records import rows_of
    from wpextract.publishing.rules import rules_in

    numbers = _pages(pages)
    try:
        own = rules_in(rules)
        rows = rows_of(extract_document(file, settings_for(file), numbers, own_rules=own))
    except WpextractError as error:
        _stop(str(error), 2)
    if format is Format.json and output is None:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
        return
    folder = output or Path(f"{file.stem}-extract")
    folder.mkdir(parents=True, exist_ok=True)
    for dataset, found in rows.items():
        _write(folder, dataset, found, format)
    typer.echo(folder)


@app.command()
def inspect(
    file: Annotated[Path, typer.Argument(help="A PDF.")],
    page: Annotated[int, typer.Option(help="The page to show, from 1.", min=1)] = 1,
    output: Annotated[Path | None, typer.Option(help="The PNG to write.")] = None,
) -> None:
    """Draw what was read from one page onto its picture: blocks, tables, charts, points and labels."""
    from wpextract.errors import WpextractError
    from wpextract.pipeline import extract as extract_document
    from wpextract.publishing.raw import settings_for
    from wpextract.reporting.overlay import draw_overlay

    target = output or Path(f"{file.stem}-page-{page}.png")
    if file.suffix.lower() == ".txt":
        _stop(f"{file}: a text dump has no pages to draw. Name the PDF it was made from.", 2)
    try:
        settings = settings_for(file)
        read = extract_document(file, settings, [page])
        shown = next((p for p in read.document.pages if p.number == page), None)
        if shown is None:
            _stop(f"{file}: it has no page {page}.", 2)
        else:
            draw_overlay(file, shown, read.blocks, read.tables, read.charts, target, settings.password)
    except WpextractError as error:
        _stop(str(error), 2)
    typer.echo(target)


@app.command()
def convert(
    release: Annotated[Path, typer.Argument(help="A release, such as output/latest.")],
    rates: Annotated[Path, typer.Argument(help="A CSV file with the columns date, from, to, rate.")],
    to: Annotated[str, typer.Option(help="The currency to show, by its ISO 4217 code.")] = "USD",
    output: Annotated[Path | None, typer.Option(help="The CSV file to write, else standard output.")] = None,
) -> None:
    """Show the money of a release in one currency beside what is printed; the release stays as it is."""
    from wpextract.errors import WpextractError
    from wpextract.publishing.conversion import convert_release

    try:
        text = convert_release(release, rates, to).to_csv(index=False)
    except (WpextractError, OSError) as error:
        _stop(str(error), 2)
    if output is None:
        typer.echo(text, nl=False)
    else:
        output.write_text(text, "utf-8")
        typer.echo(output)


def _write(folder: Path, dataset: str, rows: list[dict[str, Any]], form: Format) -> None:
    if form is Format.parquet:
        from wpextract.publishing.release import write_parquet

        write_parquet(folder, dataset, rows[0]["document_id"] if rows else "empty", rows)
    elif form is Format.csv:
        import pandas as pd

        from wpextract.publishing.contracts import contracts

        plain = [
            {k: json.dumps(v, ensure_ascii=False) if isinstance(v, list) else v for k, v in r.items()} for r in rows
        ]
        frame = pd.DataFrame(plain, columns=[c.name for c in contracts()[dataset].columns])
        frame.to_csv(folder / f"{dataset}.csv", index=False)
    else:
        text = json.dumps(rows, ensure_ascii=False, indent=1, default=str)
        (folder / f"{dataset}.json").write_text(text, "utf-8")


def _pages(text: str | None) -> list[int] | None:
    """`3-7,9` as page numbers."""
    if text is None:
        return None
    numbers: list[int] = []
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        ends = (first, last if dash else first)
        if not all(e.isdecimal() and len(e) <= 6 for e in ends) or int(ends[0]) > int(ends[1]):
            _stop(f"--pages {text}: write page numbers such as 3-7,9.", 2)
        numbers += range(int(ends[0]), int(ends[1]) + 1)
    return numbers


def _stop(message: str, code: int) -> Any:
    typer.echo(message, err=True)
    raise typer.Exit(code)

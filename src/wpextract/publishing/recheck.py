"""Checks the documents of a release again, from its files alone, and says what differs from what it published.

A release is never changed. Rules that rest on the page itself take their evidence from the published findings (see
`reload.OF_THE_PAGE`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pyarrow
import pyarrow.parquet

from wpextract.consistency import OwnRule, check
from wpextract.consistency.model import Correction, Finding
from wpextract.errors import ReleaseError
from wpextract.ids import Ids
from wpextract.publishing.contracts import contracts
from wpextract.publishing.records import Row
from wpextract.publishing.reload import OF_THE_PAGE, Rows, as_printed, extraction_of


@dataclass(frozen=True, slots=True)
class Difference:
    """A finding or correction that is new, is no more, or has come out otherwise; `before` is as published."""

    kind: Literal["appeared", "gone", "changed"]
    before: Finding | Correction | None
    after: Finding | Correction | None

    @property
    def told(self) -> str:
        """How it stood and stands, and what is told of it."""
        both = [x for x in (self.before, self.after) if x is not None]
        stood = " -> ".join(" ".join(_outcome(x)) for x in both)
        return f"{stood}: {_what(both[-1])}"


@dataclass(frozen=True, slots=True)
class Rechecked:
    """A document checked again; `carried` counts the findings whose evidence was taken as published."""

    document_id: str
    findings: tuple[Finding, ...]
    differences: tuple[Difference, ...]
    carried: int


def documents_of(release: Path) -> list[Row]:
    """The `documents` rows of a release.

    Raises:
        ReleaseError: the folder is no release, or one of another version; the message says which folder to name.
    """
    if not (release / "manifest.json").is_file():
        raise ReleaseError(f"{release}: this is no release. Name a folder such as output/latest.")
    return [row for path in sorted((release / "documents").glob("*.parquet")) for row in _read(path, "documents")]


def rows_of_release(release: Path, document_id: str) -> dict[str, list[Row]]:
    """The rows of one document by dataset, in the order of reading; raises ReleaseError as `documents_of` does."""
    return {name: _read(release / name / f"{document_id}.parquet", name) for name in contracts()}


def _read(path: Path, dataset: str) -> list[Row]:
    try:
        table = pyarrow.parquet.read_table(path, partitioning=None)
    except (OSError, pyarrow.ArrowException) as error:
        detail = " ".join(str(error).split())[:120]
        raise ReleaseError(f"{path}: it cannot be read ({detail}). Publish the release again.") from error
    contract = contracts()[dataset]
    wanted = [c.name for c in contract.columns]
    if missing := [name for name in wanted if name not in table.column_names]:
        message = f"the column {missing[0]} is missing; another version wrote it. Publish the release again."
        raise ReleaseError(f"{path}: {message}")
    rows: list[Row] = table.to_pylist()
    return rows


def recheck(rows: Rows, own_rules: Sequence[OwnRule] = ()) -> Rechecked:
    """Check a document from its published rows, corrections undone first, so that every diagnosis is made again."""
    published = extraction_of(rows)
    document = published.document
    ids = Ids(document.sha256)
    checked = check(
        document, published.blocks, published.tables, published.charts, as_printed(published), ids, own_rules
    )
    return Rechecked(
        document.document_id,
        checked.findings,
        (
            *_differences({_key(f): f for f in published.findings}, {_key(f): f for f in checked.findings}),
            *_differences(
                {c.correction_id: c for c in published.corrections}, {c.correction_id: c for c in checked.corrections}
            ),
        ),
        sum(f.rule in OF_THE_PAGE for f in checked.findings),
    )


def _key(f: Finding) -> object:
    """One finding over versions and wordings: its rule and who takes part as what."""
    return f.rule, frozenset((m.dataset, m.id, m.role) for m in f.members)


def _what(x: Finding | Correction) -> str:
    return f"{x.rule}: {x.statement}" if isinstance(x, Finding) else f"{x.printed} should be {x.corrected}"


def _outcome(x: Finding | Correction) -> tuple[str, ...]:
    return (x.status, x.severity) if isinstance(x, Finding) else ("correction", x.status, x.field)


def _differences(
    before: Mapping[object, Finding | Correction], after: Mapping[object, Finding | Correction]
) -> list[Difference]:
    return [
        *(Difference("gone", x, None) for key, x in before.items() if key not in after),
        *(Difference("appeared", None, x) for key, x in after.items() if key not in before),
        *(
            Difference("changed", x, after[key])
            for key, x in before.items()
            if key in after and _outcome(x) != _outcome(after[key])
        ),
    ]

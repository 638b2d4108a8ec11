"""Relations between facts, the findings that pandera makes of them, and the corrections they support."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from wpextract.facts.model import Fact

Status = Literal["holds", "fails", "undetermined"]
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; None is unbounded on that side."""

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Member:
    """A fact, point or cell that takes part in a relation; `role` is part, total, base, end, claim, ..."""

    dataset: Literal["facts", "chart_points", "table_cells", "charts", "blocks"]
    id: str
    role: str


@dataclass(frozen=True, slots=True)
class Relation:
    """What a rule claims must agree: an interval `derived` from members and the interval that is `printed`.

    A rule builds relations and never judges. `confidence` in 0..1 is how sure the link between the members is;
    `statement` names what is compared in one sentence, `complaint` says it where it fails, `computation` shows the
    arithmetic with intervals.
    `formula` computes (derived, printed) from the members' intervals in their order, so that the relation can be
    judged as printed, as corrected and under a hypothesis; None where the intervals do not come from members.
    """

    rule: str
    members: tuple[Member, ...]
    pages: tuple[int, ...]
    derived: Interval
    printed: Interval
    unit: str | None
    statement: str
    computation: str
    confidence: float
    diagnosis: str | None = None
    complaint: str | None = None
    severity_if_fails: Severity = "error"
    formula: Callable[[Sequence[Interval]], tuple[Interval, Interval]] | None = field(
        default=None, compare=False, repr=False
    )
    correction_id: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A judged relation: the row of `schemas/findings.yaml`."""

    finding_id: str
    rule: str
    status: Status
    printed_status: Status
    severity: Severity
    pages: tuple[int, ...]
    members: tuple[Member, ...]
    statement: str
    computation: str
    printed: Interval
    derived: Interval
    unit: str | None
    diagnosis: str | None
    correction_id: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Target:
    """What a correction changes: a row of a dataset."""

    dataset: Literal["facts", "chart_points", "charts", "tables", "table_cells"]
    id: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A proposed or applied change of published values: the row of `schemas/corrections.yaml`.

    `field` is what is wrong (`scale`, `currency`, `value`), `printed` and `corrected` the label or value before and
    after, `factor` what values are multiplied with, `expect_printed` what the page must still show for it to apply.
    """

    correction_id: str
    targets: tuple[Target, ...]
    field: str
    printed: str
    corrected: str
    factor: Decimal | None
    evidence: tuple[str, ...]
    status: Literal["proposed", "applied", "withheld"]
    expect_printed: str | None
    decision: Literal["accepted", "rejected"] | None
    decided_by: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """The auditor's result: the facts with applied corrections, every judged relation, and the corrections."""

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...]

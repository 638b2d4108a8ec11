"""Pandera is the judge: relations become a frame, a schema with registered checks decides, its failure cases fail.

A rule never says what its relation comes to. Here every relation is one row of a frame; the schema's checks say which
rows cannot be (two disjoint intervals) and which cannot be told (a link too weak, nothing to compare), lazily and all at
once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera import extensions

from wpextract.consistency import interval as iv
from wpextract.consistency.linking import SURE
from wpextract.consistency.model import Interval, Relation, Status

COLUMNS = ("rule", "derived_low", "derived_high", "printed_low", "printed_high", "confidence")


@extensions.register_check_method(check_type="vectorized")  # type: ignore[untyped-decorator,unused-ignore]
def intervals_meet(frame: Any) -> Any:
    """XBRL Calculations 1.1: consistent when the closed intervals intersect; None is unbounded."""
    return pd.Series(
        [
            iv.meets(Interval(a, b), Interval(c, d))
            for a, b, c, d in zip(
                frame["derived_low"], frame["derived_high"], frame["printed_low"], frame["printed_high"], strict=True
            )
        ],
        index=frame.index,
        dtype=bool,
    )


@extensions.register_check_method(  # type: ignore[untyped-decorator,unused-ignore]
    statistics=["least"], check_type="vectorized"
)
def surely_linked(frame: Any, *, least: float) -> Any:
    """Whether the members are linked surely enough for a disagreement to be fair."""
    return frame["confidence"] >= least


@extensions.register_check_method(check_type="vectorized")  # type: ignore[untyped-decorator,unused-ignore]
def says_something(frame: Any) -> Any:
    """Whether both intervals exclude some value: one without any end would agree with whatever is printed."""
    return frame[["derived_low", "derived_high"]].notna().any(axis=1) & (
        frame[["printed_low", "printed_high"]].notna().any(axis=1)
    )


MEETS, LINKED, SAYS = "intervals_meet", "surely_linked", "says_something"


def schema() -> Any:
    """The schema of a frame of relations: its columns, and the checks whose failure cases are the judgement."""
    return pa.DataFrameSchema(
        {
            "rule": pa.Column(str),
            **{name: pa.Column(object, nullable=True) for name in COLUMNS[1:5]},
            "confidence": pa.Column(float, pa.Check.in_range(0.0, 1.0)),
        },
        checks=[pa.Check.intervals_meet(), pa.Check.surely_linked(least=SURE), pa.Check.says_something()],
        index=pa.Index(int, unique=True),
        name="relations",
    )


def frame(relations: Sequence[Relation]) -> pd.DataFrame:
    """One row a relation, in order; interval ends are exact decimals, None unbounded."""
    rows = {name: pd.Series(list(values), dtype=kind) for name, values, kind in _columns(relations)}
    return pd.DataFrame(rows, index=pd.RangeIndex(len(relations)))


def _columns(relations: Sequence[Relation]) -> list[tuple[str, list[Any], Any]]:
    return [
        ("rule", [r.rule for r in relations], str),
        ("derived_low", [r.derived.low for r in relations], object),
        ("derived_high", [r.derived.high for r in relations], object),
        ("printed_low", [r.printed.low for r in relations], object),
        ("printed_high", [r.printed.high for r in relations], object),
        ("confidence", [r.confidence for r in relations], float),
    ]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rows that the schema's checks refuse."""

    disjoint: frozenset[int]
    doubtful: frozenset[int]
    silent: frozenset[int]

    def status(self, row: int) -> Status:
        if row in self.silent:
            return "undetermined"
        if row not in self.disjoint:
            return "holds"
        return "undetermined" if row in self.doubtful else "fails"


def judge(relations: Sequence[Relation]) -> Verdict:
    """Validates the frame of relations lazily and reads the verdict off its failure cases."""
    if not relations:
        return Verdict(frozenset(), frozenset(), frozenset())
    try:
        schema().validate(frame(relations), lazy=True)
    except pa.errors.SchemaErrors as refused:
        cases = refused.failure_cases  # one for each column of a refused row, so rows are collected as sets
        named = cases["check"].astype(str).str.partition("(")[0]
        others = cases[~named.isin([MEETS, LINKED, SAYS])]
        if len(others):
            raise ValueError(f"a rule built a malformed relation: {others.to_dict('records')[:3]}") from refused
        rows = {
            name: frozenset(int(i) for i in cases.loc[named == name, "index"].dropna())
            for name in (MEETS, LINKED, SAYS)
        }
        return Verdict(rows[MEETS], rows[LINKED], rows[SAYS])
    return Verdict(frozenset(), frozenset(), frozenset())

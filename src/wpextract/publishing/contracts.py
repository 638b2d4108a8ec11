"""The data contracts of `schemas/`, rendered to Arrow and pandera schemas, GX expectations and the data dictionary.

A contract is the one place where a column is declared; nothing about a column is repeated in code.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from numbers import Integral, Real
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pyarrow
import pyarrow.parquet
from ruamel.yaml import YAML

DATASETS = (
    "documents", "blocks", "tables", "table_cells", "charts", "chart_points", "facts", "number_tokens", "findings",
    "corrections",
)  # fmt: skip
_PLACE = [("page", pyarrow.int32()), *((k, pyarrow.float64()) for k in ("x0", "top", "x1", "bottom"))]


def _list_of(item: pyarrow.DataType) -> pyarrow.DataType:
    return pyarrow.list_(pyarrow.field("element", item))  # as Parquet names it


_ARROW: dict[str, pyarrow.DataType] = {
    "string": pyarrow.string(),
    "int32": pyarrow.int32(),
    "int64": pyarrow.int64(),
    "float64": pyarrow.float64(),
    "bool": pyarrow.bool_(),
    "date32": pyarrow.date32(),
    "int_list": _list_of(pyarrow.int32()),
    "string_list": _list_of(pyarrow.string()),
    "boxes": _list_of(pyarrow.struct(_PLACE)),
    "members": _list_of(pyarrow.struct([(k, pyarrow.string()) for k in ("dataset", "id", "role")])),
    "targets": _list_of(pyarrow.struct([(k, pyarrow.string()) for k in ("dataset", "id")])),
}
Ids = Mapping[str, Set[Any]]  # by dataset, the ids that its rows have
METADATA_KEY = b"wpextract"
_SURROGATE = re.compile("[\ud800-\udfff]")  # what UTF-8 cannot hold


@dataclass(frozen=True, slots=True)
class Column:
    """One column as declared."""

    name: str
    type: str
    description: str
    nullable: bool = False
    unit: str | None = None
    allowed: tuple[str, ...] | None = None
    min: float | None = None
    max: float | None = None
    pattern: str | None = None
    references: tuple[str, ...] = ()  # datasets, in one of which the id must have its row; `*`: the one it names


@dataclass(frozen=True, slots=True)
class Contract:
    """One dataset as declared; `ordered` holds pairs of columns of which the first is never above the second."""

    dataset: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    ordered: tuple[tuple[str, str], ...]

    def arrow(self) -> pyarrow.Schema:
        """The Arrow schema; descriptions and units stand in each field's metadata and, compact, in the schema's."""
        fields = [
            pyarrow.field(c.name, _ARROW[c.type], nullable=c.nullable, metadata=_metadata(c)) for c in self.columns
        ]
        short = {
            "dataset": self.dataset,
            "description": self.description,
            "key": self.key,
            "columns": {c.name: [c.description, *([c.unit] if c.unit else [])] for c in self.columns},
        }
        text = json.dumps(short, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return pyarrow.schema(fields, metadata={METADATA_KEY: text.encode()})

    @property
    def id_column(self) -> str | None:
        """The column whose values other datasets refer to, if any."""
        return self.key[-1] if self.key else None

    def pandera(self, known: Ids | None = None) -> pa.DataFrameSchema:
        """The schema that judges a frame of rows as built, before it is written (missing is None).

        `known` holds the ids of each dataset of the document; where given, references are held to it.
        """
        checks = [pa.Check(_in_order(a, b), name=f"{a} <= {b}") for a, b in self.ordered]
        columns = {c.name: pa.Column(None, _checks(c, known), nullable=c.nullable, required=True) for c in self.columns}
        unique = list(self.key) or None
        return pa.DataFrameSchema(columns, checks=checks, unique=unique, strict=True, ordered=True, name=self.dataset)

    def table(self, rows: Sequence[Mapping[str, Any]]) -> pyarrow.Table:
        """The rows, in their order, as an Arrow table of the contract's schema.

        Raises:
            pyarrow.ArrowException: a value does not fit its column.
        """
        return pyarrow.Table.from_pylist(list(rows), schema=self.arrow())

    def has_schema(self, path: Path) -> bool:
        """Whether a Parquet file has the contract's columns, types and metadata."""
        return bool(pyarrow.parquet.read_schema(path).equals(self.arrow(), check_metadata=True))


def _metadata(column: Column) -> dict[str, str]:
    return {"description": column.description, **({"unit": column.unit} if column.unit else {})}


def _checks(column: Column, known: Ids | None) -> list[pa.Check]:
    kind = pa.Check(_is_of(column.type), name=f"is {column.type}", element_wise=True, ignore_na=False)
    checks = [kind]
    if column.allowed is not None:
        checks.append(pa.Check.isin(column.allowed))
    if column.min is not None:
        checks.append(pa.Check.ge(column.min))
    if column.max is not None:
        checks.append(pa.Check.le(column.max))
    if column.pattern is not None:
        checks.append(pa.Check.str_matches(column.pattern))
    if column.references and known is not None:
        name = f"refers to {', '.join(column.references)}"
        checks.append(pa.Check(_refers_to(column.references, known), name=name, element_wise=True))
    return checks


def _is_of(kind: str) -> Callable[[Any], bool]:
    """Whether a value can be written as the type, exactly; None is left to nullability, NaN and infinity are no value."""
    arrow = _ARROW[kind]

    def fits(value: Any) -> bool:
        match kind:
            case _ if value is None:
                return True
            case "string":
                return isinstance(value, str) and not _SURROGATE.search(value)
            case "bool":
                return isinstance(value, bool | np.bool_)
            case "int32" | "int64":
                most = 1 << (arrow.bit_width - 1)
                return isinstance(value, Integral) and not isinstance(value, bool) and -most <= value < most
            case "float64":
                return isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)
            case "date32":
                return isinstance(value, date) and not isinstance(value, datetime)
            case _:
                try:
                    return isinstance(value, list) and pyarrow.array([value], arrow).null_count == 0
                except (pyarrow.ArrowException, UnicodeError):
                    return False

    return fits


def _refers_to(datasets: Sequence[str], known: Ids) -> Callable[[Any], bool]:
    if "*" in datasets:  # {dataset, id}, a list of them
        return lambda members: all(m["id"] in known.get(m["dataset"], ()) for m in members)
    ids = frozenset().union(*(known[d] for d in datasets))
    return lambda value: all(v in ids for v in value) if isinstance(value, list) else value in ids


def _in_order(first: str, second: str) -> Any:
    def check(frame: pd.DataFrame) -> Any:
        low, high = pd.to_numeric(_plain(frame[first])), pd.to_numeric(_plain(frame[second]))
        return low.isna() | high.isna() | (low <= high)

    return check


def _plain(column: Any) -> Any:
    return column.map(lambda v: v.toordinal() if hasattr(v, "toordinal") else v)


def schemas_folder() -> Path:
    """`schemas/` of the checkout, or the copy inside an installed package."""
    packaged = Path(__file__).parents[1] / "schemas"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "schemas"


@cache
def contracts() -> dict[str, Contract]:
    """Every contract by dataset, in the order of `DATASETS`."""
    yaml = YAML(typ="safe")
    return {name: _contract(yaml.load(schemas_folder() / f"{name}.yaml")) for name in DATASETS}


def _contract(raw: dict[str, Any]) -> Contract:
    columns = tuple(_column(column) for column in raw["columns"])
    return Contract(
        dataset=raw["dataset"],
        description=raw["description"],
        key=tuple(raw["key"]),
        columns=columns,
        ordered=tuple((a, b) for a, b in raw.get("ordered", ())),
    )


def _column(raw: dict[str, Any]) -> Column:
    allowed, references = raw.get("allowed"), raw.get("references", ())
    lists = {
        "allowed": None if allowed is None else tuple(allowed),
        "references": (references,) if isinstance(references, str) else tuple(references),
    }
    return Column(**(raw | lists))


def expectations(contract: Contract) -> list[Any]:
    """The contract as GX expectations over the written file."""
    import great_expectations.expectations as gxe

    out: list[Any] = [
        gxe.ExpectTableColumnsToMatchOrderedList(column_list=[c.name for c in contract.columns]),
    ]
    if len(contract.key) == 1:
        out.append(gxe.ExpectColumnValuesToBeUnique(column=contract.key[0]))
    elif contract.key:
        out.append(gxe.ExpectCompoundColumnsToBeUnique(column_list=list(contract.key)))
    for c in contract.columns:
        if not c.nullable:
            out.append(gxe.ExpectColumnValuesToNotBeNull(column=c.name))
        if c.allowed is not None:
            out.append(gxe.ExpectColumnValuesToBeInSet(column=c.name, value_set=list(c.allowed)))
        if c.min is not None or c.max is not None:
            out.append(gxe.ExpectColumnValuesToBeBetween(column=c.name, min_value=c.min, max_value=c.max))
        if c.pattern is not None:
            out.append(gxe.ExpectColumnValuesToMatchRegex(column=c.name, regex=c.pattern))
    for a, b in contract.ordered:
        out.append(
            gxe.ExpectColumnPairValuesAToBeGreaterThanB(
                column_A=b, column_B=a, or_equal=True, ignore_row_if="either_value_is_missing"
            )
        )
    return out


def data_dictionary() -> str:
    """All contracts as one Markdown page."""
    lines = ["# Data dictionary", ""]
    for contract in contracts().values():
        lines += [f"## {contract.dataset}", "", contract.description, ""]
        if contract.key:
            lines += [f"Key: {', '.join(f'`{k}`' for k in contract.key)}", ""]
        lines += ["| column | type | null | unit | meaning |", "|---|---|---|---|---|"]
        for c in contract.columns:
            allowed = f" One of: {', '.join(c.allowed)}." if c.allowed else ""
            null = "yes" if c.nullable else ""
            rows_of = " or ".join(f"`{d}`" for d in c.references if d != "*")
            refers = f" Refers to {rows_of}." if rows_of else ""
            meaning = f"{c.description}{allowed}{refers}".replace("|", "\\|")
            lines.append(f"| `{c.name}` | {c.type} | {null} | {c.unit or ''} | {meaning} |")
        lines.append("")
    return "\n".join(lines)

"""The data contracts of `schemas/`, rendered to Arrow and pandera schemas, GX expectations and the data dictionary.

A contract is the one place where a column is declared; nothing about a column is repeated in code.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pyarrow
from ruamel.yaml import YAML

DATASETS = (
    "documents", "blocks", "tables", "table_cells", "charts", "chart_points", "facts", "number_tokens", "findings",
    "corrections",
)  # fmt: skip
_PLACE = [("page", pyarrow.int32()), *((k, pyarrow.float64()) for k in ("x0", "top", "x1", "bottom"))]
_ARROW: dict[str, pyarrow.DataType] = {
    "string": pyarrow.string(),
    "int32": pyarrow.int32(),
    "int64": pyarrow.int64(),
    "float64": pyarrow.float64(),
    "bool": pyarrow.bool_(),
    "date32": pyarrow.date32(),
    "int_list": pyarrow.list_(pyarrow.int32()),
    "string_list": pyarrow.list_(pyarrow.string()),
    "boxes": pyarrow.list_(pyarrow.struct(_PLACE)),
    "members": pyarrow.list_(pyarrow.struct([(k, pyarrow.string()) for k in ("dataset", "id", "role")])),
    "targets": pyarrow.list_(pyarrow.struct([(k, pyarrow.string()) for k in ("dataset", "id")])),
}
METADATA_KEY = b"wpextract"


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
    references: str | None = None


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

    def pandera(self) -> pa.DataFrameSchema:
        """The schema that judges a frame of rows as built, before it is written (missing is None)."""
        checks = [pa.Check(_in_order(a, b), name=f"{a} <= {b}") for a, b in self.ordered]
        columns = {c.name: pa.Column(None, _checks(c), nullable=c.nullable, required=True) for c in self.columns}
        unique = list(self.key) or None
        return pa.DataFrameSchema(columns, checks=checks, unique=unique, strict=True, ordered=True, name=self.dataset)


def _metadata(column: Column) -> dict[str, str]:
    return {"description": column.description, **({"unit": column.unit} if column.unit else {})}


def _checks(column: Column) -> list[pa.Check]:
    checks = []
    if column.allowed is not None:
        checks.append(pa.Check.isin(column.allowed))
    if column.min is not None:
        checks.append(pa.Check.ge(column.min))
    if column.max is not None:
        checks.append(pa.Check.le(column.max))
    if column.pattern is not None:
        checks.append(pa.Check.str_matches(column.pattern))
    return checks


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
    allowed = raw.pop("allowed", None)
    return Column(**raw, allowed=None if allowed is None else tuple(allowed))


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
            meaning = f"{c.description}{allowed}".replace("|", "\\|")
            lines.append(f"| `{c.name}` | {c.type} | {null} | {c.unit or ''} | {meaning} |")
        lines.append("")
    return "\n".join(lines)

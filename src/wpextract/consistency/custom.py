"""A user's own equations: "this metric of this document must equal that one", as data.

`load_rules` reads the YAML form of `schemas/rules/*.yaml`; checking itself never opens a file. Rules that need more
than an equation are Python functions under the entry point group `wpextract.rules`.

    - rule: shipments_agree
      statement: The shipments of the summary are those of the market chapter.
      left: {metric: AI server shipments, year: 2024}
      right: {metric: server shipments, year: 2024, page: 12}
      factor: 1            # left = factor x right, 1 unless given
      severity: error      # error, warning or info
      documents: market-*  # a pattern of document ids, all unless given
"""

from __future__ import annotations

import fnmatch
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Relation, Severity
from wpextract.consistency.relations import quoted, relate
from wpextract.consistency.words import tokens
from wpextract.errors import ContractError

_SIDE = frozenset({"metric", "year", "page", "source", "unit", "geography"})
_RULE = frozenset({"rule", "statement", "left", "right", "factor", "severity", "documents"})


@dataclass(frozen=True, slots=True)
class Selector:
    """Which fact is meant: the one with the words in its metric, among those of the year, page, source and unit."""

    metric: str
    year: int | None = None
    page: int | None = None
    source: str | None = None
    unit: str | None = None
    geography: str | None = None


@dataclass(frozen=True, slots=True)
class OwnRule:
    """left = factor x right."""

    rule: str
    statement: str
    left: Selector
    right: Selector
    factor: Decimal = Decimal(1)
    severity: Severity = "error"
    documents: str = "*"


def load_rules(path: Path) -> tuple[OwnRule, ...]:
    """The rules of one YAML file, or of every `*.yaml` in a folder; raises ContractError that names file and entry."""
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    return tuple(rule for file in files for rule in _load(file))


def _load(file: Path) -> list[OwnRule]:
    try:
        data = YAML(typ="safe").load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        raise ContractError(f"{file.name}: cannot be read as YAML ({type(error).__name__})") from error
    if data is None:
        return []
    if not isinstance(data, list):
        raise ContractError(f"{file.name}: a list of rules is expected")
    return [_rule(file.name, n, entry) for n, entry in enumerate(data, 1)]


def _rule(file: str, n: int, entry: Any) -> OwnRule:
    where = f"{file}, rule {n}"
    if not isinstance(entry, dict) or not {"rule", "left", "right"} <= set(entry):
        raise ContractError(f"{where}: needs rule, left and right")
    if unknown := set(entry) - _RULE:
        raise ContractError(f"{where}: unknown keys {sorted(map(str, unknown))}")
    severity = entry.get("severity", "error")
    if severity not in ("error", "warning", "info"):
        raise ContractError(f"{where}: severity is error, warning or info")
    try:
        factor = Decimal(str(entry.get("factor", 1)))
    except InvalidOperation as error:
        raise ContractError(f"{where}: factor is not a number") from error
    if not factor.is_finite():
        raise ContractError(f"{where}: factor is not a number")
    return OwnRule(
        str(entry["rule"]), str(entry.get("statement", "")), _side(where, "left", entry["left"]),
        _side(where, "right", entry["right"]), factor, cast(Severity, severity), str(entry.get("documents", "*")),
    )  # fmt: skip


def _side(where: str, side: str, entry: Any) -> Selector:
    if not isinstance(entry, dict) or not entry.get("metric"):
        raise ContractError(f"{where}: {side} needs a metric")
    if unknown := set(entry) - _SIDE:
        raise ContractError(f"{where}: {side} has unknown keys {sorted(map(str, unknown))}")
    for key in ("year", "page"):
        if entry.get(key) is not None and not isinstance(entry[key], int):
            raise ContractError(f"{where}: {side}.{key} is not a whole number")
    words = {k: None if entry.get(k) is None else str(entry[k]) for k in ("source", "unit", "geography")}
    return Selector(str(entry["metric"]), entry.get("year"), entry.get("page"), **words)


def own_relations(material: Material, rules: Sequence[OwnRule]) -> list[Relation]:
    """The relations of a user's rules; a rule whose facts are not in the document builds none."""
    out = []
    for rule in rules:
        if not fnmatch.fnmatchcase(material.document.document_id, rule.documents):
            continue
        left, right = _select(material, rule.left), _select(material, rule.right)
        if left is None or right is None or left.id == right.id:
            continue

        def formula(xs: Sequence[Interval], factor: Decimal = rule.factor) -> tuple[Interval, Interval]:
            return iv.scale(xs[0], factor), xs[1]

        times = "" if rule.factor == 1 else f"{rule.factor:f} x "
        relation = relate(
            rule.rule, formula, [(right, "restated"), (left, "claim")],
            quoted(left), f"equal to {times}{quoted(right)}", f"{times}{right.name}", 1.0, severity=rule.severity,
        )  # fmt: skip
        out.append(replace(relation, statement=f"{rule.statement} {relation.statement}".strip()))
    return out


def _select(material: Material, s: Selector) -> View | None:
    wanted = tokens(s.metric)
    found = [
        v for v in material.views
        if (s.year is None or (v.span is not None and v.span.last == s.year))
        and (s.page is None or v.page == s.page)
        and (s.source is None or v.fact.source == s.source)
        and (s.unit is None or v.fact.unit == s.unit)
        and (s.geography is None or v.fact.geography == s.geography)
        and material.coverage(wanted, v.words) >= 0.99
    ]  # fmt: skip
    return min(found, key=lambda v: (len(v.words), v.page, v.id), default=None)

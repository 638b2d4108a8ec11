"""A user's own equations: "this metric of this document must equal that one", as data.

`rules_of` reads the text of a YAML file; opening it is for others. Rules that need more than an equation are Python
functions under the entry point group `wpextract.rules`.

    - rule: shipments_agree
      statement: The shipments of the summary are those of the market chapter.
      left: {metric: AI server shipments, year: 2024}
      right: {metric: server shipments, year: 2024, page: 12}
      factor: 1            # left = factor x right, 1 unless given
      severity: error      # error, warning or info
      documents: market-*  # a pattern of document ids, all unless given

A side may also name a `source` (prose, table or chart), a `unit` and a `geography`. It means the fact of that very
metric, else the one with all its words and the fewest others.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval, Member, Relation, Severity
from wpextract.consistency.relations import quoted, relate
from wpextract.consistency.rules import all_rules
from wpextract.consistency.words import plain, tokens
from wpextract.errors import ContractError

_SIDE = ("metric", "year", "page", "source", "unit", "geography")
_RULE = ("rule", "statement", "left", "right", "factor", "severity", "documents")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")


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


def rules_of(file: str, text: str) -> tuple[OwnRule, ...]:
    """The rules of a YAML file.

    Raises:
        ContractError: the text is not a list of rules; the message names the file and the rule, and says what to do.
    """
    try:
        data = YAML(typ="safe").load(text)
    except (YAMLError, ValueError) as error:
        detail = " ".join(str(error).split())[:120]
        raise ContractError(f"{file}: it is not valid YAML ({detail}). Correct it.") from error
    if data is None:
        return ()
    if not isinstance(data, list):
        raise ContractError(f"{file}: it is not a list. Begin each rule with `- rule: its_name`.")
    return tuple(_rule(f"{file}, rule {n}", entry) for n, entry in enumerate(data, 1))


def _rule(where: str, entry: Any) -> OwnRule:
    if not isinstance(entry, dict) or not {"rule", "left", "right"} <= set(entry):
        raise ContractError(f"{where}: it needs the keys rule, left and right. Add what is missing.")
    _known(where, entry, _RULE)
    name, severity = str(entry["rule"]), entry.get("severity", "error")
    if not _NAME.fullmatch(name):
        raise ContractError(f"{where}: {name[:40]!r} cannot name a rule. Use small letters, digits and underscores.")
    if name in {known for known, _ in all_rules()}:
        raise ContractError(f"{where}: {name} is a rule of the program. Give yours another name.")
    if severity not in ("error", "warning", "info"):
        raise ContractError(f"{where}: its severity is {str(severity)[:40]!r}. Use error, warning or info.")
    try:
        factor = Decimal(str(entry.get("factor", 1)))
    except InvalidOperation:
        factor = Decimal("NaN")
    if not factor.is_finite():
        raise ContractError(f"{where}: its factor is no number. Give one such as 1000 or 0.5.")
    return OwnRule(
        name, str(entry.get("statement", "")), _side(f"{where}, left", entry["left"]),
        _side(f"{where}, right", entry["right"]), factor, cast(Severity, severity), str(entry.get("documents", "*")),
    )  # fmt: skip


def _side(where: str, entry: Any) -> Selector:
    if isinstance(entry, dict):
        _known(where, entry, _SIDE)
    if not isinstance(entry, dict) or not entry.get("metric"):
        raise ContractError(f"{where}: it names no metric. Write it as {{metric: words of the metric}}.")
    for key in ("year", "page"):
        value = entry.get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise ContractError(f"{where}: its {key} is no whole number. Give one, without quotes.")
    if entry.get("source") not in (None, "prose", "table", "chart"):
        raise ContractError(f"{where}: its source is {str(entry['source'])[:40]!r}. Use prose, table or chart.")
    words = {k: None if entry.get(k) is None else str(entry[k]) for k in ("source", "unit", "geography")}
    return Selector(str(entry["metric"]), entry.get("year"), entry.get("page"), **words)


def _known(where: str, entry: dict[Any, Any], keys: Sequence[str]) -> None:
    for key in entry:
        if key not in keys:
            raise ContractError(f"{where}: it has an unknown key: {str(key)[:40]}. Use only {', '.join(keys)}.")


def unused(rules: Iterable[OwnRule], document_ids: Iterable[str]) -> tuple[OwnRule, ...]:
    """The rules whose pattern fits none of the documents."""
    ids = tuple(document_ids)
    return tuple(r for r in rules if not any(fnmatch.fnmatchcase(i, r.documents) for i in ids))


def own_relations(material: Material, rules: Sequence[OwnRule]) -> list[Relation]:
    """A relation for each of a user's rules that is about this document.

    Where a side fits no fact, or several that differ, the relation compares nothing and says why.
    """
    return [
        _relation(rule, _fitting(material, rule.left), _fitting(material, rule.right))
        for rule in rules
        if fnmatch.fnmatchcase(material.document.document_id, rule.documents)
    ]


def _relation(rule: OwnRule, lefts: Sequence[View], rights: Sequence[View]) -> Relation:
    why = _unclear("left", rule.left, lefts) or _unclear("right", rule.right, rights)
    if not why and lefts[0].id == rights[0].id:
        why = f"both sides mean {quoted(lefts[0])}"
    if why:
        found = {v.id: v for v in (*lefts, *rights)}
        return Relation(
            rule=rule.rule, members=tuple(Member("facts", key, "other") for key in found),
            pages=tuple(sorted({v.page for v in found.values()})), derived=iv.ANY, printed=iv.ANY, unit=None,
            statement=f"{rule.statement} It cannot be checked: {why}.".strip(), computation="nothing to compare",
            confidence=0.0, diagnosis="Name the metric in the words of the document, or add a year, page, source or unit.",
        )  # fmt: skip
    left, right = lefts[0], rights[0]

    def formula(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
        return iv.scale(xs[0], rule.factor), xs[1]

    times = "" if rule.factor == 1 else f"{rule.factor:f} x "
    relation = relate(
        rule.rule, formula, [(right, "restated"), (left, "claim")],
        quoted(left), f"equal to {times}{quoted(right)}", f"{times}{right.name}", 1.0, severity=rule.severity,
    )  # fmt: skip
    return replace(
        relation, statement=f"{rule.statement} {relation.statement}".strip(),
        complaint=f"{rule.statement} {relation.complaint}".strip(),
    )  # fmt: skip


def _unclear(side: str, s: Selector, found: Sequence[View]) -> str | None:
    """Why a selector does not say which figure is meant; None where it does."""
    if not found:
        given = ", ".join(f"{k} {v}" for k in _SIDE if (v := getattr(s, k)) is not None)
        return f"no fact fits its {side} side ({given})"
    if len({v.dimension for v in found}) == 1 and all(iv.meets(found[0].interval, v.interval) for v in found):
        return None
    return f"several facts that differ fit its {side} side ({', '.join(quoted(v) for v in found[:3])})"


def _fitting(material: Material, s: Selector) -> list[View]:
    """The facts of just this metric, else those with all words of it and the fewest others; by page."""
    there = [
        v for v in material.views
        if (s.year is None or (v.span is not None and v.span.last == s.year))
        and (s.page is None or v.page == s.page)
        and (s.source is None or v.fact.source == s.source)
        and (s.unit is None or v.fact.unit == s.unit)
        and (s.geography is None or v.fact.geography == s.geography)
    ]  # fmt: skip
    found = [v for v in there if plain(v.fact.metric) == plain(s.metric)]
    if not found:
        wanted = tokens(s.metric)
        covering = [v for v in there if material.coverage(wanted, v.words) >= 0.99]
        fewest = min((len(v.words) for v in covering), default=0)
        found = [v for v in covering if len(v.words) == fewest]
    return sorted(found, key=lambda v: (v.page, v.id))

"""Users' own rules: equations in YAML, and functions of another installed package."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.consistency.build import Paper
from wpextract.consistency import Finding, rules_of, unused
from wpextract.consistency.rules import all_rules
from wpextract.errors import ContractError

EQUAL = "- {rule: sales_agree, statement: Sales are told alike., left: {metric: crane sales, page: 1}, right: {metric: crane sales, page: 2}"


def paper(second: str) -> Paper:
    return (
        Paper()
        .say("Crane sales were RMB 35.2 billion in 2024.", ("RMB 35.2 billion", "crane sales", 2024))
        .say(f"Sales of cranes came to {second}.", (second, "crane sales", 2024), page=2)
        .say("A port has 12 berths.", ("12", "berths of a port", 2024), page=3)
    )


def finding(made: Paper, text: str) -> Finding:
    rules = rules_of("mine.yaml", text)
    (found,) = [f for f in made.check(own_rules=rules).findings if f.rule in {r.rule for r in rules}]
    return found


@pytest.mark.parametrize(
    ("second", "more", "status", "severity"),
    [
        ("RMB 35.2 billion", "", "holds", "info"),
        ("RMB 35.21 billion", "", "holds", "info"),  # prints as 35.2
        ("RMB 38.2 billion", "", "fails", "error"),
        ("RMB 38.2 billion", ", severity: warning", "fails", "warning"),
        ("RMB 17.6 billion", ", factor: 2", "holds", "info"),
    ],
)
def test_a_rule_compares_the_facts_that_it_names(second: str, more: str, status: str, severity: str) -> None:
    found = finding(paper(second), EQUAL + more + "}")
    assert (found.status, found.severity, found.pages) == (status, severity, (1, 2))
    assert found.statement.startswith("Sales are told alike.")


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ("{metric: tractor sales, year: 2023}", "no fact fits its left side (metric tractor sales, year 2023)"),
        ("{metric: crane sales}", "several facts that differ fit its left side"),
        ("{metric: berths}", "both sides mean 12 (text on page 3)"),
    ],
)
def test_a_rule_that_cannot_be_checked_is_undetermined_and_says_why(left: str, said: str) -> None:
    found = finding(paper("RMB 38.2 billion"), f"- {{rule: mine, left: {left}, right: {{metric: berths}}}}")
    assert (found.status, found.severity) == ("undetermined", "info")
    assert said in found.statement
    assert found.diagnosis is not None


def test_a_pattern_chooses_the_documents() -> None:
    rules = rules_of("mine.yaml", EQUAL + ", documents: port-*}")
    assert [f for f in paper("RMB 38.2 billion").check(own_rules=rules).findings if f.rule == "sales_agree"] == []
    assert unused(rules, ["doc"]) == rules
    assert unused(rules, ["doc", "port-1234"]) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- [", "mine.yaml: it is not valid YAML"),
        ("rule: x", "mine.yaml: it is not a list. Begin each rule with `- rule: its_name`."),
        (EQUAL + "}\n- {rule: x, left: {metric: y}}", "mine.yaml, rule 2: it needs the keys rule, left and right."),
        (EQUAL + ", when: now}", "mine.yaml, rule 1: it has an unknown key: when. Use only rule, statement,"),
        (EQUAL + ", factor: much}", "mine.yaml, rule 1: its factor is no number."),
        (EQUAL + ", severity: bad}", "mine.yaml, rule 1: its severity is 'bad'. Use error, warning or info."),
        ("- {rule: Mine!, left: {}, right: {}}", "'Mine!' cannot name a rule."),
        ("- {rule: growth_rate, left: {}, right: {}}", "growth_rate is a rule of the program."),
        ("- {rule: x, left: {metric: y}, right: {year: 2024}}", "mine.yaml, rule 1, right: it names no metric."),
        (
            "- {rule: x, left: {metric: y, year: '24'}, right: {metric: z}}",
            "rule 1, left: its year is no whole number.",
        ),
        ("- {rule: x, left: {metric: y, source: web}, right: {metric: z}}", "its source is 'web'. Use prose, table or"),
    ],
)
def test_a_broken_rule_is_named_with_its_remedy(text: str, said: str) -> None:
    with pytest.raises(ContractError) as told:
        rules_of("mine.yaml", text)
    assert said in str(told.value)


def test_an_empty_file_has_no_rules() -> None:
    assert rules_of("mine.yaml", "# nothing yet\n") == ()


PLUGIN = """
from wpextract.consistency import Interval, Member, Relation

def crane_limit(material):
    for v in material.views:
        if v.dimension == "money:CNY":
            yield Relation(
                "crane_limit", (Member("facts", v.id, "claim"),), (v.page,), v.interval, Interval(None, 10**10), "CNY",
                f"{v.name} is below 10 billion.", "as printed", 1.0, severity_if_fails="warning",
            )
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package as pip leaves it: a module, and its metadata with an entry point."""
    (tmp_path / "crane_rules.py").write_text(PLUGIN)
    info = tmp_path / "crane_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: crane-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[wpextract.rules]\ncrane_limit = crane_rules:crane_limit\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    all_rules.cache_clear()
    yield
    all_rules.cache_clear()
    sys.modules.pop("crane_rules", None)


@pytest.mark.usefixtures("installed")
def test_an_installed_package_adds_a_rule() -> None:
    found = [f for f in paper("RMB 3.2 billion").check().findings if f.rule == "crane_limit"]
    assert sorted((f.pages, f.status, f.severity) for f in found) == [
        ((1,), "fails", "warning"),
        ((2,), "holds", "info"),
    ]

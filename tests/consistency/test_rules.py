"""Every rule by two small documents: one that contradicts itself, and the same one put right."""

from __future__ import annotations

import inspect
from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told
from wpextract.consistency.rules import own_rules
from wpextract.reading.model import Block

MARKET = {"2021": "563", "2022": "781", "2023": "1,042", "2024": "1,356"}
WORDS = "harbour crane market size"


def growth_rate(right: bool) -> Paper:
    rate = "33.4%" if right else "43.4%"
    return (
        Paper()
        .chart("Harbour crane market size, 2021-2024", "RMB 100 million", {"Market size": MARKET})
        .say("The harbour crane market size reached RMB 135.6 billion in 2024.", ("RMB 135.6 billion", WORDS, 2024))
        .say(f"In 2023 the harbour crane market grew {rate} year on year.", (rate, "harbour crane market growth", 2023))
    )


def cagr(right: bool) -> Paper:
    rate = "34.0%" if right else "43.1%"
    return (
        Paper()
        .chart("Harbour crane market size, 2021-2024", "RMB 100 million", {"Market size": MARKET})
        .say("The harbour crane market size reached RMB 135.6 billion in 2024.", ("RMB 135.6 billion", WORDS, 2024))
        .say(
            f"That is a compound annual growth rate of {rate} for 2021-2024.",
            (rate, "harbour crane market CAGR", "2021-2024"),
        )
    )


def share_sum(right: bool) -> Paper:
    parts = {"Quay": "41.2%", "Yard": "30.0%", "Mobile": "18.5%", "Others": "10.3%" if right else "13.3%"}
    return Paper().chart("Crane sales by type, 2024", "%", {"Share": parts}, kind="pie", period=2024)


def part_whole_sum(right: bool) -> Paper:
    total = "29,680" if right else "30,680"
    return Paper().table(
        "Yearly income of a crane",
        "RMB",
        [
            ["Item", "North", "South", "East"],
            ["Lifting", "31,460", "22,180", "26,900"],
            ["Subsidy", "2,400", "2,900", "1,800"],
            ["Advertising", "1,150", "460", "980"],
            ["Total income", "35,010", "25,540", total],
        ],
    )


def text_vs_chart(right: bool) -> Paper:
    said = "563 EFLOPS" if right else "536 EFLOPS"
    return (
        Paper()
        .chart(
            "Intelligent lifting capacity of harbours, 2022-2024",
            "EFLOPS",
            {"Intelligent lifting capacity": {"2022": "238", "2023": "371", "2024": "563"}},
        )
        .say(
            f"Intelligent lifting capacity of harbours was {said} in 2024.",
            (said, "Intelligent lifting capacity of harbours", 2024),
        )
    )


def restated_value(right: bool) -> Paper:
    again = "3.417 million" if right else "3.714 million"
    return (
        Paper()
        .say("Public mooring posts numbered 3.417 million in 2024.", ("3.417 million", "Public mooring posts", 2024))
        .say(f"Public mooring posts, {again} in 2024, will grow.", (again, "Public mooring posts", 2024), page=14)
    )


def unit_scale_mismatch(right: bool) -> Paper:
    unit = "RMB 100 million" if right else "RMB billion"
    return (
        Paper()
        .chart("Harbour crane market size, 2021-2024", unit, {"Market size": MARKET})
        .say("The harbour crane market size reached RMB 135.6 billion in 2024.", ("RMB 135.6 billion", WORDS, 2024))
        .say("The harbour crane market size was RMB 56.3 billion in 2021.", ("RMB 56.3 billion", WORDS, 2021), page=3)
    )


def currency_mismatch(right: bool) -> Paper:
    unit = "USD billion" if right else "RMB billion"
    regions = {"Europe": {"2023": "18.1", "2024": "19.9"}, "Southeast Asia": {"2023": "11.3", "2024": "12.4"}}
    return (
        Paper()
        .chart("Harbour investment by region", unit, regions)
        .say(
            "Harbour investment in Europe was USD 19.9 billion in 2024.",
            ("USD 19.9 billion", "Harbour investment Europe", 2024),
        )
        .say(
            "Harbour investment in Southeast Asia was USD 12.4 billion in 2024.",
            ("USD 12.4 billion", "Harbour investment Southeast Asia", 2024),
        )
    )


def difference(right: bool) -> Paper:
    loss = "5.6 percentage points" if right else "6.5 percentage points"
    return Paper().say(
        f"Growth slows from 24.7% in 2025 to 19.1% in 2030, a loss of {loss}.",
        ("24.7%", "market growth", 2025),
        ("19.1%", "market growth", 2030),
        (loss, "change in growth", 2030),
    )


def multiple(right: bool) -> Paper:
    times = "3.0 times" if right else "4.0 times"
    return (
        Paper()
        .chart(
            "Lifting capacity of harbours, 2019-2024",
            "EFLOPS",
            {"Lifting capacity": {"2019": "188", "2023": "371", "2024": "563"}},
        )
        .say(
            f"The lifting capacity of harbours was 563 EFLOPS in 2024, {times} that of 2019.",
            ("563 EFLOPS", "lifting capacity of harbours", 2024),
            (times, "lifting capacity of harbours", 2024),
        )
    )


def product_or_share_of(right: bool) -> Paper:
    share = "23.8%" if right else "28.3%"
    return Paper().say(
        f"Shipments of cranes were worth RMB 41.2 billion in 2024, of which exports made up RMB 9.8 billion or {share}.",
        ("RMB 41.2 billion", "Shipments of cranes", 2024),
        ("RMB 9.8 billion", "exports", 2024),
        (share, "share of exports", 2024),
    )


def superlative(right: bool) -> Paper:
    other = "29.9%" if right else "39.9%"
    return (
        Paper()
        .table(
            "Growth of harbours",
            "%",
            [["Harbour", "YoY growth 2024"], ["Alba", "37.7%"], ["Brack", other], ["Corran", "16.5%"]],
        )
        .say("Alba posted the fastest growth of all harbours in 2024, at 37.7%.", ("37.7%", "Alba growth", 2024))
    )


def bounds(right: bool) -> Paper:
    low = "122" if right else "88"
    paper = (
        Paper()
        .chart(
            "Harbour investment, 2021-2024",
            "RMB billion",
            {"Harbour investment": {"2021": "205", "2022": "166", "2023": low, "2024": "105"}},
        )
        .say(
            "Since 2022 harbour investment has been stable at RMB 100 billion.",
            ("RMB 100 billion", "harbour investment", 2022),
        )
    )
    limit = paper.facts[-1]
    high = limit.value_low * 2
    paper.facts[-1] = replace(limit, value=None, value_high=high, bound_low=limit.value_low, bound_high=high)
    return paper


def range_dash_lost(right: bool) -> Paper:
    paper = Paper().say("A charge adds 280 km of range.", ("280", "range", None))
    lost = replace(paper.facts[0], value=None, value_high=paper.facts[0].value_low + 40, dash_lost="repaired")
    paper.facts[0] = paper.facts[0] if right else lost
    return paper


def chart_geometry(right: bool) -> Paper:
    drawn = {} if right else {("Posts", "Dorn"): 268.2}
    marks = {"Alba": "612.4", "Brack": "318.7", "Corran": "296.3", "Dorn": "198.2", "Esk": "142.1"}
    return Paper().chart("Posts by harbour", "thousand", {"Posts": marks}, drawn=drawn)


def fx_plausibility(right: bool) -> Paper:
    dollars = "USD 19.0 billion" if right else "USD 21.0 billion"
    return (
        Paper()
        .say("The market reached 135.6 billion yuan in 2024.", ("135.6 billion yuan", "market size", 2024))
        .say(
            f"At an average rate of 7.12 the market was equal to {dollars} in 2024.",
            ("7.12", "average exchange rate", 2024),
            (dollars, "market size", 2024),
        )
    )


def temporal(right: bool) -> Paper:
    last = "2024" if right else "2025"
    return Paper().chart(
        "Crane sales, 2021-2024", "RMB million", {"Sales": {"2021": "11", "2022": "12", "2023": "13", last: "14"}}
    )


def toc_structure(right: bool) -> Paper:
    pages = (3, 5, 9, 12) if right else (3, 5, 47, 112)
    lines = [f"{t} {'.' * 20} {p}" for t, p in zip(("Market", "Cranes", "Harbours", "Outlook"), pages, strict=True)]
    return Paper(blocks=[Block("toc", 2, "paragraph", 0, "\n".join(["Contents", *lines]), None, ())], pages=15)


EXAMPLES = {name: globals()[name] for name, _ in own_rules() if name in globals()}


def test_every_rule_has_examples():
    assert sorted(EXAMPLES) == [name for name, _ in own_rules()]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_contradiction_fails(name):
    checked = EXAMPLES[name](False).check()
    assert "fails" in told(checked, name), [f.statement for f in checked.findings if f.status != "holds"]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_repaired_document_is_quiet(name):
    checked = EXAMPLES[name](True).check()
    assert [f.statement for f in checked.findings if f.status == "fails"] == []
    if name != "range_dash_lost":  # which tells of faults alone
        assert "holds" in told(checked, name)


@pytest.mark.parametrize(("name", "rule"), own_rules())
def test_every_rule_states_its_formula_and_source(name, rule):
    text = inspect.getdoc(rule) or ""
    assert "Source:" in text
    assert len(text) > 120


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_findings_name_the_numbers_as_printed(name):
    for finding in EXAMPLES[name](False).check().findings:
        if finding.status == "fails":
            assert any(ch.isdigit() for ch in finding.statement)
            assert finding.pages
            assert finding.members

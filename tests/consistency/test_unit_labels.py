"""Unit labels in the words of a page, and the names of numbers whose label was corrected."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.consistency.build import Paper
from tests.consistency.test_rules import unit_scale_mismatch
from wpextract.consistency.facts_view import view
from wpextract.consistency.unit_labels import label_text


@pytest.mark.parametrize(
    ("number", "printed", "factor", "currency", "label"),
    [
        ("41 RMB billion", "RMB billion", "0.1", None, "RMB 100 million"),
        ("41 RMB million", "RMB million", "1000", None, "RMB billion"),
        ("41 RMB billion", "RMB billion", "1", "USD", "USD billion"),
        ("41 billion", "billion", "0.001", None, "million lamps"),  # a count's label names what is counted
        ("41 thousand", "thousand", "0.001", None, "lamps"),
        ("41 thousand", "thousand", "0.01", None, "10^1 lamps"),  # a scale without a word
        ("41 GWh", "GWh", "1000", None, "TWh"),
        ("41 GWh", "GWh", "0.001", None, "MWh"),
        ("41 GWh", "GWh", "10", None, "GWh x 10"),  # no prefix is ten times another
        ("41 million kW", "million kW", "1000", None, "billion kW"),  # with a scale word it is the word that changes
        ("41 亿元", "单位：亿元", "0.1", None, "千万元"),
        ("41 亿元", "亿元", "10", None, "十亿元"),
        ("41 亿元", "亿元", "1", "USD", "亿美元"),
        ("41 万", "万盏", "100", None, "百万lamps"),
        ("41 万kW", "万kW", "10000", None, "亿kW"),
    ],
)
def test_a_label_at_another_scale_in_its_own_language(
    number: str, printed: str, factor: str, currency: str | None, label: str
) -> None:
    fact = Paper()._fact(number, unit_as_printed=printed)
    fact = replace(fact, counted_noun="lamps" if fact.kind == "count" else None)
    assert label_text(fact, Decimal(factor), currency) == label


@pytest.mark.parametrize(("unit", "label"), [("MW", "GW"), ("TEU", "thousand TEU"), ("t", "thousand t")])
def test_a_unit_without_a_prefix_takes_a_word(unit: str, label: str) -> None:
    assert label_text(replace(Paper()._fact("41 kW"), unit=unit), Decimal(1000)) == label


@pytest.mark.parametrize(("language", "label"), [("zh", "百万元"), ("en", "RMB million")])
def test_a_number_without_a_label_has_one_in_the_language_of_its_text(language: str, label: str) -> None:
    assert label_text(Paper()._fact("RMB 41 billion", language=language), Decimal("0.001")) == label


def cranes(unit: str) -> Paper:
    """A chart ten times too large by its label, as two sentences show; a third tells the growth of its bars."""
    return (
        unit_scale_mismatch(unit == "right")
        .say("In 2023 the harbour crane market grew 33.4% year on year.", ("33.4%", "harbour crane market growth", 2023))
    )  # fmt: skip


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("right", "33.4% (text on page 1) is the growth from 781 RMB 100 million (chart on page 1, Market size)"),
        ("wrong", "33.4% (text on page 1) is the growth from 781 RMB 100 million (chart on page 1, Market size, unit corrected)"),
    ],
)  # fmt: skip
def test_a_corrected_number_is_named_by_its_corrected_label(label: str, told: str) -> None:
    (found,) = [f for f in cranes(label).check().findings if f.rule == "growth_rate"]
    assert found.statement.startswith(told)
    (chart,) = cranes(label).charts
    assert chart.unit_as_printed == ("RMB 100 million" if label == "right" else "RMB billion")


def test_what_the_page_says_is_told_where_its_label_is_accused() -> None:
    (found,) = [f for f in cranes("wrong").check().findings if f.rule == "unit_scale_mismatch"]
    assert found.statement.startswith("563 RMB billion (chart on page 1, Market size)")
    assert found.diagnosis == "RMB billion should be RMB 100 million (factor 0.1)."


@pytest.mark.parametrize(
    ("printed", "note"),
    [("Unit: RMB million", "RMB million"), ("(units: looms)", "looms"), ("Unitary looms", "Unitary looms")],
)
def test_a_note_is_told_without_the_word_for_unit(printed: str, note: str) -> None:
    assert view(replace(Paper()._fact("31"), unit_as_printed=printed)).note == note

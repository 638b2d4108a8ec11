"""What a label's text says: its one number, and whether it can be a tick or a period."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.charts.draw import Drawing
from wpextract.charts.labels import joined, labels_of, number_in


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("1,356", "1356", ""),
        ("24.7%", "24.7", "%"),
        ("+214", "214", ""),
        ("−112", "-112", ""),
        ("(3.2)", "-3.2", ""),
        ("Break 7,000", "7000", ""),
        ("2.72million", "2.72", "million"),
        ("约35亿元", "35", "亿元"),
        ("US$45.6bn", "45.6", "bn"),
        ("+€243m", "243", "m"),
        ("−$81m", "-81", "m"),
        ("–£12m", "-12", "m"),
        ("€-5", "-5", ""),
        ("$(81)", "-81", ""),
        ("NT$40", "40", ""),
        ("10³", "1000", ""),
    ],
)
def test_reads_the_number_of_a_data_label(text: str, value: str, after: str) -> None:
    number = number_in(text)
    assert number is not None
    assert (number.value, number.after) == (Decimal(value), after)


def test_the_name_behind_the_number_of_a_caption_may_begin_with_a_year() -> None:
    words = Drawing().text("图 4 2023 年与 2024 年窑数", 100, 50, align="left").words
    assert [x.text for x in labels_of(words)] == ["图 4 2023 年与 2024 年窑数"]


@pytest.mark.parametrize("text", ["Model-4", "o1", "R32", "in 2024", "1990s", "12 of 15", "no number", "30–60 kW"])
def test_a_name_with_digits_is_no_number(text: str) -> None:
    assert number_in(text) is None


def test_words_of_a_phrase_are_one_label_but_years_stand_alone() -> None:
    page = Drawing().text("Market size", 100, 20).text("2023 2024 2025E", 100, 60).page()
    assert [x.text for x in labels_of(page.words)] == ["Market size", "2023", "2024", "2025E"]


@pytest.mark.parametrize(
    "ticks", [["2025E", "2026E", "2027E"], ["2024年", "2025年E"], ["5,000", "10,000"], ["5%", "10%"]]
)
def test_ticks_whose_glyphs_touch_are_cut_apart(ticks: list[str]) -> None:
    page = Drawing().text("".join(ticks), 100, 20).page()
    assert [x.text for x in labels_of(page.words)] == ticks


def test_a_name_with_digits_and_its_share_are_one_label() -> None:
    page = Drawing().text("R32 31%", 100, 20).page()
    assert [x.text for x in labels_of(page.words)] == ["R32 31%"]


def test_texts_of_one_size_at_slightly_different_heights_are_two_labels() -> None:
    page = Drawing().text("Reserve", 100, 20, align="left").text("5.3%", 131, 22.4, align="left").page()
    assert [x.text for x in labels_of(page.words)] == ["Reserve", "5.3%"]


@pytest.mark.parametrize("text", ["FY24", "FY24E", "CY23", "'24E", "24E", "H1 FY22", "2H FY23E", "Q1 24"])
def test_a_short_year_with_a_mark_of_its_own_names_a_period(text: str) -> None:
    (label,) = labels_of(Drawing().text(text, 100, 20).page().words)
    assert (label.text, label.is_period) == (text, True)


@pytest.mark.parametrize("text", ["24", "98E", "12 E", "FY"])
def test_a_number_of_two_digits_alone_names_none(text: str) -> None:
    (label,) = labels_of(Drawing().text(text, 100, 20).page().words)
    assert not label.is_period


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("Semi-", "finished boats", "Semi-finished boats"),
        ("Boats -", "East", "Boats - East"),
        ("Boats", "and oars", "Boats and oars"),
    ],
)
def test_a_word_cut_at_the_end_of_its_line_is_one_word(first: str, second: str, text: str) -> None:
    lines = labels_of(Drawing().text(first, 100, 20).text(second, 100, 30).page().words)
    assert joined(lines).text == text


def test_a_mark_of_full_width_is_set_half_a_width_closer() -> None:
    drawing = Drawing().text("单位：个（左轴）", 40, 20, align="left")
    page = drawing.text("；万元（右轴）", drawing.words[-1].box.x1 - 3, 20, align="left").page()
    assert [x.text for x in labels_of(page.words)] == ["单位：个（左轴）；万元（右轴）"]

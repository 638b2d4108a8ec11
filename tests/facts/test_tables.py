"""The periods of a table's figures: their own, else those of the columns before them, else the title's."""

from __future__ import annotations

import pytest

from wpextract.facts.figures import table_facts
from wpextract.ids import Ids
from wpextract.reading.model import Box, Document
from wpextract.tables.model import Cell, Table

DOCUMENT = Document("d", "0" * 64, "canoes.pdf", "pdf", 1, (), "en")


def table(head: list[str], row: list[str], title: str) -> Table:
    box = Box(0, 0, 1, 1)
    cells = [
        Cell(f"{r}{c}", 1, r, c, 1, 1, text, r == 0 or c == 0, box)
        for r, texts in enumerate((head, row))
        for c, text in enumerate(texts)
    ]
    return Table("t", 1, 1, title, None, 2, len(head), 1, 1, "lattice", 0.9, box, tuple(cells))


@pytest.mark.parametrize(
    ("column", "period"),
    [
        ("YoY growth", (2024, 2024)),
        ("Share", (2024, 2024)),
        ("同比", (2024, 2024)),
        ("CAGR", (2022, 2024)),  # of all the years that the title names
        ("Share in 2023", (2023, 2023)),
        ("Change 2023/24", (2024, 2024)),
        ("Growth on 2023", (2024, 2024)),
        ("Growth over 2021", (2021, 2021)),  # of several years
        ("Growth over 2025", (2025, 2025)),  # and no year after it is shown
        ("Mean annual change 2022/24", (2022, 2024)),
    ],
)
def test_a_change_on_the_year_and_a_share_are_of_the_last_year_before_them(
    column: str, period: tuple[int, int]
) -> None:
    canoes = table(["Type", "2022", "2023", "2024", column], ["Rafts", "86", "98", "113", "14.7%"], "Canoes, 2022-2024")
    fact = next(f for f in table_facts(DOCUMENT, canoes, Ids("0" * 64)) if f.snippet == "14.7%")
    assert (fact.period_start and fact.period_start.year, fact.period_end and fact.period_end.year) == period


def test_a_year_printed_in_two_languages_is_one() -> None:
    canoes = table(
        ["Type 类型", "2023 2023年", "2024E 2024年预测", "YoY growth 同比"], ["Rafts", "86", "98", "14.0%"], "Canoes"
    )
    periods = [f.period_end and f.period_end.year for f in table_facts(DOCUMENT, canoes, Ids("0"))]
    assert periods == [2023, 2024, 2024]


def test_a_bare_year_goes_on_with_the_words_of_the_column_before() -> None:
    head = ["Market", "Spending 2023", "2024", "Growth", "Share of region 2023", "2024"]
    canoes = table(head, ["Rafts", "86", "98", "14.0%", "11.3%", "13.0%"], "Canoes")
    assert [f.metric for f in table_facts(DOCUMENT, canoes, Ids("0"))] == [
        "Rafts – Spending 2023", "Rafts – Spending", "Rafts – Growth", "Rafts – Share of region 2023",
        "Rafts – Share of region",
    ]  # fmt: skip

"""Tables drawn by hand and the grid that must come back."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.pages import make_pdf, text_at
from wpextract.ids import Ids
from wpextract.reading import read
from wpextract.tables import find_tables
from wpextract.tables.model import Table

HEAD = [("Region", 40), ("2023", 180), ("2024", 250), ("Growth", 320)]
ROWS = [
    ("North", "12.4", "15.1", "21.8%"),
    ("South", "9.9", "11.0", "11.1%"),
    ("West", "3.0", "3.6", "20.0%"),
    ("Total", "25.3", "29.7", "17.4%"),
]


def tables(path: Path) -> tuple[Table, ...]:
    document = read(path)
    return find_tables(document, None, (), Ids(document.sha256))


def rows(table: Table) -> list[list[str]]:
    return [[c.text for c in sorted(table.cells, key=lambda c: c.col) if c.row == r] for r in range(table.rows)]


def draw_rows(canvas: Canvas, top: float, body: list[tuple[str, ...]], *, rules: bool) -> float:
    y = top
    for n, row in enumerate([tuple(h for h, _ in HEAD), *body]):
        for text, (_, x) in zip(row, HEAD, strict=True):
            canvas.drawString(x, y, text)
        if rules or n == 0:
            canvas.line(36, y - 5, 364, y - 5)
        y -= 18
    canvas.line(36, top + 12, 364, top + 12)
    canvas.line(36, y + 13, 364, y + 13)
    return y


def test_a_table_with_rules_between_its_rows(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((40, 460, "Table 2 Cold stores by region"), (300, 445, "(million m3)"))(canvas)
        draw_rows(canvas, 420, ROWS, rules=True)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [["Region", "2023", "2024", "Growth"], *map(list, ROWS)]
    assert (table.title, table.unit_as_printed) == ("Table 2 Cold stores by region", "(million m3)")
    assert (table.header_rows, table.row_headers, table.columns) == (1, 1, 4)


def test_a_table_with_three_rules_only(tmp_path: Path) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", lambda canvas: draw_rows(canvas, 420, ROWS, rules=False) and None))
    assert rows(table)[1:] == [list(r) for r in ROWS]


def test_a_heading_over_two_columns_spans_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(36, 450, 364, 450)
        canvas.drawCentredString(230, 438, "Capacity")
        canvas.line(170, 432, 290, 432)
        draw_rows(canvas, 420, ROWS, rules=False)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert table.header_rows == 2
    assert [c.text for c in table.cells if c.row == 2] == list(ROWS[0])


def test_a_table_goes_on_over_the_page_without_its_repeated_heading(tmp_path: Path) -> None:
    first = lambda canvas: draw_rows(canvas, 120, ROWS[:2], rules=True) and None  # noqa: E731
    second = lambda canvas: draw_rows(canvas, 560, ROWS[2:], rules=True) and None  # noqa: E731
    (table,) = tables(make_pdf(tmp_path / "a.pdf", first, second))
    assert rows(table) == [["Region", "2023", "2024", "Growth"], *map(list, ROWS)]
    assert (table.page, table.page_last) == (1, 2)
    assert {c.page for c in table.cells if c.row == 4} == {2}


def test_prose_in_columns_and_a_contents_page_are_no_tables(tmp_path: Path) -> None:
    def prose(canvas: Canvas) -> None:
        for i in range(10):
            canvas.drawString(40, 500 - 14 * i, "running text in the left column")
            canvas.drawString(220, 500 - 14 * i, "and in the right column too")
        canvas.line(36, 515, 364, 515)
        canvas.line(36, 350, 364, 350)

    def contents(canvas: Canvas) -> None:
        for i, name in enumerate(("Market", "Capacity", "Regions", "Prices", "Outlook", "Method")):
            canvas.drawString(40, 500 - 20 * i, f"{i + 1} {name}")
            canvas.drawString(340, 500 - 20 * i, str(3 + 2 * i))
            canvas.line(36, 495 - 20 * i, 364, 495 - 20 * i)

    assert tables(make_pdf(tmp_path / "a.pdf", prose, contents)) == ()

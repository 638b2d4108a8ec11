"""Tables drawn by hand and the grid that must come back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.charts.draw import Drawing
from tests.pages import HEIGHT, WIDTH, both, make_pdf, text_at
from wpextract.ids import Ids
from wpextract.reading import read
from wpextract.reading.model import Box
from wpextract.tables import find_tables
from wpextract.tables.model import Table
from wpextract.tables.rules import Rule
from wpextract.tables.structure import GridCell, grid_of, header_rows_of, segments_of, stubs_of

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

    def in_front(canvas: Canvas) -> None:
        for i, name in enumerate(("Market", "Capacity", "Regions", "Prices", "Outlook", "Method")):
            canvas.drawString(40, 500 - 20 * i, str(3 + 2 * i))
            canvas.drawString(100, 500 - 20 * i, f"{i + 1} {name}")
            canvas.line(36, 495 - 20 * i, 364, 495 - 20 * i)

    assert tables(make_pdf(tmp_path / "a.pdf", prose, contents, in_front)) == ()


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("what to know", 0),
        ("{}.5", 1),  # a figure in each row
    ],
)
def test_a_contents_page_of_four_columns_tells_no_figures_but_its_pages(
    tmp_path: Path, between: str, found: int
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(36, 515, 364, 515)
        for i, name in enumerate(("Market", "Capacity", "Regions", "Prices", "Outlook", "Method")):
            y, told = 500 - 20 * i, between.format(i + 1)
            text_at((40, y, str(i + 1)), (80, y, name), (200, y, told), (340, y, str(3 + 2 * i)))(canvas)
            canvas.line(36, y - 5, 364, y - 5)

    assert len(tables(make_pdf(tmp_path / "a.pdf", draw))) == found


def test_key_points_and_key_figures_in_boxes_are_no_tables(tmp_path: Path) -> None:
    def points(canvas: Canvas) -> None:
        for i, (name, point) in enumerate(
            (("Size", "Sales rose to 12.4 billion."), ("Pace", "Growth was 31.2%."), ("Firms", "There are 1,100."))
        ):
            canvas.rect(36, 486 - 30 * i, 300, 24)
            text_at((40, 494 - 30 * i, name), (120, 494 - 30 * i, point))(canvas)

    def figures(canvas: Canvas) -> None:
        for i, (figure, name, when) in enumerate(
            (("6,110", "sales in", "millions"), ("704", "machines at", "the end"), ("69%", "utilisation", "in 2024"))
        ):
            canvas.rect(36 + 100 * i, 440, 98, 60)
            text_at((60 + 100 * i, 484, figure))(canvas)
            text_at((45 + 100 * i, 464, name), (45 + 100 * i, 452, when), size=7)(canvas)

    assert tables(make_pdf(tmp_path / "a.pdf", points, figures)) == ()


@pytest.mark.parametrize("framed", [False, True])
@pytest.mark.parametrize(
    ("size", "caption", "found"), [(8, None, 1), (14, None, 0), (14, "Table 3 The works in figures", 1)]
)
def test_figures_set_larger_than_their_labels_are_a_table_only_by_name(
    tmp_path: Path, framed: bool, size: float, caption: str | None, found: int
) -> None:
    def draw(canvas: Canvas) -> None:
        ys = (500, 470, 440, 410)
        ruled(canvas, (36, 120, 200, 280, 364) if framed else (36,), ys)
        for y in () if framed else ys:
            canvas.line(36, y, 364, y)
        for n, row in enumerate(
            (("Robots", "1,240", "Kettles", "812"), ("Cups", "315", "Pots", "96"), ("Looms", "774", "Oars", "58"))
        ):
            for k, text in enumerate(row):
                text_at((42 + 80 * k, 480 - 30 * n, text), size=size if k % 2 else 8)(canvas)
        text_at((40, 510, caption or ""))(canvas)

    assert len(tables(make_pdf(tmp_path / "a.pdf", draw))) == found


def test_the_rules_of_a_table_above_do_not_part_the_columns_below(tmp_path: Path) -> None:
    body = [("Engine centre", "Tangier", "310"), ("Airframe base", "Brno", "140"), ("Test cells", "Dallas", "260")]
    cells = [(x, 300 - 18 * n, t) for n, row in enumerate(body) for t, x in zip(row, (40, 160, 300), strict=True)]
    (page,) = read(make_pdf(tmp_path / "a.pdf", text_at(*cells))).pages
    above = Rule(172, 50, 200)
    grid = grid_of(page.words, (), (above,), Box(40, 290, 330, 350))
    assert grid is not None and [c.text for c in grid.cells] == [text for row in body for text in row]


def ruled(
    canvas: Canvas, xs: tuple[float, ...], ys: tuple[float, ...], *, without: tuple[int, int, int] | None = None
) -> None:
    """Lines of a grid; `without` leaves out the upright line number n between the ys number a and b."""
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)
    for n, x in enumerate(xs):
        for k, (upper, lower) in enumerate(zip(ys, ys[1:], strict=False)):
            if without is None or not (n == without[0] and without[1] <= k < without[2]):
                canvas.line(x, upper, x, lower)


def test_closed_cells_keep_their_lines_and_a_missing_wall_makes_a_span(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, (40, 160, 240, 320), (500, 480, 460, 425, 405), without=(2, 0, 1))
        text_at(
            (210, 486, "Capacity"), (45, 466, "Region"), (170, 466, "2023"), (250, 466, "2024"),
            (45, 446, "North with"), (45, 432, "the islands"), (170, 440, "12.4"), (250, 440, "15.1"),
            (45, 411, "South"), (170, 411, "9.9"), (250, 411, "11.0"),
        )(canvas)  # fmt: skip

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [
        ["Capacity"], ["Region", "2023", "2024"], ["North with the islands", "12.4", "15.1"], ["South", "9.9", "11.0"],
    ]  # fmt: skip
    capacity = next(c for c in table.cells if c.text == "Capacity")
    assert (capacity.col, capacity.col_span, table.engine, table.header_rows) == (1, 2, "lattice", 2)


def test_tables_framed_alike_under_each_other_stay_apart(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for top in (520, 300):
            ys = tuple(top - 20.0 * n for n in range(5))
            ruled(canvas, (40, 150, 250), ys)
            for n, (name, value) in enumerate((("Item", "Units"), ("Rails", "12"), ("Wires", "40"), ("Masts", "7"))):
                text_at((45, ys[n] - 14, name), (160, ys[n] - 14, value))(canvas)

    assert [t.rows for t in tables(make_pdf(tmp_path / "a.pdf", draw))] == [4, 4]


def test_rows_that_no_line_parts_are_parted_by_their_baselines(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, (40, 150, 300), (520, 500, 400))
        text_at((45, 506, "Region"), (160, 506, "2023"), (230, 506, "2024"))(canvas)
        for n, row in enumerate(("North", "South", "West", "East")):
            text_at((45, 484 - 20 * n, row), (160, 484 - 20 * n, f"{n}.4"), (230, 484 - 20 * n, f"{n}.9"))(canvas)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert (table.rows, table.columns) == (5, 3)
    assert rows(table)[1] == ["North", "0.4", "0.9"]


SHIPMENTS = [
    ("Alpha", "1,288", "1,363", "5.8%"), ("Beta", "989", "1,070", "8.2%"), ("Gamma", "648", "784", "21.0%"),
    ("Delta", "534", "567", "6.2%"), ("Total", "3,459", "3,784", "9.4%"),
]  # fmt: skip


def draw_open_table(canvas: Canvas, top: float, stub: float = 40) -> None:
    """Right-aligned figures under headings, no line anywhere."""
    for n, row in enumerate([("Maker", "2023", "2024", "Growth"), *SHIPMENTS]):
        canvas.drawString(stub, top - 18 * n, row[0])
        for text, x in zip(row[1:], (190, 260, 330), strict=True):
            canvas.drawRightString(x, top - 18 * n, text)


def test_columns_of_figures_without_any_line_are_a_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((40, 460, "Table 3. Sales of the makers"))(canvas)
        text_at((40, 448, "USD million; growth in %"), size=7)(canvas)
        canvas.setFont("Helvetica", 10)
        draw_open_table(canvas, 430)
        text_at((40, 320, "Together the four makers sell more than half of what is shipped in a year."))(canvas)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [["Maker", "2023", "2024", "Growth"], *map(list, SHIPMENTS)]
    assert (table.title, table.unit_as_printed) == ("Table 3. Sales of the makers", "USD million; growth in %")
    assert table.engine == "aligned text"


def test_headings_that_wrap_are_one_row(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((150, 441, "Sales in"), (230, 441, "Sales in"), (300, 441, "Share of"))(canvas)
        text_at((40, 430, "Maker"), (150, 430, "Europe"), (230, 430, "Asia"), (300, 430, "market"))(canvas)
        for n, row in enumerate(SHIPMENTS):
            for text, x in zip(row, (40, 150, 230, 300), strict=True):
                canvas.drawString(x, 408 - 18 * n, text)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table)[0] == ["Maker", "Sales in Europe", "Sales in Asia", "Share of market"]
    assert (table.header_rows, table.rows) == (1, 6)


def test_labels_of_axes_and_scattered_figures_are_no_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n in range(6):
            text_at((40, 300 + 30.0 * n, str(20 * n)), (360, 300 + 30.0 * n, f"{10 * n}"))(canvas)
        text_at((80, 330, "12"), (120, 390, "34"), (200, 352, "56"), (250, 431, "78"))(canvas)

    assert tables(make_pdf(tmp_path / "a.pdf", draw)) == ()


def test_groups_of_rows_keep_the_table_together(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        y = 430.0
        for row in (("Sector", "2023", "2024"), ("Public",), ("Rail", "12.4", "15.1"), ("Road", "9.9", "11.0"),
                    ("Private",), ("Rail", "3.0", "3.6"), ("Road", "2.2", "4.1"), ("Total", "27.5", "33.8")):  # fmt: skip
            indent = 8 if row[0] in ("Rail", "Road") else 0
            canvas.drawString(40 + indent, y, row[0])
            for text, x in zip(row[1:], (200, 280), strict=False):
                canvas.drawRightString(x, y, text)
            y -= 20

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert [r[0] for r in rows(table)] == ["Sector", "Public", "Rail", "Road", "Private", "Rail", "Road", "Total"]


def test_a_note_flush_right_over_the_headings_is_no_row(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawRightString(330, 448, "by shipments")
        draw_open_table(canvas, 430)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table)[0] == ["Maker", "2023", "2024", "Growth"]


def test_a_note_flush_right_is_no_row_even_over_headings_on_the_left_of_their_columns(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawRightString(336, 448, "by shipments")
        for n, row in enumerate(SHIPMENTS):
            for text, x in zip(row, (70, 190, 260, 330), strict=True):
                canvas.drawRightString(x, 412 - 18 * n, text)
        text_at((40, 430, "Maker"), (80, 430, "2023"), (200, 430, "2024"), (270, 430, "Growth"))(canvas)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table)[:2] == [["Maker", "2023", "2024", "Growth"], list(SHIPMENTS[0])]
    assert {c.col_span for c in table.cells} == {1}


def test_a_unit_note_at_the_other_end_of_the_captions_line(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((40, 448, "Table 1 Sales"), (250, 450, "Sales in RMB million"))(canvas)
        draw_open_table(canvas, 430)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert (table.title, table.unit_as_printed) == ("Table 1 Sales", "Sales in RMB million")


@pytest.mark.parametrize("turned", [90, 270])
def test_a_page_turned_for_display_gives_the_same_cells(tmp_path: Path, turned: int) -> None:
    def draw(canvas: Canvas) -> None:  # lying on its side, until the page is turned
        canvas.translate(*((WIDTH, 0) if turned == 90 else (0, HEIGHT)))
        canvas.rotate(turned)
        draw_rows(canvas, 320, ROWS, rules=True)

    path = make_pdf(tmp_path / "a.pdf", draw)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Rotate = turned
        pdf.save(path)
    (table,) = tables(path)
    assert rows(table) == [[h for h, _ in HEAD], *(list(row) for row in ROWS)]


@pytest.mark.parametrize("turned", [90, 270])
def test_a_table_drawn_sideways_on_upright_paper_gives_the_same_cells(tmp_path: Path, turned: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(*((WIDTH, 0) if turned == 90 else (0, HEIGHT)))
        canvas.rotate(turned)
        text_at((40, 348, "Table 5 Wide tables lie on their side, as this one does"))(canvas)
        draw_rows(canvas, 320, ROWS, rules=True)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [[h for h, _ in HEAD], *(list(row) for row in ROWS)]
    assert table.title == "Table 5 Wide tables lie on their side, as this one does"


@pytest.mark.parametrize(
    ("body", "stubs"),
    [
        (["North  Oslo  12  14", "South  Rome  9  11"], 1),  # the seat tells no more than the name
        (["1  Axle  Arms  12", "2  Brass  Arms  14"], 2),  # a count of the rows names none
        (["Income  Sales  12  14", "  Cost  8  9", "Profit  Gross  4  5", "  Net  2  3"], 2),
        (["2023  12  14", "2024  9  11"], 1),
        (["North  12  14", "North  9  11"], 1),  # nothing else to tell them apart
    ],
)
def test_the_columns_that_name_the_rows(body: list[str], stubs: int) -> None:
    rows_ = [["", "", "2023", "2024"], *(line.split("  ") for line in body)]
    cells = [
        GridCell(r, c, 1, 1, t, Box(0, 0, 1, 1), False) for r, row in enumerate(rows_) for c, t in enumerate(row) if t
    ]
    assert stubs_of(cells, 1) == stubs


@pytest.mark.parametrize(("key", "stubs"), [("Unit", 2), ("单位", 2), ("Seat", 1)])
def test_a_column_that_tells_the_unit_of_each_row_names_it_too(key: str, stubs: int) -> None:
    rows_ = [["", key, "2023", "2024"], ["Tea", "kg", "12", "14"], ["Cups", "pieces", "9", "11"]]
    cells = [
        GridCell(r, c, 1, 1, t, Box(0, 0, 1, 1), False) for r, row in enumerate(rows_) for c, t in enumerate(row) if t
    ]
    assert stubs_of(cells, 1) == stubs


@pytest.mark.parametrize(
    ("first", "second", "parted"),
    [
        ("12.4", "13.1", True),
        ("12", "4,100", True),
        ("12", "400", False),  # its thousands
    ],
)
def test_figures_close_together_are_two_cells_unless_they_may_be_one_number(
    first: str, second: str, parted: bool
) -> None:
    line = Drawing().text(first, 40, 20, size=10, align="left")
    line.text(second, line.words[0].box.x1 + 4, 20, size=10, align="left")
    assert len(segments_of(line.words)) == 1 + parted


@pytest.mark.parametrize(("font", "unit"), [("Helvetica-Bold", "USD million; growth in %"), ("Helvetica", None)])
def test_the_line_of_units_may_stand_under_a_bold_title_without_a_number(
    tmp_path: Path, font: str, unit: str | None
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 10)
        canvas.drawString(40, 460, "Sales of the makers")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(40, 448, "USD million; growth in %")
        draw_open_table(canvas, 430)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert table.unit_as_printed == unit


# -- captions in the margin, and what stands under the lowest rule


def in_the_margin(canvas: Canvas, *lines: tuple[float, str], size: float = 8) -> None:
    """A table from x=150 on with rules between its rows, and lines (height, text) in the margin on its left."""
    canvas.setFont("Helvetica", 10)
    for n, row in enumerate([("Region", "2023", "2024"), *(r[:3] for r in ROWS)]):
        for text, x in zip(row, (154, 230, 300), strict=True):
            canvas.drawString(x, 420 - 18 * n, text)
        canvas.line(150, 415 - 18 * n, 364, 415 - 18 * n)
    canvas.line(150, 432, 364, 432)
    text_at(*((30.0, y, text) for y, text in lines), size=size)(canvas)


@pytest.mark.parametrize(
    ("lines", "title", "unit"),
    [
        ([(424, "Table 4 Cold stores"), (414.5, "by region of"), (405, "the country"), (391, "million m3")],
         "Table 4 Cold stores by region of the country", "million m3"),
        ([(424, "Table 4 Cold stores"), (391, "They are many.")], "Table 4 Cold stores", None),
        ([(352, "Table 4 Cold stores")], None, None),  # beside its last row: of something further down
        ([(424, "Cold stores are"), (414.5, "many of late.")], None, None),  # a note at the margin
    ],
)  # fmt: skip
def test_a_caption_and_its_unit_may_stand_in_the_margin(
    tmp_path: Path, lines: list[tuple[float, str]], title: str | None, unit: str | None
) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", lambda canvas: in_the_margin(canvas, *lines)))
    assert (table.title, table.unit_as_printed) == (title, unit)


def ruled_but_for(last: tuple[str, ...], drop: float = 18) -> Callable[[Canvas], None]:
    """A table whose rules, across and upright, end above a last row that stands `drop` points lower."""

    def draw(canvas: Canvas) -> None:
        body = [tuple(h for h, _ in HEAD), *ROWS[:3]]
        for n, row in enumerate(body):
            for text, (_, x) in zip(row, HEAD, strict=True):
                canvas.drawString(x, 420 - 18 * n, text)
        for n in range(len(body) + 1):
            canvas.line(36, 433 - 18 * n, 364, 433 - 18 * n)
        for x in (36, 170, 240, 310, 364):
            canvas.line(x, 433, x, 433 - 18 * len(body))
        for text, (_, x) in zip(last, HEAD, strict=False):
            canvas.drawString(x, 420 - 18 * (len(body) - 1) - drop, text)

    return draw


def test_a_head_over_the_highest_rule_is_one_where_the_rules_between_columns_reach_up_to_it(tmp_path: Path) -> None:
    xs, ys = (36, 170, 240, 310, 364), (400, 380, 360, 340, 320)

    def draw(canvas: Canvas) -> None:
        text_at((40, 436, "Table 2 Cold stores by region [million m3]"))(canvas)
        for y in ys:
            canvas.line(xs[0], y, xs[-1], y)
        for x in xs[1:-1]:
            canvas.line(x, 420, x, ys[-1])
        for n, row in enumerate([tuple(h for h, _ in HEAD), *ROWS]):
            for text, (_, x) in zip(row, HEAD, strict=True):
                canvas.drawString(x, 405 - 20 * n, text)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [[h for h, _ in HEAD], *map(list, ROWS)]
    assert (table.title, table.unit_as_printed) == ("Table 2 Cold stores by region [million m3]", "[million m3]")


def test_a_total_under_the_lowest_rule_is_a_row(tmp_path: Path) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", ruled_but_for(ROWS[3])))
    assert rows(table)[1:] == [list(r) for r in ROWS]


def test_it_is_one_where_a_reading_by_columns_takes_the_title_for_a_row_too(tmp_path: Path) -> None:
    title = text_at((40, 438, "Stores"), (180, 438, "Area"), (250, 438, "Area"), (320, 438, "Pace"))
    (table,) = tables(make_pdf(tmp_path / "a.pdf", both(ruled_but_for(ROWS[3]), title)))
    assert rows(table)[1:] == [list(r) for r in ROWS]


def test_a_paragraph_under_the_lowest_rule_is_none(tmp_path: Path) -> None:
    text = ("In the south there are 9.9 and in the north 12.4 of them, as told.",)
    (table,) = tables(make_pdf(tmp_path / "a.pdf", ruled_but_for(text)))
    assert rows(table)[1:] == [list(r) for r in ROWS[:3]]


def test_nor_is_what_stands_far_below_it(tmp_path: Path) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", ruled_but_for(ROWS[3], drop=60)))
    assert rows(table)[1:] == [list(r) for r in ROWS[:3]]


@pytest.mark.parametrize(("caption", "found"), [("▲ 表4 各地冷库", True), ("▲ 表中各地冷库", False)])
def test_a_caption_in_the_margin_may_open_with_a_marker(tmp_path: Path, caption: str, found: bool) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    drawn = both(in_the_margin, text_at((30, 424, caption), size=8, font="STSong-Light"))
    (table,) = tables(make_pdf(tmp_path / "a.pdf", drawn))
    assert table.title == (caption if found else None)


# -- names that charts and tables share, and units under a table


def captioned(*lines: tuple[float, float, str]) -> Callable[[Canvas], None]:
    """A ruled table from y=432 down to y=343, and lines (x, y, text) in Chinese or Latin type round it."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    table = lambda canvas: draw_rows(canvas, 420, ROWS, rules=True) and None  # noqa: E731
    return both(table, text_at(*lines, size=8, font="STSong-Light"))


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("图表3 各地冷库", True),
        ("Exhibit 3 Cold stores", True),
        ("Exhibit B: Cold stores", True),
        ("图3 各地冷库", False),  # a chart's
        ("Figure 3 Cold stores", False),
        ("图表中各地冷库", False),
        ("Exhibits of cold stores", False),
        ("Exhibition halls and cold stores", False),
        ("Tables of cold stores", False),
    ],
)
def test_the_name_over_a_table(tmp_path: Path, line: str, is_title: bool) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", captioned((40, 448, line))))
    assert table.title == (line if is_title else None)


def test_an_exhibit_over_a_charts_table_is_none_of_its_own(tmp_path: Path) -> None:
    lines = (40, 470, "Exhibit 3 Cold stores"), (40, 448, "Figure 4 Warm stores")
    (table,) = tables(make_pdf(tmp_path / "a.pdf", captioned(*lines)))
    assert table.title is None


SOURCE = (40.0, 331.0, "来源：各地年报")


@pytest.mark.parametrize(
    ("under", "unit"),
    [
        ([SOURCE, (280, 331, "单位：座")], "单位：座"),
        ([SOURCE, (280, 331, "Unit: pallets")], "Unit: pallets"),
        ([SOURCE, (280, 331, "货币单位：万元")], "货币单位：万元"),
        ([SOURCE], None),
        ([(40, 300, "单位：座")], None),  # of something further down
        ([(40, 333, "图4 冷库的价格"), (280, 333, "单位：座")], None),  # of the chart below
    ],
)
def test_a_unit_at_the_end_of_the_source_line(
    tmp_path: Path, under: list[tuple[float, float, str]], unit: str | None
) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", captioned((40, 448, "表3 各地冷库"), *under)))
    assert (table.title, table.unit_as_printed) == ("表3 各地冷库", unit)


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("单位：座", "单位：座"),
        ("计量单位：座", "计量单位：座"),
        ("Unit: pallets", "Unit: pallets"),
        ("of the country", None),
    ],
)
def test_a_unit_beside_the_caption_may_be_of_anything(tmp_path: Path, note: str, unit: str | None) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", captioned((40, 448, "表3 各地冷库"), (280, 448, note))))
    assert table.unit_as_printed == unit


HEAD_OF_TWO = [("Cold stores", "Capacity", "Capacity", "Growth"), ("by region", "2023", "2024", "in %")]


def with_a_ruled_head(*below: tuple[str, ...]) -> Callable[[Canvas], None]:
    """A head of two rows in ruled cells, and what stands below it without a line."""

    def draw(canvas: Canvas) -> None:
        ruled(canvas, (36, 170, 240, 310, 364), (433, 415, 397))
        for n, row in enumerate([*HEAD_OF_TWO, *below]):
            for text, (_, x) in zip(row, HEAD, strict=False):
                canvas.drawString(x, 420 - 18 * n, text)

    return draw


def test_a_table_whose_head_alone_is_ruled_keeps_its_rows(tmp_path: Path) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", with_a_ruled_head(*ROWS)))
    assert rows(table) == [list(r) for r in (*HEAD_OF_TWO, *ROWS)]


def test_but_takes_up_no_paragraph(tmp_path: Path) -> None:
    below = ("The north had 12.4 of them and the south 9.9, as the owners",), ("told us in the spring of 2024.",)
    (table,) = tables(make_pdf(tmp_path / "a.pdf", with_a_ruled_head(*below)))
    assert rows(table) == [list(r) for r in HEAD_OF_TWO]


def test_the_name_of_a_table_may_stand_under_its_number_inside_the_rules(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((40, 458, "Table 1"))(canvas)
        text_at((40, 446, "Cold stores by region"), font="Helvetica-Bold")(canvas)
        for n, row in enumerate([tuple(h for h, _ in HEAD), *ROWS]):
            text_at(*((x, 420 - 18.0 * n, text) for text, (_, x) in zip(row, HEAD, strict=True)))(canvas)
        for y in (470, 415, 397, 379, 361, 343):  # none between the name and the head
            canvas.line(36, y, 364, y)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [[h for h, _ in HEAD], *map(list, ROWS)]
    assert table.title == "Table 1 Cold stores by region"


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Table 2 Cold stores, million m3, 2023-24", "million m3"),
        ("Table 2 Cold stores (million m3) a", "(million m3)"),  # the letter is a note's
        ("Table 2 Cold stores", None),
    ],
)
def test_a_tables_title_may_name_its_unit(tmp_path: Path, title: str, unit: str | None) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", captioned((40, 448, title))))
    assert (table.title, table.unit_as_printed) == (title, unit)


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("Note: In EUR million unless stated otherwise.", "EUR million"),
        ("注：单位为亿元。", "亿元"),
        ("Note: In 2024 some stores were closed.", None),
    ],
)
def test_a_note_under_a_table_may_tell_its_unit(tmp_path: Path, note: str, unit: str | None) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", captioned((40, 448, "Table 2 Cold stores"), (40, 331, note))))
    assert table.unit_as_printed == unit


@pytest.mark.parametrize(
    ("caption", "title", "unit"),
    [
        ("表1 各地茶园（单位：亿元，%）", "表1 各地茶园", "单位：亿元，%"),
        ("Table 1 Tea gardens (unit: hectares)", "Table 1 Tea gardens", "unit: hectares"),
    ],
)
def test_the_unit_in_the_brackets_of_a_caption_is_no_part_of_the_title(
    tmp_path: Path, caption: str, title: str, unit: str
) -> None:
    (table,) = tables(make_pdf(tmp_path / "a.pdf", captioned((40, 448, caption))))
    assert (table.title, table.unit_as_printed) == (title, unit)


def test_a_caption_whose_bracket_is_closed_in_the_next_line(tmp_path: Path) -> None:
    caption = (40, 458, "Table 2 Cold stores by region (in"), (40, 446, "EUR million)")
    (table,) = tables(make_pdf(tmp_path / "a.pdf", captioned(*caption)))
    assert (table.title, table.unit_as_printed) == (
        "Table 2 Cold stores by region (in EUR million)",
        "(in EUR million)",
    )


def test_a_bare_number_in_the_margin_has_its_name_under_it_in_another_size(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((30, 424, "Table 4"), size=10, font="Helvetica-Bold")(canvas)
        in_the_margin(canvas, (413, "Cold stores by"), (403.5, "region"), (390, "million m3"))

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert (table.title, table.unit_as_printed) == ("Table 4 Cold stores by region", "million m3")


@pytest.mark.parametrize(
    ("rows_", "head"),
    [
        ([{0: "Region", 1: "2023"}, {0: "Coast"}, {0: "North", 1: "12.4"}], 1),  # the name of a group of rows
        ([{1: "Capacity"}, {0: "Region"}, {0: "North", 1: "12.4"}], 2),  # what the first column holds
        ([{0: "Region", 1: "Capacity"}, {1: "million m3"}, {0: "North", 1: "12.4"}], 2),
        ([{1: "Capacity"}, {0: "Region", 1: "FY23", 2: "FY24"}, {0: "North", 1: "12.4", 2: "13.0"}], 2),
        ([{0: "Region 地区", 1: "2023 2023年", 2: "2024E 2024年预测"}, {0: "North", 1: "12.4", 2: "13.0"}], 1),
    ],
)
def test_the_rows_of_a_head(rows_: list[dict[int, str]], head: int) -> None:
    assert header_rows_of(rows_) == head


@pytest.mark.parametrize(
    ("right", "note", "unit"),
    [
        (364, "million m3", "million m3"),
        (300, "million m3", None),  # neither where the title begins nor where the table ends
        (364, "by region", None),
    ],
)
def test_a_unit_alone_on_a_line_may_be_set_flush_right(
    tmp_path: Path, right: float, note: str, unit: str | None
) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((40, 462, "Table 2 Cold stores"))(canvas)
        canvas.setFont("Helvetica", 8)
        canvas.drawRightString(right, 446, note)
        canvas.setFont("Helvetica", 10)
        draw_rows(canvas, 420, ROWS, rules=True)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert table.unit_as_printed == unit


def test_prose_set_to_a_measure_beside_columns_of_figures_is_no_column(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        line = "so the owners of cold stores built on"
        text_at(*((10, 430 - 18.0 * n, line) for n in range(5)), size=8)(canvas)
        canvas.setFont("Helvetica", 8)
        for n, row in enumerate([("Maker", "2023", "2024", "Growth"), *SHIPMENTS]):
            canvas.drawString(170, 430 - 18 * n, row[0])
            for text, x in zip(row[1:], (280, 330, 385), strict=True):
                canvas.drawRightString(x, 430 - 18 * n, text)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [["Maker", "2023", "2024", "Growth"], *map(list, SHIPMENTS)]


def test_an_empty_band_between_two_rules_ends_a_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((40, 460, "Table 2 Cold stores by region"))(canvas)
        bottom = draw_rows(canvas, 420, ROWS, rules=True)
        for y in (bottom - 8, bottom - 60):
            canvas.line(36, y, 364, y)
        text_at((40, bottom - 22, "What the owners say"), (40, bottom - 38, "They built on in 2024."))(canvas)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [["Region", "2023", "2024", "Growth"], *map(list, ROWS)]


def test_a_table_above_a_figure_of_the_same_width_ends_at_its_source(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((40, 460, "Table 2 Cold stores by region"))(canvas)
        bottom = draw_rows(canvas, 420, ROWS, rules=True)
        text_at((40, bottom, "Source: survey of owners"), (40, bottom - 30, "Figure 3 Stores built"))(canvas)
        for y in (bottom - 16, bottom - 90):
            canvas.line(36, y, 364, y)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [["Region", "2023", "2024", "Growth"], *map(list, ROWS)]


@pytest.mark.parametrize("ruled_rows", [True, False])
def test_a_unit_over_two_columns_does_not_join_them(tmp_path: Path, ruled_rows: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(36, 452, 364, 452)
        for text, (_, x) in zip(("", "2023", "2024", "Growth"), HEAD, strict=True):
            canvas.drawString(x, 440, text)
        canvas.drawCentredString(230, 422, "Thousands of tonnes")
        text_at((40, 422, "Region"), (320, 422, "%"))(canvas)
        for n, row in enumerate(ROWS):
            for text, (_, x) in zip(row, HEAD, strict=True):
                canvas.drawString(x, 400 - 18 * n, text)
            if ruled_rows:
                canvas.line(36, 412 - 18 * n, 364, 412 - 18 * n)
        canvas.line(36, 340, 364, 340)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert [c.text for c in table.cells if c.row == table.header_rows] == list(ROWS[0])
    assert next(c.col_span for c in table.cells if c.text == "Thousands of tonnes") == 2


def test_a_heading_over_two_columns_is_a_row_though_every_row_has_its_rule(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(36, 452, 364, 452)
        canvas.drawCentredString(222, 440, "Capacity of stores")
        for n, row in enumerate([("Region", "2023", "2024", "Growth"), *ROWS]):
            for text, (_, x) in zip(row, HEAD, strict=True):
                canvas.drawString(x, 424 - 18 * n, text)
            canvas.line(36, 418 - 18 * n, 364, 418 - 18 * n)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert (table.header_rows, table.rows) == (2, 6)
    assert "Capacity of stores" in [c.text for c in table.cells]


@pytest.mark.parametrize("parted", [False, True])
def test_heads_between_the_lines_of_a_head_that_two_columns_share(tmp_path: Path, parted: bool) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (470, 434):
            canvas.line(36, y, 364, y)
        if parted:
            canvas.line(165, 454, 305, 454)
        canvas.drawCentredString(235, 458, "Batteries")
        text_at((40, 450, "Region"))(canvas)
        for x, y, head in ((200, 442, "2023"), (270, 442, "2024"), (340, 450, "Growth")):
            canvas.drawRightString(x, y, head)
        for n, row in enumerate(ROWS):
            canvas.drawString(40, 420 - 18 * n, row[0])
            for text, x in zip(row[1:], (200, 270, 340), strict=True):
                canvas.drawRightString(x, 420 - 18 * n, text)
            canvas.line(36, 414 - 18 * n, 364, 414 - 18 * n)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert [c.text for c in table.cells if c.row == 2] == list(ROWS[0])
    heads = {c.text: (c.row, c.col) for c in table.cells if c.row < 2}
    assert heads == {"Region": (0, 0), "Batteries": (0, 1), "Growth": (0, 3), "2023": (1, 1), "2024": (1, 2)}
    assert {c.text: c.col_span for c in table.cells if c.col_span > 1} == {"Batteries": 2}


@pytest.mark.parametrize("under", [(0, 2, 4, 6), (0, 1, 3, 5, 6)])
def test_rules_that_part_only_groups_leave_the_rows_between_them_apart(tmp_path: Path, under: tuple[int, ...]) -> None:
    body = [*ROWS, ("East", "4.1", "5.2", "26.8%"), ("Isles", "1.7", "1.9", "11.8%")]

    def draw(canvas: Canvas) -> None:
        canvas.line(36, 432, 364, 432)
        for n, row in enumerate([tuple(h for h, _ in HEAD), *body]):
            for text, (_, x) in zip(row, HEAD, strict=True):
                canvas.drawString(x, 420 - 18 * n, text)
            if n in under:
                canvas.line(36, 415 - 18 * n, 364, 415 - 18 * n)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [[h for h, _ in HEAD], *map(list, body)]


@pytest.mark.parametrize("none", ["–", "-", "—", "n/a"])
def test_rows_between_the_rules_of_groups_may_have_dashes_for_figures(tmp_path: Path, none: str) -> None:
    body = [ROWS[0], ("South", none, none, none), *ROWS[2:], ("East", none, none, none), ("Isles", "1.7", "1.9", "12%")]

    def draw(canvas: Canvas) -> None:
        canvas.line(36, 432, 364, 432)
        for n, row in enumerate([tuple(h for h, _ in HEAD), *body]):
            for text, (_, x) in zip(row, HEAD, strict=True):
                canvas.drawString(x, 420 - 18 * n, text)
            if n in (0, 2, 4, 6):
                canvas.line(36, 415 - 18 * n, 364, 415 - 18 * n)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [[h for h, _ in HEAD], *map(list, body)]


def test_a_heading_wider_than_its_figures_is_of_one_column(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n, row in enumerate([("Maker", "2023", "2024", "Rent per pallet"), *SHIPMENTS]):
            canvas.drawString(40, 430 - 18 * n, row[0])
            for text, x in zip(row[1:], (170, 230, 350), strict=True):
                canvas.drawRightString(x, 430 - 18 * n, text)
        canvas.drawRightString(350, 441, "Dollars a month of")

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table)[0] == ["Maker", "2023", "2024", "Dollars a month of Rent per pallet"]


def test_a_table_in_a_panel_begins_at_its_own_rules(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (475, 330):
            canvas.line(20, y, 390, y)
        text_at((40, 460, "Cold stores by region"), font="Helvetica-Bold")(canvas)
        canvas.setFont("Helvetica", 10)
        for n, row in enumerate([("Unit: m3", *(h for h, _ in HEAD[1:])), *ROWS]):
            for text, (_, x) in zip(row, HEAD, strict=True):
                canvas.drawString(x, 430 - 18 * n, text)
            canvas.line(36, 442 - 18 * n, 364, 442 - 18 * n)
        canvas.line(36, 352, 364, 352)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [["Unit: m3", "2023", "2024", "Growth"], *map(list, ROWS)]
    assert table.title == "Cold stores by region"


def test_a_head_over_rules_that_stand_between_figures_only(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n, row in enumerate([("Maker", "2023", "2024", "Growth"), *SHIPMENTS]):
            canvas.drawString(40, 430 - 18 * n, row[0])
            for text, x in zip(row[1:], (190, 260, 330), strict=True):
                canvas.drawRightString(x, 430 - 18 * n, text)
            if n:
                canvas.line(36, 425 - 18 * n, 340, 425 - 18 * n)
        canvas.line(36, 423, 340, 423)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [["Maker", "2023", "2024", "Growth"], *map(list, SHIPMENTS)]


def test_a_tables_number_may_stand_at_the_other_end_of_its_title(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (475, 440):
            canvas.line(36, y, 364, y)
        text_at((40, 460, "Cold stores by region"), (345, 460, "T 4"), font="Helvetica-Bold")(canvas)
        text_at((40, 447, "In CHF million; change in %"), size=8)(canvas)
        canvas.setFont("Helvetica", 10)
        for n, row in enumerate([tuple(h for h, _ in HEAD), *ROWS]):
            for text, (_, x) in zip(row, HEAD, strict=True):
                canvas.drawString(x, 427 - 18 * n, text)
            canvas.line(36, 421 - 18 * n, 364, 421 - 18 * n)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table) == [["Region", "2023", "2024", "Growth"], *map(list, ROWS)]
    assert (table.title, table.unit_as_printed) == ("Cold stores by region", "In CHF million; change in %")


def test_headings_set_flush_left_over_figures_set_flush_right(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for x, text in ((130, "Sales"), (290, "Shops")):
            canvas.drawString(x, 446, text)
        for n, row in enumerate([("Region", "2023", "2024", "Diff", "All", "Own"), *FIVE]):
            canvas.drawString(40, 430 - 18 * n, row[0])
            for text, x in zip(row[1:], (165, 215, 275, 330, 380), strict=True):
                canvas.drawRightString(x, 430 - 18 * n, text)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert [(c.text, c.col_span) for c in table.cells if c.row == 0 and c.col > 0] == [("Sales", 3), ("Shops", 2)]


FIVE = [
    ("North", "273", "286", "4.9", "214", "97"),
    ("South", "268", "279", "4.0", "238", "91"),
    ("West", "177", "182", "3.1", "138", "64"),
]


def test_the_unit_of_a_caption_in_the_margin_may_have_a_row_of_its_own(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((10, 440, "Exhibit 8"), (10, 428, "Sales of the makers"), size=8, font="Helvetica-Bold")(canvas)
        text_at((10, 410, "Unit"), (40, 410, "USD million"), (10, 396, "Source"), (40, 396, "survey"), size=7)(canvas)
        canvas.setFont("Helvetica", 8)
        for y in (448, 430, 330):
            canvas.line(130, y, 390, y)
        for n, row in enumerate([("Maker", "2023", "2024", "Growth"), *SHIPMENTS]):
            canvas.drawString(134, 436 - 18 * n, row[0])
            for text, x in zip(row[1:], (240, 310, 385), strict=True):
                canvas.drawRightString(x, 436 - 18 * n, text)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert (table.title, table.unit_as_printed) == ("Exhibit 8 Sales of the makers", "USD million")


def test_a_long_line_of_units_may_stand_under_a_bold_title(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((40, 460, "Where the stores are"), font="Helvetica-Bold")(canvas)
        text_at((40, 447, "Revenue by region in RMB million; growth and share in %"), size=8)(canvas)
        canvas.setFont("Helvetica", 10)
        draw_rows(canvas, 420, ROWS, rules=True)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert table.unit_as_printed == "Revenue by region in RMB million; growth and share in %"


def test_heads_of_one_line_stand_between_the_lines_of_those_that_wrap(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        heads = (40, 430, "Round"), (168, 430, "Deals"), (207, 430, "Amount"), (241, 436, "Average"), (249, 424, "deal")
        text_at(*heads, (330, 436, "Share of"), (332, 424, "amount"), size=9)(canvas)
        canvas.setFont("Helvetica", 9)
        body = [("Seed", "11", "185", "16.8", "4.8%"), ("First", "16", "905", "56.6", "23.6%"), ("Second", "10", "1,120", "112.0", "29.2%"),
                ("Third", "6", "1,060", "176.7", "27.6%"), ("Total", "43", "3,270", "76.0", "100.0%")]  # fmt: skip
        for n, row in enumerate(body):
            canvas.drawString(40, 400 - 18 * n, row[0])
            for text, x in zip(row[1:], (189, 239, 275, 364), strict=True):
                canvas.drawRightString(x, 400 - 18 * n, text)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert rows(table)[0] == ["Round", "Deals", "Amount", "Average deal", "Share of amount"]


def test_what_stands_far_to_the_left_of_the_labels_is_beside_the_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((20, 430, "Figure 3. Sales by maker"), size=8)(canvas)
        canvas.setFont("Helvetica", 8)
        for n, row in enumerate([("Maker", "2023", "2024", "Growth"), *SHIPMENTS]):
            canvas.drawString(190, 430 - 18 * n + (9 if n == 0 else 0), row[0])
            for text, x in zip(row[1:], (280, 330, 385), strict=True):
                canvas.drawRightString(x, 430 - 18 * n, text)

    (table,) = tables(make_pdf(tmp_path / "a.pdf", draw))
    assert not any("Figure" in c.text for c in table.cells)

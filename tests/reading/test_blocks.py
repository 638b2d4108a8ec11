"""Blocks in reading order: columns, paragraphs over a break, roles, text dumps."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.pages import Draw, both, make_pdf, text_at
from wpextract.ids import Ids
from wpextract.reading import read, segment
from wpextract.reading.model import Block, Box, Region


def blocks(path: Path, *regions: Region) -> list[Block]:
    return list(segment(read(path), regions, Ids("0")))


def page(tmp_path: Path, *draws: Draw) -> Path:
    return make_pdf(tmp_path / "a.pdf", *draws)


def test_columns_with_a_gutter_hardly_wider_than_a_space_are_read_apart(tmp_path: Path) -> None:
    left = [f"line {i} of the first column" for i in range(4)]
    right = [f"line {i} of the second column" for i in range(4)]
    gutter = 40 + stringWidth(left[0], "Helvetica", 10) + 11
    drawn = [(x, 500 - 12 * i, rows[i]) for i in range(4) for x, rows in ((40.0, left), (gutter, right))]
    assert " ".join(b.text for b in blocks(page(tmp_path, text_at(*drawn)))) == " ".join([*left, *right])


def test_columns_above_two_figures_are_read_before_those_below(tmp_path: Path) -> None:
    left = [(40, 512, "The staff of the yards are ageing fast:"), (40, 500, "31% were older than 55 in 2024,")]
    upper = text_at(*left, (230, 512, "compared with 24% in 2019."))
    lower = text_at((40, 300, "North reported the most."), (230, 300, "Training is recovering."))
    figures = [Region(1, Box(40, 120, 190, 260), "chart_text"), Region(1, Box(230, 120, 380, 258), "chart_text")]
    found = blocks(page(tmp_path, both(upper, lower)), *figures)
    assert [b.text for b in found] == [
        "The staff of the yards are ageing fast: 31% were older than 55 in 2024, compared with 24% in 2019.",
        "North reported the most.",
        "Training is recovering.",
    ]


def test_lines_do_not_run_from_one_box_into_the_next(tmp_path: Path) -> None:
    def boxes(canvas: Canvas) -> None:
        canvas.rect(40, 480, 100, 45)
        canvas.roundRect(142, 480, 100, 45, 6)

    left, right = ("Sales of heat pumps in the", "north, 2024"), ("Units on order", "12,400")
    drawn = [(x, 510 - 12 * i, rows[i]) for i in range(2) for x, rows in ((42.0, left), (150.0, right))]
    found = blocks(page(tmp_path, both(boxes, text_at(*drawn, size=7.5))))
    assert [b.text for b in found] == [" ".join(left), " ".join(right)]


def test_key_figures_are_parted_where_their_labels_are(tmp_path: Path) -> None:
    figures = text_at((40, 500, "USD 1.4 billion"), (148, 500, "31%"), size=14)
    labels = text_at((40, 486, "sales of heat pumps, 2024"), (148, 486, "sold to landlords"), size=7.5)
    found = {b.text for b in blocks(page(tmp_path, both(figures, labels)))}
    assert found == {"USD 1.4 billion", "31%", "sales of heat pumps, 2024", "sold to landlords"}


def test_a_heading_over_two_columns_stays_whole(tmp_path: Path) -> None:
    heading = text_at((40, 520, "Prices and the costs of 2024 in 2025"), size=14)
    left = [(40.0, 500 - 12 * i, f"line {i} of the first column") for i in range(3)]
    right = [(182.0, 500 - 12 * i, f"line {i} of the second column") for i in range(3)]
    found = blocks(page(tmp_path, both(heading, text_at(*left, *right))))
    assert found[0].text == "Prices and the costs of 2024 in 2025"


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [(40, 500 - 12 * i, f"left line {i} of the first column.") for i in range(3)]
    right = [(220, 500 - 12 * i, f"right line {i} of the second one.") for i in range(3)]
    found = blocks(page(tmp_path, text_at((40, 540, "Heading over both of the columns here."), *left, *right)))
    assert [b.text.split()[0] for b in found] == ["Heading", "left", "right"]


def test_a_number_that_wraps_has_a_box_on_each_line(tmp_path: Path) -> None:
    found = blocks(
        page(
            tmp_path,
            text_at((40, 500, "The market is likely to reach 6.2"), (40, 488, "million units by 2027 in all.")),
        )
    )
    (block,) = found
    start = block.text.index("6.2")
    places = block.boxes(start, start + len("6.2 million"))
    assert block.text[start : start + 11] == "6.2 million"
    assert len(places) == 2
    assert places[0].box.top < places[1].box.top


@pytest.mark.parametrize(
    ("cut", "rest", "read_as"),
    [
        ("manufac-", "turing of tea. All manufacturing is dear.", "manufacturing of tea"),
        ("manufac-", "turing of tea. All of it is dear.", "manufac-turing of tea"),  # is it one word?
        ("long-", "term plans. Longterm and long-term are one.", "long-term plans"),
        ("manufac\u2010", "turing of tea. All of it is dear.", "manufacturing of tea"),  # set by the layout
        (
            "long\u2010",
            "term plans. All year\u2010on\u2010year growth is slow.",
            "long\u2010term plans",
        ),  # and by the writer
    ],
)
def test_a_word_cut_at_a_line_s_end_is_whole_where_the_document_knows_it(
    tmp_path: Path, cut: str, rest: str, read_as: str
) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    drawn = text_at((40, 500, f"The makers of kettles were slow in their {cut}"), (40, 488, rest), font="STSong-Light")
    (block,) = blocks(page(tmp_path, drawn))
    assert read_as in block.text


def test_a_bullet_behind_a_line_opens_the_list_beside_it(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    line = "what the makers of robots said of them"
    beside = 40 + stringWidth(line, "STSong-Light", 10) + 6
    drawn = text_at((40, 500, line), (beside, 500, "● robots are slow"), font="STSong-Light")
    assert [b.text for b in blocks(page(tmp_path, drawn))] == [line, "● robots are slow"]


@pytest.mark.parametrize(
    ("text", "role"), [("in RMB 386 billion of sales", "paragraph"), ("in RMB billion", "unit_note")]
)
def test_an_amount_is_no_unit_note(tmp_path: Path, text: str, role: str) -> None:
    (block,) = blocks(page(tmp_path, text_at((40, 500, text))))
    assert block.role == role


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    first = text_at((40, 60, "Cold stores of the coastal provinces added a further"))
    second = text_at((40, 560, "eight million cubic metres in 2024."))
    (block,) = blocks(page(tmp_path, first, second))
    assert block.text.endswith("a further eight million cubic metres in 2024.")
    assert {p.page for p in block.places if p} == {1, 2}


def test_a_chinese_paragraph_goes_on_where_a_figure_is_parted_from_its_unit(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    first = text_at((40, 60, "行业并购趋于活跃，交易金额为41.6亿元，平均每起交易为1.81"), font="STSong-Light")
    second = text_at((40, 560, "亿元，均为中型企业。"), font="STSong-Light")
    (block,) = blocks(page(tmp_path, first, second))
    assert block.text.endswith("平均每起交易为1.81 亿元，均为中型企业。")


def test_roles(tmp_path: Path) -> None:
    body = [(40, 400 - 12 * i, "plain running text of the body that goes on and on.") for i in range(6)]

    def draw(canvas: object) -> None:
        text_at((40, 450, "Market size"), size=16)(canvas)  # type: ignore[arg-type]
        text_at(
            (40, 430, "Figure 3 Sales of cold stores"), (300, 430, "Unit: RMB billion"), (40, 250, "Source: our survey")
        )(canvas)  # type: ignore[arg-type]
        text_at(*body)(canvas)  # type: ignore[arg-type]

    found = blocks(make_pdf(tmp_path / "a.pdf", text_at((40, 300, "cover")), draw))
    roles = {b.text.split()[0]: b.role for b in found}
    assert roles["Market"] == "heading"
    assert roles["Figure"] == "caption"
    assert roles["Unit:"] == "unit_note"
    assert roles["Source:"] == "source_note"
    assert roles["plain"] == "paragraph"


def test_a_paragraph_that_opens_in_bold_goes_on_in_its_next_line(tmp_path: Path) -> None:
    body = [(40, 300 - 12 * i, "plain running text of the body that goes on and on.") for i in range(6)]
    bold = "The south builds faster. Snow halls there are by now"

    def draw(canvas: Canvas) -> None:
        text_at((40, 450, bold), font="Helvetica-Bold")(canvas)
        text_at((40, 438, "thirty more than in 2020."), *body)(canvas)

    first, *_ = blocks(page(tmp_path, draw))
    assert (first.text, first.role) == (f"{bold} thirty more than in 2020.", "paragraph")


def test_regions_are_kept_from_the_prose(tmp_path: Path) -> None:
    found = blocks(
        page(tmp_path, text_at((40, 500, "Prose above the chart."), (40, 300, "1,356"))),
        Region(1, Box(0, 250, 400, 400), "chart_text"),
    )
    assert [(b.role, b.text) for b in found if b.role == "chart_text"] == [("chart_text", "1,356")]


def test_a_text_dump_has_pages_paragraphs_and_labels(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(
        "Market Size\nThe market of cold stores grew to RMB 8.5 billion in 2024 and is\n"
        "expected to reach RMB 12 billion by 2027.\n2,335 2,902\n\f"
        "Second page of the very same report, with one more sentence on it.\n",
        "utf-8",
    )
    document = read(path)
    found = list(segment(document, (), Ids("0")))
    assert document.pages_total == 2
    assert [(b.page, b.role) for b in found] == [
        (1, "chart_text"),
        (1, "paragraph"),
        (1, "chart_text"),
        (2, "paragraph"),
    ]
    assert found[1].text.endswith("and is expected to reach RMB 12 billion by 2027.")


def test_entries_of_a_contents_page_that_fill_their_line_stay_apart(tmp_path: Path) -> None:
    entries = [f"{n} Chapter of the paper{'.' * 60}{n + 3}" for n in range(1, 5)]
    lines = [(40, 500 - 13 * i, entry) for i, entry in enumerate(entries)]
    found = blocks(page(tmp_path, text_at((40, 540, "Contents"), *lines)))
    assert [b.text for b in found] == ["Contents", *entries]


def test_a_paragraph_goes_on_over_a_line_with_an_enlarged_figure(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((40, 500, "Imports of spectacles were worth"), (62, 484, "million francs in 2024, and exports"))(canvas)
        text_at((40, 484, "412"), size=14, font="Helvetica-Bold")(canvas)
        text_at((40, 470, "were higher than that."))(canvas)

    (block,) = blocks(page(tmp_path, draw))
    assert block.text.endswith("were higher than that.")


@pytest.mark.parametrize(("end", "found"), [("and", 1), ("here.", 2)])
def test_wide_leading_parts_no_line_that_runs_on(tmp_path: Path, end: str, found: int) -> None:
    first = f"The makers of spectacles sold more frames in the year 2024 than ever {end}"
    drawn = text_at((40, 500, first), (40, 478, "exported more than half of them."))
    assert len(blocks(page(tmp_path, drawn))) == found


def test_the_first_page_number_of_a_column_goes_on_from_no_title(tmp_path: Path) -> None:
    titles = ["Market and its makers in 2024", "Harbours", "How we worked, and the notice"]
    left = [(40, 500 - 30 * i, title) for i, title in enumerate(titles)]
    right = [(340, 500 - 30 * i, str(3 + i)) for i in range(3)]
    found = blocks(page(tmp_path, text_at((40, 540, "Contents"), *left, *right)))
    assert [b.text for b in found] == ["Contents", *titles, "3", "4", "5"]


def test_a_row_is_parted_where_wide_lines_of_the_page_begin(tmp_path: Path) -> None:
    """A line of the first column that reaches to the second, whose own lines stand lower down the page."""
    reach = "a line of the first column that is long"
    start = 40 + stringWidth(reach, "Helvetica", 10) + 11
    lower = [(start, 300 - 12 * i, f"line {i} of the second") for i in range(4)]
    row = [(40.0, 500.0, reach), (start, 500.0, "and one of the second column")]
    parted = [b.text for b in blocks(page(tmp_path, text_at(*row, *lower)))]
    whole = [b.text for b in blocks(page(tmp_path, text_at(*row, *lower[:2])))]  # two lines make no column
    assert (reach in parted, f"{reach} and one of the second column" in whole) == (True, True)


def test_a_caption_may_open_with_a_marker(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    drawn = text_at((40, 500, "▲ 图3 各地风筝"), (40, 400, "▲ 图中各地风筝"), font="STSong-Light")
    assert [b.role == "caption" for b in blocks(page(tmp_path, drawn))] == [True, False]


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        ("Table 1, with 9.4%.", True),
        ("Figure 3 and in the notes.", True),
        ("Figure 3) than in 2023.", True),
        ("Table 1 Kilns of the north", False),
    ],
)
def test_a_line_of_a_paragraph_may_begin_with_the_figure_it_refers_to(tmp_path: Path, line: str, goes_on: bool) -> None:
    first = "The kilns of the north took the highest share in"
    found = blocks(page(tmp_path, text_at((40, 500, first), (40, 488, line))))
    told = [("paragraph", f"{first} {line}")] if goes_on else [("paragraph", first), ("caption", line)]
    assert [(b.role, b.text) for b in found] == told


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Figure 3 shows that kilns sold well.", "paragraph"),
        ("Table 2 and Figure 3 tell more.", "paragraph"),
        ("图3显示窑炉卖得更好。", "paragraph"),
        (
            "表3汇总了三家作坊的收入。",
            "paragraph",
        ),
        ("Figure 3 shows kilns", "caption"),  # no sentence
        ("Figure 3. Kilns sold in the north.", "caption"),
        ("图3 窑炉销量", "caption"),
    ],
)
def test_a_sentence_about_a_figure_is_no_caption(tmp_path: Path, text: str, role: str) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    (block,) = blocks(page(tmp_path, text_at((40, 500, text), font="STSong-Light")))
    assert block.role == role


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("去年眼镜厂售出的镜架数量超过", "以往任何一年，其中半数以上销", "往国外。"), 1),  # 14 em
        (("The makers of spectacles sold more", "frames in 2024 than they ever had sold", "before that year."), 1),
        (("The makers of frames", "sold more of them than", "ever before."), 3),  # 9 em: labels
    ],
)
def test_wide_leading_parts_no_lines_of_a_narrow_column(tmp_path: Path, lines: tuple[str, ...], found: int) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    rows = [(40.0 if i else 60.0, 500.0 - 22 * i, line) for i, line in enumerate(lines)]
    assert len(blocks(page(tmp_path, text_at(*rows, font="STSong-Light")))) == found


def test_a_line_that_is_all_of_a_figure_in_bold_goes_on_with_its_paragraph(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y, runs in (
            (500, [("The yards sold boats worth ", False), ("EUR 1,284 million", True), (", which is more than in any", False)]),
            (488, [("EUR 22.4 million.", True)]),
            (464, [("The ferries are another matter and stand elsewhere.", False)]),
        ):  # fmt: skip
            x = 40.0
            for text, bold in runs:
                canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
                canvas.drawString(x, y, text)
                x += stringWidth(text, "Helvetica-Bold" if bold else "Helvetica", 10)

    first, *others = blocks(page(tmp_path, draw))
    assert (first.role, first.text[-21:], len(others)) == ("paragraph", "in any EUR 22.4 million."[-21:], 1)

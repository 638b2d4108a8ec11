"""What a page gives: words where they show, nothing that does not, repaired glyphs and typed errors."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.pages import EMBEDDED, HEIGHT, WIDTH, change, lose_character, make_pdf, text_at
from wpextract.errors import SourceError
from wpextract.reading import lines_of, read
from wpextract.reading.model import Document, Page, SourceSettings


def texts(page: Page) -> list[str]:
    return [line.text for line in lines_of(page.words)]


def codes(document: Document) -> dict[str, int]:
    return {n.code: n.count for n in document.notices}


def test_a_word_has_a_box_for_each_character(tmp_path: Path) -> None:
    (page,) = read(make_pdf(tmp_path / "a.pdf", text_at((100, 500, "RMB 8.5 billion")))).pages
    assert [w.text for w in page.words] == ["RMB", "8.5", "billion"]
    word = page.words[1]
    assert len(word.char_boxes) == 3
    assert word.box.x0 == pytest.approx(word.char_boxes[0].x0)
    assert word.char_boxes[0].x1 <= word.char_boxes[1].x0 + 0.01


def test_a_curve_is_as_high_as_it_bulges(tmp_path: Path) -> None:
    def circle(canvas: Canvas) -> None:  # of two arcs, whose ends lie on one level
        path = canvas.beginPath()
        path.moveTo(206, 300)
        path.curveTo(206, 304, 200, 304, 200, 300)
        path.curveTo(200, 296, 206, 296, 206, 300)
        canvas.drawPath(path, stroke=0, fill=1)

    (page,) = read(make_pdf(tmp_path / "a.pdf", circle)).pages
    box = page.marks[0].box
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx((200, 297, 206, 303), abs=0.01)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 100, 390, 580)])
def test_boxes_are_of_the_rotated_cropped_page(tmp_path: Path, rotation: int, crop: tuple[int, ...] | None) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = rotation
        if crop:
            pdf.pages[0].CropBox = pikepdf.Array(list(crop))

    def square(canvas: Canvas) -> None:
        canvas.drawString(200, 400, "x")
        canvas.rect(100, 300, 50, 20, stroke=0, fill=1)

    (page,) = read(change(make_pdf(tmp_path / "a.pdf", square), turn)).pages
    left, bottom, right, top = crop or (0, 0, 400, 600)
    x0, y0, x1, y1 = 100 - left, top - 320, 150 - left, top - 300  # of the page before it is turned
    width, height = right - left, top - bottom
    expected = {
        0: (x0, y0, x1, y1),
        90: (height - y1, x0, height - y0, x1),
        180: (width - x1, height - y1, width - x0, height - y0),
        270: (y0, width - x1, y1, width - x0),
    }[rotation]
    box = page.marks[0].box
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx(expected, abs=0.01)
    assert (page.width, page.height) == ((width, height) if rotation in (0, 180) else (height, width))


def test_text_outside_the_page_and_invisible_text_are_dropped_and_counted(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 500, "seen")
        canvas.drawString(-90, 500, "palette")
        hidden = canvas.beginText(100, 450)
        hidden.setTextRenderMode(3)
        hidden.textOut("hidden")
        canvas.drawText(hidden)

    document = read(make_pdf(tmp_path / "a.pdf", draw))
    assert texts(document.pages[0]) == ["seen"]
    assert codes(document) == {"text_outside_page": 7, "text_invisible": 6}


def test_transparent_paint_does_not_show(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillAlpha(0)
        canvas.rect(100, 300, 50, 20, stroke=0, fill=1)
        canvas.drawString(100, 450, "hidden")
        canvas.restoreState()
        canvas.rect(100, 200, 50, 20, stroke=0, fill=1)
        canvas.drawString(100, 150, "seen")

    document = read(make_pdf(tmp_path / "a.pdf", draw))
    assert [m.box.bottom for m in document.pages[0].marks] == [pytest.approx(document.pages[0].height - 200)]
    assert codes(document) == {"text_invisible": 6}


def test_labels_painted_over_each_other_stay_apart(tmp_path: Path) -> None:
    row = text_at((100, 500, "Hardware"), (130, 500, "Software"), (250, 500, "1.5"), (262, 500, "1.32"))
    (page,) = read(make_pdf(tmp_path / "a.pdf", row)).pages
    assert sorted(w.text for w in page.words) == ["1.32", "1.5", "Hardware", "Software"]


def test_oblique_letters_lean_over_the_next_but_are_one_word(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        oblique = canvas.beginText()
        oblique.setTextTransform(1, 0, 0.4, 1, 100, 500)
        oblique.setFont("Helvetica", 12)
        oblique.textOut("Derivatives")
        canvas.drawText(oblique)

    assert texts(read(make_pdf(tmp_path / "a.pdf", draw)).pages[0]) == ["Derivatives"]


def test_kerned_letters_are_one_word(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((100, 500, "T"), (100 + canvas.stringWidth("T", "Helvetica", 10) - 1.8, 500, "elecom"))(canvas)

    (page,) = read(make_pdf(tmp_path / "a.pdf", draw)).pages
    assert [w.text for w in page.words] == ["Telecom"]


def test_a_tick_and_a_label_that_touch_are_two_numbers(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.4)
        text_at((100, 500, "200"), size=9)(canvas)
        canvas.setFillGray(0)
        text_at((100 + canvas.stringWidth("200", "Helvetica", 9), 500, "42"), size=8)(canvas)

    (page,) = read(make_pdf(tmp_path / "a.pdf", draw)).pages
    assert [w.text for w in page.words] == ["200", "42"]


def test_a_form_is_painted_in_the_colour_that_its_page_has_set(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("marker")
        canvas.rect(0, 0, 5, 5, stroke=0, fill=1)
        canvas.endForm()
        canvas.setFillColorRGB(1, 0, 0)
        canvas.doForm("marker")

    (page,) = read(make_pdf(tmp_path / "a.pdf", draw)).pages
    assert [m.fill for m in page.marks] == ["#ff0000"]


def test_letter_spaced_words_are_joined(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        spaced = canvas.beginText(40, 500)
        spaced.setFont("Helvetica", 10)
        spaced.setCharSpace(3.7)
        spaced.textOut("enterprise models")
        canvas.drawText(spaced)

    assert texts(read(make_pdf(tmp_path / "a.pdf", draw)).pages[0]) == ["enterprise models"]


def test_the_spaces_of_one_text_say_nothing_of_another_on_its_line(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(40, 500, "worth about so much.")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(300, 500, "million")
        canvas.drawString(300 + canvas.stringWidth("million", "Helvetica", 6) + 1.6, 500, "users")

    assert "million users" in " ".join(texts(read(make_pdf(tmp_path / "a.pdf", draw)).pages[0]))


def test_a_ligature_is_the_letters_it_joins_each_in_its_box(tmp_path: Path) -> None:
    (word,) = read(make_pdf(tmp_path / "a.pdf", text_at((40, 500, "ﬁve12"), font=EMBEDDED))).pages[0].words
    assert word.text == "five12"
    assert [word.char_boxes[0] == word.char_boxes[1], len(word.char_boxes)] == [True, 6]
    assert word.char_boxes[1].x1 <= word.char_boxes[2].x0 + 0.01
    assert word.char_boxes[5].x1 == pytest.approx(word.box.x1)


@pytest.mark.parametrize(("radical", "character"), [("⾦", "金"), ("⻜", "飞"), ("⼴", "广")])
def test_a_radical_is_the_character_that_it_looks_like(tmp_path: Path, radical: str, character: str) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:  # the font says that its K is a radical
        for font in pdf.pages[0].Resources.Font.values():
            if "/ToUnicode" in font:
                shown = font.ToUnicode.read_bytes()
                font.ToUnicode = pdf.make_stream(shown.replace(b"<004B>", f"<{ord(radical):04X}>".encode()))

    path = make_pdf(tmp_path / "a.pdf", text_at((100, 500, "K"), font=EMBEDDED))
    assert texts(read(change(path, spoil)).pages[0]) == [character]


def sideways(angle: int, *lines: str) -> Callable[[Canvas], None]:
    """Lines that read upwards (90) or downwards (270) on the page, 40 points from where they begin."""

    def draw(canvas: Canvas) -> None:
        canvas.translate(*((WIDTH, 0) if angle == 90 else (0, HEIGHT)))
        canvas.rotate(angle)
        canvas.rect(40, 340, 50, 20, stroke=0, fill=1)
        text_at(*((40, 300 - 12 * i, line) for i, line in enumerate(lines)))(canvas)

    return draw


@pytest.mark.parametrize("angle", [90, 270])
def test_a_page_drawn_sideways_is_read_upright(tmp_path: Path, angle: int) -> None:
    lines = [
        "Wide tables of batteries lie on their side on upright paper.",
        "Robots turn the page to read what they say.",
    ]
    (page,) = read(make_pdf(tmp_path / "a.pdf", sideways(angle, *lines))).pages
    assert (page.turned, page.width, page.height, texts(page)) == (angle, HEIGHT, WIDTH, lines)
    box = page.marks[0].box
    assert (box.x0, box.top, box.x1, box.bottom) == pytest.approx((40, 40, 90, 60), abs=0.01)


def test_a_few_words_along_an_axis_turn_no_page(tmp_path: Path) -> None:
    (page,) = read(make_pdf(tmp_path / "a.pdf", sideways(90, "Batteries in GWh"))).pages
    assert (page.turned, page.width) == (0, WIDTH)


def test_a_dash_without_a_unicode_mapping_is_read_from_its_shape(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", text_at((40, 500, "RMB 100–200 billion over 2019–2024"), font=EMBEDDED))
    document = read(change(path, lambda pdf: lose_character(pdf, "–")))
    assert texts(document.pages[0]) == ["RMB 100–200 billion over 2019–2024"]
    assert [r.text for r in document.pages[0].repairs] == ["–", "–"]
    assert codes(document) == {"glyphs_repaired": 2}


def ranges_drawn_with(stroke: Callable[[Canvas, float, float], None]) -> Callable[[Canvas], None]:
    """ "RMB 100–200 billion", the dash painted by `stroke` at its left end and the baseline."""

    def draw(canvas: Canvas) -> None:
        text_at((40, 500, "RMB 100"), (85, 500, "200 billion"), size=10)(canvas)
        stroke(canvas, 40 + canvas.stringWidth("RMB 100", "Helvetica", 10), 500)

    return draw


@pytest.mark.parametrize(
    ("stroke", "text"),
    [
        (lambda canvas, x, y: canvas.rect(x, y + 3, 85 - x, 0.6, stroke=0, fill=1), "RMB 100–200 billion"),
        (lambda canvas, x, y: canvas.line(x, y + 3, 85, y + 3), "RMB 100–200 billion"),
        (lambda canvas, x, y: canvas.line(x, y - 1, 85, y - 1), "RMB 100 200 billion"),  # underlined
        (lambda canvas, x, y: canvas.line(x - 20, y + 3, 90, y + 3), "RMB 100 200 billion"),  # struck out
    ],
)
def test_a_dash_that_is_drawn_between_two_numbers_is_read(
    tmp_path: Path, stroke: Callable[[Canvas, float, float], None], text: str
) -> None:
    page = read(make_pdf(tmp_path / "a.pdf", ranges_drawn_with(stroke))).pages[0]
    assert texts(page) == [text]
    assert ([r.text for r in page.repairs], len(page.marks)) == ((["–"], 0) if "–" in text else ([], 1))


def test_a_line_between_the_names_of_a_legend_is_no_dash(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text_at((40, 500, "2023"), (80, 500, "2024"))(canvas)
        canvas.line(66, 503, 76, 503)

    assert "–" not in "".join(texts(read(make_pdf(tmp_path / "a.pdf", draw)).pages[0]))


def test_a_raised_digit_is_a_footnote_marker_not_a_figure(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(40, 500, "12.4")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(40 + canvas.stringWidth("12.4", "Helvetica", 10), 504, "1")

    assert texts(read(make_pdf(tmp_path / "a.pdf", draw)).pages[0]) == ["12.4¹"]


def test_a_digit_lifted_by_text_rise_is_a_footnote_marker_too(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(40, 500)
        text.setFont("Helvetica", 10)
        text.textOut("12.4")
        text.setFont("Helvetica", 8)
        text.setRise(4)
        text.textOut("1")
        canvas.drawText(text)

    assert texts(read(make_pdf(tmp_path / "a.pdf", draw)).pages[0]) == ["12.4¹"]


def test_running_headers_and_page_numbers_are_set_apart(tmp_path: Path) -> None:
    pages = [
        text_at((40, 570, "Cold Chain Report"), (40, 300, f"Body {n} of it"), (200, 20, str(n))) for n in range(1, 5)
    ]
    document = read(make_pdf(tmp_path / "a.pdf", *pages))
    assert [texts(p) for p in document.pages] == [[f"Body {n} of it"] for n in range(1, 5)]
    assert [w.text for w in document.pages[1].furniture] == ["Cold", "Chain", "Report", "2"]


def test_axis_years_near_the_foot_stay_in_the_body(tmp_path: Path) -> None:
    pages = [text_at((40, 300, f"Body {n}"), (100, 30, str(2019 + n)), (200, 30, str(2023 + n))) for n in range(1, 5)]
    document = read(make_pdf(tmp_path / "a.pdf", *pages))
    assert not any(p.furniture for p in document.pages)


def test_names_along_an_axis_near_the_foot_stay_in_the_body(tmp_path: Path) -> None:
    row = [(40 + 70 * i, 30, name) for i, name in enumerate(("Cloud", "Edge", "Device", "Other"))]
    document = read(make_pdf(tmp_path / "a.pdf", *(text_at((40, 300, f"Body {n}"), *row) for n in range(1, 5))))
    assert not any(p.furniture for p in document.pages)


def test_a_note_that_stands_on_few_pages_is_no_running_header(tmp_path: Path) -> None:
    pages = [
        text_at((40, 300, f"Body {n}"), (40, 570, "Unit" if n % 5 == 0 else f"Chart {n}{'ab'[n % 2]}"))
        for n in range(1, 17)
    ]
    document = read(make_pdf(tmp_path / "a.pdf", *pages))
    assert not any(w.text == "Unit" for p in document.pages for w in p.furniture)


@pytest.mark.parametrize("place", [(40, 556), (300, 570)], ids=["under", "beside"])
def test_a_unit_at_the_caption_of_many_pages_is_no_running_header(tmp_path: Path, place: tuple[float, float]) -> None:
    pages = [
        text_at((40, 300, f"Body {n}"), (40, 570, f"Figure {n} {name}"), (*place, "Unit: million"))
        for n, name in enumerate(("Kites", "Silk", "Guilds", "Ribbons"), 1)
    ]
    document = read(make_pdf(tmp_path / "a.pdf", *pages))
    assert not any(p.furniture for p in document.pages)


def test_a_running_header_above_a_caption_is_set_apart(tmp_path: Path) -> None:
    pages = [
        text_at((40, 300, f"Body {n}"), (40, 584, "Yearbook of kites"), (40, 560, f"Figure {n} {name}"))
        for n, name in enumerate(("Kites", "Silk", "Guilds", "Ribbons"), 1)
    ]
    document = read(make_pdf(tmp_path / "a.pdf", *pages))
    assert {" ".join(w.text for w in p.furniture) for p in document.pages} == {"Yearbook of kites"}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.pdf", b"", "empty"),
        ("blank.pdf", b"  \n", "empty"),
        ("word.pdf", b"PK\x03\x04 not a pdf at all", "not_a_pdf"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "not_readable"),
        ("latin.txt", "über".encode("latin-1"), "not_utf8"),
    ],
)
def test_bad_input_is_a_typed_error_that_names_the_file(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read(path)
    assert caught.value.code in (code, "no_pages")
    assert name in str(caught.value)
    assert caught.value.remedy


def test_an_encrypted_pdf_needs_its_password(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", text_at((40, 500, "secret 5%")))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="opensesame", owner="x"))
    with pytest.raises(SourceError, match="encrypted") as caught:
        read(path)
    assert caught.value.code == "encrypted"
    with pytest.raises(SourceError, match="password does not open"):
        read(path, SourceSettings(password="wrong"))
    assert texts(read(path, SourceSettings(password="opensesame")).pages[0]) == ["secret 5%"]


def test_a_document_without_text_says_so(tmp_path: Path) -> None:
    document = read(make_pdf(tmp_path / "a.pdf", lambda canvas: canvas.rect(10, 10, 50, 50, fill=1)))
    assert "no_text_layer" in codes(document)
    assert document.pages_without_text == 1


@pytest.mark.parametrize(
    ("cover", "expected"),
    [
        ("Glass in Europe\nSeptember 2023", "2023-09-30"),
        ("玻璃产业白皮书\n二〇二三年二月\n某研究院", "2023-02-28"),
        ("玻璃产业白皮书\n2023年11月", "2023-11-30"),
        ("Glass in Europe\n2023-11\nReleased on March 5, 2024", "2024-03-05"),  # a day says more than a month
        ("Glass in Europe\nSales grew in September 2023", None),
        ("Tea in Europe\nMarket paper | JUNE 2025", "2025-06-30"),
        ("Tea in Europe\nEdition of May 2025", "2025-05-31"),
        ("Tea in Europe\nPublished in May 2025", "2025-05-31"),
        ("茶叶白皮书\n2024年5月版", "2024-05-31"),
        ("Tea in Europe\nBased on 412 answers of May 2024", None),
        ("Tea in Europe\nData as of March 2025", None),
        ("茶叶白皮书\n调研时间：2024年3月", None),
        ("Tea in Europe\nSales since June 2022\nApril 2025", "2025-04-30"),
        ("Tea in Europe\nMay 2025\nJune 2025", None),  # which of them?
        ("Tea in Europe\nEdition of May 2025\n\fPrinted on 3 April 2021", "2025-05-31"),  # the cover says it first
    ],
)
def test_a_month_alone_on_the_cover_is_when_a_document_was_published(
    tmp_path: Path, cover: str, expected: str | None
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{cover}\n", encoding="utf-8")
    assert read(path).published_on == expected


def test_pages_can_be_chosen(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", *(text_at((40, 500, f"page {n}")) for n in (1, 2, 3)))
    assert [p.number for p in read(path, pages=[2, 3]).pages] == [2, 3]
    with pytest.raises(SourceError, match="page 9 does not exist"):
        read(path, pages=[9])


def spoil_box(value: object) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj["/MediaBox"]
        if value is not None:
            pdf.pages[0].obj["/MediaBox"] = pikepdf.Array(value)

    return edit


@pytest.mark.parametrize("value", [None, [0, 0, 0, 0], ["a", 0, 1, 2], [0, 0]], ids=str)
def test_a_page_whose_box_is_no_box_is_read_as_readers_show_it(tmp_path: Path, value: list[object] | None) -> None:
    path = change(make_pdf(tmp_path / "a.pdf", text_at((100, 500, "seen"))), spoil_box(value))
    (page,) = read(path).pages
    assert (page.width, page.height, texts(page)) == (612, 792, ["seen"])


def test_a_file_whose_cross_references_are_wrong_is_rebuilt_and_says_so(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", text_at((100, 500, "seen")))
    data = path.read_bytes()
    path.write_bytes(re.sub(rb"\n\d{10} (\d{5}) n", rb"\n0000000007 \1 n", data))
    document = read(path)
    assert texts(document.pages[0]) == ["seen"]
    assert codes(document) == {"repaired": 1}


def test_a_page_that_paints_without_end_is_stopped_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wpextract.reading.pdf._MAX_OBJECTS", 10)
    document = read(make_pdf(tmp_path / "a.pdf", text_at((40, 500, "first"), (40, 480, "second"))))
    assert texts(document.pages[0]) == ["first", "secon"]
    assert codes(document) == {"marks_limited": 1}


def test_forms_within_forms_are_bounded_by_what_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def laugh(canvas: Canvas) -> None:
        canvas.beginForm("f0")
        canvas.drawString(0, 0, "ha")
        canvas.endForm()
        for n in range(1, 30):
            canvas.beginForm(f"f{n}")
            canvas.doForm(f"f{n - 1}")
            canvas.doForm(f"f{n - 1}")
            canvas.endForm()
        canvas.drawString(100, 500, "seen")
        canvas.doForm("f29")

    monkeypatch.setattr("wpextract.reading.pdf._MAX_CONTENT", 20_000)
    document = read(make_pdf(tmp_path / "a.pdf", laugh))
    assert "seen" in texts(document.pages[0])
    assert codes(document) == {"marks_limited": 1}


def test_what_stands_before_a_fault_in_a_page_is_kept(tmp_path: Path) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(b"BT /F1 10 Tf 0 0 Td << /a (b) ( c) >> Tj ET")

    document = read(change(make_pdf(tmp_path / "a.pdf", text_at((100, 500, "seen"))), add))
    assert texts(document.pages[0])[0] == "seen"
    assert set(codes(document)) <= {"page_cut"}


def test_the_text_recognised_in_a_scan_is_read(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawInlineImage(Image.new("L", (4, 6), 200), 0, 0, 400, 600)
        hidden = canvas.beginText(100, 450)
        hidden.setTextRenderMode(3)
        hidden.textOut("recognised 12%")
        canvas.drawText(hidden)

    document = read(make_pdf(tmp_path / "a.pdf", draw))
    assert texts(document.pages[0]) == ["recognised 12%"]


def test_a_font_without_readings_is_told_as_such(tmp_path: Path) -> None:
    text = "mmmm wwww gggg kkkk"
    path = make_pdf(tmp_path / "a.pdf", text_at((40, 500, text), font=EMBEDDED))

    def lose(pdf: pikepdf.Pdf) -> None:
        for character in set(text) - {" "}:
            lose_character(pdf, character)

    assert codes(read(change(path, lose))) == {"font_unreadable": 16}


def test_a_pdf_without_pages_and_what_is_no_file_are_typed_errors(tmp_path: Path) -> None:
    pikepdf.new().save(tmp_path / "none.pdf")
    (tmp_path / "folder.pdf").mkdir()
    for name, code in (("none.pdf", "no_pages"), ("folder.pdf", "not_found"), ("missing.pdf", "not_found")):
        with pytest.raises(SourceError) as caught:
            read(tmp_path / name)
        assert (caught.value.code, caught.value.source) == (code, name)


@pytest.mark.parametrize(
    ("font", "caption", "apart"),
    [
        ("Helvetica-Bold", "Table 4 Looms", True),
        ("Helvetica", "Table 4 Looms", False),  # what the text itself points to
        ("Helvetica-Bold", "new looms", False),  # a word that the text stresses
    ],
)
def test_a_bold_caption_beside_a_text_is_a_line_of_its_own(
    tmp_path: Path, font: str, caption: str, apart: bool
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(40, 500, "The valley was slow")
        end = 40 + canvas.stringWidth("The valley was slow", "Helvetica", 10)
        canvas.setFont(font, 10)
        canvas.drawString(end + 12, 500, caption)  # wider than between words, narrower than between columns

    (page,) = read(make_pdf(tmp_path / "a.pdf", draw)).pages
    assert texts(page) == (["The valley was slow", caption] if apart else [f"The valley was slow {caption}"])

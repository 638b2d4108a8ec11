"""What stands round a chart: which text is its title, which its unit, and which belong to something else."""

from __future__ import annotations

import pytest

from tests.charts.draw import BLUE, GREEN, ORANGE, Drawing
from wpextract.charts.captions import is_caption, is_unit_note
from wpextract.charts.model import Chart
from wpextract.charts.shapes import MAX_SHAPES
from wpextract.reading.model import Box


def chart(legend_y: float | None = None, tall: float = 400) -> Drawing:
    """Three labelled bars between y=200 and y=300 on an axis, with no title."""
    d = Drawing(width=500, height=tall).value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (name, value) in enumerate((("East", 40), ("West", 75), ("South", 90))):
        d.rect(80 + 80 * i, 300 - value, 104 + 80 * i, 300, BLUE)
        d.text(str(value), 92 + 80 * i, 292 - value).text(name, 92 + 80 * i, 310)
    if legend_y is not None:
        d.rect(100, legend_y - 3, 108, legend_y + 3, BLUE).text("Plants", 112, legend_y, align="left")
    return d


def prose(d: Drawing, *lines: str, top: float) -> Drawing:
    for i, line in enumerate(lines):
        d.text(line, 40, top + 12 * i, size=8, align="left")
    return d


def only(d: Drawing) -> Chart:
    (found,) = d.charts()
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Figure 3. Sales by region", True),
        ("图3 各地区销售额", True),
        ("Exhibit B: sales", True),
        ("chart below. Pinecart closes the list.", False),
        ("Figure 3 shows that sales doubled", False),
        ("图3显示，销售额增长了一倍", False),
        ("Charts are drawn to scale", False),
    ],
)
def test_a_caption_is_a_number_or_a_letter_alone_after_its_word(text: str, expected: bool) -> None:
    assert is_caption(text) is expected


def test_prose_that_speaks_of_a_chart_is_not_its_title() -> None:
    d = chart().text("Sales by region", 180, 180, size=8, bold=True)
    prose(d, "Sales grew in each of the regions in the year, most of all in the south, as is seen in the", top=130)
    prose(d, "chart below. The east closes the list with sales of 40 units.", top=142)
    assert only(d).title == "Sales by region"


def test_a_title_between_the_legend_and_the_plot() -> None:
    d = chart(legend_y=160).text("Sales by region", 180, 176, size=9, bold=True)
    d.text("4 Trade and Industry", 180, 140, size=14, bold=True)
    assert only(d).title == "Sales by region"


def test_a_unit_along_the_titles_line_is_cut_off_it() -> None:
    d = chart().text("Sales by region Unit: million units", 180, 180, size=8, bold=True)
    found = only(d)
    assert (found.title, found.unit_as_printed) == ("Sales by region", "Unit: million units")


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("RMB 100 million", "RMB 100 million"),
        ("RMB 10,000 per unit", "RMB 10,000 per unit"),
        ("EUR per MWh, prices of 2024", "EUR per MWh"),
        ("10 thousand units", "10 thousand units"),
        ("10 thousand persons, end of year", "10 thousand persons, end of year"),
        (
            "EUR million (bars), change on the year before (line)",
            "EUR million (bars), change on the year before (line)",
        ),
        ("Sales rose by 100 million", None),
        ("Sales of 10,000 kites", None),
        ("United Kingdom and islands", None),
    ],
)
def test_a_unit_on_a_line_of_its_own(line: str, unit: str | None) -> None:
    d = chart().text("Sales by region", 60, 176, size=9, bold=True, align="left").text(line, 60, 188, align="left")
    assert only(d).unit_as_printed == unit


def test_a_sentence_that_begins_with_unit_is_no_unit_note() -> None:
    d = chart().text("Sales by region", 180, 176, size=9, bold=True)
    found = only(d.text("Unit sales reached 4 million in 2024,", 60, 340, align="left"))
    assert (found.unit_as_printed, found.box.bottom < 330) == (None, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Units, EUR million", True), ("Units, a robot", False), ("units, a robot cooks tea", False)],
)
def test_units_that_robots_may_be_are_no_unit_note(text: str, expected: bool) -> None:
    assert is_unit_note(text) is expected


def test_a_unit_at_the_margin_is_that_of_a_chart_that_is_set_in() -> None:
    d = chart().text("Figure 2. Sales by region", 10, 176, size=9, bold=True, align="left")
    assert only(d.text("EUR million", 2, 188, size=6, align="left")).unit_as_printed == "EUR million"


def test_a_unit_under_the_beginning_of_a_title_is_that_of_a_chart_that_is_set_in_far() -> None:
    d = chart().text(
        "Figure 2. Sales in three regions, at the end of the year", 0, 176, size=9, bold=True, align="left"
    )
    assert only(d.text("MW", 0, 186, size=7, align="left")).unit_as_printed == "MW"


def test_a_caption_under_a_chart_outranks_the_heading_of_the_chapter_above() -> None:
    d = chart().text("III. The regions", 180, 150, size=12, bold=True)
    assert only(d.text("Fig. 3 Sales by region", 180, 326, size=8)).title == "Fig. 3 Sales by region"


def test_the_caption_of_the_next_chart_is_not_this_ones() -> None:
    d = chart(tall=700).text("Sales by region", 180, 176, size=9, bold=True)
    d.text("Figure 3. Plants by region", 180, 350, size=8).value_axis(50, 480, 50, ["0", "50", "100"], 320)
    for i, value in enumerate((40, 75, 90)):
        d.rect(80 + 80 * i, 480 - value, 104 + 80 * i, 480, BLUE).text(str(2022 + i), 92 + 80 * i, 490)
    assert [c.title for c in d.charts()] == ["Sales by region", "Figure 3. Plants by region"]


def test_a_caption_at_the_margin_of_a_pie_that_is_set_in() -> None:
    d = Drawing(width=500, height=400).text("Figure 2. Channels", 20, 120, size=8, align="left")
    for color, start, end in ((BLUE, 0, 0.5), (ORANGE, 0.5, 0.8), (GREEN, 0.8, 1)):
        d.slice(300, 220, 60, start, end, color)
    prose(
        d.text("50%", 330, 220).text("30%", 270, 240).text("20%", 280, 190), "Sales by channel are told here.", top=90
    )
    assert only(d).title == "Figure 2. Channels"


def test_a_numbered_source_note_is_no_caption() -> None:
    d = chart().text("Sales by region", 180, 176, size=9, bold=True)
    assert only(d.text("Figure 2. Source: own survey", 180, 326)).title == "Sales by region"


def test_a_title_that_wraps_within_a_range_of_years() -> None:
    d = (
        chart()
        .text("Figure 2. Sales by region, 2019–", 180, 166, size=9, bold=True)
        .text("2024", 180, 177, size=9, bold=True)
    )
    assert only(d).title == "Figure 2. Sales by region, 2019–2024"


def test_a_source_note_close_to_the_axis_is_no_part_of_its_names() -> None:
    found = only(chart().text("Sales by region", 180, 176, size=9, bold=True).text("Source: Own survey", 92, 317))
    assert [p.category for p in found.points] == ["East", "West", "South"]


def test_what_its_caption_calls_a_table_is_no_chart() -> None:
    assert chart().text("Table 2. Sales by region", 180, 180, size=8, bold=True).charts() == ()


@pytest.mark.parametrize(
    ("first", "found"),
    [("Table 2 Tea", 0), ("Table A", 0), ("Tables", 1), ("Tablets", 1), ("Table tops", 1)],  # things to be sold
)
def test_nor_is_what_has_the_title_of_a_table_inside_it(first: str, found: int) -> None:
    d = Drawing(width=500, height=400).value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (name, value) in enumerate(((first, 40), ("West", 75), ("South", 90))):
        d.rect(80 + 80 * i, 300 - value, 104 + 80 * i, 300, BLUE)
        d.text(str(value), 92 + 80 * i, 292 - value).text(name, 92 + 80 * i, 310)
    assert len(d.charts()) == found


def test_a_series_may_be_named_by_numbers() -> None:
    d = Drawing(width=500, height=400).value_axis(50, 300, 50, ["0", "50", "100"], 320)
    d.text("Staff by age", 180, 150, size=9, bold=True)
    for i, place in enumerate(("East", "West", "South")):
        d.text(place, 103 + 80 * i, 310)
    for k, (name, color) in enumerate((("Under 30", BLUE), ("30 to 44", ORANGE), ("55 and over", GREEN))):
        d.rect(80 + 100 * k, 167, 88 + 100 * k, 173, color).text(name, 92 + 100 * k, 170, align="left")
        for i in range(3):
            d.rect(80 + 80 * i + 16 * k, 250 - 10 * i + 4 * k, 94 + 80 * i + 16 * k, 300, color)
    assert only(d).series == ("Under 30", "30 to 44", "55 and over")


def test_the_unit_of_a_table_under_a_chart_is_the_tables() -> None:
    d = chart().text("Sales by region (EUR million)", 180, 180, size=8, bold=True)
    d.text("Table 2 Sales in dollars", 180, 330, size=8, bold=True).text("(USD million)", 180, 342)
    prose(d, "The table has the sales of each of the regions in dollars at the average rate of the year.", top=360)
    assert only(d).unit_as_printed == "EUR million"


def shares(labels: list[str], note: str | None = None) -> Drawing:
    """Two bars of three parts each with the given labels, 100 high, without an axis."""
    d = Drawing(width=500)
    for i, name in enumerate(("2023", "2024")):
        base = 300.0
        for label, color in zip(labels[3 * i : 3 * i + 3], (BLUE, ORANGE, GREEN), strict=True):
            height = float(label)
            d.rect(80 + 90 * i, base - height, 120 + 90 * i, base, color)
            d.text(label, 100 + 90 * i, base - height / 2)
            base -= height
        d.text(name, 100 + 90 * i, 310)
    d.text("Structure of cost", 150, 180, size=9, bold=True)
    return d.text(note, 150, 192) if note else d


def test_parts_that_add_up_to_a_hundred_are_in_percent() -> None:
    found = only(shares(["50.5", "30", "19.5", "40", "35", "25"]))
    assert found.kind == "stacked_100"
    assert {p.unit_in_label for p in found.points} == {"%"}


def test_a_printed_unit_outranks_that_they_add_up() -> None:
    found = only(shares(["50", "30", "20", "40", "35", "25"], "Unit: million units"))
    assert {p.unit_in_label for p in found.points} == {None}


def test_titles_that_stand_under_charts_each_belong_to_the_one_above() -> None:
    d = Drawing(width=400, height=400)
    d.images += [Box(50, 60, 350, 160), Box(50, 190, 350, 290)]
    d.text("Figure 1: Sales by region", 200, 172).text("Figure 2: Costs by region", 200, 302)
    assert [c.title for c in d.charts()] == ["Figure 1: Sales by region", "Figure 2: Costs by region"]


@pytest.mark.parametrize(("x", "y"), [(180, 180), (160, 160)])
def test_a_bare_figure_number_is_followed_by_its_name(x: float, y: float) -> None:
    d = chart().text("Figure 2.", 60, 160, bold=True).text("Sales by region", x, y, bold=True)
    assert only(d).title == "Figure 2. Sales by region"


# -- captions at the margin and under a marker


@pytest.mark.parametrize("marker", ["▲ ", "■", "▍"])
@pytest.mark.parametrize(("text", "expected"), [("图3 各地区销售额", True), ("图3显示，销售额增长了一倍", False)])
def test_a_caption_may_open_with_a_marker(marker: str, text: str, expected: bool) -> None:
    assert is_caption(marker + text) is expected


def test_a_table_may_be_named_behind_a_marker() -> None:
    assert chart().text("▲ Table 2. Sales by region", 180, 180, size=8, bold=True).charts() == ()


def set_in(*lines: tuple[str, bool], top: float = 204) -> Drawing:
    """The three bars, 200 points further right, with lines (text, whether bold) in the margin beside them."""
    d = Drawing(width=600, height=400).value_axis(250, 300, 50, ["0", "50", "100"], 520)
    for i, (name, value) in enumerate((("East", 40), ("West", 75), ("South", 90))):
        x = 280 + 80 * i
        d.rect(x, 300 - value, x + 24, 300, BLUE).text(str(value), x + 12, 292 - value).text(name, x + 12, 310)
    for i, (line, bold) in enumerate(lines):
        d.text(line, 20, top + 10 * i, align="left", bold=bold)
    return d


def test_a_caption_of_several_lines_in_the_margin_with_its_unit_under_it() -> None:
    found = only(set_in(("Figure 2. Sales of kites", True), ("by region of the", True), ("country", True),
                        ("EUR million", False)))  # fmt: skip
    assert (found.title, found.unit_as_printed) == ("Figure 2. Sales of kites by region of the country", "EUR million")


def test_beside_the_lower_half_of_a_chart_no_caption_is_its_own() -> None:
    assert only(set_in(("Figure 2. Sales of kites", True), top=280)).title is None


def test_what_stands_further_down_the_margin_is_no_line_of_the_caption() -> None:
    found = only(set_in(("Figure 2. Sales of kites", True), ("", False), ("Kites are loved.", False)))
    assert found.title == "Figure 2. Sales of kites"


# -- what is a chart's own


def row_of_bars(d: Drawing, left: float, *colors: str) -> Drawing:
    """Two groups of bars on an axis, one bar of each colour in a group."""
    d.value_axis(left, 300, 50, ["0", "50", "100"], left + 200)
    for i, year in enumerate(("2023", "2024")):
        d.text(year, left + 60 + 90 * i, 310)
        for k, color in enumerate(colors):
            d.rect(left + 30 + 90 * i + 20 * k, 250 - 8 * i + 12 * k, left + 46 + 90 * i + 20 * k, 300, color)
    return d


def test_a_legend_is_that_of_the_chart_that_has_all_its_colours() -> None:
    d = row_of_bars(row_of_bars(Drawing(width=600), 40, BLUE), 270, BLUE, ORANGE, GREEN)
    for k, (name, color) in enumerate((("Silk", BLUE), ("Cotton", ORANGE), ("Paper", GREEN))):
        x = 220 + 70 * k  # begins over the first chart
        d.rect(x, 167, x + 8, 173, color).text(name, x + 12, 170, align="left")
    assert {c.series for c in d.charts()} == {(), ("Silk", "Cotton", "Paper")}


@pytest.mark.parametrize("x", [240, 260])  # between both, and nearer to the one that has but its first colour
def test_nor_is_a_column_of_names_that_of_the_chart_with_one_of_its_colours(x: float) -> None:
    d = row_of_bars(row_of_bars(Drawing(width=640), 40, BLUE), 320, BLUE, ORANGE, GREEN)
    for k, (name, color) in enumerate((("Silk", BLUE), ("Cotton", ORANGE), ("Paper", GREEN))):
        y = 200 + 14 * k
        d.rect(x, y - 3, x + 8, y + 3, color).text(name, x + 12, y, align="left")
    assert {c.series for c in d.charts()} == {(), ("Silk", "Cotton", "Paper")}


def test_thousands_of_dashes_do_not_hide_the_bars() -> None:
    d = Drawing(width=500, height=400)
    for n in range(MAX_SHAPES + 100):
        x, y = 10 + 8 * (n % 60) + 3 * (n % 2), 10 + 3 * (n // 60) + n % 3
        d.rect(x, y, x + 1.6, y + 0.8, ORANGE)
    d.value_axis(50, 300, 50, ["0", "50", "100"], 320)
    for i, (name, value) in enumerate((("East", 40), ("West", 75), ("South", 90))):
        d.rect(80 + 80 * i, 300 - value, 104 + 80 * i, 300, BLUE)
        d.text(str(value), 92 + 80 * i, 292 - value).text(name, 92 + 80 * i, 310)
    assert [p.value_as_printed for p in only(d).points] == ["40", "75", "90"]


@pytest.mark.parametrize(("suffix", "found"), [("年", 0), ("E", 0), (" kilns", 1)])
def test_the_cells_of_a_tables_head_of_years_are_no_bars(suffix: str, found: int) -> None:
    d = Drawing(width=500).value_axis(50, 216, 16, ["0", "50", "100"], 400)
    for i in range(5):
        d.rect(80 + 60 * i, 200, 138 + 60 * i, 216).text(f"{2022 + i}{suffix}", 109 + 60 * i, 208)
    assert len(d.charts()) == found


def test_nor_are_they_over_the_names_of_a_row_below() -> None:
    d = Drawing(width=500).value_axis(50, 216, 16, ["0", "50", "100"], 400)
    for i, name in enumerate(("East", "West", "South", "Isles", "North")):
        d.rect(80 + 60 * i, 200, 138 + 60 * i, 216).text(f"{2022 + i}年", 109 + 60 * i, 208).text(
            name, 109 + 60 * i, 226
        )
    assert d.charts() == ()


@pytest.mark.parametrize(
    ("note", "unit"),
    [("Unit: RMB billion. Source: the makers", "Unit: RMB billion"), ("Unit: wells per town", "Unit: wells per town")],
)
def test_the_source_on_the_unit_s_line_is_no_part_of_the_unit(note: str, unit: str) -> None:
    d = chart().text("Figure 1 Plants in three towns", 180, 180, size=10, bold=True).text(note, 150, 336)
    (found,) = d.charts()
    assert found.unit_as_printed == unit


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Figure 2. Sales of kites, EUR million, 2019-24", "EUR million"),
        ("Figure 2. Sales of kites, EUR million, by region (north and south)", "EUR million"),
        ("Figure 2. Sales of power, GWh (EUR million)", "EUR million"),  # what is in brackets comes first
        ("Figure 2. Sales of kites, boats and drums", None),
    ],
)
def test_a_title_may_name_the_unit_behind_what_it_is_about(title: str, unit: str | None) -> None:
    found = only(chart().text(title, 60, 180, bold=True, align="left"))
    assert (found.title, found.unit_as_printed) == (title, unit)


def test_a_bare_number_in_the_margin_with_its_name_in_another_look_and_the_unit_under_that() -> None:
    d = set_in(("Figure 2", True))
    for line, y in (("Sales of kites", 216), ("by region", 227)):
        d.text(line, 20, y, size=10, align="left")
    found = only(d.text("EUR million", 20, 245, size=6, align="left"))
    assert (found.title, found.unit_as_printed) == ("Figure 2 Sales of kites by region", "EUR million")


def test_a_bare_number_in_the_margin_may_have_a_unit_and_no_name() -> None:
    found = only(set_in(("Figure 2", True), ("EUR million", False)))
    assert (found.title, found.unit_as_printed) == ("Figure 2", "EUR million")


@pytest.mark.parametrize("unit", ["MW", "kilns (left), EUR (right)"])
def test_a_unit_centred_under_a_centred_title_high_over_the_chart(unit: str) -> None:
    d = chart().text("Sales of kites and boats", 180, 142, size=10, bold=True).text(unit, 180, 153, size=7)
    assert only(d).unit_as_printed == unit


@pytest.mark.parametrize(("word", "unit"), [("tonnes.", None), ("tonnes", "tonnes")])
def test_the_last_word_of_a_paragraph_is_no_unit(word: str, unit: str | None) -> None:
    d = chart().text("Figure 2. Sales by region", 180, 160, bold=True)
    assert only(d.text(word, 60, 176, align="left")).unit_as_printed == unit


def test_a_piece_of_a_line_of_prose_is_no_unit() -> None:
    d = chart().text("Figure 2. Sales by region", 60, 184, bold=True, align="left")
    for piece, x in (("taking 7.28", 60), ("RMB per USD", 110), ("as before", 165)):
        d.text(piece, x, 170, size=8, align="left")
    assert only(d).unit_as_printed is None


def test_a_caption_whose_bracket_is_closed_in_the_next_line() -> None:
    d = chart().text("Figure 2. Sales by region (in", 60, 166, align="left")
    found = only(d.text("EUR million)", 60, 176, align="left"))
    assert (found.title, found.unit_as_printed) == ("Figure 2. Sales by region (in EUR million)", "in EUR million")


def test_captions_stand_below_where_more_of_them_stand_there_than_above() -> None:
    d = Drawing(width=400, height=400).text("The regions", 200, 40, size=12, bold=True)
    d.images += [Box(50, 60, 350, 160), Box(50, 184, 350, 290)]
    d.text("Figure 1: Sales by region", 200, 176).text("Figure 2: Costs by region", 200, 302)
    assert [c.title for c in d.charts()] == ["Figure 1: Sales by region", "Figure 2: Costs by region"]


@pytest.mark.parametrize(
    ("note", "size", "unit"),
    [
        ("Note: In EUR million unless stated otherwise. Source: own survey", 8, "EUR million"),
        ("Thousand tonnes, end of year. Makers' own survey", 6, "Thousand tonnes"),
        ("Thousand tonnes, end of year. They are many", 8, None),  # a paragraph
    ],
)
def test_the_unit_in_a_note_at_the_foot(note: str, size: float, unit: str | None) -> None:
    d = chart().text("Figure 2. Sales by region", 60, 180, bold=True, align="left")
    prose(d, "Kites are sold in each of the regions, and most of them in the south.", top=390)
    assert only(d.text(note, 60, 330, size=size, align="left")).unit_as_printed == unit


def test_a_chart_without_an_axis_looks_farther_up_for_its_title() -> None:
    d = Drawing(width=500).text("Sales of kites", 180, 90, size=10, bold=True)
    for i, value in enumerate((40, 120, 90)):
        d.rect(80 + 80 * i, 300 - value, 104 + 80 * i, 300, BLUE).text(str(value), 92 + 80 * i, 292 - value)
        d.text(str(2022 + i), 92 + 80 * i, 310)
    assert only(d).title == "Sales of kites"


@pytest.mark.parametrize(
    ("x", "title"),
    [
        (290, "Figure 4. Sales of kites"),  # behind it in its row
        (420, "Figure 4."),  # too far off to be its name
    ],
)
def test_the_name_behind_a_number_may_reach_beyond_a_small_chart(x: float, title: str) -> None:
    d = Drawing(width=600, height=400).value_axis(200, 300, 50, ["0", "50", "100"], 290)
    for i, value in enumerate((40, 75, 90)):
        left = 210 + 26 * i
        d.rect(left, 300 - value, left + 16, 300, BLUE).text(str(value), left + 8, 292 - value)
        d.text(f"E{i}", left + 8, 310)
    d.text("Figure 4.", 240, 184, align="left", bold=True)
    assert only(d.text("Sales of kites", x, 184, align="left")).title == title


def test_a_caption_from_the_margin_is_that_of_the_upper_of_two_charts() -> None:
    d = Drawing(width=600, height=600)
    for base in (300, 520):
        d.value_axis(250, base, 50, ["0", "50", "100"], 520)
        for i, value in enumerate((40, 75, 90)):
            x = 280 + 80 * i
            d.rect(x, base - value, x + 24, base, BLUE).text(str(value), x + 12, base - 8 - value)
            d.text(("East", "West", "South")[i], x + 12, base + 10)
    d.text("Figure 2. Sales of the kites that are made of silk or paper", 20, 172, align="left", bold=True)
    titles = {c.box.top < 300: c.title for c in d.charts()}
    assert titles == {True: "Figure 2. Sales of the kites that are made of silk or paper", False: None}

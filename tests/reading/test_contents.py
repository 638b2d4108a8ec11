"""Contents pages: entries with their pages behind, before or beside the titles."""

from __future__ import annotations

import pytest

from wpextract.reading.contents import contents_of
from wpextract.reading.model import Block, Box

TITLES = ("Market", "Cranes", "Harbours", "Outlook")
PAGES = (3, 5, 9, 13)


def printed(*texts: str, page: int = 2, heading: str = "Contents") -> list[Block]:
    return [Block(f"b{page}{n}", page, "paragraph", n, text, None, ()) for n, text in enumerate((heading, *texts))]


def placed(*cells: tuple[float, float, str]) -> list[Block]:
    """Texts with the left edge and the top of each, twelve points high and five wide for each letter."""
    boxes = [Box(x, top, x + 5 * len(text), top + 12) for x, top, text in cells]
    return [Block(f"b{n}", 2, "paragraph", n, c[2], b, ()) for n, (c, b) in enumerate(zip(cells, boxes, strict=True))]


def listed(blocks: list[Block]) -> list[tuple[str, int]]:
    return [(e.title, e.page) for e in contents_of(blocks).entries]


@pytest.mark.parametrize(
    "line",
    [
        "{t} {p}",
        "{t} ........ {p}",
        "{p} {t}",
        "{p}  {n} {t}",
        "{n} {t} — {p}",
        "{t} / P{p}",
        "{t}……第{p}页",
        "{t} ({p})",
    ],
)
@pytest.mark.parametrize("heading", ["Contents", "0 目次", "目录 CONTENTS", "TABLE OF CONTENTS"])
def test_a_page_number_stands_behind_a_title_or_in_front(line: str, heading: str) -> None:
    lines = [line.format(t=t, p=p, n=n) for n, (t, p) in enumerate(zip(TITLES, PAGES, strict=True), 1)]
    found = listed(printed(*lines, heading=heading))
    assert [page for _, page in found] == list(PAGES)
    assert [title.lstrip("1234 ") for title, _ in found] == list(TITLES)


@pytest.mark.parametrize("order", ["above", "below"])
def test_a_page_number_stands_on_the_line_above_its_title_or_below(order: str) -> None:
    pairs = [(t, f"P{p:02}") for t, p in zip(TITLES, PAGES, strict=True)]
    lines = [x for t, p in pairs for x in ((p, t) if order == "above" else (t, p))]
    assert listed(printed(*lines)) == list(zip(TITLES, PAGES, strict=True))


@pytest.mark.parametrize("number_x", [20, 300])
def test_a_column_of_page_numbers_stands_left_or_right_of_the_titles(number_x: float) -> None:
    rows = [(80.0 + 20 * n, t, str(p)) for n, (t, p) in enumerate(zip(TITLES, PAGES, strict=True))]
    cells = [(number_x, top, p) for top, _, p in rows] + [(80.0, top, t) for top, t, _ in rows]
    leaders = [(180.0, top, "- - - -") for top, _, _ in rows]
    assert listed(placed((80, 40, "Contents"), *cells, *leaders)) == list(zip(TITLES, PAGES, strict=True))


def test_what_stands_between_a_title_and_its_page_goes_on_about_it() -> None:
    told = ("Who buys", "Who lifts", "Who lands", "What comes")
    rows = [(80.0 + 20 * n, *row) for n, row in enumerate(zip(TITLES, told, PAGES, strict=True))]
    cells = [c for top, t, more, p in rows for c in ((80.0, top, t), (200.0, top, more), (400.0, top, str(p)))]
    assert listed(placed((80, 40, "Contents"), *cells)) == list(zip(TITLES, PAGES, strict=True))


def test_of_two_numbers_beside_a_title_the_outer_is_its_page() -> None:
    rows = [(80.0 + 20 * n, t, str(p), str(n + 1)) for n, (t, p) in enumerate(zip(TITLES, PAGES, strict=True))]
    cells = [c for top, t, p, n in rows for c in ((20.0, top, p), (50.0, top, n), (80.0, top, t))]
    assert listed(placed((80, 40, "Contents"), *cells)) == list(zip(TITLES, PAGES, strict=True))


@pytest.mark.parametrize("letters", [("A", "B", "C", "D"), ("A.", "B.", "C.", "D."), ("I", "II", "III", "IV")])
def test_the_letter_of_a_chapter_beside_its_title_is_none(letters: tuple[str, ...]) -> None:
    rows = [(80.0 + 20 * n, *row) for n, row in enumerate(zip(letters, TITLES, PAGES, strict=True))]
    cells = [c for top, x, t, p in rows for c in ((50.0, top, x), (80.0, top, t), (300.0, top, str(p)))]
    assert listed(placed((80, 40, "Contents"), *cells)) == list(zip(TITLES, PAGES, strict=True))


def test_numbers_of_chapters_name_no_pages() -> None:
    assert listed(printed("1 Market", "2 Cranes", "3 Harbours", "4 Outlook", "5 Method", "6 Sources")) == []


def test_contents_go_on_where_the_page_before_ended() -> None:
    second = printed("Quays 15", "Tugs 17", "Pilots 19", "Locks 21", "Ropes 22", "Buoys 23", page=3, heading="More")
    found = contents_of([*printed(*(f"{t} {p}" for t, p in zip(TITLES, PAGES, strict=True))), *second])
    assert (found.pages, len(found.entries)) == ((2, 3), 10)


def test_figures_in_front_of_what_they_count_are_no_pages() -> None:
    points = (
        "10 yards built",
        "15 quays moved",
        "20 tugs sank",
        "30 locks opened",
        "42 ports joined",
        "61 cranes turned",
    )
    assert listed(printed(*points, heading="Key points")) == []


def test_a_year_behind_a_label_is_no_page() -> None:
    cards = [f"{title} in {year}" for title, year in zip(TITLES, (2021, 2022, 2023, 2024), strict=True)]
    lines = [f"{t} {p}" for t, p in zip(TITLES, PAGES, strict=True)]
    assert [page for _, page in listed([*printed(*lines), *printed(*cards, page=3, heading="Summary")])] == list(PAGES)


def test_a_chapter_numeral_in_a_column_of_its_own_belongs_to_the_title() -> None:
    cells = [(70.0, 80.0, "目录")]
    for n, (numeral, title, page) in enumerate(zip("一二三四", TITLES, PAGES, strict=True)):
        top = 120.0 + 30 * n
        cells += [(70.0, top, numeral), (120.0, top, title), (400.0, top, str(page))]
    assert listed(placed(*cells)) == [(f"{n} {t}", p) for n, t, p in zip("一二三四", TITLES, PAGES, strict=True)]


def test_page_numbers_before_the_chapters_though_a_longer_list_of_figures_has_them_behind() -> None:
    cells = [(70.0, 80.0, "Contents")]
    for n, (title, page) in enumerate(zip(TITLES, PAGES, strict=True)):
        cells += [(70.0, 120.0 + 30 * n, f"{page:02}"), (120.0, 120.0 + 30 * n, title)]
    for n in range(8):
        cells += [(70.0, 300.0 + 20 * n, f"Figure {n + 1} Tides"), (400.0, 300.0 + 20 * n, str(n + 3))]
    assert listed(placed(*cells)) == list(zip(TITLES, PAGES, strict=True))


def test_a_numbered_list_of_exhibits_stands_below_under_its_own_heading() -> None:
    cells = [(70.0, 80.0, "Contents")]
    for n, title in enumerate(TITLES):
        cells.append((70.0, 120.0 + 20 * n, title))
    cells.append((70.0, 260.0, "Exhibits"))
    for n in range(6):
        cells.append((70.0, 290.0 + 20 * n, f"{n + 1} Tides"))
    for n, page in enumerate(PAGES):
        cells.append((400.0, 120.0 + 20 * n, str(page)))
    for n in range(6):
        cells.append((400.0, 290.0 + 20 * n, str(n + 3)))
    assert listed(placed(*cells)) == list(zip(TITLES, PAGES, strict=True))


def test_lines_of_leaders_that_were_read_as_one() -> None:
    titles = " ".join(f"{t} {'·' * 20}" for t in TITLES)
    assert listed(printed(titles, *map(str, PAGES))) == list(zip(TITLES, PAGES, strict=True))

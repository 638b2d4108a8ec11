"""The report in a real browser: offline, inert, and every number a click away from its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from wpextract.extraction import Rejected
from wpextract.reading.model import Page
from wpextract.reporting import report, write_report

from .values import HEIGHT, HOSTILE, NUMBER, WIDTH, draw_pdf, extraction

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-quic",
]  # fmt: skip


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    pdf = draw_pdf(folder / "source.pdf")
    documents = [extraction(), extraction(HOSTILE, identity="hostile-1"), extraction(kind="text", identity="dump-1")]
    rejected = [Rejected(HOSTILE, "not_a_pdf", "it does not start like a PDF", "Export it again.")]
    sources = {"paper-12345678": pdf, "hostile-1": pdf}
    write_report(documents, rejected, sources, folder / "report", "20260101T000000Z-aaaaaaaa", ["gone.pdf"])
    return folder / "report"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip("chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


class Visit:
    """A page open in the browser, with what it asked of the network and what it complained about."""

    def __init__(self, browser: Any, path: Path, **options: Any) -> None:
        self.page = browser.new_page(viewport={"width": 1200, "height": 900}, **options)
        self.outside: list[str] = []
        self.complaints: list[str] = []
        self.page.route("http*://**", lambda route: (self.outside.append(route.request.url), route.abort()))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())


def test_pages_open_offline_without_a_request_or_a_complaint(reports: Path, browser: Any) -> None:
    for path in sorted(reports.glob("*.html")):
        visit = Visit(browser, path)
        visit.page.wait_for_load_state("networkidle")
        assert (visit.outside, visit.complaints) == ([], []), path.name
        assert visit.page.evaluate("[...document.images].every(i => i.loading === 'lazy' || i.naturalWidth > 0)")


def test_hostile_text_is_shown_and_does_nothing(reports: Path, browser: Any) -> None:
    visit = Visit(browser, reports / "hostile-1.html")
    assert visit.page.evaluate("window.hacked") is None
    assert visit.page.locator("script").count() == 1
    assert "<script>window.hacked=1</script>" in visit.page.locator("h1").inner_text()
    assert "\u202e" not in (reports / "hostile-1.html").read_text("utf-8")
    assert "\x07" not in (reports / "hostile-1.html").read_text("utf-8")


def test_a_finding_leads_to_its_number_on_the_page(reports: Path, browser: Any) -> None:
    page = Visit(browser, reports / "index.html").page
    page.get_by_text("6,157 should be RMB 615.7 billion").first.click()
    card = page.locator("article.finding")
    assert card.locator("svg.numberline").is_visible() and card.locator(".exhibit").count() == 2
    card.locator("a.crop-link").first.click()
    mark = page.locator("#viewer .hit").bounding_box()
    shown = page.locator("#viewer svg").bounding_box()
    scale = shown["width"] / 400
    assert mark["x"] - shown["x"] == pytest.approx((NUMBER.x0 - 2) * scale, abs=3)
    assert mark["y"] - shown["y"] == pytest.approx((NUMBER.top - 1.5) * scale, abs=3)
    page.get_by_role("button", name="Close").click()
    assert not page.locator("#viewer").is_visible()


def test_facts_are_searched_filtered_and_sorted(reports: Path, browser: Any) -> None:
    page = Visit(browser, reports / "paper-12345678.html").page
    rows = page.locator("#fact-table tbody tr:visible")
    assert rows.count() == 3
    page.fill("#fact-search", "share 42%")
    assert rows.count() == 1
    page.fill("#fact-search", "")
    page.select_option("#fact-source", "chart")
    assert rows.count() == 1 and "corrected" in rows.first.inner_text()
    page.select_option("#fact-source", "")
    page.get_by_role("button", name="Value").click()
    assert "42%" in rows.first.inner_text()


def test_the_page_reads_without_scripts(reports: Path, browser: Any) -> None:
    page = Visit(browser, reports / "paper-12345678.html", java_script_enabled=False).page
    assert page.locator("#fact-table tbody tr").count() == 3 and not page.locator("#fact-search").is_visible()
    page.locator("a.crop-link").first.click()
    assert page.url.endswith("#page-1")


def test_a_text_dump_gives_the_sentence_with_its_number_marked(reports: Path) -> None:
    page = (reports / "dump-1.html").read_text("utf-8")
    assert "Market size reached <mark>RMB 615.7 billion</mark> in 2024." in page


def test_the_index_says_what_was_rejected_and_what_to_do(reports: Path) -> None:
    index = (reports / "index.html").read_text("utf-8")
    assert "Export it again." in index and "gone.pdf" in index and "20260101T000000Z-aaaaaaaa" in index
    assert "<img src=x" not in index


def test_the_same_release_gives_the_same_bytes(tmp_path: Path) -> None:
    pdf = draw_pdf(tmp_path / "source.pdf")
    for name in ("a", "b"):
        write_report([extraction()], [], {"paper-12345678": pdf}, tmp_path / name)
    first = {p.relative_to(tmp_path / "a"): p.read_bytes() for p in (tmp_path / "a").rglob("*") if p.is_file()}
    again = {p.relative_to(tmp_path / "b"): p.read_bytes() for p in (tmp_path / "b").rglob("*") if p.is_file()}
    assert first == again and Path("paper-12345678/page-001.webp") in first


def test_the_picture_of_a_page_drawn_sideways_is_upright(tmp_path: Path) -> None:
    read = extraction()
    page = Page(1, HEIGHT, WIDTH, (), turned=90)
    paper = replace(read, document=replace(read.document, pages=(page,)))
    write_report([paper], [], {"paper-12345678": draw_pdf(tmp_path / "source.pdf")}, tmp_path / "report")
    with Image.open(tmp_path / "report" / "paper-12345678" / "page-001.webp") as image:
        assert image.height / image.width == pytest.approx(WIDTH / HEIGHT, abs=0.01)


def test_names_that_are_no_file_names_stay_inside_the_report(tmp_path: Path) -> None:
    write_report([extraction(identity="../../evil")], [], {}, tmp_path / "report")
    assert {p.parent for p in tmp_path.rglob("*.html")} == {tmp_path / "report"}


def test_a_document_that_cannot_be_drawn_costs_its_page_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = report.document_view

    def faulty(document: Any) -> Any:
        if document.document.document_id == "odd-1":
            raise KeyError("axis")
        return drawn(document)

    monkeypatch.setattr(report, "document_view", faulty)
    index = write_report([extraction(identity="odd-1"), extraction(kind="text")], [], {}, tmp_path)
    assert {p.name for p in tmp_path.glob("*.html")} == {"index.html", "paper-12345678.html"}
    assert "its data are published, its page could not be drawn" in index.read_text("utf-8")

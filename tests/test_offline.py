"""Data Docs and the report of a real release, opened from disk in a browser that reaches no network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import SAMPLE
from wpextract.extraction import Extraction
from wpextract.publishing import Source, publish
from wpextract.publishing.contracts import DATASETS
from wpextract.reporting import write_report

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-quic",
]  # fmt: skip
pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="needs the browser chromium")]


@pytest.fixture(scope="module")
def release(sample: Extraction, tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = Source(SAMPLE, sample.document.sha256, sample.document.bytes, sample)
    published = publish(tmp_path_factory.mktemp("output"), [source], write_report, run={})
    assert published.release is not None
    return published.release


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


class Watched:
    """A page that notes what it asks of the network and what goes wrong on it."""

    def __init__(self, browser: Browser) -> None:
        self.page: Page = browser.new_page()
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.page.route("http*://**", lambda route: (self.outside.append(route.request.url), route.abort()))
        self.page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else self.outside.append(r.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)

    def open(self, path: Path) -> Page:
        self.page.goto(path.as_uri(), wait_until="load")
        return self.page

    def assert_quiet(self) -> None:
        assert (self.outside, self.errors) == ([], [])


def test_data_docs_open_offline_and_lead_to_each_suite(release: Path, browser: Browser) -> None:
    watched = Watched(browser)
    page = watched.open(release / "data_docs" / "index.html")
    watched.assert_quiet()
    assert page.locator("tbody tr").count() == len(DATASETS)
    assert all(page.get_by_role("cell", name=name, exact=True).is_visible() for name in DATASETS)
    targets = page.eval_on_selector_all("a[href$='.html']", "links => links.map(a => a.href)")
    validations = sorted({t for t in targets if "/validations/" in t})
    assert len(validations) == len(DATASETS)
    for target in (*validations, *sorted({t for t in targets if "/expectations/" in t})):
        page.goto(target)
        watched.assert_quiet()
        assert len(page.inner_text("body")) > 200
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1")
    page.goto(next(t for t in validations if "/facts/" in t))
    shown = page.inner_text("body")
    assert "confidence" in shown and "values must" in shown
    page.close()


def test_the_report_opens_offline(release: Path, browser: Browser) -> None:
    watched = Watched(browser)
    page = watched.open(release / "report" / "index.html")
    page.click("a[href$='.html']")
    page.wait_for_load_state("load")
    assert "cold-chain" in page.url
    assert len(page.inner_text("main, body")) > 2000
    watched.assert_quiet()
    page.close()

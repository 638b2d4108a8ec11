"""The sample is what its script draws; what is planted in it is wrong and all else is right."""

from __future__ import annotations

import re
from collections import Counter

import pdfplumber
import pytest

from tests.conftest import SAMPLE
from tests.sample_document import content as c
from tests.sample_document.content import CONSISTENT, Planted
from tests.sample_document.truth import MARK, OUTPUT, lines, plain, relations


def test_the_script_draws_the_same_bytes() -> None:
    pytest.importorskip("reportlab", reason="needs the `sample` dependency group")
    pytest.importorskip("matplotlib", reason="needs the `sample` dependency group")
    from tests.sample_document import build

    if not build.HAN_FONT.exists():
        pytest.skip("needs Debian's fonts-wqy-zenhei")
    assert build.build(Planted()) == SAMPLE.read_bytes()


def test_it_is_small_and_one_page_is_turned() -> None:
    with pdfplumber.open(SAMPLE) as pdf:
        assert len(pdf.pages) == len(c.PAGES)
        turned = [page.page_number for page in pdf.pages if page.rotation]
    assert turned == [c.page("corridors")]
    assert SAMPLE.stat().st_size < 1_000_000


def test_what_is_planted_fails_and_nothing_else() -> None:
    causes = Counter((r.rule, r.cause) for r in relations(Planted()) if r.status == "fails")
    assert sorted(causes) == [
        ("bounds", "floor"),
        ("cagr", "cagr_forecast"),
        ("chart_geometry", "drawn_too_high"),
        ("difference", "utilisation_gain"),
        ("fx_plausibility", "dollars"),
        ("growth_rate", "growth_2024"),
        ("growth_rate", "pharma_2024"),
        ("multiple", "multiple"),
        ("part_whole_sum", "fleet_total"),
        ("product_or_share_of", "five_share"),
        ("product_or_share_of", "fleet_total"),
        ("range_dash_lost", "lost_dash"),
        ("restated_value", "cagr_forecast"),
        ("restated_value", "enterprises_again"),
        ("restated_value", "growth_2024"),
        ("restated_value", "pharma_2024"),
        ("restated_value", "utilisation_zh"),
        ("share_sum", "frozen_share"),
        ("superlative", "largest"),
        ("temporal", "utilisation_years"),
        ("text_vs_chart", "pharma_2024"),
        ("toc_structure", "abridged_contents"),
        ("unit_scale_mismatch", "corridor_unit"),
        ("unit_scale_mismatch", "market_unit"),
        ("unit_scale_mismatch", "operator_revenue"),
    ]
    planted = {f for f in Planted.__dataclass_fields__ if getattr(Planted(), f) != getattr(CONSISTENT, f)}
    assert planted == set(Planted.__dataclass_fields__) == {cause for _, cause in causes}


def test_the_consistent_figures_agree() -> None:
    checked = relations(CONSISTENT)
    assert [r for r in checked if r.status == "fails"] == []
    assert len(checked) > 150


def test_no_number_of_the_prose_is_unmarked() -> None:
    """Numbers outside marks are years and footnotes."""
    for paragraphs in c.prose(Planted()).values():
        for text in paragraphs:
            rest = re.sub(r"(?:19|20)\d\d|\^\d", "", MARK.sub("", text))
            assert not re.search(r"\d", rest), plain(text)


@pytest.mark.parametrize("name", sorted(lines(Planted())))
def test_the_written_truth_is_that_of_the_figures(name: str) -> None:
    assert (OUTPUT / name).read_text("utf-8") == lines(Planted())[name]

"""The sample is what its script draws; what is planted in it is wrong and all else is right."""

from __future__ import annotations

import pdfplumber
import pytest

from tests.conftest import SAMPLE
from tests.sample_document.content import CONSISTENT, Planted
from tests.sample_document.truth import OUTPUT, lines, relations


def test_the_script_draws_the_same_bytes() -> None:
    pytest.importorskip("reportlab", reason="needs the `sample` dependency group")
    pytest.importorskip("matplotlib", reason="needs the `sample` dependency group")
    from tests.sample_document import build

    if not build.HAN_FONT.exists():
        pytest.skip("needs Debian's fonts-wqy-zenhei")
    assert build.build(Planted()) == SAMPLE.read_bytes()


def test_it_has_thirteen_pages_and_is_small() -> None:
    with pdfplumber.open(SAMPLE) as pdf:
        assert len(pdf.pages) == 13
    assert SAMPLE.stat().st_size < 1_000_000


def test_what_is_planted_fails_and_nothing_else() -> None:
    assert [(r.rule, r.pages) for r in relations(Planted()) if r.status == "fails"] == [
        ("unit_scale_mismatch", (4,)),
        ("growth_rate", (4,)),
        ("cagr", (12,)),
        ("multiple", (4,)),
        ("share_sum", (6,)),
        ("superlative", (7,)),
        ("part_whole_sum", (8,)),
        ("text_vs_chart", (9,)),
        ("difference", (10,)),
        ("restated_value", (3, 11)),
        ("unit_scale_mismatch", (11,)),
    ]


def test_the_consistent_figures_agree() -> None:
    assert [r for r in relations(CONSISTENT) if r.status == "fails"] == []


def test_the_written_truth_is_that_of_the_figures() -> None:
    assert OUTPUT.read_text() == lines(Planted())

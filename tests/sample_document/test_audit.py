"""What is planted in the sample is found; the repaired sample is quiet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SAMPLE
from tests.sample_document.content import CONSISTENT, Planted
from tests.sample_document.truth import Relation, relations
from wpextract.consistency.model import Finding
from wpextract.extraction import Extraction

RULES = {  # planted -> rules that may rightly report it, and what the report must name
    "abridged_contents": ({"toc_structure"}, "28"),
    "utilisation_zh": ({"restated_value", "text_vs_chart"}, "72.1"),
    "market_unit": ({"unit_scale_mismatch"}, "1,845"),
    "growth_2024": ({"growth_rate"}, "17.9"),
    "multiple": ({"multiple"}, "2.6"),
    "dollars": ({"fx_plausibility"}, "29.5"),
    "frozen_share": ({"share_sum"}, "44"),
    "largest": ({"superlative"}, "31.2"),
    "five_share": ({"product_or_share_of"}, "49.4"),
    "fleet_total": ({"part_whole_sum", "product_or_share_of"}, "417.3"),
    "pharma_2024": ({"text_vs_chart", "restated_value", "growth_rate"}, "75.8"),
    "utilisation_gain": ({"difference"}, "8.2"),
    "utilisation_years": ({"temporal"}, "2023"),
    "drawn_too_high": ({"chart_geometry"}, "91"),
    "operator_revenue": ({"unit_scale_mismatch", "restated_value"}, "70.4"),
    "enterprises_again": ({"restated_value"}, "12,840"),
    "corridor_unit": ({"unit_scale_mismatch"}, "8,240"),
    "cagr_forecast": ({"cagr"}, "16.2"),
    "floor": ({"bounds", "restated_value"}, "190"),
    "lost_dash": ({"range_dash_lost"}, "40–60"),
}


def failing(extraction: Extraction) -> list[Finding]:
    return [f for f in extraction.findings if f.status == "fails"]


def text(finding: Finding) -> str:
    return f"{finding.statement} {finding.computation} {finding.diagnosis}"


def tells(finding: Finding, planted: str) -> bool:
    rules, printed = RULES[planted]
    return finding.rule in rules and printed in text(finding)


def test_every_plant_is_asked_for() -> None:
    assert set(RULES) == set(Planted.__dataclass_fields__)


MISSED = ("largest", "floor")


@pytest.mark.parametrize(
    "planted",
    [
        pytest.param(p, marks=pytest.mark.xfail(strict=False, reason="not yet linked")) if p in MISSED else p
        for p in RULES
    ],
)
def test_what_is_planted_is_found(sample: Extraction, planted: str) -> None:
    assert any(tells(f, planted) for f in failing(sample))


def follows(finding: Finding, causes: list[Relation]) -> bool:
    """A failure that stands on a planted number's pages and names two of the numbers of a true failure."""
    said = text(finding).replace(",", "")
    for cause in causes:
        if set(cause.pages) & set(finding.pages):
            named = sum(
                m.text.replace(",", "").split()[-1] in said or m.text.replace(",", "") in said for m in cause.members
            )
            if named >= min(2, len(cause.members)):
                return True
    return False


def test_nothing_else_is_an_error_or_a_warning(sample: Extraction) -> None:
    causes = [r for r in relations(Planted()) if r.status == "fails"]
    loud = [f for f in failing(sample) if f.severity in ("error", "warning")]
    false = [f for f in loud if not any(tells(f, planted) for planted in RULES) and not follows(f, causes)]
    assert [f.statement for f in false] == []


def test_the_repaired_sample_is_quiet(tmp_path: Path) -> None:
    pytest.importorskip("reportlab", reason="needs the `sample` dependency group")
    pytest.importorskip("matplotlib", reason="needs the `sample` dependency group")
    from tests.sample_document import build
    from wpextract.pipeline import extract
    from wpextract.publishing.raw import settings_for

    if not build.HAN_FONT.exists():
        pytest.skip("needs Debian's fonts-wqy-zenhei")
    path = tmp_path / "consistent.pdf"
    path.write_bytes(build.build(CONSISTENT))
    loud = [f for f in failing(extract(path, settings_for(SAMPLE))) if f.severity in ("error", "warning")]
    assert [f.statement for f in loud] == []

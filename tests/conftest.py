"""Shared by all tests: the sample document, read and checked once."""

from __future__ import annotations

from pathlib import Path

import pytest

from wpextract.extraction import Extraction

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "raw" / "cold-chain-white-paper.pdf"


@pytest.fixture(scope="session")
def sample() -> Extraction:
    """The sample white paper as extracted, settings beside it included."""
    from wpextract.pipeline import extract
    from wpextract.publishing.raw import settings_for

    return extract(SAMPLE, settings_for(SAMPLE))

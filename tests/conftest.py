"""Shared by all tests: the sample document, read and checked once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from wpextract.extraction import Extraction

# the same examples each time, and no verdict that hangs on how busy the machine is
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "raw" / "cold-chain-white-paper.pdf"


@pytest.fixture(scope="session")
def sample() -> Extraction:
    """The sample white paper as extracted, settings beside it included."""
    from wpextract.pipeline import extract
    from wpextract.publishing.raw import settings_for

    return extract(SAMPLE, settings_for(SAMPLE))

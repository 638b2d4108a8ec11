"""The flow with Prefect's own server: the same rows as without it, bad input beside good."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import flows  # noqa: F401  (before prefect)
from tests.conftest import SAMPLE
from tests.pages import make_pdf, text_at
from wpextract.extraction import Extraction
from wpextract.publishing.records import rows_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("prefect")]


@pytest.fixture(scope="module", autouse=True)
def prefect() -> Iterator[None]:
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


def test_the_flow_publishes_what_extract_gives(sample: Extraction, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    from flows.run import publish_white_papers

    raw = tmp_path / "raw"
    raw.mkdir()
    shutil.copy(SAMPLE, raw)
    shutil.copy(SAMPLE.with_suffix(".yaml"), raw)
    shutil.copy(SAMPLE, raw / "copy.pdf")
    (raw / "word.pdf").write_bytes(b"PK not a pdf")
    make_pdf(raw / "small.pdf", text_at((40, 500, "Sales reached RMB 12.5 million in 2024.")))
    (raw / "small.yaml").write_text("titel: typing error\n", "utf-8")
    published = publish_white_papers(str(raw), str(tmp_path / "out"))
    assert published.release is not None
    statuses = {d["source_name"]: (d["status"], (d["reason"] or "").split(":")[0]) for d in published.documents}
    assert (
        statuses
        == {
            "cold-chain-white-paper.pdf": ("published", ""),
            "copy.pdf": ("published", ""),
            "small.pdf": ("rejected", "bad_settings"),
            "word.pdf": ("rejected", "not_a_pdf"),
        }
        or statuses["copy.pdf"] == ("rejected", "duplicate")
        or statuses["cold-chain-white-paper.pdf"][1] == "duplicate"
    )
    (path,) = (published.release / "facts").glob("cold-chain*.parquet")
    assert pq.read_table(path).num_rows == len(rows_of(sample)["facts"])
    assert published.report and published.report.exists()

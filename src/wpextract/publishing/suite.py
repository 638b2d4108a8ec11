"""Great Expectations over the staged Parquet: the written bytes are held to the contracts, Data Docs built beside them.

Data Docs as GX makes them load styles, scripts and a tracking picture from elsewhere; here those are taken out.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow
import pyarrow.dataset
import pyarrow.parquet

from wpextract.publishing.contracts import Contract, contracts, expectations

_OUTSIDE = re.compile(
    r"<script\b[^>]*\bsrc\s*=\s*[\"']?(?:https?:)?//[^>]*>\s*</script>|<link\b[^>]*\bhref\s*=\s*[\"']?(?:https?:)?//[^>]*>"
    r"|<img\b[^>]*\bsrc\s*=\s*[\"']?(?:https?:)?//[^>]*>|@import\s+url\([\"']?https?:[^)]*\);?",
    re.IGNORECASE,
)
_STYLE = """<meta http-equiv="Content-Security-Policy" content="default-src 'self' 'unsafe-inline' data:">
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2733}
table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #d5dbe1;padding:.3rem .6rem;text-align:left}
a{color:#0b5cad}.cooltip,.modal,.navbar-toggler{display:none}.badge{border:1px solid #889;border-radius:4px}
</style></head>"""


def validate_staged(stage: Path, docs: Path) -> list[str]:
    """The expectations that the staged files fail, a line each; writes Data Docs to `docs`."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as scratch:
        warnings.simplefilter("ignore")
        import great_expectations as gx
        from great_expectations.data_context.types.base import ProgressBarsConfig

        context: Any = gx.get_context(mode="file", project_root_dir=scratch)
        context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
        source = context.data_sources.add_pandas("staged")
        failures: list[str] = []
        for name, contract in contracts().items():
            folder = stage / name
            if not folder.is_dir():
                continue
            frame = _frame(folder, contract)
            if isinstance(frame, str):
                failures.append(f"{name}: {frame}")
                continue
            suite = context.suites.add(gx.ExpectationSuite(name=name, expectations=expectations(contract)))
            batch = source.add_dataframe_asset(name).add_batch_definition_whole_dataframe("release")
            definition = gx.ValidationDefinition(name=name, data=batch, suite=suite)
            context.validation_definitions.add(definition)
            checkpoint = context.checkpoints.add(
                gx.Checkpoint(name=name, validation_definitions=[definition], result_format="BASIC")
            )
            result = checkpoint.run(batch_parameters={"dataframe": frame})
            for outcome in result.run_results.values():
                failures += [_line(name, r) for r in outcome.results if not r.success]
        context.build_data_docs()
        site = next(Path(scratch).rglob("local_site"))
        shutil.copytree(site, docs)
    for page in docs.rglob("*.html"):
        page.write_text(_OUTSIDE.sub("", page.read_text("utf-8")).replace("</head>", _STYLE, 1), "utf-8")
    return failures


def _frame(folder: Path, contract: Contract) -> pd.DataFrame | str:
    """The dataset as written, nested columns as text, for GX compares no lists; or why it cannot be read as declared."""
    try:
        for path in sorted(folder.glob("*.parquet")):
            if not pyarrow.parquet.read_schema(path).equals(contract.arrow(), check_metadata=True):
                return f"its columns in {path.name} are not those of the contract"
        frame: pd.DataFrame = pyarrow.dataset.dataset(folder, format="parquet").to_table().to_pandas()
    except pyarrow.ArrowException as error:
        return " ".join(f"it cannot be read ({error})".split())[:300]
    nested = [field.name for field in contract.arrow() if pyarrow.types.is_nested(field.type)]
    return frame.assign(**{c: frame[c].astype(str) for c in nested})


def _line(name: str, result: Any) -> str:
    config = result.expectation_config
    values = (result.result or {}).get("partial_unexpected_list") or []
    error = (result.exception_info or {}).get("exception_message") or ""
    column = config.kwargs.get("column") or config.kwargs.get("column_A") or ""
    return f"{name}.{column}: {config.type} fails {str(values[:3])[:160]} {str(error)[:200]}".strip()

"""Great Expectations over the staged Parquet: the written bytes are held to the contracts, Data Docs built beside them.

Data Docs as GX makes them load styles, scripts and a tracking picture from elsewhere. Here they stand on their own: without
scripts, with a style and a first page of ours.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import tempfile
import warnings
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pandas as pd
import pyarrow
import pyarrow.dataset
import pyarrow.parquet

from wpextract.publishing.contracts import Contract, contracts, expectations

# scripts need jquery and bootstrap from elsewhere, the banner at the foot invites to a service
_UNWANTED = re.compile(
    r"<script\b.*?</script\s*>|<link\b[^>]*\bhref\s*=\s*[\"']?(?:https?:)?//[^>]*>|<footer\b.*?</footer>"
    r"|<img\b[^>]*\bsrc\s*=\s*[\"']?(?:https?:)?//[^>]*>|@import\s+url\([\"']?https?:[^)]*\);?"
    r"|<(?:button|a)\b[^>]*\b(?:data-toggle|onclick)\b.*?</(?:button|a)>|\bon[a-z]+\s*=\s*\"[^\"]*\"",
    re.IGNORECASE | re.DOTALL,
)
_POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'"
_STYLE = f"""<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<style>body{{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2733;
background:#fff;overflow-wrap:anywhere}}
table{{border-collapse:collapse;margin:.5rem 0}}td,th{{border:1px solid #d5dbe1;padding:.3rem .6rem;text-align:left;
vertical-align:top}}
a{{color:#0b5cad}}nav ol,nav ul{{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1rem}}
.cooltip,.modal,.navbar-toggler,#ge-cta-footer{{display:none!important}}
.badge{{border:1px solid #889;border-radius:4px;padding:0 .3rem}}.popover{{position:static}}
</style></head>"""
_INDEX = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Validation of the release</title>{style}
<body><h1>Validation of the release</h1>
<p>Each dataset, as written, against the expectations that its contract states.</p>
<table><thead><tr><th>dataset</th><th>outcome</th><th>expectations met</th><th>contract</th></tr></thead><tbody>
{rows}</tbody></table></body></html>
"""


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
        tallies: dict[str, tuple[int, int]] = {}
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
                tallies[name] = (sum(bool(r.success) for r in outcome.results), len(outcome.results))
        context.build_data_docs()
        site = next(Path(scratch).rglob("local_site"))
        shutil.copytree(site, docs)
    for page in docs.rglob("*.html"):
        page.write_text(_UNWANTED.sub("", page.read_text("utf-8")).replace("</head>", _STYLE, 1), "utf-8")
    (docs / "index.html").write_text(_index(docs, tallies), "utf-8")
    return failures


def _index(docs: Path, tallies: Mapping[str, tuple[int, int]]) -> str:
    """Our own first page: the one of GX is empty without its scripts."""
    rows = []
    for name, (met, total) in tallies.items():
        outcome = "holds" if met == total else "fails"
        page = next((docs / "validations" / name).rglob("*.html"), docs).relative_to(docs).as_posix()
        rows.append(
            f'<tr><td>{escape(name)}</td><td><a href="{quote(page)}">{outcome}</a></td><td>{met} of {total}</td>'
            f'<td><a href="expectations/{quote(name)}.html">expectations</a></td></tr>\n'
        )
    return _INDEX.format(style=_STYLE, rows="".join(rows))


def _frame(folder: Path, contract: Contract) -> pd.DataFrame | str:
    """The dataset as written, nested columns as text, for GX compares no lists; or why it cannot be read as declared."""
    try:
        for path in sorted(folder.glob("*.parquet")):
            if not contract.has_schema(path):
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

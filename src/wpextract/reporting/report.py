"""Writes the report: an index of the release, and a page with a folder of page pictures for each document.

Text of the documents passes through jinja2's autoescape, and a content security policy allows nothing but the page's
own pictures, style and script. The same extractions give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from wpextract.errors import SourceError, faults_of
from wpextract.extraction import Extraction, Rejected
from wpextract.reporting import numberline, plots, wording
from wpextract.reporting.pictures import Pictures, render_pages
from wpextract.reporting.views import SEVERITIES, DocumentView, document_view
from wpextract.reporting.wording import plural

# Control characters and lone surrogates have no place in HTML; direction overrides could turn our own words round.
UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as the index lists it."""

    view: DocumentView
    page: str


def write_report(
    extractions: Sequence[Extraction],
    rejected: Sequence[Rejected],
    sources: Mapping[str, Path],
    directory: Path,
    release: str | None = None,
    left: Sequence[str] = (),
    passwords: Mapping[str, str] | None = None,
) -> Path:
    """Write the report of a release into `directory`; returns the path of its `index.html`.

    Args:
        extractions: the documents of the release.
        rejected: sources that gave none, listed with what to do about them.
        sources: where the files of the documents are, by document id; one that is missing goes without pictures.
        directory: made if need be. The report reads from `file://` and asks nothing of a network.
        release: the name of the release.
        left: names of sources that the last release had and this one has not.
        passwords: of encrypted sources, by document id.
    """
    directory.mkdir(parents=True, exist_ok=True)
    environment = _environment()
    listed = []
    missing = list(rejected)
    for extraction in extractions:
        document = extraction.document
        source, password = sources.get(document.document_id), (passwords or {}).get(document.document_id)
        try:
            with faults_of(document.source_name):
                listed.append(_document_page(environment, extraction, source, directory, release, password))
        except SourceError as error:  # its data are sound; the others' pages must not want for its page
            missing.append(
                Rejected(error.source, "report", "its data are published, its page could not be drawn", error.message)
            )
    index = environment.get_template("index.html.j2").render(
        listed=listed, rejected=missing, left=left, release=release
    )
    target = directory / "index.html"
    target.write_text(index, "utf-8")
    return target


def _document_page(
    environment: Environment, extraction: Extraction, source: Path | None, directory: Path, release: str | None,
    password: str | None,
) -> Listed:  # fmt: skip
    """Write the page of one document and its pictures."""
    view = document_view(extraction)
    identity = safe_name(extraction.document.document_id)
    pictures = Pictures()
    if source is not None and extraction.document.kind == "pdf":
        turned = {p.number: p.turned for p in extraction.document.pages}
        pictures = render_pages(source, view.pages, directory / identity, password, turned)
    sizes = {p.number: (p.width, p.height) for p in extraction.document.pages}
    page = environment.get_template("document.html.j2").render(
        v=view, d=extraction.document, folder=identity, pictures=pictures, sizes=sizes, release=release
    )
    (directory / f"{identity}.html").write_text(page, "utf-8")
    return Listed(view, f"{identity}.html")


def safe_name(document_id: str) -> str:
    """The document id where it is fit to be a file name, else a hash of it."""
    if re.fullmatch(r"[\w][\w-]{0,90}", document_id) and document_id.lower() != "index":
        return document_id
    return "document-" + hashlib.sha256(document_id.encode("utf-8", "replace")).hexdigest()[:16]


def showable(value: Any) -> Any:
    """Text without what HTML cannot hold and without characters that reorder the text around them."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return OVERRIDES.sub("", UNSHOWABLE.sub("\ufffd", value))
    return value


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("wpextract.reporting"), autoescape=True, undefined=StrictUndefined, finalize=showable,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    style, script = _asset("report.css"), _asset("report.js")
    environment.globals.update(
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        style_hash=_csp_hash(style),
        script_hash=_csp_hash(script),
        severities=SEVERITIES,
        plural=plural,
        numberline=numberline,
        plots=plots,
        wording=wording,
    )
    return environment


def _asset(name: str) -> str:
    return files("wpextract.reporting").joinpath("templates", name).read_text("utf-8")


def _csp_hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

"""The result of one document: everything that will be published of it, still typed and exact, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from wpextract.charts.model import Chart
from wpextract.consistency.model import Correction, Finding
from wpextract.errors import SourceError
from wpextract.facts.model import Fact, NumberToken
from wpextract.reading.model import Block, Document
from wpextract.tables.model import Table


@dataclass(frozen=True, slots=True)
class Extraction:
    """One document, read and checked.

    `facts` carry applied corrections; the fact of a point or a cell is found by its `source_id`.
    """

    document: Document
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    charts: tuple[Chart, ...]
    facts: tuple[Fact, ...]
    number_tokens: tuple[NumberToken, ...]
    findings: tuple[Finding, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A source that gave no extraction: the fields of the `SourceError` that stopped it."""

    source_name: str
    code: str
    message: str
    remedy: str

    @classmethod
    def because(cls, error: SourceError) -> Rejected:
        return cls(error.source, error.code, error.message, error.remedy)

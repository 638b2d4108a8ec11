"""A table: a grid of cells, each with its page, box and spans."""

from __future__ import annotations

from dataclasses import dataclass

from wpextract.reading.model import Box


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `row` and `col` count from 0 and name its top left corner in the grid."""

    cell_id: str
    page: int
    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    is_header: bool
    box: Box


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read. `score` in 0..1 is how sure it is that this is a table read rightly; `engine` what read it.

    `header_rows` is the number of rows at the top that are headings; `row_headers` the number of stub columns.
    """

    table_id: str
    page: int
    page_last: int
    title: str | None
    unit_as_printed: str | None
    rows: int
    columns: int
    header_rows: int
    row_headers: int
    engine: str
    score: float
    box: Box
    cells: tuple[Cell, ...]

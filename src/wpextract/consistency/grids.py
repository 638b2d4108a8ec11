"""Charts and tables as one shape: a grid of facts with row and column labels, and the lines that run through it.

A line is what a rule compares: a series over time ("Public", 2019 to 2024) or a cross-section of parts (every slice,
every row of one column). Nothing is judged here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from wpextract.charts.model import Chart
from wpextract.consistency.facts_view import Span, View
from wpextract.consistency.words import REST_LABEL, TOTAL_LABEL, label_tokens, plain, tokens
from wpextract.facts.figures import column_paths
from wpextract.tables.model import Table

_PERIOD_TEXT = re.compile(
    r"(?:19|20)\d\d\s*[-–—~至到]\s*(?:19|20)?\d\d\s*年?\s*[EF]?|(?:19|20)\d\d(?:\s*[年./-]\s*(?:0?[1-9]|1[0-2])(?!\d)\s*月?)?\s*年?\s*[EF]?(?![A-Za-z0-9])"
    r"|(?:19|20)\d\d\s?[QH][1-4]\b|\b(?:[1-4]Q|[12]H)\s*(?:20)?\d\d\b|\bQ[1-4]\b|\b[12]H\b|\bH[12]\b|(?:上|下)半年|第?[一二三四]季度|end of|年末|年底",
    re.IGNORECASE,
)


_AXIS_NOTE = re.compile(r"[（(][^（）()]*(?:[左右]轴|\b(?:left|right|LHS|RHS|axis)\b)[^（）()]*[)）]", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def without_period(label: str) -> str:
    """A label without the years in it and the axis that it is drawn on: `Cost 2023` -> `cost`, `均价（右轴，元）` -> `均价`."""
    return plain(re.sub(r"\(\s*\)|（\s*）", "", _PERIOD_TEXT.sub(" ", _AXIS_NOTE.sub("", label)))).strip(" -–—,，:：")


_TWICE = (  # a label in two languages: "Research and data 研究与数据", "营业收入 Operating revenue"
    re.compile(
        r"(?P<latin>[^一-鿿]*[A-Za-z]{2}[^一-鿿]*?)[\s/|·]+(?P<han>[一-鿿].*?)(?P<tail>(?:\s+(?:19|20)\d\d\S*)?)"
    ),
    re.compile(
        r"(?P<han>[^A-Za-z]*[一-鿿][^A-Za-z]*?)[\s/|·(（]+(?P<latin>[A-Za-z][A-Za-z ,&’'-]*[a-z][A-Za-z ,&’'-]*)[)）]?(?P<tail>)"
    ),
)


def in_one_language(label: str, language: str) -> str:
    """A label that is printed in two languages in that of the text, which names it so."""
    m = next((m for p in _TWICE if (m := p.fullmatch(label))), None)
    chinese = language.startswith("zh")
    if m is None or (chinese and not re.search(r"[a-z]{3}", m["latin"])):
        return label  # "GDP 增速"
    own = (m["han"] if chinese else m["latin"]).strip() + m["tail"]
    return label if is_total(label) and not is_total(own) else own


def _named_once(labels: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Labels in one language, where most of them are printed in two and none is lost by it: "华为 Mate" alone is a name."""
    own = tuple(in_one_language(x, language) for x in labels)
    twice = sum(a != b for a, b in zip(own, labels, strict=True))
    return own if twice > 1 and 2 * twice >= len(labels) and len(set(own)) == len(set(labels)) else labels


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact on a line; `label` is what tells it from its neighbours (a year, a slice, a region)."""

    label: str
    view: View


@dataclass(frozen=True, eq=False)
class Line:
    """A run of comparable facts. `over_time` says whether the entries differ by period or by what they measure."""

    key: str
    label: str
    title: str
    page: int
    container_id: str
    source: str
    over_time: bool
    entries: tuple[Entry, ...]
    stacked: bool = False  # drawn on top of one another, or the slices of a whole

    @property
    def is_column(self) -> bool:
        return not self.over_time and self.key.rpartition("/")[2].startswith("c")

    @cached_property
    def words(self) -> frozenset[str]:
        return tokens(f"{self.label} {self.title}")

    @cached_property
    def label_words(self) -> frozenset[str]:
        return label_tokens(self.label)

    @cached_property
    def by_span(self) -> Mapping[Span, View]:
        return {e.view.span: e.view for e in self.entries if e.view.span}

    @property
    def dimension(self) -> str:
        return self.entries[0].view.dimension

    @cached_property
    def parts(self) -> tuple[Entry, ...]:
        """The entries that are not totals: not called so, nor the last of a table's column and the sum of all before it."""
        named = tuple(e for e in self.entries if not is_total(e.label))
        *others, last = named or (None,)
        if self.source != "table" or self.over_time or not self.is_column:
            return named
        if len(others) < _ADDENDS or len(named) < len(self.entries):
            return named
        values = [e.view.value for e in named]
        sums_up = min(values) > 0 and abs(sum(values[:-1]) - values[-1]) * 500 <= values[-1]
        return named[:-1] if sums_up else named


_NIL = re.compile(r"[-–—−]+")
_ADDENDS = 3  # fewer rows may add up to the last one by chance


def is_total(label: str) -> bool:
    return bool(TOTAL_LABEL.search(plain(label))) and not is_rest(label)


def is_rest(label: str) -> bool:
    return bool(REST_LABEL.search(plain(label)))


@dataclass(frozen=True, eq=False)
class Grid:
    """A chart or table as rows and columns of facts; a chart's rows are its categories, its columns its series."""

    container_id: str
    source: str
    kind: str
    title: str
    page: int
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[int, int], View]
    nil: frozenset[tuple[int, int]] = frozenset()  # where a dash says that there is nothing

    def named_in(self, language: str) -> Grid:
        """The same with labels that are printed twice in one language only, where they tell as much."""
        return replace(self, rows=_named_once(self.rows, language), columns=_named_once(self.columns, language))

    @cached_property
    def views(self) -> tuple[View, ...]:
        return tuple(self.cells[k] for k in sorted(self.cells))

    @cached_property
    def turned(self) -> Grid:
        """The same with rows for columns."""
        return Grid(
            self.container_id, self.source, self.kind, self.title, self.page, self.columns, self.rows,
            {(j, i): v for (i, j), v in self.cells.items()}, frozenset((j, i) for i, j in self.nil),
        )  # fmt: skip

    @cached_property
    def rows_named(self) -> Mapping[str, tuple[int, ...]]:
        """The rows of each name, without periods."""
        out: dict[str, list[int]] = defaultdict(list)
        for i, label in enumerate(self.rows):
            if name := without_period(label):
                out[name].append(i)
        return {name: tuple(found) for name, found in out.items()}

    @cached_property
    def spans(self) -> frozenset[Span | None]:
        return frozenset(v.span for v in self.cells.values())

    @cached_property
    def told_by(self) -> Mapping[str, tuple[bool, bool]]:
        """By dimension, whether its facts differ by the names of their rows, and by those of their columns."""
        rows: dict[str, set[str]] = defaultdict(set)
        columns: dict[str, set[str]] = defaultdict(set)
        for (i, j), v in self.cells.items():
            rows[v.dimension].add(without_period(self.rows[i]))
            columns[v.dimension].add(without_period(self.columns[j]))
        return {k: (len(rows[k]) > 1, len(columns[k]) > 1) for k in rows}

    @cached_property
    def column_names(self) -> Mapping[tuple[str, int], str]:
        """By dimension and column, its name without the head that it shares with the others of its unit."""
        used: dict[str, list[int]] = defaultdict(list)
        for (_, j), v in sorted(self.cells.items()):
            if j not in used[v.dimension]:
                used[v.dimension].append(j)
        return {
            (dimension, j): name
            for dimension, js in used.items()
            for j, name in zip(js, own_names([self.columns[j] for j in js]), strict=True)
        }

    def column(self, j: int) -> list[tuple[int, View]]:
        return [(i, self.cells[i, j]) for i in range(len(self.rows)) if (i, j) in self.cells]

    def row(self, i: int) -> list[tuple[int, View]]:
        return [(j, self.cells[i, j]) for j in range(len(self.columns)) if (i, j) in self.cells]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(self._over_time()) + tuple(self._across())

    @cached_property
    def said_of_all(self) -> frozenset[str]:
        """The words that the labels of all its series have, so that none is told by them; all words of a lone one."""
        labels = [line.label_words for line in self.lines if line.over_time]
        return frozenset.intersection(*labels) if labels else frozenset()

    def _line(self, key: str, label: str, over_time: bool, entries: Sequence[Entry]) -> Line:
        whole = self.kind in ("pie", "doughnut", "stacked_100")
        stacked = whole or self.kind in ("stacked_bar", "area")
        return Line(
            f"{self.container_id}/{key}", label, self.title, self.page, self.container_id, self.source, over_time,
            tuple(entries), stacked,
        )  # fmt: skip

    def _over_time(self) -> Iterable[Line]:
        groups: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
        for (i, j), v in sorted(self.cells.items()):
            if v.span is not None:
                row, column = without_period(self.rows[i]), without_period(self.columns[j])
                groups[row, column, v.dimension].append(Entry(str(v.span.last), v))
        for n, ((row, column, _), entries) in enumerate(groups.items()):
            if len({e.view.span for e in entries}) == len(entries) >= 2:
                ordered = sorted(
                    entries, key=lambda e: (e.view.span.first, e.view.span.part) if e.view.span else (0, 0)
                )
                yield self._line(f"t{n}", " ".join(filter(None, (row, column))), True, ordered)

    def _across(self) -> Iterable[Line]:
        for j in range(len(self.columns)):
            yield from self._cross(f"c{j}", self.columns[j], [(self.rows[i], v) for i, v in self.column(j)])
        if len(self.columns) > 1:
            for i in range(len(self.rows)):
                named = [(self.column_names[v.dimension, j], v) for j, v in self.row(i)]
                yield from self._cross(f"r{i}", self.rows[i], named)

    def _cross(self, key: str, label: str, members: Sequence[tuple[str, View]]) -> Iterable[Line]:
        groups: dict[tuple[str, Span | None], list[Entry]] = defaultdict(list)
        for name, v in members:
            if without_period(name):
                groups[v.dimension, v.span].append(Entry(name, v))
        for n, entries in enumerate(groups.values()):
            if len(entries) >= 2 and len({plain(e.label) for e in entries}) == len(entries):
                yield self._line(f"{key}.{n}", label, False, entries)


def own_names(labels: Sequence[str]) -> list[str]:
    """Labels without the words that all of them begin with, where each goes on: "Cost (USD) China", "Cost (USD) Spain"."""
    words = [label.split() for label in labels]
    shared = 0
    while len(words) > 1 and all(len(w) > shared + 1 and w[shared] == words[0][shared] for w in words):
        shared += 1
    return [" ".join(w[shared:]) for w in words]


def chart_grid(chart: Chart, facts: Mapping[str, View]) -> Grid | None:
    """The labelled and measured points of a chart by category and series; None where no point became a fact."""
    rows: dict[str, int] = {}
    columns: dict[str, int] = {}
    cells: dict[tuple[int, int], View] = {}
    for point in chart.points:
        v = facts.get(point.point_id)
        if v is None:
            continue
        key = (rows.setdefault(point.category or "", len(rows)), columns.setdefault(point.series or "", len(columns)))
        cells.setdefault(key, v)
    if not cells:
        return None
    return Grid(chart.chart_id, "chart", chart.kind, chart.title or "", chart.page, tuple(rows), tuple(columns), cells)


def label_grids(views: Iterable[View]) -> Iterable[Grid]:
    """The figures of pictures that stand in columns under a head, a column each; rows are named by their metric."""
    columns: dict[tuple[int, str], list[View]] = defaultdict(list)
    for v in views:
        if v.fact.series and v.fact.container_id is None:
            columns[v.page, v.fact.series].append(v)
    for (page, head), found in columns.items():
        yield Grid(
            f"{page}/{head}", "chart", "other", found[0].fact.context or "", page,
            tuple(v.fact.metric for v in found), (head,), {(i, 0): v for i, v in enumerate(found)},
        )  # fmt: skip


def table_grid(table: Table, facts: Mapping[str, View]) -> Grid | None:
    """The numeric cells of a table under the labels of their row and column; None where no cell became a fact."""
    heads = column_paths(table)
    stubs: dict[int, list[str]] = defaultdict(list)
    for cell in table.cells:
        if not cell.text.strip():
            continue
        if cell.row >= table.header_rows and cell.col < table.row_headers:
            for row in range(cell.row, min(cell.row + cell.row_span, table.rows)):
                stubs[row].append(cell.text.strip())
    cells = {(c.row, c.col): facts[c.cell_id] for c in table.cells if c.cell_id in facts}
    if not cells:
        return None
    valued = {col for _, col in cells}
    over_all = {  # a head over all columns of values tells none from another
        c.text.strip() for c in table.cells
        if c.row < table.header_rows - 1 and len(valued) > 1 and valued <= set(range(c.col, c.col + c.col_span))
    }  # fmt: skip
    paths = [[t for t in stubs[r] if not t.isdigit()] or stubs[r] for r in range(table.rows)]
    leaves = [path[-1] for path in paths if path]
    full = len(set(leaves)) < len(leaves)  # the name of the group is needed where names recur
    return Grid(
        table.table_id, "table", "table", table.title or "", table.page,
        tuple(" ".join(path if full else path[-1:]) for path in paths),
        tuple(" ".join(x for x in heads.get(c, ()) if x not in over_all) for c in range(table.columns)),
        cells, frozenset((c.row, c.col) for c in table.cells if _NIL.fullmatch(c.text.strip())),
    )  # fmt: skip

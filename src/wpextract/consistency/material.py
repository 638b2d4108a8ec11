"""What the rules work on: the facts of one document, indexed by sentence, by chart and table, by value and by word.

Built once from the stages' values; holds nothing that is not in them, so the published datasets can build it again.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from wpextract.charts.model import Chart
from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim, claims_of, went_from_to
from wpextract.consistency.denominators import with_denominators
from wpextract.consistency.facts_view import Span, View, view
from wpextract.consistency.grids import Entry, Grid, Line, chart_grid, is_total, label_grids, table_grid, without_period
from wpextract.consistency.words import CAGR, NOW, PRONOUN, SUMS_UP_BEFORE, is_bare_total, label_tokens, plain, tokens
from wpextract.facts.model import Fact
from wpextract.facts.sentences import sentences
from wpextract.reading.model import Block, Document
from wpextract.tables.model import Table

if TYPE_CHECKING:
    from wpextract.consistency.diagnosis import Borne, Diagnosis

NEAREST = 16  # candidates looked at for one number: keeps linking near-linear whatever a document repeats
REACH = 40  # rows that a subtotal may sum up
WORLD = "global"  # the geography of what is said of all countries
LEADING = 2  # digits that a figure keeps however it is rounded, but for carries
SPOKEN = 600  # characters back to which a pronoun reaches at most
_OF_A_SURVEY = re.compile(
    r"\b(?:survey|questionnaire|respondent|interview|sample)\w*|问卷|样本|受访|调查", re.IGNORECASE
)
_NUMBERED = re.compile(r"(fig|tab|chart|exh|图|表)\w*\.?\s?(\d+(?:[.\-]\d+)*)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[。！？]|[.!?](?=\s)")
_LED_TO = re.compile(
    r"\b(?:brought|took|lifted|carried|raised|pushed|led|made)\b[^.;]{0,30}\b(?:to|into)\s*$", re.IGNORECASE
)
COMMON = 160  # a word that more facts share than this tells nothing


@dataclass(frozen=True, eq=False)
class Sentence:
    """The facts of one sentence in reading order; `index` counts the sentences of its block."""

    block_id: str
    page: int
    index: int
    text: str
    claims: tuple[Claim, ...]

    @property
    def views(self) -> tuple[View, ...]:
        return tuple(c.view for c in self.claims)

    def place(self, claim: Claim) -> int:
        """How many numbers stand before a claim."""
        return next(n for n, c in enumerate(self.claims) if c.view.id == claim.view.id)


def _sums_up(total: View, run: Sequence[Entry]) -> bool:
    """Whether a value is the sum of the first two or more of a run, as far as their rounding allows."""
    if len(total.digits) < 2:
        return False
    partial = iv.exactly(0)
    for n, e in enumerate(run):
        partial = iv.add((partial, e.view.interval))
        if n and iv.meets(partial, total.interval):
            return True
        if partial.low is not None and total.interval.high is not None and partial.low > total.interval.high:
            return False
    return False


def _summed_up(
    claim: Claim, text: str, before: Sequence[Sentence], earlier: Sequence[Claim], later: Sequence[Claim] = ()
) -> tuple[tuple[Span, Span], ...]:
    """The periods of the two figures before a claim that names none: "from 104 in 2024 to 133 in 2028. This equals 6%".

    Of what follows it that to which it leads counts: "four years at 43% a year brought them to 41 billion". `before`
    are the last sentences of its block, `earlier` the claims of its own before it; only a compound rate is of figures
    of several.
    """
    behind = later[:1] if _LED_TO.search(claim.rest) else ()
    own = {claim.span.last} if claim.kind == "cagr" and claim.span and claim.span.kind == "Y" else set()
    if not before or claim.kind in ("level", "share") or set(claim.years) - own or claim.back and not behind:
        return ()
    today = claim.kind == "multiple" and NOW.search(claim.before) and len(before[-1].claims) == 2
    if claim.kind != "cagr" and not today and not SUMS_UP_BEFORE.search(text):
        return ()
    told = [c for s in (before if claim.kind == "cagr" else before[-1:]) for c in s.claims]
    told += [*earlier, *behind] if claim.kind == "cagr" else []
    levels = (c.view for c in told if c.kind in ("level", "share") and not c.view.is_range)
    dated = [v for v in levels if v.span and v.span.kind not in ("R", "S")]
    for end in reversed(dated):
        spans = {v.span for v in dated if v.span and v.dimension == end.dimension and v.span != end.span}
        if end.span and len(spans) == 1:
            first, last = sorted((*spans, end.span), key=lambda s: (s.first, s.part))
            if (
                not own & set(claim.years) or last.last in own
            ):  # "the case assumes tariffs by 2027 and ends at 96, or 15% a year"
                return ((first, last),)
            return ()
    return ()


def _same_years(claim: Claim, before: Sequence[Sentence]) -> tuple[tuple[Span, Span], ...]:
    """The years of the compound rate told before one that names none: "From 2019 to 2024 it was 7.9%. Europe managed 6.4% a year"."""
    if claim.kind != "cagr" or claim.years or claim.back or not before:
        return ()
    rates = [c for c in before[-1].claims if c.kind == "cagr"]
    span = rates[-1].span if rates else None
    if span is None or span.kind != "R" or span.first == span.last:
        return rates[-1].pairs if rates else ()
    return ((Span("Y", span.first, span.first), Span("Y", span.last, span.last)),)


class Material:
    """The indexed facts of a document."""

    def __init__(
        self,
        document: Document,
        blocks: Sequence[Block],
        tables: Sequence[Table],
        charts: Sequence[Chart],
        facts: Sequence[Fact],
    ) -> None:
        self.document, self.blocks, self.tables, self.charts = document, blocks, tables, charts
        self.facts = tuple(facts)
        self.views: tuple[View, ...] = tuple(with_denominators([view(f) for f in facts]))
        self.by_id: Mapping[str, View] = {v.id: v for v in self.views}
        # the wrong labels found and those borne out, for the rules that tell of them
        self.diagnoses: tuple[Diagnosis, ...] = ()
        self.borne_out: tuple[Borne, ...] = ()

    def points_at(self, sentence: Sentence, title: str) -> bool:
        """Whether a sentence, or one before it in its paragraph, names the number of a chart or table: "(Figure 3)"."""
        own = _NUMBERED.match(title)
        if own is None:
            return False
        told = (s.text for s in self.in_block[sentence.block_id][: sentence.index + 1])
        return any(m.groups() == own.groups() for text in told for m in _NUMBERED.finditer(text))

    @cached_property
    def by_source(self) -> Mapping[str, View]:
        """The fact of each chart point and table cell."""
        return {v.fact.source_id: v for v in self.views if v.fact.source != "prose" and v.fact.char_start is None}

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        drawn = (chart_grid(c, self.by_source) for c in self.charts)
        ruled = (table_grid(t, self.by_source) for t in self.tables)
        grids = (*filter(None, drawn), *filter(None, ruled), *label_grids(self.views))
        return tuple(g.named_in(self.document.language or "") for g in grids)

    @cached_property
    def grid_of(self) -> Mapping[str, Grid]:
        return {g.container_id: g for g in self.grids}

    @cached_property
    def grids_on(self) -> Mapping[int, tuple[Grid, ...]]:
        return {page: tuple(g for g in self.grids if g.page == page) for page in {g.page for g in self.grids}}

    @cached_property
    def place_of(self) -> Mapping[str, tuple[Grid, int, int]]:
        """Where a fact stands in its grid."""
        return {v.id: (g, i, j) for g in self.grids for (i, j), v in g.cells.items()}

    @cached_property
    def names_of(self) -> Mapping[str, tuple[str, ...]]:
        """The labels, without periods, that tell a fact of a grid from its neighbours of one dimension.

        The document's own country needs no naming, nor does a total.
        """
        out = {}
        for v, (grid, i, j) in ((self.by_id[k], place) for k, place in self.place_of.items()):
            rows, columns = grid.told_by[v.dimension]
            column = without_period(grid.column_names[v.dimension, j])
            labels = (without_period(grid.rows[i]) if rows else "", column if columns else "")
            out[v.id] = tuple(x for x in labels if x not in ("", self.home) and not is_bare_total(x))
        return out

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the rows (or columns) that a total is beside: who names one of them does not mean the total."""
        out = {}
        for v, (grid, i, j) in ((self.by_id[k], place) for k, place in self.place_of.items()):
            labels = [grid.rows] if is_bare_total(grid.rows[i]) else []
            labels += [grid.columns] if is_bare_total(grid.columns[j]) else []
            names = dict.fromkeys(without_period(x) for ls in labels for x in ls[:REACH] if not is_bare_total(x))
            if any(names):
                out[v.id] = tuple(filter(None, names))
        return out

    def spans_meant(self, v: View) -> tuple[Span | None, ...]:
        """The period of a fact and none; where that is a guess, also the one that a table of its page is of."""
        spans = dict.fromkeys((v.span, None))
        if v.fact.period_basis == "document":
            for grid in self.grids_on.get(v.page, ()):
                if len(grid.spans) == 1:
                    spans |= dict.fromkeys(grid.spans)
        return tuple(spans)[:NEAREST]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for g in self.grids for line in g.lines)

    @cached_property
    def lines_of(self) -> Mapping[str, tuple[Line, ...]]:
        """The lines that a fact stands on."""
        out: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            for e in line.entries:
                out[e.view.id].append(line)
        return {k: tuple(v) for k, v in out.items()}

    @cached_property
    def most_stated(self) -> Mapping[tuple[str, Span | None], View]:
        """The amount of each unit and period that stands in most places, three at least."""
        places: dict[tuple[str, Span | None], dict[Decimal, dict[str, View]]] = defaultdict(lambda: defaultdict(dict))
        for v in self.views:
            if v.is_level and not v.is_range and v.span is not None and v.fact.comparator in ("=", "~"):
                places[v.dimension, v.span][v.value].setdefault(v.source, v)
        out = {}
        for key, found in places.items():
            value, at = max(found.items(), key=lambda x: (len(x[1]), x[0]))
            if len(at) > 2:
                out[key] = min(at.values(), key=lambda v: (v.page, v.id))
        return out

    @cached_property
    def told_as(self) -> Mapping[str, frozenset[str]]:
        """What the texts of a line's page call it: the words of those that state one of its values, to three digits."""
        out: dict[str, frozenset[str]] = {}
        for v in self.views:
            if v.fact.source != "prose" or len(v.digits) <= LEADING or not v.is_level or v.span is None:
                continue
            for other in self.close_to(v.value, v.value, v.dimension, v.span):
                for line in self.lines_of.get(other.id, ()):
                    if line.over_time and line.page == v.page and other.digits == v.digits:
                        out[line.key] = out.get(line.key, frozenset()) | v.words
        return out

    @cached_property
    def counted(self) -> frozenset[frozenset[str]]:
        """The tokens of every noun that a text counts: plants, projects, firms."""
        return frozenset(
            tokens(v.fact.counted_noun) for v in self.views if v.fact.source == "prose" and v.fact.counted_noun
        )

    def is_delta(self, v: View) -> bool:
        """Whether a text tells a number as the difference between two others, which is no amount of its own."""
        claim = self.claim_of.get(v.id)
        return claim is not None and claim.kind == "delta"

    @cached_property
    def totals(self) -> frozenset[str]:
        """The facts that sum up a run of others just before or after them in a table, or are labelled as totals."""
        found: set[str] = set()
        lines = [line for line in self.lines if not line.over_time and line.source == "table"]
        for line in sorted(lines, key=lambda x: x.dimension == "percent"):
            for n, e in enumerate(line.entries):
                before, after = line.entries[max(0, n - REACH) : n][::-1], line.entries[n + 1 : n + 1 + REACH]
                # two rates may add up to a third by chance: that of a total stands beside a total
                amounts = self._beside(e.view) if line.dimension == "percent" else None
                adds_up = amounts is None or not found.isdisjoint(amounts)
                if is_total(e.label) or (adds_up and (_sums_up(e.view, before) or _sums_up(e.view, after))):
                    found.add(e.view.id)
        return frozenset(found)

    def _beside(self, v: View) -> list[str] | None:
        """The amounts in the row of a rate; None where its table has none."""
        grid, row, _ = self.place_of[v.id]
        if not any(x.is_level for x in grid.views):
            return None
        return [x.id for _, x in grid.row(row) if x.is_level]

    @cached_property
    def lines_on(self) -> Mapping[int, tuple[Line, ...]]:
        out: dict[int, list[Line]] = defaultdict(list)
        for line in self.lines:
            out[line.page].append(line)
        return {k: tuple(v) for k, v in out.items()}

    @cached_property
    def _labels(self) -> Mapping[str, tuple[str, ...]]:
        """The names of rows and series by each of their words; everyday words ("growth") name nothing."""
        out: dict[str, dict[str, None]] = defaultdict(dict)
        for line in self.lines:
            for name in (x for x in (line.label, *(e.label for e in line.entries[:80])) if not CAGR.search(x)):
                for word in label_tokens(without_period(name)):
                    out[word][without_period(name)] = None
        return {word: tuple(names) for word, names in out.items()}

    @cached_property
    def short_names(self) -> Mapping[int, Mapping[str, frozenset[str]]]:
        """By page, what a text may call the series and rows of a chart or table for short, where no other has it.

        The head of a name ("identity" for "Digital identity"), or what stands before a head that several share
        ("domestic" of "Domestic brands", beside "Foreign brands").
        """
        out: dict[int, dict[str, frozenset[str]]] = defaultdict(dict)
        for grid in self.grids:
            for labels in (grid.rows, grid.columns):
                names = list(dict.fromkeys(x for label in labels[:REACH] if (x := without_period(label)).isascii()))
                heads = Counter(name.split()[-1] for name in names if name)
                for name in (x for x in names if 1 < len(x.split()) < 4 and not is_total(x)):
                    *rest, head = name.split()
                    others = frozenset().union(*(label_tokens(x) for x in names if x != name))
                    short = label_tokens(head if heads[head] == 1 else " ".join(rest)) - others
                    if short and head.isalpha():
                        out[grid.page][name] = short
        return out

    def labels_of(self, words: frozenset[str]) -> list[str]:
        """The names of rows and series that have some words in common with a text; not by words that many have."""
        found = (self._labels.get(w, ()) for w in sorted(words))
        return list(dict.fromkeys(x for names in found if len(names) <= NEAREST for x in names))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence that states a number: prose, and the call-outs in charts."""
        groups: dict[tuple[str, str], list[View]] = {}
        for v in self.views:
            if v.fact.sentence and (v.fact.source == "prose" or v.id not in self.place_of):
                groups.setdefault((v.fact.source_id, v.fact.sentence), []).append(v)
        order = {b.block_id: n for n, b in enumerate(self.blocks)}
        counts: Counter[str] = Counter()
        out: list[Sentence] = []
        for (block_id, text), views in sorted(
            groups.items(), key=lambda g: (order.get(g[0][0], len(order)), g[1][0].page, g[1][0].fact.char_start or 0)
        ):
            ordered = sorted(views, key=lambda v: v.fact.char_start or 0)
            before = out[-1] if out and out[-1].block_id == block_id else None
            spoken = before.claims if before and (before.text.endswith(("；", ";")) or PRONOUN.match(text)) else ()
            told = claims_of(text, ordered, spoken)
            last = [s for s in out[-2:] if s.block_id == block_id]
            claims = tuple(
                replace(
                    c,
                    pairs=self._called_out(c)
                    or c.pairs
                    or _summed_up(c, text, last, told[:n], told[n + 1 :])
                    or _same_years(c, last),
                )
                for n, c in enumerate(told)
            )
            out.append(Sentence(block_id, ordered[0].page, counts[block_id], text, claims))
            counts[block_id] += 1
        return tuple(out)

    def said_before(self, sentence: Sentence) -> tuple[str, ...]:
        """The sentences before one in its paragraph, nearest first, those without numbers too; a few."""
        text = self._texts_of_blocks.get(sentence.block_id, "")
        at = text.find(sentence.text)
        before = text[max(0, at - SPOKEN) : max(0, at)]
        return tuple(before[start:end] for start, end in reversed(sentences(before)[-3:]))

    def said_behind(self, sentence: Sentence) -> tuple[str, ...]:
        """The sentences behind one in its paragraph, nearest first, those without numbers too; a few."""
        text = self._texts_of_blocks.get(sentence.block_id, "")
        at = text.find(sentence.text)
        behind = text[at + len(sentence.text) :][:SPOKEN] if at >= 0 else ""
        return tuple(behind[start:end] for start, end in sentences(behind)[:3])

    @cached_property
    def _texts_of_blocks(self) -> Mapping[str, str]:
        return {b.block_id: b.text for b in self.blocks}

    def before_semicolon(self, sentence: Sentence) -> tuple[Claim, ...]:
        """The claims of the part that a semicolon parts from a sentence ("in 2019 it was 31%; by 2024 it was 49%")."""
        index = sentence.index
        before = self.in_block[sentence.block_id][index - 1] if index else None
        if before is None or not before.text.endswith(("；", ";")):
            return ()
        text = self._texts_of_blocks.get(sentence.block_id, "")
        between = text[before.claims[-1].view.fact.char_end or 0 : sentence.claims[0].view.fact.char_start or 0]
        return () if _SENTENCE_END.search(between) else before.claims  # one without numbers may stand between

    def _called_out(self, claim: Claim) -> tuple[tuple[Span, Span], ...]:
        """The periods that a rate written into a chart spans: told by the marks between which it is written."""
        f = claim.view.fact
        grid = self.grid_of.get(f.container_id or "")
        if f.source != "chart" or f.box is None or grid is None or claim.kind not in ("growth", "cagr"):
            return ()
        at = (f.box.x0 + f.box.x1) / 2
        marks: dict[Span, tuple[float, bool]] = {}
        for v in grid.views:
            if v.span is not None and v.span.kind == "Y" and v.fact.box is not None and v.is_level:
                marks[v.span] = ((v.fact.box.x0 + v.fact.box.x1) / 2, v.fact.is_forecast)
        years = sorted(marks, key=lambda s: s.last)
        if len(years) < 2:
            return ()
        if claim.kind == "growth":
            pairs = list(pairwise(years))
        else:
            actual = [y for y in years if not marks[y][1]]
            turn = actual[-1] if actual else years[-1]
            pairs = [(a, b) for a, b in ((years[0], turn), (turn, years[-1]), (years[0], years[-1])) if a.last < b.last]

        def away(pair: tuple[Span, Span]) -> float:
            base, end = marks[pair[0]][0], marks[pair[1]][0]
            return abs(at - (base + end) / 2)

        return tuple(sorted(pairs, key=away)[:3])

    @cached_property
    def claim_of(self) -> Mapping[str, Claim]:
        return {c.view.id: c for s in self.sentences for c in s.claims}

    @cached_property
    def _sentence_of(self) -> Mapping[str, Sentence]:
        return {c.view.id: s for s in self.sentences for c in s.claims}

    def told_before(self, v: View) -> Claim | None:
        """The claim just before a number in its sentence."""
        sentence, claim = self._sentence_of.get(v.id), self.claim_of.get(v.id)
        at = sentence.place(claim) if sentence is not None and claim is not None else 0
        return sentence.claims[at - 1] if sentence is not None and at else None

    def led_to(self, v: View) -> View | None:
        """The number that a text leads to from one: "climbed from 40 in 2023 to 46"."""
        sentence = self._sentence_of.get(v.id)
        for one, then in pairwise(sentence.claims if sentence else ()):
            if one.view.id == v.id:
                return then.view if went_from_to(one, then) else None
        return None

    def beside(self, v: View) -> tuple[View, ...]:
        """The other numbers of the sentence that one stands in."""
        sentence = self._sentence_of.get(v.id)
        return tuple(x for x in sentence.views if x.id != v.id) if sentence else ()

    def around(self, v: View) -> tuple[Sentence, ...]:
        """The sentence of a number, those just before it on its page and the one behind it."""
        sentence = self._sentence_of.get(v.id)
        return (*self.near(sentence), *self.following(sentence)) if sentence else ()

    @cached_property
    def in_block(self) -> Mapping[str, tuple[Sentence, ...]]:
        out: dict[str, list[Sentence]] = defaultdict(list)
        for s in self.sentences:
            out[s.block_id].append(s)
        return {k: tuple(v) for k, v in out.items()}

    @cached_property
    def _neighbours(self) -> Mapping[int, tuple[Sentence, ...]]:
        out: dict[int, list[Sentence]] = defaultdict(list)
        for s in self.sentences:
            out[s.page].append(s)
        return {k: tuple(v) for k, v in out.items()}

    def on_page(self, page: int) -> tuple[Sentence, ...]:
        """The sentences of a page that tell numbers."""
        return self._neighbours.get(page, ())

    @cached_property
    def _rank(self) -> Mapping[int, int]:
        return {id(s): n for ss in self._neighbours.values() for n, s in enumerate(ss)}

    def near(self, sentence: Sentence, reach: int = 3) -> tuple[Sentence, ...]:
        """The sentence and those just before it on its page, nearest first."""
        all_, here = self._neighbours[sentence.page], self._rank[id(sentence)]
        return tuple(reversed(all_[max(0, here - reach) : here + 1]))

    def said_of_late(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentence and the two before it in its paragraph that tell numbers."""
        return self.in_block[sentence.block_id][max(0, sentence.index - 2) : sentence.index + 1]

    def following(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The next sentence of the same block ("... 842. A year before it was 598.")."""
        return self.in_block[sentence.block_id][sentence.index + 1 : sentence.index + 2]

    # -- words

    @cached_property
    def _document_frequency(self) -> Counter[str]:
        seen: Counter[str] = Counter()
        for words in {(v.source, v.fact.sentence, v.around) for v in self.views}:
            seen.update(words[2])
        return seen

    @cached_property
    def _texts(self) -> int:
        return len({(v.source, v.fact.sentence, v.around) for v in self.views})

    @cached_property
    def _weights(self) -> dict[str, float]:
        return {}

    def weight(self, word: str) -> float:
        """How much a word tells: its inverse document frequency over sentences, charts and tables."""
        known = self._weights.get(word)
        if known is None:
            rare = math.log((1 + self._texts) / (1 + self._document_frequency[word]))
            if word[0] >= "一" and self._document_frequency[word] < 2:
                rare *= 0.4  # most pairs of characters that come but once straddle two words
            known = self._weights[word] = 1.5 if word.startswith("#") else 0.3 + rare
        return known

    def is_rare(self, word: str) -> bool:
        """Whether so few texts say a word ("penetration") that two of them are likely to speak of one thing."""
        return self._document_frequency[word] <= 3 + self._texts // 100

    def weigh(self, words: Iterable[str]) -> float:
        return math.fsum(self.weight(w) for w in sorted(words))

    def coverage(self, words: frozenset[str], by: frozenset[str]) -> float:
        """The share of the weight of `words` that `by` has too; 0 for no words."""
        whole = self.weigh(words)
        return self.weigh(words & by) / whole if whole else 0.0

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The words that amounts and the lines of charts and tables go by; other words do not tell what is measured."""
        named = (v.words for v in self.views if v.is_level)
        return frozenset().union(*named, *(line.words for line in self.lines))

    @cached_property
    def home(self) -> str | None:
        """The geography that most of the document is about, so that naming it or not makes no difference."""
        found = Counter(plain(g) for v in self.views if (g := v.fact.geography) and g != WORLD)
        (name, n), *_ = found.most_common(1) or [("", 0)]
        return name if 2 * n >= found.total() > 0 else None

    @cached_property
    def latest(self) -> int | None:
        """The year that most of the text's amounts are of: what it speaks of when it says only since when."""
        years = Counter(
            v.span.last
            for v in self.views
            if v.fact.source == "prose" and v.is_level and v.span and v.span.kind == "Y" and not v.fact.is_forecast
        )
        return max(years.items(), key=lambda y: (y[1], y[0]), default=(None, 0))[0]

    # -- values

    def crowd(self, v: View) -> int:
        """How many facts share the dimension and period of one, among which its digits may recur by chance."""
        return len(self._sorted.get((v.dimension, v.span), ([], []))[0])

    def crowd_like(self, v: View) -> int:
        """How many facts of the dimension and period of one are printed in its unit."""
        return self._alike[v.dimension, v.span, v.fact.scale, v.fact.counted_noun]

    @cached_property
    def _alike(self) -> Counter[tuple[str, Span | None, Decimal, str | None]]:
        return Counter((v.dimension, v.span, v.fact.scale, v.fact.counted_noun) for v in self.views)

    @cached_property
    def _sorted(self) -> Mapping[tuple[str, Span | None], tuple[list[Decimal], list[View]]]:
        groups: dict[tuple[str, Span | None], list[View]] = defaultdict(list)
        for v in self.views:
            groups[v.dimension, v.span].append(v)
        out = {}
        for key, vs in groups.items():
            vs.sort(key=lambda v: (v.value, v.id))
            out[key] = ([v.value for v in vs], vs)
        return out

    def close_to(self, low: Decimal, high: Decimal, dimension: str, span: Span | None) -> list[View]:
        """Facts of a dimension and period whose value lies in [low, high], nearest to the middle first, capped."""
        found = self._sorted.get((dimension, span))
        if not found:
            return []
        values, vs = found
        middle = (low + high) / 2
        at = bisect_left(values, middle)
        out: list[View] = []
        left, right = at - 1, at
        while len(out) < NEAREST:
            l_ok, r_ok = left >= 0 and values[left] >= low, right < len(values) and values[right] <= high
            if not l_ok and not r_ok:
                break
            if l_ok and (not r_ok or middle - values[left] <= values[right] - middle):
                out.append(vs[left])
                left -= 1
            else:
                out.append(vs[right])
                right += 1
        return out

    def anagrams(self, v: View) -> list[View]:
        """Facts of a dimension and period whose print has the same digits in another order, capped.

        Long counts of one noun also where the period of one is a guess, or both are of a survey: its sample is of no year.
        """
        digits = "".join(sorted(v.figures))
        found = self._by_sorted_figures.get((v.dimension, v.span, digits), [])
        if v.fact.counted_noun and len(v.figures) > 3:
            alike = self._by_counted_figures.get((v.fact.counted_noun, digits), [])
            found = [*found, *(o for o in alike if _is_undated(v, o))]
        return [o for o in found[:NEAREST] if o.figures != v.figures]

    @cached_property
    def _by_counted_figures(self) -> Mapping[tuple[str, str], list[View]]:
        out: dict[tuple[str, str], list[View]] = defaultdict(list)
        for v in self.views:
            if v.fact.counted_noun and len(v.figures) > 3 and v.dimension == "count":
                out[v.fact.counted_noun, "".join(sorted(v.figures))].append(v)
        return out

    @cached_property
    def _by_sorted_figures(self) -> Mapping[tuple[str, Span | None, str], list[View]]:
        out: dict[tuple[str, Span | None, str], list[View]] = defaultdict(list)
        for v in self.views:
            if len(v.figures) > 2:
                out[v.dimension, v.span, "".join(sorted(v.figures))].append(v)
        return out

    @cached_property
    def by_place(self) -> Mapping[tuple[str, Span | None], tuple[View, ...]]:
        """The amounts of a geography in a period."""
        out: dict[tuple[str, Span | None], list[View]] = defaultdict(list)
        for v in self.views:
            if v.fact.geography and v.is_level and not v.is_range and v.value > 0:
                out[v.fact.geography, v.span].append(v)
        return {k: tuple(vs) for k, vs in out.items()}

    @cached_property
    def _by_word(self) -> Mapping[tuple[str, Span | None, str], list[View]]:
        out: dict[tuple[str, Span | None, str], list[View]] = defaultdict(list)
        for v in self.views:
            for word in v.words | tokens(v.fact.counted_noun or ""):
                out[v.dimension, v.span, word].append(v)
        return out

    def speaking_of(self, words: frozenset[str], dimension: str, span: Span | None) -> list[View]:
        """Facts of a dimension and period that share the rarest of some words, capped."""
        out: dict[str, View] = {}
        for word in sorted(words, key=lambda x: (-self.weight(x), x))[:4]:
            found = self._by_word.get((dimension, span, word), [])
            if len(found) <= COMMON:
                for other in found:
                    out.setdefault(other.id, other)
                    if len(out) >= NEAREST:
                        return list(out.values())
        return list(out.values())

    @cached_property
    def _by_digits(self) -> Mapping[tuple[str, Span | None | int], list[View]]:
        out: dict[tuple[str, Span | None | int], list[View]] = defaultdict(list)
        for v in self.views:
            if v.digits:
                out[v.digits, v.span].append(v)
                out[v.digits, v.page].append(v)
        return out

    @cached_property
    def _by_rounded_digits(self) -> Mapping[tuple[str, Span | None], list[View]]:
        out: dict[tuple[str, Span | None], list[View]] = defaultdict(list)
        for v in self.views:
            for digits in roundings(v.digits):
                out[digits, v.span].append(v)
        return out

    def same_digits(self, digits: str, where: Span | None | int) -> list[View]:
        """Facts of a period (or of a page) printed with the same significant digits, whatever their unit, capped."""
        return self._by_digits.get((digits, where), [])[:NEAREST]

    @cached_property
    def _by_span(self) -> Mapping[Span | None, list[View]]:
        out: dict[Span | None, list[View]] = defaultdict(list)
        for v in self.views:
            if v.fact.decimals is not None and v.is_level:
                out[v.span].append(v)
        return out

    def of_period(self, span: Span | None) -> list[View]:
        """The printed amounts of a period, capped; none where the period is not known."""
        return self._by_span.get(span, [])[:NEAREST] if span is not None else []

    def like_digits(self, digits: str, span: Span | None) -> list[View]:
        """Facts of a period whose significant digits are the same but for rounding, whatever their unit, capped."""
        found = self.same_digits(digits, span) + self._by_rounded_digits.get((digits, span), [])[:NEAREST]
        found += [v for shorter in roundings(digits) for v in self.same_digits(shorter, span)]
        return found[:NEAREST]


def _is_undated(a: View, b: View) -> bool:
    """Whether the period of one of two counts is a guess, or both are the size of a survey, which is of no year."""
    guessed = "document" in (a.fact.period_basis, b.fact.period_basis)
    return guessed or (of_a_survey(a) and of_a_survey(b))


def of_a_survey(v: View) -> bool:
    """Whether a number stands where a survey is spoken of."""
    return bool(_OF_A_SURVEY.search(f"{v.fact.sentence} {v.fact.metric}"))


def roundings(digits: str) -> list[str]:
    """The significant digits of a print rounded to fewer, but more than `LEADING`; both ways from a half."""
    out: list[str] = []
    for n in range(LEADING + 1, len(digits)):
        kept, half = int(digits[:n]), int(digits[n:]) * 2 - 10 ** (len(digits) - n)
        ends = ([kept] if half <= 0 else []) + ([kept + 1] if half >= 0 else [])
        out += [r for end in ends if len(r := str(end).rstrip("0")) > LEADING]
    return list(dict.fromkeys(out))

"""Lines that are entry by entry the quotient of two others, or shares of one whole, wherever in a document they stand.

Learners in one chart times the revenue per learner in another are the revenue of a third; the slices of a pie are a
table's column over a total that the text states. As with the columns of a table, a formula is taken as meant when most
entries obey it and their digits leave little to chance; the entries that do not are then worth a relation.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Line, is_total
from wpextract.consistency.material import Material
from wpextract.consistency.model import Interval
from wpextract.consistency.words import CAGR, GROWTH_LABEL, plain

LEAST = 3  # entries that obey a formula
MOST = 0.7  # of the entries at least
PARTNERS = 12  # lines that one is tried with: the nearest that have entries of the same names
WINDOW = 24  # lines to either side that are looked at under one name
PROOF = 5.0  # powers of ten by which the digits of the entries rule chance out
NEAR = 0.05  # by how much of itself a quotient may be off for a pair of lines to be tried
SHARES = 0.97  # how sure a formula is that all entries obey
Triple = tuple[View, View, View]


@dataclass(frozen=True, eq=False)
class _Keyed:
    """A line by what its entries are told by: their periods, or their names."""

    line: Line
    entries: Mapping[Hashable, View]

    @property
    def dimension(self) -> str:
        return self.line.dimension


@dataclass(frozen=True, slots=True)
class Quotient:
    """`part` divided by `whole` is `ratio`, times the power of ten that the ratio's unit leaves out ("per GWh")."""

    part: View
    whole: View
    ratio: View
    power: int
    confidence: float


def quotients_of_lines(material: Material) -> Iterator[Quotient]:
    """The entries of lines that are the quotient of two others, or the shares of one whole."""
    lines = _keyed(material)
    places = _places(lines)
    for n, ratio in enumerate(lines):
        told = f"{ratio.line.label} {ratio.line.title if ratio.line.source == 'chart' else ''}"
        if CAGR.search(told) or GROWTH_LABEL.search(told):
            continue
        partners = [lines[p] for p in _partners(lines, places, n)]
        found = list(_of_two_lines(ratio, partners))
        if ratio.dimension == "percent" and not ratio.line.over_time:
            found += _of_one_whole(material, ratio, partners)
        best = max(found, key=lambda f: (f[0], -f[1]), default=None)
        if best is not None:
            _, power, triples, share = best
            yield from (Quotient(a, b, c, power, min(SHARES, 0.6 + 0.37 * share)) for a, b, c in triples)


def _keyed(material: Material) -> list[_Keyed]:
    out = []
    for line in material.lines:
        entries: dict[Hashable, View] = {}
        first = Counter(_first(e.label) for e in line.entries)
        for e in line.entries:
            for key in [e.view.span] if line.over_time else _names(e.label, first[_first(e.label)] == 1):
                if e.view.value > 0:
                    entries.setdefault(key, e.view)
        if len(line.entries) >= LEAST:
            out.append(_Keyed(line, entries))
    return out


def _names(label: str, alone: bool) -> list[str]:
    """What an entry may be called elsewhere: its label, and the first word of it where no other has that ("Tanglin Biologics")."""
    return list(dict.fromkeys((plain(label), _first(label)))) if alone else [plain(label)]


def _first(label: str) -> str:
    return next(iter(plain(label).split()), "")


def _places(lines: Sequence[_Keyed]) -> Mapping[Hashable, Sequence[int]]:
    """Which lines have an entry of a name, in the order of the document."""
    out: dict[Hashable, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        for key in line.entries:
            out[key].append(n)
    return out


def _partners(lines: Sequence[_Keyed], places: Mapping[Hashable, Sequence[int]], n: int) -> list[int]:
    shared: Counter[int] = Counter()
    for key in list(lines[n].entries)[:WINDOW]:
        known = places[key]
        at = bisect_left(known, n)
        shared.update(known[max(0, at - WINDOW) : at + WINDOW])
    found = [p for p, times in shared.items() if times >= LEAST and p != n]
    return sorted(found, key=lambda p: (abs(p - n), p))[:PARTNERS]


Found = tuple[float, int, list[Triple], float]  # the proof, the power of ten, the entries, the share of them that obey


def _of_two_lines(ratio: _Keyed, partners: Sequence[_Keyed]) -> Iterator[Found]:
    for part, whole in permutations(partners, 2):
        if not _may_divide(part.dimension, whole.dimension, ratio.dimension):
            continue
        keys = [k for k in ratio.entries if k in part.entries and k in whole.entries]
        triples = list(dict.fromkeys((part.entries[k], whole.entries[k], ratio.entries[k]) for k in keys))
        triples = [t for t in triples if len({v.id for v in t}) == 3 and len({v.span for v in t if v.span}) < 2]
        if len(triples) < LEAST:
            continue
        power = _power(triples[:LEAST], whole.dimension.startswith("physical") and "/" not in part.dimension)
        if power is not None and (found := _proved(triples, power)):
            yield found


def _may_divide(part: str, whole: str, ratio: str) -> bool:
    if ratio == "percent":
        return part == whole != "percent"
    return part != whole and "percent" not in (part, whole) and part.split("/")[0] == ratio.split("/")[0]


def _of_one_whole(material: Material, shares: _Keyed, partners: Sequence[_Keyed]) -> Iterator[Found]:
    for amounts in partners:
        if amounts.dimension == "percent" or amounts.line.over_time:
            continue
        found = ((amounts.entries[k], c) for k, c in shares.entries.items() if k in amounts.entries)
        pairs = list(dict.fromkeys(found))
        if len(pairs) < LEAST or len({v.span for pair in pairs for v in pair if v.span}) > 1:
            continue
        for whole in _wholes(material, amounts.line, pairs):
            triples = [(a, whole, c) for a, c in pairs if a.id != whole.id]
            if proved := _proved(triples, 0):
                yield proved


def _wholes(material: Material, amounts: Line, pairs: Sequence[tuple[View, View]]) -> list[View]:
    """What the amounts may be shares of: the total of their line, or else what is stated somewhere and gives the shares."""
    inside = [e.view for e in amounts.entries if is_total(e.label)]
    given = sorted(a.value / c.value * 100 for a, c in pairs)
    middle = given[len(given) // 2]
    room = middle / 50
    spans = dict.fromkeys((*(v.span for pair in pairs for v in pair), None))
    found = [v for s in spans for v in material.close_to(middle - room, middle + room, amounts.dimension, s)]
    return [v for v in dict.fromkeys((*inside, *found)) if not v.is_range][:8]


def _power(triples: Sequence[Triple], any_power: bool) -> int | None:
    """By which power of ten the quotients of the first entries differ from the ratios; None if by anything else."""
    for a, b, c in triples:
        off = float(a.value / b.value * (100 if c.dimension == "percent" else 1) / c.value)
        power = round(math.log10(off)) if any_power else 0
        if abs(off / 10.0**power - 1) <= NEAR:
            return power
    return None


def quotient(part: Interval, whole: Interval, percent: bool, power: int) -> Interval:
    """Part / whole (x 100), without the power of ten between the units of the whole and of the ratio."""
    given = iv.percent_of(part, whole) if percent else iv.divide(part, whole)
    return iv.scale(given, Decimal(1).scaleb(-power))


def _proved(triples: Sequence[Triple], power: int) -> Found | None:
    obeyed, proof = 0, 0.0
    for a, b, c in triples:
        given = quotient(a.interval, b.interval, c.dimension == "percent", power)
        if iv.meets(given, c.interval):
            obeyed += 1
            proof += _proof(given, c.interval, c.value)
    if obeyed < LEAST or obeyed < MOST * len(triples) or proof < PROOF:
        return None
    return proof, power, list(triples), obeyed / len(triples)


def _proof(given: Interval, stated: Interval, value: Decimal) -> float:
    """How many powers of ten of other values an agreement rules out."""
    widths = [x.high - x.low for x in (given, stated) if x.low is not None and x.high is not None]
    if len(widths) < 2:
        return 0.0
    return max(0.0, -math.log10(max(float(sum(widths) / value), 1e-4)))

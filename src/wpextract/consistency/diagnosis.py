"""Finds the label behind many disagreements: a unit a power of ten off, or the wrong currency.

Facts that share one printed unit stand or fall together: all marks under one note, all cells under one caption, one
number of the text by itself. Each is compared with facts elsewhere that have the same significant digits, the same
period and a like subject. The factor that most of them agree on, and that none of weight contradicts, is the
diagnosis. What it changes is `corrections`.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import TIMES, View
from wpextract.consistency.grids import without_period
from wpextract.consistency.linking import SURE, WORTH, digits_agree, mentions, same_subject
from wpextract.consistency.material import LEADING, Material
from wpextract.consistency.model import Interval
from wpextract.consistency.rules.bounds import limits
from wpextract.consistency.unit_labels import SCALES
from wpextract.consistency.words import label_tokens, plain

GroupKey = tuple[str, str, str, str]
_Limited = tuple[Claim, tuple[View, ...], float]  # a stated range, what it covers, and how surely
_AVERAGE = re.compile(r"\baverage\b|\bmean\b|\bper\b|平均|均价|人均|每", re.IGNORECASE)
FARTHEST = 6  # powers of ten that a wrong label can be off by
_MYRIADS = (Decimal(10) ** 4, Decimal(10) ** 8)  # 万, 亿
OUTVOTED = 0.34  # support for the label as printed, relative to the diagnosis, that still counts as noise


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact under the suspected label and one elsewhere to compare it with; `power` is log10(other / own)."""

    own: View
    other: View
    power: int
    currency: str | None  # of the other, where it is not the own one
    weight: float


@dataclass(frozen=True, eq=False)
class Diagnosis:
    """One wrong label: the factor (or currency) that reconciles its facts with the rest of the document."""

    views: tuple[View, ...]
    factor: Decimal
    currency: str | None
    evidence: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    margin: float
    strength: float

    @property
    def container(self) -> str | None:
        return self.views[0].fact.container_id

    @property
    def lone(self) -> bool:
        """Whether it is one number's word against another's."""
        return len({e.own.id for e in self.evidence}) == 1 and len({e.other.source for e in self.evidence}) == 1

    @property
    def broken(self) -> bool:
        """Whether the correction would break relations that hold as printed."""
        return bool(self.against)


def group_of(v: View) -> GroupKey:
    """The label that a fact depends on: its chart's or table's unit note, or the unit printed beside it."""
    f = v.fact
    if f.container_id is None:
        # figures set in columns without a table are in one unit, if it is printed alike beside each
        return ("column", f"{f.page} {f.series}", f.unit, f"{f.scale:f}") if f.series else ("fact", f.fact_id, "", "")
    # a chart has one unit note; a table may have others in the heads of its columns
    note = "" if f.source == "chart" else f.unit_as_printed or ""
    return f.container_id, note, f"{f.unit}/{f.unit_denominator or ''}", f"{f.scale:f}"


@dataclass(frozen=True, eq=False)
class Borne:
    """A label that figures elsewhere bear out in its unit and scale, and those that speak against it."""

    views: tuple[View, ...]
    evidence: tuple[Evidence, ...]
    against: tuple[Evidence, ...]


def diagnose(material: Material) -> tuple[tuple[Diagnosis, ...], tuple[Borne, ...]]:
    """The wrong labels of a document, and those that the rest of it bears out.

    The best supported diagnosis is settled before the next is looked for. Facts of settled labels then vote with their
    corrected values, so that a text that repeats a wrong label is found as well and nobody is blamed for agreeing with
    the majority.
    """
    groups: dict[GroupKey, list[View]] = defaultdict(list)
    for v in material.views:
        per_piece = v.fact.unit_denominator and v.fact.kind != "money" and not _is_per_time(v)
        if v.is_level and v.value and not per_piece and _labelled(v):
            groups[group_of(v)].append(v)
    limited = _limits(material)
    votes = {
        key: [*_evidence(material, views), *_within_limits(limited.get(views[0].fact.container_id, ()), views)]
        for key, views in groups.items()
    }
    votes = {key: found for key, found in votes.items() if found}
    shift: dict[str, int] = {}
    money: dict[str, str] = {}
    settled: list[Diagnosis] = []
    blamed: set[GroupKey] = set()
    for _ in range(min(len(votes), 64)):
        found = [
            d for key in votes if key not in blamed
            if (d := _weigh(groups[key], [_corrected(e, shift, money) for e in votes[key]])) is not None
        ]  # fmt: skip
        if not found:
            break
        best = max(found, key=lambda d: (d.margin, d.views[0].id))
        settled.append(best)
        blamed.add(group_of(best.views[0]))
        for v in best.views:
            shift[v.id] = best.factor.adjusted()
            if best.currency:
                money[v.id] = best.currency
    wrong = tuple(replace(d, against=tuple(e for e in d.against if group_of(e.other) not in blamed)) for d in settled)
    settled_votes = ((key, [_corrected(e, shift, money) for e in votes[key]]) for key in votes if key not in blamed)
    borne = (_borne_out(groups[key], found) for key, found in settled_votes)
    return wrong, tuple(b for b in borne if b is not None)


def _borne_out(views: Sequence[View], evidence: Sequence[Evidence]) -> Borne | None:
    """A label of a chart or table that more of what is printed alike bears out than denies, once at least beyond doubt."""
    if views[0].fact.container_id is None or not views[0].fact.unit_as_printed:
        return None
    for_it = [e for e in evidence if e.power == 0 and e.currency is None and _prints_agree(e)]
    sure = max((e.weight for e in for_it), default=0.0) >= SURE
    if not sure or sum(e.weight for e in for_it) <= sum(e.weight for e in evidence) / 2:
        return None
    against = tuple(e for e in evidence if e not in for_it)
    return Borne(tuple(views), tuple(sorted(for_it, key=lambda e: (-e.weight, e.own.id, e.other.id))), against)


def _prints_agree(e: Evidence) -> bool:
    """Whether the bare prints are one figure: a decline's size and a negative mark are."""
    return iv.meets(iv.magnitude(plain_print(e.own)), iv.magnitude(plain_print(e.other)))


def _is_per_time(v: View) -> bool:
    """Whether so many are counted in a stretch of time, which a text may leave to its verb: 47 thousand wafers (per month)."""
    return v.fact.kind == "count" and plain(v.fact.unit_denominator or "") in TIMES


def _labelled(v: View) -> bool:
    """Whether a label stands between the digits and the value: a bare number in a text has none that could be wrong."""
    return v.fact.source != "prose" or v.fact.scale != 1 or v.fact.kind == "physical"


def _corrected(e: Evidence, shift: dict[str, int], money: dict[str, str]) -> Evidence:
    power = e.power + shift.get(e.other.id, 0)
    currency = money.get(e.other.id, e.other.fact.currency)
    return Evidence(e.own, e.other, power, currency if currency != e.own.fact.currency else None, e.weight)


def _evidence(material: Material, views: Sequence[View]) -> Iterator[Evidence]:
    taken: set[tuple[str, str]] = set()
    for own in views:
        if own.fact.source == "prose" and len(own.digits) < 2:
            continue  # a round number ("above 2,000 t") is like many
        found = []
        here = material.same_digits(own.digits, own.page)  # a text beside a chart may leave its year to the reader
        # a value read off an axis has no digits of its own
        like = material.of_period(own.span) if _is_reading(own) else material.like_digits(own.digits, own.span)
        for other in dict.fromkeys((*like, *here)):
            if (
                _foreign(own, other)
                or (len(other.digits) < 2 and other.fact.comparator not in ("=", "~"))
                or (_counts_pieces(own) and other.fact.currency)
                or (_counts_pieces(other) and own.fact.currency)
                or ((material.is_delta(own) or material.is_delta(other)) and not _is_of_its_row(material, own, other))
                or _only_one_is_average(material, own, other)
                or not other.is_level
                or not other.value
            ):
                continue
            if min(_figures(own), _figures(other)) < 2:
                continue  # one figure recurs everywhere
            power = _powers_apart(own, other)
            per = [x for x in (own, other) if x.fact.unit_denominator]
            one_per = own.fact.unit_denominator == other.fact.unit_denominator or (
                len(per) == 1 and _is_per_time(per[0])
            )
            if power is None or (power and not one_per):
                continue  # 1.50万元/吨 is 15.0元 of each kilogram
            by_prefix = own.fact.kind == "physical" and power % 3 == 0  # as megawatts to gigawatts are
            myriads = own.fact.kind == "physical" and other.fact.scale in _MYRIADS and abs(power) < 3  # GWh, 亿千瓦时
            slipped = own.fact.source == "prose" and abs(power) == 1 and _may_slip(own, other)
            if power and own.fact.scale.adjusted() + power not in SCALES and not (by_prefix or myriads or slipped):
                continue  # no one prints in units of ten billion, but a point slips on the way from 万 to million
            same_label = own.fact.source == other.fact.source == "prose" and own.fact.scale == other.fact.scale
            if power and same_label and len(own.figures) != len(other.figures):
                continue  # "1,234 million" and "123 million"
            weight = same_subject(material, own, other) + _unlikely_by_chance(material, own, other)
            weight += 0.25 if _told_with_another(material, own, other) else 0.0
            weight += 0.35 if own.page == other.page and _grown_as_told(material, own, other) else 0.0
            weight += 0.3 if own.page == other.page and _named_by_text(material, own, other) else 0.0
            weight += 0.1 if own.page == other.page and _measured(own, other) else 0.0
            weight += 0.12 if power and _beside_it(own, other) else 0.0
            weight += 0.2 if power and _grown_in_its_sentence(material, own, power) else 0.0
            if weight >= WORTH:
                currency = other.fact.currency if other.fact.currency != own.fact.currency else None
                found.append(Evidence(own, other, power, currency, min(1.0, weight)))
        # what a source prints alike for its time goes before what it prints alike but for a power of ten
        for e in sorted(found, key=lambda e: (e.power != 0 or e.other.span != own.span, -e.weight, e.other.id)):
            if (own.id, e.other.source) not in taken:  # a source votes once for each number
                taken.add((own.id, e.other.source))
                yield e


def _may_slip(own: View, other: View) -> bool:
    """Whether a point may have slipped on the way from one unit to another, or from a chart or table to the text."""
    changed = own.fact.scale != other.fact.scale or own.fact.unit != other.fact.unit
    return changed or (other.fact.source != "prose" and own.figures == other.figures and len(own.figures) > LEADING)


def _only_one_is_average(material: Material, a: View, b: View) -> bool:
    """Whether one is told as an average and the other is not, nor drawn under a title that says so."""
    titles = (f"{v.fact.metric} {v.fact.context or ''}" for v in (a, b) if v.fact.source != "prose")
    return _is_average(material, a) != _is_average(material, b) and not any(_AVERAGE.search(x) for x in titles)


def _is_average(material: Material, v: View) -> bool:
    """Whether a number of a text is told per one of what is counted, which shares its digits with totals by chance."""
    claim = material.claim_of.get(v.id)
    if v.fact.source != "prose" or claim is None:
        return False
    return bool(_AVERAGE.search(f"{claim.before[-60:]} {v.fact.unit_denominator or ''} {claim.after[:30]}"))


def _measured(own: View, other: View) -> bool:
    """Whether both are one physical quantity, told to four figures: 184.0 GWh and 184.0 TWh."""
    return own.fact.kind == other.fact.kind == "physical" and own.figures == other.figures and len(own.figures) > 3


def _counts_pieces(v: View) -> bool:
    """Whether a text says what its number counts in a unit of its own: 148 thousand units are no money."""
    return v.fact.source == "prose" and v.fact.kind == "count" and v.fact.counted_noun is not None


def _told_with_another(material: Material, own: View, other: View) -> bool:
    """Whether the texts of two figures share a further one ("up 17.6%"), or that of one follows the other's series."""
    claims = [material.claim_of.get(v.id) for v in (own, other)]
    if all(claims):
        one, two = (
            {(x.dimension, x.figures, x.span) for x in material.beside(v) if len(x.figures) > 2} for v in (own, other)
        )
        return not one.isdisjoint(two)
    told, shown = (own, other) if claims[0] else (other, own)
    series = [line for line in material.lines_of.get(shown.id, ()) if line.over_time]
    here = [x for s in material.around(told) for x in s.views if x.id != told.id and x.is_level and len(x.digits) > 1]
    grid = material.grid_of.get(shown.fact.container_id or "")
    if grid is not None and any(  # of one year, both in its text: "bought 250 abroad and sold 140"
        x.digits == y.digits and len(x.figures) > 2 and x.span == y.span and x.fact.scale == y.fact.scale
        for x in here for y in grid.views if y.id != shown.id and y.figures != told.figures
    ):  # fmt: skip
        return True
    return any(
        x.span != told.span and x.span in line.by_span and x.dimension == line.dimension
        and iv.meets(line.by_span[x.span].interval, x.interval)
        for line in series for x in here if x.span
    )  # fmt: skip


def _grown_as_told(material: Material, own: View, other: View) -> bool:
    """Whether the text of one figure tells the rate at which the series of the other came to it: "86, down 23.2%"."""
    told, shown = (own, other) if material.claim_of.get(own.id) else (other, own)
    rates = [
        iv.magnitude(c.view.interval)
        for s in material.around(told) for c in s.claims
        if c.view.fact.kind == "percent" and c.kind in ("growth", "level") and len(c.view.figures) > 2
    ]  # fmt: skip
    return any(
        iv.meets(iv.magnitude(iv.growth(shown.interval, v.interval)), rate)
        for line in material.lines_of.get(shown.id, ()) if line.over_time and told.span == shown.span
        for v in line.by_span.values() if v.id != shown.id and v.value
        for rate in rates
    )  # fmt: skip


def _beside_it(own: View, other: View) -> bool:
    """Whether three figures of a text are those of a chart or table of its page, of one time."""
    shown = {own.fact.source, other.fact.source} != {"prose"} and "prose" in (own.fact.source, other.fact.source)
    return (
        shown
        and own.page == other.page
        and own.span == other.span
        and own.figures == other.figures
        and len(own.figures) > LEADING
    )


def _grown_in_its_sentence(material: Material, own: View, power: int) -> bool:
    """Whether a number of a text, at another scale, is what its sentence says that another grew to: "12.0 million, up 20.0% from 10.0 thousand"."""
    beside = [c for c in map(material.claim_of.get, (v.id for v in material.beside(own))) if c is not None]
    scaled = iv.scale(own.interval, Decimal(1).scaleb(power))
    rates = [c.view.interval for c in beside if c.kind == "growth" and len(c.view.figures) > LEADING]
    bases = [c.view for c in beside if c.kind == "level" and c.view.dimension == own.dimension and c.view.value]
    return any(iv.meets(iv.magnitude(iv.growth(scaled, b.interval)), iv.magnitude(r)) for b in bases for r in rates)


def _named_by_text(material: Material, own: View, other: View) -> bool:
    """Whether the clause of a text's number names the row of the figure beside it: "Pakistan spent USD 118 billion"."""
    told, shown = (own, other) if own.fact.source == "prose" else (other, own)
    claim, place = material.claim_of.get(told.id), material.place_of.get(shown.id)
    if told.fact.source != "prose" or claim is None or place is None:
        return False
    grid, row, _ = place
    full = without_period(grid.rows[row])  # with the group that it stands under
    parts = (without_period(x) for x in shown.fact.metric.split(" – "))
    name = next((x for x in parts if x and full.endswith(x)), full)
    said = f"{claim.clause} {told.fact.metric}"
    return bool(name) and mentions(said, name, label_tokens(said)) > 0.99


def _is_of_its_row(material: Material, own: View, other: View) -> bool:
    """Whether a text and a chart of its page print one figure for the row that the text names: "India added 27.9 MW"."""
    alike = own.page == other.page and own.figures == other.figures and len(own.figures) > LEADING
    return alike and _named_by_text(material, own, other)


def _figures(v: View) -> int:
    """How many figures are printed: three in "700B", though it has one significant digit; many for a reading."""
    return sum(c.isdecimal() for c in v.fact.value_as_printed) or 9


def _unlikely_by_chance(material: Material, own: View, other: View) -> float:
    """Numeric evidence; for a reading the chance is that of a printed amount lying within its error at any scale."""
    if not _is_reading(own):
        return digits_agree(material, own, other)
    low, high = own.interval.low, own.interval.high
    if low is None or high is None or low * high <= 0:
        return 0.0
    chance = min(1.0, (1 + len(material.of_period(own.span))) * abs(math.log10(abs(high / low))))
    return min(0.5, -0.2 * math.log10(max(chance, 1e-3)))


def _is_reading(v: View) -> bool:
    return v.fact.source == "chart" and v.fact.decimals is None


def _powers_apart(own: View, other: View) -> int | None:
    """log10(other / own) where both print the same figure but for a power of ten and for rounding; else None."""
    ratio = abs(other.value / own.value)
    power = round(ratio.log10())
    if abs(power) > FARTHEST:
        return None
    if _is_reading(own) or _is_reading(other):
        return power if iv.meets(iv.scale(own.interval, Decimal(1).scaleb(power)), other.interval) else None
    if own.digits == other.digits:
        return power if ratio == Decimal(1).scaleb(power) else None
    fewest = min(len(own.digits), len(other.digits))
    rounded = iv.meets(iv.scale(plain_print(own), Decimal(1).scaleb(power)), plain_print(other))
    return power if fewest > LEADING and rounded else None


def plain_print(v: View) -> Interval:
    """What the bare print of a number stands for: an open bound must not hide a factor of ten."""
    if v.is_range or v.fact.decimals is None:
        return v.interval
    low, high = v.ends
    return iv.hull((iv.rounded(low, v.decimals), iv.rounded(high, v.decimals)))


def _foreign(own: View, other: View) -> bool:
    """Whether two facts cannot be one figure: of one chart or paragraph, or in units that no label error mixes up."""
    if own.id == other.id or (own.fact.container_id and own.fact.container_id == other.fact.container_id):
        return True
    if own.fact.container_id is None and own.fact.source_id == other.fact.source_id:
        return True
    if own.dimension == other.dimension:
        return False
    kinds = {own.fact.kind, other.fact.kind}
    if kinds == {"money"}:  # a text may leave to the reader what its price is per
        per = [v.fact.unit_denominator for v in (own, other) if v.fact.unit_denominator or v.fact.source != "prose"]
        return len(set(per)) > 1
    # a label in "million" without a currency may be money all the same
    return not (
        kinds == {"money", "count"} and own.fact.scale >= 1000 and other.fact.scale >= 1000 and own.fact.kind == "count"
    )


def _within_limits(limited: Iterable[_Limited], views: Sequence[View]) -> Iterator[Evidence]:
    """A range told of the series ("stable at 100-200 billion since ...") that it meets only at another power of ten."""
    mine = {v.id for v in views}
    for claim, covered, confidence in limited:
        low, high = claim.view.interval.low, claim.view.interval.high
        if confidence < 0.3 or low is None or high is None or not all(v.id in mine for v in covered):
            continue
        for power in sorted(range(-4, 5), key=abs):
            factor = Decimal(1).scaleb(power)
            if all(low <= v.value * factor <= high for v in covered):
                for v in covered:
                    yield Evidence(v, claim.view, power, None, min(1.0, confidence + 0.1))
                break


def _limits(material: Material) -> dict[str | None, list[_Limited]]:
    """The stated limits by the chart or table that they limit."""
    out: dict[str | None, list[_Limited]] = defaultdict(list)
    for claim, _, line, covered, confidence in limits(material):
        out[line.container_id].append((claim, covered, confidence))
    return out


def _weigh(views: Sequence[View], evidence: Sequence[Evidence]) -> Diagnosis | None:
    if not evidence:
        return None
    sums: dict[tuple[int, str | None], float] = defaultdict(float)
    for e in evidence:
        sums[e.power, e.currency] += e.weight
    (power, currency), strength = max(sums.items(), key=lambda s: (s[1], -abs(s[0][0]), str(s[0][1])))
    if (power, currency) == (0, None) or (power == 0 and currency is not None and not views[0].fact.currency):
        return None
    told = {(e.own.id, e.other.source) for e in evidence if e.currency == currency}
    against = [e for e in evidence if e.power == 0 and e.currency is None]
    if power == 0 and (against or len(told) < 2):
        return None  # another currency is a wrong label only if several values say so and none denies it
    if power != 0 and currency is not None and views[0].fact.currency is not None:
        return None
    denied = sum(e.weight for e in against)
    if denied > OUTVOTED * strength:
        return None
    backers = [e for e in evidence if (e.power, e.currency) == (power, currency)]
    container = views[0].fact.container_id is not None
    # a label covers many numbers and is the likelier slip, unless one number of a text alone accuses it
    alone = container and len({e.own.id for e in backers}) == 1 and all(e.other.fact.source == "prose" for e in backers)
    margin = strength - denied + (-0.15 if alone else 0.15 if container else 0.0)
    if len(backers) == 1 and backers[0].weight < 0.6:
        return None
    ordered = tuple(sorted(backers, key=lambda e: (-e.weight, e.own.id, e.other.id)))
    strong = [e for e in against if e.weight >= 0.6]
    return Diagnosis(tuple(views), Decimal(1).scaleb(power), currency, ordered, tuple(strong), margin, strength)

"""Wholes that a sentence states and the parts that make them up: slices, leading firms, named rows, other numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Line, is_rest, is_total, without_period
from wpextract.consistency.linking import mentions, words_agree
from wpextract.consistency.material import NEAREST, Material, Sentence
from wpextract.consistency.parts import stated_part
from wpextract.consistency.words import (
    CAGR,
    GROWTH_LABEL,
    SO_MANY_TOGETHER,
    SUM_WORDS,
    counts,
    label_tokens,
    plain,
    tokens,
)

HOLDS_FROM = 0.5
MOST_PARTS = 40
_OVER = re.compile(r"\b(?:across|among|into|over)(?: the| its)?\s*$|(?:分布[于在]|应用于|覆盖|涵盖|分[为成])\s*$")
FIRST_OF = re.compile(r"前|头部|\b(?:top|leading|largest|biggest|first)\b", re.IGNORECASE)
_OF_EACH = re.compile(
    r"% of (?:its |their )?(?:sales|revenues?|turnover|income|costs?|gdp)\b", re.IGNORECASE
)  # of each its own
_OF_EACH_ROW = re.compile(
    r"\b(?:margin|utili[sz]ation|yield|penetration|occupancy)s?\b|利润率|毛利率|净利率|利用率|渗透率|达标率",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_FIRST_KIND = re.compile(r"前[两二三四五六七八九十\d]+大?(?:的)?(区域|省份|城市|渠道|企业|厂商|品牌|品类|市场)")
_SO_MANY = "(?:two|three|four|five|six|seven|eight|nine|ten)"
_LEADERS_OF = re.compile(
    rf"\b(?:leading|top|largest|biggest|first) {_SO_MANY} ([a-z]+)\b|\b{_SO_MANY} (?:leading|top|largest|biggest) ([a-z]+)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"合计|together|combined")
_WITH_IT = re.compile(
    r"\b(?:together|along|combined|taken together) with\b[^.;]{2,60}\b(?:it|they)\b|(?:^|[，。；])[与和同][^，。；]{2,20}(?:合计|一起|共同)",
    re.IGNORECASE,
)
_OVER_YEARS = re.compile(
    r"\b(?:over|in|during|across) (?:the|all|these|those) (?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten) years\b"
    r"|[两三四五六七八九十]年(?:间)?(?:累计|合计|共)",
    re.IGNORECASE,
)
# of none of those that are named
OUTSIDE = re.compile(r"\b(?:outside|other than|beyond|besides)\b|[以之]外", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Group:
    """Parts of one line whose sum a sentence may state; `how` is all, listed (all but a rest), top or run."""

    line: Line
    parts: tuple[View, ...]
    labels: tuple[str, ...]
    how: str
    total: Decimal


@dataclass(frozen=True, slots=True)
class StatedSum:
    parts: tuple[View, ...]
    total: View
    confidence: float


def _groups(line: Line) -> Iterator[Group]:
    entries = [e for e in line.parts if e.view.fact.value is not None][:MOST_PARTS]
    if len(entries) < 2:
        return
    seen: set[tuple[str, ...]] = set()

    def group(chosen: Sequence[int], how: str) -> Iterator[Group]:
        views = tuple(entries[i].view for i in chosen)
        key = tuple(v.id for v in views)
        if len(views) > 1 and key not in seen:
            seen.add(key)
            labels = tuple(entries[i].label for i in chosen)
            yield Group(line, views, labels, how, sum((v.value for v in views), Decimal(0)))

    yield from group(range(len(entries)), "all")
    if line.over_time:
        return
    named = [i for i, e in enumerate(entries) if not is_rest(e.label)]
    yield from group(named, "listed" if len(named) < len(entries) else "all")
    ranked = sorted(named, key=lambda i: (-entries[i].view.value, i))
    for k in range(2, min(7, len(ranked))):
        yield from group(sorted(ranked[:k]), "top")
    if len(entries) <= 9:
        for k in range(2, len(entries)):
            yield from group(range(k), "run")
            yield from group(range(len(entries) - k, len(entries)), "run")


def adds_up(line: Line) -> bool:
    """Whether the entries of a line can be parts of one whole: no rates, and amounts of one thing or shares."""
    if line.dimension == "percent" and (
        GROWTH_LABEL.search(line.label) or CAGR.search(line.label) or _OF_EACH_ROW.search(line.label)
    ):
        return False
    if line.dimension == "percent" and _OF_EACH.search(line.entries[0].view.fact.unit_as_printed or ""):
        return False
    return (
        line.dimension.split(":")[0].split("/")[0] in ("money", "count", "physical", "percent")
        and "/" not in line.dimension
    )


class Sums:
    """The sums of every line's parts by dimension and value, so that a stated whole finds them at once."""

    def __init__(self, material: Material) -> None:
        found: dict[str, list[Group]] = defaultdict(list)
        for line in material.lines:
            if adds_up(line) and not (line.over_time and line.dimension == "percent"):
                for group in _groups(line):
                    found[line.dimension].append(group)
        self._sorted: Mapping[str, tuple[list[Decimal], list[Group]]] = {}
        out = {}
        for dimension, groups in found.items():
            groups.sort(key=lambda g: (g.total, g.line.key))
            out[dimension] = ([g.total for g in groups], groups)
        self._sorted = out

    def near(self, v: View) -> list[Group]:
        """Groups whose plain sum lies within two percent of a value, capped."""
        values, groups = self._sorted.get(v.dimension, ([], []))
        room = abs(v.value) / 50
        at = bisect_left(values, v.value - room)
        out: list[Group] = []
        while at < len(values) and values[at] <= v.value + room and len(out) < NEAREST:
            out.append(groups[at])
            at += 1
        return out


def stated_sums(material: Material) -> Iterator[StatedSum]:
    sums = Sums(material)
    for sentence in material.sentences:
        for claim in sentence.claims:
            v = claim.view
            if claim.kind not in ("level", "share") or v.is_range or not _can_be_whole(v):
                continue
            fits = [
                StatedSum(
                    g.parts, v, _confidence(material, claim, sentence, g) + 0.08 * max(0, min(len(v.digits), 4) - 1)
                )
                for g in sums.near(v)
                if v.id not in {p.id for p in g.parts} and iv.meets(iv.add(p.interval for p in g.parts), v.interval)
            ]
            best = max(fits, key=lambda s: (s.confidence, -len(s.parts), s.parts[0].id), default=None)
            if best and best.confidence >= HOLDS_FROM:
                yield best
                continue
            told = _told(material, claim, sentence)
            if told is not None:
                yield told
    yield from _in_text(material)


def _can_be_whole(v: View) -> bool:
    return v.dimension == "percent" or v.is_level


def _confidence(material: Material, claim: Claim, sentence: Sentence, group: Group) -> float:
    """Words and layout only: page, period, cue, how many parts are spoken of and which are named."""
    v, line = claim.view, group.line
    spans = {p.span for p in group.parts}
    if line.over_time:
        ends = (min(p.span.first for p in group.parts if p.span), max(p.span.last for p in group.parts if p.span))
        if v.span is None or v.span.kind != "R" or (v.span.first, v.span.last) != ends:
            return 0.0
    elif spans.isdisjoint(material.spans_meant(v)) and v.span is not None and v.span.kind in ("Y", "Q", "H", "M"):
        return 0.0
    near = f"{claim.view.metric} {sentence.text}"
    words = label_tokens(near)
    score = 0.2 if line.page == v.page else 0.0
    score += 0.3 * material.coverage(line.words, v.around)
    score += 0.15 if SUM_WORDS.search(claim.text) or SUM_WORDS.search(v.metric) else 0.0
    named = sum(mentions(near, without_period(label), words) >= 0.75 for label in group.labels)
    if named == len(group.labels) and len(group.labels) <= 8:
        score += 0.35
    elif group.how != "run" and len(group.parts) in counts(near):
        score += 0.3
    elif group.how == "run":
        score -= 0.05
    elif group.how == "all" and (
        line.stacked or line.over_time or material.grid_of[line.container_id].kind == "waterfall"
    ):
        score += 0.15
    elif group.how in ("top", "listed"):
        score -= 0.15
    return score


def _told(material: Material, claim: Claim, sentence: Sentence) -> StatedSum | None:
    """The parts that the words themselves single out, whatever their sum: "the six ... together", "A and B 合计"."""
    v, before = claim.view, _said_before(claim, sentence)
    spread = _spread_over(claim, sentence)
    if _OVER_YEARS.search(sentence.text):
        return None  # "over the five years, claims of 2,765"
    if OUTSIDE.search(f"{before[-60:]} {claim.after} {v.metric}"):
        return None
    if not spread and not SUM_WORDS.search(f"{before[-60:]} {claim.after}"):
        return None
    said = {*counts(f"{before[-80:]} {claim.after}"), spread}
    best: StatedSum | None = None
    own = f"{before[-90:]} {claim.after[:60]}"
    so_many = SO_MANY_TOGETHER.search(before)
    with_it = _WITH_IT.search(own)  # "together with A and B it took": and of what the sentence before names
    just_named = f"{' '.join(material.said_before(sentence)[:1])} {own}" if so_many or with_it else own
    for line in material.lines_on.get(v.page, ())[:60]:
        if line.over_time or line.dimension != v.dimension or not adds_up(line):
            continue
        if any(e.view.digits == v.digits for e in line.entries if not is_total(e.label)):
            continue  # it is one of them
        named_here = [] if with_it else list(_named_in(before[-90:], line))
        near = own if named_here or just_named is own else just_named  # "the two together": of those named last
        for group in (*_groups(line), *(named_here or (_named_in(near, line) if near is not own else ()))):
            if group.how == "run" or v.id in {p.id for p in group.parts} or not _of_the_order(v, group):
                continue
            if any(p.fact.is_forecast != v.fact.is_forecast for p in group.parts):
                continue  # "all three would then be worth": of another time
            counted = len(group.parts) > 2 and len(group.parts) in said
            named = all(mentions(near, without_period(label), label_tokens(near)) >= 0.75 for label in group.labels)
            first = group.how == "top" and len(group.parts) in said and FIRST_OF.search(near)
            if first and is_of_other_rows(near, line):
                continue
            if first and (kind := _FIRST_KIND.search(near)) and not _is_of_kind(material, line, kind[1]):
                continue  # 前三大省份, and these are channels
            if not (named or first or (counted and group.how in ("all", "listed"))):
                continue
            noun = tokens(v.fact.counted_noun or "") if v.dimension == "count" else frozenset()
            if (
                named
                and len(group.parts) == 2
                and noun
                and noun.isdisjoint(_nouns(line) | tokens(" ".join(group.labels)))
            ):
                continue  # 30 kilns and 25 of them lit are no bakers
            shared = bool(_nouns(line) & _nouns_of(v))
            score = (
                _confidence(material, claim, sentence, group)
                + (0.1 if named and counted else 0.0)
                + (0.15 if shared else 0.0)
            )
            if best is None or score > best.confidence:
                best = StatedSum(group.parts, v, score)
    return best if best and best.confidence >= HOLDS_FROM else None


def _said_before(claim: Claim, sentence: Sentence) -> str:
    """The words before a number; of a share put beside an amount of several named together, those before that too."""
    at = sentence.place(claim)
    last = sentence.claims[at - 1] if at and claim.view.dimension == "percent" else None
    joint = last is not None and SUM_WORDS.search(last.before) and not counts(last.before)
    return (
        f"{last.before}{claim.before}" if last and joint and stated_part(sentence, at) == last.view.id else claim.before
    )


def _named_in(text: str, line: Line) -> Iterator[Group]:
    """The parts of a line that a text names, where those are several and not all."""
    words = label_tokens(text)
    named = [e for e in line.parts[:MOST_PARTS] if mentions(text, _unbracketed(e.label), words) > 0.99]
    if 1 < len(named) < len(line.parts):
        views = tuple(e.view for e in named)
        labels = tuple(_unbracketed(e.label) for e in named)
        yield Group(line, views, labels, "named", sum((v.value for v in views), Decimal(0)))


def _unbracketed(label: str) -> str:
    """A label without its period and what stands in brackets behind it: "Rent (net)"."""
    return without_period(_IN_BRACKETS.sub("", label)) or without_period(label)


def is_of_other_rows(text: str, line: Line) -> bool:
    """Whether a text counts leaders of a kind that nothing calls the rows of a table: "the five largest vendors", and these are parts."""
    of = _LEADERS_OF.search(text) if line.source == "table" else None
    return of is not None and label_tokens(of[1] or of[2]).isdisjoint(label_tokens(f"{line.title} {line.label}"))


def _is_of_kind(material: Material, line: Line, kind: str) -> bool:
    """Whether the rows of a line may be what a text calls them: no other line of the page is called so."""
    named = [x for x in material.lines_on.get(line.page, ())[:60] if kind in f"{x.title}{x.label}"]
    return not named or line in named


def _spread_over(claim: Claim, sentence: Sentence) -> int | None:
    """How many parts a number is said to fall into: "850 models are applied across six scenarios", "分布于31个省"."""
    following = sentence.claims[sentence.place(claim) + 1 :]
    if not following or following[0].view.fact.kind != "count" or not _OVER.search(claim.rest):
        return None
    return int(following[0].view.value)


def _of_the_order(v: View, group: Group) -> bool:
    """Whether a number can be meant as the sum of the parts: above each of them, and not far from their sum."""
    if v.dimension == "percent" and group.total > 101:
        return False  # rates side by side, not shares of one whole
    return v.value > max(p.value for p in group.parts) and group.total / 3 <= v.value <= group.total * 3


def _nouns(line: Line) -> frozenset[str]:
    return tokens(f"{line.label} {line.title}")


def _nouns_of(v: View) -> frozenset[str]:
    return tokens(f"{v.fact.counted_noun or ''} {v.metric}")


def _in_text(material: Material) -> Iterator[StatedSum]:
    """Parts that stand one after the other in the text and add up to a number beside them or told elsewhere."""
    for sentence in material.sentences:
        near = material.near(sentence, 1)
        pool = [
            v
            for s in reversed(near)
            for v, c in zip(s.views, s.claims, strict=True)
            if c.kind in ("level", "share") and not v.is_range
        ]
        here = {v.id for v in sentence.views}
        done: set[str] = set()
        for size in (2, 3, 4, 5):
            for start in range(max(0, min(len(pool), 14) - size + 1)):
                parts = pool[start : start + size]
                if (
                    len({p.dimension for p in parts}) > 1
                    or not here & {p.id for p in parts}
                    or not _can_be_whole(parts[0])
                ):
                    continue
                total = _total_for(material, parts, pool)
                if total is not None and total.id not in done:
                    done.add(total.id)
                    yield StatedSum(tuple(parts), total, 0.7)


def _total_for(material: Material, parts: Sequence[View], pool: Sequence[View]) -> View | None:
    whole = iv.add(p.interval for p in parts)
    ids = {p.id for p in parts}
    if (
        whole.low is None
        or whole.high is None
        or min(len(p.digits) for p in parts) < 2
        or sum(len(p.digits) for p in parts) < 5
    ):
        return None
    for v in pool:
        if (
            v.id not in ids
            and v.dimension == parts[0].dimension
            and len(v.digits) > 2
            and iv.meets(whole, v.interval)
            and v.value > max(p.value for p in parts)
        ):
            return v
    spans = {p.span for p in parts}
    if len(parts) != 2 or len(spans) != 2 or None in spans or not all(s and s.kind in ("H", "Q") for s in spans):
        return None
    first, last = parts[0].span, parts[1].span
    if (
        first is None
        or last is None
        or first.last != last.last
        or {first.part, last.part} != {1, 2}
        or first.kind != "H"
    ):
        return None
    year = type(first)("Y", first.last, first.last)
    found = material.close_to(whole.low, whole.high, parts[0].dimension, year)
    return max(found, key=lambda v: (words_agree(material, v, parts[0]), v.id), default=None)


def lists_shares(sentence: Sentence) -> tuple[Claim, ...]:
    """The shares that one sentence lists as parts of a whole."""
    return tuple(
        c for c in sentence.claims
        if c.kind == "share" and c.view.fact.kind == "percent" and not c.view.is_range
        and not _JOINT.search(plain(c.before))
    )  # fmt: skip

"""A stated range or limit against the series that it limits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Line, is_rest, is_total, without_period
from wpextract.consistency.linking import TOLD, mentions
from wpextract.consistency.listed import REST_SAID, series_told
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Member, Relation
from wpextract.consistency.relations import listed, quoted, relate, sum_in
from wpextract.consistency.sums import FIRST_OF, OUTSIDE, adds_up
from wpextract.consistency.trends import Trend, trends
from wpextract.consistency.words import (
    COUNT,
    EVERY,
    GROWTH_LABEL,
    JOINT,
    LIMITED,
    LIMITS,
    SHARE_LABEL,
    YEAR,
    counts,
    label_tokens,
    number_of,
    plain,
)

_SUBJECT = 10  # Chinese characters before "all" in which it says of what
_NOUN = 4  # words behind "every" in which it says of what
_ALL_SHARES = 101  # percent: what shares of one whole come to, rounded up
_FEW = 2  # values that are no row or column of things alike
_BUT = re.compile(  # what a limit is not set for
    r"除(?:了)?[^，。；]{2,14}?(?:之?外|以外)"
    r"|\b(?:[Ee]xcept(?: for)?|[Aa]part from|[Oo]ther than|[Oo]utside(?: of)?|[Ww]ith the exception of)"
    r" (?:the )?[A-Z][\w’'-]*(?: (?:and |of )?[A-Z][\w’'-]*){0,3}"
    r"|^(?:Except(?: for)?|Apart from|Other than|Outside(?: of)?|With the exception of) [a-z][a-z-]*(?: (?:and )?[a-z-]+){0,2}(?=,)"
)
_AT_ALL_TIMES = re.compile(
    r"\b(?:throughout|always|never|(?:every|each|any|no) (?:single )?year|(?:each|all) of (?:the|these|those) (?:\w+ )?years)\b"
    r"|始终|一直|每年|历年|各年",
    re.IGNORECASE,
)
_YEARS_RUNNING = re.compile(r"连续([一二两三四五六七八九十]|\d{1,2})年[^，。；\d增长升降]{0,6}$")
_FOR_YEARS_RUNNING = re.compile(
    rf"(?: [a-z]+){{0,5}} (?:for |in )?{COUNT}"
    r" (?:(?:consecutive|straight|successive) years|years (?:running|in a row))\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^\s*(?:(?:figure|fig\.?|chart|table|exhibit)\s*[\d.-]+|[图表]\s*[\d.-]+)[:.：]?\s*", re.IGNORECASE
)
_TWO = re.compile(r"\w{2,} (?:and|&) \w{2,}|[一-鿿]{2,}[与和及][一-鿿]{2,}")
_LEADERS = re.compile(r"\bleaders\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\s*(?:and|&|,|[、，与和及])\s*\w", re.IGNORECASE)
_FOR_ALL = re.compile(
    r"\b(?:all|every|each|none|never|no|always|throughout|stayed|remained|kept|varied|ranged|between|within)\b|从未|始终|均|都|一直|不等|介于",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\W*(?:all|none|no|each|every|they)\b|各|均|都|全部", re.IGNORECASE)
_A_RATE = re.compile(r"(?<![占有])率|\b(?:rate|utili[sz]ation|margin)s?\b", re.IGNORECASE)  # of each, and no share
_ALL_OTHERS = re.compile(r"\b(?:the )?(?:others|rest|remainder)\b|其余|其他", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|every|none|no|any)\b|[均都各]|没有", re.IGNORECASE)
_EXACTLY = re.compile(r"\b(?:exact(?:ly)?|precise(?:ly)?|to be (?:precise|exact))\b|具体为|准确|确切", re.IGNORECASE)
_THEY_HOLD = re.compile(
    r"\bthey (?:hold|have|held|had|account(?:ed)? for|ma[kd]e up|take|took|represent(?:ed)?)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_SO_OFTEN = re.compile(r"(?:every|each) (?:single )?(?:day|week|month|hour|night|morning)\b", re.IGNORECASE)
_FOR_EVERY = re.compile(r"[Ff]or every (?:\w+ )?(?:yuan|dollar|euro|pound|rupee|unit|tonne|job|person|one|\d+)\b")
_ALL_OTHER = re.compile(r"\ball (?:of )?(?:the )?others?\b[^.;,]*$|其[余他](?:各|所有|全部)?[^，。；]{0,10}[均都]")
_STILL = re.compile(  # between a figure and the limit that is said of it
    r"(?: (?:of|in|for) [^,;.]{1,40})?\s*[，,]\s*(?:and |but )?(?:still |仍|仍然|还|依然|尚)(?:well |just |far |only )?"
    r"(?:below|under|(?:less|fewer|more) than|above|over|低于|不足|不到|高于|超过|逾)?\s*",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"\s*(?:$|[.;,，。；])")  # behind a limit of nothing but what was told
_SINCE = re.compile(r"\bsince\b|\bafter\b|\bfrom\b|自|以来|从", re.IGNORECASE)


def within(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The whole of the series against the stated limits, cut to what the limits must all contain."""
    values, limit = xs[:-1], xs[-1]
    worst = [x for x in values if not iv.meets(x, limit)]
    return (worst[0] if worst else iv.hull(values)), limit


def limits(material: Material) -> Iterator[tuple[Claim, Sentence, Line, tuple[View, ...], float]]:
    """Ranges in the text with the values of a chart's or table's series that they limit, and the confidence."""
    for sentence in material.sentences:
        for claim in sentence.claims:
            v = claim.view
            if not v.is_range or not v.is_level or v.interval.low is None or v.interval.high is None:
                continue
            start = claim.base_years[0] if claim.base_years else v.span.first if v.span else None
            if start is None or not _SINCE.search(sentence.text):
                continue
            for line in material.lines_on.get(v.page, ())[:40]:
                if not line.over_time or line.dimension != v.dimension:
                    continue
                views = tuple(
                    e.view
                    for e in line.entries
                    if e.view.span and e.view.span.last >= start and not e.view.fact.is_forecast
                )
                if len(views) >= 2:
                    yield claim, sentence, line, views, 0.25 + 0.4 * material.coverage(line.words, v.around)


def universal(material: Material) -> Iterator[tuple[Claim, Line, tuple[View, ...], float]]:
    """Limits that a sentence sets for every entry of a series or row ("below 35% in every region"), and the confidence."""
    for sentence in material.sentences:
        every = EVERY.search(sentence.text)
        if (
            not every
            or _FOR_EVERY.match(sentence.text, max(0, every.start() - 4))
            or _SO_OFTEN.match(sentence.text, every.start())
        ):
            continue
        behind = " ".join(sentence.text[every.end() :].split()[:_NOUN])  # "every harbour"; 各地的占用率均: before it
        things = label_tokens(behind if every.group().isascii() else sentence.text[: every.start()][-_SUBJECT:])
        for claim in sentence.claims:
            v = claim.view
            if v.fact.comparator not in LIMITS or v.is_range:
                continue
            alone = sum(c.view.fact.comparator in LIMITS for c in sentence.claims) == 1
            if not alone and not EVERY.search(f"{claim.before} | {claim.rest}"):
                continue  # "never below 3.50, and topped 5 in November"
            lines = [x for x in material.lines_on.get(v.page, ())[:40] if x.dimension == v.dimension]
            lines += _elsewhere(material, sentence, v)
            if claim.kind == "growth":  # "not one of the five grew by less than 4%"
                lines = [x for x in lines if GROWTH_LABEL.search(f"{x.label} {x.title}")]
            named = [found for x in lines if (found := _named(material, sentence, claim, x))]
            yield from named
            nameless = [x for x in lines if x.over_time and not without_period(x.label)]
            if not named and len(nameless) == 1 and _AT_ALL_TIMES.search(sentence.text):
                about = label_tokens(v.metric) & label_tokens(nameless[0].title)
                named = [(claim, nameless[0], _of_its_time(v, nameless[0]), TOLD)] if about else []
                yield from named
            across = [x for x in lines if not x.over_time]
            meant = [(x, tuple(y for y in _of_its_time(v, x) if y not in _sums(x))) for x in across]
            meant = [(x, _spoken_of(claim, x, views)) for x, views in meant]
            meant = [(x, views) for x, views in meant if len(views) > _FEW]
            told = [(x, views) for x, views in meant if not things.isdisjoint(label_tokens(x.title))]
            told = told or [(x, views) for x, views in meant if _says_title(sentence, x)]
            if not named and len(told) == 1:
                yield claim, *told[0], TOLD
            elif not named and claim.kind == "growth":
                grown = [(x, parts) for x, _ in meant if len(parts := _rows(material, x)) in counts(sentence.text)]
                yield from ((claim, *x, TOLD) for x in grown if len(grown) == 1)
            elif (
                not named and v.fact.kind == "percent" and not _A_RATE.search(sentence.text)
            ):  # "none of the six has more than 6%", and one column has shares of six
                number = counts(sentence.text)
                listed_all = [(x, parts) for x, _ in meant if len(parts := _parts(x)) in number]
                shares = [x for x in listed_all if SHARE_LABEL.search(x[0].label or x[0].title)] or listed_all
                if len(shares) == 1:
                    yield claim, *shares[0], TOLD


def _says_title(sentence: Sentence, line: Line) -> bool:
    """Whether a sentence says what the title of a chart of one series does, years aside."""
    title = label_tokens(YEAR.sub(" ", _NUMBERED.sub("", line.title)))
    return not line.label and len(title) > 1 and title <= label_tokens(sentence.text)


def _elsewhere(material: Material, sentence: Sentence, v: View) -> list[Line]:
    """The series of charts of other pages that a limit may be of: beside one that has two other figures of the sentence."""
    if not _AT_ALL_TIMES.search(sentence.text):
        return []
    shown: dict[str, set[str]] = defaultdict(set)
    for x in sentence.views:
        for other in material.close_to(x.value, x.value, x.dimension, x.span) if x.digits and x.id != v.id else ():
            if other.page != v.page and other.fact.container_id:
                shown[other.fact.container_id].add(x.id)
    beside = {k for k, told in shown.items() if len(told) > 1}
    return [x for x in material.lines if x.container_id in beside and x.dimension == v.dimension and x.over_time]


def for_years_running(material: Material) -> Iterator[tuple[Claim, Line, tuple[View, ...], float]]:
    """Limits that a series is said to have kept for so many years: "A has been above 20 thousand for two years running"."""
    for sentence in material.sentences:
        for claim in sentence.claims:
            v, said = claim.view, _YEARS_RUNNING.search(claim.before) or _FOR_YEARS_RUNNING.match(claim.rest)
            if v.fact.comparator not in LIMITS or v.is_range or said is None:
                continue
            years = number_of(said[1])
            last = v.span.last if v.span is not None and v.span.kind == "Y" else material.latest or 0
            words = label_tokens(f"{claim.leads[0] if claim.leads else ''} {claim.before}")
            for line in material.lines_on.get(v.page, ())[:40] if last else ():
                if not line.over_time or line.dimension != v.dimension or not line.label:
                    continue
                views = tuple(x for s, x in line.by_span.items() if s.kind == "Y" and last - years < s.last <= last)
                if len(views) == years and mentions(claim.before, without_period(line.label), words) > 0.99:
                    yield claim, line, views, TOLD


def of_all_others(material: Material) -> Iterator[tuple[Claim, Line, tuple[View, ...], float]]:
    """Limits of all rows but the one whose figure the sentence tells: "A has 9.6%, and all other vendors are below 4%"."""
    for sentence in material.sentences:
        for claim in sentence.claims:
            v = claim.view
            if v.fact.comparator not in LIMITS or v.is_range or not _ALL_OTHER.search(claim.before):
                continue
            words = label_tokens(sentence.text)
            for line in (
                x for x in material.lines_on.get(v.page, ())[:40] if x.dimension == v.dimension and not x.over_time
            ):
                parts = [e for e in line.parts if not is_rest(e.label) and e.view not in _sums(line)]
                named = [e.view for e in parts if mentions(sentence.text, without_period(e.label), words) > 0.99]
                told = len(named) == 1 and any(
                    iv.meets(c.view.interval, named[0].interval) and c.view.digits == named[0].digits
                    for c in sentence.claims
                )
                if told and len(parts) > _FEW:
                    yield claim, line, tuple(e.view for e in parts if e.view is not named[0]), TOLD


def _spoken_of(claim: Claim, line: Line, views: tuple[View, ...]) -> tuple[View, ...]:
    """Of the values of a line those whose names lead to a limit ("A and B are both below 3,000"); all where none does."""
    said = claim.leads[0] if claim.leads else claim.before
    words = label_tokens(said)
    names = ((e.view.id, without_period(e.label)) for e in line.entries if not (is_rest(e.label) or is_total(e.label)))
    named = {view_id for view_id, name in names if name and mentions(said, name, words) > 0.99}
    return tuple(v for v in views if v.id in named) if named else views


def _parts(line: Line) -> tuple[View, ...]:
    """The values of a line that are neither a total nor a rest."""
    return tuple(e.view for e in line.parts if not is_rest(e.label) and e.view not in _sums(line))


def _rows(material: Material, line: Line) -> tuple[View, ...]:
    """The values of a column of rates whose rows are neither a rest nor, by any of their other values, a total."""
    page = material.lines_on.get(line.page, ())
    beside = [x for x in page if x.container_id == line.container_id and x.is_column and not is_total(x.label)]
    totals = {e.label for x in beside for e in x.entries if e.view.id in material.totals or is_total(e.label)}
    return tuple(e.view for e in line.parts if e.label not in totals and not is_rest(e.label))


def _sums(line: Line) -> list[View]:
    """What a row of all others is: called a total, or by their number ("Six suppliers" under six rows)."""
    return [e.view for n, e in enumerate(line.entries) if is_total(e.label) or counts(e.label)[:1] == [n]]


def _named(
    material: Material, sentence: Sentence, claim: Claim, line: Line
) -> tuple[Claim, Line, tuple[View, ...], float] | None:
    """A line that a sentence names, and none of its entries apart."""
    label, v, but = without_period(line.label), claim.view, _BUT.search(sentence.text)
    text = sentence.text.replace(but.group(), " ") if but else sentence.text
    words, views = label_tokens(text), _of_its_time(v, line)
    if but and not line.over_time:
        left_out = label_tokens(but.group())
        parts = [e for e in line.parts if mentions(but.group(), e.label, left_out) <= 0.99]
        views = tuple(e.view for e in parts if e.view in views) if len(parts) == len(line.parts) - 1 else ()
    views = views if line.over_time else tuple(x for x in views if x not in _sums(line))
    if len(views) < 2 or not label or mentions(text, label, words) <= 0.99:
        return None
    if not line.over_time and any(mentions(text, e.label, words) > 0.99 for e in line.entries if not is_total(e.label)):
        return None
    always = 0.12 if line.over_time and _AT_ALL_TIMES.search(text) else 0.0
    always += 0.1 if but and not line.over_time else 0.0  # one row is left out, and the others are meant
    return claim, line, views, 0.5 + always + 0.25 * material.coverage(v.words & material.subjects, line.words)


def _of_its_time(v: View, line: Line) -> tuple[View, ...]:
    """The values of a line that a limit is set for: those in its span of years, or of its year where they differ in theirs."""
    views = tuple(e.view for e in line.entries)
    if v.span is None or v.span.kind not in ("Y", "R", "S") or (line.over_time and v.span.kind == "Y"):
        return views
    first, last = v.span.first, None if v.span.kind == "S" else v.span.last
    return tuple(x for x in views if x.span is None or (first <= x.span.last and (last is None or x.span.last <= last)))


def joint(material: Material) -> Iterator[tuple[Claim, Line, tuple[View, ...], float]]:
    """Limits of several entries of a row or column together ("A and B taken together hold more than 55%"), and the confidence."""
    for sentence in material.sentences:
        for claim in sentence.claims:
            v, said = claim.view, f"{claim.leads[0] if claim.leads else ''} {claim.before[-90:]}"
            if v.fact.comparator not in LIMITS or v.is_range:
                continue
            if _THEY_HOLD.search(claim.before):  # "the five shipped 1,402 MW, so that they hold less than half"
                said = v.said_before
            elif not JOINT.search(said):
                continue
            words, number = label_tokens(said), list(dict.fromkeys(counts(said)))
            if _told_together(sentence, claim):
                continue
            for line in material.lines_on.get(v.page, ())[:60]:
                sums = _sums(line)
                parts = [e for e in line.parts if not is_rest(e.label) and e.view not in sums]
                if line.over_time or line.dimension != v.dimension or not adds_up(line):
                    continue
                if len(_of_its_time(v, line)) < len(line.entries):
                    continue
                rest = [e.view for e in line.entries if is_rest(e.label)]
                if OUTSIDE.search(said):  # "those outside the top five together": the rest
                    if len(rest) == 1 and (
                        v.dimension == "percent" and SHARE_LABEL.search(f"{line.label} {line.title}")
                    ):
                        yield claim, line, (rest[0],), 0.7
                        break
                    continue
                named = [e for e in parts if mentions(said, without_period(e.label), words) > 0.99]
                if len(named) < 2 and len(parts) in number:
                    named = parts
                elif (
                    not named
                    and len(number) == 1
                    and 1 < number[0] < len(parts)
                    and (FIRST_OF.search(said) or _LEADERS.search(said))
                ):
                    named = sorted(parts, key=lambda e: -e.view.value)[: number[0]]
                if len(named) == 1 and v.dimension == "percent" and _is_all_named(said, named[0].label):
                    yield claim, line, (named[0].view,), TOLD  # "Latin America and Africa", one slice
                    break
                if len(named) > 1 and (not number or len(named) in number) and len(named) < len(line.parts):
                    yield claim, line, tuple(e.view for e in named), 0.66
                    break
            else:
                yield from _of_so_many(material, claim, said, number)


def _is_all_named(said: str, label: str) -> bool:
    """Whether a text names the two things of one label ("Latin America and Africa") and joins no third to them."""
    at = plain(said).find(plain(label))
    return bool(_TWO.search(label)) and at >= 0 and not _ANOTHER.match(plain(said), at + len(plain(label)))


def joint_in_texts(material: Material) -> Iterator[tuple[Claim, tuple[View, ...]]]:
    """Joint limits with the numbers that their own sentence tells right before them."""
    for sentence in material.sentences:
        for claim in sentence.claims:
            if told := _told_together(sentence, claim):
                yield claim, told


def _told_together(sentence: Sentence, claim: Claim) -> tuple[View, ...]:
    """The numbers right before a joint limit of the same sentence, two at least: "甲占13%，乙占11%，两者合计不足25%"."""
    if claim.view.fact.comparator not in LIMITS or claim.view.is_range or not JOINT.search(claim.before[-30:]):
        return ()
    if REST_SAID.search(claim.before):
        return ()  # of what those told leave
    told: list[View] = []
    for c in reversed(sentence.claims[: sentence.place(claim)]):
        if c.view.dimension != claim.view.dimension or c.view.fact.comparator not in ("=", "~") or c.view.is_range:
            break
        told.insert(0, c.view)
    number = counts(claim.before[-30:])
    return tuple(told) if len(told) > 1 and (not number or len(told) in number) else ()


def _of_so_many(
    material: Material, claim: Claim, said: str, number: Sequence[int]
) -> Iterator[tuple[Claim, Line, tuple[View, ...], float]]:
    """The column of a table, wherever it stands, that a joint limit names and that has as many rows as it counts."""
    words, v = label_tokens(said), claim.view
    found = []
    for line in material.lines if number else ():
        label = without_period(line.label)
        if line.source == "table" and not line.over_time and line.dimension == v.dimension and label:
            parts = _parts(line)
            shares = v.dimension == "percent"
            if shares and sum(x.value for x in parts) > _ALL_SHARES:
                continue  # each of another whole
            if (
                len(parts) in number
                and mentions(said, label, words) > 0.99
                and v.span in {None, *(x.span for x in parts)}
            ):
                found.append((line, parts))
    if len(found) == 1:
        yield claim, *found[0], TOLD


def within_texts(material: Material) -> Iterator[tuple[Claim, tuple[View, ...]]]:
    """Limits of a text with the numbers that it lists in the same breath, or with the exact figure that it goes on to tell.

    "All five have at least 90 days, their cover being 94, 97, 83 ..."; "fewer than 200, 187 to be precise".
    """
    for series in series_told(material):
        behind = [s for s in material.following(series.sentence) if _OF_ALL.match(s.text)]
        for s in (series.sentence, *material.near(series.sentence, 1)[1:], *behind):
            for claim in s.claims if s.block_id == series.sentence.block_id else ():
                limits = claim.view.digits and (claim.view.is_range or claim.view.fact.comparator in LIMITS)
                own = claim.view.id in {v.id for v in series.views} or claim.view.dimension != series.views[0].dimension
                if (
                    limits
                    and not own
                    and not (claim.view.fact.comparator == ">" and LIMITED.search(claim.before))  # "none exceeds 4%"
                    and not REST_SAID.search(claim.before[-40:])
                    and _FOR_ALL.search(f"{claim.before} {claim.rest}")
                ):
                    yield claim, series.views
    for sentence in material.sentences:
        spoken = (*sentence.claims, *(c for s in material.following(sentence) for c in s.claims[:1]))
        for limit, exact in pairwise(spoken):
            v = limit.view
            if (
                v.fact.comparator in LIMITS
                and not v.is_range
                and exact.view.dimension == v.dimension
                and exact.view.digits
            ):
                if exact.view.fact.comparator == "=" and _EXACTLY.search(f"{exact.before[-40:]} | {exact.after[:24]}"):
                    yield limit, (exact.view,)
        for exact, limit in pairwise(sentence.claims):  # "B has 22.7%, still below 20%"
            of_one = limit.view.dimension == exact.view.dimension and exact.view.span == limit.view.span
            told = limit.view.fact.comparator in LIMITS and exact.view.fact.comparator == "=" and exact.view.digits
            if (
                of_one
                and told
                and _STILL.fullmatch(limit.before)
                and _NO_MORE.match(limit.rest)
                and not (limit.view.is_range or exact.view.is_range)
            ):
                yield limit, (exact.view,)


def sum_within(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The sum of the parts against the stated limit."""
    return iv.add(xs[:-1]), xs[-1]


def left_within(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """What the shares leave of a hundred against the stated limit."""
    return iv.subtract(iv.exactly(100), iv.add(xs[:-1])), xs[-1]


def left_in_texts(material: Material) -> Iterator[tuple[Claim, tuple[View, ...]]]:
    """Limits of all that the shares told before them leave: "A has 90%, all the others together less than 6%"."""
    for sentence in material.sentences:
        for n, claim in enumerate(sentence.claims):
            v, before = claim.view, [c.view for c in sentence.claims[:n] if c.view.fact.kind == "percent"]
            shares = v.fact.kind == "percent" and v.fact.comparator in LIMITS and not v.is_range
            if not shares or not before or not _ALL_OTHERS.search(claim.before) or _EACH.search(claim.before):
                continue
            exact = all(x.fact.comparator == "=" and x.span == v.span and not x.is_range for x in before)
            parts = all(c.kind in ("share", "level") for c in sentence.claims[:n] if c.view in before)
            if exact and parts and JOINT.search(claim.before) and sum(x.value for x in before) < 100:
                yield claim, tuple(before)


def _drawn_beside(material: Material, claim: Claim, told: Sequence[View]) -> tuple[View, ...]:
    """The other shares of the one line of a limit's page that shows those told and makes up a hundred; else nothing."""
    found = []
    for line in material.lines_on.get(claim.view.page, ())[:40]:
        parts = [e.view for e in line.parts]
        shown = [v for v in parts if any(v.dimension == t.dimension and v.digits == t.digits for t in told)]
        whole = not line.over_time and iv.meets(iv.add(v.interval for v in parts), iv.exactly(100))
        if whole and len(shown) == len(told) < len(parts):
            found.append(tuple(v for v in parts if v not in shown))
    return found[0] if len(found) == 1 else ()


def bounds(material: Material) -> Iterator[Relation]:
    """Every value of a series since the year named, or of all that are meant, lies within the stated limits.

    Links rest on words and page; a limit that fails is told as a warning at most, since what it covers is a reading.
    Source: interval containment (Moore 1966).
    """
    for claim, _, line, views, confidence in limits(material):
        yield relate(
            "bounds",
            within,
            [*((v, "part") for v in views), (claim.view, "claim")],
            quoted(claim.view),
            f"the range of {listed(views)} ({line.title or line.label}, page {line.page})",
            f"{listed(views)} within {claim.view.name}",
            confidence,
            diagnosis=f"The limits would have to leave room for {listed([v for v in views if not iv.meets(v.interval, claim.view.interval)])}.",
            severity="warning",
        )
    limited = (*universal(material), *for_years_running(material), *of_all_others(material))
    on_lines = ((c, x.label or x.title, x.page, views, sure) for c, x, views, sure in limited)
    in_texts = ((c, "", c.view.page, views, TOLD) for c, views in within_texts(material))
    for claim, name, page, views, confidence in (*on_lines, *in_texts):
        outside = [v for v in views if not iv.meets(v.interval, claim.view.interval)]
        yield relate(
            "bounds",
            within,
            [*((v, "part") for v in views), (claim.view, "claim")],
            f"{claim.view.fact.comparator} {quoted(claim.view)}",
            f"a limit of {listed(views)} ({', '.join(filter(None, (name, f'page {page}')))})",
            f"{listed(views)} against {claim.view.name}",
            confidence,
            diagnosis=f"The limit would have to leave room for {listed(outside)}.",
            complaint=f"{quoted(claim.view)} is said to limit {f'all of {name}' if name else listed(views)}, but {listed(outside)} lies outside.",
        )
    on_lines = ((c, x.title or x.label, x.page, views, sure) for c, x, views, sure in joint(material))
    in_texts = ((c, "", c.view.page, views, TOLD) for c, views in joint_in_texts(material))
    for claim, name, page, views, confidence in (*on_lines, *in_texts):
        yield relate(
            "bounds",
            sum_within,
            [*((v, "part") for v in views), (claim.view, "claim")],
            f"{claim.view.fact.comparator} {quoted(claim.view)}",
            f"a limit of {sum_in(views, claim.view)}, the sum of {listed(views)} ({', '.join(filter(None, (name, f'page {page}')))})",
            f"{' + '.join(v.name for v in views)} against {claim.view.name}",
            confidence,
        )
    for claim, views in left_in_texts(material):
        others = _drawn_beside(material, claim, views)
        shown = others or views
        yield relate(
            "bounds",
            sum_within if others else left_within,
            [*((v, "part") for v in shown), (claim.view, "claim")],
            f"{claim.view.fact.comparator} {quoted(claim.view)}",
            f"a limit of what {listed(views)} leave of all" + (f", {listed(others)}" if others else ""),
            " + ".join(v.name for v in others) if others else f"100% - {' - '.join(v.name for v in views)}",
            TOLD,
        )
    for trend in trends(material):
        yield _steady(trend)


def _steady(trend: Trend) -> Relation:
    """A course that is said to rise (fall) at every step, whose steps are none below (above) nothing."""
    against = trend.against
    way = "rises" if trend.is_rise else "falls"
    shown = " to ".join(v.name for v in trend.values)
    turned = f"from {against[0].name} to {against[1].name}" if against else ""
    return Relation(
        rule="bounds",
        members=(Member("blocks", trend.block_id, "claim"), *(Member("facts", v.id, "part") for v in trend.values)),
        pages=tuple(sorted({trend.page, trend.line.page})),
        derived=iv.exactly(-1 if against else 1),
        printed=Interval(iv.exactly(0).low, None),
        unit="1",
        statement=f"{trend.line.label or trend.line.title} {way} at every step, {shown}: {trend.text[:200]}",
        computation=f"{shown}: {f'turns {turned}' if turned else f'{way} throughout'}",
        confidence=trend.confidence,
        diagnosis=f"The text would have to leave out the step {turned}." if turned else None,
        complaint=f"{trend.line.label or trend.line.title} is said to go one way at every step, but it goes {turned}: {trend.text[:200]}",
        severity_if_fails="warning",
    )

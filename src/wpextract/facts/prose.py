"""The facts and numeric tokens of prose and of boxes of key figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wpextract.facts.dating import date_numbers, is_contrasted
from wpextract.facts.dating_spans import counted_from, of_the_same_years, span_of, sums_up
from wpextract.facts.expecting import RATES, is_forecast, is_left_behind
from wpextract.facts.layout import LIST_NUMBER, Label
from wpextract.facts.model import Disposition, Fact, NumberToken
from wpextract.facts.naming import Name, Topic, name_label, name_numbers
from wpextract.facts.record import record, sole
from wpextract.facts.sentences import sentences
from wpextract.facts.times import NOTHING, Calendar, Told, When, periods_of
from wpextract.ids import Ids
from wpextract.quantities import find_periods, find_quantities, lost_dash, numeric_tokens, points_of_shares
from wpextract.quantities.model import Period, Quantity
from wpextract.reading.model import Block, Box, Document, Place

_UNIT_HEAD = re.compile(r"^\s*[(（]?\s*(?:units?|单位)\s*[:：]", re.IGNORECASE)
_POINTING = re.compile(
    r"(?:This|That|These|Those)\b[^,;]{0,20}?\b(?:is|was|are|were|represents?|equals?|means|implies|corresponds?|amounts?)\b|[这此]"
)
_PRONOUN = re.compile(
    r"(?:It(?!\s+(?:takes|took|costs?)\b)|They|Its|Their)\b"
)  # of a paragraph that goes on with the one before
_FROM = re.compile(r"(?:[由从自]|\bfrom)\s*$", re.IGNORECASE)
_TURNS = re.compile(  # "The break came in 2023. Budgets were found, and spending rose to N.": what a year is told for
    r"\b(?:break|breakthrough|turn|turning point|turnaround|surge|boom|jump|leap|spurt|slump|collapse|crash|peak|trough|dip"
    r"|setback|shock|rebound|recovery|exception|take-?off|(?:low|high) point|(?:best|worst|steepest|hardest|weakest|strongest)"
    r" year)\b|转折|拐点|低谷|高峰|例外|洗牌|反弹",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"\s*(?:to(?: (?:about|around|nearly|some|just|only))?|[一-鿿]{0,4}[至到为]约?)\s*", re.IGNORECASE
)
_CHANGES = re.compile(r"[由从]|\bfrom\b", re.IGNORECASE)
_INDEX = re.compile(r"\b(?:index|indices|scores?)\b", re.IGNORECASE)  # these move by points of their own
_ERROR = re.compile(r"\b(?:sampling|standard|statistical) errors?\b|\bmargins? of error\b", re.IGNORECASE)
_RATE_BASE = re.compile(r"(?:\bper|\bfor\s+(?:every|each)|每)\s*$", re.IGNORECASE)


def read_key_figure(
    document: Document, block: Block, label: Label, topic: Topic, calendar: Calendar, ids: Ids
) -> tuple[list[Fact], list[NumberToken]]:
    """The number of a box of key figures, named and dated by the words beside it."""
    text = f"{block.text} {label.words}"
    (alone,) = find_quantities(block.text, document.language)
    # its label may say what it measures: "262m" over "active users"
    labelled = [x for x in find_quantities(text, document.language) if x.end <= len(block.text)]
    q = labelled[0] if len(labelled) == 1 else alone
    heading = sole(find_periods(topic.heading, document.language))
    told = Told(ahead=heading, stays=True) if calendar.is_to_come(heading) else NOTHING
    (when,) = date_numbers(text, [q], periods_of(text, document.language, heading, calendar), heading, calendar, told)
    name = name_label(label.words, topic, q)
    expected = is_forecast(when, text, [q], 0, calendar)
    fact = _prose_fact(document, block, 0, text, q, name, when, expected, topic.heading, {}, ids)
    if not label.is_key_figure and (block.role == "chart_text" or q.kind == "count"):
        fact = replace(fact, source="chart", series=label.column, confidence=0.6)  # a bare figure in a picture
    return [fact], [
        NumberToken(
            block.page,
            t.text,
            "fact",
            fact.fact_id,
            place.box if (place := next(iter(block.boxes(t.start, t.end)), None)) else None,
        )
        for t in numeric_tokens(block.text, [q], [])
    ]


def read_prose(
    document: Document,
    block: Block,
    topic: Topic,
    is_contents: bool,
    number: int,
    repaired: dict[int, list[Box]],
    calendar: Calendar,
    ids: Ids,
) -> tuple[list[Fact], list[NumberToken], Topic]:
    facts: list[Fact] = []
    tokens: list[NumberToken] = []
    above = "" if topic.heading == block.text else topic.heading
    heading = _latest(find_periods(above, document.language))
    listed_at = ""
    opened: Period | None = None  # the time of which the sentence before told first
    ended: Period | None = None  # the time to which its change led
    spanned: Period | None = None
    turned: Period | None = None  # the year of the turn of which the sentence before told
    asked: Period | None = None  # when was what the paragraph tells asked for?
    stays = False  # does the paragraph tell of a time to come?
    topic = topic if _PRONOUN.match(block.text) else replace(topic, subjects=())
    topic = replace(topic, dated=None) if calendar.is_past(topic.dated) else topic
    for s, e in sentences(block.text):
        sentence = block.text[s:e]
        if not any(c.isdecimal() for c in sentence) and block.role in ("heading", "title", "source_note"):
            continue
        numbered = LIST_NUMBER.match(sentence)
        if numbered and not (s == 0 or block.role == "heading" or numbered.group().strip() == _next(listed_at)):
            numbered = None
        listed_at = numbered.group().strip() if numbered else listed_at
        skip = numbered.end() if numbered else 0
        readable = not is_contents and not (block.role == "heading" and _UNIT_HEAD.match(sentence))
        read = find_quantities(sentence, document.language) if readable else []
        of_shares = bool(topic.english) and topic.english[-1].kind in ("percent", "percentage_point")
        if (of_shares or _ERROR.search(sentence)) and not _INDEX.search(block.text):
            read = points_of_shares(sentence, read)
        quantities = [q for q in read if _counts(q, sentence) and q.end > skip and s + q.start >= number]
        periods = periods_of(sentence, document.language, topic.dated or heading, calendar)
        behind = block.text[:s].rstrip()[-1:]
        goes_on = sentence[:1].islower() or behind in (";", "；") or _POINTING.match(sentence)
        changes = bool(quantities) and _CHANGES.search(sentence, 0, quantities[0].start)
        carried = (opened if changes else ended) if goes_on else None  # of the same time
        carried, turned = carried or (turned if not periods else None), None
        told = Told(carried, spanned, topic.ahead, stays, asked)
        dates = date_numbers(sentence, quantities, periods, heading, calendar, told)
        dates = [
            When(topic.ranged, "sentence")
            if topic.ranged and of_the_same_years(sentence, q, w)
            else When(spanned, "sentence")
            if spanned and len(quantities) == 1 and sums_up(sentence, q, w)
            else When(years, "sentence")
            if (years := counted_from(sentence, q, periods, ended))
            else w
            for q, w in zip(quantities, dates, strict=True)
        ]
        if carried and carried is opened and ended and not periods:
            dates = _led_on(sentence, quantities, dates, opened, ended)
        spanned = span_of(dates) or (spanned if not quantities else None)
        topic = replace(topic, ranged=span_of(dates) or topic.ranged)
        placed: list[tuple[Quantity, Fact]] = []
        names, topic = name_numbers(sentence, quantities, periods, topic)
        for k, (q, name, when) in enumerate(zip(quantities, names, dates, strict=True)):
            if _only_rates(sentence, q):
                continue
            expected = is_forecast(when, sentence, quantities, k, calendar, above)
            if placed and q.kind in RATES and when.basis == "sentence" and when.period == dates[k - 1].period:
                expected |= placed[-1][1].is_forecast  # in 2030 it will be N, M% more than in 2025
            fact = _prose_fact(document, block, s, sentence, q, name, when, expected, above, repaired, ids)
            placed.append((q, fact))
        facts += [fact for _, fact in placed]
        spoken = [w.period for w in dates if w.period and w.basis == "sentence"]
        spoken = [p for p in spoken if p.kind not in ("since", "range")] or spoken
        changed = spoken and (
            is_left_behind(sentence, quantities, 0)
            or _FROM.search(sentence[: spoken[0].start])
            or _runs_on([fact for _, fact in placed])
        )
        opened = (spoken[0] if dates[0].basis == "sentence" else None) if spoken else carried
        ended = max(spoken, key=lambda p: p.last or date.min) if changed and opened else opened
        # "Prices bottomed in 2021. In that year ..."
        last = [p for p in (*spoken, *periods[: not quantities]) if not is_contrasted(sentence, p)]
        ahead = [p for p in (*spoken, *periods) if calendar.is_unknown(p)]
        told_last = dates[-1].period if dates else ahead[-1] if ahead else None
        if told_last and calendar.is_unknown(told_last):
            ahead = [*ahead, told_last]  # not a year named beside it: "11.1 by 2030, and overtakes the others in 2028"
        if quantities or periods:
            now = dates[-1].period if dates else periods[-1]
            asked = now if calendar.is_survey(now) else None
        if not quantities and len(periods) == 1 and calendar.is_past(periods[0]) and _TURNS.search(sentence):
            turned = periods[0]
        if quantities or ahead:
            stays = calendar.is_unknown(told_last) and (topic.announced or calendar.is_to_come(heading))
        topic = replace(topic, dated=last[-1] if last else topic.dated, ahead=ahead[-1] if ahead else topic.ahead)
        for token in numeric_tokens(sentence, quantities, periods):
            owner = next((f.fact_id for q, f in placed if q.start <= token.start < q.end), None)
            place = next(iter(block.boxes(s + token.start, s + token.end)), None)
            listed = is_contents or token.end <= skip or s + token.end <= number
            said: Disposition = (
                "fact" if owner else _disposition(token.disposition, listed or token.disposition == "fact")
            )
            page = place.page if place else block.page
            tokens.append(NumberToken(page, token.text, said, owner, place.box if place else None))
    return facts, tokens, topic


def _led_on(
    sentence: str, quantities: Sequence[Quantity], dates: Sequence[When], opened: Period, ended: Period
) -> list[When]:
    """The dates of a sentence that takes up those of the one before: what it leads on to is of the later of them.

    2019年为8.6，2024年降至4.7；另一类由3.4降到1.6
    """
    if (opened.first, opened.last) == (ended.first, ended.last):
        return list(dates)
    for k in range(1, len(dates)):
        between = sentence[quantities[k - 1].end : quantities[k].start]
        if _FROM.search(sentence[: quantities[k - 1].start]) and _LEADS_ON.fullmatch(between):
            return [*dates[: k - 1], When(opened, "sentence"), *(When(ended, "sentence") for _ in dates[k:])]
    return list(dates)


def _latest(periods: Sequence[Period]) -> Period | None:
    """Of the periods that a heading names the latest: "in 2020 and 2024"."""
    return max(periods, key=lambda p: p.last or date.min, default=None)


def _runs_on(facts: Sequence[Fact]) -> bool:
    """Whether a sentence follows one metric from a year to a later one: 2022年为N，2024年达到M."""
    first = facts[0] if facts else None
    return first is not None and any(
        (f.metric, f.kind, f.unit) == (first.metric, first.kind, first.unit)
        and f.period_end is not None
        and first.period_end is not None
        and f.period_end > first.period_end
        for f in facts[1:]
    )


def _only_rates(sentence: str, q: Quantity) -> bool:
    """Is a number but the base of a rate: per 10,000 people, for every 100 thousand, 每10万人, 1美元兑7元?"""
    if q.kind == "money" and q.value == 1 and re.match(r"\s*(?:兑|=|等于)", sentence[q.end :]):
        return True
    return (
        q.kind == "count"
        and q.value is not None
        and q.value >= 100
        and q.value.normalize().as_tuple().digits == (1,)
        and _RATE_BASE.search(sentence, 0, q.start) is not None
    )


def _next(number: str) -> str:
    """The number of the entry behind that of this one: of the notes in "1 Firms alone. 2 Without land."."""
    return str(int(number) + 1) if number.isdecimal() else ""


def _disposition(said: str, is_contents: bool) -> Disposition:
    if is_contents:
        return "reference"
    known: tuple[Disposition, ...] = (
        "axis", "date", "page_number", "reference", "identifier", "furniture", "decoration", "unread"
    )  # fmt: skip
    return next((k for k in known if k == said), "unread")


def _counts(q: Quantity, sentence: str) -> bool:
    """A bare number that stands alone (a stray label) measures nothing that could be said of it."""
    alone = not re.search(r"[A-Za-z]{2,}|[一-鿿]{2,}", sentence[: q.start] + sentence[q.end :])
    return not (alone and q.kind in ("count", "other", "rank") and not q.counted_noun)


def _prose_fact(
    document: Document, block: Block, offset: int, sentence: str, q: Quantity, name: Name, when: When, expected: bool,
    heading: str, repaired: dict[int, list[Box]], ids: Ids,
) -> Fact:  # fmt: skip
    boxes = block.boxes(offset + q.start, offset + q.end)
    page = boxes[0].page if boxes else block.page
    dash = _dash(document, q, sentence, boxes, repaired)
    return record(
        ids, page, "prose", block.block_id, q, metric=name.metric, geography=name.geography, when=when,
        forecast=expected, boxes=boxes, sentence=sentence,
        language=document.language, context=heading or None, char_start=offset + q.start, char_end=offset + q.end,
        dash=dash, confidence=_confidence(q, when, dash),
    )  # fmt: skip


def _confidence(q: Quantity, when: When, dash: str | None) -> float:
    """The chance that number, unit and period are right, from shares observed (benchmarks/confidence.py)."""
    bare = q.unit == "1" and not q.counted_noun and q.kind not in ("rank", "ratio")
    taken = {
        "a number with nothing that is measured or counted": 0.22 * bare,
        "a period that its sentence does not name": {"sentence": 0.0, "heading": 0.12, "title": 0.05}.get(when.basis or "", 0.03),
        "points whose two periods may be taken for one another": 0.12 * (q.kind == "percentage_point"),
        "a range whose dash may be lost": 0.4 * (dash == "doubted"),
    }  # fmt: skip
    return round(0.98 - sum(taken.values()), 2)


def _dash(
    document: Document, q: Quantity, sentence: str, boxes: Sequence[Place], repaired: dict[int, list[Box]]
) -> str | None:
    if any(place.box.holds_centre(box) for place in boxes for box in repaired.get(place.page, [])):
        return "repaired"
    if q.approximate_range:
        return "doubted"
    digits = q.value_as_printed
    if document.kind == "text" and digits.isdecimal() and len(digits) >= 3 and lost_dash(digits) is not None:
        plain = len(digits) >= 4 or q.currency or q.kind == "percent"
        return "doubted" if plain and "," not in sentence[q.start : q.end] else None
    return None

"""Dates against dates: a title and the years shown, a span and its length, the report's own date and what it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import combinations, pairwise

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.crossings import crossings
from wpextract.consistency.facts_view import Span
from wpextract.consistency.grids import Line
from wpextract.consistency.linking import WORTH, describes
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Member, Relation, Severity
from wpextract.consistency.relations import listed, quoted
from wpextract.consistency.words import COUNT, SCENARIO, YEAR, label_tokens, number_of, plain, tokens, word_of
from wpextract.facts.sentences import sentences
from wpextract.quantities import Period, find_periods, forecast_cues
from wpextract.reading.model import Block
from wpextract.tables.model import Cell, Table

_Dated = tuple[Block, str, Sequence[Period]]  # a sentence of a block, and the periods that it names

_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?\s*[EF]?\s*(?:[-–—~～至]|to)\s*((?:19|20)\d\d)\s*年?\s*[EF]?(?!\d)")


_LENGTH = re.compile(
    rf"\b{COUNT}[ -]years?\b[^.;,]{{0,24}}?\b(?:from|between)\s+((?:19|20)\d\d)\s*(?:to|and|through|[-–—])\s*((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LENGTH_ZH = re.compile(
    r"((?:19|20)\d\d)\s*年?\s*(?:至|到|[-–—~])\s*((?:19|20)\d\d)\s*年?[的这]?\s*([一二两三四五六七八九十]|\d{1,2})\s*年(?:间|内|里|来|时间)"
)
_IN_BUSINESS = re.compile(  # "set up in 2009, it had been in business for 15 years by 2024"
    rf"\b(?:founded|established|set up|opened|launched|begun)\s+in ((?:19|20)\d\d)\b[^.;]{{0,60}}?\bfor {COUNT} years (?:by|in|until|up to) ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LENGTH_BEHIND_ZH = re.compile(  # 2015年为20亿元，到2020年已是60亿元，五年间扩大至3倍
    r"((?:19|20)\d\d)\s*年(?:(?!(?:19|20)\d\d)[^。；]){1,40}?[到至]((?:19|20)\d\d)\s*年(?:(?!(?:19|20)\d\d)[^。；]){1,30}?"
    r"[，,]([一二两三四五六七八九十]|\d{1,2})\s*年(?:间|内|来|时间)"
)
_CLAUSE = re.compile(r"(?:[^,;，；]|,(?=\d))*[,;，；]?")
_WILL = re.compile(  # before a year: it is to come; "to" leads to a verb, and not to a place or a time
    r"\b(?:will|shall|to\s+(?!(?:the|an?|all|its?|their|our|this|that|these|those)\b)(?-i:[a-z])\w*)\s+[^,;]{0,40}$"
    r"|(?:[将拟]|计划|预定|安排)在?于?\s*$",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:start|began|begun|open|launch|commenc)\w*[^.;]{0,20}$|(?:始于|启动于?|开始于?|自|从)$", re.IGNORECASE
)
_ENDED = re.compile(  # all that stands between both dates: of one thing
    r"\s*,?\s*(?:and\s+)?(?:it |they )?(?:(?:was|were|is|had been|has been) )?"
    r"(?:complet|end|finish|clos|conclud|finali[sz])\w*\s*(?:(?:its|the|their) [^.,;\d]{3,36}?\s)?(?:(?:in|on|by|at|early|late|mid) ?)*"
    r"|[，,、并且后\s]*(?:至|到|于)?(?:结束|完成|完工|止|截止)于?\s*",
    re.IGNORECASE,
)
_LASTED_FROM = re.compile(  # what went on from one date to another: no plan that was moved, no comparison
    r"\b(?:fielded|conducted|carried out|collected|gathered|ran|lasted|took place|tried|tested)\b[^,.;\d]{0,12}\bfrom\s*$",
    re.IGNORECASE,
)
_MADE = re.compile(  # what must be before it can do what `_WORKED` says
    r"\b(?:publish|issu|adopt|approv|promulgat|enact|pass|sign|announc|found|establish|incorporat)ed\b[^.;]{0,12}$"
    r"|\b(?:ground was broken|construction (?:began|started))\b[^.;]{0,8}$",
    re.IGNORECASE,
)
_FOUNDED = re.compile(r"\b(?:found|establish|incorporat)ed\b|\b(?:ground|construction)\b", re.IGNORECASE)
_FOUNDED_IN = re.compile(r"\b(?:founded|established|incorporated|set up)\s+in\s*$", re.IGNORECASE)
_AND_DID = re.compile(  # "founded in 2010 in Alba and listed on the exchange in 2008"
    r"(?: in [A-Z][\w-]+)?\s*,?\s+and (?:first |then |later )?(?:listed|floated|opened|launched|commissioned|delivered|began|made|went|sold|built|flew)\b"
    r"(?:(?!\b\w+ed\b)[^,.;\d]){0,50}?\b(?:in|since)\s*"
)
_WORKED = re.compile(
    r"\s*,?\s*(?:and|but)?\s*(?:(?:it|they|which)\s+)?(?:(?:has|have|had|was|were|is|are|been|went|put|first)\s+){0,3}"
    r"(?:(?:enter(?:ed)?|came|come) into (?:force|effect|service|operation)|in (?:force|effect|operation)|t(?:ook|aken) effect"
    r"|held (?:its|the) (?:\w+ )?clos(?:e|ing)"
    r"|became effective|effective|listed(?: on the (?:[a-z]+ ){0,2}exchange)?|opened|commissioned|completed|into operation)"
    r"\s*(?:(?:in|on|from|since|by|at|the|early|late|mid) ?)*",
    re.IGNORECASE,
)
_MADE_ZH, _WORKED_ZH = (
    re.compile(
        r"(?:正式)?(?:发布|印发|出台|公布|颁布|通过|开标)[，,并且]+(?:中选|中标)?(?:结果|标准|新规|规定|办法)?(?:自|于|从)\s*|(?:正式)?(?:发布|印发|出台|公布|颁布|通过)(?:自|于|从)\s*"
    ),
    re.compile(r"\s*(?:起|正式|强制|全面|统一)*(?:施行|实施|生效|执行)"),
)
_FOLLOWED = re.compile(
    r"[^.;\d]{0,40}\b(?:followed|came (?:later|afterwards))\s+(?:only |then )?(?:in|on)\s*", re.IGNORECASE
)
_SO_LONG_AFTER = re.compile(  # "registered in May 2024 and first paid in November 2023, six months after registration"
    r"\s*,\s*(?:only |just |some |about )?\w+ (?:months?|years?|weeks?) after (?:(?:the|its|their) )?(\w{5})",
    re.IGNORECASE,
)
_STARTED_ZH = re.compile(
    r"(?:正式)?(?:开工|动工|启动|开建|成立|签约|提交|递交|申报|受理|立项|招标)[^，。；\d]{0,8}[，,](?:并|后|已)?[^，。；\d]{0,6}"
)
_DONE_ZH = re.compile(
    r"[^，。；\d]{0,4}(?:并网|投产|投运|竣工|建成|完工|交付|上市|获批|批准|验收|封顶|结题|中标)(?!的)"
)
_FROM = re.compile(r"[自从由于在]\s*$")
_TO = re.compile(r"\s*(?:to|until|through|[-–—至到])\s*")
_LASTED = re.compile(r"\s*(?:期间|之间|间)?(?:试用|试行|开展|进行|实施|采集|访谈|调研|回收|收集|发放)")
_APART = re.compile(r"[;；](?!\s*(?:it|this|that|历时|共)\b)", re.IGNORECASE)
_LONG = {"month": Decimal(1), "year": Decimal(12)}  # months
_JUST = 24  # characters between a time and its length
_MONTH_NAMED = re.compile(r"月|[A-Za-z]{3}")
_LATER = re.compile(
    r"\s*(?:later|afterwards?|after that|之?后)\s*[,，]?\s*(?:that is|namely|i\.e\.|即|也就是)?,?\s*(?:in|on|于)?\s*$"
)
_COMMA = re.compile(r"\s*[,，]\s*(?:(?:or|only|just|some|about|即|仅|约)\s*)*")
_LATER_ON = re.compile(r"\s*(?:later|afterwards?|之?后)\b")
_WORKS = re.compile(  # "starts in April 2026; with a programme of 30 months, it is due to open in October 2028"
    r"\b(?:programme|program|period|construction|build|works?|schedule)\b[^.;]{0,16} of(?: (?:about|some))?\s*$|工期[为约]*$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\s*,[^.;]{0,50}\b(?:open|complet|finish|end|ready|hand|commission|enter)\w*\b[^.;]{0,20}$|[，,][^。；]{0,20}(?:投产|建成|完工|竣工|开通|交付)?于?$",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\b(?:allow|gave|giv|grant|set|left|transition|grace|notice|run|last|operat|valid|continue)\w*\b[^.;]{0,40}$|(?:设置|给予|留出|预留)[^。；]{0,12}$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:end|expire|run|close|laps)\w*\b[^.;]{0,12}$|\b(?:until|deadline of|by)\s*(?:the )?(?:end of )?$"
    r"|\b(?:enforce\w*|effective|in force|binding)\b[^.;]{0,12}$|[至到]$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s*,?\s*for(?: an? (?:term|period|lease) of)?\s*", re.IGNORECASE)
_FOR_ZH, _UNTIL_ZH = re.compile(r"\s*起?[，,]?\s*(?:为期|共|历时|历经|持续)"), re.compile(r"[，,]?\s*[至到]于?\s*")
_AND_EXPIRES = re.compile(
    r"\s*,?\s*(?:and |it |which )*(?:will )?(?:expires?|ends?|lapses?|runs? out|comes? to an end)\s+(?:in|at the end of)\s*",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"历时|耗时|用时|运行|满|为期|历经|用了|服役|持续|连续|周期|工期|\b(?:span|period|stretch|run) of\b"
    r"|^\s*after\s*$|\b(?:took|takes?|taken|lasted|lasting|needed)\b|\b(?:months|years) (?:later|from|between)\b",
    re.IGNORECASE,
)
_PEAKED = re.compile(
    r"\b(?:peak\w*|record)\b[^.;\d]{0,24}(?:\b(?:19|20)\d\d\b[^.;\d]{0,14})?$|(?:峰值|高点|顶峰|最高点)[^，。；\d]{0,8}$",
    re.IGNORECASE,
)
_MONTHS = "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_WITHIN_A_YEAR = re.compile(rf"\bfrom (\d{{1,2}}) {_MONTHS} (?:to|until) (\d{{1,2}}) {_MONTHS} (?:19|20)\d\d\b")
_LEAP, _ALL_YEAR = 366, 320  # days: what takes nearly a year to end is dated wrong
_OTHER_NUMBERS = re.compile(r"\d[\d.,]*(?:\s?[%％])?")
_MOST_EVENTS, _FEW, _DIGITS = 80, 2, 2
_AROUND = 8  # years
_EACH_OF_OTHER = 0.2  # how much of either is said of the other, at least
_ANOTHER_ONE = re.compile(
    r"\b(?:second|third|fourth|new|revis\w+|amend\w+|phase|extension|successor)\b|修订|修正|[二三四]期|新版",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(r"\b(?:it|they|which|this)\b[^,;]{0,40}$", re.IGNORECASE)
_HELD = r"\s*(?:(?:since|from|on|in|as of|of|late|early|mid|the end of)\s*)*$"
_EVENTS = {  # words before a date, or behind it
    "in force": (
        re.compile(
            r"\b(?:in (?:force|effect)|(?:enter|came|come)\w* into (?:force|effect)|t(?:ook|aken) effect|effective|enforceable|binding)"
            + _HELD,
            re.IGNORECASE,
        ),
        re.compile(r"\s*(?:起|正式)*(?:施行|实施|生效|执行)"),
    ),
    "adopted": (
        re.compile(r"\b(?:adopt|pass|enact|approv|promulgat|ratif)\w*" + _HELD, re.IGNORECASE),
        re.compile(r"\s*(?:正式)?(?:印发|出台|颁布|通过)"),
    ),
    "opened": (
        re.compile(r"\b(?:open|launch|commission|inaugurat)ed" + _HELD, re.IGNORECASE),
        re.compile(r"\s*(?:正式)?(?:投产|投运|开业|启用|竣工|开通)"),
    ),
}
_BEGUN = {  # the head of a column of years, and words before a year
    "founded": (
        re.compile(
            r"(?:year )?(?:founded|established|set up|incorporated)(?: in)?|(?:成立|创立|创办|设立)(?:年份|时间|年)?",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:founded|established|set up|incorporated|created)(?: only)?\s+in\s*$|(?:成立|创立|创办|设立)于\s*$",
            re.IGNORECASE,
        ),
    ),
    "opened": (
        re.compile(
            r"(?:year )?(?:opened|launched|started|commissioned|in (?:operation|service)(?: since)?|start)|(?:投产|投运|开业|启用|上线|启动)(?:年份|时间|年)?",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:opened|launched|started|commissioned)(?: only)?\s+in\s*$|\bin (?:operation|service) since\s*$|(?:投产|投运|开业|启用|上线|启动)于\s*$",
            re.IGNORECASE,
        ),
    ),
}
_WHICH_WAS = re.compile(r",?\s*(?:which|that|who)?\s*(?:(?:was|were|is|has|had|been|first|only)\s*)*$", re.IGNORECASE)
_PARTED = re.compile(r"[,;:.，；：。]\s*")
_OF_EVENTS = tokens(
    "in force since effect effective enforceable entered came took into adopted passed opened launched from"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|ran|took|began|came|went|sent|gave|met|spoke|gathered|collected|conducted|interviewed"
    r"|(?:available|known|published|reported|received) (?:up to|until|through|by)"
    r"|started|closed|completed|ended|finished|(?<!been )raised"
    r"|surveyed|polled|asked(?! for)|answered|visited)\b|\bas of\b|已经?|曾|了(?!解)|截[至止]|(?:调研|调查|采集|访谈)时间"
    r"|回收|收回|发放|结束|完成|完毕|本[次轮期]?(?:调研|调查|访谈|问卷)[^，。；]{0,24}(?:开展|进行|实施)"
    r"|(?:调研|调查|访谈|问卷)[^，。；]{0,24}(?:开展|进行|实施)[，,][^。；]*\d",
    re.IGNORECASE,
)


def temporal(material: Material) -> Iterator[Relation]:
    """Dates agree with one another, with the series that they tell of, and with the date of the report.

    Years shown lie within the span of the title; a span is as long as it says; an end is after its beginning; a limit
    or another series is first passed in the year that the series shows, and a rate is of the year that has it; a law,
    works or firm named twice has one date; nothing past is after its report. A chart that
    shows years outside its title is a warning; one that shows fewer is information, since marks may be unread. "Six
    years from 2020 to 2025" counts either the years or the steps between them. What a report tells in the past tense
    begins before its own date. Source: containment of dates (ISO 8601 intervals).
    """
    yield from _titles(material)
    yield from _lengths(material)
    yield from _months(material)
    dated = list(_dated(material))
    yield from _out_of_order(dated)
    yield from _told_twice(material, dated)
    yield from _begun_in_tables(material, dated)
    yield from _of_another_year(material)
    yield from _peaks(material)
    yield from _passed(material)
    yield from _after_the_report(material, dated)


def _dated(material: Material) -> Iterator[_Dated]:
    """The sentences of the running text that name periods."""
    for block in material.blocks:
        if block.role in ("furniture", "table_text", "chart_text"):
            continue
        for a, b in sentences(block.text):
            text = block.text[a:b].strip()
            if periods := find_periods(text, material.document.language):
                yield block, text, periods


def _told_of(text: str, late: Period, others: Sequence[Period]) -> str:
    """The clause of a sentence that has a period and those behind it that have no other one.

    "For 2027 our view is 18.8, or 1.1 times what was sold in 2024" tells nothing past of 2027.
    """
    told = ""
    for clause in _CLAUSE.finditer(text):
        if clause.end() > late.start:
            if told and any(clause.start() <= p.start < clause.end() for p in others):
                break
            told += clause.group(0)
    return told


def _lengths(material: Material) -> Iterator[Relation]:
    for block in material.blocks:
        if block.role in ("furniture", "table_text"):
            continue
        found = [(m.group(0), m.group(1), m.group(2), m.group(3)) for m in _LENGTH.finditer(block.text)]
        found += [(m.group(0), m.group(3), m.group(1), m.group(2)) for m in _LENGTH_ZH.finditer(block.text)]
        found += [(m.group(0), m.group(2), m.group(1), m.group(3)) for m in _IN_BUSINESS.finditer(block.text)]
        behind = _LENGTH_BEHIND_ZH.finditer(block.text)
        found += [(f"{m[1]}年……{m[2]}年……{m[3]}年", m[3], m[1], m[2]) for m in behind]
        for text, word, first, last in found:
            steps, years = int(last) - int(first), number_of(word)
            yield Relation(
                rule="temporal",
                members=(Member("blocks", block.block_id, "claim"),),
                pages=(block.page,),
                derived=Interval(Decimal(steps), Decimal(steps + 1)),
                printed=iv.exactly(years),
                unit="year",
                statement=f"{text}: a span of {word_of(years)} years.",
                computation=f"{first} to {last}: {steps} years, or {steps + 1} with both ends",
                confidence=0.85,
                complaint=f"{text}: said to be {word_of(years)} years, but from {first} to {last} there are "
                f"{steps}, or {steps + 1} with both ends.",
            )


def _months(material: Material) -> Iterator[Relation]:
    """How long it is said to have taken from one month to another, in months or in years."""
    for sentence in material.sentences:
        told = [c.view for c in sentence.claims if c.view.fact.unit in _LONG and not c.view.is_range]
        if len(told) != 1:
            continue
        v = told[0]
        before = material.said_before(sentence)[:1]  # up to the semicolon
        text = f"{before[0]}{sentence.text}" if before and before[0].rstrip().endswith((";", "；")) else sentence.text
        periods = [p for p in find_periods(text, material.document.language) if p.first]
        months = [p for p in periods if _MONTH_NAMED.search(p.text)]
        named = months or [p for p in periods if p.kind == "year" and v.fact.unit == "year"]
        ends = [d for p in named for d in ((p.first, p.last) if p.kind == "range" else (p.first,)) if d]
        if len(ends) != 2 or ends[0] > ends[1] or not _lasts(text, v.fact.snippet, named):
            continue
        first, last = ends
        steps = 12 * (last.year - first.year) + last.month - first.month
        yield Relation(
            rule="temporal",
            members=(Member("facts", v.id, "claim"),),
            pages=(v.page,),
            derived=iv.scale(Interval(Decimal(steps), Decimal(steps + 1)), 1 / _LONG[v.fact.unit]),
            printed=v.interval,
            unit=v.fact.unit,
            statement=f"{first:%Y-%m} to {last:%Y-%m} (text on page {v.page}): {v.name}.",
            computation=f"{first:%Y-%m} to {last:%Y-%m}: {steps} months, or {steps + 1} with both ends",
            confidence=0.8,
            complaint=f"{quoted(v)} is said to be the time from {first:%Y-%m} to {last:%Y-%m}, which is {steps} "
            f"months, or {steps + 1} with both ends.",
        )


def _lasts(text: str, length: str, named: Sequence[Period]) -> bool:
    """Whether a length is said to be that of the time just named, or just about to be."""
    found = re.search(rf"(?<!\d){re.escape(length)}", text)  # the "4年" of "2024年" is none
    at, opens, closes = found.start() if found else -1, named[0].start, named[-1].end
    if at >= closes:
        between = text[closes:at]
        if _COMMA.fullmatch(between) and _LATER_ON.match(text[at + len(length) :]):
            return True  # "begun in May 2021 and opened in June 2023, 25 months later"
        return len(between) <= _JUST and bool(_LASTS.search(between)) and not _APART.search(between)
    behind = text[at + len(length) :]
    if named[0].end <= at and _OPENS.match(behind[: named[-1].start - at - len(length)]) and _WORKS.search(text[:at]):
        return True
    if named[0].end <= at and _LATER.match(behind[: named[-1].start - at - len(length)]):
        return True  # "signed in March 2023 and in force 18 months later, in September 2024"
    to_the_end = behind[: named[-1].start - at - len(length)]
    if named[0].end <= at and _FOR_ZH.fullmatch(text[named[0].end : at]) and _UNTIL_ZH.fullmatch(to_the_end):
        return True  # 自2022年1月起，为期四年，至2024年12月结束
    for_so_long = named[0].end <= at and _FOR.fullmatch(text[named[0].end : at])
    if for_so_long and _AND_EXPIRES.fullmatch(to_the_end):
        return True  # "signed in 2019 for 25 years, expires in 2044"
    if named[0].end <= at and _ALLOWED.search(text[named[0].end : at]) and _ENDS.search(to_the_end):
        return True  # "adopted in May 2015 and allowed 4 years, a period which ends in May 2019"
    return bool(re.fullmatch(r"\s*(?:from|between|[,(（])\s*", text[at + len(length) : opens]))


def _passed(material: Material) -> Iterator[Relation]:
    for c in crossings(material):
        own = [Member("facts", c.claim.id, "claim")] if c.claim else [Member("blocks", c.block_id, "claim")]
        yield Relation(
            rule="temporal",
            members=(*own, *(Member("facts", v.id, "part") for v in c.values)),
            pages=tuple(sorted({c.page, *(v.page for v in c.values)})),
            derived=c.shown,
            printed=iv.exactly(c.told),
            unit="year",
            statement=f"{c.told}: the year in which {c.seen} say that it was first passed: {c.text.strip()[:200]}",
            computation=f"said {c.told}; shown by {listed(c.values)}",
            confidence=c.confidence,
            complaint=f"{c.told} is said to be the year in which it was first passed, but {c.seen} show another one: "
            f"{c.text.strip()[:200]}",
        )


def _begins(p: Period) -> date | None:
    """The first day by which all of a period is under way: of a stretch that ends in a month, the first of that month."""
    if p.kind == "range" and p.last and p.first and (p.last.month, p.last.day) != (12, 31):
        return max(p.first, p.last.replace(day=1))
    return p.first


def _out_of_order(dated: Sequence[_Dated]) -> Iterator[Relation]:
    for block, text, periods in dated:
        for m in _WITHIN_A_YEAR.finditer(text):
            days = [_day(*m.group(1, 2)), _day(*m.group(3, 4))]
            begun_before = days[0] and days[1] and days[1] < days[0] and (days[1] - days[0]).days % _LEAP < _ALL_YEAR
            if days[0] and days[1] and not begun_before:  # as "from 13 November to 7 March 2025" has in 2024
                yield _of_one_year(block, text, m, days[0], days[1])
        named = [p for p in periods if p.first and p.kind in ("instant", "month", "year", "since")]
        for first, last in pairwise(named):
            before, between, behind = text[: first.start], text[first.end : last.start], text[last.end :]
            made = _MADE.search(before) and _WORKED.fullmatch(between)
            if _FOUNDED_IN.search(before) and _AND_DID.fullmatch(between):
                yield _in_order(block, text, first, last, "worked before it was made", "warning")
            if made or (_MADE_ZH.fullmatch(between) and _WORKED_ZH.match(behind)):
                severity: Severity = "error" if _FOUNDED.search(before) else "warning"  # rules may reach back
                yield _in_order(block, text, first, last, "worked before it was made", severity)
            if not {first.kind, last.kind} <= {"instant", "month"}:
                continue
            after = _SO_LONG_AFTER.match(behind)
            if _FOLLOWED.fullmatch(between) or (after and after[1].lower() in before.lower()):
                yield _in_order(block, text, first, last, "came before what it followed", "error")
            if _STARTED_ZH.fullmatch(between) and _DONE_ZH.match(behind):
                yield _in_order(block, text, first, last, "was done before it began", "error")
            begun = _BEGAN.search(before) and _ENDED.fullmatch(between)
            lasted = _LASTED_FROM.search(before) or (_FROM.search(before) and _LASTED.match(behind))
            if begun or (lasted and _TO.fullmatch(between)):
                yield _in_order(block, text, first, last, "ended before it began", "error")


def _day(day: str, month: str) -> date | None:
    """A day of a leap year; None for one that no month has."""
    try:
        return datetime.strptime(f"{day} {month[:3]} 2000", "%d %b %Y").date()
    except ValueError:
        return None


def _of_one_year(block: Block, text: str, m: re.Match[str], first: date, last: date) -> Relation:
    """The two days of a year between which something ran."""
    return _not_before(
        block,
        first,
        last,
        statement=f"{m.group(0)}: it does not end before it begins.",
        computation=f"{m.group(1)} {m.group(2)} to {m.group(3)} {m.group(4)}",
        complaint=f"It is said to end before it begins: {_round(text, m.start(), m.end())}",
        severity="warning",
    )


def _in_order(block: Block, text: str, begins: Period, ends: Period, wrong: str, severity: Severity) -> Relation:
    """The first of two dates against the second, which must not be all before it."""
    first, last = begins.first, ends.last if ends.kind == "year" else ends.first
    assert first is not None and last is not None
    return _not_before(
        block,
        first,
        last,
        statement=f"{begins.text} is not after {ends.text}.",
        computation=f"{begins.text} to {ends.text}",
        complaint=f"{ends.text} comes before {begins.text}, so it {wrong}: {_round(text, begins.start, ends.end)}",
        severity=severity,
    )


def _not_before(
    block: Block, first: date, last: date, *, statement: str, computation: str, complaint: str, severity: Severity
) -> Relation:
    return Relation(
        rule="temporal",
        members=(Member("blocks", block.block_id, "claim"),),
        pages=(block.page,),
        derived=Interval(Decimal(first.toordinal()), None),
        printed=iv.exactly(last.toordinal()),
        unit="day",
        statement=statement,
        computation=computation,
        confidence=0.8,
        complaint=complaint,
        severity_if_fails=severity,
    )


def _told_twice(material: Material, dated: Sequence[_Dated]) -> Iterator[Relation]:
    """What two places date: since when one law is in force, when one works was opened."""
    events: list[tuple[Block, Period, str, frozenset[str], str]] = []
    before = ""
    block_id = ""
    for block, text, periods in dated:
        before, block_id = before if block.block_id == block_id else "", block.block_id
        for p in periods:
            kind = _event(text, p) if p.first and len(events) < _MOST_EVENTS else ""
            said = tokens(text[max(0, p.start - 160) : p.start]) - _OF_EVENTS
            taken_up = _TAKEN_UP.search(text[: p.start]) or len(said) < _FEW
            words = said | (tokens(before[-160:]) if taken_up else frozenset())
            if kind and len(words) > 1:
                about = frozenset(x for x in words if not x.startswith("#"))
                events.append((block, p, kind, about, text[: p.start]))
        before = text
    for (one, p, kind, a, first_lead), (two, q, other, b, lead) in combinations(events, 2):
        shared = len(a & b)
        agree = max(material.coverage(a, b), material.coverage(b, a))
        least = min(material.coverage(a, b), material.coverage(b, a))
        if kind != other or one.page == two.page or shared < 2 or agree < (0.75 if shared == 2 else 0.6):
            continue
        if least < _EACH_OF_OTHER or bool(_ANOTHER_ONE.search(first_lead)) != bool(_ANOTHER_ONE.search(lead)):
            continue
        assert p.first and q.first
        by_month = all(_MONTH_NAMED.search(x.text) for x in (p, q))
        first, last = (x.first.year * 12 + x.first.month if by_month else x.first.year for x in (p, q))  # type: ignore[union-attr]
        yield Relation(
            rule="temporal",
            members=(Member("blocks", one.block_id, "other"), Member("blocks", two.block_id, "claim")),
            pages=tuple(sorted({one.page, two.page})),
            derived=iv.exactly(first),
            printed=iv.exactly(last),
            unit="month" if by_month else "year",
            statement=f"{p.text} and {q.text} are one date of what is {kind}: {_subject(lead)}.",
            computation=f"{p.text} against {q.text}",
            confidence=0.66,
            complaint=f"What is {kind} is dated {p.text} in one place and {q.text} in another: {_subject(lead)}.",
            severity_if_fails="warning",
        )


def _begun_in_tables(material: Material, dated: Sequence[_Dated]) -> Iterator[Relation]:
    """The years in which texts say that something was founded or opened, and those of its row in a table that tells so."""
    for block, text, periods in dated:
        for p in (x for x in periods if x.kind == "year" and x.first):
            said = text[: p.start]
            kind = next((k for k, (_, cue) in _BEGUN.items() if cue.search(said)), None)
            found = [cell for t in material.tables if (cell := _year_in(t, kind, said))] if kind else []
            if len(found) != 1 or p.first is None:
                continue
            cell = found[0]
            yield Relation(
                rule="temporal",
                members=(Member("table_cells", cell.cell_id, "other"), Member("blocks", block.block_id, "claim")),
                pages=tuple(sorted({block.page, cell.page})),
                derived=iv.exactly(int(cell.text)),
                printed=iv.exactly(p.first.year),
                unit="year",
                statement=f"{p.text} in the text is the year that the table gives: {_subject(said)}.",
                computation=f"{cell.text.strip()} against {p.text}",
                confidence=0.7,
                complaint=f"{p.text} in the text is {cell.text.strip()} in the table: {_subject(said)}.",
                diagnosis=f"{p.text} would have to be {cell.text.strip()}, or the table wrong.",
                severity_if_fails="warning",
            )


def _year_in(table: Table, kind: str, said: str) -> Cell | None:
    """The year under a head that tells of a beginning, in the one row that the subject of a text names.

    By its first cell, or by another and the head of the first: "Hotgrant", "the scheme of Brack", "the French scheme".
    """
    heads = [c for c in table.cells if c.row < table.header_rows]
    column = next((c.col for c in heads if _BEGUN[kind][0].fullmatch(c.text.strip())), None)
    noun = next((plain(c.text).removesuffix("s") for c in heads if c.col == 0), "")
    cue = _BEGUN[kind][1].search(said)
    lead = _WHICH_WAS.sub("", said[: cue.start()] if cue else said)
    subject = plain(_PARTED.split(lead)[-1]).removeprefix("the ")
    told = re.fullmatch(rf"(.+) {re.escape(noun)}|{re.escape(noun)} of (.+)", subject) if noun else None
    by = label_tokens(next(x for x in told.groups() if x)) if told else frozenset()
    names = [c for c in table.cells if c.row >= table.header_rows and c.col != column]
    rows = {c.row for c in names if (plain(c.text) == subject if c.col == 0 else by and label_tokens(c.text) == by)}
    years = [c for c in table.cells if c.row in rows and c.col == column and YEAR.fullmatch(c.text.strip())]
    return years[0] if column is not None and len(rows) == len(years) == 1 else None


def _subject(lead: str) -> str:
    """The words that lead to a date, from its clause or the one before."""
    return re.sub(r"\d[\d.,]*\S*", "", lead)[-80:].strip(" ,.•")


def _event(text: str, p: Period) -> str:
    """What is dated by a period of a sentence, as far as one thing is but once: in force, adopted, opened."""
    before, behind = text[: p.start], text[p.end :]
    return next((kind for kind, (lead, tail) in _EVENTS.items() if lead.search(before) or tail.match(behind)), "")


def _of_a_year(material: Material, kind: str) -> Iterator[tuple[Sentence, Claim, Span]]:
    """The claims of a kind that their own sentence dates to a year."""
    for sentence in material.sentences:
        for claim in sentence.claims:
            span = claim.view.span
            if claim.kind == kind and claim.view.fact.period_basis == "sentence" and span and span.kind == "Y":
                yield sentence, claim, span


def _of_another_year(material: Material) -> Iterator[Relation]:
    """A growth or fall that a chart or table of its page shows, but in another year: in its own it went the other way."""
    for sentence, claim, year in _of_a_year(material, "growth"):
        v = claim.view
        if claim.either or v.is_range or len(v.digits) < _DIGITS:
            continue
        rate = iv.negate(v.interval) if claim.down and v.value > 0 else v.interval
        for line in material.lines_on.get(v.page, ())[:40]:
            grown = _growth_by_year(line)
            told = grown.get(year.last)
            fitting = [y for y, x in grown.items() if iv.meets(x, rate) and _is_known(x)]
            against = told is not None and not iv.meets(told, rate) and _sign(told) == -_sign(rate)
            named = len(fitting) == 1 and str(fitting[0]) in sentence.text
            if not against or len(fitting) != 1 or named or describes(material, claim, line, sentence) < WORTH:
                continue
            base, end = (line.by_span[Span("Y", y, y)] for y in (fitting[0] - 1, fitting[0]))
            yield Relation(
                rule="temporal",
                members=(
                    Member("facts", base.id, "base"),
                    Member("facts", end.id, "end"),
                    Member("facts", v.id, "claim"),
                ),
                pages=tuple(sorted({v.page, end.page})),
                derived=iv.exactly(fitting[0]),
                printed=iv.exactly(year.last),
                unit="year",
                statement=f"{quoted(v)} is of {year.last}.",
                computation=f"{end.name} / {base.name} - 1 is of {fitting[0]}; said of {year.last}",
                confidence=0.72,
                complaint=f"{quoted(v)} is told of {year.last}, but it is what {quoted(end)} gives on {quoted(base)}, of {fitting[0]}.",
                diagnosis=f"{year.last} would have to be {fitting[0]}.",
            )
            break


def _peaks(material: Material) -> Iterator[Relation]:
    """A peak that one text dates otherwise than the series that has just that amount: "peaked at 1.5 billion in 2022"."""
    for _, claim, year in _of_a_year(material, "level"):
        v = claim.view
        if not v.is_level or len(v.figures) < 3 or not _PEAKED.search(claim.before):
            continue
        years = range(year.last - _AROUND, year.last + _AROUND + 1)
        near = (o for y in years for o in material.close_to(v.value, v.value, v.dimension, Span("Y", y, y)))
        alike = [o for o in near if o.id in material.lines_of and iv.meets(o.interval, v.interval)]
        lines = [(x, o) for o in alike for x in material.lines_of[o.id] if x.over_time]
        highest = [(x, o) for x, o in lines if all(e.view.value <= o.value for e in x.entries)]
        highest = [(x, o) for x, o in highest if not x.words.isdisjoint(v.words | tokens(claim.before))]
        there = {o.span for _, o in highest}
        if not highest or year in {o.span for o in alike} or len(there) != 1:
            continue
        line, shown = highest[0]
        assert shown.span is not None
        then = line.by_span.get(year)
        that_year = f", where it shows {then.name}" if then is not None else ""
        yield Relation(
            rule="temporal",
            members=(Member("facts", shown.id, "other"), Member("facts", v.id, "claim")),
            pages=tuple(sorted({v.page, shown.page})),
            derived=iv.exactly(shown.span.last),
            printed=iv.exactly(year.last),
            unit="year",
            statement=f"{quoted(v)} is of {year.last}.",
            computation=f"{shown.name} is the highest of its series, of {shown.span.last}; said of {year.last}{that_year}",
            confidence=0.7,
            complaint=f"{quoted(v)} is said to be the peak, of {year.last}; {quoted(shown)}, the highest of its series, is of {shown.span.last}.",
            diagnosis=f"{year.last} would have to be {shown.span.last}.",
        )


def _growth_by_year(line: Line) -> dict[int, Interval]:
    """The growth of each year on a line of amounts, in percent."""
    if not line.over_time or line.dimension == "percent":
        return {}
    values = {s.last: v for s, v in line.by_span.items() if s.kind == "Y" and v.value > 0}
    return {y: iv.growth(v.interval, values[y - 1].interval) for y, v in values.items() if y - 1 in values}


def _is_known(x: Interval) -> bool:
    return x.low is not None and x.high is not None and x.high - x.low < 1


def _sign(x: Interval) -> int:
    return 0 if x.low is None or x.high is None else (x.low > 0) - (x.high < 0)


def _after_the_report(material: Material, dated: Sequence[_Dated]) -> Iterator[Relation]:
    issued = material.document.published_on
    if not issued:
        return
    report = date.fromisoformat(issued)
    own = _in_words(report, material.document.language)
    facts = {(s.block_id, s.text): s.views for s in material.sentences}
    for block, text, named in dated:
        if block.role == "title":
            continue
        late = next((p for p in named if (begins := _begins(p)) and begins > report), None)
        if late is None or forecast_cues(text) or SCENARIO.search(text):
            continue
        if not _PAST.search(_told_of(text, late, named)) or _WILL.search(text[: late.start]):
            continue
        begins = _begins(late)
        assert begins is not None
        told = [v for v in facts.get((block.block_id, text), ()) if v.fact.period_start == late.first]
        members = [Member("facts", v.id, "claim") for v in told] or [Member("blocks", block.block_id, "claim")]
        yield Relation(
            rule="temporal",
            members=tuple(members),
            pages=(block.page,),
            derived=iv.exactly(begins.toordinal()),
            printed=Interval(None, Decimal(report.toordinal())),
            unit="day",
            statement=f"{late.text} is told as past.",
            computation=f"{late.text} is after the report, which is of {own}",
            confidence=0.7,
            complaint=f"{late.text} is told as past, but the report itself is of {own}: {_round(text, late.start, late.end)}",
            severity_if_fails="warning",
        )


def _round(text: str, start: int, end: int) -> str:
    """The words round dates, without the other numbers of their sentence."""
    before, behind = (_OTHER_NUMBERS.sub("…", x) for x in (text[max(0, start - 90) : start], text[end : end + 60]))
    return f"{before.lstrip()}{text[start:end]}{behind.rstrip()}"


def _in_words(report: date, language: str) -> str:
    """The date of a report as it is printed; the last of a month is a month."""
    is_month = (report + timedelta(days=1)).day == 1
    if language.startswith("zh"):
        return f"{report.year}年{report.month}月" + ("" if is_month else f"{report.day}日")
    return f"{report:%B %Y}" if is_month else f"{report.day} {report:%B %Y}"


def _titles(material: Material) -> Iterator[Relation]:
    for grid in material.grids:
        m = _SPAN.search(grid.title)
        years = sorted({int(y) for label in (*grid.rows, *grid.columns) for y in YEAR.findall(label)[:1]})
        if grid.source != "chart" or not m or len(years) < 3:
            continue
        named = Interval(iv.exactly(m.group(1)).low, iv.exactly(m.group(2)).low)
        shown = Interval(iv.exactly(years[0]).low, iv.exactly(years[-1]).low)
        outside = [y for y in years if not int(m.group(1)) <= y <= int(m.group(2))]
        yield Relation(
            rule="temporal",
            members=tuple(
                Member("facts", v.id, "part") for v in grid.views if v.span and v.span.last in (years[0], years[-1])
            )[:8],
            pages=(grid.page,),
            derived=iv.exactly(outside[0]) if outside else shown,
            printed=named,
            unit="year",
            statement=f"{grid.title} shows {years[0]} to {years[-1]}.",
            computation=f"years shown {years[0]} to {years[-1]}, named {m.group(1)} to {m.group(2)}",
            confidence=0.8,
            diagnosis=f"The title would have to name {years[0]} to {years[-1]}.",
            severity_if_fails="warning",
        )

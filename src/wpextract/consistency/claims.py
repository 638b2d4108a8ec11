"""What the sentence round a number claims: a level, a growth rate, a compound rate, a share, a change or a multiple.

A claim is read from the words between a number and its neighbours and from the fact's metric. Which numbers it is
about is for `linking` and the rules to find.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wpextract.consistency import words as w
from wpextract.consistency.facts_view import Span, View

MOST_SPANS = 24  # that one claim may mean: a sentence that lists a hundred years means none by its words
# a change is in percentage points, a delta in the unit of what changed
ClaimKind = Literal["level", "delta", "growth", "cagr", "share", "change", "multiple"]
_AND = re.compile(r"[\s,，、]*(?:and|和|与|及)?\s*")
_AS_WELL = re.compile(  # "A added 33 and B 11": what is left out is said of both; "and B has 11" says something else
    r"(?:\s+[A-Za-z-]+){0,3}(?:[\s,]*\b(?:and|while|whereas|but)\s+|,\s+)"
    r"(?:(?!(?:to|ha[sd]|have|is|are|was|were|rose|grew|fell|makes?|made|takes?|took|sold|\w+ed)\s)[A-Za-z-]+\s+){1,4}"
    r"|[一-鿿]?[，、]?(?:和|而)?(?![一-鿿]*[达至到为是有共总计占])[一-鿿]{2,8}",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(r"\bconfidence (?:level|interval)|\bsignificance\b|置信", re.IGNORECASE)
_OF_A_WHOLE = re.compile(
    r"\s*of (?:its |their |the |all |total |annual |(?:19|20)\d\d )*(?:sales|revenues?|turnover|total|whole|gdp|market|cost"
    r"|(?:increase|growth|rise|gain|addition)s?\b(?! (?:in|of|to|rate)\b))",
    re.IGNORECASE,
)
_OF_WHAT_WENT_TO = re.compile(r"\s*of [^.;,\d]{3,40} (?:went|goes|go|came|comes|come) (?:to|from)\b")
_OF_SO_MUCH = re.compile(r"\s*of (?:the|its|their|this|that|all|these|those)?\s*", re.IGNORECASE)
_IN_THE_LAST = re.compile(r"\s*in the (?:last|final|closing) year\b", re.IGNORECASE)
_STANDS_AT = re.compile(r"\b(?:stood|stands?|standing) at(?: (?:about|around|nearly|some|just))?\s*$", re.IGNORECASE)
_OF_PACE = re.compile(r"\bgrowth\b|\bpace\b|\brate of (?:increase|decline)\b", re.IGNORECASE)
_TOLD_SHARE = re.compile(r"\bshares?\b|占|份额|比重", re.IGNORECASE)
# "growth was 38.6% in 2021; in 2022 it fell back to 16.3%": the rate that was spoken of
_MOVES_ON = re.compile(
    r"(?:^|[,;]|\band\b|\bthen\b)\s*(?:(?:and|but|then|before)\s+)*(?:in (?:19|20)\d\d,? )?(?:it )?"
    r"(?:slow|fell|eas|recover|rebound|climb|cool|pick|dropp|ros|slipp)\w* (?:back |up |again )?to (?:about |just )?$"
    r"|\b(?:followed|preceded|succeeded) by (?:about |just )?$"
    r"|,? (?:after|following) (?:about |just |only )?$"  # "slowed to 16%, after 24% in 2023"
    r"|\b(?:gave|giving) way to (?:about |just )?$|, and to (?:about |just )?$|\band (?:stood at|came to|reached|was) (?:about |just )?$"
    r"|\bbefore (?:settling|easing|slowing|recovering|picking up|falling back) (?:back )?(?:at|to) (?:about |just )?$"
    r"|(?:^|[，；])[\s\d]*年?(?:[一-鿿]{2,20}[，]?)?(?:又|再|则|才|进一步|继续|逐步)?"
    r"(?:回落|放缓|反弹|回升|[升降跌]|下降|上升|下滑|收窄|提高|提升|加快)(?:到|至|为)(?:约|仅)?\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[，、；]\s*(?:19|20)\d\d\s*年(?:则|又)?(?:为|是|达到?)?约?\s*"
)  # "2020年增长11.9%，2021年为20.1%"
_AT_ITS_BEST = re.compile(
    r"\b(?:strong|weak|high|low|fast|slow)est in (?:19|20)\d\d,? at\s*$"
)  # and no rate of many years
_SO_MUCH_LESS = re.compile(
    r"\s*(?:less|more|fewer|lower|higher|cheaper|dearer)\s*(?:[,.;]|$)"
)  # "needs 35,000, or 28.7% less,"
_RATE_MOVES = re.compile(  # 同比增速由2025年的37.5%逐步回落至2029年的19.0%: what falls is the rate
    r"(?:增速|增幅|增长率|涨幅)[^，。；\d]{0,6}(?:由|从)(?:(?:(?:19|20)\d\d年)?的?|[^，。；]*?\d%[^，。；]*)$"
    r"|\b(?:growth(?: rate)?|pace)\b[^.,;\d]{0,40}\bfrom (?:about |nearly )?(?:|[\d.]+ ?%[^;]*\bto\b[^.;,\d]*)$",
    re.IGNORECASE,
)
_AND_A_NAME = re.compile(  # "A added 9.2 billion parcels and B 7.7 billion"
    r"[^.;]{0,60}\band (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3} "
)
_OF_IT_FROM = re.compile(r".*其中(?:的|有)?(?:超过|超|逾|近|约|不足)*\|\s*(?:来自|由|源于|是).*")  # 其中超过一半来自
_AS_AGAINST = re.compile(  # "by 42.4% a year, as against 22.1% in Tier 1"
    r"(?: (?:a|per|each) year| annually)?,? ?(?:as )?(?:against|compared (?:with|to)|versus)(?: (?:about|only|just|some))*\s*"
    r"|[,;]? ?(?:this|which|that) (?:is|was) (?:faster|slower|higher|lower|more|less) than (?:the )?\s*",
    re.IGNORECASE,
)
_OF = re.compile(r"\s*of\b", re.IGNORECASE)
_FROM_A_YEAR = re.compile(r"\s*from (?:the |its )?(?:level |figure |value )?(?:of )?((?:19|20)\d\d)\b")
_OF_YEAR = re.compile(r"(?:相当于|[是为]|达到?)了?((?:19|20)\d\d)\s*年[^，。；\d]{0,16}$")
_OF_WHAT_HAPPENS = re.compile(  # "less than 30% of all flights took off in India"
    rf"\s*of (?:all |the |its |total )*(?:[a-z-]+ ){{1,2}}?(?={w.HAPPENS}\b)"
)
_PUT_IN_COMMAS = re.compile(r"\s*,(?= of (?:the|its|their|all|total)\b)", re.IGNORECASE)  # "22, or 18%, of the stock"
_WHICH = re.compile(
    r"\s*(?:which|who)\s+(?!(?:is|was|are|were|makes?|made|equals?|corresponds?|means?|amounts?|comes?|came)\b)",
    re.IGNORECASE,
)
_FROM_POINTS = re.compile(r"[^.;\d]{0,30}[,，]?\s*(?:from|由|从)(?: (?:about|around|nearly|some))?\s*", re.IGNORECASE)
_IN_OTHER_WORDS = re.compile(
    r"\s*,? (?:or|that is|i\.e\.,?)(?: by)?(?: (?:about|around|nearly|some))?\s*", re.IGNORECASE
)
_PUT_AS_CHANGE = re.compile(
    r"\bthe (?:[a-z]+est |most |least )?(?:reduction|decline|fall|drop|decrease|increase|rise|gain|cut|jump),\s*(?:of )?$",
    re.IGNORECASE,
)
_AS_MUCH_AS = re.compile(r"[只仅不]及[^，。；\d]{1,12}的约?\s*$")  # 只及后者的35%
_FOR = re.compile(r"(?:,|\band\b)\s*(?:and )?[^,;.\d]{2,40}\bfor (?:about |nearly |another )?$", re.IGNORECASE)
_LOST = re.compile(r"\b(?:lost|loses?|losing|shed|sheds)(?: (?:about|around|nearly|some))?\s*$", re.IGNORECASE)
_OF_ITS_OWN = re.compile(r"\s*of (?:its|their) ", re.IGNORECASE)
_COMPARED_WITH = re.compile(  # what all of a sentence is held against
    r"(?:Compared (?:with|to)|Against|Relative to|Versus) ((?:19|20)\d\d)\b|[与同和]((?:19|20)\d\d)\s*年相比|[较比]((?:19|20)\d\d)\s*年"
)
_RATE_WAS = re.compile(  # "the rate was lower, 78.7%": a rate of growth all the same
    r"\b(?:rate|pace|growth)\b[^.;\d]{0,12}\b(?:was|is|were|remained|stayed|proved)\b[^.;\d]{0,12}"
    r"\b(?:lower|slower|weaker|smaller|less)\b[,:]?(?: at)?\s*$",
    re.IGNORECASE,
)
_PACE_MOVED = re.compile(  # "the rise slowed afterwards, to 36%"
    r"\b(?:rise|increase|growth|expansion|advance|pace)\b (?:has |had |then )?"
    r"(?:slow|eas|quicken|accelerat|cool|moderat|pick|settl|dropp|fell|recover|rebound|climb)\w*\b"
    r"(?:[\s,]|\b(?:afterwards|later|then|again|slightly|sharply|somewhat|only|further|markedly)\b)*\bto(?: (?:about|around|nearly|just))?\s*$",
    re.IGNORECASE,
)
_LOWER_RATE = re.compile(r"\b(?:lower|reduced|declining|falling) (?:rate|pace|growth)\b", re.IGNORECASE)  # of a rise
_FROM_A, _TO_B = (
    re.compile(r"\bfrom\s+(?:\w+\s+)?$", re.IGNORECASE),
    re.compile(r"[^,.;]{0,30}\bto\s+(?:\w+\s+)?", re.IGNORECASE),
)
_THEN_UP = re.compile(
    r"\b(?:up|rose|increas\w*|grew|recover\w*|rebound\w*|climb\w*|gain\w*|advanc\w*|expand\w*)\b|增长|提高|上升|回升|反弹",
    re.IGNORECASE,
)
_FALLS_BELOW = re.compile(  # a limit, and no fall by so much
    r"\b(?:fall|drop|sink|dip|slip|go)(?:s|es|ping|ing)? (?:below|under)(?: (?:about|around|nearly))?\s*$",
    re.IGNORECASE,
)
_FROM_THEN_TO = re.compile(r"\s*in (?:19|20)\d\d to (?:about |around |nearly |just )?", re.IGNORECASE)
_RATIO_TO = re.compile(  # 净利率升至10.5%, and no growth
    r"(?<!增长)(?<!增速)率[^，。；增长]{0,4}(?:升|降|提高|提升|下降|上升|回升|回落)[到至]约?$"
)
_UP_TO_YEAR = re.compile(r"[^，。；]{0,6}[至到]\s*(?:19|20)\d\d\s*年的?约?\s*")  # "由12.3%提高到2027年的16.7%"
_CHANGE_OF = re.compile(  # "the rebound of 2021": its own year, no base
    r"\b(?:growth|rise|increase|gain|rebound|recovery|jump|surge|spurt|decline|fall|drop|dip|slump|setback|contraction|expansion) of (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_COMES_TO = re.compile(
    r"\b(?:amount|c[ao]me|correspond|equal|work(?:s|ed)? out|add(?:s|ed)? up)\w* (?:in all )?to(?: (?:about|around|nearly|some))?\s*$",
    re.IGNORECASE,
)
_OF_IT_ALL = re.compile(r"占[^，。；]*$")
_S_SHARE = re.compile(r"\s*(?:/[年月日周天])?的约?\s*")
_TO_NEXT = re.compile(r"\s*(?:to\b|[至到])", re.IGNORECASE)
_A_FURTHER = re.compile(r"\b(?:a|an) (?:further|additional|extra)\s*$", re.IGNORECASE)
_BY_A_FALL = re.compile(r"[降跌减]幅[为达]到?约?$")
_SIGNED = re.compile(r"[+＋−–-]\s*\d")
_MORE_BY = re.compile(  # "became dearer, by 9.4%": what a comparative is told by
    r"\b(?:(?:more|less|fewer) [\w-]+|\w{2,}er)\b[^.;:]{0,40}\bby(?: (?:about|around|nearly|some|as much as))?\s*$",
    re.IGNORECASE,
)
_MORE_THAN_THEN = re.compile(
    r"\s*(?:more|less|fewer|higher|lower|larger|smaller) than (?:in )?(?:a|the) (?:(?:previous|prior|preceding) )?year\b",
    re.IGNORECASE,
)
_DONE_BY = re.compile(  # "power is drawn by 9.4%": by whom
    r"(?:ed|en|wn|un|ght|eld|made|sold|told|paid|built|kept)\s+by(?: (?:about|around|nearly|some|as much as))?\s*$",
    re.IGNORECASE,
)
_SHARE_TO = re.compile(r"(?:占比|份额|比重)[^，。；]{0,4}[升降增减提达][高低加少]?[至到为]约?\s*$")
_ROSE_TO = re.compile(
    r"\s*(?:一路|逐[步年渐]|持续|稳步|进一步|快速)?(?:[上回]?升|提[升高]|下降|降低?|增[长加]?|扩大|缩小|回落|下滑|滑落)[至到为]"
)
_IN_ONE_YEAR = re.compile(  # "a compound rate of 53%, and in 2024 alone by 47.2%"
    r"\bin (?:19|20)\d\d(?: alone| by itself)?,?(?: it (?:grew|rose|increased))? by(?: (?:about|around|nearly|some))?\s*$",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:or|that is|i\.e\.),? by(?: (?:about|around|nearly|some))?\s*$", re.IGNORECASE)
_OR = re.compile(r"[^.;]{0,24}\bor\s*", re.IGNORECASE)
_OVER_THE_YEARS = re.compile(
    r"\b(?:over|during|across) (?:the|this|that) (?:same |whole |entire |full )*(?:period|interval|span|stretch|window)\b",
    re.IGNORECASE,
)
_ANNUAL = re.compile(
    r"\s*(?:annual|yearly|average) (?:growth|rise|increase|fall|decline|drop|reduction)\b", re.IGNORECASE
)
_COMMA = re.compile(r"[，,;；]")
_CONJUNCTION = re.compile(r"\b(?:and|while|whereas|but)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;,:!?](?=\s|$)|[。；，：、！？()（）]")


@dataclass(frozen=True, slots=True)
class Claim:
    """A number and what its words claim.

    `before` and `after` are the words on either side of it, `after` to the end of the clause and `rest` to the next
    number; `base_years` are the years that it is compared with, `years` all that its sentence names.
    """

    view: View
    kind: ClaimKind
    before: str
    after: str
    rest: str
    down: bool
    base_years: tuple[int, ...]
    years: tuple[int, ...]
    quarterly: bool
    by: bool  # an increase by so much, rather than to so much
    either: bool = False  # an improvement, which may be a rise or a fall
    span: Span | None = None  # the period that it is stated for: the fact's, or its own of a list of periods
    leads: tuple[str, ...] = ()  # the clauses before it, its own first; none where it stands right behind a number
    tail: str = ""  # the words behind it to the next comma
    back: int | None = None  # the years that its words reach back; a compound rate's also in the rest of its sentence
    # base and end, likeliest first, where a call-out's place tells them or "the year after" does
    pairs: tuple[tuple[Span, Span], ...] = ()

    @property
    def text(self) -> str:
        return f"{self.before} {self.after}"

    @property
    def clause(self) -> str:
        """The words that it is said in: those that lead to it and those behind it to the next comma, less a share's whole."""
        lead = self.leads[0] if self.leads else ""
        if self.kind == "share":
            happens = _OF_WHAT_HAPPENS.match(self.tail)
            tail = self.tail[happens.end() :] if happens else "" if _OF.match(self.tail) else self.tail
            return f"{_OF_IT_ALL.sub('', lead)} {tail}"
        return f"{lead} {self.tail}"


def positions(sentence: str, views: list[View]) -> list[tuple[int, int]]:
    """Where the facts of a sentence stand in it, in their order."""
    out, at = [], 0
    for v in views:
        for needle in (v.fact.snippet, v.fact.value_as_printed):
            start = sentence.find(needle, at) if needle else -1
            if start >= 0:
                break
        start, length = (start, len(needle)) if start >= 0 else (at, 0)
        out.append((start, start + length))
        at = start + length
    return out


def claims_of(sentence: str, views: list[View], spoken: Sequence[Claim] = ()) -> list[Claim]:
    """One claim for each fact of a sentence; `views` in reading order, `spoken` the claims before its semicolon."""
    spots = positions(sentence, views)
    out: list[Claim] = []
    for n, (v, (start, end)) in enumerate(zip(views, spots, strict=True)):
        left = spots[n - 1][1] if n else 0
        right = spots[n + 1][0] if n + 1 < len(spots) else len(sentence)
        before, after = sentence[left:start], sentence[end:right]
        if put := _PUT_IN_COMMAS.match(after):
            after = after[put.end() :]
        cut = [m.start() for m in _CLAUSE.finditer(after)]
        clause = after[: cut[0]] if cut else after[:120]
        claim = _claim(v, before[-160:], clause, after[:160], sentence, start, out)
        if claim.kind == "cagr" and claim.span is not None and claim.span.kind == "R" and _IN_THE_LAST.match(after):
            claim = replace(claim, kind="growth", span=Span("Y", claim.span.last, claim.span.last))
        if not cut and n + 1 < len(spots):  # "by 12% and boats by 18%": what leads to the next is not its own
            claim = replace(claim, tail=_CONJUNCTION.split(claim.tail)[0])
        last = (out or spoken)[-1:]
        stands = _SHARE_TO.search(before) or _RATIO_TO.search(before)
        goes_on = (_MOVES_ON.search(before) and not stands) or _GOES_ON.fullmatch(before)
        if last and last[0].kind == "growth" and v.fact.kind == "percent" and goes_on:
            claim = replace(claim, kind="growth")
        if last and last[0].kind == "cagr" and v.fact.kind == "percent" and _AS_AGAINST.fullmatch(before):
            claim = replace(claim, kind="cagr", span=last[0].span, base_years=last[0].base_years, back=last[0].back)
        of = _FROM_A_YEAR.match(after)
        far = of is not None and claim.span is not None and claim.span.last - int(of[1]) > 1
        if claim.kind == "growth" and _ANNUAL.search(before) and (far or _OVER_THE_YEARS.search(sentence[:start])):
            claim = replace(claim, kind="cagr")
        out.append(claim)
    return _in_turn(sentence, out)


def _in_turn(sentence: str, claims: list[Claim]) -> list[Claim]:
    """Claims of a list with the periods of the list: "18.2%, 19.7% and 24.1% in 2020, 2021 and 2022 respectively".

    A rate that moves on to that of a year told last is of the year before: "came down to 21% and rose to 28% in 2023".
    """
    out = list(claims)
    for n, (first, then) in enumerate(itertools.pairwise(claims)):
        if first.span is None or first.span != then.span or not first.kind == then.kind == "growth":
            continue
        told_last = w.YEAR.search(then.after) and not w.YEAR.search(f"{first.before} {then.before}")
        if told_last and _MOVES_ON.search(then.before):
            out[n] = replace(first, span=first.span.previous(), years=())
    if not w.RESPECTIVELY.search(sentence):
        return out
    for kind in ("growth", "share", "level"):
        at = [n for n, c in enumerate(claims) if c.kind == kind and c.view.fact.kind == "percent"]
        runs = [r for r in _runs(at) if len(r) > 1]
        for run in runs:
            spans = [claims[n].span for n in run]
            named = sorted(set(claims[run[0]].years))
            if spans[0] is not None and spans[0].kind == "R" and len(set(spans)) == 1:
                years = list(range(spans[0].first, spans[0].last + 1))
            else:
                years = named
            if len(years) == len(run) and len(set(spans)) == 1:
                for n, year in zip(run, years, strict=True):
                    out[n] = replace(out[n], span=Span("Y", year, year))
    return out


def _runs(at: list[int]) -> list[list[int]]:
    out: list[list[int]] = []
    for n in at:
        if out and out[-1][-1] == n - 1:
            out[-1].append(n)
        else:
            out.append([n])
    return out


def _claim(v: View, before: str, after: str, rest: str, sentence: str, start: int, earlier: list[Claim]) -> Claim:
    text = f"{before} {after}"
    label = f"{v.metric} {v.fact.series or ''}"
    kind = _kind(v, before, after, label, earlier)
    near = sentence[max(0, start - 90) : start + 140]
    dated, beside = (_CHANGE_OF.sub(" ", x) for x in (text, near))
    years = [int(y) for y in w.BASE_YEAR.findall(dated)] or [int(y) for y in w.BASE_YEAR.findall(beside)]
    if not years and (opening := _COMPARED_WITH.match(sentence)):
        years = [int(next(y for y in opening.groups() if y))]
    reached = bool(
        (w.TO.search(before) and not _BY_A_FALL.search(before)) or _RATE_WAS.search(before)
    )  # "growth fell to 7.9%" is growth all the same
    down = not reached and (v.fact.direction == "down" or (
        v.fact.direction is None
        and bool(_LOST.search(before) or w.DECLINE.search(_LOWER_RATE.sub("", before[-60:]) or after[:20]) or w.DECLINE.search(after[:25]))
        and not _THEN_UP.search(before[-20:])
    ))  # fmt: skip
    down = down and not (kind == "growth" and _RATE_MOVES.search(sentence[:start]))
    if earlier and _IN_OTHER_WORDS.fullmatch(
        before
    ):  # "a reduction of 33.9%, or 9.8% a year", "from 41 to 29, or 6.9%"
        down |= earlier[-1].down
        down |= len(earlier) > 1 and went_from_to(*earlier[-2:]) and earlier[-1].view.value < earlier[-2].view.value
    since = earlier[-1].span if earlier and w.YEAR_AFTER.search(text) else None
    return Claim(
        v, kind, before, after, rest, down, tuple(dict.fromkeys(years))[:MOST_SPANS],
        tuple(dict.fromkeys(int(y) for y in w.YEAR.findall(sentence)))[:MOST_SPANS],
        bool(w.QUARTER_ON_QUARTER.search(text) or w.QUARTER_ON_QUARTER.search(label)),
        not reached and bool(w.INCREASE_BY.search(before[-30:]) or w.INCREASE_BY.search(label))
        or bool(earlier and earlier[-1].by and _AND.fullmatch(before)),
        not down and _may_go_either_way(v, kind, before, after),
        v.span,
        _leads(before, bool(earlier)),
        _COMMA.split(after)[0][:40],
        w.years_back(text) or (w.years_back(near) if kind == "cagr" else None),
        ((since, since.earlier(-1)),) if since is not None and since.kind == "Y" else _reached(v, kind, after, years, earlier),
    )  # fmt: skip


def _reached(
    v: View, kind: ClaimKind, after: str, years: Sequence[int], earlier: Sequence[Claim]
) -> tuple[tuple[Span, Span], ...]:
    """From the year that a rate is told from to that of the amount before it: "116 by 2030, or 2.8% from 2024".

    Of a multiple that is the present: "8.9 in 2030, 4.2 times its size today".
    """
    to = earlier[-1].span if earlier and earlier[-1].kind == "level" else None
    if to is None or to.kind != "Y":
        return ()
    if kind == "multiple" and w.NOW.search(after[:30]) and v.span is not None and v.span.kind == "Y":
        return ((v.span, to),) if v.span.last < to.last else ()
    return tuple((Span("Y", y, y), to) for y in years if y < to.last)[:1] if kind == "cagr" else ()


def _may_go_either_way(v: View, kind: ClaimKind, before: str, after: str) -> bool:
    """Whether words tell a change and not its direction: "an improvement of 23%", "went from A to B, that is by 23%"."""
    if w.IMPROVED.search(f"{before[-30:]} {after[:20]}"):
        return True
    untold = kind == "growth" and v.fact.direction is None
    own = _CONJUNCTION.split(_COMMA.split(before)[-1])[-1]
    return untold and not w.GROWTH.search(before if _BY.search(before) else f"{own} {after[:40]}")


def _leads(before: str, is_later: bool) -> tuple[str, ...]:
    """The clauses before a number, nearest first; "by" or "up" behind a comma belongs to the clause before.

    What stands right behind an earlier number is that one's ("28 deals, 4% fewer", "12% of sales and B 9%").
    """
    first, *others = _COMMA.split(before)
    if is_later and not others:
        first, *others = _CONJUNCTION.split(before)
    relative = others and _WHICH.match(others[0])  # "3.3 times the size of B, which grew by 65%"
    clauses = [*others[::-1], *([] if is_later and others and not relative else [first])]
    return tuple(c for c in clauses if w.label_tokens(c)) if others or not is_later else ()


def _kind(v: View, before: str, after: str, label: str, earlier: list[Claim]) -> ClaimKind:
    if v.fact.kind == "multiple":
        return "multiple"
    if v.fact.kind == "percentage_point":
        return "change"
    if v.fact.kind != "percent":
        by = w.BY_SO_MUCH.search(before.rstrip()) or w.SO_MUCH_MORE.match(after)
        if earlier and earlier[-1].kind == "delta" and earlier[-1].view.dimension == v.dimension:
            by = by or _AS_WELL.fullmatch(before) or _AND_A_NAME.fullmatch(before)
        precise = len(v.digits) > 1 or "." in v.fact.value_as_printed
        return "delta" if by and v.is_level and not v.is_range and precise else "level"
    near = f"{before} {after}"
    if w.LIMITED.search(before) or _CONFIDENCE.search(near):
        return "level"
    if (
        _SIGNED.match(v.fact.snippet)
        and before.rstrip().endswith(("(", "（"))
        and earlier
        and earlier[-1].view.is_level
    ):
        return "growth"  # "60 against 50 (+20.0%)"
    if earlier and _S_SHARE.fullmatch(before) and _OF_IT_ALL.search(earlier[-1].before):
        return "share"  # "占全国80万件/月的25%"
    if _A_FURTHER.search(before) and any(c.kind == "growth" for c in earlier) and _TO_NEXT.match(after):
        return "growth"  # "grew 20% to 60, then a further 10% to 66"
    own_year = v.span is not None and v.span.kind == "Y"
    one_year = own_year and (w.GROWTH.search(before) or _AT_ITS_BEST.search(before))  # in a list of rates of many kinds
    moved = w.TO.search(before) and len(before.split()) < 3 or _UP_TO_YEAR.fullmatch(before)
    if moved and earlier and earlier[-1].kind == "share":
        return "share"  # "its share from 18.4% to 21.7%"
    named_share = _OF_IT_ALL.search(before) and not w.CAGR.search(before)  # "，占市场的比重将由"
    if own_year and _IN_ONE_YEAR.search(before) and not w.CAGR.search(before):
        return "growth"
    if (
        w.CAGR.search(near)
        or (w.CAGR.search(label) and not one_year and not _TOLD_SHARE.search(before))
        or w.A_YEAR.match(after)
    ) and not named_share:
        return "cagr"
    stretch = v.span is not None and v.span.kind == "R" and v.span.last > v.span.first + 1
    if stretch and (_ANNUAL.search(before) or _ANNUAL.match(after)):
        return "cagr"  # the label of a key figure: "Annual growth, 2024 to 2030"
    share, grown = _last(w.SHARE, before, after), _last(w.GROWTH, before, after)
    if grown == -1 and _OF_SO_MUCH.fullmatch(after):
        return "share"  # "with 41% of the 62.7 billion, it received 27.5 billion"
    if share > -1 and (_ROSE_TO.match(after) or _SHARE_TO.search(before)):
        return "share"  # 占比由N上升到M
    if share == -1 and _BY.search(before) and earlier and earlier[-1].view.is_level:
        return "growth"  # "from A to B, or by C"
    if earlier and earlier[-1].kind == "delta" and _OR.fullmatch(before) and not _OF.match(after):
        return "growth"  # "widened by 15.5 million, or 12.9%"
    in_other_words = (
        _OR.fullmatch(before) or w.WHICH_IS.fullmatch(before) or (before.strip() in ("(", "（") and not after.strip())
    )
    if len(earlier) > 1 and in_other_words and not _OF.match(after) and went_from_to(*earlier[-2:]):
        return "growth"  # "climbed from 40 to 46, or 15%"
    if earlier and earlier[-1].kind == "change" and _FROM_POINTS.fullmatch(before):
        return "level"  # "by 17 points, from 46% to 63%"
    if len(earlier) > 1 and earlier[-2].kind == "change" and earlier[-1].kind == "level" and w.TO.search(before):
        return "level"
    if earlier and earlier[-1].kind in ("share", "level") and _FROM_THEN_TO.fullmatch(before):
        return earlier[-1].kind  # "their share fell from 26.3% in 2019 to 12.9%"
    if _FALLS_BELOW.search(before) or _RATIO_TO.search(before):
        return "share" if share > -1 else "level"
    if (
        w.OF_INCREASE.search(before)
        or _AS_MUCH_AS.search(before)
        or _OF_IT_FROM.fullmatch(f"{before[-12:]}|{after[:3]}")
    ):
        return "share"  # "of the increase, 60% was"
    if _PUT_AS_CHANGE.search(before) and not _OF.match(after):
        return "growth"  # "saw the steepest reduction, 29.1%"
    if _LOST.search(before) and _OF_ITS_OWN.match(after):
        return "growth"  # "lost 1.5% of its revenue"
    if _OF_A_WHOLE.match(after) or _OF_WHAT_WENT_TO.match(after):
        return "share"
    if _STANDS_AT.search(before) and not w.GROWTH_LABEL.search(f"{label} {before}") and not _OF_PACE.search(before):
        return "share" if share > -1 or w.SHARE_LABEL.search(label) else "level"
    if _MORE_THAN_THEN.match(after) or (_OR.fullmatch(before) and _SO_MUCH_LESS.match(after)):
        return "growth"  # "or 24.8% more than the year before"
    more = _MORE_BY.search(before) and not _DONE_BY.search(before) and not _OF.match(after)
    apart = w.BASE_CASE.search(before) and not before.rstrip().endswith("的")
    if w.APART.match(after) or apart or more:
        return "growth"
    if earlier and earlier[-1].kind == "share" and _FOR.search(before):
        return "share"  # "A accounted for 31%, rising trades for 12%"
    of_share = earlier and earlier[-1].view.fact.kind == "percent" and earlier[-1].kind in ("share", "level")
    if of_share and v.fact.direction and len(before.split()) <= 5 and "," in before:
        return "change"  # "63% of deals, up 5 pct": points of the share just named
    if _PACE_MOVED.search(before):
        return "growth"
    if (
        w.TO.search(before)
        and not _COMES_TO.search(before)
        and not w.GROWTH_LABEL.search(before if share > -1 else f"{label} {before}")
    ):
        return "share" if share > -1 or w.SHARE_LABEL.search(label) else "level"  # "rose to 34%" tells where it stands
    if w.SUPPOSED.search(before) and w.GROWTH.match(after.lstrip()):
        return "level"  # "a 10% increase in wages shortens it": nothing that has happened
    if v.fact.direction and grown == share == -1:
        return "growth"  # a movement in words that the list of cues does not know
    if grown > share or (grown == share == -1 and w.GROWTH_LABEL.search(label)):
        return "growth"
    amount = earlier and earlier[-1].view.is_level and earlier[-1].kind == "level"
    if share > -1 or (amount and w.WHICH_IS.search(before)):
        return "share"
    if not near.strip(" ,.;、，。和与及and") and earlier and earlier[-1].view.fact.kind == "percent":
        return earlier[-1].kind  # "52.8%, 49.5% and 34.6%": a list claims what its first claims
    if w.SHARE_LABEL.search(label):
        return "share"
    return earlier[-1].kind if earlier and earlier[-1].view.fact.kind == "percent" else "level"


def went_from_to(first: Claim, second: Claim) -> bool:
    """Whether two amounts are told as the ends of a change."""
    amounts = first.view.is_level and second.view.is_level and first.view.dimension == second.view.dimension
    return amounts and bool(_FROM_A.search(first.before) and _TO_B.fullmatch(second.before))


def _last(cue: re.Pattern[str], before: str, after: str) -> int:
    """How near a cue stands before the number (higher is nearer); a cue just behind it counts as near."""
    found = [m.end() for m in cue.finditer(before)]
    place = found[-1] if found else -1
    m = cue.search(after[:40])
    return max(place, len(before) - m.start()) if m else place


def spans_of(claim: Claim, latest: int | None = None) -> list[tuple[Span, Span, int]]:
    """The (base, end, years between) that a claim of growth, change or multiple may mean, likeliest first.

    `latest` is the last year that the document has figures of, where a claim says only since when.
    """
    if claim.pairs:
        return [(base, end, end.last - base.last) for base, end in claim.pairs]
    span = claim.span
    than = w.THAN_IN.match(claim.after)
    if than and claim.kind == "growth" and span is not None and span.kind == "Y" and int(than[1]) < span.last:
        return [
            (Span("Y", int(than[1]), int(than[1])), span, span.last - int(than[1]))
        ]  # "95 in 2025, 13% more than in 2024, and 122 in 2027"
    if span is not None and span.kind == "Y" and span.last + 1 == latest and w.A_YEAR_ON.search(claim.before):
        return [(span, span.earlier(-1), 1), (span.earlier(1), span, 1)]
    out: list[tuple[Span, Span, int]] = []
    seen: set[tuple[Span, Span]] = set()

    def note(base: Span, end: Span) -> None:
        if (base.first, base.part) < (end.first, end.part) and (base, end) not in seen and len(out) < MOST_SPANS:
            seen.add((base, end))
            out.append((base, end, end.last - base.last))

    years = list(claim.base_years)
    if claim.kind == "multiple" and (of := _OF_YEAR.search(claim.before)):  # 相当于2022年全年的7.1倍
        base = int(of[1])
        return [
            (Span("Y", base, base), Span("Y", end, end), end - base)
            for end in sorted({*claim.years, *([latest] if latest else [])}, reverse=True) if end > base
        ]  # fmt: skip
    if claim.kind == "multiple":  # "1.9 times its size in 2024": the year behind the multiple is the base
        years = [int(y) for y in w.YEAR.findall(claim.after)] + years
        if latest is not None and span is not None and span.kind == "Y" and w.NOW.search(claim.after):
            out.append((Span("Y", latest, latest), span, 0))  # a past peak as a multiple of the present
    if span is not None and span.kind == "Y" and span.last in years:  # "in 2024 ..., 26% more than in 2023"
        for end in dict.fromkeys((*([latest] if latest else []), *claim.years)):
            note(span, Span("Y", end, end))
    if span is None:
        for base in (*years, *claim.years):
            for end in (*years, *claim.years):
                note(Span("Y", base, base), Span("Y", end, end))
        return out
    if span.kind == "S":
        if latest is not None:
            note(Span("Y", span.first, span.first), Span("Y", latest, latest))
    elif span.kind == "R":
        if claim.kind == "cagr" and claim.back:
            note(Span("Y", span.last - claim.back, span.last - claim.back), Span("Y", span.last, span.last))
        note(Span("Y", span.first, span.first), Span("Y", span.last, span.last))
        # the years that grow: those of 2025-2027 start from 2024
        note(Span("Y", span.first - 1, span.first - 1), Span("Y", span.last, span.last))
    else:
        if latest is not None and span.kind == "Y" and span.last < latest and w.STILL.search(claim.before[-40:]):
            for base in years:
                note(Span("Y", base, base), Span("Y", latest, latest))  # "remains 2.6 times what it was in 2020"
        for base in years:
            if base != span.last:
                note(Span(span.kind, base, base, span.part), span)
                note(span, Span(span.kind, base, base, span.part))
        if claim.kind == "multiple" and (w.NOW.search(claim.before) or w.THEN.search(claim.text)):
            for base in claim.years:
                note(Span("Y", base, base), span)  # "in 2021 there were 53; the size of today is 5.6 times that"
        if claim.quarterly:
            note(span.previous(), span)
        if claim.kind == "cagr" and latest is not None and span.kind == "Y":
            note(span, Span("Y", latest, latest))  # "in 2020 it was ...: since then 9% a year"
            note(Span("Y", latest, latest), span)  # "22 billion by 2030, or 27% a year"
        if claim.kind == "growth" and w.YEAR_ON_YEAR.search(claim.after):  # "in 2024, down 8% on the year"
            return [(span.earlier(1), span, 1)]
        if claim.kind in ("growth", "change") or (claim.kind == "multiple" and w.YEAR_ON_YEAR.search(claim.text)):
            note(span.earlier(1), span)
    if back := claim.back:
        if span.kind == "Y":
            note(Span("Y", span.last - back, span.last - back), span)
        for end in dict.fromkeys((*claim.years, *([latest] if latest else []))):
            note(Span("Y", end - back, end - back), Span("Y", end, end))
    for base in (*years, *claim.years):
        for end in (*years, *claim.years):
            note(Span("Y", base, base), Span("Y", end, end))
    return out

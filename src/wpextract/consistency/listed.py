"""What a text lists one after the other and says to make up a whole: amounts of a total that it tells, shares of all.

"Of the 412 replies, 187 came from large firms, 143 from medium-sized and 82 from small ones" and "Oils make up 49.2%,
greases 14.3% and the remaining 36.5% is wax" need no chart or table. A list without a word that it is complete may
leave something out, so it then only speaks against its total where it comes to more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Entry, without_period
from wpextract.consistency.linking import TOLD, mentions, of_one_kind
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.parts import stated_part
from wpextract.consistency.words import (
    LARGEST,
    LEAVES,
    LISTED,
    PER_ONE,
    RESPECTIVELY,
    SHARE_LABEL,
    SUM_WORDS,
    counts,
    label_tokens,
    number_of,
    plain,
)

_MOST, _FEWEST = 12, 2
_BREAKS = re.compile(  # right before a number that is no next part: what is compared, what changes
    r"\b(?:than|against|compared (?:with|to)|versus|from|to|by|(?<!make )(?<!makes )(?<!made )(?<!unner-)up|down|after|before|times|per|within|every|only)\s*"
    r"(?:(?:about|around|nearly|some|just|over|the|its|a|an)\s+)*$|\b(?:average|mean|median)\b[^,;]{0,12}$|\b(?:in|ex)cluding\b[^,;]{0,24}$|\b(?:annual|monthly|yearly)\b[^,;]{0,20}$|(?:平均|中位数)[^，。；]{0,6}$|(?:(?:[较由从自至到超]|(?<!占)比(?![重例率]))|增长|下降|同比|高于|低于|均)[^，。；、]{0,4}$",
    re.IGNORECASE,
)
REST_SAID = re.compile(
    r"\b(?:rest|remaining|remainder|balance|(?:all )?the others?|other|others|residual|last|(?:everything|all) else|what(?:ever)? (?:is|was) left)\b"
    r"|其余|其他|其它|剩余|余下|剩下|(?:上述|以上)[^，。；]{0,6}[之以]外",
    re.IGNORECASE,
)
_NOT_SOME = re.compile(r"\b(?:another|each other|some other|among others?)\b", re.IGNORECASE)
_OF_THE = re.compile(r"\bof (?:the|its|their|all)\b[^,;]{0,30}$|占[^，；]{0,12}$", re.IGNORECASE)
_DIVIDED = re.compile(
    r"\b(?:split|divid\w+|apportion\w*|allocat\w+|allott?\w+|consist\w*|compris\w+|compos\w+|made up of"
    r"|broken? down|breakdown|fell into|falls? into|no other|respectively"
    r"|as follows|without remainder|per cent of (?:the )?total|% of (?:the )?total|in all|distribution|structure|composition|mix\b|sources? of"
    r"|by (?:age|size|sex|region|type|sector|origin|channel|segment|country|product|material|application|use)s?)\b"
    r"|\bfollowing (?!years?\b|months?\b|quarters?\b|days?\b|decades?\b|the\b|an?\b)[a-z]+s\b|\bexhausti\w+"
    r"|\btotals?\b[^:]{0,30}:|分[一-鿿]{1,4}依次|构成|结构|组成|分为|拆分|划分|分布|分别|按[一-鿿]{1,6}(?:看|分)|分[一-鿿]{1,4}看",
    re.IGNORECASE,
)
_SO_MANY_KINDS = re.compile(
    r"\b(?:exactly |only |one of )?(two|three|four|five|six|seven|eight) (?:[a-z-]+ )?"
    r"(?:class|group|way|segment|type|kind|part|categor|source|block|tier|channel|band|stream)(?:e?s|ies)\b"
    r"|([两二三四五六七八])(?:大|个|类|种|部分)",
    re.IGNORECASE,
)
_AHEAD_OF = re.compile(r"\b(?:ahead of|followed by|well before)\b[^.;]*$", re.IGNORECASE)
_THAN = re.compile(r"(?:(?<![占同环])比|较)[^，。；]{1,14}的$|\bthan [^,;]{0,20}$", re.IGNORECASE)  # 比乙的18.3%高
_SUMS_UP = re.compile(  # what comes behind a list and is its sum
    r"\b(?:together|altogether|in all|in total|all told|all in all|the sum|the whole|combined|add(?:s|ed|ing)?(?: up)? to"
    r"|mak(?:es?|ing)(?! up)|(?:that|this|which|they) made(?! up)|cumulatively|in aggregate"
    r"|giv(?:es?|ing)|bring(?:s|ing)|took|taking|a (?:combined |grand )?total of|totall?ing|totals?(?: was| is| came to| comes to| of)?)"
    r"\b[^.;\d]{0,40}$|(?:合计|共计|总计|总共|累计|加总|之和)[^，。；\d]{0,10}$",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"\bof (?:which|these|them)\b[^,;]{0,3}$|:|\b(?:counting|comprising|namely|being)\b|\b(?:divid|split|broken? down|consist|compris)\w*\b"
    r"|其中|：|分[一-鿿]{1,4}依次",
    re.IGNORECASE,
)
_IN_ALL = re.compile(  # before a total
    r"(?<!of the )(?<!of )\b(?:total|totall?ed|in all|altogether|overall|the whole)\b[^.;,]{0,24}$|(?:[共总]|合计|全[省市国年部县])[^，。；]{0,14}$",
    re.IGNORECASE,
)
_COLON = re.compile(r"[:：]")
_CLOSES = re.compile(r"\band\b[^,;]{0,40}$|[和及][^，。；、]{0,10}$|另有[^，。；]{0,10}$", re.IGNORECASE)
_OF_IT = re.compile(r"\bof which\b|[其当]中", re.IGNORECASE)
_AMONG = re.compile(r"\W*(?:of|among|out of)\b(?! (?:this|that|these|those|them|which)\b)|在", re.IGNORECASE)
_COMES_TO = re.compile(  # what is told so is an amount, and no change
    r"\b(?:amount\w*|c[ao]me|rose|gr[eo]w|climbed|increased|rise|equal\w*|add\w* up|sum\w*) (?:in all )?to\s*"
    r"(?:(?:about|around|nearly|some|just|over)\s+)*$|(?:达到?|[增升降][至到]|为)\s*约?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d.,]*")
_IN_A_PLACE = re.compile(r"\s*(?:of [a-z ]{3,20} )?in (?:the )?[A-Z]")
_COMMA = re.compile(r"[，,;；:：、]")
_OF_IT_ALL = re.compile(r"\bof (?:which|these|them|its|all|this|that)\b|其中|\d[^.;:,]{0,30}:", re.IGNORECASE)
_IS_PARTED = re.compile(r"\bof (?:which|these|them)\b|^[一-鿿]?中[，,]", re.IGNORECASE)  # a whole of what follows
_GOES_ON = re.compile(
    r"\W*(?:the )?(?:rest|remaining|remainder|others?|balance|what(?:ever)? (?:is|was) left)\b|\W*(?:其余|其他|剩余|余下|另)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*[•■▪●◆·–—-]\s")
_CONCENTRATION = re.compile(r"(?<![A-Za-z])CR\s?(\d{1,2})(?!\d)[^，,;；]{0,12}$")  # what the first so many hold
_IN_ORDER = re.compile(r"[由从][高大多低小少]到[低小少高大多]")
_ARE_SHARES = re.compile(r"\b(?:came|comes?|coming) from\b|\bmade up\b|占", re.IGNORECASE)
_LESS = re.compile(
    r"\b(?:minus|less (?:the )?exports|net of|eliminations?|consolidation|subtract\w*|deduct\w*)\b|减去|扣除|抵[消销]|减出口",
    re.IGNORECASE,
)
_SEVERAL_ANSWERS = re.compile(
    r"\b(?:multiple|several|more than one) (?:answers?|responses?|choices?)\b|多选", re.IGNORECASE
)
_SOME = re.compile(r"\b(?:includ\w*|top|leading|notably|such as|among|largest)\b|前|主要|包括|其中", re.IGNORECASE)
_REMAINS = re.compile(r"\bthe (?:remainder|rest|balance)\b|其余|among others\b", re.IGNORECASE)
_BETWEEN_THEM = re.compile(r"\s*(?:between|among) them\b|\s*(?:together|combined|in all)\b", re.IGNORECASE)
_RATES = re.compile(
    r"(?<!占有)(?<!贡献)率[^，。；]*[:：]|\b(?:vacancy|occupancy|unemployment)\b[^.;,]*:", re.IGNORECASE
)
_TOO_MUCH = 102  # percent that shares of one whole never come to, whatever is rounded or left out
_OF_THIS = re.compile(r"\s*of (?:this|that|it|them|all|the (?:total|whole|sum))\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s*(?:of|in|at|among)\b", re.IGNORECASE)
_TO_BE_SHARED = re.compile(r"\s*(?:to be|to|for)\b", re.IGNORECASE)
_MAKES_A_WHOLE = Decimal(95)  # a list of shares that come to so much has ended
_NEARLY_ALL = Decimal("0.85")  # of a total: a list that comes to less leaves something out
_FAR = Decimal("1.6")  # times: a total further off than this is that of something else


@dataclass(frozen=True, slots=True)
class Listing:
    """Parts in the order of the text, their total (none for shares, which make up a hundred), and how surely they are all there is."""

    parts: tuple[View, ...]
    total: View | None
    confidence: float


@lru_cache(maxsize=1)  # sums of amounts and of shares ask for the lists of one document
def listings(material: Material) -> tuple[Listing, ...]:
    """The lists of all paragraphs with what they are said to make up, or do make up."""
    found = (
        _of_the_first(run) or _of_a_hundred(material, sentence, run) or _of_a_share(sentences, sentence, run)
        if run[0].view.fact.kind == "percent"
        else _of_a_total(material, sentences, sentence, run)
        for sentences, sentence, run in _all_runs(material)
    )
    return tuple(x for x in found if x is not None)


@dataclass(frozen=True, slots=True)
class Series:
    """Like numbers that one text lists, each under a name of its own, and the sentences that may speak of all of them."""

    views: tuple[View, ...]
    names: tuple[frozenset[str], ...]
    spoken_of: tuple[str, ...]
    sentence: Sentence


@lru_cache(maxsize=1)
def _all_runs(material: Material) -> tuple[tuple[Sequence[Sentence], Sentence, list[Claim]], ...]:
    """The runs of every paragraph, with its sentences."""
    return tuple((sentences, *found) for sentences in material.in_block.values() for found in _runs(sentences))


@lru_cache(maxsize=1)  # ranks and limits ask for the same
def series_told(material: Material) -> tuple[Series, ...]:
    """The lists of three or more numbers whose names tell them apart, with their own sentence and the next one."""
    return tuple(_series(material))


def _series(material: Material) -> Iterator[Series]:
    for sentences, sentence, whole in _all_runs(material):
        run = [c for c in whole if not SUM_WORDS.search(c.before[-24:])]
        names = _names(run)
        shared = frozenset.intersection(*names) if names else frozenset()
        apart = tuple(x - shared for x in names)
        if len(run) > 2 and all(apart) and len(set(apart)) == len(apart):
            ends = [s.text for s in sentences if run[-1].view.id in {v.id for v in s.views}]
            then = [x for x in material.said_behind(sentence)[:1] if len(_NUMBER.findall(x)) < 2]
            yield Series(tuple(c.view for c in run), apart, (*ends, *then), sentence)


@lru_cache(maxsize=1)
def in_turn(material: Material) -> Mapping[str, Entry]:
    """The entries that numbers listed one by one tell, by the id of the number: "A and B stand at 24.8% and 31.3% respectively"."""
    out: dict[str, Entry] = {}
    for sentence in material.sentences:
        if not RESPECTIVELY.search(sentence.text):
            continue
        for run in _lists(sentence):
            said = run[0].view.said_before
            words = label_tokens(said)
            for line in material.lines_on.get(sentence.page, ())[:60]:
                v = run[0].view
                if line.over_time or line.dimension != v.dimension or len(line.parts) <= len(run):
                    continue
                labels = ((without_period(e.label), e) for e in line.parts if e.view.span in (None, v.span))
                named = [(plain(said).rfind(plain(x)), e) for x, e in labels if x and mentions(said, x, words) > 0.99]
                if len(named) == len(run) and min(at for at, _ in named) >= 0:
                    out |= {c.view.id: e for c, (_, e) in zip(run, sorted(named, key=lambda x: x[0]), strict=True)}
    return out


def _lists(sentence: Sentence) -> Iterator[list[Claim]]:
    """The runs of two numbers or more of a kind between which nothing but a comma or "and" stands."""
    run: list[Claim] = []
    for c in sentence.claims:
        if run and LISTED.fullmatch(c.before) and c.view.dimension == run[-1].view.dimension:
            run.append(c)
            continue
        if len(run) > 1:
            yield run
        run = [c]
    if len(run) > 1:
        yield run


def _names(run: Sequence[Claim]) -> list[frozenset[str]]:
    """What the numbers of a list are called: by the words before each, or by those behind it up to the next comma."""
    before = [label_tokens(_COMMA.split(c.before)[-1]) for c in run]
    return before if all(before[1:]) else [label_tokens(c.tail) for c in run]


def _runs(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, list[Claim]]]:
    """The longest runs of like numbers that a sentence lists; a semicolon does not end one, nor does "The remaining"."""
    kinds = dict.fromkeys(_kind(c) for s in sentences for c in s.claims)
    for kind in kinds:
        run: list[Claim] = []
        begun: Sentence | None = None
        for n, sentence in enumerate(sentences):
            whole = kind[1] == "percent" and len(run) > _FEWEST and sum(c.view.value for c in run) > _MAKES_A_WHOLE
            last = sentences[n - 1].text if n else ""
            item = _ITEM.match(last) and _ITEM.match(sentence.text)
            goes_on = (
                n > 0 and not whole and (last.rstrip().endswith((";", "；")) or item or _GOES_ON.match(sentence.text))
            )
            if not goes_on:
                if begun is not None and len(run) >= _FEWEST:
                    yield begun, run
                run, begun = [], None
            for claim in (c for c in sentence.claims if _kind(c) == kind):
                parted = len(run) > 1 and _IS_PARTED.search(run[-1].rest)
                of_a_share = claim.view.fact.kind == "percent" and _OF_IT.search(claim.before)  # 占62.6%，其中
                if run and _joins(run[-1], claim) and not parted and not of_a_share:
                    run.append(claim)
                    if begun and kind[1] != "percent" and len(run) > _FEWEST and SUM_WORDS.search(claim.before[-24:]):
                        yield begun, run  # what comes behind a sum is no part of it
                        run, begun = [], None
                    continue
                if begun is not None and len(run) >= _FEWEST:
                    yield begun, run
                starts = _may_be_listed(claim) or (_is_amount(claim) and _COMES_TO.search(claim.before))
                run, begun = ([claim], sentence) if starts else ([], None)
        if begun is not None and len(run) >= _FEWEST:
            yield begun, run


def _kind(claim: Claim) -> tuple[str, str]:
    """What numbers of one list have in common."""
    return claim.view.dimension.split("/")[0], claim.view.fact.kind


def _may_be_listed(claim: Claim) -> bool:
    return _is_amount(claim) and not _BREAKS.search(_IN_ORDER.sub("", claim.before))


def _is_amount(claim: Claim) -> bool:
    v = claim.view
    amount = v.is_level or v.fact.kind == "percent"
    return (
        amount and claim.kind in ("level", "share", "growth") and not v.is_range and bool(v.digits) and v.value > 0
        and v.fact.comparator in ("=", "~") and not PER_ONE.search(claim.before)
    )  # fmt: skip


def _joins(last: Claim, claim: Claim) -> bool:
    """Whether a number is the next of a list: of one noun, with nothing but its name between."""
    return of_one_kind(last.view, claim.view) and _may_be_listed(claim) and len(claim.before) < 80


def _words_round(material: Material, sentence: Sentence, run: Sequence[Claim]) -> str:
    """The words that a list stands in: the sentence before it, its own and those that it goes on into."""
    own = {c.view.id for c in run}
    after = [
        s.text for s in material.in_block[sentence.block_id][sentence.index + 1 :][:3] if own & {v.id for v in s.views}
    ]
    return " ".join((*reversed(material.said_before(sentence)[:1]), sentence.text, *after))


def _is_complete(text: str, parts: Sequence[Claim]) -> bool:
    """Whether words say that a list leaves nothing out: "the remaining", "is split", "three classes" of three."""
    if _REMAINS.search(parts[-1].rest):
        return False  # "the remainder being tunnels"
    so_many = {number_of(next(g for g in m.groups() if g)) for m in _SO_MANY_KINDS.finditer(text)}
    rest = any(REST_SAID.search(c.before[-40:]) and not _NOT_SOME.search(c.before) for c in parts)
    return rest or bool(_DIVIDED.search(text)) or len(parts) in so_many


def _of_the_first(run: Sequence[Claim]) -> Listing | None:
    """Shares from the largest down, and what the first so many of them hold: "28%, 18%, 11% ..., CR3为57%，CR5为71%"."""
    told = [(c, int(m[1])) for c in run if (m := _CONCENTRATION.search(c.before))]
    ranked = [c.view for c in run if all(c is not x for x, _ in told)]
    if any(a.value < b.value for a, b in pairwise(ranked)):
        return None
    held = [Listing(tuple(ranked[:n]), c.view, 0.7) for c, n in told if 1 < n <= len(ranked)]
    off = [x for x in held if x.total and not iv.meets(iv.add(v.interval for v in x.parts), x.total.interval)]
    return next(iter((*off, *held)), None)


def _of_a_hundred(material: Material, sentence: Sentence, run: list[Claim]) -> Listing | None:
    """Shares that make up all there is: those that add up to 100, or are said to leave nothing out."""
    if run[0].kind == "growth" or sum(c.kind == "growth" for c in run) > 1 or len({c.span for c in run}) > 1:
        return None
    # 前三家合计, "hence 47% between them"
    run = [c for c in run if not _of_several(c) or REST_SAID.search(c.before[-40:])]
    run = [c for c in run if not _THAN.search(c.before)]
    shared = any(c.kind == "share" for c in run)
    # 其中, or each of a whole of its own: "30% of revenue in A, 40% in B"
    nested = any(_OF_IT.search(c.before) for c in run) or sum(bool(_IN_A_PLACE.match(c.tail)) for c in run) > 1
    views = tuple(c.view for c in run[:_MOST])
    total = sum(v.value for v in views)
    fits = iv.meets(iv.add(v.interval for v in views), iv.exactly(100))
    text = _words_round(material, sentence, run)
    ranked = not fits and any(_AHEAD_OF.search(c.before) for c in run)  # the first of more than are told
    if _SEVERAL_ANSWERS.search(text) or not run or _RATES.search(run[0].before) or ranked:
        return None
    if fits and len(views) > 1:
        return Listing(views, None, 0.75)
    given = iv.add(v.interval for v in views)
    told = (
        *sentence.claims,
        *(c for s in material.in_block[sentence.block_id][sentence.index + 1 :][:1] for c in s.claims),
    )
    shares = (
        c for c in told if c not in run and c.view.fact.kind == "percent" and c.view.fact.comparator in ("=", "~")
    )
    if any(iv.meets(c.view.interval, given) for c in shares):
        return None  # 三者合计70%: they are not all
    leaves = len(run) == 2 and LEAVES.search(run[1].before) and _TO_BE_SHARED.match(run[1].rest)
    if len(views) == 2 and 80 < total < 125 and leaves:
        return Listing(views, None, TOLD)  # "together they carry 62%, leaving 38%"
    if (
        len(views) > 2
        and 80 < total < 125
        and not nested
        and (shared or SHARE_LABEL.search(text) or _ARE_SHARES.search(text))
        and (_is_complete(text, run) or (total > _TOO_MUCH and _of_one_whole(run)))
    ):
        return Listing(views, None, 0.66)
    return None


def _of_several(claim: Claim) -> bool:
    """Whether a share is said to be that of several."""
    each = RESPECTIVELY.search(claim.before[-24:])  # 三者占比分别为
    return bool((SUM_WORDS.search(claim.before[-24:]) and not each) or _BETWEEN_THEM.match(claim.after))


def _of_one_whole(run: Sequence[Claim]) -> bool:
    """Whether the first share of a list says that it is of all there is, and no other names another whole."""
    return bool(_OF_THIS.match(run[0].tail)) and not any(_OF_ANOTHER.match(c.tail) for c in run[1:])


def _of_a_share(sentences: Sequence[Sentence], sentence: Sentence, run: list[Claim]) -> Listing | None:
    """Shares of so many, and what these have together, told before or behind: "the five hold 70%. Their shares are 25%, 18%, ..."."""
    sums_up = len(run) > _FEWEST and _SUMS_UP.search(run[-1].before) and not REST_SAID.search(run[-1].before)
    together = run[:-1] if sums_up else []
    if together and all(c in sentence.claims for c in run):  # "the leader has 23% and the second 19%, a combined 42%"
        total = run[-1].view
        near = sum(c.view.value for c in together) < total.value * _FAR and total.value > max(
            c.view.value for c in together
        )
        return Listing(tuple(c.view for c in together), total, TOLD) if near else None
    parts = [c for c in run if not SUM_WORDS.search(c.before[-24:])]
    earlier = [
        *(c for s in sentences[: sentence.index][-1:] for c in s.claims),
        *sentence.claims[: sentence.place(run[0])],
    ]
    wholes = [
        c
        for c in (*earlier, *run)
        if c not in parts and c.view.fact.kind == "percent" and len(parts) in counts(c.before)
    ]
    if len(parts) < 3 or len(wholes) != 1 or wholes[0].view.value <= max(c.view.value for c in parts):
        return None
    if {c.view.span for c in parts} != {wholes[0].view.span} or not SUM_WORDS.search(wholes[0].before):
        return None
    return Listing(tuple(c.view for c in parts), wholes[0].view, 0.66)


def _of_a_total(
    material: Material, sentences: Sequence[Sentence], sentence: Sentence, run: list[Claim]
) -> Listing | None:
    """Amounts with the total that stands before, among or behind them."""
    run = _without_nested(run)
    at = sentence.place(run[0])
    if at and LISTED.fullmatch(run[0].before) and sentence.claims[at - 1].view.dimension == run[0].view.dimension:
        return None  # it has begun before: "gained 30, 20 and 40"
    text, contradicted = _words_round(material, sentence, run), None
    for parts, total, told in _totals(sentences, sentence, run) if run[0].view.is_level else ():
        views = tuple(c.view for c in parts[:_MOST])
        whole, given = total.view, iv.add(c.view.interval for c in parts[:_MOST])
        if len(views) < _FEWEST or whole.value <= max(v.value for v in views) or len(whole.figures) < 2:
            continue
        if iv.meets(given, whole.interval):
            return Listing(views, whole, 0.75)
        near = whole.value / _FAR < sum(v.value for v in views) < whole.value * _FAR
        over = (given.low or Decimal(0)) > (whole.interval.high or Decimal(0)) and len(views) > 2
        little = sum(v.value for v in views) > whole.value * _NEARLY_ALL
        put_so = _COLON.search(parts[0].before) or _IN_ALL.search(total.before)
        closed = len(views) > 2 and told == "whole" and (over or little) and not _SOME.search(parts[0].before)
        complete = told == "sum" or _is_complete(text, parts) or (over and _OF_IT_ALL.search(text))
        complete = complete or (closed and put_so and (over or _CLOSES.search(parts[-1].before)))
        if _LESS.search(text) or _SEVERAL_ANSWERS.search(text):
            continue  # what is told with it is taken off
        if _have_another_whole(sentences, views, whole) or _is_ranked(total):
            continue
        if contradicted is None and told and near and complete and _of_one_time(views, whole):
            contradicted = Listing(views, whole, TOLD)
    return contradicted


def _is_ranked(total: Claim) -> bool:
    """Whether what may be a total is told as the first of its kind: "Alba has 952, the most of any; Brack and Corran 717 and 562"."""
    said = f"{total.before[-30:]} | {_COMMA.split(total.rest)[0][:30]}"
    return LARGEST.search(said) is not None


def _have_another_whole(sentences: Sequence[Sentence], parts: Sequence[View], total: View) -> bool:
    """Whether shares told beside show that a total is a part like the others: "services had 12.9, terminals 6.1, or 28% of all"."""
    shares = {
        own: c.view.interval
        for s in sentences for n, c in enumerate(s.claims)
        if c.view.fact.kind == "percent" and (own := stated_part(s, n)) is not None
    }  # fmt: skip
    of_it = (iv.meets(iv.percent_of(v.interval, total.interval), shares[v.id]) for v in parts if v.id in shares)
    return total.id in shares or not all(of_it)


def _without_nested(run: list[Claim]) -> list[Claim]:
    """A list without what one of its parts is made of: "looms 120, of which 80 at home and 40 abroad; kilns 110"."""
    at = next((n for n, c in enumerate(run) if n and _OF_IT.search(c.before)), 0)
    for end in range(at + 1, len(run)) if at else ():
        if iv.meets(iv.add(c.view.interval for c in run[at:end]), run[at - 1].view.interval):
            return [*run[:at], *run[end:]]
    return run


def _totals(
    sentences: Sequence[Sentence], sentence: Sentence, run: list[Claim]
) -> Iterator[tuple[list[Claim], Claim, str]]:
    """The parts and the total that a run may be, and how it is told: as a "sum", as a "whole", or by nothing ("").

    The last of the run that sums up, or the number behind it; one of it that the others are "of", its first, or what the
    sentence before tells last.
    """
    if _SUMS_UP.search(run[-1].before) and not REST_SAID.search(run[-1].before[-40:]):
        so_many = counts(run[-1].before)  # 五类合计, of which three are told
        if not so_many or len(run) - 1 in so_many:
            yield run[:-1], run[-1], "sum"
        return
    kind = _kind(run[0])
    last = next(s for s in reversed(sentences) if run[-1].view.id in {v.id for v in s.views})
    behind = [*last.claims[last.place(run[-1]) + 1 :], *(c for s in sentences[last.index + 1 :][:1] for c in s.claims)]
    behind = [c for c in behind if _kind(c) == kind and _is_amount(c)][:1]
    for c in behind:
        so_many = counts(c.before)  # "the five largest together", of which three are told
        if so_many and len(run) not in so_many:
            continue
        if _SUMS_UP.search(c.before) and (c in last.claims or len(run) > 2 or _SUMS_UP.match(c.before)):
            yield run, c, "sum"
    inside = next((n for n, c in enumerate(run) if n and _OF_THE.search(c.before)), 0)
    if inside:
        yield [c for n, c in enumerate(run) if n != inside], run[inside], "whole"
    before = [
        *(c for s in sentences[: sentence.index][-1:] for c in s.claims),
        *sentence.claims[: sentence.place(run[0])],
    ]
    before = [
        c
        for c in before
        if _kind(c) == kind
        and (_may_be_listed(c) or (_is_amount(c) and _COMES_TO.search(c.before)))
        and of_one_kind(c.view, run[0].view)
    ]
    if len(before) == 1:
        yield run, before[0], "whole"
    elif before:
        yield [*before[1:], *run], before[0], ""
    led = (
        _LEADS_IN.search(run[1].before)
        or _IN_ALL.search(run[0].before)
        or (run[0] is sentence.claims[0] and _AMONG.match(run[0].before))
    )
    yield run[1:], run[0], "whole" if led else ""


def _of_one_time(parts: Sequence[View], total: View) -> bool:
    """Whether parts are of the time of their total, or each of a part of it."""
    spans = {v.span for v in parts}
    if len(spans) == 1:
        return spans <= {total.span, None} or total.span is None
    known = [s for s in spans if s is not None]
    if total.span is not None and total.span.kind == "Y" and len(known) > 1 and {"Y"} == {s.kind for s in known}:
        return False  # of several years, and the total of one
    if total.span is not None and {"Y"} == {s.kind for s in (total.span, *known)} and total.span not in spans:
        return False
    each = len(known) == len(parts) and len({s.kind for s in known}) == 1
    return each and (known[0].kind == "Y" or len({s.last for s in known}) == 1)

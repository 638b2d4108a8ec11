"""A superlative ("the fastest of the eight") against the row, column or series that it ranks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import Entry, Line, is_rest, is_total, without_period
from wpextract.consistency.linking import TOLD, mentions
from wpextract.consistency.listed import series_told
from wpextract.consistency.material import WORLD, Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.relations import listed, quoted, relate
from wpextract.consistency.words import (
    AFTER_ANOTHER,
    DECLINE,
    GROWTH_LABEL,
    LARGEST,
    NOT_SUPERLATIVE,
    PRONOUN,
    SMALLEST,
    YEAR,
    label_tokens,
    number_of,
    plain,
    tokens,
)

# what a thing is known for besides its figure: "Germany, the largest market by volume, has 562"
_BY_ANOTHER = re.compile(r",\s*(?:by far |still )?the [^,]{3,60}\bby [a-z]+,(?=\s*[a-z])", re.IGNORECASE)
_AMONG = re.compile(  # in a group that is less than all there is: "the fastest of the four"
    r"([三四五六七八九十])[类家种个大省国][^，。；]{0,8}中"
    r"|\b(?:of|among) (?:the|these|all) (three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(
    r"\b(?:of|among) (?:the |these |all )?(two|three|four|five|six|seven|eight|nine|ten)\b|([三四五六七八九十])(?:城|省|国|地|家|类|个|大)[^，。；]{0,4}最",
    re.IGNORECASE,
)
_OF_ALL_SHOWN = re.compile(
    r"\bof (?:any|all|every|the)(?: [a-z]+){0,3} in (?:the|this) (?:table|chart|sample|list)\b"
    r"|\bof (?:any|all)(?: the)? [a-z]+ (?:shown|listed|covered|surveyed)\b|(?:表|图)中(?:各|所有|全部)",
    re.IGNORECASE,
)
_IN_A_REGION = re.compile(
    r"[^.;,]{0,30}\bin (Europe|Asia|Africa|the Americas|Latin America|North America|the Middle East)\b"
)
_OF_ITS_CLASS = re.compile(  # "Alba, the largest independent, has": of less than all
    r",\s*the (?:by far )?(?:largest|biggest|leading) (?:independent|private|listed|public|domestic|foreign|local|specialist|newcomer|challenger"
    r"|pure[- ]play)\w*[^,]{0,20},",
    re.IGNORECASE,
)
_OF_CHANGE = re.compile(r" (?:loss|fall|drop|decline|decrease|rise|gain|increase|growth|jump|change)\b")
_SEGMENT = re.compile(r"[;；。]|\.\s")
_FASTEST = re.compile(
    r"\b(?:fastest|quickest|slowest|(?:faster|quicker|slower) than any|steepest (?:path|climb|curve|slope|growth))\b"
    r"|\bleads?\b[^.;,]{0,12}\bin growth\b|增速(?:稳?居|位居|位列|列)[^，。；]{0,10}(?:首|第一)|(?:增速|增长|增幅|[升涨降跌]幅)最[快慢高低大小]|最[快慢]",
    re.IGNORECASE,
)
# "the largest is B, with 45": what is ranked is named before its figure
_LEADS = re.compile(
    r"最[大高多快强小低少慢](?:的|者)?[^，]{0,6}?(?:是|为|当属|要数|数)[^，]{2,}$"
    r"|\b(?:largest|highest|biggest|most|fastest|smallest|lowest|slowest)\b[^,]{0,30}\b(?:is|was|are|were|being)\b [^,]+$",
    re.IGNORECASE,
)
_OF_ALL_TIME = re.compile(
    r"\bpeak|\brecord\b|\bever\b|\bsince\b|\byears?\b|\btrough|峰值|历史|以来|年份|纪录", re.IGNORECASE
)
_OF_PARTS = re.compile(  # ranks what there is side by side, whatever years are told
    r"\b(?:largest|biggest|smallest|highest|lowest|greatest) (?:single )?(?:part|share|segment|portion|slice|item|component|group|category|type"
    r"|field|customer|buyer|market|region|province|maker|supplier)\b|最[大小高低]的?(?:部分|环节|领域|品类|类别|细分)",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\s*(?:[仅只][有为达]?|[为达有]|约为?|高?达到?|(?:at|with|by)(?: (?:about|some|just|only))?)\s*")
_OF_THE_NEXT = re.compile(
    r"[，,][^，,]*最[高低大小多少快慢强弱][^，,]{0,3}[，,]\s*(?:[仅只][有为达]?|[为达有]|约为?|高?达到?)?\s*$"
)
_TO_AN_EXTREME = re.compile(  # "from 2.78 to a trough near": said of the next number
    r"\b(?:from|to|at|near|below|above|after|than|of)\s+(?:a|an|the|its|their)\s+(?:\w+\s+)?(?:peak|record|high|low|trough|bottom)\b[^|]*$",
    re.IGNORECASE,
)
_PAST_A_PEAK = re.compile(
    r"\b(?:pass|surpass|regain|reclaim|exceed|beat)\w*\s+(?:its|their|the|an?)\s+(?:\w+\s+)?(?:peak|record|high)\b.*$",
    re.IGNORECASE,
)
_OTHER_LEADS = re.compile(  # "while the United Kingdom was the slowest", ", and at the top of the scale a cage needs"
    r"\b(?:while|whereas|but)\s+(?:the\s+)?[A-Z]|,\s*and (?:at|in|on) (?:the|its)\b|,\s*and [^,;]{2,40},\s*the [a-z]+est\b"
)
_GROUP = re.compile(  # of several, beside which one may lead: "Foreign brands"
    r"^(?:foreign|imported|international|overseas|domestic|local|regional|small(?:er)?)\b.*\b(?:brands|vendors|suppliers|makers|firms|companies|players)$"
    r"|^(?:外资|进口|国外|海外|国产|内资|中小)(?:品牌|厂商|企业|公司)?$",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    r"\b(?:best|worst|weakest|strongest|tightest|loosest)\b|最[佳差优好弱强紧松]", re.IGNORECASE
)  # which end that is, depends
_OF_ANOTHER_MEASURE = re.compile(  # 但均价收入以甲地为最高; 这里是新店最多的地方
    r"([一-鿿]{2}(?:收入|率|额|价格?|成本|利润|密度|强度))[^，；]*最|(?:这里|那里|此地)[^，；]*最"
)
_PASSES = re.compile(
    r"(?:超过|超越|高于|多于|领先|反超|赶超)[^，。；]{0,14}$|\b(?:overtak\w+|overtook|(?:sur)?pass\w*|ahead of|exceed\w*)\b[^,.;]{0,30}$",
    re.IGNORECASE,
)
_AND_SO = re.compile(
    r"\s*[^，,；;]{0,16}[，,]\s*(?:从而|一举|首次)?(?:成为|跃居|居|升至|位居)|[^,;]{0,30},? (?:to|and) (?:bec[ao]me|rank)",
    re.IGNORECASE,
)
_AND_WAS = re.compile(r"\s*(?:and|but) (?:was|is|were|are|remain(?:s|ed)|bec[ao]me)\b")
_WITH_SO_MANY_IT = re.compile(r"\W*with [\d.,]+(?: \w+)? (?:it|they)\b", re.IGNORECASE)
_THE_SECOND = re.compile(r",\s*the (?:second|third|fourth)\b[^,|]{0,24},")  # "B, the second field, grew the fastest"
_FOR_A_REASON = re.compile(r"因(?:为|其)?[^，；]{1,10}最[^，；]{0,4}[，,]")
_NAME = 3  # words of a name that stands in apposition
_FEW = 2  # years of which one is the best hardly without being told so
_YEAR_OF_ALL = re.compile(
    r"(?P<large>\bthe (?:19|20)\d\d (?:result|figure|value|level|rate)\b[^.;]{0,24}\bthe (?:best|highest|largest)\b"
    r"|\b(?:best|strongest|peak|record|highest) year\b(?!\s+(?:for|of|in)\b)|(?<!幅)最[高大多快猛强]的?年份|峰值年份)"
    r"|(?P<small>\b(?:leanest|lowest) year\b(?!\s+(?:for|of|in)\b)|(?<!幅)最低的?年份)",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:where|whose)\b[^|]*\|", re.IGNORECASE)  # before the number
_WHILE = re.compile(r"\b(?:while|whereas|but)\b|,\s*and\b|，而", re.IGNORECASE)
_HOWEVER = re.compile(r"\b(?:but|yet)\b|[但却]", re.IGNORECASE)  # "A has 5.1% but earns the best margin, 18.4%"
_YET = re.compile(r"[，,]\s*(?=却|但|而|yet\b|but\b)", re.IGNORECASE)
_COMMA = re.compile(r"[,，、]")
_OF_LATE = re.compile(
    r"(?:近|最近|过去)([两二三四五六七八九十]|\d{1,2})年(?:来|间|中|里|内)?(?:的|以来)?[^，。；]{0,4}最"
    r"|\b(?:\w{3,}est|best|worst|most|least|record|peak)\b[^.;,]{0,30}\b(?:in|of|for|over) (?:the (?:last|past) )?"
    r"(two|three|four|five|six|seven|eight|nine|ten) years\b",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"(?<!\ba )\b(?:second|third|fourth)\b|第[二三四五六七八九十]|之一"
    r"|(?:[东西中南北]部|东北|西北|西南|华[东南西北中]|沿海|内陆)(?:各?(?:省份?|省市|城市|地区|区域|市场))?[中内里](?![心部])"
    r"|\b(?:on|of) the continent\b"
    r"|\bone of|\bamong(?! (?:all|which|them|whom|the (?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b)",
    re.IGNORECASE,
)


def at_least_the_others(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The claimed largest against everything from the largest of the others upwards."""
    lows = [x.low for x in xs[:-1] if x.low is not None]
    return Interval(max(lows, default=None), None), xs[-1]


def at_most_the_others(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The claimed smallest against everything up to the smallest of the others."""
    highs = [x.high for x in xs[:-1] if x.high is not None]
    return Interval(None, min(highs, default=None)), xs[-1]


def superlative(material: Material) -> Iterator[Relation]:
    """The value called largest (smallest) is not below (above) any other entry of its row, column or series.

    The entry is found by its value and its label in the sentence; totals are not ranked, nor a rest ("others") unless
    the sentence counts it in. What is told by a rate that no column shows is ranked by growth: the rate against the
    largest (smallest) end / base - 1 of the other rows. Source: order of intervals, where overlapping ones may be equal
    (Moore 1966).
    """
    ranked: set[str] = set()
    for sentence in material.sentences:
        for claim in sentence.claims:
            sign = _claimed(claim, sentence)
            if not sign:
                continue
            found = _ranked(material, claim, sentence)
            if found is None:
                continue
            line, entry, confidence = found
            if (
                claim.kind == "level"
                and _FASTEST.search(sentence.text)
                and not GROWTH_LABEL.search(f"{line.label} {line.title}")
            ):
                continue  # "China, at 15.3% of revenue, is the fastest growing"
            among = _AMONG.search(sentence.text)
            so_many = number_of(next(g for g in among.groups() if g)) if among else 0
            ranked_too = (
                sum(not is_total(e.label) for e in line.parts) == so_many
            )  # "of the six regions", "Other Asia" one of them
            others = [
                e.view
                for e in line.parts
                if e is not entry
                and (ranked_too or not is_rest(e.label))
                and (_GROUP.search(entry.label) or not _GROUP.search(e.label))
                and e.view.id not in (claim.view.id, *material.totals)
            ]
            sums = _rows_of_sums(material, line)
            others = [v for v in others if v.id not in sums]
            others = _of_late(sentence, entry, others)
            others = _of_its_group(entry, [e for e in line.parts if e.view in others])
            region = _IN_A_REGION.search(claim.rest)
            if region and plain(region[1]) not in plain(f"{line.title} {line.label}"):
                continue  # "the fastest in Europe", beside others
            if line.dimension == "percent":  # beside the shares of a row, its whole
                others = [v for v in others if v.value != 100]
            scope = _scope(material, claim.view, entry.view)
            if scope is not None:
                others = [v for v in others if v.fact.geography == scope]
            if len(others) < (1 if scope is None else 2):
                continue
            if line.dimension == "percent":
                ranked.add(claim.view.id)
            own = entry.view
            if own.value < 0 < claim.view.value:
                sign = -sign  # the steepest decline is the lowest of the changes
            word = "largest" if sign > 0 else "smallest"
            best = max(others, key=lambda v: (sign * v.value, v.id))
            yield relate(
                "superlative",
                at_least_the_others if sign > 0 else at_most_the_others,
                [*((v, "other") for v in others), (own, "extreme")],
                quoted(claim.view),
                f"the {word} of {listed([own, *others])} (page {line.page})",
                f"{'max' if sign > 0 else 'min'}({listed(others)})",
                confidence,
                diagnosis=f"{quoted(best)} is the {word} of them, unless it belongs to another group.",
                complaint=f"{quoted(claim.view)} is said to be the {word}, but {quoted(best)} is "
                f"{'larger' if sign > 0 else 'smaller'} than {own.name}.",
            )
    yield from _of_texts(material)
    yield from _of_years(material)
    yield from _of_growth(material, ranked)


def _of_late(sentence: Sentence, entry: Entry, others: Sequence[View]) -> list[View]:
    """Those of the years that a superlative is limited to: 增速为近三年最高, "the fastest in five years"."""
    years = _OF_LATE.search(sentence.text)
    if years is None or entry.view.span is None:
        return list(others)
    first = entry.view.span.last - number_of(years[1] or years[2]) + 1
    return [v for v in others if v.span is None or v.span.last >= first]


def _of_its_group(entry: Entry, others: Sequence[Entry]) -> list[View]:
    """The other entries under the heading that one stands under; all where there is none."""
    group = _group_of(entry)
    alike = [e.view for e in others if group and _group_of(e) == group]
    return alike or [e.view for e in others]


def _group_of(entry: Entry) -> str:
    """What stands over the rows of a group, of which the label of an entry says nothing."""
    first = plain(entry.view.fact.metric.split(" – ")[0])
    return "" if first in plain(entry.label) or entry.view.fact.source != "table" else first


def grows_at_least_as_fast(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The claimed growth against everything from the fastest of those from each base to its end upwards."""
    return at_least_the_others([*_growths(xs[:-1]), xs[-1]])


def grows_at_most_as_fast(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """The same against everything up to the slowest of them."""
    return at_most_the_others([*_growths(xs[:-1]), xs[-1]])


def _growths(xs: Sequence[Interval]) -> list[Interval]:
    return [iv.growth(end, base) for base, end in zip(xs[::2], xs[1::2], strict=True)]


def _of_growth(material: Material, ranked: Collection[str]) -> Iterator[Relation]:
    """The row that is said to have grown fastest (slowest), by the growth of all rows; not of those that are ranked by a rate shown."""
    for sentence in material.sentences:
        for claim in sentence.claims:
            sign = _claimed(claim, sentence) if claim.kind == "growth" and not claim.down else 0
            if (
                not sign
                or claim.view.id in ranked
                or not _FASTEST.search(sentence.text)
                or claim.span is None
                or claim.span.kind != "Y"
            ):
                continue
            last, first = claim.span, claim.span.earlier(1)
            grids: dict[str, list[tuple[Line, View, View]]] = defaultdict(list)
            for line in material.lines_on.get(claim.view.page, ())[:60]:
                base, end = line.by_span.get(first), line.by_span.get(last)
                named = line.over_time and line.label and not is_rest(line.label) and not is_total(line.label)
                if named and base and end and base.value > 0 and line.dimension != "percent":
                    grids[line.container_id].append((line, base, end))
            said = f"{claim.leads[0] if claim.leads else ''} {claim.before}"
            for rows in grids.values():
                own = [x for x in rows if mentions(said, without_period(x[0].label), label_tokens(said)) > 0.99]
                others = [x for x in rows if x not in own and x[0].dimension == rows[0][0].dimension]
                if len(own) != 1 or len(others) < _FEW or not _has_grown(own[0], claim):
                    continue
                yield _ranked_by_growth(claim, own[0], others, sign)


def _has_grown(row: tuple[Line, View, View], claim: Claim) -> bool:
    """Whether a row has grown by a rate."""
    return iv.meets(iv.growth(row[2].interval, row[1].interval), claim.view.interval)


def _ranked_by_growth(
    claim: Claim, own: tuple[Line, View, View], others: Sequence[tuple[Line, View, View]], sign: int
) -> Relation:
    best = max(others, key=lambda x: (sign * x[2].value / x[1].value, x[0].label))
    word = "fastest" if sign > 0 else "slowest"
    shown = f"{best[2].name} / {best[1].name} - 1"
    return relate(
        "superlative",
        grows_at_least_as_fast if sign > 0 else grows_at_most_as_fast,
        [*((v, "other") for _, base, end in others for v in (base, end)), (claim.view, "claim")],
        quoted(claim.view),
        f"the {word} growth of {listed([own[2], *(x[2] for x in others)])} (page {own[2].page})",
        f"{own[2].name} / {own[1].name} - 1 beside {shown}",
        0.7,
        unit="%",
        diagnosis=f"{best[0].label} grew {'faster' if sign > 0 else 'more slowly'}: {shown}.",
        complaint=f"{quoted(claim.view)} is said to be the {word} growth, but {best[0].label} grew "
        f"{'faster' if sign > 0 else 'more slowly'}, from {best[1].name} to {best[2].name}.",
    )


def _rows_of_sums(material: Material, line: Line) -> frozenset[str]:
    """The entries of a column in the rows that sum up the others in another column of their table."""
    beside = [x for x in material.lines_on.get(line.page, ()) if x.container_id == line.container_id and x.is_column]
    rows = {e.label for x in beside if x is not line for e in x.entries if e.view.id in material.totals}
    return frozenset(e.view.id for e in line.entries[-1:] if line.is_column and e.label in rows)


def _of_years(material: Material) -> Iterator[Relation]:
    """Numbers that a text lists by their years, and the year that it calls the best, the weakest or the peak."""
    for sentence in material.sentences:
        told = [c.view for c in sentence.claims if c.kind in ("level", "share") and _may_be_ranked(c.view)]
        years = {v.span.last: v for v in told if v.span and v.span.kind == "Y" and v.dimension == told[0].dimension}
        for text in material.said_behind(sentence)[:1] if len(years) > _FEW else ():
            m, named = _YEAR_OF_ALL.search(text), [int(y) for y in YEAR.findall(text)]
            if m is None or len(years) < len(told) or len(named) != 1 or named[0] not in years:
                continue
            large = m.lastgroup == "large"
            own, others = years[named[0]], [v for y, v in years.items() if y != named[0]]
            best = max(others, key=lambda v: ((1 if large else -1) * v.value, v.id))
            word = "largest" if large else "smallest"
            yield relate(
                "superlative",
                at_least_the_others if large else at_most_the_others,
                [*((v, "other") for v in others), (own, "extreme")],
                quoted(own),
                f"the {word} of {listed(told)} (page {sentence.page})",
                f"{'max' if large else 'min'}({listed(others)})",
                0.66,
                diagnosis=f"{quoted(best)} is the {word} of them.",
                complaint=f"{quoted(own)} is said to be the {word}, but {quoted(best)} is {'larger' if large else 'smaller'}.",
            )


def _named_by(name: frozenset[str], words: frozenset[str]) -> bool:
    """Whether words say a name, years aside."""
    said = {w for w in name if not w.startswith("#")}
    return bool(said) and said <= words


def _is_sum_of_others(v: View, views: Sequence[View]) -> bool:
    """Whether a number of a list is what all others of it come to."""
    return iv.meets(iv.add(x.interval for x in views if x is not v), v.interval)


def _may_be_ranked(v: View) -> bool:
    return (v.is_level or v.fact.kind == "percent") and not v.is_range


def _of_texts(material: Material) -> Iterator[Relation]:
    """Numbers that a text lists by name, and the one name that it calls the largest or smallest of them."""
    for told in series_told(material):
        for text in told.spoken_of:
            own = text in told.spoken_of[:-1] or any(v.fact.sentence == text for v in told.views)
            parts = _COMMA.split(text)  # "The biggest of them, Alba, has ..."
            named_behind = [f"{a} {b}" for a, b in pairwise(parts) if len(b.split()) <= _NAME]
            clauses = _SEGMENT.split(text) if own else [x for x in (*named_behind, *parts) if not re.search(r"\d", x)]
            for clause in (x for x in clauses if not _RANKED.search(x) and not _FASTEST.search(x)):
                if _OF_ANOTHER_MEASURE.search(clause) and not any(
                    m[1] in told.sentence.text for m in _OF_ANOTHER_MEASURE.finditer(clause) if m[1]
                ):
                    continue
                said = _JUDGED.sub(" ", NOT_SUPERLATIVE.sub(" ", clause))
                large, small = LARGEST.search(said), SMALLEST.search(said)
                if bool(large) == bool(small):
                    continue
                words = label_tokens(said)
                named = [v for v, name in zip(told.views, told.names, strict=True) if _named_by(name, words)]
                so_many = _OF_SO_MANY.search(said)
                if so_many and number_of(so_many[1] or so_many[2]) != len(told.views):
                    continue  # "the lowest of the six", of which a part is told
                if len(named) != 1 or any(v.span != named[0].span for v in told.views):
                    continue
                others = [v for v in told.views if v is not named[0] and not _is_sum_of_others(v, told.views)]
                word = "largest" if large else "smallest"
                best = max(others, key=lambda v: ((1 if large else -1) * v.value, v.id))
                yield relate(
                    "superlative",
                    at_least_the_others if large else at_most_the_others,
                    [*((v, "other") for v in others), (named[0], "extreme")],
                    quoted(named[0]),
                    f"the {word} of {listed(told.views)} (page {told.sentence.page})",
                    f"{'max' if large else 'min'}({listed(others)})",
                    TOLD,
                    diagnosis=f"{quoted(best)} is the {word} of them, unless they are ranked by something else.",
                    complaint=f"{quoted(named[0])} is said to be the {word}, but {quoted(best)} is {'larger' if large else 'smaller'}.",
                )


def _scope(material: Material, claim: View, entry: View) -> str | None:
    """The region that a superlative is limited to ("leads Europe"), where it is neither the entry's own nor the whole."""
    place, own = claim.fact.geography, entry.fact.geography
    if place is None or place == WORLD or plain(place) == material.home or _OF_ALL_SHOWN.search(claim.fact.sentence):
        return None
    said = plain(claim.fact.sentence)
    names = (plain(x) for x in material.names_of.get(entry.id, ()))
    if any(x and plain(f"{x} {place}") in said for x in names):
        return None  # "Southwest China", one of the regions
    return None if own is not None and plain(place) in plain(own) else place


def _claimed(claim: Claim, sentence: Sentence) -> int:
    """1 for a largest, -1 for a smallest, 0 for no superlative about this number."""
    v = claim.view
    written = any(x.isdecimal() for x in v.fact.value_as_printed)  # "five" is of anything
    if v.is_range or v.fact.decimals is None or not written or claim.kind in ("change", "multiple"):
        return 0  # a fraction in words ("one in four") is too coarse to know an entry by
    before = _SEGMENT.split(_with_rank(claim, sentence))[-1]
    if v.id != sentence.views[0].id:  # what follows the number before belongs to that one
        clauses = _COMMA.split(before)
        put_beside = len(clauses) > 1 and not clauses[-1].strip() and _says_extreme(clauses[-2])  # "the longest, 31 km"
        goes_on = len(clauses) > 1 and _AND_WAS.match(clauses[-2])  # "had 5.1 billion and was the fastest, at 16%"
        led = (
            put_beside
            or (len(clauses) > 2 or goes_on)
            and (_LEADS.search(clauses[-2]) or (_ONLY.fullmatch(clauses[-1]) and _says_extreme(clauses[-2])))
        )
        before = " ".join(clauses[-2:] if led else clauses[-1:])
    before = _FOR_A_REASON.sub("", before)  # 因目标最高，完成率仅为N
    before = _PAST_A_PEAK.sub("", _YET.split(before)[-1])  # 体量最小，却以N的增速领跑
    rest = _OF_THE_NEXT.sub("", _SEGMENT.split(_rest(claim, sentence))[0])
    rest = _HOWEVER.split(rest)[0]
    rest = _TO_AN_EXTREME.sub("", _WHILE.split(rest)[0] if _OTHER_LEADS.search(rest) else rest)
    if _PASSES.search(claim.before) and _AND_SO.match(rest):
        return 0  # 超过乙的N，成为第一: of what passes it
    text = NOT_SUPERLATIVE.sub(" ", f"{_OF_ITS_CLASS.sub(' ', _BY_ANOTHER.sub(' ', before))} | {rest}")
    if _RANKED.search(_THE_SECOND.sub(",", text)) or AFTER_ANOTHER.search(before):
        return 0
    first_rate = claim.kind == "growth" and all(c.kind != "growth" for c in sentence.claims[: sentence.place(claim)])
    if first_rate and not LARGEST.search(text) and not SMALLEST.search(text):
        # "the fastest is B, with sales of 280, up 31%"
        start = NOT_SUPERLATIVE.sub(" ", _SEGMENT.split(v.said_before)[-1])
        text = m.group(0) if (m := _FASTEST.search(start)) else text
    large, small = LARGEST.search(text), SMALLEST.search(text)
    if large and small:  # "A was fastest with 35%, while B was slowest with": what stands before is its own
        text = text.partition("|")[0]
        large, small = LARGEST.search(text), SMALLEST.search(text)
    if bool(large) == bool(small):
        return 0
    told = large or small
    if told and claim.kind != "growth" and "|" in text[: told.start()] and _OF_CHANGE.match(text, told.end()):
        return 0  # "from 15.6% to 10.4%, the steepest loss of any"
    if told and v.fact.counted_noun and _WHERE.search(text, told.end()) and not _counts(v, text[: told.start()]):
        return 0  # "revenue per store is highest at B, where 268 stores brought in 388"
    growing = _FASTEST.search(text)
    if growing and claim.kind == "level" and v.is_level:
        return 0  # the fastest is told by its rate, whatever other figure stands in between
    told_at = claim.kind == "level" and claim.before.rstrip().endswith(" at")  # "B, at 23.9%, was the fastest growing"
    if growing and claim.kind in ("share", "level") and "|" in text[: growing.start()] and not told_at:
        return 0  # "China, with 15.3% of revenue, is the fastest growing"
    return 1 if large else -1


def _with_rank(claim: Claim, sentence: Sentence) -> str:
    """The words before a number, with a rank that leads to it: "Alba ranked first with 31"."""
    at = sentence.place(claim)
    last = sentence.claims[at - 1] if at else None
    ranked = last is not None and last.view.fact.kind == "rank" and _ONLY.fullmatch(claim.before)
    return f"{last.before}{last.view.fact.snippet}{claim.before}" if last and ranked else claim.before


def _counts(v: View, text: str) -> bool:
    """Whether a text speaks of what a number counts."""
    return not tokens(v.fact.counted_noun or "").isdisjoint(tokens(text))


def _rest(claim: Claim, sentence: Sentence) -> str:
    """The words behind a number to the next one, those of a rate to the next in digits: "28%, the first of five firms"."""
    text = claim.rest
    for later in () if claim.view.is_level else sentence.claims[sentence.place(claim) + 1 :]:
        if re.search(r"\d", later.view.fact.value_as_printed) or later.view.dimension == claim.view.dimension:
            break  # "29% do A, and fewer than a quarter B, the lowest"
        text = f"{text}{later.view.fact.value_as_printed}{later.rest}"
    return text


def _ranked(material: Material, claim: Claim, sentence: Sentence) -> tuple[Line, Entry, float] | None:
    v = claim.view
    words = label_tokens(f"{sentence.text} {v.metric}")
    among = _AMONG.search(sentence.text)
    of_so_many = number_of(next(g for g in among.groups() if g)) if among else 0
    best: tuple[float, Line, Entry] | None = None
    for other in (*_same_figure(material, v), *_same_rate(material, claim), *_per_one(material, v)):
        for line in material.lines_of.get(other.id, ()):
            if len(line.parts) < 3 or (of_so_many and sum(not is_rest(e.label) for e in line.parts) > of_so_many + 1):
                continue
            entry = next(e for e in line.entries if e.view.id == other.id)
            label = without_period(entry.label) or entry.label
            named = mentions(f"{sentence.text} {v.metric}", label, words)
            if 0.45 < named < 0.6 and line.page == v.page and len(v.figures) > 2:
                named = 0.6  # the half of a name that its number completes
            if named < 0.6 and not line.over_time and len(v.digits) > 2 and _takes_up(material, sentence, line, label):
                named = 0.8
            rest = _WHILE.split(_SEGMENT.split(claim.rest)[0])[0]
            if _says_extreme(claim.before):
                rest = ""  # which is ranked is said before its number
            else:  # "500, the highest of all regions, whereas B has"
                parts = _COMMA.split(rest)  # "14%, and cranes, the fewest, for less than"
                rest = next((f"{a} {b}" for a, b in pairwise(["", *parts]) if _says_extreme(b)), rest)
            if any(
                mentions(rest, e.label, label_tokens(rest)) >= 0.99
                for e in line.parts[:60]
                if e is not entry and without_period(e.label) and not is_rest(e.label)
            ):
                continue  # the words behind the number may rank another one
            if line.over_time and (named < 0.99 or _OF_PARTS.search(sentence.text)):
                continue
            if not line.over_time and named < 0.6:
                continue
            score = (
                0.35
                + 0.3 * named
                + 0.15 * material.coverage(line.words, v.around)
                + (0.12 if line.page == v.page else 0.0)
                + (0.05 if line.is_column else 0.0)  # a row of a table may hold several measures
                + (0.1 if _is_subject(claim, label) else 0.0)
                - (0.2 if line.over_time and not _OF_ALL_TIME.search(sentence.text) else 0.0)
            )
            if best is None or score > best[0]:
                best = (score, line, entry)
    return (best[1], best[2], min(1.0, best[0])) if best else None


def _is_subject(claim: Claim, label: str) -> bool:
    """Whether what is ranked is named before the words that rank it: 原料是最大支出项，占拿铁成本的N."""
    said = plain(claim.before)
    ranks = LARGEST.search(said) or SMALLEST.search(said)
    owns = re.search(r"\b([a-z][\w ]*)['’]s ", said)  # "the gas boiler's capital charge is the smallest"
    if owns is not None and plain(label) not in owns[1]:
        return False
    return ranks is not None and 0 <= said.find(plain(label)) < ranks.start()


def _says_extreme(text: str) -> bool:
    return bool(LARGEST.search(text) or SMALLEST.search(text))


def _takes_up(material: Material, sentence: Sentence, line: Line, label: str) -> bool:
    """Whether a sentence that names no entry of a line goes on about the one named just before."""
    labels = (without_period(e.label) for e in line.parts[:60])
    takes_up = PRONOUN.match(sentence.text) or _WITH_SO_MANY_IT.match(sentence.text)
    if not takes_up or any(x and x in plain(sentence.text) for x in labels):
        return False
    return any(mentions(s.text, label, label_tokens(s.text)) > 0.99 for s in material.near(sentence, 1)[1:])


def _same_rate(material: Material, claim: Claim) -> list[View]:
    """The compound rate that a chart or table of the page gives, for whatever years."""
    v = claim.view
    if claim.kind != "cagr" or len(v.digits) < 2:
        return []
    found = material.same_digits(v.digits, v.page)
    return [o for o in found if o.id in material.lines_of and o.dimension == "percent" and o.value == v.value][:4]


def _per_one(material: Material, v: View) -> list[View]:
    """The same amount where a chart or table says what it is per: an average price of 21.5 万元, and 万元/架."""
    if v.fact.unit_denominator or len(v.digits) < 2:
        return []
    found = material.same_digits(v.digits, v.span)
    return [
        o for o in found
        if o.id in material.lines_of and o.value == v.value and o.dimension.split("/")[0] == v.dimension != o.dimension
    ][:4]  # fmt: skip


def _same_figure(material: Material, v: View) -> list[View]:
    room = abs(v.value) / 200
    values = (v.value, -v.value) if v.fact.direction == "down" or DECLINE.search(v.fact.sentence) else (v.value,)
    found = [
        o
        for s in material.spans_meant(v)
        for x in values
        for o in material.close_to(x - room, x + room, v.dimension, s)
    ]
    size = iv.magnitude(v.interval)
    return [o for o in found if o.id in material.lines_of and iv.meets(iv.magnitude(o.interval), size)][:16]

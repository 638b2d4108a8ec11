"""Which facts speak of the same thing: metric, geography, period and scope.

Three kinds of evidence, each a share of a confidence in 0..1: words (weighted by how rare they are in the document,
spelling variants by rapidfuzz), numbers (the same significant digits; digits swapped; powers of ten apart) and layout
(the same page, a chart beside its text). A number can confirm a link but never deny it: what the confidence of
a disagreement must be is higher than that of an agreement, and lies in words and layout alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import Span, View
from wpextract.consistency.grids import Line, without_period
from wpextract.consistency.material import LEADING, Material, Sentence, roundings
from wpextract.consistency.reconciliation import slip as slipped
from wpextract.consistency.words import HELD_AGAINST, PRONOUN, THEN, in_digits, label_tokens, plain, tokens
from wpextract.facts.geography import in_one_name

_IN_CURRENCY = {
    code: re.compile(rf"(?:{han})口径|(?:按|以)(?:{han})计|\bin (?:{words})(?: terms)?\b", re.IGNORECASE)
    for code, han, words in (
        ("CNY", "人民币", "RMB|yuan|renminbi"), ("USD", "美元", "(?:US )?dollars?|USD"), ("EUR", "欧元", "euros?|EUR"),
        ("JPY", "日元", "yen|JPY"), ("GBP", "英镑", "sterling|GBP"),
    )
}  # fmt: skip
_TO = re.compile(  # from A, "when it was B" is of something else
    r"\bto\b|[-–—至到]|[升降增减]|^\s*(?:in (?:19|20)\d\d )?and (?:the )?(?:[a-z]+ )?$", re.IGNORECASE
)
_FROM = re.compile(r"[^.;]{0,40}?\b(?:from|between)\b|.{0,20}?[由从自]", re.IGNORECASE)
REACHES = re.compile(
    r"\s*,?\s*(?:(?:a|per|each) year |annually |in (?:19|20)\d\d )?(?:to|[降升增减跌]?[至到]|达到?)\s*(?:about|around|nearly|some|over|just)?\s*",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\s*(?:from|(?:from|(?:more|less|fewer|higher|lower|larger|smaller|above|below|ahead|up|down|short)(?:\s+(?:than|of|on))?)"
    r"\s+(?:the|its|their)\b[^.;,]{0,30}?)"
    r"\s*(?:about|around|nearly|some|over|just)?\s*",
    re.IGNORECASE,
)
_STATED_ENDS = re.compile(
    r"(?:\bfrom|由|从)\s*[^.;。；]*?(?:\bto|到|至)\s*(?:about|around|nearly|some|over|just|约|近)?\s*$", re.IGNORECASE
)
AS_MUCH = re.compile(r"\s*(?:as (?:much|many|large|high|big|dear|long)|that much)\b", re.IGNORECASE)
_AN_AMOUNT = re.compile(
    r"\bthe (?:amount|sum)\b|\b(?:more|less) money\b|\b(?:in|by) value\b|金额", re.IGNORECASE
)  # of money, no count
_MORE = re.compile(r"\s*(?:more|less|fewer|higher|lower|larger|smaller)\b", re.IGNORECASE)
_THE_LATTER = re.compile(r"\s*(?:that of |as \w+ as )?the latter\b", re.IGNORECASE)
_FORMER_OVER_LATTER = re.compile(r"前者[^，。；]{0,4}后者的$")
_COMPARED_WITH = re.compile(
    r"(?:^|[,;(]\s*)(?:as )?compared (?:with|to) (?:the |its |their |some |about )*$", re.IGNORECASE
)
_TIMES_THE = re.compile(r"\s*(?:that of |as \w+ as |what |higher than |more than |the |of )", re.IGNORECASE)
_OVER_YEAR = re.compile(r"(?:[较比]|高[出于]|低[出于]|超出)((?:19|20)\d\d)\s*年[末底]?[^，。；\d]{0,8}$")
_OVER_YEAR_BEHIND = re.compile(
    r"\s*(?:points? )?(?:more|less|fewer|higher|lower) than in ((?:19|20)\d\d)\b", re.IGNORECASE
)
OF_ALL = tokens("market industry sector cagr volume size number total figure")  # names no part of what a paper is about
_PUT_BEHIND = re.compile(
    r",?\s*(?:which (?:is|was) )?(?:an? (?:\w+ )?(?:increase|rise|gain|growth|jump|decline|fall|drop|decrease) of|up|down)"
    r"(?: by)?(?: (?:about|around|nearly|some))?\s*",
    re.IGNORECASE,
)
LAST_GUESS = 9  # of the periods that a claim may span: one that only its digits speak for
SURE = 0.65  # a disagreement below this is undetermined: of the weaker ones most are no errors
DOUBTED = SURE - 0.05  # at most, where something else speaks against it
TOLD = 0.66  # a link that the words themselves tell
WORTH = 0.42  # a link below this is not worth a relation


@lru_cache(maxsize=50_000)
def alike(a: str, b: str) -> bool:
    """Whether two words are spellings of one."""
    return a == b or (len(a) > 4 and len(b) > 4 and a[0] == b[0] and fuzz.ratio(a, b) >= 85)


_BOTH_WAYS = "进出口"  # trade, which has exports in its name


def mentions(text: str, label: str, words: frozenset[str]) -> float:
    """How much of a label a text names, 0..1: all its words, or the label itself with a spelling variant."""
    wanted, whole = label_tokens(label), plain(label)
    if not wanted:  # a label of everyday words ("Value", "Half") must stand in the text as it is
        if not whole.isascii():
            return float(whole in plain(text))
        return float(bool(whole) and re.search(rf"\b{re.escape(whole)}\b", plain(text)) is not None)
    if whole in (plain(text) if _BOTH_WAYS in whole else plain(text).replace(_BOTH_WAYS, " ")):
        return 1.0
    return _share(wanted, words)


def _share(wanted: frozenset[str], words: frozenset[str]) -> float:
    hit = sum(1 for w in wanted if w in words or any(alike(w, x) for x in words if x[0] == w[0]))
    return hit / len(wanted) if wanted else 0.0


def words_agree(material: Material, a: View, b: View) -> float:
    """Lexical evidence that two facts have one subject, 0..1.

    What a text says must be found at a chart or table; the title of a chart says more than a sentence repeats.
    """
    if not a.words or not b.words:
        return 0.0
    forward, back = material.coverage(a.words, b.around), material.coverage(b.words, a.around)
    if (a.fact.source == "prose") == (b.fact.source == "prose"):
        return 0.5 * max(forward, back) + 0.5 * min(forward, back)
    told, shown = (forward, back) if a.fact.source == "prose" else (back, forward)
    return 0.75 * told + 0.25 * shown


def entities_agree(material: Material, a: View, b: View) -> float | None:
    """How far the text of one names the row and series of the other, 0..1; None where there is nothing to name."""
    scores = []
    for one, other in ((a, b), (b, a)):
        labels = material.names_of.get(one.id)
        if labels:
            text, words = other.naming
            claim = material.claim_of.get(other.id)
            spoken_of = things_named(material, claim) if claim is not None else frozenset()
            if there := " ".join(material.names_of.get(other.id, ())):
                words, text = words | label_tokens(there), f"{text} {there}"
            scores.append(min(1.0 if label in spoken_of else mentions(text, label, words) for label in labels))
        if any(mentions(other.naming[0], part, other.naming[1]) > 0.99 for part in material.parts_of.get(one.id, ())):
            scores.append(0.0)
    return min(scores) if scores else None


def counted_alike(a: View, b: View) -> bool:
    """Whether two numbers may count one thing by their classifiers (人次 are no 人); 个 is of anything."""
    one, two = a.fact.counted_noun, b.fact.counted_noun
    if not one or not two or "个" in (one, two) or max(len(one), len(two)) > 2 or (one + two).isascii():
        return True
    return one == two


def of_one_kind(a: View, b: View) -> bool:
    """Whether two amounts are of one unit, whatever they are told per, and of one thing as far as both name what they count."""
    one, two = (tokens(v.fact.counted_noun or "") for v in (a, b))
    return _base(a) == _base(b) and counted_alike(a, b) and (not one or not two or bool(one & two))


def places_of(v: View) -> frozenset[str]:
    """The countries and regions of a fact: exports of one to another are of both."""
    return frozenset(plain(v.fact.geography).split(" and ")) if v.fact.geography else frozenset()


def same_subject(material: Material, a: View, b: View) -> float:
    """Confidence from words and layout alone that two facts state one metric of one period."""
    here, there = places_of(a), places_of(b)
    if here and there and not (here <= there or there <= here):
        return 0.0
    score = 0.1 + 0.5 * words_agree(material, a, b)
    named = entities_agree(material, a, b)
    if named is not None:
        score += 0.25 * named if named >= 0.5 else -0.3
    if a.page == b.page:
        score += 0.12
    if a.span is None or b.span is None or a.span != b.span:
        score -= 0.1
    elif a.fact.period_basis == "document" or b.fact.period_basis == "document":
        score -= 0.08
    return max(0.0, min(1.0, score))


def digits_agree(material: Material, a: View, b: View) -> float:
    """Numeric evidence: the less likely it is that two prints share their digits by chance, the more it says.

    The chance is that of one of the facts of the period having the same `n` leading digits, each as likely as another.
    """
    n = 0
    for x, y in zip(a.digits, b.digits, strict=False):
        if x != y:
            break
        n += 1
    if a.digits != b.digits and not _rounds_to(a.digits, b.digits):
        n -= 1
    if n < 1:
        return 0.0
    chance = min(1.0, (1 + material.crowd(b)) / (9 * 10 ** (n - 1)))
    return min(0.5, -0.2 * math.log10(chance))


def _rounds_to(x: str, y: str) -> bool:
    """Whether the shorter of two prints is the longer one rounded."""
    short, long = sorted((x, y), key=len)
    return len(short) > LEADING and short in roundings(long)


def agreement(material: Material, a: View, b: View) -> float:
    """Confidence that two facts whose values meet are one figure stated twice."""
    digits = digits_agree(material, a, b)
    if digits < 0.2 and a.words.isdisjoint(b.around) and b.words.isdisjoint(a.around):
        return 0.0  # nothing said in common, and a number that many share
    return min(1.0, same_subject(material, a, b) + digits)


def misprint(a: View, b: View) -> bool:
    """Whether one print is the other with two digits swapped or one digit changed (three digits or more).

    Where one is rounded, to three digits at least, so is the other ("2.15 trillion" and "20,490" hundred million).
    """
    x, y = a.figures, b.figures
    if len(x) != len(y) and min(len(a.digits), len(b.digits)) > LEADING:
        n = min(len(a.digits), len(b.digits))
        x, y = (
            v.digits if len(v.digits) == n else str(round(int(v.digits) / 10 ** (len(v.digits) - n))) for v in (a, b)
        )
        if x[0] != y[0]:
            return False  # of rounded figures hardly anything is left to go by
    if len(x) != len(y) or len(x) < 3 or x == y:
        return False
    wrong = [i for i in range(len(x)) if x[i] != y[i]]
    return len(wrong) == 1 or (sorted(x) == sorted(y) and len(wrong) == 2)


def slip(material: Material, a: View, b: View) -> float:
    """How much a misprint between two prints says, 0..0.5: the less likely it is to be one by chance, the more.

    There are n - 1 ways to swap two neighbours of n digits and 9n to change one; the chance is that of one of the
    facts of the period in the same unit being such a misprint.
    """
    if not misprint(a, b):
        return 0.0
    swapped = exchanged(a, b)
    whole = swapped and len(a.figures) == len(b.figures)
    n = len(a.figures) if whole else min(len(a.digits), len(b.digits))
    ways = n - 1 if swapped else 9 * n
    chance = (1 + min(material.crowd_like(a), material.crowd_like(b))) * ways / (9 * 10 ** (n - 1))
    return min(0.5, -0.2 * math.log10(min(1.0, chance)))


def exchanged(a: View, b: View) -> bool:
    """Whether two prints of like size have the same digits in another order."""
    rounded = len(a.digits) > LEADING and a.digits != b.digits and sorted(a.digits) == sorted(b.digits)
    if a.figures == b.figures or not (rounded or sorted(a.figures) == sorted(b.figures)):
        return False  # "3.81 million" and "3,180 thousand" too
    return 10 * abs(a.value) > abs(b.value) and 10 * abs(b.value) > abs(a.value)


# -- a claim and the line of values that it describes


@dataclass(frozen=True, slots=True)
class Operands:
    """The base and end that a claim may describe, how sure that is, and how far from the first guess of its periods."""

    base: View
    end: View
    years: int
    confidence: float
    guess: int


def of_the_base_told(claim: Claim, o: Operands) -> bool:
    """Whether the earlier of two values is of the year that a claim is said to be over, where it says one: "较2023年回升27.0%"."""
    told = _OVER_YEAR.search(claim.before) or _OVER_YEAR_BEHIND.match(claim.after)
    if told is None or o.base.span is None or o.end.span is None:
        return True
    return int(told[1]) in (o.base.span.last, o.end.span.last)


def in_its_currency(claim: Claim, o: Operands) -> bool:
    """Whether two values are of the currency that a claim is said to be in: "by 12% in euros and by 9% in dollars"."""
    money = next((code for code, said in _IN_CURRENCY.items() if said.search(claim.clause)), None)
    return money is None or o.end.fact.currency in (None, money)


def anchored(material: Material, line: Line, claim: Claim, near: Iterable[Sentence]) -> float:
    """Layout evidence: the sentence, or one just before it, states a value that stands on the line."""
    best = 0.0
    for distance, sentence in enumerate(near):
        for v in sentence.views:
            if v.id == claim.view.id or v.span is None or v.dimension != line.dimension:
                continue
            there = line.by_span.get(v.span)
            if there is not None and there.id != v.id and iv.meets(there.interval, v.interval) and len(v.digits) > 1:
                exact = 0.3 * digits_agree(material, v, there)  # the more digits, the surer that this value is meant
                best = max(best, (0.42, 0.3, 0.22, 0.16)[min(distance, 3)] + exact)
    return best


def describes(material: Material, claim: Claim, line: Line, sentence: Sentence | None) -> float:
    """Confidence that a claim is about a line of values."""
    v = claim.view
    if sentence is None:
        return 0.0
    near = material.near(sentence)
    context = " ".join(s.text for s in near[:2])
    words = label_tokens(context) | label_tokens(v.metric) | label_tokens(v.fact.context or "")
    own = label_tokens(v.metric) | label_tokens(claim.before[-80:]) | label_tokens(claim.after[:60])
    score = 0.12 if line.page == v.page else 0.0
    if without_period(line.label):
        named = mentions(f"{v.metric} {claim.before[-80:]}", line.label, own)
        if without_period(line.label) in things_named(material, claim):
            named = max(named, 0.9)  # by the clause before, or taken up by a pronoun
            score += 0.15 if len(things_named(material, claim)) == 1 else 0.0
        score += 0.3 * named if named >= 0.5 else 0.1 * mentions(context, line.label, words) - 0.05
    score += 0.3 * material.coverage(line.words, words)
    score += 0.15 * material.coverage(v.words, line.words) if v.words else 0.0
    own_words = v.words & tokens(sentence.text)
    told_as = material.told_as.get(line.key, frozenset())
    alone = sum(x.over_time for x in material.grid_of[line.container_id].lines) == 1
    if alone and own_words & told_as and own_words <= told_as | line.words:
        score += 0.2  # the text itself calls it so
    # a new paragraph with a subject that the line does not speak of ("Pay increased by 5%") is another matter
    if own_words and not material.coverage(own_words, line.words):
        near = tuple(s for s in near if s.block_id == sentence.block_id)
    score = max(0.0, min(1.0, score + anchored(material, line, claim, near)))
    return score * (0.4 if _names_another(material, claim, line) else 1.0)


@dataclass(frozen=True, slots=True)
class _Subject:
    """The clause that says what a claim is about: its own, or the one before that names something; and what it names."""

    clause: str
    words: frozenset[str]
    things: frozenset[str]  # the rows and series of charts and tables that it names


_NOTHING = _Subject("", frozenset(), frozenset())


_LEFT_BEHIND = re.compile(r"\b(?:overtook|overtaking|overtaken|outstripped|surpassed)\s+(?:the )?[\w-]+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _subjects(material: Material) -> Mapping[str, _Subject]:
    out: dict[str, _Subject] = {}
    for sentence in material.sentences:
        # what the clauses before name is spoken of until another thing is
        last = _taken_up(material, sentence) if PRONOUN.match(sentence.text) else _NOTHING
        for claim in sentence.claims:
            leads = [_naming(material, lead, sentence.page) for lead in claim.leads]
            own = _naming(material, _LEFT_BEHIND.sub(" ", claim.clause), sentence.page)
            led = next((lead for lead in leads if lead.things), last)
            out[claim.view.id] = own if own.things or not led.things else led
            last = led
    return out


def _taken_up(material: Material, sentence: Sentence) -> _Subject:
    """What the sentence before in the paragraph names, numbers in it or none: what a pronoun takes up."""
    before = material.said_before(sentence)
    named = (_naming(material, s, sentence.page) for s in before)
    return next((x for x in named if x.things), _NOTHING)


def _naming(material: Material, clause: str, page: int) -> _Subject:
    words = label_tokens(clause)
    labels = material.labels_of(words)
    said = [x for x in labels if mentions(clause, x, words) > 0.99]
    named = frozenset(x for x in said if _together(clause, x))
    if "other" in named and "Other" not in clause:
        named -= {"other"}  # "it has gone the other way"
    if not named:  # for short, if but one may be meant
        cores = material.short_names.get(page, {})
        short = [name for name, core in cores.items() if core <= words and name not in said]
        named = frozenset(short if len(short) == 1 else ())
    return _Subject(clause, words, named)


def _together(text: str, label: str) -> bool:
    """Whether the words of a label stand close to one another: "the eight provinces", not "the province of the eight"."""
    wanted = label_tokens(label)
    if not label.isascii():
        return plain(label) in plain(text) or len(wanted) > 2
    words = [label_tokens(w) for w in in_digits(in_one_name(text)).split()]
    room = len(in_one_name(label).split()) + 1
    spots = range(max(1, len(words) - room + 1))
    return len(wanted) < 2 or any(wanted <= frozenset().union(*words[i : i + room]) for i in spots)


def things_named(material: Material, claim: Claim) -> frozenset[str]:
    """The rows and series of charts and tables that a claim's clause, or one before it, names."""
    return _subjects(material).get(claim.view.id, _NOTHING).things


def names_something(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence names a row or series itself, rather than going on about what was spoken of."""
    return bool(_naming(material, sentence.text, sentence.page).things)


def named_by_clause(material: Material, claim: Claim) -> list[frozenset[str]]:
    """The rows and series that a claim's clause names, then each clause before it, then what was spoken of; not empty."""
    clauses = [_naming(material, clause, claim.view.page).things for clause in (claim.clause, *claim.leads[1:])]
    return [things for things in (*clauses, things_named(material, claim)) if things]


def _names_another(material: Material, claim: Claim, line: Line) -> bool:
    """Whether the claim's subject is another line of the chart or table, and not this one."""
    said = _subjects(material).get(claim.view.id, _NOTHING)
    if _told_apart(material, said.clause, said.words, line) >= 0.75:
        return False
    siblings = [x for x in material.grid_of[line.container_id].lines if x.over_time and x.label != line.label]
    return any(_told_apart(material, said.clause, said.words, x) > 0.99 for x in siblings[:60])


def _told_apart(material: Material, clause: str, words: frozenset[str], line: Line) -> float:
    """How much a clause names of what tells a line from the others of its chart or table, 0..1."""
    if line.label_words and plain(line.label) in plain(clause):
        return 1.0
    return _share(line.label_words - material.grid_of[line.container_id].said_of_all, words)


def _speaks_of(material: Material, v: View, things: frozenset[str]) -> bool:
    """Whether the clause that a number stands in names one of some things."""
    claim = material.claim_of.get(v.id)
    clause = f"{claim.clause if claim else ''} {v.metric}"
    words = label_tokens(clause)
    return any(mentions(clause, x, words) >= 0.75 for x in things)


def named_with(material: Material, v: View, shown: View) -> bool:
    """Whether the clause of a text's number names all that tells a fact of a chart or table from its neighbours."""
    labels = material.names_of.get(shown.id, ())
    return bool(labels) and all(_speaks_of(material, v, frozenset({x})) for x in labels)


def on_the_subject(material: Material, things: frozenset[str], *views: View) -> float:
    """1, or less where a claim names a thing and none of the numbers stands in a clause that does."""
    return 1.0 if not things or any(_speaks_of(material, v, things) for v in views) else 0.4


def candidate_lines(material: Material, claim: Claim, sentence: Sentence) -> list[Line]:
    """The lines that a claim may be about: on its page, or through a value or a word that they share; capped."""
    out: dict[str, Line] = {}
    for line in material.lines_on.get(claim.view.page, ())[:80]:
        if line.over_time:
            out.setdefault(line.key, line)
    things = things_named(material, claim)
    for page in (claim.view.page - 1, claim.view.page + 1) if things else ():
        for line in material.lines_on.get(page, ())[:80]:
            if line.over_time and without_period(line.label) in things:
                out.setdefault(line.key, line)
    for other_sentence in material.near(sentence, 2):
        for v in other_sentence.views:
            if v.is_level:
                for other in material.close_to(v.value, v.value, v.dimension, v.span)[:16]:
                    for line in material.lines_of.get(other.id, ()):
                        if line.over_time:
                            out.setdefault(line.key, line)
    if claim.view.span is not None:
        for other in material.same_digits(claim.view.digits, claim.view.span)[:16]:
            for line in material.lines_of.get(other.id, ()):
                grid = material.grid_of[line.container_id]
                for sibling in grid.lines:
                    if sibling.over_time and len(out) < 160:
                        out.setdefault(sibling.key, sibling)
    return [line for line in out.values() if line.dimension != claim.view.dimension or claim.kind == "change"]


def operands(
    material: Material, claim: Claim, sentence: Sentence, spans: list[tuple[Span, Span, int]]
) -> list[Operands]:
    """Every pair of values that a claim may describe: on a line of a chart or table, or stated nearby in the text."""
    out: list[Operands] = []
    lines = candidate_lines(material, claim, sentence)
    scores = {line.key: describes(material, claim, line, sentence) for line in lines}
    at = sentence.place(claim)
    before = (c for c in sentence.claims[max(0, at - 2) : at] if c.kind != "delta")
    own = [c.view for c in before if c.view.is_level and not c.view.is_range]
    follows = next((c.view for c in sentence.claims[at + 1 : at + 2]), None)
    reached, begun = (follows if cue.fullmatch(claim.rest) else None for cue in (REACHES, _BEGINS))
    said = _subjects(material).get(claim.view.id, _NOTHING)
    of_amounts = bool(_AN_AMOUNT.search(claim.clause))
    # "RMB 30 billion, an increase of 20%": of money then, whatever else the page shows
    puts_on = (
        claim.kind == "growth"
        and own
        and sentence.claims[at - 1].view is own[-1]
        and _PUT_BEHIND.fullmatch(claim.before)
    )
    of_amount = own[-1] if puts_on else None
    if begun is not None and begun.span is not None:  # "14% less than the record of 1,480 set in 2022"
        spans = [*_up_to(material, sentence, begun, begun.span), *spans]
    told = _told_before(material, claim, sentence) if claim.kind != "multiple" else []
    # of a growth that names no years, that on the year before is likelier
    spans = [*spans, *told] if claim.kind == "growth" else [*told, *(x for x in spans if x not in told)]
    only = _only_line(material, claim, sentence, lines, spans)
    if only is not None:
        scores[only.key] = max(
            scores[only.key], SURE + 0.1 if _two_years(claim) or _turned(claim, only, spans) else SURE - 0.1
        )
    for line in lines:
        named = _told_apart(material, said.clause, said.words, line) > 0.99
        own_spans = sorted(line.by_span, key=lambda x: (x.first, x.part))
        wanted = list(spans)
        open_span = claim.span is not None and claim.span.kind in ("S", "R")  # says since when itself
        if named and len(own_spans) == 2 and not open_span:  # a chart of two years says which are meant
            wanted.append((own_spans[0], own_spans[1], own_spans[1].last - own_spans[0].last))
        known = [x for x in own_spans if x.kind == "Y" and not line.by_span[x].fact.is_forecast]
        if claim.kind == "cagr" and not wanted and line.page == claim.view.page and len(known) > 2:
            # "its compound rate came to 15.0%": over all the years that its page shows
            wanted.append((known[0], known[-1], known[-1].last - known[0].last))
        told_here = sum(c.view.dimension == line.dimension for c in sentence.claims if c is not claim) > 1
        others = _other_bases(claim, line, wanted) if (named or scores[line.key] >= SURE) and not told_here else []
        for guess, (base, end, years) in (*enumerate(wanted), *((LAST_GUESS, x) for x in others)):
            b, e = line.by_span.get(base), line.by_span.get(end)
            if b is not None and e is not None:
                # a sentence that gives another value of that time before its claim speaks of something else
                other = not named and any(
                    (x.dimension != e.dimension and claim.kind == "multiple")
                    or (x.dimension == e.dimension and x.span == e.span and not _alike(x, e))
                    for x in own
                )
                other = other or _is_another(reached, e) or _is_another(begun, b)
                other = other or (of_amount is not None and of_amount.dimension != e.dimension)
                out.append(Operands(b, e, years, scores[line.key] - (0.3 if other else 0.0), guess))
    out.extend(_stated(material, claim, sentence, spans))
    against = _compared_with(sentence, at)
    if against is not None:
        ends = _told_of(material, claim, sentence, against)
        sure = SURE if len({x.digits for x in ends}) == 1 else SURE - 0.1
        out = [
            *(
                replace(o, confidence=min(o.confidence, sure))
                for o in out
                if iv.meets(o.base.interval, against.interval)
            ),
            *(
                Operands(against, x, claim.span.last - against.span.last, sure, 0)
                for x in ends
                if claim.span and against.span
            ),
        ]
    return [o for o in out if not (of_amounts and o.end.dimension == "count")]


def _compared_with(sentence: Sentence, at: int) -> View | None:
    """The base that stands before a claim in so many words: "compared with the 83,000 of 2020, it rose to 6.6 times"."""
    before = sentence.claims[max(0, at - 1) : at]
    told = [c.view for c in before if c.view.is_level and not c.view.is_range and _COMPARED_WITH.search(c.before)]
    return told[0] if told else None


def _told_of(material: Material, claim: Claim, sentence: Sentence, base: View) -> list[View]:
    """What a claim's paragraph has told of its time up to it, in the dimension of a base, or what the series of the base shows."""
    told = [
        v
        for s in material.in_block[sentence.block_id][: sentence.index + 1]
        for v in s.views
        if v.is_level and not v.is_range and v.dimension == base.dimension and v.span == claim.span and v.id != base.id
    ]
    return told or (in_its_series(material, base, claim.span) if claim.span else [])


def in_its_series(material: Material, v: View, span: Span) -> list[View]:
    """What the series that show a figure of three digits or more give for another period."""
    drawn = material.close_to(v.value, v.value, v.dimension, v.span)
    lines = (x for o in drawn if len(o.digits) > LEADING for x in material.lines_of.get(o.id, ()) if x.over_time)
    return [x.by_span[span] for x in lines if span in x.by_span]


def _told_before(material: Material, claim: Claim, sentence: Sentence) -> list[tuple[Span, Span, int]]:
    """The two years between which the sentence before tells of a change, for a claim that names none itself."""
    before = [s for s in material.near(sentence, 1)[1:] if s.block_id == sentence.block_id]
    if not before or claim.base_years or claim.back or claim.pairs or claim.view.fact.period_basis == "sentence":
        return []
    told = [c.view for c in before[0].claims if c.kind in ("level", "share")]
    spans = {v.span for v in told if v.span is not None and v.fact.period_basis == "sentence"}
    years = sorted(s.first for s in spans if s.kind == "Y")
    if len(spans) != 2 or len(years) != 2 or claim.span != Span("Y", years[1], years[1]):
        return []
    return [(Span("Y", years[0], years[0]), claim.span, years[1] - years[0])]


def _other_bases(claim: Claim, line: Line, guessed: Sequence[tuple[Span, Span, int]]) -> list[tuple[Span, Span, int]]:
    """The other periods of a line from which a change may be told that names none ("lost 18.6 points"), if its digits say so."""
    if claim.base_years or claim.back or claim.pairs or len(claim.view.digits) < LEADING or not guessed:
        return []
    ends = dict.fromkeys(end for _, end, _ in guessed if end in line.by_span)
    pairs = ((base, end, end.last - base.last) for end in ends for base in line.by_span if base.last < end.last)
    return [x for x in pairs if x not in guessed]


def _only_line(
    material: Material, claim: Claim, sentence: Sentence, lines: list[Line], spans: list[tuple[Span, Span, int]]
) -> Line | None:
    """The one line of the page that has both years that a claim names, where it names nothing else ("CAGR 2019-2024: 9%").

    The rate of one year may be told so too ("the strongest year was 2021, with 94%").
    """
    one_year = claim.kind == "growth" and claim.view.fact.period_basis == "sentence"
    if claim.view.fact.source != "prose":
        return None
    if not _two_years(claim) and not (one_year and len(set(claim.years)) == 1):
        return None
    if not spans:
        return None
    base, end, _ = spans[0]
    things = things_named(material, claim)
    if any(without_period(x.label) in things and {base, end} <= x.by_span.keys() for x in lines):
        return None
    found = [
        x for x in lines if x.page == claim.view.page and {base, end} <= x.by_span.keys() and x.dimension != "percent"
    ]
    if len(found) != 1:
        return None
    if (claim.view.words & tokens(sentence.text) & material.subjects) - OF_ALL:  # it may speak of another thing
        meant = _turned(claim, found[0], spans) or material.points_at(sentence, found[0].title)
        return found[0] if meant else None
    return found[0]


def _two_years(claim: Claim) -> bool:
    """Whether a claim names the two years that it lies between, whatever year the next number behind it is of."""
    if claim.kind == "multiple" and claim.span is not None and claim.view.fact.period_basis == "sentence":
        return len({*claim.years, claim.span.last}) == 2
    stretch = claim.kind == "cagr" and claim.span is not None and claim.span.kind in ("R", "S")
    return len(set(claim.years)) == 2 or (stretch and claim.view.fact.period_basis == "sentence")


def _turned(claim: Claim, line: Line, spans: Sequence[tuple[Span, Span, int]]) -> bool:
    """Whether a rate has the digits of the growth on a line with two exchanged, as it hardly has by chance."""
    base, end, years = spans[0]
    grown = iv.growth(line.by_span[end].interval, line.by_span[base].interval, years if claim.kind == "cagr" else 1)
    return len(claim.view.figures) > LEADING and slipped(iv.magnitude(grown), claim.view) == "exchanged"


def _up_to(material: Material, sentence: Sentence, begun: View, base: Span) -> list[tuple[Span, Span, int]]:
    """From a base that is told behind its rate to the amount that was spoken of before it."""
    own = list(sentence.views)
    own = own[: next((n for n, v in enumerate(own) if v.id == begun.id), 0)]
    earlier = [v for s in material.near(sentence, 1)[1:] for v in s.views]
    before = [v for v in (*earlier, *own) if v.dimension == begun.dimension]
    ends = [v.span for v in before if v.id != begun.id and v.span is not None and v.span != base]
    return [(base, end, end.last - base.last) for end in ends[-1:]]


def _is_another(stated: View | None, v: View) -> bool:
    """Whether a sentence states the end (or the base) of its claim, and it is not this value."""
    return stated is not None and stated.dimension == v.dimension and not _alike(stated, v)


def _one_figure(a: View, b: View) -> bool:
    return a.dimension == b.dimension and _alike(a, b)


def _alike(a: View, b: View) -> bool:
    """Whether two values may be one figure: equal as printed, or a misprint or a wrong scale apart."""
    return iv.meets(a.interval, b.interval) or misprint(a, b) or a.digits == b.digits


def _stated(
    material: Material, claim: Claim, sentence: Sentence, spans: list[tuple[Span, Span, int]]
) -> Iterable[Operands]:
    near = material.near(sentence, 2)
    rates = claim.kind in ("change", "multiple")
    pool = [
        (v, distance)
        for distance, s in enumerate((*near, *material.following(sentence)))
        for v, c in zip(s.views, s.claims, strict=True)
        if v.id != claim.view.id and not v.is_range
        and ((v.is_level and c.kind != "delta") or (rates and c.kind in ("share", "level", "growth")))
    ][:24]  # fmt: skip
    things = things_named(material, claim)
    yield from _from_to(material, claim, sentence, things)
    then = claim.kind == "multiple" and THEN.search(claim.clause)
    subject = claim.view.words & tokens(sentence.text)
    beside = len(claim.before.split()) <= 3
    stated = [c.view for c in sentence.claims[: sentence.place(claim)] if c.view.is_level][-1:] if beside else []
    behind = {c.view.id for c in sentence.claims[sentence.place(claim) + 1 :]}
    owner = {
        b.view.id: a.view for s in material.following(sentence) for a, b in pairwise(s.claims)
        if HELD_AGAINST.search(b.before) and a.view.dimension == b.view.dimension
    }  # fmt: skip
    for guess, (base, end, years) in enumerate(spans):
        for e, d1 in pool:
            if e.span != end or (
                (d1 or e.id in behind) and any(x.span == end and not _one_figure(x, e) for x in stated)
            ):
                continue  # "it will be 64 in 2028, 32% above 2024": the end is stated
            for b, d2 in pool:
                if b.id in owner and not _one_figure(owner[b.id], e):
                    continue  # 60，较上年的50: of that one
                if b.span == base and b.dimension == e.dimension and b.id != e.id and counted_alike(b, e):
                    if d1 != d2 and places_of(b) and places_of(e) and places_of(b).isdisjoint(places_of(e)):
                        continue
                    same = words_agree(material, b, e)
                    score = 0.32 + 0.28 * same + 0.15 * material.coverage(e.words, claim.view.around)
                    score -= 0.15 if d1 != d2 and same < 0.1 and b.words and e.words else 0.0  # of two things
                    # "sitting tenants faced an increase of 6.5%" is nothing that the sentences before tell
                    score -= 0.15 if d1 and d2 and subject and subject.isdisjoint(b.around | e.around) else 0.0
                    # and a paragraph or item of its own with a thing of its own goes on about nothing
                    anew = d1 and d2 and sentence.block_id not in (b.fact.source_id, e.fact.source_id)
                    score -= 0.25 if anew and subject - (b.around | e.around) else 0.0
                    score += 0.25 if d1 == d2 == 1 and PRONOUN.match(sentence.text) else 0.0
                    score += 0.3 if then and not d2 else 0.0
                    score -= 0.3 if d1 == d2 == len(near) else 0.0  # only the sentence behind it tells of both
                    score += 0.2 if d1 == d2 == 0 else 0.1 if 0 in (d1, d2) or d1 == d2 == 1 else 0.0
                    if b.words == e.words and b.words:
                        score += 0.1
                    if guess == 0 and claim.view.fact.period_basis == "sentence":
                        score += 0.05  # the very years that the claim names
                    yield Operands(b, e, years, score * on_the_subject(material, things, b, e), guess)
        # "it reaches B in 2027, 14.6% a year from 2024": where it starts may be told on another page
        for e in (x for x, distance in pool if distance == 0 and x.span == end and x.is_level):
            for b in material.speaking_of(e.words, e.dimension, base):
                agree = words_agree(material, b, e)
                if agree >= 0.6 and all(b.id != x.id for x, _ in pool) and not b.is_range and counted_alike(b, e):
                    yield Operands(b, e, years, (0.3 + 0.3 * agree) * on_the_subject(material, things, b, e), guess)


def _set_against(sentence: Sentence, at: int) -> list[tuple[View, View, float, bool]]:
    """The earlier and the later amount that a rate stands between or behind: "B, 5% more than the A of 2023", "B against A, 5% less"."""
    before, claim, after = sentence.claims[:at], sentence.claims[at], sentence.claims[at + 1 : at + 2]
    found = []
    if before and after and _BEGINS.fullmatch(claim.rest):
        found.append((after[0].view, before[-1].view))
    if len(before) > 1 and HELD_AGAINST.search(before[-1].before):
        found.append((before[-1].view, before[-2].view))
    return [
        (b, e, 0.45, False)
        for b, e in found
        if b.is_level and e.is_level and not (b.span and e.span and b.span == e.span)
    ]


def _base(v: View) -> str:
    """The dimension of an amount, whatever it is counted per."""
    return v.dimension.split("/")[0]


def _from_to(material: Material, claim: Claim, sentence: Sentence, things: frozenset[str]) -> Iterable[Operands]:
    """The two numbers that a claim stands beside: "from A to B, up C", "doubled from A to B", "B, C times the A"."""
    at = sentence.place(claim)
    before, after = [c.view for c in sentence.claims[:at]], [c.view for c in sentence.claims[at + 1 :]]
    pairs = []
    if len(before) >= 2 and (
        _FROM.search(sentence.claims[at - 2].before[-40:] + " ") or words_agree(material, *before[-2:]) >= 0.5
    ):
        pairs.append((before[-2], before[-1], 0.45, False))
    if len(after) >= 2 and _FROM.search(claim.rest) and _TO.search(sentence.claims[at + 2].before):
        pairs.append((after[0], after[1], 0.5, False))
    if after and claim.kind in ("growth", "cagr") and REACHES.fullmatch(claim.rest):
        # "from 9.5 to 10.3 million persons, use went up by 5%, to 8 billion packs"
        pairs = [p for p in pairs if p[1].dimension == after[0].dimension and of_one_kind(p[1], after[0])]
    pairs += _set_against(sentence, at) if claim.kind == "growth" else []
    if claim.kind == "multiple":
        # "1.5 MW more than in 2023 and 1.7 times the 6.5 MW of 2019": what is more is not what is compared
        base, others = None, [c.view for c in sentence.claims[:at] if not _MORE.match(c.after)]
        if after and _TIMES_THE.match(claim.rest) and "," not in claim.rest:  # "three times the 6.6 of"
            base = after[0]
        elif len(others) > 1 and (_THE_LATTER.match(claim.rest) or _FORMER_OVER_LATTER.search(claim.before)):
            base, others = others[-1], others[:-1]
        elif len(before) > 1 and claim.before.strip() == "的":  # 6.6的三倍
            base, others, things = before[-1], before[:-1], frozenset()
        if base is not None and not any(_base(x) == _base(base) for x in others):
            others = [x for s in material.near(sentence, 1)[1:] for x in s.views]
        like = [x for x in others[::-1] if base and _base(x) == _base(base)][:3]
        pairs += [(base, x, 0.55 - 0.06 * n, True) for n, x in enumerate(like) if base]
        told = [x for x in before if _base(x) == _base(before[-1])]
        if base is None and len(told) > 1 and AS_MUCH.match(claim.rest):
            # "46 for A and 78 for B, 1.7 times as much", or "78 for B and 46 for A, or 1.7 times as much for B"
            pairs += [(told[-2], told[-1], 0.6, True), (told[-1], told[-2], 0.6, True)]
        elif base is None and before:  # "A, with 59 million, is 4.2 times the size of B, which has 14 million"
            later = [x for x in after if x.is_level and before[-1].is_level and _base(x) == _base(before[-1])]
            pairs += [(x, before[-1], WORTH - 0.1, True) for x in later[:1]]
    if len(before) > 1 and _STATED_ENDS.search(f"{sentence.claims[at - 2].before} {sentence.claims[at - 1].before}"):
        pairs.append((before[-2], before[-1], 0.7, True))
    for b, e, score, sure in pairs:
        if b.is_range or e.is_range or _base(b) != _base(e) or not (b.is_level or claim.kind == "multiple"):
            continue
        if not sure and (
            b.span is None
            or e.span is None
            or b.span.kind != e.span.kind
            or (b.span.first, b.span.part) >= (e.span.first, e.span.part)
        ):
            continue
        years = e.span.last - b.span.last if b.span and e.span else 0
        confidence = min(1.0, score + 0.25 * words_agree(material, b, e))
        yield Operands(b, e, years, confidence * on_the_subject(material, things, b, e), 0)

"""Two things that a sentence sets side by side: "1.9 times as many as second-placed B", "4.8 points ahead of C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wpextract.consistency.claims import Claim
from wpextract.consistency.grids import Entry, Line, is_rest, is_total, without_period
from wpextract.consistency.linking import SURE, TOLD, WORTH, Operands, mentions
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.words import BASE_CASE, PRONOUN, label_tokens, plain
from wpextract.facts.geography import in_one_name

_AGAINST = re.compile(
    r"\s*(?:as (?:much|many|large|high|big|dear|long|fast) as|(?:ahead|short) of|(?:more|less|higher|lower|larger|smaller|fewer|longer|dearer"
    r"|cheaper|faster) than|above|below|behind|that of|those of|the)\s+([^,;.]{3,60})",
    re.IGNORECASE,
)
_AGAINST_ZH = re.compile(r"(?:为|是|相当于|达到?|比|较|高于|低于|领先)([^，。；]{2,20}?)(?:的|高出?|低|多|少)$")
_OTHERS = re.compile(  # what is compared before: "200 more than B and twice the size of C"
    r"\b(?:than|ahead of|behind|above|below|that of)\s+[^,;]{3,60}?(?=\s+(?:and|but|or)\b)", re.IGNORECASE
)
_HIGHEST_AND_LOWEST = re.compile(
    r"\bbetween (?:the )?(?:best|highest|largest|most \w+|top)(?:[ -][\w-]+){0,2} and (?:the )?(?:worst|lowest|smallest|least \w+|bottom)\b"
    r"[^.;\d]{0,50}$|最[高大多快强](?:[的值]|[^，。；]{0,6})[与和同](?:[^，。；]{0,6})最[低小少慢弱][^，。；\d]{0,16}(?:相差|差距|之差|差)[^，。；\d]{0,6}$",
    re.IGNORECASE,
)
_SEVERAL = 3  # entries that have a highest and a lowest
_CLAUSES = re.compile(r"[,;:，；：](?!\d)|\b(?:yet|while|whereas|but)\b", re.IGNORECASE)
_PRONOUN_ZH = re.compile(r"(?:是|为|相当于|达到?)约?(?:它们?|其|前者)的$")  # 甲为N，乙是它的2倍
_SECOND = re.compile(r"second[- ]?(?:placed|ranked|largest|biggest|place)|runner[- ]up|第二", re.IGNORECASE)


def _place(text: str, label: str, words: frozenset[str]) -> int:
    """Where a text names a label; -1 where it does not."""
    text, label = in_one_name(text), in_one_name(label)
    at = plain(text).find(plain(label))
    if at >= 0:
        return at
    if mentions(text, label, words) < 0.99:
        return -1
    spots = [m.start() for w in label_tokens(label) if (m := re.search(re.escape(w.lstrip("#")[:6]), plain(text)))]
    return min(spots, default=0)


def extremes(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Operands]:
    """The smallest and the largest entry of the one line that a text tells one of, where it sets the two apart.

    "The gap between the best and the worst district was 3.1 times", 最高与最低行业之间相差44.2个百分点.
    """
    if not _HIGHEST_AND_LOWEST.search(claim.before):
        return
    told = {(v.dimension, v.digits) for s in material.near(sentence, 2) for v in s.views if len(v.digits) > 1}
    found = []
    for line in material.lines_on.get(claim.view.page, ())[:60]:
        entries = [e.view for e in line.entries if not is_rest(e.label) and not is_total(e.label)]
        if line.over_time or len(entries) < _SEVERAL or claim.kind == "change" and line.dimension != "percent":
            continue
        ends = (min(entries, key=lambda v: (v.value, v.id)), max(entries, key=lambda v: (v.value, v.id)))
        if any((v.dimension, v.digits) in told for v in ends):
            found.append(Operands(*ends, 0, TOLD + 0.1, 0))
    if len(found) == 1:
        yield found[0]


def named_pairs(material: Material, claim: Claim, sentence: Sentence) -> list[Operands]:
    """The entries of one line that a sentence compares, first named over second named; best first."""
    out: list[Operands] = []
    v = claim.view
    lines = [line for line in material.lines_on.get(v.page, ()) if not line.over_time][:60]
    near = material.near(sentence, 1)
    context = " ".join(s.text for s in reversed(near))
    several = sum(c.kind == claim.kind for c in sentence.claims) > 1
    other_side = _other_side(claim, sentence)
    set_against = any(_named(line, other_side) for line in lines)
    for line in lines:
        wanted = v.dimension if claim.kind == "delta" else "percent" if claim.kind == "change" else None
        if line.dimension != wanted and (wanted or line.dimension == "percent") and claim.kind != "multiple":
            continue
        spans = {e.view.span for e in line.entries}
        if (
            v.span is not None
            and None not in spans
            and v.span not in spans
            and all(s and s.last != v.span.last for s in spans)
        ):
            continue
        here = (None if several else _pair(line, sentence.text)) or _pair(line, _own_part(claim, sentence))
        if set_against:
            bases = _named(line, other_side)
            spoken_of = (*claim.leads, *([sentence.claims[0].before] if several else _backwards(claim, sentence)))
            here = _over(line, bases[0], spoken_of) if len(bases) == 1 else None
        pair = here or (_pair(line, context) if len(near) > 1 else None)
        # "It is 3 times as dear as B", where the sentence before spoke of A
        taken_up = here is None and bool(PRONOUN.match(sentence.text)) and len(_named(line, claim.after)) == 1
        if pair is None:
            continue
        first, second = pair
        # the value of one of them is often printed in the sentence itself
        stated = [x for s in (near if taken_up else near[:1]) for x in s.views if x.id != v.id]
        printed = any(x.digits in (first.view.digits, second.view.digits) for x in stated)
        score = (
            0.3
            + (0.22 if here else 0.12 if taken_up else 0.0)
            + (0.15 if printed else 0.0)
            + 0.25 * material.coverage(line.words, v.around)
        )
        if (
            here
            and claim.kind == "multiple"
            and [first] == _named(line, claim.before)
            and [second] == _named(line, claim.after)
        ):
            score += 0.1  # "A is 3.7 times that of B"
        own = _CLAUSES.split(claim.before)[-1]
        if here and claim.kind == "multiple" and _AGAINST_ZH.search(own) and [first, second] == _named(line, own):
            score += 0.1  # 甲为乙的3.7倍
        later = max((s.last for s in spans if s), default=0)
        score += 0.05 if v.span is None or v.span.last == later else 0.0
        score -= (
            0.1 if claim.kind == "multiple" and line.dimension == "percent" else 0.0
        )  # rather of amounts than of rates
        out.append(Operands(second.view, first.view, 0, min(1.0, score), 0))
    return sorted(out, key=lambda o: (-o.confidence, o.end.id, o.base.id))


def against_base_case(material: Material, claim: Claim, sentence: Sentence) -> list[Operands]:
    """What a scenario gives for a year over what the document expects: "it would be 281. That is 7% less than in the base case".

    What is expected is what the document states most often; another amount of the year is meant if it fits.
    """
    if not BASE_CASE.search(sentence.text):
        return []
    near = [s for s in material.near(sentence, 1) if s.block_id == sentence.block_id]
    told = [c.view for s in near for c in s.claims if c.kind == "level" and c.view.is_level and not c.view.is_range]
    supposed = next((v for v in told if v.id != claim.view.id and v.span is not None and v.span.kind == "Y"), None)
    if supposed is None or supposed.value <= 0:
        return []
    expected = material.most_stated.get((supposed.dimension, supposed.span))
    others = material.close_to(supposed.value / 3, supposed.value * 3, supposed.dimension, supposed.span)
    pairs = [(x, WORTH) for x in others if x.fact.is_forecast] + ([(expected, SURE + 0.06)] if expected else [])
    return [Operands(base, supposed, 0, sure, 0) for base, sure in pairs if base.digits != supposed.digits]


def _other_side(claim: Claim, sentence: Sentence) -> str:
    """What a claim says that it compares with: "3.1 times as much as a locker", "4.8 points ahead of C", "为B的1.3倍"."""
    if _PRONOUN_ZH.search(claim.before):
        at = sentence.claims.index(claim)
        return sentence.claims[at - 1].before if at else ""
    m = _AGAINST.match(claim.after)
    if m is None:
        m = _AGAINST_ZH.search(claim.before)
    return m.group(1) if m else ""


def _backwards(claim: Claim, sentence: Sentence) -> list[str]:
    """The clauses that lead to a number, its own first, and then the whole sentence."""
    at = max(0, sentence.text.find(claim.view.fact.snippet))
    clauses = reversed(_CLAUSES.split(sentence.text[:at]))
    return [*(_OTHERS.sub(" ", x) for x in clauses), sentence.text]


def _over(line: Line, base: Entry, texts: Sequence[str]) -> tuple[Entry, Entry] | None:
    """The first other entry that the first of some texts names, over the one that it is compared with."""
    return next(((e, base) for text in texts for e in _named(line, text) if e is not base), None)


def _own_part(claim: Claim, sentence: Sentence) -> str:
    """What a sentence that compares several times says of one: its subject, and the words behind the number."""
    first = sentence.claims[0]
    return f"{first.before} {claim.rest}"


def _head(n: int, labels: Sequence[str]) -> str:
    """The common noun that a label ends in, where no other of its row or column has it: the locker of "Parcel locker"."""
    head = labels[n].split()[-1]
    others = frozenset().union(*(label_tokens(x) for k, x in enumerate(labels) if k != n))
    return head if head.islower() and head.isalpha() and label_tokens(head) - others else ""


def _pair(line: Line, text: str) -> tuple[Entry, Entry] | None:
    named = _named(line, text)
    if len(named) == 2:
        return named[0], named[1]
    if len(named) == 1 and _SECOND.search(text):
        ranked = sorted((e for e in line.parts if not is_rest(e.label)), key=lambda e: -e.view.value)
        if len(ranked) > 1 and ranked[0] is named[0]:
            return named[0], ranked[1]
    return None


def _named(line: Line, text: str) -> list[Entry]:
    """The entries of a line that a text names, in its order; none twice, nor one inside the name of another."""
    words = label_tokens(text)
    entries = [e for e in line.parts if without_period(e.label)][:60]
    names = [without_period(e.label) for e in entries]
    places = [_place(text, name, words) for name in names]
    if sum(at >= 0 for at in places) == 1:  # "home delivery costs 2.4 times as much as a locker": a parcel locker
        places = [
            max(at, _place(text, head, words) if (head := _head(n, [e.label for e in entries])) else -1)
            for n, at in enumerate(places)
        ]
    found = sorted((at, -len(entries[n].label), n) for n, at in enumerate(places) if at >= 0)
    named: list[Entry] = []
    for _, _, n in found:
        if not any(plain(entries[n].label) in plain(e.label) for e in named):
            named.append(entries[n])
    return named

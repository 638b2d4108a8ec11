"""The metric of an English number: the subject of its clause and what the clause says of it, as a short noun phrase.

A light clause reader, no model: words are told apart by closed classes (function words, verbs of measure with their
inflections) and by place; everything else is a noun or its modifier.

    X reached N                      X
    X grew N%, X up N%               X growth
    X accounts for N% of Y           X share of Y
    growth of N%, a margin of N%     (what was spoken of) growth, margin
    X fell from N to M               X, twice
    X N and Y M; against M in Y      X, then the same said of Y
    it, this market, the share       what the text has been speaking of
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wpextract.facts import english_lexicon as lex
from wpextract.facts.english_clauses import (
    Token,
    antecedent_of,
    behind_place,
    complement_of,
    fitting,
    is_name,
    main_subject,
    noun_phrase,
    noun_phrases,
    object_of,
    phrases_beside,
    predicate_of,
    role_of,
    scope_of,
    segments_of,
    subject_of,
    tail_of,
    tokenise,
    verbs_of,
    whole_of,
)
from wpextract.facts.geography import is_place, without_places
from wpextract.quantities.currencies import code_of
from wpextract.quantities.model import Period, Quantity


@dataclass(frozen=True, slots=True)
class Frame:
    """What a number is said of: `subject`, which `aspect` of it, as part of what `whole`, under which `condition`."""

    subject: str = ""
    aspect: str = ""
    whole: str = ""
    condition: str = ""

    @property
    def phrase(self) -> str:
        """The frame as one noun phrase, no word twice in a row."""
        again = lex.content(self.aspect) <= lex.content(self.subject)
        parts = [self.subject, "" if again else self.aspect, f"of {self.whole}" if self.whole else "", self.condition]
        words: list[str] = []
        for part in filter(None, parts):
            fresh = part.split()
            while fresh and lex.stem(fresh[0]) in {lex.stem(w) for w in words[-2:]}:
                fresh = fresh[1:]
            words += fresh
        return " ".join(fitting(words))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A segment as read: where it stands, its first verb and its subject resolved (None: it names none)."""

    start: int
    end: int
    verb: int | None
    given: Frame | None


@dataclass(frozen=True, slots=True)
class Said:
    """A quantity already named: its frame and its kind, and for an amount what it was taken of."""

    frame: Frame
    kind: str
    unit: str = ""
    taken_of: str = ""
    is_base: bool = False  # only what others are counted per: (N) per 10,000 people
    beside: tuple[str, ...] = ()  # the other noun phrases of its sentence, those of its own clause first


def read_frames(
    sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period], spoken: Sequence[Said], subject: str = "",
    fresh: bool = False, behind: int = 0,
) -> list[Said]:  # fmt: skip
    """What each quantity of the sentence is said of.

    `spoken` is what the text spoke of before, the latest last, `subject` the subject that pronouns point to: what
    goes without a name is `spoken`, unless the subject is `fresh`, none of what was spoken of. The last `behind` of
    what was spoken of stood in the sentence before.
    """
    tokens = tokenise(sentence, quantities, periods)
    verbs = verbs_of(tokens)
    segments = segments_of(tokens, verbs)
    main = main_subject(tokens, segments, verbs)
    doing = min(verbs, default=0)
    pronoun = (
        not (behind and sentence[:1].islower())
        and tokens[doing - 1].low in ("it", "they")
        and bool(lex.content(subject) - lex.ASPECTS - lex.MEASURES)
    )
    near = Frame()  # the latest clause's subject, with an aspect that its object names
    held = ""  # who comes next, before an aside: N of one, and another, once banned, M
    asides: frozenset[int] = frozenset()  # which of the numbers said stand in a clause of place or time
    named = False  # does it stand alone, so that what follows between commas only describes it?
    said: list[Said] = []
    listed: list[Token] = []  # the first items of a list whose last one stands with the verb (oil, gas and coal took N)
    for a, b in segments:
        if tokens[a].kind == "break":
            a += 1
        if a == 0 and tokens[a].low in ("and", "but", "or", "so", "yet") and b > 1:
            a += 1
        if a == b:
            continue
        counted = next((quantities[t.number] for t in tokens[a:b] if t.kind == "number"), None)
        topic = _topic(spoken, counted.kind if counted else "")
        if sentence[:1].islower():  # behind a semicolon
            topic = replace(topic, subject=_opened(spoken[-behind:] if behind else ()) or topic.subject)
        topic = topic if topic.subject or not fresh else replace(topic, subject=subject)
        if pronoun and not lex.content(subject) & lex.content(topic.subject):
            topic = replace(topic, subject=subject)
        known = near if near.subject else Frame(subject) if fresh and subject else topic
        if not near.subject and behind and _points(tokens, a, verbs):
            known = _amount(spoken[-behind:]) or known
        if not known.subject and behind and counted and (told_of := _of_kind(spoken[-behind:], counted.kind)):
            known = told_of  # N% of jars came back; in 2020 it was M%
        clause = _clause(tokens, a, b, verbs, known, topic, near.subject or subject)
        relative = tokens[a].low in ("which", "who")
        aside = tokens[a].low in lex.ASIDE
        if tokens[a].low == "whose" and clause.verb is not None and (owner := antecedent_of(tokens, a)):
            clause = replace(clause, given=Frame(owner, noun_phrase(tokens[a + 1 : clause.verb])))
        if listed and clause.verb is not None and any(t.low == "and" for t in tokens[a : clause.verb]):
            items, _ = subject_of([*listed, *tokens[a : clause.verb]])
            clause = replace(clause, given=Frame(items))
        bare = clause.verb is None and not any(t.kind == "number" for t in tokens[a:b])
        opens = (
            a < b
            and not aside
            and (
                not listed
                and tokens[a].low not in lex.ADJUNCT
                and (not said or tokens[a].low in ("while", "whereas"))
                or bool(listed)
            )
        )
        listed = [*listed, *(t for t in tokens[a:b] if t.kind == "word")] if bare and opens else []
        if relative and clause.verb == a + 1 and (antecedent := antecedent_of(tokens, a)):
            clause = replace(clause, given=Frame(antecedent))
        passed = asides if tokens[a].low in ("and", "but") else frozenset()
        numbers = [i for i in range(a, b) if tokens[i].kind == "number"]
        if tokens[a].low in ("where", "when"):
            asides |= frozenset(range(len(said), len(said) + len(numbers)))
        for n, i in enumerate(numbers):
            q = quantities[tokens[i].number]
            floor = numbers[n - 1] + 1 if n else a
            ceiling = numbers[n + 1] if n + 1 < len(numbers) else b
            if rate := _exchange_rate(tokens, i, q, len({x.currency for x in quantities if x.currency}) > 1):
                said.append(Said(Frame(rate), "ratio", is_base=True))
                continue
            unit = f"{q.unit}/{q.unit_denominator or ''}"
            peers = [x.frame for x in (*spoken, *said) if (x.kind, x.unit) == (q.kind, unit)]
            if n == 0 and held and i == a and (peer := _of_kind(said, q.kind)):
                frame = _owned(peer, held)
            elif not said and q.kind == "percentage_point" and (moved := _moved(tokens[a:i], spoken)):
                frame = moved
            elif n == 0 and peers and (place := _figure_again(tokens, clause, q.kind)) is not None:
                frame = replace(peers[-1], condition=place or peers[-1].condition)
            else:
                told = [x for k, x in enumerate(said) if not x.is_base and k not in passed]
                frame = _frame(tokens, verbs, clause, floor, i, ceiling, q, near, main, topic, told)
            taken_of = whole_of(tokens[i + 1 : ceiling], verbs, i + 1) if q.kind != "percent" else ""
            if (
                tokens[a].low == "where"
                and frame.aspect == "share"
                and frame.subject
                and (place := antecedent_of(tokens, a))
            ):
                frame = replace(frame, whole=place)  # of an arm, where sensors take N%
            if not frame.condition and len(lex.content(frame.phrase)) < _TERSE:
                scope = scope_of(tokens[i + 1 : ceiling], verbs, i + 1)
                scope = scope or _done(tokens, verbs, clause, i)
                scope = scope or (role_of(tokens, i, ceiling) if frame.whole else "")
                if not lex.content(scope) & lex.content(frame.phrase):
                    frame = replace(frame, condition=scope)
            frame = _per(_dimensioned(frame, q), q)
            if q.kind == "percent" and not frame.phrase:
                frame = Frame("", "share")
            if q.kind == "percent" and not frame.whole and frame.phrase.endswith(" share"):
                frame = replace(
                    frame, whole=next((x.frame.whole for x in reversed((*spoken, *said)) if x.frame.whole), "")
                )
            base = i > 0 and tokens[i - 1].low in ("every", "each")
            if base:
                frame = Frame(object_of(tokens[i + 1 : ceiling], verbs, i + 1)[1] or q.counted_noun or frame.subject)
            if lex.content(frame.subject) and lex.content(frame.subject) <= lex.GAPS and not frame.whole:
                frame = _between(frame, [*spoken[-behind:], *said] if behind else said, q.kind)
            shared = frame if base else _measured_alike(frame, q.kind, unit, said, spoken)
            said.append(Said(shared, q.kind, unit, taken_of, base))
        held = "" if numbers else held
        if bare and said and tokens[a].low in ("and", "but", "while", "whereas"):
            held = noun_phrase(tokens[a:b])
        if bare and b - a == 1 and tokens[a].low in lex.ENUMERATING:
            continue
        if bare and named and tokens[a].low in ("that", "those") and not lex.content(near.subject) - lex.IDLE:
            near = Frame(noun_phrase(tokens[a + 2 : b]))  # the largest, that of Vetro, is worth N
        if bare and named and is_name(tokens[a:b]) and not is_name(near.subject.split()):
            near = Frame(noun_phrase(tokens[a:b]))  # the only entry, Vetro, needs N
        loose = bare and b - a == 1 and tokens[a].text.islower()  # unprotected, it loses N
        if clause.given and clause.given.subject and not aside and not loose and not (bare and named):
            near = clause.given
            named = bare
            if not numbers and clause.verb is not None:
                near = replace(near, aspect=near.aspect or _named_aspect(tokens, clause, verbs))
                near = Frame(foremost) if (foremost := _foremost(tokens, clause)) else near
        elif not near.subject and (told := [x for x in said if not x.is_base]):
            near = Frame(told[0].frame.subject)
        if (
            clause.verb is not None
            and clause.verb > a
            and tokens[clause.verb - 1].low == "there"
            and numbers
            and not aside
        ):
            near = Frame(said[-1].frame.subject)
    said = _labelled(tokens, verbs, said)
    order = [t.number for t in tokens if t.kind == "number"]
    frames = dict(zip(order, _respectively(tokens, [x.frame for x in said]), strict=True))
    units = dict(zip(order, [x.unit for x in said], strict=True))
    at = {t.number: i for i, t in enumerate(tokens) if t.kind == "number"}
    chunks = noun_phrases(tokens, verbs)
    alike = {
        kind: [at[i] for i, q in enumerate(quantities) if q.kind == kind and i in at]
        for kind in {q.kind for q in quantities}
    }
    bases = dict(zip(order, [x.is_base for x in said], strict=True))
    parts = dict(zip(order, [x.taken_of for x in said], strict=True))
    return [
        Said(
            frames.get(i, Frame()), q.kind, units.get(i, ""), parts.get(i, ""), bases.get(i, False),
            phrases_beside(tokens, chunks, segments, alike[q.kind], at[i]) if i in at else (),
        )
        for i, q in enumerate(quantities)
    ]  # fmt: skip


def _done(tokens: Sequence[Token], verbs: frozenset[int], clause: _Clause, at: int) -> str:
    """What is done by or with the things counted in a subject: (N kilns) listed in a table; (N people) attended a course."""
    if lex.content(" ".join(t.text for t in tokens[clause.start : at])) - lex.IDLE:
        return ""
    run = [v for v in verbs if at < v < clause.end and tokens[v].low not in lex.BE]
    first = min(run, default=None)
    if first is None or any(tokens[k].kind in ("number", "break") for k in range(at + 1, first)):
        return ""
    if tokens[first].low in lex.LEVEL | lex.CHANGE:
        return ""
    object_ = []
    for t in tokens[first + 1 : min(clause.end, first + 6)]:
        if t.kind != "word" or t.low in lex.JOINERS | {"that", "which", "who", "with"}:
            break
        object_.append(t)
    lead = f"{object_[0].low} " if object_ and object_[0].low in lex.PREPOSITIONS else ""
    told = noun_phrase(object_)
    return f"{tokens[first].text} {lead if told else ''}{told}".strip()


def _moved(before: Sequence[Token], spoken: Sequence[Said]) -> Frame | None:
    """The change of the share told last, where a sentence names but the change: a drop of N points."""
    words = [t.low for t in before if t.kind == "word"]
    moves = [w for w in words if w in lex.DOWN | lex.CHANGE]
    if (
        len(moves) != 1
        or not set(words) <= lex.FUNCTION | lex.BE | {*moves}
        or not spoken
        or spoken[-1].kind != "percent"
    ):
        return None
    return Frame(spoken[-1].frame.phrase, moves[0])


def _figure_again(tokens: Sequence[Token], clause: _Clause, kind: str) -> str | None:
    """Where a clause says the same of another place or case (in Spain the figure was N); None if it says another thing."""
    words = [t for t in tokens[clause.start : clause.verb] if t.kind == "word" and t.low not in lex.JOINERS]
    if (
        clause.verb is None
        or len(words) < 2
        or words[-1].low not in _figures(kind)
        or words[-2].low not in lex.DETERMINERS
    ):
        return None
    lead = words[:-2]
    if lead and lead[0].low not in ("in", "for", "at", "among"):
        return None
    return f"{lead[0].low} {noun_phrase(lead[1:])}" if len(lead) > 1 else ""


def _figures(kind: str) -> frozenset[str]:
    return lex.words("figure share rate ratio proportion percentage" if kind == "percent" else "figure number amount")


def _per(frame: Frame, q: Quantity) -> Frame:
    """A short name with what its number is per, unless that is a time: cost per MW, fires per 1,000 kilns."""
    m = re.fullmatch(r"(?:(\d+) )?([A-Za-z ]+)", q.unit_denominator or "")
    if m is None or m[2] in lex.DIMENSIONS["time"] or code_of(m[2]) or frame.condition or not frame.subject:
        return frame
    if len(lex.content(frame.phrase)) >= _TERSE and not (m[1] and q.kind == "count"):
        return frame
    if lex.content(m[2]) & lex.content(frame.phrase) or lex.stem(m[2]) in lex.content(frame.phrase):
        return frame
    return replace(frame, condition=f"per {int(m[1]):,} {m[2]}" if m[1] else f"per {m[2]}")


def _dimensioned(frame: Frame, q: Quantity) -> Frame:
    """A frame that names no measure, with the one that its unit tells: gigawatts are of a capacity, weeks of a time."""
    if q.kind != "physical" or frame.aspect or not frame.subject:
        return frame
    unit = f"{q.unit}/{q.unit_denominator}" if q.unit_denominator in ("second", "hour") else q.unit
    measure = next((measure for measure, units in lex.DIMENSIONS.items() if unit in units), "")
    named = lex.content(frame.phrase)
    timed = any(
        re.fullmatch(r".*times?|.*li(?:fe|ves)|ages?|periods?|durations?|intervals?|delays?|hours?", w) for w in named
    )
    told = timed if measure == "time" else named & (lex.MEASURES | lex.ASPECTS | {measure})
    if (
        measure == "time" and q.unit == "hour" and q.value_high > 24 and q.unit_denominator != "year"
    ):  # hours flown are counted, more than they last
        measure = "hours"
    return frame if told else replace(frame, aspect=measure)


def dimensioned(phrase: str, q: Quantity) -> str:
    """A phrase that names no measure, with the one that its number's unit tells."""
    measure = _dimensioned(Frame(phrase), q).aspect
    doing = re.match(r"[a-z]+(?:ing|ed)\b", phrase) is not None  # running in Spain
    return " ".join(filter(None, (measure, phrase) if doing else (phrase, measure)))


def _exchange_rate(tokens: Sequence[Token], at: int, q: Quantity, several: bool) -> str:
    """The name of an exchange rate (one euro is worth N dollars, N yuan to the dollar, N per pound), "" for others."""
    if q.scale != 1 or q.kind not in ("money", "other", "ratio"):
        return ""
    before = [t.low for t in tokens[max(0, at - 6) : at]]
    behind = [t.text for t in tokens[at + 1 : at + 5] if t.kind == "word"]
    other = ""
    if q.unit_denominator and code_of(q.unit_denominator):
        other = q.unit_denominator
    elif behind and behind[0].lower() in ("to", "per", "a"):
        other = next(
            (noun_phrase(tokens[at + 2 : at + 2 + k]) for k in (1, 2, 3) if code_of(" ".join(behind[k : k + 1]))), ""
        )
    elif q.kind == "money":
        one = next((k for k in reversed(range(max(0, at - 6), at)) if tokens[k].low in ("one", "a", "1")), None)
        if one is not None and tokens[one + 1 : at]:
            k = next((k for k in range(one + 1, min(one + 3, at)) if code_of(tokens[k].text)), None)
            other = noun_phrase(tokens[one + 1 : k + 1]) if k is not None else ""
    rate = "average exchange rate" if "average" in before or "averaged" in before else "exchange rate"
    if other and code_of(other.split()[-1]) != q.currency:
        return (
            f"{rate}, {q.unit_as_printed.split()[0]} per {other}"
            if q.currency and q.unit_as_printed
            else f"{rate} per {other}"
        )
    spoken = several or any(t.kind == "word" and code_of(t.text) for t in tokens)
    return rate if q.kind != "money" and "rate" in before[-4:] and spoken else ""


def _measured_alike(frame: Frame, kind: str, unit: str, said: Sequence[Said], spoken: Sequence[Said]) -> Frame:
    """A bare owner (Leeds, at N pounds) with the measure of the number before it in the same unit.

    Across sentences only a name may go without its measure, and no rate: what has a rate is often itself a measure.
    """
    own = lex.content(frame.phrase)
    if kind not in ("money", "percent", "physical", "other", "count") or frame.aspect or frame.whole:
        return frame
    if frame.condition and not frame.condition.startswith("per "):
        return frame
    if not own or len(own) > 3 or own & (lex.MEASURES | lex.ASPECTS):
        return frame
    is_name = kind != "percent" and all(w[0].isupper() for w in frame.subject.split())
    before = [*(spoken if is_name else ()), *said]
    peer = next((x.frame for x in reversed(before) if (x.kind, x.unit) == (kind, unit) and _measure(x.frame)), None)
    return replace(frame, aspect=_measure(peer)) if peer and not peer.whole else frame


def _between(frame: Frame, said: Sequence[Said], kind: str) -> Frame:
    """A gap with the two that it lies between, those told of last: a kiln costs N, a lathe M, the gap is K."""
    alike = (kind, "percent") if kind == "percentage_point" else (kind,)
    names = list(dict.fromkeys(_doer(x.frame) for x in said if x.kind in alike and _doer(x.frame)))[-2:]
    if len(names) < 2 or any(len(lex.content(name)) > 5 for name in names):
        return frame
    return replace(frame, condition=f"between {names[0]} and {names[1]}")


def measured(phrase: str, said: Said, spoken: Sequence[Said]) -> tuple[str, ...]:
    """What the number before in the same unit measures, for a phrase that names no measure itself."""
    if lex.content(phrase) & (lex.MEASURES | lex.ASPECTS) or len(lex.content(phrase)) > (
        2 if said.kind == "percent" else 5
    ):
        return ()
    peer = next((x for x in reversed(spoken) if (x.kind, x.unit) == (said.kind, said.unit)), None)
    if peer is None:
        return ()
    parted = peer.frame.aspect and peer.frame.whole
    shared = f"{peer.frame.aspect} of {peer.frame.whole}" if parted else _measure(peer.frame)
    if shared or len(lex.content(phrase)) > 2:
        return (shared,)
    return tuple(x for x in peer.beside if x.islower())


def _measure(frame: Frame) -> str:
    """What a frame says is measured, without whose it is: average rent, share, revenue."""
    if frame.aspect:
        aspect = lex.content(frame.aspect)
        return frame.aspect if aspect & lex.MEASURES and not aspect & lex.CHANGES - {"average"} else ""
    head = re.split(r"\b(?:of|in|for|by|per|from|to|at)\b", without_places(frame.subject))[0].split()
    kept = [w.lower() for w in head if w.islower() or lex.stem(w) in lex.MEASURES]
    told = lex.content(" ".join(kept))
    abstract = len(head) == 1 and " of " in frame.subject and lex.ABSTRACT.search(head[0])
    if abstract:
        return head[0].lower()
    return " ".join(kept) if told & lex.MEASURES - lex.CHANGES - lex.POINTING else ""


def _labelled(tokens: Sequence[Token], verbs: frozenset[int], said: list[Said]) -> list[Said]:
    """What stands before a colon at the start of a sentence is said of all its numbers: Prices: lamps lose N%."""
    colon = next((i for i, t in enumerate(tokens[:5]) if t.kind != "word"), 0)
    colons = [i for i, t in enumerate(tokens) if t.text == ":"]
    if not 0 < colon < 4 or colons != [colon] or any(i < colon for i in verbs):
        return said
    name = noun_phrase(tokens[:colon])
    own = lex.content(name)
    return [
        x if not own or own <= lex.content(x.frame.phrase) or len(lex.content(x.frame.phrase)) >= _TERSE
        else replace(x, frame=replace(x.frame, subject=f"{x.frame.subject} {name.lower()}".strip()))
        for x in said
    ]  # fmt: skip


_TERSE = 5  # lex.content words of a name that leave room for its scope


def _topic(spoken: Sequence[Said], kind: str) -> Frame:
    """What a number of this kind goes on to speak of: the latest of its kind, for a rate the latest amount."""
    spoken = [x for x in spoken if not x.is_base]
    latest = [
        x
        for x in reversed(spoken)
        if len(named := lex.content(x.frame.subject)) > 1
        or named & lex.MEASURES - lex.ASPECTS
        or kind == "percent"
        and x is spoken[-1]
        and x.kind == "count"
        and x.frame.subject.islower()
    ]
    share = next((x.frame.whole for x in latest if x.frame.whole), "")
    amounts = [x.frame for x in latest if x.kind in ("money", "count", "physical")]
    same = [x.frame for x in latest if x.kind == kind]
    if kind in ("money", "percent"):  # people and firms that earn or pay are no measure
        measured = [f for f in amounts if lex.content(f.subject) & lex.MEASURES]
        amounts, same = measured or amounts, [f for f in same if f in measured] or measured
    if kind == "percent" or not same:
        chosen = next(iter(amounts), None) or next((x.frame for x in latest), Frame())
    else:
        chosen = same[0]
    return Frame(chosen.subject, "", share)


def _points(tokens: Sequence[Token], a: int, verbs: frozenset[int]) -> bool:
    """Does a clause speak of the amount just told: this was, the total is?"""
    words = [t.low for t in tokens[a : a + 2]]
    return (
        words[:1] in (["this"], ["that"])
        and a + 1 in verbs
        or words in (["the", w] for w in ("total", "sum", "figure"))
    )


def _amount(said: Sequence[Said]) -> Frame | None:
    """The first amount of a sentence, as what is said of it."""
    frame = next((x.frame for x in said if x.kind in ("money", "physical", "count") and not x.is_base), None)
    return replace(frame, whole="", condition="") if frame and frame.subject else None


def _owned(frame: Frame, owner: str) -> Frame:
    """The same said of another owner."""
    if frame.condition.startswith("by "):
        return replace(frame, condition=f"by {owner}")
    return replace(frame, whole=owner) if frame.whole and not frame.aspect else replace(frame, subject=owner)


def _opened(said: Sequence[Said]) -> str:
    """The subject of the first number of a sentence."""
    named = [x for x in said if not x.is_base and lex.content(x.frame.subject) - lex.IDLE]
    return named[0].frame.subject if named else ""


def _clause(
    tokens: Sequence[Token], a: int, b: int, verbs: frozenset[int], near: Frame, topic: Frame, owner: str
) -> _Clause:
    verb = next((i for i in range(a, b) if i in verbs), None)
    while verb is not None and tokens[verb].low in lex.SAYING and _introduces(tokens, a, verb, b):
        a = verb + 1 + (tokens[verb + 1].low == "that")
        following = next((i for i in range(a, b) if i in verbs), None)
        if following is None:
            break
        verb = following
    stop = verb if verb is not None else b
    opening = tokens[a].low if a < b else ""
    if verb is None and (any(t.kind == "number" for t in tokens[a:b]) or opening in lex.ADJUNCT | lex.JOINERS):
        placed = opening in lex.ADJUNCT and behind_place(tokens[a:b])  # in Spain jars, long banned, make N
        return _Clause(a, b, verb, Frame(placed) if placed else None)
    subject, back = subject_of(tokens[a:stop])
    if verb is not None and verb == a and tokens[a].low.endswith(("ed", "ing")):
        number = next((i for i in range(a, b) if tokens[i].kind == "number"), b)
        following = next((i for i in range(a + 1, number) if i in verbs), None)
        opens = a == 0 or tokens[a - 1].text in (":", ";")
        acts = any(number < v < b and tokens[v - 1].low != "to" for v in verbs)
        if tokens[a].low.endswith("ing") and following is None and opens and acts:
            return _Clause(a, b, verb, Frame(noun_phrase(tokens[a:number])))  # bringing losses to N% takes M
        if not tokens[a].low.endswith("ing") or following is None:
            return _Clause(a, b, verb, None)
        return _Clause(a, b, following, Frame(noun_phrase(tokens[a:following])))  # running a kiln costs N
    owned = next((t.low for t in tokens[a:stop] if t.low not in lex.JOINERS), "") in ("its", "their")
    if owned and (owner or near.subject) and lex.content(subject) - lex.ASPECTS - lex.content(near.phrase):
        return _Clause(a, b, verb, Frame(owner or near.subject, subject))
    return _Clause(a, b, verb, resolve(subject, back, near, topic) if subject or back else None)


def _introduces(tokens: Sequence[Token], a: int, verb: int, b: int) -> bool:
    """Does what is said follow (we expect the share to reach; studies show that ...)?"""
    return verb + 1 < b and (tokens[verb + 1].low == "that" or [t.low for t in tokens[a:verb]] in (["we"], ["i"]))


def resolve(subject: str, back: bool, near: Frame, topic: Frame) -> Frame:
    """A subject that only points back, or is the bare head of what was spoken of, becomes what it stands for."""
    own = lex.content(subject)
    if own and own <= lex.POINTING and near.subject:
        return near
    if not own - lex.ASPECTS or (back and len(own) < 2):
        if not own or (back and not own & lex.SPOKEN):
            return near
        if "share" not in own:
            return replace(near, aspect=subject, condition="")
        return near if "share" in lex.content(near.phrase) else replace(near, aspect="share")
    head, of, rest = near.subject.partition(" of ")
    if of and len(own) == 1 and own <= lex.MEASURES - lex.ASPECTS and lex.content(head) & lex.MEASURES - own:
        return Frame(f"{subject} of {rest}")  # exports of jars rose, and imports fell
    for known in (near, topic):
        if own < lex.content(known.subject) and len(own) <= 2:
            return Frame(known.subject)
    return Frame(subject)


def _foremost(tokens: Sequence[Token], clause: _Clause) -> str:
    """Who a superlative is of: the largest market is Spain; the smallest is that of Vetro."""
    assert clause.verb is not None
    subject = [t.low for t in tokens[clause.start : clause.verb]]
    if tokens[clause.verb].low not in lex.BE or not any(re.search(r"[a-z]{2}est$", w) or w == "only" for w in subject):
        return ""
    name = noun_phrase([t for t in tokens[clause.verb + 1 : clause.end] if t.low not in ("that", "those")])
    return name if name[:1].isupper() else ""


def _named_aspect(tokens: Sequence[Token], clause: _Clause, verbs: frozenset[int]) -> str:
    """The growth that a clause without a number speaks of: posted the fastest year-on-year growth; grew fastest."""
    assert clause.verb is not None
    rest = tokens[clause.verb : clause.end]
    if rest[0].low in lex.CHANGE:
        return "decline" if rest[0].low in lex.DOWN else "growth"
    named = [t.text for t in rest if t.low in lex.SPOKEN | {"year-on-year", "annual"}]
    if "growth" in named:
        return " ".join(named[:2])
    moved = next((w for w in named if w in ("expansion", "increase", "decline", "decrease")), "")
    return {"": "", "expansion": "growth", "decrease": "decline"}.get(moved, moved)


def _frame(
    tokens: Sequence[Token], verbs: frozenset[int], clause: _Clause, floor: int, at: int, ceiling: int, q: Quantity,
    near: Frame, main: str, topic: Frame, said: Sequence[Said],
) -> Frame:  # fmt: skip
    floor = max(floor, clause.start)
    before = tokens[floor:at]
    verb = next((i for i in reversed(range(floor, at)) if i in verbs), None)
    lead, noun = object_of(tokens[at + 1 : ceiling], verbs, at + 1)
    if lead == "in" and not lex.content(noun) - lex.IDLE:  # in the first year, in two years
        noun = ""
    after = [t.low for t in tokens[at + 1 : at + 5]]
    opening = next((t.low for t in before if t.kind == "word"), "")
    previous = said[-1] if said else None
    if lead == "of" and not noun and after[1:2] and after[1] in lex.ANAPHORS:
        noun = previous.frame.subject if previous else topic.subject
    if (
        q.kind == "percent"
        and lead == "of"
        and noun
        and lex.content(noun) <= lex.POINTING | {"year", "money", "output"}
    ):
        whole = topic.whole or (
            topic.subject if lex.content(topic.subject) & lex.MEASURES - lex.POINTING - lex.ASPECTS else ""
        )
        noun = noun if lex.content(whole) & lex.content(clause.given.subject if clause.given else "") else whole or noun
    if q.kind == "percent" and not noun and at + 1 in verbs and _acts(after) and tokens[at + 1].text != "yoy":
        whole = (previous.frame.whole if previous else "") or near.subject or topic.subject
        if previous and opening == "of":
            whole = f"{previous.frame.subject} {previous.frame.aspect}".strip()
        if opening == "of" or not noun_phrase(before):  # 32.7% stemmed from security issues
            return Frame("", "share", whole, noun_phrase(predicate_of(tokens, at, clause.end, verbs)))
    words = [t.low for t in tokens[clause.start : at] if t.low not in lex.ADVERBS]
    whole = _whole(said, topic)
    if previous and q.kind == "percent" and whole and words in (["which", "is"], ["which", "was"], ["or"]) and not noun:
        return Frame(_doer(previous.frame), "share", whole)  # took N of the outlay, which is M%
    if previous and q.kind == "percent" and words == ["that", "is", "by"]:
        moved = next((tokens[i].low for i in reversed(range(clause.start)) if i in verbs), "")
        return _complete(
            replace(previous.frame, whole=""), moved if moved in lex.DOWN else "grow", lead, noun, after, q, topic
        )
    if previous and clause.given and _says_again(tokens, clause):
        earlier = next((x.frame for x in said if x.kind == q.kind), None)
        if earlier:
            return earlier
    if (
        previous
        and previous.kind == q.kind
        and tokens[at - 1].text == "("
        and tokens[at + 1 : at + 2] == [Token("break", ")")]
    ):
        name = antecedent_of(tokens, at)
        if is_name(name.split()):  # Vetro (N) and Glas (M)
            return Frame(name, previous.frame.aspect)
    if verb is not None and previous and [t.low for t in tokens[verb : verb + 2]] == ["followed", "by"]:
        name = noun_phrase(tokens[verb + 2 : at])  # followed by Spain at N
        if not name:  # followed by N kilns
            return Frame(noun)
        inside = previous.frame.condition.startswith("in ")
        return replace(previous.frame, condition=f"in {name}") if inside else replace(previous.frame, subject=name)
    if (
        q.kind == "count"
        and noun
        and not lead
        and at > 1
        and tokens[at - 1].low in ("its", "their")
        and tokens[at - 2].low == "of"
    ):
        return Frame(noun)  # each of its N people
    if verb is not None and verb and tokens[verb - 1].low == "there" and noun and q.kind == "count":
        return Frame(noun, condition=scope_of(tokens[at + 1 : ceiling], verbs, at + 1))  # there were N kilns
    if verb is not None:
        base = clause.given or near
        if not base.subject and not (clause.given and base.whole):
            base = Frame(main or topic.subject)
        if opening == "of" and previous and clause.given:  # of which exports made up
            base = replace(clause.given, whole=previous.frame.subject)
        if previous and previous.kind == q.kind == "count" and previous.frame.condition.startswith("by ") and not noun:
            if verb == at - 1 and lex.participle(tokens[verb].low):  # approved N clinics, refused M
                thing = previous.frame.subject.rpartition(" ")[0] or previous.frame.subject
                return replace(previous.frame, subject=f"{thing} {lex.participle(tokens[verb].low)}")
        form = tokens[verb].low
        passive = verb > 0 and tokens[verb - 1].low in lex.BEING and lex.participle(form) and not form.endswith("ing")
        tail, relative = tokens[verb + 1 : at], tokens[clause.start].low == "which"
        return _predicated(base, tail, "is" if passive else form, lead, noun, after, q, near, topic, relative)
    local = noun_phrase(before)
    if q.kind == "percent" and lex.content(local) == {"other"} and at + 1 in verbs:  # the other N% stayed at home
        told = previous.frame if previous else topic
        return Frame("", "share", told.whole or told.subject, noun_phrase(predicate_of(tokens, at, clause.end, verbs)))
    if (
        q.kind == "percent"
        and lead == "of"
        and noun
        and not local
        and at + 1 < clause.end
        and opening not in lex.CONTRAST
    ):
        doing = noun_phrase(predicate_of(tokens, at, clause.end, verbs))
        equated = next((v for v in range(at, clause.end) if v in verbs), None) if not doing and previous else None
        if equated is not None and at - clause.start <= 2:  # and N% of trips are short
            return Frame("", "share", noun, noun_phrase(tokens[equated + 1 : min(clause.end, equated + 3)]))
        if not near.subject or doing and at - clause.start <= 2:
            return Frame("", "share", noun, doing)
    if previous is None and opening in ("up", "down") and near.subject and not any(t.low == "from" for t in before):
        return _complete(replace(near, whole="", condition=""), "grow", lead, noun, after, q, topic)
    if previous is None and opening in ("with", "at") and main and not local:
        grown = near if near.aspect == "growth" and q.kind == "percent" else Frame(near.subject or main)
        return _complete(grown, "", lead, noun, after, q, topic)  # with N stores, Vetro is the largest
    counted = q.kind == "count" and noun and not lead
    if previous is None and opening == "from" and main and not local and not near.subject and not counted:
        return Frame(main)  # from N in 2020, sales climbed to M
    if previous is None and counted and before[-1:] == [Token("word", "the")] and opening in lex.ADJUNCT:
        return Frame(noun)  # on the basis of the N kilns built
    if previous is None:
        outside = opening in lex.ADJUNCT and main or near.subject
        if opening in ("from", "to", "at") and near.aspect and any(t.low in ("from", "to") for t in before):
            return Frame(near.subject)
        if local and (opening in lex.ADJUNCT or lex.content(local) <= lex.ASPECTS):
            return _complete(Frame(outside or topic.subject, local), "", lead, noun, after, q, topic, settled=True)
        if not local and near.subject:
            return _complete(near, "", lead, noun, after, q, topic)
        settled = bool(before) and before[-1].low == "of"
        return _complete(
            Frame(local or ("" if noun and q.kind == "count" else topic.subject)),
            "",
            lead,
            noun,
            after,
            q,
            topic,
            settled,
        )
    return _further(
        before,
        tokens[at + 1 : ceiling],
        local,
        lead,
        noun,
        after,
        opening,
        q,
        said,
        near,
        floor > clause.start,
        complement_of(tokens, at),
    )


def _whole(said: Sequence[Said], topic: Frame) -> str:
    """What the number before was taken of, or the one before that in its breath; a sum that is only pointed to is the topic."""
    whole = next((x.taken_of for x in reversed(said[-3:]) if x.taken_of and x.kind == said[-1].kind), "")
    return topic.subject if whole and lex.content(whole) <= lex.POINTING else whole


def _doer(frame: Frame) -> str:
    """Whose a frame is: of kilns added by Spain it is Spain."""
    return frame.condition.removeprefix("by ") if frame.condition.startswith("by ") else frame.subject


def _acts(after: Sequence[str]) -> bool:
    """Does what is counted do something (had changed, would buy), and not just equal something (is, was)?"""
    return after[0] not in lex.BE or (after[0] in lex.AUXILIARIES and len(after) > 1 and after[1] in lex.VERBS - lex.BE)


def _says_again(tokens: Sequence[Token], clause: _Clause) -> bool:
    """This figure, that number: what was counted before."""
    words = [t.low for t in tokens[clause.start : clause.verb] if t.kind == "word" and t.low not in lex.JOINERS]
    return (
        len(words) == 2
        and words[0] in lex.ANAPHORS
        and words[1] in ("figure", "number", "amount", "value", "total", "count")
    )


def _predicated(
    base: Frame, tail: Sequence[Token], verb: str, lead: str, noun: str, after: Sequence[str], q: Quantity, near: Frame,
    topic: Frame, relative: bool = False,
) -> Frame:  # fmt: skip
    """A number behind a verb: what stands between them, else the verb itself, says which aspect."""
    preposition, body = tail_of(tail)
    paced = q.kind == "percent" and preposition in ("with", "at") and any(t.low in lex.PACES for t in tail)
    if paced and verb in lex.BE and not base.aspect:
        return replace(base, aspect="growth", whole="")  # was slowest with N%
    if preposition == "with":
        body = ""
    if preposition == "by" and body and verb in lex.AHEAD:
        return replace(base, aspect=f"{base.aspect} lead".strip(), condition=f"over {body}")
    if preposition == "by" and body and verb not in lex.BE:
        noun = "reduction" if verb in lex.DOWN else "improvement" if verb.startswith("improv") else "increase"
        return Frame("" if relative and tail[0].low == "the" else base.subject, f"{body} {noun}")
    if (
        body
        and preposition == ""
        and q.kind == "money"
        and verb in lex.PARTICIPLES
        and base.subject
        and not base.aspect
    ):
        if any(t.low in ("worth", "for") for t in tail):  # makers sold lamps worth N
            return Frame(f"{body} {lex.PARTICIPLES[verb]}", condition=f"by {base.subject}")
    if (
        preposition in ("at", "of", "")
        and body
        and lex.content(body) - lex.EMPTY
        and (q.kind == "percent" or preposition == "of" or not noun)
    ):
        if q.kind == "money" and verb in lex.NOMINAL and not base.aspect and lex.content(body) <= lex.ASPECTS:
            return replace(base, aspect=f"{body} {lex.NOMINAL[verb]}")  # earned an average of N
        if q.kind == "money" and verb in lex.NOMINAL and not preposition and not base.aspect:
            measure = lex.NOMINAL[verb]  # returns cost the industry N
            return replace(base, aspect=measure, condition=f"to {body}" if measure == "cost" else "")
        aspect = " ".join(filter(None, (base.aspect, body)))
        return _complete(replace(base, aspect=aspect), "", lead, noun, after, q, topic, settled=True)
    owned = next((t.low for t in tail if t.kind == "word"), "") not in lex.PREPOSITIONS
    if (
        preposition == "to"
        and owned
        and not q.counted_noun
        and base.subject
        and not base.aspect
        and lex.content(body) - lex.IDLE
    ):
        return _complete(replace(base, aspect=body), "", lead, noun, after, q, topic, settled=True)  # cut its debt to N
    moved = any(t.low in ("from", "to") for t in tail)
    if (
        is_place(base.subject) and not base.aspect and not body and not noun and verb not in lex.SHARE
    ):  # while Japan spent N
        spoken = near.subject if near.subject and near.subject != base.subject else topic.subject
        return _complete(
            replace(base, aspect=without_places(spoken)), "", lead, noun, after, q, topic, settled=q.kind != "percent"
        )
    if (
        verb in lex.SHARE
        and near.subject
        and not base.whole
        and not lex.content(near.subject) & lex.content(base.subject)
    ):
        base = replace(base, whole=near.subject)
    if q.kind == "percent" and verb in ("have", "has", "had") and not body and not preposition and not noun:
        return _complete(base, "hold", lead, noun, after, q, topic)  # and jars have N%
    done = lex.participle(verb)
    dimensioned = _dimensioned(Frame("-"), q).aspect
    direct = not any(t.low in lex.PREPOSITIONS - lex.NEARLY for t in tail)
    if (
        done
        and direct
        and dimensioned in ("capacity", "area", "volume")
        and not noun
        and not body
        and base.subject
        and not base.aspect
    ):
        return Frame(f"{dimensioned} {done}", condition=f"by {base.subject}")  # Spain awarded N MW
    noun = noun or (q.counted_noun or "" if q.kind == "count" and lead == "" and done and direct else "")
    named = lex.content(noun) - lex.content(base.phrase)
    if q.kind == "count" and named and lead in ("", "of") and direct and done and not base.aspect:
        return Frame(f"{noun} {done}", condition=f"by {base.subject}" if base.subject else "")
    if q.kind == "physical" and verb in lex.VOLUMES and direct and not noun and not body and not base.aspect:
        return replace(base, aspect=lex.VOLUMES[verb])  # plants consume N tonnes
    costs = lex.NOMINAL.get(verb) == "cost" and lead == "in"
    if q.kind == "money" and verb in lex.NOMINAL and (costs or not (noun and lead in ("in", "as"))) and not base.aspect:
        return replace(base, aspect=lex.NOMINAL[verb], condition=f"in {noun}" if costs and noun else base.condition)
    turned = verb in lex.BE | lex.LEVEL | lex.CHANGE | lex.MOVING and any(t.low in ("up", "down") for t in tail)
    if q.kind == "percent" and not moved and turned:  # is down N%
        return replace(base, aspect="decline" if any(t.low == "down" for t in tail) else "growth", whole="")
    return _complete(base, "" if moved else verb, lead, noun, after, q, topic)


def _further(
    before: Sequence[Token], behind: Sequence[Token], local: str, lead: str, noun: str, after: Sequence[str], opening: str,
    q: Quantity, said: Sequence[Said], near: Frame, follows: bool, rest: str,
) -> Frame:  # fmt: skip
    """A number without a verb of its own behind another: the same said again, of another subject, or an aspect of it."""
    previous = said[-1]
    last = previous.frame
    alike = last if previous.kind == q.kind else Frame(last.subject or near.subject, _unmoved(last.aspect))
    joined = next((k for k in reversed(range(len(before))) if before[k].low in ("and", "but")), 0) if follows else 0
    if joined:  # N of one and N of another: what stands before belongs to the number before
        before = before[joined:]
        local, opening = noun_phrase(before), before[0].low
    words = lex.content(local) - lex.EMPTY - {"equivalent", "equal"}
    words = frozenset() if follows and words <= lex.content(last.subject) else words
    led = next(
        (t.low for t in reversed(before) if t.low not in lex.ADVERBS | {"less", "more", "than", "estimated"}), ""
    )
    if led in ("to", "from") and previous.kind == q.kind:
        return last
    if (
        q.kind == "percent" == previous.kind
        and last.aspect == "share"
        and last.condition
        and not words
        and noun
        and not lead
    ):
        doing, as_, role = last.condition.partition(" as ")
        return replace(last, condition=f"{doing.split()[0]} {noun}{as_}{role}")  # 62% of firms name cost, 23% time
    if led == "with" and len(words) == 0 and (same := next((x.frame for x in said if x.kind == q.kind), None)):
        return same
    if opening in ("where", "when") and noun and q.kind == "count":
        return Frame(noun)  # where N people wait
    if opening in ("ahead", "behind") and q.kind == previous.kind and [t.low for t in before[1:2]] == ["of"] and words:
        return replace(last, subject=noun_phrase(before[2:]))  # ahead of Spain at N
    if opening == "of" and before[1:2] and before[1].low in lex.ANAPHORS:  # of which 3.4 million were public
        complement = noun_phrase(behind) or rest
        return replace(
            alike, subject=f"{complement} {alike.subject}".strip(), aspect="share" if q.kind == "percent" else ""
        )
    rise = opening in ("up", "down") and not any(t.low == "from" for t in before)
    if rise or _compares(after):
        return _complete(replace(alike, whole="", condition=""), "grow", lead, noun, after, q, last)
    if q.kind == "percent" and lead == "of" and noun and (not words or opening in ("but", "and")):
        own = last.aspect if previous.kind == "money" and last.aspect in lex.NOMINAL.values() else ""
        return Frame(f"{_doer(last) or near.subject} {own}".strip(), "share", noun)
    if before and before[-1].low in ("one", "ones") and words and (peer := _of_kind(said, q.kind)):
        head = re.split(rf" (?=(?:{_LEADING}) )", _doer(peer))[0].split()
        return replace(peer, subject=f"{local} {head[-1]}" if head else local)  # a green kiln costs N, a red one M
    sold = led in ("for", "at") and previous.kind == q.kind and not words & (lex.MEASURES | lex.ASPECTS)  # a seat for N
    first = next((t.low for t in before if t.low not in ("and", "but")), "")
    if words and (first in ("a", "an") and not sold or words <= lex.ASPECTS) and opening not in lex.CONTRAST:
        moves = q.kind == "percent" != previous.kind and last.aspect not in lex.DERIVED and len(words) == 1
        moves = moves and not words & lex.RATIOS
        kept = f"{last.aspect} {local}".strip() if q.kind == "percentage_point" or moves else local
        owner = Frame(last.subject or near.subject, kept, last.whole if last.aspect == "share" in kept else "")
        return _complete(owner, "", lead, noun, after, q, last, settled=True)
    if follows and opening == "with" and words:
        return Frame(last.subject, local)
    if words & lex.NORMS and led == "of" and previous.kind == "multiple":  # three times the world average of N
        return Frame(last.subject, local)
    if lead == "in" and noun and not words and previous.kind == q.kind and " in " in last.phrase:
        whole, subject = last.whole.split(" in ")[0], last.subject.split(" in ")[0]
        return replace(last, subject=subject, whole=whole, condition=f"in {noun}")  # N in Spain, M in Italy
    if lead == "in" and noun and (opening in lex.CONTRAST or follows):
        if is_place(noun) and (subject := without_places(last.subject)) != last.subject:
            return replace(last, subject=f"{noun} {subject}")
        return replace(alike, condition=f"in {noun}")
    if (
        words
        and q.kind == previous.kind
        and opening in lex.SCOPING | {"among"}
        and last.condition.startswith(f"{opening} ")
    ):
        return replace(last, condition=f"{opening} {local}")  # among men N%, among women M%
    if words and opening not in lex.CONTRAST | {"to"}:
        conjunct = local.rsplit(" and ", 1)[-1] if follows else local
        peer = _of_kind(said, q.kind) or last
        if peer != last and peer.aspect and (other := _those(before, peer)):
            return replace(peer, subject=other)  # an hour in Spain cost N, M% less, and one in Italy K
        conjunct = _those(before, last) or conjunct
        if q.kind == previous.kind and last.condition.startswith("by "):  # kilns added by Spain
            return replace(last, condition=f"by {conjunct}")
        if q.kind == previous.kind and (last.aspect or is_place(conjunct)):
            return replace(last, subject=conjunct)
        return _complete(Frame(conjunct), "", lead, noun, after, q, last)
    if opening == "or" and q.kind != "percent" == previous.kind and last.whole and last.aspect == "share":
        return Frame(_doer(last), last.whole)  # 38% of exports, or USD 3 million
    if opening == "or" and q.kind == "percent":
        return replace(alike, aspect="share", whole=last.whole)
    if q.kind in ("multiple", "percentage_point"):
        return _complete(alike, "", lead, noun, after, q, last)
    siblings = (
        q.kind == previous.kind == "count"
        and [t.low for t in before] == ["and"]
        and len(lex.content(last.subject)) == 1
    )
    if noun and lead == "" and siblings and not last.aspect:
        return replace(last, subject=noun)  # 5 kilns and 7 lathes
    if noun and lead == "" and q.kind == "count" and not lex.content(noun) <= lex.content(last.phrase):
        return Frame(noun, "", last.whole or last.subject)
    return alike


_LEADING = "of|in|for|from|at|on|with|by|above|below|along|under|over"


def _of_kind(said: Sequence[Said], kind: str) -> Frame | None:
    return next((x.frame for x in reversed(said) if x.kind == kind), None)


def _those(before: Sequence[Token], last: Frame) -> str:
    """What "those in Italy" or "that of Italy" stands for behind yards in Spain: yards in Italy."""
    at = next((k for k, t in enumerate(before[:3]) if t.low in ("those", "that", "one", "ones")), None)
    if at is None or at + 2 >= len(before) or before[at + 1].low not in lex.PREPOSITIONS:
        return ""
    head = re.split(rf" (?=(?:{_LEADING}) )", _doer(last))[0]
    name = noun_phrase(before[at + 2 :])
    return f"{without_places(head) if is_place(name) else head} {before[at + 1].low} {name}"


def _compares(after: Sequence[str]) -> bool:
    comparative = len(after) > 1 and after[0].endswith("er") and after[1] == "than"  # dearer than
    return bool(after) and (after[0] in lex.COMPARING or comparative)


def _complete(
    frame: Frame, verb: str, lead: str, noun: str, after: Sequence[str], q: Quantity, topic: Frame, settled: bool = False
) -> Frame:  # fmt: skip
    """The aspect that the kind of the number, its verb and what follows it give."""
    grows = "decline" if q.direction == "down" or verb in lex.DOWN else "growth"
    if q.kind == "percent":
        if settled:
            return replace(frame, whole=noun) if lead == "of" and noun and "share" in frame.aspect else frame
        if verb in lex.NOMINAL and _compares(after) and not frame.aspect:
            return replace(frame, aspect=f"{lex.NOMINAL[verb]} {_excess(after, grows)}", whole="")  # cost N% more
        if verb in lex.CHANGE | {"grow"} or _compares(after):
            named = _unmoved(frame.aspect)
            return replace(frame, aspect=f"{named} {_excess(after, grows)}".strip(), whole="")
        if noun and not lead and lex.content(noun) & lex.ASPECTS:
            return replace(frame, aspect=noun)
        if lead == "of" and noun:
            return Frame(frame.subject, "share", noun)
        if verb in lex.SHARE and not frame.aspect:
            whole = frame.whole or topic.whole
            return Frame(frame.subject, "share", "" if lex.content(frame.subject) & lex.content(whole) else whole)
        extra = noun if lead in ("", "as") else ""
        return replace(frame, aspect=" ".join(filter(None, (frame.aspect, extra))))
    if q.kind == "percentage_point":
        if "ahead" in after:
            return replace(frame, aspect="lead", whole="")
        if settled:
            return frame
        return replace(frame, aspect="change" if frame.aspect in lex.DERIVED else f"{frame.aspect} change")
    if q.kind == "multiple" and verb == "grow":
        return replace(frame, aspect="growth")
    if q.kind == "multiple":
        return replace(
            frame, aspect=f"{frame.aspect} multiple".strip() if frame.aspect not in lex.DERIVED else "multiple"
        )
    if lead in ("of", "in", "as", "") and noun and not settled:
        known = lex.content(frame.phrase)
        if not frame.subject:
            return replace(frame, subject=noun)
        if lex.content(noun) <= known | {"people"} or (lead == "in" and is_place(noun)):
            return frame
        if q.kind == "count" and not frame.aspect and verb not in lex.BE | lex.LEVEL | {""}:
            return Frame(noun, "", frame.subject)
        if lead == "in" and not frame.condition:
            return replace(frame, condition=f"in {noun}")
        if verb not in lex.BE | lex.LEVEL or q.kind == "count" and len(lex.content(frame.subject)) < 2:
            return replace(frame, aspect=" ".join(filter(None, (frame.aspect, noun))))
    if lead in ("for", "on", "per") and lex.content(noun) - lex.ASPECTS and not frame.aspect:
        return replace(frame, condition=f"{lead} {noun}")
    return frame


def _unmoved(aspect: str) -> str:
    """An aspect without how it has moved: spending of spending growth, nothing of growth or share."""
    return (
        ""
        if aspect in lex.DERIVED
        else re.sub(r" (?:growth|decline|increase|drop|rise|reduction|premium|discount)$", "", aspect)
    )


def _excess(after: Sequence[str], grows: str) -> str:
    """More than last year is growth; more than elsewhere is a premium."""
    if not after or after[0] not in ("more", "higher", "less", "lower", "cheaper") or "than" not in after[:2]:
        return grows
    elsewhere = all(not re.search(r"\d|year|that", w) for w in after[2:])
    return ("premium" if after[0] in ("more", "higher") else "discount") if elsewhere else grows


def _respectively(tokens: Sequence[Token], frames: list[Frame]) -> list[Frame]:
    """Each number to the item of its rank: A and B account for 34% and 15%, respectively."""
    end = next((i for i, t in enumerate(tokens) if t.low == "respectively"), None)
    if end is None:
        return _paired(tokens, frames)
    order = [i for i, t in enumerate(tokens) if t.kind == "number"]
    run: list[int] = []
    for i in reversed([i for i in order if i < end]):
        if run and any(t.kind == "word" and t.low not in lex.FUNCTION for t in tokens[i + 1 : run[0]]):
            break
        run.insert(0, i)
    if len(run) < 2:
        return frames
    first = order.index(run[0])
    items = [x for x in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", frames[first].subject) if x]
    if len(items) != len(run):
        return frames
    shared = [replace(frames[first], subject=item) for item in items]
    return [*frames[:first], *shared, *frames[first + len(items) :]]


def _paired(tokens: Sequence[Token], frames: list[Frame]) -> list[Frame]:
    """Two numbers to two names: Spain and Italy keep 4% and 3%."""
    order = [i for i, t in enumerate(tokens) if t.kind == "number"]
    for n, (i, j) in enumerate(zip(order, order[1:], strict=False)):
        names = frames[n].subject.split(" and ")
        alike = frames[n].subject == frames[n + 1].subject and len(names) == 2 and all(x[:1].isupper() for x in names)
        if alike and [t.low for t in tokens[i + 1 : j]] == ["and"]:
            pair = [replace(frames[n], subject=names[0]), replace(frames[n + 1], subject=names[1])]
            return [*frames[:n], *pair, *frames[n + 2 :]]
    return frames


def is_generic(phrase: str) -> bool:
    """Does a phrase name a measure or a place, but not of what (revenue growth, the market)?"""
    return not (
        lex.content(without_places(phrase)) - lex.MEASURES - lex.ASPECTS - {"annual", "average", "total", "new", "size"}
    )

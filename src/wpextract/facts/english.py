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
from dataclasses import replace

from wpextract.facts import english_lexicon as lex
from wpextract.facts.english_clauses import (
    Token,
    antecedent_of,
    is_name,
    main_subject,
    noun_phrase,
    noun_phrases,
    object_of,
    phrases_beside,
    role_of,
    scope_of,
    segments_of,
    subject_of,
    tokenise,
    verbs_of,
    whole_of,
)
from wpextract.facts.english_frame import Clause, Frame, Said, latest_of_kind
from wpextract.facts.english_measures import (
    TERSE,
    exchange_rate,
    measured_alike,
    with_both_sides,
    with_denominator,
    with_dimension,
)
from wpextract.facts.english_predicates import frame_of
from wpextract.facts.english_subjects import (
    amount_told,
    aspect_named,
    first_subject,
    leader_of,
    points_back,
    read_clause,
    said_of,
    topic_for,
)
from wpextract.quantities.model import Period, Quantity


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
        topic = topic_for(spoken, counted.kind if counted else "")
        if sentence[:1].islower():  # behind a semicolon
            topic = replace(topic, subject=first_subject(spoken[-behind:] if behind else ()) or topic.subject)
        topic = topic if topic.subject or not fresh else replace(topic, subject=subject)
        if pronoun and not lex.content(subject) & lex.content(topic.subject):
            topic = replace(topic, subject=subject)
        known = near if near.subject else Frame(subject) if fresh and subject else topic
        if not near.subject and behind and points_back(tokens, a, verbs):
            known = amount_told(spoken[-behind:]) or known
        if not known.subject and behind and counted and (told_of := latest_of_kind(spoken[-behind:], counted.kind)):
            known = told_of  # N% of jars came back; in 2020 it was M%
        clause = read_clause(tokens, a, b, verbs, known, topic, near.subject or subject)
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
            if rate := exchange_rate(tokens, i, q, len({x.currency for x in quantities if x.currency}) > 1):
                said.append(Said(Frame(rate), "ratio", is_base=True))
                continue
            unit = f"{q.unit}/{q.unit_denominator or ''}"
            peers = [x.frame for x in (*spoken, *said) if (x.kind, x.unit) == (q.kind, unit)]
            if n == 0 and held and i == a and (peer := latest_of_kind(said, q.kind)):
                frame = said_of(peer, held)
            elif not said and q.kind == "percentage_point" and (moved := _moved(tokens[a:i], spoken)):
                frame = moved
            elif n == 0 and peers and (place := _figure_again(tokens, clause, q.kind)) is not None:
                frame = replace(peers[-1], condition=place or peers[-1].condition)
            else:
                told = [x for k, x in enumerate(said) if not x.is_base and k not in passed]
                frame = frame_of(tokens, verbs, clause, floor, i, ceiling, q, near, main, topic, told)
            taken_of = whole_of(tokens[i + 1 : ceiling], verbs, i + 1) if q.kind != "percent" else ""
            if (
                tokens[a].low == "where"
                and frame.aspect == "share"
                and frame.subject
                and (place := antecedent_of(tokens, a))
            ):
                frame = replace(frame, whole=place)  # of an arm, where sensors take N%
            if not frame.condition and len(lex.content(frame.phrase)) < TERSE:
                scope = scope_of(tokens[i + 1 : ceiling], verbs, i + 1)
                scope = scope or _done(tokens, verbs, clause, i)
                scope = scope or (role_of(tokens, i, ceiling) if frame.whole else "")
                if not lex.content(scope) & lex.content(frame.phrase):
                    frame = replace(frame, condition=scope)
            frame = with_denominator(with_dimension(frame, q), q)
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
                frame = with_both_sides(frame, [*spoken[-behind:], *said] if behind else said, q.kind)
            shared = frame if base else measured_alike(frame, q.kind, unit, said, spoken)
            said.append(Said(shared, q.kind, unit, taken_of, base))
        held = "" if numbers else held
        if bare and said and tokens[a].low in ("and", "but", "while", "whereas"):
            held = noun_phrase(tokens[a:b])
        if bare and named and tokens[a].low in ("that", "those") and not lex.content(near.subject) - lex.IDLE:
            near = Frame(noun_phrase(tokens[a + 2 : b]))  # the largest, that of Vetro, is worth N
        if bare and named and is_name(tokens[a:b]) and not is_name(near.subject.split()):
            near = Frame(noun_phrase(tokens[a:b]))  # the only entry, Vetro, needs N
        loose = bare and b - a == 1 and tokens[a].text.islower()  # unprotected, it loses N
        if clause.given and clause.given.subject and not aside and not loose and not (bare and named):
            near = clause.given
            named = bare
            if not numbers and clause.verb is not None:
                near = replace(near, aspect=near.aspect or aspect_named(tokens, clause, verbs))
                near = Frame(foremost) if (foremost := leader_of(tokens, clause)) else near
        elif not near.subject and (told := [x for x in said if not x.is_base]):
            near = Frame(told[0].frame.subject)
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


def _done(tokens: Sequence[Token], verbs: frozenset[int], clause: Clause, at: int) -> str:
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


def _figure_again(tokens: Sequence[Token], clause: Clause, kind: str) -> str | None:
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


def _labelled(tokens: Sequence[Token], verbs: frozenset[int], said: list[Said]) -> list[Said]:
    """What stands before a colon at the start of a sentence is said of all its numbers: Prices: lamps lose N%."""
    colon = next((i for i, t in enumerate(tokens[:5]) if t.kind != "word"), 0)
    colons = [i for i, t in enumerate(tokens) if t.text == ":"]
    if not 0 < colon < 4 or colons != [colon] or any(i < colon for i in verbs):
        return said
    name = noun_phrase(tokens[:colon])
    own = lex.content(name)
    return [
        x if not own or own <= lex.content(x.frame.phrase) or len(lex.content(x.frame.phrase)) >= TERSE
        else replace(x, frame=replace(x.frame, subject=f"{x.frame.subject} {name.lower()}".strip()))
        for x in said
    ]  # fmt: skip


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

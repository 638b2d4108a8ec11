"""Who or what a clause of an English sentence speaks of: by its own subject, or by what was spoken of before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wpextract.facts import english_lexicon as lex
from wpextract.facts.english_clauses import Token, behind_place, noun_phrase, subject_of
from wpextract.facts.english_frame import Clause, Frame, Said


def topic_for(spoken: Sequence[Said], kind: str) -> Frame:
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


def points_back(tokens: Sequence[Token], a: int, verbs: frozenset[int]) -> bool:
    """Does a clause speak of the amount just told: this was, the total is?"""
    words = [t.low for t in tokens[a : a + 2]]
    return (
        words[:1] in (["this"], ["that"])
        and a + 1 in verbs
        or words in (["the", w] for w in ("total", "sum", "figure"))
    )


def amount_told(said: Sequence[Said]) -> Frame | None:
    """The first amount of a sentence, as what is said of it."""
    frame = next((x.frame for x in said if x.kind in ("money", "physical", "count") and not x.is_base), None)
    return replace(frame, whole="", condition="") if frame and frame.subject else None


def said_of(frame: Frame, owner: str) -> Frame:
    """The same said of another owner."""
    return replace(frame, whole=owner) if frame.whole and not frame.aspect else replace(frame, subject=owner)


def first_subject(said: Sequence[Said]) -> str:
    """The subject of the first number of a sentence."""
    named = [x for x in said if not x.is_base and lex.content(x.frame.subject) - lex.IDLE]
    return named[0].frame.subject if named else ""


def read_clause(
    tokens: Sequence[Token], a: int, b: int, verbs: frozenset[int], near: Frame, topic: Frame, owner: str
) -> Clause:
    verb = next((i for i in range(a, b) if i in verbs), None)
    while verb is not None and tokens[verb].low in lex.SAYING and _introduces(tokens, a, verb, b):
        a = verb + 1 + (tokens[verb + 1].low == "that")
        following = next((i for i in range(a, b) if i in verbs), None)
        if following is None:
            break
        verb = following
    stop = verb if verb is not None else b
    opening = tokens[a].low
    if verb is None and (any(t.kind == "number" for t in tokens[a:b]) or opening in lex.ADJUNCT | lex.JOINERS):
        placed = opening in lex.ADJUNCT and behind_place(tokens[a:b])  # in Spain jars, long banned, make N
        return Clause(a, b, verb, Frame(placed) if placed else None)
    subject, back = subject_of(tokens[a:stop])
    if verb is not None and verb == a and tokens[a].low.endswith(("ed", "ing")):
        number = next((i for i in range(a, b) if tokens[i].kind == "number"), b)
        following = next((i for i in range(a + 1, number) if i in verbs), None)
        opens = a == 0 or tokens[a - 1].text in (":", ";")
        acts = any(number < v < b and tokens[v - 1].low != "to" for v in verbs)
        if tokens[a].low.endswith("ing") and following is None and opens and acts:
            return Clause(a, b, verb, Frame(noun_phrase(tokens[a:number])))  # bringing losses to N% takes M
        if not tokens[a].low.endswith("ing") or following is None:
            return Clause(a, b, verb, None)
        return Clause(a, b, following, Frame(noun_phrase(tokens[a:following])))  # running a kiln costs N
    owned = next((t.low for t in tokens[a:stop] if t.low not in lex.JOINERS), "") in ("its", "their")
    if owned and (owner or near.subject) and lex.content(subject) - lex.ASPECTS - lex.content(near.phrase):
        return Clause(a, b, verb, Frame(owner or near.subject, subject))
    return Clause(a, b, verb, resolve(subject, back, near, topic) if subject or back else None)


def _introduces(tokens: Sequence[Token], a: int, verb: int, b: int) -> bool:
    """Does what is said follow (we expect the share to reach; studies show that ...)?"""
    return verb + 1 < b and (tokens[verb + 1].low == "that" or [t.low for t in tokens[a:verb]][-1:] in (["we"], ["i"]))


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


def leader_of(tokens: Sequence[Token], clause: Clause) -> str:
    """Who a superlative is of: the largest market is Spain; the smallest is that of Vetro."""
    assert clause.verb is not None
    subject = [t.low for t in tokens[clause.start : clause.verb]]
    if tokens[clause.verb].low not in lex.BE or not any(re.search(r"[a-z]{2}est$", w) or w == "only" for w in subject):
        return ""
    name = noun_phrase([t for t in tokens[clause.verb + 1 : clause.end] if t.low not in ("that", "those")])
    return name if name[:1].isupper() else ""


def aspect_named(tokens: Sequence[Token], clause: Clause, verbs: frozenset[int]) -> str:
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

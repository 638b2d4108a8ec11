"""What a clause says of an English number: which aspect of its subject, as part of what, under which condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wpextract.facts import english_lexicon as lex
from wpextract.facts.english_clauses import (
    Token,
    antecedent_of,
    complement_of,
    is_name,
    noun_phrase,
    object_of,
    predicate_of,
    scope_of,
    tail_of,
)
from wpextract.facts.english_frame import Clause, Frame, Said, latest_of_kind
from wpextract.facts.english_measures import with_dimension
from wpextract.facts.geography import is_place, without_places
from wpextract.quantities.model import Quantity


def frame_of(
    tokens: Sequence[Token], verbs: frozenset[int], clause: Clause, floor: int, at: int, ceiling: int, q: Quantity,
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
    kept = (previous.frame.whole if previous else "") or topic.whole
    if q.kind == "percent" and kept and at + 1 in verbs and not noun_phrase(_joined(before)):
        if receiver := _given_to(tokens, at, clause.end):
            return Frame(receiver, "share", kept)  # another 10% was bought by brewers
    if q.kind == "percent" and not noun and at + 1 in verbs and _acts(after) and tokens[at + 1].text != "yoy":
        whole = (previous.frame.whole if previous else "") or near.subject or topic.subject
        if previous and opening == "of":
            whole = f"{previous.frame.subject} {previous.frame.aspect}".strip()
        if opening == "of" or not noun_phrase(before):  # 32.7% stemmed from security issues
            return Frame("", "share", whole, noun_phrase(predicate_of(tokens, at, clause.end, verbs)))
    if previous and previous.kind == q.kind == "percent" and not noun and tokens[at - 1].low == "after":
        return previous.frame  # had N% of sales in 2024 after M% in 2020
    if (
        q.kind == "percent"
        and not noun
        and near.subject
        and at == clause.start
        and at + 1 in verbs
        and after[0] in lex.BE
    ):
        quality = noun_phrase(tokens[at + 2 : clause.end])  # of all jars sold, N% were blue
        if quality and not any(t.kind == "number" for t in tokens[at + 2 : clause.end]):
            return Frame("", "share", near.subject, quality)
    words = [t.low for t in tokens[clause.start : at] if t.low not in lex.ADVERBS]
    whole = _whole(said, topic)
    if previous and q.kind == "percent" and whole and words in (["which", "is"], ["which", "was"], ["or"]) and not noun:
        return Frame(previous.frame.doer, "share", whole)  # took N of the outlay, which is M%
    if previous and q.kind == "percent" and words == ["that", "is", "by"]:
        moved = next((tokens[i].low for i in reversed(range(clause.start)) if i in verbs), "")
        return _complete(
            replace(previous.frame, whole=""), moved if moved in lex.DOWN else "grow", lead, noun, after, q, topic
        )
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
        if q.kind == "percent" and (whole := _shared(tokens[clause.end :])):
            return replace(grown, aspect="share", whole=whole)  # at N%, Spain has the largest share of output
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


def _shared(behind: Sequence[Token]) -> str:
    """What a clause behind a number speaks of a share of: the largest share of output."""
    at = next(
        (k for k, t in enumerate(behind) if t.low == "share" and behind[k + 1 : k + 2] == [Token("word", "of")]), None
    )
    if at is None or any(t.kind == "number" for t in behind[:at]):
        return ""
    end = next((k for k in range(at + 2, len(behind)) if behind[k].kind != "word"), len(behind))
    return noun_phrase(behind[at + 2 : end])


def _joined(before: Sequence[Token]) -> Sequence[Token]:
    """What stands behind the last "and" before a number."""
    return before[next((k for k in reversed(range(len(before))) if before[k].low == "and"), 0) :]


def _given_to(tokens: Sequence[Token], at: int, end: int) -> str:
    """Who has a share, by whom it is taken or from whom it comes: (N%) was bought by brewers, came from jars."""
    for k in range(at + 2, min(end, at + 5)):
        if tokens[k].low in ("by", "from", "to"):
            stop = next((m for m in range(k + 1, end) if tokens[m].kind != "word"), end)
            return noun_phrase(tokens[k + 1 : stop])
    return ""


def _acts(after: Sequence[str]) -> bool:
    """Does what is counted do something (had changed, would buy), and not just equal something (is, was)?"""
    return after[0] not in lex.BE or (after[0] in lex.AUXILIARIES and len(after) > 1 and after[1] in lex.VERBS - lex.BE)


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
    dimensioned = with_dimension(Frame("-"), q).aspect
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
        return Frame(f"{last.doer or near.subject} {own}".strip(), "share", noun)
    if before and before[-1].low in ("one", "ones") and words and (peer := latest_of_kind(said, q.kind)):
        head = re.split(rf" (?=(?:{_LEADING}) )", peer.doer)[0].split()
        return replace(peer, subject=f"{local} {head[-1]}" if head else local)  # a green kiln costs N, a red one M
    sold = led in ("for", "at") and previous.kind == q.kind and not words & (lex.MEASURES | lex.ASPECTS)  # a seat for N
    first = next((t.low for t in before if t.low not in ("and", "but")), "")
    if words and (first in ("a", "an") and not sold or words <= lex.ASPECTS) and opening not in lex.CONTRAST:
        moves = q.kind == "percent" != previous.kind and last.aspect not in lex.DERIVED and len(words) == 1
        moves = moves and not words & lex.RATIOS
        kept = f"{last.aspect} {local}".strip() if q.kind == "percentage_point" or moves else local
        owner = Frame(last.subject or near.subject, kept, last.whole if last.aspect == "share" in kept else "")
        return _complete(owner, "", lead, noun, after, q, last, settled=True)
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
        peer = latest_of_kind(said, q.kind) or last
        if peer != last and peer.aspect and (other := _those(before, peer)):
            return replace(peer, subject=other)  # an hour in Spain cost N, M% less, and one in Italy K
        conjunct = _those(before, last) or conjunct
        if q.kind == previous.kind and last.condition.startswith("by "):  # kilns added by Spain
            return replace(last, condition=f"by {conjunct}")
        if q.kind == previous.kind and (last.aspect or is_place(conjunct)):
            return replace(last, subject=conjunct)
        return _complete(Frame(conjunct), "", lead, noun, after, q, last)
    if opening == "or" and q.kind != "percent" == previous.kind and last.whole and last.aspect == "share":
        return Frame(last.doer, last.whole)  # 38% of exports, or USD 3 million
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


def _those(before: Sequence[Token], last: Frame) -> str:
    """What "those in Italy" or "that of Italy" stands for behind yards in Spain: yards in Italy."""
    at = next((k for k, t in enumerate(before[:3]) if t.low in ("those", "that", "one", "ones")), None)
    if at is None or at + 2 >= len(before) or before[at + 1].low not in lex.PREPOSITIONS:
        return ""
    head = re.split(rf" (?=(?:{_LEADING}) )", last.doer)[0]
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

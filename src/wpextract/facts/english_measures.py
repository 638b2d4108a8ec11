"""What the unit of an English number tells of its name: a measure, a rate, what it is per."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wpextract.facts import english_lexicon as lex
from wpextract.facts.english_clauses import Token, noun_phrase
from wpextract.facts.english_frame import Frame, Said
from wpextract.facts.geography import without_places
from wpextract.quantities.currencies import code_of
from wpextract.quantities.model import Quantity

TERSE = 5  # content words of a name that leave room for its scope


def dimensioned(phrase: str, q: Quantity) -> str:
    """A phrase that names no measure, with the one that its number's unit tells."""
    measure = with_dimension(Frame(phrase), q).aspect
    doing = re.match(r"[a-z]+(?:ing|ed)\b", phrase) is not None  # running in Spain
    return " ".join(filter(None, (measure, phrase) if doing else (phrase, measure)))


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


def is_generic(phrase: str) -> bool:
    """Does a phrase name a measure or a place, but not of what (revenue growth, the market)?"""
    return not (
        lex.content(without_places(phrase)) - lex.MEASURES - lex.ASPECTS - {"annual", "average", "total", "new", "size"}
    )


def with_denominator(frame: Frame, q: Quantity) -> Frame:
    """A short name with what its number is per, unless that is a time: cost per MW, fires per 1,000 kilns."""
    m = re.fullmatch(r"(?:(\d+) )?([A-Za-z ]+)", q.unit_denominator or "")
    if m is None or m[2] in lex.DIMENSIONS["time"] or code_of(m[2]) or frame.condition or not frame.subject:
        return frame
    if len(lex.content(frame.phrase)) >= TERSE:
        return frame
    if lex.content(m[2]) & lex.content(frame.phrase):
        return frame
    return replace(frame, condition=f"per {int(m[1]):,} {m[2]}" if m[1] else f"per {m[2]}")


def with_dimension(frame: Frame, q: Quantity) -> Frame:
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
        q.unit == "hour" and q.value_high > 24 and q.unit_denominator != "year"
    ):  # hours flown are counted, more than they last
        measure = "hours"
    return frame if told else replace(frame, aspect=measure)


def exchange_rate(tokens: Sequence[Token], at: int, q: Quantity, several: bool) -> str:
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


def measured_alike(frame: Frame, kind: str, unit: str, said: Sequence[Said], spoken: Sequence[Said]) -> Frame:
    """A bare owner (Leeds, at N pounds) with the measure of the number before it in the same unit.

    Across sentences only a name may go without its measure, and no rate: what has a rate is often itself a measure.
    """
    own = lex.content(frame.phrase)
    if frame.aspect or frame.whole:
        return frame
    if not own or len(own) > 3 or own & (lex.MEASURES | lex.ASPECTS):
        return frame
    is_name = kind != "percent" and all(w[0].isupper() for w in frame.subject.split())
    before = [*(spoken if is_name else ()), *said]
    peer = next((x.frame for x in reversed(before) if (x.kind, x.unit) == (kind, unit) and _measure(x.frame)), None)
    return replace(frame, aspect=_measure(peer)) if peer and not peer.whole else frame


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


def with_both_sides(frame: Frame, said: Sequence[Said], kind: str) -> Frame:
    """A gap with the two that it lies between, those told of last: a kiln costs N, a lathe M, the gap is K."""
    alike = (kind, "percent")
    names = list(dict.fromkeys(x.frame.doer for x in said if x.kind in alike and x.frame.doer))[-2:]
    if len(names) < 2:
        return frame
    return replace(frame, condition=f"between {names[0]} and {names[1]}")

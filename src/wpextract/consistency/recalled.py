"""Figures that a text takes up again: "those 3,900 kilns", "the average of 7.5%", 上述2,900家作坊.

A determiner before a number says that it has been told, so one told nearby in its unit must be it, unless what follows
says which others are meant. Digits exchanged are then a misprint, one that differs a doubt. Source: definite reference
as a tie between sentences (Halliday and Hasan 1976, "Cohesion in English").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wpextract.consistency import interval as iv
from wpextract.consistency.claims import Claim
from wpextract.consistency.facts_view import View
from wpextract.consistency.linking import exchanged, misprint, of_one_kind
from wpextract.consistency.material import LEADING, Material, Sentence
from wpextract.consistency.words import tokens

_REACH = 10  # sentences back within which it has been told
_TAKES_UP = re.compile(r"\b(?:the|these|those|this|that)\s+$|(?:上述|前述)(?:近|约|逾)?$", re.IGNORECASE)
_FIGURE_OF = re.compile(r"\b(?:the|this|that) (?:[\w-]+ ){0,2}([a-z-]+) of\s+$", re.IGNORECASE)
_NAMES = re.compile(r"\s*的?\s*((?:[A-Za-z'’-]+\s*){1,4}|[一-鿿]{1,8})")
# what follows says which: others than those told
_OF_OTHERS = re.compile(
    r"[^,.;]{0,40}?\b(?:that|which|who|whose|of|in|at|on|from|with|for|to|it|they|we|planned|in service)\b|[^，。；]{0,6}(?:中|之外)",
    re.IGNORECASE,
)
_AT_ANOTHER_TIME = re.compile(
    r"\b(?:today|now|currently|target\w*|plan(?:s|ned)?|goal|wants?|aims?|by (?:19|20)\d\d)\b|如今|目前|目标|计划",
    re.IGNORECASE,
)
_NO_NAMES = frozenset({"figur", "level", "valu", "amount", "total", "number", "rate"})


@dataclass(frozen=True, slots=True)
class Recalled:
    """A number that its words say was told before, the one that was, and how sure it is that they are one."""

    again: View
    told: View
    confidence: float


def recalled(material: Material) -> Iterator[Recalled]:
    """What is told again: what agrees with what was told, and what differs from it in two exchanged digits, or in one."""
    for sentence in material.sentences:
        for claim in sentence.claims:
            names = _names(claim)
            if names is None or not _one_figure(claim):
                continue
            earlier = [c.view for c in _told_before(material, claim, sentence) if _alike(c, claim)]
            same = next((v for v in earlier if iv.meets(v.interval, claim.view.interval)), None)
            if same is not None:
                yield Recalled(claim.view, same, 0.6)
                continue
            off = [(v, s) for v in earlier if (s := _misprinted(claim.view, v)) and _speaks_of(v, names, claim.view)]
            if len({v.digits for v, _ in off}) == 1:
                yield Recalled(claim.view, *off[0])


def _names(claim: Claim) -> frozenset[str] | None:
    """What a number that is taken up is said to be of, as tokens; None where nothing says that it was told."""
    if _OF_OTHERS.match(claim.rest) or _AT_ANOTHER_TIME.search(claim.view.fact.sentence):
        return None
    if figure := _FIGURE_OF.search(claim.before):
        return tokens(figure[1]) - _NO_NAMES or None
    if not _TAKES_UP.search(claim.before):
        return None
    behind = _NAMES.match(claim.after)
    return tokens(f"{claim.view.fact.counted_noun or ''} {behind[1] if behind else ''}")


def _one_figure(claim: Claim) -> bool:
    v = claim.view
    return (
        claim.kind in ("level", "share", "cagr")
        and not v.is_range
        and v.fact.comparator in ("=", "~")
        and len(v.figures) >= LEADING
        and v.fact.kind in ("money", "count", "physical", "percent")
    )


def _told_before(material: Material, claim: Claim, sentence: Sentence) -> Iterator[Claim]:
    """The numbers told before in the sentence and in those just before it on the page, nearest first."""
    yield from reversed(sentence.claims[: sentence.place(claim)])
    for s in material.near(sentence, _REACH)[1:]:
        yield from reversed(s.claims)


def _alike(told: Claim, claim: Claim) -> bool:
    one_kind = told.kind == claim.kind or {told.kind, claim.kind} == {"level", "share"}
    dated = [c.view.span for c in (told, claim) if c.view.fact.period_basis == "sentence"]
    of_one_time = len(dated) < 2 or dated[0] == dated[1]
    of_one_time = of_one_time and not _AT_ANOTHER_TIME.search(told.view.fact.sentence)
    return one_kind and of_one_time and _one_figure(told) and of_one_kind(told.view, claim.view)


def _misprinted(v: View, told: View) -> float:
    """How sure a figure is another with two digits exchanged or one wrong; 0 where it is no such print of it."""
    if v.fact.scale != told.fact.scale:
        return 0.0
    if exchanged(v, told):
        return 0.66 if misprint(v, told) and len(v.figures) > LEADING else 0.62
    return 0.62 if misprint(v, told) else 0.0


def _speaks_of(told: View, names: frozenset[str], again: View) -> bool:
    """Whether what a number is taken up as was told with another: in its sentence, or by its own words within one."""
    own = told.fact.sentence == again.fact.sentence
    said = told.words | tokens(f"{'' if own else told.fact.sentence} {told.fact.counted_noun or ''}")
    return not names or not names.isdisjoint(said)

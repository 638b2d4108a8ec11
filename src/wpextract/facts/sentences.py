"""Sentences and clauses of a block, with their places in its text. English and Chinese, a missing space forgiven."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(
    r"[。！？；]|[!?]+(?=\s|[\"”’)]|$)|\.(?=[\"”’)]*(?:\s|$))|;(?=\s)|(?<=[a-z%)\d])\.(?=[A-Z][a-z])|(?<=[a-z%)])\.(?=A\s[a-z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|e\.g|i\.e|vs|approx|no|inc|ltd|co|corp|avg|fig|dr|mr|ms|st|etc|est|al|cf|resp|incl|excl))$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:i\.e|e\.g|viz|vs|approx|cf)$", re.IGNORECASE)  # behind which no sentence ends
_CLAUSE = re.compile(
    r"[,，、;；:：—]\s*|\s(?=(?:while|whereas|with|but|compared|against|versus)\s)|(?<=\S)\s+(?=and\s+the\s)"
)
_LIST_NUMBER = re.compile(r"\s*[(]?\d{1,2}[.]")
LONGEST = 1500  # characters; a longer sentence is none, and is read in pieces so that work grows with the text
_DIGIT_COMMA = re.compile(r"\d,\d{3}")


def sentences(text: str) -> list[tuple[int, int]]:
    """`(start, end)` of each sentence, without the white space around it."""
    out: list[tuple[int, int]] = []
    start = 0
    for m in _END.finditer(text):
        if m.group() == "." and _LIST_NUMBER.fullmatch(text, start, m.end()):
            continue
        if m.group() == "." and _GOES_ON.search(text[max(0, m.start() - 8) : m.start()]) and m.end() < len(text):
            continue
        if m.group() == "." and _ABBREVIATION.search(text[max(0, m.start() - 8) : m.start()]):
            after = text[m.end() : m.end() + 2].strip()
            if (
                not after
                or not after[0].isupper()
                or len(text[start : m.start()]) < 20
                or m.start()
                and text[m.start() - 1].isupper()
            ):
                continue
        out.append((start, m.end()))
        start = m.end()
    out.append((start, len(text)))
    out = [(at, min(e, at + LONGEST)) for s, e in out for at in range(s, e, LONGEST)]
    return [
        (s + len(text[s:e]) - len(text[s:e].lstrip()), e - (len(text[s:e]) - len(text[s:e].rstrip())))
        for s, e in out
        if text[s:e].strip()
    ]


def clause_bounds(sentence: str, at: int) -> tuple[int, int]:
    """The clause of `sentence` that holds the character `at`; a comma inside a number ends nothing."""
    start, end = 0, len(sentence)
    for first, last in _clause_ends(sentence):
        if last <= at:
            start = last
        elif first >= at:
            return start, first
    return start, end


@lru_cache(maxsize=256)
def _clause_ends(sentence: str) -> tuple[tuple[int, int], ...]:
    """What parts the clauses of a sentence; asked for each of its numbers."""
    inside = {m.start() + m.group().index(",") for m in _DIGIT_COMMA.finditer(sentence)}
    return tuple(m.span() for m in _CLAUSE.finditer(sentence) if m.start() not in inside)

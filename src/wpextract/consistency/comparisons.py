"""Two things that a sentence sets side by side: "1.9 times as many as second-placed B", "4.8 points ahead of C"."""

from __future__ import annotations

import re

from wpextract.consistency.claims import Claim
from wpextract.consistency.grids import Entry, Line, is_rest, without_period
from wpextract.consistency.linking import Operands, mentions
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.words import label_tokens, plain

_SECOND = re.compile(r"second[- ]?(?:placed|ranked|largest|biggest|place)|runner[- ]up|第二", re.IGNORECASE)


def _place(text: str, label: str, words: frozenset[str]) -> int:
    """Where a text names a label; -1 where it does not."""
    at = plain(text).find(plain(label))
    if at >= 0:
        return at
    if mentions(text, label, words) < 0.99:
        return -1
    spots = [m.start() for w in label_tokens(label) if (m := re.search(re.escape(w.lstrip("#")[:6]), plain(text)))]
    return min(spots, default=0)


def named_pairs(material: Material, claim: Claim, sentence: Sentence) -> list[Operands]:
    """The entries of one line that a sentence compares, first named over second named; best first."""
    out: list[Operands] = []
    v = claim.view
    lines = [line for line in material.lines_on.get(v.page, ()) if not line.over_time][:60]
    near = material.near(sentence, 1)
    context = " ".join(s.text for s in reversed(near))
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
        here = _pair(line, sentence.text) or _pair(line, _own_part(claim, sentence))
        pair = here or (_pair(line, context) if len(near) > 1 else None)
        if pair is None:
            continue
        first, second = pair
        # the value of the one that leads is often printed in the sentence itself
        printed = any(x.digits == first.view.digits and x.id != v.id for x in sentence.views)
        score = (
            0.3 + (0.22 if here else 0.0) + (0.15 if printed else 0.0) + 0.25 * material.coverage(line.words, v.around)
        )
        later = max((s.last for s in spans if s), default=0)
        score += 0.05 if v.span is None or v.span.last == later else 0.0
        score -= (
            0.1 if claim.kind == "multiple" and line.dimension == "percent" else 0.0
        )  # rather of amounts than of rates
        out.append(Operands(second.view, first.view, 0, min(1.0, score), 0))
    return sorted(out, key=lambda o: (-o.confidence, o.end.id, o.base.id))


def _own_part(claim: Claim, sentence: Sentence) -> str:
    """What a sentence that compares several times says of one: its subject, and the words behind the number."""
    first = sentence.claims[0]
    return f"{first.before} {claim.rest}"


def _pair(line: Line, text: str) -> tuple[Entry, Entry] | None:
    words = label_tokens(text)
    entries = [e for e in line.parts if without_period(e.label)][:60]
    found = sorted(
        (
            (at, -len(e.label), n)
            for n, e in enumerate(entries)
            if (at := _place(text, without_period(e.label), words)) >= 0
        )
    )
    named: list[Entry] = []
    for _, _, n in found:
        if not any(plain(entries[n].label) in plain(e.label) for e in named):
            named.append(entries[n])
    if len(named) == 2:
        return named[0], named[1]
    if len(named) == 1 and _SECOND.search(text):
        ranked = sorted((e for e in entries if not is_rest(e.label)), key=lambda e: -e.view.value)
        if len(ranked) > 1 and ranked[0] is named[0]:
            return named[0], ranked[1]
    return None

"""English clauses without a model: tokens, verbs, segments and noun phrases, told apart by closed classes and by place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wpextract.facts import english_lexicon as lex
from wpextract.facts.geography import is_place, without_places
from wpextract.quantities import parse_unit_note
from wpextract.quantities.model import Period, Quantity

LONGEST = 14  # words; what is longer is no name any more


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sentence: a word, a number (which quantity), a period of time or a break (a comma, a dash ...)."""

    kind: str  # word, number, period, break
    text: str
    number: int = -1

    @property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()


_SCAN = re.compile(
    r"[A-Za-z][\w’'&+]*(?:[-./–](?=[A-Za-z])[\w’'&+]+)*(?:\.(?=[a-z]))?|\d+(?:\.\d+)?(?:[-–][A-Za-z]+)+|\d+(?:[.,]\d+)*|[,;:()—–!?“”\"]|\S"
)
_NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\s+(?=[A-Z])")  # 10.1 We expect
_BREAKS = frozenset(",;:()—!?")


def tokenise(sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period]) -> list[Token]:
    """The tokens of a sentence, whose quantities and periods have been read, in order."""
    spans = [(q.start, q.end, Token("number", q.text, i)) for i, q in enumerate(quantities)]
    spans += [
        (p.start, p.end, Token("period", p.text))
        for p in periods
        if p.end > p.start and not any(q.start < p.end and p.start < q.end for q in quantities)
    ]
    out: list[Token] = []
    at = m.end() if (m := _NUMBERED.match(sentence)) and not any(start < m.end() for start, _, _ in spans) else 0
    for start, end, token in [*sorted(spans, key=lambda s: s[:2]), (len(sentence), len(sentence), None)]:
        for m in _SCAN.finditer(sentence, at, max(at, start)):
            text = m.group()
            if text[0].isalnum():
                out.append(Token("word", text))
            elif text in _BREAKS or text == "–":
                out.append(Token("break", text))
        if token:
            out.append(token)
        at = max(at, end)
    return out


def verbs_of(tokens: Sequence[Token]) -> frozenset[int]:
    """Where the verbs stand. A word that is as often a noun is one only in the place of a verb, once a clause."""
    out: set[int] = set()
    finite = False
    titled = not any(t.kind == "word" and t.text.islower() and t.low not in lex.FUNCTION for t in tokens)
    for i, t in enumerate(tokens):
        if t.kind in ("break", "number") or t.low in lex.JOINERS | {"which", "who", "that", "with", "to"}:
            finite = False
        named = not titled and i > 0 and t.text[0].isupper() and tokens[i - 1].kind == "word"  # Humber Reach
        inverted = i == 0 and t.low in ("should", "were", "had")  # should demand fall
        if t.kind == "word" and not named and not inverted and _is_verb(tokens, i, finite):
            out.add(i)
            finite = t.low not in lex.BE and not t.low.endswith("ing")
    doubled = {
        i
        for i in out
        if i + 1 in out and tokens[i].low in lex.BASES - lex.HELPERS and tokens[i + 1].low in lex.VERBS - lex.BE
    }
    told = {i for i in doubled if tokens[i].low in lex.SAYING and i and tokens[i - 1].low in ("we", "i")}
    out -= {i + 1 for i in told}  # we expect hire revenue to rise
    doubled -= told
    moves = lex.LEVEL | lex.CHANGE
    doubled = {
        i for i in doubled
        if not (i and tokens[i - 1].low in lex.BE | {"to"})
        and (tokens[i + 1].low in moves and tokens[i].low in lex.NOUNS_TOO or not tokens[i + 1].low.endswith(("ing", "ed")))
    }  # fmt: skip
    rates = {i for i in out if _leads_noun(tokens, out, i)}
    return frozenset(i for i in out - doubled - rates if not _describes(tokens, out, i))


def _leads_noun(tokens: Sequence[Token], verbs: set[int], i: int) -> bool:
    """Is what may be a noun one, since a verb stands right before the number behind it (rates from A to B hit N)?"""
    if (
        tokens[i].low not in lex.NOUNS_TOO & lex.PLAIN
        or i == 0
        or i + 1 >= len(tokens)
        or tokens[i + 1].low not in lex.PREPOSITIONS
    ):
        return False
    if tokens[i - 1].low in lex.FUNCTION:
        return False
    number = next((k for k in range(i + 1, len(tokens)) if tokens[k].kind != "word"), len(tokens))
    if number >= len(tokens) or tokens[number].kind != "number":
        return False
    return tokens[number - 1].low in lex.LEVEL | lex.CHANGE and number - 1 in verbs


def _describes(tokens: Sequence[Token], verbs: set[int], i: int) -> bool:
    """Is a verb only the participle behind its noun (plants built in Spain make N), the clause's own verb to come?"""
    passive = next((k for k in (i, i - 1) if k > 0 and tokens[k].low == "being"), None)
    if passive is not None:  # plants now being built
        return tokens[passive - 1].low not in lex.BE
    if i == 0 or i + 1 >= len(tokens) or tokens[i].low not in lex.PARTICIPLES.values():
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if (
        before.kind != "word"
        or before.low in lex.FUNCTION
        or after.kind != "period"
        and after.low not in lex.PREPOSITIONS
    ):
        return False
    for k in range(i + 2, min(len(tokens), i + 12)):
        if tokens[k].kind in ("break", "number") or tokens[k].low in lex.JOINERS - {"and"} | {"which", "who", "that"}:
            return False
        if k in verbs:
            return tokens[k - 1].low not in lex.PREPOSITIONS
    return False


def _is_verb(tokens: Sequence[Token], i: int, finite: bool) -> bool:
    low = tokens[i].low
    if low in lex.BE:
        return True
    if low in lex.ADJUNCT:
        return False
    if low not in lex.VERBS:
        return _looks_finite(tokens, i, finite)
    before = tokens[i - 1] if i and tokens[i - 1].kind != "break" else None
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].kind != "break" else None
    if (
        before
        and after
        and before.low.endswith("ly")
        and low.endswith("ed")
        and after.kind == "word"
        and after.low not in lex.FUNCTION
    ):
        return False  # the newly added frameworks
    if before and after and before.kind == "number" and low.endswith("ed") and after.kind == "word":
        if after.low not in lex.FUNCTION:
            return False  # 9 million registered users
    if (
        low.endswith("ing")
        and before
        and before.kind == "word"
        and before.low not in lex.BE
        and after
        and after.kind == "word"
    ):
        if after.low not in lex.FUNCTION or after.low in lex.BE - {"been", "being"}:
            return False  # hearing loss; the first fitting is
    opens = i == 0 or (before is not None and before.low in lex.DETERMINERS | lex.PREPOSITIONS - {"to"})
    opens = opens or (i == 1 and before is not None and before.low in lex.JOINERS)
    if opens and low.endswith("ed") and after and after.kind == "word" and after.low not in lex.FUNCTION:
        return (
            before is None and i > 0 and _ends_aside(tokens, i)
        )  # recycled glass; Vetro, the largest, earned fees of N
    if i == 0 and low in lex.BASES:
        return False  # permits remain slow: nothing stands before that could do it
    if low not in lex.NOUNS_TOO:
        return not (before and before.low in ("the", "a", "an", "of", "its", "their"))
    if after is None or (after.kind == "number" and after.low in lex.CHANGE):  # rates doubled
        return False
    if before is None and after.kind == "number" and _ends_aside(tokens, i):
        return True
    if i == 0 and low.endswith("ing") and after.low in lex.PREPOSITIONS:
        return False  # spending on jars
    if before is None:
        return low.endswith(("ed", "ing")) and (after.low in lex.PREPOSITIONS or after.kind == "number")
    if before.low in lex.DETERMINERS | lex.PREPOSITIONS - {"to"} | {"year-on-year"} or finite or _leads_in(tokens, i):
        return False
    return (
        after.kind in ("number", "period")
        or (
            low in lex.CHANGE and low.endswith("ed") and re.search(r"[a-z]{2}(?:est|ly)$", after.low) is not None
        )  # outlays increased fastest
        or after.low in lex.DETERMINERS - {"same"} | lex.LEADS
        or (before.low in lex.BE | {"not", "to", "which", "that", "who"} and after.low not in lex.VERBS)
    )


def _ends_aside(tokens: Sequence[Token], i: int) -> bool:
    """Does what stands between commas end right before, so that the verb is due (panes, which dealers like, cost N)?"""
    start = next((k for k in reversed(range(i - 1)) if tokens[k].kind == "break"), None)
    if start is None:
        return False
    apposed = start > 0 and not any(t.kind == "number" or t.low in lex.ONLY_VERBS for t in tokens[: i - 1])
    return apposed or tokens[start + 1].low in ("which", "who", "whose", "where")


def _leads_in(tokens: Sequence[Token], i: int) -> bool:
    """Does only a preposition and its noun stand before, so that the subject is still to come (at the usual rate it ...)?"""
    start = next((k for k in range(i - 1, max(-1, i - 12), -1) if tokens[k].kind != "word"), max(-1, i - 12)) + 1
    lead = tokens[start:i]
    return (
        len(lead) > 1 and lead[0].low in lex.ADJUNCT and lead[1].low in lex.DETERMINERS
        and not any(t.low in lex.DETERMINERS for t in lead[2:])
    )  # fmt: skip


def _looks_finite(tokens: Sequence[Token], i: int, finite: bool) -> bool:
    """A word in -ed behind a noun, with a number or what leads to one behind it."""
    if i and tokens[i - 1].low in lex.BE and re.search(r"[a-z]{2}ed$", tokens[i].low):
        return True  # were recycled
    if i and i + 1 < len(tokens) and tokens[i - 1].kind == "break" and re.search(r"[a-z]{2}ing$", tokens[i].low):
        follows = tokens[i + 1]
        return follows.kind == "number" or follows.low in lex.LEADS | lex.PREPOSITIONS | {
            "out"
        }  # eking out N, parting with N
    if finite or i == 0 or not re.search(r"[a-z]{2}ed$", tokens[i].low) or i + 1 >= len(tokens):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    counted = next((k for k in reversed(range(max(0, i - 5), i)) if tokens[k].kind == "number"), i)
    if (
        before.kind == "number"
        and after.low in lex.PREPOSITIONS
        or before.low in lex.JOINERS
        and after.kind == "number"
    ):
        return True  # 9% ended with N; and suspended N
    if tokens[counted + 1].low == "of" and before.low.endswith("s") and after.kind == "word":
        return True  # 62% of brewers named cost
    return (
        before.kind == "word" and before.low not in lex.FUNCTION and not before.low.endswith("ly")
        and (after.kind in ("number", "period") or after.low in lex.DETERMINERS | lex.LEADS)
    )  # fmt: skip


def segments_of(tokens: Sequence[Token], verbs: frozenset[int]) -> list[tuple[int, int]]:
    """Stretches that hold at most one clause: cut at punctuation, at conjunctions and before a further conjunct."""
    cuts = [0]
    numbers = clauses = 0
    for i, t in enumerate(tokens):
        before = tokens[i - 1].low if i else ""
        apart = t.low in ("while", "whereas", "against", "versus", "compared", "although", "who") or (
            t.low == "which" and before != "of" or t.low in ("with", "so") and numbers > 0
        )
        bound = i + 1 < len(tokens) and tokens[i + 1].low in lex.BOUNDS  # aged 55 and over
        joined = t.low in ("and", "or", "but") and not bound and (numbers or clauses) and _opens_clause(tokens, i + 1)
        if joined and not clauses and tokens[cuts[-1]].kind == "number":  # twelve plants in Spain and Italy employ N
            following = next((k for k in range(i, len(tokens)) if tokens[k].kind != "word" or k in verbs), i)
            joined = following not in verbs
        if t.kind == "break" or apart or joined:
            cuts.append(i)
            numbers = clauses = 0
        numbers += t.kind == "number"
        clauses += i in verbs
    cuts.append(len(tokens))
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b > a]


def _opens_clause(tokens: Sequence[Token], start: int) -> bool:
    """Does a conjunct with words of its own and a number follow (and private cars 26%), not a bare one (34% and 15%)?"""
    seen = 0
    for t in tokens[start : start + 30]:
        if t.kind == "break":
            return False
        if t.kind == "number":
            return seen > 0
        seen += t.kind == "word" and t.low not in lex.FUNCTION
    return False


def noun_phrase(tokens: Sequence[Token]) -> str:
    """The words of a noun phrase without determiners, adverbs and loose ends."""
    words = [re.sub(r"[’']s?$", "", t.text) for t in tokens if t.kind in ("word", "number")]
    kept = [
        w for w, after in zip(words, [*words[1:], ""], strict=False)
        if w.lower() not in lex.DETERMINERS - {"all", "both"} | lex.ADVERBS or after.lower() == "than"
    ]  # fmt: skip
    while kept and kept[0].lower() in lex.FUNCTION:
        kept = kept[1:]
    while kept and kept[-1].lower() in lex.FUNCTION:
        kept = kept[:-1]
    return " ".join(fitting(kept, 10))


def fitting(words: Sequence[str], longest: int = LONGEST) -> list[str]:
    """The first words, as many as a name may have, none of them left hanging."""
    out: list[str] = []
    size = 0
    for word in words:
        size += len(re.findall(r"[A-Za-z]+", word)) or 1
        if size > longest:
            break
        out.append(word)
    while out and len(out) < len(words) and out[-1].lower() in lex.FUNCTION:
        out.pop()
    return out


def _adjunct_end(tokens: Sequence[Token]) -> int:
    """Where the subject begins behind a preposition: after a period or a place, at an article or pronoun, else there."""
    for k, t in enumerate(tokens[1:], 1):
        if t.kind == "period":
            return k + 1
        if k > 1 and t.low in lex.ANAPHORS | {"the", "a", "an"}:
            return k
        if is_place(" ".join(x.text for x in tokens[1 : k + 1])) and k + 1 < len(tokens):
            return k + 1
    return 1


def behind_place(tokens: Sequence[Token]) -> str:
    """The noun phrase right behind an opening place: in Spain lidded jars."""
    for k in range(2, min(len(tokens), 7)):
        if any(t.kind != "word" for t in tokens[:k]):
            return ""
        if is_place(" ".join(t.text for t in tokens[1:k])) and not is_place(
            " ".join(t.text for t in tokens[1 : k + 1])
        ):
            rest = tokens[k:]
            return noun_phrase(rest) if all(t.kind == "word" for t in rest) and rest[0].low not in lex.FUNCTION else ""
    return ""


def subject_of(tokens: Sequence[Token]) -> tuple[str, bool]:
    """The subject of a clause, and whether it only points back (it, this path, the same firm)."""
    kept = list(tokens)
    if len(kept) > 1 and kept[0].text.isdigit() and kept[1].text[0].isupper():  # the mark of a note
        kept = kept[1:]
    while kept and (kept[0].low in lex.JOINERS | {"with", "that", "which", "who"} or kept[0].kind == "period"):
        kept = kept[1:]
    if kept and kept[0].low == "of":  # of which exports
        kept = kept[2:]
    if kept and kept[0].low in lex.ADJUNCT:  # by 2027 the world market; over five years the network
        kept = kept[_adjunct_end(kept) :]
    if len(kept) > 1 and kept[0].low == "one" and kept[1].kind == "word" and kept[1].low not in lex.FUNCTION:
        kept = kept[1:]  # one operator
    back = bool(kept) and (kept[0].low in lex.ANAPHORS or len(kept) > 1 and kept[1].low == "same")
    out: list[Token] = []
    for t in kept:
        if t.kind == "period":  # the market in 2024
            while out and out[-1].low in lex.FUNCTION | {"end"}:
                out.pop()
        else:
            out.append(t)
    phrase = noun_phrase(out) if any(t.kind == "word" for t in out) else ""
    if set(phrase.lower().split()[:2]) & lex.SINGULARS:  # five years of expansion
        return "", True
    return phrase, back


def object_of(tokens: Sequence[Token], verbs: frozenset[int], offset: int) -> tuple[str, str]:
    """The preposition and the noun phrase right behind a number: ("of", "electricity"), ("", "large models")."""
    out: list[Token] = []
    lead = ""
    for i, t in enumerate(tokens):
        if t.kind != "word":
            break
        if not out and not lead and t.low in ("of", "in", "as", "for", "on", "per", "from"):
            lead = t.low
            continue
        if offset + i in verbs or t.low in lex.JOINERS - {"and"} | lex.ENDING or t.low == "and" and not out:
            break
        out.append(t)
    while out and (out[-1].low in lex.FUNCTION | lex.SINGULARS | {"each"}):
        out.pop()
    plain = all(t.text.islower() for t in out)
    if (
        len(out) > 2 and not lead and out[0].low in ("units", "unit") and out[1].low == "of" and plain
    ):  # N units of the fleet
        lead, out = "of", out[2:]
    if out and all(t.low in lex.EMPTY or t.low in lex.FUNCTION for t in out):
        return lead, ""
    return lead, noun_phrase(
        out[1:] if out and out[0].low in lex.EMPTY and len(out) > 1 and out[1].low not in lex.PREPOSITIONS else out
    )


def whole_of(tokens: Sequence[Token], verbs: frozenset[int], offset: int) -> str:
    """What an amount was taken of: (N) of the 2023 outlay, (N) of that sum."""
    if [t.low for t in tokens[:1]] != ["of"] or len(tokens) < 3 or tokens[1].low not in lex.DETERMINERS:
        return ""
    out: list[Token] = []
    for k, t in enumerate(tokens[2:], 2):
        if t.kind == "period" and not out:
            continue
        if t.kind != "word" or offset + k in verbs or t.low in lex.JOINERS | lex.PREPOSITIONS - {"of"}:
            break
        out.append(t)
    return noun_phrase(out)


def scope_of(tokens: Sequence[Token], verbs: frozenset[int], offset: int) -> str:
    """The prepositional phrase behind a number and its noun: (put N) into new plants; (N hours) per machine."""
    first = next(
        (
            k
            for k, t in enumerate(tokens[:7])
            if t.low in lex.SCOPING and k + 1 < len(tokens) and tokens[k + 1].kind == "word"
        ),
        None,
    )
    if first is None or any(t.kind != "word" or offset + k in verbs for k, t in enumerate(tokens[:first])):
        return ""
    kept: list[Token] = []
    for k, t in enumerate(tokens[first + 1 : first + 8], first + 1):
        if (
            t.kind != "word"
            or offset + k in verbs
            or t.low in lex.JOINERS - {"and"} | lex.ENDING | lex.SCOPING - {"in"}
        ):
            break
        kept.append(t)
    while kept and (kept[-1].low in lex.FUNCTION | lex.SINGULARS):
        kept.pop()
    phrase = noun_phrase(kept)
    told = lex.content(phrase) - lex.IDLE - lex.ASPECTS
    return f"{tokens[first].low} {phrase}" if told and not is_place(phrase) and kept[0].low not in lex.ANAPHORS else ""


def noun_phrases(tokens: Sequence[Token], verbs: frozenset[int]) -> list[tuple[int, str]]:
    """The noun phrases of a sentence with where each begins, without what only joins, counts or grades."""
    out: list[tuple[int, str]] = []
    run: list[Token] = []
    for i, t in enumerate([*tokens, Token("break", ".")]):
        if t.kind == "word" and i not in verbs and (t.low not in lex.FUNCTION or (run and t.low == "of")):
            run.append(t)
            continue
        phrase = noun_phrase(run)
        graded = len(run) == 1 and i > 1 and tokens[i - 2].low in lex.BE  # is full
        if lex.content(phrase) - lex.IDLE and not graded:
            out.append((i - len(run), phrase))
        run = []
    return out


def phrases_beside(
    tokens: Sequence[Token],
    chunks: Sequence[tuple[int, str]],
    segments: Sequence[tuple[int, int]],
    alike: Sequence[int],
    at: int,
) -> tuple[str, ...]:
    """The noun phrases of a number's clause; an adjunct (at N a month) goes on with the clause before.

    Of the clause's other numbers of its kind, which stand at `alike`, what stands beside them is theirs.
    """
    k = next((k for k, (a, b) in enumerate(segments) if a <= at < b), 0)
    start, end = own = segments[k]
    while k and _goes_on(tokens[start:end], k == 1 and _sets_scene(tokens[slice(*segments[0])])):
        k -= 1
        start = segments[k][0]
    numbers = [i for i in alike if start <= i < end and (i == at or tokens[i - 1].low not in ("per", "every", "each"))]
    after = max((i for i in numbers if i < at), default=start)
    until = min((i for i in numbers if i > at), default=end)
    near = [(i, p) for i, p in chunks if start <= i < min(numbers) or after <= i < until]
    if not near and (
        beyond := next((b for a, b in segments if a == end and tokens[a].low in ("who", "which", "that")), None)
    ):
        near = [(i, p) for i, p in chunks if end <= i < beyond]  # N% of those who own a kiln
    return tuple(p for i, p in sorted(near, key=lambda c: (c[0] < own[0], c[0])))


def role_of(tokens: Sequence[Token], at: int, end: int) -> str:
    """What a share of something is kept or counted as: (keeps N% of sales) as profit."""
    k = next((k for k in range(at + 1, end) if tokens[k].kind != "word" or tokens[k].low == "as"), end)
    if k >= end or tokens[k].low != "as":
        return ""
    stop = next((m for m in range(k + 1, min(end, k + 5)) if tokens[m].kind != "word"), min(end, k + 5))
    role = noun_phrase(tokens[k + 1 : stop])
    return f"as {role}" if role and tokens[k + 1].low not in lex.ADVERBS else ""


def _sets_scene(opening: Sequence[Token]) -> bool:
    """Does a sentence open with what its numbers are per, or with a named place: per plant, in the North East?"""
    if any(t.kind == "number" for t in opening):
        return False
    named = opening[0].low in lex.SCOPING | {"at"} and any(t.text[0].isupper() for t in opening[1:])
    return opening[0].low == "per" or named


def _goes_on(segment: Sequence[Token], within: bool) -> bool:
    """Does a segment only add to the one before: at N a month, which took N, down from N, or N of it?"""
    words = [t.low for t in segment if t.kind in ("word", "number")]
    first = next((w for w in words if w not in ("and", "or")), "")
    before = next((k for k, t in enumerate(segment) if t.kind == "number"), len(segment))
    said = lex.content(" ".join(t.text for t in segment[:before]))
    adjunct = first in lex.PREPOSITIONS - lex.NEARLY - lex.CONTRAST | {"which", "who", "where", "followed"}
    return adjunct or segment[0].text == ":" or within or (before < len(segment) and not said - lex.ASPECTS - lex.IDLE)


def mentioned(sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period]) -> tuple[str, bool]:
    """What a sentence speaks of, the subject of its main clause, and whether it points back to the sentence before."""
    tokens = tokenise(sentence, quantities, periods)
    verbs = verbs_of(tokens)
    first = [t.low for t in tokens[: min(verbs, default=3)]]
    subject = main_subject(tokens, segments_of(tokens, verbs), verbs, counted=True)
    if not subject and verbs and first[-1:] == ["there"]:  # there are kilns in Spain
        subject = next((phrase for k, phrase in noun_phrases(tokens, verbs) if k > min(verbs)), "")
    pointing = bool(set(first) & lex.ANAPHORS) or not lex.content(" ".join(first)) - lex.IDLE
    return subject if lex.content(subject) - lex.IDLE else "", pointing


def referent(sentence: str, subjects: Sequence[str]) -> str:
    """Which of the subjects spoken of a sentence goes on to speak of: they and it tell many from one."""
    pronoun = re.search(r"\b(?:(they|their|them|these)|(it|its))\b", sentence, re.IGNORECASE)
    if pronoun is None:
        return subjects[-1] if subjects else ""
    agreeing = [x for x in subjects if _is_plural(x) == bool(pronoun[1])]
    return (agreeing or list(subjects) or [""])[-1]


def _is_plural(subject: str) -> bool:
    head = re.split(r"\b(?:of|in|for|by|per|from|to|at|on|with|under)\b", subject)[0].split()
    return " and " in subject or bool(head) and re.search(r"[^s]s$", head[-1]) is not None


def is_name(words: Sequence[Token | str]) -> bool:
    """Are all words of a short phrase written as names are?"""
    texts = [w if isinstance(w, str) else w.text for w in words]
    return 0 < len(texts) <= 3 and all(w[:1].isupper() for w in texts)


def antecedent_of(tokens: Sequence[Token], at: int) -> str:
    """The noun phrase right before a relative pronoun, if it names somebody or something rather than units."""
    words: list[Token] = []
    for t in reversed(tokens[: at - 1 if at and tokens[at - 1].kind == "break" else at]):
        if t.kind != "word" or t.low in lex.FUNCTION | lex.ONLY_VERBS:
            break
        words.insert(0, t)
    phrase = noun_phrase(words)
    return phrase if lex.content(phrase) - lex.IDLE else ""


def main_subject(
    tokens: Sequence[Token], segments: Sequence[tuple[int, int]], verbs: frozenset[int], counted: bool = False
) -> str:
    """The subject of the sentence's first full clause, without a number unless it may begin with one."""
    for a, b in segments:
        first = next((i for i in range(a, b) if i in verbs), None)
        words = [t for t in tokens[a:first] if t.kind != "break"] if first is not None else []
        opening = next((t.low for t in tokens[a:b] if t.kind != "break"), "")
        if counted and words and words[0].kind == "number" and "%" not in words[0].text:
            words = words[1:]
        if not words or opening in lex.SUBORDINATE | {"with"} or any(t.kind == "number" for t in words):
            continue
        subject, back = subject_of(words)
        if not back and lex.content(subject) - lex.ASPECTS:
            return subject
    return ""


def complement_of(tokens: Sequence[Token], at: int) -> str:
    """What a number of them are, behind other numbers: of which N, or M%, was fresh food."""
    k = next((k for k in range(at + 1, len(tokens)) if tokens[k].kind == "word" and tokens[k].low != "or"), len(tokens))
    if k + 1 >= len(tokens) or k == at + 1 or tokens[k].low not in lex.BE:
        return ""
    stop = next((m for m in range(k + 1, len(tokens)) if tokens[m].kind != "word"), len(tokens))
    return noun_phrase(tokens[k + 1 : stop])


def predicate_of(tokens: Sequence[Token], at: int, end: int, verbs: frozenset[int]) -> list[Token]:
    """The verb behind a number and five words more: (24% of piles) can serve a modern battery."""
    first = next((i for i in range(at, end) if i in verbs and tokens[i].low not in lex.BE), None)
    if first is None:
        return []
    stop = next((i for i in range(first, min(end, first + 6)) if tokens[i].kind != "word"), min(end, first + 6))
    return list(tokens[first:stop])


def tail_of(tokens: Sequence[Token]) -> tuple[str, str]:
    """What stands between a verb and its number: its last preposition and the noun phrase before that."""
    kept = [t for t in tokens if t.kind == "word" and t.low not in lex.ADVERBS | lex.DEGREES]
    preposition = ""
    while kept and kept[-1].low in lex.PREPOSITIONS:
        preposition = preposition or kept[-1].low
        kept = kept[:-1]
    while kept and (kept[0].low in lex.FUNCTION or kept[0].low in lex.ONLY_VERBS):
        kept = kept[1:]
    return preposition, noun_phrase(kept)


def adds(phrase: str, said: str) -> bool:
    """Does a noun phrase tell something that is not said already?"""
    return bool(lex.content(phrase) - lex.content(said) - lex.IDLE)


def length(text: str) -> int:
    """The words of a text, those joined by hyphens counted each."""
    return len(re.findall(r"[A-Za-z]+", text))


def label(text: str) -> str:
    """The noun phrase of a label that stands beside a number."""
    tokens = tokenise(text, (), ())
    phrase = noun_phrase([t for t in tokens if not re.fullmatch(r"(?:19|20)\d\d", t.text)])
    return re.sub(r"(?:\s+(?:at|by))?\s+end$", "", phrase)


def title_subject(title: str) -> str:
    """What a title says its document is about: "Global Widget Market Outlook 2026" is about widgets."""
    words = re.split(r"[:,–—(]|\b(?:in|for|across|of the|by)\b", title, flags=re.IGNORECASE)[0]
    kept = [w for w in re.findall(r"[A-Za-z][\w’'&/-]*", words) if lex.stem(w) not in lex.TITLE_WORDS]
    return without_places(" ".join(kept[:4]))


def is_nominal(heading: str) -> bool:
    """Is a heading a noun phrase, not a sentence?"""
    tokens = tokenise(heading, (), ())
    told = lex.content(heading) - lex.EMPTY - lex.BARE_HEADINGS
    return (
        0 < len(told) <= (4 if "," in heading else 8)
        and parse_unit_note(heading) is None
        and len(tokens) <= 8
        and not any(t.low in lex.ONLY_VERBS and not t.low.endswith(("ed", "ing")) for t in tokens)
    )

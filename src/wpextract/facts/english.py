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

from wpextract.facts.geography import is_place, without_places
from wpextract.quantities import parse_unit_note
from wpextract.quantities.currencies import code_of
from wpextract.quantities.model import Period, Quantity

LONGEST = 14  # words; what is longer is no name any more


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
        parts = [self.subject, self.aspect, f"of {self.whole}" if self.whole else "", self.condition]
        words: list[str] = []
        for part in filter(None, parts):
            fresh = part.split()
            while fresh and stem(fresh[0]) in {stem(w) for w in words[-2:]}:
                fresh = fresh[1:]
            words += fresh
        return " ".join(_fit(words))


# ------------------------------------------------------------------ classes of words


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _inflected(stems: str) -> frozenset[str]:
    """A verb's forms: reach reaches reached reaching; after a slash the irregular ones."""
    out: set[str] = set()
    for entry in stems.split():
        base, *irregular = entry.split("/")
        bare = base[:-1] if base.endswith("e") else base
        third = base + ("es" if re.search(r"(?:s|x|ch|sh|o)$", base) else "s")
        if re.search(r"[^aeiou]y$", base):
            third, past = base[:-1] + "ies", base[:-1] + "ied"
        else:
            past = bare + "ed"
        out |= {base, third, past, bare + "ing", *irregular}
    return frozenset(out)


def _participles(stems: str) -> dict[str, str]:
    """Each form of a verb with its participle: place, places, placed -> placed; give, gave, given -> given."""
    out: dict[str, str] = {}
    for entry in stems.split():
        base, *irregular = entry.split("/")
        past = [form for form in irregular if not form.endswith("ing")]
        unchanged = base if irregular else next(f for f in _inflected(base) if f.endswith("ed") and f != base)
        out |= dict.fromkeys(_inflected(entry), past[-1] if past else unchanged)
    return out


_BE = _words(
    "is are was were be been being am's has have had having will would should could can may might must does do did"
)  # noqa: E501, SIM905
_LEVEL = _inflected(
    "reach exceed surpass total/totalled/totalling amount stand/stood come/came/coming hit/hitting equal average number "
    "approach remain stay become/became pass touch cross near top/topped/topping peak register record post score "
    "measure maintain run/ran/running last range value price estimate rate"
)
_CHANGE = _inflected(
    "grow/grew/grown rise/rose/risen increase climb jump surge soar expand gain double triple quadruple multiply fall/fell/fallen "
    "decline drop/dropped/dropping decrease shrink/shrank/shrunk slow narrow slip/slipped contract improve widen advance "
    "accelerate weaken strengthen ease recover skyrocket plunge shorten lengthen halve slide/slid swell"
)
_SHARE = _inflected(
    "account represent make/made/making take/took/taken/taking hold/held capture contribute comprise constitute command "
    "supply cover occupy form claim stem concentrate use fit/fitted/fitting belong join connect arise/arose account"
)
_CUT = _inflected("cut/cutting reduce lower save shorten shrink/shrank raise lift boost improve increase enhance")
_ACTIONS = (
    "lead/led rank expect project forecast predict estimate see/saw/seen get/got/getting include set/setting outperform follow cost/cost charge "
    "earn keep/kept deliver raise adopt generate add sell/sold ship/shipped/shipping invest spend/spent buy/bought pay/paid "
    "show carry give/gave/given put/putting leave/left drive/drove/driven boast dominate secure need want serve attract "
    "connect operate employ produce install build/built consume process complete support enable empower provide offer "
    "require correspond mark reflect indicate achieve realise realize publish release issue list close open join fund "
    "finance receive win/won lose/lost bring/brought create export import host own manage train deploy help allow plan "
    "target aim plan/planned disclose announce report say/said find/found know/known call base begin/began start think "
    "move sink/sank/sunk settle draw/drew/drawn burn absorb follow count lend/lent borrow reimburse place attend sign hover "
    "spread/spread remove let ask rest tally clear fetch log book meet/met send/sent shed hire beat/beaten strike/struck go/went/gone "
    "mean/meant rely return yield obtain complete visit handle imply suggest apply collect survey interview work bear/bore "
    "explain contain combine consider depend "
    "describe determine develop divide ensure establish exist fail feel/felt happen hear/heard identify intend introduce "
    "involve lie/lay/lain listen live maintain occur permit prefer prepare prevent prove receive refuse relate remember "
    "replace represent respond select separate solve speak/spoke/spoken succeed suffer survive teach/taught tell/told tend "
    "throw/threw/thrown try understand/understood vary wear/wore/worn write/wrote/written weigh outnumber outweigh "
    "arrive depart swallow dwindle erode enrol/enrolled/enrolling eat/ate/eaten "
    "outspend/outspent outsell/outsold outgrow/outgrew/outgrown "
    "outpace overtake/overtook/overtaken undercut commission retire trail lag exclude award grant convert travel wait fly/flew/flown "
    "lift hope belong assume become/became consist appear seem"
)
_OTHER = _inflected(_ACTIONS)
_PARTICIPLES = _participles(_ACTIONS)
_BASES = frozenset(re.findall(r"(?<![/a-z])[a-z]+", _ACTIONS)) | frozenset(
    f"{w}{'es' if re.search(r'(?:s|x|ch|sh|o)$', w) else 's'}" for w in re.findall(r"(?<![/a-z])[a-z]+", _ACTIONS)
)
_VERBS = _BE | _LEVEL | _CHANGE | _SHARE | _CUT | _OTHER
# As often nouns; verbs only where a number or what leads to one follows.
_NOUNS_TOO = _inflected(
    "increase decrease decline drop fall rise gain total average number record rate price value cost charge supply use "
    "need plan target forecast estimate project lead list report run score range form post measure ship fund finance "
    "advance jump surge cover issue work import export contract survey process cut hit slide return yield touch top "
    "trail grant award permit commission travel wait lag hope fly "
    "peak share slip base claim mean stem add-on train host release start open show call boost lift pass near cross"
) | {"ratings", "funding", "financing", "spending", "building", "charging", "shipping", "training", "processing",
     "rating", "pricing", "lending", "manufacturing", "computing", "open", "estimated", "projected", "average", "total",
     "leading", "rated", "combined", "installed", "fitted", "increased", "led", "left", "used", "based", "known", "given",
     "reported", "listed", "connected", "expected", "imported", "exported", "operating"}  # fmt: skip
_PLAIN = frozenset(w for w in _VERBS if not w.endswith(("ed", "ing")))
_DETERMINERS = _words(
    "the a an this that these those its their our his her such each every some any all both no same another fewer"
)  # noqa: E501, SIM905
_ANAPHORS = _words("it they them us this that these those its their such same former latter which who whom we one ones")  # noqa: SIM905
_PREPOSITIONS = _words(
    "of in on at by to for from with as than into over across per among within under between through during "
    "until since after before against versus without via above below around about near beyond"
)  # noqa: E501, SIM905
_JOINERS = frozenset("and or but while whereas although though so because if when where as nor yet".split())  # noqa: SIM905
_ADVERBS = _words(
    "about approximately around roughly nearly almost over more less up down not only also still already just "
    "further now currently meanwhile however moreover overall notably structurally similarly together alone "
    "respectively then there here very well ever even least most some estimated again once too far "
    "slightly sharply instead thus hence therefore today yet combined rounded so far alone "
    "exactly precisely merely barely i.e e.g out off away apart"
)
_CONTRAST = frozenset("against versus compared from than vs".split())  # noqa: SIM905
_ASPECTS = _words(
    "growth increase rise gain decline decrease fall drop change rate cagr yoy annual compound year-on-year "
    "share proportion percentage pace expansion reduction average level figure path trend forecast estimate "
    "rebound difference result outlook latter first second half quarter"
)
_DOWN = _inflected(
    "fall/fell/fallen decline drop/dropped decrease shrink/shrank slow narrow cut/cutting reduce lower shorten halve plunge "
    "slip weaken contract ease save slide/slid"
)
_SAYING = _inflected(
    "expect project forecast predict estimate show/shown indicate suggest say/said find/found believe report see/saw note"
)
# What an amount behind these verbs is called.
_NOMINAL = {
    form: noun
    for noun, stems in {
        "earnings": "earn make/made", "spending": "spend/spent pay/paid", "investment": "invest put/putting",
        "price": "sell/sold", "cost": "cost take/took/taken", "proceeds": "raise bring/brought", "exports": "export", "imports": "import",
        "sales": "ship/shipped", "charge": "charge", "donations": "donate",
        "savings": "save", "increase": "add",
    }.items()
    for form in _inflected(stems)
}  # fmt: skip
# What is measured of a thing; alone such a word says too little.
_MEASURES = _words(
    "market size scale revenue sale turnover income earning profit margin spending expenditure investment "
    "financing funding capital fund output production volume shipment export import trade deficit surplus "
    "price cost tariff fee rent bill tax value valuation demand supply capacity stock fleet base number count "
    "amount share proportion ratio rate penetration utilisation utilization density yield density efficiency "
    "consumption use installation order placement delivery user deal industry sector business total figure "
    "growth increase decline change level average multiple lead premium"
)  # fmt: skip
_SINGULARS = frozenset("year years month months quarter quarters decade decades".split())  # noqa: SIM905
_EMPTY = _words("units unit cases case times time items pieces sets yuan dollars end year years total")  # noqa: SIM905
_DEGREES = _words(
    "estimated higher lower larger smaller likely worth equal able highest lowest fastest slowest largest smallest "
    "biggest best worst latest mere much"
)
_FUNCTION = _DETERMINERS | _ANAPHORS | _PREPOSITIONS | _JOINERS | _ADVERBS | _BE | {"there"}


def stem(word: str) -> str:
    """A word without plural and possessive, in lower case."""
    return re.sub(r"(?:[’']s|[’'])$", "", word.lower()).rstrip("s")


def content(text: str) -> set[str]:
    """The stems of the words of `text` that say something."""
    return {stem(w) for w in re.findall(r"[A-Za-z0-9][\w’'&.+-]*", text) if w.lower() not in _FUNCTION}


# ------------------------------------------------------------------ tokens and segments


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # word, number, period, break
    text: str
    number: int = -1  # which quantity

    @property
    def low(self) -> str:
        return self.text.lower()


_SCAN = re.compile(
    r"[A-Za-z][\w’'&+]*(?:[-./–](?=[A-Za-z])[\w’'&+]+)*(?:\.(?=[a-z]))?|\d+(?:[-–][A-Za-z]+)+|\d+(?:[.,]\d+)*|[,;:()—–!?“”\"]|\S"
)
_BREAKS = frozenset(",;:()—!?")


def _tokens(sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period]) -> list[_Token]:
    spans = [(q.start, q.end, _Token("number", q.text, i)) for i, q in enumerate(quantities)]
    spans += [
        (p.start, p.end, _Token("period", p.text))
        for p in periods
        if p.end > p.start and not any(q.start < p.end and p.start < q.end for q in quantities)
    ]
    out: list[_Token] = []
    at = 0
    for start, end, token in [*sorted(spans, key=lambda s: s[:2]), (len(sentence), len(sentence), None)]:
        for m in _SCAN.finditer(sentence, at, max(at, start)):
            text = m.group()
            if text[0].isalnum():
                out.append(_Token("word", text))
            elif text in _BREAKS or text == "–":
                out.append(_Token("break", text))
        if token:
            out.append(token)
        at = max(at, end)
    return out


def _verbs_of(tokens: Sequence[_Token]) -> frozenset[int]:
    """Where the verbs stand. A word that is as often a noun is one only in the place of a verb, once a clause."""
    out: set[int] = set()
    finite = False
    titled = not any(t.kind == "word" and t.text.islower() and t.low not in _FUNCTION for t in tokens)
    for i, t in enumerate(tokens):
        if t.kind in ("break", "number") or t.low in _JOINERS | {"which", "who", "that", "with", "to"}:
            finite = False
        named = not titled and i > 0 and t.text[0].isupper() and tokens[i - 1].kind == "word"  # Humber Reach
        if t.kind == "word" and not named and _is_verb(tokens, i, finite):
            out.add(i)
            finite = t.low not in _BE and not t.low.endswith("ing")
    doubled = {
        i for i in out if i + 1 in out and tokens[i].low in _BASES - _HELPERS and tokens[i + 1].low in _VERBS - _BE
    }
    doubled -= {
        i for i in doubled if tokens[i + 1].low.endswith(("ing", "ed")) or (i and tokens[i - 1].low in _BE | {"to"})
    }
    rates = {i for i in out if _leads_noun(tokens, out, i)}
    return frozenset(i for i in out - doubled - rates if not _describes(tokens, out, i))


_HELPERS = _words("help helps let lets make makes")  # noqa: SIM905


def _leads_noun(tokens: Sequence[_Token], verbs: set[int], i: int) -> bool:
    """Is what may be a noun one, since a verb stands right before the number behind it (rates from A to B hit N)?"""
    if (
        tokens[i].low not in _NOUNS_TOO & _PLAIN
        or i == 0
        or i + 1 >= len(tokens)
        or tokens[i + 1].low not in _PREPOSITIONS
    ):
        return False
    if tokens[i - 1].low in _FUNCTION:
        return False
    number = next((k for k in range(i + 1, len(tokens)) if tokens[k].kind != "word"), len(tokens))
    if number >= len(tokens) or tokens[number].kind != "number":
        return False
    return tokens[number - 1].low in _LEVEL | _CHANGE and number - 1 in verbs


def _describes(tokens: Sequence[_Token], verbs: set[int], i: int) -> bool:
    """Is a verb only the participle behind its noun (plants built in Spain make N), the clause's own verb to come?"""
    passive = next((k for k in (i, i - 1) if k > 0 and tokens[k].low == "being"), None)
    if passive is not None:  # plants now being built
        return tokens[passive - 1].low not in _BE
    if i == 0 or i + 1 >= len(tokens) or tokens[i].low not in _PARTICIPLES.values():
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if before.kind != "word" or before.low in _FUNCTION or after.kind != "period" and after.low not in _PREPOSITIONS:
        return False
    for k in range(i + 2, min(len(tokens), i + 12)):
        if tokens[k].kind in ("break", "number") or tokens[k].low in _JOINERS - {"and"} | {"which", "who", "that"}:
            return False
        if k in verbs:
            return tokens[k - 1].low not in _PREPOSITIONS
    return False


def _is_verb(tokens: Sequence[_Token], i: int, finite: bool) -> bool:
    low = tokens[i].low
    if low in _BE:
        return True
    if low in _ADJUNCT:
        return False
    if low not in _VERBS:
        return _looks_finite(tokens, i, finite)
    before = tokens[i - 1] if i and tokens[i - 1].kind != "break" else None
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].kind != "break" else None
    if (
        before
        and after
        and before.low.endswith("ly")
        and low.endswith("ed")
        and after.kind == "word"
        and after.low not in _FUNCTION
    ):
        return False  # the newly added frameworks
    if before and after and before.kind == "number" and low.endswith("ed") and after.kind == "word":
        if after.low not in _FUNCTION:
            return False  # 9 million registered users
    if i == 0 and low in _BASES:
        return False  # permits remain slow: nothing stands before that could do it
    if low not in _NOUNS_TOO:
        return not (before and before.low in ("the", "a", "an", "of", "its", "their"))
    if after is None:
        return False
    if before is None and after.kind == "number" and _ends_aside(tokens, i):
        return True
    if before is None:
        return low.endswith(("ed", "ing")) and (after.low in _PREPOSITIONS or after.kind == "number")
    if before.low in _DETERMINERS | _PREPOSITIONS - {"to"} | {"year-on-year"} or finite or _leads_in(tokens, i):
        return False
    return (
        after.kind in ("number", "period")
        or after.low in _DETERMINERS - {"same"} | _LEADS
        or (before.low in _BE | {"not", "to", "which", "that", "who"} and after.low not in _VERBS)
    )


def _ends_aside(tokens: Sequence[_Token], i: int) -> bool:
    """Does what stands between commas end right before, so that the verb is due (panes, which dealers like, cost N)?"""
    start = next((k for k in reversed(range(i - 1)) if tokens[k].kind == "break"), None)
    if start is None:
        return False
    apposed = start > 0 and not any(t.kind == "number" or t.low in _VERBS - _NOUNS_TOO for t in tokens[: i - 1])
    return apposed or tokens[start + 1].low in ("which", "who", "whose", "where")


def _leads_in(tokens: Sequence[_Token], i: int) -> bool:
    """Does only a preposition and its noun stand before, so that the subject is still to come (at the usual rate it ...)?"""
    start = next((k for k in range(i - 1, max(-1, i - 12), -1) if tokens[k].kind != "word"), max(-1, i - 12)) + 1
    lead = tokens[start:i]
    return (
        len(lead) > 1 and lead[0].low in _ADJUNCT and lead[1].low in _DETERMINERS
        and not any(t.low in _DETERMINERS for t in lead[2:])
    )  # fmt: skip


def _looks_finite(tokens: Sequence[_Token], i: int, finite: bool) -> bool:
    """A word in -ed behind a noun, with a number or what leads to one behind it."""
    if i and tokens[i - 1].low in _BE and re.search(r"[a-z]{2}ed$", tokens[i].low):
        return True  # were recycled
    if i and i + 1 < len(tokens) and tokens[i - 1].kind == "break" and re.search(r"[a-z]{2}ing$", tokens[i].low):
        follows = tokens[i + 1]
        return follows.kind == "number" or follows.low in _LEADS | _PREPOSITIONS | {
            "out"
        }  # eking out N, parting with N
    if finite or i == 0 or not re.search(r"[a-z]{2}ed$", tokens[i].low) or i + 1 >= len(tokens):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    counted = next((k for k in reversed(range(max(0, i - 5), i)) if tokens[k].kind == "number"), i)
    if before.kind == "number" and after.low in _PREPOSITIONS or before.low in _JOINERS and after.kind == "number":
        return True  # 9% ended with N; and suspended N
    if tokens[counted + 1].low == "of" and before.low.endswith("s") and after.kind == "word":
        return True  # 62% of brewers named cost
    return (
        before.kind == "word" and before.low not in _FUNCTION and not before.low.endswith("ly")
        and (after.kind in ("number", "period") or after.low in _DETERMINERS | _LEADS)
    )  # fmt: skip


_LEADS = _words(
    "by from to at about nearly over roughly around approximately almost only more sharply slightly steadily "
    "rapidly above below up down just some with"
)


def _segments(tokens: Sequence[_Token], verbs: frozenset[int]) -> list[tuple[int, int]]:
    """Stretches that hold at most one clause: cut at punctuation, at conjunctions and before a further conjunct."""
    cuts = [0]
    numbers = clauses = 0
    for i, t in enumerate(tokens):
        before = tokens[i - 1].low if i else ""
        apart = t.low in ("while", "whereas", "against", "versus", "compared", "although", "who") or (
            t.low == "which" and before != "of" or t.low in ("with", "so") and numbers > 0
        )
        joined = t.low in ("and", "or", "but") and (numbers or clauses) and _opens_clause(tokens, i + 1)
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


def _opens_clause(tokens: Sequence[_Token], start: int) -> bool:
    """Does a conjunct with words of its own and a number follow (and private cars 26%), not a bare one (34% and 15%)?"""
    seen = 0
    for t in tokens[start : start + 30]:
        if t.kind == "break":
            return False
        if t.kind == "number":
            return seen > 0
        seen += t.kind == "word" and t.low not in _FUNCTION
    return False


# ------------------------------------------------------------------ noun phrases


def _noun_phrase(tokens: Sequence[_Token]) -> str:
    """The words of a noun phrase without determiners, adverbs and loose ends."""
    words = [re.sub(r"[’']s?$", "", t.text) for t in tokens if t.kind in ("word", "number")]
    kept = [w for w in words if w.lower() not in _DETERMINERS - {"all", "both"} | _ADVERBS]
    while kept and kept[0].lower() in _FUNCTION:
        kept = kept[1:]
    while kept and kept[-1].lower() in _FUNCTION:
        kept = kept[:-1]
    return " ".join(_fit(kept, 10))


def _fit(words: Sequence[str], longest: int = LONGEST) -> list[str]:
    """The first words, as many as a name may have, none of them left hanging."""
    out: list[str] = []
    size = 0
    for word in words:
        size += len(re.findall(r"[A-Za-z]+", word)) or 1
        if size > longest:
            break
        out.append(word)
    while out and len(out) < len(words) and out[-1].lower() in _FUNCTION:
        out.pop()
    return out


def _adjunct_end(tokens: Sequence[_Token]) -> int:
    """Where the subject begins behind a preposition: after a period or a place, at an article or pronoun, else there."""
    for k, t in enumerate(tokens[1:], 1):
        if t.kind == "period":
            return k + 1
        if k > 1 and t.low in _ANAPHORS | {"the", "a", "an"}:
            return k
        if is_place(" ".join(x.text for x in tokens[1 : k + 1])) and k + 1 < len(tokens):
            return k + 1
    return 1


def _subject(tokens: Sequence[_Token]) -> tuple[str, bool]:
    """The subject of a clause, and whether it only points back (it, this path, the same firm)."""
    kept = list(tokens)
    if len(kept) > 1 and kept[0].text.isdigit() and kept[1].text[0].isupper():  # the mark of a note
        kept = kept[1:]
    while kept and (kept[0].low in _JOINERS | {"with", "that", "which", "who"} or kept[0].kind == "period"):
        kept = kept[1:]
    if kept and kept[0].low == "of":  # of which exports
        kept = kept[2:]
    if kept and kept[0].low in _ADJUNCT:  # by 2027 the world market; over five years the network
        kept = kept[_adjunct_end(kept) :]
    back = bool(kept) and (kept[0].low in _ANAPHORS or len(kept) > 1 and kept[1].low == "same")
    out: list[_Token] = []
    for t in kept:
        if t.kind == "period":  # the market in 2024
            while out and out[-1].low in _FUNCTION | {"end"}:
                out.pop()
        else:
            out.append(t)
    phrase = _noun_phrase(out)
    if set(phrase.lower().split()[:2]) & _SINGULARS:  # five years of expansion
        return "", True
    return phrase, back


_ADJUNCT = _PREPOSITIONS - {"about", "around", "over", "above", "near", "under"} | {"over", "including", "according"}


def _object(tokens: Sequence[_Token], verbs: frozenset[int], offset: int) -> tuple[str, str]:
    """The preposition and the noun phrase right behind a number: ("of", "electricity"), ("", "large models")."""
    out: list[_Token] = []
    lead = ""
    for i, t in enumerate(tokens):
        if t.kind != "word":
            break
        if not out and not lead and t.low in ("of", "in", "as", "for", "on", "per", "from"):
            lead = t.low
            continue
        if offset + i in verbs or t.low in _JOINERS - {"and"} | _ENDING or t.low == "and" and not out:
            break
        out.append(t)
    while out and (out[-1].low in _FUNCTION | _SINGULARS | {"each"}):
        out.pop()
    if out and all(t.low in _EMPTY or t.low in _FUNCTION for t in out):
        return lead, ""
    return lead, _noun_phrase(
        out[1:] if out and out[0].low in _EMPTY and len(out) > 1 and out[1].low not in _PREPOSITIONS else out
    )


def _scope(tokens: Sequence[_Token], verbs: frozenset[int], offset: int) -> str:
    """The prepositional phrase behind a number and its noun: (put N) into new plants; (N hours) per machine."""
    first = next(
        (
            k
            for k, t in enumerate(tokens[:7])
            if t.low in _SCOPING and k + 1 < len(tokens) and tokens[k + 1].kind == "word"
        ),
        None,
    )
    if first is None or any(t.kind != "word" or offset + k in verbs for k, t in enumerate(tokens[:first])):
        return ""
    kept: list[_Token] = []
    for k, t in enumerate(tokens[first + 1 : first + 8], first + 1):
        if t.kind != "word" or offset + k in verbs or t.low in _JOINERS - {"and"} | _ENDING | _SCOPING - {"in"}:
            break
        kept.append(t)
    while kept and (kept[-1].low in _FUNCTION | _SINGULARS):
        kept.pop()
    phrase = _noun_phrase(kept)
    told = content(phrase) - _EMPTY - _SINGULARS - _ASPECTS
    return f"{tokens[first].low} {phrase}" if told and not is_place(phrase) and kept[0].low not in _ANAPHORS else ""


def _done(tokens: Sequence[_Token], verbs: frozenset[int], clause: _Clause, at: int) -> str:
    """What is done by or with the things counted in a subject: (N kilns) listed in a table; (N people) attended a course."""
    if content(" ".join(t.text for t in tokens[clause.start : at])) - _IDLE:
        return ""
    run = [v for v in verbs if at < v < clause.end and tokens[v].low not in _BE]
    first = min(run, default=None)
    if first is None or any(tokens[k].kind in ("number", "break") for k in range(at + 1, first)):
        return ""
    if tokens[first].low in _LEVEL | _CHANGE:
        return ""
    object_ = []
    for t in tokens[first + 1 : min(clause.end, first + 6)]:
        if t.kind != "word" or t.low in _JOINERS | {"that", "which", "who", "with"}:
            break
        object_.append(t)
    lead = f"{object_[0].low} " if object_ and object_[0].low in _PREPOSITIONS else ""
    told = _noun_phrase(object_)
    return f"{tokens[first].text} {lead if told else ''}{told}".strip()


_SCOPING = frozenset("in into for per among across".split())  # noqa: SIM905
_ENDING = frozenset("with by to than that which who up down across into from through each under".split())  # noqa: SIM905


# ------------------------------------------------------------------ the reader


@dataclass(frozen=True, slots=True)
class _Clause:
    """A segment as read: where it stands, its first verb and its subject resolved (None: it names none)."""

    start: int
    end: int
    verb: int | None
    given: Frame | None


@dataclass(frozen=True, slots=True)
class Said:
    """A quantity already named: its frame and its kind."""

    frame: Frame
    kind: str
    unit: str = ""
    is_base: bool = False  # only what others are counted per: (N) per 10,000 people
    beside: tuple[str, ...] = ()  # the other noun phrases of its sentence, those of its own clause first


def read_frames(
    sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period], spoken: Sequence[Said], subject: str = "",
    fresh: bool = False,
) -> list[Said]:  # fmt: skip
    """What each quantity of the sentence is said of.

    `spoken` is what the text spoke of before, the latest last, `subject` the subject that pronouns point to: what
    goes without a name is `spoken`, unless the subject is `fresh`, none of what was spoken of.
    """
    tokens = _tokens(sentence, quantities, periods)
    verbs = _verbs_of(tokens)
    segments = _segments(tokens, verbs)
    main = _main(tokens, segments, verbs)
    near = Frame()  # the latest clause's subject, with an aspect that its object names
    named = False  # does it stand alone, so that what follows between commas only describes it?
    said: list[Said] = []
    listed: list[
        _Token
    ] = []  # the first items of a list whose last one stands with the verb (oil, gas and coal took N)
    for a, b in segments:
        if tokens[a].kind == "break":
            a += 1
        if a == 0 and tokens[a].low in ("and", "but", "or", "so", "yet") and b > 1:
            a += 1
        if a == b:
            continue
        counted = next((quantities[t.number] for t in tokens[a:b] if t.kind == "number"), None)
        topic = _topic(spoken, counted.kind if counted else "")
        topic = topic if topic.subject or not fresh else replace(topic, subject=subject)
        known = near if near.subject else Frame(subject) if fresh and subject else topic
        clause = _clause(tokens, a, b, verbs, known, topic, near.subject or subject)
        relative = tokens[a].low in ("which", "who")
        aside = tokens[a].low in _ASIDE
        if listed and clause.verb is not None and any(t.low == "and" for t in tokens[a : clause.verb]):
            items, _ = _subject([*listed, *tokens[a : clause.verb]])
            clause = replace(clause, given=Frame(items))
        bare = clause.verb is None and not any(t.kind == "number" for t in tokens[a:b])
        opens = (
            a < b
            and not aside
            and (
                not listed
                and tokens[a].low not in _ADJUNCT
                and (not said or tokens[a].low in ("while", "whereas"))
                or bool(listed)
            )
        )
        listed = [*listed, *(t for t in tokens[a:b] if t.kind == "word")] if bare and opens else []
        if relative and clause.verb == a + 1 and (antecedent := _antecedent(tokens, a)):
            clause = replace(clause, given=Frame(antecedent))
        numbers = [i for i in range(a, b) if tokens[i].kind == "number"]
        for n, i in enumerate(numbers):
            q = quantities[tokens[i].number]
            floor = numbers[n - 1] + 1 if n else a
            ceiling = numbers[n + 1] if n + 1 < len(numbers) else b
            if rate := _exchange_rate(tokens, i, q, len({x.currency for x in quantities if x.currency}) > 1):
                said.append(Said(Frame(rate), "ratio", is_base=True))
                continue
            unit = f"{q.unit}/{q.unit_denominator or ''}"
            peers = [x.frame for x in (*spoken, *said) if (x.kind, x.unit) == (q.kind, unit)]
            if n == 0 and peers and (place := _figure_again(tokens, clause, q.kind)) is not None:
                frame = replace(peers[-1], condition=place or peers[-1].condition)
            else:
                told = [x for x in said if not x.is_base]
                frame = _frame(tokens, verbs, clause, floor, i, ceiling, q, near, main, topic, told)
            if (
                tokens[a].low == "where"
                and frame.aspect == "share"
                and frame.subject
                and (place := _antecedent(tokens, a))
            ):
                frame = replace(frame, whole=place)  # of an arm, where sensors take N%
            if not frame.condition and len(content(frame.phrase)) < _TERSE:
                scope = _scope(tokens[i + 1 : ceiling], verbs, i + 1)
                scope = scope or _done(tokens, verbs, clause, i)
                scope = scope or (_role(tokens, i, ceiling) if frame.whole else "")
                if not content(scope) & content(frame.phrase):
                    frame = replace(frame, condition=scope)
            frame = _per(_dimensioned(frame, q), q)
            if q.kind == "percent" and not frame.whole and frame.phrase.endswith(" share"):
                frame = replace(
                    frame, whole=next((x.frame.whole for x in reversed((*spoken, *said)) if x.frame.whole), "")
                )
            base = i > 0 and tokens[i - 1].low in ("per", "every", "each")
            if base:
                frame = Frame(_object(tokens[i + 1 : ceiling], verbs, i + 1)[1] or q.counted_noun or frame.subject)
            shared = frame if base else _measured_alike(frame, q.kind, unit, said, spoken)
            said.append(Said(shared, q.kind, unit, base))
        if bare and b - a == 1 and tokens[a].low in _ENUMERATING:
            continue
        if bare and named and tokens[a].low in ("that", "those") and not content(near.subject) - _IDLE:
            near = Frame(_noun_phrase(tokens[a + 2 : b]))  # the largest, that of Vetro, is worth N
        if bare and named and _is_name(tokens[a:b]) and not _is_name(near.subject.split()):
            near = Frame(_noun_phrase(tokens[a:b]))  # the only entry, Vetro, needs N
        if clause.given and clause.given.subject and not aside and not (bare and named):
            near = clause.given
            named = bare
            if not numbers and clause.verb is not None:
                near = replace(near, aspect=near.aspect or _named_aspect(tokens, clause, verbs))
                near = Frame(foremost) if (foremost := _foremost(tokens, clause)) else near
        elif not near.subject and (told := [x for x in said if not x.is_base]):
            near = Frame(told[0].frame.subject)
    said = _labelled(tokens, verbs, said)
    order = [t.number for t in tokens if t.kind == "number"]
    frames = dict(zip(order, _respectively(tokens, [x.frame for x in said]), strict=True))
    units = dict(zip(order, [x.unit for x in said], strict=True))
    at = {t.number: i for i, t in enumerate(tokens) if t.kind == "number"}
    chunks = _chunks(tokens, verbs)
    alike = {
        kind: [at[i] for i, q in enumerate(quantities) if q.kind == kind and i in at]
        for kind in {q.kind for q in quantities}
    }
    return [
        Said(
            frames.get(i, Frame()), q.kind, units.get(i, ""), False,
            _beside(tokens, chunks, segments, alike[q.kind], at[i]) if i in at else (),
        )
        for i, q in enumerate(quantities)
    ]  # fmt: skip


def _chunks(tokens: Sequence[_Token], verbs: frozenset[int]) -> list[tuple[int, str]]:
    """The noun phrases of a sentence with where each begins, without what only joins, counts or grades."""
    out: list[tuple[int, str]] = []
    run: list[_Token] = []
    for i, t in enumerate([*tokens, _Token("break", ".")]):
        if t.kind == "word" and i not in verbs and (t.low not in _FUNCTION or (run and t.low == "of")):
            run.append(t)
            continue
        phrase = _noun_phrase(run)
        graded = len(run) == 1 and i > 1 and tokens[i - 2].low in _BE  # is full
        if content(phrase) - _IDLE and not graded:
            out.append((i - len(run), phrase))
        run = []
    return out


def _beside(
    tokens: Sequence[_Token],
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
    while k and _goes_on(tokens[start:end], k == 1 and tokens[0].low == "per"):
        k -= 1
        start = segments[k][0]
    numbers = [i for i in alike if start <= i < end and (i == at or tokens[i - 1].low not in ("per", "every", "each"))]
    after = max((i for i in numbers if i < at), default=start)
    until = min((i for i in numbers if i > at), default=end)
    near = [(i, p) for i, p in chunks if start <= i < min(numbers) or after <= i < until]
    return tuple(p for i, p in sorted(near, key=lambda c: (c[0] < own[0], c[0])))


def _role(tokens: Sequence[_Token], at: int, end: int) -> str:
    """What a share of something is kept or counted as: (keeps N% of sales) as profit."""
    k = next((k for k in range(at + 1, end) if tokens[k].kind != "word" or tokens[k].low == "as"), end)
    if k >= end or tokens[k].low != "as":
        return ""
    stop = next((m for m in range(k + 1, min(end, k + 5)) if tokens[m].kind != "word"), min(end, k + 5))
    role = _noun_phrase(tokens[k + 1 : stop])
    return f"as {role}" if role and tokens[k + 1].low not in _ADVERBS else ""


def _goes_on(segment: Sequence[_Token], measured_per: bool) -> bool:
    """Does a segment only add to the one before: at N a month, which took N, down from N, or N of it?"""
    words = [t.low for t in segment if t.kind in ("word", "number")]
    first = next((w for w in words if w not in ("and", "or")), "")
    before = next((k for k, t in enumerate(segment) if t.kind == "number"), len(segment))
    said = content(" ".join(t.text for t in segment[:before]))
    adjunct = first in _PREPOSITIONS - _NEARLY - _CONTRAST | {"which", "who", "where", "followed"}
    return adjunct or segment[0].text == ":" or measured_per or (before < len(segment) and not said - _ASPECTS - _IDLE)


def mentioned(sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period]) -> tuple[str, bool]:
    """What a sentence speaks of, the subject of its main clause, and whether it points back to the sentence before."""
    tokens = _tokens(sentence, quantities, periods)
    verbs = _verbs_of(tokens)
    first = [t.low for t in tokens[: min(verbs, default=3)]]
    subject = _main(tokens, _segments(tokens, verbs), verbs, counted=True)
    if not subject and verbs and first[-1:] == ["there"]:  # there are kilns in Spain
        subject = next((phrase for k, phrase in _chunks(tokens, verbs) if k > min(verbs)), "")
    pointing = bool(set(first) & _ANAPHORS) or not content(" ".join(first)) - _IDLE
    return subject if content(subject) - _IDLE else "", pointing


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


def _figure_again(tokens: Sequence[_Token], clause: _Clause, kind: str) -> str | None:
    """Where a clause says the same of another place or case (in Spain the figure was N); None if it says another thing."""
    words = [t for t in tokens[clause.start : clause.verb] if t.kind == "word" and t.low not in _JOINERS]
    if (
        clause.verb is None
        or len(words) < 2
        or words[-1].low not in _figures(kind)
        or words[-2].low not in _DETERMINERS
    ):
        return None
    lead = words[:-2]
    if lead and lead[0].low not in ("in", "for", "at", "among"):
        return None
    return f"{lead[0].low} {_noun_phrase(lead[1:])}" if len(lead) > 1 else ""


def _figures(kind: str) -> frozenset[str]:
    return _words("figure share rate ratio proportion percentage" if kind == "percent" else "figure number amount")


def _per(frame: Frame, q: Quantity) -> Frame:
    """A short name with what its number is per, unless that is a time: cost per MW, charge per pallet."""
    base = q.unit_denominator or ""
    if not re.fullmatch(r"[A-Za-z]+", base) or base in _DIMENSIONS["time"] or code_of(base):
        return frame
    if frame.condition or not frame.subject or len(content(frame.phrase)) >= _TERSE:
        return frame
    return replace(frame, condition=f"per {base}") if stem(base) not in content(frame.phrase) else frame


def _dimensioned(frame: Frame, q: Quantity) -> Frame:
    """A frame that names no measure, with the one that its unit tells: gigawatts are of a capacity, weeks of a time."""
    if q.kind != "physical" or frame.aspect or not frame.subject:
        return frame
    unit = f"{q.unit}/{q.unit_denominator}" if q.unit_denominator in ("second", "hour") else q.unit
    measure = next((measure for measure, units in _DIMENSIONS.items() if unit in units), "")
    named = content(frame.phrase)
    timed = any(
        re.fullmatch(r".*times?|.*li(?:fe|ves)|ages?|periods?|durations?|intervals?|delays?|hours?", w) for w in named
    )
    told = timed if measure == "time" else named & (_MEASURES | _ASPECTS | {measure})
    return frame if told else replace(frame, aspect=measure)


_DIMENSIONS = {
    "time": _words("second minute hour day week month year"),
    "capacity": _words("W kW MW GW TW"),
    "speed": _words("m/second km/hour"),
    "area": _words("m**2 km**2 hectare"),
    "volume": _words("m**3"),
    "weight": _words("kg g"),
}


def _is_name(words: Sequence[_Token | str]) -> bool:
    """Are all words of a short phrase written as names are?"""
    texts = [w if isinstance(w, str) else w.text for w in words]
    return 0 < len(texts) <= 3 and all(w[:1].isupper() for w in texts)


def _exchange_rate(tokens: Sequence[_Token], at: int, q: Quantity, several: bool) -> str:
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
            (_noun_phrase(tokens[at + 2 : at + 2 + k]) for k in (1, 2, 3) if code_of(" ".join(behind[k : k + 1]))), ""
        )
    elif q.kind == "money":
        one = next((k for k in reversed(range(max(0, at - 6), at)) if tokens[k].low in ("one", "a", "1")), None)
        if one is not None and tokens[one + 1 : at]:
            k = next((k for k in range(one + 1, min(one + 3, at)) if code_of(tokens[k].text)), None)
            other = _noun_phrase(tokens[one + 1 : k + 1]) if k is not None else ""
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
    own = content(frame.phrase)
    if kind not in ("money", "percent", "physical", "other", "count") or frame.aspect or frame.whole or frame.condition:
        return frame
    if not own or len(own) > 3 or own & (_MEASURES | _ASPECTS):
        return frame
    is_name = kind != "percent" and all(w[0].isupper() for w in frame.subject.split())
    before = [*(spoken if is_name else ()), *said]
    peer = next((x.frame for x in reversed(before) if (x.kind, x.unit) == (kind, unit) and _measure(x.frame)), None)
    return replace(frame, aspect=_measure(peer)) if peer and not peer.whole else frame


def measured(phrase: str, said: Said, spoken: Sequence[Said]) -> tuple[str, ...]:
    """What the number before in the same unit measures, for a phrase that names no measure itself."""
    if content(phrase) & (_MEASURES | _ASPECTS) or len(content(phrase)) > (2 if said.kind == "percent" else 5):
        return ()
    peer = next((x for x in reversed(spoken) if (x.kind, x.unit) == (said.kind, said.unit)), None)
    if peer is None:
        return ()
    shared = f"{peer.frame.aspect} of {peer.frame.whole}" if peer.frame.whole else _measure(peer.frame)
    if shared or len(content(phrase)) > 2:
        return (shared,)
    return tuple(x for x in peer.beside if x.islower())


def _measure(frame: Frame) -> str:
    """What a frame says is measured, without whose it is: average rent, share, revenue."""
    if frame.aspect:
        aspect = content(frame.aspect)
        return frame.aspect if aspect & _MEASURES and not aspect & _CHANGES - {"average"} else ""
    head = re.split(r"\b(?:of|in|for|by|per|from|to|at)\b", without_places(frame.subject))[0].split()
    kept = [w.lower() for w in head if w.islower() or stem(w) in _MEASURES]
    told = content(" ".join(kept))
    abstract = len(head) == 1 and " of " in frame.subject and _ABSTRACT.search(head[0])
    if abstract:
        return head[0].lower()
    return " ".join(kept) if told & _MEASURES - _CHANGES - _POINTING else ""


_ABSTRACT = re.compile(r"(?:[ts]ion|ment|ity|a[nt]ce|ence|ancy|ency|age|ness)$")  # localisation, coverage of something


_CHANGES = _words("growth increase decrease decline change multiple lead premium level average")  # noqa: SIM905


def _antecedent(tokens: Sequence[_Token], at: int) -> str:
    """The noun phrase right before a relative pronoun, if it names somebody or something rather than units."""
    words: list[_Token] = []
    for t in reversed(tokens[: at - 1 if at and tokens[at - 1].kind == "break" else at]):
        if t.kind != "word" or t.low in _FUNCTION | _VERBS - _NOUNS_TOO:
            break
        words.insert(0, t)
    phrase = _noun_phrase(words)
    return phrase if content(phrase) - _IDLE else ""


def _labelled(tokens: Sequence[_Token], verbs: frozenset[int], said: list[Said]) -> list[Said]:
    """What stands before a colon at the start of a sentence is said of all its numbers: Prices: lamps lose N%."""
    colon = next((i for i, t in enumerate(tokens[:5]) if t.kind != "word"), 0)
    colons = [i for i, t in enumerate(tokens) if t.text == ":"]
    if not 0 < colon < 4 or colons != [colon] or any(i < colon for i in verbs):
        return said
    name = _noun_phrase(tokens[:colon])
    own = content(name)
    return [
        x if not own or own <= content(x.frame.phrase) or len(content(x.frame.phrase)) >= _TERSE
        else replace(x, frame=replace(x.frame, subject=f"{x.frame.subject} {name.lower()}".strip()))
        for x in said
    ]  # fmt: skip


_ASIDE = _words("which who where when because since as if")  # noqa: SIM905
_ENUMERATING = _words("first second third fourth fifth firstly secondly thirdly finally lastly next last")  # noqa: SIM905
_IDLE = (
    _EMPTY | _SINGULARS | _DEGREES | _ENUMERATING | _CONTRAST
    | _words("one two three four five six seven eight nine ten dozen hundred other several many few remaining another half quarter third what whose how")
)  # fmt: skip
_TERSE = 5  # content words of a name that leave room for its scope


_SUBORDINATE = _words("because since as if when where which who whose although though whereas while so")  # noqa: SIM905


def _topic(spoken: Sequence[Said], kind: str) -> Frame:
    """What a number of this kind goes on to speak of: the latest of its kind, for a rate the latest amount."""
    latest = [x for x in reversed(spoken) if len(named := content(x.frame.subject)) > 1 or named & _MEASURES - _ASPECTS]
    share = next((x.frame.whole for x in latest if x.frame.whole), "")
    amounts = [x.frame for x in latest if x.kind in ("money", "count", "physical")]
    same = [x.frame for x in latest if x.kind == kind]
    if kind in ("money", "percent"):  # people and firms that earn or pay are no measure
        measured = [f for f in amounts if content(f.subject) & _MEASURES]
        amounts, same = measured or amounts, [f for f in same if f in measured] or measured
    if kind == "percent" or not same:
        chosen = next(iter(amounts), None) or next((x.frame for x in latest), Frame())
    else:
        chosen = same[0]
    return Frame(chosen.subject, "", share)


def _main(
    tokens: Sequence[_Token], segments: Sequence[tuple[int, int]], verbs: frozenset[int], counted: bool = False
) -> str:
    """The subject of the sentence's first full clause, without a number unless it may begin with one."""
    for a, b in segments:
        first = next((i for i in range(a, b) if i in verbs), None)
        words = [t for t in tokens[a:first] if t.kind != "break"] if first is not None else []
        opening = next((t.low for t in tokens[a:b] if t.kind != "break"), "")
        if counted and words and words[0].kind == "number" and "%" not in words[0].text:
            words = words[1:]
        if not words or opening in _SUBORDINATE or any(t.kind == "number" for t in words):
            continue
        subject, back = _subject(words)
        if not back and content(subject) - _ASPECTS:
            return subject
    return ""


def _clause(
    tokens: Sequence[_Token], a: int, b: int, verbs: frozenset[int], near: Frame, topic: Frame, owner: str
) -> _Clause:
    verb = next((i for i in range(a, b) if i in verbs), None)
    while verb is not None and tokens[verb].low in _SAYING and _introduces(tokens, a, verb, b):
        a = verb + 1 + (tokens[verb + 1].low == "that")
        following = next((i for i in range(a, b) if i in verbs), None)
        if following is None:
            break
        verb = following
    stop = verb if verb is not None else b
    opening = tokens[a].low if a < b else ""
    if verb is None and (any(t.kind == "number" for t in tokens[a:b]) or opening in _ADJUNCT | _JOINERS):
        return _Clause(a, b, verb, None)
    subject, back = _subject(tokens[a:stop])
    if verb is not None and verb == a and tokens[a].low.endswith(("ed", "ing")):
        number = next((i for i in range(a, b) if tokens[i].kind == "number"), b)
        following = next((i for i in range(a + 1, number) if i in verbs), None)
        if tokens[a].low.endswith("ing") and following is None and any(number < v < b for v in verbs):
            return _Clause(a, b, verb, Frame(_noun_phrase(tokens[a:number])))  # bringing losses to N% takes M
        if not tokens[a].low.endswith("ing") or following is None:
            return _Clause(a, b, verb, None)
        return _Clause(a, b, following, Frame(_noun_phrase(tokens[a:following])))  # running a kiln costs N
    owned = next((t.low for t in tokens[a:stop] if t.low not in _JOINERS), "") in ("its", "their")
    if owned and (owner or near.subject) and content(subject) - _ASPECTS - content(near.phrase):
        return _Clause(a, b, verb, Frame(owner or near.subject, subject))
    return _Clause(a, b, verb, resolve(subject, back, near, topic) if subject or back else None)


def _introduces(tokens: Sequence[_Token], a: int, verb: int, b: int) -> bool:
    """Does what is said follow (we expect the share to reach; studies show that ...)?"""
    return verb + 1 < b and (tokens[verb + 1].low == "that" or [t.low for t in tokens[a:verb]] in (["we"], ["i"]))


def resolve(subject: str, back: bool, near: Frame, topic: Frame) -> Frame:
    """A subject that only points back, or is the bare head of what was spoken of, becomes what it stands for."""
    own = content(subject)
    if own and own <= _POINTING and near.subject:
        return near
    if not own - _ASPECTS or (back and len(own) < 2):
        if not own or (back and not own & _SPOKEN):
            return near
        if "share" not in own:
            return replace(near, aspect=subject, condition="")
        return near if "share" in content(near.phrase) else replace(near, aspect="share")
    head, of, rest = near.subject.partition(" of ")
    if of and len(own) == 1 and own <= _MEASURES - _ASPECTS and content(head) & _MEASURES - own:
        return Frame(f"{subject} of {rest}")  # exports of jars rose, and imports fell
    for known in (near, topic):
        if own < content(known.subject) and len(own) <= 2:
            return Frame(known.subject)
    return Frame(subject)


_POINTING = _words("amount total sum whole figure number value")  # noqa: SIM905
_SPOKEN = frozenset("growth increase rise decline decrease fall drop rate cagr share expansion reduction".split())  # noqa: SIM905


def _foremost(tokens: Sequence[_Token], clause: _Clause) -> str:
    """Who a superlative is of: the largest market is Spain; the smallest is that of Vetro."""
    assert clause.verb is not None
    subject = [t.low for t in tokens[clause.start : clause.verb]]
    if tokens[clause.verb].low not in _BE or not any(re.search(r"[a-z]{2}est$", w) or w == "only" for w in subject):
        return ""
    name = _noun_phrase([t for t in tokens[clause.verb + 1 : clause.end] if t.low not in ("that", "those")])
    return name if name[:1].isupper() else ""


def _named_aspect(tokens: Sequence[_Token], clause: _Clause, verbs: frozenset[int]) -> str:
    """The growth that a clause without a number speaks of: posted the fastest year-on-year growth; grew fastest."""
    assert clause.verb is not None
    rest = tokens[clause.verb : clause.end]
    if rest[0].low in _CHANGE:
        return "decline" if rest[0].low in _DOWN else "growth"
    named = [t.text for t in rest if t.low in _SPOKEN | {"year-on-year", "annual"}]
    return " ".join(named[:2]) if "growth" in named else ""


def _frame(
    tokens: Sequence[_Token], verbs: frozenset[int], clause: _Clause, floor: int, at: int, ceiling: int, q: Quantity,
    near: Frame, main: str, topic: Frame, said: Sequence[Said],
) -> Frame:  # fmt: skip
    floor = max(floor, clause.start)
    before = tokens[floor:at]
    verb = next((i for i in reversed(range(floor, at)) if i in verbs), None)
    lead, noun = _object(tokens[at + 1 : ceiling], verbs, at + 1)
    after = [t.low for t in tokens[at + 1 : at + 5]]
    opening = next((t.low for t in before if t.kind == "word"), "")
    previous = said[-1] if said else None
    if lead == "of" and not noun and after[1:2] and after[1] in _ANAPHORS:
        noun = previous.frame.subject if previous else topic.subject
    if q.kind == "percent" and lead == "of" and noun and content(noun) <= _POINTING | {"year", "money", "output"}:
        whole = topic.whole or (topic.subject if content(topic.subject) & _MEASURES - _POINTING - _ASPECTS else "")
        noun = noun if content(whole) & content(clause.given.subject if clause.given else "") else whole or noun
    if q.kind == "percent" and not noun and at + 1 in verbs and _acts(after) and tokens[at + 1].text != "yoy":
        whole = (previous.frame.whole if previous else "") or near.subject or topic.subject
        whole = previous.frame.subject if previous and opening == "of" else whole
        if opening == "of" or not _noun_phrase(before):  # 32.7% stemmed from security issues
            return Frame("", "share", whole, _noun_phrase(_predicate(tokens, at, clause.end, verbs)))
    if (
        previous
        and clause.given
        and [t.low for t in tokens[clause.start : clause.start + 3]]
        and _says_again(tokens, clause)
    ):
        earlier = next((x.frame for x in said if x.kind == q.kind), None)
        if earlier:
            return earlier
    if verb is not None and previous and [t.low for t in tokens[verb : verb + 2]] == ["followed", "by"]:
        name = _noun_phrase(tokens[verb + 2 : at])  # followed by Spain at N
        inside = previous.frame.condition.startswith("in ")
        return replace(previous.frame, condition=f"in {name}") if inside else replace(previous.frame, subject=name)
    if verb is not None and verb and tokens[verb - 1].low == "there" and noun and q.kind == "count":
        return Frame(noun, condition=_scope(tokens[at + 1 : ceiling], verbs, at + 1))  # there were N kilns
    if verb is not None:
        base = clause.given or near
        if not base.subject:
            base = Frame(main or topic.subject)
        if opening == "of" and previous and clause.given:  # of which exports made up
            base = replace(clause.given, whole=previous.frame.subject)
        if previous and previous.kind == q.kind == "count" and previous.frame.condition.startswith("by ") and not noun:
            if verb == at - 1 and _participle(tokens[verb].low):  # approved N clinics, refused M
                thing = previous.frame.subject.rpartition(" ")[0] or previous.frame.subject
                return replace(previous.frame, subject=f"{thing} {_participle(tokens[verb].low)}")
        return _predicated(base, tokens[verb + 1 : at], tokens[verb].low, lead, noun, after, q, near, topic)
    local = _noun_phrase(before)
    if q.kind == "percent" and lead == "of" and noun and not local and at + 1 < clause.end and opening not in _CONTRAST:
        doing = _noun_phrase(_predicate(tokens, at, clause.end, verbs))
        if not near.subject or doing and at - clause.start <= 2:
            return Frame("", "share", noun, doing)
    if previous is None and opening in ("up", "down") and near.subject and not any(t.low == "from" for t in before):
        return _complete(replace(near, whole="", condition=""), "grow", lead, noun, after, q, topic)
    if previous is None:
        outside = opening in _ADJUNCT and main or near.subject
        if opening in ("from", "to", "at") and near.aspect and any(t.low in ("from", "to") for t in before):
            return Frame(near.subject)
        if local and (opening in _ADJUNCT or content(local) <= _ASPECTS):
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
        _complement(tokens, at),
    )


def _doer(frame: Frame) -> str:
    """Whose a frame is: of kilns added by Spain it is Spain."""
    return frame.condition.removeprefix("by ") if frame.condition.startswith("by ") else frame.subject


_NORMS = _words("average mean median norm level")  # noqa: SIM905


def _acts(after: Sequence[str]) -> bool:
    """Does what is counted do something (had changed, would buy), and not just equal something (is, was)?"""
    return after[0] not in _BE or (after[0] in _AUXILIARIES and len(after) > 1 and after[1] in _VERBS - _BE)


_AUXILIARIES = _words("had has have will would can could may might should")  # noqa: SIM905


def _participle(verb: str) -> str:
    """The participle of a verb of doing, "" for others."""
    known = _PARTICIPLES.get(verb, verb if verb.endswith("ed") else "")
    return known if verb not in _BE | _LEVEL | _CHANGE | _SHARE else ""


def _complement(tokens: Sequence[_Token], at: int) -> str:
    """What a number of them are, behind other numbers: of which N, or M%, was fresh food."""
    k = next((k for k in range(at + 1, len(tokens)) if tokens[k].kind == "word" and tokens[k].low != "or"), len(tokens))
    if k + 1 >= len(tokens) or k == at + 1 or tokens[k].low not in _BE:
        return ""
    stop = next((m for m in range(k + 1, len(tokens)) if tokens[m].kind != "word"), len(tokens))
    return _noun_phrase(tokens[k + 1 : stop])


def _says_again(tokens: Sequence[_Token], clause: _Clause) -> bool:
    """This figure, that number: what was counted before."""
    words = [t.low for t in tokens[clause.start : clause.verb] if t.kind == "word" and t.low not in _JOINERS]
    return (
        len(words) == 2
        and words[0] in _ANAPHORS
        and words[1] in ("figure", "number", "amount", "value", "total", "count")
    )


def _predicate(tokens: Sequence[_Token], at: int, end: int, verbs: frozenset[int]) -> list[_Token]:
    """The verb behind a number and five words more: (24% of piles) can serve a modern battery."""
    first = next((i for i in range(at, end) if i in verbs and tokens[i].low not in _BE), None)
    if first is None:
        return []
    stop = next((i for i in range(first, min(end, first + 6)) if tokens[i].kind != "word"), min(end, first + 6))
    return list(tokens[first:stop])


def _predicated(
    base: Frame, tail: Sequence[_Token], verb: str, lead: str, noun: str, after: Sequence[str], q: Quantity, near: Frame,
    topic: Frame,
) -> Frame:  # fmt: skip
    """A number behind a verb: what stands between them, else the verb itself, says which aspect."""
    preposition, body = _tail(tail)
    if preposition == "with":
        body = ""
    if preposition == "by" and body:
        noun = "reduction" if verb in _DOWN else "improvement" if verb.startswith("improv") else "increase"
        return Frame(base.subject, f"{body} {noun}")
    if body and preposition == "" and q.kind == "money" and verb in _PARTICIPLES and base.subject and not base.aspect:
        if any(t.low in ("worth", "for") for t in tail):  # makers sold lamps worth N
            return Frame(f"{body} {_PARTICIPLES[verb]}", condition=f"by {base.subject}")
    if (
        preposition in ("at", "of", "")
        and body
        and content(body) - _EMPTY
        and (q.kind == "percent" or preposition == "of" or not noun)
    ):
        aspect = " ".join(filter(None, (base.aspect, body)))
        return _complete(replace(base, aspect=aspect), "", lead, noun, after, q, topic, settled=True)
    moved = any(t.low in ("from", "to") for t in tail)
    if (
        is_place(base.subject) and not base.aspect and not body and not noun and verb not in _SHARE
    ):  # while Japan spent N
        spoken = near.subject if near.subject and near.subject != base.subject else topic.subject
        return _complete(
            replace(base, aspect=without_places(spoken)), "", lead, noun, after, q, topic, settled=q.kind != "percent"
        )
    if verb in _SHARE and near.subject and not base.whole and not content(near.subject) & content(base.subject):
        base = replace(base, whole=near.subject)
    done = _participle(verb)
    dimensioned = _dimensioned(Frame("-"), q).aspect
    direct = not any(t.low in _PREPOSITIONS - _NEARLY for t in tail)
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
    noun = noun or (q.counted_noun or "" if q.kind == "count" and lead == "" else "")
    named = content(noun) - content(base.phrase)
    if q.kind == "count" and named and lead in ("", "of") and direct and done and not base.aspect:
        return Frame(f"{noun} {done}", condition=f"by {base.subject}" if base.subject else "")
    costs = _NOMINAL.get(verb) == "cost" and lead == "in"
    if q.kind == "money" and verb in _NOMINAL and (costs or not (noun and lead in ("in", "as"))) and not base.aspect:
        return replace(base, aspect=_NOMINAL[verb], condition=f"in {noun}" if costs and noun else base.condition)
    turned = verb not in _SHARE and any(t.low in ("up", "down") for t in tail)
    if q.kind == "percent" and not moved and turned:  # is down N%
        return replace(base, aspect="decline" if any(t.low == "down" for t in tail) else "growth", whole="")
    return _complete(base, "" if moved else verb, lead, noun, after, q, topic)


def _tail(tokens: Sequence[_Token]) -> tuple[str, str]:
    """What stands between a verb and its number: its last preposition and the noun phrase before that."""
    kept = [t for t in tokens if t.kind == "word" and t.low not in _ADVERBS | _DEGREES]
    preposition = ""
    while kept and kept[-1].low in _PREPOSITIONS:
        preposition = preposition or kept[-1].low
        kept = kept[:-1]
    while kept and (kept[0].low in _FUNCTION or kept[0].low in _VERBS - _NOUNS_TOO):
        kept = kept[1:]
    return preposition, _noun_phrase(kept)


_NEARLY = frozenset("about around over near above below under".split())  # noqa: SIM905


def _further(
    before: Sequence[_Token], behind: Sequence[_Token], local: str, lead: str, noun: str, after: Sequence[str], opening: str,
    q: Quantity, said: Sequence[Said], near: Frame, follows: bool, rest: str,
) -> Frame:  # fmt: skip
    """A number without a verb of its own behind another: the same said again, of another subject, or an aspect of it."""
    previous = said[-1]
    last = previous.frame
    alike = (
        last
        if previous.kind == q.kind
        else Frame(last.subject or near.subject, last.aspect if last.aspect not in _DERIVED else "")
    )
    joined = next((k for k in reversed(range(len(before))) if before[k].low in ("and", "but")), 0) if follows else 0
    if joined:  # N of one and N of another: what stands before belongs to the number before
        before = before[joined:]
        local, opening = _noun_phrase(before), before[0].low
    words = content(local) - _EMPTY - {"equivalent", "equal"}
    words = set() if follows and words <= content(last.phrase) else words
    led = next((t.low for t in reversed(before) if t.low not in _ADVERBS | {"less", "more", "than", "estimated"}), "")
    if led == "to" and previous.kind == q.kind:
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
    if opening in ("ahead", "behind") and q.kind == previous.kind and [t.low for t in before[1:2]] == ["of"] and words:
        return replace(last, subject=_noun_phrase(before[2:]))  # ahead of Spain at N
    if opening == "of" and before[1:2] and before[1].low in _ANAPHORS:  # of which 3.4 million were public
        complement = _noun_phrase(behind) or rest
        return replace(
            alike, subject=f"{complement} {alike.subject}".strip(), aspect="share" if q.kind == "percent" else ""
        )
    rise = opening in ("up", "down") and not any(t.low == "from" for t in before)
    if rise or _compares(after):
        return _complete(replace(alike, whole="", condition=""), "grow", lead, noun, after, q, last)
    if q.kind == "percent" and lead == "of" and noun and (not words or opening in ("but", "and")):
        own = last.aspect if previous.kind == "money" and last.aspect in _NOMINAL.values() else ""
        return Frame(f"{_doer(last) or near.subject} {own}".strip(), "share", noun)
    sold = led in ("for", "at") and previous.kind == q.kind and not words & (_MEASURES | _ASPECTS)  # a seat for N
    if words and (before[0].low in ("a", "an") and not sold or words <= _ASPECTS) and opening not in _CONTRAST:
        kept = f"{last.aspect} {local}".strip() if q.kind == "percentage_point" else local
        return _complete(Frame(last.subject or near.subject, kept), "", lead, noun, after, q, last, settled=True)
    if follows and opening == "with" and words:
        return Frame(last.subject, local)
    if words & _NORMS and led == "of" and previous.kind == "multiple":  # three times the world average of N
        return Frame(last.subject, local)
    if lead == "in" and noun and not words and previous.kind == q.kind and " in " in last.phrase:
        whole, subject = last.whole.split(" in ")[0], last.subject.split(" in ")[0]
        return replace(last, subject=subject, whole=whole, condition=f"in {noun}")  # N in Spain, M in Italy
    if lead == "in" and noun and (opening in _CONTRAST or follows):
        if is_place(noun) and (subject := without_places(last.subject)) != last.subject:
            return replace(last, subject=f"{noun} {subject}")
        return replace(alike, condition=f"in {noun}")
    if words and opening not in _CONTRAST | {"to"}:
        conjunct = local.rsplit(" and ", 1)[-1] if follows else local
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
    if noun and lead == "" and q.kind == "count" and not content(noun) <= content(last.phrase):
        return Frame(noun, "", last.whole or last.subject)
    return alike


def _those(before: Sequence[_Token], last: Frame) -> str:
    """What "those in Italy" or "that of Italy" stands for behind yards in Spain: yards in Italy."""
    at = next((k for k, t in enumerate(before[:3]) if t.low in ("those", "that")), None)
    if at is None or at + 2 >= len(before) or before[at + 1].low not in _PREPOSITIONS:
        return ""
    head = re.split(r" (?=(?:of|in|for|from|at|on|with|by) )", _doer(last))[0]
    name = _noun_phrase(before[at + 2 :])
    return f"{without_places(head) if is_place(name) else head} {before[at + 1].low} {name}"


_DERIVED = frozenset("growth decline share change multiple increase lead premium discount".split()) | {""}  # noqa: SIM905


def _compares(after: Sequence[str]) -> bool:
    comparative = len(after) > 1 and after[0].endswith("er") and after[1] == "than"  # dearer than
    return bool(after) and (after[0] in _COMPARING or comparative)


_COMPARING = _words("more above below higher lower less up over ahead faster down larger smaller fewer cheaper")  # noqa: SIM905


def _complete(
    frame: Frame, verb: str, lead: str, noun: str, after: Sequence[str], q: Quantity, topic: Frame, settled: bool = False
) -> Frame:  # fmt: skip
    """The aspect that the kind of the number, its verb and what follows it give."""
    grows = "decline" if q.direction == "down" else "growth"
    if q.kind == "percent":
        if settled:
            return replace(frame, whole=noun) if lead == "of" and noun and "share" in frame.aspect else frame
        if verb in _NOMINAL and _compares(after) and not frame.aspect:
            return replace(frame, aspect=f"{_NOMINAL[verb]} {_excess(after, grows)}", whole="")  # cost N% more
        if verb in _CHANGE | {"grow"} or _compares(after):
            named = "" if frame.aspect in _DERIVED or grows in frame.aspect else frame.aspect
            return replace(frame, aspect=f"{named} {_excess(after, grows)}".strip(), whole="")
        if noun and not lead and content(noun) & _ASPECTS:
            return replace(frame, aspect=noun)
        if lead == "of" and noun:
            return Frame(frame.subject, "share", noun)
        if verb in _SHARE and not frame.aspect:
            whole = frame.whole or topic.whole
            return Frame(frame.subject, "share", "" if content(frame.subject) & content(whole) else whole)
        extra = noun if lead in ("", "as") else ""
        return replace(frame, aspect=" ".join(filter(None, (frame.aspect, extra))))
    if q.kind == "percentage_point":
        if "ahead" in after:
            return replace(frame, aspect="lead", whole="")
        if settled:
            return frame
        return replace(frame, aspect="change" if frame.aspect in _DERIVED else f"{frame.aspect} change")
    if q.kind == "multiple" and verb == "grow":
        return replace(frame, aspect="growth")
    if q.kind == "multiple":
        return replace(frame, aspect=f"{frame.aspect} multiple".strip() if frame.aspect not in _DERIVED else "multiple")
    if lead in ("of", "in", "as", "") and noun and not settled:
        known = content(frame.phrase)
        if not frame.subject:
            return replace(frame, subject=noun)
        if content(noun) <= known | {"people"} or (lead == "in" and is_place(noun)):
            return frame
        if q.kind == "count" and not frame.aspect and verb not in _BE | _LEVEL | {""}:
            return Frame(noun, "", frame.subject)
        if lead == "in" and not frame.condition:
            return replace(frame, condition=f"in {noun}")
        if verb not in _BE | _LEVEL or q.kind == "count" and len(content(frame.subject)) < 2:
            return replace(frame, aspect=" ".join(filter(None, (frame.aspect, noun))))
    if lead in ("for", "on", "per") and content(noun) - _ASPECTS and not frame.aspect:
        return replace(frame, condition=f"{lead} {noun}")
    return frame


def _excess(after: Sequence[str], grows: str) -> str:
    """More than last year is growth; more than elsewhere is a premium."""
    if not after or after[0] not in ("more", "higher", "less", "lower", "cheaper") or "than" not in after[:2]:
        return grows
    elsewhere = all(not re.search(r"\d|year|that", w) for w in after[2:])
    return ("premium" if after[0] in ("more", "higher") else "discount") if elsewhere else grows


def _respectively(tokens: Sequence[_Token], frames: list[Frame]) -> list[Frame]:
    """Each number to the item of its rank: A and B account for 34% and 15%, respectively."""
    end = next((i for i, t in enumerate(tokens) if t.low == "respectively"), None)
    if end is None:
        return _paired(tokens, frames)
    order = [i for i, t in enumerate(tokens) if t.kind == "number"]
    run: list[int] = []
    for i in reversed([i for i in order if i < end]):
        if run and any(t.kind == "word" and t.low not in _FUNCTION for t in tokens[i + 1 : run[0]]):
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


def _paired(tokens: Sequence[_Token], frames: list[Frame]) -> list[Frame]:
    """Two numbers to two names: Spain and Italy keep 4% and 3%."""
    order = [i for i, t in enumerate(tokens) if t.kind == "number"]
    for n, (i, j) in enumerate(zip(order, order[1:], strict=False)):
        names = frames[n].subject.split(" and ")
        alike = frames[n].subject == frames[n + 1].subject and len(names) == 2 and all(x[:1].isupper() for x in names)
        if alike and [t.low for t in tokens[i + 1 : j]] == ["and"]:
            pair = [replace(frames[n], subject=names[0]), replace(frames[n + 1], subject=names[1])]
            return [*frames[:n], *pair, *frames[n + 2 :]]
    return frames


def without(phrase: str, said: str) -> str:
    """A noun phrase less the words that are said already, "" where nothing that tells is left."""
    known = content(said)
    rest = _noun_phrase([_Token("word", w) for w in phrase.split() if stem(w) not in known])
    return rest if content(rest) - _IDLE else ""


def length(text: str) -> int:
    """The words of a text, those joined by hyphens counted each."""
    return len(re.findall(r"[A-Za-z]+", text))


def is_generic(phrase: str) -> bool:
    """Does a phrase name a measure or a place, but not of what (revenue growth, the market)?"""
    return not (content(without_places(phrase)) - _MEASURES - _ASPECTS - {"annual", "average", "total", "new", "size"})


def label(text: str) -> str:
    """The noun phrase of a label that stands beside a number."""
    tokens = _tokens(text, (), ())
    return _noun_phrase([t for t in tokens if not re.fullmatch(r"(?:19|20)\d\d", t.text)])


def title_subject(title: str) -> str:
    """What a title says its document is about: "Global Widget Market Outlook 2026" is about widgets."""
    words = re.split(r"[:,–—(]|\b(?:in|for|across|of the|by)\b", title, flags=re.IGNORECASE)[0]
    kept = [w for w in re.findall(r"[A-Za-z][\w’'&/-]*", words) if stem(w) not in _TITLE_WORDS]
    return without_places(" ".join(kept[:4]))


_TITLE_WORDS = _words(
    "white paper report outlook review survey edition yearbook handbook study market industry sector annual "
    "the a an state of and 's trend development analysi insight overview research"
)


_BARE_HEADINGS = _words(
    "executive summary key insight finding overview introduction glance highlight method content note thousand million "
    "billion percent chapter section part conclusion"
)


def is_nominal(heading: str) -> bool:
    """Is a heading a noun phrase, not a sentence?"""
    tokens = _tokens(heading, (), ())
    told = content(heading) - _EMPTY - _BARE_HEADINGS
    return (
        0 < len(told) <= (4 if "," in heading else 8)
        and parse_unit_note(heading) is None
        and len(tokens) <= 8
        and not any(t.low in _VERBS - _NOUNS_TOO for t in tokens)
    )

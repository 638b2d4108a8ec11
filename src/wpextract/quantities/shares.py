"""Fractions in words as shares of a hundred: a third of, two thirds, one in five, 三分之一, 半数.

An everyday fraction is approximate: it stands for what lies within a twentieth of itself ("a third" for 31.7 to 35%), and
has no decimals. Terms and halves of the calendar (three quarters in a row, the second half) and plain ordinals (a third
party) are no shares.
"""

from __future__ import annotations

from decimal import Decimal

from wpextract.quantities import lexicon
from wpextract.quantities import tokens as t
from wpextract.quantities.comparators import comparator_before
from wpextract.quantities.model import Comparator
from wpextract.quantities.numerals import ONE, Numeral, touching
from wpextract.quantities.scene import Scene, Term, text_at

_HUNDRED = Decimal(100)
# Words for a half, and the bound that is a part of them.
HAN_HALVES: dict[str, Comparator] = {
    "一半": "=", "半数": "=", "过半": ">", "过半数": ">", "超半": ">", "超半数": ">", "近半": "~", "近半数": "~",
}  # fmt: skip
# Before or behind a Chinese half: the other half, the half of a thing, and half a year, a month, a day.
_NO_HALF_BEHIND, _NO_HALF_BEFORE = tuple("年个天月日小时导成径价票"), ("另", "另外", "前", "后", "上", "下", "大")
_TIMED = frozenset(
    """
    first second third fourth last latter former next past previous other each every this that these those consecutive
    straight successive after within the better
    """.split()  # noqa: SIM905
)
_TREND = frozenset(["growth", "decline", "declines", "contraction", "expansion", "losses", "results", "data"])
_NO_PART = frozenset(["party", "parties", "ago", "earlier", "later", "running", "straight", "ahead", "past", "way"])
_WHOLES = frozenset(
    """
    of the its their his her our your these those all that what this were are is was had have has will would
    """.split()  # noqa: SIM905
)
_LEADS = frozenset(["by", "to", "at", "which", "is", "are", "was", "were", "only", "just", "up", "down"])
_COMPARED = frozenset(["of what", "of that", "of those", "that of", "those of"])


def share_of(s: Scene, first: Term, term: Term, floor: int) -> Term | None:
    """A term that is a fraction as a percentage, or as a multiple of what it is compared with (half of what it was).

    `first` is the lower end of a range that the term ends, else the term. None where the words are no share. Fractions in
    digits are left as they are unless they are "of" something.
    """
    following = text_at(s, term.after).lower()
    if term.kind not in ("count", "ratio") or term.added:
        return term
    if not term.numeral.spelled:
        return in_percent(term) if following == "of" and term.numeral.low < 1 else term
    if s.tokens[term.first].kind == t.HAN_NUMERAL:
        return in_percent(term)
    if not _is_share(s, first, term, following, floor):
        return None
    if following == "as" or " ".join(s.lows[term.after : term.after + 2]) in _COMPARED:
        return term._replace(kind="multiple", unit="x", measured=True, noun=None)
    return in_percent(term)


def in_percent(term: Term) -> Term:
    return term._replace(kind="percent", unit="%", factor=term.factor * _HUNDRED, measured=True, scaled=True, noun=None)


def _is_share(s: Scene, first: Term, term: Term, following: str, floor: int) -> bool:
    words, before = s.lows[term.numeral.first : term.numeral.after], text_at(s, first.first - 1).lower()
    if not 0 < term.numeral.low < 1 or following == "-" and touching(s.tokens, term.after):
        return False
    if following in _NO_PART or s.lows[term.after : term.after + 3] == ("in", "a", "row"):
        return False
    timed, article = words[-1] in ("quarter", "quarters"), words[0] in ("a", "an")
    if timed or words[-1] == "half":
        if before in _TIMED or before == "of" and timed or before == "and" and article:
            return False  # the second half, after three quarters of decline, a year and a half
    elif not article:
        return True  # two thirds, one tenth
    bound = comparator_before(s.tokens, s.lows, first.first, floor) is not None and not (timed and before == "over")
    if following == "of":
        behind = text_at(s, term.after + 1).lower()
        return not (behind in ("an", "one") or timed and (behind in _TREND or term.after + 1 in s.dated))
    if following in ("a", "an"):
        return False  # half a year
    if bound or first is not term or _compares(following):
        return True
    if words[-1] == "half" and following in _WHOLES:
        return True
    led = before in _LEADS or before in lexicon.CHANGE_WORDS or before == "for" and not timed
    return led and (following in lexicon.NOUN_STOPS or term.after >= s.size or s.tokens[term.after].kind != t.WORD)


def _compares(word: str) -> bool:
    """A third more, a fifth cheaper, a third below."""
    return word in ("more", "less", "below", "above", "again", "off", "as") or len(word) > 4 and word.endswith("er")


def half_in_chinese(s: Scene, i: int) -> tuple[Term, Comparator] | None:
    """半数, 一半, 过半: fifty percent, and how the word itself bounds it."""
    token = s.tokens[i]
    before = s.folded[max(0, token.start - 2) : token.start]
    if before.endswith(_NO_HALF_BEFORE) or s.folded.startswith(_NO_HALF_BEHIND, token.end):
        return None
    half = Decimal("0.5")
    numeral = Numeral(i, i + 1, half, half, -6, ONE, token.text, True, fraction=True)
    term = Term(i, i + 1, numeral, 1, "percent", "%", None, _HUNDRED, False, True, True)
    return term, HAN_HALVES[token.low]

"""What the words before and after a number say of it: comparators, direction of change, whether "from A to B" is a range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from wpextract.quantities import tokens as t
from wpextract.quantities.lexicon import (
    BETWEEN_COMPARATOR,
    CHANGE_WORDS,
    DOWN_WORDS,
    HAN_CHANGE,
    HAN_DOWN,
    HAN_UP,
    LEFT_COMPARATORS,
    MULTIPLE_VERBS,
    UP_WORDS,
)
from wpextract.quantities.model import Comparator
from wpextract.quantities.tokens import Token

_LONGEST = max(len(phrase.split()) for phrase in LEFT_COMPARATORS)
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in LEFT_COMPARATORS)
_MARKS = frozenset({"mark", "threshold", "level", "barrier", "milestone", "line"})
# "Add up to" gives a sum and "edge up to" a result, "up to" alone a bound.
_UPWARD = frozenset(
    """
    add adds added adding sum sums summing edge edges edged inch inched tick ticked creep crept climb climbs climbed move
    moves moved moving come comes came go goes went pick picked step stepped push pushed bring brings brought round rounded
    """.split()  # noqa: SIM905
)
_PASSED = frozenset("passed crossed broken surpassed exceeded cleared topped breached overtaken".split())  # noqa: SIM905
_BE = frozenset("be been being is are was were gets got".split())  # noqa: SIM905
_REACHES = frozenset(
    """
    go went gone come came get got rise rose risen climb climbed grow grew grown fall fell fallen drop dropped sink sank
    sunk slip slipped dip dipped
    """.split()  # noqa: SIM905
)
_HAVE = frozenset({"has", "have", "had", "having"})
_PASSES = ("exceed", "surpass", "pass", "top", "cross")
_ATTAINS = frozenset({"reach", "reached", "reaches", "attain", "attained", "attains"})
_NOBODY = frozenset({"no", "none", "nobody", "never", "neither", "nor"})
_NO_SUCH = frozenset(
    {"the", "sooner", "question", "surprise", "longer", "doubt", "matter", "more", "less", "fewer", "wonder", ")", "."}
)
_STOPS = frozenset({",", ";", ":", ".", "(", "but", "and", "or", "because", "which", "that", "with", "as"})
_OPENS = frozenset({",", ";", ":", ".", "(", "but", "and", "or", "that", "because", "which", "with"})
_CLAUSE = 12  # words within which a negated subject stands before its verb
_NOT_BEFORE_PAST = frozenset({"the", "these", "those", "this", "half", "quarter", "of"})


def comparator_before(tokens: Sequence[Token], lows: Sequence[str], first: int, floor: int) -> Comparator | None:
    """The comparator that ends right before token `first`: the longest phrase, over a few words that may stand between."""
    end = first
    for _ in range(4):
        if end <= floor:
            return None
        low = lows[end - 1]
        if low in _LAST_WORDS:
            found = _phrase(lows, end, floor)
            if found is not None:
                return _in_its_place(lows, *found, floor)
        if low == "the" and (lows[end] in _MARKS or _marked(lows, first)):
            end -= 1
            continue
        if low in _ATTAINS and _falls_short(lows, end - 1, floor):
            return "<"
        if low not in BETWEEN_COMPARATOR and low not in _MARKS:
            return None
        end -= 1
    return None


def _falls_short(lows: Sequence[str], verb: int, floor: int) -> bool:
    """Whether what is attained is not: none has yet reached, has not reached, has yet to reach."""
    behind = tuple(lows[max(floor, verb - 2) : verb])
    denied = behind[-1:] in (("not",), ("never",)) or behind in (("not", "yet"), ("yet", "to"), ("failed", "to"))
    return denied or _of_nothing(lows, verb)


def comparator_of_mark(lows: Sequence[str], first: int, after: int, floor: int) -> Comparator | None:
    """More than a mark that is passed behind it: "the mark of 5 million was crossed", "the 5 million line is broken"."""
    behind = lows[after : after + 7]
    is_mark = first - 2 >= floor and lows[first - 1] == "of" and lows[first - 2] in _MARKS
    if not is_mark and not (behind and behind[0] in _MARKS):
        return None
    for n, low in enumerate(behind):
        if low in _PASSED:
            said = behind[:n]
            return None if _BE.isdisjoint(said) or not {"not", "never", "yet"}.isdisjoint(said) else ">"
        if not low[:1].isalpha():
            break
    return None


def _phrase(lows: Sequence[str], end: int, floor: int) -> tuple[int, Comparator] | None:
    for length in range(min(_LONGEST, end - floor), 0, -1):
        comparator = LEFT_COMPARATORS.get(" ".join(lows[end - length : end]))
        if comparator is not None:
            return end - length, comparator
    return None


def _in_its_place(lows: Sequence[str], start: int, comparator: Comparator, floor: int) -> Comparator | None:
    """What a phrase means behind the words before it: no plant has passed, add up to, the past."""
    word, before = lows[start], lows[start - 1] if start else ""
    if word in ("approaching", "near") and comparator == "~":
        return comparator
    if word == "past" and before in _NOT_BEFORE_PAST:
        return None
    if word == "cleared" and _HAVE.isdisjoint(lows[max(floor, start - 3) : start]):
        return None  # has cleared a mark; cleared a profit
    if word == "up" and before in _UPWARD:
        return "="
    if word.startswith(_PASSES):
        behind = lows[max(floor, start - 4) : start]
        if not _NOBODY.isdisjoint(behind) or tuple(behind[-2:]) == ("yet", "to") or _of_nothing(lows, start):
            return "<="
    return _negated(lows, start, floor, comparator)


def _negated(lows: Sequence[str], start: int, floor: int, comparator: Comparator) -> Comparator:
    """Not above and not go beyond are at most, as is no lane above; 未 and 不 are parts of their own phrases."""
    at = start - 2 if lows[start - 1] in _REACHES else start - 1
    negated = at >= floor and lows[at] in ("not", "never")
    if comparator in (">", "<") and (negated or _of_nothing(lows, start)):
        return "<=" if comparator == ">" else ">="
    return comparator


def _of_nothing(lows: Sequence[str], start: int) -> bool:
    """Whether the clause before has no subject to speak of: "no lane of Table 2 now takes more than"."""
    for n in range(start - 1, max(-1, start - _CLAUSE), -1):
        if lows[n] in _STOPS:
            return False
        if lows[n] in ("no", "none") or (n and tuple(lows[n - 1 : n + 1]) == ("not", "one")):
            first = n - (lows[n] == "one")
            if first and lows[first - 1] in ("in", "at", "on"):  # "In none of the seven did sales exceed"
                first -= 1
            opens = first == 0 or lows[first - 1] in _OPENS
            return opens and lows[n + 1] not in _NO_SUCH and not lows[n + 1][:1].isdecimal()
    return False


def _marked(lows: Sequence[str], first: int) -> bool:
    """Surpassed the 700 billion mark."""
    return any(low in _MARKS for low in lows[first + 1 : first + 7])


_SKIPPED_LEFT = frozenset(
    """
    by of about nearly almost approximately around over more than at least up to_ some roughly an a only just
    exceeding further additional another total compound annual average rate ~ + as much sharply slightly
    significantly steadily 了 约 近 超 超过 达 达到 为 逾 将近 大约 幅度 不到 不足 仅 至少 接近 突破 累计 又 再 可
    会 约为 高达 : 超出 大幅 平均
    """.split()  # noqa: SIM905
)
_RIGHT_SKIPPED = frozenset(
    {
        "year",
        "-",
        "on",
        "yoy",
        "y",
        "annual",
        "annually",
        "qoq",
        "quarter",
        "month",
        "per",
        "annum",
        "cumulative",
        "net",
        "overall",
    }
)
_RIGHT_UP = frozenset(
    {
        "increase",
        "growth",
        "rise",
        "gain",
        "jump",
        "surge",
        "more",
        "higher",
        "above",
        "uplift",
        "improvement",
        "expansion",
        "ahead",
    }
)
_RIGHT_DOWN = frozenset(
    {
        "decrease",
        "decline",
        "drop",
        "fall",
        "reduction",
        "less",
        "lower",
        "fewer",
        "below",
        "cut",
        "loss",
        "contraction",
        "behind",
    }
)


def direction_of(
    tokens: Sequence[Token], lows: Sequence[str], first: int, after: int, kind: str
) -> Literal["up", "down"] | None:
    """Up or down where the number is the amount of a change ("fell 7.1%", "a 15% decline"), not its result ("fell to 7")."""
    j = first - 1
    for _ in range(7):
        if j < 0:
            break
        low = lows[j]
        if tokens[j].kind in (t.HAN, t.HAN_OTHER):
            if low in HAN_DOWN:
                return "down"
            if low in HAN_UP:
                return "up"
            if tokens[j].kind == t.HAN_OTHER or low not in _SKIPPED_LEFT:
                break
        elif (low in DOWN_WORDS and low not in ("less", "below", "lower", "fewer")) or _given_up(lows, j):
            return "down"
        elif low in UP_WORDS and low not in ("more", "above", "higher", "up") or (low == "up" and not _up_to(lows, j)):
            return "up"
        elif low not in _SKIPPED_LEFT:
            break
        j -= 1
    if kind in ("percent", "percentage_point", "multiple", "money", "count"):
        for k in range(after, min(after + 5, len(lows))):
            low = lows[k]
            if low in _RIGHT_UP and (low != "more" or kind != "count"):
                return "up"
            if low in _RIGHT_DOWN:
                return "down"
            if low not in _RIGHT_SKIPPED:
                break
    return None


_GIVES = frozenset("give gives gave given giving".split())  # noqa: SIM905


def _given_up(lows: Sequence[str], j: int) -> bool:
    return lows[j] == "up" and j > 0 and lows[j - 1] in _GIVES


_PHRASAL = frozenset("make makes made making take takes took taken taking".split())  # noqa: SIM905


def _up_to(lows: Sequence[str], j: int) -> bool:
    """Is up no direction: up to 5, up from 5, make up 5?"""
    if j and lows[j - 1] in _PHRASAL:
        return True
    return j + 1 < len(lows) and lows[j + 1] in ("to", "from")


_SPREAD = frozenset(
    """
    ranged varied spanned stretched extended scattered priced rated charged offered distributed quoted fluctuated differed
    averaged expected estimated projected needed required located graded sized dated listed asked
    """.split()  # noqa: SIM905
)


def _was_changed(lows: Sequence[str], start: int, at: int) -> bool:
    """Does a verb of the past stand right before "from", none of those that spread: is enlarged from A to B?"""
    at -= at >= start and lows[at].endswith("ly")
    return at >= start and len(lows[at]) > 4 and lows[at].endswith("ed") and lows[at] not in _SPREAD


def reads_as_change(tokens: Sequence[Token], lows: Sequence[str], first: int, floor: int, measured: bool) -> bool:
    """Is "A to B" behind a verb of change (rose from A to B), so that A and B are two facts?"""
    before = lows[first - 1] if first else ""
    if before in ("from", "由", "从", "自"):
        start = max(floor, first - 8)
        if first > 1 and lows[first - 2] in (",", "，"):  # jumped 59%, from A to B; has tripled since 2019, from A to B
            ends = [k for k in range(max(0, first - 14), first - 1) if lows[k] in (".", ";", "。", "；")]
            start = max(0, first - 14, *(k + 1 for k in ends))
        return (
            any(low in CHANGE_WORDS or low in MULTIPLE_VERBS for low in lows[start : first - 1])
            or any(low in HAN_CHANGE for low in lows[start : first - 1])
            or _was_changed(lows, start, first - 2)
            or lows[first - 2] in MULTIPLE_VERBS  # which is a number itself, and so before the floor
        )
    if before == "between" or before == "by":
        return False
    return measured and before in CHANGE_WORDS

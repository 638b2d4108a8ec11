"""Ranges whose dash is lost: "100200" for 100–200, "20192024" for 2019–2024, "6.26.6" for 6.2–6.6.

Gives the plausible split of a run of digits; whether it is a range needs evidence that only the document has.
"""

from __future__ import annotations

import re
from decimal import Decimal

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?")
_ALLOWED = re.compile(r"[\d.,%]{2,24}")
# The ends of a printed range are of like size: the upper seldom more than this many times the lower.
_MAX_RATIO = 10


def lost_dash(digits: str) -> tuple[Decimal, Decimal] | None:
    """The likeliest two rising ends of like size that a run of digits hides, or None.

    Ends have as many decimals as each other and no leading zero; of several splits, the one with ends of like length
    and the rounder numbers wins ("812" -> 8–12, "1040" -> 10–40, "7075" -> 70–75).
    """
    if not _ALLOWED.fullmatch(digits):
        return None
    plain = digits.replace("%", "")
    candidates: list[tuple[tuple[int, int, int], Decimal, Decimal]] = []
    for cut in range(1, len(plain)):
        left, right = plain[:cut], plain[cut:]
        ends = _end(left), _end(right)
        if ends[0] is None or ends[1] is None:
            continue
        low, high = ends
        assert low is not None and high is not None
        if not low < high <= low * _MAX_RATIO or _decimals(left) != _decimals(right):
            continue
        if ("," in plain) and not (_comma_needed(left) and _comma_needed(right)):
            continue
        roundness = sum(not _last_digit_round(side) for side in (left, right))
        candidates.append(((abs(len(left) - len(right)), roundness, cut), low, high))
    if not candidates:
        return None
    _, low, high = min(candidates)
    return low, high


def _end(text: str) -> Decimal | None:
    if not (_GROUPED.fullmatch(text) or re.fullmatch(r"\d+(?:\.\d+)?", text)):
        return None
    if len(text) > 1 and text[0] == "0" and not text.startswith("0."):
        return None
    value = Decimal(text.replace(",", ""))
    return value if value > 0 else None


def _comma_needed(text: str) -> bool:
    return "," in text or len(text) <= 3


def _decimals(text: str) -> int:
    return len(text) - text.find(".") - 1 if "." in text else 0


def _last_digit_round(text: str) -> bool:
    return text[-1] in "05"

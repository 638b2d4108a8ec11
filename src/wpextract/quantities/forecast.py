"""Cues that tell a forecast from an actual: projected to, expected to, will, 预计, 有望, 将."""

from __future__ import annotations

import re

from wpextract.quantities.folding import fold
from wpextract.quantities.lexicon import FORECAST_PHRASES, FORECAST_WORDS, HAN_FORECAST

_LATIN = re.compile(
    r"(?i)(?<![a-z])(?:"
    + "|".join(sorted((*FORECAST_WORDS, *FORECAST_PHRASES), key=len, reverse=True)).replace(" ", r"\s+")
    + r")(?![a-z])"
)
# 将 alone is "will" before a verb of change or at the end of a subject, but also "take": the lexicon lists the verbs.
_HAN = re.compile(
    "|".join(sorted((w for w in HAN_FORECAST if w not in ("将", "若", "目标", "未来")), key=len, reverse=True))
    + "|未来|(?<![即行])将(?=[^军领士近]{0,6}(?:至|到|达|为|超|增|降|升|突破|成为))"
)
# "projects" and "targets" are as often nouns, "may" a month.
_NOT_A_CUE = frozenset({"projects", "project", "May", "targets", "aims", "target", "targeted"})


def forecast_cues(text: str) -> list[tuple[int, int]]:
    """Where the text says that something is expected rather than observed, as character spans in order."""
    folded = fold(text)
    spans = [m.span() for m in _LATIN.finditer(folded) if m.group() not in _NOT_A_CUE]
    spans += [m.span() for m in _HAN.finditer(folded)]
    return sorted(spans)


def is_forecast_context(text: str) -> bool:
    """Does a clause speak of the future (projected to, expected to, will, 预计, 有望, 2030E)?"""
    return bool(forecast_cues(text)) or _MARKED_YEAR.search(fold(text)) is not None


_MARKED_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d[EF](?![A-Za-z])")

"""Units as charts print them: alone, behind a name ("Revenue, USD billion"), or two in one note for two axes."""

from __future__ import annotations

import re

from wpextract.quantities import parse_unit_note

_PARTS = re.compile(r"\s*[;；|]\s*|\s*、\s*|\s+/\s+|[,，]\s*(?=[%％]|(?:right|rhs|secondary|右)\b)", re.IGNORECASE)
_OPENING = re.compile(r"^\s*[(（]?\s*(?:units?|单位|單位)\s*[:：]?\s*", re.IGNORECASE)
_LEFT = re.compile(
    r"[(（]?\s*(?:\b(?:on the )?(?:left|primary)(?:[- ]hand)?(?: (?:axis|scale|side))?\b|\bLHS\b|左轴|左軸|主坐标轴|主轴|左"
    r"|(?<=[(（])(?:bars?|columns?|areas?|柱[状狀形]?[图圖]?)(?=[)）]))\s*[)）]?\s*[:：]?",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"[(（]?\s*(?:\b(?:on the )?(?:right|secondary)(?:[- ]hand)?(?: (?:axis|scale|side))?\b|\bRHS\b|右轴|右軸|次坐标轴|次轴|右"
    r"|(?<=[(（])(?:lines?|折?[线線][图圖]?)(?=[)）]))\s*[)）]?\s*[:：]?",
    re.IGNORECASE,
)
# of two parts one is of the left and one of the right side, or one tells its side and leaves the other
_TOLD = ([(False, True), (True, False)], [(False, False), (False, True)], [(False, False), (True, False)])
_JOINT = re.compile(r"\s*[,，;；]\s*(?:and\s+)?(?!\d)|\s+and\s+|[和及]", re.IGNORECASE)
_BRACKETED = re.compile(r"[(（]([^()（）]{1,40})[)）]")
_LONGEST = 48


def unit_in(text: str) -> str | None:
    """The part of a short text that names a unit, as printed: the whole, a bracket, or what follows a name."""
    stripped = text.strip()
    whole = _BRACKETED.fullmatch(stripped)
    if whole:
        return unit_in(whole.group(1))
    tries = [stripped] if len(stripped) <= _LONGEST else []
    tries.append(re.split(r"[,，](?!\d)|[;；]", stripped, maxsplit=1)[0])
    tries += [m.group(1) for m in _BRACKETED.finditer(stripped)]
    for mark in (r"\bin\s+", r"[,，/](?!\d)\s*", r"[:：]\s*"):
        found = list(re.finditer(mark, stripped))
        if found:
            tries.append(stripped[found[-1].end() :])
    return next((t for t in tries if t and len(t) <= _LONGEST and parse_unit_note(t) is not None), None)


def units_of_axes(note: str) -> tuple[str | None, str | None]:
    """The units of the primary and the secondary axis that one note names; none where it names one for the chart."""
    body = _body(note)
    parts = [p for p in _PARTS.split(body) if p]
    return _sorted(*parts) if len(parts) == 2 else units_of_sides(note)


def units_of_sides(note: str) -> tuple[str | None, str | None]:
    """The units of two axes that a note tells apart by side or mark: "RMB billion (left), plants (right)"."""
    body = _body(note)
    for joint in _JOINT.finditer(body):
        first, second = body[: joint.start()], body[joint.end() :]
        sides = [(bool(_LEFT.search(part)), bool(_RIGHT.search(part))) for part in (first, second)]
        if sorted(sides) in _TOLD:
            return _sorted(first, second)
    return None, None


def _body(note: str) -> str:
    """A note without its brackets and its "Unit:"."""
    whole = _BRACKETED.fullmatch(note.strip())
    return _OPENING.sub("", whole.group(1) if whole else note.strip())


def _sorted(first: str, second: str) -> tuple[str | None, str | None]:
    """The units of two parts, the primary axis's first."""
    if _RIGHT.search(first) and not _RIGHT.search(second):
        first, second = second, first
    left, right = (pattern.sub("", part).strip(" ,，:：") for pattern, part in ((_LEFT, first), (_RIGHT, second)))
    return unit_in(left) or left, unit_in(right) or right

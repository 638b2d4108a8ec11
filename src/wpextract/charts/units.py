"""Units as charts print them: alone, behind a name ("Revenue, USD billion"), or two in one note for two axes."""

from __future__ import annotations

import re

from wpextract.quantities import parse_unit_note

_PARTS = re.compile(
    r"\s*[;；|]\s*|\s*、\s*|\s+/\s+|[,，]\s*(?=[%％]|(?:right|rhs|secondary|右|growth)\b|增[速长])", re.IGNORECASE
)
_OPENING = re.compile(r"^\s*[(（]?\s*(?:units?(?![a-z])|单位|單位)\s*[:：]?\s*", re.IGNORECASE)
UNIT_KEY = re.compile(r"(?:计量)?单位\s*[:：]?|units?\s*[:：]?", re.IGNORECASE)  # in a row with the unit itself
_LEFT = re.compile(
    r"[(（]?\s*(?:\b(?:on the )?(?:left|primary)(?:[- ]hand)?(?: (?:axis|scale|side))?\b|\bLHS\b|左轴|左軸|主坐标轴|主轴|左"
    r"|(?<=[(（])(?:bars?|columns?|areas?|柱[状狀形]?[图圖]?)(?=[)）])|\bfor the (?:bars?|columns?|areas?)\b"
    r"|^\s*(?:bars?|columns?)(?=[\s:：])|^\s*柱[状狀形]?[图圖]?(?=[\s\w%]))\s*[)）]?\s*[:：]?",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"[(（]?\s*(?:\b(?:on the )?(?:right|secondary)(?:[- ]hand)?(?: (?:axis|scale|side))?\b|\bRHS\b|右轴|右軸|次坐标轴|次轴|右"
    r"|(?<=[(（])(?:lines?|折?[线線][图圖]?)(?=[)）])|\bfor the lines?\b"
    r"|^\s*lines?(?=[\s:：])|^\s*折?[线線][图圖]?(?=[\s\w%]))\s*[)）]?\s*[:：]?",
    re.IGNORECASE,
)
_MARK_AND_SIDE = re.compile(  # "(bars, left)" tells as much as "(left)"
    r"([(（])\s*(?:bars?|columns?|areas?|lines?|柱[状狀形]?[图圖]?|折?[线線][图圖]?)\s*[,，]\s*"
    r"((?:left|right|lhs|rhs|左|右)[^,，()（）]{0,12})[)）]",
    re.IGNORECASE,
)
# of two parts one is of the left and one of the right side, or one tells its side and leaves the other
_TOLD = ([(False, True), (True, False)], [(False, False), (False, True)], [(False, False), (True, False)])
_JOINT = re.compile(r"\s*[,，;；]\s*(?:and\s+)?(?:in\s+)?(?!\d)|\s+and\s+(?:in\s+)?|[和及]", re.IGNORECASE)
_BRACKETED = re.compile(r"[(（[【]([^][()（）【】]{1,60})[])）】]")
_MEASURES = re.compile(r"((?:\w+ )?\w+) of [a-z]", re.IGNORECASE)
_LONGEST = 48
_SHORT = 24  # characters of a unit in a tag
_SENTENCES = re.compile(r"(?<!\d)[.。;；]\s*|[.。;；]\s+|\s{2,}|\s*[|]\s*")
_NOTE = re.compile(r"^\s*(?:notes?|注释?|备注|说明)\s*\d*\s*[:：.]\s*", re.IGNORECASE)
_IN = re.compile(
    r"(?:(?:all |data |the )?(?:figures|values|amounts|data|numbers|prices)?\s*(?:are |is |shown |given |stated |expressed )*in"
    r"|units?\s*[:：]|(?:数值|金额|数据)?单位(?:[:：为])?)\s*"
    r"(.+?)(?:,? unless (?:otherwise )?(?:stated|noted|indicated|specified)(?: otherwise)?|[，,]?除非另有说明)?",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*(?:[,;|](?!\d)|[，；、｜])\s*|\s+[–—/-]\s+|\s*[:：]\s+")


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
        tries += [stripped[m.end() :] for m in re.finditer(mark, stripped)]
    return next((t for t in tries if t and len(t) <= _LONGEST and parse_unit_note(t) is not None), None)


def is_unit_of_side(text: str) -> bool:
    """Whether a short text is a unit, alone or with the side or the marks that it is of: "RMB bn", "bars %", "线 %"."""
    bare = _sideless(text)
    return len(text) <= _SHORT and parse_unit_note(bare) is not None and not any(c.isdecimal() for c in bare)


def is_of_right_side(text: str) -> bool:
    """Whether a unit is said to be that of the right axis and of no other: "右轴：起"."""
    return bool(_RIGHT.search(text)) and not _LEFT.search(text) and not any(units_of_axes(text))


def without_unit(text: str) -> str:
    """What a short text names besides its unit and its side: the "Revenue" of "Revenue / USD billion (left)"."""
    bare = _sideless(text)
    unit = unit_in(bare)
    return (bare[: bare.rfind(unit)] if unit else bare).strip(" /,，:：;；(（[【|｜-–—")


def unit_of_title(title: str) -> str | None:
    """The unit that a title names between commas or at its end: "Sales by region, RMB billion, 2019-24"; both axes' too."""
    bracket = next((m for m in _BRACKETED.finditer(title) if not title[m.end() :].strip()), None)
    if (
        bracket
        and not _is_scale(bracket.group(1))
        and (unit_in(bracket.group(1)) or any(units_of_axes(bracket.group(1))))
    ):
        return bracket.group(0)
    starts = [m.end() for m in _COMMA.finditer(title)]
    for at in reversed(starts):
        if len(title) - at <= 2 * _LONGEST and any(units_of_sides(title[at:])):
            return title[at:].strip()
    parts = (part.strip() for part in reversed(_COMMA.split(title)[1:]))
    tries = (t.strip() for part in parts for t in (part, re.split("[(（]", part)[0]))  # "EUR million (2015 prices)"
    return next((t for t in tries if t and len(t) <= _LONGEST and parse_unit_note(t) is not None), None)


def unit_of_subtitle(text: str) -> str | None:
    """The unit that a subtitle tells first, at its end, or for each of two axes.

    "In EUR million, at current prices", "Output of kilns in 2024, in tonnes", "Sales in EUR bn; growth in %".
    """
    stripped = text.strip().rstrip(".")
    opening = re.match(r"in\s+([^,;.，；。]{1,48})(?:[,;.，；。]\s|$)", stripped, re.IGNORECASE)
    if opening:
        return opening.group(1).strip() if parse_unit_note(opening.group(1)) is not None else None
    if any(units_of_sides(stripped)):
        return stripped
    measure = _MEASURES.match(stripped) if len(stripped) <= _LONGEST else None
    if measure and parse_unit_note(measure[1]) is not None and parse_unit_note(stripped) is not None:
        return stripped  # "Kilotonnes of cable and copper scrap"
    first = re.split(r"[,，](?!\d)", stripped, maxsplit=1)[0]
    if first != stripped and len(first) <= _SHORT and parse_unit_note(first) is not None:
        return first  # "EUR million, orders taken in the year"
    told = [_told_in(part) for part in re.split(r"[;；]\s*", stripped)]
    return "; ".join(unit for unit in told if unit) if len(told) <= 2 and all(told) else None


def _told_in(part: str) -> str | None:
    """What a part of a subtitle says that its subject is in: "Sales in EUR bn", "plants: number"."""
    tail = re.search(r"(?:\bin|[:：])\s+((?:(?!\bin\s|[:：]).)+)$", part.strip(), re.IGNORECASE)
    unit = tail.group(1).strip() if tail else None
    counts = unit is not None and re.match(r"number\b", unit, re.IGNORECASE)
    return unit if unit and (counts or parse_unit_note(unit) is not None) else None


def unit_of_name(name: str) -> str | None:
    """The unit that ends a series' name: "Revenue (RMB bn, left)", "Growth, %"."""
    tail = _BRACKETED.search(name)
    if tail and not name[tail.end() :].strip():
        bare = _sideless(tail.group(1))
        if parse_unit_note(bare) is not None:
            return bare
    tried = (_sideless(part) for part in _COMMA.split(name)[1:])
    return next((part for part in tried if part and parse_unit_note(part) is not None), None)


def unit_of_note(note: str) -> str | None:
    """The unit that a note at a chart's or table's foot tells: "Note: In RMB million unless stated otherwise. Source: ...".

    A note may open with its unit: "Thousand tonnes, end of year. Source: ...".
    """
    first, *rest = _SENTENCES.split(note)
    for part in (first, *rest):
        told = _IN.fullmatch(_NOTE.sub("", part).strip())
        if told and len(told.group(1)) <= 2 * _LONGEST:
            unit = told.group(1)
            if parse_unit_note(unit) is not None or any(units_of_sides(unit)):
                return unit
    opening = re.split(r"[,，]", first)[0].strip()
    return opening if rest and parse_unit_note(opening) is not None else None


def units_of_axes(note: str) -> tuple[str | None, str | None]:
    """The units of the primary and the secondary axis that one note names; none where it names one for the chart."""
    body = _body(note)
    parts = [p for p in _PARTS.split(body) if p]
    return _sorted(*parts) if len(parts) == 2 else units_of_sides(note)


def units_of_sides(note: str) -> tuple[str | None, str | None]:
    """The units of two axes that a note tells apart by side or mark: "RMB billion (left), plants (right)"."""
    body = _body(note)
    told: list[tuple[str | None, str | None]] = []
    for joint in _JOINT.finditer(body):
        first, second = body[: joint.start()], body[joint.end() :]
        sides = [(bool(_LEFT.search(part)), bool(_RIGHT.search(part))) for part in (first, second)]
        if sorted(sides) in _TOLD:
            told.append(_sorted(first, second))
    both = (pair for pair in told if all(part and parse_unit_note(part) for part in pair))
    return next(both, told[0] if told else (None, None))


def _is_scale(text: str) -> bool:
    """Whether a text is a scale and nothing that is counted: "million"."""
    note = parse_unit_note(text)
    return note is not None and note.kind == "count" and not note.counted_noun and note.scale != 1


def _sideless(unit: str) -> str:
    return _RIGHT.sub("", _LEFT.sub("", unit)).strip(" ,，:：;；")


def _body(note: str) -> str:
    """A note without its brackets and its "Unit:"."""
    whole = _BRACKETED.fullmatch(note.strip())
    return _MARK_AND_SIDE.sub(r"\1\2)", _OPENING.sub("", whole.group(1) if whole else note.strip()))


def _sorted(first: str, second: str) -> tuple[str | None, str | None]:
    """The units of two parts, the primary axis's first."""
    if _RIGHT.search(first) and not _RIGHT.search(second):
        first, second = second, first
    left, right = (pattern.sub("", part).strip(" ,，:：") for pattern, part in ((_LEFT, first), (_RIGHT, second)))
    return unit_in(left) or left, unit_in(right) or right

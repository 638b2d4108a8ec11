"""What the headings of a table cell say of its unit, against the unit that is stated for the whole table.

A table's unit reaches only the columns and rows that do not say another one: "(RMB million)" over a table is not the
unit of its growth rates, ranks and prices per piece. Works on texts; where headings stand is the caller's matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from wpextract.quantities.folding import fold
from wpextract.quantities.lexicon import HAN_CLASSIFIERS
from wpextract.quantities.model import UnitNote
from wpextract.quantities.notes import note_in_label, parse_unit_note
from wpextract.quantities.numerals import ONE

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_PERIODS = re.compile(r"(?i)\b(?:fy|h[12]|q[1-4]|[12]h|[1-4]q)?\s*(?:19|20)?\d\d[aef]?\b|(?:19|20)\d\d\s*年?|年")
_OF = re.compile(r"(?i)\s(?:of|in|by|for|on|from|to|at|over|vs\.?|versus|among|within)\s|[,:;(\[（|]")
# A heading that ends in one of these is a share or a rate, whatever the table counts.
_PERCENT = re.compile(
    r"(?i)(?:%|\b(?:percent(?:age)?|pct|share|growth|margin|cagr|proportion|penetration|yoy|y/y|y-o-y|qoq|yield"
    r"|utili[sz]ation|occupancy|year[- ]on[- ]year|(?<!exchange )(?<!\$ )rate)"
    r"|占比|比重|比例|份额|同比|环比|增速|增幅|增长|涨幅|跌幅|(?<![功频倍汇速]|辨)率|复合增长)\s*$"
)
_RATE_ANYWHERE = re.compile(r"(?i)\bcagr\b|\byoy\b|\by/y\b|year[- ]on[- ]year|复合(?:年均)?增|同比增[速长幅]")
_PER = re.compile(r"(?i)\bper\s+(?!cent\b)\w|每(?!股份)|人均|户均|单均|车桩比|\bunit cost\b")
_PRICE = re.compile(r"(?i)\bprices?\b|单价|均价|价格")  # of one piece, unless a clause of the caption speaks of prices
_RATIO = re.compile(r"(?i)\bratio\b|\b(?:multiple|times)\s*$|\bx\s*$|\w\s+/\s+\w|倍数?\s*$|[一-鿿]比\s*$")
_ORDINAL = re.compile(
    r"(?i)^\s*(?:rank(?:ing)?|no\.?|#|year|founded|established|序号|排名|名次|年份|成立(?:时间|年份))\s*$"
)
_COUNTS = re.compile(r"(?i)\s*(?:number|no\.|count)\s+of\b")
_COUNTED = re.compile(
    r"(?i)\b(?:employees|headcount|customers|users|stores|outlets|sites|companies)\s*$"
    r"|(?:数量|家数|个数|人数|台数|户数|员工数|门店数|数目)\s*$"
)
_RATE = re.compile(r"(?i)\s*per\b")  # "Per 10,000 people" names no thousands
_LAST_COLUMN = re.compile(r"(?i)last\s+column|[末最]后?一?列")
_CODE = re.compile(r"[A-Z]{3}")
_OF_WHICH = re.compile(r"(?i)\s*(?:of|in) which\b|\s*其中")
# headings of columns that are in money where a caption gives a unit of money beside one of things
_MONEY = frozenset(
    {"value", "revenue", "sale", "turnover", "spending", "cost", "profit", "investment", "销售额", "金额", "产值"}
)
_PER_ONE = "/"  # among the words of a clause that speaks of amounts per piece
_PERCENT_NOTE = UnitNote("%", "percent", "%", None, Decimal(1))


@dataclass(frozen=True, slots=True)
class TableUnits:
    """The units that a table's caption states: `named` for the headings that use one of some words, else `general`."""

    general: UnitNote | None
    named: tuple[tuple[frozenset[str], UnitNote], ...] = ()
    last_column: UnitNote | None = None
    of_columns: frozenset[frozenset[str]] = frozenset()  # words of clauses that column headings use: no row is meant
    parts: UnitNote | None = None  # for "of which ..." headings, which go on with what stands before them
    per_piece: bool = False  # the general unit is that of amounts per piece, for no other column has it


def table_units(caption: str | None, headings: Sequence[str] = (), columns: Sequence[str] = ()) -> TableUnits:
    """The clauses of a unit caption: "units in million, revenue in USD billion; last column in %".

    A clause without a subject is general. So is a lone one whose subject none of the table's `headings` names, for
    then it speaks of them all. `columns` are the headings among them that stand over columns.
    """
    stated = _clauses_of(caption, headings)
    known = [(fold(head), _stems(fold(head))) for head in columns]
    used = (words for words, _ in stated.named if any(_mentions(head, stems, words) for head, stems in known))
    return replace(stated, of_columns=frozenset(used))


_UNLESS = re.compile(r"\s*\([^()]*(?:除外|另注|另有|unless)[^()]*\)")  # "亿元(另注除外)"
_APART = re.compile(r"\s*\(([^()]*?(?:为|\bin\s)[^()]*)\)\s*$")  # "万吨(企业数为家)"
_AND = re.compile(r"(?i)\band\b|[和及与]")


def _clauses_of(caption: str | None, headings: Sequence[str]) -> TableUnits:
    text = _APART.sub(r"; \1", _UNLESS.sub("", fold(caption or "")).strip()).strip("()")
    clauses = [c for c in re.split(r"[;,，；]\s+|[;；]", text) if c.strip()]
    last: UnitNote | None = None
    named: list[tuple[frozenset[str], UnitNote]] = []
    bare: list[UnitNote] = []
    for clause in clauses:
        subject, unit = _subject_of(clause)
        note = parse_unit_note(unit) or _scaled_things(unit) or _number(unit)
        if note is None:
            continue
        if _LAST_COLUMN.search(subject):
            last = note
        elif subject and not _AND.search(subject):
            named.append((_stems(subject) | ({_PER_ONE} if _PER.search(subject) else frozenset()), note))
        elif subject and (bare or named) and note.kind == "percent":  # "In EUR million; change and share in %"
            named += [(_stems(part), note) for part in _AND.split(subject) if part.strip()]
        elif parts := _each_named(subject, headings):
            named += [(words, note) for words in parts]
        else:
            bare.append(note)
    general, apart = _money_and_things(bare, headings)
    named += apart
    if general is None and len(named) > 1:  # "Revenue by town in EUR million; growth in %": of all but what is named
        heads = [(fold(h), _stems(fold(h))) for h in headings]
        rest = [(w, n) for w, n in named if n.kind != "percent" and not any(_mentions(*h, w) for h in heads)]
        if len(rest) == 1:
            general = rest[0][1]
            named.remove(rest[0])
    if general is None and len(named) <= 1:
        known = [_stems(fold(h)) for h in headings]
        whole = parse_unit_note(caption or "")
        lone = whole if whole is not None and (whole.currency or not named) else named[0][1] if named else None
        if named and any(_mentions(h, words, named[0][0]) for h, words in zip(headings, known, strict=True)):
            return TableUnits(None, tuple(named), last, parts=lone)
        return TableUnits(lone, (), last, parts=lone)
    return TableUnits(general, tuple(named), last, parts=general)


def _each_named(subject: str, headings: Sequence[str]) -> list[frozenset[str]]:
    """The words of each of the things that a clause gives a unit ("Cost and spending in USD million"), if headings name them all.

    And leave others, which are in another unit; of a thing that all headings tell per piece, the clause does so too.
    """
    words = [_stems(part) for part in _AND.split(subject) if part.strip()] if _AND.search(subject) else []
    heads = [(fold(h), _stems(fold(h))) for h in headings[1:]]
    using = [[head for head, stems in heads if _mentions(head, stems, w)] for w in words]
    told = {head for found in using for head in found}
    if len(words) < 2 or not all(using) or len(told) == len(heads):
        return []
    return [
        w | ({_PER_ONE} if all(_PER.search(h) for h in found) else frozenset())
        for w, found in zip(words, using, strict=True)
    ]


def _money_and_things(
    notes: Sequence[UnitNote], headings: Sequence[str]
) -> tuple[UnitNote | None, list[tuple[frozenset[str], UnitNote]]]:
    """The general unit among those that name no column, and by which words others are told: "million units; USD billion"."""
    general = notes[0] if notes else None
    money = next((n for n in notes if n.kind == "money"), None)
    things = next((n for n in notes if n.kind not in ("money", "percent")), None)
    if money is None or things is None:
        return general, []
    for words, note, other in ((_MONEY, money, things), (_stems(things.counted_noun or ""), things, money)):
        if any(_mentions(fold(h), _stems(fold(h)), words) for h in headings):
            return other, [(words, note)]
    return general, []


def _number(text: str) -> UnitNote | None:
    """What only counts: "stores: number at year-end"."""
    counts = re.match(r"(?i)\s*numbers?\b", text)
    return UnitNote(text, "count", "1", None, ONE) if counts else None


def _scaled_things(text: str) -> UnitNote | None:
    """A scale and what is counted in more words than one: "thousand pallet positions"."""
    match = re.fullmatch(r"(?i)\s*(thousands?|millions?|billions?)\s+(?:of\s+)?(?:[a-z-]+\s+){1,3}([a-z]+s)\s*", text)
    return parse_unit_note(f"({match[1]} {match[2]})") if match else None


def _subject_of(clause: str) -> tuple[str, str]:
    """What a clause speaks of, and its unit: "revenue in USD million" has the subject "revenue"."""
    match = re.fullmatch(
        r"(?i)\s*(?P<subject>[^:：]*?\w)\s*(?:\s(?:in|are|is|as a|as)\s|[:：]|(?<=[一-鿿])为)\s*(?P<unit>.+)", clause
    )
    if match is None or re.fullmatch(
        r"(?i)\W*(?:all\s+)?(?:units?|amounts?|figures|values|计量单位|单位)\W*", match["subject"]
    ):
        # "Unit: X" names nothing, and "units in million" beside other clauses names the pieces
        if match is not None and re.fullmatch(r"(?i)units", match["subject"].strip()) and " in " in clause:
            return match["subject"], match["unit"]
        return "", clause
    subject = re.sub(r"单位$", "", match["subject"])
    known = parse_unit_note(match["unit"]) or _number(match["unit"])
    return (subject, match["unit"]) if known else ("", clause)


def _mentions(heading: str, stems: frozenset[str], words: frozenset[str]) -> bool:
    return any(w in stems or (w > "\u3400" and w in heading) for w in words)


def _last_mention(heading: str, words: frozenset[str]) -> int:
    """How far back in a heading one of some words stands: what a heading ends in is what it is of ("Licence revenue")."""
    return max(_head(fold(heading)).lower().rfind(w) for w in words)


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[A-Za-z]{3,}|[\u4e00-\u9fff]{2,}", text.lower())
    return frozenset(re.sub(r"(?<=...)(?:ings?|s+)$", "", w) for w in words) - {"and", "the", "per"}


def note_of_cell(
    column: Sequence[str], row: Sequence[str], table: TableUnits, *, is_last_column: bool = False
) -> UnitNote | None:
    """The unit of a cell under the headings `column` (from the top) and beside the headings `row` (from the margin).

    A unit printed in a heading comes first, a dimensionless one before others and the nearest before farther ones;
    then what the caption says of a heading's words; then what those words mean; then the unit of the table.
    """
    if table.general is not None or table.named:
        row = [text for text in row if not _CODE.fullmatch(text.strip())]  # "CAD" in a list of programs is no dollar
    nearest = (*reversed(column), *reversed(row))
    printed = [note for text in nearest if (note := _printed(text)) is not None]
    if printed:
        return next((note for note in printed if note.kind in ("percent", "percentage_point")), printed[0])
    if is_last_column and table.last_column is not None:
        return table.last_column
    ratio = any(_PER.search(fold(text)) for text in nearest)
    for place, text in enumerate(nearest):
        stems = _stems(fold(text))
        meant_here = [
            x for x in table.named
            if (place < len(column) or x[0] not in table.of_columns) and (x[1].unit_denominator or ratio == (_PER_ONE in x[0]))
        ]  # fmt: skip
        told = [(_last_mention(text, words), note) for words, note in meant_here if _mentions(text, stems, words)]
        hits = [note for _, note in sorted(told, key=lambda t: -t[0])]
        if not hits and not ratio and table.parts is not None and _OF_WHICH.match(text):
            hits = [table.parts]
        if hits and not _leaves_a_clause(text):
            return hits[0]
    # "Micro LED / Si-OLED" names a row, and only over a column says that it is a ratio
    told_of = [*reversed(column), *(text.replace(" / ", ", ") for text in reversed(row))]
    if table.per_piece:
        told_of = [text for text in told_of if not _is_per_piece(fold(text))]
    meant = [_meant(text, table.general) for text in told_of]
    return next((note for said, note in meant if said), table.general)


def with_columns(table: TableUnits, columns: Sequence[Sequence[str]]) -> TableUnits:
    """The units of a table whose columns of numbers stand under some headings: "Cost per aircraft" alone is in its "RMB 10 thousand"."""
    apart = [path for path in columns if any(_is_per_piece(fold(text)) for text in path)]
    others = [note_of_cell(path, (), table) for path in columns if path not in apart]
    is_money = table.general is not None and table.general.kind == "money"
    return replace(table, per_piece=is_money and bool(apart) and table.general not in others)


def _is_per_piece(folded: str) -> bool:
    return bool(_PER.search(folded) or (_PRICE.search(folded) and not _is_rate(folded)))


_AND_MARGIN = re.compile(r"(?:\band|&|,)\s+margins?$", re.IGNORECASE)


def _leaves_a_clause(heading: str) -> bool:
    """Whether a heading that uses a clause's words counts or compares ("Revenue growth", "Number of stores")."""
    folded = fold(heading).strip()
    return _is_rate(folded) or bool(_ORDINAL.search(folded) or _RATIO.search(_head(folded)) or _COUNTS.match(folded))


def _is_rate(folded: str) -> bool:
    if _AND_MARGIN.search(folded):
        return False  # "Integration and margin", an item of a price
    return bool(_PERCENT.search(_head(folded)) or _RATE_ANYWHERE.search(folded))


def _head(folded: str) -> str:
    return _PERIODS.sub(" ", _OF.split(folded)[0] or folded).strip()


@lru_cache(maxsize=4096)
def _printed(heading: str) -> UnitNote | None:
    for inside in reversed(_BRACKETS.findall(fold(heading))):
        if note := parse_unit_note(inside):
            return note
    return None if _RATE.match(heading) else note_in_label(heading) or general_note(heading)


def general_note(text: str) -> UnitNote | None:
    """The unit of a text that is nothing but a unit of money, a scale or a percentage ("RMB million", "'000", "%")."""
    note = parse_unit_note(text) if len(text) <= 40 else None
    noun = note.counted_noun if note else None
    if noun and noun > "\u3400" and noun not in HAN_CLASSIFIERS:
        return None  # a firm whose name begins with a numeral: 亿航智能, 千方科技
    return note if note is not None and (note.currency or note.scale != 1 or note.unit == "%") else None


@lru_cache(maxsize=4096)
def _meant(heading: str, table: UnitNote | None) -> tuple[bool, UnitNote | None]:
    """Whether the words of a heading leave the table's unit, and for what."""
    folded = fold(heading).strip()
    if _is_per_piece(folded):
        if table is None or table.unit_denominator is not None:
            return False, None
        return True, replace(table, scale=Decimal(1)) if table.kind == "money" else None
    if _is_rate(folded):
        return True, _PERCENT_NOTE
    if _ORDINAL.search(folded) or _RATIO.search(_head(folded)):
        return True, None
    if (
        (_COUNTS.match(folded) or _COUNTED.search(folded))
        and table is not None
        and (table.kind != "count" or table.counted_noun is None)
    ):
        return True, None
    return False, None

"""Texts of a page as labels: words that belong together, the number they print, their direction.

A label is a run of words on one baseline; numbers that stand side by side (ticks, years) stay apart, because on an axis
the gap between two of them can be as small as a space. What a label belongs to is decided elsewhere.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wpextract.quantities import parse_unit_note
from wpextract.reading.model import Box, Word

_SPACE = 0.5  # em: a wider gap separates two labels
_WIDE_MARKS = tuple("，。、；：？！（）《》「」『』【】")
_NUMBER = re.compile(r"(?:[+\-−–±]\s?)?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{1,3}$")  # right before digits: part of a name, unless it is a currency
_CODE_WORD = re.compile(r"[A-Z]{1,3}\d+")  # "R32": a name
_BEFORE = re.compile(
    r"(?:[A-Za-z]{2,12}\.?(?:\s[:：]?|[:：])\s?|[一-鿿]{1,4}\s?[:：]?\s?|[~≈><≥≤]\s?)?[+\-−–]?\(?"
    r"(?:(?:(?:US|HK|NT|[SAC])(?=\s?\$)|RMB|CNY|USD|EUR|GBP|JPY)\s?)?[¥￥$€£]?\s?\(?"
)
_AFTER = re.compile(
    r"\)?\s?(?:[%％‰]|(?:[¥￥$€£]\s?)?(?:[A-Za-z一-鿿µ°]{1,12}\.?(?:\s[A-Za-z]{1,8})?(?:/[A-Za-z一-鿿]{1,8})?))?\*?"
)
_CAPTION_NUMBER = re.compile(
    r"(?:figure|fig\.|table|chart|exhibit|图表?|表)\d{1,2}(?:[.-]\d{1,2})?[.:]?", re.IGNORECASE
)
_RANGE_CUT = re.compile(r"\d[–—-]$")
_POWER = re.compile(r"10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_TICK = re.compile(
    r"10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|\(?[+\-−–]?[¥￥$€£]?\d[\d,]*(?:\.\d+)?\)?\s?(?:[%％‰]|[KMBTkmx]|bn|mn|亿|万|千|倍)?"
)
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_ONE = r"(?:19|20|21)\d\d(?:[EeFfPp]|Q[1-4]|H[12]|年[EeFf]?)"
_GROUPED = r"\d{1,3}(?:,\d{3})+"
_PERCENT = r"\d{1,3}(?:\.\d+)?[%％]"
_CROWDED = re.compile(
    rf"(?:{_ONE}){{2,}}|(?:(?:19|20|21)\d\d){{1,20}}(?:{_ONE})+|(?:(?:19|20|21)\d\d){{3,}}"
    rf"|(?:{_GROUPED}){{2,}}|(?:{_PERCENT}){{2,}}"
)
_ONE_OF_MANY = re.compile(rf"{_GROUPED}|{_PERCENT}|{_ONE}|\d{{4}}")
_PERIOD = re.compile(
    r"(?:[QH][1-4]\s?|[1-4][QH]\s?)?(?:FY|CY)\s?'?\d{2}\s?[EeFfAaPp]?|['’]\d{2}\s?[EeFfAaPp]?|[12]\d[EFA]"
    r"|(?:FY|CY)?(?:19|20|21)\d\d\s?(?:[EeFfAaPp]|年(?:[EF预]|上半年|下半年)?)?"
    r"|(?:19|20)\d\d\s?(?:[-–./年]?\s?(?:Q[1-4]|H[12]|\d{1,2}月|[1-4]Q|[12]H)|[-–/年]\s?\d{1,2}|\.?(?:0[1-9]|1[0-2]))[EeFf]?"
    r"|[1-4]?[QH][1-4]?\s?'?\d{2,4}[EF]?"
    r"|\d{1,2}月|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?[-\s']?(?:\d{2}|\d{4})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """The one number of a label: its signed value, and the texts before and after it."""

    value: Decimal
    before: str
    after: str

    @property
    def is_percent(self) -> bool:
        return self.after.strip().startswith(("%", "％"))


@dataclass(frozen=True, slots=True)
class Label:
    """A text with its box in the view's coordinates; `page_box` and `char_boxes` stay in the page's.

    `ends` are the centres of its first and last glyph in the view, which for slanted text tell which end it hangs by.
    """

    text: str
    box: Box
    page_box: Box
    char_boxes: tuple[Box | None, ...]
    size: float
    angle: int
    bold: bool
    color: str | None
    ends: tuple[tuple[float, float], tuple[float, float]]
    number: Number | None

    @property
    def is_tick(self) -> bool:
        """Whether nothing but a number stands here, as at an axis."""
        return bool(_TICK.fullmatch(self.text.strip()))

    @property
    def is_power(self) -> bool:
        """Whether this is a tick of a logarithmic axis, "10³"."""
        return bool(_POWER.fullmatch(self.text.strip()))

    @property
    def is_year(self) -> bool:
        return bool(_YEAR.fullmatch(self.text.strip()))

    @property
    def is_period(self) -> bool:
        return bool(_PERIOD.fullmatch(self.text.strip()))


def number_in(text: str) -> Number | None:
    """The number of a text that is little more than one: "1,356", "+214", "24.7%", "Break 7,000"; else None."""
    stripped = text.strip()
    if len(stripped) > 32:
        return None
    power = _POWER.fullmatch(stripped)
    if power:
        exponent = power.group(1).translate(_RAISED)
        return Number(Decimal(10) ** int(exponent), "", "") if re.fullmatch(r"-?\d{1,2}", exponent) else None
    found = list(_NUMBER.finditer(stripped))
    if len(found) != 1:
        return None
    digits = found[0]
    before, after = stripped[: digits.start()], stripped[digits.end() :]
    if not _BEFORE.fullmatch(before) or not _AFTER.fullmatch(after):
        return None
    if before.strip() and not after.strip() and _YEAR.fullmatch(digits.group()):
        return None  # "in 2024"
    if after == "s" or (_CODE.search(before) and parse_unit_note(before.strip("( ")) is None):
        return None  # "1990s", "R32"
    raw = digits.group().replace(",", "").replace(" ", "")
    negative = bool(set(raw[0] + before) & set("-−–")) or ("(" in before and after.startswith(")"))
    value = Decimal(raw.lstrip("+-−–±"))
    return Number(-value if negative else value, before.strip("(+-−– "), after.lstrip(")").strip())


def labels_of(words: Iterable[Word]) -> tuple[Label, ...]:
    """The words of a page as labels, in order of direction, row and place."""
    by_angle: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        if word.text.strip():
            by_angle[word.angle].extend(_apart(word))
    return tuple(label_of(run) for angle in sorted(by_angle) for run in _runs(by_angle[angle], angle))


def _apart(word: Word) -> list[Word]:
    """A word, cut where crowded ticks run together ("2025E2026E2027E", "5,00010,000")."""
    if not _CROWDED.fullmatch(word.text) or len(word.char_boxes) != len(word.text):
        return [word]
    out = []
    for found in _ONE_OF_MANY.finditer(word.text):
        boxes = word.char_boxes[found.start() : found.end()]
        out.append(replace(word, text=found.group(), box=Box.around(boxes), char_boxes=boxes))
    return out


def label_of(words: Sequence[Word]) -> Label:
    """One label of words in writing order, spaced where a gap shows."""
    texts: list[str] = []
    boxes: list[Box | None] = []
    last: Word | None = None
    for word in words:
        if last is not None and not (_is_han(last.text[-1]) and _is_han(word.text[0])):
            texts.append(" ")
            boxes.append(None)
        texts.append(word.text)
        boxes.extend(word.char_boxes)
        last = word
    return _made("".join(texts), tuple(boxes), words)


def joined(labels: Sequence[Label]) -> Label:
    """Lines of one wrapped label as one, from top to bottom; a hyphen at a line's end stays, a range goes on."""
    if len(labels) == 1:
        return labels[0]
    text, boxes = labels[0].text, list(labels[0].char_boxes)
    for label in labels[1:]:
        cut = _RANGE_CUT.search(text) or (text[-1] == "-" and label.text[0].islower())
        if not (_is_han(text[-1]) and _is_han(label.text[0])) and not cut:
            text += " "
            boxes.append(None)
        text += label.text
        boxes.extend(label.char_boxes)
    first = labels[0]
    return Label(
        text,
        Box.around(x.box for x in labels),
        Box.around(x.page_box for x in labels),
        tuple(boxes),
        first.size,
        first.angle,
        first.bold,
        first.color,
        (first.ends[0], labels[-1].ends[1]),
        number_in(text),
    )


def _made(text: str, boxes: tuple[Box | None, ...], words: Sequence[Word]) -> Label:
    box = Box.around(w.box for w in words)
    first, last = words[0].char_boxes[0], words[-1].char_boxes[-1]
    ends = ((first.cx, first.cy), (last.cx, last.cy))
    bold = sum(len(w.text) for w in words if w.bold) * 2 > sum(len(w.text) for w in words)
    size = max(w.size for w in words)
    return Label(text, box, box, boxes, size, words[0].angle, bold, words[0].color, ends, number_in(text))


def _runs(words: list[Word], angle: int) -> list[list[Word]]:
    a = math.radians(angle)
    cos, sin = math.cos(a), math.sin(a)

    def along(box: Box) -> float:
        return box.cx * cos - box.cy * sin

    def across(box: Box) -> float:
        return box.cx * sin + box.cy * cos

    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (_is_raised(w), across(w.box), along(w.box))):
        if _is_raised(word):
            rows[:] = _with_power(rows, word)
            continue
        row = next(
            (
                r
                for r in reversed(rows[-8:])
                if abs(across(r[-1].box) - across(word.box)) < _level(r[-1].size, word.size)
            ),
            None,
        )
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    runs: list[list[Word]] = []
    for row in rows:
        row.sort(key=lambda w: along(w.box))
        run = [row[0]]
        for word in row[1:]:
            last = run[-1]
            gap = along(word.char_boxes[0]) - along(last.char_boxes[-1])
            gap -= (_length(word.char_boxes[0], cos, sin) + _length(last.char_boxes[-1], cos, sin)) / 2
            level = abs(across(last.box) - across(word.box)) < _level(last.size, word.size)  # a row may drift
            if level and _belong(last, word, gap, _heads_caption(run)):
                run.append(word)
            else:
                runs.append(run)
                run = [word]
        runs.append(run)
    return runs


def _level(a: float, b: float) -> float:
    """How far the middles of two words of one line may lie apart: of one size, no more than two fonts make them."""
    return (0.25 if max(a, b) < 1.05 * min(a, b) else 0.35) * min(a, b)


def _is_raised(word: Word) -> bool:
    return all(c in "⁻⁰¹²³⁴⁵⁶⁷⁸⁹" for c in word.text)


def _with_power(rows: list[list[Word]], power: Word) -> list[list[Word]]:
    """The rows with an exponent put behind the "10" it stands beside; alone when there is none."""
    for row in rows:
        for i, word in enumerate(row):
            if (
                word.text == "10"
                and 0 <= power.box.x0 - word.box.x1 + 1 < 0.3 * word.size
                and word.box.top - 0.8 * word.size < power.box.cy < word.box.cy
            ):
                boxes = (*word.char_boxes, *power.char_boxes)
                row[i] = replace(word, text=word.text + power.text, char_boxes=boxes)  # its own box: the axis's height
                return rows
    return [*rows, [power]]


def _length(box: Box, cos: float, sin: float) -> float:
    """A glyph's extent along the writing: the projection of its box for upright text, less for slanted."""
    return box.width * abs(cos) if abs(cos) >= abs(sin) else box.height * abs(sin)


def _heads_caption(run: Sequence[Word]) -> bool:
    """Whether a run is the number of a caption, whose name may begin with a year: "图 4 2023 年与 2024 年"."""
    return len(run) < 3 and bool(_CAPTION_NUMBER.fullmatch("".join(w.text for w in run)))


def _belong(a: Word, b: Word, gap: float, is_caption: bool) -> bool:
    size = min(a.size, b.size)
    # a punctuation mark of full width is set half a width closer
    closer = a.text[-1:] in _WIDE_MARKS or b.text[:1] in _WIDE_MARKS
    overlaps = gap < (-0.7 if closer else -0.1) * size and a.angle == 0
    if gap > _SPACE * size or overlaps or max(a.size, b.size) > 1.4 * size:
        return False
    alone = [
        (w.text[-1:].isdigit() and not _CODE_WORD.fullmatch(w.text))
        or bool(_TICK.fullmatch(w.text) or _PERIOD.fullmatch(w.text))
        for w in (a, b)
    ]
    alone = [x and any(c.isdigit() for c in w.text) for x, w in zip(alone, (a, b), strict=True)]
    return is_caption or not all(alone)


def _is_han(ch: str) -> bool:
    return 0x2E80 <= ord(ch) <= 0x9FFF or 0xFF00 <= ord(ch) <= 0xFF60


def part(label: Label, start: int, end: int) -> Label:
    """The characters `start:end` of an upright label as a label of their own."""
    text = label.text[start:end]
    boxes = label.char_boxes[start:end]
    known = [b for b in boxes if b is not None]
    box = Box.around(known) if known else label.page_box
    ends = ((known[0].cx, known[0].cy), (known[-1].cx, known[-1].cy)) if known else label.ends
    return Label(text, box, box, boxes, label.size, label.angle, label.bold, label.color, ends, number_in(text))

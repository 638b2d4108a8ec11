"""What stands round a chart: its title and its unit note, by place, style and wording. Page coordinates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from wpextract.charts.labels import Label, joined, number_in
from wpextract.charts.shapes import same_color
from wpextract.charts.units import (
    UNIT_KEY,
    is_unit_of_side,
    unit_of_note,
    unit_of_subtitle,
    unit_of_title,
    units_of_sides,
)
from wpextract.quantities import parse_unit_note
from wpextract.reading.lines import MARKER
from wpextract.reading.model import Box

_UNIT = re.compile(r"^[(（]?\s*(?:units?(?![a-z])|单位|單位|计量单位|in(?=\s))\s*[:：]?\s*\S", re.IGNORECASE)
_WITHOUT_COLON = re.compile(r"units?(?:\s+|,\s*)(?![:：])(.+)", re.IGNORECASE)
_NAMED_UNIT = re.compile(
    r"[(（]?\s*(?:units?|单位|單位|计量单位)\s*[:：]|(?:left|right) axis\s*:|[左右]轴\s*[:：]", re.IGNORECASE
)
_UNIT_ALONG = re.compile(r"(?<=\S)\s+(?:units?|单位|單位|计量单位)\s*[:：]\s*\S.*$", re.IGNORECASE)
_BRACKETS = re.compile(r"^(?:[(（][^()（）]{1,40}[)）]|[\[【][^][【】]{1,40}[\]】])$")
_LOSS = re.compile(r"[(（][\d\s.,]+%?[)）]$")  # a negative amount, or a year
_CAPTION = re.compile(
    rf"^{MARKER}(?i:图表?|圖表?|figure|fig\.?|chart|exhibit|graph)\s*(?:[\d一二三四五六七八九十]|[A-Z](?![A-Za-z]))"
    r"(?!\S*\s+(?:shows?|illustrates?|presents?|depicts?|gives?|plots?|compares?|displays?|summari[sz]es|and|below)\b)"
    r"(?!\S{0,5}(?:显示|表明|反映|展示|所示|可见|可以看))"
    r"|^[(（][a-h][)）]\s*\S{2}"  # one of several under a common caption
)
_BARE_CAPTION = re.compile(
    r"^\S+\s*(?:\d[\d.\-–]*|[一二三四五六七八九十]+|[A-Z])\s*[.:：、—–-]*$"
)  # a number without a name
_SCALE = re.compile(r"\b(?:100 million|10 thousand|10,000)\b", re.IGNORECASE)  # 亿 and 万, no number
TABLE = re.compile(
    rf"\s*{MARKER}(?:table|表格?)\s*(?:\d|(?-i:[A-Z]{{1,2}})(?![A-Za-z])|[一二三四五六七八九十])", re.IGNORECASE
)
TABLE_NUMBER = re.compile(r"(?:T|Tab\.?|Table|表)\s?\d[\d.\-–]*")  # "T 4" at the other end of a title's line
CALLOUT = re.compile(r"(?:CAGR|AAGR|YoY|QoQ|同比|环比|复合|年均|增速|增长)", re.IGNORECASE)
SOURCE = re.compile(
    r"^(?:(?:figure|fig\.?|chart|exhibit)\s*[\d.–-]+\s*[:|]?\s*)?(?:Sources?|Notes?|来源|资料来源|数据来源|注|备注|說明|说明)\s*[:：]",
    re.IGNORECASE,
)
_WITH_SOURCE = re.compile(  # "Unit: RMB billion. Source: ...": the note that goes on on the unit's line
    r"\s*[.。;；,，|]?\s+(?:data\s+)?(?:sources?|notes?)\s*[:：]|\s*[.。;；,，|]?\s*(?:数据来源|资料来源|来源|注)\s*[:：]",
    re.IGNORECASE,
)
_END = re.compile(r"[a-z]{4}\.$|。$|^[^(（]*[)）]$")  # of a sentence, "year.", or of a bracket in the line before
_CLAUSE = re.compile(r"[。；]|，.*[，。]|[a-z]{2}[.;] ")  # of running text
_UPRIGHT = 30.0  # points between a chart and a caption set upright beside it
_SMALL = 0.92  # of the body's size: a note's
_MARKS = re.compile(r"[\d①-⑳⓪-⓿,*†‡]+")  # of notes
_LONGEST = 80  # characters of a note of two units
MOST_LINES = 6  # of a caption set in a narrow margin
ABOVE, _BELOW = 70.0, 46.0  # points in which a title may stand


@dataclass(frozen=True, slots=True)
class Style:
    """The look of most of a page's text."""

    size: float
    bold: bool
    color: str | None


@dataclass(frozen=True, slots=True)
class Captions:
    """A chart's title and unit note with their boxes."""

    title: str | None = None
    title_box: Box | None = None
    unit: str | None = None
    unit_box: Box | None = None
    texts: tuple[Label, ...] = ()


def body_style(labels: Sequence[Label]) -> Style:
    """The size, weight and colour that most characters of a page have."""
    votes: Counter[tuple[float, bool, str | None]] = Counter()
    for label in labels:
        votes[(round(label.size, 1), label.bold, label.color)] += len(label.text)
    if not votes:
        return Style(10.0, False, None)
    size, bold, color = votes.most_common(1)[0][0]
    return Style(size, bold, color)


def each_its_own(captions: Callable[[bool], list[Captions]]) -> list[Captions]:
    """The captions of a page's charts, looked for above them (True); below (False) if that gives each a title alone.

    Where titles stand under the charts, the title of one is what stands above the next, and the first has a heading.
    """
    above, below = captions(True), captions(False)
    titles = [c.title_box for c in above if c.title_box is not None]
    named = [sum(is_caption(c.title or "") for c in side) for side in (above, below)]
    if len(set(titles)) == len(titles) and named[0] >= named[1]:
        return above
    return below if len({c.title_box for c in below} - {None}) == len(below) else above


def captions_of(
    region: Box,
    labels: Sequence[Label],
    body: Style,
    others: Sequence[Box],
    text_size: float | None = None,
    is_above: bool = True,
    reach: float = ABOVE,
) -> Captions:
    """Title and unit note of the chart at `region`.

    `labels` are the page's free ones, `others` the boxes of the other charts, `text_size` the usual size of the
    chart's own texts: a line over its middle that is bold or larger is the title if nothing else looks like one.
    `is_above` says on which side a title is looked for first, `reach` how far above the chart it may stand.
    """
    column = Box(region.x0 - 14, region.top - reach, region.x1 + 14, region.bottom + _BELOW)
    around = [
        x
        for x in labels
        if x.angle == 0
        and column.top <= x.box.cy <= column.bottom
        and min(x.box.x1, column.x1) - max(x.box.x0, column.x0) > 0.25 * min(x.box.width, region.width)
        and not any(o.grown(1).holds(x.box.cx, x.box.cy) for o in others)
        and not _between(x.box, region, others)
    ]
    near = [x for x in around if column.x0 <= x.box.cx <= column.x1]
    units = [x for x in around if is_unit_note(x.text) or (_is_bare_unit(x, region) and not _is_in_text(x, labels))]
    units = [x for x in units if not _heads_another(x, near, region, body)]
    units = [x for x in units if x in near] or units  # else at the margin, before a chart that is set in
    unit = min(units, key=lambda x: (not is_unit_note(x.text), _gap(x.box, region)), default=None)
    rest = [x for x in near if x is not unit and not is_unit_note(x.text) and not SOURCE.match(x.text)]
    rest = [x for x in rest if not _names_table(x, labels)]
    rest = [x for x in rest if not (is_caption(x.text) and _heads_the_next(x, region, others, is_above))]
    aside = [x for x in around if x not in near]
    aside += [x for x in labels if x not in around and _is_set_out(x, region, column, others)]
    titles = (_title(some, region, body, is_above, named) for named in (True, False) for some in (rest, aside))
    title = next((x for x in titles if x is not None), None)
    if title is None:
        title = next((x for x in labels if _is_upright_beside(x, region)), None)
    if title is None and text_size is not None:
        title = _heading(rest, region, text_size, body)
    if title is not None and _BARE_CAPTION.match(title.text.strip()):  # its name may reach beyond a small chart
        name = min((x for x in labels if _is_behind(x, title)), key=lambda x: x.box.x0, default=None)
        name = name or _at_other_end(title, labels, region)
        title = joined([title, name]) if name else title
    if title is not None and _is_beside(title.box, region):
        title = _with_lines_under(title, labels)
    if title is not None and is_open(title.text):
        title = _closed(title, labels)
    if unit is None and title is not None:
        unit = next((x for x in labels if _is_unit_under(x, title, region)), None)
        unit = unit and _with_lines_under(unit, labels)
    if unit is None and title is not None and not unit_of_title(title.text):
        unit = next((x for x in near if _is_subtitle(x, title, region) and unit_of_title(x.text)), None)
    unit_text = _WITH_SOURCE.split(unit.text.strip())[0] if unit else None
    if unit_text is None and title is not None:
        units_under = (unit_of_subtitle(x.text) for x in labels if _is_subtitle(x, title, region))
        unit_text = next((u for u in units_under if u), None) or _in_tags_behind(title, labels)
        unit_text = unit_text or _beside_its_name(title, labels)
    title_text = title.text.strip() if title else None
    if title_text is not None:
        along = _UNIT_ALONG.search(title_text)  # set on the title's line, with no room between
        if along:
            title_text, unit_text = title_text[: along.start()].rstrip(), unit_text or along.group(0).strip()
        tail = re.search(r"[(（]([^()（）]{1,40})[)）]\s*$", title_text)
        bracket = tail.group(0).strip() if tail and not re.fullmatch(r"[\d\s.,–—~〜至到年-]+", tail.group(1)) else None
        unit_text = unit_text or unit_of_title(title_text) or bracket
    foot = [
        x for x in around if x.box.top >= region.bottom - 4 and (SOURCE.match(x.text) or x.size < _SMALL * body.size)
    ]
    foot.sort(key=lambda x: x.box.top)
    unit_text = unit_text or next((told for x in foot if (told := unit_of_note(x.text))), None)
    texts = tuple(x for x in (title, unit) if x is not None)
    return Captions(
        title_text,
        title.page_box if title else None,
        unit_text,
        unit.page_box if unit else None,
        texts,
    )


def _beside_its_name(title: Label, labels: Sequence[Label]) -> str | None:
    """The unit in the card of a caption, in a row of its own behind the word "Unit": "Unit   RMB bn (bars)"."""
    keys = (
        x for x in labels
        if x.angle == 0 and UNIT_KEY.fullmatch(x.text.strip()) and abs(x.box.x0 - title.box.x0) < 3
        and 0 < x.box.top - title.box.top < ABOVE
    )  # fmt: skip
    key = min(keys, key=lambda x: x.box.top, default=None)
    if key is None:
        return None
    row = (x for x in labels if x.angle == 0 and abs(x.box.cy - key.box.cy) < 0.5 * x.size and x.box.x0 > key.box.x1)
    first = min(row, key=lambda x: x.box.x0, default=None)
    if first is None:
        return None
    lines = [first]
    for x in sorted((x for x in labels if abs(x.box.x0 - first.box.x0) < 2), key=lambda x: x.box.top):
        goes_on = 0 < x.box.top - lines[-1].box.top < 2 * x.size and is_unit_of_side(x.text)
        if goes_on and len(lines) < 2:
            lines.append(x)
    return "; ".join(x.text.strip() for x in lines)


def _names_table(label: Label, labels: Sequence[Label]) -> bool:
    """Whether a text is a table's number ("T 4") or the title at whose other end one stands."""
    if TABLE_NUMBER.fullmatch(label.text.strip()):
        return True
    row = (x for x in labels if x.box.x0 > label.box.x1 and abs(x.box.cy - label.box.cy) < 0.5 * label.size)
    behind = min(row, key=lambda x: x.box.x0, default=None)
    return behind is not None and bool(TABLE_NUMBER.fullmatch(behind.text.strip()))


def is_open(text: str) -> bool:
    """Whether a caption's line runs on in the next: a bracket is not closed, or a comma or hyphen ends it."""
    return sum(c in "(（" for c in text) > sum(c in ")）" for c in text) or text.rstrip().endswith(
        (",", "，", "、", "-")
    )


def _closed(title: Label, labels: Sequence[Label]) -> Label:
    """A title that runs on in the line under it, with that line."""
    under = (
        x for x in labels
        if x.angle == 0 and abs(x.size - title.size) < 0.3 and not is_open(title.text + x.text)
        and min(abs(x.box.x0 - title.box.x0), abs(x.box.cx - title.box.cx)) < 2
        and -0.3 * x.size < x.box.top - title.box.bottom < x.size
    )  # fmt: skip
    line = next(under, None)
    return joined([title, line]) if line else title


def _in_tags_behind(title: Label, labels: Sequence[Label]) -> str | None:
    """The units that stand behind a title on its line, in tags or at the other end: one, or that of each axis."""
    row = sorted(
        (
            x
            for x in labels
            if x.angle == 0 and x.box.x0 > title.box.x1 and abs(x.box.cy - title.box.cy) < 0.6 * title.size
        ),
        key=lambda x: x.box.x0,
    )
    row = [x for x in row if not _MARKS.fullmatch(x.text.strip())]
    units = list(takewhile(lambda x: is_unit_of_side(x.text), row))
    return "; ".join(x.text.strip() for x in units[:2]) or None


def is_unit_note(text: str) -> bool:
    """Whether a text says the unit of what it stands by: "Unit: RMB billion", "单位：亿元", "(100 million yuan)"."""
    stripped = text.strip()
    bare = _WITHOUT_COLON.match(stripped)
    if bare and parse_unit_note(bare.group(1)) is None:
        return False  # "Unit sales reached ..."
    return (len(stripped) <= 60 or bool(_NAMED_UNIT.match(stripped)) and len(stripped) <= 120) and (
        (bool(_UNIT.match(stripped)) and not re.match(r"^in\s+(?:19|20)\d\d", stripped, re.IGNORECASE) and (
            not stripped.lower().startswith("in ") or len(stripped) <= 24))
        or (bool(_BRACKETS.match(stripped)) and (parse_unit_note(stripped) is not None or not _LOSS.match(stripped)))
        or bool(_NAMED_UNIT.match(stripped))
    )  # fmt: skip


def is_caption(text: str) -> bool:
    """Whether a text is worded as a figure's caption: "Figure 3 ...", "图3 ..."."""
    return bool(_CAPTION.match(text.strip()))


def _between(box: Box, region: Box, others: Sequence[Box]) -> bool:
    """Whether another chart lies between a text and the region, so that the text is that chart's."""
    for o in others:
        if min(o.x1, box.x1) - max(o.x0, box.x0) <= 0:
            continue
        if (
            box.bottom <= o.top + 1
            and o.bottom <= region.top + 1
            or box.top >= o.bottom - 1
            and o.top >= region.bottom - 1
        ):
            return True
    return False


def _is_bare_unit(label: Label, region: Box) -> bool:
    """Whether a text over a chart, or over an end of its axis, is nothing but a unit: "USD million", "亿元".

    Or the units of its two axes, each with its side: "USD million (bars), growth (line)".
    """
    over = label.box.bottom <= region.top + 26 and label.box.top >= region.top - 40
    if not over or len(label.text) > _LONGEST or _END.search(label.text) or is_caption(label.text):
        return False
    if any(unit and parse_unit_note(unit) for unit in units_of_sides(label.text)):
        return True
    text = re.split(r"[,，;；](?!\d)", label.text.strip())[0]  # "EUR per MWh, prices of 2024"
    note = parse_unit_note(text) if len(label.text) <= 40 else None
    scaled = _SCALE.search(text)
    return note is not None and (number_in(text) is None or bool(scaled and (note.currency or not scaled.start())))


def _is_in_text(label: Label, labels: Sequence[Label]) -> bool:
    """Whether a text is a piece of a line of prose, which is set apart from the numbers in it by spaces."""
    row = (x for x in labels if x is not label and abs(x.box.cy - label.box.cy) < 0.2 * label.size)
    return any(
        abs(x.size - label.size) < 0.1 and max(x.box.x0 - label.box.x1, label.box.x0 - x.box.x1) < 0.9 * label.size
        for x in row
    )


def _is_subtitle(label: Label, title: Label, region: Box) -> bool:
    """Whether a text stands right under a title, in line with it, and over the chart."""
    box, above = label.box, title.box
    in_line = min(abs(box.x0 - above.x0), abs(box.cx - above.cx)) < 2
    return in_line and -0.3 * label.size <= box.top - above.bottom <= label.size and box.bottom <= region.top + 8


def _is_unit_under(label: Label, title: Label, region: Box) -> bool:
    """Whether a text is a unit that begins right under the beginning of a title, however far the chart is set in."""
    box, above = label.box, title.box
    room = 2 if _is_beside(above, region) else 1  # a margin has nothing else to tell it from
    return (
        label.angle == 0
        and min(abs(box.x0 - above.x0), abs(box.cx - above.cx)) < 2
        and -0.3 * label.size <= box.top - above.bottom <= room * label.size
        and len(label.text) <= _LONGEST // 2
        and _says_unit(label.text)
    )


def _heads_another(note: Label, labels: Sequence[Label], region: Box, body: Style) -> bool:
    """Whether a note under a chart belongs to what is headed between the two, as a table's unit to the table's title."""
    under = note.box.top >= region.bottom - 4
    return under and any(
        region.bottom - 4 <= x.box.top < note.box.top - 1 and _stands_out(x, body) and not is_unit_note(x.text)
        for x in labels
    )


def _gap(box: Box, region: Box) -> float:
    return max(region.top - box.bottom, box.top - region.bottom, 0.0) + 0.01 * abs(box.cx - region.cx)


def _heads_the_next(label: Label, region: Box, others: Sequence[Box], is_above: bool) -> bool:
    """Whether a text on the far side of a chart, where no title is looked for first, stands nearer to the next chart."""
    own = label.box.top - region.bottom if is_above else region.top - label.box.bottom
    gaps = (
        o.top - label.box.bottom if is_above else label.box.top - o.bottom
        for o in others
        if min(o.x1, label.box.x1) > max(o.x0, label.box.x0)
    )
    return own > -4 and any(-4 < gap < own for gap in gaps)


def _is_set_out(label: Label, region: Box, column: Box, others: Sequence[Box]) -> bool:
    """Whether a caption stands at the margin, over a chart or beside its upper half, with no chart of its own under it."""
    lowest = region.cy if _is_beside(label.box, region) else region.top
    over = label.angle == 0 and column.top <= label.box.cy <= lowest and is_caption(label.text)
    return over and not any(
        min(o.x1, label.box.x1) > max(o.x0, label.box.x0) and o.bottom > label.box.top and o.top < region.bottom
        for o in others
    )


def _is_upright_beside(label: Label, region: Box) -> bool:
    """Whether a caption is set upright along a side of a chart."""
    box = label.page_box
    near = -2 <= region.x0 - box.x1 <= _UPRIGHT or -2 <= box.x0 - region.x1 <= _UPRIGHT
    return label.angle in (90, 270) and near and region.top < box.cy < region.bottom and is_caption(label.text)


def _is_beside(box: Box, region: Box) -> bool:
    return box.x1 <= region.x0 + 2 or box.x0 >= region.x1 - 2


def _with_lines_under(first: Label, labels: Sequence[Label]) -> Label:
    """A text at the margin with the lines that go on under it: of its look, or close under it and no unit."""
    under = [x for x in labels if x.angle == 0 and abs(x.box.x0 - first.box.x0) < 2 and x is not first]
    if _BARE_CAPTION.match(first.text.strip()):  # its name is set in a look of its own
        names = (x for x in under if -1 <= x.box.top - first.box.bottom < x.size and not SOURCE.match(x.text))
        name = min(names, key=lambda x: x.box.top, default=None)
        return first if name is None or _says_unit(name.text) else joined([first, _with_lines_under(name, labels)])
    lines = [first]
    below = (x for x in under if abs(x.size - first.size) < 0.3)
    for x in sorted(below, key=lambda x: x.box.top):
        gap, alike = x.box.top - lines[-1].box.bottom, (x.bold, x.color) == (first.bold, first.color)
        goes_on = alike or (gap < 0.4 * first.size and not _says_unit(x.text) and not SOURCE.match(x.text))
        if goes_on and -1 <= gap < 0.7 * first.size and len(lines) < MOST_LINES:
            lines.append(x)
    return joined(lines)


def _says_unit(text: str) -> bool:
    """Whether a text is a unit note, or nothing but a unit or those of two axes."""
    bare = number_in(text) is None and parse_unit_note(re.split(r"[,，;；](?!\d)", text)[0]) is not None
    return is_unit_note(text) or bare or any(units_of_sides(text))


def _title(labels: Sequence[Label], region: Box, body: Style, is_above: bool, is_named: bool) -> Label | None:
    """The title among labels; one that is worded as a caption when `is_named`."""
    sides = {
        True: [x for x in labels if x.box.bottom <= region.top + 8 or _is_beside(x.box, region)],
        False: [x for x in labels if x.box.top >= region.bottom - 4],
    }
    for side in (is_above, not is_above):
        some = [x for x in sides[side] if _stands_out(x, body)]
        if not is_named or any(is_caption(x.text) for x in some):
            best = _block(some, sides[side], region, upwards=side)
            if best is not None:
                return best
    return None


def _stands_out(label: Label, body: Style) -> bool:
    """Whether a text looks like a title: set apart from the body by weight, colour or size, or worded as a caption."""
    text = label.text.strip()
    if _CAPTION.match(text):
        return True
    if CALLOUT.match(text) and len(text) < 24:
        return False
    if len(text) < 3 or not any(c.isalpha() for c in text) or label.size < (0.7 if label.bold else 0.8) * body.size:
        return False
    differs = (label.bold and not body.bold) or label.size > 1.12 * body.size
    return differs or (not same_color(label.color, body.color, 40) and label.bold)


def _heading(labels: Sequence[Label], region: Box, text_size: float, body: Style) -> Label | None:
    """The nearest line over the middle of a chart that is bold or larger than the chart's own texts, prose aside."""
    over = [
        x
        for x in labels
        if x.box.bottom <= region.top + 8
        and abs(x.box.cx - region.cx) <= 0.12 * region.width
        and (x.bold or x.size > 1.12 * text_size)
        and not (_is_of_body(x, body) and (len(x.text) > 60 or _CLAUSE.search(x.text)))
        and any(c.isalpha() for c in x.text)
    ]
    return max(over, key=lambda x: x.box.bottom, default=None)


def _is_of_body(label: Label, body: Style) -> bool:
    return abs(label.size - body.size) < 0.1 and (label.bold, label.color) == (body.bold, body.color)


def _block(candidates: Sequence[Label], everything: Sequence[Label], region: Box, upwards: bool) -> Label | None:
    """The nearest candidate with the lines of the same look that continue it; None when body text stands nearer."""
    if not candidates:
        return None

    def near(x: Label) -> float:
        return region.top - x.box.bottom if upwards else x.box.top - region.bottom

    captioned = [x for x in candidates if _CAPTION.match(x.text.strip())]
    key = min(captioned or candidates, key=lambda x: (near(x), x.box.x0))
    if captioned and _BARE_CAPTION.match(key.text.strip()):
        name = _name_of(key, candidates, everything, region, upwards)
        return joined([key, name]) if name else key
    lines = [key]
    for label in sorted(everything, key=lambda x: abs(x.box.cy - key.box.cy)):
        if label is key or abs(label.size - key.size) > 0.3 or label.bold != key.bold or label.color != key.color:
            continue
        box = Box.around(x.box for x in lines)
        beside = (
            abs(label.box.cy - key.box.cy) < 2
            and -1 < max(label.box.x0 - box.x1, box.x0 - label.box.x1) < 1.2 * key.size
        )
        stacked = -1 <= max(label.box.top - box.bottom, box.top - label.box.bottom) < 0.7 * key.size
        stacked = stacked and min(box.x1, label.box.x1) > max(box.x0, label.box.x0)
        if (beside or stacked) and len(lines) < 4:
            lines.append(label)
    lines.sort(key=lambda x: (round(x.box.cy / 3), x.box.x0))
    return joined(lines)


def _is_behind(label: Label, number: Label) -> bool:
    """Whether a text stands in the row of a caption's number, right behind it."""
    gap = label.box.x0 - number.box.x1
    return label.angle == 0 and abs(label.box.cy - number.box.cy) < 0.4 * number.size and 0 < gap < 8 * number.size


def _at_other_end(number: Label, labels: Sequence[Label], region: Box) -> Label | None:
    """The name that begins the line at whose end a caption's number is set."""
    row = [
        x for x in labels if x.angle == 0 and abs(x.box.cy - number.box.cy) < 0.5 * x.size and x.box.x1 < number.box.x0
    ]
    row = [x for x in row if x.box.x0 < region.x1 and any(c.isalpha() for c in x.text)]
    return row[0] if len(row) == 1 and number.box.x1 > region.cx else None


def _name_of(
    number: Label, candidates: Sequence[Label], everything: Sequence[Label], region: Box, upwards: bool
) -> Label | None:
    """The name that goes with a caption's bare number: what stands behind it, or the heading between it and the chart."""
    rest = [x for x in everything if x is not number]
    row = [x for x in rest if _is_behind(x, number)]
    below = [x for x in candidates if x is not number and x.box.top >= number.box.bottom - 1]
    found = row or [x for x in below if not _CAPTION.match(x.text.strip())] if upwards else row
    return _block(found, rest, region, upwards) if found else None

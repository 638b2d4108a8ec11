"""Draws the sample white paper, byte for byte the same each time.

    python -m tests.sample_document.build [--consistent] [FILE]

Needs the `sample` dependency group and Debian's fonts-wqy-zenhei (its subset is embedded; readers of the PDF need no font).
"""

from __future__ import annotations

import argparse
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from pathlib import Path

import matplotlib
import pikepdf
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.sample_document import content as c
from tests.sample_document.content import CONSISTENT, HEADINGS, Chart, Planted, Table, number
from tests.sample_document.truth import plain

ROOT = Path(__file__).parents[2]
OUTPUT = ROOT / "raw" / "cold-chain-white-paper.pdf"
HAN_FONT = Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc")
WIDTH, HEIGHT = 595, 842
LEFT, RIGHT = 50, 545
FULL = RIGHT - LEFT
BODY = 9.5
WHITE = HexColor("#ffffff")
INK, ACCENT, WARM, PALE, SOFT, FAINT = (
    HexColor(x) for x in ("#17324d", "#1f7a8c", "#e07a2f", "#e8f1f3", "#6b7c8a", "#d5dde2")
)
FORECAST = HexColor("#8fc3cc")
SERIES = [ACCENT, WARM, HexColor("#8fb8a8"), HexColor("#b5493a"), HexColor("#54708c")]
FINE_PRINT = "Source: Northern Larch Research."


def register_fonts() -> None:
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    pdfmetrics.registerFont(TTFont("Body", "Vera.ttf"))
    pdfmetrics.registerFont(TTFont("Bold", "VeraBd.ttf"))
    pdfmetrics.registerFont(TTFont("Outlook", str(fonts / "DejaVuSans.ttf")))
    pdfmetrics.registerFont(TTFont("Han", str(HAN_FONT), subfontIndex=0))


def width_of(text: str, size: float, font: str) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


class Paper:
    """A canvas with a running page number and the drawing calls that the pages share."""

    def __init__(self, file: io.BytesIO, planted: Planted) -> None:
        self.canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
        self.canvas.setTitle(c.TITLE)
        self.canvas.setAuthor(c.PUBLISHER)
        self.page = 1
        self.prose = c.prose(planted)
        self.charts = c.charts(planted)
        self.tables = c.tables(planted)

    def text(self, x: float, y: float, text: str, size: float = 9, font: str = "Body", color: object = INK) -> None:
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(color)
        self.canvas.drawString(x, y, text)

    def centred(
        self, x: float, y: float, text: str, size: float = 7.5, font: str = "Body", color: object = INK
    ) -> None:
        self.text(x - width_of(text, size, font) / 2, y, text, size, font, color)

    def right(self, x: float, y: float, text: str, size: float = 8, font: str = "Body", color: object = INK) -> None:
        self.text(x - width_of(text, size, font), y, text, size, font, color)

    def paragraph(
        self, x: float, y: float, width: float, marked: str, size: float = BODY, font: str = "Body", gap: float = 7
    ) -> float:
        """The sentences in lines of `width`, ^1 raised as a footnote's marker; returns the height below them."""
        han = font == "Han"
        words = re.findall(r"[\x20-\x7f]+|.", plain(marked)) if han else plain(marked).split()
        line = ""
        for word in [*words, ""]:
            longer = f"{line}{word}" if han else f"{line} {word}".strip()
            if word and (width_of(re.sub(r"\^\d", "", longer), size, font) <= width or word in "，。；、"):
                line = longer
                continue
            at = x
            for part in re.split(r"(\^\d)", line):
                if part.startswith("^"):
                    self.text(at, y + size * 0.35, part[1:], size * 0.6, font)
                    at += width_of(part[1:], size * 0.6, font)
                elif part:
                    self.text(at, y, part, size, font)
                    at += width_of(part, size, font)
            y -= size * (1.7 if han else 1.5)
            line = word
        return y - gap

    def start(self) -> float:
        """Running header and footer in two languages, and the heading of the page."""
        self.furniture()
        name, beside = HEADINGS[c.PAGES[self.page - 1]]
        han = name[0] > "\u2fff"
        self.text(LEFT, 762, name, 17, "Han" if han else "Bold")
        end = LEFT + width_of(name, 17, "Han" if han else "Bold")
        self.text(end + 12, 762, beside, 11, "Body" if han else "Han", SOFT)
        self.box(LEFT, 752, 46, 2.5, WARM)
        return 732

    def furniture(self, width: float = WIDTH, height: float = HEIGHT) -> None:
        right = width - LEFT
        self.text(LEFT, height - 32, f"{c.PUBLISHER} | {c.TITLE}", 7.5, color=SOFT)
        self.right(right, height - 32, c.TITLE_ZH, 7.5, "Han", SOFT)
        self.canvas.setStrokeColor(ACCENT)
        self.canvas.line(LEFT, height - 39, right, height - 39)
        self.text(LEFT, 30, c.PUBLISHER_ZH, 7.5, "Han", SOFT)
        self.right(right, 30, str(self.page), 7.5, color=SOFT)

    def end(self) -> None:
        self.canvas.showPage()
        self.page += 1

    def box(self, x: float, y: float, w: float, h: float, color: object = PALE) -> None:
        self.canvas.setFillColor(color)
        self.canvas.rect(x, y, w, h, stroke=0, fill=1)

    def insight(self, x: float, y: float, width: float, marked: str) -> float:
        """A sentence in a tinted box with a coloured edge; `y` is the box's top."""
        lines = 1
        line = ""
        for word in plain(marked).split():
            if width_of(f"{line} {word}", BODY, "Body") > width - 28:
                lines, line = lines + 1, word
            else:
                line = f"{line} {word}".strip()
        height = lines * BODY * 1.5 + 16
        self.box(x, y - height, width, height)
        self.box(x, y - height, 3, height, WARM)
        self.paragraph(x + 14, y - 18, width - 28, marked)
        return y - height - 9

    def kpis(self, y: float, font: str = "Bold") -> None:
        """The page's key figures, side by side in dark boxes."""
        texts = self.prose[f"{c.PAGES[self.page - 1]}/kpi"]
        wide = (FULL + 9) / len(texts)
        for i, marked in enumerate(texts):
            figure = plain(marked[: marked.index("»") + 1])
            meaning, middle = plain(marked).removeprefix(figure).strip(), LEFT + wide * i + (wide - 9) / 2
            self.box(LEFT + wide * i, y, wide - 9, 56, INK)
            self.centred(middle, y + 31, figure, 14, font, WHITE)
            self.centred(middle, y + 13, meaning, 7.5, "Han" if font == "Han" else "Body", HexColor("#cfe3e8"))


# ---------------------------------------------------------------- charts
@dataclass(frozen=True, slots=True)
class Frame:
    """A chart's plot: its corner at the lower left, its size and the value range of its height."""

    x: float
    y: float
    w: float
    h: float
    low: float
    high: float

    def at(self, value: float) -> float:
        return self.y + self.h * (value - self.low) / (self.high - self.low)


def titled(p: Paper, chart: Chart, x: float, y: float, w: float, unit_zh: str = "") -> None:
    p.text(x, y, chart.title, 9.5, "Bold")
    p.right(x + w, y - 14, chart.unit, 7.5)
    if unit_zh:
        p.text(x, y - 14, unit_zh, 7.5, "Han")


def axis(p: Paper, f: Frame, step: float, suffix: str = "", *, right: bool = False) -> None:
    for i in range(round((f.high - f.low) / step) + 1):
        tick = f.low + step * i
        label = f"{tick:,g}{suffix}"
        if right:
            p.text(f.x + f.w + 5, f.at(tick) - 2.5, label, 7)
        else:
            p.right(f.x - 5, f.at(tick) - 2.5, label, 7)
            p.canvas.setStrokeColor(FAINT)
            p.canvas.line(f.x, f.at(tick), f.x + f.w, f.at(tick))


def centres(f: Frame, n: int) -> list[float]:
    return [f.x + f.w / n * (i + 0.5) for i in range(n)]


def names(p: Paper, f: Frame, categories: Sequence[str]) -> None:
    for at, name in zip(centres(f, len(categories)), categories, strict=True):
        p.centred(at, f.y - 12, name)


def bars(p: Paper, f: Frame, values: Mapping[str, str]) -> None:
    """One bar a category; forecast years are paler."""
    wide = f.w / len(values) * 0.56
    for at, (name, text) in zip(centres(f, len(values)), values.items(), strict=True):
        top = f.at(float(number(text)))
        p.box(at - wide / 2, f.y, wide, top - f.y, FORECAST if name.endswith("E") else ACCENT)
        p.centred(at, top + 4, text)
    names(p, f, list(values))


def line(p: Paper, f: Frame, values: Sequence[str | None], color: object, *, labelled: bool = True) -> None:
    at = [(x, f.at(float(number(v))), v) for x, v in zip(centres(f, len(values)), values, strict=True) if v]
    path = p.canvas.beginPath()
    path.moveTo(*at[0][:2])
    for x, y, _ in at[1:]:
        path.lineTo(x, y)
    p.canvas.setStrokeColor(color)
    p.canvas.setLineWidth(1.6)
    p.canvas.drawPath(path, stroke=1, fill=0)
    p.canvas.setLineWidth(1)
    for x, y, v in at:
        p.canvas.setFillColor(color)
        p.canvas.circle(x, y, 2.4, stroke=0, fill=1)
        if labelled:
            p.centred(x, y + 6, v)


def stacked(p: Paper, f: Frame, chart: Chart) -> None:
    categories = list(chart.series[0].values)
    wide = f.w / len(categories) * 0.5
    for at, category in zip(centres(f, len(categories)), categories, strict=True):
        base = 0.0
        for series, color in zip(chart.series, SERIES, strict=False):
            text = series.values[category]
            top = base + float(number(text))
            p.box(at - wide / 2, f.at(base), wide, f.at(top) - f.at(base), color)
            p.centred(at, (f.at(base) + f.at(top)) / 2 - 2.5, text, 7, "Body", WHITE)
            base = top
    names(p, f, categories)


def grouped(p: Paper, f: Frame, chart: Chart, planted: Planted) -> None:
    categories = list(chart.series[0].values)
    wide = f.w / len(categories) * 0.28
    for i, (at, category) in enumerate(zip(centres(f, len(categories)), categories, strict=True)):
        for k, series in enumerate(chart.series):
            text = series.values[category]
            top = f.at(float(number(text) * (planted.drawn_too_high if (i, k) == (1, 1) else 1)))
            left = at + (k - 1) * (wide + 2)
            p.box(left, f.y, wide, top - f.y, SERIES[k])
            p.centred(left + wide / 2, top + 4, text)
    names(p, f, categories)


def waterfall(p: Paper, f: Frame, values: Mapping[str, str]) -> None:
    wide, level = f.w / len(values) * 0.56, 0.0
    for at, (name, text) in zip(centres(f, len(values)), values.items(), strict=True):
        value = float(number(text))
        start, level = (0.0, value) if name.isdigit() else (level, level + value)
        low, high = sorted((f.at(start), f.at(level))) if start else (f.y, f.at(level))
        p.box(at - wide / 2, low, wide, high - low, ACCENT if name.isdigit() else WARM if value < 0 else SERIES[2])
        p.centred(at, high + 4, text)
    names(p, f, list(values))


def broken_bars(p: Paper, f: Frame, values: Mapping[str, str]) -> None:
    """A bar higher than the axis is cut by two slanted strokes and says so."""
    wide = f.w / len(values) * 0.5
    for at, text in zip(centres(f, len(values)), values.values(), strict=True):
        value = float(number(text))
        top = f.at(min(value, f.high * 0.96))
        p.box(at - wide / 2, f.y, wide, top - f.y, ACCENT)
        if value > f.high:
            for lift in (20, 27):
                p.canvas.setStrokeColor(WHITE)
                p.canvas.setLineWidth(2.5)
                p.canvas.line(at - wide / 2 - 3, top - lift - 5, at + wide / 2 + 3, top - lift + 5)
            p.canvas.setLineWidth(1)
        p.centred(at, top + 4, f"Break {text}" if value > f.high else text)
    names(p, f, list(values))


def horizontal(p: Paper, x: float, y: float, w: float, values: Mapping[str, str], high: int, step: int) -> None:
    """`y` is the top of the first bar."""
    for i, (name, text) in enumerate(values.items()):
        top, long = y - 21 * i, w * float(number(text)) / high
        p.right(x - 6, top - 9, name, 7.5)
        p.box(x, top - 13, long, 13, ACCENT)
        p.text(x + long + 5, top - 9, text, 7.5)
    for tick in range(0, high + 1, step):
        p.centred(x + w * tick / high, y - 21 * len(values) - 8, str(tick), 7)


def legend(p: Paper, x: float, y: float, labels: Sequence[str]) -> None:
    for label, color in zip(labels, SERIES, strict=False):
        p.box(x, y, 7, 7, color)
        p.text(x + 11, y + 0.5, label, 7.5)
        x += 28 + width_of(label, 7.5, "Body")


def ring(p: Paper, x: float, y: float, r: float, parts: Mapping[str, str]) -> None:
    """A doughnut whose wedges fill the circle, each with its name and share beside it."""
    total, angle = float(sum(number(v) for v in parts.values())), 90.0
    for (name, text), color in zip(parts.items(), SERIES, strict=False):
        sweep = -360 * float(number(text)) / total
        p.canvas.setFillColor(color)
        p.canvas.setStrokeColor(WHITE)
        path = p.canvas.beginPath()
        path.arc(x - r, y - r, x + r, y + r, angle, sweep)
        end = (angle + sweep) * pi / 180
        path.lineTo(x + r * 0.55 * cos(end), y + r * 0.55 * sin(end))
        path.arcTo(x - r * 0.55, y - r * 0.55, x + r * 0.55, y + r * 0.55, angle + sweep, -sweep)
        path.close()
        p.canvas.drawPath(path, stroke=1, fill=1)
        middle = (angle + sweep / 2) * pi / 180
        p.centred(x + (r + 34) * cos(middle), y + (r + 16) * sin(middle), f"{name} {text}")
        angle += sweep


def picture() -> Image.Image:
    """A bar chart as pixels: nothing of it is in the text layer."""
    answers = {"Punctual delivery": 71, "Unbroken temperature": 64, "Price": 58, "Tracking": 43, "Reach": 37}
    image = Image.new("L", (990, 620), 250)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"), 24)
    draw.text((30, 24), "What matters when you choose a carrier? (% of shippers)", 40, font)
    for i, (name, value) in enumerate(answers.items()):
        top = 100 + 98 * i
        draw.text((30, top + 16), name, 60, font)
        draw.rectangle((340, top, 340 + value * 7, top + 60), 110)
        draw.text((352 + value * 7, top + 16), f"{value}%", 40, font)
    return image.rotate(0.6, Image.Resampling.BICUBIC, fillcolor=250).quantize(16)


# ---------------------------------------------------------------- tables
def table(
    p: Paper,
    of: Table,
    xs: Sequence[float],
    y: float,
    rows: Sequence[Sequence[str | None]] | None = None,
    *,
    title: str | None = None,
    step: float = 17,
) -> float:
    """The rows between the column edges `xs` under title and unit; ruled ones have a line around every cell."""
    rows = of.rows if rows is None else rows
    p.text(xs[0], y, of.title if title is None else title, 9.5, "Bold")
    p.right(xs[-1], y - 13, of.caption, 7.5)
    top, spans = y - 20, of.spans or {}
    rules = p.canvas
    rules.setLineWidth(0.6)
    p.box(xs[0], top - step * of.header_rows, xs[-1] - xs[0], step * of.header_rows, PALE)
    for i, row in enumerate(rows):
        for k, text in enumerate(row):
            if text is None:
                continue
            down, across = spans.get((i, k), (1, 1))
            left, right = xs[k], xs[k + across]
            high, low = top - step * i, top - step * (i + down)
            if of.ruled:
                rules.setStrokeColor(SOFT)
                rules.rect(left, low, right - left, high - low, stroke=1, fill=0)
            font = "Bold" if i < of.header_rows or row[0] == "Total" else "Body"
            at = (high + low) / 2 - 3
            if k not in of.factors:
                p.text(left + 5, at, text, 8, font)
            elif i < of.header_rows:
                p.centred((left + right) / 2, at, text, 8, font) if of.ruled else p.right(right - 6, at, text, 8, font)
            else:
                p.right(right - 6, at, text, 8, font)
    bottom = top - step * len(rows)
    if not of.ruled:
        rules.setStrokeColor(INK)
        for height in (top, top - step * of.header_rows, bottom):
            rules.line(xs[0], height, xs[-1], height)
    rules.setLineWidth(1)
    return bottom - 16


def edges(x: float, *widths: float) -> list[float]:
    found = [x]
    for wide in widths:
        found.append(found[-1] + wide)
    return found


# ---------------------------------------------------------------- pages
def build(planted: Planted) -> bytes:
    """The PDF's bytes."""
    register_fonts()
    file = io.BytesIO()
    p = Paper(file, planted)
    for draw in (
        cover,
        contents,
        summary,
        market,
        drivers,
        structure,
        regions,
        fleet,
        pharma,
        operations,
        costs,
        finance,
        operators,
        corridors,
        survey,
        outlook,
    ):
        assert draw.__name__ == c.PAGES[p.page - 1]
        draw(p, planted)
        p.end()
        p.canvas.setPageRotation(0)
        p.canvas.setPageSize((WIDTH, HEIGHT))
    p.canvas.save()
    file.seek(0)
    with pikepdf.open(file) as pdf:
        if planted.lost_dash:
            lose_dash(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def lose_dash(pdf: pikepdf.Pdf) -> None:
    """The en dash of the outlook's font keeps its shape and loses its Unicode mapping."""
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            if "DejaVu" in str(font.BaseFont) and "/ToUnicode" in font:
                font.ToUnicode = pdf.make_stream(font.ToUnicode.read_bytes().replace(b"<2013>", b"<200B>"))


def cover(p: Paper, _: Planted) -> None:
    p.box(0, 0, WIDTH, HEIGHT, INK)
    p.box(0, 470, 12, 130, WARM)
    p.text(60, 560, c.TITLE, 26, "Bold", WHITE)
    p.text(60, 525, c.TITLE_ZH, 18, "Han", HexColor("#cfe3e8"))
    spaced = p.canvas.beginText(60, 485)
    spaced.setFont("Body", 11)
    spaced.setFillColor(HexColor("#cfe3e8"))
    spaced.setCharSpace(3.6)
    spaced.textOut("industry white paper")
    spaced.setCharSpace(0)
    p.canvas.drawText(spaced)
    for i, tall in enumerate((40, 62, 58, 90, 118, 150, 190)):
        p.box(60 + 68 * i, 180, 44, tall, ACCENT if i < 5 else FORECAST)
    p.text(60, 110, f"{c.PUBLISHER}   May 20, 2025", 11, color=WHITE)
    p.text(60, 90, c.PUBLISHER_ZH, 11, "Han", HexColor("#cfe3e8"))


def contents(p: Paper, planted: Planted) -> None:
    p.furniture()
    p.text(LEFT, 762, "Contents", 17, "Bold")
    p.box(LEFT, 752, 46, 2.5, WARM)
    y = 730.0
    entries = [(pair[0], c.page(name)) for name, pair in HEADINGS.items()]
    if planted.abridged_contents:
        entries.append(("14 Company Profiles", 28))
    for name, page in entries:
        font = "Han" if name[0] > "\u2fff" else "Body"
        p.text(60, y, name, 9.5, font)
        p.canvas.setStrokeColor(FAINT)
        p.canvas.line(60 + width_of(name, 9.5, font) + 8, y + 2, 515, y + 2)
        p.right(535, y, str(page), 9.5)
        y -= 17.5
    y -= 14
    p.text(LEFT, y, "Key Insights", 14, "Bold")
    y -= 16
    for text in p.prose["contents"]:
        y = p.insight(LEFT, y, FULL, text)
    p.text(620, 500, "Palette: teal orange sage brick", 8)  # outside the page, as design programs leave it


def summary(p: Paper, _: Planted) -> None:
    y = p.start()
    for text in p.prose["summary"]:
        p.box(LEFT, y - 2, 6, 6, WARM)
        y = p.paragraph(LEFT + 14, y - 4, FULL - 14, text, 11, "Han", 12)
    y -= 60
    p.kpis(y, "Han")
    p.text(LEFT, y - 40, "数据来源：北松研究。本报告中的企业与数字均为虚构。", 8.5, "Han", SOFT)


def market(p: Paper, _: Planted) -> None:
    y = p.start()
    texts = p.prose["market"]
    for text in texts[:3]:
        y = p.paragraph(LEFT, y, FULL, text)
    chart = p.charts["market"]
    titled(p, chart, 80, y - 12, 455, "单位：亿元")
    f = Frame(80, y - 305, 455, 250, 0, 3500)
    axis(p, f, 500)
    bars(p, f, chart.series[0].values)
    p.canvas.setStrokeColor(WARM)
    p.canvas.line(95, y - 150, 320, y - 95)
    p.text(120, y - 92, "2019–2024 CAGR14.8%", 9, "Bold", WARM)
    p.text(LEFT, y - 340, FINE_PRINT, 7.5, color=SOFT)
    p.kpis(y - 415)
    p.paragraph(LEFT, y - 445, FULL, texts[3])


def drivers(p: Paper, _: Planted) -> None:
    y = p.start()
    texts = p.prose["drivers"]
    low = p.paragraph(LEFT, y, 235, texts[0])
    low = min(low, p.paragraph(310, y, 235, texts[1]))
    chart = p.charts["parcels"]
    y = low - 20
    titled(p, chart, 80, y, 455, "单位：十亿件")
    f = Frame(80, y - 230, 455, 190, 0, 5)
    axis(p, f, 1)
    values = chart.series[0].values
    names(p, f, list(values))
    line(p, f, list(values.values()), ACCENT, labelled=False)
    p.text(LEFT, y - 262, FINE_PRINT, 7.5, color=SOFT)
    y -= 290
    y = p.paragraph(LEFT, y, FULL, texts[2])
    y = p.insight(LEFT, y, FULL, texts[3])
    p.paragraph(LEFT, y - 14, FULL, texts[4])


def structure(p: Paper, _: Planted) -> None:
    y = p.start()
    texts = p.prose["structure"]
    y = p.paragraph(LEFT, y, FULL, texts[0])
    titled(p, p.charts["classes"], 80, y - 8, 455)
    ring(p, 297, y - 150, 88, p.charts["classes"].series[0].values)
    p.text(LEFT, y - 268, plain(texts[2]), 7.5, color=SOFT)
    y = p.paragraph(LEFT, y - 296, FULL, texts[1])
    chart = p.charts["goods"]
    titled(p, chart, 80, y - 8, 455)
    legend(p, 80, y - 26, [s.name for s in chart.series])
    f = Frame(80, y - 245, 455, 205, 0, 100)
    axis(p, f, 20, "%")
    stacked(p, f, chart)
    p.text(LEFT, y - 275, FINE_PRINT, 7.5, color=SOFT)


def regions(p: Paper, _: Planted) -> None:
    y = p.start()
    texts = p.prose["regions"]
    y = p.paragraph(LEFT, y, FULL, texts[0])
    chart = p.charts["capacity"]
    titled(p, chart, 120, y - 8, 410, "单位：百万立方米")
    horizontal(p, 120, y - 38, 380, chart.series[0].values, 35, 5)
    p.text(LEFT, y - 178, FINE_PRINT, 7.5, color=SOFT)
    y = p.paragraph(LEFT, y - 206, FULL, texts[1])
    y = table(p, p.tables["regions"], edges(60, 130, 80, 80, 85, 95), y - 10, step=20)
    p.text(LEFT, y, "Note: revenue by the seat of the customer.", 7.5, color=SOFT)
    y = p.insight(LEFT, y - 18, FULL, texts[2])
    p.paragraph(LEFT, y - 12, FULL, texts[3])


def fleet(p: Paper, _: Planted) -> None:
    y = p.start()
    texts = p.prose["fleet"]
    y = p.paragraph(LEFT, y, FULL, texts[0])
    chart = p.charts["fleet"]
    titled(p, chart, 80, y - 8, 455, "单位：千辆")
    legend(p, 80, y - 40, [s.name for s in chart.series])
    f = Frame(80, y - 310, 455, 250, 0, 500)
    axis(p, f, 100)
    stacked(p, f, chart)
    p.text(430, y - 72, "Electric: yoy44.1%", 8.5, "Bold", WARM)
    p.text(LEFT, y - 342, FINE_PRINT, 7.5, color=SOFT)
    y = p.paragraph(LEFT, y - 370, FULL, texts[1])
    y = p.insight(LEFT, y, FULL, texts[2])
    p.paragraph(LEFT, y - 12, FULL, texts[3])


def pharma(p: Paper, _: Planted) -> None:
    y = p.start()
    texts = p.prose["pharma"]
    y = p.paragraph(LEFT, y, FULL, texts[0])
    chart = p.charts["pharma"]
    revenue, rate = chart.series
    titled(p, chart, 80, y - 8, 430)
    legend(p, 80, y - 40, [s.name for s in chart.series])
    f = Frame(80, y - 290, 430, 230, 0, 140)
    axis(p, f, 20)
    bars(p, f, revenue.values)
    f = Frame(80, y - 290, 430, 230, 0, 16)
    axis(p, f, 4, "%", right=True)
    line(p, f, [rate.values.get(k) for k in revenue.values], WARM)
    p.text(LEFT, y - 322, FINE_PRINT, 7.5, color=SOFT)
    y = p.paragraph(LEFT, y - 350, FULL, texts[1])
    y = table(p, p.tables["products"], edges(60, 150, 75, 75, 80, 90), y - 8)
    p.insight(LEFT, y, FULL, texts[2])


def operations(p: Paper, planted: Planted) -> None:
    y = p.start()
    texts = p.prose["operations"]
    y = p.paragraph(LEFT, y, FULL, texts[0])
    chart = p.charts["utilisation"]
    titled(p, chart, 80, y - 8, 455)
    f = Frame(80, y - 210, 455, 170, 50, 80)
    axis(p, f, 5)
    values = chart.series[0].values
    names(p, f, list(values))
    line(p, f, list(values.values()), ACCENT)
    p.text(LEFT, y - 242, FINE_PRINT, 7.5, color=SOFT)
    y = p.paragraph(LEFT, y - 268, FULL, texts[1])
    chart = p.charts["rent"]
    titled(p, chart, 80, y - 8, 455, "单位：元/平方米")
    legend(p, 80, y - 40, [s.name for s in chart.series])
    f = Frame(80, y - 230, 455, 170, 0, 150)
    axis(p, f, 30)
    grouped(p, f, chart, planted)
    p.paragraph(LEFT, y - 268, FULL, texts[2])


def costs(p: Paper, _: Planted) -> None:
    y = p.start()
    texts = p.prose["costs"]
    y = p.paragraph(LEFT, y, FULL, texts[0])
    chart = p.charts["bridge"]
    titled(p, chart, 80, y - 8, 455)
    f = Frame(80, y - 250, 455, 205, 0, 200)
    axis(p, f, 50)
    waterfall(p, f, chart.series[0].values)
    p.text(LEFT, y - 282, FINE_PRINT, 7.5, color=SOFT)
    y = p.paragraph(LEFT, y - 308, FULL, texts[1])
    y = table(p, p.tables["costs"], edges(60, 70, 130, 68, 68, 68, 68), y - 10, step=19)
    p.text(LEFT, y, plain(texts[2]), 7.5, color=SOFT)


def finance(p: Paper, _: Planted) -> None:
    y = p.start()
    texts = p.prose["finance"]
    y = p.paragraph(LEFT, y, FULL, texts[0])
    y = p.paragraph(LEFT, y, FULL, texts[1])
    chart = p.charts["sources"]
    titled(p, chart, 80, y - 8, 455, "单位：亿元")
    f = Frame(80, y - 255, 455, 205, 0, 60)
    axis(p, f, 10)
    broken_bars(p, f, chart.series[0].values)
    p.text(LEFT, y - 285, FINE_PRINT, 7.5, color=SOFT)
    y = p.paragraph(LEFT, y - 310, FULL, texts[2])
    of = p.tables["operators"]
    table(p, of, OPERATOR_EDGES, y - 10, of.rows[: 1 + c.FIRST_ROWS], step=18)
    p.text(LEFT, 66, "1 Firms with at least one cold store or five vehicles.", 7, color=SOFT)
    p.text(LEFT, 55, "2 Without the purchase of land.", 7, color=SOFT)


OPERATOR_EDGES = edges(55, 150, 70, 70, 60, 70, 65)


def operators(p: Paper, _: Planted) -> None:
    y = p.start()
    of = p.tables["operators"]
    rest = [of.rows[0], *of.rows[1 + c.FIRST_ROWS :]]
    y = table(p, of, OPERATOR_EDGES, y, rest, title="Table 4  (continued)", step=18)
    p.text(LEFT, y, "Source: reports of the operators, Northern Larch Research.", 7.5, color=SOFT)
    y -= 30
    for text in p.prose["operators"]:
        y = p.paragraph(LEFT, y, FULL, text)
    p.kpis(y - 70)


def corridors(p: Paper, _: Planted) -> None:
    """A page of landscape, turned."""
    p.canvas.setPageRotation(90)
    p.canvas.setPageSize((HEIGHT, WIDTH))
    p.canvas.translate(WIDTH, 0)
    p.canvas.rotate(90)
    p.furniture(HEIGHT, WIDTH)
    name, beside = HEADINGS["corridors"]
    p.text(LEFT, 515, name, 17, "Bold")
    p.text(LEFT + width_of(name, 17, "Bold") + 12, 515, beside, 11, "Han", SOFT)
    p.box(LEFT, 505, 46, 2.5, WARM)
    y = p.paragraph(LEFT, 482, 742, p.prose["corridors"][0])
    y = table(p, p.tables["corridors"], edges(LEFT, 180, 90, 90, 90, 90, 100, 102), y - 16, step=26)
    p.text(LEFT, y - 4, "Note: revenue of goods carried for more than half of a corridor’s length.", 7.5, color=SOFT)


def survey(p: Paper, _: Planted) -> None:
    y = p.start()
    y = p.paragraph(LEFT, y, FULL, p.prose["survey"][0])
    p.canvas.drawImage(ImageReader(picture()), LEFT, y - 330, FULL, 310)
    p.text(LEFT, y - 350, "Picture: scan of the survey’s first question, several answers possible.", 7.5, color=SOFT)
    y -= 390
    for head, text in (
        (
            "Punctual first",
            "Shippers rank the hour of arrival above the price of a tonne; the order has not changed since the first survey.",
        ),
        (
            "Proof wanted",
            "A carrier that shows its temperature record without being asked is hired again more often than one that does not.",
        ),
        (
            "Price still counts",
            "Small shippers of produce remain the exception, and choose by price in the weeks of harvest.",
        ),
    ):
        p.text(LEFT, y, head, 10, "Bold", ACCENT)
        y = p.paragraph(LEFT, y - 15, FULL, text)


def outlook(p: Paper, _: Planted) -> None:
    y = p.start()
    for text in p.prose["outlook"]:
        y = p.paragraph(LEFT, y, FULL, text, font="Outlook")
    chart = p.charts["segments"]
    titled(p, chart, 80, y - 8, 455)
    legend(p, 80, y - 26, [s.name for s in chart.series])
    f = Frame(80, y - 260, 455, 215, 0, 350)
    axis(p, f, 50)
    stacked(p, f, chart)
    p.text(LEFT, y - 290, FINE_PRINT, 7.5, color=SOFT)
    p.kpis(y - 365)
    y -= 400
    p.text(LEFT, y, "Method", 12, "Bold")
    y -= 18
    for text in p.prose["method"]:
        y = p.paragraph(LEFT, y, FULL, text, 8.5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--consistent", action="store_true", help="build it with every planted contradiction repaired")
    parser.add_argument("output", nargs="?", type=Path, default=OUTPUT, metavar="FILE")
    arguments = parser.parse_args()
    arguments.output.write_bytes(build(CONSISTENT if arguments.consistent else Planted()))


if __name__ == "__main__":
    main()

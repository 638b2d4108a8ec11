"""Draws the sample white paper, byte for byte the same each time.

    python -m tests.sample_document.build [--consistent] [--output PATH]

Needs the `sample` dependency group and Debian's fonts-wqy-zenhei (its subset is embedded; readers of the PDF need no font).
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Sequence
from math import cos, pi, sin
from pathlib import Path

import matplotlib
import pikepdf
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.sample_document import content as c
from tests.sample_document.content import CONSISTENT, Planted

ROOT = Path(__file__).parents[2]
OUTPUT = ROOT / "raw" / "cold-chain-white-paper.pdf"
HAN_FONT = Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc")
WIDTH, HEIGHT = 595, 842
INK, ACCENT, WARM, PALE, SOFT = (HexColor(x) for x in ("#17324d", "#1f7a8c", "#e07a2f", "#e8f1f3", "#6b7c8a"))
SERIES = [ACCENT, WARM, HexColor("#8fb8a8"), HexColor("#b5493a"), HexColor("#54708c")]


def register_fonts() -> None:
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    pdfmetrics.registerFont(TTFont("Body", "Vera.ttf"))
    pdfmetrics.registerFont(TTFont("Bold", "VeraBd.ttf"))
    pdfmetrics.registerFont(TTFont("Outlook", str(fonts / "DejaVuSans.ttf")))
    pdfmetrics.registerFont(TTFont("Han", str(HAN_FONT), subfontIndex=0))


class Paper:
    """A canvas with a running page number and the drawing calls that the pages share."""

    def __init__(self, file: io.BytesIO) -> None:
        self.canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
        self.canvas.setTitle(c.TITLE)
        self.canvas.setAuthor(c.PUBLISHER)
        self.page = 1

    def text(self, x: float, y: float, text: str, size: float = 10, font: str = "Body", color: object = INK) -> None:
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(color)
        self.canvas.drawString(x, y, text)

    def centred(self, x: float, y: float, text: str, size: float = 8, font: str = "Body") -> None:
        self.text(x - pdfmetrics.stringWidth(text, font, size) / 2, y, text, size, font)

    def right(self, x: float, y: float, text: str, size: float = 8, font: str = "Body", color: object = INK) -> None:
        self.text(x - pdfmetrics.stringWidth(text, font, size), y, text, size, font, color)

    def paragraph(self, x: float, y: float, width: float, text: str, size: float = 10, font: str = "Body") -> float:
        """The text in lines of `width`; returns the height below it."""
        line = ""
        for word in [*text.split(), ""]:
            longer = f"{line} {word}".strip()
            if word and pdfmetrics.stringWidth(longer, font, size) <= width:
                line = longer
                continue
            self.text(x, y, line, size, font)
            y -= size * 1.5
            line = word
        return y - 5

    def start(self, heading: str) -> float:
        """Running header and footer in two languages, and the heading of the page."""
        self.text(50, 810, f"{c.PUBLISHER} | {c.TITLE}", 7.5, color=SOFT)
        self.right(545, 810, c.TITLE_ZH, 7.5, "Han", SOFT)
        self.canvas.setStrokeColor(ACCENT)
        self.canvas.line(50, 803, 545, 803)
        self.text(50, 30, c.PUBLISHER_ZH, 7.5, "Han", SOFT)
        self.right(545, 30, str(self.page), 7.5, color=SOFT)
        self.text(50, 765, heading, 17, "Bold")
        return 738

    def end(self) -> None:
        self.canvas.showPage()
        self.page += 1

    def box(self, x: float, y: float, w: float, h: float, color: object = PALE) -> None:
        self.canvas.setFillColor(color)
        self.canvas.rect(x, y, w, h, stroke=0, fill=1)


def axes(
    p: Paper,
    x: float,
    y: float,
    w: float,
    h: float,
    ticks: Sequence[float],
    fmt: str = "{:,.0f}",
    *,
    right: bool = False,
) -> None:
    top = ticks[-1]
    for tick in ticks:
        at = y + h * (tick - ticks[0]) / (top - ticks[0])
        if right:
            p.text(x + w + 5, at - 2.5, fmt.format(tick), 7)
        else:
            p.right(x - 5, at - 2.5, fmt.format(tick), 7)
            p.canvas.setStrokeColor(HexColor("#d5dde2"))
            p.canvas.line(x, at, x + w, at)


def title(p: Paper, x: float, y: float, w: float, text: str, unit: str, unit_zh: str = "") -> None:
    p.text(x, y, text, 10, "Bold")
    p.right(x + w, y - 15, unit, 8)
    if unit_zh:
        p.text(x, y - 15, unit_zh, 8, "Han")


def bars(
    p: Paper,
    x: float,
    y: float,
    w: float,
    h: float,
    data: dict[str, float],
    ticks: Sequence[float],
    fmt: str = "{:,.0f}",
) -> None:
    """One bar a category; forecast years are paler."""
    axes(p, x, y, w, h, ticks)
    step = w / len(data)
    for i, (name, value) in enumerate(data.items()):
        height = h * value / ticks[-1]
        left = x + step * (i + 0.22)
        p.canvas.setFillColor(HexColor("#8fc3cc") if name.endswith("E") else ACCENT)
        p.canvas.rect(left, y, step * 0.56, height, stroke=0, fill=1)
        p.centred(left + step * 0.28, y + height + 4, fmt.format(value))
        p.centred(left + step * 0.28, y - 12, name)


def line(
    p: Paper,
    x: float,
    y: float,
    w: float,
    h: float,
    values: Sequence[float | None],
    low: float,
    high: float,
    color: object,
    fmt: str,
) -> None:
    step = w / len(values)
    at = [(x + step * (i + 0.5), y + h * (v - low) / (high - low), v) for i, v in enumerate(values) if v is not None]
    path = p.canvas.beginPath()
    path.moveTo(*at[0][:2])
    for px, py, _ in at[1:]:
        path.lineTo(px, py)
    p.canvas.setStrokeColor(color)
    p.canvas.setLineWidth(1.6)
    p.canvas.drawPath(path, stroke=1, fill=0)
    p.canvas.setLineWidth(1)
    for px, py, v in at:
        p.canvas.setFillColor(color)
        p.canvas.circle(px, py, 2.4, stroke=0, fill=1)
        p.centred(px, py + 6, fmt.format(v))


def legend(p: Paper, x: float, y: float, names: Sequence[str]) -> None:
    for name, color in zip(names, SERIES, strict=False):
        p.canvas.setFillColor(color)
        p.canvas.rect(x, y, 8, 8, stroke=0, fill=1)
        p.text(x + 12, y + 0.5, name, 8)
        x += 30 + pdfmetrics.stringWidth(name, "Body", 8)


def ring(p: Paper, x: float, y: float, r: float, parts: dict[str, int]) -> None:
    """A doughnut whose wedges fill the circle, each with its name and share beside it."""
    total, angle = sum(parts.values()), 90.0
    for (name, value), color in zip(parts.items(), SERIES, strict=False):
        sweep = -360 * value / total
        p.canvas.setFillColor(color)
        p.canvas.setStrokeColor(HexColor("#ffffff"))
        path = p.canvas.beginPath()
        path.arc(x - r, y - r, x + r, y + r, angle, sweep)
        end = (angle + sweep) * pi / 180
        path.lineTo(x + r * 0.55 * cos(end), y + r * 0.55 * sin(end))
        path.arcTo(x - r * 0.55, y - r * 0.55, x + r * 0.55, y + r * 0.55, angle + sweep, -sweep)
        path.close()
        p.canvas.drawPath(path, stroke=1, fill=1)
        middle = (angle + sweep / 2) * pi / 180
        p.centred(x + (r + 34) * cos(middle), y + (r + 20) * sin(middle), f"{name} {value}%")
        angle += sweep


def rows(
    p: Paper, xs: Sequence[float], y: float, lines: Sequence[Sequence[str]], *, rules: bool, head: int = 1
) -> float:
    """Table rows at the columns `xs`; the first column to the left, the others to the right of their place."""
    p.canvas.setStrokeColor(INK)
    p.canvas.line(xs[0] - 4, y + 13, xs[-1] + 4, y + 13)
    for n, cells in enumerate(lines):
        for i, (x, cell) in enumerate(zip(xs, cells, strict=True)):
            font = "Bold" if n < head else "Body"
            if i == 0:
                p.text(x, y, cell, 8.5, font)
            elif cell:
                p.right(x, y, cell, 8.5, font)
        if rules or n == head - 1 or n == len(lines) - 1:
            p.canvas.line(xs[0] - 4, y - 6, xs[-1] + 4, y - 6)
        y -= 19
    return y


def build(planted: Planted) -> bytes:
    """The PDF's bytes."""
    register_fonts()
    file = io.BytesIO()
    p = Paper(file)
    for draw in (
        cover,
        contents,
        insights,
        market,
        drivers,
        structure,
        regions,
        fleet,
        pharma,
        operations,
        finance,
        outlook,
        method,
    ):
        draw(p, planted)
        p.end()
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
    p.text(60, 560, c.TITLE, 26, "Bold", HexColor("#ffffff"))
    p.text(60, 525, c.TITLE_ZH, 18, "Han", HexColor("#cfe3e8"))
    spaced = p.canvas.beginText(60, 480)
    spaced.setFont("Body", 11)
    spaced.setFillColor(HexColor("#cfe3e8"))
    spaced.setCharSpace(3.6)
    spaced.textOut("industry white paper")
    p.canvas.drawText(spaced)
    p.text(60, 120, f"{c.PUBLISHER}   May 20, 2025", 11, color=HexColor("#ffffff"))


def contents(p: Paper, planted: Planted) -> None:
    y = p.start("Contents")
    names = (
        "Key insights",
        "Market size",
        "Drivers",
        "Structure",
        "Regions",
        "Fleet",
        "Pharmaceuticals",
        "Operations",
        "Finance",
        "Outlook",
        "Company profiles",
        "Method",
    )
    pages = dict(zip(names, (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 28, 41), strict=True))
    if not planted.abridged_contents:
        del pages["Company profiles"]
        pages["Method"] = 13
    for name, page in pages.items():
        p.text(60, y, name, 10.5)
        p.right(540, y, str(page), 10.5)
        y -= 24


def insights(p: Paper, _: Planted) -> None:
    y = p.start("Key insights")
    for text in (
        "Demand keeps growing. China’s cold-chain market reached RMB 184.5 billion in 2024, against RMB 92.4 billion in 2019.",
        "Supply is scattered. At the end of 2024, 12,480 enterprises ran cold stores or refrigerated fleets in China.",
        "Electric trucks are catching on. The electric fleet counted 63.7 thousand vehicles in 2024, up from 44.2 thousand in 2023.",
        "Stores are used better. Average utilisation of cold stores was 71.2% in 2024.",
    ):
        p.box(50, y - 52, 495, 58)
        p.paragraph(64, y - 14, 465, text)
        y -= 74
    p.text(620, 500, "Palette: teal orange sage brick", 8)  # outside the page, as design programs leave it


def market(p: Paper, planted: Planted) -> None:
    y = p.start("1 Market size")
    y = p.paragraph(
        50,
        y,
        495,
        "China’s cold-chain logistics market was worth RMB 184.5 billion in 2024, after RMB 160.3 billion in 2023. "
        f"That is growth of {planted.growth_2024} in 2024.By 2028 the market is expected to reach RMB 308.8 billion.",
    )
    y = p.paragraph(
        50,
        y,
        495,
        "The compound annual growth rate was 14.8% for 2019–2024. "
        f"In 2024 the market was {planted.multiple} times as large as in 2019.",
    )
    title(p, 70, y - 18, 460, "China cold-chain market size, 2019–2028E", planted.market_unit, "单位：亿元")
    bars(p, 70, y - 290, 460, 220, {k: v * 10 for k, v in c.MARKET.items()}, range(0, 3501, 500))
    p.text(50, y - 330, "Source: Northern Larch Research.", 7.5, color=SOFT)


def drivers(p: Paper, _: Planted) -> None:
    y = p.start("2 Drivers")
    left = (
        "Fresh food bought online is the strongest driver. In 2024, 38.6% of urban households ordered chilled food at least once a week, "
        "compared with 29.4% in 2022. The average order weighed 3.2 kg."
    )
    right = (
        "Rules are the second. Since 2022 every carrier of frozen food must log temperatures; about 84% of carriers did so by the end of 2024. "
        "Penalties for a broken chain rose to RMB 30,000 in 2023."
    )
    p.paragraph(50, y, 235, left)
    p.paragraph(310, y, 235, right)
    p.box(50, y - 190, 495, 60)
    p.text(64, y - 154, "CAGR 14.8%", 18, "Bold", ACCENT)
    p.text(64, y - 174, "of the cold-chain market, 2019–2024", 9)
    p.paragraph(
        50,
        y - 225,
        495,
        "Losses fall where the chain holds: the loss rate of leaf vegetables was 8.3% in 2024, down from 11.9% in 2019, a fall of 3.6 percentage points.",
    )


def structure(p: Paper, planted: Planted) -> None:
    y = p.start("3 Structure")
    parts = {"Frozen": planted.frozen_share, "Chilled": 33, "Cool": 18, "Deep-frozen": 8}
    y = p.paragraph(
        50,
        y,
        495,
        "Frozen goods are the largest class, ahead of chilled goods with 33%. Cool and deep-frozen goods together account for 26%.",
    )
    title(p, 70, y - 18, 460, "Cold-chain volume by temperature class, 2024", "Unit: %")
    ring(p, 297, y - 200, 105, parts)
    p.text(50, y - 360, "Source: Northern Larch Research, survey of 320 stores.", 7.5, color=SOFT)


def regions(p: Paper, planted: Planted) -> None:
    y = p.start("4 Regions")
    y = p.paragraph(
        50,
        y,
        495,
        f"{planted.largest} has the largest capacity of cold stores of all provinces. The five leading provinces had a total of 118.4 million cubic metres in 2024.",
    )
    title(p, 70, y - 12, 460, "Cold-store capacity of leading provinces, 2024", "Unit: million m3")
    for i, (name, value) in enumerate(c.CAPACITY.items()):
        top = y - 66 - 26 * i
        p.right(135, top + 4, name, 8)
        p.canvas.setFillColor(ACCENT)
        p.canvas.rect(140, top, 330 * value / 35, 15, stroke=0, fill=1)
        p.text(146 + 330 * value / 35, top + 4, f"{value}", 8)
    for tick in range(0, 36, 5):
        p.centred(140 + 330 * tick / 35, y - 184, str(tick), 7)
    y -= 225
    p.text(60, y, "Table 1  Market by region", 10, "Bold")
    p.right(540, y - 16, "(RMB billion)", 8)
    total = [sum(v[k] for v in c.REGIONS.values()) for k in (0, 1)]
    body = [
        [name, f"{a:.1f}", f"{b:.1f}", f"{100 * (b / a - 1):.1f}%", f"{100 * b / total[1]:.1f}%"]
        for name, (a, b) in c.REGIONS.items()
    ]
    lines = [
        ["Region", "2023", "2024", "Growth", "Share of 2024"],
        *body,
        ["Total", f"{total[0]:.1f}", f"{total[1]:.1f}", f"{100 * (total[1] / total[0] - 1):.1f}%", "100.0%"],
    ]
    rows(p, (60, 220, 320, 420, 540), y - 38, lines, rules=True)


def fleet(p: Paper, planted: Planted) -> None:
    y = p.start("5 Fleet")
    y = p.paragraph(
        50,
        y,
        495,
        f"At the end of 2024 there were {planted.fleet_total} thousand refrigerated vehicles on the road in China: 296.5 thousand with diesel engines, 41.1 thousand with gas engines and 63.7 thousand electric ones.",
    )
    title(p, 70, y - 18, 460, "Refrigerated vehicles by drive, 2021–2024", "Unit: thousand vehicles")
    legend(p, 70, y - 52, ("Diesel", "Gas", "Electric"))
    base, height = y - 310, 230
    axes(p, 70, base, 460, height, range(0, 501, 100))
    for i, (year, values) in enumerate(c.FLEET.items()):
        bottom = base
        for value, color in zip(values, SERIES, strict=False):
            tall = height * value / 500
            p.canvas.setFillColor(color)
            p.canvas.rect(100 + 115 * i, bottom, 60, tall, stroke=0, fill=1)
            p.centred(130 + 115 * i, bottom + tall / 2 - 3, f"{value}")
            bottom += tall
        p.centred(130 + 115 * i, base - 12, year)


def pharma(p: Paper, planted: Planted) -> None:
    y = p.start("6 Pharmaceuticals")
    y = p.paragraph(
        50,
        y,
        495,
        f"Revenue from the cold chain of medicines reached RMB {planted.pharma_2024} billion in 2024, compared with RMB 66.8 billion in 2023. Growth slowed to 9.7% in 2023 and recovered to 10.2% in 2024.",
    )
    title(p, 70, y - 18, 430, "Revenue and growth of medicine cold chains, 2020–2024", "Unit: RMB billion, %")
    legend(p, 70, y - 52, ("Revenue", "Growth"))
    bars(p, 70, y - 310, 430, 230, c.PHARMA, range(0, 101, 20), "{:.1f}")
    axes(p, 70, y - 310, 430, 230, range(0, 21, 5), "{:.0f}%", right=True)
    line(p, 70, y - 310, 430, 230, [c.PHARMA_GROWTH.get(k) for k in c.PHARMA], 0, 20, WARM, "{:.1f}%")


def operations(p: Paper, planted: Planted) -> None:
    y = p.start("7 Operations")
    y = p.paragraph(
        50,
        y,
        495,
        f"Average utilisation of cold stores rose from 61.5% in 2019 to 71.2% in 2024, a gain of {planted.utilisation_gain} percentage points.",
    )
    title(p, 70, y - 12, 460, "Average utilisation of cold stores, 2019–2024", "Unit: %")
    axes(p, 70, y - 190, 460, 150, range(50, 81, 5))
    for i, year in enumerate(c.UTILISATION):
        p.centred(70 + 460 / 6 * (i + 0.5), y - 202, year)
    line(p, 70, y - 190, 460, 150, list(c.UTILISATION.values()), 50, 80, ACCENT, "{:.1f}")
    y -= 250
    title(p, 70, y, 460, "Monthly rent of cold stores by city tier", "Unit: RMB per m2")
    legend(p, 70, y - 34, ("2023", "2024"))
    axes(p, 70, y - 230, 460, 180, range(0, 181, 30))
    for i, (tier, pair) in enumerate(c.RENT.items()):
        for k, value in enumerate(pair):
            tall = 180 * value / 180 * (planted.drawn_too_high if (i, k) == (1, 1) else 1)
            p.canvas.setFillColor(SERIES[k])
            p.canvas.rect(92 + 115 * i + 36 * k, y - 230, 32, tall, stroke=0, fill=1)
            p.centred(108 + 115 * i + 36 * k, y - 226 + tall, str(value))
        p.centred(126 + 115 * i, y - 242, tier)


def finance(p: Paper, planted: Planted) -> None:
    y = p.start("8 Finance")
    y = p.paragraph(
        50,
        y,
        495,
        f"Operator A earned revenue of RMB {planted.firm_a_billion} billion in 2024. In all, {planted.enterprises_again} enterprises ran cold stores or refrigerated fleets in China at the end of 2024.",
    )
    p.text(60, y - 10, "Table 2  Revenue of leading operators", 10, "Bold")
    p.right(540, y - 26, "(RMB million)", 8)
    body = [[name, f"{a:,}", f"{b:,}", f"{100 * (b / a - 1):.1f}%"] for name, (a, b) in c.FIRMS.items()]
    y = rows(p, (60, 280, 400, 540), y - 48, [["Operator", "2023", "2024", "Growth"], *body], rules=False)
    p.paragraph(
        50,
        y - 20,
        495,
        "Investment in new stores was RMB 21.4 billion in 2024, 11.6% of market revenue. Debt of the leading operators was 54.2% of their assets, in thousands of million yuan 11.3.",
    )


def outlook(p: Paper, planted: Planted) -> None:
    y = p.start("9 Outlook")
    for text in (
        f"The market is projected to grow at a CAGR of {planted.cagr_forecast} for 2024–2028, from RMB 184.5 billion in 2024 to RMB 308.8 billion in 2028.",
        "New stores need capital of RMB 40–60 billion by 2028. Automation should cut labour costs by 15–20% over 2025–2028, and the electric share of new trucks is expected to be 35–45% in 2028.",
    ):
        y = p.paragraph(50, y, 495, text, font="Outlook")
    p.box(50, y - 60, 495, 56)
    p.text(64, y - 26, "RMB 308.8 billion", 18, "Bold", ACCENT)
    p.text(64, y - 46, "expected market size in 2028", 9)


def method(p: Paper, _: Planted) -> None:
    y = p.start("Method")
    y = p.paragraph(
        50,
        y,
        495,
        f"{c.PUBLISHER} is an invented publisher and every figure of this document was made up to show how a white paper is read and checked.",
    )
    p.paragraph(
        50,
        y,
        495,
        "Market size is the revenue of storage, transport and handling at controlled temperature. Forecasts are marked with the letter E.",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--consistent", action="store_true", help="build it with every planted contradiction repaired")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    arguments.output.write_bytes(build(CONSISTENT if arguments.consistent else Planted()))


if __name__ == "__main__":
    main()

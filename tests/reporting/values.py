"""Hand-made facts, findings and a PDF of two lines, for the report's tests."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
from reportlab.pdfgen import canvas

from wpextract.charts.model import Axis, Chart, Point
from wpextract.consistency.model import Correction, Finding, Interval, Member, Target
from wpextract.extraction import Extraction
from wpextract.facts.model import Fact, NumberToken
from wpextract.reading.model import Block, Box, Document, Notice, Page, Place
from wpextract.tables.model import Cell, Table

WIDTH, HEIGHT = 400.0, 300.0
NUMBER = Box(100, 40, 190, 56)  # where `draw_pdf` puts its black bar on an upright page
HOSTILE = "<script>window.hacked=1</script>\"'><img src=x onerror=window.hacked=1>\u202egnp.exe\x07"


def draw_pdf(
    path: Path, pages: int = 1, rotate: int = 0, crop: tuple[float, float, float, float] | None = None
) -> Path:
    """Pages of `WIDTH` x `HEIGHT` with a black bar at `NUMBER`, which a rotation turns and a crop moves."""
    buffer = io.BytesIO()
    paper = canvas.Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    for _ in range(pages):
        paper.rect(NUMBER.x0, HEIGHT - NUMBER.bottom, NUMBER.width, NUMBER.height, stroke=0, fill=1)
        paper.showPage()
    paper.save()
    with pikepdf.open(io.BytesIO(buffer.getvalue())) as pdf:
        for page in pdf.pages:
            if rotate:
                page.Rotate = rotate
            if crop:
                page.CropBox = pikepdf.Array(list(crop))
        pdf.save(path, deterministic_id=True)
    return path


def fact(key: str, printed: str, *, source: str = "prose", source_id: str = "block-1", **more: object) -> Fact:
    number = Decimal(printed)
    made = Fact(
        fact_id=key, page=1, source="prose", source_id=source_id, char_start=None, char_end=None, snippet="RMB 615.7 billion",
        sentence="The market reached RMB 615.7 billion in 2024.", language="en", metric="market size", metric_key="market size",
        geography="China", kind="money", value=number, value_low=number, value_high=number, bound_low=number, bound_high=number,
        decimals=-8, comparator="=", direction=None, unit="CNY", unit_denominator=None, counted_noun=None, currency="CNY",
        value_as_printed="615.7", unit_as_printed="RMB billion", scale=Decimal(10) ** 9, period_start=None, period_end=None,
        period_kind=None, period_label="2024", period_basis="sentence", is_forecast=False, confidence=0.9,
        boxes=(Place(1, NUMBER),),
    )  # fmt: skip
    return replace(made, source=source, **more)  # type: ignore[arg-type]


def finding(**more: object) -> Finding:
    made = Finding(
        finding_id="finding-1", rule="unit_scale_mismatch", status="fails", printed_status="fails", severity="error",
        pages=(1,), members=(Member("facts", "fact-1", "stated"), Member("chart_points", "point-1", "claim")),
        statement="6,157 should be RMB 615.7 billion.", computation="6,157 x 10^9 against 615.7 x 10^9",
        printed=Interval(Decimal("6156500000000"), Decimal("6157500000000")),
        derived=Interval(Decimal("615650000000"), Decimal("615750000000")),
        unit="CNY", diagnosis="factor 0.1", correction_id="correction-1", confidence=0.9,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def extraction(text: str = "Market size", kind: str = "pdf", identity: str = "paper-12345678") -> Extraction:
    """A document of one page with a sentence, a chart, a table, a failing finding and its correction; `text` is in all."""
    page = (
        Page(1, WIDTH, HEIGHT, ()) if kind == "pdf" else Page(1, 0, 0, (), text="The market reached RMB 615.7 billion.")
    )
    box = NUMBER if kind == "pdf" else None
    said = f"{text} reached RMB 615.7 billion in 2024."
    at = said.index("RMB")
    places = (Place(1, NUMBER),) if kind == "pdf" else ()
    prose = fact("fact-1", "615700000000", metric=text, char_start=at, char_end=at + 17, boxes=places)
    drawn = fact(
        "fact-2", "615700000000", source="chart", source_id="point-1", container_id="chart-1", metric=text, series=text,
        snippet="6,157", value_uncorrected=Decimal("6157000000000"), correction_id="correction-1", boxes=places,
    )  # fmt: skip
    cell = fact(
        "fact-3",
        "42",
        source="table",
        source_id="cell-2",
        metric="share",
        kind="percent",
        unit="%",
        currency=None,
        decimals=0,
    )
    point = Point("point-1", text, "2024", "primary", "6,157", Decimal(6157), 6100.0, 50.0, None, NUMBER)
    chart = Chart(
        "chart-1",
        1,
        text,
        None,
        "bar",
        "Unit: RMB Billion",
        Axis(0, 7000, False),
        None,
        (text,),
        (point,),
        (),
        Box(80, 30, 300, 200),
    )
    cells = (
        Cell("cell-1", 1, 0, 0, 1, 1, text, True, Box(50, 210, 150, 230)),
        Cell("cell-2", 1, 1, 0, 1, 1, "42%", False, Box(50, 230, 150, 250)),
    )
    table = Table("table-1", 1, 1, text, None, 2, 1, 1, 0, "rules", 0.9, Box(50, 210, 150, 250), cells)
    fix = Correction(
        "correction-1", (Target("chart_points", "point-1"),), "scale", "RMB Billion", "RMB 100 million", Decimal("0.1"),
        ("finding-1",), "applied", "RMB Billion", None, None, text,
    )  # fmt: skip
    held = finding(finding_id="finding-2", status="holds", printed_status="fails", statement=f"{text} is restated.")
    if kind == "text":
        return _text_dump(said, prose, text, identity, page)
    return Extraction(
        document=Document(identity, "0" * 64, f"{text}.pdf", kind, 1, (page,), "en", title=text, pages_total=1),  # type: ignore[arg-type]
        blocks=(Block("block-1", 1, "paragraph", 0, said, box, (None,) * len(said)),),
        tables=(table,),
        charts=(chart,),
        facts=(prose, drawn, cell),
        number_tokens=(NumberToken(1, "615.7", "fact", "fact-1", box), NumberToken(1, text, "unread", None, box)),
        findings=(finding(statement=f"{text}: 6,157 should be RMB 615.7 billion.", diagnosis=text), held),
        corrections=(fix,),
    )


def _text_dump(said: str, prose: Fact, text: str, identity: str, page: Page) -> Extraction:
    document = Document(
        identity,
        "0" * 64,
        "dump.txt",
        "text",
        1,
        (page,),
        "en",
        title=text,
        pages_total=1,
        notices=(Notice("x", text),),
    )
    blocks = (Block("block-1", 1, "paragraph", 0, said, None, (None,) * len(said)),)
    return Extraction(document, blocks, (), (), (prose,), (), (finding(correction_id=None),), ())

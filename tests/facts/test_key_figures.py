"""Key figures: a large number in a box, named and dated by the small words above or below it."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.pages import both, make_pdf, text_at
from wpextract.pipeline import extract


def boxes(canvas: Canvas) -> None:
    for x in (40, 150, 260):
        canvas.rect(x, 440, 105, 60)
    canvas.setFont("Helvetica", 24)
    canvas.drawString(40, 540, "Heating without fire")


def test_each_figure_has_the_label_of_its_own_box(tmp_path: Path) -> None:
    labels = text_at(
        (44, 486, "Heat pumps in use, 2024"), (154, 486, "Permits, 2025"), (264, 486, "Mean price"), size=7.5
    )
    figures = text_at((44, 460, "82.6 million"), (154, 460, "1.4 million"), (264, 460, "EUR 9,300"), size=14)
    path = make_pdf(tmp_path / "a.pdf", both(boxes, labels, figures))
    found = extract(path).facts
    assert {f.source for f in found} == {"prose"}
    facts = {f.value_as_printed: (f.metric.split(" – ")[0], f.period_start and f.period_start.year) for f in found}
    assert facts == {"82.6": ("Heat pumps in use", 2024), "1.4": ("Permits", 2025), "9,300": ("Mean price", 2025)}


def test_the_unit_of_a_figure_tells_what_is_measured(tmp_path: Path) -> None:
    labels = text_at((44, 486, "running in Spain"), (154, 486, "Kilns at sea"), size=7.5)
    figures = text_at((44, 460, "560 MW"), (154, 460, "420 MW"), size=14)
    found = extract(make_pdf(tmp_path / "a.pdf", both(boxes, labels, figures))).facts
    assert [f.metric.split(" – ")[0] for f in found] == ["capacity running in Spain", "Kilns at sea capacity"]


def test_a_remark_that_holds_a_number_of_its_own_names_no_figure(tmp_path: Path) -> None:
    labels = text_at((44, 488, "Battery output, 2024"), (154, 488, "Robot orders, 2024"), size=7.5)
    figures = text_at((44, 466, "82.6 GWh"), (154, 466, "14,200"), size=14)
    remarks = text_at((44, 456, "CAGR 11%"), (154, 456, "CAGR 9%"), size=7.5)  # closer to the figures
    found = extract(make_pdf(tmp_path / "a.pdf", both(boxes, labels, figures, remarks))).facts
    facts = {f.snippet: f.metric.split(" – ")[0] for f in found if not f.snippet.endswith("%")}
    assert facts == {"82.6 GWh": "Battery output", "14,200": "Robot orders"}

"""Tiny documents for the auditor's tests: sentences, charts and tables as the earlier stages hand them over.

A number is written as people print it: "RMB 35.2 billion", "4.8 percentage points", "24.6%", "3.6 times".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from wpextract.charts.model import Axis, Chart, Point
from wpextract.consistency import Checked, check
from wpextract.consistency.claims import Claim
from wpextract.consistency.material import Material
from wpextract.facts.model import Fact
from wpextract.ids import Ids
from wpextract.reading.model import Block, Box, Document
from wpextract.tables.model import Cell, Table

BOX = Box(0, 0, 10, 10)
SCALES = {"trillion": 12, "billion": 9, "100 million": 8, "million": 6, "thousand": 3, "亿": 8, "万": 4}


def read(text: str) -> dict[str, Any]:
    """Value, interval and unit of a printed number, as the quantities stage reads it."""
    m = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    words = {"doubled": 2, "翻番": 2, "four": 4}
    printed = m.group(0) if m else str(next(v for w, v in words.items() if w in text))
    value = Decimal(printed.replace(",", ""))
    negative = text.strip().startswith(("(", "-"))
    power = next((p for w, p in SCALES.items() if w in text), 0)
    currency = "USD" if re.search("USD|美元", text) else "CNY" if re.search("RMB|yuan|元", text) else None
    kind, unit = "count", "1"
    if currency:
        kind, unit = "money", currency
    elif "point" in text or "百分点" in text:
        kind, unit = "percentage_point", "pct_point"
    elif "%" in text:
        kind, unit = "percent", "%"
    elif re.search("times|倍|doubled|翻番", text):
        kind, unit = "multiple", "x"
    elif found := re.search(r"GWh|TWh|EFLOPS|kW|MW|GW", text):
        kind, unit = "physical", found.group(0)
    scale = Decimal(10) ** power
    value = value * scale * (-1 if negative else 1)
    decimals = len(printed.partition(".")[2]) - power
    half = Decimal(5).scaleb(-decimals - 1) if m else Decimal(0)
    low, high = value - half, value + half
    comparator = ">" if re.search("over|exceed|超", text) else "~" if "about" in text else "="
    return {
        "kind": kind, "unit": unit, "currency": currency, "value": value, "value_low": value, "value_high": value,
        "bound_low": value if comparator == ">" else low, "bound_high": None if comparator == ">" else high,
        "decimals": decimals if m else None, "comparator": comparator, "value_as_printed": printed, "scale": scale,
    }  # fmt: skip


def years(period: int | str | None) -> dict[str, Any]:
    if period is None:
        return {"period_start": None, "period_end": None, "period_kind": None, "period_basis": None}
    first, _, last = str(period).partition("-")
    return {
        "period_start": date(int(first), 1, 1), "period_end": date(int(last or first), 12, 31), "period_kind": "year",
        "period_basis": "sentence",
    }  # fmt: skip


@dataclass
class Paper:
    """A document under construction."""

    facts: list[Fact] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    pages: int = 20

    def _fact(self, text: str, **given: Any) -> Fact:
        base: dict[str, Any] = {
            "fact_id": f"f{len(self.facts)}", "page": 1, "source": "prose", "source_id": "b", "char_start": None,
            "char_end": None, "snippet": text, "sentence": "", "language": "en", "metric": "", "metric_key": "",
            "geography": None, "direction": None, "unit_denominator": None, "counted_noun": None,
            "unit_as_printed": None, "period_label": None, "is_forecast": False, "confidence": 0.9, "boxes": (),
        }  # fmt: skip
        fact = Fact(**{**base, **read(text), **years(None), **given})
        fact = replace(fact, metric_key=fact.metric.lower())
        self.facts.append(fact)
        return fact

    def say(self, sentence: str, *numbers: tuple[str, str, int | str | None], page: int = 1, **given: Any) -> Paper:
        """A sentence as a block of its own; `numbers` are (as printed, metric, period) in order."""
        block = f"block{len(self.blocks)}"
        self.blocks.append(Block(block, page, "paragraph", len(self.blocks), "", None, ()))
        return self.add(sentence, *numbers, page=page, **given)

    def add(self, sentence: str, *numbers: tuple[str, str, int | str | None], page: int = 1, **given: Any) -> Paper:
        """The next sentence of the block."""
        block = self.blocks[-1]
        text = " ".join(filter(None, (block.text, sentence)))
        at = len(text) - len(sentence)
        self.blocks[-1] = replace(block, text=text, places=(None,) * len(text))
        for printed, metric, period in numbers:
            at = text.index(printed, at)
            self._fact(
                printed, page=page, source_id=block.block_id, sentence=sentence, metric=metric, char_start=at,
                char_end=at + len(printed), **{**years(period), **given},
            )  # fmt: skip
            at += len(printed)
        return self

    def chart(
        self, title: str, unit: str, series: dict[str, dict[str, str]], kind: str = "bar", page: int = 1,
        drawn: dict[tuple[str, str], float] | None = None, period: int | None = None, broken: bool = False,
    ) -> Paper:  # fmt: skip
        """A chart of labelled marks: series -> category -> label; `drawn` where a mark is not at its label."""
        cid, points = f"chart{len(self.charts)}", []
        for name, marks in series.items():
            for category, label in marks.items():
                pid = f"{cid}-{len(points)}"
                number = Decimal(re.sub(r"[^\d.\-]", "", label))
                geometry = (drawn or {}).get((name, category), float(number))
                points.append(
                    Point(pid, name, category, "primary", label, number, geometry, abs(geometry) / 200, None, BOX)
                )
                year = re.match(r"\d{4}", category)
                when = int(year.group(0)) if year else period
                self._fact(
                    label if "%" in label else f"{label} {unit}", page=page, source="chart", source_id=pid,
                    snippet=label, metric=f"{title} {name} {'' if year else category}", series=name, container_id=cid,
                    unit_as_printed=unit, context=title, is_forecast=category.endswith("E"), **years(when),
                )  # fmt: skip
        axis = Axis(0, max((p.from_geometry or 0) for p in points), unit == "%", is_broken=broken)
        self.charts.append(
            Chart(cid, page, title, None, kind, unit, axis, None, tuple(series), tuple(points), (), BOX)  # type: ignore[arg-type]
        )
        return self

    def column(self, head: str, rows: dict[str, str], page: int = 1) -> Paper:
        """Figures of a picture under one another, each beside what it counts."""
        for name, text in rows.items():
            block = f"block{len(self.blocks)}"
            self.blocks.append(Block(block, page, "chart_text", len(self.blocks), text, None, (None,) * len(text)))
            self._fact(
                text, page=page, source="chart", source_id=block, metric=f"{name} {head}", series=head, char_start=0,
                char_end=len(text), sentence=f"{text} {name} – {head}", confidence=0.6,
            )  # fmt: skip
        return self

    def table(self, title: str, unit: str, rows: Sequence[Sequence[str]], page: int = 1, head: int = 1) -> Paper:
        """A table whose first column and first `head` rows are headings; a cell with `%` is a percentage."""
        tid, cells = f"table{len(self.tables)}", []
        for y, row in enumerate(rows):
            for x, text in enumerate(row):
                cid = f"{tid}-{y}-{x}"
                cells.append(Cell(cid, page, y, x, 1, 1, text, y < head or x == 0, BOX))
                if y < head or x == 0 or not re.search(r"\d", text):
                    continue
                found = re.findall(r"(?:19|20)\d\d", rows[0][x])
                self._fact(
                    text if "%" in text else f"{text} {unit}", page=page, source="table", source_id=cid, snippet=text,
                    metric=f"{row[0]} – {rows[0][x]}", series=rows[0][x], container_id=tid, unit_as_printed=unit,
                    context=title, **years("-".join(found) if found else None),
                )  # fmt: skip
        self.tables.append(
            Table(tid, page, page, title, unit, len(rows), len(rows[0]), head, 1, "made", 1.0, BOX, tuple(cells))
        )
        return self

    def check(self, published_on: str | None = None, **given: Any) -> Checked:
        return check(
            self._document(published_on), self.blocks, self.tables, self.charts, self.facts, Ids("0" * 64), **given
        )

    def material(self) -> Material:
        """What the rules work on."""
        return Material(self._document(), self.blocks, self.tables, self.charts, self.facts)

    def claims(self) -> list[Claim]:
        """What the numbers of the text claim, in reading order."""
        return [c for s in self.material().sentences for c in s.claims]

    def _document(self, published_on: str | None = None) -> Document:
        return Document(
            "doc", "0" * 64, "doc.pdf", "pdf", 1, (), "en", pages_total=self.pages, published_on=published_on
        )


def told(checked: Checked, rule: str) -> list[str]:
    """The statuses of a rule's findings, failures first."""
    return sorted((f.status for f in checked.findings if f.rule == rule), key=("fails", "undetermined", "holds").index)

"""What the sample's figures say of one another, from the same figures that draw it.

Each relation is judged by interval arithmetic on the printed digits. Geometry, lost dashes and the contents page are not here.

    python -m tests.sample_document.truth    writes truth/findings.jsonl
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.sample_document import content as c
from tests.sample_document.content import Planted

OUTPUT = Path(__file__).parent / "truth" / "findings.jsonl"
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Relation:
    """`derived` and `printed` are closed intervals in one unit; the relation holds where they meet."""

    rule: str
    pages: tuple[int, ...]
    members: tuple[str, ...]
    derived: Interval
    printed: Interval

    @property
    def status(self) -> str:
        meet = self.derived[0] <= self.printed[1] + 1e-9 and self.printed[0] <= self.derived[1] + 1e-9
        return "holds" if meet else "fails"


def printed(text: str) -> Interval:
    """Half a unit of the last printed digit on either side."""
    digits = text.replace(",", "").rstrip("%")
    half = 0.5 * 10 ** -len(digits.partition(".")[2])
    return float(digits) - half, float(digits) + half


def scaled(interval: Interval, factor: float) -> Interval:
    return interval[0] * factor, interval[1] * factor


def total(*parts: Interval) -> Interval:
    return sum(low for low, _ in parts), sum(high for _, high in parts)


def growth(base: Interval, end: Interval, years: int = 1) -> Interval:
    """(end / base) ** (1 / years) - 1, in percent."""
    return ((end[0] / base[1]) ** (1 / years) - 1) * 100, ((end[1] / base[0]) ** (1 / years) - 1) * 100


def relations(planted: Planted) -> tuple[Relation, ...]:
    market = {year: printed(str(value)) for year, value in c.MARKET.items()}
    fleet = c.FLEET["2024"]
    shares = (planted.frozen_share, 33, 18, 8)
    chart_scale = 1e9 if planted.market_unit == "Unit: RMB Billion" else 1e8
    bar = f"{c.MARKET['2024'] * 10:,.0f}"
    used, used_before = c.UTILISATION["2024"], c.UTILISATION["2019"]
    first, second = sorted(c.CAPACITY.items(), key=lambda item: -item[1])[:2]
    leader = c.CAPACITY[planted.largest]
    rows = [
        Relation("unit_scale_mismatch", (4,), (bar, "RMB 184.5 billion"), scaled(printed(bar), chart_scale), scaled(market["2024"], 1e9)),
        Relation("growth_rate", (4,), ("160.3", "184.5", planted.growth_2024), growth(market["2023"], market["2024"]), printed(planted.growth_2024)),
        Relation("cagr", (4,), ("92.4", "184.5", "14.8%"), growth(market["2019"], market["2024"], 5), printed("14.8%")),
        Relation("cagr", (12,), ("184.5", "308.8", planted.cagr_forecast), growth(market["2024"], market["2028E"], 4), printed(planted.cagr_forecast)),
        Relation("multiple", (4,), ("92.4", "184.5", planted.multiple), (market["2024"][0] / market["2019"][1], market["2024"][1] / market["2019"][0]), printed(planted.multiple)),
        Relation("share_sum", (6,), tuple(f"{s}%" for s in shares), total(*(printed(str(s)) for s in shares)), (100, 100)),
        Relation("superlative", (7,), (first[0], second[0], planted.largest), (first[1], first[1]), (leader, leader)),
        Relation("part_whole_sum", (7,), ("118.4",), total(*(printed(str(v)) for v in c.CAPACITY.values())), printed("118.4")),
        Relation("part_whole_sum", (7,), ("184.5",), total(*(printed(str(v)) for _, v in c.REGIONS.values())), market["2024"]),
        Relation("part_whole_sum", (8,), (*map(str, fleet), planted.fleet_total), total(*(printed(str(v)) for v in fleet)), printed(planted.fleet_total)),
        Relation("text_vs_chart", (9,), (planted.pharma_2024, str(c.PHARMA["2024"])), printed(str(c.PHARMA["2024"])), printed(planted.pharma_2024)),
        Relation("difference", (10,), (str(used_before), str(used), planted.utilisation_gain), (used - used_before - 0.1, used - used_before + 0.1), printed(planted.utilisation_gain)),
        Relation("restated_value", (3, 11), ("12,480", planted.enterprises_again), printed("12,480"), printed(planted.enterprises_again)),
        Relation("unit_scale_mismatch", (11,), ("7,038", planted.firm_a_billion), scaled(printed(str(c.FIRMS["Operator A"][1])), 1e6), scaled(printed(planted.firm_a_billion), 1e9)),
    ]  # fmt: skip
    rows += [
        Relation("growth_rate", (9,), (year, f"{rate}%"), growth(printed(str(c.PHARMA[str(int(year) - 1)])), printed(str(c.PHARMA[year]))), printed(str(rate)))
        for year, rate in c.PHARMA_GROWTH.items()
    ]  # fmt: skip
    return tuple(rows)


def lines(planted: Planted) -> str:
    return "".join(json.dumps({**asdict(r), "status": r.status}) + "\n" for r in relations(planted))


if __name__ == "__main__":
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(lines(Planted()))

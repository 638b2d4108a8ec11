"""What there is to read in the sample and to check in it, from the same figures and sentences that draw it.

Relations are judged by interval arithmetic on the printed digits. What is about the drawing (a mark's height, a lost dash, the
contents, a title's years) fails or holds by what is planted.

    python -m tests.sample_document.truth    writes truth/*.jsonl
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tests.sample_document import content as c
from tests.sample_document.content import Planted

OUTPUT = Path(__file__).parent / "truth"
Interval = tuple[float, float]
MARK = re.compile(r"«([^|»]*)\|([^|»]*)\|([^|»]*)(?:\|([^»]*))?»")
NUMBER = re.compile(r"(?<![A-Za-z])[-+]?\d[\d,]*(?:\.\d+)?")
SCALES = {"thousands of million": 9, "billion": 9, "million": 6, "thousand": 3, "亿": 8, "万": 4}
PHYSICAL = ("m3", "kg", "km", "kWh", "tonne")


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: where, how, and `factor` to base units."""

    page: str
    text: str
    factor: Decimal = Decimal(1)

    @property
    def interval(self) -> Interval:
        """Half a unit of the last printed digit on either side."""
        digits = NUMBER.findall(self.text)[-1].replace(",", "")
        half = Decimal("0.5").scaleb(-len(digits.partition(".")[2]))
        return float((Decimal(digits) - half) * self.factor), float((Decimal(digits) + half) * self.factor)


def spoken(page: str, text: str) -> Number:
    """A number of the prose with the scale that its words name."""
    scale = next((10**power for word, power in SCALES.items() if word in text), 1)
    return Number(page, text, Decimal(scale))


@dataclass(frozen=True, slots=True)
class Relation:
    """`derived` and `printed` are closed intervals in one unit; the relation holds where they meet."""

    rule: str
    members: tuple[Number, ...]
    derived: Interval
    printed: Interval
    formula: str
    cause: str | None = None

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(sorted({c.page(m.page) for m in self.members}))

    @property
    def status(self) -> str:
        meet = self.derived[0] <= self.printed[1] + 1e-9 and self.printed[0] <= self.derived[1] + 1e-9
        return "holds" if meet else "fails"

    def row(self) -> dict[str, object]:
        fails = self.status == "fails"
        sums = f"{self.formula} = [{self.derived[0]:.10g}, {self.derived[1]:.10g}] vs printed [{self.printed[0]:.10g}, {self.printed[1]:.10g}]"
        return {
            "rule": self.rule, "status": self.status, "pages": self.pages, "members": [m.text for m in self.members],
            "computation": sums, "diagnosis": self.formula if fails else None, "root_cause": self.cause if fails else None,
        }  # fmt: skip


def added(parts: Sequence[Number]) -> Interval:
    return sum(p.interval[0] for p in parts), sum(p.interval[1] for p in parts)


def listed(numbers: Sequence[Number], sign: str) -> str:
    return f" {sign} ".join(n.text for n in numbers)


def grown(base: Number, end: Number, claim: Number, years: int = 1, cause: str | None = None) -> Relation:
    (a, b), (x, y) = base.interval, end.interval
    derived = ((x / b) ** (1 / years) - 1) * 100, ((y / a) ** (1 / years) - 1) * 100
    if claim.interval[0] > 0 > derived[1]:  # a fall, told by its size
        derived = -derived[1], -derived[0]
    rule, power = ("growth_rate", "") if years == 1 else ("cagr", f"^(1/{years})")
    return Relation(rule, (base, end, claim), derived, claim.interval, f"({end.text} / {base.text}){power} - 1", cause)


def shared(parts: Sequence[Number], whole: Number, claim: Number, cause: str | None = None) -> Relation:
    low, high = added(parts)
    derived = 100 * low / whole.interval[1], 100 * high / whole.interval[0]
    formula = f"({listed(parts, '+')}) / {whole.text}"
    return Relation("product_or_share_of", (*parts, whole, claim), derived, claim.interval, formula, cause)


def summed(parts: Sequence[Number], whole: Number, cause: str | None = None) -> Relation:
    return Relation("part_whole_sum", (*parts, whole), added(parts), whole.interval, listed(parts, "+"), cause)


def shares(parts: Sequence[Number], cause: str | None = None) -> Relation:
    return Relation("share_sum", tuple(parts), added(parts), (100, 100), listed(parts, "+"), cause)


def apart(low: Number, high: Number, claim: Number, cause: str | None = None) -> Relation:
    derived = high.interval[0] - low.interval[1], high.interval[1] - low.interval[0]
    return Relation("difference", (low, high, claim), derived, claim.interval, f"{high.text} - {low.text}", cause)


def times(base: Number, end: Number, claim: Number, rule: str = "multiple", cause: str | None = None) -> Relation:
    derived = end.interval[0] / base.interval[1], end.interval[1] / base.interval[0]
    return Relation(rule, (base, end, claim), derived, claim.interval, f"{end.text} / {base.text}", cause)


def same(one: Number, other: Number, rule: str = "restated_value", cause: str | None = None) -> Relation:
    return Relation(rule, (one, other), one.interval, other.interval, f"{one.text} is {other.text}", cause)


def largest(page: str, ranked: Mapping[str, str], name: str, cause: str | None = None) -> Relation:
    members = tuple(Number(page, f"{k} {v}") for k, v in ranked.items())
    top, mine = max(float(c.number(v)) for v in ranked.values()), float(c.number(ranked[name]))
    return Relation("superlative", members, (top, top), (mine, mine), f"{name} is the largest", cause)


def told(rule: str, fails: bool, members: Sequence[Number], formula: str, cause: str | None = None) -> Relation:
    """A relation about the drawing or the text rather than the numbers."""
    return Relation(rule, tuple(members), (0, 0), (1, 1) if fails else (0, 0), formula, cause)


def _prose(p: Planted) -> Iterator[Relation]:
    def said(page: str, text: str) -> Number:
        assert f"«{text}|" in " ".join(prose[page]), (page, text)
        return spoken(page, text)

    prose = c.prose(p)
    m = lambda text: said("market", text)  # noqa: E731
    now, before, goal = m("RMB 184.5 billion"), m("RMB 160.3 billion"), m("RMB 308.8 billion")
    then = said("contents", "RMB 92.4 billion")
    yield grown(before, now, m(p.growth_2024), cause="growth_2024")
    yield grown(then, now, m("14.8%"), 5)
    yield times(then, now, m(f"{p.multiple} times"), cause="multiple")
    yield times(m(p.dollars), now, m("7.12"), "fx_plausibility", "dollars")
    parts = [m("RMB 96.3 billion"), m("RMB 62.9 billion"), m("RMB 25.3 billion")]
    yield summed(parts, now)
    yield shared(parts[:1], now, m("52.2%"))
    yield grown(m("RMB 21.6 billion"), parts[2], m("17.1%"))
    yield same(said("contents", "RMB 184.5 billion"), now)

    z = lambda text: said("summary", text)  # noqa: E731
    for here, there in (
        (z("1845亿元"), now), (z("3088亿元"), goal), (z("924亿元"), then), (z("963亿元"), parts[0]), (z("629亿元"), parts[1]), (z("253亿元"), parts[2]),
        (z("61.5%"), said("operations", "61.5%")), (z("6.37万辆"), said("contents", "63.7 thousand vehicles")),
        (z("12480家"), said("contents", "12,480 enterprises")), (z("239亿元"), said("pharma", "RMB 23.9 billion")),
    ):  # fmt: skip
        yield same(here, there)
    yield same(z(p.utilisation_zh), said("operations", "71.2%"), cause="utilisation_zh")
    yield same(said("contents", "71.2%"), said("operations", "71.2%"))
    yield summed([z("963亿元"), z("629亿元"), z("253亿元")], z("1845亿元"))
    yield grown(z("924亿元"), z("1845亿元"), z("14.8%"), 5)
    yield grown(before, z("1845亿元"), z("15.1%"))
    yield shared([z("239亿元")], z("736亿元"), z("32.5%"))
    yield shared([z("669亿元")], z("1845亿元"), z("36.3%"))
    yield shared([z("121.6亿元")], z("214亿元"), z("56.8%"))
    yield shared([z("298亿元")], z("1845亿元"), z("16.1%"))
    yield grown(z("1845亿元"), z("3088亿元"), z("13.7%"), 4)
    yield same(z("669亿元"), said("regions", "RMB 66.9 billion"))
    yield same(z("214亿元"), said("finance", "RMB 21.4 billion"))
    yield same(z("121.6亿元"), said("finance", "RMB 12.16 billion"))

    d = lambda text: said("drivers", text)  # noqa: E731
    yield apart(d("29.4%"), d("38.6%"), d("9.2 percentage points"))
    yield apart(d("8.3%"), d("11.9%"), d("3.6 percentage points"))
    yield times(d("1.4 billion"), d("4.6 billion"), d("3.3 times"))
    yield grown(d("RMB 1,100"), d("RMB 1,240"), d("12.7%"))

    s = lambda text: said("structure", text)  # noqa: E731
    yield summed([s("28%"), Number("structure", "18"), s("32%")], s("78%"))
    yield apart(s("28%"), Number("structure", "31"), s("3 percentage points"))
    yield summed([Number("structure", "18%"), Number("structure", "8%")], s("26%"))

    r = lambda text: said("regions", text)  # noqa: E731
    capacity = [Number("regions", v, c.MILLION) for v in c.CAPACITY.values()]
    yield largest("regions", c.CAPACITY, p.largest, "largest")
    yield summed(capacity, r("118.4 million m3"))
    yield shared([r("118.4 million m3")], r("263.7 million m3"), r(p.five_share), "five_share")
    yield apart(capacity[-1], capacity[0], r("15.9 million m3"))
    yield times(capacity[-1], capacity[0], r("2.0 times"))
    yield shared([r("RMB 66.9 billion")], now, r("36.3%"))
    yield grown(Number("regions", "31.2", c.BILLION), r("RMB 36.2 billion"), r("16.0%"))

    f = lambda text: said("fleet", text)  # noqa: E731
    fleet = f(f"{p.fleet_total} thousand refrigerated vehicles")
    drives = [f("296.5 thousand"), f("41.1 thousand"), f("63.7 thousand")]
    yield summed(drives, fleet, "fleet_total")
    yield shared(drives[2:], fleet, f("15.9%"), "fleet_total")
    yield summed([Number("fleet", v["2023"], c.THOUSAND) for v in c.FLEET.values()], f("372.2 thousand"))
    yield shared([said("contents", "44.2 thousand")], f("372.2 thousand"), f("11.9%"))
    yield grown(said("contents", "44.2 thousand"), said("contents", "63.7 thousand vehicles"), z("44.1%"))
    yield grown(Number("fleet", "290.3", c.THOUSAND), drives[0], f("2.1%"))

    h = lambda text: said("pharma", text)  # noqa: E731
    medicine = h(f"RMB {p.pharma_2024} billion")
    yield same(medicine, Number("pharma", c.PHARMA["2024"], c.BILLION), "text_vs_chart", "pharma_2024")
    yield same(z("736亿元"), medicine, cause="pharma_2024")
    yield grown(h("RMB 66.8 billion"), medicine, h("10.2%"), cause="pharma_2024")
    yield shared([h("RMB 23.9 billion"), h("RMB 21.2 billion")], Number("pharma", "73.6", c.BILLION), h("61.3%"))

    o = lambda text: said("operations", text)  # noqa: E731
    yield apart(o("61.5%"), o("71.2%"), o(f"{p.utilisation_gain} percentage points"), "utilisation_gain")
    yield grown(Number("operations", "118"), o("RMB 124"), o("5.1%"))
    yield times(o("RMB 52"), o("RMB 124"), o("2.4 times"))

    k = lambda text: said("costs", text)  # noqa: E731
    yield apart(before, now, k("RMB 24.2 billion"))
    yield shared([k("RMB 15.8 billion")], k("RMB 24.2 billion"), k("65.3%"))
    yield grown(Number("costs", "317"), k("RMB 312"), k("1.6%"))
    yield apart(k("RMB 291"), k("RMB 312"), k("RMB 21"))
    yield shared([Number("costs", "112")], k("RMB 312"), k("35.9%"))

    i = lambda text: said("finance", text)  # noqa: E731
    yield same(
        said("contents", "12,480 enterprises"), i(f"{p.enterprises_again} enterprises"), cause="enterprises_again"
    )
    silver = Number("finance", "7,038", c.MILLION)
    yield same(i(p.operator_revenue), silver, "unit_scale_mismatch", "operator_revenue")
    yield shared([i("RMB 21.4 billion")], now, i("11.6%"))
    yield shared([i("RMB 12.16 billion")], i("RMB 21.4 billion"), i("56.8%"))

    t = lambda text: said("operators", text)  # noqa: E731
    yield grown(t("RMB 26.3 billion"), t("RMB 29.8 billion"), t("13.2%"))
    yield shared([t("RMB 29.8 billion")], now, t("16.1%"))
    first = [Number("finance", v[1], c.MILLION) for v in list(c.OPERATORS.values())[:5]]
    yield shared(first, now, t("11.0%"))
    revenue = {k: str(c.number(v[1]) / c.number(v[0])) for k, v in c.OPERATORS.items()}
    yield largest("operators", revenue, "Jadewell Polar")
    trucks = [Number("operators", v[3]) for v in c.OPERATORS.values()]
    yield summed(trucks, t("20,555 trucks"))

    e = lambda text: said("corridors", text)  # noqa: E731
    unit = c.BILLION if p.corridor_unit == "Unit: RMB billion" else c.MILLION
    lanes = {name: Number("corridors", v[2], unit) for name, v in c.CORRIDORS.items()}
    all_lanes = Number("corridors", c.total([v[2] for v in c.CORRIDORS.values()]), unit)
    yield same(all_lanes, e("RMB 31.5 billion"), "unit_scale_mismatch", "corridor_unit")
    yield same(lanes["Yangtze"], e("RMB 8.24 billion"), "unit_scale_mismatch", "corridor_unit")
    yield shared([e("RMB 31.5 billion")], now, e("17.1%"))
    yield largest("corridors", {k: str(c.number(v[2]) / c.number(v[1])) for k, v in c.CORRIDORS.items()}, "Southwest")

    u = lambda text: said("outlook", text)  # noqa: E731
    bound = u(p.floor)
    yield Relation(
        "bounds",
        (now, bound),
        now.interval,
        (bound.interval[0], float("inf")),
        f"{now.text} exceeds {bound.text}",
        "floor",
    )
    yield grown(u("RMB 184.5 billion"), u("RMB 308.8 billion"), u(p.cagr_forecast), 4, "cagr_forecast")
    yield same(z("13.7%"), u(p.cagr_forecast), cause="cagr_forecast")
    yield same(z("15.1%"), m(p.growth_2024), cause="growth_2024")
    yield grown(parts[1], u("RMB 107.4 billion"), u("14.3%"), 4)
    yield same(u("RMB 308.8 billion"), goal)
    for text, layer in (("RMB 40–60 billion", "4060"), ("15–20%", "1520"), ("35–45%", "3545")):
        yield told("range_dash_lost", p.lost_dash, [Number("outlook", text)], f"{text} is read as {layer}", "lost_dash")


def _charts(p: Planted) -> Iterator[Relation]:
    charts = c.charts(p)
    market = charts["market"].series[0].values
    for year, other in (("2024", Number("market", "RMB 184.5 billion", c.BILLION)), ("2023", Number("market", "RMB 160.3 billion", c.BILLION)), ("2028E", Number("market", "RMB 308.8 billion", c.BILLION)), ("2019", Number("contents", "RMB 92.4 billion", c.BILLION))):  # fmt: skip
        bar = Number("market", market[year], c.BILLION if p.market_unit == "Unit: RMB Billion" else c.YI)
        yield same(
            bar,
            other,
            "unit_scale_mismatch" if p.market_unit == "Unit: RMB Billion" else "text_vs_chart",
            "market_unit",
        )
    bars = {year: Number("market", v, c.YI) for year, v in market.items()}
    yield times(bars["2019"], bars["2024"], Number("market", f"{p.multiple} times"), cause="multiple")
    yield grown(bars["2023"], bars["2024"], Number("market", p.growth_2024), cause="growth_2024")
    yield grown(bars["2024"], bars["2028E"], Number("outlook", p.cagr_forecast), 4, "cagr_forecast")
    yield grown(bars["2019"], bars["2024"], Number("market", "14.8%"), 5)
    yield shares([Number("structure", v) for v in charts["classes"].series[0].values.values()], "frozen_share")
    for year in ("2020", "2022", "2024"):
        yield shares([Number("structure", s.values[year]) for s in charts["goods"].series])
    pharma = {k: Number("pharma", v, c.BILLION) for k, v in c.PHARMA.items()}
    for year, rate in c.PHARMA_GROWTH.items():
        yield grown(pharma[str(int(year) - 1)], pharma[year], Number("pharma", f"{rate}%"))
    yield same(pharma["2023"], Number("pharma", "RMB 66.8 billion", c.BILLION), "text_vs_chart")
    bridge = [Number("costs", v, c.BILLION) for v in c.BRIDGE.values()]
    yield summed(bridge[:-1], bridge[-1])
    for text, bar in (("RMB 15.8 billion", bridge[1]), ("RMB 3.9 billion", bridge[2])):
        yield same(spoken("costs", text), bar, "text_vs_chart")
    capital = [Number("finance", v, c.YI) for v in c.SOURCES.values()]
    yield summed(capital, spoken("finance", "RMB 21.4 billion"))
    yield same(spoken("finance", "RMB 12.16 billion"), capital[0], "text_vs_chart")
    for year in ("2024", "2026E", "2028E"):
        whole = Number("market", c.number(market[year]).to_eng_string(), c.YI)
        yield summed([Number("outlook", d[year], c.BILLION) for d in c.SEGMENTS.values()], whole)
    for year in ("2019", "2020", "2024"):
        value = Number("operations", c.UTILISATION[year])
        yield same(Number("operations", f"{c.UTILISATION[year]}%"), value, "text_vs_chart")
    for texts in c.FLEET.values():
        yield same(
            Number("fleet", f"{texts['2024']} thousand", c.THOUSAND),
            Number("fleet", texts["2024"], c.THOUSAND),
            "text_vs_chart",
        )
    drawn = Number("operations", c.RENT["2024"]["New first tier"])
    yield told(
        "chart_geometry",
        p.drawn_too_high != 1,
        [drawn],
        f"{drawn.text} is drawn at {float(c.number(drawn.text) * p.drawn_too_high):g}",
        "drawn_too_high",
    )
    years = [Number("operations", y) for y in ("2019", "2023", "2024")]
    yield told(
        "temporal",
        p.utilisation_years != "2019–2024",
        years,
        f"the title says {p.utilisation_years}, the axis 2019–2024",
        "utilisation_years",
    )
    contents = [Number("contents", "28")]
    yield told(
        "toc_structure",
        p.abridged_contents,
        contents,
        f"Company Profiles on page 28 of {len(c.PAGES)}",
        "abridged_contents",
    )


def _tables(p: Planted) -> Iterator[Relation]:
    for table in c.tables(p).values():
        here = lambda text, k, table=table: Number(table.pages[0], text, table.factors[k])  # noqa: E731
        body = [row for row in table.rows[table.header_rows :] if row[0] != "Total"]
        last = table.rows[-1]
        for k in table.factors:
            texts = [row[k] for row in body if row[k]]
            header = str(table.rows[0][k])
            if header.startswith("Share"):
                yield Relation(
                    "share_sum",
                    tuple(here(t, k) for t in texts),
                    added([here(t, k) for t in texts]),
                    Number("", "100.0").interval,
                    listed([here(t, k) for t in texts], "+"),
                )
                for row in (*body, last):
                    yield shared([here(row[k - 2], k - 2)], here(last[k - 2], k - 2), here(row[k], k))
            elif header == "Growth":
                for row in (*body, last):
                    yield grown(here(row[k - 2], k - 2), here(row[k - 1], k - 1), here(row[k], k))
            elif last[k]:
                yield summed([here(t, k) for t in texts], here(last[k], k))


def relations(planted: Planted) -> tuple[Relation, ...]:
    return (*_prose(planted), *_charts(planted), *_tables(planted))


# ---------------------------------------------------------------- facts, points, cells
def plain(text: str) -> str:
    """A marked sentence as it is printed."""
    return MARK.sub(r"\1", text)


def _period(text: str) -> tuple[str | None, str | None]:
    years = re.findall(r"\d{4}", text)
    if not years:
        return None, None
    start = f"{years[0]}-12-31" if text.startswith("end") else f"{years[0]}-01-01"
    return start, f"{years[-1]}-12-31"


def _kind(text: str) -> tuple[str, str | None, str]:
    """Kind, currency and unit of a number as printed."""
    if "percentage point" in text:
        return "percentage_point", None, "percentage points"
    if "%" in text:
        return "percent", None, "%"
    if "USD" in text:
        return "money", "USD", "USD"
    if "RMB" in text or "元" in text or "yuan" in text:
        return "money", "CNY", "RMB"
    if "times" in text:
        return "multiple", None, "times"
    unit = next((u for u in PHYSICAL if u in text), None)
    return ("physical", None, unit) if unit else ("count", None, NUMBER.sub("", text).strip())


def facts(planted: Planted) -> Iterator[dict[str, object]]:
    for name, paragraphs in c.prose(planted).items():
        page = c.page("outlook" if name == "method" else name.partition("/")[0])
        for paragraph in paragraphs:
            for m in MARK.finditer(paragraph):
                text, subject, period, flags = m[1], m[2], m[3], m[4] or ""
                values = [Decimal(n.replace(",", "")) for n in NUMBER.findall(text)]
                values = values[: 2 if "–" in text else 1]
                scale = spoken("cover", text).factor
                kind, currency, unit = _kind(text)
                start, end = _period(period)
                around = plain(paragraph[: m.start()]) + text + plain(paragraph[m.end() :])
                at = len(plain(paragraph[: m.start()]))
                stops = [s.end() for s in re.finditer(r"(?<!\d)\.\s*(?=[A-Z])|(?<=\d)\.(?=[A-Z])|。|；", around)]
                low = max((s for s in stops if s <= at), default=0)
                high = min((s for s in stops if s > at), default=len(around))
                yield {
                    "page": page, "snippet": text, "context": around[low:high].strip(), "kind": kind, "currency": currency,
                    "value_low": f"{values[0] * scale:f}" if values else None, "value_high": f"{values[-1] * scale:f}" if values else None,
                    "comparator": next((x for x in ("<=", ">=", "<", ">", "~") if x in flags), "="), "unit": unit,
                    "period_start": start, "period_end": end, "is_forecast": "E" in flags, "subject": subject, "optional": "?" in flags,
                }  # fmt: skip


def points(planted: Planted) -> Iterator[dict[str, object]]:
    for chart in c.charts(planted).values():
        for series in chart.series:
            for category, text in series.values.items():
                value = c.number(text) * (1 if series.percent else chart.factor)
                yield {
                    "page": c.page(chart.page), "chart_title": chart.title, "chart_kind": chart.kind,
                    "unit_as_printed": "%" if series.percent else chart.unit.removeprefix("Unit: "),
                    "unit_true": "%" if series.percent else chart.true_unit, "currency": None if series.percent else chart.currency,
                    "value_kind": "percent" if series.percent else chart.value_kind, "series": series.name, "category": category,
                    "value_as_printed": text if chart.labelled else None, "value_true_base": f"{value:f}",
                    "read_from": "label" if chart.labelled else "axis geometry", "ambiguous": False,
                }  # fmt: skip


def table_rows(planted: Planted) -> Iterator[dict[str, object]]:
    for name, table in c.tables(planted).items():
        cells = []
        for i, row in enumerate(table.rows):
            for k, text in enumerate(row):
                if not text:
                    continue
                down, across = (table.spans or {}).get((i, k), (1, 1))
                cell: dict[str, object] = {
                    "row": i,
                    "col": k,
                    "rowspan": down,
                    "colspan": across,
                    "text": text,
                    "header": i < table.header_rows,
                }
                if k in table.factors and i >= table.header_rows:
                    cell["value_base"] = f"{c.number(text) * table.factors[k]:f}"
                if len(table.pages) > 1:
                    cell["page"] = c.page(table.pages[i >= table.header_rows + c.FIRST_ROWS])
                cells.append(cell)
        yield {
            "table_id": name, "pages": [c.page(n) for n in table.pages], "in_text_layer": True, "title": table.title,
            "unit_caption": table.caption, "currency": table.currency, "ruled": table.ruled, "n_rows": len(table.rows),
            "n_cols": len(table.rows[0]), "header_rows": list(range(table.header_rows)), "continued": len(table.pages) > 1, "cells": cells,
        }  # fmt: skip


def lines(planted: Planted) -> dict[str, str]:
    """The texts of the truth's files."""
    written = {
        "facts": facts(planted), "chart_points": points(planted), "tables": table_rows(planted),
        "findings": (r.row() for r in relations(planted)),
    }  # fmt: skip
    return {
        f"{name}.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        for name, rows in written.items()
    }


if __name__ == "__main__":
    OUTPUT.mkdir(exist_ok=True)
    for name, text in lines(Planted()).items():
        (OUTPUT / name).write_text(text, "utf-8")

"""What the sample white paper says: its figures, charts, tables and sentences. `Planted` holds what is wrong on purpose.

The document is invented: publisher, firms and numbers. Numbers are kept as they are printed. A number in a sentence stands
in a mark, «printed|what it measures|period|flags», from which the truth is written and which the drawing strips. Periods:
2024, 2019-2024, end2024. Flags: E forecast, `>` `<` `~` comparators, `?` incidental.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

TITLE = "Cold-Chain Logistics in China 2025"
TITLE_ZH = "2025中国冷链物流白皮书"
PUBLISHER = "Northern Larch Research"
PUBLISHER_ZH = "北松研究"

PAGES = (
    "cover", "contents", "summary", "market", "drivers", "structure", "regions", "fleet",
    "pharma", "operations", "costs", "finance", "operators", "corridors", "survey", "outlook",
)  # fmt: skip
HEADINGS = {  # number and name, as on the page and in the contents; the Chinese name stands beside
    "summary": ("内容摘要", "Summary in Chinese"),
    "market": ("1 Market Size", "市场规模"),
    "drivers": ("2 Demand Drivers", "需求动力"),
    "structure": ("3 Structure of Goods", "货品结构"),
    "regions": ("4 Regions and Cold Stores", "区域与冷库"),
    "fleet": ("5 Refrigerated Fleet", "冷藏车"),
    "pharma": ("6 Pharmaceuticals", "医药冷链"),
    "operations": ("7 Store Operations", "冷库运营"),
    "costs": ("8 Costs and Prices", "成本与价格"),
    "finance": ("9 Investment and Finance", "投资与融资"),
    "operators": ("10 Leading Operators", "领先企业"),
    "corridors": ("11 Corridors", "干线通道"),
    "survey": ("12 Survey of Shippers", "货主调查"),
    "outlook": ("13 Outlook and Method", "展望与方法"),
}


def page(name: str) -> int:
    return PAGES.index(name) + 1


@dataclass(frozen=True, slots=True)
class Planted:
    """What the document gets wrong on purpose; `CONSISTENT` has the right values in the same places."""

    abridged_contents: bool = True  # the contents name a page that is not there
    utilisation_zh: str = "72.1%"  # two digits changed places
    market_unit: str = "Unit: RMB Billion"  # the labels are in 100 million
    growth_2024: str = "17.9%"
    multiple: str = "2.6"
    dollars: str = "USD 29.5 billion"
    frozen_share: str = "44%"
    largest: str = "Guangdong"
    five_share: str = "49.4%"
    fleet_total: str = "417.3"
    pharma_2024: str = "75.8"
    utilisation_gain: str = "8.2"
    utilisation_years: str = "2019–2023"  # the chart goes on to 2024
    drawn_too_high: Decimal = Decimal("1.4")
    operator_revenue: str = "RMB 70.4 billion"
    enterprises_again: str = "12,840"
    corridor_unit: str = "Unit: RMB billion"  # the cells are in millions
    cagr_forecast: str = "16.2%"
    floor: str = "RMB 190 billion"
    lost_dash: bool = True


CONSISTENT = Planted(
    abridged_contents=False,
    utilisation_zh="71.2%",
    market_unit="Unit: RMB 100 million",
    growth_2024="15.1%",
    multiple="2.0",
    dollars="USD 25.9 billion",
    frozen_share="41%",
    largest="Shandong",
    five_share="44.9%",
    fleet_total="401.3",
    pharma_2024="73.6",
    utilisation_gain="9.7",
    utilisation_years="2019–2024",
    drawn_too_high=Decimal(1),
    operator_revenue="RMB 7.04 billion",
    enterprises_again="12,480",
    corridor_unit="Unit: RMB million",
    cagr_forecast="13.7%",
    floor="RMB 180 billion",
    lost_dash=False,
)


def zipped(names: str, values: str) -> dict[str, str]:
    """Categories and printed values, both parted by semicolons."""
    return dict(zip(names.split("; "), values.split("; "), strict=True))


YEARS = "2019; 2020; 2021; 2022; 2023; 2024"
MARKET = zipped(
    f"{YEARS}; 2025E; 2026E; 2027E; 2028E", "92.4; 104.8; 121.6; 139.9; 160.3; 184.5; 211.2; 240.8; 273.3; 308.8"
)  # RMB billion
SEGMENTS = {  # RMB billion
    "Transport": zipped("2023; 2024; 2026E; 2028E", "84.6; 96.3; 123.9; 156.2"),
    "Storage": zipped("2023; 2024; 2026E; 2028E", "54.1; 62.9; 82.6; 107.4"),
    "Handling": zipped("2023; 2024; 2026E; 2028E", "21.6; 25.3; 34.3; 45.2"),
}
PARCELS = zipped(YEARS, "1.4; 1.9; 2.6; 3.1; 3.8; 4.6")  # billion
GOODS = {  # percent of tonnes
    "Meat": zipped("2020; 2022; 2024", "31; 30; 28"),
    "Seafood": zipped("2020; 2022; 2024", "19; 18; 18"),
    "Produce": zipped("2020; 2022; 2024", "28; 30; 32"),
    "Dairy": zipped("2020; 2022; 2024", "14; 14; 15"),
    "Other": zipped("2020; 2022; 2024", "8; 8; 7"),
}
CAPACITY = zipped("Shandong; Guangdong; Jiangsu; Henan; Liaoning", "31.2; 27.5; 24.8; 19.6; 15.3")  # million m3
REGIONS = {"East": ("58.4", "66.9"), "North": ("33.1", "38.0"), "South": ("37.6", "43.4"), "West": ("31.2", "36.2")}
FLEET = {  # thousand vehicles
    "Diesel": zipped("2021; 2022; 2023; 2024", "268.4; 281.9; 290.3; 296.5"),
    "Gas": zipped("2021; 2022; 2023; 2024", "31.2; 34.6; 37.7; 41.1"),
    "Electric": zipped("2021; 2022; 2023; 2024", "20.1; 29.8; 44.2; 63.7"),
}
PHARMA = zipped("2020; 2021; 2022; 2023; 2024", "48.2; 55.1; 60.9; 66.8; 73.6")  # RMB billion
PHARMA_GROWTH = zipped("2021; 2022; 2023; 2024", "14.3; 10.5; 9.7; 10.2")
PRODUCTS = {
    "Vaccines": ("21.4", "23.9"), "Biologics": ("18.7", "21.2"),
    "Blood products": ("14.9", "16.0"), "Other medicines": ("11.8", "12.5"),
}  # fmt: skip
UTILISATION = zipped(YEARS, "61.5; 60.2; 63.8; 66.0; 68.9; 71.2")
RENT = {  # RMB per m2 and month
    "2023": zipped("First tier; New first tier; Second tier; Other cities", "118; 86; 67; 49"),
    "2024": zipped("First tier; New first tier; Second tier; Other cities", "124; 91; 70; 52"),
}
BRIDGE = zipped("2023; Volume; Prices; New services; Lost contracts; 2024", "160.3; +15.8; +3.9; +6.7; -2.2; 184.5")
COSTS = {  # RMB per tonne: own fleet 2023, 2024, hired carriers 2023, 2024
    "Fuel and power": ("118", "112", "131", "128"), "Tolls": ("46", "47", "49", "50"),
    "Wages": ("92", "95", "74", "76"), "Depreciation": ("61", "58", "38", "37"),
}  # fmt: skip
SOURCES = zipped("Bank loans; Own funds; Funds and trusts; Grants", "121.6; 48.3; 27.5; 16.6")  # RMB 100 million
OPERATORS = {  # revenue 2023 and 2024 in RMB million, cold stores in thousand m3, trucks
    "Silver Pine Cold Chain": ("6,120", "7,038", "4,860", "5,210"),
    "Eastgate Chill": ("4,310", "4,870", "3,940", "2,870"),
    "Yunling Frost": ("2,950", "3,245", "2,615", "1,940"),
    "Redmaple Reefer": ("2,412", "2,836", "1,120", "3,305"),
    "Tidewater Fresh": ("2,105", "2,391", "1,985", "1,260"),
    "Longxi Cool": ("1,874", "2,052", "1,740", "1,015"),
    "Jadewell Polar": ("1,530", "1,823", "1,365", "1,180"),
    "Baihua Ice": ("1,286", "1,412", "1,530", "640"),
    "Northmere Stores": ("1,144", "1,190", "1,875", "215"),
    "Greenferry Transit": ("968", "1,121", "410", "1,455"),
    "Copperleaf Foods": ("871", "934", "725", "560"),
    "Whitecrane Line": ("742", "865", "380", "905"),
}
FIRST_ROWS = 7  # of the operators stand on the page where their table begins
CORRIDORS = {  # km, revenue 2023 and 2024 in RMB million, loss rate in percent
    "Yangtze": ("1,860", "7,150", "8,240", "3.1%"),
    "Beijing–Guangzhou": ("2,290", "6,020", "6,930", "3.8%"),
    "Coastal": ("2,440", "5,480", "6,165", "2.9%"),
    "Silk Road": ("3,950", "3,160", "3,855", "5.7%"),
    "Northeast": ("1,240", "2,905", "3,210", "4.2%"),
    "Southwest": ("1,675", "2,490", "3,060", "6.4%"),
}


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "").rstrip("%"))


def growth(base: str, end: str) -> str:
    return f"{100 * (number(end) / number(base) - 1):.1f}%"


def share(part: str, whole: str) -> str:
    return f"{100 * number(part) / number(whole):.1f}%"


def total(texts: Sequence[str]) -> str:
    return f"{sum(number(t) for t in texts):,}"


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: Mapping[str, str]
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """`factor` takes a printed number to base units by the true unit, whatever the printed label claims."""

    page: str
    title: str
    kind: str
    unit: str
    true_unit: str
    series: tuple[Series, ...]
    factor: Decimal = Decimal(1)
    currency: str | None = None
    value_kind: str = "percent"
    labelled: bool = True


BILLION, MILLION, YI, THOUSAND, ONE = Decimal("1e9"), Decimal("1e6"), Decimal("1e8"), Decimal("1e3"), Decimal(1)


def charts(planted: Planted) -> dict[str, Chart]:
    bn = {"factor": BILLION, "currency": "CNY", "value_kind": "money"}
    yi = bn | {"factor": YI}
    several = lambda data: tuple(Series(name, values) for name, values in data.items())  # noqa: E731
    in_yi = {year: f"{number(v) * 10:,.0f}" for year, v in MARKET.items()}
    classes = zipped("Frozen; Chilled; Cool; Deep-frozen", f"{planted.frozen_share}; 33%; 18%; 8%")
    return {
        "market": Chart(
            "market",
            "China Cold-Chain Market Size, 2019–2028E",
            "bar",
            planted.market_unit,
            "RMB 100 million",
            (Series("Market size", in_yi),),
            **yi,
        ),
        "parcels": Chart(
            "drivers",
            "Chilled Parcels Delivered in China, 2019–2024",
            "line",
            "Unit: billion parcels",
            "billion parcels",
            (Series("Chilled parcels", PARCELS),),
            BILLION,
            None,
            "count",
            False,
        ),
        "classes": Chart(
            "structure",
            "Cold-Chain Volume by Temperature Class, 2024",
            "doughnut",
            "Unit: %",
            "%",
            (Series("Share", classes),),
        ),
        "goods": Chart(
            "structure", "Cold-Chain Volume by Goods, 2020–2024", "stack100", "Unit: %", "%", several(GOODS)
        ),
        "capacity": Chart(
            "regions",
            "Cold-Store Capacity of Leading Provinces, 2024",
            "hbar",
            "Unit: million m3",
            "million m3",
            (Series("Capacity", CAPACITY),),
            MILLION,
            None,
            "physical",
        ),
        "fleet": Chart(
            "fleet",
            "Refrigerated Vehicles by Drive, 2021–2024",
            "stacked",
            "Unit: thousand vehicles",
            "thousand vehicles",
            several(FLEET),
            THOUSAND,
            None,
            "count",
        ),
        "pharma": Chart(
            "pharma",
            "Revenue of Medicine Cold Chains and Its Growth, 2020–2024",
            "combo",
            "Unit: RMB billion, %",
            "RMB billion",
            (Series("Revenue", PHARMA), Series("Growth", {k: f"{v}%" for k, v in PHARMA_GROWTH.items()}, True)),
            **bn,
        ),
        "utilisation": Chart(
            "operations",
            f"Average Utilisation of Cold Stores, {planted.utilisation_years}",
            "line",
            "Unit: %",
            "%",
            (Series("Utilisation", UTILISATION),),
        ),
        "rent": Chart(
            "operations",
            "Monthly Rent of Cold Stores by City Tier, 2023–2024",
            "grouped",
            "Unit: RMB per m2",
            "RMB per m2",
            several(RENT),
            ONE,
            "CNY",
            "money",
        ),
        "bridge": Chart(
            "costs",
            "From the Market of 2023 to That of 2024",
            "waterfall",
            "Unit: RMB billion",
            "RMB billion",
            (Series("Market size", BRIDGE),),
            **bn,
        ),
        "sources": Chart(
            "finance",
            "Capital for New Cold Stores by Source, 2024",
            "broken_bar",
            "Unit: RMB 100 million",
            "RMB 100 million",
            (Series("Capital", SOURCES),),
            **yi,
        ),
        "segments": Chart(
            "outlook",
            "Market Size by Segment, 2024–2028E",
            "stacked",
            "Unit: RMB billion",
            "RMB billion",
            tuple(Series(n, {k: v for k, v in d.items() if k != "2023"}) for n, d in SEGMENTS.items()),
            **bn,
        ),
    }  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts; null is covered by a span. `spans` maps (row, column) to (rows, columns), `factors` columns to base units."""

    pages: tuple[str, ...]
    title: str
    caption: str
    rows: tuple[tuple[str | None, ...], ...]
    factors: Mapping[int, Decimal]
    ruled: bool
    header_rows: int = 1
    currency: str | None = "CNY"
    spans: Mapping[tuple[int, int], tuple[int, int]] = None  # type: ignore[assignment]


def _compared(head: str, data: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Name, 2023, 2024, growth, share of 2024; with a total."""
    was, now = (total([v[k] for v in data.values()]) for k in (0, 1))
    body = [(name, v[0], v[1], growth(v[0], v[1]), share(v[1], now)) for name, v in data.items()]
    return ((head, "2023", "2024", "Growth", "Share of 2024"), *body, ("Total", was, now, growth(was, now), "100.0%"))


def tables(planted: Planted) -> dict[str, Table]:
    money = {1: BILLION, 2: BILLION, 3: ONE, 4: ONE}
    columns = [[v[k] for v in OPERATORS.values()] for k in range(4)]
    sums = [total(texts) for texts in columns]
    operators = [(n, a, b, growth(a, b), c, d) for n, (a, b, c, d) in OPERATORS.items()]
    lanes = [[v[k] for v in CORRIDORS.values()] for k in range(4)]
    was, now = total(lanes[1]), total(lanes[2])
    corridors = [(n, km, a, b, growth(a, b), share(b, now), loss) for n, (km, a, b, loss) in CORRIDORS.items()]
    costs = [(("Variable", None, "Fixed", None)[i], n, *v) for i, (n, v) in enumerate(COSTS.items())]
    cost_total = [total([v[k] for v in COSTS.values()]) for k in range(4)]
    return {
        "regions": Table(("regions",), "Table 1  Market by region", "(RMB billion)", _compared("Region", REGIONS), money, True),
        "products": Table(("pharma",), "Table 2  Medicine cold chains by product", "(RMB billion)", _compared("Product", PRODUCTS), money, False),
        "costs": Table(
            ("costs",), "Table 3  Transport cost per tonne", "Unit: RMB per tonne",
            (("Cost item", None, "Own fleet", None, "Hired carriers", None), (None, None, "2023", "2024", "2023", "2024"), *costs, ("Total", None, *cost_total)),
            dict.fromkeys(range(2, 6), ONE), True, 2, "CNY",
            {(0, 0): (2, 2), (0, 2): (1, 2), (0, 4): (1, 2), (2, 0): (2, 1), (4, 0): (2, 1), (6, 0): (1, 2)},
        ),
        "operators": Table(
            ("finance", "operators"), "Table 4  Twelve leading operators", "(revenue in RMB million; stores in thousand m3)",
            (("Operator", "Revenue 2023", "Revenue 2024", "Growth", "Cold stores", "Trucks"), *operators, ("Total", sums[0], sums[1], growth(sums[0], sums[1]), sums[2], sums[3])),
            {1: MILLION, 2: MILLION, 3: ONE, 4: THOUSAND, 5: ONE}, True,
        ),
        "corridors": Table(
            ("corridors",), "Table 5  Six trunk corridors", planted.corridor_unit,
            (("Corridor", "Length (km)", "2023", "2024", "Growth", "Share of 2024", "Loss rate, 2024"), *corridors, ("Total", total(lanes[0]), was, now, growth(was, now), "100.0%", "")),
            {1: ONE, 2: MILLION, 3: MILLION, 4: ONE, 5: ONE, 6: ONE}, False,
        ),
    }  # fmt: skip


def prose(p: Planted) -> dict[str, tuple[str, ...]]:
    """The sentences of each page, paragraph by paragraph, numbers marked."""
    return {
        "contents": (
            "Demand keeps growing. China’s cold-chain market reached «RMB 184.5 billion|China cold-chain market|2024» in 2024, against «RMB 92.4 billion|China cold-chain market|2019» in 2019.",
            "Supply is scattered. At the end of 2024, «12,480 enterprises|enterprises cold stores refrigerated fleets|end2024» ran cold stores or refrigerated fleets in China.",
            "Electric trucks are catching on. The electric fleet counted «63.7 thousand vehicles|electric fleet|2024» in 2024, up from «44.2 thousand|electric fleet|2023» in 2023.",
            "Stores are used better. Average utilisation of cold stores was «71.2%|average utilisation of cold stores|2024» in 2024.",
            "Medicines pay best. Medicine cold chains grew by «10.2%|medicine cold chains growth|2024» in 2024 and make up almost «two fifths||2024|?» of the market.",
        ),
        "summary": (
            "2024年，中国冷链物流市场规模达到«1845亿元|中国冷链物流市场规模|2024»，同比增长«15.1%|市场规模同比增长|2024»；预计2028年将达到«3088亿元|市场规模|2028|E»。2019年，市场规模仅为«924亿元|市场规模|2019»，2019—2024年年均复合增长率为«14.8%|年均复合增长率|2019-2024»。",
            "从结构看，运输、仓储、装卸收入分别为«963亿元|运输收入|2024»、«629亿元|仓储收入|2024»和«253亿元|装卸收入|2024»。",
            f"2024年，冷库平均利用率为«{p.utilisation_zh}|冷库平均利用率|2024»，较2019年的«61.5%|冷库平均利用率|2019»明显提高。",
            "2024年底，全国新能源冷藏车保有量为«6.37万辆|新能源冷藏车保有量|end2024»，同比增长«44.1%|新能源冷藏车同比增长|2024»；冷库与冷藏车企业共«12480家|冷库与冷藏车企业|end2024»。",
            "2024年，医药冷链收入为«736亿元|医药冷链收入|2024»，其中疫苗«239亿元|疫苗收入|2024»，占«32.5%|疫苗占比|2024»。",
            "从区域看，东部地区收入最高，2024年为«669亿元|东部地区收入|2024»，占全国的«36.3%|东部地区占比|2024»；西部地区增长最快，增速为«16.0%|西部地区增速|2024»。",
            "2024年，新建冷库投资为«214亿元|新建冷库投资|2024»，其中银行贷款«121.6亿元|银行贷款|2024»，占«56.8%|银行贷款占比|2024»。",
            "十二家领先企业2024年合计收入约«298亿元|十二家领先企业收入|2024|~»，占市场的«16.1%|领先企业市场占比|2024»，市场集中度仍然较低。",
            "预计2024—2028年市场年均复合增长率为«13.7%|年均复合增长率|2024-2028|E»，低于前五年的水平。",
        ),
        "market": (
            "China’s cold-chain logistics market was worth «RMB 184.5 billion|China cold-chain logistics market|2024» in 2024, after «RMB 160.3 billion|China cold-chain logistics market|2023» in 2023. "
            f"That is growth of «{p.growth_2024}|market growth|2024» in 2024.By 2028 the market is expected to reach «RMB 308.8 billion|market|2028|E».",
            "The compound annual growth rate was «14.8%|market compound annual growth rate|2019-2024» for 2019–2024. "
            f"In 2024 the market was «{p.multiple} times|market multiple of 2019|2024» as large as in 2019. "
            f"At an average exchange rate of RMB «7.12|exchange rate|2024|?» per US dollar, the «RMB 184.5 billion|market|2024» of 2024 equal «{p.dollars}|market in dollars|2024».",
            "By segment, transport, storage and handling earned «RMB 96.3 billion|transport|2024», «RMB 62.9 billion|storage|2024» and «RMB 25.3 billion|handling|2024» in 2024, respectively. "
            "Transport alone made up «52.2%|transport share|2024» of the market, and handling, the smallest segment, grew fastest, by «17.1%|handling growth|2024» from «RMB 21.6 billion|handling|2023» in 2023.",
            "The years of fast building are over, the years of use have begun: for every «RMB 100|market revenue||?» of revenue, operators now spend less on new walls and more on better doors, meters and software. What follows measures that change, chapter by chapter.",
        ),
        "drivers": (
            "Fresh food bought online is the strongest driver. In 2024, «38.6%|urban households ordered chilled food|2024» of urban households ordered chilled food at least once a week, compared with «29.4%|urban households ordered chilled food|2022» in 2022, a rise of «9.2 percentage points|rise households chilled food|2024». The average order weighed «3.2 kg|average order weighed|2024».",
            "Rules are the second driver. Since 2022 every carrier of frozen food must log temperatures; about «84%|carriers log temperatures|end2024|~» of carriers did so by the end of 2024. The highest penalty for a broken chain rose to «RMB 30,000|penalty broken chain|2023» in 2023.",
            "Chilled parcels reached «4.6 billion|chilled parcels|2024» in 2024, «3.3 times|chilled parcels multiple|2024» the «1.4 billion|chilled parcels|2019» of 2019. Deliveries within one day now reach more than «260 cities|cities deliveries within one day||>».",
            "Losses fall where the chain holds: the loss rate of leaf vegetables was «8.3%|loss rate of leaf vegetables|2024» in 2024, down from «11.9%|loss rate of leaf vegetables|2019» in 2019, a fall of «3.6 percentage points|fall loss rate leaf vegetables|2024». For fish it is less than «5%|loss rate fish||<».",
            "Households spent an average of «RMB 1,240|households spent chilled delivery|2024» on chilled deliveries in 2024, «12.7%|household spending growth|2024» more than the «RMB 1,100|households spent|2023» of 2023.",
        ),
        "structure": (
            "Frozen goods are the largest class, ahead of chilled goods with «33%|chilled goods share|2024». Cool and deep-frozen goods together account for «26%|cool and deep-frozen goods share|2024».",
            "Among the goods, produce overtook meat: its share rose from «28%|produce share|2020» in 2020 to «32%|produce share|2024» in 2024, while that of meat fell by «3 percentage points|meat share fall|2024» to «28%|meat share|2024» over the same four years. Meat, seafood and produce together accounted for «78%|meat seafood produce share|2024» of the volume in 2024.",
            "Source: Northern Larch Research, survey of «320 stores|stores surveyed|».",
        ),
        "regions": (
            f"{p.largest} has the largest capacity of cold stores of all provinces. The five leading provinces had a total of «118.4 million m3|five leading provinces capacity|2024» in 2024, equal to «{p.five_share}|five leading provinces share|2024» of the national «263.7 million m3|national capacity|2024».",
            "The east remains the largest region, with revenue of «RMB 66.9 billion|east revenue|2024» in 2024, or «36.3%|east share|2024» of the market. The west grew fastest, by «16.0%|west growth|2024», and earned «RMB 36.2 billion|west revenue|2024»; the north grew by «14.8%|north growth|2024».",
            "The e n t e r p r i s e s of the coast build inland: in 2024, «46%|new stores inland|2024» of new stores rose where rail and river meet, compared with «31%|new stores inland|2021» in 2021.",
            "Shandong leads by its ports and its vegetables, Guangdong by its imports; between them stand the fruit growers of Jiangsu. The difference between first and fifth is «15.9 million m3|difference first fifth capacity|2024», and Shandong has «2.0 times|Shandong multiple of Liaoning|2024» the capacity of Liaoning.",
        ),
        "fleet": (
            f"China had a total of «{p.fleet_total} thousand refrigerated vehicles|refrigerated vehicles|2024» in 2024: «296.5 thousand|diesel vehicles|2024» with diesel engines, «41.1 thousand|gas vehicles|2024» with gas engines and «63.7 thousand|electric vehicles|2024» with electric drives. A year earlier the total was «372.2 thousand|refrigerated vehicles|2023».",
            "Electric vehicles made up «15.9%|electric vehicles share|2024» of the fleet in 2024, against «11.9%|electric vehicles share|2023» in 2023. Their number has «more than tripled||2024|?» since 2021, when «20.1 thousand|electric vehicles|2021» were on the road. Diesel vehicles still grew, but by only «2.1%|diesel vehicles growth|2024» in 2024.",
            "An electric truck of the «4.5-tonne|electric truck class||?» class runs «280–320 km|electric truck range|» on one charge and saves up to «RMB 0.62 per km|saving electric truck||<=» against diesel.",
            "Cities decide the pace. By the end of 2024, «58 cities|cities zones electric trucks|end2024» had opened zones for electric trucks alone, against «23 cities|cities zones electric trucks|end2022» at the end of 2022, and charging at the store costs «RMB 0.85 per kWh|charging at the store|» at night.",
        ),
        "pharma": (
            f"Revenue from the cold chain of medicines reached «RMB {p.pharma_2024} billion|revenue cold chain of medicines|2024» in 2024, compared with «RMB 66.8 billion|revenue cold chain of medicines|2023» in 2023. Growth slowed to «9.7%|medicines growth|2023» in 2023 and recovered to «10.2%|medicines growth|2024» in 2024.",
            "Vaccines are the largest product with «RMB 23.9 billion|vaccines revenue|2024» in 2024, followed by biologics with «RMB 21.2 billion|biologics revenue|2024»; the two accounted for «61.3%|vaccines and biologics share|2024» of revenue. Biologics grew fastest, by «13.4%|biologics growth|2024».",
            "Rules keep newcomers out: a licence for medicines takes «9–14 months|licence for medicines|», and only «612 carriers|carriers licence medicines|end2024» held one at the end of 2024. Their vehicles are kept between two and eight degrees, and every journey is recorded by the minute.",
        ),
        "operations": (
            f"Average utilisation of cold stores rose from «61.5%|average utilisation of cold stores|2019» in 2019 to «71.2%|average utilisation of cold stores|2024» in 2024, a gain of «{p.utilisation_gain} percentage points|gain utilisation|2024». The lowest value of the period was «60.2%|average utilisation of cold stores|2020» in 2020.",
            "Rents follow. A square metre in the first tier cost «RMB 124|monthly rent first tier|2024» a month in 2024, «5.1%|rent first tier growth|2024» more than in 2023 and «2.4 times|rent first tier multiple of other cities|2024» the «RMB 52|monthly rent other cities|2024» of other cities.",
            "A modern store uses «45–55 kWh|modern store electricity use|» of electricity per cubic metre and year.",
        ),
        "costs": (
            "The market grew by «RMB 24.2 billion|market increase|2024» in 2024. Volume contributed «RMB 15.8 billion|volume contribution|2024», or «65.3%|volume share of increase|2024» of the increase, and prices «RMB 3.9 billion|prices contribution|2024»; lost contracts took away «RMB 2.2 billion|lost contracts|2024».",
            "A tonne carried by an own fleet cost «RMB 312|own fleet cost per tonne|2024» in 2024, «1.6%|own fleet cost decline|2024» less than in 2023; hired carriers cost «RMB 291|hired carriers cost per tonne|2024», a difference of «RMB 21|difference own fleet hired carriers|2024» per tonne. Fuel and power remain the largest item, at «35.9%|fuel and power share own fleet|2024» of the cost of an own fleet.",
            "Note: routes of more than «300 km|routes||>»; without taxes.",
        ),
        "finance": (
            f"Silver Pine Cold Chain, the largest operator, earned revenue of «{p.operator_revenue}|Silver Pine Cold Chain revenue|2024» in 2024. In all, «{p.enterprises_again} enterprises|enterprises cold stores refrigerated fleets|end2024» ran cold stores or refrigerated fleets in China at the end of 2024.^1",
            "Investment in new cold stores was «RMB 21.4 billion|investment in new cold stores|2024»^2 in 2024, «11.6%|investment share of market revenue|2024» of the revenue of the market. Bank loans supplied «RMB 12.16 billion|bank loans|2024» of it, or «56.8%|bank loans share|2024».",
            "The twelve leading operators owed «16.1 thousands of million yuan|leading operators debt|2024» at the end of 2024, «54.2%|debt ratio assets|2024» of their assets.",
        ),
        "operators": (
            "The twelve operators earned «RMB 29.8 billion|twelve operators revenue|2024» in 2024, «13.2%|twelve operators growth|2024» more than the «RMB 26.3 billion|twelve operators revenue|2023» of 2023, and so less than the market as a whole grew. They held «16.1%|twelve operators market share|2024» of the market; the first five held «11.0%|first five market share|2024».",
            "Jadewell Polar grew fastest, by «19.2%|Jadewell Polar growth|2024», and Northmere Stores slowest, by «4.0%|Northmere Stores growth|2024». All twelve grew by less than «20%|twelve operators growth limit|2024|<» in 2024.",
            "Redmaple Reefer runs «3,305 trucks|Redmaple Reefer trucks|2024», the second largest fleet after the «5,210 trucks|Silver Pine trucks|2024» of Silver Pine Cold Chain. Together the twelve run «20,555 trucks|twelve operators trucks|2024», about «5%|share of refrigerated vehicles|2024|~» of all refrigerated vehicles.",
            "Size of stores and size of fleets do not go together: Northmere Stores holds «1,875 thousand m3|Northmere Stores capacity|2024» and sends out only «215 trucks|Northmere Stores trucks|2024», while Greenferry Transit drives «1,455 trucks|Greenferry Transit trucks|2024» from «410 thousand m3|Greenferry Transit capacity|2024». The store is a business of land and patience, the truck one of hours.",
            "None of the twelve belongs to another. Mergers were few: «3 deals|mergers|2024» closed in 2024, worth «RMB 1.35 billion|mergers value|2024» together, after «7 deals|mergers|2023» in 2023.",
        ),
        "corridors": (
            "The six trunk corridors earned «RMB 31.5 billion|six trunk corridors revenue|2024» in 2024, «17.1%|six trunk corridors market share|2024» of the market and «15.6%|six trunk corridors growth|2024» more than in 2023. The Yangtze corridor was the largest, with «RMB 8.24 billion|Yangtze corridor revenue|2024» in 2024; the Southwest corridor grew fastest, by «22.9%|Southwest corridor growth|2024».",
        ),
        "survey": (
            "The picture below was scanned from the questionnaire of May 2025. It was answered by «320 shippers|shippers answered|» in «14 provinces|provinces|».",
        ),
        "outlook": (
            f"In 2024 the market exceeded «{p.floor}|market|2024|>» for the first time. It is projected to grow at a CAGR of «{p.cagr_forecast}|market CAGR|2024-2028|E» for 2024–2028, from «RMB 184.5 billion|market|2024» in 2024 to «RMB 308.8 billion|market|2028|E» in 2028.",
            "New stores need capital of «RMB 40–60 billion|capital for new stores|2028|E» by 2028. Automation should cut labour costs by «15–20%|labour costs cut|2025-2028|E» over 2025–2028.",
            f"Electric drives should reach «{'3545%' if p.lost_dash else '35–45%'}|electric share of new trucks|2028|E?» of the sales of new trucks in 2028. Storage is projected at «RMB 107.4 billion|storage|2028|E» in 2028, a CAGR of «14.3%|storage CAGR|2024-2028|E» from 2024, and handling at «RMB 45.2 billion|handling|2028|E».",
        ),
        "summary/kpi": (
            "«1845亿元|市场规模|2024» 2024年市场规模",
            "«3088亿元|市场规模|2028|E» 2028年市场规模（预测）",
            "«14.8%|年均复合增长率|2019-2024» 2019—2024年年均复合增长率",
        ),
        "market/kpi": (
            "«RMB 184.5 billion|market size|2024» market size in 2024",
            "«14.8%|CAGR of the market|2019-2024» CAGR of the market, 2019–2024",
            "«RMB 308.8 billion|market size|2028|E» expected market size in 2028",
        ),
        "operators/kpi": (
            "«RMB 29.8 billion|revenue of the twelve|2024» revenue of the twelve, 2024",
            "«16.1%|share of the market|2024» their share of the market, 2024",
            "«20,555 trucks|trucks in fleets|2024» in their fleets, 2024",
        ),
        "outlook/kpi": ("«RMB 308.8 billion|market size|2028|E» expected market size in 2028",),
        "method": (
            f"{PUBLISHER} is an invented publisher; every firm and every figure of this document was made up to show how a white paper is read and checked.",
            "Market size is the revenue of storage, transport and handling at controlled temperature. Forecasts are marked with the letter E. Shares are rounded and may not add up to the last digit.",
        ),
    }

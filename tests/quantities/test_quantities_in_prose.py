"""What the grammar reads of running text: value, currency, unit, comparator, direction and what is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wpextract.quantities import Quantity, find_quantities


def written(quantity: Quantity) -> str:
    """A quantity in one line: comparator, value or range, unit."""
    low, high = (format(v.normalize(), "f") for v in (quantity.value_low, quantity.value_high))
    value = low if low == high else f"{low}..{high}"
    sign = "" if quantity.comparator == "=" else quantity.comparator + " "
    return f"{sign}{value} {quantity.unit}"


def read(text: str, language: str = "en") -> list[str]:
    return [written(q) for q in find_quantities(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("revenue of US$45.6bn", ["45600000000 USD"]),
        ("approximately USD 615.7 billion", ["~ 615700000000 USD"]),
        ("is projected to exceed USD 2.6 trillion", ["> 2600000000000 USD"]),
        ("RMB 700B", ["700000000000 CNY"]),
        ("HK$12.5 million and 40 million Hong Kong dollars", ["12500000 HKD", "40000000 HKD"]),
        ("75 USD million", ["75000000 USD"]),
        ("tea worth 4,536 RMB 100 million", ["453600000000 CNY"]),  # 亿
        ("35 cents a share", ["0.35 USD"]),
        ("thirteen dollars and forty-five cents", ["13.45 USD"]),
        ("£(8.1m)", ["-8100000 GBP"]),
        ("-15€", ["-15 EUR"]),
        ("thousands of million yuan: 3 thousand million yuan", ["3000000000 CNY"]),
        ("losses of 30 MUSD", ["30000000 USD"]),
        ("awarded RMB 6Bup 7.2x YoY", ["6000000000 CNY", "7.2 x"]),
        ("10 turkish lira", ["10 TRY"]),
        ("¥500 million of China", ["500000000 CNY"]),
        ("¥30 billion", ["30000000000 JPY"]),
        ("a new kiln costs RMB 246,000, an old one RMB 178,000", ["246000 CNY", "178000 CNY"]),
    ],
)
def test_money(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市场规模1,311亿元", ["131100000000 CNY"]),
        ("约4.287亿美元", ["~ 428700000 USD"]),
        ("人民币  50元", ["50 CNY"]),
        ("至少九千块钱", [">= 9000 CNY"]),
        ("六十四万零一百四十三元一角七分", ["640143.17 CNY"]),
        ("港币两千九百六十元", ["2960 HKD"]),
        ("100~200亿元", ["10000000000..20000000000 CNY"]),
        ("一千到两千万元人民币", ["10000000..20000000 CNY"]),
        ("从8500到3万港元", ["8500..30000 HKD"]),
        ("八九亿韩元", ["800000000..900000000 KRW"]),
        ("50多元", ["> 50 CNY"]),
        ("3万4000元", ["34000 CNY"]),
        ("０．５８元", ["0.58 CNY"]),
        ("长链二元酸", []),
        ("二元合金产能2万元", ["20000 CNY"]),
    ],
)
def test_chinese_money(text: str, expected: list[str]) -> None:
    assert read(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("12.5 per cent", "en", ["12.5 %"]),
        ("a loss of 5.6 percentage points", "en", ["5.6 pct_point"]),
        ("up 25 basis points", "en", ["0.25 pct_point"]),
        ("the gap narrowed to less than 4 pct", "en", ["< 4 pct_point"]),
        ("提高9.1个百分点", "zh", ["9.1 pct_point"]),
        ("降幅超过四成", "zh", ["> 40 %"]),
        ("其中近四成为首次采购", "zh", ["~ 40 %"]),
        ("百分之五十到六十", "zh", ["50..60 %"]),
        ("千分之２．４", "zh", ["0.24 %"]),
        ("负40%", "zh", ["-40 %"]),
        ("约为对手的2.1倍", "zh", ["~ 2.1 x"]),
        ("较上年翻两番", "zh", ["4 x"]),
        ("more than doubling year on year", "en", ["> 2 x"]),
        ("2–3x", "en", ["2..3 x"]),
        ("threefold", "en", ["3 x"]),
        ("ranked 2nd", "en", ["2 1"]),
        ("a ratio of 3:1", "en", ["3 1"]),
    ],
)
def test_shares_points_and_multiples(text: str, language: str, expected: list[str]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three quarters of the orchards", ["75 %"]),
        ("of which three quarters from growers abroad", ["75 %"]),
        ("yields fell by roughly a tenth", ["~ 10 %"]),
        ("more than half of the crop", ["> 50 %"]),
        ("half the crop", ["50 %"]),
        ("pears cost a quarter more than apples", ["25 %"]),
        ("apples are below one fifth", ["< 20 %"]),
        ("fewer than one in five is pruned", ["< 20 %"]),
        ("nearly one in every four growers", ["~ 25 %"]),
        ("one orchard in eight is pruned", ["12.5 %"]),
        ("one orchard in five towns", ["5 1"]),
        ("nine out of ten growers", ["90 %"]),
        ("an eighth of the land, ½ of the water and 2/5 of the trees", ["12.5 %", "50 %", "40 %"]),
        ("between a quarter and a half of them", ["25..50 %"]),
        ("half of what it was", ["0.5 x"]),
        ("half as much", ["0.5 x"]),
        ("up half a percentage point", ["0.5 pct_point"]),
        ("three quarters of one percent", ["0.75 %"]),
        ("超过四分之三的果园", ["> 75 %"]),
        ("不足十分之一", ["< 10 %"]),
        ("三分之一到二分之一之间", [f"{Decimal(100) / 3}..50 %"]),
        ("七成半以上", ["> 75 %"]),
        ("刚过半数", ["> 50 %"]),
        ("约一半", ["~ 50 %"]),
        ("占比过半", ["> 50 %"]),
        ("近半果园", ["~ 50 %"]),
    ],
)
def test_everyday_fractions_are_shares(text: str, expected: list[str]) -> None:
    assert read(text, "zh" if any("一" <= c <= "鿿" for c in text) else "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "yields fell three quarters in a row",
        "after three quarters of decline",
        "the past three quarters",
        "a quarter earlier",
        "in the second half",
        "the other half",
        "half a year, half an hour, a year and a half",
        "half-year results",
        "we are halfway there",
        "a third party at a third orchard",
        "one in the north and one in three months",
        "上半年",
        "另一半",
        "近半年来",
    ],
)
def test_halves_and_quarters_of_the_calendar_are_no_shares(text: str) -> None:
    assert read(text, "zh" if "半" in text else "en") == []


def test_an_everyday_fraction_stands_for_what_lies_near() -> None:
    (third,) = find_quantities("a third of the crop")
    assert third.decimals is None
    assert third.bound_low is not None and third.bound_high is not None
    assert third.bound_low < 32 and third.bound_high > 34


def test_a_fraction_and_the_amount_that_it_led_to_are_no_range() -> None:
    assert [q.text for q in find_quantities("sales fell by a quarter to 5 million jars")] == ["a quarter", "5 million"]
    assert [q.text for q in find_quantities("a quarter to a third of jars")] == ["a quarter to a third"]
    assert [q.text for q in find_quantities("half a million to 3 million jars")] == ["half a million to 3 million"]


@pytest.mark.parametrize(
    ("text", "language", "unit", "value"),
    [
        ("41.06 ZB of data", "en", "ZB", "41.06"),
        ("250 million cubic metres", "en", "m**3", "250000000"),
        ("27-kilometer ring", "en", "km", "27"),
        ("5 gigawatt hours", "en", "GWh", "5"),
        ("智能算力563 EFLOPS", "zh", "EFLOPS", "563"),
        ("用电量约412亿千瓦时", "zh", "kWh", "41200000000"),
        ("一百千瓦", "zh", "kW", "100"),
        ("10 °C", "en", "degC", "10"),
        ("52,000 hours", "en", "hour", "52000"),
    ],
)
def test_physical_units(text: str, language: str, unit: str, value: str) -> None:
    (quantity,) = find_quantities(text, language)
    assert (quantity.kind, quantity.unit, quantity.value) == ("physical", unit, Decimal(value))


@pytest.mark.parametrize(
    ("text", "denominator"),
    [("茶杯均价为0.6元/只", "只"), ("茶杯均价为0.6元 / 只", "只"), ("租金2.5元 / 天", "day"), ("茶杯0.6元 /只", None)],
)
def test_a_slash_between_chinese_words_may_have_a_space_on_either_side(text: str, denominator: str | None) -> None:
    (quantity,) = find_quantities(text, "zh")
    assert quantity.unit_denominator == denominator


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China has 70–75", ["70..75 1"]),
        ("RMB 100-200B", ["100000000000..200000000000 CNY"]),
        ("from 10 to 40 pct", ["10..40 pct_point"]),
        ("between 5 and 10 million dollars", ["5000000..10000000 USD"]),
        ("$50-$100", ["50..100 USD"]),
        ("55%–60%", ["55..60 %"]),
        ("5k-20k users", ["5000..20000 1"]),
        ("8- to 16-meter mirrors", ["8..16 m"]),
        ("6.2–6.6 million units", ["6200000..6600000 1"]),
        ("sold 1,500(cid:1)1,800 units", ["1500..1800 1"]),
        ("sold 70\u200b75 units", ["70..75 1"]),
        ("more than 20 and less than 35", ["20..35 1"]),
    ],
)
def test_a_range_is_one_quantity(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("rose from 72% in 2022 to 86% in 2024", "en", ["72 %", "86 %"]),
        ("the rate rose from 5% to 7%", "en", ["5 %", "7 %"]),
        ("revenue decreased by 14% to RMB9,241 million", "en", ["14 %", "9241000000 CNY"]),
        ("their part is enlarged from 16.1% to 18.5%", "en", ["16.1 %", "18.5 %"]),
        ("discounts spread, and ranged from 5% to 8%", "en", ["5..8 %"]),
        ("由2019年的36.7%提高至2024年的73.8%", "zh", ["36.7 %", "73.8 %"]),
        ("由10%提升至20%", "zh", ["10 %", "20 %"]),
        ("甲超过30%，乙占比不足50%", "zh", ["> 30 %", "< 50 %"]),
        ("battery output jumped 59%, from 4 GWh to 7 GWh", "en", ["59 %", "4 GWh", "7 GWh"]),
        ("robot orders have doubled since 2019, from 3,000 to 6,000", "en", ["2 x", "3000 1", "6000 1"]),
        ("robots differ, from 5 kg to 40 kg", "en", ["5..40 kg"]),
    ],
)
def test_a_change_is_two_quantities(text: str, language: str, expected: list[str]) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("surpassed 30,000 firms", ">"),
        ("valuation above USD 1 trillion", ">"),
        ("at least 400 kW", ">="),
        ("160+ unicorns", ">="),
        ("500 amperes or more", ">="),
        ("no less than 5 GW", ">="),
        ("fewer than 162 thousand piles", "<"),
        ("up to $1 million", "<="),
        ("no lane of the harbour takes more than 12 days", "<="),
        ("Alba is more balanced, with no buyer above 15%", "<="),
        ("the mean had not fallen below 5 GW", ">="),
        ("产值站上1.2万亿元", ">"),
        ("none of the kettles weighs less than 3 kg", ">="),
        ("it no longer takes more than 12 days", ">"),
        ("No 1 vendor Alfa needs more than 12 days", ">"),
        ("with no quay of its own, and with no crane, the port needs more than 12 days", ">"),
        ("no kettle is cheap, and a robot takes more than 12 days", ">"),  # another clause
        ("no more than 50 units", "<="),
        ("nearly 60%", "~"),
        ("approached RMB 600 billion", "~"),
        ("~20 firms", "~"),
        ("slightly below the 33.4% of last year", "="),
        ("不低于85%", ">="),
        ("超12,600家", ">"),
        ("首次不足六成", "<"),
        ("58%左右", "~"),
        ("100家以上", ">"),
        ("45岁以上的窑工", ">"),
        ("14周岁及以上的窑工", ">="),
        ("不超过1.25倍", "<="),
        ("不足全行业的10%", "<"),
        ("低于上年的10%", "="),
        ("比上年高出1.7个百分点", "="),
        ("单个项目上限20万元", "<="),
    ],
)
def test_comparators(text: str, comparator: str) -> None:
    language = "zh" if text > "\u4e00" or any(c > "\u4e00" for c in text) else "en"
    assert [q.comparator for q in find_quantities(text, language)] == [comparator]


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("Canoes gave up 3.5% in 2024", "en", "down"),
        ("Canoe sales receded by 3.5%", "en", "down"),
        ("Canoe sales were up 3.5%", "en", "up"),
        ("fell 7.1% in 2024", "en", "down"),
        ("up nearly 50%", "en", "up"),
        ("an increase of 31.9%", "en", "up"),
        ("a 15% decline", "en", "down"),
        ("26.1% more than in 2023", "en", "up"),
        ("fell to RMB 11.8 billion", "en", None),
        ("kilns make up 27% of the cost", "en", None),
        ("they were up 27%", "en", "up"),
        ("同比增长近45%", "zh", "up"),
        ("累计下降43.3%", "zh", "down"),
        ("占比23.3%", "zh", None),
    ],
)
def test_direction_comes_from_words_and_the_value_keeps_its_sign(
    text: str, language: str, direction: str | None
) -> None:
    (quantity,) = find_quantities(text, language)
    assert quantity.direction == direction
    assert quantity.value is not None
    assert quantity.value > 0


@pytest.mark.parametrize(
    ("text", "low", "high", "decimals"),
    [
        ("USD 615.7 billion", "615650000000", "615750000000", -8),
        ("30,000 firms", "29999.5", "30000.5", 0),
        ("over USD 2.6 trillion", "2600000000000", None, -11),
        ("fewer than 162 thousand", None, "162000", -3),
        ("about 20 firms", "19", "21", 0),
        ("approximately USD 615.7 billion", "615600000000", "615800000000", -8),
        ("70–75%", "69.5", "75.5", 0),
        ("(3.2) million", "-3250000", "-3150000", -5),
    ],
)
def test_a_printed_number_is_an_interval(text: str, low: str | None, high: str | None, decimals: int) -> None:
    quantity = find_quantities(text)[0]
    assert quantity.bound_low == (None if low is None else Decimal(low))
    assert quantity.bound_high == (None if high is None else Decimal(high))
    assert quantity.decimals == decimals


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("1,509 large language models", "models"),
        ("3B lines of code adopted by developers", "lines of code"),
        ("54 deals", "deals"),
        ("12.26 million charging piles in service", "piles"),
        ("accounting for 34 and 15", None),
        ("建成智算中心286座", "座"),
    ],
)
def test_counted_nouns(text: str, noun: str | None) -> None:
    assert find_quantities(text)[0].counted_noun == noun


@pytest.mark.parametrize(
    ("text", "unit", "denominator"),
    [
        ("RMB 0.58 per kWh", "CNY", "kWh"),
        ("RMB 7.12 per US dollar", "CNY", "US dollar"),
        ("$15.4/hour", "USD", "hour"),
        ("earns RMB 35,010 a year", "CNY", "year"),
        ("0.46元/千瓦时", "CNY", "kWh"),
        ("10.2元/卡时", "CNY", "卡时"),
        ("EUR 53 per 100 kg", "EUR", "100 kg"),
        ("RMB 0.5–0.6 per kWh", "CNY", "kWh"),
        ("$2 per million tokens", "USD", "1000000 tokens"),
        ("6.5升/百公里", "L", "100 km"),
        ("3 beds per 1,000 flats", "1", "1000 flats"),
        ("8.1 per 100,000 live births", "1", "100000 live births"),
    ],
)
def test_denominators(text: str, unit: str, denominator: str) -> None:
    (quantity,) = find_quantities(text, "en" if text.isascii() or "–" in text else "zh")
    assert (quantity.unit, quantity.unit_denominator) == (unit, denominator)


@pytest.mark.parametrize(
    "text",
    [
        "Call 400-072-5588 or +86 10 6505 1166",
        "See Figure 3, Table 2-1 and Chapters 4 and 5 on page 12",
        "GPT-4, o1, Qwen3-235B, Llama 3.1 and Claude 3.5 Sonnet",
        "Version 2.1.3 of v1.5",
        "1.1 Development of the Market",
        "1. Overview",
        "(1) In cross-domain scenarios",
        "ISO 9001 and GB/T 12345",
        "5G networks and 3D printing",
        "the 14th Five-Year Plan of the 21st century",
        "https://example.org/a?x=12&y=30%25",
        "open 24/7",
        "20英寸窑管",
        "In 2024 and since 2015",
        "on August 28, 2025 at 14:30",
        "图3 第5章 第12页",
        "90后与2B业务",
        "one of the two",
        "a six-axis arm",
        "6-axis arms and 40-slot panes",
        "9-inch panes of a 7-nanometre process on 600-volt lines",
        "a kiln of the 3.5-tonne class",
        "六吨级窑炉与30万吨级泊位",
        "6兆瓦级机组",
        "Ovens Ltd, 14 Mill Lane",
        "五角大楼与四川",
        "接近千亿关口",
        "第一季度",
    ],
)
def test_what_names_or_dates_is_no_quantity(text: str) -> None:
    assert read(text, "zh" if any(c > "\u4e00" for c in text) else "en") == []


def test_a_bound_of_age_counts_years_of_life() -> None:
    (quantity,) = find_quantities("14周岁及以上的窑工", "zh")
    assert (quantity.value, quantity.comparator, quantity.counted_noun) == (14, ">=", "周岁")


def test_the_snippet_holds_number_scale_currency_and_unit_and_nothing_else() -> None:
    text = "It reached approximately USD 615.7 billion, i.e. over 1,509 models."
    money, count = find_quantities(text)
    assert (money.text, money.value_as_printed, money.unit_as_printed) == ("USD 615.7 billion", "615.7", "USD billion")
    assert (count.text, count.value_as_printed, count.unit_as_printed) == ("1,509", "1,509", None)
    assert text[money.start : money.end] == money.text


def test_a_range_names_both_printed_ends() -> None:
    (quantity,) = find_quantities("RMB 100–200B")
    assert quantity.value is None
    assert quantity.value_as_printed == "100–200"
    assert quantity.scale == 10**9


def test_digits_that_can_only_be_two_numbers_are_a_doubted_range() -> None:
    (quantity,) = find_quantities("规模有望达到1,5001,800 EFLOPS", "zh")
    assert (quantity.value_low, quantity.value_high) == (1500, 1800)
    assert quantity.approximate_range


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prices could recover by 3 5%", ["3..5 %"]),
        ("swell to 640 680 thousand units", ["640000..680000 1"]),
        ("capacity of 255 270 million cubic metres", ["255000000..270000000 m**3"]),
        ("build 4,500 5,200 sites", ["4500..5200 1"]),
        ("a fleet of 12 345 boats", ["12 1", "345 1"]),
        ("shares of 5 3%", ["5 1", "3 %"]),
        ("priced at USD 140,000 146,000. Later", ["140000..146000 USD"]),
        ("priced at USD 12 345", ["12 USD", "345 1"]),
    ],
)
def test_two_rising_numbers_with_only_a_gap_between_and_one_unit_are_a_doubted_range(
    text: str, expected: list[str]
) -> None:
    found = find_quantities(text)
    assert [written(q) for q in found] == expected
    assert all(q.approximate_range == (".." in e) for q, e in zip(found, expected, strict=True))


def test_a_run_that_may_be_one_number_stays_one() -> None:
    (quantity,) = find_quantities("7075 unicorns")
    assert quantity.value == 7075


def test_full_width_digits_keep_their_places_in_the_text() -> None:
    text = "均价为１，２３４．５元。"
    (quantity,) = find_quantities(text, "zh")
    assert quantity.value == Decimal("1234.5")
    assert quantity.text == "１，２３４．５元"


def test_bare_numbers_in_words_are_read_when_asked_for() -> None:
    assert find_quantities("twenty-one trillion and three hundred", bare=True)[0].value == 21_000_000_000_300
    assert find_quantities("二百三十", "zh", bare=True)[0].value == 230
    assert find_quantities("二百三十", "zh") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no kiln has passed the mark of 3 GW", ["<= 3 GW"]),
        ("it has yet to exceed 15%", ["<= 15 %"]),
        ("the kilns add up to 64 GW", ["64 GW"]),
        ("fines of up to 5%", ["<= 5 %"]),
        ("pushed its share past 30%", ["> 30 %"]),
        ("over the past 30 kilns", ["30 1"]),
        ("Vetro turned over USD 19 billion", ["19000000000 USD"]),
        ("output is estimated at 58 GW", ["~ 58 GW"]),
        ("just shy of 20%", ["< 20 %"]),
        ("within 48 hours", ["<= 48 hour"]),
        ("the base has since cleared 8 million kilns", ["> 8000000 1"]),
        ("the yards cleared £264m on sales", ["264000000 GBP"]),
        ("should break through the barrier of USD 30 billion", ["> 30000000000 USD"]),
        ("the line of £100bn ought to be crossed", ["> 100000000000 GBP"]),
        ("the 5 million mark was passed in May", ["> 5000000 1"]),
        ("the 5 million mark was not passed in May", ["5000000 1"]),
        ("it would not go beyond EUR 88 billion", ["<= 88000000000 EUR"]),
        ("it never fell below 15%", [">= 15 %"]),
        ("在48小时内完成", ["<= 48 hour"]),
        ("比同行高出5%至8%", ["5..8 %"]),
        ("比2023年的980场多260场", ["980 1", "260 1"]),
        ("接近同行6.6%的三倍", ["6.6 %", "~ 3 x"]),
        ("电费约占成本的28%", ["~ 28 %"]),
        ("占比向三成靠拢", ["~ 30 %"]),
        ("至少还要18个月", [">= 18 month"]),
        ("误差约为±2.5%", ["~ 2.5 %"]),
        ("不及5%", ["< 5 %"]),
    ],
)
def test_comparators_in_their_place(text: str, expected: list[str]) -> None:
    assert read(text, "zh" if any("一" <= c <= "鿿" for c in text) else "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sales should double by 2030", ["2 x"]),
        ("sales have multiplied 4.5 times in five years", ["4.5 x"]),
        ("sales have multiplied by 4.5 in five years, or by a factor of four", ["4.5 x", "4 x"]),
        ("the load is multiplied by 365; rates rose 4 times in 2024", ["365 1", "4 1"]),
        ("double digits", []),
        ("jars lose 6% to 8% a year", ["6..8 %"]),
        ("of 3.9 percentage points, 2.6 points came from prices", ["3.9 pct_point", "2.6 pct_point"]),
        ("the index is up 2.6 points", ["2.6 1"]),
        ("从20亿元到60亿元，只用了五年", ["2000000000 CNY", "6000000000 CNY"]),
        ("contracts of three years or more", [">= 3 year"]),
        ("more than four years of production", ["> 4 year"]),
        ("it takes three to four years to build", ["3..4 year"]),
        ("in three years, over five years, three years old", []),
        ("一般出口（9610）", []),
        ("it fell by EUR 4 billion to EUR 18 billion", ["4000000000 EUR", "18000000000 EUR"]),
        ("Finland has 548 and Sweden 462", ["548 1", "462 1"]),
        ("glass of 4-inch thickness after a 3-week wait", ["4 inch", "3 week"]),
        ("20-odd kilns at 600-plus sites", ["20 1", "600 1"]),
        ("262.6m monthly active users and a 3.5m gate for users", ["262600000 1", "3.5 m"]),
        ("产能为六万吨，最高等级为6级", ["60000 t", "6 1"]),
    ],
)
def test_what_is_measured_and_what_only_rates(text: str, expected: list[str]) -> None:
    assert read(text, "zh" if any("一" <= c <= "鿿" for c in text) else "en") == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年41.7亿元，同比+15.6%；", ["41.7亿元", "+15.6%"]),
        ("毛利率同比+1.2pct", ["+1.2pct"]),
        ("互联网+2.0时代", []),
        ("T+1到账", []),
    ],
)
def test_a_plus_before_a_measure_is_a_sign_and_else_part_of_a_name(text: str, found: list[str]) -> None:
    assert [q.text for q in find_quantities(text, "zh")] == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rose from 1.2 to 3.4 million tonnes", [("1200000.0", "t"), ("3400000.0", "t")]),
        ("grew from $1.2 to $3.4 billion", [("1200000000.0", "USD"), ("3400000000.0", "USD")]),
        ("rose from 950,000 to 1.2 million units", [("950000", "1"), ("1200000.0", "1")]),
        ("fell from 34 to 29 kWh", [("34", "kWh"), ("29", "kWh")]),
        ("ran at 214,000, 268,000 and 331,000 kWh", [("214000", "kWh"), ("268000", "kWh"), ("331000", "kWh")]),
        ("Of 12, 5%", [("12", "1"), ("5", "%")]),
        ("由12万增至15万吨", [("120000", "t"), ("150000", "t")]),
        ("having doubled from 210 MW to 420 MW", [("2", "x"), ("210", "MW"), ("420", "MW")]),
        ("compounded at 10.9% a year ($2.05bn to $3.10bn)", [("10.9", "%"), ("2050000000.00", "USD"), ("3100000000.00", "USD")]),
    ],
)  # fmt: skip
def test_what_a_change_starts_from_and_a_list_share_the_unit_told_last(
    text: str, values: list[tuple[str, str]]
) -> None:
    found = find_quantities(text, "zh" if "由" in text else "en")
    assert [(str(q.value_low), q.unit) for q in found] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RMB 3.2 billion in 2020 and 4.1 billion in 2021", ["3200000000 CNY", "4100000000 CNY"]),
        ("112 million zloty in the first year, 87 million in the second", ["112000000 PLN", "87000000 PLN"]),
        ("sales of 148 thousand kilolitres and exports of 62 thousand", ["148000 kL", "62000 kL"]),
        ("output fell from 630,000 tonnes to 555,000", ["630000 t", "555000 t"]),
        # a noun of its own, or a verb that counts: no amount of money
        ("EUR 3.1 million in sales and 2.2 million users", ["3100000 EUR", "2200000 1"]),
        ("USD 4.5 billion was spent and 3.2 million were employed", ["4500000000 USD", "3200000 1"]),
    ],
)
def test_a_number_that_goes_on_from_an_amount_may_leave_its_unit_out(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("repairs from $188 million to $214 million (13.8%)", ["188000000 USD", "214000000 USD", "13.8 %"]),
        ("repairs at 8.8% (from €255 million to €278 million)", ["8.8 %", "255000000 EUR", "278000000 EUR"]),
        ("guilds of from $2 million to $10 million, 34% of all", ["2000000..10000000 USD", "34 %"]),
        ("wages from $40,000 to $46,000 (12%)", ["40000..46000 USD", "12 %"]),
        ("plots from $10,000 to $30,000 (15%)", ["10000..30000 USD", "15 %"]),
    ],
)
def test_two_amounts_with_the_rate_between_them_are_no_range(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("None of the six kilns has yet reached 20% of homes.", ["< 20 %"]),
        ("The share has not reached 15%.", ["< 15 %"]),
        ("It has yet to reach USD 4 billion.", ["< 4000000000 USD"]),
        ("In none of the seven harbours did rents exceed 4%.", ["<= 4 %"]),
        ("None of the guilds, which reached 20% in 2020, is left.", ["20 %"]),
        ("The share did not just reach 40%.", ["40 %"]),
        ("It failed to reach 40%.", ["< 40 %"]),
    ],
)
def test_what_nobody_reaches_is_a_limit_from_above(text: str, expected: list[str]) -> None:
    assert [x for x in read(text) if not x.startswith(("6", "7"))] == expected

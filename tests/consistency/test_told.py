"""What one text tells by itself: rates taken up from the sentence before, balances, conversions, lists and dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.consistency.build import Paper, told
from tests.consistency.test_passages import alarms

# (passage with {} for a figure, the true figure, a wrong one and the rule that finds it)
PASSAGES = [
    # a rate that leads from the amount just told to the one behind it
    ("Looms took $8.0 million in 2024. Growth of {} should lift the total to $8.6 million in 2025.", "7.5%", "11.5%", "growth_rate"),
    ("Revenue from looms amounted to $22.6 million in 2024. Assuming a CAGR of {}, the market will be worth $44.1 million"
     " in 2030.", "11.8%", "15.8%", "cagr"),
    ("该市场2024年的规模为324亿元；如能维持{}的年均复合增速，则2030年可达514亿元。", "8.0%", "6.5%", "cagr"),
    # right behind both of its ends
    ("The south, starting from $4.8 million in 2024, should attain $9.6 million in 2030 ({} per year).", "12.2%", "15.2%", "cagr"),
    ("The guild spent $427 million against $352 million in the year before ({}).", "+21.3%", "+31.3%", "growth_rate"),
    ("Sales grew 18% in 2022 to $540 million, then a further {} to $594 million in 2023.", "10%", "16%", "growth_rate"),
    # over what stands behind it, of what was just told
    ("Takings reached $725.6 million in 2024. That is {} the level of 2021 ($158.2 million).", "4.6 times", "3.6 times", "multiple"),
    ("Alba spent $62.2 million in 2024, {} Brack's outlay of $14.8 million.", "4.2 times", "6.2 times", "multiple"),
    ("Pupils {} between 2014 and 2024, passing from 4.3 million to 8.6 million.", "doubled", "tripled", "multiple"),
    ("样本煤企平均售价562元/吨，同比下跌{}，上年同期为611元/吨。", "8.0%", "5.2%", "growth_rate"),
    # balances
    ("2024年锂盐供给为134.6万吨，需求为121.9万吨，过剩{}。", "12.7万吨", "17.2万吨", "difference"),
    ("渗透率将自2024年的47.6%升至2027年的66.0%，三年累计提高{}。", "18.4个百分点", "14.8个百分点", "difference"),
    # so many at so much, and what is used of what there is
    ("Some 6.2 million carts were sold in 2024 at an average price of $780, giving a market value of {}.",
     "$4.84 billion", "$5.84 billion", "product_or_share_of"),
    ("纯碱有效产能4,250万吨，全年产量3,624万吨，产能利用率{}。", "85.3%", "79.6%", "product_or_share_of"),
    ("The millers bought 28.6 million sacks in 2024. Bakers lead with 31.2% of demand, corresponding to {}.",
     "8.92 million", "9.82 million", "product_or_share_of"),
    ("东部产能约71万片/月，占全国164万片/月的{}。", "43.3%", "48.3%", "product_or_share_of"),
    # totals that are amounted to, and shares of so many
    ("Sales came to $3.12 million in 2024. Shops sold $2.81 million of this, stalls {} and carts $0.11 million.",
     "$0.20 million", "$0.50 million", "part_whole_sum"),
    ("The guild invoiced $2,408 million. Looms brought $1,266 million, of which $837 million at home and $429 million"
     " abroad; kilns brought the other {}.", "$1,142 million", "$1,342 million", "part_whole_sum"),
    ("前五家企业合计占68.7%。五家的份额由高到低依次为22.4%、17.9%、12.6%、{}和6.1%。", "9.7%", "12.3%", "part_whole_sum"),
    # conversions, at the rate told or at that of another pair
    ("A euro buys RMB 7.79 on average. Sales reached RMB 6.94 million, or {} at the average rate of 7.79.",
     "EUR 0.891 million", "EUR 54.1 million", "fx_plausibility"),
    ("Exports of USD 4.65 million (about RMB 33.5 million) rose. Imports were worth USD 7.28 million, equivalent to"
     " about {}.", "RMB 52.4 million", "RMB 42.5 million", "fx_plausibility"),
    # ranks of years, and dates
    ("The fund gave $1.5 million in 2021, $2.2 million in 2022, $1.2 million in 2023 and $2.0 million in 2024. The best"
     " year to date was thus {}.", "2022", "2024", "superlative"),
    ("Haiqin, founded in 2011 in Hangzhou and listed on the exchange in {}, leads.", "2019", "2009", "temporal"),
    ("Deliveries are to start in 2028 and to run for 15 years, until {}.", "2043", "2038", "temporal"),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "true", "wrong", "rule"), PASSAGES)
def test_only_a_wrong_figure_raises_an_alarm(passage: str, true: str, wrong: str, rule: str, tmp_path: Path) -> None:
    assert alarms(passage.format(true), tmp_path) == []
    assert rule in alarms(passage.format(wrong), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        # rates side by side are no shares of one whole
        "User penetration stood at 43%, 19% and 24% respectively.",
        # 人 and what comes behind their sum
        "三家公司的旅客运输量分别为1.65亿人次、1.41亿人次和1.55亿人次，合计4.61亿人次，占全行业7.30亿人次的63.2%。",
        # ranked by something else
        "浙江业务量为318.4亿件，广东为416.9亿件，江苏为141.2亿件。三省之中，广东的业务量最大，但单票收入以江苏为最高，达到8.9元。",
        # a compound fall, and a rate told each year
        "内燃叉车销量从2017年的29.3万台一路萎缩至2024年的19.6万台，年均复合降幅为5.6%。",
        "境内收入由2020年的96.5亿元增至2024年的121.3亿元，年均仅增5.9%。",
        # what a gap grew by is not the gap
        "2024年锂盐供给为134.6万吨，需求为121.9万吨，过剩12.7万吨，过剩量较上年的8.3万吨扩大4.4万吨。",
        # a part of a part
        "The market was worth $38.4 million in 2023. It is expected to attain $54.4 million by 2030.",
    ],
)
def test_what_is_true_stays_quiet(text: str, tmp_path: Path) -> None:
    assert alarms(text, tmp_path) == []


SALES = {"2019": "1,000", "2020": "918", "2021": "1,120", "2022": "1,240"}


@pytest.mark.parametrize(("year", "status"), [(2020, []), (2021, ["fails"])])
def test_a_fall_is_of_the_year_that_has_it(year: int, status: list[str]) -> None:
    paper = Paper().chart("Loom sales", "RMB million", {"": SALES})
    paper.say(f"Loom sales fell only once, by 8.2% in {year}.", ("8.2%", "loom sales", year))
    assert [x for x in told(paper.check(), "temporal") if x == "fails"] == status


@pytest.mark.parametrize(("year", "status"), [(2022, []), (2021, ["fails"])])
def test_a_peak_is_of_the_year_of_its_series(year: int, status: list[str]) -> None:
    paper = Paper().chart(
        "Loom sales", "RMB million", {"": {"2019": "100", "2021": "112", "2022": "124.5", "2023": "118"}}, page=9
    )
    paper.say(f"Sales, which peaked at RMB 124.5 million in {year}, fell.", ("RMB 124.5 million", "sales", year))
    assert [x for x in told(paper.check(), "temporal") if x == "fails"] == status


@pytest.mark.parametrize(("date", "status"), [("March 2023", []), ("March 2022", ["fails"])])
def test_a_law_is_in_force_since_one_date(date: str, status: list[str]) -> None:
    paper = (
        Paper()
        .say("The film decree of Alba, in force since March 2023, binds all mills.", page=3)
        .say(f"The film decree of Alba, in force since {date}, should help.", page=9)
    )
    assert [x for x in told(paper.check(), "temporal") if x == "fails"] == status


@pytest.mark.parametrize(("middle", "status"), [("20.3%", "holds"), ("23.0%", "fails")])
def test_rates_of_the_years_beside_it_say_which_series_a_rate_is_of(middle: str, status: str) -> None:
    paper = Paper().chart(
        "Spending", "RMB million", {"": {"2021": "900", "2022": "1,056", "2023": "1,270", "2024": "1,546"}}
    )
    paper.say(
        f"Growth of 17.3% in 2022 gave way to {middle} in 2023 and to 21.7% in 2024.",
        ("17.3%", "growth", 2022), (middle, "growth", 2023), ("21.7%", "growth", 2024),
    )  # fmt: skip
    assert told(paper.check(), "growth_rate").count(status) == (3 if status == "holds" else 1)


@pytest.mark.parametrize(("limit", "found"), [("40%", "holds"), ("50%", "fails")])
def test_leaders_together_are_the_largest_of_a_chart(limit: str, found: str) -> None:
    shares = {"Alba": "17.6%", "Brack": "14.2%", "Corran": "11.5%", "Dorn": "8.9%", "Others": "47.8%"}
    paper = Paper().chart("Capacity by operator", "%", {"": shares}, kind="pie", period=2024)
    paper.say(
        f"Taken together, the three leaders control more than {limit} of capacity.",
        (limit, "capacity share", 2024), comparator=">", bound_high=None,
    )  # fmt: skip
    assert told(paper.check(), "bounds") == [found]


@pytest.mark.parametrize(("limit", "found"), [("12%", []), ("8%", ["fails"])])
def test_a_limit_is_of_the_row_that_its_clause_names(limit: str, found: list[str]) -> None:
    paper = Paper().table(
        "Premium of green goods",
        "%",
        [["Good", "Premium 2024"], ["Steel bar", "10.5%"], ["Glazing", "36.0%"], ["Board", "22.0%"]],
    )
    paper.say(
        f"The surcharge differs: on steel bar it is less than {limit}.",
        (limit, "surcharge", 2024),
        comparator="<",
        bound_low=None,
    )
    assert [f.status for f in paper.check().findings if f.status == "fails"] == found

"""What one text tells by itself: rates taken up from the sentence before, balances, conversions, lists and dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.consistency.build import Paper, told
from tests.consistency.test_passages import alarms

# (passage with {} for a figure, the true figure, a wrong one and the rule that finds it)
PASSAGES = [
    # a rate that leads from the amount just told to the one behind it
    ("Looms took $5.0 million in 2024. Growth of {} should lift the total to $5.4 million in 2025.", "8%", "14%", "growth_rate"),
    ("Revenue from looms amounted to $20.0 million in 2024. Assuming a CAGR of {}, the market will be worth $35.4 million"
     " in 2030.", "10.0%", "13.0%", "cagr"),
    ("该市场2024年的规模为250亿元；如能维持{}的年均复合增速，则2030年可达443亿元。", "10.0%", "13.0%", "cagr"),
    # right behind both of its ends
    ("The south, starting from $4.0 million in 2024, should attain $7.1 million in 2030 ({} per year).", "10.0%", "14.0%", "cagr"),
    ("The guild spent $360 million against $300 million in the year before ({}).", "+20.0%", "+29.0%", "growth_rate"),
    ("Sales grew 25% in 2022 to $500 million, then a further {} to $560 million in 2023.", "12%", "17%", "growth_rate"),
    # over what stands behind it, of what was just told
    ("Takings reached $840.5 million in 2024. That is {} the level of 2021 ($210.1 million).", "4.0 times", "3.1 times", "multiple"),
    ("Alba spent $90.3 million in 2024, {} Brack's outlay of $30.1 million.", "3.0 times", "4.4 times", "multiple"),
    ("Pupils {} between 2014 and 2024, passing from 3.1 million to 6.2 million.", "doubled", "tripled", "multiple"),
    ("样本作坊平均售价460元/吨，同比下跌{}，上年同期为500元/吨。", "8.0%", "5.5%", "growth_rate"),
    # balances
    ("2024年陶土供给为150.2万吨，需求为120.1万吨，过剩{}。", "30.1万吨", "31.0万吨", "difference"),
    ("渗透率将自2024年的40.5%升至2027年的55.5%，三年累计提高{}。", "15.0个百分点", "12.2个百分点", "difference"),
    # so many at so much, and what is used of what there is
    ("Some 4.5 million carts were sold in 2024 at an average price of $620, giving a market value of {}.",
     "$2.79 billion", "$3.39 billion", "product_or_share_of"),
    ("作坊有效产能5,200万吨，全年产量4,160万吨，产能利用率{}。", "80.0%", "74.5%", "product_or_share_of"),
    ("The millers bought 40.0 million sacks in 2024. Bakers lead with 31.2% of demand, corresponding to {}.",
     "12.48 million", "14.28 million", "product_or_share_of"),
    ("东部产能约52万件/月，占全国130万件/月的{}。", "40.0%", "46.0%", "product_or_share_of"),
    # totals that are amounted to, and shares of so many
    ("Sales came to $4.25 million in 2024. Shops sold $3.60 million of this, stalls {} and carts $0.25 million.",
     "$0.40 million", "$0.70 million", "part_whole_sum"),
    ("The guild invoiced $3,105 million. Looms brought $1,640 million, of which $1,020 million at home and $620 million"
     " abroad; kilns brought the other {}.", "$1,465 million", "$1,765 million", "part_whole_sum"),
    ("前五家作坊合计占71.5%。五家的份额由高到低依次为25.1%、18.3%、12.2%、{}和6.4%。", "9.5%", "11.9%", "part_whole_sum"),
    # conversions, at the rate told or at that of another pair
    ("A euro buys RMB 8.00 on average. Sales reached RMB 5.44 million, or {} at the average rate of 8.00.",
     "EUR 0.680 million", "EUR 43.5 million", "fx_plausibility"),
    ("Exports of USD 5.00 million (about RMB 36.0 million) rose. Imports were worth USD 8.40 million, equivalent to"
     " about {}.", "RMB 60.5 million", "RMB 50.6 million", "fx_plausibility"),
    # ranks of years, and dates
    ("The fund gave $1.1 million in 2021, $2.6 million in 2022, $1.7 million in 2023 and $2.1 million in 2024. The best"
     " year to date was thus {}.", "2022", "2024", "superlative"),
    ("Alba Mills, founded in 2010 in Brack and listed on the exchange in {}, leads.", "2018", "2006", "temporal"),
    ("Deliveries are to start in 2027 and to run for 12 years, until {}.", "2039", "2034", "temporal"),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "true", "wrong", "rule"), PASSAGES)
def test_only_a_wrong_figure_raises_an_alarm(passage: str, true: str, wrong: str, rule: str, tmp_path: Path) -> None:
    assert alarms(passage.format(true), tmp_path) == []
    assert rule in alarms(passage.format(wrong), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        # rates side by side are no shares of one whole
        "User penetration stood at 41%, 22% and 27% respectively.",
        # a sum, and what comes behind it
        "三家作坊的产量分别为1.20亿件、1.10亿件和1.70亿件，合计4.00亿件，占全行业8.00亿件的50.0%。",
        # ranked by something else
        "甲地业务量为310.4亿件，乙地为420.9亿件，丙地为150.2亿件。三地之中，乙地的业务量最大，但单票收入以丙地为最高，达到7.7元。",
        # a compound fall, and a rate told each year
        "旧式织机销量从2019年的40.2万台一路萎缩至2024年的31.1万台，年均复合降幅为5.0%。",
        "境内收入由2020年的100.5亿元增至2024年的122.2亿元，年均仅增5.0%。",
        # what a gap grew by is not the gap
        "2024年陶土供给为150.2万吨，需求为120.1万吨，过剩30.1万吨，过剩量较上年的20.0万吨扩大10.1万吨。",
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
        .say("The clay decree of Alba, in force since March 2023, binds all mills.", page=3)
        .say(f"The clay decree of Alba, in force since {date}, should help.", page=9)
    )
    assert [x for x in told(paper.check(), "temporal") if x == "fails"] == status


@pytest.mark.parametrize(("middle", "status"), [("12.3%", "holds"), ("13.2%", "fails")])
def test_rates_of_the_years_beside_it_say_which_series_a_rate_is_of(middle: str, status: str) -> None:
    paper = Paper().chart(
        "Spending", "RMB million", {"": {"2021": "1,000", "2022": "1,104", "2023": "1,240", "2024": "1,430"}}
    )
    paper.say(
        f"Growth of 10.4% in 2022 gave way to {middle} in 2023 and to 15.3% in 2024.",
        ("10.4%", "growth", 2022), (middle, "growth", 2023), ("15.3%", "growth", 2024),
    )  # fmt: skip
    assert told(paper.check(), "growth_rate").count(status) == (3 if status == "holds" else 1)


@pytest.mark.parametrize(("limit", "found"), [("40%", "holds"), ("50%", "fails")])
def test_leaders_together_are_the_largest_of_a_chart(limit: str, found: str) -> None:
    shares = {"Alba": "18.0%", "Brack": "15.1%", "Corran": "10.2%", "Dorn": "9.0%", "Others": "47.7%"}
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
        [["Good", "Premium 2024"], ["Steel bar", "10.4%"], ["Glass", "31.0%"], ["Board", "21.0%"]],
    )
    paper.say(
        f"The surcharge differs: on steel bar it is less than {limit}.",
        (limit, "surcharge", 2024),
        comparator="<",
        bound_low=None,
    )
    assert [f.status for f in paper.check().findings if f.status == "fails"] == found

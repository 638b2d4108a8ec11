"""What a text tells again or leaves to what was told: figures taken up, shares in order, prices of a hundred, ranks.

Every true text stays quiet; each with one wrong figure raises an alarm of its rule.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.consistency.build import Paper, told
from tests.consistency.test_passages import alarms

# (text with {} for a figure, the true figure, a wrong one and the rule that finds it)
TEXTS = [
    # a determiner takes up what was told: but for a digit or two exchanged ones it must be that
    ("The guild has 6,140 potters. Most are old. Those {} potters fire 90 kilns.", "6,140", "6,410", "restated_value"),
    ("A loom price of 3,580 crowns was usual in 2024.\n\nThe loom price of {} crowns in 2024 is a record.", "3,580", "3,850",
     "restated_value"),
    ("全县有作坊2,350家，分布在九个乡镇。上述{}作坊去年全部复工。", "2,350家", "2,530家", "restated_value"),
    # two lists, one behind the other
    ("全年出口陶窑20.0万座，其中甲乙两地分别为8.0万座和3.0万座，占{}和15.0%。", "40.0%", "46.0%", "product_or_share_of"),
    # what a share comes to of what is told behind it, or in a clause of its own
    ("Tall kilns make up 40.0% and round ones 25.0%, which on a stock of 1,600 kilns corresponds to {} kilns.", "400", "460",
     "product_or_share_of"),
    ("The share reached 12.0% in 2023 and 20.0% in 2024. Based on sales of 450 thousand looms, about {} looms were oak.",
     "90 thousand", "78 thousand", "product_or_share_of"),
    ("The three funds hold EUR 1,200 million in all. By June 2025 they had paid out EUR 540 million, or {} of that sum.",
     "45.0%", "52.0%", "product_or_share_of"),
    # a hundred of one currency priced in another, and a rate in a relative clause
    ("白石窑业2024年营收3,000亿日元，按100日元兑4.90元折算为{}。", "147.0亿元", "174.0亿元", "fx_plausibility"),
    ("The yen stood at USD 1 = JPY 150.0 on average. Alba sold JPY 30.0 billion, which at the average rate for the year is"
     " {}.", "USD 200 million", "USD 260 million", "fx_plausibility"),
    ("At a rate of 4.85 yuan for 100 yen Alba paid JPY 20.0 billion, or {}.", "RMB 970 million", "RMB 790 million", "fx_plausibility"),
    # shares of so many, each
    ("陶窑按燃料分，三者占比分别为52.0%、30.5%和{}。", "17.5%", "21.5%", "share_sum"),
    # so long after
    ("Work began at Alba in May 2021 and the first kiln was lit in March 2023, {} later.", "22 months", "32 months", "temporal"),
    # a multiple of what a price is set on, of which the amount before is the whole
    ("The buyer pays $96.0 million. On profits of $8.0 million this equates to 12.0 times; on sales of $40.0 million, to {}.",
     "2.4 times", "3.6 times", "multiple"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "true", "wrong", "rule"), TEXTS)
def test_what_is_taken_up_is_what_was_told(text: str, true: str, wrong: str, rule: str, tmp_path: Path) -> None:
    assert alarms(text.format(true), tmp_path) == []
    assert rule in alarms(text.format(wrong), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        # others than those told: their place, owner, year, or what comes of them says so
        "Alba has 2,160 looms. Of the 2,610 looms of Brack, 160 are old.",
        "The registry lists 4,200 mills. Those 2,400 mills that are older than ten years burn most.",
        "Fees in Alba averaged EUR 5,210 in 2024. The average of EUR 2,510 in Brack is lower.",
        "The guild wants 3,600 stalls by 2029; the 3,060 stalls in service today fall short by 540.",
        "甲县有作坊2,350家。这2,530家乙县作坊规模更大。",
        # a price of goods in two currencies is no rate of exchange
        "What sold at EUR 100 cost USD 140 in America. Sales of Alba were EUR 50 million, or USD 54.0 million.",
        # the figures of two years, and of two things that both changed
        "A kilowatt-hour cost EUR 0.214 in 2024, 7.8% less than the EUR 0.232 of 2023.",
        "Looms rose from EUR 7,140 million in 2023 to EUR 8,060 million in 2024. Kilns climbed from EUR 7,410 million to"
        " EUR 8,350 million.",
        # shares and their sum, told in front of or behind it
        "The three largest guilds hold 31.0%, 22.0% and 17.0%, hence 70.0% between them. The rest is scattered.",
        "甲占41.0%，乙和丙分别占30.5%和14.0%。三地相加，份额为85.5%。",
        # rates of several places are no shares
        "2024年作坊空置率：甲地21.0%，乙地25.5%，丙地18.5%，丁地30.0%。",
        # a gap and another one
        "Some 57% of potters and 45% of weavers agree. The gap (12 points) exceeds that of old and young, which is 4 points"
        " (53% and 49%).",
        # a balance against that of the year before
        "陶器出口540.5亿元，进口12.5亿元，贸易顺差528.0亿元，与上一年的490.0亿元相比扩大38.0亿元。",
        # what of each is oak, in a country of so many looms
        "甲地有织机2.00亿台，乙地4.00亿台，合计6.00亿台。从橡木占比看，甲地为31.0%，乙地为44.0%。",
        # before an event of no told year
        "织布指数2020年为50.0，2022年为60.0，2023年为110.0，2024年为121.0，同比上升10.0%，较丰年前高出16.5%。",
        # a whole among its parts is not ranked with them, and the year of a steepest fall is no lowest year
        "The fee of 480 crowns breaks down into 205 for wood, 150 for clay and 125 for water. Wood is the biggest item.",
        "窑价年末值依次为2020年3.10、2021年3.90、2022年3.70、2023年1.90和2024年1.50。跌幅最大的年份是2023年。",
        # five kinds, of which three are told, and two at least beside shares of all
        "甲窑产值约60.0亿元，乙窑约40.0亿元，丙窑约30.0亿元；五类合计约170.0亿元。",
        "三类作坊占比分别为52.0%、30.5%和17.5%，每类至少有两家上市。",
        # less than half as much
        "甲坊规模由2023年的80亿元扩张至2028年的160亿元；乙坊2023年为400亿元，年增速不过5%。前者目前只及后者的20.0%。",
        # a sum of two among shares of all
        "甲地以300亿元居首，占37.5%；若把乙地算进来，两地合计420亿元。丙地为180亿元，占22.5%。",
        # points of a rate, and what is left of it
        "Prices explain 4.5 percentage points of the growth of 9.8%, which leaves 5.3 percentage points for volume.",
        # what one thing costs more is no growth of its price in the course of time
        "Kilns cost 400 crowns in 2023 and 420 in 2024. Larger doors add 12% to the price of one.",
    ],
)
def test_but_what_only_looks_so_is_not(text: str, tmp_path: Path) -> None:
    assert alarms(text, tmp_path) == []


LEADERS = [
    ["Guild 行会", "Growth 增速 2024", "Share 占比 2024"],
    ["Oak House 橡木屋", "12.0%", "30.0%"],
    ["Ash Barn 白蜡仓", "25.0%", "18.0%"],
    ["Elm Yard 榆木场", "8.0%", "12.0%"],
    ["Others 其他", "9.0%", "40.0%"],
]


@pytest.mark.parametrize(
    ("guild", "status"), [("Ash Barn grew fastest, at 25.0%", "holds"), ("Oak House grew fastest, at 12.0%", "fails")]
)
def test_a_row_that_is_named_in_two_languages_goes_by_that_of_the_text(guild: str, status: str) -> None:
    rate = guild.rsplit(" ", 1)[1]
    paper = Paper().table("Guilds 2024", "%", LEADERS).say(f"{guild}.", (rate, f"{guild[:9].strip()} growth", 2024))
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(("limit", "status"), [("more than 35%", []), ("less than 35%", ["fails"])])
def test_those_outside_the_leaders_are_the_rest(limit: str, status: str) -> None:
    shares = {"Share": {"Oak": "30%", "Ash": "18%", "Elm": "12%", "Others": "40%"}}
    paper = Paper().chart("Share of guilds, 2024", "%", shares, kind="pie", period=2024)
    paper.say(f"Guilds outside the top three together held {limit}.", ("35%", "guilds share", 2024))
    said = paper.facts[-1]
    less = limit.startswith("less")
    bounds = {"bound_low": None, "bound_high": said.value} if less else {"bound_low": said.value, "bound_high": None}
    paper.facts[-1] = replace(said, comparator="<" if less else ">", **bounds)
    assert [s for s in told(paper.check(), "bounds") if s == "fails"] == status


@pytest.mark.parametrize(("rate", "status"), [("25.0%", "holds"), ("31.0%", "fails")])
def test_below_a_peak_is_below_the_highest_of_the_series(rate: str, status: str) -> None:
    fires = {"Kilns": {"2021": "80", "2022": "72", "2023": "50", "2024": "60"}}
    paper = Paper().chart("Fires lit", "thousand", fires)
    paper.say(f"In 2024 kilns were still {rate} below their peak.", (rate, "kilns", 2024), direction="down")
    assert told(paper.check(), "growth_rate") == [status]


def test_two_samples_of_one_survey_with_digits_exchanged() -> None:
    paper = Paper().say("Of the 2,150 potters surveyed, half own a kiln.", ("2,150", "potters surveyed", 2024))
    paper.say("In all 2,510 valid questionnaires were collected.", ("2,510", "valid questionnaires", 2024), page=8)
    assert told(paper.check(), "restated_value") == ["fails"]


@pytest.mark.parametrize(
    ("rates", "found"),
    [
        (("12.0%", "15.0%", "8.0%"), []),  # of another line
        (("10.0%", "10.0%", "14.0%"), ["fails"]),
    ],
)
def test_rates_by_year_that_are_mostly_not_those_of_a_line_are_of_another(
    rates: tuple[str, ...], found: list[str]
) -> None:
    paper = Paper().chart(
        "Looms", "thousand", {"Looms": {"2020": "1000", "2021": "1100", "2022": "1210", "2023": "1331"}}
    )
    told_of = [(rate, "looms growth", year) for rate, year in zip(rates, (2021, 2022, 2023), strict=True)]
    paper.say("Looms grew by {} in 2021, {} in 2022 and {} in 2023.".format(*rates), *told_of)
    assert [s for s in told(paper.check(), "growth_rate") if s == "fails"] == found


def test_a_weak_link_leaves_a_disagreement_undecided() -> None:
    paper = Paper().chart(
        "Rent", "", {"Potters": {"2022": "340", "2024": "410"}, "Weavers": {"2022": "300", "2024": "360"}}
    )
    paper.say("The rate for a stall rose by 31.0% from 2022 to 2024.", ("31.0%", "stall rate growth", "2022-2024"))
    assert "fails" not in told(paper.check(), "growth_rate")

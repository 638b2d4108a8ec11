"""Figures of one text that are reckoned from one another, in the many ways that writers put it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.consistency.build import Paper
from tests.consistency.test_passages import alarms

RECKONED = [
    # sums, told before, behind and within their parts
    ("Quarter by quarter new members numbered 3,410, 2,980, {} and 4,270. Over the whole year that made 13,800.",
     "3,140", "3,840", "part_whole_sum"),
    ("Relief came to 112 million zloty in the first year, 87 million in the second and 41 million in the third."
     " Cumulatively the fund has paid {} million zloty.", "240", "280", "part_whole_sum"),
    ("Spending on kilns, $9.6 billion, can be divided into building at $4.3 billion, fuel at ${} billion and repair at"
     " $2.2 billion.", "3.1", "3.8", "part_whole_sum"),
    ("We received {} answers: 212 from potters, 188 from tilers, 145 from masons and 95 from rowers.", "640", "690",
     "part_whole_sum"),
    ("窑业协会年末会员共{}人，陶工6,045人，瓦工2,318人，石匠1,127人，其他694人。", "10,184", "10,984", "part_whole_sum"),
    ("全年收入193.1亿元，分季度依次为41.7亿元、48.2亿元、{}亿元、57.3亿元。", "45.9", "54.9", "part_whole_sum"),
    ("去年新建窑286座：柴窑74座，气窑{}座，电窑52座，煤窑24座，另有试验窑15座。", "121", "141", "part_whole_sum"),
    # shares of one whole, and what the first of them hold
    ("What does a tile cost to make? Clay accounts for {}% of it, fuel for 21%, labour for 16%, repair for 11% and everything"
     " else for 8%.", "44", "54", "share_sum"),
    ("The founding family owns 37.5% of the guild, the town {}% and the potters 8.5%. What is left, 32.0%, is the abbey's.",
     "22.0", "27.0", "share_sum"),
    ("The leader holds 23.4% of all kilns and the runner-up 18.8%, a combined {}%.", "42.2", "47.2", "part_whole_sum"),
    ("窑业企业的市占率依次是28.3%、17.6%、11.4%、8.2%和5.9%，CR3为57.3%，CR5为{}%。", "71.4", "76.4", "part_whole_sum"),
    # a limit of what the others leave
    ("Wood kilns have 92.3% of sales, all the others together less than {}%.", "8", "6", "bounds"),
    # growth, whatever words say when it was
    ("Kilns brought in €1,842 million, against €1,655 million twelve months earlier, a gain of {}%.", "11.3", "8.7",
     "growth_rate"),
    ("Licences went from $312 million to $399 million (27.9%), repairs from $188 million to $214 million ({}%).", "13.8",
     "18.3", "growth_rate"),
    ("The registrations of Alba went up from 48 to 108, which is {}%.", "125.0", "145.0", "growth_rate"),
    # so many at so much, told in the sentence before
    ("Alba shipped 21,400 kilns in 2025, up from 17,100 in 2024. At an average price of US$14,800 apiece, these deliveries"
     " were worth US${} million in 2025.", "317", "371", "product_or_share_of"),
    ("2024年出口陶窑2,680万座，平均离岸价为112美元，出口额约{}亿美元。", "30.0", "36.0", "product_or_share_of"),
    # an average with another word of scale
    ("Owners closed 44 loans in 2024, for USD 2,915 million in all. The average loan was USD 66.3 {} in 2024.", "million",
     "billion", "unit_scale_mismatch"),
    # parts of a whole
    ("Relief took USD 148 million. Towns accounted for USD 87 million of this amount, or {}%.", "58.8", "68.8",
     "product_or_share_of"),
    ("2024年气窑新增47.8万座，在全部新增陶窑88.9万座中占{}%。", "53.8", "58.3", "product_or_share_of"),
    # conversions
    ("At an average of ₹86.5 to the dollar, the guild's income of 2025 was worth ₹5,207 crore. The town had paid ₹340 crore by"
     " the end of 2025, or about USD {} million.", "39.3", "393", "fx_plausibility"),
    ("Imports covered A$728 million of demand. Converted at the average rate of 0.66 they cost US${} million.", "480", "580",
     "fx_plausibility"),
    # dates and terms
    ("Bids for the quay were opened in October {} and the award followed in March 2023.", "2022", "2023", "temporal"),
    ("The concession, signed in 2019 for 25 years, expires in {}.", "2044", "2049", "temporal"),
    ("Fieldwork ran from 13 {} to 7 March 2025.", "January", "April", "temporal"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "true", "wrong", "rule"), RECKONED)
def test_a_figure_is_what_its_text_makes_it(text: str, true: str, wrong: str, rule: str, tmp_path: Path) -> None:
    assert alarms(text.format(true), tmp_path) == []
    assert rule in alarms(text.format(wrong), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        # the rest is no sum, nor is a total that is taken off, or of other years
        "Alba holds 14.8% of all kilns and Brack 11.6%, all others together have 38.5%.",
        "按服务收入计，甲与乙分别占14.8%和11.6%，其余上百家机构合计占38.5%。",
        "据此推算，2024年表观消费量为4,260万座：国内产量2,464万座，进口量1,843万座，再减去出口量47万座。",
        "2024年陶窑市场规模为202.2亿元。2023年和2022年分别为117.8亿元和74.2亿元。",
        # a list behind the largest of all
        "Alba supplied 47.0% of the total in 2024 with USD 21.4 billion; Brack followed at USD 14.9 billion and Corran at"
        " USD 9.2 billion.",
        # a list that has begun before
        "Quarter by quarter the guilds gained 3,410, 2,980, 3,140 and 4,270 members. Over the whole year that made 13,800.",
        # rates of several groups, each of another whole
        "2024年气窑渗透率47.6%，本地作坊内部更是高达68.9%，外来作坊则只有7.8%。",
        # a multiple of a later year than both amounts told
        "Sales came to $6.2 billion in 2022 and to $38.4 billion in 2024, and in 2025 they almost doubled once more.",
        # what is narrower than another is not the difference
        "Exports reached $88.4 billion, imports $103.1 billion. The deficit, $14.7 billion, is narrower than the $15.9 billion"
        " of the year before.",
        # none exceeds: the limit is from above
        "In none of the three harbours did rents exceed 4%. Alba had 3.7%, Brack 2.2% and Corran 1.1%.",
        # several answers to one question, and what includes some
        "Of the 640 potters asked, 412 named wood as the reason, 288 clay and 195 water. Multiple answers were possible.",
        "Total shipments of 1,250 kilns include: 340 to Alba, 290 to Brack and 180 to Corran.",
        "Wood kilns carry a margin of 45%, leaving a net margin of 38% after returns.",
        # over New Year, the other way round, and a term that did not run as told
        "Fieldwork ran from 13 November to 7 March 2025.",
        "The award in March 2023 followed bids opened in October 2022.",
        "The deposit was accepted in May 2020 for a term of 6 months, renewed several times, and ends in December 2024.",
        # ranges, and the parts of an amount
        "Fees run from $2 million to $10 million, up 34% on the year.",
        "Exports rose from $40 million to $46 million (33% to Alba, the rest to Brack).",
        # no misprint: two months
        "The guild had 34,102 members in May 2024.\n\nThe guild had 34,201 members in June 2024.",
        # a day that no month has
        "Fieldwork ran from 31 February to 7 March 2025.",
    ],
)
def test_but_not_what_only_stands_beside_it(text: str, tmp_path: Path) -> None:
    assert alarms(text, tmp_path) == []


def told(paper: Paper, rule: str) -> list[str]:
    return [f.status for f in paper.check().findings if f.rule == rule]


def test_a_figure_that_stands_elsewhere_in_another_print_is_told_in_both() -> None:
    paper = Paper().chart("Kiln sales", "RMB 100 million", {"Kilns": {"2022": "52.0", "2023": "56.1", "2024": "61.7"}})
    paper.say("Kiln sales came to RMB 6.17 billion in 2024,", ("RMB 6.17 billion", "kiln sales", 2024))
    paper.add("or 10.0% more than the RMB 5.61 billion of 2023.", ("10.0%", "kiln sales growth", 2024), ("RMB 5.61 billion", "kiln sales", 2023))  # fmt: skip
    growth = next(f for f in paper.check().findings if f.rule == "growth_rate" and f.status == "holds")
    assert "RMB 6.17 billion is also printed as 61.7 RMB 100 million (chart on page 1, Kilns)" in growth.statement


HARBOURS = [
    ["Harbour", "Cranes 2024"],
    ["Alba", "43"],
    ["Brack", "23"],
    ["Corran", "33"],
    ["Dorn", "11"],
    ["The coast", "112"],
]


def test_the_last_row_that_about_sums_up_a_column_is_not_ranked_with_it() -> None:
    paper = Paper().table("Cranes by harbour", "", HARBOURS)  # 110, and printed wrong
    paper.say("The largest number of cranes is that of Alba, 43.", ("43", "Alba cranes", 2024))
    assert told(paper, "superlative") == ["holds"]


@pytest.mark.parametrize(("highest", "status"), [("Corran", "holds"), ("Alba", "fails")])
def test_what_is_said_of_the_next_harbour_ranks_that_one(highest: str, status: str) -> None:
    rents = {"Alba": "54", "Brack": "34", "Corran": "58"}
    paper = Paper().chart("Rent of a kiln by harbour", "RMB", {"Rent": rents}, period=2024)
    value, low = f"RMB {rents[highest]}", "RMB 34"
    paper.say(f"The rent in {highest} is {value}, the highest of all harbours, while Brack has {low}.",
              (value, f"{highest} rent of a kiln", 2024), (low, "Brack rent of a kiln", 2024))  # fmt: skip
    assert told(paper, "superlative")[0] == status


@pytest.mark.parametrize(("limit", "status"), [("less than 30%", "fails"), ("less than 40%", "holds")])
def test_a_share_is_said_of_the_row_where_it_happens(limit: str, status: str) -> None:
    ships = {"Alba": "11.8", "Brack": "6.1", "Corran": "5.5", "Dorn": "13.0"}
    paper = Paper().chart("Ships built by harbour", "thousand ships", {"Ships": ships}, period=2024)
    paper.say("The harbours built 36.4 thousand ships in 2024.", ("36.4 thousand", "ships built", 2024))
    sentence = f"{limit[0].upper()}{limit[1:]} of all ships came from Alba."
    printed = limit.rpartition(" ")[2]
    paper.say(sentence, (printed, "share of ships", 2024), comparator="<", bound_low=None)
    assert told(paper, "bounds") == [status]


@pytest.mark.parametrize(("scale", "found"), [("thousand", []), ("million", ["unit_scale_mismatch"])])
def test_a_wrong_word_of_scale_is_told_by_the_rate_beside_it(scale: str, found: list[str], tmp_path: Path) -> None:
    text = (
        "The guilds have 38.8 thousand kilns in use.\n\n"
        f"At the end of 2025 the guilds had 38.8 {scale} kilns in use, up from 29.6 thousand kilns a year earlier, an increase"
        " of 31.1%."
    )
    assert [x for x in alarms(text, tmp_path) if x == "unit_scale_mismatch"] == found


TOWERS = {"Wood": {"2019": "9.8", "2022": "16.2", "2024": "25.7"}, "Gas": {"2019": "1.1", "2022": "2.0", "2024": "3.6"}}


@pytest.mark.parametrize(("rate", "status"), [("21.9%", "holds"), ("24.9%", "fails")])
def test_a_rate_of_all_layers_is_told_by_the_height_that_the_text_begins_with(rate: str, status: str) -> None:
    paper = Paper().chart("Kiln sales", "USD billion", TOWERS, kind="stacked_bar")
    paper.say("In 2019 kilns brought in USD 10.9 billion.", ("USD 10.9 billion", "kilns", 2019))
    paper.add(
        f"Sales have since grown, and the compound annual growth rate from 2019 to 2024 is {rate}.",
        (rate, "sales growth", "2019-2024"),
    )
    assert told(paper, "cagr") == [status]


@pytest.mark.parametrize(("times", "status"), [("9.1倍", "holds"), ("7.1倍", "fails")])
def test_a_multiple_is_of_the_year_named_right_before_it(times: str, status: str) -> None:
    paper = Paper().chart(
        "新建窑数", "万座", {"新建": {"2022": "15.9", "2023": "51.2", "2024": "104.3", "2025": "144.2"}}
    )
    paper.say(f"2025年新建窑144.2万座，比2024年的104.3万座多，相当于2022年全年新建量的{times}。",
              ("144.2万", "新建窑", 2025), ("104.3万", "新建窑", 2024), (times, "新建窑倍数", 2022), language="zh")  # fmt: skip
    assert told(paper, "multiple") == [status]


@pytest.mark.parametrize(("limit", "status"), [("70%", "fails"), ("60%", "holds")])
def test_the_two_are_those_that_the_paragraph_has_just_named(limit: str, status: str) -> None:
    spent = {"Alba": "2,290", "Brack": "1,205", "Corran": "505", "Dorn": "1,390", "The coast in total": "5,390"}
    paper = Paper().chart("Spending on kilns by harbour", "USD million", {"Spending": spent}, period=2024)
    paper.say("Alba is the biggest customer: it took USD 2,290 million in 2024, more than Brack.",
              ("USD 2,290 million", "Alba spending", 2024))  # fmt: skip
    paper.add(f"Together the two harbours make up more than {limit} of spending.", (limit, "share of spending", 2024),
              comparator=">", bound_high=None)  # fmt: skip
    assert told(paper, "bounds") == [status]

"""What a text lists and says to make up a whole, and what it sets against each other, as a document reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.consistency.test_passages import alarms


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        # a total before, among and behind its parts
        ("The guilds launched 1,864 boats: potters 812, tilers 527, masons 318 and rowers {}.", "part_whole_sum"),
        ("The guild has 6,480 members. Potters are 3,150 of them, tilers 1,240, masons 1,883 and others {}.", "part_whole_sum"),
        ("Alba took $18.9 billion of the $44.3 billion, Brack $23.2 billion and Corran and Dorn ${} billion and $0.1 billion"
         " respectively.", "part_whole_sum"),
        ("Steel cost 84.5; bearings 37.2; paint 101.9. The whole comes to {}.", "part_whole_sum"),
        # shares that leave nothing out
        ("Kilns fall into three classes. Wood makes up 49.2% of them, gas 30.1% and coal {}%.", "share_sum"),
        ("The town pays 46% of the bill, the county 33% and the remaining {}% comes from its people.", "share_sum"),
    ],
)  # fmt: skip
def test_what_makes_up_a_whole_adds_up_to_it(text: str, rule: str, tmp_path: Path) -> None:
    true, wrong = {
        "part_whole_sum": {"1,864": ("207", "307"), "6,480": ("207", "507"), "44.3": ("2.1", "5.1"), "84.5": ("223.6", "263.6")},
        "share_sum": {"49.2": ("20.7", "27.0"), "46%": ("21", "31")},
    }[rule][next(x for x in ("1,864", "6,480", "44.3", "84.5", "49.2", "46%") if x in text)]  # fmt: skip
    assert alarms(text.format(true), tmp_path) == []
    assert alarms(text.format(wrong), tmp_path) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "The guild has 412 members. Potters are 187 of them and tilers 120.",  # and some that are not told
        "Rent takes 41.9% of revenue in Alba, 47.0% in Brack and 35.0% in Corran.",  # each of another whole
        "Kilns took 45 days, 52 days and 63 days; the mean is 53 days.",
        "前三家合计42.3%，其中甲占19.4%，乙占12.1%。",
    ],
)
def test_but_a_list_may_leave_something_out(text: str, tmp_path: Path) -> None:
    assert alarms(text, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "true", "wrong", "rule"),
    [
        ("Alba has 1,290 kilns where Brack has 300, which is to say {} as many.", "4.3 times", "5.3 times", "multiple"),
        ("Rents in Alba are at $3.72 billion, which is {} their 2019 level of $1.55 billion.", "2.4 times", "3.1 times",
         "multiple"),
        ("Thirty-six per cent of potters own a kiln in Alba compared with 12% in Brack: {} the share.", "three times",
         "five times", "multiple"),
        ("We look for income of $2.31 billion, down {} from $2.58 billion.", "10.5%", "14.5%", "growth_rate"),
        ("Use went from 4.16 kg to 4.55 kg, or {}.", "9.4%", "6.4%", "growth_rate"),
        ("Before the works the kilns used 142 kWh; afterwards they used 118 kWh, a saving of {}.", "24 kWh", "34 kWh",
         "difference"),
        ("全年进口15753万吨，比2023年的16196万吨少进{}。", "443万吨", "743万吨", "difference"),
    ],
)  # fmt: skip
def test_two_amounts_that_a_text_sets_against_each_other(
    text: str, true: str, wrong: str, rule: str, tmp_path: Path
) -> None:
    assert alarms(text.format(true), tmp_path) == []
    assert alarms(text.format(wrong), tmp_path) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Alba took $86 million and Brack $43 million in 2024. Visits tripled.",
        "Magazines fell from $410 million to $286 million, whereas screens made up for it with an increase of $310 million.",
        "Of the 310 makers polled, 62 sell by the hour, and a further 93 mean to.",
        "Tonnage has risen 6.1% a year since 2020 and prices 2.9%, so value compounded at 9.2%, from $3.30 billion in 2020"
        " to $4.69 billion in 2024.",
    ],
)
def test_but_not_what_is_said_of_something_else(text: str, tmp_path: Path) -> None:
    assert alarms(text, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "true", "wrong", "rule"),
    [
        ("Waits differ: 14 weeks in Alba, 19 in Brack, 12 in Corran and 23 in Dorn. People wait longest in {}.", "Dorn",
         "Brack", "superlative"),
        ("回收率差异悬殊：废钢88.2%，废铜81.5%，废纸54.7%，废塑31.3%。可见{}的回收率最低。", "废塑", "废纸", "superlative"),
        ("五年间入住率从未超过{}：2020年31.4%，2021年38.9%，2022年33.7%，2023年46.2%。", "50%", "40%", "bounds"),
        ("Fewer than 200 shops belong to it. The exact number, {}, has grown.", "187", "217", "bounds"),
        ("商超占13.7%，电商占{}，两者合计不足25%。", "10.9%", "14.9%", "bounds"),
        ("The rules were adopted in March 2021 and allowed owners {} years for it, a period which ends in March 2027.", "6",
         "8", "temporal"),
        ("2019年只有224.4亿元，到2024年已是851.5亿元，{}年间扩大至3.8倍。", "五", "四", "temporal"),
    ],
)  # fmt: skip
def test_ranks_limits_and_lengths_of_time_told_in_one_text(
    text: str, true: str, wrong: str, rule: str, tmp_path: Path
) -> None:
    assert alarms(text.format(true), tmp_path) == []
    assert alarms(text.format(wrong), tmp_path) == [rule]

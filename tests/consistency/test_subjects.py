"""What a claim speaks of: the rows and series that its clause names, or that a pronoun takes up."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told
from wpextract.consistency.linking import mentions, things_named
from wpextract.consistency.words import label_tokens, tokens

CARRIED = {"Ferries": {"2023": "1,100", "2024": "1,200"}, "Hydrofoils": {"2023": "1,000", "2024": "1,250"}}


def boats() -> Paper:
    return Paper().chart("Passengers carried", "thousand", CARRIED)


def named(paper: Paper) -> set[str]:
    """What the last claim of the text names."""
    material = paper.material()
    return set(things_named(material, material.sentences[-1].claims[-1]))


@pytest.mark.parametrize(
    ("before", "sentence", "things"),
    [
        ("Ferries are loved.", "They grew by 9.1% in 2024.", {"ferries"}),
        ("Ferries are loved.", "In 2024 they grew by 9.1%.", {"ferries"}),
        ("Hydrofoils came first. Ferries are loved.", "Their number grew by 9.1% in 2024.", {"ferries"}),
        ("Ferries are loved.", "Passengers grew by 9.1% in 2024.", set()),  # takes nothing up
        ("Ferries are loved.", "They grew by 9.1% as hydrofoils in 2024.", {"hydrofoils"}),
        ("Islanders are loved.", "They grew by 9.1% in 2024.", set()),
    ],
)
def test_a_pronoun_takes_up_what_the_paragraph_named_last(before: str, sentence: str, things: set[str]) -> None:
    assert named(boats().say(before).add(sentence, ("9.1%", "growth", 2024))) == things


@pytest.mark.parametrize(("before", "things"), [("渡轮很受欢迎。", {"渡轮"}), ("岛民很多。", set())])
def test_a_chinese_pronoun_too(before: str, things: set[str]) -> None:
    carried = {"渡轮": {"2023": "110", "2024": "120"}, "气垫船": {"2023": "100", "2024": "125"}}
    paper = Paper().chart("客运量", "万人", carried).say(before).add("2024年其增长9.1%。", ("9.1%", "增长", 2024))
    assert named(paper) == things


@pytest.mark.parametrize(("rate", "status"), [("9.1%", "holds"), ("9.8%", "fails")])
def test_a_rate_of_a_pronoun_is_of_the_series_that_it_takes_up(rate: str, status: str) -> None:
    paper = boats().say("Ferries are loved.").add(f"In 2024 they grew by {rate}.", (rate, "growth", 2024))
    assert told(paper.check(), "growth_rate") == [status]


@pytest.mark.parametrize(("rate", "status"), [("25.0%", "holds"), ("15.0%", "fails")])
def test_a_pronoun_takes_the_figures_of_the_sentence_before(rate: str, status: str) -> None:
    paper = (
        Paper()
        .say("The fleet had 1,200 boats in 2023 and 1,500 in 2024.", ("1,200", "boats", 2023), ("1,500", "boats", 2024))
        .add(f"Since 2023 they increased by {rate}.", (rate, "growth", 2024))
    )
    assert told(paper.check(), "growth_rate") == [status]


@pytest.mark.parametrize(("rate", "status"), [("25.0%", "holds"), ("15.0%", "fails")])
def test_whatever_words_those_figures_and_the_rate_go_by(rate: str, status: str) -> None:
    fleet = "The fleet was 1,200 strong in 2023; 1,500 craft sail since 2024."
    paper = (
        Paper()
        .chart("Passengers", "thousand", {"Passengers": {"2021": "1,100", "2022": "1,200"}}, page=3)
        .say(fleet, ("1,200", "fleet", 2023), ("1,500", "craft", 2024))
        .add(f"In all they grew by {rate}.", (rate, "passengers growth", 2024))
    )
    assert told(paper.check(), "growth_rate")[:1] == [status]


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("The two harbours took 31.0%.", {"two harbours"}),
        ("Two of the many ships in northern harbours took 31.0%.", set()),  # the same words, far apart
        ("Ferries held 31.0%.", {"ferries"}),
    ],
)
def test_a_label_is_named_where_its_words_stand_together(sentence: str, things: set[str]) -> None:
    shares = {"Share": {"Two harbours": "31.0%", "Ferries": "24.0%", "Rest": "45.0%"}}
    paper = Paper().chart("Cargo", "%", shares, kind="pie", period=2024).say(sentence, ("31.0%", "cargo share", 2024))
    assert named(paper) == things


@pytest.mark.parametrize("sentence", ["American boats took 31.0%.", "Boats of the U.S. took 31.0%."])
def test_a_label_in_capitals_may_name_a_place(sentence: str) -> None:
    shares = {"Share": {"US": "31.0%", "UAE": "24.0%", "Rest": "45.0%"}}
    paper = Paper().chart("Cargo", "%", shares, kind="pie", period=2024).say(sentence, ("31.0%", "cargo share", 2024))
    assert named(paper) == {"us"}


def test_a_name_of_several_words_stands_for_its_letters() -> None:
    shares = {"Share": {"US": "31.0%", "UAE": "24.0%", "Rest": "45.0%"}}
    paper = Paper().chart("Cargo", "%", shares, kind="pie", period=2024)
    assert named(paper.say("The United Arab Emirates took 24.0%.", ("24.0%", "cargo share", 2024))) == {"uae"}


def test_what_two_have_together_is_not_what_one_has() -> None:
    rows = [["Yard", "Boats 2024"], ["Alba", "412"], ["Brack", "318"], ["Corran", "120"]]
    paper = (
        Paper()
        .table("Boats by yard", "", rows)
        .say("The boats of the Alba yard number 412 in 2024.", ("412", "boats of Alba yard", 2024), page=2)
        .say("The boats of the Alba and Brack yards number 417 in 2024.", ("417", "boats of Alba yards", 2024), page=3)
    )
    assert "fails" not in told(paper.check(), "restated_value")


# -- words


@pytest.mark.parametrize(
    "noun", ["companies", "enterprises", "firms", "makers", "vendors", "operators", "企业", "公司"]
)
def test_firms_go_by_many_nouns(noun: str) -> None:
    assert tokens(noun) == tokens("companies")


@pytest.mark.parametrize("verb", ["operating", "making", "supplying", "manufacturing"])
def test_what_firms_do_is_not_who_they_are(verb: str) -> None:
    assert tokens(verb).isdisjoint(tokens("companies"))


@pytest.mark.parametrize("words", ["unit sales", "sales volume", "units sold", "销量", "销售量"])
def test_so_many_sold_is_not_what_sales_bring_in(words: str) -> None:
    assert tokens(words) == tokens("unit sales")
    assert tokens(words).isdisjoint(tokens("sales revenue") | tokens("销售收入"))


@pytest.mark.parametrize(
    ("words", "same"), [("每户消费", "消费"), ("单台价格", "价格"), ("月均消费", "消费"), ("年均花费", "消费")]
)
def test_per_one_and_a_year_are_filler_in_chinese(words: str, same: str) -> None:
    assert tokens(words) == tokens(same)


def test_what_is_laid_out_is_what_is_consumed() -> None:
    paper = (
        Paper()
        .chart("窑工户均消费", "元", {"户均消费": {"2022": "1,120", "2023": "1,201", "2024": "1,344"}})
        .say("2024年窑工每户花费1,434元。", ("1,434元", "窑工每户花费", 2024), language="zh")
    )
    assert told(paper.check(), "text_vs_chart") == ["fails"]


@pytest.mark.parametrize(
    ("text", "label", "same"),
    [
        ("four hours", "4 hours", True),
        ("four-hour trips", "4-hour trips", True),
        ("a one-day trip", "1 day trip", True),
        ("one of the trips", "1 trip", False),
    ],
)
def test_a_count_in_words_is_that_of_a_label(text: str, label: str, same: bool) -> None:
    assert (label_tokens(label) <= label_tokens(text)) is same


def test_the_sales_of_a_firm_are_not_its_unit_sales() -> None:
    paper = (
        Paper()
        .chart("Boats", "thousand", {"Unit sales of boats": {"2023": "240", "2024": "264"}})
        .say("Revenue from boats grew by 4.2% in 2024.", ("4.2%", "revenue from boats growth", 2024))
    )
    assert "fails" not in told(paper.check(), "growth_rate")


# -- costs and prices


@pytest.mark.parametrize(
    ("sentence", "metric", "found"),
    [
        ("The price of a hammer drill was RMB 4,502 in 2024.", "price of a hammer drill", ["fails"]),
        ("Hammer drills cost RMB 4,502 in 2024.", "hammer drills", ["fails"]),  # what they cost is their price
        # what it takes to make one
        ("The cost of a hammer drill was RMB 4,502 in 2024.", "cost of a hammer drill", []),
        ("The unit cost of hammer drills was RMB 4,502 in 2024.", "unit cost of hammer drills", []),
        ("The outlay for a hammer drill was RMB 4,502 in 2024.", "outlay for a hammer drill", []),
    ],
)
def test_a_cost_is_no_price(sentence: str, metric: str, found: list[str]) -> None:
    prices = {"Price": {"2022": "4,305", "2023": "4,118", "2024": "4,052"}}
    paper = Paper().chart("Price of a hammer drill", "RMB", prices).say(sentence, ("RMB 4,502", metric, 2024))
    assert told(paper.check(), "text_vs_chart") == found


@pytest.mark.parametrize(("metric", "found"), [("hammer drills cost", ["holds"]), ("cost of a hammer drill", [])])
def test_nor_does_it_bear_one_out(metric: str, found: list[str]) -> None:
    prices = {"Price": {"2022": "4,305", "2023": "4,118", "2024": "4,052"}}
    paper = (
        Paper()
        .chart("Price of a hammer drill", "RMB", prices)
        .say(f"{metric}: RMB 4,052.", ("RMB 4,052", metric, 2024))
    )
    assert told(paper.check(), "text_vs_chart") == found


@pytest.mark.parametrize(
    ("said", "metric", "status"),
    [
        ("Potters accounted for 34.8% of demand.", "Potters share of demand", []),
        ("Uptake among potters was 34.8%.", "Uptake potters", ["fails"]),  # 38.4 with two digits swapped
    ],
)
def test_a_share_of_demand_is_nothing_that_a_chart_of_uptake_shows(said: str, metric: str, status: list[str]) -> None:
    uptake = {"Uptake": {"Potters": "38.4%", "Tilers": "24.6%", "Masons": "17.2%"}}
    paper = Paper().chart("Uptake of kilns 2024", "%", uptake).say(said, ("34.8%", metric, 2024))
    assert [s for s in told(paper.check(), "text_vs_chart") if s == "fails"] == status


@pytest.mark.parametrize(
    ("said", "metric", "status"),
    [("To make a kiln cost EUR 167.", "kiln", []), ("A kiln was sold for EUR 167.", "price of kiln", ["fails"])],
)
def test_what_it_costs_to_make_a_thing_is_not_its_price(said: str, metric: str, status: list[str]) -> None:
    prices = {
        "Kiln": {"2022": "148", "2023": "159", "2024": "176"},
        "Mould": {"2022": "48", "2023": "51", "2024": "52"},
    }
    paper = Paper().chart("Average price", "EUR", prices).say(said, ("EUR 167", metric, 2024))
    assert [s for s in told(paper.check(), "text_vs_chart") if s == "fails"] == status


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Take-up of kilns 2024", []),
        ("Kiln coverage 2024", []),
        ("Kiln ownership 2024", []),
        ("Kilns 2024", ["fails"]),
    ],
)
def test_nor_is_it_of_other_rates_of_use(title: str, found: list[str]) -> None:
    of_use = {"Trades": {"Potters": "38.4%", "Tilers": "24.6%", "Masons": "17.2%"}}
    paper = Paper().chart(title, "%", of_use)
    paper.say("Potters took 34.8% of kilns.", ("34.8%", "potters share of kilns", 2024))
    assert told(paper.check(), "text_vs_chart") == found


@pytest.mark.parametrize(("title", "found"), [("窑炉覆盖率", []), ("窑炉电气化率", []), ("窑炉数量", ["fails"])])
def test_nor_in_chinese(title: str, found: list[str]) -> None:
    of_use = {"比例": {"陶工": "38.4%", "瓦工": "24.6%", "石匠": "17.2%"}}
    paper = Paper().chart(title, "%", of_use, period=2024)
    paper.say("陶工占窑炉的34.8%。", ("34.8%", "陶工占窑炉比例", 2024), language="zh")
    assert told(paper.check(), "text_vs_chart") == found


# -- what goes by other words


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("The segment grew by 9.1% in 2024.", {"ferries"}),
        ("In all, the category grew by 9.1% in 2024.", {"ferries"}),
        ("The segment of rafts grew by 9.1% in 2024.", set()),
        ("The island grew by 9.1% in 2024.", set()),
    ],
)
def test_the_segment_takes_up_what_the_sentence_before_named(sentence: str, things: set[str]) -> None:
    assert named(boats().say("Ferries are loved.").add(sentence, ("9.1%", "growth", 2024))) == things


BRANDS = {"Home brands": "61.2%", "Foreign brands": "27.4%", "Nameless boats": "11.4%"}


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("Home sales took 61.2%.", {"home brands"}),  # what stands before a noun that several have
        ("Foreign sales took 27.4%.", {"foreign brands"}),
        ("Boats took 11.4%.", {"nameless boats"}),  # the head of a name that no other has
        ("Brands took 61.2%.", set()),  # which?
        ("Home and foreign sales took 61.2%.", set()),
        ("Home brands took 61.2%, foreign or not.", {"home brands"}),
    ],
)
def test_a_name_may_be_told_for_short_where_one_is_meant(sentence: str, things: set[str]) -> None:
    number = next(x for x in BRANDS.values() if x in sentence)
    paper = Paper().chart("Sales", "%", {"Share": BRANDS}, kind="pie", period=2024)
    assert named(paper.say(sentence, (number, "sales share", 2024))) == things


def test_a_name_for_short_is_of_its_page() -> None:
    paper = Paper().chart("Sales", "%", {"Share": BRANDS}, kind="pie", period=2024, page=4)
    assert named(paper.say("Home sales took 61.2%.", ("61.2%", "sales share", 2024), page=9)) == set()


@pytest.mark.parametrize(("share", "status"), [("27.4%", "holds"), ("24.7%", "fails")])
def test_a_share_under_a_short_name_is_that_of_its_slice(share: str, status: str) -> None:
    paper = Paper().chart("Sales", "%", {"Share": BRANDS}, kind="pie", period=2024)
    paper.say(f"Foreign sales took {share}.", (share, "sales share", 2024))
    assert told(paper.check(), "text_vs_chart") == [status]


@pytest.mark.parametrize(
    ("sentence", "things"), [("It went the other way by 9.1%.", set()), ("Other took 9.1%.", {"other"})]
)
def test_the_other_way_is_not_the_row_of_others(sentence: str, things: set[str]) -> None:
    shares = {"Home": "61.2%", "Foreign": "29.7%", "Other": "9.1%"}
    paper = Paper().chart("Sales", "%", {"Share": shares}, kind="pie", period=2024)
    assert named(paper.say(sentence, ("9.1%", "sales share", 2024))) == things


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("美元结算占比为45.1%。", "美元", 1.0),
        ("欧元结算占比为45.1%。", "美元", 0.0),
        ("The value is 45.1%.", "Value", 1.0),
        ("The revalued part is 45.1%.", "Value", 0.0),
    ],
)
def test_a_label_of_everyday_words_is_named_where_it_stands(text: str, label: str, found: float) -> None:
    assert mentions(text, label, label_tokens(text)) == found

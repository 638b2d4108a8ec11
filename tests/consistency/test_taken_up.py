"""What a sentence takes up from those before it, and how far the words between the numbers carry."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told
from wpextract.consistency.linking import things_named
from wpextract.reading.model import Block


@pytest.mark.parametrize(("times", "status"), [("6.3 times", ["holds"]), ("3.6 times", ["fails"])])
@pytest.mark.parametrize("opening", ["The number has become", "That total is now", "It has risen to"])
def test_the_number_is_the_one_just_told_in_two_years(opening: str, times: str, status: list[str]) -> None:
    paper = (
        Paper()
        .say("Platforms listed 78,100 boats at the end of 2024.", ("78,100", "boats listed", 2024))
        .add("Five years before there had been 12,400.", ("12,400", "boats", 2019))
        .add(f"{opening} {times} as large.", (times, "multiple", 2024))
    )
    assert told(paper.check(), "multiple") == status


def test_of_two_kinds_none_is_taken_up() -> None:
    paper = (
        Paper()
        .say("Platforms listed 78,100 boats at the end of 2024.", ("78,100", "boats listed", 2024))
        .add("Five years before there had been a fee of RMB 12,400.", ("RMB 12,400", "fee", 2019))
        .add("The number has become 3.6 times as large.", ("3.6 times", "multiple", 2024))
    )
    assert told(paper.check(), "multiple") == []


@pytest.mark.parametrize(
    ("points", "status"), [("10.5 percentage points", ["holds"]), ("15.0 percentage points", ["fails"])]
)
def test_they_have_given_up_the_points_between_two_sentences(points: str, status: list[str]) -> None:
    paper = (
        Paper()
        .say("In 2020 developers had placed 27.3% of the orders.", ("27.3%", "developers share of orders", 2020))
        .add("In 2024 it was merely 16.8%.", ("16.8%", "developers share of orders", 2024))
        .add(f"They have given up {points}.", (points, "developers change", 2024))
    )
    assert told(paper.check(), "difference") == status


@pytest.mark.parametrize(("times", "status"), [("1.4倍", ["holds"]), ("2.4倍", ["fails"])])
def test_a_chinese_pronoun_before_a_multiple_is_the_thing_told_before_it(times: str, status: list[str]) -> None:
    prices = {"价格": {"橡木": "840", "白蜡": "600", "榆木": "420"}}
    paper = (
        Paper()
        .chart("每根原木价格", "元", prices, period=2024)
        .say(
            f"白蜡每根600元，橡木的价格是它的{times}。",
            ("600元", "白蜡", 2024),
            (times, "橡木价格", 2024),
            language="zh",
        )
    )
    assert told(paper.check(), "multiple") == status


@pytest.mark.parametrize(("rate", "status"), [("13.6%", ["holds"]), ("16.3%", ["fails"])])
def test_in_one_year_leads_on_from_the_year_just_named(rate: str, status: list[str]) -> None:
    paper = (
        Paper()
        .chart("固定资产投资", "亿元", {"投资": {"2022": "126.8", "2023": "114.3", "2024": "98.7"}})
        .say("2024年投资98.7亿元。", ("98.7亿元", "投资", 2024), language="zh")
        .add(
            f"2023年投资114.3亿元，一年减少{rate}。",
            ("114.3亿元", "投资", 2023),
            (rate, "投资降幅", 2023),
            language="zh",
            direction="down",
        )  # fmt: skip
    )
    assert told(paper.check(), "growth_rate") == status


@pytest.mark.parametrize(("rate", "status"), [("5.2%", ["holds"]), ("2.5%", ["fails"])])
def test_a_rate_over_five_years_ends_with_the_last_one_named(rate: str, status: list[str]) -> None:
    market = {"市场规模": {"2024": "814.6", "2027": "946.8", "2029": "1049.5"}}
    paper = (
        Paper()
        .chart("市场规模", "亿元", market)
        .say(
            f"2027年达到946.8亿元，2029年为1049.5亿元，五年年均复合增速为{rate}。",
            (rate, "市场规模复合增速", "2027-2029"),
            language="zh",
        )
    )
    assert told(paper.check(), "cagr") == status


def test_a_thing_called_compound_is_no_rate() -> None:
    (claim,) = Paper().say("复合肥料销量占比为47.3%。", ("47.3%", "复合肥料销量占比", 2024), language="zh").claims()
    assert claim.kind == "share"


@pytest.mark.parametrize(("yuan", "status"), [("RMB 432 million", "holds"), ("RMB 492 million", "fails")])
@pytest.mark.parametrize("words", ["In local currency the sum", "In renminbi that", "Translated into yuan the sum"])
def test_an_amount_in_local_currency_is_converted(words: str, yuan: str, status: str) -> None:
    paper = (
        Paper()
        .say("All sums use the average rate of RMB 7.20 per dollar.", ("RMB 7.20", "average rate", 2024), page=2)
        .say("Exports were USD 60.0 million.", ("USD 60.0 million", "exports", 2024), page=8)
        .add("Canoes made up 31.4% of them.", ("31.4%", "canoes share of exports", 2024), page=8)
        .add(f"{words} is {yuan}.", (yuan, "exports", 2024), page=8)
    )
    assert told(paper.check(), "fx_plausibility") == [status]


def test_what_is_told_without_a_part_is_not_what_is_converted() -> None:
    paper = (
        Paper()
        .say("Sales were RMB 97.1 billion.", ("RMB 97.1 billion", "sales", 2024), page=3)
        .say("Without insoles they were RMB 93.7 billion.", ("RMB 93.7 billion", "sales", 2024), page=4)
        .add(
            "At the mean rate of RMB 7.20 to the dollar, demand equals USD 13.49 billion.",
            ("RMB 7.20", "exchange rate", 2024),
            ("USD 13.49 billion", "demand", 2024),
            page=4,
        )  # fmt: skip
    )
    assert told(paper.check(), "fx_plausibility") == ["holds"]


@pytest.mark.parametrize(("share", "status"), [("24.6%", ["holds"]), ("26.4%", ["fails"])])
@pytest.mark.parametrize("words", ["that is,", "or", "i.e."])
def test_that_is_puts_a_share_beside_its_amount(words: str, share: str, status: list[str]) -> None:
    towns = [["Town", "2024"], ["Riga", "3,860"], ["Turku", "3,140"], ["Others", "21,450"], ["National", "28,450"]]
    paper = (
        Paper()
        .table("Sales by town", "RMB million", towns)
        .say(f"Both reach RMB 7,000 million, {words} {share} of the country.", ("RMB 7,000 million", "both", 2024), (share, "share", 2024))
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == status


@pytest.mark.parametrize(("rate", "status"), [("21.1%", ["holds"]), ("13.2%", ["fails"])])
def test_of_the_lines_they_are_what_was_named_before(rate: str, status: list[str]) -> None:
    rates = {"21.1%": ("21.1", "13.2"), "13.2%": ("13.2", "21.1")}[rate]
    grown = {"Growth": {"Canoes": rates[0], "Rafts": rates[1], "Punts": "6.5", "Barges": "4.4"}}
    paper = (
        Paper()
        .chart("Growth by type, 2024", "%", grown, period=2024)
        .say("Canoes weigh 20 kg.", ("20 kg", "canoe weight", 2024))
        .add(f"Of the four lines they grew fastest in 2024, at {rate}.", (rate, "growth", 2024))
    )
    assert told(paper.check(), "superlative") == status


@pytest.mark.parametrize(("words", "status"), [("gave up", "holds"), ("rose by", "fails")])
def test_to_give_up_is_to_fall(words: str, status: str) -> None:
    paper = (
        Paper()
        .chart("Canoe sales", "RMB million", {"Canoe sales": {"2023": "850", "2024": "820"}})
        .say(f"Canoe sales {words} 3.5% in 2024.", ("3.5%", "canoe sales", 2024), direction="up" if words == "rose by" else "down")
    )  # fmt: skip
    assert told(paper.check(), "growth_rate") == [status]


def test_ends_that_one_sentence_of_the_page_tells_are_quoted_too() -> None:
    paper = (
        Paper()
        .chart("World lock market", "USD 100 million", {"Market": {"2024": "98.6", "2030": "178.2"}}, page=4)
        .say(
            "World demand for locks was USD 9.86 billion in 2024 and will be USD 17.82 billion in 2030.",
            ("USD 9.86 billion", "demand", 2024), ("USD 17.82 billion", "demand", 2030), page=4,
        )  # fmt: skip
        .say("Some 41 firms make locks.", ("41", "firms", 2024), page=4)
        .say("They have 12 plants.", ("12", "plants", 2024), page=4)
        .say("The world lock market should have a CAGR of 14.0% between 2024 and 2030.", ("14.0%", "world lock market CAGR", "2024-2030"), page=4)
    )  # fmt: skip
    (finding,) = [f for f in paper.check().findings if f.rule == "cagr"]
    assert "(in the text: USD 9.86 billion and USD 17.82 billion)" in finding.statement


def test_a_mark_off_its_label_is_told_with_its_unit() -> None:
    towns = {"Sales": {"Riga": "38.6", "Turku": "31.4", "Visby": "28.7", "Lund": "22.6"}}
    paper = Paper().chart("Sales by town", "RMB 100 million", towns, drawn={("Sales", "Lund"): 32.6})
    (finding,) = [f for f in paper.check().findings if f.rule == "chart_geometry" and f.status == "fails"]
    assert "is labelled 22.6 RMB 100 million but drawn at 32.6" in finding.statement


@pytest.mark.parametrize(("firms", "found"), [("742", 0), ("427 thousand", 1)])
def test_digits_in_another_order_are_a_misprint_only_of_like_size(firms: str, found: int) -> None:
    paper = (
        Paper()
        .say("The branch has 472 thousand firms.", ("472 thousand", "firms", 2024), page=3)
        .say("There are 472 thousand firms in all.", ("472 thousand", "firms", 2024), page=6)
        .say(f"Visby has {firms} firms.", (firms, "firms", 2024), page=9)
    )
    assert len([f for f in paper.check().findings if f.rule == "restated_value" and f.status == "fails"]) == found


@pytest.mark.parametrize(("role", "found"), [("chart_text", ["fails"]), ("caption", [])])
def test_a_chapter_may_stand_in_a_tag_over_a_headline(role: str, found: list[str]) -> None:
    entries = [f"{name} {page}" for name, page in (("Market", 3), ("Makers", 5), ("Harbours", 7), ("Outlook", 9))]
    blocks = [Block("c", 2, "heading", 0, "Contents", None, ())]
    blocks += [Block(f"e{n}", 2, "paragraph", n, text, None, ()) for n, text in enumerate(entries, 1)]
    blocks += [
        Block(f"t{n}", page, role, 10 + n, name, None, ())  # type: ignore[arg-type]
        for n, (name, page) in enumerate((("Market", 3), ("Makers", 5), ("Harbours", 6), ("Outlook", 9)))
    ]
    statuses = told(Paper(blocks=blocks, pages=12).check(), "toc_structure")
    assert [s for s in statuses if s == "fails"] == found


def test_the_name_of_a_column_of_rates_is_no_subject() -> None:
    paper = (
        Paper()
        .table("Forecast", "%", [["Type", "CAGR"], ["Rafts", "8.9"], ["Canoes", "5.0"]], page=9)
        .say("Sales will have a CAGR of 9.7%.", ("9.7%", "sales CAGR", "2019-2024"), page=2)
    )
    material = paper.material()
    (claim,) = [c for s in material.sentences for c in s.claims]
    assert things_named(material, claim) == frozenset()


@pytest.mark.parametrize(("third", "found"), [("68", 1), ("86", 0), ("76", 0)])
def test_a_count_of_two_digits_told_twice_shows_which_is_turned_round(third: str, found: int) -> None:
    paper = (
        Paper()
        .say("The branch has 86 makers.", ("86", "makers", 2024), page=3, counted_noun="makers")
        .say("The register listed 86 makers.", ("86", "makers listed", 2024), page=8, counted_noun="makers")
        .say(f"There were {third} makers in the end.", (third, "makers", 2024), page=15, counted_noun="makers")
    )
    assert len([f for f in paper.check().findings if f.rule == "restated_value" and f.status == "fails"]) == found


@pytest.mark.parametrize(("times", "status"), [("3.6 times", ["holds"]), ("6.3 times", ["undetermined"])])
def test_the_one_that_sells_so_much_is_the_larger(times: str, status: list[str]) -> None:
    sales = {"Sales": {"Turku": "78.7", "Riga": "286.4", "Visby": "120.3"}}
    paper = (
        Paper()
        .chart("Sales by town", "RMB million", sales, period=2024)
        .say(f"Turku closes the list, and Riga sells {times} as much.", (times, "Riga multiple", 2024))
    )
    assert told(paper.check(), "multiple") == status


def test_what_is_taken_out_on_top_of_another_is_no_top() -> None:
    shares = {"Share": {"Own pocket": "71.4", "Insurance": "17.9", "Employer": "10.7"}}
    words = "71.4% came out of pocket and 17.9% from insurance taken out on top of the state scheme."
    paper = (
        Paper()
        .chart("Who pays, 2024", "%", shares, kind="pie", period=2024)
        .say(words, ("71.4%", "share of own pocket", 2024), ("17.9%", "share of insurance", 2024))
    )
    assert told(paper.check(), "superlative") == []


def test_a_mean_annual_change_is_a_compound_rate() -> None:
    (claim,) = Paper().say("A mean annual change of 5.4% follows.", ("5.4%", "mean annual change", 2030)).claims()
    assert claim.kind == "cagr"


def test_the_year_of_what_is_lifted_by_so_much_is_its_own() -> None:
    (claim,) = Paper().say("They lifted the result of 2021 by 14.7%.", ("14.7%", "result growth", 2021)).claims()
    assert claim.base_years == ()


@pytest.mark.parametrize(("share", "status"), [("40.4%", ["holds"]), ("44.0%", ["fails"])])
def test_a_share_of_sales_beside_its_part_is_checked(share: str, status: list[str]) -> None:
    towns = [["Town", "2024"], ["Riga", "286.4"], ["Turku", "278.9"], ["Others", "832.7"], ["Total", "1,398.0"]]
    words = f"Together they contribute RMB 565.3 million, equal to {share} of sales."
    paper = (
        Paper()
        .table("Sales by town", "RMB million", towns)
        .say(words, ("RMB 565.3 million", "both", 2024), (share, "share of sales", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == status


@pytest.mark.parametrize(("total", "found"), [("1,398", ["holds", "holds", "fails"]), ("4,870", ["holds", "holds"])])
def test_a_total_with_the_digits_of_its_sum_is_checked_however_far_off(total: str, found: list[str]) -> None:
    rows = [
        ["Town", "Sales 2023", "Sales 2024", "Firms"],
        ["Riga", "428", "441", "812"],
        ["Turku", "346", "352", "768"],
        ["Visby", "187", "184", "358"],
        ["Total", "961", "977", total],
    ]
    statuses = told(Paper().table("Sales and firms", "", rows).check(), "part_whole_sum")
    assert sorted(statuses, reverse=True) == sorted(found, reverse=True)


@pytest.mark.parametrize(("amount", "status"), [("USD 189.4 million", "holds"), ("USD 198.4 million", "fails")])
def test_what_is_told_under_the_base_assumption_is_no_scenario(amount: str, status: str) -> None:
    market = {"市场": {"2024": "172.4", "2027": "189.4"}}
    paper = (
        Paper()
        .chart("全球市场规模", "USD million", market, page=6)
        .say(f"按基准假设，全球市场规模2027年为{amount}。", (amount, "全球市场规模", 2027), page=6, language="zh")
    )
    assert told(paper.check(), "text_vs_chart") == [status]


def test_those_who_are_spread_over_so_many_are_no_difference() -> None:
    words = "We asked 1,450 users and 930 others, spread over 17 towns."
    paper = Paper().say(words, ("1,450", "users", 2025), ("930", "others", 2025), ("17", "towns spread", 2025))
    assert told(paper.check(), "difference") == []

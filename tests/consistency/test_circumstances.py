"""What stands round a figure decides which other one it can be held against."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.consistency.build import Paper, told
from wpextract.consistency.claims import MOST_SPANS, spans_of
from wpextract.consistency.linking import digits_agree
from wpextract.consistency.words import designators
from wpextract.reading.model import Block

OUTPUT = {"Output": {"2020": "412", "2021": "455", "2022": "497", "2023": "530", "2024": "588"}}


@pytest.mark.parametrize(
    "told_as",
    [
        "In a weaker case, oat output in 2024 would be 488 tonnes.",
        "Under the drought scenario oat output comes to 488 tonnes.",
    ],
)
def test_a_scenario_differs_from_the_forecast_on_purpose(told_as: str) -> None:
    paper = Paper().say("Oat output was 588 tonnes.", ("588 tonnes", "oat output", 2024))
    assert "fails" not in told(paper.say(told_as, ("488 tonnes", "oat output", 2024)).check(), "restated_value")


def test_a_rate_that_goes_on_is_a_rate() -> None:
    paper = (
        Paper()
        .chart("Oat output", "thousand tonnes", OUTPUT)
        .say("Oat output grew by 9.2% in 2022.", ("9.2%", "oat output growth", 2022))
        .add("It eased to 6.9% in 2023.", ("6.9%", "oat output", 2023))
    )
    assert told(paper.check(), "growth_rate").count("fails") == 1  # 530 / 497 - 1 = 6.6%


@pytest.mark.parametrize(("rate", "status"), [("9.3%", "holds"), ("3.9%", "fails")])
def test_a_rate_that_names_two_years_alone_is_of_the_one_line_that_has_both(rate: str, status: str) -> None:
    paper = (
        Paper().chart("Oat output", "thousand tonnes", OUTPUT).say(f"CAGR 2020–2024: {rate}.", (rate, "", "2020-2024"))
    )
    assert told(paper.check(), "cagr") == [status]


def test_what_is_below_a_forecast_is_of_its_time() -> None:
    paper = (
        Paper()
        .chart("Oat sales", "EUR million", {"Sales": {"2026E": "431", "2027E": "440"}})
        .say("Sales would be EUR 418 million in 2027, 4.9% below the central projection.",
             ("EUR 418 million", "oat sales", 2027), ("4.9%", "oat sales decline", 2027))
    )  # fmt: skip
    assert "fails" not in told(paper.check(), "growth_rate")


@pytest.mark.parametrize(("dollars", "status"), [("USD 26.0 billion", "holds"), ("USD 20.6 billion", "fails")])
def test_a_conversion_takes_the_rate_printed_elsewhere(dollars: str, status: str) -> None:
    paper = (
        Paper()
        .say("The average exchange rate was 7.20 yuan per US dollar.", ("7.20 yuan", "average exchange rate", 2024))
        .say(f"Exports came to RMB 187.2 billion, equal to {dollars} at the rate of chapter 1.",
             ("RMB 187.2 billion", "oat exports", 2024), (dollars, "oat exports", 2024), page=6)
    )  # fmt: skip
    assert told(paper.check(), "fx_plausibility") == [status]


def test_one_number_of_a_text_accuses_itself_and_not_a_whole_chart() -> None:
    paper = (
        Paper()
        .chart("Oat investment", "RMB million", {"": {"2022": "1,640", "2023": "1,480", "2024": "1,720"}})
        .say("Oat investment came to RMB 172 million in 2024.", ("RMB 172 million", "oat investment", 2024))
    )
    (correction,) = paper.check().corrections
    assert {t.dataset for t in correction.targets} == {"facts"}


def test_texts_that_share_a_further_figure_speak_of_one_thing() -> None:
    paper = (
        Paper()
        .say("全年燕麦加工收入为7620亿元，增长17.6%。", ("7620亿元", "燕麦加工收入", 2024), ("17.6%", "燕麦加工收入增速", 2024),
             language="zh")
        .say("Milling brought in RMB 76.2 billion, which was 17.6% more.", ("RMB 76.2 billion", "milling revenue", 2024),
             ("17.6%", "milling revenue growth", 2024), page=4)
    )  # fmt: skip
    assert "fails" in told(paper.check(), "unit_scale_mismatch")


def test_marks_that_are_all_as_far_off_stand_on_a_shifted_axis() -> None:
    labels = {"2019": "7.3", "2020": "6.6", "2021": "6.1", "2022": "5.8", "2023": "5.3", "2024": "4.9"}
    shifted = {("Rate", year): float(label) + 0.25 for year, label in labels.items()}
    assert "fails" not in told(Paper().chart("Rate", "x", {"Rate": labels}, drawn=shifted).check(), "chart_geometry")
    one = shifted | {("Rate", "2022"): 7.9}
    assert told(Paper().chart("Rate", "x", {"Rate": labels}, drawn=one).check(), "chart_geometry")[0] == "fails"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The survey ran in September and October 2025.", ["fails"]),
        ("问卷于2025年10月发放。", ["fails"]),
        ("A permit that is asked for today carries a date in 2033.", []),
        ("The survey that was agreed shall end in October 2025.", []),  # it is to come
        ("The mill that was sold is to close in October 2025.", []),
        ("Letters were sent to the mills in October 2025.", ["fails"]),  # "to" whom, and until when
        ("Letters were sent to 912 mills in October 2025.", ["fails"]),
        ("The mill was open up to October 2025.", ["fails"]),
        ("已确定的问卷拟于2025年10月发放。", []),
        ("已确定的问卷将于2025年10月发放。", []),
        ("本次调研于2025年10月至11月开展，访谈磨坊86家。", ["fails"]),
        ("本次调研计划于2025年10月至11月开展。", []),
        ("下一轮培训于2025年10月开展。", []),
    ],
)
def test_what_ran_after_the_report_is_told_too_soon(sentence: str, found: list[str]) -> None:
    assert told(Paper().say(sentence).check(published_on="2025-06-17"), "temporal") == found


def test_of_two_headings_of_one_name_the_contents_mean_the_nearer() -> None:
    lines = ["Contents", "Milling 5", "Baking 7", "Brewing 9", "Feeding 11"]
    blocks = [Block("toc", 2, "paragraph", 0, "\n".join(lines), None, ())]
    for n, (title, page) in enumerate([("Milling", 3), ("Milling", 5), ("Baking", 7), ("Brewing", 9), ("Feeding", 11)]):
        blocks.append(Block(f"h{n}", page, "heading", n + 1, title, None, (None,) * len(title)))
    assert "fails" not in told(Paper(blocks=blocks, pages=12).check(), "toc_structure")


def test_a_rate_shown_at_its_row_is_not_recomputed_from_other_years() -> None:
    rows = [["Grain", "2024", "2025E", "2027E", "CAGR 2024-2027E"], ["Oats", "18.3", "23.0", "35.2", "24.4%"],
            ["Rye", "11.0", "11.9", "14.0", "8.4%"], ["Barley", "20.0", "21.0", "24.1", "6.4%"]]  # fmt: skip
    paper = (
        Paper().table("Forecast", "EUR million", rows).say("Oats grow by 24.4% a year.", ("24.4%", "oats", "2025-2027"))
    )
    assert "fails" not in told(paper.check(), "cagr")


@pytest.mark.parametrize(("share", "status"), [("73.1%", "holds"), ("71.3%", "fails")])
def test_a_share_behind_of_which_is_of_what_was_told_before(share: str, status: str) -> None:
    paper = Paper().say(
        f"Mills ground 509 tonnes, of which oats were 372 tonnes, or {share}.",
        ("509 tonnes", "ground", 2024), ("372 tonnes", "ground", 2024), (share, "oats share", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == [status]


def test_an_average_shares_its_digits_with_totals_by_chance() -> None:
    paper = (
        Paper()
        .chart("Oat funding", "RMB 100 million", {"Funding": {"2023": "246", "2024": "288"}})
        .say("The average round brought RMB 246 million.", ("RMB 246 million", "average round of oat funding", 2023))
    )
    assert "fails" not in told(paper.check(), "unit_scale_mismatch")


def test_a_print_that_rounds_another_agrees_with_all_its_digits() -> None:
    paper = (
        Paper().say("446", ("446", "oats", 2024)).say("4458", ("4458", "oats", 2024)).say("449", ("449", "oats", 2024))
    )
    material = paper.material()
    short, long, other = material.views
    assert digits_agree(material, short, long) > digits_agree(material, other, long)


@pytest.mark.parametrize(
    ("name", "tells"), [("Terminal A3", {"A3"}), ("line M10 flow", {"M10"}), ("Zone B", {"B"}), ("oats", set())]
)
def test_letters_with_numbers_tell_things_of_one_name_apart(name: str, tells: set[str]) -> None:
    assert designators(name) == tells


def test_a_sentence_that_lists_many_years_means_a_bounded_number_of_spans() -> None:
    listed = ", ".join(str(year) for year in range(1920, 2020))
    (claim,) = Paper().say(f"In {listed} output grew by 4.1%.", ("4.1%", "oat output growth", 2020)).claims()
    assert len(spans_of(claim)) <= MOST_SPANS


def test_pieces_of_one_long_sentence_are_not_set_against_each_other() -> None:
    filler = "grain " * 260
    paper = (
        Paper()
        .say(f"Mill A has 2,340 oat silos {filler}", ("2,340", "oat silos", 2024), counted_noun="silos")
        .add("and 2,430 oat silos in the south.", ("2,430", "oat silos", 2024), counted_noun="silos")
    )
    assert "fails" not in told(paper.check(), "restated_value")


def test_a_number_that_may_be_two_but_is_read_as_one_is_no_range() -> None:
    paper = Paper().say("A mill has 1250 silos.", ("1250", "silos", 2024))
    paper.facts[-1] = replace(paper.facts[-1], dash_lost="doubted")
    assert told(paper.check(), "range_dash_lost") == []


def test_a_claim_is_told_by_the_figures_of_its_own_text() -> None:
    paper = (
        Paper()
        .chart("Oat market", "USD billion", {"Market": {"2024": "1,129", "2029E": "1,494"}})
        .say("The oat market was USD 1.129 trillion in 2024.", ("USD 1.129 trillion", "oat market", 2024))
        .add("It will hit USD 1.494 trillion in 2029, a compound rate of 8.5%.",
             ("USD 1.494 trillion", "oat market", 2029), ("8.5%", "oat market compound rate", "2024-2029"))
    )  # fmt: skip
    (finding,) = (f for f in paper.check().findings if f.rule == "cagr")
    assert finding.status == "fails" and "USD 1.129 trillion" in finding.statement


@pytest.mark.parametrize(("steepest", "status"), [("Oats", "holds"), ("Rye", "fails")])
def test_the_steepest_decline_is_the_lowest_change(steepest: str, status: str) -> None:
    falls = {"Oats": "-45.8%", "Rye": "-30.6%", "Barley": "-8.6%", "Wheat": "-2.4%"}
    paper = (
        Paper()
        .table("Harvest", "", [["Grain", "Change 2024"], *([k, v] for k, v in falls.items())])
        .say(f"{steepest} had the steepest decline, at {falls[steepest][1:]}.",
             (falls[steepest][1:], f"{steepest} decline", 2024), direction="down")
    )  # fmt: skip
    assert told(paper.check(), "superlative") == [status]


@pytest.mark.parametrize(("multiple", "status"), [("1.6倍", "holds"), ("2.6倍", "fails")])
def test_the_former_is_a_multiple_of_the_latter(multiple: str, status: str) -> None:
    paper = Paper().say(
        f"甲磨坊产量4.00万吨，乙磨坊产量2.53万吨，前者是后者的{multiple}。",
        ("4.00万吨", "甲磨坊产量", 2024), ("2.53万吨", "乙磨坊产量", 2024), (multiple, "产量之比", 2024), language="zh",
    )  # fmt: skip
    assert told(paper.check(), "multiple") == [status]


def test_what_a_whole_is_held_against_is_not_the_whole() -> None:
    paper = Paper().say(
        "Mills ground 509 tonnes, more than the 470 tonnes before, of which oats were 372 tonnes, or 73.1%.",
        ("509 tonnes", "ground", 2024), ("470 tonnes", "ground", 2024), ("372 tonnes", "ground", 2024),
        ("73.1%", "oats share", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == ["holds"]


def test_a_growth_rate_is_no_share_of_the_same_row() -> None:
    paper = (
        Paper()
        .table("Grain", "", [["Grain", "Share of output 2024"], ["Oats", "22.0%"], ["Rye", "78.0%"]])
        .say("Oats fell by 12.0% in 2024.", ("12.0%", "oats decline", 2024), direction="down")
    )
    assert "fails" not in told(paper.check(), "restated_value")


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("If the rains failed, oat output in 2024 would be 542 tonnes.", []),
        ("Oat output in 2024 would be 542 tonnes if the rains failed.", []),
        ("If it is asked, oat output in 2024 is 542 tonnes.", ["fails"]),
        ("In 2024 oat output would come to 542 tonnes.", ["fails"]),
    ],
)
def test_what_would_be_if_something_were_is_a_scenario(opening: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Oat output was 524 tonnes in 2024.", ("524", "Oat output", 2024))
        .say(opening, ("542", "Oat output", 2024), page=8)
    )
    assert told(paper.check(), "restated_value") == found


@pytest.mark.parametrize("word", ["如果", "假如", "若"])
def test_so_it_is_in_chinese(word: str) -> None:
    paper = (
        Paper()
        .say("2024年燕麦产量为524吨。", ("524", "燕麦产量", 2024), language="zh")
        .say(f"{word}缺雨，2024年燕麦产量为542吨。", ("542", "燕麦产量", 2024), page=8, language="zh")
    )
    assert told(paper.check(), "restated_value") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Excluding seed, oat output was 542 tonnes.", []),
        ("Not counting seed, oat output was 542 tonnes.", []),
        ("Oat output net of seed was 542 tonnes.", []),
        ("Oat output was 542 tonnes, and excluding seed it fell.", ["fails"]),  # told of what follows
        ("With seed, oat output was 542 tonnes.", ["fails"]),
    ],
)
def test_what_is_told_of_less_than_the_whole_is_another_figure(sentence: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Oat output was 524 tonnes.", ("524", "Oat output", 2024))
        .say(sentence, ("542", "Oat output", 2024), page=8)
    )
    assert told(paper.check(), "restated_value") == found


def test_two_figures_that_both_leave_the_same_out_are_one() -> None:
    paper = (
        Paper()
        .say("剔除种子后，2024年燕麦产量为524吨。", ("524", "燕麦产量", 2024), language="zh")
        .say("扣除种子，2024年燕麦产量为542吨。", ("542", "燕麦产量", 2024), page=8, language="zh")
    )
    assert told(paper.check(), "restated_value") == ["fails"]


@pytest.mark.parametrize(("again", "status"), [(False, "fails"), (True, "undetermined")])
def test_two_figures_that_are_both_stated_twice_may_be_of_two_things(again: bool, status: str) -> None:
    paper = (
        Paper()
        .say("Cells on the shelf numbered 3.417 million.", ("3.417 million", "Cells on the shelf", 2024), page=2)
        .say("There were 3.417 million cells on the shelf.", ("3.417 million", "Cells on the shelf", 2024), page=9)
        .say("Cells on the shelf, 3.517 million, will sell.", ("3.517 million", "Cells on the shelf", 2024), page=4)
    )
    if again:
        paper.say("All 3.517 million cells on the shelf.", ("3.517 million", "Cells on the shelf", 2024), page=12)
    assert {s for s in told(paper.check(), "restated_value") if s != "holds"} == {status}


@pytest.mark.parametrize(
    ("amount", "status"),
    [
        ("RMB 761 million", "undetermined"),  # from 1,042 to 1,803
        ("RMB 624 million", "undetermined"),  # from 418 to 1,042
        ("RMB 776 million", "fails"),
    ],
)
def test_how_far_a_series_is_to_go_or_has_come_is_no_restatement_of_it(amount: str, status: str) -> None:
    cells = {"Cell market": {"2020": "418", "2024": "1,042", "2030E": "1,803"}}
    paper = (
        Paper()
        .chart("Cell market", "RMB million", cells)
        .say(f"Of the cell market {amount} is still to be won.", (amount, "cell market", 2024))
    )
    assert [s for s in told(paper.check(), "text_vs_chart") if s != "holds"] == [status]


@pytest.mark.parametrize(
    ("to_come", "found"),
    [
        ("2,066", []),  # 1,024 more than the 1,042 of 2024
        ("2,183", ["fails"]),
    ],
)
def test_even_where_the_other_amounts_of_its_sentence_are_those_of_the_series(to_come: str, found: list[str]) -> None:
    cells = {"Cell market": {"2020": "418", "2022": "735", "2024": "1,042", "2030E": to_come}}
    paper = (
        Paper()
        .chart("Cell market", "RMB million", cells)
        .say(
            "It was RMB 418 million in 2020, RMB 735 million in 2022 and RMB 1,024 million in 2024.",
            ("RMB 418 million", "it", 2020), ("RMB 735 million", "it", 2022), ("RMB 1,024 million", "it", 2024),
        )
    )  # fmt: skip
    assert [s for s in told(paper.check(), "text_vs_chart") if s != "holds"] == found


@pytest.mark.parametrize(("page", "status"), [(9, "holds"), (10, "fails")])
def test_a_tag_over_every_page_of_a_chapter_begins_it_on_the_first(page: int, status: str) -> None:
    lines = ["Contents", "Milling 4", "Baking 6", f"Brewing {page}", "Feeding 11"]
    blocks = [Block("toc", 2, "paragraph", 0, "\n".join(lines), None, ())]
    chapters = [("Milling", (4, 5)), ("Baking", (6, 7, 8)), ("Brewing", (9, 10)), ("Feeding", (11, 12))]
    for title, tagged in chapters:
        blocks += [
            Block(f"{title}{p}", p, "chart_text", len(blocks), title, None, (None,) * len(title)) for p in tagged
        ]
    findings = [f for f in Paper(blocks=blocks, pages=12).check().findings if "Brewing" in f.statement]
    assert [f.status for f in findings if "Brewing on page" in f.statement] == [status]


SCHEMES = [["Scheme", "Country", "Opened", "Budget"], ["Steamfund", "Alba", "2019", "640"], ["Hotgrant", "Brack", "2022", "210"],
           ["Warmpledge", "Corran", "2023", "185"]]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The scheme of Brack, which opened in 2022, is small.", ["holds"]),
        ("The scheme of Brack, which opened in 2021, is small.", ["fails"]),
        ("Hotgrant, opened in 2021, is small.", ["fails"]),
        ("Hotgrant, founded in 2021, is small.", []),  # the table does not tell of that
        ("The schemes of Alba and Brack opened in 2021.", []),  # which of them?
    ],
)
def test_a_beginning_is_dated_as_in_the_table_that_tells_it(sentence: str, found: list[str]) -> None:
    assert told(Paper().table("Support schemes", "EUR million", SCHEMES).say(sentence).check(), "temporal") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Shipments peaked in 2023 at 1,342 units.", []),
        ("Shipments peaked in 2022 at 1,342 units.", ["fails"]),
    ],
)
def test_a_peak_is_of_the_year_that_has_it(sentence: str, found: list[str]) -> None:
    sold = {"Shipments": {"2021": "678", "2022": "1,001", "2023": "1,342", "2024": "1,190"}}
    year = int(sentence.split(" in ")[1][:4])
    paper = Paper().chart("Shipments", "units", sold).say(sentence, ("1,342", "shipments peaked", year))
    assert [x for x in told(paper.check(), "temporal") if x == "fails"] == found

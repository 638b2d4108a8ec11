"""Rates that are told in few words: what they are of, and where the figures behind them stand."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told

SOLD = {"Looms sold": {"2020": "438", "2021": "785", "2022": "846", "2023": "917", "2024": "962"}}

# -- growth


@pytest.mark.parametrize(
    ("rate", "found"),
    [
        ("79.2%", ["holds"]),
        ("72.9%", ["fails"]),  # two digits in each other's place
        ("64.3%", []),  # it may be anything
    ],
)
def test_a_percentage_without_a_word_of_growth_is_growth_by_its_digits(rate: str, found: list[str]) -> None:
    paper = Paper().chart("Looms sold", "thousand", SOLD)
    paper.say(f"For looms sold 2021 was a year of plenty with {rate}.", (rate, "looms sold", 2021))
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(("rate", "status"), [("6.4%", "holds"), ("4.6%", "fails")])
def test_a_rate_on_an_annual_basis_sums_up_the_sentence_before(rate: str, status: str) -> None:
    paper = (
        Paper()
        .say(
            "Looms go from 104 thousand in 2024 to 133 thousand in 2028.",
            ("104 thousand", "looms", 2024), ("133 thousand", "looms", 2028),
        )
        .add(f"On an annual basis that is {rate}.", (rate, "basis", None))
    )  # fmt: skip
    assert told(paper.check(), "cagr") == [status]


@pytest.mark.parametrize(("rate", "status"), [("6.4%", "holds"), ("4.6%", "fails")])
def test_or_two_sentences_that_tell_a_figure_each(rate: str, status: str) -> None:
    paper = (
        Paper()
        .say("In 2024 the weavers had 104 thousand looms.", ("104 thousand", "looms", 2024))
        .add("By 2028 they will have 133 thousand looms.", ("133 thousand", "looms", 2028))
        .add(f"On an annual basis that is {rate}.", (rate, "basis", None))
    )
    assert told(paper.check(), "cagr") == [status]


@pytest.mark.parametrize(("rate", "status"), [("6.4%", "holds"), ("4.6%", "fails")])
def test_so_does_a_compound_rate_up_to_a_year(rate: str, status: str) -> None:
    paper = (
        Paper()
        .say(
            "Robots go from 104 thousand in 2024 to 133 thousand in 2028.",
            ("104 thousand", "robots", 2024), ("133 thousand", "robots", 2028),
        )
        .add(f"That makes for a compound rate of {rate} up to 2028.", (rate, "compound rate", 2028))
    )  # fmt: skip
    assert told(paper.check(), "cagr") == [status]


@pytest.mark.parametrize(
    ("year", "found"),
    [
        (2027, []),  # when something else is to be
        (2028, ["fails"]),
    ],
)
def test_a_year_that_neither_sentence_ends_with_sums_up_nothing(year: int, found: list[str]) -> None:
    paper = (
        Paper()
        .say(
            "Kettles go from 104 thousand in 2024 to 133 thousand in 2028.",
            ("104 thousand", "kettles", 2024), ("133 thousand", "kettles", 2028),
        )
        .add(f"With a tariff by {year} that is 4.6% a year.", ("4.6%", "a year", year))
    )  # fmt: skip
    assert told(paper.check(), "cagr") == found


@pytest.mark.parametrize(("rate", "status"), [("10.0%", "holds"), ("13.0%", "fails")])
def test_a_compound_rate_of_a_span_is_of_it_whatever_year_stands_behind(rate: str, status: str) -> None:
    paper = (
        Paper()
        .chart("Oars sold", "", {"Oars sold": {"2020": "412", "2022": "518", "2024": "603"}})
        .say(
            f"From 2020 to 2024 rowers had compound annual growth of {rate}, ahead of the 2026 regatta.",
            (rate, "rowers CAGR", "2020-2024"),
        )
    )
    assert told(paper.check(), "cagr") == [status]


@pytest.mark.parametrize(("shown", "found"), [("10.8%", []), ("11.8%", ["fails"])])
def test_a_compound_rate_that_a_table_of_the_page_shows_for_its_years_is_of_the_table(
    shown: str, found: list[str]
) -> None:
    paper = (
        Paper()
        .chart("Kites sold", "thousand", {"Kites sold": {"2020": "412", "2024": "603"}})  # 10.0% a year
        .table("Growth of trades", "%", [["Trade", "CAGR 2020-2024"], ["Paper", shown], ["String", "3.1%"]])
        .say(
            "Kites sold grew at a compound annual rate of 10.8% from 2020 to 2024.",
            ("10.8%", "kites sold CAGR", "2020-2024"),
        )
    )
    assert told(paper.check(), "cagr") == found


@pytest.mark.parametrize(
    ("verb", "rate", "status"),
    [
        ("fell", "12.0%", "holds"),
        ("fell", "21.0%", "fails"),
        ("rose", "12.0%", "fails"),
    ],
)
def test_a_compound_rate_of_a_fall_is_below_nothing(verb: str, rate: str, status: str) -> None:
    paper = (
        Paper()
        .chart("Oil lamps sold", "thousand", {"Oil lamps sold": {"2020": "1,000", "2024": "600"}})
        .say(
            f"Oil lamps sold {verb} at a compound annual rate of {rate} from 2020 to 2024.",
            (rate, "oil lamps sold CAGR", "2020-2024"), direction="down" if verb == "fell" else "up",
        )
    )  # fmt: skip
    assert told(paper.check(), "cagr") == [status]


@pytest.mark.parametrize(
    ("sentence", "metric", "rate", "found"),
    [
        ("Among rowers the best year was 2023, with growth of {}.", "growth", "25.7%", ["holds"]),
        ("Among rowers the best year was 2023, with growth of {}.", "growth", "27.5%", ["fails"]),
        ("Among rowers the best year was 2023, with growth of {}.", "growth", "33.1%", []),
        # what it goes by is something else, unless its digits are those of the line
        ("Among rowers the best year was 2023, with {}.", "rowers growth", "27.5%", ["fails"]),
        ("Among rowers the best year was 2023, with {}.", "rowers growth", "25.7%", []),
    ],
)
def test_a_thing_without_a_line_may_stand_beside_the_only_one(
    sentence: str, metric: str, rate: str, found: list[str]
) -> None:
    paper = (
        Paper()
        .chart("Oars sold", "", {"Oars sold": {"2022": "412", "2023": "518", "2024": "603"}})
        .table("Crews", "", [["Crew", "Age 2024"], ["Rowers", "31"], ["Cooks", "44"]], page=9)
        .say(sentence.format(rate), (rate, metric, 2023))
    )
    assert told(paper.check(), "growth_rate") == found


@pytest.mark.parametrize(("figure", "found"), [("Figure 3", ["holds"]), ("Figure 4", [])])
@pytest.mark.parametrize(
    "sentence", ["With rowers ({}) 2023 saw growth of 25.7%.", "For rowers 2023 saw growth of 25.7% ({})."]
)
def test_whatever_it_goes_by_a_rate_is_of_the_chart_that_it_points_at(
    sentence: str, figure: str, found: list[str]
) -> None:
    paper = (
        Paper()
        .chart("Figure 3 Oars sold", "", {"Oars sold": {"2022": "412", "2023": "518", "2024": "603"}})
        .table("Crews", "", [["Crew", "Age 2024"], ["Rowers", "31"], ["Cooks", "44"]], page=9)
        .say(sentence.format(figure), ("25.7%", "rowers growth", 2023))
    )
    assert told(paper.check(), "growth_rate") == found


# -- multiples


@pytest.mark.parametrize(("times", "status"), [("1.9 times", "holds"), ("2.9 times", "fails")])
def test_times_that_of_a_later_year(times: str, status: str) -> None:
    paper = (
        Paper()
        .chart("Oil lamps sold", "thousand", {"Oil lamps sold": {"2020": "438", "2021": "985", "2022": "746", "2023": "517"}})
        .say(f"In 2021 oil lamps sold were {times} that of 2023.", (times, "oil lamps sold", 2021))
    )  # fmt: skip
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("times", "status"), [("5.6 times", "holds"), ("6.5 times", "fails")])
@pytest.mark.parametrize("then", ["what it was then", "that of 2021", "the number at that time"])
def test_times_what_it_was_then(then: str, times: str, status: str) -> None:
    paper = (
        Paper()
        .say("There are 297 looms in 2024.", ("297", "looms", 2024))
        .add(f"In 2021 there were 53; the number of today is {times} {then}.", ("53", "looms", 2021), (times, "looms", 2024))
    )  # fmt: skip
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("times", "status"), [("5.6倍", "holds"), ("6.5倍", "fails")])
def test_times_then_in_chinese(times: str, status: str) -> None:
    paper = (
        Paper()
        .say("2024年织机297台。", ("297", "织机", 2024))
        .add(f"2021年织机53台，其后成为当时的{times}。", ("53", "织机", 2021), (times, "织机", 2024))
    )
    assert told(paper.check(), "multiple") == [status]


# -- rates of exchange


@pytest.mark.parametrize(("yuan", "status"), [("RMB 436.8 million", "holds"), ("RMB 463.8 million", "fails")])
def test_a_rate_that_is_sent_for_converts_the_sentence_before(yuan: str, status: str) -> None:
    paper = (
        Paper()
        .say("One dollar cost RMB 7.28 at the average rate of the year.", ("7.28", "average rate", 2024), page=2)
        .say("The weavers took USD 60.0 million in 2024.", ("USD 60.0 million", "weavers", 2024), page=8)
        .add(f"At the rate of section 1 this is {yuan}.", (yuan, "weavers", 2024), page=8)
    )
    assert told(paper.check(), "fx_plausibility") == [status]


@pytest.mark.parametrize("rate", ["At the rate of growth seen before", "After that year"])
def test_a_rate_that_is_not_sent_for_converts_nothing(rate: str) -> None:
    paper = (
        Paper()
        .say("One dollar cost RMB 7.28 at the average rate of the year.", ("7.28", "average rate", 2024), page=2)
        .say("The weavers took USD 60.0 million in 2024.", ("USD 60.0 million", "weavers", 2024), page=8)
        .add(f"{rate} this is RMB 463.8 million.", ("RMB 463.8 million", "weavers", 2024), page=8)
    )
    assert told(paper.check(), "fx_plausibility") == []


@pytest.mark.parametrize(
    ("told_as", "yuan", "found"),
    [
        ("taking the dollar at its mean of 7.28 yuan", "RMB 436.8 million", ["holds"]),
        ("taking the dollar at its mean of 7.28 yuan", "RMB 463.8 million", ["fails"]),
        ("for cloth of 7.28 ells", "RMB 463.8 million", []),
    ],
)
def test_a_mean_in_a_sentence_of_two_currencies_is_a_rate(told_as: str, yuan: str, found: list[str]) -> None:
    paper = Paper().say(
        f"The weavers took USD 60.0 million, or {yuan} {told_as}.",
        ("USD 60.0 million", "weavers", 2024), (yuan, "weavers", 2024), ("7.28", "mean", 2024),
    )  # fmt: skip
    assert told(paper.check(), "fx_plausibility") == found


# -- what bears a rate out, and what is past


def test_a_share_that_its_own_parts_bear_out_need_not_be_that_of_a_table() -> None:
    table = [["Timber", "Share of looms 2024"], ["Oak", "33.1%"], ["Ash", "24.2%"], ["Elm", "42.7%"]]

    def paper(sentence: str, *amounts: tuple[str, str, int]) -> Paper:
        share = ("31.3%", "oak share of looms", 2024)
        return Paper().table("Loom shares", "%", table, page=9).say(sentence, *amounts, share, page=8)

    amounts = [("23.0 thousand", "looms", 2024), ("7.2 thousand", "oak looms", 2024)]
    alone = paper("Oak has a share of looms of 31.3%.")
    borne_out = paper("Of 23.0 thousand looms, oak has 7.2 thousand, which is 31.3%.", *amounts)
    not_so = paper(
        "Of 23.0 thousand looms, oak has 7.6 thousand, which is 31.3%.",
        ("23.0 thousand", "looms", 2024),
        ("7.6 thousand", "oak looms", 2024),
    )
    assert told(alone.check(), "restated_value") == told(not_so.check(), "restated_value") == ["fails"]
    assert told(borne_out.check(), "product_or_share_of") == ["holds"]
    assert told(borne_out.check(), "restated_value") == ["undetermined"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("For 2027 our view is 18.8 thousand, or 1.1 times what was sold in 2024.", []),
        ("In 2027 18.8 thousand were sold, or 1.1 times those of 2024.", ["fails"]),
        ("In 2027, all told, 18.8 thousand were sold.", ["fails"]),
        ("In the high case 18.8 thousand were sold in 2027.", []),  # nothing that has happened
    ],
)
def test_only_what_is_told_of_a_year_to_come_is_past_by_mistake(sentence: str, found: list[str]) -> None:
    paper = Paper().say(sentence, ("18.8 thousand", "looms", 2027))
    assert told(paper.check(published_on="2025-03-01"), "temporal") == found


@pytest.mark.parametrize(
    ("sentence", "language", "found"),
    [
        ("These were multiplied 3.0 times over the period.", "en", ["fails"]),  # 4.0 times it was
        ("These were multiplied 3.0 times over the lake.", "en", []),
        ("期间竹筏扩大3.0倍。", "zh", ["fails"]),
        ("竹筏扩大3.0倍。", "zh", []),
    ],
)
def test_what_is_told_of_the_period_sums_up_the_sentence_before(sentence: str, language: str, found: list[str]) -> None:
    before = {
        "en": "Rafts went from 310 in 2019 to 1,240 in 2024.",
        "zh": "竹筏由2019年310只增至2024年1,240只。",
    }[language]
    times = "3.0倍" if language == "zh" else "3.0 times"
    paper = (
        Paper()
        .say(before, ("310", "rafts", 2019), ("1,240", "rafts", 2024), language=language)
        .add(sentence, (times, "multiplied", None), language=language)
    )
    assert told(paper.check(), "multiple") == found


@pytest.mark.parametrize(
    ("tail", "times", "found"),
    [
        ("its former level", "4.0 times", ["holds"]),
        ("its former level", "3.0 times", ["fails"]),
        ("their earlier number", "3.0 times", ["fails"]),
        ("the level of the sea", "3.0 times", []),
    ],
)
def test_its_former_level_is_that_of_the_sentence_before(tail: str, times: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Rafts went from 310 in 2019 to 1,240 in 2024.", ("310", "rafts", 2019), ("1,240", "rafts", 2024))
        .add(f"It is {times} {tail}.", (times, "it", None))
    )
    assert told(paper.check(), "multiple") == found


# -- years that a rate takes up


@pytest.mark.parametrize(("rate", "status"), [("6.4%", "holds"), ("4.6%", "fails")])
def test_a_compound_rate_is_of_the_years_of_the_one_told_before(rate: str, status: str) -> None:
    looms = {
        "Ash looms": {"2019": "412", "2021": "455", "2024": "603"},  # 7.9%
        "Oak looms": {"2019": "318", "2021": "352", "2024": "434"},  # 6.4%, and 7.2% from 2021
    }
    paper = (
        Paper()
        .chart("Looms", "thousand", looms)
        .say("From 2019 to 2024 ash looms grew 7.9% a year.", ("7.9%", "ash looms CAGR", "2019-2024"))
        .add(f"Oak looms managed {rate} a year.", (rate, "oak looms CAGR", None))
    )
    assert told(paper.check(), "cagr") == sorted([status, "holds"])


@pytest.mark.parametrize(("rate", "status"), [("43%", "holds"), ("34%", "fails")])
@pytest.mark.parametrize("verb", ["brought", "lifted", "took"])
def test_a_rate_that_leads_to_an_amount_starts_from_the_one_before(verb: str, rate: str, status: str) -> None:
    paper = (
        Paper()
        .say("Looms earned RMB 9.8 million in 2021.", ("RMB 9.8 million", "looms", 2021))
        .add(
            f"Four years at {rate} a year {verb} them to RMB 41.5 million in 2025.",
            (rate, "looms CAGR", 2025), ("RMB 41.5 million", "looms", 2025),
        )
    )  # fmt: skip
    assert told(paper.check(), "cagr") == [status]


@pytest.mark.parametrize(
    ("in_2024", "found"),
    [
        ("40.6 thousand", ["undetermined", "holds"]),  # of five years, and not of four
        ("42.6 thousand", ["fails", "fails"]),
    ],
)
def test_a_rate_that_holds_to_the_same_end_elsewhere_does_not_fail(in_2024: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say(
            "Looms number 44.2 thousand in 2025 and 64.2 thousand in 2029.",
            ("44.2 thousand", "looms", 2025), ("64.2 thousand", "looms", 2029),
        )
        .add("That is 9.6% a year.", ("9.6%", "looms CAGR", None))
        .say(f"Looms numbered {in_2024} in 2024.", (in_2024, "looms", 2024), page=3)
        .add(
            "From 2024 to 2029 looms grow 9.6% a year to 64.2 thousand.",
            ("9.6%", "looms CAGR", "2024-2029"), ("64.2 thousand", "looms", 2029), page=3,
        )
    )  # fmt: skip
    assert told(paper.check(), "cagr") == found


# -- multiples of one kind


def counted_and_paid() -> Paper:
    return (
        Paper()
        .chart("Looms sold", "thousand", {"Looms sold": {"2020": "120", "2024": "336"}})
        .chart("Loom sales", "RMB million", {"Loom sales": {"2020": "20.4", "2024": "79.6"}})
    )


@pytest.mark.parametrize(
    ("opening", "times", "found"),
    [
        ("In money, looms sold", "3.9 times", ["holds"]),
        ("By value, looms sold", "3.9 times", ["holds"]),
        ("In money, loom sales", "2.8 times", ["fails"]),
        ("Looms sold", "2.8 times", ["holds"]),
        ("Looms sold", "3.9 times", ["fails"]),
    ],
)
def test_a_multiple_in_money_is_of_money(opening: str, times: str, found: list[str]) -> None:
    paper = counted_and_paid().say(f"{opening} are {times} those of 2020.", (times, "looms", 2024))
    assert told(paper.check(), "multiple") == found


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("From 2020 to 2024 the share of oak looms more than doubled.", "fails"),
        ("Oak looms spread, so that from 2020 to 2024 their share has doubled.", "fails"),
        ("From 2020 to 2024 oak looms have more than doubled.", "holds"),
    ],
)
def test_a_share_that_has_doubled_is_one_of_shares(sentence: str, status: str) -> None:
    paper = (
        Paper()
        .chart("Looms sold", "thousand", {"Oak looms": {"2020": "120", "2024": "250"}})
        .chart("Share of looms", "%", {"Oak looms": {"2020": "11.2%", "2024": "14.3%"}})
        .say(sentence, ("doubled", "oak looms", "2020-2024"))
    )
    assert told(paper.check(), "multiple") == [status]


@pytest.mark.parametrize(("rate", "status"), [("20.5%", "holds"), ("24.5%", "fails")])
def test_of_two_rates_the_one_tells_which_series_the_other_is_of(rate: str, status: str) -> None:
    paper = Paper().chart("Racks", "thousand", {"All": {"2022": "652.8", "2023": "786.4", "2024": "912.5"}})
    paper.say(
        f"Growth slowed to 16.0% in 2024, after {rate} in 2023.", ("16.0%", "growth", 2024), (rate, "growth", 2023)
    )
    assert told(paper.check(), "growth_rate")[0] == status


def test_what_two_series_grew_by_together_is_not_what_one_of_them_did() -> None:
    market = {"器械": {"2023": "10,158", "2024": "11,043"}, "药品": {"2023": "2,654", "2024": "3,287"}}
    paper = Paper().chart("市场规模", "亿元", market, kind="stacked_bar")
    paper.say("2024年，器械与药品市场规模同比增长11.8%。", ("11.8%", "器械与药品市场规模同比", 2024), language="zh")
    assert "fails" not in told(paper.check(), "growth_rate")


def test_the_fastest_of_several_is_not_all_of_them() -> None:
    rows = [
        ["Region", "2023", "2024"],
        ["East China", "621.8", "682.4"],
        ["Southwest China", "258.9", "304.7"],
        ["All regions", "880.7", "987.1"],
    ]
    paper = Paper().table("Merchants by region", "thousand", rows)
    paper.say("The Southwest was the fastest-growing region in 2024, at 17.7%.", ("17.7%", "Southwest growth", 2024))
    assert "fails" not in told(paper.check(), "growth_rate")


def test_a_sum_that_is_put_before_a_rate_is_no_row() -> None:
    rows = [["Hub", "2023", "2024"], ["Alba", "231", "293"], ["Brack", "254", "356"], ["Corran", "1,061", "1,496"]]
    paper = Paper().table("Racks by hub", "thousand racks", rows)
    paper.say("The western hubs (Alba and Brack among them) together reached 2,145 thousand racks, 30.5% more than in 2023.",
              ("2,145 thousand", "western hubs racks", 2024), ("30.5%", "western hubs growth", 2024))  # fmt: skip
    assert "fails" not in told(paper.check(), "growth_rate")

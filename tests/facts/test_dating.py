"""Which period each number of a sentence is stated for, and whether it is expected or observed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from wpextract.facts.dating import date_numbers, is_contrasted
from wpextract.facts.expecting import is_forecast
from wpextract.facts.times import Calendar, Told, periods_of
from wpextract.quantities import find_quantities

CALENDAR = Calendar(2024, date(2025, 6, 30))


def years(sentence: str) -> list[str]:
    """first-last year of each number's period, the basis where it is not the sentence."""
    found = date_numbers(
        sentence, find_quantities(sentence), periods_of(sentence, "en", None, CALENDAR), None, CALENDAR
    )
    out = []
    for when in found:
        assert when.period is not None and when.period.first is not None and when.period.last is not None
        first, last = when.period.first.year, when.period.last.year
        span = str(first) if first == last else f"{first}-{last}"
        out.append(span if when.basis == "sentence" else f"{span} {when.basis}")
    return out


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 2023, sales reached EUR 4 billion and are to exceed EUR 5 billion by 2026.", ["2023", "2026"]),
        ("Sales rose from EUR 2 billion in 2019 to EUR 4 billion in 2023.", ["2019", "2023"]),
        ("Sales in 2023 were 2.1 times as large as in 2013.", ["2023"]),
        ("Sales reached EUR 4 billion in 2023, 5% more than in 2022.", ["2023", "2023"]),
        ("Europe spent EUR 9 billion in 2023, 22% above 2022, while Japan spent EUR 7 billion.", ["2023"] * 3),
        ("Jars took 15% of sales in 2023, against 4% in 2021.", ["2023", "2021"]),
        ("Growth was 5% and 7% in 2022 and 2023, respectively.", ["2022", "2023"]),
        ("Orders of 3 tonnes, 4 tonnes and 6 tonnes in 2021, 2022 and 2023 filled the kilns.", ["2021", "2022", "2023"]),
        ("Kilns used 3 tonnes and 4 tonnes in 2023.", ["2023", "2023"]),
        ("It grew at a CAGR of 9% between 2019 and 2023.", ["2019-2023"]),
        ("Since 2021, orders exceeded 300 units.", ["2021-2024"]),
        ("Capital spending of EUR 5 billion is needed through 2027.", ["2025-2027"]),
        ("Storage should reach EUR 9 billion in 2028, a CAGR of 14% from 2023, and handling EUR 4 billion.",
         ["2028", "2023-2028", "2028"]),
        ("Parcels reached 4 million in 2023, 3.3 times the 1.2 million of 2019.", ["2023", "2023", "2019"]),
        ("The fleet tripled since 2021, when 20 thousand vans were on the road.", ["2021-2024", "2021"]),
        ("By 2023, 58 cities had zones, against 23 cities at the end of 2021.", ["2023", "2021"]),
        ("The share is 12%.", ["2024 document"]),
        ("Growth was 37% in 2022 and 36% in 2023, and it eased, to 35%, in the year just ended.", ["2022", "2023", "2024"]),
        ("Growth was 37% in 2022, and it eased, to 35%, in 2023.", ["2022", "2023"]),
        ("Alba, which was founded only in 2022, still holds 8%.", ["2024 document"]),
        ("The three vendors, which held 62% of IaaS and PaaS in 2023, have the means.", ["2023"]),
        ("2024年产量为5万吨，是2019年的3倍。", ["2024", "2024"]),
        ("合格率升至98.6%，比2022年的96.9%高出1.7个百分点。", ["2024 document", "2022", "2024 document"]),
        ("推理产能为39万吨，较2022年翻番。", ["2024 document"] * 2),
        ("2020年、2021年和2022年增速分别为5%、6%和7%。", ["2020", "2021", "2022"]),
        ("产量由2023年的3万吨增至2025年的5万吨，增长60%。", ["2023", "2025", "2025"]),
        ("瓶占比由2020年的14%升至20%，罐则由5%升至6%。", ["2020", "2024 document", "2020", "2024 document"]),
        ("2020年至2022年，市场分别增长5%、6%和7%，去年为8%。", ["2020", "2021", "2022", "2024"]),
        ("2022年利用率为60%，2024年为66%，两年累计提升6个百分点。", ["2022", "2024", "2022-2024"]),
        ("以2019年为起点，五年增至2.5倍。", ["2019-2024"]),
        ("流通率约82%，四年前为58%，如今又高2个百分点。", ["2024", "2020", "2024"]),
        ("2021年峰值为6亿元，2024年融资额比2021年峰值6亿元低32%。", ["2021", "2021", "2024"]),
        ("2023年出口额为5亿元，同年进口额为4亿元。", ["2023", "2023"]),
        ("融资额为5亿元，同比增长25%，2023年融资额为4亿元。", ["2024 document", "2024 document", "2023"]),
        ("上半年产量3万吨，比去年同期的2万吨多1万吨。", ["2025", "2024", "2025"]),
        ("前三季度产量3万吨。", ["2024"]),
        ("Sales of 40, 9% above the 2022 figure of 36 kilns.", ["2024 document", "2024 document", "2022"]),
        ("As late as 2020 they ran 40 kilns.", ["2020"]),
        ("By mid-2023 there were 40 kilns.", ["2023"]),
        ("Over the full stretch from 2021 the price is down 19%.", ["2021-2024"]),
        ("As of March 2025 there are 38 kilns, 27 of them added since 2023.", ["2025", "2023-2025"]),
        ("Storage will grow by 11% a year through 2028.", ["2024-2028"]),
        ("Investment over the five years to 2023 came to EUR 8 billion.", ["2019-2023"]),
        ("Founded in 2015, Vetro sold 38 kilns.", ["2024 document"]),
        ("Vetro took 64% in 2023, having had 51% in 2019, and so gained 13 percentage points.",
         ["2023", "2019", "2019-2023"]),
        ("Jobs, 412 thousand in 2023, may rise to 430 thousand in 2027, a net gain of 18 thousand.",
         ["2023", "2027", "2023-2027"]),
        ("Funding recovered to EUR 18 million in 2023 from EUR 14 million in 2022, but stays 22% below the record.",
         ["2023", "2022", "2023"]),
        ("Vetro made 34 robots in 2023, against 9 robots in 2022, i.e. 4 times the output of the previous year.",
         ["2023", "2022", "2023"]),
        ("The market stood at EUR 46 billion and is projected to surpass EUR 80 billion in 2028.",
         ["2024 document", "2028"]),
        ("Capacity will rise from 8 GW to 13 GW in 2027.", ["2024 document", "2027"]),
        ("Sales went from EUR 2 billion to EUR 5 billion between 2019 and 2023.", ["2019", "2023"]),
        ("从20亿元到60亿元，窑炉用了五年。", ["2019", "2024"]),
        ("教练2024年月薪9,600元，是2020年6,400元的1.5倍。", ["2024", "2020", "2024"]),
        ("2024年末已建成61座，比2020年末净增30座。", ["2024", "2020-2024"]),
        ("2023年收入95亿元，2022年为78亿元，增幅21%。", ["2023", "2022", "2023"]),
        ("Over the next two years 38 kilns are needed.", ["2025-2026"]),
        ("Exports came to EUR 4 billion last year.", ["2024"]),
        ("By 2030, some 45% will be electric, up from 6% today.", ["2030", "2024"]),
        ("No fewer than 30 towns run kilns, against only four in 2018.", ["2024 document"]),
        ("Sales peaked at 12 thousand in 2021 and have since fallen by 26%.", ["2021", "2021-2024"]),
        ("Over the past five years, kilns rose from 210 to 340.", ["2019", "2024"]),
        ("Their number has risen every year since 2016, from 112 to 486.", ["2016", "2024"]),
        ("过去五年间，企业由2.1万家增至3.4万家，年均增长10%。", ["2019", "2024", "2019-2024"]),
        ("2028年规模有望达到2023年的3倍。", ["2028"]),
        ("There were 386 kilns in 2023, 11 more than the 375 of a year earlier.", ["2023", "2023", "2022"]),
        ("Sales were 26 tonnes in 2023 and remain 2.6 times what they were in 2019.", ["2023", "2023"]),
        ("There were 67 kilns at the end of 2021; the growth since then is 9%.", ["2021", "2021-2024"]),
        ("Capacity of 9 GW is close, and the 64 kilns that stood at the end of 2022 will be joined by bigger ones.",
         ["2024 document", "2022"]),
        ("Kilns, of which 46 stood in 2024, will probably number 110 in three years.", ["2024", "2027"]),
        ("They will spend EUR 9 million over two years.", ["2025-2026"]),
        ("The trade would be 2.3 times its present size within four years.", ["2024-2028", "2024 document"]),
        ("Outlays fell since the high of EUR 9 million in 2022, though it remains 3 times what it was in 2019.",
         ["2022", "2024 document"]),
        ("By the end of the decade the rate eases to 28%.", ["2030"]),
        ("They ran for 12 years in 2023, or 3 years more than in 2019.", ["2023", "2019-2023"]),
        ("Spending rose to EUR 90 billion in 2023 and exceeds its 2019 level by 20%.", ["2023", "2023"]),
        ("It fell 9% in 2023 and is 14% below the record of EUR 148 million set in 2020.", ["2023", "2020-2023", "2020"]),
        ("Over the four years to 2023 exports grew at an average annual rate of 17%.", ["2019-2023"]),
        ("We expect sales to rise from EUR 6 billion in 2024 to EUR 7 billion in 2028, an annual growth of 4%.",
         ["2024", "2028", "2024-2028"]),
        ("In only two years it has risen by 71%.", ["2022-2024"]),
        ("The agreement covers 286 kilns and runs until 2028.", ["2024 document"]),
        ("2023年市场规模为26亿元，较2022年增长16%，较2019年累计增长123%。", ["2023"] * 3),
        ("Battery capacity has tripled since 2019, from 4 GWh to 12 GWh.", ["2019-2024", "2019", "2024"]),
        ("2023年均价为14元，比2022年降低8%。", ["2023", "2023"]),
        ("与2022年的7亿元相比增长17%。", ["2022", "2024 document"]),
        ("进口为74亿元，2023年出口占比升至80%。", ["2024 document", "2023"]),
        ("2023年芯片出货18万颗，2022年为15万颗，其中国产10万颗。", ["2023", "2022", "2023"]),
        ("2021年和2023年的增速依次为24%和28%。", ["2021", "2023"]),
        ("未来三年淘汰产能45万吨。", ["2025-2027"]),
        ("以2023年末的14万家为起点，将有两成退出。", ["2023", "2024 document"]),
        ("The list holds 362 kilns, whereas 388 kilns were found one year before.", ["2024 document", "2023"]),
        ("Vetro took EUR 15 million, while the year before it was EUR 13 million, a plus of 15%.",
         ["2024 document", "2023", "2024 document"]),
        ("The list holds 486 kilns, and 521 kilns a year earlier.", ["2024 document", "2023"]),
        ("Orders for 2025 are put at 40 kilns and for 2030 at 52 kilns.", ["2025", "2030"]),
        ("Orders are put at 40 kilns and 52 kilns for 2030.", ["2030", "2030"]),
        ("There were 52 kilns at the end of 2024 and 40 kilns a year earlier.", ["2024", "2023"]),
        ("Vetro made 9 GW in 2024 and 7 GW a year earlier.", ["2024", "2023"]),
        ("There were 52 kilns in 2024, 7% above the previous year.", ["2024", "2024"]),
        ("There were 52 kilns in 2024, 7 kilns more than a year earlier.", ["2024", "2024"]),
        ("Wages were EUR 52 in 2024, 3 times those of the previous year.", ["2024", "2024"]),
        ("There were 52 kilns at the end of 2024 and 40 kilns with chimneys that had been built a year earlier.", ["2024", "2024"]),
        ("Twelve months earlier the list held 49 kilns, which makes for a gain of 31%.", ["2023", "2024 document"]),
        ("One year before, 66 batches out of 600 had been rejected, i.e. 11%.", ["2023"] * 3),
        ("Sales were EUR 6 million in 2023, after EUR 5 million the year before, a surge of 20%.",
         ["2023", "2022", "2023"]),
        ("From January to June 2025 they sold 9 kilns where the same months of 2024 had yielded 7 kilns.",
         ["2025", "2024"]),
        ("全国现有窑炉418座，上年为365座，新增53座，增幅14.5%。",
         ["2024 document", "2023", "2024 document", "2024 document"]),
        ("窑炉420座，为上年280座的1.5倍。", ["2024 document", "2023", "2024"]),
        ("2022年末有窑炉615座，前一年末570座，净多45座。", ["2022", "2021", "2022"]),
        ("收入5亿元，较之上一年的4亿元多25%。", ["2024 document", "2023", "2024"]),
        ("2025年前六个月入账263万元，去年同一时段只有231万元，涨势放缓到14%。", ["2025", "2024", "2025"]),
        ("2021年反弹79%，次年又回吐20%。", ["2021", "2022"]),
        ("Kiln prices dropped to EUR 186 from EUR 214, a fall of 13%.",
         ["2024 document", "2023 document", "2024 document"]),
        ("Vetro shipped 41 tonnes in 2023, up from 40 tonnes, so that volume grew by 2.7%.", ["2023", "2022", "2023"]),
        ("Income fell to EUR 35 million after EUR 31 million.", ["2024 document", "2023 document"]),
        ("Wages ranged from EUR 12 in Rome to EUR 19 in Bern.", ["2024 document", "2024 document"]),
        ("Points improved to 78 kilns from 71 kilns two years before.", ["2024 document", "2022"]),
        ("The small kiln was listed at EUR 890 in 2022 and sells for EUR 599 today.", ["2022", "2024"]),
        ("Vetro sold 53 kilns in 2023, 32% beyond their 2022 outlay.", ["2023", "2023"]),
        ("Exports, at EUR 9 million, beat the 2023 result by 3.5%.", ["2024 document"] * 2),
        ("That is 22% off the 2023 tag.", ["2024 document"]),
        ("Kilns number 470, though this is 2.2 times the 210 of 2019.", ["2024 document", "2024 document", "2019"]),
        ("The wage is EUR 12.85, EUR 0.95 up on the EUR 11.90 of 2023.", ["2024 document", "2024 document", "2023"]),
        ("Commerce took 10%, 2.5 times the share of 2020.", ["2024 document"] * 2),
        ("Vetro's weight is 33.7%, yet it had 35.9% in 2021 and has therefore lost 2.2 points.",
         ["2024 document", "2021", "2021-2024"]),
        ("Vetro met 58.7% of the need, and in 2021 37.2%.", ["2024 document", "2021"]),
        ("Inside sits a bill of EUR 392, where EUR 368 was enough in 2021.", ["2024 document", "2021"]),
        ("Sales of 24 kilns compare with 38 kilns in 2019.", ["2024 document", "2019"]),
        ("The payroll numbered 101 kilns in 2023, so 5% of jobs have gone.", ["2023", "2024"]),
        ("In 2021 the share was 10%, so it has grown by 4 percentage points.", ["2021", "2021-2024"]),
        ("In 2022 costs were EUR 5 million, a rise of 4%.", ["2022", "2022"]),
        ("In 2023 sales came to EUR 15 million, up 37% from EUR 11 million.", ["2023", "2023", "2022"]),
        ("Vetro had 41% of sales, a clear advance from 29%.", ["2024 document", "2023 document"]),
        ("Sales came to EUR 4 million, a sum we see climbing to EUR 5 million by 2029.", ["2024 document", "2029"]),
        ("From January to June 2025 they sold 9 kilns.", ["2025"]),
        ("窑炉78座，比上年末的63座增加15座。", ["2024 document", "2023", "2024 document"]),
        ("窑炉84座，一年前是62座，增加49%。", ["2024 document", "2023", "2024 document"]),
        ("巅峰是2021年的34亿元，当年谈成71笔。", ["2021", "2021"]),
        ("产能为2019年末的3.3倍，当年增长17%。", ["2024 document", "2024 document"]),
        ("上半年产量3万吨，比去年同期的2万吨多1万吨，其中二季度2万吨。", ["2025", "2024", "2025", "2025"]),
        ("We put sales at EUR 79 million in 2025; seen from 2024, EUR 9 million would be gained.", ["2025", "2025"]),
        ("They lit 18 kilns up to the end of 2024, after 14 kilns up to the end of 2023.", ["2024", "2023"]),
        ("The first half of 2025 brought EUR 35 million after EUR 31 million.", ["2025", "2024"]),
        ("In the first half of 2025 takings of EUR 7.4 million beat the EUR 7.1 million of a year earlier by 4%.",
         ["2025", "2024", "2025"]),
        ("That is 1.3% shy of the record set in 2023.", ["2024 document"]),
        ("Vetro shipped 21 kilns in 2023, 5% above 2022 and still 9% short of 2021.", ["2023", "2023", "2023"]),
        ("票房从11亿元窜到22亿元。", ["2023 document", "2024 document"]),
    ],
)  # fmt: skip
def test_period_of_a_number(sentence: str, expected: list[str]) -> None:
    assert years(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "stays", "expected"),
    [
        ("A kiln should then cost EUR 80.", False, ["2027"]),
        ("A CAGR of 6% would lift them to EUR 2 billion.", False, ["2024-2027", "2027"]),
        ("Kilns have a share of 6%.", False, ["2024"]),
        ("Kilns have a share of 6%.", True, ["2027"]),
        ("Kilns have a share of 6% today.", True, ["2024"]),
        ("Kilns had a share of 6%.", True, ["2024"]),
        ("占比由46%退到45%。", True, ["2024", "2027"]),
        ("Their portion is enlarged from 16% to 18%.", True, ["2024", "2027"]),
    ],
)
def test_a_time_to_come_dates_what_is_expected_behind_it(sentence: str, stays: bool, expected: list[str]) -> None:
    (ahead,) = periods_of("In 2027 kilns will be cheap.", "en", None)
    told = Told(ahead=ahead, stays=stays)
    dates = date_numbers(sentence, find_quantities(sentence), [], None, CALENDAR, told)
    spans = [sorted({w.period.first.year, w.period.last.year}) for w in dates if w.period]  # type: ignore[union-attr]
    assert ["-".join(map(str, span)) for span in spans] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"), [("Kilns yield EUR 9 million.", 2024), ("Kilns will yield EUR 9 million.", 2030)]
)
def test_a_heading_to_come_dates_what_is_expected(sentence: str, expected: int) -> None:
    (heading,) = periods_of("Regions and the road to 2030", "en", None)
    (when,) = date_numbers(sentence, find_quantities(sentence), [], heading, CALENDAR)
    assert when.period and when.period.last and when.period.last.year == expected


def test_of_several_years_to_come_what_is_still_spoken_of_is_the_last() -> None:
    (ahead,) = periods_of("From 2024 to 2027 kilns gain 19% a year.", "en", None)
    sentence = "Their portion is enlarged from 16% to 18%."
    told = Told(ahead=ahead, stays=True)
    dates = date_numbers(sentence, find_quantities(sentence), [], None, CALENDAR, told)
    assert [w.period.first.year for w in dates if w.period and w.period.first] == [2024, 2027]


def test_a_survey_dates_what_the_paragraph_tells_behind_it() -> None:
    (asked,) = periods_of("In March 2025 we asked 640 owners.", "en", None)
    assert CALENDAR.is_survey(asked)
    for sentence, month in (("The margin of error is 2%.", 3), ("Today 2% own one.", 12)):
        (when,) = date_numbers(sentence, find_quantities(sentence), [], None, CALENDAR, Told(asked=asked))
        assert when.period and when.period.last and when.period.last.month == month


def test_what_a_change_since_a_year_left_behind_is_of_that_year() -> None:
    sentence = "In 2023 battery capacity had tripled since 2019, from 4 GWh to 12 GWh."
    assert years(sentence)[1:] == ["2019", "2023"]


def test_a_change_starts_from_the_first_year_told_before() -> None:
    sentence = "Kiln revenue rose from EUR 13 million to EUR 20 million."
    (span,) = periods_of("From 2019 to 2024 sales doubled.", "en", None)
    dates = date_numbers(sentence, find_quantities(sentence), [], None, CALENDAR, Told(span=span))
    assert [w.period.first.year for w in dates if w.period and w.period.first] == [2019, 2024]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sales reached EUR 4 billion in 2023.", [False]),
        ("Sales reached EUR 4 billion in 2027.", [True]),
        ("Sales are expected to reach EUR 4 billion in 2025.", [True]),
        ("2025年上半年产量为5万吨。", [False]),
        ("2024年产量为5万吨，预计2026年达到7万吨。", [False, True]),
        ("For 2025 we pencil in EUR 4 billion.", [True]),
        ("The survey was fielded in October 2025 among 640 owners.", [False]),
        ("They employ 2,300 people today and will need 6,100.", [False, True]),
        ("就业人数将超过100万人，目前约为82万人。", [True, False]),
        ("Output will rise from 8 GW to 13 GW in 2027.", [False, True]),
        ("占比将由35%升至48%。", [False, True]),
        ("The market stood at EUR 46 billion and is projected to surpass EUR 80 billion in 2028.", [False, True]),
        ("未来两年增速为14%，低于过去四年的17%。", [True, False]),
        ("The survey, to which 286 firms replied, was carried out in December 2025.", [False]),
        ("数据来自118家企业，调研时间为2025年11月。", [False]),
        ("Of 640 members, 320 answered the survey in 2025.", [False, False]),
        ("Nine in ten users say they would pay.", [False]),
        ("In 2025 they were asked, and 57% replied.", [False]),
        ("Results may be off by 2 percentage points.", [False]),
        ("Prices have room to fall by 25%.", [True]),
        ("62% of buyers intend to add kilns in 2026.", [False]),
        ("We expect 62% of buyers to add kilns in 2026.", [True]),
        ("约三成企业计划扩产。", [False]),
        ("占比力争超过55%，较目前水平提高15个百分点。", [True, True]),
        ("二季度增长3%，三季度预计再增2%。", [False, True]),
    ],
)
def test_forecast_is_told_from_actual(sentence: str, expected: list[bool]) -> None:
    quantities = find_quantities(sentence)
    dates = date_numbers(sentence, quantities, periods_of(sentence, "en", None, CALENDAR), None, CALENDAR)
    told = [is_forecast(w, sentence, quantities, k, CALENDAR) for k, w in enumerate(dates)]
    assert told == expected


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        ("11 Outlook", "Prices fall by 2% a year.", True),
        ("The years ahead", "Prices fall by 2% a year.", True),
        ("十一、展望", "Prices fall by 2% a year.", True),
        ("Price outlook", "Prices fall by 2% a year.", False),
        ("Prices", "Prices fall by 2% a year.", False),
        ("11 Outlook", "A permit still takes 11 weeks.", False),
    ],
)
def test_what_has_no_period_under_an_outlook_is_expected(heading: str, sentence: str, expected: bool) -> None:
    quantities = find_quantities(sentence)
    dates = date_numbers(sentence, quantities, [], None, CALENDAR)
    assert is_forecast(dates[0], sentence, quantities, 0, CALENDAR, heading) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In that year 56 kilns were sold.", "2026"),
        ("Over these three years 56 kilns are added.", "2026"),
        ("Prices fall by 25% over the same span.", "2026"),
        ("At that time 56 kilns were lit.", "2026"),
        ("届时规模为56亿元。", "2026"),
    ],
)
def test_a_year_spoken_of_dates_what_refers_to_it(sentence: str, expected: str) -> None:
    (before,) = periods_of("Kilns turn dear in 2026.", "en", None)
    periods = periods_of(sentence, "en", before, CALENDAR)
    (when,) = date_numbers(sentence, find_quantities(sentence), periods, None, CALENDAR)
    assert when.period and when.period.last and str(when.period.last.year) == expected


def test_relative_periods_are_dated_by_what_was_spoken_of() -> None:
    (anchor,) = periods_of("2025年上半年产量为5万吨。", "zh", None)
    (before,) = periods_of("上年同期为4万吨。", "zh", anchor)
    assert (before.first, before.last) == (date(2024, 1, 1), date(2024, 6, 30))


@pytest.mark.parametrize(("text", "year"), [("a year later", 2022), ("the year after", 2022), ("three years on", 2024)])
def test_years_later_are_counted_from_the_year_spoken_of(text: str, year: int) -> None:
    (anchor,) = periods_of("In 2021 outlays jumped by 56.7%.", "en", None)
    (after,) = periods_of(f"{text} they shrank to USD 47.5 billion.", "en", anchor)
    assert after.first == date(year, 1, 1)


def test_the_same_part_of_another_year_is_that_part() -> None:
    first, second = periods_of("The first half of 2025 beat the same half of 2024.", "en", None)
    assert (second.first, second.last) == (date(2024, 1, 1), date(2024, 6, 30))
    assert first.kind == second.kind == "half"


def test_a_time_that_is_only_set_against_dates_nothing_behind_it() -> None:
    (period,) = periods_of("出口是进口的3.5倍，而2020年这一比例为2.3倍。", "zh", None, CALENDAR)
    assert is_contrasted("出口是进口的3.5倍，而2020年这一比例为2.3倍。", period)
    assert not is_contrasted("2020年这一比例为2.3倍。", replace(period, start=0))


@pytest.mark.parametrize(
    ("then", "last"),
    [("2024年同期", date(2024, 6, 30)), ("上年同期", date(2024, 6, 30)), ("2024年", date(2024, 12, 31))],
)
def test_the_same_time_of_a_year_that_is_named_is_one_time(then: str, last: date) -> None:
    periods = periods_of(f"2025年上半年产量3万吨，{then}为2万吨。", "zh", None, CALENDAR)
    assert [(p.first, p.last) for p in periods[1:]] == [(date(2024, 1, 1), last)]


def test_the_years_of_a_rate_are_not_those_of_the_rate_before_it() -> None:
    sentence = "Sales of kilns increased by 8.8%, and those of moulds have risen by 14.0% since 2022."
    assert years(sentence)[0] == "2024 document"
    assert years(sentence)[1] != years(sentence)[0]


def test_what_falls_short_of_a_year_is_of_the_year_after() -> None:
    assert years("In 2023 sales fell short of 2022 by 8.8%.") == ["2023"]


@pytest.mark.parametrize("joint", ["and", "while", "but"])
def test_since_when_another_has_stood_still_is_not_of_the_number_before(joint: str) -> None:
    sentence = f"The Dutch fleet reached 4.2 GW, {joint} Belgium has stood still at 2.3 GW since 2020."
    assert years(sentence) == ["2024 document", "2020-2024"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It should reach EUR 4 billion at the end of the decade.", ["2030"]),
        (
            "It has EUR 4 billion in 2023, 2.1 times today’s amount, of which EUR 1 billion is new.",
            ["2023", "2024", "2023"],
        ),
        ("It rises from the current 7.2%, and comes to 12.0% in 2029.", ["2024 document", "2029"]),
    ],
)
def test_a_decade_ends_and_today_is_of_the_base_year(sentence: str, expected: list[str]) -> None:
    assert years(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "last_years"),
    [
        ("Before that it had never exceeded 79%.", [None]),
        ("Until then, kilns had sold for EUR 4 million, and in 2023 for EUR 3 million.", [None, 2023]),
        ("此前一直不超过79%，2023年升至82%。", [None, 2023]),
        ("此前在2019年为79%。", [2019]),
    ],
)
def test_what_was_before_that_is_of_no_told_year(sentence: str, last_years: list[int | None]) -> None:
    (spoken,) = periods_of("In 2022 it was 82%.", "en", None)
    found = date_numbers(
        sentence, find_quantities(sentence), periods_of(sentence, "en", None), None, CALENDAR, Told(carried=spoken)
    )
    assert [w.period.last.year if w.period and w.period.last else None for w in found] == last_years

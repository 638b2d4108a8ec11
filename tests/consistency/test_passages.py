"""Whole passages of text, read and audited as a document: a true one raises no alarm, one with a wrong figure does."""

from __future__ import annotations

from pathlib import Path

import pytest

from wpextract.pipeline import audit
from wpextract.reading import read

# (passage with {} for a figure, the true figure, a wrong one and the rule that finds it)
PASSAGES = [
    (
        "Sales rose from 200 thousand in 2022 to 300 thousand in 2023, by 50%. The rise slowed afterwards, to {}, and "
        "sales came to 360 thousand in 2024.",
        "20%", "28%", "growth_rate",
    ),
    (
        "Shipments came to 120 thousand in 2023. In 2024 they came to 150 thousand, {} more than in the previous year.",
        "25%", "35%", "growth_rate",
    ),
    (
        "Harrow Depots took $96.0 million in 2023, up from $80.0 million a year earlier. The increase of $16.0 million,"
        " or {}, came mostly from leasing: of the increase, 75% ($12.0 million) was rent and $4.0 million was sales.",
        "20%", "26%", "growth_rate",
    ),
    (
        "Sales of ploughs at home stood at 22,400 units in 2021, against {} in 2020. The former figure exceeds the"
        " latter by 4,400 units. Exports added 7,600 units in 2021, which took all sales to 30,000.",
        "18,000", "18,900", "difference",
    ),
    (
        "Ossian spent $45 million on research in 2023, equal to {} of its revenue of $500 million. Its rival Pell spent"
        " $56 million out of revenue of $800 million, or just 7%.",
        "9%", "12%", "product_or_share_of",
    ),
    (
        "The market was worth $6.0 billion in 2023. Towns make up 65% of it ({}), and villages the other $2.1 billion.",
        "$3.9 billion", "$3.4 billion", "product_or_share_of",
    ),
    (
        "Members spend $90 on a visit and others $60. As each group makes half of all visits, a visit is worth $75 on"
        " average. Sales rose from $40.0 million in 2022 to $46.0 million in 2023, or by {}.",
        "15%", "19%", "growth_rate",
    ),
    ("有声书的渗透率由2021年的9%提高至2024年的{}。三年间提升6个百分点，年均提升2个百分点。", "15%", "17%", "difference"),
    (
        "用户的平均满意度为8.4分（满分10分），较2023年的{}提高0.3分。得分最高的一项为8.8分，最低的一项为7.1分，两者相差1.7分。",
        "8.1分", "7.6分", "difference",
    ),
    (
        "2024年，行业规模为400亿元，同比增长{}，上年为320亿元。其中设备占30%，为120亿元；服务占45%，为180亿元；"
        "其余25%为软件，为100亿元。",
        "25%", "31%", "growth_rate",
    ),
    (
        "The market came to $3.42 billion in 2024. Software took $650 million in 2024. Contract work stood at "
        "$1.27 billion, and licences yielded $1.50 billion, that is, more than {} of the whole market.",
        "a third", "half", "bounds",
    ),
    (
        "Investors placed $62.7 billion with young firms in 2025. Alba remains the centre: with 41% of the $62.7 "
        "billion its firms received {}.",
        "$25.7 billion", "$27.5 billion", "product_or_share_of",
    ),
    (
        "Households provided 46% of service revenue in 2025, which on services turnover of $12.9 billion means "
        "{}.",
        "$5.9 billion", "$6.9 billion", "product_or_share_of",
    ),
    (
        "Kiln makers sold 548 thousand kilns in 2024. Compared with the 83 thousand kilns of 2020, sales in 2024 "
        "rose to {}.",
        "6.6 times", "7.6 times", "multiple",
    ),
    (
        "Sales were $132 million in 2025, up 32.0%. Growth has come down from its peak of 74.5% in 2022 by {}, "
        "which is natural.",
        "42.5 percentage points", "45.2 percentage points", "difference",
    ),
    (
        "The measures took effect in August 2023, so this count was reached in December 2025 after {} of "
        "registration.",
        "28 months", "36 months", "temporal",
    ),
    (
        "It was registered in May 2024 and made its first payment in November {}, six months after registration.",
        "2024", "2023", "temporal",
    ),
    (
        "In 2024 exports came to $48.6 billion and imports to $101.5 billion. At a rate of 7.20 yuan to the "
        "dollar, exports were about RMB {} billion.",
        "349.9", "35.0", "fx_plausibility",
    ),
    (
        "2024年出口48.6亿美元，增长37.3%；进口101.5亿美元，下降4.5%。按7.20的汇率计算，出口额约合人民币{}亿元。",
        "349.9", "35.0", "fx_plausibility",
    ),
    (
        "2024年新增机器人378台，其中甲类178台，乙类149台。以平均每台1,120万元计算，设备市场规模约{}亿元。",
        "42.3", "52.3", "product_or_share_of",
    ),
    (
        "The reactor chips reached {} of home supply in 2024, still below 20%.",
        "17.9%", "22.7%", "bounds",
    ),
    (
        "传感芯片的国产化率为15.3%，接口芯片为{}，仍低于20%。",
        "17.9%", "22.7%", "bounds",
    ),
    (
        "标准于2024年11月发布，并自{}年3月起强制实施。",
        "2025", "2024", "temporal",
    ),
    (
        "More than {} of the money of 2024 went to late rounds, which took $40.2 million. Early rounds had $24.1 "
        "million and loans $22.1 million. In all, the rounds raised $86.4 million in 2024.",
        "two fifths", "half", "bounds",
    ),
    (
        "In 2024 the six towns together had 6,084 wells. Sales were 120 in 2022, 164 in 2023 and 195 in 2024. "
        "Growth was {} in 2023 and 18.9% in 2024.",
        "36.7%", "33.7%", "growth_rate",
    ),
    (
        "In Europe, gas cost EUR 6.1 per kg in 2024, 17.6% less than at the peak of EUR 7.4 per kg in 2022. "
        "Makers in the Gulf reported EUR 4.1 per kg in 2024. The gap between the two regions was EUR {} per kg in "
        "2024.",
        "2.0", "2.6", "difference",
    ),
    (
        "The number of users reached 471 million in 2025. That equals 42.1% of the country's 1.12 billion people. "
        "Few of them pay. Subscribers numbered 38.6 million at the end of 2025, or {} of all users.",
        "8.2%", "9.2%", "product_or_share_of",
    ),
    (
        "The average citizen pays $11 a year, compared with $58 in Corran, so that the gap is {}.",
        "5.3 times", "7.3 times", "multiple",
    ),
    (
        "燃料电池系统售价一路走低，2020年为9,800元/kW，是2024年的{}。2024年售价2,950元/kW，同比下降24.4%。",
        "3.3倍", "4.3倍", "multiple",
    ),
    (
        "用户问卷于{}年3月至2025年1月间回收，覆盖多个行业。",
        "2024", "2025", "temporal",
    ),
    (
        "2024年燃料电池汽车销量6,600辆。重卡销量3,460辆，占52.4%；物流车销售2,240辆，占比已超过{}。",
        "三成", "四成", "bounds",
    ),
    (
        "2024年全球市场约为20.8亿美元。北美市场规模6.8亿美元，占全球32.7%；日韩市场规模3.1亿美元，占{}。",
        "14.9%", "19.4%", "product_or_share_of",
    ),
    (
        "The output of tiles came to 447 million square metres in 2022 and to 402 million in 2023. The year 2023 brought "
        "a minus of {}.",
        "10.1%", "11.0%", "growth_rate",
    ),
    (
        "Commercial flights rose from 131 in 2023 to 164 in 2024, a plus of {}.",
        "25.2%", "29.5%", "growth_rate",
    ),
    (
        "Sales rose from $120.0 million in 2023 to $135.5 million. They grew by $15.5 million, or {}.",
        "12.9%", "16.9%", "growth_rate",
    ),
    ("Sales climbed from $40 million in 2023 to $46 million in 2024, or {}.", "15%", "19%", "growth_rate"),
    ("截至2023年底累计部署9,870套。截至2024年底，累计部署12,350套，当年新增{}套。", "2,480", "2,840", "difference"),
    ("示范工程自2022年1月起，为期36个月，至{}年12月结束。", "2024", "2025", "temporal"),
    (
        "Cangyun booked RMB 14.3 billion of its RMB 119.1 billion outside the mainland, which is {}% of the total.",
        "12.0", "21.0", "product_or_share_of",
    ),
    (
        "Chinese buyers took 5.8 million stacks out of 36.4 million sold worldwide, a share of {}%.",
        "15.9", "19.5", "product_or_share_of",
    ),
    (
        "2024年材料市场规模为1,127亿元，其中晶圆制造材料742亿元，封装材料385亿元，前者占{}%。",
        "65.8", "68.8", "product_or_share_of",
    ),
    ("截至2024年末，企业累计意向订单5,200架。前三家合计3,365架，占总量的{}%。", "64.7", "71.4", "product_or_share_of"),
    (
        "三家医疗器械企业收入合计868.8亿元，相当于国内医疗器械市场规模11,043亿元的{}%。",
        "7.9", "8.7", "product_or_share_of",
    ),
    (
        "The average robot of a domestic brand sold for RMB 92 thousand in 2025. A comparable foreign machine cost RMB "
        "171 thousand, or {} times as much as the domestic one.",
        "1.9", "2.4", "multiple",
    ),
    (
        "截至2024年末，平台连接设备9,640万台，其中离散制造6,020万台。2020年末连接设备为3,310万台，四年间扩大至{}倍。",
        "2.9", "3.9", "multiple",
    ),
    (
        "The world market was worth USD 6.84 billion in 2024. It reaches USD 26.05 billion in 2030. Over the six years "
        "this is a compound annual growth rate of {}%.",
        "25.0", "28.9", "cagr",
    ),
    (
        "The network began deployment in August 2022 and completed its first batch of satellites in May {}.",
        "2023", "2022", "temporal",
    ),
    ("The fund was announced in March 2024 and held its final close in September {}.", "2024", "2023", "temporal"),
    ("该产品于{}年6月提交上市申请，2023年11月获批上市。", "2022", "2024", "temporal"),
    ("新线于2022年4月动工、2024年10月量产，建设周期{}个月。", "30", "18", "temporal"),
    (
        "全球市场规模由2019年的118亿美元增至2024年的846亿美元，五年间扩大至{}倍。",
        "7.2", "9.2", "multiple",
    ),
    (
        "2024年合计规模为7,069亿元。数字文旅以3,652亿元的规模首次超过在线教育的3,417亿元，占合计规模的{}%。",
        "51.7", "57.1", "product_or_share_of",
    ),
    (
        "The sensor market was USD 216.4 billion in 2024. It will exceed USD 280 billion in 2027 and come to USD 372.8 "
        "billion in 2030, with a compound annual growth rate of {}% for 2024–2030.",
        "9.5", "11.8", "cagr",
    ),
]  # fmt: skip


def alarms(passage: str, folder: Path) -> list[str]:
    """The rules that find a passage wrong."""
    document = folder / "passage.txt"
    document.write_text(passage)
    found = audit(read(document, None, None, None), document).findings
    return sorted({f.rule for f in found if f.status == "fails" and f.severity != "info"})


@pytest.mark.parametrize(("passage", "true", "wrong", "rule"), PASSAGES)
def test_only_a_wrong_figure_raises_an_alarm(passage: str, true: str, wrong: str, rule: str, tmp_path: Path) -> None:
    assert alarms(passage.format(true), tmp_path) == []
    assert rule in alarms(passage.format(wrong), tmp_path)


# where two numbers of a text have nothing to do with one another, however near they stand
TRUE = [
    (
        "Occupancy has been above 80% for three years running: 82% in 2022, 85% in 2023 and 88% in 2024. Before that it "
        "had never exceeded 79%."
    ),
    "公司于2024年3月提交新方案，2023年6月获批的旧方案同时废止。",
    "二期项目于2024年5月立项，2022年8月投产的一期项目继续运行。",
    (
        "In 2024 China added 277 GW of solar capacity, 28% more than the 217 GW added in 2023. The cumulative total "
        "reached 887 GW at the end of 2024, up from 610 GW."
    ),
    "Sales of lorries were 400 million euros in 2024. Over the next 10 years sales of vans come to 900 million euros.",
    (
        "Services brought in $12.9 billion in 2025. Terminals contributed $6.1 billion, or 28.0% of the total, "
        "and gateways with their network $2.8 billion (12.8%)."
    ),
    "分省区看，新疆以952万千瓦的累计装机成为全国规模最大的省区，同比增长209.1%；山东和江苏分别达到717万千瓦和562万千瓦。",
    (
        "A total of 713 deals were closed in 2024. Shipments rose to 936 thousand units in 2024. The gap stood at "
        "817 thousand persons in 2024."
    ),
    (
        "A unit that supplies 90 degrees now reaches a ratio of 4.1, compared with 3.4 in 2020. At 150 degrees "
        "the ratio of 2.4 is only just enough, yet it is 26% better than five years ago."
    ),
    (
        "Sales were $924 million in 2026, 26.4% above 2025, and will be $2.04 billion in 2030. The annual "
        "increase will fall to 18.7% in the last year of the period."
    ),
    (
        "Seen by region, the east ranks first with $124.6 million in 2024, accounting for 36.5% of the country. "
        "The north follows with $87.2 million, and the south with $68.4 million."
    ),
    (
        "The market of Alba was $52.4 million in 2024 and will be $896.5 million in 2030. It is expected that the "
        "world market will come to EUR 412.5 million in 2030, a compound annual growth rate of 64.5% from 2024 to "
        "2030."
    ),
    (
        "Output of boats reached 340 million in 2024. Exports came to 120 million in 2024, still 20% below the level of "
        "2022, when they were 150 million."
    ),
    "The average growth of the ten largest firms was 34%. Sales of the market grew from $100 million in 2023 to "
    "$110 million in 2024.",
    "甲类机型每台售价3.2万元，乙类机型每台售价4.1万元，2024年共销售1.2万台，销售额为4.5亿元。",
    "2024年累计部署12350套，当年新增出口3200套，2023年累计部署8900套。",
    "Output in the north slowed to 3.2% in 2024 while national output rose by 5.4% in 2024.",
    "Alba's plant opened in 2019 and has been working for six years after a rebuild. Brack's plant opened in 2021.",
    "Turnover of the kilns rose from $40 million in 2020 to $88 million in 2024. Their number has trebled since 2020.",
    "China has 320 thousand racks in 2024. Alba has less than 6% of the racks, but is building 41 thousand racks.",
    "More than half of the budget went to trains. Of $80 million of grants in 2024, $30 million went to trains.",
    "Firms raised RMB 46.2 billion in 2024 and RMB 33.7 billion in 2023. The amount exceeded the previous record of RMB "
    "39.6 billion, set in 2021, by 16.7%.",
    "The number of deals was 368 in 2022. It was highest in 2021 with 451 deals, before financing fell by 30.8% in 2022.",
    "按全年平均汇率1美元兑7.15元人民币折算。2025年境外收入为29.8亿美元，2024年为17.4亿美元，同比增长71.3%，折合人民币约213亿元。",
    "World installations should rise to 704.0 GW in 2028. Markets outside China provide 174.9 GW of the increment, which "
    "is 74.3% of the total.",
    "A carrier spent RMB 6.30 on each parcel in 2025, 9.4% less than the RMB 6.95 of 2023. Set against average revenue, "
    "this leaves a spread of RMB 1.83.",
    "The market was worth USD 6.84 billion in 2024. It grows to 2.0 times this size by 2027 and reaches USD 26.05 billion "
    "in 2030.",
    "市场规模将由2024年的846亿美元增至2025年的1,163亿美元、2028年的2,397亿美元和2029年的2,852亿美元。同比增速由2025年的37.5%逐步回落至2029年的19.0%。",
    "2024年训练芯片431亿美元、推理芯片298亿美元、端侧芯片117亿美元。训练芯片规模居首，端侧芯片以手机为主要载体。",
    "它与煤制氢的成本差由12.7元/kg收窄到8.3元/kg。煤制氢成本为11.8元/kg。",
    "Developers added 121.1 GW of wind capacity in 2024, 6.6% more than the 113.6 GW of the year before. Onshore projects "
    "contributed 106.9 GW and offshore projects 14.2 GW.",
    "Revenue came to RMB 38.6 billion in 2024. In 2023 it had been RMB 27.1 billion and in 2021, the first year, RMB 9.8 "
    "billion. This is a compound annual growth rate of 57.9%.",
    "An urban site needs RMB 49,100 a year. A rural site needs RMB 35,000, or 28.7% less, because tower rent is only RMB "
    "9,800 there.",
    "Mobile data remained the largest source of revenue with 38.4% of the total, ahead of fixed broadband with 21.7% and "
    "industry services with 20.9%.",
    "Food and care together make up 80.0% of the total. The gap between the two is 24.8 percentage points: in 2020 care "
    "took 23.5% of the market.",
    "铺货型卖家采购成本占38.2%，在三类中最高；物流成本占24.5%，比品牌型卖家的18.3%高6.2个百分点。",
    "The fleet expanded 3.6% in 2024 and 3.4% in 2023. Supply thus outgrew demand by 1.1 percentage points.",
]  # fmt: skip


@pytest.mark.parametrize("passage", TRUE)
def test_what_is_true_raises_none(passage: str, tmp_path: Path) -> None:
    assert alarms(passage, tmp_path) == []

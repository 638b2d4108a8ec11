"""What a person would call each number of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wpextract.facts.chinese import clean
from wpextract.facts.naming import Topic, key_of, name_numbers, restated
from wpextract.facts.sentences import sentences
from wpextract.quantities import find_periods, find_quantities


def metrics(*sentences: str, heading: str = "", about: str = "") -> list[str]:
    """The metrics of the last sentence, read behind the others."""
    topic = Topic(heading=heading, about=about)
    names = []
    for sentence in sentences:
        names, topic = name_numbers(sentence, find_quantities(sentence), find_periods(sentence), topic)
    return [name.metric for name in names]


def test_a_change_of_points_is_of_the_share_told_last() -> None:
    assert metrics("The glass share fell to 40%.", "A drop of 2.4 percentage points.") == ["glass share drop"]
    assert metrics("Vetro made 64% of panes.", "That is a rise of 5 percentage points.") == [
        "Vetro share of panes rise"
    ]


def test_another_part_is_its_receivers_share_of_the_same_whole() -> None:
    told = "Rental firms bought 11.4 per cent of the cars."
    assert metrics(told, "Another 10.4 per cent was registered by businesses.") == ["businesses share of cars"]
    assert metrics("Glass bottles took 11% of sales and another 10% came from jars.")[1].startswith(
        "jars share of sales"
    )
    told = "Makers of lids hold 41% of the market."
    assert metrics(told, "Another 12% is held by makers of corks.") == ["makers of corks share of market"]


def own(*sentences: str) -> list[str]:
    """The metrics of the last sentence without what is spoken of around them."""
    return [metric.partition(" – ")[0] for metric in metrics(*sentences)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 2023, the glass market reached about EUR 4.2 billion.", ["glass market"]),
        ("The glass market grew from EUR 2 billion in 2019 to 4 billion euros in 2023.", ["glass market"] * 2),
        ("Glass exports were 640 tonnes in 2023, exactly double the 320 tonnes of 2022.",
         ["Glass exports", "Glass exports multiple", "Glass exports"]),
        ("Glass output will rise from 8 million tonnes to 13 million tonnes, i.e. by 5 million tonnes.",
         ["Glass output"] * 3),
        ("Glass output rose 5% in 2023.", ["Glass output growth"]),
        ("Vetro Works, the largest maker, earned revenue of EUR 4 billion in 2023.", ["Vetro Works revenue"]),
        ("Glass output fell to 3 million tonnes, down 7% from the year before.", ["Glass output", "Glass output decline"]),
        ("Recycled glass accounted for 31% of new bottles.", ["Recycled glass share of new bottles"]),
        ("Beer took 41% of bottle demand, wine 33% and water 26%.",
         ["Beer share of bottle demand", "wine share of bottle demand", "water share of bottle demand"]),
        ("Lidded jars took 15% of new jars in 2024, against 4% in 2022.", ["Lidded jars share of new jars"] * 2),
        ("The number of kilns exceeded 300, with Spain and Italy accounting for 34% and 15%, respectively.",
         ["number of kilns", "Spain share of number of kilns", "Italy share of number of kilns"]),
        ("Furnace operators cut the melting temperature by 12%.", ["Furnace operators melting temperature reduction"]),
        ("A rise in energy prices of 8% is expected.", ["rise in energy prices"]),
        ("We expect the recycling rate to reach 60% in 2030.", ["recycling rate"]),
        ("Studies show that 42% of bottles return within a month.", ["share of bottles return"]),
        ("The plant works at a margin of 9%.", ["plant margin"]),
        ("In 2023 a furnace robot stood in 44% of glass works.", ["furnace robot share of glass works"]),
        ("In Spain glaziers placed 28 million panes.", ["panes placed by glaziers"]),
        ("Brewers sold bottles worth EUR 6 million.", ["bottles sold by Brewers"]),
        ("One euro averaged USD 1.08 in 2023.", ["average exchange rate, USD per euro"]),
        ("Panes worth 5 million dollars are counted at EUR 0.92 to the dollar.",
         ["Panes worth", "exchange rate, EUR per dollar"]),
        ("Vetro is twice the size of Glasmont, which shrank 2.4% in 2023.", ["Vetro multiple", "Glasmont decline"]),
        ("Lidded jars, which brewers buy for 2 euros, supplied 36% of demand.", ["brewers", "Lidded jars share of demand"]),
        ("Leeds, second in the table, has 3 million kilns.", ["Leeds kilns"]),
        ("Prices: lidded jars lose 6% to 8% a year.", ["lidded jars prices"]),
        ("Kilns with fewer than ten workers burn 46% of the gas.", ["Kilns workers", "Kilns with fewer than ten workers share of gas"]),
        ("Kilns of the 3.5-tonne class sold for EUR 9 million.", ["Kilns of 3.5-tonne class price"]),
        ("Glass works consume 97 million tonnes a year.", ["Glass works consumption"]),
        ("Vetro took EUR 6.2 billion of the 2023 outlay, which is 36.1%, and Glasmont EUR 2.9 billion or 14.8%.",
         ["Vetro cost", "Vetro share of outlay", "Glasmont cost", "Glasmont share of outlay"]),
        ("Should demand drop by 5%, glass output would be 12 million tonnes.", ["demand decline", "glass output"]),
        ("Lidded jars were 35% of the total; the other 65% stayed at home.", ["Lidded jars", "share of Lidded jars stayed at home"]),
        ("There had been 67 thousand kilns; their compound growth is 30%.", ["kilns", "kilns compound growth"]),
        ("Spanish outlays increased fastest, by 25%.", ["Spanish outlays growth"]),
        ("Losses dwindled from 46 tonnes to 24 tonnes, that is by 48%.", ["Losses", "Losses", "Losses decline"]),
        ("A night in Rome cost EUR 210 in 2023, 12% less than in 2019, and one in Pisa EUR 160.",
         ["night in Rome cost", "night in Rome cost decline", "night in Pisa cost"]),
        ("Glaziers worked 26 million hours in 2023.", ["Glaziers hours"]),
        ("Glass takes 61% of cost in Spain, where two inspectors watch each kiln, and 56% in Italy.",
         ["Glass share of cost in Spain", "inspectors watch kiln", "Glass share of cost in Italy"]),
        ("From 12 tonnes in 2020, glass output should climb to 20 tonnes.", ["glass output", "glass output"]),
        ("On the basis of the 58 new kilns approved in 2023, the trade expects a good year.", ["new kilns approved"]),
        ("Spain has 64 kilns per 1,000 towns.", ["Spain kilns per 1,000 towns"]),
        ("A new green kiln costs EUR 246, a red one EUR 178; the gap is EUR 68.",
         ["new green kiln cost", "red kiln cost", "gap between new green kiln and red kiln"]),
        ("Spain is also the country with the quickest expansion, at 35.6%.", ["Spain growth"]),
        ("10.1 We expect hire revenue to rise to EUR 723 million.", ["hire revenue"]),
        ("Spain was slowest with 4.9%.", ["Spain growth"]),
        ("Vetro suffered the largest decrease, 24.9%.", ["Vetro decline"]),
        ("Cutting is cheapest at EUR 24.", ["Cutting"]),
        ("For each of its 14 million people there are 15 panes.", ["people", "panes"]),
        ("There were 52 kilns and 73 lathes.", ["kilns", "lathes"]),
        ("Vetro spent EUR 9 million in 2023, a drop of 12% from EUR 10 million, and kept a margin of 3%.",
         ["Vetro spending", "Vetro spending drop", "Vetro spending", "Vetro margin"]),
        ("Vetro took 12% of demand, and Glasmont, including its yards, 10%.",
         ["Vetro share of demand", "Glasmont share of demand"]),
        ("Vetro issued 56 licences in 2023, which lifted the number of glaziers by 28.9%.",
         ["licences issued by Vetro", "number of glaziers increase"]),
        ("Revenue of Glasmont reached EUR 3 million, Vetro followed at EUR 2 million.",
         ["Revenue of Glasmont", "Vetro revenue"]),
        ("Kilns built in Spain make 5 million jars.", ["jars of Kilns built in Spain"]),
        ("Running a kiln for a year costs EUR 40 in Spain.", ["Running kiln for year cost in Spain"]),
        ("In a survey, 62% of brewers named cost as the reason, 23% weight.",
         ["share of brewers named cost as reason", "share of brewers named weight as reason"]),
        ("Spain added 3 million kilns in 2023, Italy 2 million.", ["kilns added by Spain", "kilns added by Italy"]),
        ("Lids account for 31% of a jar but only 9% of a bottle.", ["Lids share of jar", "Lids share of bottle"]),
        ("The largest kiln is that of Vetro, at 40 MW.", ["Vetro capacity"]),
        ("Collection of jars reached 58%, whereas cans stayed below 30%.", ["Collection of jars", "cans collection"]),
        ("Some 40 kilns were listed in the register.", ["kilns listed in register"]),
        ("Rain Reach takes 12 weeks.", ["Rain Reach time"]),
        ("Makers in Spain, where rain and strikes raise costs, paid EUR 5 million.", ["Makers in Spain spending"]),
        ("Oil, gas and wood took 5% of demand.", ["Oil gas and wood share of demand"]),
        ("Fees paid to makers and dealers before delivery averaged EUR 3 million.",
         ["Fees paid to makers and dealers before delivery"]),
        ("Handling adds EUR 6 per jar.", ["Handling increase per jar"]),
        ("Regions in Spain awarded 19 GW.", ["capacity awarded by Regions in Spain"]),
        ("The average rent was EUR 30 in Leeds, followed by York at EUR 28.", ["average rent in Leeds", "average rent in York"]),
        ("There were 40 kilns in Spain.", ["kilns in Spain"]),
        ("The jar tariff is down 19%.", ["jar tariff decline"]),
        ("Jar density rose to 5 for every 10,000 people, three times the world average of 2.",
         ["Jar density", "people", "Jar density multiple", "Jar density world average"]),
        ("Spain bought 38% of exports, or USD 3 million.", ["Spain share of exports", "Spain exports"]),
        ("Exports of jars rose to EUR 3 million, and imports shrank to EUR 2 million.",
         ["Exports of jars", "imports of jars"]),
        ("Lids account for 31% of a jar, where corks take 24%.", ["Lids share of jar", "corks share of jar"]),
        ("Spain and Italy keep 4% and 3%.", ["Spain", "Italy"]),
        ("Vetro keeps 7% of its sales as profit.", ["Vetro share of sales as profit"]),
        ("Fewer than 9% of brewers cancelled in 2024.", ["share of brewers cancelled"]),
        ("And cork panes, approved in Spain, could fall below EUR 9.", ["cork panes"]),
        ("Corks, up by 17% since 2021, are dear.", ["Corks growth"]),
        ("Vetro earned EUR 9 million, of which EUR 2 million, or 22%, was rent.",
         ["Vetro earnings", "rent Vetro", "rent Vetro share"]),
        ("Vetro spent EUR 9 million, the equivalent of 4% of revenue.", ["Vetro spending", "Vetro spending share of revenue"]),
        ("The only entry, Vetro Nord, needs EUR 9 million.", ["Vetro Nord"]),
        ("Jars cost 15% more in 2024 than in 2021.", ["Jars cost growth"]),
        ("The average brewer is generous, parting with EUR 7 a year.", ["average brewer"]),
        ("Jar rates from Leeds to York hit EUR 9 in July.", ["Jar rates from Leeds to York in July"]),
        ("The order book stands at 40 MW.", ["order book"]),
        ("Vetro has 9 million registered users, Glas 6 million.", ["Vetro registered users", "Glas registered users"]),
        ("Jars make up 23% of bins in Spain and 5% in Italy.", ["Jars share of bins in Spain", "Jars share of bins in Italy"]),
        ("Yards in Korea took 47% of orders and those in China 44%.",
         ["Yards in Korea share of orders", "Yards in China share of orders"]),
        ("The office approved 38 kilns and refused 11.", ["kilns approved by office", "kilns refused by office"]),
        ("Brewers sent 40 claims, of which 9% ended in court.", ["claims sent by Brewers", "share of claims sent ended in court"]),
        ("Bringing losses down to 15% would take EUR 46 billion.", ["Bringing losses", "Bringing losses cost"]),
        ("A lid sells for EUR 9, a jar for EUR 3.", ["lid price", "jar price"]),
        ("The largest fund, that of Harlow, is worth EUR 5 million.", ["largest fund"]),
        ("The largest, that of Harlow, is worth EUR 5 million.", ["Harlow"]),
        ("With 214 kilns, Vetro is the largest maker, followed by Glas (187).", ["Vetro kilns", "Glas kilns"]),
        ("Spending on jars, at EUR 14 million, was 12% above the level of 2023.", ["Spending on jars", "Spending on jars growth"]),
        ("Jar sales dipped 3%.", ["Jar sales decline"]),
        ("Two thirds of brewers own kilns, and 38% of all kilns are old.", ["share of brewers own kilns", "share of kilns old"]),
        ("Jar rates doubled.", ["Jar rates multiple"]),
        ("An apprentice earns EUR 8 in the first year.", ["apprentice earnings"]),
        ("Wages eat up 38% of sales.", ["Wages share of sales"]),
        ("In Spain lidded jars, permitted since 2022, make up 11% of units.", ["lidded jars share"]),
        ("Vetro had sales of EUR 3 million and an operating margin of 20%.", ["Vetro sales", "Vetro operating margin"]),
        ("Lidded jars were chosen by 78% of buyers.", ["Lidded jars share of buyers"]),
        ("Returns cost the trade EUR 5 million.", ["Returns cost to trade"]),
        ("Time to first fitting is 11 days.", ["Time to first fitting"]),
        ("Recycled glass, cleared in Spain, could fall below EUR 9.", ["Recycled glass"]),
        ("Only 17% of those who could gain own a kiln.", ["share"]),
        ("Nobody grew like Vetro, whose revenue increased to EUR 16 million.", ["Vetro revenue"]),
        ("Jar returns fell to 92 jars from 128 jars in 2023.", ["Jar returns"] * 2),
        ("Vetro revenue exceeded that of Glas by EUR 1 million.", ["Vetro revenue lead over Glas"]),
        ("Brewers earned an average of EUR 28.", ["Brewers average earnings"]),
        ("Kilns were fired 1.7 times.", ["Kilns multiple"]),
        ("Jars lead with 6 million orders, followed by 3 million lids.", ["orders of Jars", "lids"]),
        ("Vetro, the largest maker, earned revenue of EUR 7 million.", ["Vetro revenue"]),
        ("Vetro limited its decline to 8%.", ["Vetro decline"]),
        ("Vetro cut its debt to EUR 8 million.", ["Vetro debt"]),
        ("Investors put EUR 3 million into Austrian glass makers.", ["Investors investment into Austrian glass makers"]),
        ("Battery output jumped 59%, from 4 GWh to 6.4 GWh.", ["Battery output growth", "Battery output", "Battery output"]),
        ("At 34%, Spain has the largest share of jar output.", ["Spain share of jar output"]),
        ("By 2029 we expect lids to take 46% of sales.", ["lids share of sales"]),
    ],
)  # fmt: skip
def test_english_metric_is_the_subject_with_what_is_said_of_it(sentence: str, expected: list[str]) -> None:
    assert own(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2024年玻璃市场规模达到42亿元，同比增长5.4%。", ["玻璃市场规模", "玻璃市场规模同比增速"]),
        ("玻璃产量由2019年的3万吨增至2024年的5万吨。", ["玻璃产量", "玻璃产量"]),
        ("再生玻璃产量占全国玻璃产量的31%。", ["再生玻璃产量占全国玻璃产量比重"]),
        ("欧洲、北美和亚洲占比分别为40%、35%和25%。", ["欧洲占比", "北美占比", "亚洲占比"]),
        ("玻璃瓶单价为2.5元，是塑料瓶的3倍。", ["玻璃瓶单价", "玻璃瓶单价与塑料瓶之比"]),
        ("受访企业中有52%认为成本偏高。", ["认为成本偏高的受访企业占比"]),
        ("远帆公司营业收入29亿元，毛利率8.9%。", ["远帆公司营业收入", "远帆公司毛利率"]),
        ("净息差收窄至1.52%，其中农商行为1.73%。", ["净息差", "农商行净息差"]),
        ("山东大棚面积约为43万亩，河北为28万亩。", ["山东大棚面积", "河北大棚面积"]),
        ("24英寸窑管产量为20英寸的1.6倍。", ["24英寸窑管产量与20英寸之比"]),
        ("窑管月产能为64万根，其中24英寸16万根。", ["窑管月产能", "24英寸产能"]),
        ("六吨级窑炉的目录价为23万元。", ["六吨级窑炉的目录价"]),
        ("60千瓦及以上电窑数量为46座。", ["unnamed", "60千瓦及以上电窑数量"]),
        ("全国加氢站共540座，其中广东68座。", ["全国加氢站", "广东加氢站"]),
        ("宠物猫数量为715万只，增长2.5%；犬为525万只。", ["宠物猫数量", "宠物猫数量增速", "犬数量"]),
        (
            "硅片产量75万吨，电池产量65万吨，分别增长12%和10%。",
            ["硅片产量", "电池产量", "硅片产量增速", "电池产量增速"],
        ),
        ("单只猫消费额为20元，比犬的29元低31%。", ["单只猫消费额", "犬消费额", "单只猫消费额与犬之差"]),
        ("在用窑炉的比重由31%升至58%。", ["在用窑炉的比重", "在用窑炉的比重"]),
        (
            "远帆、海岬贡献最大，分别带来11亿元和10亿元，二者相当于总额的66%。",
            ["远帆贡献", "海岬贡献", "远帆、海岬占总额比重"],
        ),
        ("云窑公司主攻平板玻璃，单价30万元为各家最高。", ["云窑公司单价"]),
        ("受访企业中，46%计划在2026年前扩建窑炉。", ["计划前扩建窑炉的受访企业占比"]),
        ("玻璃窑炉增长很快：2024年末为318座。", ["玻璃窑炉"]),
        ("平均到账时间缩短至4小时。", ["平均到账时间"]),
        ("玻璃出口2亿美元，按平均汇率7.1折合14亿元。", ["玻璃出口", "人民币兑美元平均汇率", "玻璃出口"]),
        ("专线平均时效为8.6天，比邮政小包快5天。", ["专线平均时效", "专线平均时效与邮政小包之差"]),
        ("融资额38亿元，但比2021年峰值57亿元低33%。", ["融资额", "融资额", "融资额降幅"]),
        ("重卡占新车的61%，而乘用车还不到3%。", ["重卡占新车比重", "乘用车占新车比重"]),
        ("受访银行中，72%已部署大模型，计划部署的占19%。", ["已部署大模型的受访银行占比", "计划部署的受访银行占比"]),
        (
            "内蒙古新增装机10吉瓦，新疆8吉瓦，两地合计占全国的41%。",
            ["内蒙古新增装机", "新疆新增装机", "内蒙古、新疆新增装机占全国比重"],
        ),
        ("销量前两名分别为远帆38万台和星海31万台。", ["远帆", "星海"]),
        ("银保渠道占比首次突破一半，达到53%。", ["银保渠道占比", "银保渠道占比"]),
        ("平均储能时长2.3小时，较2023年延长0.2小时。", ["平均储能时长", "平均储能时长"]),
        ("全国经营主体共12万家，上年末为11万家。", ["全国经营主体", "全国经营主体"]),
        ("冷藏车保有量同步增长，去年新增5万辆，但年末总数仍不足45万辆。", ["冷藏车保有量", "冷藏车保有量"]),
        ("参与人数方面，2024年3.3亿人的基数已经不低。", ["参与人数"]),
        ("2023年玻璃市场规模来到76亿元。", ["玻璃市场规模"]),
        ("远帆公司教练最多，有1.8万人。", ["远帆公司教练"]),
        ("新疆人均消费1,680元，与东北只差62元。", ["新疆人均消费", "新疆人均消费与东北之差"]),
        ("以2024年末的14万家网店为起点，三年内仍会增加。", ["网店"]),
        ("中美空运均价由48元涨到52元，涨幅7.8%。", ["中美空运均价", "中美空运均价", "中美空运均价增速"]),
        ("远帆公司投入160万元，居各家之首，占其收入的2.8%。", ["远帆公司投入", "远帆公司投入占收入比重"]),
        ("从结构看，瓶罐是规模最大的品类，2024年市场规模为156亿元。", ["瓶罐市场规模"]),
        ("2024年在订单增长的推动之下玻璃产量达到5万吨。", ["玻璃产量"]),
        ("玻璃产量在出口带动下增长12%。", ["玻璃产量增速"]),
        ("带动下游的玻璃产量达到5万吨。", ["带动下游的玻璃产量"]),  # nothing that drove it
        ("机器人销量相较于2022年的5万台增长12%。", ["机器人销量", "机器人销量增速"]),
        ("机器人销量相较2023年增长12%。", ["机器人销量增速"]),
        ("茶壶销量相较茶杯高出12%。", ["茶壶销量与茶杯之差"]),
        ("2024年茶壶的销量和均价分别为75万只和16元。", ["茶壶的销量", "茶壶均价"]),
        ("不过茶叶产量达到5万吨。", ["茶叶产量"]),
        ("• 茶壶产量达到5万只。", ["茶壶产量"]),
        ("冷链运输（含仓储）为12亿元。", ["冷链运输"]),
        ("2024年茶叶零售（含网店）市场规模为12亿元。", ["茶叶零售市场规模"]),
        ("以远帆公司为例，2024年营业收入为29亿元，毛利率8%。", ["远帆公司营业收入", "远帆公司毛利率"]),
        ("陶瓷机器人是新品类，2024年规模156亿元。", ["陶瓷机器人规模"]),
        ("电池产量首次越过5万组。", ["电池产量"]),
        ("茶杯产量迈过5万只。", ["茶杯产量"]),
        ("硅片和电池产量分别为75万吨和65万吨，18%用于出口。", ["硅片产量", "电池产量", "电池产量"]),
    ],
)
def test_chinese_metric_is_the_subject_with_what_is_said_of_it(sentence: str, expected: list[str]) -> None:
    assert metrics(sentence) == expected


def test_what_points_back_is_named_by_what_was_spoken_of() -> None:
    first = "The glass container market reached EUR 4.2 billion in 2023."
    assert own(first, "It is expected to exceed EUR 5 billion in 2026.") == ["glass container market"]
    assert own(first, "The market was 2.1 times as large as in 2013.") == ["glass container market multiple"]
    assert own(first, "Growth in 2023 was 5%.") == ["glass container market Growth"]
    assert own("Revenue was EUR 4.2 billion in 2023.", "A year later it had grown to EUR 5 billion.") == ["Revenue"]
    assert own("2024年玻璃容器市场规模为42亿元。", "2025年市场规模达到50亿元。") == ["玻璃容器市场规模"]


def test_it_and_they_are_the_subject_of_the_sentence_before() -> None:
    assert own(
        "Buyers in Spain pay EUR 215 for a pane.",
        "Italian makers have caught up.",
        "In 2021 they sold panes for EUR 51.",
    )[0].startswith("Italian makers")


def test_a_share_goes_on_behind_a_semicolon() -> None:
    before = "In 2019 only 31% of old glass travelled cold;"
    assert own(before, "by 2023 it was 49%, a widening of 18 percentage points.") == [
        "share of old glass travelled cold", "share widening of old glass",
    ]  # fmt: skip


def test_this_and_the_total_are_the_amount_just_told() -> None:
    before = "Vetro spent EUR 19 million in 2023."
    assert own(before, "This was 4.8% above the EUR 18 million of 2022 but 15% below 2021.") == [
        "Vetro spending growth", "Vetro spending", "Vetro spending decline",
    ]  # fmt: skip
    assert own(before, "The total is 3.7 times that of 2020.") == ["Vetro spending multiple"]


def test_what_stands_behind_a_semicolon_goes_on_with_its_own_sentence() -> None:
    before = ("Exports of jars were 64 tonnes.", "Sales of glass reached 21,600 panes;")
    assert own(*before, "the increase was 14.3%.") == ["Sales of glass increase"]


def test_what_belongs_to_what_was_spoken_of_is_named_with_its_owner() -> None:
    assert own("The share of men was 58%.", "Among boys the share was 8%, among girls 6%.") == [
        "share of men among boys", "share of men among girls",
    ]  # fmt: skip
    assert own("Vetro employs 40 people.", "Its orders rose 7%.") == ["Vetro orders growth"]
    assert own("Farmers keep 8% of the price.", "Dealers share 61%.") == ["Dealers share of price"]
    assert own("Vetro won a prize.", "Its workforce reached 3,000 people.") == ["Vetro workforce"]
    assert own("Two plants were built in Spain.", "Output rose.", "They employ 300 people.") == [
        "people employed by plants"
    ]
    assert own("Glass waste made up 14% of rubbish.", "In Spain the figure was 9%.") == [
        "Glass waste share of rubbish in Spain"
    ]


def test_what_follows_an_exchange_rate_is_no_rate() -> None:
    assert own("Glass sales reached EUR 3 million.", "At the average exchange rate it equals USD 3.2 million.") == [
        "Glass sales"
    ]


def test_a_bare_owner_shares_the_measure_of_the_one_before() -> None:
    assert metrics("玻璃瓶出货量为3.8万台，金属罐为2.1万台。") == ["玻璃瓶出货量", "金属罐出货量"]


def test_a_measure_of_nothing_is_completed_by_the_title_or_the_heading() -> None:
    assert metrics("Sales should pass USD 8 billion by 2027.", about="Glass Jar") == ["Glass Jar Sales"]
    assert metrics("Waste fell by 2%.", heading="Old furnaces", about="Glass Jar") == [
        "Waste decline – Old furnaces, Glass Jar"
    ]
    assert metrics("Austria: 7%", heading="Recycling rate by country") == ["Austria – Recycling rate by country"]
    assert metrics("山东为5万吨。", heading="三、玻璃产能与产量：稳中有升") == ["山东 – 玻璃产能、产量"]
    assert metrics("玻璃瓶产量为5万吨。", heading="核心观点") == ["玻璃瓶产量"]


def test_a_short_name_is_followed_by_what_its_clause_and_the_sentence_before_speak_of() -> None:
    assert metrics("Three new furnaces are under construction in Spain.", "They will need 6,100 people.") == [
        "people needed by new furnaces"
    ]
    assert metrics("In the North East, sales rose by 3%.") == ["sales growth – North East"]
    assert metrics("Vetro is the best place to rent a kiln, at EUR 29 a month.") == ["Vetro – rent, kiln"]
    assert metrics("Cork panes, which dealers like, cost 4 euros.") == ["Cork panes cost"]
    assert (
        metrics("It rests on returns from 46 makers, which make 91% of sales.")[1] == "makers share of sales – returns"
    )
    assert metrics("The margin of lids was 5%.", "Corks, at 3%, came next.") == ["Corks – margin"]
    assert metrics("Beer took 41% of bottle demand, wine 33%.")[1] == "wine share of bottle demand"


def test_a_heading_is_no_part_of_the_key_of_a_metric_that_names_its_measure() -> None:
    assert restated("玻璃瓶产量 – 产能") == "玻璃瓶产量"
    assert restated("山东 – 产能") == "山东 – 产能"


def test_the_former_and_the_latter_are_the_two_owners_named_last() -> None:
    topic = Topic()
    found: list[str] = []
    for sentence in ["海工企业营业收入221亿元；", "造船企业营业收入92亿元。", "前者毛利95亿元；", "后者毛利31亿元。"]:
        names, topic = name_numbers(sentence, find_quantities(sentence, "zh"), [], topic)
        found += [name.metric for name in names]
    assert found[2:] == ["海工企业毛利", "造船企业毛利"]


@pytest.mark.parametrize(
    "before",
    [
        "In 2020, with kilns and ovens closed, jar sales fell by 14%.",  # circumstances are no subject
        "With all of the ovens closed, jar sales fell by 14%.",
        "In 2020 jar sales fell by 14%.",
    ],
)
def test_a_pronoun_goes_on_with_the_subject_of_the_main_clause(before: str) -> None:
    assert metrics(before, "They then rose by 9%.") == ["jar sales growth"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Of all jars sold in 2024, 46% were blue.", "share of jars blue"),
        ("Of all jars sold in 2024, 46% were made of glass.", "share of jars made of glass"),
        ("Of all jars sold in 2024, 46% were 3 years old.", "jars"),  # a number behind it tells of itself
    ],
)
def test_a_share_of_all_is_named_by_the_quality(sentence: str, expected: str) -> None:
    assert own(sentence)[0] == expected


@pytest.mark.parametrize("verb", ["增至", "变为", "变成", "减为"])
def test_what_leads_from_one_number_to_another_is_no_part_of_the_name(verb: str) -> None:
    assert own(f"窑炉数量由9,200座{verb}9,800座。") == ["窑炉数量"] * 2


def test_a_head_in_brackets_is_no_part_of_the_name() -> None:
    assert own("【价格拐点】窑炉均价为9,200元。") == ["窑炉均价"]


def test_a_name_is_short() -> None:
    long = "The " + "very long and winding chain of words " * 20 + "reached 5 million units."
    assert len(metrics(long)[0].split()) <= 14


def test_key_of_restatements_is_one_whatever_the_order_and_number_of_words() -> None:
    assert key_of("sales of glass jars", "Austria") == key_of("glass jar sales", "Austria")
    assert key_of("glass jar sales", "Austria") != key_of("glass jar sales", "Spain")
    assert key_of("Austria glass jar sales", "Austria") == key_of("glass jar sales", "Austria")


_LOOSE = """of which that those who where there ahead followed by up down per every as in being is 5% EUR_3 12_MW and or , ;
: another the respectively it they largest The with at kilns Vetro sold rose"""
_PIECES = st.sampled_from(_LOOSE.split())


@given(st.lists(_PIECES, max_size=14), st.lists(_PIECES, max_size=14))
def test_any_order_of_words_is_named_without_an_error(first: list[str], second: list[str]) -> None:
    topic = Topic(heading="Jars", about="Glass")
    for words in (first, second):
        sentence = " ".join(words).replace("_", " ")
        quantities = find_quantities(sentence)
        names, topic = name_numbers(sentence, quantities, find_periods(sentence), topic)
        assert len(names) == len(quantities)
        assert all(name.metric for name in names)


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_is_named_without_an_error(sentence: str, heading: str) -> None:
    quantities = find_quantities(sentence)
    names, _ = name_numbers(sentence, quantities, find_periods(sentence), Topic(heading=heading, about=heading))
    assert len(names) == len(quantities)
    assert all(name.metric for name in names)


@pytest.mark.parametrize("piece", ["5% and ", "5%, ", "in 2024 ", "growth of ", "5% 分别为", "占5%，", "2024年5亿元、"])
def test_a_sentence_without_an_end_is_read_in_pieces(piece: str) -> None:
    longest = max(end - start for start, end in sentences(piece * 5000))
    assert longest <= 1500


def test_a_name_that_ends_in_many_verbs_is_cut_in_no_time() -> None:
    assert clean("升至" * 400 + "台") == "升至" * 400 + "台"


@pytest.mark.parametrize("verb", ["足以", "仍", "能够", "可", "可以", "意味着", "来自", "高于", "低于", "相当于"])
def test_a_name_behind_its_number_ends_before_what_is_said_of_it(verb: str) -> None:
    assert own(f"2024年末98.4万吨的名义产能{verb}覆盖需求。") == ["名义产能"]


def test_a_name_behind_its_number_goes_on_from_the_one_before() -> None:
    assert own("供给侧，2024年末98.4万立方米的名义产能足以覆盖需求。") == ["供给侧名义产能"]

"""The words of the grammar: scales, classifiers, comparators, verbs of change, cues of forecast.

Tables only. Currencies and units have their own modules; how words combine is the business of the grammar.
"""

from __future__ import annotations

from decimal import Decimal

from wpextract.quantities.model import Comparator

# ---------------------------------------------------------------- English numbers
UNITS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES: dict[str, Decimal] = {
    "hundred": Decimal(100),
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
    "quadrillion": Decimal(10) ** 15,
    "lakh": Decimal(10) ** 5,
    "crore": Decimal(10) ** 7,
    "dozen": Decimal(12),
}
SCALES.update({name + "s": value for name, value in tuple(SCALES.items())})
# Abbreviations in any case, and those whose case tells them from a unit.
SCALE_SHORT: dict[str, Decimal] = {
    "mn": SCALES["million"],
    "mln": SCALES["million"],
    "mio": SCALES["million"],
    "mm": SCALES["million"],
    "bn": SCALES["billion"],
    "bln": SCALES["billion"],
    "tn": SCALES["trillion"],
    "trn": SCALES["trillion"],
    "k": SCALES["thousand"],
}
SCALE_CAPITAL: dict[str, Decimal] = {
    "K": SCALES["thousand"],
    "M": SCALES["million"],
    "MM": SCALES["million"],
    "B": SCALES["billion"],
    "T": SCALES["trillion"],
    "MN": SCALES["million"],
    "BN": SCALES["billion"],
}
SCALE_MONEY: dict[str, Decimal] = {"m": SCALES["million"], "b": SCALES["billion"], "t": SCALES["trillion"]}
PEOPLE: frozenset[str] = frozenset(  # and their accounts: what is counted in millions and never measured in metres
    """users people customers subscribers members households passengers visitors patients students learners workers
    employees drivers farmers shoppers travellers adults accounts wallets subscriptions downloads cardholders
    consumers residents viewers readers players followers borrowers depositors policyholders""".split()  # noqa: SIM905
)
FRACTIONS: dict[str, int] = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100, "hundredths": 100,
    "thousandth": 1000,
}  # fmt: skip
ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
VULGAR: dict[str, tuple[int, int]] = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip

# ---------------------------------------------------------------- Chinese numerals
HAN_DIGITS: dict[str, int] = {
    "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叄": 3, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "○": 0,
}  # fmt: skip
HAN_UNITS: dict[str, int] = {
    "十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12,
    "廿": 20,
}  # fmt: skip
HAN_NUMERAL = frozenset(HAN_DIGITS) | (frozenset(HAN_UNITS) - {"廿"})
# Digits of cheques are ordinary words unless a unit of number stands beside them.
HAN_FORMAL_ONLY = frozenset("伍陆肆拾玖柒捌○")
# Words that begin with or contain a numeral and are no numbers.
HAN_PLAIN_WORDS = """
一般 一些 一定 一直 一旦 一样 一起 一致 一体 一系列 一方面 一步 一边 一线 一流 一站式 一带一路 一是 二是 三是
四是 五是 六是 一度 一批 一部分 一代 一手 一道 一律 一并 一时 一共 一切 一贯 一经 一跃 一举 一面 一向 一再 一同
一揽子 一次性 一方 一点 一位 一种 一个 一家 一项 一场 一款 一类 一套 一年 一季度 统一 唯一 单一 万一 进一步 第一
第二 第三 第四 第五 第六 第七 第八 第九 第十 同一 任一 专一 逐一 每一 这一 某一 另一 下一 新一代 下一代 一体化
十分 十足 四川 三星 九江 百度 百姓 百科 百货 千问 千方百计 千家万户 千行百业 万科 万物 万能 万达 万众 万里 亿万
三亚 三峡 三农 三维 一维 四维 五角大楼 五角大厦 长三角 珠三角 三角洲 三角形 一大批 五金 百分比 百花 千禧 两者
两个 两种 两类 两岸 两化 两端 两侧 两方面 两地 二者 三者 二次 三次 双十一 三方 第三方 二手 三甲 四大 三大 两大
五大 六大 七大 八大 九大 十大 二级 三级 一级 四级 五级 九章 十四五 十三五 十五五 三四线 一二线 七夕 三产
二氧化碳 三氧化 四氧化 五粮液 六合 八戒 九州 百合 百联 百胜 千禾 万华 万向 万亿级 百亿级 千亿级 万级 百万级
千万级 亿级 十亿级 千级 百级 万卡级 千卡级 百卡级 万卡 千卡以下 千兆 万兆 百兆 队伍 退伍 伍仁 入伍 陆地 陆续
大陆 陆上 登陆 着陆 内陆 陆军 海陆空 陆路 水陆 收拾 拾取 拾起 朝花夕拾 肆无忌惮 放肆 肆意 玖富 九龙 八达 统一性
不一 一体机 一方面 不三不四 三番五次 千瓦级 兆瓦级 吉瓦级 三明 三亚市 六安 九寨 五常 万宁 万州 百色 一汽 二汽
三一重工 三七互娱 一览 一夜 四周 二元 三元 一元化 四通 五道口 一心 一新 一图 一网 一老一小 一图读懂 半年 万元户 十堰
一国两制 千万别 五角大厦 长三角 珠三角 三角洲 三角形 一大批
""".split()  # noqa: SIM905
# A few of the words above are numbers in a bare list of numerals ("一点一一", "十一"), where the grammar asks again.
HAN_CLASSIFIERS = """
家 个 座 台 片 人 次 项 款 件 辆 户 所 条 种 只 套 部 名 位 张 起 例 类 艘 架 颗 枚 栋 处 间 篇 份 支 批 笔 宗
场 册 本 把 株 头 口 卡 架次 人次 双 对 门 层 级 根 块屏 群 单 封 期 轮 站 店 机柜 机架 颗星 届 城 国 省 市 县
区 国家 城市 企业 字 词 场次
""".split()  # noqa: SIM905

# ---------------------------------------------------------------- comparators
LEFT_COMPARATORS: dict[str, Comparator] = {}
for _comparator, _phrases in {
    ">": """over / exceed / exceeds / exceeded / exceeding / surpass / surpasses / surpassed / surpassing / more than
        / greater than / higher than / larger than / bigger than / above / beyond / topped / topping / in excess of
        / upwards of / north of / crossed / crossing / broke through / breaking through / better than / longer than
        / pass / passes / passed / passing / past / should top / will top / would top / could top / may top / to top / tops
        / crosses / will cross / should cross / would cross / could cross / may cross / to cross / break through
        / breaks through / broken through / cleared / will clear / should clear
        / breaches / breached / breaching / outstripped / outstripping
        / in excess / > / outnumber / excess of / fewer not than / superior to""",
    "=": """spread over / distributed over / stretched over / averaged over / paid over / turn over / turns over
        / turned over / turning over / take over / takes over / took over / taken over / carry over / carried over
        / hand over / handed over""",
    ">=": """at least / no less than / not less than / no fewer than / not fewer than / minimum of / a minimum of
        / more than or equal to / greater than or equal to / larger than or equal to / greater or equal than
        / bigger or equal than / higher or equal than / larger or equal than / more or equal than / equal to or more than
        / equal to or greater than / at least or equal to / >= / > = / ≥ / ≧ / not lower than / no lower than / not below
        / greater or equal to / higher or equal to / more or equal to / equal or more than / equal or greater than
        / greater than or equals / no smaller than / not smaller than / at the very least / => / equal to or above
        / bigger than or equal to / higher than or equal to / not under / equal or above""",
    "<": """less than / fewer than / lower than / smaller than / below / under / < / short of / shorter than
        / just under / shy of / inferior to""",
    "<=": """at most / up to / no more than / not more than / not exceeding / no greater than / no higher than
        / not higher than / maximum of / a maximum of / as much as / as many as / less than or equal to
        / less or equal than / lower or equal than / smaller or equal than / smaller than or equal to / <= / < = / ≤ / ≦
        / fewer than or equal to / equal to or less than / lower than or equal to / less or equal to / =<
        / lower or equal to / not to exceed / no larger than / not greater than / not over / at the most
        / equal or less than / equal to or below / not above / capped at / not larger than / not bigger than
        / no bigger than / equal to or fewer than / does not exceed / did not exceed / smaller or equal to""",
    "~": """about / approximately / around / roughly / nearly / almost / approach / approaches / approached
        / approaching / close to / some / circa / approx / approx . / ca . / ~ / ≈ / an estimated / estimated / estimated at / estimated to be
        / near / nearing / near to / an average of about / on the order of / in the order of / somewhere around
        / closer to / virtually""",
}.items():
    for _phrase in _phrases.split("/") if _comparator not in (">=", "<=", "~") else _phrases.split(" / "):
        LEFT_COMPARATORS[" ".join(_phrase.split())] = _comparator  # type: ignore[assignment]
for _comparator, _phrases in {
    ">": """超过 超过了 超出 超 突破 突破了 逾 将突破 高于 大于 多于 高过 超越 跨越 已超 已超过 将超 将超过 胜过 站上 越过 迈过 刚过 刚超
        大過 冲破 超逾 已过 跨过""",
    ">=": """不低于 不少于 至少 至少有 至少是 不小于 最少 最少有 大于等于 大于或等于 大于或者等于 不下于 不下 起码 最低 至少为
        高于等于 高于或等于 多于等于 多于或等于 不短于""",
    "<": "不足 不到 低于 少于 小于 未满 不满 未达 未达到 低過 少過 小過 未足 不及",
    "<=": """不超过 不高于 不大于 不多于 最多 最多有 至多 最高 最高达 小于等于 小于或等于 小于或者等于 不超 不逾 上限 上限为 未超过 少于等于
        少于或等于 低于等于 低于或等于 不长于""",
    "~": """约 大约 约为 约合 约占 约有 约达 近 将接近 将近 接近 接近于 直逼 大概 大概有 大概是 逼近 趋近 差不多 几乎 左右约 约莫 估计约 大致 仅约 近乎
        已近 已约 大约有 大约是 约等于 濒临 临近""",
}.items():
    for _phrase in _phrases.split():
        LEFT_COMPARATORS[_phrase] = _comparator  # type: ignore[assignment]
RIGHT_COMPARATORS: dict[str, Comparator] = {
    "or more": ">=",
    "and more": ">=",
    "or above": ">=",
    "and above": ">=",
    "or over": ">=",
    "and over": ">=",
    "or greater": ">=",
    "or higher": ">=",
    "or greater than": ">=",
    "or more than": ">=",
    "or better": ">=",
    "and up": ">=",
    "and upwards": ">=",
    "or larger": ">=",
    "or bigger": ">=",
    "or equal": "=",
    "or equal to": "=",
    "plus": ">=",
    "+": ">=",
    "or less": "<=",
    "and less": "<=",
    "or fewer": "<=",
    "or lower": "<=",
    "or below": "<=",
    "and below": "<=",
    "or under": "<=",
    "or smaller": "<=",
    "or less than": "<=",
    "or so": "~",
    "or thereabouts": "~",
    "approximately": "~",
    "以上": ">",
    "及以上": ">=",
    "或以上": ">=",
    "及其以上": ">=",
    "之上": ">",
    "以下": "<",
    "及以下": "<=",
    "或以下": "<=",
    "之下": "<",
    "以内": "<=",
    "之内": "<=",
    "多": ">",
    "余": ">",
    "有余": ">",
    "多个": ">",
    "开外": ">",
    "左右": "~",
    "上下": "~",
    "前后": "~",
    "靠拢": "~",
    "上下浮动": "~",
    "出头": ">",
    "不到": "<",
    "起": ">=",
}
del RIGHT_COMPARATORS["approximately"], RIGHT_COMPARATORS["起"], RIGHT_COMPARATORS["不到"]
# Words that may stand between a comparator and its number.
BETWEEN_COMPARATOR = frozenset(
    {
        *("a", "an", "total", "of", "combined", "only", "just", "±"),
        *("了", "是", "有", "为", "达", "达到", "的", "已", "还要", "还需", "还有", "需要"),
    }
)

# ---------------------------------------------------------------- change
UP_WORDS = frozenset(
    """
    rise rises rose risen rising grow grows grew grown growing growth increase increases increased increasing climb
    climbed climbs climbing jump jumped jumps jumping surge surged surges surging soar soared gain gained gains up
    higher expand expanded expanding expands expansion improve improved improves improving improvement add added
    adds more accelerate accelerated above rebound rebounded advance advanced uplift upside rises skyrocketed
    swelled ahead
    """.split()  # noqa: SIM905
)
DOWN_WORDS = frozenset(
    """
    fall falls fell fallen falling decline declines declined declining decrease decreases decreased decreasing drop
    drops dropped dropping down lower reduce reduced reduces reducing reduction shrink shrank shrunk shrinking
    contract contracted slide slid slip slipped plunge plunged tumble tumbled sink sank less lost lose losing cut
    cuts cutting fewer loss weakened below slump slumped contraction shed receded recedes ceded conceded
    """.split()  # noqa: SIM905
)
CHANGE_WORDS = (UP_WORDS | DOWN_WORDS | frozenset(
    """
    narrow narrowed narrowing narrows widen widened widening slow slowed slowing slows move moved moves went go goes
    change changed changes changing shift shifted raised raise raises lifted lift boost boosted brought bring
    lowered evolve evolved movement path swing pass passing
    """.split()  # noqa: SIM905
)) - {"above", "below", "more", "less", "fewer", "ahead", "higher", "lower"}  # fmt: skip
HAN_UP = frozenset(
    """
    增长 增加 增长了 增加了 提高 提高了 提升 提升了 上升 上升了 上涨 上涨了 扩大 扩大了 增 升 涨 增幅 涨幅 增幅为
    涨幅为 净增 增至 升至 升高 高出 多出 回升 上浮 攀升 飙升 激增 上调 增速 增速为 增速达 增速达到 增幅达 涨幅达
    增长率 增长率为 增长率达
    """.split()  # noqa: SIM905
)
HAN_DOWN = frozenset(
    """
    下降 下降了 减少 减少了 降低 降低了 下跌 下跌了 下滑 下滑了 回落 回落了 缩减 收窄 收缩 萎缩 降幅 跌幅 降幅为
    跌幅为 降 跌 减 降至 下调 累计下降 走低 锐减 骤降 缩小 缩水 降幅达 跌幅达 拖累
    """.split()  # noqa: SIM905
)
HAN_CHANGE = HAN_UP | HAN_DOWN | frozenset({"放缓", "变为", "变化", "转为", "调整"})

# ---------------------------------------------------------------- forecast
FORECAST_WORDS = frozenset(
    """
    projected project projects projecting projection projections forecast forecasts forecasted forecasting expected
    expect expects expecting anticipated anticipate anticipates predicted predict predicts prediction will likely
    may might should could would poised outlook foresee foresees foreseen target targets targeted aims
    """.split()  # noqa: SIM905
)
FORECAST_PHRASES = (
    "set to",
    "on track to",
    "going to",
    "is needed",
    "are needed",
    "is required to",
    "by then",
    "room to",
    "within reach",
    "by the end of the decade",
)
HAN_FORECAST = (
    "预计", "预测", "有望", "预期", "料将", "或将", "可望", "预估", "展望", "未来", "目标", "力争", "规划", "将达", "将升", "将超", "将增",
    "将突破", "将为", "将由", "将在", "将保持", "将会", "将进一步", "将接近", "将近于", "将维持", "将降", "将下降", "将上升", "将提高", "将占",
    "将以", "将逐步", "将有", "将扩", "将迎来", "将实现", "将从", "将继续", "将新增", "将形成", "将成为", "将突", "将翻", "可下降", "可提高",
    "可增加", "可达", "可降", "若", "将",
)  # fmt: skip

# ---------------------------------------------------------------- nouns
# No counted noun lies beyond one of these.
NOUN_STOPS = frozenset(
    """
    of in on for and or to by with from as at is are was were be been being have has had will would per than that
    which who whose compared against versus vs while but nor so if when where after before during between among
    across since until through throughout under over above below into onto out up down about around the a an this
    these those its their his her our your my it they we he she you not no only also now then there can could may
    might should must do does did under within without because although respectively including include includes
    """.split()  # noqa: SIM905
)
IRREGULAR_PLURALS = frozenset(
    {"people", "men", "women", "children", "staff", "personnel", "aircraft", "police", "feet", "mice"}
)


def is_plural(low: str) -> bool:
    """Does a lower-case word look like a plural (cows, people; not gas, status, analysis)?"""
    return low in IRREGULAR_PLURALS or (low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is")))


# Words before a bare number that make it a reference.
REFERENCE_WORDS = frozenset(
    """
    figure figures fig table tables chart charts exhibit exhibits page pages p pp chapter chapters section sections
    appendix annex article clause note notes footnote footnotes step item line lines row column volume vol issue paragraph
    part box panel slide equation eq no number nos version release build patch ref doi isbn issn level tier scope
    phase stage grade class type category group act rule schedule form block room floor suite unit building street
    avenue road gate windows office web industry mark series model gen generation wave
    """.split()  # noqa: SIM905
) - {"number", "class", "group", "level", "stage", "unit", "line", "lines", "series", "model", "part", "mark"}  # fmt: skip
HAN_REFERENCE = ("图表", "图", "表", "第", "附件", "附录", "注", "页", "章", "节", "条款", "编号", "文号", "版本")
MULTIPLE_VERBS: dict[str, tuple[str, str]] = {
    "doubled": ("2", "up"), "doubling": ("2", "up"), "doubles": ("2", "up"), "tripled": ("3", "up"),
    "tripling": ("3", "up"), "triples": ("3", "up"), "trebled": ("3", "up"), "trebling": ("3", "up"),
    "quadrupled": ("4", "up"), "quadrupling": ("4", "up"), "quadruples": ("4", "up"), "quintupled": ("5", "up"),
    "halved": ("0.5", "down"), "halving": ("0.5", "down"), "halves": ("0.5", "down"),
}  # fmt: skip
MULTIPLE_INFINITIVES: dict[str, tuple[str, str]] = {
    "double": ("2", "up"), "triple": ("3", "up"), "treble": ("3", "up"), "quadruple": ("4", "up"), "halve": ("0.5", "down"),
}  # fmt: skip
FOLD_WORDS: dict[str, int] = {
    name + "fold": value
    for name, value in (*UNITS.items(), *TENS.items(), ("hundred", 100), ("thousand", 1000))
    if value > 1
}
HAN_MULTIPLES: dict[str, tuple[str, str]] = {
    "翻番": ("2", "up"), "翻一番": ("2", "up"), "翻了一番": ("2", "up"), "翻倍": ("2", "up"), "翻两番": ("4", "up"),
    "翻了两番": ("4", "up"), "翻三番": ("8", "up"), "翻了三番": ("8", "up"), "翻一倍": ("2", "up"), "倍增": ("2", "up"), "减半": ("0.5", "down"),
    "腰斩": ("0.5", "down"), "翻了一倍": ("2", "up"), "成倍增长": ("2", "up"),
}  # fmt: skip
del HAN_MULTIPLES["成倍增长"], HAN_MULTIPLES["倍增"]

# ---------------------------------------------------------------- calendar
MONTHS: dict[str, int] = {}
for _index, _name in enumerate(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    start=1,  # noqa: SIM905
):
    MONTHS[_name] = _index
    MONTHS[_name[:3]] = _index
MONTHS["sept"] = 9

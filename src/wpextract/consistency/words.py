"""The words of the field: what makes a number a growth rate, a share, a total or a superlative, in English and Chinese.

Also cuts texts into comparable tokens: stems of English words, pairs of Chinese characters, and one token for terms of
the trade that both languages use, so that an English summary can meet its Chinese chapter. No grammar of numbers here
(that is `quantities`) and no decision (that is `linking`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from wpextract.facts.geography import in_one_name

_STOP = frozenset(
    re.split(
        r"\s+",
        """a an the of in on at by to for from and or as is are was were be been being it its this that these those
        with which who than into over under about approximately around nearly almost more less most
        least up down per each all both while where their there they has have had will would should may
        can could also not no only unit units number year years end half quarter first second e
        respectively total together combined reached reach stood came expected projected forecast value
        values s we our us he she but then so such between among against since during after before
        million billion trillion thousand hundred percent pct yoy ons rose rise grew grow growth increase
        decrease rate share accounted accounting compound annual average country nation nationwide""",
    )
)
_CAPTION = re.compile(r"^\s*(?:图表?|表|figure|fig\.?|chart|table|exhibit)\s*[\d一二三四五六七八九十]+", re.IGNORECASE)
_CJK_STOP = re.compile(
    r"全部|所有|各地区?|平均|截至|年末|年底|以及|其中|分别|达到|约为|同比|环比|增长|增速|下降|占比|占|比重|份额|合计|预计|将|为|的|与|和|及|在|由|至|较|上年|"
    r"[每单](?:只|台|户|人|件|辆|家|座|位|套|个|张|吨|头|架|次)|年均|[月日]均|亿元|万元|亿美元|美元|人民币|上半年|下半年|季度|年|月|日|单位|约|超过|超|达|升至|降至|是|倍|个百分点|规模"
)
TERMS = {  # terms of the trade that both languages use
    "市场": "market", "全球": "global", "世界": "global", "中国": "china", "全国": "nationwide", "国内": "domestic", "国产": "domestic",
    "进出口": "trade", "出口": "export", "进口": "import", "投资": "investment", "融资": "financing", "收入": "revenue", "营收": "revenue",
    "利润": "profit", "成本": "cost", "企业": "company", "公司": "company", "用户": "user", "技术": "technology",
    "服务": "service", "设备": "equipment", "芯片": "chip", "服务器": "server", "算力": "computing", "智能": "intelligent",
    "人工智能": "ai", "出货": "shipment", "销售": "sales", "消费": "consumption", "花费": "consumption", "生产": "production", "产能": "capacity",
    "支出": "spending", "资本": "capital", "贸易": "trade", "逆差": "deficit", "顺差": "surplus", "供给": "supply",
    "需求": "demand", "价格": "price", "数量": "quantity", "行业": "industry", "产业": "industry",
    "基础设施": "infrastructure", "模型": "model", "能源": "energy", "电力": "electric", "电动": "electric",
    "汽车": "vehicle", "充电": "charging", "医疗": "healthcare", "药物": "drug", "金融": "financial", "零售": "retail",
    "物流": "logistics", "农业": "agriculture", "制造": "manufacturing", "机器人": "robot", "电池": "battery",
    "储能": "storage", "光伏": "photovoltaic", "风电": "wind", "样本": "sample", "区域": "region", "城市": "city",
    "北美": "northamerica", "欧洲": "europe", "亚太": "apac", "赤字": "deficit", "份额": "share", "渗透率": "penetration",
    "软件": "software", "硬件": "hardware", "数据": "data", "利用率": "utilisation", "容量": "capacity", "产量": "output",
    "车辆": "vehicle", "订单": "order", "客户": "client", "员工": "employee", "项目": "project", "专利": "patent",
    "仓库": "warehouse", "冷库": "cold", "冷藏": "refrigerated", "冷链": "cold", "运输": "transport", "食品": "food",
    "药品": "medicine", "医药": "medicine", "疫苗": "vaccine", "铁路": "railway", "港口": "port", "航空": "aviation",
    "煤炭": "coal", "石油": "oil", "天然气": "gas", "钢铁": "steel", "排放": "emission", "保险": "insurance",
    "银行": "bank", "贷款": "loan", "教育": "education", "学生": "student", "旅游": "tourism", "广告": "advertising",
    "游戏": "game", "手机": "phone", "半导体": "semiconductor", "家庭": "household", "渠道": "channel",
    "会员": "member", "门店": "store", "合同": "contract", "空置率": "vacancy", "租金": "rent", "面积": "area",
}  # fmt: skip
SAME = {  # stems that reports use for one another
    stem: group[0]
    for group in (
        ("financ", "invest", "investor", "fund", "capital", "rais"),
        ("revenu", "sal", "sale", "turnov"),
        ("client", "custom", "buy", "buyer"),
        ("utilis", "utiliz"),
        ("household", "famil", "home"),
    )
    for stem in group
}
_TERM = re.compile("|".join(sorted(map(re.escape, TERMS), key=len, reverse=True)))
_WORD = re.compile(r"[a-z][a-z&'’\-]*|[一-鿿]+|\d+(?:\.\d+)?", re.IGNORECASE)
# those who make, sell or run things go by many names, which are no names of making and running
_FIRM = re.compile(
    r"\b(?:companies|enterprises?|firms?|makers?|vendors?|suppliers?|manufacturers?|operators?|producers?|providers?)\b"
)
_VOLUME = re.compile(r"\bunit sales\b|\bsales volumes?\b|\bunits sold\b|销售?量")  # not what sales bring in
_ENDINGS = (
    "ational",
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ies",
    "ers",
    "ed",
    "es",
    "er",
    "ly",
    "y",
    "s",
    "e",
)


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Compatibility form in lower case, runs of space as one."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).lower()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """An English word without its commonest endings, at least four letters kept."""
    word = word.replace("’", "'").removesuffix("'s").replace("-", "")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=50_000)
def tokens(text: str) -> frozenset[str]:
    """The comparable content of a text: English stems, Chinese character pairs, shared terms; no numbers, no filler."""
    return frozenset(SAME.get(t, t) for t in _content(_CAPTION.sub("", text)))


@lru_cache(maxsize=50_000)
def _content(text: str) -> frozenset[str]:
    found: set[str] = set()
    text = _FIRM.sub("company", _VOLUME.sub("unitsales", plain(in_one_name(text[:4000]))))
    for run in _WORD.findall(text):
        if run[0].isdigit():
            continue
        if "一" <= run[0] <= "鿿":
            found.update(stem(TERMS[m.group(0)]) for m in _TERM.finditer(run))
            rest = _TERM.sub(" ", run)
            for piece in _CJK_STOP.sub(" ", rest).split():
                found.update(piece[i : i + 2] for i in range(max(1, len(piece) - 1)))
        elif run not in _STOP and len(run) > 1:
            parts = [p for p in run.split("-") if len(p) > 1 and p not in _STOP] if "-" in run else [run]
            found.update(stem(p) for p in parts)
    return frozenset(found)


_NUMBERED = re.compile(
    r"\b(?:[A-Z]{1,3}-?\d{1,4}|[A-Z]|[IVX]{1,4}|\d{1,3})\b(?!\s*(?:%|[kKmMgGtT]?[Ww]h?\b|[.,]?\d))|[一二三四五六七八九十](?=期|号|档|级|类|线|阶段)"
)


@lru_cache(maxsize=20_000)
def designators(name: str) -> frozenset[str]:
    """What tells things of one name apart: "Terminal 3", "Phase II", "Zone B", "二期"."""
    return frozenset(_NUMBERED.findall(name[:400]))


@lru_cache(maxsize=20_000)
def label_tokens(text: str) -> frozenset[str]:
    """The tokens that tell one row, series or slice from its neighbours; numbers count ("60-120 kW")."""
    text = in_digits(text)
    numbers = {n.rstrip("0").rstrip(".") if "." in n else n for n in re.findall(r"\d+(?:\.\d+)?", plain(text))}
    return _content(text) | frozenset(f"#{n}" for n in numbers)


# "four hours" in a text is "4 hours" at a row; one of something is no number
_COUNTED = re.compile(
    r"\b(?:one(?=[ -](?:hour|day|week|month|year|minute|bed)s?\b)|two|three|four|five|six|seven|eight|nine|ten)\b[ -]?(?=[a-z])",
    re.IGNORECASE,
)


def in_digits(text: str) -> str:
    """`text` with what it counts in words in digits: "four hours" -> "4 hours"."""
    return _COUNTED.sub(lambda m: f"{number_of(m.group().strip(' -'))} ", text)


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


LIMITS = ("<", "<=", ">", ">=")  # comparators of a stated limit
CAGR = _any(
    r"cagr", r"复合(?:年|增|平均|率)|年复合", r"年均(?:仅|只|约|则|也)?(?:增|递[增减]|下降|降|跌|回落|萎缩)", r"每年(?:复合)?(?:增长|递增|下降)",
    r"\bcompound(?:ed|ing)?(?:\s*$|,?\s+(?:annual|average|growth|rate|yearly|of|at|by|from|between|over|in|basis|\d))",
    r"年均复合", r"annuali[sz]ed", r"(?:average|mean) annual (?:growth|rate|change|increase|decrease|decline)",
    r"\bannual (?:growth )?rate\b",
    r"\ba rate of [^.;]{0,20}(?:a|per) year\b", r"\bon an annual(?:i[sz]ed)? basis\b",
    r",\s*an average growth(?: rate)? of\b", r"\bannual average (?:growth |rate )?of\b", r"\bon average (?:each|every|per|a) year\b",
)  # fmt: skip
GROWTH = _any(
    r"\bgr[eo]w(?:s|n|ing|th)?\b(?!-| (?:funds?|capital|equity|investors?|stage|rounds?)\b)", r"\bincreas\w*",
    r"(?<!ave )(?<!iven )(?<!ake )(?<!akes )(?<!aking )(?<!ook )(?<!ade )(?<!unner-)\bup\b(?! to\b)", r"\brose\b", r"\bris(?:e|es|ing|en)\b",
    r"\bclimb\w*", r"\bexpan(?:d|s)\w*", r"\bjump\w*", r"\bsurg\w*", r"\bsoar\w*", r"\b(?:leap|leapt|swell|swoll|vault|inch|creep|crept|edg)(?:s|ed|en|ing)?\b",
    r"\b(?:slump|tumbl|plung|slid|sagg|eas)(?:e|es|ed|s|ing|led|les)?\b", r"\badvanc(?:e|ed|es)\b",
    r"\bgain\w*", r"\bhigher\b", r"\byoy\b", r"y/y", r"year[- ]on[- ]year", r"year[- ]over[- ]year", r"\bdeclin\w*",
    r"\bfell\b", r"\bfall(?:s|en|ing)?\b", r"\bdrop\w*", r"\bdown\b", r"\bdecreas\w*", r"\bshr[aiu]nk\w*",
    r"\bcontract(?:ed|ion)\b", r"\bto contract\b", r"\blower\b", r"\ba (?:\w+ )?(?:reduction|saving|plus|minus) of\b", r"\brecover(?:y|ed)\b",
    r"\b(?:rebound|upturn|upswing)\w*", r"\babove (?:19|20)\d\d", r"\bmore than (?:in )?(?:19|20)\d\d",
    r"\bmore than (?:in|that|a year)\b", r"同比", r"环比", r"增长", r"增速", r"增幅", r"上升", r"上涨", r"下降",
    r"降幅", r"下滑", r"减少", r"跌(?!倒)", r"回落", r"提升", r"增加", r"[升涨跌减]幅",
)  # fmt: skip
DECLINE = _any(
    r"\bdeclin\w*", r"\bfell\b", r"\bfall(?:s|en|ing)?\b", r"\bdrop\w*", r"(?<!slow )(?<!slowed )(?<!slowing )\bdown\b", r"\bdecreas\w*",
    r"\bshr[aiu]nk\w*", r"\bcontract(?:ed|ion)\b", r"\b(?:lower|cheaper|shorter)\b", r"\breduc\w*", r"\bsavings? of\b",
    r"\bg[ai]ve(?:n|s)? up\b", r"\breced(?:e[sd]?|ing)\b", r"\ba (?:\w+ )?minus of\b",
    r"\b(?:slump|tumbl|plung|dwindl|disappear|vanish|erod|melt(?=ed|ing)|retreat|collaps|slid|slipp|sagg|eas(?=e[ds]?\b|ing\b))\w*",
    r"下降", r"降幅", r"下滑", r"减少",
    r"跌(?!倒)", r"回落", r"降低", r"缩",
)  # fmt: skip
IMPROVED = _any(r"\bimprov\w*", r"\bbetter\b", r"改善", r"好转")  # of costs and delays that is a fall
LIMITED = re.compile(
    r"\b(?:no|none|never|nowhere)\b[^.;,]{0,40}\b(?:below|under|less than|above|over|more than|exceed\w*)(?: the)?\s*$"
    r"|(?:均|都|始终|从)?(?:未|不)曾?(?:低于|高于|超过|跌破)\s*$",
    re.IGNORECASE,
)  # "no year stayed below 29%" limits a rate and is none
YEAR_ON_YEAR = _any(
    r"\byoy\b", r"year[- ]on[- ]year", r"year[- ]over[- ]year", r"同比", r"较上年", r"比上年", r"previous year",
    r"year before", r"\bon (?:the|a) year\b",
)  # fmt: skip
# opens a sentence that says of the figures of the one before what they come to
SUMS_UP_BEFORE = _any(
    r"^\W*(?:this|that|it|these|the (?:rise|increase|gain|growth|drop|decline|fall|decrease|reduction))\b.{0,20}?"
    r"\b(?:represent|correspond|equal|equivalent|mean|amount|impl|translate|work)\w*", r"^\W*这?(?:相当于|意味着|即|折合)",
    r"^\W*(?:this|that|it|these|they)\b.{0,60}\b(?:over|in|within|during) (?:the|this|that|these|those) (?:period|time|years|span)\b",
    r"^\W*(?:这)?期间[^。；]*(?:倍|翻)",
    r"\b(?:its|their|the) (?:former|earlier|previous|original|initial|old) (?:level|size|number|value|figure|volume)\b",
)  # fmt: skip
YEAR_AFTER = _any(r"\bthe (?:year after|following year|next year)\b", r"次年", r"翌年", r"第二年")
QUARTER_ON_QUARTER = _any(r"环比", r"quarter[- ]on[- ]quarter", r"\bqoq\b", r"month[- ]on[- ]month", r"\bmom\b")
SHARE = _any(
    r"\bshares?\b", r"\bweight in\b", r"\baccount\w*", r"\bheld\b", r"\bholds?\b", r"\bholding\b", r"\btook\b", r"\btak(?:es?|ing) up\b", r"\bmade up\b",
    r"\bmakes? up\b", r"\bcompris\w*", r"\brepresent\w*", r"\bproportion",
    r"\bof (?:the )?(?:total|global|national|world|all)\b", r"\bcontribut\w*", r"\bcaptur\w*", r"\bor\b(?! by)",
    r"\bequal to\b", r"\bequivalent to\b", r"\bmargin", r"\bsuppl(?:y|ies|ied)\b", r"\bof which\b", r"占", r"[里中]有", r"份额", r"比重", r"占比",
    r"比例", r"相当于", r"率", r"贡献",
)  # fmt: skip
WHICH_IS = re.compile(
    r",\s*(?:which|that) (?:is|was|makes|made|means|meant)(?: (?:about|around|nearly|some))?\s*$", re.IGNORECASE
)
SHARE_LABEL = _any(
    r"share", r"proportion", r"composition", r"structure", r"mix", r"distribution", r"breakdown", r"split", r"占比",
    r"份额", r"比重", r"构成", r"结构", r"分布",
)  # fmt: skip
GROWTH_LABEL = _any(
    r"growth(?!-stage| (?:funds?|capital|equity|investors?|stage|rounds?)\b)", r"yoy", r"y/y", r"year[- ]on[- ]year", r"change", r"increase",
    r"同比", r"增速", r"增长", r"增幅", r"环比",
)  # fmt: skip
FALL_LABEL = _any(
    r"\bdecline\b", r"\bdecrease\b", r"\breduction\b", r"\bfall\b", r"\bdrop\b", r"降幅", r"跌幅"
)  # told as its size
TOTAL_LABEL = _any(
    r"^(?:grand |sub-?)?totals?\b", r"\btotals?$", r"^sum$", r"^all\b", r"^overall\b", r"^world(?:wide)?$",
    r"^global$", r"^合计", r"合计$", r"^总计", r"^总额", r"^总量", r"^总", r"^小计", r"^全国$", r"^全球$", r"^整体",
)  # fmt: skip
_BARE_TOTAL = re.compile(
    r"(?:grand |sub-?)?totals?|sum|all|overall|world(?:wide)?|global|[合总小共]计|总[额量数体]|全国|全球|全部|整体",
    re.IGNORECASE,
)
REST_LABEL = _any(
    r"^(?:the )?next (?:ten|fifteen|twenty|\d+)\b(?! (?:year|month|week|day|quarter))",
    r"^(?:all )?(?:the )?others?\b",
    r"\bothers?$",
    r"^rest\b",
    r"remain",
    r"^其他",
    r"^其它",
    r"^其余",
)
SUM_WORDS = _any(
    r"\btogether\b", r"\bcombined\b", r"\bin total\b", r"\btotal(?:s|l?ing|l?ed)?\b", r"\bsum\b", r"\baltogether\b",
    r"\bjointly\b", r"\b(?:leading|top|first|largest|biggest) (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    r"\bthe (?:two|three|four|five|six|seven|eight|nine|ten) ", r"\bcumulat\w*", r"\boverall\b", r"\bacross\b",
    r"合计", r"总计", r"共计", r"累计", r"共", r"总", r"前[一二三四五六七八九十\d]+", r"两者", r"[三四五六]者",
)  # fmt: skip
JOINT = _any(
    r"(?<![联符适综结整混组配])合[两二三四五六七八九]",
    r"\btogether\b",
    r"\bcombined\b",
    r"\bjointly\b",
    r"\baltogether\b",
    r"合计",
    r"两者",
    r"之和",
    r"加在一起",
    r"加起来",
    r"总共",
)
LARGEST = _any(
    r"\b(?:largest|highest|biggest|most|greatest|top|(?<!\ba )leads?(?!-| times?\b| to\b)|(?-i:led)(?! by\b)|leading"
    r"|fastest|quickest|strongest|steepest|sharpest|deepest|best|dearest)\b",
    r"\branked? first\b", r"\bsets? the pace\b", r"\b(?:in|into|takes?|took|to) first place\b", r"\bthe first (?:category|place|rank|position)\b",
    r"\b(?:busiest|densest)\b", r"\bin front (?:with|at)\b", r"之最", r"拔得头筹",
    r"\bno (?:\w+ ){1,3}(?:fell|rose|grew|shrank|gained|lost|declined|climbed|dropped)\b[^.;,]{0,12}\bas \w+ as\b",
    r"\b(?:number one|peaks?|peaked|dominat\w*|record)\b", r"最大", r"最高", r"最多", r"最快", r"居首", r"之首",
    r"首位", r"第一", r"领先", r"榜首", r"峰值", r"最强", r"领跑",
    r"之冠", r"夺魁", r"魁首", r"头名", r"独占鳌头", r"最贵", r"最优", r"\b(?:costliest|widest|richest|longest|heaviest|hottest)\b",
    r"\b(?:faster|quicker|more|higher|larger|bigger) than any of\b", r"\bheads? the (?:list|table|ranking|field)\b", r"\btops? the (?:list|table|ranking)\b",
    r"\b(?:none|nobody)\b[^.;,]{0,40}\b(?:faster|quicker|more|higher|better) than\b",
    r"\b(?:faster|quicker|more|higher|larger|stronger|bigger) than (?:in |that of |those of |those in |[a-z]+ in )?any (?:of the )?others?\b",
    r"\bcrown\b", r"\boutpac\w+", r"\bfront[- ]?runner\b", r"\bnowhere (?:else )?[^.;]{0,12}\bas (?:many|much|high)\b",
    r"\bno (?:other )?\w+[^.;]{0,40}?\b(?:more|higher|larger|bigger|greater|faster|stronger)\b[^.;]{0,30}?\bthan\b",
)  # fmt: skip
SMALLEST = _any(
    r"\b(?:smallest|lowest|least|slowest|weakest|fewest|cheapest|bottom|closed the list|last place|(?:ranked|ranks|came|comes) last"
    r"|trough|loosest|(?:brought|brings) up the rear)\b", r"最小",
    r"最低", r"最少", r"最慢", r"末位", r"垫底", r"之末", r"末席", r"末尾", r"最弱", r"最差", r"最便宜", r"殿后",
    r"\b(?:slower|less|lower|smaller|weaker|fewer) than (?:in |that of |those of |those in |[a-z]+ in )?any (?:of the )?others?\b",
    r"\b(?:shortest|narrowest|thinnest|lightest|poorest|worst|feeblest)\b",
)  # fmt: skip
NOT_SUPERLATIVE = _any(
    r"\bone of the", r"among the (?:[a-z]+est|most|best|top|leading)\b", r"among the",
    r"\bnext[- ](?:largest|biggest|highest|most|fastest|lowest|smallest)", r"\bsecond[- ](?:largest|highest|biggest|fastest|lowest|smallest|placed)",
    r"\bthird[- ](?:largest|highest|fastest)", r"at (?:the )?(?:most|least|highest)", r"之一", r"第二", r"第三", r"[居列位][居列于]?次[席位]?",
    r"the (?:leading|top|largest) (?:two|three|four|five|six|seven|eight|nine|ten|\d+)",
    r"the (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:leading|top|largest|biggest)",
    r"前[一二三四五六七八九十\d]+", r"\bmost of\b", r"\b(?:since|as|because|while|where|when|by|and|but|whom) most [a-z]+",
    r"\bmost (?!expensive|numerous|populous|productive|profitable|valuable|abundant)[a-z]+(?:al|ic|ive|ed|ous|able|ible|ent|ant|ful|ile|ing"
    r"|ature|open|dense|plex|liquid|modern|rapid|diverse)\b",
    r"\bmost (?:often|[a-z]+ly)\b", r"\bmost,? from\s", r"\b(?:in|for|on|at|over) most\b", r"\bmost (?:years|firms|people|of)\b",
    r"\bmost (?:[\w-]+ )?\w+s (?:are|were|have|had|do|did|can|could|will|would|now)\b",
    r"\b(?:from|than|below|off|since|under) (?:the |its |their |that |an? )?(?:\d{4} )?(?:peak|record|high)\b",
    r"\bmost (?:important|prominent|likely|common)\b",
    r"leading (?:enterprises|companies|firms|provinces|vendors)",
    r"(?:达到?|触|创下?|见)?(?:峰值|高点|顶峰|顶点|纪录)之?后", r"\bafter (?:a |the |its |having )?(?:peak|record|high)\w*\b",
    r"[较比][^，。]{0,10}(?:峰值|高点|高峰|顶点)", r"[与和较距离跟][^，。]{0,4}(?:榜首|首位|第一名?|龙头|领先者|领头羊)[^，。]{0,6}(?:差|比)",
    r"\b(?:gap|distance|lead) (?:to|with|over|behind) the (?:leader|largest|first)\b",
    r"\b(?:least|most|fastest|slowest|largest|smallest|biggest|best|worst) (?:\w+ )?after\b",
    r"\b(?:once|formerly|long|until \w+) the [^,;.]{0,40}",
    r"\bbest (?:prospects?|chances?|conditions?|positioned|placed|known|suited)\b", r"\bleads? [^,.;|]{2,40} by\s*$",
    r"\b(?:previous|former|old|last|prior|earlier) (?:\w+ )?(?:peak|record|high|maximum)\b",
    r"\bsoon (?:be|become)\b[^.;]*|即将成为", r"\bon top of\b",
    r"最大的?(?:亮点|看点|变量|变数|挑战|瓶颈|难点|痛点|风险|特点|变化|短板|惊喜|阻力|障碍)",
    r"\b(?:biggest|greatest|largest|brightest|most) (?:surprise|challenge|risk|uncertainty|bright spot|obstacle|hurdle|bottleneck|unknown)s?\b",
)  # fmt: skip
INCREASE_BY = _any(
    r"increas\w* (?:of|by)", r"(?<!-)\bup\b", r"grew by", r"growth of", r"increases? of", r"rose by", r"增长了?", r"提高了",
    r"增加了", r"提升了", r"净增", r"新增",
)  # fmt: skip
# an amount by which something changed or differs: what stands before it, and what stands behind
BY_SO_MUCH = re.compile(
    r"(?:净增加?|(?<=[，,])增量|净流[入出]|[多少][进出增减]|再[降增减升]|增加|增长|减少|(?<![最至众许])多(?!达)出?|(?<![最至])少|(?<![最新])高(?!达)出?|(?<!最)低|添|下调|上调|提高|下降|降低|缩短|延长|便宜|贵|相差|[只仅]差|顺差|逆差"
    r"|差距为?|差额为?)(?:了|约|近|为|达|仅|只|有)*$"
    r"|\b(?:(?:rose|grew|increas\w+|fell|dropp\w+|declin\w+|shr[aiu]nk|widen\w*|narrow\w*|expand\w*|climb\w*)(?: by)?|(?:up|down|cut|ahead) by"
    r"|(?:outnumber|exceed|surpass|outstrip|outweigh|undercut|lead|led|trail|lag)\w*\b[^.,;]{0,40}\bby|net (?:gain|increase|addition) of"
    r"|(?:gap|difference|distance|surplus|deficit|increase|decrease|rise|fall|decline|drop|reduction"
    r"|savings?|discount|premium|spread|increment|shortfall|excess|headroom|net (?:\w+ )?(?:inflows?|outflows?|proceeds)) of"
    r"|gave up|gained|shed|put on|add(?:ed|s)|a further|an additional)\s*(?:about|nearly|some)?\s*(?:a net\s*)?$",
    re.IGNORECASE,
)
SO_MUCH_MORE = re.compile(
    r"\s*(?:(?!(?:with|of|in|at|by|has|had|have|and|is|are|was|were|be|been|remains?|stays?)\b)[a-z-]+ ){0,2}?"
    r"(?:(?:more|fewer|less|higher|lower|dearer|cheaper|older|younger|longer|shorter)(?: than\b(?! (?:half|twice))|\s*(?:[.,;]|$))"
    r"|short(?: of\b|\s*(?:[.,;]|$))|ahead of\b|above it\b|below it\b)",
    re.IGNORECASE,
)
RESPECTIVELY = _any(r"\brespectively\b", r"分别", r"依次", r"逐年")
TO = re.compile(r"(?:\b(?:to|from)(?: (?:about|around|nearly|over|some))?|至|到|达到?|为|由|从|自)\s*$", re.IGNORECASE)
SUPPOSED = re.compile(r"\b(?:an?|every|each|any)\s*$|每\s*$", re.IGNORECASE)
SUPPOSED_TO_BE = re.compile(  # a scenario tells another figure than the forecast on purpose
    r"\b(?:could|might|may) (?:only )?(?:be|reach|rise|fall|come|total|amount|grow|hit|exceed|drop|climb|double)\b[^.;]{0,40}$"
    r"|\b(?:requires?|required|obliges?|must|mandates?)\b[^.;]{0,60}$"
    r"|(?:或将|可能|或许|须|应当?|要求)[^，。；]{0,8}$",
    re.IGNORECASE,
)
PRONOUN = re.compile(
    r"(?:(?:[^,.]{0,30}|(?:having|although|though|despite|because)\b[^.;]{0,90}), )?"
    r"(?:(?:in|by|since|from|between|over|until|at|of|among)\b[^,.]{0,40}?\b)?"
    r"(?:(?:they|it|its|their|these|this|those|that)\b|the (?:segment|category|class|sector|group|company|firm|channel|technology)\b"
    r"(?! (?:of|for|in|with|that|which|as|aged|under|over)\b))"
    r"|(?:[^，。]{0,12}，)?(?:(?:19|20)\d\d年[^，]{0,6}[，,]?)?(?:其|它|这|该|此)",
    re.IGNORECASE,
)
# opens a sentence about the figures just told
TAKES_UP = re.compile(
    r"\W*(?:(?:the|that|this|their|its) (?:number|figure|total|count|amount|sum|value|volume|size|level|quantity)s?"
    r"|it|they|this|that)\b|这一|该|数量|规模|总量|其",
    re.IGNORECASE,
)
SCENARIO = _any(
    r"\b(?:in|under) (?:a|an|the|our|this) (?:[\w-]+ case\b(?! of)|(?:[\w-]+ )?variant\b)",
    r"\bscenario\b",
    r"\bif\b(?:[^.;]|\.(?=\d)){0,160}\bwould\b",
    r"\bwould\b(?:[^.;]|\.(?=\d)){0,160}\bif\b",
    r"(?<!基准)(?:情景|假设)|(?:悲观|乐观|保守|不利|有利|激进)[一-鿿]{0,2}(?:情形|方案|预测)|若(?!干)|如果|假如",
)
OF_INCREASE = _any(  # of what has been added, not of all there is
    r"\b[Oo]f (?:the|all|this|that|its|their|every) (?:[\w-]+ ){0,4}(?:added|increase|growth|gain|increment|expansion|additions?|new)\b[^,;:]{0,20},?\s*$",
    r"(?:增量|净增|新增)[^，。；]{0,8}[中的里][，,]?[^，。；\d]{0,10}$",
)  # fmt: skip
FURTHER = re.compile(r"\b(?:a further|another|an additional)\s*$|另有?\s*$", re.IGNORECASE)  # one more beside others
LISTED = re.compile(r"\s*(?:(?:,\s*)?and|,|、|，|和|与|及)\s*")  # between two of a list
LEAVES = re.compile(r"\bleav(?:es?|ing)(?: (?:about|only|some|just))?\s*$", re.IGNORECASE)  # before a remainder
HELD_AGAINST = re.compile(  # before what something else is compared with
    r"\b(?:than|against|compared? (?:with|to)|after|(?:up|down) from|versus|from)\s+(?:(?:the|a|its|about|some) )*$"
    r"|[较比][^，。；]{0,10}$|与(?:上一?年|去年)的?约?$",
    re.IGNORECASE,
)
SO_MANY_TOGETHER = re.compile(
    r"[两二三四五][地者家类国省项][^，。；]{0,4}(?:合计|共|总|之和)|\b(?:the|all) (?:two|three|four) (?:[a-z]+ )?(?:together|combined)\b",
    re.IGNORECASE,
)
# verbs behind what something is a share of
HAPPENS = r"(?:took|were|was|is|are|came|went|originat\w+|comes?|goes|happen\w*|stood|ended|began)"
PER_ONE = re.compile(r"\b(?:per|every|each|out of)\s*$|每\s*$", re.IGNORECASE)  # before what something is told per
OF_AN_INCREASE = re.compile(  # behind a share: of what was added
    r"\s*of [^,.;\d]{0,30}\b(?:increase|growth|rise|gain|increment|addition)s?\b|\s*of (?:new|added|incremental)\b",
    re.IGNORECASE,
)
EXCLUDING = _any(  # told of less than the whole
    r"\b(?:left out|leav\w+ out|exclud\w+|exclusive of|not (?:counting|including)|net of)\b",
    r"^(?:\W*even )?without\b", r"剔除|扣除|不含|不计|除外|不包括",
)  # fmt: skip
AFTER_ANOTHER = re.compile(
    r"\b(?:ahead of|followed by|next to|behind|second|third|compared with|against)\b[^,;]*$"
    r"|\b(?:leads?|led) (?!the\b|with\b|by\b|in\b|at\b|to\b|all\b|every\b|its\b|their\b)[^;]*, (?:which|who|that|with)\b[^,;]*$"
    r"|(?:其次|次之|仅次于|高于|领先于)[^，；]*$",
    re.IGNORECASE,
)
# a difference between two things rather than two periods
APART = re.compile(
    r"\s*(?:above|below|(?:more|less|fewer|higher|lower|larger|smaller|dearer|cheaper) than)\b(?! (?:a year|in|the year))",
    re.IGNORECASE,
)
A_YEAR = re.compile(
    r"\s*(?:a|per|each|every) year\b(?! (?:earlier|before|ago))|\s*(?:annually|per annum|p\.a\.)", re.IGNORECASE
)
NOW = _any(r"\b(?:now|today|currently|present|current)\b", r"目前|现在|如今|当前")
THEN = _any(r"\bthen\b", r"\bat that time\b", r"那时", r"当时", r"彼时")
STILL = _any(r"\b(?:remains?|still|now|today|currently)\b", r"仍|目前|如今|现已")
DIFFERENCE = _any(
    r"\bdifference\b",
    r"\bgap\b",
    r"\bspread (?:between|of)\b|\b(?:the|a|this|that|their) spread\b",
    r"\bmargin between\b",
    r"\bshort(?:fall|age)\b",
    r"\b(?:deficit|surplus)\b",
    r"差距",
    r"缺口",
    r"过剩",
    r"[顺逆价利]差",
    r"盈余",
    r"赤字",
    r"差额",
    r"相差",
    r"差值",
)
# the forecast that a scenario is told against
BASE_CASE = _any(
    r"\b(?:base|central|reference|main) (?:case|scenario|projection|forecast|path|line|view|estimate|outlook)\b", r"\bbaseline\b",
    r"(?:基准|中性|中间)(?:情形|情景|预测|方案|假设)", r"(?:比|较|于|相对)基准(?!利率|日|年|价|期)",
)  # fmt: skip
EVERY = _any(
    r"\bevery\b", r"\bnot (?:a single )?one\b", r"(?<!of )\ball\b", r"\beach\b", r"\bany\b", r"\balways\b", r"\bnever\b", r"\bthroughout\b", r"\bnowhere\b",
    r"(?<![年平月日人户周单])均(?![价值衡])", r"都",
    r"各", r"所有", r"始终", r"任一", r"(?<!with )(?<!without )(?<!despite )\bno\b(?!\.? ?\d| (?:longer|more|less|fewer|doubt))", r"\bnone\b",
)  # fmt: skip
RATE_LABEL = _any(
    r"exchange rate", r"average rate", r"\brate of\b", r"\bat a rate\b", r"汇率",
    r"\b(?:dollar|euro|yuan|renminbi)s? (?:averaged|bought|cost|was worth|stood at|=)",
    r"(?:per|to the|to a|for (?:a|one|each)) (?:U\.?S\.? |[A-Z][a-z]+ )?(?:dollar|euro|yuan|pound|yen)\b",
    r"\baveraged\b", r"[1一]\s*(?:美元|欧元|英镑)[^，。；]{0,4}(?:兑|合|折|等于)",
    r"兑换?\s*[1一]\s*(?:美元|欧元|英镑)",
)  # fmt: skip
CONVERTED = _any(
    r"\bexchange rate", r"\baverage rate\b", r"\bconver(?:t|sion)", r"\btranslat\w+ (?:in)?to\b", r"\bequals\b", r"\bequivalent\b", r"折合", r"折算",
    r"约合", r"相当于", r"\bin (?:\w+ )?currency\b", r"\bin (?:renminbi|rmb|yuan|(?:us )?dollars?|euros?|sterling)(?: terms)?\b",
    r"[按以用](?:人民币|美元|本币)计",
)  # fmt: skip

_NUMBER_WORDS = {
    w: i for i, ws in enumerate(
        ["one一", "two二两", "three三", "four四", "five五", "six六", "seven七", "eight八", "nine九", "ten十"], 1
    ) for w in re.findall(r"[a-z]+|[^a-z]", ws)
}  # fmt: skip
_TOP = re.compile(
    r"(?:leading|top|first|largest|biggest|the)\s+(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b"
    r"|(?:前|头部)([一二三四五六七八九十两]|\d{1,2})|([二三四五六七八九十两]|\d{1,2})(?:家|个|类|大|者|省|城|国|地|项)|\b(two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)


_OF_TIME = re.compile(r"[ -](?:years?|quarters?|months?|weeks?|days?|decades?)\b|个?(?:季度?|月|年|周)", re.IGNORECASE)


def is_bare_total(label: str) -> bool:
    """Whether a label says that it is a total and nothing of what."""
    return _BARE_TOTAL.fullmatch(plain(label).strip()) is not None


def counts(text: str) -> list[int]:
    """How many things a text speaks of, stretches of time aside: "the leading three firms", "前三家", "six scenarios"."""
    found = (m for m in _TOP.finditer(text[:600]) if not _OF_TIME.match(text, m.end()))
    return [number_of(next(g for g in m.groups() if g)) for m in found]


def word_of(number: int) -> str:
    """A small number in English words, as a sentence has it."""
    return next((w for w, n in _NUMBER_WORDS.items() if n == number and w.isascii()), str(number))


def number_of(word: str) -> int:
    """A small number in digits or in words of either language."""
    return int(word) if word.isdigit() else _NUMBER_WORDS[word.lower()]


COUNT = r"(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"  # in a pattern, what `number_of` reads
_BACK = re.compile(
    r"(?<![\w.])(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years (?:before|earlier|ago|previously|later|on\b)"
    r"|(?:over|in|within|during|past|last) (?:the |these )?(?:past |last |same )?(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years"
    r"|([一二三四五六七八九十两]|\d{1,2})年(?:前|之?后|间|来|内|累计|年均|平均|复合)",
    re.IGNORECASE,
)
# "2023年为114，一年减少14%": from the year just named to the next
A_YEAR_ON = re.compile(r"[，,]\s*一年(?:内|间|之内|下来)?(?:又|就|即|约|共)?[一-鿿]{2,3}\s*$")


def years_back(text: str) -> int | None:
    """How many years a text spans: "five years before", "over the past three years", "four years later", "五年间"."""
    m = _BACK.search(text[:600])
    if m is None:
        return None
    return number_of(next(g for g in m.groups() if g))


YEAR = re.compile(r"(?<!\d)(19\d\d|20\d\d)(?!\d)")
THAN_IN = re.compile(  # behind a rate: the year that it is told against
    r"\s*(?:(?:more|less|fewer|higher|lower|larger|smaller) than|above|below|over|up on|down on) (?:in )?((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
BASE_YEAR = re.compile(
    r"(?:than|over|from|since|against|compared (?:with|to)|relative to|versus|vs\.?|above|below|as in|of|between"
    r"|较|比|[是为](?=\s*\d{4}年?[^，。]{0,4}的)|相比|自|由|从|与(?=\s*\d{4}年?末?相比))\s*"
    r"(?:in |that of |the level of |the |its level in |its size in )?(19\d\d|20\d\d)(?!\d)(?! by\b)",
    re.IGNORECASE,
)

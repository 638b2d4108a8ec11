"""The metric of a Chinese number: the subject of its clause and what the clause says of it, as a short noun phrase.

X达N、X为N、X由N增至M        X
X同比增长N%                  X同比增速
X占Y的N%、相当于Y的N%        X占Y比重
X是Y的N倍                    X与Y之比
A、B和C占比分别为N、M和K     A占比, B占比, C占比
市场规模为N、销售额N         the owner that the text has been speaking of, with this measure
推理算力为N                  this owner, with the measure that the text has been speaking of
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wpextract.quantities.model import Period, Quantity

LONGEST = 36  # characters
_TELLING = 12  # characters; a longer metric says enough by itself


@dataclass(frozen=True, slots=True)
class Topic:
    """What the text has been speaking of, and the whole of its last share."""

    subject: str = ""
    whole: str = ""
    kind: str = ""
    known: tuple[str, ...] = ()  # the full names met so far, the latest last
    about: str = ""  # what the document's title says it is about
    is_near: bool = False  # was the subject named in this very sentence?
    is_share: bool = False  # was the last number of this sentence a share?
    pair: tuple[str, ...] = ()  # the two owners named last, the former and the latter
    peer: str = ""  # the last subject of this sentence that is counted in the same unit


_CLAUSE = re.compile(r"[，；：（）。！？]|[,;:()](?=\s|[一-鿿])")
_REMARK = re.compile(r"[（(][^（）()\d]{1,14}[）)]")  # behind a name: 冷链运输（含仓储）为N
_TIME = re.compile(
    r"(?:截至|截止|到|至|自|从|于|在|按)?(?:(?:19|20)\d\d\s*年?(?:\s*[-–—~至到]\s*(?:(?:19|20)\d\d|\d\d)\s*年?)?)"
    r"(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月(?:\d{1,2}日)?|年?[底末初]|以来|[间期内])*|第?[一二三四1-4]季度|[上下]半年"
    r"|上年同期|去年同期|同期|同年|(?:去年|今年|上一?年|前一年|[次翌当]年)[末底初]?|当[月季]|(?:(?<![一-鿿])|(?<=[但而且]))年[末底初](?=[一-鿿])|如今|在?此之?前|此后|[一二三四五六七八九十两]年前|年内|全年(?!平均)|目前|届时|近年来|(?:过去|未来|前|后|近)?[一二三四五六七八九十两]年(?:[来间内]|累计)?"
)
_OPENING = re.compile(
    r"^(?:[•●▪■◆◦·]|【[^】]{1,24}】|其中|此外|同时|不过|然而|而|并|但|且|也|又|据|根据|在(?![轨建线手用营产途职校库册岗研售租网播]\w)|随着|由于|因此|从而|以及|和|与|及|的|即(?![一-鿿])|若|如果|分[一-鿿]{1,3}看|总体看|整体看"
    r"|预计|估计|我们|测算|约合|按|折算可知|按[一-鿿]{1,4}(?:推算|测算|折算)|以(?=[一-鿿]{0,6}汇率)|[、，\s]|仍是|则|却要?|加上|如按|虽然?|[一-鿿]{0,10}(?:显示|表明|发现)$|[一-鿿]{2,10}(?:显示|表明|发现)(?=[，：]))+"
)
_CLOSING = re.compile(
    r"(?:有望|预计|将|已|约|近|相较于?|(?<!商)超过?|逾|不到|突破|达到?|实现|录得|[变增减升降改缩扩][为成]|为|至|到|增长|增加|上升|提升|提高|下降|减少|降低|升至|降至|增至|接近|回落|收窄"
    r"|扩大|放缓|逐步|不足|超出|不低于|不少于|不超过|不高于|高于|低于|高达|仅|只有|首次|普遍|集中|长期|一度|逐渐|稳步|以|则|由|从|的|了|是|在|就|恰好|正好|刚好|合计"
    r"|(?<![人月日户])均|共|分别|再|又|较|比|可|累计|同比|环比|年均|每年|每|平均为|占|相当于|折合|约合|(?:之|(?<![空房车时期区民中]))间|建成|新增(?=$)|净(?=$)|[、和与及\s]"
    r"|(?<![所国私占保享含])有|(?<![未外以])来|冲|触及?|扩[大至到]*|走[到高低]|攀至|跃[至到升]|站上|重回|买走|吃掉|撑起|进账|卖出"
    r"|方面|最[高低大小快慢多少]|垫底|一路|回升|上涨|平均|握有|拿走|压缩|拉长|缩水|加密|多达|保持|滑落|跑得|虽然|却|(?:排在|位列|位居|排名|分列|居)(?:第[一二三四五六七八九十]|首位?|末位?|前[一二两三四五]位|前列|之首)|跨过|让出|拿下|拥有|共有|多出|高出|相差|缩短|探至|降到|跌幅|也有?|还|仍|尚|只|依次|延长|原来|原先|相比|更是?|[越迈]过|跨[越上]|迈上|居首|居[一-鿿]{1,8}之首|首位|领先|同步|随之|抬升|拉升|加快|减慢|带来|(?:增长|上升|提升|下降|回落)?(?:很|较|最|十分|非常|相对|比较|更为?)(?:快|慢|高|低|大|小|多|少|平缓|平稳|明显|迅速|稳定)|[降升增跌涨添]|下滑|攀升|增幅|高|低|多|少|快|大于|小于|长达|进一步)"
)
_LONGEST_CLOSING = 12  # characters of one of them
_DRIVEN = re.compile(r"在[^，。；]{1,30}?(?:带动|推动|拉动|驱动|支撑|影响|作用|背景|压力|刺激|支持|提振|牵引)之?下")
_WIDTH = r"(?:全国|行业|整体|全年|年度|平均|日均|月均|年均|总|合计|营业|市场|净|累计|人均|单位|单|新增|综合)*"
_NOUN = (
    r"(?:规模|数量|收入|利润|毛利(?!率)|净利(?![率润])|支出|投入|份额|占比|比重|比例|成本|需求|供给|产能|天数|周期|增速|人数|出货|出口|进口|采购|融资|投资"
    r"|逆差|顺差|订单|净增|PUE|面积|时长|造价|价格|均价|装机)"
)
_CONCEDES = re.compile(r"([一-鿿]{2,12}?)(?:虽然?|尽管)[一-鿿]{2,}")
_MEASURE = re.compile(rf"{_WIDTH}(?:[一-鿿]{{0,2}}[额量率值价费]|[息利价温]差|[一-鿿]{{0,2}}{_NOUN})$")
_PLAIN = re.compile(rf"{_WIDTH}(?:[产销数用存流运容总][量额]|[单均售]价|{_NOUN})$")  # takes no letter of its owner
_GROWTH = re.compile(
    r"(同比|环比|年均|年复合|复合|较上年|比上年|累计|每年)?(?:大幅|小幅|仅|约|近|超过?)*"
    r"(增长|增加|上升|提升|提高|扩大|攀升|回升|上涨|上调|下降|减少|降低|回落|下滑|收窄|下跌|下调|跌幅|涨幅|增速|增幅|降幅|增长率)?(?:了|约|近|超过?|达到?|为|至|到|分别|高达|仅|逾|(?:保持|维持|稳定)在)*$"
)
_SHARE = re.compile(
    r"(?:占比?|相当于|占据|贡献)(?P<whole>[^占]*?)(?:的|为|达到?|约|近|超过?|升至|降至|由|比|分别|将|高达|仅)*$"
)
_PEERS = re.compile(
    r"(?:是|约?为|较|比|相当于|高于|低于|达到?)(?P<peer>[^是为较比]{0,16}?)(?:的|高|低|多|少|快|慢|约|近|超过?|增加|提高|降低|接近)*$"
)
_LISTED = re.compile(r"[一-鿿]{2,8}?(?:[、和与][一-鿿]{2,8}?)+(?=分[列居]|位[列居]|[是为在居列]|$)")
_PART_OF = re.compile(r"(?:不足|不到|超过|接近|折合|仅为|约为|为|是)(?P<whole>[一-鿿]{2,8})的$")
_HOLDS = re.compile(r"(?:拿走|拿下|握有|拥有|占据|掌握|贡献|消耗|吸收)了?(?:近|约|超过?)?$")
_MANY = "两三四五六"
_SEVERAL = re.compile(
    rf"(?P<many>[{_MANY}])(?:者|地|省|市|国|[家类]?(?:公司|企业|产品)?)(?=合计|总计|共占|相差|之和|相当于)"
)
_FAR = r"(?<![增提减延缩降升扩加拉放抬压走至到])(?:高|低|多|少|快|慢|贵|便宜|长|短)"
_APART = re.compile(rf"{_FAR}[出了约近超过于]*")
_PEER = re.compile(
    r"(?:(?<![占同环对相])比(?![重例率值])|较|高于|低于|快于|慢于|多于|少于)(?P<peer>[一-鿿A-Za-z]{1,10}?)(?P<of>的?)$"
)  # 比X的M低N
_DIFFERS = re.compile(
    rf"(?:(?:与|和|同|跟)(?P<other>[^与和同跟，]{{1,16}}?)(?:只|仅)?(?:差|相差|差距[一-鿿]{{0,3}})|(?:(?<![占同环对相])比(?![重例率值])|相?较)(?P<peer>[^比较]{{1,16}}?)的?(?:还|要|约|更|都)*{_FAR}[出了约近超过]*)$"
)
_WHO = re.compile(r"(?<![一-鿿\w])(?P<what>[一-鿿]{3,16})的(?:仅|只|占|有|达|约|近|也|则|已|为|超过?|不到|不足)+$")
_AGAINST = re.compile(r"(?:相?[较比]|相比|对比)[^较比]{0,8}$")
_RATE = re.compile(r"(?:汇|(?<![毛净])利)率$")  # of money, which is nobody's own
_FROM_ON = re.compile(r"(?:及|或|\(含\))?以[上下]的?(?![为是的占由均都共])[一-鿿]{2}")
_FOREIGN = re.compile(r"美元|欧元|日元|英镑|港元")
_BACK = re.compile(
    r"^(?:(?:该|此类?|这[一些类]?|那些|上述)(?:公司|企业|集团|机构|产品|品类|地区|省份?|市|数字|数据|指标|比例|比重|水平|总[数量])?"
    r"|其(?![余他它])|两者|二者|三者|前者|后者)"
)
_NO_NOUN = re.compile(
    r"以上|左右|增|降|之间|首次|则|同比|环比|即|有余|不等|[为作是有里中内外也将已仅都添涨跌升降]|基[数础]|起点|水平|大关|门槛|目标|关口"
)
_FORMER = re.compile(r"[前后]者")
_PRONOUNS = re.compile(r"^(?:两者|二者|三者|四者|前者|后者|上述各?项|总[数量]|峰值|高点|低点|顶峰)$")
_LABEL = re.compile(r"([一-鿿]{2,6})[：:]")
_RESPECTIVELY = re.compile(r"分别|依次")
_ITEMS = re.compile(r"[、和与及]|以及")
_JOINED = re.compile(r"[与和及、]")
_GENERAL = re.compile(
    r"核心观点|关键|要点|摘要|英文|目录|阅读|提示|展望|未来|附录|研究|方法|声明|说明|概览|续|观察|图表|数据|结论|建议"
)
_PLACE = re.compile(
    r"(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西"
    r"|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|华东|华南|华北|华中|东北|西北|西南|[东中西]部|长三角|珠三角"
    r"|北美|欧洲|亚洲|东南亚|非洲|拉美|中东|中国|美国|日本|韩国|德国|法国|英国|印度|俄罗斯|全国|全球|国内)(?:省|市|自治区|地区)?"
)
_MARKET = re.compile(r"(?:全国|整体|行业|国内)?(?:市场|行业|产业)")
_NAMES = {
    "同比": "同比",
    "环比": "环比",
    "年均": "年均",
    "年复合": "年复合",
    "复合": "复合",
    "累计": "累计",
    "每年": "年均",
}


def clean(text: str) -> str:
    """`text` without times, remarks, what drove it, openings and the verbs that lead to its number."""
    text = _REMARK.sub("", text)
    text = _DRIVEN.sub("", re.sub(r"[\s“”\"·~¹²³《》]+", "", _TIME.sub("", text)))
    previous = None
    while previous != text:
        previous = text
        text = _without_closing(_OPENING.sub("", text))
    return text


def _without_closing(text: str) -> str:
    """`text` without the longest run of closings at its end, found from right to left in linear time.

    A run can be parted in many ways (升至, or 升 and 至), which a pattern of runs tries one after the other.
    """
    begins = [len(text)]
    for at in range(len(text) - 1, -1, -1):
        if begins[-1] - at > _LONGEST_CLOSING:
            break
        if any(_CLOSING.fullmatch(text, at, end) for end in begins[-_LONGEST_CLOSING:] if end - at <= _LONGEST_CLOSING):
            begins.append(at)
    return text[: begins[-1]]


def read_metrics(
    sentence: str, quantities: Sequence[Quantity], periods: Sequence[Period], topic: Topic
) -> tuple[list[str], Topic]:
    """The metric of each quantity, and the topic for the sentence after it."""
    out: list[str] = []
    runs = [(m.start(), _run(sentence, quantities, m.end())) for m in _RESPECTIVELY.finditer(sentence)]
    listed = _distributed(sentence, runs)
    opens = {run[0]: run for _, run in runs if len(run) > 1 and run[0] not in listed}
    shared: dict[int, str] = {}
    remarks = [m.span() for m in _REMARK.finditer(sentence) if m.start() and not _CLAUSE.match(sentence, m.start() - 1)]
    ends = [
        0,
        *(
            m.end() for m in _CLAUSE.finditer(sentence)
            if not _inside(m.start(), quantities) and not any(a <= m.start() < b for a, b in remarks)
        ),
    ]  # fmt: skip
    here, before, rated = replace(topic, is_near=False), "", False
    if _LABEL.match(sentence):  # 出口：
        here = under(here)
    told: list[tuple[str, tuple[str, str | None]]] = []  # the subjects of this sentence and what they are counted in
    for k, q in enumerate(quantities):
        place = max(i for i, e in enumerate(ends) if e <= q.start)
        opened, closed = ends[place], ends[place + 1] - 1 if place + 1 < len(ends) else len(sentence)
        follows = k > 0 and quantities[k - 1].end > opened
        until = min(closed, quantities[k + 1].start) if k + 1 < len(quantities) else closed
        own = sentence[quantities[k - 1].end if follows else opened : q.start]
        if follows and quantities[k - 1].kind != "percent" and _FROM_ON.match(own):
            own = sentence[quantities[k - 1].start : q.start]  # 100千瓦以上充电桩为N
        if not (follows and not clean(own) and not _turns(own, q)):  # from A to B, A and B: said of one thing
            before = own
        if follows and rated and not clean(own):  # 按汇率N折合M
            before = own
        if not clean(before) and place and not any(ends[place - 1] <= x.start < opened for x in quantities):
            led = sentence[ends[place - 1] : opened - 1]
            before = (_conceding(led) or led) + before  # 西北最低，为N
        if not here.is_near and place and _MEASURE.fullmatch(clean(before)) and not before.startswith("其"):
            led = sentence[ends[place - 1] : opened - 1]
            if not any(ends[place - 1] <= x.start < opened for x in quantities) and (led := _actor(led)):
                before = led + before  # 海岬水产受原料涨价拖累，增速仅N
        if follows and _APART.fullmatch(own.strip()):  # 比X的M低N
            first = max(opened, quantities[k - 2].end if k > 1 else 0)
            before = sentence[first : quantities[k - 1].start] + own
        peer = _PEER.search(re.sub(r"\s+", "", _TIME.sub("", before)))
        if peer and not peer["of"] and not _APART.match(sentence[q.end : until]):
            peer = None
        before = peer["peer"] if peer else _spelt_out(before, [x for x, _ in told])
        before = _FORMER.sub(lambda m: topic.pair[m.group() == "后者"], before) if len(topic.pair) == 2 else before
        unit = (q.kind, q.counted_noun or q.unit)
        here = replace(here, peer=next((subject for subject, u in reversed(told) if u == unit), ""))
        metric, subject, whole = _metric(before, sentence[q.end : until], q, listed.get(k) or shared.get(k), here)
        if k + 1 in opens:  # A为N，B为M，分别增长K和L
            run = opens[k + 1]
            subjects = list(dict.fromkeys(x for x, _ in [*told, (subject, unit)] if x))[-len(run) :]
            shared |= dict(zip(run, subjects, strict=True)) if len(subjects) == len(run) else {}
        told.append((subject, unit))
        rated = bool(_RATE.search(subject))
        if (
            rated
            and subject.endswith("汇率")
            and not _FOREIGN.search(subject)
            and len(other := set(_FOREIGN.findall(sentence))) == 1
        ):
            metric = f"人民币兑{other.pop()}{subject}"
        if not _RATE.search(subject) and not peer:
            own_kind = here.kind if subject == here.subject and metric != subject else q.kind  # growth is not its own
            kind = "percent" if q.kind == "percentage_point" else own_kind
            share = here.is_share if q.kind == "money" else q.kind == "percent" and metric.endswith(("占比", "比重"))
            here = Topic(subject, whole, kind, here.known, here.about, is_near=True, is_share=share)
        out.append(metric[:LONGEST])
    written = re.sub(r"\s+", "", _TIME.sub("", sentence))
    full = [m for m in out if len(m) > 6 and m in written and not m.endswith(("增速", "变动", "倍数", "降幅"))]
    owners = () if _FORMER.search(sentence) else (head for subject, _ in told if (head := _head(subject)))
    pair = tuple(dict.fromkeys([*topic.pair, *owners][::-1]))[1::-1]
    return out, Topic(here.subject, here.whole, here.kind, (*topic.known, *full)[-60:], topic.about, pair=pair)


def _spelt_out(text: str, told: Sequence[str]) -> str:
    """`text` with the subjects told last in the place of 三省, 两地, 两者."""
    text = text.replace("二者", "两者")
    m = _SEVERAL.search(text)
    names = list(dict.fromkeys(x.removesuffix("贡献") for x in told if x))[-_MANY.index(m["many"]) - 2 :] if m else []
    if not m or len(names) != _MANY.index(m["many"]) + 2:
        return text
    measure = _PLAIN.search(names[-1])
    heads = [x.removesuffix(measure.group()) if measure else x for x in names[:-1]]
    return text[: m.start()] + "、".join([*heads, names[-1]]) + text[m.end() :]


def _actor(clause: str) -> str:
    """Who a clause without numbers speaks of, where it says what happened to them."""
    if example := re.match(r"以([一-鿿]{2,12})为例", clause.strip("，、 ")):
        return example[1]
    m = re.match(
        r"([一-鿿]{2,8}?)(?:受|因|靠|凭借?|依托|通过|得益于?|用了|主攻|专注|聚焦|主打|深耕|(?:虽然?|依然|仍然?|依旧)是?|已?成为|是)",
        _TIME.sub("", clause).strip("，、 "),
    )
    return clean(m[1]) if m else ""


def _conceding(clause: str) -> str:
    """Who a clause that concedes something speaks of: 干线虽被看好，占比尚不足N."""
    m = _CONCEDES.match(_TIME.sub("", clause).strip("，、 "))
    return clean(m[1]) if m else ""


def _turns(text: str, q: Quantity) -> bool:
    """Does another thing begin to be said of the subject: its growth, its share?"""
    bare = re.sub(r"\s+", "", _TIME.sub("", text))
    growth = _GROWTH.search(bare)
    return bool(
        _SHARE.search(bare)
        or growth
        and growth[1]
        or (q.kind != "money" and growth and growth[2] and not re.search(r"[至到]$|的$", bare))
    )


def _inside(at: int, quantities: Sequence[Quantity]) -> bool:
    return any(q.start <= at < q.end for q in quantities)


def _metric(before: str, after: str, q: Quantity, item: str | None, here: Topic) -> tuple[str, str, str]:
    """The metric, the subject it is said of and the whole it is a share of."""
    text = re.sub(r"\s+|[前后]者(?=(?:为|是|仅|约|达)*$)", "", _TIME.sub("", before))
    if (
        re.fullmatch(r"[，、]?(?:即|也就是|约合|折合|相当于)(?:约|近|超过?)*", text)
        and here.whole
        and q.kind != "percent"
    ):  # 占出口额的57.6%，即28.3亿美元
        return f"{here.subject}{here.whole}", here.subject, here.whole
    if q.kind == "percent" and (m := re.search(r"(.*)中约?有?$", text)) and (does := _predicate(after)):
        group = owner(clean(m[1]), here)
        return f"{does}的{group}占比", group, group
    if q.kind == "percent" and not clean(text) and (m := re.match(r"的([一-鿿]{2,20})$", after)):
        return f"{m[1]}占比", m[1], here.whole
    if q.kind == "percent" and (m := _PART_OF.search(text)):  # 即配菜为N，不足全行业的M
        subject = owner(clean(text[: m.start()]), here)
        return f"{subject}占{m['whole']}比重", subject, m["whole"]
    if q.kind == "percent" and _HOLDS.search(text) and (m := re.match(r"的([一-鿿]{2,8})(?=$|[，、；。])", after)):
        subject = owner(clean(text), here)
        return f"{subject}占{m[1]}比重", subject, m[1]
    if q.kind == "percent" and (m := _WHO.search(text)) and (group := here.whole or here.subject):
        return f"{clean(m['what'])}的{group}占比", group, group  # 计划扩产的占N
    if q.kind not in ("multiple", "percentage_point") and (
        (m := _DIFFERS.search(text)) and (against := clean(m["peer"] or m["other"]))
    ):
        subject = item or owner(clean(text[: m.start()]), here)
        if _PRONOUNS.match(against):  # 比峰值低N
            return f"{subject}{'降幅' if re.search('[低少慢]', m.group()) else '增速'}", subject, here.whole
        return f"{subject}与{against}之差", subject, here.whole
    if m := _SHARE.search(text):
        whole = re.sub(r"的?(?:比例|比重|份额).*$|^其(?![余他它])", "", clean(m["whole"]))
        if m.group().startswith("占比"):  # 占比首次超过一半
            whole = ""
        left = clean(text[: m.start()])
        if not whole and (inside := re.fullmatch(r"(.{3,})中(.{2,})", left)):  # 成本中折旧占N
            whole, left = inside[1], inside[2]
        subject = item or owner(left, here)
        if q.kind != "percent":
            return (
                subject + ("贡献" if "贡献" in m.group() and not subject.endswith("贡献") else ""),
                subject,
                here.whole,
            )
        bare = not m.group().startswith("占比")
        if bare and not whole and (left or item) and not subject.endswith(("占比", "比重", "份额")):
            whole = here.whole or (
                here.subject if here.subject and here.subject != subject and here.kind != "percent" else ""
            )
        if len(whole) >= 2 and whole != subject:
            return f"{_short(subject)}占{whole}比重", _short(subject), whole
        return (
            (subject if subject.endswith(("占比", "比重", "份额")) else f"{_short(subject)}占比"),
            subject,
            here.whole,
        )
    if q.kind in ("multiple", "percentage_point") and (m := _PEERS.search(text)):
        peer = clean(m["peer"])
        if len(peer) > 1 and not _GROWTH.fullmatch(m["peer"]):
            subject = item or owner(clean(text[: m.start()]), here)
            return f"{subject}与{peer}{'之比' if q.kind == 'multiple' else '之差'}", subject, here.whole
    growth = _GROWTH.search(text)
    if q.kind in ("percent", "percentage_point", "multiple") and growth and (growth[1] or growth[2]):
        subject = item or owner(clean(_AGAINST.sub("", text[: growth.start()])), here)
        if q.kind != "percent":
            return f"{subject}{'变动' if q.kind == 'percentage_point' else '倍数'}", subject, here.whole
        if (
            growth[1]
            or not re.search(r"[至到为]$", text)
            or growth[2] in ("增速", "增幅", "涨幅", "跌幅", "降幅", "增长率")
        ):
            fall = q.direction == "down" or growth[2] in (
                "下降",
                "减少",
                "降低",
                "回落",
                "下滑",
                "下跌",
                "下调",
                "跌幅",
                "降幅",
            )
            name = _NAMES.get(growth[1] or "", "") + ("降幅" if fall else "增速")
            return subject + ("" if subject.endswith(name) else name), subject, here.whole
    local = item or clean(text.rpartition("分别为")[2])
    if q.kind == "percent" and here.is_share and not local and re.search(r"达到?$|为$", text):  # 占比突破一半，达到N
        local = here.subject
    if q.kind == "percent" and here.is_share and local and not _MEASURE.search(local) and len(local) <= 12:
        return (f"{local}占{here.whole}比重" if len(here.whole) > 1 else f"{local}占比"), local, here.whole
    said = re.match(
        r"的([一-鿿A-Za-z]{2,12}?)(?=为|，|。|$|已|将|也|是|则|足以|仍|能够|可以?|意味|来自|高于|低于|相当)", after
    )
    if q.kind != "percent" and said and not (local and _MEASURE.search(local)):
        if not local or _MEASURE.fullmatch(said[1]):
            local += said[1]
    noun = _counted(after) if q.kind == "count" else ""
    subject = owner(local, here, "" if noun else q.kind)
    if q.kind == "multiple" and not subject.endswith("之比"):
        return f"{subject}倍数", subject, here.whole
    if noun and noun not in subject and not _MEASURE.search(subject):
        subject += noun
    return subject, subject, here.whole


def _predicate(after: str) -> str:
    m = re.match(r"([一-鿿A-Za-z]{2,14})$", _TIME.sub("", after).strip())
    return m[1] if m else ""


def _counted(after: str) -> str:
    m = re.match(r"的?(?![和与及或])([一-鿿]{2,8}?)(?=$|[，、；。与和]|为|是|以上|左右|增|降)", after)
    return m.group(1) if m and not _NO_NOUN.match(m.group(1)) else ""


def _short(subject: str) -> str:
    m = _MEASURE.search(subject)
    return subject if m is None or m.start() == 0 or "合计" in m.group() else subject


def owner(local: str, topic: Topic, kind: str = "") -> str:
    """A subject that says too little is completed by what the text has been speaking of.

    A bare measure (市场规模) is the latest name that ends with it, else the owner's; a bare owner behind a number of
    the same `kind` shares its measure.
    """
    local = re.sub(r"(?:合计|总计|平均)$", "", local)
    local = "" if _PRONOUNS.match(local) else _BACK.sub("", local)
    if not local or topic.subject.endswith(local):
        return topic.subject
    if _MARKET.fullmatch(local):
        market = next((n for n in reversed(topic.known) if n.endswith(("市场规模", "市场"))), "")
        return market or (f"{topic.about}市场" if topic.about not in local else local)
    measure = _MEASURE.search(local)
    if _RATE.search(local):
        return local
    if measure and measure.start() == 0:
        if topic.is_near and (head := _head(topic.subject)) and head not in local:
            return head + local
        if named := next((n for n in reversed(topic.known) if n.endswith(local) and "占" not in n), None):
            return named
        known = _MEASURE.search(topic.subject)
        base = topic.subject[: known.start()] if known and known.start() > 1 else topic.about
        return base + local if base not in local and len(base) + len(local) <= LONGEST else local
    peer = topic.peer or (topic.subject if kind == topic.kind else "")
    if measure is None and kind and peer and len(local) <= 12:
        told = peer[m.end() :] if (m := _PLACE.match(peer)) else peer
        if _PLACE.fullmatch(local) and not peer.startswith(local):  # 山东大棚面积为N，河北为M
            return (local + told)[:LONGEST]
        if measure := _PLAIN.search(told) or _MEASURE.search(told):
            return local + measure.group()
    return local


def _head(subject: str) -> str:
    """The owner in a subject: 味序食品 of 味序食品的收入, of 味序食品占比."""
    head = re.sub(r"(?:同比|环比|年均|年?复合)?(?:增速|降幅|占比|比重|变动|倍数)$|占.*$", "", subject)
    measure = _MEASURE.search(head)
    head = (head[: measure.start()] if measure else head).rstrip("的")
    return head if 2 <= len(head) <= 12 else ""


def _run(sentence: str, quantities: Sequence[Quantity], start: int) -> list[int]:
    """The quantities that follow one another behind `start` as a list."""
    run: list[int] = []
    for k, q in enumerate(quantities):
        if q.start < start:
            continue
        between = re.sub(r"[、和与及，\s]|以及", "", sentence[quantities[k - 1].end : q.start])
        if run and (between or (len(run) > 1 and q.kind != quantities[run[0]].kind)):
            break
        run.append(k)
    return run


def _distributed(sentence: str, runs: Sequence[tuple[int, list[int]]]) -> dict[int, str]:
    """The item that each quantity behind 分别 belongs to: A、B和C占比分别为N、M和K."""
    out: dict[int, str] = {}
    for at, chosen in runs:
        clauses = re.split(r"[，；：]", sentence[:at])
        left = clean(clauses[-1])
        if not left and len(clauses) > 1:  # 甲、乙贡献最大，分别带来N和M
            left = clean(clauses[-2])
        if _PRONOUNS.match(left) and len(clauses) > 1:
            left = clean(re.sub(r"^.*?(?:来自|包括|为|有|是)", "", clauses[-2]))
        if _MEASURE.fullmatch(left) and len(clauses) > 1 and (lead := _LISTED.match(clean(clauses[-2]))):
            left = lead.group() + left  # 山东、广东分列前两位，产量分别为N和M
        items = [x for x in _ITEMS.split(left) if x]
        if len(chosen) < 2 or len(items) < 2:
            continue
        if len(items) > len(chosen):  # a name may hold "and"
            items = [x for x in re.split(r"、", left) if x]
        if len(items) != len(chosen):
            continue
        tail = _PLAIN.search(items[-1]) or _MEASURE.search(items[-1])
        shared = tail.group() if tail and tail.start() > 0 else ""
        for k, item in zip(chosen, items, strict=True):
            out[k] = item if not shared or _MEASURE.search(item) else item + shared
    return out


def under(topic: Topic) -> Topic:
    """What is known to be spoken of when a new section begins."""
    return Topic(known=topic.known, about=topic.about)


def placed(metric: str, sentence: str, heading: str, about: str) -> str:
    """A metric that says too little, with what the document is about, the label of its sentence and its heading."""
    if about and about in metric and is_measured(metric):
        return metric
    label = _LABEL.match(sentence)
    section = re.split(r"[：:（(，,]", re.sub(r"^第?[一二三四五六七八九十\d.]+[章节、.\s]+", "", heading))[0]
    words = [label[1] if label else "", *_JOINED.split(_GENERAL.sub("", re.sub(r"[^一-鿿、]", "", section)))]
    under = "、".join(x for x in dict.fromkeys(words) if x and x not in metric)
    context = ("" if about in metric + under else about) + under
    if len(metric) > _TELLING or len(metric) + len(context) > LONGEST:
        return metric
    return " – ".join(filter(None, (metric, context)))


def is_measured(metric: str) -> bool:
    """Does a metric name its measure (山东产量), so that it is known without the heading it stands under?"""
    return bool(
        (m := _MEASURE.search(metric))
        and m.start() > 0
        or re.search(r"(?:增速|降幅|占比|比重|之比|之差|倍数|变动)$", metric)
    )


def title_subject(title: str) -> str:
    """What a title says its document is about: 2025中国机器人产业发展白皮书 is about 机器人."""
    bare = re.sub(r"[\s《》（）()0-9年版度]|中国|全国|全球|我国", "", title)
    return re.sub(
        r"(?:市场|行业|产业|发展|研究|分析|调研|趋势|现状|前景|展望|洞察|蓝皮书|白皮书|报告|综述|概览)+$",
        "",
        re.split(r"[与和及暨:：—]", bare)[0],
    )[:10]

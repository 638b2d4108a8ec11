"""Cuts a folded text into tokens: numbers, Latin words, Chinese lexemes and numerals, signs and lost glyphs.

One pass, no look-back beyond the token at hand; a Chinese run is segmented by the longest lexeme the grammar knows.
What a token means in its place is the parser's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from wpextract.quantities import currencies, lexicon, units

NUMBER = "number"  # 1,509 or 8.5
DOTTED = "dotted"  # 2025.08.28, 3.1.2
RUN = "run"  # digits whose separators do not parse: 1,5001,800
WORD = "word"
HAN_NUMERAL = "han_numeral"
HAN = "han"  # a lexeme of the grammar
HAN_OTHER = "han_other"
SIGN = "sign"
GAP = "gap"  # a glyph without a character: (cid:1), U+200B, private use
URL = "url"
VULGAR = "vulgar"  # ½
# A scale letter and the word behind it, where the dash or space between them is lost.
_SCALE_LETTERS = frozenset("KMBT")
# Behind a numeral these are words of their own: 四成|为首次, 100多|家.
_BEHIND_NUMERAL = frozenset("成多余来")
GLUED_BEHIND = frozenset({"up", "down", "in", "by", "to", "and", "with", "from", "for", "of", "while", "at", "or"})


class Token(NamedTuple):
    """`text` is folded, `low` its lower-case form; offsets are those of the printed text."""

    kind: str
    start: int
    end: int
    text: str
    low: str


_LATIN = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u03ff\u0400-\u052f"
_URL = r"(?P<url>https?://\S{1,2000}|www\.\S{1,200}|[A-Za-z0-9_+-][\w.+-]{0,63}@[\w-]{1,63}\.[A-Za-z.]{2,63})|"
_PIECES = (
    rf"(?P<word>[{_LATIN}]+)"
    r"|(?P<gap>\(cid:\d{1,6}\)|[\u200b-\u200d\ufeff\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f])"
    r"|(?P<number>\d{1,3}(?:\u2009\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?: \d{3}){2,}(?:\.\d+)?(?![\d,.]*\d)"
    r"|\d{1,3} 000(?![\d,.]*\d)|\d(?:[\d,.]*\d)?|(?<![\w.])\.\d+)"
    r"|(?P<han>[\u3400-\u9fff\uf900-\ufaff]+)"
    r"|(?P<vulgar>[¼-¾⅐-⅞])"
    r"|(?P<sign>(?P<mark>[^\w\s])(?P=mark){0,63}|[_²³])"
)
_SCAN, _SCAN_WITH_URLS = re.compile(_PIECES), re.compile(_URL + _PIECES)  # an address is dear to look for
_WELL_FORMED = re.compile(
    r"\d{1,3}(?:[,\u2009 ]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
)
_DOTTED = re.compile(r"\d+(?:\.\d+){2,}")
_GROUPED_RUN = re.compile(r"\d{1,3}(?:,\d{3})*,\d{4,6}(?:,\d{3})+")
_DIGITS_BETWEEN_COMMAS = re.compile(r"[^,]+|,")


@lru_cache(maxsize=1)
def lexemes() -> dict[str, tuple[int, ...]]:
    """First character -> lengths, longest first, of the lexemes that begin with it; see `is_lexeme`."""
    by_first: dict[str, set[int]] = {}
    for word in is_lexeme():
        by_first.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in by_first.items()}


_STRUCTURE = """
个百分点 百分点 个基点 基点 分之 之 成 倍 番 翻 点 负 负的 第 至 到 和 与 及 之间 间 由 从 自 比 大 小 高 低 多 余 几 数 半
一半 每 每个 每年 平均 年 月 日 号 季度 季 上半年 下半年 前三季度 末 底 初 年底 年末 年初 年中 中 以来 来 起
上旬 中旬 下旬 财年 年度 全年 同期 较之 上年 上一年 前一年 次年 翌年 当年 去年 今年 明年 上年同期 截至 截止 截至到 期间 时 点钟 分 角 毛 分钱 角钱
毛钱 同年 届时 如今 成为 成立 成本 成果 成功 成员 成熟 成长 成都 成交 成型 成效 成就 成绩 成分 成千上万 成品
成熟度 大概率 多样 多元 多种 多个 多项 多家 多方 多年 多数 多轮 多模态 多维 多少 多数 几乎 几何 几个 数据 数字
数量 数智 数值 数年 半导体 半成品 起步 起草 起点 起来 起到 来自 来源 来看 来说 间接 间隔 时间 时代 时期 时段
时效 时长 日均 日常 日益 日前 月均 年均 年化 年复合 年报 年龄 号召 号码 点击 点对点 点位 重点 热点 试点 痛点
节点 特点 观点 起点 站点 网点 焦点 难点 亮点 要点 和谐 同时 并且 而且 同时又 百分比 的同时 而 的 且 并 但 以及 或者 或 等于 大于
小于 倍数 番茄 负责 负担 负载 负面 负荷 负债 第三方 从而 从事 由于 自动 自主 自身 自然 自研 自由 自己 自营 比例
比重 比如 比较 比特币 大模型 大型 大量 大幅 大众 小型 小时 高于 高质量 高端 高新 高度 高效 高速 高出 低于 低空
低碳 欧洲 欧盟 欧美 块状 元素 元年 元宇宙 元器件 美元指数 公司 公里 公开 克服 米兰 周期 周转 周边 周末 周岁 周年 岁 天然 天津
年轻 年代 分别 分析 分布 分为 分类 分钟 分段 分享 分级 分行 分公司 两市 家庭 家电 家居 家族 个人 个性 人工 人民
人才 人员 人均 人口 人形 次数 次新 项目 款项 件数 户均 所有 所得 所以 所示 所列 所述 所见 条件 种类 只有 套餐 部分 部门 部署 名称
名单 位置 位居 位于 位列 张家 起例 例如 类型 类似 场景 场所 本次 本土 本身 本地 本年 把握 头部 口径 卡时 门槛
门户 层级 层面 级别 级市 根据 群体 单位 单一 单价 封装 封闭 期望 期货 轮次 站式 店铺 双方 双向 双碳 对比 对应
对于 对象 对外 区域 国内 国家级 国际 国产 国外 市场 市值 省份 省级 县域 城区 字段 词汇 步 方面 维度 领域 环节
至今 至此 到位 到期 到达 到底 及其 及时 与此 间歇 最近 近年 近年来 近期 近日 附近 超级 超算 超大 超充 约束 约定
上 下 内 外 前 后 起 以 约 达 较 同比 环比 降至 增至 升至 增长到 提高到 下降到 增长至 提高至 降低至 上升至
上升到 涨至 跌至 放缓至 扩大至 增加到 增加至 降到 升到 排名 排名前 前 名列 位居第 位列第 居第 列第 强 位 名 比重
利率 汇率 约合 折合 又 半数 过半 过半数 超半 超半数 近半 近半数 还要 还需 还有 需要
""".split()  # noqa: SIM905


@lru_cache(maxsize=1)
def is_lexeme() -> frozenset[str]:
    """All Chinese words that the grammar tells apart."""
    words = set(_STRUCTURE)
    for table in (
        currencies.han_names(),
        units.HAN,
        lexicon.LEFT_COMPARATORS,
        lexicon.RIGHT_COMPARATORS,
        lexicon.HAN_MULTIPLES,
        lexicon.HAN_CLASSIFIERS,
        lexicon.HAN_PLAIN_WORDS,
        lexicon.HAN_CHANGE,
        lexicon.HAN_FORECAST,
        lexicon.HAN_REFERENCE,
        [word for word in currencies.MINOR if word > "\u4e00"],
    ):
        words.update(word for word in table if "\u4e00" <= word[0] <= "\u9fff")
    return frozenset(words - {"将", "若"})


def tokenise(folded: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `folded[start:end]`; white space only shows as a distance between tokens."""
    out: list[Token] = []
    number_end = -1
    scan = _SCAN_WITH_URLS if "@" in folded or "://" in folded or "www." in folded else _SCAN
    for match in scan.finditer(folded, start, len(folded) if end is None else end):
        kind = match.lastgroup or "sign"
        begin, stop = match.span()
        text = match.group()
        if kind == "word":
            if begin == number_end and text[0] in _SCALE_LETTERS and text[1:] in GLUED_BEHIND:  # RMB 6Bup 7.2x
                out.append(Token(WORD, begin, begin + 1, text[0], text[0].lower()))
                begin, text = begin + 1, text[1:]
            out.append(Token(WORD, begin, stop, text, text.lower()))
        elif kind == "number":
            out += _number(text, begin)
            number_end = stop
        elif kind == "han":
            out += _segment(text, begin, begin == number_end)
        else:
            out.append(Token(kind, begin, stop, text, text))
    return out


def _number(text: str, begin: int) -> Iterator[Token]:
    """A well-formed number, or its parts; a run of digits that means several things stays one token."""
    if len(text) > 40:
        yield Token(RUN, begin, begin + len(text), text, text)
    elif _WELL_FORMED.fullmatch(text):
        yield Token(NUMBER, begin, begin + len(text), text, text)
    elif _DOTTED.fullmatch(text):
        yield Token(DOTTED, begin, begin + len(text), text, text)
    elif _GROUPED_RUN.fullmatch(text):
        yield Token(RUN, begin, begin + len(text), text, text)
    else:
        for piece in _DIGITS_BETWEEN_COMMAS.finditer(text):
            part, at = piece.group(), begin + piece.start()
            if part == ",":
                yield Token(SIGN, at, at + 1, part, part)
            elif _WELL_FORMED.fullmatch(part):
                yield Token(NUMBER, at, at + len(part), part, part)
            else:
                yield Token(DOTTED if _DOTTED.fullmatch(part) else RUN, at, at + len(part), part, part)


def _segment(run: str, begin: int, after_number: bool) -> Iterator[Token]:
    """Lexemes (the longest at each place), numerals and the stretches between them."""
    firsts, words, numeral = lexemes(), is_lexeme(), lexicon.HAN_NUMERAL
    position, plain, size = 0, 0, len(run)
    while position < size:
        char = run[position]
        found = 0
        for length in firsts.get(char, ()):
            if position + length <= size and run[position : position + length] in words:
                found = length
                break
        if found > 1 and char in _BEHIND_NUMERAL and (run[position - 1] in numeral if position else after_number):
            found = 1
        stop = position + found
        if char in numeral and not (found > 1 and _outranks_numeral(run, position, stop)):
            stop = position + 1
            while stop < size and run[stop] in numeral and not _unit_begins(run, stop, firsts, words):
                stop += 1
            if run[stop - 1] == "两" and stop - position > 1 and run[stop - 2] in lexicon.HAN_UNITS:
                stop -= 1  # 三十|两: the weight
            found = -1
        if found == 0:
            position += 1
            continue
        if plain < position:
            yield Token(HAN_OTHER, begin + plain, begin + position, run[plain:position], "")
        text = run[position:stop]
        yield Token(HAN_NUMERAL if found < 0 else HAN, begin + position, begin + stop, text, text)
        position = plain = stop
    if plain < size:
        yield Token(HAN_OTHER, begin + plain, begin + size, run[plain:], "")


def _unit_begins(run: str, position: int, firsts: dict[str, tuple[int, ...]], words: frozenset[str]) -> bool:
    """Does a unit that begins with a numeral (千瓦, 千克, 两) start here, inside a numeral?"""
    return any(
        run[position : position + length] in units.HAN
        for length in firsts.get(run[position], ())
        if 1 < length <= len(run) - position and run[position : position + length] in words
    )


def _outranks_numeral(run: str, position: int, stop: int) -> bool:
    """A word that begins with a numeral is a word, unless more of a numeral follows it (一点五, 十一亿)."""
    word = run[position:stop]
    following = run[stop : stop + 1]
    if word in units.HAN:
        return True
    if (
        following
        and (following in lexicon.HAN_UNITS or following in "点成倍元")
        or word == "十分"
        and following == "之"
    ):
        return False
    return not (word.endswith("点") and following in lexicon.HAN_NUMERAL and following != "")

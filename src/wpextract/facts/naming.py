"""What a number measures and where: a short noun phrase and a geography, from the words of its sentence.

Rules over word lists, no model. A metric is the subject of the number's clause (or of its sentence), less dates,
figures and verbs, with the noun that is counted.
"""

from __future__ import annotations

import re
from functools import cache

import pycountry

_VERBS = frozenset(
    """
    is are was were be been being has have had will would should could can may might must does do did reach
    reached reaches reaching exceed exceeded exceeds exceeding surpass surpassed surpasses surpassing grow grew
    grows growing grown rise rose rises rising risen increase increased increases increasing fall fell falls
    falling fallen decline declined declines declining drop dropped drops dropping decrease decreased stand
    stood stands account accounted accounts accounting represent represented represents representing make made
    makes making total totalled totaled totals amount amounted amounts hit hits climb climbed climbs jump jumped
    jumps double doubled doubling triple tripled halve halved shrink shrank narrow narrowed narrows widen
    widened expand expanded expands approach approached approaches maintain maintained maintains lead led leads
    rank ranked ranks hold held holds take took takes taken attract attracted contribute contributed contributes
    contributing see saw seen get got comprise comprised include included includes including expected projected
    forecast estimated predicted set cover covered covers covering outperform outperformed follow followed cost
    costs charge charged earn earns earned keep kept keeps deliver delivered record recorded register registered
    raise raised raises use used uses adopt adopted generate generated add added adds sell sold sells ship
    shipped invest invested invests spend spent buy bought pay paid save saved cut cuts reduce reduced reduces
    show showed shows carry carried carries numbered become became come came go went remain remained remains
    give gives gave put puts leave left equal equals average averaged averages driven drive drives boasts boast
    concentrated dominated dominates secured secure need needs needed want wants run runs ran serve serves
    served last lasts
    """.split()  # noqa: SIM905 (a word list reads better as words)
)
_STOP = frozenset(
    """
    the a an of in on at by to for from with and or as its their this that these those it they which who whose
    than over about around approximately nearly almost more less up down not only also still already just
    further both each per respectively some any all other under into through during since until after before
    between among within now currently meanwhile however moreover overall notably specifically while whereas
    when where there here such very against compared versus year years end
    """.split()  # noqa: SIM905 (a word list reads better as words)
)
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_TIME = re.compile(
    r"\b(?:(?:in|by|as of|since|from|during|until|through|at|for)\s+)?(?:the\s+)?"
    r"(?:(?:end|beginning|start|middle|close) of\s+)?(?:early |late |mid-?)?"
    rf"(?:(?:{_MONTHS}|[1-4]?[hq][1-4]?)\s+)?"
    r"(?:fy)?(?:19|20)\d\d[ef]?(?:\s*[-–—]\s*(?:(?:19|20)\d\d|\d\d)[ef]?)?(?:h[12]|q[1-4])?\b,?"
    r"|\b(?:year[- ]on[- ]year|yoy|y/y)\b",
    re.IGNORECASE,
)
_TIME_ZH = re.compile(
    r"(?:截至|截止|预计到?|到|至|自|从)?(?:19|20)\d\d年?(?:[-–—~至到](?:(?:19|20)\d\d|\d\d)年?)?"
    r"(?:(?:\d{1,2}月|[上下]半年|第?[一二三四1-4]季度|年?底|年?末|初|以来|间|期间|内))*|同期|去年|今年|年内|目前"
)
_TAIL_ZH = re.compile(
    r"(?:有望|预计|将|已|约|近|超过?|突破|达到?|为|至|到|占比?|增长|增加|上升|提升|提高|下降|减少|降低|升至|降至|增至|接近"
    r"|不足|超出|不低于|不少于|不超过|高达|仅|则|由|从|的|了|是|在|均|合计|共|分别|再|又|较上年|比|可|年均|累计|同比|环比)+$"
)
_HEAD_ZH = re.compile(r"^(?:其中|此外|同时|而|并|但|且|预计|据|根据|在|随着|由于|因此|从而|以及|和|与|的|年|，|、)+")
_FIGURE = re.compile(
    r"[~≈<>≥≤]?(?:us\$|hk\$|rmb|usd|cny|eur|[$¥€£])?\s*\d[\d,.]*(?:\s*[-–—~]\s*\d[\d,.]*)?\s*"
    r"(?:%|％|pct\b|bn\b|mn\b|[kmbt]\b|x\b|(?:b|m|tr)illion\b|thousand\b|yuan\b|[万亿千百]+|美?元)*\+?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'./&+-]*[A-Za-z+]|[A-Za-z]|\S")

_REGIONS = {
    alias: name
    for name, aliases in {
        "global": ("global", "worldwide", "world", "全球", "世界"),
        "United States": ("u.s.", "us", "usa", "america", "american", "united states", "美国"),
        "United Kingdom": ("uk", "u.k.", "britain", "英国"),
        "China": ("china", "chinese", "中国", "我国", "国内"),
        "European Union": ("eu", "欧盟"),
        "Europe": ("europe", "european", "欧洲"),
        "Asia": ("asia", "亚洲"),
        "Southeast Asia": ("southeast asia", "东南亚"),
        "North America": ("north america", "北美"),
        "Latin America": ("latin america", "拉丁美洲"),
        "Africa": ("africa", "非洲"),
        "Japan": ("japan", "日本"),
        "South Korea": ("korea", "south korea", "韩国"),
        "Germany": ("germany", "德国"),
        "France": ("france", "法国"),
        "India": ("india", "印度"),
        "Russia": ("russia", "俄罗斯"),
        "Taiwan": ("taiwan", "台湾"),
        "Hong Kong": ("hong kong", "香港"),
    }.items()
    for alias in aliases
}


@cache
def _gazetteer() -> re.Pattern[str]:
    names = {c.name for c in pycountry.countries if len(c.name) > 3 and "," not in c.name}
    latin = sorted({*names, *(k for k in _REGIONS if k.isascii())}, key=len, reverse=True)
    han = sorted((k for k in _REGIONS if not k.isascii()), key=len, reverse=True)
    return re.compile(
        rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, latin))})(?:’s|'s)?(?![A-Za-z])|{'|'.join(han)}", re.IGNORECASE
    )


def geographies(text: str) -> list[tuple[int, str]]:
    """Places named in `text` with where they stand, as one name each ("the U.S." -> "United States")."""
    found = []
    for m in _gazetteer().finditer(text):
        word = re.sub(r"[’']s$", "", m.group())
        if word in ("us", "US") and word == "us":
            continue
        found.append((m.start(), _REGIONS.get(word.lower(), word)))
    return found


def geography_of(sentence: str, start: int, clause: tuple[int, int], fallback: str = "") -> str | None:
    """The place a number speaks of: the last one before it in its clause, else in its sentence, else in `fallback`."""
    places = geographies(sentence)
    inside = [name for at, name in places if clause[0] <= at < start]
    after = [name for at, name in places if start <= at < clause[1]]
    before = [name for at, name in places if at < start]
    for names in (inside, after[:1], before):
        if names:
            return " and ".join(dict.fromkeys(names)) if names is inside and len(set(names)) > 1 else names[-1]
    named = geographies(fallback)
    return named[0][1] if named else None


def metric_of(
    sentence: str, start: int, end: int, clause: tuple[int, int], noun: str | None, heading: str, language: str
) -> str:
    """A short noun phrase for what the number at `start:end` measures."""
    han = len(re.findall(r"[一-鿿]", sentence))
    return (
        _metric_zh(sentence, start, end, clause, noun, heading)
        if language == "zh" or han > 0.3 * len(sentence)
        else _metric_en(sentence, start, end, clause, noun, heading)
    )


def _words(text: str) -> list[str]:
    return [w for w in _WORD.findall(_FIGURE.sub(" ", _TIME.sub(" ", text))) if w[0].isalpha()]


def _subject(text: str) -> list[str]:
    """The words up to the first verb, dates and figures left out."""
    out: list[str] = []
    for word in _words(text):
        if word.lower() in _VERBS:
            if out:
                break
            continue
        out.append(word)
    return out


def _trim(words: list[str]) -> list[str]:
    while words and words[0].lower() in _STOP:
        words = words[1:]
    while words and words[-1].lower() in _STOP:
        words = words[:-1]
    return words


def _content(words: list[str]) -> set[str]:
    return {w.lower().rstrip("s") for w in words} - _STOP - _VERBS


def _metric_en(sentence: str, start: int, end: int, clause: tuple[int, int], noun: str | None, heading: str) -> str:
    first = next(
        (
            m.start()
            for m in re.finditer(r",\s|;\s", sentence)
            if m.start() > 0 and _content(_subject(sentence[: m.start()]))
        ),
        len(sentence),
    )
    main = _trim(_subject(sentence[: max(first, 0)]))[:9]
    local = _trim(_subject(sentence[clause[0] : start]))[-8:]
    after = _trim(_after(sentence[end : clause[1]]))[:6]
    parts = (
        local if len(_content(local)) >= 2 else local + [w for w in main if w.lower() not in {x.lower() for x in local}]
    )
    if not _content(parts):
        parts = main
    for extra in ((noun or "").split(), after):
        known = _content(parts)
        fresh = [w for w in extra if w.lower().rstrip("s") not in known]
        if _content(fresh):
            parts = parts + fresh if len(parts) + len(fresh) <= 14 else parts
    if len(_content(parts)) < 2 and main is not parts:
        known = _content(parts)
        parts = [*parts, *(w for w in main if w.lower().rstrip("s") not in known)]
    if len(_content(parts)) < 2:
        parts = [*parts, *_trim(_words(heading))[:6]]
    return " ".join(parts[:15]) or "unnamed"


def _after(text: str) -> list[str]:
    """The noun right behind a number: "of deals", "large models", up to a verb or a date."""
    out: list[str] = []
    for word in _words(re.split(r"[,;.()]", _TIME.sub(";", text), maxsplit=1)[0]):
        if word.lower() in _VERBS or word.lower() in (
            "and",
            "while",
            "with",
            "by",
            "from",
            "than",
            "to",
            "as",
            "up",
            "down",
        ):
            break
        out.append(word)
    return out


def _metric_zh(sentence: str, start: int, end: int, clause: tuple[int, int], noun: str | None, heading: str) -> str:
    def clean(text: str) -> str:
        text = _FIGURE.sub("", _TIME_ZH.sub("", text))
        text = re.sub(r"[\s，。；：、（）()“”\"·~]+", "", text)
        previous = None
        while previous != text:
            previous = text
            text = _TAIL_ZH.sub("", _HEAD_ZH.sub("", text))
        return text

    local = clean(sentence[clause[0] : start])[-22:]
    after = re.match(r"[的]?([一-鿿]{2,8})", sentence[end : clause[1]])
    parts = [local]
    if len(local) < 4:
        firsts = [clean(part) for part in re.split(r"[，；]", sentence[: clause[0]]) if part]
        subject = next((p for p in firsts if len(p) >= 3), "") or clean(heading)
        parts.insert(0, subject[:18])
    if noun and noun not in "".join(parts):
        parts.append(noun)
    elif after and after.group(1) not in "".join(parts) and not re.search(r"^(?:以上|左右|增|降|，)", after.group(1)):
        parts.append(clean(after.group(1)))
    return "".join(p for p in parts if p)[:38] or clean(heading)[:38] or "未命名"


def key_of(metric: str, geography: str | None) -> str:
    """The metric with word order, plural and function words taken out, so that restatements of it meet."""
    words = {w.lower().rstrip("s") for w in re.findall(r"[A-Za-z]+", metric)} - _STOP - _VERBS
    han = "".join(re.findall(r"[一-鿿]", metric))
    place = {geography.lower()} if geography else set()
    return (
        " ".join(sorted(words - {w for p in place for w in p.split()}))
        + (" " + han if han else "")
        + (f" @{geography}" if geography else "")
    )

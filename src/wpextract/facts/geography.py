"""Places that a text names, and which of them a number speaks of."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import pycountry

_REGIONS = {
    alias: name
    for name, aliases in {
        "global": ("global", "worldwide", "world", "全球", "世界"),
        "United States": ("u.s.", "us", "usa", "america", "american", "united states", "美国"),
        "United Kingdom": ("uk", "u.k.", "britain", "british", "briton", "英国"),
        "China": ("china", "chinese", "中国", "我国", "国内"),
        "European Union": ("eu", "european union", "欧盟"),
        "Europe": ("europe", "european", "欧洲"),
        "Asia": ("asia", "asian", "亚洲"),
        "Asia-Pacific": ("asia-pacific", "asia pacific", "apac", "亚太"),
        "Southeast Asia": ("southeast asia", "southeast asian", "south-east asia", "asean", "东南亚", "东盟"),
        "North America": ("north america", "north american", "北美"),
        "South America": ("south america", "south american", "南美"),
        "Latin America": ("latin america", "latin american", "拉丁美洲", "拉美"),
        "EMEA": ("emea",),
        "Americas": ("americas", "the americas", "美洲"),
        "Middle East": ("middle east", "middle eastern", "中东"),
        "Africa": ("africa", "african", "非洲"),
        "Japan": ("japan", "japanese", "日本"),
        "South Korea": ("korea", "korean", "south korea", "south korean", "韩国"),
        "Germany": ("germany", "german", "德国"),
        "France": ("france", "french", "法国"),
        "Italy": ("italy", "italian", "意大利"),
        "Spain": ("spain", "spanish", "西班牙"),
        "Netherlands": ("netherlands", "dutch", "荷兰"),
        "Canada": ("canada", "canadian", "加拿大"),
        "Mexico": ("mexico", "mexican", "墨西哥"),
        "Brazil": ("brazil", "brazilian", "巴西"),
        "Australia": ("australia", "australian", "澳大利亚"),
        "India": ("india", "indian", "印度"),
        "Indonesia": ("indonesia", "indonesian", "印度尼西亚", "印尼"),
        "Vietnam": ("vietnam", "vietnamese", "越南"),
        "Thailand": ("thailand", "thai", "泰国"),
        "Singapore": ("singapore", "singaporean", "新加坡"),
        "Russia": ("russia", "russian", "俄罗斯"),
        "Taiwan": ("taiwan", "taiwanese", "台湾"),
        "Hong Kong": ("hong kong", "香港"),
        "Argentina": ("argentina", "argentine", "argentinian", "阿根廷"),
        "Austria": ("austria", "austrian", "奥地利"),
        "Belgium": ("belgium", "belgian", "比利时"),
        "Chile": ("chile", "chilean", "智利"),
        "Colombia": ("colombia", "colombian", "哥伦比亚"),
        "Czechia": ("czechia", "czech", "czech republic", "捷克"),
        "Denmark": ("denmark", "danish", "丹麦"),
        "Egypt": ("egypt", "egyptian", "埃及"),
        "Finland": ("finland", "finnish", "芬兰"),
        "Greece": ("greece", "greek", "希腊"),
        "Hungary": ("hungary", "hungarian", "匈牙利"),
        "Ireland": ("ireland", "irish", "爱尔兰"),
        "Israel": ("israel", "israeli", "以色列"),
        "Malaysia": ("malaysia", "malaysian", "马来西亚"),
        "New Zealand": ("new zealand", "新西兰"),
        "Nigeria": ("nigeria", "nigerian", "尼日利亚"),
        "Norway": ("norway", "norwegian", "挪威"),
        "Philippines": ("philippines", "philippine", "filipino", "菲律宾"),
        "Poland": ("poland", "polish", "波兰"),
        "Portugal": ("portugal", "portuguese", "葡萄牙"),
        "Romania": ("romania", "romanian", "罗马尼亚"),
        "Saudi Arabia": ("saudi arabia", "saudi", "沙特阿拉伯", "沙特"),
        "South Africa": ("south africa", "south african", "南非"),
        "Sweden": ("sweden", "swedish", "瑞典"),
        "Switzerland": ("switzerland", "swiss", "瑞士"),
        "Turkey": ("turkey", "türkiye", "turkish", "土耳其"),
        "Ukraine": ("ukraine", "ukrainian", "乌克兰"),
        "United Arab Emirates": ("united arab emirates", "uae", "阿联酋"),
    }.items()
    for alias in aliases
}


_ALSO_WORDS = {"us", "polish", "turkey"}  # in lower case they name no place, but where they are a label of their own
_MONEY = r"(?!\s?\$|\s(?:dollars?|pounds?|yuan|renminbi|yen|won|francs?|kron[aeo]r?|rupees?)\b)"  # US$5, Swiss francs


@cache
def _gazetteer() -> re.Pattern[str]:
    names = {c.name for c in pycountry.countries if len(c.name) > 3 and "," not in c.name}
    latin = sorted({*names, *(k for k in _REGIONS if k.isascii())}, key=len, reverse=True)
    han = sorted((k for k in _REGIONS if not k.isascii()), key=len, reverse=True)
    return re.compile(
        rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, latin))})(?:(?<=[ao]n)s|’s|'s)?(?![A-Za-z]){_MONEY}|{'|'.join(han)}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4096)
def geographies(text: str) -> tuple[tuple[int, str], ...]:
    """Places named in `text` with where they stand, as one name each ("the U.S." -> "United States")."""
    found = []
    for m in _gazetteer().finditer(text):
        if name := _name_of(m):
            found.append((m.start(), name))
    return tuple(found)


def _name_of(m: re.Match[str]) -> str | None:
    word = re.sub(r"[’']s$|(?<=[ao]n)s$", "", m.group())  # Europe's, Europeans
    return None if word in _ALSO_WORDS and word != m.string else _REGIONS.get(word.lower(), word)


@lru_cache(maxsize=20_000)
def in_one_name(text: str) -> str:
    """`text` with each place that it names in English by one name ("the Dutch amount" -> "the Netherlands amount")."""
    return _gazetteer().sub(lambda m: _name_of(m) or m.group() if m.group()[0].isascii() else m.group(), text)


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


def is_place(text: str) -> bool:
    """Is `text` nothing but the name of a place?"""
    return _gazetteer().fullmatch(re.sub(r"^the\s+", "", text.strip(), flags=re.IGNORECASE)) is not None


def without_places(text: str) -> str:
    """`text` less the places it names and the prepositions that led to them."""
    bare = _gazetteer().sub("\0", text)
    bare = re.sub(r"(?:\b(?:in|of|from|and|the)\s+)*\0(?:\s+and\b)?", " ", bare, flags=re.IGNORECASE)
    return " ".join(bare.split())

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
        rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, latin))})(?:(?<=[ao]n)s|’s|'s)?(?![A-Za-z])|{'|'.join(han)}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4096)
def geographies(text: str) -> tuple[tuple[int, str], ...]:
    """Places named in `text` with where they stand, as one name each ("the U.S." -> "United States")."""
    found = []
    for m in _gazetteer().finditer(text):
        word = re.sub(r"[’']s$|(?<=[ao]n)s$", "", m.group())  # Europe's, Europeans
        if word in ("us", "US") and word == "us":
            continue
        found.append((m.start(), _REGIONS.get(word.lower(), word)))
    return tuple(found)


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

"""Figures of the whole that a document counts: so many projects, sites or beds in a year, under no one's name.

A document that has "1,240 projects" in one place and "more than 1,300 projects" in another speaks of the same ones. What
a row, a series or a place owns is no headline, nor are those of which it is told what they did.
"""

from __future__ import annotations

import re
from decimal import Decimal

from wpextract.consistency.facts_view import View
from wpextract.consistency.grids import is_total
from wpextract.consistency.linking import counted_alike, exchanged, misprint, things_named
from wpextract.consistency.material import LEADING, WORLD, Material
from wpextract.consistency.words import label_tokens, plain, tokens

LIMIT, SWAPPED = 0.66, 0.68  # how sure it is that a limit, or digits in another order, speak of one headline
NEAR = Decimal("1.25")  # a limit is set no further from what it limits
_FEW = 100  # of so few there may be many kinds
_DOES = re.compile(  # what so many do or have done to them, of which there is no one count
    r"\b(?:complet|start|plann|announc|treat|answer|respond|export|import|open|clos|join|sign|visit|attend|financ|award|launch|order"
    r"|deliver|survey|interview|cover|appl(?:y|i)|us|train|hir|inspect)(?:ed|ing)\b|\b(?:left|sold|bought|won|lost|took)\b"
    r"|完成|启动|新建|拟建|在建|计划|开工|签约|调研|受访|参与|培训|新增",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s*((?:(?!of\b|in\b|at\b|to\b|by\b|with|from\b|for\b|on\b|that\b|wh|and\b|or\b)[A-Za-z'’-]+\s*){1,3})"
)
_TALLY = re.compile(r"(?:(?:总?数|总?数?量|总额|规模|存量|合计|总计|共|为|达)+)$")


def one_headline(material: Material, a: View, b: View) -> float:
    """Confidence that two figures that disagree are one headline; 0 where they need not be."""
    low, high = sorted((a.value, b.value))
    if a.span is None or a.span != b.span or not counted_alike(a, b):
        return 0.0
    swapped = exchanged(a, b) and misprint(a, b) if len(a.figures) > LEADING else _reversed(a, b)
    if low < _FEW and not swapped:
        return 0.0
    if does_something(material, a) or does_something(material, b):
        return 0.0
    if _above_all(material, a, b) or _above_all(material, b, a):
        return LIMIT
    if not (_is_headline(material, a) and _is_headline(material, b) and _one_noun(a, b)):
        return 0.0
    if swapped:
        return SWAPPED
    limits = [v.fact.comparator in (">", ">=", "<", "<=") for v in (a, b)]
    return LIMIT if limits[0] != limits[1] and high < NEAR * low else 0.0


def _above_all(material: Material, limit: View, whole: View) -> bool:
    """Whether more are said to be somehow than there are of them: "customers can choose from more than 14,000 shops"."""
    beyond = limit.fact.comparator in (">", ">=") and whole.value < limit.value < NEAR * whole.value
    home = limit.fact.geography is None or plain(limit.fact.geography) == material.home
    noun = tokens(limit.fact.counted_noun or "")
    return (
        beyond
        and home
        and bool(noun)
        and noun == _noun(whole)
        and whole.fact.comparator == "="
        and _is_headline(material, whole)
    )


def _reversed(a: View, b: View) -> bool:
    """Whether two counts of one noun, of two digits each, are one another's digits turned round: "58 cities", "85 cities"."""
    one, two = a.fact.counted_noun, b.fact.counted_noun
    return bool(one) and one == two and len(a.figures) == LEADING and a.figures != b.figures == a.figures[::-1]


def counted_again(material: Material, a: View, b: View) -> bool:
    """Whether two equal counts of two digits or more are one headline: "86 makers" here and there."""
    same = a.digits == b.digits and len(a.figures) >= LEADING and a.span is not None and a.span == b.span
    return same and _is_headline(material, a) and _is_headline(material, b) and _one_noun(a, b)


def one_crowd(material: Material, a: View, b: View) -> bool:
    """Whether two texts count a like crowd in one period: "6,840 firms", "14,600 licensed firms"."""
    if a.span is None or a.span != b.span or a.dimension != b.dimension or not counted_alike(a, b):
        return False
    return not _crowd(material, a).isdisjoint(_crowd(material, b))


def of_one_owner(material: Material, a: View, b: View) -> bool:
    """Whether two texts tell their numbers of the same places, rows and series, or both of none."""
    return _owners(material, a) == _owners(material, b)


def _owners(material: Material, v: View) -> frozenset[str]:
    """The place and the rows or series that are named before a number; the document's own country is no other."""
    claim = material.claim_of.get(v.id)
    place = plain(v.fact.geography or material.home or "")
    before = f" {plain(claim.before)} " if claim is not None else ""
    named = (x for x in (things_named(material, claim) if claim is not None else ()) if x != material.home)
    rows = (x for x in named if f" {x} " in before and not tokens(x) <= _crowd(material, v))
    return frozenset({place, *rows} - {material.home, "", WORLD})


def _crowd(material: Material, v: View) -> frozenset[str]:
    """The tokens of what a text's number counts: of the noun beside it and the words between the two."""
    claim = material.claim_of.get(v.id)
    behind = _COUNTED.match(claim.after) if claim is not None and v.dimension == "count" else None
    return tokens(f"{v.fact.counted_noun or ''} {behind[1] if behind else ''}")


def does_something(material: Material, v: View) -> bool:
    """Whether a text tells what so many did or had done to them ("1,120 projects were completed"), not that they are there."""
    claim = material.claim_of.get(v.id)
    return claim is not None and bool(_DOES.search(f"{claim.before[-30:]} | {claim.after[:40]}"))


def _is_headline(material: Material, v: View) -> bool:
    if v.id in material.totals:
        return True
    place = v.fact.geography
    if place is not None and place != WORLD and plain(place) != material.home:
        return False
    if v.fact.source == "prose":
        claim = material.claim_of.get(v.id)
        if claim is None or claim.kind != "level":
            return False
        owners = [x for x in things_named(material, claim) if not is_total(x) and tokens(x) not in material.counted]
        return all(tokens(x) <= _noun(v) or label_tokens(x) <= _measure(v) for x in owners)
    return False


def _noun(v: View) -> frozenset[str]:
    """What is counted, as tokens: the noun beside the number, or that of the column that counts it."""
    return tokens(v.fact.counted_noun or "") or (tokens(v.fact.metric) if v.fact.source != "prose" else frozenset())


def _measure(v: View) -> frozenset[str]:
    """The tokens of the noun that a number's name ends in: the capacity of "total capacity"."""
    name = _head(v)
    return label_tokens(name.split()[-1] if name.isascii() and name else name)


def _head(v: View) -> str:
    """What a number is called, without what tallies it; in Chinese its noun stands at the end of that."""
    return _TALLY.sub("", v.metric).replace("的", "")


def _one_noun(a: View, b: View) -> bool:
    one, two = _head(a), _head(b)
    if not (one + two).isascii():  # the noun ends what a number is called: 从事养护的机构, 全国养护机构
        same = next((n for n in range(min(len(one), len(two))) if one[-1 - n] != two[-1 - n]), min(len(one), len(two)))
        last = [v.metric.rpartition("的")[2] for v in (a, b) if "的" in v.metric]
        return same > 2 or same == min(len(one), len(two)) > 1 or (len(last) == 2 and last[0] == last[1])
    nouns = [_noun(v) for v in (a, b)]
    if "physical:" in a.dimension and min(len(v.figures) for v in (a, b)) > 3:
        return True  # of so many digits hardly two that differ by a swap are of two things
    if all(nouns):
        return nouns[0] == nouns[1] or (
            a.fact.source != b.fact.source and (nouns[0] <= nouns[1] or nouns[1] <= nouns[0])
        )
    heads = [
        noun or next((tokens(x) for x in name.split() if tokens(x)), noun)
        for noun, name in zip(nouns, (one, two), strict=True)
    ]
    return heads[0] == heads[1] and bool(heads[0])

"""Numbers in English words and Chinese numerals, alone in a text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wpextract.quantities import find_quantities


def values(text: str, language: str) -> list[tuple[Decimal, Decimal]]:
    return [(q.value_low, q.value_high) for q in find_quantities(text, language, bare=True)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three", "3"),
        ("fifty-two", "52"),
        ("Three hundred  and  thirty one", "331"),
        ("two hundred and two thousand", "202000"),
        ("ninety nine hundred", "9900"),
        ("one hundred and five million", "105000000"),
        ("seven million five hundred twenty thousand", "7520000"),
        ("a million and one", "1000001"),
        ("half a million", "500000"),
        ("two and a half million", "2500000"),
        ("three and two thirds", "3.666666666666666666666666667"),
        ("one billion and a half million", "1000500000"),
        ("one point four three six billion", "1436000000"),
        ("eighteen point five o", "18.50"),
        ("five - eighths", "0.625"),
        ("minus five point five", "-5.5"),
        ("two dozen", "24"),
        ("4 thousand 3 hundred and 21", "4321"),
        ("13 lakh", "1300000"),
        ("2 1/4", "2.25"),
        ("½", "0.5"),
        ("1.5e9", "1500000000"),
        ("3×10^6", "3000000"),
    ],
)
def test_english(text: str, value: str) -> None:
    assert values(text, "en") == [(Decimal(value), Decimal(value))]


def test_a_list_of_numbers_is_not_one_number() -> None:
    assert [low for low, _ in values("3 hundred and 2 hundred", "en")] == [300, 200]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十五", "15"),
        ("两千四百五", "2450"),
        ("一千零五", "1005"),
        ("九十二万四", "924000"),
        ("四亿五千六百四十二万零一十五", "456420015"),
        ("五十五兆一十二亿四万五千二", "55001200045200"),
        ("4.78万亿", "4780000000000"),
        ("7 万5 千4 百", "75400"),
        ("2千零30万", "20300000"),
        ("肆佰叁拾萬", "4300000"),
        ("负六点六", "-6.6"),
        ("二十点一万", "201000"),
        ("五分之一", "0.2"),
        ("一又五分之三", "1.6"),
        ("一百 五 十 二", "152"),
        ("十来万", "100000"),
    ],
)
def test_chinese(text: str, value: str) -> None:
    assert values(text, "zh") == [(Decimal(value), Decimal(value))]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三五百", 300, 500),
        ("六十三四万", 630000, 640000),
        ("七百三四十", 730, 740),
        ("十几块钱", 10, 20),
        ("数十亿元", 10**9, 10**10),
    ],
)
def test_chinese_pairs_and_vague_digits_are_ranges(text: str, low: int, high: int) -> None:
    assert values(text, "zh") == [(Decimal(low), Decimal(high))]


@pytest.mark.parametrize("text", ["四川", "陆地", "队伍", "他在海滩上拾取贝壳", "万", "统一", "一些"])
def test_words_with_numeral_characters_are_words(text: str) -> None:
    assert values(text, "zh") == []

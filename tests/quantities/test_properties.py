"""Properties: what is printed is read back, nothing raises, work grows in proportion to the text."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wpextract.quantities import (
    find_periods,
    find_quantities,
    find_relative_periods,
    forecast_cues,
    lost_dash,
    note_in_label,
    numeric_tokens,
    parse_period_label,
    parse_unit_note,
    read_cell,
)
from wpextract.quantities.currencies import iso_codes
from wpextract.quantities.intervals import bounds, half_unit
from wpextract.quantities.units import HAN, factor, is_known, symbol_of

SCALES = {"": 1, " million": 10**6, "bn": 10**9, " trillion": 10**12, "M": 10**6, " hundred million": 10**8}
HAN_SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12, "百万": 10**6, "千万": 10**7}

number = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999"), places=2)


def plain(value: Decimal) -> str:
    return f"{value:,.2f}"


@given(number, st.sampled_from(sorted(SCALES)), st.sampled_from(["USD ", "RMB ", "$", "€", "EUR ", "HK$"]))
def test_money_before_the_number(value: Decimal, scale: str, currency: str) -> None:
    (quantity,) = find_quantities(f"sales of {currency}{plain(value)}{scale}.")
    assert quantity.value == value * SCALES[scale]
    assert quantity.kind == "money"
    assert quantity.decimals is not None
    assert quantity.bound_low == quantity.value - Decimal(10) ** -quantity.decimals / 2


@given(number, st.sampled_from(sorted(HAN_SCALES)), st.sampled_from(["元", "美元", "港元", "欧元", "元人民币"]))
def test_chinese_money(value: Decimal, scale: str, currency: str) -> None:
    (quantity,) = find_quantities(f"规模为{plain(value)}{scale}{currency}。", "zh")
    assert quantity.value == value * HAN_SCALES[scale]
    assert quantity.text == f"{plain(value)}{scale}{currency}"


@given(
    number,
    number,
    st.sampled_from(["-", "–", "~", " to ", " – ", "—", "\u200b", "(cid:3)"]),
    st.sampled_from(["%", " GWh", "x"]),
)
def test_ranges(low: Decimal, high: Decimal, dash: str, unit: str) -> None:
    low, high = sorted((low, high + 1))
    (quantity,) = find_quantities(f"of {plain(low)}{dash}{plain(high)}{unit}")
    assert (quantity.value_low, quantity.value_high) == (low, high)
    assert quantity.value is None or low == high


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_chinese_numerals_are_read_back(value: int) -> None:
    (quantity,) = find_quantities(f"共{chinese(value)}元", "zh", bare=True)
    assert quantity.value == value


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_english_words_are_read_back(value: int) -> None:
    (quantity,) = find_quantities(f"{english(value)} dollars", bare=True)
    assert quantity.value == value


@given(number, st.sampled_from(["({})", "-{}", "−{}"]))
def test_a_negative_cell(value: Decimal, style: str) -> None:
    quantity = read_cell(style.format(plain(value)), parse_unit_note("RMB million"))
    assert quantity is not None
    assert quantity.value == -value * 10**6


@given(number, st.sampled_from([">", ">=", "<", "<=", "~", "="]), st.integers(-3, 3))
def test_an_interval_holds_its_own_value(value: Decimal, comparator: str, exponent: int) -> None:
    low, high = bounds(value, value, half_unit(exponent, Decimal(1)), comparator)  # type: ignore[arg-type]
    assert low is None or low <= value
    assert high is None or high >= value


HOSTILE = "0123456789.,%-–~()$€¥ \n亿万千百十一二三点分之元年月日第至到多余几成倍eEkKmMxX/:+'\u200b\ufffd½²"


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=80), st.text(alphabet=HOSTILE, max_size=80)), st.sampled_from(["en", "zh"]))
def test_nothing_raises(text: str, language: str) -> None:
    quantities, periods = find_quantities(text, language), find_periods(text, language)
    for quantity in (*quantities, *find_quantities(text, language, bare=True)):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.value_low <= quantity.value_high
        assert quantity.bound_low is None or quantity.bound_low <= quantity.value_low
        assert quantity.bound_high is None or quantity.bound_high >= quantity.value_high
    numeric_tokens(text, quantities, periods, language)
    find_relative_periods(text, language)
    forecast_cues(text)
    parse_unit_note(text)
    note_in_label(text)
    parse_period_label(text)
    read_cell(text, None)
    lost_dash(text)


@pytest.mark.parametrize(
    "unit", ["7", "亿", "(", "（", "1,", "1-", "(1", "百分之", "five ", "https://", "a@", "more than ", "5% to "]
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def spent(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.process_time()
        find_quantities(text, "zh")
        return time.process_time() - start

    spent(2_000)
    small, large = (min(spent(size) for _ in range(2)) for size in (15_000, 120_000))
    assert large < 24 * small + 0.2  # eight times the text; room for noise, none for a square


def test_currency_codes_are_those_in_use() -> None:
    assert {"CNY", "USD", "EUR", "XOF"} <= iso_codes()
    assert not {"XAU", "XXX", "XTS"} & iso_codes()


@pytest.mark.parametrize(
    "written", ["GWh", "gigawatt hours", "square metres", "EFLOPS", "TOPS", "km/h", "cubic feet", "Mbps", "TEU"]
)
def test_units_are_known_to_the_units_library(written: str) -> None:
    symbol = symbol_of(written)
    assert symbol is not None
    assert is_known(symbol)


def test_every_chinese_unit_is_known_to_the_units_library() -> None:
    assert [name for name, symbol in HAN.items() if not is_known(symbol)] == []


def test_units_convert() -> None:
    assert factor("GW", "kW") == 1_000_000
    assert factor("GW", "kg") is None


def chinese(value: int) -> str:
    """A number below a trillion in Chinese numerals."""
    digits, units = "零一二三四五六七八九", ("", "十", "百", "千")

    def section(part: int) -> str:
        out, zero = "", False
        for power in (3, 2, 1, 0):
            digit = part // 10**power % 10
            if digit:
                out += ("零" if zero and out else "") + digits[digit] + units[power]
                zero = False
            else:
                zero = True
        return out

    out = ""
    for power, unit in ((8, "亿"), (4, "万"), (0, "")):
        part = value // 10**power % 10**4
        if part:
            out += ("零" if out and part < 1000 else "") + section(part) + unit
    return out


def english(value: int) -> str:
    """A number below a trillion in English words."""
    small = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    def below_thousand(part: int) -> str:
        words = []
        if part >= 100:
            words.append(small[part // 100] + " hundred")
            part %= 100
            if part:
                words.append("and")
        if part >= 20:
            words.append(tens[part // 10] + ("-" + small[part % 10] if part % 10 else ""))
        elif part:
            words.append(small[part])
        return " ".join(words)

    out = []
    for power, name in ((9, "billion"), (6, "million"), (3, "thousand"), (0, "")):
        part = value // 10**power % 1000
        if part:
            out.append(f"{below_thousand(part)} {name}".strip())
    return " ".join(out)

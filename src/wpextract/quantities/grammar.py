"""The grammar of quantities: a term is a number with its scale, currency or unit; two terms may be a range.

    quantity := [comparator] term [dash term] [comparator]
    term     := [sign] [currency] [sign] numeral {scale} [currency {scale} | percent | multiple | unit | noun] [per unit]

Parses tokens left to right, each once; what it cannot read it leaves. Periods and names are marked before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from wpextract.quantities import currencies, lexicon, units
from wpextract.quantities import tokens as t
from wpextract.quantities.comparators import comparator_before, direction_of, reads_as_change
from wpextract.quantities.folding import fold
from wpextract.quantities.intervals import bounds, half_unit
from wpextract.quantities.lexicon import RIGHT_COMPARATORS, SCALE_CAPITAL, SCALE_MONEY, SCALE_SHORT, SCALES
from wpextract.quantities.model import Comparator, Kind, Quantity
from wpextract.quantities.names import named_numbers, ranked
from wpextract.quantities.numerals import ONE, Numeral, printed, read_numeral, touching
from wpextract.quantities.periods import Span, read_spans
from wpextract.quantities.tokens import Token, tokenise

_DASHES = frozenset({"-", "–", "~", "--", "––", "~~"})
_CHUNK = 6000
_MAX_GAP = 4
_CAPITAL_TO_CLASS = frozenset({t.NUMBER, t.HAN_NUMERAL, t.VULGAR, t.RUN, t.DOTTED})
_PERCENT = Decimal(1)
_PREFIX_WORDS = frozenset(
    {"rmb", "usd", "cny", "cnh", "eur", "gbp", "hkd", "jpy", "krw", "inr", "dollar", "dollars", "rs", "btc"}
)
_MONEY_SPENT = frozenset(
    {"cost", "costs", "spend", "spent", "paid", "pay", "price", "priced", "worth", "£", "sterling", "bid", "fee"}
)
_CALENDAR_UNITS = frozenset({"year", "month", "week", "day", "decade", "hour", "minute", "second"})
_SELECTORS = frozenset(
    "the these those both other all leading top first last next another following remaining such following".split()
)
_HAN_COUNTED = frozenset(
    """
家 座 台 片 款 起 例 人 次 辆 户 所 艘 架 件 名 位 套 项 条
""".split()
)  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Term:
    """One number with what belongs to it, over tokens `[first, after)`."""

    first: int
    after: int
    numeral: Numeral
    sign: int
    kind: Kind
    unit: str
    currency: str | None
    factor: Decimal
    prefixed: bool
    measured: bool  # a unit, currency or percent is printed behind the number
    scaled: bool
    denominator: str | None = None
    noun: str | None = None
    comparator: Comparator | None = None
    added: Decimal = Decimal(0)
    raw_low: str = ""
    trailing_dash: bool = False

    @property
    def low(self) -> Decimal:
        return (self.numeral.low * self.factor + self.added) * self.sign

    @property
    def high(self) -> Decimal:
        return (self.numeral.high * self.factor + self.added) * self.sign


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a stretch of text: tokens, periods over them, numbers that name, quantities."""

    tokens: tuple[Token, ...]
    spans: tuple[Span, ...]
    named: dict[int, str]
    quantities: tuple[Quantity, ...]


def chunks(text: str) -> list[tuple[int, int]]:
    """Cuts a long text at white space or a sentence end, so that the work per chunk is bounded."""
    size = len(text)
    if size <= _CHUNK:
        return [(0, size)]
    cuts, start = [], 0
    while start < size:
        end = min(start + _CHUNK, size)
        if end < size:
            for mark in ("\n", "。", " "):
                at = text.rfind(mark, start + _CHUNK // 2, end)
                if at > 0:
                    end = at + 1
                    break
            else:
                while end < size and text[end].isalnum():  # never inside one run
                    end += 1
        cuts.append((start, end))
        start = end
    return cuts


@lru_cache(maxsize=512)
def read(text: str, language: str = "en", bare: bool = False) -> tuple[Reading, ...]:
    """All readings of a text, a chunk each. `bare` keeps numbers in words that nothing qualifies."""
    folded = fold(text)
    china = language.startswith("zh") or any(
        word in folded for word in ("RMB", "CNY", "yuan", "China", "Chinese", "人民币", "元")
    )
    return tuple(_read_chunk(text, folded, start, end, language, china, bare) for start, end in chunks(folded))


def _read_chunk(text: str, folded: str, start: int, end: int, language: str, china: bool, bare: bool) -> Reading:
    tokens = tokenise(folded, start, end)
    spans = read_spans(tokens)
    named = named_numbers(tokens, folded, lenient=bare)
    parser = _Parser(text, folded, tokens, spans, named, language, china, bare)
    return Reading(tuple(tokens), tuple(spans), named, tuple(parser.quantities()))


class _Parser:
    def __init__(
        self,
        text: str,
        folded: str,
        tokens: list[Token],
        spans: list[Span],
        named: dict[int, str],
        language: str,
        china: bool,
        bare: bool,
    ) -> None:
        self.text, self.folded, self.tokens, self.named = text, folded, tokens, named
        self.language, self.china, self.bare = language, china, bare
        self.size = len(tokens)
        self.blocked = set(named)
        self.dated: set[int] = set()
        for span in spans:
            self.blocked.update(range(span.first, span.after))
            self.dated.update(range(span.first, span.after))
        self.lows = [token.low for token in tokens]

    # ------------------------------------------------------------ the sequence
    def quantities(self) -> list[Quantity]:
        found: list[tuple[Term, Term | None, Quantity]] = []
        i = floor = 0
        while i < self.size:
            if i in self.blocked:
                i += 1
                continue
            parsed = self._quantity(i, floor)
            if parsed is None:
                i += 1
                continue
            term, other, quantity, after = parsed
            if quantity is not None:
                found.append((term, other, quantity))
            i = floor = max(after, i + 1)
        return self._paired(found)

    def _quantity(self, i: int, floor: int) -> tuple[Term, Term | None, Quantity | None, int] | None:
        token = self.tokens[i]
        if token.kind == t.WORD or token.kind == t.HAN:
            special = self._word_quantity(i, floor)
            if special is not None:
                return special
            if token.kind == t.WORD and token.low not in _WORD_STARTS:
                return None
        elif token.kind not in _CAPITAL_TO_CLASS:
            return None
        if token.kind in (t.RUN, t.DOTTED):
            return self._lost_range(i, floor)
        term = self._term(i, floor)
        if term is None:
            return None
        pair = self._range_end(term, floor)
        first, second, after = (term, None, term.after) if pair is None else pair
        comparator = (
            comparator_before(self.tokens, self.lows, first.first, floor) or (second or first).comparator or "="
        )
        if comparator == "=" and (second or first).kind == "multiple":
            comparator = self._times_of(first, floor)
        closing = self._comparison_around(first, second)
        if closing is not None:
            comparator, after = closing
        if not self._counts(first, second, comparator):
            return first, second, None, after
        return first, second, self._build(first, second, comparator, after), after

    # ------------------------------------------------------------ one term
    def _term(self, i: int, floor: int) -> Term | None:
        tokens, size = self.tokens, self.size
        numeral = read_numeral(tokens, i)
        if numeral is None or any(k in self.blocked for k in range(i, numeral.after)):
            return None
        first, sign, currency, minor = self._prefix(i, floor)
        j, factor, scaled = numeral.after, ONE, numeral.scaled
        per_fraction = self._fraction_of(numeral, first, sign)
        if per_fraction is not None:
            return per_fraction
        comparator: Comparator | None = None
        bracketed = first < i and tokens[i - 1].text == "(" and tokens[first].text != "("
        # 3000多亿元, 160+
        if (
            j < size
            and self.lows[j] in ("多", "余")
            and touching(tokens, j)
            and (j + 1 >= size or touching(tokens, j + 1))
        ):
            comparator = ">"
            j += 1
            more = read_scale_han(tokens, j)
            if more is not None:
                factor, j = factor * more[0], more[1]
        elif numeral.fuzzy and numeral.low == numeral.high:
            comparator = ">"
        j, factor, scaled_now, currency_after = self._scales(j, factor, currency)
        scaled = scaled or scaled_now
        if j < size and self.lows[j] == "+" and touching(tokens, j):
            comparator = ">="
            j += 1
            if factor == ONE:
                j, factor, scaled_now, currency_after = self._scales(j, factor, currency)
        if bracketed and j < size and self.lows[j] == ")":
            j += 1
            sign = -sign if sign > 0 else sign
        if self._text(j) == "(" and self._text(j + 1) in ("含", "不含") and self._text(j + 2) == ")":
            j += 3
        prefixed = currency is not None
        term = Term(
            first,
            j,
            numeral,
            sign,
            "count",
            "1",
            currency,
            factor * minor,
            prefixed,
            False,
            scaled,
            comparator=comparator,
        )
        if currency_after is not None:
            term = replace(term, currency=currency_after, kind="money", unit=currency_after, measured=True)
        return self._measure(term)

    def _text(self, i: int) -> str:
        if not 0 <= i < self.size:
            return ""
        return self.tokens[i].text

    def _prefix(self, i: int, floor: int) -> tuple[int, int, str | None, Decimal]:
        """Sign and currency before a numeral: -15, $-99.99, £(8.1m), RMB 5, 人民币50元."""
        tokens, k = self.tokens, i
        sign, currency = 1, None
        minor = ONE
        if k - 1 >= floor and self._negates(k - 1, floor):
            sign, k = -1, k - 1
        elif (
            k - 1 >= floor
            and tokens[k - 1].text == "+"
            and touching(tokens, k)
            and not (k - 2 >= floor and touching(tokens, k - 1) and tokens[k - 2].kind in (t.NUMBER, t.WORD))
        ):
            k -= 1
        opened = k - 1 >= floor and tokens[k - 1].text == "(" and touching(tokens, k)
        before = self._currency_before(k - 1 if opened else k, floor)
        if before is not None and opened is False and self._accounting(before[1], i, floor):
            return before[1], -1, before[0], minor
        if before is not None and (not opened or touching(tokens, k - 1)):
            currency, k = before
            if sign > 0 and k - 1 >= floor and self._negates(k - 1, floor):
                sign, k = -1, k - 1
        return k, sign, currency, minor

    def _accounting(self, k: int, i: int, floor: int) -> bool:
        """was ($99.99): a sum of money alone in brackets where a value is expected is a negative one."""
        return (
            k - 2 >= floor
            and self.tokens[k - 1].text == "("
            and touching(self.tokens, k)
            and self._text(i + 1) == ")"
            and self.lows[k - 2] in ("is", "was", "were", "are", "of", "to", "at", ":", "=")
        )

    def _negates(self, k: int, floor: int) -> bool:
        """Is token `k` a minus: 负, minus, or a hyphen that joins nothing?"""
        token = self.tokens[k]
        if token.low in ("负", "负的", "minus", "negative"):
            return True
        if token.text != "-" or k + 1 >= self.size:
            return False
        if not touching(self.tokens, k + 1):
            return self.bare and k == 0 and self.tokens[0].start <= 1
        if k == 0 or not touching(self.tokens, k):
            return not (k >= 1 and self.tokens[k - 1].kind == t.NUMBER)
        return self.tokens[k - 1].text in (
            "(",
            ":",
            "=",
            '"',
            "/",
            "$",
            "€",
            "£",
            ",",
            "、",
            "。",
            "<",
            ">",
        ) or self.tokens[k - 1].kind in (t.HAN, t.HAN_OTHER)

    def _currency_before(self, k: int, floor: int) -> tuple[str, int] | None:
        """The currency that ends right before token `k` and where it begins."""
        j = k - 1
        if j < floor or j < 0 or self.tokens[k].start - self.tokens[j].end > _MAX_GAP if k < self.size else False:
            return None
        if j < floor or j < 0:
            return None
        token = self.tokens[j]
        if token.kind == t.SIGN:
            code = currencies.sign_code(token.text, self.language, self.china)
            if code is None:
                return None
            if token.text in ("$", "¥") and j - 1 >= floor:
                word = self.tokens[j - 1]
                gap = token.start - word.end
                if word.kind == t.WORD and gap <= 1 and token.text == "$":
                    other = currencies.DOLLAR_PREFIXES.get(word.low)
                    if other is not None and (gap == 0 or len(word.low) > 1 and word.low != "can" or word.low == "c"):
                        return other, j - 1
                if (
                    word.text == "."
                    and token.text == "$"
                    and j - 4 >= floor
                    and self.lows[j - 4 : j] == ["u", ".", "s", "."]
                ):
                    return "USD", j - 4
                if token.text == "¥" and word.kind == t.WORD and word.low in ("cn", "rmb") and gap == 0:
                    return "CNY", j - 1
                if token.text == "¥" and word.kind == t.WORD and word.low in ("jp",) and gap == 0:
                    return "JPY", j - 1
            return code, j
        if token.kind == t.WORD:
            code = currencies.code_of(token.text)
            if code is None or (token.low not in _PREFIX_WORDS and not (len(token.text) == 3 and token.text.isupper())):
                return None
            if token.low in ("dollar", "dollars") and j - 1 >= floor and self.tokens[j - 1].kind == t.NUMBER:
                return None
            return code, j
        if token.kind == t.HAN and token.text not in currencies.GENERIC_HAN and len(token.text) >= 2:
            han = currencies.han_names().get(token.text)
            if han is not None:
                return han, j
        return None

    def _scales(self, j: int, factor: Decimal, currency: str | None) -> tuple[int, Decimal, bool, str | None]:
        """Scale words and letters behind a number; a scale and code in one word (MUSD) gives the currency too."""
        tokens, size, scaled = self.tokens, self.size, False
        while j < size:
            token = tokens[j]
            if token.start - tokens[j - 1].end > _MAX_GAP:
                break
            k = j
            if (
                token.text == "-"
                and touching(tokens, j)
                and j + 1 < size
                and touching(tokens, j + 1)
                and tokens[j + 1].low in SCALES
            ):
                k = j + 1
                token = tokens[k]
            if token.kind != t.WORD:
                if token.low == "of" or token.kind != t.HAN_NUMERAL:
                    break
                more = read_scale_han(tokens, j) if scaled is False and factor == ONE else None
                if more is None:
                    break
                factor, j, scaled = factor * more[0], more[1], True
                continue
            glued = touching(tokens, k)
            value: Decimal | None = None
            if token.low in SCALES:
                value = SCALES[token.low]
            elif (
                token.low in SCALE_SHORT
                and (token.low != "mm" or token.text == "MM" or currency)
                and (token.low != "k" or glued or self._ends(k + 1) or self.bare)
            ):
                value = SCALE_SHORT[token.low]
            elif (
                token.text in SCALE_CAPITAL
                and (glued or currency is not None or self.bare or token.text in ("MN", "BN"))
                and not self._is_name_letter(k)
            ):
                value = SCALE_CAPITAL[token.text]
                if token.text == "T" and currency is None and not (self.bare or self._noun(k + 1)[0]):
                    value = None
            elif (
                token.low in SCALE_MONEY
                and glued
                and (
                    currency is not None
                    or self._currency_at(k + 1) is not None
                    or (token.low == "m" and self._plural_people(k + 1))
                )
            ):
                value = SCALE_MONEY[token.low]
            elif token.low == "w" and glued and self.language.startswith("zh"):
                value = Decimal(10000)
            elif currency is None and not scaled:
                pair = currencies.scaled_code(token.text)
                if pair is not None:
                    return k + 1, factor * pair[1], True, pair[0]
            if value is None:
                break
            factor, scaled, j = factor * value, True, k + 1
            if j + 1 < size and tokens[j].low == "of" and tokens[j + 1].low in SCALES:
                j += 1
        return j, factor, scaled, None

    def _ends(self, k: int) -> bool:
        return k >= self.size or self.tokens[k].kind == t.SIGN or self.lows[k] in ("units", "people", "users")

    def _is_name_letter(self, k: int) -> bool:
        return k + 1 < self.size and touching(self.tokens, k + 1) and self.tokens[k + 1].kind in (t.NUMBER, t.WORD)

    def _plural_people(self, k: int) -> bool:
        return (
            k < self.size
            and self.tokens[k].kind == t.WORD
            and self.lows[k].endswith("s")
            and self.lows[k] not in ("is", "as", "was", "has", "this")
        )

    # ------------------------------------------------------------ what is measured
    def _measure(self, term: Term) -> Term:
        """Reads currency, percent, multiple, unit or noun behind the number."""
        if term.currency is None or term.kind != "money":
            read = self._currency_at(term.after, term.currency)
            if read is not None:
                code, minor, after = read
                term = replace(
                    term, currency=code, factor=term.factor * minor, after=after, kind="money", unit=code, measured=True
                )
                if minor == ONE:
                    term = self._small_change(term)
                after_, factor, scaled, _ = self._scales(term.after, ONE, code)
                if scaled and not term.scaled:
                    term = replace(term, after=after_, factor=term.factor * factor, scaled=True)
        if term.currency is not None:
            term = replace(term, kind="money", unit=term.currency)
            return self._closing(self._per(term))
        for rule in (self._percent, self._multiple, self._physical, self._classified):
            measured = rule(term)
            if measured is not None:
                return self._closing(self._per(measured) if measured.kind == "physical" else measured)
        return self._closing(self._counted(term))

    def _hyphen(self, j: int) -> int:
        """27-kilometer, 12-cent: skips a hyphen that ties a unit to its number."""
        if (
            self._text(j) == "-"
            and touching(self.tokens, j)
            and j + 1 < self.size
            and touching(self.tokens, j + 1)
            and self.tokens[j + 1].kind == t.WORD
        ):
            return j + 1
        return j

    def _currency_at(self, j: int, prefix: str | None = None) -> tuple[str, Decimal, int] | None:
        """Currency behind a number: code, factor of a minor unit, next token."""
        tokens, size = self.tokens, self.size
        j = self._hyphen(j)
        if j >= size or tokens[j].start - tokens[j - 1].end > _MAX_GAP:
            return None
        token = tokens[j]
        if token.kind == t.SIGN:
            if token.text == "¢":
                return "USD", Decimal("0.01"), j + 1
            code = currencies.sign_code(token.text, self.language, self.china)
            if code is None or (prefix is not None and prefix != code):
                return None
            if j + 1 < size and tokens[j + 1].kind == t.NUMBER and not touching(tokens, j):
                return None
            return code, ONE, j + 1
        if token.kind == t.WORD:
            return self._currency_words(j, prefix)
        if token.kind == t.HAN:
            return self._currency_han(j, prefix)
        return None

    def _currency_words(self, j: int, prefix: str | None) -> tuple[str, Decimal, int] | None:
        tokens, lows = self.tokens, self.lows
        names = currencies.english_names()
        for length in (4, 3, 2):
            if j + length <= self.size:
                code = names.get(" ".join(lows[j : j + length]))
                if code is not None:
                    return (code, ONE, j + length) if prefix in (None, code) else None
        if lows[j : j + 4] == ["u", ".", "s", "."] and j + 4 < self.size and lows[j + 4] in ("dollar", "dollars"):
            return "USD", ONE, j + 5
        low = lows[j]
        if low in currencies.MINOR and prefix is None:
            code, factor = currencies.MINOR[low]
            return code, factor, j + 1
        if (
            low in ("us", "hk")
            and j + 1 < self.size
            and tokens[j + 1].text == "$"
            and not (j + 2 < self.size and tokens[j + 2].kind == t.NUMBER)
        ):
            return ("USD" if low == "us" else "HKD"), ONE, j + 2
        code = currencies.code_of(tokens[j].text)
        if code is None or (prefix is not None and prefix != code):
            return None
        if prefix is not None and j + 1 < self.size and tokens[j + 1].kind == t.NUMBER and tokens[j].text.isupper():
            return None
        if low in ("pound", "pounds") and not self._sterling(j):
            return None
        if low in ("mark", "marks", "rand", "dong", "real", "won", "sol", "buck") and not self._free_noun(j):
            return None
        return code, ONE, j + 1

    def _sterling(self, j: int) -> bool:
        """Pounds are money after a scale word or where money is spoken of, else weight."""
        if self.lows[j - 1] in SCALES or (j + 1 < self.size and self.lows[j + 1] == "sterling"):
            return True
        return any(low in _MONEY_SPENT for low in self.lows[max(0, j - 10) : j + 4])

    def _free_noun(self, j: int) -> bool:
        return j + 1 >= self.size or self.tokens[j + 1].kind != t.WORD or self.lows[j + 1] in lexicon.NOUN_STOPS

    def _currency_han(self, j: int, prefix: str | None) -> tuple[str, Decimal, int] | None:
        tokens = self.tokens
        text = tokens[j].text
        if text in currencies.MINOR:
            code, factor = currencies.MINOR[text]
            return code, factor, j + 1
        if text in ("角", "毛", "角钱", "毛钱", "分钱") and prefix is None:
            return "CNY", Decimal("0.01" if text == "分钱" else "0.1"), j + 1
        named = currencies.han_names().get(text)
        if named is None:
            return None
        if text == "块" and j + 1 < self.size and tokens[j + 1].kind == t.HAN_OTHER and touching(tokens, j + 1):
            return None
        if (
            text in ("刀", "欧", "镑", "块")
            and j + 1 < self.size
            and tokens[j + 1].kind == t.HAN_OTHER
            and touching(tokens, j + 1)
        ):
            return None
        j += 1
        if text in currencies.GENERIC_HAN:
            if (
                j < self.size
                and touching(tokens, j)
                and tokens[j].kind == t.HAN
                and tokens[j].text not in currencies.GENERIC_HAN
            ):
                specific = currencies.han_names().get(tokens[j].text)
                if specific is not None and len(tokens[j].text) > 1:
                    return specific, ONE, j + 1
            if prefix is not None:
                return prefix, ONE, j
            return named, ONE, j
        if prefix is not None and prefix != named:
            return None
        return named, ONE, j

    def _small_change(self, term: Term) -> Term:
        """五元三角, thirteen dollars and forty-five cents: adds the minor unit behind the major one."""
        tokens, j = self.tokens, term.after
        if j < self.size and self.lows[j] in ("and", "又", "零"):
            j += 1
        added, seen = Decimal(0), False
        for _ in range(2):
            if j >= self.size or tokens[j].start - tokens[j - 1].end > 1 or j in self.blocked:
                break
            if tokens[j].kind not in (t.NUMBER, t.HAN_NUMERAL, t.WORD):
                break
            part = read_numeral(tokens, j)
            if part is None or part.low != part.high or part.low >= 100:
                break
            text = self._text(part.after)
            low = text.lower()
            if low in ("角", "毛", "角钱", "毛钱") and part.low < 10:
                unit = Decimal("0.1")
            elif low in ("分", "分钱", "美分", "cent", "cents", "pence", "欧分"):
                unit = Decimal("0.01")
            elif self._is_han_tail(part, term):
                return replace(term, added=term.added + part.low / 10, after=part.after)
            else:
                break
            added, seen, j = added + part.low * unit, True, part.after + 1
        return replace(term, added=term.added + added, after=j) if seen else term

    def _is_han_tail(self, part: Numeral, term: Term) -> bool:
        """三块五: one digit behind 块 at the end of a clause."""
        return (
            self._text(term.after - 1) == "块"
            and part.spelled
            and part.low < 10
            and part.after == part.first + 1
            and (part.after >= self.size or self.tokens[part.after].kind == t.SIGN)
        )

    def _percent(self, term: Term) -> Term | None:
        j, lows = self._hyphen(term.after), self.lows
        if j >= self.size or self.tokens[j].start - self.tokens[j - 1].end > _MAX_GAP:
            return None
        low = lows[j]
        percent: tuple[Kind, str] = ("percent", "%")
        points: tuple[Kind, str] = ("percentage_point", "pct_point")
        kind, factor, after = percent, ONE, j + 1
        if low in ("%", "percent"):
            if lows[after : after + 1] in (["points"], ["point"], ["pts"]):
                kind, after = points, after + 1
        elif low == "‰":
            factor = Decimal("0.1")
        elif low == "per" and lows[after : after + 1] == ["cent"]:
            after += 1
            if lows[after : after + 1] in (["points"], ["point"]):
                kind, after = points, after + 1
        elif low == "percentage":
            dash = after + 1 if self._text(after) == "-" else after
            if lows[dash : dash + 1] in (["points"], ["point"], ["pts"]):
                kind, after = points, dash + 1
        elif low == "pct":
            if not self._share_context(j):
                kind = points
            if lows[after : after + 1] in (["points"], ["point"], ["pts"]):
                kind, after = points, after + 1
        elif low in ("pp", "ppt", "ppts", "pps", "pts"):
            kind = points
        elif low in ("bps", "bp") or (low == "basis" and lows[after : after + 1] in (["points"], ["point"])):
            kind, factor, after = points, Decimal("0.01"), after + (low == "basis")
        elif low in ("个百分点", "百分点"):
            kind = points
        elif (
            low == "成"
            and touching(self.tokens, j)
            or low == "成"
            and self.tokens[j].start - self.tokens[j - 1].end <= 1
        ):
            if (
                term.scaled
                or term.numeral.high > 10
                or (
                    term.numeral.spelled is False
                    and after < self.size
                    and self.tokens[after].kind == t.HAN_OTHER
                    and touching(self.tokens, after)
                )
            ):
                if term.numeral.high > 10:
                    return None
            factor = Decimal(10)
            if (
                after < self.size
                and self.tokens[after].kind == t.HAN_NUMERAL
                and len(lows[after]) == 1
                and lows[after] in lexicon.HAN_DIGITS
            ):
                if (
                    after + 1 >= self.size
                    or self.tokens[after + 1].kind not in (t.HAN, t.HAN_OTHER)
                    or not touching(self.tokens, after + 1)
                ):
                    term = replace(term, added=term.added + lexicon.HAN_DIGITS[lows[after]])
                    after += 1
        else:
            return None
        if j > term.after and kind is percent and low not in ("percent", "percentage", "per"):
            return None
        return replace(term, after=after, kind=kind[0], unit=kind[1], factor=term.factor * factor, measured=True)

    def _share_context(self, j: int) -> bool:
        """ "45 pct" is a share or a rate where those are spoken of, else points of difference."""
        return any(
            low
            in (
                "share",
                "margin",
                "rate",
                "growth",
                "yoy",
                "cagr",
                "accounted",
                "accounting",
                "grew",
                "rose",
                "fell",
                "year",
                "up",
                "down",
            )
            for low in self.lows[max(0, j - 8) : j]
        ) and not any(
            low in ("gap", "difference", "spread", "narrowed", "narrow", "lead")
            for low in self.lows[max(0, j - 20) : j]
        )

    def _multiple(self, term: Term) -> Term | None:
        j, tokens = term.after, self.tokens
        if j >= self.size or tokens[j].start - tokens[j - 1].end > _MAX_GAP:
            return None
        low = self.lows[j]
        if low == "倍":
            return self._times(term, j + 1)
        if low in ("x", "×") and (touching(tokens, j) or self._text(j) == "×"):
            following = j + 1 < self.size and tokens[j + 1].kind == t.NUMBER
            return (
                None
                if following or (j + 1 < self.size and tokens[j + 1].kind == t.WORD and touching(tokens, j + 1))
                else self._times(term, j + 1)
            )
        if low == "times" and not self._frequency(j):
            return self._times(term, j + 1)
        k = self._hyphen(j)
        if self._text(k) in ("fold", "folds"):
            return self._times(term, k + 1)
        return None

    def _times(self, term: Term, after: int) -> Term:
        return replace(term, after=after, kind="multiple", unit="x", measured=True)

    def _frequency(self, j: int) -> bool:
        """ "3 times already", "5 times a day": how often, not how many fold."""
        following = self.lows[j + 1] if j + 1 < self.size else ""
        return following in (
            "already",
            "daily",
            "weekly",
            "monthly",
            "yearly",
            "annually",
            "per",
            "each",
            "every",
            "in",
            "on",
        ) or (following == "a" and j + 2 < self.size and self.lows[j + 2] in ("day", "week", "month", "year"))

    def _unit_at(self, j: int) -> tuple[str, int] | None:
        """The unit whose name begins at token `j`: symbol and next token."""
        tokens, size = self.tokens, self.size
        if j >= size or tokens[j].start - tokens[j - 1].end > _MAX_GAP:
            return None
        token = tokens[j]
        if token.kind == t.HAN:
            symbol = units.HAN.get(token.text)
            return (symbol, j + 1) if symbol is not None else None
        if token.kind == t.HAN_NUMERAL and token.text == "两":
            return "liang", j + 1
        if token.kind == t.SIGN:
            if token.text == "°" and j + 1 < size and self.lows[j + 1] in ("c", "f") and touching(tokens, j + 1):
                return ("degC" if self.lows[j + 1] == "c" else "degF"), j + 2
            if token.text in ("℃", "℉", "㎡", "°"):
                return units.symbol_of(token.text) or "degree", j + 1
            return None
        if token.kind != t.WORD:
            return None
        for length in (3, 2):
            if j + length <= size and all(
                tokens[k].kind == t.WORD or tokens[k].text == "-" for k in range(j, j + length)
            ):
                symbol = units.symbol_of(" ".join(self.lows[j : j + length]))
                if symbol is not None:
                    return symbol, j + length
        word = token.text
        if (
            j + 1 < size
            and touching(tokens, j + 1)
            and (tokens[j + 1].text in ("²", "³") or tokens[j + 1].text in ("2", "3") and word in ("m", "km"))
        ):
            symbol = units.symbol_of(word + tokens[j + 1].text)
            if symbol is not None:
                return symbol, j + 2
        if len(word) == 1 and not self._lone_letter(j):
            return None
        symbol = units.symbol_of(word)
        if symbol is None:
            return None
        if word.lower() in ("in", "mi", "ha", "min", "second", "ton") and not self._unit_like(j):
            return None
        return symbol, j + 1

    def _lone_letter(self, j: int) -> bool:
        glued = touching(self.tokens, j)
        word = self.tokens[j].text
        if j + 1 < self.size and touching(self.tokens, j + 1) and self.tokens[j + 1].text == "'":
            return False
        if glued:
            return True
        return word in ("m", "t", "g", "V", "W", "A") and (
            j + 1 >= self.size
            or self.tokens[j + 1].kind != t.WORD
            or self.lows[j + 1] in lexicon.NOUN_STOPS
            or self.lows[j + 1] in ("x", "valued")
        )

    def _unit_like(self, j: int) -> bool:
        return not (self.tokens[j].text[0].isupper() and self.lows[j] != "ton")

    def _physical(self, term: Term) -> Term | None:
        j = self._hyphen(term.after)
        brackets = {"(": ")", "{": "}", "<": ">"}
        opened = self._text(j)
        if opened in brackets and self._text(j + 2) == brackets[opened]:
            inner = self._unit_at(j + 1)
            if inner is not None and inner[1] == j + 2 and len(self._text(j + 1)) > 1:
                return replace(term, after=j + 3, kind="physical", unit=inner[0], measured=True)
        if self._text(j) in ("pound", "pounds"):
            return replace(term, after=j + 1, kind="physical", unit="lb", measured=True)
        found = self._unit_at(j)
        if found is None:
            return None
        symbol, after = found
        if self._text(j) == "年" and j in self.dated:
            return None
        if after < self.size and self.lows[after] == "半" and touching(self.tokens, after):
            term = replace(term, added=term.added + Decimal("0.5") * term.factor)
            after += 1
        return replace(term, after=after, kind="physical", unit=symbol, measured=True)

    def _classified(self, term: Term) -> Term | None:
        """A Chinese classifier: 286座, 1,240家, 48个城市."""
        j = term.after
        if j < self.size and self.tokens[j].kind == t.HAN and self.tokens[j].start - self.tokens[j - 1].end <= 1:
            text = self.tokens[j].text
            if text in lexicon.HAN_CLASSIFIERS:
                return replace(term, after=j + 1, noun=text, measured=True)
        return None

    def _counted(self, term: Term) -> Term:
        noun, _ = self._noun(self._hyphen(term.after))
        return replace(term, noun=noun)

    def _noun(self, j: int) -> tuple[str | None, int]:
        """The counted noun: the first plural within the noun phrase that follows ("large models", "lines of code")."""
        for k in range(j, min(j + 6, self.size)):
            token = self.tokens[k]
            if k in self.blocked or token.kind != t.WORD:
                if token.text in ("-", "&", "/") and k > j:
                    continue
                return None, j
            low = token.low
            if low in lexicon.NOUN_STOPS or low.endswith("ed") and k == j:
                return None, j
            plural = low in lexicon.IRREGULAR_PLURALS or (
                low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is"))
            )
            if plural:
                if (
                    self.lows[k + 1 : k + 2] == ["of"]
                    and k + 2 < self.size
                    and self.tokens[k + 2].kind == t.WORD
                    and low in ("lines", "pieces", "sets", "pairs", "tons")
                ):
                    return f"{low} of {self.tokens[k + 2].text}", k + 3
                return token.text, k + 1
        return None, j

    def _per(self, term: Term) -> Term:
        """Per kWh, /hour, a year, 元/卡时."""
        j, tokens = term.after, self.tokens
        if j + 1 >= self.size or tokens[j].start - tokens[j - 1].end > _MAX_GAP:
            return term
        low = self.lows[j]
        k = j + 1
        if (
            low == "/"
            and touching(tokens, j)
            or low in ("per",)
            or (low in ("a", "an", "each", "every") and self._denominates(k))
            or low == "每"
        ):
            pass
        else:
            return term
        if tokens[k].kind == t.NUMBER or tokens[k].kind == t.SIGN:
            return term
        unit = self._unit_at(k) if tokens[k].kind in (t.WORD, t.HAN) else None
        if unit is not None:
            return replace(term, after=unit[1], denominator=unit[0])
        if tokens[k].kind in (t.WORD, t.HAN, t.HAN_OTHER) and tokens[k].end - tokens[k].start <= 24:
            text, after = tokens[k].text, k + 1
            if tokens[k].kind == t.HAN_OTHER:
                text = text[:2]
                return replace(term, denominator=text, after=after) if len(tokens[k].text) <= 2 else term
            if (
                low == "/"
                and after < self.size
                and tokens[after].kind in (t.HAN, t.HAN_OTHER)
                and touching(tokens, after)
                and tokens[k].kind == t.HAN
                and tokens[after].text in ("时", "天", "月", "年")
            ):
                text, after = text + tokens[after].text, after + 1
            return replace(term, denominator=text, after=after)
        return term

    def _denominates(self, k: int) -> bool:
        return self.lows[k] in (
            "year",
            "month",
            "day",
            "share",
            "unit",
            "kwh",
            "mwh",
            "tonne",
            "ton",
            "barrel",
            "hour",
            "week",
            "head",
            "pound",
            "dozen",
        )

    def _closing(self, term: Term) -> Term:
        """Comparators behind: 500 amperes or more, 100家以上, 58%左右."""
        j = term.after
        if j >= self.size:
            return term
        if (
            self.lows[j] == "+"
            and touching(self.tokens, j)
            and not (j + 1 < self.size and touching(self.tokens, j + 1) and self.tokens[j + 1].kind == t.NUMBER)
        ):
            return replace(term, comparator=">=", after=j + 1)
        if self.tokens[j].kind == t.HAN:
            k = j
            if self.lows[j] == "及" and j + 1 < self.size:
                k = j + 1
            found = RIGHT_COMPARATORS.get(self.lows[j]) or (
                RIGHT_COMPARATORS.get("及" + self.lows[k]) if k > j else None
            )
            if found is not None and (
                self.lows[j] not in ("多", "余") or term.noun is None or touching(self.tokens, j)
            ):
                return replace(term, comparator=found)
            return term
        for length in (3, 2):
            found = RIGHT_COMPARATORS.get(" ".join(self.lows[j : j + length]))
            if found is not None:
                return replace(term, comparator=found)
        if term.noun is not None:  # 500 units or more
            for k in range(j + 1, min(j + 5, self.size)):
                if self.tokens[k].text == term.noun:
                    found = RIGHT_COMPARATORS.get(" ".join(self.lows[k + 1 : k + 3]))
                    return replace(term, comparator=found) if found is not None else term
        elif term.kind == "count" and j + 2 < self.size and self.tokens[j].kind == t.WORD:
            found = RIGHT_COMPARATORS.get(" ".join(self.lows[j + 1 : j + 3]))
            if found is not None and self.lows[j] not in lexicon.NOUN_STOPS:
                return replace(term, comparator=found)
        return term

    def _fraction_of(self, numeral: Numeral, first: int, sign: int) -> Term | None:
        """百分之五, 千分之２.４, 五分之一: a share whose denominator is written first."""
        j = numeral.after
        if j + 1 >= self.size or numeral.low <= 0 or numeral.low != numeral.high:
            return None
        if self.lows[j] == "分之":
            start = j + 1
        elif self.lows[j] == "分" and self.lows[j + 1] == "之":
            start = j + 2
        else:
            return None
        minus = self._negates(start, j)
        start += minus
        if start >= self.size:
            return None
        over = read_numeral(self.tokens, start)
        if over is None:
            return None
        if minus:
            sign = -sign
        bare_unit = all(c in lexicon.HAN_UNITS for c in numeral.digits)
        if bare_unit:
            factor = Decimal(100) / numeral.low
            over = replace(over, implicit=False)
            return self._closing(Term(first, over.after, over, sign, "percent", "%", None, factor, False, True, True))
        value = over.low / numeral.low
        fraction = replace(over, low=value, high=value, fraction=True, scale=ONE, exponent=-6)
        return self._closing(Term(first, over.after, fraction, sign, "ratio", "1", None, ONE, False, True, True))

    # ------------------------------------------------------------ ranges
    def _range_end(self, low: Term, floor: int) -> tuple[Term, Term, int] | None:
        """The second term of a range that begins with `low`, and the first with the scale and unit they share."""
        j = low.after
        if j >= self.size:
            return None
        k = self._connector(low, j)
        if k is None:
            return None
        at = k
        while at < self.size and at < k + 4 and self.tokens[at].kind not in (t.NUMBER, t.HAN_NUMERAL, t.VULGAR):
            if self.tokens[at].kind == t.WORD and self.lows[at] in _WORD_STARTS and self.lows[at] not in ("a", "an"):
                break
            if not (
                self.tokens[at].kind == t.SIGN
                and (self.tokens[at].text in currencies.SIGNS or self.tokens[at].text == "-")
                or self._is_currency_word(at)
            ):
                if self.lows[at] in ("a", "负", "minus", "negative"):
                    at += 1
                    continue
                return None
            at += 1
        if at >= self.size or at in self.blocked:
            return None
        high = self._term(at, k)
        if high is None or high.first > k:
            return None
        if (
            self._text(j) in ("和", "与")
            and self._text(high.after) not in ("之间", "间")
            and self._text(low.first - 1) not in ("介于", "在")
        ):
            return None
        return self._share(low, high, j, floor)

    def _is_currency_word(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == t.WORD:
            return currencies.code_of(token.text) is not None or token.low in currencies.DOLLAR_PREFIXES
        return token.kind == t.HAN and token.text in currencies.han_names()

    def _connector(self, low: Term, j: int) -> int | None:
        """The token behind a range dash or word at `j`, or None."""
        token, low_text = self.tokens[j], self.lows[j]
        before = self.lows[low.first - 1] if low.first else ""
        if token.text in _DASHES:
            if low_text == "-" and self._text(j + 1) == "to":
                return j + 2
            spaced = token.start > self.tokens[j - 1].end
            if (
                spaced
                and j + 1 < self.size
                and self.tokens[j + 1].start == token.end
                and token.text == "-"
                and self.tokens[j + 1].kind == t.NUMBER
            ):
                return j + 1 if low.numeral.low < _leading(self.tokens[j + 1]) else None  # 75 -300mm, not 5 -3
            return j + 1
        if token.kind == t.GAP and touching(self.tokens, j) and j + 1 < self.size:
            k = j + 1
            while k < self.size and self.tokens[k].kind == t.GAP:
                k += 1
            return k if k < self.size and self.tokens[k].start == self.tokens[k - 1].end else None
        if low_text in ("to", "through", "thru"):
            return j + 1
        if low_text in ("至", "到"):
            return j + 1
        if low_text == "and" and before == "between":
            return j + 1
        if low_text in ("和", "与"):
            return j + 1
        return None

    def _share(self, low: Term, high: Term, j: int, floor: int) -> tuple[Term, Term, int] | None:
        """Lets two terms share scale, currency and unit; None if they are not one range."""
        link = self.lows[j]
        worded = link in ("to", "至", "到", "through", "thru")
        if worded and reads_as_change(self.tokens, self.lows, low.first, floor, low.measured):
            return None
        if low.measured and low.kind != high.kind:
            if not (low.kind == "count" and low.noun is not None and high.kind == "count"):
                return None
        if (
            not low.measured
            and low.noun is not None
            and high.noun is None
            and not high.measured
            and link not in _DASHES
        ):
            return None
        if low.currency is not None and high.currency is not None and low.currency != high.currency:
            generic = low.prefixed and self._text(high.after - 1) in currencies.GENERIC_HAN
            if not generic:
                return None
            high = replace(high, currency=low.currency, unit=low.currency)
        if low.measured and not high.measured and not high.prefixed and low.kind != "money":
            return None
        if low.currency is not None and high.currency is None:
            if high.measured:
                return None
            high = replace(high, currency=low.currency, kind="money", unit=low.currency)
            if (
                worded
                and not high.prefixed
                and not high.scaled
                and not low.scaled
                and self._text(low.first - 1) != "between"
                and self._text(low.first - 1) != "from"
            ):
                if self.language.startswith("en") and high.noun is not None:
                    return None
        # a scale printed once belongs to both ends, unless that would turn them round
        tail = self._own_scale(high)
        if (
            tail != ONE
            and self._own_scale(low) == ONE
            and low.low * tail <= high.high
            and not (low.measured and low.kind == "money" and not low.prefixed)
        ):
            numeral = low.numeral
            low = replace(
                low,
                numeral=replace(numeral, low=numeral.low * tail, high=numeral.high * tail, scale=numeral.scale * tail),
            )
        if not low.measured:
            own = high.factor / self._word_factor(high)
            low = replace(low, factor=low.factor * (own if low.factor == ONE else ONE))
        low = replace(low, kind=high.kind, unit=high.unit, currency=high.currency)
        if low.low > high.high:
            return None
        return low, high, high.after

    def _word_factor(self, term: Term) -> Decimal:
        """The part of a term's factor that scale words (million) make; the rest belongs to the unit (成, cents)."""
        factor = term.factor
        for unit in (Decimal("0.01"), Decimal("0.1")):
            if term.kind in ("money", "percent", "percentage_point") and factor % 1 and factor == unit:
                return ONE
        return ONE if term.kind == "percent" and factor == 10 else factor

    def _own_scale(self, term: Term) -> Decimal:
        """Scale words of a term: 万, 亿, million; not the factor of its unit."""
        words = self._word_factor(term)
        han = term.numeral.scale
        if term.numeral.spelled and self.tokens[term.numeral.first].kind == t.HAN_NUMERAL:
            big = ONE
            for char in reversed(term.numeral.digits):  # 三十万 -> 万
                if lexicon.HAN_UNITS.get(char, 0) < 10**4:
                    break
                big *= lexicon.HAN_UNITS[char]
            return words * big
        return words * (han if han > 1 else ONE)

    def _times_of(self, first: Term, floor: int) -> Comparator:
        """约为中国的2.1倍: the comparator stands before what is compared with."""
        if not self.folded[: self.tokens[first.first].start].rstrip().endswith("的"):
            return "="
        for k in range(first.first - 1, max(floor, first.first - 7) - 1, -1):
            if (
                self.tokens[k].kind == t.SIGN
                or k in self.blocked
                and self.tokens[k].kind == t.NUMBER
                and k < first.first - 4
            ):
                break
            found = lexicon.LEFT_COMPARATORS.get(self.lows[k])
            if found is not None and self.tokens[k].kind == t.HAN:
                return found
        return "="

    def _comparison_around(self, first: Term, second: Term | None) -> tuple[Comparator, int] | None:
        """比170低, 比四分之一大."""
        after = (second or first).after
        if self._text(first.first - 1) == "比" and after < self.size:
            text = self._text(after)
            if text in ("大", "高", "多"):
                return ">", after + 1
            if text in ("小", "低", "少"):
                return "<", after + 1
        return None

    def _lost_range(self, i: int, floor: int) -> tuple[Term, Term | None, Quantity | None, int] | None:
        """1,5001,800 or 6.26.6 million: digits that can only be two numbers whose dash is lost."""
        from wpextract.quantities.dashes import lost_dash

        token = self.tokens[i]
        ends = lost_dash(token.text) if len(token.text) <= 24 else None
        if ends is None:
            return None
        low, high = ends
        exponent = printed(str(high))[1]
        scale_after, factor, scaled, _ = self._scales(i + 1, ONE, None)
        numeral = Numeral(i, i + 1, high, high, exponent, ONE, token.text, False)
        first, sign, currency, minor = self._prefix(i, floor)
        j, factor, scaled, code = self._scales(i + 1, ONE, currency)
        more = read_scale_han(self.tokens, j)
        if more is not None:
            factor, j, scaled = factor * more[0], more[1], True
        term = self._measure(
            Term(
                first,
                j,
                numeral,
                sign,
                "count",
                "1",
                currency or code,
                factor * minor,
                currency is not None,
                False,
                scaled,
            )
        )
        if not term.measured and not scaled and currency is None:
            return None
        start = replace(term, numeral=replace(numeral, low=low, high=low, digits=str(low)), after=i + 1)
        term = replace(term, numeral=replace(numeral, digits=str(high)))
        comparator = comparator_before(self.tokens, self.lows, first, floor) or term.comparator or "="
        quantity = replace(self._build(start, term, comparator, term.after), approximate_range=True)
        return start, term, quantity, term.after

    # ------------------------------------------------------------ numbers in words that are no numerals
    def _word_quantity(self, i: int, floor: int) -> tuple[Term, Term | None, Quantity | None, int] | None:
        """doubled, 翻番, twofold, ranked first, top 10, twice."""
        low, tokens = self.lows[i], self.tokens
        value: Decimal | None = None
        direction: str | None = None
        after, kind, unit = i + 1, "multiple", "x"
        comparator: Comparator | None = None
        if low in lexicon.MULTIPLE_VERBS:
            digits, direction = lexicon.MULTIPLE_VERBS[low]
            value = Decimal(digits)
        elif low in lexicon.HAN_MULTIPLES:
            digits, direction = lexicon.HAN_MULTIPLES[low]
            value = Decimal(digits)
            if self._text(after) == "有余":
                comparator = ">"
        elif low in lexicon.FOLD_WORDS:
            value = Decimal(lexicon.FOLD_WORDS[low])
        elif (
            low == "twice"
            and self._text(i + 1) in ("the", "as", "that", "its", "their")
            or low == "double"
            and self._text(i + 1) in ("the", "that", "its", "their")
        ):
            value = Decimal(2)
        elif low == "top" and i + 1 < self.size and not self.bare:
            k = i + 1 + (self._text(i + 1) == "-")
            if (
                k < self.size
                and (tokens[k].kind == t.NUMBER and tokens[k].text.isdigit() and k not in self.dated)
                and len(tokens[k].text) <= 4
            ):
                if not (k + 1 < self.size and self.lows[k + 1] in ("%", "percent", "per")):
                    value, after, kind, unit = Decimal(tokens[k].text), k + 1, "rank", "1"
        elif low in ("ranked", "ranks", "ranking", "rank") and i + 1 < self.size:
            ordinal = lexicon.ORDINALS.get(self.lows[i + 1])
            if ordinal is not None:
                value, after, kind, unit = Decimal(ordinal), i + 2, "rank", "1"
            elif tokens[i + 1].kind == t.NUMBER and i + 2 < self.size and self.lows[i + 2] in ("st", "nd", "rd", "th"):
                value, after, kind, unit = Decimal(tokens[i + 1].text.replace(",", "")), i + 3, "rank", "1"
        if value is None or any(k in self.dated for k in range(i, after)):
            return None
        numeral = Numeral(
            i,
            after,
            value,
            value,
            0 if value >= 1 else -1,
            ONE,
            self.folded[tokens[i].start : tokens[after - 1].end],
            True,
            scaled=True,
        )
        term = Term(i, after, numeral, 1, kind, unit, None, ONE, False, True, True)  # type: ignore[arg-type]
        if self.bare:
            return term, None, None, after
        sign = comparator_before(tokens, self.lows, i, floor) if kind == "multiple" else None
        quantity = self._build(term, None, sign or comparator or "=", after)
        if direction is not None:
            quantity = replace(quantity, direction="up" if direction == "up" else "down")
        return term, None, quantity, after

    def _scale_compound(self, i: int, floor: int) -> tuple[Term, Term | None, Quantity | None, int] | None:
        """trillion-parameter, billion-dollar: a scale word that measures."""
        if i + 2 >= self.size or not touching(self.tokens, i + 2) or self.tokens[i + 2].kind != t.WORD or self.bare:
            return None
        value = SCALES[self.lows[i]]
        numeral = Numeral(i, i + 1, value, value, 0, value, self.tokens[i].text, True, scaled=True)
        term = Term(i, i + 1, numeral, 1, "count", "1", None, ONE, False, False, True)
        money = self._currency_at(i + 1)
        if money is not None:
            term = replace(term, after=money[2], kind="money", unit=money[0], currency=money[0], measured=True)
        else:
            term = replace(term, after=i + 3, noun=self.tokens[i + 2].text)
        comparator = comparator_before(self.tokens, self.lows, i, floor) or "="
        return term, None, self._build(term, None, comparator, term.after), term.after

    # ------------------------------------------------------------ results
    def _counts(self, first: Term, second: Term | None, comparator: Comparator) -> bool:
        """Does the number measure something that somebody could check?"""
        term = second or first
        numeral = first.numeral
        if (
            numeral.implicit
            and not (term.kind == "percent" and term.factor != 1)
            and not (
                self.bare
                and (
                    len(numeral.digits) > 1
                    and term.measured
                    or numeral.scaled
                    and numeral.digits[-1:] in lexicon.HAN_DIGITS
                )
            )
        ):
            return False
        if not numeral.spelled:
            return self._number_counts(first, second)
        if self.bare:
            return self._bare_counts(first, second)
        if term.kind in ("money", "percent", "percentage_point", "multiple"):
            return not (term.kind == "money" and numeral.low == 1 and not numeral.scaled)
        if term.kind == "physical":
            return numeral.low > 1 and not (term.unit in ("year", "month", "day", "week") and self._recent(first))
        if numeral.fraction:
            return not (
                numeral.digits.lower() in ("half", "a half", "a quarter", "quarter")
                and self._text(term.after) not in ("of", "the")
            )
        if numeral.scaled and self.tokens[first.first].kind != t.HAN_NUMERAL:
            return True
        if term.noun is not None and numeral.low >= 2:
            if self.tokens[first.first].kind == t.HAN_NUMERAL:
                return (term.noun in _HAN_COUNTED and not self._selects(first)) or numeral.scaled
            return not self._selects(first)
        return False

    def _selects(self, first: Term) -> bool:
        """the three regions, the leading five firms, 前三家: which ones rather than how many."""
        before = self._text(first.first - 1).lower()
        return before in _SELECTORS or self.folded[: self.tokens[first.first].start].endswith(
            ("前", "头部", "另", "这", "该", "其他")
        )

    def _recent(self, first: Term) -> bool:
        return self._text(first.first - 1) in ("近", "最近", "past", "last", "未来", "过去", "next")

    def _number_counts(self, first: Term, second: Term | None) -> bool:
        """Digits count unless they say "the last 3 years" or "24/7"."""
        term = second or first
        if first.numeral.fraction and first.numeral.digits in ("24/7", "7/24", "9/11"):
            return False
        if term.kind == "physical" and term.unit in ("year", "month") and self._recent(first):
            return self.bare
        return True

    def _bare_counts(self, first: Term, second: Term | None) -> bool:
        """For lists of numerals: everything but the article-like "one" and the pronoun."""
        numeral = first.numeral
        if numeral.digits.lower() == "one" and first.sign > 0 and not (second or first).measured and second is None:
            following = self._text(first.after).lower()
            alone = self.size <= 2 or self._text(first.first - 1).lower() in ("negative", "minus", "and")
            return alone and following not in ("of", "you", "is")
        if numeral.spelled and numeral.digits == "第":
            return False
        return True

    def _build(self, first: Term, second: Term | None, comparator: Comparator, after: int) -> Quantity:
        end_term = second or first
        start = self.tokens[first.first].start
        stop = self.tokens[end_term.after - 1].end
        low, high = sorted((first.low, end_term.high))
        two_ended = low != high
        numeral = end_term.numeral
        scale = numeral.scale * end_term.factor
        half_low = _half(first, low)
        half_high = _half(end_term, high)
        bound_low, bound_high = bounds(low, high, max(half_low, half_high) if not two_ended else half_high, comparator)
        if two_ended and comparator == "=":
            bound_low = low - half_low
        if comparator == "<" or comparator == "<=":
            bound_low = None
        decimals = None if numeral.fraction else -(numeral.exponent + _power(scale))
        printed_value = numeral.digits if second is None else f"{first.numeral.digits}–{numeral.digits}"
        text = self.text[start:stop]
        kind: Kind = end_term.kind
        if kind == "count" and numeral.fraction:
            kind = "ratio"
        elif kind == "count" and end_term.noun is None and numeral.exponent < 0 and scale == 1:
            kind = "other"
        return Quantity(
            start=start,
            end=stop,
            text=text,
            kind=kind,
            value=None if two_ended else low,
            value_low=low,
            value_high=high,
            bound_low=bound_low,
            bound_high=bound_high,
            decimals=decimals,
            comparator=comparator,
            direction=direction_of(self.tokens, self.lows, first.first, end_term.after, kind),
            unit=end_term.unit,
            unit_denominator=end_term.denominator,
            counted_noun=end_term.noun,
            currency=end_term.currency,
            value_as_printed=printed_value,
            unit_as_printed=self._unit_text(first, second),
            scale=scale,
        )

    def _unit_text(self, first: Term, second: Term | None) -> str | None:
        """What is printed round the digits: "USD billion", "亿元"."""
        last = second or first
        before = self.folded[self.tokens[first.first].start : self.tokens[first.numeral.first].start]
        numeral = last.numeral
        digits_end = self.tokens[numeral.first].end if not numeral.spelled else self.tokens[numeral.after - 1].end
        after = self.folded[digits_end : self.tokens[last.after - 1].end]
        words = " ".join((before.strip(" -+("), after.strip(" )+"))).strip()
        return words or None

    def _paired(self, found: list[tuple[Term, Term | None, Quantity]]) -> list[Quantity]:
        """More than 20 and less than 35: a lower and an upper bound of one thing are a range."""
        out: list[Quantity] = []
        skip = False
        for index, (first, second, quantity) in enumerate(found):
            if skip:
                skip = False
                continue
            if index + 1 < len(found):
                merged = self._merge(first, second, quantity, *found[index + 1])
                if merged is not None:
                    out.append(merged)
                    skip = True
                    continue
            out.append(quantity)
        return out

    def _merge(
        self, first: Term, second: Term | None, a: Quantity, other: Term, end: Term | None, b: Quantity
    ) -> Quantity | None:
        if second is not None or end is not None or a.unit != b.unit:
            return None
        lower, upper = (a, b) if a.comparator in (">", ">=") else (b, a)
        if lower.comparator not in (">", ">=") or upper.comparator not in ("<", "<="):
            return None
        if lower.value_low >= upper.value_high:
            return None
        between = self.folded[a.end : b.start].lower()
        if len(between) > 40 or any(c in between for c in ".;。；") or any(c.isdigit() for c in between):
            return None
        words = set("".join(c if c.isalpha() and c.isascii() else " " for c in between).split())
        if words - _PAIR_WORDS:
            return None
        low, high = lower.value_low, upper.value_high
        start, stop = a.start, b.end
        return replace(
            a,
            start=start,
            end=stop,
            text=self.text[start:stop],
            value=None if low != high else low,
            value_low=low,
            value_high=high,
            bound_low=low,
            bound_high=high,
            comparator="=",
            value_as_printed=f"{a.value_as_printed}–{b.value_as_printed}",
            counted_noun=b.counted_noun or a.counted_noun,
        )


def _leading(token: Token) -> Decimal:
    return printed(token.text)[0]


_PAIR_WORDS = frozenset(
    """
    and but more less than or equal to greater smaller larger lower higher bigger no not at least most below above
    under over fewer up is
    """.split()  # noqa: SIM905
)
_WORD_STARTS = frozenset(lexicon.UNITS) | frozenset(lexicon.TENS) | {"a", "an", "half", "quarter"}


def _power(scale: Decimal) -> int:
    """The power of ten of a factor (0.01 -> -2)."""
    exponent = scale.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _half(term: Term, value: Decimal) -> Decimal:
    """Half a unit of the last printed digit; a fraction in words is only as sharp as the next simple one."""
    if term.numeral.fraction:
        return abs(value) * Decimal("0.05")
    exponent = term.numeral.exponent + _power(term.numeral.scale * term.factor)
    return half_unit(exponent, ONE)


def read_scale_han(tokens: Sequence[Token], j: int) -> tuple[Decimal, int] | None:
    """万, 亿, 万亿, 百万 as a factor behind a number."""
    if (
        j >= len(tokens)
        or tokens[j].kind != t.HAN_NUMERAL
        or any(c not in lexicon.HAN_UNITS for c in tokens[j].text)
        or len(tokens[j].text) > 4
    ):
        return None
    factor = ONE
    for char in tokens[j].text:
        factor *= lexicon.HAN_UNITS[char]
    return factor, j + 1


__all__ = ["Reading", "chunks", "ranked", "read"]
_Direction = Literal["up", "down"]

"""Signs, scale words and currencies round a number: -$5, RMB 700B, 75 USD million, 五元三角, £(8.1m)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from wpextract.quantities import currencies, lexicon
from wpextract.quantities import tokens as t
from wpextract.quantities.lexicon import PEOPLE, SCALE_CAPITAL, SCALE_MONEY, SCALE_SHORT, SCALES
from wpextract.quantities.numerals import ONE, Numeral, read_numeral, touching
from wpextract.quantities.scene import MAX_GAP, Scene, Term, counted_noun, hyphen, text_at
from wpextract.quantities.tokens import Token

_PREFIX_WORDS = frozenset(
    {"rmb", "usd", "cny", "cnh", "eur", "gbp", "hkd", "jpy", "krw", "inr", "dollar", "dollars", "rs", "btc"}
)
_PREPOSITIONS = frozenset({"for", "from", "of", "to", "by", "in", "with", "at", "on", "per"})
_MONEY_SPENT = frozenset(
    {"cost", "costs", "spend", "spent", "paid", "pay", "price", "priced", "worth", "£", "sterling", "bid", "fee"}
)


def read_prefix(s: Scene, i: int, floor: int) -> tuple[int, int, str | None, Decimal]:
    """Sign and currency before a numeral: -15, $-99.99, £(8.1m), RMB 5, 人民币50元."""
    tokens, k = s.tokens, i
    sign, currency = 1, None
    minor = ONE
    if k - 1 >= floor and negates(s, k - 1, floor):
        sign, k = -1, k - 1
    elif (
        k - 1 >= floor
        and tokens[k - 1].text == "+"
        and touching(tokens, k)
        and not (k - 2 >= floor and touching(tokens, k - 1) and tokens[k - 2].kind in (t.NUMBER, t.WORD))
    ):
        k -= 1
    opened = k - 1 >= floor and tokens[k - 1].text == "(" and touching(tokens, k)
    before = currency_before(s, k - 1 if opened else k, floor)
    if before is not None and opened is False and _accounting(s, before[1], i, floor):
        return before[1], -1, before[0], minor
    if before is not None and (not opened or touching(tokens, k - 1)):
        currency, k = before
        if sign > 0 and k - 1 >= floor and negates(s, k - 1, floor):
            sign, k = -1, k - 1
    return k, sign, currency, minor


def _accounting(s: Scene, k: int, i: int, floor: int) -> bool:
    """Was ($99.99): a sum of money alone in brackets where a value is expected is a negative one."""
    return (
        k - 2 >= floor
        and s.tokens[k - 1].text == "("
        and touching(s.tokens, k)
        and text_at(s, i + 1) == ")"
        and s.lows[k - 2] in ("is", "was", "were", "are", "of", "to", "at", ":", "=")
    )


def negates(s: Scene, k: int, floor: int) -> bool:
    """Is token `k` a minus: 负, minus, or a hyphen that joins nothing?"""
    token = s.tokens[k]
    if token.low in ("负", "负的", "minus", "negative"):
        return True
    if token.text != "-" or k + 1 >= s.size:
        return False
    if not touching(s.tokens, k + 1):
        return s.bare and k == 0 and s.tokens[0].start <= 1
    if k == 0 or not touching(s.tokens, k):
        return not (k >= 1 and s.tokens[k - 1].kind == t.NUMBER)
    return s.tokens[k - 1].text in (
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
    ) or s.tokens[k - 1].kind in (t.HAN, t.HAN_OTHER)


def currency_before(s: Scene, k: int, floor: int) -> tuple[str, int] | None:
    """The currency that ends right before token `k` and where it begins."""
    j = k - 1
    if j < floor or j < 0 or s.tokens[k].start - s.tokens[j].end > MAX_GAP if k < s.size else False:
        return None
    if j < floor or j < 0:
        return None
    token = s.tokens[j]
    if token.kind == t.SIGN:
        code = currencies.sign_code(token.text, s.language, s.china)
        if code is None:
            return None
        if token.text in ("$", "¥") and j - 1 >= floor:
            word = s.tokens[j - 1]
            gap = token.start - word.end
            if word.kind == t.WORD and gap <= 1 and token.text == "$":
                other = currencies.DOLLAR_PREFIXES.get(word.low)
                if other is not None and (gap == 0 or len(word.low) > 1 and word.low != "can" or word.low == "c"):
                    return other, j - 1
            if word.text == "." and token.text == "$" and j - 4 >= floor and s.lows[j - 4 : j] == ("u", ".", "s", "."):
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
        if token.low in ("dollar", "dollars") and j - 1 >= floor and s.tokens[j - 1].kind == t.NUMBER:
            return None
        return code, j
    if token.kind == t.HAN and token.text not in currencies.GENERIC_HAN and len(token.text) >= 2:
        han = currencies.han_names().get(token.text)
        if han is not None:
            return han, j
    return None


def read_scales(s: Scene, j: int, factor: Decimal, currency: str | None) -> tuple[int, Decimal, bool, str | None]:
    """Scale words and letters behind a number; a scale and code in one word (MUSD) gives the currency too."""
    tokens, size, scaled = s.tokens, s.size, False
    while j < size:
        token = tokens[j]
        if token.start - tokens[j - 1].end > MAX_GAP:
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
            and (token.low != "k" or glued or _ends(s, k + 1) or s.bare)
        ):
            value = SCALE_SHORT[token.low]
        elif (
            token.text in SCALE_CAPITAL
            and (glued or currency is not None or s.bare or token.text in ("MN", "BN"))
            and not _is_name_letter(s, k)
        ):
            value = SCALE_CAPITAL[token.text]
            if token.text == "T" and currency is None and not (s.bare or counted_noun(s, k + 1)[0]):
                value = None
        elif (
            token.low in SCALE_MONEY
            and (glued or (currency is not None and token.text in ("m", "b") and not _is_raised(tokens, k)))
            and (
                currency is not None
                or currency_at(s, k + 1) is not None
                or (token.low == "m" and _plural_people(s, k + 1))
            )
        ):
            value = SCALE_MONEY[token.low]
        elif token.low == "w" and glued and s.language.startswith("zh"):
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


def _is_raised(tokens: Sequence[Token], k: int) -> bool:
    """Whether a metre sign has a power behind it: m², m3. "RMB 582 m" alone is no length."""
    return k + 1 < len(tokens) and tokens[k + 1].text[:1] in "²³23" and touching(tokens, k + 1)


def _ends(s: Scene, k: int) -> bool:
    return k >= s.size or s.tokens[k].kind == t.SIGN or s.lows[k] in ("units", "people", "users")


def _is_name_letter(s: Scene, k: int) -> bool:
    return (
        k + 1 < s.size
        and touching(s.tokens, k + 1)
        and s.tokens[k + 1].kind in (t.NUMBER, t.WORD)
        and s.lows[k + 1] not in t.GLUED_BEHIND
    )


def _plural_people(s: Scene, k: int) -> bool:
    """Whether a plural stands behind a number, or one of people or their accounts a few words on ("262m active users")."""
    if k >= s.size or s.tokens[k].kind != t.WORD:
        return False
    if s.lows[k].endswith("s") and s.lows[k] not in ("is", "as", "was", "has", "this"):
        return True
    of_one_noun = takewhile(lambda low: low not in _PREPOSITIONS, s.lows[k : k + 4])
    return any(low in PEOPLE for low in of_one_noun)


def currency_at(s: Scene, j: int, prefix: str | None = None) -> tuple[str, Decimal, int] | None:
    """Currency behind a number: code, factor of a minor unit, next token."""
    tokens, size = s.tokens, s.size
    j = hyphen(s, j)
    if j >= size or tokens[j].start - tokens[j - 1].end > MAX_GAP:
        return None
    token = tokens[j]
    if token.kind == t.SIGN:
        if token.text == "¢":
            return "USD", Decimal("0.01"), j + 1
        code = currencies.sign_code(token.text, s.language, s.china)
        if code is None or (prefix is not None and prefix != code):
            return None
        if j + 1 < size and tokens[j + 1].kind == t.NUMBER and not touching(tokens, j):
            return None
        return code, ONE, j + 1
    if token.kind == t.WORD:
        return _worded_currency(s, j, prefix)
    if token.kind == t.HAN:
        return _han_currency(s, j, prefix)
    return None


def _worded_currency(s: Scene, j: int, prefix: str | None) -> tuple[str, Decimal, int] | None:
    tokens, lows = s.tokens, s.lows
    names = currencies.english_names()
    for length in (4, 3, 2) if lows[j] in currencies.english_first_words() else ():
        if j + length <= s.size:
            code = names.get(" ".join(lows[j : j + length]))
            if code is not None:
                return (code, ONE, j + length) if prefix in (None, code) else None
    if lows[j : j + 4] == ("u", ".", "s", ".") and j + 4 < s.size and lows[j + 4] in ("dollar", "dollars"):
        return "USD", ONE, j + 5
    low = lows[j]
    if low in currencies.MINOR and prefix is None:
        code, factor = currencies.MINOR[low]
        return code, factor, j + 1
    if (
        low in ("us", "hk")
        and j + 1 < s.size
        and tokens[j + 1].text == "$"
        and not (j + 2 < s.size and tokens[j + 2].kind == t.NUMBER)
    ):
        return ("USD" if low == "us" else "HKD"), ONE, j + 2
    code = currencies.code_of(tokens[j].text)
    if code is None or (prefix is not None and prefix != code):
        return None
    leads = j + 1 < s.size and tokens[j + 1].kind == t.NUMBER and tokens[j].text.isupper()
    if leads and (prefix is not None or tokens[j - 1].kind == t.WORD and lows[j - 1] not in SCALES):
        return None  # a cheaper one RMB 5
    if low in ("pound", "pounds") and not _sterling(s, j):
        return None
    if low in ("mark", "marks", "rand", "dong", "real", "won", "sol", "buck") and not _free_noun(s, j):
        return None
    if low == "mark" and _is_passed(s, j):
        return None
    return code, ONE, j + 1


def _sterling(s: Scene, j: int) -> bool:
    """Pounds are money after a scale word or where money is spoken of, else weight."""
    if s.lows[j - 1] in SCALES or (j + 1 < s.size and s.lows[j + 1] == "sterling"):
        return True
    return any(low in _MONEY_SPENT for low in s.lows[max(0, j - 10) : j + 4])


def _is_passed(s: Scene, j: int) -> bool:
    """The 5 million mark is a height, 5 million marks are money."""
    k = j - 1
    while k > 0 and (s.tokens[k].kind == t.NUMBER or s.lows[k] in SCALES or s.lows[k] == "-"):
        k -= 1
    return s.lows[k] == "the"


def _free_noun(s: Scene, j: int) -> bool:
    return j + 1 >= s.size or s.tokens[j + 1].kind != t.WORD or s.lows[j + 1] in lexicon.NOUN_STOPS


def _han_currency(s: Scene, j: int, prefix: str | None) -> tuple[str, Decimal, int] | None:
    tokens = s.tokens
    text = tokens[j].text
    if text in currencies.MINOR:
        code, factor = currencies.MINOR[text]
        return code, factor, j + 1
    if text in ("角", "毛", "角钱", "毛钱", "分钱") and prefix is None:
        return "CNY", Decimal("0.01" if text == "分钱" else "0.1"), j + 1
    named = currencies.han_names().get(text)
    if named is None:
        return None
    if text == "块" and j + 1 < s.size and tokens[j + 1].kind == t.HAN_OTHER and touching(tokens, j + 1):
        return None
    if (
        text in ("刀", "欧", "镑", "块")
        and j + 1 < s.size
        and tokens[j + 1].kind == t.HAN_OTHER
        and touching(tokens, j + 1)
    ):
        return None
    j += 1
    if text in currencies.GENERIC_HAN:
        if (
            j < s.size
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


def small_change(s: Scene, term: Term) -> Term:
    """五元三角, thirteen dollars and forty-five cents: adds the minor unit behind the major one."""
    tokens, j = s.tokens, term.after
    if j < s.size and s.lows[j] in ("and", "又", "零"):
        j += 1
    added, seen = Decimal(0), False
    after_jiao = text_at(s, term.after - 1) in ("角", "毛")
    for _ in range(2):
        if j >= s.size or tokens[j].start - tokens[j - 1].end > 1 or j in s.blocked:
            break
        if tokens[j].kind not in (t.NUMBER, t.HAN_NUMERAL, t.WORD):
            break
        part = read_numeral(tokens, j)
        if part is None or part.low != part.high or part.low >= 100:
            break
        text = text_at(s, part.after)
        low = text.lower()
        if low in ("角", "毛", "角钱", "毛钱") and part.low < 10:
            unit = Decimal("0.1")
        elif low in ("分", "分钱", "美分", "cent", "cents", "pence", "欧分"):
            unit = Decimal("0.01")
        elif (
            after_jiao
            and part.spelled
            and part.low < 10
            and (part.after >= s.size or s.tokens[part.after].kind == t.SIGN)
        ):
            return term._replace(added=term.added + part.low / 100, after=part.after)
        elif _is_han_tail(s, part, term):
            return term._replace(added=term.added + part.low / 10, after=part.after)
        else:
            break
        added, seen, j = added + part.low * unit, True, part.after + 1
    return term._replace(added=term.added + added, after=j) if seen else term


def _is_han_tail(s: Scene, part: Numeral, term: Term) -> bool:
    """三块五: one digit behind 块 at the end of a clause."""
    return (
        text_at(s, term.after - 1) == "块"
        and part.spelled
        and part.low < 10
        and part.after == part.first + 1
        and (part.after >= s.size or s.tokens[part.after].kind == t.SIGN)
    )


def names_currency(s: Scene, at: int) -> bool:
    token = s.tokens[at]
    if token.kind == t.WORD:
        return currencies.code_of(token.text) is not None or token.low in currencies.DOLLAR_PREFIXES
    return token.kind == t.HAN and token.text in currencies.han_names()


def read_scale_han(tokens: Sequence[Token], j: int) -> tuple[Decimal, int] | None:
    """万, 亿, 万亿, 百万 as a factor behind a number."""
    if j >= len(tokens) or tokens[j].kind != t.HAN_NUMERAL or len(tokens[j].text) > 4:
        return None
    if any(c not in lexicon.HAN_UNITS for c in tokens[j].text):
        return None
    factor = ONE
    for char in tokens[j].text:
        factor *= lexicon.HAN_UNITS[char]
    return factor, j + 1

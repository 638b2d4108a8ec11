"""Names, signs and codes of currencies, and the ISO 4217 code they stand for.

Codes and full names (English and Chinese) come from pycountry; what people write besides (RMB, US$, bucks, 元)
is listed here. Converting between currencies is out of scope.
"""

from __future__ import annotations

import gettext
import re
from decimal import Decimal
from functools import lru_cache

import pycountry

# A bare "$" is the US dollar and a bare "¥" depends on the language: see `sign_code`.
SIGNS: dict[str, str] = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "₩": "KRW",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₫": "VND",
    "฿": "THB",
    "₪": "ILS",
    "₱": "PHP",
    "₦": "NGN",
    "₴": "UAH",
    "₡": "CRC",
    "₾": "GEL",
    "₸": "KZT",
    "₭": "LAK",
    "₮": "MNT",
    "₲": "PYG",
    "₵": "GHS",
    "₼": "AZN",
    "֏": "AMD",
    "៛": "KHR",
    "₿": "XBT",
    "ƒ": "ANG",
}
# What stands before a "$" (in any case, perhaps with a space) and makes it another dollar.
DOLLAR_PREFIXES: dict[str, str] = {
    "us": "USD",
    "usd": "USD",
    "u.s.": "USD",
    "hk": "HKD",
    "hkd": "HKD",
    "a": "AUD",
    "au": "AUD",
    "aud": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "cad": "CAD",
    "nz": "NZD",
    "nzd": "NZD",
    "s": "SGD",
    "sg": "SGD",
    "sgd": "SGD",
    "nt": "TWD",
    "ntd": "TWD",
    "twd": "TWD",
    "r": "BRL",
    "mx": "MXN",
    "mex": "MXN",
    "mop": "MOP",
}
# Words written in lower case too; other three-letter codes count only in capitals.
WORDS: dict[str, str] = {
    "rmb": "CNY",
    "cny": "CNY",
    "cnh": "CNY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "chinese yuan": "CNY",
    "usd": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "us dollar": "USD",
    "us dollars": "USD",
    "u.s. dollar": "USD",
    "u.s. dollars": "USD",
    "american dollars": "USD",
    "united states dollar": "USD",
    "united states dollars": "USD",
    "buck": "USD",
    "bucks": "USD",
    "hkd": "HKD",
    "hk dollars": "HKD",
    "hong kong dollars": "HKD",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "gbp": "GBP",
    "pound": "GBP",
    "pounds": "GBP",
    "quid": "GBP",
    "sterling": "GBP",
    "pound sterling": "GBP",
    "pounds sterling": "GBP",
    "british pounds": "GBP",
    "jpy": "JPY",
    "yen": "JPY",
    "japanese yen": "JPY",
    "krw": "KRW",
    "won": "KRW",
    "korean won": "KRW",
    "south korean won": "KRW",
    "inr": "INR",
    "rupee": "INR",
    "rupees": "INR",
    "indian rupees": "INR",
    "rub": "RUB",
    "ruble": "RUB",
    "rubles": "RUB",
    "rouble": "RUB",
    "roubles": "RUB",
    "franc": "CHF",
    "francs": "CHF",
    "french francs": "FRF",
    "belgian francs": "BEF",
    "swiss francs": "CHF",
    "mark": "DEM",
    "marks": "DEM",
    "deutsche marks": "DEM",
    "guilders": "NLG",
    "dutch guilders": "NLG",
    "lire": "ITL",
    "italian lire": "ITL",
    "peso": "MXN",
    "pesos": "MXN",
    "mexican pesos": "MXN",
    "australian dollars": "AUD",
    "canadian dollars": "CAD",
    "singapore dollars": "SGD",
    "new zealand dollars": "NZD",
    "taiwan dollars": "TWD",
    "new taiwan dollars": "TWD",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "dong": "VND",
    "lira": "TRY",
    "liras": "TRY",
    "rand": "ZAR",
    "reais": "BRL",
    "brazilian reais": "BRL",
    "krona": "SEK",
    "kronor": "SEK",
    "krone": "DKK",
    "kroner": "DKK",
    "zloty": "PLN",
    "zlotys": "PLN",
    "riyal": "SAR",
    "riyals": "SAR",
    "dirham": "AED",
    "dirhams": "AED",
    "shekels": "ILS",
    "naira": "NGN",
    "bitcoin": "XBT",
    "bitcoins": "XBT",
    "btc": "XBT",
    "nis": "ILS",
    "rs": "INR",
}
# Minor units count in hundredths of the major one.
MINOR: dict[str, tuple[str, Decimal]] = {
    "cent": ("USD", Decimal("0.01")),
    "cents": ("USD", Decimal("0.01")),
    "¢": ("USD", Decimal("0.01")),
    "pence": ("GBP", Decimal("0.01")),
    "penny": ("GBP", Decimal("0.01")),
    "fen": ("CNY", Decimal("0.01")),
    "jiao": ("CNY", Decimal("0.1")),
    "美分": ("USD", Decimal("0.01")),
    "欧分": ("EUR", Decimal("0.01")),
    "便士": ("GBP", Decimal("0.01")),
}
HAN: dict[str, str] = {
    "元": "CNY",
    "圆": "CNY",
    "块": "CNY",
    "块钱": "CNY",
    "元整": "CNY",
    "圆整": "CNY",
    "人民币": "CNY",
    "人民币元": "CNY",
    "元人民币": "CNY",
    "美元": "USD",
    "美金": "USD",
    "美圆": "USD",
    "美刀": "USD",
    "刀": "USD",
    "港元": "HKD",
    "港币": "HKD",
    "港圆": "HKD",
    "欧元": "EUR",
    "欧": "EUR",
    "英镑": "GBP",
    "镑": "GBP",
    "日元": "JPY",
    "日币": "JPY",
    "日圆": "JPY",
    "韩元": "KRW",
    "韩币": "KRW",
    "韩圆": "KRW",
    "台币": "TWD",
    "新台币": "TWD",
    "澳元": "AUD",
    "澳币": "AUD",
    "澳大利亚元": "AUD",
    "加元": "CAD",
    "加币": "CAD",
    "加拿大元": "CAD",
    "新元": "SGD",
    "新币": "SGD",
    "新加坡元": "SGD",
    "新西兰元": "NZD",
    "纽元": "NZD",
    "纽币": "NZD",
    "澳门元": "MOP",
    "澳门币": "MOP",
    "卢布": "RUB",
    "卢比": "INR",
    "泰铢": "THB",
    "铢": "THB",
    "瑞士法郎": "CHF",
    "法郎": "CHF",
    "瑞郎": "CHF",
    "越南盾": "VND",
    "印尼盾": "IDR",
    "林吉特": "MYR",
    "令吉": "MYR",
    "比索": "MXN",
    "里拉": "TRY",
    "兰特": "ZAR",
    "雷亚尔": "BRL",
    "迪拉姆": "AED",
    "里亚尔": "SAR",
    "瑞典克朗": "SEK",
    "丹麦克朗": "DKK",
    "挪威克朗": "NOK",
    "克朗": "SEK",
    "马克": "DEM",
    "比特币": "XBT",
}
# Codes that are far more often an ordinary word in capitals or the name of something else.
_NOT_AS_CODES = {"TOP", "ALL", "TRY", "CUP", "SOS", "PEN", "COP", "MAD", "BAM", "LAK", "GEL", "ANG", "BOB", "ERN"}
_NO_MONEY = re.compile(r"^X(?!CD|OF|AF|PF)|^(CH[EW]|COU|MXV|UY[IW]|USN|CLF|BOV)$")
GENERIC_HAN = frozenset({"元", "圆", "块", "块钱", "元整", "圆整"})


@lru_cache(maxsize=1)
def iso_codes() -> frozenset[str]:
    """Codes of circulating currencies (ISO 4217 less metals, funds and testing codes)."""
    return frozenset(c.alpha_3 for c in pycountry.currencies if not _NO_MONEY.match(c.alpha_3))


@lru_cache(maxsize=1)
def english_names() -> dict[str, str]:
    """Lower-case names of two words or more (`turkish lira`, plural too) -> code."""
    names: dict[str, str] = {}
    for currency in pycountry.currencies:
        name = currency.name.lower()
        if " " in name and "(" not in name and currency.alpha_3 in iso_codes():
            names[name] = currency.alpha_3
            names[name + "s"] = currency.alpha_3
    names.update({word: code for word, code in WORDS.items() if " " in word})
    return names


@lru_cache(maxsize=1)
def english_first_words() -> frozenset[str]:
    """The words that `english_names` begin with."""
    return frozenset(name.split()[0] for name in english_names())


@lru_cache(maxsize=1)
def han_names() -> dict[str, str]:
    """Chinese names -> code: those listed here and those of ISO 4217's translation."""
    names: dict[str, str] = {}
    translated = gettext.translation("iso4217", pycountry.LOCALES_DIR, languages=["zh_CN"], fallback=True)
    for currency in pycountry.currencies:
        name = translated.gettext(currency.name)
        if len(name) >= 2 and "\u4e00" <= name[0] <= "\u9fff" and " " not in name and currency.alpha_3 in iso_codes():
            names[name] = currency.alpha_3
    names.update(HAN)
    return names


def code_of(word: str) -> str | None:
    """The ISO code that one Latin word or code names, or None; codes outside `WORDS` must be in capitals."""
    named = WORDS.get(word.lower())
    if named is not None:
        return named
    if len(word) == 3 and word.isupper() and word.isascii() and word not in _NOT_AS_CODES and word in iso_codes():
        return word
    return None


def scaled_code(word: str) -> tuple[str, Decimal] | None:
    """`MUSD`, `KEUR`, `bnUSD`: a scale letter and a code written as one word."""
    if len(word) == 4 and word.isupper() and word[0] in "KMB" and word[1:] in iso_codes():
        return word[1:], {"K": Decimal(1000), "M": Decimal(10) ** 6, "B": Decimal(10) ** 9}[word[0]]
    return None


def sign_code(sign: str, language: str, chinese_context: bool) -> str | None:
    """The code of a currency sign; "¥" is the yuan in Chinese or about China, else the yen."""
    if sign == "¥":
        return "CNY" if language.startswith("zh") or chinese_context else "JPY"
    return SIGNS.get(sign)

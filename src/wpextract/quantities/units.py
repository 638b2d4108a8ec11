"""Physical units: how they are written in English and Chinese, and the symbol a units library knows them by.

Names are composed from SI prefixes and base units, so that "gigawatt-hours" and "GWh" are one unit. pint is asked
only to judge symbols (`is_known`) and to convert (`factor`); loading it is slow, so it is loaded then and once.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

_PREFIX_SYMBOLS = ("k", "M", "G", "T", "P", "E", "Z", "Y")
_SMALL_PREFIX_SYMBOLS = ("m", "μ", "u", "n", "c", "d")
_PREFIX_NAMES = {
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    "peta": "P",
    "exa": "E",
    "zetta": "Z",
    "yotta": "Y",
    "milli": "m",
    "micro": "μ",
    "nano": "n",
    "pico": "p",
    "centi": "c",
    "deci": "d",
    "hecto": "h",
}
# symbol of the base unit -> prefixes that are written before it
_BASE_SYMBOLS: dict[str, tuple[str, ...]] = {
    "W": ("m", *_PREFIX_SYMBOLS),
    "Wh": _PREFIX_SYMBOLS,
    "VA": _PREFIX_SYMBOLS[:3],
    "V": ("m", "k", "M"),
    "Ah": ("m", "k"),
    "Hz": _PREFIX_SYMBOLS[:4],
    "B": _PREFIX_SYMBOLS,
    "bps": _PREFIX_SYMBOLS[:4],
    "m": ("k", *_SMALL_PREFIX_SYMBOLS),
    "g": ("k", "m", "μ", "n"),
    "L": ("m", "M", "G"),
    "J": _PREFIX_SYMBOLS,
    "Pa": ("k", "M", "G", "h"),
    "FLOPS": _PREFIX_SYMBOLS,
    "OPS": _PREFIX_SYMBOLS,
    "eV": ("k", "M", "G", "T"),
    "s": ("m", "μ", "n"),
    "N": ("k", "M"),
    "Ω": ("k", "M"),
    "lm": (),
    "mol": ("m", "μ"),
    "rad": ("m",),
    "t": ("k", "M", "G"),
}
_BASE_NAMES: dict[str, str] = {
    "watt": "W",
    "watt hour": "Wh",
    "watt-hour": "Wh",
    "volt": "V",
    "ampere": "A",
    "amp": "A",
    "hertz": "Hz",
    "byte": "B",
    "bit": "bit",
    "meter": "m",
    "metre": "m",
    "gram": "g",
    "gramme": "g",
    "liter": "L",
    "litre": "L",
    "joule": "J",
    "pascal": "Pa",
    "flop": "FLOPS",
    "newton": "N",
    "ohm": "Ω",
    "second": "s",
    "electronvolt": "eV",
    "tonne": "t",
    "ton": "t",
    "radian": "rad",
    "calorie": "cal",
    "mole": "mol",
}
# Written so and not composed.
_IRREGULAR: dict[str, str] = {
    "ton": "ton",
    "tons": "ton",
    "t": "t",
    "tce": "t",
    "tonne": "t",
    "tonnes": "t",
    "metric ton": "t",
    "metric tons": "t",
    "metric tonnes": "t",
    "mt": "Mt",
    "lb": "lb",
    "lbs": "lb",
    "pound-mass": "lb",
    "ounce": "oz",
    "ounces": "oz",
    "oz": "oz",
    "inch": "inch",
    "inches": "inch",
    "foot": "foot",
    "feet": "foot",
    "ft": "foot",
    "yard": "yard",
    "yards": "yard",
    "mile": "mile",
    "miles": "mile",
    "mi": "mile",
    "nautical mile": "nautical_mile",
    "nautical miles": "nautical_mile",
    "acre": "acre",
    "acres": "acre",
    "hectare": "hectare",
    "hectares": "hectare",
    "ha": "hectare",
    "gallon": "gallon",
    "gallons": "gallon",
    "barrel": "barrel",
    "barrels": "barrel",
    "bbl": "barrel",
    "pint": "pint",
    "pints": "pint",
    "quart": "quart",
    "quarts": "quart",
    "carat": "carat",
    "carats": "carat",
    "horsepower": "horsepower",
    "hp": "horsepower",
    "kph": "km/hour",
    "kmph": "km/hour",
    "km/h": "km/hour",
    "km/hr": "km/hour",
    "mph": "mile/hour",
    "rpm": "rpm",
    "amperes": "A",
    "amps": "A",
    "°c": "degC",
    "℃": "degC",
    "°f": "degF",
    "℉": "degF",
    "degrees celsius": "degC",
    "degree celsius": "degC",
    "degrees fahrenheit": "degF",
    "degrees": "degree",
    "degree": "degree",
    "°": "degree",
    "second": "second",
    "seconds": "second",
    "sec": "second",
    "secs": "second",
    "minute": "minute",
    "minutes": "minute",
    "min": "minute",
    "mins": "minute",
    "hour": "hour",
    "hours": "hour",
    "hr": "hour",
    "hrs": "hour",
    "h": "hour",
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "month": "month",
    "months": "month",
    "year": "year",
    "years": "year",
    "yr": "year",
    "yrs": "year",
    "decade": "decade",
    "decades": "decade",
    "square meter": "m**2",
    "square meters": "m**2",
    "square metre": "m**2",
    "square metres": "m**2",
    "sq m": "m**2",
    "sqm": "m**2",
    "sqkm": "km**2",
    "m2": "m**2",
    "m²": "m**2",
    "㎡": "m**2",
    "square kilometer": "km**2",
    "square kilometers": "km**2",
    "square kilometre": "km**2",
    "square kilometres": "km**2",
    "sq km": "km**2",
    "km2": "km**2",
    "km²": "km**2",
    "square foot": "foot**2",
    "square feet": "foot**2",
    "sq ft": "foot**2",
    "square mile": "mile**2",
    "square miles": "mile**2",
    "cubic meter": "m**3",
    "cubic meters": "m**3",
    "cubic metre": "m**3",
    "cubic metres": "m**3",
    "cu m": "m**3",
    "cbm": "m**3",
    "m3": "m**3",
    "m³": "m**3",
    "bcm": "Gm**3",
    "cubic foot": "foot**3",
    "cubic feet": "foot**3",
    "cc": "cm**3",
    "square inches": "inch**2",
    "km": "km",
    "kms": "km",
    "cm": "cm",
    "mm": "mm",
    "kg": "kg",
    "kgs": "kg",
    "mg": "mg",
    "ml": "mL",
    "l": "L",
    "mb": "MB",
    "gb": "GB",
    "tb": "TB",
    "kb": "kB",
    "mwh": "MWh",
    "kwh": "kWh",
    "gwh": "GWh",
    "twh": "TWh",
    "kw": "kW",
    "mw": "MW",
    "gw": "GW",
    "tw": "TW",
    "gwp": "GW",
    "gwth": "GW",
    "mwth": "MW",
    "kwth": "kW",
    "gwe": "GW",
    "mwe": "MW",
    "mwp": "MW",
    "kwp": "kW",
    "kva": "kVA",
    "khz": "kHz",
    "mhz": "MHz",
    "ghz": "GHz",
    "dbm": "dBm",
    "db": "dB",
    "mbps": "Mbps",
    "gbps": "Gbps",
    "kbps": "kbps",
    "british thermal units": "Btu",
    "british thermal unit": "Btu",
    "btu": "Btu",
    "lumens": "lm",
    "eflops": "EFLOPS",
    "pflops": "PFLOPS",
    "tflops": "TFLOPS",
    "zflops": "ZFLOPS",
    "gflops": "GFLOPS",
    "eflop/s": "EFLOPS",
    "pflop/s": "PFLOPS",
    "tflop/s": "TFLOPS",
    "tops": "TOPS",
    "pops": "POPS",
    "metric carats": "carat",
    "kmh": "km/hour",
    "cal": "cal",
    "kcal": "kcal",
    "teu": "TEU",
    "w": "W",
    "v": "V",
    "wh": "Wh",
    "ah": "Ah",
    "mah": "mAh",
}
HAN: dict[str, str] = {
    "千瓦时": "kWh",
    "兆瓦时": "MWh",
    "吉瓦时": "GWh",
    "太瓦时": "TWh",
    "瓦时": "Wh",
    "度电": "kWh",
    "千瓦": "kW",
    "兆瓦": "MW",
    "吉瓦": "GW",
    "太瓦": "TW",
    "瓦": "W",
    "千伏": "kV",
    "千伏安": "kVA",
    "伏": "V",
    "安培": "A",
    "毫安时": "mAh",
    "安时": "Ah",
    "赫兹": "Hz",
    "千赫": "kHz",
    "兆赫": "MHz",
    "吉赫": "GHz",
    "吨": "t",
    "公吨": "t",
    "吨标准煤": "t",
    "公斤": "kg",
    "千克": "kg",
    "毫克": "mg",
    "克": "g",
    "斤": "jin",
    "市斤": "jin",
    "磅": "lb",
    "盎司": "oz",
    "克拉": "carat",
    "公里": "km",
    "千米": "km",
    "厘米": "cm",
    "公分": "cm",
    "毫米": "mm",
    "微米": "μm",
    "纳米": "nm",
    "米": "m",
    "英里": "mile",
    "海里": "nautical_mile",
    "英尺": "foot",
    "英寸": "inch",
    "英亩": "acre",
    "亩": "mu_area",
    "公顷": "hectare",
    "平方米": "m**2",
    "平米": "m**2",
    "平方公里": "km**2",
    "平方千米": "km**2",
    "平方英尺": "foot**2",
    "立方米": "m**3",
    "立方": "m**3",
    "升": "L",
    "毫升": "mL",
    "公升": "L",
    "加仑": "gallon",
    "桶": "barrel",
    "秒": "second",
    "秒钟": "second",
    "毫秒": "ms",
    "分钟": "minute",
    "小时": "hour",
    "个小时": "hour",
    "天": "day",
    "个工作日": "day",
    "工作日": "day",
    "周": "week",
    "个月": "month",
    "年": "year",
    "摄氏度": "degC",
    "字节": "B",
    "比特": "bit",
    "焦耳": "J",
    "千卡": "kcal",
    "两": "liang",
    "牛": "N",
    "帕": "Pa",
}


@lru_cache(maxsize=1)
def _written() -> dict[str, str]:
    """Exact spelling (case kept) -> symbol."""
    table: dict[str, str] = {}
    for base, prefixes in _BASE_SYMBOLS.items():
        table[base] = base
        for prefix in prefixes:
            table[prefix + base] = ("μ" if prefix == "u" else prefix) + base
    for base in ("W", "Wh", "A", "V"):
        table[base] = base
    table["A"] = "A"
    for ambiguous in ("B", "N", "s", "Ms", "Pa"):
        table.pop(ambiguous, None)
    return table


@lru_cache(maxsize=1)
def _named() -> dict[str, str]:
    """Lower-case name -> symbol: prefixed names and their plurals, then what is listed."""
    table: dict[str, str] = {}
    for name, base in _BASE_NAMES.items():
        for prefix_name, prefix in ("", ""), *_PREFIX_NAMES.items():
            symbol = prefix + base
            table[prefix_name + name] = symbol
            table[prefix_name + name + "s"] = symbol
    table.update(_IRREGULAR)
    return table


@lru_cache(maxsize=1)
def last_words() -> frozenset[str]:
    """The words that names of several words end with."""
    return frozenset(name.split()[-1] for name in _named() if " " in name)


@lru_cache(maxsize=4096)
def symbol_of(written: str) -> str | None:
    """The symbol of a unit as written ("GWh", "gigawatt hours", "square metres", "公里"), or None."""
    exact = _written().get(written)
    if exact is not None:
        return exact
    return _named().get(written.lower()) or HAN.get(written)


@lru_cache(maxsize=1)
def _registry() -> Any:
    """Pint's registry with the units of computing and Chinese trade that it lacks."""
    import pint

    registry = pint.UnitRegistry(cache_folder=None)
    for definition in (
        "flop = [] = FLOP",
        "flops = flop / second = FLOPS",
        "operation = []",
        "ops = operation / second = OPS",
        "bps = bit / second",
        "jin = 0.5 * kilogram",
        "liang = 0.05 * kilogram",
        "mu_area = 10000 / 15 * meter ** 2",
        "TEU = []",
        "mAh = 0.001 * ampere * hour",
    ):
        registry.define(definition)
    return registry


@lru_cache(maxsize=1024)
def is_known(symbol: str) -> bool:
    """Does the units library know this symbol? (Slow the first time.)."""
    try:
        _registry().parse_units(symbol)
    except Exception:  # pint raises many kinds for an unknown or unparsable name
        return False
    return True


@lru_cache(maxsize=1024)
def factor(unit: str, other: str) -> Decimal | None:
    """How many `other` one `unit` is (GW, kW -> 1000000), or None if they do not measure the same thing."""
    try:
        return Decimal(repr(float(_registry().Quantity(1, unit).to(other).magnitude))).normalize()
    except Exception:  # unknown, offset or incompatible
        return None

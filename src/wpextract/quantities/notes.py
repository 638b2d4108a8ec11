"""Unit notes: "Unit: RMB Billion", "单位:亿元", "(in thousands)", "USD '000", "%", "thousands of million yuan".

A note says what the bare numbers under it are. It is a small language of its own: scale words without a number,
a currency, a unit, a noun; parsed from the same tokens as prose.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from wpextract.quantities import currencies, lexicon, units
from wpextract.quantities import tokens as t
from wpextract.quantities.bases import base_at
from wpextract.quantities.folding import fold
from wpextract.quantities.lexicon import SCALE_CAPITAL, SCALE_MONEY, SCALE_SHORT, SCALES
from wpextract.quantities.model import Kind, UnitNote
from wpextract.quantities.numerals import ONE, printed, touching
from wpextract.quantities.tokens import Token, tokenise

_MAX_NOTE = 240
_MAX_NOUN = 4  # words and hyphens of what is counted
_INTRODUCES = frozenset({"unit", "units", "in", "单位", "amounts", "expressed", "figures", "currency", "dollars"})
# Words of a note that say nothing of its unit.
_FILLER = frozenset(
    """
    unit units in of the all amounts amount figures figure values value expressed are is stated as tabular table
    shown presented reported data numbers number and otherwise noted measured price prices current constant nominal
    real per left right axis scale at
    """.split()  # noqa: SIM905
)
_ENDS = frozenset(
    {
        "except",
        "unless",
        "excluding",
        "otherwise",
        ";",
        "end",
        "year",
        "other",
        "but",
        "for",
        "by",
        "from",
        "unaudited",
        "where",
    }
)
_GLOSS = re.compile(  # "(万架), end of year"
    r"\(([^()]{1,24})\)\s*(?:,\s*(?:(?:at |as of )?(?:the )?(?:end of (?:the )?(?:year|period|month)|year[- ]end)|(?:19|20)\d\d))?\s*$",
    re.IGNORECASE,
)
_HAN_FILLER = ("单位", "计量", "人民币计")
_THOUSANDS = re.compile(r"'?0{3}'?s?")
_POWER = re.compile(r"(?<![A-Za-z\d])(m|km) ?([23²³])(?![\dA-Za-z])")  # a tokeniser takes the 3 of m3 for a number
_POWERS = {"m2": "sqm", "m3": "cbm", "km2": "sqkm"}
_YEAR_END = re.compile(r"\byear[- ]ends?\b", re.IGNORECASE)  # when, and no unit
_HAN_INTRO = re.compile(r"(?:计量)?单\s*位\s*[:：]?")
_ELSEWHERE = re.compile(  # "units as shown in the second column"
    r"\bas (?:shown|stated|given|indicated|noted|listed|marked)\b|\bsee (?:the )?(?:\w+ )?columns?\b|[见如]各?[行列]"
    r"|\b(?:units?|currency)(?: units?)? (?:per|to the) (?:usd|us dollar|dollar|eur|euro|gbp)\b",
    re.IGNORECASE,
)


_DEFINED = re.compile(r"\s*([A-Za-z]{1,5})\s*=\s*([A-Za-z ]+)$")  # "kt = thousand tonnes" says one unit twice


@lru_cache(maxsize=2048)
def parse_unit_note(text: str) -> UnitNote | None:
    """The unit that a note gives, or None if it gives none. Where it names two ("RMB 100 million / USD"), the first."""
    folded = fold(text)[:_MAX_NOTE]
    if not folded.strip() or _ELSEWHERE.search(folded):
        return None
    if defined := _DEFINED.match(folded):
        plain, said = parse_unit_note(defined[1]), parse_unit_note(defined[2])
        if plain and said and plain.kind == said.kind == "physical":
            return replace(plain, text=text)
    if folded.count("(") == folded.count(")") + 1:
        folded = f"{folded})"  # of a note whose outer brackets were taken off
    gloss = _GLOSS.search(folded)
    if gloss and (plain := parse_unit_note(folded[: gloss.start()])) and plain.scale != ONE:
        said_again = parse_unit_note(gloss.group(1))
        if said_again and _is_as_large(plain, said_again):
            return replace(plain, text=text)  # "RMB 100 million (亿元)" says one unit in two languages
    body = _POWER.sub(lambda m: _POWERS.get(m[1] + unicodedata.normalize("NFKC", m[2]), m[0]), folded)
    body = _YEAR_END.sub(" ", _HAN_INTRO.sub(" ", body))
    tokens = [token for token in tokenise(body) if token.kind not in (t.URL, t.GAP)]
    introduced = (
        bool(_HAN_INTRO.search(folded))
        or bool(tokens and tokens[0].low in _INTRODUCES)
        or any(
            token.low == "in" and i + 1 < len(tokens) and tokens[i + 1].low in SCALES
            for i, token in enumerate(tokens[:12])
        )
    )
    note = _Note(body, tokens)
    note.read()
    if not note.found or (note.stray and not introduced) or note.stray > 3:
        return None
    if note.only_noun and not introduced and folded.lstrip()[:1] != "(":
        return None  # "Sales" is a title, "(deals)" and "Unit: deals" are notes
    return note.value(text)


def _is_as_large(a: UnitNote, b: UnitNote) -> bool:
    """Whether two notes stand for as much: RMB 100 million and 亿元, 10 MW and 万千瓦."""
    ratio = units.factor(a.unit, b.unit) if a.kind == b.kind == "physical" and a.unit != b.unit else ONE
    return ratio is not None and a.scale * ratio == b.scale


class _Note:
    """Collects scale, currency, unit and noun from the tokens of a note."""

    def __init__(self, body: str, tokens: list[Token]) -> None:
        self.body = body
        self.tokens = tokens
        self.scale = ONE
        self.currency: str | None = None
        self.kind: Kind | None = None
        self.unit: str | None = None
        self.noun: str | None = None
        self.denominator: str | None = None
        self.scaled = False
        self.stray = 0

    @property
    def found(self) -> bool:
        read = (self.currency, self.unit, self.noun, self.denominator)
        return self.scaled or any(part is not None for part in read)

    @property
    def only_noun(self) -> bool:
        han = self.noun is not None and self.noun > "\u3400"
        return not (self.scaled or self.currency or self.unit or self.denominator or han)

    def value(self, text: str) -> UnitNote:
        kind: Kind = "money" if self.currency is not None else (self.kind or "count")
        unit = self.currency or self.unit or "1"
        return UnitNote(text, kind, unit, self.currency, self.scale, self.denominator, self.noun)

    def read(self) -> None:
        i, size = 0, len(self.tokens)
        while i < size:
            token = self.tokens[i]
            if token.low in _ENDS and (self.found or token.low in ("except", "unless")):
                if token.low in ("end", "year") and not self.found:
                    i += 1
                    continue
                break
            if (
                token.text in ("/", ",", "，", ";", "、", "|")
                and self.found
                and not (token.text == "/" and self._per(i))
            ):
                if token.text == "/" and i + 1 < size and self._denominator(i + 1):
                    break
                if not self._second_adds(i + 1):
                    break
                i += 1
                continue
            if token.low == "of" and self.unit == "%":
                break  # "% of tonnage": whatever it is a share of, it is a share
            measured = self.kind == "physical" or (self.denominator is not None and not self.denominator[0].isdigit())
            if token.low == "of" and measured and self._of_what(i + 1):
                break
            step = self._step(i)
            if step is None:
                self.stray += token.kind in (t.WORD, t.HAN_OTHER, t.NUMBER, t.DOTTED, t.RUN, t.HAN)
                i += 1
            else:
                i = step

    def _of_what(self, i: int) -> bool:
        """Tonnes of cable and copper scrap, USD per kW of capacity: nothing but words behind a physical unit is what it measures."""
        rest = self.tokens[i:]
        if not rest or any(x.kind != t.WORD and x.text != "," or self._currency(n) for n, x in enumerate(rest, i)):
            return False
        if any(x.low == "per" for x in rest):
            return False
        words = [x.low for x in itertools.takewhile(lambda x: x.low != "and" and x.kind == t.WORD, rest)]
        if self.denominator is None:
            self.noun = " ".join(words[:_MAX_NOUN]) or None
        return True

    def _second_adds(self, i: int) -> bool:
        """After a comma only a missing part may follow ("RMB, million"); a second unit is another column's."""
        return (
            not (self.scaled and (self.currency or self.unit))
            and i < len(self.tokens)
            and not (self.tokens[i].text == "%" or (self.unit is not None and self.currency is None))
            and (self.currency is None or not self._currency(i))
            and (self.scaled is False or self._is_money(i))
        )

    def _is_money(self, i: int) -> bool:
        return bool(self._currency(i))

    def _per(self, i: int) -> bool:
        return False

    def _denominator(self, i: int) -> bool:
        """元/卡时, RMB/kWh: what a unit is counted per; another currency is a second unit."""
        token = self.tokens[i]
        if not touching(self.tokens, i) and token.kind != t.HAN:
            return True
        if self._currency(i) or token.text == "%":
            return True
        base = base_at(self.tokens, i)
        if base is not None:
            self.denominator = base[0]
        elif token.kind == t.WORD:
            self.denominator = units.symbol_of(token.text) or token.text
        elif token.kind in (t.HAN, t.HAN_OTHER):
            text, k = token.text, i + 1
            symbol = units.HAN.get(text)
            while (
                k < len(self.tokens)
                and self.tokens[k].kind in (t.HAN, t.HAN_OTHER)
                and touching(self.tokens, k)
                and len(text) < 4
            ):
                text += self.tokens[k].text
                k += 1
            self.denominator = symbol or text
        return True

    def _currency(self, i: int) -> tuple[str, Decimal, int] | None:
        """Currency at token `i`: code, factor, next token."""
        if i >= len(self.tokens):
            return None
        tokens, token = self.tokens, self.tokens[i]
        lows = [x.low for x in tokens[i : i + 4]]
        if token.kind == t.WORD:
            if token.low in currencies.DOLLAR_PREFIXES and i + 1 < len(tokens) and tokens[i + 1].text == "$":
                return currencies.DOLLAR_PREFIXES[token.low], ONE, i + 2
            if token.low in ("u", "us", "united") and "dollars" in lows:
                return "USD", ONE, i + lows.index("dollars") + 1
            for length in (4, 3, 2):
                code = currencies.english_names().get(" ".join(lows[:length]))
                if code is not None:
                    return code, ONE, i + length
            if token.low in currencies.MINOR:
                return (*currencies.MINOR[token.low], i + 1)
            code = currencies.code_of(token.text)
            if code is not None:
                return code, ONE, i + 1
            pair = currencies.scaled_code(token.text)
            return (pair[0], pair[1], i + 1) if pair else None
        if token.kind == t.SIGN:
            code = currencies.sign_code(token.text, "en", True)
            return (code, ONE, i + 1) if code else None
        if token.kind == t.HAN:
            if token.text in currencies.MINOR:
                return (*currencies.MINOR[token.text], i + 1)
            han = currencies.han_names().get(token.text)
            return (han, ONE, i + 1) if han else None
        return None

    def _step(self, i: int) -> int | None:
        """Reads what begins at token `i`; the next token, or None if it means nothing here."""
        token = self.tokens[i]
        money = self._currency(i)
        if money is not None:
            code, factor, after = money
            if self.currency is None or (
                self.currency == "CNY" and token.text not in currencies.GENERIC_HAN and token.kind == t.HAN
            ):
                self.currency = code
            self.scale *= factor
            self.scaled = self.scaled or factor > 1
            return after
        if token.kind == t.WORD:
            return self._word(i)
        if token.kind == t.NUMBER:
            return self._number(i)
        if token.kind == t.HAN_NUMERAL and all(c in lexicon.HAN_UNITS for c in token.text):
            for char in token.text:
                self.scale *= lexicon.HAN_UNITS[char]
            self.scaled = True
            return i + 1
        if token.kind == t.HAN:
            return self._han(i)
        if token.kind == t.HAN_OTHER:
            if token.text.endswith(("单位", "货币")) or token.text in ("均价", "价格", "单价", "金额"):
                return i + 1
            if (
                self.found
                and self.noun is None
                and self.unit is None
                and self.currency is None
                and len(token.text) <= 4
            ):
                self.noun = token.text
                return i + 1
            return None
        if token.text == "%":
            if self.unit is None and self.currency is None:
                self.kind, self.unit = "percent", "%"
            return i + 1
        if token.text == "‰":
            self.kind, self.unit, self.scale = "percent", "%", self.scale / 10
            return i + 1
        return i + 1 if token.kind == t.SIGN else None

    def _number(self, i: int) -> int | None:
        """100 million, 10 thousand, '000, 10k."""
        token = self.tokens[i]
        if _THOUSANDS.fullmatch(token.text):
            self.scale, self.scaled = self.scale * 1000, True
            return i + 1 + (i + 1 < len(self.tokens) and self.tokens[i + 1].low == "s")
        value, exponent = printed(token.text)
        if i + 1 < len(self.tokens) and self.tokens[i + 1].low in ("k", "m") and touching(self.tokens, i + 1):
            self.scale, self.scaled = (
                self.scale * value * SCALE_SHORT.get(self.tokens[i + 1].low, Decimal(10) ** 6),
                True,
            )
            return i + 2
        round_ = exponent == 0 and value in (1, 10, 100, 1000, 10000, 100000, 1000000, 10**8, 10**9, 10**7)
        if not round_ or (i + 1 < len(self.tokens) and self.tokens[i + 1].text == "="):
            return None
        if i + 1 < len(self.tokens) and (
            self.tokens[i + 1].low in SCALES or self.tokens[i + 1].text[:1] in lexicon.HAN_UNITS
        ):
            self.scale, self.scaled = self.scale * value, True
            return i + 1
        if value >= 1000 or (
            value > 1 and self._is_of_power(i + 1) and all(x.kind != t.NUMBER for x in self.tokens[:i])
        ):
            self.scale, self.scaled = self.scale * value, True
            return i + 1
        return None

    def _is_of_power(self, i: int) -> bool:
        """Whether a watt or watt-hour stands at token `i` of a note that says it is one: "Unit: 10 MW", which is 万千瓦."""
        introduced = self.tokens[0].low in _INTRODUCES
        return (
            introduced and i < len(self.tokens) and (units.symbol_of(self.tokens[i].text) or "").endswith(("W", "Wh"))
        )

    def _word(self, i: int) -> int | None:
        token, tokens = self.tokens[i], self.tokens
        low = token.low
        if low == "ten" and i + 1 < len(tokens) and tokens[i + 1].low in SCALES:
            self.scale, self.scaled = self.scale * 10, True
            return i + 1
        if low in SCALES:
            self.scale, self.scaled = self.scale * SCALES[low], True
            return i + 1
        beside_money = self.currency is not None or (i > 0 and touching(tokens, i))
        if (
            low in SCALE_SHORT
            and not (low == "mm" and not beside_money)
            and not (low == "k" and not beside_money and token.text != "K")
        ):
            self.scale, self.scaled = self.scale * SCALE_SHORT[low], True
            return i + 1
        if token.text in SCALE_CAPITAL or (beside_money and low in SCALE_MONEY):
            if beside_money or token.text in ("MM", "M", "K"):
                self.scale, self.scaled = self.scale * (SCALE_CAPITAL.get(token.text) or SCALE_MONEY[low]), True
                return i + 1
        if (
            low == "percent"
            or (low == "per" and i + 1 < len(tokens) and tokens[i + 1].low == "cent")
            or low in ("percentage", "percentages", "pct")
        ):
            after = i + 1 + (low == "per")
            points = after < len(tokens) and tokens[after].low in ("point", "points")
            if self.unit is None and self.currency is None:
                self.kind, self.unit = ("percentage_point", "pct_point") if points else ("percent", "%")
            return after + points
        if low in ("pp", "ppt", "ppts"):
            self.kind, self.unit = "percentage_point", "pct_point"
            return i + 1
        if low in ("times", "multiple", "x") and self.unit is None:
            self.kind, self.unit = "multiple", "x"
            return i + 1
        base = base_at(tokens, i + 1) if low == "per" else None
        if base is not None:
            self.denominator = base[0]
            return base[1]
        if low == "per" and self.found and i + 1 < len(tokens) and tokens[i + 1].kind == t.WORD:
            self.denominator = units.symbol_of(tokens[i + 1].text) or tokens[i + 1].text
            return i + 2
        if low in _FILLER and not (low == "units" and i > 0 and (self.scaled or self.found)):
            return i + 1
        for length in (3, 2, 1):
            symbol = (
                units.symbol_of(" ".join(x.low for x in tokens[i : i + length]))
                if length > 1
                else units.symbol_of(token.text)
            )
            if (
                symbol is not None
                and i + length <= len(tokens)
                and not (length == 1 and len(token.text) == 1 and len(tokens) > 2 and not self._alone(i))
            ):
                if self.unit is None and self.currency is None:
                    self.kind, self.unit = "physical", symbol
                return i + length
        plural = low.endswith("s") and len(low) > 3 and not low.endswith("ss")
        if (plural or low in lexicon.IRREGULAR_PLURALS) and self.noun is None and self.currency is None:
            self.noun = token.text
            return i + 1
        return self._collective(i)

    def _alone(self, i: int) -> bool:
        """Is a single letter a unit here: after a word of scale, or before what it is counted per (L/100 km)?"""
        behind = self.tokens[i + 1 : i + 3]
        return self.scaled or (len(behind) == 2 and behind[0].text in ("/", "per") and behind[1].kind == t.NUMBER)

    def _collective(self, i: int) -> int | None:
        """Thousand head (of cattle), million full-time equivalents: all that stands behind a scale is what is counted."""
        if not self.scaled or self.stray or self.noun or self.unit or self.currency:
            return None
        k = i
        while k < len(self.tokens) and (self.tokens[k].kind == t.WORD or self.tokens[k].text == "-"):
            low = self.tokens[k].low
            if low in _ENDS or low in lexicon.NOUN_STOPS - {"of"} or low in _FILLER - {"of"}:
                return None
            if units.symbol_of(self.tokens[k].text) is not None:
                return None
            k += 1
        if k < len(self.tokens) or k - i > _MAX_NOUN:
            return None
        self.noun = self.body[self.tokens[i].start : self.tokens[k - 1].end]
        return k

    def _han(self, i: int) -> int | None:
        token = self.tokens[i]
        if token.text in units.HAN and self.unit is None:
            if self.currency is None:
                self.kind, self.unit = "physical", units.HAN[token.text]
            return i + 1
        if token.text in ("个百分点", "百分点"):
            self.kind, self.unit = "percentage_point", "pct_point"
            return i + 1
        if token.text == "倍":
            self.kind, self.unit = "multiple", "x"
            return i + 1
        if token.text in lexicon.HAN_CLASSIFIERS:
            if self.noun is None and self.currency is None:
                self.noun = token.text
            return i + 1
        if token.text == "百分比" and self.currency is None and self.unit is None:
            self.kind, self.unit = "percent", "%"
            return i + 1
        if token.text in _HAN_FILLER or token.text in ("以", "的", "值", "分"):
            return i + 1
        return None


def note_in_label(label: str) -> UnitNote | None:
    """The unit that ends or stands in brackets in a label: "Revenue (£m)", "Total bookings (in millions)", "收入，亿元"."""
    folded = fold(label)[:_MAX_NOTE]
    for match in reversed(list(_BRACKETED.finditer(folded))):
        note = parse_unit_note(match.group())
        if note is not None and (note.scale != 1 or note.unit != "1"):
            return note
    for separator in (",", "，", ":", ";"):
        head, mark, tail = folded.rpartition(separator)
        if mark and len(tail) <= 40:
            note = parse_unit_note(tail.strip())
            if note is not None and (note.currency or note.unit == "%" or note.scale != 1):
                return note
    words = folded.split()
    if words and (words[0].lower() in _PERCENT_WORDS or words[-1].lower() in _PERCENT_WORDS):
        return parse_unit_note("%")
    for count in (3, 2, 1):
        if len(words) > count:
            note = parse_unit_note(" ".join(words[-count:]))
            if note is not None and note.currency is not None and note.scale != 1:
                return note
    return None


_PERCENT_WORDS = frozenset({"%", "percent", "percentage"})
_BRACKETED = re.compile(r"\([^()]{1,60}\)|\[[^\[\]]{1,60}\]")
_CAPTION = re.compile(
    r"(?i)(?:\bin\s+|\()(?P<scale>thousands?|millions?|billions?)\b|(?P<thousands>'\s?000s?\b|\b000s?\b)"
    r"|\b(?:dollars|amounts|figures|usd|rmb|eur|gbp|table)\s+(?:\w+\s+){0,2}in\s+(?P<scale2>thousands?|millions?|billions?)"
)


def scale_of_caption(lines: list[str]) -> UnitNote | None:
    """The unit that the first of some captions, headings or header cells states for a whole table, or None.

    Whole-line notes ("€m", "$'000", "RMB million") come before a phrase inside a sentence ("as follows (in thousands):").
    """
    for line in lines:
        if len(line) <= 40 and line.strip():
            note = parse_unit_note(line.strip().strip("()"))
            if note is not None and note.scale > 1:
                return note
    for line in lines:
        found = list(_CAPTION.finditer(fold(line)))
        if found:
            match = found[-1]
            word = match["scale"] or match["scale2"]
            scale = SCALES[word.lower()] if word else Decimal(1000)
            return UnitNote(match.group(), "count", "1", None, scale)
    return None

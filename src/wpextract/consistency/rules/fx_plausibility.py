"""An amount in two currencies against the exchange rate that the document prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View
from wpextract.consistency.linking import DOUBTED, SURE, words_agree
from wpextract.consistency.material import Material, Sentence
from wpextract.consistency.model import Interval, Relation
from wpextract.consistency.reconciliation import reconciled
from wpextract.consistency.relations import digit_swaps, quoted, relate, swapped, swapped_or_changed
from wpextract.consistency.words import CONVERTED, EXCLUDING, HELD_AGAINST, LISTED, RATE_LABEL, tokens
from wpextract.facts.model import Fact

_DEARER_THAN_YUAN = ("USD", "EUR", "GBP")
MOST_RATES = 6
_TO_ONE = re.compile(  # behind what is the price of one: "RMB 7.20 and JPY 151 to the dollar"
    r"\s*(?:to|per|for) (?:the |a |one )?(?:U\.?S\.? )?(?:dollar|euro|pound|yen|yuan)\b|\s*(?:兑|=|等于)"
)
_MANY = frozenset({Decimal(100), Decimal(1000), Decimal(10000)})  # of which small money is priced
_IS_PRICED = re.compile(r"\s*(?:兑|合|折合?|等于|=)\s*(?:人民币)?\s*")
_FOR_SO_MANY = re.compile(r"\s*(?:for|to|per|兑)\s*")  # "4.9 yuan for 100 yen"
_IS_AS_MUCH_AS = re.compile(  # "to EUR 433 million; at 4.24 per euro this is equal to PLN 1.8 billion"
    r"\b(?:this|that|which|it(?! (?:is|was) (?!equal|equivalent|worth))|the (?:\d{4} )?(?:sum|amount|total|figure))\s+"
    r"(?:is|was|equals?|equall?ed|(?:comes?|came|amounts?|corresponds?|translates?) (?:in)?to|makes)"
    r"(?: (?:equal|equivalent) to| worth)?(?: (?:about|around|nearly|some))?\s*$|(?:^|[，,；;(（])\s*(?:折合|约合|相当于)(?:人民币)?约?$",
    re.IGNORECASE,
)
_COMMA = re.compile(r"[,，;；]")
_AT_A_RATE = re.compile(
    r"[按以](?:照)?[^，。]{0,8}?[\d.]+[^，。]{0,8}汇率|At (?:an?|the) (?:[a-z]+ ){0,3}rate of|按[^，。]{0,10}汇率[\d.]+",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|they|this|these|that)\b", re.IGNORECASE)
_SMALL = frozenset(
    {"VND", "IDR", "KRW", "IRR", "LBP", "LAK", "KHR", "UZS", "MMK", "PYG", "COP"}
)  # thousands to a dollar
_MOST_TO_ONE = 100_000
_DRIFT = Decimal("0.03")  # how far two rates of one year may lie apart
_MOST_PAIRS = 60
_ROWS, _MOST_ROWS = 3, Decimal("0.7")  # that a rate turns into one another, at least
_YEN = 20  # from here on a rate may be printed without decimals
_CURRENCIES = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        r"dollars?\b|\busd\b|\$|美元", r"\beuros?\b|\beur\b|€|欧元", r"\bpounds?\b|\bsterling\b|\bgbp\b|£|英镑",
        r"\byuan\b|\brenminbi\b|\brmb\b|\bcny\b|人民币", r"\byen\b|\bjpy\b|日元",
    )
)  # fmt: skip
_CODES = ("USD", "EUR", "GBP", "CNY", "JPY")
_MEAN = re.compile(
    r"\baverage\b|\bmean\b|\brates?\b|\bfetch\w*|\bexchange\w*|\beach\b|\bbuys?\b|\bbought\b|均|汇率|中间价",
    re.IGNORECASE,
)
_THE_RATE = re.compile(r"\brate\b|汇率", re.IGNORECASE)  # one that is printed elsewhere
# one that is sent for: what it converts may stand in the sentence before
_AT_THE_RATE = re.compile(
    r"\b(?:at|us(?:ing|es?)|with|by|applying)\s+(?:the|that|this|our|its)\s(?:[a-z]+\s){0,3}?rate\b(?!s?\s+(?:of\s+)?(?:growth|inflation|increase))|汇率",
    re.IGNORECASE,
)
_AT_THAT = re.compile(r"[按据照以]此|at (?:this|that)\b|on (?:this|that) basis", re.IGNORECASE)
_ABOUT = r"(?:(?:or|i\.e\.|(?:the )?equivalent (?:to|of)|equal to|about|around|approximately|roughly|nearly|some|约合|折合|相当于|约|合|近),?\s?)++"
_IS_WORTH = r"(?:equals?|equall?ed|(?:comes?|came|amounts?|corresponds?|translates?) (?:in)?to)\s(?:about\s)?"
_EQUALS = r"[^,;:()（，；\d]{1,40}[,，(（]\s?(?:the )?(?:equivalent (?:to|of)|equal to|or about|约合|折合|相当于)\s?(?:about\s)?"
_CLOSES = re.compile(r"\s*(?:(?:at|converted|using|按)\b[^()（）]{0,40})?[)）]", re.IGNORECASE)
_WHEN = r"\s(?:by|at|in|for|during|as of)\s[a-z ]{0,20}(?:19|20)\d\d"
_THE_SAME = re.compile(
    rf"(?:{_WHEN})?(?:\s?[(（]\s?(?:{_ABOUT})?|\s?[,，]?\s?{_ABOUT}|\s{_IS_WORTH})|{_EQUALS}"
    r"|,\s?which,? at (?:the|an?) [a-z ]{0,30}rate[^,;()]{0,24}?,? (?:is|was|equals|makes|c[ao]mes? to|corresponds to|amounts to) (?:about )?"
    r"|[，,]?\s?[按以][^，。；]{2,24}(?:折算|换算|折合|约合)(?:为|成|约|人民币)*\s?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Rate:
    """A printed rate; `per` is how many it is the price of ("4.9元 for 100 yen"), `one` the currency of these where told."""

    view: View
    per: Decimal = Decimal(1)
    one: str | None = None

    @property
    def fact(self) -> Fact:
        return self.view.fact

    @property
    def value(self) -> Decimal:
        return self.view.value / self.per

    @property
    def interval(self) -> Interval:
        return iv.scale(self.view.interval, 1 / self.per)

    @property
    def name(self) -> str:
        return self.view.name if self.per == 1 else f"{self.view.name} for {self.per:f}"

    def formula(self, xs: Sequence[Interval]) -> tuple[Interval, Interval]:
        """Amount in one currency / amount in the other against the rate."""
        return iv.divide(xs[0], xs[1]), iv.scale(xs[2], 1 / self.per)


def converted(priced: View, unit: View, rate: _Rate) -> tuple[Interval, Interval]:
    """Amount in one currency / amount in the other against the rate."""
    return rate.formula((priced.interval, unit.interval, rate.view.interval))


def as_others(xs: Sequence[Interval]) -> tuple[Interval, Interval]:
    """An amount / (another in its currency / that one in a second currency) against the amount in the second."""
    return iv.divide(xs[0], iv.divide(xs[1], xs[2])), xs[3]


def fx_plausibility(material: Material) -> Iterator[Relation]:
    """Amount in currency A / the same amount in currency B = the printed exchange rate.

    Only rates that the document prints are used; there is no rate from outside. A rate stated once holds wherever a
    sentence converts at "the average rate"; without one, amounts told in two currencies imply it.
    Source: the definition of conversion at an average rate (IAS 21.39), rounding as in XBRL Calculations 1.1.
    """
    rates = [(r, s) for s in material.sentences for r in _rates_of(s)]
    priced_in = {r.value: r.fact.currency for r, _ in rates if r.fact.kind == "money"}
    told: set[str] = set()
    of_rates = frozenset(c.view.id for s in material.sentences for c in s.claims if _TO_ONE.match(c.rest))
    of_rates |= {r.view.id for r, _ in rates if RATE_LABEL.search(r.view.metric)}
    of_rates |= {v.id for s in material.sentences for pair in _of_so_many(s) for v in pair}
    for sentence in material.sentences:
        here = [r for r, s in rates if s is sentence]
        just_told = not here and any(s in material.near(sentence, 1)[1:] for _, s in rates)
        at_that = just_told and _AT_THAT.match(sentence.text)
        refers = not here and bool(at_that or _THE_RATE.search(sentence.text) or _given_twice(sentence))
        sent_for = refers and bool(_AT_THE_RATE.search(sentence.text))
        told_of = material.near(sentence, 1 if sent_for else 0)
        currencies = {v.fact.currency for s in told_of for v in s.views if _is_amount(v)}
        if not here and not CONVERTED.search(sentence.text) and not (refers and len(currencies) > 1):
            continue
        spans = {v.span for v in sentence.views if _is_amount(v)}
        of_the_time = [r for r, _ in rates if r.view.span in spans] or [r for r, _ in rates]
        found = [
            (score, a, b, rate)
            for rate in (here or of_the_time)[:MOST_RATES]
            for score, a, b in _amounts(
                material, sentence, rate, priced_in.get(rate.value), of_rates, sure=bool(here) or refers
            )
        ]
        ranked = sorted(found, key=lambda f: (f[0], f[1].id, f[2].id), reverse=True)
        twice = _given_twice(sentence)
        meant = {frozenset((a.id, b.id)): (a, b, rate) for _, a, b, rate in reversed(ranked)}
        chosen = [frozenset((f[1].id, f[2].id)) for f in ranked[:1]]
        near = {v.id for s in material.near(sentence, 1 if here else 2) for v in s.views}
        near |= {x for pair in _given_twice(sentence, material.near(sentence, 2)[1:]) for x in pair}
        pairs = dict.fromkeys((*chosen, *(p for p in meant if p in twice)))
        # what a rate turns into an amount is not held against another one of its sentence
        for pair in sorted(pairs, key=lambda p: not _fits(*meant[p])):
            a, b, rate = meant[pair]
            if b.id in told or (a.id in told and not _fits(a, b, rate)):
                continue
            if {a.id, b.id} <= near:
                told |= {a.id, b.id} if _fits(a, b, rate) else {b.id}
            yield relate(
                "fx_plausibility",
                rate.formula,
                [(a, "base"), (b, "end"), (rate.view, "rate")],
                quoted(a),
                f"{quoted(b)} at the printed rate of {rate.name}",
                f"{a.name} / {b.name}",
                _confidence(material, a, b, rate, near={a.id, b.id} <= near, here=bool(here)),
                unit=f"{a.fact.currency} per {b.fact.currency}",
                diagnosis=reconciled(iv.divide(a.interval, rate.interval), b.interval, b),
                severity="warning",
            )
    yield from _implied(material, [r for r, _ in rates])
    yield from _of_columns(material, [r for r, _ in rates], priced_in)


def _of_columns(
    material: Material, rates: Sequence[_Rate], priced_in: Mapping[Decimal, str | None]
) -> Iterator[Relation]:
    """Amounts that a table tells in two currencies, row by row, where a printed rate turns most of them into one another."""
    for grid in material.grids:
        if grid.source != "table" or not rates or len({v.fact.currency for v in grid.views}) < 2:
            continue
        in_money = sorted({j for (_, j), v in grid.cells.items() if v.fact.kind == "money"})
        for j, k in combinations(in_money, 2):
            rows = ((grid.cells.get((i, j)), grid.cells.get((i, k))) for i in range(len(grid.rows)))
            pairs = [
                (a, b) for a, b in rows
                if a and b and a.fact.kind == b.fact.kind == "money" and a.fact.currency != b.fact.currency
                and min(a.value, b.value) > 0
            ]  # fmt: skip
            told = [(*_priced(r, priced_in.get(r.value), a, b), r) for a, b in pairs if (r := _rate_for(rates, a, b))]
            fits = sum(_fits(*x) for x in told)
            if fits < _ROWS or fits < len(pairs) * _MOST_ROWS:
                continue
            for priced, unit, rate in told:
                yield relate(
                    "fx_plausibility",
                    rate.formula,
                    [(priced, "base"), (unit, "end"), (rate.view, "rate")],
                    quoted(priced),
                    f"{quoted(unit)} at the printed rate of {rate.name}",
                    f"{priced.name} / {unit.name}",
                    0.85,
                    unit=f"{priced.fact.currency} per {unit.fact.currency}",
                    diagnosis=reconciled(iv.divide(priced.interval, rate.interval), unit.interval, unit),
                    severity="warning",
                )


def _rate_for(rates: Sequence[_Rate], a: View, b: View) -> _Rate | None:
    """The printed rate that may be between two amounts: of their currencies, and the nearest to what they give."""
    between = {a.fact.currency, b.fact.currency}
    meant = [r for r in rates if r.fact.kind != "money" or (r.fact.currency in between and r.one in (None, *between))]
    given = max(a.value / b.value, b.value / a.value)
    return min(meant, key=lambda r: abs(max(r.value, 1 / r.value) / given - 1), default=None)


def _implied(material: Material, rates: Sequence[_Rate]) -> Iterator[Relation]:
    """Amounts told in two currencies against the rate of another such pair, where no rate is printed for the two."""
    priced = {r.fact.currency for r in rates}
    if None in priced:
        return  # a bare number is the price of any
    alike: dict[tuple[str | None, str | None], dict[frozenset[str], tuple[View, View]]] = {}
    for sentence in material.sentences:
        own = {v.id: v for v in sentence.views}
        for pair in _given_twice(sentence):
            if len(twice := [own[x] for x in pair if x in own]) == 2:
                a, b = sorted(twice, key=lambda v: str(v.fact.currency))
                alike.setdefault((a.fact.currency, b.fact.currency), {})[pair] = (a, b)
    for currencies, found in alike.items():
        if not priced.isdisjoint(currencies):
            continue
        pairs = list(found.values())[:_MOST_PAIRS]
        for n, (a, b) in enumerate(pairs):
            others = [x for k, x in enumerate(pairs) if (k < n or (k > n and len(pairs) > 2)) and x[0].span == a.span]
            off, c, d = min(
                ((abs(a.value / b.value / (c.value / d.value) - 1), c, d) for c, d in others),
                key=lambda x: x[0],
                default=(Decimal(0), a, b),
            )
            fits = iv.meets(*as_others((a.interval, c.interval, d.interval, b.interval)))
            if c is not a and (fits or off > _DRIFT):
                yield relate(
                    "fx_plausibility",
                    as_others,
                    [(a, "base"), (c, "base"), (d, "end"), (b, "claim")],
                    quoted(a),
                    f"{quoted(b)} at the rate at which {quoted(c)} is {quoted(d)}",
                    f"{a.name} / ({c.name} / {d.name})",
                    0.7,
                    diagnosis=f"One of the two pairs is converted at another rate: {a.name} and {b.name}, {c.name} and {d.name}.",
                    severity="warning",
                )


def _confidence(material: Material, a: View, b: View, rate: _Rate, *, near: bool, here: bool) -> float:
    """How sure two amounts are one: told close by, or but for a misprint and under words of one another."""
    if near:
        return 0.75
    if here and (_slipped(a, b, rate) or _is_the_whole(material, a, b)):
        return 0.7
    return SURE + 0.02 if _misprinted(a, b, rate) and words_agree(material, a, b) > 0.5 else DOUBTED


def _is_the_whole(material: Material, a: View, b: View) -> bool:
    """Whether one of two amounts is the one that a document states most, and the other is called so too."""
    most = {material.most_stated.get((v.dimension, v.span)) for v in (a, b)}
    return any(m is not None and m.value == v.value for m in most for v in (a, b)) and words_agree(material, a, b) > 0.5


def _given_twice(sentence: Sentence, before: Sequence[Sentence] = ()) -> frozenset[frozenset[str]]:
    """The pairs of amounts that are put beside one another, in two currencies, as the same: "RMB 27 billion (about USD 4 billion)".

    One of them may have been told just before: "..., to EUR 433 million. This is equal to PLN 1.8 billion".
    """
    first = next((c for c in sentence.claims if _is_amount(c.view) and _IS_AS_MUCH_AS.search(c.before)), None)
    claims = [*(c for s in before[:1] for c in s.claims), *sentence.claims[: sentence.place(first) if first else 0]]
    told = [
        c.view for c in claims
        if _is_amount(c.view) and not c.view.fact.unit_denominator and not _TO_ONE.match(c.rest)
        and not HELD_AGAINST.search(c.before)
    ]  # fmt: skip
    if first and first.view.fact.period_basis == "sentence":
        told = [v for v in told if v.span == first.view.span] or told
    own = [c.view for c in sentence.claims if _is_amount(c.view) and not _TO_ONE.match(c.rest)]
    converts = CONVERTED.match(sentence.text)
    if len(own) == 1 and (converts or _AT_A_RATE.match(sentence.text)):
        # "Imports came to A$50 million. Converted at 0.6 they cost"
        said = own[0].said_before
        others = [
            c for s in before for c in s.claims
            if _is_amount(c.view) and c.view.fact.currency != own[0].fact.currency
            and (c.view.span == own[0].span or None in (c.view.span, own[0].span))
        ]  # fmt: skip
        if not (converts and _IT.search(said) and len(others) == 1):
            # 出口48.6亿美元，进口101.5亿美元。按7.20折算，出口额约合
            named = tokens(_COMMA.split(said)[-1])
            others = [c for c in others if not named.isdisjoint(tokens(_COMMA.split(c.before)[-1]))]
        if len(others) == 1:
            return frozenset([frozenset((others[0].view.id, own[0].id))])
    taken_up = first and told and told[-1].fact.currency != first.view.fact.currency
    return frozenset([frozenset((told[-1].id, first.view.id))] if first and taken_up else []) | frozenset(
        frozenset((a.view.id, b.view.id))
        for a, b in pairwise(sentence.claims)
        if _is_amount(a.view)
        and _is_amount(b.view)
        and a.view.fact.currency != b.view.fact.currency
        and _THE_SAME.fullmatch(b.before)
        and (not re.search(r"[(（]", b.before) or _CLOSES.match(b.rest))
    )


def _rates_of(sentence: Sentence) -> list[_Rate]:
    """The exchange rates of a sentence, with those that it lists before one: "RMB 7.20 and JPY 151 to the dollar"."""
    claims = sentence.claims
    rates = [
        _is_rate(c.view, f"{c.before[-60:]} {c.view.metric} {c.view.fact.snippet} {c.after[:20]}", sentence.text)
        for c in claims
    ]
    for n in range(len(claims) - 2, -1, -1):
        listed = rates[n + 1] and _TO_ONE.match(claims[n + 1].rest) and claims[n].view.fact.kind == "money"
        rates[n] |= bool(listed and LISTED.fullmatch(claims[n].rest))
    found = [_Rate(c.view) for c, is_rate in zip(claims, rates, strict=True) if is_rate]
    many = {(rate.id, unit.id): _Rate(rate, unit.value, unit.fact.currency) for rate, unit in _of_so_many(sentence)}
    own = {key for pair in many for key in pair}
    return [*(r for r in found if r.view.id not in own), *many.values()]


def _of_so_many(sentence: Sentence) -> Iterator[tuple[View, View]]:
    """The rates of a sentence that price a hundred or more of small money, and that: "100日元兑4.9元", "4.9 yuan for 100 yen"."""
    for a, b in pairwise(sentence.claims):
        if a.view.fact.kind == b.view.fact.kind == "money" and a.view.fact.currency != b.view.fact.currency:
            if a.view.value in _MANY and _IS_PRICED.fullmatch(b.before):
                yield b.view, a.view
            elif b.view.value in _MANY and _FOR_SO_MANY.fullmatch(b.before) and _THE_RATE.search(sentence.text):
                yield a.view, b.view


def _is_rate(v: View, text: str, sentence: str) -> bool:
    """Whether a bare number is called a rate, or is a mean in a sentence of two currencies ("the pound at 1.278 dollars")."""
    of_two = (
        sum(bool(p.search(sentence)) for p in _CURRENCIES) > 1 and len(v.figures) > 2 and bool(_MEAN.search(sentence))
    )
    return (
        v.fact.kind in ("money", "count", "other", "ratio")
        and Decimal(0) < v.value < (_MOST_TO_ONE if v.fact.currency in _SMALL and RATE_LABEL.search(text) else 1000)
        and v.fact.scale == 1
        and v.fact.decimals is not None
        and (v.fact.decimals > 0 or v.value >= _YEN)
        and (bool(RATE_LABEL.search(text)) or of_two)
    )


def _amounts(
    material: Material,
    sentence: Sentence,
    rate: _Rate,
    currency_of_rate: str | None,
    rates: frozenset[str],
    sure: bool,
) -> Iterator[tuple[float, View, View]]:
    """(score, priced, unit) pairs of amounts in two currencies, one of them of the sentence, that the rate may relate."""
    near = [
        v
        for s in material.near(sentence, 2)
        for v in s.views
        if _is_amount(v)
        and v.digits != rate.view.digits
        and v.id not in rates
        and not material.is_delta(v)
        and (s is sentence or not EXCLUDING.search(s.text))
    ]
    own = [v for v in sentence.views if v in near][:4]
    twice = _given_twice(sentence, material.near(sentence, 2)[1:])
    room = Decimal("0.5") if sure else Decimal("0.15")  # beside its rate, a conversion may be well off and still meant
    for b in own:
        pool = [(o, 0.3 if sure and o in sentence.views else 0.2) for o in near]
        wholes = (material.most_stated.get((f"money:{x}", b.span)) for x in _currencies(material, b))
        pool += [(o, 0.1) for o in wholes if o is not None and sure]
        for wanted in (b.value * rate.value, b.value / rate.value):
            for currency in _currencies(material, b):
                found = material.close_to(wanted * 9 / 10, wanted * 11 / 10, f"money:{currency}", b.span)[:12]
                for factor in digit_swaps(b) if sure else ():  # of what it would be but for two digits
                    found += material.close_to(
                        wanted * factor * 199 / 200, wanted * factor * 201 / 200, f"money:{currency}", b.span
                    )[:4]
                pool += [(o, 0.0) for o in found if not material.is_delta(o)]
        for other, bonus in pool:
            at_once = other.span == b.span or None in (other.span, b.span) or {b.id, other.id} in twice
            if other.fact.currency == b.fact.currency or not (at_once or other in sentence.views):
                continue
            if rate.fact.kind == "money" and rate.fact.currency not in (b.fact.currency, other.fact.currency):
                continue
            one = rate.one or _one_of(material, rate.view)
            if one is not None and one not in (b.fact.currency, other.fact.currency):
                continue
            priced, unit = _priced(rate, currency_of_rate, b, other)
            if not at_once and not _fits(priced, unit, rate):
                continue  # 收入为29.8亿美元，2024年为17.4亿美元，折合213亿元: of the former, whatever year stands between
            if priced.fact.currency in _DEARER_THAN_YUAN and unit.fact.currency == "CNY" and rate.value > 1:
                continue  # 7.15 is of yuan to the dollar, whatever a text leaves out
            off = abs(priced.value / unit.value / rate.value - 1)
            # in one sentence, however far off
            if off < (1 if sure and other in sentence.views else room) or {b.id, other.id} in twice:
                yield (
                    max(float(-off), -1.0) * (1 if bonus > 0.2 else 2)
                    + bonus
                    + 0.3 * words_agree(material, b, other)
                    + (0.6 if _slipped(priced, unit, rate) or (other in near and _fits(priced, unit, rate)) else 0.0)
                    + (1.0 if {b.id, other.id} in twice or not at_once else 0.0),
                    priced,
                    unit,
                )


def _one_of(material: Material, rate: View) -> str | None:
    """The currency of which a rate is the price of one, where it is said: "AED 3.67 to the dollar"."""
    claim = material.claim_of.get(rate.id)
    said = _TO_ONE.match(claim.rest) if claim else None
    text = f"{said.group()} {claim.rest[said.end() : said.end() + 6]}" if said and claim else ""
    return next((code for code, p in zip(_CODES, _CURRENCIES, strict=True) if p.search(text)), None)


def _fits(priced: View, unit: View, rate: _Rate) -> bool:
    return iv.meets(*converted(priced, unit, rate))


def _slipped(priced: View, unit: View, rate: _Rate) -> bool:
    """Whether a conversion has two digits exchanged, or was multiplied by its rate for divided."""
    wrong = (iv.multiply(priced.interval, rate.interval), unit.interval)
    return len(unit.figures) > 2 and (swapped(iv.divide(priced.interval, rate.interval), unit) or iv.meets(*wrong))


def _misprinted(priced: View, unit: View, rate: _Rate) -> bool:
    return len(unit.figures) > 2 and swapped_or_changed(iv.divide(priced.interval, rate.interval), unit)


def _priced(rate: _Rate, currency: str | None, a: View, b: View) -> tuple[View, View]:
    """The amount in the currency that a rate is given in (there, or where it is told again), then that in the one it prices."""
    if rate.one in (a.fact.currency, b.fact.currency):
        return (a, b) if b.fact.currency == rate.one else (b, a)
    if currency in (a.fact.currency, b.fact.currency):
        return (a, b) if a.fact.currency == currency else (b, a)
    scaled = [x for x in ((a, b), (b, a)) if _is_scaled(*x, rate)]  # but for a wrong word of scale
    return scaled[0] if len(scaled) == 1 else (a, b) if (a.value > b.value) == (rate.value > 1) else (b, a)


def _is_scaled(priced: View, unit: View, rate: _Rate) -> bool:
    """Whether a conversion fits but for a power of ten."""
    power = round((priced.value / unit.value / rate.value).log10())
    return power != 0 and iv.meets(iv.scale(converted(priced, unit, rate)[0], Decimal(1).scaleb(-power)), rate.interval)


def _is_amount(v: View) -> bool:
    return v.fact.kind == "money" and not v.is_range and (v.fact.scale > 1 or len(v.figures) > 2) and v.value > 0


def _currencies(material: Material, v: View) -> list[str]:
    return sorted({x.fact.currency for x in material.views if x.fact.currency and x.fact.currency != v.fact.currency})[
        :4
    ]

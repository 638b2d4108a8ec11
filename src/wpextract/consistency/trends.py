"""Series that a text says to rise or fall at every step ("costs have come down in every year since 2020", 逐年回落).

Source: order of intervals (Moore 1966): a step whose interval holds none may be of either direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wpextract.consistency.facts_view import Span, View
from wpextract.consistency.grids import Line, is_total, without_period
from wpextract.consistency.linking import mentions
from wpextract.consistency.material import Material
from wpextract.consistency.words import GROWTH_LABEL, SCENARIO, YEAR, label_tokens, number_of, tokens
from wpextract.facts.sentences import sentences
from wpextract.quantities import forecast_cues

_EVERY_STEP = re.compile(
    r"\b(?:in |with )?(?:every|each) (?:single )?year(?: (?:since|from|after) (?P<since>(?:19|20)\d\d))?\b(?! of\b)"
    r"|\byear (?:after|by) year\b|\bwithout (?:a |any )?(?:pause|break|interruption|stopping)\b|\buninterrupted(?:ly)?\b"
    r"|逐年|连年|年年|每年都|连续(?P<steps>[两二三四五六七八九十\d])年",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from) ((?:19|20)\d\d)\b|自?((?:19|20)\d\d)\s*年(?:以来|起|后)", re.IGNORECASE)
_UP = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|grow(?:n|s|ing|th)?|grew|climb\w*|expand\w*|increas\w*|gain\w*|advanc\w*|went up|gone up|widen\w*)\b"
    r"|上升|增长|增加|抬升|上行|走高|扩大|放大|拉开|回升|提高|提升|加快",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:f[ae]ll(?:en|s|ing)?|c[ao]me down|coming down|brought [^.;,]{0,20}\bdown|drop\w*|declin\w*|shrunk|shrank|shrink\w*|cool\w*|slow\w*|lower\w*"
    r"|eas(?:e|ed|es|ing)|narrow\w*|decreas\w*|went down|gone down)\b|下降|回落|走低|收敛|放缓|减少|收窄|缩小|下滑|下行|降低",
    re.IGNORECASE,
)
_OF_GROWTH = re.compile(r"\bgrowth\b|\bpace\b|增速|增幅|增长率", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:not|never|hardly|almost|nearly|may|might|could|would|if)\b|n't\b|并非|未|几乎|若|如果", re.IGNORECASE
)
_CLAUSE = re.compile(r"[;；。:：]|(?<=[^\d])[,，]")
FEWEST = 3  # values of a course
_BY_VALUE, _BY_NAME, _ALONE = 0.75, 0.72, 0.64  # told by its values, by its name, as the only one of its page


@dataclass(frozen=True, slots=True)
class Trend:
    """A clause that tells a direction, the values of the series that it is of, in order, and how sure that is."""

    text: str
    page: int
    block_id: str
    is_rise: bool
    values: tuple[View, ...]
    line: Line
    confidence: float

    @property
    def against(self) -> tuple[View, View] | None:
        """The first step that goes the other way, beyond rounding."""
        sign = 1 if self.is_rise else -1
        for a, b in pairwise(self.values):
            ends = (a.interval, b.interval) if sign > 0 else (b.interval, a.interval)
            if ends[0].low is not None and ends[1].high is not None and ends[1].high < ends[0].low:
                return a, b
        return None


def trends(material: Material) -> Iterator[Trend]:
    """What a text says to go one way at every step, with the series of its page that shows it."""
    for block in material.blocks:
        if block.role in ("furniture", "table_text", "chart_text", "caption", "source_note"):
            continue
        for a, b in sentences(block.text):
            text = block.text[a:b]
            cue = _EVERY_STEP.search(text)
            if cue is None or _UNSURE.search(text) or SCENARIO.search(text) or forecast_cues(text):
                continue
            starts = [m.end() for m in _CLAUSE.finditer(text, 0, cue.start())]
            clause = text[starts[-1] if starts else 0 :]
            clause = (
                clause[: m.start()]
                if (m := _CLAUSE.search(clause, cue.end() - (starts[-1] if starts else 0)))
                else clause
            )
            up, down = bool(_UP.search(_OF_GROWTH.sub(" ", clause))), bool(_DOWN.search(clause))
            if up == down:
                continue
            before = text[: cue.start()][-60:]
            found = _series(material, block.page, block.block_id, text, f"{before} {clause}")
            if found is None:
                continue
            line, sure = found
            values = _course(material, line, text, cue)
            if len(values) >= FEWEST:
                yield Trend(text.strip(), block.page, block.block_id, up, values, line, sure)


def _series(material: Material, page: int, block_id: str, text: str, said: str) -> tuple[Line, float] | None:
    """The series of a page that a sentence tells two values of, or that it names, or that alone speaks of its subject."""
    of_growth = bool(_OF_GROWTH.search(said))
    lines = [
        x for x in material.lines_on.get(page, ())[:60]
        if x.over_time and len(x.entries) >= FEWEST and not is_total(x.label)
        and of_growth == (x.dimension == "percent" and bool(GROWTH_LABEL.search(f"{x.label} {x.title}")))
    ]  # fmt: skip
    told = [v for s in material.in_block.get(block_id, ()) if s.text in text or text in s.text for v in s.views]
    anchored = [x for x in lines if sum(_stands_on(v, x) for v in told) > 1]
    if len(anchored) == 1:
        return anchored[0], _BY_VALUE
    words = label_tokens(said)
    named = [x for x in lines if (label := without_period(x.label)) and mentions(said, label, words) > 0.99]
    if len(named) == 1:
        return named[0], _BY_NAME
    about = [x for x in lines if not tokens(said).isdisjoint(x.words)]
    return (about[0], _ALONE) if len(about) == len(lines) == 1 else None


def _stands_on(v: View, line: Line) -> bool:
    shown = line.by_span.get(v.span) if v.span else None
    return shown is not None and v.dimension == line.dimension and v.digits == shown.digits


def _course(material: Material, line: Line, text: str, cue: re.Match[str]) -> tuple[View, ...]:
    """The yearly values of a series that a text speaks of: since the year that it names, or the last steps that it counts."""
    spans = sorted((s for s in line.by_span if s.kind == "Y"), key=lambda s: s.last)
    spans = [s for s in spans if not line.by_span[s].fact.is_forecast]
    since = cue["since"] or next((y for m in _SINCE.finditer(text) for y in m.groups() if y), None)
    since = since or (YEAR.findall(text[: cue.start()]) or [None])[-1]  # "it peaked in 2021 and fell year after year"
    if since is not None:
        spans = [s for s in spans if s.last >= int(since)]
    if cue["steps"]:
        spans = _last_steps(material, spans, number_of(cue["steps"]))
    return tuple(line.by_span[s] for s in spans)


def _last_steps(material: Material, spans: Sequence[Span], steps: int) -> list[Span]:
    known = [s for s in spans if material.latest is None or s.last <= material.latest]
    return known[-steps - 1 :]

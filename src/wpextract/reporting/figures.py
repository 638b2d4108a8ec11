"""Small SVG drawings for the report: intervals on a number line, and charts drawn again from their points."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import cos, pi, sin

from markupsafe import Markup, escape

from wpextract.charts.model import Chart
from wpextract.consistency.model import Finding, Interval
from wpextract.facts.model import Fact

_COLORS = ("#1f6f8b", "#e08a2e", "#6a9a3b", "#a4508b", "#4b6cb7", "#b5493a", "#7a7a7a", "#2f9e8f")


def number_line(finding: Finding) -> Markup:
    """The printed and the derived interval on one line; empty when neither has an end."""
    ends = [float(v) for i in (finding.printed, finding.derived) for v in (i.low, i.high) if v is not None]
    if not ends:
        return Markup("")
    low, high = min(ends), max(ends)
    pad = (high - low) * 0.15 or abs(high) * 0.05 or 1.0
    low, high = low - pad, high + pad

    def bar(interval: Interval, y: int, name: str) -> str:
        x0 = 0.0 if interval.low is None else 300 * (float(interval.low) - low) / (high - low)
        x1 = 300.0 if interval.high is None else 300 * (float(interval.high) - low) / (high - low)
        if interval.low is None and interval.high is None:
            return ""
        return (
            f'<rect x="{70 + x0:.1f}" y="{y}" width="{max(3.0, x1 - x0):.1f}" height="9" rx="2" class="{name}"/>'
            f'<text x="62" y="{y + 8}" text-anchor="end">{name}</text>'
        )

    body = bar(finding.printed, 6, "printed") + bar(finding.derived, 24, "derived")
    return Markup(  # noqa: S704 (numbers and fixed words only)
        f'<svg class="line" viewBox="0 0 380 42" role="img" aria-label="printed and derived interval">'
        f'<line x1="70" x2="370" y1="20" y2="20" class="axis"/>{body}</svg>'
    )


def readable(value: Decimal | float | None, currency: str | None, unit: str) -> str:
    """A value as people write it: `CNY 615.7 billion`, `43%`, `1,509`."""
    if value is None:
        return ""
    number = float(value)
    for factor, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(number) >= factor and unit not in ("%", "pct_point", "x"):
            shown = f"{number / factor:,.6g}{word}"
            break
    else:
        shown = f"{number:,.10g}" if abs(number) < 1e6 else f"{number:,.0f}"
    if currency:
        return f"{currency} {shown}"
    suffix = {"%": "%", "pct_point": " pp", "x": "×", "1": ""}.get(unit, f" {unit}")
    return shown + suffix


def chart(drawn: Chart, facts: dict[str, Fact]) -> Markup:
    """The chart from its points, corrected values used, forecasts lighter."""
    points = [
        (p, facts[p.point_id]) for p in drawn.points if p.point_id in facts and facts[p.point_id].value is not None
    ]
    if not points:
        return Markup("")
    if drawn.kind in ("pie", "doughnut"):
        return _pie([(p.category or p.series or "", f) for p, f in points])
    categories = list(dict.fromkeys(p.category or "" for p, _ in points))
    series = list(dict.fromkeys(p.series or "" for p, _ in points))
    parts: list[str] = []
    tops = {
        axis: max((abs(float(f.value or 0)) for p, f in points if (p.axis or "primary") == axis), default=1.0) or 1.0
        for axis in ("primary", "secondary")
    }
    step = 560 / max(1, len(categories))
    width = min(46.0, step * 0.8 / max(1, len(series)))
    for p, f in points:
        c, s = categories.index(p.category or ""), series.index(p.series or "")
        height = 170 * abs(float(f.value or 0)) / tops[p.axis or "primary"]
        x = 30 + c * step + step / 2 + (s - len(series) / 2) * width
        fade = ' opacity=".55"' if f.is_forecast else ""
        title = escape(f"{p.series or ''} {p.category or ''}: {readable(f.value, f.currency, f.unit)}")
        parts.append(
            f'<rect x="{x:.1f}" y="{200 - height:.1f}" width="{width:.1f}" height="{height:.1f}" '
            f'fill="{_COLORS[s % 8]}"{fade}><title>{title}</title></rect>'
        )
    every = max(1, len(categories) // 14)
    for c, name in enumerate(categories):
        if c % every == 0:
            x = 30 + c * step + step / 2
            parts.append(f'<text x="{x:.1f}" y="214" text-anchor="middle">{escape(name[:14])}</text>')
    parts += _legend(series)
    return _svg(parts, drawn.title or "chart")


def _legend(names: Sequence[str]) -> list[str]:
    shown = [n for n in names if n]
    return [
        f'<rect x="{30 + i * 140}" y="222" width="9" height="9" fill="{_COLORS[i % 8]}"/>'
        f'<text x="{43 + i * 140}" y="230">{escape(n[:22])}</text>'
        for i, n in enumerate(shown[:4])
    ]


def _pie(wedges: Sequence[tuple[str, Fact]]) -> Markup:
    total = sum(abs(float(f.value or 0)) for _, f in wedges) or 1.0
    angle, parts = -pi / 2, []
    for i, (name, fact) in enumerate(wedges):
        sweep = min(2 * pi * abs(float(fact.value or 0)) / total, 2 * pi - 1e-4)
        end = angle + sweep
        x0, y0 = 110 + 95 * cos(angle), 110 + 95 * sin(angle)
        x1, y1 = 110 + 95 * cos(end), 110 + 95 * sin(end)
        label = escape(f"{name}: {readable(fact.value, fact.currency, fact.unit)}")
        parts.append(
            f'<path d="M110 110L{x0:.1f} {y0:.1f}A95 95 0 {int(sweep > pi)} 1 {x1:.1f} {y1:.1f}Z" '
            f'fill="{_COLORS[i % 8]}" stroke="#fff"><title>{label}</title></path>'
            f'<rect x="230" y="{12 + 20 * i}" width="9" height="9" fill="{_COLORS[i % 8]}"/>'
            f'<text x="245" y="{20 + 20 * i}">{label}</text>'
        )
        angle += sweep
    return _svg(parts, "shares")


def _svg(parts: Sequence[str], label: str) -> Markup:
    return Markup(  # noqa: S704
        f'<svg class="chart" viewBox="0 0 600 236" role="img" aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )

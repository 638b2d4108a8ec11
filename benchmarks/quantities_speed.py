"""Microseconds a sentence beside quantulum3 and Recognizers-Text: `python benchmarks/quantities_speed.py [SENTENCES.txt] [--lang en]`.

Sentences: one a line, else a few dozen made here. Peers are timed if they are installed (quantulum3;
recognizers-text-number-with-unit) and left out if not. `--hostile` prints how time grows with hostile strings instead.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from wpextract.quantities import find_quantities
from wpextract.quantities.grammar import read

ENGLISH = [
    "In 2024 the market reached about USD {0}.7 billion and should exceed USD 2.6 trillion by 2030.",
    "Public piles rose to {0}.42 million units at the end of 2024, an increase of {0}1.9% over 2023.",
    "The share of renewables rose from {0}2% in 2022 to {0}6% in 2024, up 14 percentage points.",
    "Prices fell by 10–15% and more than {0},000 firms paid RMB 0.58 per kWh.",
]
CHINESE = [
    "2024年市场规模达到{0},311亿元，同比增长3{0}.4%，增速较上年小幅回落。",
    "预计2027年为{0},419亿美元，年复合增长率约为27.{0}%。",
    "智能算力规模达56{0} EFLOPS，占全国总规模的73.8%。",
    "推理卡包月价格集中在1,{0}00~2,600元，降幅超过四成。",
]
HOSTILE = ["7", "亿", "(", "(1", "1,", "百分之", "five ", "5% to "]


def made(language: str) -> list[str]:
    return [form.format(n) for n in range(1, 10) for form in (CHINESE if language == "zh" else ENGLISH)]


def peers(language: str) -> dict[str, Callable[[str], object]]:
    """The peers that can be imported here."""
    found: dict[str, Callable[[str], object]] = {}
    if language == "en":
        try:
            from quantulum3 import parser  # type: ignore[import-not-found]

            found["quantulum3"] = parser.parse
        except ImportError:
            pass
    try:
        from recognizers_number import recognize_number  # type: ignore[import-not-found]
        from recognizers_number_with_unit import recognize_currency, recognize_dimension  # type: ignore[import-not-found]
        from recognizers_number import recognize_percentage  # type: ignore[import-not-found]  # isort: skip

        culture = "zh-cn" if language == "zh" else "en-us"
        found["recognizers-text"] = lambda text: [
            recognize(text, culture)
            for recognize in (recognize_currency, recognize_percentage, recognize_dimension, recognize_number)
        ]
    except ImportError:
        pass
    return found


def microseconds(call: Callable[[str], object], sentences: list[str], rounds: int) -> float:
    """Mean time a sentence of the fastest round, the first sentence read once before."""
    call(sentences[0])
    best = float("inf")
    for _ in range(rounds):
        read.cache_clear()
        start = time.perf_counter()
        for sentence in sentences:
            call(sentence)
        best = min(best, time.perf_counter() - start)
    return best / len(sentences) * 1e6


def growth(size: int) -> None:
    """Seconds for a string of one repeated piece, and for one four times as long."""
    for piece in HOSTILE:
        times = []
        for length in (size, size * 4):
            text = (piece * (length // len(piece) + 1))[:length]
            start = time.process_time()
            find_quantities(text, "zh")
            times.append(time.process_time() - start)
        print(f"{piece!r:10} {size:>9} characters {times[0]:7.3f} s, four times as many {times[1]:7.3f} s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path, nargs="?")
    parser.add_argument("--lang", choices=["en", "zh"])
    parser.add_argument("--hostile", type=int, metavar="CHARACTERS")
    options = parser.parse_args()
    if options.hostile:
        growth(options.hostile)
        return 0
    for language in [options.lang] if options.lang else ["en", "zh"]:
        lines = options.sentences.read_text("utf-8").splitlines() if options.sentences else made(language)
        sentences = [line for line in lines if line.strip()]
        own = microseconds(lambda text, lang=language: find_quantities(text, lang), sentences, 5)  # type: ignore[misc]
        print(f"{language} wpextract          {own:10.0f} us")
        for name, call in peers(language).items():
            other = microseconds(call, sentences, 1)
            print(f"{language} {name:18} {other:10.0f} us   {other / own:6.1f} times as long")
    return 0


if __name__ == "__main__":
    sys.exit(main())

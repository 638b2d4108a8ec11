"""Does confidence mean what it says: `python benchmarks/confidence.py TRUTH_DIR RELEASE_DIR [TRUTH_DIR RELEASE_DIR ...]`.

Prints a reliability table of the facts in prose: for each bin of `confidence`, how many facts, their mean confidence and
the share that is right. TRUTH_DIR/facts.jsonl holds the true numbers, one a line (`page`, `snippet`, `value_low`,
`value_high`, `currency`, `kind`, `period_end`, `context`; `optional` ones are left out); a release may hold several
documents, the one with the most numbers of the truth is compared. Right is a number with its unit and scale, and with
its year where the sentence names one.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A published fact's confidence and whether the truth bears it out."""

    confidence: float
    right: bool


def year(value: object) -> str | None:
    found = re.search(r"(?:19|20)\d\d", str(value))
    return found.group() if found else None


def digits(text: object) -> str:
    return "".join(re.findall(r"\d", str(text)))


def is_same_number(true: Row, fact: Row) -> bool:
    """The same page, print, currency and printed ends."""
    if true["page"] != fact["page"] or (true.get("currency") or None) != (fact["currency"] or None):
        return False
    mine, theirs = digits(fact["snippet"]), digits(true.get("snippet"))
    if not mine or not (mine in theirs or theirs in mine):
        return False
    ends = [(true.get(k), fact[k]) for k in ("value_low", "value_high")]
    return true.get("kind") == "physical" or all(
        want is None or abs(float(want) - float(got)) <= 1e-6 * max(abs(float(want)), 1e-12) for want, got in ends
    )


def is_same_year(true: Row, fact: Row) -> bool:
    stated = year(true.get("period_end"))
    if stated is None or stated not in str(true.get("context")):
        return True
    return stated == (year(fact["period_end"]) or year(fact["period_start"]))


def judge(truth: list[Row], facts: list[Row], pages: list[int] | None) -> list[Judged]:
    out: list[Judged] = []
    unused = list(truth)
    for fact in facts:
        if fact["source"] != "prose" or not digits(fact["snippet"]) or (pages and fact["page"] not in pages):
            continue
        true = next((t for t in unused if is_same_number(t, fact)), None)
        if true is None:
            out.append(Judged(fact["confidence"], right=False))
            continue
        unused.remove(true)
        if not true.get("optional"):
            out.append(Judged(fact["confidence"], is_same_year(true, fact)))
    return out


def of_release(truth_dir: Path, release: Path) -> list[Judged]:
    truth = [json.loads(line) for line in (truth_dir / "facts.jsonl").read_text("utf-8").splitlines() if line.strip()]
    meta = truth_dir / "meta.json"
    pages = json.loads(meta.read_text("utf-8")).get("scored_pages") if meta.exists() else None
    documents = []
    for file in sorted((release / "facts").glob("*.parquet")):
        frame = pd.read_parquet(file).astype(object)
        documents.append(judge(truth, frame.where(frame.notna(), None).to_dict("records"), pages))
    return max(documents, key=lambda judged: sum(j.right for j in judged), default=[])


def main(arguments: list[str]) -> int:
    if not arguments or len(arguments) % 2:
        print(__doc__)
        return 2
    folders = [Path(a) for a in arguments]
    judged = [j for truth, release in zip(folders[::2], folders[1::2], strict=True) for j in of_release(truth, release)]
    bins: defaultdict[float, list[Judged]] = defaultdict(list)
    for j in judged:
        bins[min(9, int(j.confidence * 10 + 1e-9)) / 10 if j.confidence < 0.9 else round(j.confidence, 2)].append(j)
    print("confidence   facts   mean  right")
    for start, held in sorted(bins.items()):
        mean, right = sum(j.confidence for j in held) / len(held), sum(j.right for j in held) / len(held)
        print(f"{start:10.2f} {len(held):7d} {mean:6.3f} {right:6.3f}")
    if judged:
        error = sum(abs(sum(j.confidence - j.right for j in held)) for held in bins.values()) / len(judged)
        print(f"expected calibration error {error:.3f} over {len(judged)} facts")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

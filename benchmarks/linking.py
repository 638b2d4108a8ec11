"""CPU seconds to check a document against itself at 1,000 and at 10,000 facts: `python benchmarks/linking.py [--profile]`.

The document is made up and the same every time: a page has 25 facts in sentences that claim growth, shares, multiples
and compound rates, a chart of one market over eight years, and a table with a total. Subjects, regions and values recur
as they do in a long report. Linking is near-linear while the ratio stays under 15.
"""

from __future__ import annotations

import argparse
import cProfile
import multiprocessing
import pstats
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from tests.consistency.build import Paper

PAGE = 25  # facts
MOST = 15.0  # times as long for ten times the facts
REGIONS = ["Shandong", "Guangdong", "Henan", "Jiangsu", "Liaoning", "Sichuan", "Hubei", "Zhejiang", "Hebei", "Anhui"]
KINDS = ["retail", "industrial", "medical", "rural", "urban", "export", "frozen", "chilled", "smart", "coastal"]
GOODS = ["storage", "charging", "battery", "vaccine", "server", "sensor", "robot", "turbine", "fertiliser", "textile"]
SORTS = ["leasing", "software", "hardware", "services", "repair", "logistics", "insurance", "recycling", "testing"]


def paper(facts: int) -> Paper:
    """A document of about so many facts, the same for the same number."""
    dice = random.Random(20)
    made = Paper(pages=-(-facts // PAGE))
    for page in range(1, made.pages + 1):
        _page(made, page, dice)
    return made


def _page(made: Paper, page: int, dice: random.Random) -> None:
    subject = f"{dice.choice(KINDS)} {dice.choice(GOODS)} {dice.choice(SORTS)} market"
    dice = random.Random(subject)  # a market that recurs has its figures again
    base = dice.uniform(10, 900)
    rate = dice.uniform(4, 30)
    series = {str(2017 + n): f"{base * (1 + rate / 100) ** n:.1f}" for n in range(8)}
    first, before, last = series["2017"], series["2023"], series["2024"]
    growth = f"{(float(last) / float(before) - 1) * 100:.1f}%"
    compound = f"{((float(last) / float(first)) ** (1 / 7) - 1) * 100:.1f}%"
    times = f"{float(last) / float(first):.1f} times"
    made.say(
        f"In 2024 the {subject} reached RMB {last} billion, up {growth} from RMB {before} billion in 2023.",
        (f"RMB {last} billion", subject, 2024), (growth, f"{subject} growth", 2024),
        (f"RMB {before} billion", subject, 2023), page=page,
    )  # fmt: skip
    made.say(
        f"That is {times} the RMB {first} billion of 2017, a compound annual growth rate of {compound}.",
        (times, subject, 2024), (f"RMB {first} billion", subject, 2017), (compound, f"{subject} CAGR", "2017-2024"),
        page=page,
    )  # fmt: skip
    made.chart(f"{subject.capitalize()}, 2017-2024", "RMB billion", {"": series}, page=page)
    region = dice.sample(REGIONS, 3)
    parts = [dice.uniform(5, 60) for _ in region]
    old = [x / dice.uniform(1.05, 1.3) for x in parts]
    table = [
        ["Region", "2023", "2024"],
        *([r, f"{a:.1f}", f"{b:.1f}"] for r, a, b in zip(region, old, parts, strict=True)),
    ]
    table.append(["Total", f"{sum(round(x, 1) for x in old):.1f}", f"{sum(round(x, 1) for x in parts):.1f}"])
    made.table(f"{subject.capitalize()} by region", "RMB billion", table, page=page)
    share = f"{parts[0] / sum(parts) * 100:.1f}%"
    top = f"{parts[0]:.1f}"
    made.say(
        f"{region[0]} accounted for {share} of the {subject} by region in 2024, or RMB {top} billion, "
        f"after RMB {old[0]:.1f} billion a year earlier.",
        (share, f"{region[0]} share of {subject}", 2024), (f"RMB {top} billion", f"{region[0]} {subject}", 2024),
        (f"RMB {old[0]:.1f} billion", f"{region[0]} {subject}", 2023), page=page,
    )  # fmt: skip


def seconds(size: int) -> float:
    """CPU seconds to check a document of so many facts."""
    made = paper(size)
    start = time.process_time()
    made.check()
    return time.process_time() - start


def best(size: int, rounds: int = 3) -> float:
    """The best of some rounds, each in a process of its own: a document is checked once, with nothing in the caches."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as pool:
        return min(pool.map(seconds, [size] * rounds))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", type=int, metavar="FACTS", help="show where the time goes at so many facts")
    options = parser.parse_args()
    if options.profile:
        made = paper(options.profile)
        with cProfile.Profile() as profile:
            made.check()
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)
        return 0
    times = []
    for size in (1_000, 10_000):
        times.append(best(size))
        print(f"{size:>6} facts on {-(-size // PAGE):>3} pages {times[-1]:8.2f} s")
    ratio = times[1] / times[0]
    print(f"ratio {ratio:.1f}, at most {MOST:.0f}")
    return 0 if ratio < MOST else 1


if __name__ == "__main__":
    sys.exit(main())

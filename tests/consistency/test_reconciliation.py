"""What would have to be printed for a relation to hold, told in the print of the number that is held against the others."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.consistency.build import Paper
from tests.consistency.test_rules import EXAMPLES
from tests.consistency.test_scenarios import expected
from wpextract.consistency import interval as iv
from wpextract.consistency.facts_view import View, view
from wpextract.consistency.model import Interval
from wpextract.consistency.reconciliation import reconciled, slip
from wpextract.pipeline import audit
from wpextract.reading import read
from wpextract.reading.model import Block


def stated(text: str) -> View:
    return view(Paper()._fact(text))


def between(low: str, high: str | None = None) -> Interval:
    return Interval(Decimal(low), Decimal(high or low))


@pytest.mark.parametrize(
    ("comes_out", "printed", "found"),
    [
        ("33.4", "43.4%", "changed"),
        ("38.2", "32.8%", "exchanged"),
        ("1630", "1,360", "exchanged"),  # the digits need not stand side by side in the number
        ("14.9e9", "RMB 19.4 billion", "exchanged"),  # digits are those of the page, whatever the scale
        ("2.41e6", "2.47 million", "changed"),
        ("-32.8", "38.2%", "exchanged"),  # a fall is told by its size
        ("41.2", "52.3%", None),  # two digits, but others
        ("38.2", "38.2%", None),
        ("141", "41%", None),  # another number of digits
        ("7", "8", None),  # every digit comes from every other
    ],
)
def test_one_digit_changed_or_two_exchanged(comes_out: str, printed: str, found: str | None) -> None:
    assert slip(between(comes_out), stated(printed)) == found


def test_a_unit_s_prefix_is_no_digit() -> None:
    power = stated("538 GWh")
    assert slip(iv.scale(power.interval, Decimal(583) / 538), power) == "exchanged"


@pytest.mark.parametrize("open_end", [Interval(None, Decimal(583)), Interval(Decimal(583), None)])
def test_what_has_no_end_has_no_digits(open_end: Interval) -> None:
    assert slip(open_end, stated("538")) is None


@pytest.mark.parametrize(
    ("comes_out", "printed", "told"),
    [
        (("33.38", "33.44"), "43.4%", "43.4% would have to be 33.4%; one digit looks misprinted."),
        (("33.2", "33.6"), "43.4%", "43.4% would have to be about 33.4%; one digit looks misprinted."),
        (("52.13", "52.17"), "43.4%", "43.4% would have to be 52.2%."),
        (("18.94e9",), "USD 21.0 billion", "USD 21.0 billion would have to be USD 18.9 billion."),
        (("29680",), "RMB 31,752", "RMB 31,752 would have to be RMB 29,680."),
        (("29680",), "31752", "31752 would have to be 29680."),  # separated only where the page does so
        (("1.2e12",), "RMB 35.2 billion", "RMB 35.2 billion would have to be RMB 1200.0 billion."),
        (("41.6",), "over 47", "over 47 would have to leave room for 41.6."),
        (("9.4",), "4.9 percentage points",
         "4.9 percentage points would have to be 9.4 percentage points; two digits look exchanged."),
    ],
)  # fmt: skip
def test_a_value_is_told_as_the_page_would_print_it(comes_out: tuple[str, ...], printed: str, told: str) -> None:
    claim = stated(printed)
    assert reconciled(between(*comes_out), claim.interval, claim) == told


def test_a_fall_is_told_by_its_size() -> None:
    claim = stated("43.4%")  # "fell by 43.4%"
    would = reconciled(between("-33.4"), iv.negate(claim.interval), claim)
    assert would == "43.4% would have to be 33.4%; one digit looks misprinted."


@pytest.mark.parametrize(
    "comes_out",
    [
        between("43.36", "43.52"),  # holds
        Interval(Decimal(50), None),  # one-sided: it gives no value
        Interval(None, Decimal(40)),
    ],
)
def test_nothing_to_print_otherwise(comes_out: Interval) -> None:
    claim = stated("43.4%")
    assert reconciled(comes_out, claim.interval, claim) is None


def test_what_has_no_digits_has_none_to_change() -> None:
    claim = stated("doubled")
    assert claim.fact.decimals is None
    assert reconciled(between("3.1"), claim.interval, claim) is None


# -- what the findings tell


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("growth_rate", "43.4% would have to be about 33.4%; one digit looks misprinted."),
        ("cagr", "43.1% would have to be about 34.0%."),
        ("part_whole_sum", "30,680 RMB would have to be about 29,680 RMB."),
        ("product_or_share_of", "28.3% would have to be about 23.8%; two digits look exchanged."),
        ("difference",
         "6.5 percentage points would have to be about 5.6 percentage points; two digits look exchanged."),
        ("multiple", "4.0 times would have to be 3.0 times; one digit looks misprinted."),
        ("fx_plausibility", "USD 21.0 billion would have to be USD 19.0 billion."),  # the amount, not the rate
        ("restated_value",
         "3.417 million would have to be 3.714 million; two digits look exchanged, unless it is the latter that is wrong."),
        ("text_vs_chart",
         "563 EFLOPS would have to be 536 EFLOPS; two digits look exchanged, unless it is the latter that is wrong."),
        ("share_sum", "The shares would have to be 3.0 points lower in all, or more than one whole is meant."),
        ("superlative",
         "39.9% (table on page 1, YoY growth 2024) is the largest of them, unless it belongs to another group."),
        ("bounds", "The limits would have to leave room for 88 RMB billion."),
        ("temporal", "The title would have to name 2021 to 2025."),
    ],
)  # fmt: skip
def test_a_relation_that_fails_tells_what_would_put_it_right(rule: str, told: str) -> None:
    assert [f.diagnosis for f in EXAMPLES[rule](False).check().findings if f.status == "fails"] == [told]


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_every_failure_has_a_diagnosis_and_nothing_that_holds(rule: str) -> None:
    for right in (True, False):
        for finding in EXAMPLES[rule](right).check().findings:
            assert (finding.diagnosis is None) == (finding.status == "holds")


def test_shares_may_leave_something_out() -> None:
    bays = {"East": "41.2%", "West": "30.0%", "North": "26.3%"}
    findings = Paper().chart("Lamps by bay, 2024", "%", {"Share": bays}, kind="pie", period=2024).check().findings
    (found,) = [f for f in findings if f.rule == "share_sum"]
    assert found.diagnosis == "The shares would have to be 2.5 points higher in all, or more than one whole is meant."


def test_of_restated_values_the_one_that_nothing_else_states_is_wrong() -> None:
    paper = Paper()
    for page, number in ((1, "4,183"), (5, "4,813"), (9, "4,183")):
        paper.say(f"Lamps on the quay, {number} in 2024, burn on.", (number, "Lamps on the quay", 2024), page=page)
    (found,) = [f for f in paper.check().findings if f.status == "fails"]
    assert found.diagnosis == "4,813 would have to be 4,183; two digits look exchanged."


def test_the_contents_page_is_told_what_to_name() -> None:
    chapters = (("Lamps", 3), ("Wicks", 5), ("Oils", 9), ("Outlook", 13))
    lines = [f"{title} {'.' * 20} {page}" for title, page in chapters]
    blocks = [Block("c", 2, "paragraph", 0, "\n".join(["Contents", *lines]), None, ())]
    for n, (title, page) in enumerate(chapters, 1):  # two pages stand before the first that is numbered
        at = 14 if title == "Outlook" else page + 2
        blocks.append(Block(f"h{n}", at, "heading", n, title, None, ()))
    (found,) = [f for f in Paper(blocks=blocks, pages=20).check().findings if f.status == "fails"]
    assert found.diagnosis == "The contents would have to name page 12."


def test_a_limit_of_all_is_told_what_it_leaves_out() -> None:
    rows = [["Bay", "Share of oil lamps"], ["East", "31.2%"], ["West", "38.4%"], ["North", "22.7%"]]
    paper = (
        Paper()
        .table("Lamps by bay", "%", rows)
        .say("In every bay the share of oil lamps is below 35%.", ("35%", "share of oil lamps", None))
    )
    limit = paper.facts[-1]
    paper.facts[-1] = replace(limit, comparator="<", bound_low=None, bound_high=limit.value)
    (found,) = [f for f in paper.check().findings if f.rule == "bounds"]
    assert (found.status, found.diagnosis) == ("fails", "The limit would have to leave room for 38.4%.")


@pytest.mark.parametrize(
    ("rate", "status", "start"),
    [
        ("7.0%", "holds", "7.0% (text on page 9) is the decline"),
        ("9.6%", "fails", "9.6% (text on page 9) is stated as the decline"),
        (
            "25.0%",
            "undetermined",
            "Undecided: 25.0% (text on page 9) is the decline",
        ),  # so far off, another base may be meant
    ],
)
def test_what_is_not_decided_says_so(rate: str, status: str, start: str) -> None:
    paper = (
        expected()
        .say("With dearer locks it would be 281 in 2030.", ("281", "barges", 2030), page=9, is_forecast=True)
        .add(
            f"That is {rate} less than in the base case.",
            (rate, "less", 2030),
            page=9,
            is_forecast=True,
            direction="down",
        )
    )
    (found,) = [f for f in paper.check().findings if f.rule == "growth_rate"]
    assert (found.status, found.statement[: len(start)]) == (status, start)


@pytest.mark.parametrize(
    ("text", "seen", "told"),
    [
        ("2024年全县窑税10.0亿元，其中甲镇窑税4.2亿元，占两成。", "[41.29, 42.71] %; printed [15, 25] %", "两成 would have to be 4成."),
        ("Kiln dues doubled from EUR 40.0 million in 2023 to EUR 120.0 million in 2024.", "[2.995, 3.005] x; printed",
         "doubled would have to be 3 times."),
    ],
)  # fmt: skip
def test_a_number_in_words_is_told_in_figures(text: str, seen: str, told: str, tmp_path: Path) -> None:
    document = tmp_path / "dues.txt"
    document.write_text(text)
    (failing,) = (f for f in audit(read(document, None, None, None), document).findings if f.status == "fails")
    assert seen in failing.computation
    assert failing.diagnosis == told

"""What a share is of: which amount beside it is the part, and which row, stated amount or total is the whole."""

from __future__ import annotations

import pytest

from tests.consistency.build import Paper, told

MILLS = [["Place", "Mills 2024"], ["North", "552"], ["Alba", "214"], ["Brack", "172"], ["South", "118"]]


@pytest.mark.parametrize(("share", "status"), [("31.2%", "holds"), ("32.1%", "fails")])
def test_the_whole_is_the_row_that_the_sentence_names(share: str, status: str) -> None:
    paper = (
        Paper()
        .table("Mills by place", "", MILLS)
        .say(f"Within North, Brack has 172, or {share}.", ("172", "Brack mills", 2024), (share, "Brack share", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(("share", "status"), [("35.5%", "holds"), ("41.0%", "fails")])
@pytest.mark.parametrize("link", [", or ", ", equal to about ", ", which is ", "，约占"])
def test_the_part_is_what_the_share_is_put_beside(link: str, share: str, status: str) -> None:
    paper = Paper().say(
        f"Of the RMB 20.0 billion oil mills had RMB 7.1 billion{link}{share}, and flour mills RMB 6.4 billion.",
        ("RMB 20.0 billion", "mills", 2024), ("RMB 7.1 billion", "oil mills", 2024), (share, "mills share", 2024),
        ("RMB 6.4 billion", "flour mills", 2024),
    )  # fmt: skip
    (finding,) = [f for f in paper.check().findings if f.rule == "product_or_share_of"]
    assert finding.status == status
    assert "RMB 7.1 billion / RMB 20.0 billion" in finding.computation  # and not the flour behind it


@pytest.mark.parametrize(("share", "status"), [("35.5%", "holds"), ("53.5%", "fails")])
def test_a_share_of_that_total_is_not_that_of_parts_together(share: str, status: str) -> None:
    paper = (
        Paper()
        .say("The mills took RMB 20.0 billion in 2024.", ("RMB 20.0 billion", "mills", 2024))
        .add(
            f"The RMB 7.1 billion of flour mills make up of that total {share}.",
            ("RMB 7.1 billion", "flour mills", 2024), (share, "flour mills share", 2024),
        )
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == [status]


# -- shares that a chart shows


def test_the_others_of_a_sentence_need_not_be_those_of_a_chart() -> None:
    shares = {"Share": {"Alba": "38.0%", "Brack": "34.0%", "Corran": "15.6%", "Others": "12.4%"}}
    paper = (
        Paper()
        .chart("Mills by town", "%", shares, kind="pie", period=2024)
        .say("Two mills in five grind flour, the others, 12.8%, grind bark.", ("12.8%", "the others grind bark", 2024))
    )
    assert "fails" not in told(paper.check(), "text_vs_chart")


@pytest.mark.parametrize(("said", "status"), [("12.4%", "holds"), ("12.8%", "fails")])
def test_beside_the_names_of_a_chart_they_are(said: str, status: str) -> None:
    shares = {"Share": {"Alba": "38.0%", "Brack": "34.0%", "Corran": "15.6%", "Others": "12.4%"}}
    paper = (
        Paper()
        .chart("Mills by town", "%", shares, kind="pie", period=2024)
        .say(f"Alba has most of the mills, the others of all towns {said}.", (said, "the others of the mills", 2024))
    )
    assert told(paper.check(), "text_vs_chart") == [status]


@pytest.mark.parametrize(("towns", "found"), [("Alba and Brack", ["fails"]), ("Two towns", [])])
def test_the_others_are_those_of_the_chart_whose_entries_are_named_too(towns: str, found: list[str]) -> None:
    shares = {"Share": {"Alba": "38.0%", "Brack": "34.0%", "Corran": "15.6%", "Others": "12.4%"}}
    paper = (
        Paper()
        .chart("Mills by town", "%", shares, kind="pie", period=2024)
        .say(
            f"{towns} hold 72.1% and the others 12.8%, grinding bark.",
            ("72.1%", "hold", 2024), ("12.8%", "the others grinding bark", 2024),
        )
    )  # fmt: skip
    assert [s for s in told(paper.check(), "text_vs_chart") if s == "fails"] == found


def test_a_share_of_amounts_just_before_is_not_that_of_a_column() -> None:
    rows = [["Mill", "Sales", "Share"], ["Water", "1,480", "55.8%"], ["Wind", "1,172", "44.2%"]]
    paper = (
        Paper()
        .table("Sales of mills, 2024", "USD million", rows)
        .say("In all 1,828 were sold in 2024, of water 1,026.", ("1,828", "sold", 2024), ("1,026", "water", 2024))
        .add("So for the miller water came to 56.1%.", ("56.1%", "miller came share", 2024))
    )
    assert "fails" not in told(paper.check(), "restated_value")


# -- what tells the part and the whole


@pytest.mark.parametrize(("share", "status"), [("36.3%", "holds"), ("33.6%", "fails")])
def test_of_so_many_so_many_are_a_share_though_both_go_by_one_name(share: str, status: str) -> None:
    paper = Paper().say(
        f"Of the 2,480 mills, 900 were new, which is {share}.",
        ("2,480", "mills", 2024), ("900", "mills", 2024), (share, "mills", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(("share", "status"), [("36.3%", "holds"), ("33.6%", "fails")])
@pytest.mark.parametrize("verb", ["made up", "equalled", "corresponded to"])
def test_what_makes_up_a_share_is_told_before_what_it_is_compared_with(verb: str, share: str, status: str) -> None:
    paper = (
        Paper()
        .say("The valley has 2,480 mills.", ("2,480", "valley mills", 2024))
        .add(
            f"Such additions numbered 900, more than the 610 of the hills, and {verb} {share} of mills.",
            ("900", "additions", 2024), ("610", "hills", 2024), (share, "share of mills", 2024),
        )
    )  # fmt: skip
    (finding,) = [f for f in paper.check().findings if f.rule == "product_or_share_of"]
    assert finding.status == status
    assert finding.computation.startswith("900 / 2,480 = ")


@pytest.mark.parametrize(("share", "found"), [("36.3%", ["holds"]), ("33.6%", ["fails"]), ("41.7%", [])])
def test_a_total_elsewhere_is_the_whole_if_the_share_has_but_two_digits_swapped(share: str, found: list[str]) -> None:
    rows = [["Place", "Mills 2024"], ["North", "1,180"], ["South", "780"], ["West", "520"], ["Total", "2,480"]]
    paper = (
        Paper()
        .table("Mills by place", "", rows, page=3)
        .say(
            f"Idle mills numbered 900, or {share}.", ("900", "idle mills", 2024), (share, "idle share", 2024), page=9,
            counted_noun="mills",
        )
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("rate", "status"), [("36.3%", "holds"), ("33.6%", "fails")])
def test_a_rate_is_of_the_two_counts_of_the_sentence_before(rate: str, status: str) -> None:
    paper = (
        Paper()
        .say("Inspectors made 2,480 checks and 900 failed.", ("2,480", "checks", 2024), ("900", "failed", 2024))
        .add(f"The rate of failure was {rate}.", (rate, "rate of failure", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == [status]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Inspectors made checks, of which 2,480 by day and 900 by night.", "The rate of failure was 33.6%."),
        ("Inspectors made 2,480 checks and 900 failed.", "The moisture was 33.6%."),
    ],
)
def test_two_parts_or_what_is_no_rate_tell_no_share(before: str, after: str) -> None:
    paper = (
        Paper()
        .say(before, ("2,480", "checks", 2024), ("900", "failed", 2024))
        .add(after, ("33.6%", after[4:12], 2024))
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == []


@pytest.mark.parametrize(
    ("share", "found"),
    [
        ("9.3%", ["holds"]),  # of what is there
        ("8.5%", []),  # of what was there before
        ("5.8%", ["fails"]),
    ],
)
def test_what_was_removed_may_be_a_share_of_what_was_there_before(share: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("The valley has 1,354 mills.", ("1,354", "valley mills", 2024))
        .add(f"Of these mills 126 were removed, or {share}.", ("126", "mills removed", 2024), (share, "removed", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(("share", "status"), [("31.2%", "holds"), ("32.1%", "fails")])
@pytest.mark.parametrize("places", [3, 1])
def test_the_market_is_the_amount_that_is_stated_most(places: int, share: str, status: str) -> None:
    paper = Paper()
    said = ("Sales of flour came to RMB 20.5 billion.", "Bakers spent RMB 20.5 billion.", "All told: RMB 20.5 billion.")
    for page, sentence in enumerate(said[:places], 2):
        paper.say(sentence, ("RMB 20.5 billion", sentence[:12], 2024), page=page)
    paper.say(
        f"Rye took RMB 6.4 billion, or {share} of the market.",
        ("RMB 6.4 billion", "rye", 2024), (share, "rye market share", 2024), page=15,
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == ([status] if places == 3 else [])


@pytest.mark.parametrize(
    ("parts", "rate", "found"),
    [
        (("418", "234"), "64.1%", ["holds"]),  # 418 of 652
        (("418", "234"), "53.9%", []),  # of letters that are told elsewhere, or not at all
        (("418", "134"), "61.4%", ["fails"]),  # not all of the parts: the rate is of what stands there
    ],
)
def test_a_rate_behind_a_whole_and_all_its_parts_only_may_be_of_them(
    parts: tuple[str, str], rate: str, found: list[str]
) -> None:
    paper = Paper().say(
        f"There came 652 replies, {parts[0]} by millers and {parts[1]} by bakers, a share of {rate}.",
        ("652", "replies", 2024), (parts[0], "millers replies", 2024), (parts[1], "bakers replies", 2024),
        (rate, "share", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found


# -- whose share it is


@pytest.mark.parametrize(
    ("subject", "share", "found"),
    [
        ("wheat", "31.7%", ["fails"]),
        ("", "31.7%", ["fails"]),  # it names nothing, and goes on about the same
        ("rye", "31.7%", []),  # nothing was told of rye
        ("rye", "31.2%", ["holds"]),  # unless it fits
    ],
)
def test_two_amounts_told_before_give_a_share_of_what_they_are_of(subject: str, share: str, found: list[str]) -> None:
    paper = (
        Paper()
        .say("Of 552 mills 172 grind wheat.", ("552", "mills", 2024), ("172", "wheat mills", 2024))
        .add(f"That makes for {subject or 'it'} a share of {share} of mills.", (share, f"{subject} mills share", 2024))
    )
    assert told(paper.check(), "product_or_share_of") == found


@pytest.mark.parametrize(
    ("subject", "share", "found"),
    [
        ("rye", "64.8%", ["fails"]),
        ("rye", "62.8%", ["holds"]),
        ("wheat", "64.8%", []),  # the larger one is not the whole of its own share
    ],
)
def test_the_larger_of_two_is_not_what_its_own_share_is_of(subject: str, share: str, found: list[str]) -> None:
    paper = Paper().say(
        f"Wheat has 274 mills and rye 172, a share for {subject} of {share}.",
        ("274", "wheat", 2024), ("172", "rye", 2024), (share, f"{subject} share", 2024),
    )  # fmt: skip
    assert told(paper.check(), "product_or_share_of") == found

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

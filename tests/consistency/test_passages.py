"""Whole passages of text, read and audited as a document: a true one raises no alarm, one with a wrong figure does."""

from __future__ import annotations

from pathlib import Path

import pytest

from wpextract.pipeline import audit
from wpextract.reading import read

# (passage with {} for a figure, the true figure, a wrong one and the rule that finds it)
PASSAGES = [
    (
        "Harrow Depots took $96.0 million in 2023, up from $80.0 million a year earlier. The increase of $16.0 million,"
        " or {}, came mostly from leasing: of the increase, 75% ($12.0 million) was rent and $4.0 million was sales.",
        "20%", "26%", "growth_rate",
    ),
    (
        "Sales of ploughs at home stood at 22,400 units in 2021, against {} in 2020. The former figure exceeds the"
        " latter by 4,400 units. Exports added 7,600 units in 2021, which took all sales to 30,000.",
        "18,000", "18,900", "difference",
    ),
    (
        "Ossian spent $45 million on research in 2023, equal to {} of its revenue of $500 million. Its rival Pell spent"
        " $56 million out of revenue of $800 million, or just 7%.",
        "9%", "12%", "product_or_share_of",
    ),
    (
        "The market was worth $6.0 billion in 2023. Towns make up 65% of it ({}), and villages the other $2.1 billion.",
        "$3.9 billion", "$3.4 billion", "product_or_share_of",
    ),
    (
        "Members spend $90 on a visit and others $60. As each group makes half of all visits, a visit is worth $75 on"
        " average. Sales rose from $40.0 million in 2022 to $46.0 million in 2023, or by {}.",
        "15%", "19%", "growth_rate",
    ),
    ("有声书的渗透率由2021年的9%提高至2024年的{}。三年间提升6个百分点，年均提升2个百分点。", "15%", "17%", "difference"),
    (
        "用户的平均满意度为8.4分（满分10分），较2023年的{}提高0.3分。得分最高的一项为8.8分，最低的一项为7.1分，两者相差1.7分。",
        "8.1分", "7.6分", "difference",
    ),
    (
        "2024年，行业规模为400亿元，同比增长{}，上年为320亿元。其中设备占30%，为120亿元；服务占45%，为180亿元；"
        "其余25%为软件，为100亿元。",
        "25%", "31%", "growth_rate",
    ),
]  # fmt: skip


def alarms(passage: str, folder: Path) -> list[str]:
    """The rules that find a passage wrong."""
    document = folder / "passage.txt"
    document.write_text(passage)
    found = audit(read(document, None, None, None), document).findings
    return sorted({f.rule for f in found if f.status == "fails" and f.severity != "info"})


@pytest.mark.parametrize(("passage", "true", "wrong", "rule"), PASSAGES)
def test_only_a_wrong_figure_raises_an_alarm(passage: str, true: str, wrong: str, rule: str, tmp_path: Path) -> None:
    assert alarms(passage.format(true), tmp_path) == []
    assert rule in alarms(passage.format(wrong), tmp_path)

"""Which numbers of running text are facts, and what becomes of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages import both, make_pdf, text_at
from wpextract.facts.sentences import sentences
from wpextract.pipeline import extract
from wpextract.reading.model import SourceSettings


@pytest.mark.parametrize(
    ("text", "facts", "others"),
    [
        ("Robots rose to 512 for every 10,000 employees.", ["512"], ["10,000"]),
        ("Each town has 3.2 kilns per 100 thousand people.", ["3.2"], ["100"]),
        ("2In the north the interval was 14 months.", ["14 months"], ["2"]),
        ("There is a kiln every 60 km, or 3.2 tonnes per 20 towns.", ["60 km", "3.2 tonnes", "20"], []),
    ],
)
def test_what_only_counts_a_rate_or_a_note_is_no_fact(
    tmp_path: Path, text: str, facts: list[str], others: list[str]
) -> None:
    (tmp_path / "kilns.txt").write_text(f"{text}\n", "utf-8")
    found = extract(tmp_path / "kilns.txt")
    assert [f.snippet for f in found.facts] == facts
    assert [t.text for t in found.number_tokens if t.fact_id is None] == others
    assert {t.disposition for t in found.number_tokens if t.fact_id is None} <= {"reference"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2023 we sold 9,200 kilns; dealers held 310 tonnes.", [2023, 2023]),
        ("In 2023 we sold 9,200 kilns. This was 9% less than in 2022.", [2023, 2023]),
        ("2023年售出9,200座；库存310吨。", [2023, 2023]),
        ("占比由2020年的31%升至2023年的58%；其余降到27%。", [2020, 2023, 2023]),
        (
            "Sales rose from 310 tonnes in 2020 to 400 tonnes in 2023. The implied rate is 8.9% a year.",
            [2020, 2023, 2023],
        ),
        ("Sales should reach 400 tonnes in 2026. From the level of 2023 this means 8.9% a year.", [2026, 2026]),
        (
            "Sales stood at 310 tonnes in 2024. The break had come in 2022. Firms hired, and sales rose to 400 tonnes.",
            [2024, 2022],
        ),
        ("Sales stood at 310 tonnes in 2024. The law is of 2022. Sales should rise to 400 tonnes.", [2024, 2024]),
        ("Sales have risen since 2019. At that time 203 kilns were lit.", [2019]),
        ("2022年窑炉数量为9,200座，2024年达到9,800座；砖窑为3,100座。", [2022, 2024, 2024]),  # one number on its way
        ("2022年窑炉数量为9,200座，库存为310吨；砖窑为3,100座。", [2022, 2022, 2022]),
        ("2024年窑炉数量由9,200座变为9,800座。", [2023, 2024]),  # the year before that to which it leads
        ("2024年窑炉数量由9,200座变成9,800座。", [2023, 2024]),
        ("2024年营业利润由55.8亿元减为47.3亿元。", [2023, 2024]),
        ("2019年为8.6万元，2024年已降至4.7万元；另一类则由3.4万元降到1.6万元。", [2019, 2024, 2019, 2024]),  # as before
        (
            "2019年为8.6万元，2024年已降至4.7万元；另一类则由3.4万元降到1.6万元，少1.8万元。",
            [2019, 2024, 2019, 2024, 2024],
        ),
    ],
)
def test_what_goes_on_is_of_the_time_of_what_stood_before(tmp_path: Path, text: str, expected: list[int]) -> None:
    (tmp_path / "kilns.txt").write_text(f"{text}\n", "utf-8")
    found = extract(tmp_path / "kilns.txt").facts
    assert [f.period_end and f.period_end.year for f in found] == expected


@pytest.mark.parametrize(
    ("heading", "sentence", "year"),
    [
        ("Wood in 2020 and 2023", "Kilns burned 9,200 tonnes.", 2023),  # the latest that it names
        ("Wood in 2023, as in 2020", "Kilns burned 9,200 tonnes.", 2023),
        ("Wood in 2020", "Kilns burned 9,200 tonnes.", 2020),
        ("Wood in 2020 and 2023", "In 2019 kilns burned 9,200 tonnes.", 2019),
    ],
)
def test_a_heading_dates_what_has_no_date(tmp_path: Path, heading: str, sentence: str, year: int) -> None:
    rest = ((60, 466 - 14 * i, "The fires of the town are tended by night.") for i in range(4))
    page = both(text_at((60, 520, heading), size=20), text_at((60, 480, sentence), *rest, size=10))
    (found,) = extract(make_pdf(tmp_path / "a.pdf", page), SourceSettings(base_year=2024)).facts
    assert found.period_end is not None
    assert found.period_end.year == year


def test_a_rate_of_growth_to_what_is_expected_is_expected_too(tmp_path: Path) -> None:
    (tmp_path / "kilns.txt").write_text(
        "Kilns\fFor 2027 the model gives 588 tonnes, 10.7% more than in 2024.\n", "utf-8"
    )
    facts = extract(tmp_path / "kilns.txt", SourceSettings(base_year=2024)).facts
    assert [f.is_forecast for f in facts] == [True, True]


@pytest.mark.parametrize(
    ("text", "kind", "snippet"),
    [
        (
            "The share of kilns on gas was 64% in 2019 and is 40% now. A drop of 24 points.",
            "percentage_point",
            "24 points",
        ),
        ("About 64% of towns have kilns. That is 15 points more than before.", "percentage_point", "15 points"),
        ("About 64% of towns have kilns. They have 15 points of sale.", "count", "15"),
        ("The index rose 9% to a record. It then lost 24 points.", "count", "24"),
        ("The fleet of 64 kilns grew. A drop of 24 points followed.", "count", "24"),
    ],
)
def test_points_behind_shares_are_of_percentage(tmp_path: Path, text: str, kind: str, snippet: str) -> None:
    (tmp_path / "kilns.txt").write_text(f"{text}\n", "utf-8")
    last = extract(tmp_path / "kilns.txt").facts[-1]
    assert (last.kind, last.snippet) == (kind, snippet)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Elm holds 16.8% and yew 14.2%. The distance was 2.6 points.", "percentage_point"),
        ("Elm holds 16.8% of it. Yew follows, 4 points behind.", "percentage_point"),
        ("The sampling error of the survey is 1.3 points.", "percentage_point"),
        ("Elm trails yew by 4 points with 13 per cent.", "percent"),
        ("The index of kilns gained 9%. It then lost 2.6 points.", "count"),
    ],
)
def test_points_with_decimals_or_between_shares_are_of_percentage(tmp_path: Path, text: str, kind: str) -> None:
    (tmp_path / "kilns.txt").write_text(f"{text}\n", "utf-8")
    assert extract(tmp_path / "kilns.txt").facts[-1].kind == kind


@pytest.mark.parametrize("apart", [False, True])
def test_the_numbers_of_chapters_are_no_facts(tmp_path: Path, apart: bool) -> None:
    pages = []
    for n, name in enumerate(("Kilns", "Ovens", "Hearths"), 1):
        heading = [(60, 520, str(n)), (140, 520, name)] if apart else [(60, 520, f"{n} {name}")]
        body = text_at(*((60, 480 - 14 * i, "The fires of the town are tended by night.") for i in range(4)), size=10)
        pages.append(both(text_at(*heading, size=20), body))
    found = extract(make_pdf(tmp_path / "a.pdf", *pages))
    assert not found.facts
    assert {t.disposition for t in found.number_tokens} == {"reference"}


def test_a_figure_that_heads_a_chapter_is_a_fact(tmp_path: Path) -> None:
    pages = [text_at((60, 520, f"{n} {name}"), size=20) for n, name in ((1, "Kilns"), (2, "Ovens"), (3, "Hearths"))]
    pages.append(
        both(text_at((60, 520, "4 billion dollars of kilns"), size=20), text_at((60, 480, "Fires burn."), size=10))
    )
    assert [f.snippet for f in extract(make_pdf(tmp_path / "a.pdf", *pages)).facts] == ["4 billion dollars"]


def test_contents_are_known_by_their_numbers_whatever_they_are_called(tmp_path: Path) -> None:
    listed = [(72, 500 - 24 * n, f"{name} kilns") for n, name in enumerate(("Blue", "Green", "Red", "White", "Grey"))]
    numbers = [(300, 500 - 24 * n, str(n + 1)) for n in range(5)]
    pages = [
        text_at((72, 540, "In this issue"), *listed, *numbers),
        *(text_at((72, 500, "Kilns glow.")) for _ in range(4)),
    ]
    found = extract(make_pdf(tmp_path / "a.pdf", *pages))
    assert not found.facts
    assert {t.disposition for t in found.number_tokens} == {"reference"}


def test_numbers_of_paragraphs_in_the_margin_refer(tmp_path: Path) -> None:
    margin = [(40, 500 - 40 * n, f"1.{n + 1}") for n in range(3)]
    body = [(90, 500 - 40 * n, f"The kilns of the {where} are fired with wood and tended by night.")
            for n, where in enumerate(("north", "south", "west"))]  # fmt: skip
    tokens = extract(make_pdf(tmp_path / "a.pdf", text_at(*margin, *body, size=10))).number_tokens
    assert [(t.text, t.disposition) for t in tokens] == [(f"1.{n}", "reference") for n in (1, 2, 3)]


def test_no_sentence_ends_behind_i_e():
    text = "Half of it, i.e. RMB 4.1 billion, was paid. The rest follows."
    assert [text[a:b] for a, b in sentences(text)] == [
        "Half of it, i.e. RMB 4.1 billion, was paid.", "The rest follows.",
    ]  # fmt: skip

"""The raw folder: which files are processed, and what the settings beside them may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from wpextract.errors import SourceError
from wpextract.publishing.raw import UNREAD, raw_files, settings_for


def test_pdfs_and_dumps_by_name_with_their_duplicates_and_namesakes(tmp_path: Path) -> None:
    (tmp_path / "b.PDF").write_bytes(b"one")
    (tmp_path / "a.pdf").write_bytes(b"two")
    (tmp_path / "A.txt").write_bytes(b"three")
    (tmp_path / "c.pdf").write_bytes(b"one")
    (tmp_path / "notes.md").write_bytes(b"x")
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "gone.pdf").symlink_to("nowhere")
    found = raw_files(tmp_path)
    assert [f.path.name for f in found] == ["A.txt", "a.pdf", "b.PDF", "c.pdf", "gone.pdf"]
    assert [f.duplicate_of for f in found] == [None, None, None, "b.PDF", None]
    assert [f.namesakes for f in found[:2]] == [("a.pdf",), ("A.txt",)]
    assert (found[-1].sha256, found[-1].size) == (UNREAD, 0)


def test_settings_are_read_from_the_file_beside(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "title: T\npublisher: P\nbase_year: 2024\ndefault_currency: CNY\npassword: '1'\n", "utf-8"
    )
    settings = settings_for(tmp_path / "a.pdf")
    assert (settings.title, settings.publisher, settings.base_year, settings.default_currency, settings.password) == (
        "T", "P", 2024, "CNY", "1",
    )  # fmt: skip
    assert "'1'" not in repr(settings)


@pytest.mark.parametrize(
    ("text", "said", "remedy"),
    [
        ("titel: x", "a.yaml has an unknown key: titel", "Use only title, publisher, base_year"),
        ("3: x", "a.yaml has an unknown key: 3", "Use only"),
        ("- title", "a.yaml holds no keys", "Write lines such as"),
        ("base_year: '2024'", "base_year in a.yaml is text", "Give base_year as a number."),
        ("base_year: 24", "base_year in a.yaml is 24", "Give a year from 1900 to 2200."),
        ("base_year: yes", "base_year in a.yaml is", "Give base_year as a number."),
        ("password: 1234", "password in a.yaml is a number", "Give password as text in quotes."),
        ("title: [a]", "title in a.yaml is a list", "Give title as text in quotes."),
        ("default_currency: RMB", "default_currency in a.yaml is 'RMB'", "Give an ISO 4217 code such as CNY"),
        ("title: 'x", "a.yaml is not valid YAML", "Correct it."),
        ("title: a\ntitle: b", "a.yaml is not valid YAML", "Correct it."),
    ],
)
def test_wrong_settings_name_file_key_and_remedy(tmp_path: Path, text: str, said: str, remedy: str) -> None:
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    with pytest.raises(SourceError) as caught:
        settings_for(tmp_path / "a.pdf")
    assert caught.value.code == "bad_settings" and caught.value.source == "a.pdf"
    assert said in caught.value.message and remedy in caught.value.remedy

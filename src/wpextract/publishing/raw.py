"""The raw folder: its documents and what the `.yaml` beside each says of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycountry
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from wpextract.errors import SourceError
from wpextract.reading.model import SourceSettings

UNREAD = "0" * 64  # the sha256 of a file whose bytes cannot be had
_TYPES: dict[str, type] = {"title": str, "publisher": str, "base_year": int, "default_currency": str, "password": str}
_YEARS = range(1900, 2201)


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file to process; `duplicate_of` names an earlier file with the same bytes, `namesakes` others of its name."""

    path: Path
    sha256: str
    size: int
    duplicate_of: str | None = None
    namesakes: tuple[str, ...] = ()


def raw_files(folder: Path) -> list[RawFile]:
    """The PDFs and text dumps of a folder by name, those that cannot be opened among them; subfolders are left alone.

    Files of the same bytes are marked as duplicates of the first; names count as one when they differ in case or
    ending only.
    """
    paths = [
        p for p in sorted(folder.iterdir(), key=lambda p: p.name)
        if p.suffix.lower() in (".pdf", ".txt") and not p.is_dir()
    ]  # fmt: skip
    seen: dict[str, str] = {}
    out = []
    for path in paths:
        sha256, size = _digest(path)
        namesakes = tuple(p.name for p in paths if p != path and p.stem.lower() == path.stem.lower())
        out.append(RawFile(path, sha256, size, seen.get(sha256), namesakes))
        if sha256 != UNREAD:
            seen.setdefault(sha256, path.name)
    return out


def _digest(path: Path) -> tuple[str, int]:
    try:
        if not path.is_file():
            return UNREAD, 0
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    except OSError:
        return UNREAD, 0


def settings_for(path: Path) -> SourceSettings:
    """What `NAME.yaml` beside a document says of it; empty settings where there is none.

    Raises:
        SourceError: `bad_settings`, when the file is not YAML or holds an unknown or mistyped key.
    """
    beside = path.with_suffix(".yaml")
    if not beside.is_file():
        return SourceSettings()

    def bad(message: str, remedy: str) -> SourceError:
        return SourceError(path.name, "bad_settings", message, remedy)

    try:
        raw: Any = YAML(typ="safe").load(beside.read_text("utf-8")) or {}
    except (YAMLError, ValueError, OSError) as error:
        line = " ".join(str(error).split())[:120]
        raise bad(f"{beside.name} is not valid YAML ({line})", "Correct it.") from error
    known = ", ".join(_TYPES)
    if not isinstance(raw, dict):
        raise bad(f"{beside.name} holds no keys", f"Write lines such as `title: ...`; it knows {known}.")
    for key, value in raw.items():
        if key not in _TYPES:
            raise bad(f"{beside.name} has an unknown key: {str(key)[:40]}", f"Use only {known}.")
        if value is not None and (not isinstance(value, _TYPES[key]) or isinstance(value, bool)):
            remedy = f"Give {key} as {'a number' if _TYPES[key] is int else 'text in quotes'}."
            raise bad(f"{key} in {beside.name} is {_named(value)}", remedy)
    if (year := raw.get("base_year")) is not None and year not in _YEARS:
        raise bad(f"base_year in {beside.name} is {year}", f"Give a year from {_YEARS[0]} to {_YEARS[-1]}.")
    if (currency := raw.get("default_currency")) and pycountry.currencies.get(alpha_3=currency) is None:
        remedy = "Give an ISO 4217 code such as CNY (for RMB), USD or EUR."
        raise bad(f"default_currency in {beside.name} is {currency[:40]!r}, which is no currency code", remedy)
    return SourceSettings(**raw)


def _named(value: object) -> str:
    words = {
        str: "text",
        int: "a number",
        float: "a decimal number",
        bool: "yes or no",
        list: "a list",
        dict: "a group",
    }
    return words.get(type(value), type(value).__name__)

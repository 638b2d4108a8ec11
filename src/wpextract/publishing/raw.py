"""The raw folder: its documents and what the `.yaml` beside each says of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from wpextract.errors import SourceError
from wpextract.reading.model import SourceSettings

_TYPES: dict[str, type] = {"title": str, "publisher": str, "base_year": int, "default_currency": str, "password": str}


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file to process; `duplicate_of` names an earlier file with the same bytes."""

    path: Path
    sha256: str
    size: int
    duplicate_of: str | None = None


def raw_files(folder: Path) -> list[RawFile]:
    """The PDFs and text dumps of a folder by name; files of the same bytes are marked as duplicates of the first."""
    seen: dict[str, str] = {}
    out = []
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.suffix.lower() not in (".pdf", ".txt") or not path.is_file():
            continue
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        out.append(RawFile(path, sha256, path.stat().st_size, seen.get(sha256)))
        seen.setdefault(sha256, path.name)
    return out


def settings_for(path: Path) -> SourceSettings:
    """What `NAME.yaml` beside a document says of it; empty settings where there is none.

    Raises:
        SourceError: `bad_settings`, when the file is not YAML or holds an unknown or mistyped key.
    """
    beside = path.with_suffix(".yaml")
    if not beside.is_file():
        return SourceSettings()
    try:
        raw: Any = YAML(typ="safe").load(beside.read_text("utf-8")) or {}
    except (YAMLError, UnicodeDecodeError) as error:
        line = " ".join(str(error).split())[:120]
        raise SourceError(
            path.name, "bad_settings", f"{beside.name} is not valid YAML ({line})", "Correct it."
        ) from error
    known = {f.name for f in fields(SourceSettings)}
    if not isinstance(raw, dict) or not set(raw) <= known:
        wrong = sorted(map(str, set(raw) - known)) if isinstance(raw, dict) else ["no keys"]
        remedy = f"Use only {', '.join(sorted(known))}."
        raise SourceError(path.name, "bad_settings", f"{beside.name} has an unknown key: {wrong[0]}", remedy)
    for key, value in raw.items():
        if value is not None and (not isinstance(value, _TYPES[key]) or isinstance(value, bool)):
            remedy = f"Give {key} as {'a number' if _TYPES[key] is int else 'text in quotes'}."
            raise SourceError(path.name, "bad_settings", f"{key} in {beside.name} is mistyped", remedy)
    return SourceSettings(**raw)

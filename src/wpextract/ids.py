"""Stable ids: a hash of what a thing says and on which page, never of where it stands."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter


def slug(name: str) -> str:
    """A file name as a lower-case slug, safe in paths, YAML and HTML: `White Paper (2).pdf` -> `white-paper-2`."""
    stem = unicodedata.normalize("NFKC", name).rsplit(".", 1)[0]
    cleaned = re.sub(r"[^\w]+", "-", stem, flags=re.UNICODE).strip("-_").lower()
    return cleaned[:60].strip("-_") or "document"


def document_id(name: str, sha256: str) -> str:
    """`slug of the name` + `-` + the first 8 hex digits of the file's sha256."""
    return f"{slug(name)}-{sha256[:8]}"


class Ids:
    """Hands out ids for one document: kind, page, normalised text and an ordinal among equals."""

    def __init__(self, sha256: str) -> None:
        self._sha256 = sha256
        self._seen: Counter[tuple[str, int, str]] = Counter()

    def new(self, kind: str, page: int, text: str) -> str:
        key = (kind, page, re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower())
        ordinal = self._seen[key]
        self._seen[key] += 1
        digest = hashlib.sha256("\x1f".join((self._sha256, kind, str(page), key[2], str(ordinal))).encode()).hexdigest()
        return f"{kind}-{digest[:16]}"

"""A UTF-8 text dump of a PDF as a source: a form feed starts the next page. No geometry, the same blocks and facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from wpextract.errors import SourceError
from wpextract.ids import Ids
from wpextract.reading.model import Block, Document, Page, Role
from wpextract.reading.words import is_cjk

_SENTENCE_END = re.compile(r"[.!?。！？][\"'”’)）]*\s*$")
_WORD = re.compile(r"[A-Za-z]{2,}|[一-鿿]")
_NUMBER = re.compile(r"\d[\d,.]*")


def read_text(path: Path, numbers: Sequence[int] | None) -> tuple[int, tuple[Page, ...]]:
    """How many pages the dump has, and the wanted ones.

    Raises:
        SourceError: `not_utf8`, `no_pages` or `no_such_page`.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            path.name, "not_utf8", f"byte {error.start} is not UTF-8", "Save the text as UTF-8."
        ) from error
    pages = text.rstrip("\f\n").split("\f")
    wanted = list(numbers) if numbers is not None else list(range(1, len(pages) + 1))
    outside = [n for n in wanted if not 1 <= n <= len(pages)]
    if outside:
        raise SourceError(
            path.name, "no_such_page", f"page {outside[0]} does not exist", f"Choose pages from 1 to {len(pages)}."
        )
    return len(pages), tuple(Page(n, 0, 0, (), text=pages[n - 1]) for n in wanted)


def text_blocks(document: Document, ids: Ids) -> tuple[Block, ...]:
    """The dump's lines as paragraphs, headings, furniture and the loose labels of charts and tables (`chart_text`)."""
    repeated = _repeated_lines(document.pages)
    found = [
        (page.number, role, text) for page in document.pages for role, text in _paragraphs(page.text or "", repeated)
    ]
    return tuple(
        Block(ids.new("block", page, text), page, role, order, text, None, (None,) * len(text))
        for order, (page, role, text) in enumerate(found)
    )


def _repeated_lines(pages: Sequence[Page]) -> set[str]:
    """Lines that stand on at least three pages: headers and footers."""
    seen = Counter(key for page in pages for key in {_key(line) for line in (page.text or "").splitlines()} if key)
    return {
        key
        for key, n in seen.items()
        if n >= max(3, len(pages) // 10) and not key.replace("#", "").isdecimal() and key.strip("#")
    }


def _key(line: str) -> str:
    return re.sub(r"\s+", "", line).lower()


def _paragraphs(text: str, repeated: set[str]) -> Iterator[tuple[Role, str]]:
    """Runs of lines that read on, until a sentence ends a paragraph or the lines turn to labels."""
    pending = ""
    for raw in text.splitlines():
        line = " ".join(raw.split())
        if not line or _key(line) in repeated:
            if pending:
                yield _role(pending), pending
                pending = ""
            if line:
                yield "furniture", line
            continue
        if pending and _reads_on(pending, line):
            pending = _joined(pending, line)
            continue
        if pending:
            yield _role(pending), pending
        pending = line
    if pending:
        yield _role(pending), pending


def _reads_on(before: str, line: str) -> bool:
    if _SENTENCE_END.search(before) and len(before) < 60:
        return False
    running = len(_WORD.findall(line)) >= 4 or len(line) > 30
    if _is_label(before) or (_is_label(line) and not line[:1].islower()):
        return False
    if _SENTENCE_END.search(before):
        return running and len(_WORD.findall(before)) >= 8
    return (
        line[:1].islower()
        or (is_cjk(line[0]) and is_cjk(before[-1]) and len(before) > 15)
        or (running and len(before) > 45)
    )


def _is_label(text: str) -> bool:
    """A number, unit or short tag as charts and tables print them, not running text."""
    letters = len(_WORD.findall(text))
    numbers = len(_NUMBER.findall(text))
    return letters <= 3 and len(text) < 40 or numbers > letters


def _joined(before: str, line: str) -> str:
    glue = "" if is_cjk(before[-1]) and is_cjk(line[0]) or before[-1] == "-" else " "
    return before + glue + line


def _role(text: str) -> Role:
    if _is_label(text):
        return "chart_text"
    return "paragraph" if len(text) > 45 or _SENTENCE_END.search(text) else "heading"

"""Opens a source (PDF or text dump), checks that it is one, and says what the document is: language, title, dates."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from wpextract.errors import SourceError
from wpextract.ids import document_id
from wpextract.quantities import find_periods, parse_period_label
from wpextract.reading.furniture import set_furniture_apart
from wpextract.reading.lines import lines_of
from wpextract.reading.model import Document, Notice, Page, SourceSettings
from wpextract.reading.pdf import PdfInfo, read_pdf
from wpextract.reading.text import read_text

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_DATE = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.?\s+(\d{{1,2}}),?\s+(20\d\d)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(_MONTHS)})[a-z]*\.?,?\s+(20\d\d)\b", re.IGNORECASE)
_NUMBERS_DATE = re.compile(r"\b(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_LONGEST_MONTH = 60  # characters of a line of the cover that may tell the month of issue
_ISSUED = re.compile(  # before a month: that of the issue, not one of which the cover tells something
    r"\b(?:edition|issue|issued|published|released|version|report)\b(?: (?:of|in|on))?\s*[:：,]?\s*$|(?:发布|出版|版)[于日期]*\s*[:：]?\s*$",
    re.IGNORECASE,
)
_ISSUE = re.compile(r"\s*(?:edition|issue|version|release|发布|出版|版)", re.IGNORECASE)
_BAR = re.compile(r"[|｜·•/]|\s[—–-]\s")
_HEAD, _TAIL = 1024, 2048  # bytes in which a PDF shows its header and its end mark
_YEAR = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?![\d.,]*\d)(?!\s?[EeFfPp]\b)")


def read(
    path: Path,
    settings: SourceSettings | None = None,
    pages: Sequence[int] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Document:
    """Read a PDF, or a `.txt` dump of one, into a Document.

    `pages` limits the reading (counted from 1); `progress` is called with pages done and pages in all.

    Raises:
        SourceError: the file is missing, empty, not a PDF, encrypted, damaged beyond reading or has no pages.
    """
    settings = settings or SourceSettings()
    if not path.is_file():
        what = "it is not a regular file" if path.exists() else "there is no such file"
        raise SourceError(path.name, "not_found", what, "Check its path.")
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
            file.seek(0)
            head = file.read(_HEAD)
            file.seek(max(0, size - _TAIL))
            tail = file.read(_TAIL)
    except OSError as error:
        raise SourceError(
            path.name, "not_found", f"the file cannot be read ({error.strerror})", "Check its path and rights."
        ) from error
    if not head.strip() and not tail.strip():
        raise SourceError(path.name, "empty", "the file is empty", "Copy the document again.")
    notices: list[Notice] = []
    if path.suffix.lower() == ".txt":
        kind, info = "text", None
        total, read_pages = read_text(path, pages)
    else:
        kind = "pdf"
        if b"%PDF-" not in head:
            remedy = "Convert it to PDF, or name a text dump .txt."
            raise SourceError(path.name, "not_a_pdf", "the file is not a PDF", remedy)
        if b"%%EOF" not in tail:
            notices.append(Notice("truncated", "the file ends before its end mark; pages may be missing"))
        info, read_pages = read_pdf(path, settings.password, pages, progress)
        notices += info.notices
        total = info.pages
        read_pages = set_furniture_apart(read_pages)
    return _document(path, sha256, size, kind, total, read_pages, info, settings, notices)


def _document(
    path: Path, sha256: str, size: int, kind: str, total: int, pages: tuple[Page, ...], info: PdfInfo | None,
    settings: SourceSettings, notices: list[Notice],
) -> Document:  # fmt: skip
    texts = {
        p.number: p.text if p.text is not None else "\n".join(line.text for line in lines_of(p.words)) for p in pages
    }
    empty = [n for n, text in texts.items() if not text.strip()]
    if len(empty) == len(pages):
        notices.append(Notice("no_text_layer", "no page has text; the document may be scanned and needs OCR first"))
    elif empty:
        shown = ", ".join(map(str, empty[:20]))
        notices.append(
            Notice("pages_without_text", f"no text on page {shown}: pictures or blank", empty[0], len(empty))
        )
    notices += [n for p in pages for n in p.notices]
    everything = "\n".join(texts.values())
    ordered = [texts[n] for n in sorted(texts)]
    cover = texts.get(1, "")
    published = _published_on(ordered[:1]) or _month_on(cover) or _published_on(ordered[1:2] + ordered[-1:])
    return Document(
        document_id=document_id(path.name, sha256),
        sha256=sha256,
        source_name=path.name,
        kind="text" if kind == "text" else "pdf",
        bytes=size,
        pages=pages,
        language=language_of(everything),
        title=settings.title or _title(pages, info),
        publisher=settings.publisher or (info.author if info else None),
        published_on=published.isoformat() if published else None,
        base_year=settings.base_year or _base_year(everything, published),
        default_currency=settings.default_currency,
        producer=info.producer if info else None,
        pages_total=total,
        pages_without_text=len(empty),
        notices=tuple(notices),
    )


def language_of(text: str) -> str:
    """`zh` when Han characters outweigh Latin words, else `en`."""
    han = len(re.findall(r"[一-鿿]", text))
    latin = len(re.findall(r"[A-Za-z]{2,}", text))
    return "zh" if han > 2 * latin else "en"


def _title(pages: Sequence[Page], info: PdfInfo | None) -> str | None:
    """The largest text of the first page; the file's own title where the first page has none or shows the same."""
    stated = info.title if info else None
    if not pages:
        return stated
    if pages[0].text is not None:
        return next(
            (" ".join(line.split())[:200] for line in pages[0].text.splitlines() if len(line.strip()) > 8), None
        )
    lines = lines_of(pages[0].words)
    shown = re.sub(r"\W+", "", "".join(line.text for line in lines)).lower()
    if stated and re.sub(r"\W+", "", stated).lower() in shown:
        return stated
    largest = max((line.size for line in lines), default=0.0)
    cover = " ".join(line.text for line in lines if line.size > 0.8 * largest and len(line.text) > 1)[:200]
    return cover or stated


def _published_on(texts: Sequence[str]) -> date | None:
    for text in texts:
        for pattern, order in ((_NAMED_DATE, (3, 1, 2)), (_DAY_FIRST, (3, 2, 1)), (_NUMBERS_DATE, (1, 2, 3))):
            if m := pattern.search(text):
                year, month, day = (m.group(i) for i in order)
                number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
                try:
                    return date(int(year), number, int(day))
                except ValueError:
                    continue
    return None


def _month_on(cover: str) -> date | None:
    """The last day of the one month that a cover has on a line, or between bars, or names as that of its edition."""
    lines = [line for line in cover.splitlines() if len(line) <= _LONGEST_MONTH]
    alone = [parse_period_label(part.strip()) for line in lines for part in _BAR.split(line)]
    named = [
        p for line in lines for p in find_periods(line, language_of(line))
        if _ISSUED.search(line[: p.start]) or _ISSUE.match(line[p.end :])
    ]  # fmt: skip
    months = {p.last for p in (*alone, *named) if p and p.kind == "month" and not p.is_forecast}
    return months.pop() if len(months) == 1 else None


def _base_year(text: str, published: date | None) -> int | None:
    """The year that the document speaks of most, not after its publication."""
    latest = published.year if published else 2100
    counts = Counter(int(y) for y in _YEAR.findall(text) if int(y) <= latest)
    return max(counts.items(), key=lambda kv: (kv[1], kv[0]))[0] if counts else None

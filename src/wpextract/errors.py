"""Typed errors for bad input. Each names the document and says what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class WpextractError(Exception):
    """Base of every error that is about the input or the data, not about a bug."""


class SourceError(WpextractError):
    """A source that cannot be read. `code` is stable (`not_a_pdf`, `encrypted`, ...), `remedy` says what to do."""

    def __init__(self, source: str, code: str, message: str, remedy: str, page: int | None = None) -> None:
        self.source, self.code, self.message, self.remedy, self.page = source, code, message, remedy, page
        where = f"{source}, page {page}" if page else source
        super().__init__(f"{where}: {message}. {remedy}")


class ContractError(WpextractError):
    """A dataset that breaks its contract; the message names the dataset, column and value."""


class PublishError(WpextractError):
    """A release that cannot be written or promoted."""


class ReleaseError(WpextractError):
    """A folder that is no release, or does not hold what is asked of it; the message says what to name instead."""


@contextmanager
def faults_of(source: str) -> Iterator[None]:
    """Whatever goes wrong inside is a `SourceError` of this document, so that it costs no other one."""
    try:
        yield
    except WpextractError:
        raise
    except MemoryError as error:
        message = "the document needs more memory than there is"
        raise SourceError(source, "out_of_memory", message, "Split it, or run where there is more memory.") from error
    except Exception as error:
        detail = " ".join(f"{type(error).__name__}: {error}".split())[:160]
        remedy = "This is a fault of ours: please report the document. The others are not affected."
        raise SourceError(source, "internal", f"it could not be processed ({detail})", remedy) from error

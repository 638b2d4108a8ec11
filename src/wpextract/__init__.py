"""wpextract: audited, typed, traceable numbers from white-paper PDFs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wpextract.extraction import Extraction
    from wpextract.pipeline import extract

__version__ = "0.1.0"
__all__ = ["Extraction", "extract"]


def __getattr__(name: str) -> Any:
    """`extract` and `Extraction` on first use, so that importing the package costs nothing."""
    if name in __all__:
        return getattr(import_module("wpextract.pipeline" if name == "extract" else "wpextract.extraction"), name)
    raise AttributeError(f"module 'wpextract' has no attribute {name!r}")

"""Finds tables on pages and reads them into cells with spans, headings and units; false tables are rejected."""

from wpextract.tables.find import find_tables

__all__ = ["find_tables"]

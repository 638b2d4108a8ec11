"""Reads a PDF or a text dump into pages of words and marks, and pages into blocks of text in reading order.

Characters and vector marks come from pdfplumber, ink from PDFium. What a number means is not decided here.
"""

from wpextract.reading.blocks import segment
from wpextract.reading.lines import lines_of
from wpextract.reading.source import read

__all__ = ["lines_of", "read", "segment"]

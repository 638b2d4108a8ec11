"""Charts of a page from its vector marks and words: kinds, axes, series, points. Needs no hint of where they are.

Works on one `Page` at a time and on what it prints and draws; units, periods and values in base units are for `facts`.
"""

from wpextract.charts.find import find_charts

__all__ = ["find_charts"]

"""Reads printed quantities, periods and unit notes in English and Chinese; works on strings and knows no PDF.

`find_quantities` and `find_periods` read running text, `read_cell` a lone number under a unit note, `numeric_tokens`
accounts for every number of a text. The grammar is in `grammar`, its words in `lexicon`, `currencies` and `units`.
"""

from wpextract.quantities.cells import read_cell
from wpextract.quantities.dashes import lost_dash
from wpextract.quantities.forecast import forecast_cues, is_forecast_context
from wpextract.quantities.headings import TableUnits, general_note, note_of_cell, table_units, with_columns
from wpextract.quantities.model import Comparator, Kind, NumericToken, Period, PeriodKind, Quantity, UnitNote
from wpextract.quantities.notes import note_in_label, parse_unit_note, scale_of_caption
from wpextract.quantities.periods import RelativePeriod, parse_period_label, resolve
from wpextract.quantities.prose import (
    find_periods,
    find_quantities,
    find_relative_periods,
    numeric_tokens,
    points_of_shares,
)

__all__ = [
    "Comparator",
    "Kind",
    "NumericToken",
    "Period",
    "PeriodKind",
    "Quantity",
    "RelativePeriod",
    "TableUnits",
    "UnitNote",
    "find_periods",
    "find_quantities",
    "find_relative_periods",
    "forecast_cues",
    "general_note",
    "is_forecast_context",
    "lost_dash",
    "note_in_label",
    "note_of_cell",
    "numeric_tokens",
    "parse_period_label",
    "parse_unit_note",
    "points_of_shares",
    "read_cell",
    "resolve",
    "scale_of_caption",
    "table_units",
    "with_columns",
]

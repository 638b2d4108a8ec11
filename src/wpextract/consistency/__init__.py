"""Checks a document against itself: facts -> relations -> findings -> corrections.

`check` is the whole stage. The rules are in `rules`, one module each; `linking` says who speaks of the same thing,
`diagnosis` finds wrong labels, `judge` decides by a pandera schema. Nothing here reads a file or a clock.
"""

from wpextract.consistency.checking import check
from wpextract.consistency.custom import OwnRule, Selector, rules_of, unused
from wpextract.consistency.model import Checked, Correction, Finding, Interval, Member, Relation, Target

__all__ = [
    "Checked", "Correction", "Finding", "Interval", "Member", "OwnRule", "Relation", "Selector", "Target", "check",
    "rules_of", "unused",
]  # fmt: skip

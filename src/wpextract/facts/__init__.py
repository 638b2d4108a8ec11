"""Quantities given a meaning: what is measured, for when and where, and from which box of which page."""

from wpextract.facts.build import build_facts

__all__ = ["build_facts"]

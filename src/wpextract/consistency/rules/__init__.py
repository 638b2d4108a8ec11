"""The rules: a module each, holding one function of the module's name that yields relations and never judges.

Adding a rule is adding a module here, or in another package a function under the entry point group `wpextract.rules`
whose name is the rule's. Nothing else is touched.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import entry_points

from wpextract.consistency.material import Material
from wpextract.consistency.model import Relation

Rule = Callable[[Material], Iterable[Relation]]
GROUP = "wpextract.rules"


@cache
def own_rules() -> tuple[tuple[str, Rule], ...]:
    """The rules of this package by name."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__))
    return tuple((name, getattr(importlib.import_module(f"{__name__}.{name}"), name)) for name in names)


@cache
def all_rules() -> tuple[tuple[str, Rule], ...]:
    """This package's rules, then those that other packages add by entry point."""
    own = own_rules()
    known = {name for name, _ in own}
    others = sorted((e for e in entry_points(group=GROUP) if e.name not in known), key=lambda e: e.name)
    return (*own, *((e.name, e.load()) for e in others))

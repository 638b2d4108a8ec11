"""The folder of a user's own rules."""

from __future__ import annotations

from pathlib import Path

from wpextract.consistency import OwnRule, rules_of
from wpextract.errors import ContractError

RULES = Path("schemas/rules")  # in the working folder


def rules_in(folder: Path | None = None) -> tuple[OwnRule, ...]:
    """The rules of every `*.yaml` in a folder by name; without a folder those of `schemas/rules/`, if it is there.

    Raises:
        ContractError: a file is broken or two rules have one name; the message names file and rule, and what to do.
    """
    if folder is None and not RULES.is_dir():
        return ()
    folder = folder or RULES
    if not folder.is_dir():
        raise ContractError(f"{folder}: there is no such folder of rules. Create it, or leave out --rules.")
    rules: dict[str, OwnRule] = {}
    for file in sorted(folder.glob("*.yaml")):
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ContractError(f"{file}: it cannot be read as UTF-8 text. Check it and its rights.") from error
        for n, rule in enumerate(rules_of(file.name, text), 1):
            if rule.rule in rules:
                raise ContractError(
                    f"{file.name}, rule {n}: {rule.rule} is taken by another. Give it a name of its own."
                )
            rules[rule.rule] = rule
    return tuple(rules.values())

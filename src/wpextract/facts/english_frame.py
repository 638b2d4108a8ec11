"""What an English number is said of, as a frame of noun phrases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wpextract.facts import english_lexicon as lex
from wpextract.facts.english_clauses import fitting


@dataclass(frozen=True, slots=True)
class Frame:
    """What a number is said of: `subject`, which `aspect` of it, as part of what `whole`, under which `condition`."""

    subject: str = ""
    aspect: str = ""
    whole: str = ""
    condition: str = ""

    @property
    def phrase(self) -> str:
        """The frame as one noun phrase, no word twice in a row."""
        again = lex.content(self.aspect) <= lex.content(self.subject)
        parts = [self.subject, "" if again else self.aspect, f"of {self.whole}" if self.whole else "", self.condition]
        words: list[str] = []
        for part in filter(None, parts):
            fresh = part.split()
            while fresh and lex.stem(fresh[0]) in {lex.stem(w) for w in words[-2:]}:
                fresh = fresh[1:]
            words += fresh
        return " ".join(fitting(words))

    @property
    def doer(self) -> str:
        """Whose it is: of kilns added by Spain it is Spain."""
        return self.condition.removeprefix("by ") if self.condition.startswith("by ") else self.subject


@dataclass(frozen=True, slots=True)
class Said:
    """A quantity already named: its frame and its kind, and for an amount what it was taken of."""

    frame: Frame
    kind: str
    unit: str = ""
    taken_of: str = ""
    is_base: bool = False  # only what others are counted per: (N) per 10,000 people
    beside: tuple[str, ...] = ()  # the other noun phrases of its sentence, those of its own clause first


@dataclass(frozen=True, slots=True)
class Clause:
    """A segment as read: where it stands, its first verb and its subject resolved (None: it names none)."""

    start: int
    end: int
    verb: int | None
    given: Frame | None


def latest_of_kind(said: Sequence[Said], kind: str) -> Frame | None:
    """The frame of the last number of a kind."""
    return next((x.frame for x in reversed(said) if x.kind == kind), None)

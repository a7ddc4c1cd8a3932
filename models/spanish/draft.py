"""A clause while it is being analysed: its plan, and the phrases not yet placed."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.spanish.conjugator import Person
from models.spanish.persons import addressed
from models.spanish.phrases import Chunk, NounPhrase, is_time
from models.spanish.plan import Plan
from models.spanish.tense import Timing


@dataclass(slots=True)
class Draft:
    """What is known of a clause so far."""

    plan: Plan
    when: Timing
    dependent: bool
    """Whether it hangs on another clause, so that it is no command."""
    before: list[Chunk] = field(default_factory=list)
    """The phrases before the first verb that have no place yet."""
    behind: list[list[Chunk]] = field(default_factory=list)
    """Those behind each verb, up to the next."""

    def nouns(self, chunks: list[Chunk]) -> list[NounPhrase]:
        """The noun phrases that do not say when."""
        return [c for c in chunks if isinstance(c, NounPhrase) and not is_time(c)]

    def remove(self, phrases: list[NounPhrase]) -> None:
        """Take phrases out of those that have no place yet."""
        for chunks in (self.before, *self.behind):
            chunks[:] = [c for c in chunks if not any(c is p for p in phrases)]

    def address(self, person: Person) -> Person:
        """The person of the verb for a listener, as the controls say."""
        return addressed(person, self.plan.options.controls)

"""What the words behind a verb need to know of their clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from models.engine import Tense
from models.english import words
from models.english.nominals import Article
from models.english.phrases import Nominal, Piece
from models.english.verbs import Verb


class Embed(Protocol):
    """Puts a clause that depends on this one into words."""

    def __call__(
        self, pieces: Sequence[Piece], *, hoped: bool = False, tense: Tense | None = None
    ) -> str:
        """The clause; what is hoped is said in the simple present: I hope you *win*."""


def no_clause(pieces: Sequence[Piece], *, hoped: bool = False, tense: Tense | None = None) -> str:
    """An Embed where no clause can depend on what is said."""
    del pieces, hoped, tense
    return ""


@dataclass(frozen=True, slots=True)
class Context:
    """The clause as its complements see it."""

    form: Callable[[Verb], str]
    """How a second verb joined by `and` is inflected here."""
    embed: Embed
    of_others: bool = False
    """The subject is a noun or name: a tale rather than a message about oneself."""
    speaker: bool = False
    """The speaker takes part, so that an aunt is the speaker's."""
    own: bool = False
    """The speaker is the subject, or asks for care: a body part is the speaker's."""
    theirs: Article | None = None
    """Whose a part of the body is where somebody else than the speaker does it: he shakes *his*
    head. None where it may be somebody's to whom it is done."""
    itself: words.Pronoun | None = None
    """The subject, whose own pronoun behind the verb is reflexive: I wash myself."""
    supplied: bool = False
    """Nobody tapped the subject: whoever is named behind may be called."""
    asked: bool = False
    """A question word stands for the object: nothing is to be supplied for it."""
    request: bool = False
    past: bool = False
    """It is over: what came of going somewhere was done, not only meant."""
    several: bool = False
    """The subject is plural, and so is what it is: we are pirates."""
    swap: bool = False
    """Prefer `the` to `a`, and `a` to `the`, where both are English."""


@dataclass
class State:
    """What a verb has been given so far."""

    verb: Verb
    context: Context
    things_follow: bool = False
    """Whether a thing is still to come: a person now is the one who gets it."""
    said: list[str] = field(default_factory=list)
    was_quality: bool = False
    """The piece just said was a quality: another one is joined to it by `and`."""
    direct: Nominal | None = None
    recipient: bool = False

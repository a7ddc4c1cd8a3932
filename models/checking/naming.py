"""What others call the speaker: *me llaman rara*. Nobody asks to be called that."""

from __future__ import annotations

from typing import Final

from models.checking.meaning import Kind, Person
from models.checking.message import Message
from models.checking.words import key
from models.spanish.calling import is_abusive

_CALLING: Final = frozenset({"llamar", "decir"})


def calls_speaker(message: Message) -> bool:
    """*llamar, yo, rara*: a name to call somebody, the speaker and no other person behind; but
    *no, llamar, yo, tonto* is asked of the listener."""
    places = range(len(message.glosses))
    verbs = [at for at in places if message.meanings[at].is_a(Kind.VERB)]
    if message.has(Kind.NEGATION) or len(verbs) != 1:
        return False
    if key(message.glosses[verbs[0]]) not in _CALLING:
        return False
    verb = verbs[0]
    names = [at for at in places if at > verb and is_abusive(key(message.glosses[at]))]
    people = [at for at in places if message.meanings[at].is_a(Kind.ANIMATE, Kind.PRONOUN)]
    called = [message.meanings[at].person for at in people if at not in names]
    return len(names) == 1 and called == [Person.FIRST] and people[0] > verb

"""From the chosen words to a sentence, with its other readings. Never fails."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from models.engine import Controls, Tense
from models.english.certainty import is_sure
from models.english.clauses import Mood
from models.english.faithfulness import says_all
from models.english.messages import Message, say, understand
from models.english.readings import SUPPLIED, others
from models.english.roles import UnclearRolesError
from models.english.tenses import Reading
from models.english.unclear import readings
from models.realisation import Realisation
from models.telegraphic import as_chosen, clean, with_controls

_MARKS: Final = frozenset("?¿!¡,;:.")
_DENIAL: Final = frozenset({"not", "n't"})
_ALTERNATIVES: Final = 3


def realise(glosses: Sequence[str], controls: Controls) -> Realisation:
    """The sentence that the words make, and up to three other readings of them.

    Every chosen word is said in one of its forms and none is added but the small words of
    grammar; where that, or who did what to whom, is in doubt, the words stay as chosen.
    """
    said = [gloss for gloss in map(clean, glosses) if gloss]
    spoken = [gloss for gloss in said if gloss not in _MARKS]
    plain = as_chosen(with_controls(said, controls, "en"), "en")
    settled = controls.tense not in {Tense.PAST, Tense.FUTURE} and not controls.negative
    if not spoken or (len(set(map(str.lower, spoken))) == 1 and settled):
        return Realisation(plain, is_settled=True)
    try:
        message = understand(said, controls)
        text = say(message, Reading())
    except UnclearRolesError as error:
        return Realisation(plain, _unclear(error, plain, spoken), is_settled=True)
    optional = _unsaid(message)
    small = _echoed(message) | (_DENIAL if controls.negative else frozenset())
    if not says_all(text, spoken, optional=optional, added=small):
        return Realisation(plain)
    other = _distinct(text, others(message), spoken, optional, SUPPLIED | small)
    return Realisation(text, other, is_sure=is_sure(message, text, spoken))


def _unsaid(message: Message) -> frozenset[str]:
    """A request need not say whom it asks."""
    asked = any(clause.mood is Mood.REQUEST for clause in message.clauses)
    return frozenset({"you"}) if asked else frozenset()


def _echoed(message: Message) -> frozenset[str]:
    """The pronouns that speak again of somebody who was named: «...because she fell»."""
    echoes = [clause.echo for clause in message.clauses if clause.echo is not None]
    return frozenset(part for echo in echoes for part in (echo.subject, "'m", "'re", "'s", "'ll"))


def _unclear(error: UnclearRolesError, plain: str, spoken: Sequence[str]) -> tuple[str, ...]:
    mark = plain[-1] if plain[-1:] in {"?", "!"} else "."
    return _distinct(plain, readings(error, mark), spoken, frozenset(), SUPPLIED | _DENIAL)


def _distinct(
    text: str,
    candidates: Iterable[str],
    spoken: Sequence[str],
    optional: frozenset[str],
    added: frozenset[str],
) -> tuple[str, ...]:
    """The first few candidates that differ from the text and say every word."""
    found: list[str] = []
    for candidate in candidates:
        if candidate == text or candidate in found:
            continue
        listener = optional | {"you"} if "you" in spoken else optional
        if says_all(candidate, spoken, optional=listener, added=added):
            found.append(candidate)
        if len(found) == _ALTERNATIVES:
            break
    return tuple(found)

"""The Spanish surface realiser: chosen words in, a sentence and its other readings out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.engine import Controls
from models.realisation import Realisation
from models.spanish.outcome import Made
from models.spanish.plan import Options
from models.spanish.reading import read
from models.spanish.sentence import sentence
from models.spanish.tokens import Kind, Token
from models.telegraphic import as_chosen, with_controls

_MOST_ALTERNATIVES = 3


def realise(glosses: Sequence[str], controls: Controls) -> Realisation:
    """The sentence that the chosen words make, and other readings of them. Never fails."""
    tokens = read(glosses)
    plain = as_chosen(with_controls(glosses, controls, "es"), "es")
    if all(t.kind is Kind.MARK for t in tokens):
        return Realisation(plain, is_settled=True)
    if len(tokens) > 1 and len({t.text for t in tokens}) == 1:
        return Realisation(plain, is_settled=True)
    made = sentence(tokens, Options(controls))
    text = made.text if _says_all(tokens, made) and not made.unclear else plain
    is_settled = made.unclear or made.contrasts or (len(tokens) == 1 and text == plain)
    others = _alternatives(tokens, controls, made, text)
    is_sure = made.sure and text == made.text
    return Realisation(text, others, is_settled, is_sure)


def _says_all(tokens: list[Token], made: Made) -> bool:
    """Whether every chosen word is in the sentence."""
    return frozenset(g for t in tokens for g in t.glosses) <= made.said


def _alternatives(
    tokens: list[Token], controls: Controls, made: Made, text: str
) -> tuple[str, ...]:
    """Up to three other readings that say the same words, best first."""
    found: list[str] = []
    for options in _readings(tokens, controls, made):
        other = sentence(tokens, options)
        good = _says_all(tokens, other) and not other.unclear
        if good and other.text not in (text, *found):
            found.append(other.text)
        if len(found) == _MOST_ALTERNATIVES:
            break
    return tuple(found)


def _readings(tokens: list[Token], controls: Controls, made: Made) -> Iterator[Options]:
    """What could have been meant instead, the likeliest first."""
    if made.unclear:
        yield from (Options(controls, roles=role) for role in ("theirs", "they", "asked", "mine"))
        return
    if not any(t.kind in (Kind.VERB, Kind.FINITE, Kind.ADJECTIVE, Kind.NOUN) for t in tokens):
        return
    if made.label:
        yield Options(controls, finite=True)
        yield Options(controls, finite=True, asks=True)
        return
    if made.open and (made.command or made.commandable):
        yield Options(controls, asks=not made.command)
    if made.callable:
        yield Options(controls, calls=True)
    yield Options(controls, full=True)
    if made.question and made.open and made.addresses:
        yield Options(controls, first=True)
    yield Options(controls, definite=True)
    yield Options(controls, definite=False)
    yield Options(controls, other_copula=True)
    if controls.tense is None and not made.question and not made.command and made.tellable:
        yield Options(controls, past=True)

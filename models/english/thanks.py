"""What one thanks or is sorry for: «Thank you for helping me.»"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from models.english.complements import after_verb, prepositional
from models.english.context import Context, no_clause
from models.english.nominals import Article, bare, governed
from models.english.phrases import Nominal, Piece, Prepositional, is_action
from models.english.reader import Unit
from models.english.verbs import Verb, VerbForm, inflect

_BE: Final = Verb("be", frozenset({"alone"}))
_SORRY: Final = frozenset({"sorry", "i'm sorry", "congratulations", "well done"})
_THANKS: Final = frozenset({"thank you", "thanks", "many thanks", "thank you very much"})


def thanked(pieces: Sequence[Piece], greeting: str) -> str | None:
    """The reason for thanks that follows them, None where none does."""
    greeted = greeting.lower()
    if greeted not in _THANKS | _SORRY:
        return None
    first = pieces[0]
    context = Context(_gerund, no_clause, speaker=True)
    if isinstance(first, Prepositional) and first.preposition.key in {"for", "about", "on"}:
        return " ".join([prepositional(first, context), *after_verb(_BE, pieces[1:], context)])
    if isinstance(first, Unit) and first.key == "for" and len(pieces) > 1:
        pieces = pieces[1:]
        first = pieces[0]
    elif greeted in _SORRY:
        return None
    if isinstance(first, Unit) and is_action(first) and first.verb is not None:
        gerund = inflect(first.verb.lemma, VerbForm.GERUND)
        return " ".join(["for", gerund, *after_verb(first.verb, pieces[1:], context)])
    if isinstance(first, Nominal) and not first.is_person:
        said = f"for {governed(first, Article.THE)}"
        called = [piece for piece in pieces[1:] if isinstance(piece, Nominal) and piece.is_person]
        if len(pieces) - 1 == len(called):
            return ", ".join([said, *map(bare, called)])
    return None


def _gerund(verb: Verb) -> str:
    return inflect(verb.lemma, VerbForm.GERUND)

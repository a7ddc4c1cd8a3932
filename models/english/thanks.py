"""What one thanks or is sorry for: «Thank you for helping me.»"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from models.english.complements import after_verb
from models.english.context import Context, no_clause
from models.english.nominals import Article, bare, governed
from models.english.phrases import Nominal, Piece, is_action
from models.english.reader import Unit
from models.english.verbs import Verb, VerbForm, inflect

_THANKS: Final = frozenset({"thank you", "thanks", "many thanks", "thank you very much"})


def thanked(pieces: Sequence[Piece], greeting: str) -> str | None:
    """The reason for thanks that follows them, None where none does."""
    if greeting.lower() not in _THANKS:
        return None
    first = pieces[0]
    if isinstance(first, Unit) and is_action(first) and first.verb is not None:
        context = Context(_gerund, no_clause)
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

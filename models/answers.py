"""When a model's answer is a whole sentence, and what stands in it; the same for every model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from models.errors import CannotRealiseError
from models.prompts import keyword, parse_answer

MOST_GLOSSES: Final = 40
"""Words in one message; what is longer is no sentence any more."""

_SENTENCE_END: Final = (".", "?", "!", "…")


def require_words(glosses: Sequence[str]) -> None:
    """Raises CannotRealiseError for no words, or too many."""
    if len(glosses) > MOST_GLOSSES:
        raise CannotRealiseError(f"{len(glosses)} words are more than {MOST_GLOSSES}")
    if not any(keyword(gloss) for gloss in glosses):
        raise CannotRealiseError("there are no words")


def is_sentence(written: bytes, glosses: Sequence[str]) -> bool:
    """Whether the answer is one whole sentence, or has gone on to another line.

    A full stop that belongs to a word that was chosen (*Mr.*) or to an initial does not end it.
    """
    text = written.decode("utf-8", "ignore")
    if "\n" in text.lstrip():
        return True
    text = text.rstrip()
    if not text.endswith(_SENTENCE_END):
        return False
    last_word = text.split()[-1]
    chosen = {part for gloss in glosses for part in gloss.split()}
    is_initial = len(last_word) == len("A.") and last_word[0].isupper()
    return not (last_word.endswith(".") and (is_initial or last_word in chosen))


def text_of(written: bytes) -> str:
    """The sentence in an answer. Raises CannotRealiseError where there is none."""
    try:
        sentence = parse_answer(written.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CannotRealiseError("the model wrote bytes that are no text") from error
    if not sentence:
        raise CannotRealiseError("the model wrote nothing")
    return sentence

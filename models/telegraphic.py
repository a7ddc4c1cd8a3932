"""The words as they were chosen: the rung that always answers."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from models.engine import QUESTION_GLOSS, Controls, Sentence, SentenceRequest, SentenceType

EXCLAMATION_GLOSS: Final = "!"
"""The gloss of an exclamation mark, where a board has one."""

_TERMINATORS: Final = (".", "?", "!", "…")
_OPENERS: Final = frozenset("¿¡([{«“‘")
_SENTENCE_MARKS: Final = {"?": "?", "¿": "?", "!": "!", "¡": "!"}
_NEGATIVE: Final = {"es": "no", "en": "not"}
_SAYS_NO: Final = frozenset({"no", "not", "don't", "never", "nunca"})


def clean(gloss: str) -> str:
    """The gloss in composed form (NFC), without control characters or superfluous spaces."""
    printable = (" " if _is_blank(char) else char for char in unicodedata.normalize("NFC", gloss))
    return " ".join("".join(printable).split())


def _is_blank(char: str) -> bool:
    """Whether a character is a space, a control or a broken half of a surrogate pair."""
    return char.isspace() or unicodedata.category(char) in {"Cc", "Cs"}


def as_chosen(glosses: Sequence[str], language: str) -> str:
    """The words in their order as a line to show and speak; "" for no words.

    Single spaces between words, a capital at the start, a full stop at the end; a `?` among the
    glosses makes it a question; a run of one word keeps its count («No, no, no.»). No word is
    inflected, added or left out, and no input fails.
    """
    cleaned = [word for word in map(clean, glosses) if word]
    words = [word for word in cleaned if word not in _SENTENCE_MARKS]
    marks = [_SENTENCE_MARKS[word] for word in cleaned if word in _SENTENCE_MARKS]
    if not words:
        return "".join(marks)
    text = _capitalised(_joined(words))
    if not marks:
        return text if _is_finished(text) else f"{text}."
    return _marked(text, "?" if "?" in marks else "!", language)


def with_controls(glosses: Sequence[str], controls: Controls, language: str) -> tuple[str, ...]:
    """The glosses with what was chosen beside them put into words, as far as words can.

    Without a grammar only polarity and sentence type can be said; a negative message must never
    come out as a positive one.
    """
    said = tuple(glosses)
    if controls.negative and _SAYS_NO.isdisjoint(map(str.casefold, said)):
        said = (_NEGATIVE.get(language, _NEGATIVE["en"]), *said)
    if controls.sentence_type is SentenceType.QUESTION and QUESTION_GLOSS not in said:
        said = (*said, QUESTION_GLOSS)
    if controls.sentence_type is SentenceType.EXCLAMATION and EXCLAMATION_GLOSS not in said:
        said = (*said, EXCLAMATION_GLOSS)
    return said


def _joined(words: Iterable[str]) -> str:
    """Words by spaces, runs of the same word by commas, punctuation against its word."""
    text = ""
    for _, run in itertools.groupby(words, key=str.casefold):
        part = _run(tuple(run))
        glued = not text or text[-1] in _OPENERS or _closes(part)
        text += part if glued else f" {part}"
    return text


def _is_finished(text: str) -> bool:
    return text.endswith(_TERMINATORS) or _closes(text)


def _run(words: tuple[str, ...]) -> str:
    is_word = any(char.isalnum() for char in words[0])
    return (", " if is_word else "").join(words)


def _closes(part: str) -> bool:
    """Whether this is punctuation that belongs to the word before it."""
    is_punctuation = all(unicodedata.category(char).startswith("P") for char in part)
    return is_punctuation and part[0] not in _OPENERS


def _capitalised(text: str) -> str:
    """A capital at the start, unless the first word has a capital of its own («iPad»)."""
    first_word = text.split(" ", 1)[0]
    for index, char in enumerate(text):
        if not char.isalnum():
            continue
        capital = char.upper()
        if first_word != first_word.lower() or len(capital) != 1:
            return text
        return text[:index] + capital + text[index + 1 :]
    return text


def _marked(text: str, mark: str, language: str) -> str:
    opener = {"?": "¿", "!": "¡"}[mark] if language == "es" else ""
    return f"{opener}{text}{mark}"


class TelegraphicEngine:
    """Speaks the words as they were chosen; always available, in any language."""

    name = "telegraphic"

    def realise(self, request: SentenceRequest) -> Sentence:
        """The words as chosen. Never fails, and is not worth cancelling."""
        said = with_controls(request.glosses, request.controls, request.language)
        return Sentence(as_chosen(said, request.language), self.name)

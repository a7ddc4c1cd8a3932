"""The one prompt, for training and for use.

    es: yo querer comer manzana = Quiero comer una manzana.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `prompt`; the rest is `answer`; both are `training_text`

- First the language, then the controls, then the words, then ` =`: as words are tapped the prompt
  grows at its end, and what a model has computed for its beginning stays good.
- Words are parted by spaces, for a comma would cost a token each. The words of one gloss are
  joined by `_` (`ir_al_baño`), so *tener, hambre* and *tener hambre* are told apart.
- A control is one token in angle brackets and stands between language and colon
  (`es<past><negative>: yo comer =`); one that was not chosen is absent and costs nothing. A base
  with unused tokens gives them these names; elsewhere they are read as plain text.
- The question pictogram stays a word, `?`, for it is usually tapped last.
- Characters with a meaning here (`_`, `<`, `>`, line ends) become spaces inside a gloss, so no
  gloss can pass for a control.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from models.engine import Controls, Formality, Gender

OUTPUT_MARK: Final = "="
"""Ends the words; what follows is the sentence."""

_RESERVED: Final = str.maketrans({"_": " ", "<": " ", ">": " "})
_FORMALITY: Final = {Formality.FAMILIAR: "familiar", Formality.POLITE: "polite"}
_SPEAKER: Final = {Gender.FEMININE: "she", Gender.MASCULINE: "he"}
_LISTENER: Final = {Gender.FEMININE: "to_her", Gender.MASCULINE: "to_him"}

CONTROL_TOKENS: Final = (
    "<present>",
    "<past>",
    "<future>",
    "<statement>",
    "<question>",
    "<request>",
    "<exclamation>",
    "<negative>",
    "<she>",
    "<he>",
    "<to_her>",
    "<to_him>",
    "<familiar>",
    "<polite>",
    "<vosotros>",
    "<ustedes>",
    "<vos>",
)
"""Every control that a prompt may hold, in the order in which they stand in it."""


def control_tokens(controls: Controls) -> tuple[str, ...]:
    """What was chosen beside the words, as tokens in the order of CONTROL_TOKENS."""
    return tuple(f"<{name}>" for name in _control_names(controls))


def _control_names(controls: Controls) -> Iterator[str]:
    if controls.tense:
        yield controls.tense.value
    if controls.sentence_type:
        yield controls.sentence_type.value
    if controls.negative:
        yield "negative"
    if controls.speaker:
        yield _SPEAKER[controls.speaker]
    if controls.listener:
        yield _LISTENER[controls.listener]
    if controls.formality:
        yield _FORMALITY[controls.formality]
    if controls.second_person:
        yield controls.second_person.value


def keyword(gloss: str) -> str:
    """One gloss as it stands in the prompt; "" for a gloss without any visible character."""
    visible = unicodedata.normalize("NFC", gloss).translate(_RESERVED)
    visible = "".join(char for char in visible if char.isspace() or _is_text(char))
    return "_".join(visible.split())


def _is_text(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cs"}


def prompt(glosses: Sequence[str], language: str, controls: Controls) -> str:
    """What a model is given; it answers with `answer` of the sentence."""
    head = f"{language}{''.join(control_tokens(controls))}:"
    keywords = (keyword(gloss) for gloss in glosses)
    return " ".join([head, *(word for word in keywords if word), OUTPUT_MARK])


def answer(sentence: str) -> str:
    """What a model is taught to write after the prompt, before its end-of-text token."""
    return f" {_one_line(sentence)}"


def training_text(
    glosses: Sequence[str], language: str, controls: Controls, sentence: str
) -> tuple[str, str]:
    """Prompt and answer of one pair, apart, for the loss is taken on the answer alone."""
    return prompt(glosses, language, controls), answer(sentence)


def parse_answer(text: str) -> str:
    """The sentence in what a model wrote: its first line that is not empty, spaces made single."""
    lines = (_one_line(line) for line in text.splitlines())
    return next((line for line in lines if line), "")


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())

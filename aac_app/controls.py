"""What the user may choose beside the words: toggles that change the controls. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from models.engine import Controls, SentenceType, Tense


class Toggle(Enum):
    """One button of the controls column; pressing it again takes it back."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    QUESTION = "question"
    REQUEST = "request"
    EXCLAMATION = "exclamation"
    NEGATIVE = "negative"


_TENSES = {Toggle.PAST: Tense.PAST, Toggle.PRESENT: Tense.PRESENT, Toggle.FUTURE: Tense.FUTURE}
_TYPES = {
    Toggle.QUESTION: SentenceType.QUESTION,
    Toggle.REQUEST: SentenceType.REQUEST,
    Toggle.EXCLAMATION: SentenceType.EXCLAMATION,
}


def pressed(toggle: Toggle) -> Callable[[Controls], Controls]:
    """What pressing the toggle does to the controls."""

    def change(controls: Controls) -> Controls:
        if toggle in _TENSES:
            tense = _TENSES[toggle]
            return replace(controls, tense=None if controls.tense is tense else tense)
        if toggle in _TYPES:
            kind = _TYPES[toggle]
            return replace(controls, sentence_type=None if controls.sentence_type is kind else kind)
        return replace(controls, negative=not controls.negative)

    return change


def is_on(toggle: Toggle, controls: Controls) -> bool:
    """Whether the toggle is shown as pressed."""
    if toggle in _TENSES:
        return controls.tense is _TENSES[toggle]
    if toggle in _TYPES:
        return controls.sentence_type is _TYPES[toggle]
    return controls.negative

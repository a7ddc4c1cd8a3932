"""Which settings the panel shows, in which words. Every text goes through Qt's translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication

from aac_app.settings import (
    BoardSize,
    Formality,
    Gender,
    MessageForm,
    Press,
    SecondPerson,
    ThemeName,
)


class RowKind(Enum):
    """How a setting is edited."""

    CHOICE = "choice"
    SWITCH = "switch"
    SLIDER = "slider"
    BUTTON = "button"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting."""

    key: str
    """Name in Settings; `voices.rate` is the rate of the language being spoken."""
    label: str
    kind: RowKind
    options: tuple[tuple[Any, str], ...] = ()
    """(value, label) of a choice."""
    span: tuple[float, float] = (0.0, 1.0)
    hint: str = ""


Section = tuple[str, tuple[Row, ...]]


def sections(voices: Sequence[tuple[str, str]]) -> tuple[Section, ...]:
    """All sections in their order; `voices` are (id, name) of the language being spoken."""
    translate = QCoreApplication.translate
    return (
        (translate("settings", "Languages"), _languages()),
        (translate("settings", "Board"), _board()),
        (translate("settings", "Message"), _message()),
        (translate("settings", "About the person"), _person()),
        (translate("settings", "Voice"), _voice(voices)),
        (translate("settings", "Look"), _look()),
        (translate("settings", "Privacy and pictures"), _privacy()),
        (translate("settings", "Help from a server"), _server()),
        (translate("settings", "Boards and backups"), _backups()),
        (translate("settings", "People"), _people()),
        (translate("settings", "About this program"), ()),
    )


def _languages() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    names = (("es", "Español"), ("en", "English"))
    return (
        Row(
            "interface_language",
            translate("settings", "Menus and notices"),
            RowKind.CHOICE,
            (("", translate("settings", "As the computer")), *names),
        ),
        Row(
            "speaking_language",
            translate("settings", "Boards, sentences and voice"),
            RowKind.CHOICE,
            (("", translate("settings", "As the menus")), *names),
        ),
    )


def _board() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        Row(
            "board_size",
            translate("settings", "Size of the boards"),
            RowKind.CHOICE,
            (
                (BoardSize.SMALL, translate("settings", "Small: few large pictures")),
                (BoardSize.MEDIUM, translate("settings", "Medium")),
                (BoardSize.LARGE, translate("settings", "Large: many words at once")),
            ),
            hint=translate("settings", "A word keeps its row and column in every size."),
        ),
        Row(
            "level",
            translate("settings", "Words shown"),
            RowKind.CHOICE,
            (
                (1, translate("settings", "First words")),
                (2, translate("settings", "All but swearing")),
                (3, translate("settings", "All words")),
            ),
        ),
        Row(
            "home_after_word", translate("settings", "Return home after each word"), RowKind.SWITCH
        ),
        Row("choose_lock", translate("settings", "Who may edit the boards…"), RowKind.BUTTON),
    )


def _message() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        Row(
            "message_form",
            translate("settings", "The speak button says"),
            RowKind.CHOICE,
            (
                (MessageForm.SENTENCE, translate("settings", "A whole sentence")),
                (MessageForm.AS_CHOSEN, translate("settings", "The words as chosen")),
            ),
            hint=translate("settings", "The other form is always one selection away."),
        ),
        Row("speak_words", translate("settings", "Say each word as it is chosen"), RowKind.SWITCH),
        Row(
            "press_while_speaking",
            translate("settings", "A press while something is being said"),
            RowKind.CHOICE,
            (
                (Press.WAIT, translate("settings", "waits for its turn")),
                (Press.INTERRUPT, translate("settings", "interrupts")),
                (Press.IGNORE, translate("settings", "is not spoken")),
            ),
            hint=translate("settings", "Urgent words and Stop always work at once."),
        ),
    )


def _person() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        Row(
            "gender",
            translate("settings", "Speaks of themself as"),
            RowKind.CHOICE,
            (
                (None, translate("settings", "not said")),
                (Gender.FEMININE, translate("settings", "feminine (estoy cansada)")),
                (Gender.MASCULINE, translate("settings", "masculine (estoy cansado)")),
            ),
        ),
        Row(
            "formality",
            translate("settings", "Addresses the listener as"),
            RowKind.CHOICE,
            ((Formality.FAMILIAR, "tú / vos"), (Formality.POLITE, "usted")),
        ),
        Row(
            "second_person",
            translate("settings", "Spanish of"),
            RowKind.CHOICE,
            (
                (SecondPerson.VOSOTROS, translate("settings", "Spain (tú, vosotros)")),
                (SecondPerson.USTEDES, translate("settings", "America (tú, ustedes)")),
                (SecondPerson.VOS, translate("settings", "Río de la Plata (vos, ustedes)")),
            ),
        ),
        Row(
            "personal_style",
            translate("settings", "Make sentences in this person's own style"),
            RowKind.SWITCH,
            hint=translate(
                "settings", "Where a language model has learnt it and it lies in the profile."
            ),
        ),
    )


def _voice(voices: Sequence[tuple[str, str]]) -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    usual = ("", translate("settings", "The usual one"))
    return (
        Row("voices.voice", translate("settings", "Voice"), RowKind.CHOICE, (usual, *voices)),
        Row("voices.rate", translate("settings", "Speed"), RowKind.SLIDER, span=(0.5, 2.0)),
        Row("voices.pitch", translate("settings", "Pitch"), RowKind.SLIDER, span=(0.5, 2.0)),
        Row("voices.volume", translate("settings", "Loudness"), RowKind.SLIDER, span=(0.0, 1.0)),
        Row("try_voice", translate("settings", "Try the voice"), RowKind.BUTTON),
    )


def _look() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        Row(
            "theme",
            translate("settings", "Colours"),
            RowKind.CHOICE,
            (
                (ThemeName.LIGHT, translate("settings", "Light")),
                (ThemeName.DARK, translate("settings", "Dark")),
                (ThemeName.HIGH_CONTRAST, translate("settings", "High contrast")),
            ),
        ),
        Row(
            "text_scale", translate("settings", "Size of the text"), RowKind.SLIDER, span=(0.8, 2.0)
        ),
    )


def _privacy() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        Row(
            "fetch_pictures",
            translate("settings", "Get the boards' pictures from ARASAAC"),
            RowKind.SWITCH,
            hint=translate(
                "settings",
                "Only the pictures' numbers are sent to arasaac.org, nothing that is said.",
            ),
        ),
        Row(
            "keep_history",
            translate("settings", "Remember what was said, on this computer only"),
            RowKind.SWITCH,
        ),
        Row(
            "erase_history",
            translate("settings", "Forget everything that was said"),
            RowKind.BUTTON,
        ),
    )


def _server() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        Row(
            "server",
            translate("settings", "Ask a server for better sentences"),
            RowKind.SWITCH,
            hint=translate(
                "settings",
                "Chosen words are then sent to this address, and the window says so all the "
                "time. This computer's own sentence is there at once; one from the server takes "
                "its place only if it comes before Speak is pressed.",
            ),
        ),
        Row("server_address", translate("settings", "Address of the server"), RowKind.TEXT),
        Row(
            "server_chats",
            translate("settings", "Its model"),
            RowKind.CHOICE,
            (
                (False, translate("settings", "was adapted for this program")),
                (True, translate("settings", "is a general one that follows instructions")),
            ),
        ),
    )


def _backups() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        Row(
            "backups",
            translate("settings", "Backups of the boards, and a file with everything"),
            RowKind.BUTTON,
            hint=translate("settings", "What a backup would change is shown before it does."),
        ),
    )


def _people() -> tuple[Row, ...]:
    translate = QCoreApplication.translate
    return (
        Row(
            "people",
            translate("settings", "Another person, or a new one"),
            RowKind.BUTTON,
            hint=translate(
                "settings", "Each person has boards, settings and a history of their own."
            ),
        ),
    )

"""The lists of the editor, in the interface's words: kinds, colours, deeds, levels."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from aac_app.editing.actions import Deed
from aac_app.ui.editor_fields import VARIOUS
from aac_app.ui.theme import MARKS
from pictograms.pictogram import WordClass

Options = list[tuple[Any, str]]


def _various(options: Options, various: bool) -> Options:
    text = QCoreApplication.translate("editor_choices", "various")
    return [(VARIOUS, text), *options] if various else options


def class_options(*, various: bool = False) -> Options:
    """Kinds of words with their marks."""
    translate = QCoreApplication.translate
    names = {
        WordClass.PERSON: translate("editor_choices", "Person (yellow)"),
        WordClass.VERB: translate("editor_choices", "Action (green)"),
        WordClass.DESCRIPTOR: translate("editor_choices", "Describing word (blue)"),
        WordClass.NOUN: translate("editor_choices", "Thing (orange)"),
        WordClass.SOCIAL: translate("editor_choices", "Social word (pink)"),
        WordClass.PLACE: translate("editor_choices", "Place (purple)"),
        WordClass.MISC: translate("editor_choices", "Small word (white)"),
        WordClass.CATEGORY: translate("editor_choices", "Another board (brown)"),
        WordClass.IMPORTANT: translate("editor_choices", "Urgent (red)"),
        WordClass.OTHER: translate("editor_choices", "Other (grey)"),
    }
    options: Options = [
        (kind, f"{MARKS[kind]}  {name}" if MARKS[kind] else name) for kind, name in names.items()
    ]
    return _various(options, various)


def colour_options(*, various: bool = False) -> Options:
    """A cell's own colour; without one, its kind decides."""
    translate = QCoreApplication.translate
    options: Options = [
        (None, translate("editor_choices", "As its kind")),
        ("rgb(253, 253, 150)", translate("editor_choices", "Yellow")),
        ("rgb(199, 243, 199)", translate("editor_choices", "Green")),
        ("rgb(132, 182, 244)", translate("editor_choices", "Blue")),
        ("rgb(255, 218, 137)", translate("editor_choices", "Orange")),
        ("rgb(253, 202, 225)", translate("editor_choices", "Pink")),
        ("rgb(188, 152, 243)", translate("editor_choices", "Purple")),
        ("rgb(216, 175, 151)", translate("editor_choices", "Brown")),
        ("rgb(255, 150, 136)", translate("editor_choices", "Red")),
        ("rgb(189, 191, 191)", translate("editor_choices", "Grey")),
        ("rgb(255, 255, 255)", translate("editor_choices", "White")),
    ]
    return _various(options, various)


def deed_options(current: Any) -> Options:
    """What a press may do; actions of other programs are named only where a button has them."""
    translate = QCoreApplication.translate
    options: Options = [
        (Deed.WORD, translate("editor_choices", "Says its word")),
        (Deed.OPEN, translate("editor_choices", "Opens a board")),
        (Deed.SPEAK, translate("editor_choices", "Speaks the message")),
        (Deed.DELETE, translate("editor_choices", "Deletes the last word")),
        (Deed.CLEAR, translate("editor_choices", "Clears the message")),
        (Deed.UNDO, translate("editor_choices", "Takes back the last change")),
        (Deed.HOME, translate("editor_choices", "Goes to the first board")),
        (Deed.BACK, translate("editor_choices", "Goes back")),
        (Deed.PAST, translate("editor_choices", "Past: on or off")),
        (Deed.PRESENT, translate("editor_choices", "Now: on or off")),
        (Deed.FUTURE, translate("editor_choices", "Future: on or off")),
        (Deed.QUESTION, translate("editor_choices", "Question: on or off")),
        (Deed.REQUEST, translate("editor_choices", "Please do: on or off")),
        (Deed.EXCLAMATION, translate("editor_choices", "Exclaim: on or off")),
        (Deed.NEGATIVE, translate("editor_choices", "Not: on or off")),
        (Deed.AS_CHOSEN, translate("editor_choices", "As chosen or sentence")),
        (Deed.SPACE, translate("editor_choices", "Ends the word being spelled")),
    ]
    if current is Deed.OTHER:
        options.append((Deed.OTHER, translate("editor_choices", "Something else: kept")))
    return _various(options, current is VARIOUS)


def adding_options(*, various: bool = False) -> Options:
    """Whether a press adds the word to the message."""
    translate = QCoreApplication.translate
    options: Options = [
        (None, translate("editor_choices", "Add it as usual")),
        (True, translate("editor_choices", "Always add it to the message")),
        (False, translate("editor_choices", "Do not add it to the message")),
    ]
    return _various(options, various)


def level_options(*, various: bool = False) -> Options:
    """From which vocabulary level on a word is shown."""
    translate = QCoreApplication.translate
    options: Options = [
        (1, translate("editor_choices", "Always shown")),
        (2, translate("editor_choices", "From level 2 on")),
        (3, translate("editor_choices", "At level 3 only")),
    ]
    return _various(options, various)

"""What colour, mark and folded corner of a cell say, for those who do not see them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from pictograms.board import Button
from pictograms.pictogram import WordClass


def description(button: Button) -> str:
    """The kind of word, and whether the button leads to another board."""
    parts = [kind(button.word_class)]
    if button.load_board is not None:
        parts.append(QCoreApplication.translate("Cell", "leads to another board"))
    return ", ".join(part for part in parts if part)


def kind(word_class: WordClass) -> str:
    """The word class in words; empty where the mark says nothing either."""
    translate = QCoreApplication.translate
    return {
        WordClass.PERSON: translate("Cell", "person"),
        WordClass.VERB: translate("Cell", "action"),
        WordClass.DESCRIPTOR: translate("Cell", "describing word"),
        WordClass.NOUN: translate("Cell", "thing"),
        WordClass.SOCIAL: translate("Cell", "social word"),
        WordClass.PLACE: translate("Cell", "place"),
        WordClass.IMPORTANT: translate("Cell", "important"),
    }.get(word_class, "")

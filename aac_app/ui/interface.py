"""The language of menus and notices, changed at run time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from aac_app.settings import LANGUAGES

_FOLDER = Path(__file__).parent.parent / "translations"


def system_language() -> str:
    """The computer's language where it is one of ours.

    A computer that names none (the C locale) gets the first of ours, Spanish; one that names
    another gets English, which more of its users will read.
    """
    code = QLocale.system().name()[:2]
    if code in LANGUAGES:
        return code
    return LANGUAGES[0] if QLocale.system().language() == QLocale.Language.C else "en"


class Interface:
    """Installs one translation at a time. The source texts are English."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translator = QTranslator()
        self.language = ""

    def speak(self, language: str) -> None:
        """Change every visible text to this language."""
        if language == self.language:
            return
        self._application.removeTranslator(self._translator)
        self._translator = QTranslator()
        if self._translator.load(str(_FOLDER / f"aac_{language}.qm")):
            self._application.installTranslator(self._translator)
        self.language = language

    def close(self) -> None:
        """Leave the application as it was."""
        self._application.removeTranslator(self._translator)

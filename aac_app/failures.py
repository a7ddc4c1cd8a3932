"""From an exception to one sentence for a person; and the last net, for bugs."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from aac_app.board_store import StoreError
from aac_app.history import HistoryError
from aac_app.people import PersonError
from aac_app.profile_file import ProfileFileError
from aac_app.recording import NoMicrophoneError, SoundError
from aac_app.speech import NoSoundError, NoVoiceError, SpeechError, UnknownVoiceError
from models.errors import AdapterError, EngineError, EngineUnavailableError, ServerError
from pictograms.errors import (
    BoardError,
    CacheError,
    PictogramError,
    SourceUnavailableError,
)

_LOG = logging.getLogger(__name__)


def explain(error: Exception) -> str:
    """One quiet sentence in the interface's language: what is the matter, and what goes on."""
    for kind, sentence in _sentences():
        if isinstance(error, kind):
            return sentence.format(error)
    return QCoreApplication.translate("failures", "Something did not work: {}").format(error)


def _sentences() -> tuple[tuple[type[Exception], str], ...]:
    """The most particular first. `{}` is the error's own account."""
    translate = QCoreApplication.translate
    return (
        (NoVoiceError, translate("failures", "There is no voice here, so words are only shown.")),
        (
            NoSoundError,
            translate("failures", "This computer plays no sound, so words are only shown."),
        ),
        (
            UnknownVoiceError,
            translate("failures", "The chosen voice is not here any more; another one speaks."),
        ),
        (
            NoMicrophoneError,
            translate("failures", "Nothing can be recorded here: no microphone was found."),
        ),
        (SoundError, translate("failures", "A recorded sound cannot be played: {}")),
        (SpeechError, translate("failures", "The voice failed; the next press starts it again.")),
        (AdapterError, translate("failures", "The person's own style is not used: {}")),
        (ServerError, translate("failures", "Sentences are made on this computer alone: {}")),
        (
            EngineUnavailableError,
            translate("failures", "Sentences are made by rules; the language model: {}"),
        ),
        (EngineError, translate("failures", "The words are spoken as chosen: {}")),
        (
            SourceUnavailableError,
            translate("failures", "ARASAAC does not answer; the pictures that are here stay: {}"),
        ),
        (BoardError, translate("failures", "A board cannot be used: {}")),
        (CacheError, translate("failures", "Pictures cannot be kept: {}")),
        (PictogramError, translate("failures", "A picture is missing: {}")),
        (HistoryError, translate("failures", "What is said is not remembered: {}")),
        (StoreError, translate("failures", "The boards were left as they are: {}")),
        (PersonError, translate("failures", "The person was left as before: {}")),
        (ProfileFileError, translate("failures", "The profile file: {}")),
    )


class CrashReporter(QObject):
    """The last net: a bug in any thread is logged and told to the window."""

    bug_found = Signal(str)

    def install(self) -> None:
        sys.excepthook = self._report
        threading.excepthook = self._report_thread

    def remove(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        # PySide6 calls this in the thread that failed: log, and let the signal cross over.
        _LOG.critical("unhandled %s", kind.__name__, exc_info=(kind, error, trace))
        self.bug_found.emit(kind.__name__)

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._report(args.exc_type, args.exc_value, args.exc_traceback)

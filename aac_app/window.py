"""The program with its window: start it, or draw it into a file."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from aac_app.app import App, Parts
from aac_app.effects import Memory
from aac_app.engine_choice import build_engine
from aac_app.failures import CrashReporter
from aac_app.history import History, HistoryError
from aac_app.people import People
from aac_app.pictures import Pictures
from aac_app.profiles import Profile
from aac_app.pyttsx3_voice import Pyttsx3Voice
from aac_app.session import Load, Session
from aac_app.settings import Problem, Settings
from aac_app.speech import SilentVoice, SpeechEngine
from pictograms.arasaac import ArasaacClient
from pictograms.cache import Cache

_LOG = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
SCREENSHOT_SIZE = (1280, 800)
_PATIENCE_S = 20.0


def run(people: People, profile: Profile | None, load: Load) -> int:
    """Open the window and stay until it is closed.

    `profile`: whose; None asks where there are several people. `load` reads its settings.
    """
    qInstallMessageHandler(_log_qt)
    application = make_application()
    reporter = CrashReporter()
    reporter.install()
    session = Session(application, people, load, partial(_open, application))
    session.opened.connect(partial(_opened, reporter))
    session.start(profile)
    with _Interrupts(application):
        code = application.exec()
    session.stop()
    reporter.remove()
    return code


def _open(application: QApplication, profile: Profile, settings: Settings) -> App:
    app = App(application, profile, settings, parts(profile, settings, Pyttsx3Voice()))
    _fit(app.window)
    return app


def _opened(reporter: CrashReporter, app: App) -> None:
    reporter.bug_found.connect(app.tell_bug)  # Qt cuts this when the app goes


def screenshot(
    profile: Profile, settings: Settings, problems: tuple[Problem, ...], options: argparse.Namespace
) -> int:
    """Draw the real window, with this board and message, into a PNG file."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_log_qt)
    application = make_application()
    app = App(application, profile, settings, parts(profile, settings, SilentVoice()))
    app.tell_problems(problems)
    app.window.resize(*SCREENSHOT_SIZE)
    app.window.show()
    app.start()
    try:
        return _draw(application, app, options)
    finally:
        app.stop()


def parts(profile: Profile, settings: Settings, voice: SpeechEngine) -> Parts:
    """The parts of the real program."""
    cache = Cache(profile.pictures)
    client = partial(_client, settings)
    return Parts(
        voice=voice,
        build_engine=partial(build_engine, profile),
        cache=cache,
        pictures=Pictures(cache, profile.pack_folders, client),
        memory=partial(memory_of, profile),
    )


def _client(settings: Settings, cancelled: Event) -> ArasaacClient:
    return ArasaacClient(settings.arasaac_api, settings.arasaac_images, cancelled=cancelled)


def memory_of(profile: Profile, failed: Callable[[HistoryError], None]) -> Memory:
    """The person's history; where it cannot be opened, none, and `failed` is told."""
    try:
        return Memory(History(profile.history), failed)
    except HistoryError as error:
        memory = Memory(None, failed)
        QTimer.singleShot(0, partial(failed, error))
        return memory


def make_application() -> QApplication:
    """The application object; the one that is there already, in tests."""
    QGuiApplication.setDesktopFileName("aac-communicator")
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("aac-communicator")
    application.setStyle("Fusion")  # the same look, and the same contrast, on every system
    return application


def _draw(application: QApplication, app: App, options: argparse.Namespace) -> int:
    if options.board and not app.show_board(options.board):
        print(f"aac-app: there is no board {options.board!r}", file=sys.stderr)  # noqa: T201
        return 1
    glosses = [gloss.strip() for gloss in (options.message or "").split(",") if gloss.strip()]
    _wait(application, lambda: app.is_ready)
    for gloss in glosses:
        app.choose(gloss)
    if glosses:
        _wait(application, lambda: app.communicator.is_answered)
    if options.editing:
        app.editor.stage.present(app.editor.desk.open, options.editing)
    _wait(application, lambda: app.screen.is_settled)
    if not app.window.grab().save(str(options.screenshot)):
        print(f"aac-app: {options.screenshot} cannot be written", file=sys.stderr)  # noqa: T201
        return 1
    return 0


def _wait(application: QApplication, done: Callable[[], bool]) -> None:
    """Let the window live until it is done, within reason."""
    end = time.monotonic() + _PATIENCE_S
    application.processEvents()
    while not done() and time.monotonic() < end:
        application.processEvents()
        time.sleep(0.005)
    application.processEvents()


def _fit(window: QWidget) -> None:
    """Not larger than the screen, also where no window manager obeys the wish to fill it."""
    screen = QGuiApplication.primaryScreen()
    if screen is not None:
        window.resize(window.size().boundedTo(screen.availableSize()))


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """What Qt has to say goes to the log, not to whoever started the program."""
    _LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)


class _Interrupts:
    """Ctrl+C and a polite kill close the window as its own button does."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._pulse = QTimer()

    def __enter__(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._quit)
        # Python looks at signals only when it runs; Qt's loop would keep it waiting.
        self._pulse.timeout.connect(_nothing)
        self._pulse.start(200)

    def __exit__(self, *_error: object) -> None:
        self._pulse.stop()

    def _quit(self, *_signal: object) -> None:
        self._application.quit()


def _nothing() -> None:
    """Run some Python."""

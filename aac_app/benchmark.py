"""`aac-app --benchmark`: start-up time, memory, tap to sentence, press to sound.

Every figure is printed beside a peer measured in the same run (a bare Qt window, a tap without
an engine), since seconds alone say more about the computer than about the program.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aac_app.board_benchmark import fill_cache, opening_ms, search_ms, with_large_board
from pictograms.cache import Cache

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from aac_app.app import App
    from aac_app.profiles import Profile

_RUNS = 5
_MESSAGES = {
    "es": ("yo,querer,comer,manzana", "doler,cabeza", "mamá,venir,aquí", "mañana,ir,parque,yo"),
    "en": ("I,want,eat,apple", "hurt,head", "mum,come,here", "tomorrow,go,park,I"),
}


def run() -> int:
    """Measure and print; each run is a fresh process, as a person's start is."""
    empty = [_measure("bare") for _ in range(_RUNS)]
    full = [_measure("window") for _ in range(_RUNS)]
    first_paint = _median(full, "first_paint_s")
    bare_paint = _median(empty, "first_paint_s")
    lines = [
        ("start to first picture of the board", f"{first_paint:.2f} s"),
        ("   a bare Qt window in the same run", f"{bare_paint:.2f} s"),
        ("   ratio", f"{first_paint / bare_paint:.2f}"),
        ("start to the engine's first answer", f"{_median(full, 'engine_s'):.2f} s"),
        ("memory with the board shown", f"{_median(full, 'memory_mb'):.0f} MB"),
        ("   a bare Qt window in the same run", f"{_median(empty, 'memory_mb'):.0f} MB"),
        ("tap to sentence on the screen, median", f"{_median(full, 'tap_ms'):.1f} ms"),
        ("   slowest", f"{max(float(run['tap_slowest_ms']) for run in full):.1f} ms"),
        ("opening a board, median", f"{_median(full, 'board_ms'):.1f} ms"),
        ("opening 120 buttons, pictures decoded ahead", f"{_median(full, 'large_ms'):.1f} ms"),
        ("   of which its own work", f"{_median(full, 'large_work_ms'):.1f} ms"),
        ("   pictures in the cache on the disk", f"{_median(full, 'large_first_ms'):.1f} ms"),
        ("searching the whole catalogue, median", f"{_median(full, 'search_ms'):.1f} ms"),
        *_exchange(),
        *_speech(),
    ]
    for name, figure in lines:
        print(f"{name:46} {figure}")  # noqa: T201
    return 0


def _median(runs: Sequence[dict[str, float]], key: str) -> float:
    return statistics.median(run[key] for run in runs)


def _measure(kind: str) -> dict[str, float]:
    """One run in a process of its own; kind is `bare` or `window`."""
    command = [sys.executable, "-m", "aac_app.benchmark", kind, repr(time.time())]
    # Without a screen to paint on, so that the figures do not depend on whose screen it is.
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    surroundings["QT_LOGGING_RULES"] = "default.warning=false"  # it has no window manager
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=surroundings)
    out = run.stdout
    measured: dict[str, float] = json.loads(out.splitlines()[-1])
    return measured


def _exchange() -> list[tuple[str, str]]:
    """Boards coming in and going out, as `aac-app boards` does it."""
    from aac_app.board_store import BoardStore
    from aac_app.profiles import Profile
    from pictograms.benchmark import exchange, figure, large_package, reference_data
    from pictograms.exchange import import_file

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package = large_package(reference_data(), folder)
        store = BoardStore(Profile(folder / "profile"))
        taken = figure(
            "taking 98 boards into a profile",
            3.0,
            lambda: store.write("es", import_file(package).boards),
        )
        return [(one.name, one.text) for one in (*exchange(reference_data(), folder), taken)]


def _speech() -> list[tuple[str, str]]:
    """Press to the start of the player; with a stand-in for it where nothing can play."""
    from aac_app.speech import NoSoundError, SpeechError

    try:
        return [("press to sound", _press_to_sound())]
    except NoSoundError:
        pass
    except SpeechError as error:
        return [("press to sound", str(error))]
    with tempfile.TemporaryDirectory() as folder:
        player = Path(folder) / "aplay"
        player.write_text("#!/bin/sh\ncat >/dev/null\nsleep 2\n")
        player.chmod(0o755)
        path = os.environ.get("PATH", "")
        os.environ["PATH"] = f"{folder}{os.pathsep}{path}"
        try:
            return [("press to the player's start (no sound device)", _press_to_sound())]
        except SpeechError as error:
            return [("press to sound", str(error))]
        finally:
            os.environ["PATH"] = path


def _press_to_sound() -> str:
    from aac_app.pyttsx3_voice import Pyttsx3Voice
    from aac_app.speech_benchmark import measure_press_to_sound

    voice = Pyttsx3Voice()
    try:
        voice.warm_up()
        time.sleep(1.0)
        return str(measure_press_to_sound(voice))
    finally:
        voice.close()


# In the measured process -----------------------------------------------------------------


def _bare(started: float) -> dict[str, float]:
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication(sys.argv[:1])
    label = QLabel("Hola")
    label.resize(1280, 800)
    label.show()
    application.processEvents()
    label.grab()
    return {"first_paint_s": time.time() - started, "memory_mb": _memory_mb()}


def _window(started: float) -> dict[str, float]:
    from aac_app import window
    from aac_app.app import App
    from aac_app.profiles import Profile
    from aac_app.settings import Settings
    from aac_app.speech import SilentVoice

    with tempfile.TemporaryDirectory() as folder:
        profile, settings = Profile(Path(folder)), Settings(speaking_language="es")
        application = window.make_application()
        app = App(application, profile, settings, window.parts(profile, settings, SilentVoice()))
        app.window.resize(1280, 800)
        app.window.show()
        application.processEvents()
        app.window.grab()
        measured = {"first_paint_s": time.time() - started, "memory_mb": _memory_mb()}
        app.start()
        _until(application.processEvents, lambda: app.is_ready)
        app.choose("yo")
        _until(application.processEvents, lambda: app.communicator.is_answered)
        measured["engine_s"] = time.time() - started
        taps = [_tap_ms(app, application, message) for message in _MESSAGES["es"] * 5]
        measured["tap_ms"] = statistics.median(taps)
        measured["tap_slowest_ms"] = max(taps)
        measured["board_ms"] = statistics.median(_board_times(app, application))
        measured |= _large_board(app, application, profile)
        measured["search_ms"] = search_ms(Path(folder) / "catalogue")
        app.stop()
    return measured


def _tap_ms(app: App, application: QApplication, message: str) -> float:
    app.communicator.clear()
    *first, last = message.split(",")
    for gloss in first:
        app.choose(gloss)
    _until(application.processEvents, lambda: app.communicator.is_answered or not first)
    begun = time.perf_counter()
    app.choose(last)
    _until(application.processEvents, lambda: app.communicator.is_answered)
    return (time.perf_counter() - begun) * 1000


def _board_times(app: App, application: QApplication) -> list[float]:
    times = []
    for name in app.trail.boards.boards:
        begun = time.perf_counter()
        app.show_board(name)
        application.processEvents()
        times.append((time.perf_counter() - begun) * 1000)
    return times


def _large_board(app: App, application: QApplication, profile: Profile) -> dict[str, float]:
    with Cache(profile.pictures) as cache:
        fill_cache(cache)
    board = with_large_board(app)
    times = []
    for _ in range(_RUNS + 1):
        app.show_board(app.trail.boards.root)
        _until(application.processEvents, lambda: app.screen.is_settled)
        times.append(opening_ms(app, board, application.processEvents))
    first, *later = times
    return {
        "large_first_ms": first[0],
        "large_ms": statistics.median(clock for clock, _ in later),
        "large_work_ms": statistics.median(work for _, work in later),
    }


def _until(live: Callable[[], None], done: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        live()


def _memory_mb() -> float:
    """The most memory that this process has held, in MB (10^6 bytes); 0 where it is not told."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes * (1 if sys.platform == "darwin" else 1024) / 1e6


if __name__ == "__main__":
    _made = {"bare": _bare, "window": _window}[sys.argv[1]](float(sys.argv[2]))
    print(json.dumps(_made))  # noqa: T201

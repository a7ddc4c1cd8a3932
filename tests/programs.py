"""The real program with its real window, for tests that drive it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication

from aac_app.app import App, Parts
from aac_app.engine_choice import build_engine
from aac_app.pictures import Pictures
from aac_app.profiles import Profile
from aac_app.settings import BoardSize, Settings
from aac_app.speech import SilentVoice
from aac_app.window import memory_of
from pictograms.arasaac import ArasaacClient
from pictograms.cache import Cache

SPANISH = Settings(interface_language="es", speaking_language="es", board_size=BoardSize.LARGE)


def program(folder, engine=None, voice=None, settings=SPANISH, size=(1280, 800)):
    """The program on this profile, its window shown, its threads not started."""
    profile = Profile(folder)
    cache = Cache(profile.pictures)
    parts = Parts(
        voice=voice or SilentVoice(),
        build_engine=(lambda _: (engine, None)) if engine else partial(build_engine, profile),
        cache=cache,
        pictures=Pictures(cache, (), partial(_no_network)),
        memory=partial(memory_of, profile),
    )
    app = App(QApplication.instance(), profile, settings, parts)
    app.window.resize(*size)
    app.window.show()
    return app


def _no_network(cancelled):
    """A client that would reach nobody: port 9 of this machine is closed."""
    return ArasaacClient("http://127.0.0.1:9", "http://127.0.0.1:9", pace=0, cancelled=cancelled)

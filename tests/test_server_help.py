"""Better sentences from a server: off at first, seen while on, and never in anybody's way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from aac_app.engine_choice import build_engine, personal_adapter, told_address
from aac_app.profiles import Profile
from aac_app.settings import Settings
from models.errors import AdapterError, ServerError
from tests.answering_server import AnsweringServer, answering
from tests.programs import SPANISH
from tests.tiny_gguf import write_adapter, write_parrot

_PIECES = (" Quiero", " comer", " una", " manzana", " pera", ".")


@pytest.fixture
def server() -> Iterator[AnsweringServer]:
    with answering() as server:
        server.text = "Quiero comer la manzana."
        yield server


def _on(server: AnsweringServer, **changes: object) -> Settings:
    return replace(SPANISH, engine="rules", server=True, server_address=server.address, **changes)


def _choose(app, *glosses: str) -> None:
    for gloss in glosses:
        app.choose(gloss)


def test_nothing_is_sent_unless_it_was_turned_on(start, qtbot, server):
    app = start(settings=replace(_on(server), server=False))
    _choose(app, "yo", "querer", "comer", "manzana")
    qtbot.wait_until(lambda: app.communicator.is_answered)
    assert server.asked == []
    assert not app.window.status.sign.isVisible()
    assert not Settings().server


def test_a_sign_says_to_whom_words_are_sent_as_long_as_they_are(start, server):
    app = start(settings=_on(server))
    sign = app.window.status.sign
    place = f"127.0.0.1:{server.server_port}"
    assert sign.isVisible()
    assert sign.text() == f"⇄ Las palabras elegidas se envían a {place}"
    app.change_settings(replace(app.settings, interface_language="en"))
    assert sign.text() == f"⇄ Chosen words are sent to {place}"
    assert place in app._privacy()
    app.change_settings(replace(app.settings, server=False))
    assert not sign.isVisible()
    assert app._privacy() == "Nothing that is said leaves this computer."


def test_the_servers_sentence_takes_the_place_of_the_local_one(start, qtbot, server):
    server.mood = "hang"
    app = start(settings=_on(server))
    _choose(app, "yo", "querer", "comer", "manzana")
    qtbot.wait_until(lambda: app.communicator.shown == "Quiero comer una manzana.")
    server.gate.set()
    qtbot.wait_until(lambda: app.communicator.shown == "Quiero comer la manzana.")
    assert "Quiero comer una manzana." in app.communicator.choices


def test_a_late_sentence_never_replaces_what_was_pressed(start, qtbot, server):
    server.mood = "hang"
    app = start(settings=_on(server))
    _choose(app, "yo", "querer", "comer", "manzana")
    qtbot.wait_until(lambda: app.communicator.is_answered)
    app.communicator.speak()
    server.gate.set()
    qtbot.wait(300)
    assert app.communicator.shown == "Quiero comer una manzana."
    app.communicator.speak()
    assert app.communicator.shown == "Quiero comer una manzana."


def test_an_alternative_that_was_picked_stays(start, qtbot, server):
    server.mood = "hang"
    app = start(settings=_on(server))
    _choose(app, "yo", "querer", "comer", "manzana")
    qtbot.wait_until(lambda: app.communicator.is_answered)
    app.communicator.pick(0)
    words = app.communicator.shown
    server.gate.set()
    qtbot.wait_until(lambda: "Quiero comer la manzana." in app.communicator.choices)
    assert app.communicator.shown == words


def test_tapping_on_waits_for_no_server(start, qtbot, server):
    server.mood = "hang"
    app = start(settings=_on(server))
    for count, gloss in enumerate(("yo", "querer", "comer", "manzana"), start=1):
        app.choose(gloss)
        qtbot.wait_until(lambda: app.communicator.is_answered, timeout=2000)
        assert len(app.communicator.message.glosses) == count
    assert app.communicator.shown == "Quiero comer una manzana."


def test_a_server_that_is_away_costs_nothing_and_is_told(start, qtbot, server):
    server.mood = "refuse"
    app = start(settings=_on(server))
    _choose(app, "querer", "agua")
    qtbot.wait_until(lambda: any("503" in text for text in app.notices.texts))
    assert app.notices.texts[0].startswith("Las frases se hacen solo en este equipo")
    assert app.communicator.shown == "Quiero agua."
    app.change_settings(replace(app.settings, server=False))
    assert not any("503" in text for text in app.notices.texts)


def test_an_address_that_is_none_is_told_and_nothing_is_sent(start):
    app = start(settings=replace(SPANISH, engine="rules", server=True, server_address="a b"))
    assert any("'a b' is no address of a server" in text for text in app.notices.texts)
    assert not app.window.status.sign.isVisible()


def test_the_settings_page_has_switch_and_address(start, qtbot, server):
    app = start(settings=replace(SPANISH, engine="rules"))
    app._show_settings()
    line = app.window.settings.control("server_address")
    assert line.accessibleName()
    assert line.minimumHeight() >= 44
    line.setText(server.address)
    line.editingFinished.emit()
    assert app.settings.server_address == server.address
    app.window.settings.control("server").click()
    assert app.settings.server
    assert app.window.status.sign.isVisible()
    qtbot.wait_until(lambda: app._sentences._engine.name == "ladder")


def test_the_address_is_told_only_while_words_are_sent():
    settings = Settings(server_address="school:8000")
    assert told_address(settings) == ""
    assert told_address(replace(settings, server=True)) == "http://school:8000/v1"
    assert told_address(Settings(server=True)) == ""


def test_building_names_what_is_wrong_with_the_address(tmp_path):
    engine, problem = build_engine(Profile(tmp_path), Settings(engine="rules", server=True))
    assert isinstance(problem, ServerError)
    assert engine.name == "ladder"


# A person's own style ------------------------------------------------------------------


def _personal(tmp_path, base: str = "") -> tuple[Profile, Settings]:
    pytest.importorskip("llama_cpp", reason="llama-cpp-python is not installed")
    profile = Profile(tmp_path / "profile")
    profile.adapter.mkdir(parents=True)
    weights = write_parrot(tmp_path / "parrot.gguf", _PIECES)
    write_adapter(profile.adapter / "style.gguf", _PIECES, (" una", " manzana", " pera"), base)
    return profile, Settings(model=str(weights))


def _said(profile: Profile, settings: Settings) -> tuple[str, object]:
    from models.engine import SentenceRequest

    engine, problem = build_engine(profile, settings)
    try:
        return engine.realise(SentenceRequest(1, ("yo", "querer", "comer", "pera"))).engine, problem
    finally:
        engine.close()


def test_the_style_in_the_profile_is_used_and_can_be_turned_off(tmp_path):
    profile, settings = _personal(tmp_path)
    assert personal_adapter(profile) == profile.adapter / "style.gguf"
    assert _said(profile, settings) == ("gguf", None)
    assert _said(profile, replace(settings, personal_style=False)) == ("rules", None)


def test_a_style_for_another_model_is_refused_and_the_model_goes_on(tmp_path):
    profile, settings = _personal(tmp_path, base="0" * 64)
    engine, problem = _said(profile, settings)
    assert engine == "rules"
    assert isinstance(problem, AdapterError)
    assert str(problem).endswith("style.gguf: it was made for another model than parrot.gguf")


def test_a_refused_style_is_told_in_the_window(start, tmp_path):
    profile, settings = _personal(tmp_path, base="0" * 64)
    profile.adapter.rename(tmp_path / "adapter")
    app = start(settings=replace(settings, interface_language="es", speaking_language="es"))
    assert any(text.startswith("El estilo propio") for text in app.notices.texts)

"""Sentences by a server of the house: a real one, and one that behaves badly."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import requests

from models.engine import Controls, Sentence, SentenceRequest, Tense
from models.errors import (
    CannotRealiseError,
    GenerationCancelledError,
    ServerError,
    UnsupportedLanguageError,
)
from models.improving import HelpedEngine, Improvement, ImprovingEngine
from models.instructions import PromptStyle
from models.realiser import RulesEngine
from models.remote_engine import RemoteEngine, RemoteServer, server_address
from tests.answering_server import AnsweringServer, answering
from tests.fakes import ScriptedEngine
from tests.tiny_gguf import write_parrot


@pytest.fixture
def server() -> Iterator[AnsweringServer]:
    with answering() as server:
        yield server


def _asked(*glosses: str, controls: Controls | None = None) -> SentenceRequest:
    return SentenceRequest(1, glosses, "es", controls or Controls())


def _engine(server: AnsweringServer, **changes: object) -> RemoteEngine:
    return RemoteEngine(RemoteServer(server.address, **changes))


def test_the_server_answers_to_our_prompt(server: AnsweringServer) -> None:
    past = Controls(tense=Tense.PAST)
    sentence = _engine(server).realise(_asked("querer", "agua", controls=past))
    assert sentence == Sentence("Quiero agua.", "remote")
    path, body, headers = server.asked[-1]
    assert path == "/v1/completions"
    assert (body["prompt"], body["model"]) == ("es<past>: querer agua =", "the-model")
    assert (body["temperature"], body["stop"]) == (0.0, ["\n"])
    assert "Authorization" not in headers


def test_the_models_name_is_asked_for_once(server: AnsweringServer) -> None:
    engine = _engine(server)
    engine.realise(_asked("agua"))
    engine.realise(_asked("pan"))
    assert [path for path, _, _ in server.asked] == ["/v1/models"] + ["/v1/completions"] * 2
    _engine(server, model="ours").realise(_asked("pan"))
    assert server.asked[-1][1]["model"] == "ours"


def test_a_chat_model_is_asked_as_in_a_chat(server: AnsweringServer) -> None:
    server.text = "«Quiero agua.»\n"
    engine = _engine(server, style=PromptStyle.CHAT, shots=1, key="secret")
    assert engine.realise(_asked("querer", "agua")).text == "Quiero agua."
    path, body, headers = server.asked[-1]
    assert path == "/v1/chat/completions"
    assert [turn["role"] for turn in body["messages"]] == ["system", "user", "assistant", "user"]
    assert headers["Authorization"] == "Bearer secret"
    assert "secret" not in repr(engine.server)


@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        ("refuse", r"refuses: 503"),
        ("garbage", "does not answer as a language model does"),
        ("list", "does not answer as a language model does"),
        ("no-choices", "does not answer as a language model does"),
        ("null", "does not answer as a language model does"),
        ("huge", "answers without end"),
        ("elsewhere", "refuses: 307"),
        ("no-models", "offers no model"),
    ],
)
def test_a_server_that_talks_nonsense(server: AnsweringServer, mood: str, reason: str) -> None:
    server.mood = mood
    with pytest.raises(ServerError, match=reason) as raised:
        _engine(server).realise(_asked("agua"))
    assert str(raised.value).startswith(server.address)
    assert not any(path.endswith("elsewhere") for path, _, _ in server.asked)


@pytest.mark.parametrize("mood", ["hang", "drip"])
def test_a_server_that_does_not_answer_in_time(server: AnsweringServer, mood: str) -> None:
    server.mood = mood
    with pytest.raises(ServerError, match="does not answer in time"):
        _engine(server, model="m", seconds=0.3).realise(_asked("agua"))


def test_an_answer_without_end_or_words_is_no_sentence(server: AnsweringServer) -> None:
    server.mood = "cut"
    with pytest.raises(CannotRealiseError, match="end of a sentence"):
        _engine(server).realise(_asked("agua"))
    server.mood, server.text = "good", "  \n "
    with pytest.raises(CannotRealiseError, match="wrote nothing"):
        _engine(server).realise(_asked("agua"))


def test_nobody_waits_for_a_request_that_was_cancelled(server: AnsweringServer) -> None:
    server.mood = "hang"
    request = _asked("agua")
    threading.Timer(0.1, request.cancelled.set).start()
    begun = time.monotonic()
    with pytest.raises(GenerationCancelledError):
        _engine(server, model="m", seconds=10.0).realise(request)
    assert time.monotonic() - begun < 5
    server.gate.set()


def test_a_server_that_is_away_is_left_alone_for_a_while() -> None:
    with socket.socket() as taken:  # bound and not listening: refused at once
        taken.bind(("127.0.0.1", 0))
        now = [100.0]
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        engine = RemoteEngine(RemoteServer(address, rest_s=30.0), clock=lambda: now[0])
        with pytest.raises(ServerError, match="cannot be reached"):
            engine.realise(_asked("agua"))
    with answering() as server:
        moved = RemoteEngine(RemoteServer(server.address, rest_s=30.0), clock=lambda: now[0])
        server.mood = "refuse"
        for _ in range(3):
            with pytest.raises(ServerError, match="503"):
                moved.realise(_asked("agua"))
        assert [path for path, _, _ in server.asked] == ["/v1/models", "/v1/completions"]
        server.mood = "good"
        now[0] += 31
        assert moved.realise(_asked("agua")).text == "Quiero agua."


def test_what_is_said_goes_through_no_proxy(
    server: AnsweringServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert _engine(server).realise(_asked("agua")).text == "Quiero agua."


def test_what_nobody_can_check_is_not_asked(server: AnsweringServer) -> None:
    with pytest.raises(UnsupportedLanguageError):
        _engine(server).realise(SentenceRequest(1, ("oui",), "fr"))
    with pytest.raises(CannotRealiseError, match="no words"):
        _engine(server).realise(_asked())
    assert server.asked == []


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("192.168.1.20:8000", "http://192.168.1.20:8000/v1"),
        (" http://school:8000/ ", "http://school:8000/v1"),
        ("https://aac.example.org/v1/", "https://aac.example.org/v1"),
        ("https://example.org/openai/v1", "https://example.org/openai/v1"),
        ("[::1]:8080", "http://[::1]:8080/v1"),
    ],
)
def test_addresses_as_people_type_them(typed: str, address: str) -> None:
    assert server_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "ftp://host/v1", "http://", "http://a b", "host:port", "http://u:p@host", "h?x=1"],
)
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(ServerError, match="is no address of a server"):
        server_address(typed)


# Beside the engine that answers at once ---------------------------------------------------


def _helped(server: AnsweringServer) -> HelpedEngine:
    return HelpedEngine(RulesEngine(), _engine(server))


def test_the_local_sentence_comes_first_and_a_better_one_later(server: AnsweringServer) -> None:
    server.text = "Quiero el agua."
    helped = _helped(server)
    assert isinstance(helped, ImprovingEngine)
    request = _asked("querer", "agua")
    first = helped.realise(request)
    assert (first.text, server.asked) == ("Quiero agua.", [])
    better = helped.improve(request, first).sentence
    assert better is not None
    assert (better.text, better.engine) == ("Quiero el agua.", "remote")
    assert better.alternatives[0] == "Quiero agua."
    assert set(first.alternatives) - {better.text} <= set(better.alternatives)


def test_the_same_words_get_the_better_sentence_at_once_the_next_time(
    server: AnsweringServer,
) -> None:
    server.text = "Quiero el agua."
    helped = _helped(server)
    request = _asked("querer", "agua")
    better = helped.improve(request, helped.realise(request)).sentence
    asked = len(server.asked)
    again = _asked("querer", "agua")
    assert helped.realise(again) == better
    assert helped.improve(again, helped.realise(again)) == Improvement()
    assert len(server.asked) == asked
    past = _asked("querer", "agua", controls=Controls(tense=Tense.PAST))
    assert helped.realise(past).engine == "rules"


def test_an_unfaithful_sentence_of_the_server_is_not_shown(server: AnsweringServer) -> None:
    server.text = "No quiero agua, por favor."
    request = _asked("querer", "agua")
    helped = _helped(server)
    assert helped.improve(request, helped.realise(request)) == Improvement()


def test_where_roles_are_open_nobody_is_asked(server: AnsweringServer) -> None:
    request = _asked("pegar", "Juan")
    helped = _helped(server)
    assert helped.improve(request, helped.realise(request)) == Improvement()
    assert server.asked == []


def test_a_server_that_is_away_is_complained_of_and_the_first_sentence_stays(
    server: AnsweringServer,
) -> None:
    server.mood = "refuse"
    request = _asked("querer", "agua")
    improvement = _helped(server).improve(request, Sentence("Quiero agua.", "rules"))
    assert improvement.sentence is None
    assert str(improvement.complaint) == f"{server.address} refuses: 503 Service Unavailable"


@pytest.mark.parametrize("glosses", [("lavar", "profesora"), ("no", "no")])
def test_where_the_words_stay_as_chosen_nobody_is_asked(
    server: AnsweringServer, glosses: tuple[str, ...]
) -> None:
    helped = _helped(server)
    request = _asked(*glosses)
    first = helped.realise(request)
    assert first.is_settled
    assert helped.improve(request, first).sentence is None
    assert server.asked == []


def test_an_engine_alone_improves_nothing() -> None:
    assert not isinstance(ScriptedEngine(), ImprovingEngine)


# The server that comes with llama-cpp-python ----------------------------------------------


@pytest.fixture
def real_server(tmp_path: Path) -> Iterator[str]:
    for name in ("llama_cpp", "uvicorn", "fastapi", "sse_starlette", "starlette_context"):
        if find_spec(name) is None:
            pytest.skip(f"{name} is not installed")
    weights = write_parrot(tmp_path / "parrot.gguf", (" Quiero", " comer", " una", " manzana", "."))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--model", str(weights), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(
        [sys.executable, "-m", "llama_cpp.server", *options, "--n_ctx", "512", "--n_threads", "1"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_WAIT_POLICY": "PASSIVE"},
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/v1/models", process)
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended"
        try:
            requests.get(url, timeout=2).close()
        except requests.RequestException:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the server does not start")


def test_llama_cpp_pythons_own_server_answers(real_server: str) -> None:
    server = RemoteServer(server_address(real_server), seconds=30.0)
    engine = RemoteEngine(server)
    request = _asked("yo", "querer", "comer", "manzana")
    assert engine.realise(request) == Sentence("Quiero comer una manzana.", "remote")
    helped = HelpedEngine(ScriptedEngine(), engine)
    better = helped.improve(request, helped.realise(request)).sentence
    assert better is not None
    assert better.text == "Quiero comer una manzana."

"""ARASAAC's service for phrases as AsTeRICS Grid uses it, against a server on 127.0.0.1."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from evaluation.__main__ import main
from evaluation.flex_engine import AS_TAPPED, FlexEngine
from evaluation.runs import read_run
from models.engine import Controls, SentenceRequest, Tense
from models.errors import (
    CannotRealiseError,
    EngineUnavailableError,
    GenerationCancelledError,
    UnsupportedLanguageError,
)


@dataclass
class Service:
    """What it answers, and what it was asked."""

    address: str = ""
    status: int = 200
    body: bytes | None = None
    delay: float = 0.0
    drip: float = 0.0
    """Seconds between the bytes of the body."""
    asked: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)


_INFLECTED = {
    "yo querer agua": "yo quiero agua",
    "niña comer manzana roja": "niña come manzana roja",
    "ir parque": "voy al parque",
}
"""Phrase -> what the service makes of it; the last answer has another number of words."""


class _Handler(BaseHTTPRequestHandler):
    service: Service

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        service, parts = self.service, urlsplit(self.path)
        *_, language, phrase = parts.path.split("/")
        service.asked.append((unquote(phrase), parse_qs(parts.query)))
        time.sleep(service.delay)
        body = service.body
        if body is None:
            status, body = self._answer(language, unquote(phrase), parse_qs(parts.query))
        else:
            status = service.status
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            for byte in body if service.drip else [0]:
                self.wfile.write(bytes([byte]) if service.drip else body)
                self.wfile.flush()
                time.sleep(service.drip)
        except OSError:
            """The client hung up, as it should."""

    def _answer(self, language: str, phrase: str, query: dict[str, list[str]]) -> tuple[int, bytes]:
        """As the API's source has it: Spanish alone, and only the tenses it names."""
        tenses = query.get("tense", ["present"])
        if language != "es" or not set(tenses) <= {"past", "present", "future"}:
            return 400, b'{"error": {"type": "request_validation"}}'
        said = _INFLECTED.get(phrase, phrase)
        if tenses == ["past"]:
            said = said.replace("quiero", "quise")
        return 200, json.dumps({"msg": said}, ensure_ascii=False).encode()


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    handler = type("Handler", (_Handler,), {"service": made})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        http.daemon_threads = True
        made.address = f"http://127.0.0.1:{http.server_port}/v1"
        thread = threading.Thread(target=http.serve_forever, args=(0.02,))
        thread.start()
        yield made
        http.shutdown()
        thread.join()


def _said(service: Service, *glosses: str, **controls: Any) -> tuple[str, str]:
    with FlexEngine(service.address) as engine:
        made = engine.realise(SentenceRequest(1, glosses, "es", Controls(**controls)))
    return made.text, made.engine


def test_the_words_come_back_inflected(service: Service) -> None:
    assert _said(service, "niña", "comer", "manzana roja", "?") == (
        "niña come manzana roja",
        "arasaac-flex",
    )
    assert service.asked == [("niña comer manzana roja", {})]


def test_the_tense_is_asked_for(service: Service) -> None:
    assert _said(service, "yo", "querer", "agua", tense=Tense.PAST)[0] == "yo quise agua"
    assert service.asked[0][1] == {"tense": ["past"]}


def test_an_answer_of_another_length_is_dropped_as_in_the_grid(service: Service) -> None:
    assert _said(service, "ir", "parque") == ("ir parque", AS_TAPPED)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, b'{"message": "Error", "error": {}}'),
        (200, b"<html>log in</html>"),
        (200, b"[]"),
        (200, b'{"msg": 3}'),
        (200, b'{"msg": " "}'),
        (302, b"{}"),
    ],
    ids=["failure", "html", "list", "number", "empty", "redirect"],
)
def test_the_words_stay_where_the_service_fails(service: Service, status: int, body: bytes) -> None:
    service.status, service.body = status, body
    assert _said(service, "yo", "querer", "agua") == ("yo querer agua", AS_TAPPED)


def test_nobody_waits_longer_than_the_grid_does(service: Service) -> None:
    service.delay = 4.0
    begun = time.monotonic()
    assert _said(service, "yo", "querer", "agua") == ("yo querer agua", AS_TAPPED)
    assert time.monotonic() - begun < 3.5


def test_an_answer_that_drips_in_is_too_late_as_well(service: Service) -> None:
    service.drip = 0.2
    assert _said(service, "yo", "querer", "agua") == ("yo querer agua", AS_TAPPED)


def test_a_service_that_is_not_there_stops_the_measurement() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(EngineUnavailableError, match="cannot be reached"):
            _said(Service(address), "yo", "querer", "agua")


def test_other_languages_and_empty_messages_are_declined(service: Service) -> None:
    with FlexEngine(service.address) as engine:
        with pytest.raises(UnsupportedLanguageError):
            engine.realise(SentenceRequest(1, ("water",), "en"))
        with pytest.raises(CannotRealiseError):
            engine.realise(SentenceRequest(1, ("?",), "es"))
        request = SentenceRequest(1, ("agua",), "es")
        request.cancelled.set()
        with pytest.raises(GenerationCancelledError):
            engine.realise(request)
    assert service.asked == []


def test_it_is_a_system_of_the_predict_command(
    service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    test_set = tmp_path / "set.tsv"
    test_set.write_text("yo, querer, agua\tQuiero agua.\nir, parque\tVoy al parque.\n", "utf-8")
    out = tmp_path / "run.jsonl"
    command = ["predict", "--set", str(test_set), "--language", "es", "--quiet"]
    command += ["--engine", "arasaac-flex", "--url", service.address, "--output", str(out)]
    assert main(command) == 0
    assert f"sent to {service.address}" in capsys.readouterr().err
    answers = read_run(out).answers
    assert [(a.hypothesis, a.engine) for a in answers] == [
        ("yo quiero agua", "arasaac-flex"),
        ("ir parque", AS_TAPPED),
    ]
    assert main([*command[:-1], str(tmp_path / "other.jsonl"), "--few-shot", "3"]) == 1
    assert "no model to choose" in capsys.readouterr().err

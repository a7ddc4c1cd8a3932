"""A language model on a server of the house makes the sentence; off unless somebody turned it on.

Any server that speaks OpenAI's protocol for completions (vLLM, llama.cpp's and llama-cpp-python's
servers): https://platform.openai.com/docs/api-reference/completions. The chosen words, the controls
and the language are sent to the address that was given and nowhere else: no proxy of the system, no
redirection.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

import requests

from models.answers import require_words, text_of
from models.engine import LANGUAGES, Sentence, SentenceRequest
from models.errors import (
    CannotRealiseError,
    EngineError,
    GenerationCancelledError,
    ServerError,
    UnsupportedLanguageError,
)
from models.instructions import PromptStyle, few_shot_prompt, turns
from models.prompts import prompt

_TOKENS_PER_WORD: Final = 6
_SPARE_TOKENS: Final = 24
_LOOK_S: Final = 0.02
"""How often it is looked whether anybody still waits."""
_CONNECT_S: Final = 1.0
_MOST_BYTES: Final = 1_000_000
_QUOTES: Final = "\"'«»“”‘’` "


@dataclass(frozen=True, slots=True)
class RemoteServer:
    """Whom to ask, and how."""

    address: str
    """As `server_address` gives it: `http://192.168.1.20:8000/v1`."""
    model: str = ""
    """The model's name on the server; empty: the first one that it offers."""
    style: PromptStyle = PromptStyle.PLAIN
    shots: int = 5
    key: str = field(default="", repr=False)
    """Sent as a bearer token, where the server wants one."""
    seconds: float = 4.0
    """The longest that an answer may take."""
    rest_s: float = 30.0
    """How long a server that failed is left alone."""


def server_address(text: str) -> str:
    """An address as people type it (`192.168.1.20:8000`) as the beginning of a URL.

    Raises ServerError for what is none.
    """
    typed = text.strip()
    full = typed if "://" in typed else f"http://{typed}"
    try:
        parts = urlsplit(full)
        is_one = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one or any(char.isspace() for char in full) or parts.query or parts.username:
        raise ServerError(f"{text!r} is no address of a server")
    full = full.rstrip("/")
    return full if parts.path.strip("/") else f"{full}/v1"


class RemoteEngine:
    """Asks the server. A server that failed is left alone for a while, so that nobody waits twice.

    Owned by one thread. Raises only EngineError.
    """

    name = "remote"

    def __init__(self, server: RemoteServer, clock: Callable[[], float] = time.monotonic) -> None:
        self.server = server
        self._clock = clock
        self._model = server.model
        self._rests_until = float("-inf")
        self._complaint = ""

    def realise(self, request: SentenceRequest) -> Sentence:
        """The server's sentence, unchecked: models.faithful says whether it may be shown.

        Raises ServerError where the server is away or talks nonsense,
        CannotRealiseError where it comes to no sentence, UnsupportedLanguageError, and
        GenerationCancelledError as soon as nobody waits any more.
        """
        if request.language not in LANGUAGES:
            raise UnsupportedLanguageError(f"nobody checks sentences in {request.language!r}")
        require_words(request.glosses)
        if self._clock() < self._rests_until:
            raise ServerError(self._complaint)
        try:
            answer = self._asked(request)
        except ServerError as error:
            self._complaint = str(error)
            self._rests_until = self._clock() + self.server.rest_s
            raise
        return Sentence(_sentence(answer, self.server), self.name)

    def _asked(self, request: SentenceRequest) -> dict[str, Any]:
        """The answer, waited for in pieces: a wait for a server cannot be broken off otherwise."""
        call = _Call(self.server, lambda post, get: self._talk(request, post, get))
        until = self._clock() + self.server.seconds
        while not call.done.wait(_LOOK_S):
            if request.cancelled.is_set():
                call.abandon()
                raise GenerationCancelledError("the message changed")
            if self._clock() > until:
                call.abandon()
                raise ServerError(f"{self.server.address} does not answer in time")
        if request.cancelled.is_set():
            raise GenerationCancelledError("the message changed")
        return call.result()

    def _talk(self, request: SentenceRequest, post: _Post, get: _Get) -> dict[str, Any]:
        if not self._model:
            self._model = _first_model(get("models"), self.server)
        most = _TOKENS_PER_WORD * len(request.glosses) + _SPARE_TOKENS
        body: dict[str, Any] = {"model": self._model, "max_tokens": most, "temperature": 0.0}
        if self.server.style.is_chat:
            return post("chat/completions", {**body, "messages": self._turns(request)})
        return post("completions", {**body, "prompt": self._prompt(request), "stop": ["\n"]})

    def _turns(self, request: SentenceRequest) -> list[dict[str, str]]:
        return turns(request, self.server.style, self.server.shots)

    def _prompt(self, request: SentenceRequest) -> str:
        if self.server.style is PromptStyle.FEW_SHOT:
            return few_shot_prompt(request, self.server.shots)
        return prompt(request.glosses, request.language, request.controls)


_Post = Callable[[str, dict[str, Any]], dict[str, Any]]
_Get = Callable[[str], dict[str, Any]]


class _Call:
    """One conversation in a thread of its own, which may be left behind."""

    def __init__(self, server: RemoteServer, talk: Callable[[_Post, _Get], dict[str, Any]]) -> None:
        self.done = threading.Event()
        self._server, self._talk = server, talk
        self._abandoned = threading.Event()
        self._answer: dict[str, Any] = {}
        self._error: EngineError | None = None
        threading.Thread(target=self._run, name="remote", daemon=True).start()

    def abandon(self) -> None:
        """Nobody waits any more; the thread ends with the next bytes, or when its wait is over."""
        self._abandoned.set()

    def result(self) -> dict[str, Any]:
        if self._error:
            raise self._error
        return self._answer

    def _run(self) -> None:
        try:
            with requests.Session() as session:
                # What is said goes to this address only: no proxy, no password of the system.
                session.trust_env = False
                self._answer = self._talk(
                    lambda path, body: self._exchange(session, "POST", path, body),
                    lambda path: self._exchange(session, "GET", path, None),
                )
        except EngineError as error:
            self._error = error
        except requests.ConnectionError as error:
            self._fail("cannot be reached", error)
        except requests.Timeout as error:
            self._fail("does not answer in time", error)
        except (requests.RequestException, OSError) as error:
            self._fail(f"cannot be asked: {type(error).__name__}", error)
        finally:
            self.done.set()

    def _fail(self, reason: str, cause: Exception | None = None) -> None:
        self._error = ServerError(f"{self._server.address} {reason}")
        self._error.__cause__ = cause

    def _exchange(
        self, session: requests.Session, method: str, path: str, body: dict[str, Any] | None
    ) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._server.key}"} if self._server.key else {}
        with session.request(
            method,
            f"{self._server.address}/{path}",
            json=body,
            headers=headers,
            timeout=(_CONNECT_S, self._server.seconds),
            allow_redirects=False,
            stream=True,
        ) as reply:
            data = b"".join(self._pieces(reply))
            if reply.status_code != requests.codes.ok:
                answer = f"{reply.status_code} {reply.reason or ''}".strip()
                raise ServerError(f"{self._server.address} refuses: {answer}")
        return _object(data, self._server)

    def _pieces(self, reply: requests.Response) -> Any:
        size = 0
        for piece in reply.iter_content(8192):
            size += len(piece)
            if self._abandoned.is_set():
                raise GenerationCancelledError("the message changed")
            if size > _MOST_BYTES:
                raise ServerError(f"{self._server.address} answers without end")
            yield piece


def _object(data: bytes, server: RemoteServer) -> dict[str, Any]:
    try:
        answer = json.loads(data)
    except ValueError as error:
        raise _nonsense(server) from error
    if not isinstance(answer, dict):
        raise _nonsense(server)
    return answer


def _first_model(answer: dict[str, Any], server: RemoteServer) -> str:
    try:
        return str(answer["data"][0]["id"])
    except (KeyError, IndexError, TypeError) as error:
        raise ServerError(f"{server.address} offers no model") from error


def _sentence(answer: dict[str, Any], server: RemoteServer) -> str:
    try:
        choice = answer["choices"][0]
        text = choice["message"]["content"] if "message" in choice else choice["text"]
        is_cut = choice.get("finish_reason") == "length"
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise _nonsense(server) from error
    if not isinstance(text, str):
        raise _nonsense(server)
    if is_cut:
        raise CannotRealiseError("the model did not come to the end of a sentence")
    return text_of(text.strip().strip(_QUOTES).encode("utf-8", "replace"))


def _nonsense(server: RemoteServer) -> ServerError:
    return ServerError(f"{server.address} does not answer as a language model does")

"""The sentence as AsTeRICS Grid speaks it: ARASAAC's service that inflects the words of a phrase.

`GET {address}/phrases/flex/{language}/{phrase}?tense=` answers `{"msg": "..."}` (ARASAAC's OpenAPI
file). Only Spanish is served. AsTeRICS Grid gives it 1.5 s and drops an answer that has another
number of words than what was tapped, so that no article or preposition is ever added; in both
cases, and when the service fails, it speaks the words as they are. So does this, for comparison.

The words of the test set are sent to the address. The module of `evaluation` that knows requests.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Final, Self
from urllib.parse import quote

import requests

from models.engine import QUESTION_GLOSS, Sentence, SentenceRequest
from models.errors import (
    CannotRealiseError,
    EngineUnavailableError,
    GenerationCancelledError,
    UnsupportedLanguageError,
)

ADDRESS: Final = "https://api.arasaac.org/v1"
TIMEOUT_S: Final = 1.5
AS_TAPPED: Final = "as tapped"
"""The name of the engine where the words were left as they are."""

_LANGUAGE: Final = "es"
_MOST_BYTES: Final = 100_000


class _UnusableError(Exception):
    """The answer came too late, or is none."""


class FlexEngine:
    """Asks the service for one message at a time. Owned by one thread."""

    name = "arasaac-flex"

    def __init__(self, address: str = ADDRESS, clock: Callable[[], float] = time.monotonic) -> None:
        self._address = address.rstrip("/")
        self._clock = clock
        self._session = requests.Session()

    def realise(self, request: SentenceRequest) -> Sentence:
        """What AsTeRICS Grid would speak.

        Raises EngineUnavailableError where nobody listens at the address (for then nothing would
        be measured), CannotRealiseError, UnsupportedLanguageError and GenerationCancelledError.
        """
        if request.language != _LANGUAGE:
            raise UnsupportedLanguageError(f"the service knows no {request.language!r}")
        if request.cancelled.is_set():
            raise GenerationCancelledError("the message changed")
        tapped = " ".join(" ".join(g.split()) for g in request.glosses if g != QUESTION_GLOSS)
        if not tapped:
            raise CannotRealiseError("there are no words")
        tense = request.controls.tense
        try:
            said = self._asked(tapped, {"tense": tense.value} if tense else {})
        except _UnusableError:
            return Sentence(tapped, AS_TAPPED)
        if len(said.split()) != len(tapped.split()):
            return Sentence(tapped, AS_TAPPED)
        return Sentence(said, self.name)

    def _asked(self, phrase: str, query: dict[str, str]) -> str:
        until = self._clock() + TIMEOUT_S
        url = f"{self._address}/phrases/flex/{_LANGUAGE}/{quote(phrase, safe='')}"
        try:
            with self._session.get(
                url, params=query, timeout=TIMEOUT_S, allow_redirects=False, stream=True
            ) as reply:
                content = self._read(reply, until)
                is_good = reply.status_code == requests.codes.ok
        except (requests.ConnectTimeout, requests.Timeout) as error:
            raise _UnusableError from error
        except requests.ConnectionError as error:
            if "timed out" in str(error):  # while the body was read
                raise _UnusableError from error
            raise EngineUnavailableError(f"{self._address} cannot be reached") from error
        except requests.RequestException as error:
            raise EngineUnavailableError(f"{self._address}: {error}") from error
        if not is_good:
            raise _UnusableError
        return _message(content)

    def _read(self, reply: requests.Response, until: float) -> bytes:
        """The body, as far as it comes in time."""
        content = b""
        for piece in reply.iter_content(1024):
            content += piece
            if self._clock() > until or len(content) > _MOST_BYTES:
                raise _UnusableError
        if self._clock() > until:
            raise _UnusableError
        return content

    def close(self) -> None:
        """Hang up; may be called twice."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _message(content: bytes) -> str:
    try:
        said = json.loads(content)["msg"]
    except (ValueError, KeyError, TypeError) as error:
        raise _UnusableError from error
    if not isinstance(said, str) or not said.strip():
        raise _UnusableError
    return " ".join(said.split())

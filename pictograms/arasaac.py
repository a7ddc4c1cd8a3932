"""ARASAAC over HTTP: catalogue, search and pictures. The only module that knows requests.

API: https://api.arasaac.org/v1 (its 404 means "nothing found", with an empty list, an error
object or no body at all); pictures: https://static.arasaac.org/pictograms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Event
from types import TracebackType
from urllib.parse import quote

import requests

from pictograms.answer import Answer, Validator
from pictograms.errors import (
    BadImageError,
    FetchCancelledError,
    PictogramNotFoundError,
    SourceDownError,
    SourceUnavailableError,
)
from pictograms.hosts import host_of, redirected
from pictograms.patience import IN_THE_BACKGROUND, RETRIED, SOMEBODY_WAITS, Patience, retry_after
from pictograms.pictogram import Pictogram
from pictograms.png import check_png
from pictograms.replies import read_pictogram, read_pictograms
from pictograms.variant import RESOLUTIONS, Variant

API = "https://api.arasaac.org/v1"
STATIC = "https://static.arasaac.org/pictograms"
MAX_CATALOGUE = 64 * 2**20
"""Bytes; the Spanish catalogue has about 8 million."""
MAX_REPLY = 16 * 2**20
MAX_IMAGE = 8 * 2**20
MAX_TERM = 120
"""Longest text that is searched for, in characters."""
_MAX_REDIRECTS = 5
_CHUNK = 2**16
_OK, _NOT_MODIFIED, _NOT_FOUND = 200, 304, 404


@dataclass(frozen=True, slots=True)
class _Request:
    url: str
    limit: int
    patience: Patience
    params: Mapping[str, str] = field(default_factory=dict)
    known: Validator | None = None
    cancelled: Event | None = None


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    body: bytes
    validator: Validator


class _PassingError(Exception):
    """Something that may well be over in a moment; the message is for a person."""

    def __init__(self, reason: str, asked: float | None = None) -> None:
        super().__init__(reason)
        self.asked = asked


class ArasaacClient:
    """Asks ARASAAC, politely: one connection kept open, by name, and never in a hurry.

    Owns an HTTP session and belongs to one thread. Every method may raise
    SourceUnavailableError (SourceDownError after several tries) and FetchCancelledError.
    """

    def __init__(
        self,
        api: str = API,
        static: str = STATIC,
        *,
        user_agent: str = "aac-communicator",
        timeouts: tuple[float, float] = (5.0, 20.0),
        pace: float = 1.0,
        sleep: Callable[[float], object] | None = None,
        cancelled: Event | None = None,
    ) -> None:
        """`timeouts`: seconds to connect and to wait for data; `pace` scales the pauses between
        tries (2, 5, 15, 40 s); `sleep` waits instead of the event; `cancelled` gives up."""
        self._api = api.rstrip("/")
        self._static = static.rstrip("/")
        self._timeouts = timeouts
        self._pace = pace
        self._sleep = sleep
        self._cancelled = cancelled or Event()
        self._was_reached = False
        self._session = requests.Session()
        self._session.headers["User-Agent"] = user_agent

    def __enter__(self) -> ArasaacClient:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._session.close()

    def catalogue(
        self, language: str, known: Validator | None = None, *, cancelled: Event | None = None
    ) -> Answer[list[Pictogram]]:
        """Every published pictogram, about 8 MB; or that `known` is still its version."""
        url = f"{self._api}/pictograms/all/{_quoted(language)}"
        request = _Request(url, MAX_CATALOGUE, IN_THE_BACKGROUND, {}, known, cancelled)
        reply = self._ask(request)
        if reply.status == _NOT_MODIFIED:
            return Answer(None, reply.validator)
        return Answer(_listed(reply), reply.validator)

    def best_search(self, term: str, language: str) -> list[Pictogram]:
        """Pictograms of exactly this word or its plural; case and accents do not count."""
        return self._search("bestsearch", term, language)

    def search(self, term: str, language: str) -> list[Pictogram]:
        """Everything that has to do with the words, best first; may be hundreds."""
        return self._search("search", term, language)

    def pictogram(self, identity: int, language: str) -> Pictogram:
        """One record. Raises PictogramNotFoundError, MalformedRecordError."""
        url = f"{self._api}/pictograms/{_quoted(language)}/{identity}"
        reply = self._ask(_Request(url, MAX_REPLY, SOMEBODY_WAITS))
        if reply.status == _NOT_FOUND:
            raise PictogramNotFoundError(f"ARASAAC has no pictogram {identity}")
        return read_pictogram(reply.body)

    def changed_within(
        self, days: int, language: str, *, cancelled: Event | None = None
    ) -> list[Pictogram]:
        """What is new or was changed in the last `days` days."""
        url = f"{self._api}/pictograms/{_quoted(language)}/days/{days}"
        request = _Request(url, MAX_CATALOGUE, IN_THE_BACKGROUND, cancelled=cancelled)
        return _listed(self._ask(request))

    def image(
        self,
        identity: int,
        resolution: int = 500,
        known: Validator | None = None,
        *,
        cancelled: Event | None = None,
    ) -> Answer[bytes]:
        """The plain picture, a whole PNG of 300, 500 or 2500 pixels; or that it is unchanged.

        Raises PictogramNotFoundError, BadImageError.
        """
        if resolution not in RESOLUTIONS:
            raise ValueError(f"resolution {resolution} is none of {RESOLUTIONS}")
        url = f"{self._static}/{identity}/{Variant().file_name(identity, resolution)}"
        request = _Request(url, MAX_IMAGE, IN_THE_BACKGROUND, {}, known, cancelled)
        reply = self._ask(request)
        if reply.status == _NOT_MODIFIED:
            return Answer(None, reply.validator)
        return Answer(_picture(reply, identity), reply.validator)

    def variant(self, identity: int, variant: Variant, resolution: int = 500) -> bytes:
        """A picture drawn otherwise (plural, past, skin...), which ARASAAC makes when asked.

        Raises PictogramNotFoundError, BadImageError.
        """
        url = f"{self._api}/pictograms/{identity}"
        params = variant.query(resolution)
        return _picture(self._ask(_Request(url, MAX_IMAGE, IN_THE_BACKGROUND, params)), identity)

    def _search(self, kind: str, term: str, language: str) -> list[Pictogram]:
        wanted = " ".join(term.split())
        if not wanted.strip(".") or len(wanted) > MAX_TERM:  # dots alone would climb the path
            return []
        url = f"{self._api}/pictograms/{_quoted(language)}/{kind}/{_quoted(wanted)}"
        return _listed(self._ask(_Request(url, MAX_REPLY, SOMEBODY_WAITS)))

    def _ask(self, request: _Request) -> _Reply:
        """The answer, if it is one of those that mean something (200, 304, 404)."""
        attempt = 0
        while True:
            self._stop_if_cancelled(request)
            try:
                reply = self._once(request)
                break
            except _PassingError as trouble:
                # A computer that is offline learns so in seconds; a server that was there may
                # come back.
                patience = request.patience if self._was_reached else SOMEBODY_WAITS
                pause = patience.pause(attempt, trouble.asked, self._pace)
                if pause is None:
                    raise SourceDownError(str(trouble)) from trouble
                self._wait(pause, request)
                attempt += 1
        if reply.status not in (_OK, _NOT_MODIFIED, _NOT_FOUND):
            raise SourceUnavailableError(f"{host_of(request.url)} answered {reply.status}")
        return reply

    def _wait(self, seconds: float, request: _Request) -> None:
        cancelled = request.cancelled or self._cancelled
        (self._sleep or cancelled.wait)(seconds)

    def _stop_if_cancelled(self, request: _Request) -> None:
        if self._cancelled.is_set() or (request.cancelled and request.cancelled.is_set()):
            raise FetchCancelledError("nobody is waiting for it any more")

    def _once(self, request: _Request) -> _Reply:
        """One try, redirects followed as far as they may be."""
        for _ in range(_MAX_REDIRECTS + 1):
            with _translated(request.url), self._send(request) as response:
                target = response.headers.get("Location")
                if not response.is_redirect or target is None:
                    return self._read(response, request)
            url = redirected(target, request.url, (self._api, self._static))
            if url is None:
                raise SourceUnavailableError(f"{host_of(request.url)} leads somewhere else")
            request = replace(request, url=url, params={})
        raise SourceUnavailableError(f"{host_of(request.url)} leads in a circle")

    def _send(self, request: _Request) -> requests.Response:
        known = request.known or Validator()
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return self._session.get(
            request.url,
            params=request.params,
            headers={name: value for name, value in asked.items() if value},
            timeout=self._timeouts,
            stream=True,
            allow_redirects=False,
        )

    def _read(self, response: requests.Response, request: _Request) -> _Reply:
        headers = response.headers
        self._was_reached = True
        if response.status_code in RETRIED:
            asked = retry_after(headers.get("Retry-After"), headers.get("Date"))
            raise _PassingError(f"{host_of(request.url)} answered {response.status_code}", asked)
        body = bytearray()
        for chunk in response.iter_content(_CHUNK):
            self._stop_if_cancelled(request)
            body += chunk
            if len(body) > request.limit:
                megabytes = request.limit // 2**20
                raise SourceUnavailableError(
                    f"{host_of(request.url)} sent more than {megabytes} MiB"
                )
        validator = Validator(headers.get("ETag"), headers.get("Last-Modified"))
        if response.status_code == _NOT_MODIFIED:
            validator = request.known or validator
        return _Reply(response.status_code, bytes(body), validator)


@contextmanager
def _translated(url: str) -> Iterator[None]:
    """requests' errors as ours: those that may pass by themselves, and the others."""
    host = host_of(url)
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise SourceUnavailableError(f"the connection to {host} is not safe") from error
    except requests.Timeout as error:
        raise _PassingError(f"{host} does not answer") from error
    except (requests.ConnectionError, requests.exceptions.ChunkedEncodingError) as error:
        raise _PassingError(f"there is no connection to {host}") from error
    except (requests.RequestException, ValueError) as error:  # ValueError: an address is none
        raise SourceUnavailableError(f"{host} cannot be asked ({error})") from error


def _listed(reply: _Reply) -> list[Pictogram]:
    return [] if reply.status == _NOT_FOUND else read_pictograms(reply.body)


def _picture(reply: _Reply, identity: int) -> bytes:
    if reply.status == _NOT_FOUND:
        raise PictogramNotFoundError(f"ARASAAC has no picture {identity}")
    try:
        check_png(reply.body)
    except BadImageError as error:
        raise BadImageError(f"picture {identity} {error}") from error
    return reply.body


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="replace")

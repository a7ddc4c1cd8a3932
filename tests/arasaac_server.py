"""A server on 127.0.0.1 that answers as ARASAAC does, and misbehaves on demand.

It serves genuine records and pictures. `fail` queues faults for the requests whose path has
a fragment in it; when they are used up, it behaves again.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

LAST_MODIFIED = "Sun, 15 Feb 2026 10:00:00 GMT"
HTML = b"<!DOCTYPE html><html><body>Log in to the school's network</body></html>"


@dataclass(frozen=True)
class Fault:
    """One wrong answer."""

    status: int = 200
    body: bytes | None = None
    """None: the body that would have been right."""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    keep: float = 1.0
    """Share of the body that is sent."""
    tells_length: bool = True
    """False: Content-Length is that of what is sent, so that only the content shows the cut."""
    drop: bool = False
    """Hang up without a word."""


NOTHING_FOUND = Fault(404, b"[]")
EMPTY_404 = Fault(404, b"")
ERROR_500 = Fault(500, b'{"message": "Error getting pictograms.", "error": {}}')
UNAVAILABLE = Fault(503, b"")
TRUNCATED = Fault(keep=0.5)
CUT_SHORT = Fault(keep=0.5, tells_length=False)
HTML_PAGE = Fault(200, HTML, {"Content-Type": "text/html"})
DROPPED = Fault(drop=True)
EMPTY_200 = Fault(200, b"")


def too_many(retry_after: str) -> Fault:
    return Fault(429, b"", {"Retry-After": retry_after, "Date": formatdate(0, usegmt=True)})


def redirect(target: str) -> Fault:
    return Fault(302, b"", {"Location": target})


@dataclass(frozen=True)
class Seen:
    """One request as it came."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]


class ArasaacServer:
    """What the tests see of the server."""

    def __init__(self, records: list[dict[str, Any]], pictures: Path, address: str) -> None:
        self.records = {record["_id"]: record for record in records}
        self.changed: list[int] = []
        self.api = f"{address}/v1"
        self.static = f"{address}/pictograms"
        self.seen: list[Seen] = []
        self.connections = 0
        self._pictures = pictures
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)

    def fail(self, fragment: str, *faults: Fault) -> None:
        self._faults[fragment].extend(faults)

    def fault_for(self, path: str) -> Fault | None:
        for fragment, queue in self._faults.items():
            if fragment in path and queue:
                return queue.popleft()
        return None

    def picture(self, identity: int) -> bytes:
        return (self._pictures / f"{identity}.png").read_bytes()

    def picture_ids(self) -> list[int]:
        return sorted(int(path.stem) for path in self._pictures.glob("*.png"))

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, content type and body, as the public API's source has them."""
        parts = [unquote(part) for part in path.strip("/").split("/")]
        if parts[0] == "pictograms":
            return self._picture_answer(parts[-1].partition("_")[0])
        match parts[2:]:
            case [identity] if identity.isdecimal():
                return self._picture_answer(identity)
            case ["all", _]:
                return _json(list(self.records.values()))
            case [_, "search", term]:
                return _found(self._matching(term, lambda word, wanted: wanted in word))
            case [_, "bestsearch", term]:
                return _found(self._matching(term, lambda word, wanted: wanted == word))
            case [_, "days", _]:
                return _found([self.records[identity] for identity in self.changed])
            case [_, identity] if identity.isdecimal() and int(identity) in self.records:
                return _json(self.records[int(identity)])
        return 404, "application/json", b""

    def _matching(self, term: str, is_match: Any) -> list[dict[str, Any]]:
        wanted = term.lower()
        return [
            record
            for record in self.records.values()
            if any(is_match(entry["keyword"].lower(), wanted) for entry in record["keywords"])
        ]

    def _picture_answer(self, name: str) -> tuple[int, str, bytes]:
        path = self._pictures / f"{name}.png"
        if not path.is_file():
            return 404, "text/html", HTML
        return 200, "image/png", path.read_bytes()


def _json(value: Any) -> tuple[int, str, bytes]:
    return 200, "application/json; charset=utf-8", json.dumps(value).encode()


def _found(records: list[dict[str, Any]]) -> tuple[int, str, bytes]:
    return _json(records) if records else (404, "application/json; charset=utf-8", b"[]")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10
    wbufsize = 2**20
    arasaac: ArasaacServer

    def setup(self) -> None:
        super().setup()
        self.arasaac.connections += 1

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.arasaac.seen.append(Seen(parts.path, query, dict(self.headers)))
        fault = self.arasaac.fault_for(parts.path) or Fault()
        if fault.drop:
            self.close_connection = True
            return
        time.sleep(fault.delay)
        self._send(fault, *self.arasaac.answer(parts.path))

    def _send(self, fault: Fault, status: int, kind: str, body: bytes) -> None:
        if fault.status != 200 or fault.body is not None:
            status, body = fault.status, body if fault.body is None else fault.body
        etag = f'W/"{hashlib.sha256(body).hexdigest()[:16]}"'
        if status == 200 and self._is_known(etag):
            status, body = 304, b""
        sent = body[: int(len(body) * fault.keep)]
        headers = {
            "Content-Type": kind,
            "Content-Length": str(len(body if fault.tells_length else sent)),
            "ETag": etag,
            "Last-Modified": LAST_MODIFIED,
            **fault.headers,
        }
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(sent)
        self.close_connection = len(sent) < len(body)

    def _is_known(self, etag: str) -> bool:
        if "If-None-Match" in self.headers:
            return self.headers["If-None-Match"] == etag
        return self.headers.get("If-Modified-Since") == LAST_MODIFIED


class _Loopback(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is what some tests are about."""


@contextmanager
def serving(records: list[dict[str, Any]], pictures: Path) -> Iterator[ArasaacServer]:
    """The server, running on a free port until the block ends."""
    handler = type("Handler", (_Handler,), {})
    with _Loopback(("127.0.0.1", 0), handler) as http:
        address = f"http://127.0.0.1:{http.server_port}"
        server = ArasaacServer(records, pictures, address)
        handler.arasaac = server
        thread = threading.Thread(target=http.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()

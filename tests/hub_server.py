"""A hub on 127.0.0.1: files with checksums and ranges, which may hang up in the middle."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class HubServer(ThreadingHTTPServer):
    """Serves `files`: (repository, name) -> bytes."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[tuple[str, str], bytes] = {}
        self.cuts: list[int] = []
        """For each of the next bodies: after how many bytes the line is cut."""
        self.refuses = 0
        """A status with which everything is answered."""
        self.asked: list[tuple[str, str, str | None]] = []
        """Method, path and range of each request."""
        self.headers_seen: list[dict[str, str]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: Any) -> None:
        """Quietly."""


class _Handler(BaseHTTPRequestHandler):
    server: HubServer

    def log_message(self, *_: Any) -> None:
        """Quietly."""

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def _answer(self, *, with_body: bool) -> None:
        wanted = self.headers.get("Range")
        self.server.asked.append((self.command, self.path, wanted))
        self.server.headers_seen.append(dict(self.headers))
        owner, repository, _resolve, _revision, *name = self.path.strip("/").split("/")
        data = self.server.files.get((f"{owner}/{repository}", "/".join(name)))
        if self.server.refuses or data is None:
            self.send_response(self.server.refuses or 404)
            if not self.server.refuses:
                self.send_header("X-Error-Code", "EntryNotFound")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        start = int(wanted.removeprefix("bytes=").split("-")[0]) if wanted else 0
        self.send_response(206 if wanted else 200)
        if wanted:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("ETag", f'"{hashlib.sha256(data).hexdigest()}"')
        self.send_header("X-Repo-Commit", "0" * 40)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        if with_body:
            self._send(data[start:])

    def _send(self, data: bytes) -> None:
        cut = self.server.cuts.pop(0) if self.server.cuts else None
        with contextlib.suppress(OSError):
            self.wfile.write(data[:cut])
            if cut is not None and cut < len(data):
                self.connection.close()


@contextlib.contextmanager
def serving_hub() -> Iterator[HubServer]:
    server = HubServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

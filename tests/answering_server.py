"""A server on 127.0.0.1 that speaks OpenAI's protocol as well or as badly as a test asks for."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class AnsweringServer(ThreadingHTTPServer):
    """Answers with `text`; `mood` says how it behaves."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.text = "Quiero agua."
        self.mood = "good"
        self.asked: list[tuple[str, dict[str, Any], dict[str, str]]] = []
        self.gate = threading.Event()
        """A server that hangs goes on when it is set."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, *_: Any) -> None:
        """Somebody hung up: what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: AnsweringServer

    def log_message(self, *_: Any) -> None:
        """Quietly."""

    def do_GET(self) -> None:
        self._note({})
        models = [] if self.server.mood == "no-models" else [{"id": "the-model"}]
        self._send(200, json.dumps({"data": models}).encode())

    def do_POST(self) -> None:
        self._note(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        match self.server.mood:
            case "hang":
                self.server.gate.wait(20)
            case "drip":
                self._drip()
                return
            case "refuse":
                self._send(503, b"busy")
                return
            case "elsewhere":
                self.send_response(307)
                self.send_header("Location", f"{self.server.address}/elsewhere")
                self.end_headers()
                return
            case "garbage":
                self._send(200, b"<html>hello</html>")
                return
            case "list":
                self._send(200, b"[]")
                return
            case "no-choices":
                self._send(200, b'{"choices": []}')
                return
            case "null":
                self._send(200, b'{"choices": [{"text": null}]}')
                return
            case "huge":
                self._send(200, b'"' + b"a" * 3_000_000 + b'"')
                return
        self._send(200, json.dumps(self._answer()).encode())

    def _answer(self) -> dict[str, Any]:
        reason = "length" if self.server.mood == "cut" else "stop"
        if self.path.endswith("chat/completions"):
            message = {"role": "assistant", "content": self.server.text}
            return {"choices": [{"message": message, "finish_reason": reason}]}
        return {"choices": [{"text": self.server.text, "finish_reason": reason}]}

    def _drip(self) -> None:
        """A byte now and then, for ever: no single wait is long."""
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):
            while not self.server.gate.wait(0.05):
                self.wfile.write(b" ")

    def _note(self, body: dict[str, Any]) -> None:
        self.server.asked.append((self.path, body, dict(self.headers)))

    def _send(self, code: int, data: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(data)


@contextlib.contextmanager
def answering() -> Iterator[AnsweringServer]:
    """The server, for as long as it is needed."""
    server = AnsweringServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.gate.set()
        server.shutdown()
        server.server_close()
        thread.join()

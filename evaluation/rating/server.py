"""The page's server: on this computer only, and only for who was given its address.

It answers requests for 127.0.0.1 alone, under a path that holds a token drawn at random, and takes
nothing from pages of another origin: another website open in the same browser can neither read nor
send anything (DNS rebinding and cross-site requests). The page loads nothing from elsewhere.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from evaluation.rating.judgement import BadJudgementError
from evaluation.rating.session import Session

_DATA: Final = Path(__file__).parent.parent / "data"
_FILES: Final = {
    "": ("rate.html", "text/html; charset=utf-8"),
    "rate.js": ("rate.js", "text/javascript; charset=utf-8"),
    "rate.css": ("rate.css", "text/css; charset=utf-8"),
    "rate_texts.json": ("rate_texts.json", "application/json; charset=utf-8"),
}
_JSON: Final = "application/json; charset=utf-8"
_MOST_BYTES: Final = 64 * 1024
_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class RatingServer(ThreadingHTTPServer):
    """Serves one session until `shutdown`."""

    daemon_threads = True

    def __init__(self, session: Session, port: int = 0) -> None:
        """Take a port on 127.0.0.1; 0 takes a free one. Raises OSError where it is taken."""
        super().__init__(("127.0.0.1", port), _Handler)
        self.session = session
        self.token = secrets.token_urlsafe(16)
        self.hosts = {f"127.0.0.1:{self.server_port}", f"localhost:{self.server_port}"}

    @property
    def url(self) -> str:
        """The page's address."""
        return f"http://127.0.0.1:{self.server_port}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    server: RatingServer
    protocol_version = "HTTP/1.1"
    timeout = 30
    server_version = "aac-evaluate"
    sys_version = ""

    def do_GET(self) -> None:
        path = self._path()
        if path is None:
            return
        if path in _FILES:
            name, kind = _FILES[path]
            self._send(HTTPStatus.OK, kind, (_DATA / name).read_bytes())
        elif path == "about":
            self._send_json({"credit": self.server.session.pictures.credit})
        elif path.startswith("picture/") and path[8:].isdecimal():
            self._send_picture(int(path[8:]))
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _send_picture(self, number: int) -> None:
        picture = self.server.session.pictures.read(number)
        if picture is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(HTTPStatus.OK, *picture)

    def do_POST(self) -> None:
        path = self._path()
        if path is None:
            return
        if self.headers.get("Origin") not in {f"http://{host}" for host in self.server.hosts}:
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        said = self._said()
        if said is None:
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        try:
            self._answer(path, said)
        except BadJudgementError as error:
            self._send_json({"error": str(error)}, HTTPStatus.CONFLICT)

    def _answer(self, path: str, said: Mapping[str, Any]) -> None:
        session = self.server.session
        if path == "judge":
            session.judge(said)
        elif path != "next":
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        self._send_json(session.next_question(said))

    def _path(self) -> str | None:
        """What is asked for, without the token; None where it was refused already."""
        first, _slash, rest = self.path.partition("?")[0].removeprefix("/").partition("/")
        is_ours = self.headers.get("Host") in self.server.hosts
        if is_ours and secrets.compare_digest(first.encode(), self.server.token.encode()):
            return rest
        self._refuse(HTTPStatus.FORBIDDEN)
        return None

    def _said(self) -> dict[str, Any] | None:
        """The body of a request; None for what is no JSON object of a page of ours."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _MOST_BYTES:
            return None
        try:
            said = json.loads(self.rfile.read(int(length)))
        except ValueError:
            return None
        return said if isinstance(said, dict) else None

    def _send_json(self, value: Mapping[str, Any], status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(status, _JSON, json.dumps(value, ensure_ascii=False).encode())

    def _refuse(self, status: HTTPStatus) -> None:
        # What the body of a refused request holds is not read, so the connection is of no use.
        self.close_connection = True
        self._send(status, "text/plain; charset=utf-8", status.phrase.encode())

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """The address holds the token: it is written nowhere."""

"""The server of the review page, for this machine only.

It listens on 127.0.0.1, answers only requests that name that host (so that no other site can
reach it by a name of its own), and only below an address with a random token. The page loads
nothing from elsewhere, and its policy forbids it to.
"""

import hmac
import json
import secrets
import webbrowser
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, urlsplit

from toolkit.exceptions import ToolkitError
from toolkit.review.json_api import ConflictError, decide, mark, overview, text_message
from toolkit.review.session import Session

HOST = "127.0.0.1"

_PAGE = {
    "": ("page.html", "text/html; charset=utf-8"),
    "page.css": ("page.css", "text/css; charset=utf-8"),
    "page.js": ("page.js", "text/javascript; charset=utf-8"),
}
_LARGEST = 1_000_000
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class ReviewServer(ThreadingHTTPServer):
    """The server of one session."""

    daemon_threads = True

    def __init__(self, session: Session, *, port: int = 0) -> None:
        """Listen on a port of 127.0.0.1, any free one for 0. ToolkitError if it is taken."""
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as error:
            raise ToolkitError(f"port {port} cannot be used: {error.strerror}") from error
        self.session = session
        self.token = secrets.token_urlsafe(24)

    @property
    def address(self) -> str:
        """The address of the page, with the token."""
        return f"http://{HOST}:{self.server_port}/{self.token}/"


def serve(session: Session, *, port: int, browser: bool, say: Callable[[str], None]) -> None:
    """Serve the page until the program is interrupted."""
    with ReviewServer(session, port=port) as server:
        say(f"Review at {server.address} (end with Ctrl-C)")
        if browser:
            webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Every decision is in the ledger.")


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    server: ReviewServer
    server_version = "tei-review"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Answer requests for the page, its parts and its data."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """Record decisions, or withdraw them."""
        self._answer(self._post)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the library's name
        """Log nothing, so that the address stays on the terminal."""

    def _answer(self, respond: Callable[[str, Mapping[str, str]], None]) -> None:
        try:
            path, query = self._asked()
            if path is None:
                self._send_json({"error": "not here"}, HTTPStatus.NOT_FOUND)
            else:
                respond(path, query)
        except ConflictError as conflict:
            self._send_json({"error": str(conflict)}, HTTPStatus.CONFLICT)
        except (KeyError, ValueError, TypeError, RecursionError) as error:
            self._send_json({"error": f"not understood: {error}"}, HTTPStatus.BAD_REQUEST)
        except ToolkitError as error:
            self._send_json({"error": str(error)}, HTTPStatus.INTERNAL_SERVER_ERROR)

    def _asked(self) -> tuple[str | None, Mapping[str, str]]:
        """Return the path below the token and the query; no path if the request is refused."""
        port = self.server.server_port
        hosts = {f"{HOST}:{port}", f"localhost:{port}"}
        origin = self.headers.get("Origin")
        parts = urlsplit(self.path)
        token, slash, path = parts.path.lstrip("/").partition("/")
        known = hmac.compare_digest(token.encode(), self.server.token.encode())
        if self.headers.get("Host") not in hosts or not known or not slash:
            return None, {}
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            return None, {}
        return path, {name: values[-1] for name, values in parse_qs(parts.query).items()}

    def _get(self, path: str, query: Mapping[str, str]) -> None:
        session = self.server.session
        if path in _PAGE:
            name, kind = _PAGE[path]
            self._send(files("toolkit.review").joinpath("page", name).read_bytes(), kind)
        elif path == "api/overview":
            self._send_json(overview(session))
        elif path == "api/text":
            self._send_json(text_message(session, query["name"]))
        elif path == "api/revision":
            self._send_json({"revision": session.revision})
        else:
            self._send_json({"error": "not here"}, HTTPStatus.NOT_FOUND)

    def _post(self, path: str, _query: Mapping[str, str]) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        if not 0 <= length <= _LARGEST:
            self.close_connection = True
            raise ValueError("the message is too large")
        message = json.loads(self.rfile.read(length))
        if self.headers.get_content_type() != "application/json" or not isinstance(message, dict):
            raise ValueError("a JSON object was expected")
        if path == "api/decide":
            self._send_json({"decided": decide(self.server.session, message)})
        elif path == "api/mark":
            self._send_json({"id": mark(self.server.session, message)})
        elif path == "api/undo":
            undone = self.server.session.undo()
            words = undone[0].target.quote if undone else ""
            self._send_json({"undone": len(undone), "words": words})
        else:
            self._send_json({"error": "not here"}, HTTPStatus.NOT_FOUND)

    def _send_json(self, value: Mapping[str, Any], status: HTTPStatus = HTTPStatus.OK) -> None:
        data = json.dumps(value, ensure_ascii=True).encode()
        if status is not HTTPStatus.OK:
            self.close_connection = True
        self._send(data, "application/json", status)

    def _send(self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)

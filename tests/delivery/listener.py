"""A program elsewhere that subscribes to feeds: a server of its own on this machine."""

import hmac
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Heard:
    """One request that came in.

    Args:
        at: when it had come in whole, UTC.
        path: with what stands behind its question mark.
        headers: by their names in small letters.
        body: its bytes.
    """

    at: datetime
    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def asked(self) -> dict[str, str]:
        return {name: one[0] for name, one in parse_qs(urlsplit(self.path).query).items()}

    def is_signed(self, secret: str) -> bool:
        signed = hmac.new(secret.encode(), self.body, "sha256").hexdigest()
        return self.headers.get("x-hub-signature") == f"sha256={signed}"


@dataclass
class Listener:
    """What it heard, and how it answers.

    Args:
        answer: status and body of an answer to a request; the challenge where it is asked for.
    """

    answer: Callable[[Heard], tuple[int, bytes]]
    heard: list[Heard] = field(default_factory=list)
    port: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def address(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def pushes(self) -> list[Heard]:
        return [one for one in self.heard if one.method == "POST"]

    def wait(self, done: Callable[[], object], seconds: float = 60) -> bool:
        """Wait until something is so that may become so by what is heard."""
        end = time.monotonic() + seconds
        with self.changed:
            while not (result := done()) and (left := end - time.monotonic()) > 0:
                self.changed.wait(min(left, 0.5))
        return bool(result)


def confirming(heard: Heard) -> tuple[int, bytes]:
    """As a subscriber that wants what is asked in its name, and takes what it is sent."""
    return 200, heard.asked.get("hub.challenge", "").encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._hear(b"")

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) == length:  # of one whose sender was killed meanwhile no program takes a part
            self._hear(body)

    def _hear(self, body: bytes) -> None:
        listener = cast("_Server", self.server).listener
        headers = {name.lower(): value for name, value in self.headers.items()}
        heard = Heard(datetime.now(UTC), self.command, self.path, headers, body)
        with listener.changed:
            listener.heard.append(heard)
            listener.changed.notify_all()
        status, said = listener.answer(heard)
        self.send_response(status)
        self.send_header("Content-Length", str(len(said)))
        if 300 <= status < 400:
            self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_said: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    listener: Listener

    def handle_error(self, *_: object) -> None:
        """Whoever hangs up is of no interest."""


@contextmanager
def listening(
    answer: Callable[[Heard], tuple[int, bytes]] = confirming, host: str = "127.0.0.1"
) -> Iterator[Listener]:
    """A subscriber on a free port of this machine."""
    with _Server((host, 0), _Handler) as server:
        server.listener = Listener(answer, port=server.server_port)
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server.listener
        finally:
            server.shutdown()
            thread.join()

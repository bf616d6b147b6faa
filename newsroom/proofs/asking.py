"""Asking our own public addresses as anybody would: without a name, with a clock in hand."""

import hashlib
import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from press.errors import Refusal

TIMEOUT_SECONDS = 10
MAX_BYTES = 16 * 2**20
_CHUNK = 2**16
_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
# As any reader asks; unpacked, so that what is looked for can be seen.
_HEADERS = {"User-Agent": "newsroom-proof", "Accept": "*/*", "Accept-Encoding": "identity"}


class Unreachable(Refusal):
    """No server answers at the address the public is given."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address answered.

    Args:
        method: of the request.
        path: asked.
        held: the entity tag sent as If-None-Match; empty for none.
        status: HTTP status; 0 if it did not answer.
        headers: as received, a line each.
        tag: the entity tag received, empty for none.
        body: the document.
        asked: when, UTC.
        answered: when all of it had arrived, UTC.
        error: why there is no answer.
    """

    method: str
    path: str
    held: str
    status: int
    headers: str
    tag: str
    body: bytes
    asked: datetime
    answered: datetime
    error: str = ""

    def as_recorded(self, traces: list[str]) -> dict[str, Any]:
        """What a record keeps of it; times are milliseconds since 1970, UTC."""
        kept: dict[str, Any] = {"method": self.method, "path": self.path}
        kept |= {"if_none_match": self.held} if self.held else {}
        kept |= {"asked": ms(self.asked), "answered": ms(self.answered), "traces": traces}
        if self.error:
            return kept | {"error": self.error}
        digest = hashlib.sha256(self.body).hexdigest()
        return kept | {"status": self.status, "length": len(self.body), "sha256": digest}


def ms(instant: datetime) -> int:
    """Whole milliseconds since 1970, rounded down."""
    return (instant - _EPOCH) // timedelta(milliseconds=1)


class Asker:
    """Asks one server.

    Args:
        base_url: where the public finds the newsroom.
        address: the server really asked, where that is another one (behind a proxy); else empty.
        clock: tells the time, UTC.

    Raises:
        Refusal: the address is not a web address.
    """

    def __init__(self, base_url: str, address: str, clock: Callable[[], datetime]) -> None:
        self.server = urlsplit(address or base_url)
        if self.server.scheme not in ("http", "https") or not self.server.hostname:
            raise Refusal(f"“{address}” is not a web address such as http://127.0.0.1:8000")
        self.host = urlsplit(base_url).netloc
        self.clock = clock

    def ask(self, path: str, method: str = "GET", held: str = "") -> Reply:
        """Ask once; a server that does not answer is an answer too."""
        asked = self.clock()
        try:
            status, headers, tag, body = self._exchange(path, method, held)
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = str(error) or type(error).__name__
            return Reply(method, path, held, 0, "", "", b"", asked, self.clock(), reason)
        return Reply(method, path, held, status, headers, tag, body, asked, self.clock())

    def _exchange(self, path: str, method: str, held: str) -> tuple[int, str, str, bytes]:
        headers = _HEADERS | {"Host": self.host} | ({"If-None-Match": held} if held else {})
        connection = self._connect()
        try:
            connection.request(method, self.server.path.rstrip("/") + path, headers=headers)
            response = connection.getresponse()
            lines = "\n".join(f"{name}: {value}" for name, value in response.getheaders())
            return response.status, lines, response.getheader("ETag", ""), _read(response)
        finally:
            connection.close()

    def _connect(self) -> http.client.HTTPConnection:
        host, port = self.server.hostname or "", self.server.port
        if self.server.scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=TIMEOUT_SECONDS)
        return http.client.HTTPConnection(host, port, timeout=TIMEOUT_SECONDS)


def _read(response: http.client.HTTPResponse) -> bytes:
    """All of an answer, but no more than is reasonable in length or in time."""
    give_up = time.monotonic() + TIMEOUT_SECONDS
    body = b""
    while chunk := response.read1(_CHUNK):
        body += chunk
        if len(body) > MAX_BYTES:
            raise ValueError(f"it is longer than {MAX_BYTES} bytes")
        if time.monotonic() > give_up:
            raise TimeoutError(f"it takes longer than {TIMEOUT_SECONDS} seconds")
    return body

"""The one client that asks programs elsewhere, at addresses that others gave us.

Such an address must not lead into our own network (SSRF). A name is resolved once, and what was
checked is what is connected to, so that a name that means something else a moment later leads
nowhere; redirects are not followed, and proxies are not asked.
"""

import http.client
import io
import re
import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import Any
from urllib.parse import SplitResult, urlsplit

from delivery.public_addresses import is_own, is_public
from press.errors import CallbackFailed, CallbackRefused

SECONDS = 10.0
MOST = 64 * 1024
_PORTS = {"http": 80, "https": 443}
_PRINTABLE = re.compile(r"[!-\[\]-~]+")  # no spaces, no controls, no backslash
_NAME = re.compile(r"(?:[a-z0-9_-]{1,63}\.)*[a-z0-9-]{1,63}")
_Found = tuple[Any, ...]  # family, kind, protocol, name, address: as getaddrinfo says


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What a program elsewhere answered.

    Args:
        status: of the answer.
        headers: by their names in small letters.
        body: its beginning, as long as was asked for.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


class GuardedClient:
    """Asks programs elsewhere, and never one in our own network.

    Args:
        private: whether this machine and its house's network may be asked all the same.
        seconds: after which an answer is no longer waited for, from the first connection on.
        most: bytes of an answer's body that are read.
        resolve: says which addresses a name has, as `socket.getaddrinfo`.
    """

    def __init__(
        self,
        *,
        private: bool,
        seconds: float = SECONDS,
        most: int = MOST,
        resolve: Callable[..., Sequence[_Found]] = socket.getaddrinfo,
    ) -> None:
        self._private = private
        self._seconds = seconds
        self._most = most
        self._resolve = resolve
        self._tls = ssl.create_default_context()

    def check(self, address: str) -> None:
        """Make sure that an address may be asked.

        Args:
            address: http or https.

        Raises:
            CallbackRefused: it may not.
            CallbackFailed: its name is not known now.
        """
        self._find(_split(address))

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> CallbackAnswer:
        """Ask for what is at an address.

        Args:
            address: http or https.
            headers: sent with it.

        Raises:
            CallbackRefused: it may not be asked.
            CallbackFailed: it did not answer.
        """
        return self._ask("GET", address, None, headers or {})

    def post(self, address: str, body: bytes, headers: Mapping[str, str]) -> CallbackAnswer:
        """Send bytes to an address.

        Args:
            address: http or https.
            body: what is sent.
            headers: sent with it.

        Raises:
            CallbackRefused: it may not be asked.
            CallbackFailed: it did not answer.
        """
        return self._ask("POST", address, body, headers)

    def _ask(
        self, method: str, address: str, body: bytes | None, headers: Mapping[str, str]
    ) -> CallbackAnswer:
        parts = _split(address)
        found = self._find(parts)
        end = time.monotonic() + self._seconds
        tls = self._tls if parts.scheme == "https" else None
        line = _Connection(parts, found, end, tls)
        try:
            line.request(method, _path(parts), body, {"User-Agent": "newsroom", **headers})
            answer = line.getresponse()
            said = {name.lower(): value for name, value in answer.getheaders()}
            return CallbackAnswer(answer.status, said, answer.read(self._most))
        except (OSError, http.client.HTTPException) as error:
            raise CallbackFailed(_reason(error)) from error
        finally:
            line.hang_up()

    def _find(self, parts: SplitResult) -> Sequence[_Found]:
        """The addresses behind a name; if one of them is not the world's, none is asked."""
        host, port = _host(parts), _port(parts)
        try:
            found = self._resolve(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise CallbackFailed(f"the name {host} is not known") from error
        if not found or not all(self._may_ask(str(one[4][0])) for one in found):
            raise CallbackRefused(f"{host} is not an address on the public internet")
        return found

    def _may_ask(self, address: str) -> bool:
        return is_public(address) or (self._private and is_own(address))


class _Connection(http.client.HTTPConnection):
    """A connection to one of the addresses that were checked, which ends at an instant.

    Args:
        parts: of the address; its name is the one in Host, in SNI and in the certificate.
        found: where to connect, the first that answers.
        end: by the monotonic clock.
        tls: how to encrypt; None: not at all.
    """

    def __init__(
        self,
        parts: SplitResult,
        found: Sequence[_Found],
        end: float,
        tls: ssl.SSLContext | None,
    ) -> None:
        super().__init__(_host(parts), _port(parts))
        self.default_port = _PORTS[parts.scheme]
        self._found, self._end, self._context = found, end, tls
        self._hurried: _Hurried | None = None

    def connect(self) -> None:
        """Connect to what was checked, and let every later step end in time."""
        line = self._reach()
        try:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._context:
                line.settimeout(_left(self._end))
                line = self._context.wrap_socket(line, server_hostname=self.host)
        except BaseException:
            line.close()
            raise
        self.sock = self._hurried = _Hurried(line, self._end)

    def hang_up(self) -> None:
        """Close the line."""
        if self._hurried:
            self._hurried.hang_up()

    def _reach(self) -> socket.socket:
        """Each gets its share of the time, so that one that is silent leaves some to the next."""
        for n, (family, kind, protocol, _, address) in enumerate(self._found, 1):
            line = socket.socket(family, kind, protocol)
            try:
                line.settimeout(_left(self._end) / (len(self._found) - n + 1))
                line.connect(address)
            except OSError:
                line.close()
                if n == len(self._found):
                    raise
            else:
                return line
        raise OSError("nowhere to connect to")


class _Hurried:
    """What `http.client` needs of a socket; every byte sent or received must come before an end.

    A time limit of a socket holds for each step, and one byte at a time is a step each.
    """

    def __init__(self, line: socket.socket, end: float) -> None:
        self._line, self._end = line, end

    def sendall(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            self._line.settimeout(_left(self._end))
            rest = rest[self._line.send(rest) :]

    def receive(self, buffer: Any) -> int:
        self._line.settimeout(_left(self._end))
        return self._line.recv_into(buffer)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Incoming(self))

    def close(self) -> None:
        """Nothing: it is called once no second request can follow, and an answer may still come."""

    def hang_up(self) -> None:
        self._line.close()


class _Incoming(io.RawIOBase):
    def __init__(self, line: _Hurried) -> None:
        self._line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._line.receive(buffer)


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _split(address: str) -> SplitResult:
    if not _PRINTABLE.fullmatch(address):
        raise CallbackRefused("the address has characters that are not written so in addresses")
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise CallbackRefused(f"the address cannot be read: {error}") from error
    if parts.scheme not in _PORTS:
        raise CallbackRefused("the address begins neither with https:// nor with http://")
    if "@" in parts.netloc:
        raise CallbackRefused("the address has a user's name in it")
    _host(parts)
    return parts


def _host(parts: SplitResult) -> str:
    """The name; one that ends in a number is an address, written in full (not 127.1, 0x7f000001).

    See https://url.spec.whatwg.org/#ends-in-a-number-checker.
    """
    host = (parts.hostname or "").lower()
    if ":" in host and "%" not in host and "[" in parts.netloc:
        return host  # an IPv6 address; which one is seen when it is resolved
    is_number = host.rpartition(".")[2][:1].isdigit()
    if not _NAME.fullmatch(host) or (is_number and not _is_address(host)):
        raise CallbackRefused("the address has no name of a computer that could be asked")
    return host


def _is_address(host: str) -> bool:
    try:
        IPv4Address(host)
    except ValueError:
        return False
    return True


def _port(parts: SplitResult) -> int:
    port = _PORTS[parts.scheme] if parts.port is None else parts.port
    if not port:
        raise CallbackRefused("the address has a port on which nothing can listen")
    return port


def _path(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it did not answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold: {error.verify_message}"
    return str(getattr(error, "strerror", None) or error or type(error).__name__)

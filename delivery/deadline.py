"""A connection to an address that was checked, which ends at an instant, whatever comes over it."""

import http.client
import io
import socket
import ssl
import time
from collections.abc import Sequence
from typing import Any

from delivery.callback_address import PORTS, CallbackAddress

Found = tuple[Any, ...]  # family, kind, protocol, name, address: as getaddrinfo says


class DeadlineConnection(http.client.HTTPConnection):
    """A connection to one of the addresses that were checked.

    Args:
        address: what is asked; its name is the one in Host, in SNI and in the certificate.
        found: where to connect, the first that answers.
        end: by the monotonic clock.
        tls: how to encrypt; None: not at all.
    """

    def __init__(
        self,
        address: CallbackAddress,
        found: Sequence[Found],
        end: float,
        tls: ssl.SSLContext | None,
    ) -> None:
        super().__init__(address.host, address.port)
        self.default_port = PORTS[address.scheme]
        self._found, self._end, self._context = found, end, tls
        self._line: _DeadlineSocket | None = None

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
        self.sock = self._line = _DeadlineSocket(line, self._end)

    def hang_up(self) -> None:
        """Close the line."""
        if self._line:
            self._line.hang_up()

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


class _DeadlineSocket:
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
    def __init__(self, line: _DeadlineSocket) -> None:
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

"""Bytes passed on both ways, unread: for everything that is not a plain poll."""

import socket
from collections.abc import Callable

from web.loop import READ, WRITE, Loop

# Bytes that wait for one side before the other is no longer read.
MOST = 256 * 1024
_CHUNK = 64 * 1024
# How long nothing may move; how long a client may take to end after the application has.
_IDLE_SECONDS, _LAST_SECONDS = 300, 5


class Flow:
    """One direction.

    Args:
        source: where bytes come from.
        target: where they go.
        waiting: bytes that have come already.
    """

    def __init__(self, source: socket.socket, target: socket.socket, waiting: bytes = b"") -> None:
        self.source = source
        self.target = target
        self.is_over = False  # nothing more will be sent
        self._waiting = bytearray(waiting)
        self._has_ended = False  # nothing more will come

    @property
    def wants_to_read(self) -> bool:
        """Whether there is place for more."""
        return not self._has_ended and len(self._waiting) < MOST

    @property
    def wants_to_write(self) -> bool:
        """Whether something waits."""
        return bool(self._waiting)

    def fill(self) -> None:
        """Take what has come."""
        try:
            piece = self.source.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        self._has_ended = not piece
        self._waiting += piece

    def drain(self) -> None:
        """Send what waits, as far as it is taken; say that it was all, if it was (half-close)."""
        try:
            if self._waiting:
                del self._waiting[: self.target.send(self._waiting)]
            if self._has_ended and not self._waiting and not self.is_over:
                self.is_over = True
                self.target.shutdown(socket.SHUT_WR)
        except BlockingIOError:
            pass
        except OSError:  # it takes nothing more; what it has said itself still goes the other way
            self._waiting.clear()
            self._has_ended = self.is_over = True


class Tunnel:
    """Two connections that look like one until both have ended.

    Args:
        loop: that waits for both.
        client: who has called.
        backend: a connection to the application.
        received: what the client has said already.
        left: called once, when it is over.
    """

    def __init__(
        self,
        loop: Loop,
        client: socket.socket,
        backend: socket.socket,
        received: bytes,
        left: Callable[[], None],
    ) -> None:
        self._loop = loop
        self._there = Flow(client, backend, received)
        self._back = Flow(backend, client)
        self._left = left
        self._is_closed = False
        loop.waiting.add(self)
        self._move()

    def expire(self) -> None:
        """Close both."""
        if not self._is_closed:
            self._is_closed = True
            self._loop.waiting.discard(self)
            self._loop.close(self._there.source)
            self._loop.close(self._back.source)
            self._left()

    def _ready(self, flow: Flow, mask: int) -> None:
        if self._is_closed:  # by the other side's turn, a moment ago
            return
        if mask & READ:
            flow.fill()
        self._move()

    def _move(self) -> None:
        for flow in (self._there, self._back):
            flow.drain()
        if self._there.is_over and self._back.is_over:
            self.expire()
            return
        self.deadline = self._loop.now + (_LAST_SECONDS if self._back.is_over else _IDLE_SECONDS)
        self._watch(self._there, self._back, self._ready_there)
        self._watch(self._back, self._there, self._ready_back)

    def _watch(self, out: Flow, into: Flow, ready: Callable[[int], None]) -> None:
        mask = READ * out.wants_to_read | WRITE * into.wants_to_write
        self._loop.watch(out.source, mask, ready)

    def _ready_there(self, mask: int) -> None:
        self._ready(self._there, mask)

    def _ready_back(self, mask: int) -> None:
        self._ready(self._back, mask)

"""One thread that waits for many sockets, and ends what has been waited for long enough."""

import selectors
import socket
import time
from collections.abc import Callable
from typing import Protocol

READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
# What is called when a socket is ready, with what it is ready for.
Ready = Callable[[int], None]
_LOOK_SECONDS = 1.0


class Closeable(Protocol):
    """A socket or a pipe."""

    def fileno(self) -> int:
        """Its number, or -1 when it is closed (of a socket)."""

    def close(self) -> None:
        """Close it."""


class Waiting(Protocol):
    """Something that waits for a socket no longer than it has to."""

    deadline: float  # on the loop's clock

    def expire(self) -> None:
        """End it: its time is over."""


class Loop:
    """Calls whoever has registered a socket when it is ready.

    Args:
        begin: called each time after sockets have become ready, before anybody is told.
    """

    def __init__(self, begin: Callable[[], None]) -> None:
        self.now = time.monotonic()
        self.waiting: set[Waiting] = set()
        self._begin = begin
        self._selector = selectors.DefaultSelector()
        self._looked = self.now

    def turn(self) -> None:
        """Wait until a socket is ready, a second at the most, and tell those who registered."""
        ready = self._selector.select(_LOOK_SECONDS)
        self.now = time.monotonic()
        self._begin()
        for key, mask in ready:
            key.data(mask)
        if self.now >= self._looked + _LOOK_SECONDS:
            self._looked = self.now
            for one in [one for one in self.waiting if one.deadline < self.now]:
                one.expire()

    def watch(self, one: Closeable, mask: int, ready: Ready) -> None:
        """Tell somebody when a socket is ready to be read, written or either; 0 ends it."""
        registered = self._selector.get_map().get(one)
        if registered is None:
            if mask:
                self._selector.register(one, mask, ready)
        elif not mask:
            self._selector.unregister(one)
        elif (registered.events, registered.data) != (mask, ready):
            self._selector.modify(one, mask, ready)

    def close(self, one: Closeable) -> None:
        """Forget a socket and close it."""
        if one.fileno() >= 0:
            self.watch(one, 0, lambda _: None)
            one.close()

    def end(self) -> None:
        """Let go of everything; nothing is watched any more."""
        self._selector.close()


def dial(address: str) -> socket.socket:
    """Connect to a Unix socket, which never waits.

    Raises:
        OSError: nobody is there, or too many wait already.
    """
    one = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        one.setblocking(False)
        one.connect(address)
    except OSError:
        one.close()
        raise
    return one

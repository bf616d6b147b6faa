"""One thread that waits for many sockets, and ends what has been waited for long enough."""

import select
import socket
import time
from collections.abc import Callable
from typing import Protocol

READ, WRITE = select.POLLIN, select.POLLOUT  # epoll's have the same values
_EITHER = READ | WRITE
# Anything else is an end or an error, which whoever reads or writes then finds out.
_USUAL = (READ, WRITE, _EITHER)
# What is called when a socket is ready, with what it is ready for.
Ready = Callable[[int], None]
_LOOK_SECONDS = 1.0
# Not `selectors`: it makes an object of every event, which polls by the thousand feel. Where there
# is no epoll (macOS), poll asks the same way, but counts milliseconds.
HAS_EPOLL = hasattr(select, "epoll")


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
        self._poll = select.epoll() if HAS_EPOLL else select.poll()
        self._patience = _LOOK_SECONDS if HAS_EPOLL else _LOOK_SECONDS * 1000
        self._watched: dict[int, tuple[int, Ready]] = {}
        self._looked = self.now

    def turn(self) -> None:
        """Wait until a socket is ready, a second at the most, and tell those who registered."""
        events = self._poll.poll(self._patience)
        self.now = time.monotonic()
        self._begin()
        watched = self._watched
        # Who is told is settled first: a number may be another socket's a moment later.
        for ready, mask in [(watched[number][1], mask) for number, mask in events]:
            ready(mask if mask in _USUAL else mask | _EITHER)
        if self.now >= self._looked + _LOOK_SECONDS:
            self._looked = self.now
            for one in [one for one in self.waiting if one.deadline < self.now]:
                one.expire()

    def watch(self, one: Closeable, mask: int, ready: Ready) -> None:
        """Tell somebody when a socket is ready to be read, written or either; 0 ends it."""
        number = one.fileno()
        before, _ = self._watched.get(number, (0, None))
        if mask != before:
            self._ask(number, before, mask)
        if mask:
            self._watched[number] = mask, ready
        else:
            self._watched.pop(number, None)

    def close(self, one: Closeable) -> None:
        """Forget a socket and close it."""
        if one.fileno() >= 0:
            self.watch(one, 0, lambda _: None)
            one.close()

    def end(self) -> None:
        """Let go of everything; nothing is watched any more."""
        self._watched.clear()
        getattr(self._poll, "close", bool)()  # epoll's only

    def _ask(self, number: int, before: int, mask: int) -> None:
        if not mask:
            self._poll.unregister(number)
        elif before:
            self._poll.modify(number, mask)
        else:
            self._poll.register(number, mask)


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

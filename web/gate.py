"""The gate before the application's server: plain polls are answered here, all else passes.

One thread waits for all connections. What a poll is told is the application's own answer, byte for
byte, asked for once a minute and generation of the database: docs/decisions.md.
"""

import errno
import socket
from contextlib import suppress
from typing import TextIO

from web.call import Call
from web.counter import Counter
from web.loop import READ, Closeable

MOST = 1024
_NO_NUMBER = {errno.EMFILE, errno.ENFILE}
# How long those who are being answered have when the gate is told to stop.
_STOP_SECONDS = 5


class Gate:
    """Lets in as many as there is place for.

    Args:
        listener: where they come; closed in the end.
        counter: answers polls.
        most: how many may be connected; others wait outside until somebody leaves.
    """

    def __init__(self, listener: socket.socket, counter: Counter, most: int = MOST) -> None:
        self.calls: set[Call] = set()
        self._listener = listener
        self._counter = counter
        self._loop = counter.loop
        self._most = most
        self._until: float | None = None
        stopped, self._stop = socket.socketpair()
        self._ending: list[Closeable] = [listener, stopped]  # no longer watched once it stops
        listener.setblocking(False)
        self._loop.watch(listener, READ, self._let_in)
        self._loop.watch(stopped, READ, self._close_up)

    def run(self) -> None:
        """Serve until told to stop, and until everybody who waits for an answer then has it."""
        while self._until is None or (self.calls and self._loop.now < self._until):
            self._loop.turn()
        while self._loop.waiting:
            self._loop.waiting.pop().expire()
        self._loop.end()
        self._stop.close()

    def stop(self) -> None:
        """Have it stop soon; for other threads and handlers of signals."""
        with suppress(OSError):  # it has stopped already
            self._stop.send(b".")

    def end_with(self, starter: TextIO) -> None:
        """Stop when whoever started it is gone.

        Args:
            starter: a pipe whose other end is theirs, and on which nothing comes.
        """
        self._ending.append(starter)
        self._loop.watch(starter, READ, self._close_up)

    def _let_in(self, _: int) -> None:
        while len(self.calls) < self._most:
            try:
                client, _address = self._listener.accept()
                client.setblocking(False)
                client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as error:  # that was the last one, or it has hung up already
                if error.errno in _NO_NUMBER and self.calls:  # until somebody leaves
                    self._loop.watch(self._listener, 0, self._let_in)
                return
            self.calls.add(Call(self._counter, client, self._left))
        self._loop.watch(self._listener, 0, self._let_in)

    def _left(self, call: Call) -> None:
        self.calls.discard(call)
        if self._until is None:
            self._loop.watch(self._listener, READ, self._let_in)

    def _close_up(self, _: int) -> None:
        self._until = self._loop.now + _STOP_SECONDS
        while self._ending:
            self._loop.close(self._ending.pop())
        for call in list(self.calls):
            call.is_last = True
            if call.is_resting:
                call.expire()

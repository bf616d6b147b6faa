"""Answers that are good for this minute and this generation, and who waits for the others."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Protocol

from werkzeug.http import http_date

from press.errors import HomeRefused
from web.answers import seconds_left
from web.asking import Asking
from web.loop import Loop
from web.packet import Packet
from web.wire import USUAL_LENGTH, Said, Stamp, Wish

# Bytes there is place for; what an answer takes beside its own bytes and its question's.
ROOM, OVERHEAD = 64 * 1024 * 1024, 1024
# How many ways to ask are remembered for a second; each is a kilobyte at the most.
MOST_READY = 4096
Moment = tuple[datetime, object]


class Caller(Protocol):
    """Somebody who wishes for an answer."""

    def answer(self, packet: Packet) -> None:
        """Give it."""

    def pass_on(self) -> None:
        """Let the application itself answer."""


class Counter:
    """Gives out the application's own answers, each asked for once a minute and generation.

    Args:
        backend: the Unix socket on which the application is served.
        generation: a number that grows whenever anything is written.
        clock: tells the instant, UTC.
        room: bytes there is place for; the oldest answers make room.
    """

    def __init__(
        self,
        backend: str,
        generation: Callable[[], int],
        clock: Callable[[], datetime],
        room: int = ROOM,
    ) -> None:
        self.loop = Loop(self._begin)
        self.size = 0
        self.backend = backend
        self._generation = generation
        self._clock = clock
        self._room = room
        self._is_read = False
        self._moment: Moment | None = None
        self._second: datetime | None = None
        self._stamp = Stamp(0, b"")
        self._kept: dict[Wish, tuple[Stamp | None, Said]] = {}
        self._packets: dict[Wish, Packet] = {}  # of this second
        self._ready: dict[bytes, Packet] = {}
        self._asked: dict[tuple[Wish, Moment | None], list[Caller]] = {}

    def at_once(self, received: bytes) -> Packet | None:
        """The answer to the very same bytes, if they were answered this second already."""
        if not self._is_read:
            self._read()
        return self._ready.get(received)

    def find(self, wish: Wish, received: bytes) -> Packet | None:
        """The answer that is good now.

        Args:
            wish: what for.
            received: how it was said.
        """
        if not self._is_read:
            self._read()
        kept = self._kept.get(wish)
        if kept is None:
            return None
        stamp, said = kept
        if stamp != self._stamp:
            said = said.at(self._stamp)
            self._kept[wish] = self._stamp, said
        packet = self._packets.get(wish)
        if packet is None:
            packet = self._packets[wish] = Packet(said.head, said.body)
        if len(received) <= USUAL_LENGTH and len(self._ready) < MOST_READY:
            self._ready[received] = packet
        return packet

    def ask(self, wish: Wish, caller: Caller) -> None:
        """Answer somebody later: all who miss the same in one moment wait for one answer."""
        callers = self._asked.setdefault((wish, self._moment), [])
        callers.append(caller)
        if len(callers) > 1:
            return
        moment = self._moment
        try:
            Asking(self.loop, self.backend, wish, lambda said: self._told(wish, moment, said))
        except OSError:
            self._told(wish, moment, None)

    def _begin(self) -> None:
        # Whatever is ready now was said before clock and generation are read again.
        self._is_read = False

    def _read(self) -> None:
        """See whether a new moment has come; if so, forget the past."""
        self._is_read = True
        instant, generation = self._clock(), object()
        self._date(instant)
        minute = instant.replace(second=0, microsecond=0)
        # A database that cannot be read makes a moment like no other: the application says why.
        with suppress(HomeRefused):
            generation = self._generation()
        if self._moment != (minute, generation):
            self._moment, self.size = (minute, generation), 0
            self._kept.clear()
            self._let_go()

    def _date(self, instant: datetime) -> None:
        second, left = instant.replace(microsecond=0), seconds_left(instant)
        if second != self._second or left != self._stamp.left:
            self._second, self._stamp = second, Stamp(left, http_date(instant).encode())
            self._let_go()

    def _let_go(self) -> None:
        """Forget what is dated and ready to be sent."""
        self._ready.clear()
        self._packets.clear()

    def _told(self, wish: Wish, moment: Moment | None, said: Said | None) -> None:
        callers = self._asked.pop((wish, moment))
        if said is None:
            for caller in callers:
                caller.pass_on()
            return
        if said.is_public and moment == self._moment:
            self._keep(wish, said)
        for caller in callers:
            caller.answer(Packet(said.head, said.body))

    def _keep(self, wish: Wish, said: Said) -> None:
        self._kept[wish] = None, said
        self.size += _weight(wish, said)
        if self.size > self._room:
            self._let_go()
        while self.size > self._room:
            oldest = next(iter(self._kept))
            self.size -= _weight(oldest, self._kept.pop(oldest)[1])


def _weight(wish: Wish, said: Said) -> int:
    """Bytes an answer takes, and its question, of which a stranger may make much."""
    asked = sum(len(part) for part in wish if part)
    return said.body.size + len(said.head) + asked + OVERHEAD

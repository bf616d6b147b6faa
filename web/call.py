"""One client's connection, for as long as it only sends plain polls."""

import socket
from collections.abc import Callable

from web.counter import Counter
from web.loop import READ, WRITE, dial
from web.packet import Body, Packet
from web.tunnel import Tunnel
from web.wire import is_unfinished, read_wish

# How long a connection may rest between polls, or take nothing of its answer; how long a head may
# take from its first byte to its last; how long the application may.
REST_SECONDS, HEAD_SECONDS, ANSWER_SECONDS = 75, 10, 75
_CHUNK = 2 * 1024  # more than a poll has; a larger buffer costs more each time
NOBODY = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nCache-Control: no-store\r\n"
    b"Connection: close\r\nContent-Length: 0\r\n\r\n"
)
NOTHING = Packet(b"", Body(b""))


class Call:
    """Polls of one client, in turn; the first thing that is none makes a tunnel of it.

    Args:
        counter: knows the answers.
        client: the connection, which never blocks.
        left: called once, when it is over.
    """

    def __init__(
        self, counter: Counter, client: socket.socket, left: Callable[["Call"], None]
    ) -> None:
        self.is_resting = True  # nothing is asked
        self.is_last = False  # it ends with the next answer
        self.deadline = counter.loop.now + REST_SECONDS
        self._counter = counter
        self._loop = counter.loop
        self._client = client
        self._left = left
        self._received = b""
        self._packet, self._sent = NOTHING, 0  # what is on its way, and how many bytes are there
        self._loop.waiting.add(self)
        # Not read at once: whatever it asks must be older than the moment it is answered from.
        self._loop.watch(client, READ, self._ready)

    def answer(self, packet: Packet) -> None:
        """Send an answer: what the connection does not take at once, as soon as it does."""
        self._received = b""
        try:
            sent = packet.send(self._client)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.expire()
            return
        if sent == packet.size:
            self._rest_now()
        else:
            self._packet, self._sent, self.is_resting = packet, sent, False
            self.deadline = self._loop.now + REST_SECONDS
            self._loop.watch(self._client, WRITE, self._send)

    def pass_on(self) -> None:
        """Let the application answer this, and whatever else comes on this connection."""
        if self._client.fileno() < 0:
            return
        try:
            backend = dial(self._counter.backend)
        except OSError:
            self.is_last = True
            self.answer(Packet(NOBODY, Body(b"")))
            return
        self.is_resting = False
        self._loop.waiting.discard(self)
        left = self._left
        Tunnel(self._loop, self._client, backend, self._received, lambda: left(self))

    def expire(self) -> None:
        """Hang up."""
        if self._client.fileno() >= 0:
            self._loop.waiting.discard(self)
            self._loop.close(self._client)
            self._left(self)

    def _ready(self, _: int) -> None:
        try:
            received = self._client.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            received = b""
        if not received:
            self.expire()
            return
        if self._received:
            received = self._received + received
        if (packet := self._counter.at_once(received)) is not None:
            self.answer(packet)
        elif (wish := read_wish(received)) is None:
            self._wait_or_pass(received)
        elif (packet := self._counter.find(wish, received)) is not None:
            self.answer(packet)
        else:
            self._received, self.is_resting = received, False
            self.deadline = self._loop.now + ANSWER_SECONDS
            self._loop.watch(self._client, 0, self._ready)
            self._counter.ask(wish, self)

    def _wait_or_pass(self, received: bytes) -> None:
        if is_unfinished(received):
            if not self._received:
                self.deadline = self._loop.now + HEAD_SECONDS
            self._received = received
        else:
            self._received = received
            self.pass_on()

    def _send(self, _: int) -> None:
        try:
            self._sent += self._packet.send(self._client, self._sent)
        except BlockingIOError:
            return
        except OSError:
            self.expire()
            return
        self.deadline = self._loop.now + REST_SECONDS
        if self._sent == self._packet.size:
            self._packet = NOTHING
            self._rest_now()

    def _rest_now(self) -> None:
        self.deadline = self._loop.now + REST_SECONDS
        if self.is_last:
            self.expire()
        elif not self.is_resting:
            self.is_resting = True
            self._loop.watch(self._client, READ, self._ready)

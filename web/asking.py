"""One question to the application."""

from collections.abc import Callable

from web.loop import READ, Loop, dial
from web.wire import Said, Wish, read_answer

# A larger answer is passed on piece by piece; the application's feeds and pages are far smaller.
_LARGEST = 8 * 1024 * 1024
_ANSWER_SECONDS = 30
_CHUNK = 256 * 1024


class Asking:
    """One question to the application, on a connection of its own that ends with the answer.

    Args:
        loop: that waits for the answer.
        backend: the Unix socket on which the application is served.
        wish: what for.
        told: called once with the answer, or None if it is not certain that it is whole.

    Raises:
        OSError: the application cannot be reached.
    """

    def __init__(
        self, loop: Loop, backend: str, wish: Wish, told: Callable[[Said | None], None]
    ) -> None:
        self._loop = loop
        self._wish = wish
        self._told = told
        self._pieces: list[bytes] = []
        self._socket = dial(backend)
        self.deadline = self._loop.now + _ANSWER_SECONDS
        try:
            self._ask(wish.question())
        except OSError:
            self._socket.close()
            raise
        self._loop.waiting.add(self)
        self._loop.watch(self._socket, READ, self._ready)

    def expire(self) -> None:
        """Give up."""
        self._end(None)

    def _ask(self, question: bytes) -> None:
        if self._socket.send(question) < len(question):  # a new connection takes far more
            raise OSError("the application takes no question")

    def _ready(self, _: int) -> None:
        try:
            piece = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        self._pieces.append(piece)
        if not piece:
            self._end(read_answer(b"".join(self._pieces), self._wish.method))
        elif sum(map(len, self._pieces)) > _LARGEST:
            self._end(None)

    def _end(self, said: Said | None) -> None:
        self._loop.waiting.discard(self)
        self._loop.close(self._socket)
        self._told(said)

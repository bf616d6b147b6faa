"""Documents already rendered, kept by name: same name, same bytes."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

# A thousand feeds of 50 full releases, packed.
ROOM = 64 * 1024 * 1024


class Kept:
    """A bounded shelf; the document not asked for longest makes room.

    Args:
        room: bytes there is place for.
    """

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._shelf: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, name: str, make: Callable[[], bytes], *, anew: bool = False) -> bytes:
        """The document of this name, made if it is not here.

        Two threads may both make it; that costs a little work and no waiting.

        Args:
            name: of the document.
            make: renders it.
            anew: make it also if it is here.
        """
        with self._lock:
            if name in self._shelf and not anew:
                self._shelf.move_to_end(name)
                return self._shelf[name]
        made = make()
        self._put(name, made)
        return made

    def _put(self, name: str, made: bytes) -> None:
        with self._lock:
            self._size += len(made) - len(self._shelf.pop(name, b""))
            self._shelf[name] = made
            while self._size > self._room:
                self._size -= len(self._shelf.popitem(last=False)[1])

"""Where finished answers are kept, each for one minute and one generation of the database."""

from collections import OrderedDict
from datetime import UTC, datetime
from threading import Lock

from web.cache.cached_response import Address, CachedResponse

# Bytes there is place for: a thousand feeds of 50 full releases, packed. What an answer takes
# beside its body, generously.
ROOM, OVERHEAD = 64 * 1024 * 1024, 4096


class ResponseStore:
    """A bounded place for the answers of this minute, and of the next one if it was prewarmed.

    Of an address that was not asked for since its minute ended, the last answer stays: it is good
    for nobody, but its body is the document's as long as the application names it by the same tag.
    Reading takes no lock, since a look into a dictionary cannot be interrupted.

    Args:
        room: bytes there is place for; what was made longest ago makes room.
    """

    def __init__(self, room: int = ROOM) -> None:
        self.size = 0
        self._minute = datetime.min.replace(tzinfo=UTC)
        self._room = room
        self._kept: OrderedDict[Address, tuple[CachedResponse, ...]] = OrderedDict()
        self._lock = Lock()

    def find(self, address: Address, minute: datetime, generation: int) -> CachedResponse | None:
        """The answer that is good for this very key, made under no earlier generation.

        Args:
            address: what is asked for, and the other fields of a `CacheKey`.
            minute: whole, UTC.
            generation: of the database.
        """
        if minute != self._minute and not self._turned(minute):
            return None
        for kept in self._kept.get(address, ()):
            if kept.key.minute == minute and kept.key.generation >= generation:
                return kept
        return None

    def bodies(self, address: Address) -> dict[str, bytes]:
        """What is kept of an address, by ETag: good as bytes, whatever minute it was for."""
        kept = self._kept.get(address, ())
        return {one.validators.etag: one.body for one in kept if one.validators}

    def put(self, response: CachedResponse) -> None:
        """Keep an answer, if it is one for everybody; those of past minutes make way."""
        address, minute, generation = response.key
        if response.validators is None:
            return
        with self._lock:
            if minute < self._minute:  # it ended while this was made
                return
            kept = {one.key.minute: one for one in self._taken(address)}
            kept = {ends: one for ends, one in kept.items() if ends >= self._minute}
            if minute not in kept or kept[minute].key.generation <= generation:
                kept[minute] = response
            self._kept[address] = tuple(kept.values())
            self.size += _weight(self._kept[address])
            while self.size > self._room:
                self._taken(next(iter(self._kept)))

    def _turned(self, minute: datetime) -> bool:
        """Whether a minute is the newest there was: where a clock steps back, nothing is kept.

        What was announced meanwhile stays public, and an older answer would not know of it.
        """
        with self._lock:
            self._minute = max(self._minute, minute)
            return minute == self._minute

    def _taken(self, address: Address) -> tuple[CachedResponse, ...]:
        """Take away what is kept of an address."""
        taken = self._kept.pop(address, ())
        self.size -= _weight(taken)
        return taken


def _weight(kept: tuple[CachedResponse, ...]) -> int:
    return sum(len(one.body) + OVERHEAD for one in kept)

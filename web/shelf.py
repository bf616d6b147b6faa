"""Finished answers, each good for one minute and one generation of the database."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from werkzeug.http import unquote_etag
from werkzeug.wrappers import Response

from press.embargo import MINUTE
from web.answers import freshness

# Bytes there is place for, and what an answer takes beside its body, generously.
ROOM, OVERHEAD = 16 * 1024 * 1024, 4096
# How many addresses are remembered as asked for.
MOST_RECENT = 100
# An address, and whether its answer is packed.
Key = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as the application gave it.

    Args:
        generation: of the database, read before it was asked.
        status: 200, 404 and so on.
        headers: all of them, in order.
        body: as sent, packed or not.
        tag: of the entity, unquoted, if others may be given the same answer; else None.
    """

    generation: int
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    tag: str | None

    @classmethod
    def of(cls, response: Response, generation: int, instant: datetime) -> "Answer":
        """Note down an answer given at an instant; only what is plainly public has a tag here."""
        headers = response.headers
        is_public = headers.get("Cache-Control") == freshness(instant)
        is_public &= response.status_code == 200 and headers.get("Vary") == "Accept-Encoding"
        tag = unquote_etag(headers.get("ETag"))[0] if is_public else None
        body = response.get_data()
        return cls(generation, response.status_code, tuple(headers), body, tag)

    def at(self, instant: datetime) -> Response:
        """The answer as it is given at another instant of the same minute."""
        response = Response(self.body, self.status, self.headers)
        if self.tag:
            response.headers["Cache-Control"] = freshness(instant)
        return response


class Shelf:
    """A bounded place for answers; past minutes, then those not asked for longest, make room.

    Args:
        room: bytes there is place for.
    """

    def __init__(self, room: int = ROOM) -> None:
        self.size = 0
        self._minute = datetime.min.replace(tzinfo=UTC)
        self._room = room
        self._answers: OrderedDict[tuple[Key, datetime], Answer] = OrderedDict()
        self._asked: OrderedDict[Key, datetime] = OrderedDict()
        self._lock = Lock()

    def find(self, key: Key, minute: datetime, generation: int) -> Answer | None:
        """The answer for this very minute, if nothing was written since it was made."""
        with self._lock:
            self._turn(minute)
            if minute < self._minute:  # the clock stepped back: what was announced stays public
                return None
            found = self._answers.get((key, minute))
            if found is None or found.generation < generation:
                return None
            self._answers.move_to_end((key, minute))
            return found

    def put(self, key: Key, minute: datetime, answer: Answer) -> None:
        """Keep an answer for its minute, if it is one for everybody."""
        if answer.tag is None:
            return
        with self._lock:
            self._drop((key, minute))
            self._answers[key, minute] = answer
            self.size += len(answer.body) + OVERHEAD
            while self._answers and self._is_due(next(iter(self._answers)), minute):
                self._drop(next(iter(self._answers)))

    def note(self, key: Key, minute: datetime) -> None:
        """Remember that somebody asked; a release's own page is not polled."""
        if "/releases/" in key[0]:
            return
        with self._lock:
            self._asked[key] = minute
            self._asked.move_to_end(key)
            if len(self._asked) > MOST_RECENT:
                self._asked.popitem(last=False)

    def recent(self, since: datetime) -> list[Key]:
        """What was asked for since a minute; the answers may be gone."""
        with self._lock:
            return [key for key, minute in self._asked.items() if minute >= since]

    def _turn(self, minute: datetime) -> None:
        """When a new minute has come, forget the past: a clock that steps back must ask again."""
        if minute <= self._minute:
            return
        self._minute = minute
        for place in [place for place in self._answers if place[1] < minute]:
            self._drop(place)

    def _is_due(self, place: tuple[Key, datetime], minute: datetime) -> bool:
        """Whether an answer must go; what is rehearsed stands one minute ahead."""
        return self.size > self._room or place[1] < minute - MINUTE

    def _drop(self, place: tuple[Key, datetime]) -> None:
        if dropped := self._answers.pop(place, None):
            self.size -= len(dropped.body) + OVERHEAD

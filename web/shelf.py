"""Finished answers, each good for one minute and one generation of the database."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from werkzeug.http import remove_entity_headers, unquote_etag
from werkzeug.wrappers import Response

from web.answers import freshness
from web.codings import IDENTITY, MARKS

# Bytes there is place for, a thousand feeds of 50 full releases packed; the application's own
# shelf holds the same bodies, not copies. What an answer takes beside its body, generously.
ROOM, OVERHEAD = 64 * 1024 * 1024, 4096
# How many addresses are remembered as asked for.
MOST_RECENT = 100
# An address, and the coding of its answer.
Key = tuple[str, str]
Headers = list[tuple[str, str]]
_AGES: list[Headers] = [[("Cache-Control", f"public, max-age={left}")] for left in range(61)]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as the application gave it, ready to be sent.

    Args:
        generation: of the database, read before it was asked.
        status: `200 OK`, `404 NOT FOUND` and so on.
        headers: all of them, without Cache-Control if there is a tag.
        body: as sent, packed or not.
        tag: of the document, unquoted, if others may be given the same answer; else None.
        etag: the header, naming these bytes.
        changed: the header Last-Modified, if there is one.
        short: the headers of a 304.
    """

    generation: int
    status: str
    headers: Headers
    body: bytes
    tag: str | None
    etag: str | None = None
    changed: str | None = None
    short: Headers | None = None

    @classmethod
    def of(cls, response: Response, generation: int, instant: datetime) -> "Answer":
        """Note down an answer given at an instant; only what is plainly public has a tag here."""
        headers, body = response.headers, response.get_data()
        is_public = headers.get("Cache-Control") == freshness(instant)
        is_public &= response.status_code == 200 and headers.get("Vary") == "Accept-Encoding"
        etag = headers.get("ETag") if is_public else None
        if etag is None:
            return cls(generation, response.status, list(headers), body, None)
        mark = MARKS[headers.get("Content-Encoding", IDENTITY)]
        tag = (unquote_etag(etag)[0] or "").removesuffix(mark)
        changed = headers.get("Last-Modified")
        kept = [(name, value) for name, value in headers if name != "Cache-Control"]
        short = kept.copy()
        remove_entity_headers(short)
        return cls(generation, response.status, kept, body, tag, etag, changed, short)

    def full(self, left: int) -> Headers:
        """The headers of the whole answer, so many seconds before its minute ends."""
        return self.headers + _AGES[left] if self.tag else self.headers

    def brief(self, left: int) -> Headers:
        """The headers of a 304, so many seconds before its minute ends."""
        return (self.short or []) + _AGES[left]


class Shelf:
    """A bounded place for the answers of one minute, and of the next one if it was rehearsed.

    Reading takes no lock, since a look into a dictionary cannot be interrupted; a new minute and
    whatever is written do.

    Args:
        room: bytes there is place for; the oldest answers make room.
    """

    def __init__(self, room: int = ROOM) -> None:
        self.size = 0
        self._minute = self._coming = datetime.min.replace(tzinfo=UTC)
        self._room = room
        self._answers: dict[Key, Answer] = {}
        self._ahead: dict[Key, Answer] = {}
        self._noted: set[Key] = set()
        self._asked: OrderedDict[Key, datetime] = OrderedDict()
        self._lock = Lock()

    def find(self, key: Key, minute: datetime) -> Answer | None:
        """The answer for this very minute; whether anything was written since is for the asker."""
        if minute != self._minute:
            self._turn(minute)
            if minute < self._minute:  # the clock stepped back: what was announced stays public
                return None
        return self._answers.get(key)

    def put(self, key: Key, minute: datetime, answer: Answer) -> None:
        """Keep an answer for its minute, if it is one for everybody."""
        if answer.tag is None:
            return
        with self._lock:
            if minute < self._minute:  # it turned while this was made
                return
            if minute > self._minute and minute != self._coming:
                self._forget(self._ahead)
                self._coming = minute
            answers = self._answers if minute == self._minute else self._ahead
            self._drop(answers, key)
            answers[key] = answer
            self.size += len(answer.body) + OVERHEAD
            while self.size > self._room:
                oldest = self._answers or self._ahead
                self._drop(oldest, next(iter(oldest)))

    def note(self, key: Key, minute: datetime) -> None:
        """Remember that somebody asked; a release's own page is not polled."""
        if key in self._noted or "/releases/" in key[0]:
            return
        with self._lock:
            self._noted.add(key)
            self._asked[key] = minute
            self._asked.move_to_end(key)
            if len(self._asked) > MOST_RECENT:
                self._noted.discard(self._asked.popitem(last=False)[0])

    def recent(self, since: datetime) -> list[Key]:
        """What was asked for since a minute; the answers may be gone."""
        with self._lock:
            return [key for key, minute in self._asked.items() if minute >= since]

    def _turn(self, minute: datetime) -> None:
        """When a new minute has come, forget the past: a clock that steps back must ask again."""
        with self._lock:
            if minute <= self._minute:
                return
            past, self._answers = self._answers, {}
            if minute == self._coming:
                self._answers, self._ahead = self._ahead, {}
            self._minute = minute
            self._noted.clear()
            self._forget(past)

    def _forget(self, answers: dict[Key, Answer]) -> None:
        for key in list(answers):
            self._drop(answers, key)

    def _drop(self, answers: dict[Key, Answer], key: Key) -> None:
        if dropped := answers.pop(key, None):
            self.size -= len(dropped.body) + OVERHEAD

"""One channel's way out: take what is due, send it, say how that ended."""

import logging
import threading
from abc import ABC, abstractmethod
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from newsroom.tasks.work import is_gone, owner_name
from press.telling.notices import Channel, Notice
from storage import Database, Storage
from storage.telling import notices

log = logging.getLogger("newsroom.telling")
LEASE = timedelta(seconds=120)
A_MOMENT = timedelta(seconds=1)
Now = Callable[[], datetime]


class Lane(ABC):
    """Takes what is owed on one channel and sends it; any number of processes may do so at once.

    Args:
        storage: where everything is kept.
        channel: which.
        clock: tells the time, UTC.
    """

    AT_ONCE = 50

    def __init__(self, storage: Storage, channel: Channel, clock: Now) -> None:
        self.storage = storage
        self.channel = channel
        self.clock = clock
        self.owner = owner_name()
        self.stopping = threading.Event()
        self.woken = threading.Event()

    @abstractmethod
    def send(self, taken: Sequence[Notice]) -> None:
        """Send what was taken, and end or postpone each: what is done to none is free again later.

        It looks at `stopping` now and then, and gives back what it has not tried.
        """

    def do_due(self) -> int:
        """Send everything that is due.

        Returns:
            how many messages were taken.
        """
        done = 0
        while not self.stopping.is_set() and self._is_due() and (taken := self._take()):
            self.send(taken)
            done += len(taken)
        return done

    def room(self) -> int:
        """How many messages may be taken at once, now."""
        return self.AT_ONCE

    @abstractmethod
    def finish(self) -> None:
        """End what is under way; nothing new is taken any more."""

    def _is_due(self) -> bool:
        with self.storage.read() as db:
            return notices.is_due(db, self.channel, self.clock())

    def _take(self) -> list[Notice]:
        limit = self.room()
        if limit < 1:
            return []
        with self.storage.write() as db:
            return self._claim(db, limit)

    def _claim(self, db: Database, limit: int) -> list[Notice]:
        return notices.claim(
            *(db, self.channel, self.clock()), owner=self.owner, lease=LEASE, limit=limit
        )


class Pool(Lane):
    """A lane whose receivers are slow or gone, each of them nobody else's matter.

    At most `WORKERS` messages are under way, of which `EACH` go to the same place; `WAITING` more
    of that place stand in line for them, as long as their lease is good for.
    """

    WORKERS = 32
    EACH = 4
    WAITING = 250

    def __init__(self, storage: Storage, channel: Channel, clock: Now) -> None:
        super().__init__(storage, channel, clock)
        self._pool = ThreadPoolExecutor(self.WORKERS, thread_name_prefix=channel)
        self._places = Counter[str]()
        self._lines = defaultdict[str, deque[tuple[datetime, Notice]]](deque)
        self._counting = threading.Lock()

    @abstractmethod
    def place_of(self, notice: Notice) -> str:
        """Where a message goes, so that one place cannot have all who carry them."""

    @abstractmethod
    def send_one(self, notice: Notice) -> None:
        """Send one message, and end or postpone it; called in a thread of its own."""

    def room(self) -> int:
        """As many as there are workers that have nothing to do."""
        with self._counting:
            return self.WORKERS - self._places.total()

    def send(self, taken: Sequence[Notice]) -> None:
        """Hand out what was taken; what goes to a place that is busy is given back for a moment."""
        self._give_back([notice for notice in taken if not self._hand_out(notice)])

    def _hand_out(self, notice: Notice) -> bool:
        """Whether a message is no longer ours to look after; False if its place is busy."""
        try:
            place = self.place_of(notice)
        except Exception:  # the others must go; its lease ends, and it is tried again
            log.exception("message %s (%s) has no place to go to", notice.id, notice.key)
            return True
        with self._counting:
            line, is_free = self._lines[place], self._places[place] < self.EACH
            if is_free:
                self._places[place] += 1
            elif len(line) < self.WAITING:
                line.append((self.clock(), notice))
            else:
                return False
        if is_free:
            self._pool.submit(self._carry, notice, place)
        return True

    def finish(self) -> None:
        """Wait for what is under way: each is bounded by its own time limit."""
        self._pool.shutdown(cancel_futures=True)

    def _give_back(self, busy: Sequence[Notice]) -> None:
        if busy:
            with self.storage.write() as db:
                numbers = [notice.id for notice in busy]
                notices.give_back(db, numbers, self.clock() + A_MOMENT)

    def _carry(self, notice: Notice, place: str) -> None:
        """Send one message, then whatever stands in line for the same place."""
        following: Notice | None = notice
        while following:
            try:
                if following is notice or self._is_open(following):
                    self.send_one(following)
            except Exception:  # its lease ends, and it is tried again
                log.exception("message %s (%s) failed", following.id, following.key)
            following = self._following(place)
        self.storage.close()
        self.woken.set()

    def _is_open(self, notice: Notice) -> bool:
        """Whether nobody stopped it while it stood in line."""
        with self.storage.read() as db:
            return bool(notices.are_open(db, [notice.id]))

    def _following(self, place: str) -> Notice | None:
        """Who is next in the line of a place; whoever stood there too long goes to its end anew."""
        with self._counting:
            line = self._lines[place]
            if line and not self.stopping.is_set() and self.clock() < line[0][0] + LEASE / 2:
                return line.popleft()[1]
            stale = [notice for _, notice in line]
            del self._lines[place]
            self._places[place] -= 1
            self._places += Counter()  # forget those that are empty
        self._give_back(stale)
        return None


def free_messages_of_the_gone(storage: Storage, now: datetime) -> None:
    """Take over what a killed process of this machine held, without awaiting its lease."""
    with storage.read() as db:
        gone = list(filter(is_gone, notices.owners(db, now)))
    if not gone:
        return
    with storage.write() as db:
        for owner in gone:
            notices.free_all_of(db, owner)

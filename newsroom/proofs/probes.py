"""The alarm for those who feel about for an embargoed release.

It looks at the addresses that were answered with 404, never at an answer: away from the request,
some time later, in a thread of its own. So neither words nor time tell an asker that a miss was
near (docs/decisions/security-and-proofs.md).
"""

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from newsroom.proofs.nearness import AskedAddress, EmbargoedNames
from press.errors import Refusal
from storage import Database, Storage, journal
from storage.filed import embargoed
from storage.journal import JournalLine

log = logging.getLogger("newsroom.probes")

VERB = "was probed"
WINDOW = timedelta(hours=1)
ENOUGH = 5
QUIET = timedelta(minutes=15)
# What `proofs/proving.py` writes around its questions, and how long these take at the most. It is
# not imported here, because the web needs no key; a test compares the two.
PROVING, PROVED = "is proving", "proved"
PROOF_LASTS = timedelta(minutes=4)
NAMES_FOR = timedelta(seconds=30)
# How often it looks, and for how long at the most: a flood of misses is dropped, not paid for.
EVERY_SECONDS = 1.0
BUDGET_SECONDS = 0.05
ROOM = 1000
PATH_LENGTH = 400
SHOWN_LENGTH = 120
MOST_COUNTED = 1000
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Misses:
    """The misses near one release.

    Args:
        moments: of those within the hour, oldest first, UTC; and whether the address named the
            release letter for letter.
        quiet_until: until when no further alarm is raised, UTC.
    """

    moments: deque[tuple[datetime, bool]] = field(
        default_factory=lambda: deque(maxlen=MOST_COUNTED)
    )
    quiet_until: datetime = _LONG_AGO

    def add(self, now: datetime, *, is_named: bool) -> None:
        """Count one, and forget those of more than an hour ago."""
        self.moments.append((now, is_named))
        while self.moments[0][0] <= now - WINDOW:
            self.moments.popleft()

    def excuse(self, proofs: Sequence[tuple[datetime, datetime]]) -> None:
        """Forget those of our own proofs, which ask for what nobody else can know."""
        kept = [(at, named) for at, named in self.moments if not (named and _within(at, proofs))]
        self.moments = deque(kept, MOST_COUNTED)


class Probes:
    """Counts misses near embargoed releases, and raises the alarm.

    Each process counts its own; the alarm is in the journal once for all of them.

    Args:
        storage: where everything is kept.
    """

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.near = 0
        self.dropped = 0
        self._misses: queue.Queue[tuple[str, datetime]] = queue.Queue(ROOM)
        self._names: tuple[EmbargoedNames, ...] = ()
        self._names_read = _LONG_AGO
        self._counts: dict[int, Misses] = {}
        self._looking, self._starting = threading.Lock(), threading.Lock()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def missed(self, path: str, now: datetime) -> None:
        """Note that an address was answered with 404: the same little work whatever it is.

        Args:
            path: of the address.
            now: of the request, UTC.
        """
        try:
            self._misses.put_nowait((path[:PATH_LENGTH], now))
        except queue.Full:
            self.dropped += 1
        if self._thread is None:
            self._start()

    def look(self, budget: float = BUDGET_SECONDS) -> None:
        """Look at what was missed since last time.

        Args:
            budget: seconds after which the rest waits until next time.
        """
        with self._looking:
            end = time.monotonic() + budget
            while time.monotonic() < end:
                try:
                    path, now = self._misses.get_nowait()
                except queue.Empty:
                    return
                self._consider(path, now)

    def close(self) -> None:
        """Stop looking."""
        self._closing.set()
        if self._thread:
            self._thread.join()

    def _start(self) -> None:
        # In the process that serves: a thread would not survive a fork between here and there.
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="probes", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while not self._closing.wait(EVERY_SECONDS):
            try:
                self.look()
            except Refusal as refusal:
                log.warning("probes are not looked at: %s", refusal)
            except Exception:  # the next second may be better; the web must go on
                log.exception("looking at probes failed")
        self.storage.close()

    def _consider(self, path: str, now: datetime) -> None:
        if not timedelta() <= now - self._names_read < NAMES_FOR:
            self._read_names(now)
        asked = AskedAddress.of(path)
        found = [names for names in self._names if names.is_near(asked)]
        self.near += bool(found)
        for names in found:
            misses = self._counts.setdefault(names.release_id, Misses())
            misses.add(now, is_named=names.is_named_in(path) or self._is_new(names, path))
            if len(misses.moments) >= ENOUGH and now >= misses.quiet_until:
                self._weigh(names, misses, path, now)

    def _is_new(self, names: EmbargoedNames, path: str) -> bool:
        """Whether an address names a file letter for letter that came since names were read.

        Sizes of pictures are made while our own proofs ask: these know each from its first moment.
        """
        with self.storage.read() as db:
            return any(name in path for name in embargoed.names_of_files(db, names.release_id))

    def _read_names(self, now: datetime) -> None:
        self._names_read = now  # also if it fails: a broken disk is not asked at every miss
        with self.storage.read() as db:
            self._names = tuple(EmbargoedNames.of(secret) for secret in embargoed.every(db, now))
        known = {names.release_id for names in self._names}
        self._counts = {number: m for number, m in self._counts.items() if number in known}

    def _weigh(self, names: EmbargoedNames, misses: Misses, path: str, now: datetime) -> None:
        """Raise the alarm, if without our own proofs there are still enough misses."""
        with self.storage.read() as db:
            misses.excuse(_proofs(db, names.release_id))
        if len(misses.moments) < ENOUGH:
            return
        misses.quiet_until = now + QUIET
        near = f"{len(misses.moments)} misses near {names.slug} within an hour"
        self._raise(names, f"ALARM: {near}, the last {_tame(path[:SHOWN_LENGTH])}", now)

    def _raise(self, names: EmbargoedNames, said: str, now: datetime) -> None:
        """Write the alarm, unless another process just did."""
        with self.storage.write() as db:
            if _is_known(db, names.release_id, now):
                return
            journal.add(db, JournalLine(now, "newsroom", VERB, names.release_id, said))
        log.warning("release %s: %s", names.release_id, said)


def _is_known(db: Database, release_id: int, now: datetime) -> bool:
    lines = journal.of_release(db, release_id)
    return any(line.verb == VERB and line.at > now - QUIET for line in lines)


def _proofs(db: Database, release_id: int) -> list[tuple[datetime, datetime]]:
    """From when to when the newsroom asked its own public side for a release."""
    found: list[tuple[datetime, datetime]] = []
    for line in journal.of_release(db, release_id):
        if line.verb == PROVING:
            found.append((line.at, line.at + PROOF_LASTS))
        elif line.verb == PROVED and found:
            found[-1] = (found[-1][0], min(found[-1][1], line.at))
    return found


def _within(moment: datetime, spans: Sequence[tuple[datetime, datetime]]) -> bool:
    return any(start <= moment <= end for start, end in spans)


def _tame(path: str) -> str:
    """An address as it may stand in a log or on a terminal: a stranger wrote it."""
    return "".join(letter if letter.isprintable() else "?" for letter in path)

"""What became of letters, noted while the next ones are on their way."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from delivery.mail.post import Acceptance, Receipt
from newsroom.telling.lane import Now
from newsroom.telling.outgoing.pacing import next_try
from press.telling.notices import Fate, Notice
from storage import Database, Storage
from storage.telling import bounces, notices
from storage.telling.notices import Ended


@dataclass(frozen=True, slots=True)
class Handled:
    """What became of a notice.

    Args:
        notice: which.
        fate: how it ended; None: it is tried again.
        note: why.
        status: of an address that was refused (RFC 3463), else empty.
    """

    notice: Notice
    fate: Fate | None
    note: str = ""
    status: str = ""


def judged(notice: Notice, receipt: Receipt) -> Handled:
    """What a server's word makes of a notice."""
    if receipt.acceptance is Acceptance.ACCEPTED:
        return Handled(notice, Fate.SENT)
    status = receipt.status if receipt.is_of_address else ""
    if receipt.acceptance is Acceptance.NEVER:
        return Handled(notice, Fate.FAILED, receipt.said, status)
    return failed(notice, receipt.said, status)


def failed(notice: Notice, why: str, status: str = "") -> Handled:
    """It failed for now, or once too often."""
    is_last = next_try(notice.tries, notice.due_at) is None
    return Handled(notice, Fate.FAILED if is_last else None, why, status)


class Ledger:
    """Notes one group at a time, in a thread of its own: a disk is slower than a mail server.

    Args:
        storage: where everything is kept.
        clock: tells the time, UTC.
    """

    def __init__(self, storage: Storage, clock: Now) -> None:
        self._storage = storage
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, "mail-ledger")
        self._noting: Future[None] | None = None
        self._kept: list[Handled] = []
        self._under_way: list[Handled] = []

    def keep(self, handled: Sequence[Handled]) -> None:
        """Have a group noted by the next that writes.

        Raises:
            HomeRefused: the group before could not be noted; both are kept.
        """
        self._kept += handled
        self.settle()

    def begin(self) -> None:
        """Begin to note what is kept, and do not wait for it."""
        if self._kept:
            self.settle()
            self._under_way, self._kept = self._kept, []
            self._noting = self._thread.submit(self._note, self._under_way)

    def settle(self) -> None:
        """Wait until nothing is being noted; what could not be is kept.

        Raises:
            HomeRefused: the database cannot be written.
        """
        noting, self._noting = self._noting, None
        try:
            if noting:
                noting.result()
        except BaseException:
            self._kept = self._under_way + self._kept
            raise

    def write(self, db: Database) -> None:
        """Note what is kept, in a transaction that something else needs anyhow.

        Args:
            db: in a write transaction, begun after `settle`: the thread needs one of its own.
        """
        _write(db, self._kept, self._clock())

    def forget(self) -> None:
        """What was kept is noted."""
        self._kept = []

    def end(self) -> None:
        """Note everything, and wait until it is."""
        self.begin()
        self.settle()

    def close(self) -> None:
        """Note everything, and end."""
        self.end()
        self._thread.submit(self._storage.close)
        self._thread.shutdown()

    def _note(self, handled: Sequence[Handled]) -> None:
        with self._storage.write() as db:
            _write(db, handled, self._clock())


def _write(db: Database, handled: Sequence[Handled], now: datetime) -> None:
    notices.end(db, [Ended(h.notice.id, h.fate, h.note) for h in handled if h.fate], now)
    for one in handled:
        if one.fate is None and (again := next_try(one.notice.tries, now)):
            notices.postpone(db, [one.notice.id], again, one.note)
        if one.fate is Fate.FAILED and one.status:
            permanent = one.status.startswith("5")
            receiver = one.notice.receiver
            bounces.bounced(db, receiver, permanent=permanent, status=one.status, now=now)

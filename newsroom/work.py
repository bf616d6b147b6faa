"""Work that is due: take it, look again whether it is still right, do it, finish it."""

import logging
import os
import secrets
import socket
from datetime import datetime, timedelta

from newsroom.desk import ANNOUNCE, TRANSLATE
from press.release import State
from storage import Database, Storage, journal, releases, tasks
from storage.journal import Line
from storage.tasks import Task, Wanted

log = logging.getLogger("newsroom.work")

LEASE = timedelta(seconds=60)
AT_ONCE = 100
# How long to wait before work is tried again, by how often it has been tried.
BACK_OFF = tuple(timedelta(seconds=s) for s in (3, 20, 90, 300, 900))


def owner_name() -> str:
    """A name for this process that no other has."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"


def is_gone(owner: str) -> bool:
    """Whether a process of this machine has ended; of another machine nobody here knows."""
    host, pid, _ = owner.rsplit(":", 2)
    if host != socket.gethostname():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def free_work_of_the_gone(storage: Storage, now: datetime) -> None:
    """Give back at once what a killed process of this machine held, without awaiting its lease."""
    with storage.write() as db:
        for owner in filter(is_gone, tasks.owners(db, now)):
            tasks.release_all_of(db, owner)


def back_off(tries: int) -> timedelta:
    """How long to wait after so many tries."""
    return BACK_OFF[min(tries, len(BACK_OFF)) - 1]


class Work:
    """Takes what is due and does it. Any number of processes may do so at once.

    Args:
        storage: where everything is kept.
    """

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.owner = owner_name()

    def announce_due(self, now: datetime) -> int:
        """Announce every release whose minute has come.

        Returns:
            how many tasks were finished.
        """
        done = 0
        while taken := self._claim(now):
            for task in taken:
                with self.storage.write() as db:
                    self._announce(db, task, now)
            done += len(taken)
        return done

    def next_due(self) -> datetime | None:
        """When the next announcement is due, UTC; None if there is none."""
        with self.storage.read() as db:
            return tasks.next_due(db, [ANNOUNCE])

    def is_translation_due(self, now: datetime) -> bool:
        """Whether any text waits for the engine."""
        with self.storage.read() as db:
            due = tasks.next_due(db, [TRANSLATE])
        return due is not None and due <= now

    def _claim(self, now: datetime) -> list[Task]:
        with self.storage.write() as db:
            return tasks.claim(
                db, Wanted(ANNOUNCE), now, owner=self.owner, lease=LEASE, limit=AT_ONCE
            )

    def _announce(self, db: Database, task: Task, now: datetime) -> None:
        release = releases.get(db, task.release_id)
        is_right = (
            release.state(now) is State.OUT
            and release.embargo is not None
            and release.embargo.instant == task.due_at
        )
        if is_right:
            late = (now - task.due_at) // timedelta(milliseconds=1)
            journal.add(db, Line(now, "newsroom", "came out", release.id, f"after {late} ms"))
            log.info("release %s is out (%s ms after its minute)", release.id, late)
        tasks.finish(db, [task], now, "" if is_right else "the release had moved")

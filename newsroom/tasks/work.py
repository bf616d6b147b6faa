"""Work that is due: take it, look again whether it is still right, do it, finish it."""

import logging
import os
import secrets
import socket
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from time import monotonic

from newsroom.tasks.due import (
    ANNOUNCE,
    REMIND,
    RENDER,
    TRANSLATE,
    TRANSLATE_TOPIC,
    announce_key,
)
from press.releases.release import Release, State
from storage import Database, Storage, journal, tasks
from storage.filed import releases
from storage.journal import JournalLine
from storage.tasks import Task, WantedTask

log = logging.getLogger("newsroom.work")

# Does one task in a write transaction at an instant, and says how it went.
Handler = Callable[[Database, Task, datetime], str]
LEASE = timedelta(seconds=60)
# So much is done in one transaction, or for so long: an announcement owes tens of thousands their
# mail, and what was announced must not wait for all that is due beside it.
AT_ONCE, SECONDS_AT_ONCE = 250, 1.0
# Announced later than this, a release is marked: no clock was running at its minute.
OVERDUE = timedelta(minutes=1)
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
    """Take over what a killed process of this machine held, without awaiting its lease.

    It is taken up at once, and from the second time on put off like any failed work: it may be
    what kills the process.
    """
    reason = "the process that did it was gone"
    with storage.write() as db:
        for owner in filter(is_gone, tasks.owners(db, now)):
            held = tasks.held_by(db, owner)
            tasks.postpone(db, [task for task in held if task.tries == 1], now, reason)
            put_off(db, [task for task in held if task.tries > 1], now, reason)


def back_off(tries: int) -> timedelta:
    """How long to wait after so many tries."""
    return BACK_OFF[min(tries, len(BACK_OFF)) - 1]


class Work:
    """Takes what is due and does it. Any number of processes may do so at once.

    What only changes the database is taken, done and finished in one transaction, so that a kill
    at any moment either did all of it or nothing.

    Args:
        storage: where everything is kept.
    """

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.owner = owner_name()
        self.handlers: dict[str, Handler] = {ANNOUNCE: _announce, REMIND: _remind}

    def do_due(self, clock: Callable[[], datetime]) -> int:
        """Do everything that is due; one that fails does not stop the others.

        Args:
            clock: tells the time, UTC.

        Returns:
            how many tasks were taken.
        """
        return sum(self._do_kind(kind, clock) for kind in self.handlers)

    def next_due(self) -> datetime | None:
        """When the next work of these kinds is due, UTC; None if there is none."""
        with self.storage.read() as db:
            return tasks.next_due(db, list(self.handlers))

    def is_translation_due(self, now: datetime) -> bool:
        """Whether any text, or a topic, waits for the engine."""
        return self._is_any_due([TRANSLATE, TRANSLATE_TOPIC], now)

    def is_rendering_due(self, now: datetime) -> bool:
        """Whether any picture waits for the sizes in which it is shown."""
        return self._is_any_due([RENDER], now)

    def _do_kind(self, kind: str, clock: Callable[[], datetime]) -> int:
        done = 0
        # Looking costs no lock; nearly every tick ends here.
        while self._is_any_due([kind], clock()):
            with self.storage.write() as db:
                taken = self._do_some(db, kind, clock)
            if not taken:
                break
            done += taken
        return done

    def _do_some(self, db: Database, kind: str, clock: Callable[[], datetime]) -> int:
        """One task at least, if any is due, and more for as long as that may take."""
        end, done = monotonic() + SECONDS_AT_ONCE, 0
        while not done or (done < AT_ONCE and monotonic() < end):
            taken = tasks.claim(
                db, WantedTask(kind), clock(), owner=self.owner, lease=LEASE, limit=1
            )
            if not taken:
                break
            self._do(db, taken[0], clock())
            done += 1
        return done

    def _is_any_due(self, kinds: Sequence[str], now: datetime) -> bool:
        with self.storage.read() as db:
            due = tasks.next_due(db, kinds)
        return due is not None and due <= now

    def _do(self, db: Database, task: Task, now: datetime) -> None:
        try:
            with db.atomic():
                note = self.handlers[task.kind](db, task, now)
            tasks.finish(db, [task], now, note)
        except Exception as error:  # whatever it is, the others must be done
            log.exception("task %s (%s) failed", task.id, task.key)
            put_off(db, [task], now, repr(error))


def put_off(db: Database, failed: Sequence[Task], now: datetime, reason: str) -> None:
    """Have failed work tried again after a while, or give it up after the last try."""
    for task in failed:
        if task.tries > len(BACK_OFF):
            tasks.give_up(db, [task], now, reason)
            about, note = task.release_id or None, f"{task.key}: {reason}"
            journal.add(db, JournalLine(now, "newsroom", "gave up", about, note))
        else:
            tasks.postpone(db, [task], now + back_off(task.tries), reason)


def _announce(db: Database, task: Task, now: datetime) -> str:
    """The release is out: say so, once, and how late that is."""
    release = releases.get(db, task.release_id)
    if release.out_at or not _is_about(task, release):
        return "the release had moved"
    if release.state(now) is State.HELD and not release.held:
        return _hold_alarm(db, release, now)
    if release.state(now) is not State.OUT:
        return f"the release is {release.state(now)}"
    late = (now - task.due_at) // timedelta(milliseconds=1)
    note = f"after {late} ms" + (", overdue" if now - task.due_at > OVERDUE else "")
    releases.mark_out(db, release.id, now)
    journal.add(db, JournalLine(now, "newsroom", "came out", release.id, note))
    log.info("release %s is out %s", release.id, note)
    return note


def _is_about(task: Task, release: Release) -> bool:
    """Whether the task is about the minute that the release has now.

    It is named for its minute, and due later where the word came within it.
    """
    if release.embargo is None:
        return False
    is_named = task.key == announce_key(release.id, release.embargo)
    return is_named or task.due_at == release.embargo.instant


def _hold_alarm(db: Database, release: Release, now: datetime) -> str:
    """Its minute came and not all languages it waits for were ready: it is held, loudly."""
    wanted = ", ".join(release.missing) or "a text that came too late"
    releases.hold(db, release.id, now)
    journal.add(db, JournalLine(now, "newsroom", "held", release.id, f"ALARM: missing {wanted}"))
    log.error("release %s did not come out: it waits for %s", release.id, wanted)
    return f"held: missing {wanted}"


def _remind(db: Database, task: Task, now: datetime) -> str:
    """Some time before its minute: say which languages are missing."""
    release = releases.get(db, task.release_id)
    if release.state(now) is not State.SCHEDULED or release.embargo is None or not release.missing:
        return "nothing to say"
    if not task.key.startswith(f"{REMIND}:{release.id}:{release.embargo.instant:%Y-%m-%dT%H:%MZ}:"):
        return "the release had moved"
    left = (release.embargo.instant - now) // timedelta(minutes=1)
    wanted = ", ".join(release.missing)
    note = f"{left} minutes left, missing {wanted}"
    journal.add(db, JournalLine(now, "newsroom", "reminds", release.id, note))
    log.warning("release %s: %s", release.id, note)
    return note

"""Proofs at their minutes: taken from the tasks, made beside the announcements, then finished."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta

from newsroom.proofs.proving import Prover, Stopped
from newsroom.settings import Settings
from newsroom.tasks.due import AT_MINUTE, PROVE, proof_key
from newsroom.tasks.work import owner_name, put_off
from press.releases.release import Release, State
from storage import Storage, journal, tasks
from storage.filed import releases
from storage.journal import JournalLine
from storage.tasks import Task, WantedTask

log = logging.getLogger("newsroom.notary")

AT_ONCE = 2
# Longer than any proof takes.
LEASE = timedelta(minutes=6)


class Notary:
    """Makes due proofs in threads of its own, so that nothing waits for them.

    Args:
        storage: where everything is kept.
        settings: of the newsroom.
        clock: tells the time, UTC.
    """

    def __init__(self, storage: Storage, settings: Settings, clock: Callable[[], datetime]) -> None:
        self.storage = storage
        self.clock = clock
        self.owner = owner_name()
        self.prover = Prover(storage, settings, clock)
        self.threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="proof")
        self.under_way: list[Future[None]] = []

    def look(self) -> int:
        """Begin what is due, as far as a thread is free for it; never wait.

        Returns:
            how many proofs were begun.
        """
        self.under_way = [future for future in self.under_way if not future.done()]
        free = AT_ONCE - len(self.under_way)
        due = self.next_due()
        if not free or due is None or due > self.clock():
            return 0
        with self.storage.write() as db:
            taken = tasks.claim(
                db, WantedTask(PROVE), self.clock(), owner=self.owner, lease=LEASE, limit=free
            )
        self.under_way += [self.threads.submit(self._do, task) for task in taken]
        return len(taken)

    def next_due(self) -> datetime | None:
        """When the next proof is due, UTC; None if none is."""
        with self.storage.read() as db:
            return tasks.next_due(db, [PROVE])

    def stop(self) -> None:
        """Stop asking and give back what was not finished."""
        self.prover.stopping.set()
        self.threads.shutdown(cancel_futures=True)
        with self.storage.write() as db:
            tasks.release_all_of(db, self.owner)

    def _do(self, task: Task) -> None:
        """Make one proof; what fails is tried again, visibly."""
        try:
            note = self._why_not(task) or self._prove(task)
            with self.storage.write() as db:
                tasks.finish(db, [task], self.clock(), note)
        except Stopped as stopped:
            log.info("%s: %s", task.key, stopped)  # `stop` gives it back
        except Exception as error:  # whatever it is, the release must not suffer
            log.exception("proof %s failed", task.key)
            with self.storage.write() as db:
                put_off(db, [task], self.clock(), str(error) or repr(error))
        finally:
            self.storage.close()

    def _prove(self, task: Task) -> str:
        return self.prover.prove(task.release_id, task.key.rpartition(":")[2]).verdict

    def _why_not(self, task: Task) -> str:
        """Why nothing is to be proved now; early, moved, too late."""
        with self.storage.read() as db:
            release = releases.get(db, task.release_id)
        now, which = self.clock(), task.key.rpartition(":")[2]
        if release.embargo is None or task.key != proof_key(release.id, release.embargo, which):
            return "the release had moved"
        state = release.state(now)
        if state is State.WITHDRAWN or (which == AT_MINUTE and state is not State.OUT):
            return f"the release is {state}"
        if which != AT_MINUTE and now >= release.embargo.instant:
            self._missed(task, release, now)
            return "too late: its minute has come"
        return ""

    def _missed(self, task: Task, release: Release, now: datetime) -> None:
        """A proof from before the minute cannot be made any more: say so."""
        log.error("release %s: no proof was made at %s", release.id, task.key)
        note = f"ALARM: {task.key.rpartition(':')[2]} was not made before its minute"
        with self.storage.write() as db:
            journal.add(db, JournalLine(now, "newsroom", "could not prove", release.id, note))

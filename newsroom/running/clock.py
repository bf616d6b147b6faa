"""The clock: an alarm for the next due minute, and a tick every second as a safety net.

APScheduler holds no job that matters (docs/decisions/running.md): what is due is in the database,
and a clock that was dead finds it there when it comes back.
"""

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from newsroom.in_force import SettingsWatch
from newsroom.proofs.notary import Notary
from newsroom.running.background import Background, render_due
from newsroom.running.lifeline import as_worker
from newsroom.settings import Settings
from newsroom.tasks.indexing import catch_up
from newsroom.tasks.work import free_work_of_the_gone
from newsroom.telling.digests import owe_digests
from newsroom.telling.following.erasing import forget_unconfirmed
from newsroom.telling.teller import Teller
from newsroom.translation.packages import PackageWatch
from newsroom.translation.rough import take_back
from newsroom.translation.tally import Tally
from newsroom.translation.worker import translate_better, translate_due
from newsroom.wiring import Newsroom
from press.errors import HomeRefused
from storage.translation import rough

log = logging.getLogger("newsroom.clock")

TICK_SECONDS = 1
FORGET_SECONDS = 3600
ALARM = "alarm"
# Further ahead than this the alarm is not set yet; the tick sets it in time.
HORIZON = timedelta(minutes=5)
# The worker process is replaced now and then, so that a leak stays small.
RUNS_PER_WORKER = 200
# Translating can wait, readers and the minute cannot (nice(2)); the engine's process inherits it.
PATIENCE = 10


class Clock:
    """Does due work as soon as it is due, until it is stopped.

    Args:
        newsroom: an open one.
        parent: process id of the server it belongs to; it stops when that is gone.
        watch: what says that the settings file was changed.
    """

    def __init__(
        self,
        newsroom: Newsroom,
        parent: int | None = None,
        watch: SettingsWatch | None = None,
    ) -> None:
        self.newsroom = newsroom
        self.parent = parent
        self.watch = watch
        self.scheduler = BlockingScheduler(timezone=UTC)
        self.packages = PackageWatch(newsroom.settings.packages)
        self.workers = _workers()
        self.translating: Future[Tally] | None = None
        self.rendering = Background(render_due, newsroom.settings)
        self.one_at_a_time = threading.Lock()
        self.teller = Teller(newsroom.lanes)
        self.is_telling = False
        self.notary = Notary(newsroom.storage, newsroom.settings, lambda: datetime.now(UTC))

    def run(self) -> None:
        """Run until the process is told to stop (SIGTERM, SIGINT) or its server is gone."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stop())
        with waiting_for_the_database():
            free_work_of_the_gone(self.newsroom.storage, datetime.now(UTC))
        # A tick that is still running is not joined by a second; a late one runs all the same.
        self.scheduler.add_job(
            self.tick,
            IntervalTrigger(seconds=TICK_SECONDS),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),
        )
        self.scheduler.add_job(
            self.forget,
            IntervalTrigger(seconds=FORGET_SECONDS),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),
        )
        self.scheduler.start()
        self.teller.stop()
        # What is under way is given up; its lease ends, and it is due again.
        self.rendering.stop()
        for worker in multiprocessing.active_children():
            worker.terminate()
        self.workers.shutdown(cancel_futures=True)
        with waiting_for_the_database():
            self.notary.stop()

    def stop(self) -> None:
        """Stop after the announcements at hand; what is left stays due."""
        if self.scheduler.running:
            self.scheduler.shutdown(wait=False)

    def tick(self) -> None:
        """Look once for everything that is due."""
        if self.parent and os.getppid() != self.parent:
            log.warning("the server is gone; the clock stops")
            self.stop()
            return
        with waiting_for_the_database():
            self.announce()
            self._set_alarm()
            self._translate()
            self.rendering.look(lambda: self.newsroom.work.is_rendering_due(datetime.now(UTC)))
            catch_up(self.newsroom.storage, datetime.now(UTC))
        if self.watch:
            self.watch.look()
        with waiting_for_the_database():
            self.tell()
        with waiting_for_the_database():  # after what came out meanwhile is noted
            if owe_digests(self.newsroom.storage, datetime.now(UTC)):
                self.teller.wake()

    def announce(self) -> None:
        """Do what is due to the second; tick and alarm may both be at it."""
        with waiting_for_the_database():
            if self.newsroom.work.do_due(lambda: datetime.now(UTC)):
                self.teller.wake()
            with self.one_at_a_time:
                self.notary.look()

    def tell(self) -> None:
        """Begin to tell: not before the starter's words wait where `STARTER` has them wait now.

        A web process sees to that too, and comes later.
        """
        if not self.is_telling:
            settings = self.newsroom.settings
            take_back(self.newsroom.storage, settings.readiness, datetime.now(UTC))
            self.teller.start()
            self.is_telling = True

    def forget(self) -> None:
        """Erase the addresses of those who did not confirm in time that they want mail.

        Of those who ended it meanwhile the database's log may hold the address: it is emptied.
        """
        with waiting_for_the_database():
            storage, mailbox = self.newsroom.storage, self.newsroom.settings.mailbox
            forget_unconfirmed(storage, mailbox, datetime.now(UTC))
            storage.empty_log()

    def _set_alarm(self) -> None:
        moments = (self.newsroom.work.next_due(), self.notary.next_due())
        due = min(filter(None, moments), default=None)
        if due is None or due > datetime.now(UTC) + HORIZON:
            return
        self.scheduler.add_job(
            self.announce,
            DateTrigger(due),
            id=ALARM,
            replace_existing=True,
            max_instances=2,  # it may set itself again while it runs
            misfire_grace_time=None,
        )

    def _translate(self) -> None:
        """Start the worker if there is work for it and it is idle; never wait for it."""
        if self.translating and not self.translating.done():
            return
        if self.translating and (error := self.translating.exception()):
            log.error("translating stopped: %r", error)
            self.workers.shutdown(wait=False)
            self.workers = _workers()
            free_work_of_the_gone(self.newsroom.storage, datetime.now(UTC))
        self.translating = None
        if work := self._work_for_an_engine():
            try:
                self.translating = self.workers.submit(work, self.newsroom.settings)
            except BrokenProcessPool:  # it died while it had nothing to do
                self.packages.forget()
                self.workers.shutdown(wait=False)
                self.workers = _workers()

    def _work_for_an_engine(self) -> Callable[[Settings], Tally] | None:
        """What the worker is to do, if anything: drafts of the starter wait for other packages."""
        if self.packages.look():
            with self.newsroom.storage.read() as db:
                if rough.is_any(db):
                    return translate_better
        is_due = self.newsroom.work.is_translation_due(datetime.now(UTC))
        return translate_due if is_due else None


@contextmanager
def waiting_for_the_database() -> Iterator[None]:
    """A database that cannot be used now is used at the next tick."""
    try:
        yield
    except HomeRefused:
        log.exception("due work has to wait")


def _workers() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        1,
        multiprocessing.get_context("spawn"),
        initializer=_as_translator,
        max_tasks_per_child=RUNS_PER_WORKER,
    )


def _as_translator() -> None:
    as_worker()
    os.nice(PATIENCE)

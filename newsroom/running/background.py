"""Work beside the clock, in a process of its own that is there only while there is some."""

import logging
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import UTC, datetime

from newsroom.running.lifeline import as_worker
from newsroom.settings import Settings
from newsroom.tasks.rendering import Rendering
from storage import Storage

log = logging.getLogger("newsroom.background")

# It can wait, readers and the minute cannot (nice(2)).
PATIENCE = 15


class Background:
    """Starts a process for one sort of work, and ends it when nothing is left to do.

    Args:
        work: what it does; in that process.
        settings: the newsroom's.
    """

    def __init__(self, work: Callable[[Settings], int], settings: Settings) -> None:
        self.work = work
        self.settings = settings
        self.pool: ProcessPoolExecutor | None = None
        self.doing: Future[int] | None = None

    def look(self, is_due: Callable[[], bool]) -> None:
        """Begin if something is due and nothing is under way; never wait for it.

        Args:
            is_due: says whether there is something to do.
        """
        if self.doing and not self.doing.done():
            return
        if self.doing and (error := self.doing.exception()):
            log.error("work in the background stopped: %r", error)
        has_died = bool(self.doing and self.doing.exception())
        self.doing = None
        if has_died or not is_due():
            self.stop()  # a broken pool does nothing more; the next look makes another
        else:
            self.pool = self.pool or _pool()
            self.doing = self.pool.submit(self.work, self.settings)

    def stop(self) -> None:
        """End the process; what it was at stays due."""
        if self.pool:
            self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool = None


def _pool() -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(1, context, initializer=_as_patient_worker)


def _as_patient_worker() -> None:
    as_worker()
    os.nice(PATIENCE)


def render_due(settings: Settings) -> int:
    """Make all sizes of pictures that are due.

    Args:
        settings: the newsroom's.

    Returns:
        of how many pictures.
    """
    storage = Storage(settings.database)
    try:
        return Rendering(storage, lambda: datetime.now(UTC)).run()
    finally:
        storage.close()

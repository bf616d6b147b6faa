"""Granian, which never gives up."""

import logging
import threading
import time
from pathlib import Path
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import MPServer

from newsroom.running.pauses import Pauses, soon

# Two for those who take a large file slowly (web/files.py) and one for everybody else: each more
# takes turns with the others for the interpreter, and costs polls
# (docs/decisions/web-and-caching.md).
THREADS = 3
log = logging.getLogger("newsroom.serving")


class WebServer(MPServer):
    """Granian's web processes behind a Unix socket, each started again whenever it ends.

    Granian itself ends with all of them when one dies twice within seconds, and has no setting
    against it. There would be nobody left at the next minute, so here it waits, and starts it again
    (docs/decisions/running.md).

    Args:
        socket: where to listen.
        workers: how many processes.
    """

    def __init__(self, socket: Path, workers: int) -> None:
        super().__init__(
            "wsgi:app",
            uds=socket,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=THREADS,
            # The gate speaks nothing else to it.
            http=HTTPModes.http1,
            websockets=False,
            respawn_failed_workers=True,
            log_level=LogLevels.warning,
            workers_kill_timeout=5,
        )
        self._pauses = Pauses()
        self._told_to_end = threading.Event()

    def signal_handler_interrupt(self, *args: Any, **kwargs: Any) -> None:
        """End (called by Granian on SIGTERM and SIGINT)."""
        self._told_to_end.set()
        super().signal_handler_interrupt(*args, **kwargs)  # type: ignore[no-untyped-call]  # Granian

    def _respawn_workers(self, workers: list[int], *args: Any, **kwargs: Any) -> None:
        """Start web processes again (called by Granian)."""
        if not all(self.wrks[number].inner.is_alive() for number in workers):  # no SIGHUP, then
            pause = self._pauses.next(time.monotonic())
            log.error("a web process ended; starting it %s", soon(pause))
            if self._told_to_end.wait(pause):
                return
        super()._respawn_workers(workers, *args, **kwargs)
        self.respawned_wrks.clear()  # what Granian would know a second death by

"""Granian, which never gives up."""

import logging
import resource
import socket
import sys
import threading
import time
from contextlib import suppress
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import mp

from newsroom.running.pauses import Pauses, soon
from newsroom.running.supervisor import PROGRAM
from newsroom.running.webworker import BODIES, web_process

# One gives out what is ready: more take turns for the interpreter, and cost polls
# (docs/decisions/web-and-caching.md). But each body of a request keeps one until it has come.
THREADS = 1 + BODIES
# How many may be connected to one web process; others wait outside. A connection takes a file, and
# others are needed: for the database, and for attachments (`web/site/views/files.py`).
CONNECTIONS, OTHER_FILES = 4096, 256
# How long a connection may rest between requests, and a request's head take.
HEAD_SECONDS = 30
# What waits in memory for somebody who takes a large file slowly, and the longest head: bytes.
BUFFER = 2**16
STOP_SECONDS = 5
log = logging.getLogger("newsroom.serving")


class WebServer(mp.MPServer):
    """Granian's web processes on one address, each started again whenever it ends.

    Granian itself ends with all of them when one dies twice within seconds, and has no setting
    against it. There would be nobody left at the next minute, so here it waits, and starts it again
    (docs/decisions/running.md). All of them accept from one socket, which is ours as long as we
    live: who calls while a process is started again waits for the next.

    Args:
        listener: where to listen; closed in the end.
        workers: how many processes.
    """

    def __init__(self, listener: socket.socket, workers: int) -> None:
        super().__init__(
            f"{PROGRAM / 'wsgi'}:app",  # "wsgi" alone is one in the working directory
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=THREADS,
            backpressure=_connections(),
            # Proxies speak it, and readers; a second protocol costs every connection a look.
            http=HTTPModes.http1,
            http1_settings=HTTP1Settings(HEAD_SECONDS * 1000, max_buffer_size=BUFFER),
            websockets=False,
            respawn_failed_workers=True,
            log_level=LogLevels.warning,
            working_dir=PROGRAM,
            workers_kill_timeout=STOP_SECONDS,
        )
        self._listener = listener
        self._pauses = Pauses()
        self._told_to_end = threading.Event()

    def run(self) -> None:
        """Serve until told to end."""
        super().serve(spawn_target=web_process)

    def signal_handler_interrupt(self, *args: Any, **kwargs: Any) -> None:
        """End (called by Granian on SIGTERM and SIGINT)."""
        self._told_to_end.set()
        super().signal_handler_interrupt(*args, **kwargs)  # type: ignore[no-untyped-call]  # Granian

    def _init_shared_socket(self) -> None:
        """Have every process accept from our socket (called by Granian, which would open others).

        Granian's own would share the port with whoever else asks for it, another server included.
        """
        number = self._listener.fileno()
        backlog = [self.backlog] if sys.platform in {"linux", "freebsd"} else []
        holder: Any = mp.SocketHolder  # type: ignore[attr-defined]  # Granian's types lag behind it
        self._ssp, self._shd, self._sso = None, holder(number, False, *backlog), self._listener

    def _respawn_workers(self, workers: list[int], *args: Any, **kwargs: Any) -> None:
        """Start web processes again (called by Granian)."""
        if not all(self.wrks[number].inner.is_alive() for number in workers):  # no SIGHUP, then
            pause = self._pauses.next(time.monotonic())
            log.error("a web process ended; starting it %s", soon(pause))
            if self._told_to_end.wait(pause):
                return
        super()._respawn_workers(workers, *args, **kwargs)
        self.respawned_wrks.clear()  # what Granian would know a second death by


def _connections() -> int:
    """How many connections the system allows files for; asks it for as many as we want."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CONNECTIONS + OTHER_FILES
    if soft < wanted:
        with suppress(OSError, ValueError):  # it allows no more
            most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
            soft = most
    return max(1, min(CONNECTIONS, soft - OTHER_FILES))

"""Granian, which never gives up, and answers others while somebody takes a large file slowly."""

import logging
import resource
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, Protocol
from wsgiref.util import FileWrapper

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import mp
from granian.wsgi import Response, ResponseIterWrap

from newsroom.pauses import Pauses, soon

# Who gives out what is ready; a second would take turns with it for the interpreter, and cost polls
# (docs/decisions.md). Who makes what is not: some may wait for the database or the disk.
THREADS, MAKERS = 1, 4
# How many may be connected to one web process; others wait outside. A connection takes a file, and
# others are needed: for the database, and for attachments (`web/site/views/files.py`).
CONNECTIONS, OTHER_FILES = 4096, 256
# How long a connection may rest between requests, and a request's head take.
HEAD_SECONDS = 30
# What waits in memory for somebody who takes a large file slowly, and the longest head: bytes.
BUFFER = 2**16
STOP_SECONDS = 5
_ENVIRON = {
    "SCRIPT_NAME": "",
    "wsgi.errors": sys.stderr,
    "wsgi.file_wrapper": FileWrapper,
    "wsgi.input_terminated": True,
    "wsgi.multiprocess": True,
    "wsgi.multithread": True,
    "wsgi.run_once": False,
    "wsgi.version": (1, 0),
}
log = logging.getLogger("newsroom.serving")


class Application(Protocol):
    """A WSGI application that can tell what it has ready."""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer a request (PEP 3333)."""

    def at_once(self, environ: dict[str, Any], start_response: Any) -> bytes | None:
        """Answer it if that takes no time, else give None and say nothing."""


class WebServer(mp.MPServer):
    """Granian's web processes on one address, each started again whenever it ends.

    Granian itself ends with all of them when one dies twice within seconds, and has no setting
    against it. There would be nobody left at the next minute, so here it waits, and starts it again
    (docs/decisions.md). All of them accept from one socket, which is ours as long as we live: who
    calls while a process is started again waits for the next.

    Args:
        listener: where to listen; closed in the end.
        workers: how many processes.
    """

    def __init__(self, listener: socket.socket, workers: int) -> None:
        super().__init__(
            "wsgi:app",
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
            workers_kill_timeout=STOP_SECONDS,
        )
        self._listener = listener
        self._pauses = Pauses()
        self._told_to_end = threading.Event()

    def run(self) -> None:
        """Serve until told to end."""
        super().serve(spawn_target=_web_process)

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


@mp.WorkerProcess.wrap_target  # type: ignore[untyped-decorator]  # Granian
def _web_process(number: int, application: Application, *more: Any) -> None:
    """What Granian runs in each process, with our way to hand it answers."""
    mp._wsgi_call_wrap = _answering  # type: ignore[assignment,attr-defined]  # in this process
    mp.MPServer._spawn_wsgi_worker.__wrapped__(number, application, *more)


def _answering(
    application: Application, *_options: object
) -> Callable[[Any, dict[str, Any]], None]:
    """Ask the application as Granian does, which waits with the one thread that asks.

    So that thread gives out only what is ready at once. Whatever must be made is made by others,
    and a file (PEP 3333) is sent by a thread of its own, as slowly as its reader takes it.
    """
    makers = ThreadPoolExecutor(MAKERS, "maker")

    def answer(protocol: Any, environ: dict[str, Any]) -> None:
        said = Response()  # type: ignore[no-untyped-call]  # Granian
        environ.update(_ENVIRON)
        ready = application.at_once(environ, said)
        if ready is None:
            makers.submit(_make, application, protocol, environ)
        else:
            protocol.response_bytes(said.status, said.headers, ready)

    return answer


def _make(application: Application, protocol: Any, environ: dict[str, Any]) -> None:
    """Have an answer made and send it."""
    said = Response()  # type: ignore[no-untyped-call]  # Granian
    try:
        body = application(environ, said)
        if isinstance(body, FileWrapper):
            what = said.status, said.headers, ResponseIterWrap(body)  # type: ignore[no-untyped-call]
            threading.Thread(target=protocol.response_iter, args=what, daemon=True).start()
        else:
            protocol.response_bytes(said.status, said.headers, _whole(body))
    except Exception:  # as Granian does: the next request may be better
        log.exception("a request failed")
        protocol.response_bytes(500, [], b"")


def _whole(body: Any) -> bytes:
    try:
        return b"".join(body)
    finally:
        getattr(body, "close", bool)()


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

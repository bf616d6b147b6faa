"""What runs in each web process: what is ready is given at once, and waits for nothing else."""

import logging
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol
from wsgiref.util import FileWrapper

from granian.server import mp
from granian.wsgi import Response, ResponseIterWrap

# Who makes what is not ready: some may wait for the database or the disk.
MAKERS = 4
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
        """Answer it if that takes no time, else give None and say nothing.

        It is asked with what Granian knows of the request, without the keys that never change.
        """


@mp.WorkerProcess.wrap_target  # type: ignore[untyped-decorator]  # Granian
def web_process(number: int, application: Application, *more: Any) -> None:
    """What Granian runs in each process, with our way to hand it answers."""
    mp._wsgi_call_wrap = answering  # type: ignore[assignment,attr-defined]  # in this process
    mp.MPServer._spawn_wsgi_worker.__wrapped__(number, application, *more)


def answering(application: Application, *_options: object) -> Callable[[Any, dict[str, Any]], None]:
    """Ask the application as Granian does, which waits with the one thread that asks.

    So that thread gives out only what is ready at once. Whatever must be made is made by others,
    and a file (PEP 3333) is sent by a thread of its own, as slowly as its reader takes it.
    """
    makers = ThreadPoolExecutor(MAKERS, "maker")

    def answer(protocol: Any, environ: dict[str, Any]) -> None:
        said = Response()  # type: ignore[no-untyped-call]  # Granian
        ready = application.at_once(environ, said)
        if ready is None:
            makers.submit(_make, application, protocol, environ | _ENVIRON)
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

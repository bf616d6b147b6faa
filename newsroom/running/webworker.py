"""What runs in each web process: what is ready is given at once, and waits for nothing else."""

import logging
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any, Protocol
from wsgiref.util import FileWrapper

from granian.server import mp
from granian.wsgi import Response, ResponseIterWrap

# Who makes what is not ready: some may wait for the database or the disk.
MAKERS = 4
# How many bodies of requests may be waited for, each by one of the threads that ask; and how much
# is read of one: bytes.
BODIES = 3
MOST_BODY = 64 * 1024
RETRY_SECONDS = "5"
# What is sent so does not say how long it is; a form that was cut off would be another form.
_CODING = "HTTP_TRANSFER_ENCODING"
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
    """Ask the application as Granian does, which waits with the threads that ask.

    So these give out only what is ready at once. Whatever must be made is made by others, and a
    file (PEP 3333) is sent by a thread of its own, as slowly as its reader takes it. What is sent
    with a request is read here, and nowhere else: Granian closes it when we return, and stands
    still with the whole process if somebody still reads. It may come slowly or never, so that some
    threads are left to the others.
    """
    makers = ThreadPoolExecutor(MAKERS, "maker")
    bodies = threading.BoundedSemaphore(BODIES)

    def read(environ: dict[str, Any]) -> bytes | None:
        if not bodies.acquire(blocking=False):
            return None
        try:
            body: bytes = environ["wsgi.input"].read(MOST_BODY + 1)
            return body
        finally:
            bodies.release()

    def take(protocol: Any, environ: dict[str, Any]) -> None:
        if _CODING in environ:
            protocol.response_bytes(411, [], b"")
        elif (body := read(environ)) is None:
            protocol.response_bytes(503, [("Retry-After", RETRY_SECONDS)], b"")
        elif len(body) < min(int(environ.get("CONTENT_LENGTH") or 0), MOST_BODY + 1):
            protocol.response_bytes(400, [], b"")
        else:
            whole = environ | _ENVIRON | {"wsgi.input": BytesIO(body)}
            makers.submit(_make, application, protocol, whole)

    def answer(protocol: Any, environ: dict[str, Any]) -> None:
        said = Response()  # type: ignore[no-untyped-call]  # Granian
        ready = application.at_once(environ, said)
        if ready is not None:
            protocol.response_bytes(said.status, said.headers, ready)
        elif environ["REQUEST_METHOD"] != "POST":
            makers.submit(_make, application, protocol, environ | _ENVIRON)
        else:
            take(protocol, environ)

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

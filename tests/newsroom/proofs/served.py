"""The real web application, served to whoever asks on this machine, at a time we set."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from tests.conftest import NOON
from tests.flows.server import HOST, free_port
from tests.homes import lay_database
from web.site.application import create_app

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Clock:
    """Runs on by a millisecond whenever it is read, and jumps when it is told to."""

    def __init__(self) -> None:
        self.now = NOON
        self._lock = threading.Lock()

    def __call__(self) -> datetime:
        with self._lock:
            self.now += timedelta(milliseconds=1)
            return self.now


class Quiet(WSGIRequestHandler):
    def log(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def opened(home: Path, **settings: str) -> Iterator[Newsroom]:
    """A newsroom whose public address is a free port of this machine."""
    given = {"BASE_URL": f"http://{HOST}:{free_port()}", "MODELS": "", "STARTER": "off", **settings}
    values = {f"NEWSROOM_{name}": value for name, value in given.items()}
    settings = load_settings(values, home)
    lay_database(settings.database)
    newsroom = open_newsroom(settings, NOON)
    try:
        yield newsroom
    finally:
        newsroom.storage.close()


@contextmanager
def served(
    newsroom: Newsroom,
    clock: Callable[[], datetime],
    wrap: Callable[[Application], Application] = lambda app: app,
) -> Iterator[None]:
    """Serve it at its public address, as it is or with something before it."""
    app = wrap(create_app(newsroom.front, clock))
    port = int(newsroom.settings.site.base_url.rpartition(":")[2])
    server = make_server(HOST, port, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def leaking(what: bytes, where: str, status: str = "") -> Callable[[Application], Application]:
    """Something before the application that adds words to one of its answers."""

    def wrap(app: Application) -> Application:
        def leaky(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            if environ["PATH_INFO"] != where:
                return app(environ, start)
            heard: list[Any] = []
            body = b"".join(app(environ, lambda *said: heard.extend(said)))
            headers = [(n, v) for n, v in heard[1] if n.lower() != "content-length"]
            start(status or heard[0], headers)
            return [body, what] if environ["REQUEST_METHOD"] == "GET" else [b""]

        return leaky

    return wrap

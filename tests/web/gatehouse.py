"""A gate that really listens, backends behind it, and clients who say what they like to it."""

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

from web.counter import Counter
from web.gate import Gate

HOST = "127.0.0.1"
Said = tuple[int, list[tuple[str, str]], bytes]
# What belongs to a connection, and what may differ by a second.
_OWN = {"connection", "date"}


class _Silent(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, *_: Any) -> None:
        pass


@contextmanager
def application(app: Any, folder: Path) -> Iterator[str]:
    """A WSGI application served on a Unix socket."""
    address = str(folder / "web")
    server = make_server(f"unix://{address}", 0, app, threaded=True, request_handler=_Silent)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Actor:
    """A backend that says what it was told, and notes what it is asked.

    Args:
        folder: of its socket.
        act: is given each connection and what first came on it.
    """

    def __init__(self, folder: Path, act: Callable[[socket.socket, bytes], None]) -> None:
        self.address = str(folder / "actor")
        self.asked: list[bytes] = []
        self._act = act
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(self.address)
        self._listener.listen()
        self._threads: list[threading.Thread] = []
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in (self._thread, *self._threads):
            thread.join(20)

    def _serve(self) -> None:
        while True:
            try:
                one = self._listener.accept()[0]
            except OSError:
                return
            self._threads.append(threading.Thread(target=self._meet, args=(one,)))
            self._threads[-1].start()

    def _meet(self, one: socket.socket) -> None:
        with one:
            received = one.recv(65536)
            self.asked.append(received)
            with suppress(OSError):  # the other side has gone
                self._act(one, received)


@contextmanager
def opened(counter: Counter, most: int = 64) -> Iterator[tuple[Gate, int]]:
    """A gate at work in a thread, and its port."""
    listener = socket.create_server((HOST, 0), backlog=1024)
    gate, port = Gate(listener, counter, most), int(listener.getsockname()[1])
    thread = threading.Thread(target=gate.run)
    thread.start()
    try:
        yield gate, port
    finally:
        if thread.is_alive():
            gate.stop()
        thread.join(20)
        assert not thread.is_alive()


def call(address: int | str) -> socket.socket:
    """A connection to a port or a Unix socket."""
    if isinstance(address, int):
        return socket.create_connection((HOST, address), timeout=20)
    one = socket.socket(socket.AF_UNIX)
    one.settimeout(20)
    one.connect(address)
    return one


def hear(one: socket.socket, method: str = "GET") -> Said:
    """The next answer on a connection."""
    answer = http.client.HTTPResponse(one, method=method)
    answer.begin()
    fields = [(n, v) for n, v in answer.getheaders() if n.lower() not in _OWN]
    return answer.status, fields, answer.read()


def ask(address: int | str, path: str, method: str = "GET", **headers: str) -> Said:
    """Ask once, on a connection of its own."""
    with call(address) as one:
        one.sendall(head(path, method, **headers))
        return hear(one, method)


def head(path: str, method: str = "GET", version: str = "1.1", **headers: str) -> bytes:
    """A request."""
    fields = {"Host": "press.example.org"} | headers
    lines = [f"{method} {path} HTTP/{version}", *(f"{n}: {v}" for n, v in fields.items())]
    return "\r\n".join([*lines, "", ""]).encode()

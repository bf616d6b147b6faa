"""Web and clock."""

import logging
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from newsroom.clock import Clock
from newsroom.commands import Command, Door, pass_door
from newsroom.settings import PREFIX, SETTINGS
from press.errors import PortInUse

PORT = click.IntRange(1, 65535)
DEFAULT_BASE_URL = next(setting.default for setting in SETTINGS if setting.name == "BASE_URL")
# Two for those who take a large file slowly (web/files.py) and one for everybody else: each more
# takes turns with the others for the interpreter, and costs polls (docs/decisions.md).
THREADS = 3
RESTART_SECONDS = 1
STOP_SECONDS = 10
log = logging.getLogger("newsroom.serving")


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom serve --port 8080 --workers 2")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=PORT, default=8000, show_default=True, help="Port to listen on.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="How many web processes.",
)
@pass_door
def serve(door: Door, host: str, port: int, workers: int) -> None:
    """Run the web and the clock together, until stopped with Ctrl-C."""
    door.may_make = True
    home = door.newsroom.settings.home.resolve()
    check_port(host, port)
    _name_address(door, host, port)
    door.newsroom.storage.close()  # SQLite must not be carried into the forked web processes
    door.environment[f"{PREFIX}HOME"] = str(home)  # they read it
    clock = _clock(home)
    click.echo(f"the newsroom is open at http://{host}:{port}/ (Ctrl-C closes it)")
    try:
        with _gate(host, port) as door_behind:
            _serve_web(door_behind, workers)
    finally:
        clock.stop()


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom work")
@click.option("--parent", type=int, hidden=True)
@pass_door
def work(door: Door, parent: int | None) -> None:
    """Run the clock alone: announce, translate; any number of these may run at once."""
    Clock(door.newsroom, parent).run()


def _name_address(door: Door, host: str, port: int) -> None:
    """Where nobody set BASE_URL, links lead to where this server listens."""
    if door.settings.site.base_url == DEFAULT_BASE_URL:
        door.environment[f"{PREFIX}BASE_URL"] = f"http://{host}:{port}"


class Companion:
    """A process beside the web's, started again should it ever end by itself.

    Args:
        name: as the log calls it.
        module: to run, with its arguments.
    """

    def __init__(self, name: str, module: str, *words: str) -> None:
        self.name = name
        self.words = [sys.executable, "-m", module, *words]
        self.stopping = threading.Event()
        self.process = self._start()
        threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> None:
        """End it, and wait until it has ended."""
        self.stopping.set()
        self.process.terminate()
        try:
            self.process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        # The pipe ends when we do, however that happens.
        return subprocess.Popen(self.words, stdin=subprocess.PIPE)

    def _watch(self) -> None:
        while not self.stopping.is_set():
            self.process.wait()
            if not self.stopping.wait(RESTART_SECONDS):
                code = self.process.returncode
                log.warning("the %s ended (%s); starting it again", self.name, code)
                self.process = self._start()


def _clock(home: Path) -> Companion:
    return Companion("clock", "newsroom", "--home", str(home), "work", "--parent", str(os.getpid()))


@contextmanager
def _gate(host: str, port: int) -> Iterator[Path]:
    """A gate on the public address, and the socket behind it on which the web has to listen."""
    with TemporaryDirectory(prefix="newsroom-", ignore_cleanup_errors=True) as folder:
        door = Path(folder) / "web"
        gate = Companion("gate", "gate", host, str(port), str(door))
        try:
            yield door
        finally:
            gate.stop()


def _serve_web(door: Path, workers: int) -> None:
    server: Any = Granian(
        "wsgi:app",
        uds=door,
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
    server.serve()


def check_port(host: str, port: int) -> None:
    """Say that a port is taken before anything is started."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise PortInUse(f"the server cannot listen on {host} port {port}: {reason}") from error


COMMANDS = (serve, work)

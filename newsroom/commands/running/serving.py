"""Web and clock."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from newsroom.commands import Command, Door, pass_door, say
from newsroom.in_force import SettingsWatch, say_mistake
from newsroom.running.clock import Clock
from newsroom.running.supervisor import Companion
from newsroom.running.webserver import WebServer
from newsroom.settings import DEFAULT_BASE_URL, PREFIX
from newsroom.upkeep.presence import Presence, be_present, note_address
from newsroom.upkeep.private_folder import private_folder
from press.errors import PortInUse

PORT = click.IntRange(1, 65535)
# How many may have called and not been let in yet.
BACKLOG = 1024


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
    """Run the web and the clock together, until stopped with Ctrl-C.

    Whatever dies of it is started again. It speaks plain HTTP: for the public, set BASE_URL and
    put a server with TLS before it (README, “In production”).
    """
    door.says_itself = True
    say_mistake(door.in_force)
    home = door.newsroom.settings.home.resolve()
    with listen(host, port) as listener, private_folder(home) as folder:
        _name_address(door, host, port)
        door.newsroom.storage.close()  # SQLite must not be carried into the forked web processes
        door.environment[f"{PREFIX}HOME"] = str(home)  # they read it
        clock = _clock(home)
        say(f"the newsroom is open at http://{host}:{port}/ (Ctrl-C closes it)")
        try:
            with _gate(listener, folder / "web"):
                WebServer(folder / "web", workers).serve()
        finally:
            clock.stop()


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom work")
@click.option("--parent", type=int, hidden=True)
@pass_door
def work(door: Door, parent: int | None) -> None:
    """Run the clock alone: announce, translate; any number of these may run at once."""
    door.says_itself = True
    newsroom = door.newsroom
    home = newsroom.settings.home
    be_present(home, Presence.CLOCK)
    Clock(newsroom, parent, SettingsWatch(door.environment, home)).run()


def _name_address(door: Door, host: str, port: int) -> None:
    """Where nobody set BASE_URL, links lead to where this server listens."""
    if door.in_force.settings.site.base_url == DEFAULT_BASE_URL:
        address = f"http://{host}:{port}"
        door.environment[f"{PREFIX}BASE_URL"] = address
        note_address(door.settings.home, address)


def _clock(home: Path) -> Companion:
    return Companion("clock", "newsroom", "--home", str(home), "work", "--parent", str(os.getpid()))


@contextmanager
def _gate(listener: socket.socket, door: Path) -> Iterator[None]:
    """A gate on the public address before the socket on which the web listens.

    The address is ours while the gate is started again: who calls then waits, and is answered.
    """
    number = listener.fileno()
    gate = Companion("gate", "gate", str(number), str(door), descriptors=[number])
    try:
        yield
    finally:
        listener.close()  # here; once the gate has closed it too, who calls is refused
        gate.stop()


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on an address of this machine.

    Raises:
        PortInUse: it cannot be had, because another has it or it is none of ours.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        one = socket.socket(family, kind)
        try:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind(address)
            one.listen(BACKLOG)
        except (OSError, OverflowError):
            one.close()
            raise
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise PortInUse(f"the server cannot listen on {host} port {port}: {reason}") from error
    return one


def check_port(host: str, port: int) -> None:
    """Say that a port is taken before anything is started."""
    listen(host, port).close()


COMMANDS = (serve, work)

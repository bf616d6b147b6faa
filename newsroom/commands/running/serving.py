"""Web and clock."""

import os
import socket

import click

from newsroom.commands import Command, Door, pass_door, say
from newsroom.in_force import SettingsWatch, say_mistake
from newsroom.running.clock import Clock
from newsroom.running.supervisor import Supervised
from newsroom.running.webserver import WebServer
from newsroom.settings import DEFAULT_BASE_URL, PREFIX
from newsroom.upkeep.presence import Presence, address_noted, be_present
from press.errors import PortInUse
from press.public.web_address import address_of_server, base_address

PORT = click.IntRange(1, 65535)
# How many may have called and not been let in yet.
BACKLOG = 1024
# Who takes nothing of an answer for so long is hung up on (Linux, tcp(7)).
TAKE_SECONDS = 30


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
    put nginx before it, as docs/production.md says.
    """
    door.says_itself = True
    say_mistake(door.in_force)
    home = door.newsroom.settings.home.resolve()
    with listen(host, port) as listener:
        own = own_address(listener, host, port)
        address = _name_address(door, own)
        door.newsroom.storage.close()  # SQLite must not be carried into the forked web processes
        door.environment[f"{PREFIX}HOME"] = str(home)  # they read it
        clock = _clock(door)
        say(f"the newsroom is open at {own}/ (Ctrl-C closes it)")
        with address_noted(home, address):
            try:
                WebServer(listener, workers).run()
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


def own_address(listener: socket.socket, host: str, port: int) -> str:
    """Where a server is found by those who ask by the name that it was told to listen on.

    Args:
        listener: what it listens with.
        host: a name or an address, as given; perhaps one that means every address.
        port: likewise.
    """
    try:
        return base_address(f"http://{host}:{port}")
    except ValueError:
        return address_of_server(listener.getsockname()[0], port)


def _name_address(door: Door, own: str) -> str:
    """Where the public finds this server; where nobody set BASE_URL, it is where it listens."""
    address = door.in_force.settings.site.base_url
    if address == DEFAULT_BASE_URL:
        door.environment[f"{PREFIX}BASE_URL"] = address = own
    return address


def _clock(door: Door) -> Supervised:
    words = ("newsroom", "work", "--parent", str(os.getpid()))
    return Supervised("clock", door.environment, *words)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on an address of this machine.

    Raises:
        PortInUse: it cannot be had, because another has it or it is none of ours.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        one = socket.socket(family, kind)
        try:
            _set_up(one)
            one.bind(address)
            one.listen(BACKLOG)
        except (OSError, OverflowError):
            one.close()
            raise
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise PortInUse(f"the server cannot listen on {host} port {port}: {reason}") from error
    return one


def _set_up(one: socket.socket) -> None:
    """Choose what holds for every connection that is accepted from a socket, too."""
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, TAKE_SECONDS * 1000)


def check_port(host: str, port: int) -> None:
    """Say that a port is taken before anything is started."""
    listen(host, port).close()


COMMANDS = (serve, work)

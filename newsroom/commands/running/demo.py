"""`newsroom demo`."""

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import click
from rich.console import Console
from rich.live import Live
from rich.table import Table

import feeds
from newsroom.commands import Command, Door, cell, console, pass_door
from newsroom.commands.running.serving import PORT, check_port
from newsroom.commands.translation.fetching import fetched_first
from newsroom.proofs.surfaces import Surface
from newsroom.running.demonstration import HOST, Demonstration
from press.errors import Refusal
from translate.packages import installing

PACKAGES_HINT = (
    "newsroom models install en-fr en-nl en-de fetches some, or NEWSROOM_MODELS names a folder"
)


@click.command(
    cls=Command, epilog="\b\nExamples:\n  newsroom demo --once\n  newsroom demo --models"
)
@click.option("--once", is_flag=True, help="End when the embargoed release is out.")
@click.option("--models", is_flag=True, help="Fetch better packages first, if there is a network.")
@click.option("--port", type=PORT, default=8000, show_default=True, help="Port to serve on.")
@pass_door
def demo(door: Door, once: bool, models: bool, port: int) -> None:
    """File the samples, embargo one, and watch it appear everywhere at its minute."""
    check_port(HOST, port)
    screen = console()
    environment = fetched_first(door) if models else door.environment
    show = Demonstration(environment, door.home.resolve() / "demo", port)
    _introduce(show, screen)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))  # so that the server is ended below
    with show.serving() as server:
        _watch(show, screen)
        if not once:
            _serve_on(show, server, screen)


def _introduce(show: Demonstration, screen: Console) -> None:
    count = len(show.newsroom.releases.every())
    screen.print(f"{count} sample releases filed in {show.newsroom.settings.home}")
    found = installing.available(show.newsroom.settings.packages)
    if found:
        pairs = ", ".join("-".join(p.pair) for p in found)
        screen.print(f"translating with the packages {pairs}")
    else:
        screen.print(f"no translation packages: the original stands in, marked ({PACKAGES_HINT})")
    screen.print(f"embargoed until {show.release.embargo}:")
    screen.print(f"  “{cell(show.release.original.headline)}”")


def _watch(show: Demonstration, screen: Console) -> None:
    """Show the surfaces before, during and after the minute; fail if the embargo did not hold."""
    screen.print(f"asking {len(show.surfaces())} public addresses over and over …")
    seen: dict[Surface, timedelta] = {}
    if screen.is_terminal:
        with Live(get_renderable=lambda: _picture(show, seen), console=screen):
            first = show.watch(seen.__setitem__)
    else:
        first = show.watch(seen.__setitem__)
        screen.print(_picture(show, seen))
    if reason := show.judge(first):
        raise Refusal(f"the embargo did not hold: {reason}")
    slowest = max(first.values()) // timedelta(milliseconds=1)
    screen.print(f"absent everywhere before its minute; everywhere {slowest} ms after it")
    _tell_feeds(show, screen)


def _picture(show: Demonstration, seen: dict[Surface, timedelta]) -> Table:
    """When each language's surfaces first showed the release, and how long it is until then."""
    left = (show.minute - datetime.now(UTC)).total_seconds()
    title = f"{left:.0f} s to go" if left > 0 else "the minute has come"
    kinds = [*feeds.FORMATS, "home", "page", "release"]
    table = Table("", *kinds, title=title, title_justify="left", box=None)
    surfaces = show.surfaces()
    for language in dict.fromkeys(surface.language for surface in surfaces):
        cells = [
            _cell([s for s in surfaces if (s.language, s.kind) == (language, kind)], seen)
            for kind in kinds
        ]
        table.add_row(language, *cells)
    return table


def _cell(surfaces: list[Surface], seen: dict[Surface, timedelta]) -> str:
    """The slowest of these surfaces, or that it is not on all of them yet."""
    if not all(surface in seen for surface in surfaces):
        return "absent"
    return f"+{max(seen[s] for s in surfaces) // timedelta(milliseconds=1)} ms"


def _tell_feeds(show: Demonstration, screen: Console) -> None:
    table = Table("Language", "Topic", "Format", "Entries", "Validity", "Bytes", box=None)
    wrong = []
    for surface, count, found, size in show.feed_report():
        wrong += found
        validity = "; ".join(found) or "valid"
        table.add_row(
            surface.language, surface.topic, surface.kind, str(count), validity, str(size)
        )
    screen.print(table)
    if wrong:
        raise Refusal(f"a feed is not valid: {wrong[0]}")


def _serve_on(show: Demonstration, server: subprocess.Popen[bytes], screen: Console) -> None:
    screen.print(f"open http://{HOST}:{show.port}/ (Ctrl-C ends the demonstration)")
    try:
        server.wait()
    except KeyboardInterrupt:
        screen.print("the demonstration has ended")


COMMANDS = (demo,)

"""`newsroom demo`."""

import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
from rich.console import Console
from rich.live import Live
from rich.table import Table

from newsroom.commands import Command, Door, cell, console, pass_door
from newsroom.commands.running import demo_tables
from newsroom.commands.running.serving import PORT, check_port
from newsroom.commands.translation.fetching import fetched_first
from newsroom.proofs.surfaces import Surface
from newsroom.running.demonstration import HOST, READER, Demonstration
from newsroom.running.results import by_language
from press.errors import Refusal
from press.text import STARTER
from press.topic import ALL

ROUGH = "STARTER=on: rough words of a small model that ships, marked so (better: below)"
EXAMPLE = "\b\nExamples:\n  newsroom demo --once --verbose\n  newsroom demo --models"


@click.command(cls=Command, epilog=EXAMPLE)
@click.option("--once", is_flag=True, help="End when the embargoed release is out.")
@click.option("--models", is_flag=True, help="Fetch better packages first, if there is a network.")
@click.option("--verbose", is_flag=True, help="List every feed, and when each address showed it.")
@click.option("--port", type=PORT, default=8000, show_default=True, help="Port to serve on.")
@pass_door
def demo(door: Door, once: bool, models: bool, verbose: bool, port: int) -> None:
    """File the samples, embargo one, and watch it appear everywhere at its minute."""
    check_port(HOST, port)
    environment = fetched_first(door) if models else door.environment
    show = Demonstration(environment, door.home.resolve() / "demo", port)
    screen, home = console(), door.home / "demo"
    _introduce(show, screen, home)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))  # so that the server is ended below
    with show.serving() as server:
        _watch(show, screen, verbose=verbose)
        mail = _tell_mail(show, screen)
        _tell_next(show, screen, home, mail, once=once)
        if not once:
            _serve_on(server, screen)


def _introduce(show: Demonstration, screen: Console, home: Path) -> None:
    count = len(show.newsroom.releases.every())
    screen.print(f"{count} sample releases filed in {cell(str(home))}")
    engines = show.engines()
    better = [name for name in engines if name and STARTER not in name]
    if better:
        screen.print(f"translating with {', '.join(better)}")
    if any(STARTER in name for name in engines):
        screen.print(ROUGH)
    screen.print(f"embargoed until {show.release.embargo}:")
    screen.print(f"  “{cell(show.release.original.headline)}”")


def _watch(show: Demonstration, screen: Console, *, verbose: bool) -> None:
    """Show the surfaces before, during and after the minute; fail if the embargo did not hold."""
    count = len(show.surfaces())
    screen.print(f"asking {count} public addresses over and over until its minute …")
    seen: dict[Surface, timedelta] = {}

    def picture() -> Table:
        return demo_tables.surfaces(show.surfaces(), seen, show.minute - datetime.now(UTC))

    if screen.is_terminal:
        with Live(get_renderable=picture, console=screen, transient=not verbose):
            first = show.watch(seen.__setitem__)
    else:
        first = show.watch(seen.__setitem__)
        if verbose:
            screen.print(picture())
    if reason := show.judge(first):
        raise Refusal(f"the embargo did not hold: {reason}")
    slowest = max(first.values()) // timedelta(milliseconds=1)
    screen.print(f"absent everywhere before its minute; everywhere {slowest} ms after it")
    _tell_feeds(show, screen, first, verbose=verbose)


def _tell_feeds(
    show: Demonstration, screen: Console, first: dict[Surface, timedelta], *, verbose: bool
) -> None:
    found, releases = show.feeds(), show.newsroom.releases.every()
    languages = show.newsroom.settings.site.languages
    if verbose:
        screen.print(demo_tables.feeds(found))
    screen.print()
    screen.print(demo_tables.languages(by_language(languages, first, found, releases)))
    screen.print()
    wrong = [(one.surface.path, one.faults[0]) for one in found if one.faults]
    if wrong:
        raise Refusal("a feed is not valid: {}: {}".format(*wrong[0]))


def _tell_mail(show: Demonstration, screen: Console) -> Path:
    """Say that whoever follows was told, and fail if not, or too early."""
    mail = show.mail()
    if mail is None:
        raise Refusal(f"{READER} follows every topic, and was not told")
    path, after = mail
    if after < timedelta(0):
        raise Refusal(f"{READER} was told {-after} before the minute")
    said = f"{READER} follows, and was told {after // timedelta(milliseconds=1)} ms after it"
    screen.print(f"{said}, by mail")
    screen.print()
    return path


def _tell_next(show: Demonstration, screen: Console, home: Path, mail: Path, *, once: bool) -> None:
    """Where to look, and what to type: all that a newcomer needs to go on."""
    codes, address = show.newsroom.settings.site.languages.codes, f"http://{HOST}:{show.port}"
    pages = [f"{address}/{code}/" for code in codes]
    typed = f"{_program()} --home {home}"
    missing = " ".join(f"{codes[0]}-{code}" for code in codes[1:])
    rows = [
        ("open", "  ".join(pages[:2])),
        *(("", "  ".join(pages[n : n + 2])) for n in range(2, len(pages), 2)),
        ("a feed", f"{address}/{codes[-1]}/{ALL}.atom"),
        ("all feeds", f"{address}/feeds/"),
        ("the mail", str(home / mail.parent.name / mail.name)),
        ("follow", f"{address}/{codes[-1]}/follow/"),
        *([("serve again", f"{typed} serve")] if once else []),
        ("to review", f"{typed} review"),
        ("better words", f"{typed} models install {missing}"),
    ]
    screen.print(demo_tables.pairs(rows))


def _program() -> str:
    """How the command line is called here: by its name, where the environment is active."""
    called = Path(sys.argv[0])
    if called.name != "newsroom":
        return "python -m newsroom"
    found = shutil.which("newsroom")
    return "newsroom" if found and Path(found).resolve() == called.resolve() else str(called)


def _serve_on(server: subprocess.Popen[bytes], screen: Console) -> None:
    screen.print("Ctrl-C ends the demonstration")
    try:
        server.wait()
    except KeyboardInterrupt:
        screen.print("the demonstration has ended")


COMMANDS = (demo,)

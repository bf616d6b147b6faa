"""The home: making it, looking after it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from newsroom import backup as copies
from newsroom.checkup import Finding, examine, examine_packages
from newsroom.commands import AS_JSON, RELEASE, Command, Door, counted, now, pass_door, say_json
from newsroom.housekeeping import examine_home, mend
from newsroom.reopening import reopen as let_go
from newsroom.reopening import waiting
from newsroom.restoring import Restored
from newsroom.restoring import restore as bring_back
from newsroom.settings import FILE, settings_file
from press.errors import HomeRefused
from storage.restored import Group, Waiting

# How many headlines of each group are shown; the rest is counted.
SHOWN = 5
# What happens to the releases of each group once they are let go.
GROUPS = {
    Group.OUT: "{} out in the copy: out again, with the same date, announced to nobody",
    Group.DUE: "{} due since the copy was made: out with the minute they had, announced now",
    Group.AHEAD: "{} due ahead: scheduled again",
}
BUT_FIRST = (
    "A copy does not know what was withdrawn, held, corrected or moved after it was made. Withdraw"
    " and move these first:\n  newsroom withdraw ID --reason TEXT\n  newsroom schedule ID WHEN"
)


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom init --home /srv/newsroom")
@pass_door
def init(door: Door) -> None:
    """Make the home: the database and a settings file with comments."""
    door.may_make = True
    newsroom = door.newsroom
    click.echo(f"database: {newsroom.settings.database}")
    path = newsroom.settings.home / FILE
    if path.exists():
        click.echo(f"settings: {path} (kept as it was)")
    else:
        _write(path, settings_file())
        click.echo(f"settings: {path} (set AUTHORITY before you file the first release)")
    names = [f"{language.tag} {language.name}" for language in newsroom.settings.site.languages]
    click.echo(f"languages: {', '.join(names)}")


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom doctor --json")
@click.option("--repair", is_flag=True, help="Close to others what only we may read.")
@AS_JSON
@pass_door
def doctor(door: Door, repair: bool, as_json: bool) -> None:
    """Check the home: settings, permissions, processes, database, work, clock, packages, disk."""
    door.goes_on = True
    mended = mend(door.newsroom.settings) if repair else []
    for says in mended:
        click.echo(f"closed to others: {says}", err=as_json)
    findings = _examine(door)
    if as_json:
        say_json([{"check": c, "ok": ok, "says": says} for c, ok, says in findings])
    for check, ok, says in [] if as_json else findings:
        click.echo(f"{'ok ' if ok else 'NOT'} {check}: {says}")
    if not all(ok for _, ok, _ in findings):
        raise click.exceptions.Exit(1)


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom backup newsroom-monday.tar.gz")
@click.argument("file", type=click.Path(path_type=Path))
@pass_door
def backup(door: Door, file: Path) -> None:
    """Write a consistent copy of everything but the packages, also while serving."""
    size = copies.backup(door.newsroom.storage, door.settings, file, now())
    click.echo(f"copied to {file} ({size:,} bytes; keep it as secret as what is under embargo)")


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom restore FILE --home /srv/new")
@click.argument("file", type=click.Path(path_type=Path))
@AS_JSON
@pass_door
def restore(door: Door, file: Path, as_json: bool) -> None:
    """Make a home from a copy; nothing of it is out until newsroom reopen lets it go.

    Translation packages have to be installed again.
    """
    found = bring_back(file, door.settings, door.who, now())
    if as_json:
        say_json(_restored_json(found))
        return
    copied = f"{found.copied_at:%Y-%m-%d %H:%M:%S} UTC" if found.copied_at else "unknown time"
    click.echo(f"restored to {door.home}: the copy of {copied}")
    if not found.waiting:
        click.echo("nothing in it was out or scheduled")
        return
    click.echo(f"{counted(len(found.waiting), 'release')} held; let go, they would be:")
    _say_groups(found.waiting)
    if found.previews:
        click.echo(f"{counted(found.previews, 'preview link')} ended")
    click.echo(f"{BUT_FIRST}\nThen let go of the rest:\n  newsroom reopen")


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom reopen --except 12 --except 15")
@click.argument("ids", type=RELEASE, metavar="[ID…]", nargs=-1)
@click.option("--except", "but", type=RELEASE, multiple=True, help="Go on holding this one.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@AS_JSON
@pass_door
def reopen(
    door: Door, ids: tuple[int, ...], but: tuple[int, ...], yes: bool, as_json: bool
) -> None:
    """Let go what is held since a copy was restored: these releases, or all of them."""
    storage = door.newsroom.storage
    chosen = waiting(storage, now(), ids, but)
    if chosen and not as_json:
        click.echo(f"{counted(len(chosen), 'release')} held since a copy was restored:")
        _say_groups(chosen)
    if chosen and not yes and sys.stdin.isatty() and sys.stdout.isatty():
        click.echo(BUT_FIRST)
        click.confirm("Let them go now?", abort=True)
    let_go(storage, chosen, door.who, now())
    if as_json:
        say_json([_waiting_json(one) for one in chosen])
    else:
        click.echo(f"let go of {counted(len(chosen), 'release')}")


def _say_groups(found: Sequence[Waiting]) -> None:
    """Each group by number, and its latest headlines, a line each."""
    for group, says in GROUPS.items():
        ours = [one for one in found if one.group is group]
        if not ours:
            continue
        click.echo(f"- {says.format(len(ours))}")
        for one in ours[:SHOWN]:
            click.echo(f"    {one.release_id} {one.instant:%Y-%m-%d %H:%M} UTC {one.headline}")
        if len(ours) > SHOWN:
            click.echo(f"    and {len(ours) - SHOWN} more")


def _restored_json(found: Restored) -> dict[str, Any]:
    counts = {group.value: len(found.of(group)) for group in Group}
    return {
        "copied_at": found.copied_at,
        "held": counts,
        "previews_ended": found.previews,
        "releases": [_waiting_json(one) for one in found.waiting],
    }


def _waiting_json(one: Waiting) -> dict[str, Any]:
    return {
        "release": one.release_id,
        "group": one.group.value,
        "instant": one.instant,
        "headline": one.headline,
    }


def _examine(door: Door) -> list[Finding]:
    moment, newsroom = now(), door.newsroom
    return [
        *examine_home(newsroom, door.in_force, door.environment, moment),
        *examine(newsroom, moment),
        *examine_packages(door.settings.packages),
    ]


def _write(path: Path, text: str) -> None:
    try:
        # For its owner alone: it will hold what must be presented to see the figures.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise HomeRefused(f"{path} cannot be written: {error.strerror}") from error


COMMANDS = (init, doctor, backup, restore, reopen)

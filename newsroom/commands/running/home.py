"""The home: making it, looking after it."""

import os
from pathlib import Path

import click

from newsroom.commands import AS_JSON, Command, Door, now, pass_door, say, say_json
from newsroom.doctor.checkup import Finding, examine, examine_packages
from newsroom.doctor.housekeeping import examine_home, mend
from newsroom.doctor.pictures import examine_pictures
from newsroom.doctor.search import examine_search, mend_search
from newsroom.doctor.telling import examine_telling
from newsroom.doctor.topics import examine_topics
from newsroom.settings import FILE, settings_file
from newsroom.translation.packages import package_folders
from newsroom.upkeep import backup as copies
from press.errors import HomeRefused


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom init --home /srv/newsroom")
@pass_door
def init(door: Door) -> None:
    """Make the home: the database and a settings file with comments."""
    door.may_make = True
    newsroom = door.newsroom
    say(f"database: {newsroom.settings.database}")
    path = newsroom.settings.home / FILE
    if path.exists():
        say(f"settings: {path} (kept as it was)")
    else:
        _write(path, settings_file())
        say(f"settings: {path} (set AUTHORITY before you file the first release)")
    names = [f"{language.tag} {language.name}" for language in newsroom.settings.site.languages]
    say(f"languages: {', '.join(names)}")


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom doctor --json")
@click.option(
    "--repair", is_flag=True, help="Close to others what only we may read; mend the search."
)
@AS_JSON
@pass_door
def doctor(door: Door, repair: bool, as_json: bool) -> None:
    """Check the home: settings, permissions, processes, database, work, clock, packages, disk."""
    door.says_itself = True
    mended = mend(door.newsroom.settings) if repair else []
    for says in mended:
        say(f"closed to others: {says}", err=as_json)
    for says in mend_search(door.newsroom, now()) if repair else []:
        say(says, err=as_json)
    findings = _examine(door)
    if as_json:
        say_json([{"check": c, "ok": ok, "says": says} for c, ok, says in findings])
    for check, ok, says in [] if as_json else findings:
        say(f"{'ok ' if ok else 'NOT'} {check}: {says}")
    if not all(ok for _, ok, _ in findings):
        raise click.exceptions.Exit(1)


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom backup newsroom-monday.tar.gz")
@click.argument("file", type=click.Path(path_type=Path))
@pass_door
def backup(door: Door, file: Path) -> None:
    """Write a consistent copy of everything but the packages, also while serving."""
    size = copies.backup(door.newsroom.storage, door.settings, file, now())
    say(f"copied to {file} ({size:,} bytes; keep it as secret as what is under embargo)")


def _examine(door: Door) -> list[Finding]:
    moment, newsroom = now(), door.newsroom
    return [
        *examine_home(newsroom, door.in_force, door.environment, moment),
        *examine(newsroom, moment),
        examine_search(newsroom, moment),
        examine_pictures(newsroom),
        examine_topics(newsroom),
        *examine_telling(newsroom, moment),
        *examine_packages(package_folders(door.settings)),
    ]


def _write(path: Path, text: str) -> None:
    try:
        # For its owner alone: it will hold what must be presented to see the figures.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise HomeRefused(f"{path} cannot be written: {error.strerror}") from error


COMMANDS = (init, doctor, backup)

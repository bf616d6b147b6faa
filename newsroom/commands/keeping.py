"""The home: making it, looking after it."""

from pathlib import Path

import click

from newsroom import backup as copies
from newsroom.checkup import Finding, examine, examine_packages
from newsroom.commands import AS_JSON, Command, Door, now, pass_door, say, say_json
from newsroom.settings import FILE, settings_file
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
@AS_JSON
@pass_door
def doctor(door: Door, as_json: bool) -> None:
    """Check the home: database, work, delays, clock, time zone, packages, disk."""
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
    size = copies.backup(door.newsroom.storage, door.settings, file)
    say(f"copied to {file} ({size:,} bytes; keep it as secret as what is under embargo)")


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom restore FILE --home /srv/new")
@click.argument("file", type=click.Path(path_type=Path))
@pass_door
def restore(door: Door, file: Path) -> None:
    """Make a home from a copy; translation packages have to be installed again."""
    copies.restore(file, door.settings)
    say(f"restored to {door.home}: {len(door.newsroom.desk.releases())} releases")


def _examine(door: Door) -> list[Finding]:
    return [*examine(door.newsroom, now()), *examine_packages(door.settings.packages)]


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise HomeRefused(f"{path} cannot be written: {error.strerror}") from error


COMMANDS = (init, doctor, backup, restore)

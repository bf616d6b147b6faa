"""Releases to translators and back, and the memory."""

import os
import sys
from pathlib import Path

import click

from newsroom.commands import RELEASE, Door, Group, counted, now, pass_door
from newsroom.commands.sheets import slipped
from newsroom.returning import Taken
from press.errors import Refusal, UnreadableFile
from translate import returned, tmx, xliff

EXAMPLE = """\b
Examples:
  newsroom exchange out 1 nl
  newsroom exchange in release-1.nl.xlf
"""
MEMORY = """\b
Examples:
  newsroom memory out en-nl.tmx --from en --to nl
  newsroom memory in theirs.tmx
"""
_LARGEST = 64 * 2**20
_FILE = click.Path(path_type=Path)


@click.group(cls=Group, epilog=EXAMPLE)
def exchange() -> None:
    """Give a release to a translator as XLIFF, and take it back."""


@exchange.command(epilog=EXAMPLE)
@click.argument("release_id", type=RELEASE, metavar="ID")
@click.argument("language")
@click.argument("path", type=_FILE, required=False, metavar="[FILE|-]")
@click.option(
    "--version",
    type=click.Choice(list(xliff.NAMESPACES)),
    default="1.2",
    show_default=True,
    help="Of XLIFF: most tools read 1.2.",
)
@pass_door
def out(door: Door, release_id: int, language: str, path: Path | None, version: str) -> None:
    """Write one language of a release for a translator: what is there, and what is missing.

    The file is as secret as the release.
    """
    code = door.settings.site.languages.named(language).code
    job = door.newsroom.exchange.job(release_id, code)
    path = path or Path(f"release-{release_id}.{code}.xlf")
    _write(path, xliff.write(job, version))
    if str(path) != "-":
        click.echo(
            f"wrote {path}: {counted(len(job.segments), 'block')} from {job.source} into {code}"
        )


@exchange.command("in", epilog=EXAMPLE)
@click.argument("paths", type=_FILE, nargs=-1, required=True, metavar="FILE…")
@pass_door
def in_(door: Door, paths: tuple[Path, ...]) -> None:
    """Take what a translator changed or confirmed; the file says of which release."""
    refused = False
    for path in paths:
        try:
            back = returned.read(_read(path))
            taken = door.newsroom.exchange.take(back, door.who, now())
        except Refusal as refusal:
            click.echo(f"{path}: {refusal}", err=True)
            refused = True
            continue
        click.echo(f"release {taken.release.id} {taken.language}: {_taken(taken)}")
        for one in taken.replaced:
            click.echo(f"in place of an editor's “{one.words.markdown}”")
        for line in slipped(taken.reviewed):
            click.echo(line)
        if not taken.reviewed.is_ready:
            click.echo(f"it waits; see newsroom review {taken.release.id} {taken.language}")
    if refused:
        raise click.exceptions.Exit(1)


def _taken(taken: Taken) -> str:
    """What became of a file: the words of blocks that are gone are only remembered."""
    gone = taken.new - len(taken.reviewed.at)
    said = [f"{counted(taken.new, 'block')} taken"]
    said += [f"{gone} of them no longer in the release"] if gone else []
    said += [f"{taken.open} left open"] if taken.open else []
    return ", ".join(said)


@click.group("memory", cls=Group, epilog=MEMORY)
def memory() -> None:
    """Give away what was translated before as TMX, or add another memory to it."""


@memory.command("out", epilog=MEMORY)
@click.argument("path", type=_FILE, metavar="FILE|-")
@click.option("--from", "source", help="Only from this language; goes with --to.")
@click.option("--to", "target", help="Only into this language; goes with --from.")
@pass_door
def memory_out(door: Door, path: Path, source: str | None, target: str | None) -> None:
    """Write the memory as TMX; it holds words of releases that are still under embargo."""
    if bool(source) != bool(target):
        raise Refusal("--from and --to go together")
    named = door.settings.site.languages.named
    pair = (named(source).code, named(target).code) if source and target else None
    found = door.newsroom.exchange.memory(pair)
    _write(path, tmx.write(found))
    if str(path) != "-":
        click.echo(f"wrote {path}: {len(found)} translations")


@memory.command("in", epilog=MEMORY)
@click.argument("path", type=_FILE, metavar="FILE|-")
@pass_door
def memory_in(door: Door, path: Path) -> None:
    """Add a TMX file to the memory; what is known already stays as it is."""
    try:
        found = tmx.read(_read(path), door.settings.site.languages.codes)
    except Refusal as refusal:
        raise UnreadableFile(f"{path}: {refusal}") from refusal
    new = door.newsroom.exchange.take_memory(found, door.who, now())
    click.echo(f"{new} translations are new, {len(found.translations) - new} were known")
    if found.left_out:
        click.echo(
            f"left out: {found.left_out} units with codes of another program or in languages "
            "this newsroom does not publish in",
            err=True,
        )


def _write(path: Path, data: bytes) -> None:
    """Write a file that nobody else on the machine may read, or to standard output."""
    if str(path) == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(data)
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror}") from error


def _read(path: Path) -> bytes:
    try:
        with click.open_file(str(path), "rb") as file:
            data = bytes(file.read(_LARGEST + 1))
    except OSError as error:
        raise UnreadableFile(f"it cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST:
        raise UnreadableFile(f"it is larger than {_LARGEST // 2**20} MiB")
    return data


COMMANDS = (exchange, memory)

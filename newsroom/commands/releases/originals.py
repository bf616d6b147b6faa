"""`newsroom original`: the file that a release was read from."""

import hashlib
import sys
from pathlib import Path

import click

from newsroom.commands import RELEASE, Command, Door, pass_door, say
from newsroom.commands.terminal.secret import STANDARD, write
from press.errors import Refusal
from press.releases.received import SourceFile

_EXAMPLE = """\b
Examples:
  newsroom original 1 --out statement.docx
  newsroom original 1 --version 2 > statement.docx
"""
# What came through standard input has no name.
UNNAMED = "standard input"


@click.command(cls=Command, epilog=_EXAMPLE)
@click.argument("release_id", type=RELEASE, metavar="ID")
@click.option(
    "--version", type=click.IntRange(1), help="Of this version (default: the newest with a file)."
)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it.")
@pass_door
def original(door: Door, release_id: int, version: int | None, out: Path | None) -> None:
    """Give back the file that a release was read from, as it came.

    It is kept for officers alone: no page and no feed has it. Nothing is written over.
    """
    file = door.newsroom.history.original(release_id, version)
    if out is not None and str(out) != STANDARD:
        if out.exists():
            raise Refusal(f"{out} is there already; name another file")
        say(f"{write(out, file.data)}: {described_source(file)}")
    elif is_shown():
        which = f"{release_id} --version {version}" if version else str(release_id)
        say(f"{described_source(file)}; newsroom original {which} --out FILE writes it")
    else:
        sys.stdout.buffer.write(file.data)


def is_shown() -> bool:
    """Whether somebody looks at what is written to standard output."""
    return sys.stdout.isatty()


def source_name(name: str) -> str:
    """What the file of a version is called, for a person to read."""
    return UNNAMED if name == STANDARD else name


def described_source(file: SourceFile) -> str:
    """A file's name and what is known of it, for a person to read."""
    digest = hashlib.sha256(file.data).hexdigest()
    facts = f"{file.media_type}, {len(file.data):,} bytes, sha256 {digest}"
    return f"{source_name(file.name)} ({facts})"


COMMANDS = (original,)

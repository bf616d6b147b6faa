"""Releases to translators and back."""

from pathlib import Path

import click

from newsroom.commands import (
    AS_JSON,
    RELEASE,
    SAID,
    Door,
    Group,
    counted,
    now,
    pass_door,
    say,
    say_json,
)
from newsroom.commands.terminal.secret import FILE, OVERWRITE, read, write
from newsroom.commands.translation.sheets import displaced, outcome, slipped
from newsroom.review.returning import Taken
from press.errors import Refusal
from translate.exchange import xliff, xliff_return

EXAMPLE = """\b
Examples:
  newsroom exchange out 1 nl
  newsroom exchange in release-1.nl.xlf
"""
LARGEST = 16 * 2**20  # the largest text that is filed, in both languages, and what is round them


@click.group(cls=Group, epilog=EXAMPLE)
def exchange() -> None:
    """Give a release to a translator as XLIFF, and take it back."""


@exchange.command(epilog=EXAMPLE)
@click.argument("release_id", type=RELEASE, metavar="ID")
@click.argument("language")
@click.argument("path", type=FILE, required=False, metavar="[FILE|-]")
@click.option(
    "--version",
    type=click.Choice(list(xliff.NAMESPACES)),
    default="1.2",
    show_default=True,
    help="Of XLIFF: most tools read 1.2.",
)
@OVERWRITE
@pass_door
def out(
    door: Door, release_id: int, language: str, path: Path | None, version: str, *, overwrite: bool
) -> None:
    """Write one language of a release for a translator: what is there, and what is missing.

    The file is as secret as the release.
    """
    code = door.settings.site.languages.named(language).code
    job = door.newsroom.exchange.job(release_id, code)
    path = path or Path(f"release-{release_id}.{code}.xlf")
    done = write(path, xliff.write(job, version), overwrite=overwrite)
    if done:
        say(f"{done}: {counted(len(job.segments), 'block')} from {job.source} into {code}")


@exchange.command("in", epilog=EXAMPLE)
@click.argument("paths", type=FILE, nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--as-shown",
    type=SAID,
    metavar="VERSION",
    help="Of one file: only if no version came after the one that was sent.",
)
@AS_JSON
@pass_door
def in_(door: Door, paths: tuple[Path, ...], as_shown: str | None, as_json: bool) -> None:
    """Take what a translator changed or confirmed; the file says of which release."""
    if as_shown and paths[1:]:
        raise click.UsageError("--as-shown is about one file")
    done, refused = list[Taken](), False
    for path in paths:
        try:
            back = xliff_return.read(read(path, LARGEST))
            taken = door.newsroom.exchange.take(back, door.who, now(), as_shown or "")
        except Refusal as refusal:
            say(f"{path}: {refusal}", err=True)
            refused = True
            continue
        done.append(taken)
        if not as_json:
            _tell(taken)
    if as_json:
        say_json([_fields(taken) for taken in done])
    if refused:
        raise click.exceptions.Exit(1)


def _tell(taken: Taken) -> None:
    say(f"release {taken.release.id} {taken.language}: {_taken(taken)}")
    for one in taken.replaced:
        say(f"in place of an editor's “{one.words.markdown}”")
    for line in slipped(taken.reviewed):
        say(line)
    if not taken.reviewed.is_ready:
        say(f"it waits; see newsroom review {taken.release.id} {taken.language}")


def _fields(taken: Taken) -> dict[str, object]:
    """What a program is told of a file."""
    replaced = [displaced(one) for one in taken.replaced]
    counts = {"new": taken.new, "open": taken.open}
    return {**outcome(taken.reviewed), **counts, "replaced": replaced}


def _taken(taken: Taken) -> str:
    """What became of a file: the words of blocks that are gone are only remembered."""
    gone = taken.new - len(taken.reviewed.at)
    said = [f"{counted(taken.new, 'block')} taken"]
    said += [f"{gone} of them no longer in the release"] if gone else []
    said += [f"{taken.open} left open"] if taken.open else []
    return ", ".join(said)


COMMANDS = (exchange,)

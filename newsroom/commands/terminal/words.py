"""Words that are typed: those of a release that is not out never pass through arguments."""

import re
import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import click

import intake
from intake.notyet.screening import each_moment_once
from newsroom.commands import Door, now
from press.errors import Refusal, UnreadableFile
from press.releases.release import NotYet, State

_PART = re.compile(r"[,;:(\[–—] | - |[(\[]")
_MOST_PARTS = 10
ACCEPT_CHANGES = click.option(
    "--accept-changes",
    is_flag=True,
    help="Take what a document marks as inserted or deleted as done.",
)


def words_given(
    door: Door, release_id: int, said: str | None, path: Path | None, option: str
) -> str | None:
    """What an option says, or the file that takes its place, on one line; None if neither is given.

    Args:
        door: to the newsroom.
        release_id: of the release the words are about.
        said: the argument.
        path: of the file, `-` for standard input.
        option: `--alt`; the file's is called `--alt-from`.

    Raises:
        Refusal: the release is not out, and the words are an argument; or they cannot be read.
    """
    if said is not None and path is not None:
        raise click.UsageError(f"{option} and {option}-from contradict each other")
    if path is not None:
        return " ".join(typed(path).split())
    if said is not None:
        check_argument(door, release_id, f"{option}-from FILE, or {option}-from - to type them")
    return said


def check_argument(door: Door, release_id: int, instead: str) -> None:
    """Refuse words of a release that is not out as an argument.

    Raises:
        Refusal: the release is not out.
    """
    if door.newsroom.releases.get(release_id)[0].state(now()) is not State.OUT:
        refuse_argument(f"release {release_id}", instead)


def refuse_argument(what: str, instead: str) -> None:
    """Refuse words of something that is not out as an argument.

    Args:
        what: they are about.
        instead: how to give them.

    Raises:
        Refusal: always.
    """
    raise Refusal(
        f"{what} is not out, and what is typed as an argument is seen by "
        "everybody on this machine and kept in the shell's history; take the words from "
        f"a file or standard input: {instead}"
    )


def not_yet_in(door: Door, words: Iterable[str], zone: str = "") -> tuple[NotYet, ...]:
    """What in an officer's words says that they must not come out yet.

    Args:
        door: to the newsroom.
        words: that the public would be shown.
        zone: of wall times in them, if another than the newsroom's.
    """
    site = door.settings.site
    zone, language = zone or site.zone, site.languages.default.code
    found = (
        one
        for whole in words
        for said in _endings(whole)
        for one in intake.not_yet_in(said, zone=zone, language=language)
    )
    return tuple(each_moment_once(found))


def _endings(words: str) -> list[str]:
    """Words of a line, and what stands behind a comma or a bracket: `Ann Muster, not before …`."""
    parts = [0, *(found.end() for found in islice(_PART.finditer(words), _MOST_PARTS))]
    return list(dict.fromkeys(said for n in parts if (said := words[n:].strip())))


def typed(path: Path | None) -> str:
    """The words of a file, or of standard input: `-`, or no path.

    Raises:
        Refusal: they are no text, or cannot be read.
    """
    try:
        return content_of(None if path is None or str(path) == "-" else path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(f"{path or 'what was typed'} is not UTF-8 text") from error


def content_of(path: Path | None, called: str = "") -> bytes:
    """A file's content, and no more of a huge one than shows that it is too large.

    Args:
        path: of the file; None for standard input.
        called: what a refusal calls it, if not by its path: where that is said before.

    Raises:
        UnreadableFile: it cannot be read.
    """
    try:
        if path is None:
            return sys.stdin.buffer.read(intake.LARGEST + 1)
        with path.open("rb") as file:
            return file.read(intake.LARGEST + 1)
    except OSError as error:
        what = called or path or "what was typed"
        raise UnreadableFile(f"{what} cannot be read: {error.strerror}") from error

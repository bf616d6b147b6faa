"""Where mails lie that came: a Maildir, or a folder of files."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.formats import LARGEST
from press.errors import Refusal

DONE = "done"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A mail that lies there.

    Args:
        path: of its file.
        done: where it goes once it is handled.
    """

    path: Path
    done: Path

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.name

    def content(self) -> bytes | None:
        """All of it, or one byte more than is read; None where somebody took it away.

        Raises:
            OSError: it cannot be read.
        """
        try:
            with self.path.open("rb") as file:
                return file.read(LARGEST + 1)
        except FileNotFoundError:
            return None

    def put_away(self) -> None:
        """Note that it is handled; nothing is deleted, and no other file is written over.

        Raises:
            OSError: it cannot be moved; one that another receiver has moved is put away.
        """
        self.done.parent.mkdir(mode=0o700, exist_ok=True)
        to, n = self.done, 1
        while to != self.path and to.exists():
            n += 1
            to = self.done.with_name(f"{self.done.stem}-{n}{self.done.suffix}")
        try:
            self.path.rename(to)
        except FileNotFoundError:
            if self.path.exists():
                raise


def arrived(folder: Path) -> Iterator[Arrived]:
    """The mails in a folder that nobody has handled, in the order of their names.

    Args:
        folder: a Maildir (its mails are then marked as seen, `:2,S`), or one of `.eml` files
            (these are moved into `done` below it).

    Raises:
        Refusal: it is neither.
    """
    try:
        is_maildir = (folder / "new").is_dir() and (folder / "cur").is_dir()
        places = (folder / "new", folder / "cur") if is_maildir else (folder,)
        found = [path for place in places for path in sorted(_files(place))]
    except OSError as error:
        raise Refusal(f"{folder} cannot be read: {error.strerror}") from error
    for path in found:
        if is_maildir and not _is_seen(path):
            yield Arrived(path, folder / "cur" / _seen(path.name))
        elif not is_maildir and path.name.lower().endswith(".eml"):
            yield Arrived(path, folder / DONE / path.name)


def _files(folder: Path) -> Iterator[Path]:
    """Its files; neither pipes, which have no end, nor what a link brings in."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith(".") and entry.is_file(follow_symlinks=False):
                yield Path(entry.path)


def _is_seen(path: Path) -> bool:
    return path.parent.name == "cur" and "S" in path.name.partition(":2,")[2]


def _seen(name: str) -> str:
    """A name with the flag that says so (https://cr.yp.to/proto/maildir.html)."""
    base, _, flags = name.partition(":2,")
    return f"{base}:2,{''.join(sorted({*flags, 'S'}))}"

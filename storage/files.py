"""Attachments: what is known of them in the database, their content in a folder beside it.

The content is written first and complete, then its row is committed. A crash between the two
leaves a file that no row names, so that nobody can ask for it.
"""

import hashlib
import json
import os
import secrets
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO

from sqlite_utils import Database

from press.errors import HomeRefused
from press.releases.attachment import Attachment
from press.releases.rendition import Rendition
from storage import Storage
from storage.filed import renditions
from storage.instants import to_ms
from storage.rows import Row

# What is kept of a file itself, as versions keep it too.
_OF_FILE = ("token", "name", "media_type", "size", "sha256", "width", "height", "alt", "credit")
COLUMNS = ", ".join(f"file.{name}" for name in _OF_FILE)
_ONE = (
    f"SELECT {COLUMNS} FROM file WHERE token = :token UNION ALL SELECT token, name, media_type,"
    " size, sha256, width, height, '', '' FROM topic_picture WHERE token = :token"
)
_PRIVATE = 0o700
_TOKEN_BYTES = 24


@dataclass(frozen=True, slots=True)
class Content:
    """A file's content, kept.

    Args:
        token: its name in the folder, unguessable.
        size: bytes.
        sha256: hex.
    """

    token: str
    size: int
    sha256: str


def folder_of(storage: Storage) -> Path:
    """Where the content of attachments is: beside the database."""
    return storage.path.parent / "files"


def keep(folder: Path, chunks: Iterable[bytes]) -> Content:
    """Write content where a power cut cannot take it away; all of it, or nothing under its token.

    Args:
        folder: made if it is not there, and closed to other users.
        chunks: the content; a refusal while it is read leaves nothing.

    Raises:
        HomeRefused: the folder cannot be written.
    """
    try:
        _make_private(folder)
        with _temporary(folder) as file:
            size, sha256 = _write(file, chunks)
            token = secrets.token_urlsafe(_TOKEN_BYTES)
            Path(file.name).rename(folder / token)
        settle(folder)
    except OSError as error:
        raise HomeRefused(f"the folder {folder} cannot be written: {error.strerror}") from error
    return Content(token, size, sha256)


def unkept(data: bytes) -> Content:
    """What content would be if it were kept."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    return Content(token, len(data), hashlib.sha256(data).hexdigest())


def row_of(file: Attachment) -> tuple[object, ...]:
    """What is kept of a file, in the order of `COLUMNS`: not its sizes, which are made of it."""
    return tuple(getattr(file, name) for name in _OF_FILE)


def named(db: Database, tokens: Iterable[str]) -> set[str]:
    """Which of some tokens a row names."""
    query = "SELECT token FROM file WHERE token IN (SELECT value FROM json_each(?))"
    return {token for (token,) in db.execute(query, (json.dumps(list(tokens)),))}


def discard(folder: Path, token: str) -> None:
    """Remove content that no row names; who is reading it reads on to its end."""
    with suppress(OSError):  # what stays is never served
        (folder / token).unlink()


def discard_with_sizes(folder: Path, file: Attachment) -> None:
    """Remove a file's content, and that of the sizes made of it, once no row names them."""
    for token in (file.token, *(one.token for one in file.renditions)):
        discard(folder, token)


def add(db: Database, release_id: int, file: Attachment, now: datetime) -> None:
    """Attach a file whose content is kept.

    Args:
        db: in a write transaction.
        release_id: of the release it goes with.
        file: what it is.
        now: UTC.
    """
    db.execute(
        "INSERT INTO file (token, name, media_type, size, sha256, width, height, alt, credit,"
        " release_id, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row_of(file), release_id, to_ms(now)),
    )
    _touch(db, release_id, now)


def describe(db: Database, release_id: int, file: Attachment, now: datetime) -> None:
    """Keep what is said of a file, and how large an image it is; its content stays.

    Args:
        db: in a write transaction.
        release_id: of the release it goes with.
        file: as it shall be.
        now: UTC.
    """
    db.execute(
        "UPDATE file SET width = ?, height = ?, alt = ?, credit = ? WHERE token = ?",
        (file.width, file.height, file.alt, file.credit, file.token),
    )
    _touch(db, release_id, now)


def remove(db: Database, release_id: int, file: Attachment, now: datetime) -> None:
    """Take an attachment from its release; its content is discarded once this is committed."""
    renditions.remove(db, file.token)
    db.execute("DELETE FROM file WHERE token = ?", (file.token,))
    _touch(db, release_id, now)


def of_release(db: Database, release_id: int) -> tuple[Attachment, ...]:
    """What goes with a release, in the order attached."""
    return of_releases(db, [release_id]).get(release_id, ())


def of_releases(db: Database, numbers: Sequence[int]) -> dict[int, tuple[Attachment, ...]]:
    """What goes with each of some releases, in the order attached."""
    query = (
        f"SELECT release_id, file.fault, {COLUMNS} FROM file WHERE release_id IN"
        " (SELECT value FROM json_each(?)) ORDER BY release_id, added_at, rowid"
    )
    rows = db.execute(query, (json.dumps(list(numbers)),)).fetchall()
    sizes = renditions.of_releases(db, numbers) if rows else {}
    return {
        number: tuple(_attachment(row, sizes) for row in group)
        for number, group in groupby(rows, key=itemgetter("release_id"))
    }


def one(db: Database, token: str) -> Attachment | None:
    """A file, or a topic's picture, by its token, without its sizes; None if it is gone."""
    row = db.execute(_ONE, {"token": token}).fetchone()
    return Attachment(*row) if row else None


def _attachment(row: Row, sizes: Mapping[str, tuple[Rendition, ...]]) -> Attachment:
    kept = {name: row[name] for name in _OF_FILE}
    return Attachment(**kept, renditions=sizes.get(row["token"], ()), fault=row["fault"])


def _touch(db: Database, release_id: int, now: datetime) -> None:
    """Its page and feeds changed."""
    db.execute("UPDATE release SET changed_at = ? WHERE id = ?", (to_ms(now), release_id))


@contextmanager
def _temporary(folder: Path) -> Iterator[IO[bytes]]:
    """A file readable by us alone, removed at the end unless it was given another name."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", delete=False) as file:
        try:
            yield file
        finally:
            Path(file.name).unlink(missing_ok=True)


def _write(file: IO[bytes], chunks: Iterable[bytes]) -> tuple[int, str]:
    """Write all of it to the disk; its size and digest."""
    size, sha256 = 0, hashlib.sha256()
    for chunk in chunks:
        file.write(chunk)
        sha256.update(chunk)
        size += len(chunk)
    file.flush()
    os.fsync(file.fileno())
    return size, sha256.hexdigest()


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=_PRIVATE, exist_ok=True)
    if folder.stat().st_mode & 0o777 != _PRIVATE:
        folder.chmod(_PRIVATE)


def settle(folder: Path) -> None:
    """Make new names in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

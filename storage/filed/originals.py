"""The files that releases were read from, kept for officers alone."""

import hashlib
import zlib

from sqlite_utils import Database

from press.errors import Refusal
from press.releases.received import SourceFile

_SAMPLE = 64 * 1024  # bytes that are tried
_WORTH = 2 / 3  # of its size: what packing has to come to


def keep(db: Database, release_id: int, number: int, file: SourceFile) -> None:
    """Keep the file that a version of a release was read from.

    Args:
        db: in a write transaction.
        release_id: of the release.
        number: of the version.
        file: as it was read.
    """
    sha256 = hashlib.sha256(file.data).hexdigest()
    known = db.execute("SELECT 1 FROM original WHERE sha256 = ?", (sha256,)).fetchone()
    if not known:  # a feed comes once, however many entries it has
        values = (sha256, _packed(file.data))
        db.execute("INSERT INTO original (sha256, packed) VALUES (?, ?)", values)
    db.execute(
        "INSERT OR REPLACE INTO version_original (release_id, number, sha256, name, media_type)"
        " VALUES (?, ?, ?, ?, ?)",
        (release_id, number, sha256, file.name, file.media_type),
    )


def _packed(data: bytes) -> bytes:
    """Content as it is kept; not packed further where that would only take time under the lock.

    Office files and pictures in mails are packed already.
    """
    begins = data[:_SAMPLE]
    pays = len(zlib.compress(begins)) < _WORTH * len(begins)
    return zlib.compress(data, zlib.Z_DEFAULT_COMPRESSION if pays else 0)


def get(db: Database, release_id: int, number: int | None = None) -> SourceFile:
    """The file that a version was read from.

    Args:
        db: the database.
        release_id: of the release.
        number: of the version; None for the newest that was read from one.

    Raises:
        Refusal: it was not read from a file.
    """
    row = db.execute(
        "SELECT name, media_type, packed FROM version_original JOIN original USING (sha256)"
        " WHERE release_id = :id AND (:number IS NULL OR number = :number)"
        " ORDER BY number DESC LIMIT 1",
        {"id": release_id, "number": number},
    ).fetchone()
    if row is None:
        which = f"version {number} of release {release_id}" if number else f"release {release_id}"
        raise Refusal(f"no file is kept that {which} was read from")
    return SourceFile(row["name"], row["media_type"], zlib.decompress(row["packed"]))


def names(db: Database, release_id: int) -> dict[int, str]:
    """The names of the files that versions of a release were read from, by their numbers."""
    rows = db.execute(
        "SELECT number, name FROM version_original WHERE release_id = ? ORDER BY number",
        (release_id,),
    )
    return dict(rows.fetchall())


def holding(db: Database, release_id: int) -> dict[int, str]:
    """Of those, the names of the files that may hold others within, as plain text cannot."""
    rows = db.execute(
        "SELECT number, name FROM version_original WHERE release_id = ?"
        " AND media_type <> 'text/plain' ORDER BY number",
        (release_id,),
    )
    return dict(rows.fetchall())


def shared(db: Database, release_id: int) -> list[str]:
    """The names of the files of a release that others were read from as well."""
    rows = db.execute(
        "SELECT DISTINCT name FROM version_original AS mine WHERE release_id = :id"
        " AND EXISTS (SELECT 1 FROM version_original AS other"
        " WHERE other.sha256 = mine.sha256 AND other.release_id <> :id) ORDER BY number",
        {"id": release_id},
    )
    return [name for (name,) in rows]


def drop_unnamed(db: Database) -> None:
    """Drop the content of files that no release names any more."""
    db.execute(
        "DELETE FROM original WHERE NOT EXISTS (SELECT 1 FROM version_original"
        " WHERE version_original.sha256 = original.sha256)"
    )

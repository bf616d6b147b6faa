"""Reading a copy of a home: only what a backup writes, and nothing of its permissions."""

import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from newsroom.upkeep.backup import BESIDE, FOLDERS
from press.errors import HomeRefused

_UNREADABLE = (OSError, tarfile.TarError, EOFError, zlib.error)


@contextmanager
def reading(source: Path) -> Iterator[None]:
    """Give every fault of a copy, found at whatever moment, the same voice."""
    try:
        yield
    except _UNREADABLE as error:
        raise HomeRefused(f"{source} cannot be restored: {error}") from error


def unpack(source: Path, folder: Path, database: str) -> datetime | None:
    """Write everything in a copy into a folder, for its owner alone whatever the copy says.

    Args:
        source: the copy.
        folder: an empty one.
        database: name of the database's file.

    Returns:
        when the database was copied, UTC; None where the copy does not say.

    Raises:
        HomeRefused: it is no copy of a newsroom, or holds what no backup writes.
    """
    copied_at, names = None, set[str]()
    for name in FOLDERS:
        (folder / name).mkdir(mode=0o700)
    with tarfile.open(source, "r:gz") as archive:
        for member in archive:
            if not _belongs(member, database):
                raise HomeRefused(f"{source} holds what does not belong into a home: {member.name}")
            if member.isfile():
                _write(archive, member, folder / member.name)
                names.add(member.name)
            if member.name == database:
                copied_at = _moment(member.mtime)
    if database not in names:
        raise HomeRefused(f"{source} is not a copy of a newsroom")
    return copied_at


def _belongs(member: tarfile.TarInfo, database: str) -> bool:
    """Whether a member is one of those that a backup writes."""
    parts = PurePosixPath(member.name).parts
    if member.isdir():
        return parts in {(name,) for name in FOLDERS}
    if not member.isfile() or str(PurePosixPath(*parts)) != member.name:
        return False
    if parts in {(name,) for name in (database, *BESIDE)}:
        return True
    return len(parts) == 2 and parts[0] in FOLDERS and parts[1] != ".."


def _write(archive: tarfile.TarFile, member: tarfile.TarInfo, path: Path) -> None:
    content = archive.extractfile(member)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        if content:
            shutil.copyfileobj(content, file)
        file.flush()
        os.fsync(file.fileno())


def _moment(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (OverflowError, ValueError, OSError):
        return None

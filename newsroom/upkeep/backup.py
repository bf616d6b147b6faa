"""A copy of the home in one file."""

import fcntl
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from newsroom.proofs.seal import PRIVATE, PUBLIC
from newsroom.settings import FILE, PAGES, Settings
from newsroom.upkeep.placing import place
from newsroom.upkeep.private_folder import working_folder
from press.errors import HomeRefused
from storage import Storage

# Everything but the translation packages, which can be installed again, and mails that were written
# into a folder: they have gone as far as they go, and a copy need not hold more addresses.
BESIDE = (PRIVATE, PUBLIC, FILE)
FILES = "files"
FOLDERS = (FILES, PAGES)
COPYING = ".copying-"
# Of nine: what more of it saves is little, and takes minutes for an archive of years.
_EFFORT = 6
# Others may take the same name away again and again; not this often.
_TRIES = 10


def backup(storage: Storage, settings: Settings, target: Path, now: datetime) -> int:
    """Write the home into one file (tar, gzip), consistent while the newsroom is serving.

    The database is copied first: a file attached meanwhile is in the copy without its row, which
    harms nobody; a row without its file would. The copy has its name once it is whole: of one that
    is killed nothing stays that the next would not clear away.

    Args:
        storage: of the newsroom.
        settings: of the newsroom.
        target: the file; it must not exist.
        now: UTC; kept in the copy as the time of its database.

    Returns:
        its size in bytes.

    Raises:
        HomeRefused: it exists, cannot be written, or is being written by another.
    """
    if os.path.lexists(target):
        raise _taken(target)
    try:
        with working_folder(settings.home, COPYING) as folder, _beside(target) as (file, path):
            copy = folder / settings.database.name
            storage.copy(copy)
            with tarfile.open(fileobj=file, mode="w:gz", compresslevel=_EFFORT) as archive:
                _add(archive, copy, copy.name, now)
                _add_rest(archive, settings.home)
            file.flush()
            os.fsync(file.fileno())
            place(path, target)
    except FileExistsError as error:
        raise _taken(target) from error
    except OSError as error:
        raise HomeRefused(f"{target} cannot be written: {error.strerror}") from error
    return target.stat().st_size


def _taken(target: Path) -> HomeRefused:
    return HomeRefused(f"{target} cannot be written: there is such a file, and none is overwritten")


def _add_rest(archive: tarfile.TarFile, home: Path) -> None:
    for name in BESIDE:
        if (home / name).exists():
            _add(archive, home / name, name)
    for folder in FOLDERS:
        if (home / folder).is_dir():
            for path in sorted((home / folder).iterdir()):
                # What begins with a dot is being written.
                if not path.name.startswith(".") and path.is_file():
                    _add(archive, path, f"{folder}/{path.name}")


def _add(archive: tarfile.TarFile, path: Path, name: str, now: datetime | None = None) -> None:
    """Add a file; one that is gone meanwhile was detached."""
    try:
        content = path.open("rb")
    except FileNotFoundError:
        return
    with content:
        found, member = os.fstat(content.fileno()), tarfile.TarInfo(name)
        member.size, member.mode = found.st_size, 0o600
        member.mtime = now.timestamp() if now else found.st_mtime
        archive.addfile(member, content)


@contextmanager
def _beside(target: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A file beside the target, held by us, for its owner alone from its first byte."""
    path = target.with_name(f".{target.name}.part")
    with os.fdopen(_hold(path), "wb") as file:
        try:
            yield file, path
        finally:
            path.unlink(missing_ok=True)


def _hold(path: Path) -> int:
    """Open such a file; one that a killed backup left is written anew, or forgotten.

    Raises:
        HomeRefused: another is writing it.
    """
    for _ in range(_TRIES):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_only_ours(path, handle):
                os.fchmod(handle, 0o600)
                os.ftruncate(handle, 0)
                return handle
        except BlockingIOError:
            os.close(handle)
            break
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    raise HomeRefused(f"{path} is being written by another backup; let it end")


def _is_only_ours(path: Path, handle: int) -> bool:
    """Whether this name, and no other, leads to what we hold; if not, it is free again.

    One that was killed when its copy had its name already has left that copy a second name.
    """
    held = os.fstat(handle)
    try:
        named = path.lstat()
    except FileNotFoundError:
        return False
    if (named.st_dev, named.st_ino) != (held.st_dev, held.st_ino):
        return False
    if held.st_nlink == 1 and held.st_uid == os.geteuid():
        return True
    path.unlink()
    return False

"""A copy of the home in one file, and back."""

import os
import tarfile
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from newsroom.settings import FILE, Settings
from press.errors import HomeRefused
from storage import Storage

# Everything but the translation packages, which can be installed again.
BESIDE = ("files", "key.pem", "key.pub.pem", FILE)


def backup(storage: Storage, settings: Settings, target: Path) -> int:
    """Write the home into one file (tar, gzip), consistent while the newsroom is serving.

    The database is copied first: a file attached meanwhile is in the copy without its row, which
    harms nobody; a row without its file would.

    Args:
        storage: of the newsroom.
        settings: of the newsroom.
        target: the file; it must not exist.

    Returns:
        its size in bytes.

    Raises:
        HomeRefused: it exists, or cannot be written.
    """
    try:
        with (
            TemporaryDirectory() as folder,
            open(target, "xb", opener=_for_us_alone) as file,
            tarfile.open(fileobj=file, mode="w:gz") as archive,
        ):
            copy = Path(folder, settings.database.name)
            storage.copy(copy)
            archive.add(copy, copy.name)
            for path in (settings.home / name for name in BESIDE):
                if path.exists():
                    archive.add(path, path.name)
    except OSError as error:
        raise HomeRefused(f"{target} cannot be written: {error.strerror}") from error
    return target.stat().st_size


def _for_us_alone(path: str, flags: int) -> int:
    """From its first byte: it holds what is under embargo, and the key."""
    return os.open(path, flags, 0o600)


def restore(source: Path, settings: Settings) -> None:
    """Make a home from such a file.

    Args:
        source: the file.
        settings: of the home, which must hold no newsroom yet.

    Raises:
        HomeRefused: there is a newsroom already, or the file is no such copy.
    """
    if settings.database.exists():
        raise HomeRefused(f"there is a newsroom in {settings.home}; restore into an empty home")
    try:
        with tarfile.open(source, "r:gz") as archive:
            if settings.database.name not in archive.getnames():
                raise HomeRefused(f"{source} is not a copy of a newsroom")
            if not all(_is_inside(member) for member in archive.getmembers()):
                raise HomeRefused(f"{source} holds what does not belong into a home")
            settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Not every Python 3.11 has the filter (PEP 706); our own check stands before it.
            filtered: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
            archive.extractall(settings.home, **filtered)  # noqa: S202 - checked above
    except (OSError, tarfile.TarError, EOFError) as error:
        raise HomeRefused(f"{source} cannot be restored: {error}") from error


def _is_inside(member: tarfile.TarInfo) -> bool:
    """Whether a member is a plain file or folder that stays in the home."""
    path = PurePosixPath(member.name)
    is_plain = member.isfile() or member.isdir()
    return is_plain and not path.is_absolute() and ".." not in path.parts

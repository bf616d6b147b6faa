"""The home is its owner's alone: who else could read what in it, and closing it to them."""

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from newsroom.proofs.seal import PRIVATE, PUBLIC
from newsroom.settings import FILE, LAST_GOOD, PAGES, Settings
from newsroom.upkeep.presence import ADDRESS, Presence

log = logging.getLogger("newsroom.home")
_FOLDERS = ("files", "packages", PAGES)
_OTHERS = 0o077
_WORKING = (".copying-", ".restoring-", ".key-", ".settings-")


@dataclass(frozen=True, slots=True)
class Exposed:
    """Something of the home that others may read, write or enter.

    Args:
        path: where it is.
        mode: its permissions.
        can_be_closed: whether it is ours to close, and has no second name elsewhere.
    """

    path: Path
    mode: int
    can_be_closed: bool

    def __str__(self) -> str:
        who = [name for name, bits in (("its group", 0o070), ("others", 0o007)) if self.mode & bits]
        return f"{self.path} ({self.mode:04o}, open to {' and '.join(who)})"


def close_home(settings: Settings) -> None:
    """Close what lies in the home itself, and the home unless it holds what is none of ours."""
    home = settings.home
    with suppress(OSError):
        strangers = [path for path in home.iterdir() if not _is_known(path.name, settings)]
        if not strangers:
            _close(home, stat.S_IMODE(home.stat().st_mode))
    for name in _names(settings):
        with suppress(OSError):  # the doctor says what stays open
            exposed = _exposed(home / name)
            if exposed and close(exposed):
                log.warning("%s was closed to them", exposed)


def exposed_in(settings: Settings) -> Iterator[Exposed]:
    """Everything of the newsroom's that is not its owner's alone; links lead nowhere here."""
    home = settings.home
    yield from filter(None, [_exposed(home.resolve())])
    for path in sorted(home.iterdir()):
        if _is_known(path.name, settings):
            yield from _below(path)


def close(exposed: Exposed) -> bool:
    """Close it to all others; whether that could be done."""
    if not exposed.can_be_closed:
        return False
    try:
        _close(exposed.path, exposed.mode)
    except OSError:
        return False
    return True


def _below(path: Path) -> Iterator[Exposed]:
    yield from filter(None, [_exposed(path)])
    if path.is_dir() and not path.is_symlink():
        for folder, folders, files in os.walk(path):
            yield from filter(None, (_exposed(Path(folder, n)) for n in sorted(folders + files)))


def _exposed(path: Path) -> Exposed | None:
    try:
        found = path.lstat()
    except OSError:
        return None
    mode = stat.S_IMODE(found.st_mode)
    is_folder = stat.S_ISDIR(found.st_mode)
    if not (is_folder or stat.S_ISREG(found.st_mode)) or not mode & _OTHERS:
        return None
    # A folder like /tmp is everybody's, whoever owns it.
    is_alone = not mode & stat.S_ISVTX if is_folder else found.st_nlink == 1
    return Exposed(path, mode, is_alone and found.st_uid == os.geteuid())


def _close(path: Path, mode: int) -> None:
    """Close the very thing that was looked at, not what a link put in its place leads to."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        os.fchmod(handle, mode & ~_OTHERS)
    finally:
        os.close(handle)


def _names(settings: Settings) -> list[str]:
    database = settings.database.name
    beside = [f"{database}{end}" for end in ("", "-wal", "-shm", "-journal")]
    folders = (*_FOLDERS, settings.mailbox.name)
    return [*beside, FILE, LAST_GOOD, PRIVATE, PUBLIC, *Presence, ADDRESS, *folders]


def _is_known(name: str, settings: Settings) -> bool:
    return name in _names(settings) or name == "demo" or name.startswith(_WORKING)

"""Who is at work in a home: each holds a lock as long as it lives, however it ends (flock(2))."""

import fcntl
import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

ADDRESS = "server.address"


class Presence(StrEnum):
    """Who can be at work, by the name of the file whose lock tells."""

    CLOCK = "clock.lock"
    SERVER = "server.lock"

    @property
    def label(self) -> str:
        """As people call it."""
        return self.removesuffix(".lock")


def be_present(home: Path, who: Presence) -> None:
    """Be at work in a home until this process ends; any number may be.

    A home in which no lock can be had is one of which nobody can tell.
    """
    with suppress(OSError):
        # Never closed: the lock goes when the process does.
        fcntl.flock(_open(home / who), fcntl.LOCK_SH)


def is_present(home: Path, who: Presence) -> bool:
    """Whether such a process is at work in a home."""
    try:
        lock = _open(home / who, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    else:
        return False
    finally:
        os.close(lock)


def note_address(home: Path, address: str) -> None:
    """Note where the server of a home listens, for the commands that name its pages."""
    with suppress(OSError):  # they name the default instead
        handle = _open(home / ADDRESS, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(address)


def noted_address(home: Path) -> str:
    """Where the server of a home listens; nothing while none is at work or it is not known."""
    if not is_present(home, Presence.SERVER):
        return ""
    try:
        with os.fdopen(_open(home / ADDRESS, os.O_RDONLY), encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def _open(path: Path, flags: int = os.O_RDWR | os.O_CREAT) -> int:
    return os.open(path, flags | os.O_NOFOLLOW, 0o600)

"""Who is at work in a home: each holds a lock as long as it lives, however it ends (flock(2))."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
        return not _is_free(lock)
    except OSError:
        return False
    finally:
        os.close(lock)


def _is_free(lock: int) -> bool:
    """Whether nobody holds a lock; another who only looks holds it for a moment, too."""
    for pause in (0.002, 0.01, 0.0):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(pause)
        else:
            return True
    return False


@contextmanager
def address_noted(home: Path, address: str) -> Iterator[None]:
    """Note where the public finds the server of a home, until left: commands name its pages.

    Of two servers of one home the one that came last is named.
    """
    with suppress(OSError):  # they name the default instead
        handle = _open(home / ADDRESS, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(address)
    try:
        yield
    finally:
        with suppress(OSError):
            if noted(home) == address:
                (home / ADDRESS).unlink()


def noted_address(home: Path) -> str:
    """Where the server of a home listens; nothing while none is at work or it is not known."""
    return noted(home) if is_present(home, Presence.SERVER) else ""


def noted(home: Path) -> str:
    """What the note says, whether or not a server is at work."""
    try:
        with os.fdopen(_open(home / ADDRESS, os.O_RDONLY), encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def _open(path: Path, flags: int = os.O_RDWR | os.O_CREAT) -> int:
    return os.open(path, flags | os.O_NOFOLLOW, 0o600)

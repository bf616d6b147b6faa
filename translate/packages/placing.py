"""Putting a folder in its place and taking it away, while other processes look on."""

import errno
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

_ATTEMPTS = 100
_TAKEN = {errno.ENOTEMPTY, errno.EEXIST}


def put(new: Path, home: Path, scratch: Path) -> None:
    """Put a folder in its place, where another process may be putting its own.

    Args:
        new: the complete folder.
        home: its place; what stands there gives way, and returns if this fails.
        scratch: an empty folder on the same disk, for what gives way.

    Raises:
        OSError: it cannot be done.
    """
    for attempt in range(_ATTEMPTS):
        old = scratch / f"old-{attempt}"
        with suppress(FileNotFoundError):
            home.rename(old)
        try:
            new.rename(home)
        except OSError as error:
            # Another put its own there; by now that may have given way to a third.
            if attempt == _ATTEMPTS - 1 or error.errno not in _TAKEN:
                with suppress(OSError):
                    old.rename(home)
                raise
        else:
            return


def take_away(folders: Sequence[Path], parent: Path) -> None:
    """Remove folders from their parent; nobody ever finds one half removed."""
    with TemporaryDirectory(prefix=".removing-", dir=parent) as scratch:
        for number, folder in enumerate(folders):
            folder.rename(Path(scratch, str(number)))


def close(folder: Path) -> None:
    """Close an unpacked package to everybody else on the machine, whatever its archive says."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)

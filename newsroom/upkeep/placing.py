"""Giving a file its name, whole and for good, where nothing has that name."""

import os
from pathlib import Path

from storage.files import settle


def place(path: Path, target: Path) -> None:
    """Give a file another name on the same disk; nothing is ever overwritten.

    Raises:
        FileExistsError: the name is taken.
        OSError: the folder cannot be written.
    """
    try:
        target.hardlink_to(path)
        path.unlink()
    except FileExistsError:
        raise
    except OSError:  # a file system without second names
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        path.rename(target)
    settle(target.absolute().parent)

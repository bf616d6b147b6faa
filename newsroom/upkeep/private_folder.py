"""A folder that only we may enter, and that does not stay behind when we are killed."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def working_folder(home: Path, prefix: str) -> Iterator[Path]:
    """Make a folder in the home, and clear away those whose owners were killed.

    Args:
        home: an existing folder.
        prefix: of its name.
    """
    with ExitStack() as held:
        with _locked(home.resolve()):  # nobody clears away what is not held yet
            _clear(home, prefix)
            folder = TemporaryDirectory(prefix=prefix, dir=home, ignore_cleanup_errors=True)
            path = Path(held.enter_context(folder))
            held.enter_context(_locked(path))
        yield path


def _clear(parent: Path, prefix: str) -> None:
    for folder in parent.glob(f"{prefix}*"):
        with suppress(OSError), _locked(folder, wait=False):  # it is another's, or in use
            if folder.lstat().st_uid == os.geteuid():
                shutil.rmtree(folder)


@contextmanager
def _locked(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold a folder; whoever holds it lets it go when he ends, however that happens (flock(2)).

    Raises:
        OSError: it is no folder, or another holds it and we do not wait.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(descriptor)

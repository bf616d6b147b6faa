"""A folder that only we may enter, and that does not stay behind when we are killed."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir


@contextmanager
def private_folder(home: Path) -> Iterator[Path]:
    """Make a temporary folder, and clear away those whose owners were killed.

    It is not in the home, because the name of a Unix socket may be no longer than a hundred bytes.

    Args:
        home: whose it is; the folders of other homes are let alone.
    """
    with _made(Path(gettempdir()), prefix_of(home), home.resolve()) as folder:
        yield folder


@contextmanager
def working_folder(home: Path, prefix: str) -> Iterator[Path]:
    """Make such a folder in the home, for what is put in its place by renaming it.

    Args:
        home: an existing folder.
        prefix: of its name.
    """
    with _made(home, prefix, home.resolve()) as folder:
        yield folder


@contextmanager
def _made(parent: Path, prefix: str, gate: Path) -> Iterator[Path]:
    with ExitStack() as held:
        with _locked(gate):  # nobody clears away what is not held yet
            _clear(parent, prefix)
            folder = TemporaryDirectory(prefix=prefix, dir=parent, ignore_cleanup_errors=True)
            path = Path(held.enter_context(folder))
            held.enter_context(_locked(path))
        yield path


def prefix_of(home: Path) -> str:
    """How the names of a home's folders begin."""
    return f"newsroom-{sha256(os.fsencode(home.resolve())).hexdigest()[:12]}-"


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

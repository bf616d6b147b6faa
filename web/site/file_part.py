"""Some bytes of a file, to be read piece by piece."""

from collections.abc import Callable
from pathlib import Path
from typing import Self


class FilePart:
    """A part of a file, as a file that can be read once; whoever sends it closes it.

    Args:
        path: of the file; opened at once.
        part: which bytes.
        done: called once, when it is closed.
    """

    def __init__(self, path: Path, part: range, done: Callable[[], object] = bool) -> None:
        self._left = len(part)
        self._done = done
        self._closed = True
        try:
            self._file = path.open("rb")
            self._file.seek(part.start)
        except OSError:
            done()
            raise
        self._closed = False

    def read(self, size: int = -1) -> bytes:
        """So many bytes more, or all; none when there are no more."""
        wanted = self._left if size < 0 else min(self._left, size)
        piece = self._file.read(wanted)
        self._left -= len(piece)
        return piece

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, and tell that it is done; a second time does nothing."""
        if not self._closed:
            self._closed = True
            self._file.close()
            self._done()

    def __del__(self) -> None:
        # Should a server forget to close it, a place must not be lost for ever.
        self.close()

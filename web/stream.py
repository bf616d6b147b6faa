"""Bytes of a file on their way out, piece by piece."""

from collections.abc import Callable
from pathlib import Path
from typing import Self

CHUNK = 2**18  # bytes


class Stream:
    """Some bytes of a file; whoever sends them closes it (PEP 3333).

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

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        chunk = self._file.read(min(self._left, CHUNK))
        if not chunk:
            raise StopIteration
        self._left -= len(chunk)
        return chunk

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

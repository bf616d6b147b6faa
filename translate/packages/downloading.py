"""Fetching a file over a network, with patience: the only part of translating that uses one.

What came before the line went is kept, with a note beside it of what it is part of, and only the
rest is asked for (RFC 9110, sections 13.1.5 and 14.2). Another file under the same address is
fetched from its beginning: parts of two are never glued together.
"""

import fcntl
import http.client
import json
import os
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from press.errors import PackageRefused

PATIENCE = 60.0  # seconds without an answer
# Seconds before each further try in a row in which not a byte came; then it is given up.
PAUSES = (1.0, 3.0, 10.0, 30.0)
LARGEST_LIST = 16 * 2**20  # bytes
_CHUNK = 2**16  # bytes
_LATER = {408, 425, 429, 500, 502, 503, 504}  # statuses of a server that may answer soon
_BROKEN = (OSError, http.client.HTTPException)
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")


def read(address: str) -> bytes:
    """Fetch something small.

    Raises:
        PackageRefused: it cannot be fetched, or is not small.
    """
    try:
        with _open(address) as answer:
            found = bytes(answer.read(LARGEST_LIST + 1))
    except _BROKEN as error:
        raise PackageRefused(_reason(error)) from error
    if len(found) > LARGEST_LIST:
        raise PackageRefused(f"it has more than {LARGEST_LIST // 2**20} MiB")
    return found


def size(address: str) -> int | None:
    """Bytes of a file, by asking for its head alone; None where that is not told."""
    try:
        with _open(address, method="HEAD") as answer:
            told = answer.headers.get("Content-Length", "")
    except _BROKEN:
        return None
    return int(told) if told.isdecimal() else None


def download(
    address: str,
    file: Path,
    done: Callable[[int], None] = lambda _: None,
    pauses: Sequence[float] = PAUSES,
) -> None:
    """Fetch a file whole, going on with what an earlier run left of it.

    Args:
        address: of the file.
        file: receives it; until it is whole, there is a note beside it and no name for it.
        done: told how many bytes came; fewer than none where it has to begin anew.
        pauses: seconds to wait before each further try in a row in which not a byte came.

    Raises:
        PackageRefused: it cannot be fetched.
    """
    with _alone(file) as part:
        fetching = _Fetching(address, part, _note(file), done)
        done(fetching.kept)
        waits = list(pauses)
        while True:
            before = fetching.kept
            try:
                fetching.go_on()
            except _LineWentError as error:
                waits = list(pauses) if fetching.kept > before else waits
                if not waits:
                    raise PackageRefused(str(error)) from error
                time.sleep(waits.pop(0))
            else:
                return


def forget(file: Path) -> None:
    """Remove what was fetched, whole or not, and the note beside it."""
    for path in (file, _note(file)):
        path.unlink(missing_ok=True)


class _LineWentError(Exception):
    """It did not come whole this time."""


class _Fetching:
    """What there is of a file, and how the rest of it comes.

    Args:
        address: of the file.
        part: what there is.
        note: says what that is part of.
        done: told how many bytes came.
    """

    def __init__(
        self, address: str, part: BinaryIO, note: Path, done: Callable[[int], None]
    ) -> None:
        self._address, self._part, self._note, self._done = address, part, note, done

    @property
    def kept(self) -> int:
        """How many bytes there are."""
        return os.fstat(self._part.fileno()).st_size

    def go_on(self) -> None:
        """Ask for what is missing, and take what comes.

        Raises:
            _LineWentError: it is not whole yet.
            PackageRefused: it never will be.
        """
        known = self._validator() if self.kept else ""
        headers = {"Range": f"bytes={self.kept}-", "If-Range": known} if known else {}
        try:
            with _open(self._address, headers) as answer:
                self._take(answer, known)
        except urllib.error.HTTPError as error:
            self._refused(error)
        except _BROKEN as error:
            raise _LineWentError(_reason(error)) from error

    def _take(self, answer: Any, known: str) -> None:
        whole = self._whole(answer, known)
        while chunk := answer.read(_CHUNK):
            self._part.write(chunk)
            self._part.flush()
            self._done(len(chunk))
        if whole is not None and self.kept < whole:
            raise _LineWentError(f"the line went after {self.kept:,} of {whole:,} bytes")

    def _whole(self, answer: Any, known: str) -> int | None:
        """How long the file will be; what there is of another one is dropped."""
        if answer.status == http.client.PARTIAL_CONTENT:
            span = _RANGE.fullmatch(answer.headers.get("Content-Range", ""))
            if span and int(span[1]) == self.kept and _validator_of(answer) in (known, ""):
                self._part.seek(0, os.SEEK_END)
                return int(span[2])
            self._drop()
            raise _LineWentError("the server sends another file than it began with")
        self._drop()
        note = {"address": self._address, "validator": _validator_of(answer)}
        self._note.write_text(json.dumps(note), encoding="utf-8")
        told = answer.headers.get("Content-Length", "")
        return int(told) if told.isdecimal() else None

    def _refused(self, error: urllib.error.HTTPError) -> None:
        if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE:
            if error.headers.get("Content-Range") == f"bytes */{self.kept}":
                return  # it was whole already
            self._drop()
            raise _LineWentError("the server has another file than it began with") from error
        if error.code in _LATER:
            raise _LineWentError(_reason(error)) from error
        raise PackageRefused(_reason(error)) from error

    def _drop(self) -> None:
        self._done(-self.kept)
        self._note.unlink(missing_ok=True)
        self._part.seek(0)
        self._part.truncate()

    def _validator(self) -> str:
        """What the server called the file of which there is a part; empty if that is unknown."""
        try:
            note = json.loads(self._note.read_bytes())
            return str(note["validator"]) if note["address"] == self._address else ""
        except (OSError, ValueError, KeyError, TypeError):
            return ""


def _validator_of(answer: Any) -> str:
    """A strong entity tag, or else the instant of the last change (RFC 9110, section 13.1.5)."""
    tag = answer.headers.get("ETag", "")
    return str(tag if tag.startswith('"') else answer.headers.get("Last-Modified", ""))


@contextmanager
def _alone(file: Path) -> Iterator[BinaryIO]:
    """A file to write on, with nobody else at it."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "r+b") as part:
            fcntl.flock(part, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield part
    except BlockingIOError:
        raise PackageRefused("another process is fetching it") from None
    except OSError as error:
        raise PackageRefused(f"{file} cannot be written: {error.strerror}") from error


def _note(file: Path) -> Path:
    return file.with_name(f"{file.name}.json")


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: Any, fp: Any, code: Any, msg: Any, headers: Any, newurl: Any
    ) -> Any:
        """Follow, but never from where nobody can change an answer to where everybody can."""
        if req.type == "https" and not newurl.startswith("https:"):
            raise urllib.error.URLError("it leads from https to an address that is not")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@contextmanager
def _open(
    address: str, headers: Mapping[str, str] | None = None, method: str = "GET"
) -> Iterator[Any]:
    """Ask over HTTP and nothing else: an index must not make us read files of this machine."""
    try:
        asked = urllib.request.Request(address, method=method, headers=dict(headers or {}))  # noqa: S310 - no other scheme is opened
    except ValueError as error:
        raise urllib.error.URLError(str(error)) from error
    asked.add_header("User-Agent", "newsroom")
    try:
        answer = _opener().open(asked, timeout=PATIENCE)
    except urllib.error.HTTPError as error:
        with error:  # it holds the line open
            raise
    with answer:
        yield answer


def _opener() -> urllib.request.OpenerDirector:
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        _SafeRedirects(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answers {error.code} {error.reason}".strip()
    if isinstance(error, urllib.error.URLError):
        return str(getattr(error.reason, "strerror", None) or error.reason)
    return str(getattr(error, "strerror", None) or error or type(error).__name__)

"""The ZIP archive that an office document is, looked at before anything in it is unpacked."""

import io
import struct
import zipfile
import zlib
from pathlib import PurePath

from lxml import etree

from intake.characters.foreign import kind_of_bytes
from intake.word.parts import LARGEST, MOST_TAGS, parsed, too_large
from press.errors import UnreadableFile

MOST_MEMBERS = 2000
LARGEST_DIRECTORY = 512 * 1024  # bytes of the list of members, whatever it says of itself
LARGEST_MEMBER = 40 * 1024**2  # bytes unpacked
LARGEST_SUM = 96 * 1024**2
LARGEST_XML = 16 * 1024**2  # bytes of all parts with words together
STEEPEST = 200  # times as large as packed; office documents are about 20 times
_SMALL = 1024**2  # bytes of a member that may be packed as tightly as it likes
_TAIL = 22 + 65_535  # bytes in which an archive's end stands (APPNOTE 4.3.16), with its comment
_END = struct.Struct("<4s4H2LH")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what office programs use (ECMA-376-2)
_AGAIN = "save it again in the program it was written with, and send that"
# Whatever a damaged archive makes the standard library raise.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class OfficeArchive:
    """The members of an office document, each unpacked only when it is asked for.

    Args:
        data: the whole file.

    Raises:
        UnreadableFile: it is no archive, or one that no word processor writes.
    """

    def __init__(self, data: bytes) -> None:
        _check_end(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise _damaged() from error
        self._members = self._zip.infolist()
        _check(self._members)
        self.names = frozenset(member.filename for member in self._members)
        self._roots = dict[str, etree._Element]()
        self._bytes = self._tags = 0

    def read(self, name: str) -> bytes:
        """The content of a member; no more is unpacked than its entry says it has.

        Raises:
            UnreadableFile: it is not there, damaged, or has another size than its entry says.
        """
        if name not in self.names:
            raise UnreadableFile(f"it has no {name}: {_AGAIN}")
        member = self._zip.getinfo(name)
        try:
            with self._zip.open(member) as packed:
                content = packed.read(member.file_size + 1)
        except _FAULTS as error:
            raise _damaged() from error
        if len(content) != member.file_size:
            raise _damaged()
        return content

    def xml(self, name: str) -> etree._Element:
        """The root of a member that is XML, the same whenever it is asked for.

        Raises:
            UnreadableFile: as for `read` and `parsed`; they are too large together.
        """
        if name not in self._roots:
            # What it says of its size is enough to refuse it, before it is unpacked.
            if name in self.names and self._zip.getinfo(name).file_size > LARGEST:
                raise too_large(PurePath(name).name)
            data = self.read(name)
            self._roots[name] = parsed(data, PurePath(name).name)
            self._bytes += len(data)
            self._tags += data.count(b"<")
            if self._bytes > LARGEST_XML or self._tags > MOST_TAGS * 3 // 2:
                raise UnreadableFile(
                    "its parts are larger together than those of any press text: "
                    "send the text alone, and tables and pictures apart"
                )
        return self._roots[name]


def _check_end(data: bytes) -> None:
    """Refuse what is no whole archive, before its members are listed."""
    tail = data[-_TAIL:]
    found = tail.rfind(b"PK\5\6")
    if not data.startswith(b"PK\3\4"):
        kind = kind_of_bytes(data) or "not an office document, whatever its name says"
        raise UnreadableFile(f"it is {kind}")
    if found < 0 or len(tail) - found < _END.size:
        raise UnreadableFile("it is cut off: it may have been sent before it was whole")
    _, _, _, here, members, size, _, _ = _END.unpack_from(tail, found)
    if max(members, here) > MOST_MEMBERS or size > LARGEST_DIRECTORY:
        raise UnreadableFile(f"it is an archive of more than {MOST_MEMBERS} parts: {_AGAIN}")
    if b"PK\6\7" in tail[max(0, found - 20) : found]:
        raise UnreadableFile(f"it is an archive of a form for huge files (ZIP64): {_AGAIN}")


def _check(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise UnreadableFile(f"it is an archive of more than {MOST_MEMBERS} parts: {_AGAIN}")
    seen = set[str]()
    for member in members:
        _check_name(member.orig_filename, seen)
        _check_member(member)
    if sum(member.file_size for member in members) > LARGEST_SUM:
        raise UnreadableFile(f"it is larger than {LARGEST_SUM // 1024**2} MiB when unpacked")


def _check_name(name: str, seen: set[str]) -> None:
    said = f"it is no office document: it has a part called “{name[:80]}”"
    if "\\" in name or "\0" in name or ":" in name or name.startswith("/"):
        raise UnreadableFile(f"{said}, which is no name of a part")
    if ".." in name.split("/"):
        raise UnreadableFile(f"{said}, which leads out of the document")
    if name.casefold() in seen:
        raise UnreadableFile(f"{said} twice")
    seen.add(name.casefold())


def _check_member(member: zipfile.ZipInfo) -> None:
    name, size = member.filename[:80], member.file_size
    if member.flag_bits & 1:
        raise UnreadableFile(f"“{name}” in it is encrypted: save it without a password")
    if member.compress_type not in _METHODS:
        raise UnreadableFile(f"“{name}” in it is packed in a way no word processor does: {_AGAIN}")
    if size > LARGEST_MEMBER:
        raise UnreadableFile(
            f"“{name}” in it is larger than {LARGEST_MEMBER // 1024**2} MiB when unpacked"
        )
    if size > _SMALL and size > STEEPEST * member.compress_size:
        raise UnreadableFile(
            f"“{name}” in it unpacks to more than {STEEPEST} times its size, as no text does"
        )


def _damaged() -> UnreadableFile:
    return UnreadableFile(f"it is damaged: {_AGAIN}")

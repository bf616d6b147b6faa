"""Opening a translation package without trusting it."""

import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from press.errors import PackageRefused
from translate.packages.label import MODEL, TOKENIZERS, Label, read_label

LARGEST = 4 * 2**30  # bytes, unpacked
MEMBERS = 10_000
# Weights hardly compress; what unpacks to far more than it weighs is made to fill the disk.
RATIO = 200
SMALL = 2**20  # bytes; under this no ratio matters
# Folders within each other: real packages have five. Unpacking and removing goes down one by one.
DEEPEST = 32
_LONGEST = 255  # bytes of a name, on every file system we know
_SHOWN = 80  # characters of a name that is refused
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError)


def peek(file: Path) -> tuple[Label, int]:
    """Read what a still packed package says about itself, unpacking nothing else.

    Returns:
        its label, and the bytes of its model once unpacked.

    Raises:
        PackageRefused: it is not a translation package.
    """
    with _opened(file) as package:
        members = package.infolist()
        top = _top(members)
        member = package.getinfo(f"{top}/metadata.json")
        if member.file_size > SMALL:
            raise PackageRefused("its metadata.json is too large")
        return read_label(package.read(member)), package.getinfo(f"{top}/{MODEL}").file_size


def unpack(file: Path, into: Path) -> Path:
    """Unpack a package once every member of it has been found harmless.

    Args:
        file: the `.argosmodel` file.
        into: an empty folder.

    Returns:
        The package's own folder inside `into`.

    Raises:
        PackageRefused: it is not a translation package, or is damaged or unsafe.
    """
    with _opened(file) as package:
        members = package.infolist()
        top = _top(members)
        _check_sizes(members)
        _check_places(package, members)
        package.extractall(into)
    return into / top


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """Give every fault of the file, found at whatever moment, the same voice."""
    try:
        if not file.is_file():
            raise PackageRefused("there is no such file")
        if not zipfile.is_zipfile(file):
            raise PackageRefused("it is not a zip file")
        with zipfile.ZipFile(file) as package:
            yield package
    except PackageRefused as refusal:
        raise PackageRefused(f"{file.name} is not a translation package: {refusal}") from None
    except UnicodeDecodeError as error:  # a name, in the list or where the member lies
        said = _named(error.object.decode("utf-8", "backslashreplace"))
        raise PackageRefused(
            f"{file.name} is damaged: the name of its member {said} is not in UTF-8, as it says"
        ) from error
    except _DAMAGED as error:
        raise PackageRefused(f"{file.name} is damaged: {error}") from error
    except OSError as error:
        raise PackageRefused(f"{file.name} cannot be unpacked: {error.strerror}") from error


def _top(members: Sequence[zipfile.ZipInfo]) -> str:
    """The one folder at the top, which holds what a package must have."""
    if len(members) > MEMBERS:
        raise PackageRefused(f"it has more than {MEMBERS} members")
    for member in members:
        _check_member(member)
    names = {member.filename for member in members}
    if len({name.lower().rstrip("/") for name in names}) != len(members):
        raise PackageRefused("two of its members have the same name")
    tops = {name.split("/")[0] for name in names}
    top = tops.pop() if len(tops) == 1 else ""
    for wanted in ("metadata.json", MODEL):
        if f"{top}/{wanted}" not in names:
            raise PackageRefused(f"it has no single folder with {wanted} in it")
    if not names & {f"{top}/{name}" for name in TOKENIZERS}:
        raise PackageRefused("it has no sentencepiece.model or bpe.model")
    return top


def _check_member(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename  # before zipfile cuts it at a null or turns a backslash
    said = f"its member {_named(name)}"
    parts = name.removesuffix("/").split("/")
    if {"", ".", ".."} & set(parts) or "\\" in name or ":" in name or not name.isprintable():
        raise PackageRefused(f"{said} points outside of it")
    if len(parts) > DEEPEST:
        raise PackageRefused(f"{said} lies in more than {DEEPEST} folders within each other")
    if any(len(part.encode()) > _LONGEST for part in parts):
        raise PackageRefused(f"{said} has a name longer than a file may have")
    if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackageRefused(f"{said} is a link, not a file")
    if member.flag_bits & 1:
        raise PackageRefused(f"{said} is encrypted")


def _check_places(package: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> None:
    """See that each member lies where the list says, under the name it has there."""
    for member in members:
        try:
            package.open(member).close()
        except zipfile.BadZipFile as error:
            raise PackageRefused(
                f"its member {_named(member.filename)} is not where the list of members says, or "
                "has another name there"
            ) from error


def _named(name: str) -> str:
    """A member's name as a sentence may hold it, whatever is in it and however long it is."""
    return repr(name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…")


def _check_sizes(members: Sequence[zipfile.ZipInfo]) -> None:
    if sum(member.file_size for member in members) > LARGEST:
        raise PackageRefused(f"it unpacks to more than {LARGEST // 2**30} GiB")
    for member in members:
        if member.file_size > SMALL + RATIO * member.compress_size:
            raise PackageRefused(f"its member {_named(member.filename)} unpacks to far too much")

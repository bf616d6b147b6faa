"""What an installed package's files were when it was installed: a list that sha256sum reads too.

It lies in the package's own folder and is put in place with it, so that the two cannot differ by
an accident between them: `cd packages/en-fr && sha256sum -c SHA256SUMS`.
"""

import hashlib
import re
from pathlib import Path

from press.errors import PackageRefused

NAME = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_FROM = re.compile(r"# installed from .*, sha256 ([0-9a-f]{64})")


def digest(file: Path) -> str:
    """Name a file by its content (sha256, hex), to be compared with what its maker published.

    Raises:
        PackageRefused: the file cannot be read.
    """
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise PackageRefused(f"{file} cannot be read: {error.strerror}") from error


def write_checksums(folder: Path, archive: Path) -> None:
    """Write down what every file of a package is.

    Args:
        folder: of the unpacked package.
        archive: the file that it was unpacked from.
    """
    lines = [f"# installed from {archive.name}, sha256 {digest(archive)}"]
    lines += [f"{digest(folder / name)}  {name}" for name in _names(folder)]
    (folder / NAME).write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_checksums(folder: Path) -> dict[str, str]:
    """The digest of each file, by its name in the package; nothing if it is not pinned."""
    return {match[2]: match[1] for match in map(_LINE.fullmatch, _lines(folder)) if match}


def archive_digest(folder: Path) -> str:
    """The digest of the file that a package was installed from; empty if it is not pinned."""
    found = [match[1] for match in map(_FROM.fullmatch, _lines(folder)) if match]
    return found[0] if found else ""


def verify(folder: Path) -> None:
    """See that a pinned package is still what was installed; another is taken as it is.

    Raises:
        PackageRefused: naming the first file that is not.
    """
    wanted = read_checksums(folder)
    if not wanted and not (folder / NAME).exists():
        return
    for name in sorted(wanted.keys() ^ set(_names(folder))):
        what = "is missing" if name in wanted else "was added"
        raise PackageRefused(f"{folder.name} is not what was installed: {name} {what}")
    for name, known in wanted.items():
        if digest(folder / name) != known:
            raise PackageRefused(f"{folder.name} is not what was installed: {name} has changed")


def weights(folder: Path) -> str:
    """Name a package's model by its content; packages of one model differ in their prefix only."""
    known = read_checksums(folder)
    names = [name for name in _names(folder) if name.startswith("model/")]
    found = [f"{name} {known.get(name) or digest(folder / name)}" for name in names]
    return hashlib.sha256("\n".join(found).encode()).hexdigest()


def _lines(folder: Path) -> list[str]:
    try:
        return (folder / NAME).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _names(folder: Path) -> list[str]:
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in files if name != NAME)

"""Installing, listing and finding translation packages; no network unless asked."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from press.errors import NoPackage, PackageRefused
from translate.packages.archive import unpack
from translate.packages.checksums import digest, write_checksums
from translate.packages.label import rank
from translate.packages.listing import Installed, available, broken, installed, read
from translate.packages.placing import close, put, take_away

__all__ = ["Installed", "available", "candidates", "digest", "find", "install", "installed"]
__all__ += ["newer_file", "ranked", "remove", "remove_broken"]
logger = logging.getLogger(__name__)


def find(source: str, target: str, folders: Sequence[Path]) -> Installed:
    """Find the package for a pair of languages, unpacking it on first need.

    Args:
        source: code of the language to translate from.
        target: code of the language to translate into.
        folders: the home's own folder, into which packed ones are unpacked, then further ones;
            the starter's, if it is among them, is asked when no other knows the pair.

    Raises:
        NoPackage: there is none that can be used.
    """
    for package in candidates(source, target, folders):
        if not package.is_packed:
            return package
        try:
            return install(package.path, folders[0])
        except PackageRefused as refusal:
            logger.warning("skipped a translation package: %s", refusal)
    raise NoPackage(source, target)


def candidates(source: str, target: str, folders: Sequence[Path]) -> list[Installed]:
    """The packages for a pair of languages, packed or not, in the order in which they are tried.

    Args:
        source: code of the language to translate from.
        target: code of the language to translate into.
        folders: as for `find`.
    """
    return ranked([p for p in available(folders) if p.pair == (source, target)], folders)


def ranked(packages: Sequence[Installed], folders: Sequence[Path]) -> list[Installed]:
    """Packages of some folders, those that are asked first before the others."""
    newest = sorted(packages, key=lambda p: rank(p.version), reverse=True)
    return sorted(newest, key=lambda p: (p.is_starter, p.is_packed, _place(p, folders)))


def _place(package: Installed, folders: Sequence[Path]) -> int:
    return len(folders) if package.is_starter else folders.index(package.path.parent)


def install(
    file: Path,
    into: Path,
    sha256: str | None = None,
    smoke_test: Callable[[Installed], object] = lambda _: None,
) -> Installed:
    """Install a package file; an older version gives way only once the new one is complete.

    Args:
        file: the `.argosmodel` file.
        into: the folder that holds packages, made if it is missing.
        sha256: what the file's digest must be (hex), if that is known.
        smoke_test: refuses an unpacked package that does not work, as the smoke test of
            `translate/engine/smoke_test.py` does.

    Raises:
        PackageRefused: it is not a translation package, does not work, or is not the one that was
            promised.
    """
    if not file.is_file():
        raise PackageRefused(f"there is no such file: {file}")
    if sha256 is not None and (found := digest(file)) != sha256.strip().lower():
        raise PackageRefused(
            f"{file.name} is not the file that was promised: its sha256 is {found}"
        )
    try:
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".unpacking-", dir=into) as scratch:
            new = read(unpack(file, Path(scratch, "new")))
            _tried(new, file, smoke_test)
            write_checksums(new.path, file)
            close(new.path)
            new = read(new.path)
            home = into / "-".join(new.pair)
            put(new.path, home, Path(scratch))
            take_away([p.path for p in _of(*new.pair, into) if p.path != home], into)
    except OSError as error:
        raise PackageRefused(f"{file.name} cannot be installed: {error.strerror}") from error
    return replace(new, path=home)


def newer_file(package: Installed, folders: Sequence[Path]) -> Path | None:
    """The newest package file in some folders for the same languages, if it is a newer version."""
    files = [p for p in available(folders) if p.is_packed and p.pair == package.pair]
    newest = max(files, key=lambda p: rank(p.version), default=package)
    return newest.path if rank(newest.version) > rank(package.version) else None


def remove(source: str, target: str, folder: Path) -> None:
    """Remove the package for a pair of languages from a folder.

    Raises:
        NoPackage: there is none in it.
    """
    found = _of(source, target, folder)
    if not found:
        raise NoPackage(source, target)
    take_away([package.path for package in found], folder)


def remove_broken(name: str, folder: Path) -> bool:
    """Remove a folder that is no package, or no longer; False if there is none of this name."""
    found = [path for path in broken(folder) if path.name == name]
    if found:
        take_away(found, folder)
    return bool(found)


def _tried(new: Installed, file: Path, smoke_test: Callable[[Installed], object]) -> None:
    try:
        smoke_test(new)
    except PackageRefused as refusal:
        raise PackageRefused(f"{file.name} cannot be used: {refusal}") from refusal


def _of(source: str, target: str, folder: Path) -> list[Installed]:
    return [p for p in installed([folder]) if p.pair == (source, target)]

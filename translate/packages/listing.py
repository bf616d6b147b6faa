"""Which translation packages there are."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from press.errors import PackageRefused
from translate.packages.archive import peek
from translate.packages.label import MODEL, Label, check_parts, read_file, read_folder

SUFFIX = ".argosmodel"
# The small model that ships: one folder, one model, and what it says about itself for each pair.
STARTER_FOLDER = Path(__file__).parent / "starter"
_LABELS = "metadata/*_*.json"
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Installed:
    """A translation package on this machine.

    Args:
        source: code of the language it translates from.
        target: code of the language it translates into.
        version: of the package.
        path: its folder, or its file while it is still packed.
        size: bytes it takes on disk.
        weights: bytes of its model, which it takes in memory at least.
        prefix: the token that its model has to begin every answer with, if it wants one.
        is_starter: whether it is the small model that ships; its folder is that of all its pairs.
    """

    source: str
    target: str
    version: str
    path: Path
    size: int
    weights: int = 0
    prefix: str = ""
    is_starter: bool = False

    @property
    def pair(self) -> tuple[str, str]:
        """The languages it translates from and into."""
        return self.source, self.target

    @property
    def is_packed(self) -> bool:
        """Whether it is still a `.argosmodel` file."""
        return self.path.is_file()


def installed(folders: Sequence[Path]) -> list[Installed]:
    """Every unpacked package in some folders; missing folders and broken packages are skipped.

    Args:
        folders: of packages; that of the starter is a package itself, one for each of its pairs.
    """
    return [package for folder in folders for package in _installed(folder)]


def _installed(folder: Path) -> Iterator[Installed]:
    labels = sorted(folder.glob(_LABELS))
    return _readable(labels, _starter) if labels else _readable(_unpacked(folder))


def _starter(labelled: Path) -> Installed:
    folder = labelled.parent.parent
    check_parts(folder)
    return replace(_unpacked_one(read_file(labelled), folder), is_starter=True)


def broken(folder: Path) -> dict[Path, str]:
    """The folders in a folder of packages that are none, each with what is wrong with it."""
    reasons = dict[Path, str]()
    for path in _unpacked(folder):
        try:
            read(path)
        except (PackageRefused, OSError) as refusal:
            reasons[path] = str(refusal)
    return reasons


def available(folders: Sequence[Path]) -> list[Installed]:
    """Every package in some folders, unpacked or still packed as `.argosmodel` files."""
    paths = (path for folder in folders for path in _inside(folder))
    files = [path for path in paths if path.suffix == SUFFIX and path.is_file()]
    return [*installed(folders), *_readable(files)]


def _unpacked(folder: Path) -> Iterator[Path]:
    return (p for p in _inside(folder) if p.is_dir() and not p.name.startswith("."))


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        logger.warning("skipped %s: %s", folder, error.strerror)
        return []


def _readable(
    paths: Iterable[Path], reading: Callable[[Path], Installed] | None = None
) -> Iterator[Installed]:
    for path in paths:
        try:
            yield (reading or read)(path)
        except (PackageRefused, OSError) as refusal:  # it may be vanishing under our eyes
            logger.warning("skipped %s: %s", path, refusal)


def read(path: Path) -> Installed:
    """Read what a package says about itself, unpacked or not.

    Raises:
        PackageRefused: it is not a translation package.
    """
    if path.is_file():
        label, weights = peek(path)
        return _described(label, path, path.stat().st_size, weights)
    return _unpacked_one(read_folder(path), path)


def _unpacked_one(label: Label, folder: Path) -> Installed:
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return _described(label, folder, size, (folder / MODEL).stat().st_size)


def _described(label: Label, path: Path, size: int, weights: int) -> Installed:
    return Installed(
        label.source, label.target, label.version, path, size, weights, prefix=label.prefix
    )

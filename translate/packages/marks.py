"""The score below which a package's words are in doubt: its mark, kept beside its folder.

Not inside it: what lies there is pinned, file by file. A mark names the weights that it was found
with, so that a newer package does not inherit it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from press.errors import PackageRefused
from translate.packages import checksums
from translate.packages.listing import Installed

NAME = "marks.json"
# For a package of which nothing is known: a little stricter than what was found for the model that
# ships, which is rough (−1.13 into French, −1.34 into Dutch, −1.45 into German). A better package
# seldom falls below it; a worse one is doubted at most of its sentences (a test double with marks
# from −1.9 to −2.5 at nine in ten), until `newsroom models calibrate` says more.
UNCALIBRATED = -1.0


@dataclass(frozen=True, slots=True)
class PackageMark:
    """What was found about a package's scores.

    Args:
        score: below it, its words are in doubt.
        sentences: of how many sentences and known translations it was found.
        best: what share of the fifth that was translated best falls below it.
        worst: what share of the worst fifth does.
    """

    score: float
    sentences: int
    best: float
    worst: float


def mark_of(steps: Sequence[Installed]) -> float:
    """The mark of the way from one language to another, as its scores: those of its steps added."""
    return sum(mark.score if mark else UNCALIBRATED for mark in map(read_mark, steps))


def read_mark(package: Installed) -> PackageMark | None:
    """The mark that was found with these very weights; None if there is none."""
    try:
        kept = _read(_file(package))["-".join(package.pair)]
        if (kept.pop("version"), kept.pop("weights")) == _identity(package):
            return PackageMark(**kept)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return None


def keep_mark(package: Installed, mark: PackageMark) -> Path:
    """Keep a package's mark in place of the one it had; returns the file.

    Raises:
        PackageRefused: it cannot be written there.
    """
    file, (version, weights) = _file(package), _identity(package)
    mine = {"version": version, "weights": weights, **asdict(mark)}
    try:
        known = {**_others(file), "-".join(package.pair): mine}
        new = file.with_name(f".{NAME}.new")
        new.touch(mode=0o600)  # as all of a home
        new.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        new.replace(file)
    except OSError as error:
        raise PackageRefused(f"{file} cannot be written: {error.strerror}") from error
    return file


def _others(file: Path) -> dict[str, Any]:
    """What is kept there; nothing where that is none of ours."""
    try:
        return _read(file)
    except (FileNotFoundError, ValueError):
        return {}


def _file(package: Installed) -> Path:
    return package.path.parent / NAME


def _identity(package: Installed) -> tuple[str, str]:
    return package.version, checksums.weights(package.path)


def _read(file: Path) -> dict[str, Any]:
    known = json.loads(file.read_bytes())
    if not isinstance(known, Mapping):
        raise ValueError(NAME)  # noqa: TRY004 - what else is wrong with it is a ValueError too
    return dict(known)

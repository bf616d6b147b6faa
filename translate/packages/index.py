"""What Argos' public index offers, and fetching it; only ever done because somebody asked.

Importing Argos' settings makes folders in the user's home; so they are imported here only then.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from press.errors import PackageRefused
from translate.packages import downloading
from translate.packages.label import rank, read_label
from translate.packages.listing import SUFFIX

# What came of a file before the line went waits here, in the home's folder of packages.
DOWNLOADS = ".downloads"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that can be fetched.

    Args:
        source: code of the language it translates from.
        target: code of the language it translates into.
        version: of the package.
        links: addresses of its file, those that are tried first before the others.
    """

    source: str
    target: str
    version: str
    links: tuple[str, ...]

    @property
    def pair(self) -> str:
        """Its languages, as people write them: `en-fr`."""
        return f"{self.source}-{self.target}"

    @property
    def name(self) -> str:
        """Of its file."""
        return f"translate-{self.source}_{self.target}-{self.version}{SUFFIX}"


def offers() -> list[Offer]:
    """Ask the index for everything it offers.

    Raises:
        PackageRefused: it cannot be asked, or makes no sense.
    """
    address = _address()
    try:
        told = downloading.read(address)
    except PackageRefused as refusal:
        says = f"the list of packages cannot be fetched: {refusal}; is there a network?"
        raise PackageRefused(says) from refusal
    try:
        entries = json.loads(told)
        return [offer for entry in entries if (offer := _offer(entry)) is not None]
    except (ValueError, TypeError, AttributeError) as error:
        raise PackageRefused("the list of packages cannot be understood") from error


def newest(source: str, target: str, known: Sequence[Offer]) -> Offer:
    """The newest package for a pair of languages.

    Raises:
        PackageRefused: there is none.
    """
    found = [offer for offer in known if (offer.source, offer.target) == (source, target)]
    if not found:
        raise PackageRefused(f"Argos offers no package from {source} to {target}")
    return max(found, key=lambda offer: rank(offer.version))


def size(offer: Offer) -> int | None:
    """Bytes of a package's file; None where that is not told."""
    return next(filter(None, map(downloading.size, offer.links)), None)


def fetch(
    offer: Offer,
    home: Path,
    done: Callable[[int], None] = lambda _: None,
    pauses: Sequence[float] = downloading.PAUSES,
) -> Path:
    """Download a package's file; it is not installed.

    Args:
        offer: which.
        home: the home's folder of packages, in which it waits to be installed.
        done: told how many bytes came; fewer than none where it has to begin anew.
        pauses: as for `translate.packages.downloading.download`.

    Raises:
        PackageRefused: it cannot be fetched; what came of it is kept for the next time.
    """
    file = home / DOWNLOADS / offer.name
    _forget_others(file, f"translate-{offer.source}_{offer.target}-*")
    refusal = PackageRefused("it has no address")
    for link in offer.links:
        try:
            downloading.download(link, file, done, pauses)
        except PackageRefused as error:
            refusal = error
        else:
            return file
    raise PackageRefused(f"the package {offer.pair} cannot be fetched: {refusal}") from refusal


def forget(file: Path) -> None:
    """Remove a file that was fetched, once it is installed or refused."""
    downloading.forget(file)


def _forget_others(file: Path, named: str) -> None:
    """Remove what is left of versions that nobody will ask for again."""
    for other in file.parent.glob(named):
        if not other.name.startswith(file.name):
            other.unlink(missing_ok=True)


def _address() -> str:
    """Where Argos' index is, as its own settings and variables have it."""
    try:
        from argostranslate import settings  # noqa: PLC0415 - importing it writes to the home folder
    except OSError as error:
        raise PackageRefused(
            "Argos needs a home folder that it can write in before it can download "
            f"({error.strerror}); fetch the package elsewhere and install its file"
        ) from error
    return str(settings.remote_package_index)


def _offer(entry: dict[str, object]) -> Offer | None:
    """An entry of the index; None where it is no translation package, or makes no sense."""
    links = entry.get("links")
    found = [str(link) for link in links if _is_web(link)] if isinstance(links, list) else []
    try:
        label = read_label(json.dumps(entry).encode())  # its version becomes part of a file's name
    except PackageRefused:
        return None
    found.sort(key=lambda link: not link.startswith("https:"))
    return Offer(label.source, label.target, label.version, tuple(found))


def _is_web(link: object) -> bool:
    return str(link).startswith(("https://", "http://"))

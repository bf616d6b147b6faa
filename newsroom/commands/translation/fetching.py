"""Packages into the home: from files, from folders, or over the network when somebody asks."""

import os
import re
import shutil
from collections.abc import Callable, Collection, MutableMapping, Sequence
from functools import partial
from pathlib import Path

import click

from newsroom.commands import Command, Door, counted, now, pass_door, say
from newsroom.commands.terminal.progress import fetching
from newsroom.settings import PREFIX
from newsroom.translation.packages import engine_name, package_folders
from newsroom.translation.queueing import queue_rough
from press.errors import NoPackage, PackageRefused, Refusal
from translate.engine.smoke_test import run_smoke_test
from translate.packages import checksums, index, installing
from translate.packages.index import Offer
from translate.packages.installing import Installed
from translate.packages.label import rank
from translate.packages.listing import read

EXAMPLE = """\b
Examples:
  newsroom models install translate-en_fr-1_9.argosmodel
  newsroom models install en-fr en-nl en-de
"""
NONE = (
    "no translation packages are installed; newsroom models install en-fr en-nl en-de fetches some"
)
MIB = 2**20
# A file and what it unpacks to lie side by side for a moment.
ROOM = 2
_PAIR = re.compile(r"[a-z]{2,3}-[a-z]{2,3}")


@click.command(cls=Command, epilog=EXAMPLE)
@click.argument("what", nargs=-1, required=True, metavar="FILE|PAIR…")
@click.option("--sha256", help="What the digest of the (one) file must be.")
@pass_door
def install(door: Door, what: tuple[str, ...], sha256: str | None) -> None:
    """Install packages from files, or fetch pairs such as en-fr over the network.

    What would be fetched is said first; a download that broke off is gone on with.
    """
    if sha256 and len(what) > 1:
        raise Refusal("--sha256 goes with one package")
    home = door.newsroom.settings.packages[0]
    pairs = [name for name in what if _PAIR.fullmatch(name) and not Path(name).exists()]
    for name in what:
        if name not in pairs:
            _tell_installed(installing.install(Path(name), home, sha256, run_smoke_test))
    try:
        fetch_pairs(pairs, home, sha256)
    finally:
        _make_drafts_anew(door)


@click.command(
    cls=Command, epilog="\b\nExamples:\n  newsroom models update\n  newsroom models update en-fr"
)
@click.argument("pairs", nargs=-1, metavar="[PAIR]…")
@click.option("--offline", is_flag=True, help="Only look in the folders of MODELS.")
@pass_door
def update(door: Door, pairs: tuple[str, ...], offline: bool) -> None:
    """Replace installed packages by newer ones, of the folders in MODELS or of Argos' index.

    A new one has to speak before the old one gives way.
    """
    home, *others = door.newsroom.settings.packages
    wanted = {languages(pair) for pair in pairs}
    found = [p for p in installing.installed([home]) if not wanted or p.pair in wanted]
    for source, target in sorted(wanted - {p.pair for p in found}):
        raise NoPackage(source, target)
    if not found:
        say(NONE)
        return
    newer = {package: installing.newer_file(package, others) for package in found}
    for old, file in newer.items():
        if file:
            _tell_updated(old, installing.install(file, home, smoke_test=run_smoke_test))
    left = [old for old, file in newer.items() if file is None]
    _update_from_index([] if offline else left, home)
    for old in left if offline else ():
        say(f"{pair_of(old)} {old.version} is the newest")
    _make_drafts_anew(door)


def fetch_pairs(pairs: Collection[str], home: Path, sha256: str | None = None) -> None:
    """Fetch Argos' own packages for pairs such as en-fr and install them, saying how it goes.

    Args:
        pairs: of language codes; one that is installed in its newest version is left alone.
        home: the home's folder of packages.
        sha256: what the digest of the (one) file must be, if that is known.

    Raises:
        PackageRefused: some of them could not be fetched or installed; the others are.
    """
    if not pairs:
        return
    known = index.offers()
    there = {pair_of(p): p for p in installing.installed([home])}
    wanted = []
    for pair in dict.fromkeys(pairs):
        offer = index.newest(*languages(pair), known)
        if pair in there and _is_as_good(there[pair], offer):
            say(f"{pair} {offer.version} is installed already")
        else:
            wanted.append(offer)
    _fetch_all(wanted, home, _tell_installed, sha256)


def fetched_first(door: Door) -> MutableMapping[str, str]:
    """The environment of a newsroom that has Argos' own packages, if there is a network.

    They are fetched into the home, where they stay; without a network it goes on with what there
    is, and says so.
    """
    home, *others = (folder.resolve() for folder in door.settings.packages)
    try:
        fetch_pairs(("en-fr", "en-nl", "en-de"), home)
    except Refusal as refusal:
        say(f"going on with what there is: {refusal}", err=True)
    return {**door.environment, f"{PREFIX}MODELS": os.pathsep.join(map(str, (home, *others)))}


def languages(pair: str) -> tuple[str, str]:
    """The codes of a pair such as en-fr.

    Raises:
        Refusal: it is none.
    """
    if not _PAIR.fullmatch(pair):
        raise Refusal(f"“{pair}” is not a pair of languages such as en-fr")
    source, _, target = pair.partition("-")
    return source, target


def pair_of(package: Installed) -> str:
    """The languages of a package, as people write them."""
    return "-".join(package.pair)


def _is_as_good(package: Installed, offer: Offer) -> bool:
    try:
        checksums.verify(package.path)
    except PackageRefused:
        return False
    return rank(package.version) >= rank(offer.version)


def _update_from_index(found: Sequence[Installed], home: Path) -> None:
    known = index.offers() if found else []
    newer = []
    for old in found:
        offer = index.newest(*old.pair, known)
        if rank(offer.version) > rank(old.version):
            newer.append(offer)
        else:
            say(f"{pair_of(old)} {old.version} is the newest")
    olds = {old.pair: old for old in found}
    _fetch_all(newer, home, lambda new: _tell_updated(olds[new.pair], new))


def _fetch_all(
    offers: Sequence[Offer],
    home: Path,
    tell: Callable[[Installed], None],
    sha256: str | None = None,
) -> None:
    """Fetch and install one after another; one that fails does not stop the others."""
    sizes = {offer: index.size(offer) for offer in offers}
    _tell_sizes(sizes, home)
    refusals = []
    for offer, size in sizes.items():
        try:
            tell(_fetch(offer, size, home, sha256))
        except PackageRefused as refusal:
            refusals.append(str(refusal))
    if refusals:
        raise PackageRefused("; ".join(refusals))


def _fetch(offer: Offer, size: int | None, home: Path, sha256: str | None) -> Installed:
    with fetching(offer.pair, size) as done:
        file = index.fetch(offer, home, done)
    try:
        found = read(file)
        if found.pair != (offer.source, offer.target):
            raise PackageRefused(f"what was offered as {offer.pair} is {pair_of(found)}")
        return installing.install(file, home, sha256, run_smoke_test)
    finally:  # what was refused would be refused again
        index.forget(file)


def _tell_sizes(sizes: dict[Offer, int | None], home: Path) -> None:
    """Say what will be fetched, before a byte of it is.

    Raises:
        Refusal: there is no room for it.
    """
    for offer, size in sizes.items():
        weighs = f"{size / MIB:.1f} MiB" if size else "its server does not say how large it is"
        say(f"{offer.pair} {offer.version}: {weighs}")
    total = sum(filter(None, sizes.values()))
    if len(sizes) > 1:
        say(f"together {total / MIB:.1f} MiB")
    free = _free(home)
    if free < ROOM * total:
        raise Refusal(
            f"to install them takes about {ROOM * total / MIB:.0f} MiB, and {home} has"
            f" {free / MIB:.0f} MiB free"
        )


def _free(home: Path) -> int:
    """Bytes that are free where packages are to lie."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        return shutil.disk_usage(home).free
    except OSError as error:
        raise PackageRefused(f"{home} cannot be written: {error.strerror}") from error


def _tell_installed(made: Installed) -> None:
    digest = checksums.archive_digest(made.path)
    say(f"installed {pair_of(made)} {made.version} (sha256 {digest})")


def _tell_updated(old: Installed, new: Installed) -> None:
    digest = checksums.archive_digest(new.path)
    say(f"updated {pair_of(old)} {old.version} → {new.version} (sha256 {digest})")


def _make_drafts_anew(door: Door) -> None:
    """Have what the starter drafted made by what is there now."""
    name = partial(engine_name, folders=package_folders(door.settings))
    codes = door.settings.site.languages.codes
    if count := queue_rough(door.newsroom.storage, codes, name, now()):
        say(
            f"the starter drafted {counted(count, 'text')}: to be made anew by newsroom serve, or"
            " now by newsroom translate"
        )


SUBCOMMANDS = (install, update)

"""Fetching a package from Argos' public index: the only part of translating that uses a network.

Importing Argos' package module makes folders in the user's home; so it is imported here only when
somebody asks for a download.
"""

import json
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from press.errors import PackageRefused
from translate.packages.label import rank, read_label

PATIENCE = 60.0  # seconds without an answer; Argos itself would wait for ever


def fetch(source: str, target: str, into: Path) -> Path:
    """Download the newest package for a pair of languages; only ever called when asked to.

    Args:
        source: code of the language to translate from.
        target: code of the language to translate into.
        into: a folder that receives the file; it is not installed.

    Raises:
        PackageRefused: there is no such package, or it cannot be fetched.
    """
    argos = _argos(into)
    with _impatient(), _unheard():
        return _download(_newest(source, target, _offers(argos)))


def fetch_newer(source: str, target: str, version: str, into: Path) -> Path | None:
    """Download a package for a pair of languages if there is a newer one; as `fetch` otherwise.

    Args:
        source: code of the language to translate from.
        target: code of the language to translate into.
        version: of the one that is installed.
        into: a folder that receives the file; it is not installed.

    Raises:
        PackageRefused: there is no such package, or it cannot be fetched.
    """
    argos = _argos(into)
    with _impatient(), _unheard():
        offer = _newest(source, target, _offers(argos))
        return _download(offer) if rank(offer.package_version) > rank(version) else None


def _argos(into: Path) -> Any:
    """Argos' package module, told to keep its list and its downloads in our folder."""
    try:
        from argostranslate import package  # noqa: PLC0415 - importing it writes to the home folder
    except OSError as error:
        raise PackageRefused(
            "Argos needs a home folder that it can write in before it can download "
            f"({error.strerror}); fetch the package elsewhere and install its file"
        ) from error
    package.settings.downloads_dir = into
    package.settings.local_package_index = into / "index.json"
    return package


def _download(offer: Any) -> Path:
    pair = f"{offer.from_code}-{offer.to_code}"
    try:
        return Path(offer.download())
    except Exception as error:  # Argos raises nothing more exact when a download fails
        raise PackageRefused(f"the package {pair} cannot be fetched") from error


def _offers(argos: Any) -> list[Any]:
    argos.update_package_index()
    # Without a list, Argos asks for it again and again.
    if not argos.settings.local_package_index.exists():
        raise PackageRefused("the list of packages cannot be fetched: is there a network?")
    try:
        return list(argos.get_available_packages())
    except (ValueError, TypeError, AttributeError) as error:
        raise PackageRefused("the list of packages cannot be understood") from error


def _newest(source: str, target: str, offers: list[Any]) -> Any:
    found = [o for o in offers if (o.from_code, o.to_code) == (source, target)]
    for offer in found:  # its version becomes part of a file's name
        fields = {"from_code": source, "to_code": target, "package_version": offer.package_version}
        read_label(json.dumps(fields).encode())
    if not found:
        raise PackageRefused(f"Argos offers no package from {source} to {target}")
    return max(found, key=lambda o: rank(o.package_version))


@contextmanager
def _unheard() -> Iterator[None]:
    """Argos logs what went wrong in words of its own; we say it in ours."""
    argos = logging.getLogger("argostranslate.utils")
    before = argos.disabled
    argos.disabled = True
    try:
        yield
    finally:
        argos.disabled = before


@contextmanager
def _impatient() -> Iterator[None]:
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(PATIENCE)
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)

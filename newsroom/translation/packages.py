"""Where translation packages are looked for, and whether others have come."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from newsroom.settings import Settings
from press.errors import NoPackage
from press.releases.readiness import Starter
from translate.engine.pivot import name_of, route
from translate.packages.listing import STARTER_FOLDER


def package_folders(settings: Settings) -> tuple[Path, ...]:
    """The home's own folder first, then those of MODELS; the starter's last, unless it is off."""
    if settings.readiness.starter is Starter.OFF:
        return settings.packages
    return (*settings.packages, STARTER_FOLDER)


def engine_name(source: str, target: str, folders: Sequence[Path]) -> str:
    """What would be asked for a translation now; empty where nothing leads there.

    Args:
        source: code of the language to translate from.
        target: code of the language to translate into.
        folders: where packages are; a packed one is unpacked, as when it is first needed.
    """
    try:
        return name_of(route(source, target, folders))
    except NoPackage:
        return ""


class PackageWatch:
    """Looks again and again whether other packages lie in some folders.

    Args:
        folders: where they are.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._seen: frozenset[tuple[str, int, int, int]] | None = None
        self._known: frozenset[tuple[str, int, int, int]] | None = None

    def look(self) -> bool:
        """Whether others lie there than at the last time this was so; at first they do.

        A file that is still being copied is waited for until two looks find the same.
        """
        before, self._seen = self._seen, frozenset(self._entries())
        if self._seen in (self._known, None) or self._seen != before:
            return False
        self._known = self._seen
        return True

    def forget(self) -> None:
        """Have what lies there count as new: nothing could be done about it."""
        self._known = None

    def _entries(self) -> Iterator[tuple[str, int, int, int]]:
        for folder in self._folders:
            with suppress(OSError), os.scandir(folder) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        found = entry.stat()
                        yield entry.path, found.st_mtime_ns, found.st_size, found.st_ino

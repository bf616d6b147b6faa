"""The settings in force: those of the file, or the last good ones while it has a mistake."""

import logging
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from newsroom.settings import FILE, LAST_GOOD, PREFIX, Settings, read_settings, settings_text
from press.errors import Refusal

log = logging.getLogger("newsroom.settings")


@dataclass(frozen=True, slots=True)
class InForce:
    """Which settings hold.

    Args:
        settings: as read.
        mistake: what is wrong with the settings file; empty where they are those of the file.
    """

    settings: Settings
    mistake: str = ""


def settings_in_force(
    environment: Mapping[str, str], home: Path, *, remember: bool = True
) -> InForce:
    """Read the settings; where the file has a mistake, the last good ones stay in force.

    Args:
        environment: variables.
        home: the home folder.
        remember: whether to keep the file, if it is good, as the last good one.

    Raises:
        Refusal: naming every mistake, where none was good before or the mistake is not the file's.
    """
    try:
        text = settings_text(home / FILE)
        settings = read_settings(environment, home, text or "")
    except Refusal as mistake:
        return InForce(_last_good(environment, home, mistake), str(mistake))
    # A mistyped home is left as it was, and so is what only the environment makes good.
    if remember and settings.database.exists() and not _mistake_in(home, text):
        _remember(home, text)
    return InForce(settings)


class SettingsWatch:
    """Looks now and then whether the settings file changed, and says so in the log.

    Args:
        environment: variables.
        home: the home folder.
    """

    def __init__(self, environment: Mapping[str, str], home: Path) -> None:
        self.environment = environment
        self.home = home
        self._seen = self._stamp()

    def look(self) -> None:
        """Say what is wrong with a changed file; one that is good is the last good one now."""
        stamp = self._stamp()
        if stamp == self._seen:
            return
        self._seen = stamp
        try:
            found = settings_in_force(self.environment, self.home)
        except Refusal as refusal:
            log.error("%s", refusal)  # noqa: TRY400 - it is an answer, not a fault of ours
            return
        if found.mistake:
            say_mistake(found)
        elif mistake := _mistake_in(self.home, settings_text(self.home / FILE)):
            log.error("%s; the environment says otherwise for as long as it does", mistake)
        else:
            log.warning("%s changed; start newsroom serve again to use it", self.home / FILE)

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            found = (self.home / FILE).stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


def say_mistake(found: InForce) -> None:
    """Say in the log what is wrong with the settings file, and what holds instead."""
    if found.mistake:
        log.error("%s; the last good settings stay in force", found.mistake)


def _mistake_in(home: Path, text: str | None) -> str:
    """What is wrong with a settings file by itself, whatever the environment says."""
    try:
        read_settings({}, home, text or "")
    except Refusal as mistake:
        return str(mistake)
    return ""


def _last_good(environment: Mapping[str, str], home: Path, mistake: Refusal) -> Settings:
    # A sign that was spoilt since shuts nobody out of the newsroom: ours stands in for it.
    for known in (environment, {**environment, f"{PREFIX}LOGO": ""}):
        try:
            text = settings_text(home / LAST_GOOD)
            if text is not None:
                return read_settings(known, home, text)
        except Refusal:  # the mistake is in the environment, too
            continue
    raise mistake


def _remember(home: Path, text: str | None) -> None:
    """Keep the text of a good file; one that is not there may only be being written anew."""
    kept = home / LAST_GOOD
    with suppress(OSError, Refusal):  # a home that cannot be written is said by others
        if text is None and kept.exists():
            return
        if settings_text(kept) == (text or ""):
            return
        handle, name = tempfile.mkstemp(dir=home, prefix=".settings-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text or "")
        Path(name).replace(kept)

"""A home from a copy: it lets nothing out by itself, for it knows nothing of what came after it."""

import filecmp
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsroom.settings import Settings
from newsroom.tasks.due import ANNOUNCE
from newsroom.upkeep.backup import BESIDE, FILES, FOLDERS
from newsroom.upkeep.placing import place
from newsroom.upkeep.presence import Presence, is_present
from newsroom.upkeep.private_folder import working_folder
from newsroom.upkeep.unpacking import reading, unpack
from press.errors import HomeRefused
from storage import Storage, journal
from storage.figures import last_entry
from storage.filed import restored
from storage.filed.restored import HeldGroup, HeldRelease
from storage.files import settle
from storage.journal import JournalLine
from storage.telling import notices

RESTORING = ".restoring-"


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back.

    Args:
        copied_at: when the copy was made, UTC; None where it does not say.
        waiting: the releases that wait to be let go.
        previews: how many links to what is not out were ended.
        untold: how many messages that the copy held as owed will not go.
    """

    copied_at: datetime | None
    waiting: tuple[HeldRelease, ...]
    previews: int
    untold: int

    def of(self, group: HeldGroup) -> list[HeldRelease]:
        """Those that would be in the same place by themselves."""
        return [one for one in self.waiting if one.group is group]


def restore(source: Path, settings: Settings, who: str, now: datetime) -> Restored:
    """Make a home from such a file, in which every release waits for a word.

    Everything is unpacked and held in a folder of its own; the database gets its name last, so that
    of a restore that is killed nothing is left that looks like a newsroom.

    Args:
        source: the file.
        settings: of the home, which must hold no newsroom yet, nor a part of one.
        who: the officer.
        now: UTC.

    Raises:
        HomeRefused: there is a newsroom already or a part of one, or the file is no such copy.
    """
    home = settings.home
    _refuse_what_is_there(settings)
    with _home(home), reading(source), working_folder(home, RESTORING) as folder:
        copied_at = unpack(source, folder, settings.database.name)
        _refuse_other_files(folder, home)
        found = _hold(folder / settings.database.name, copied_at, who, now)
        _place(folder, settings)
    return found


def _refuse_what_is_there(settings: Settings) -> None:
    """What SQLite left beside a database would be taken for a part of another: corruption."""
    database, home = settings.database, settings.home
    for who in Presence:
        if is_present(home, who):
            raise HomeRefused(f"a {who.label} is running in {home}; stop it first")
    names = [f"{database.name}{end}" for end in ("", "-wal", "-shm", "-journal")]
    found = [name for name in names if os.path.lexists(home / name)]
    if not found:
        return
    what = "a newsroom" if database.name in found else "a part of another newsroom's database"
    raise HomeRefused(
        f"there is {what} in {home} ({', '.join(found)}); restore into an empty home, or move all"
        f" files {database.name}* of it away together"
    )


@contextmanager
def _home(home: Path) -> Iterator[None]:
    """The home, gone again if it was made in vain."""
    is_new = not home.exists()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise HomeRefused(f"the home {home} cannot be made: {error.strerror}") from error
    try:
        yield
    except BaseException:
        with suppress(OSError):
            if is_new:
                home.rmdir()
        raise


def _refuse_other_files(folder: Path, home: Path) -> None:
    """What is left in the home may stay if it is the very same, as after half a restore."""
    other = [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _differs(path, home / path.relative_to(folder))
    ]
    if other:
        more = f" and {len(other) - 3} more" if len(other) > 3 else ""
        raise HomeRefused(
            f"{home} holds other files than the copy under the same names: "
            f"{', '.join(other[:3])}{more}; move them away, or restore into an empty home"
        )


def _differs(path: Path, there: Path) -> bool:
    if not os.path.lexists(there):
        return False
    if there.is_symlink() or not there.is_file():
        return True
    return not filecmp.cmp(path, there, shallow=False)


def _hold(database: Path, copied_at: datetime | None, who: str, now: datetime) -> Restored:
    """Bring the database up to date and hold all its releases, in one transaction."""
    storage = Storage(database)
    try:
        with storage.write() as db:
            known = copied_at or last_entry(db) or now
            said = f"{copied_at:%Y-%m-%d %H:%M:%S} UTC" if copied_at else "unknown time"
            why = f"held since the copy of {said} was restored"
            links = restored.hold_all(db, ANNOUNCE, min(known, now), why, now)
            # Whatever the copy was made of has most likely sent what was owed.
            untold = notices.stop_all(db, now)
            waiting = restored.waiting(db, now)
            note = f"the copy of {said}: {len(waiting)} releases are held"
            journal.add(db, JournalLine(now, who, "restored", None, note))
    finally:
        storage.close()
    return Restored(copied_at, tuple(waiting), links, untold)


def _place(folder: Path, settings: Settings) -> None:
    """Give everything its name: what goes with releases first, the database last."""
    home = settings.home
    for name in FOLDERS:
        (home / name).mkdir(mode=0o700, exist_ok=True)
    within = (path for name in FOLDERS for path in (folder / name).iterdir())
    for path in (*within, *(folder / name for name in BESIDE)):
        there = home / path.relative_to(folder)
        if path.exists() and not there.exists():
            path.rename(there)
    settle(home / FILES)
    try:
        place(folder / settings.database.name, settings.database)
    except FileExistsError as error:
        raise HomeRefused(f"there is a newsroom in {home} by now") from error

"""Letting go what a restored copy holds."""

from collections.abc import Collection
from datetime import datetime

from newsroom.tasks.due import ANNOUNCE
from press.errors import NotAllowedNow
from press.releases.outcome import is_held_back
from storage import Storage
from storage.filed import releases, restored
from storage.filed.restored import HeldRelease


def waiting(
    storage: Storage, now: datetime, only: Collection[int] = (), but: Collection[int] = ()
) -> list[HeldRelease]:
    """What waits since a copy was restored.

    Args:
        storage: of the newsroom.
        now: UTC.
        only: numbers of the releases asked about; none for all.
        but: numbers of those that are to go on waiting.

    Raises:
        NotAllowedNow: one of the numbers is of a release that does not wait.
    """
    with storage.read() as db:
        found = restored.waiting(db, now)
    numbers = {one.release_id for one in found}
    if others := sorted({*only, *but} - numbers):
        named = ", ".join(map(str, others))
        raise NotAllowedNow(f"{named}: not held since a copy was restored")
    return [w for w in found if w.release_id not in but and (not only or w.release_id in only)]


def held_back(
    storage: Storage, chosen: Collection[HeldRelease], now: datetime
) -> list[HeldRelease]:
    """Those among them whose text says that they must not come out yet: they go on waiting."""
    with storage.read() as db:
        said = {one.release_id: releases.not_yet(db, one.release_id) for one in chosen}
    return [one for one in chosen if is_held_back(said[one.release_id], max(one.instant, now))]


def reopen(storage: Storage, chosen: Collection[HeldRelease], who: str, now: datetime) -> None:
    """Give releases back the life they had in the copy.

    What was out is out again with its own date, and announced to nobody again; what fell due since
    comes out with its own minute and is announced once; what is ahead is scheduled. What says
    “not yet” itself goes on waiting.

    Args:
        storage: of the newsroom.
        chosen: the releases, as `waiting` named them; those let go meanwhile are left alone.
        who: the officer.
        now: UTC.
    """
    kept_back = {one.release_id for one in held_back(storage, chosen, now)}
    numbers = [one.release_id for one in chosen if one.release_id not in kept_back]
    with storage.write() as db:
        restored.let_go(db, ANNOUNCE, numbers, who, now)

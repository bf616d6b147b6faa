"""Digests that are due: each becomes one mail that is owed."""

from datetime import datetime

from storage import Storage
from storage.telling import digests

AT_ONCE = 100  # people in one transaction, so that nobody waits long for the database


def owe_digests(storage: Storage, now: datetime) -> int:
    """Owe every digest that is due; looking costs no lock, and nearly always ends there.

    Args:
        storage: where everything is kept.
        now: UTC.

    Returns:
        for how many people it was looked.
    """
    done = 0
    while _is_any_due(storage, now):
        with storage.write() as db:
            done += digests.owe_due(db, now, AT_ONCE)
    return done


def _is_any_due(storage: Storage, now: datetime) -> bool:
    with storage.read() as db:
        return digests.is_any_due(db, now)

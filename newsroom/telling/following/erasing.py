"""Forgetting addresses: in the database, in its log, and in mail that was written into a folder."""

import time
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

from delivery.mail.folder import delete_letters
from newsroom.telling.following.sign_ups import new_nonce
from storage import Storage
from storage.telling import leaving, subscribers

# So long a sign-up may be confirmed.
UNCONFIRMED = timedelta(days=7)
TRIES = 10
PAUSE_SECONDS = 0.5


def forget_unconfirmed(storage: Storage, mailbox: Path, now: datetime) -> int:
    """Erase those who were asked a week ago and never confirmed, and wishes that nobody confirmed.

    Args:
        storage: where everything is kept.
        mailbox: where mail is written that no server takes.
        now: UTC.

    Returns:
        how many were erased.
    """
    until = now - UNCONFIRMED
    with storage.read() as db:
        if not leaving.unconfirmed(db, until) and not leaving.are_old_wishes(db, until):
            return 0
    with storage.write() as db:
        leaving.forget_old_wishes(db, until)
        found = [subscribers.get(db, number) for number in leaving.unconfirmed(db, until)]
        gone = [one for one in found if one]
        for one in gone:
            leaving.erase(db, one.id, new_nonce(), now)
    delete_letters(mailbox, {one.address for one in gone if one.address})
    if gone:
        storage.empty_log()  # if it cannot be now, what is in it goes with the next checkpoint
    return len(gone)


def leave_nothing(storage: Storage, addresses: Collection[str]) -> bool:
    """Empty the database's log; where the database itself still holds an address, write it anew.

    Returns:
        whether the log is empty.
    """
    is_empty = empty_log(storage)
    if is_empty and storage.holds(addresses):
        storage.write_anew()
        return empty_log(storage)
    return is_empty


def empty_log(storage: Storage) -> bool:
    """Empty the database's log, and try again for some seconds while somebody reads.

    Returns:
        whether it is empty.
    """
    for again in range(TRIES):
        if again:
            time.sleep(PAUSE_SECONDS)
        if storage.empty_log():
            return True
    return False

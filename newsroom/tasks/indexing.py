"""Bringing the index of the search up to what is out.

Nothing that is due waits for this: what the index does not know is read as it is.
"""

from datetime import datetime
from time import monotonic

from storage import Storage
from storage.search import index

# So many releases in one transaction, so that nobody who writes waits long.
AT_ONCE = 5
# How long one turn of the clock may take.
SECONDS = 0.5


def catch_up(storage: Storage, now: datetime, seconds: float = SECONDS) -> int:
    """Write into the index what is out and is not in it, or was put otherwise.

    Args:
        storage: where everything is kept.
        now: UTC.
        seconds: how long to go on; a last handful may take longer.

    Returns:
        how many releases were written.
    """
    end, done = monotonic() + seconds, 0
    while some := _some(storage, now):
        with storage.write() as db:
            index.settle_all(db, some, now)
        done += len(some)
        if monotonic() > end:
            break
    return done


def count_behind(storage: Storage, now: datetime, most: int) -> int:
    """How many releases the index does not know as they are, counted up to a number."""
    with storage.read() as db:
        return len(index.behind(db, now, most))


def _some(storage: Storage, now: datetime) -> list[int]:
    with storage.read() as db:
        return index.behind(db, now, AT_ONCE) if index.speaking(db).languages else []

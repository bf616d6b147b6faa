"""Who asked to be signed up, so that nobody has others' mailboxes flooded."""

from datetime import datetime

from sqlite_utils import Database

from press.telling.notices import Channel, Occasion
from storage.instants import to_ms


def note(db: Database, place: str, now: datetime, since: datetime) -> int:
    """Count one more sign-up from a network, and forget what is too old to count.

    Args:
        db: in a write transaction.
        place: keyed hash of the network.
        now: UTC.
        since: from when on sign-ups count, UTC.

    Returns:
        how many there were before this one.
    """
    db.execute("DELETE FROM sign_up WHERE at <= ?", (to_ms(since),))
    query = "SELECT COUNT(*) FROM sign_up WHERE place = ?"
    count = int(db.execute(query, (place,)).fetchone()[0])
    db.execute("INSERT INTO sign_up (place, at) VALUES (?, ?)", (place, to_ms(now)))
    return count


def was_asked(db: Database, subscriber: int, since: datetime) -> bool:
    """Whether somebody was written to because of a sign-up since then, or is about to be."""
    query = (
        "SELECT 1 FROM notice WHERE receiver = ? AND channel = ? AND kind IN (?, ?)"
        " AND (ended_at IS NULL OR MAX(due_at, ended_at) > ?)"
    )
    kinds = (Occasion.CONFIRM, Occasion.KNOWN)
    return bool(db.execute(query, (subscriber, Channel.MAIL, *kinds, to_ms(since))).fetchone())

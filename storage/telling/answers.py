"""Answers to mails that came, in the outbox: paced, and forgotten once nobody needs their words."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from press.telling.notices import Channel, Fate, Occasion
from storage.instants import from_ms, to_ms

# All are to number 0, the newsroom itself, and are found by that.
_ANSWERS = f"receiver = 0 AND channel = '{Channel.MAIL}' AND kind = '{Occasion.RECEIVED}'"
_NAMES = (
    f"{_ANSWERS} AND body <> '' AND EXISTS (SELECT 1 FROM"
    " json_each(CASE body WHEN '' THEN '{}' ELSE body END, '$.understood') AS one"
    " WHERE json_extract(one.value, '$.number') = :release)"
)


def free_at(db: Database, now: datetime, most: int, span: timedelta) -> datetime:
    """From when one more may go, UTC.

    Args:
        db: in a transaction.
        now: UTC.
        most: that may go in any span.
        span: how long that is.
    """
    row = db.execute(
        f"SELECT due_at FROM notice WHERE {_ANSWERS} ORDER BY due_at DESC LIMIT 1 OFFSET ?",
        (most - 1,),
    ).fetchone()
    return now if row is None else max(now, from_ms(row[0]) + span)


def is_known(db: Database, key: str) -> bool:
    """Whether one of that key is owed, or was."""
    return db.execute("SELECT 1 FROM notice WHERE key = ?", (key,)).fetchone() is not None


def forget(db: Database, release_id: int, now: datetime) -> None:
    """Empty every answer that names a release; one that has not gone does not go.

    Args:
        db: in a write transaction.
        release_id: of the release.
        now: UTC.
    """
    db.execute(
        "UPDATE notice SET body = '', ended_at = coalesce(ended_at, :at), owner = '',"
        f" outcome = coalesce(outcome, '{Fate.STOPPED}') WHERE {_NAMES}",
        {"release": release_id, "at": to_ms(now)},
    )

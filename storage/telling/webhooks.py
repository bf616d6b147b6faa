"""Programs elsewhere that are told; one that was removed is kept for what it was sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from press.telling.notices import Channel, Fate
from press.telling.webhook import Webhook
from storage.instants import from_ms, to_ms
from storage.rows import Row

_THERE = "removed_at IS NULL"
_ENDED = (
    "SELECT notice.id FROM notice JOIN event ON event.id = notice.event_id"
    f" WHERE channel = '{Channel.WEBHOOK}' AND receiver = ? AND ended_at IS NOT NULL"
)


def add(
    db: Database,
    address: str,
    secret: str,
    topics: Sequence[str],
    languages: Sequence[str],
    now: datetime,
) -> Webhook:
    """Keep a program that is told from now on.

    Args:
        db: in a write transaction.
        address: it is asked at.
        secret: signs what it is sent.
        topics: slugs; none for all.
        languages: codes; none for all.
        now: UTC.
    """
    values = address, secret, " ".join(topics), " ".join(languages), to_ms(now)
    row = db.execute(
        "INSERT INTO webhook (address, secret, topics, languages, added_at)"
        " VALUES (?, ?, ?, ?, ?) RETURNING *",
        values,
    ).fetchone()
    return _webhook(row)


def get(db: Database, number: int) -> Webhook | None:
    """One by its number; None if it was removed or never was."""
    row = db.execute(f"SELECT * FROM webhook WHERE id = ? AND {_THERE}", (number,)).fetchone()
    return None if row is None else _webhook(row)


def every(db: Database) -> list[Webhook]:
    """All that were not removed, in the order in which they came."""
    rows = db.execute(f"SELECT * FROM webhook WHERE {_THERE} ORDER BY id").fetchall()
    return [_webhook(row) for row in rows]


def remove(db: Database, number: int, now: datetime) -> bool:
    """Tell it nothing more, and forget its secrets; False if it was removed already."""
    cursor = db.execute(
        "UPDATE webhook SET removed_at = ?, secret = '', old_secret = ''"
        f" WHERE id = ? AND {_THERE}",
        (to_ms(now), number),
    )
    return bool(cursor.rowcount)


def rotate(db: Database, number: int, secret: str, until: datetime) -> None:
    """Sign with another secret from now on.

    Args:
        db: in a write transaction.
        number: of the webhook.
        secret: the new one.
        until: when the one before signs no more, UTC.
    """
    db.execute(
        "UPDATE webhook SET old_secret = secret, old_until = ?, secret = ? WHERE id = ?",
        (to_ms(until), secret, number),
    )


def took(db: Database, number: int) -> None:
    """Note that it took something."""
    db.execute("UPDATE webhook SET failing_since = NULL WHERE id = ?", (number,))


def failed(db: Database, number: int, now: datetime) -> datetime:
    """Note that it took nothing this time.

    Returns:
        since when it has taken nothing, UTC.
    """
    row = db.execute(
        "UPDATE webhook SET failing_since = COALESCE(failing_since, ?) WHERE id = ?"
        " RETURNING failing_since",
        (to_ms(now), number),
    ).fetchone()
    return from_ms(row[0])


def disable(db: Database, number: int, now: datetime) -> bool:
    """Ask it no more; False if that was so already."""
    cursor = db.execute(
        f"UPDATE webhook SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL AND {_THERE}",
        (to_ms(now), number),
    )
    return bool(cursor.rowcount)


def enable(db: Database, number: int) -> None:
    """Ask it again, as if it had never failed."""
    db.execute(
        "UPDATE webhook SET disabled_at = NULL, failing_since = NULL WHERE id = ?", (number,)
    )


def ended(
    db: Database, number: int, fates: Sequence[Fate], release_id: int | None = None
) -> list[int]:
    """Rows of messages to it that ended so, in the order in which they were owed.

    Args:
        db: in a transaction.
        number: of the webhook.
        fates: how they ended.
        release_id: about which release; None for all.
    """
    marks = ",".join("?" * len(fates))
    query, values = f"{_ENDED} AND outcome IN ({marks})", [number, *fates]
    if release_id is not None:
        query, values = f"{query} AND event.release_id = ?", [*values, release_id]
    return [row for (row,) in db.execute(f"{query} ORDER BY notice.id", values).fetchall()]


def rename_topic(db: Database, old: str, new: str) -> None:
    """Have whoever is told of a topic told of it under its new slug."""
    db.execute(
        "UPDATE webhook SET topics = trim(replace(' ' || topics || ' ', ?, ?))",
        (f" {old} ", f" {new} "),
    )


def _webhook(row: Row) -> Webhook:
    return Webhook(
        row["id"],
        row["address"],
        tuple(row["topics"].split()),
        tuple(row["languages"].split()),
        from_ms(row["added_at"]),
        row["secret"],
        row["old_secret"],
        from_ms(row["old_until"]),
        _moment(row["failing_since"]),
        _moment(row["disabled_at"]),
    )


def _moment(column: int | None) -> datetime | None:
    return None if column is None else from_ms(column)

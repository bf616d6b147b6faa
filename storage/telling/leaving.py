"""Those who follow no more: what is kept of them goes with their wishes, but for a keyed hash."""

from datetime import datetime

from sqlite_utils import Database

from press.telling.notices import Channel, Fate
from press.telling.subscriber import Following
from storage.instants import to_ms
from storage.telling import digests

_EMPTY = (
    "UPDATE subscriber SET address = NULL, state = :state, wanted = '', confirmed_at = NULL,"
    " ended_at = :now WHERE id = :id"
)
_OLD = "state = ? AND wanted <> '' AND asked_at <= ?"
_OPEN = f"channel IN ('{Channel.MAIL}', '{Channel.DIGEST}') AND receiver = ? AND ended_at IS NULL"


def end(db: Database, number: int, now: datetime) -> None:
    """Let somebody follow no more; their links stay good, so that one may be used twice.

    Args:
        db: in a write transaction.
        number: of the subscriber.
        now: UTC.
    """
    _empty(db, number, Following.ENDED, now)


def erase(db: Database, number: int, nonce: str, now: datetime) -> None:
    """Forget somebody: no link of theirs is good any more, and their address leads to nothing.

    Whether it gets no mail because letters came back is kept elsewhere, by its keyed hash.

    Args:
        db: in a write transaction.
        number: of the subscriber.
        nonce: another than they had.
        now: UTC.
    """
    _empty(db, number, Following.ERASED, now)
    query = "UPDATE subscriber SET nonce = ?, hash = 'erased ' || id WHERE id = ?"
    db.execute(query, (nonce, number))


def is_written_to(db: Database, number: int, now: datetime) -> bool:
    """Whether a mail to somebody is on its way this moment."""
    query = f"SELECT 1 FROM notice WHERE {_OPEN} AND leased_until > ? AND owner <> ''"
    return bool(db.execute(query, (number, to_ms(now))).fetchone())


def unconfirmed(db: Database, until: datetime) -> list[int]:
    """Those who were asked before then and did not confirm."""
    query = "SELECT id FROM subscriber WHERE state = ? AND asked_at <= ?"
    return [number for (number,) in db.execute(query, (Following.ASKED, to_ms(until)))]


def are_old_wishes(db: Database, until: datetime) -> bool:
    """Whether anything was asked for before then in the name of somebody who follows."""
    query = f"SELECT 1 FROM subscriber WHERE {_OLD}"
    return bool(db.execute(query, (Following.FOLLOWS, to_ms(until))).fetchone())


def forget_old_wishes(db: Database, until: datetime) -> None:
    """Drop what was asked for before then in the name of somebody who follows, unconfirmed."""
    query = f"UPDATE subscriber SET wanted = '' WHERE {_OLD}"
    db.execute(query, (Following.FOLLOWS, to_ms(until)))


def _empty(db: Database, number: int, state: Following, now: datetime) -> None:
    db.execute(_EMPTY, {"id": number, "state": state, "now": to_ms(now)})
    digests.forget(db, number, now)
    for table in ("subscriber_language", "subscription", "bounce"):
        db.execute(f"DELETE FROM {table} WHERE subscriber_id = ?", (number,))
    db.execute(
        "UPDATE notice SET ended_at = ?, outcome = ?, note = 'nobody to say it to', owner = '',"
        f" leased_until = 0 WHERE {_OPEN}",
        (to_ms(now), Fate.SKIPPED, number),
    )

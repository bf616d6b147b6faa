"""Who is sent a feed's bytes when it changes: the hub's subscriptions."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from press.telling.notices import Channel, Fate, Notice, Occasion
from storage.instants import from_ms, to_ms
from storage.rows import Row

# So long it is remembered who asked and was not confirmed.
REMEMBERED = timedelta(hours=1)
_QUESTION = f"channel = '{Channel.HUB}' AND kind = '{Occasion.VERIFY}'"
_ASKED = f"{_QUESTION} AND ended_at IS NULL"
# Anybody may have callbacks asked without end: nothing is kept of it that nobody will look for.
_FORGET = f"DELETE FROM notice WHERE receiver = ? AND {_QUESTION} AND ended_at IS NOT NULL"
_PRUNE = (
    "DELETE FROM hub_subscription WHERE lease_until <= :now AND asked_at <= :long_ago"
    " AND NOT EXISTS (SELECT 1 FROM notice WHERE receiver = hub_subscription.id"
    f" AND channel = '{Channel.HUB}' AND ended_at IS NULL) RETURNING id"
)


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A feed and a callback.

    Args:
        callback: address that is told.
        host: of the callback.
        topic: slug of the feed's topic.
        language: code of the feed's.
        extension: of the feed's format.
    """

    callback: str
    host: str
    topic: str
    language: str
    extension: str


@dataclass(frozen=True, slots=True)
class HubSubscription:
    """A subscription, or what was asked to become one.

    Args:
        id: its row.
        of: which callback is told of which feed.
        secret: signs what it is sent; may be empty.
        lease_until: when it ends, UTC; None while nobody has confirmed it.
        sent_tag: digest of the feed's bytes that it has; empty if it has none.
    """

    id: int
    of: Subscribed
    secret: str
    lease_until: datetime | None
    sent_tag: str

    def is_live(self, now: datetime) -> bool:
        """Whether it was confirmed and its lease still runs."""
        return self.lease_until is not None and now < self.lease_until


def ask(db: Database, wanted: Subscribed, now: datetime) -> int:
    """Note that a subscription was asked for, or asked for anew.

    Returns:
        its row.
    """
    (number,) = db.execute(
        "INSERT INTO hub_subscription (callback, host, topic, language, extension, asked_at)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (callback, topic, language, extension)"
        " DO UPDATE SET asked_at = excluded.asked_at RETURNING id",
        (*_columns(wanted), to_ms(now)),
    ).fetchone()
    return int(number)


def find(db: Database, wanted: Subscribed) -> HubSubscription | None:
    """A subscription by its feed and callback, confirmed or not."""
    row = db.execute(
        "SELECT * FROM hub_subscription WHERE callback = ? AND host = ? AND topic = ?"
        " AND language = ? AND extension = ?",
        _columns(wanted),
    ).fetchone()
    return _subscription(row) if row else None


def get(db: Database, number: int) -> HubSubscription | None:
    """A subscription by its row."""
    row = db.execute("SELECT * FROM hub_subscription WHERE id = ?", (number,)).fetchone()
    return _subscription(row) if row else None


def confirm(db: Database, number: int, secret: str, now: datetime, lease: timedelta) -> None:
    """Let a subscription begin, or begin anew.

    Args:
        db: in a write transaction.
        number: its row.
        secret: signs what it is sent.
        now: UTC.
        lease: how long it runs.
    """
    db.execute(
        "UPDATE hub_subscription SET secret = ?, verified_at = ?, lease_until = ? WHERE id = ?",
        (secret, to_ms(now), to_ms(now + lease), number),
    )


def end(db: Database, number: int) -> None:
    """End a subscription; its row goes when nothing is owed to it any more."""
    db.execute(
        "UPDATE hub_subscription SET secret = '', verified_at = NULL, lease_until = 0,"
        " sent_tag = '' WHERE id = ?",
        (number,),
    )


def has(db: Database, number: int, digest: str) -> None:
    """Note which bytes of its feed a subscription has."""
    db.execute("UPDATE hub_subscription SET sent_tag = ? WHERE id = ?", (digest, number))


def is_being_told(db: Database, notice: Notice, now: datetime) -> bool:
    """Whether an older push is on its way to the same subscription, from whichever process."""
    query = (
        f"SELECT 1 FROM notice WHERE receiver = ? AND channel = ? AND kind <> '{Occasion.VERIFY}'"
        " AND id < ? AND ended_at IS NULL AND owner <> '' AND leased_until > ?"
    )
    values = notice.receiver, notice.channel, notice.id, to_ms(now)
    return db.execute(query, values).fetchone() is not None


def drop_questions(db: Database, number: int, now: datetime) -> None:
    """End what a callback was to be asked and is not being asked yet; forget what it was asked."""
    db.execute(_FORGET, (number,))
    db.execute(
        f"UPDATE notice SET ended_at = ?, outcome = '{Fate.SUPERSEDED}', body = ''"
        f" WHERE receiver = ? AND {_ASKED} AND (owner = '' OR leased_until <= ?)",
        (to_ms(now), number, to_ms(now)),
    )


def forget_body(db: Database, notice: int) -> None:
    """Keep no secret in a message that has ended."""
    db.execute("UPDATE notice SET body = '' WHERE id = ?", (notice,))


def prune(db: Database, now: datetime) -> None:
    """Take out what has ended, was never confirmed or has run out, and is owed nothing."""
    values = {"now": to_ms(now), "long_ago": to_ms(now - REMEMBERED)}
    gone = db.execute(_PRUNE, values).fetchall()
    db.conn.executemany(_FORGET, map(tuple, gone))


def count(db: Database) -> int:
    """How many there are, confirmed or not."""
    return int(db.execute("SELECT COUNT(*) FROM hub_subscription").fetchone()[0])


def count_unconfirmed(db: Database, host: str) -> int:
    """How many were asked for of late whose callbacks at a host have not confirmed them."""
    query = "SELECT COUNT(*) FROM hub_subscription WHERE host = ? AND verified_at IS NULL"
    return int(db.execute(query, (host,)).fetchone()[0])


def count_questions(db: Database) -> int:
    """How many callbacks are still to be asked whether they want what was asked for."""
    return int(db.execute(f"SELECT COUNT(*) FROM notice WHERE {_ASKED}").fetchone()[0])


def _columns(wanted: Subscribed) -> tuple[str, ...]:
    return wanted.callback, wanted.host, wanted.topic, wanted.language, wanted.extension


def _subscription(row: Row) -> HubSubscription:
    is_confirmed = row["verified_at"] is not None
    return HubSubscription(
        row["id"],
        Subscribed(row["callback"], row["host"], row["topic"], row["language"], row["extension"]),
        row["secret"],
        from_ms(row["lease_until"]) if is_confirmed else None,
        row["sent_tag"],
    )

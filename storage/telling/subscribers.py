"""Who follows what by mail. An address is kept as long as somebody wants mail, and no longer."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import datetime

from sqlite_utils import Database

from press.telling.subscriber import Following, Subscriber
from press.telling.wishes import Frequency, Wanted, Wishes
from storage import topics
from storage.instants import from_ms, to_ms
from storage.rows import Row
from storage.telling import bounces, digests

_READ = (
    "SELECT subscriber.*, (SELECT group_concat(topic, ' ') FROM (SELECT topic FROM subscription"
    " WHERE subscriber_id = subscriber.id ORDER BY topic)) AS topics,"
    " (SELECT group_concat(language, ' ') FROM (SELECT language FROM subscriber_language"
    " WHERE subscriber_id = subscriber.id ORDER BY position)) AS languages FROM subscriber"
)


def get(db: Database, number: int) -> Subscriber | None:
    """One by their number."""
    return _one(db.execute(f"{_READ} WHERE id = ?", (number,)).fetchone())


def of_numbers(db: Database, numbers: Iterable[int]) -> dict[int, Subscriber]:
    """Those there are among many, by their numbers."""
    listed = json.dumps(list(numbers))
    query = f"{_READ} WHERE id IN (SELECT value FROM json_each(?))"
    return {row["id"]: _subscriber(row) for row in db.execute(query, (listed,)).fetchall()}


def with_hash(db: Database, digest: str) -> Subscriber | None:
    """One by the keyed hash of their address."""
    return _one(db.execute(f"{_READ} WHERE hash = ?", (digest,)).fetchone())


def every(db: Database) -> Iterator[Subscriber]:
    """All of them but the erased, in the order in which they came."""
    rows = db.execute(f"{_READ} WHERE state <> '{Following.ERASED}' ORDER BY id").fetchall()
    return map(_subscriber, rows)


def ask(
    db: Database, address: str, digest: str, nonce: str, wanted: Wishes, now: datetime
) -> Subscriber:
    """Keep that somebody was asked whether they want to follow; it changes nothing that holds.

    Args:
        db: in a write transaction.
        address: to write to.
        digest: its keyed hash.
        nonce: for links, should there be none yet.
        wanted: what they are asked about.
        now: UTC.
    """
    db.execute(
        "INSERT INTO subscriber (hash, address, state, nonce, zone, wanted, asked_at)"
        " VALUES (:hash, :address, :asked, :nonce, :zone, :wanted, :now) ON CONFLICT (hash)"
        " DO UPDATE SET wanted = :wanted, asked_at = :now,"
        " address = CASE WHEN state = :follows THEN address ELSE :address END,"
        " state = CASE WHEN state = :follows THEN state ELSE :asked END",
        {
            "hash": digest,
            "address": address,
            "asked": Following.ASKED,
            "follows": Following.FOLLOWS,
            "nonce": nonce,
            "zone": wanted.zone,
            "wanted": json.dumps(asdict(wanted)),
            "now": to_ms(now),
        },
    )
    found = with_hash(db, digest)
    assert found is not None  # noqa: S101 - it was written above
    return found


def want(db: Database, number: int, wanted: Wishes) -> None:
    """Keep what somebody was asked about last; they have the mail already in which they answer."""
    query = "UPDATE subscriber SET wanted = ? WHERE id = ?"
    db.execute(query, (json.dumps(asdict(wanted)), number))


def follow(db: Database, number: int, wishes: Wishes, now: datetime) -> None:
    """Let wishes hold, and mail go out from now on; who follows already keeps since when.

    Nobody is told of what came out before they followed, nor twice of what they were told.
    Mail that came back before is forgotten: whoever asks again knows that it arrives.

    Args:
        db: in a write transaction.
        number: of the subscriber.
        wishes: which.
        now: UTC.
    """
    since = _since(db, number)
    if not since:
        digests.forget(db, number, now)
    db.execute(
        "UPDATE subscriber SET state = :follows, texts = :texts, frequency = :frequency,"
        " zone = :zone, wanted = '', ended_at = NULL,"
        " confirmed_at = CASE WHEN state = :follows THEN confirmed_at ELSE :now END WHERE id = :id",
        {
            "follows": Following.FOLLOWS,
            "texts": wishes.texts,
            "frequency": wishes.frequency,
            "zone": wishes.zone,
            "now": to_ms(now),
            "id": number,
        },
    )
    bounces.lift(db, number)
    digests.set_windows(db, number, now)
    for table in ("subscriber_language", "subscription"):
        db.execute(f"DELETE FROM {table} WHERE subscriber_id = ?", (number,))
    db.conn.executemany(
        "INSERT INTO subscriber_language (subscriber_id, position, language) VALUES (?, ?, ?)",
        [(number, n, code) for n, code in enumerate(wishes.languages)],
    )
    db.conn.executemany(
        "INSERT INTO subscription (subscriber_id, topic, since) VALUES (?, ?, ?)",
        [(number, topic, since.get(topic, to_ms(now))) for topic in dict.fromkeys(wishes.topics)],
    )


def _since(db: Database, number: int) -> dict[str, int]:
    """Since when somebody follows each topic."""
    query = (
        "SELECT topic, since FROM subscription JOIN subscriber ON subscriber.id = subscriber_id"
        " WHERE subscriber_id = ? AND state = ?"
    )
    return dict(map(tuple, db.execute(query, (number, Following.FOLLOWS)).fetchall()))


def today(db: Database, wishes: Wishes) -> Wishes:
    """Wishes with their topics under the names of today."""
    names = (topics.today(db, slug) or slug for slug in wishes.topics)
    return replace(wishes, topics=tuple(dict.fromkeys(names)))


def _one(row: Row | None) -> Subscriber | None:
    return None if row is None else _subscriber(row)


def _subscriber(row: Row) -> Subscriber:
    wishes = Wishes(
        tuple((row["topics"] or "").split()),
        tuple((row["languages"] or "").split()),
        Frequency(row["frequency"]),
        Wanted(row["texts"]),
        row["zone"],
    )
    confirmed = row["confirmed_at"]
    return Subscriber(
        row["id"],
        Following(row["state"]),
        row["nonce"],
        from_ms(row["asked_at"]),
        row["address"],
        wishes,
        _wishes(row["wanted"]),
        None if confirmed is None else from_ms(confirmed),
    )


def _wishes(text: str) -> Wishes | None:
    if not text:
        return None
    said = json.loads(text)
    return Wishes(
        tuple(said["topics"]),
        tuple(said["languages"]),
        Frequency(said["frequency"]),
        Wanted(said["texts"]),
        said["zone"],
    )

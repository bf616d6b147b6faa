"""What mail servers said of addresses, and which addresses get no mail because of it.

Nothing but time makes good what came back: that a mail server takes a letter from us says only that
it will try, and no server is asked to say that it delivered one. So what came back is forgotten
after two weeks, and somebody who signs up once more, and confirms, is written to at once.
"""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from press.telling.suppressing import WITHIN, Suppression, is_for_good, suppression_for
from storage.instants import from_ms, to_ms

_ADD = "INSERT INTO bounce (subscriber_id, at, is_permanent, status) VALUES (?, ?, ?, ?)"
_LATELY = "SELECT at FROM bounce WHERE subscriber_id = ? AND is_permanent = 0"
# What is known already is not made shorter by something smaller.
_SUPPRESS = (
    "INSERT INTO suppression (hash, reason, until) VALUES (:hash, :reason, :until)"
    " ON CONFLICT (hash) DO UPDATE SET reason = :reason, until = :until WHERE until < :until"
)


def bounced(
    db: Database, subscriber_id: int, *, permanent: bool, status: str, now: datetime
) -> Suppression | None:
    """Note that a letter came back, once for each letter that was given up.

    Args:
        db: in a write transaction.
        subscriber_id: whose letter.
        permanent: whether the server said that it would fail again.
        status: RFC 3463, `5.1.1`; empty where it said none.
        now: UTC.

    Returns:
        what follows; None: the next letter is sent.
    """
    row = db.execute("SELECT hash FROM subscriber WHERE id = ?", (subscriber_id,)).fetchone()
    if row is None:
        return None
    _forget_old(db, now)
    lately = [from_ms(at) for (at,) in db.execute(_LATELY, (subscriber_id,)).fetchall()]
    found = suppression_for(now, permanent=permanent, status=status, lately=lately)
    is_gone = is_for_good(permanent=permanent, status=status)
    db.execute(_ADD, (subscriber_id, to_ms(now), is_gone, status))
    if found:
        values = {"hash": row[0], "reason": found.reason, "until": to_ms(found.until)}
        db.execute(_SUPPRESS, values)
    return found


def suppression_of(db: Database, digest: str, now: datetime) -> Suppression | None:
    """Why and until when an address gets no mail; None if it does.

    Args:
        db: in a transaction.
        digest: keyed hash of the address.
        now: UTC.
    """
    row = db.execute("SELECT reason, until FROM suppression WHERE hash = ?", (digest,)).fetchone()
    found = Suppression(row["reason"], from_ms(row["until"])) if row else None
    return found if found and found.until > now else None


def suppressions(db: Database, numbers: Iterable[int], now: datetime) -> dict[int, Suppression]:
    """The same for many subscribers, by their numbers: those alone who get no mail."""
    rows = db.execute(
        "SELECT subscriber.id, reason, until FROM subscriber JOIN suppression USING (hash)"
        " WHERE subscriber.id IN (SELECT value FROM json_each(?)) AND until > ?",
        (json.dumps(list(numbers)), to_ms(now)),
    ).fetchall()
    return {row["id"]: Suppression(row["reason"], from_ms(row["until"])) for row in rows}


def lift(db: Database, subscriber_id: int) -> None:
    """Write to somebody again, and forget what came back: they have said that mail arrives."""
    db.execute(
        "DELETE FROM suppression WHERE hash = (SELECT hash FROM subscriber WHERE id = ?)",
        (subscriber_id,),
    )
    db.execute("DELETE FROM bounce WHERE subscriber_id = ?", (subscriber_id,))


def _forget_old(db: Database, now: datetime) -> None:
    db.execute("DELETE FROM bounce WHERE at <= ?", (to_ms(now - WITHIN),))
    db.execute("DELETE FROM suppression WHERE until <= ?", (to_ms(now),))

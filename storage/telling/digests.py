"""Digests: what waits in them is written with what happens (`owed.py`); here is when they go.

Each message of the channel `digest` is a place in somebody's next digest. When that is due, it is
owed as one mail, and its places bear its key; they fare as it does (`notices.py`).
"""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from press.telling.digests import next_boundary, window_at
from press.telling.notices import Channel, Fate, Notice, Occasion
from press.telling.subscriber import Following
from press.telling.wishes import Frequency
from storage.instants import from_ms, to_ms
from storage.rows import Row
from storage.telling import notices
from storage.telling.notices import OPEN

_DUE = "SELECT id FROM subscriber WHERE digest_due <= ? ORDER BY digest_due, id LIMIT ?"
_WINDOW = "SELECT state, frequency, zone, digest_from, digest_due FROM subscriber WHERE id = ?"
_SET = "UPDATE subscriber SET digest_from = ?, digest_due = ? WHERE id = ?"
# The other index would have it look through everybody's.
_NOTICE = "notice INDEXED BY notice_receiver"
_THEIRS = f"receiver = :who AND channel = '{Channel.DIGEST}' AND {OPEN}"
_WAITING = f"{_THEIRS} AND body = ''"
_IS_WAITING = f"SELECT 1 FROM {_NOTICE} WHERE {_WAITING} AND due_at < :end LIMIT 1"
_GATHER = f"UPDATE {_NOTICE} SET body = :key WHERE {_WAITING} AND due_at < :end"
_FORGET = f"UPDATE {_NOTICE} SET ended_at = :at, outcome = '{Fate.SKIPPED}' WHERE {_THEIRS}"
_PLACES = (
    f"{notices.READ} WHERE receiver = ? AND channel = '{Channel.DIGEST}' AND body = ?"
    f" AND (outcome IS NULL OR outcome NOT IN ('{Fate.STOPPED}', '{Fate.SKIPPED}'))"
    " ORDER BY notice.due_at, notice.id"
)


def set_windows(db: Database, subscriber_id: int, now: datetime) -> None:
    """Say when somebody's next digest is due, after they chose how they are told.

    What waits already is told in it. Whoever wants to be told at once from now on gets one more.

    Args:
        db: in a write transaction, after their wishes were changed.
        subscriber_id: whose.
        now: UTC.
    """
    row = db.execute(_WINDOW, (subscriber_id,)).fetchone()
    start = row["digest_from"] if row["digest_from"] is not None else to_ms(now)
    frequency = Frequency(row["frequency"])
    if frequency is not Frequency.INSTANT:
        due = to_ms(next_boundary(now, frequency, row["zone"]))
        db.execute(_SET, (start, due, subscriber_id))
    elif row["digest_from"] is not None:
        db.execute(_SET, (start, to_ms(now), subscriber_id))


def forget(db: Database, subscriber_id: int, now: datetime) -> None:
    """Tell somebody nothing of what waits for their next digest, and make none."""
    db.execute(_FORGET, {"at": to_ms(now), "who": subscriber_id})
    db.execute(_SET, (None, None, subscriber_id))


def owe_due(db: Database, now: datetime, limit: int) -> int:
    """Owe the digests that are due; one in which nothing would stand is not owed.

    Args:
        db: in a write transaction.
        now: UTC.
        limit: for how many people at the most.

    Returns:
        for how many it was done.
    """
    due = db.execute(_DUE, (to_ms(now), limit)).fetchall()
    for (who,) in due:
        _owe(db, who, now)
    return len(due)


def is_any_due(db: Database, now: datetime) -> bool:
    """Whether anybody's digest is due."""
    return db.execute(_DUE, (to_ms(now), 1)).fetchone() is not None


def places(db: Database, digest: Notice) -> list[Notice]:
    """What stands in a digest, in the order in which it happened."""
    rows = db.execute(_PLACES, (digest.receiver, digest.key)).fetchall()
    return [notices.notice_of(row) for row in rows]


@dataclass(frozen=True, slots=True)
class _Digest:
    """The digest of somebody that is due."""

    who: int
    start: datetime
    end: datetime

    @property
    def end_ms(self) -> int:
        return to_ms(self.end)

    @property
    def key(self) -> str:
        return f"mail:digest:{self.who}:{self.end_ms}"


def _owe(db: Database, who: int, now: datetime) -> None:
    row = db.execute(_WINDOW, (who,)).fetchone()
    if row["state"] != Following.FOLLOWS:
        forget(db, who, now)
        return
    digest = _due(who, row, now)
    # Of whoever is told at once from now on nothing more will wait: all that does is in the last.
    is_last = row["frequency"] == Frequency.INSTANT
    values = {"who": who, "key": digest.key, "end": to_ms(now) + 1 if is_last else digest.end_ms}
    # Were there one of this name already, the clock has gone back: then they wait for the next.
    if db.execute(_IS_WAITING, values).fetchone() and _add(db, digest, now):
        db.execute(_GATHER, values)
    db.execute(_SET, (None, None, who) if is_last else (digest.end_ms, _next(row, now), who))


def _due(who: int, row: Row, now: datetime) -> _Digest:
    frequency = Frequency(row["frequency"])
    until = from_ms(row["digest_due"]) if frequency is Frequency.INSTANT else now
    window = window_at(from_ms(row["digest_from"]), until, frequency, row["zone"])
    return _Digest(who, window.start, window.end)


def _next(row: Row, now: datetime) -> int:
    return to_ms(next_boundary(now, Frequency(row["frequency"]), row["zone"]))


def _add(db: Database, digest: _Digest, now: datetime) -> bool:
    body = json.dumps({"from": to_ms(digest.start), "to": digest.end_ms})
    kind = Occasion.DIGEST
    return notices.add(db, Notice(0, digest.key, Channel.MAIL, kind, digest.who, now, body=body))

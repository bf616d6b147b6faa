"""The outbox: what is owed, claimed for a while, then ended, once for each receiver and message."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from press.telling.notices import NEWS, Channel, Event, Fate, Notice, Occasion
from storage.instants import from_ms, to_ms
from storage.rows import Row

OPEN = "ended_at IS NULL"
# Some process has it in its hands, or the digest that it stands in; what waits for another try is
# in nobody's.
UNDER_WAY = (
    f"({OPEN} AND (owner <> '' AND leased_until > :at OR channel = '{Channel.DIGEST}' AND EXISTS"
    " (SELECT 1 FROM notice AS digest WHERE digest.key = notice.body"
    " AND digest.ended_at IS NULL AND digest.owner <> '' AND digest.leased_until > :at)))"
)
# What stands in a digest fares as it does, but for what an officer stopped or was withdrawn.
_FARE_ALIKE = (
    "UPDATE notice SET ended_at = :at, outcome = digest.outcome FROM notice AS digest"
    f" WHERE digest.id = :id AND digest.kind = '{Occasion.DIGEST}' AND notice.body = digest.key"
    f" AND notice.receiver = digest.receiver AND notice.channel = '{Channel.DIGEST}'"
    f" AND (notice.ended_at IS NULL OR notice.outcome = '{Fate.FAILED}')"
)
# What becomes of a release is told in the words it is about to have: while a text is being
# translated anew, readers of that language wait for it, but not for long (ms). Work that failed
# once is not waited for: there may be no engine.
_PATIENCE = {Occasion.CORRECTED: 120_000, Occasion.WITHDRAWN: 20_000}
_WORDS_COME = (
    "EXISTS (SELECT 1 FROM event JOIN task ON task.release_id = event.release_id"
    " AND task.language = notice.language WHERE event.id = notice.event_id"
    " AND task.kind = 'translate' AND task.finished_at IS NULL AND task.failed_at IS NULL"
    " AND (task.tries = 0 OR task.owner <> '') AND event.at > :now - CASE notice.kind "
    + " ".join(f"WHEN '{kind}' THEN {ms}" for kind, ms in _PATIENCE.items())
    + " ELSE 0 END)"
)
# Why what a copy held as owed does not go: it is taken for told.
RESTORED = "the copy was restored"
# What an answer to a mail says, contacts for the press alone among it, is needed until it went; of
# one that failed the words are kept, as an officer may have it go again.
_EMPTIED = f"body = CASE kind WHEN '{Occasion.RECEIVED}' THEN '' ELSE body END"
_EMPTY = f"UPDATE notice SET {_EMPTIED} WHERE id = ? AND outcome <> '{Fate.FAILED}'"
READ = (
    "SELECT notice.*, event.kind AS event_kind, event.release_id, event.at,"
    " event.language AS event_language FROM notice LEFT JOIN event ON event.id = notice.event_id"
)


@dataclass(frozen=True, slots=True)
class Ended:
    """How telling ended.

    Args:
        notice: its row.
        outcome: how.
        note: why, where somebody asks.
    """

    notice: int
    outcome: Fate
    note: str = ""


def add(db: Database, notice: Notice) -> bool:
    """Owe one message that is no event's; False if that very one is owed or was sent already."""
    cursor = db.execute(
        "INSERT INTO notice (key, channel, kind, receiver, event_id, language, body, due_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
        (
            *(notice.key, notice.channel, notice.kind, notice.receiver),
            *(notice.event.id if notice.event else None, notice.language, notice.body),
            to_ms(notice.due_at),
        ),
    )
    return bool(cursor.rowcount)


def claim(
    db: Database, channel: Channel, now: datetime, *, owner: str, lease: timedelta, limit: int
) -> list[Notice]:
    """Take due messages for a while; what another process holds is left alone.

    Args:
        db: in a write transaction.
        channel: which.
        now: UTC.
        owner: names the process that takes them.
        lease: after this long without an end, they are free again.
        limit: how many at the most.
    """
    taken = db.execute(
        "UPDATE notice SET owner = :owner, leased_until = :until, tries = tries + 1 WHERE id IN ("
        f" SELECT id FROM notice WHERE {OPEN} AND channel = :channel AND due_at <= :now"
        f" AND leased_until <= :now AND NOT {_WORDS_COME} ORDER BY due_at, id LIMIT :limit)"
        " RETURNING id",
        {
            "owner": owner,
            "until": to_ms(now + lease),
            "channel": channel,
            "now": to_ms(now),
            "limit": limit,
        },
    ).fetchall()
    return read(db, sorted(number for (number,) in taken))


def read(db: Database, numbers: Sequence[int]) -> list[Notice]:
    """Messages by their rows, in that order."""
    query = f"{READ} WHERE notice.id IN (SELECT value FROM json_each(?))"
    rows = db.execute(query, (json.dumps(list(numbers)),)).fetchall()
    found = {row["id"]: notice_of(row) for row in rows}
    return [found[number] for number in numbers if number in found]


def notice_of(row: Row) -> Notice:
    """A message from its row, with its event's columns beside it."""
    event = None
    if row["event_id"] is not None:
        at = from_ms(row["at"])
        kind = Occasion(row["event_kind"])
        event = Event(row["event_id"], kind, row["release_id"], at, row["event_language"])
    return Notice(
        row["id"],
        row["key"],
        Channel(row["channel"]),
        Occasion(row["kind"]),
        row["receiver"],
        from_ms(row["due_at"]),
        event,
        row["language"],
        row["body"],
        row["tries"],
    )


def end(db: Database, ended: Iterable[Ended], now: datetime) -> None:
    """Say how telling ended; one that went was sent, whatever else was said of it meanwhile."""
    all_of = list(ended)
    db.conn.executemany(
        "UPDATE notice SET ended_at = ?, outcome = ?, note = ?, owner = '', leased_until = 0"
        f" WHERE id = ? AND ({OPEN} OR ? = '{Fate.SENT}')",
        [(to_ms(now), one.outcome, one.note, one.notice, one.outcome) for one in all_of],
    )
    db.conn.executemany(_EMPTY, [(one.notice,) for one in all_of])
    db.conn.executemany(_FARE_ALIKE, [{"at": to_ms(now), "id": one.notice} for one in all_of])


def postpone(db: Database, numbers: Iterable[int], until: datetime, reason: str) -> None:
    """Have messages tried again later, unless an officer stopped them meanwhile.

    Args:
        db: in a write transaction.
        numbers: of their rows.
        until: from when they may be tried again, UTC.
        reason: why they did not go.
    """
    db.conn.executemany(
        f"UPDATE notice SET leased_until = ?, owner = '', note = ? WHERE id = ? AND {OPEN}",
        [(to_ms(until), reason, number) for number in numbers],
    )


def give_back(db: Database, numbers: Iterable[int], until: datetime | None = None) -> None:
    """Free messages that were taken and not tried.

    Args:
        db: in a write transaction.
        numbers: of their rows.
        until: from when they may be taken again, UTC; None for at once.
    """
    db.conn.executemany(
        "UPDATE notice SET leased_until = ?, owner = '', tries = tries - 1"
        f" WHERE id = ? AND {OPEN}",
        [(to_ms(until) if until else 0, number) for number in numbers],
    )


def are_open(db: Database, numbers: Sequence[int]) -> set[int]:
    """Which of these messages nobody has ended: an officer may stop what was taken already."""
    marks = ",".join("?" * len(numbers))
    query = f"SELECT id FROM notice WHERE id IN ({marks}) AND {OPEN}"
    return {number for (number,) in db.execute(query, tuple(numbers))}


def stop(db: Database, release_id: int, now: datetime) -> int:
    """End everything about a release that has not gone, what is under way included.

    Returns:
        how many messages will not go.
    """
    about = "event_id IN (SELECT id FROM event WHERE release_id = ?)"
    return _stop(db, now, "", about, release_id)


def stop_all(db: Database, now: datetime) -> int:
    """End everything that a copy held as owed: whatever it was made of has most likely sent it.

    Returns:
        how many messages will not go.
    """
    return _stop(db, now, RESTORED, "1")


def _stop(db: Database, now: datetime, note: str, which: str, *values: int) -> int:
    ends = f"ended_at = ?, outcome = ?, note = ?, owner = '', {_EMPTIED}"
    query = f"UPDATE notice SET {ends} WHERE {OPEN} AND"
    return db.execute(f"{query} {which}", (to_ms(now), Fate.STOPPED, note, *values)).rowcount


def replay(db: Database, numbers: Iterable[int], now: datetime) -> int:
    """Have messages that ended go again, each under its own key.

    Returns:
        how many.
    """
    cursor = db.conn.executemany(
        f"UPDATE notice SET was_sent = was_sent OR outcome IS '{Fate.SENT}', ended_at = NULL,"
        " outcome = NULL, note = '', tries = 0, due_at = ?, leased_until = 0, owner = ''"
        " WHERE id = ? AND ended_at IS NOT NULL",
        [(to_ms(now), number) for number in numbers],
    )
    return cursor.rowcount


def owners(db: Database, now: datetime) -> list[str]:
    """The processes that hold messages."""
    query = f"SELECT DISTINCT owner FROM notice WHERE {OPEN} AND leased_until > ? AND owner <> ''"
    return [owner for (owner,) in db.execute(query, (to_ms(now),))]


def free_all_of(db: Database, owner: str) -> None:
    """Give back what a process that is gone had taken."""
    db.execute(
        f"UPDATE notice SET leased_until = 0, owner = '' WHERE {OPEN} AND owner = ?", (owner,)
    )


def first_told(db: Database, notice: Notice, release_id: int) -> str | None:
    """The key of the first message that told a receiver of a release, or is about to; None if none.

    Args:
        db: in a transaction.
        notice: to whom and how; it is not itself the first.
        release_id: of the release.
    """
    kinds = ", ".join(f"'{kind}'" for kind in NEWS)
    row = db.execute(
        "SELECT notice.key FROM notice JOIN event ON event.id = notice.event_id"
        f" WHERE receiver = ? AND channel = ? AND notice.kind IN ({kinds})"
        f" AND ({OPEN} OR outcome = '{Fate.SENT}'"
        f" OR (outcome = '{Fate.STOPPED}' AND note = '{RESTORED}'))"
        " AND event.release_id = ? AND notice.id < ? ORDER BY notice.id LIMIT 1",
        (notice.receiver, notice.channel, release_id, notice.id),
    ).fetchone()
    return None if row is None else str(row[0])


def had_it(db: Database, notice: Notice, now: datetime) -> bool:
    """Whether somebody had the release, by mail or in a digest, of which a message tells more.

    Args:
        db: in a transaction.
        notice: of what became of a release.
        now: UTC.
    """
    kinds = ", ".join(f"'{kind}'" for kind in NEWS)
    row = db.execute(
        "SELECT 1 FROM notice WHERE receiver = :who"
        f" AND channel IN ('{Channel.MAIL}', '{Channel.DIGEST}') AND notice.kind IN ({kinds})"
        f" AND (outcome = '{Fate.SENT}' OR (outcome = '{Fate.STOPPED}' AND note = '{RESTORED}')"
        f" OR {UNDER_WAY}) AND event_id IN (SELECT id FROM event WHERE release_id = :id) LIMIT 1",
        {
            "who": notice.receiver,
            "id": notice.event.release_id if notice.event else 0,
            "at": to_ms(now),
        },
    ).fetchone()
    return row is not None


def is_due(db: Database, channel: Channel, now: datetime) -> bool:
    """Whether any message of a channel may be taken."""
    row = db.execute(
        f"SELECT 1 FROM notice WHERE {OPEN} AND channel = :channel AND due_at <= :now"
        f" AND leased_until <= :now AND NOT {_WORDS_COME} LIMIT 1",
        {"channel": channel, "now": to_ms(now)},
    ).fetchone()
    return row is not None

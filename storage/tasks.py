"""Work that is due: added with its cause, claimed for a while, then finished."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from storage.instants import from_ms, to_ms

# Neither done nor given up.
_OPEN = "finished_at IS NULL AND failed_at IS NULL"
_COLUMNS = "kind, COALESCE(release_id, 0), due_at, language, key, id, tries"


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work.

    Args:
        kind: what is to be done: `translate`, `announce`.
        release_id: to which release; 0 if it is about something else, which the key names.
        due_at: from when, UTC.
        language: code of the language, where the work is about one.
        key: names the work; a second task of the same key is not added.
        id: its row, once it has one.
        tries: how often it was begun, this time included.
    """

    kind: str
    release_id: int
    due_at: datetime
    language: str
    key: str
    id: int = 0
    tries: int = 0


def add(db: Database, tasks: Iterable[Task]) -> None:
    """Queue work, in the transaction that causes it."""
    db.conn.executemany(
        "INSERT INTO task (key, kind, release_id, language, due_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO NOTHING",
        [(t.key, t.kind, t.release_id or None, t.language, to_ms(t.due_at)) for t in tasks],
    )


@dataclass(frozen=True, slots=True)
class WantedTask:
    """Which work a process takes.

    Args:
        kind: of work.
        language: only about this language, a code; empty for any.
        release_id: only about this release; 0 for any.
    """

    kind: str
    language: str = ""
    release_id: int = 0


def claim(
    db: Database, wanted: WantedTask, now: datetime, *, owner: str, lease: timedelta, limit: int
) -> list[Task]:
    """Take due work for a while; what another process holds is left alone.

    Args:
        db: in a write transaction.
        wanted: which work.
        now: UTC.
        owner: names the process that takes it.
        lease: after this long without being finished, the work is free again.
        limit: how many at the most.
    """
    rows = db.execute(
        "UPDATE task SET owner = :owner, leased_until = :until, tries = tries + 1 WHERE id IN ("
        f" SELECT id FROM task WHERE {_OPEN} AND kind = :kind AND due_at <= :now"
        " AND leased_until <= :now AND (:language = '' OR language = :language)"
        " AND (:release_id = 0 OR release_id = :release_id) ORDER BY due_at, id LIMIT :limit)"
        f" RETURNING {_COLUMNS}",
        asdict(wanted)
        | {"owner": owner, "now": to_ms(now), "until": to_ms(now + lease), "limit": limit},
    ).fetchall()
    tasks = [Task(k, release, from_ms(due), *rest) for k, release, due, *rest in rows]
    return sorted(tasks, key=lambda task: (task.due_at, task.id))


def owners(db: Database, now: datetime) -> list[str]:
    """The processes that hold work."""
    query = f"SELECT DISTINCT owner FROM task WHERE {_OPEN} AND leased_until > ?"
    return [owner for (owner,) in db.execute(query, (to_ms(now),)) if owner]


def held_by(db: Database, owner: str) -> list[Task]:
    """The work that a process holds."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM task WHERE {_OPEN} AND owner = ?", (owner,))
    return [Task(k, release, from_ms(due), *rest) for k, release, due, *rest in rows]


def release_all_of(db: Database, owner: str) -> None:
    """Give back what a process holds and did not finish."""
    db.execute(
        f"UPDATE task SET leased_until = 0, owner = '' WHERE {_OPEN} AND owner = ?",
        (owner,),
    )


def finish(db: Database, tasks: Sequence[Task], now: datetime, note: str = "") -> None:
    """Mark work as done, with a note of how it went where that matters."""
    db.conn.executemany(
        "UPDATE task SET finished_at = ?, note = ? WHERE id = ?",
        [(to_ms(now), note, task.id) for task in tasks],
    )


def drop(db: Database, key: str, now: datetime) -> None:
    """Mark work as done that nobody needs any more."""
    db.execute(
        "UPDATE task SET finished_at = ?, note = 'not needed' WHERE key = ?", (to_ms(now), key)
    )


def postpone(db: Database, tasks: Sequence[Task], until: datetime, reason: str) -> None:
    """Give work back, to be tried again later.

    Args:
        db: in a write transaction.
        tasks: the work.
        until: from when it may be tried again, UTC.
        reason: why it did not succeed.
    """
    db.conn.executemany(
        "UPDATE task SET leased_until = ?, owner = '', note = ? WHERE id = ?",
        [(to_ms(until), reason, task.id) for task in tasks],
    )


def give_up(db: Database, tasks: Sequence[Task], now: datetime, reason: str) -> None:
    """Mark work as failed: it stays visible, and is done only when somebody says so."""
    db.conn.executemany(
        "UPDATE task SET failed_at = ?, leased_until = 0, owner = '', note = ? WHERE id = ?",
        [(to_ms(now), reason, task.id) for task in tasks],
    )


def retry(db: Database, now: datetime, number: int = 0) -> int:
    """Make failed work due again.

    Args:
        db: in a write transaction.
        now: UTC.
        number: of the task; 0 for all that failed.

    Returns:
        how many tasks are due again.
    """
    cursor = db.execute(
        "UPDATE task SET failed_at = NULL, tries = 0, leased_until = :now"
        " WHERE failed_at IS NOT NULL AND (:number = 0 OR id = :number)",
        {"now": to_ms(now), "number": number},
    )
    return cursor.rowcount


def open_about(
    db: Database, kind: str, languages: Sequence[str], numbers: Sequence[int] = ()
) -> int:
    """How much unfinished work of a kind is about these languages and releases; none for all."""
    rows = db.execute(
        f"SELECT release_id, language FROM task WHERE {_OPEN} AND kind = ?", (kind,)
    ).fetchall()
    return sum(code in languages and (not numbers or number in numbers) for number, code in rows)


def failed(db: Database) -> list[tuple[Task, str]]:
    """What was given up, with the reason."""
    rows = db.execute(f"SELECT note, {_COLUMNS} FROM task WHERE failed_at IS NOT NULL ORDER BY id")
    return [
        (Task(kind, release_id, from_ms(due), *rest), note)
        for note, kind, release_id, due, *rest in rows
    ]


def renew(db: Database, tasks: Iterable[Task]) -> None:
    """Queue work, again if it was finished; what is under way is left alone."""
    tasks = list(tasks)
    add(db, tasks)
    db.conn.executemany(
        "UPDATE task SET finished_at = NULL, failed_at = NULL, leased_until = 0, due_at = ?,"
        f" tries = 0, note = '' WHERE key = ? AND NOT ({_OPEN})",
        [(to_ms(t.due_at), t.key) for t in tasks],
    )


def next_due(db: Database, kinds: Sequence[str]) -> datetime | None:
    """When the next unfinished work of these kinds is due or free again, UTC."""
    moments = [
        db.execute(
            "SELECT MIN(CASE WHEN leased_until > due_at THEN leased_until ELSE due_at END)"
            f" FROM task WHERE {_OPEN} AND kind = ?",
            (kind,),
        ).fetchone()[0]
        for kind in kinds
    ]
    return min((from_ms(m) for m in moments if m is not None), default=None)


def overdue(db: Database, since: datetime) -> int:
    """How much unfinished work was due before an instant."""
    query = f"SELECT COUNT(*) FROM task WHERE {_OPEN} AND due_at < ?"
    return int(db.execute(query, (to_ms(since),)).fetchone()[0])

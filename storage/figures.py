"""How the newsroom is doing, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from press.releases.release import State
from storage import tasks
from storage.conditions import ANNOUNCED, INCOMPLETE, PUBLIC, STANDS, due
from storage.instants import from_ms, to_ms
from storage.telling import counts
from storage.telling.counts import TellingFigures

DAY = timedelta(days=1)
SOON = timedelta(minutes=60)
# Due work is taken within a second; what waits longer than this, nobody takes.
GRACE = timedelta(minutes=1)

_OPEN = "finished_at IS NULL AND failed_at IS NULL"
# As press.release.Release.state says it; a test compares the two.
_STATES = (
    f"SELECT CASE WHEN NOT ({STANDS}) THEN 'withdrawn'"
    f" WHEN release.publish_at IS NULL THEN 'draft' WHEN {PUBLIC} THEN 'out'"
    f" WHEN release.held OR {due(':now')} THEN 'held' ELSE 'scheduled' END AS state,"
    " COUNT(*) FROM release GROUP BY state"
)
# What is published by hand, or filed within its minute, could not have been out before that.
_DELAYS = (
    "SELECT release.out_at - MAX(release.publish_at, COALESCE((SELECT MAX(journal.at) FROM journal"
    " WHERE journal.release_id = release.id AND journal.at <= release.out_at AND journal.verb IN"
    " ('filed', 'scheduled', 'rescheduled', 'published', 'reopened')), 0)) FROM release"
    " WHERE release.out_at > :since AND release.out_at <= :now"
    " AND release.publish_at IS NOT NULL ORDER BY release.out_at, release.id"
)
_UNREADY = (
    f"SELECT COUNT(*) FROM release WHERE NOT {due(':now')} AND {due(':soon')}"
    f" AND {INCOMPLETE} AND held = 0"
    f" AND {STANDS} AND NOT ({ANNOUNCED})"
)
_DUE = (
    "SELECT MIN(CASE WHEN leased_until > due_at THEN leased_until ELSE due_at END)"
    f" FROM task WHERE {_OPEN}"
)


@dataclass(frozen=True, slots=True)
class Figures:
    """How the newsroom is doing at one instant.

    Args:
        states: how many releases are in each state.
        delays: of the releases announced within a day, milliseconds from when each could be out
            to when it was announced, in the order in which they came out.
        waiting: how much unfinished work is not overdue.
        overdue: how much was due more than a minute ago.
        failed: how much was given up.
        next_due: when the next unfinished work is due or free again, UTC.
        languages_missing: how many releases due within the hour wait for a language.
        alarms: how many alarms of probing the journal holds.
        telling: the outbox.
    """

    states: Mapping[State, int]
    delays: tuple[int, ...]
    waiting: int
    overdue: int
    failed: int
    next_due: datetime | None
    languages_missing: int
    alarms: int
    telling: TellingFigures


def read(db: Database, now: datetime, alarm: str) -> Figures:
    """Count everything.

    Args:
        db: in a read transaction.
        now: UTC.
        alarm: the verb under which the journal holds alarms of probing.
    """
    values = {"now": to_ms(now), "since": to_ms(now - DAY), "soon": to_ms(now + SOON)}
    states = dict(db.execute(_STATES, {"now": values["now"]}).fetchall())
    overdue, due = tasks.overdue(db, now - GRACE), db.execute(_DUE).fetchone()[0]
    return Figures(
        states={state: states.get(state.value, 0) for state in State},
        delays=tuple(delay for (delay,) in db.execute(_DELAYS, values)),
        waiting=_count(db, f"SELECT COUNT(*) FROM task WHERE {_OPEN}") - overdue,
        overdue=overdue,
        failed=_count(db, "SELECT COUNT(*) FROM task WHERE failed_at IS NOT NULL"),
        next_due=from_ms(due) if due is not None else None,
        languages_missing=_count(db, _UNREADY, values),
        alarms=_count(db, "SELECT COUNT(*) FROM journal WHERE verb = :verb", {"verb": alarm}),
        telling=counts.figures(db, now),
    )


def last_entry(db: Database) -> datetime | None:
    """The latest time that any line of the journal bears, UTC."""
    moment = db.execute("SELECT MAX(at) FROM journal").fetchone()[0]
    return from_ms(moment) if moment is not None else None


def _count(db: Database, query: str, values: Mapping[str, object] | None = None) -> int:
    return int(db.execute(query, dict(values or {})).fetchone()[0])

"""What came back with a copy: held, because the copy cannot know what was done after it was made.

Since then a release may have been withdrawn, held, corrected or moved. So nothing of the copy is
out, and nothing comes out by itself, until an officer lets it go.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from storage import listed
from storage.conditions import ANNOUNCED, STANDS, by_itself, due
from storage.instants import from_ms, to_ms

_WAS_OUT = by_itself(":copied")
# A copy made between a minute and its announcement: it is made once the release is let go.
_UNTOLD = (
    "EXISTS (SELECT 1 FROM task WHERE task.kind = :announce AND task.finished_at IS NULL"
    " AND task.due_at = release.publish_at AND task.release_id = release.id)"
)
# What `release.restored` says: held since; and held though it had come out and nobody was told.
HELD, HELD_UNTOLD = 1, 2
_HOLD = (
    "UPDATE release SET held = 1, out_at = NULL, why = :why, changed_at = :now,"
    f" restored = CASE WHEN NOT ({ANNOUNCED}) AND {_WAS_OUT} AND {_UNTOLD}"
    f" THEN {HELD_UNTOLD} ELSE {HELD} END,"
    " restored_out_at = COALESCE(out_at,"
    f" CASE WHEN {_WAS_OUT} AND NOT {_UNTOLD} THEN publish_at END)"
    f" WHERE {STANDS} AND publish_at IS NOT NULL AND (held = 0 OR {ANNOUNCED})"
)
_AFTER_HOLDING = (
    "DELETE FROM listing WHERE release_id IN (SELECT id FROM release WHERE restored > 0)",
    # Whoever reads a feed again is told that it changed.
    "UPDATE topic SET changed_at = MAX(changed_at, :now)",
)
_GROUP = (
    f"CASE WHEN restored_out_at IS NOT NULL OR restored = {HELD_UNTOLD} THEN 'out'"
    f" WHEN {due(':now')} THEN 'due' ELSE 'ahead' END"
)
_WAITING = (
    f"SELECT release.id, {_GROUP}, publish_at, markdown FROM release"
    " JOIN block ON block.release_id = release.id AND block.language = release.source"
    " AND block.position = 0 WHERE restored > 0 ORDER BY publish_at DESC, release.id DESC"
)
_CHOSEN = "restored > 0 AND release.id IN (SELECT value FROM json_each(:numbers))"
_TELL = (
    "INSERT INTO journal (at, who, verb, release_id, note) SELECT :now, :who, 'reopened', id,"
    f" CASE {_GROUP} WHEN 'out' THEN 'out again, as in the copy'"
    " WHEN 'due' THEN 'its minute came while it was held' ELSE 'scheduled again' END"
    f" FROM release WHERE {_CHOSEN}"
)
# What the clock found held is to be announced after all, once.
_ANNOUNCE = (
    "UPDATE task SET finished_at = NULL, leased_until = 0, tries = 0, note = ''"
    " WHERE kind = :announce AND finished_at IS NOT NULL"
    f" AND release_id IN (SELECT id FROM release WHERE {_CHOSEN} AND restored_out_at IS NULL)"
    " AND due_at = (SELECT publish_at FROM release WHERE release.id = release_id)"
)
_FREE = (
    "UPDATE release SET held = 0, restored = 0, why = '', out_at = restored_out_at,"
    f" restored_out_at = NULL, changed_at = :now WHERE {_CHOSEN}"
)


class HeldGroup(StrEnum):
    """Where a release would be by itself, had the copy not been restored."""

    OUT = "out"  # it was out when the copy was made
    DUE = "due"  # its minute has come since
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class HeldRelease:
    """A release that waits to be let go.

    Args:
        release_id: its number.
        group: where it would be by itself.
        instant: its minute, UTC.
        headline: Markdown.
    """

    release_id: int
    group: HeldGroup
    instant: datetime
    headline: str


def hold_all(db: Database, announce: str, copied_at: datetime, why: str, now: datetime) -> int:
    """Hold every release that is out or would come out, and end every link to what is not.

    Args:
        db: in a write transaction.
        announce: kind of the tasks that announce.
        copied_at: when the copy was made, UTC.
        why: what officers are told.
        now: UTC.

    Returns:
        how many links there were; one that was taken back since would be good again.
    """
    values = {"announce": announce, "copied": to_ms(copied_at), "why": why, "now": to_ms(now)}
    db.execute(_HOLD, values)
    for query in _AFTER_HOLDING:
        db.execute(query, values)
    links = "UPDATE preview SET revoked_at = :now WHERE revoked_at IS NULL AND expires_at > :now"
    return db.execute(links, {"now": to_ms(now)}).rowcount


def waiting(db: Database, now: datetime) -> list[HeldRelease]:
    """What waits to be let go, the latest due first."""
    rows = db.execute(_WAITING, {"now": to_ms(now)})
    return [
        HeldRelease(number, HeldGroup(group), from_ms(at), says) for number, group, at, says in rows
    ]


def count(db: Database) -> int:
    """How many releases wait to be let go."""
    return int(db.execute("SELECT COUNT(*) FROM release WHERE restored > 0").fetchone()[0])


def let_go(db: Database, announce: str, numbers: Sequence[int], who: str, now: datetime) -> None:
    """Give releases back the life they had in the copy; whatever was announced is so again.

    Args:
        db: in a write transaction.
        announce: kind of the tasks that announce.
        numbers: of the releases; those that do not wait are left alone.
        who: the officer.
        now: UTC.
    """
    values = {
        "announce": announce,
        "numbers": json.dumps(list(numbers)),
        "who": who,
        "now": to_ms(now),
    }
    for query in (_TELL, _ANNOUNCE, _FREE):
        db.execute(query, values)
    listed.write(db, numbers)

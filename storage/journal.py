"""Who did what, and when."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.instants import from_ms, to_ms


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line of the journal.

    Args:
        at: when, UTC.
        who: the person or program.
        verb: what was done.
        release_id: to which release, if to one.
        note: the particulars, for a person to read.
    """

    at: datetime
    who: str
    verb: str
    release_id: int | None
    note: str


def add(db: Database, line: JournalLine) -> None:
    """Write a line."""
    db.execute(
        "INSERT INTO journal (at, who, verb, release_id, note) VALUES (?, ?, ?, ?, ?)",
        (to_ms(line.at), line.who, line.verb, line.release_id, line.note),
    )


def of_release(db: Database, release_id: int) -> list[JournalLine]:
    """Everything done to a release, oldest first."""
    rows = db.execute(
        "SELECT at, who, verb, release_id, note FROM journal WHERE release_id = ? ORDER BY id",
        (release_id,),
    )
    return [JournalLine(from_ms(at), *rest) for at, *rest in rows]

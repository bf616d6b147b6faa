"""Pictures in the sizes in which they are shown: a row a size, its bytes beside those of files."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import datetime

from sqlite_utils import Database

from press.releases.rendition import Rendition
from storage.instants import to_ms

_NAMES = [field.name for field in fields(Rendition)]
COLUMNS = ", ".join(f"rendition.{name}" for name in _NAMES)
_KEPT = ", ".join(_NAMES)


def of_releases(db: Database, numbers: Sequence[int]) -> Mapping[str, tuple[Rendition, ...]]:
    """The sizes of each picture of some releases, by its token, in the order made."""
    found: dict[str, tuple[Rendition, ...]] = defaultdict(tuple)
    query = (
        f"SELECT file, {COLUMNS} FROM rendition WHERE release_id IN"
        " (SELECT value FROM json_each(?)) ORDER BY rendition.rowid"
    )
    for file, *row in db.execute(query, (json.dumps(list(numbers)),)).fetchall():
        found[file] += (Rendition(*row),)
    return found


def tokens_of(db: Database, token: str) -> list[str]:
    """What the sizes of a picture are kept under."""
    rows = db.execute("SELECT token FROM rendition WHERE file = ?", (token,))
    return [token for (token,) in rows]


def add(
    db: Database, release_id: int, token: str, made: Iterable[Rendition], now: datetime
) -> None:
    """Keep the sizes of a picture whose content is kept: its page and feeds change.

    Args:
        db: in a write transaction.
        release_id: of the release that it goes with.
        token: of the picture.
        made: its sizes.
        now: UTC.
    """
    marks = ", ".join("?" * len(_NAMES))
    db.conn.executemany(
        f"INSERT INTO rendition (file, release_id, {_KEPT}) VALUES (?, ?, {marks})",
        [(token, release_id, *astuple(one)) for one in made],
    )
    db.execute("UPDATE release SET changed_at = ? WHERE id = ?", (to_ms(now), release_id))


def remove(db: Database, token: str) -> None:
    """Take away the sizes of a picture, before itself goes."""
    db.execute("DELETE FROM rendition WHERE file = ?", (token,))


def note(db: Database, token: str, fault: str, *, placed: bool) -> None:
    """Keep what is wrong with a picture.

    Args:
        db: in a write transaction.
        token: of the picture.
        fault: why no sizes can be made of it; empty where nothing is wrong.
        placed: whether it says where it was taken.
    """
    db.execute(
        "UPDATE file SET fault = ?, placed = ? WHERE token = ? AND (fault, placed) <> (?, ?)",
        (fault, placed, token, fault, placed),
    )


@dataclass(frozen=True, slots=True)
class Faulty:
    """A picture of which officers should know something.

    Args:
        release_id: that it goes with.
        name: of the file.
        fault: why no sizes can be made of it; empty where they can.
        placed: whether it says where it was taken.
    """

    release_id: int
    name: str
    fault: str
    placed: bool


def faulty(db: Database, most: int) -> list[Faulty]:
    """Pictures that say where they were taken, then those that cannot be read; newest first."""
    rows = db.execute(
        "SELECT release_id, name, fault, placed FROM file WHERE fault <> '' OR placed"
        " ORDER BY placed DESC, release_id DESC, rowid LIMIT ?",
        (most,),
    )
    return [Faulty(number, name, fault, bool(placed)) for number, name, fault, placed in rows]


def count(db: Database) -> tuple[int, int]:
    """How many pictures there are that have sizes, and how many sizes."""
    row = db.execute("SELECT COUNT(DISTINCT file), COUNT(*) FROM rendition").fetchone()
    return int(row[0]), int(row[1])

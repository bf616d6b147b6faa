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


def of_topics(db: Database, tokens: Sequence[str]) -> Mapping[str, tuple[Rendition, ...]]:
    """The sizes of some pictures of topics, by the token of each, in the order made."""
    found: dict[str, tuple[Rendition, ...]] = defaultdict(tuple)
    query = (
        f"SELECT topic_picture, {COLUMNS} FROM rendition WHERE topic_picture IN"
        " (SELECT value FROM json_each(?)) ORDER BY rendition.rowid"
    )
    for picture, *row in db.execute(query, (json.dumps(list(tokens)),)).fetchall():
        found[picture] += (Rendition(*row),)
    return found


def tokens_of(db: Database, token: str) -> list[str]:
    """What the sizes of a picture, of a release or a topic, are kept under."""
    query = "SELECT token FROM rendition WHERE file = :token OR topic_picture = :token"
    return [token for (token,) in db.execute(query, {"token": token})]


def add(
    db: Database, release_id: int, token: str, made: Iterable[Rendition], now: datetime
) -> None:
    """Keep the sizes of a picture whose content is kept: its page changes, a release's feeds too.

    Args:
        db: in a write transaction.
        release_id: of the release that it goes with; 0 of a topic's picture.
        token: of the picture.
        made: its sizes.
        now: UTC.
    """
    of = "file" if release_id else "topic_picture"
    marks = ", ".join("?" * len(_NAMES))
    db.conn.executemany(
        f"INSERT INTO rendition ({of}, release_id, {_KEPT}) VALUES (?, ?, {marks})",
        [(token, release_id or None, *astuple(one)) for one in made],
    )
    db.execute("UPDATE release SET changed_at = ? WHERE id = ?", (to_ms(now), release_id))


def remove(db: Database, token: str) -> None:
    """Take away the sizes of a picture, before itself goes."""
    query = "DELETE FROM rendition WHERE file = :token OR topic_picture = :token"
    db.execute(query, {"token": token})


def note(db: Database, token: str, fault: str, *, placed: bool) -> None:
    """Keep what is wrong with a picture.

    Args:
        db: in a write transaction.
        token: of the picture.
        fault: why no sizes can be made of it; empty where nothing is wrong.
        placed: whether it says where it was taken.
    """
    for table in ("file", "topic_picture"):
        db.execute(
            f"UPDATE {table} SET fault = ?, placed = ?"
            " WHERE token = ? AND (fault, placed) <> (?, ?)",
            (fault, placed, token, fault, placed),
        )


@dataclass(frozen=True, slots=True)
class Faulty:
    """A picture of which officers should know something.

    Args:
        release_id: that it goes with; 0 of a topic's picture.
        name: of the file.
        fault: why no sizes can be made of it; empty where they can.
        placed: whether it says where it was taken.
        topic: slug of the topic that it stands for, or "".
    """

    release_id: int
    name: str
    fault: str
    placed: bool
    topic: str = ""


def faulty(db: Database, most: int) -> list[Faulty]:
    """Pictures that say where they were taken, then those that cannot be read; newest first."""
    rows = db.execute(
        "SELECT release_id, name, fault, placed, '' AS topic, rowid AS at FROM file"
        " WHERE fault <> '' OR placed UNION ALL"
        " SELECT 0, name, fault, placed, topic, rowid FROM topic_picture"
        " WHERE fault <> '' OR placed ORDER BY placed DESC, release_id DESC, at LIMIT ?",
        (most,),
    )
    return [
        Faulty(n, name, fault, bool(placed), about) for n, name, fault, placed, about, _ in rows
    ]


def count(db: Database) -> tuple[int, int]:
    """How many pictures there are that have sizes, and how many sizes."""
    query = "SELECT COUNT(DISTINCT COALESCE(file, topic_picture)), COUNT(*) FROM rendition"
    row = db.execute(query).fetchone()
    return int(row[0]), int(row[1])

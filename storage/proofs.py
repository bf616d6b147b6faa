"""Signed proofs, and what around a release has to be known to make one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.instants import from_ms, to_ms

# Another release whose minute has come: what it says may be on any public page.
_OTHER = "release.id <> :release AND release.publish_at <= :now"


@dataclass(frozen=True, slots=True)
class KeptProof:
    """A proof as it is kept.

    Args:
        id: its number.
        made_at: when, UTC.
        record: signed, as canonical JSON.
    """

    id: int
    made_at: datetime
    record: str


def add(db: Database, release_id: int, record: str, now: datetime) -> int:
    """Keep a signed record.

    Returns:
        its number.
    """
    cursor = db.execute(
        "INSERT INTO proof (release_id, made_at, record) VALUES (?, ?, ?)",
        (release_id, to_ms(now), record),
    )
    return int(cursor.lastrowid or 0)


def of_release(db: Database, release_id: int) -> list[KeptProof]:
    """Every proof of a release, oldest first."""
    rows = db.execute(
        "SELECT id, made_at, record FROM proof WHERE release_id = ? ORDER BY id", (release_id,)
    )
    return [KeptProof(number, from_ms(made_at), record) for number, made_at, record in rows]


def secret_topics(db: Database, release_id: int, now: datetime) -> tuple[str, ...]:
    """The topics of a release that nobody declared and no release whose minute has come names.

    Asked here by itself and not of the public query, because that is what a proof puts to the test.
    """
    rows = db.execute(
        "SELECT mine.topic FROM release_topic AS mine JOIN topic ON topic.slug = mine.topic"
        " WHERE mine.release_id = :release AND topic.declared = 0 AND NOT EXISTS (SELECT 1"
        " FROM release_topic AS theirs JOIN release ON release.id = theirs.release_id"
        f" WHERE theirs.topic = mine.topic AND {_OTHER}) ORDER BY mine.position",
        {"release": release_id, "now": to_ms(now)},
    )
    return tuple(slug for (slug,) in rows)


def common_words(
    db: Database, release_id: int, blocks: Sequence[str], length: int, now: datetime
) -> set[str]:
    """Which of these blocks begin as one of another release does whose minute has come.

    Args:
        db: in a read transaction.
        release_id: whose blocks they are.
        blocks: Markdown.
        length: how many characters of each count.
        now: UTC.
    """
    starts = {block[:length]: block for block in blocks}
    marks = ", ".join(f":b{n}" for n in range(len(starts)))
    values = {f"b{n}": start for n, start in enumerate(starts)}
    rows = db.execute(
        "SELECT DISTINCT substr(block.markdown, 1, :length) FROM block"
        " JOIN release ON release.id = block.release_id"
        f" WHERE {_OTHER} AND substr(block.markdown, 1, :length) IN ({marks})",
        values | {"length": length, "release": release_id, "now": to_ms(now)},
    )
    return {starts[start] for (start,) in rows}


def common_names(db: Database, release_id: int, now: datetime) -> set[str]:
    """Names of a release's files that files of another, whose minute has come, have as well."""
    rows = db.execute(
        "WITH named AS (SELECT release_id, name FROM file UNION ALL"
        " SELECT release_id, name FROM rendition)"
        " SELECT DISTINCT mine.name FROM named AS mine JOIN named AS theirs"
        " ON theirs.name = mine.name JOIN release ON release.id = theirs.release_id"
        f" WHERE mine.release_id = :release AND {_OTHER}",
        {"release": release_id, "now": to_ms(now)},
    )
    return {name for (name,) in rows}

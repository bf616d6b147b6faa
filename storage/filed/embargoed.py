"""What embargoed releases are called: the names nobody outside should be asking for."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.conditions import NOT_YET
from storage.instants import to_ms

# Those due soonest come first, drafts last; beyond these somebody has other worries.
MOST = 500
_SECRET = (
    f"SELECT release.id, release.slug, release.tag FROM release WHERE {NOT_YET}"
    " ORDER BY release.publish_at IS NULL, release.publish_at LIMIT :most"
)
# Sizes of pictures have addresses of their own, with a name made of the picture's.
_FILES = (
    "SELECT name, token, 0 AS made, added_at AS at FROM file WHERE release_id = :release UNION ALL"
    " SELECT name, token, 1, rowid FROM rendition WHERE release_id = :release"
    " ORDER BY made, at, token"
)


@dataclass(frozen=True, slots=True)
class Secret:
    """What one embargoed release is called.

    Args:
        release_id: its number.
        slug: its name in addresses, random part included.
        tag: its permanent identifier.
        files: the names of its attachments.
        tokens: the unguessable parts of their addresses.
    """

    release_id: int
    slug: str
    tag: str
    files: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()


def every(db: Database, now: datetime) -> list[Secret]:
    """The releases that are neither out nor withdrawn, those due soonest first, drafts last."""
    found = db.execute(_SECRET, {"now": to_ms(now), "most": MOST}).fetchall()
    return [Secret(number, slug, tag, *_files(db, number)) for number, slug, tag in found]


def names_of_files(db: Database, release_id: int) -> tuple[str, ...]:
    """The names and tokens of the files of a release, and of their sizes, as they are now."""
    names, tokens = _files(db, release_id)
    return (*names, *tokens)


def _files(db: Database, release_id: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = db.execute(_FILES, {"release": release_id}).fetchall()
    return tuple(row["name"] for row in rows), tuple(row["token"] for row in rows)

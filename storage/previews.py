"""Links with which colleagues see a release before it is out; of the token only its digest."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.instants import from_ms, to_ms
from storage.rows import Row

_COLUMNS = "digest, release_id, made_by, made_at, expires_at, revoked_at"


@dataclass(frozen=True, slots=True)
class Preview:
    """One link to a release that is not out.

    Args:
        digest: of the token in the link (sha256, hex).
        release_id: of the release it shows.
        made_by: who asked for it.
        made_at: when, UTC.
        expires_at: until, and not including, when it shows anything, UTC.
        revoked_at: when it was taken back, UTC, if it was.
    """

    digest: str
    release_id: int
    made_by: str
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None

    def is_good(self, now: datetime) -> bool:
        """Whether it has neither expired nor been revoked."""
        return self.revoked_at is None and self.made_at <= now < self.expires_at


def add(db: Database, preview: Preview) -> None:
    """Keep a new link."""
    db.execute(
        "INSERT INTO preview (digest, release_id, made_by, made_at, expires_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            *(preview.digest, preview.release_id, preview.made_by),
            *(to_ms(preview.made_at), to_ms(preview.expires_at)),
        ),
    )


def find(db: Database, digest: str) -> Preview | None:
    """The link of this token's digest, whether it is still good or not."""
    row = db.execute(f"SELECT {_COLUMNS} FROM preview WHERE digest = ?", (digest,)).fetchone()
    return _preview(row) if row else None


def of_release(db: Database, release_id: int) -> list[Preview]:
    """All links to a release there ever were, oldest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM preview WHERE release_id = ? ORDER BY made_at, rowid",
        (release_id,),
    )
    return [_preview(row) for row in rows]


def revoke(db: Database, release_id: int, now: datetime) -> int:
    """Take back every link to a release that is still good.

    Returns:
        how many these were.
    """
    cursor = db.execute(
        "UPDATE preview SET revoked_at = :now WHERE release_id = :release"
        " AND revoked_at IS NULL AND expires_at > :now",
        {"now": to_ms(now), "release": release_id},
    )
    return cursor.rowcount


def _preview(row: Row) -> Preview:
    return Preview(
        row["digest"],
        row["release_id"],
        row["made_by"],
        from_ms(row["made_at"]),
        from_ms(row["expires_at"]),
        from_ms(row["revoked_at"]) if row["revoked_at"] is not None else None,
    )

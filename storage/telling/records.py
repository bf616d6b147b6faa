"""What is kept about somebody who follows, beside their wishes: for themselves to read."""

from collections.abc import Iterator

from sqlite_utils import Database

from press.telling.notices import Channel
from storage.instants import from_ms

_SENT = (
    "SELECT notice.kind, notice.language, notice.due_at, notice.ended_at, outcome, release.slug"
    " FROM notice LEFT JOIN event ON event.id = notice.event_id"
    " LEFT JOIN release ON release.id = event.release_id"
    " WHERE notice.channel IN (?, ?) AND notice.receiver = ? ORDER BY notice.id"
)


def mails(db: Database, number: int) -> Iterator[dict[str, str | None]]:
    """Every mail to somebody and what stood in it: in which language, when, what became of it."""
    rows = db.execute(_SENT, (Channel.MAIL, Channel.DIGEST, number)).fetchall()
    for row in rows:
        yield {
            "of": row["kind"],
            "release": row["slug"],
            "language": row["language"] or None,
            "due": _written(row["due_at"]),
            "ended": _written(row["ended_at"]),
            "outcome": row["outcome"],
        }


def bounces(db: Database, number: int) -> Iterator[dict[str, str | bool | None]]:
    """What mail servers said of their address."""
    query = "SELECT at, is_permanent, status FROM bounce WHERE subscriber_id = ? ORDER BY at"
    for row in db.execute(query, (number,)).fetchall():
        yield {
            "at": _written(row["at"]),
            "permanent": bool(row["is_permanent"]),
            "status": row["status"],
        }


def _written(moment: int | None) -> str | None:
    return None if moment is None else from_ms(moment).isoformat()

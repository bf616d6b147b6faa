"""What officers change of a release beside its words and its minute."""

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from press.contact import Contact
from press.releases.release import NotYet
from storage.conditions import PUBLIC, out
from storage.filed import releases
from storage.instants import to_ms
from storage.rows import contacts_row, not_yet_row
from storage.telling import events


def set_topics(db: Database, release_id: int, topics: Sequence[str], now: datetime) -> None:
    """Say which topics a release belongs to; where it comes or goes while out, their feeds change.

    Args:
        db: in a write transaction.
        release_id: of the release.
        topics: slugs of topics there are.
        now: UTC.
    """
    before = db.execute("SELECT topic FROM release_topic WHERE release_id = ?", (release_id,))
    touched = {slug for (slug,) in before.fetchall()} ^ set(topics)
    db.execute("DELETE FROM release_topic WHERE release_id = ?", (release_id,))
    releases.put_topics(db, release_id, topics)
    _touch(db, release_id, now)
    # Of a release that is not out no feed may tell that anything happened.
    db.conn.executemany(
        "UPDATE topic SET changed_at = :now WHERE slug = :slug"
        f" AND EXISTS (SELECT 1 FROM release WHERE release.id = :id AND {PUBLIC})",
        [{"now": to_ms(now), "slug": slug, "id": release_id} for slug in touched],
    )
    releases.settle(db, release_id, now)


def set_contacts(db: Database, release_id: int, contacts: Sequence[Contact], now: datetime) -> None:
    """Say whom to call about a release."""
    row = contacts_row(tuple(contacts))
    db.execute("UPDATE release SET contacts = ? WHERE id = ?", (row, release_id))
    _touch(db, release_id, now)


def set_sender(db: Database, release_id: int, issuer: str, reference: str, now: datetime) -> None:
    """Say who sends a release, and under what number.

    Args:
        db: in a write transaction.
        release_id: of the release.
        issuer: who sends it; empty for nobody.
        reference: the number; empty for none.
        now: UTC.
    """
    db.execute(
        "UPDATE release SET issuer = ?, reference = ? WHERE id = ?",
        (issuer, reference, release_id),
    )
    _touch(db, release_id, now)


def set_why(db: Database, release_id: int, why: str) -> None:
    """Say why a release is a draft or held, for officers."""
    db.execute("UPDATE release SET why = ? WHERE id = ?", (why, release_id))


def set_not_yet(db: Database, release_id: int, said: Sequence[NotYet]) -> None:
    """Say what in a text says that it must not come out yet; nothing once that is lifted."""
    db.execute("UPDATE release SET not_yet = ? WHERE id = ?", (not_yet_row(said), release_id))


def set_source(db: Database, release_id: int, language: str, now: datetime) -> None:
    """Say in which language a release was written; what was made of it in others goes.

    Args:
        db: in a write transaction.
        release_id: of a release that was never out.
        language: code.
        now: UTC.
    """
    release = releases.get(db, release_id)
    db.execute("PRAGMA defer_foreign_keys = ON")  # until words and their text agree again
    key = (release_id, release.source)
    db.execute("DELETE FROM aside WHERE release_id = ?", (release_id,))
    for table in ("block", "text"):
        query = f"DELETE FROM {table} WHERE release_id = ? AND language <> ?"
        db.execute(query, key)
        query = f"UPDATE {table} SET language = ? WHERE release_id = ? AND language = ?"
        db.execute(query, (language, *key))
    db.execute("UPDATE release SET source = ? WHERE id = ?", (language, release_id))
    _touch(db, release_id, now)
    releases.settle(db, release_id, now)


def _touch(db: Database, release_id: int, now: datetime) -> None:
    db.execute("UPDATE release SET changed_at = ? WHERE id = ?", (to_ms(now), release_id))


def return_to_public(db: Database, release_id: int, said: str, now: datetime) -> None:
    """Publish again, as what it was, a release that was out and was withdrawn.

    Args:
        db: in a write transaction.
        release_id: of the release.
        said: what the public is told of it.
        now: UTC; its entries are new to readers since then.
    """
    db.execute(
        "UPDATE release SET withdrawn_at = NULL, reason = '', held = 0,"
        " out_at = COALESCE(out_at, publish_at) WHERE id = ?",
        (release_id,),
    )
    releases.set_note(db, release_id, said, now)
    releases.settle(db, release_id, now)
    events.returned(db, release_id, now)


def take_up_again(db: Database, release_id: int) -> None:
    """Let a release that was withdrawn before it was ever out be a draft again."""
    db.execute(
        "UPDATE release SET withdrawn_at = NULL, reason = '', held = 0, publish_at = NULL,"
        " wall = NULL, zone = NULL, precision = NULL WHERE id = ?",
        (release_id,),
    )


def was_out(db: Database, release_id: int) -> bool:
    """Whether the public had seen a release before it was withdrawn."""
    query = f"SELECT 1 FROM release WHERE release.id = ? AND {out('release.withdrawn_at')}"
    return db.execute(query, (release_id,)).fetchone() is not None

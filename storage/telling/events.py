"""What happened to releases: noted in the transaction that changes them, with what is owed."""

from datetime import datetime

from sqlite_utils import Database

from press.telling.notices import Event, Occasion
from press.telling.wishes import PublicWords
from storage.conditions import ANNOUNCED, READY, STANDS, out
from storage.instants import to_ms
from storage.telling.owed import owe

_IS_TOLD_OF = f"SELECT 1 FROM release WHERE release.id = ? AND {ANNOUNCED} AND {STANDS}"
_WAS_OUT = f"SELECT 1 FROM release WHERE release.id = ? AND {out('release.withdrawn_at')}"
# An editor's whole: neither a machine's words in it, nor the original's where some are missing.
_WORDS = (
    "SELECT text.language, release.source, text.language = release.source OR NOT EXISTS (SELECT 1"
    " FROM block WHERE block.release_id = text.release_id AND block.language = text.language"
    " AND block.origin <> 'editor') AS is_official FROM text JOIN release"
    f" ON release.id = text.release_id WHERE text.release_id = ? AND {READY}"
)


def public_words(db: Database, release_id: int) -> PublicWords:
    """In which languages a release has words that the public may read, or will at its minute."""
    rows = db.execute(_WORDS, (release_id,)).fetchall()
    official = {row["language"] for row in rows if row["is_official"]}
    codes = {row["language"] for row in rows}
    return PublicWords(
        next((row["source"] for row in rows), ""), frozenset(official), frozenset(codes - official)
    )


def happened(
    db: Database, kind: Occasion, release_id: int, at: datetime, language: str = ""
) -> Event | None:
    """Note that something happened to a release that was announced, and what is owed for it.

    Args:
        db: in the transaction of what happened, after it.
        kind: what happened.
        release_id: to which release.
        at: when, UTC.
        language: code of the one it happened to, where it is about one.

    Returns:
        the event; None if it was noted already, or the release was not announced.
    """
    query = _WAS_OUT if kind is Occasion.WITHDRAWN else _IS_TOLD_OF
    if not db.execute(query, (release_id,)).fetchone():
        return None
    row = db.execute(
        "INSERT INTO event (key, kind, release_id, language, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO NOTHING RETURNING id",
        (_key(kind, release_id, at, language), kind, release_id, language, to_ms(at)),
    ).fetchone()
    if row is None:
        return None
    event = Event(row[0], kind, release_id, at, language)
    owe(db, event, public_words(db, release_id))
    return event


def _key(kind: Occasion, release_id: int, at: datetime, language: str) -> str:
    """A release comes out once, and gets each language once; it may be corrected often."""
    if kind in (Occasion.CORRECTED, Occasion.WITHDRAWN):
        return f"{kind}:{release_id}:{to_ms(at)}"
    return f"{kind}:{release_id}:{language}" if language else f"{kind}:{release_id}"


def words_told_of(db: Database, release_id: int) -> PublicWords | None:
    """The words of a release that was announced: what comes beside them is told; None of others."""
    is_told_of = db.execute(_IS_TOLD_OF, (release_id,)).fetchone()
    return public_words(db, release_id) if is_told_of else None


def got_words(
    db: Database, release_id: int, language: str, before: PublicWords | None, at: datetime
) -> None:
    """Note that a language of a release has words of its own now, or that a person has read them.

    Args:
        db: in the transaction that brought them.
        release_id: of the release.
        language: code.
        before: how it was, as `words_told_of` said.
        at: when, UTC.
    """
    if before is None or language == before.original:
        return
    now = public_words(db, release_id)
    if language in now.official - before.official:
        happened(db, Occasion.REVIEWED, release_id, at, language)
    elif language in now.codes - before.codes:
        happened(db, Occasion.TRANSLATED, release_id, at, language)


def slug_of(db: Database, release_id: int) -> str:
    """The name that the release of an event has in addresses."""
    row = db.execute("SELECT slug FROM release WHERE id = ?", (release_id,)).fetchone()
    return str(row[0])

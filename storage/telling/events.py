"""What happened to releases: noted in the transaction that changes them, with what is owed."""

from datetime import datetime

from sqlite_utils import Database

from press.telling.notices import Event, Occasion
from press.telling.wishes import PublicWords
from press.text import WORDLESS
from storage.conditions import ANNOUNCED, READY, STANDS, out
from storage.instants import to_ms
from storage.telling.mailed import choose_again
from storage.telling.owed import owe

_IS = "SELECT 1 FROM release WHERE release.id = :id AND"
_IS_TOLD_OF = f"{_IS} {ANNOUNCED} AND {STANDS}"
# Feeds change with these, though nobody was told that the release came out.
_HAPPENS = {
    Occasion.WITHDRAWN: f"{_IS} {out('release.withdrawn_at')}",
    Occasion.CORRECTED: f"{_IS} {out(':now')} AND {STANDS}",
}
# Its minute lay ahead when it was filed, and was never told of: it was withdrawn before that.
_IS_NEWS = (
    f"{_IS} publish_at >= filed_at - filed_at % 60000"
    f" AND NOT EXISTS (SELECT 1 FROM event WHERE key = '{Occasion.OUT}:' || :id)"
)
_WORDLESS = ", ".join(f"'{kind}'" for kind in WORDLESS)
# An editor's whole: neither a machine's words in it, nor the original's where some are missing.
_WORDS = (
    "SELECT text.language, release.source, text.language = release.source OR NOT EXISTS (SELECT 1"
    " FROM block WHERE block.release_id = text.release_id AND block.language = text.language"
    f" AND block.origin <> 'editor' AND block.kind NOT IN ({_WORDLESS})) AS is_official"
    f" FROM text JOIN release ON release.id = text.release_id WHERE text.release_id = ? AND {READY}"
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
        the event; None if the release is none that people are told of. One that was noted already
        is owed again to those alone whom there was nothing to tell when it was to go.
    """
    query = _HAPPENS.get(kind, _IS_TOLD_OF)
    if not db.execute(query, {"id": release_id, "now": to_ms(at)}).fetchone():
        return None
    row = db.execute(
        "INSERT INTO event (key, kind, release_id, language, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET key = key RETURNING id",
        (_key(kind, release_id, at, language), kind, release_id, language, to_ms(at)),
    ).fetchone()
    event = Event(row[0], kind, release_id, at, language)
    owe(db, event, public_words(db, release_id))
    return event


def returned(db: Database, release_id: int, at: datetime) -> None:
    """Note that the public has a release back: news if it went before anybody was told of it."""
    is_news = db.execute(_IS_NEWS, {"id": release_id}).fetchone()
    happened(db, Occasion.OUT if is_news else Occasion.CORRECTED, release_id, at)


def _key(kind: Occasion, release_id: int, at: datetime, language: str) -> str:
    """A release comes out once, and gets each language once; it may be corrected often."""
    if kind in (Occasion.CORRECTED, Occasion.WITHDRAWN):
        return f"{kind}:{release_id}:{to_ms(at)}"
    return f"{kind}:{release_id}:{language}" if language else f"{kind}:{release_id}"


def words_told_of(db: Database, release_id: int) -> PublicWords | None:
    """The words of a release that was announced: what comes beside them is told; None of others."""
    is_told_of = db.execute(_IS_TOLD_OF, {"id": release_id}).fetchone()
    return public_words(db, release_id) if is_told_of else None


def got_words(
    db: Database, release_id: int, language: str, before: PublicWords | None, at: datetime
) -> None:
    """Note that a language of a release has words of its own now, or that a person has read them.

    What has not gone yet goes in the dearest words there are now, also where some were lost.

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
    if now != before:
        choose_again(db, release_id, now, to_ms(at))
    if language in now.official - before.official:
        happened(db, Occasion.REVIEWED, release_id, at, language)
    elif language in now.codes - before.codes:
        happened(db, Occasion.TRANSLATED, release_id, at, language)


def slug_of(db: Database, release_id: int) -> str:
    """The name that the release of an event has in addresses."""
    row = db.execute("SELECT slug FROM release WHERE id = ?", (release_id,)).fetchone()
    return str(row[0])

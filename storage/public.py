"""What the public may see. Every public surface asks here, and only here."""

from datetime import datetime

from sqlite_utils import Database

from press.attachment import Attachment
from press.edition import Entry, digest_of
from press.text import Text
from press.topic import ALL, Topic
from storage import files
from storage.instants import from_ms, to_ms
from storage.rows import Row, block_rows, blocks_of, contacts_of, embargo_of
from storage.topics import Titles, every, find, titled

# THE ONE QUERY: a release is public when its minute has come, nobody holds it, and the languages
# it waits for were ready at its minute; what was announced stays public though a clock steps back.
# Nothing withdrawn is public. A text is public when besides that it is ready.
_OUT = (
    "(release.out_at IS NOT NULL OR (release.publish_at <= {at} AND release.held = 0"
    " AND release.complete_at <= release.publish_at))"
)
PUBLIC = f"{_OUT.format(at=':now')} AND release.withdrawn_at IS NULL"
# Taken back after the public had seen it; what was withdrawn before was never known.
TAKEN_BACK = f"{_OUT.format(at='release.withdrawn_at')} AND release.withdrawn_at <= :now"
READY = "text.ready_at IS NOT NULL"

_COLUMNS = (
    "release.id, release.tag, release.slug, release.source, release.filed_at, release.changed_at,"
    " release.noted_at, release.note, release.publish_at, release.wall, release.zone,"
    " release.precision, release.contacts"
)
_NEWEST = (
    f"SELECT {_COLUMNS} FROM listing JOIN release ON release.id = listing.release_id"
    f" WHERE listing.topic = :topic AND listing.language = :listed"
    f" AND listing.publish_at <= :horizon AND {PUBLIC}"
    " ORDER BY listing.publish_at DESC, listing.release_id DESC LIMIT :limit OFFSET :offset"
)
_ONE = f"SELECT {_COLUMNS} FROM release WHERE release.slug = :slug AND {PUBLIC}"
_FILE = (
    f"SELECT {files.COLUMNS} FROM file JOIN release ON release.id = file.release_id"
    f" WHERE file.token = :token AND file.name = :name AND {PUBLIC}"
)
# Normally now; later only where the clock stepped back after something was announced.
_HORIZON = "SELECT MAX(publish_at) FROM release WHERE out_at IS NOT NULL"
_WITHDRAWN = (
    f"SELECT MAX(release.withdrawn_at) FROM release WHERE {TAKEN_BACK}"
    " AND (:topic = :all OR EXISTS (SELECT 1 FROM release_topic"
    " WHERE release_topic.release_id = release.id AND release_topic.topic = :topic))"
)
_REASON = f"SELECT release.reason FROM release WHERE release.slug = :slug AND {TAKEN_BACK}"
_TEXTS = (
    "SELECT text.language, text.ready_at, text.changed_at, text.updated_at, text.made_at,"
    " text.digest, text.translates FROM text"
    f" WHERE text.release_id = :release AND {READY} ORDER BY text.language"
)


def newest(
    db: Database, topic: str, language: str, now: datetime, *, fallback: bool, limit: int, skip: int
) -> list[Entry]:
    """The public releases of a topic in a language, newest first.

    Args:
        db: in a read transaction.
        topic: slug, or `all`.
        language: code.
        now: UTC.
        fallback: whether the original stands in for a text that is not ready.
        limit: how many at the most.
        skip: how many of the newest to leave out.
    """
    values = {"topic": topic, "listed": "" if fallback else language, **_moments(db, now)}
    rows = db.execute(_NEWEST, values | {"limit": limit, "offset": skip}).fetchall()
    titles = titled(db)
    return [_entry(db, row, language, titles) for row in rows]


def one(db: Database, slug: str, language: str, now: datetime, *, fallback: bool) -> Entry | None:
    """One public release in a language; None if it is unknown, not out, or not ready in it."""
    row = db.execute(_ONE, {"slug": slug, "now": to_ms(now)}).fetchone()
    if row is None:
        return None
    entry = _entry(db, row, language, titled(db))
    return entry if fallback or entry.text.language == language else None


def withdrawal(db: Database, slug: str, now: datetime) -> str | None:
    """Why a release that was out is no longer; None for every other."""
    row = db.execute(_REASON, {"slug": slug, "now": to_ms(now)}).fetchone()
    return row[0] if row else None


def topics(db: Database, now: datetime) -> list[Topic]:
    """The topics the public may know: declared, or with a release that is out."""
    declared = {slug for (slug,) in db.execute("SELECT slug FROM topic WHERE declared = 1")}
    return [t for t in every(db) if t.slug in declared or _any(db, t.slug, now)]


def topic(db: Database, slug: str, now: datetime) -> Topic | None:
    """One topic if the public may know it."""
    declared = db.execute("SELECT declared FROM topic WHERE slug = ?", (slug,)).fetchone()
    if declared is None or not (declared[0] or _any(db, slug, now)):
        return None
    return find(db, slug)


def file(db: Database, token: str, name: str, now: datetime) -> Attachment | None:
    """One attachment of a public release; None if it is unknown, or its release is not out."""
    values = {"token": token, "name": name, "now": to_ms(now)}
    row = db.execute(_FILE, values).fetchone()
    return Attachment(*row) if row else None


def last_withdrawal(db: Database, topic: str, now: datetime) -> datetime | None:
    """When a release of the topic was last taken back from the public, UTC."""
    values = {"topic": topic, "all": ALL, "now": to_ms(now)}
    (moment,) = db.execute(_WITHDRAWN, values).fetchone()
    return from_ms(moment) if moment is not None else None


def _any(db: Database, topic: str, now: datetime) -> bool:
    values = {"topic": topic, "listed": "", **_moments(db, now), "limit": 1, "offset": 0}
    return db.execute(_NEWEST, values).fetchone() is not None


def _moments(db: Database, now: datetime) -> dict[str, int]:
    """The instant asked about, and how far ahead of it the listing has to be looked through."""
    announced = db.execute(_HORIZON).fetchone()[0] or 0
    return {"now": to_ms(now), "horizon": max(to_ms(now), announced)}


def _entry(db: Database, row: Row, language: str, titles: Titles) -> Entry:
    number, tag, slug, source, filed_at, changed_at, noted_at, note, *rest = row
    *embargo_columns, contacts = rest
    texts = {code: moments for code, *moments in _texts(db, number)}
    shown = language if language in texts else source
    blocks = block_rows(db, number, shown)
    topics = {s: titles[s][0].title(language, source) for s in _topics(db, number)}
    attached = files.of_release(db, number)
    ready_at, _, words_updated_at, made_at, _, translates = texts[shown]
    _, source_changed_at, _, _, source_digest, _ = texts[source]
    out_at = max(embargo_columns[0], filed_at)
    # Whatever the entry shows: its words, which languages it has, what its topics are called.
    changes = [out_at, changed_at, *(changed for _, changed, *_ in texts.values())]
    changes += [titles[s][1] for s in topics]
    return Entry(
        id=f"{tag}/{language}",
        slug=slug,
        text=Text(shown, blocks_of(blocks), from_ms(made_at)),
        source=source,
        embargo=embargo_of(*embargo_columns),
        updated=from_ms(max(out_at, ready_at, words_updated_at, noted_at)),
        changed=from_ms(max(changes)),
        topics=topics,
        contacts=contacts_of(contacts),
        languages=tuple(texts),
        outdated=from_ms(source_changed_at) if translates not in ("", source_digest) else None,
        note=note,
        files=attached,
        digest=digest_of(language, row, texts, blocks, topics, attached),
    )


def _texts(db: Database, release_id: int) -> list[Row]:
    return db.execute(_TEXTS, {"release": release_id}).fetchall()


def _topics(db: Database, release_id: int) -> list[str]:
    rows = db.execute(
        "SELECT topic FROM release_topic WHERE release_id = ? ORDER BY position", (release_id,)
    )
    return [topic for (topic,) in rows]

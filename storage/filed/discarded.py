"""Releases that are erased: nothing of what they said stays, in any table or on the disk."""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from press.releases.asides import asides_of, beside
from press.releases.attachment import Attachment
from press.releases.release import Release
from press.text import Block, Kind
from storage import files, topics
from storage.filed import originals, versions
from storage.instants import to_ms
from storage.search import index
from storage.telling import answers

# Wherever a release's number stands, what names another before what is named. The journal keeps
# who did what; versions can go only after their release (storage/schema/steps.py).
TABLES = (
    *("aside", "block", "text", "release_topic", "listing", "task", "rendition", "file"),
    *("preview", "proof", "edited", "dismissal", "look", "version_original", "search_doc"),
    *("release", "version"),
)
# In use by another release: its original, or what its translations, or an editor's, were made of;
# or by a topic.
_OTHERS = (
    "SELECT block.kind, block.markdown FROM block JOIN release ON release.id = block.release_id"
    " AND release.source = block.language WHERE release.id <> :release"
    " AND block.markdown IN (SELECT value FROM json_each(:words))"
)
_NAMED = (
    "SELECT source_digest FROM block WHERE release_id <> :release"
    " AND source_digest IN (SELECT value FROM json_each(:digests))"
    " UNION SELECT source_digest FROM aside WHERE release_id <> :release"
    " AND source_digest IN (SELECT value FROM json_each(:digests))"
    " UNION SELECT digest FROM edited WHERE release_id <> :release"
    " AND digest IN (SELECT value FROM json_each(:digests))"
    " UNION SELECT digest FROM topic_source"
    " WHERE digest IN (SELECT value FROM json_each(:digests))"
)
# What was remembered of a topic alone, since the release was filed that alone had named it.
_OF_TOPIC = (
    "SELECT digest FROM topic_source AS mine WHERE topic = :slug AND NOT EXISTS"
    " (SELECT 1 FROM topic_source AS other WHERE other.digest = mine.digest"
    " AND other.topic <> :slug)"
    " AND NOT EXISTS (SELECT 1 FROM block WHERE block.source_digest = mine.digest)"
    " AND NOT EXISTS (SELECT 1 FROM edited WHERE edited.digest = mine.digest)"
    " AND NOT EXISTS (SELECT 1 FROM source_block JOIN block USING (kind, markdown)"
    " JOIN release ON release.id = block.release_id AND release.source = block.language"
    " WHERE source_block.digest = mine.digest)"
)


# What its translations, and an editor's words in them, were made of, also before it was revised.
_TRANSLATED = (
    "SELECT kind, markdown FROM source_block WHERE digest IN (SELECT digest FROM edited"
    " WHERE release_id = :release UNION SELECT source_digest FROM block"
    " WHERE release_id = :release)"
)


def discard(db: Database, release: Release, now: datetime) -> list[Attachment]:
    """Erase a release, and what is remembered only for its sake.

    Args:
        db: in a write transaction.
        release: as it is kept.
        now: UTC.

    Returns:
        the pictures of topics that went with it, whose content nobody needs any more.
    """
    db.execute("PRAGMA defer_foreign_keys = ON")
    _forget(db, release)
    index.forget(db, release.id)
    named = {*release.topics, *_once_named(db, release)}
    for table in TABLES:
        column = "id" if table == "release" else "release_id"
        db.execute(f"DELETE FROM {table} WHERE {column} = ?", (release.id,))
    originals.drop_unnamed(db)
    answers.forget(db, release.id, now)
    db.execute("UPDATE journal SET note = '' WHERE release_id = ?", (release.id,))
    return list(_drop_topics(db, named, to_ms(release.filed_at)))


def was_out(db: Database, release: Release) -> bool:
    """Whether the public may ever have read it, whatever it is now."""
    (named,) = db.execute(
        "SELECT EXISTS (SELECT 1 FROM journal WHERE release_id = ? AND verb IN"
        " ('came out', 'published'))",
        (release.id,),
    ).fetchone()
    return bool(named) or release.out_at is not None or _stood_past_its_minute(db, release)


def _stood_past_its_minute(db: Database, release: Release) -> bool:
    """Whether its minute came while a version was the newest: an archive's is never announced."""
    known = versions.every(db, release.id, release.source)
    ends = [version.at for version in known[1:]]
    return any(
        one.facts and one.facts.embargo and not one.facts.held and one.facts.embargo.instant <= end
        for one, end in zip(known, ends, strict=False)
    )


def _forget(db: Database, release: Release) -> None:
    """Drop what was remembered of its blocks since it was filed, but for those others have."""
    blocks = {block.digest: block for block in _ever_said(db, release)}
    digests = _in_no_other(db, release.id, blocks)
    filed = to_ms(release.filed_at)
    db.conn.executemany(
        "DELETE FROM memory WHERE digest = ? AND source = ? AND made_at >= ?",
        [(digest, release.source, filed) for digest in digests],
    )
    _drop_sources(db, digests)


def _drop_sources(db: Database, digests: Iterable[str]) -> None:
    """Drop source blocks of which nothing is remembered any more."""
    db.conn.executemany(
        "DELETE FROM source_block WHERE digest = ?"
        " AND NOT EXISTS (SELECT 1 FROM memory WHERE memory.digest = source_block.digest)",
        [(digest,) for digest in digests],
    )


def _ever_said(db: Database, release: Release) -> Iterable[Block]:
    yield from release.original.blocks
    yield from asides_of(release, files.of_release(db, release.id))
    for version in versions.every(db, release.id, release.source):
        yield from version.text.blocks
        if version.facts:
            yield from beside("", version.facts.issuer, version.facts.contacts, version.facts.files)
    for kind, markdown in db.execute(_TRANSLATED, {"release": release.id}).fetchall():
        yield Block(Kind(kind), markdown)


def _in_no_other(db: Database, release_id: int, blocks: dict[str, Block]) -> set[str]:
    values = {
        "release": release_id,
        "words": json.dumps([block.markdown for block in blocks.values()]),
        "digests": json.dumps(list(blocks)),
    }
    said = {(kind, words) for kind, words in db.execute(_OTHERS, values)}
    named = {digest for (digest,) in db.execute(_NAMED, values)}
    mine = {d for d, block in blocks.items() if (block.kind.value, block.markdown) not in said}
    return mine - named


def _once_named(db: Database, release: Release) -> Iterable[str]:
    """The topics that any version of it belonged to."""
    for version in versions.every(db, release.id):
        yield from version.facts.topics if version.facts else ()


def _drop_topics(db: Database, slugs: Iterable[str], filed: int) -> Iterable[Attachment]:
    """Drop the topics that only this release named, with all that was ever said of them.

    Their pictures are told, to be erased too.
    """
    for slug in slugs:
        topic = topics.given(db, slug)
        gone = db.execute(
            "DELETE FROM topic WHERE slug = :slug AND declared = 0 AND NOT EXISTS"
            " (SELECT 1 FROM release_topic WHERE topic = :slug) AND NOT EXISTS"
            " (SELECT 1 FROM topic_name WHERE topic = :slug)"
            " AND NOT EXISTS (SELECT 1 FROM topic AS other WHERE other.successor = :slug)",
            {"slug": slug},
        )
        if gone.rowcount:
            _forget_topic(db, slug, filed)
            if topic and topic.picture:
                yield topic.picture


def _forget_topic(db: Database, slug: str, filed: int) -> None:
    digests = [digest for (digest,) in db.execute(_OF_TOPIC, {"slug": slug}).fetchall()]
    db.conn.executemany(
        "DELETE FROM memory WHERE digest = ? AND made_at >= ?",
        [(digest, filed) for digest in digests],
    )
    _drop_sources(db, digests)
    for table in ("topic_words", "topic_block", "topic_source", "topic_look"):
        db.execute(f"DELETE FROM {table} WHERE topic = ?", (slug,))
    topics.take_picture(db, slug)
    # Its name stands in the keys of its work, and where the journal says what was done to it.
    db.execute("DELETE FROM task WHERE release_id IS NULL AND key LIKE ?", (f"%:{slug}:%",))
    db.execute(
        "UPDATE journal SET note = '' WHERE release_id IS NULL"
        " AND (note IN (:slug, 'topic ' || :slug) OR note LIKE 'topic ' || :slug || ':%'"
        " OR note LIKE :slug || ':%'"
        " OR note LIKE 'topic ' || :slug || ';%' OR note LIKE '%:' || :slug || ':%')",
        {"slug": slug},
    )

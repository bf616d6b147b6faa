"""What a machine or an editor says of topics where nobody gave them words, and who has seen it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlite_utils import Database

from press.releases.review import Displaced
from press.text import Block, Kind, Origin
from press.topic import TopicPart
from storage.conditions import ROUGH
from storage.instants import to_ms
from storage.rows import whole_block
from storage.translation import memory
from storage.translation.memory import Pair

Words = Sequence[tuple[TopicPart, Block]]


def public(db: Database, slug: str, code: str) -> Words:
    """The blocks of a topic in a language that the public may read, and which part each is of."""
    rows = db.execute(
        "SELECT part, kind, markdown, origin, engine, source_digest FROM topic_block"
        " WHERE topic = ? AND language = ? ORDER BY part, position",
        (slug, code),
    )
    return [
        (TopicPart(part), whole_block(kind, markdown, origin, engine, of, "[]"))
        for part, kind, markdown, origin, engine, of in rows
    ]


def languages(db: Database, slug: str) -> list[str]:
    """Codes of the languages in which the public may read such words of a topic."""
    query = "SELECT DISTINCT language FROM topic_block WHERE topic = ? ORDER BY language"
    return [code for (code,) in db.execute(query, (slug,))]


def rough(db: Database) -> list[tuple[str, str]]:
    """Slug and language code of each topic the public may read with unread words of the starter."""
    return [
        (slug, code)
        for slug, code in db.execute(
            f"SELECT DISTINCT topic, language FROM topic_block AS block WHERE {ROUGH}"
            " ORDER BY topic, language"
        )
    ]


def publish(db: Database, slug: str, code: str, words: Words, now: datetime) -> bool:
    """Let the public read these blocks of a topic in a language, and no others.

    Args:
        db: in a write transaction.
        slug: of the topic.
        code: of the language.
        words: blocks in reading order, each naming its source, with the part it is of.
        now: UTC; from then on the topic has changed, if it did.

    Returns:
        whether anything changed.
    """
    before = public(db, slug, code)
    if _rows(before) == _rows(words):
        return False
    db.execute("DELETE FROM topic_block WHERE topic = ? AND language = ?", (slug, code))
    db.conn.executemany(
        "INSERT INTO topic_block (topic, language, part, kind, markdown, origin, engine,"
        " source_digest, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(slug, code, *row, n) for n, row in enumerate(_rows(words))],
    )
    db.execute("UPDATE topic SET changed_at = ? WHERE slug = ?", (to_ms(now), slug))
    return True


def _rows(words: Words) -> list[tuple[str, ...]]:
    ordered = sorted(words, key=lambda one: one[0])
    return [(part, b.kind, b.markdown, b.origin, b.engine, b.of) for part, b in ordered]


def note_sources(
    db: Database, slug: str, pair: Pair, digests: Iterable[str], *, edited: bool = False
) -> None:
    """Note of which source blocks a topic's words were made, and that an editor settled them.

    Args:
        db: in a write transaction.
        slug: of the topic.
        pair: from which language into which.
        digests: of the source blocks.
        edited: whether an editor wrote or approved the words; once so, it stays known.
    """
    db.conn.executemany(
        "INSERT INTO topic_source (topic, source, language, digest, is_edited)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (topic, source, language, digest)"
        " DO UPDATE SET is_edited = MAX(is_edited, excluded.is_edited)",
        [(slug, pair.source, pair.target, digest, edited) for digest in digests],
    )


def forget_edit(db: Database, slug: str, pair: Pair, digest: str) -> None:
    """Let the words for a source block of a topic no longer count as settled by an editor."""
    db.execute(
        "UPDATE topic_source SET is_edited = 0"
        " WHERE topic = ? AND source = ? AND language = ? AND digest = ?",
        (slug, pair.source, pair.target, digest),
    )


def earlier(db: Database, slug: str, code: str, present: Iterable[str]) -> tuple[Displaced, ...]:
    """An editor's words in a topic for source blocks that it no longer has.

    Args:
        db: the database.
        slug: of the topic.
        code: of the language.
        present: digests of the source blocks that it has.
    """
    rows = db.execute(
        "SELECT topic_source.source, source_block.digest, source_block.kind,"
        " source_block.markdown FROM topic_source JOIN source_block USING (digest)"
        " WHERE topic = ? AND language = ? AND is_edited ORDER BY source_block.digest",
        (slug, code),
    ).fetchall()
    here, found = set(present), []
    for source, digest, kind, markdown in rows:
        words = memory.recall(db, Pair(source, code), [digest]).get(digest)
        if digest not in here and words and words.origin is Origin.EDITOR:
            found.append(Displaced(Block(Kind(kind), markdown), words))
    return tuple(found)


def note_look(db: Database, slug: str, code: str, who: str, shown: Iterable[str]) -> None:
    """Note what an editor is shown of a topic, in place of what they were shown before.

    Args:
        db: in a write transaction.
        slug: of the topic.
        code: of the language.
        who: the editor.
        shown: a digest for each block and its words.
    """
    key = (slug, code, who)
    db.execute("DELETE FROM topic_look WHERE topic = ? AND language = ? AND who = ?", key)
    db.conn.executemany(
        "INSERT OR IGNORE INTO topic_look (topic, language, who, shown) VALUES (?, ?, ?, ?)",
        [(*key, digest) for digest in shown],
    )


def last_look(db: Database, slug: str, code: str, who: str) -> set[str]:
    """What an editor was last shown of a topic: a digest for each block and its words."""
    query = "SELECT shown FROM topic_look WHERE topic = ? AND language = ? AND who = ?"
    return {digest for (digest,) in db.execute(query, (slug, code, who))}

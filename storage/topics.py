"""Topics and their titles."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from press.topic import ALL, Topic
from storage.instants import from_ms, to_ms
from storage.rows import Row

Titles = dict[str, tuple[Topic, int]]


def declare(db: Database, topic: Topic, now: datetime, *, public: bool = True) -> bool:
    """Give a topic its titles, or add to what is known of it.

    Args:
        db: in a write transaction.
        topic: its words.
        now: UTC.
        public: whether the public may know it from now on. If not, its words wait for a release
            of it to be out, and a topic that is public already is left as it is.

    Returns:
        whether anything changed.
    """
    before = find(db, topic.slug), is_declared(db, topic.slug)
    if not public and is_declared(db, topic.slug):
        return False
    db.execute(
        "INSERT INTO topic (slug, credit, declared, changed_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (slug) DO UPDATE SET declared = excluded.declared,"
        " credit = COALESCE(NULLIF(excluded.credit, ''), credit)",
        (topic.slug, topic.credit, public, to_ms(now)),
    )
    for code, title in topic.titles.items():
        db.execute(
            "INSERT INTO topic_words (topic, language, title, introduction) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (topic, language) DO UPDATE SET title = excluded.title, introduction"
            " = COALESCE(NULLIF(excluded.introduction, ''), introduction)",
            (topic.slug, code, title, topic.introductions.get(code, "")),
        )
    changed = before != (find(db, topic.slug), is_declared(db, topic.slug))
    if changed:
        db.execute("UPDATE topic SET changed_at = ? WHERE slug = ?", (to_ms(now), topic.slug))
    return changed


def is_declared(db: Database, slug: str) -> bool:
    """Whether the public may know a topic though nothing in it is out."""
    row = db.execute("SELECT declared FROM topic WHERE slug = ?", (slug,)).fetchone()
    return bool(row and row[0])


def mention(db: Database, slugs: Iterable[str], now: datetime) -> None:
    """Make sure a topic that a release names exists, without making it public."""
    db.conn.executemany(
        "INSERT INTO topic (slug, declared, changed_at) VALUES (?, 0, ?)"
        " ON CONFLICT (slug) DO NOTHING",
        [(slug, to_ms(now)) for slug in slugs],
    )


def titled(db: Database) -> Titles:
    """Every topic, public or not, with the instant (ms) its words last changed, by slug."""
    moments = dict(db.execute("SELECT slug, changed_at FROM topic").fetchall())
    return {topic.slug: (topic, moments[topic.slug]) for topic in every(db)}


def find(db: Database, slug: str) -> Topic | None:
    """One topic, public or not."""
    return next(iter(_read(db, "topic.slug = ?", (slug,))), None)


def every(db: Database) -> list[Topic]:
    """All topics, public or not, by slug."""
    return _read(db, "topic.slug <> ?", (ALL,))


def _read(db: Database, condition: str, values: tuple[str, ...]) -> list[Topic]:
    rows = db.execute(
        "SELECT topic.slug, topic.credit, words.language, words.title, words.introduction"
        " FROM topic LEFT JOIN topic_words AS words ON words.topic = topic.slug"
        f" WHERE {condition} ORDER BY topic.slug, words.language",
        values,
    ).fetchall()
    return [_topic(list(words)) for _, words in groupby(rows, key=itemgetter(0))]


def _topic(rows: list[Row]) -> Topic:
    slug, credit, *_ = rows[0]
    return Topic(
        slug,
        titles={code: title for _, _, code, title, _ in rows if code},
        introductions={code: introduction for _, _, code, _, introduction in rows if introduction},
        credit=credit,
    )


def changed_at(db: Database, slug: str) -> datetime | None:
    """When a topic's own words last changed, UTC."""
    row = db.execute("SELECT changed_at FROM topic WHERE slug = ?", (slug,)).fetchone()
    return from_ms(row[0]) if row else None

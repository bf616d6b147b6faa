"""Topics and their titles."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from press.releases.attachment import Attachment
from press.releases.rendition import Rendition
from press.text import Origin
from press.topic import ALL, Topic, TopicPart
from storage.conditions import ROUGH
from storage.filed import renditions
from storage.instants import from_ms, to_ms
from storage.rows import Row

Titles = dict[str, tuple[Topic, int]]
_OF_PICTURE = ("token", "name", "media_type", "size", "sha256", "width", "height")
_PICTURE = ", ".join(f"picture.{column}" for column in _OF_PICTURE)
_PICTURED = (
    "SELECT topic FROM topic_picture WHERE token = :token AND name = :name UNION ALL"
    " SELECT picture.topic FROM rendition JOIN topic_picture AS picture"
    " ON picture.token = rendition.topic_picture"
    " WHERE rendition.token = :token AND rendition.name = :name"
)
_ALTS = (
    "(SELECT json_group_object(said.language, said.alt) FROM (SELECT language, alt"
    " FROM topic_picture_words WHERE topic = topic.slug ORDER BY rowid) AS said)"
)
# A picture's credit is given with it; what is filed later speaks of another.
_HAS_PICTURE = "EXISTS (SELECT 1 FROM topic_picture WHERE topic_picture.topic = excluded.slug)"
# Wherever a topic's slug stands.
_NAMED = {
    "topic": "slug",
    "topic_words": "topic",
    "topic_block": "topic",
    "topic_source": "topic",
    "topic_look": "topic",
    "topic_picture": "topic",
    "topic_picture_words": "topic",
    "release_topic": "topic",
    "listing": "topic",
    "topic_name": "topic",
    "subscription": "topic",
    "hub_subscription": "topic",
}


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
    before = given(db, topic.slug), is_declared(db, topic.slug)
    if not public and is_declared(db, topic.slug):
        return False
    db.execute(
        "INSERT INTO topic (slug, key, credit, declared, changed_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (slug) DO UPDATE SET declared = excluded.declared,"
        f" credit = CASE WHEN {_HAS_PICTURE} THEN credit"
        " ELSE COALESCE(NULLIF(excluded.credit, ''), credit) END",
        (topic.slug, topic.slug, topic.credit, public, to_ms(now)),
    )
    for code in dict.fromkeys((*topic.titles, *topic.introductions)):
        db.execute(
            "INSERT INTO topic_words (topic, language, title, introduction) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (topic, language) DO UPDATE SET"
            " title = COALESCE(NULLIF(excluded.title, ''), title),"
            " introduction = COALESCE(NULLIF(excluded.introduction, ''), introduction)",
            (topic.slug, code, topic.titles.get(code, ""), topic.introductions.get(code, "")),
        )
    changed = before != (given(db, topic.slug), is_declared(db, topic.slug))
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
        "INSERT INTO topic (slug, key, declared, changed_at) VALUES (?, ?, 0, ?)"
        " ON CONFLICT (slug) DO NOTHING",
        [(slug, slug, to_ms(now)) for slug in slugs],
    )


def rename(db: Database, old: str, new: str, now: datetime) -> None:
    """Give a topic another slug; what it was called before leads to it for ever.

    Args:
        db: in a write transaction.
        old: its slug until now.
        new: a slug that no topic has or had, unless it is one this topic had.
        now: UTC.
    """
    db.execute("PRAGMA defer_foreign_keys = ON")  # until all rows agree again
    db.execute("DELETE FROM topic_name WHERE slug = ?", (new,))
    for table, column in _NAMED.items():
        db.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (new, old))
    db.execute("UPDATE topic SET changed_at = ? WHERE slug = ?", (to_ms(now), new))
    successor = (new, to_ms(now), old)
    db.execute("UPDATE topic SET successor = ?, changed_at = ? WHERE successor = ?", successor)
    db.execute("INSERT INTO topic_name (slug, topic) VALUES (?, ?)", (old, new))


def give_picture(
    db: Database, slug: str, picture: Attachment, alts: Mapping[str, str], credit: str
) -> None:
    """Let a picture stand for a topic, or say other words of it.

    Args:
        db: in a write transaction.
        slug: of the topic.
        picture: whose content is kept.
        alts: what it shows, per language code: all that is said of it.
        credit: whom it is owed to; may be empty.
    """
    take_picture(db, slug, but=picture.token)
    values = (slug, *(getattr(picture, column) for column in _OF_PICTURE))
    db.execute(
        f"INSERT INTO topic_picture (topic, {', '.join(_OF_PICTURE)})"
        f" VALUES ({', '.join('?' * len(values))}) ON CONFLICT (token) DO NOTHING",
        values,
    )
    db.conn.executemany(
        "INSERT INTO topic_picture_words (topic, language, alt) VALUES (?, ?, ?)",
        [(slug, code, words) for code, words in alts.items()],
    )
    db.execute("UPDATE topic SET credit = ? WHERE slug = ?", (credit, slug))


def take_picture(db: Database, slug: str, but: str = "") -> None:
    """Let no picture stand for a topic; its sizes, and whom it was owed to, go with it.

    Args:
        db: in a write transaction.
        slug: of the topic.
        but: the token of the picture of which only the words go; empty for none.
    """
    there = db.execute("SELECT token FROM topic_picture WHERE topic = ?", (slug,)).fetchone()
    if there and there[0] != but:
        renditions.remove(db, there[0])
        db.execute("DELETE FROM topic_picture WHERE topic = ?", (slug,))
    db.execute("DELETE FROM topic_picture_words WHERE topic = ?", (slug,))
    db.execute("UPDATE topic SET credit = '' WHERE slug = ?", (slug,))


def pictured(db: Database, token: str, name: str) -> str | None:
    """Slug of the topic, public or not, whose picture, or a size of it, has this token and name."""
    row = db.execute(_PICTURED, {"token": token, "name": name}).fetchone()
    return row[0] if row else None


def retire(db: Database, slug: str, successor: str, now: datetime) -> None:
    """Let nothing new appear in a topic.

    Args:
        db: in a write transaction.
        slug: of the topic.
        successor: slug of the topic to follow instead, or nothing.
        now: UTC.
    """
    db.execute(
        "UPDATE topic SET retired_at = ?, successor = ?, changed_at = ?, declared = 1"
        " WHERE slug = ?",
        (to_ms(now), successor, to_ms(now), slug),
    )


def reopen(db: Database, slug: str, now: datetime) -> None:
    """Let a retired topic go on."""
    db.execute(
        "UPDATE topic SET retired_at = NULL, successor = '', changed_at = ? WHERE slug = ?",
        (to_ms(now), slug),
    )


def count(db: Database, slug: str) -> int:
    """How many releases are in a topic, out or not."""
    row = db.execute("SELECT COUNT(*) FROM release_topic WHERE topic = ?", (slug,)).fetchone()
    return int(row[0])


def today(db: Database, slug: str) -> str | None:
    """What a topic is called that once had this slug; None if none had."""
    row = db.execute("SELECT topic FROM topic_name WHERE slug = ?", (slug,)).fetchone()
    return row[0] if row else None


def titled(db: Database) -> Titles:
    """Every topic, public or not, with the instant (ms) its words last changed, by slug."""
    moments = dict(db.execute("SELECT slug, changed_at FROM topic").fetchall())
    return {topic.slug: (topic, moments[topic.slug]) for topic in every(db)}


def find(db: Database, slug: str) -> Topic | None:
    """One topic, public or not, with what a machine or an editor says where nobody gave words."""
    return next(iter(_said(db, _given(db, "topic.slug = ?", (slug,)))), None)


def every(db: Database) -> list[Topic]:
    """All topics, public or not, by slug; in their words as `find` gives them."""
    return _said(db, every_given(db))


def given(db: Database, slug: str) -> Topic | None:
    """One topic in the words that somebody gave it, the first given language first."""
    return next(iter(_given(db, "topic.slug = ?", (slug,))), None)


def every_given(db: Database) -> list[Topic]:
    """All topics in the words that somebody gave them, by slug."""
    return _given(db, "topic.slug <> ?", (ALL,))


def with_key(db: Database, key: str) -> str | None:
    """What a topic is called today that had this slug at first; None if there is none."""
    row = db.execute("SELECT slug FROM topic WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def _given(db: Database, condition: str, values: tuple[str, ...]) -> list[Topic]:
    # Rows keep the order in which they came, also through VACUUM.
    rows = db.execute(
        "SELECT topic.slug, topic.credit, topic.key, topic.retired_at, topic.successor,"
        f" words.language, words.title, words.introduction, {_PICTURE}, picture.fault,"
        f" {_ALTS} AS alts"
        " FROM topic LEFT JOIN topic_words AS words ON words.topic = topic.slug"
        " LEFT JOIN topic_picture AS picture ON picture.topic = topic.slug"
        f" WHERE {condition} ORDER BY topic.slug, words.rowid",
        values,
    ).fetchall()
    sizes = renditions.of_topics(db, [row["token"] for row in rows if row["token"]])
    return [_topic(list(words), sizes) for _, words in groupby(rows, key=itemgetter("slug"))]


def _topic(rows: list[Row], sizes: Mapping[str, tuple[Rendition, ...]]) -> Topic:
    about = rows[0]
    slug, retired_at = about["slug"], about["retired_at"]
    return Topic(
        slug,
        titles={row["language"]: row["title"] for row in rows if row["title"]},
        introductions={row["language"]: row["introduction"] for row in rows if row["introduction"]},
        credit=about["credit"],
        key="" if about["key"] == slug else about["key"],
        retired_at=from_ms(retired_at) if retired_at is not None else None,
        successor=about["successor"],
        picture=_picture(about, sizes) if about["token"] else None,
        alts=json.loads(about["alts"]),
    )


def _picture(row: Row, sizes: Mapping[str, tuple[Rendition, ...]]) -> Attachment:
    kept = {one: row[one] for one in _OF_PICTURE}
    return Attachment(**kept, renditions=sizes.get(row["token"], ()), fault=row["fault"])


def _said(db: Database, topics: list[Topic]) -> list[Topic]:
    """Topics with what the public may read of a machine or an editor where nobody gave words."""
    rows = db.execute(
        "SELECT topic, language, part, group_concat(markdown, char(10) || char(10)) AS words,"
        f" MAX(origin = '{Origin.MACHINE}') AS is_machine, MAX({ROUGH}) AS is_rough"
        " FROM (SELECT * FROM topic_block WHERE :slug = '' OR topic = :slug"
        " ORDER BY topic, language, part, position) AS block"
        " GROUP BY topic, language, part ORDER BY topic, language, part",
        {"slug": topics[0].slug if len(topics) == 1 else ""},
    ).fetchall()
    said = {slug: list(words) for slug, words in groupby(rows, key=itemgetter("topic"))}
    return [_with(topic, said[topic.slug]) if topic.slug in said else topic for topic in topics]


def _with(topic: Topic, rows: Iterable[Row]) -> Topic:
    given: Mapping[TopicPart, Mapping[str, str]] = {
        TopicPart.TITLE: topic.titles,
        TopicPart.INTRODUCTION: topic.introductions,
        TopicPart.CREDIT: {},
    }
    added: dict[TopicPart, dict[str, str]] = {part: {} for part in TopicPart}
    machine: dict[str, tuple[TopicPart, ...]] = defaultdict(tuple)
    rough: dict[str, tuple[TopicPart, ...]] = defaultdict(tuple)
    for row in rows:
        part, code = TopicPart(row["part"]), row["language"]
        if code in given[part]:
            continue  # whoever gave words wins over whatever was made
        added[part][code] = row["words"]
        if row["is_machine"]:
            machine[code] += (part,)
        if row["is_rough"]:
            rough[code] += (part,)
    return replace(
        topic,
        titles={**topic.titles, **added[TopicPart.TITLE]},
        introductions={**topic.introductions, **added[TopicPart.INTRODUCTION]},
        credits=added[TopicPart.CREDIT],
        machine=dict(machine),
        rough=dict(rough),
    )


def changed_at(db: Database, slug: str) -> datetime | None:
    """When a topic's own words last changed, UTC."""
    row = db.execute("SELECT changed_at FROM topic WHERE slug = ?", (slug,)).fetchone()
    return from_ms(row[0]) if row else None

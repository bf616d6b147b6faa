"""What sitemaps list: the one condition of `storage/conditions.py`, asked by the month."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from press.public.sitemap import MOST_NEWS, NEWS_LASTS, Mapped, Month, News
from press.text import Kind
from press.topic import ALL
from storage.conditions import PUBLIC, READY, TAKEN_BACK
from storage.instants import from_ms, to_ms

# The listing says where to look; whether a release is public is asked of itself.
_LISTED = (
    "listing JOIN release ON release.id = listing.release_id"
    f" WHERE listing.topic = '{ALL}' AND listing.language = '' AND {PUBLIC}"
)
# The same moments as an entry's in a feed: its words and what is beside them, its languages, what
# its topics are called.
_CHANGED = (
    "MAX(release.publish_at, release.filed_at, release.changed_at,"
    " (SELECT COALESCE(MAX(text.changed_at), 0) FROM text"
    f" WHERE text.release_id = release.id AND {READY}),"
    " (SELECT COALESCE(MAX(aside.changed_at), 0) FROM aside JOIN text ON text.release_id ="
    " aside.release_id AND text.language = aside.language"
    f" WHERE aside.release_id = release.id AND {READY}),"
    " (SELECT COALESCE(MAX(topic.changed_at), 0) FROM release_topic JOIN topic"
    " ON topic.slug = release_topic.topic WHERE release_topic.release_id = release.id))"
)
_MONTHS = (
    "SELECT strftime('%Y-%m', publish_at / 1000, 'unixepoch') AS month, SUM(is_public),"
    " MAX(changed) FROM (SELECT listing.publish_at AS publish_at, 1 AS is_public,"
    f" {_CHANGED} AS changed FROM {_LISTED}"
    " UNION ALL SELECT release.publish_at, 0, release.withdrawn_at FROM release"
    f" WHERE {TAKEN_BACK}) GROUP BY month HAVING SUM(is_public) > 0 ORDER BY month"
)
_OF_MONTH = (
    "SELECT found.slug, found.source, found.changed, text.language FROM"
    f" (SELECT release.id, release.slug, release.source, {_CHANGED} AS changed,"
    f" listing.publish_at AS publish_at FROM {_LISTED}"
    " AND listing.publish_at >= :start AND listing.publish_at < :end"
    " ORDER BY listing.publish_at, listing.release_id LIMIT :limit OFFSET :skip) AS found"
    f" JOIN text ON text.release_id = found.id AND {READY}"
    " ORDER BY found.publish_at, found.id, text.language"
)
_NEWS = (
    "SELECT release.slug, text.language, block.markdown, release.publish_at FROM listing"
    " JOIN release ON release.id = listing.release_id"
    " JOIN text ON text.release_id = release.id JOIN block ON block.release_id = release.id"
    " AND block.language = text.language AND block.position = 0"
    f" WHERE listing.topic = '{ALL}' AND listing.language = '' AND listing.publish_at > :since"
    f" AND {PUBLIC} AND {READY} AND block.kind = '{Kind.HEADLINE}'"
    " AND instr(:languages, ' ' || text.language || ' ') > 0"
    " ORDER BY listing.publish_at DESC, listing.release_id DESC, text.language LIMIT :limit"
)


def months(db: Database, now: datetime) -> list[Month]:
    """The months in which a release came out that is public, oldest first."""
    rows = db.execute(_MONTHS, {"now": to_ms(now)}).fetchall()
    return [Month(name, count, from_ms(changed)) for name, count, changed in rows]


def of_month(db: Database, name: str, now: datetime, *, limit: int, skip: int) -> list[Mapped]:
    """The public releases of a month, in the order in which they came out.

    Args:
        db: in a read transaction.
        name: of the month, `2026-08`.
        now: UTC.
        limit: how many at the most.
        skip: how many of the first to leave out.
    """
    start, end = _bounds(name)
    values = {"start": to_ms(start), "end": to_ms(end), "limit": limit, "skip": skip}
    rows = db.execute(_OF_MONTH, values | {"now": to_ms(now)}).fetchall()
    return [
        Mapped(slug, source, tuple(code for *_, code in texts), from_ms(changed))
        for (slug, source, changed), texts in groupby(rows, key=itemgetter(0, 1, 2))
    ]


def news(db: Database, languages: Sequence[str], now: datetime) -> list[News]:
    """The texts of the last two days, newest first, a thousand at the most.

    Args:
        db: in a read transaction.
        languages: codes of those that have pages.
        now: UTC.
    """
    values = {"now": to_ms(now), "since": to_ms(now - NEWS_LASTS), "limit": MOST_NEWS}
    found = db.execute(_NEWS, values | {"languages": f" {' '.join(languages)} "}).fetchall()
    return [News(slug, code, headline, from_ms(at)) for slug, code, headline, at in found]


def _bounds(name: str) -> tuple[datetime, datetime]:
    """The first instant of a month, and of the next."""
    year, month = map(int, name.split("-"))
    later = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime(year, month, 1, tzinfo=UTC), datetime(*later, 1, tzinfo=UTC)

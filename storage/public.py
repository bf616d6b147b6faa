"""What the public may see. Every public surface asks here, and only here.

THE ONE CONDITION they all share is spelled in `storage/conditions.py`.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from press.contact import ContactKind
from press.public.edition import Entry, Withdrawal
from press.releases.attachment import Attachment
from press.text import STARTER, Origin
from press.topic import ALL, Topic
from storage import files
from storage.conditions import ANNOUNCED, PUBLIC, READY, TAKEN_BACK, WAITS
from storage.entries import COLUMNS, OF_TEXT, entries
from storage.filed import asides, renditions
from storage.instants import from_ms, to_ms
from storage.rows import Row, contacts_of, embargo_in
from storage.topics import every, find, pictured

# Where the public releases of a topic in a language are looked for, within a span.
_LISTED = (
    "FROM listing JOIN release ON release.id = listing.release_id"
    " WHERE listing.topic = :topic AND listing.language = :listed"
)
_WITHIN = "listing.publish_at >= :start AND listing.publish_at < :end"
_NEWEST = (
    f"SELECT {COLUMNS} {_LISTED} AND {_WITHIN} AND {PUBLIC}"
    " ORDER BY listing.publish_at DESC, listing.release_id DESC LIMIT :limit OFFSET :offset"
)
_BETWEEN = (
    f"SELECT {COLUMNS} {_LISTED} AND {_WITHIN} AND {PUBLIC}"
    " ORDER BY listing.publish_at, listing.release_id LIMIT :limit OFFSET :offset"
)
_COUNT = f"SELECT COUNT(*) {_LISTED} AND {_WITHIN} AND {PUBLIC}"
_LAST = (
    f"SELECT listing.publish_at {_LISTED} AND {_WITHIN} AND {PUBLIC}"
    " ORDER BY listing.publish_at DESC LIMIT 1"
)
_FIRST = (
    f"SELECT listing.publish_at {_LISTED} AND {_WITHIN} AND {PUBLIC}"
    " ORDER BY listing.publish_at LIMIT 1"
)
# Of many spans at once, none counted further than is asked.
_COUNTS = (
    f"SELECT (SELECT COUNT(*) FROM (SELECT 1 {_LISTED}"
    " AND listing.publish_at >= json_extract(span.value, '$[0]')"
    f" AND listing.publish_at < json_extract(span.value, '$[1]') AND {PUBLIC} LIMIT :limit))"
    " FROM json_each(:spans) AS span ORDER BY span.key"
)
_CHOSEN = (
    f"SELECT {COLUMNS} FROM release"
    f" WHERE release.id IN (SELECT value FROM json_each(:numbers)) AND {PUBLIC}"
)
_ONE = f"SELECT {COLUMNS} FROM release WHERE release.slug = :slug AND {PUBLIC}"
_FILE = (
    f"SELECT {files.COLUMNS} FROM file JOIN release ON release.id = file.release_id"
    f" WHERE file.token = :token AND file.name = :name AND {PUBLIC}"
)
_RENDITION = (
    f"SELECT {renditions.COLUMNS} FROM rendition JOIN release ON release.id = rendition.release_id"
    f" WHERE rendition.token = :token AND rendition.name = :name AND {PUBLIC}"
)
# Normally now; later only where the clock stepped back after something was announced.
_HORIZON = f"SELECT MAX(publish_at) FROM release WHERE {ANNOUNCED}"
_IN_TOPIC = (
    "(:topic = :all OR EXISTS (SELECT 1 FROM release_topic"
    " WHERE release_topic.release_id = release.id AND release_topic.topic = :topic))"
)
_OF_WITHDRAWN = "release.id, release.tag, release.slug, release.withdrawn_at, release.reason"
_WITHDRAWN = (
    f"SELECT {_OF_WITHDRAWN} FROM release WHERE {TAKEN_BACK} AND {_IN_TOPIC}"
    " AND release.publish_at >= :start AND release.publish_at < :end"
    " ORDER BY release.withdrawn_at DESC, release.id DESC LIMIT :limit"
)
_AHEAD = "SELECT 1 FROM release WHERE release.withdrawn_at > :now LIMIT 1"
_LOST = (
    "SELECT MAX(text.updated_at) FROM text JOIN release ON release.id = text.release_id"
    f" WHERE text.language = :language AND {WAITS} AND {PUBLIC} AND {_IN_TOPIC}"
)
_REASON = (
    f"SELECT {_OF_WITHDRAWN}, release.publish_at, release.wall, release.zone, release.precision,"
    " release.source, release.issuer, release.reference, release.contacts"
    f" FROM release WHERE release.slug = :slug AND {TAKEN_BACK}"
)
_TEXTS = (
    f"SELECT text.release_id, text.language, text.ready_at, {OF_TEXT}"
    f" FROM text WHERE text.release_id IN (SELECT value FROM json_each(:numbers)) AND {READY}"
    " ORDER BY text.release_id, text.language"
)
_DECLARED = "SELECT EXISTS (SELECT 1 FROM topic WHERE slug = ? AND declared)"
# Before and after everything, in milliseconds.
BEGINNING, END = -(2**62), 2**62


@dataclass(frozen=True, slots=True)
class Listing:
    """Which public releases are asked about: those of a topic in a language, at an instant.

    Args:
        topic: slug, or `all`.
        language: code.
        now: UTC.
        fallback: whether the original stands in for a text that is not ready.
    """

    topic: str
    language: str
    now: datetime
    fallback: bool


@dataclass(frozen=True, slots=True)
class Period:
    """From and including one instant of publication, up to another; None is without end (UTC)."""

    start: datetime | None = None
    end: datetime | None = None


ALWAYS = Period()


def newest(
    db: Database, listing: Listing, limit: int, skip: int = 0, span: Period = ALWAYS
) -> list[Entry]:
    """The public releases of a listing within a span, newest first.

    Args:
        db: in a read transaction.
        listing: which.
        limit: how many at the most.
        skip: how many of the newest to leave out.
        span: of publication.
    """
    values = {**_values(db, listing, span), "limit": limit, "offset": skip}
    return _entries(db, db.execute(_NEWEST, values).fetchall(), listing.language)


def reaches(db: Database, listing: Listing, length: int, span: Period = ALWAYS) -> bool:
    """Whether a listing has more public releases within a span than this many."""
    values = {**_values(db, listing, span), "limit": 1, "offset": length}
    return db.execute(_NEWEST, values).fetchone() is not None


def between(db: Database, listing: Listing, span: Period, limit: int, skip: int = 0) -> list[Entry]:
    """The public releases of a listing within a span, oldest first.

    Args:
        db: in a read transaction.
        listing: which.
        span: of publication.
        limit: how many at the most.
        skip: how many of the oldest to leave out.
    """
    values = {**_values(db, listing, span), "limit": limit, "offset": skip}
    return _entries(db, db.execute(_BETWEEN, values).fetchall(), listing.language)


def count(db: Database, listing: Listing, span: Period) -> int:
    """How many public releases of a listing there are within a span."""
    return int(db.execute(_COUNT, _values(db, listing, span)).fetchone()[0])


def counts(
    db: Database, listing: Listing, spans: Sequence[Period], most: int | None = None
) -> list[int]:
    """How many public releases of a listing there are within each of some spans: one question.

    Args:
        db: in a read transaction.
        listing: which.
        spans: of publication.
        most: how far to count, where more is not of interest.
    """
    end = horizon(db, listing.now) + 1
    bounds = json.dumps([_bounds(span, end) for span in spans])
    limit = -1 if most is None else most
    values = {**_values(db, listing, ALWAYS), "spans": bounds, "limit": limit}
    return [number for (number,) in db.execute(_COUNTS, values)]


def first(db: Database, listing: Listing, span: Period) -> datetime | None:
    """When the first public release of a listing within a span came out, UTC."""
    row = db.execute(_FIRST, _values(db, listing, span)).fetchone()
    return from_ms(row[0]) if row else None


def last(db: Database, listing: Listing, span: Period) -> datetime | None:
    """When the last public release of a listing within a span came out, UTC."""
    row = db.execute(_LAST, _values(db, listing, span)).fetchone()
    return from_ms(row[0]) if row else None


def withdrawn(db: Database, listing: Listing, span: Period, limit: int) -> list[Withdrawal]:
    """What was taken back from the public, latest first.

    Args:
        db: in a read transaction.
        listing: where it had been.
        span: within which it had come out.
        limit: how many at the most.
    """
    values = {**_values(db, listing, span), "all": ALL, "limit": limit}
    return _withdrawals(db, db.execute(_WITHDRAWN, values).fetchall(), listing.language)


def lost(db: Database, listing: Listing) -> datetime | None:
    """When a public release last left a listing because its text there was ready no more.

    Where the original stands in for it, it stays, and says so itself.
    """
    if listing.fallback:
        return None
    values = {"language": listing.language, "topic": listing.topic, "all": ALL}
    (at,) = db.execute(_LOST, {**values, "now": to_ms(listing.now)}).fetchone()
    return from_ms(at) if at else None


def is_settled(db: Database, now: datetime) -> bool:
    """Whether no withdrawal bears a later stamp, so that this instant tells all there is to tell.

    One is stamped later where it was committed after the clock was read, or another clock is ahead.
    """
    return db.execute(_AHEAD, {"now": to_ms(now)}).fetchone() is None


def one(db: Database, slug: str, language: str, now: datetime, *, fallback: bool) -> Entry | None:
    """One public release in a language; None if it is unknown, not out, or not ready in it."""
    rows = db.execute(_ONE, {"slug": slug, "now": to_ms(now)}).fetchall()
    entry = next(iter(_entries(db, rows, language)), None)
    return entry if entry and (fallback or entry.text.language == language) else None


def chosen(
    db: Database, numbers: Sequence[int], language: str, now: datetime, *, fallback: bool
) -> list[Entry]:
    """Those of some releases that are public, in the order of their numbers given.

    Args:
        db: in a read transaction.
        numbers: of releases there are.
        language: code.
        now: UTC.
        fallback: whether the original stands in for a text that is not ready.
    """
    values = {"numbers": json.dumps(list(numbers)), "now": to_ms(now)}
    rows = {row["id"]: row for row in db.execute(_CHOSEN, values)}
    found = _entries(db, [rows[number] for number in numbers if number in rows], language)
    return [entry for entry in found if fallback or entry.text.language == language]


def horizon(db: Database, now: datetime) -> int:
    """How far ahead of now releases may lie that are out (ms): a clock that steps back."""
    return max(to_ms(now), db.execute(_HORIZON).fetchone()[0] or 0)


def withdrawal(db: Database, slug: str, language: str, now: datetime) -> Withdrawal | None:
    """Why a release that was out is no longer, for a language's page; None for every other."""
    rows = db.execute(_REASON, {"slug": slug, "now": to_ms(now)}).fetchall()
    return next(map(_with_sender, _withdrawals(db, rows, language), rows), None)


def topics(db: Database, now: datetime) -> list[Topic]:
    """The topics the public may know: declared, or with a release that is out."""
    declared = {slug for (slug,) in db.execute("SELECT slug FROM topic WHERE declared = 1")}
    return [t for t in every(db) if t.slug in declared or _any(db, t.slug, now)]


def topic(db: Database, slug: str, now: datetime) -> Topic | None:
    """One topic if the public may know it; for a secret one the same is asked as for none."""
    (declared,) = db.execute(_DECLARED, (slug,)).fetchone()
    return find(db, slug) if declared or _any(db, slug, now) else None


def file(db: Database, token: str, name: str, now: datetime) -> Attachment | None:
    """A file of a public release, or the picture of a public topic; pictures in any size.

    Returns:
        None if it is unknown, or what it goes with is not public.
    """
    values = {"token": token, "name": name, "now": to_ms(now)}
    row = next(filter(None, (db.execute(q, values).fetchone() for q in (_FILE, _RENDITION))), None)
    return Attachment(**row) if row else _picture(db, token, name, now)


def _picture(db: Database, token: str, name: str, now: datetime) -> Attachment | None:
    slug = pictured(db, token, name)
    found = topic(db, slug, now) if slug else None
    if found is None or found.picture is None or found.picture.token == token:
        return found.picture if found else None
    size = next(one for one in found.picture.renditions if one.token == token)
    return Attachment(**asdict(size))


def _any(db: Database, topic: str, now: datetime) -> bool:
    return last(db, Listing(topic, "", now, fallback=True), ALWAYS) is not None


def _bounds(span: Period, end: int) -> tuple[int, int]:
    """From and including one instant up to another (ms), but no further than an end."""
    start = BEGINNING if span.start is None else to_ms(span.start)
    return start, end if span.end is None else min(end, to_ms(span.end))


def _values(db: Database, listing: Listing, span: Period) -> dict[str, int | str]:
    """What the queries ask for, no further ahead than the listing has to be looked through.

    One bound and not two: of two SQLite takes either to look from, and passes over the rest.
    """
    start, end = _bounds(span, horizon(db, listing.now) + 1)
    return {
        "topic": listing.topic,
        "listed": "" if listing.fallback else listing.language,
        "now": to_ms(listing.now),
        "start": start,
        "end": end,
    }


def _withdrawals(db: Database, rows: Sequence[Row], language: str) -> list[Withdrawal]:
    said = asides.reasons(db, [row["id"] for row in rows], language) if rows else {}
    return [_withdrawal(row, said.get(row["id"]), language) for row in rows]


def _withdrawal(row: Row, said: Row | None, language: str) -> Withdrawal:
    """In the words of the language where these are ready, else as it was written."""
    made = Withdrawal(
        f"{row['tag']}/{language}", row["slug"], from_ms(row["withdrawn_at"]), row["reason"]
    )
    if said is None:
        return made
    made = replace(made, changed=from_ms(said["changed_at"]))
    if not said["ready"]:
        return made
    is_machine = said["origin"] == Origin.MACHINE
    return replace(
        made,
        reason=said["markdown"],
        is_translated=True,
        is_machine=is_machine,
        is_rough=is_machine and STARTER in said["engine"],
    )


def _with_sender(made: Withdrawal, row: Row) -> Withdrawal:
    """With whose it was, when it had come out, and whom to ask."""
    contacts = contacts_of(row["contacts"])
    return replace(
        made,
        embargo=embargo_in(row),
        source=row["source"],
        issuer=row["issuer"],
        reference=row["reference"],
        services=tuple(one for one in contacts if one.kind is ContactKind.SERVICE),
    )


def _entries(db: Database, rows: Sequence[Row], language: str) -> list[Entry]:
    return entries(db, rows, _texts(db, [row["id"] for row in rows]), language)


def _texts(db: Database, numbers: Sequence[int]) -> dict[int, dict[str, Row]]:
    """When each public text of some releases was ready, changed and updated (ms)."""
    found: dict[int, dict[str, Row]] = defaultdict(dict)
    for row in db.execute(_TEXTS, {"numbers": json.dumps(numbers)}):
        found[row["release_id"]][row["language"]] = row
    return found

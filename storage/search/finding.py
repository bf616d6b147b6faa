"""What is found, newest first: in the index, and among what is out and not in it yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from press.folding import forms_in
from storage.conditions import PUBLIC, READY
from storage.instants import to_ms
from storage.public import BEGINNING, END, Period, horizon
from storage.search.asking import AskedWords
from storage.search.index import RELEASE_OF_ID, UNKNOWN, ShownWords, first_id, id_of, speaking

# So many that came out and are in no index yet are read as they are; more only come out at once
# where no clock has run for long, and a home from before the index fills it within minutes.
MOST_UNKNOWN = 100
# CROSS JOIN keeps the order in which tables are read: by the index first, newest first.
_KNOWN = (
    "SELECT search_index.rowid AS id, release.id AS release_id FROM search_index CROSS JOIN release"
    f" WHERE search_index MATCH :asked AND release.id = {RELEASE_OF_ID}"
    " AND search_index.rowid >= :first AND search_index.rowid < :end"
    f" AND release.searched > 0 AND {PUBLIC}"
    # Where originals stood in until a setting was changed, they may still be in the index.
    " AND (:fallback OR EXISTS (SELECT 1 FROM text WHERE text.release_id = release.id"
    f" AND text.language = :language AND {READY}))"
    " ORDER BY search_index.rowid DESC LIMIT :limit"
)
# Ids are of 63 bits.
_BEGINNING, _END = -(2**62), 2**62


@dataclass(frozen=True, slots=True)
class Within:
    """Among which public releases something is looked for.

    Args:
        period: of publication.
        now: UTC.
        fallback: whether the original stands in for a text that is not ready.
    """

    period: Period
    now: datetime
    fallback: bool


def find(db: Database, asked: AskedWords, within: Within, limit: int) -> list[int]:
    """Numbers of the newest releases that are found, newest first.

    Args:
        db: in a read transaction.
        asked: what is looked for.
        within: among which.
        limit: how many at the most.
    """
    found = dict(_unknown(db, asked, within)) | _known(db, asked, within, limit)
    return [found[one] for one in sorted(found, reverse=True)[:limit]]


def _known(db: Database, asked: AskedWords, within: Within, limit: int) -> dict[int, int]:
    """Id and number of those in the index."""
    start, end = within.period.start, within.period.end
    values = {
        "asked": asked.expression,
        "first": first_id(to_ms(start)) if start else _BEGINNING,
        "end": first_id(to_ms(end)) if end else _END,
        "now": to_ms(within.now),
        "fallback": within.fallback,
        "language": asked.language,
        "limit": limit,
    }
    return {row["id"]: row["release_id"] for row in db.execute(_KNOWN, values)}


def _unknown(db: Database, asked: AskedWords, within: Within) -> Iterator[tuple[int, int]]:
    """Id and number of those that the index does not know as they are."""
    span, now = within.period, to_ms(within.now)
    values = {"now": now, "horizon": horizon(db, within.now), "limit": MOST_UNKNOWN}
    rows = db.execute(UNKNOWN, values).fetchall()
    if not rows:
        return
    start = BEGINNING if span.start is None else to_ms(span.start)
    end = END if span.end is None else to_ms(span.end)
    around, language = ShownWords.of(db, rows), speaking(db).languages.get(asked.language, 0)
    for row in rows:
        words = around.shown(row, asked.language, stands_in=within.fallback)
        if words is None or not start <= row["publish_at"] < end:
            continue
        if asked.topic and asked.topic not in around.topics[row["id"]]:
            continue
        if asked.is_in(forms_in(words)):
            yield id_of(row["publish_at"], row["id"], language), row["id"]

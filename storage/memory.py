"""Blocks translated before. A machine never overwrites an editor."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from press.text import Block, Kind, Origin
from storage.instants import to_ms


@dataclass(frozen=True, slots=True)
class Pair:
    """From which language into which.

    Args:
        source: code of the language of the source blocks.
        target: code of the language they are translated into.
    """

    source: str
    target: str


def remember(db: Database, pair: Pair, words: Mapping[str, Block], now: datetime) -> None:
    """Keep translations for the day their source block is seen again.

    A machine's words and an editor's have rows of their own, so that neither replaces the other.

    Args:
        db: in a write transaction.
        pair: from which language into which.
        words: translated block by digest of its source block.
        now: UTC.
    """
    rows = [
        (digest, pair.source, pair.target, b.origin, b.kind, b.markdown, b.engine, to_ms(now))
        for digest, b in words.items()
    ]
    db.conn.executemany(
        "INSERT INTO memory (digest, source, language, origin, kind, markdown, engine,"
        " made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (digest, source, language, origin) DO UPDATE"
        " SET markdown = excluded.markdown, engine = excluded.engine, made_at = excluded.made_at",
        rows,
    )


def forget(db: Database, pair: Pair, digests: Iterable[str]) -> None:
    """Drop a machine's words for these source blocks, so that they are made anew."""
    db.conn.executemany(
        "DELETE FROM memory WHERE digest = ? AND source = ? AND language = ? AND origin = ?",
        [(digest, pair.source, pair.target, Origin.MACHINE) for digest in digests],
    )


def recall(db: Database, pair: Pair, digests: Iterable[str]) -> dict[str, Block]:
    """Find what is remembered of these source blocks; an editor's words come first.

    Args:
        db: the database.
        pair: from which language into which.
        digests: of source blocks.
    """
    # Backwards by origin: an editor's row is read after a machine's, and stays.
    query = (
        "SELECT kind, markdown, origin, engine FROM memory"
        " WHERE digest = ? AND source = ? AND language = ? ORDER BY origin DESC"
    )
    found = {}
    for digest in set(digests):
        for kind, markdown, origin, engine in db.execute(query, (digest, pair.source, pair.target)):
            found[digest] = Block(Kind(kind), markdown, Origin(origin), engine)
    return found

"""Blocks translated before. A machine never overwrites an editor."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlite_utils import Database

from press.text import Block, Kind, Origin
from storage.instants import to_ms


def remember(db: Database, language: str, words: Mapping[str, Block], now: datetime) -> None:
    """Keep translations for the day their source block is seen again.

    A machine's words and an editor's have rows of their own, so that neither replaces the other.

    Args:
        db: in a write transaction.
        language: code of the language translated into.
        words: translated block by digest of its source block.
        now: UTC.
    """
    rows = [
        (digest, language, b.origin, b.kind, b.markdown, b.engine, to_ms(now))
        for digest, b in words.items()
    ]
    db.conn.executemany(
        "INSERT INTO memory (digest, language, origin, kind, markdown, engine, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest, language, origin) DO UPDATE"
        " SET markdown = excluded.markdown, engine = excluded.engine, made_at = excluded.made_at",
        rows,
    )


def forget(db: Database, language: str, digests: Iterable[str]) -> None:
    """Drop a machine's words for these source blocks, so that they are made anew."""
    db.conn.executemany(
        "DELETE FROM memory WHERE digest = ? AND language = ? AND origin = ?",
        [(digest, language, Origin.MACHINE) for digest in digests],
    )


def recall(db: Database, digests: Iterable[str], language: str) -> dict[str, Block]:
    """Find what is remembered of these source blocks; an editor's words come first.

    Args:
        db: the database.
        digests: of source blocks.
        language: code of the language wanted.
    """
    # Backwards by origin: an editor's row is read after a machine's, and stays.
    query = (
        "SELECT kind, markdown, origin, engine FROM memory"
        " WHERE digest = ? AND language = ? ORDER BY origin DESC"
    )
    found = {}
    for digest in set(digests):
        for kind, markdown, origin, engine in db.execute(query, (digest, language)):
            found[digest] = Block(Kind(kind), markdown, Origin(origin), engine)
    return found

"""Blocks translated before. A machine never overwrites an editor."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from press.finding import REJECTED
from press.releases.exchange import Remembered
from press.releases.review import Displaced
from press.text import Block, Kind, Origin
from storage.instants import from_ms, to_ms
from storage.rows import findings_row, whole_block


@dataclass(frozen=True, slots=True)
class Pair:
    """From which language into which.

    Args:
        source: code of the language of the source blocks.
        target: code of the language they are translated into.
    """

    source: str
    target: str


def remember(
    db: Database,
    pair: Pair,
    words: Mapping[str, Block],
    now: datetime,
    sources: Iterable[Block] = (),
) -> None:
    """Keep translations for the day their source block is seen again.

    A machine's words and an editor's have rows of their own, so that neither replaces the other.

    Args:
        db: in a write transaction.
        pair: from which language into which.
        words: translated block by digest of its source block.
        now: UTC.
        sources: the source blocks themselves, by which editors find the words again.
    """
    db.conn.executemany(
        "INSERT INTO memory (digest, source, language, origin, kind, markdown, engine, findings,"
        " score, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (digest, source, language, origin) DO UPDATE SET markdown ="
        " excluded.markdown, engine = excluded.engine, findings = excluded.findings,"
        " score = excluded.score, made_at = excluded.made_at",
        [
            (
                *(digest, pair.source, pair.target, b.origin, b.kind, b.markdown, b.engine),
                *(findings_row(b.findings), b.score, to_ms(now)),
            )
            for digest, b in words.items()
        ],
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO source_block (digest, kind, markdown) VALUES (?, ?, ?)",
        [(block.digest, block.kind, block.markdown) for block in sources],
    )


# As `findings_row` writes it: inside a sentence the quotation marks would be escaped.
_REJECTED = f'%["{REJECTED}",%'


def forget(db: Database, pair: Pair, digests: Iterable[str]) -> None:
    """Drop a machine's words for these source blocks, so that they are made anew.

    What an editor rejected stays known, so that the same engine is not asked for it again.
    """
    db.conn.executemany(
        "DELETE FROM memory WHERE digest = ? AND source = ? AND language = ? AND origin = ?"
        " AND findings NOT LIKE ?",
        [(digest, pair.source, pair.target, Origin.MACHINE, _REJECTED) for digest in digests],
    )


def forget_about(db: Database, pair: Pair, terms: Sequence[str]) -> int:
    """Drop a machine's words for every source block that holds one of these terms.

    Returns:
        how many blocks that were.
    """
    folded = [term.casefold() for term in terms]
    rows = db.execute(
        "SELECT memory.digest, source_block.markdown FROM memory"
        " JOIN source_block ON source_block.digest = memory.digest"
        " WHERE source = ? AND language = ? AND origin = ?",
        (pair.source, pair.target, Origin.MACHINE),
    ).fetchall()
    digests = [d for d, words in rows if any(term in words.casefold() for term in folded)]
    forget(db, pair, digests)
    return len(digests)


def recall(db: Database, pair: Pair, digests: Iterable[str]) -> dict[str, Block]:
    """Find what is remembered of these source blocks; an editor's words come first.

    Args:
        db: the database.
        pair: from which language into which.
        digests: of source blocks.
    """
    # Backwards by origin: an editor's row is read after a machine's, and stays.
    query = (
        "SELECT kind, markdown, origin, engine, digest, findings, score FROM memory"
        " WHERE digest = ? AND source = ? AND language = ? ORDER BY origin DESC"
    )
    found = {}
    for digest in set(digests):
        for row in db.execute(query, (digest, pair.source, pair.target)):
            found[digest] = whole_block(*row)
    return found


def made_by_machine(db: Database, pair: Pair, digests: Iterable[str]) -> dict[str, Block]:
    """What a machine last made of these source blocks, whatever editors said since."""
    query = (
        "SELECT kind, markdown, origin, engine, digest, findings, score FROM memory"
        " WHERE digest = ? AND source = ? AND language = ? AND origin = ?"
    )
    rows = [
        (digest, db.execute(query, (digest, pair.source, pair.target, Origin.MACHINE)).fetchone())
        for digest in set(digests)
    ]
    return {digest: whole_block(*row) for digest, row in rows if row}


def forget_approval(db: Database, pair: Pair, release_id: int, words: Iterable[Block]) -> None:
    """Let these words no longer pass for an editor's; what an editor wrote since stays.

    So does what an editor approved in another release too, or in a topic.

    Args:
        db: in a write transaction.
        pair: from which language into which.
        release_id: of the release whose words they are.
        words: a machine's, each naming its source block.
    """
    words = list(words)
    db.conn.executemany(
        "DELETE FROM memory WHERE digest = ? AND source = ? AND language = ? AND origin = ?"
        " AND markdown = ? AND engine = ? AND NOT EXISTS (SELECT 1 FROM edited"
        " WHERE edited.digest = memory.digest AND edited.language = memory.language"
        " AND edited.release_id <> ?) AND NOT EXISTS (SELECT 1 FROM topic_source AS topics"
        " WHERE topics.digest = memory.digest AND topics.source = memory.source"
        " AND topics.language = memory.language AND topics.is_edited)",
        [
            (b.of, pair.source, pair.target, Origin.EDITOR, b.markdown, b.engine, release_id)
            for b in words
        ],
    )
    db.conn.executemany(
        "DELETE FROM edited WHERE release_id = ? AND language = ? AND digest = ?",
        [(release_id, pair.target, block.of) for block in words],
    )


def earlier(
    db: Database, pair: Pair, release_id: int, present: Iterable[str]
) -> tuple[Displaced, ...]:
    """An editor's words in a release for source blocks that it no longer has.

    Args:
        db: the database.
        pair: from which language into which.
        release_id: of the release.
        present: digests of the source blocks that it has.
    """
    rows = db.execute(
        "SELECT source_block.digest, source_block.kind, source_block.markdown FROM edited"
        " JOIN source_block ON source_block.digest = edited.digest"
        " WHERE edited.release_id = ? AND edited.language = ? ORDER BY edited.digest",
        (release_id, pair.target),
    ).fetchall()
    here = set(present)
    gone = {
        digest: Block(Kind(kind), markdown) for digest, kind, markdown in rows if digest not in here
    }
    words = recall(db, pair, gone)
    return tuple(
        Displaced(source, words[digest])
        for digest, source in gone.items()
        if digest in words and words[digest].origin is Origin.EDITOR
    )


def everything(db: Database, pair: Pair | None = None) -> Iterator[Remembered]:
    """All that is remembered and whose source is known, of one pair or of all, in a fixed order."""
    rows = db.execute(
        "SELECT memory.source, language, made_at, source_block.kind, source_block.markdown,"
        " memory.kind, memory.markdown, origin, engine, memory.digest, findings, score"
        " FROM memory"
        " JOIN source_block ON source_block.digest = memory.digest"
        " WHERE ? OR (memory.source = ? AND language = ?)"
        " ORDER BY memory.source, language, memory.digest, origin",
        (pair is None, pair and pair.source, pair and pair.target),
    )
    for source, target, made_at, kind, markdown, *words in rows:
        block = Block(Kind(kind), markdown)
        yield Remembered(source, target, block, whole_block(*words), from_ms(made_at))

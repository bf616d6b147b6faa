"""Findings that editors dismissed: remembered for the same words of the same source block."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from press.finding import Finding
from press.text import Block
from storage.instants import to_ms
from storage.translation.memory import Pair

_OF_BLOCK = "digest = ? AND source = ? AND language = ?"


def note(
    db: Database, pair: Pair, release_id: int, block: Block, found: Iterable[Finding], now: datetime
) -> None:
    """Remember that findings were dismissed, so that the same are not raised again.

    Args:
        db: in a write transaction.
        pair: from which language into which.
        release_id: of the release in which it was said.
        block: a machine's words, naming their source block.
        found: what was dismissed, by whom and why.
        now: UTC.
    """
    db.conn.executemany(
        "INSERT OR REPLACE INTO dismissal"
        " (release_id, digest, source, language, finding, who, reason, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(release_id, block.of, pair.source, pair.target, _named(block, finding)),
                *(finding.dismissed_by, finding.reason, to_ms(now)),
            )
            for finding in found
        ],
    )


def forget(db: Database, pair: Pair, block: Block, found: Iterable[Finding]) -> None:
    """Let findings count again, in whichever release they were dismissed."""
    db.conn.executemany(
        f"DELETE FROM dismissal WHERE {_OF_BLOCK} AND finding = ?",
        [(block.of, pair.source, pair.target, _named(block, finding)) for finding in found],
    )


def applied(db: Database, pair: Pair, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks; of their findings, those that were dismissed before say so."""
    return tuple(_applied(db, pair, block) if block.findings else block for block in blocks)


def _applied(db: Database, pair: Pair, block: Block) -> Block:
    query = f"SELECT finding, who, reason FROM dismissal WHERE {_OF_BLOCK} ORDER BY at"
    rows = db.execute(query, (block.of, pair.source, pair.target)).fetchall()
    if not rows:
        return block
    said = {name: {"dismissed_by": who, "reason": reason} for name, who, reason in rows}
    found = (replace(f, **said.get(_named(block, f), {})) for f in block.findings)
    return replace(block, findings=tuple(found))


def _named(block: Block, finding: Finding) -> str:
    words = f"{block.markdown}\n{finding.check}\n{finding.says}"
    return hashlib.sha256(words.encode()).hexdigest()

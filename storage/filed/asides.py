"""What stands beside the texts of releases, in their languages; the public's part of it too."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from press.releases.asides import Aside, beside, why
from press.releases.attachment import Attachment
from press.text import Block, Kind, Origin
from storage import files
from storage.conditions import BESIDE, STANDS, out
from storage.instants import to_ms
from storage.rows import Row, contacts_of, findings_row, whole_block

_WORDS = "kind, markdown, origin, engine, source_digest, findings"
_PUT = (
    f"INSERT INTO aside (release_id, language, {_WORDS}, score, ready, changed_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (release_id, language, source_digest) DO UPDATE SET markdown ="
    " excluded.markdown, origin = excluded.origin, engine = excluded.engine, findings ="
    " excluded.findings, score = excluded.score, ready = excluded.ready, changed_at ="
    " CASE WHEN excluded.changed_at > 0 THEN excluded.changed_at ELSE changed_at END"
)
_SHOWN = (
    f"SELECT release_id, source_digest, markdown, origin, changed_at, {BESIDE} AS readable"
    " FROM aside WHERE language = :language AND release_id IN"
    " (SELECT value FROM json_each(:numbers)) ORDER BY release_id, source_digest"
)
# Of one taken back only the reason is shown, and nothing it could be measured by.
_REASONS = (
    "SELECT release_id, markdown, origin, engine, changed_at, ready FROM aside"
    f" WHERE language = :language AND kind = '{Kind.REASON}' AND changed_at > 0 AND release_id IN"
    " (SELECT value FROM json_each(:numbers))"
)
# What was dismissed names who did, and why.
_DOUBTED = "EXISTS (SELECT 1 FROM json_each(aside.findings) WHERE json_array_length(value) = 3)"
_TO_REVIEW = (
    "SELECT aside.release_id, aside.language FROM aside"
    " JOIN release ON release.id = aside.release_id"
    " LEFT JOIN text ON text.release_id = aside.release_id AND text.language = aside.language"
    f" WHERE CASE WHEN {STANDS} THEN text.release_id IS NOT NULL AND aside.kind <>"
    f" '{Kind.SERVICE}' AND ({_DOUBTED} OR NOT ({BESIDE}))"
    f" ELSE aside.kind = '{Kind.REASON}' AND ({_DOUBTED} OR NOT aside.ready) END"
    " GROUP BY aside.release_id, aside.language"
)
_SAYING = (
    f"SELECT release.id, source, note, issuer, contacts, reason, NOT ({STANDS}) AS gone,"
    " (SELECT group_concat(language, ' ') FROM text WHERE text.release_id = release.id) AS codes"
    " FROM release WHERE"
    f" CASE WHEN {STANDS} THEN note || issuer <> '' OR contacts <> '[]' OR EXISTS"
    " (SELECT 1 FROM file WHERE file.release_id = release.id AND file.alt || file.credit <> '')"
    f" ELSE {out('release.withdrawn_at')} END ORDER BY release.id"
)


def of(db: Database, release_id: int, language: str) -> dict[str, Aside]:
    """What is kept of a release in a language, by digest of the block it translates."""
    rows = db.execute(
        f"SELECT {_WORDS}, score, ready FROM aside WHERE release_id = ? AND language = ?",
        (release_id, language),
    )
    return {row["source_digest"]: _aside(row) for row in rows}


def put(db: Database, release_id: int, language: str, said: Sequence[Aside], now: datetime) -> None:
    """Keep words; when what the public may read of them changes, that is noted.

    Args:
        db: in a write transaction.
        release_id: of the release.
        language: code.
        said: each names the block it translates.
        now: UTC.
    """
    before, key = of(db, release_id, language), (release_id, language)
    db.conn.executemany(
        _PUT,
        [
            (
                *(*key, a.words.kind, a.words.markdown, a.words.origin, a.words.engine),
                *(a.words.of, findings_row(a.words.findings), a.words.score, a.is_ready),
                to_ms(now) if _is_news(before.get(a.words.of), a) else 0,
            )
            for a in said
        ],
    )
    edited = [a.words.of for a in said if a.words.origin is Origin.EDITOR]
    db.conn.executemany(
        "INSERT OR IGNORE INTO edited (release_id, language, digest) VALUES (?, ?, ?)",
        [(*key, digest) for digest in edited],
    )


def prune(db: Database, release_id: int, digests: Iterable[str]) -> None:
    """Drop the words for what a release says no more; editors' stay in the memory."""
    db.execute(
        "DELETE FROM aside WHERE release_id = ?"
        " AND source_digest NOT IN (SELECT value FROM json_each(?))",
        (release_id, json.dumps(list(digests))),
    )


def to_review(db: Database) -> list[tuple[int, str]]:
    """Release number and language code of each with words here that an editor should look at."""
    return [tuple(row) for row in db.execute(_TO_REVIEW)]


def lacking(db: Database, languages: Sequence[str]) -> list[tuple[int, str]]:
    """Which releases lack words beside a text they have: (number, language code)."""
    rows = db.execute(_SAYING).fetchall()
    attached = files.of_releases(db, [row["id"] for row in rows])
    there: dict[tuple[int, str], set[str]] = defaultdict(set)
    for number, code, digest in db.execute("SELECT release_id, language, source_digest FROM aside"):
        there[number, code].add(digest)
    found = list[tuple[int, str]]()
    for row in rows:
        wanted = {block.digest for block in _said(row, attached.get(row["id"], ()))}
        codes = set(languages if row["gone"] else row["codes"].split()) - {row["source"]}
        pairs = [(row["id"], code) for code in languages if code in codes]
        found += [pair for pair in pairs if wanted - there[pair]]
    return found


def made(db: Database) -> set[tuple[int, str]]:
    """Release number and language code of each that has words here that are not an editor's."""
    query = "SELECT DISTINCT release_id, language FROM aside WHERE origin <> ?"
    return {(number, code) for number, code in db.execute(query, (Origin.EDITOR,))}


def shown(db: Database, numbers: Sequence[int], language: str) -> dict[int, list[Row]]:
    """What may be shown beside the texts of some releases in a language, and since when.

    Args:
        db: in a read transaction.
        numbers: of the releases.
        language: code.
    """
    values = {"language": language, "numbers": json.dumps(numbers)}
    found: dict[int, list[Row]] = defaultdict(list)
    for row in db.execute(_SHOWN, values):
        found[row["release_id"]].append(row)
    return found


def reasons(db: Database, numbers: Sequence[int], language: str) -> dict[int, Row]:
    """Why some releases were withdrawn, in a language, and when that was last said otherwise."""
    values = {"language": language, "numbers": json.dumps(numbers)}
    return {row["release_id"]: row for row in db.execute(_REASONS, values)}


def words(rows: Iterable[Row], *, waiting: bool = False) -> Mapping[str, str]:
    """The words that are shown, by digest of the block they translate.

    Args:
        rows: as `shown` found them.
        waiting: whether those that wait for an editor are shown as well.
    """
    return {r["source_digest"]: r["markdown"] for r in rows if waiting or r["readable"]}


def _said(row: Row, attached: Sequence[Attachment]) -> tuple[Block, ...]:
    if row["gone"]:
        return why(row["reason"])
    return beside(row["note"], row["issuer"], contacts_of(row["contacts"]), attached)


def _is_news(before: Aside | None, after: Aside) -> bool:
    """Whether the public may read other words than before, or the original's again."""
    if before is None or before.is_ready != after.is_ready:
        return after.is_ready or before is not None
    was, is_ = before.words, after.words
    return after.is_ready and (was.markdown, was.origin) != (is_.markdown, is_.origin)


def _aside(row: Row) -> Aside:
    said = (row["kind"], row["markdown"], row["origin"], row["engine"])
    block = whole_block(*said, row["source_digest"], row["findings"])
    return Aside(replace(block, score=row["score"]), bool(row["ready"]))

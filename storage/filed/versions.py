"""Every version of what releases say. None ever changes: the schema's triggers see to it."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from press.errors import Refusal
from press.releases.attachment import Attachment
from press.releases.release import Policy, Release
from press.releases.version import Facts, Version
from press.text import Block, Text
from storage import files
from storage.filed import asides
from storage.instants import from_ms, to_ms
from storage.journal import JournalLine
from storage.rows import (
    Row,
    contacts_list,
    contacts_of,
    embargo_of,
    embargo_row,
    findings_list,
    not_yet_list,
    not_yet_of,
    whole_block,
)

_COLUMNS = "number, language, at, who, verb, note, digest, content"


def record(db: Database, release: Release, language: str, line: JournalLine) -> int:
    """Keep what a release says in a language now, unless it is what the newest version says.

    Args:
        db: in a write transaction.
        release: as it is kept after the act.
        language: code.
        line: who did what, and when.

    Returns:
        the number of the version.
    """
    attached = files.of_release(db, release.id) if language == release.source else ()
    content = _content(release, language, [files.row_of(file) for file in attached])
    if beside := asides.of(db, release.id, language):
        content["asides"] = [[*_block_row(a.words), a.is_ready] for a in beside.values()]
    written = json.dumps(content, ensure_ascii=False)
    digest = hashlib.sha256(written.encode()).hexdigest()
    last, newest = _last(db, release.id, language, original=language == release.source)
    if newest and newest["digest"] == digest:
        return int(newest["number"])
    db.execute(
        "INSERT INTO version (release_id, number, language, at, who, verb, note, digest, content)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(release.id, last + 1, language, to_ms(line.at), line.who),
            *(line.verb, line.note, digest, written),
        ),
    )
    return last + 1


def every(db: Database, release_id: int, language: str = "") -> list[Version]:
    """All versions of a release, or of one of its languages, oldest first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM version WHERE release_id = :id"
        " AND (:language = '' OR language = :language) ORDER BY number",
        {"id": release_id, "language": language},
    )
    return [_version(release_id, row) for row in rows]


def get(db: Database, release_id: int, number: int) -> Version:
    """One version.

    Raises:
        Refusal: the release has none of that number.
    """
    row = db.execute(
        f"SELECT {_COLUMNS} FROM version WHERE release_id = ? AND number = ?", (release_id, number)
    ).fetchone()
    if row is None:
        raise Refusal(
            f"release {release_id} has no version {number}; "
            f"newsroom history {release_id} lists those it has"
        )
    return _version(release_id, row)


def newest(db: Database, release_id: int, language: str, *, original: bool = False) -> int:
    """The number of the newest version of a release in a language; 0 if there is none.

    Args:
        db: the database.
        release_id: of the release.
        language: code.
        original: whether of what it was written in, whatever language that was.
    """
    found = _last(db, release_id, language, original=original)[1]
    return int(found["number"]) if found else 0


def _last(
    db: Database, release_id: int, language: str, *, original: bool
) -> tuple[int, Row | None]:
    """The highest number of the release, and number and digest of the newest of the language."""
    (last,) = db.execute(
        "SELECT COALESCE(MAX(number), 0) FROM version WHERE release_id = ?", (release_id,)
    ).fetchone()
    row = db.execute(
        "SELECT number, digest FROM version WHERE release_id = :id AND CASE WHEN :original"
        " THEN json_extract(content, '$.facts') IS NOT NULL ELSE language = :language END"
        " ORDER BY number DESC LIMIT 1",
        {"id": release_id, "language": language, "original": original},
    ).fetchone()
    return last, row


def _content(
    release: Release, language: str, attached: Sequence[tuple[Any, ...]]
) -> dict[str, Any]:
    blocks = [_block_row(block) for block in release.texts[language].blocks]
    ready = language not in release.waiting
    facts = _facts_row(release, attached) if language == release.source else None
    return {"language": language, "ready": ready, "blocks": blocks, "facts": facts}


def _block_row(block: Block) -> list[Any]:
    found = findings_list(block.findings)
    return [block.kind, block.markdown, block.origin, block.engine, block.of, found]


def _facts_row(release: Release, attached: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    return {
        "embargo": embargo_row(release.embargo) if release.embargo else None,
        "topics": release.topics,
        "contacts": contacts_list(release.contacts),
        "not_yet": not_yet_list(release.not_yet),
        "held": release.held,
        "policy": release.policy,
        "required": " ".join(release.required),
        "reason": release.reason,
        "files": attached,
        # Of versions from before there were any, nothing else than then is said.
        **({"issuer": release.issuer} if release.issuer else {}),
        **({"reference": release.reference} if release.reference else {}),
    }


def _version(release_id: int, row: Row) -> Version:
    content, at = json.loads(row["content"]), from_ms(row["at"])
    facts = _facts_of(content["facts"]) if content["facts"] else None
    return Version(
        release_id,
        row["number"],
        at,
        row["who"],
        row["verb"],
        row["note"],
        row["digest"],
        Text(row["language"], tuple(map(_block_of, content["blocks"])), at),
        content["ready"],
        facts,
        tuple(_block_of(row[:-1]) for row in content.get("asides", ())),
    )


def _block_of(row: Sequence[Any]) -> Block:
    kind, markdown, origin, engine, of, findings = row
    return whole_block(kind, markdown, origin, engine, of, json.dumps(findings))


def _facts_of(row: dict[str, Any]) -> Facts:
    return Facts(
        embargo=embargo_of(*row["embargo"]) if row["embargo"] else None,
        topics=tuple(row["topics"]),
        contacts=contacts_of(json.dumps(row["contacts"], ensure_ascii=False)),
        not_yet=not_yet_of(json.dumps(row["not_yet"], ensure_ascii=False)),
        held=bool(row["held"]),
        policy=Policy(row["policy"]),
        required=tuple(row["required"].split()),
        reason=row["reason"],
        files=tuple(Attachment(*file) for file in row.get("files", ())),
        issuer=row.get("issuer", ""),
        reference=row.get("reference", ""),
    )

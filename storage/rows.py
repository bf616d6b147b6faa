"""From rows to the press's own nouns, and back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlite_utils import Database

from press.contact import Contact, ContactKind
from press.embargo import Embargo, Precision
from press.finding import Finding, Severity
from press.releases.release import NotYet
from press.text import Block, Kind, Origin
from storage.instants import from_ms, to_ms

# A row by the names of its columns, as sqlite3.Row and a dict both are.
Row = Mapping[str, Any]
# A look-up is several times faster than asking the enumeration, and feeds read many blocks.
_KINDS = {kind.value: kind for kind in Kind}
_OF_CONTACT = [field.name for field in fields(Contact)]
_ORIGINS = {origin.value: origin for origin in Origin}


def embargo_row(embargo: Embargo | None) -> tuple[int | None, str | None, str | None, str | None]:
    """The columns `publish_at, wall, zone, precision`; all empty for a draft."""
    if embargo is None:
        return None, None, None, None
    return to_ms(embargo.instant), embargo.wall.isoformat(), embargo.zone, embargo.precision


def embargo_of(publish_at: int, wall: str, zone: str, precision: str) -> Embargo:
    """The embargo these columns keep."""
    return Embargo(from_ms(publish_at), datetime.fromisoformat(wall), zone, Precision(precision))


def embargo_in(row: Row) -> Embargo | None:
    """The embargo that a row of releases bears; None of a draft."""
    if row["publish_at"] is None:
        return None
    return embargo_of(row["publish_at"], row["wall"], row["zone"], row["precision"])


# An office signs its releases with the same few contact blocks.
@lru_cache(maxsize=256)
def contacts_row(contacts: tuple[Contact, ...]) -> str:
    """Contacts as JSON; they are always read and written together."""
    return json.dumps(contacts_list(contacts), ensure_ascii=False)


def contacts_list(contacts: Iterable[Contact]) -> list[dict[str, Any]]:
    """Contacts as values that JSON knows."""
    return [{name: getattr(contact, name) for name in _OF_CONTACT} for contact in contacts]


@lru_cache(maxsize=256)
def contacts_of(column: str) -> tuple[Contact, ...]:
    """The contacts this column keeps."""
    return tuple(map(_contact, json.loads(column)))


def blocks_of(rows: Iterable[Row]) -> tuple[Block, ...]:
    """The blocks these rows keep."""
    return tuple(
        Block(_KINDS[row["kind"]], row["markdown"], _ORIGINS[row["origin"]], row["engine"])
        for row in rows
    )


def whole_blocks(db: Database, release_id: int, language: str) -> tuple[Block, ...]:
    """A text's blocks with all that editors are shown of them, in reading order."""
    rows = db.execute(
        "SELECT kind, markdown, origin, engine, source_digest, findings, score FROM block"
        " WHERE release_id = ? AND language = ? ORDER BY position",
        (release_id, language),
    )
    return tuple(whole_block(*row) for row in rows)


def whole_block(
    kind: str,
    markdown: str,
    origin: str,
    engine: str,
    of: str,
    findings: str,
    score: float | None = None,
) -> Block:
    """The block these columns keep."""
    found = findings_of(findings) if findings != "[]" else ()
    return Block(_KINDS[kind], markdown, _ORIGINS[origin], engine, of, found, score)


def findings_row(findings: Iterable[Finding]) -> str:
    """Findings as JSON; they are always read and written together."""
    return json.dumps(found, ensure_ascii=False) if (found := findings_list(findings)) else "[]"


def findings_list(findings: Iterable[Finding]) -> list[list[str]]:
    """Findings as values that JSON knows; one that was dismissed says by whom, and why."""
    return [
        [f.check, f.severity, f.says, *((f.dismissed_by, f.reason) if f.dismissed_by else ())]
        for f in findings
    ]


def findings_of(column: str) -> tuple[Finding, ...]:
    """The findings this column keeps."""
    return tuple(
        Finding(check, Severity(how), says, *dismissed)
        for check, how, says, *dismissed in json.loads(column)
    )


def not_yet_row(said: Iterable[NotYet]) -> str:
    """What says that a release must not come out yet, as JSON; always read and written together."""
    return json.dumps(not_yet_list(said), ensure_ascii=False)


def not_yet_list(said: Iterable[NotYet]) -> list[list[Any]]:
    """The same as values that JSON knows."""
    return [[one.words, one.why, one.bare, *embargo_row(one.embargo)] for one in said]


def not_yet_of(column: str) -> tuple[NotYet, ...]:
    """What this column keeps of what says that a release must not come out yet."""
    return tuple(
        NotYet(words, embargo_of(*row) if row[0] is not None else None, why, bare)
        for words, why, bare, *row in (json.loads(column) if column != "[]" else ())
    )


def _contact(row: dict[str, Any]) -> Contact:
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    return Contact(**values | {"kind": ContactKind(row["kind"])})

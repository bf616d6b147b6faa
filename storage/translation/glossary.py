"""Terms that must come out one way."""

from collections.abc import Iterable
from dataclasses import astuple

from sqlite_utils import Database

from press.glossary import Term

_COLUMNS = "source, target, term, translation, note, exact_case"


def keep(db: Database, terms: Iterable[Term]) -> list[Term]:
    """Add terms, or change those there are.

    Returns:
        those that are new or come out otherwise than before.
    """
    changed = [term for term in terms if _find(db, term) != term]
    db.conn.executemany(
        f"INSERT INTO term ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (source, target, term) DO UPDATE SET translation = excluded.translation,"
        " note = excluded.note, exact_case = excluded.exact_case",
        [astuple(term) for term in changed],
    )
    return changed


def remove(db: Database, source: str, target: str, term: str) -> bool:
    """Take a term out.

    Returns:
        whether it was there.
    """
    cursor = db.execute(
        "DELETE FROM term WHERE source = ? AND target = ? AND term = ?", (source, target, term)
    )
    return cursor.rowcount > 0


def every(db: Database, source: str = "", target: str = "") -> list[Term]:
    """All terms, or those from one language into another."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM term WHERE (:source = '' OR source = :source)"
        " AND (:target = '' OR target = :target) ORDER BY source, target, term",
        {"source": source, "target": target},
    )
    return [_term(*row) for row in rows]


def _find(db: Database, term: Term) -> Term | None:
    row = db.execute(
        f"SELECT {_COLUMNS} FROM term WHERE source = ? AND target = ? AND term = ?",
        (term.source, term.target, term.term),
    ).fetchone()
    return _term(*row) if row else None


def _term(source: str, target: str, term: str, translation: str, note: str, exact: int) -> Term:
    return Term(source, target, term, translation, note, bool(exact))

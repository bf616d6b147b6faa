"""Keys of our own, made when they are first asked for."""

from collections.abc import Callable

from sqlite_utils import Database


def kept(db: Database, name: str, make: Callable[[], str]) -> str:
    """A key by its name; made and kept if there is none.

    Args:
        db: in a write transaction.
        name: of the key.
        make: makes one.
    """
    query = "INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"
    found = find(db, name)
    if found is None:
        db.execute(query, (name, found := make()))
    return found


def find(db: Database, name: str) -> str | None:
    """A key by its name, if it was made."""
    row = db.execute("SELECT value FROM secret WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])

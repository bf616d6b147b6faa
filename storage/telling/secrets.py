"""Keys of our own, made when they are first asked for."""

import hmac
from base64 import urlsafe_b64encode
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


def token_of(key: str, about: str) -> str:
    """What only this key makes of some words, every time: so it has to be kept nowhere.

    Args:
        key: as `kept` gives it.
        about: what it is good for.
    """
    digest = hmac.digest(key.encode(), about.encode(), "sha256")
    return urlsafe_b64encode(digest).decode().rstrip("=")

"""Which words an editor last had before them: nobody approves what they have not seen."""

from collections.abc import Iterable

from sqlite_utils import Database


def note(db: Database, release_id: int, language: str, who: str, shown: Iterable[str]) -> None:
    """Note what an editor is shown of a text; it takes the place of what they were shown before.

    Args:
        db: in a write transaction.
        release_id: of the release.
        language: code of the language.
        who: the editor.
        shown: a digest for each block and its words.
    """
    key = (release_id, language, who)
    db.execute("DELETE FROM look WHERE release_id = ? AND language = ? AND who = ?", key)
    db.conn.executemany(
        "INSERT OR IGNORE INTO look (release_id, language, who, shown) VALUES (?, ?, ?, ?)",
        [(*key, digest) for digest in shown],
    )


def last(db: Database, release_id: int, language: str, who: str) -> set[str]:
    """What an editor was last shown of a text: a digest for each block and its words."""
    query = "SELECT shown FROM look WHERE release_id = ? AND language = ? AND who = ?"
    return {digest for (digest,) in db.execute(query, (release_id, language, who))}

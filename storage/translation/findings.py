"""What was found in texts, and which of them an editor should look at."""

from sqlite_utils import Database

from press.text import Text
from storage.conditions import READY, STANDS, WAITS
from storage.rows import findings_row

# What waits, what translates earlier words, and what somebody or some check has a word against.
_TO_REVIEW = (
    "SELECT text.release_id, text.language FROM text JOIN release ON release.id = text.release_id"
    " JOIN text AS original ON original.release_id = release.id"
    " AND original.language = release.source"
    f" WHERE {STANDS} AND text.language <> release.source"
    f" AND ({WAITS} OR text.translates NOT IN ('', original.digest)"
    " OR EXISTS (SELECT 1 FROM block WHERE block.release_id = text.release_id"
    " AND block.language = text.language AND block.findings <> '[]'"
    # What was dismissed names who did, and why.
    " AND EXISTS (SELECT 1 FROM json_each(block.findings) WHERE json_array_length(value) = 3)))"
    f" ORDER BY {READY}, text.release_id, text.language"
)


def waiting(db: Database) -> int:
    """How many texts of releases that stand wait for an editor."""
    query = (
        "SELECT COUNT(*) FROM text JOIN release ON release.id = text.release_id"
        f" WHERE {STANDS} AND {WAITS}"
    )
    return int(db.execute(query).fetchone()[0])


def to_review(db: Database) -> list[tuple[int, str]]:
    """Release number and language code of each text to look at; first those that wait."""
    return [(number, code) for number, code in db.execute(_TO_REVIEW)]


def save(db: Database, release_id: int, text: Text) -> None:
    """Keep what is found in a text whose words stay; no reader has to look again for that.

    Args:
        db: in a write transaction.
        release_id: of the release.
        text: its blocks as they are kept, with other findings.
    """
    db.conn.executemany(
        "UPDATE block SET findings = ? WHERE release_id = ? AND language = ? AND position = ?",
        [
            (findings_row(block.findings), release_id, text.language, n)
            for n, block in enumerate(text.blocks)
        ],
    )

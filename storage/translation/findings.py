"""Which texts an editor should look at."""

from sqlite_utils import Database

from storage.conditions import READY, STANDS, WAITS

# What waits, what translates earlier words, and what somebody or some check has a word against.
_TO_REVIEW = (
    "SELECT text.release_id, text.language FROM text JOIN release ON release.id = text.release_id"
    " JOIN text AS original ON original.release_id = release.id"
    " AND original.language = release.source"
    f" WHERE {STANDS} AND text.language <> release.source"
    f" AND ({WAITS} OR text.translates NOT IN ('', original.digest)"
    " OR EXISTS (SELECT 1 FROM block WHERE block.release_id = text.release_id"
    " AND block.language = text.language AND block.findings <> '[]'))"
    f" ORDER BY {READY}, text.release_id, text.language"
)


def to_review(db: Database) -> list[tuple[int, str]]:
    """Release number and language code of each text to look at; first those that wait."""
    return [(number, code) for number, code in db.execute(_TO_REVIEW)]

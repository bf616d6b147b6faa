"""Texts with words of the small model that ships, which nobody has read."""

from sqlite_utils import Database

from storage.conditions import READY, ROUGH

_READY = (
    "SELECT DISTINCT text.release_id, text.language FROM block JOIN text"
    " ON text.release_id = block.release_id AND text.language = block.language"
    f" WHERE {ROUGH} AND {READY} ORDER BY text.release_id, text.language"
)


def ready(db: Database) -> list[tuple[int, str]]:
    """Release number and language code of each text the public may read that has such words."""
    return [(number, code) for number, code in db.execute(_READY)]

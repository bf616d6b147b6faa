"""Words of the small model that ships, which nobody has read, in texts and beside them."""

from sqlite_utils import Database

from storage.conditions import READY, ROUGH

_READY = (
    "SELECT DISTINCT text.release_id, text.language FROM block JOIN text"
    " ON text.release_id = block.release_id AND text.language = block.language"
    f" WHERE {ROUGH} AND {READY} UNION SELECT aside.release_id, aside.language FROM aside"
    f" WHERE aside.ready AND {ROUGH.replace('block.', 'aside.')} ORDER BY 1, 2"
)


def ready(db: Database) -> list[tuple[int, str]]:
    """Release number and language code of each that the public may read and that has such words."""
    return [(number, code) for number, code in db.execute(_READY)]

"""One release as its page will show it, with every text there is, ready or not: never public."""

from collections import defaultdict

from sqlite_utils import Database

from press.edition import Entry
from press.embargo import Embargo
from storage.entries import COLUMNS, OF_TEXT, entries
from storage.rows import Row, embargo_row

_ONE = f"SELECT {COLUMNS} FROM release WHERE release.id = ?"
# What waits for an editor is shown as if it had been ready all the time.
_TEXTS = (
    f"SELECT text.language, COALESCE(text.ready_at, 0), {OF_TEXT} FROM text"
    " WHERE text.release_id = ? ORDER BY text.language"
)


def foreseen(db: Database, release_id: int, language: str, stand_in: Embargo) -> Entry:
    """What a language's page will show of a release once it is out.

    Args:
        db: in a read transaction.
        release_id: of a release there is.
        language: code.
        stand_in: the embargo of a draft, which has none of its own.
    """
    row: Row = db.execute(_ONE, (release_id,)).fetchone()
    *names, publish_at, _, _, _, contacts = row
    if publish_at is None:
        row = (*names, *embargo_row(stand_in), contacts)
    texts: dict[int, dict[str, Row]] = defaultdict(dict)
    for code, *moments in db.execute(_TEXTS, (release_id,)):
        texts[release_id][code] = tuple(moments)
    (entry,) = entries(db, [row], texts, language)
    return entry

"""One release as its page will show it, with every text there is, ready or not: never public."""

from sqlite_utils import Database

from press.embargo import Embargo
from press.public.edition import Entry
from storage.entries import COLUMNS, OF_TEXT, entries
from storage.rows import embargo_row

_ONE = f"SELECT {COLUMNS} FROM release WHERE release.id = ?"
# What waits for an editor is shown as if it had been ready all the time.
_TEXTS = (
    f"SELECT text.release_id, text.language, COALESCE(text.ready_at, 0) AS ready_at, {OF_TEXT}"
    " FROM text WHERE text.release_id = ? ORDER BY text.language"
)


def foreseen(db: Database, release_id: int, language: str, stand_in: Embargo) -> Entry:
    """What a language's page will show of a release once it is out.

    Args:
        db: in a read transaction.
        release_id: of a release there is.
        language: code.
        stand_in: the embargo of a draft, which has none of its own.
    """
    row = dict(db.execute(_ONE, (release_id,)).fetchone())
    if row["publish_at"] is None:
        row |= zip(("publish_at", "wall", "zone", "precision"), embargo_row(stand_in), strict=True)
    texts = {text["language"]: text for text in db.execute(_TEXTS, (release_id,))}
    (entry,) = entries(db, [row], {release_id: texts}, language, foreseen=True)
    return entry

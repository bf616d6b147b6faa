"""Texts that translate earlier words of their original."""

from collections.abc import Sequence

from sqlite_utils import Database

from storage.conditions import STANDS


def superseded(db: Database, languages: Sequence[str]) -> list[tuple[int, str]]:
    """Which texts in these languages are older than what they translate: (number, language code).

    Of texts from before this was kept it is not known, and they are not among them; nor are those
    of releases that were withdrawn.
    """
    rows = db.execute(
        "SELECT text.release_id, text.language FROM text JOIN release ON release.id ="
        " text.release_id JOIN text AS original ON original.release_id = release.id"
        f" AND original.language = release.source WHERE {STANDS}"
        " AND text.translates NOT IN ('', original.digest) ORDER BY text.release_id, text.language"
    )
    return [(number, code) for number, code in rows if code in languages]


def unexamined(db: Database) -> int:
    """How many texts a machine made before it was kept what they translate and what is wrong."""
    query = (
        "SELECT COUNT(*) FROM text JOIN release ON release.id = text.release_id"
        f" WHERE {STANDS} AND text.language <> release.source"
        " AND text.translates = '' AND EXISTS (SELECT 1 FROM block WHERE block.release_id ="
        " text.release_id AND block.language = text.language AND block.origin = 'machine')"
    )
    return int(db.execute(query).fetchone()[0])

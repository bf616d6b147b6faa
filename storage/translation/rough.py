"""Texts that hold words of the small model that ships, which nobody has read."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from press.text import STARTER, Origin
from storage.conditions import STANDS

_ROUGH = "block.origin = :machine AND instr(block.engine, :starter) > 0"
_VALUES = {"machine": Origin.MACHINE, "starter": STARTER}


@dataclass(frozen=True, slots=True)
class Rough:
    """One engine's rough words in one text.

    Args:
        number: of the release.
        source: code of the language it was written in.
        language: code of the text's.
        engine: the words' own.
    """

    number: int
    source: str
    language: str
    engine: str


def rough(db: Database, languages: Sequence[str], numbers: Sequence[int] = ()) -> list[Rough]:
    """The rough words in texts of these languages, of releases that were not withdrawn.

    Args:
        db: the database.
        languages: codes.
        numbers: of the releases to look at; none for all.
    """
    rows = db.execute(
        "SELECT DISTINCT release.id, release.source, block.language, block.engine FROM block"
        f" JOIN release ON release.id = block.release_id WHERE {STANDS} AND {_ROUGH}"
        " ORDER BY release.id, block.language, block.engine",
        _VALUES,
    )
    found = [Rough(*row) for row in rows]
    return [r for r in found if r.language in languages and (not numbers or r.number in numbers)]


def has_rough(db: Database) -> bool:
    """Whether there are any."""
    found = db.execute(f"SELECT 1 FROM block WHERE {_ROUGH} LIMIT 1", _VALUES)
    return found.fetchone() is not None

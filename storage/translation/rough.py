"""Words of the small model that ships, which nobody has read, in texts and beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from press.text import STARTER, Kind
from storage.conditions import READY, ROUGH, STANDS

_BESIDE = ROUGH.replace("block.", "aside.")
_READY = (
    "SELECT DISTINCT text.release_id, text.language FROM block JOIN text"
    " ON text.release_id = block.release_id AND text.language = block.language"
    f" WHERE {ROUGH} AND {READY} UNION SELECT aside.release_id, aside.language FROM aside"
    f" WHERE aside.ready AND {_BESIDE} ORDER BY 1, 2"
)
_WORDS = (
    "SELECT release.id, release.source, block.language, block.engine FROM block"
    f" JOIN release ON release.id = block.release_id WHERE {STANDS} AND {ROUGH}"
)
# What stands beside a text that a person approved, and why a release was withdrawn, too.
_ASIDES = (
    "SELECT release.id, release.source, aside.language, aside.engine FROM aside"
    " JOIN release ON release.id = aside.release_id"
    f" WHERE ({STANDS} OR aside.kind = '{Kind.REASON}') AND {_BESIDE}"
)
# Where the original stands in for such words, these are in the translation memory only.
_BEHIND = (
    "SELECT release.id, release.source, block.language, memory.engine FROM block"
    " JOIN release ON release.id = block.release_id AND release.source <> block.language"
    " JOIN memory ON memory.digest = block.source_digest AND memory.source = release.source"
    f" AND memory.language = block.language WHERE {STANDS} AND block.origin = 'author'"
    f" AND memory.origin = 'machine' AND instr(memory.engine, '{STARTER}') > 0"
)


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


def ready(db: Database) -> list[tuple[int, str]]:
    """Release number and language code of each that the public may read and that has such words."""
    return [(number, code) for number, code in db.execute(_READY)]


def every(db: Database, languages: Sequence[str], numbers: Sequence[int] = ()) -> list[Rough]:
    """Such words in texts of these languages, beside or behind them.

    Of what was withdrawn there is only why.

    Args:
        db: the database.
        languages: codes.
        numbers: of the releases to look at; none for all.
    """
    query = f"{_WORDS} UNION {_ASIDES} UNION {_BEHIND} ORDER BY 1, 3, 4"
    found = [Rough(*row) for row in db.execute(query)]
    return [r for r in found if r.language in languages and (not numbers or r.number in numbers)]


def is_any(db: Database) -> bool:
    """Whether there are any, in texts or in the translation memory."""
    rows = (
        f"SELECT 1 FROM block WHERE {ROUGH} LIMIT 1",
        f"SELECT 1 FROM memory WHERE origin = 'machine' AND instr(engine, '{STARTER}') > 0 LIMIT 1",
    )
    return any(db.execute(query).fetchone() for query in rows)

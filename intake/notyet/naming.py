"""What the name of a file says: `EMBARGO 5 May 2027 10h - release.txt`."""

import re

from intake.given import Given
from intake.moments.reading import names_part_of_a_moment, read_moment
from intake.notyet.folded import fold
from intake.notyet.hints import hints_in
from intake.notyet.topics import is_of_the_world, is_past, speaks_of_another
from intake.notyet.wordings import Force, phrases_in
from press.errors import Refusal
from press.release import NotYet

_ENDING = re.compile(r"\.(?:[a-z0-9]{1,8})$", re.IGNORECASE)
_JOINS = re.compile(
    r"_|(?<!\d)-|-(?!\d)|(?<=\d)\.(?=[^\W\d])|(?<=[^\W\d])\.(?=\w)|(?<=[a-z])(?=[A-Z][a-z])"
)
_OVER = re.compile(
    r"\b(?:lifted|lifts|ends|ended|over|levee?|opgeheven|aufgehoben|broken|history|policy"
    r"|debate)\b"
)


def not_yet_in(name: str, given: Given) -> NotYet | None:
    """What the name of a file says against its coming out, if it does.

    Args:
        name: of the file, `-` for standard input.
        given: the zone of a moment that names none.
    """
    words = _JOINS.sub(" ", _ENDING.sub("", name))
    if not hints_in(words):
        return None
    said = fold(words).text
    for found in phrases_in(said):
        if found.force is Force.CORE and not _speaks(said, found.start, found.end):
            return _read(name, said[found.start :], given)
        if found.force is Force.PHRASE or (found.force is Force.BAN and len(said) < 60):
            return _read(name, said[found.start :], given)
    return None


def _speaks(said: str, start: int, end: int) -> bool:
    around = f"{said[:start]} {said[end:]}"
    return bool(
        speaks_of_another(said, start, end)
        or is_of_the_world(around)
        or is_past(around)
        or _OVER.search(around)
    )


def _read(name: str, said: str, given: Given) -> NotYet:
    words = f"the file's name, {name}"
    if not names_part_of_a_moment(said):
        return NotYet(words, None, f"the file's name, “{name}”, names no moment", bare=True)
    try:
        return NotYet(words, read_moment(said, given, name))
    except Refusal as refusal:
        return NotYet(words, None, f"in the file's name: {refusal}")

"""What the name of a file says: `EMBARGO 5 May 2027 10h - release.txt`."""

import re

from intake.given import Given
from intake.moments.reading import names_part_of_a_moment, read_moment
from intake.notyet.hints import hints_in
from intake.notyet.judging import judge
from intake.notyet.words.folded import Folded, fold
from intake.notyet.words.respelling import respelled
from intake.notyet.words.topics import is_of_the_world, is_past, speaks_of_another
from intake.notyet.words.wordings import Force, phrases_in
from press.errors import Refusal
from press.releases.release import NotYet

_ENDING = re.compile(r"\.(?:[a-z0-9]{1,8})$", re.IGNORECASE)
_JOINS = re.compile(
    r"_|(?<!\d)-|-(?!\d)|(?<=\d)\.(?=[^\W\d])|(?<=[^\W\d])\.(?=\w)|(?<=[a-z])(?=[A-Z][a-z])"
)
_OVER = re.compile(
    r"\b(?:lifted|lifts|ends|ended|over|levee?|opgeheven|aufgehoben|broken|history|policy"
    r"|debate)\b"
)
_NONE = re.compile(r"\b(?:no|not under|without|sans|pas d'?|geen|zonder|kein|keine|ohne)\W*$")
_DRAFT = re.compile(r"(?:^|[\W\d])(?:DRAFT|ENTWURF|PROJET|BROUILLON|CONCEPT|ONTWERP)(?:$|[\W\d])")


def not_yet_in(name: str, given: Given) -> NotYet | None:
    """What the name of a file says against its coming out, if it does.

    Args:
        name: of the file, `-` for standard input.
        given: the zone of a moment that names none.
    """
    words = _JOINS.sub(" ", _ENDING.sub("", name))
    if not hints_in(words):
        return _read(name, "", given) if _DRAFT.search(words) else None
    folded = fold(words)
    said = folded.text
    for found in phrases_in(said):
        if found.force is Force.CORE and not _speaks(said, found.start, found.end):
            return _read(name, said[found.start :], given)
        if found.force is Force.PHRASE or (found.force is Force.BAN and len(said) < 60):
            return _read(name, said[found.start :], given)
    return _read(name, said, given) if _DRAFT.search(words) or _holds(folded, words) else None


def _holds(folded: Folded, words: str) -> bool:
    """Whether a name orders as a line of a text does: `gesperrt bis 9.2.2027`, `vertraulich`."""
    again = respelled(folded)
    if not again and not re.search(r"\d", words):
        return False
    return any(one.is_sure for one in judge(again or folded, words))


def _speaks(said: str, start: int, end: int) -> bool:
    around = f"{said[:start]} {said[end:]}"
    return bool(
        speaks_of_another(said, start, end)
        or _NONE.search(said[:start])
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

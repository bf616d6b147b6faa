"""What the name of a file says: `EMBARGO 5 May 2027 10h - release.txt`."""

import re

from intake.given import Given
from intake.moments.reading import names_part_of_a_moment, read_moment
from intake.notyet.hints import hints_in
from intake.notyet.judging import judge
from intake.notyet.waiting import waiting_in
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

# A part of a name that says what its text is, and no more: `bridge - hold`, `Entwurf_Brücke`.
_PARTS = re.compile(r"_| [-–—] |[()\[\]]")
_PART = re.compile(
    r"(?:on )?hold|wait|(?:final |first )?draft(?: ?v? ?\d+)?|entwurf|brouillon|ontwerp|kladversie"
    r"|(?:strictly |streng |strikt |strictement )?(?:confidential|vertraulich|vertrouwelijk"
    r"|confidentiel)|not (?:yet )?(?:public|released|approved|final)|noch nicht \w+"
    r"|nog niet \w+|pas encore \w+|intern|do not (?:use|send|publish)"
)
# … before which it is a thing in the news: `draft_law.txt`, `confidential talks.txt`.
_THING = re.compile(
    r"(?:law|bill|budget|act|regulation|agreement|programme|treaty|resolution|directive|plan|order"
    r"|des|der|de|du|of|talks|data|documents?|letters?|files?|patients?)\b"
)
_FIRST = re.compile(
    r"(?:strictly |streng |strikt )?(?:confidential|vertraulich|vertrouwelijk|confidentiel) (?=\w)"
)
_BOUND = re.compile(
    r"(?:do )?not (?:before|until|prior)\b|nicht vor\b|niet voor\b|pas avant\b|not? (?:use|send)\b"
)
_IN_ONE = re.compile(
    r"nepas(?:diffuser|publier|utiliser|transmettre)|(?:not|nicht|niet)(?:for|zur|fuer|fur|voor)"
    r"(?:publication|release|veroffentlichung|veroeffentlichung|publicatie)|donot(?:publish|use"
    r"|release|send|distribute)|niet(?:publiceren|verspreiden|gebruiken)|nicht(?:veroffentlichen"
    r"|veroeffentlichen|verwenden|verbreiten)|notyet(?:public|released|approved|cleared)"
    r"|sousembargo|underembargo|onderembargo"
)


def not_yet_in(name: str, given: Given) -> NotYet | None:
    """What the name of a file says against its coming out, if it does.

    Args:
        name: of the file, `-` for standard input.
        given: the zone of a moment that names none.
    """
    words = _JOINS.sub(" ", _ENDING.sub("", name))
    return _said_by(name, words, given) or _waits(name, words)


def _waits(name: str, words: str) -> NotYet | None:
    """What a name says in words of its own; it names no moment then."""
    parts = [" ".join(fold(part).text.split()) for part in _PARTS.split(_ENDING.sub("", name))]
    parts = [part for part in parts if part]
    said = " ".join(fold(words).text.replace("-", " ").split())
    is_part = any(
        _PART.fullmatch(part) and not _THING.match(" ".join(parts[n + 1 :]))
        for n, part in enumerate(parts)
        if n in (0, len(parts) - 1)
    )
    first = _FIRST.match(said)
    is_first = first is not None and not _THING.match(said, first.end())
    is_order = _BOUND.match(said) or _IN_ONE.search(said.replace(" ", ""))
    if is_part or is_first or is_order or any(waiting_in((said,))):
        why = f"the file's name, “{name}”, says to wait"
        return NotYet(f"the file's name, {name}", None, why, bare=True)
    return None


def _said_by(name: str, words: str, given: Given) -> NotYet | None:
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

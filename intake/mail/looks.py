"""What lines of mails look like, whichever program and language wrote them."""

import re
from collections.abc import Sequence

from intake.characters.flat import low

_LONGEST = 1000  # characters of a line that is looked at
_MARKS = re.compile(r"[*_\\#|]+")
_PREFIX = re.compile(
    r"\s*(?:(?P<reply>re|aw|antw|antwort|rif|sv)|(?P<forward>fwd?|wg|tr|doorst|wtr|fs))"
    r"(?:\[\d{1,3}\])?\s?:",
    re.IGNORECASE,
)
_TAG = re.compile(r"\s*\[[^\[\]]{1,60}\]")
_NOTE = re.compile(
    r"\b(?:attach(?:ed|ment)?|enclosed|find (?:[\w']{1,20} ){0,5}below|see below|below you"
    r"|ci-?joint\w*|ci-?dessous|en (?:annexe|piece jointe)|piece jointe|veuillez trouver"
    r"|anbei|im anhang|angehangt\w*|beigefugt\w*|anlage|nachfolgend|nachstehend|untenstehend\w*"
    r"|in (?:de )?bijlage|bijgevoegd\w*|bijgaand\w*|hieronder|hierbij)\b"
)
SHORT = 40  # words that may be no press text
COVERING = 150  # words of a covering note at the most


def bare(line: str) -> str:
    """A line without what only marks it up, folded for comparing."""
    return low(_MARKS.sub(" ", line[:_LONGEST]))


def counted_words(lines: Sequence[str]) -> int:
    """How many words there are."""
    return sum(len(line.split()) for line in lines)


def is_note(lines: Sequence[str]) -> bool:
    """Whether a text only accompanies another: it is short, or speaks of what comes with it."""
    words = counted_words(lines)
    return words <= SHORT or (words <= COVERING and speaks_of_another(lines))


def speaks_of_another(lines: Sequence[str]) -> bool:
    """Whether a text points at an attachment, or at what is below."""
    return any(_NOTE.search(bare(line)) for line in lines)


def is_answer(subject: str) -> bool:
    """Whether a subject says that its mail answers another."""
    return _first_prefix(subject, "reply")


def is_passed_on(subject: str) -> bool:
    """Whether a subject says that its mail passes another on."""
    return _first_prefix(subject, "forward")


def plain_subject(subject: str) -> str:
    """A subject without what programs and lists put before it."""
    while found := _PREFIX.match(subject) or _TAG.match(subject):
        if not subject[found.end() :].strip():
            break
        subject = subject[found.end() :]
    return subject.strip()


def _first_prefix(subject: str, which: str) -> bool:
    while tag := _TAG.match(subject):
        subject = subject[tag.end() :]
    found = _PREFIX.match(subject)
    return bool(found and found[which])

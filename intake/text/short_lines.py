"""Lines whose ends mean something: opening hours, a programme, an address. They stay lines.

A paragraph that a program has wrapped has long lines, which begin anywhere in a sentence.
"""

import re
from collections.abc import Sequence

from intake.characters.flat import low
from intake.moments.reading import weekdays_of

_SHORT = 40  # characters of a line of an address or a verse
_LONGEST = 90  # characters of a line of a programme
_CLOCK = re.compile(
    r"(?:\*\*)?(?:from |at |um |ab |de |van |à |om )?\d{1,2}(?:[:.h]\d{2}"
    r"| ?(?:h|uhr|uur|u|am|pm|a\.m\.|p\.m\.)\b)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\s*(?:[-+*#>|`~=\\]|\d{1,9}[.)]\s|•)|.*(?:\\|  |<br ?/?>|\|)$")
_BEGINS = re.compile(r"[\"“„«(\[*_]*[A-ZÀ-ÞŒ\d]")


def with_breaks(lines: Sequence[str]) -> list[str]:
    r"""The lines with a hard break (`\`, CommonMark 0.31) behind those that end on purpose.

    Args:
        lines: of a typed text, without contacts.
    """
    found = list(lines)
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and found[end].strip():
            end += 1
        if end - start > 1 and _are_lines(found[start:end]):
            found[start : end - 1] = [f"{line.rstrip()}\\" for line in found[start : end - 1]]
        start = max(end, start + 1)
    return found


def _are_lines(lines: Sequence[str]) -> bool:
    if any(len(line) > _LONGEST for line in lines) or any(map(_MARKED.match, lines)):
        return False
    if all(map(_begins_with_time, lines)):
        return True
    are_short = all(len(line.strip()) <= _SHORT for line in lines)
    return len(lines) > 2 and are_short and all(_BEGINS.match(line.strip()) for line in lines)


def _begins_with_time(line: str) -> bool:
    words = line.strip()
    first = re.split(r"[\s:,.–-]", low(words).lstrip("*_"), maxsplit=1)[0]
    return bool(weekdays_of(first)) or _CLOCK.match(words) is not None

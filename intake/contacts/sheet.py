"""Lines of a letterhead about the sheet of paper: its date and the number it is kept under."""

import re
from collections.abc import Sequence

from intake.characters.flat import low
from intake.contacts.figures import holds_number
from intake.contacts.tidying import tidy

_LONGEST = 120  # characters of such a line
_DAY = (
    r"\d{1,2}(?:\.|st|nd|rd|th|er)? ?(?:[^\W\d_]{3,12}\.?,? |\d{1,2}[./-])(?:19|20)\d\d\b"
    r"|[^\W\d_]{3,12} \d{1,2},? (?:19|20)\d\d\b|(?:19|20)\d\d-\d\d-\d\d\b"
)
_DATED = re.compile(rf"(?:date|datum|data)\b[ .:]*(?:[^\d:]{{0,40}}[, ])?(?:{_DAY})$")
_PLACED = re.compile(rf"(?:[^\W\d_][^\d:,]{{1,40}},? )?(?:(?:den|le|the|am|op) )?(?:{_DAY})$")
_NUMBERED = re.compile(
    r"(?:nr|no|n°|num(?:mer|ero|ber)|ref(?:erenc?e|erentie|erenz)?|aktenzeichen|geschaftszeichen|az"
    r"|kenmerk|(?:ons|unser|our|notre) (?:kenmerk|zeichen|ref(?:erence)?)|dossier"
    r"|(?:presse)?mitteilung(?: nr)?|press release(?: no)?)\b[ .:°/]*"
    r"(?:[a-z]{1,6}[ ./-]{0,2})?(?!0(?:[ ./-]?\d){6})\d{1,6}(?: ?[./-] ?\w{1,6}){0,4}$"
)


def below_of_sheet(lines: Sequence[str]) -> frozenset[int]:
    """Which lines of a paragraph, below its first number, are about the sheet of paper.

    Above it, they leave in doubt whether the paragraph is a card: it may announce an event.
    """
    reaching = (n for n, line in enumerate(lines) if "@" in line or holds_number(line))
    first = next((n for n in reaching if not is_of_sheet(lines[n])), len(lines))
    return frozenset(n for n in range(first + 1, len(lines)) if is_of_sheet(lines[n]))


def is_of_sheet(raw: str) -> bool:
    """Whether a line says when a sheet was written or under which number: `NR. 094/26`.

    Args:
        raw: the line, with marks.
    """
    if len(raw) > _LONGEST or not re.search("[0-9]", raw):
        return False
    said = low(tidy(raw).replace(" | ", " ")).strip(" .")
    return any(one.match(said) for one in (_DATED, _PLACED, _NUMBERED))

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
# Figures with their signs, as in a list of what rose and fell.
_FIGURE = re.compile(r"\s*([-+−–])\s*\d")
_SIGN = re.compile(r"^(\s*)([-+])")
_QUOTED = re.compile(r"^(?:\s*>)+\s?")
_ENDS_QUOTATION = re.compile(r"[”\"»«“][.,]?$")
_SPEAKER = re.compile(r"[A-ZÀ-ÞŒ][^.!?…:;]*(?:\.[^.!?…:;]+)*")
_BEHIND_DASH = re.compile(r"(?:[–—]|-{1,2}(?=\s))\s*[A-ZÀ-ÞŒ]")
_LONGEST_NAME = 100  # characters of a line that says who spoke
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
        elif end - start > 1 and _are_figures(found[start:end]):
            signs = [_SIGN.sub(r"\1\\\2", line) for line in found[start:end]]
            found[start:end] = [*(f"{line.rstrip()}\\" for line in signs[:-1]), signs[-1]]
        elif end - start > 1 and _ends_with_speaker(found[end - 2], found[end - 1]):
            found[end - 2] = f"{found[end - 2].rstrip()}\\"
        start = max(end, start + 1)
    return found


def _are_lines(lines: Sequence[str]) -> bool:
    if any(len(line) > _LONGEST for line in lines) or any(map(_MARKED.match, lines)):
        return False
    if all(map(_begins_with_time, lines)):
        return True
    are_short = all(len(line.strip()) <= _SHORT for line in lines)
    return len(lines) > 2 and are_short and all(_BEGINS.match(line.strip()) for line in lines)


def _are_figures(lines: Sequence[str]) -> bool:
    """Whether each line begins with a figure and its sign, and they are no list of Markdown."""
    found = [_FIGURE.match(line) for line in lines]
    signs = {one[1] for one in found if one}
    is_list = len(signs) == 1 and signs <= {"-", "+"}
    return all(found) and not is_list and not any(line.endswith(("\\", "  ")) for line in lines)


def _ends_with_speaker(above: str, last: str) -> bool:
    """Whether the last line of a quotation says who spoke."""
    said, name = (_QUOTED.sub("", line).strip() for line in (above, last))
    if len(name) > _LONGEST_NAME or above.endswith(("\\", "  ")):
        return False
    if _BEHIND_DASH.match(name) and all(map(_QUOTED.match, (above, last))):
        return said.endswith((".", "!", "?", "…")) or _ENDS_QUOTATION.search(said) is not None
    is_name = _SPEAKER.fullmatch(name) or _BEHIND_DASH.match(name)
    return is_name is not None and _ENDS_QUOTATION.search(said) is not None


def _begins_with_time(line: str) -> bool:
    words = line.strip()
    first = re.split(r"[\s:,.–-]", low(words).lstrip("*_"), maxsplit=1)[0]
    return bool(weekdays_of(first)) or _CLOCK.match(words) is not None

"""Quotation marks, apostrophes and spaces, as a language sets them."""

import re
from collections.abc import Callable

from translate.markup.inline import free_places
from translate.markup.quoting import FINE, FIXED, quoted
from translate.markup.structure import Line

_FRENCH = re.compile(
    rf"(?<=[^\s\\!?;:«…({FIXED}{FINE}])[ {FIXED}{FINE}]?([:;!?])(?=[\s)\]*_~»”]|$)"
)


def spaced(text: str, target: str, is_ours: Callable[[int], bool]) -> str:
    """French spaces before : ; ! ? in French, nothing anywhere else; arguments as `quoted` has."""
    if target != "fr":
        return text

    def space(match: re.Match[str]) -> str:
        if not is_ours(match.start(1)):
            return match[0]
        return (FIXED if match[1] == ":" else FINE) + match[1]

    return _FRENCH.sub(space, text)


def typeset(line: Line, target: str, source: str = "") -> str:
    """A line with its language's quotation marks and spaces, marks and what is kept untouched.

    Args:
        line: in that language.
        target: its code.
        source: the line that was translated, if it may hold a part of a quotation.
    """
    free = free_places(line)
    text = quoted(line.text, target, free.__contains__, source)
    free = free_places(Line(text, line.marked))
    return spaced(text, target, free.__contains__)

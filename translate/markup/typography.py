"""Quotation marks and spaces, as a language sets them."""

import re
from collections.abc import Callable

from translate.markup.inline import free_places
from translate.markup.structure import Line

FINE, FIXED = "\u202f", "\u00a0"  # narrow, and of a word's width; neither breaks a line
# What opens and what closes a quotation, the spaces inside included.
QUOTES = {
    "fr": ("«" + FIXED, FIXED + "»"),
    "nl": ("“", "”"),
    "de": ("„", "“"),
    "en": ("“", "”"),
}
_MARK = re.compile(f'«[ {FIXED}{FINE}]?|[ {FIXED}{FINE}]?»|[“”„"]')
_FRENCH = re.compile(
    rf"(?<=[^\s\\!?;:«…({FIXED}{FINE}])[ {FIXED}{FINE}]?([:;!?])(?=[\s)\]*_~»”]|$)"
)


def quoted(text: str, target: str, is_ours: Callable[[int], bool]) -> str:
    """Quotations in a language's own marks, if every one that opens closes.

    Args:
        text: one line.
        target: code of its language; one that is not known here keeps what it has.
        is_ours: tells of a place in the line whether it may be changed there.
    """
    marks = [mark for mark in _MARK.finditer(text) if is_ours(_at(mark))]
    if target not in QUOTES or len(marks) % 2 or not _pair_up([m[0].strip() for m in marks]):
        return text
    said, end = "", 0
    for number, mark in enumerate(marks):
        said += text[end : mark.start()] + QUOTES[target][number % 2]
        end = mark.end()
    return said + text[end:]


def spaced(text: str, target: str, is_ours: Callable[[int], bool]) -> str:
    """French spaces before : ; ! ? in French, nothing anywhere else; arguments as above."""
    if target != "fr":
        return text

    def space(match: re.Match[str]) -> str:
        if not is_ours(match.start(1)):
            return match[0]
        return (FIXED if match[1] == ":" else FINE) + match[1]

    return _FRENCH.sub(space, text)


def _at(mark: re.Match[str]) -> int:
    """Where the mark itself stands, not the space beside it."""
    return mark.end() - 1 if mark[0].endswith("»") else mark.start()


def _pair_up(marks: list[str]) -> bool:
    """Whether marks open and close in turn, as far as their form tells."""
    opens, closes = {"«", "„"}, {"»", "”"}
    turns = zip(marks[::2], marks[1::2], strict=True)
    return all(a not in closes and b not in opens for a, b in turns)


def typeset(line: Line, target: str) -> str:
    """A line with its language's quotation marks and spaces, marks and what is kept untouched.

    Args:
        line: in that language.
        target: its code.
    """
    text = line.text
    for change in (quoted, spaced):
        free = free_places(Line(text, line.marked))
        text = change(text, target, free.__contains__)
    return text

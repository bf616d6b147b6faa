"""Marks of direction end with the words they stand in (Unicode UAX #9, 2.1 to 2.5 and 3.3.2)."""

import re
from collections.abc import Iterable

# Embeddings and overrides, which U+202C ends, and isolates, which U+2069 ends.
_EMBEDDED, _ISOLATED = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_ENDS = dict.fromkeys(_EMBEDDED, "\u202c") | dict.fromkeys(_ISOLATED, "\u2069")
_DEEPEST = 125  # levels, further down nothing is turned
_MARK = re.compile(f"[{_EMBEDDED}{_ISOLATED}\u202c\u2069]")


def contained(words: str) -> str:
    """Words that turn nothing around but themselves: each mark in them ends in them.

    One that is left open is ended; an end of what began elsewhere is left out.

    Args:
        words: plain text.
    """
    if words.isascii() or not _MARK.search(words):
        return words
    return "".join(contained_in([words]))


def contained_in(pieces: Iterable[str]) -> list[str]:
    """The same of words in pieces, with one piece more for the marks that none of them ends."""
    stack: list[str] = []
    kept = [_MARK.sub(lambda found: _kept(found[0], stack), piece) for piece in pieces]
    return [*kept, "".join(reversed(stack))]


def _kept(mark: str, stack: list[str]) -> str:
    """A mark if it begins something or ends what began; `stack` is what is to be ended."""
    if mark in _ENDS and len(stack) < _DEEPEST:
        stack.append(_ENDS[mark])
    elif mark == "\u202c" and stack[-1:] == [mark]:
        stack.pop()
    elif mark == "\u2069" and mark in stack:
        while stack.pop() != mark:  # what is embedded in an isolate ends with it
            continue
    else:
        return ""
    return mark

"""Marks in a sentence that leads to what it is about: `The following is not for publication:`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from intake.notyet.withholding import held_words, may_be_marked
from intake.text.sheet.seen import level, paragraph_end, unmarked

_LONGEST = 1200  # characters of a line with such a sentence
# What stands before the sentence stays; behind its colon may stand the words that are meant.
_BEFORE = r"(?P<before>.*?[.!?…][*_]*\s)??"
_LABEL = r"[^:.!?…]{2,60}:[*_]*\s"
_REST = r"(?:[^:.!?…]|[.!?](?=\S)){8,200}?\s?)[*_]*:[*_]*(?:\s.*)?"
_SENTENCES = (
    re.compile(rf"{_BEFORE}(?P<mark>{_REST}"),
    re.compile(rf"{_BEFORE}(?P<mark>{_LABEL}{_REST}"),  # `Note: the following is …:`
)
_LISTED = re.compile(r"\s*(?:[-*+•·▪‣◦–—]|\(?(?:\d{1,3}|[a-z])[.)]|\|)\s*\S")
_ITEM = re.compile(r"\s*(?:[-*+•·▪‣◦–—]|\(?(?:\d{1,3}|[a-z])[.)])\s")


def announced(lines: list[str], n: int) -> tuple[int, str] | None:
    """Where the words end to which a line leads that bans them, and what of the line stays.

    They are the rest of the line, the lines right below it, and the list below these. Nothing
    where the line is no such mark, or nothing of the kind follows.

    Args:
        lines: of a text.
        n: number of the line.
    """
    found = _mark_in(lines[n])
    if not found:
        return None
    end = _end(lines, n)
    has_words = end > n + 1 or lines[n].rstrip(" *_")[-1] != ":"
    return (end, (found["before"] or "").rstrip()) if has_words else None


def leads_on(lines: Sequence[str], n: int) -> bool:
    """Whether a line is nothing but such a mark, and what it is about stands right below it."""
    is_open = lines[n].rstrip(" *_").endswith(":") and any(map(str.strip, lines[n + 1 : n + 2]))
    found = _mark_in(lines[n]) if is_open else None
    return found is not None and not found["before"]


@lru_cache(2**14)  # each line of a text is asked twice
def _mark_in(line: str) -> re.Match[str] | None:
    """A sentence on a line that bans and leads to what is behind it."""
    is_long = len(line) > _LONGEST or ":" not in line
    if is_long or level(line) or line.lstrip().startswith("|") or not may_be_marked(line):
        return None
    matches = filter(None, (sentence.fullmatch(line) for sentence in _SENTENCES))
    return next((one for one in matches if held_words(unmarked(one["mark"].strip("*_ ")))), None)


def _end(lines: list[str], n: int) -> int:
    """The end of the paragraph, or of the item with what is indented below it; then of a list."""
    if _ITEM.match(lines[n]):
        deep = _indent(lines[n])
        ends = (k for k in range(n + 1, len(lines)) if _indent(lines[k]) <= deep)
        return next(ends, len(lines))
    return list_end(lines, paragraph_end(lines, n))


def list_end(lines: list[str], end: int) -> int:
    """The end of the list that stands behind a blank line, else the same number.

    Args:
        lines: of a text.
        end: number of the line behind a paragraph.
    """
    while _LISTED.match("".join(lines[end + 1 : end + 2])):
        end = paragraph_end(lines, end + 1)
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else -1

"""Finding the dated items of a topic listing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.moments.datelines import means_date
from intake.text.blocks import plain

LONGEST = 300  # characters of a line that is a headline with its date
_FULL = 60  # characters of a line that may be broken because it is full
MOST_LINES = 3  # of a headline that is broken
# The last bracket of a line: “Aid for the agency (UNRWA) (10 May 2022)”.
_DATED = re.compile(r"(?P<headline>.*\S)\s*\((?P<date>[^()]+)\)")
# A run of blanks is tried from its first alone, or a long one takes its length squared.
_MARKS = re.compile(r"^(?:#{1,6}|[-*+•])\s+|(?<!\s)\s+#+$")
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(.*)\1")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)*_]*$")


@dataclass(frozen=True, slots=True)
class ListedItem:
    """One entry of a listing.

    Args:
        first: number of the line its headline begins on.
        below: number of the line after the headline.
        headline: plain text, without the date.
        date: what stands in the bracket.
        line: the line of the bracket, as written.
    """

    first: int
    below: int
    headline: str
    date: str
    line: str


def items_of(lines: Sequence[str]) -> Iterator[ListedItem]:
    """The items of a listing, in order.

    Args:
        lines: everything below the title.
    """
    for n, line in enumerate(lines):
        bare = _bare(line) if len(line) <= LONGEST else ""
        found = _DATED.fullmatch(bare)
        if not found or not _is_meant(found["date"]) or _is_broken(lines, n):
            continue
        first = _start(lines, n)
        headline = " ".join([*lines[first:n], found["headline"]])
        if _begins(lines, first) and (words := plain(_bare(headline))):
            yield ListedItem(first, n + 1, words, found["date"], bare)


def _bare(line: str) -> str:
    """A line without the marks that make it a heading, an item of a list, or bold."""
    bare = _MARKS.sub("", line.strip())
    whole = _EMPHASIS.fullmatch(bare)
    return whole[2].strip() if whole else bare


def _is_meant(date: str) -> bool:
    """A year alone is no date, but where a date belongs it is a mistake to be told of."""
    return means_date(date) or re.fullmatch(r"\s*(?:19|20)\d\d\s*", date) is not None


def _is_broken(lines: Sequence[str], n: int) -> bool:
    """Whether the next line continues a sentence, which happens to be broken at a bracket."""
    below = lines[n + 1].strip() if n + 1 < len(lines) else ""
    stands_alone = _begins(lines, n) and len(lines[n]) < _FULL
    return below[:1].islower() and not stands_alone


def _start(lines: Sequence[str], n: int) -> int:
    """Where a headline begins that may be broken over several lines."""
    first = n
    while first and n - first < MOST_LINES and not _begins(lines, first):
        first -= 1
    return first


def _begins(lines: Sequence[str], n: int) -> bool:
    above = lines[n - 1].strip() if n else ""
    return not above or _ENDED.search(above) is not None

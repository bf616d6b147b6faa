"""Headers, footers and properties of a document: what in them belongs to the release."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from intake.given import Given
from intake.text import presstext
from intake.word.sheet import SheetBlock, lines_of, paragraphs_of
from press.errors import Refusal
from press.releases.release import Filing

MOST_LINES = 40  # of headers or footers of which each may stand above a headline
_LONGEST = 80  # characters of a line that bears the number of a page
_PAGE = re.compile(
    r"[\W\d]*(?:(?:page|pages?|seiten?|p(?:agina)?|blad|s|of|von|sur|van|de)\b[\W\d]*)*", re.I
)
_PROBE = "# Probe\n\nA paragraph."


def lines_in(parts: Iterable[Sequence[SheetBlock]]) -> list[str]:
    """The lines of some headers or footers, each once, without the numbers of pages."""
    lines = dict[str, None]()
    for blocks in parts:
        pages = [one for one in paragraphs_of(tuple(blocks)) if one.has_page]
        for line in lines_of(tuple(blocks)):
            if not _is_page(line, has_page=bool(pages)):
                lines.setdefault(line)
    return list(lines)


def _is_page(line: str, *, has_page: bool) -> bool:
    """Whether a line says nothing but which page it is on: `Page 1 of 3`, `- 2 -`."""
    is_short = len(line) <= _LONGEST and _PAGE.fullmatch(line) is not None
    return is_short and (has_page or re.search(r"\d", line) is not None)


def unsaid(lines: Iterable[str], blocks: Sequence[SheetBlock]) -> list[str]:
    """Those lines that the text does not say as well."""
    said = set(lines_of(tuple(blocks)))
    return [line for line in lines if line not in said]


def telling(lines: Iterable[str], given: Given) -> tuple[list[str], list[str]]:
    """Which lines may stand above a headline: those that say who or what, those that say when.

    A line that would become part of the text itself is neither, nor are those after the first
    `MOST_LINES`: no letterhead has as many.
    """
    bare = presstext.read(_PROBE, given).filings[0]
    who, when = list[str](), list[str]()
    for line in islice(lines, MOST_LINES):
        filing = _probed(line, given)
        if filing is None or filing.blocks != bare.blocks:
            continue
        if filing.embargo:
            when.append(line)
        elif filing.reference or filing.issuer:
            who.append(line)
    return who, when


def _probed(line: str, given: Given) -> Filing | None:
    try:
        return presstext.read(f"{line}\n\n{_PROBE}", given).filings[0]
    except Refusal:
        return None

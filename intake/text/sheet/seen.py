"""What a line says, seen through the Markdown that it may carry."""

import re
from functools import lru_cache

LONGEST = 300  # characters of a line that can be anything else than text
_HEADING = re.compile(r"\A\s{0,3}(#{1,6})(?:\s+|$)")
_QUOTED = re.compile(r"\A\s*(?:>\s?)+")
_ITEM = re.compile(r"\A\s*(?:[-*+•·▪]|\d{1,3}[.)])\s+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)\)")
_BREAK = re.compile(r"(?:\\|<br ?/?>)$")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![\w*])")
_UNDERSCORES = re.compile(r"(?<!\w)_{1,3}(?=[^\W_])|(?<=[^\s_])_{1,3}(?!\w)")


@lru_cache(4096)
def said(line: str) -> str:
    """The words of a line without marks of headings, emphasis and links, without escapes.

    A line that is too long to be anything but text comes back as it is.
    """
    if len(line) > LONGEST:
        return line
    words = _BREAK.sub("", _HEADING.sub("", line.strip(), count=1).rstrip("# \t"))
    words = _LINK.sub(r"\1", words)
    words = _UNDERSCORES.sub("", _EMPHASIS.sub("", words))
    return " ".join(_ESCAPED.sub(r"\1", words).split())


def level(line: str) -> int:
    """The level of a heading that is marked by signs in front of it; 0 for any other line."""
    found = _HEADING.match(line) if len(line) <= LONGEST else None
    return len(found[1]) if found and found.end() < len(line.rstrip()) else 0


def unmarked(line: str) -> str:
    """The words of a line, also without the mark of a quotation or of an item."""
    return said(_ITEM.sub("", _QUOTED.sub("", line[: LONGEST + 1], count=1), count=1))


def cells(line: str) -> list[str]:
    """The cells of a row of a table, else the line as the only one."""
    row = line.strip()
    if not row.startswith("|") or len(row) > LONGEST:
        return [line]
    return [cell.strip() for cell in row.strip("|").split("|")]


def paragraph_end(lines: list[str], first: int) -> int:
    """The number of the line behind a paragraph."""
    return next((n for n in range(first, len(lines)) if not lines[n].strip()), len(lines))

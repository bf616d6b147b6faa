"""A block's structure apart from its words: markers, pipes, quote marks, breaks, code, rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from press.text import PLAIN, Block, Kind
from translate.markup.markdown import PARSER

_PIPE = re.compile(r"(?<!\\)(\|)")
_HARD = re.compile(r"(?<!\\)(?:\\\\)*\\$")
Row = list["str | Line"]


@dataclass(frozen=True, slots=True)
class Line:
    """Words between two pieces of structure: a paragraph, an item, a cell, up to a hard break.

    Args:
        text: the words, on one line.
        marked: whether they are Markdown; a headline is plain text.
    """

    text: str
    marked: bool = True


def structure_of(block: Block) -> Row:
    """Take a block apart; joined, its parts are the block again, each paragraph on one line."""
    if block.kind in (Kind.CODE, Kind.RULE):
        return [block.markdown]
    text = block.markdown.replace("\r\n", "\n").replace("\r", "\n")
    if block.kind in PLAIN:
        return [Line(" ".join(text.split()), marked=False)]
    return _joined(text.split("\n"), text)


def _joined(rows: Sequence[str], text: str) -> Row:
    found: dict[int, Row] = {}
    for token in PARSER.parse(text):
        start = token.map[0] if token.map else 0
        if token.type == "tr_open":
            found[start] = _cells(rows[start])
        elif token.type == "inline" and start not in found:
            found |= _lines(rows, start, token.content)
    whole: Row = []
    for number, row in enumerate(rows):
        parts = found.get(number, [row])
        whole += ["\n", *parts] if whole and parts else parts
    return whole


def _cells(row: str) -> Row:
    """A table's row: pipes and white space stay."""
    parts: Row = []
    for cell in _PIPE.split(row):
        text = cell.strip().lstrip("> ")
        before, _, after = cell.rpartition(text) if text else (cell, "", "")
        parts += [before, Line(text), after]
    return parts


def _lines(rows: Sequence[str], start: int, content: str) -> dict[int, Row]:
    """A paragraph's rows, joined into one as far as the next hard break."""
    found: dict[int, Row] = {}
    words: list[str] = []
    opening, marker = start, ""
    last = start + content.count("\n")
    for number, line in enumerate(content.split("\n"), start):
        placed = _placed(rows[number], line.strip(), breaks=number < last)
        if not placed:
            return {}
        before, text, after = placed
        if not words:
            opening, marker = number, before
        words.append(text)
        found[number] = []
        if after.startswith(("  ", "\\")) or number == last:
            found[opening] = [marker, Line(" ".join(words)), after]
            words = []
    return found


def _placed(row: str, text: str, *, breaks: bool) -> tuple[str, str, str] | None:
    """What stands before a row's words, the words, and what stands after them."""
    before, known, after = row.rpartition(text) if text else ("", "", "")
    if not known:  # the parser rewrote it, a tab for example: all of it is left as it stands
        return None
    if breaks and _HARD.search(text):
        return before, text[:-1], "\\" + after
    return before, text, after

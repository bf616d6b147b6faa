"""Markdown as the engine must not see it, and must not write it."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPECIAL = re.compile(r"[\\*_~`\[\]<>|]|&(?=#|[A-Za-z]\w*;)")
_LEADING = re.compile(r"[#+=-]|\d{1,9}(?=[.)](?:\s|$))")
_WORDS = {"text", "text_special", "softbreak", "inline"}


def plain(markdown: str) -> str:
    """Take the backslashes out of a piece that has no other markup."""
    return _ESCAPE.sub(r"\1", markdown)


def escaped(text: str, starts: bool) -> str:
    """Write plain text as Markdown that says the same and does nothing.

    Args:
        text: one line.
        starts: whether a line or a cell begins with it.
    """
    safe = _SPECIAL.sub(r"\\\g<0>", text)
    if starts and (leading := _LEADING.match(safe)):
        return f"{leading[0]}\\{safe[leading.end() :]}" if leading[0].isdigit() else f"\\{safe}"
    return safe


def unlisted(said: str, markdown: str) -> str:
    """Keep a date that begins a line, `1. März`, from making a list where there was none."""
    leading = _LEADING.match(said)
    if not leading or not leading[0].isdigit() or _LEADING.match(markdown):
        return said
    return f"{leading[0]}\\{said[leading.end() :]}"


def shape(markdown: str) -> list[tuple[object, ...]]:
    """Everything a Markdown parser sees in a text except its words: structure, targets, code."""
    return list(_shapes(PARSER.parse(markdown)))


def _shapes(tokens: Sequence[Token]) -> Iterator[tuple[object, ...]]:
    for token in tokens:
        if token.type not in _WORDS:
            kept = "" if token.nesting else token.content
            yield token.type, token.tag, token.markup, token.info, repr(token.attrs), kept
        if token.type == "inline":
            yield from _shapes(token.children or [])

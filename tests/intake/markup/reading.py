"""What a reader of Markdown sees: words, links, rows."""

import re
import unicodedata
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def tokens(markdown: str) -> Iterator[Token]:
    """Every token of a text, those within lines too."""
    for token in PARSER.parse(markdown):
        yield token
        yield from token.children or ()


def shown(markdown: str) -> str:
    """The words of a text as a page shows them, single spaces between."""
    spaced = {"inline": " ", "softbreak": " ", "hardbreak": " "}
    parts = [
        f"{spaced.get(token.type, '')}{'' if token.type == 'inline' else token.content}"
        for token in tokens(markdown)
    ]
    return " ".join("".join(parts).split())


def signs(text: str) -> str:
    """Everything of a text but spaces, with figures that are raised or lowered as figures."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def links(markdown: str) -> list[str]:
    """Where the links of a text lead."""
    found = (token for token in tokens(markdown) if token.type == "link_open")
    return [str(token.attrs["href"]) for token in found]


def kinds(markdown: str) -> list[str]:
    """What blocks a text has."""
    return [token.type for token in PARSER.parse(markdown) if token.nesting >= 0]

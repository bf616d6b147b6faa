"""Columns of people in documents that part them by tabs or spaces, which a text would lose."""

from collections.abc import Sequence
from itertools import takewhile

from intake.contacts.columns import GAP, are_names, reaches


def in_columns(paragraphs: Sequence[str]) -> int:
    """How many paragraphs stand in columns below names side by side, these among them; else none.

    Args:
        paragraphs: their words, from the one on that may begin with names.
    """
    if not paragraphs or not are_names(paragraphs[0].split("\n")[0]):
        return 0
    found = list(takewhile(GAP.search, paragraphs))
    lines = (line for words in found for line in words.split("\n"))
    return len(found) if any(map(reaches, lines)) else 0


def with_strokes(words: str) -> str:
    """Words with what parts the cells of a line seen: ` | `."""
    return GAP.sub(" | ", words)

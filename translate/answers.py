"""Judging what an engine said: it is never trusted."""

import re
from collections import Counter

from press.text import clean
from translate.amounts import Amounts
from translate.frame import Line
from translate.inline import Piece, seen
from translate.kept import REACHABLE
from translate.markup import escaped, shape

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_ENDS = ".!?…:;"


def accepted(piece: Piece, answer: str, amounts: Amounts, *, starts: bool) -> str | None:
    """The engine's words for a piece as they may stand in the line, or None if they may not.

    Args:
        piece: what was sent.
        answer: what came back.
        amounts: reads the language of what was sent and writes the other.
        starts: whether a line begins with it.
    """
    if answer == piece.words:
        return amounts.written(piece.raw)
    said = " ".join(clean(answer).split())
    said = _ended_like(piece.words, said) if piece.whole else _EDGES.sub("", said)
    if not any(letter.isalpha() for letter in said) or len(said) > _longest(piece.words):
        return None
    if REACHABLE.search(said) or not amounts.agree(piece.words, said):
        return None
    said = amounts.rewritten(piece.words, said)
    return escaped(said, starts) if piece.marked else said


def is_faithful(line: Line, said: str, amounts: Amounts) -> bool:
    """Whether a line came through with its amounts, addresses, telephones and markup unchanged."""
    if said == line.text:
        return True
    if Counter(REACHABLE.findall(line.text)) != Counter(REACHABLE.findall(said)):
        return False
    if not amounts.agree(seen(line), seen(Line(said, line.marked))):
        return False
    return not line.marked or shape(line.text) == shape(said)


def _longest(words: str) -> int:
    """Characters that an honest translation of some words may have; a model can run on and on."""
    return 60 + 4 * len(words)


def _ended_like(words: str, said: str) -> str:
    """A headline gets no full stop, and a sentence does not lose its own."""
    if words[-1].isalnum():
        return said.rstrip(" .")
    if said[-1:].isalnum() and words[-1] in _ENDS:
        return said + words[-1]
    return said

"""Markdown for translators: words they change, and codes that their tools protect."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from press.text import PLAIN, Block

_URL = r"https?://[^\s<>()\[\]*`|]*[^\s<>()\[\]*`|.,;:!?'\"]"
# RFC 5321, 4.5.3.1: no longer, so that a long word is not looked through from each of its letters.
_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
# Alternatives in this order; what matches none of them is words. Strangers' files are read with
# these: whatever is in them, the time they take grows with their length and not with its square.
_PIECES = re.compile(
    r"(?P<words>\\[!-/:-@\[-`{-~])"  # an escaped sign is a word's own
    r"|(?P<firm>"
    r"(?:(?<!`)|(?<=\\`))(?P<ticks>`++).{1,5000}?(?<!`)(?P=ticks)(?!`)"  # code
    r"|<(?=[^\s<>.:/@]*[.:/@])[^\s<>]*+>"  # <https://…>, <mail@…>
    r"|\]\((?:[^()\s\\]|\\.|\([^()\s]*\))*(?:[ \n]+\"[^\"\n]*\")?\)"  # the end of a link
    rf"|{_URL}|{_MAIL}"
    r")"
    r"|(?P<soft>"
    r"^[ \t]*+\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+(?:[ \t]*:?-{3,}:?[ \t]*)?$"  # the rule of a table
    r"|^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)]|#{1,6})[ \t]+)+"  # what makes a quotation, item or heading
    r"|!?\[|\*{1,3}|~~|(?<!\w)_{1,3}|_{1,3}(?!\w)|(?:(?<![ \t])[ \t]++)?\|[ \t]*"
    r")",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class CodedPiece:
    """A part of a block; put together again they are the block, letter by letter.

    Args:
        text: Markdown.
        code: its number if it is a code, from 1 in the order of the source; 0 for words.
    """

    text: str
    code: int = 0


def pieces(block: Block) -> list[CodedPiece]:
    """A source block in words and numbered codes."""
    found, count = list[CodedPiece](), 0
    for text, is_code in _cut(block):
        count += is_code
        found.append(CodedPiece(text, count if is_code else 0))
    return found


def pieces_like(source: Block, target: Block) -> list[CodedPiece]:
    """A translation in words and the codes of its source; a code of its own stays among the words.

    Args:
        source: the block of the original.
        target: its translation.
    """
    free = defaultdict[str, deque[int]](deque)
    for number, text in codes_of(source).items():
        free[text].append(number)
    found = list[CodedPiece]()
    for text, is_code in _cut(target):
        is_known = is_code and bool(free[text])
        found.append(CodedPiece(text, free[text].popleft() if is_known else 0))
    return found


def codes_of(source: Block) -> Mapping[int, str]:
    """The codes of a source block by their numbers."""
    return {piece.code: piece.text for piece in pieces(source) if piece.code}


def misplaced(source: Block, words: str) -> list[str]:
    """Links, addresses and code that a translation has lost, or has and the source has not."""
    kinds = (source, Block(source.kind, words))
    one, other = (Counter(text for text, firm in _firm(block) if firm) for block in kinds)
    return [*(one - other), *(other - one)]


def _cut(block: Block) -> Iterator[tuple[str, bool]]:
    end = 0
    for match in () if block.kind in PLAIN else _PIECES.finditer(block.markdown):
        if match["words"] or not match[0]:
            continue
        if match.start() > end:
            yield block.markdown[end : match.start()], False
        yield match[0], True
        end = match.end()
    if end < len(block.markdown):
        yield block.markdown[end:], False


def _firm(block: Block) -> Iterator[tuple[str, bool]]:
    for match in () if block.kind in PLAIN else _PIECES.finditer(block.markdown):
        yield match[0], bool(match["firm"])

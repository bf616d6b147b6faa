"""A line of words, cut into what the engine translates and what must come through untouched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, pairwise
from typing import NamedTuple

from translate.amounts import Amounts
from translate.frame import Line
from translate.kept import MARKED, PLAIN
from translate.markup import plain
from translate.sentences import QUOTES, split

# A sentence keeps signs such as © in front of it, and the quotes round it if none are inside.
_QUOTED = re.compile(rf"([^\w'‘’(\[¿¡…\\]*)([^{QUOTES}]*?)([{QUOTES}\s]*)")
_WHOLE = re.compile(rf"([^\w'‘’(\[¿¡…\\{QUOTES}]*)(.*?)(\s*)")
_CORE = re.compile(r"([\W_]*)(.*?)([\W_]*)")
_LETTER = re.compile(r"[^\W\d_]")
_SPACE = re.compile(r"\s+")


class Role(Enum):
    """What a stretch of a line is: words, something kept, or a mark that is not read at all."""

    WORDS = "words"
    KEPT = "kept"
    MARK = "mark"


class Span(NamedTuple):
    """A stretch of a line, as it stands in it."""

    text: str
    role: Role


_GAP = " … "
_SEEN = {Role.MARK: "", Role.KEPT: _GAP}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that go to the engine in one go.

    Args:
        raw: the words as they stand in the line.
        whole: whether they are a whole sentence, sent with its punctuation.
        marked: whether they are Markdown.
    """

    raw: str
    whole: bool
    marked: bool

    @property
    def words(self) -> str:
        """What the engine is sent."""
        return plain(self.raw) if self.marked else self.raw

    def around_amounts(self, amounts: Amounts) -> "Parts":
        """Its words apart from its amounts, which are written without the engine."""
        return [
            part
            for text, ours in amounts.around(self.raw)
            for part in (_pieces(text, self.marked, whole=False) if ours is None else [ours])
        ]


Parts = list[str | Piece]


def parts(line: Line, amounts: Amounts) -> list[Parts]:
    """Cut a line's sentences into pieces for the engine and strings that stand as they are.

    A sentence without anything to protect is one piece; another is cut at what is protected.

    Args:
        line: the words.
        amounts: reads their language and writes the other.
    """
    found: list[Parts] = []
    for sentence in sentences(line, amounts.source):
        whole, cut = _is_whole(sentence), Parts()
        for text, role in sentence:
            if role is Role.WORDS:
                cut += _ours(text, amounts) or _pieces(text, line.marked, whole=whole)
            else:
                cut.append(text)
        found.append(cut)
    return found


def sentences(line: Line, language: str) -> Iterator[list[Span]]:
    """The spans of each sentence of a line, none of them cut but words."""
    spans = list(_spans(line))
    cuts = _cuts(spans, language)
    sentence: list[Span] = []
    at = 0
    for text, role in spans:
        inside = [cut - at for cut in cuts if at < cut < at + len(text) and role is Role.WORDS]
        for begin, end in pairwise([0, *inside, len(text)]):
            sentence.append(Span(text[begin:end], role))
            if at + end in cuts:
                yield sentence
                sentence = []
        at += len(text)
    if sentence:
        yield sentence


def _is_whole(sentence: list[Span]) -> bool:
    """Whether it reads without a break: nothing is kept in it, and marks only stand round it."""
    wordy = sum(role is Role.WORDS and bool(_LETTER.search(text)) for text, role in sentence)
    return wordy == 1 and not any(role is Role.KEPT for _, role in sentence)


def _spans(line: Line) -> Iterator[Span]:
    """A line's spans, in order, none empty."""
    end = 0
    for match in (MARKED if line.marked else PLAIN).finditer(line.text):
        if match.lastgroup == "words":  # an escaped mark is a letter like any other
            continue
        if end < match.start():
            yield Span(line.text[end : match.start()], Role.WORDS)
        yield Span(match[0], Role.MARK if match.lastgroup == "mark" else Role.KEPT)
        end = match.end()
    if end < len(line.text):
        yield Span(line.text[end:], Role.WORDS)


def _cuts(spans: list[Span], language: str) -> list[int]:
    """Where sentences end, in characters of the line; told from what a reader sees of it."""
    seen, at = "", 0
    ends: list[int] = []
    for text, role in spans:
        if role is not Role.MARK:
            seen += text
            ends += range(at + 1, at + len(text) + 1)
        at += len(text)
    lengths = accumulate(len(sentence) for sentence in split(seen, language))
    return [ends[length - 1] for length in lengths]


def _ours(text: str, amounts: Amounts) -> Parts:
    """A text that has amounts and no other words, as the other language writes it."""
    cuts = amounts.around(_SPACE.sub(" ", text))
    if any(cut.ours is None and _LETTER.search(cut.text) for cut in cuts):
        return []
    return ["".join(cut.text if cut.ours is None else cut.ours for cut in cuts)]


def _pieces(text: str, marked: bool, *, whole: bool) -> Parts:
    folded = _SPACE.sub(" ", text)
    match = (_QUOTED.fullmatch(folded) or _WHOLE.fullmatch(folded)) if whole else None
    match = match or _CORE.fullmatch(folded)
    if not match or not _LETTER.search(match[2]):
        return [folded]
    return [part for part in (match[1], Piece(match[2], whole, marked), match[3]) if part]


def seen(line: Line) -> str:
    """What a reader sees of a line, without what is kept as it is."""
    if not line.marked:
        return PLAIN.sub(_GAP, line.text)
    return plain("".join(_SEEN.get(role, text) for text, role in _spans(line)))

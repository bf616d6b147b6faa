"""A line of words, cut into what the engine translates and what must come through untouched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from press.glossary import Term
from translate.markup.markdown import escaped, plain
from translate.markup.placeholders import MARKED, PLAIN, may_stay
from translate.markup.segmentation import middle, split
from translate.markup.structure import Line
from translate.numbers.amounts import Amounts
from translate.terms.placing import cased, standing

_CORE = re.compile(r"([\W_]*)(.*?)([\W_]*)")
_LONG = 60  # characters of what may be cut in two
LETTER = re.compile(r"[^\W\d_]")
SPACE = re.compile(r"\s+")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")


class Role(Enum):
    """What a stretch of a line is: words, something kept, or a mark that is not read at all."""

    WORDS = "words"
    PLACEHOLDER = "placeholder"
    MARK = "mark"


class Span(NamedTuple):
    """A stretch of a line, as it stands in it."""

    text: str
    role: Role


_GAP = " … "
_SEEN = {Role.MARK: "", Role.PLACEHOLDER: _GAP}


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a sentence that goes to the engine by itself.

    Args:
        raw: the words as they stand in the line.
        marked: whether they are Markdown.
    """

    raw: str
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
            for part in (_pieces(text, self.marked) if ours is None else [ours])
        ]

    def around_terms(self, terms: Sequence[Term]) -> "Parts":
        """Its words apart from the glossary's, which are written without the engine."""
        parts, end = Parts(), 0
        for start, last, term in standing(terms, self.raw):
            words = cased(term, starts=self.raw[start].isupper() and not start)
            words = escaped(words, starts=False) if self.marked else words
            parts += [*_pieces(self.raw[end:start], self.marked), words]
            end = last
        return [*parts, *_pieces(self.raw[end:], self.marked)] if end else [self]

    def halves(self) -> "Parts":
        """A long one in two."""
        place = middle(self.raw)
        if len(self.raw) < _LONG or not self.raw[place - 1].isspace():
            return [self]
        return [p for t in (self.raw[:place], self.raw[place:]) for p in _pieces(t, self.marked)]


Parts = list[str | Fragment]


def cut(sentence: Sequence[Span], marked: bool, amounts: Amounts, terms: Sequence[Term]) -> Parts:
    """A sentence cut at what is protected: the safe way, which costs the engine its context.

    Args:
        sentence: its spans.
        marked: whether they are Markdown.
        amounts: reads their language and writes the other.
        terms: of the glossary, those that the sentence has.
    """
    parts = Parts()
    for text, role in sentence:
        if role is not Role.WORDS:
            parts.append(text)
            continue
        for part in _ours(text, amounts) or _pieces(text, marked):
            parts += [part] if isinstance(part, str) else part.around_terms(terms)
    return parts


def sentences(line: Line, language: str) -> Iterator[list[Span]]:
    """The spans of each sentence of a line, none of them cut but words."""
    spans = _spans(line)
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


@lru_cache(1024)  # several ask of the same line, one after the other
def _spans(line: Line) -> tuple[Span, ...]:
    """A line's spans, in order, none empty."""
    if line.text and not may_stay(line.text, line.marked):
        return (Span(line.text, Role.WORDS),)
    return tuple(_found(line))


def _found(line: Line) -> Iterator[Span]:
    end = 0
    for match in (MARKED if line.marked else PLAIN).finditer(line.text):
        if match.lastgroup == "words":  # an escaped mark is a letter like any other
            continue
        if end < match.start():
            yield Span(line.text[end : match.start()], Role.WORDS)
        yield Span(match[0], Role.MARK if match.lastgroup == "mark" else Role.PLACEHOLDER)
        end = match.end()
    if end < len(line.text):
        yield Span(line.text[end:], Role.WORDS)


def _cuts(spans: Sequence[Span], language: str) -> list[int]:
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
    cuts = amounts.around(SPACE.sub(" ", text))
    if any(cut.ours is None and LETTER.search(cut.text) for cut in cuts):
        return []
    return ["".join(cut.text if cut.ours is None else cut.ours for cut in cuts)]


def _pieces(text: str, marked: bool) -> Parts:
    folded = SPACE.sub(" ", text)
    match = _CORE.fullmatch(folded)
    if not match or not LETTER.search(match[2]):
        return [folded] if folded else []
    return [part for part in (match[1], Fragment(match[2], marked), match[3]) if part]


def seen(line: Line) -> str:
    """What a reader sees of a line, without what is kept as it is."""
    if not line.marked:
        return PLAIN.sub(_GAP, line.text)
    return plain("".join(_SEEN.get(role, text) for text, role in _spans(line)))


def free_places(line: Line) -> set[int]:
    """Where a line's own words and their punctuation stand, which typography may change."""
    free, at = set[int](), 0
    for text, role in _spans(line):
        if role is Role.WORDS:
            escaped_ones = {match.end() - 1 + at for match in _ESCAPED.finditer(text)}
            free.update(set(range(at, at + len(text))) - escaped_ones)
        at += len(text)
    return free

"""A line of words, cut into what the engine translates and what must come through untouched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import accumulate, pairwise
from typing import NamedTuple

from press.glossary import Term
from translate.amounts import Amounts
from translate.frame import Line
from translate.kept import MARKED, PLAIN
from translate.markup import escaped, plain
from translate.sentences import QUOTES, middle, split
from translate.terms import cased, standing
from translate.wraps import Unwrapped, Wrap, unwrapped

# A sentence keeps signs such as © in front of it, and the quotes round it if none are inside.
_QUOTED = re.compile(rf"([^\w'‘’(\[¿¡…\\]*)([^{QUOTES}]*?)([{QUOTES}\s]*)")
_WHOLE = re.compile(rf"([^\w'‘’(\[¿¡…\\{QUOTES}]*)(.*?)(\s*)")
_BARE = re.compile(r"(\s*)(.*?)(\s*)")
_CORE = re.compile(r"([\W_]*)(.*?)([\W_]*)")
_LONG = 60  # characters of what may be cut in two
_LETTER = re.compile(r"[^\W\d_]")
_SPACE = re.compile(r"\s+")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")


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
class Whole:
    """A sentence that goes to the engine in one go, and what stands round and in it.

    Args:
        before: what stands before its words, as it is written.
        words: what the engine is sent: plain text.
        after: what stands after them.
        wraps: the links and the emphasis in the words, by their places there.
    """

    before: str
    words: str
    after: str
    wraps: tuple[Wrap, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
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


Parts = list[str | Piece]


def whole(sentence: Sequence[Span], marked: bool, *, starts: bool) -> Whole | None:
    """A sentence as it goes to the engine in one go.

    Args:
        sentence: its spans.
        marked: whether they are Markdown.
        starts: whether a line begins with it.

    Returns:
        None if it has something that no engine may see, no words, or marks that make no pairs.
    """
    wordy = [n for n, span in enumerate(sentence) if _is_wordy(span)]
    if not wordy or any(role is Role.KEPT for _, role in sentence):
        return None
    for start, end in _peeled(sentence, wordy):
        stretches = [(_said(s, marked), s.role is Role.MARK) for s in sentence[start:end]]
        if found := unwrapped(stretches):
            round_it = ("".join(map(_folded, part)) for part in (sentence[:start], sentence[end:]))
            return _within(found, *round_it, marked=marked, starts=starts)
    return None


def _folded(span: Span) -> str:
    return _SPACE.sub(" ", span.text) if span.role is Role.WORDS else span.text


def _is_wordy(span: Span) -> bool:
    return span.role is Role.WORDS and bool(_LETTER.search(span.text))


def _peeled(sentence: Sequence[Span], wordy: Sequence[int]) -> Iterator[tuple[int, int]]:
    """From where to where a sentence may be read: the marks at its edges go less and less."""
    if len(wordy) == 1:  # marks only stand round it
        yield wordy[0], wordy[0] + 1
        return
    for left in range(wordy[0] + 1):
        for right in range(len(sentence), wordy[-1], -1):
            yield left, right


def _said(span: Span, marked: bool) -> str:
    """A span as the engine sees it; a mark as it is."""
    if span.role is Role.MARK:
        return span.text
    folded = _SPACE.sub(" ", span.text)
    return plain(folded) if marked else folded


def _within(found: Unwrapped, first: str, last: str, *, marked: bool, starts: bool) -> Whole | None:
    """The words without the signs and quotes round them, which stand as they are."""
    ends = [at for wrap in found.wraps for at in (wrap.start, wrap.end)]
    for pattern in (_QUOTED, _WHOLE, _BARE):
        match = pattern.fullmatch(found.text)
        if match and match[2] and all(match.start(2) <= at <= match.end(2) for at in ends):
            break
    else:
        return None
    if not _LETTER.search(match[2]):
        return None
    shift = match.start(2)
    wraps = (replace(w, start=w.start - shift, end=w.end - shift) for w in found.wraps)
    before, after = match[1], match[3]
    if marked:
        before, after = escaped(before, starts and not first), escaped(after, starts=False)
    return Whole(first + before, match[2], after + last, tuple(wraps))


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


def _pieces(text: str, marked: bool) -> Parts:
    folded = _SPACE.sub(" ", text)
    match = _CORE.fullmatch(folded)
    if not match or not _LETTER.search(match[2]):
        return [folded] if folded else []
    return [part for part in (match[1], Piece(match[2], marked), match[3]) if part]


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

"""Words with their emphasis and links, written as lines of CommonMark (0.31, section 6)."""

import re
import string
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from intake.markup.addresses import written as written_address
from intake.markup.spans import PLAIN, Wording, are_apart, lines_of, plain_words

_MARKUP = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|\Z)|`+|\*+|_+|\](?=[(:\[]|\Z)"
    r"|<(?=[A-Za-z/!?])|&(?=#?\w{1,40};)"
)
_SIGNS = re.compile(r"[\\`*_\]<&]")  # without any of these there is none
_BEFORE_LINK = re.compile(rf"{_MARKUP.pattern}|!\Z")
_LABEL = re.compile(rf"{_MARKUP.pattern}|[\[\]]")
# What would begin something else than a paragraph (sections 4 and 5), and rows of a table.
_OPENING = re.compile(
    r"(?P<number>\d{1,9})(?=[.)](?:\s|\Z))|#{1,6}(?=\s|\Z)|>|[-+](?=\s|\Z)|~~~|=+\s*\Z"
    r"|-[-\s|:]*\Z|[|:][-|:\s]*\Z"
)


class _Sort(Enum):
    WORDS = auto()  # still to be escaped
    LABEL = auto()  # the same, within a link
    OPENS = auto()
    CLOSES = auto()
    WRITTEN = auto()


class _Bit(NamedTuple):
    sort: _Sort
    text: str


class _Run(NamedTuple):
    """Spans beside each other, and the letters on both sides of them."""

    spans: Sequence[Wording]
    before: str = " "
    after: str = " "

    def parts(self, key: Callable[[Wording], object]) -> Iterator["_Run"]:
        """Those that have something in common, apart from the others."""
        if len(self.spans) == 1:
            yield self
            return
        groups = [list(group) for _, group in groupby(self.spans, key)]
        for n, group in enumerate(groups):
            before = _edges(groups[n - 1])[1] if n else self.before
            after = _edges(groups[n + 1])[0] if n + 1 < len(groups) else self.after
            yield _Run(group, before, after)


def paragraph(spans: Sequence[Wording]) -> str:
    """The lines of a paragraph with hard breaks between; an empty line ends no paragraph."""
    return "  \n".join(_from_start(_line(line)) for line in lines_of(spans))


def one_line(spans: Sequence[Wording]) -> str:
    """The same on one line, which nothing but words can begin: a heading's."""
    return " ".join(map(_line, lines_of(spans)))


def in_cell(spans: Sequence[Wording]) -> str:
    """The same in a cell of a table: a semicolon parts what lines parted."""
    written, above = list[str](), ""
    for line in lines_of(spans):
        words = plain_words(line)
        written += ["; " if are_apart(above, words) else " "] * bool(written) + [_line(line)]
        above = words
    return "".join(written)


def _from_start(line: str) -> str:
    """A line that begins nothing but a paragraph."""
    if not (found := _OPENING.match(line)):
        return line
    at = found.end("number") if found["number"] else 0
    return f"{line[:at]}\\{line[at:]}"


def _line(spans: Sequence[Wording]) -> str:
    if len(spans) == 1 and spans[0].style == PLAIN:
        text = spans[0].text
        return _MARKUP.sub(_escape, text + " ")[:-1] if _SIGNS.search(text) else text
    pieces = list[_Bit]()
    for run in _Run(spans).parts(lambda span: span.style.href):
        if run.spans[0].style.href:
            _link(pieces, run.spans)
        else:
            _styled(pieces, run, _Sort.WORDS)
    return "".join(_escaped(pieces))


def _link(pieces: list[_Bit], spans: Sequence[Wording]) -> None:
    href, words = spans[0].style.href, "".join(span.text for span in spans)
    address = written_address(href)
    if href in (words, f"mailto:{words}") and address == href:
        pieces.append(_Bit(_Sort.WRITTEN, f"<{words}>"))
        return
    pieces.append(_Bit(_Sort.WRITTEN, "["))
    _styled(pieces, _Run(spans, "[", "]"), _Sort.LABEL)
    pieces.append(_Bit(_Sort.WRITTEN, f"]({address})"))


def _styled(pieces: list[_Bit], run: _Run, sort: _Sort) -> None:
    """Strong words, within them emphasised ones."""
    for strong in run.parts(lambda span: span.style.strong):
        start = len(pieces)
        for part in strong.parts(lambda span: span.style.emphasis):
            begin = len(pieces)
            for span in part.spans:
                pieces.append(_words(span, sort, after_code=_is_code(pieces[-1:])))
            if part.spans[0].style.emphasis:
                _mark(pieces, begin, part, "*")
        if strong.spans[0].style.strong:
            _mark(pieces, start, strong, "**")


def _mark(pieces: list[_Bit], start: int, run: _Run, mark: str) -> None:
    """Put marks round the last pieces, where they are read as such and nothing else.

    A mark that may open as well as close is read in company of others: none is set within a word.
    """
    first, last = _edges(run.spans)
    closed = start > 0 and pieces[start - 1].sort is _Sort.CLOSES
    if not closed and _bounds(run.before, first) and _bounds(run.after, last):
        pieces.insert(start, _Bit(_Sort.OPENS, mark))
        pieces.append(_Bit(_Sort.CLOSES, mark))


def _bounds(outside: str, inside: str) -> bool:
    """Whether a mark between two letters belongs to the one inside (section 6.2, flanking)."""
    return outside in " \xa0" or (outside in string.punctuation and inside.isalnum())


def _edges(spans: Sequence[Wording]) -> tuple[str, str]:
    first, last = spans[0], spans[-1]
    return "`" if first.style.code else first.text[0], "`" if last.style.code else last.text[-1]


def _words(span: Wording, sort: _Sort, *, after_code: bool) -> _Bit:
    """A span's words; two fences side by side would be one."""
    as_code = span.style.code and not after_code
    return _Bit(_Sort.WRITTEN, _code(span.text)) if as_code else _Bit(sort, span.text)


def _is_code(pieces: Sequence[_Bit]) -> bool:
    return any(piece.sort is _Sort.WRITTEN and piece.text[-1] == "`" for piece in pieces)


def _code(text: str) -> str:
    """Code with a fence that is not in it (section 6.1)."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    pad = " " if "`" in (text[0], text[-1]) else ""
    return f"{'`' * (longest + 1)}{pad}{text}{pad}{'`' * (longest + 1)}"


def _escaped(pieces: Sequence[_Bit]) -> Iterator[str]:
    groups = [(sort, list(group)) for sort, group in groupby(pieces, attrgetter("sort"))]
    for n, (sort, group) in enumerate(groups, start=1):
        text = "".join(piece.text for piece in group)
        if sort in (_Sort.WORDS, _Sort.LABEL):
            markup = _LABEL if sort is _Sort.LABEL else _BEFORE_LINK
            ends = n == len(groups)
            yield markup.sub(_escape, text + " ")[:-1] if ends else markup.sub(_escape, text)
        else:
            yield text


def _escape(found: re.Match[str]) -> str:
    """What would be read as markup, with a backslash to each sign of it."""
    signs, start, end = found[0], found.start(), found.end()
    before, after = found.string[start - 1 : start], found.string[end : end + 1]
    alone = signs[0] in "*_" and before == after == " "
    within = signs[0] == "_" and before.isalnum() and after.isalnum()
    return signs if alone or within else "".join(f"\\{sign}" for sign in signs)

"""Quotation marks and apostrophes in a line: which are which, and how a language sets them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

FINE, FIXED = "\u202f", "\u00a0"  # narrow, and of a word's width; neither breaks a line


class Marks(NamedTuple):
    """What a language quotes with, the spaces inside included.

    Args:
        outer: what opens and what closes a quotation.
        inner: the same within another.
        single: what stands for a pair of single marks that stands in no quotation.
    """

    outer: tuple[str, str]
    inner: tuple[str, str]
    single: tuple[str, str]


_SINGLE = ("‘", "’")
# The usual ones of each. In Dutch double marks quote and single ones stand within: so advises the
# Taalunie, and a single mark could not be told from the apostrophe of ’s avonds.
QUOTES = {
    "fr": Marks(("«" + FIXED, FIXED + "»"), ("“", "”"), ("«" + FIXED, FIXED + "»")),
    "nl": Marks(("“", "”"), _SINGLE, _SINGLE),
    "de": Marks(("„", "“"), ("‚", "‘"), ("‚", "‘")),
    "en": Marks(("“", "”"), _SINGLE, _SINGLE),
}
_MARK = re.compile(f"«[ {FIXED}{FINE}]?|[ {FIXED}{FINE}]?»|[“”„\"‘’‚']")
_OPENS, _CLOSES = set("«„‚‘"), set("»”")
_DOUBLE = re.compile('[«»“”„"]')
_BEGINS = re.compile(r"(?<!\S)[«“„\"]\s?\w")
# German books quote with »these«, the other way round.
_OUTWARD = re.compile(r"^[^«»]*(?<![^\s(„‚])»(?=\w)[^«»]*(?<=\S)«(?!\w)")
_TURNED = str.maketrans("«»", "»«")
_SINGLES = set("‘’‚'")
_BEFORE = set(" \t\n([{-–—/«“„‘‚\"'" + FIXED + FINE)  # what an opening mark may stand after
# Letters that are left out at the beginning: ’s avonds, ’t Zand, ’n beetje, ’90, ’em.
_ELIDED = re.compile(r"(?:[stnmk]|em|tis|twas|til|r|\d0s?)\b", re.IGNORECASE)
_FEET = re.compile(r"\d['’′]\d+$")  # 5'10"


@dataclass(slots=True)
class _Pair:
    """A quotation that is open, and where its marks stand."""

    is_single: bool
    start: re.Match[str]
    marks: tuple[str, str]
    is_outer: bool


Change = tuple[int, int, str]


def quoted(text: str, target: str, is_ours: Callable[[int], bool], source: str = "") -> str:
    """A line with a language's own quotation marks and apostrophes.

    Marks change only if all that open close; feet, inches and minutes stay, 5'10".

    Args:
        text: one line.
        target: code of its language; one that is not known here keeps what it has.
        is_ours: tells of a place in the line whether it may be changed there.
        source: what was translated, which may begin a quotation that ends in another block.
    """
    if target not in QUOTES:
        return text
    inward = text.translate(_TURNED) if target == "de" and _OUTWARD.search(text) else text
    marks = [mark for mark in _MARK.finditer(inward) if is_ours(_at(mark))]
    changes = _changes(inward, marks, target, goes_on=_goes_on(source))
    said, end = "", 0
    for start, last, new in sorted(changes):
        said += text[end:start] + new
        end = last
    return said + text[end:]


def _changes(
    text: str, marks: Sequence[re.Match[str]], target: str, *, goes_on: bool
) -> list[Change]:
    """What must change in a line.

    Args:
        text: the line.
        marks: of it, as they may be changed.
        target: code of its language.
        goes_on: whether its quotation ends in another one.
    """
    reader = _Reader(text, QUOTES[target])
    if reader.read(marks):
        return reader.changes
    if goes_on and marks[0][0] == '"' and _BEGINS.match(text, marks[0].start()):
        rest = _Reader(text, QUOTES[target])
        if rest.read(marks[1:]):
            return [(*marks[0].span(), QUOTES[target].outer[0]), *rest.changes]
    return list(_apostrophes(text, marks))


def _goes_on(source: str) -> bool:
    """Whether the first mark of a text opens what the text does not close."""
    marks = list(_DOUBLE.finditer(source))
    return len(marks) % 2 == 1 and _BEGINS.match(source, marks[0].start()) is not None


class _Reader:
    """Reads a line's marks from left to right.

    Args:
        text: the line.
        marks: of its language.
    """

    def __init__(self, text: str, marks: Marks) -> None:
        self.changes = list[Change]()
        self._text = text
        self._marks = marks
        self._open = list[_Pair]()

    def read(self, marks: Sequence[re.Match[str]]) -> bool:
        """Note what must change; False if double marks make no pairs."""
        for mark in marks:
            is_read = self._single(mark) if mark[0] in _SINGLES else self._double(mark)
            if not is_read:
                return False
        while self._open and self._open[-1].is_single:
            self._apostrophe(self._open.pop().start)
        return not self._open

    def _double(self, mark: re.Match[str]) -> bool:
        before, _ = _around(self._text, mark)
        is_open = any(not pair.is_single for pair in self._open)
        if mark[0] == '"' and _is_inch(self._text, mark, is_open=is_open):
            return True
        sign = mark[0].strip(f" {FIXED}{FINE}")
        opens, closes = self._may(mark)
        if sign in _OPENS or (sign not in _CLOSES and opens and (not closes or not is_open)):
            self._begin(mark, is_single=False)
            return sign in _OPENS or not before.isalnum()
        while self._open and self._open[-1].is_single:
            self._apostrophe(self._open.pop().start)
        return bool(self._open) and (sign in _CLOSES or closes) and self._end(mark)

    def _single(self, mark: re.Match[str]) -> bool:
        before, after = _around(self._text, mark)
        is_open = bool(self._open) and self._open[-1].is_single
        opens, closes = self._may(mark)
        if before.isalnum() and after.isalnum():
            if not (before.isdigit() and after.isdigit()):
                self._apostrophe(mark)
        elif is_open and closes and mark[0] != "‚":
            self._end(mark)
        elif opens and not _ELIDED.match(self._text, mark.end()):
            self._begin(mark, is_single=True)
        elif before.isalpha() or after.isalnum():
            self._apostrophe(mark)
        return True

    def _may(self, mark: re.Match[str]) -> tuple[bool, bool]:
        """Whether a mark may open and whether it may close, told by what stands around it.

        Where neither can be told, both may be.
        """
        before, after = _around(self._text, mark)
        opens = (not before or before in _BEFORE) and bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace() and not after.isalnum()
        return (True, True) if not opens and not closes else (opens, closes)

    def _begin(self, mark: re.Match[str], *, is_single: bool) -> None:
        if self._open:
            is_outer = not self._open[-1].is_outer
            marks = self._marks.outer if is_outer else self._marks.inner
        else:
            marks = self._marks.single if is_single else self._marks.outer
            is_outer = marks == self._marks.outer
        self._open.append(_Pair(is_single, mark, marks, is_outer))

    def _end(self, mark: re.Match[str]) -> bool:
        pair = self._open.pop()
        self.changes.append((*pair.start.span(), pair.marks[0]))
        self.changes.append((*mark.span(), pair.marks[1]))
        return True

    def _apostrophe(self, mark: re.Match[str]) -> None:
        self.changes.append((*mark.span(), "’"))


def _apostrophes(text: str, marks: Sequence[re.Match[str]]) -> Iterator[Change]:
    """Those between letters, which are nothing else."""
    for mark in marks:
        before, after = _around(text, mark)
        if mark[0] == "'" and before.isalpha() and after.isalpha():
            yield *mark.span(), "’"


def _around(text: str, mark: re.Match[str]) -> tuple[str, str]:
    """The signs before and after a mark; "" at the edges."""
    return text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]


def _is_inch(text: str, mark: re.Match[str], *, is_open: bool) -> bool:
    before, _ = _around(text, mark)
    if not before.isdigit():
        return False
    return not is_open or _FEET.search(text, 0, mark.start()) is not None


def _at(mark: re.Match[str]) -> int:
    """Where the mark itself stands, not the space beside it."""
    return mark.end() - 1 if mark[0].endswith("»") else mark.start()

"""What each paragraph of a plain text may be to a contact block."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.contacts.cards import first_address
from intake.contacts.columns import are_names, columns_of
from intake.contacts.dealing import cards_of, is_doubtful
from intake.contacts.lines import CardLine, are_stacked, read_lines, with_labels
from intake.contacts.names import LONGEST, is_particle, is_person, parts_of
from intake.contacts.sheet import below_of_sheet, is_of_sheet
from intake.contacts.tables import people_in_columns, rows_of
from intake.contacts.vocabulary import is_address, is_body, is_heading, is_role

LONGEST_LINE = 2000  # characters of a line that names several people
MOST_LINES = 6  # of a paragraph with a name, perhaps an address, and no number
FURTHEST = 8  # paragraphs between a name, an address and its number
MOST_READ = 150_000  # characters of paragraphs with numbers, each line counted as somewhat longer
COSTS_MORE = 20  # characters
# Figures, `@`, what is spelled as one, a reference to a sign, or a domain.
_MAY_REACH = re.compile(
    r"[0-9]{3}|(?:[0-9][^\w]{0,3}){4}[0-9]|@|[(\[{] ?[aä]t\b|&#?\w{2,8};|\w\.[a-z]{2}", re.I
)
_PROSE = CardLine(is_prose=True)
_CODE = (">", "|", "```", "~~~")
_ABBREVIATED = re.compile(r"(?:\b\w\.|\b(?:co|dr|inc|jr|ltd|st|str)\.)$", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[:h]\d\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNFINISHED = re.compile(
    r"\b(?:at|au|auf|bij|by|from|have|is|on|op|or|ou|par|per|sur|to|um|unter|via|with|à)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines between blank lines.

    Args:
        first: number of its first line in the text.
        last: number of the line after it.
        lines: taken apart.
        sheet: numbers within it of lines about the sheet of paper, which are no contact's.
        has_columns: whether people stand side by side in it.
    """

    first: int
    last: int
    lines: tuple[CardLine, ...]
    sheet: frozenset[int] = frozenset()
    has_columns: bool = False

    @property
    def numbers(self) -> list[int]:
        """The numbers of the lines that are taken out with its contacts."""
        return [n for n in range(self.first, self.last) if n - self.first not in self.sheet]

    @property
    def head(self) -> list[str]:
        """The words above the first number, and on its line."""
        end = next((n for n, line in enumerate(self.lines) if line.reaches), len(self.lines))
        return [part for line in self.lines[: end + 1] for w in line.words for part in parts_of(w)]

    @property
    def letter(self) -> str:
        """What it may be, in one letter.

        `S` a card of a service, `P` of a person, `Q` a role with its numbers; `n` a name, `o` a
        role, `a` an address, `r` numbers, `s` a site; `h` a heading, `-` a rule; `.` prose, and
        whatever leaves in doubt whose its numbers are.
        """
        if not any(line.words or line.reaches or line.is_prose for line in self.lines):
            return "-"
        if any(line.is_prose or not _is_short(line) for line in self.lines):
            return "."
        if not any(line.reaches for line in self.lines):
            return self._words()
        return "." if is_doubtful(cards_of(self.lines)) else self._with_reach()

    def _with_reach(self) -> str:
        head = self.head
        if not self.lines[0].words or is_address(head[0]):
            if any(map(is_person, (part for line in self.lines for part in line.words))):
                return "."  # numbers come first, and then the names
            return "r" if any(line.phones or line.emails for line in self.lines) else "s"
        if not _is_head(head):
            return "."
        is_service = any(is_body(words) or is_address(words) for words in head)
        if is_service and not any(map(is_role, head)):
            return "S"
        if not any(line.phones or line.emails for line in self.lines):
            return "."
        return "Q" if all(map(is_role, head)) else "P"

    def _words(self) -> str:
        head = self.head
        if all(map(is_heading, head)):
            return "h"
        if is_address(*head[:MOST_LINES]):
            return "a"
        if len(self.lines) > MOST_LINES or not _is_head(head):
            return "."
        return "o" if all(map(is_role, head)) else "n"


def paragraphs_of(lines: Sequence[str]) -> list[Paragraph]:
    """The paragraphs of a text, in order.

    Those far from anything that may be a number are prose, and so is all but the end of a text
    with more numbers than any office has.
    """
    spans = list(_spans(lines))
    read = _worth_reading([lines[first:last] for first, last in spans])
    return [
        _paragraph(lines, *span) if n in read else Paragraph(*span, (_PROSE,))
        for n, span in enumerate(spans)
    ]


def _paragraph(lines: Sequence[str], first: int, last: int) -> Paragraph:
    said = lines[first:last]
    sheet = below_of_sheet(said)
    rest = [line for n, line in enumerate(said) if n not in sheet]
    return Paragraph(first, last, _read(rest), sheet, any(map(are_names, rest)))


def _worth_reading(paragraphs: Sequence[Sequence[str]]) -> set[int]:
    """The numbers of the paragraphs near a number, from the last on, as many as there may be."""
    reaching = (n for n, said in enumerate(paragraphs) if any(map(_MAY_REACH.search, said)))
    near = {m for n in reaching for m in range(n - FURTHEST, n + FURTHEST + 1)}
    read, room = set[int](), MOST_READ
    for n in sorted(near & set(range(len(paragraphs))), reverse=True):
        cost = sum(len(line) + COSTS_MORE for line in paragraphs[n])
        if cost <= room:
            room -= cost
            read.add(n)
    return read


def _spans(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From which line to before which each paragraph goes."""
    first = 0
    for n, line in enumerate([*lines, ""]):
        if line.strip():
            continue
        if n > first:
            yield first, n
        first = n + 1


def _read(lines: Sequence[str]) -> tuple[CardLine, ...]:
    """The lines of a paragraph taken apart; a table or columns may stand below its heading."""
    first = next((n for n, line in enumerate(lines) if _may_be_row(line)), len(lines))
    rows, named = rows_of(lines[first:]), next(filter(are_names, lines), None)
    if named and not rows:
        first = lines.index(named)
        if not (rows := people_in_columns(columns_of(lines[first:]))):
            return (_PROSE,)
    above = lines[:first] if rows else lines
    if are_stacked(above):
        return (_PROSE,)
    return (*(line for raw in with_labels(above) for line in _taken_apart(raw)), *rows)


def _may_be_row(line: str) -> bool:
    return "|" in line or "\t" in line


def _taken_apart(raw: str) -> tuple[CardLine, ...]:
    longest = LONGEST_LINE if re.search("[0-9@]", raw) else 3 * LONGEST
    if len(raw) > longest or raw.lstrip().startswith(_CODE) or is_of_sheet(raw):
        return (_PROSE,)
    return read_lines(raw)


def _is_short(line: CardLine) -> bool:
    return all(len(words) <= LONGEST and not _is_sentence(words) for words in line.words)


def _is_sentence(words: str) -> bool:
    return words.endswith((".", "!", "?", "…", ";")) and not _ABBREVIATED.search(words)


def _is_head(head: Sequence[str]) -> bool:
    """Whether lines can be a name, a role and an address, rather than part of a text."""
    lines = [words for words in head if not is_heading(words)]
    names = lines[: first_address(lines)]
    if any(map(_TIME.search, lines)) or any(":" in words for words in names):
        return False
    if any(_YEAR.search(words) and not is_body(words) for words in names):
        return False
    return not names or not (_UNFINISHED.search(names[-1]) or _begins_small(names[0]))


def _begins_small(words: str) -> bool:
    is_name = is_particle(words.partition(" ")[0]) or is_body(words) or is_role(words)
    return words[0].islower() and not is_name

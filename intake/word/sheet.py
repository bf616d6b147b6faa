"""What is understood of an office document: paragraphs and tables, in reading order."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from intake.markup.spans import are_apart
from intake.word.losses import Losses

BOXES = "Text boxes are read below the paragraph beside which they stand."
# A line that says a thing of its own ends without a sign that leads on, and begins large.
_LINES = re.compile(r"[ \t]{0,9}\n\s{0,9}")
_NEAR = 50  # characters on either side of a line's end that are looked at
MOST_LEVELS = 5  # of lists within each other; deeper ones are shown as the fifth


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one look.

    Args:
        words: a tab is a tab, a line feed begins a new line of the same paragraph.
        bold: whether they are bold.
        italic: whether they are in italics.
        href: where they lead; empty for plain words.
    """

    words: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class SheetParagraph:
    """A paragraph.

    Args:
        stretches: its words.
        kind: `title`, `h1` to `h6`, `subtitle`, `quote`; empty for text.
        level: of the list it is in, from 0; None in none.
        number: in that list; 0 for a bullet.
        label: what stands before it where it is in no list: `(a)`.
        has_page: whether it bears the number of a page.
    """

    stretches: tuple[Stretch, ...]
    kind: str = ""
    level: int | None = None
    number: int = 0
    label: str = ""
    has_page: bool = False

    @property
    def words(self) -> str:
        """All of its words."""
        return "".join(one.words for one in self.stretches)

    @property
    def is_plain(self) -> bool:
        """Whether what stands before it is nothing but its number, as in every list of the web."""
        return self.label in (f"{self.number}.", f"{self.number})", f"{self.number}")

    @property
    def labelled(self) -> "SheetParagraph":
        """The paragraph in no list, with its label among its words."""
        label = self.label or (f"{self.number}." if self.number else "")
        first = (Stretch(f"{label} "),) if label else ()
        return replace(self, stretches=(*first, *self.stretches), level=None, number=0, label="")


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of a table.

    Args:
        blocks: what is in it.
        columns: how many it spans.
        goes_on: whether it is one with the cell above.
    """

    blocks: "tuple[SheetParagraph | SheetTable, ...]"
    columns: int = 1
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a table; `is_head` where it names the columns."""

    cells: tuple[SheetCell, ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table."""

    rows: tuple[SheetRow, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a document.

    Args:
        part: that holds it.
        alt: what it shows, as its author describes it; may be empty.
    """

    part: str
    alt: str = ""


SheetBlock = SheetParagraph | SheetTable


def lines_of(blocks: tuple[SheetBlock, ...] | list[SheetBlock]) -> Iterator[str]:
    """The words of some blocks line by line; what tabs or cells part stands on lines of its own."""
    for paragraph in paragraphs_of(blocks):
        for line in paragraph.labelled.words.replace("\t", "\n").split("\n"):
            if said := " ".join(line.split()):
                yield said


def paragraphs_of(blocks: tuple[SheetBlock, ...] | list[SheetBlock]) -> Iterator[SheetParagraph]:
    """The paragraphs, those in cells among them."""
    for block in blocks:
        if isinstance(block, SheetParagraph):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from paragraphs_of(cell.blocks)


def settled(blocks: list[SheetBlock]) -> list[SheetBlock]:
    """The blocks with lists as a web page numbers them.

    A page counts the items of a list from one. An item that Word counts otherwise, because the
    list goes on after a paragraph, say, is a paragraph that begins with its number; within another
    list, one that begins with what is no number, `(a)`.
    """
    kept, counts = list[SheetBlock](), list[int]()
    for block in blocks:
        if isinstance(block, SheetParagraph) and block.level is not None:
            kept.append(_counted(block, block.level, counts))
        else:
            counts = []
            kept.append(block)
    return kept


def _counted(block: SheetParagraph, at: int, counts: list[int]) -> SheetParagraph:
    """An item of a list, or what it is instead; the numbers of the items above it go on."""
    level = min(at, len(counts), MOST_LEVELS - 1)
    has_label = bool(block.label) and not block.is_plain
    del counts[level + 1 :]
    if has_label and level == 0:
        counts.clear()
        return block.labelled
    number = 0 if has_label else block.number
    if level == len(counts) or (counts[level] == 0) != (number == 0):
        counts[level:] = [0]
    if number and number != counts[level] + 1:
        counts.clear()
        return block.labelled
    counts[level] = number
    return replace(block.labelled if has_label else block, level=level)


def in_cell(blocks: list[SheetBlock], losses: Losses) -> tuple[SheetParagraph, ...]:
    """What a cell of a table can hold: of a table in it a line for each row."""
    return tuple(_on_one_line([one for block in blocks for one in _in_cell(block, losses)]))


def _on_one_line(paragraphs: Sequence[SheetParagraph]) -> Iterator[SheetParagraph]:
    """The paragraphs of a cell, which has one line: a semicolon parts what lines parted."""
    for one, following in zip_longest(paragraphs, paragraphs[1:]):
        words, at, stretches = one.words, 0, list[Stretch]()
        for stretch in one.stretches:
            said = _LINES.sub(_parting(words, at), stretch.words)
            stretches.append(replace(stretch, words=said))
            at += len(stretch.words)
        if following and are_apart(words[-_NEAR:], following.words[:_NEAR]):
            stretches.append(Stretch(";"))
        yield replace(one, stretches=tuple(stretches))


def _parting(words: str, at: int) -> Callable[[re.Match[str]], str]:
    """What stands for the end of a line in some words that begin there."""

    def said(lines: re.Match[str]) -> str:
        start, end = at + lines.start(), at + lines.end()
        near = words[max(0, start - _NEAR) : start], words[end : end + _NEAR]
        return "; " if are_apart(*near) else " "

    return said


def _in_cell(block: SheetBlock, losses: Losses) -> Iterator[SheetParagraph]:
    if isinstance(block, SheetParagraph):
        bullet = (Stretch("• "),) if block.level is not None and not block.number else ()
        said = block.labelled
        yield replace(said, stretches=(*bullet, *said.stretches), kind="")
        return
    losses.note("A table within a table is read as lines, one a row.")
    for row in block.rows:
        words = (" ".join(lines_of(cell.blocks)) for cell in row.cells)
        if said_in_row := ", ".join(filter(None, words)):
            yield SheetParagraph((Stretch(f"{said_in_row};"),))

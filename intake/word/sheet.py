"""What is understood of an office document: paragraphs and tables, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from intake.word.losses import Losses

BOXES = "Text boxes are read below the paragraph beside which they stand."
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
    list goes on after a paragraph, say, is a paragraph that begins with its number.
    """
    kept, counts = list[SheetBlock](), list[int]()
    for block in blocks:
        if not isinstance(block, SheetParagraph) or block.level is None:
            counts = []
            kept.append(block)
            continue
        level = min(block.level, len(counts), MOST_LEVELS - 1)
        del counts[level + 1 :]
        if level == len(counts) or (counts[level] == 0) != (block.number == 0):
            counts[level:] = [0]
        if block.number and block.number != counts[level] + 1:
            counts = []
            kept.append(block.labelled)
            continue
        counts[level] = block.number
        kept.append(replace(block, level=level))
    return kept


def in_cell(blocks: list[SheetBlock], losses: Losses) -> tuple[SheetParagraph, ...]:
    """What a cell of a table can hold: of a table in it a line for each row."""
    return tuple(one for block in blocks for one in _in_cell(block, losses))


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

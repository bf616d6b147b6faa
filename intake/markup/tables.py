"""Tables of HTML: those that only lay a page out, and the rows of the others (GFM, tables)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "hr", "ul", "ol", "dl", "pre", "blockquote", "table")
_LONGEST = 600  # characters of a cell; what holds more is a part of the page
_REPEATED = 100  # characters of a cell that spans rows, in each of which it is written
_WIDEST = 100  # columns


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Args:
        text: CommonMark on one line.
        is_header: whether it says what stands below or beside it.
        columns: how many it spans.
        rows: likewise.
    """

    text: str
    is_header: bool = False
    columns: int = 1
    rows: int = 1


def lays_out(table: etree._Element) -> bool:
    """Whether a table only puts parts of a page beside each other.

    Args:
        table: with all that is in it.
    """
    if table.get("role", "").lower() in ("presentation", "none"):
        return True
    cells = [list(row.iterchildren("td", "th")) for row in _rows(table)]
    if any(cell.tag == "th" for row in cells for cell in row):
        return False
    filled = [[cell for cell in row if _has_words(cell)] for row in cells]
    return max(map(len, filled), default=0) < 2 or any(_is_part(c) for row in filled for c in row)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        yield from (child,) if child.tag == "tr" else child.iterchildren("tr")


def _has_words(cell: etree._Element) -> bool:
    return any(text.strip() for text in cell.itertext("*"))


def _is_part(cell: etree._Element) -> bool:
    """Whether what a cell holds is more than an entry."""
    if next(cell.iterdescendants(*_BLOCKS), None) is not None:
        return True
    return sum(len(text) for text in cell.itertext("*")) > _LONGEST


def written(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """A table as rows between pipes; as a paragraph a row where that would take too much room."""
    filled = [row for row in _filled(rows) if any(cell.text for cell in row)]
    if not filled:
        return []
    width = max(map(len, filled))
    if width > _WIDEST or width * len(filled) > 10_000 + 4 * sum(map(len, rows)):
        return [" ".join(filter(None, (cell.text for cell in row))) for row in filled]
    header = filled.pop(0) if _begins_with_header(filled) else []
    lines = [_line(header, width), "|" + " --- |" * width, *(_line(row, width) for row in filled)]
    return ["\n".join(lines)]


def _line(row: Sequence[Cell], width: int) -> str:
    texts = [cell.text.replace("|", "\\|") for cell in row] + [""] * (width - len(row))
    return "".join(f"| {text} " if text else "|  " for text in texts) + "|"


def _filled(rows: Sequence[Sequence[Cell]]) -> Iterator[list[Cell]]:
    """Rows in which cells stand in all places that they span; words only where they are short.

    A row that is too wide for a table is written in words: what cells span there is left out.
    """
    hanging = dict[int, tuple[Cell, int]]()  # by column: what reaches into how many rows below
    for row in rows:
        line = list[Cell]()
        for cell in row:
            _hang(line, hanging)
            for n in range(min(cell.columns, max(1, _WIDEST + 1 - len(line)))):
                if cell.rows > 1:
                    hanging[len(line)] = (_repeated(cell, n), cell.rows - 1)
                line.append(cell if n == 0 else Cell("", cell.is_header))
        _hang(line, hanging)
        yield line


def _hang(line: list[Cell], hanging: dict[int, tuple[Cell, int]]) -> None:
    """Add what cells of rows above put into the next places."""
    while len(line) <= _WIDEST and (reaching := hanging.pop(len(line), None)):
        cell, rows = reaching
        if rows > 1:
            hanging[len(line)] = (cell, rows - 1)
        line.append(cell)


def _repeated(cell: Cell, n: int) -> Cell:
    return Cell(cell.text if n == 0 and len(cell.text) <= _REPEATED else "", cell.is_header)


def _begins_with_header(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row says what is in the columns: it is marked so, or looks so."""
    first, below = rows[0], rows[1:]
    if any(cell.is_header for cell in first):
        return all(cell.is_header or not cell.text for cell in first)
    if any(cell.is_header for row in rows for cell in row) or not below:
        return False
    if not all(cell.text for cell in first):
        return False
    if all(cell.text.startswith("**") and cell.text.endswith("**") for cell in first):
        return True
    has_numbers = any(map(_has_number, below))
    return has_numbers and not _has_number(first)


def _has_number(row: Sequence[Cell]) -> bool:
    return any(any(map(str.isdigit, cell.text)) for cell in row)

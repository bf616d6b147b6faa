"""A moment that stands in a table, one row below the word that says what it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

ROW = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\s*")


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of a table's head, and the one below it.

    Args:
        number: how many signs `|` stand before it.
        head: what the head says.
        cell: what stands below.
    """

    number: int
    head: str
    cell: str

    @property
    def said(self) -> str:
        """Both as one line."""
        return f"{self.head.strip(' :*_')}: {self.cell.strip()}"


def columns_of(lines: Sequence[str], n: int) -> list[Column]:
    """The columns of a table whose head is one line; none where no table begins there.

    Args:
        lines: of the whole text.
        n: number of the line that may be a table's head.
    """
    if n + 2 >= len(lines) or "|" not in lines[n] + lines[n + 1]:
        return []
    if not ROW.fullmatch(lines[n + 1]) or "-" not in lines[n + 1]:
        return []
    cells = zip(lines[n].split("|"), lines[n + 2].split("|"), strict=False)
    return [Column(k, *pair) for k, pair in enumerate(cells) if all(map(str.strip, pair))]


def without(line: str, number: int) -> str:
    """A row with one of its cells empty."""
    cells = line.split("|")
    return "|".join("  " if k == number else cell for k, cell in enumerate(cells))

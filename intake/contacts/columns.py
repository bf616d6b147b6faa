"""People side by side, each above their own role and numbers, as offices type them."""

import re
from collections.abc import Sequence
from itertools import islice

from intake.contacts.figures import holds_number
from intake.contacts.names import is_person, parts_of
from intake.contacts.tidying import tidy

_LONGEST = 500  # characters of a line with several columns
_MOST = 4  # columns that can be told
_FEWEST = 3  # lines: names above a single line of numbers may be two people who share them
_NEAR = 6  # lines below names side by side in which their numbers stand
# Several tabs are one gap: how many there are depends on how long the words before them are.
GAP = re.compile(r" *\t[ \t]*| {3,}| \| ")
_GAPS = ("\t", "   ", " | ")  # no gap is without one of these, and most lines are without any


def cells_in(raw: str) -> list[str]:
    """What stands side by side on a line, one or more.

    Args:
        raw: the line, apart by tabs, three spaces and more, or upright strokes.
    """
    if len(raw) > _LONGEST or not any(gap in raw for gap in _GAPS):
        return [raw.strip()]
    line = raw.strip().removeprefix("| ").removesuffix(" |")
    return [cell.strip() for cell in GAP.split(line)]


def are_names(raw: str) -> bool:
    """Whether a line names several people side by side, and says nothing else."""
    cells = cells_in(raw)
    return len(cells) > 1 and all(map(_is_name, cells))


def _is_name(cell: str) -> bool:
    return is_person(parts_of(tidy(cell))[0])


def columns_of(lines: Sequence[str]) -> list[list[str]]:
    """The cells of each column below names side by side; nothing where it is not certain.

    Where a line has fewer cells than there are names, nobody knows which of them it leaves out.

    Args:
        lines: of one paragraph, from the names on.
    """
    if len(lines) < _FEWEST or not are_names(lines[0]):
        return []
    rows = list(map(cells_in, lines))
    if len({len(row) for row in rows}) != 1 or len(rows[0]) > _MOST:
        return []
    return [[tidy(cell) for cell in column] for column in zip(*rows, strict=True)]


def doubts_of(lines: Sequence[str]) -> tuple[str, ...]:
    """What of the people side by side in a text cannot be told: whose each number is.

    Args:
        lines: that are left when contacts are taken out.
    """
    named = (n for n, line in enumerate(lines) if are_names(line))
    doubted = (n for n in named if any(map(reaches, _below(lines, n))))
    return tuple(_doubt(lines[n]) for n in islice(doubted, 1))


def _below(lines: Sequence[str], n: int) -> Sequence[str]:
    near = lines[n + 1 : n + 1 + 3 * _NEAR]
    return [line for line in near if line.strip()][:_NEAR]


def reaches(line: str) -> bool:
    """Whether a line has a number or an address."""
    return len(line) <= _LONGEST and ("@" in line or holds_number(line))


def _doubt(line: str) -> str:
    said = " and ".join(tidy(cell) for cell in cells_in(line))
    return (
        f"whose the numbers below “{said}” are cannot be told: write each "
        "person with their numbers on lines of their own"
    )

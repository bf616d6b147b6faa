"""Tables of Markdown in which every cell of every row is read."""

from itertools import takewhile

from markdown_it.rules_block.table import escapedSplit


def wide_enough(table: str) -> str:
    """A table whose head is as wide as its widest row: Markdown drops what stands beyond it.

    Args:
        table: its head, the line below that, and its rows (GitHub Flavored Markdown 0.29, 4.10);
            below a blank line there may be what its links refer to.
    """
    head, rule, *rows = table.split("\n")
    widest = max(map(_count, takewhile(str.strip, rows)), default=0)
    missing = widest - _count(head)
    if missing <= 0:
        return table
    return "\n".join((_closed(head) + "  |" * missing, _closed(rule) + " --- |" * missing, *rows))


def _count(row: str) -> int:
    """How many cells a row has; the pipes around it are no cells."""
    cells = escapedSplit(row.strip())
    return len(cells) - (not cells[0]) - (len(cells) > 1 and not cells[-1])


def _closed(row: str) -> str:
    row = row.strip()
    return row if row.endswith("|") and not row.endswith("\\|") else f"{row} |"
